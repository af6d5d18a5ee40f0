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
_EXAM = Regex(r"\b(?:exam|test|finals|quiz|driving test|certificate)\b", re.IGNORECASE)
_DAYS = Regex(
    r"\b(?:in|have|only|left|within) (?:only |just |about )?(\d+) (days?|weeks?)\b|\b(\d+) (days?|weeks?) (?:left|to go|time|until|before|to (?:learn|study|prepare))\b",
    re.IGNORECASE,
)
_PARTS = Regex(
    r"\b(\d+) (chapters?|topics?|units?|lessons?|pages?|subjects?|words|vocabulary words|questions?|lectures?|books?|modules?)\b",
    re.IGNORECASE,
)
_PLAN = Regex(r"\b(?:plan|schedule|timetable|how (?:do|should|can|to))\b", re.IGNORECASE)
_SUBJECT = Regex(
    r"\b(?:exam|test|finals) (?:in|on|about|for) (?:my )?(?!(?:\d|two|three|four|five|six|a |the )\b|a week)([a-z]+)\b|\b(?!(?:my|the|an?|final|big|next|important|school|last|have|for|this|first|oral|written|driving|english-)\b)([a-z]+) (?:exam|test)\b",
    re.IGNORECASE,
)
_WHEN = Regex(r"\btomorrow\b", re.IGNORECASE)
_MONEY = r"(?:[€$£] ?)?(\d[\d,]*(?:\.\d\d)?)(?: ?(?:euros?|eur|dollars?|usd|pounds?|[€$£]|bucks))?"
_DEBT = Regex(
    rf"\b(?:debts?|owe|loan|minus|credit cards?)\b(?:[^.?!\d]{{0,25}}?){_MONEY}|{_MONEY} (?:of |in )?(?:credit card )?debts?\b",
    re.IGNORECASE,
)
_INCOME = Regex(rf"\b(?:earn|make|get|income(?: is| of)?|salary(?: is| of)?|paid) (?:about |around )?{_MONEY}", re.IGNORECASE)
_RENT = Regex(rf"\brent(?: is| costs?| of|:)? {_MONEY}|\bpay {_MONEY} (?:of |for |in )?(?:the )?rent\b", re.IGNORECASE)
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
    learning = days - last
    each = -(-count // learning)
    lines = [
        f"{count} {what} in {days} day{'s' if days != 1 else ''}: learn on {learning} day{'s' if learning != 1 else ''}, {each} {what if each != 1 else what.rstrip('s')} a day, and keep the last {f'{last} days' if last > 1 else 'day'} for repeating and a mock exam."
    ]
    if not last:
        lines = [
            f"{count} {what} in one day: do not read all of it. Begin with the {max(1, count // 3)} that count most in old exams, then the next ones, and stop in time for seven hours of sleep."
        ]
    lines += [
        "Begin each day with ten minutes of questions about yesterday's part, without the book: recalling is what makes it stay.",
        "Work in blocks of 45 minutes with breaks of ten, the phone in another room.",
        "Note what you could not answer, and go over that list in the evening.",
        "Sleep the night before: it does more than the last two hours.",
    ]
    return says("\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1)), short=lines[0], about="study exam")


def _study_plan(text: str, days: int) -> Answer:
    """Return a plan for the days up to an exam, with the subject that was told."""
    found = _SUBJECT.search(text)
    subject = next((one for one in found.groups() if one), "") if found else ""
    red, yellow, last = 1 + (days - 2) // 2, 1 + (days - 2) * 4 // 5, days - 1
    lines = [
        f"Day 1: list all topics{f' of {subject}' if subject else ''}, and mark them: green (known), yellow (half known), red (not known).",
        f"Days 2 to {red}: one red topic a day, in two blocks of 45 minutes; understand it, then answer questions without looking.",
        f"Days {red + 1} to {yellow}: the yellow topics, two a day, and one old exam with the clock running.",
        f"Days {yellow + 1} to {last}: old exams, and only what went wrong in them."
        if yellow < last
        else f"Day {last}: one old exam, and only what went wrong in it.",
        f"Day {days}: look through your notes once, pack your things, and sleep.",
        "Each day ends with ten minutes of questions about the day before." + (" One day a week is free." if days > 9 else ""),
    ]
    lines = [re.sub(r"Days (\d+) to \1:", r"Day \1:", line) for line in lines]
    head = f"{days} days up to the exam{f' in {subject}' if subject else ''}:\n\n"
    return says(head + "\n".join(f"- {line}" for line in lines), short=lines[1], about="study exam")


def _money(text: str) -> Answer | None:
    debt, income, rent = (_first(pattern.search(text)) for pattern in (_DEBT, _INCOME, _RENT))
    if not income or not (debt or (rent and _SAVES.search(text))):
        return None
    fixed = f"{shown(income)} a month, minus {shown(rent)} of rent, leaves {shown(income - rent)}" if rent else ""
    if rent and rent >= income:
        return None
    if debt:
        tenth = income / 10
        months = -(-debt // tenth)
        card = (
            " Credit cards take the highest interest of all, so this comes first, before any saving."
            if _CARD.search(text)
            else ""
        )
        lines = [
            f"{fixed + '. ' if fixed else ''}With {shown(debt)} of debt and {shown(income)} a month, paying back a tenth of your income ({shown(tenth)}) every month ends it in about {shown(months)} month{'s' if months != 1 else ''}, plus the interest.{card}",
            "Stop adding to it: pay by debit card or in cash until it is gone.",
            "Set up the payment for the day on which your salary comes, always more than the minimum.",
            "Write down for a month what you spend, and cut the two largest things that you would not miss.",
            "If it grows nevertheless, or you miss payments, a non-profit debt advice office helps free of charge in many countries.",
        ]
    else:
        left = income - rent
        share = rent / income * 100
        judged = (
            "that is much, as a third is a common rule: a roommate or a cheaper flat would change most"
            if share > 40
            else "that is within what is usual"
        )
        lines = [
            f"{fixed}. Rent takes {shown(round(share))}% of your income: {judged}.",
            f"Save first, not what is left over: move {shown(round(left / 10))} to {shown(round(left / 5))} to another account on the day your pay comes.",
            "Write down for a month what the rest goes for. Food out, subscriptions and deliveries are the usual surprises.",
            f"Give yourself a sum a week for everything else, about {shown(round(left * 0.8 * 12 / 52))}, bills included, and look on Sunday what is left.",
            "Wait two days before you buy what you did not plan.",
        ]
    return says("\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1)), short=lines[1], about="money")


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
