"""Mend a piece of Python that somebody sends, or say line by line what it does. Nothing of it is run.

    helped("what is wrong with: prnt('hi')")   -> "`prnt` is not a name ...: print('hi')"
    helped("What does x = [1, 2] do?")         -> "`x = [1, 2]`: gives the name `x` to ..."

A mistake is mended by trying a table of small changes until Python can read the code and knows its names.
"""

import ast
import builtins
import difflib
import itertools
import keyword
import re
import warnings

from . import code_crashes
from .regex import Regex

LONGEST = 2_000  # characters of code
MOST_LINES = 12  # explained
MOST_MISTAKES = 3  # of different kinds, mended together
NEAR = 0.7  # how much a misspelled name is like the right one, at least

_MENDED = Regex(
    r"\b(?:wrong|fix|error|bugs?|mistakes?|correct|mend|repair|debug|broken|fails?|crash\w*|exception|traceback|\w*(?:not|n't|nt)\b.{0,20}\b(?:work|run))",
    re.IGNORECASE,
)
_CRASHES = Regex(
    r"\b(?:crash\w*|fails?|stops?|exception|traceback|throws?|raises?|(?:why|what).{0,30}(?:error|break|n't work|not work))\b",
    re.IGNORECASE,
)
_ERROR = Regex(r"\b\w+(?:Error|Exception): ")  # the message is there to be explained
NOT_SEEN = f"I do not see why this crashes: I run nothing, and by sight I know only {code_crashes.KINDS}. Send me the last line of the error (such as `KeyError: 'name'`), and I say what it means."
_EXPLAINED = Regex(r"\b(?:explain|what (?:does|do|is|will|would)|meaning|mean|output|understand|print)\b", re.IGNORECASE)
_FENCED = Regex(r"```(?:\w*\n)?(.*?)```|`([^`]+)`", re.DOTALL)
_LIKE_CODE = Regex(
    r"\w\(.*|\w\[|(?:^|\s)\w+\s*[-+*/]?=|^\s*try:|^\s*(?:for|while|if|def|class|import|from|return|print)\b", re.MULTILINE
)
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


BUILTINS = {
    "print": "shows {} on the screen", "len": "takes the length of {}", "range": "gives whole numbers in turn as {} says, the end left out",
    "sum": "adds up {}", "max": "takes the largest of {}", "min": "takes the smallest of {}", "sorted": "makes a sorted list of {}",
    "int": "makes a whole number of {}", "str": "makes a text of {}", "float": "makes a number with decimals of {}",
    "input": "asks the person at the keyboard with {}", "list": "makes a list of {}", "set": "keeps each value of {} once",
    "open": "opens the file {}", "type": "tells the type of {}", "enumerate": "numbers the values of {}", "zip": "pairs the values of {}",
}  # fmt: skip

_BARE_CALL = re.compile(r"\w+\(\)")


def helped(text: str) -> str | None:
    """Return what is wrong with the code in `text`, mended, or what it does; None if neither is asked for or there is no code."""
    asked, code = _parts(text)
    if not code or len(code) > LONGEST:
        return None
    if _MENDED.search(asked):
        return _mended(code, crashes=bool(_CRASHES.search(asked)))
    if _BARE_CALL.fullmatch(code) and code[:-2] in BUILTINS:
        return f"`{code[:-2]}(...)` {BUILTINS[code[:-2]].format('what stands in the brackets')}."
    return _explained(code) if _EXPLAINED.search(asked) else None


def why_it_crashes(text: str) -> str | None:
    """Return why several lines of code that are sent along crash, or that it is not seen; None where that is not asked."""
    asked, code = _parts(text) if "\n" in text.strip() else (text, "")
    if not 0 < len(code) <= LONGEST or "\n" not in code or not _CRASHES.search(asked) or _ERROR.search(text):
        return None
    return _mended(code, crashes=True)


def literally(text: str) -> str:
    """Return a text as one way to answer: a bar in brackets would be a choice."""
    return re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", r"(\1)", text)


def _parts(text: str) -> tuple[str, str]:
    """Return what is said around the code in a message, and the code; "" for no code."""
    if found := _FENCED.search(text):
        return text[: found.start()] + text[found.end() :], (found[1] or found[2]).strip("\n")
    if found := _before_the_question(text):
        return found
    for separator in (":", "\n", "?"):
        asked, _, code = text.partition(separator)
        if (_LIKE_CODE.search(code) or (separator == ":" and _MENDED.search(asked))) and not _LIKE_CODE.search(asked):
            return asked, code.strip("\n").strip()
    found = re.search(r"[\w.]+\([^\n]*\)|\w+ = [^\n?]+", text)
    return (text[: found.start()] + text[found.end() :], found[0]) if found else (text, "")


def _before_the_question(text: str) -> tuple[str, str] | None:
    """Return what is asked below several lines of code, and the code; None where a message does not begin with code."""
    lines = text.strip().split("\n")
    for end in range(len(lines) - 1, 1, -1):
        code = "\n".join(lines[:end]).strip()
        if tree_of(code) and _LIKE_CODE.search(lines[0]) and lines[end - 1].strip() and not _LIKE_CODE.search(lines[-1]):
            return "\n".join(lines[end:]), code
    return None


def _mended(code: str, *, crashes: bool) -> str | None:
    if (fixed := _readable(code)) is None:
        return None
    reasons, mended = fixed
    named, renamed = _spelled(mended)
    reasons = [*reasons, *named]
    if not reasons and (seen := code_crashes.why(tree_of(code))):
        return seen
    if not reasons and crashes:
        return NOT_SEEN
    if not reasons:
        return f"Python can read this, and I see no misspelled name:\n\n```python\n{code}\n```\n\nRun it, and read the last line of the error."
    told = "; ".join(dict.fromkeys(reasons))
    return f"{told[0].upper()}{told[1:]}:\n\n```python\n{renamed}\n```"


def _readable(code: str) -> tuple[list[str], str] | None:
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


def _spelled(code: str) -> tuple[list[str], str]:
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


def _explained(code: str) -> str | None:
    tree = tree_of(code)
    if tree is None or not tree.body:
        return None
    lines = []
    for node in itertools.islice(statements(tree), MOST_LINES):
        said = ast.unparse(node).splitlines()[0]
        lines.append(f"`{said}`: {told(node)}.")
    return "\n".join(lines)


def statements(tree: ast.AST):
    """Yield every statement, those inside of others after them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.stmt):
            yield node
            yield from statements(node)


def told(node: ast.AST) -> str:
    """Return in words what a statement or an expression does."""
    match node:
        case ast.Assign(targets=[target]):
            return f"gives the name `{ast.unparse(target)}` to {_value(node.value)}"
        case ast.AugAssign():
            return f"changes `{ast.unparse(node.target)}` by `{ast.unparse(node.value)}`"
        case ast.For(target=ast.Tuple(elts=[count, value]), iter=ast.Call(func=ast.Name(id="enumerate"), args=[values, *_])):
            return f"takes each value of {_value(values)} in turn, under the name `{ast.unparse(value)}`, counts along in `{ast.unparse(count)}`, and does the indented lines"
        case ast.For():
            return f"takes each value of {_value(node.iter)} in turn, under the name `{ast.unparse(node.target)}`, and does the indented lines"
        case ast.While():
            return f"repeats the indented lines as long as `{ast.unparse(node.test)}` is true"
        case ast.If():
            return f"does the indented lines only if `{ast.unparse(node.test)}` is true"
        case ast.FunctionDef():
            return f"defines a function `{node.name}` with the parameters ({', '.join(arg.arg for arg in node.args.args)})"
        case ast.ClassDef():
            return f"defines a class `{node.name}`"
        case ast.Return():
            return f"ends the function and hands back {_value(node.value) if node.value else 'nothing'}"
        case ast.Import() | ast.ImportFrom():
            return "makes a module's names available"
        case ast.Expr():
            return _does(node.value)
        case _:
            return f"is a statement of the kind {type(node).__name__.lower()}"


def _does(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        given = ", ".join(_value(arg) for arg in node.args) or "nothing"
        return BUILTINS[name].format(given) if name in BUILTINS else f"calls `{name}` with {given}"
    return f"is {_value(node)}"


def _value(node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in BUILTINS:
            return f"what `{name}` gives: it {_does(node)}"
        case ast.ListComp(generators=[one, *_]):
            return f"a list of `{ast.unparse(node.elt)}` for each `{ast.unparse(one.target)}` in `{ast.unparse(one.iter)}`"
        case ast.Subscript(slice=ast.Slice()):
            return f"a part of `{ast.unparse(node.value)}`"
        case ast.Lambda():
            return f"a small function without a name, `{ast.unparse(node)}`"
        case ast.List():
            return f"the list `{ast.unparse(node)}`"
        case ast.Dict():
            return f"the dictionary `{ast.unparse(node)}`"
        case ast.Constant(value=str()):
            return f"the text `{ast.unparse(node)}`"
        case _:
            return f"`{ast.unparse(node)}`"


def tree_of(code: str) -> ast.Module | None:
    """Return the code as Python reads it; None if it cannot."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # what `ast.parse` says that code is not Python with
        return None
