"""Build the drafts of a value from its schema: one method a type, after `Schemas.flat`."""

import json
import math
from dataclasses import replace
from itertools import islice

from ..evidence import NOTHING, Option
from ..unbuildable import Unbuildable
from . import asking, scalars
from .asking import DEEPEST, At
from .conforming import fits
from .drafts import Draft, best, dumps, fixed, join, leading, likeliest, one_of
from .schemas import Schemas, kind

MOST_VALUES = 2_000  # beyond so many, only what must be there is written
MOST_ITEMS = 100
MOST_CHOICES = 20  # of an enum of which the text says nothing
LIKELIER = 100  # a branch with one more part found is so many times likelier
# Keywords that a draft does not obey by the way it is built: it is written out and checked.
CHECKED = {
    "allOf", "oneOf", "not", "if", "contains", "uniqueItems", "minProperties", "maxProperties", "propertyNames",
    "patternProperties", "dependentRequired", "dependentSchemas",
}  # fmt: skip


class Builder:
    """Builds drafts for one schema."""

    def __init__(self, root: dict):
        self.schemas = Schemas(root)
        self.left = MOST_VALUES

    def value(self, schema, at: At) -> Draft:
        """Return the draft of a value of `schema`. Raises Unbuildable."""
        self.left -= 1
        if isinstance(schema, dict) and "$ref" in schema:
            again = at.again or schema["$ref"] in ("#", *at.opened)
            at = replace(at, opened=(*at.opened, schema["$ref"]), again=again)
        if not at.bare and (self.left < 0 or at.depth > DEEPEST):
            at = replace(at.alone(NOTHING), bare=True)
        flat = self.schemas.flat(schema)
        return self._checked(schema, flat, at) if flat.keys() & CHECKED else self._draft(flat, at)

    def _draft(self, flat: dict, at: At) -> Draft:
        branches = self.schemas.branches(flat)
        if branches != [flat]:
            return self._branch(branches, at)
        if "const" in flat or "enum" in flat:
            return self._scalar(flat, at)
        build = {"object": self._object, "array": self._array}.get(kind(flat), self._scalar)
        return build(flat, at)

    def _checked(self, schema, flat: dict, at: At) -> Draft:
        """Return the ways of a draft, with one text each, that conform to all that `schema` asks."""
        for place in (at, at.alone(NOTHING)):
            draft = self._draft(flat, place)
            texts = [(weight, likeliest(slots)) for weight, slots in draft.ways]
            good = [(weight, text) for weight, text in texts if fits(json.loads(text), schema, self.schemas.follow)]
            if good:
                return Draft([(weight, [[(1.0, text)]]) for weight, text in good], draft.found, draft.asked)
        raise Unbuildable(f"No value could be built for: {', '.join(sorted(flat.keys() & CHECKED))}.")

    def _branch(self, branches: list[dict], at: At) -> Draft:
        """Return the drafts of an anyOf's branches as ways, the likelier the more of their parts were found."""
        heights = [self.schemas.height(branch) for branch in branches]
        if at.bare:
            branches = [branches[heights.index(min(heights))]]
        drafts, reasons = [], []
        for branch in sorted(branches, key=self.schemas.height):
            try:
                drafts += [self.value(branch, at)] if self.schemas.height(branch) < math.inf else []
            except Unbuildable as error:
                reasons.append(error)
        if not drafts:
            raise reasons[0] if reasons else Unbuildable("The schema contains itself without end.")
        drafts.sort(key=lambda draft: (-draft.merit, draft.asked))
        ways = [
            (LIKELIER ** max(draft.merit - drafts[0].merit, -3.0) * share / 2**rank, slots)
            for rank, draft in enumerate(drafts)
            for share, slots in draft.ways
        ]
        return Draft(leading(best(ways)), drafts[0].found, drafts[0].asked)

    # --- Objects ---

    def _object(self, flat: dict, at: At) -> Draft:
        written = []
        for number, (name, draft) in enumerate(self.properties(flat, at).items()):
            written += [fixed(("," if number else "{") + dumps(name) + ":"), draft]
        return join([*written, fixed("}" if written else "{}")])

    def properties(self, flat: dict, at: At) -> dict[str, Draft]:
        """Return the drafts of an object's properties, in the order of the schema; optional ones only if they were found."""
        at = at if at.settled else self._settled(flat, at.alone(at.evidence))
        named, required = self.schemas.properties(flat), flat.get("required", ())
        parts: dict[str, Draft] = {}
        for name, schema in named.items():
            if name in required or (not at.bare and self.schemas.height(schema) < math.inf):
                draft = self.value(schema, at.inside(name))
                parts |= {name: draft} if draft.found or name in required else {}
        parts |= self._entries(flat, at, parts)
        for name in named:
            if len(parts) < flat.get("minProperties", 0) and name not in parts:
                parts[name] = self.value(named[name], at.inside(name))
        kept = sorted(parts, key=lambda name: name not in required)[: flat.get("maxProperties")]
        return {name: parts[name] for name in dict.fromkeys((*named, *parts)) if name in kept}

    def _settled(self, flat: dict, at: At) -> At:
        """Return the same place with every field inside, down to lists of objects, given its options."""
        fields = asking.fields(self.schemas, flat, at)
        options = at.evidence.assign(list(fields.values()))
        return replace(at, given=dict(zip(fields, options, strict=True)), evidence=at.evidence.without(options))

    def _entries(self, flat: dict, at: At, parts: dict[str, Draft]) -> dict[str, Draft]:
        """Return properties without a name in the schema: a dict's entries, from the "key: value" pairs of the text."""
        named = flat.get("properties")
        schema = flat.get("additionalProperties", not named and not flat.get("patternProperties"))
        if schema is False or (schema is True and named):
            return {}
        entries = {}
        for key, value in at.evidence.pairs.items():
            near = scalars.adapt(value, self.schemas.flat(schema), self.schemas.follow)
            if key not in parts and near:
                entries[key] = one_of([(1.0, near[0])], found=True)
        for number in range(len(parts) + len(entries) + len(named or ()), flat.get("minProperties", 0)):
            entries[f"key{number + 1}"] = self.value(schema, at.alone(NOTHING))
        return entries

    # --- Arrays ---

    def _array(self, flat: dict, at: At) -> Draft:
        items = flat.get("items", True)
        if at.bare or self.schemas.height(items) == math.inf:
            return self._listed([], flat, at)
        found = self._lists(flat, at) if asking.field(self.schemas, flat, at) else [(1.0, self._rows(items, at))]
        lists = [(weight, self._listed(drafts[: flat.get("maxItems", MOST_ITEMS)], flat, at)) for weight, drafts in found]
        ways = [(weight * share, slots) for weight, draft in lists for share, slots in draft.ways]
        return Draft(leading(best(ways)), lists[0][1].found, max(1, lists[0][1].asked))

    def _lists(self, flat: dict, at: At) -> list[tuple[float, list[Draft]]]:
        """Return weighted lists of texts or numbers that conform."""
        items = self.schemas.flat(flat.get("items", True))
        lists = []
        for option in self._options(flat, at):
            values = option.value if isinstance(option.value, list) else [option.value]
            near = [value for found in values for value in scalars.adapt(found, items, self.schemas.follow)]
            if flat.get("uniqueItems"):
                near = list({dumps(value): value for value in near}.values())
            lists.append((option.weight, [one_of([(1.0, value)], found=True) for value in near]))
        return lists or [(1.0, [])]

    def _rows(self, items, at: At) -> list[Draft]:
        """Return the drafts of the objects that the text has for a list of them."""
        rows = [] if at.again else at.evidence.rows(asking.row_fields(self.schemas, items, at), at.name)
        if len(rows) == 1 and isinstance(items, dict) and items.get("$ref") in ("#", *at.opened):
            return []  # it would be its own child
        return [self.value(items, at.alone(row)) for row in rows[:MOST_ITEMS]]

    def _listed(self, drafts: list[Draft], flat: dict, at: At) -> Draft:
        """Return an array of `drafts`, filled up with the plainest ones to as many as there must be."""
        first, drafts = flat.get("prefixItems", ()), list(drafts)
        bare = replace(at.alone(NOTHING), names=(), depth=at.depth + 1)
        for number in range(len(drafts), max(flat.get("minItems", 0), len(first))):
            schema = first[number] if number < len(first) else flat.get("items", True)
            taken = {likeliest(draft.ways[0][1]) for draft in drafts} if flat.get("uniqueItems") else set()
            draft = self.value(schema, bare)
            drafts.append(self._another(schema, taken) or draft if likeliest(draft.ways[0][1]) in taken else draft)
        written = []
        for number, draft in enumerate(drafts):
            written += [fixed("," if number else "["), draft]
        return join([*written, fixed("]" if written else "[]")])

    def _another(self, schema, taken: set[str]) -> Draft | None:
        """Return the draft of a text or number that is not among those that are taken."""
        plain = map(dumps, scalars.plain(self.schemas.flat(schema), self.schemas.follow))
        return next((fixed(text) for text in plain if text not in taken), None)

    # --- Texts and numbers ---

    def _scalar(self, flat: dict, at: At) -> Draft:
        if kind(flat) == "null":
            return fixed("null")
        follow = self.schemas.follow
        near = [
            (option.weight, value) for option in self._options(flat, at) for value in scalars.adapt(option.value, flat, follow)
        ]
        if near:
            once = {dumps(value): (weight, value) for weight, value in reversed(near)}
            return one_of(list(once.values()), found=True)
        plain = islice(scalars.plain(flat, follow), MOST_CHOICES if "enum" in flat else 1)
        values = [(1.0 / 2**number, value) for number, value in enumerate(plain)] or [(1.0, scalars.plainest(flat, follow))]
        return one_of(values, found=False, asked="const" not in flat)

    def _options(self, flat: dict, at: At) -> list[Option]:
        """Return what the evidence has for a text, a number or a list of them, as it was settled for the object around."""
        if at.given is not None and at.path in at.given:
            options = at.given[at.path]
        else:
            field = asking.field(self.schemas, flat, at)
            options = at.evidence.options(field) if field else []
        return [option for option in options if option.spans or not at.again]  # what has no place can be told once
