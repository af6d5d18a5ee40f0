"""Regular expressions that are compiled when they are first needed: compiling hundreds takes longer than answering."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Regex:
    """A pattern as `re.compile` makes it, with its methods (search, sub, ...).

    `needs` are pieces of words, in lower case, of which a text has one wherever the pattern is found: in
    most texts there is none, so there is no need to look any closer.
    """

    def __init__(self, pattern: str, flags: int = 0, needs: str = ""):
        self.pattern, self.flags, self.needs = pattern, flags, needs.split()

    @cached_property
    def compiled(self) -> re.Pattern:
        return re.compile(self.pattern, self.flags)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has what the pattern needs."""
        return not self.needs or any(map(text.casefold().__contains__, self.needs))

    def search(self, text: str, *where: int) -> re.Match | None:
        return self.compiled.search(text, *where) if not self.needs or self.may_be_in(text) else None

    def match(self, text: str, *where: int) -> re.Match | None:
        return self.compiled.match(text, *where) if not self.needs or self.may_be_in(text) else None

    def fullmatch(self, text: str, *where: int) -> re.Match | None:
        return self.compiled.fullmatch(text, *where) if not self.needs or self.may_be_in(text) else None

    def finditer(self, text: str, *where: int) -> Iterator[re.Match]:
        return self.compiled.finditer(text, *where) if not self.needs or self.may_be_in(text) else iter(())

    def sub(self, instead: str | Callable[[re.Match], str], text: str, count: int = 0) -> str:
        return self.compiled.sub(instead, text, count) if not self.needs or self.may_be_in(text) else text

    def __getattr__(self, name: str):  # the others: split, findall
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.compiled, name)
