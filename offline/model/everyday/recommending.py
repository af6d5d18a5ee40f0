"""Recommendations: films by kind and decade, books by kind and age, pets, hobbies and games (data/everyday/recommended.yaml)."""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from . import giving
from .wish import NUMBER, UNSAFE, Wish, capital, counted, has, listed, number

LONGEST = 300  # characters of a request
NEW = 2010  # the first year of what is "not too old"
OLDER = 1999  # the last year of an "older" film

_ASKS = Regex(
    r"\b(?:recommend\w*|suggest\w*|ideas?|any|good|best|favou?rite|which|what (?:can|could|should|shall|to|would|is a good|movie|book|pet|gift|game|hobby|do i)|give me|i need|need|want|looking for|find|something|tips?|list|name|thinking (?:about|of)|watch|read|get|bored|tell me|show me|help me|top)\b|\A\W*(?:\w+ )?(?:[\w-]+ ){0,3}(?:books?|films?|movies?|games?|gifts?|presents?|novels?)\b\W*(?:(?:for|to|like|about|please|with|from)\b|\Z)",
    re.IGNORECASE,
)
_FILM = Regex(
    r"\b(?:movies?|films?|something to watch|what (?:should|can|to|could) (?:i|we)? ?watch|watch (?:tonight|with|on)|netflix|(?:comedy|rom-?com|western|documentary|horror|thriller) (?:from the|to watch|with))\b",
    re.IGNORECASE,
    needs="com documentary film horror movie netflix thriller watch western",
)
_BOOK = Regex(
    r"\b(?:books?|novels?|something to read|what (?:should|can|to|could) (?:i|we)? ?read|reads|thrillers? to read|bedtime reading)\b",
    re.IGNORECASE,
    needs="book novel read thriller",
)
_PET = Regex(
    r"\b(?:(?:which|what|a|good|best|right|first|get(?:ting)?|buy|kind of|easy) (?:\w+ )?pets?|pets? (?:for|should|would|is|are|suggestions?|ideas?|that)|what animal (?:should|can|could))\b",
    re.IGNORECASE,
    needs="animal pet",
)
_GIFT = Regex(
    r"\bsomething (?:nice |small )?for (?:my|our) [^?]*\b(?:under|max|budget|up to|around|\d+ (?:euros?|dollars?|pounds?))\b|\b(?:gifts?|presents?)\b|\bwhat (?:can|should|could|do|to) (?:i |we )?(?:give|get|buy)(?: \w+){0,3} (?:for|to|my)\b|\bwhat to (?:give|get)\b",
    re.IGNORECASE,
)
_HOBBY = Regex(r"\bhobb(?:y|ies)\b", re.IGNORECASE, needs="hobb")
_GAME = Regex(
    r"\b(?:board|card|video|computer|party|car|pc|phone|online|outdoor|indoor|drinking|travel|console|co-?op)[ -]?games?\b|\bgames? (?:to play|for|we can|i can|like|ideas?|with|that)\b|\b(?:recommend|suggest|good|fun|best|any|some) (?:me )?(?:\w+ ){0,2}games?\b",
    re.IGNORECASE,
    needs="game",
)
_NOT = Regex(
    r"\byour (?:own )?fav\w*|\A\W*(?:was|is|did|does|has|were|who|when|what is an?|what'?s an?|define|what are)\b(?! (?:a )?(?:good|some|the best|there|your|nice|great))|\A\W*what(?: is|'s|s) \w+\W*\Z|\b(?:books?|novels?|films?|movies?|games?) (?:by|from|of) (?!the\b|\d)(?:[a-z]|(?-i:[A-Z]))|\b(?:(?:do|did) i have|who (?:wrote|directed|played|plays|won|made)|when (?:was|did|is)|write (?!down)|code|function|program(?! for)|python (?:game|code)|how (?:do|to|many|much|long)|summar\w+|email|letter|review|what is the (?:name|plot|meaning)|olympic|hosted|20 questions|twenty questions|rules?|game theory|let'?s play|(?:can|could|shall|want to|will) (?:we |you |i )?play|present (?:tense|simple|perfect|value)|video game design|quiz|because of|afraid|recipe|oscars|academy awards|grossing|(?:is|was|that|comes?) from\W*\Z|caption|names? (?:for|of)|message|card|script for|application|bookstore|bookkeep\w+|booked|book (?:a|me|an) (?:table|flight|hotel|taxi|room|appointment)|poem|story about|pros and cons|(?:mostly|mainly|only|just) (?:for|to) (?:watch|read|play)\w*|or (?:an? )?(?:dogs?|cats?)|or a|or (?:paper|printed|e-?|audio ?|real )\s?books?)\b",
    re.IGNORECASE,
)

_WITHOUT = Regex(
    r"\b(?:(?:do not|don't|dont|doesn't|does not|never|not|no more) (?:really )?(?:like|love|want|watch|read|enjoy|into)|hates?|dislikes?|not|no|without|except|nothing)\s+(?:any |too |so |a |an |with |about )?(?!old\b|new\b|long\b)(?P<what>[\w-]+(?: (?:or|and) [\w-]+)?)(?: (?:ones?|movies?|films?|books?|stories|novels?))?",
    re.IGNORECASE,
)
_AGE = Regex(r"\b(\d{1,2})[- ]?(?:years?|yrs?|yo)\b|\bage[ds]? (?:of )?(\d{1,2})\b|\b(\d{1,2})[- ]year[- ]old", re.IGNORECASE)
_STAR = Regex(r"\b(?i:with|starring|by|of) [A-Z][a-z]+ [A-Z][a-z]+\b")
_LIKE = Regex(r"\blike ((?:(?-i:[A-Z])[\w']+ ?)+)|\bsimilar to ((?:(?-i:[A-Z])[\w']+ ?)+)", re.IGNORECASE)
_DECADE = Regex(
    r"\b(?:the )?(?:(19|20)?(\d)0)'?s\b|\b((?:19|20)\d\d)\b|\b(seventies|eighties|nineties|sixties|fifties)\b", re.IGNORECASE
)
_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}


def answer(wish: Wish) -> Answer | None:
    """Return a recommendation; None if none is asked for."""
    text = wish.whole
    if (
        len(text) > LONGEST
        or UNSAFE.search(text)
        or _NOT.search(wish.text)
        or not _ASKS.search(wish.text)
        or len(wish.text.split()) < 2
    ):
        return None
    if _GIFT.search(wish.text):
        return giving.answer(wish)
    if _PET.search(wish.text) and not has(wish.text, "pet (?:shop|food|store|name)"):
        return _pets(text)
    if _FILM.search(wish.text):
        return _films(text)
    if _BOOK.search(wish.text):
        return _books(text)
    if _HOBBY.search(wish.text):
        return _ideas("hobbies", text, "hobbies|ideas?|hobby")
    if _GAME.search(wish.text) and not has(
        wish.text, "code|javascript|develop|making|programming|score|engine|football game|number guessing"
    ):
        return _ideas("games", text, "games?|ideas?")
    return None


def _films(text: str) -> Answer | None:
    text, barred = _barred(text, _known().kinds)
    kinds = [kind for kind, words in _known().kinds.items() if has(text, words)]
    kinds = [kind for kind in kinds if not (kind == "family" and has(text, "parents|grown[- ]up") and "comedy" in kinds)]
    first, last = _years(text)
    stars = {name for film in _known().films for name in film[3].split(", ") if name.casefold() in text.casefold()}
    if _STAR.search(text) and not stars:
        return None
    if like := None if stars else _LIKE.search(text):
        model = (like[1] or like[2]).strip().casefold().removeprefix("the ")
        own = next((film for film in _known().films if film[0].casefold().removeprefix("the ").startswith(model)), None)
        if own is None and not kinds:
            return None
        if own:
            words = set(own[2].split())
            near = sorted(
                (-len(words & set(film[2].split())), place) for place, film in enumerate(_known().films) if film is not own
            )
            return _shown(
                [_film(_known().films[place]) for shared, place in near if shared], _count(text, "movies?|films?", 3), "film"
            )
    films = [film for film in _known().films if first <= film[1] <= last and not any(kind in film[2] for kind in barred)]
    films = [film for film in films if stars <= set(film[3].split(", "))]
    fits = [film for film in films if all(kind in film[2] for kind in kinds)]
    if not fits:
        fits = [film for film in films if any(kind in film[2] for kind in kinds)]
    if not fits:
        return None
    if kinds:
        fits.sort(key=lambda film: film[2].find(kinds[0]))
    fits = fits if kinds or (first, last) != (0, 9999) else sorted(fits, key=lambda film: _mixed(film[0]))
    count = _count(text, "movies?|films?", 1 if re.search(r"\ba (?:\w+ ){0,4}(?:movie|film)\b", text, re.IGNORECASE) else 3)
    return _shown([_film(film) for film in fits], count, "film")


def _film(film: list) -> str:
    title, year, _, who, say = film
    return f"{title} ({year}), {'' if 'made by' in who or 'voice' in who else 'with '}{who}: {say}"


def _barred(text: str, known: dict[str, str]) -> tuple[str, list[str]]:
    """Return a request without what it does not want ("not animated", "I don't like crime"), and the kinds that are meant by that."""
    left = _WITHOUT.sub(" ", text)
    return left, [
        kind
        for kind, words in known.items()
        if left != text and any(has(found["what"], words) for found in _WITHOUT.finditer(text))
    ]


def _mixed(title: str) -> int:
    """Return a number that mixes titles in the same order on every machine."""
    return sum(ord(letter) * (place + 3) for place, letter in enumerate(title)) % 97


def _years(text: str) -> tuple[int, int]:
    """Return the first and the last year that a film may be of."""
    if found := _DECADE.search(text):
        if found[4]:
            start = _DECADES[found[4].casefold()]
        elif found[3]:
            return int(found[3]), int(found[3])
        else:
            start = int(f"{found[1] or ('20' if found[2] in '012' else '19')}{found[2]}0")
        return start, start + 9
    if has(text, r"not (?:too|so|that) old|new(?:er|est)?|recent|modern|last (?:few )?years"):
        return NEW, 9999
    if has(text, "older|from (?:my|our) (?:youth|childhood)"):
        return 0, OLDER
    return (0, 1979) if has(text, "old movies?|old films?|very old") else (0, 9999)


_ON_A_SUBJECT = Regex(
    r"\b(?:books?|novels?)\b.{0,20}?\b(?:about|on)\s+(?!my\b|a trip\b|holidays?\b|vacation\b|the (?:beach|train|plane|way)\b)\w",
    re.IGNORECASE,
)


def _books(text: str) -> Answer | None:
    like = _LIKE.search(text)
    text, barred = _barred(text, _known().book_kinds)
    kinds = [kind for kind, words in _known().book_kinds.items() if has(text, words)]
    if not kinds and _ON_A_SUBJECT.search(text):
        return None
    age = next((int(next(filter(None, found.groups()))) for found in [_AGE.search(text)] if found), None)
    child = (age is not None and age < 16) or has(text, "kids?|child(?:ren)?")
    fits = []
    for title, author, about, least, say in _known().books:
        if any(kind in about for kind in barred):
            continue
        if like and title.casefold().startswith((like[1] or like[2] or "").strip().casefold()):
            continue
        if (age is not None and (least > age or (child and least < age - 4))) or (child and age is None and least > 10):
            continue
        if not child and age is None and least < 12 and not set(kinds) & {"picture", "dinosaurs", "animals", "fantasy", "funny"}:
            continue
        if (score := sum(kind in about for kind in kinds)) or not kinds:
            fits.append((-score, abs(least - (age or least)), len(fits), f"{title} by {author}: {say}"))
    if not fits:
        return None
    count = _count(
        text, "books?|novels?|thrillers?", 1 if re.search(r"\ba (?:\w+ ){0,4}(?:book|novel)\b", text, re.IGNORECASE) else 3
    )
    return _shown([one[-1] for one in sorted(fits)], count, "book")


def _count(text: str, of: str, usual: int) -> int:
    found = re.search(rf"\b({NUMBER}) (?:(?!years?)[\w-]+ ){{0,4}}?(?:{of})\b", text, re.IGNORECASE)
    return max(1, min(10, counted(found[1]))) if found else usual


def _shown(items: list[str], count: int, about: str) -> Answer:
    """Return so many of the items; the next ones are other ways."""
    ways = [listed(items[at : at + count]) for at in range(0, len(items), count)]
    return Answer([(1.0 / (place + 1), way) for place, way in enumerate(ways[:8])], short=items[0].split(":")[0], about=about)


def _pets(text: str) -> Answer:
    fits = [pet for pet in _known().pets if not has(text, pet["never"])]
    if has(text, "child|kids?|son|daughter|family") and not has(text, "flat|apartment|work|away|allerg\\w*"):
        fits = sorted(fits, key=lambda pet: "guinea" not in pet["name"])
    notes = (
        " Let everybody in the family be near the animal for an hour before you decide: allergies differ."
        if has(text, "allerg\\w*")
        else ""
    )
    lines = [f"{capital(pet['name'])}: {pet['say']}" for pet in fits[:3]]
    return Answer(
        [(1.0, f"{listed(lines)}\n\nAsk yourself who feeds it when you are away, and for how many years.{notes}")],
        short=capital(fits[0]["name"]),
        about="pet",
    )


def _ideas(kind: str, text: str, of: str) -> Answer:
    found = [
        one["ideas"]
        for one in getattr(_known(), kind)
        if re.search(rf"\b(?:{one['asked']})\b" if one["asked"] != "." else ".", text, re.IGNORECASE)
    ]
    if kind == "games" and has(text, "kids?|child(?:ren)?|toddlers?"):  # no werewolves for them
        found = [one["ideas"] for one in _known().games if "kids" in one["asked"]]
    if not found:
        found = [getattr(_known(), kind)[-1]["ideas"]]
    ideas = list(dict.fromkeys(capital(idea) for some in found for idea in some))
    count = number(text, of, 5)
    return _shown(ideas, count, kind)


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/recommended.yaml"))
