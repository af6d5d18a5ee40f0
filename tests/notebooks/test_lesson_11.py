"""Lesson 11: what learners try there is answered, and what it builds holds beyond its own cells."""

import copy
import json
import os
import time

import nbformat
import pytest
from nbclient import NotebookClient
from regenerate import NOTEBOOKS
from tries_11 import MODEL, PLAIN, TRIES, begin, ended, lines, results

import checks
import offline
import utils
from offline.server import serve

LESSON = nbformat.read(NOTEBOOKS / "11_many_prompts.ipynb", as_version=4)
BUILT = ("def wrong_in(", "def as_chat(", "def machines(")  # how the cells begin that build it


@pytest.fixture(scope="module")
def built() -> dict:
    """Return what the lesson builds, by name."""
    names: dict = {"json": json}
    exec("from math import ceil", names)
    cells = [cell.source for cell in LESSON.cells if cell.cell_type == "code" and any(part in cell.source for part in BUILT)]
    for source in cells:
        exec("\n".join(source.split("\n\n\n")[:1]), names)
    return names


@pytest.mark.parametrize("tried", TRIES.values(), ids=TRIES)
def test_what_a_learner_would_try(tried):
    assert tried(offline.client(offline.StandIn(), max_retries=0))


def test_there_are_thirty_tries():
    assert len(TRIES) == 30


WRONG = {
    "an id is there twice": lines("a") * 2,
    "there are several models": [*lines("a"), lines("b", "c", model="gpt-6-sol")[1]],
    "there are more than 50,000 lines": [line | {"custom_id": str(n)} for n, line in enumerate(lines("a") * 50_001)],
}


@pytest.mark.parametrize(("rule", "wrong"), WRONG.items())
def test_what_the_lesson_calls_wrong_fails_as_a_batch(built, client, rule, wrong):
    assert built["wrong_in"](wrong) == [rule]
    assert ended(client, begin(client, wrong)).status == "failed"


def test_what_the_lesson_calls_right_does_not(built, client):
    right = lines("a", "b", "c")
    assert built["wrong_in"](right) == []
    assert ended(client, begin(client, right)).status == "completed"


def test_the_lines_for_another_engine_are_lines_of_chat_completions(built, client):
    form = {
        "type": "json_schema",
        "name": "order",
        "strict": True,
        "schema": {"type": "object", "properties": {"item": {"type": "string"}}},
    }
    form["schema"] |= {"required": ["item"], "additionalProperties": False}
    line = lines("Please send 3 lemons.", text={"format": form})[0]
    chat = built["as_chat"](line, MODEL)
    chat["body"]["reasoning_effort"] = "none"
    batch = ended(client, begin(client, [chat], "/v1/chat/completions"))
    said = results(client, batch)["n0"]["response"]["body"]["choices"][0]["message"]["content"]
    assert json.loads(said) == {"item": "lemons"}


def position(cell_id: str) -> int:
    return [cell.id for cell in LESSON.cells].index(cell_id)


def test_after_a_restart_it_goes_on_as_the_text_says(tmp_path):
    """One kernel sends the batch, the next one runs what the text names; only the two comparisons have nothing to compare."""
    job = range(position("11-012"))
    part = range(position("11-056"), position("11-064") + 1)
    after = range(position("11-067"), position("11-089"))
    with serve(offline.StandIn()) as server:
        environment = {name: value for name, value in os.environ.items() if name != "TUTORIAL_OFFLINE"}
        environment |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": offline.KEY, "NO_PROXY": "127.0.0.1"}
        for places in ([*job, *part, *range(position("11-065"), position("11-067"))], [*job, *part, *after]):
            cells = [cell for place, cell in enumerate(LESSON.cells) if place in places]
            notebook = copy.deepcopy(nbformat.v4.new_notebook(cells=cells, metadata=LESSON.metadata))
            resources = {"metadata": {"path": str(tmp_path)}}
            NotebookClient(notebook, timeout=120, allow_errors=True, resources=resources).execute(env=environment)
            failed = [cell.id for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "error"]
            said = {cell.id: "".join(str(output) for output in cell.get("outputs", [])) for cell in notebook.cells}
    assert failed == ["11-076", "11-085"]
    assert "('completed', 200)" in said["11-070"] and "'200'" in said["11-074"]


def test_the_wait_for_the_pace_does_not_depend_on_how_fast_cells_are_run():
    """What it waits for shrinks as time goes by, so telling the pace and waiting must be in one cell."""
    [waits] = [cell.source for cell in LESSON.cells if "tired.turn()" in cell.source]
    assert "tired.see(" in waits


def test_the_arithmetic_of_machines(built):
    assert [built["machines"](1_000_000, 20, hours) for hours in (24, 1)] == [1, 14]
    assert built["machines"](72_000, 20, 1) == 1 and built["machines"](72_001, 20, 1) == 2


def test_the_latency_of_the_stand_in_delays_every_reply(client, standin):
    def seconds() -> float:
        started = time.perf_counter()
        client.responses.create(**PLAIN, input="Hello!")
        return time.perf_counter() - started

    seconds()  # the first call reads the files
    at_once, standin.latency = seconds(), 0.1
    assert at_once < 0.1 <= seconds()


def test_a_batch_of_ones_own_is_right_whatever_model_is_set(capsys, monkeypatch):
    monkeypatch.setattr(utils, "DEFAULT_MODEL", "llama3:8b")
    own = lines(*"abcde", model="llama3:8b")
    checks.check("11.4", own)
    assert ": done." in capsys.readouterr().out
