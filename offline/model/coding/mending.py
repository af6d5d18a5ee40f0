"""Say what is wrong with Python that is sent, and send it back mended: so that Python can read it, and nothing stops it."""

import re

from ..regex import Regex
from . import repairing, syntax
from .reading import Sent, tree_of
from .running import Run, run

ASKED = Regex(
    r"\b(?:wrong|fix\w*|errors?|bugs?|mistakes?|correct\w*|mend|repair|debug|broken|fails?|crash\w*|exception|traceback|problem|issue|stops?|throws?|raises?|stuck|never (?:ends|stops)|infinite|doesn'?t|dont|don'?t|won'?t|isn'?t|not|instead of|None|why|why (?:is|does|do|am|are)|help|check|complains?|says)\b",
    re.IGNORECASE,
)
_CRASHES = Regex(r"\b(?:crash\w*|fails?|stops?|exception|traceback|throws?|raises?|error)\b", re.IGNORECASE)
_ENDLESS = Regex(
    r"\b(?:never|not|n'?t) (?:ends?|stops?|finish\w*)|\b(?:endless|infinite|forever|keeps (?:going|running|printing)|hangs)\b",
    re.IGNORECASE,
)
_TEXTS = Regex(r"([\"'])\d+\1 ?\+ ?([\"'])\d+\2")  # numbers in quotes, put together
_SLOW = Regex(r"\bslow|fast|optimi", re.IGNORECASE)
NOT_SEEN = "I do not see why it should stop: Python can read it, but I cannot run all of it here. Send me the last line of the error (such as `KeyError: 'name'`), and I say what it means."


def mended(here: Sent) -> str | None:
    """Return what is wrong with the code and the code without it, or that nothing wrong is seen."""
    found = if_broken(here)
    if found or _SLOW.search(here.asked):
        return found
    if not tree_of(here.code):
        return None
    if here.error:
        return None  # the words of the error are explained in general (data/everyday/errors.yaml)
    ran = run(here.code)
    if ran and not ran.error and not ran.endless:
        from .talk import said_of

        shown = said_of(ran, here.code)
        if _TEXTS.search(here.code):
            return f'{shown}\n\nIn quotes, `"5"` is a text, and `+` puts texts one behind the other. For a sum, leave the quotes out, or make numbers of them: `int("5") + int("5")`.'
        lead = (
            "I do not see why it should stop"
            if _CRASHES.search(here.asked)
            else "Python can read this, and I see no misspelled name"
        )
        return (
            f"{lead}: it runs here. {shown}"
            + ("\n\n" if "```" in shown else " ")
            + "What should it do instead? If you have an error, send me its last line."
        )
    return NOT_SEEN


def if_broken(here: Sent) -> str | None:
    """Return what is wrong with the code and the code without it; None where nothing wrong is seen."""
    readable = syntax.readable(here.code)
    if readable is None:
        return None
    reasons, code = readable
    if _ENDLESS.search(here.asked) and (unset := re.match(r"while (\w+) ?[<>]=? ?\w", code)):
        code = f"{unset[1]} = 0\n{code}"  # its beginning was left out: what matters is that it never ends
    first = run(code) if not reasons else None
    if isinstance(getattr(first, "error", None), NameError) and here.error and "NameError" not in here.error:
        return None  # only a piece was sent: what it lacks stands elsewhere
    if not first or (not first.error and not first.endless):
        named, code = syntax.spelled(code)
        reasons = [*reasons, *named]
    repaired = repairing.repaired(code, of_a_whole=bool(here.error or (not reasons and _CRASHES.search(here.asked))))
    if not reasons and not repaired.reasons:
        return None
    told = list(dict.fromkeys([*reasons, *repaired.reasons]))
    lead = _where(first, here.code) if first and first.error else ""
    if repaired.open and len(told) == 1:
        return f"{lead}{_sentences(told)}"
    now = _after(repaired)
    return f"{lead}{_sentences(told) if now else _sentences(told)[:-1] + ':'}{now}\n\n```python\n{repaired.code}\n```"


def _where(ran: Run, code: str) -> str:
    """Return where Python stops."""
    line = code.split("\n")[ran.node.lineno - 1].strip() if ran.node and hasattr(ran.node, "lineno") else ""
    kind = type(ran.error).__name__
    return f"Python stops at `{line}` with {'an' if kind[0] in 'AIOU' else 'a'} {kind}. " if line else ""


def _sentences(reasons: list[str]) -> str:
    if len(reasons) == 1:
        return f"{_capital(reasons[0])}."
    return " ".join(f"{number}. {_capital(one)}." for number, one in enumerate(reasons, 1))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _after(repaired: repairing.Repaired) -> str:
    """Return what the mended code prints, where it can be run and prints little."""
    ran = repaired.run
    if not ran or ran.error or ran.endless or ran.by_chance or not ran.printed.strip():
        return ""
    lines = ran.printed.strip().split("\n")
    typed = " (with 5 typed in)" if ran.asked else ""
    return (
        f" Mended, it prints{typed} {', '.join(f'`{line.strip()}`' for line in lines if line.strip())}:" if len(lines) < 5 else ""
    )
