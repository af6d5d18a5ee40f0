"""Tell what a schema asks the evidence for: the fields of an object, each a text, a number, a list of those."""

import math
from dataclasses import dataclass, replace

from ..evidence import Evidence, Field, Option
from . import scalars
from .schemas import Schemas, kind

DEEPEST = 5  # levels
SCALARS = ("string", "number", "integer", "boolean", None)  # None is a schema that takes anything

Path = tuple[str, ...]


@dataclass(frozen=True)
class At:
    """Where in the schema we are, and what is known there.

    `given` has the options of the fields around, by path: who gets which value is settled for a whole object at once.
    """

    evidence: Evidence
    names: tuple[str, ...] = ()  # of the properties on the way here, and the root's title
    path: Path = ()
    given: dict[Path, list[Option]] | None = None
    opened: tuple[str, ...] = ()  # references followed on the way
    depth: int = 0
    again: bool = False  # inside something of the same kind, from the same evidence
    bare: bool = False  # write only what must be there

    @property
    def name(self) -> str:
        """The name of the property that we are in."""
        return self.names[-1] if self.names else ""

    @property
    def settled(self) -> bool:
        """Whether it is settled who gets which value here."""
        return self.given is not None and any(path[: len(self.path)] == self.path for path in self.given)

    def inside(self, name: str) -> "At":
        """Return the place of a property."""
        return replace(self, names=(*self.names, name), path=(*self.path, name), depth=self.depth + 1)

    def alone(self, evidence: Evidence) -> "At":
        """Return the same place for a value that settles its fields for itself, from `evidence`."""
        return replace(self, evidence=evidence, path=(), given=None)


def fields(schemas: Schemas, flat: dict, at: At) -> dict[Path, Field]:
    """Return the fields of an object and of the objects directly in it, by their path."""
    found: dict[Path, Field] = {}
    for name, schema in schemas.properties(flat).items():
        inside = at.inside(name)
        if schemas.height(schema) == math.inf or inside.depth > DEEPEST:
            continue
        sub = schemas.flat(schema)
        if asked := field(schemas, sub, inside):
            found[inside.path] = asked
        elif kind(sub) == "object" and schemas.branches(sub) == [sub]:
            found |= fields(schemas, sub, inside)
    return found


def row_fields(schemas: Schemas, items, at: At) -> list[Field]:
    """Return the fields that each object of a list has, in any of its branches."""
    branches = [schemas.flat(branch) for branch in schemas.branches(schemas.flat(items))]
    found = [fields(schemas, flat, replace(at, path=())) for flat in branches if kind(flat) == "object"]
    return [asked for one in found for asked in one.values()]


def field(schemas: Schemas, flat: dict, at: At, many: bool = False) -> Field | None:
    """Return what to ask the evidence for a text, a number or a list of those; None for anything with objects in it."""
    leaves = _leaves(schemas, flat)
    if leaves is None and kind(flat) == "array" and not many:
        items = flat.get("items", True)
        inner = field(schemas, schemas.flat(items), at, many=True) if schemas.height(items) < math.inf else None
        return inner and replace(inner, many=True, description=inner.description or flat.get("description", ""))
    if leaves is None:
        return None
    values = [value for leaf in leaves for value in leaf.get("enum", [leaf["const"]] if "const" in leaf else [])]
    return Field(
        name=at.name,
        parents=at.names[:-1],
        description=_first([flat, *leaves], "description"),
        types=frozenset(kind(leaf) or "any" for leaf in leaves),
        format=_first(leaves, "format"),
        pattern=_first(leaves, "pattern"),
        values=tuple(values),
        conforms=lambda value: any(scalars.adapt(value, leaf, schemas.follow) for leaf in leaves),
    )


def _leaves(schemas: Schemas, flat: dict, depth: int = 0) -> list[dict] | None:
    """Return the branches that are texts, numbers, booleans or enums, without null; None if others are among them."""
    branches = schemas.branches(flat)
    if branches == [flat]:
        if kind(flat) == "null":
            return []
        return [flat] if kind(flat) in SCALARS or "enum" in flat or "const" in flat else None
    inner = [_leaves(schemas, schemas.flat(branch), depth + 1) for branch in branches] if depth < DEEPEST else [None]
    return None if None in inner or not any(inner) else [leaf for leaves in inner for leaf in leaves]


def _first(leaves: list[dict], keyword: str) -> str:
    return next((leaf[keyword] for leaf in leaves if leaf.get(keyword)), "")
