"""Whether a question or a reply belongs to a topic that instructions name."""

from ...tables import read_table
from .. import language, meaning

SEVERAL = 3  # words of a topic in a reply that is about something near it


def related(topic: set[str], asked: str, reply: str) -> bool:
    """Return whether a question, or a reply with several of its words, belongs to a topic that data/topics.yaml knows."""
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
