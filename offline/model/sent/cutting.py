"""Make a sentence shorter or plainer: without what is between commas, without its last adverbials, with simpler words."""

import re

from ..computed.english import english
from ..regex import Regex

LONG = 11  # letters of a word that a child may not know
_BRACKETS = Regex(r"\s*\([^)]*\)")
_ASIDE = Regex(r", (?:which|who|that|where|whose|although|as|having|being)\b[^,]*,")
_CLAUSE = Regex(r",? (?:because|although|since|while|which|so that|in order to|where|when|who|even though)\b[^.!?]*")
_OPENING = Regex(r"\A(?:(?:after|before|in|on|at|during|every|last|next|this|since|for|from|then|finally|eventually|however|therefore|as a result|in the end|today|yesterday|also)\b[^,]{0,40}, |(?:then|finally|eventually|however|also) )", re.IGNORECASE)  # fmt: skip
_JOINT = Regex(
    r"(?:, (?:which|who|where|but|so|because|about|up to|with|on|in|at|for|born|from|and (?:it|they|he|she|there|the|sometimes|often|mostly|usually|also)\b)| (?:because|although|while|so that|even though))\b|[;:]\s",
    re.IGNORECASE,
)
_TAIL = Regex(
    r",? (?:on|in|at|after|before|from|near|during|of|with|for|by|to|along|across|without|until|because of|due to|next|last|this|every|and|so that|in order) (?!\d)[^.!?]*?(?=[.!?]?\Z)",
    re.IGNORECASE,
)


def trimmed(sentence: str) -> str:
    """Return a sentence without what is in brackets or between commas."""
    return _ASIDE.sub("", _BRACKETS.sub("", sentence))


def compressed(sentence: str, most: int) -> str:
    """Return a sentence with as few cuts as bring it to `most` words; with all of them, if that is not enough."""
    text = sentence.strip()
    for cut in (trimmed, lambda said: _OPENING.sub("", said), lambda said: _CLAUSE.sub("", said)):
        if len(text.split()) > most:
            text = _closed(cut(text))
    while len(text.split()) > most and (tails := _tails(text)):
        text = _closed(text[: tails[-1]])
    return text[:1].upper() + text[1:]


def cut_between_clauses(sentence: str, most: int) -> str | None:
    """Return a sentence of at most `most` words, cut only where what is left says by itself what it said; None if there is no such cut."""
    text = trimmed(sentence)
    ends = [len(text), *(found.start() for found in _JOINT.finditer(text))]
    cuts = [text[:end] for end in ends if 3 <= len(text[:end].split()) <= most]
    return _closed(max(cuts, key=len)) if cuts else None


def _tails(text: str) -> list[int]:
    """Return where the adverbials at the end of a sentence may be cut off; four words are always left."""
    starts, at = [], 0
    while found := _TAIL.search(text, at):
        if len(text[: found.start()].split()) >= 4:
            starts.append(found.start())
        at = found.start() + 1
    return starts


def _closed(text: str) -> str:
    text = text.rstrip(" ,;")
    return text if re.search(r"[.!?]\Z", text) else f"{text}."


def simpler(parts: list[str]) -> tuple[list[str], bool]:
    """Return sentences in plainer words, and whether no long word is left in them."""
    plain = [plainer(trimmed(part)) for part in parts]
    return plain, all(len(word) < LONG for part in plain for word in re.findall(r"[a-z]+", part))


def plainer(text: str) -> str:
    """Return a text with the simple words of other_words.yaml for the hard ones."""
    return replaced(text, english().simple)


def replaced(text: str, table: dict[str, str]) -> str:
    """Return a text with other words for those in a table; a capital stays one."""
    known = {old.casefold(): new for old, new in table.items()}

    def other(found: re.Match) -> str:
        new = known[found[0].casefold()]
        return new[:1].upper() + new[1:] if found[0][0].isupper() else new

    words = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    text = re.sub(rf"\b(?:{words})\b", other, text, flags=re.IGNORECASE)
    text = re.sub(r" {2,}", " ", text).strip()
    return text[:1].upper() + text[1:]
