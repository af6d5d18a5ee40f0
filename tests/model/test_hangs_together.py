"""A later message belongs to what was said before it, and the sentences of one message belong together: neither is answered as if it stood alone."""

import pytest
from test_nothing_false import last, no_answer

from offline.model import pointing

ANTS = "how do i get rid of ants in the kitchen"
FAIL = "ModuleNotFoundError: No module named 'pandas'"


# --- What is told is noted only where no help was given, and nothing is asked ---


@pytest.mark.parametrize(
    "says",
    [
        (FAIL, "i did pip install pandas, it says already satisfied, but jupyter still gives the same error"),
        (ANTS, "i'm 62"),
        ("is python hard to learn", "i'm 62"),
        ("what's a healthy breakfast", "i'm diabetic"),
        ("tell me a fun fact", "i don't believe you"),
        ("tell me 3 facts about Iceland", "i've been there", "more"),
        ("does zorb boil faster with salt", "my mom swears it does"),
        ("let's do a zorb play", "Hi, I have a reservation under Keller."),
        ("hello", "Good evening. I want table for two person near of window"),
        ("0.1 + 0.2 in python gives 0.30000000000000004, is my computer broken",),
        ("my code: for i in range(3): print(i)",),
    ],
)  # fmt: skip
def test_no_note_in_place_of_an_answer(says):
    assert no_answer(last(*says))


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (("i live in Lisbon and i work as a baker",), "you live in Lisbon"),
        (("hello", "i live in Lisbon"), "you live in Lisbon"),
        (("what is 3+4", "my name is maria"), "Nice to meet you, Maria!"),
        (("hello", "i'm maria"), "Nice to meet you, Maria!"),
    ],
)
def test_what_is_told_of_oneself_is_still_noted(says, told):
    assert told in last(*says)


def test_after_help_it_is_said_that_nothing_is_meant_for_a_detail():
    said = last("give me 3 ideas for a rainy day with kids", "we did all of those already")
    assert "I have nothing that is meant for it" in said


# --- "and X?" is the earlier question with X in it, or nothing ---


@pytest.mark.parametrize(
    ("says", "has"),
    [
        (("Convert 120 km/h to mph", "and in meters per second?"), "33.33 meters a second"),
        (("how many minutes in a week", "and in a day?"), "1,440"),
        (("give me a word that rhymes with cat", "what about 'dog' then"), 'rhyme with "dog"'),
        (("count the words in this: I like my new bike", "and the letters?"), 'in "I like my new bike"'),
        (("what time is it in Tokyo when it is 3pm in London", "and in New York"), "it is 10 am in New York"),
        (("what's the time difference between Paris and Tokyo", "and New York?"), "6 hours behind Paris"),
        (("what's the weather like in Lisbon in May", "and in December?"), "Lisbon in December"),
    ],
)
def test_another_thing_is_put_into_the_earlier_question(says, has):
    assert has in last(*says)


@pytest.mark.parametrize(
    "says",
    [
        ("how do you say good night in spanish", "and to a friend?"),
        ("is sugar bad", "what about zorb"),
    ],
)
def test_another_thing_is_never_answered_for_itself(says):
    assert no_answer(last(*says))


# --- A remark on a reply, thanks with more in them, what hangs on nothing ---


@pytest.mark.parametrize(
    "says",
    [
        ("what's a good name for a cat", "too boring"),
        ("write a haiku about autumn", "that's only 5-6-5"),
        ("explain gravity", "like a poem"),
        ("how old was Mozart when he died", "of what"),
        ("can you recommend a zorbcast", "about history"),
        ("i feel kind of down today", "thanks. i dont want advice, just talk to me about something nice"),
        ("thanks! but that didnt work",),
    ],
)
def test_a_remark_is_no_wish_of_its_own(says):
    assert no_answer(last(*says))


def test_a_topic_takes_up_each_telling_word_of_a_second_message():
    assert "bread box" not in last("why is my bread dense", "the yeast was fresh too")
    assert "bread box" in last("why is my bread dense", "how do i keep it fresh")


# --- The sentences of one message ---


@pytest.mark.parametrize(
    "prompt",
    [
        "i'm 34, i live in Leeds and i'd like to change zorbs. i was a zorb for ten years. where do i start",
        "I can't log in. I changed my zorb yesterday. It says invalid zorbs. What now?",
        "My friend Tom is turning 40. He likes fishing. I want to write him a card. Can you write it?",
        "I made zorb. It's way too salty. Guests come in an hour. Help!",
        "my zorb wants to keep the zorb because of one scratch on the floor. Berlin. what can i do",
        "my keyboard types the wrong letters. i have a german laptop. i live in the US. how do i fix it?",
        "good morning, i have a question about python. how do i zorb a list backwards?",
    ],
)  # fmt: skip
def test_a_question_is_not_answered_without_what_was_told_with_it(prompt):
    assert no_answer(last(prompt))


@pytest.mark.parametrize(
    ("prompt", "has"),
    [
        ("my plant has yellow leaves. it's a monstera. i water it every day. what's wrong", "too much water"),
        ("My son is 5. He asks why we die. I'm not religious. What can I tell him?", "Bodies wear out"),
        ("my cat won't eat. she is 14. she drinks a lot though. should i worry?", "Call the vet"),
        ("i need to wake up early but i always hit snooze. any trick?", "no snooze"),
        ("I have two exams next week. One in math, one in history. How should I plan?", "plan backwards"),
    ],
)
def test_what_the_answer_says_is_not_called_open(prompt, has):
    said = last(prompt)
    assert has in said and "I have no answer" not in said and "As I said" not in said


@pytest.mark.parametrize("question", ["what now?", "where do i start", "should i worry", "any tips?", "Can you write it?"])
def test_a_question_without_a_telling_word_hangs_on_the_rest(question):
    assert pointing.hangs(question)


@pytest.mark.parametrize("question", ["what can you do?", "what time is it", "how do i start a car", "what is my name", "7 * 8"])
def test_a_question_with_one_stands_alone(question):
    assert not pointing.hangs(question)
