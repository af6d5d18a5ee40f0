"""What words mean to the stand-in: which are the same, which are near, and which language they are in.

    likeness("forecasts", "forecast") == 1, likeness("warm", "weather") == 0.9, likeness("train", "plane") == 0.2

The knowledge is in three files: topics.yaml (which the embeddings use as well), tools.yaml and looks.yaml.
"""

import re
import unicodedata
from functools import cache, lru_cache
from types import SimpleNamespace

from ..tables import read_table
from .regex import Regex

SYNONYM, CONCEPT, TOPIC = 0.9, 0.6, 0.2  # likeness of two words that share one

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zß-öø-ÿ]+|[^\W\dA-Za-zß-öø-ÿ_]+|\d+(?:\.\d+)?")
_SUFFIXES = [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")]
_ENDINGS = ("ing", "ed")
_SCRIPTS = {
    "HIRAGANA": "japanese", "KATAKANA": "japanese", "CJK": "chinese", "HANGUL": "korean", "CYRILLIC": "russian",
    "ARABIC": "arabic", "HEBREW": "hebrew", "GREEK": "greek", "THAI": "thai", "DEVANAGARI": "hindi",
}  # fmt: skip


@cache
def knowledge() -> SimpleNamespace:
    """Return what tools.yaml, looks.yaml and topics.yaml tell: sets of stems, and for each stem the lines that it stands in."""
    told = SimpleNamespace(**_read("tools.yaml"), **_read("looks.yaml"))
    topics = _read("topics.yaml")
    told.synonyms = _lines(enumerate(told.synonyms))
    told.changes = [_stems(line) for line in told.changes]
    told.names = {name: _stems(line) for name, line in told.names.items()}
    for name in ("reads", "searches", "finals", "generic", "converting"):
        setattr(told, name, _stems(getattr(told, name)))
    told.manners = {name: Regex(re.sub(r"\s*\n?\|", "|", one), re.IGNORECASE | re.DOTALL) for name, one in told.manners.items()}
    told.numbers = told.numbers.split()
    told.operations = {name: _operation(**given) for name, given in told.operations.items()}
    told.ignored = frozenset(topics["ignored"].split()) | {"today", "now", "please", "want", "need", "like", "let", "get"}
    told.concepts = _lines((f"{topic} {name}", line) for topic, names in topics["topics"].items() for name, line in names.items())
    told.languages = {language: frozenset(line.split()) for language, line in told.languages.items()}
    return told


def words(text: str) -> list[str]:
    """Return the words of a text or a name in lower case, cut at underscores and capitals ("getUserId")."""
    return [word.casefold() for word in _WORD.findall(text)]


def stems(name: str) -> frozenset[str]:
    """Return the stems of all words in a name: "user_ids" -> {"user", "id"}."""
    return frozenset(map(stem, words(name)))


def phrased(text: str) -> str:
    """Return `text` with its fixed phrases as one word each ("how many people" as "population", "in Italian" as "translate")."""
    phrases = knowledge().phrases
    text = re.sub(rf"\b(?:in|into|to) (?:{'|'.join(knowledge().spoken.split())})\b", "translate", text, flags=re.IGNORECASE)
    return _phrases().sub(lambda match: phrases[re.sub(r"\s+", " ", match[0].casefold())], text)


def telling(text: str) -> list[str]:
    """Return the stems of the words of `text` that tell what it is about, each once, in order."""
    ignored = knowledge().ignored
    return list(dict.fromkeys(stem(word) for word in words(text) if word not in ignored and not word[0].isdigit()))


def shown(text: str) -> frozenset[str]:
    """Return which things of a look of their own are in `text`: stems such as "url" and "email"."""
    return frozenset(word for names, look in _shown() if look.search(text) for word in names)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return an English word without its plural or verb ending; rough, but the same for all its forms."""
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2 and not word.endswith(("ss", "us", "is")):
            return stem(word.removesuffix(suffix) + instead)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word.removesuffix(ending)
            return word[:-1] if word[-1] == word[-2] and word[-1] not in "dlsz" else word
    return word.removesuffix("e") if len(word) > 3 else word


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> float:
    """Return how near two stems are, from 0 to 1."""
    if one == other:
        return 1.0
    told = knowledge()
    if told.synonyms.get(one, frozenset()) & told.synonyms.get(other, frozenset()):
        return SYNONYM
    concepts, others = told.concepts.get(one, frozenset()), told.concepts.get(other, frozenset())
    if concepts & others:
        return CONCEPT
    return TOPIC if {c.split()[0] for c in concepts} & {c.split()[0] for c in others} else 0.0


def language(text: str) -> str | None:
    """Return the English name of the language that `text` seems to be in; None if nothing tells."""
    scripts = [_script(letter) for letter in text if letter.isalpha() and not letter.isascii()]
    for script in ("japanese", *filter(None, scripts)):  # Japanese has Chinese characters, too
        if script in scripts:
            return script
    said = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    counts = {name: sum(word in common for word in said) for name, common in knowledge().languages.items()}
    likeliest = max(counts, key=counts.__getitem__)
    return likeliest if counts[likeliest] else None


def _script(letter: str) -> str | None:
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0])


@cache
def _shown() -> list[tuple[frozenset[str], re.Pattern]]:
    return [(_stems(names), re.compile(look)) for names, look in knowledge().shown.items()]


@cache
def _phrases() -> re.Pattern:
    longest_first = sorted(knowledge().phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first) + r")\b", re.IGNORECASE)


def _read(name: str) -> dict:
    return read_table(name)


def _operation(sign: str, names: str, between: str = "", before: str = "", backward: str = "") -> SimpleNamespace:
    phrases = [tuple(sorted(filter(None, line.split(", ")), key=len, reverse=True)) for line in (between, before, backward)]
    return SimpleNamespace(sign=sign, names=_stems(names), between=phrases[0], before=phrases[1], backward=phrases[2])


def _stems(line: str) -> frozenset[str]:
    return frozenset(map(stem, line.split()))


def _lines(lines) -> dict[str, frozenset]:
    """Return for each stem the names of the lines that it stands in."""
    found: dict[str, set] = {}
    for name, line in lines:
        for word in _stems(line):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
