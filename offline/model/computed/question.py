"""What a kind of computed answer gets, and what it gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..answers import Answers, Ways
from ..language import folded
from ..tongues import is_unknown


@dataclass(frozen=True)
class Question:
    """One thing that somebody asks for, without the words that say in which form.

    `before` are the messages before it (role and content dicts, oldest first), `told` what the
    instructions say. `language` is the English name of the language that the answer is wanted in, in
    lower case, where another one than English is. `forms` are the forms of the answers files in use.
    """

    text: str
    before: tuple[dict, ...] = ()
    told: str = ""
    known: Answers = field(default_factory=Answers)
    language: str | None = None
    forms: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the text, in lower case and without accents."""
        return tuple(folded(self.text).split())

    @cached_property
    def folded(self) -> str:
        """The words of the text with a space between them, and one around."""
        return f" {' '.join(self.words)} "

    def asking(self, text: str, **changed) -> "Question":
        """Return the same with another text."""
        return replace(self, text=text, **changed)

    @property
    def goes_on_from_nothing(self) -> bool:
        """Whether the reply before this said that there is no answer."""
        return any(is_unknown(said, self.known.unknown) for said in self.earlier("assistant")[:1])

    def earlier(self, role: str) -> list[str]:
        """Return what was said by "user" or "assistant" before, the latest first."""
        return [message["content"] for message in reversed(self.before) if message["role"] == role]


@dataclass(frozen=True)
class Answer:
    """Weighted ways to answer, as in the answers files: "[a|b]" is a choice.

    `short` is the answer in as few words as there can be, `forms` has it in other forms of the answers files. `language` is the one it is in. `about` are words for what
    it is about. A `weak` answer, such as a greeting, gives way to any other in the same message.
    `obeys` are the words of the instructions that the answer itself carries out. `of_length("words", 3)` and `of_length("sentences", 2)` give
    the answer made for exactly that length, where it is not to be cut; None where it cannot have it.
    `cannot` are the words of what was asked for that it does not take up.
    """

    ways: Ways
    short: str | None = None
    forms: dict[str, Ways] = field(default_factory=dict)
    language: str = "english"
    about: str = ""
    weak: bool = False
    guarded: bool = False
    obeys: str = ""
    of_length: Callable[[str, int], str | None] | None = None
    cannot: tuple[str, ...] = ()

    def left_of(self, clauses: list[str]) -> list[str]:
        """Return those clauses of the instructions that the answer does not carry out itself."""
        obeyed = [part.rstrip(" .:") for part in re.split(r"(?<=[.!?])\s+|\n+", self.obeys) if part.strip(" .:")]
        return [clause for clause in clauses if not any(part in " ".join(clause.split()) for part in obeyed)]


def says(text: str, **more) -> Answer:
    """Return the answer that has one way."""
    return Answer([(1.0, text)], **more)


def literally(text: str) -> str:
    """Return a text as one way to answer: a bar in brackets would be a choice."""
    return re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", r"(\1)", text)
