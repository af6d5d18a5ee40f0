"""Lists with what is known of each thing, timelines, and questions that are answered in other words or by what was said before."""

import json

import pytest

import offline
from offline.model import computed
from offline.model.computed.question import Question
from offline.model.instructions.points import is_plain, points

NO_ANSWER = "I have no answer to that"


def talk(*turns: str) -> str:
    """Return the reply to the last turn."""
    client, kept = offline.client(), []
    for turn in turns:
        kept.append({"role": "user", "content": turn})
        reply = client.responses.create(model="gpt-6-luna", input=kept, temperature=0, reasoning={"effort": "none"}).output_text
        kept.append({"role": "assistant", "content": reply})
    return reply


@pytest.mark.parametrize(
    ("turns", "parts"),
    [
        (["table of 3 countries with their capital and currency pls"], ["| Country | Capital | Currency |", "| India | New Delhi | Indian rupee |"]),
        (["list the planets from smallest to largest"], ["1. Mercury: 4,879 km", "8. Jupiter"]),
        (["top 3 longest rivers with continent"], ["Nile", "Amazon", "Yangtze"]),
        (["what is the largest ocean?", "and the second largest?"], ["Atlantic"]),
        (["biggest country in africa", "and the smallest?"], ["Seychelles"]),
        (["How many countries are in Africa and which is the largest?"], ["54", "Algeria"]),
        (["8 oceans by size"], ["I know 5 of them", "Pacific"]),
        (["rank these by size: mars, saturn and venus"], ["1. Saturn", "3. Mars"]),
        (["european capitals that start with S"], ["Stockholm", "Sofia"]),
        (["timeline of the cold war in 3 points"], ["1. 1947", "3. 1991"]),
        (["fact or myth: the great wall of china is visible from the moon"], ["No"]),
        (["when was the eiffel tower built and who wrote hamlet? one sentence"], ["1889", "; ", "Shakespeare"]),
        (["who invented the telephone", "and when was that?"], ["1876"]),
        (["What do pandas eat?", "how big are they?"], ["1.9 meters"]),
        (["compare a virus and a bacterium"], ["antibiotics"]),
        (["what is dna? give me a simple analogy"], ["cookbook"]),
        (["why is the sky blue? 3 bullet points"], ["- Sunlight", "\n- The air", "\n- So"]),
        (["3 interesting facts about elephants"], ["1. ", "2. ", "3. "]),
        (["explain how the internet works. i have 3 kids and no time"], ["computers"]),
        (["lets do a geography quiz"], ["capital of France"]),
    ],
)  # fmt: skip
def test_what_is_known_is_told_as_it_is_wanted(turns, parts):
    reply = talk(*turns)
    assert all(part in reply for part in parts), reply


def test_a_list_is_wanted_as_json_or_csv():
    assert json.loads(talk("5 biggest islands as json"))[0] == {"island": "Greenland", "area_km²": 2166000}
    assert talk("the 2 highest mountains as CSV please").splitlines()[1] == "Mount Everest,8849"


@pytest.mark.parametrize(
    "text",
    ["table of 10 countries with their favorite color", "planets by taste", "the second largest cat", "what is a planet", "10 rivers in my garden",
     "the smallest mountain", "largest country and my uncle", "sort by size: earth, my dog"],
)  # fmt: skip
def test_a_word_that_is_not_understood_gets_no_list(text):
    assert computed.records.answer(Question(text)) is None


@pytest.mark.parametrize(
    "turns",
    [
        ["why do cats purr?", "and do lions wear hats?"],
        ["Sort these by weight: my cat, my dog"],
        ["Rank these from tallest to shortest: my uncle, my aunt"],
        ["lets play a knitting quiz"],
    ],
)
def test_what_is_not_known_is_not_answered_with_something_near(turns):
    assert NO_ANSWER in talk(*turns)


def test_all_rows_have_all_columns():
    for kind in computed.records._kinds().values():
        assert all(len(row) == len(kind.columns) for row in kind.rows.values()), kind.name


def test_a_text_is_cut_between_clauses_only():
    assert points("It rains. The river rises fast, and the meadow is under water soon.", 3) == [
        "It rains.",
        "The river rises fast.",
        "The meadow is under water soon.",
    ]
    assert points("Lions hunt zebras, and sleep.", 2) is None
    assert is_plain("The Sun makes it warm.") and not is_plain(
        "Deoxyribonucleic acid is in the nucleus, and deoxyribonucleotides are in it."
    )
