"""The sentences: each says when it was seen, or stands in the list of guesses."""

import inspect

import pytest

from offline.refusals import phrases, words

SENTENCES = {
    name: sentence
    for name, sentence in inspect.getmembers(words, inspect.isfunction)
    if inspect.signature(sentence).return_annotation is words.Refused
}


@pytest.mark.parametrize(("name", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_says_when_it_was_seen_or_that_it_is_a_guess(name, sentence):
    assert ("Seen in" in sentence.__doc__) != (name in words.GUESSED)


def test_every_guess_is_a_sentence():
    assert set(SENTENCES) >= words.GUESSED


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["a"], "'a'"),
        (["auto", "disabled"], "'auto' and 'disabled'"),
        (["low", "medium", "high"], "'low', 'medium', and 'high'"),
    ],
    ids=len,
)
def test_values_are_listed_as_the_api_lists_them(values, said):
    assert phrases.listed(values) == said


def test_long_names_are_short_where_types_are_told_and_whole_where_values_are():
    names = ("conversation", "previous_response_id")
    assert phrases.one_of(names) == "one of 'conversation' or 'pre..._id'"
    assert "'previous_response_id'" in str(words.not_one_of("x", names, "param"))


@pytest.mark.parametrize(
    ("near", "said"),
    [
        ((), "Unknown parameter: 'stre'."),
        (("store",), "Unknown parameter: 'stre'. Did you mean 'store'?"),
        (("store", "stream"), "Unknown parameter: 'stre'. Did you mean 'store' or 'stream'?"),
    ],
    ids=len,
)
def test_what_may_be_meant(near, said):
    assert str(words.unknown("stre", near)) == said
