"""Distances, unions, seas and largest cities; and what is reckoned or asked with what people told: ages, their country, a measure that was just named."""

import pytest
from test_nothing_false import last
from test_records import talk

from offline.model.computed.atlas import atlas
from offline.tables import read_table


@pytest.mark.parametrize(
    ("prompt", "has"),
    [
        ("how many km is it from Vienna to Prague", "250 kilometers"),
        ("What's the distance between Oslo and Madrid?", "2,390 kilometers"),
        ("how far is Chicago from Boston", "1,370 kilometers"),
        ("how long is a flight from Paris to Cairo", "about 4"),
        ("what is the largest city of Vietnam?", "Ho Chi Minh City"),
        ("Spain's biggest city", "Madrid"),
        ("What is the biggest city in India", "depends"),
        ("is Portugal a member of NATO?", "Yes"),
        ("Is Switzerland in the European Union?", "No"),
        ("how many countries are in the EU", "27"),
        ("Does Mongolia have a coast?", "No"),
        ("which ocean does Peru lie on", "Pacific"),
        ("is Laos landlocked?", "Yes"),
        ("do people speak German in Austria?", "Yes"),
        ("Is Izmir in Europe or in Asia?", "Asia"),
        ("is Saint Petersburg in Asia?", "No"),
        ("which is larger, Alaska or Mongolia", "Alaska is larger"),
        ("what timezone is Japan in", "UTC+9"),
        ("What is an archipelago?", "islands"),
        ("is Lyon a country", "No"),
    ],
)
def test_places_in_other_ways(prompt, has):
    assert has in last(prompt)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (("How high is the Eiger?", "and in feet?"), "13,015 feet"),
        (("What's the highest mountain in Africa?", "how tall is it in km"), "5.895 kilometers"),
        (("I come from Norway.", "how big is my country"), "324,220"),
        (("my hometown is Porto", "What river flows through my city?"), "Douro"),
        (("We have a rabbit, she is 2.", "How old will my rabbit be in four years?"), "6 years old"),
        (("My sister Eva is 17. I am 20.", "who is younger?"), "Eva is younger"),
        (("I am 61 and my husband is 66", "how old will my husband be when I am 70?"), "75"),
        (("My uncle's name is Karl. He lives in Graz.", "where does my uncle live?"), "Graz"),
        (("I take the bus because my car is broken.", "why do I take the bus?"), "your car is broken"),
        (("Please remember the number 52.", "what number was it?"), "52"),
        (("Which countries border Laos?", "which of them is the smallest?"), "Cambodia"),
        (("Which countries border Laos?", "How many are they?"), "5"),
        (("What is a planet?", "give me an example"), "Mercury"),
        (("What is the capital of Norway?", "and the population of the country?"), "5.6 million"),
        (("I'm Ravi from India.", "greet me by my name please"), "Hello, Ravi!"),
        (("I don't like tea.", "Do I like tea?"), "don't like tea"),
    ],
)
def test_goes_on_from_what_was_told(turns, has):
    assert has in talk(*turns)


@pytest.mark.parametrize(
    ("turns", "lacks"),
    [
        (("My sister's name is Anna.", "Where does my sister live?"), "Anna"),
        (("The concert lasts two hours. It costs 30 euros.", "How old will Anna be in 3 years?"), "33"),
        (("I live in Vienna.", "How old will I be in 3 years?"), "3 years,"),
        (("The Nile is 6,650 kilometers long.", "How old is it?"), "6,650"),
        (("What's an island?", "thanks"), "Reykjavík"),
        (("My car is 4 meters long.", "how heavy is it"), "4 meters"),
    ],
)
def test_does_not_take_one_thing_for_another(turns, lacks):
    assert lacks not in talk(*turns)


def test_a_place_that_is_not_known_has_no_distance():
    assert "stand-in" in last("How far is it from London to Atlantis?")
    assert "kilometers" not in last("How far is it from my bed to the door?")


def test_other_names_are_of_cities_that_there_are():
    lacking = set(read_table("place_names.yaml")["cities"]) - set(atlas().tables["cities"])
    assert not lacking
