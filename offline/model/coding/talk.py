"""Answer what is said about Python that was sent, or that the talk is about: run it, mend it, explain it, change it.

`_WISHES` lists what can be wished of code; the first whose words are found, and which can be done, answers. Code that comes
without a wish is mended if it stops with an error.
"""

import ast
import re
from collections.abc import Callable

from ..computed.question import Answer, Question, literally, says
from ..regex import Regex
from . import calls, changing, explaining, making, mending, placing, repairing, syntax
from .reading import Sent, code_in, is_a_text, sent, tree_of
from .running import Run, run

LONGEST_WISH = 160  # characters of what is said later about code
LINES_SHOWN = 12  # of what code prints
_NAMED_ERROR = Regex(r"\s*(?:\w+\.)*\w*(?:Error|Exception|Warning)\b")


def answer(question: Question) -> Answer | None:
    """Return what there is to say about code in the message, or about that in the last reply or an earlier message."""
    here = sent(question.text) if question.text.strip() else Sent("")
    head, _, rest = question.text.partition(":")
    if (
        rest.strip() != here.code
        and re.search(r"\w", rest)
        and not re.search(r"[=(\[]", head)
        and "\n" not in rest
        and mending.ASKED.search(head)
        and not is_a_text(rest)
        and not _NAMED_ERROR.match(rest)
        and (readable := syntax.readable(rest.strip()))
        and re.search(r"[=(\[:]|\bimport\b", readable[1])
    ):
        here = Sent(head, rest.strip())
    if here.code:
        return finished(wished(here, later=False)) if here.is_python or tree_of(here.code) else None
    if here.error or len(question.text) > LONGEST_WISH:
        return None
    code = _before(question)
    return finished(wished(Sent(question.text, code, before=tuple(question.earlier("user"))), later=True)) if code else None


def finished(said: str | None) -> Answer | None:
    return says(literally(said), about="python code") if said else None


def _before(question: Question) -> str:
    """Return the code that the talk is about: that of the last reply, or what was sent before."""
    if replied := next(filter(None, map(code_in, question.earlier("assistant")[:2])), ""):
        return replied
    return next((found.code for said in question.earlier("user")[:3] if (found := sent(said)).code and tree_of(found.code)), "")


def wished(here: Sent, *, later: bool) -> str | None:
    for pattern, does in _WISHES:
        if (found := pattern.search(here.asked)) and (said := does(here, found, later)):
            return said
    if later:
        return None
    if here.error or mending.ASKED.search(here.asked):
        return mending.mended(here)
    if not re.search(r"\w", here.asked) and re.search(r"\n|\(", here.code):  # nothing but code
        return mending.if_broken(here) or _explain_and_run(here, None, later)
    return None


# --- What can be wished ---


def _prints(here: Sent, found: re.Match | None, later: bool) -> str | None:
    code = _with_other_values(here.code, here.asked) if later else here.code
    if code is None:
        return None
    ran = run(code)
    if ran and not ran.names and not ran.printed and not ran.error and (shown := run(f"print(repr({code}))")) and not shown.error:
        if code.startswith("range("):
            return f"`{code}` gives these numbers in turn: `{run(f'print(list({code}))').printed.strip()[1:-1]}`. The end is left out."
        return f"`{code}` gives `{shown.printed.strip()}`. To see it, write `print({code})`; in a notebook the last line of a cell is shown by itself."
    return said_of(ran, code) if ran else None


def _with_other_values(code: str, asked: str) -> str | None:
    """Return code with a value, or a condition, that is said to be another one: "and with x = 7", "if n % 2 == 1"."""
    if said := re.search(
        r"\b(?:with|if|when|for|and|were|is)\s+(?:I (?:use|had|write|put) )?(\w+) ?(?:=|is|was|were|gets|as)(?!=)(?: set to| equal to)? ?(-?[\d.]+|'[^']*'|\"[^\"]*\"|\[[^\]]*\])",
        asked,
    ):
        changed = re.sub(rf"^(\s*{said[1]}\s*=\s*)[^=\n].*$", lambda m: m[1] + said[2], code, count=1, flags=re.MULTILINE)
        return changed if changed != code and tree_of(changed) else None
    if said := re.search(
        r"(?:change|replace|swap)(?: the)? `?([^`\n]+?)`? (?:to|with|into|by|for) (?:a |an )?`?([^`\n?]+?)`?(?: instead)?\W*\Z|`?(\S+)`? instead of (?:the )?`?(\S+?)`?\W*\Z",
        asked,
    ):
        old, new = (said[1], said[2]) if said[1] else (said[4], said[3])
        return code.replace(old, new, 1) if old in code and tree_of(code.replace(old, new, 1)) else None
    if said := re.search(r"(\w+(?: ?[-+*/%]+ ?\w+)*) ?(==|!=|<=|>=|<|>) ?([\w'\".]+)", asked):
        changed = re.sub(rf"{re.escape(said[1])} ?(?:==|!=|<=|>=|<|>) ?[\w'\".]+", lambda _: said[0], code, count=1)
        return changed if changed != code and tree_of(changed) else None
    if said := re.search(r"\b(\w+)\(([^()]*)\)", asked):
        changed = re.sub(rf"(?<!def ){said[1]}\([^()]*\)", lambda _: said[0], code)
        return changed if changed != code and tree_of(changed) else None
    return (
        code
        if re.fullmatch(
            r"\W*(?:(?:so|and|then|but|ok|what|does|will|would|it|is|the|this|that|code|program|print|output|result|outcome|now|s|of)\W*)+",
            asked,
            re.IGNORECASE,
        )
        else None
    )


def said_of(ran: Run, code: str) -> str:
    """Return what came of running code, in a sentence."""
    if ran.endless:
        return (
            "It never ends: "
            + (repairing.repaired(code).reasons or ["nothing stops the loop"])[0]
            .removeprefix("the loop never ends")
            .lstrip(":, ")
            + "."
        )
    lines = ran.printed.rstrip("\n").split("\n")
    shown = "\n".join(lines[:LINES_SHOWN] + (["..."] if len(lines) > LINES_SHOWN else []))
    given = " (with 5 typed in)" if ran.asked else " (for example: it is up to chance)" if ran.by_chance else ""
    what = f"It prints{given}:\n\n```\n{shown}\n```" if ran.printed.strip() else "It prints nothing"
    if ran.error:
        line = code.split("\n")[ran.node.lineno - 1].strip() if ran.node and hasattr(ran.node, "lineno") else ""
        before = f"{what}\n\nThen it" if ran.printed.strip() else "It"
        return f"{before} stops at `{line}` with a {type(ran.error).__name__}: {ran.error}."
    if ran.printed.strip():
        return what
    values = [
        (name, value)
        for name, value in ran.names.items()
        if isinstance(value, int | float | str | list | dict | tuple | set | bool)
    ]
    if values:
        return (
            f"{what}, as there is no `print`; at the end "
            + ", ".join(f"`{name}` is `{value!r}`" for name, value in values[-3:])
            + "."
        )
    functions = [name for name, value in ran.names.items() if type(value).__name__ == "Function"]
    return f"{what}: it only defines `{functions[-1]}`, and nothing calls it yet." if functions else f"{what}."


def _explain(here: Sent, found: re.Match | None, later: bool) -> str | None:
    tree = tree_of(here.code)
    return explaining.explained(tree) if tree and tree.body else mending.if_broken(here)


def _explain_and_run(here: Sent, found: re.Match | None, later: bool) -> str | None:
    code = here.code
    if re.fullmatch(r"[\w.]+\(\)", code) and (known := explaining.called(code[:-2])):
        return f"`{code[:-2]}(...)` {known}."
    said = _explain(here, found, later)
    ran = run(code)
    if ran and not ran.names and not ran.printed and not ran.error and (shown := run(f"print(repr({code}))")) and not shown.error:
        return f"{said} It gives `{shown.printed.strip()}`."
    shows = said_of(ran, code) if ran and (ran.printed.strip() or (ran.error and not isinstance(ran.error, NameError))) else ""
    if not said or not tree_of(code):
        return said
    called = "" if shows or not ran or "def " not in code else _shown_call(code)
    return "\n\n".join(part for part in (said, shows, called) if part)


def _shown_call(code: str) -> str:
    """Return what a function gives that the code does not call."""
    found = calls.calls_of(code)
    if not found or not found[1] or found[1][0][1] is None:
        return ""
    function, ((given, result), *_) = found
    return f"For example, `{function.name}({', '.join(map(repr, given))})` gives `{result!r}`."


def _a_test(here: Sent, found: re.Match, later: bool) -> str | None:
    test = calls.with_test(here.code)
    if test is None:
        return None
    name = re.search(r"def (test_\w+)", test)[1]
    return f"```python\n{test}\n```\n\nPut it below the function, and start it with `pytest file.py`, or call `{name}()`: it stays silent if all is right."


def _typed(here: Sent, found: re.Match, later: bool) -> str | None:
    """Return the function with type hints, a docstring, or both."""
    code: str | None = here.code
    if _HINTS.search(here.asked):
        code = calls.with_types(here.code)
    if code and _DOC.search(here.asked):
        code = calls.with_docstring(code, [here.asked, *here.before])
    return f"```python\n{code}\n```" if code else None


_HINTS = Regex(r"\b(?:type[- ]?(?:hints?|annotations?|hinted)|annotations|typed|with types|(?:add|the) types)\b", re.IGNORECASE)
_DOC = Regex(r"\bdoc[- ]?strings?\b|\bdocument(?:ed)? (?:it|this|that|the function)\b", re.IGNORECASE)
_NOT_OF_IT = Regex(r"\A\W*(?:what|why|when)\b.{0,20}\b(?:is|are|do|mean)\b", re.IGNORECASE)


def _one_line(here: Sent, found: re.Match, later: bool) -> str | None:
    """Explain the line of the code that is asked about."""
    lines = [number for number, line in enumerate(here.code.split("\n"), 1) if line.strip()]
    place = _ORDER[found["which"].casefold()]
    tree = tree_of(here.code)
    if tree is None or place >= len(lines):
        return None
    node = next((one for one in explaining.statements(tree) if one.lineno == lines[place]), None)
    return f"`{here.code.split(chr(10))[lines[place] - 1].strip()}`: {explaining.told(node)}." if node else None


def _short_already(here: Sent, found: re.Match) -> str | None:
    """Say of code that does its work in one line that it does."""
    tree = tree_of(here.code)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)] if tree else []
    if len(bodies) != 1 or len(bodies[0]) != 1 or not isinstance(bodies[0][0], ast.Return) or "line" not in found[0]:
        return None
    return f"It does its work in one line already: `{ast.unparse(bodies[0][0].value)}`."


def _other_number(here: Sent, found: re.Match, later: bool) -> str | None:
    """Show the code with another number, where it has only one that is given to a function: "first 20 numbers", "make it 12 long"."""
    tree = tree_of(here.code)
    numbers = (
        [arg for node in ast.walk(tree) if isinstance(node, ast.Call) for arg in node.args if _is_number(arg)]
        if tree and later
        else []
    )
    if len(numbers) != 1:
        return None
    if str(numbers[0].value) == found["number"] and "range(1," not in here.code:
        return f"It is {found['number']} already: `{ast.unparse(numbers[0])}` in the code says so."
    last = any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == "range"
        and len(node.args) == 2
        and ast.unparse(node.args[0]) == "1"
        and node.args[1] is numbers[0]
        for node in ast.walk(tree)
    )
    number = str(int(found["number"]) + last)  # of `range(1, ...)` the end is left out
    code = "\n".join(line.partition("  #")[0] for line in placing.put(here.code, numbers[0], number).split("\n"))
    ran = run(code)
    return f"```python\n{code}\n```" + (f"\n\n{said_of(ran, code)}" if ran and not ran.by_chance else "")


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value > 2


def _commented(here: Sent, found: re.Match, later: bool) -> str | None:
    code = explaining.commented(here.code)
    return f"```python\n{code}\n```" if code else None


_ORDER = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "fifth": 4, "last": -1}


def _changed(
    by: Callable[[str], str | None], said: str = "", *, unlike: str = ""
) -> Callable[[Sent, re.Match, bool], str | None]:
    """Return a wish that shows code changed, if it still does the same."""

    def does(here: Sent, found: re.Match, later: bool) -> str | None:
        changed = by(here.code)
        if changed is None or (not unlike and not changing.same(here.code, changed)) or not tree_of(changed):
            return None
        ran = run(changed)
        after = f"\n\n{said or unlike}" if said or unlike else ""
        shown = f"\n\n{_same_result(ran)}" if not unlike and ran and ran.printed.strip() and not ran.asked else ""
        return f"```python\n{_spaced(changed)}\n```{after}{shown}"

    return does


def _same_result(ran: Run) -> str:
    lines = ran.printed.strip().split("\n")
    return f"It still prints {', '.join(f'`{line}`' for line in lines)}." if len(lines) < 4 else "It prints the same as before."


def _spaced(code: str) -> str:
    """Return code with a blank line between a function and what stands below it."""
    return re.sub(
        r"\n(?=\S)(?!(?:else|elif|except|finally|def|@|[)\]}]))(?<=[^\n]\n)",
        lambda m: "\n\n" if re.search(r"\n[ \t]+\S[^\n]*\Z", code[: m.start()]) and _in_function(code[: m.start()]) else "\n",
        code,
    )


def _in_function(before: str) -> bool:
    heads = [line for line in before.split("\n") if line and not line[0].isspace()]
    return bool(heads) and heads[-1].startswith(("def ", "class "))


def _without(here: Sent, found: re.Match, later: bool) -> str | None:
    named = re.sub(r"[()`'\"]|\b(?:the|a|an|function|using|any)\b", "", found["what"]).strip().casefold()
    if named == "recursion" and not any(
        f"{name}(" in here.code.partition(f"def {name}")[2].partition("\n\n")[0].partition("\n")[2]
        for name in re.findall(r"def (\w+)", here.code)
    ):
        return "It is without recursion already: no function in it calls itself."
    changed = changing.without(here.code, named)
    return _changed(lambda _: changed)(here, found, later) if changed else None


def _faster(here: Sent, found: re.Match, later: bool) -> str | None:
    quick = changing.faster(here.code)
    if quick is None or not tree_of(quick[1]):
        return None
    return f"{quick[0]}:\n\n```python\n{quick[1]}\n```"


def _script(here: Sent, found: re.Match, later: bool) -> str | None:
    from .javascript import translated

    code = translated(here.code)
    return f"```javascript\n{code}\n```" if code else None


_WISHES: list[tuple[Regex, Callable[[Sent, re.Match, bool], str | None]]] = [
    (Regex(r"\b(?:java ?script|js)\b", re.IGNORECASE), _script),
    (Regex(rf"{_HINTS.pattern}|{_DOC.pattern}", re.IGNORECASE), lambda here, found, later: None if _NOT_OF_IT.search(here.asked) else _typed(here, found, later)),
    (Regex(r"\b(?:write|add|make|give|show|create|need|want|with|have)\b.{0,30}\b(?:unit ?)?tests?\b|\btest (?:it|this|that|for (?:it|this|that))\b|\bhow (?:can|do|would|should|could) i (?:unit )?test\b|\A\W*(?:and )?(?:a |some )?(?:unit ?)?tests?(?: please| for it| for that)?\W*\Z|\bpytest\b", re.IGNORECASE), _a_test),
    (Regex(r"\bwhile[- ]?(?:loop)?\b(?!.{0,20}\b(?:wrong|error|work))", re.IGNORECASE), _changed(changing.with_while)),
    (Regex(r"\bfor[- ]loops?\b|\b(?:as|with|in|using) a (?:normal |simple )?loop\b", re.IGNORECASE), _changed(changing.with_for)),
    (Regex(r"\b(?:without|not using|don'?t use|do not use|no|avoid)\b (?:using )?(?P<what>[\w\[\]:.-]+(?:\(\))?(?: comprehensions?)?)", re.IGNORECASE), _without),
    (Regex(r"\bonly\b.{0,12}\b(?P<which>even|odd)\b|\b(?:skip|without)\b.{0,12}\b(?P<not>even|odd)\b", re.IGNORECASE), lambda here, found, later: later and _changed(lambda code: making.only(code, "{} % 2 == " + str(int("odd" in (found["which"] or "") or "even" in (found["not"] or "")))), unlike="`%` gives the remainder of a division: an even number leaves 0.")(here, found, later)),
    (Regex(r"\b(?:loop|repeat|ask|play|run|try)\w*\b.{0,30}\b(?:again|repeat\w*|over and over)\b|\bin a loop\b", re.IGNORECASE), lambda here, found, later: later and _changed(making.repeated, unlike="`break` leaves the loop.")(here, found, later)),
    (Regex(r"\bdescending\b|\b(?:reverse|reversed|opposite|other) order\b|\b(?:largest|biggest|highest|newest|oldest) (?:ones? )?first\b|\bfrom (?:high|large|big)\w*\b", re.IGNORECASE), lambda here, found, later: later and _changed(making.descending, unlike="`reverse=True` puts the highest first.")(here, found, later)),
    (Regex(r"\bcomprehensions?\b", re.IGNORECASE), _changed(changing.as_comprehension)),
    (Regex(r"\bf-?strings?\b", re.IGNORECASE), _changed(changing.with_f_strings)),
    (Regex(r"\b(?:faster|quicker|speed (?:it |this )?up|optimi[sz]e|slow|more efficient|performance)\b", re.IGNORECASE), _faster),
    (Regex(r"\b(?:short(?:er|en)|fewer lines|one[- ]?liner|(?:in|on) one line|more compact|simplify|simpler|cleaner|more pythonic|refactor|improve)\b", re.IGNORECASE), lambda here, found, later: _changed(changing.shorter)(here, found, later) or _short_already(here, found)),
    (Regex(r"\b(?:user|keyboard|ask|asks|type|typed|enter|enters|input)\b.{0,40}\b(?:input|for (?:it|the|a|my|their)|number|word|text|name|in|enter|value)\b|\b(?:from|with|use) (?:an? )?(?:user )?input\b|\blet (?:me|the user|people|somebody|someone|them) (?:type|enter|choose|put)\b", re.IGNORECASE), lambda here, found, later: later and _changed(changing.with_input, unlike="`input` gives a text; `int(...)` makes a number of it.")(here, found, later)),
    (Regex(r"\b(?:as|into|in|make it|turn (?:it|this) into) a (?:python )?function\b", re.IGNORECASE), _changed(making.as_function)),
    (Regex(r"\A\W*(?:(?:and|now|but|please|only|can you|make|it|them|the|first|show|with|give me|up to|to|use|just)\W+)*(?P<number>\d{1,3})(?: (?:numbers?|characters?|letters?|long|times|values|of them|terms?|digits?|words?|please|instead|rounds?))*\W*\Z", re.IGNORECASE), _other_number),
    (Regex(r"\b(?:add|put|write|insert|give|with|need|want|include)\b.{0,20}\bcomments?\b|\bcomment (?:out loud|(?:this|it|the|my|each|every|your|that)\b)|\bcommented\b|\bexplain (?:the |this |that |your |each |every )?(?:code|script|function|loop|lines?)\b(?! (?:line|step))|\b(?:do not|don'?t|dont) (?:understand|get) the (?:code|loop|function|script)\b", re.IGNORECASE), lambda here, found, later: _commented(here, found, later) if later or "comment" in found[0].casefold() else None),
    (Regex(r"\b(?P<which>first|second|third|fourth|fifth|last|1st|2nd|3rd) line\b", re.IGNORECASE), _one_line),
    (Regex(r"\b(?:what(?:'s| is| does| will| would| do).{0,40}\b(?:print|output|result|return|show|display|give|produce)s?\b|(?:the )?output|prints? out)\b", re.IGNORECASE), _prints),
    (Regex(r"\b(?:what|how) .{0,20}\b(?:if|with|when|for)\b|\A\W*(?:(?:and|so|but|now)\W+)*(?:if|with|when|for)\b", re.IGNORECASE), lambda here, found, later: later and _prints(here, found, later)),
    (Regex(r"\bline[- ]by[- ]line\b|\beach line\b|\bevery line\b|\bstep[- ]by[- ]step\b|\b(?:plain|simple) (?:english|words|language)\b", re.IGNORECASE), _explain),
    (Regex(r"\A\W*(?:(?:ok|okay|but|and|so|thanks|great|hm+)\W+)*(?:why (?:does|is|did) (?:that|it|this) (?:work|so|like that)|how (?:does|do) (?:that|it|this|the code)(?: code| function)? work|why|how come|explain (?:it|that|this|the code|please|how (?:it|this|that|the (?:code|function)) works|what (?:it|this|that) does)?|can you explain(?: (?:it|that|this|the code))?|what does (?:that|it|this)(?: code)? do)(?: (?:please|to me|exactly|then))*\W*\Z", re.IGNORECASE), _explain_and_run),
    (Regex(r"\b(?:explain|what (?:does|do|is|will|would)|meaning|mean|understand|describe|how does|doing)\b(?!.{0,30}\b(?:wrong|error|problem|bug|issue|mistake)\b)", re.IGNORECASE), lambda here, found, later: None if later or mending.ASKED.search(here.asked) or here.error else _explain_and_run(here, found, later)),
]  # fmt: skip
