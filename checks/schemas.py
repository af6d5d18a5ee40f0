"""JSON schemas as Pydantic writes them: what a part is, whether it stands there itself or by reference."""

from collections.abc import Iterator

DEEPEST = 5  # levels of lists and choices that are followed; a type may hold itself


def parts(part: dict, root: dict, depth: int = DEEPEST) -> Iterator[dict]:
    """Yield a part of the schema `root` and what it may be or may hold: the options of a choice, the items of a list.

    A reference is replaced by what it leads to. The fields of a class are not gone into.
    """
    part = followed(part, root)
    yield part
    if depth:
        for inner in [*part.get("anyOf", []), *([part["items"]] if "items" in part else [])]:
            yield from parts(inner, root, depth - 1)


def followed(part: dict, root: dict) -> dict:
    """Return what a reference leads to; otherwise `part`."""
    if "$ref" not in part:
        return part
    return root.get("$defs", {}).get(part["$ref"].rpartition("/")[2], {})
