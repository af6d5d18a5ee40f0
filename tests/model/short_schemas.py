"""Write a strict JSON Schema in a few characters, so that a table of them can be read.

shape({"name": "str", "age": "int?", "tags": ["str"], "mood": "good|bad", "day": "date # of the event"})
"""

TYPES = {"str": "string", "int": "integer", "number": "number", "bool": "boolean"}


def shape(short: str | list | dict) -> dict:
    """Return the strict schema that `short` stands for.

    A text is a type, a format or the values of an enum ("good|bad"), with "?" if it may be null, and "# ..." for a
    description. A list holds what its item stands for, a dict is an object.
    """
    if isinstance(short, list):
        return {"type": "array", "items": shape(short[0])}
    if isinstance(short, dict):
        properties = {name: shape(inner) for name, inner in short.items()}
        return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    kind, _, description = short.partition(" # ")
    told = {"description": description} if description else {}
    if kind.endswith("?"):
        return {"anyOf": [shape(kind[:-1]), {"type": "null"}], **told}
    if "|" in kind:
        return {"type": "string", "enum": kind.split("|"), **told}
    return {"type": TYPES[kind], **told} if kind in TYPES else {"type": "string", "format": kind, **told}
