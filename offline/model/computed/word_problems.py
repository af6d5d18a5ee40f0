"""Small stories with two or three numbers: boxes with so many in each, some of them lost; a share of an amount."""

import re

from ..regex import Regex
from .numbers import shown
from .question import Answer, says

_N = r"(\d[\d,]*(?:\.\d+)?)"
_ASKS = Regex(r"\bhow (?:many|much)\b", re.IGNORECASE)
_VESSEL = "(?:pack|packet|box|carton|bag|tray|crate|basket|row|shel[fv]|table|bus|classroom|jar|can|tin|bottle|case|sack|stack|pile|team|group|bunch|set|roll|bowl|plate|column|wagon|album|drawer|floor|page)"
_EACH = [  # so many, with so many in each
    Regex(rf"{_N} (?:full )?(?P<what>{_VESSEL}e?s)(?: of \w+)? (?:with|of|containing|holding|that (?:have|hold|contain)) {_N} (?P<thing>[a-z]{{3,}})\b(?! (?:each|apiece|per|in each))", re.IGNORECASE),
    Regex(rf"{_N} (?P<what>\w+)(?: of \w+)? (?:with|of|containing|holding|at|having|that (?:have|has|hold|contain)|and each has|each with|each having|each containing)(?: about)? {_N} (?P<thing>\w+)(?: in)?(?: each| apiece| per \w+| in each)", re.IGNORECASE),
    Regex(rf"{_N} (?P<what>\w+),? (?:and )?(?:each|every)(?: \w+)? (?:with|has|have|having|holds|contains?|of|gets?|costs?) {_N} (?P<thing>\w+)", re.IGNORECASE),
]  # fmt: skip
_LESS = r"(?:br(?:o|ea)ken?|break|lost|lose|eat|ate|eaten|g(?:a|i)ve(?:n)? away|sold|sell|rotten|bad|cracked|dropped|fell|stolen|spoiled|missing|used|threw away|thrown away|dead|died|empty)"
_MORE = r"(?:bought|buy|buys|got|get|found|find|added|add|more|receive[ds]?|collected)"
_MORE_TOO = Regex(rf"\b{_MORE}\b|\bmore\b", re.IGNORECASE)
_OTHERWISE = Regex(
    r"\b(?:needs?|needed|wants?|short|how many more|how much more|costs?|each|every|per|half|twice|times|change|back)\b",
    re.IGNORECASE,
)
_PERCENT = r"(\d[\d,]*(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)"
_LEFT = Regex(r"\b(?:left|remain\w*|keep|still have|over)\b", re.IGNORECASE)
_RISES = Regex(
    r"\b(?:raise|increase[sd]?|rises?|rose|plus|on top|tax(?: is added)?|vat|tip|interest|more expensive|goes up|went up)\b",
    re.IGNORECASE,
)
_FALLS = Regex(
    r"\b(?:off|discount|cheaper|reduced|reduction|decrease[sd]?|falls?|fell|drops?|dropped|goes down|went down|less)\b",
    re.IGNORECASE,
)
_SIDES = Regex(r"(?:%|percent|per cent)(?: of (?:the |them |these )?[a-z]*)? (?:are|were|is) ([a-z]+)\b", re.IGNORECASE)
_PAIRS = {"girls": "boys", "boys": "girls", "men": "women", "women": "men"}
_SHARE = Regex(r"%|percent|per cent", re.IGNORECASE)
_TOTAL = Regex(r"\b(?:in total|altogether|total|new (?:salary|price|rent|pay)|pay|now|after|with (?:tax|tip))\b", re.IGNORECASE)

_THERE = Regex(
    rf"\b(?:(?:have|has|had|there are|there were|there're|got|owns?|owned|bakes?|baked|picks?|picked|i see|we see|see|holds?|contains?)\s+(?:exactly |about )?{_N}|(?:\A|[.!] ){_N})\s+(?:(?:red|green|blue|big|small|little|fresh|old|new|yellow|sweet)\s+)?(?P<thing>(?!%|more\b|euros?\b|dollars?\b|hours?\b|minutes?\b)[a-z]{{3,}})\b",
    re.IGNORECASE,
)
_ASKS_COUNT = Regex(
    r"\bhow (?:many|much)\b.*\b(?:left|have|has|had|are there|are in|are on|there|remains?|remaining|now|altogether|in total|in all|still|keeps?|do (?:i|we|they) have)\b|\bhow many(?: [a-z]+)?\W*\Z",
    re.IGNORECASE,
)
_OTHER_SUM = Regex(
    r"\b(?:each|every|per|times|twice|costs?|price|all but|needs?|wants?|more than|fewer than|less than|as many|how many more|(?:my|two|\d) (?:brothers?|sisters?)(?! (?:has|have|and|gives?))|before|first|did (?:i|he|she|we|they) have)\b|%|/|\$|€",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_PART_OF = Regex(r"\b(half|third|quarter|fifth|tenth)\b(?! an\b)", re.IGNORECASE)
_OTHER_SUM_BUT_KIN = Regex(
    r"\b(?:each|every|per|times|twice|half|third|quarter|costs?|all but|needs?|more|fewer|less|as many|before|older|younger|loses?|lost|if)\b|%|/|\$|€",
    re.IGNORECASE,
)
_CLAUSE = Regex(r"[.,;!?]|\b(?:and|then|but|while|when|if|after that|later)\b", re.IGNORECASE)
_ADDED = Regex(
    r"\b(?:buys?|bought|buying|gets?(?! (?:off|out|lost|broken))|got(?! (?:off|out|lost))|finds?|found|adds?|added|receives?|received|gives? (?:me|him|her|us|them)|gave (?:me|him|her|us|them)|wins?|won|picks?|picked|collects?|collected|"
    r"comes?|came|joins?|joined|arrives?|arrived|lands?|landed|bakes?|baked|makes?|made|more|another|hatch(?:ed)?|born)\b", re.IGNORECASE,
)  # fmt: skip
_TAKEN = Regex(
    r"\b(?:loses?|lost|losing|eats?|ate|eaten|gives?(?! (?:me|us|him|her|them)\b)|gave(?! (?:me|us|him|her|them)\b)|giving|given away|sells?|sold|spends?|spent|throws?|threw|thrown|breaks?|broken?|broke|uses?|used|takes?|took|taken|drinks?|drank|"
    r"fl(?:y|ies|ew)|runs? away|ran away|leaves?|gets? (?:off|out)|got (?:off|out)|die[sd]?|falls?|fell|drops?|dropped|donates?|donated|sends?|sent|bursts?|pops?|popped|melts?|melted|stolen|steals?|stole|go(?:es)? (?:home|away)|went (?:home|away)|"
    r"drives? away|drove away|swims? away|swam away|fewer|removes?|removed|lends?|lent|shares?|pays?|paid)\b", re.IGNORECASE,
)  # fmt: skip


def told(text: str) -> Answer | None:
    """Answer a story with two or three numbers, all of which it has to use; None for any other."""
    if not _ASKS.search(text) or len(text) > 300:
        return None
    return _share(text) if _SHARE.search(text) else _in_each(text) or _counted(text) or _of_all(text)


def _counted(text: str) -> Answer | None:
    """Answer "I have 3 apples and buy 4 more, how many ...": one thing counted, and what is added or taken away, clause by clause."""
    first = _THERE.search(text)
    if not first or not _ASKS_COUNT.search(text) or _OTHER_SUM.search(text):
        return None
    start = _number(first[1] or first[2])
    total, written, thing = start, shown(start), first["thing"].casefold()
    for clause in _CLAUSE.split(text[first.end() :]):
        numbers = re.findall(_N, clause)
        half = _PART_OF.search(clause) if not numbers else None
        if not numbers and not half:
            continue
        sign = -1 if _TAKEN.search(clause) else 1 if _ADDED.search(clause) else 0
        of_other = re.search(
            rf"{_N} (?!of\b|more\b|others?\b|away\b|times\b|friends?\b)(?P<other>[a-z]+s)\b", clause, re.IGNORECASE
        )
        if (
            not sign
            or len(numbers) > 1
            or (of_other and numbers and of_other["other"].casefold().rstrip("s") != thing.rstrip("s"))
        ):
            return None
        change = total / _PARTS[half[1].casefold()] if half else _number(numbers[0])
        if half and (sign > 0 or not float(change).is_integer()):
            return None
        total += sign * change
        written += f" {'-' if sign < 0 else '+'} {shown(change)}"
    if " " not in written or total < 0:
        return None
    said = f"there {'is' if total == 1 else 'are'} {shown(total)} {thing.rstrip('s') if total == 1 and len(thing) > 3 else thing}"
    return says(f"{written} = {shown(total)}, so {said}.", short=shown(total), about="math")


_PART_OF_ALL = Regex(
    rf"\b{_N} (?P<thing>(?!percent)[a-z]+)\b[^.?!,]*(?:[.,;]|\band\b) {{0,2}}{_N} (?:of them |of these |of the (?P=thing) )?(?:are|were|is|like|have|can|play|speak|wear|come|go|got) (?P<kind>(?!more\b|less\b)[a-z]+)[^.?!\d]*[.,;?]? *(?:and )?how many (?:of them )?(?:(?P=thing) )?(?:are|were|do|have|can|like|is)\b(?P<asked>[^?]*)\??\s*\Z",
    re.IGNORECASE,
)
_TOGETHER = Regex(
    r"\bhow many(?: (?P<thing>[a-z]+))?(?: (?:do|are|have|did|does|is))?(?: (?:we|they|there|you|it))?(?: have| got| own| buy)?(?: (?:together|in total|altogether|in all|total))+\W*\Z",
    re.IGNORECASE,
)
_OF_ONE = Regex(
    rf"\b(?:an?|each|every|one|1) (?P<vessel>[a-z]+) (?:has|holds|contains|have|costs|needs|eats) {_N} (?P<thing>[a-z]+)[.,;]? *(?:and )?how many (?P=thing) (?:are|do|does|have|has|fit|need|eat)?(?: there)?(?: in| for)? ?(?:you need for )?{_N} (?P<vessels>[a-z]+)(?: have| has| hold| need| eat)?\W*\Z",
    re.IGNORECASE,
)


def _of_all(text: str) -> Answer | None:
    """Answer "28 students, 12 are girls: how many are boys?", "a box has 6 eggs: how many are in 7 boxes?", and two amounts together."""
    numbers = re.findall(_N, text)
    if (
        (found := _OF_ONE.search(text))
        and len(numbers) == 2
        and found["vessels"].casefold().startswith(found["vessel"].casefold()[:-1])
    ):
        each, count = _number(found[2]), _number(found[4])
        total = each * count
        return says(f"{shown(count)} × {shown(each)} = {shown(total)} {found['thing']}.", short=shown(total), about="math")
    if (
        (found := _PART_OF_ALL.search(text))
        and len(numbers) == 2
        and found["kind"].casefold() not in found["asked"].casefold().replace("not", "").split()[:1]
    ):
        all_, part = map(_number, numbers)
        if part > all_:
            return None
        return says(f"{shown(all_)} - {shown(part)} = {shown(all_ - part)}.", short=shown(all_ - part), about="math")
    if (
        (found := _TOGETHER.search(text))
        and 2 <= len(numbers) <= 4
        and not _OTHER_SUM_BUT_KIN.search(text)
        and not _TAKEN.search(text)
    ):
        things = {
            one.casefold().rstrip("s")
            for one in re.findall(rf"{_N} (?!and\b|more\b|from\b|in\b|on\b|of\b)([a-z]{{3,}})", text, re.IGNORECASE)
            for one in one[1:]
        }
        if len(things) > 1 and not re.search(
            r"\b(?:fruits?|animals?|things|items|pieces|people|children|pets|drinks|vehicles|coins)\b", found[0], re.IGNORECASE
        ):
            return None
        total = sum(map(_number, numbers))
        return says(f"{' + '.join(shown(_number(one)) for one in numbers)} = {shown(total)}.", short=shown(total), about="math")
    return None


def _in_each(text: str) -> Answer | None:
    found = next((match for pattern in _EACH if (match := pattern.search(text))), None)
    if not found:
        return None
    count, each = _number(found[1]), _number(found[3])
    rest = f"{text[: found.start()]} … {text[found.end() :]}"
    total, written = count * each, f"{shown(count)} × {shown(each)}"
    numbers = re.findall(_N, rest)
    if len(numbers) > 1:
        return None
    if numbers:
        sign = None if re.search(rf"{numbers[0]} {found['what']}\b|costs?", f"{rest} {found[0]}", re.IGNORECASE) else _sign(rest)
        if sign is None:
            return None
        total += sign * _number(numbers[0])
        written += f" {'-' if sign < 0 else '+'} {shown(_number(numbers[0]))}"
    elif re.search(rf"\b{_LESS}\b|\bhalf\b|\btwice\b|\bthird\b", rest, re.IGNORECASE):
        return None
    thing = found["thing"] if not re.fullmatch(r"each|in", found["thing"], re.IGNORECASE) else found["what"]
    return says(f"{written} = {shown(total)}, so it is {shown(total)} {thing}.", short=shown(total), about="math")


def _sign(rest: str) -> int | None:
    """Return whether the number in what is left of a story is taken away (-1) or added (1); None if that is not clear."""
    if _OTHERWISE.search(rest):
        return None
    less = re.search(rf"\b{_LESS}\b", rest, re.IGNORECASE)
    more = re.search(
        rf"\b(?:{_MORE}|has|have|had|there (?:are|were)) (?:another |also )?{_N}|{_N} (?:more|extra|loose|single|other)\b",
        rest,
        re.IGNORECASE,
    )
    return None if less and more and _MORE_TOO.search(rest) else -1 if less else 1 if more else None


def _share(text: str) -> Answer | None:
    percents, numbers = re.findall(_PERCENT, text, re.IGNORECASE), re.findall(_N, text)
    if len(percents) != 1 or len(numbers) != 2 or numbers.count(percents[0]) == 2:
        return None
    percent, amount = _number(percents[0]), _number(next(one for one in numbers if one != percents[0]))
    part = round(amount * percent / 100, 10)
    sides = _SIDES.search(text)
    if sides and (other := _PAIRS.get(sides[1].casefold())) and re.search(rf"\bhow many\b.*\b{other}\b", text, re.IGNORECASE):
        rest = shown(round(amount - part, 10))
        said = f"{shown(percent)}% of {shown(amount)} is {shown(part)}; {shown(amount)} - {shown(part)} = {rest} {other}."
        return says(said, short=rest, about="math")
    asked = text[_ASKS.search(text).start() :]
    unit = re.search(
        rf"{re.escape(next(one for one in numbers if one != percents[0]))}\s?(euros?|dollars?|pounds?|eur|usd|kg|g|km|people|students|liters?|francs?)\b",
        text,
        re.IGNORECASE,
    )
    told_unit = f" {unit[1]}" if unit else ""
    more = re.search(
        r"\bhow much (?:more|is the (?:raise|tax|tip|discount|increase|interest))\b|\bhow (?:much|many) (?:do|does|did|can|will) (?:i|we|you|it) save\b",
        text,
        re.IGNORECASE,
    )
    if _LEFT.search(asked) or (_FALLS.search(text) and not more):
        rest = round(amount - part, 10)
        return says(
            f"{shown(percent)}% of {shown(amount)} is {shown(part)}, so {shown(rest)}{told_unit} are left.",
            short=shown(rest),
            about="math",
        )
    if _RISES.search(text) and not more:
        if not _TOTAL.search(asked):
            return None
        total = round(amount + part, 10)
        return says(
            f"{shown(percent)}% of {shown(amount)} is {shown(part)}, so it is {shown(total)}{told_unit} together.",
            short=shown(total),
            about="math",
        )
    return says(f"{shown(percent)}% of {shown(amount)} is {shown(part)}{told_unit}.", short=shown(part), about="math")


def _number(text: str) -> float:
    value = float(text.replace(",", ""))
    return int(value) if value.is_integer() else value
