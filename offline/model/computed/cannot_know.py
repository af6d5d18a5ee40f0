"""What no language model can know by itself: now, today, live data, the future, private things. It says so, and why."""

import re
from functools import cache

from ...tables import read_table
from ..games.game import CANNOT
from ..regex import Regex
from .question import Answer, Question, says

ABOUT = "cannot know"
_HOW_WARM = Regex(r"(?:and )?how (?:warm|cold|hot) is it", re.IGNORECASE)
_OUTSIDE = Regex(r"\b(?:weather|forecast|outside|today|rain|snow|temperature)\b", re.IGNORECASE)
_AROUND = Regex(
    r"\A(?:(?:hey|hi|hello|please|so|and|ok|um|pls|can you tell me|could you tell me|tell me|do you know|i want to know)\b[\s,!.]*)+|[\s?!.]+\Z|[\s,]*\b(?:please|pls|plz|thanks)[\s?!.]*\Z",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Return why a model cannot know what is asked; None for what it might."""
    text = " ".join(question.text.replace("’", "'").split())
    if not 0 < len(text) < 200 or re.search(r"\bdifference between\b|\b(?:vs|versus)\b", text, re.IGNORECASE):
        return None
    bare = _AROUND.sub("", _AROUND.sub("", text))
    if _HOW_WARM.fullmatch(bare) and question.before and not _OUTSIDE.search(question.earlier("user")[0]):
        return None  # of the Sun, of which was asked before
    for candidate in (text.rstrip("?!. "), bare):
        for reason, pattern in _kinds():
            if pattern.fullmatch(candidate):
                why = {"why": [(1.0, reason["why"])]} if "why" in reason else {}
                return says(
                    reason["say"],
                    short=reason["short"],
                    about=ABOUT,
                    forms={"data": [(1.0, reason["short"])], **why},
                    guarded=True,
                )
    return None


@cache
def _kinds() -> list[tuple[dict[str, str], Regex]]:
    """Return each reason with what is asked for, the first that fits first."""
    table = read_table("cannot_know.yaml")
    reasons = table["reasons"] | {"game": {"say": CANNOT, "short": "I cannot do that."}}
    return [
        (reasons[row["reason"]], Regex(row["asked"].replace("{now}", table["now"]), re.IGNORECASE | re.DOTALL, row["needs"]))
        for row in table["asked"]
    ]
