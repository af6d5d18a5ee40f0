"""Countries that have something in common, and the largest and smallest of them.

    "name 5 european countries", "which countries speak Spanish", "the smallest country in Africa by population"

Members of the United Nations are listed, the most populous first. A request is answered only if each of its words is
understood; of those that know more than one continent, both count.
"""

import re
from dataclasses import dataclass

from ..everyday.wish import NUMBER, counted, listed
from ..language import folded
from ..regex import Regex
from .atlas import Place, atlas
from .places_said import SELDOM, people
from .question import Answer, Question

ABOUT = "geography countries capitals continent world"
USUAL = 10  # places, where "some" are asked for
MOST = 60
LEAST_CITY = 100_000  # people: of countries with none so large, the table lacks cities
BRITISH = ("England", "Scotland", "Wales", "Northern Ireland")
UNLIKE = 1.3  # two cities whose ratio is below this may change places with another limit
CONTINENTS = {
    "africa": "Africa", "african": "Africa", "asia": "Asia", "asian": "Asia", "europe": "Europe", "european": "Europe",
    "south america": "South America", "south american": "South America", "north america": "North America", "north american": "North America",
    "oceania": "Oceania", "oceanian": "Oceania", "world": "", "earth": "", "planet": "",
}  # fmt: skip
_OPENS = r"(?:(?:please|can|could|would|will|you|hi|hey|hello|ok|i|want|need|id|like|to|know|just|now|and|also) )*"
_VERB = r"(?:(?:give|tell|show|name|list|write(?: down)?|say|find|send|get) )?(?:(?:me|us) )?(?:what|whats|which)?(?: (?:is|are|s))? ?(?:up )?"
_LISTED = r"(?:(?:a|the)? ?(?:list|names?) (?:of )?)?"
_CONTINENT = "|".join(sorted(CONTINENTS, key=len, reverse=True))
_IN = rf"(?: (?:that )?(?:are |is )?(?:there )?(?:located |situated |found )?(?:in|of|from|on) (?:the )?(?:continent (?:of )?)?(?:whole )?(?P<where>{_CONTINENT}))"
_MANY = rf"(?:(?:the |all |all the |all of the |every )?(?P<many>{NUMBER}|an?|some|a few|few|several|any|all|different|random)? ?(?:of the |the )?(?:different |random |most populous )?)"
_WHAT = r"(?P<what>capital cities|capitals|countries|country|nations|country names)"
_SOME = Regex(
    rf" {_OPENS}{_VERB}{_LISTED}{_MANY}(?:(?P<adjective>{_CONTINENT}) )?{_WHAT}{_IN}?"
    r"(?: (?:that |which )?(?:start|starts|starting|begin|begins|beginning) with (?:an? |the letter )*(?P<letter>[a-z]))?"
    r"(?P<both> (?:and|with|along with|together with) (?:their|the|its) capitals?(?: cit(?:y|ies))?)?(?: please| pls| names)? ",
    needs="capital countries country nations",
)
_HOW_MANY = Regex(
    rf" {_OPENS}(?:tell me |whats? the number of |what is the number of |the number of )?(?:how many )?(?:(?P<adjective>{_CONTINENT}) )?(?:countries|nations)(?: (?:are|does|do|has|have))?(?: there)?{_IN}?(?: have| does it have)?(?: please)? ",
    needs="countries nations",
)
_MOST = Regex(
    rf" {_OPENS}{_VERB}(?:the )?(?P<most>biggest|largest|smallest|most populous|least populous|most populated|least populated|tiniest)(?: (?P<adjective>{_CONTINENT}))? (?:country|nation)"
    rf"{_IN}?(?P<by> (?:by|in|in terms of|measured by|with) (?:its )?(?:area|land area|size|surface|population|people|inhabitants))?(?: called| please)? ",
    needs="country nation",
)
_SHARING = Regex(
    rf" {_OPENS}(?:in )?{_VERB}{_LISTED}{_MANY}(?:(?P<adjective>{_CONTINENT}) )?(?:countries|nations|places|country){_IN}?(?: that| which| where)?(?: (?:do|does|people|they|you|can|is|are))* ?"
    r"(?:speaks?|speaking|uses?|using|pays?(?: with)?|have|has)? ?(?:the )?(?P<shared>[a-z]+(?: (?!spoken|used|speaking)[a-z]+)?)(?: (?P<as>spoken|used|speaking))?(?: as (?:an |their |its |the )?(?:official )?(?:language|currency|money))?(?: please)? ",
    needs="countries country nations places",
)
_BIGGEST_CITY = Regex(
    rf" {_OPENS}{_VERB}(?:the )?(?P<nth>second |2nd )?(?:(?P<of>[a-z ]+?) )?(?:biggest|largest|most populous|most populated) (?:city|town)(?: (?:in|of|from) (?:the )?(?P<where>[a-z ]+?))?(?: called| please)? ",
    needs="biggest largest populated populous",
)
_UNION = r"(?:the )?(?P<union>european union|eu|nato|g7)"
_MEMBERS = Regex(
    rf" {_OPENS}{_VERB}(?:all )?(?:the )?{_LISTED}(?:all (?:the )?)?(?:(?P<many>how many) )?(?:member )?(?:countries|states|members|nations)(?: (?:that |which )?(?:are|is|belong|there|members|member))*(?: (?:in|of|to|part of))* {_UNION}(?: have| has)?(?: please| now)? ",
    needs="countries members nations states",
)
_IS_MEMBER = Regex(
    rf" {_OPENS}(?:is|are|does|do|did) (?P<who>[a-z ]+?)(?: still)?(?: (?:a member|members|part|member|in|of|belong|to|a|country|countries))+ {_UNION}(?: please| now)? ",
    needs="eu g7 nato",
)
_LANDLOCKED = Regex(
    rf" {_OPENS}{_VERB}{_LISTED}{_MANY}(?:(?P<how>how many) )?(?:(?P<adjective>{_CONTINENT}) )?(?:(?:landlocked (?:countries|states)|(?:countries|states) (?:that |which )?(?:are |is )?landlocked)|(?:countries|states) (?:that |which )?(?:have|has|with|without)(?: got)?(?: no| any| a)? (?:(?:access to the |access to a )?(?:sea|ocean)|coast|coastline|sea access))(?: are there)?{_IN}?(?: please)? ",
    needs="countries landlocked states",
)
_SPOKEN = Regex(
    rf" {_OPENS}(?:tell me |say )?(?:where|in (?:which|what) (?:countries|country|places)|what places) (?:in the world )?(?:(?:do|does|can|is|are) )?(?:people |they |you |we )?(?:speak|pay with|pay in|use)? ?(?P<shared>[a-z]+(?: (?!spoken|used)[a-z]+)?)(?: (?P<how>spoken|used))?(?: in the world| please)? "
)
_SHARED_WORDS = Regex(r" (?:speak|speaks|spoken|speaking|use|uses|used|using|pay|pays|language|currency) ")


_WANTS = Regex(r" .*\b(?:give|tell|show|name|list|write|say)\b")


@dataclass(frozen=True)
class _Group:
    """Some countries, and in which words they are named as one."""

    countries: list[Place]
    named: str


def answer(question: Question) -> Answer | None:
    """Answer a request for countries that have something in common; None for anything else."""
    text = f" {folded(question.text.replace('’', '').replace(chr(39), ''))} "
    if len(text) > 160:
        return None
    if (spoken := _SPOKEN.fullmatch(text)) and _SHARED_WORDS.search(text):
        text = f" which countries {'use' if re.search(' (?:pay|used?) ', text) else 'speak'} {spoken['shared']} "
    for pattern, said in (
        (_BIGGEST_CITY, _biggest_city),
        (_LANDLOCKED, _landlocked),
        (_MEMBERS, _union),
        (_IS_MEMBER, _is_member),
        (_HOW_MANY, _count),
        (_MOST, _most),
        (_SOME, _some),
        (_SHARING, _sharing),
    ):
        if (found := pattern.fullmatch(text)) and (reply := said(found)):
            return reply
    return None


def _members() -> list[Place]:
    known = atlas()
    members = [place for code, place in known.countries.items() if code not in known.no_members]
    return sorted(members, key=lambda place: -place.facts["population"])


def _group(found: re.Match) -> _Group | None:
    """Return the countries of the continent that is named, or of the world where that is; None where neither is."""
    named = found["where"] or found["adjective"]
    return _within(_members(), CONTINENTS[named]) if named else None


def _within(places: list[Place], continent: str) -> _Group:
    """Return those of some countries that are on a continent ("" is the world)."""
    chosen = [place for place in places if not continent or continent in place.facts["continent"].split(" and ")]
    return _Group(chosen, f"in {continent or 'the world'}")


def _some(found: re.Match) -> Answer | None:
    group, many = _group(found), found["many"]
    if " what is a " in found[0] or " whats a " in found[0]:
        return None  # asks what it means
    if group is None and (many == "all" or not (many or _WANTS.match(found[0]))):
        return None
    many = many or ("all" if group else "some")
    group = group or _within(_members(), "")
    if letter := found["letter"]:
        named = Place.capital.fget if found["what"].startswith("capital") else _plain
        group = _Group([place for place in group.countries if folded(named(place)).startswith(letter)], group.named)
        many = many if many != "some" else "all"
    if many in ("a", "an", "any", "random") and found["what"] == "country":
        count = 1
    elif many and re.fullmatch(NUMBER, many):
        count = counted(many)
    else:
        count = len(group.countries) if many == "all" else USUAL
    return _listed(group, min(count, MOST), found["what"], bool(found["both"]))


def _listed(group: _Group, count: int, what: str, with_capitals: bool) -> Answer | None:
    chosen = [place for place in group.countries if place.capital or not what.startswith("capital")][:count]
    if not chosen:
        return None
    if what.startswith("capital"):
        rows = [f"{place.capital} ({_plain(place)})" for place in chosen]
    else:
        rows = [f"{_plain(place)}: {place.capital}" if with_capitals else _plain(place) for place in chosen]
    if len(rows) == 1:
        ways = [(1.0, f"{rows[0]} is one.")]
        if not what.startswith("capital") and not with_capitals:
            ways += [(SELDOM, f"{_plain(place)} is one.") for place in group.countries[1:8]]
        return Answer(ways, rows[0], about=ABOUT)
    return Answer([(1.0, listed(rows))], ", ".join(rows), about=ABOUT)


def _plain(place: Place) -> str:
    return place.name.removeprefix("the ")


def _count(found: re.Match) -> Answer | None:
    group = _group(found)
    if group is None or (" how many " not in found[0] and " number " not in found[0]):
        return None
    count = len(group.countries)
    which = {193: "193 countries are members of the United Nations. Two more are observers there: Vatican City and Palestine."}
    return Answer(
        [(1.0, which.get(count) or f"{count} members of the United Nations are {group.named}.")], str(count), about=ABOUT
    )


def _most(found: re.Match) -> Answer | None:
    group = _group(found)
    if group is None:
        return None
    group = _with_the_smallest(group)
    by_people = "popul" in found[0] or " people " in found[0] or " inhabitants " in found[0]
    least = found["most"] in ("smallest", "least populous", "least populated", "tiniest")
    fact = "population" if by_people else "area"
    best = (min if least else max)(group.countries, key=lambda place: place.facts[fact])
    area = f"{best.facts['area']:,} km²" if best.facts["area"] else "less than 1 km²"
    size = f"{people(best.facts['population'], 'english')} people" if by_people else area
    which = ("fewest people" if least else "most people") if by_people else ("smallest area" if least else "largest area")
    text = f"{best.name} has the {which} of all countries {group.named}: {size}."
    return Answer([(1.0, text[0].upper() + text[1:])], _plain(best), about=ABOUT)


def _biggest_city(found: re.Match) -> Answer | None:
    """Return the largest or second-largest city of a country; two where they are nearly alike; None where too few are known."""
    named = (found["where"] or found["of"] or "").strip().removeprefix("the ")
    place = atlas().names.get(named) or atlas().names.get(named.removesuffix("s"))
    if place is None or place.kind != "country" or place.code in atlas().no_members:
        return None
    cities = sorted(
        ((people, name) for name, (code, people, *_) in atlas().tables["cities"].items() if code == place.code), reverse=True
    )
    first = 1 if found["nth"] else 0
    sizes = [size for size, _ in cities]
    if len(cities) < first + 1 or sizes[first] < LEAST_CITY or (first and (len(cities) < 3 or sizes[0] < UNLIKE * sizes[1])):
        return None
    (size, name), *others = cities[first:]
    if others and size < UNLIKE * others[0][0]:
        if first:
            return None
        return Answer(
            [
                (
                    1.0,
                    f"{name} and {others[0][1]} are the largest cities of {place.name}, with {people(size, 'english')} and {people(others[0][0], 'english')} people; which is ahead depends on where one draws their limits.",
                )
            ],
            name,
            about=ABOUT,
        )
    nth = "second-largest" if first else "largest"
    return Answer([(1.0, f"{name} is the {nth} city of {place.name}, with {people(size, 'english')} people.")], name, about=ABOUT)


def _landlocked(found: re.Match) -> Answer | None:
    """Return the countries without a coast, or how many they are."""
    if not re.search(r" (?:landlocked|no|without) ", found[0]):
        return None
    group = _group(found) or _within(_members(), "")
    there = [place for place in group.countries if place.code in atlas().landlocked]
    if found["how"] or " how many " in found[0]:
        return Answer(
            [(1.0, f"{len(there)} members of the United Nations {group.named} have no coast.")], str(len(there)), about=ABOUT
        )
    many = found["many"]
    return _listed(
        _Group(there, ""),
        min(counted(many) if many and re.fullmatch(NUMBER, many) else len(there), MOST),
        "countries",
        with_capitals=False,
    )


def _union(found: re.Match) -> Answer:
    """Return the members of a union of countries, or how many it has."""
    name, codes = atlas().unions[found["union"]]
    if found["many"] or " how many " in found[0]:
        return Answer(
            [(1.0, f"{name[0].upper()}{name[1:]} has {len(codes)} member countries (as of November 2026).")],
            str(len(codes)),
            about=ABOUT,
        )
    rows = sorted(_plain(atlas().countries[code]) for code in codes)
    return Answer(
        [(1.0, f"{name[0].upper()}{name[1:]} has {len(rows)} members (as of November 2026):\n\n{listed(rows)}")],
        ", ".join(rows),
        about=ABOUT,
    )


def _is_member(found: re.Match) -> Answer | None:
    """Return whether places belong to a union: England is in it if the United Kingdom is."""
    name, codes = atlas().unions[found["union"]]
    places = [atlas().names.get(one.removeprefix("the ")) for one in found["who"].split(" and ")]
    if not all(
        place and ((place.kind == "country" and place.code not in atlas().no_members) or place.name in BRITISH)
        for place in places
    ):
        return None
    inside = [(place.name in BRITISH and "GB" in codes) or place.code in codes for place in places]
    if len(set(inside)) > 1:
        return None
    named = " and ".join(place.name for place in places)
    verb = "are" if len(places) > 1 else "is"
    left = (
        " The United Kingdom left it in 2020."
        if found["union"] in ("eu", "european union") and any(place.code == "GB" or place.name in BRITISH for place in places)
        else ""
    )
    what = "members" if len(places) > 1 else "a member"
    yes = "Yes" if inside[0] else "No"
    text = f"{yes}, {named} {verb} {'' if inside[0] else 'not '}{'part' if any(place.name in BRITISH for place in places) else what} of {name} (as of November 2026).{left}"
    return Answer([(1.0, text)], yes, about=ABOUT)


def _with_the_smallest(group: _Group) -> _Group:
    """Return a group with Vatican City, which is a state and no member."""
    state = atlas().countries["VA"]
    return _Group([*group.countries, state], group.named) if group.named in ("in Europe", "in the world") else group


def _sharing(found: re.Match) -> Answer | None:
    """Return which countries have a language or a currency in common."""
    if not _SHARED_WORDS.search(found[0]):
        return None
    group = _group(found) or _within(_members(), "")
    for table, lead in (
        ("languages", "In these countries {} is an official language, or used as one:"),
        ("currencies", "In these countries people pay with the {}:"),
    ):
        codes = {code for code, row in atlas().tables[table].items() if _is_named(row[0] or "", found["shared"])}
        chosen = [place for place in group.countries if codes.intersection(place.facts[table])]
        if chosen:
            return _shared(chosen, found, lead)
    return None


def _is_named(name: str, shared: str) -> bool:
    """Return whether a language or currency is meant, also by its last word ("yen") and in the plural."""
    name = folded(name)
    return any(shared in (one, f"{one}s") for one in (name, name.rpartition(" ")[2]))


def _shared(chosen: list[Place], found: re.Match, lead: str) -> Answer | None:
    many = found["many"]
    count = counted(many) if many and re.fullmatch(NUMBER, many) else len(chosen)
    reply = _listed(_Group(chosen, ""), min(count, MOST), "countries", with_capitals=False)
    if reply is None or len(chosen) == 1:
        return reply and Answer([(1.0, f"{reply.short}.")], reply.short, about=ABOUT)
    named = found["shared"].removesuffix("s")
    named = named.title() if "language" in lead else named
    return Answer([(1.0, f"{lead.format(named)}\n\n{reply.ways[0][1]}")], reply.short, about=ABOUT)
