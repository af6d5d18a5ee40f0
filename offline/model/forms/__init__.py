"""Write JSON that conforms to a schema, with values that come from the text that was sent.

    ways({"type": "object", "properties": {"name": {"type": "string"}}, ...}, find([(1.0, "I am Ann.")]))
    -> [(1.0, [[(1.0, ('{"', 'name', '":"', 'Ann', '"}'))]])]

Shape and values apart. Punctuation and keys are slots with one option; a value is a slot with weighted
options, each of which conforms; the branch of an `anyOf` and the number of items are whole ways, at most
eight. So whatever is drawn with `sampling.write(..., slip=0)` conforms, at every temperature. The shape is
guaranteed, the content is only as good as `evidence`.
"""

from ..evidence import NOTHING, Evidence, Field
from ..sampling import MOST_TOKENS, Slot
from ..unbuildable import Unbuildable
from .asking import At
from .building import Builder
from .drafts import in_tokens, leading
from .schemas import kind

__all__ = ["Unbuildable", "missing", "ways"]


def ways(schema: dict | None, evidence: Evidence) -> list[tuple[float, list[Slot]]]:
    """Return weighted ways to write a JSON text that conforms to `schema`, ready for `sampling.write(..., slip=0)`.

    `schema` is a JSON Schema, strict or not. None, or an object without properties, gives an object of what
    the text asks for ("JSON with the keys name and age") or of its "key: value" pairs, or {"answer": ...}.
    Raises Unbuildable where no conforming value can be built: it contains itself without end, contradicts
    itself, or has a pattern that is beyond us.
    """
    schema = _free(evidence) if schema is None or _is_free(schema) else schema
    for found in (evidence, NOTHING):
        try:
            draft = Builder(schema).value(schema, At(found, names=_title(schema)))
        except RecursionError as error:
            raise Unbuildable("The schema is nested too deeply.") from error
        written = [(weight, in_tokens(slots)) for weight, slots in leading(draft.ways)]
        if all(_longest(slots) <= MOST_TOKENS for _, slots in written):
            return written
    raise Unbuildable("The schema asks for a longer reply than the stand-in writes.")


def missing(schema: dict | None, evidence: Evidence) -> list[str]:
    """Return the names of the required properties of which the evidence knows nothing, in the order of the schema.

    What may be null, or has only one value, is not among them.
    """
    if not isinstance(schema, dict):
        return []
    builder = Builder(schema)
    flat = builder.schemas.flat(schema)
    if kind(flat) != "object":
        return []
    drafts = builder.properties(flat, At(evidence, names=_title(schema)))
    return [name for name in flat.get("required", ()) if drafts[name].asked and not drafts[name].found]


def _longest(slots: list[Slot]) -> int:
    """Return how many tokens a way can have."""
    return sum(max(len(tokens) for _, tokens in slot) for slot in slots)


def _title(schema: dict) -> tuple[str, ...]:
    return (schema["title"],) if isinstance(schema.get("title"), str) else ()


def _is_free(schema: dict) -> bool:
    return (
        schema.keys() <= {"type", "title", "description", "additionalProperties"}
        and schema.get("type") == "object"
        and (schema.get("additionalProperties", True) is True)
    )


def _free(evidence: Evidence) -> dict:
    """Return a schema for a reply that may be any object."""
    names = evidence.wanted_keys or (() if evidence.pairs else ("answer",))
    properties = {name: {"type": "array", "items": {}} if _is_list(name, evidence) else {} for name in names}
    return {"type": "object", "properties": properties, "required": list(names)}


def _is_list(name: str, evidence: Evidence) -> bool:
    """Return whether a key has the plural, and the text has several values for it."""
    found = evidence.options(Field(name, types=frozenset({"any"}), many=True)) if name.endswith("s") else []
    return bool(found) and len(found[0].value) > 1
