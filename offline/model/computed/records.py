"""Lists with what is known of each thing, orders and superlatives: "10 countries with capital and population", "planets by size", "the second largest ocean".

The things and their columns are in data/everyday/records.yaml, those of countries come from the atlas. A request is answered only if each of
its words is understood. A later "and the smallest?" or "and the second one?" is about the things that were asked for before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from ...tables import read_table
from ..everyday.wish import NUMBERS, counted, listed
from ..instructions.columns import as_csv, as_json
from ..language import folded
from ..regex import Regex
from .atlas import atlas
from .place_lists import CONTINENTS
from .question import Answer, Question, says

LONGEST = 160  # characters of a request
VATICAN, VATICAN_AREA = "VA", 0.44  # in km²; the atlas has whole ones only
POPULATION, AREA = 1, 2  # columns of countries
USUAL = 10  # rows, where no number is given
NEARLY = 0.02  # of people, by which two places differ too little to say which has more
NEAR = "{} and {} have nearly as many people: {} and {}. Which is ahead depends on the year and on who counts."
FEWER = "I know {} of them:\n\n"
_ORDINALS = {
    "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_SPELLED = {number: word for word, number in _ORDINALS.items() if not word[0].isdigit()}
_NUMBER = rf"\d{{1,2}}|{'|'.join(NUMBERS[1:])}|fifteen|twenty"
_SORTED = Regex(
    r" (?:(?:and )?(?:sorted|ordered|ranked|arranged|order(?:ed)?|sort|rank)(?: them| it)? )?(?:by (?:their |the )?(?P<by>[a-z ]+?) ?)?(?:,? ?(?:from |the )?(?P<first>biggest|largest|highest|longest|tallest|smallest|lowest|shortest|most populous|heaviest|nearest|closest|farthest) (?:(?:ones? )?first|to (?:the )?\w+)|(?P<way>in (?:descending|ascending) order|descending|ascending))(?= )"
)
_LEAST_FIRST = ("smallest", "lowest", "shortest", "nearest", "closest", "ascending", "in ascending order")
_BY = Regex(
    r" (?:(?:sorted|ordered|ranked|arranged|sort|rank|order)(?: them)? )?by (?:their |the )?(?P<by>[a-z ]+?)(?= )(?= (?:and|please|in|with|as)\b| \Z)"
)
_SMALL = frozenset(
    "a an the and or with their its of for me us please pls can could would will you u give list show tell name make create write produce need want i id like get table lists what whats "
    "which is are s there in on world earth globe planet solar system our all each together plus also including include as well by now ok okay hi hello columns column form all some "
    "known famous important great most top to it them that have has do does know so just then was were called hey quick short simple where who each one every how about".split()
)
_FOLLOWS = frozenset(  # besides what is asked for, in "and the smallest one?"
    "and ok okay now so what whats is which how about or then thanks cool wow great the by one ones also please too with their its top list show give me s them it in of add first from to make as a table only all world".split()
)
_FORM = Regex(
    r" (?:as|in|into)(?: an?)?(?: valid)? (?P<form>csv|json)(?: (?:format|file|list|array))?(?= )",
    needs="csv json",
)  # inside of a request: at its end it is a wish
_FORMS = {"csv": as_csv, "json": as_json}
_WHERE_IT_IS = Regex(
    r" (?:and |so |ok )*(?:where|(?:in )?(?:which|what) country) (?:is|does) (?:it|that|this)(?: in| lie)? ",
    needs="country where",
)
_ABLE = Regex(r" (?:can|could|should|do|does) (?:an?|any|anyone|anybody|somebody|someone|people|normal|i|we) ")
_SENT = Regex(
    r"\W*(?:please |can you )*(?:sort|order|rank|arrange|put)\b[^:]*?\bby (?:their |the )?(?P<by>\w+)[^:]*:\s*(?P<items>[^:]+)",
    re.IGNORECASE,
    needs="arrange order put rank sort",
)
_TABLED = Regex(r" (?:table|columns?) ")


@dataclass(frozen=True)
class Column:
    """One thing that is known of each row; with `most` and `least`, patterns for their superlatives, it is a measure."""

    title: str
    asked: str
    unit: str = ""
    most: str = ""
    least: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of things: its names, its columns, and its rows in the usual order."""

    name: str
    one: str
    many: str
    columns: tuple[Column, ...]
    rows: dict[str, list]
    order: str = ""
    members: int = 0
    note: str = ""
    shows: int = 0  # columns that are shown unasked


@dataclass
class _Request:
    """What is wanted of a kind: the columns that are shown, what it is ordered by, from which place on, and how many."""

    kind: Kind
    rows: dict[str, list]
    columns: list[int]
    by: int | None
    least: bool
    superlative: str
    place: int
    count: int | None
    single: bool
    tabled: bool
    within: str
    sorted: bool = False


def answer(question: Question) -> Answer | None:
    """Return the list, the table or the one thing that is asked for; None for anything else, or where a word is not understood."""
    if not 4 < len(question.text) <= LONGEST or "file" in str(question.before[-1:]):
        return None
    text = f" {folded(question.text.replace('’', '').replace(chr(39), ''))} "
    if found := _SENT.fullmatch(question.text.strip()):
        return _sent_in_order(found["items"], found["by"], question.text)
    if _WHERE_IT_IS.fullmatch(text) or _ABLE.match(text):
        return None
    form = _FORM.search(text)
    text = _FORM.sub(" ", text)
    asked = _read(text, None) or (_going_on(text, question) if question.before else None)
    if asked and not asked.count and question.known.knows(question.text):
        return None  # it is known as a whole, with its own words
    found = asked and _said(asked)
    return replace(found, ways=[(1.0, _FORMS[form["form"]](found.forms["grid"][0][1]))]) if found and form else found


def _going_on(text: str, question: Question) -> _Request | None:
    """Return what "and the smallest?" wants: the same of the things that were asked for before."""
    for earlier in question.earlier("user")[:4]:
        before = f" {folded(earlier.replace('’', '').replace(chr(39), ''))} "
        kind, _ = _kind(before)
        if kind is None:
            continue
        asked = _read(text, kind)
        if asked is None:
            return None
        first = _read(before, None)
        if asked.by is None and (first is None or first.by is None) and not asked.columns:
            return None
        if first and asked.by is None:
            asked.by, asked.least, asked.superlative = first.by, first.least, first.superlative
            asked.place = asked.place or first.place
        if first and asked.columns and not asked.single:
            asked.count, asked.sorted = first.count, first.sorted
            asked.columns = [*dict.fromkeys([*first.columns, *asked.columns])]
        if kind.name == "countries" and re.search(r" (?:population|people|populous|inhabitants) ", before) and asked.by == AREA:
            asked.by, asked.superlative = POPULATION, "least populous" if asked.least else "most populous"
        if not asked.within:
            asked.rows, asked.within, _ = _within(kind, before)
        return asked
    return None


def _read(text: str, kind: Kind | None) -> _Request | None:
    """Return what a request wants, of a kind that it names or of the one that is given; None where a word of it is not understood."""
    given = kind
    if given is None:
        kind, text = _kind(text)
    if kind is None:
        return None
    single = f" {kind.one} " in f" {text} " or "\x01" in text
    text = text.replace("\x01", "").replace("\x00", "")
    tabled = bool(_TABLED.search(text))
    rows, within, text = _within(kind, text)
    by, least, is_sorted, text = _order(kind, text)
    superlative, place, count = "", 0, None
    for number, column in enumerate(kind.columns):
        for pattern, is_least in ((column.most, False), (column.least, True)):
            if pattern and (found := re.search(rf" (?P<what>{pattern})(?: (?:one|ones))?(?= )", text)):
                by, least = number if by is None else by, is_least
                superlative = found["what"] if column.unit else "least populous" if is_least else "most populous"
                text = text[: found.start()] + text[found.end() :]
    if found := re.search(rf" (?:the )?(?P<nth>{'|'.join(_ORDINALS)})(?: (?:one|place))?(?= )", text):
        place = _ORDINALS[found["nth"]]
        text = text[: found.start()] + text[found.end() :]
    elif found := re.search(rf" (?:first )?(?P<count>{_NUMBER})(?: first)?(?= )", text):
        count = {"fifteen": 15, "twenty": 20}.get(found["count"]) or counted(found["count"])
        text = text[: found.start()] + text[found.end() :]
    columns = []
    for number, column in enumerate(kind.columns):
        if found := re.search(
            rf" (?:(?:with|and|plus) )?(?:(?:the|their|its) )?(?:{column.asked})(?: in (?:met(?:er|re)s|kilomet(?:er|re)s|km|m|square kilomet(?:er|re)s|millions?))?(?= )",
            text,
        ):
            columns.append(number)
            text = text[: found.start()] + " and" + text[found.end() :]
    if set(text.split()) - _SMALL:
        return None
    if given is not None:
        if set(text.split()) - _FOLLOWS or not (superlative or place or columns or is_sorted):
            return None
        single = bool(superlative or place) and count is None and not is_sorted
    if by is None and not columns and not tabled and not (kind.shows and count):
        return None
    if single and not superlative and given is None:
        return None
    return _Request(kind, rows, columns, by, least, superlative, place, count, single, tabled, within, is_sorted)


def _kind(text: str) -> tuple[Kind | None, str]:
    """Return the kind of things that a text names first, and the text without it; a name in the singular leaves a mark."""
    best: tuple[tuple[int, int], Kind, re.Match, bool] | None = None
    for kind in _kinds().values():
        for pattern, single in ((kind.many, False), (kind.one, True)):
            found = re.search(rf" (?:{pattern})(?= )", text)
            if found and (best is None or (-found.start(), len(found[0])) > best[0]):
                best = (-found.start(), len(found[0])), kind, found, single
    if best is None:
        return None, text
    _, kind, found, single = best
    return kind, text[: found.start()] + (" \x01" if single else "") + text[found.end() :]


def _within(kind: Kind, text: str) -> tuple[dict[str, list], str, str]:
    """Return the rows on the continent that is named, where a kind has one, with its words; all rows where none is."""
    number = next((number for number, column in enumerate(kind.columns) if column.title == "Continent"), None)
    names = "|".join(sorted((name for name, there in CONTINENTS.items() if there), key=len, reverse=True))
    found = re.search(rf" (?:(?:that are |are )?(?:in|of|from|on) (?:the )?)?(?P<where>{names})(?= )", text)
    if number is None or found is None:
        return kind.rows, "", text
    continent = CONTINENTS[found["where"]]
    rows = {name: row for name, row in kind.rows.items() if continent in str(row[number]).split(" and ")}
    return (rows, f" in {continent}", text[: found.start()] + text[found.end() :]) if kind.name == "countries" else ({}, "", text)


def _order(kind: Kind, text: str) -> tuple[int | None, bool, bool, str]:
    """Return the column that a request wants the things ordered by, whether the least comes first, whether it wants an order, and the text without it."""
    found = _SORTED.search(text) or _BY.search(text)
    if found is None:
        return None, False, False, text
    named = {name: value for name, value in found.groupdict().items() if value}
    least = named.get("first", named.get("way", "")) in _LEAST_FIRST
    measures = [number for number, column in enumerate(kind.columns) if column.most]
    if "by" in named:
        measures = [number for number in measures if re.fullmatch(rf"(?:{kind.columns[number].asked})", named["by"].strip())]
    elif "first" in named:
        fits = [
            number
            for number in measures
            if re.fullmatch(f"{kind.columns[number].most}|{kind.columns[number].least}", named["first"])
        ]
        measures = fits or measures[:1]
    if not measures:
        return None, False, False, text
    return measures[0], least, True, text[: found.start()] + text[found.end() :]


def _said(asked: _Request) -> Answer | None:
    kind, rows = asked.kind, list(asked.rows.items())
    if asked.by is not None:
        rows = [row for row in rows if isinstance(row[1][asked.by], int | float)]
        rows.sort(key=lambda row: row[1][asked.by], reverse=not asked.least)
    if not rows or (asked.least and not kind.members and kind.name != "countries"):
        return None  # the least of those that are listed is not the least of all
    if asked.single and asked.by is not None:
        return _one(asked, rows)
    shown = asked.columns or ([asked.by] if asked.by is not None else [*range(kind.shows)] or [*range(len(kind.columns))])
    if asked.by is not None and asked.by not in shown:
        shown = [asked.by, *shown]
    count = asked.count or kind.members or USUAL
    chosen = rows[:count]
    table = _table(kind, chosen, shown)
    fewer = FEWER.format(len(chosen)) if asked.count and len(chosen) < asked.count else ""
    note = f"\n\n{kind.note}" if kind.note else ""
    if asked.tabled or len(shown) > 1:
        text = table
    else:
        text = listed([f"{name}: {_value(kind.columns[shown[0]], row[shown[0]])}" for name, row in chosen])
    return Answer(
        [(1.0, f"{fewer}{text}{note}")],
        ", ".join(name for name, _ in chosen),
        {"grid": [(1.0, table)]},
        about=f"list {kind.name}",
    )


def _sent_in_order(items: str, by: str, text: str) -> Answer | None:
    """Return the things that are sent along in their order; None where one of them is not known."""
    named = [folded(item).removeprefix("the ") for item in re.split(r",\s*(?:and\s+)?|\s+and\s+", items.strip(" .!?"))]
    for kind in _kinds().values():
        known = {folded(name).removeprefix("the "): (name, row) for name, row in kind.rows.items()}
        number = next(
            (
                number
                for number, column in enumerate(kind.columns)
                if column.most and re.fullmatch(rf"(?:{column.asked})|{column.most}", by)
            ),
            None,
        )
        if number is None or len(named) < 2 or not set(named) <= set(known):
            continue
        least = bool(
            re.search(r"\b(?:smallest|lowest|shortest|nearest|closest) (?:one )?(?:first|to)|ascending", text, re.IGNORECASE)
        )
        rows = sorted((known[name] for name in named), key=lambda row: row[1][number], reverse=not least)
        return Answer(
            [(1.0, listed([f"{name}: {_value(kind.columns[number], row[number])}" for name, row in rows]))],
            about=f"list {kind.name}",
        )
    return None


def _one(asked: _Request, rows: list[tuple[str, list]]) -> Answer | None:
    """Return the thing that is in a place of an order."""
    place = asked.place or 1
    if place > len(rows):
        return None
    name, row = rows[place - 1]
    column = asked.kind.columns[asked.by or 0]
    if not column.unit and len(rows) > place and abs(rows[place][1][asked.by or 0] / row[asked.by or 0] - 1) < NEARLY:
        return says(
            NEAR.format(_start(name), rows[place][0], *(_number(one[1][asked.by or 0]) for one in rows[place - 1 : place + 1])),
            about=f"list {asked.kind.name}",
        )
    nth = f"{_SPELLED[place]}-" if place > 1 else ""
    by = f" by {column.title.partition(' (')[0].lower()}" if asked.kind.name == "countries" else ""
    told = f"{_start(name)} is the {nth}{asked.superlative} {asked.kind.one}{asked.within or ' in the world' if asked.kind.name == 'countries' else ''}{by}: {_value(column, row[asked.by or 0])}."
    more = [f"{asked.kind.columns[number].title}: {row[number]}." for number in asked.columns if number != asked.by]
    grid = _table(asked.kind, [(name, row)], [asked.by or 0, *(number for number in asked.columns if number != asked.by)])
    return says(" ".join([told, *more]), short=_start(name), forms={"grid": [(1.0, grid)]}, about=f"list {asked.kind.name}")


def _table(kind: Kind, rows: Iterable[tuple[str, list]], shown: list[int]) -> str:
    """Return rows as a table in Markdown."""
    lines = [[_start(kind.one), *(kind.columns[number].title for number in shown)], ["---"] * (len(shown) + 1)]
    lines += [[_start(name), *(_number(row[number]) for number in shown)] for name, row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _value(column: Column, value) -> str:
    return f"{_number(value)} {column.unit or 'people'}" if isinstance(value, int | float) else str(value)


def _number(value) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _kinds() -> dict[str, Kind]:
    kinds = {}
    for name, one in read_table("everyday/records.yaml").items():
        columns = tuple(Column(**column) for column in one["columns"])
        rows = {str(row): values for row, values in one["rows"].items()} if "rows" in one else _countries()
        kinds[name] = Kind(
            name, columns=columns, rows=rows, **{key: value for key, value in one.items() if key not in ("columns", "rows")}
        )
    return kinds


def _countries() -> dict[str, list]:
    """Return the members of the United Nations and Vatican City, the most populous first, with their capital, population, area, currency, language and continent."""
    known = atlas()
    members = [place for code, place in known.countries.items() if code not in known.no_members or code == VATICAN]
    members.sort(key=lambda place: -place.facts["population"])
    return {
        place.name: [
            place.capital,
            place.facts["population"],
            place.facts["area"] or VATICAN_AREA,
            " and ".join(known.in_language("currencies", code, "english") for code in place.facts["currencies"]),
            ", ".join(known.in_language("languages", code, "english") for code in place.facts["languages"]),
            place.facts["continent"],
        ]
        for place in members
    }
