"""Questions with a tail ("with an example", "I never understood it"), and words of like and opposite meaning and rhymes."""

import pytest
from test_nothing_false import last, no_answer

from offline.tables import read_table

TAILS = {
    "What is inflation? I never understood it": "For example: a loaf",
    "What is a mortgage? never got it": "For example: a bank",
    "explain gravity, i dont get it": "For example: an apple",
    "explain interest rates with an example": "For example: you borrow",
    "what is gravity? explain with an example please": "For example: an apple",
    "What is a black hole, and why does it matter?": "It matters because",
    "what's a mortgage and why is it important": "It matters because",
    "what is dna, simple words please": "recipe inside you",
}


@pytest.mark.parametrize(("prompt", "part"), TAILS.items())
def test_a_tail_gets_what_it_asks_for(prompt, part):
    said = last(prompt)
    assert part in said and "could not follow" not in said


def test_an_example_that_is_not_known_is_named():
    assert 'could not follow: "with an example"' in last("What is a volcano with an example")


def test_a_tail_of_another_question_is_no_tail():
    assert "For example" not in last("What is inflation?")
    assert "For example" not in last("I never understood my uncle. What is the capital of Chile?")


def test_each_example_reads_on_from_its_opening():
    for row in read_table("explained.yaml"):
        assert row["example"][-1] not in ".!" and row["matters"][-1] not in ".!"
        assert row["matters"][0].islower()


@pytest.mark.parametrize(
    ("prompt", "part"),
    [
        ("synonym for happy", "glad, joyful"),
        ("5 synonyms for big", ": large, huge, great, enormous, vast."),
        ("9 synonyms for hot", "I know no more than 4"),
        ("opposite of generous", '"stingy"'),
        ("antonym of ancient", '"modern"'),
        ("give me words that rhyme with cat", "hat, bat"),
        ("3 words that rhyme with love", ": dove, above, glove."),
        ("what rhymes with orange", "No everyday English word"),
    ],
)
def test_words_that_go_with_a_word(prompt, part):
    assert part in last(prompt)


def test_a_poem_is_no_list_of_rhymes():
    assert "Words that rhyme" not in last("Write a poem that rhymes with cat")
    assert no_answer(last("words that rhyme with zorb"))


def test_no_word_is_its_own_kin():
    known = read_table("word_kin.yaml")
    for word, row in known["words"].items():
        assert word not in row["like"] and not set(row["like"]) & set(row["opposite"]), word
    for line in known["rhymes"]:
        assert len(set(line.split())) == len(line.split()), line


@pytest.mark.parametrize(
    "prompt", ["who is the president of the united states right now", "chancellor of germany?", "Who is the CEO of OpenAI?"]
)
def test_who_holds_an_office_now_is_not_known_and_no_name_is_given(prompt):
    said = last(prompt)
    assert "no live data" in said and "nothing from after that day" in said


def test_a_function_in_another_language_is_no_python():
    assert no_answer(last("write a java function that reverses a string"))
    assert "```javascript" in last("javascript function that adds two numbers")
    assert "```python" in last("write a python function that reverses a string")


def test_a_list_in_html_is_code():
    assert "<ul>" in last("how do i make a list in html")
    assert "<strong>" in last("how to make text bold in html")
    assert last("How do I make pancakes? Answer as a table.").startswith("|")
    assert last("How do I make tea, as JSON").startswith("{")
