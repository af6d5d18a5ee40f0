"""Turn notes into sentences, a paragraph or minutes, with all that they say and nothing else.

"meeting moved to thursday, room 12, bring laptops"
-> "The meeting has been moved to Thursday. The place is room 12. Please bring laptops."
"""

import re

from ...tables import read_table
from ..computed.english import english
from ..everyday.wish import sentence
from ..regex import Regex
from .cutting import compressed
from .reading import Done, Sent

_ASKS = Regex(
    r"(?:(?:here are|these are) (?:my|the|some) notes[,.:;]? ?(?:please )?)?(?:(?:from|with|using|out of|based on) (?:these|the|my|this) (?:notes|points|keywords|facts),? )?(?:please )?(?:(?:my |these )?notes (?:in)?to|turn|make|convert|write|rewrite|put|expand|change|transform|create|form|give me)\b[^:]{0,40}?\b(?P<notes>notes|points|bullets|keywords|bullet points|facts|words|this|these|it)?\b[^:]{0,30}?"
    r"\b(?P<form>paragraph|(?:full |complete |whole |proper )?sentences|(?:meeting )?minutes|(?:into|as|to|in) (?:an? )?(?:short |flowing |running |continuous |proper )*(?:text|prose)|(?:short|flowing|running) text|protocol|e-?mail|mail|message|letter)\b(?P<more>[^:]{0,60})",
    re.IGNORECASE,
    "paragraph sentences minutes text prose protocol mail message letter",
)
SUBJECT = 9  # words
_NOTES = Regex(r"\b(?:notes|points|bullets|keywords|facts)\b|\b(?:this|these|it|minutes)\b", re.IGNORECASE)
_NO_NOTES = Regex(r"\b(?:python|code|function|about|story|poem|list of|summar\w+|speech|again|sounds?)\b", re.IGNORECASE)
_DAY = r"(?:on )?(?:(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|\d{1,2}(?: ?[-–] ?\d{1,2})?(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|(?:jan|feb|march|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2})"
_TIME = r"(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'clock|h)?"
_DATED = Regex(rf"(?P<what>[^\d]+?) (?P<day>{_DAY})(?:,? (?P<time>{_TIME}))?", re.IGNORECASE)
_FINITE = Regex(
    r"\b(?:is|are|was|were|will|can|must|should|has|have|had|(?-i:may)|might|would|could|does|did|went|came|said|needs?|wants?|likes?|sends|brings|makes|takes|leads|starts|begins|ends|opens|closes|leaves|arrives|calls|pays|gets|asks|costs|works|writes|comes|goes|checks|prepares|presents|buys|books|reports)\b",
    re.IGNORECASE,
)
_DO = frozenset("bring call send check buy pay pick take book ask write read prepare print order park wear remember confirm reply answer meet clean feed water return cancel finish submit sign invite email use avoid do don't register arrive come leave contact remind tell collect wash make get keep turn lock".split())  # fmt: skip
_STATE = Regex(
    r"(?P<what>(?:(?:the|my|our|all) )?(?:[\w'&-]+ ){1,3}?)(?P<how>(?:up|down|on|off|in|at|out|due|late|open|closed|ready|free|full|sick|ill|away|cheaper|broken|empty|missing|needed|late|early|sold out|not)\b.*)",
    re.IGNORECASE,
)
_DOING = Regex(r"(?P<what>(?:[\w'&-]+ ){1,3}?)(?P<doing>\w+ing\b.*)", re.IGNORECASE)
_DONE = Regex(
    r"(?P<what>(?:[\w'&-]+ ){1,3}?)(?P<done>\w+ed|moved|sent|found|lost|sold|broken|given|paid|bought|held|made|done|chosen|set)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_AROUND = Regex(
    r"(?:to|on|by|for|until|till|from|in|at|with|because|due|next|last|today|tomorrow|yesterday|again|twice|again|\w+day)\b",
    re.IGNORECASE,
)
_COUNTED = Regex(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|some|few) (?!am\b|pm\b|euros?|dollars?|%)[a-z].*",
    re.IGNORECASE,
)
_PLURAL = Regex(
    r"(?:[\w'-]+ )*?\w+(?<!s)s|(?:two|three|four|five|many|several|all|some|\d+) .*|people|children|.* and .*", re.IGNORECASE
)


def answer(sent: Sent) -> Done | None:
    """Return notes as they were asked to be written; None for anything else."""
    found = _ASKS.fullmatch(sent.head)
    if not found or not (_NOTES.search(sent.head) or sent.body.startswith(("-", "*", "•"))) or _NO_NOTES.search(sent.head):
        return None
    if re.search(r"minutes|protocol", found["form"], re.IGNORECASE):
        return Done(_minutes(_items(sent.body)))
    items = _items(sent.body)
    if len(items) < 2:
        return None
    if not re.search(r"notes|points|bullets|keywords|facts", sent.head, re.IGNORECASE) and all(
        item.endswith(".") for item in items
    ):
        return None
    if re.search(r"mail|message|letter", found["form"], re.IGNORECASE):
        return Done(_mail(list(map(_sentence, items))), obeys=frozenset({"brief"}))
    return Done(
        " ".join(map(_sentence, items)), obeys=frozenset({"brief", "without"} if "paragraph" in found["form"] else {"brief"})
    )


def _mail(told: list[str]) -> str:
    """Return sentences as a mail, with its first one as the subject."""
    subject = compressed(told[0], SUBJECT).rstrip(".!?")
    return f"Subject: {subject}\n\nHello,\n\n{' '.join(told)}\n\nKind regards\n[Your name]"


def _items(text: str) -> list[str]:
    """Return the notes in a text: its lines, else what is between semicolons, else what is between commas."""
    lines = [re.sub(r"\A(?:[-*•–]|\d+[.)])\s*", "", line.strip()) for line in text.splitlines()]
    for parts in (
        lines,
        re.split(r"(?:\A|\s+)[-•*–]\s+", text),
        re.split(r";\s*", text),
        re.split(r"(?<=[.!?])\s+", text),
        re.split(r",\s*(?:and\s+)?", text),
    ):
        items = [part.strip(" ,;") for part in parts if re.search(r"\w", part)]
        if len(items) > 1:
            return [piece.strip() for item in items for piece in (re.split(r",\s+", item) if _loose(item) else [item])]
    return [text.strip()]


def _loose(item: str) -> bool:
    """Return whether a note of several parts is a row of notes itself, not an enumeration."""
    parts = re.split(r",\s+", item)
    return len(parts) > 1 and sum(len(part.split()) for part in parts) >= 2.5 * len(parts)


def _sentence(note: str) -> str:
    note = note.strip(" .")
    words = note.split()
    first = words[0].casefold()
    if re.search(r"[:?]", note) or len(words) == 1:
        return sentence(note if "?" in note else f"To note: {note}" if len(words) == 1 else note)
    if first in _DO:
        return sentence(f"please {note}")
    if re.match(r"room \w+\Z", note, re.IGNORECASE):
        return sentence(f"the place is {note}")
    if named := re.fullmatch(r"(?P<what>[a-z]+) (?P<name>(?:[A-Z][\w'-]+ ?)+)", note):
        return sentence(f"the {named['what']} is {named['name']}")
    if first in ("need", "want", "have", "must", "should", "can", "will", "still"):
        return sentence(f"we {note}")
    if re.fullmatch(_TIME, note, re.IGNORECASE):
        return sentence(f"it is at {re.sub('^at ', '', note)}")
    if first == "no":
        return sentence(f"please note: {note}")
    if _FINITE.search(note):
        return sentence(_with_article(note))
    if first in english().past.values() or (first.endswith("ed") and len(first) > 4):
        return sentence(f"we {note}")
    if (found := _DONE.fullmatch(note)) and not _COUNTED.fullmatch(note):
        what = found["what"].strip()
        if found["rest"].strip() and not _AROUND.match(found["rest"].strip()):
            return sentence(_with_article(note))  # "boss approved budget"
        return sentence(
            f"{_with_article(what)} {'have' if _PLURAL.fullmatch(what) else 'has'} been {found['done']}{found['rest']}"
        )
    if found := _DATED.fullmatch(note):
        time = re.sub(r"\Aat ", "", found["time"] or "", flags=re.IGNORECASE)
        day = re.sub(r"\Aon ", "", found["day"], flags=re.IGNORECASE)
        day = (
            day if day.casefold() in ("tomorrow", "today") else f"from {day}" if re.search(r"\d ?[-–] ?\d", day) else f"on {day}"
        )
        due = found["what"].split()[-1].casefold() in ("due", "until", "by")
        what, day = (found["what"].rsplit(" ", 1)[0], f"due {day}") if due else (found["what"], day)
        return sentence(f"{_with_article(what)} {_be(what)} {day}{f' at {time}' if time else ''}")
    if found := _DOING.fullmatch(note):
        return sentence(f"{_with_article(found['what'].strip())} {_be(found['what'])} {found['doing']}")
    if found := _STATE.fullmatch(note):
        return sentence(f"{_with_article(found['what'].strip())} {_be(found['what'])} {found['how']}")
    if _COUNTED.fullmatch(note):
        return sentence(f"there are {note}")
    return sentence(f"to note: {note}")


def _with_article(noun: str) -> str:
    first = noun.split()[0]
    if first[0].isupper() or _PLURAL.fullmatch(noun.split(" is ")[0]) or first.casefold() in english().determiners:
        return noun
    return f"the {noun}"


def _be(noun: str) -> str:
    return "are" if _PLURAL.fullmatch(noun.strip()) else "is"


def _minutes(items: list[str]) -> str:
    headings = read_table("text_work.yaml")["minutes"]
    under: dict[str, list[str]] = {}
    for item in items:
        heading, found = next(
            (name, match) for name, pattern in headings if (match := re.fullmatch(pattern, item.strip(" ."), re.IGNORECASE))
        )
        rest = next(filter(None, found.groups()), item).strip(" .")
        under.setdefault(heading, []).append(rest)
    lines = ["Minutes", ""]
    for heading, _ in headings:
        if told := under.get(heading):
            lines.append(f"{heading}: {told[0]}" if len(told) == 1 else "\n".join([f"{heading}:", *(f"- {one}" for one in told)]))
    return "\n".join(lines)
