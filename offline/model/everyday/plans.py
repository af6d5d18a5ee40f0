"""Plans that are made of what was told: a day with its tasks, a birthday party with its theme."""

import re

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import UNSAFE, Wish, bare, capital, has, mended

LONGEST = 300  # characters of a request
MEALS = {"breakfast": "8:00", "lunch": "12:30", "dinner": "18:30", "supper": "18:30"}
HOURS = ["9:00", "11:00", "14:00", "16:00", "17:15", "20:00"]  # for what has no time of its own
_DAY = Regex(
    r"\A(?:plan|organi[sz]e|schedule|structure|make a (?:plan|schedule) for)(?: out)? (?:my|the|a) (?P<day>(?:\w+ )?(?:day|morning|afternoon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today))\b[\s,.:;-]*(?:for me)?[\s,.:;-]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
    needs="make organi plan schedule structure",
)
_TASKS = Regex(
    r"\b(?:i (?:have|need|want|must|would like|'d like|got)(?: to)?|with|to do:?|tasks?:?|:)\s+(?P<tasks>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PARTY = Regex(
    r"(?:\b(?:plan|organi[sz]e|ideas for|help (?:me )?with|throw|planning)\b.*?\b|\A(?:an? )?(?=.*\b(?:ideas?|help|suggestions?|plan|what)\b))(?P<kind>(?:surprise |birthday |garden |farewell |graduation |kids |children's )*party)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
    needs="party",
)
_AGE = Regex(
    r"\b(?P<age>\d{1,2})[- ](?:years?|yrs?)[- ]olds?\b|\bturn(?:s|ing)? (?P<age2>\d{1,2})\b|\b(?P<age3>\d{1,2})(?:th|st|nd|rd)\b",
    re.IGNORECASE,
)
_THEME = Regex(
    r"\b(?:loves?|likes?|is (?:really |very )?into|crazy about|fan of|theme(?: is|:)?|themed?)\s+(?P<theme>[\w' -]+?)(?=\W*(?:\Z|[.,;!]| and (?:we|i|it|there)\b|,| with\b| for\b| on\b))|(?P<theme2>\w+)[- ]theme(?:d)?\b",
    re.IGNORECASE,
)
_GUESTS = Regex(r"\b(?P<n>\d{1,3}) (?:\w+ )?(?:guests|people|persons|kids|children|adults|friends|girls|boys)\b", re.IGNORECASE)
_BUDGET = Regex(r"\b(?:budget|max|under|up to|at most|spend|for|than)\b[^.\d]{0,15}(?P<n>\d{2,5}) ?(?P<unit>euros?|dollars?|pounds?|bucks|€|\$|£)?|(?P<n2>\d{2,5}) ?(?P<unit2>euros?|dollars?|pounds?)\b", re.IGNORECASE)  # fmt: skip
CHILD = 13  # years: below it, a party is one for children


def answer(wish: Wish) -> Answer | None:
    """Return the plan that is wished for; None if none is, or for a day without anything to do."""
    text = mended(bare(wish.text))
    if len(text) > LONGEST or UNSAFE.search(text):
        return None
    if found := _DAY.match(text):
        if not found["rest"]:
            return Answer(
                [(1.0, _known()["free day" if has(found["day"], "saturday|sunday|free day") else "workday"])], about="plan"
            )
        if re.match(r"i(?:'m| am)? (?:work|at work|in the office)\w*\b", found["rest"], re.IGNORECASE):
            return Answer([(1.0, _known()["workday"])], about="plan")
        told = _TASKS.search(f": {found['rest']}")
        return told and _day(
            found["day"], re.sub(r"\A(?:i (?:have|need|want|must)(?: to)?)\s+", "", told["tasks"], flags=re.IGNORECASE)
        )
    text = mended(bare(wish.whole))
    if (found := _PARTY.search(text)) and (
        _AGE.search(found["rest"])
        or _THEME.search(text)
        or _GUESTS.search(text)
        or any(re.search(one["if"], text, re.IGNORECASE) for one in _known()["told"])
    ):
        return Answer([(1.0, _party(found["kind"], text))], about="party")
    return None


def _day(day: str, tasks: str) -> Answer | None:
    """Return the hours of a day with its tasks; None if there are more than fit."""
    tasks = re.sub(r"\A(?:i (?:have|need|want|must)(?: to)?)\s+", "", tasks.strip(" .!?"), flags=re.IGNORECASE)
    things = [
        re.sub(r"\A(?:to|then|also|i (?:have|need|want) to) ", "", one.strip())
        for one in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", tasks)
        if one.strip()
    ]
    hours, plan = iter(HOURS), {}
    for thing in things:
        hour = next((hour for meal, hour in MEALS.items() if has(thing, meal)), None) or next(hours, None)
        if hour is None or hour in plan:
            return None
        plan[hour] = capital(thing)
    for meal, hour in list(MEALS.items())[:3]:
        plan.setdefault(hour, capital(meal))
    lines = sorted(plan.items(), key=lambda one: int(one[0].partition(":")[0]) * 60 + int(one[0].partition(":")[2]))
    text = "\n".join(f"- {hour} {thing}" for hour, thing in lines)
    return Answer(
        [
            (
                1.0,
                f"A plan for your {day.casefold() if day.islower() else day}:\n\n{text}\n\nMove the hours as you need them, and leave a free half hour between two things.",
            )
        ],
        about="plan",
    )


def _party(kind: str, text: str) -> str:
    age = _AGE.search(text)
    years = int(next(filter(None, age.groups()))) if age else None
    found = _THEME.search(text)
    theme = ((found["theme"] or found["theme2"]) if found else "").strip()
    child = (years is not None and years < CHILD) or (years is None and has(text, "kids?|child(?:ren)?"))
    guests = (many := _GUESTS.search(text)) and int(many["n"])
    games = (
        "a treasure hunt, musical chairs, and freeze dance"
        if child
        else "a quiz about the guest of honor, charades, and a playlist to which everybody adds three songs"
    )
    themed = f' with the theme "{theme}"' if theme else ""
    lines = [
        f"Three weeks before: fix the day, {'two or three hours' if child else 'the hours'}, and the guests{f' (here {guests})' if guests else f' (about as many as the age, {years})' if child and years else ''}. Send invitations{themed}.",
        f"Two weeks before: decoration{f' and small prizes that have to do with {theme}' if theme else ', balloons and candles'}. Ask who can help.",
        f"Games: {games}{f', each of them about {theme}' if theme else ''}.",
        f"Food: a cake{f' decorated with {theme}' if theme else ''}, fruit, something salty, plenty of water and juice. Ask about allergies.",
        "On the day: begin with a game that late guests can join, then cake, then the wild games, then a calm one."
        if child
        else "On the day: drinks and small bites as people come, food after an hour, then music, games and the cake.",
        "At the end: a photo of all, a small thank-you for each guest, and a note of who gave what.",
    ]  # fmt: skip
    lines += [one["say"] for one in _known()["told"] if re.search(one["if"], text, re.IGNORECASE)]
    if budget := _money(text, guests):
        lines.append(budget)
    return (
        f"A {kind.casefold()}{f' for a {years}-year-old' if years else ''}{f', all about {theme}' if theme else ''}:\n\n"
        + "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))
    )


def _money(text: str, guests: int | None) -> str:
    """Return how a budget that was told is shared out; "" where none was."""
    found = _BUDGET.search(_GUESTS.sub(" ", text))
    if not found or not (unit := found["unit"] or found["unit2"] or ("" if "budget" not in found[0].casefold() else " ")):
        return ""
    money = int(found["n"] or found["n2"])
    each = f", which is {money / guests:.0f} for each of the {guests}" if guests else ""
    half, fifth = money // 2, money // 5
    return (
        f"Budget of {money} {unit.strip()}".rstrip()
        + f"{each}: about {half} for food and cake, {fifth} for drinks, {fifth} for decoration and games, and {money - half - 2 * fifth} left for what was forgotten."
    )


def _known() -> dict:
    return read_table("everyday/plans.yaml")
