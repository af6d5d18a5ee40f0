"""What somebody wishes for, and how its words are read: numbers, polite words around it, clauses that become sentences."""

import re
from dataclasses import dataclass

from ..regex import Regex

NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBER = rf"\d{{1,3}}|{'|'.join(NUMBERS[1:])}|a couple of|a few|a dozen"
UNSAFE = Regex(r"[\[\]<>|`]")  # signs of the answers files

_BEFORE = Regex(
    r"\A\W*(?:(?:hi|hello|hey|ok|okay|so|well|and|but|now|also|then|oh|please|pls|plz|kindly|yes|no|hm+)\b[\s,.!:]*)*"
    r"(?:(?:can|could|would|will) (?:you|u|i|we) (?:please |pls |maybe |kindly )*(?:help me (?:to |with )?)?|i (?:want|need|have|must|would like|'d like|d like) (?:you )?(?:to )?|i'm looking for |im looking for |i am looking for |help me (?:to |with )?|let'?s |do you (?:know|have) (?:any |some )?|know any |got any )?(?:please )?",
    re.IGNORECASE,
)
_AFTER = Regex(r"[\s,;.!]*(?:\b(?:please|pls|plz|thanks|thank you|thx|asap|for me|kindly)\b)[\s.!?]*\Z|[\s.!?]+\Z", re.IGNORECASE)

_MENDED = [
    (r"\bi\b", "I"), (r"\bi(?='|’)", "I"), (r"\bim\b", "I'm"), (r"\b([Hh]e|[Ss]he)s (?=\w+ing\b|\d|very\b|a\b|the\b|so\b|not\b)", r"\1's "), (r"\bive\b", "I've"), (r"\bdont\b", "don't"), (r"\bcant\b", "can't"), (r"\bdidnt\b", "didn't"),
    (r"\bdoesnt\b", "doesn't"), (r"\bhasnt\b", "hasn't"), (r"\bisnt\b", "isn't"), (r"\bwasnt\b", "wasn't"), (r"\bwont\b", "won't"), (r"\bits (?=been|for|about|my|not|the|a)\b", "it's "),
    (r"\bmy (mom|dad|mother|father|sister|brother|son|daughter|wife|husband|grandma|grandpa)s (?!(?:and|or|are|who|that|have|in|on|at|to)\b)(?=\w)", r"my \1's "), (r"\bu\b", "you"), (r"\bur\b", "your"), (r"\bpls\b", "please"),
]  # fmt: skip
_NAMES = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split()


@dataclass(frozen=True)
class Wish:
    """What is asked for, what was added to it later and what was said before (both oldest first), the last reply, and the instructions."""

    text: str
    details: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    replied: str = ""
    told: str = ""  # what the instructions say

    @property
    def whole(self) -> str:
        """The request with its details, as one text."""
        return ". ".join((self.text, *self.details))


def bare(text: str) -> str:
    """Return a request without the polite words around it."""
    text = _BEFORE.sub("", text.replace("’", "'"), count=1)
    for _ in range(3):
        text = _AFTER.sub("", text)
    return text


def number(text: str, of: str, usual: int, most: int = 10) -> int:
    """Return how many are asked for: the number that stands before one of the words `of` (a pattern), or `usual`."""
    found = re.search(rf"\b({NUMBER})[- ](?:[\w'-]+ ){{0,3}}?(?:{of})\b", text, re.IGNORECASE)
    return max(1, min(most, counted(found[1]))) if found else usual


def counted(word: str) -> int:
    """Return the number that a word says."""
    word = word.casefold()
    few = {"a couple of": 2, "a few": 3, "a dozen": 12}
    return few.get(word) or (int(word) if word.isdigit() else NUMBERS.index(word))


def listed(items: list[str]) -> str:
    """Return items as a numbered list; one alone stands without a number."""
    return "\n".join(f"{place}. {item}" for place, item in enumerate(items, 1)) if len(items) > 1 else items[0]


def mended(text: str) -> str:
    """Return words as they were typed in a hurry, in better English."""
    for pattern, right in _MENDED:
        text = re.sub(pattern, right, text)
    named = Regex(rf"\b(?:{'|'.join(_NAMES)})s?\b")
    text = named.sub(lambda match: match[0].capitalize(), text)
    return re.sub(r"\b(may) (?=\d)|(?<=\d )(may)\b", lambda match: match[0].capitalize(), text)


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return words as a sentence."""
    text = capital(mended(text.strip(" ,;:.-")))
    return text if not text or text[-1] in ".!?" else text + "."


def has(text: str, words: str) -> bool:
    """Return whether a text has one of some words (a pattern)."""
    return bool(re.search(rf"\b(?:{words})\b", text, re.IGNORECASE))


def joined(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
