"""Places: every country answers, by each of its names, and what does not exist is not answered."""

import pytest

from offline.model.computed import Question, places
from offline.model.computed.atlas import atlas

COUNTRIES = sorted(atlas().countries.values(), key=lambda country: country.name)
ASKED = {
    "german": "Wie heißt die Hauptstadt von {}?",
    "french": "Quelle est la capitale de {} ?",
    "spanish": "¿Cuál es la capital de {}?",
    "italian": "Qual è la capitale di {}?",
    "portuguese": "Qual é a capital de {}?",
    "dutch": "Wat is de hoofdstad van {}?",
}
SHARED = ("Sint Maarten", "St. Martin")  # the two halves of one island have the same name in some languages
INVENTED = ("Gondor", "Westeros", "Mordor", "Elbonia", "Genovia", "Latveria", "Freedonia", "Syldavia", "Neverland", "Lilliput",
            "Hogwarts", "Mars", "Oz", "Camelot", "Asgard", "Xanadu", "El Dorado", "Springtown", "Wakanda", "Atlantis", "Narnia")  # fmt: skip


def said(text: str) -> str:
    answer = places.answer(Question(text))
    return answer.ways[0][1] if answer else ""


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.name)
def test_every_country_has_its_facts(country):
    bare = country.name.removeprefix("the ")
    if country.capital:
        assert country.capital in said(f"capital of {country.name}?")
        assert country.capital in said(f"{bare.lower()} capital")
        for language, asked in ASKED.items():
            text = said(asked.format(country.name_in(language)))
            assert country.capital_in(language) in text or country.name in SHARED, language
    assert "about" in said(f"how many people live in {country.name}")
    assert said(f"which language do they speak in {bare}") and said(f"what is the currency of {bare}")
    assert country.facts["continent"].partition(" and ")[0] in said(f"which continent is {bare} on")
    assert bare in said(f"neighbors of {bare}")


def test_neighbors_are_neighbors_of_each_other():
    borders = {(country.code, other) for country in COUNTRIES for other in country.facts["neighbors"]}
    assert {(other, one) for one, other in borders} == borders


@pytest.mark.parametrize("country", [country for country in COUNTRIES if country.capital], ids=lambda country: country.name)
def test_what_is_asked_of_it_next_is_asked_of_the_capital(country):
    before = {"role": "assistant", "content": said(f"capital of {country.name}?")}
    answer = places.answer(Question("And its population?", before=(before,)))
    unknown = f"I am the offline stand-in, and I do not know that of {country.capital}."
    assert answer.ways[0][1].startswith(f"The population of {country.capital} is") or answer.ways[0][1] == unknown


def test_a_capital_that_was_invented_is_not_known():
    before = {"role": "assistant", "content": "The capital city of Peru is Blorftown."}
    answer = places.answer(Question("And its population?", before=(before,)))
    assert answer.ways[0][1] == "I am the offline stand-in, and I know nothing about Blorftown."


@pytest.mark.parametrize("name", INVENTED)
@pytest.mark.parametrize("asked", ["capital of {}", "What is the population of {}?", "currency in {}", "Where is {}?"])
def test_a_place_that_does_not_exist_is_not_answered(name, asked):
    assert said(asked.format(name)) == ""


@pytest.mark.parametrize(
    "text",
    ["population of fish in Norway", "second largest city of Spain", "the capital of ancient Egypt", "capital of the Roman empire in Asia",
     "who founded the capital of Peru", "currency speculation in Japan", "best language school in Malta"],
)  # fmt: skip
def test_a_question_that_is_not_wholly_understood_is_not_answered(text):
    assert said(text) == ""


@pytest.mark.parametrize(
    "typed", ["germny", "Swizerland", "Phillipines", "Austrailia", "Kazakstan", "argentinia", "Madagaskar", "Columbia"]
)
def test_a_slip_of_the_pen_is_understood_and_said(typed):
    text = said(f"capital of {typed}")
    assert text.startswith(f'I take "{typed}" as ') or text.startswith("The capital city of"), text
