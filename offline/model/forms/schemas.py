"""Bring a schema into one plain shape: references followed, parts merged, branches side by side.

Also `height`: how many levels the smallest value has. It ends recursion: beyond some depth the branch
of least height is taken, and a schema of infinite height has no value at all.
"""

import math
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from ..unbuildable import Unbuildable
from .patterns import compiled

_TIGHTER = {
    "minimum": max, "exclusiveMinimum": max, "minLength": max, "minItems": max, "minProperties": max,
    "maximum": min, "exclusiveMaximum": min, "maxLength": min, "maxItems": min, "maxProperties": min,
    "required": lambda one, other: [*one, *(name for name in other if name not in one)],
    "enum": lambda one, other: [value for value in one if value in other],
    "items": lambda one, other: {"allOf": [one, other]},
    "additionalProperties": lambda one, other: {"allOf": [one, other]},
    "properties": lambda one, other: one | {name: {"allOf": [one[name], other[name]]} if name in one else other[name] for name in other},
}  # fmt: skip
_TELLING = {
    "object": ("properties", "required", "additionalProperties", "patternProperties", "minProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "contains"),
    "string": ("pattern", "format", "minLength", "maxLength"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}  # which keywords tell the type of a schema that does not name it


class Schemas:
    """A schema with what its references name."""

    def __init__(self, root: dict):
        self.root = root

    def follow(self, reference: str):
        """Return what a `$ref` names: '#', '#/$defs/Name', any other place in the schema, or an anchor."""
        if reference.startswith("#") and not reference.startswith("#/") and reference != "#":
            for part in _walk(self.root):
                if part.get("$anchor") == reference[1:]:
                    return part
        place = self.root
        for step in reference.split("/")[1:]:
            name = unquote(step).replace("~1", "/").replace("~0", "~")
            try:
                place = place[int(name)] if isinstance(place, list) else place[name]
            except (KeyError, IndexError, TypeError, ValueError):
                break
        else:
            if reference.startswith("#/") or reference == "#":
                return place
        raise Unbuildable(f"The schema has nothing at '{reference}'.")

    def flat(self, schema, seen: tuple[str, ...] = ()) -> dict:
        """Return `schema` as a dict without `$ref`, with `allOf` merged in (and kept, so that it can be checked)."""
        if schema is False:
            raise Unbuildable("The schema allows no value where it needs one.")
        if schema is True:
            return {}
        if (reference := schema.get("$ref")) is not None:
            if reference in seen:
                raise Unbuildable(f"The schema's '{reference}' refers to itself and nothing else.")
            named = self.flat(self.follow(reference), (*seen, reference))
            schema = merge(named, {key: value for key, value in schema.items() if key != "$ref"})
        for part in schema.get("allOf", ()):
            schema = merge(schema, {key: value for key, value in self.flat(part, seen).items() if key != "allOf"})
        return schema

    def branches(self, flat: dict) -> list[dict]:
        """Return the schemas of which a value of `flat` fits one; only `flat` itself if it has no branches."""
        for keyword in ("anyOf", "oneOf"):
            if keyword in flat:
                rest = {key: value for key, value in flat.items() if key != keyword}
                return [merge(rest, option if isinstance(option, dict) else {"allOf": [option]}) for option in flat[keyword]]
        if "if" in flat:
            rest = {key: value for key, value in flat.items() if key not in ("if", "then", "else")}
            return [
                merge(rest, {"allOf": [flat["if"], flat.get("then", True)]}),
                merge(rest, {"allOf": [flat.get("else", True)]}),
            ]
        if isinstance(flat.get("type"), list) and not flat.keys() & {"enum", "const"}:
            return [flat | {"type": name} for name in flat["type"]]
        return [flat]

    def properties(self, flat: dict) -> dict[str, object]:
        """Return an object's properties with their schemas, in order: those with a name, then others that are required."""
        named, found = flat.get("properties", {}), {}
        for name in dict.fromkeys((*named, *flat.get("required", ()))):
            asked = [schema for pattern, schema in flat.get("patternProperties", {}).items() if compiled(pattern).search(name)]
            asked += [named[name]] if name in named else [] if asked else [flat.get("additionalProperties", True)]
            found[name] = asked[0] if len(asked) == 1 else {"allOf": asked}
        return found

    def height(self, schema) -> float:
        """Return how many objects and arrays the smallest value has inside each other; math.inf if none is finite."""
        return self._height(schema, self._heights)

    @cached_property
    def _heights(self) -> dict[str, float]:
        """Return the height of everything that a reference names: no level is known at first, then more and more."""
        references = {part["$ref"] for part in _walk(self.root) if isinstance(part.get("$ref"), str)}
        heights = dict.fromkeys(references, math.inf)
        for _ in range(len(references) + 1):
            known = {reference: self._height_of(reference, heights) for reference in references}
            if known == heights:
                break
            heights = known
        return heights

    def _height_of(self, reference: str, heights: dict[str, float]) -> float:
        try:
            return self._height(self.follow(reference), heights)
        except Unbuildable:
            return math.inf

    def _height(self, schema, heights: dict[str, float]) -> float:
        if isinstance(schema, bool):
            return 0 if schema else math.inf
        properties = schema.get("properties", {})
        inside = [properties[name] for name in schema.get("required", ()) if name in properties]
        if schema.get("minItems", 0) > 0:
            inside += [schema.get("items", True), *schema.get("prefixItems", ())]
        parts = [self._height(part, heights) for part in schema.get("allOf", ())]
        parts += [heights.get(schema["$ref"], math.inf)] if "$ref" in schema else []
        parts += [min(self._height(option, heights) for option in schema[key]) for key in ("anyOf", "oneOf") if schema.get(key)]
        parts += [1 + max(self._height(part, heights) for part in inside)] if inside else []
        return max(parts, default=0)


def merge(one: dict, other: dict) -> dict:
    """Return a schema that asks what both ask, as far as one dict can say it."""
    merged = dict(one)
    for key, value in other.items():
        if key not in one or key in ("description", "title", "default"):
            merged[key] = value
        elif key in _TIGHTER:
            merged[key] = _TIGHTER[key](one[key], value)
        elif key == "type":
            merged[key] = _common_types(one[key], value)
        elif one[key] != value:
            merged["allOf"] = [*merged.get("allOf", ()), {key: value}]
    return merged


def kind(flat: dict) -> str | None:
    """Return the type of the values of a schema without branches; None if it may be any."""
    if isinstance(flat.get("type"), str):
        return flat["type"]
    return next((name for name, keywords in _TELLING.items() if flat.keys() & set(keywords)), None)


def _common_types(one, other) -> str | list[str]:
    names = [[types] if isinstance(types, str) else types for types in (one, other)]
    common = [name for name in names[0] if name in names[1] or (name == "integer" and "number" in names[1])]
    common += ["integer"] if "number" in names[0] and "integer" in names[1] else []
    if not common:
        raise Unbuildable(f"The schema asks for the types {one} and {other} at once.")
    return common[0] if len(common) == 1 else common


def _walk(schema) -> Iterator[dict]:
    """Yield every dict in a schema."""
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
