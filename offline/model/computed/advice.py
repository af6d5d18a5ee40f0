"""A second question after advice: how long, how often, what about coffee; and "what can I do?" about what was told before.

It is answered with the sentence of the advice that tells it, or with what is known about what was told.
"""

import re

from ..meaning import stem
from ..regex import Regex
from .english import STOPWORDS
from .memory import PETS
from .question import Answer, Question, says

LONGEST = 160  # characters of a question
ITSELF = "offline stand-in"  # a reply with these words tells about the stand-in, and is no advice
_TIME = r"(?:minutes?|hours?|seconds?|days?|weeks?|months?)"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|eight|ten|fifteen|twenty|thirty|half an|some|a few)"
_KINDS = [  # how it is asked, and what a sentence must have that tells it
    (Regex(r"\bhow (?:long|many (?:minutes|hours)|much time)\b", re.IGNORECASE), Regex(rf"\b{_COUNT}(?: to {_COUNT})? {_TIME}\b", re.IGNORECASE)),
    (Regex(r"\bhow (?:often|many times|many days|frequently)\b", re.IGNORECASE), Regex(r"\b(?:every|each) (?:\w+ )?(?:day|week|month|evening|morning|night|hour)\b|\b(?:once|twice|times|days) (?:a|per|each) \w+|\bdaily\b|\b(?:two|three|four|\d) times\b|\bonce an?\b", re.IGNORECASE)),
    (Regex(r"\bhow (?:much|many)\b", re.IGNORECASE), Regex(r"\d|\b(?:two|three|four|five|six|half|ten|little|no)\b", re.IGNORECASE)),
    (Regex(r"\b(?:when|what time|at which time)\b", re.IGNORECASE), Regex(r"\b(?:before|after|morning|evening|noon|p\.m\.|a\.m\.|early|late|at night|in the|week \d|hour)\b", re.IGNORECASE)),
]  # fmt: skip
_WHEN = Regex(r"\bwhen\b", re.IGNORECASE)
_OTHER = Regex(  # what a sentence of the advice does not tell just because it names the same thing
    r"\bwhy\b|\bwho\b|\bexpensive\b|\bcheap\w*|\bcosts?\b|\bprices?\b|\bwrite\b|\btranslate\b|\bexample\b|\bmeans?\b|\byou (?:sure|like|think)\b",
    re.IGNORECASE,
)
_SAME = dict.fromkeys(["biggest", "bigger", "large", "big"], "largest") | {
    "tea": "teas",
    "quickest": "fastest",
    "kids": "child",
    "kid": "child",
    "children": "child",
}
_SO_OFTEN = Regex(r"\b(?:once|twice|\w+ times|\w+ days) (?:a|per|each) \w+|\bevery day\b|\bdaily\b", re.IGNORECASE)
_ABOUT = Regex(
    r"\A\W*(?:(?:and|but|ok|so|then)\W+)*(?:what about|how about|and|what if|is|are|does|do|can|may|should|would|will|which|where)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_WHAT_TO_DO = Regex(
    r"\b(?:what|how) (?:can|could|should|shall|do|must|would) (?:i|we|you)(?: \w+)?(?: do| stop| fix| change| solve| handle| prevent| avoid)?\b(?: (?:about|against|with|to stop|now|then|it|that|this|him|her|them|do))*\W*\Z|\bany (?:tips?|advice|ideas?|help)\b|(?:\A|[,.!]|\b(?:please|you|need|want|some)\b)\W*help(?: me)?(?: please)?\W*\Z|\bwhat to do\b|\bwhat now\b",
    re.IGNORECASE,
)
_WORDED = Regex(  # a new text is wanted, which no sentence of the advice is
    r"\b(?:can|could|would|will|please|pls)\b(?: you| u)?(?: please)? (?:write|draft|phrase|word|formulate|put|make|give|show|suggest|list|turn|change)\b|\b(?:literally|word for word|what (?:i|we) could (?:say|write))\b",
    re.IGNORECASE,
)
_NOTED = Regex(r"\A(?:Noted|Thank you for telling me)\b")
_PERSON = Regex(r"\A\W*(?:and |but |so |now )*(?P<who>he|she|it|they)\b(?:'s)?", re.IGNORECASE)
_BEING = Regex(
    rf"\b(?:an?|my|our) (?:\w+ )?(?P<what>{PETS}|baby|son|daughter|toddler|child|kid|boss|neighbou?r|colleague|roommate)\b",
    re.IGNORECASE,
)
_SENTENCE = Regex(r"(?<=[.!?:])\s+|\n+")
_SMALL = frozenset(
    map(
        stem,
        "day week month year time minute hour long often much many should need take help good ok okay use day best per else something anything still really also do i it".split(),
    )
)


def answer(question: Question) -> Answer | None:
    """Return the part of the advice before that a question asks for; None where there is none."""
    text = question.text.replace("’", "'")
    if not question.before or len(text) > LONGEST or (question.goes_on_from_nothing and not _WHAT_TO_DO.search(text)):
        return None
    if _WHAT_TO_DO.search(text):
        return _about_what_was_told(question, text)
    if _WORDED.search(text):
        return None
    replied = question.earlier("assistant")[:2]
    said = [one for one in replied if len(one.split()) > 15 and ITSELF not in one and not _NOTED.match(one)]
    for advice in said:
        if found := _told(advice, text):
            return says(found[:1].upper() + found[1:])
    return None


def _told(advice: str, text: str) -> str | None:
    """Return the sentence of some advice that tells what is asked."""
    sentences = [
        re.sub(r"\A(?:\d+\.|[-*•]) ", "", part).strip() for part in _SENTENCE.split(advice) if re.search(r"\w{2}.* ", part)
    ]
    words = _stems(text)
    shared = {sentence: len(words & _stems(sentence)) for sentence in sentences}
    for asked, told in _KINDS:
        if asked.search(text):
            fits = [sentence for sentence in sentences if told.search(sentence)]
            by_day = re.search(
                r"\b(?:(?:a|per|each|every) (?P<unit>day|week|month|night)|(?P<daily>daily))\b", text, re.IGNORECASE
            )
            if by_day:
                unit = by_day["unit"] or "day"
                fits = [
                    sentence
                    for sentence in fits
                    if re.search(rf"\b(?:{unit}|{'daily' if unit == 'day' else unit + 'ly'})\b", sentence, re.IGNORECASE)
                ]
            fits.sort(key=lambda sentence: (-bool(_SO_OFTEN.search(sentence)), -shared[sentence]))
            if fits and (shared[fits[0]] or by_day or not words):
                return fits[0]
            if not _WHEN.search(text):
                return None
    best = max(sentences, key=shared.__getitem__, default=None)
    asks = _ABOUT.match(text) or text.rstrip().endswith("?")
    enough = best and (len(words) <= shared[best] or 2 <= shared[best] >= len(words) - 1)
    return best if asks and enough and words and not _OTHER.search(text) else None


def _stems(text: str) -> frozenset[str]:
    words = (_SAME.get(word, word) for word in re.findall(r"[a-z]{3,}", text.casefold()) if word not in STOPWORDS)
    return frozenset(map(stem, words)) - _SMALL


def _about_what_was_told(question: Question, text: str) -> Answer | None:
    """Return what is known about what was told last, in this message or before it."""
    here = _WHAT_TO_DO.sub("", text).strip(" ,.!?")
    told = [one for one in ([here] if here else []) + question.earlier("user")[:3] if len(one) <= LONGEST]
    being = next((found["what"] for one in told if (found := _BEING.search(one))), "")
    tried = []
    for one in told:
        tried += [f"{being} {_PERSON.sub('', one).strip()}"] if being and _PERSON.match(one) else [one]
    for one in tried:
        if found := question.known.about(one.replace("’", "'")):
            said = found["say"]
            if any(text in before for _, text in said for before in question.earlier("assistant")):
                return Answer(
                    [(weight, f"As I said: {text}" if "\n" not in text else f"As I said:\n\n{text}") for weight, text in said]
                )
            return Answer(said, forms={form: ways for form, ways in found.items() if form != "say"})
    return None
