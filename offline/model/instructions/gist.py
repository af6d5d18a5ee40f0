"""The gist of an answer: the name, number, date, "Yes" or "No" in it that the question asks for.

    of("What is the tallest animal?", "The giraffe is the tallest animal: up to 5.5 meters.")     # "Giraffe"

What a question asks for is told by its question word; where more than one thing in the answer could be it, there is no gist.
"""

import re

from ...tables import read_table
from .. import language, phrasebook
from ..computed.english import STOPWORDS
from ..meaning import stem
from ..regex import Regex
from .points import sentences

LONGEST = 4  # words of a gist
_YES_NO = Regex(r"(?P<said>Yes|No)\b[,.:;!]?")
_SUM = Regex(r"[^=\n]*[\d)%] = (?P<said>-?[\d.,]*\d)\.?")
_BRACKETS = Regex(r"\s*\([^)]*\)")
_OPEN = r"\W*(?:(?:please|and|so|ok|hi|hello|hey|can you tell me|do you know|tell me)\W+)*"
_HOW_MUCH = Regex(
    rf"{_OPEN}(?:(?:at )?how (?:many|much|far|high|tall|old|long|heavy|fast|big|deep|hot|cold|large|wide)|what(?:'s|s| is| was) the (?:\w+ )?(?:height|length|size|age|distance|number|population|weight|speed|depth|area|temperature|boiling point|melting point|freezing point)|(?:height|length|population|boiling point|melting point|freezing point|speed) of)\b",
    re.IGNORECASE,
)
_AMOUNT = Regex(
    r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion|trillion))?(?: ?(?:%|°[CF]?)| (?:square |cubic )?(?:km/h|mph|[a-z]+))?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= [a-z]+)",
    re.IGNORECASE,
)
_COUNTED = Regex(r"\bhow many (?P<unit>[a-z]+)", re.IGNORECASE)
_NO_UNIT = frozenset(
    "and or in of to is are was by for at with as on from while but that which than years' a the away times".split()
)
_WHEN = Regex(rf"{_OPEN}(?:when|(?:in )?(?:what|which) year|(?:on )?(?:what|which) date)\b", re.IGNORECASE)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = Regex(
    rf"(?:{_MONTH} \d{{1,2}}, |\d{{1,2}} {_MONTH} |{_MONTH} )?\b(?:1\d{{3}}|20\d\d|\d{{2,4}} (?:BC|AD))\b(?!,\d| [a-z]*(?:meters|km|years))"
)
_YEAR = Regex(r"\byear\b", re.IGNORECASE)
_WHO = Regex(rf"{_OPEN}(?P<word>who|which|what|whats)\b(?:'s)?", re.IGNORECASE)
_ONE_OF = Regex(
    r"\b(?:most|least|only|first|last|second|capital|name|\w{3,}est|symbol|currency|language|color|colour)\b", re.IGNORECASE
)
_COPULA = Regex(r"\b(?:is|are|was|were)\b(?: (?:usually|also|probably|still) \w+ as)?")
_RELATIVE = Regex(r"\b(?:that|which|who|whose)\b")
_PARTICLES = frozenset("of de da di del der van von the and la le".split())
_LEAD = Regex(r"\A(?:On|In|At|Of|To|By|For)\b[^,]{2,40}, ")
_MEASURE = Regex(r"(?P<number>[\d,]+)(?: ?(?P<unit>kilometers|meters|centimeters|kilograms|grams|°C|%))?")
_DAY = Regex(rf"(?:(?P<month>{_MONTH}) (?:(?P<day>\d{{1,2}}), )?|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}) )(?P<year>\d{{4}})")
_ASKS_IF = Regex(
    r"\W*(?:(?:and|so|but|please|hi|hey) )*(?P<verb>is|are|can|do|does|was|were|has|have) (?P<rest>[^?]+)", re.IGNORECASE
)
_DENIED = Regex(r"\W*(?:better not|rather not|not (?:really|at all|quite)|never)\b", re.IGNORECASE)
_DENIES = frozenset("not cannot never no neither t without".split())
_LIMITS = frozenset("or if but some sometimes only mostly often usually partly rarely hardly both few may might".split())
_PERSON = Regex(rf"{_OPEN}who\b", re.IGNORECASE)
_FULL_NAME = Regex(r"[A-Z]\S* \S")
_ARTICLE = Regex(r"\A(?:the|an?) ", re.IGNORECASE)


def of(question: str, text: str) -> str | None:
    """Return the gist of an answer to a question, without article and full stop; None where nothing tells it for sure."""
    if "\n" in text or not text:
        return None
    first = sentences(text)[0] if sentences(text) else ""
    if found := _YES_NO.match(text) or _SUM.fullmatch(first):
        return found["said"]
    first = _BRACKETS.sub("", first)
    if _HOW_MUCH.match(question):
        said = _amount(first, question)
        return said and _without_unit(question, said)
    if _WHEN.match(question):
        dates = [found[0] for found in _DATE.finditer(first)]
        return (dates[0][-4:] if _YEAR.search(question) else dates[0]) if len(dates) == 1 else None
    asked = _WHO.match(question)
    if (asked and (asked["word"].casefold() == "who" or _ONE_OF.search(question))) or _bare(question):
        return _name(question, first)
    return None


def yes_or_no(question: str, text: str) -> str | None:
    """Return whether the first sentence of an answer says yes or no to a question ("Can penguins fly?"); None where that is not clear."""
    asked = _ASKS_IF.match(question)
    if not asked or not (found := sentences(text)):
        return None
    if _DENIED.match(text):
        return "No"
    telling = [stem(word) for word in language.folded(asked["rest"]).split() if word not in STOPWORDS]
    said = language.folded(found[0]).split()
    stems = [stem(word) for word in said]
    if len(telling) < 2 or telling[-1] not in stems or telling[0] not in stems:
        return None
    at = stems.index(telling[-1])
    if _DENIES & set(said[max(at - 3, 0) : at]):
        return "No"
    verb = asked["verb"].casefold()
    before = said[stems.index(telling[0]) : at]
    plain = len(before) <= 4 and not (_DENIES | _LIMITS) & set(said)
    return "Yes" if plain and (verb in before or verb in ("do", "does")) else None


def abroad(question: str, text: str, short: str | None, tongue: str) -> str | None:
    """Return the gist of an answer (or its `short` version) as it stands in another language, as a sentence; None where that is not known."""
    if _SUM.fullmatch(text):
        return text if "." not in text.rstrip(".") else None  # "2.5" is written otherwise in most of them
    said = of(question, text) or _without_unit(question, short or "")
    if not said:
        return None
    known = read_table("phrasebook/names.yaml")
    at = known["languages"].split().index(tongue) if tongue in known["languages"].split() else None
    name = None if at is None else _named(said, known, at)
    if name is None and _PERSON.match(question) and _FULL_NAME.match(said) and at is not None:
        name = said
    if name is None and (amount := _MEASURE.fullmatch(said)):
        name = " ".join([amount["number"].replace(",", ""), *([known["units"][amount["unit"]]] if amount["unit"] else [])])
    if name is None and tongue in phrasebook.languages():
        name = phrasebook.word(said, "english", tongue)
    return f"{name[:1].upper()}{name[1:]}." if name else None


def _named(said: str, known: dict, at: int) -> str | None:
    """Return a name or a date in the language whose place in the lists is `at`."""
    if said in known["names"]:
        return known["names"][said].split(", ")[at]
    if not (date := _DAY.fullmatch(said)):
        return None
    day, month, year = date["day"] or date["day2"], known["months"][date["month"] or date["month2"]].split(", ")[at], date["year"]
    form = known["day"] if day else known["month"]
    return form.split(", ")[at].format(day=day, month=month, year=year)


def _bare(question: str) -> bool:
    """Return whether a question is but a few words with one that only one thing can be: "largest ocean"."""
    return (
        len(question.split()) <= 4
        and bool(_ONE_OF.search(question))
        and not re.match(r"\W*(?:how|why|where|when|is|are)\b", question, re.IGNORECASE)
    )


def _amount(sentence: str, question: str) -> str | None:
    """Return the only amount in a sentence, or the only one of what is counted, with its unit."""
    found = [one[0] for one in _AMOUNT.finditer(sentence)]
    counted = _COUNTED.search(question)
    if counted and len(found) > 1:
        found = [one for one in found if stem(one.rpartition(" ")[2].casefold()) == stem(counted["unit"].casefold())]
    if len(found) != 1:
        return None
    number, _, unit = found[0].rpartition(" ")
    return number if number and unit.casefold() in _NO_UNIT else found[0]


def _without_unit(question: str, said: str) -> str:
    """Return a number alone, where the question names what is counted."""
    number, _, unit = said.partition(" ")
    return number if unit and re.search(rf"\bhow many {re.escape(unit)}\b", question, re.IGNORECASE) else said


def _name(question: str, sentence: str) -> str | None:
    """Return what stands before the words of the question in a sentence, or behind "is" if they stand before it."""
    sentence = _LEAD.sub("", sentence).rstrip(".!")
    asked = {stem(word) for word in language.folded(question).split() if word not in STOPWORDS | {"who", "what", "which", "s"}}
    words = [(found.start(), stem(language.folded(found[0]))) for found in re.finditer(r"[^\W_]+", sentence)]
    places = [at for at, word in words if word in asked]
    copula = _COPULA.search(sentence)
    if not places:
        return None
    if copula and max(places) < copula.start() and not _RELATIVE.search(sentence[: copula.start()]):
        return _short(re.split(r"[,;:]", sentence[copula.end() :])[0])
    before = re.split(r"[,;:]", sentence[: copula.start() if copula and copula.start() < places[0] else places[0]])[0]
    return _short(_subject(before) if before[:1].isupper() else before)


def _subject(text: str) -> str:
    """Return the name that a text begins with, if it is one, without the verb behind it; the whole text otherwise."""
    words = text.split()
    if words[0] in ("The", "A", "An"):
        return text
    name: list[str] = []
    for word in words:
        if not (word[0].isupper() or word in _PARTICLES):
            break
        name.append(word)
    while name and name[-1] in _PARTICLES:
        name.pop()
    return " ".join(name) or text


def _short(text: str) -> str | None:
    said = _ARTICLE.sub("", text.strip())
    return said[:1].upper() + said[1:] if said and len(said.split()) <= LONGEST else None
