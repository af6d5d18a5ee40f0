"""Type hints and a docstring for the function that was sent along, or that the last reply has.

The types are those of the values that the function is called with, and of its results that stand behind "#"; nothing is run.
"""

import ast
import re

from .. import code_help
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish, capital

LONGEST = 80  # characters of a request without its code
_CODE = Regex(r"```(?:python)?\n(.*?)\n?```", re.DOTALL)
_HINTS = Regex(r"\b(?:type[- ]?(?:hints?|annotations?|hinted)|annotations|typed|with types|add types)\b", re.IGNORECASE)
_DOC = Regex(r"\bdoc[- ]?strings?\b|\bdocument(?:ed)? (?:it|this|that|the function)\b", re.IGNORECASE)
_GOES_ON = Regex(
    r"\A\W*(?:(?:and|now|ok|okay|then|please|can you|could you|also|add|with|give|make|write|put|it|a|the|same|in|too|some|me)\b|\W)*\Z",
    re.IGNORECASE,
)
_DOES = Regex(r"\bfunction\b(?: \w+\([^)]*\))? (?:that|which|to|for)\s+(?P<does>[^.?!\n,]+)", re.IGNORECASE)
_RESULT = Regex(r"^print\((?P<call>.*)\)\s*#\s*(?P<result>.+?)\s*$", re.MULTILINE)


def answer(wish: Wish) -> Answer | None:
    """Return the function with what is wished for; None if nothing is, or if the types cannot be told."""
    around = _CODE.sub("", wish.text)
    hints, doc = _HINTS.search(around), _DOC.search(around)
    own = _CODE.search(wish.text)
    found = own or _CODE.search(wish.replied)
    if len(around) > LONGEST or not (hints or doc) or found is None:
        return None
    if not own and not _GOES_ON.match(re.sub(r"\b(?:function|code|to|for)\b", " ", _DOC.sub(" ", _HINTS.sub(" ", around)))):
        return None
    tree = code_help.tree_of(found[1])
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)] if tree else []
    if len(functions) != 1:
        return None
    lines, function = found[1].splitlines(), functions[0]
    head = lines[function.lineno - 1]
    if function.body[0].lineno == function.lineno:
        return None
    if doc and ast.get_docstring(function) is None:
        lines.insert(function.lineno, f'{" " * function.body[0].col_offset}"""{_said(function, wish.before)}"""')
    if hints and function.returns is None:
        typed = _typed(function, found[1], tree)
        if typed is None:
            return None
        lines[function.lineno - 1] = re.sub(r"def .*?\)\s*:", typed, head, count=1)
    code = "\n".join(lines)
    return Answer([(1.0, f"```python\n{code}\n```")], about="code") if code_help.tree_of(code) else None


def _said(function: ast.FunctionDef, before: tuple[str, ...]) -> str:
    """Return what a function is for: in the words in which it was asked for, or those of its name."""
    asked = next((match["does"] for text in reversed(before) if (match := _DOES.search(text))), "")
    asked = re.sub(r"\s*\b(?:(?:in|with|using) )?python\b.*|\s*\b(?:please|pls)\b.*", "", asked, flags=re.IGNORECASE)
    return capital(asked.strip() or function.name.replace("_", " ")) + "."


def _typed(function: ast.FunctionDef, code: str, tree: ast.Module) -> str | None:
    """Return the first line of a function with types, as its call and the result behind it tell them; None if they do not."""
    result = next((match for match in _RESULT.finditer(code) if match["call"].startswith(f"{function.name}(")), None)
    call = code_help.tree_of(result["call"]) if result else None
    if call is None or not isinstance(node := call.body[0].value, ast.Call) or node.keywords:
        return None
    names = {
        target.id: one.value
        for one in tree.body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    given = [_type(names.get(arg.id, arg) if isinstance(arg, ast.Name) else arg) for arg in node.args]
    back = code_help.tree_of(result["result"])
    returned = _type(back.body[0].value) if back and len(back.body) == 1 and isinstance(back.body[0], ast.Expr) else "str"
    params = function.args.args
    if len(given) != len(params) or function.args.defaults or not all(given) or returned is None:
        return None
    listed = ", ".join(f"{param.arg}: {kind}" for param, kind in zip(params, given, strict=True))
    return f"def {function.name}({listed}) -> {returned}:"


def _type(node: ast.expr) -> str | None:
    """Return the type of a value that is written out; None for another one."""
    match node:
        case ast.Constant(value=bool() | int() | float() | str() as value):
            return type(value).__name__
        case ast.UnaryOp(operand=operand):
            return _type(operand)
        case ast.List(elts=elements) | ast.Set(elts=elements):
            kinds = {_type(element) for element in elements}
            name = "list" if isinstance(node, ast.List) else "set"
            return f"{name}[{kinds.pop()}]" if len(kinds) == 1 and None not in kinds else name
        case ast.Dict(keys=keys, values=values):
            kinds = {_type(key) for key in keys}, {_type(value) for value in values}
            return (
                f"dict[{kinds[0].pop()}, {kinds[1].pop()}]"
                if all(len(kind) == 1 and None not in kind for kind in kinds)
                else "dict"
            )
        case ast.Name():
            return "str"
    return None
