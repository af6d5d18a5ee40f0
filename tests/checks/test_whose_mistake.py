"""A check says whose mistake it is: the reader's code, what it cannot read, the number, or the check itself."""

import subprocess
import sys
from pathlib import Path

import openai
import pytest
from answers import lesson_01, lesson_02, lesson_06

import checks
from checks import registry

ROOT = Path(__file__).parents[2]


def say(capsys, number, built) -> str:
    checks.check(number, built)
    return capsys.readouterr().out


def raising(error):
    def function(*given):
        raise error

    return function


# --- The number ---


@pytest.mark.parametrize("number", ["9.9", "3.9", "3", "", " 3.1", "a.1", "03.1", "../setup.1", "appendix.1"])
def test_a_number_that_there_is_not(capsys, number):
    said = say(capsys, number, "x")
    assert said.startswith(f'There is no exercise "{number}". There are 1.1, 1.2, ')
    assert said.endswith(f"{', '.join(registry.numbers())}.\n")


@pytest.mark.parametrize("number", [[{"role": "user"}], None, b"3.1"], ids=["the wrong way round", "None", "bytes"])
def test_what_is_no_number(capsys, number):
    assert say(capsys, number, "x") == 'The number of an exercise comes first: check("3.1", ...).\n'


@pytest.mark.parametrize("number", [1.1, 3.1, 7.3, 9.9, 3, float("nan"), True])
def test_a_number_without_quotes_is_taken_for_the_same_with(capsys, number):
    assert say(capsys, number, ...) == say(capsys, str(number), ...)


def test_a_key_error_in_a_lesson_is_no_wrong_number(monkeypatch):
    """The number is looked up outside of any try: what is wrong there is raised, as it is."""
    monkeypatch.setattr(registry, "import_module", raising(KeyError("ours")))
    with pytest.raises(KeyError, match="ours"):
        checks.check("3.1", [])


# --- The reader's code ---


@pytest.mark.parametrize("number", ["1.2", "2.2", "3.2", "4.2", "5.3", "6.1", "6.2", "7.2", "A.2"])
@pytest.mark.parametrize(
    ("error", "named"),
    [(KeyError("x"), "KeyError: 'x'"), (StopIteration(), "StopIteration"), (ValueError("no\nway"), "ValueError: no\nway")],
    ids=["KeyError", "without words", "two lines"],
)
def test_what_the_readers_code_raises(capsys, number, error, named):
    assert say(capsys, number, raising(error)) == f"Exercise {number}: not yet: your code raised {named}\n"


def test_a_function_of_other_arguments(capsys):
    assert "your code raised TypeError" in say(capsys, "7.1", lambda tokens: tokens)


def test_an_error_of_the_api_that_no_check_asked_for(capsys):
    def asks(prompt, n, client):
        return [client.responses.create(model="gpt-2023", input=prompt).output_text]

    assert "your code raised BadRequestError" in say(capsys, "2.2", asks)


def test_a_name_that_is_wrong_only_where_an_error_is_caught(capsys):
    """Exercise 6.2 waits for errors of the API; any other is the reader's."""

    def ask_politely(prompt, client):
        try:
            return client.responses.create(model="gpt-4.1", input=prompt).output_text
        except openai.RateLimitError:
            return too_busy  # noqa: F821

    assert "your code raised NameError: name 'too_busy'" in say(capsys, "6.2", ask_politely)


@pytest.mark.parametrize("number", ["1.1", "1.2", "3.1", "7.1"])
def test_dots_that_are_still_there(capsys, number):
    built = ... if registry.find(number).value else lambda *given: ...
    assert say(capsys, number, built) == f"Exercise {number}: not yet: replace the ... with your own.\n"


# --- What a check cannot read ---

UNREADABLE = {
    "content None": ("3.1", [{"role": "user", "content": None}], 'messages[0]["content"] should be a text, and it is None.'),
    "no content": ("3.1", [{"role": "user"}], 'messages[0] should have the key "content".'),
    "content in parts": ("3.1", [{"role": "user", "content": [{"text": "Hi"}]}], 'messages[0]["content"] should be a text'),
    "a second message": (
        "3.1",
        [{"role": "user", "content": "Hi"}, "Hi!"],
        "messages[1] should be a dictionary, and it is 'Hi!'.",
    ),
    "one message": ("3.1", {"role": "user", "content": "Hi"}, "messages should be a list"),
    "a function for a value": ("1.1", lambda: {}, "request should be a dictionary"),
    "a value for a function": ("1.2", {"text": "Hi"}, "summarize should be a function, and it is {'text': 'Hi'}."),
    "nothing": ("3.2", None, "add_turn should be a function, and it is None."),
    "instructions None": ("2.1", lambda *given: {"instructions": None, "input": "x"}, '(...)["instructions"] should be a text'),
    "replies that are no texts": ("2.2", lambda *given: ["a", 2], "samples(...)[1] should be a text, and it is 2."),
    "turns that are pairs": ("3.3", lambda messages, n: [messages[:2]], "last_turns(...)[0] should be a dictionary"),
    "a generator": ("4.2", lambda *given: (p for p in [1]), "apply_temperature(...) should be a list"),
    "a price as text": ("7.1", lambda *given: "$2", "dollars(...) should be a number, and it is '$2'."),
    "a complex price": ("7.1", lambda *given: 2j, "dollars(...) should be a number"),
    "yes": ("6.1", lambda error: "yes", "worth_retrying(...) should be True or False, and it is 'yes'."),
    "one delay": ("6.3", lambda n: 3**n, "my_delays(...) should be a list, and it is 1."),
}


@pytest.mark.parametrize(("number", "built", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_a_check_cannot_read(capsys, number, built, said):
    verdict = say(capsys, number, built)
    assert verdict.startswith(f"Exercise {number}: not yet: this check cannot read what you built: ")
    assert said in verdict


ODD = [None, 1, 1.5, "x", b"x", [], {}, [None], [[]], {"a": None}, {1: 2}, {None: [1j]}, [{}], object(), 1j, (), {"x"}, range(3)]
ODD += [{"model": None, "input": None, "reasoning": None}, {"input": [{"role": ["developer"]}, 5], "max_output_tokens": 50}]


@pytest.mark.parametrize("number", registry.numbers())
def test_odd_things_break_no_check_and_are_never_the_readers_error(capsys, number):
    value = registry.find(number).value
    for thing in ODD:
        for built in (thing, lambda *given, thing=thing: thing, {"text": thing, "tokens": thing}):
            verdict = say(capsys, number, built)
            assert verdict.startswith(f"Exercise {number}: not yet: "), (value, thing, verdict)
            assert "your code raised" not in verdict, (value, thing, verdict)


# --- A mistake in a check ---


@pytest.fixture
def broken_check(monkeypatch):
    """Return the number of an exercise whose check is wrong itself, with any answer."""
    monkeypatch.setattr(registry, "EXERCISES", dict(registry.EXERCISES))

    @registry.exercise("3.99", praise="Well done.", value=dict)
    def _broken(request):
        return request["no such key"]

    return "3.99"


def test_a_mistake_in_a_check_is_not_the_readers(capsys, broken_check):
    said = say(capsys, broken_check, {})
    assert said.startswith(
        "Exercise 3.99: not judged: this check is broken. That is a mistake of the course, not yours (KeyError"
    )
    assert f"{Path(__file__).name}, line " in said
    assert "your code" not in said and "what you built" not in said


@pytest.mark.parametrize("number", ["1.1", "2.2", "6.2"])
def test_a_stand_in_that_crashes_is_not_the_readers_mistake(capsys, monkeypatch, number):
    """Neither where a check sends the reader's request, nor where the reader's function sends it."""
    built = next(row[1] for lesson in (lesson_01, lesson_02, lesson_06) for row in lesson.RIGHT if row[0] == number)
    monkeypatch.setattr("offline.StandIn.handle", raising(TypeError("ours")))
    said = say(capsys, number, built)
    assert "not judged: this check is broken" in said and "(Crashed: TypeError: ours; " in said
    assert "refuse" not in said and "your code" not in said


# --- Where exercises are kept ---


def test_two_exercises_of_one_number_are_noticed(monkeypatch):
    monkeypatch.setattr(registry, "EXERCISES", {"3.1": registry.find("3.1")})
    with pytest.raises(ValueError, match=r"two exercises 3\.1"):
        registry.exercise("3.1", praise="")


def test_every_exercise_stands_in_the_module_of_its_number():
    for number in registry.numbers():
        lesson = number.partition(".")[0]
        module = "appendix" if lesson == "A" else f"lesson_{lesson.zfill(2 if lesson.isdigit() else 3)}"
        assert registry.EXERCISES[number].look.__module__ == f"checks.{module}"


def in_a_new_python(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_only_the_lesson_that_is_asked_for_is_loaded():
    program = "import sys, checks; checks.check('3.1', ...); print([m for m in sys.modules if m.startswith('checks.lesson')])"
    assert in_a_new_python(program)[-1] == "['checks.lesson_03']"


def test_all_exercises_are_named_whatever_was_loaded_before():
    (said,) = in_a_new_python("import checks; checks.check('9.9', ...)")
    assert said.endswith(f"There are {', '.join(registry.numbers())}.")
