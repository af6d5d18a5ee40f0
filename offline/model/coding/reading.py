"""Tell what is code in a message, what is the traceback, and what is said about them.

sent("why does this fail\\nprint(1/0)")  -> Sent(asked="why does this fail", code="print(1/0)", trace="")
"""

import ast
import re
import warnings
from dataclasses import dataclass

from ..regex import Regex

LONGEST = 3_000  # characters of a message with code
_FENCED = Regex(r"```(?P<kind>\w*)[ ]*\n(?P<code>.*?)\n?[ ]*```", re.DOTALL)
_TRACE = Regex(
    r"^\s*Traceback \(most recent call last\).*?^(?P<last>\w[\w.]*(?:Error|Exception|Interrupt)\b[^\n]*)",
    re.MULTILINE | re.DOTALL,
)
_ERROR = Regex(r"^(?P<before>.*?)\b(?P<last>[A-Z]\w+(?:Error|Exception): [^\n]+)$", re.MULTILINE)
_LINE = Regex(  # a line that is code, and no sentence
    r"\s*(?:(?:def|class) \w+(?: ?[(:].*)?|(?:for \w+(?:, ?\w+)* in \S+|while \S+|if \S.*[:=<>()]|elif\b.*|with \w+\(.*)[^?]*|else ?:?\s*|else if .*|(?:try|finally) ?:\s*|except\b.*"
    r"|(?:from \w[\w.]* )?import \w[\w., ]*|return\b(?! (?:to|the|a)\b)[^?]*|(?:print|prin|pritn|prnt|Print)\b ?[(\"'].*|print \w+\s*|(?:break|continue|pass)\s*|@\w+.*|#.*"
    r"|[\w.\[\]'\"]+(?:, ?\w+)* *(?:[-+*/%]|//)?=(?!=) *\S.*|[A-Za-z_][\w.]*\(.*\)?\s*|[A-Za-z_]\w*\[.*\].*|>>> .*|\w+(?:\+\+|--);?|[\])}]+,?\s*|del \w.*|global \w+|raise \w.*|assert .*)",
)
_PROSE = Regex(r"^[^#\"'(]*\?\s*$|^\s*(?:[A-Z][a-z]+ )?[a-z]+(?: [a-z']+){4,}")
_OTHER = Regex(
    r"\b(?:console\.log|function \w*\(|const |let |var |=>|SELECT\b.*\bFROM|</?\w+>|#include|public static|System\.out|document\.)|^\s*\S.*;\s*$",
    re.MULTILINE,
)
_CALLED = Regex(r"(?<![\w.])([a-z_][\w.]*\([^()\n]*\)|[a-z_]\w* = [^\n?]+)")
_ASKS = Regex(r"\b(?:what (?:does|is|will|would)|explain|mean|prints?|returns?)\b", re.IGNORECASE)
_TAIL = Regex(  # what is asked behind code, in the same line
    r"(?P<code>.*[)\]:\"'\w])\s+(?P<asked>(?:<-+\s*)?(?:what(?:'?s| is) wrong|why\b|whats?\b.*\bprint|help\b|does(?: not|n'?t) work|not working|(?:this )?(?:gives|says|throws)\b|is (?:this|that|it) (?:right|correct|ok)).*)",
    re.IGNORECASE,
)
_CUT = Regex(r":\s+|\?\s+")


@dataclass(frozen=True)
class Sent:
    """What a message brings: what is `asked` around the code, the `code`, and the last line of a traceback, as `error`."""

    asked: str
    code: str = ""
    error: str = ""
    before: tuple[str, ...] = ()  # what was asked before, the latest first

    @property
    def is_python(self) -> bool:
        """Whether the code may be Python."""
        return bool(self.code) and not _OTHER.search(self.code)


A_LINE = 20  # words of a message that asks about a call in it; in a longer one the call is only mentioned


def sent(text: str) -> Sent:
    """Return what a message brings."""
    if len(text) > LONGEST:
        return Sent(text)
    error = ""
    if traced := _TRACE.search(text) or _ERROR.search(text):
        error = traced["last"].strip()
        text = f"{text[: traced.start('last') if traced.re is _ERROR.compiled else traced.start()]}{text[traced.end() :]}"
    if found := _FENCED.search(text):
        return Sent(f"{text[: found.start()]} {text[found.end() :]}".strip(), found["code"].strip("\n"), error)
    if "\n" not in text and (tail := _TAIL.fullmatch(text.strip())) and is_code(tail["code"]):
        return Sent(tail["asked"], tail["code"], error)
    lines = _apart(text.split("\n"))
    code = [number for number, line in enumerate(lines) if is_code(line)]
    if lines != text.split("\n"):
        code = sorted({1, *code})
    if code and (len(lines) > 1 or tree_of(text.strip())):
        first, last = _block(lines, code)
        said = "\n".join(lines[first : last + 1]).strip("\n")
        asked = "\n".join([*lines[:first], *lines[last + 1 :]]).strip()
        return Sent(asked, re.sub(r"^>>> ?", "", said, flags=re.MULTILINE), error)
    return _in_a_line(text, error) or Sent(text.strip(), "", error)


def _apart(lines: list[str]) -> list[str]:
    """Return lines, the first one cut where what is asked ends and code begins: "fix this: if a:"."""
    cut = _CUT.search(lines[0]) if len(lines) > 1 and not is_code(lines[0]) else None
    begun = lines[0][cut.end() :] if cut else ""
    if begun and (is_code(begun) or re.match(r"[ \t]+\S", lines[1])):
        return [lines[0][: cut.end()], begun, *lines[1:]]
    return lines


def code_in(reply: str) -> str:
    """Return the first block of Python in a reply; "" without one."""
    found = next((one for one in _FENCED.finditer(reply) if one["kind"] == "python"), None)
    return found["code"].strip("\n") if found else ""


def is_code(line: str) -> bool:
    """Return whether a line looks like Python, and not like a sentence."""
    return bool(_LINE.fullmatch(line)) and not (_PROSE.search(line) and not tree_of(line.strip()))


def is_a_text(code: str) -> bool:
    """Return whether there is nothing but a text in quotes, which is sent along rather than code."""
    return bool(re.fullmatch(r"([\"']).*\1", code.strip(), re.DOTALL)) and bool(
        (tree := tree_of(code.strip())) and isinstance(getattr(tree.body[0], "value", None), ast.Constant)
    )


def tree_of(code: str) -> ast.Module | None:
    """Return the code as Python reads it; None if it cannot."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # what `ast.parse` says that code is not Python with
        return None


def _block(lines: list[str], code: list[int]) -> tuple[int, int]:
    """Return the first and the last line of the code: what stands between lines of code, and what is indented below them, belongs to it."""
    first, last = code[0], code[-1]
    while last + 1 < len(lines) and re.match(r"[ \t]+\S", lines[last + 1]):
        last += 1
    return first, last


def _in_a_line(text: str, error: str) -> Sent | None:
    """Return what is sent in one line: "what does this print: print(1)", "what does `len(x)` do"."""
    if "\n" in text.strip():
        return None
    if found := re.search(r"`([^`\n]+)`", text):
        return Sent(f"{text[: found.start()]} {text[found.end() :]}".strip(), found[1], error)
    start = 0
    for cut in _CUT.finditer(text):
        if re.search(r"[<>=()\[\]]", text[start : cut.start()]):
            break  # what stands before is code already
        start = cut.end()
        code = text[cut.end() :].strip()
        if is_code(code) or (not is_a_text(code) and tree_of(code) and re.search(r"[=(\[]", code)):
            return Sent(text[: cut.start()], code, error)
    called = _CALLED.search(text) if len(text.split()) <= A_LINE else None
    return (
        Sent(f"{text[: called.start()]} {text[called.end() :]}", called[1], error)
        if called and _ASKS.search(text) and tree_of(called[1])
        else None
    )
