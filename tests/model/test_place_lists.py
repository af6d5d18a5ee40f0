"""Lists of countries, how many there are, and which is the largest: from the atlas, and only where each word is understood."""

import pytest
from test_nothing_false import last

from offline.model.computed.atlas import atlas


@pytest.mark.parametrize(
    ("prompt", "first", "count"),
    [
        ("Give me a list of 10 countries in Africa", "Nigeria", 10),
        ("name 5 european countries please", "Russia", 5),
        ("List all South American countries.", "Brazil", 12),
        ("tell me three Asian countries", "India", 3),
        ("Can you list 4 countries in Oceania?", "Australia", 4),
        ("5 countries starting with B", "Brazil", 5),
        ("list 5 asian countries and their capitals", "India: New Delhi", 5),
        ("name 6 African capitals", "Abuja (Nigeria)", 6),
        ("give me 7 random countries", "India", 7),
    ],
)
def test_countries_are_listed_in_the_number_asked_for(prompt, first, count):
    lines = last(prompt).splitlines()
    assert len(lines) == count
    assert lines[0] == f"1. {first}" and lines[-1].startswith(f"{count}. ")


@pytest.mark.parametrize(
    ("prompt", "named", "missing"),
    [
        ("which countries speak Spanish", "Ecuador", "Brazil"),
        ("in which countries is Portuguese spoken", "Angola", "Spain"),
        ("Which countries use the euro?", "Estonia", "Poland"),
        ("countries that speak arabic", "Oman", "Iran"),
        ("which african countries speak french", "Senegal", "Canada"),
        ("what country uses the yen", "Japan", "China"),
    ],
)
def test_what_countries_share(prompt, named, missing):
    assert named in last(prompt) and missing not in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("how many countries are there in Africa?", "54"),
        ("How many countries are in the world", "193"),
        ("whats the biggest country in south america", "Brazil"),
        ("what is the most populous country in Africa?", "Nigeria"),
        ("the smallest country in the world", "Vatican City"),
        ("largest country in Asia by population", "India"),
    ],
)
def test_numbers_and_records(prompt, said):
    assert any(one in last(prompt) for one in said.split("|"))


@pytest.mark.parametrize(
    "prompt",
    [
        "which countries have won the world cup",
        "what are the best countries to visit in Asia",
        "countries in south east asia",
        "which countries speak Klingon",
        "name 3 animals in Africa",
        "how many countries have you visited?",
        "the richest country in Europe",
        "list 5 wars in Africa",
        "what is country music",
    ],
)
def test_what_is_not_wholly_understood_is_no_list_of_countries(prompt):
    reply = last(prompt)
    assert "1. " not in reply and "United Nations" not in reply and "area" not in reply


def test_the_members_are_as_many_as_there_are():
    places = atlas()
    assert places.no_members <= set(places.countries)
    assert len(set(places.countries) - places.no_members) == 193  # un.org, November 2026


def test_capitals_have_their_people():
    """Whose cities the sources write otherwise (Bogota, Nay Pyi Taw) are found, too; New Delhi is not Delhi."""
    lacking = {place.capital for place in atlas().countries.values()} - set(atlas().tables["cities"])
    assert lacking == {"Diego Garcia", "Plymouth", "Ngerulmud"}, "nobody, or none known"
    for prompt, said in [
        ("population of Bogota", "7.7 million"),
        ("How many people live in Asunción?", "1.5 million"),
        ("population of Ulan Bator", "1.7 million"),
        ("population of Delhi", "11"),
        ("population of New Delhi", "318 thousand"),
    ]:
        assert said in last(prompt)
