"""Requests that come in many words: what is asked for is done, and a word in what was sent along asks for nothing."""

import ast
import re

import pytest
from test_nothing_false import last, no_answer

# --- Ads ---


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("Write a job ad for a part-time barista, max 50 words", "a part-time barista"),
        ("job posting for an electrician, 40 hours, Leeds, good pay", "- 40 hours"),
        ("write an ad looking for a nanny for two kids", "a nanny for two kids"),
        ("vacancy notice for two drivers", "two drivers"),
        ("We need a job description for a nurse, night shifts", "- Night shifts"),
    ],
)
def test_an_ad_for_a_job_sells_nobody(prompt, wanted):
    said = last(prompt)
    assert "looking for" in said and wanted in said
    assert "sale" not in said.casefold() and "could not follow" not in said


@pytest.mark.parametrize("prompt", ["write an ad for my bakery", "write an ad looking for a flatmate", "ad for our lost cat"])
def test_what_is_not_sold_is_not_for_sale(prompt):
    assert "For sale" not in last(prompt)


@pytest.mark.parametrize(
    "prompt", ["ad for my old bike, 120 euros", "write a listing to sell my sofa", "classified ad for a lamp"]
)
def test_what_is_sold_is_for_sale(prompt):
    assert "For sale" in last(prompt)


# --- Texts that are sent along ---

TEXTS = [
    "When I moved from Nairobi to Oslo I owned one thin jacket and thought that snow was romantic. I like pancakes.",
    "Last night the dog of the mayor ate a bar of chocolate in Rome. The banner said Happy Easter.",
    "My mother has her birthday on Monday, and the weather in Paris is cold. What is an API? I said hello.",
    "I want to write a birthday card for my mom, she turns 60 and loves gardening.",
    "You should recommend a comedy from the 90s to my friend and cook lasagna for 8 people.",
    "We plan a trip to Rome for 4 days with two kids and a dog.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "request_of",
    ["I need a good title for my blog post, here is the beginning:\n\n{}", "{}\n\nAny idea for a title for this text?"],
)
def test_a_word_in_a_text_that_was_sent_along_asks_for_nothing(text, request_of):
    assert no_answer(last(request_of.format(text)))


@pytest.mark.parametrize("text", TEXTS)
def test_a_headline_is_made_of_the_words_of_its_text_only(text):
    said = last(f"Find a headline for this article: {text}")
    assert 3 <= len(said.split()) <= 9
    assert set(said.lower().split()) <= set(text.lower().replace(".", "").replace(",", "").split())


@pytest.mark.parametrize(
    "opening", ["i get this:", "my notebook says this:", "The text of the error is:", "what is wrong with this:"]
)
def test_an_error_that_was_sent_along_is_explained(opening):
    assert "does not know the name `client`" in last(f"{opening} NameError: name 'client' is not defined. what did i do wrong?")


@pytest.mark.parametrize(
    ("prompt", "points"),
    [
        ("turn my notes into bullet points pls: meeting with Jorge about the website, he wants blue not green, launch before easter, i must send him an offer till friday, photos come from his wife", ["Meeting with Jorge about the website", "He wants blue not green", "Launch before easter", "I must send him an offer till friday", "Photos come from his wife"]),
        ("make a bullet list from this text: buy milk, call the bank; a birthday cake for Ann, and clean the car", ["Buy milk", "Call the bank", "A birthday cake for Ann", "Clean the car"]),
        ("Please put these notes into bullets:\nWe meet in Rome. The dog comes along. Bring bread and cheese.", ["We meet in Rome.", "The dog comes along.", "Bring bread and cheese."]),
    ],
)  # fmt: skip
def test_notes_become_points(prompt, points):
    assert last(prompt) == "\n".join(f"- {point}" for point in points)


@pytest.mark.parametrize(
    "code",
    ["for i in range(10)\nprint(i)", "while True\nprint('hi')", "def f(x)\nif x > 1\nreturn x", "if 3 > 2\n  print('yes')\nelse\nprint('no')"],
)  # fmt: skip
@pytest.mark.parametrize("request_of", ["fix this code:\n{}", "whats wrong here?\n{}", "Please correct this code: {}"])
def test_colons_and_indentation_are_mended(code, request_of):
    said = last(request_of.format(code))
    mended = said.split("```python\n")[1].removesuffix("\n```")
    ast.parse(mended)
    assert mended.replace(":", "").split() == code.split()


# --- A letter, changed later ---


@pytest.mark.parametrize(
    ("says", "there", "gone"),
    [
        (["Write a short message to cancel my dentist appointment on Thursday", "can you make it more formal? and ask for a new date next week"], ["cancel my dentist appointment on Thursday", "a new date next week?", "Yours sincerely"], ["Hello,", "And ask", "formal"]),
        (["Write a short message to cancel my dentist appointment on Thursday", "more formal please"], ["on Thursday", "Dear Sir or Madam", "Yours sincerely"], ["Please."]),
        (["mail to my boss that I am sick today", "ask him whether Tom can take my shift"], ["I am sick today. I would like to ask you whether Tom can take my shift."], ["ask him"]),
        (["email to my landlord that the sink leaks", "and ask him to send a plumber. thank him for the new door"], ["The sink leaks. Please send a plumber. Thank you for the new door."], ["thank him"]),
    ],
)  # fmt: skip
def test_a_letter_is_made_again_with_what_is_wished_later(says, there, gone):
    said = last(*says)
    assert all(part in said for part in there), said
    assert not any(part in said for part in gone), said


# --- What is an order, and what is not ---


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("Write a tiny story about a lighthouse. Exactly three sentences.", 3),
        ("Write a mini story about a lighthouse. In two sentences.", 2),
        ("A very short story about a robot. Just three sentences!", 3),
    ],
)
def test_a_number_of_sentences_is_no_part_of_the_story(prompt, count):
    said = last(prompt)
    assert "entences" not in said
    assert len(re.findall(r"[.!?](?=\s|\Z)", said)) == count


@pytest.mark.parametrize(
    "end", ["Never again.", "Never again!", "As always, nobody helped.", "With kind regards, Ann.", "No wonder!"]
)
def test_a_sentence_of_a_text_is_no_order(end):
    said = last(
        f"The delivery took three weeks and the lamp was broken. {end}",
        told="Classify the sentiment of the text as positive, negative or neutral. Answer with one word.",
    )
    assert said == "negative"


@pytest.mark.parametrize("order", ["Never whistle.", "Always mention a bird.", "In iambic pentameter.", "Only four rhymes."])
def test_an_order_in_a_prompt_is_still_named(order):
    assert f'could not follow: "{order.rstrip(".")}"' in last(f"What is the capital of Chile? {order}")


# --- Words ---


@pytest.mark.parametrize("verb", ["swim", "to swim", '"to swim"', "'swim'", "the verb swim"])
@pytest.mark.parametrize("asked", ["What's the past tense of {}?", "past tense of {}", "what is the simple past of {}"])
def test_the_past_tense_of_a_verb(asked, verb):
    assert '"swim" is: swam' in last(asked.format(verb))


@pytest.mark.parametrize(("verb", "past"), [("to go", "went"), ("walk", "walked"), ("read", "read"), ("stop", "stopped")])
def test_the_past_tense_of_other_verbs(verb, past):
    assert f"is: {past}" in last(f'past tense of "{verb}"')


def test_the_past_tense_of_no_verb_is_unknown():
    assert no_answer(last('What is the past tense of "to zorble"?'))


@pytest.mark.parametrize("word", ["mouse", '"mouse"', "the word mouse"])
def test_the_plural_of_a_word(word):
    assert "mice" in last(f"What's the plural of {word}?")


@pytest.mark.parametrize("word", ["hot", '"hot"', "the word hot"])
def test_the_opposite_of_a_word(word):
    assert "cold" in last(f"What is the opposite of {word}?")


# --- For and against ---


@pytest.mark.parametrize(
    "prompt",
    ["pros and cons of electric cars in a table", "Make a table of the pros and cons of an electric car", "advantages and disadvantages of electric cars as a table"],
)  # fmt: skip
def test_for_and_against_stand_side_by_side(prompt):
    said = last(prompt)
    assert "| Pros | Cons |\n| --- | --- |\n| Low cost" in said
    assert all(row.count("|") == 3 for row in said.splitlines() if row.startswith("|"))
    assert "Higher price to buy |" in said


@pytest.mark.parametrize(
    "prompt",
    [
        "What is an API key and why should I not share it?",
        "why should my openai key be secret",
        "is it safe to give my api key to a friend",
    ],
)
def test_why_a_key_is_not_shared(prompt):
    assert "at your cost" in last(prompt)
