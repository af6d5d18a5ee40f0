"""The prompts named where nothing answers: all of them work, and they are near."""

import subprocess
import sys
import time
from collections import Counter

import pytest
from talks import talk

import offline
from offline.model import examples
from offline.tables import read_table

SUGGESTIONS = read_table("suggestions.yaml")
ALL = [prompt for kinds in (offline.examples(), SUGGESTIONS) for prompts in kinds.values() for prompt in prompts]
FIRST = [prompts[0] for prompts in offline.examples().values()]
NO_ANSWERS = ("no answer to", "could not follow", "I cannot know", "Noted:")


@pytest.mark.parametrize("topic", SUGGESTIONS)
def test_every_suggestion_works(topic):
    replies = {prompt: talk(prompt)[0] for prompt in SUGGESTIONS[topic]}
    assert {prompt: said for prompt, said in replies.items() if not said or any(no in said for no in NO_ANSWERS)} == {}


def test_no_prompt_stands_twice():
    times = Counter(prompt.casefold().rstrip("?.!") for prompt in ALL)
    assert [prompt for prompt, number in times.items() if number > 1] == []


def test_every_suggestion_is_named_to_whom_it_is_nearest():
    """One without a telling word of its own would be named to nobody."""
    prompts = [prompt for prompts in SUGGESTIONS.values() for prompt in prompts]
    assert [prompt for prompt in prompts if prompt not in examples.nearest(prompt)] == []


def test_suggestions_are_short_and_can_be_quoted():
    prompts = [prompt for prompts in SUGGESTIONS.values() for prompt in prompts]
    assert [prompt for prompt in prompts if len(prompt.split()) > 12 or '"' in prompt or prompt != prompt.strip()] == []


@pytest.mark.parametrize(
    ("prompt", "about"),
    [
        ("how do vaccines get approved", "vaccines"),
        ("why is the moon so huge near the horizon", "Moon"),
        ("sushi at home for six people", "sushi"),
        ("roth ira or a traditional one", "IRA"),
        ("my orchid dropped all its blossoms", "orchid"),
        ("is my lasagna still good after nine days", "lasagna"),
        ("which tennis racket should a beginner buy", "tennis"),
        ("how loud is the engine of a sports car", "engine"),
        ("are there volcanoes on venus", "volcanoes"),
        ("my hamster escaped behind the wardrobe", "hamsters"),
        ("git bisect, how does it go", "git"),
        ("merge_asof in pandas", "pandas"),
        ("my decorator loses the docstring", "decorator"),
    ],
)
def test_the_nearest_is_about_the_same(prompt, about):
    assert about in examples.nearest(prompt)[0]


def test_a_rare_word_counts_more_than_one_that_many_prompts_have():
    assert examples.nearest("dogs and roses")[0] == "How do I prune roses?"


def test_the_more_is_shared_the_nearer():
    found = examples.nearest("the difference between virus and bacteria in a cell, for my exam")
    assert found[0] == "What is the difference between a virus and bacteria?"


@pytest.mark.parametrize("prompt", ["", "???", "zorblax", "who was it, and how many of them", "I took the other one last week"])
def test_without_a_telling_word_in_common_they_are_of_different_kinds(prompt):
    assert examples.nearest(prompt) == FIRST[:3]


def test_what_is_missing_is_of_other_kinds():
    assert examples.nearest("sushi") == ["What is sushi?", *FIRST[:2]]
    assert examples.nearest("photosynthesis") == ["What is photosynthesis?", *FIRST[:2]]
    assert examples.nearest("haiku") == ["Write a haiku.", FIRST[0], FIRST[2]]


@pytest.mark.parametrize("prompt", ["how do vaccines get approved", "zorblax?", "Please, what about my orchid zorblax"])
def test_the_nearest_are_named_in_the_reply(prompt):
    said = talk(prompt)[0]
    assert [named for named in examples.nearest(prompt) if f'"{named}"' not in said] == []


def test_they_are_read_only_when_nothing_answers():
    program = """
import offline
from offline.model import examples
for prompt in ("What is recursion?", "zorblax?"):
    offline.client().responses.create(model="gpt-6-luna", input=prompt)
    print(examples._pool.cache_info().currsize)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "1"]


def test_naming_them_takes_no_time():
    examples.nearest("zorblax")
    start = time.perf_counter()
    for number in range(200):
        examples.nearest(f"why did my orchid and my dog of {number} years eat the vaccine on the moon")
    assert (time.perf_counter() - start) / 200 < 0.002
