"""Scenes that are described, sayings, proverbs that are finished, and what happened on a day."""

import pytest
from test_nothing_false import last

from offline.tables import read_table

SCENES = read_table("everyday/scenes.yaml")["scenes"]


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Describe a sunset in Bali in two sentences", "in Bali"),
        ("can you describe a busy market in Marrakesh?", "in Marrakesh"),
        ("please write a description of a rainy day", "Rain falls in thin"),
        ("describe the night sky over the Sahara", "over the Sahara"),
        ("Describe a quiet forest.", "trees"),
        ("what does the ocean look like", "sea"),
    ],
)
def test_a_scene_is_described_where_it_is(prompt, said):
    assert said in last(prompt)


@pytest.mark.parametrize(("count", "word"), [(1, "one"), (2, "two"), (3, "three")])
def test_in_as_many_sentences_as_were_asked_for(count, word):
    assert last(f"Describe a beach in {word} sentences").count(". ") + 1 == count


def test_more_sentences_than_there_are_is_said():
    assert 'could not follow: "in 9 sentences"' in last("Describe a sunset in 9 sentences")


@pytest.mark.parametrize(
    "prompt", ["describe my dog", "describe photosynthesis", "describe yourself", "describe the plot of Hamlet at night"]
)
def test_what_is_no_scene_is_not_described_as_one(prompt):
    assert not any(scene["say"][1] in last(prompt) for scene in SCENES)


def test_every_scene_says_where_and_has_four_sentences():
    for scene in SCENES:
        assert len(scene["say"]) >= 4 and "{in}" in scene["say"][0], scene["asked"]
        assert all(said.endswith(".") for said in scene["say"])


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Give me a motivational quote", "proverb"),
        ("an inspiring quote about friendship", "friend"),
        ("The quick brown fox", "lazy dog"),
        ("an apple a day...", "doctor"),
        ("who is the best football player ever", "Maradona"),
        ("which programming language should I learn first?", "Python"),
        ("Why did my sourdough not rise? I left it 4 hours in the kitchen", "cold"),
        ("I want to loose 5 kg till summer. What should I do", "half a kilo"),
        ("what happend on 20 july 1969", "Moon"),
        ("What happened on September 11, 2001?", "World Trade Center"),
        ("what happened on the 9th of November 1989?", "Berlin Wall"),
    ],
)
def test_sayings_opinions_and_days(prompt, said):
    assert said in last(prompt)


@pytest.mark.parametrize("prompt", ["What happened on 3 March 1950?", "best pizza in Naples", "the quick brown bear"])
def test_what_is_near_and_another_thing_is_not_answered(prompt):
    assert "I am the offline stand-in" in last(prompt)
