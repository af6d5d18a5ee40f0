"""Read a question about places: which facts, of which places, in which language it is asked, and what was not understood."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ..language import WORD, folded
from ..regex import Regex
from .atlas import Place, atlas
from .spelling import nearly

FACTS = {
    "capital": "capital capitals hauptstadt capitale hoofdstad",
    "population": "population populations inhabitants populous populated einwohner einwohnerzahl bevolkerung habitants habitantes "
    "poblacion popolazione abitanti populacao inwoners bevolking residents",
    "area": "area surface km2 flache superficie oppervlakte",
    "language": "language languages speak speaks spoken tongue sprache sprachen spricht sprechen langue langues parle parlent idioma "
    "idiomas lengua habla hablan lingua parlano parla falam fala taal spreken spreekt",
    "currency": "currency currencies money pay cash wahrung geld monnaie devise moneda moneta valuta moeda munt",
    "continent": "continent continents kontinent continente",
    "neighbors": "neighbors neighbours neighbor neighbour neighboring neighbouring border borders bordering bordered nachbarn nachbarlander "
    "nachbarland voisins vecinos vicini vizinhos buurlanden grenzen grenzt angrenzen frontiere frontieres frontera limita limitan confina confinano grenst",
    "coast": "coast coasts coastline landlocked sea seas ocean oceans seaside kuste meer mar mer mare",
    "country": "country countries nation land pays pais paises paese paesi",
}  # fmt: skip
_FACT = {word: fact for fact, words in FACTS.items() for word in words.split()}
_SMALL = {
    "english": "wheres a an and the of in is are was what whats hows ppl which who whom where when how does do did can could would will you u i me my we they it its "
    "there their to for on at by with from as please pls plz kindly tell give name say know city town nation s many much people persons "
    "live lives living official currently now today just quick also or than more big bigger large larger small smaller size total number "
    "national main right exact exactly about roughly approximately around though actually called has have hey hi hello ok okay so then that this use used uses accept accepted "
    "lie lies located situated state states world does anyone somebody someone need want wanna like question facts fact info information "
    "part find out show all every each between share shares only two both again same next one he she be get us continent hm hmm um er "
    "compared compare comparison versus vs between true correct lying live these those two three access any total km2 squared sq mi kms know something mean please about its "
    "square kilometers miles km whole first remind actually thanks thank exists exist local their they",
    "german": "wie wieviel wieviele heisst was ist die der das den dem von vom in welche welcher welches wo liegt man und viele hat es gibt bitte leute menschen leben wohnen "
    "auf zu sag mir nenne mit fur dort da man sein seine ihre dieses land an laender lander lander gross grosser lebt wohnt stadt hat denn eigentlich kannst du sagen",
    "french": "quelle quel quels quelles est la le les l de du des d en au aux dans combien a y t il on et ou se trouve s appelle comment dis moi "
    "avec ont une frontiere commune partage plus grand grande ville dit vous plait gens personnes vivent habitent sa son ses leur la bas ce cette",
    "spanish": "con hace frontera cuanto mide ciudad grande mas "
    "cual es la el los las de del en que cuantos cuantas tiene hay se y donde esta como llama su dime por favor viven alli ahi ese este gente personas vive",
    "italian": "qual e la il lo i gli le di del della dell in che quanti quante ha ci sono si dove come chiama quale dei sua per favore dimmi vivono persone suoi sua la li questo quel",
    "portuguese": "qual e a o os as de do da dos das em no na que quantos quantas tem ha se onde fica como chama diga por favor la sua seu esse vivem pessoas",
    "dutch": "wat is de het van in welke hoeveel heeft er zijn men en waar ligt hoe heet een alsjeblieft mensen wonen daar leven",
}  # fmt: skip
_SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_LIGHT = frozenset().union(*_SMALL_WORDS.values())
_OF_LANGUAGE = {
    "german": "hauptstadt einwohner einwohnerzahl bevolkerung flache sprache sprachen spricht sprechen wahrung kontinent nachbarn nachbarlander wie heisst welche",
    "french": "quelle habitants langue langues parle parlent monnaie voisins pays combien quels",
    "spanish": "cual poblacion idioma idiomas lengua habla hablan moneda vecinos pais cuantos habitantes",
    "italian": "popolazione abitanti parlano parla moneta vicini paese quanti dell della",
    "portuguese": "populacao falam fala moeda vizinhos habitantes tem do",
    "dutch": "hoofdstad inwoners bevolking taal spreken spreekt munt buurlanden hoeveel wat welke",
}  # fmt: skip
_MARKS = {language: frozenset(words.split()) for language, words in _OF_LANGUAGE.items()}
_FOLLOWS = Regex(r" (?:and|what about|how about|whats about|same (?:\w+ )?(?:for|about|with|of)|now|or|und|et|y|e|en) ")
_BACK = Regex(
    r" (?:its|their|(?<!are )(?<!is )there|it|that (?:country|city|place)|this (?:country|city|place)|they|the (?:country|city)|dort|da|alli|ahi|daar) "
)
_WHERE = Regex(r" (?:where|wheres|wo|donde|onde|dove|ou (?:se|est|sont)) ")
_IN_GENERAL = Regex(
    r" (?:tell me (?:something |more |a bit )?about|what is|whats|what s|what do you know about|describe|facts? (?:about|on)|info(?:rmation)? (?:about|on)) "
)
_YES_OR_NO = Regex(r" (?:hey |hi |so |and )?(?:is|does|do|are|can|has) ")
_HOW_LARGE = Regex(
    r" (?:how (?:big|large) |(?:big|larg)(?:ger|er|est)? |bigger |larger |smaller |size |how many (?:square (?:kilomet(?:er|re)s|miles)|sq km|km2) |wie gross |wie groot |quelle est la taille |cuanto mide |que tan grande |quanto e grande |qual o tamanho )"
)
_HOW_MANY = Regex(
    r" (?:(?:how many|more|fewer|number of) (?:people|ppl|persons|inhabitants|residents)|many people|wie viele (?:menschen|leute)|hoeveel mensen|combien de (?:gens|personnes)|cuanta gente|cuantas personas|quante persone|quantas pessoas) | how populous "
)


_SPEAK = Regex(r" (?:speaks?|spoken|languages?) ")
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
    if not 0 < len(words) <= 30 or len(words) != len(written):
        return None
    spaced = f" {' '.join(words)} "
    about, places, unknown, order, start = [], [], [], "", 0
    while start < len(words):
        word = words[start]
        if (hit := atlas().at(words, start)) and _is_place(words, start, hit[1], written[start]):
            places.append(hit[0])
            order += "p"
            start += hit[1]
            continue
        if word in _FACT:
            about.append(_FACT[word])
            order += "f"
        elif word.endswith("s") and (hit := atlas().names.get(word[:-1])):
            places.append(hit)  # "egypts capital"
        elif fact := (word not in _LIGHT and nearly(word, _FACT)):
            about.append(_FACT[fact])
        elif word not in _LIGHT and word not in _currencies() and not (_SPEAK.search(spaced) and word in _tongues()):
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
    return word not in _LIGHT and (word not in _FACT)


@cache
def _tongues() -> frozenset[str]:
    """Return the names of the languages that are one word."""
    return frozenset(name for row in atlas().tables["languages"].values() if " " not in (name := folded(row[0] or "")))


def _currencies() -> frozenset[str]:
    return frozenset(
        "euro euros dollar dollars pound pounds franc francs yen peso pesos or africa asia europe oceania north south america".split()
    )


def _language(words: list[str]) -> str:
    """Return the language that most of the small words are of; the words of a question tell more than the others."""
    hits = {
        language: sum(word in small for word in words) + 2 * sum(word in _MARKS.get(language, ()) for word in words)
        for language, small in _SMALL_WORDS.items()
    }
    return max(hits, key=hits.get)  # of equals the first, which is English
