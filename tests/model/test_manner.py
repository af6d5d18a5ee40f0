"""Instructions in a developer's message: what they want is followed, or named; and what only looks like it is let be."""

import json

import pytest
from talks import talk
from test_nothing_false import last, no_answer

NAMED = "could not follow"


@pytest.mark.parametrize(
    ("told", "prompt", "most"),
    [
        ("Never use more than 20 words.", "What is the internet?", 20),
        ("Don't write more than 15 words.", "What is gravity?", 15),
        ("Limit your answer to 30 words.", "What is a black hole?", 30),
        ("Maximum 12 words per answer.", "Who was Albert Einstein?", 12),
    ],
)
def test_a_limit_of_words_is_kept_however_it_is_put(told, prompt, most):
    said = last(prompt, told=told)
    assert 0 < len(said.split()) <= most and NAMED not in said


@pytest.mark.parametrize(
    "told",
    ["Answer in bullet points, maximum three.", "Reply with max. 3 bullets", "Only bullet points. Never more than three.", "Use a list with no more than three points."],
)  # fmt: skip
def test_so_many_bullets_at_most(told):
    said = last("How can I save electricity at home?", told=told)
    assert said.count("- ") == len(said.splitlines()) == 3


@pytest.mark.parametrize("prompt", ["how does a zeppelin get its shape?", "What do the Klorbs of Zuntar sing?"])
def test_where_there_is_no_answer_the_form_is_kept(prompt):
    assert no_answer(last(prompt))
    one = last(prompt, told="Always answer in one sentence.")
    assert no_answer(one) and one.count(". ") == 0 and NAMED not in one
    assert last(prompt, told="At most three bullets.").count("\n- ") == 2
    assert last(prompt, told="Begin every answer with 'Ahoy!'").startswith("Ahoy!")
    assert NAMED in last(prompt, told="Answer with one word only.")


def test_what_cannot_be_said_in_a_language_is_said_to_be_so_in_it():
    said = last("Why do cats purr?", told="Answer only in German.")
    assert said.startswith("Auf Deutsch kann der") and '"Answer only in German"' in said
    assert "nur auf Englisch" not in last("What are the four seasons called?", told="Answer only in German.")
    assert last("How many days are in a leap year?", told="Always reply in French.") == "Une année bissextile a 366 jours."


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [("Can penguins fly?", "No"), ("Is a whale a fish?", "No"), ("Is Paris in France?", "Yes")],
)  # fmt: skip
def test_yes_or_no_is_read_from_an_answer(prompt, wanted):
    assert last(prompt, told="Answer with yes or no only.") == wanted


def test_what_is_neither_yes_nor_no_is_named():
    assert NAMED in last("Is a tomato a vegetable?", told="Answer yes or no.")


@pytest.mark.parametrize(
    "told",
    [
        "SPAM or OK? Answer with one word.",
        "Reply only SPAM or OK.",
        "Label every message SPAM or OK",
        "You are a spam filter. Answer only 'SPAM' or 'OK'.",
    ],
)
def test_labels_in_other_wordings(told):
    assert last("Cheap pills, click here now, you have won!!!", told=told) == "SPAM"
    assert last("See you at lunch tomorrow, Anna", told=told) == "OK"


def test_a_mood_among_the_labels_is_no_role():
    assert last("I lost my dog and cry all day", told="Answer in one word: happy, sad or angry.") == "sad"


def test_hints_only():
    told = "You are a tutor. Give hints, but never the solution."
    assert "begins with" in (hint := last("What is the capital of Peru?", told=told)) and "Lima" not in hint
    assert "sum" in (hint := last("How do I count the vowels in a string?", told=told)) and "def " not in hint
    assert "right" in last("What is the capital of Peru?", "Lima?", told=told)
    assert "Not yet" in last("What is the capital of Peru?", "Quito?", told=told)
    assert "Lima" not in last("What is the capital of Peru?", "just tell me", told=told)


def test_each_message_has_an_object_of_its_own():
    told = "Reply only with JSON with the keys name and age."
    assert json.loads(last("Peter is 47.", "And Anna is 45.", told=told)) == {
        "name": "Anna",
        "age": 45,
    }
    told = "Reply only with JSON with the keys city and date."
    assert json.loads(last("I want to go to Rome.", "on Friday", told=told)) == {"city": "Rome", "date": "Friday"}


@pytest.mark.parametrize(
    ("prompt", "within"),
    [("When should I plant tomatoes?", True), ("How long do I boil an egg?", False), ("What is the capital of Spain?", False)],
)
def test_a_topic_is_known_by_its_questions(prompt, within):
    said = last(prompt, told="You only talk about gardening. Otherwise say 'Only gardening, please.'")
    assert (said == "Only gardening, please.") is not within


HOTEL = "You are the receptionist of Hotel Seeblick. Check-out is until 11 am. Breakfast is served from 7 to 10 and costs 14 euros. Delivery is free from 25 euros. The pool is closed on Mondays. Open daily except Tuesday, 8 to 20."  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "wanted", "never"),
    [
        ("How much is breakfast for two people?", "28 euros", "only been told"),
        ("Is breakfast included?", "No. Breakfast", ""),
        ("when do we have to leave?", "until 11 am", "been told"),
        ("can the kids swim on monday?", "No. The pool", ""),
        ("can we swim on friday?", "closed on Mondays", "No."),
        ("is wifi free?", "not been told", "25 euros"),
        ("are you open on tuesday?", "closed on Tuesdays", "Yes"),
        ("what is the name of the hotel?", "Hotel Seeblick", "not"),
        ("Can I have breakfast at 8, and is there a bar?", '"is there a bar"', "No."),
    ],
)
def test_a_house_answers_from_its_facts(prompt, wanted, never):
    said = last(prompt, told=HOTEL)
    assert wanted in said and not (never and never in said)


def test_a_name_behind_thanks_and_greetings_is_heard():
    assert "welcome" in last("Thank you, captain!", told="You are a pirate.")
    assert "none o' me charts" not in last("good evening Jack", told="You are a pirate named Jack.")


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("You are a physics professor who loves football and uses football examples for everything.", "football examples"),
        ("You are a chef who always suggests vegetarian options.", "vegetarian options"),
        ("You are a teacher who explains everything with cake.", "with cake"),
    ],
)
def test_how_somebody_behaves_who_is_to_be_played_is_named_where_it_is_not_followed(told, named):
    assert named in talk("What is dark matter?", told=told)[-1]


@pytest.mark.parametrize("told", ["You are a librarian who knows all books.", "You are a vet who helps people."])
def test_what_somebody_is_like_orders_nothing(told):
    assert "could not follow" not in talk("What is the capital of Peru?", told=told)[-1]


def test_a_letter_that_is_not_in_the_role_says_so():
    assert 'could not follow: "You are Shakespeare"' in talk("Write a complaint about slow wifi", told="You are Shakespeare.")[-1]
