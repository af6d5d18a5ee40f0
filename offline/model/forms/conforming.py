"""Tell whether a value conforms to a schema.

`jsonschema` could, but learners who use the course in a browser do not have it, and values must be
tried by the hundred. One function a keyword, in the table `KEYWORDS`; what is not there asks nothing.
"""

import math
from collections.abc import Callable
from functools import partial

from .formats import FORMATS
from .patterns import compiled

Follow = Callable[[str], object]  # from the text of a $ref to what it names

_TYPES: dict[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "number": lambda value: _is_number(value),
    "integer": lambda value: _is_number(value) and float(value).is_integer(),
}


def fits(value, schema, follow: Follow) -> bool:
    """Return whether `value`, as read from JSON, conforms to `schema`."""
    if isinstance(schema, bool):
        return schema
    inside = partial(fits, follow=follow)
    if "$ref" in schema and not inside(value, follow(schema["$ref"])):
        return False
    return all(check(value, schema[keyword], schema, inside) for keyword, check in KEYWORDS.items() if keyword in schema)


def same(one, other) -> bool:
    """Return whether two values are equal in JSON, where true is not 1 (but 1 is 1.0)."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return one == other


def is_multiple(value: float, step: float) -> bool:
    """Return whether `value` is `step` times a whole number, counted as JSON Schema's validators do."""
    if isinstance(step, float):
        quotient = value / step
        return math.isfinite(quotient) and int(quotient) == quotient
    return not value % step


def has_type(value, types: str | list[str]) -> bool:
    """Return whether `value` is of the JSON type, or of one of the types."""
    return any(_TYPES[name](value) for name in ([types] if isinstance(types, str) else types) if name in _TYPES)


def _is_number(value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _for(kind: type | tuple, test: Callable) -> Callable:
    """Return a check that asks nothing of values of other types."""
    if kind is float:
        return lambda value, given, schema, inside: not _is_number(value) or test(value, given)
    return lambda value, given, schema, inside: not isinstance(value, kind) or test(value, given)


def _properties(value, given, schema, inside) -> bool:
    return not isinstance(value, dict) or all(inside(value[name], given[name]) for name in given if name in value)


def _pattern_properties(value, given, schema, inside) -> bool:
    return not isinstance(value, dict) or all(
        inside(value[name], wanted) for pattern, wanted in given.items() for name in value if compiled(pattern).search(name)
    )


def _additional(value, given, schema, inside) -> bool:
    if not isinstance(value, dict):
        return True
    named, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    return all(
        inside(value[name], given)
        for name in value
        if name not in named and not any(compiled(pattern).search(name) for pattern in patterns)
    )


def _items(value, given, schema, inside) -> bool:
    first = len(schema.get("prefixItems", ()))
    return not isinstance(value, list) or all(inside(item, given) for item in value[first:])


def _contains(value, given, schema, inside) -> bool:
    if not isinstance(value, list):
        return True
    number = sum(inside(item, given) for item in value)
    return schema.get("minContains", 1) <= number <= schema.get("maxContains", number)


def _unique(value, given, schema, inside) -> bool:
    if not (given and isinstance(value, list)):
        return True
    return not any(same(item, other) for place, item in enumerate(value) for other in value[:place])


def _if(value, given, schema, inside) -> bool:
    return inside(value, schema.get("then" if inside(value, given) else "else", True))


def _dependent(value, given, schema, inside) -> bool:
    return not isinstance(value, dict) or all(
        all(name in value for name in needed) if isinstance(needed, list) else inside(value, needed)
        for present, needed in given.items()
        if present in value
    )


KEYWORDS: dict[str, Callable] = {
    "type": lambda value, given, schema, inside: has_type(value, given),
    "enum": lambda value, given, schema, inside: any(same(value, option) for option in given),
    "const": lambda value, given, schema, inside: same(value, given),
    "minimum": _for(float, lambda value, least: value >= least),
    "maximum": _for(float, lambda value, most: value <= most),
    "exclusiveMinimum": _for(float, lambda value, least: value > least),
    "exclusiveMaximum": _for(float, lambda value, most: value < most),
    "multipleOf": _for(float, is_multiple),
    "minLength": _for(str, lambda text, least: len(text) >= least),
    "maxLength": _for(str, lambda text, most: len(text) <= most),
    "pattern": _for(str, lambda text, pattern: bool(compiled(pattern).search(text))),
    "format": _for(str, lambda text, name: name not in FORMATS or FORMATS[name].fits(text)),
    "minItems": _for(list, lambda items, least: len(items) >= least),
    "maxItems": _for(list, lambda items, most: len(items) <= most),
    "prefixItems": lambda value, given, schema, inside: not isinstance(value, list) or all(map(inside, value, given)),
    "items": _items,
    "uniqueItems": _unique,
    "contains": _contains,
    "required": _for(dict, lambda value, names: all(name in value for name in names)),
    "minProperties": _for(dict, lambda value, least: len(value) >= least),
    "maxProperties": _for(dict, lambda value, most: len(value) <= most),
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "propertyNames": lambda value, given, schema, inside: (
        not isinstance(value, dict) or all(inside(name, given) for name in value)
    ),
    "dependentRequired": _dependent,
    "dependentSchemas": _dependent,
    "allOf": lambda value, given, schema, inside: all(inside(value, part) for part in given),
    "anyOf": lambda value, given, schema, inside: any(inside(value, part) for part in given),
    "oneOf": lambda value, given, schema, inside: sum(inside(value, part) for part in given) == 1,
    "not": lambda value, given, schema, inside: not inside(value, given),
    "if": _if,
}
