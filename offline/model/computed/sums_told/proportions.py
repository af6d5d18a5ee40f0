"""So much for one, or for so many, and how much for others: prices, consumption, pages a day, wages, sharing out."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, N, Told, plural, value, worked

_COST = r"(?:costs?|for|are|is|=|at)"
_SO_MANY = (  # n things cost so much; how much do m cost
    Regex(rf"\b{N} (?!money|%)(?P<thing>[a-z]+)(?: of [a-z]+)?(?: [a-z]+)? {_COST} {MONEY}(?!%)(?! (?:each|apiece|a piece|per)\b)\W+(?:so |and |then )*(?:how much|what)\b[^\d]*\b{N}\b(?: (?P<again>[a-z]+))?"),
    Regex(rf"\bif {N} (?!money|%)(?P<thing>[a-z]+)(?: [a-z]+)? {_COST} {MONEY}\W+(?:what|how much)\b[^\d]*\b{N}\b", needs="if"),
)  # fmt: skip
_A_UNIT = r"(?:an?|per|each|every|1|the) (?P<unit>[a-z]+)"
_AMOUNT_OF = Regex(  # 2.5 kg apples at 3.20 per kg
    rf"\b{N} ?(?P<unit>kg|kilos?|g|l|liters?|litres?|pounds?|hours?|days?|nights?|m|meters?|pieces?|boxes|bags|bottles|[a-z]+s)(?: of)?(?: [a-z]+)? (?:at|for|cost(?:ing)?|which cost|that cost) {MONEY} (?:an?|per|each|every|/|the) ?(?P<again>[a-z]+)"
)
_PART_OF = Regex(  # 28 kids, 3/4 like pizza
    r"\b(?P<whole>\d+) (?P<what>[a-z]+)\b[^\d]*?\b(?:(?P<top>\d+)/(?P<bottom>\d+)\b(?! ?(?:cup|tea|table|kg|l\b|liter))|(?P<tops>an?|1|2|3) (?P<part>third|quarter|fifth|tenth)s?\b|(?P<half>half)\b(?! an?\b| (?:past|as)\b))(?P<does>[^\d?]*)\bhow (?:many|much)\b(?P<asked>.*)"
)
_OF_SO_MANY = Regex(r"\b(half|(?:an?|1|2|3) (?:third|quarter|fifth|tenth)s?|\d+/\d+) of (?:the |my |our |all )*(\d+ [a-z]+)")
_BOTTOM = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_MEASURE = r"(?P<{}>kg|kilos?|g|grams?|l|liters?|litres?|ml)"
_BY_MEASURE = Regex(  # 1 kg costs 7 euros: how much are 300 grams
    rf"\b(?:(?P<n>\d+(?:\.\d+)?) ?|an? |1 |the )?{_MEASURE.format('unit')}\b[^\d]*? (?:costs?|is|are|for) {MONEY}(?!%)[^\d]*\b(?:how much|what)\b[^\d]*?{N} ?{_MEASURE.format('other')}\b[^\d]*"
)
_SIZES = {"kg": 1000, "kilo": 1000, "g": 1, "gram": 1, "l": 1000, "liter": 1000, "litre": 1000, "ml": 1}  # in g or ml
_PRICE_OF_ONE = (
    Regex(rf"\b(?:costs?|is|are|for|at) {MONEY} {_A_UNIT}\b(?P<rest>.*)"),
    Regex(rf"\b(?:1|an?|each|the|my) (?:[a-z]+ )?(?P<unit>[a-z]+)(?: of [a-z]+)? (?:costs?|is|for) {MONEY}(?!%)(?P<rest>.*)"),
)
_NEEDED = Regex(r"\b(?P<n>\d+(?:\.\d+)?)(?: money)? ?(?P<again>[a-z]+)?\b")
_USES = Regex(
    rf"\b(?:uses?|needs?|takes?|consum\w+|consumption)(?: is| of| about)* {N} ?(?P<what>l|liters?|litres?|kwh|gallons?) (?:per|for|on|every|/) ?{N} ?(?P<per>km|miles?)\b.*?\b{N} ?(?P=per)\b",
    needs="km mile",
)
_A_DAY = (
    Regex(rf"\b{N} (?P<what>[a-z]+) (?:a|per|each|every) (?P<per>day|hour|week|minute|month)\b.*?\b(?P<whole>\d+(?:\.\d+)?) (?P<again>[a-z]+)\b"),
    Regex(rf"\b(?P<whole>\d+(?:\.\d+)?) (?P<again>[a-z]+)\b.*?\b{N} (?P<what>[a-z]+|of them)? ?(?:a|per|each|every) (?P<per>day|hour|week|minute|month)\b"),
)  # fmt: skip
_ASKS_DAYS = Regex(
    r"\bhow (?:many (?:days|hours|weeks|minutes|months)|long|much time)\b|\bwhen (?:am|will) i\b",
    needs="days hours long minutes months much weeks when",
)
_WORKS = Regex(
    rf"\b{N} ?(?:hours?|h) (?:a|per|each|every) day\b.*?\b{N} days (?:a|per|each|every) week\b",
    needs="days",
), Regex(rf"\b{N} ?(?:hours?|h) (?:a|per|each|every) week\b", needs="week")  # fmt: skip
_WAGE = Regex(rf"\b{MONEY} (?:an|per|each|every|a|the) ?(?:hour|h)\b")
_HOURS = Regex(rf"\b{N} ?hours?\b(?! (?:a|per|each|every)\b)")
_SHARED = (  # 20 sweets among 4 kids
    Regex(r"\b(?P<n>\d+(?:\.\d+)?) (?P<what>[a-z]+)\b[^\d]*?\b(?:for|among|amongst|between|into|with|by|to)\b (?:the |my )?(?P<m>\d+) (?P<who>[a-z]+)\b.*?\b(?:each|per (?:person|child|kid)|everybody|everyone|every one|remain\w*|remainder|left(?: over)?)\b"),
    Regex(r"\b(?P<m>\d+) (?:[a-z]+ )?(?P<who>[a-z]+) (?:want to |have to |should |will |are )?(?:equally )?(?:share|split|divide|sharing|splitting)\b(?: equally)? (?:a bag of |a box of )?(?P<n>\d+(?:\.\d+)?) (?P<what>[a-z]+)\b.*?\b(?:each|every ?(?:body|one)|per (?:person|child|kid))\b"),
)  # fmt: skip
_SHARES = Regex(
    r"\b(?:shar\w+|divid\w+|split\w*|among|amongst|between|distribut\w+|deal|each|every)\b",
    needs="among between deal distribut divid each every shar split",
)
_EAT = Regex(
    rf"\b{N} (?P<what>[a-z]+)\b.*?\b(?:we are|there are|we're|with) {N}(?: [a-z]+)?\b.*?\b(?:each|everybody|everyone|every person|all)\b(?: of us| one| person| \w+)?? (?:eats?|gets?|takes?|drinks?|have|has|had|ate) {N}\b.*?\bleft\b",
    needs="left",
)
_WORKERS = Regex(  # 3 painters need 8 days; how long do 4 painters need
    rf"\b{N} (?P<who>[a-z]+) (?:need|take|paint|build|dig|can|work|finish|clean|mow|fill|empty|pick|harvest)\b[^\d]*?\b{N} (?P<unit>days?|hours?|weeks?|minutes?|months?)\b[^\d]*?\b{N}\b(?: (?P<again>[a-z]+))?"
)
_ASKS = Regex(r"\bhow (?:much|many|long)\b|\bwhat\b|\bwhen\b|\beach\b")
_CHANGE = Regex(r"\bchange\b|\bget back\b|\b(?:pay|paid) with\b", needs="back change with")
_REST = Regex(r"\b(?:left|remain\w*|rest|not|don't|other|keeps?|still|now)\b")
_HANDS = Regex(
    r"painters|workers|men|women|people|persons|builders|machines|pumps|taps|gardeners|cleaners|students|volunteers|friends|robots|cooks|pipes|printers|farmers|helpers|employees|diggers|mowers"
)
_WHO = "people person adult kid child children friend student of us".split()
_TIME = frozenset("hour hours day days week weeks month months year years minute minutes night nights".split())


def answer(told: Told) -> Answer | None:
    """Return what follows for another amount; None for anything else."""
    if not told.asks(_ASKS) or "%" in told.text or told.asks(_CHANGE):
        return None
    kinds = (_by_measure, _workers, _used, _wages, _days, _eaten, _parted, _shared, _so_many, _amount, _of_one)
    return next((found for kind in kinds if (found := kind(told.anew()))), None)


def _workers(told: Told) -> Answer | None:
    """Return how long more or fewer hands need for the same work."""
    found = told.take(_WORKERS) if told.asks(_ASKS_DAYS) else None
    if not found or told.left or not value(found[5]):
        return None
    if not _HANDS.fullmatch(found["who"]) or (found["again"] or found["who"]) not in (
        found["who"],
        "of",
        "do",
        "need",
        "people",
        "workers",
    ):
        return None
    work, hands = value(found[1]) * value(found[3]), value(found[5])
    unit = found["unit"].rstrip("s")
    result = plural(round(work / hands, 2), unit)
    return worked(
        f"It is {shown(value(found[1]))} × {shown(value(found[3]))} = {shown(work)} {unit}s of work for one; {shown(work)} / {shown(hands)} = {result}, if all work equally fast.",
        result,
    )


def _by_measure(told: Told) -> Answer | None:
    found = told.take(_BY_MEASURE)
    if not found or told.left:
        return None
    unit, other = (_SIZES[found[name] if found[name] in _SIZES else found[name].rstrip("s")] for name in ("unit", "other"))
    liquid = [found[name].startswith(("l", "ml")) for name in ("unit", "other")]
    if found["unit"] == found["other"] or liquid[0] != liquid[1]:
        return None
    parts = value(found[4]) * other / (unit * (value(found["n"]) or 1))
    price = told.money(value(found[3]))
    return worked(f"{shown(parts)} × {price} = {_exact(told, parts * value(found[3]))}.", told.money(parts * value(found[3])))


def _used(told: Told) -> Answer | None:
    found = told.take(_USES)
    if not found or told.left or not value(found[3]):
        return None
    amount, far = value(found[1]) * value(found[5]) / value(found[3]), value(found[5])
    unit = {"l": "liters"}.get(found["what"], found["what"])
    result = f"{shown(round(amount, 2))} {unit}"
    return worked(f"{shown(value(found[1]))} × {shown(far)} / {shown(value(found[3]))} = {result}.", result)


def _wages(told: Told) -> Answer | None:
    hours, wage = told.take(*_WORKS), told.take(_WAGE)
    if wage and not hours and (once := told.take(_HOURS)) and not told.left:
        pay = told.money(value(once[1]) * value(wage[1]))
        return worked(f"{shown(value(once[1]))} × {told.money(value(wage[1]))} = {pay}.", pay)
    if not hours or not wage or told.left or not (asked := told.take(Regex(r"\b(?:per|a|each|every) (week|month|year)\b"))):
        return None
    week = value(hours[1]) * (value(hours[2]) if hours.re.groups > 1 else 1)
    pay = week * value(wage[1])
    said = f"{shown(week)} hours a week × {told.money(value(wage[1]))} = {told.money(pay)} a week"
    if asked[1] == "week":
        return worked(f"{said}, before taxes.", told.money(pay))
    whole = pay * 52 / (12 if asked[1] == "month" else 1)
    return worked(f"{said}; over 52 weeks that is {told.money(whole)} a {asked[1]}, before taxes.", told.money(whole))


def _days(told: Told) -> Answer | None:
    found = told.take(*_A_DAY) if told.asks(_ASKS_DAYS) else None
    if not found or told.left:
        return None
    whole = value(found["whole"])
    each = next(value(one) for one in found.groups() if one and one[0].isdigit() and one != found["whole"]) if whole else 0
    if not each or (found["what"] and found["again"].rstrip("s") != found["what"].rstrip("s") and found["what"] != "of them"):
        return None
    time = whole / each
    full = f"{plural(-(-whole // each), found['per'])}"
    about = "" if time == int(time) else f" = {shown(round(time, 2))}, so"
    return worked(f"{shown(whole)} / {shown(each)}{about or ' ='} {full}.", full)


def _eaten(told: Told) -> Answer | None:
    found = told.take(_EAT)
    if not found or told.left:
        return None
    whole, people, each = (value(found[place]) for place in (1, 3, 4))
    rest = whole - people * each
    if rest < 0:
        return worked(
            f"{shown(people)} × {shown(each)} = {shown(people * each)}: that is {shown(-rest)} more than the {shown(whole)} {found['what']}.",
            "not enough",
        )
    return worked(f"{shown(whole)} - {shown(people)} × {shown(each)} = {shown(rest)} {found['what']}.", shown(rest))


def _shared(told: Told) -> Answer | None:
    found = told.take(*_SHARED) if told.asks(_SHARES) else None
    if not found or told.left or not (people := value(found["m"])):
        return None
    if "money" in found[0]:
        each = value(found["n"]) / people
        return worked(f"{told.money(value(found['n']))} / {shown(people)} = {_exact(told, each)} each.", told.money(each))
    if found["what"] in _TIME or found["who"] in _TIME or found["who"] == found["what"]:
        return None
    whole = value(found["n"])
    if whole < people:
        return None
    each, rest = divmod(whole, people)
    if not rest:
        return worked(f"{shown(whole)} / {shown(people)} = {shown(each)} each.", shown(each))
    return worked(
        f"{shown(whole)} / {shown(people)}: {shown(each)} each, and {shown(rest)} left over ({shown(round(whole / people, 2))} each, if they can be cut).",
        shown(each),
    )


def _so_many(told: Told) -> Answer | None:
    found = told.take(*_SO_MANY)
    if not found or told.left or not value(found[1]):
        return None
    groups = found.groupdict()
    if (groups.get("again") or found["thing"]).rstrip("s") not in (found["thing"].rstrip("s"), "cost", "of", "do", "piece"):
        return None
    count, cost, wanted = value(found[1]), value(found[3]), value(found[4])
    if count == 1:
        return None  # `_of_one` says it shorter
    one, result = cost / count, cost / count * wanted
    return worked(
        f"One costs {told.money(cost)} / {shown(count)} = {_exact(told, one)}, so {shown(wanted)} cost {told.money(result)}.",
        told.money(result),
    )


def _amount(told: Told) -> Answer | None:
    found = told.take(_AMOUNT_OF)
    if not found or told.left or found["again"].rstrip("s") not in (found["unit"].rstrip("s"), "piece", "each"):
        return None
    result = told.money(value(found[1]) * value(found[3]))
    return worked(f"{shown(value(found[1]))} × {told.money(value(found[3]))} = {result}.", result)


def _parted(told: Told) -> Answer | None:
    told.text = _OF_SO_MANY.sub(r"\2, \1", told.text)
    found = told.take(_PART_OF)
    if not found or told.left or _REST.search(found["does"]):
        return None
    top = value(found["top"]) or (1 if found["half"] or found["tops"][0] == "a" else value(found["tops"]))
    bottom = value(found["bottom"]) or (2 if found["half"] else _BOTTOM.get(found["part"], 0))
    part = value(found["whole"]) * top / bottom if bottom else 0.5
    if part != int(part) or top > bottom:
        return None
    say = told.money if found["what"] == "money" else lambda many: f"{shown(many)} {found['what']}"
    said = f"{shown(top)}/{shown(bottom)} of {say(value(found['whole']))} is {say(part)}"
    if not _REST.search(found["asked"]):
        return worked(f"{said}.", say(part))
    rest = value(found["whole"]) - part
    return worked(f"{said}; {found['whole']} - {shown(part)} = {say(rest)}.", say(rest))


def _exact(told: Told, amount: float) -> str:
    return told.money(amount) if abs(round(amount, 2) - amount) < 1e-9 else f"about {told.money(amount)}"


def _of_one(told: Told) -> Answer | None:
    found = told.take(*_PRICE_OF_ONE)
    if not found or not found["rest"]:
        return None
    unit = found["unit"].rstrip("s")
    wanted = list(_NEEDED.finditer(found["rest"]))
    price = next(value(one) for one in found.groups() if one and one[0].isdigit())
    if told.left or len(wanted) != 1 or "money" in wanted[0][0] or unit in ("person", "percent"):
        return None
    again = (wanted[0]["again"] or "").rstrip("s")
    if again not in (unit, "", "of", "cost", "do", *_WHO) and not (
        unit in ("liter", "litre") and again in ("l", "liter", "litre")
    ):
        return None
    result = told.money(price * value(wanted[0]["n"]))
    return worked(f"{shown(value(wanted[0]['n']))} × {told.money(price)} = {result}.", result)
