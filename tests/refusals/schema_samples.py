"""Schemas to try, and the words with which they are refused."""

from offline.refusals import Refused, schemas

TEXT = {"type": "string"}
WHERE = {
    "response_format": ("text.format.schema", "invalid_json_schema"),
    "function": ("tools[0].parameters", "invalid_function_parameters"),
}


def closed(properties: dict, **changes) -> dict:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False} | changes


def holding(node, **definitions) -> dict:
    """Return a schema with a property x."""
    return closed({"x": node}) | ({"$defs": definitions} if definitions else {})


def refusal(schema, context: str = "response_format", *, strict: bool = True) -> str | None:
    """Return what is said of a schema, after "Invalid schema for ..."; None if it is taken."""
    param, code = WHERE[context]
    try:
        schemas.check(schema, context=context, name="event", param=param, code=code, strict=strict)
    except Refused as refused:
        error = refused.body["error"]
        assert (refused.status, error["type"], error["param"], error["code"]) == (400, "invalid_request_error", param, code)
        return error["message"].removeprefix(f"Invalid schema for {context} 'event': ")
    return None


X = "In context=('properties', 'x'), "
ROOT = "In context=(), "
REQUIRED = "'required' is required to be supplied and to be an array including every key in properties. "
OPEN = "'additionalProperties' is required to be supplied and to be false."
NO_TYPE = "schema must have a 'type' key."
ELSEWHERE = "reference can only point to definitions defined at the top level of the schema."
FIRST_KEYS = "Invalid schema: Objects provided via 'anyOf' must not share identical first keys. Consider adding a discriminator key or rearranging the properties to ensure the first key is unique."
