"""Whether a question or a reply belongs to a topic that instructions name, or meets a condition of theirs."""

import re

from ...tables import read_table
from .. import language, meaning
from .reading import Wanted

SEVERAL = 3  # words of a topic in a reply that is about something near it


def related(topic: set[str], question: str, about: str, reply: str) -> bool:
    """Return whether a question, what it is `about`, or a reply with several of its words, belongs to a topic.

    data/conditions.yaml knows the questions of the commonest topics; what is near to any other stands in data/topics.yaml.
    """
    subjects = read_table("conditions.yaml")["subjects"]
    named = [pattern for name, pattern in subjects.items() if topic & set(name.split())]
    if any(re.search(rf"\b(?:{pattern})\b", language.folded(question)) for pattern in named):
        return True
    if named and any(re.search(rf"\b(?:{pattern})\b", language.folded(question)) for pattern in subjects.values()):
        return False  # it is of another one of them
    asked = question if named else f"{about} {question}"
    near = {
        word
        for name, lines in read_table("topics.yaml")["topics"].items()
        for word in _all_words(lines)
        if topic & {name, *_all_words(lines)}
    }
    near |= {meaning.stem(word) for word in near}
    asked_words = language.folded(asked).split()
    return (
        bool(near & {*asked_words, *map(meaning.stem, asked_words)}) or len(near & set(language.folded(reply).split())) >= SEVERAL
    )


def _all_words(lines: dict[str, str]) -> list[str]:
    return [word for line in lines.values() for word in line.split()]


def on_condition(wanted: Wanted) -> str | None:
    """Return what the instructions want to have said to just such a question, whatever there is to answer; None if they do not."""
    told = [str(wish.value).partition("\n") for wish in wanted.wishes if wish.kind == "conditional"]
    return next((reply for condition, _, reply in told if is_met(condition, wanted.question)), None)


def is_met(condition: str, question: str) -> bool:
    """Return whether a question is one that a condition names: it has its words, or is about what they stand for."""
    table = read_table("conditions.yaml")
    words = [word for word in language.folded(condition).split() if word not in table["idle"].split()]
    said = language.folded(question)
    kinds = [pattern for name, pattern in table["kinds"].items() if set(words) & set(name.split())]
    if kinds:
        return any(re.search(rf"\b(?:{pattern})\b", said) for pattern in kinds)
    return bool(words) and all(word.removesuffix("s") in said for word in words)
