"""`ask_many`: in order, so many at once, nothing lost and nothing repeated, and as fast and small as it can be."""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from bench_many import bare_seconds, megabytes, our_seconds
from hypothesis import given, settings
from hypothesis import strategies as st

from support.budget import BudgetExceeded
from support.many import MOST_IN_A_ROW, ask_many


class Crash(BaseException):
    """What ends a program in the middle: it is no Exception, so nothing catches it."""


class Asked:
    """Answers prompts with their capitals, and notes which; some fail, and after so many replies the program ends."""

    def __init__(self, *, failing=(), dies_at: int | None = None):
        self.failing, self.dies_at = set(failing), dies_at
        self.prompts, self.answered = [], []
        self.under_way = self.most = 0

    async def __call__(self, prompt):
        self.prompts.append(prompt)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        if len(self.answered) == self.dies_at:
            raise Crash
        if prompt in self.failing:
            raise ValueError(prompt)
        self.answered.append(prompt)
        return prompt.upper()


def run(*args, **options):
    return asyncio.run(ask_many(*args, **options))


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


# --- In order, so many at once ---


@pytest.mark.parametrize("at_once", [1, 2, 7, 50])
def test_replies_stand_in_the_order_of_the_prompts(at_once):
    async def slower_first(number):
        await asyncio.sleep((10 - number) / 1000)
        return number * number

    assert run(slower_first, range(10), at_once=at_once) == [number * number for number in range(10)]


@pytest.mark.parametrize("at_once", [1, 3, 20])
def test_never_more_at_once(at_once):
    asked = Asked()
    run(asked, map(str, range(60)), at_once=at_once)
    assert asked.most == at_once and len(asked.prompts) == 60


def test_no_prompts_no_replies():
    assert run(Asked(), []) == []


@pytest.mark.parametrize("at_once", [0, -1])
def test_nobody_works_with_nothing_at_once(at_once):
    with pytest.raises(ValueError, match="at_once must be 1 or more"):
        run(Asked(), ["a"], at_once=at_once)


# --- What fails ---


def test_an_error_stands_in_its_place_and_is_asked_again(tmp_path):
    file = tmp_path / "replies.jsonl"
    replies = run(Asked(failing="b"), ["a", "b", "c"], file)
    assert (replies[0], str(replies[1]), replies[2]) == ("A", "b", "C") and isinstance(replies[1], ValueError)
    again = Asked()
    assert run(again, ["a", "b", "c"], file) == ["A", "B", "C"]
    assert again.prompts == ["b"]


def test_many_failures_in_a_row_end_the_run(tmp_path):
    asked = Asked(failing=map(str, range(10, 500)))
    with pytest.raises(ValueError):
        run(asked, map(str, range(500)), tmp_path / "replies.jsonl", at_once=5)
    assert len(asked.prompts) < 10 + MOST_IN_A_ROW + 5
    assert len(lines(tmp_path / "replies.jsonl")) == 10


def test_failures_with_replies_between_them_do_not(tmp_path):
    asked = Asked(failing=[str(number) for number in range(500) if number % 2])
    replies = run(asked, map(str, range(500)), at_once=1)
    assert sum(isinstance(reply, ValueError) for reply in replies) == 250


def test_an_exceeded_budget_ends_the_run_and_keeps_what_is_under_way(tmp_path):
    asked = Asked()

    async def with_a_budget(prompt):
        if prompt == "5":
            raise BudgetExceeded("Not sent.")
        return await asked(prompt)

    with pytest.raises(BudgetExceeded):
        run(with_a_budget, map(str, range(100)), tmp_path / "replies.jsonl", at_once=10)
    assert [line["prompt"] for line in lines(tmp_path / "replies.jsonl")] == asked.answered
    assert 5 <= len(asked.answered) < 15


def test_what_cannot_be_written_ends_the_run(tmp_path):
    asked = []

    async def an_object(prompt):
        asked.append(prompt)
        await asyncio.sleep(0)
        return object()

    with pytest.raises(TypeError, match="not JSON serializable"):
        run(an_object, map(str, range(100)), tmp_path / "replies.jsonl", at_once=3)
    assert len(asked) <= 3


def test_a_list_that_breaks_raises_its_own_error():
    def broken():
        yield "a"
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        run(Asked(), broken())


def test_what_is_cancelled_within_a_task_is_a_failure_and_what_is_cancelled_around_it_ends_the_run():
    async def cancelled_inside(prompt):
        task = asyncio.create_task(asyncio.sleep(10))
        await asyncio.sleep(0)
        task.cancel()
        await task

    assert [type(reply) for reply in run(cancelled_inside, ["a", "b"])] == [asyncio.CancelledError] * 2

    async def stopped():
        async with asyncio.timeout(0.05):
            await ask_many(lambda prompt: asyncio.sleep(10), ["a", "b"])

    with pytest.raises(TimeoutError):
        asyncio.run(stopped())


# --- The file ---


def test_a_prompt_is_known_wherever_it_stands_and_however_its_keys_are_ordered(tmp_path):
    file = tmp_path / "replies.jsonl"

    async def text_of(request):
        return request["input"]

    run(text_of, [{"model": "m", "input": "a"}, {"model": "m", "input": "b"}], file)
    nobody = Asked()
    assert run(nobody, [{"input": "b", "model": "m"}, {"input": "a", "model": "m"}], file) == ["b", "a"]
    assert nobody.prompts == []


def test_one_that_is_twice_in_the_list_is_asked_twice(tmp_path):
    asked, again = Asked(), Asked()
    run(asked, ["a", "a", "b"], tmp_path / "replies.jsonl")
    run(again, ["a", "a", "a", "b"], tmp_path / "replies.jsonl")
    assert sorted(asked.prompts) == ["a", "a", "b"] and again.prompts == ["a"]


def test_a_reply_is_the_same_in_the_first_run_and_in_the_next(tmp_path):
    async def odd(prompt):
        return {"pair": (1, 2), "text": "é\u2028\ud83d", 3: None}

    first = run(odd, ["é\n"], tmp_path / "replies.jsonl")
    assert first == run(Asked(), ["é\n"], tmp_path / "replies.jsonl") == [{"pair": [1, 2], "text": "é\u2028\ud83d", "3": None}]


@pytest.mark.parametrize(
    "content", ["Dear diary,\n", '{"a": 1}\n', "[1]\n", "no line break", '{"prompt": 1, "reply": 2}\nDear diary,']
)
def test_the_file_of_another_program_is_left_as_it_is(tmp_path, content):
    file = tmp_path / "diary.txt"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="was not written by ask_many"):
        run(Asked(), ["a"], file)
    assert file.read_text(encoding="utf-8") == content


def test_a_last_line_without_its_end_is_read(tmp_path):
    file = tmp_path / "replies.jsonl"
    run(Asked(), ["a"], file)
    file.write_bytes(file.read_bytes().rstrip())
    asked = Asked()
    assert run(asked, ["a", "b"], file) == ["A", "B"] and asked.prompts == ["b"]
    assert [line["prompt"] for line in lines(file)] == ["a", "b"]


PROMPTS = st.lists(st.text('abé\n"', max_size=3), max_size=25)


@settings(max_examples=150, deadline=None)
@given(PROMPTS, st.lists(st.integers(0, 12), max_size=4), st.integers(1, 8), st.data())
def test_a_crash_at_any_point_loses_nothing_and_repeats_nothing(prompts, deaths, at_once, data):
    """The program dies several times, after any number of replies, and now and then in the middle of writing a line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "replies.jsonl"
        answered: list[str] = []
        for dies_at in [*deaths, None]:
            asked = Asked(dies_at=dies_at)
            try:
                replies = run(asked, prompts, file, at_once=at_once)
            except BaseExceptionGroup as died:
                assert died.subgroup(Crash)
            answered += asked.answered
            assert sorted(line["prompt"] for line in lines(file)) == sorted(answered), "what came is in the file"
            if dies_at is not None and answered and data.draw(st.booleans()):
                whole = file.read_bytes()
                last = whole.rindex(b"\n", 0, -1) + 1 if len(answered) > 1 else 0
                file.write_bytes(whole[: data.draw(st.integers(last, len(whole) - 2))])
                answered.remove(json.loads(whole[last:])["prompt"])
        assert replies == [prompt.upper() for prompt in prompts]
        assert sorted(answered) == sorted(prompts), "every prompt has one reply, and was paid for once"


KILLED = """
import asyncio, os, sys
from support.many import ask_many

async def ask(prompt):
    if prompt == 7:
        os._exit(9)  # as a power cut: nothing is closed, nothing is tidied up
    return prompt

asyncio.run(ask_many(ask, range(100), sys.argv[1], at_once=1))
"""


def test_what_came_before_a_program_is_killed_is_in_the_file(tmp_path):
    file = tmp_path / "replies.jsonl"
    ended = subprocess.run([sys.executable, "-c", KILLED, file], cwd=Path(__file__).parents[2], timeout=60)
    assert ended.returncode == 9 and [line["reply"] for line in lines(file)] == list(range(7))


# --- As fast and as small as it can be ---


def test_as_fast_as_a_bare_gather():
    """A tenth of tests/bench_many.py, in turns so that both meet the same machine."""
    timed = [(bare_seconds(100, 0.1, 10), our_seconds(100, 0.1, 10)) for _ in range(3)]
    assert statistics.median(ours / bare for bare, ours in timed) < 1.05


@pytest.mark.parametrize("runs", [0, 1, 2], ids=["no file", "a new file", "a file that has all"])
def test_fifty_thousand_prompts_need_little_memory(tmp_path, runs):
    file = tmp_path / "replies.jsonl" if runs else None
    used = [megabytes(50_000, file) for _ in range(max(runs, 1))][-1]
    assert used < 40
