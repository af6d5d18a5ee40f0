"""A reply has to take up what was asked: what it is silent about is counted."""

import pytest
from test_nothing_false import last, no_answer

from offline.model import abouts, answer_file, json_in_words, missing

KNOWN = answer_file.load()


@pytest.mark.parametrize(
    "question",
    [
        "is it boring to be a lighthouse keeper in Norway",
        "i cant sleep. its 3am. tell me something boring about elevators",
        "how can I keep my landlord from selling the garden",
        "regex for matching a uk postcode",
        "my dog barks and is hard of hearing, could you be gentler",
    ],
)
def test_an_answer_that_takes_up_too_little_is_none(question):
    assert KNOWN.about(question) is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("my bread never rises, what am i doing wrong??", "warm"),
        ("my son has a cold what can i do", "drink"),
        ("git push rejected non-fast-forward, i dont want to lose my stuff, what do i do", "pull"),
        ("why do cats knead blankets", "kitten"),
    ],
)
def test_an_answer_may_be_silent_about_one_thing_and_about_who_and_when_it_was(question, wanted):
    assert wanted in str(KNOWN.about(question)["say"]).casefold()


def test_what_is_urgent_is_said_whatever_else_is_told():
    question = "my husband drank bleach at the blue school behind a garden"
    found = KNOWN._abouts.find(question)
    assert found.value.urgent and len(abouts.unsaid(found, "")) > 2
    assert KNOWN.about(question)


def test_only_what_neither_answer_nor_place_nor_day_takes_up_is_unsaid():
    known = abouts.Abouts()
    known.add("bread [rise|rises]", "yeast", "bread")
    found = known.find("why does my bread with 3 eggs, raisins and yeast not rise today")
    assert abouts.unsaid(found, "Raisins need more time.") == {"egg"}


CORS = "CORS error when my react app on localhost calls my flask api: no header is present, though I already added it by hand in my route"


@pytest.mark.parametrize(
    ("message", "reply", "misses"),
    [
        (CORS, "An evening together with tickets for something new", True),
        (CORS, "Add the header to the reply of the route, and let flask answer before the react app calls.", False),
        (CORS, "It is a question", True),
        (CORS, "question", False),
        (
            "If a train ticket to my old aunt costs 18 euros and children pay half, what do two adults pay?",
            "2 times 18 is 36.",
            False,
        ),
        ("CORS error?", "An evening together with tickets", False),
    ],
)
def test_a_reply_to_a_long_message_takes_up_some_of_it(message, reply, misses):
    assert missing.misses(message, reply) is misses


def test_a_text_that_is_sent_along_need_not_be_taken_up_as_much():
    text = "Bees visit blossoms in gardens, parks and fields, gather nectar, and make honey, wax, jelly and money for keepers."
    assert not missing.misses(f"Summarize this: {text}", "Bees make honey and wax.")
    assert missing.misses(text, "Bees make honey and wax.")


def test_a_list_comprehension_is_no_list_of_points():
    code = "result = []\nfor x in data:\n    if x is not None:\n        result.append(x * 2)"
    assert "[x * 2 for x in data if x is not None]" in last(f"convert to list comprehension\n\n{code}")


def test_what_code_is_to_allow_is_no_wish_for_small_letters():
    assert last("regex for a license plate of Malta, should allow a missing space and lowercase").startswith("I am the offline")


def test_each_numbered_text_gets_its_label_or_none_does():
    assert (
        last("Label each as positive or negative:\n1. great food\n2. never again, so rude\n3) I loved it")
        == "1. positive\n2. negative\n3) positive"
    )
    assert no_answer(
        last("Classify each as complaint, question, or praise.\n1. Where is my package?\n2. Love the colours!!\n3. hm")
    )


def test_a_default_that_all_calls_share_is_found():
    code = 'def add(item, basket=[]):\n    basket.append(item)\n    return basket\n\nprint(add("a"))\nprint(add("b"))'
    reply = last(f"whats wrong here\n\n{code}")
    assert "all calls share it" in reply and "if basket is None:\n        basket = []" in reply


def test_what_is_meant_as_a_power_is_found():
    assert "3.14 * r ** 2" in last("find the mistake: def area(r): return 3.14 * r ^ 2")


@pytest.mark.parametrize(
    "text", ["explain this error: KeyError: 'price'", "what is this: json.decoder.JSONDecodeError: Expecting value"]
)
def test_the_words_of_an_error_are_no_code(text):
    assert "Python can read it" not in last(text)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            "pull out the dates and amounts from this and put in a table",
            "| Dates | Price |\n| --- | --- |\n| 4 Feb 2024 | $500 |\n| 5 Mar |  |",
        ),
        ("pull out the dates as a bullet list", "- 4 Feb 2024\n- 5 Mar"),
        ("pull out the dates and amounts as csv pls", "Dates,Price\n4 Feb 2024,$500\n5 Mar,"),
    ],
)
def test_what_is_extracted_comes_in_the_form_that_is_wanted(order, wanted):
    assert last(f"{order}: Issued on 4 Feb 2024 for $500, to be paid until 5 Mar. at the latest") == wanted


@pytest.mark.parametrize(
    "text", ["My email is ada@example.com.", "The message was long.", "my letter from the bank says that I owe money"]
)
def test_who_speaks_of_a_message_wants_none_written(text):
    assert "Dear" not in last(text)


@pytest.mark.parametrize(
    "text",
    [
        "hello! i just installed this. what now?",
        "Hi. I am new here. What can I do?",
        "my grandson set this up for me, where do i start",
    ],
)
def test_who_is_new_is_told_what_there_is_to_ask(text):
    assert "What is an API?" in last(text) and "can help with" in last(text)


def test_lines_of_code_are_no_sentences_that_ask():
    code = "nums = [1, 2, 2]\nfor n in nums:\n     if n % 2 == 0:\n        nums.remove(n)\nprint(nums)"
    assert "for number in range(5)" not in last(f"my for loop skips elements\n\n{code}\n\nprints [1, 2], i wanted no evens")


@pytest.mark.parametrize(
    "order", ["Return JSON with the keys error and cause.", "Reply only with JSON with the keys error and cause."]
)
def test_a_key_that_is_called_error_is_a_wish_for_json(order):
    assert json_in_words.wanted_in([order])
    assert not json_in_words.wanted_in(["CORS error: GET works, but POST with json doesn't. Keys: name, city"])
