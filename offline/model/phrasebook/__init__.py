"""Translate whole sentences with a phrasebook: patterns with slots, in which all that must agree does (data/phrasebook/).

    translated("Where is the train station, please?", "english", "german")     # "Wo ist der Bahnhof, bitte?"

A sentence is read by the patterns of its language; it counts as understood only if what was understood, said again in
that language, is the sentence. So nothing is translated word by word, and what is in no pattern is not translated.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from ...tables import read_table
from ..computed.grammar import ing
from ..language import WORD, folded
from . import grammar, slots
from .slots import Thing

LONGEST = 300  # characters
LONGEST_SLOT = 9  # words
MOST_MEANINGS = 20  # of one sentence
_SEVERAL = ("thing", "some")  # slots for one thing, or two with "and" between
_SLOT = re.compile(r"\{(\w+)\}")
_HEARD = "{} heard"  # what was said in a slot in English, where there are several words for it
_MAY_BE = re.compile(r"\((.*?)\)")
_AGREE = ("am", "is", "has", "opens", "closes", "at", "cost", "do", "like", "charm", "serve")
_LANGUAGES = ("english", *slots.COLUMNS[:7])
_FULL = [(r"\b(I|you|we|they|he|she|it|where|what|how|who|that|there)'s\b", r"\1 is"), (r"\bI'm\b", "I am"), (r"\b(you|we|they)'re\b", r"\1 are"), (r"\b(I|you|he|she|it|we|they)'ll\b", r"\1 will"), (r"\b(I|you|he|she|we|they)'d\b", r"\1 would"),
         (r"\b(I|you|we|they)'ve\b", r"\1 have"), (r"\bcan't\b", "can not"), (r"\b(do|does|is|are)n't\b", r"\1 not"), (r"\bdont\b", "do not"), (r"\bim\b", "I am"), (r"\bwheres\b", "where is")]  # fmt: skip


def languages() -> tuple[str, ...]:
    """Return the languages of the phrasebook."""
    return _LANGUAGES


def translated(text: str, source: str, target: str) -> str | None:
    """Return a text in another language, or None if there is a part of it that the phrasebook does not have."""
    if not text or len(text) > LONGEST or source not in _LANGUAGES or target not in _LANGUAGES or source == target:
        return None
    parts = [part for part in re.split(r"(?<=[.!?])\s+|\n+", text.strip()) if re.search(r"\w", part)]
    if source == "english":
        parts = [_in_full(part) for part in parts]
        found = [_sentence(part, source, target) or _sentence(_simply(part), source, target) for part in parts]
    else:
        found = [_sentence(part, source, target) for part in parts]
    return (
        " ".join(_finished(said, part) for said, part in zip(found, parts, strict=True) if said) if found and all(found) else None
    )


def word(text: str, source: str, target: str) -> str | None:
    """Return a noun (with its article, if not in English), an adjective, a number or a time in another language, or None."""
    wanted = folded(text)
    for key, line in _words():
        if wanted in _read_as(key, line, source):
            return _names(key)[0] if target == "english" else _alone(key, line, target)
    return None


def _words() -> Iterator[tuple[str, str]]:
    """Yield all words that can stand alone: their English names, and the line of their table."""
    for lines in slots.raw_nouns().values():
        yield from lines.items()
    for name in ("adjectives", "numbers", "times", "spots"):
        yield from read_table("phrasebook/words.yaml")[name].items()


@cache
def _read_as(key: str, line: str, source: str) -> frozenset[str]:
    """Return the ways to say a word in a language, without accents, with and without its article."""
    if source == "english":
        return frozenset(folded(f"{article}{name}") for name in _names(key) for article in ("", "the ", "a ", "an "))
    said = _alone(key, line, source)
    column = slots.columns(line).get(source, "")
    bare = grammar.Noun.read(column, kin=False).one if _is_noun(line) and source in slots.LANGUAGES and column else said
    return frozenset(folded(one) for one in (said, bare) if one)


def _names(key: str) -> list[str]:
    first, *others = key.split("|")
    return [name.strip() for name in (first.partition(",")[0], *others)]


def _is_noun(line: str) -> bool:
    return bool(re.match(r"[mfn]!? ", line))


def _alone(key: str, line: str, target: str) -> str | None:
    column = slots.columns(line).get(target)
    if column is None or target not in slots.LANGUAGES:
        return column
    if _is_noun(line):
        return grammar.said(target, grammar.Noun.read(column, kin=False), "the", plural=False)
    if key in slots.table("adjectives"):
        return grammar.agreeing(target, column)[0]
    return column.partition("/")[0]


def _in_full(text: str) -> str:
    text = text.replace("’", "'")
    for short, full in _FULL:
        text = re.sub(short, full, text, flags=re.IGNORECASE)
    return text


def _simply(text: str) -> str:
    """Return an English sentence in the simple present, which other languages use for "is sleeping", too."""
    for base, third in (verb.split(", ") for verb in slots.table("verbs")):
        text = re.sub(rf"\bis {ing(base)}\b", third, text)
        text = re.sub(rf"\b(?:am|are) {ing(base)}\b", base, text)
    return text


def _finished(said: str, part: str) -> str:
    """Return a sentence with its capital and its end."""
    letter = re.search(r"\w", said)
    if letter:
        said = said[: letter.start()] + letter[0].upper() + said[letter.end() :]
    end = re.search(r"[.!]+\W*\Z", part)
    return said if said.endswith("?") or not end else said + end[0].strip()


def _sentence(text: str, source: str, target: str) -> str | None:
    if said := _whole(text, source, target):
        return said
    rest, polite = _without_please(text, source)
    if not (said := _whole(rest, source, target)) and not (said := _joined(rest, source, target)):
        return None
    if not polite:
        return said
    please = read_table("phrasebook/sentences.yaml")["please"].get(target)
    end = re.search(r"\s?\?\Z", said)
    if not please:
        return None
    if said.rstrip(" ?").endswith(please):
        return said
    return f"{said[: end.start()] if end else said}, {please}{end[0] if end else ''}"


def _without_please(text: str, source: str) -> tuple[str, bool]:
    please = {"english": "please|pls"}.get(source, re.escape(read_table("phrasebook/sentences.yaml")["please"].get(source, "\0")))
    if source == "english" and (middle := re.search(r"\b(?:could|can|would|will) you( please| pls)\b", text, re.IGNORECASE)):
        return text[: middle.start(1)] + text[middle.end(1) :], True
    found = re.search(rf"\A\W*(?:{please})\b[\s,]*|[\s,]*\b(?:{please})(?=\W*\Z)", text, re.IGNORECASE)
    return (text[: found.start()] + text[found.end() :], True) if found else (text, False)


def _joined(text: str, source: str, target: str) -> str | None:
    """Return two or more sentences that "and" or "but" joins."""
    told = read_table("phrasebook/sentences.yaml")
    for joint in ("and", "but"):
        if source not in told[joint] or target not in told[joint]:
            continue
        for found in re.finditer(rf",?\s+{told[joint][source]}\s+", text):
            first, second = (
                _whole(text[: found.start()], source, target),
                _sentence(_with_subject(text, found.end(), source), source, target),
            )
            if first and second and not first.endswith("?"):
                comma = "," if joint == "but" and target != "english" else ""
                return f"{first}{comma} {told[joint][target]} {second}"
    return None


def _with_subject(text: str, start: int, source: str) -> str:
    """Return what comes after "and", with the "I" that stands before it only: "I live in Lima and work in Lima"."""
    who = re.match(r"\W*(i|ich|ik|je|j'|я|eu)\b\s*", text, re.IGNORECASE)
    rest = text[start:]
    return (
        f"{who[1]} {rest}"
        if who and not re.match(r"(?:i|ich|ik|je|j'|я|eu|my|mein|mon|meu|mijn)\b", rest, re.IGNORECASE) and source != "french"
        else rest
    )


def _whole(text: str, source: str, target: str) -> str | None:
    said, words = folded(text), WORD.findall(text)
    for tokens, template, sentence in _patterns(source):
        if target not in sentence:
            continue
        for meant in itertools.islice(_understood(tokens, said.split(), words, source), MOST_MEANINGS):
            again = _filled(template, source, meant)
            if again is not None and folded(again) == said and (there := _filled(sentence[target].split("|")[0], target, meant)):
                return there
    return None


def _sentences() -> Iterator[dict]:
    for name in ("sentences", "travel", "talk"):
        yield from read_table(f"phrasebook/{name}.yaml")["sentences"]


def _spelled_out(sentence: dict) -> Iterator[dict]:
    """Yield a sentence without what may be left out of it, and with it: "( {time})"."""
    yield {language: _MAY_BE.sub("", template) for language, template in sentence.items()}
    if _MAY_BE.search(sentence["english"]):
        yield {language: _MAY_BE.sub(r"\1", template) for language, template in sentence.items()}


@cache
def _patterns(language: str) -> list[tuple[tuple[str, ...], str, dict]]:
    """Return the sentences of a language as words and slots ("{The}"), with their templates; those with fewer slots first."""
    found = []
    for sentence in itertools.chain.from_iterable(map(_spelled_out, _sentences())):
        for template in sentence[language].split("|") if language in sentence else ():
            parts = _SLOT.split(template)
            tokens = [
                token for place, part in enumerate(parts) for token in ([f"{{{part}}}"] if place % 2 else folded(part).split())
            ]
            found.append((tuple(tokens), template, sentence))
    return sorted(found, key=lambda one: len(_SLOT.findall(one[1])))


def _understood(tokens: tuple[str, ...], said: list[str], words: list[str], language: str) -> Iterator[dict]:
    """Yield what the slots of a sentence may mean; `said` are its words without accents, `words` as they were written."""
    if not tokens:
        if not said:
            yield {}
        return
    token, rest = tokens[0], tokens[1:]
    if token[0] != "{":
        if said and said[0] == token:
            yield from _understood(rest, said[1:], words[1:], language)
        return
    slot = token[1:-1]
    for length in range(1, min(len(said) - len(rest), LONGEST_SLOT) + 1):
        for meant in _meant(slot, said[:length], words[:length], language):
            for more in _understood(rest, said[length:], words[length:], language):
                heard = {_HEARD.format(slot): " ".join(said[:length])} if language == "english" else {}
                yield more if slot in _AGREE else {slot: meant, **heard, **more}


def _meant(slot: str, said: list[str], words: list[str], language: str) -> list:
    """Return what some words may mean in a slot."""
    text = " ".join(said)
    if slot == "name":
        return [" ".join(words)]
    if slot in _AGREE:
        return [text] if text in map(folded, _forms(language, slot, state=None)) else []
    if slot == "acts":
        return [
            verb for verb in slots.table("verbs") if text in (folded(slots.verb(language, verb, who)) for who in ("he", "they"))
        ]
    known = slots.fillings(slot, language)
    joint = read_table("phrasebook/sentences.yaml")["and"][language]
    if slot in _SEVERAL and joint in said[1:-1]:
        first, _, second = text.partition(f" {joint} ")
        return list(itertools.product(known.get(first, []), known.get(second, [])))
    return known.get(text, [])


def _forms(language: str, name: str, *, state: bool | None) -> list[str]:
    told = read_table("phrasebook/words.yaml")["agreement"][language]
    if name == "am":
        return (
            told["am_state"]
            if state and "am_state" in told
            else told["am"]
            if state is not None
            else [*told["am"], *told.get("am_state", [])]
        )
    if name == "is" and "state" in told:
        return told["state"] if state else told["is"] if state is False else [*told["is"], *told["state"]]
    return told[name]


def _filled(template: str, language: str, meant: dict) -> str | None:
    """Return a sentence with its slots filled; None where a table has no word for one."""
    thing = meant.get("The") or next((one for one in meant.values() if isinstance(one, Thing)), None)
    parts = []
    for place, part in enumerate(_SLOT.split(template)):
        text = part if place % 2 == 0 else _slot(part, language, meant, thing)
        if text is None or (place % 2 and not text):
            return None
        parts.append(text)
    return "".join(parts)


def _slot(slot: str, language: str, meant: dict, thing: Thing | None) -> str | None:
    if language == "english" and (heard := meant.get(_HEARD.format(slot))) and slot not in ("acts", "name"):
        return heard
    plural = bool(thing and thing.plural) or any(slot in _SEVERAL and isinstance(one, tuple) for slot, one in meant.items())
    if slot in _AGREE:
        adjective = meant["adj"] if "adj" in meant else meant["self"][0] if "self" in meant else None
        state = bool(adjective) and slots.said("adj", language, adjective).startswith("~")
        return _forms(language, slot, state=state)[plural and slot != "am"]
    if slot == "name":
        return meant["name"] if meant["name"][:1].isupper() and len(meant["name"].split()) < 4 else None
    if slot == "acts":
        return slots.verb(language, meant["acts"], "they" if plural else "he")
    if slot in _SEVERAL and isinstance(meant[slot], tuple):
        both = [slots.said(slot, language, one) for one in meant[slot]]
        return f" {read_table('phrasebook/sentences.yaml')['and'][language]} ".join(both) if all(both) else None
    text = slots.said(slot, language, meant[slot])
    return _adjective(language, meant["adj"], text, thing) if slot == "adj" and text else text


def _lives(thing: Thing) -> bool:
    return any(thing.name in slots.nouns()[group] for group in ("animals", "people"))


def _adjective(language: str, adjective: str, text: str, thing: Thing | None) -> str | None:
    noun = (
        next((lines[thing.name].get(language) for lines in slots.nouns().values() if thing.name in lines), None)
        if thing
        else None
    )
    if noun is None or thing is None or (_lives(thing) and adjective in read_table("phrasebook/words.yaml")["not_of_the_living"]):
        return None
    gender = noun.many_gender or noun.gender if thing.plural else noun.gender
    return grammar.agreeing(language, text)[2 * thing.plural + (gender == "f")]
