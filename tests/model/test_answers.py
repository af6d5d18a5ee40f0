"""The answers file: its language, its mistakes, and what is answered."""

import os
import random

import pytest

from offline.model import answer_file, answers, replies, reply, sampling

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
    return answer_file.load(path)


def best(found: answers.Answers, *spoken: str, instructions: str = "") -> str:
    messages = [{"role": "system", "content": instructions}]
    messages += [{"role": ("user", "assistant")[number % 2], "content": text} for number, text in enumerate(spoken)]
    ways = found.find(messages)
    return "".join(choice.token for choice in sampling.write(ways, temperature=0, rng=random.Random(0)))


# --- Mistakes ---

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
    "about that is a number": ("prompt: hello", "about: 5", 15, "'about' must be words"),
    "about without words": ("prompt: hello", 'about: "?"', 15, "'about' must be words"),
    "may that is a list": ("prompt: hello", "about: hello\n    may: [you]", 15, "'may' must be text"),
    "urgent that is text": ("prompt: hello", "about: hello\n    urgent: very", 15, "'urgent' must be true or false"),
    "more that is text": ("prompt: hello", "about: hello\n    more: you", 15, "but found 'you'"),
    "no unknown": ("unknown: No idea.", "", 1, "'unknown' must say"),
    "answers not a list": (GOOD[GOOD.index("  - prompt: cap") : GOOD.index("unknown")], "  hello: Hi\n", 1, "must be a list"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_with_file_and_line(tmp_path, right, wrong, line, problem):
    text = GOOD.replace(right, wrong, 1)
    assert text != GOOD
    with pytest.raises(answer_file.AnswersError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"mine.yaml, line {line}: ") and problem in str(error.value)


def test_another_encoding_is_reported_with_file_and_line(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(GOOD.replace("Hello!", "Olá!").encode("cp1252"))
    with pytest.raises(answer_file.AnswersError, match=r"mine\.yaml, line 16: .*UTF-8"):
        answer_file.load(path)


# --- What is answered ---


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
    spoken = ["I was in Paris.", "Nice.", "Then in Berlin.", "Nice.", "What is its population?"]
    messages = [{"role": ("user", "assistant")[number % 2], "content": text} for number, text in enumerate(spoken)]
    assert "3.7 million" in reply.Part("message", replies.find(messages, (), answer_file.load()).ways).likeliest()


@pytest.fixture
def looked_at_each_time(monkeypatch):
    monkeypatch.setattr(answer_file, "LOOK_AGAIN", 1e-9)


def test_a_file_is_looked_at_again_after_a_moment_only(tmp_path, monkeypatch):
    monkeypatch.setattr(answer_file.time, "monotonic", lambda: 1.0)
    first = read(tmp_path, GOOD)
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD.replace("No idea.", "Ask me something else."), encoding="utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert answer_file.load(path) is first
    monkeypatch.setattr(answer_file.time, "monotonic", lambda: 1.0 + answer_file.LOOK_AGAIN)
    assert best(answer_file.load(path), "What?") == "Ask me something else."


@pytest.mark.usefixtures("looked_at_each_time")
def test_a_file_is_read_again_only_when_it_has_changed(tmp_path):
    first = read(tmp_path, GOOD)
    path = tmp_path / "mine.yaml"
    assert answer_file.load(path) is first
    path.write_text(GOOD.replace("No idea.", "Ask me something else."), encoding="utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))  # the clock of a file system may be slower than this test
    assert best(answer_file.load(path), "What?") == "Ask me something else."


@pytest.mark.usefixtures("looked_at_each_time")
def test_the_files_of_a_folder_are_read_together(tmp_path):
    (tmp_path / "a.yaml").write_text("answers:\n  - prompt: twice <place>\n    say: <place.capital>\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    found = answer_file.load(tmp_path)
    assert best(found, "twice France") == "Paris"
    assert best(found, "hello") == "Hello!"
    (tmp_path / "c.yaml").write_text("answers:\n  - prompt: new\n    say: Seen.\n", encoding="utf-8")
    os.utime(tmp_path, ns=(0, tmp_path.stat().st_mtime_ns + 1))
    assert best(answer_file.load(tmp_path), "new") == "Seen."


def test_a_mistake_in_one_of_many_files_is_reported_with_that_file(tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("\n\ntables:\n  place:\n    Peru: {capital: Lima}\n", encoding="utf-8")
    with pytest.raises(answer_file.AnswersError, match=r"b\.yaml, line 4: there is a table 'place' already"):
        answer_file.load(tmp_path)


def test_most_prompts_are_not_looked_for(tmp_path):
    """Ten times the entries cost a look-up nothing, as long as other words are in them."""
    entries = "".join(f"  - prompt: what is a word{number}\n    say: It is {number}.\n" for number in range(5_000))
    found = read(tmp_path, GOOD.replace("answers:\n", f"answers:\n{entries}"))
    assert best(found, "what is a word4711?") == "It is 4711."
    compiled = [prompt for entry in found.entries for prompt in entry.prompts if "regex" in vars(prompt)]
    assert [prompt.text for prompt in compiled] == ["what is a word4711"]
