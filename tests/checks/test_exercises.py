"""The exercises: right answers are right under any setting, and of wrong ones it is said what is missing."""

from importlib import import_module
from pathlib import Path

import pytest

import checks
import utils
from checks import registry, stand_in
from checks.shapes import WORDS

LESSONS = sorted(path.stem for path in (Path(__file__).parent / "answers").glob("*.py"))
ANSWERS = [import_module(f"answers.{lesson}") for lesson in LESSONS]
RIGHT = [row for lesson in ANSWERS for row in lesson.RIGHT]
WRONG = [row for lesson in ANSWERS for row in lesson.WRONG]
MODELS = ["gpt-6-sol", "gpt-6-astra", "gpt-5", "gpt-4.1", "gpt-7-nova", "o9", "llama3:8b"]


def named(rows) -> list[str]:
    return [f"{row[0]}-{place}" for place, row in enumerate(rows)]


@pytest.mark.parametrize(("number", "built", "said"), WRONG, ids=named(WRONG))
def test_a_wrong_answer(capsys, number, built, said):
    checks.check(number, built)
    verdict = capsys.readouterr().out.splitlines()[-1]
    assert verdict.startswith(f"Exercise {number}: not yet: ")
    assert said in verdict


@pytest.mark.parametrize(("number", "built"), RIGHT, ids=named(RIGHT))
def test_a_right_answer(capsys, number, built):
    checks.check(number, built)
    assert capsys.readouterr().out == f"Exercise {number}: done. {registry.find(number).praise}\n"


@pytest.mark.parametrize("model", MODELS)
def test_right_answers_are_right_whatever_model_is_set(capsys, monkeypatch, model):
    usual = utils.DEFAULT_MODEL
    monkeypatch.setattr(utils, "DEFAULT_MODEL", model)
    monkeypatch.setattr(utils.generate_text, "__defaults__", (model, *utils.generate_text.__defaults__[1:]))
    for number, built in RIGHT:
        if isinstance(built, dict) and built.get("model") == usual:
            built = built | {"model": model}
        checks.check(number, built)
    verdicts = capsys.readouterr().out.splitlines()
    assert len(verdicts) == len(RIGHT)
    assert not [verdict for verdict in verdicts if ": done." not in verdict]


@pytest.mark.parametrize("model", MODELS)
def test_a_request_that_no_model_takes_is_refused_whatever_model_is_set(monkeypatch, model):
    monkeypatch.setattr(utils, "DEFAULT_MODEL", model)
    assert "temperature" in stand_in.refused({"model": model, "input": "Hello!", "temperature": 5})
    assert "max_tokens" in stand_in.refused({"model": model, "input": "Hello!", "max_tokens": 5})


@pytest.mark.parametrize("model", MODELS)
def test_a_request_to_chat_completions_is_answered_whatever_model_is_set(monkeypatch, model):
    monkeypatch.setattr(utils, "DEFAULT_MODEL", model)
    messages = [{"role": "user", "content": "What is an API?"}]
    assert stand_in.client().chat.completions.create(model=model, messages=messages).model == stand_in.MODEL


def test_the_checks_ask_the_model_of_the_course():
    assert stand_in.MODEL == utils.DEFAULT_MODEL


def test_every_exercise_has_right_and_wrong_answers_here():
    assert {row[0] for row in RIGHT} == {row[0] for row in WRONG} == set(registry.numbers())


def kinds(shape) -> set[type]:
    """Return the types that a shape names, inner ones too."""
    if isinstance(shape, type):
        return {shape}
    return {type(shape)}.union(*map(kinds, shape.values() if isinstance(shape, dict) else shape))


@pytest.mark.parametrize("number", sorted(registry.numbers()))
def test_there_are_words_for_every_shape_that_a_check_wants(number):
    exercise = registry.find(number)
    wanted = kinds(exercise.returns) | (kinds(exercise.value) if exercise.value is not None else set())
    assert wanted - {object} <= WORDS.keys()
