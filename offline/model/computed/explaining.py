"""A question with a tail: "What is inflation? I never understood it", "... with an example", "... and why does it matter".

The question is answered as without the tail, and what the tail asks for is added (data/explained.yaml). An example, or why
it matters, that is not known is named as what could not be followed.
"""

import re
from functools import cache

from ...tables import read_table
from ..language import folded
from ..regex import Regex
from .question import Answer, Question

LONGEST = 160  # characters
_LOST = Regex(
    r"(?:[\s,.?!;:(-]+(?:because |since |but |sorry |honestly )?)(?:(?:(?:i(?:'ve| have)?|we) )?(?:never|don'?t|do not|didn'?t|did not|still don'?t|can'?t|cannot)(?: really| quite| ever| fully)? (?:understood|understand|understands|get|got|gotten|grasp\w*)(?: (?:it|that|this|them))?(?: in school| at school| properly)?"
    r"|i(?:'m| am) (?:a |an )?(?:total |complete |absolute )?(?:beginner|newbie|noob|confused|lost|new to (?:this|it))(?: with (?:this|it))?|it(?:'s| is) (?:so )?confusing|it confuses me|no idea(?: what (?:it|that) is)?|i have no (?:idea|clue))\W*\Z",
    re.IGNORECASE,
    needs="beginner confused confuses confusing get got grasp have idea lost new noob understand understood",
)
_EXAMPLE = Regex(
    r"[\s,.?!;]+(?:(?:and|please|pls|can you|could you|also|explain|explain it|tell me)\s+)*(?:with|give(?: me)?|show(?: me)?|using|including|include|plus)\s+(?:(?:an?|one|some|simple|short|real|concrete|everyday|easy|good|life|real-life)\s+)*examples?(?:\s+(?:that )?(?:an?|my|every) \w+(?: \w+)? (?:gets|understands|knows|can understand))?(?:\s+from (?:real|daily|everyday) life)?(?:\s+(?:please|pls))?\W*\Z",
    re.IGNORECASE,
    needs="example",
)
_MATTERS = Regex(
    r"[\s,.?!;]+and (?:please )?(?:tell me )?why (?:(?:does|do) (?:it|that|this|they) matter|(?:is|are) (?:it|that|this|they) (?:so )?important|(?:it|that|this|they) (?:matters?|(?:is|are) important)|should (?:i|we) care)\W*\Z",
    re.IGNORECASE,
    needs="care important matter",
)
_ANALOGY = Regex(
    r"[\s,.?!;]+(?:(?:and|please|explain it|it)\s+)*(?:with|using|give(?: me)?|by|use)\s+(?:an?|some|the help of an?)\s+(?:(?:simple|good|easy|nice|everyday|short)\s+)*(?:analogy|comparison|metaphor)(?:\s+(?:please|from (?:daily|everyday) life))?\W*\Z",
    re.IGNORECASE,
    needs="analogy comparison metaphor",
)
_SIMPLE = Regex(
    r"[\s,.?!;]+(?:in )?(?:simple|plain|easy) (?:words|terms|english|language)(?: please| pls)?\W*\Z",
    re.IGNORECASE,
    needs="english language terms words",
)
_ASKS = Regex(
    r"\A\W*(?:(?:hi|hello|hey|please|pls|can you|could you|so|ok)[\s,]+)*(?:what(?:'s| is|s| are| does| do)|explain|define|tell me what|how (?:does|do)|who|why|when)\b",
    re.IGNORECASE,
)
_WHY_IT_MATTERS = Regex(
    r"\W*(?:and |so |but )?why (?:(?:does|do) (?P<what>[\w ]+?) matter|(?:is|are) (?P<of>[\w ]+?) (?:so )?(?:important|relevant))\W*",
    re.IGNORECASE,
    needs="important matter relevant",
)
_ARTICLE = Regex(r"\A(?:an?|the) ", re.IGNORECASE)
_AROUND = Regex(
    r"\A\W*(?:(?:please|pls|can you|could you|so|ok|hi|hello|hey|to me|me|tell|explain|define|describe|what(?:'s| is|s| are| does| do)?|how (?:does|do)|an?|the|term|concept(?: of)?|meaning of|is|are)[\s,]+)+|\s+(?:mean|means|work|works|is|are)(?=\W*\Z)|[\s?.!]+\Z",
    re.IGNORECASE,
)
_LIKE = Regex(r"\b(?:is|are|works?) (?:a bit |just |much )?like\b", re.IGNORECASE)
NOTE = 'The offline stand-in could not follow: "{}"'


def answer(question: Question) -> Answer | None:
    """Return the answer to the question before its tail, with what the tail asks for; None where there is no tail, or no answer."""
    text = question.text.replace("’", "'")
    if len(text) > LONGEST or not _ASKS.match(text):
        return None
    if (why := _WHY_IT_MATTERS.fullmatch(text)) and (known := _known().get(folded(_ARTICLE.sub("", why["what"] or why["of"])))):
        what = _ARTICLE.sub("", why["what"] or why["of"])
        return Answer([(1.0, f"{what[:1].upper()}{what[1:]} matters because {known['matters']}.")])
    asked, tails = _cut(text)
    if not tails or len(asked.split()) < 2 or re.search(r"[?.!]\s+\S", asked):
        return None
    from .. import one_question

    found = one_question.answer(question.asking(asked if asked.endswith("?") else f"{asked}?"))
    if found is None or found.weak:
        return None
    known = _known().get(folded(_topic(asked)).strip())
    said = one_question.plainly(found.ways)
    added, missing = [], []
    if "example" in tails or ("lost" in tails and known):
        if known:
            added.append(f"For example: {known['example']}.")
        elif not re.search(r"`|\bfor example\b|\bsuch as\b|\be\.g\.", said, re.IGNORECASE):
            missing.append("with an example")
    if "analogy" in tails:
        like = known and known.get("analogy")
        added += [f"An analogy: {like}."] if like else []
        missing += [] if like or _LIKE.search(said) else ["with an analogy"]
    if "matters" in tails:
        added += [f"It matters because {known['matters']}."] if known else []
        missing += [] if known else ["why it matters"]
    if not known and set(tails) & {"lost", "simple"} and (plainer := found.forms.get("child") or found.forms.get("simple")):
        added.append(f"In other words: {one_question.plainly(plainer)}")
    if "simple" in tails and (plainer := found.forms.get("child")):
        said = one_question.plainly(plainer)
        added = [line for line in added if said not in line]
    whole = ("\n\n" if "\n" in said else " ").join([said, *added])
    note = "".join(f"\n\n{NOTE.format(words)}" for words in missing)
    obeys = "with an example" if any(line.startswith("For example") for line in added) else ""
    return Answer([(1.0, whole + note)], short=found.short, about=found.about, obeys=obeys)


def _cut(text: str) -> tuple[str, list[str]]:
    """Return a question without its tails, and which they were."""
    tails: list[str] = []
    while True:
        for name, pattern in (
            ("lost", _LOST),
            ("example", _EXAMPLE),
            ("analogy", _ANALOGY),
            ("matters", _MATTERS),
            ("simple", _SIMPLE),
        ):
            if (found := pattern.search(text)) and found.start() > 5:
                text, tails = text[: found.start()], [*tails, name]
                break
        else:
            return text, tails


def _topic(asked: str) -> str:
    return _AROUND.sub("", _AROUND.sub("", asked))


@cache
def _known() -> dict[str, dict]:
    return {name: row for row in read_table("explained.yaml") for name in row["names"].split("|")}
