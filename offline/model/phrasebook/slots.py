"""What stands in the slots of a sentence, in each language: how it is said, and what is meant where it is read."""

import itertools
from dataclasses import dataclass
from functools import cache

from ...tables import read_table
from ..computed.atlas import LANGUAGES, atlas
from ..language import folded
from . import grammar
from .grammar import Noun

COLUMNS = (*LANGUAGES, "russian", "turkish")
PERSONS = ("i", "he", "she", "we", "they")
_FORM = {"i": 0, "he": 1, "she": 1, "we": 2, "they": 3}
_ENGLISH_PERSONS = {"i": "I"}
_TABLES = {  # the tables of the words that stand in a slot as they are
    "adj": ("adjectives",),
    "time": ("times", "spots"),
    "spot": ("spots",),
    "activity": ("activities",),
    "deed": ("deeds",),
    "inf": ("infinitives",),
    "acts": ("verbs",),
    "tongue": ("languages",),
    "the_tongue": ("languages",),
}
_FOR_NOUNS = {
    "The": ("the", "my", "this"),
    "Near": ("nearest",),
    "thing": ("the", "a", "my", "this", "bare", "number"),
    "some": ("a", "bare", "number"),
    "one": ("a",),
    "none": ("none",),
    "person": ("a", "number"),
    "gen": ("gen",),
}


@dataclass(frozen=True)
class Thing:
    """A noun as it is meant: its English name, what stands before it, and whether there are several."""

    name: str
    before: str
    plural: bool


@cache
def table(name: str) -> dict:
    """Return a table of words, by the English words for each: names, and its columns by language."""
    return {key: columns(line) for key, line in read_table("phrasebook/words.yaml")[name].items()}


def columns(line: str) -> dict[str, str]:
    """Return the words of a line by language."""
    parts = (part.strip().strip('"') for part in line.split(", "))
    return {language: part for language, part in zip(COLUMNS, parts, strict=False) if part != "-"}


def raw_nouns() -> dict[str, dict[str, str]]:
    """Return the lines about nouns by group and English names."""
    return {group: lines for group, lines in read_table("phrasebook/nouns.yaml").items() if group != "uncounted"}


@cache
def nouns() -> dict[str, dict[str, dict[str, Noun]]]:
    """Return all nouns by group and English name."""
    raw = raw_nouns()
    return {
        group: {_names(key)[0].split(", ")[0]: _noun(key, line, group) for key, line in lines.items()}
        for group, lines in raw.items()
    }


def _noun(key: str, line: str, group: str) -> dict[str, Noun]:
    one, _, many = _names(key)[0].partition(", ")
    found = {name: Noun.read(text, kin=group == "people") for name, text in columns(line).items() if name in LANGUAGES}
    return {"english": Noun("", one, many), **found}


def _names(key: str) -> list[str]:
    return [name.strip() for name in key.split("|")]


def fillings(slot: str, language: str) -> dict[str, list]:
    """Return what may be meant in a slot, by how it is said in a language (words without accents)."""
    return _fillings(slot, language)


@cache
def _fillings(slot: str, language: str) -> dict[str, list]:
    found: dict[str, list] = {}
    for meant in _meanings(slot):
        for text in _read_as(slot, language, meant):
            found.setdefault(folded(text), []).append(meant)
    return found


@cache
def _meanings(slot: str) -> tuple:
    if slot in _FOR_NOUNS:
        return tuple(_things(slot))
    if slot in ("does", "not"):
        return tuple(itertools.product(table("verbs"), PERSONS if slot == "does" else PERSONS[:1]))
    if slot == "self":
        return tuple(itertools.product(read_table("phrasebook/words.yaml")["of_oneself"], ("", "m", "f")))
    if slot == "in":
        return (*(("cities", city) for city in _cities()), *(("countries", country) for country in table("countries")))
    if slot == "city":
        return tuple(_cities())
    if slot == "n":
        return tuple(str(number) for number in range(2, 120))
    return tuple(_words_of(slot))


@cache
def _words_of(slot: str) -> dict[str, dict[str, str]]:
    return {key: words for name in _TABLES[slot] for key, words in table(name).items()}


def _things(slot: str):
    uncounted = read_table("phrasebook/nouns.yaml")["uncounted"]
    groups = {"The": ("things", "animals", "people"), "person": ("people",)}.get(slot, ("things", "animals"))
    for group in groups:
        for name, noun in nouns()[group].items():
            for before in _FOR_NOUNS[slot]:
                counted = bool(noun["english"].many)
                both = counted and name in uncounted
                if before == "number":
                    yield from (Thing(name, number, True) for number in table("numbers") if counted)
                elif before in ("a", "nearest"):
                    yield from [Thing(name, before, False)] if counted else []
                else:
                    yield from [Thing(name, before, True)] if counted else []
                    yield from [Thing(name, before, False)] if both or not (counted and before in ("bare", "gen", "none")) else []


@cache
def _cities() -> dict[str, dict[str, str]]:
    """Return the cities whose names are known in all languages: those of the table, and the capitals of the world."""
    capitals = {
        place.capital: {language: place.capital_in(language) for language in LANGUAGES}
        for place in atlas().countries.values()
        if place.capital and "capitals" in place.facts
    }
    return capitals | table("cities")


def _read_as(slot: str, language: str, meant) -> list[str]:
    """Return the ways to say what is meant; the first is how it is said."""
    if language == "english" and slot in ("adj", "time", "spot", "activity", "deed", "inf"):
        return _names(meant)
    if language == "english" and slot == "n":
        return [meant, *(word for word, number in zip(table("numbers"), itertools.count(2)) if str(number) == meant)]
    if language == "english" and slot == "self":
        return _names(meant[0]) if not meant[1] else []
    if language == "english" and isinstance(meant, Thing):
        return [said(slot, language, meant), *_by_other_names(slot, meant)]
    text = said(slot, language, meant)
    if slot == "adj":
        return list(dict.fromkeys(grammar.agreeing(language, text))) if text else []
    return [text] if text else []


def _by_other_names(slot: str, meant: Thing) -> list[str]:
    key = next(
        key for lines in raw_nouns().values() for key in lines if key.partition(",")[0].partition("|")[0].strip() == meant.name
    )
    others = [Noun("", name, f"{name}s") for name in _names(key)[1:]]
    texts = [grammar.said("english", other, meant.before, plural=meant.plural) for other in others]
    return [
        *texts,
        *(
            [f"any {said(slot, 'english', meant)}", f"some {said(slot, 'english', meant)}"]
            if meant.before in ("bare", "none")
            else []
        ),
    ]


def said(slot: str, language: str, meant) -> str:
    """Return what is meant in a slot, in a language; "" where the tables do not have it. An adjective is returned as its column has it."""
    if isinstance(meant, Thing):
        return _noun_said(slot, language, meant)
    if slot == "does":
        return _does(language, *meant)
    if slot == "not":
        return _does_not(language, meant[0])
    if slot == "acts":
        return ""  # agrees with the subject
    if slot == "self":
        return _of_oneself(language, *meant)
    if slot == "in":
        return _inside(language, *meant)
    if slot == "city":
        return _from_city(language, meant)
    if slot == "n":
        return meant
    text = _names(meant)[0] if language == "english" else _words_of(slot)[meant].get(language, "")
    if slot in ("tongue", "the_tongue") and language == "english":
        return text.capitalize()
    return _with_article(language, text) if slot == "the_tongue" and text else text


def _noun_said(slot: str, language: str, meant: Thing) -> str:
    noun = next((lines[meant.name] for lines in nouns().values() if meant.name in lines), {}).get(language)
    if noun is None:
        return ""
    before = meant.before
    if before not in grammar.WORDS and language != "english":
        before = table("numbers")[before].get(language, "")
    return grammar.said(language, noun, before, plural=meant.plural, is_object=slot not in ("The", "Near"))


def verb(language: str, meant: str, person: str) -> str:
    """Return a verb as it stands with a person ("i", "he", ...)."""
    if language == "english":
        return meant.split(", ")[person in ("he", "she")]
    forms = table("verbs")[meant].get(language, "").split()
    return forms[min(_FORM[person], len(forms) - 1)] if forms else ""


def _does(language: str, meant: str, person: str) -> str:
    said_verb = verb(language, meant, person)
    if not said_verb:
        return ""
    who = _ENGLISH_PERSONS.get(person, person) if language == "english" else table("persons")[person].get(language, "")
    if language == "french" and person == "i" and grammar.starts_with_vowel(said_verb):
        return f"j'{said_verb}"
    return f"{who} {said_verb}".strip()


def _does_not(language: str, meant: str) -> str:
    if language == "english":
        return f"I do not {verb('english', meant, 'i')}"
    said_verb = verb(language, meant, "i")
    ne = "n'" if said_verb and grammar.starts_with_vowel(said_verb) else "ne "
    return {"german": "ich {}", "dutch": "ik {}", "french": f"je {ne}{{}} pas", "spanish": "no {}", "italian": "non {}", "portuguese": "eu não {}"}.get(language, "").format(said_verb)  # fmt: skip


def _of_oneself(language: str, meant: str, gender: str) -> str:
    """Return an adjective for whoever speaks; where it is not known whether that is a man or a woman, for both."""
    text = said("adj", language, meant)
    if language == "english" or not text:
        return text
    masculine, feminine, *_ = grammar.agreeing(language, text)
    return masculine if gender == "m" or masculine == feminine else feminine if gender == "f" else f"{masculine}/{feminine}"


def _inside(language: str, kind: str, meant: str) -> str:
    if kind == "countries":
        return f"in {meant}" if language == "english" else table("countries")[meant].get(language, "")
    name = meant if language == "english" else _cities()[meant].get(language, "")
    before = {"french": "à", "spanish": "en", "italian": "ad" if name[:1] in "aA" else "a", "portuguese": "em"}.get(
        language, "in"
    )
    return f"{before} {name}" if name else ""


def _from_city(language: str, meant: str) -> str:
    name = meant if language == "english" else _cities()[meant].get(language, "")
    return "" if language == "french" and grammar.starts_with_vowel(name, silent="h") else name


def _with_article(language: str, text: str) -> str:
    if language == "italian":
        article = grammar.italian_article(text, "m")
        return f"{article}{'' if article == chr(108) + chr(39) else ' '}{text}"
    if language == "french":
        return f"l'{text}" if grammar.starts_with_vowel(text) else f"le {text}"
    return text
