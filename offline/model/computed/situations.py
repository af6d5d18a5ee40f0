"""Advice from what somebody tells: how to learn so much in so many days, what to do about money, and the rows of data/everyday/situations.yaml."""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .numbers import digits, shown
from .question import Answer, Question, says

LONGEST = 350  # characters of a message
_ASKS = Regex(
    r"\?|\b(?:what|how|tips?|advice|help|should|any ideas?|plan|can'?t|cannot|decide)\b",
    re.IGNORECASE,
)
_ORDERS = Regex(
    r"\b(?:write|translate|summari[sz]e|poem|story|joke|essay|email|e-mail|letter|code|function|python|correct|rewrite|rephrase|in (?:german|french|spanish))\b|\bhow (?:much|many)\b(?!.*\bshould\b)",
    re.IGNORECASE,
)
_EXAM = Regex(r"\b(?:exam|test|finals|quiz|driving test|certificate)\b", re.IGNORECASE, needs="certificate exam finals quiz test")
_DAYS = Regex(
    r"\b(?:in|have|only|left|within) (?:only |just |about )?(\d+) (days?|weeks?)\b|\b(\d+) (days?|weeks?) (?:left|to go|time|until|before|to (?:learn|study|prepare))\b",
    re.IGNORECASE,
)
_PARTS = Regex(
    r"\b(\d+) (chapters?|topics?|units?|lessons?|pages?|subjects?|words|vocabulary words|questions?|lectures?|books?|modules?)\b",
    re.IGNORECASE,
    needs="book chapter lecture lesson module page question subject topic unit words",
)
_PLAN = Regex(r"\b(?:plan|schedule|timetable|how (?:do|should|can|to))\b", re.IGNORECASE)
_SUBJECT = Regex(
    r"\b(?:exam|test|finals) (?:in|on|about|for) (?:my )?(?!(?:\d|two|three|four|five|six|a |the )\b|a week)([a-z]+)\b|\b(?!(?:my|the|an?|final|big|next|important|school|last|have|for|this|first|oral|written|driving|english-)\b)([a-z]+) (?:exam|test)\b",
    re.IGNORECASE,
)
_WHEN = Regex(r"\btomorrow\b", re.IGNORECASE, needs="tomorrow")
_MONEY = r"(?:[€$£] ?)?(\d[\d,]*(?:\.\d\d)?)(?: ?(?:euros?|eur|dollars?|usd|pounds?|[€$£]|bucks))?"
_DEBT = Regex(
    rf"\b(?:debts?|owe|loan|minus|credit cards?)\b(?:[^.?!\d]{{0,25}}?){_MONEY}|{_MONEY} (?:of |in )?(?:credit card )?debts?\b",
    re.IGNORECASE,
    needs="credit debt loan minus owe",
)
_INCOME = Regex(
    rf"\b(?:earn|make|get|income(?: is| of)?|salary(?: is| of)?|paid) (?:about |around )?{_MONEY}",
    re.IGNORECASE,
    needs="earn get income make paid salary",
)
_RENT = Regex(
    rf"\brent(?: is| costs?| of|:)? {_MONEY}|\bpay {_MONEY} (?:of |for |in )?(?:the )?rent\b", re.IGNORECASE, needs="pay rent"
)
_SAVES = Regex(r"\b(?:sav(?:e|ing|ings)|budget|money|afford|spend)\b", re.IGNORECASE)
_CARD = Regex(r"\bcredit cards?\b", re.IGNORECASE)


def answer(question: Question) -> Answer | None:
    """Return advice for what a message tells; None where nothing of it is known, or no advice is asked for."""
    text = " ".join(question.text.replace("’", "'").split())
    if len(text) > LONGEST or len(text.split()) < 6 or not _ASKS.search(text) or _ORDERS.search(text):
        return None
    return _exam(digits(text)) or _money(text) or _row(text)


def _exam(text: str) -> Answer | None:
    found, parts = _DAYS.search(text), _PARTS.search(text)
    days = None
    if found:
        count = int(found[1] or found[3])
        days = count * 7 if (found[2] or found[4]).casefold().startswith("week") else count
    elif _WHEN.search(text):
        days = 1
    if not _EXAM.search(text) or not days or days > 200:
        return None
    if not parts:
        return _study_plan(text, days) if days > 3 and _PLAN.search(text) else None
    count, what = int(parts[1]), parts[2].casefold()
    last = max(1, round(days / 5)) if days > 1 else 0
    each = -(-count // (days - last))
    values = {
        "count": count,
        "what": what,
        "days": _days(days),
        "learning": _days(days - last),
        "each": f"{each} {what if each != 1 else what.rstrip('s')}",
        "last": f"{last} days" if last > 1 else "day",
        "first": max(1, count // 3),
    }
    plan = _plans()["parts"]
    return _listed([plan["open" if last else "one day"], *plan["then"]], values, "study exam", short=0)


def _days(count: int) -> str:
    return f"{count} day{'s' if count != 1 else ''}"


def _listed(lines: list[str], values: dict, about: str, *, short: int) -> Answer:
    """Return lines of data/everyday/situation_plans.yaml, numbered, with their values."""
    said = [line.format(**values).replace(". .", ".") for line in lines]
    return says("\n".join(f"{place}. {line}" for place, line in enumerate(said, 1)), short=said[short], about=about)


def _study_plan(text: str, days: int) -> Answer:
    """Return a plan for the days up to an exam, with the subject that was told."""
    found = _SUBJECT.search(text)
    subject = next((one for one in found.groups() if one), "") if found else ""
    red, yellow, last = 1 + (days - 2) // 2, 1 + (days - 2) * 4 // 5, days - 1
    values = {"of": f" of {subject}" if subject else "", "in": f" in {subject}" if subject else "", "days": days}
    values |= {"red": red, "from": red + 1, "yellow": yellow, "old": yellow + 1, "last": last}
    said = _plans()["up to an exam"].format(**values) + (" One day a week is free." if days > 9 else "")
    return says(re.sub(r"Days (\d+) to \1:", r"Day \1:", said), short=said.split("\n")[3], about="study exam")


def _money(text: str) -> Answer | None:
    debt, income, rent = (_first(pattern.search(text)) for pattern in (_DEBT, _INCOME, _RENT))
    if not income or not (debt or (rent and _SAVES.search(text))) or (rent and rent >= income):
        return None
    left, share = income - rent, rent / income * 100
    months = -(-debt // (income / 10))
    values = {
        "fixed": f"{shown(income)} a month, minus {shown(rent)} of rent, leaves {shown(left)}. " if rent else "",
        "debt": shown(debt),
        "income": shown(income),
        "tenth": shown(income / 10),
        "months": f"{shown(months)} month{'s' if months != 1 else ''}",
        "card": _plans()["card"] if _CARD.search(text) else "",
        "share": shown(round(share)),
        "judged": _plans()["much" if share > 40 else "usual"],
        "least": shown(round(left / 10)),
        "most": shown(round(left / 5)),
        "week": shown(round(left * 0.8 * 12 / 52)),
    }
    return _listed(_plans()["debt" if debt else "rent"], values, "money", short=1)


def _first(found: re.Match | None) -> float:
    return next((float(one.replace(",", "")) for one in found.groups() if one), 0.0) if found else 0.0


def _row(text: str) -> Answer | None:
    for row in _rows():
        if not all(re.search(pattern, text, re.IGNORECASE) for pattern in row["asked"]):
            continue
        if "not" in row and re.search(row["not"], text, re.IGNORECASE):
            continue
        told = [said for fact in row["facts"] if (said := _said(fact, text))]
        if told:
            lines = [*told, *row["do"]]
            ending = f"\n\n{row['doctor']}" if "doctor" in row else ""
            return says(
                "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1)) + ending, short=told[0], about="advice"
            )
    return None


def _said(fact: dict, text: str) -> str | None:
    """Return what is said to a fact, with the words in which it was told; None if it was not."""
    found = re.search(fact["if"], text, re.IGNORECASE)
    if found is None:
        return None
    return re.sub(r"\{(\d)\}", lambda group: found[int(group[1])] or "", fact["say"])


@cache
def _rows() -> list[dict]:
    return read_table("everyday/situations.yaml")


@cache
def _plans() -> dict:
    return read_table("everyday/situation_plans.yaml")
