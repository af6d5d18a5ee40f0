"""Lesson 8: forms that say what is meant and that the API takes, and replies of which nothing is lost."""

from collections.abc import Callable

import openai
from pydantic import BaseModel, PydanticUserError, ValidationError

from .judging import NotYet, YourCodeRaised
from .registry import exercise
from .schemas import followed, parts
from .stand_in import MODEL, StandIn, client

TEXT = "Alice, Bob, Carla, Dora, Emil and Fritz are going to a science fair on Friday."
SIZES = {"small", "medium", "large"}


class Event(BaseModel, extra="forbid"):
    """What the replies are read into that exercise 8.3 is given."""

    name: str
    participants: list[str]


@exercise("8.1", praise="Only orders that the kitchen understands.", value=type)
def _order(Order: type) -> str | None:
    fields = _fields(Order)
    wanted = {
        "size": ("one of small, medium and large", lambda part: set(part.get("enum", ())) == SIZES),
        "toppings": ("a list of texts", lambda part: _list_of(part) == {"string"}),
        "delivery": ("true or false", lambda part: _kinds(part) == {"boolean"}),
        "phone": ("a text or None", lambda part: _kinds(part) == {"string", "null"}),
    }
    return _misfit(fields, wanted) or _refusal(Order)


@exercise("8.2", praise="The same report, in a form that can be guaranteed.", value=type)
def _report(Report: type) -> str | None:
    fields = _fields(Report)
    if refusal := _refusal(Report):
        return refusal
    wanted = {
        "title": ("a text", lambda part: _kinds(part) == {"string"}),
        "words": ("a list of objects with a text and a whole number", lambda part: _holds(part.get("items", {})) == _COUNTED),
        "pages": ("an object with two whole numbers", lambda part: _holds(part) == _PAIR or _list_of(part) == {"integer"}),
    }
    return _misfit(fields, wanted)


_COUNTED = [{"integer"}, {"string"}]
_PAIR = [{"integer"}, {"integer"}]


@exercise("8.3", praise="Whatever comes, nothing is lost.", returns=tuple)
def _keep(keep: Callable) -> str | None:
    for how, what, response in _ends():
        try:
            found = keep(response, Event)
        except YourCodeRaised as raised:
            if isinstance(raised.error, ValidationError):
                return f"for a reply that is {how}, your code raised ValidationError: find out how it ended, then read it."
            raise
        if found != (how, what):
            return f'for a reply that is {how} it should return ("{how}", {what!r}), and there is {found!r}.'
    return None


@exercise("8.4", praise="A form of your own, and the API takes it.", value=type)
def _own_form(MyForm: type) -> str | None:
    fields = _fields(MyForm)
    if len(fields) < 4:
        return f"it needs four fields or more, and it has {len(fields)}."
    schema = MyForm.model_json_schema()
    found = [part for field in fields.values() for part in parts(field, schema)]
    wanted = {
        "a list": any(part.get("type") == "array" for part in found),
        "a Literal": any(part.keys() & {"enum", "const"} for part in found),
        "a class of your own": any(part.get("type") == "object" for part in found),
        "a field that may be missing (| None)": any(part.get("type") == "null" for part in found),
    }
    missing = [what for what, there in wanted.items() if not there]
    return f"it still needs {' and '.join(missing)}." if missing else _refusal(MyForm)


def _fields(form: type) -> dict[str, dict]:
    """Return the schema of each field, where a reference is replaced by what it leads to. Raises NotYet if there are none."""
    if not issubclass(form, BaseModel):
        raise NotYet(f"it should be a class of Pydantic: class {form.__name__}(BaseModel).")
    try:
        schema = form.model_json_schema()
    except PydanticUserError as error:
        raise NotYet(f"Pydantic can write no schema for it: {str(error).splitlines()[0]}") from error
    return {name: _resolved(part, schema) for name, part in schema.get("properties", {}).items()}


def _resolved(part: dict, root: dict) -> dict:
    """Return a part of a schema without references, two levels deep: that is all that the exercises ask for."""
    part = followed(part, root)
    if "items" in part:
        part = part | {"items": followed(part["items"], root)}
    return part | {"anyOf": [followed(option, root) for option in part["anyOf"]]} if "anyOf" in part else part


def _kinds(part: dict) -> set[str]:
    """Return the JSON types that a part of a schema allows."""
    options = part.get("anyOf", [part])
    return {option["type"] for option in options if "type" in option}


def _list_of(part: dict) -> set[str]:
    return _kinds(part.get("items", {})) if part.get("type") == "array" else set()


def _holds(part: dict) -> list[set[str]]:
    """Return the types of an object's fields, in the order of the alphabet."""
    return sorted((_kinds(inner) for inner in part.get("properties", {}).values()), key=sorted)


def _misfit(fields: dict[str, dict], wanted: dict) -> str | None:
    for name, (what, fits) in wanted.items():
        if name not in fields:
            return f'the field "{name}" is missing.'
        if not fits(fields[name]):
            return f'"{name}" should be {what}.'
    return None


def _refusal(form: type) -> str | None:
    """Return why the API would refuse a form, or None."""
    try:
        client().responses.parse(model=MODEL, input="Hello!", text_format=form)
    except openai.BadRequestError as error:
        return f"the API would refuse this form: {error.body['message']}"
    except ValidationError:
        return None  # the form was taken; that the class itself wants more is its own matter
    return None


def _ends() -> list[tuple]:
    """Return the three ends of a reply: how it ended, what is left of it, and the response."""
    standin = StandIn()
    form = {"type": "json_schema", "name": "Event", "strict": True, "schema": Event.model_json_schema()}
    asked = {"model": MODEL, "input": TEXT, "reasoning": {"effort": "none"}, "temperature": 0, "text": {"format": form}}
    whole = client(standin).responses.create(**asked)
    cut = client(standin).responses.create(**asked, max_output_tokens=16)
    with standin.failing("declined"):
        declined = client(standin).responses.create(**asked)
    return [
        ("completed", Event.model_validate_json(whole.output_text), whole),
        ("cut off", cut.output_text, cut),
        ("declined", declined.output[0].content[0].refusal, declined),
    ]
