"""Sampling: temperature, top_p and seeds do what they say."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.model import answer_file, replies, sampling, tokens

distributions = st.lists(st.floats(1e-6, 1), min_size=1, max_size=12).map(
    lambda weights: {f"t{number}": weight / sum(weights) for number, weight in enumerate(weights)}
)
temperatures = st.floats(0.05, 2)
FRANCE = [{"role": "user", "content": "What is the capital city of France?"}]
STORY = [{"role": "user", "content": "Tell me a story"}]


def entropy(distribution: dict[str, float]) -> float:
    return -sum(p * math.log(p) for p in distribution.values() if p)


def write(messages=STORY, seed=0, **params) -> list[sampling.Choice]:
    return list(sampling.write(replies.find(messages, (), answer_file.load()).ways, rng=random.Random(seed), **params))


@given(distributions, st.floats(0, 2), st.floats(0, 1))
def test_reshaped_probabilities_sum_to_1(distribution, temperature, top_p):
    assert sum(sampling.reshape(distribution, temperature, top_p).values()) == pytest.approx(1)


@given(st.sampled_from([FRANCE, STORY]), st.integers(0, 99), st.floats(0, 2))
def test_every_distribution_on_the_way_sums_to_1(messages, seed, temperature):
    for choice in write(messages, seed, temperature=temperature):
        assert sum(choice.distribution.values()) == pytest.approx(1)
        assert choice.logprob() <= 0 and choice.token in choice.distribution


@given(distributions)
def test_temperature_0_is_greedy(distribution):
    (token,) = sampling.reshape(distribution, 0)
    assert distribution[token] == max(distribution.values())


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_temperature_0_repeats_whatever_the_seed(one, other):
    assert write(seed=one, temperature=0) == write(seed=other, temperature=0)


@given(distributions, temperatures, temperatures)
def test_higher_temperature_flattens(distribution, one, other):
    cool, warm = (sampling.reshape(distribution, temperature) for temperature in sorted((one, other)))
    assert entropy(warm) >= entropy(cool) - 1e-9
    assert max(warm.values()) <= max(cool.values()) + 1e-9


@given(distributions)
def test_temperature_1_changes_nothing(distribution):
    assert sampling.reshape(distribution, 1) == pytest.approx(distribution)


@given(distributions, temperatures, st.floats(0.01, 1))
def test_top_p_keeps_the_smallest_set_that_reaches_it(distribution, temperature, top_p):
    whole, kept = sampling.reshape(distribution, temperature), sampling.reshape(distribution, temperature, top_p)
    mass = sum(whole[token] for token in kept)
    assert mass >= top_p - 1e-9
    assert mass - min(whole[token] for token in kept) < top_p + 1e-9
    assert all(whole[token] >= max((whole[t] for t in whole.keys() - kept.keys()), default=0) - 1e-9 for token in kept)


@given(st.integers(), temperatures, st.floats(0.01, 1))
def test_a_seed_repeats(seed, temperature, top_p):
    assert write(seed=seed, temperature=temperature, top_p=top_p) == write(seed=seed, temperature=temperature, top_p=top_p)


def test_other_seeds_write_other_stories():
    assert len({"".join(choice.token for choice in write(seed=seed)) for seed in range(20)}) > 15


def test_tokens_are_drawn_as_often_as_they_are_likely():
    rng = random.Random(1)
    drawn = [sampling.pick({"a": 0.7, "b": 0.2, "c": 0.1}, rng) for _ in range(5000)]
    assert [drawn.count(token) / 5000 for token in "abc"] == pytest.approx([0.7, 0.2, 0.1], abs=0.03)


def test_high_temperature_strays_but_comes_to_an_end():
    cool, warm = (
        {"".join(choice.token for choice in write(FRANCE, seed, temperature=temperature)) for seed in range(60)}
        for temperature in (0.5, 2)
    )
    assert len(cool) <= 3 < 10 < len(warm)
    assert all("." in text and len(text) < 200 for text in warm)


def test_nothing_slips_into_a_number():
    ways = [(1.0, [[(1.0, tuple(tokens.split("The tide is 4.6 m at 8:15, says 1,250.")))]])]
    for seed in range(200):
        said = "".join(choice.token for choice in sampling.write(ways, rng=random.Random(seed), slip=0.3))
        assert all(number in said for number in ("4.6", "8:15", "1,250")), said


def test_top_lists_the_likeliest_first():
    likely = write(FRANCE, temperature=0)[0].top(3)
    assert likely[0][0] == "The"
    assert [logprob for _, logprob in likely] == sorted((logprob for _, logprob in likely), reverse=True)
