"""Count what is in a text that is sent along, and find what it holds."""

import re
from dataclasses import replace
from itertools import zip_longest

from ...tables import read_table
from .. import tokens
from ..regex import Regex
from .atlas import atlas
from .english import STOPWORDS, english
from .payload import head as request
from .payload import payload, sentences
from .question import Answer, Question, says

# --- Counting ---

_COUNT = Regex(
    r"\b(?:how many|count|number of|how much|how long is|length of|word count)\b",
    re.IGNORECASE,
    needs="count length long many much number",
)
_UNIT = r"\b(tokens?|words?|letters?|characters?|chars?|sentences?|vowels?|consonants?|lines?|paragraphs?|syllables?)\b"
_UNITS = Regex(_UNIT, re.IGNORECASE)
_TWO_UNITS = Regex(rf"{_UNIT},? and (?:the |how many )?{_UNIT}", re.IGNORECASE)
_ONE_MORE = Regex(
    r"(?P<first>.+?),? and (?:how many )?(?:of them are )?(?:the letter )?['\"]?(?P<letter>[a-z])['\"]?(?:'?s)?(?: are (?:there|in it)| in it)?\W*",
    re.IGNORECASE,
)
_HELD = Regex(r"\btokens?\b[^:]{0,30}(?:\b(?:in|of|has|have|does)\b|[:\"“])", re.IGNORECASE)  # by a text, not by so many words
_ALPHABET = Regex(  # what is asked of the language, not of a text
    r"(?<!word )(?<![\"'])\balphabet\b(?![\"'])|\b(?:vowels|consonants)(?: are there| exist)?(?: in english| in the english language)?\W*\Z",
    re.IGNORECASE,
    "alphabet vowels consonants",
)
BEGINNING = 120  # characters of a message, or of its end, in which it asks; what stands between is the text
_IN = r"(?:are |is )?(?:there |used )?(?:in|of|from|does|has|have|within|inside)(?: the| this| my| following)*(?: word| sentence| text| string| phrase| name| paragraph| letters?)*"


def counted(question: Question) -> Answer | None:
    """Count words, letters, one letter, sentences and the like; None if that is not asked."""
    text = question.text
    if (
        not (_COUNT.search(text[:BEGINNING]) or _COUNT.search(text[-BEGINNING:]))
        or _ALPHABET.search(text)
        or re.search(r"\b(?:python|javascript|java|code|function|sql|excel|regex)\b", text, re.IGNORECASE)
    ):
        return None
    if (two := _ONE_MORE.fullmatch(text)) and (first := counted(question.asking(two["first"]))):
        word = re.search(r'"(.+)"', first.ways[0][1])
        second = word and counted(question.asking(f"how many {two['letter']} in {word[1]}"))
        return says(f"{first.ways[0][1]} {second.ways[0][1]}") if second else None
    letter = re.search(
        r"\b(?:how many|count(?: the)?|number of)(?: times)?(?: does)?(?: the)?(?: letters?)? ['\"“]?([a-z])['\"”]?(?:'?s)?(?: letters?)?(?: appear| occur)?s?\b (?:are |is )?(?:there )?(?:in|of)\b(?: the)?(?: word| name)?",
        text,
        re.IGNORECASE,
    )
    unit = _UNITS.search(text)
    if letter:
        body = _after(question, letter)
        if body and not re.search(
            r"\A(?!.*\bletter).*word strawberry", text, re.IGNORECASE
        ):  # the lesson on what a model gets wrong
            found = body.casefold().count(letter[1].casefold())
            return says(
                f'The letter "{letter[1].casefold()}" is {found} {"time" if found == 1 else "times"} in "{_short(body)}".',
                short=str(found),
            )
        return None
    if not unit or (unit[1].casefold().startswith("token") and not _HELD.search(text)):
        return None
    request = re.search(rf"\b{unit[1]}\b(?: count)? ?{_IN}\b", text, re.IGNORECASE) or re.search(
        rf"\b{unit[1]}\b(?: in)?", text, re.IGNORECASE
    )
    body = _after(question, request)
    if not body:
        return None
    if both := _TWO_UNITS.search(text[: text.find(body)] if body in text else ""):
        first, second = (counted(question.asking(f"how many {one} are in: {body}")) for one in both.groups())
        return says(f"{first.ways[0][1]} {second.ways[0][1]}") if first and second else None
    what = unit[1].casefold().rstrip("s").replace("char", "character").replace("characteracter", "character")
    count = {
        "token": lambda: tokens.count(body),
        "word": lambda: len(re.findall(r"\w+(?:['’-]\w+)*", body)),
        "letter": lambda: sum(letter.isalpha() for letter in body),
        "character": lambda: len(body),
        "sentence": lambda: max(1, len(re.findall(r"[.!?]+(?=\s|\Z)", body)) or len(sentences(body))),
        "vowel": lambda: sum(letter in "aeiou" for letter in body.casefold()),
        "consonant": lambda: sum(letter.isalpha() and letter not in "aeiou" for letter in body.casefold()),
        "line": lambda: len(body.splitlines()),
        "paragraph": lambda: len(re.findall(r"\S(?:.|\n(?!\n))*", body)),
    }.get(what)
    if count is None:
        return None
    number = count()
    verb, about = "is" if number == 1 else "are", "about " if what == "token" else ""
    how = " This is a good guess; `usage` of a reply has the exact number." if about else ""
    return says(f'There {verb} {about}{number} {what}{"" if number == 1 else "s"} in "{_short(body)}".{how}', short=str(number))


def _after(question: Question, request: re.Match | None) -> str | None:
    body = payload(question, request)
    body = re.sub(r"\A(?:does|do|has|are (?:there )?in) (?:the (?:word|name) )?", "", body, flags=re.IGNORECASE) if body else None
    return (
        re.sub(r"\s*\b(?:(?:have|has|contain|got) in it|have|contain|please|pls|thanks)\W*\Z", "", body, flags=re.IGNORECASE)
        if body
        else None
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:50].rsplit(" ", 1)[0] + " …"


# --- Extracting ---

NONE = "none"
_EXTRACT = Regex(
    r"\b(?:extract|find|list|get|pull(?: out)?|give me|show(?: me)?|pick out|which|what|identify|return|mentioned|named)\b",
    re.IGNORECASE,
)
_OTHER_WORK = Regex(  # code is to be written, or a mistake found
    r"\b(?:function|method|script|program|regex|query|snippet)\b(?=.*\b(?:that|which|to|for)\b)|\bwhat(?:'s|’s|s| is) wrong\b|\b(?:mistake|bug)s?\b",
    re.IGNORECASE,
)
_POINTS = Regex(
    r"\b(?:bullet(?:ed)? (?:points?|list)|bullets|(?:one|each) (?:per|on its own) line|line by line)\b", re.IGNORECASE
)
_NAMING = Regex(r"\b(?:extract|find|list|pull|get|identify|mentioned|give me|who|name|which)\b", re.IGNORECASE)
_NAMES = Regex(
    r"\b(?:(?P<who>names?|people|persons|who (?:is|are|was) (?:mentioned|named))|(?P<place>cit(?:y|ies)|towns?|country|countries|places?|locations?))\b",
    re.IGNORECASE,
    needs="cit countries country location mentioned name people persons place town",
)
_NAMED = Regex(
    r"\b(?:i|we|you|to) name\b|\bname (?:my|our|the new|a new|him|her)\b",
    re.IGNORECASE,
    needs="name",
)  # gives a name, and looks for none
_FIRST = Regex(r"(?P<name>[A-Z][a-zà-ž]+) (?P<verb>[a-z]+)\b")
_ONE = {"city": "city", "cities": "city", "town": "city", "towns": "city", "country": "country", "countries": "country"}
_WAY_OUT = Regex(
    r"\s*\bif (?:there (?:is|are)|you (?:find|see)|(?:it|the \w+) (?:has|contains|gives)) (?:none|nothing|no\b[^,.:;?!\n]*)[^,.:;?!\n]*,?"
    r"\s*(?:then |please |just |only )*(?:answer|say|reply|respond|write|return)(?: with| only| just)*:?\s+"
    r"(?P<quote>[\"“'])?(?P<value>(?(quote)[^\"”'\n]+|\w[\w/-]*))(?(quote)[\"”'])[.!]*",
    re.IGNORECASE,
    needs="if",
)


def extracted(question: Question) -> Answer | None:
    """Find e-mail addresses, dates, numbers, names and the like; None if that is not asked.

    Where there is none, say what the question wants to hear then: 'If there is none, answer "none".'
    """
    if way_out := _WAY_OUT.search(question.text):
        bare = extracted(question.asking(_WAY_OUT.sub("", question.text, count=1)))
        return says(way_out["value"], short=way_out["value"]) if bare and bare.short == NONE else bare
    head = request(question.text) or question.text[:120]
    if not _EXTRACT.search(head) or _OTHER_WORK.search(head):
        return None
    holds = read_table("text_work.yaml")["holds"]
    kinds = [
        (name, pattern)
        for name, called, pattern in holds
        if re.search(
            rf"\b(?:extract|find|list|get|pull(?: out)?|give me|show(?: me)?|pick out|identify|return|which|what)\b(?: me| all| out| the| every| any| each| are| is| of)*(?: {called})\b",
            head,
            re.IGNORECASE,
        )
    ]
    named = None if kinds else _named(question, head)
    if kinds or named:
        kinds += [
            (name, pattern)
            for name, called, pattern in holds
            if re.search(rf"(?:,| and|&) (?:all |the |any )*{called}\b", head, re.IGNORECASE)
            and all(name != one for one, _ in kinds)
        ]
    body = payload(question) if kinds else None
    found = [named] if named else []
    if body:
        found += [(name, list(dict.fromkeys(one.strip(" .") for one in re.findall(pattern, body)))) for name, pattern in kinds]
    if not found:
        return None
    said = [_said(*one) for one in found]
    if _POINTS.search(head) and len(found) == 1 and found[0][1]:
        return replace(said[0], ways=[(1.0, "\n".join(f"- {one}" for one in found[0][1]))])
    return replace(said[0], ways=[(1.0, "\n".join(one.ways[0][1] for one in said))], forms={"grid": [(1.0, _grid(found))]})


def _named(question: Question, head: str) -> tuple[str, list[str]] | None:
    """Find names of people, or of cities, countries or places, if that is asked."""
    asked = None if _NAMED.search(head) else _NAMES.search(head)
    body = payload(question) if asked and _NAMING.search(head) else None
    if not asked or not body or len(body.split()) <= 2:
        return None
    if kind := (asked["place"] or "").casefold():
        kinds = (
            ("city",)
            if kind.startswith(("cit", "town"))
            else ("country",)
            if kind in ("country", "countries")
            else ("city", "country", "state", "part")
        )
        places = [place.name for place in atlas().mentioned(body) if place.kind in kinds]
        return _ONE.get(kind, "place"), list(dict.fromkeys(places))
    from ..evidence import names  # needed for names only
    from ..evidence.knowledge import names as known_names

    told = [
        one
        for one in sorted(names.mentions(body), key=lambda one: one.start)
        if one.kind in ("person", "proper") and one.sure >= 0 and not body[: one.start].rstrip()[-1:].isdigit()  # "2 April"
    ]
    kept = [one.text for one in told if one.kind == "person" or asked["who"].casefold().startswith("name")]
    first = _FIRST.match(body)
    begins = (
        first and first["verb"] in {*english().past, *english().past.values()} and not any(first["name"] in name for name in kept)
    )
    known = begins and first["name"].casefold() in {*STOPWORDS, *known_names().common}
    return "name", list(dict.fromkeys([first["name"], *kept] if begins and not known else kept))


def _said(name: str, found: list[str]) -> Answer:
    if not found:
        return says(f"There is no {name} in the text.", short=NONE)
    listed = ", ".join(found)
    return says(f"{_title(name, len(found))}: {listed}", short=listed)


def _title(name: str, count: int) -> str:
    plural = f"{name[:-1]}ies" if name.endswith("y") else name + ("es" if name.endswith("s") else "s")
    return (name if count == 1 else plural).capitalize()


def _grid(found: list[tuple[str, list[str]]]) -> str:
    """Return what was found as a table in Markdown, a column for each kind."""
    titles = [_title(name, len(values)) for name, values in found]
    rows = zip_longest(*(values for _, values in found), fillvalue="")
    return "\n".join(f"| {' | '.join(row)} |" for row in (titles, ["---"] * len(titles), *rows))
