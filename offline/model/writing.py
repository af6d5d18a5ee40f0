"""Write something short about anything: a verse, a mail, a list of ideas.

    write("Give me 3 slogans for a bakery") -> [(1.0, "1. A bakery: [made with care*5|...]\n2. ...")]

What is asked for is read from the message: the kind, the topic, how many, for whom. It is made from the
parts that data/writing.yaml has for the kind. The ways are texts as in the answers files, with choices.
"""

import itertools
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import SimpleNamespace

from ..tables import read_table
from .regex import Regex

LONGEST = 400  # characters of a request; in longer ones something else is sent along
MOST = 30  # parts of one kind
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS = "weeks? days? months? hours? minutes? steps? lines? sentences? verses? stanzas? points? items?"

_NUMBER = rf"\d{{1,2}}|{'|'.join(NUMBERS)}"
_ASKS = Regex(
    r"\A\W*(?:(?:hi|hello|hey|ok|okay|so|and|now|please|pls|kindly)\W+)*(?:(?:can|could|would|will) (?:you|u|i|we) (?:please |pls |kindly |help me )*|i (?:need|want|would like|am looking for|d like)(?: you)?(?: to)? |help me (?:to |with )?|let s )?"
    r"(?:(?P<verb>write|tell|give|make|create|compose|generate|suggest|invent|come up with|draft|think of|find|list|plan|brainstorm|recommend|show|send|get|need|share|name|design|propose|prepare|build|organize|do|say)\b(?: me| us| down| up| out)*)?",
    re.IGNORECASE,
)
_QUESTION = Regex(
    r"\A\W*(?:who|what|whats|which|when|where|why|is|are|was|were|does|did|define|explain|how (?:many|much|long|old|is|are|does|did)|translate|summarize|count)\b",
    re.IGNORECASE,
)
_BEFORE_TOPIC = Regex(
    r"\s*(?:(?:about|on|for|of|regarding|around|with|concerning|to|from|titled|called|that|who|which|because|in which|where|when|how)\b)?\s*",
    re.IGNORECASE,
)
_ABOUT = Regex(
    r"(?:about|on|for|of|regarding|around|with|concerning|to|from|titled|called|that|who|which|in which|where|when|how|because|\w+ing|message|card|note|text|based)\b|:",
    re.IGNORECASE,
)
_NO_TOPIC = Regex(r"\b(?:i|my|your|is|was|have|has|this|that|it|for|about|of|in|to|from|with|by|on)\b", re.IGNORECASE)
_LAST = Regex(
    rf"[,;]?\s*(?:\b(?:please|pls|kindly|thanks|thank you|thx|asap|for me|in (?:english|a few words|short|rhyme)|in (?:under |about |at most |exactly )?(?:{_NUMBER})\s*(?:{'|'.join(UNITS.split())}|words?))\b)?[\s.!?,]*\Z",
    re.IGNORECASE,
)
_ADJECTIVES = Regex(
    r"\b(?:a|an|the|some|any|few|short|brief|little|small|funny|nice|good|great|cool|catchy|creative|polite|formal|friendly|simple|quick|new|original|original|beautiful|sad|happy|silly|best|possible|more|other|another|interesting|useful|fun|unique|sweet|cute|professional|rhyming|line|lines|two-line|four-line|easy|detailed|warm|kind|heartfelt|tiny|nicer|better|different|me|us|of|lovely|serious|romantic|scary|weekly|daily|monthly|yearly)\b\W*",
    re.IGNORECASE,
)
# Goals for which general advice helps; how to get wine out of a carpet is another question.
_HOW = Regex(
    r"\A\W*how (?:can|do|could|should|to) ?(?:i|we|you)? ?(?=(?:improve|become|learn|get (?:better|good|fit|fitter|healthier|motivated|organi[sz]ed|started|stronger|things done)|"
    r"stop (?:procrastinating|worrying|overthinking|being|wasting time)|stay|be (?:more|less|better|a better|a good)|save money|lose weight|focus|concentrate|relax|study|"
    r"manage|motivate|prepare for|make (?:new )?friends|sleep better|grow as|overcome|organi[sz]e|practi[cs]e)\b)",
    re.IGNORECASE,
)
MOST_PLAIN = 6  # words of a topic for which general words will do
_OWN_CASE = Regex(
    r"[\d,.;:?!()]|\b(?:i|i'm|im|i've|me|he|she|they|vs|versus|if|because|but|without|with|not|no|when|who|that|which|whose|after|before|out of)\b",
    re.IGNORECASE,
)
_TRAVELS = Regex(r"\b(?:trips?|travel\w*|vacation|holidays?|sightseeing|city break|visit\w*|roadtrip)\b", re.IGNORECASE)
_SETTLED = Regex(
    r"\b(?:learn\w*|stud\w+|exams?|mov\w+|jobs?|work\w*|diet|meals?|business|projects?|train\w*|market\w*|budget|sav\w+|lessons?|course|career)\b",
    re.IGNORECASE,
)
_TONE_AT_END = Regex(
    r"\s*[,.;!–-]+\s*(?:(?:please |but |and )*(?:be |make it |keep it |it should (?:be|sound) |sound )?"
    r"(?:(?:very |not too |a bit |really )?(?:polite|firm|friendly|formal|short|brief|professional|kind|nice|warm|funny|informal|casual|serious|honest|long|cheesy|simple|sweet)"
    r"(?:[,\s]+(?:but|and|yet)?\s*)?)+)(?:please|thanks)?[\s.!]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Request:
    """What is to be written: the kind, what about, how many parts and of which unit, and for whom."""

    kind: str
    topic: str
    number: int | None
    unit: str
    who: str

    def fill(self, text: str) -> str:
        """Put topic and person into a text."""
        capital = self.topic[:1].upper() + self.topic[1:]
        name = re.sub(r"\A(?:a|an|the|my|our|your) ", "", self.topic, flags=re.IGNORECASE)
        who = f", {self.who}" if self.who else ""
        for place, value in [
            ("<topic>", self.topic), ("<Topic>", capital), ("<name>", name), ("<Name>", name[:1].upper() + name[1:]), ("<Subject>", capital), ("<, who>", who),
            ("<who-or-friend>", self.who or "friend"), ("<who-or-sir>", self.who or "Sir or Madam"),
        ]:  # fmt: skip
            text = text.replace(place, value)
        return text[:1].upper() + text[1:]


def write(text: str, *, general: bool | None = None) -> list[tuple[float, str]] | None:
    """Return the ways to write what a message asks for; None if it asks for nothing that can be written here.

    `general` is whether to write only what says little about its topic (True), or only the rest (False).
    """
    if len(text) > LONGEST or re.search(r"[\[\]<>|`]", text):
        return None
    if dish := re.search(r"\brecipes? (for|with|of|using)\b(.*)|\A\W*(?:[\w ]* )?(\w[\w ]*?) recipe\W*\Z", text, re.IGNORECASE):
        return _recipe(dish[1], _bare(dish[2] or dish[3])) if not general else None
    request = _request(text)
    if request is None or general not in (None, bool(_known().kinds[request.kind].get("plain"))):
        return None
    return [(1.0, _made(request))]


@lru_cache(maxsize=256)
def _request(text: str) -> Request | None:
    if how := _HOW.match(text):
        wish = _LAST.sub("", text[how.end() :])
        return Request("advice", f"your wish to {wish}", None, "", "") if _is_plain(wish) else None
    if _QUESTION.match(text) or not (found := _kind(text)):
        return None
    kind, before, after = found
    told = _known().kinds[kind]
    asks = _ASKS.match(before)
    between = before[asks.end() :]
    number, unit = _number(between, after)
    between = _ADJECTIVES.sub(
        "", re.sub(rf"\b(?:{_NUMBER})\b[- ]?(?:{'|'.join(UNITS.split())})?", "", between, flags=re.IGNORECASE)
    ).strip(" ,.-")
    if len(between.split()) > (3 if asks["verb"] else 2) or _NO_TOPIC.search(between):
        return None
    rest = _LAST.sub("", _TONE_AT_END.sub("", after)).strip()
    if rest and not _ABOUT.match(rest):
        return None
    who, topic = _addressed(kind, rest)
    topic = topic or between or told.get("bare", "")
    if (
        not topic
        or re.fullmatch(told.get("on_file", "-"), topic, re.IGNORECASE)
        or re.search(rf"\b(?:{told.get('not', 'nothing at all')})\b", f"{between} {rest} {topic}", re.IGNORECASE)
    ):
        return None
    kind = "trip" if kind == "plan" and _travels(topic) else kind
    number = number or (2 if kind == "trip" and "weekend" in topic.casefold() else None)
    return Request(kind, topic, number, unit, who) if _is_plain(topic) or not _known().kinds[kind].get("plain") else None


def _travels(topic: str) -> bool:
    from .computed.atlas import atlas  # which needs the answers, which need this

    return bool(_TRAVELS.search(topic) or (atlas().mentioned(topic) and not _SETTLED.search(topic)))


def _is_plain(topic: str) -> bool:
    """Return whether a topic is said in a few plain words, so that general advice may help."""
    topic = re.sub(rf"\b(?:{_NUMBER}) (?:{'|'.join(UNITS.split())})\b", "", topic, flags=re.IGNORECASE)
    return len(topic.split()) <= MOST_PLAIN and not _OWN_CASE.search(topic)


def _kind(text: str) -> tuple[str, str, str] | None:
    """Return the kind of text that is asked for first, with what stands before and after its name."""
    if match := re.match(r"\A\W*(?:please |can you |could you |help me )*(?:to )?plan (?:me )?(?=\w)", text, re.IGNORECASE):
        return "plan", "", f"for {text[match.end() :]}"
    best = None
    for kind, asked in _known().asked.items():
        for match in asked.finditer(text):
            if best is None or (match.start(), -match.end()) < (best[1].start(), -best[1].end()):
                best = kind, match
            break
    if best is None:
        return None
    kind, match = best
    return kind, text[: match.start()], text[match.end() :]


def _number(between: str, after: str) -> tuple[int | None, str]:
    """Return how many parts are asked for, and of which unit ("week"; "" for the parts themselves)."""
    if match := re.search(rf"\b({_NUMBER})\b[- ]?({'|'.join(UNITS.split())})?", between, re.IGNORECASE):
        return min(_value(match[1]), MOST), (match[2] or "").rstrip("s").lower()
    if match := re.search(rf"\b({_NUMBER})[- ]({'|'.join(UNITS.split())})\b", after, re.IGNORECASE):
        return min(_value(match[1]), MOST), match[2].rstrip("s").lower()
    return None, ""


def _value(word: str) -> int:
    return max(1, int(word) if word.isdigit() else NUMBERS.index(word.lower()))


def _addressed(kind: str, rest: str) -> tuple[str, str]:
    """Return for whom a mail or a wish is, and what it is about."""
    if kind in ("mail", "greeting", "wishes", "thanks", "apology"):
        person = re.match(r"(?:to|for) (?:(?:my|a|an|the|our|all) )?((?:new )?[\w'-]+(?: [A-Z][\w'-]*)?)\b\s*", rest)
        if person and not rest.startswith("for a job") and person[1] not in ("job", "the"):
            left = rest[person.end() :]
            name = re.search(r" ([A-Z][\w'-]*)\Z", person[1])
            return name[1] if name else person[1], _BEFORE_TOPIC.sub("", left, count=1) if kind != "mail" else left
    return "", rest if kind == "mail" else _BEFORE_TOPIC.sub("", rest, count=1)


def _made(request: Request) -> str:
    told = _known().kinds[request.kind]
    if request.kind == "mail":
        return _mail(request, told["say"])
    parts_for = next(
        (parts for words, parts in told.get("for", {}).items() if re.search(rf"\b(?:{words})\b", request.topic, re.IGNORECASE)),
        None,
    )
    told = told | {"parts": parts_for} if parts_for else told
    if "say" in told:
        count = request.number if request.number and not request.unit and not told.get("plain") else 1
        texts = [request.fill(told["say"])] * count
        return texts[0] if count == 1 else "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    parts = [request.fill(part) for part in itertools.islice(_endless(told), request.number or told["usual"])]
    match told["join"]:
        case "line":
            body = "\n".join(parts)
        case "sentence":
            body = " ".join(parts)
        case "unit":
            unit = (request.unit or ("day" if request.kind == "trip" else "step")).capitalize()
            body = "\n".join(f"{unit} {number}: {part}." for number, part in enumerate(parts, 1))
        case _:
            body = "\n".join(f"{number}. {part}" for number, part in enumerate(parts, 1)) if len(parts) > 1 else parts[0]
    return request.fill(told.get("before", "")) + body


def _endless(told: dict):
    """Yield the parts of a kind, and then again with other words before them."""
    yield from told["parts"]
    for again in itertools.cycle(told.get("again", ["And"])):
        for part in told["parts"]:
            yield f"{again}: {part}" if told["join"] != "line" else part


def _mail(request: Request, text: str) -> str:
    for begins, said in _known().purposes.items():
        match = re.match(rf"(?:{begins})\s+" if begins else "", request.topic, re.IGNORECASE)
        if match:
            rest = re.sub(r"\A(?:for|about|to|on) ", "", request.topic[match.end() :])
            purpose = said.replace("<rest>", rest)
            break
    return replace(request, topic=rest).fill(text.replace("<purpose>", purpose[:1].upper() + purpose[1:]))


def _recipe(how: str | None, dish: str) -> list[tuple[float, str]] | None:
    """Return a recipe that is known, or one for things that go into a pan; None for any other."""
    told = _known()
    if how not in ("with", "using"):
        for names, recipe in told.recipes.items():
            if dish in names.split("|"):
                return [(1.0, f"**{dish.capitalize()}**\n\n{recipe}")]
        return None
    things = [thing for thing in re.split(r",|\band\b|\s+", dish) if thing]
    if not things or not all(thing in told.pantry for thing in things):
        return None
    return [(1.0, Request("recipe", dish, None, "", "").fill(told.with_these))]


def _bare(dish: str) -> str:
    return _ADJECTIVES.sub("", _LAST.sub("", dish).strip().lower()).strip()


@cache
def _known() -> SimpleNamespace:
    told = SimpleNamespace(**read_table("writing.yaml"))
    told.asked = {
        kind: Regex(rf"\b(?:{'|'.join(sorted(map(re.escape, given['asked']), key=len, reverse=True))})\b", re.IGNORECASE)
        for kind, given in told.kinds.items()
    }
    told.pantry = frozenset(told.pantry.split())
    return told
