"""Quizzes with answers: any number of questions up to ten about a topic of data/everyday/quizzes.yaml."""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import NUMBER, UNSAFE, Wish, counted, has, number

LONGEST = 250  # characters of a request
USUAL = 5
_ASKS = Regex(
    r"\b(?:quiz(?:zes)?|trivia|quiz me|test me|test my knowledge|(?:quiz|trivia|test|exam|knowledge) questions?|questions? (?:and|with) answers?|questions? (?:about|on) .* with (?:the )?answers?|multiple[- ]choice)\b",
    re.IGNORECASE,
    needs="knowledge multiple question quiz test trivia",
)
_TOPIC = Regex(r"\b(?:about|on|of|regarding|around|over)\s+(?:the |my |a |an )?(?P<topic>[^.?!,]+)", re.IGNORECASE)
FOR_CLASS = "for kids. for children. for my class. with the answer"  # what each quiz is
TRUE_OR_FALSE = "true or false"
_TRUE_OR_FALSE = Regex(r"\btrue[ /-](?:or )?false\b|\bfacts? or myths?\b", re.IGNORECASE)
_SINGLE = Regex(r"(?:\A|\b(?:an?|one|another) )(?:\w+ ){0,3}question\b", re.IGNORECASE)
_NOT = Regex(
    r"\b(?:function|program|app|python code|script|javascript|(?<!my )(?<!our )(?<!the )class|html|what is|who is|translate|in python)\b",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return the quiz that is asked for; None if none is, or if its topic is not known."""
    text = wish.whole
    if len(text) > LONGEST or UNSAFE.search(text) or not _ASKS.search(wish.text) or _NOT.search(wish.text):
        return None
    topic = _topic(text)
    if topic and _TRUE_OR_FALSE.search(text):  # the statements to judge are another set
        asked_for, topic = (
            topic,
            TRUE_OR_FALSE if topic in ("general knowledge", TRUE_OR_FALSE) else f"{TRUE_OR_FALSE} about {topic}",
        )
        if topic not in _quizzes():
            known = ", ".join(name.partition(" about ")[2] for name in _quizzes() if name.startswith(f"{TRUE_OR_FALSE} about"))
            return Answer(
                [(1.0, f"I have no true-or-false statements about {asked_for}, only about {known}, and mixed ones.")],
                about=asked_for,
            )
    if topic is None:
        return None
    asked = _count(wish)
    questions = _quizzes()[topic]["questions"][:asked]
    if asked == _usual(wish.text) == 1 and not wish.details:
        ways = [f"{one}\n\nAnswer: {right}" for one, right in _quizzes()[topic]["questions"]]
        return Answer([(1.0 / (place + 1), way) for place, way in enumerate(ways)], about=topic, obeys=FOR_CLASS)
    lines = "\n".join(f"{place}. {question}" for place, (question, _) in enumerate(questions, 1))
    answers = "\n".join(f"{place}. {right}" for place, (_, right) in enumerate(questions, 1))
    more = f"\n\nI know no more than {len(questions)} questions about that." if asked > len(questions) else ""
    told = "" if has(text, "without (?:the )?answers?|no answers") else f"\n\nAnswers:\n\n{answers}"
    return Answer([(1.0, f"**Quiz: {topic}**\n\n{lines}{told}{more}")], about=topic, obeys=FOR_CLASS)


def _topic(text: str) -> str | None:
    quizzes = _quizzes()
    given = _TOPIC.search(text)
    said = given["topic"] if given else text
    fits = next((name for name, one in quizzes.items() if name != "general knowledge" and has(said, one["asked"])), None)
    if fits or (given and not has(said, quizzes["general knowledge"]["asked"])):
        return fits
    before = re.split(r"\bquiz|\btrivia", text, flags=re.IGNORECASE)[0].split()
    known = not before or before[-1].casefold() in _USUAL or has(before[-1], quizzes["general knowledge"]["asked"])
    return "general knowledge" if known else None


_USUAL = frozenset(
    "a the me my small little short quick simple easy fun hard some make give create play do another like us with nice good new want generate start".split()
)


def _count(wish: Wish) -> int:
    later = [found[1] for detail in wish.details if (found := re.search(rf"\b({NUMBER})\b", detail, re.IGNORECASE))]
    return counted(later[-1]) if later else number(wish.text, "questions?|question quiz|quiz", _usual(wish.text), most=99)


def _usual(text: str) -> int:
    return 1 if _SINGLE.search(text) else USUAL


@cache
def _quizzes() -> dict[str, dict]:
    return read_table("everyday/quizzes.yaml")
