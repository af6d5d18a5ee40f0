"""Python with comments: a line above each statement that says what it does, for code that was sent or was in the last reply."""

import ast
import re

from ..coding import explaining
from ..coding.reading import tree_of
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish, capital

_ASKS = Regex(
    r"\b(?:add|put|insert|write|give|with|need|want|include)\b.{0,20}\bcomments?\b|\bcomment (?:the|this|that|it|my|each|every|your)?\s*(?:code|script|function|program|lines?|it|out loud|this|that)?\b|\bcommented\b|\bexplain (?:the |this |that |your |each |every )?(?:code|script|function|loop|lines?)\b|\b(?:do not|don'?t|dont) (?:understand|get) the (?:code|loop|function|script)\b",
    re.IGNORECASE,
)

_CODE = Regex(r"```(?:python)?\n(.*?)\n?```", re.DOTALL)
LONGEST = 60  # characters of a request without its code
MOST_LINES = 40


def answer(wish: Wish) -> Answer | None:
    """Return the code with comments; None if nobody asks for that, or there is no code that Python can read."""
    around = _CODE.sub("", wish.text)
    if len(around) > LONGEST or not _ASKS.search(around):
        return None
    own = _CODE.search(wish.text)
    found = own or _CODE.search(wish.replied)
    if found is None or (own and not re.search(r"\bcomment", around, re.IGNORECASE)):
        return None
    code = commented(found[1])
    return code and Answer([(1.0, f"```python\n{code}\n```")], about="code")


def commented(code: str) -> str | None:
    """Return code with a comment above each statement; None for what is no Python, or too long."""
    tree, lines = tree_of(code), code.splitlines()
    if tree is None or len(lines) > MOST_LINES:
        return None
    notes = {node.lineno: (node.col_offset, explaining.told(node)) for node in explaining.statements(tree) if not _is_text(node)}
    found = []
    for number, line in enumerate(lines, 1):
        if number in notes:
            indent, said = notes[number]
            found.append(f"{' ' * indent}# {capital(said).replace('`', '')}")
        found.append(line)
    return "\n".join(found)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
