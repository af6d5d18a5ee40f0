"""Trivia: one question after the other, from the quizzes or about capitals, and each answer is checked."""

import re

from ...tables import read_table
from ..everyday.wish import NUMBER, NUMBERS, counted
from ..regex import Regex
from .game import Opening, Said

_OPENS = Regex(
    r"\b(?:ask|give|tell) me an? (?:\w+ ){0,3}?(?:trivia|quiz|general knowledge|test)\s?(?:question)?\b(?! (?:with|and)\b)|\b(?:ask|give) me an? (?:\w+ )?question (?:about|on)\b"
    r"|\b(?:let'?s|can we|i want to|wanna|want to|shall we) (?:play|do)\b.{0,15}\b(?:trivia|quiz|pub quiz)\b|\A\W*(?:play )?trivia(?: game)?\W*\Z|\bquiz me(?: (?:on|about|in)\b(?!.*\bwith\b).*)?\W*\Z|\btest my (?:general )?knowledge\W*\Z",
    re.IGNORECASE,
)
_TOPIC = Regex(r"\b(?:about|on|of)\s+(?P<topic>[^.?!,]+)", re.IGNORECASE)
_KIND = Regex(  # "a geography quiz": what stands before the quiz is its topic
    r"\b(?!(?:an?|the|my|your|some|this|that|short|little|quick|fun|funny|nice|good|new|easy|hard|difficult|real|pub|one|another|me|do|play|us|you|for|and|with|mini|small|big|great)\b)(?P<topic>[a-z]{3,}(?: knowledge)?)[ -](?:quiz|trivia|question)\b",
    re.IGNORECASE,
)
_MANY = Regex(rf"\b({NUMBER}) (?:\w+ )?questions\b", re.IGNORECASE)
_NEXT = Regex(
    r"\W*(?:ok |and |now |yes |please )*(?:next|another|skip|one more|more|go on|continue|again|new)(?: (?:one|question|please|round))*\W*\Z",
    re.IGNORECASE,
)
_UNKNOWN = Regex(
    r"\W*(?:i (?:don'?t|do not) know|idk|no idea|dunno|pass|tell me(?: the answer)?|what(?:'s| is) the answer|i give up|give up|not sure)\b.{0,20}\Z",
    re.IGNORECASE,
)
_NO_MOVE = Regex(
    r"\A\W*(?:what(?!'s)|who|when|where|why|how|can|could|write|explain|give|make|translate|please|tell)\b", re.IGNORECASE
)
_SMALL = frozenset(
    "the a an is it its in at of by with about to i think maybe guess and or on was my answer would say that s".split()
)
CAPITALS = "Spain Kenya Peru Norway Vietnam Canada Hungary Egypt Argentina Thailand Portugal Cuba".split()


def opens(text: str) -> bool:
    """Return whether a message asks for one question to answer."""
    if not _OPENS.search(text) or re.search(
        r"\bwith (?:the |an )?answers?\b|\bfor (?:my|our|the|a) (?:class|students|pupils|lesson)\b", text, re.IGNORECASE
    ):
        return False
    return _topic(text) is not None


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return whether the answer is right, and the next question."""
    questions = _questions(_topic(opening.text))
    if many := _MANY.search(opening.text):
        questions = questions[: max(1, counted(many[1]))]
    if not moves:
        return Said(questions[0][0])
    at = right = 0
    told = None
    for move in moves:
        if at >= len(questions):
            return None
        wanted = questions[at][1]
        if _NEXT.match(move) or _UNKNOWN.match(move):
            told = f"The answer was: {wanted}."
        elif _NO_MOVE.match(move) or len(move.split()) > 8:
            return None
        elif _fits(move, wanted):
            right += 1
            told = f"Right: {wanted}."
        else:
            told = f"No, it is: {wanted}."
        at += 1
    if at >= len(questions):
        return Said(f"{told} That was my last question: {right} of {at} right.", over=True)
    return Said(f"{told} ({right} of {at})\n\nNext: {questions[at][0]}")


def _topic(text: str) -> str | None:
    found = _TOPIC.search(text) or _KIND.search(text)
    if not found:
        return "general knowledge"
    topic = found["topic"].casefold()
    if "capital" in topic:
        return "capitals"
    return next((name for name, one in _quizzes().items() if re.search(rf"\b(?:{one['asked']})\b", topic)), None)


def _questions(topic: str) -> list[list[str]]:
    if topic != "capitals":
        return _quizzes()[topic]["questions"]
    from ..computed.atlas import atlas

    named = {place.name: place.capital for place in atlas().countries.values()}
    return [[f"What is the capital of {name}?", named[name]] for name in CAPITALS]


def _quizzes() -> dict[str, dict]:
    return read_table("everyday/quizzes.yaml")


def _fits(said: str, wanted: str) -> bool:
    """Return whether an answer has the words of the right one; what stands in brackets there need not be said."""
    asked = _words(re.sub(r"\(.*?\)", "", wanted))
    main = _words(re.split(r", in |, such | \(|, ", wanted)[0])
    given = _words(said)
    return bool(given) and (
        main <= given or asked <= given or (bool(given & main) and given <= asked and not given <= _digits(asked))
    )


def _digits(words: set[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _words(text: str) -> set[str]:
    found = set(re.findall(r"[^\W_]+", text.casefold().replace(",", ""))) - _SMALL
    return {str(NUMBERS.index(word)) if word in NUMBERS else word.removesuffix("s") if len(word) > 3 else word for word in found}
