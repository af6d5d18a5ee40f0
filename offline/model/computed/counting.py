"""Count what is in a text that is sent along, and find what it holds."""

import re

from ..regex import Regex
from .payload import head as request
from .payload import payload, sentences
from .question import Answer, Question, says

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_URL = r"(?:https?://|www\.)[^\s,;<>\"')]+[^\s,;.<>\"')?!]"
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DATE = rf"\d{{4}}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{{2,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{4}}"
_PHONE = r"\+?\d[\d ()/-]{5,}\d"
_MONEY = r"[$€£¥]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:dollars?|euros?|pounds?|USD|EUR|GBP)"
_NUMBER = r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?!\w)"
_KINDS = [  # what can be extracted: its names, and what finds it
    ("e-mail address", r"e-?mails?(?: address(?:es)?)?", _EMAIL),
    ("link", r"urls?|links?|web(?:site)?s?(?: address(?:es)?)?", _URL),
    ("date", r"dates?", _DATE),
    ("phone number", r"(?:tele)?phone(?: numbers?)?s?", _PHONE),
    ("price", r"prices?|amounts?|costs?|sums?(?: of money)?", _MONEY),
    ("number", r"numbers?|digits|figures", _NUMBER),
    ("hashtag", r"hash ?tags?", r"#\w+"),
]
_NOT_NAMES = frozenset("The A An In On At It He She They We I You And But Or If When While After Before This That These Those There Then As Of For To From With My Your His Her Our Their Its Is Are Was Were Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Yesterday Today Tomorrow Dear Hello Hi".split())  # fmt: skip

# --- Counting ---

_COUNT = Regex(r"\b(?:how many|count|number of|how much|how long is|length of|word count)\b", re.IGNORECASE)
_IN = r"(?:are |is )?(?:there |used )?(?:in|of|from|does|has|have|within|inside)(?: the| this| my| following)*(?: word| sentence| text| string| phrase| name| paragraph| letters?)*"


def counted(question: Question) -> Answer | None:
    """Count words, letters, one letter, sentences and the like; None if that is not asked."""
    text = question.text
    if not _COUNT.search(text) or re.search(r"\b(?:python|javascript|java|code|function|sql|excel|regex)\b", text, re.IGNORECASE):
        return None
    letter = re.search(
        r"\b(?:how many|count(?: the)?|number of)(?: times)?(?: does)?(?: the)?(?: letters?)? ['\"“]?([a-z])['\"”]?(?:'?s)?(?: letters?)?(?: appear| occur)?s?\b (?:are |is )?(?:there )?(?:in|of)\b(?: the)?(?: word| name)?",
        text,
        re.IGNORECASE,
    )
    unit = re.search(
        r"\b(words?|letters?|characters?|chars?|sentences?|vowels?|consonants?|lines?|paragraphs?|syllables?)\b",
        text,
        re.IGNORECASE,
    )
    if letter:
        body = _after(question, letter)
        if body and not re.search(
            r"\A(?!.*\bletter).*word strawberry", text, re.IGNORECASE
        ):  # the lesson on what a model gets wrong
            found = body.casefold().count(letter[1].casefold())
            return says(
                f'The letter "{letter[1].casefold()}" is {found} {"time" if found == 1 else "times"} in "{_short(body)}".',
                short=str(found),
            )
        return None
    if not unit:
        return None
    request = re.search(rf"\b{unit[1]}\b(?: count)? ?{_IN}\b", text, re.IGNORECASE) or re.search(
        rf"\b{unit[1]}\b(?: in)?", text, re.IGNORECASE
    )
    body = _after(question, request)
    if not body:
        return None
    what = unit[1].casefold().rstrip("s").replace("char", "character").replace("characteracter", "character")
    count = {
        "word": lambda: len(re.findall(r"\w+(?:['’-]\w+)*", body)),
        "letter": lambda: sum(letter.isalpha() for letter in body),
        "character": lambda: len(body),
        "sentence": lambda: max(1, len(re.findall(r"[.!?]+(?=\s|\Z)", body)) or len(sentences(body))),
        "vowel": lambda: sum(letter in "aeiou" for letter in body.casefold()),
        "consonant": lambda: sum(letter.isalpha() and letter not in "aeiou" for letter in body.casefold()),
        "line": lambda: len(body.splitlines()),
        "paragraph": lambda: len(re.findall(r"\S(?:.|\n(?!\n))*", body)),
    }.get(what)
    if count is None:
        return None
    number = count()
    verb = "is" if number == 1 else "are"
    return says(f'There {verb} {number} {what}{"" if number == 1 else "s"} in "{_short(body)}".', short=str(number))


def _after(question: Question, request: re.Match | None) -> str | None:
    body = payload(question, request)
    body = re.sub(r"\A(?:does|do|has|are (?:there )?in) (?:the (?:word|name) )?", "", body, flags=re.IGNORECASE) if body else None
    return (
        re.sub(r"\s*\b(?:(?:have|has|contain|got) in it|have|contain|please|pls|thanks)\W*\Z", "", body, flags=re.IGNORECASE)
        if body
        else None
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:50].rsplit(" ", 1)[0] + " …"


# --- Extracting ---

NONE = "none"
_EXTRACT = Regex(
    r"\b(?:extract|find|list|get|pull(?: out)?|give me|show(?: me)?|pick out|which|what|identify|return)\b", re.IGNORECASE
)
_WAY_OUT = Regex(
    r"\s*\bif (?:there (?:is|are)|you (?:find|see)|(?:it|the \w+) (?:has|contains|gives)) (?:none|nothing|no\b[^,.:;?!\n]*)[^,.:;?!\n]*,?"
    r"\s*(?:then |please |just |only )*(?:answer|say|reply|respond|write|return)(?: with| only| just)*:?\s+"
    r"(?P<quote>[\"“'])?(?P<value>(?(quote)[^\"”'\n]+|\w[\w/-]*))(?(quote)[\"”'])[.!]*",
    re.IGNORECASE,
)


def extracted(question: Question) -> Answer | None:
    """Find e-mail addresses, dates, numbers, names and the like; None if that is not asked.

    Where there is none, say what the question wants to hear then: 'If there is none, answer "none".'
    """
    if way_out := _WAY_OUT.search(question.text):
        bare = extracted(question.asking(_WAY_OUT.sub("", question.text, count=1)))
        return says(way_out["value"], short=way_out["value"]) if bare and bare.short == NONE else bare
    head = request(question.text) or question.text[:120]
    if not _EXTRACT.search(head):
        return None
    for name, called, pattern in _KINDS:
        if re.search(
            rf"\b(?:extract|find|list|get|pull(?: out)?|give me|show(?: me)?|pick out|identify|return|which|what)\b(?: me| all| out| the| every| any| each| are| is| of)*(?: {called})\b",
            head,
            re.IGNORECASE,
        ):
            body = payload(question)
            if not body:
                return None
            found = list(dict.fromkeys(one.strip() for one in re.findall(pattern, body)))
            return _found(name, found)
    if re.search(r"\b(?:names?|people|persons)\b", head, re.IGNORECASE) and re.search(
        r"\b(?:extract|find|list|pull|get|identify|mentioned)\b", head, re.IGNORECASE
    ):
        body = payload(question)
        if body and len(body.split()) > 2:
            found = [
                one for one in re.findall(r"\b[A-ZÀ-Þ][a-zß-ÿ]+(?: [A-ZÀ-Þ][a-zß-ÿ]+)*", body) if one.split()[0] not in _NOT_NAMES
            ]
            return _found("name", list(dict.fromkeys(found)))
    return None


def _found(name: str, found: list[str]) -> Answer:
    plural = name + ("es" if name.endswith("s") else "s")
    if not found:
        return says(f"There is no {name} in the text.", short=NONE)
    listed = ", ".join(found)
    return says(f"{(name if len(found) == 1 else plural).capitalize()}: {listed}", short=listed)
