"""Convert units: "how many cm are in 5 inches" -> 5 inches are 12.7 centimeters."""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .numbers import digits, shown
from .question import Answer, Question, says

_NUMBER = r"(?P<number>-?(?:\d+ (?:and )?)?\d+ ?/ ?\d+|-?\d[\d,]*(?:\.\d+)?|\.\d+|half an?|(?:an?|1) half|an?|one)(?P<half> and (?:a|1) half)?"
_FEET = Regex(
    r"(?<![\w.])(?P<feet>\d{1,2}) ?(?:feet|foot|ft|'|′)\.?,? ?(?:and )?(?P<inches>\d{1,2}(?:\.\d+)?)(?: ?(?:inch(?:es)?|in|\"|″|''))?(?= (?:tall )?(?:in|to|into|is|as|=)\b|\W*(?:and |so )?(?:how|what)\b|\W*\Z)",
    re.IGNORECASE,
)
_STONE = Regex(
    r"(?<![\w.])(?P<stone>\d{1,2}) ?(?:stone|st) ?(?:and )?(?P<pounds>\d{1,2})(?: ?(?:lbs?|pounds?))?(?= (?:in|to|into|is|as|=)\b|\W*\Z)",
    re.IGNORECASE,
)
_POUNDS = Regex(
    r"(?<![\w.])(?P<pounds>\d{1,2}) ?(?:pounds?|lbs?)(?: and|,)? (?P<ounces>\d{1,2}) ?(?:ounces?|oz)\b",
    re.IGNORECASE,
    needs="lb pound",
)
_ASKS = Regex(r"\b(?:how (?:many|much)|convert|what(?:'s| is|s)?|change|in|into|to|is|as|turn)\b|=", re.IGNORECASE)
_CONVERTS = Regex(r"\b(?:how (?:many|much)|convert|change|turn|what(?:'s| is|s)?|in(?:to)?|to)\b(?!.*@)", re.IGNORECASE)
_CURRENCY = Regex(
    r"\b(usd|eur|gbp|jpy|chf|inr|dollars?|euros?|pounds? sterling|yen|rupees?)\b",
    re.IGNORECASE,
    needs="chf dollar eur gbp inr jpy rupee sterling usd yen",
)
_SAME = {"usd": "dollar", "eur": "euro", "gbp": "pound sterling", "jpy": "yen", "inr": "rupee"}
_IN = Regex(r"in (?:the|my|our|this|that|an?|summer|winter|spring|autumn|total|all|each|[a-z]+ing)\b", re.IGNORECASE)
NO_RATE = "I cannot know exchange rates: they change all the time, and a model has no live data; it only knows what it was trained on or what you send along. Send me the rate, and I can calculate with it."

WHY_NO_RATE = "Because rates change every second while the market is open, and a model only learned from texts up to one day. A program around it could ask a bank's service for the rate and send it along."


def answer(question: Question) -> Answer | None:
    """Answer a question for a conversion; None for any other."""
    text = digits(question.text)
    if not re.search(r"\d|how (?:m|heavy|long|big|tall|far)|\brate\b|\bcurrency\b", text, re.IGNORECASE):
        return _compared(text)
    if len(_currencies(text)) > 1 and _ASKS.search(text):
        return says(NO_RATE, short="I cannot know today's rate.", forms={"why": [(1.0, WHY_NO_RATE)]}, guarded=True)
    if compared := _compared(text):
        return compared
    if told := _of_two(text):
        return told
    for form in _forms():
        found = form.search(text)
        if not found:
            continue
        if re.search(r"\d/?\Z", text[: found.start("number")]) if found.groupdict().get("number") else False:
            return None  # the number is only the end of one
        if _IN.match(text[found.start("source") :]):
            continue  # "10 in the morning" is no length
        source, target = (_units()[found[part].casefold().replace(" ", "_")] for part in ("source", "target"))
        given = found.groupdict()
        number = _value(given.get("number") or "1") + (0.5 if given.get("half") else 0)
        if source[0] == target[0] and source[1] != target[1]:
            return _said(number, source, target)
        if {source[0], target[0]} == {"volume", "weight"} and (filled := _of_a_cup(text)):
            return _filled(number, source, target, *filled)
        if source[0] != target[0]:
            if not _CONVERTS.search(question.text):
                return None
            return says(
                f"{source[1].capitalize()} and {target[1]} measure different things: {source[0]} and {target[0]}. One cannot be converted to the other."
            )
    return None


def of_before(question: Question) -> Answer | None:
    """Say a measure of the answer before in another unit: "how high is it in feet?", "and in miles?"; None for anything else."""
    if not question.before or len(question.text) > 60 or not (asked := _restated().match(question.text)):
        return None
    target = _units()[(asked["target"] or asked["many"]).casefold().replace(" ", "_")]
    said = next(iter(question.earlier("assistant")), "")
    measures = [
        (found, unit)
        for found in _measure().finditer(said)
        if (unit := _units()[found["unit"].casefold().replace(" ", "_")])[0] == target[0]
    ]
    if not measures:
        return None
    if told := [found for found, unit in measures if unit == target]:
        about = "about " if re.search(r"\babout [\d,.]*[a-z ]*\(?\Z", said[: told[0].start()]) else ""
        return says(f"That is {about}{' or '.join(dict.fromkeys(found[0] for found in told))}.", short=told[0][0])
    found, source = measures[0]
    number = _value(found["number"]) * {"million": 10**6, "billion": 10**9}.get(found["scale"], 1)
    exact = _degrees(number, source[1], target[1]) if target[0] == "temperature" else number * source[2] / target[2]
    rounded = float(f"{exact:.{max(3, len(found['number'].replace(',', '').strip('0.')))}g}")
    told = f"{shown(int(rounded) if rounded.is_integer() else rounded)} {_plural(target[1], rounded)}"
    return says(f"{found[0].strip()} {'is' if number == 1 else 'are'} about {told}.", short=told)


@cache
def _restated() -> Regex:
    return Regex(
        r"\W*(?:(?:and|ok|okay|so|but|please|pls|can you|could you|now|sorry|hm+|cool|wow|thanks)\b\W*)*"
        r"(?:(?:convert|say|tell me|give me|give|put|show) (?:it |that |this )?|(?:how|what|whats|what's)(?: \w+){0,2}? (?:is|was|are|does|do) (?:it|that|this|they|he|she)\b(?: (?:weigh|measure))? ?|(?:what|how) about |that is |what is that |whats that |what's that )?"
        rf"(?:(?:in|into|to) (?P<target>{_names()})|how (?:many|much) (?P<many>{_names()})(?: (?:is|are|would) (?:it|that|this|they)(?: be)?)?)(?:\W*(?:please|pls|then|thanks))*\W*\Z",
        re.IGNORECASE,
    )


@cache
def _measure() -> Regex:
    return Regex(
        rf"(?P<number>-?\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion))? ?(?P<unit>{_names()})(?![\w/²³])", re.IGNORECASE
    )


def again(question: Question) -> str | None:
    """Return the question before with the number (or the target) of this one: "and 20 km?" after "10 km in miles"."""
    number = re.search(r"-?\d[\d,]*(?:\.\d+)?", digits(question.text)) if question.before else None
    for text in question.earlier("user")[:1]:
        if number and any(form.search(digits(text)) for form in _forms()):
            return re.sub(r"-?\d[\d,]*(?:\.\d+)?|\b(?<=in )(?:an?|one)\b", number[0], digits(text), count=1)
        other = _other_unit().fullmatch(question.text) if not number else None
        if other and (found := next((one for form in _forms() if (one := form.search(digits(text)))), None)):
            told = digits(text)
            changed = "target" if other["into"] and found.start("target") > found.start("source") else "source"
            return f"{told[: found.start(changed)]}{other['unit']}{told[found.end(changed) :]}"
    return None


@cache
def _other_unit() -> Regex:
    return Regex(
        rf"\W*(?:and|what about|how about)(?: (?:(?P<into>in|into|to)|for|per|of))?(?: (?:an?|one|the))? (?P<unit>{_names()})\W*",
        re.IGNORECASE,
    )


def _of_two(text: str) -> Answer | None:
    """Convert what is told in two units, "5 feet 11" or "11 stone 4": to what is asked for, or to what people mostly want then."""
    for pattern, (one, other), usual in (
        (_FEET, ("feet", "inches"), "cm"),
        (_STONE, ("stone", "pounds"), "kg"),
        (_POUNDS, ("pounds", "ounces"), "kg"),
    ):
        if not (found := pattern.search(text)):
            continue
        names = "|".join(sorted(map(re.escape, _units()), key=len, reverse=True))
        asked = re.search(rf"\A\W*(?:tall )?(?:in|to|into|is how many|as|=)\W*({names})\b", text[found.end() :], re.IGNORECASE)
        before = re.search(rf"\bhow (?:many|much) ({names})\b", text[: found.start()], re.IGNORECASE)
        target = _units()[(asked or before)[1].casefold()] if asked or before else _units()[usual]
        if not (asked or before) and not re.search(r"\b(?:convert|metric|how (?:tall|much|many|heavy))\b", text, re.IGNORECASE):
            return None
        amount = int(found[1]) * _units()[one][2] + float(found[2]) * _units()[other][2]
        if target[0] != _units()[one][0]:
            return None
        result = amount / target[2]
        told = f"{shown(result)} {_plural(target[1], result)}"
        about = "" if abs(result - round(result, 2)) < 1e-9 else "about "
        return says(
            f"{found[1]} {one} {found[2]} {other} are {about}{told}.", short=told, about="math units conversion measures numbers"
        )
    return None


_COMPARED = Regex(
    r"\b(?:what|which)(?:'s|s| is|  one is)? (?:one is )?(?P<more>longer|bigger|larger|more|heavier|farther|further|faster|greater|hotter|warmer|shorter|smaller|less|lighter|slower|colder|higher)\b\W*(?P<one>.+?)\W+(?:or|vs|versus)\W+(?P<other>.+?)\W*\Z|\bhow (?:big|long|heavy|much|far|large) is (?P<this>.+?) (?:compared|in comparison) (?:to|with) (?P<that>.+?)\W*\Z|\bis (?P<first>.+?) (?P<than>longer|bigger|larger|more|heavier|farther|further|faster|greater|hotter|warmer|shorter|smaller|less|lighter|slower|colder|higher) than (?P<second>.+?)\W*\Z",
    re.IGNORECASE,
)
_LESS = frozenset("shorter smaller less lighter slower colder".split())


def _compared(text: str) -> Answer | None:
    """Say which of two measures of the same kind is more: "which is longer, 5 miles or 7 km?"."""
    found = _COMPARED.search(text)
    if not found:
        return None
    measures = [
        _number_with_unit(found[name])
        for name in (("one", "other") if found["one"] else ("this", "that") if found["this"] else ("first", "second"))
    ]
    if not all(measures):
        return None
    (one, first, told), (other, second, told2) = measures
    if first[0] != second[0] or first[1] == second[1]:
        return None
    sizes = [
        _degrees(n, unit[1], "celsius") if unit[0] == "temperature" else n * unit[2]
        for n, unit in ((one, first), (other, second))
    ]
    equal = abs(sizes[0] - sizes[1]) <= 1e-9 * max(map(abs, sizes), default=0)
    converted = _said(other, second, first).ways[0][1]
    if equal:
        return says(f"They are the same. {converted}", short="the same", about="math units conversion measures numbers")
    if found["this"]:
        return _said(one, first, second)
    way = (found["more"] or found["than"]).casefold()
    best = 0 if (sizes[0] < sizes[1]) == (way in _LESS) else 1
    yes = "" if found["one"] else "Yes: " if best == 0 else "No: "
    more = f"{yes}{(told, told2)[best]} is {way}. {converted}"
    return says(
        more[0].upper() + more[1:],
        short=yes.strip(": ") or (told, told2)[best],
        about="math units conversion measures numbers",
    )


def _number_with_unit(text: str) -> tuple[float, tuple, str] | None:
    """Return a number with its unit: "5 miles"; None for anything else."""
    names = "|".join(sorted((re.escape(name).replace("_", "[ _]") for name in _units()), key=len, reverse=True))
    found = re.fullmatch(rf"\W*{_NUMBER} ?(?:degrees? )?(?P<unit>{names})\W*", text, re.IGNORECASE)
    return (_value(found["number"]), _units()[found["unit"].casefold().replace(" ", "_")], text.strip(" ,?.")) if found else None


def _said(number: float, source: tuple, target: tuple) -> Answer:
    kind, name, size = source
    result = _degrees(number, name, target[1]) if kind == "temperature" else number * size / target[2]
    exact = abs(result - round(result, 4)) < 1e-9 * max(1, abs(result))
    told = f"{shown(result)} {_plural(target[1], result)}"
    varies = "month" in (name, target[1]) and not {name, target[1]} & {"year", "decade", "century"}
    about = "" if exact and not varies else "about "
    verb = "is" if abs(number) == 1 else "are"
    height = (
        _in_feet_and_inches(number * size)
        if target[1] == "foot" and name in ("centimeter", "meter") and 1 <= number * size < 2.5
        else ""
    )
    return says(
        f"{shown(number)} {_plural(name, number)} {verb} {about}{told}{height}{' (a month has 28 to 31 days)' if varies else ''}.",
        short=told,
        about="math units conversion measures numbers",
    )


def _in_feet_and_inches(meters: float) -> str:
    """Return the height of a person as it is said in feet and inches, in brackets."""
    feet, inches = divmod(round(meters / 0.0254, 1), 12)
    return f" ({feet:.0f} feet {inches:.1f} inches)".replace(".0 inches", " inches")


def _of_a_cup(text: str) -> tuple[str, float] | None:
    """Return what a cup or a spoon is filled with, and how many grams are in a liter of it; None for what is not in kitchen.yaml."""
    names = [
        (name, what, told["grams"]) for what, told in read_table("kitchen.yaml").items() for name in told["names"].split("|")
    ]
    for name, what, grams in sorted(names, key=lambda one: -len(one[0])):
        if re.search(rf"\b{name}\b", text, re.IGNORECASE):
            return what, grams / _units()["cup"][2]
    return None


def _filled(number: float, source: tuple, target: tuple, what: str, grams: float) -> Answer:
    """Convert a volume of something to its weight, or the other way round."""
    heavy = source[0] == "volume"
    result = number * source[2] * grams / target[2] if heavy else number * source[2] / grams / target[2]
    told = f"{shown(round(result) if result >= 10 else round(result, 2))} {_plural(target[1], result)}"
    verb = "is" if abs(number) == 1 else "are"
    return says(
        f"{shown(number)} {_plural(source[1], number)} of {what} {verb} about {told}; it varies a little with how it is filled.",
        short=told,
        about="cooking baking kitchen units measures",
    )


def _degrees(number: float, source: str, target: str) -> float:
    celsius = {"celsius": number, "fahrenheit": (number - 32) / 1.8, "kelvin": number - 273.15}[source]
    return {"celsius": celsius, "fahrenheit": celsius * 1.8 + 32, "kelvin": celsius + 273.15}[target]


def _plural(name: str, number: float) -> str:
    if name in ("celsius", "fahrenheit"):
        return f"°{name[0].upper()}"
    if abs(number) == 1 or name == "kelvin":
        return name
    first, *rest = name.split(" a", 1) if " a" in name else [name]
    return {"inch": "inches", "foot": "feet", "square foot": "square feet", "century": "centuries", "stone": "stone"}.get(
        first, first + "s"
    ) + "".join(f" a{more}" for more in rest)


def _value(number: str) -> float:
    number = number.casefold()
    if "half" in number:
        return 0.5
    if "/" in number:
        *whole, part = re.sub(r" ?/ ?", "/", number.replace("and ", "")).split()
        top, bottom = part.split("/")
        sign = -1 if number.startswith("-") else 1
        return float(whole[0] if whole else 0) + sign * (abs(int(top)) / int(bottom)) if int(bottom) else 0
    if number in ("a", "an", "one"):
        return 1
    value = float(number.replace(",", ""))
    return int(value) if value.is_integer() else value


@cache
def _units() -> dict[str, tuple[str, str, float]]:
    """Return every unit by its names: what it measures, its own name, its size."""
    given = read_table("units.yaml")
    return {
        name: (kind, unit, told["size"])
        for kind, units in given.items()
        for unit, told in units.items()
        for name in (unit.replace(" ", "_"), *told["names"].split())
    }


@cache
def _names() -> str:
    return "|".join(sorted((re.escape(name).replace("_", "[ _]") for name in _units()), key=len, reverse=True))


@cache
def _forms() -> list[Regex]:
    source, target = (rf"(?P<{part}>{_names()})(?![\w/])" for part in ("source", "target"))
    return [
        Regex(form, re.IGNORECASE)
        for form in (
            rf"how (?:many|much) {target}\b[^\d.?!]{{0,25}}?\b(?:is|are|in|for|make|makes|does|do|to)\s+(?:there\s+)?(?:in\s+)?{_NUMBER}\s*(?:degrees? )?{source}",
            rf"(?<![\w.]){_NUMBER}\s*(?:degrees? )?{source}(?: (?:of )?[a-z]{{3,12}}(?: [a-z]{{3,12}})?)??\s*(?:\b(?=[a-z])|(?=\W))(?:to|into|in|as|=\s*\??|->|is (?:how (?:many|much)|what in)|are (?:how (?:many|much)|what in)|equals? how many|equals|= how many|converted to)\s*(?:degrees? )?{target}",
            rf"how (?:many|much) {target}\b[^\d.?!]{{0,12}}?\b(?:in|has|have|make|per|are in)\s+(?:an?|one|the|each)?\s*{source}",
            rf"(?<![\w.]){_NUMBER}\s*(?:degrees? )?{source}\W+(?:and |so )?(?:how (?:much|many|tall|heavy|far|long|hot|cold|fast)|what|is)(?: is|'s|s| am i| are)?(?: that| it| this)?(?: (?:hot|warm|cold|much|tall|far|fast|heavy|a lot))? (?:in|to) {target}",
            rf"(?<![\w.]){_NUMBER}\s*{source}(?: [a-z]+){{0,2}}\W+(?:and |so )?how (?:many|much) {target}\b(?: (?:is|are|would) (?:that|it|this)\b)",
            rf"how (?:many|much) {target} (?:does|do|has|are there in|is there in)\s+(?:an?|one)\s+{source}",
        )
    ]


def _currencies(text: str) -> set[str]:
    """Return the different currencies that a text names: a bill in dollars alone wants no exchange."""
    named = (name.casefold().replace("pounds", "pound").rstrip("s") for name in _CURRENCY.findall(text))
    return {_SAME.get(name, name) for name in named}
