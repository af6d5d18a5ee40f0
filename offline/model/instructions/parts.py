"""The part that instructions give to a model ("You are Marvin, a depressed robot"), and what there is to say in it where nothing else is known.

What is said in a part is in data/parts.yaml. It says that it does not know what it does not know, and who is behind the part.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .wishes import PLAIN_ROLES

LONGEST = 200  # characters of a message
_GIVEN = Regex(
    r"\b(?:you are|you're|you’re|act as|acting as|act like|pretend (?:to be|you are|that you are|you're)|imagine (?:that )?you are|roleplay as|role-play as|play|your role is|be|impersonate|"
    r"(?:talk|speak|answer|reply|respond|behave|sound|write)(?: \w+){0,2}? (?:like|as))\s+(?:now )?"
    r"(?:(?P<name>(?!(?:JSON|CSV|XML|YAML|HTML|Markdown)\b)(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*){0,3})\b,?\s*)?(?P<noun>(?:(?:and )?(?:an?|the|my|our)\s+)[^.;:!?\n,]+)?",
    re.IGNORECASE,
)
_CALLED = Regex(r"\b(?:called|named|whose name is|by the name of)\s+(?P<name>(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)*)|\b(?:your )?name(?: is|:) (?P<other>(?-i:[A-Z])[\w'’-]*)", re.IGNORECASE)  # fmt: skip
_MORE = Regex(
    r"\s+(?:who|that|which|called|named|and (?:you|answer|speak|talk|always|never)|living|from now|in all|at all|with the)\b.*",
    re.IGNORECASE,
)
_WHO = Regex(
    r"\A\W*(?:(?:hi|hello|hey|ok|so|and|please|good (?:morning|day|evening))\W+)*(?:who (?:are|r) (?:you|u)|what(?:'s| is|s) your (?:name|job|role)|what are you(?! \w)|tell (?:me|us) (?:something |a bit |more )?about (?:yourself|you|your life)|introduce yourself|who am i (?:talking|speaking|chatting) (?:to|with)|what do you do(?: for a living)?|describe yourself|what should i call you|do you have a name|where (?:do you (?:come from|live)|are you from)|are you (?:really )?an? [\w ]+)(?:\W+(?:and )?what (?:can|do) you (?:help|do)[\w ]*)?\W*\Z",
    re.IGNORECASE,
)
_ASKS_NAME = Regex(
    r"\b(?:what(?:'?s| is| was) (?:your|ur) name|who (?:are|r) (?:you|u)\b(?! \w)|your name (?:again|is)\b|and your name\b|who(?:'s| is) (?:this|there|speaking)\W*\Z)",
    re.IGNORECASE,
)
_WHO_MADE = Regex(r"\bwho (?:made|created|built|developed|programmed|trained) you\b|\bby whom were you\b", re.IGNORECASE)
_MADE = Regex(
    r"\b(?:made|created|built|developed|programmed|trained) by (?:the )?(?-i:[A-Z])[\w'’&-]*(?: (?-i:[A-Z])[\w'’&-]*)*",
    re.IGNORECASE,
)
_DAY = Regex(
    r"\A\W*(?:(?:hi|hello|hey|and|so)\W+)*(?:how (?:was|is|'s|went) (?:your|the) (?:day|morning|night|week|life)(?: today| going)?|tell me about your (?:day|night|morning|week)|what (?:did|have|do) you (?:eat|eaten|do|done|drink|see|like to do)\b[\w ]*|what(?:'s| is) (?:your )?(?:day|life) like|what are you doing(?: today| now)?|what's up|how do you (?:spend|live)\b[\w ]*|how do you feel(?: today| now)?)\W*\Z",
    re.IGNORECASE,
)
_AGE = Regex(r"\A\W*(?:and )?how old are you\W*\Z|\A\W*what(?:'s| is) your age\W*\Z", re.IGNORECASE)
_GREETS = Regex(
    r"\W*(?:hi+|hello|hey|good (?:morning|day|evening|afternoon))\b(?:\W+(?:there|i'm here for (?:the|my) interview|everyone|sir|madam|nice to meet you))*\W*",
    re.IGNORECASE,
)
_ORDERS = Regex(r"\A\W*(?:please |now |hey |\w+, )*(?:open|close|go|come|bring|give me|make me|fetch|turn|start|stop|sing|dance|shoot|fly|show me|get me|take|send|pour|play|move|run|sit|jump|fire|help me)\b", re.IGNORECASE)  # fmt: skip
_ASKS_BEHIND = Regex(r"[,.;]\s*(?:so |and |but )?(?:what|how|why|where|when|which|who|should|can|could)\b", re.IGNORECASE)
_DENIED = Regex(r"\b(?:that|say|never|not|if|whether|admit|mention)\s*\Z|n['’]t\s*\Z", re.IGNORECASE)
_STATES = Regex(r"\A\W*(?:i|i'm|im|i've|my|we|our|you|your|the|it|it's|this|that|he|she|they|there)\b", re.IGNORECASE)
BEHIND = "({} is played by the offline stand-in, which answers from files.)"


@dataclass(frozen=True)
class Part:
    """A part: its noun with article ("a depressed robot"), its name, the words that give it, and the forms that go with it."""

    noun: str = ""
    name: str = ""
    words: str = ""
    forms: tuple[str, ...] = field(default=())

    @property
    def called(self) -> str:
        """The name, or "the depressed robot"."""
        return self.name or re.sub(r"\A(?:an?|my|our) ", "the ", self.noun, flags=re.IGNORECASE)

    @property
    def whole(self) -> str:
        """Name and noun, as they stand after "I am"."""
        return ", ".join(part for part in (self.name, self.noun) if part)


def read(told: str, forms: list[str]) -> Part | None:
    """Return the part that instructions give, with those of the wanted `forms` that say something in it; None if they give none."""
    spoken = tuple(form for form in forms if form in _known())
    parts = (found for found in _GIVEN.finditer(told) if not _DENIED.search(told[: found.start()]))
    given = next((found for found in parts if found["name"] or found["noun"]), None)
    called = _CALLED.search(told)
    name = (called["name"] or called["other"]) if called else ""
    if given is None:
        return Part(name=name, forms=spoken) if spoken or name else None
    noun = _MORE.sub("", (given["noun"] or "").removeprefix("and ")).strip()
    name = (given["name"] or "").strip() or name
    plain = PLAIN_ROLES.match(re.sub(r"\A(?:an?|the|my|our) ", "", noun, flags=re.IGNORECASE))
    own = next(
        (key for key, one in _known().items() if "is" in one and re.search(rf"\b(?:{one['is']})\b", noun, re.IGNORECASE)), None
    )
    if plain and not own and not name:
        return Part(forms=spoken) if spoken else None
    if not (noun or name):
        return Part(forms=spoken) if spoken else None
    spoken = spoken or ((own,) if own else ())
    return Part(re.sub(r"\A(?:my|our) ", "the ", noun, flags=re.IGNORECASE), name, given[0].strip(" ,.!"), spoken)


def without_name(part: Part | None, text: str) -> str:
    """Return a greeting without the name of the part at its end: "good evening James"."""
    name = rf"(?<=\w)[\s,]+{re.escape(part.name)}(?=\W*\Z)" if part and part.name else r"\Z."
    bare = re.sub(name, "", text, flags=re.IGNORECASE)
    return bare if _GREETS.fullmatch(bare) else text


def of_itself(part: Part | None, text: str, told: str = "") -> str | None:
    """Return what the part says of itself, if it is asked for that; None for anything else."""
    if part is None or not part.whole or len(text) > LONGEST:
        return None
    text = text.replace("’", "'")
    if _WHO_MADE.search(text) and (made := _MADE.search(told)):
        return f"I was {made[0]}: so you told me. {_behind(part)}"
    if _AGE.match(text):
        return f"{_line(part, 'age', text)} {_behind(part)}"
    if _GREETS.fullmatch(text) and "hello" in _lines(part):
        return f"{_line(part, 'hello', text)} {_behind(part)}"
    if _WHO.match(text) or (part.name and _ASKS_NAME.search(text)):
        return f"I am {part.whole}. {_line(part, 'self', text)} {_behind(part)}"
    return f"{_line(part, 'day', text)} {_behind(part)}" if _DAY.match(text) else None


def in_place_of_an_answer(part: Part | None, text: str, turned) -> str | None:
    """Return what the part says to a short message that nothing answers; `turned` turns a sentence round ("your dog" for "my dog")."""
    if part is None or not 0 < len(text.strip()) <= LONGEST or "\n" in text.strip():
        return None
    plain = text.replace("’", "'").strip()
    kind = "unknown"
    if not plain.endswith("?") and not _ASKS_BEHIND.search(plain):
        kind = (
            "order"
            if _ORDERS.match(plain)
            else "told"
            if _STATES.match(plain) and not re.search(r"[.!]\s+\w", plain)
            else "unknown"
        )
    return f"{_line(part, kind, plain, turned)} {_behind(part)}"


def _behind(part: Part) -> str:
    called = part.called if part.whole else "this voice"
    return BEHIND.format(called[:1].upper() + called[1:])


def _line(part: Part, kind: str, text: str, turned=None) -> str:
    """Return a line of the part, the last of its forms first: a mood counts more than a role."""
    lines = _known()["any"] | _lines(part)
    hails = [hail for form in part.forms if (hail := _known()[form].get("hail"))]
    told = turned(text, start=False).rstrip(" .!") if turned and kind == "told" else ""
    called = part.called or "this voice"
    values = {
        "<asked>": _asked(text), "<part_>": part.noun or part.name or "somebody in this part", "<part>": part.whole, "<name_>": called,
        "<Name>": called[:1].upper() + called[1:], "<name>": called, "<told>": told, "<told_>": told[:1].upper() + told[1:],
    }  # fmt: skip
    line = re.sub("|".join(values), lambda found: values[found[0]], lines[kind])
    return " ".join([*hails, line])


def _lines(part: Part) -> dict[str, str]:
    return _known()[(part.forms or ("any",))[-1]]


def _asked(text: str) -> str:
    asked = re.sub(r"[\[\]|<>*]", "", text).strip().strip('"')
    asked = asked[:1].upper() + asked[1:]
    return f'"{asked}"'


@cache
def _known() -> dict[str, dict[str, str]]:
    return read_table("parts.yaml")
