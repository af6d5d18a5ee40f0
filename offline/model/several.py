"""Several questions in one message: where one ends and the next begins, and what there is to say to each."""

import re
from dataclasses import dataclass, field

from . import abouts, coding, computed, one_question, pointing
from .answers import points
from .computed import Answer, Question
from .one_question import ASKS, GREETS, plainly
from .regex import Regex

_CUT = Regex(
    r"(?<=[.!?])\s+|\n+|;\s+|\s*(?<!\()\b\d[.)]\s+(?=[a-z])|\s*(?<!\S)\d\)\s+(?=\S)|(?<=\?),?\s*(?=and\b)|,\s+(?=(?:how|where|when|who|why) (?:\w+ )?(?:is|are|was|did|does|can) (?:it|he|she|they)\b)|,?\s+(?:and|also|plus|&)\s+(?:also |then |please )*(?=(?:(?:what|whats|who|where|when|how|why|which|is|are|does|do|can|tell|translate|count|name|calculate|convert|give|write|(?:in|on|at|from|to|by) (?:which|what)|(?:could|should|did|was|were|has|have) (?:you|it|he|she|they|that|this|i|we))\b(?!['’])|what['’]s (?:the|a|an|your|\d)))|(?<=[a-z])\s+and\s+(?=(?:an? |another )(?:joke|riddle|fun fact|fact|haiku|limerick|quote|tongue twister)\W*\Z)",
    re.IGNORECASE,
)
# What tells something about the world; it is not asked, as long as something else is.
_STATES = Regex(r"(?:the|its|it|this|that|there|[A-Z][\w'-]+)\b[^?]* (?:is|are|was|were|has|have) [^?]*\.")
_SUM = Regex(
    r"\d|\b(?:it|that|this|each|every ?one|left|total|pay|cost|change|half|how (?:much|many|long|far|old|fast)|rest|price|what (?:time|day|date))\b",
    re.IGNORECASE,
)
_WISHES = Regex(r"(?:(?:please|can you|could you|hi|hello)\W+)*(?:tell|give|write)(?: me| us)?\b", re.IGNORECASE)
_A_THING = Regex(r"(?:an?|another) [a-z]+(?: [a-z]+)?\W*", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SHORT_OF = Regex(r"\W*(?:and |also )?(?P<how>how (?:many|much)) (?P<does>(?:does|do|did|has|have|are|is) .+)", re.IGNORECASE)
_COUNTED = Regex(r"\bhow (?:many|much) (?P<what>[\w-]+(?: [\w-]+)?) (?:does|do|did|has|have|are|is)\b", re.IGNORECASE)
_LEADS_IN = Regex(
    r"\W*(?:do|have) (?:you|u) (?:ever )?(?:know|know about|heard of|hear of|been to) (?-i:[A-Z])[\w ]+\?", re.IGNORECASE
)
_WHAT_I = Regex(r"\W*(?:so |and |now )*(?:what|how) (?:can|should|do|could|shall) (?:i|we)\b", re.IGNORECASE)
_OBJECTS = Regex(r"\b(?:but|not|no|nothing|still|just|instead|wrong|\w+n'?t)\b", re.IGNORECASE)
_FRAGMENT = 2  # words of a piece that is no sentence
_ENGLISH = Regex(r"[\s'\"(]*[a-z]{2,}\b", re.IGNORECASE | re.ASCII)
_ORDERS = Regex(
    r"\W*(?:(?:so|and|now|can you|could you|would you|will you)\W+)*(?:please|pls|plz|kindly|write|give|show|make|create|help me)\b",
    re.IGNORECASE,
)


def pieces(text: str) -> list[str]:
    """Return the pieces of a message that may be questions of their own."""
    if len(text) >= 1_000 or coding.is_sent(text):
        return []
    cut = [piece.strip(" ,;") for piece in _CUT.split(text) if piece and re.search(r"\w", piece)]
    wishes = _WISHES.match(cut[0]) if len(cut) > 1 else None
    return [f"{wishes[0]} {piece}" if wishes and _A_THING.fullmatch(piece) else piece for piece in cut]


def asks_besides(pieces: list[str], question: Question) -> bool:
    """Return whether a piece of a message with a sum asks for something that has nothing to do with it: "tell me a joke and what is 15% of 200"."""
    others = [piece for piece in pieces if ASKS.search(piece) and not _SUM.search(piece)]
    if len(pieces) < 2 or not any(_DIGIT.search(piece) and ASKS.search(piece) for piece in pieces):
        return False
    return any((found := one_question.answer(question.asking(piece, before=()))) and not found.weak for piece in others)


@dataclass
class Parts:
    """What there is to say to the pieces of a message. `wanted`: one without an answer wants something; `told_more`: one objects to something."""

    answers: list[Answer] = field(default_factory=list)
    greetings: list[Answer] = field(default_factory=list)
    open_questions: list[str] = field(default_factory=list)
    on_what_is_told: list[Answer] = field(default_factory=list)  # those of `answers` to pieces that ask nothing
    wanted: bool = False
    told_more: bool = False


def each(pieces: list[str], question: Question) -> Parts:
    """Answer the pieces of a message one by one, each after what was said before it."""
    parts, before = Parts(), question.before
    asked = any(ASKS.search(piece) or _ORDERS.match(piece) for piece in pieces)
    on_the_world = any(map(computed.everyday.asks_on_the_world, pieces))
    for piece in pieces:
        told = plainly(parts.answers[-1].ways) if parts.answers else ""
        helped = any(not one.weak for one in parts.answers)
        hanging = (
            len(pieces) > 1
            and not GREETS.fullmatch(piece)
            and pointing.hangs(piece)
            and not (helped and pointing.points(piece) and not _WHAT_I.match(piece))
        )
        beside = (len(pieces) > 1 and (points(piece) or hanging)) or (asked and _only_tells(piece, on_the_world))
        found = None if beside else _of_piece(question.asking(piece, before=before), told)
        if told and (found is None or piece in pieces[1:]) and pointing.covered(piece, told):
            continue  # "and how high is it", where that was said along with what it is
        if (hanging and helped) or (found and told and plainly(found.ways).removeprefix("As I said:").strip() == told):
            continue  # "what can I do?" after what was told, to which something was said; or the same once more
        if (
            found is None
            and (short := _SHORT_OF.fullmatch(piece))
            and (counted := _COUNTED.search(str(before[-2]["content"]) if len(before) > 1 else ""))
        ):
            found = one_question.answer(question.asking(f"{short['how']} {counted['what']} {short['does']}", before=()))
        before = (*before, {"role": "user", "content": piece})
        if found and not (found.weak and GREETS.fullmatch(piece)):
            parts.answers.append(found)
            parts.on_what_is_told += [] if ASKS.search(piece) or _ORDERS.match(piece) else [found]
            before = (*before, {"role": "assistant", "content": plainly(found.ways)})
        elif found:
            parts.greetings.append(found)
        elif not GREETS.fullmatch(piece) and not (asked and _STATES.fullmatch(piece)):
            parts.told_more = parts.told_more or bool(_OBJECTS.search(piece))
            asks = piece.endswith("?") or (_ENGLISH.match(piece) and not computed.memory.states_only(piece))
            parts.wanted = parts.wanted or bool(asks)
            parts.open_questions += [piece] if ASKS.search(piece) else []
    return parts


def orders(piece: str) -> bool:
    """Return whether a piece of a message orders something: "please write a function"."""
    return bool(_ORDERS.match(piece))


def _only_tells(piece: str, on_the_world: bool) -> bool:
    """Return whether a piece of a message in which another one asks is no question of its own: "The house is old.", "Berlin."."""
    if _LEADS_IN.match(piece):
        return True
    if ASKS.search(piece) or GREETS.fullmatch(piece):
        return bool(_STATES.fullmatch(piece))
    return bool(
        _STATES.fullmatch(piece)
        or (on_the_world and computed.memory.states_only(piece))
        or (len(piece.split()) <= _FRAGMENT and not _DIGIT.search(piece))
    )


def _of_piece(question: Question, told: str) -> Answer | None:
    """Return the answer to a piece of a message after what was `told` to the one before it: to one that points back, nothing that has no word of that."""
    text = question.text
    if not told or not pointing.points(text):
        found = one_question.answer(question)
        return found or ((computed.on_subject.second(question) or about_the_named(text, told, question)) if told else None)
    if found := computed.on_subject.answer(question) or about_the_named(text, told, question):
        return found
    found = one_question.answer(question)
    subject = abouts.telling(f"{told} {next(iter(question.earlier('user')), '')}")
    return found if found and abouts.telling(plainly(found.ways)) & subject else computed.on_subject.second(question)


def about_the_named(piece: str, told: str, question: Question) -> Answer | None:
    """Return the answer to a question that says "it" of what a reply names first, if that answer names it, too."""
    for text, name in pointing.named(piece, told):
        found = one_question.answer(question.asking(text, before=()))
        if found and not found.weak and name.split()[-1] in plainly(found.ways):
            general = one_question.answer(question.asking(f"who is {name}?", before=()))
            return found if general is None or general.ways != found.ways else None
    return None
