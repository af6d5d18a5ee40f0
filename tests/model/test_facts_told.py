"""What somebody tells of the own situation is used: to lean to a side, to advise, for gifts, for a meal, about a job and AI."""

import re

import pytest
from test_nothing_false import last

from offline.model.everyday import at_hand, giving
from offline.tables import read_table

LEANS = {
    "Is it better to have a dog or a cat? we live in small flat and work all day": "cat",
    "I work from home and love hiking. dog or cat?": "dog",
    "Should I rent or buy a house? I may move in 2 years": "renting",
    "Rent or buy? we have 60000 saved and want to stay for 15 years": "buying",
    "train or plane from Berlin to Munich with two kids": "train",
    "should i get a laptop or a tablet, i mostly watch movies and read in bed": "tablet",
    "laptop or tablet for university": "laptop",
    "gym or running? i have little money": "running",
    "swimming or running, I have bad knees": "swimming",
    "tea or coffee in the evening?": "tea",
    "car or bike to work? its 4 km": "bike",
}


@pytest.mark.parametrize(("prompt", "side"), LEANS.items())
def test_it_leans_to_the_side_that_the_facts_speak_for(prompt, side):
    assert f"I lean to this: **{side}**" in last(prompt)


@pytest.mark.parametrize("prompt", ["dog or cat?", "train or plane?", "should I rent or buy a house?"])
def test_without_facts_it_does_not_lean(prompt):
    assert "depends on you" in last(prompt)


def test_every_leaning_belongs_to_a_pair():
    pairs = {one.get("key", one["one"]) for one in read_table("everyday/pros_cons.yaml") if "other" in one}
    leanings = read_table("everyday/leanings.yaml")
    assert set(leanings) <= pairs
    assert {row["to"] for rows in leanings.values() for row in rows} == {"one", "other"}
    for rows in leanings.values():
        for row in rows:
            re.compile(row["if"])
            assert row["say"][0].islower() and row["say"][-1] != "."


@pytest.mark.parametrize(
    ("prompt", "named"),
    [
        ("is chatgpt going to take my job? i am an accountant", "For an accountant, it already helps with sorting receipts"),
        ("Will AI replace nurses?", "For nurses"),
        ("I'm a truck driver, should I be worried about AI?", "For a truck driver"),
        ("will robots replace plumbers", "For plumbers"),
        ("I am a beekeeper. Will AI take my work?", "For a beekeeper"),
        ("is being a lawyer still a safe job with AI", "For a lawyer"),
        ("will ai replace me", "Tell me your job"),
    ],
)
def test_what_ai_does_to_a_job_is_said_for_that_job(prompt, named):
    said = last(prompt)
    assert named in said and "Nobody knows" in said


def test_ai_and_the_world_is_no_job():
    assert "tasks rather than whole jobs" not in last("Will AI take over the world?")
    assert "tasks rather than whole jobs" not in last("can AI replace a good book")


@pytest.mark.parametrize(
    ("prompt", "parts"),
    [
        ("i am 45 and sit 9 hours a day, my back hurts, what can i do", ["9 hours", "At 45", "doctor"]),
        ("I have 500 euros of debt on my credit card and earn 1800 a month. what should i do", ["500", "180", "3 months"]),
        ("i can't save money, i earn 2000 and rent is 900", ["leaves 1,100", "45%"]),
        ("I have an exam in 5 days and 10 chapters to learn. How should I plan?", ["4 days, 3 chapters a day"]),
        ("exam tomorrow and 6 topics to learn help", ["Begin with the 2"]),
        ("My boss gives me work at 6 pm every day, what should i do", ["6 pm", "every day"]),
        ("my girlfriend is always on her phone when we eat. how do i tell her", ["your girlfriend", "at meals"]),
        ("I have 2 job offers, one pays more, other is near home. how to decide", ["pays more", "near home"]),
        ("I am 16 and want to become a pilot, what should I study", ["At 16", "For a pilot"]),
    ],
)
def test_advice_names_the_facts(prompt, parts):
    said = last(prompt)
    assert all(part in said for part in parts), said


@pytest.mark.parametrize(
    "prompt", ["My boss asks for a report every week. Write an email.", "my phone is always slow, what can I do"]
)
def test_what_is_no_such_situation_gets_no_such_advice(prompt):
    assert not re.search("works council|Tell your", last(prompt))


@pytest.mark.parametrize(
    ("prompt", "budget", "words"),
    [
        ("Suggest a gift for my dad, he likes fishing and old westerns, budget 50 euros", 50, ["fish", "High Noon"]),
        ("gift for my sister who loves baking and cats, max 30 dollars", 30, ["cookie", "cat"]),
        ("what can i give my boyfriend for birthday? he plays guitar and likes cooking. 40 euro", 40, ["strings", "spices"]),
        ("gift for a friend who is into beekeeping and jazz, around $25", 25, ["beekeeping", "favorite band"]),
    ],
)
def test_gifts_are_for_each_interest_and_within_the_budget(prompt, budget, words):
    said = last(prompt)
    prices = [int(price) for price in re.findall(r"about (\d+)", said)]
    assert len(prices) >= 4 and max(prices) <= budget
    assert all(word in said for word in words)
    assert f"up to {budget}" in said


def test_what_costs_more_than_the_budget_is_left_out():
    said = last("gift for my dad who likes fishing, max 22 euros")
    assert [int(price) for price in re.findall(r"about (\d+)", said)] == [20, 20]


def test_an_age_is_no_budget():
    assert giving._budget("gift ideas for a boy, 6 years old")[0] is None
    assert "up to" not in last("gift ideas for my son who is 9")


def test_each_gift_has_a_price():
    for rows in read_table("everyday/gifts.yaml").values():
        for row in rows:
            re.compile(row["asked"])
            assert len(row["ideas"]) >= 3 and all(isinstance(price, int) for price in row["ideas"].values())


def test_what_is_not_there_is_marked():
    said = last("what should i cook tonight i have eggs, rice and half an onion")
    for line in (line for line in said.splitlines() if line.startswith("- ")):
        there = re.search("egg|rice|onion", line)
        assert bool(there) != line.endswith((at_hand.CUPBOARD, at_hand.OPTIONAL)), line


@pytest.mark.parametrize(
    "prompt", ["I have chicken, tomatoes and pasta. what can I make?", "What can I cook with lentils, carrots and coconut milk?"]
)
def test_where_no_dish_uses_all_of_it_it_comes_from_one_pan(prompt):
    assert "from one pan" in last(prompt)


def test_an_optional_word_of_a_pair_may_be_missing():
    assert "**Buying**" in last("should I rent or buy?")
