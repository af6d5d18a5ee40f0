"""Write what the stand-in would write for a schema, in one line."""

import json
import random

from offline.model import forms, sampling
from offline.model.evidence import find


def written(schema: dict | None, *passages: str | tuple[float, str], temperature: float = 0, seed: int = 0) -> str:
    """Return the text that is written for a schema from passages; a text alone weighs 1."""
    found = find([(1.0, passage) if isinstance(passage, str) else passage for passage in passages])
    choices = sampling.write(forms.ways(schema, found), temperature=temperature, slip=0, rng=random.Random(seed))
    return "".join(choice.token for choice in choices)


def filled(schema: dict | None, *passages: str | tuple[float, str], temperature: float = 0, seed: int = 0):
    """Return the same, read as JSON."""
    return json.loads(written(schema, *passages, temperature=temperature, seed=seed))
