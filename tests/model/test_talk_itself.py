"""Talk with the stand-in and about it, in many wordings; boredom, twenty questions, bullet points, and changes to its own texts."""

import re

import pytest
from talks import talk

THERE, CAN, HUMAN, TIRED, PRACTICE = (
    "I am here",
    "and can help with",
    "not a human and not a model",
    "do not get tired",
    "let us talk!",
)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        *[(asked, THERE) for asked in ("hello, is this thing on?", "hi, does this work?", "Hello? is anybody there", "can you read this?", "do i just type here?", "hey are you still awake", "is this app working?")],
        *[(asked, CAN) for asked in ("hi im rosa, 68, my son set this up for me. what sort of things can i ask you", "What kind of questions can I ask?", "what are you good at", "how do i use this thing?", "any suggestion what i should try next with you?", "Do you have any ideas what to ask you?", "what should i ask you first", "ok what else can i ask", "what would you suggest I try next?")],
        *[(asked, HUMAN) for asked in ("are you a real person or a computer", "are you a machine or a human being?", "Is there a real person typing this?", "am i talking to a robot or a person", "are you just a computer program?")],
        *[(asked, TIRED) for asked in ("do you get tired of all the questions?", "aren't you tired of me?", "do you ever sleep?", "don't you get bored answering people", "do you mind all my questions?")],
        *[(asked, PRACTICE) for asked in ("Please talk with me a little for practice.", "can we chat a bit to practice my English?", "I want to practice English with you", "let's have a conversation so I can improve my english")],
    ],
)  # fmt: skip
def test_openers_are_answered_in_many_wordings(asked, wanted):
    assert wanted in talk(asked)[0]


@pytest.mark.parametrize(
    "asked",
    ["What kind of things can I cook with an oven?", "is this thing on my arm dangerous?", "do cats get tired of toys?", "does this code work: print(1", "how about you write a poem about rain", "Did I make a mistake in buying this car?", "are you a person who likes tea?"],
)  # fmt: skip
def test_what_is_about_something_else_is_no_opener(asked):
    said = talk(asked)[0]
    assert not any(one in said for one in (THERE, CAN, HUMAN, TIRED, PRACTICE, "nothing of that kind", "Send me the sentence"))


def test_who_greets_with_a_name_is_greeted_with_it():
    assert talk("hi im rosa, 68, my son set this up. what sort of things can i ask you")[0].startswith("Nice to meet you, Rosa!")
    assert "Nice to meet" not in talk("hi im tired. are you a real person")[0]


def test_a_talk_for_practice_goes_on_and_is_checked():
    first, second, third = talk(
        "I am Kenji from Osaka. My English is not so good. Please talk with me a little for practice.",
        "Yesterday I goed to the lake and catched fish. How about you?",
        "I see. Did I make mistake in my English?",
    )
    assert first.startswith("Nice to meet you, Kenji!") and "could not follow" not in first
    assert "glad to hear it" in second
    assert '"Yesterday I went to the lake and caught fish.' in third
    assert "I see no mistake" in talk("I like old jazz music.", "was that correct?")[1]
    assert "Send me the sentence" in talk("did i make any mistakes?")[0]


@pytest.mark.parametrize("said", ["no i don't like white, it's boring", "i don't like tea, it is boring", "that book was boring"])
def test_what_bores_is_no_boredom(said):
    assert "let us change that" not in talk("I want to paint my bedroom. What colours suit it?", said)[1]


@pytest.mark.parametrize("said", ["i'm bored", "im so bored at home", "I am really bored, what can i do?"])
def test_boredom_is_helped(said):
    assert "let us change that" in talk(said)[0]


@pytest.mark.parametrize(
    "opening",
    ["lets play 20 questions. i think of something, you ask", "Let's play twenty questions! I'm thinking of something and you guess", "20 questions: you ask, I answer", "can we play 20 questions where you guess"],
)  # fmt: skip
def test_in_twenty_questions_the_one_who_is_told_to_asks(opening):
    first, *others = talk(opening, "no", "yes it is an animal", "yes", "no")
    assert first.endswith("Is it a mammal?") and "only animals" in first
    assert all(said.endswith("?") for said in others) and others[0] == others[1] != others[2]


@pytest.mark.parametrize(
    "opening", ["let's play 20 questions", "20 questions! you think of something and i ask", "play 20 questions, I guess"]
)
def test_otherwise_it_thinks_of_something(opening):
    first, second = talk(opening, "is it an animal?")
    assert first.startswith("I have one in mind") and second.startswith("Yes")


@pytest.mark.parametrize(
    "wish", ["Answer in exactly three bullet points.", "Use 3 bullet points.", "Reply with at most three short bullet points."]
)
def test_so_many_bullet_points_are_kept(wish):
    said = talk("Why is my bread always so dense?", told=wish)[0]
    assert re.fullmatch(r"(?:- .+[^:]\n){2}- .+[^:]", said)


def test_fewer_than_wanted_is_said():
    said = talk("What is the capital of France?", told="Answer in exactly three bullet points.")[0]
    assert said.startswith("- ") and "could not follow" in said


def test_a_text_of_its_own_gets_shorter_or_an_honest_no():
    text, funnier, shorter = talk("describe a sunset in Bali", "nice but a bit too sweet, make it funnier", "shorter pls")
    assert funnier.startswith("I cannot make it funnier")
    assert len(shorter) < len(text) and shorter.split(". ")[0] == text.split(". ")[0]


def test_a_toast_gets_funnier_and_shorter():
    text, funnier, shorter = talk("a toast for my sister's wedding", "nice but a bit too sweet, make it funnier", "shorter pls")
    assert "You are right" in funnier and "You are right" not in text
    assert (
        len(shorter) < len(funnier) and shorter.split(". ")[0] == text.split(". ")[0] and shorter.endswith("To the happy couple!")
    )


@pytest.mark.parametrize("turns", [("make it funnier",), ("a toast for my sister's wedding", "make my hair shorter")])
def test_what_is_no_text_of_its_own_is_not_changed(turns):
    assert "I cannot make it" not in talk(*turns)[-1] and "raise your glasses" not in talk(*turns)[-1]
