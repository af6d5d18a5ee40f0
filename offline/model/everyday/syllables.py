"""Lines of so many syllables, for a haiku. The words to fill them up are in data/everyday/verses.yaml."""

import re

from ...tables import read_table


def filled_up(words: str, count: int) -> str | None:
    """Return words as a line of so many syllables; None if they are too long or too short for it."""
    told, missing = _known(), count - syllables(words)
    if missing == 0:
        return words
    if count == 5:
        return f"{told['before'][missing]}{words}" if missing in told["before"] else None
    return f"{words}{told['after'][missing]}" if missing in told["after"] and not words.endswith(told["after"][missing]) else None


def first_lines(text: str, count: int) -> str | None:
    """Return the first lines of a poem, as a whole of their own; None where it has fewer, or where they do not end a stanza."""
    body = re.sub(r"\A\*\*.*\*\*\n\n", "", text)
    lines = [line for line in body.split("\n") if line]
    return re.sub(r"[,;:]\Z", ".", "\n".join(lines[:count])) if len(lines) >= count else None


def syllables(text: str) -> int:
    """Return the number of syllables, counted by groups of vowels: an e at the end, and in -ed and -es, is silent."""
    return sum(_in_word(word) for word in re.findall(r"[a-z]+", text.casefold().replace("'s", "s").replace("’s", "s")))


def _in_word(word: str) -> int:
    if told := _known()["syllables"].get(word):
        return told
    heard = re.sub(
        r"(?<=[^aeiouyl])e\Z|(?<=[aeiou]l)e\Z|(?<=[^aeioutd])ed\Z|(?<=[^aeiouscxzghl])es\Z|(?<=[aeiou][^aeiou])e(?=(?:ful|less|ly|ment)\Z)",
        "",
        word,
    )
    return max(
        1,
        len(re.findall(r"[aeiouy]+", heard))
        + len(re.findall(r"i[ao](?!u)|eo|uie|oe[mt]|ui?et", heard))
        - len(re.findall(r"[tscg]io|[tsc]ia|ieo", heard)),
    )


def _known() -> dict:
    return read_table("everyday/verses.yaml")["haiku"]
