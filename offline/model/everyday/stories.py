"""Stories of a wanted length: in so many sentences, or of exactly so many words. Their sentences are in data/everyday/stories.yaml.

"a robot who is afraid of the dark", 3 sentences -> how it was, the night when a child knocked, how it is since then
"""

import re
from dataclasses import dataclass, field
from functools import cache

from ...tables import read_table
from ..computed.english import english
from .wish import capital

FORMS = [  # what is told of somebody, and the ladder of sentences for it
    (r"(?:wants|wanted|dreams of|wishes|tries|tried|has|decides|hopes|learns|would like) (?P<to>to \w.*)", "wants"),
    (r"(?:is|was)? ?(?:afraid|scared|frightened|terrified) of (?P<fear>.+)|(?:fears|feared) (?P<fear2>.+)", "fears"),
    (r"(?:can'?t|cannot|can not|could not|couldn'?t|is not able to|doesn.?t know how to) (?P<verb>.+)", "cannot"),
    (r"(?:wants|wanted|looks for|looked for|searches for|is looking for|is searching for|was looking for|longs for|dreams of|wishes for|seeks|misses) (?P<thing>(?!to\b).+)", "seeks"),
]  # fmt: skip


@dataclass(frozen=True)
class Tale:
    """Whom a story is about ("a robot", then "the robot"), its ladder of sentences, and what was told."""

    full: str
    name: str
    ladder: str
    told: dict[str, str] = field(default_factory=dict)

    def of_length(self, unit: str, number: int) -> str | None:
        """Return the story in `number` "sentences" or "words"; None if it cannot be as long as that."""
        return self._sentences(number) if unit == "sentences" else self._words(number)

    def _sentences(self, number: int) -> str | None:
        ladder = read_table("everyday/stories.yaml")["ladders"][self.ladder]
        if number == 1:
            return self._said(ladder["alone"])
        if number > len(ladder["told"]):
            return None
        return " ".join(self._said(one["say"]) for one in ladder["told"] if one["from"] <= number)

    def _words(self, number: int) -> str | None:
        single = read_table("everyday/stories.yaml")["endings"]
        pairs = [f"{one} {other}" for one in single for other in single if one != other]
        endings = {len(one.split()): one for one in [*pairs, *single]}
        ladder = read_table("everyday/stories.yaml")["ladders"][self.ladder]
        for said in [*map(self._sentences, range(len(ladder["told"]), 0, -1)), self._said(ladder["told"][0]["say"])]:
            missing = number - len(said.split())
            if missing == 0 or missing in endings:
                return f"{said} {endings[missing]}" if missing else said
        return None

    def _said(self, sentence: str) -> str:
        values = {"{a}": self.full, "{n}": self.name, "{N}": capital(self.name), **self.told}
        for place, value in values.items():
            sentence = sentence.replace(place, value)
        return capital(sentence)


def tale(full: str, name: str, clause: str, *, person: bool, acts: bool) -> Tale:
    """Return the story on somebody who does something (`clause`), or on a topic if nobody `acts` in it."""
    several = bool(re.match(r"(?:two|three|four|five|some|many|my parents)\b|(?:an? |the )?\w+ and ", full, re.IGNORECASE))
    at = "" if re.search(r" (?:in|on|at|under|by|from) ", full) else " at the edge of a small town"
    told = {"{who}": "who" if person else "that", "{was}": "were" if several else "was", "{at}": at}
    for pattern, ladder in FORMS:
        if found := re.match(pattern, clause, re.IGNORECASE):
            return Tale(
                full, name, ladder, told | {f"{{{key.rstrip('2')}}}": said for key, said in found.groupdict().items() if said}
            )
    if clause:
        return Tale(full, name, "does", told | {"{did}": past(clause)})
    return Tale(full, name, "plain" if acts else "topic", told)


def past(clause: str) -> str:
    """Return what somebody does as something that he or she did: "loves tea" becomes "loved tea"."""
    words = clause.split()
    place = 1 if words[0].casefold() in ("always", "never", "often", "only", "still", "secretly") and len(words) > 1 else 0
    words[place] = _past_of(words[place])
    return " ".join(words)


@cache
def _past_of(verb: str) -> str:
    low = verb.casefold()
    if low.endswith("ed") or low in english().past.values():
        return verb
    base = re.sub(r"(?<=[sxzh])es\Z|ies\Z|s\Z", lambda found: "y" if found[0] == "ies" else "", low)
    for form in (low, base):
        if form in english().past:
            return english().past[form]
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", base):
        base += base[-1]  # stop, stopped
    return base[:-1] + "ied" if re.search(r"[^aeiou]y\Z", base) else f"{base}d" if base.endswith("e") else f"{base}ed"
