"""Tell the language of a message by its script or its common words, and say in it that there is no answer (data/languages.yaml)."""

import re
import unicodedata
from functools import cache

from ..tables import read_table
from .language import folded, plain

_LATIN = re.compile(r"[a-z]+", re.IGNORECASE | re.ASCII)  # one name may be in a text of another script: "Python是什么？"
FEW = 3  # words of a message of which one common word is enough


def tongue(text: str) -> str | None:
    """Return the language that a message is in: an English name in lower case; None for English, or if nothing tells."""
    if not text.isascii() and (written := _by_script(text)):
        return written
    words = plain(text)[0].split()
    told = set(words)
    found = {name: told & common for name, common in _common().items()}
    likeliest = max(found, key=lambda name: len(found[name]))
    enough = 1 if len(words) <= FEW and any(len(word) > 2 for word in found[likeliest]) else 2
    return likeliest if len(found[likeliest]) >= max(enough, len(found["english"]) + 1) else None


def likeliest(text: str) -> list[str]:
    """Return the language that a text is in by its script, its words and its letters; several where it may be in each of them, none if nothing tells."""
    if not text.isascii() and (written := _by_script(text)):
        return [written]
    words, letters = set(plain(text)[0].split()), set(text.casefold())
    points = {
        name: len(words & known) + 2 * len(letters & set(given.get("letters", "").split()))
        for name, given in read_table("tongue_words.yaml").items()
        for known in [_common().get(name, frozenset()) | set(given["words"].split())]
    }
    most = max(points.values())
    return [name for name, told in points.items() if told == most] if most else []


def candidates(text: str) -> list[str]:
    """Return the languages that a message may be in, the likeliest first; none for one that is rather English."""
    if not text.isascii() and (written := _by_script(text if len(_LATIN.findall(text)) > 1 else _LATIN.sub("", text))):
        return (
            [written, "ukrainian"] if written == "russian" else [written]
        )  # not every Ukrainian sentence has a letter of its own
    said = set(plain(text)[0].split()) | set(folded(text).split())
    found = {name: len(said & common) for name, common in _common().items()}
    least = max(found.pop("english"), 1)
    return sorted((name for name, hits in found.items() if hits >= least), key=lambda name: -found[name])


def _by_script(text: str) -> str | None:
    """Return the language in whose script half of the letters are; a letter that only one language has tells more."""
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    scripts = [unicodedata.name(letter, "").partition(" ")[0] for letter in letters]
    for name, given in _read().items():
        here = sum(script in given.get("letters", "").split() for script in scripts)
        if here and ("only" not in given or set(given["only"].split()) & set(letters)) and _enough(here, name, scripts):
            return name
    return None


def _enough(here: int, name: str, scripts: list[str]) -> bool:
    """Return whether so many letters are enough for a language; in Japanese, most may be Chinese ones."""
    rest = [script for script in scripts if name != "japanese" or script != "CJK"]
    return 2 * here >= len(rest)


def unknown(language: str | None, english: str) -> str:
    """Return the words for "I have no answer" in a language, `english` where there are none in it."""
    return _read().get(language, {}).get("unknown", english)


def only_english(language: str) -> str:
    """Return what is said before an answer that there is only in English, in the language that is wanted; "" where it is not known."""
    return _read().get(language, {}).get("only_english", "")


def says_little(word: str, language: str) -> bool:
    """Return whether a word is one of the commonest of a language, such as "the"."""
    return word in _common()[language]


def can_say_unknown(language: str | None) -> bool:
    """Return whether there are words for it in a language."""
    return language in (None, "english") or "unknown" in _read().get(language, {})


def is_unknown(reply: str, english: str) -> bool:
    """Return whether a reply said that there is no answer, in whatever language."""
    said = [english, *(given["unknown"] for given in _read().values() if "unknown" in given)]
    return any(re.split(r"[.:;{。]", one)[0] in reply for one in said if one)


@cache
def _common() -> dict[str, frozenset[str]]:
    words = {name: re.split(r"[\s']+", given["words"]) for name, given in _read().items() if "words" in given}
    return {name: frozenset([*some, *_unaccented(some)]) for name, some in words.items()}


def _unaccented(words: list[str]) -> list[str]:
    """Return the words that have accents, without them; one of two letters may be another word then."""
    return [bare for word in words if (bare := folded(word)) != word and len(bare) > 2]


@cache
def _read() -> dict[str, dict[str, str]]:
    return read_table("languages.yaml")
