"""The small language of the answers files: which words a prompt looks for, and what an answer can choose between.

    Pattern("capital [city|] of <place>", tables)     # finds " capital city of france" in a text made plain
    slots("The sky is [blue*3|gray].")                # [[(1, ("The", " sky", " is", " "))], [(3, ("blue",)), (1, ("gray",))], ...]

Prompts are matched against *plain* text: lower-case words, each with one space before it.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property, lru_cache

from . import tokens
from .sampling import Slot

WORD = re.compile(r"[^\W_]+")
WORDS_READ = 5_000  # of a long text, only the last words are matched


@lru_cache(maxsize=4096)
def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` as lower-case words, each with one space before it, and the words as written."""
    words = tuple(WORD.findall(text)[-WORDS_READ:])
    return "".join(f" {word.casefold()}" for word in words), words


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the words of `text` in lower case and without accents, with one space between them."""
    return " ".join(WORD.findall(_bare(text).casefold())[-WORDS_READ:])


def _bare(text: str) -> str:
    """Return a text with its letters as in ASCII, where there are such."""
    if text.isascii():
        return text
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return bare.translate(_UNMARKED)


_UNMARKED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_PARTS = re.compile(r"\[([^\[\]]*)\]|<(\w+)>|(\.\.\.)|([^\[\]<>.]+|.)")


class Pattern:
    """A prompt of the answers files. There are thousands, so it is compiled when it is first looked for.

    `needed` are the words that a text must have; `anchors` are sets of words of which a text must have
    one each, so that most prompts need not be looked for. `names` are the names in it. Raises
    ValueError for a prompt that cannot be used.
    """

    def __init__(self, text: str, tables: Mapping[str, Mapping]):
        self.text, self._tables = text, tables
        self.names: set[str] = set()
        self.anchors: list[frozenset[str]] = []
        for options, name, dots, words in _PARTS.findall(text):
            if options:
                self._anchor(options.split("|"))
            elif name:
                self._name(name)
            elif not dots:
                self.anchors += [frozenset([word]) for word in plain(words)[0].split()]
        self.needed = frozenset().union(*(anchor for anchor in self.anchors if len(anchor) == 1))

    def _anchor(self, options) -> None:
        firsts = [plain(option)[0].split()[:1] for option in options]
        if all(firsts):
            self.anchors.append(frozenset(first for (first,) in firsts))

    def _name(self, name: str) -> None:
        if name != "word" and name not in self._tables:
            raise ValueError(f"there is no table '{name}' for <{name}>")
        if name in self.names:
            raise ValueError(f"the prompt '{self.text}' has <{name}> twice")
        self.names.add(name)
        if name != "word":
            self._anchor(self._tables[name])

    @cached_property
    def regex(self) -> re.Pattern:
        """What finds the prompt in a plain text."""
        regex = ""
        for options, name, dots, words in _PARTS.findall(self.text):
            if options:
                regex += "(?:" + "|".join(re.escape(plain(option)[0]) for option in options.split("|")) + ")"
            elif name == "word":
                regex += r"(?P<word> \S+)"
            elif name:
                keys = sorted((plain(key)[0] for key in self._tables[name]), key=len, reverse=True)
                regex += f"(?P<{name}>" + "|".join(map(re.escape, keys)) + ")(?: s(?= ))?"
            elif dots:
                regex += r"(?: \S+){0,12}?"  # bounded: a long text must not take long
            else:
                regex += re.escape(plain(words)[0])
        return re.compile(regex + r"(?= |$)")

    def last(self, text: str) -> re.Match | None:
        """Return the last place in a plain text that the prompt finds."""
        found = list(self.regex.finditer(text))
        return found[-1] if found else None


# Words around a prompt that may be there or not, without another answer being right.
_LITTLE = frozenset(
    "a an the and or so then well ok okay oh hey hi hello dear please pls plz kindly thanks thank just now quickly quick also again me my i we us you "
    "u your can could would will shall should may might do does did is are was were be am have has had want wanna need like love know help hope "
    "to of for in on at with by from about as it its this that these those there here what whats which who whom whose when where why how s t d ll re ve m "
    "tell say pick choose suggest give show explain describe define write make create suggest name list find get let answer question one some any something anything more "
    "many much really actually exactly simply maybe perhaps possible short brief little bit small simple tiny mini very good nice new first yes no not if but because let "
    "wonder wondering curious understand learn teach come up think idea everything all mean means meant meaning word term concept called does work works "
    "kind explanation definition want thing things sentence words between difference".split()
)


def means_little(words: str) -> bool:
    """Return whether plain words hold nothing that an answer would have to take up."""
    return _LITTLE.issuperset(words.split())


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
    for number, part in enumerate(re.split(r"\[([^\[\]]*\|[^\[\]]*)\]", text)):
        if number % 2 == 0:
            found += [[(1.0, tuple(tokens.split(part)))]] if part else []
            continue
        slot: Slot = []
        for option in part.split("|"):
            weighted = re.fullmatch(r"(.*)\*(\d+(?:\.\d+)?)", option, re.DOTALL)
            said, weight = (weighted[1], float(weighted[2])) if weighted else (option, 1.0)
            slot.append((weight, tuple(tokens.split(said))))
        found.append(slot)
    return found
