"""A budget that is told in a talk, with what goes off it: what is left, also after one more cost, and what it comes to if saved.

Nothing is worked out of a talk with a number in it that is neither the budget nor a cost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..regex import Regex
from .numbers import shown
from .question import Answer, Question, says

LONGEST = 300  # characters of a message
_N = r"[€$£]?\s?(?P<n>\d+(?:,\d{3})*(?:\.\d{1,2})?)(?![\d.,]*\d)\s?(?:[€$£]|euros?\b|dollars?\b|pounds?\b|usd\b|eur\b)?"
_BUDGET = Regex(
    rf"\b(?:budget|income|salary|pay ?check|pension|allowance|i (?:earn|make|get)|(?:i|we) (?:have|'ve got|got)(?= [€$£]?\d[\d.,]* ?(?:[€$£]|euros?|dollars?|pounds?)?\b(?: (?:for|to|on|in|left|a|per)\b| ?[.,:;]| ?and\b)))\b(?: (?:for|per|a|each|the|this|is|of|about|net|every|month|monthly|week|now|food|party))*\W*{_N}(?: (?:a|per|each|every|this) (?:month|week))?",
    re.IGNORECASE,
    needs="allowance check earn get got have income make pension salary",
)
_COST = Regex(
    rf"\b(?P<name>(?:(?!\b(?:and|plus|i|the|my|for|to|also|then)\b)[a-z]+[ -]){{0,2}}?(?!(?:and|plus|for|to|is|are|of|about|another|buys?|bought|buying|gets?|take|eat|have|need|want)\b)[a-z]+)(?: (?:is|are|costs?|takes?|for|of|about|bill is))*[\s,:=]+{_N}(?! ?(?:nights?|days?|people|persons?|weeks?|months?|years?|hours?|times|km|kg)\b)",
    re.IGNORECASE,
)
_FOR = Regex(rf"{_N} (?:for|on|goes to) (?:the |my |our )?(?P<name>[a-z]+)\b", re.IGNORECASE)  # "and 120 for the car"
_LEFT = Regex(r"\b(?:left|left over|remains?|remaining)\b|\bhow much (?:is over|can i (?:still )?spend)\b", re.IGNORECASE)
_NOW = Regex(r"\b(?:and|so|what about) now\b|\bnow\?", re.IGNORECASE)
_CHANGES = Regex(
    rf"\b(?:if|what if|when|say|suppose)\b(?: (?:the|my|our|i))* (?P<name>[a-z]+) (?:(?:goes|went|is going|gets?|is|was|rises?|rose|increases?|drops?|falls?|fell|sinks?|costs?)\s?)(?P<way>up|down|more expensive|cheaper|by|to|only|instead)?(?: (?P<by>by|to))? ?{_N}(?P<more> (?:more|less|cheaper|higher|lower))?",
    re.IGNORECASE,
)
_PERCENT = Regex(
    r"\b(?P<n>\d{1,2}(?:\.\d+)?)\s?(?:%|percent)(?: (?:of (?:it|that|my income|my salary))?\s?(?:on|for|goes to|to|in|is))+ (?:the |my )?(?P<name>[a-z]+)\b",
    re.IGNORECASE,
)
_SPAN = Regex(
    rf"{_N} (?:a|per|each|every) (?P<unit>night|day|week|person|head|hour)(?: (?:for|x|times))? (?P<count>\d{{1,3}}) (?:(?P=unit)|nights?|people|persons)s?\b",
    re.IGNORECASE,
    needs="day head hour night person week",
)
_CAN_SAVE = Regex(
    rf"\b(?:can|could) (?:i|we) (?:still |also )?(?:save|put away|put aside|afford|spend) {_N}",
    re.IGNORECASE,
    needs="afford aside away save spend",
)
_WITHOUT = Regex(
    r"\b(?:if|without|when)\b(?: i| we)?(?: (?:sell|sold|cancel|cancell?ed|quit|drop|stop|stopped|give up|do not have|don't have|skip))? (?:the |my |our )(?P<name>[a-z]+)\W*\Z",
    re.IGNORECASE,
)
_GIFT = Regex(r"\b(?:gifts?|presents?)\b", re.IGNORECASE, needs="gift present")
_EACH = Regex(r"\b\d+ [a-z]+\b.*\b(?:each|apiece|a piece|per piece)\b", re.IGNORECASE, needs="each piece")
_ENOUGH = Regex(r"\b(?:enough|afford|can i pay|within (?:the|my) budget|too much)\b", re.IGNORECASE)
_SHARE = {"half": 2, "a third": 3, "a quarter": 4, "all": 1}
_SAVED = Regex(
    r"\bsav(?:e|ed|ing)\s+(?P<share>half|a third|a quarter|all|everything)?(?: of)?\s*(?:that|it|this|the rest)\b.*?\b(?:after|in|for|over) (?P<count>an?|one|two|three|\d+) (?P<unit>years?|months?)\b",
    re.IGNORECASE,
    needs="sav",
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


@dataclass(frozen=True)
class _Told:
    """What somebody has a month, and what each cost takes of it."""

    budget: float
    costs: tuple[tuple[str, float], ...]

    @property
    def left(self) -> float:
        return round(self.budget - sum(cost for _, cost in self.costs), 2)


def answer(question: Question) -> Answer | None:
    """Return what is noted of a budget, what is left of it, or what is saved; None outside of a talk about one."""
    text = question.text
    if len(text) > LONGEST or _EACH.search(text) or _GIFT.search(text):
        return None
    talk = [_CAN_SAVE.sub(" ", _span(said)) for said in [*reversed(question.earlier("user")[:8]), text]]
    start = next((number for number in range(len(talk) - 1, -1, -1) if _BUDGET.search(talk[number])), None)
    saved = _SAVED.search(text)
    told = None if start is None else _read([_SAVED.sub(" ", said) for said in talk[start:]])
    if told is None or not told.costs or (len(told.costs) < 2 and "%" in text):
        return None
    if saved:
        return _saving(told, saved)
    if saves := _CAN_SAVE.search(text):
        yes = "Yes" if told.left >= _value(saves["n"]) else "No"
        return says(f"{yes}. {_rest(told).ways[0][1]}", short=yes, about="money math")
    if _ENOUGH.search(text):
        found = _rest(told)
        return says(
            f"{'Yes' if told.left >= 0 else 'No'}. {found.ways[0][1]}",
            short="Yes" if told.left >= 0 else "No",
            about="money math",
        )
    if start < len(talk) - 1 and (_CHANGES.search(talk[-1]) or _WITHOUT.search(talk[-1])):
        return _rest(told)
    if _LEFT.search(text) or _NOW.search(text):
        return _rest(told)
    if (
        start == len(talk) - 1
        and "?" not in text
        and not re.search(r"\b(?:help|how|what|write|plan|make|tips?|can't|want|need)\b", text, re.IGNORECASE)
    ):
        return says(f"Noted: a budget of {shown(told.budget)}, and costs of {_sum(told)}.")
    return None


def _read(talk: list[str]) -> _Told | None:
    """Return the budget and the costs; None where a number is neither."""
    budget, costs = 0.0, []
    for said in talk:
        found = _BUDGET.search(said)
        if found:
            budget = _value(found["n"])
            said = f"{said[: found.start()]} ; {said[found.end() :]}"
        for one in _CHANGES.finditer(said) if costs else ():
            costs = _changed(costs, one)
        said = _CHANGES.sub(" ; ", said) if costs else said
        if dropped := _dropped(said, costs):
            costs = [one for one in costs if one[0] != dropped]
        shares = [(one["name"].casefold(), round(budget * float(one["n"]) / 100, 2)) for one in _PERCENT.finditer(said)]
        costs, said = [*costs, *shares], _PERCENT.sub(" ; ", said)
        for pattern in (_COST, _FOR):
            costs += [(one["name"].strip().casefold(), _value(one["n"])) for one in pattern.finditer(said)]
            said = pattern.sub(" ; ", said)
        if re.search(r"\d", said):
            return None
    return _Told(budget, tuple(costs))


def _dropped(said: str, costs: Sequence[tuple[str, float]]) -> str:
    """Return the cost that falls away: "what if I sell the car"; "" for none."""
    found = _WITHOUT.search(said)
    return next((name for name, _ in costs if found and found["name"].casefold() in name.split()), "")


def _span(said: str) -> str:
    """Return a message with "60 a night for 3 nights" as 180."""
    return _SPAN.sub(lambda found: f" {_value(found['n']) * int(found['count']):g}", said)


def _changed(costs: list[tuple[str, float]], change: re.Match) -> list[tuple[str, float]]:
    """Return the costs after "if rent goes up by 40", or "if rent is 700"."""
    name, amount = change["name"].casefold(), _value(change["n"])
    fall = re.search(r"\b(?:down|drops?|falls?|fell|sinks?|cheaper|less|lower)\b", change[0], re.IGNORECASE)
    rise = re.search(r"\b(?:up|rises?|rose|increases?|more|higher)\b", change[0], re.IGNORECASE)
    new = "to" in (change["way"], change["by"]) or not (fall or rise)
    return [
        (one, amount if new else cost - amount if fall else cost + amount)
        if one.split()[-1] == name or name in one.split()
        else (one, cost)
        for one, cost in costs
    ]


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _sum(told: _Told) -> str:
    each = [shown(cost) for _, cost in told.costs]
    return f"{' + '.join(each)} = {shown(round(told.budget - told.left, 2))}" if len(each) > 1 else each[0]


def _rest(told: _Told) -> Answer:
    spent = shown(round(told.budget - told.left, 2))
    adds = f"The costs are {_sum(told)}. " if len(told.costs) > 1 else ""
    short = f": it is {shown(-told.left)} too little" if told.left < 0 else ""
    return says(f"{adds}{shown(told.budget)} - {spent} = {shown(told.left)}{short}.", short=shown(told.left), about="money math")


def _saving(told: _Told, found: re.Match) -> Answer | None:
    if told.left <= 0:
        return _rest(told)
    share = _SHARE.get((found["share"] or "all").casefold(), 1)
    count = _COUNTS.get(found["count"].casefold()) or int(found["count"])
    months = count * 12 if found["unit"].casefold().startswith("year") else count
    each = round(told.left / share, 2)
    part = f"{shown(told.left)} / {share} = {shown(each)} a month; " if share > 1 else ""
    total = shown(round(each * months, 2))
    return says(f"{part}{months} × {shown(each)} = {total}, without interest.", short=total, about="money math")
