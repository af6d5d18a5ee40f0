"""Jokes by topic, funny excuses, and gentle roasts. They are in data/everyday/jokes.yaml."""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import UNSAFE, Wish, bare, has, listed, mended, number

LONGEST = 250  # characters of a request

_MAY = Regex(
    r"joke|\bpuns?\b|one-liner|funny|excuse|roast|insult|fun of|tease|diss",
    re.IGNORECASE,
    needs="diss excuse fun insult joke one-liner pun roast tease",
)
_JOKE = r"(?:jokes?|puns?|one-liners?|something funny|funny (?:things?|stories|story))"
_ASKS = Regex(
    rf"\b(?:about|on|with|for|of|regarding|tell(?: to)?(?= (?:my|our|the|at)))\s+(?:an? |the |my |some )?(?P<after>[^.?!,]+)|(?P<before>[\w' -]+?) {_JOKE}",
    re.IGNORECASE,
)
_WANTS = Regex(
    r"\A(?:(?:tell|give|write|make|say|share|know|got|have|want|need|hear|show|create|invent|come|up|with|me|us|a|an|any|some|one|two|three|four|five|another|more|\d+|good|funny|short|silly|bad|best|clean|new|really|little|great|nice|do|you|can|clever|cheesy|your|something|please|really)\s+)*(?:[\w'-]+\s+){0,3}?(?:jokes?|puns?|one-liners?|funny)\b",
    re.IGNORECASE,
    needs="funny joke one-liner pun",
)
_ROAST = Regex(
    r"\b(?:roast|insult|make fun of|tease|diss) me\b|\bgive me a roast\b",
    re.IGNORECASE,
    needs="diss insult make roast tease",
)
_EXCUSE = Regex(r"\bexcuses?\b(?! (?:note|letter)s?\b)", re.IGNORECASE, needs="excuse")
_MISSED = Regex(
    r"\b(?:why|that|because) i (?:can'?t|cannot|can not|couldn'?t|won'?t) (?P<come>(?:come|go|make it|attend|join|be there|meet|help)\b[^.!?]*)|\b(?:to (?:skip|miss|get out of|not (?:go|come) to|leave)|for (?:not (?:coming|going) to|missing|skipping))\s+(?P<skip>[^.!?]+)",
    re.IGNORECASE,
)
_DOES = Regex(
    r"\b(?:who|and i|i|that)\s+(?!am\b|'m\b)(?P<does>(?:always |never |still |often |only )?[a-z]+\b[^,.;!]*)", re.IGNORECASE
)


_FOR_CHILDREN = Regex(
    r"\b(?:for|to tell) (?:my |a |the |our |small |little |young |some )*(?:kids?|child(?:ren)?|son|daughter|grandchild(?:ren)?|\d+[- ]years?[- ]olds?|speech|toast|party|presentation|wedding)(?: class)?\b|\b(?:kids?'?|children'?s?) (?=jokes?\b)",
    re.IGNORECASE,
    needs="child daughter kid party presentation son speech toast wedding year",
)
_NO_JOKE = Regex(
    r"\b(?:not|no) (?:a |another |more )?jokes?\b|\bone-liners? (?:to|that (?:gets?|sorts?|counts?|reads?|prints?|removes?))\b|\bone-liners? (?:for|in) .*\b(?:python|list|string|dict|file|numbers)\b|\b(?:python|bash|code|sql) one-liners? (?!jokes?)",
    re.IGNORECASE,
    needs="joke one-liner",
)


def answer(wish: Wish) -> Answer | None:
    """Return a joke, an excuse or a roast, as asked for; None for anything else, or for a topic without jokes."""
    text = wish.whole
    if not _MAY.search(wish.text) or len(text) > LONGEST or UNSAFE.search(text) or _NO_JOKE.search(wish.text):
        return None
    first = bare(wish.text)
    if _ROAST.search(first):
        return Answer([(1.0, _roast(text))], about="roast")
    if _EXCUSE.search(first) and re.match(r"(?:\w+ ){0,4}excuses?\b", first, re.IGNORECASE):
        if not has(text, "funny|silly|crazy|worst|stupid|homework") and (missed := _MISSED.search(text)):
            return _excused(missed, number(first, "excuses?", 1))
        kind = "late" if has(text, "late") else "homework" if has(text, "homework") else "other"
        return _some(_known().excuses[kind], number(first, "excuses?", 1))
    if not _WANTS.match(first) or re.search(
        r"\b(?:explain|why is|laugh|movies?|films?|books?|songs?|lyrics|poems?|function|python code|api)\b", first, re.IGNORECASE
    ):
        return None
    return _jokes(first)


def _excused(missed: re.Match, count: int) -> Answer:
    """Return plain excuses that name what is missed: "I can't come to the party on Friday"."""
    what = mended(re.sub(r"[\s,.!?]*(?:please|pls)?[\s.!?]*\Z", "", missed["come"] or f"come to {missed['skip']}"))
    what = re.sub(r"\bcome to (?=(?:work|school)\b)", "come in to ", what) if missed["come"] is None else what
    return _some([one.replace("{what}", what) for one in _known().excuses["missed"]], count)


def _jokes(text: str) -> Answer | None:
    several = 3 if has(text, "jokes|puns|one-liners") and not has(text, "dad jokes|knock[- ]knock jokes") else 1
    behind = re.search(r",\s*(\d)(?: of them| please)?\W*\Z", text)
    count = int(behind[1]) if behind else number(text, "jokes?|puns?|one-liners?", several)
    if has(text, "dad jokes?|father jokes?"):
        return _some(_known().dad, count)
    if has(text, "knock[- ]knock(?: jokes?)?"):
        return _some(_known().knock, count)
    text, for_children = _FOR_CHILDREN.subn(" ", text)
    for found in _ASKS.finditer(text):
        said = found["after"] or found["before"] or ""
        for topic in _known().topics:
            if named := re.search(rf"(?:\A|\s)(?:{topic['asked']})\b", said, re.IGNORECASE):
                word = named[0].strip().casefold().removesuffix("s")  # golf is no joke about football
                return _some(sorted(topic["jokes"], key=lambda one: word not in one.casefold()), count)
    return _some(_known().children, count) if for_children else None


def _some(texts: list[str], count: int) -> Answer:
    """Return so many of some texts; for one, each of them is a way."""
    if count == 1:
        return Answer([(1.0 / (place + 1), text) for place, text in enumerate(texts)])
    return Answer([(1.0, listed(texts[:count]))])


def _roast(text: str) -> str:
    told = _known().roasts
    jobs = [
        (found[0], one["say"]) for one in told["jobs"] if (found := re.search(rf"\b(?:{one['asked']})\b", text, re.IGNORECASE))
    ]
    lines = [f"{'An' if job[0] in 'aeiouAEIOU' else 'A'} {job.lower()}? {say}" for job, say in jobs[:1]]
    does = _DOES.search(_ROAST.sub("", text))
    if does:
        what = re.sub(
            r"\bmy\b",
            "your",
            re.sub(
                r"\b(collect|sleep|drink|eat|watch|play|talk|love|live|work|spend|buy|run|read|sing|forget|write)(e?s)\b",
                r"\1",
                mended(does["does"]),
            ),
        )
        what = re.sub(r"\s*\b(?:lol|haha|please)\b.*", "", what).strip()
        habit = next(one for one in told["habits"] if re.search(one["asked"], what, re.IGNORECASE))
        lines.append(habit["say"].replace("{x}", what))
    age = re.search(r"\b(\d{2}) ?(?:years?|yo|yr)", text)
    if age and lines:
        lines.insert(
            0,
            f"{age[1]} years old: the warranty ran out long ago."
            if int(age[1]) >= 30
            else f"{age[1]} years old, and already so sure of everything.",
        )
    return " ".join([*lines, told["end"]]) if lines else told["none"]


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/jokes.yaml"))
