"""Short forms that are made of ready lines: acrostics, dialogs, interview questions, opening lines.

Their lines are in data/everyday/: acrostics.yaml, dialogs.yaml, interviews.yaml, openings.yaml.
"""

import re
from collections import Counter

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import UNSAFE, Wish, bare, capital, has, listed, mended, number

LONGEST = 220  # characters of a request
LONGEST_WORD = 14  # letters of an acrostic
_MAY = Regex(
    r"acrostic|dialog|conversation|chat between|talk between|interview questions?|(?:opening|first|starting) (?:lines?|sentences?)",
    re.IGNORECASE,
    needs="acrostic between conversation dialog first interview opening starting",
)
_ACROSTIC = Regex(
    r"\bacrostic(?: poem)?s?\b(?: \w+)?? (?:with|for|of|from|about|on|using|spelling)(?: the)?(?: (?:word|name|letters|initials)(?: of)?)?:? [\"“'‘]?(?P<word>[A-Za-z]+)[\"”'’]?\W*\Z",
    re.IGNORECASE,
)
_DIALOG = Regex(
    r"\b(?:dialog(?:ue)?s?|conversation|chat|talk)\b.*?\bbetween (?P<both>[^.?!]+?)(?:[.?!].*)?(?:,? (?:about|on|over|concerning|discussing|talking about|arguing about|who (?:talk|argue|discuss)(?: about)?) (?P<topic>.+?))?\W*\Z",
    re.IGNORECASE,
)
_INTERVIEW = Regex(
    r"\binterview questions?\b(?: (?:for|to ask)(?: (?:the|an?))?(?: (?:job|position|role)(?: as| of)?)?(?: (?P<job>.+?))?)?\W*\Z",
    re.IGNORECASE,
)
_OPENING = Regex(
    r"\b(?:opening|first|starting) (?:lines?|sentences?)\b(?: (?:of|for|to) (?P<what>.*?(?:story|novel|book|tale|thriller|mystery|romance|fairy ?tale|comedy|western)))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SET_IN = Regex(
    r"\b(?:set |that (?:takes place|plays|happens) |happening )?(?P<where>(?:in|on|at) (?!\d)(?:an? |the )?[\w' -]+?)\W*\Z",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return the acrostic, dialog, interview questions or opening lines that are wished for; None if none are."""
    text = mended(bare(wish.text))
    if not _MAY.search(text) or len(text) > LONGEST or UNSAFE.search(text) or has(text, "function|python|api|code|json"):
        return None
    for pattern, written in (
        (_ACROSTIC, _acrostic),
        (_DIALOG, _dialog),
        (_INTERVIEW, _interview),
        (_OPENING, _openings),
    ):
        if found := pattern.search(text):
            said = written(found, text)
            return said and Answer([(1.0, said)], about="verse acrostic" if pattern is _ACROSTIC else "")
    return None


def _acrostic(found: re.Match, text: str) -> str | None:
    if len(found["word"]) > LONGEST_WORD:
        return None
    seen: Counter[str] = Counter()
    lines = []
    for letter in found["word"].upper():
        known = read_table("everyday/acrostics.yaml")[letter]
        line = known[seen[letter] % len(known)]
        seen[letter] += 1
        lines.append(f"**{line[0]}**{line[1:].rstrip(',')}")
    return "\n".join(lines)


def _dialog(found: re.Match, text: str) -> str | None:
    told_of = re.search(r",\s+(?P<topic>(?:the|my|our|his|her|their) .+)", found["both"])
    both = re.split(r"\s+and\s+", found["both"][: told_of.start()] if told_of else found["both"], maxsplit=1)
    if len(both) == 1:
        if not re.match(r"(?:two|2)\b", both[0]):
            return None
        both = ["Anna", "Ben"]
    did = re.search(r"\s+(?:who|that) \w+ (?:his|her|their|the|an?) (.+)\Z", found["both"], re.IGNORECASE)
    both = [re.split(r"\s+(?:who|that)\s", name)[0] for name in both]
    names = [capital(re.sub(r"\A(?:an?|the|my|his|her|their|our) ", "", name, flags=re.IGNORECASE)) for name in both]
    told = next(
        one for one in read_table("everyday/dialogs.yaml")["dialogs"] if has(found["both"], one["asked"]) or one["asked"] == "."
    )
    if "guest" in told and not has(names[0], told["guest"]):
        names = names[::-1]
    topic = re.sub(
        r"\A(?:the )?(?:topic|subject) (?:of )?",
        "",
        found["topic"] or (did and f"the {did[1]}") or (told_of and _as_noun(told_of["topic"])) or "",
    )
    lines = told["about" if topic else "plain"]
    return "\n".join(
        line.replace("{A}", f"**{names[0]}**").replace("{B}", f"**{names[1]}**").replace("{t}", topic) for line in lines
    )


def _as_noun(told: str) -> str:
    """Return "the cold soup" for "the soup is cold"; anything else as it is."""
    return re.sub(r"\A(\w+) ([\w ]+?) (?:is|was|are|were) (?:too |very |so )?(\w+)\Z", r"\1 \3 \2", told)


def _interview(found: re.Match, text: str) -> str:
    job = re.sub(r"\A(?:an?|the) |\s+(?:job|position|role|interview)\Z", "", found["job"] or "", flags=re.IGNORECASE)
    questions = read_table("everyday/interviews.yaml")["job"]
    article = "an" if re.match(r"[aeio]", job, re.IGNORECASE) else "a"
    asked = [one for one in questions if job or "{a}" not in one]
    count = number(text, "(?:job )?interview questions?|questions?", min(5, len(asked)), most=len(asked))
    return listed([one.replace("{a}", f"{article} {job}") for one in asked[:count]])


def _openings(found: re.Match, text: str) -> str | None:
    """Return opening lines of a kind of story, with the place or the subject that was told."""
    known, rest = read_table("everyday/openings.yaml"), found["rest"].strip(" ,.!?")
    if re.match(r"[:\"]", rest):  # a line that is sent along
        return None
    about = re.match(r"about (?P<topic>.+)", rest, re.IGNORECASE)
    where = None if about else _SET_IN.search(rest)
    kind = next((one["say"] for one in known["kinds"] if has(found["what"], one["asked"])), None) or next(
        (one["say"] for one in known["kinds"] if about and has(rest, one["asked"])), None
    )
    lines = (
        [one.replace("{t}", re.sub(r"\Aan? ", "the ", about["topic"])) for one in known["about"]]
        if about
        else kind or known["any"]
    )
    if where and not any("{in}" in one for one in lines):
        return None
    lines = [one.replace("{in}", f" {where['where']}" if where else "") for one in lines if "{in}" in one or not where]
    count = number(text, "(?:opening|first|starting) (?:lines?|sentences?)", 1)
    return listed(lines[:count]) if count <= len(lines) else None
