"""A text that is made takes up what was wished for: what it passes over is named, and what is forbidden is not in it."""

import re

import pytest
from test_learners_words import talk

from offline.model.computed.question import Answer
from offline.model.everyday import haikus, taken_up

NOTE = "The offline stand-in could not follow: "


def said(*says: str) -> str:
    return talk({"says": list(says)})[-1]


def shop(text: str) -> Answer | None:
    """Sell tea or coffee, without sugar where that is wanted."""
    if "buy" not in text:
        return None
    drink = "tea" if "tea" in text else "coffee"
    lacking = " without sugar" if "without sugar" in text else ""
    return Answer([(1.0, f"Here is {drink}{lacking}."), (0.5, "Here is cocoa.")], about="shop")


# --- By the effect of each word ---


@pytest.mark.parametrize(
    ("wish", "passed_over"),
    [
        ("buy tea", ()),
        ("please buy some nice coffee", ()),
        ("buy tea from a purple mountain", ("from a purple mountain",)),
        ("buy tea, grown by Zadie", ("grown by Zadie",)),
        ("buy tea without sugar", ()),
        ("buy tea, but not with lemons", ("not with lemons",)),
        ("buy tea for my sister on Monday", ()),
    ],
)
def test_what_has_no_effect_on_a_text_and_is_not_in_it_is_named(wish, passed_over):
    assert taken_up.checked(wish, shop).cannot == passed_over


def test_what_is_forbidden_is_left_out_of_the_ways():
    assert [text for _, text in taken_up.checked("buy something, but not coffee", shop).ways] == ["Here is cocoa."]


@pytest.mark.parametrize(
    "wish", ["buy a red bicycle with three loud bells and lamps", "sell tea", "buy something like Coffee, no cocoa"]
)
def test_a_text_that_passes_over_most_of_a_wish_is_none(wish):
    assert taken_up.checked(wish, shop) is None


# --- In the replies ---


@pytest.mark.parametrize(
    ("wish", "named"),
    [
        ("5 names for a small bakery run by two sisters in a fishing town", "in a fishing town"),
        ("Suggest 3 names for a grey female cat, something from mythology", "from mythology"),
        ("Slogan for a bike repair shop called Spokes", "called Spokes"),
        ("gift for my father in law, retired surgeon", "retired surgeon"),
        ("recommend a film like The Martian but not set in space", "not set in space"),
        ("one day in Lisbon, I walk with a stick, no hills please", "no hills"),
        ("short bedtime story about a hedgehog who wants to fly, with no scary parts", "no scary parts"),
        ("poem about the sea, 14 lines", "14 lines"),
        ("sonnet about a broken escalator", "sonnet"),
        ("story about a lighthouse, 100 words", "100 words"),
    ],
)
def test_a_made_text_names_in_one_line_what_it_passes_over(wish, named):
    reply = said(wish)
    assert reply.count(NOTE) == 1
    assert named in reply.partition(NOTE)[2]


@pytest.mark.parametrize(
    "wish",
    [
        "recipe for pancakes without eggs",
        "recipe for brownies without nuts",
        "15 minute workout, bad knees, no equipment",
        "birthday card for my brother, he loves fishing",
        "haiku about my grandmother's kitchen",
        "slogan for my gardening company",
        "weekend in Vienna for someone who hates museums",
        "good movies for a 6 year old",
        "story about a little fox who is scared of the dark, for my daughter Emma",
        "write a 4 line poem about my dog Biscuit, 4 lines",
        "a story about a dog that doesn't want to bark",
        "plan a birthday party for a 7 year old who loves dinosaurs, indoors, 10 kids",
    ],
)
def test_what_is_taken_up_is_not_named(wish):
    reply = said(wish)
    assert NOTE not in reply
    assert "I have no answer" not in reply


@pytest.mark.parametrize(
    ("wish", "unwanted"),
    [
        ("tell me a joke but not about scientists or atoms", "atom"),
        ("recommend a film like Knives Out", "Knives Out"),
        ("dialogue between the sun and the moon, 4 lines, funny", "4 lines, funny**"),
        ("poem about winter that doesn't mention snow", "snow"),
        ("a scary story about an elevator, two paragraphs", "elevator, two"),
        ("write a poem about my workshop, without rhymes", "workshop, without"),
        ("story about a girl who finds a key, with an open ending", "key, with an open ending"),
        ("trip to Amsterdam with teenagers who hate canals", "canals;"),
        ("housewarming present for somebody who has no garden", "pruning"),
        ("present for my best friend, she hates baby stuff", "Wooden blocks"),
        ("workout for someone in a wheelchair", "Squats"),
        ("training plan to swim 1 km in 8 weeks", "Squats"),
        ("roast my cat", "You asked"),
        ("a poem for the opening of our new library, please mention the old oak tree", "Noted"),
    ],
)
def test_what_is_forbidden_or_only_a_manner_is_in_no_text(wish, unwanted):
    assert unwanted not in said(wish).partition(NOTE)[0]


def test_a_kind_of_text_is_made_where_another_would_pass_over_what_is_wanted():
    assert "team names" in said("10 team names for a quiz night, we are all nurses")


@pytest.mark.parametrize(
    "wish", ["haiku about debugging at 2am", "haiku about waiting for the bus in the rain", "haiku about an empty fridge"]
)
def test_a_haiku_has_its_syllables_or_is_none(wish):
    verse = said(wish).partition(f"\n\n{NOTE}")[0]
    assert "I have no answer" in verse or haikus.is_one(verse)


# --- Letters and cards ---


@pytest.mark.parametrize(
    ("wish", "there", "never"),
    [
        ("Write an apology to my neighbour, my son broke her flowerpot", "broke your flowerpot", "her"),
        ("email to my boss asking to work from home on Mondays", "whether I may work from home", "ask you to work"),
        ("email to my landlord asking him to work on the roof", "ask you to work", "may work"),
        ("Write a thank-you note to my daughter's piano teacher, Mrs. Okafor", "Dear Mrs. Okafor", "for Mrs"),
        ("mail to the gym: i want to cancel my membership, I moved away", "cancel my membership", "cancel the gym"),
        ("Write a message to the parents of class 4b: bring rubber boots, we go to the stream", "Please bring", "I bring"),
        ("write a birthday message for my boss, we are not close", "dear boss!\n\nI wish you", "We are not close."),
        ("write a toast for my grandparents' anniversary, they ran a bakery", "To my grandparents!", "my grandpa."),
    ],
)  # fmt: skip
def test_what_is_written_to_somebody_fits_them(wish, there, never):
    reply = said(wish)
    assert there in reply
    assert never not in reply.partition("Left out")[0]


@pytest.mark.parametrize("number", ["two", "3"])
def test_a_letter_has_no_more_sentences_than_asked_for(number):
    reply = said(f"Write a {number}-sentence apology to my neighbour, my son broke her flowerpot")
    assert len(re.findall(r"[.!?](?=\s)", reply)) <= (2 if number == "two" else 3)
    assert NOTE not in reply
