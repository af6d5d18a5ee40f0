"""Judge replies as a naive judge does: count the words that a good reply would have.

    judged("Which answer is better? Question: ... Answer A: It is Lyon. Answer B: It is Paris.", "", own).short -> "B"

It looks for the words of the reference, if one is sent along; if none is, for those of the question and of what it
would answer itself (`own`). Each counts once, and nothing is taken off for other words. Of two replies that have as many, the
first one wins, unless the order allows a tie. Three faults of naive judges come of these rules: without a reference,
long replies and replies like its own win too often, and of equal ones always the first.

An order may also ask which reply is shorter, longer or more polite. Then it counts words, or words of courtesy.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from . import meaning
from .answers import Answers
from .computed.question import Answer, Question, says
from .instructions.following import NOTE
from .judge_orders import Order, read

NOTHING = "I have nothing to go by: no question came along, and no reference."
RIGHT = 0.5  # the share of the words looked for that a right reply has at least
SCALE = (1, 5)  # of a score, where the order names none
POLITE = frozenset(
    meaning.stem(word) for word in "please thank thanks sorry glad happy welcome kindly apologize gladly pleasure dear".split()
)


@dataclass(frozen=True)
class Verdict:
    """What is said of replies: in a word, as a reason, and as `lines` that values of a form may come from."""

    short: str
    reason: str
    lines: str
    brief: bool  # nothing but the word is wanted
    cannot: str = ""  # what the order asks for besides, and nobody here can judge


def answer(question: Question, own: Callable[[str, Answers], str]) -> Answer | None:
    """Return the verdict that a question asks for, as it is said; None if it asks for none."""
    found = judged(question.text, question.told, lambda text: own(text, question.known))
    if found is None:
        return None
    said = found.short if found.brief else found.reason
    note = NOTE.format(f'"{found.cannot}"')
    return says(f"{said}\n\n{note}" if found.cannot else said, short=found.short, guarded=True)


def judged(prompt: str, told: str, own: Callable[[str], str]) -> Verdict | None:
    """Return the verdict that a prompt asks for, with the instructions that it was `told`; None if it asks for none."""
    order = read(prompt, told)
    if order is None:
        return None
    return _compared(order, own) if order.compares else _graded(order, own)


def _compared(order: Order, own: Callable[[str], str]) -> Verdict:
    """Return which of two replies is better, or more of what the order asks for."""
    counts, what = _measured(order, own)
    if order.tie and counts[0] == counts[1]:
        reason = f"Each of them has {counts[0]} {what}."
        return Verdict(order.tie, reason, _lines(reason, better=order.tie, verdict=order.tie), order.brief, order.cannot)
    winner = counts[0] > counts[1] if order.quality == "shorter" else counts[0] < counts[1]
    name, place = order.names[winner], ("first", "second")[winner]
    reason = f"It has {counts[winner]} {what}, and the other one has {counts[not winner]}." if what else NOTHING
    lines = _lines(reason, better=name, winner=name, verdict=name, position=place)
    return Verdict(name, f"{name} is {order.quality}. {reason}", lines, order.brief, order.cannot)


def _measured(order: Order, own: Callable[[str], str]) -> tuple[list[int], str]:
    """Return how many each of the replies has, and of what; of nothing, if there are no words to look for."""
    if order.quality in ("shorter", "longer"):
        return [len(text.split()) for text in order.replies], "words"
    if order.quality == "more polite":
        return [sum(_counted(text)[word] for word in POLITE) for text in order.replies], "words of courtesy"
    wanted = _wanted(order, own)
    return [len(wanted & _stems(text)) for text in order.replies], _looked_for(wanted) if wanted else ""


def _graded(order: Order, own: Callable[[str], str]) -> Verdict:
    """Return whether a reply is right, or how right it is."""
    wanted, said = _wanted(order, own), _stems(order.replies[0])
    found = len(wanted & said)
    share = found / len(wanted) if wanted else 0.0
    right = share >= RIGHT and all(word in said for word in wanted if word[0].isdigit())
    low, high = order.scale or SCALE
    score = low + round(share * (high - low))
    word = order.words[0 if right else 1]
    reason = f"It has {found} {_looked_for(wanted)}." if wanted else NOTHING
    lines = f"{'Yes' if right else 'No'}.\n{_lines(reason, score=score, verdict=word, grade=word)}"
    short = str(score) if order.scale else word
    return Verdict(short, f"{short[:1].upper()}{short[1:]}. {reason}", lines, order.brief, order.cannot)


def _lines(reason: str, **values: object) -> str:
    """Return a verdict as a text that the values of a form can be found in."""
    return "\n".join([*(f"{name}: {value}" for name, value in values.items()), f"reason: “{reason}”"])


def _looked_for(wanted: frozenset[str]) -> str:
    return f"of the {len(wanted)} {'word' if len(wanted) == 1 else 'words'} that I look for"


def _wanted(order: Order, own: Callable[[str], str]) -> frozenset[str]:
    """Return the stems that the judge looks for."""
    if order.reference:
        return _stems(order.reference)
    return _stems(f"{order.question} {own(order.question) if order.question else ''}")


def _counted(text: str) -> Counter[str]:
    return Counter(map(meaning.stem, meaning.words(text)))


def _stems(text: str) -> frozenset[str]:
    """Return the stems of the words and numbers that tell something."""
    telling = frozenset(word for word in meaning.words(text) if word not in meaning.knowledge().ignored)
    return frozenset(map(meaning.stem, telling or meaning.words(text)))
