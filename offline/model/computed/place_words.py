"""Read a question about places: which facts, of which places, in which language it is asked, and what was not understood."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ...tables import read_table
from ..language import WORD, folded
from ..regex import Regex
from .atlas import Place, atlas
from .spelling import nearly

_FOLLOWS = Regex(r" (?:and|what about|how about|whats about|same (?:\w+ )?(?:for|about|with|of)|now|or|und|et|y|e|en) ")
_BACK = Regex(
    r" (?:its|their|(?<!are )(?<!is )there|it|that (?:country|city|place)|this (?:country|city|place)|they|the (?:country|city)|dort|da|alli|ahi|daar) "
)
_WHERE = Regex(r" (?:where|wheres|wo|donde|onde|dove|ou (?:se|est|sont)) ")
_IN_GENERAL = Regex(
    r" (?:tell me (?:something |more |a bit )?about|what is|whats|what s|what do you know about|describe|facts? (?:about|on)|info(?:rmation)? (?:about|on)) "
)
_YES_OR_NO = Regex(
    r" (?:hey |hi |so |and |but |wait )*(?:is|does|do|are|can|has|isn t|isnt|aren t|arent|doesn t|doesnt|don t|dont) "
)
_HOW_LARGE = Regex(
    r" (?:how (?:big|large) |(?:big|larg)(?:ger|er|est)? |bigger |larger |smaller |size |how many (?:square (?:kilomet(?:er|re)s|miles)|sq km|km2) |wie gross |wie groot |quelle est la taille |cuanto mide |que tan grande |quanto e grande |qual o tamanho )",
    needs="big cuanto grande groot gross km2 larg quanto quelle size smaller sq tamanho",
)
_HOW_MANY = Regex(
    r" (?:(?:how many|more|fewer|number of) (?:people|ppl|persons|inhabitants|residents)|many people|wie viele (?:menschen|leute)|hoeveel mensen|combien de (?:gens|personnes)|cuanta gente|cuantas personas|quante persone|quantas pessoas) | how populous ",
    needs="cuanta gens hoeveel inhabitants people personas persone personnes persons populous ppl quantas residents viele",
)


_A_CITY = Regex(
    r" is (?:[a-z]+ ){1,3}an? (?:very )?(?:big|large|small|nice|beautiful) (?:city|town|country|place) ",
    needs="city country place town",
)  # of which no size is asked
_SPEAK = Regex(r" (?:speaks?|spoken|languages?) ", needs="language speak spoken")
_COIN = Regex(r" (?:euros?|dollars?|pounds?|francs?|yen|pesos?) ")


@dataclass(frozen=True)
class Asked:
    """What a text asks about places. `unknown` are the words that were not understood, `as_written` as they stood.

    `pairs` has facts and places one by one, where they take turns: "the currency of Japan and the capital of Peru".
    """

    about: tuple[str, ...]
    places: tuple[Place, ...]
    unknown: str
    as_written: str
    language: str
    text: str
    pairs: tuple[tuple[str, Place], ...] = ()

    @property
    def follows_up(self) -> bool:
        """Whether it is a question only together with one before."""
        return bool(_FOLLOWS.match(self.text)) or len(self.text.split()) <= 4

    @property
    def points_back(self) -> bool:
        """Whether it speaks of a place by "its", "there" and the like."""
        return bool(_BACK.search(self.text))

    @property
    def refers_back(self) -> bool:
        """Whether it may be about a place that was mentioned before."""
        return self.points_back or self.follows_up

    @property
    def in_general(self) -> bool:
        """Whether all that is known of a place is asked for."""
        return bool(_IN_GENERAL.match(self.text))

    @property
    def yes_or_no(self) -> bool:
        """Whether it is asked if something is so."""
        return bool(_YES_OR_NO.match(self.text))

    @property
    def wants_country(self) -> bool:
        """Whether a country is asked for that has something ("which country has Lima as its capital")."""
        return bool(re.search(r" (?:which|what) (?:country|nation|land) | capital of (?:which|what) ", self.text))

    def says(self, *words: str) -> bool:
        """Return whether one of some phrases is in it."""
        return any(f" {word} " in self.text for word in words)


@lru_cache(maxsize=1024)
def read(text: str) -> Asked | None:
    """Return what a text asks about places; None for one that is too long, or names neither place nor fact."""
    words = folded(text).split()
    written = WORD.findall(text)
    if not 0 < len(words) <= 30 or len(words) != len(written) or _A_CITY.search(f" {' '.join(words)} "):
        return None
    spaced = f" {' '.join(words)} "
    about, places, unknown, order, start = [], [], [], "", 0
    facts, light = _facts_by_word(), _light()
    while start < len(words):
        word = words[start]
        if (hit := atlas().at(words, start)) and _is_place(words, start, hit[1], written[start]):
            places.append(hit[0])
            order += "p"
            start += hit[1]
            continue
        if word in facts:
            about.append(facts[word])
            order += "f"
        elif word.endswith("s") and (hit := atlas().names.get(word[:-1])):
            places.append(hit)  # "egypts capital"
        elif fact := (word not in light and nearly(word, facts)):
            about.append(facts[fact])
        elif word not in light and word not in _coins() and not (_SPEAK.search(spaced) and word in _tongues()):
            unknown.append(start)
        start += 1
    if not about and not places and not (_HOW_MANY.search(spaced) and len(unknown) == 0):
        return None
    asked = _facts(about, spaced, places)
    return Asked(
        tuple(dict.fromkeys(asked)),
        tuple(dict.fromkeys(places)),
        " ".join(words[number] for number in unknown),
        '"' + " ".join(written[number] for number in unknown) + '"',
        _language(words),
        spaced,
        tuple(zip(about, places, strict=True)) if order in ("fpfp", "fpfpfp") else (),
    )


def _facts(about: list[str], spaced: str, places: list[Place]) -> list[str]:
    if _HOW_MANY.search(spaced):
        about = ["population", *about]
    if "population" not in about and _HOW_LARGE.search(spaced):
        about = [*about, "area"]
    if not about and places and _COIN.search(spaced):
        about = ["currency"]
    if _WHERE.search(spaced) and not about:
        about = ["location"]
    others = [fact for fact in about if fact != "country"]
    if about and not others and (places or re.search(r" (?:is|was) (?:it|that|this|this city|that city) in ", spaced)):
        return ["location"]
    if "continent" in others or (
        not others and re.search(r" in (?:africa|asia|europe|north america|south america|oceania) ", spaced)
    ):
        return ["continent"]
    if not others and len(places) == 2 and re.match(r" is .* in ", spaced):
        return ["location"]
    return others


def _is_place(words: list[str], start: int, length: int, written: str) -> bool:
    if length > 1:
        return True
    word = words[start]
    if word == "island":  # Iceland in German
        return written[:1].isupper() and not {"a", "an", "the"}.intersection(words[max(0, start - 2) : start])
    if word == "america" and start and words[start - 1] in ("south", "north", "latin", "central"):
        return False
    if word == "us":
        return written == "US" or (start > 0 and words[start - 1] in ("of", "in", "the", "and"))
    return word not in _light() and word not in _facts_by_word()


@cache
def _tongues() -> frozenset[str]:
    """Return the names of the languages that are one word."""
    return frozenset(name for row in atlas().tables["languages"].values() if " " not in (name := folded(row[0] or "")))


@cache
def _coins() -> frozenset[str]:
    return frozenset(read_table("place_words.yaml")["coins"].split())


@cache
def _facts_by_word() -> dict[str, str]:
    return {word: fact for fact, words in read_table("place_words.yaml")["facts"].items() for word in words.split()}


@cache
def _small_words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the small words of each language, and those that only it has."""
    table = read_table("place_words.yaml")
    return {
        name: (frozenset(words.split()), frozenset(table["marks"].get(name, "").split()))
        for name, words in table["small"].items()
    }


@cache
def _light() -> frozenset[str]:
    return frozenset().union(*(small for small, _ in _small_words().values()))


def _language(words: list[str]) -> str:
    """Return the language that most of the small words are of; the words of a question tell more than the others."""
    hits = {
        language: sum((word in small) + 2 * (word in marks) for word in words)
        for language, (small, marks) in _small_words().items()
    }
    return max(hits, key=hits.get)  # of equals the first, which is English
