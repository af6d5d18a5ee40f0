"""What is said after a question that is known by what it is about, what recipes are made without, and plans that keep to what was told."""

import pytest
from test_nothing_false import last

from offline.model.everyday import recipes

AFTER = [  # a talk, and what its last reply has in it
    (["how much do I water my cactus", "she gets water every evening, too much?"], "rot"),
    (["is it ok to eat eggs every day?", "even four?"], "egg a day"),
    (["tomatoes: when should i plant them", "what distance"], "60 cm"),
    (["which is heavier, a liter of oil or a liter of water", "but why"], "denser"),
    (["my kitten scratches the couch", "he ignores his post"], "sisal"),
    (["mold in the bathroom corner, what now", "the room has no window"], "fan"),
    (["My child has a fever", "can she go to school tomorrow"], "wait"),
    (["exam in 4 days and nothing done, how should I study?", "but my shift ends at 5 pm"], "after work"),
    (["can my dog eat chocolate", "and apples?"], "without seeds"),
    (["which is heavier, milk or water", "and honey?"], "1.4 kg"),
]


@pytest.mark.parametrize(("says", "wanted"), AFTER)
def test_a_topic_answers_what_is_said_after_it(says, wanted):
    assert wanted in last(*says)


@pytest.mark.parametrize(
    "says",
    [
        ["How often should I water a cactus?", "what is the capital of Peru"],
        ["is it bad to eat eggs every day", "how much is 15% of 80"],
        ["which is heavier, oil or water", "who wrote Faust"],
    ],
)
def test_another_question_after_a_topic_is_not_caught(says):
    assert last(*says) == last(says[-1])


def test_without_the_topic_it_says_nothing():
    assert "rot" not in last("I water it every day, is that too much?")


@pytest.mark.parametrize(
    ("dish", "without", "there", "gone"),
    [
        ("brownies", ["egg"], "Beat applesauce and sugar", "egg"),
        ("banana bread", recipes.DIETS["vegan"], "margarine, sugar and applesauce", "butter"),
        ("lasagna", recipes.DIETS["vegetarian"], "Fry onion and cooked lentils", "meat"),
        ("tiramisu", ["dairy"], "Whip the oat cream", "mascarpone"),
        ("lentil soup", ["carrot"], "Fry onion in oil", "carrots"),
    ],
)
def test_what_replaces_something_stands_in_the_steps(dish, without, there, gone):
    steps = recipes.recipe(dish, None, without).partition("\n1. ")[2]
    assert there in steps and gone not in steps


@pytest.mark.parametrize("thing", ["egg", "dairy", "meat", "onion", "garlic", "nut"])
def test_no_step_of_any_dish_names_what_is_left_out(thing):
    """Each dish that can be made without a thing says nothing of it in its steps, but that it is left out."""
    words = [
        word
        for word in recipes.known().means.get(thing, [thing])
        if word not in ("cheese", "cream cheese", "cream", "milk", "butter", "yogurt")
    ]
    for dish, told in recipes.dishes().items():
        text = recipes.recipe(dish, None, [thing])
        if not any(recipes.has_in_it(need, thing) for need in told["needs"]) or "cannot be made" in text:
            continue
        steps = text.partition("\n1. ")[2].replace("(leave it out)", "")
        assert not any(f" {word} " in f" {steps} " for word in words), (dish, thing, steps)


def test_a_dish_is_not_named_after_what_is_not_there():
    assert "Tuna" not in last("I have pasta, canned tomatoes and an onion. What should I make for dinner?")
    assert "1. Boil the rice." in last("what can i cook with chicken, rice and broccoli")


def test_without_an_oven_nothing_is_baked():
    assert "needs an oven" in last("muffins recipe, but I have no oven")
    assert "needs an oven" not in last("pancakes recipe, but I have no oven")


@pytest.mark.parametrize(
    ("says", "wanted"),
    [
        (["Plan a garden party for 30 guests, budget 600 euros"], "20 for each of the 30"),
        (["plan a garden party for 12 people, it might rain"], "tarp"),
        (["Ideas for a birthday party for my son who turns 6, he loves pirates"], "all about pirates"),
        (["2 days in Paris, we hate museums"], "Museums are left out"),
        (["3 days in Madrid", "my father can't walk far"], "little walking"),
        (["plan 4 days in Lisbon, we arrive at 5 pm on the first day"], "after you arrive"),
    ],
)
def test_a_plan_keeps_to_what_was_told(says, wanted):
    assert wanted in last(*says)


def test_nobody_is_sent_on_a_trip_for_a_packing_list():
    assert "Day 1" not in last("packing list for 10 days in Thailand")


def test_which_of_some_films_is_the_oldest():
    assert "1991" in last("recommend me 3 movies like The Matrix", "which one is the oldest?")
    assert "do not say" in last("3 books like Harry Potter for a 10 year old", "which is the shortest?")
    assert "from" not in last("which one is the oldest?")


def test_a_limit_of_topics_holds_also_for_what_is_known():
    told = "You only answer questions about food and cooking. For any other topic, say that you can only help with cooking."
    assert last("Should I put my savings in bitcoin?", told=told) == "I am sorry, I can only help with cooking."
    assert "applesauce" in last("brownies recipe without eggs", told=told)
