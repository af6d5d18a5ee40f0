"""Workouts at home for so many minutes, sparing what hurts, and a plan for a week (data/everyday/workouts.yaml)."""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import UNSAFE, Wish, has

LONGEST = 300  # characters of a request
USUAL = 20  # minutes
SHORTEST, MOST = 5, 90
_WORKOUT = Regex(
    r"\b(?:work-?outs?|exercise (?:routine|program|plan)|training (?:plan|at home)|home training|exercises? (?:at home|for home|without equipment|i can do)|fitness (?:plan|routine)|gym routine)\b",
    re.IGNORECASE,
    needs="exercise fitness routine training work",
)
_LOSES = Regex(
    r"\b(?:lose|losing|weight|kilos?|kg|pounds|belly|fat|diet|fit(?:ter)?|in shape|get fit|work-?outs?|exercis\w+|training)\b",
    re.IGNORECASE,
)
_PLAN = Regex(
    r"\b(?:make|give|write|create|need|want|can you|draw up|set up|weekly|week)\b.*\bplan\b|\A\W*(?:an? )?plan (?:for|to) (?:me to )?(?:get|getting|los)\w*\b|\bplan (?:for )?(?:me |the |my |a )*week\b",
    re.IGNORECASE,
    needs="plan",
)
_NOT = Regex(
    r"\b(?:5 ?k|10 ?k|5 ?km|10 ?km|marathon|running|jogging|study|meal plan|trip|itinerary|business|lesson|project|marketing|learn\w*|who|history|python|function|names?|eat|food|snack|vacation|days? in|weekend in|wedding|essay|party)\b",
    re.IGNORECASE,
)

_A_WEEK = Regex(r"\b(?P<n>[2-6]|two|three|four|five|six) (?:days|times|x) ?(?:a|per|each|every) week\b", re.IGNORECASE)
_MINUTES = Regex(r"\b(\d{1,3})[- ]?(?:min(?:ute)?s?)\b|\b(?P<hour>an hour|half an hour)\b", re.IGNORECASE)


def answer(wish: Wish) -> Answer | None:
    """Return a workout, or a plan for a week; None if neither is asked for."""
    text = wish.whole
    if len(text) > LONGEST or UNSAFE.search(text) or _NOT.search(wish.text):
        return None
    topics = " ".join((*wish.before, text))
    if (
        _PLAN.search(text)
        and _LOSES.search(topics)
        and (has(topics, "lose|losing|weight|kilos?|kg|pounds|belly|fat|fit|shape") or has(text, "week(?:ly)?"))
        and not _NOT.search(topics)
    ):
        return Answer([(1.0, _week(topics))], about="fitness")
    return Answer([(1.0, _workout(text))], about="workout") if _WORKOUT.search(text) else None


def _week(said: str) -> str:
    told = _known()
    lines = "\n".join(f"{day}: {what}" for day, what in told.week)
    knees = " Spare your knees: cycling and swimming instead of stairs and jumps." if has(said, "knees?") else ""
    eating = told.eating if has(said, "lose|losing|weight|kilos?|kg|pounds|belly|fat|diet") else told.moving
    return f"A plan for a week, at home and outside:\n\n{lines}\n\n{eating}{knees}"


def _workout(text: str) -> str:
    told = _known()
    minutes = _minutes(text)
    fits = [one for one in told.exercises if not (one["hard_on"] and has(text, one["hard_on"]))]
    spares = any(one["hard_on"] and has(text, one["hard_on"]) for one in told.exercises)
    if not spares:  # strong ones first, where nothing is to be spared
        fits = [*fits[7:], *fits[:7]]
    focus = next((names for words, names in told.focus.items() if has(text, words)), [])
    fits = sorted(fits, key=lambda one: one["name"] not in focus)
    warm, cool = max(1, minutes // 6), max(1, minutes // 6)
    chosen = fits[: 6 if minutes >= 15 else 4]
    rounds = max(1, (minutes - warm - cool) // len(chosen))
    lines = "\n".join(f"{place}. {one['name'].capitalize()}: {one['how']}" for place, one in enumerate(chosen, 1))
    times = "once" if rounds == 1 else f"{rounds} times"
    often = _A_WEEK.search(text)
    days = (
        f"\n\nOn {often['n']} days a week{told.spread.get(often['n'], '')}, at least one of them free between two where it can be; after two weeks, one round more."
        if often
        else ""
    )
    return (
        f"A workout at home of {minutes} minutes, without equipment:\n\nWarm up ({warm} min): {told.warm_up}.\n\n"
        f"40 seconds each, then 20 seconds of rest; go through the list {times}:\n\n{lines}\n\n"
        f"Cool down ({cool} min): {told.cool_down}.\n\nStop if something hurts{', and ask a doctor or physiotherapist what is good for it' if spares else ''}.{days}"
    )


def _minutes(text: str) -> int:
    found = _MINUTES.search(text)
    if not found:
        return USUAL
    if found["hour"]:
        return 60 if found["hour"].casefold() == "an hour" else 30
    return max(SHORTEST, min(MOST, int(found[1])))


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/workouts.yaml"))
