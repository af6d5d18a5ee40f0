"""Nouns with what stands before them, and adjectives, as they agree in six languages and in English.

said("german", noun, "a", plural=False, object=True)     # "einen Bahnhof"
"""

import re
from dataclasses import dataclass

from ..language import folded

# What stands before a noun: these words, no word at all ("bare"), as things in general ("gen": "I like music"), after "not" ("none"), or a number.
WORDS = ("the", "a", "my", "this", "bare", "gen", "none", "nearest")
_GERMAN = {
    "the": {"m": "der", "f": "die", "n": "das", "p": "die"},
    "a": {"m": "ein", "f": "eine", "n": "ein"},
    "my": {"m": "mein", "f": "meine", "n": "mein", "p": "meine"},
    "this": {"m": "dieser", "f": "diese", "n": "dieses", "p": "diese"},
    "none": {"m": "kein", "f": "keine", "n": "kein", "p": "keine"},
    "nearest": {"m": "der nächste", "f": "die nächste", "n": "das nächste"},
}
_GERMAN_OBJECT = {"the": "den", "a": "einen", "my": "meinen", "this": "diesen", "none": "keinen"}  # masculine, singular
_FRENCH = {
    "the": ("le", "la", "les"),
    "a": ("un", "une", ""),
    "my": ("mon", "ma", "mes"),
    "this": ("ce", "cette", "ces"),
    "bare": ("du", "de la", "des"),
    "gen": ("le", "la", "les"),
    "none": ("de", "de", "de"),
}
_FRENCH_BEFORE_VOWEL = {"le": "l'", "la": "l'", "ma": "mon", "ce": "cet", "du": "de l'", "de la": "de l'", "de": "d'"}
_SPANISH = {"the": ("el", "la", "los", "las"), "a": ("un", "una", "", ""), "my": ("mi", "mi", "mis", "mis"), "this": ("este", "esta", "estos", "estas")}  # fmt: skip
_SPANISH["gen"] = _SPANISH["the"]
_ITALIAN = {
    "a": ("un", "una", "", ""),
    "my": ("il mio", "la mia", "i miei", "le mie"),
    "this": ("questo", "questa", "questi", "queste"),
}
_PORTUGUESE = {"the": ("o", "a", "os", "as"), "a": ("um", "uma", "", ""), "my": ("meu", "minha", "meus", "minhas"), "this": ("este", "esta", "estes", "estas")}  # fmt: skip
_DUTCH = {"the": ("de", "het", "de"), "a": ("een", "een", ""), "my": ("mijn", "mijn", "mijn"), "this": ("deze", "dit", "deze"), "none": ("geen", "geen", "geen"), "nearest": ("de dichtstbijzijnde", "het dichtstbijzijnde", "")}  # fmt: skip
_NEAREST = {"french": "{0} {1} plus proche", "spanish": "{0} más cercan{2}", "italian": "{0} più vicin{2}", "portuguese": "{0} mais próxim{2}"}  # fmt: skip
_ENGLISH = {
    "nearest": ("the nearest", ""),
    "the": ("the", "the"),
    "my": ("my", "my"),
    "this": ("this", "these"),
    "none": ("", ""),
}


@dataclass(frozen=True)
class Noun:
    """A noun in one language: its gender ("m", "f", "n", "c", in English ""), its forms, and how its plural and its beginning are special."""

    gender: str
    one: str
    many: str = ""
    many_gender: str = ""
    breathed: bool = False  # French: its h is not silent
    masculine_article: bool = False  # Spanish: "el agua"
    kin: bool = False

    @classmethod
    def read(cls, text: str, *, kin: bool) -> "Noun":
        """Read "f gare gares" or "m uovo f:uova"."""
        gender, one, *many = text.split()
        plural, changed = (many[0], "") if many else ("", "")
        if ":" in plural:
            changed, _, plural = plural.partition(":")
        return cls(
            gender[0], one.lstrip("*").replace("_", " "), plural.replace("_", " "), changed, one[0] == "*", "!" in gender, kin
        )


def said(language: str, noun: Noun, before: str, *, plural: bool, is_object: bool = False) -> str:
    """Return a noun with what stands before it: one of `WORDS`, or a number word."""
    word = noun.many if plural else noun.one
    gender = noun.many_gender or noun.gender if plural else noun.gender
    if before not in WORDS:
        masculine, _, feminine = before.partition("/")
        return f"{feminine if feminine and gender == 'f' else masculine} {word}"
    if before == "nearest" and language in _NEAREST:  # where "nearest" stands behind the noun
        feminine, noun_said = gender == "f", said(language, noun, "the", plural=plural)
        return _NEAREST[language].format(noun_said, "la" if feminine else "le", "a" if feminine else "o")
    article = _BEFORE[language](noun, before, plural, gender, is_object, word)
    return f"{article}{'' if article.endswith(chr(39)) or not article else ' '}{word}"


def _german(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    if is_object and gender == "m" and not plural and before in _GERMAN_OBJECT:
        return _GERMAN_OBJECT[before]
    return _GERMAN.get(before, {}).get("p" if plural else gender, "")


def _french(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    article = _FRENCH[before][2 if plural else gender == "f"]
    elides = not noun.breathed and starts_with_vowel(word, silent="h")
    return _FRENCH_BEFORE_VOWEL.get(article, article) if elides else article


def _spanish(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    masculine = gender == "m" or (noun.masculine_article and not plural and before in ("the", "a", "gen"))
    return _SPANISH[before][2 * plural + (not masculine)] if before in _SPANISH else ""


def _italian(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    if before in ("the", "gen"):
        return italian_article(word, gender, plural=plural)
    article = _ITALIAN[before][2 * plural + (gender == "f")] if before in _ITALIAN else ""
    if before == "my" and noun.kin and not plural:
        return article.split()[-1]
    if before == "a" and not plural:
        return "uno" if gender == "m" and _hard(word) else "un'" if gender == "f" and starts_with_vowel(word) else article
    return article


def italian_article(word: str, gender: str, *, plural: bool = False) -> str:
    """Return the article of an Italian word: "il libro", "lo zio", "l'amico", "gli amici"."""
    vowel = starts_with_vowel(word)
    if gender == "f":
        return "le" if plural else "l'" if vowel else "la"
    if plural:
        return "gli" if vowel or _hard(word) else "i"
    return "l'" if vowel else "lo" if _hard(word) else "il"


def _hard(word: str) -> bool:
    return bool(re.match(r"s[^aeiou]|z|gn|ps|x|y", word.casefold()))


def _portuguese(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    return _PORTUGUESE[before][2 * plural + (gender == "f")] if before in _PORTUGUESE else ""


def _dutch(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    return _DUTCH[before][2 if plural else gender == "n"] if before in _DUTCH else ""


def _english(noun: Noun, before: str, plural: bool, gender: str, is_object: bool, word: str) -> str:
    if before == "a":
        return "an" if starts_with_vowel(word) else "a"
    return _ENGLISH[before][plural] if before in _ENGLISH else ""


_BEFORE = {"english": _english, "german": _german, "french": _french, "spanish": _spanish, "italian": _italian, "portuguese": _portuguese, "dutch": _dutch}  # fmt: skip


def starts_with_vowel(word: str, silent: str = "") -> bool:
    """Return whether a word starts with a vowel, or with one of the letters that are `silent`."""
    return folded(word)[:1] in f"aeiou{silent}"


def agreeing(language: str, text: str) -> tuple[str, str, str, str]:
    """Return an adjective for masculine and feminine, singular and plural, as it stands in words.yaml."""
    forms = [form.replace("_", " ") for form in text.lstrip("~").split()]
    if language in ("german", "dutch", "english"):
        return (" ".join(forms),) * 4
    if len(forms) == 4:
        return (forms[0], forms[1], forms[2], forms[3])
    if language == "french":
        one, other = forms
        return one, other, *(form if form[-1] in "sx" or " " in form else form + "s" for form in (one, other))
    bare, ending = forms[0][:-1], forms[0][-1]
    if language == "italian":
        return (forms[0], bare + "a", bare + "i", bare + "e") if ending == "o" else (forms[0], forms[0], bare + "i", bare + "i")
    return (
        (forms[0], bare + "a", bare + "os", bare + "as")
        if ending == "o"
        else (forms[0], forms[0], forms[0] + "s", forms[0] + "s")
    )
