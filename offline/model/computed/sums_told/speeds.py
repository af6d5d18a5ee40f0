"""Distance, speed and time: any one of them from the other two."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from ..wholly import exact
from .told import N, Told, value, worked

_PER_HOUR = r"(?: ?(?P<unit>km|kilometers?|kilometres?|miles?) ?(?:/ ?h(?:r|our)?|per hour|an hour|a hour|h)\b| ?(?P<short>kmh|kph|mph)\b)"
_SPEED = Regex(rf"\b{N}{_PER_HOUR}", needs="kilometer kilometre km kph mile mph")
_DISTANCE = Regex(
    rf"\b{N} ?(?P<unit>km|kilometers?|kilometres?|miles?)\b(?! ?(?:/|per|an hour))", needs="kilometer kilometre km mile"
)
_HOURS_MINUTES = Regex(rf"\b{N} ?(?:hours?|hrs?|h)\b(?:(?: and|,)? {N} ?(?:minutes?|mins?|min)\b)?")
_MINUTES = Regex(rf"\b{N} ?(?:minutes?|mins?|min)\b")
_ASKS_TIME = Regex(r"\bhow long\b|\bhow much time\b|\bhow many (?:hours|minutes)\b|\bwhat time\b|\bhow fast will i be there\b")
_ASKS_SPEED = Regex(r"\bhow fast\b|\bspeed\b|\b(?:km/?h|kmh|mph)\b|\bpace\b")
_ASKS_WAY = Regex(
    r"\bhow far\b|\bwhat distance\b|\bdistance\b|\bhow many (?:km|kilometers?|kilometres?|miles?)\b|\bhow much (?:km|distance)\b"
)


def answer(told: Told) -> Answer | None:
    """Return the time, the speed or the distance; None where not two of the three are told, or there is more."""
    if scaled := _at_the_same_speed(told.anew()):
        return scaled
    speed, way = told.take(_SPEED), told.take(_DISTANCE)
    hours = _hours(told) if len([one for one in (speed, way) if one]) == 1 else None
    if told.left:
        return None
    miles = any("mi" in (one["unit"] or "") or (one is speed and speed["short"] == "mph") for one in (speed, way) if one)
    if speed and way and miles and not ("mi" in way["unit"] and (speed["short"] == "mph" or "mi" in (speed["unit"] or ""))):
        return None
    unit = "miles" if miles else "km"
    if speed and way and told.asks(_ASKS_TIME) and value(speed[1]):
        time = value(way[1]) / value(speed[1])
        return worked(
            f"Time is distance by speed: {shown(value(way[1]))} {unit} / {shown(value(speed[1]))} {unit} per hour = {_lasting(time)}.",
            _lasting(time),
        )
    if way and hours and told.asks(_ASKS_SPEED) and "pace" not in told.text:
        fast = f"{shown(round(value(way[1]) / hours, 2))} {unit} per hour"
        return worked(f"Speed is distance by time: {shown(value(way[1]))} {unit} in {_lasting(hours)} is {fast}.", fast)
    if way and hours and "pace" in told.text:
        pace = _minutes(hours * 60 / value(way[1]), unit)
        return worked(f"{_lasting(hours)} for {shown(value(way[1]))} {unit} is a pace of {pace}.", pace)
    if speed and hours and told.asks(_ASKS_WAY):
        far = f"{shown(round(value(speed[1]) * hours, 2))} {unit}"
        return worked(f"Distance is speed times time: {shown(value(speed[1]))} {unit} per hour × {_lasting(hours)} = {far}.", far)
    return None


def _at_the_same_speed(told: Told) -> Answer | None:
    """Return the time for another distance, or the distance in another time: 240 km in 3 hours, how long for 400 km?"""
    if told.take(_SPEED) or not (way := told.take(_DISTANCE)) or not (hours := _hours(told)):
        return None
    unit = "miles" if "mi" in way["unit"] else "km"
    speed = value(way[1]) / hours
    first = (
        f"{shown(value(way[1]))} {unit} in {_lasting(hours)} is {'' if exact(speed) else 'about '}{shown(speed)} {unit} per hour"
    )
    if told.asks(_ASKS_TIME) and (other := told.take(_DISTANCE)) and not told.left and other["unit"][:2] == way["unit"][:2]:
        time = _lasting(value(other[1]) / speed)
        return worked(f"{first}, so {shown(value(other[1]))} {unit} take {time}.", time)
    if told.asks(_ASKS_WAY) and (time := _hours(told)) and not told.left:
        far = speed * time
        said = f"{'' if exact(far) else 'about '}{shown(far)} {unit}"
        return worked(f"{first}, so in {_lasting(time)} it is {said}.", said)
    return None


def _hours(told: Told) -> float | None:
    if found := told.take(_HOURS_MINUTES):
        return value(found[1]) + value(found[2]) / 60
    found = told.take(_MINUTES)
    return value(found[1]) / 60 if found else None


def _lasting(hours: float) -> str:
    """Return a time as "2 hours 30 minutes"."""
    minutes = round(hours * 60)
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole} hour{'s' if whole != 1 else ''}"] if whole else []
    parts += [f"{rest} minute{'s' if rest != 1 else ''}"] if rest or not whole else []
    return ("" if abs(hours * 60 - minutes) < 0.01 else "about ") + " ".join(parts)


def _minutes(minutes: float, unit: str) -> str:
    whole, seconds = divmod(round(minutes * 60), 60)
    return f"{whole}:{seconds:02d} minutes per {'mile' if unit == 'miles' else 'km'}"
