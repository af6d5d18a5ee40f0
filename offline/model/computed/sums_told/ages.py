"""Ages of two people: the difference between them never changes."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import N, Told, value, worked

_WHO = r"(?:my |his |her |the )?[a-z]+"
_TWO = Regex(
    rf"\b(?P<one>{_WHO})(?: is|'m|'s| am) {N}(?: years? old| years)?,? (?:and |, )?(?P<other>{_WHO})(?: is|'s| am) {N}(?: years? old| years)?"
)
_PART = Regex(
    rf"\b(?P<one>{_WHO})(?: is|'m|'s| am) {N}(?: years? old| years)?[,.]? (?:and )?(?P<other>{_WHO})(?: is|'s| am) (?P<part>half|twice|double|(?P<times>\d+) times)(?: as old| (?:his|her|my|the) age)?"
)
_PART_FIRST = Regex(
    rf"\b(?P<other>{_WHO})(?: is|'s| am) (?P<part>half|twice|double|(?P<times>\d+) times) as old as (?P<who>{_WHO})[,.]? (?:and |who |, )?(?:(?P<one>{_WHO})(?: is|'s|'m| am)|is|am) {N}(?: years? old| years)?"
)
_MORE = Regex(
    rf"\b(?P<one>{_WHO})(?: is|'m|'s| am) {N}(?: years? old| years)?[,.]? (?:and )?(?P<other>{_WHO})(?: is|'s| am) {N} years? (?P<than>older|younger)"
)
_MORE_FIRST = Regex(
    rf"\b(?P<other>{_WHO})(?: is|'s| am) {N} years? (?P<than>older|younger) than (?P<who>{_WHO})[,.]? (?:and |who |, )?(?:(?P<one>{_WHO})(?: is|'s|'m| am)|is|am) {N}(?: years? old| years)?"
)
_THEN = Regex(rf"\bwhen (?P<who>{_WHO})(?: is|'m|'s| am| turns?| will be) {N}\b"), Regex(r"\bin (?P<in>\d+) years\b")
_APART = Regex(r"\bhow (?:much|many years) (?:older|younger)\b[^\d]*|\bage difference\b[^\d]*", needs="difference older younger")
_ASKS = Regex(r"\bhow old\b|\bage\b.*\?|\bwhat age\b")


_BORN = Regex(r"\bborn (?:in|on)?(?: [a-z]+(?: \d\d?)?,?)? ?(?P<born>(?:1[5-9]|20)\d\d)\b|\b(?P<born2>(?:19|20)\d\d) born\b")
_IN_YEAR = Regex(r"\b(?:in|by|the year|of) (?:the year )?(?P<year>(?:1[5-9]|20|21)\d\d)\b")
_NOW = Regex(r"\b(?:how old (?:am|is|are|was|would|do)|what(?:'s| is) (?:my|his|her|the) age|age)\b")
_SINGLE = Regex(
    rf"\b(?P<who>{_WHO})(?: called [a-z]+)?(?: and (?:he|she|it))?(?: is|'m|'s| am| are|,) {N}(?: years? old| years| now| today)?\b(?! (?:years?|times))"
)
_SHIFT = Regex(
    r"\b(?:in|after) (?P<in>\d{1,3}) years?\b|\b(?P<from>\d{1,3}) years? (?:from now|later)\b|\b(?P<ago>\d{1,3}) years? ago\b"
)
_TOGETHER = Regex(r"\b(?:twice|half|double|times|older|younger|together|difference|and (?:my|his|her|the) [a-z]+ is)\b")


def _by_year(told: Told) -> Answer | None:
    """Return how old somebody who was born in a year is in another one."""
    born = told.take(_BORN)
    if not born:
        return None
    year, start = told.take(_IN_YEAR), int(born["born"] or born["born2"])
    if told.left:
        return None
    if not year:
        if not told.asks(_NOW):
            return None
        return worked(
            f"That depends on today's date, which I cannot know: take the year and subtract {start}; before the birthday it is one less. In 2026, for example, it is {2026 - start}, or {2025 - start} before the birthday.",
            f"the year - {start}",
        ) if start < 2026 else None  # fmt: skip
    age = int(year["year"]) - start
    return (
        worked(
            f"{year['year']} - {start} = {age}: {age} from the birthday in {year['year']} on, and {age - 1} before it.", str(age)
        )
        if age > 0
        else None
    )


def _of_one(told: Told) -> Answer | None:
    """Return how old one person is after some years, or was before."""
    then, one = told.take(_SHIFT), told.take(_SINGLE)
    if not then or not one or told.left or told.asks(_TOGETHER):
        return None
    years, age = value(then["in"] or then["from"] or then["ago"]), value(one[2])
    result = age - years if then["ago"] else age + years
    return (
        worked(f"{shown(age)} {'-' if then['ago'] else '+'} {shown(years)} = {shown(result)} years old.", shown(result))
        if result >= 0
        else None
    )


def _apart(told: Told) -> Answer | None:
    """Return by how many years one of two is older: "Grandma is 72 and mom 45, how much older is she?"."""
    found = told.take(_TWO)
    if not found or told.left:
        return None
    years = sorted((value(found[2]), value(found[4])))
    return worked(f"{shown(years[1])} - {shown(years[0])} = {shown(years[1] - years[0])} years.", shown(years[1] - years[0]))


def answer(told: Told) -> Answer | None:
    """Return how old the second of two people is, or will be; None for anything else."""
    if told.take(_APART):
        return _apart(told)
    if not told.asks(_ASKS):
        return None
    if found := _by_year(told.anew()) or _of_one(told.anew()):
        return found
    then = told.take(*_THEN)
    found = told.take(_MORE_FIRST) or told.take(_PART_FIRST) or told.take(_PART) or told.take(_MORE) or told.take(_TWO)
    if not found or told.left or ("who" in found.groupdict() and found["one"] not in (None, found["who"], "i")):
        return None
    one, other = _ages(found)
    if other is None or other < 0 or other == one or (found.re is _TWO.compiled and not then):
        return None
    name, first = _named(found["other"]), _named(found["one"] or found["who"])
    if first.split()[-1] == name.split()[-1]:
        return None
    now = f"{name} {'are' if name == 'you' else 'is'} {shown(other)}"
    if not then:
        return worked(f"{_start(now)}.", shown(other))
    if "who" in then.groupdict() and then.groupdict().get("who"):
        who = then["who"].split()[-1]
        of_other = who == found["other"].split()[-1]
        years = value(then[2]) - (other if of_other else one)
        asked = one if of_other else other
        subject = first if of_other else name
    else:
        years, asked, subject = value(then["in"]), other, name
    if years < 0:
        return None
    apart = abs(one - other)
    result = shown(asked + years)
    return worked(
        f"Now {now}, so the difference is {shown(apart)} year{'s' if apart != 1 else ''}, and it stays so. In {shown(years)} year{'s' if years != 1 else ''} {subject} will be {result}.",
        result,
    )


def _ages(found) -> tuple[float, float | None]:
    """Return the ages of the first and the second person now."""
    groups = found.groupdict()
    numbers = [value(one) for one in found.groups() if one and one.replace(".", "").isdigit()]
    if "part" in groups:
        times = {"half": 0.5, "twice": 2, "double": 2}.get(groups["part"]) or value(groups["times"])
        one = numbers[-1] if "who" in groups else numbers[0]
        return one, one * times
    if "than" not in groups:
        return numbers[0], numbers[1]
    sign = 1 if groups["than"] == "older" else -1
    if "who" in groups:
        return numbers[1], numbers[1] + sign * numbers[0]
    return numbers[0], numbers[0] + sign * numbers[1]


def _named(words: str) -> str:
    """Return a person as one speaks of them to the one who told it."""
    if words in ("i", "me"):
        return "you"
    if words.startswith("my "):
        return f"your {words[3:]}"
    return words if " " in words else words.capitalize()


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
