"""Which of several values a text speaks for, and whether it says yes or no."""

import re

from .field import Field, akin, stem, stems
from .knowledge import hints, names, neutral, topics
from .reading import Reading
from .scoring import LEAST, OLDER, Candidate

NAMED, HINTED, TOPICAL = 5.0, 1.5, 0.6  # the text has the value's words; words that speak for it; words of its topic
MOST_HINTED, MOST_TOPICAL = 2.9, 1.8
NEAR, CUED = 1.0, 0.5  # the field's words stand before the value; it is "to" somewhere
DENIED = 6.0
EARLY = 0.01  # what comes first counts a little more
BY_PLACE = 1.2  # a country speaks for its unit of temperature
OPPOSITES = {stem("positive"): stem("negative"), stem("negative"): stem("positive")}

_NOT = re.compile(r"\b(?:not|no|never|without|none|nor|cannot|non|lacks?|out of)\b|n['’]t\b", re.IGNORECASE)
_NOT_BEHIND = re.compile(r"\s+(?:is |are )?(?:not|never|isn't|aren't)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?;,\n]|\bbut\b", re.IGNORECASE)
_YES = re.compile(
    r"(?:^|[.!?\n]\s*)\W*(?:(yes|yeah|yep|sure|of course|correct|true)|no|nope|nah|false)(?=\s*(?:[,.!;]|$))", re.IGNORECASE
)
_RELATIONS = re.compile(r"from|to|in|source|target", re.IGNORECASE)
_CUES = {
    "from": r"\bfrom\s+$",
    "source": r"\bfrom\s+$",
    "to": r"\b(?:to|into|in)\s+$",
    "target": r"\b(?:to|into|in)\s+$",
    "in": r"\bin\s+$",
}
_HELPERS = {
    stem(word) for word in ("is", "has", "have", "are", "was", "were", "can", "should", "will", "does", "do", "be", "it", "to")
}


def among(field: Field, readings: list[Reading]) -> list[Candidate]:
    """Return the values that the text speaks for, the likeliest first; empty if it speaks for none."""
    scores = [0.0] * len(field.values)
    for reading in readings:
        for number, score in enumerate(_spoken_for(field, reading)):
            scores[number] = max(scores[number], score - OLDER * (1 - reading.weight))
    found = [Candidate(score - 0.001 * number, field.values[number]) for number, score in enumerate(scores) if score >= LEAST]
    return sorted(found, key=lambda candidate: -candidate.score)


def fallbacks(values: list) -> list:
    """Return values in the order in which they are taken where the text speaks for none: "other" before "billing"."""
    return sorted(values, key=lambda value: neutral().get(str(value).lower(), len(neutral())))


def yes_or_no(field: Field, readings: list[Reading]) -> list[Candidate]:
    """Return whether the text says yes or no to a field; empty if it says neither."""
    found = []
    words = frozenset(field.words) - _HELPERS or frozenset(field.about[:3])
    for reading in readings:
        yes = sum(_mentioned(reading, word) for word in words)
        yes += sum(_mentioned(reading, hint) for word in words for hint in hints().get(word, ()) if hint not in words)
        if answered := _YES.search("\n".join(reading.text[slice(*span)] for span in reading.said)):
            yes += 1.5 if answered[1] else -1.5
        if abs(yes) >= 0.9:
            found.append(Candidate(LEAST + min(abs(yes), 3) - OLDER * (1 - reading.weight), yes > 0))
    return sorted(found, key=lambda candidate: -candidate.score)


def _mentioned(reading: Reading, word: str) -> float:
    """Return 1 if a word is said, -1 if it is denied, 0 if it is not there (or only in a question that is answered)."""
    total = 0
    for start, end in reading.places.get(word, ()):
        sentence = reading.text[slice(*reading.sentence_of(start))]
        if not reading.is_told(start) and not (sentence.endswith("?") and len(reading.said) > 1):
            total += -1 if _denied(reading.text, start, end) else 1
    return max(-1, min(1, total))


def _denied(text: str, start: int, end: int) -> bool:
    """Return whether a word is denied: in its clause, before it or just behind it."""
    before = _CLAUSE.split(text[max(0, start - 60) : start])[-1]
    return bool(_NOT.search(before)) != bool(_NOT_BEHIND.match(text, end))


def _spoken_for(field: Field, reading: Reading) -> list[float]:
    """Return how much one text speaks for each value."""
    listed = _lists_of_values(field, reading)
    scores = [0.0] * len(field.values)
    for number, value in enumerate(field.values):
        if isinstance(value, str):
            scores[number] = _by_name(field, value, reading, listed) + _by_hints(value, reading) + _by_topic(value, reading)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            scores[number] = NAMED * any(mention.number == value for mention in reading.mentions.get("number", ()))
    spelled = {str(value).lower(): number for number, value in enumerate(field.values)}
    before = list(scores)
    _by_currency(field, reading, spelled, scores)
    _by_place(reading, spelled, scores)
    stemmed = {stem(value): number for value, number in spelled.items()}
    for value, opposite in OPPOSITES.items():
        if value in stemmed and opposite in stemmed:
            scores[stemmed[value]] -= max(0.0, before[stemmed[opposite]]) / 2
    return scores


def _lists_of_values(field: Field, reading: Reading) -> set[tuple[int, int]]:
    """Return the sentences that name so many of the values that they only list them."""
    named: dict[tuple[int, int], int] = {}
    for value in field.values:
        sentences = {reading.sentence_of(start) for word in stems(str(value))[:1] for start, _ in reading.places.get(word, ())}
        for sentence in sentences:
            named[sentence] = named.get(sentence, 0) + 1
    return {sentence for sentence, times in named.items() if times >= max(3, len(field.values) - 1) and len(reading.said) > 1}


def _by_name(field: Field, value: str, reading: Reading, listed: set) -> float:
    """Return what it counts that the text says a value's words."""
    words = [_akin(word, reading) for word in stems(value)]
    if not words or not all(words):
        return 0
    best = 0.0
    for start, end in reading.places[words[0]]:
        if (
            reading.is_told(start)
            or reading.sentence_of(start) in listed
            or (len(value) == 1 and reading.text[start:end] != value)
        ):
            continue
        near = any(word.stem in field.words for word in reading.words_before(start))
        early = EARLY * (1 - start / len(reading.text))
        score = NAMED + early + NEAR * near + _cued(field, reading.text, start) - DENIED * _denied(reading.text, start, end)
        best = max(best, score)
    return best


def _akin(word: str, reading: Reading) -> str | None:
    """Return the stem in a text that is the word, or begins as it does: "cancel" for "cancellation"."""
    return word if word in reading.places else next((other for other in reading.places if akin(word, other)), None)


def _cued(field: Field, text: str, start: int) -> float:
    """Return what it counts that a value stands behind the word that its field begins with: "from" or "to"."""
    relation = _RELATIONS.match(field.name)
    return CUED if relation and re.search(_CUES[relation[0].lower()], text[max(0, start - 8) : start], re.IGNORECASE) else 0


def _by_hints(value: str, reading: Reading) -> float:
    """Return what it counts that the text has words that speak for a value, or deny its opposite."""
    total = 0.0
    for word in stems(value):
        for hint in hints().get(word, ()):
            for start, end in reading.places.get(hint, ()):
                if not reading.is_told(start) and not (word in OPPOSITES and _denied(reading.text, start, end)):
                    total += HINTED
        for hint in hints().get(OPPOSITES.get(word, ""), ()):
            for start, end in reading.places.get(hint, ()):
                total += HINTED if not reading.is_told(start) and _denied(reading.text, start, end) else 0
    return min(total, MOST_HINTED + total / 10)


def _by_topic(value: str, reading: Reading) -> float:
    """Return what it counts that a text has words of a value's topics."""
    words = stems(value)
    wanted = frozenset(topic for word in words for topic in topics(word))
    named = {stem(part) for part in words}
    total = 0.0
    for word in reading.places:
        known = topics(word)
        if known and (
            any(" " in topic for topic in known & wanted) or any(stem(part) in named for topic in known for part in topic.split())
        ):
            total += TOPICAL
        elif known & wanted:
            total += TOPICAL / 3
    return min(total, MOST_TOPICAL)


def _by_currency(field: Field, reading: Reading, spelled: dict[str, int], scores: list[float]) -> None:
    for mention in reading.mentions.get("currency", ()):
        number = spelled.get(mention.unit.lower())
        if number is not None and not reading.is_told(mention.start):
            scores[number] = max(scores[number], NAMED + 2 * _cued(field, reading.text, mention.start))


def _by_place(reading: Reading, spelled: dict[str, int], scores: list[float]) -> None:
    """Let a place speak for the unit in which temperatures are told there."""
    places = [mention.text.lower() for kind in ("place", "country") for mention in reading.mentions.get(kind, ())]
    for unit, speaks in (("fahrenheit", any(place in names().american for place in places)), ("celsius", bool(places))):
        for spelling in (unit, unit[0]):
            if speaks and spelling in spelled:
                scores[spelled[spelling]] += BY_PLACE
                return
