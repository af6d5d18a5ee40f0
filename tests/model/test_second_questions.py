"""Second questions and details on the subject before, reactions, and wishes about a list that was given."""

import pytest
from talks import talk

from offline.model import abouts
from offline.model.computed import on_subject
from offline.tables import read_table


@pytest.mark.parametrize(
    ("turns", "there"),
    [
        (["How long do eggs have to boil?", "mine come right out of the fridge"], "a minute more"),
        (["why is the ocean salty", "but lakes are not, why?"], "outlet"),
        (["What is a black hole?", "could the sun become one?"], "too little mass"),
        (["who invented the telephone", "was he american"], "Edinburgh"),
        (["how do I get coffee out of a carpet? there is a stain", "the carpet is made of wool"], "wool detergent"),
        (["I have a bad cough and a cold", "does honey help?"], "honey"),
        (["my girlfriend and I had a fight", "what could I say to her?"], "I listen"),
        (["what is an api", "so like a waiter?"], "kitchen"),
    ],
)
def test_a_second_question_is_about_the_subject_before(turns, there):
    assert there in talk(*turns)[-1]


@pytest.mark.parametrize(
    ("turns", "gone"),
    [
        (["how do I boil an egg", "how do I keep my drinks cold without a fridge?"], "prick"),
        (["my phone battery dies so fast", "my old dog dies soon i think"], "battery"),
        (["why do cats purr", "what is the capital of Peru?"], "purr"),
        (["what is a black hole", "what is in a tire?"], "horizon"),
        (["1 cup flour in grams?", "and sugar"], "sugar cane"),
        (["What's the tallest building in the world?", "how many floors"], "Burj Khalifa"),
        (["how do bees make honey", "do all bees do that?"], "You said"),
        (["How are you?", "no, Toronto", "how many people live there"], "France"),
    ],
)
def test_what_only_shares_a_word_with_it_is_not(turns, gone):
    assert gone not in talk(*turns)[-1]


@pytest.mark.parametrize(
    "topic", [topic for name in on_subject.FILES for topic in read_table(name)], ids=lambda topic: str(topic["topic"])[:40]
)
def test_each_second_message_finds_what_is_said_to_it(topic):
    for words in topic["then"]:
        plain = " ".join(option.split("|")[0] for option in words.replace("[", "]").split("]") if option.strip())
        assert abouts.fit(plain, words), words


@pytest.mark.parametrize(
    ("turns", "there"),
    [
        (["tell me a fun fact", "haha boring"], "Then another one:"),
        (["what is a black hole", "oh that sounds scary"], "lighter"),
        (["why is the sky blue", "wow i never knew that"], "Ask on"),
        (["what's better, cats or dogs?", "personally i prefer cats"], "opinion of my own"),
        (["why do cats purr", "will you still know me tomorrow?"], "will not remember"),
        (["how do i boil an egg", "my kitchen is blue"], "Noted: your kitchen is blue."),
    ],
)
def test_a_reaction_is_taken_for_what_it_is(turns, there):
    assert there in talk(*turns)[-1]


def test_a_question_is_no_reaction():
    assert not any(
        words in talk("why is the sky blue", "interest on a loan, what is that?")[1] for words in ("Ask on", "Isn't it")
    )


@pytest.mark.parametrize(
    ("wish", "there", "gone"),
    [
        ("add cheese", ["4. Cheese"], []),
        ("please remove the second one", ["2. Bread"], ["Eggs"]),
        ("without the bread", ["Milk", "Eggs"], ["Bread"]),
        ("only the first two", ["Milk", "Eggs"], ["Bread"]),
        ("i like the third one", ["Bread"], ["Milk"]),
        ("which one would you take?", ["Milk", "no taste"], ["Eggs"]),
        ("the shortest?", ["Milk"], ["Bread"]),
    ],
)
def test_a_wish_about_a_list_is_followed(wish, there, gone):
    said = talk("Make a numbered list: milk, eggs, bread", wish)[1]
    assert all(part in said for part in there) and not any(part in said for part in gone), said


def test_a_name_fills_its_empty_place():
    note, filled = talk("Write a short thank you note to my teacher", "her name is Mrs. Alvarez")
    assert "[teacher's name]" in note and "Dear Mrs. Alvarez," in filled and "[Your name]" in filled


def test_a_prompt_that_was_offered_is_taken():
    assert "The tap drips." in talk("What should I ask you next?", "ok do the first one")[1]


def test_another_thing_is_put_into_the_question_before():
    assert "95" in talk("how many calories in a banana", "and an apple?")[1]
    assert talk("what is 15% of 240", "and 20%?")[1].startswith("20% of 240 = 48")
    assert "ohayō" in talk("how do you say thank you in Japanese", "and good morning?")[1]


def test_what_is_not_wanted_is_not_recommended():
    assert "Spirited" not in " ".join(talk("suggest a film for tonight", "we watch with kids", "not animated please")[1:])
    assert "Holmes" not in talk("Recommend me a book", "I don't like crime")[1]
    assert "beef" not in talk("suggest a dish for vegetarians")[0]


def test_a_talk_goes_on_about_what_somebody_likes():
    said = talk("Hi, my name is Yuki. Please talk with me.", "I like fishing")[1]
    assert said.startswith("So you like fishing.") and said.endswith("?")
    assert "playful" not in talk("Hi, I'm Ana", "my old dog dies soon i think")[1]
