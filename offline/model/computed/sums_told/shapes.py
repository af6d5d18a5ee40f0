"""Areas, perimeters and volumes of the shapes that are taught at school, and the sides of a right triangle."""

import math

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from ..wholly import exact
from .told import N, Told, value, worked

_UNIT = r"(?: ?(?P<{0}>km|cm|mm|meters?|metres?|m|feet|foot|ft|inches|inch|in|yards?|miles?)\b(?!²))?"
_BY = Regex(
    rf"\b{N}{_UNIT.format('one')} ?(?:x|by|×|\*|times) ?(?:a )?{N}{_UNIT.format('two')}(?: ?(?:x|by|×|\*|times) ?{N}{_UNIT.format('three')})?"
)
_SIDES = Regex(
    rf"\b(?:sides?|lengths?|length|base|legs?|long|edges?)\b(?: (?:of|is|are|=|with|a|lengths?|length|long|the|side|\w+ is))*:? ?{N}{_UNIT.format('one')}(?: long)?(?:,| and| with)* ?(?:(?:a |the |its )?(?:widths?|height|wide|high)(?: (?:of|is|=))*:? ?)?{N}{_UNIT.format('two')}"
)
_LONG = Regex(
    rf"\b{N}{_UNIT.format('one')} (?:long|in length),? (?:and )?{N}{_UNIT.format('two')} (?:wide|broad|in width|high|deep)(?:,? (?:and )?{N}{_UNIT.format('three')} (?:high|deep|tall))?"
)
_SINGLE = Regex(
    rf"\b(?:(?P<what>radius|diameter|side|sides|edges?|r|d|side length|length)\b(?: (?:of|is|=|length|are|lengths))*:? ?=? ?){N}{_UNIT.format('one')}|\b{N}{_UNIT.format('two')} (?P<after>radius|diameter|sides?|edges?)\b"
)
_RADIUS_HEIGHT = Regex(
    rf"\b(?P<what>radius|diameter|r|d)\b(?: (?:of|is|=))*:? ?=? ?{N}{_UNIT.format('one')}(?:,| and| with)* (?:a |the |its )?(?:height|h|length)\b(?: (?:of|is|=))*:? ?=? ?{N}{_UNIT.format('two')}"
)
_OF_ONE = Regex(rf"\b(?:square|cube|circle|sphere|ball|equilateral triangle)\b[^\d]{{0,25}}?\b{N}{_UNIT.format('one')}")
_WHAT = Regex(
    r"\b(?P<what>areas?|surface(?: area)?|perimeter|circumference|volume|hypotenuse|diagonal|square (?:meters?|metres?|feet)|how (?:big|large|much (?:space|fence|water|carpet|paint))|fence)\b",
    needs="area big circumference diagonal fence hypotenuse large much perimeter square surface volume",
)
_SHAPE = Regex(
    r"\b(?P<shape>rectang\w+|square(?! (?:meters?|metres?|feet|root|foot))|circle|circular|round|right(?:-angled)? triangle|triangle|room|garden|field|box|cuboid|aquarium|pool|cube|sphere|ball|cylinder|cone|wall|yard|lawn|carpet|hypotenuse|floor|table|plot|house|apartment|kitchen|pizza|trapezoid|hexagon|pyramid|ellipse|parallelogram)\b"
)
_RIGHT = frozenset(("hypotenuse", "diagonal"))
_SHORT = {"m": "meters meter metres metre", "ft": "foot feet", "in": "inches inch", "yd": "yard yards", "mi": "mile miles"}
_NAMES = {name: short for short, names in _SHORT.items() for name in names.split()}


def answer(told: Told) -> Answer | None:
    """Return an area, a perimeter, a volume or a side; None where a measure is missing, or there is more."""
    what, shape = _WHAT.search(told.text), _SHAPE.search(told.text)
    if not what:
        return None
    asked = what["what"]
    name = shape["shape"] if shape else ""
    if name in ("trapezoid", "hexagon", "pyramid", "ellipse", "parallelogram"):
        return None
    kind = (
        _round if name in ("circle", "circular", "round", "sphere", "ball", "cylinder", "cone", "pizza") else
        _triangle if "triangle" in name or asked in _RIGHT else
        _of_one_side if name in ("square", "cube") else _of_sides
    )  # fmt: skip
    return kind(told, asked, name)


def _unit(found) -> str | None:
    """Return the one unit of all measures; None if there are several."""
    named = {_NAMES.get(unit, unit) for group in ("one", "two", "three") if (unit := found.groupdict().get(group))}
    return None if len(named) > 1 else next(iter(named), "")


def _says(formula: str, result: float, unit: str, power: int) -> Answer:
    result = round(result, 10)
    written = f"{shown(result)}{f' {unit}' if unit else ''}{('', '', '²', '³')[power] if unit else ''}"
    return worked(f"{formula} {'=' if exact(result) else '≈'} {written}.", written)


def _measures(found) -> list[float]:
    return [value(one) for one in found.groups() if one and one[0].isdigit()]


def _of_sides(told: Told, asked: str, name: str) -> Answer | None:
    found = told.take(_LONG) or told.take(_BY) or told.take(_SIDES)
    unit = _unit(found) if found else None
    if not found or told.left or unit is None:
        return None
    sides = _measures(found)
    written = " × ".join(map(shown, sides))
    if asked == "volume" or len(sides) == 3:
        if len(sides) != 3 or asked not in ("volume", "how much water", "how big", "how much space", "how large"):
            return None
        return _says(f"Volume: {written}", math.prod(sides), unit, 3)
    if asked in ("perimeter", "circumference", "fence", "how much fence"):
        return _says(f"Perimeter: 2 × ({shown(sides[0])} + {shown(sides[1])})", 2 * sum(sides), unit, 1)
    return (
        _says(f"Area: {written}", math.prod(sides), unit, 2)
        if asked not in ("surface", "surface area") or name not in ("box", "cuboid")
        else None
    )


def _of_one_side(told: Told, asked: str, name: str) -> Answer | None:
    found = told.take(_SINGLE) or told.take(_OF_ONE)
    if found is None and (found := told.take(_BY)) and len(set(_measures(found))) != 1:
        return None
    unit = _unit(found) if found else None
    if not found or told.left or unit is None or (found.groupdict().get("what") or "").startswith(("r", "d")):
        return None
    side = _measures(found)[0]
    a = shown(side)
    if name == "cube":
        if asked.startswith("surface") or asked.startswith("area"):
            return _says(f"Surface: 6 × {a} × {a}", 6 * side * side, unit, 2)
        return _says(f"Volume: {a} × {a} × {a}", side**3, unit, 3) if asked == "volume" else None
    if asked in ("perimeter", "circumference", "fence", "how much fence"):
        return _says(f"Perimeter: 4 × {a}", 4 * side, unit, 1)
    if asked == "diagonal":
        return _says(f"Diagonal: √2 × {a}", math.sqrt(2) * side, unit, 1)
    return _says(f"Area: {a} × {a}", side * side, unit, 2) if asked != "volume" else None


def _round(told: Told, asked: str, name: str) -> Answer | None:
    if name in ("cylinder", "cone"):
        found = told.take(_RADIUS_HEIGHT)
        unit = _unit(found) if found else None
        if not found or told.left or unit is None or asked != "volume":
            return None
        radius, height = _measures(found)
        radius = radius / 2 if found["what"].startswith("d") else radius
        third = "1/3 × " if name == "cone" else ""
        return _says(
            f"Volume: {third}π × {shown(radius)}² × {shown(height)}", math.pi * radius**2 * height / (3 if third else 1), unit, 3
        )
    found = told.take(_SINGLE)
    unit = _unit(found) if found else None
    if not found or told.left or unit is None:
        return None
    across = (found["what"] or found["after"]).startswith("d")
    radius = _measures(found)[0] / (2 if across else 1)
    first = f"The radius is {shown(radius)}. " if across else ""
    r = shown(radius)
    if name in ("sphere", "ball"):
        if asked == "volume":
            return _says(f"{first}Volume: 4/3 × π × {r}³", 4 / 3 * math.pi * radius**3, unit, 3)
        return (
            _says(f"{first}Surface: 4 × π × {r}²", 4 * math.pi * radius**2, unit, 2)
            if asked.startswith(("surface", "area"))
            else None
        )
    if asked in ("perimeter", "circumference"):
        return _says(f"{first}Circumference: 2 × π × {r}", 2 * math.pi * radius, unit, 1)
    return _says(f"{first}Area: π × {r}²", math.pi * radius**2, unit, 2) if asked != "volume" else None


def _triangle(told: Told, asked: str, name: str) -> Answer | None:
    found = (
        told.take(_SIDES) or told.take(_BY) or told.take(Regex(rf"\b{N}{_UNIT.format('one')}(?: and|,) {N}{_UNIT.format('two')}"))
    )
    unit = _unit(found) if found else None
    if not found or told.left or unit is None or len(sides := _measures(found)) != 2:
        return None
    one, other = map(shown, sides)
    if asked in _RIGHT:
        return _says(f"{asked.capitalize()}: √({one}² + {other}²)", math.hypot(*sides), unit, 1)
    if asked.startswith("area") and ("right" in name or "base" in found[0]):
        return _says(f"Area: {one} × {other} / 2", sides[0] * sides[1] / 2, unit, 2)
    return None
