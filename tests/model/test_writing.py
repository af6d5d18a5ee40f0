"""Short writing: what is asked for is in it, in the number asked for; and what is no such request is left alone."""

import re

import pytest

from offline.model import writing
from offline.model.language import slots

ANYTHING = "a purple umbrella"


def written(text: str) -> str | None:
    """Return the likeliest text, without choices."""
    ways = writing.write(text)
    return ways and "".join("".join(max(slot)[1]) for slot in slots(ways[0][1]))


@pytest.mark.parametrize("kind", sorted(writing._known().kinds))
def test_every_kind_can_be_about_anything(kind):
    said = written(f"Please write a {writing._known().kinds[kind]['asked'][0]} about {ANYTHING}.")
    assert said
    assert "<" not in said
    assert "purple umbrella" in said.casefold()


@pytest.mark.parametrize("number", [1, 2, 3, 7, 12, 25])
@pytest.mark.parametrize("kind", ["slogans", "blog post ideas", "jokes", "headlines"])
def test_as_many_are_written_as_were_asked_for(kind, number):
    said = written(f"give me {number} {kind} for {ANYTHING}")
    listed = re.findall(r"(?m)^(\d+)\. (.*)$", said)
    assert [int(found) for found, _ in listed] == (list(range(1, number + 1)) if number > 1 else [])
    assert len({text for _, text in listed}) == len(listed)


@pytest.mark.parametrize(
    ("asked", "lines"),
    [("a two line poem about rain", 2), ("poem about rain with 8 lines", 8)],
)
def test_lines_are_counted(asked, lines):
    assert len(written(asked).split("\n\n")[-1].splitlines()) == lines


@pytest.mark.parametrize(
    "text",
    [
        "What is a haiku?",
        "who wrote the poem",
        "I have an idea",
        "my name is Ada",
        "The message was long.",
        "Give me the text in German",
        "Write a function that reverses a string",
        "name a color",
        "what is the name of the capital",
        "Summarize the story",
        "",
    ],
)
def test_what_asks_for_nothing_of_the_kind_is_left_alone(text):
    assert writing.write(text) is None
