"""Write something short about anything: a verse, a slogan, a post.

    write("Give me 3 slogans for a bakery") -> [(1.0, "1. A bakery: [made with care*5|...]\n2. ...")]

What is asked for is read from the message: the kind, the topic, how many. It is made from the parts that
data/writing.yaml has for the kind. The ways are texts as in the answers files, with choices. What needs more
than a topic (mails, greetings, names, recipes ...) is written in everyday/.
"""

import itertools
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from types import SimpleNamespace

from ..tables import read_table
from .regex import Regex

LONGEST = 400  # characters of a request; in longer ones something else is sent along
LONGEST_TOPIC = 8  # words; a longer one has details that would be pasted as they were typed
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
    r"\A\W*(?:who|what|whats|which|when|where|why|is|are|was|were|does|did|do (?:any|they|these|those|the)|define|explain|how (?:many|much|long|old|is|are|does|did)|translate|summarize|count)\b",
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
_ON_A_SITE = Regex(
    r"\A(?:for|on) (?:my )?(?:instagram|facebook|linkedin|twitter|x|social media|blog|website|tiktok)(?= (?:about|on)\b)",
    re.IGNORECASE,
)
_OF_A_TEXT = Regex(  # a title "for a blog post about sleep" is one about sleep
    r"\A(?:an?|the|my|our|this) (?:\w+ )?(?:blog(?: post)?|post|article|essay|book|novel|video|podcast(?: episode)?|talk|presentation|newsletter|poem|song|email|mail|text) (?:about|on)\s+",
    re.IGNORECASE,
)
_OF_A_TALE = Regex(
    r"\A(?:an?|the|my|our|this) (?:\w+ )?(?:novel|thriller|fairy ?tale|romance|tale|love story|story|short story|play|children's book) (?:about|on)\s+",
    re.IGNORECASE,
)
_NO_TOPIC = Regex(
    r"\b(?:as|into|i|my|your|is|was|have|has|this|that|it|for|about|of|in|to|from|with|by|on|long(?:er)?)\b", re.IGNORECASE
)
_LAST = Regex(
    rf"[,;]?\s*(?:\b(?:(?:{_NUMBER})[- ](?:lines?|verses?)(?: long)?|please|pls|kindly|thanks|thank you|thx|asap|for me|in (?:english|a few words|short|rhyme)|in (?:under |about |at most |exactly )?(?:{_NUMBER})\s*(?:{'|'.join(UNITS.split())}|words?))\b)?[\s.!?,]*\Z",
    re.IGNORECASE,
)
_ADJECTIVES = Regex(
    r"\b(?:a|an|the|some|any|few|short|brief|little|small|funny|nice|good|great|cool|catchy|creative|polite|formal|friendly|simple|quick|new|original|original|beautiful|sad|happy|silly|best|possible|more|other|another|interesting|useful|fun|unique|sweet|cute|professional|rhyming|line|lines|two-line|four-line|easy|detailed|warm|kind|heartfelt|tiny|nicer|better|different|me|us|of|lovely|serious|romantic|scary|hard|difficult|tricky|clever|tough)\b\W*",
    re.IGNORECASE,
)

_SO_MANY_WORDS = Regex(  # nothing here is made for a number of words, or goes on from a text
    r"\b\d+[- ]words?\b|\b(?:one|two|three|four|five|six|\d+)[- ]sentence\b|\A\W*(?:please )?(?:continue|finish|complete)\b",
    re.IGNORECASE,
    needs="complete continue finish sentence word",
)
_TONE_AT_END = Regex(
    r"\s*[,.;!–-]+\s*(?:(?:please |but |and )*(?:be |make it |keep it |it should (?:be|sound) |sound )?"
    r"(?:(?:very |not too |a bit |really )?(?:polite|firm|friendly|formal|short|brief|professional|kind|nice|warm|funny|informal|casual|serious|honest|long|cheesy|simple|sweet)"
    r"(?:[,\s]+(?:but|and|yet)?\s*)?)+)(?:please|thanks)?[\s.!]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Request:
    """What is to be written: the kind, what about, how many parts, and of which unit."""

    kind: str
    topic: str
    number: int | None
    unit: str

    def fill(self, text: str) -> str:
        """Put the topic into a text."""
        capital = self.topic[:1].upper() + self.topic[1:]
        name = re.sub(r"\A(?:a|an|the|my|our|your) ", "", self.topic, flags=re.IGNORECASE)
        for place, value in [
            ("<topic>", self.topic),
            ("<Topic>", capital),
            ("<name>", name),
            ("<Name>", name[:1].upper() + name[1:]),
        ]:
            text = text.replace(place, value)
        return text[:1].upper() + text[1:]


def write(text: str) -> list[tuple[float, str]] | None:
    """Return the ways to write what a message asks for; None if it asks for nothing that can be written here."""
    if len(text) > LONGEST or re.search(r"[\[\]<>|`]", text) or _SO_MANY_WORDS.search(text):
        return None
    if many := re.search(rf",? \b({_NUMBER}) of them\b", text, re.IGNORECASE):  # "a title about bees, four of them"
        text = f"{many[1]} {text[: many.start()]}{text[many.end() :]}"
    request = _request(text)
    if not request:
        return None
    many = request.number or _known().kinds[request.kind].get("usual", 1)
    return [
        (1.0 if not at else 0.01 / at, _made(request, at * many)) for at in range(3 if request.kind.endswith("headline") else 1)
    ]


@lru_cache(maxsize=256)
def _request(text: str) -> Request | None:
    if _QUESTION.match(text) or not (found := _kind(text)):
        return None
    kind, before, after = found
    if kind == "headline" and re.search(r"\b(?:funny|funnier|witty|silly)\b", text, re.IGNORECASE):
        kind = "funny headline"
    told = _known().kinds[kind]
    asks = _ASKS.match(before)
    between = before[asks.end() :]
    number, unit = _number(between, after)
    between = _ADJECTIVES.sub(
        "", re.sub(rf"\b(?:{_NUMBER})\b[- ]?(?:{'|'.join(UNITS.split())})?", "", between, flags=re.IGNORECASE)
    ).strip(" ,.-")
    if len(between.split()) > (3 if asks["verb"] else 2) or _NO_TOPIC.search(between):
        return None
    rest = _ON_A_SITE.sub("", _LAST.sub("", _TONE_AT_END.sub("", after)).strip()).strip()
    if rest and not _ABOUT.match(rest):
        return None
    topic = _BEFORE_TOPIC.sub("", rest, count=1) or between or told.get("bare", "")
    if kind.endswith("headline"):
        if _OF_A_TALE.match(topic):
            kind, told = "tale title", _known().kinds["tale title"]
            topic = re.sub(r"\s+(?:who|that|which|set in|in which)\b.*", "", _OF_A_TALE.sub("", topic))
            topic = re.sub(r"\Aan? |\A(?=(?:two|three|four|five|some)\b)", "the ", topic)
        topic = _OF_A_TEXT.sub("", topic)
    if kind.endswith("headline") and number is None and re.search(r"\b(?:an?|one)\b", before[asks.end() :], re.IGNORECASE):
        number = 1
    if (
        not topic
        or len(topic.split()) > LONGEST_TOPIC
        or ": " in topic
        or re.fullmatch(told.get("on_file", "-"), topic, re.IGNORECASE)
        or re.search(rf"\b(?:{told.get('not', 'nothing at all')})\b", f"{between} {rest} {topic}", re.IGNORECASE)
    ):
        return None
    return Request(kind, topic, number, unit)


def _kind(text: str) -> tuple[str, str, str] | None:
    """Return the kind of text that is asked for first, with what stands before and after its name."""
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


def _made(request: Request, start: int = 0) -> str:
    told = _known().kinds[request.kind]
    if "say" in told:
        count = request.number if request.number and not request.unit else 1
        texts = [request.fill(told["say"])] * count
        return texts[0] if count == 1 else "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    parts = [request.fill(part) for part in itertools.islice(_endless(told), start, start + (request.number or told["usual"]))]
    match told["join"]:
        case "line":
            body = "\n".join(parts)
        case "sentence":
            body = " ".join(parts)
        case _:
            body = "\n".join(f"{number}. {part}" for number, part in enumerate(parts, 1)) if len(parts) > 1 else parts[0]
    return request.fill(told.get("before", "")) + body


def _endless(told: dict):
    """Yield the parts of a kind, and then again with other words before them."""
    yield from told["parts"]
    for again in itertools.cycle(told.get("again", ["And"])):
        for part in told["parts"]:
            yield f"{again}: {part}" if told["join"] != "line" else part


@cache
def _known() -> SimpleNamespace:
    told = SimpleNamespace(**read_table("writing.yaml"))
    told.asked = {
        kind: Regex(rf"\b(?:{'|'.join(sorted(map(re.escape, given['asked']), key=len, reverse=True))})\b", re.IGNORECASE)
        for kind, given in told.kinds.items()
    }
    return told
