"""The stand-in as a judge: it follows the rules that it states, for texts that nobody thought of, and no others."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import offline
from offline.model import judging
from offline.model.judge_orders import read

WORDS = "river stone lamp kettle moon salt bread engine garden window paper silver cloud winter music bridge".split()
some = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
PAIR = "Which answer is better? Answer with A or B only.\n\nQuestion: {}\n\nReference: {}\n\nAnswer A: {}\n\nAnswer B: {}"


def nothing(question: str) -> str:
    return ""


def verdict(prompt: str, told: str = "", own=nothing) -> str:
    return judging.judged(prompt, told, own).short


def shared(one: str, other: str) -> int:
    return len(set(one.split()) & set(other.split()))


@settings(max_examples=150, deadline=None)
@given(some, some, some)
def test_the_answer_with_more_words_of_the_reference_wins_and_the_first_of_equals(reference, one, two):
    said = verdict(PAIR.format("Which?", reference, one, two))
    assert said == ("A" if shared(reference, one) >= shared(reference, two) else "B")


@settings(max_examples=60, deadline=None)
@given(some, some, some)
def test_who_wins_alone_wins_in_both_places(reference, one, two):
    straight, turned = (verdict(PAIR.format("Which?", reference, *pair)) for pair in ((one, two), (two, one)))
    assert (straight != turned) == (shared(reference, one) != shared(reference, two))


@settings(max_examples=60, deadline=None)
@given(some, some, some)
def test_more_words_never_harm(reference, one, more):
    assert verdict(PAIR.format("Which?", reference, f"{one} {more}", one)) == "A"


@settings(max_examples=60, deadline=None)
@given(some, some)
def test_a_tie_is_said_where_it_is_allowed(reference, one):
    assert verdict(PAIR.format("Which?", reference, one, one).replace("A or B", "A, B or tie")) == "tie"


def test_without_a_reference_it_looks_for_the_question_and_its_own_answer():
    prompt = "Which is better?\n\nQuestion: Why is the sea salty?\n\nAnswer A: winter\n\nAnswer B: {}"
    assert [verdict(prompt.format(text)) for text in ("bread", "the sea")] == ["A", "B"]
    assert verdict(prompt.format("rivers"), own=lambda question: "Rivers carry salt.") == "B"


@pytest.mark.parametrize(
    ("title_one", "title_two", "name"),
    [
        ("Answer A:", "Answer B:", "B"),
        ("Reply 1:", "Reply 2:", "2"),
        ("**Response A:**", "**Response B:**", "B"),
        ("First answer:", "Second answer:", "second"),
        ("[Assistant A]:", "[Assistant B]:", "B"),
        ("### Summary 1:\n", "### Summary 2:\n", "2"),
        ("A:", "B:", "B"),
    ],
)
def test_titles_of_many_kinds(title_one, title_two, name):
    assert verdict(f"Compare them. Which is better?\n\nReference: moon\n\n{title_one} bread\n\n{title_two} moon") == name


def test_answers_of_several_paragraphs_are_read_whole():
    prompt = "Reference: moon\n\nAnswer A: bread\n\nAnswer B: salt\n\nand the moon\n\nWhich answer is better?"
    assert verdict(prompt) == "B"


LAST_LINES = {
    "You are grading answers. Expected answer: 4\nStudent answer: 5\nGrade as CORRECT or INCORRECT.": "incorrect",
    "Reference: blue whale\nAnswer: The blue whale.\nDoes the answer match the reference? Reply with yes or no.": "yes",
    "Question: What is 2 + 2?\nAnswer: It is 2 + 2 apples.\n\nOn a scale of 1 to 10, how good is it? Reply with a number.": "10",
    "Answer A: moon\nAnswer B: the silver moon\nReference: silver moon\nWhich answer is better?": "B",
}


@pytest.mark.parametrize(("prompt", "said"), LAST_LINES.items())
def test_an_order_in_the_last_line_is_no_part_of_the_answer(prompt, said):
    assert verdict(prompt) == said


def test_a_text_that_two_summaries_are_about_is_what_they_are_held_against():
    text = "Text: The shop opens at nine and closes at five."
    prompt = f"Pick the better one.\n\n{text}\n\nSummary 1: It is a shop.\n\nSummary 2: It opens at nine, closes at five."
    assert verdict(prompt) == "2"


def test_qualities_that_it_can_count():
    pair = "Answer A: No idea.\n\nAnswer B: I am sorry, please wait a little longer."
    said = {word: verdict(f"Which answer is {word}?\n\n{pair}") for word in ("shorter", "longer", "more polite", "more concise")}
    assert said == {"shorter": "A", "longer": "B", "more polite": "B", "more concise": "A"}


@pytest.mark.parametrize("quality", ["funnier", "more creative", "warmer"])
def test_a_quality_that_it_cannot_judge_is_named(client, quality):
    reply = client.responses.create(
        model="gpt-6-luna",
        input=f"Which answer is {quality}?\n\nQuestion: What is salt?\n\nAnswer A: bread\n\nAnswer B: salt",
        reasoning={"effort": "none"},
    )
    assert f"{quality}" in reply.output_text and "could not follow" in reply.output_text


GRADE = "Is the answer correct? Answer yes or no.\n\nReference: {}\n\nAnswer: {}"


@pytest.mark.parametrize(
    ("reference", "answer", "said"),
    [
        ("Paris", "It is Paris.", "yes"),
        ("Paris", "It is Lyon.", "no"),
        ("in 1969", "That was in July 1969.", "yes"),
        ("in 1969", "That was in July 1972.", "no"),
        ("silver moon, 7 stones", "silver moon, 8 stones", "no"),
        ("Paris", "It is not Paris.", "yes"),  # what a naive judge does
    ],
)
def test_a_single_answer_is_graded(reference, answer, said):
    assert verdict(GRADE.format(reference, answer)) == said


@pytest.mark.parametrize(("said", "score"), [("silver moon over the bridge", 10), ("silver moon", 5), ("bread", 0)])
def test_a_score_is_the_share_of_the_words(said, score):
    prompt = f"Rate from 0 to 10 how well they agree.\n\nReference: silver moon, stone bridge\n\nAnswer: {said}"
    assert abs(int(verdict(prompt)) - score) <= 3 and 0 <= int(verdict(prompt)) <= 10


@pytest.mark.parametrize("right", [True, False])
def test_a_verdict_in_a_form(client, right):
    properties = {
        "reason": {"type": "string"},
        "verdict": {"type": "string", "enum": ["fail", "pass"]},
        "correct": {"type": "boolean"},
    }
    schema = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    reply = client.responses.create(
        model="gpt-6-luna",
        instructions="Grade the answer: pass or fail.",
        input=f"Reference: Tokyo\n\nAnswer: {'Tokyo' if right else 'Kyoto'}",
        text={"format": {"type": "json_schema", "name": "grade", "strict": True, "schema": schema}},
        reasoning={"effort": "none"},
    )
    found = json.loads(reply.output_text)
    assert (found["correct"], found["verdict"]) == (right, "pass" if right else "fail")
    assert found["reason"] == f"It has {int(right)} of the 1 word that I look for."


NO_ORDERS = [
    "What is the capital of France?",
    "Which of these is right?\n\nA: Lyon",
    "Context: Ada was born in 1815.\n\nQuestion: When was Ada born, and is that right?\n\nAnswer:",
    "Question: What is salt?\n\nAnswer: a mineral",
    "My score was 7. Is that better than 5?",
    "Summarize the answer: It is right to judge.",
]


@pytest.mark.parametrize("prompt", NO_ORDERS)
def test_what_is_no_order_to_judge(prompt):
    assert read(prompt, "") is None


def test_the_stand_in_says_the_same_as_its_rules():
    client = offline.client(offline.StandIn())
    prompt = PAIR.format("What is salt?", "a mineral", "a plant", "a mineral")
    assert client.responses.create(model="gpt-6-luna", input=prompt, reasoning={"effort": "none"}).output_text == "B"
