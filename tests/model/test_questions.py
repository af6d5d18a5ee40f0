"""Whole questions, however they are put."""

import re

import pytest

from offline.model import answer_file
from offline.model.questions import Questions, check, core, telling, ways

TERMS = {"term": {"token": {}, "top p": {"also": "top_p, nucleus sampling"}, "tuple": {}, "list": {}}}

SAME = {
    "a short form": ("What is photosynthesis?", "photosynthesis??"),
    "politeness": ("What is a token?", "Hey, could you please tell me what a token is, thanks!"),
    "an order": ("Why is the sky blue?", "explain why the sky is blue to a child"),
    "chat spelling": ("Why is the sky blue?", "y is the sky blue"),
    "no apostrophe": ("What is DNA?", "whats dna"),
    "work": ("How does a vaccine work?", "explain vaccines"),
    "British spelling": ("my favorite color", "my favourite colour"),
    "a comparison": ("What is the difference between a list and a tuple?", "list vs tuple"),
    "another comparison": ("What is the difference between a list and a tuple?", "how is a list different from a tuple?"),
    "signs": ("difference between == and is", "== vs is"),
    "a year": ("When did the Titanic sink?", "in what year did the titanic sink"),
}
OTHER = {
    "one word more": ("Why is the sky blue?", "Why is the sky blue on Mars?"),
    "the other way round": ("What do lions eat?", "What eats lions?"),
    "not": ("Why is the sky blue?", "Why is the sky not blue?"),
    "who for what": ("Who killed Lincoln?", "Who did Lincoln kill?"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_a_question_is_the_same_in_other_words(one, other):
    assert core(one) == core(other)


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_another_question_is_not_the_same(one, other):
    assert core(one) != core(other)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("What's a token?", {"term": "token"}),
        ("explain nucleus sampling", {"term": "top p"}),
        ("top_p", {"term": "top p"}),
        ("tokens or tuples: what is the difference", {"term": "token", "term2": "tuple"}),
        ("difference between top_p and lists", {"term": "list", "term2": "top p"}),
        ("list", {"term": "list"}),
        ("python list", {"term": "list"}),
        ("a token ring", None),
        ("", None),
        ("word " * 100, None),
    ],
)
def test_names_of_a_table_are_found_in_a_question(asked, found):
    known = Questions(TERMS)
    for prompt in ("what is <term>", "difference between <term> [and|or] <term2>"):
        known.add(prompt, "known")
    assert [values for _, values in known.find(asked)] == ([] if found is None else [found])


def test_a_prompt_with_too_many_ways_is_refused():
    with pytest.raises(ValueError, match="make two of it"):
        check("[a|b|c|d|e|f|g|h|i|j]" * 4)


def test_every_way_to_say_a_prompt_is_found_by_a_word_of_it():
    """A prompt waits under some words until a question has one of them: no way to say it may do without."""
    answers = answer_file.load()
    missed = []
    for prompt in {prompt for entry in answers.entries for prompt in entry.questions}:
        stems, untold = telling(prompt)
        for way in set(ways(prompt)) - set(untold):
            if stems.isdisjoint(core(re.sub(r"<(\w+)>", r" _\1 ", way)).split()):
                missed.append(way)
    assert missed == []
