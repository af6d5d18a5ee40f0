"""Make Python of what is nearly Python: a colon that is missing, a bracket that is open, a misspelled name. Nothing of it is run.

    readable("for i in x print(i)")  -> (["a colon belongs before what is to be done"], "for i in x: print(i)")

A mistake is mended by trying a table of small changes until Python can read the code and knows its names.
"""

import ast
import builtins
import difflib
import itertools
import keyword
import re

from .reading import tree_of

MOST_MISTAKES = 3  # of different kinds, mended together
NEAR = 0.7  # how much a misspelled name is like the right one, at least

_BLOCK = r"(?:for|while|if|elif|else|def|class|try|except|with)\b"
_WORDS = [word for word in keyword.kwlist if len(word) > 2] + ["print", "range", "input"]

# What is tried where Python cannot read the code: what was wrong, what is looked for, what is put instead.
CHANGES = [
    ("a line that begins a block ends with a colon", rf"^(\s*{_BLOCK}(?:[^:\n]*[^:\s])?)[ \t]*$", r"\1:"),
    ("a colon belongs before what is to be done",
     r"^(\s*(?:for .+? in [^\n:]*?[)\]\w]|(?:while|if|def)\b[^:\n]*?[)\]\w])) +(return .*|\w+\(.*|\w+ [-+]?= .*)$", r"\1: \2"),
    ("`==` compares, `=` gives a name a value", r"^(\s*(?:if|elif|while)\b[^=\n]*[^=!<>\n])=([^=].*)$", r"\1==\2"),
    ("print is a function and needs parentheses", r"^(\s*)print +([^(\n].*)$", r"\1print(\2)"),
    ("Python says elif for else if", r"\belse if\b", "elif"),
    ("Python says and, or, not", r"\s*&&\s*", " and "),
    ("Python says and, or, not", r"\s*\|\|\s*", " or "),
    ("Python has no ++: add 1", r"\b(\w+)\+\+", r"\1 += 1"),
    ("a bracket is not closed", r"^([^\n]*\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)$", r"\1)"),
    ("a bracket is not closed", r"^([^\n]*\[[^\[\]\n]*)$", r"\1]"),
    ("a text ends with the same quote that it begins with", r"\"([^\"'\n]*)'", r'"\1"'),
    ("a text ends with the same quote that it begins with", r"'([^\"'\n]*)\"", r"'\1'"),
    ("a quote is not closed", r"(\"[^\"\n)]*)(\)?)$", r'\1"\2'),
    ("a quote is not closed", r"('[^'\n)]*)(\)?)$", r"\1'\2"),
    ("there is one bracket too many", r"\)\)$", ")"),
    ("what belongs to a block is indented", r"(?s)\A.*\n.*\Z", lambda whole: _indented(whole[0])),
]  # fmt: skip


def _indented(code: str) -> str:
    """Return code in which the line after one that begins a block stands further in than that one."""
    lines: list[str] = []
    for line in code.split("\n"):
        before = lines[-1] if lines else ""
        depth = len(before) - len(before.lstrip())
        if before.endswith(":") and len(line) - len(line.lstrip()) <= depth:
            line = " " * (depth + 4) + line.lstrip()
        lines.append(line)
    return "\n".join(lines)


def readable(code: str) -> tuple[list[str], str] | None:
    """Return the code so that Python can read it, with what was wrong; None if no few changes do."""
    if tree_of(code):
        return [], code
    changes = [(reason, re.compile(left, re.MULTILINE), right) for reason, left, right in CHANGES]
    for spelled in dict.fromkeys([code, _keywords(code)]):
        misspelled = ["a word of Python is misspelled"] if spelled != code else []
        fitting = [change for change in changes if change[1].search(spelled)]
        for count in range(MOST_MISTAKES + 1):
            for chosen in itertools.combinations(fitting, count):
                changed, reasons = spelled, list(misspelled)
                for reason, left, right in chosen:
                    before, changed = changed, left.sub(right, changed)
                    reasons += [reason] if changed != before else []
                if tree_of(changed):
                    return reasons, changed
    return None


def _keywords(code: str) -> str:
    def near(match: re.Match) -> str:
        word = match[0]
        found = difflib.get_close_matches(word, _WORDS, 1, NEAR) if word not in _WORDS and not hasattr(builtins, word) else []
        return found[0] if found else word

    return re.sub(r"\b[a-z]{3,}\b", near, code)


def spelled(code: str) -> tuple[list[str], str]:
    """Return which names Python does not know though it knows one like them, and the code with that one."""
    tree = tree_of(code)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    own = {node.id for node in nodes if isinstance(node.ctx, ast.Store)} | {
        name for node in ast.walk(tree) for name in (getattr(node, "name", None), getattr(node, "arg", None)) if name
    }
    known = [name for name in dir(builtins) if name.islower() or name in ("True", "False", "None")] + sorted(own)
    reasons = []
    for name in dict.fromkeys(node.id for node in nodes if isinstance(node.ctx, ast.Load)):
        if name in own or hasattr(builtins, name):
            continue
        near = {"true": ["True"], "false": ["False"], "null": ["None"], "none": ["None"]}.get(name)
        if near := near or difflib.get_close_matches(name, known, 1, NEAR):
            reasons.append(f"`{name}` is not a name that Python knows: it should be `{near[0]}`")
            code = re.sub(rf"\b{re.escape(name)}\b", near[0], code)
    return reasons, code
