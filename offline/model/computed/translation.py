"""Translate phrases of the phrase table to and from its languages, also several in one text; beyond it, say so."""

import re
from functools import cache

from ...tables import read_table
from .. import phrasebook, tongues
from ..language import folded
from ..regex import Regex
from .atlas import LANGUAGES
from .payload import payload
from .question import Answer, Question, says

_ALL = ("french|german|spanish|italian|portuguese|dutch|english|japanese|chinese|mandarin|russian|arabic|hindi|korean|turkish|polish|swedish|norwegian|danish|"
        "finnish|greek|latin|hebrew|czech|hungarian|romanian|ukrainian|thai|vietnamese|klingon|esperanto|irish|welsh|swahili|urdu|persian|indonesian|catalan")  # fmt: skip
_MEANS = Regex(
    r"\b(?:what (?:does|do|is|means)|whats|what's|meaning of|translate)\b\s*(?:(?:the )?\w+ word )?(?!the\b)(?P<text>.+?)\s*(?:\b(?:mean|means|in english|to english|into english)\b|\Z)",
    re.IGNORECASE,
)
_FOR_ITS_MEANING = Regex(r"\b(?:means?|meaning|english|translate)\b", re.IGNORECASE, needs="english mean translate")
_AGAIN = Regex(
    rf"\A\W*(?:(?:and|now|ok|then|what about|how about|also|please)\W+)*(?:(?:in|into|to|for|the same in)\s+)?(?P<to>{_ALL})\W*(?:(?:please|too|as well|now)\W*)*\Z",
    re.IGNORECASE,
    _ALL.replace("|", " "),
)
_IN_INSTRUCTIONS = Regex(rf"\btranslat\w*\b.*?\b(?:in|into|to)\s+(?P<to>{_ALL})\b", re.IGNORECASE | re.DOTALL, "translat")
_SEVERAL = Regex(
    rf"\b(?:translate|how (?:do|would|can) (?:you|i) (?:say|write)|say|write|what is|what's) (?P<text>.+?) (?:in|into|to) (?P<to>(?:{_ALL})(?:,? (?:and )?(?:in |into |to )?(?:{_ALL}))+|(?:two|three|four|five|six|[2-6]|several|different|many|all|other)\b[\w ]{{0,20}}\blanguages(?: you know)?)\W*\Z",
    re.IGNORECASE | re.DOTALL,
    "translate say write what",
)
_NO_TARGET = Regex(
    r"\bhow (?:do|would|can|to) ?(?:you|i|we|one)? ?say (?P<text>[\"'“‘„].{2,80}?[\"'”’“])(?: (?:please|pls))?\W*\Z",
    re.IGNORECASE,
    "say",
)
_WHICH_LANGUAGE = Regex(
    r"\b(?:what|which) language\b(?! (?:should|do|does|did|can|would|to|models?|learn|has|have|is spoken|is used|is best|is better|is easier|is the)\b)"
    r"|\b(?:detect|identify|recogni[sz]e|guess|name|tell me) the language\b|\blanguage of (?:this|the following|these|the text)\b",
    re.IGNORECASE,
    "language",
)
_AND_MEANS = Regex(
    r"\b(?:does|do|did) (?:it|this|that|he|she|they) (?:say|mean)|\bmeaning\b|\btranslat|\bin english\b", re.IGNORECASE
)
IT_IS = "It is {}."
MAY_BE = "It is {}; I cannot tell which of them."
NOT_ITS_MEANING = "What it means I cannot tell: it is not in my table of phrases."
MOST_ALIKE = 2  # languages that a text may be in
WHICH = 'In which language? Say, for example: How do you say "{}" in Spanish?'
_ORDERS = Regex(r"\bhow (?:do|can|would) (?:you|i|we|one) (?:order|ask for)\b", re.IGNORECASE)
_COUNTS = {name: count for count, names in enumerate(("2 two", "3 three", "4 four", "5 five"), 2) for name in names.split()}
_PARTS = Regex(r"([,.!?;]+\s*)")
_OPENINGS = {"?": "¿", "!": "¡"}
_OTHER_NAMES = {"mandarin": "chinese"}
BEYOND = (
    'I am the offline stand-in: I can translate only a table of short phrases (such as "good morning") and simple sentences to and from {}, '
    "the commonest phrases to some more languages, and {} is not in it."
)


def answer(question: Question) -> Answer | None:
    """Translate a phrase; None if nothing is to be translated. What is not in the table is said to be so."""
    table = question.known.tables.get("phrase", {})
    if ordered := _IN_INSTRUCTIONS.search(question.told):
        return _translated(table, question.text, ordered["to"], sure=True, bare=True)
    if again := _AGAIN.search(question.text):
        asked = next((text for text in question.earlier("user") if not _AGAIN.search(text)), "")
        found = next((match for form in _forms() if (match := form.search(asked))), None)
        return _translated(table, found["text"], again["to"], sure=True) if found else None
    if (several := _SEVERAL.search(question.text)) and not question.language:
        return _into_several(table, several["text"], several["to"])
    for form in _forms() if _AGAIN.may_be_in(question.text) else ():  # where a language is named
        if (found := form.search(question.text)) and not re.match(r"\W*(?:and|then|also)\b", found["text"], re.IGNORECASE):
            sure = bool(
                re.search(r"\btranslat\w*|\bhow (?:do|would|can|to)\b.*\bsay\b|\bword for\b", question.text, re.IGNORECASE)
            )
            again = question.language if question.language and question.language not in question.told.casefold() else None
            text = f"I would like {found['text'].strip()}, please" if _ORDERS.search(question.text) else found["text"]
            return _translated(table, text, again or found["to"], sure=sure)
    if open_target := _NO_TARGET.search(question.text):
        return _into_what_is_named(table, open_target["text"], question.text[: open_target.start()])
    if found := _asked_abroad(table, question):
        return found
    if found := _MEANS.search(question.text):
        quoted = (
            bool(re.match(r"[\"“„«‘'].{2,}[\"”“»’']\W*\Z", found["text"].strip()))
            and tongues.tongue(_bare(found["text"])) is not None
        )
        asked = bool(_FOR_ITS_MEANING.search(question.text)) and not question.known.knows(question.text)
        return _into_english(table, found["text"], by_phrasebook=asked, sure=quoted)
    return None


@cache
def _forms() -> list[re.Pattern]:
    """Return the frames in which English asks for a translation."""
    frames = read_table("phrasebook/asked.yaml")["english_frames"]
    return [re.compile(frame.replace("{all}", _ALL), re.IGNORECASE | re.DOTALL) for frame in frames]


def language_of(question: Question) -> Answer | None:
    """Answer which language a text is in that is sent along, and what it means if that is asked too; None if neither is."""
    asked = _WHICH_LANGUAGE.search(question.text)
    text = payload(question) if asked and re.search(r"[\"“„«:\n]|(?<!\w)'", question.text) else None
    if not text or not (names := tongues.likeliest(text)) or len(names) > MOST_ALIKE:
        return None
    table = question.known.tables.get("phrase", {})
    known = _into_english(table, text)
    if known and len(names) == 1 and names[0].capitalize() in known.ways[0][1]:
        return known
    named = " or ".join(name.capitalize() for name in names)
    said = (MAY_BE if len(names) > 1 else IT_IS).format(named)
    return says(f"{said} {NOT_ITS_MEANING}" if _AND_MEANS.search(question.text) else said, short=named, guarded=True)


def _translated(table: dict, text: str, language: str, *, sure: bool, bare: bool = False) -> Answer | None:
    language = _OTHER_NAMES.get(language.casefold(), language.casefold())
    if folded(_bare(text)) in ("it", "that", "this", "your answer", "the answer", "your last answer", "everything", "your reply"):
        return None  # a wish for the language of what was said
    if language == "english":
        return _into_english(table, text, sure=sure)
    if said := _said(table, text, language) or _by_phrasebook(text, language):
        if bare:
            return says(said, short=said, language=language)
        phrase = _row(table, text) or _bare(text)
        return says(f'"{phrase}" in {language.capitalize()} is "{said}".', short=said, language=language)
    spoken = {tongue for row in table.values() for tongue in row}
    if not sure and not (_row(table, text) and language not in spoken):
        return None
    named = f'"{_bare(text)}"' if language in spoken else language.capitalize()
    return _beyond(named)


def _beyond(named: str) -> Answer:
    languages = ", ".join(one.capitalize() for one in LANGUAGES[:-1]) + f" and {LANGUAGES[-1].capitalize()}"
    return says(BEYOND.format(languages, named), guarded=True)


def _said(table: dict, text: str, language: str) -> str | None:
    """Return a text in a language, if the table has each of its parts: "Good morning, how are you?" has two."""
    if row := _row(table, text):
        return table[row].get(language)
    inside, end = _whole(text)
    if told := phrasebook.translated(f"{inside}{end}", "english", language):
        return told
    parts = _PARTS.split(inside)
    said = ""
    for part, mark in zip(parts[::2], [*parts[1::2], end], strict=True):
        row = _row(table, part)
        told = table[row].get(language) if row else phrasebook.translated(part, "english", language)
        if told is None:
            return None
        opening = _OPENINGS.get(mark.strip(), "") if language == "spanish" and row else ""
        said += opening + (told if row else _small(told)).rstrip(mark.strip() or "\0") + mark
    return re.sub(r"(?:\A|[.?!]\s+)[¿¡]?\w", lambda start: start[0].upper(), said)


def _small(text: str) -> str:
    """Return a sentence with a small letter at its beginning: it stands after a comma."""
    return re.sub(r"\w", lambda letter: letter[0].lower(), text, count=1)


def _into_what_is_named(table: dict, text: str, before: str) -> Answer | None:
    """Translate into the language that is spoken of before ("I am learning Spanish. How do you say ..."); ask back where none is."""
    names = read_table("phrasebook/asked.yaml")["names"]
    words = folded(before).split()
    named = next(
        (name for name, others in names.items() if name != "english" and {name, *folded(others).split()} & set(words)), None
    )
    return _translated(table, text, named, sure=True) if named else says(WHICH.format(_bare(text)), guarded=True)


def _into_several(table: dict, text: str, languages: str) -> Answer | None:
    """Return a phrase in two or more languages, a line each; what is not known in one is said to be so."""
    names = [_OTHER_NAMES.get(name, name) for name in re.findall(_ALL, languages.casefold())]
    if not names:
        names = list(LANGUAGES)[: _COUNTS.get(languages.split()[0].casefold(), len(LANGUAGES))]
    found = [(name, _said(table, text, name) or _by_phrasebook(text, name)) for name in names]
    if not any(said for _, said in found):
        return _beyond(f'"{_bare(text)}"')
    return says("\n".join(f"- {name.capitalize()}: {said or 'I do not know it'}" for name, said in found), guarded=True)


def _asked_abroad(table: dict, question: Question) -> Answer | None:
    """Return what is asked for in another language: "Wie sagt man danke auf Englisch?"; the translation alone, without English around it."""
    if _names_abroad().isdisjoint(question.words):
        return None
    asked = read_table("phrasebook/asked.yaml")
    text, wanted = question.text, None
    if (again := re.fullmatch(asked["again"], text, re.IGNORECASE)) and (earlier := question.earlier("user")):
        text, wanted = earlier[0], again["to"]
    for frame in asked["frames"]:
        found = re.search(frame, text, re.IGNORECASE | re.DOTALL)
        said_to = found and folded(wanted or found["to"])
        target = found and next((name for name, words in asked["names"].items() if said_to in folded(words).split()), None)
        if found and question.language and question.language not in question.told.casefold():
            target = question.language  # "und auf Spanisch?"
        if found and target:
            said = _from_any(table, found["text"], target)
            return says(said, short=said, language=target) if said else None
    return None


@cache
def _names_abroad() -> frozenset[str]:
    """Return what languages are called in other languages than English."""
    return frozenset(folded(" ".join(read_table("phrasebook/asked.yaml")["names"].values())).split())


def _from_any(table: dict, text: str, target: str) -> str | None:
    if said := _said(table, text, target) or (_by_phrasebook(text, target) if target != "english" else None):
        return said
    if (found := _into_english(table, text)) and found.short:
        return found.short if target == "english" else _said(table, found.short, target) or _by_phrasebook(found.short, target)
    return None


def _by_phrasebook(text: str, language: str) -> str | None:
    """Return a sentence or a word in a language, from English or else from what it is in."""
    inside, end = _whole(text)
    for source in ("english", *(one for one in tongues.candidates(inside) if one != language)):
        if said := phrasebook.translated(f"{inside}{end}", source, language) or phrasebook.word(inside, source, language):
            return said
    return None


def _whole(text: str) -> tuple[str, str]:
    """Return a text without quotes around it, and the sign that it ends with."""
    inside = _bare(text)
    end = re.match(r"[?!.]*", text[text.find(inside) + len(inside) :])
    return inside, end[0] if end else ""


def _into_english(table: dict, text: str, *, sure: bool = False, by_phrasebook: bool = True) -> Answer | None:
    wanted = folded(_bare(text))
    for phrase, row in table.items() if wanted else ():
        for language, said in row.items():
            written, _, spoken = said.partition(" (")
            if folded(written) == wanted or (len(wanted) > 2 and folded(spoken) == wanted):  # "ai" is hardly Japanese
                return says(f'"{said}" is {language.capitalize()} and means "{phrase}".', short=phrase)
    inside, end = _whole(text)
    for language in dict.fromkeys((*tongues.candidates(inside), *LANGUAGES)) if wanted and by_phrasebook else ():
        if said := phrasebook.translated(f"{inside}{end}", language, "english") or phrasebook.word(inside, language, "english"):
            return says(f'"{inside}{end}" is {language.capitalize()} and means "{said}".', short=said)
    return _beyond(f'"{inside}"') if sure and tongues.tongue(inside) else None


def _row(table: dict, text: str) -> str | None:
    wanted = folded(_bare(text))
    wanted = read_table("phrasebook/asked.yaml")["same"].get(wanted, wanted)
    names = {folded(phrase): phrase for phrase in table}
    return names.get(wanted) or names.get(wanted.removeprefix("the ").removeprefix("a "))


def _bare(text: str) -> str:
    text = re.sub(
        r"\A[\s:,\"'“‘]*(?:(?:the )?(?:word|phrase|sentence|words|expression|following|text)s?\b)?[\s:,\"'“‘]*|[\s:,.?!\"'”’]*\Z",
        "",
        text,
    )
    return re.sub(r"[\"'”’]+(?=\s*\Z)", "", text).strip()
