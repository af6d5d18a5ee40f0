"""What people told is kept in mind: a number to remember, why they do something, and a plain fact to which nothing else is to be said."""

import re

from ..regex import Regex
from .memory import ASKS, CLAUSES, FILLER, MINE, UNFINISHED, WISHED, content_words, ordered, states_only, turned
from .question import Answer, Question, says

LONGEST = 160  # characters of a message that is only noted
_REMEMBER = Regex(
    r"\b(?:remember|keep in mind|memori[sz]e|note)\b(?: (?:this|the|these|those|my|following|three|two|four|five|secret|that))* (?P<what>numbers?|words?|codes?|codewords?|names?|passwords?|dates?|animals?|colou?rs?|letters?|sentence|pin|address|list)(?: (?:is|are|for me|please))?\s*[:=-]?\s*(?P<it>\S.*)\Z",
    re.IGNORECASE,
)
_GRIEF = Regex(
    r"\b(?:die[sd]?|dead|death|dying|sick|ill|lost|pain|hurts?|cry|crying|cried|alone|lonely|fired|fight|fought|divorce\w*|broke up|kill\w*|depress\w*|sad|afraid|scared|suicid\w*|cancer|accident|hospital|stress\w*|tired|hungry|bored|help)\b",
    re.IGNORECASE,
)
_NOTE = Regex(
    r"\W*(?:the|our|his|her|their) (?:[\w-]+ ){0,2}(?:passwords?|code|pin|key|number|meeting|appointment|party|exam|test|train|bus|flight|plane|game|match|wedding|concert|lesson|class|course|deadline|dentist|doctor|address|room|name) (?:is|are|starts?|begins?|ends?|leaves?|opens?|was)\b(?=.*(?:\d|\b(?:on|at|in)\b|\bis \w+\W*\Z))",
    re.IGNORECASE,
)

_NOTED = re.compile(r"(?:Noted|Thank you for telling me):|Noted\.|I will remember that in this conversation\.")


def to_be_kept(question: Question) -> Answer | None:
    """Return the number, the words or the like that was to be remembered: "this number: 4817"; None where nothing of the kind is asked."""
    text = question.text.replace("’", "'")
    if not ASKS.search(text):
        return None
    for told in question.earlier("user"):
        found = _REMEMBER.search(told.replace("’", "'"))
        if (
            found
            and re.search(rf"\b{found['what'].rstrip('s')}", text, re.IGNORECASE)
            and not re.search(r"\bwhy\b|\bhow\b", text, re.IGNORECASE)
        ):
            what = found["what"].casefold()
            return says(
                f"The {what} {'are' if what.endswith('s') else 'is'} {found['it'].strip(' .!')}.", short=found["it"].strip(" .!")
            )
    return None


def reason(question: Question) -> Answer | None:
    """Return why somebody does something, as they told it: "because my girlfriend is from Mexico"; None where that is not asked, or was not told."""
    text = question.text.replace("’", "'")
    if not question.before or not re.match(r"\W*(?:and |so |but )?why (?:am|do|did|was|is|are|have|does) ", text, re.IGNORECASE):
        return None
    wanted = content_words(text)
    for told in question.earlier("user"):
        found = re.match(
            r"(?P<what>.*?),? (?P<why>(?:because|so that|in order to|since) .+?)[.!]*\Z",
            told.replace("’", "'"),
            re.IGNORECASE | re.DOTALL,
        )
        if found and wanted and wanted <= content_words(found["what"]) and MINE.search(text):
            return says(turned(found["why"]))
    return None


def at_last(question: Question) -> Answer | None:
    """Note what somebody tells of themselves where nothing else is to be said to it; None where more is told than a fact, or it is sad."""
    text = FILLER.sub("", question.text.replace("’", "'"))
    clauses = [clause for clause in CLAUSES.split(text) if clause and clause.strip()]
    if (
        len(text) > LONGEST
        or question.goes_on_from_nothing
        or not clauses
        or ASKS.search(text)
        or ordered(text)
        or WISHED.match(text)
        or UNFINISHED.search(text)
        or _GRIEF.search(text)
        or not states_only(text)
    ):
        return None
    if _NOTE.match(text):
        return says("[Noted.*3|I will remember that in this conversation.]", weak=True)
    if (
        not all(MINE.search(clause) for clause in clauses[:1])
        or len(text.split()) < 2
        or re.search(r"\b(?:you|your|it|that|this)\b", text.partition(",")[0], re.IGNORECASE)
    ):
        return None
    noted = " and ".join(turned(clause, start=False).rstrip(".") for clause in clauses[:4])
    return says(f"[Noted:*3|Thank you for telling me:] {noted}.", weak=True)


def is_note(said: str) -> bool:
    """Return whether a reply says no more than that something was heard."""
    return bool(_NOTED.match(said))
