"""The small language of the answers file: which words a prompt looks for, and what an answer can choose between.

    pattern("capital [city|] of <place>", tables)     # finds " capital city of france" in a text made plain
    slots("The sky is [blue*3|gray].")                # [[(1, ("The", " sky", " is", " "))], [(3, ("blue",)), (1, ("gray",))], ...]

Prompts are matched against *plain* text: lower-case words, each with one space before it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from . import tokens
from .sampling import Slot

WORD = re.compile(r"[^\W_]+")
WORDS_READ = 5_000  # of a long text, only the last words are matched


@lru_cache(maxsize=4096)
def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` as lower-case words, each with one space before it, and the words as written."""
    words = tuple(WORD.findall(text)[-WORDS_READ:])
    return "".join(f" {word.casefold()}" for word in words), words


def pattern(text: str, tables: Mapping[str, Mapping]) -> re.Pattern:
    """Compile a prompt of the answers file. Raises ValueError for one that cannot be used."""
    regex = ""
    for options, name, dots, words in re.findall(r"\[([^\[\]]*)\]|<(\w+)>|(\.\.\.)|([^\[\]<>.]+|.)", text):
        if options:
            regex += "(?:" + "|".join(re.escape(plain(option)[0]) for option in options.split("|")) + ")"
        elif name == "word":
            regex += r"(?P<word> \S+)"
        elif name:
            if name not in tables:
                raise ValueError(f"there is no table '{name}' for <{name}>")
            keys = sorted((plain(key)[0] for key in tables[name]), key=len, reverse=True)
            regex += f"(?P<{name}>" + "|".join(map(re.escape, keys)) + ")(?: s(?= ))?"
        elif dots:
            regex += r"(?: \S+){0,12}?"  # bounded: a long text must not take long
        else:
            regex += re.escape(plain(words)[0])
    try:
        return re.compile(regex + r"(?= |$)")
    except re.error as error:
        raise ValueError(f"the prompt '{text}' cannot be used: {error}") from None


def needed(text: str) -> frozenset[str]:
    """Return the words that a text must have for a prompt to find anything in it; most prompts need not be looked for."""
    return frozenset(plain(re.sub(r"\[[^\[\]]*\]|<\w+>|\.\.\.", " ", text))[0].split())


def last(pattern: re.Pattern, text: str) -> re.Match | None:
    """Return the last place in a plain text that a pattern finds."""
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def named(match: re.Match, words: tuple[str, ...]) -> dict[str, str]:
    """Return the named parts of a match as they were written."""
    found = {}
    for name in match.re.groupindex:
        first = match.string.count(" ", 0, match.start(name))
        found[name] = " ".join(words[first : first + match[name].count(" ")])
    return found


@lru_cache(maxsize=4096)
def slots(text: str) -> list[Slot]:
    """Cut an answer into slots: `[a*3|b]` is a choice, what stands between has one option."""
    found: list[Slot] = []
    for options, plain in re.findall(r"\[([^\[\]]*\|[^\[\]]*)\]|((?:(?!\[[^\[\]]*\|[^\[\]]*\]).)+)", text, re.DOTALL):
        if plain:
            found.append([(1.0, tuple(tokens.split(plain)))])
            continue
        slot: Slot = []
        for option in options.split("|"):
            weighted = re.fullmatch(r"(.*)\*(\d+(?:\.\d+)?)", option, re.DOTALL)
            said, weight = (weighted[1], float(weighted[2])) if weighted else (option, 1.0)
            slot.append((weight, tuple(tokens.split(said))))
        found.append(slot)
    return found
