"""Lesson 8: answers that are right, and answers that are wrong."""

from enum import Enum
from typing import Any, Literal, Optional

from pydantic import BaseModel, Field, create_model


def form(name: str, /, **fields) -> type:
    """Return a class of Pydantic with these fields."""
    return create_model(name, **{field: (kind, ...) for field, kind in fields.items()})


class Size(Enum):
    SMALL, MEDIUM, LARGE = "small", "medium", "large"


class OrderTold(BaseModel):
    size: Literal["large", "medium", "small"] = Field(description="how large the pizza is")
    toppings: list[str] = Field(description="what is on it")
    delivery: bool
    phone: str | None = None


ORDER = {"size": Literal["small", "medium", "large"], "toppings": list[str], "delivery": bool, "phone": str | None}
WordCount = form("WordCount", word=str, count=int)
Pages = form("Pages", first=int, last=int)
REPORT = {"title": str, "words": list[WordCount], "pages": Pages}
Captain = form("Captain", name=str, age=int | None)
SHIP = {"name": str, "engine": Literal["ion", "sails"], "captain": Captain, "cargo": list[str], "home": str | None}


def keep(response, Form):
    if response.status == "incomplete":
        return "cut off", response.output_text
    part = response.output[-1].content[0]
    if part.type == "refusal":
        return "declined", part.refusal
    return "completed", Form.model_validate_json(response.output_text)


def keep_by_content(response, Form):
    refusals = [part.refusal for item in response.output for part in item.content if part.type == "refusal"]
    if refusals:
        return "declined", refusals[0]
    if response.incomplete_details:
        return "cut off", response.output_text
    return "completed", Form(**Form.model_validate_json(response.output_text).model_dump())


def keep_by_trying(response, Form):
    try:
        return "completed", Form.model_validate_json(response.output_text)
    except ValueError:
        text = response.output_text
        return ("cut off", text) if text else ("declined", response.output[0].content[0].refusal)


def by_the_status(response, Form):
    if response.status == "completed":
        return "completed", Form.model_validate_json(response.output_text)
    return ("cut off", response.output_text) if response.output_text else ("declined", "no")


RIGHT = [
    ("8.1", form("Order", **ORDER)),
    ("8.1", form("Order", **ORDER | {"size": Size, "phone": Optional[str]})),  # noqa: UP045 (as many still write it)
    ("8.1", OrderTold),
    ("8.2", form("Report", **REPORT)),
    ("8.2", form("Report", **REPORT | {"pages": list[int]})),
    ("8.2", form("Report", **REPORT | {"words": list[form("Entry", times=int, term=str)]})),
    ("8.3", keep),
    ("8.3", keep_by_content),
    ("8.3", keep_by_trying),
    ("8.4", form("Spaceship", **SHIP)),
    ("8.4", form("Fleet", ships=list[Captain], rank=Literal["high"], boss=Captain, note=str | None)),
    ("8.4", form("Ship", name=str, crew=list[Captain], engine=Size, first=Captain | None)),
    ("8.4", form("Ship", name=str, crew=list[Captain], engine=Literal["ion", "sails"], home=str | None)),
    ("8.4", form("Ship", name=str, colors=list[Literal["red", "blue"]], boss=Captain, home=str | None)),
    ("8.4", form("Ship", name=str, cargo=list[str] | None, engine=Literal["ion", "sails"] | None, boss=Captain | None)),
    ("8.4", form("Ship", name=str, crew=list[Captain] | None, engine=list[Size], home=str)),
]

WRONG = [
    ("8.1", ..., "replace the ..."),
    ("8.1", ORDER, "should be a class"),
    ("8.1", Size, "class Size(BaseModel)"),
    ("8.1", form("Order", **ORDER | {"size": str}), '"size" should be one of small, medium and large'),
    ("8.1", form("Order", **ORDER | {"toppings": str}), '"toppings" should be a list of texts'),
    ("8.1", form("Order", **ORDER | {"toppings": list}), '"toppings" should be a list of texts'),
    ("8.1", form("Order", **ORDER | {"delivery": str}), '"delivery" should be true or false'),
    ("8.1", form("Order", **ORDER | {"phone": str}), '"phone" should be a text or None'),
    ("8.1", form("Order", size=ORDER["size"], toppings=list[str], phone=str | None), 'the field "delivery" is missing'),
    ("8.2", form("Report", title=str, words=dict[str, int], pages=tuple[int, int]), "the API would refuse this form"),
    ("8.2", form("Report", **REPORT | {"words": dict[str, int]}), "the API would refuse this form"),
    ("8.2", form("Report", **REPORT | {"pages": tuple[int, int]}), "array schema missing items"),
    ("8.2", form("Report", **REPORT | {"words": list[str]}), '"words" should be a list of objects'),
    ("8.2", form("Report", **REPORT | {"words": Any}), "the API would refuse this form"),
    ("8.2", form("Report", **REPORT | {"pages": str}), '"pages" should be an object with two whole numbers'),
    ("8.2", form("Report", title=str, words=REPORT["words"]), 'the field "pages" is missing'),
    ("8.3", lambda response, Form: Form.model_validate_json(response.output_text), "should be a tuple"),
    (
        "8.3",
        lambda response, Form: ("completed", Form.model_validate_json(response.output_text)),
        "for a reply that is cut off, your code raised ValidationError",
    ),
    ("8.3", lambda response, Form: ("completed", response.output_text), "for a reply that is completed"),
    (
        "8.3",
        lambda response, Form: keep(response, Form) if response.output_text else ("declined", ""),
        "for a reply that is declined",
    ),
    ("8.3", lambda response, Form: (response.status, keep(response, Form)[1]), "for a reply that is cut off"),
    ("8.3", lambda response, Form: None, "returned nothing"),
    ("8.3", by_the_status, "for a reply that is declined, your code raised ValidationError"),
    ("8.4", "Spaceship", "should be a class"),
    ("8.4", dict, "class dict(BaseModel)"),
    ("8.4", form("Small", name=str, tags=list[str]), "four fields or more, and it has 2"),
    ("8.4", form("Ship", **SHIP | {"cargo": str}), "it still needs a list."),
    ("8.4", form("Ship", **SHIP | {"engine": str, "captain": str}), "a Literal and a class of your own"),
    ("8.4", form("Ship", name=str, crew=list[Captain], engine=str, home=str), "a Literal and a field that may be missing"),
    ("8.4", form("Ship", **SHIP | {"home": str}), "a field that may be missing"),
    ("8.4", form("Ship", **SHIP, tags=set[str]), "'uniqueItems' is not permitted"),
    ("8.4", form("Ship", **SHIP, what=Any), "schema must have a 'type' key"),
]
