"""Members of a class, in the number asked for, and only where each word is understood."""

import re

import pytest
from test_nothing_false import last, no_answer

from offline.tables import read_table


@pytest.mark.parametrize(
    ("prompt", "count", "first"),
    [
        ("Name 4 vegetables", 4, "carrot"),
        ("could you list eleven animals please", 11, "dog"),
        ("give me 3 examples of mammals", 3, "dog"),
        ("tell me 6 jobs", 6, "teacher"),
        ("5 kinds of cheese", 5, "cheddar"),
        ("what are three musical instruments?", 3, "piano"),
        ("I need a list of 15 verbs", 15, "run"),
        ("list some famous composers", 10, "Johann Sebastian Bach"),
        ("name 2 team sports", 2, "football (soccer)"),
        ("birds that start with the letter S", 5, "sparrow"),
        ("give me 3 cities in Italy", 3, "Rome"),
        ("name seven african cities", 7, "Kinshasa"),
    ],
)
def test_as_many_are_listed_as_are_asked_for(prompt, count, first):
    lines = last(prompt).splitlines()
    assert len(lines) == count and lines[0] == f"1. {first}"


def test_one_is_one_of_them():
    vegetables = next(
        one["are"] for one in read_table("everyday/classes.yaml")["classes"] if one["called"].startswith("vegetables")
    )
    assert last("name a vegetable") in vegetables.split(", ")


def test_more_are_others():
    first, second = last("name 3 fruits"), last("name 3 fruits", "4 more please")
    assert len(second.splitlines()) == 4
    assert not {line.partition(" ")[2] for line in first.splitlines()} & {line.partition(" ")[2] for line in second.splitlines()}


def test_it_says_where_it_knows_fewer_or_not_all():
    assert last("name 90 fruits").startswith("I know ")
    assert last("list all animals").startswith("Some of them:")
    assert last("name all the months").count("\n") == 11


def test_two_classes_are_both_listed():
    text = last("name 3 colors and 2 birds")
    assert "3. green" in text and "2. eagle" in text and text.count("\n\n") == 3


@pytest.mark.parametrize(
    "prompt",
    [
        "name 5 fruits that are red",
        "name 5 animals that can open doors",
        "name three bands from Brazil",
        "name five cities in Wakanda",
        "which animals are zorbs?",
        "give me 5 names for animals",
        "list 4 fruits my sister hates",
        "5 zorbs please",
    ],
)
def test_what_is_not_wholly_understood_is_no_list(prompt):
    assert no_answer(last(prompt))


@pytest.mark.parametrize(
    "prompt", ["what is a fruit", "what are mammals?", "I like animals", "what is a sport", "show databases"]
)
def test_a_question_about_a_class_is_no_wish_for_members(prompt):
    assert not re.search(r"^2\. ", last(prompt), re.MULTILINE)


def test_no_class_has_a_name_of_another_or_a_member_twice():
    classes = read_table("everyday/classes.yaml")["classes"]
    names = [name.strip() for one in classes for name in one["called"].split(",")]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    for one in classes:
        members = one["are"].split(", ")
        assert len(members) == len(set(members)), one["called"]
        assert len(members) > 4 or one.get("all"), one["called"]
