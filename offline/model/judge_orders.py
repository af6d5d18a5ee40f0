"""Read an order to judge: one reply or two, each under a title, with the question and the reference if they are sent along.

    read("Which is better? Answer with A or B only.\\n\\nAnswer A: It is Lyon.\\n\\nAnswer B: It is Paris.", "")
    -> Order(replies=("It is Lyon.", "It is Paris."), names=("A", "B"), brief=True, ...)

A title stands in front of a colon ("Reply 1: ...", "Reference: ...") or is a tag (`<answer_a>...</answer_a>`).
"""

import re
from dataclasses import dataclass

from .regex import Regex

_KINDS = frozenset("answer reply response summary translation text version option candidate output submission".split())
_AROUND = frozenset("the student students model assistant given submitted user from of".split())
_QUESTIONS = frozenset("question prompt task problem".split())
_REFERENCES = frozenset("reference correct expected ideal gold right truth".split())
_PLACES = {"a": 0, "1": 0, "one": 0, "first": 0, "b": 1, "2": 1, "two": 1, "second": 1}

_TAGS = Regex(r"<(?P<name>[A-Za-z][\w -]{0,30})>(?P<text>.*?)</(?P=name)>", re.DOTALL)
_TITLE = Regex(r"(?:\A|\n|(?<=[.?!:]\s))[^\w\n]*(?P<title>\w[\w'’ -]{0,30}?)[^\w\n:]*:[ \t*_]*\n?")
_COMPARES = Regex(
    r"\b(?:better|best|prefer\w*|wins?|winner|compar(?:e|es|ing)|judges?|shorter|shortest|longer|longest|briefer|politer|friendlier|more \w+|which of (?:the )?two|"
    r"which (?:answer|reply|response|summary|text|version|option|translation|candidate)\b)",
    re.IGNORECASE,
    "better best prefer win compar judge short long brief polite friendl more which",
)
_GRADES = Regex(
    r"\b(?:(?:in)?correct|right|wrong|agrees?|match(?:es)?|equivalent|grad(?:e|es|ing)|scor(?:e|es|ing)|rat(?:e|es|ing)|judges?|pass|fail|evaluat(?:e|es|ing)|how (?:good|well))\b",
    re.IGNORECASE,
    "correct right wrong agree match equivalent grad scor rat judge pass fail evaluat how",
)
_ASKS = Regex(
    r"\W*(?:please )?(?:which|who|is|are|does|do|how|on a scale|grade|rate|score|judge|compare|decide|say|answer|reply|pick|choose|evaluate)\b",
    re.IGNORECASE,
)
_QUALITIES = [
    ("shorter", Regex(r"\b(?:shorter|shortest|briefer|conciser|more (?:concise|brief))\b", re.IGNORECASE)),
    ("longer", Regex(r"\b(?:longer|longest)\b", re.IGNORECASE)),
    ("more polite", Regex(r"\b(?:politer|friendlier|more (?:polite|friendly|courteous))\b", re.IGNORECASE)),
]
_TIE = Regex(r"\b(?:tie|draw|equal|neither)\b", re.IGNORECASE)
_SCALE = Regex(r"\b(?:from|of|between|scale)\s+(\d+)\s*(?:to|-|–|and)\s*(\d+)\b|\((\d+)\s*(?:to|-|–)\s*(\d+)\)", re.IGNORECASE)
_WORDS = [("pass", "fail"), ("correct", "incorrect"), ("right", "wrong"), ("true", "false"), ("yes", "no")]
_BRIEF = Regex(
    r"\b(?:only|just|nothing else|(?:one|a single) (?:letter|word|number))\b|"
    r"\b(?:answer|reply|respond) (?:with )?\W*\w+\W*(?:, \w+)*,? or \w+|:\s*\w+ or \w+\s*(?:[.?]|\Z)",
    re.IGNORECASE,
)
_OTHER = Regex(
    r"\b(?:is|are|sounds?|was) (?:the )?(?:(?:more|most) )?(?P<word>(?<=more )\w+|(?<=most )\w+|\w{3,}er)\b", re.IGNORECASE
)
_BETTER = frozenset("better answer whether accurate correct helpful complete useful relevant precise true detailed".split())


@dataclass(frozen=True)
class Order:
    """What is to be judged, and how the verdict is to be said.

    `replies` are one or two, with `names` for two. `quality` is what the better one is. `tie` is the word for equal ones, if the
    order allows any; `scale` the lowest and the highest score; `words` are those for right and wrong.
    """

    replies: tuple[str, ...]
    names: tuple[str, str]
    question: str
    reference: str
    quality: str
    tie: str
    scale: tuple[int, int] | None
    words: tuple[str, str]
    brief: bool
    cannot: str

    @property
    def compares(self) -> bool:
        """Whether two replies are to be compared."""
        return len(self.replies) == 2


def read(prompt: str, told: str) -> Order | None:
    """Return the order in a prompt and the instructions that came before it; None if nothing is to be judged."""
    if not _orders(prompt) and not _orders(told):
        return None
    head, parts, names = _parts(prompt)
    order = f"{told}\n{head}".strip()
    if parts.get(0) and parts.get(1) and _COMPARES.search(order):
        replies: tuple[str, ...] = (parts[0], parts[1])
    elif parts.get("reply") and ("reference" in parts or "question" in parts) and _GRADES.search(order):
        replies = (parts["reply"],)
    else:
        return None
    scale = _SCALE.search(order)
    tie = _TIE.search(order)
    other = _OTHER.search(order)
    quality = next((name for name, pattern in _QUALITIES if pattern.search(order)), "better")
    return Order(
        replies,
        (names.get(0, "A"), names.get(1, "B")),
        parts.get("question") or (parts.get("reply", "") if len(replies) == 2 else ""),  # a text that two replies are about
        parts.get("reference", ""),
        quality,
        tie[0].lower() if tie else "",
        tuple(int(number) for number in scale.groups() if number) if scale else None,
        next((pair for pair in _WORDS if all(re.search(rf"\b{word}\b", order, re.IGNORECASE) for word in pair)), ("yes", "no")),
        bool(_BRIEF.search(order)),
        other[0] if other and quality == "better" and other["word"].lower() not in _BETTER else "",
    )


def _orders(text: str) -> bool:
    return bool(_COMPARES.search(text) or _GRADES.search(text))


def _parts(prompt: str) -> tuple[str, dict, dict[int, str]]:
    """Return what stands under no title, what stands under each, and the names of two replies."""
    text = _TAGS.sub(lambda tag: f"\n{tag['name']}: {tag['text'].strip()}\n\n", prompt)
    titles = [(kind, title) for title in _TITLE.finditer(text) if (kind := _kind(title["title"])) is not None]
    if not titles:
        return text, {}, {}
    head, parts, names = text[: titles[0][1].start()], {}, {}
    for number, (kind, title) in enumerate(titles):
        end = titles[number + 1][1].start() if number + 1 < len(titles) else len(text)
        part = text[title.end() : end].strip()
        if end == len(text):
            rest, last = _last_order(part)
            part, head = rest, f"{head}\n{last}"
        parts.setdefault(kind, part.strip().strip('"“”').strip())
        if isinstance(kind, int):
            names.setdefault(kind, _named(title["title"]))
    return head, parts, names


def _last_order(text: str) -> tuple[str, str]:
    """Return a text without the order behind it, and that order: a last paragraph, or a last line that asks for a verdict."""
    for end, asks in (("\n\n", _orders), ("\n", lambda line: bool(_ASKS.match(line)) and _orders(line))):
        rest, _, last = text.rpartition(end)
        if rest and asks(last):
            return rest, last
    return text, ""


def _kind(title: str) -> int | str | None:
    """Return what stands under a title: reply 0 or 1, "reply", "question", "reference"; None if it is no title."""
    words = [word for word in re.findall(r"[a-z]+|\d+", title.lower()) if word not in _AROUND]
    rest = [word for word in words if word not in _KINDS]
    if not rest:
        return "reply" if words else None
    alone = len(re.findall(r"\w+", title)) == 1 and "_" not in title
    if len(rest) == 1 and rest[0] in _PLACES and (not alone or title in ("A", "B", "1", "2", "First", "Second")):
        return _PLACES[rest[0]]
    if set(words) <= _QUESTIONS:
        return "question"
    return "reference" if set(rest) <= _REFERENCES else None


def _named(title: str) -> str:
    """Return the name of a reply as its title has it: "A" of "answer_a"."""
    name = next(word for word in re.findall(r"[A-Za-z]+|\d+", title) if word.lower() in _PLACES)
    return name.upper() if len(name) == 1 else name.lower()
