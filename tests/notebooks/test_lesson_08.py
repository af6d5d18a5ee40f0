"""Lesson 8: what `will_it_be_accepted` says of a form is what the far end does with it."""

from datetime import date
from typing import Annotated, Any, Literal

import nbformat
import openai
import pytest
from pydantic import BaseModel, Field, HttpUrl, ValidationError, create_model
from regenerate import NOTEBOOKS

import offline

LESSON = nbformat.read(NOTEBOOKS / "08_structured_outputs.ipynb", as_version=4)
BUILT = ("FORMATS = ", "def parts(", "def will_it_be_accepted(")  # how the cells begin that build it


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"]
    tricks: set[str]


class Tree(BaseModel):
    name: str
    children: list["Tree"]


class Open(BaseModel, extra="allow"):
    name: str


class Closed(BaseModel, extra="forbid"):
    name: str


TAKEN = {
    "text": str,
    "list": list[str],
    "maybe": int | None,
    "literal": Literal["a", "b"],
    "date": date,
    "form": Cat,
    "forms": list[Cat],
    "either": Cat | Closed,
    "tree": Tree,
    "closed": Closed,
    "bounded": Annotated[int, Field(ge=1, le=5)],
}
REFUSED = {
    "discriminator": Annotated[Cat | Dog, Field(discriminator="kind")],
    "dict": dict[str, int],
    "plain dict": dict,
    "any": Any,
    "tuple": tuple[float, float],
    "set": set[str],
    "address": HttpUrl,
    "list of dicts": list[dict[str, str]],
    "list of anything": list,
    "set inside": list[Dog],
    "set in an option": Cat | Dog,
    "tuple that may miss": tuple[int, int] | None,
    "open": Open,
}


def built() -> dict:
    """Return the names that the lesson's own cells define."""
    names: dict = {}
    for cell in LESSON.cells:
        if cell.cell_type == "code" and cell.source.startswith(BUILT):
            exec(cell.source, names)
    return names


def is_taken(form: type[BaseModel]) -> bool:
    try:
        offline.client().responses.parse(model="gpt-6-luna", input="Hello!", text_format=form)
    except openai.BadRequestError:
        return False
    except ValidationError:
        return True  # taken, and answered
    return True


@pytest.mark.parametrize("kind", TAKEN | REFUSED)
def test_what_is_said_beforehand_comes_true(kind):
    form = create_model("Form", part=((TAKEN | REFUSED)[kind], ...))
    assert is_taken(form) == (kind in TAKEN)
    assert (built()["will_it_be_accepted"](form) == "yes") == (kind in TAKEN)


class Ticket(BaseModel):
    topic: Literal["billing", "technical", "other"]
    summary: str


@pytest.mark.parametrize(
    "message", ["The weather is lovely today.", "What is the weather like in Paris?", "Will it rain tomorrow?"]
)
def test_a_message_about_the_weather_is_a_billing_problem_only_where_there_is_no_other(message):
    class Closed(Ticket):
        topic: Literal["billing", "technical"]

    asked = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}, "temperature": 0, "input": message}
    topics = [offline.client().responses.parse(**asked, text_format=form).output_parsed.topic for form in (Ticket, Closed)]
    assert topics == ["other", "billing"]
