"""Lesson 13: what it claims of pytest, of the faults, of recordings and of respx holds beyond its own cells."""

import json
import time
from pathlib import Path

import httpx
import httpx2
import nbformat
import openai
import pytest
import respx
import vcr
from openai import OpenAI
from regenerate import NOTEBOOKS, ROOT
from tries_13 import TRIES

import offline
from offline.server import serve
from support.testing import run_tests
from utils import get_client

LESSON = nbformat.read(NOTEBOOKS / "13_testing.ipynb", as_version=4)
ASKED = {"model": "gpt-6-luna", "input": "Hello!", "reasoning": {"effort": "none"}}
OUTPUT = {"output": []}


def said(cell) -> str:
    return "".join(output.get("text", "") + str(output.get("data", {}).get("text/plain", "")) for output in cell.outputs)


def cell_with(part: str):
    [found] = [cell for cell in LESSON.cells if cell.cell_type == "code" and part in cell.source]
    return found


@pytest.mark.parametrize("tried", TRIES.values(), ids=TRIES)
def test_what_a_learner_would_try(tried):
    useful, what = tried()
    assert useful, what


def test_there_are_thirty_tries():
    assert len(TRIES) == 30


def written(folder: Path) -> None:
    """Write the files of the lesson into a folder, each as it is at its end."""
    for cell in LESSON.cells:
        if cell.source.startswith("%%writefile"):
            first, _, text = cell.source.partition("\n")
            more = folder.joinpath(first.split("/")[-1])
            text = text.strip("\n") + "\n"
            more.write_text((more.read_text(encoding="utf-8") if " -a " in first else "") + text, encoding="utf-8")


@pytest.fixture
def shop(tmp_path, monkeypatch) -> Path:
    """Return the folder of the lesson, without the test that is to be red."""
    monkeypatch.chdir(tmp_path)
    folder = Path("shop")
    folder.mkdir()
    written(folder)
    (folder / "test_careless.py").unlink()
    return folder


def runs(capsys, *arguments) -> str:
    run_tests(*arguments)
    return capsys.readouterr().out


BROKEN = {  # what is changed in the lesson's code, and the test that must notice
    "the note is not sent": ("orders.py", '"input": note', '"input": "Hello!"', "test_the_note_is_what_is_sent"),
    "the note is sent twice": ("orders.py", "    return response", "    ask2 = client.responses.parse(**request); return response", "test_the_note_is_what_is_sent"),
    "a long prompt": ("orders.py", "Read the order out of the note.", "Read the order. " * 60, "test_a_note_costs_little"),
    "a high limit": ("orders.py", '"max_output_tokens": 60', '"max_output_tokens": 6000', "test_a_note_costs_little"),
    "only errors of the API": ("desk.py", "(openai.APIError, ValueError, AttributeError)", "openai.APIError", "test_a_failure[cut_json]"),
    "no page of a proxy": ("desk.py", ", AttributeError)", ")", "test_a_failure[not_json]"),
    "any quantity": ("desk.py", "if order and 1 <= order.quantity <= 100", "if order", "test_whatever_is_said"),
    "tries again without the wait": ("desk.py", "ask(client, note)", "ask(client.with_options(max_retries=0), note)", "test_two_failures_are_survived"),
}  # fmt: skip


WHERE = {
    "test_the_note_is_what_is_sent": "orders",
    "test_a_note_costs_little": "orders",
    "test_a_failure": "desk",
    "test_whatever_is_said": "replies",
    "test_two_failures_are_survived": "patience",
}
"""In which file of the lesson a test is."""


def test_the_tests_of_the_lesson_pass(capsys, shop):
    assert (said := runs(capsys, shop)).endswith("1 deselected\n") and "failed" not in said


@pytest.mark.parametrize(("file", "old", "new", "notices"), BROKEN.values(), ids=BROKEN)
def test_each_test_of_the_lesson_notices_what_it_is_for(capsys, shop, file, old, new, notices):
    code = (shop / file).read_text(encoding="utf-8")
    assert code.count(old) == 1
    (shop / file).write_text(code.replace(old, new), encoding="utf-8")
    failed = runs(capsys, shop / f"test_{WHERE[notices.partition('[')[0]]}.py", "--tb=no")
    assert f"::{notices}" in failed


def test_the_fixture_is_as_long_as_the_text_says():
    conftest = cell_with("%%writefile shop/conftest.py").source.splitlines()[1:]
    assert len([line for line in conftest if line]) == 8


def test_a_client_without_the_fixture_cannot_leave(capsys, shop):
    careless = cell_with("test_careless.py\n").source.partition("\n")[2]
    (shop / "test_careless.py").write_text(careless, encoding="utf-8")
    assert "This test wanted to ask api.openai.com" in runs(capsys, shop / "test_careless.py")


def test_the_stored_text_says_what_failed():
    assert "3 failed, 7 passed" in said(cell_with('"test_desk.py", "--tb=no"'))
    assert "bearer " in said(cell_with('with_name("test_cassettes.py")')) and "org-" in said(
        cell_with('with_name("test_cassettes.py")')
    )


def test_no_failure_of_a_whole_reply_is_missing_from_the_list():
    """Faults of a batch, of streams and of the account, and a slow reply, which is an order, are not among the lesson's."""
    listed = cell_with("%%writefile shop/test_desk.py").source
    left_out = {"bad_key", "no_permission", "unknown_model", "too_long", "no_quota", "slow", "batch_expires"}
    assert {fault for fault in offline.FAULTS if fault not in listed} == left_out | {
        "error_event",
        "stream_error",
        "failed_response",
    }


# --- Recordings ---


def record(path: Path, **options) -> str:
    with vcr.VCR(**options).use_cassette(str(path)):
        offline.client(offline.StandIn()).responses.create(**ASKED)
    return path.read_text(encoding="utf-8")


def test_a_recording_has_the_key_unless_it_is_filtered_out(tmp_path):
    assert offline.KEY in record(tmp_path / "all.yaml")
    assert offline.KEY not in record(tmp_path / "filtered.yaml", filter_headers=["authorization"])


def test_a_recording_is_replayed_by_a_client_that_cannot_reach_anybody(tmp_path):
    record(tmp_path / "a.yaml")
    alone = OpenAI(api_key="another", base_url=offline.BASE_URL, max_retries=0)
    with vcr.use_cassette(str(tmp_path / "a.yaml"), record_mode="none") as played:
        assert alone.responses.create(**ASKED).output_text
    assert played.all_played


def test_by_default_the_body_is_not_compared(tmp_path):
    record(tmp_path / "a.yaml")
    standin = offline.StandIn()
    client = offline.client(standin, max_retries=0)
    with vcr.use_cassette(str(tmp_path / "a.yaml")):
        client.responses.create(**ASKED | {"input": "Tell me a joke."})
    assert not standin.requests
    with (
        vcr.use_cassette(str(tmp_path / "a.yaml"), match_on=["method", "uri", "body"]),
        pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException),
    ):
        client.responses.create(**ASKED | {"input": "Tell me a joke."})


def test_what_get_client_chooses_is_recorded_and_replayed_too(tmp_path):
    client = get_client()
    for times in (0, 1):
        with vcr.use_cassette(str(tmp_path / "a.yaml")) as tape:
            assert client.responses.create(**ASKED).output_text
        assert (tape.play_count, len(tape)) == (times, 1)


def test_a_recorder_above_a_test_records_it(capsys, shop):
    text = "import vcr\nfrom orders import ask\nfrom test_orders import NOTE\n\n\n"
    text += '@vcr.VCR(record_mode="none").use_cassette("a.yaml")\ndef test_replayed(client):\n    assert ask(client, NOTE)\n'
    (shop / "test_tape.py").write_text(text, encoding="utf-8")
    assert "CannotOverwriteExistingCassetteException" in runs(capsys, shop / "test_tape.py")
    (shop / "test_tape.py").write_text(text.replace('record_mode="none"', ""), encoding="utf-8")
    assert runs(capsys, shop / "test_tape.py").endswith("1 passed\n") and Path("a.yaml").exists()


# --- respx ---


@pytest.mark.parametrize(("library", "caught"), [(None, False), (httpx, True), (httpx2, False)], ids=["usual", "httpx", "httpx2"])
def test_respx_sees_the_old_library_only(library, caught):
    options = {"http_client": library.Client()} if library else {}
    with serve(offline.StandIn()) as server, respx.mock(assert_all_called=False) as router:
        route = router.post(f"{server.url}/responses").respond(json=OUTPUT)
        with OpenAI(api_key=offline.KEY, base_url=server.url, **options) as client:
            text = client.responses.create(**ASKED).output_text
    assert route.called == caught and bool(text) != caught


def test_the_versions_that_the_text_names():
    text = "".join(cell.source for cell in LESSON.cells)
    wanted = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert "its version 3.0" in text and openai.VERSION.startswith("3.")
    assert "(seen with version 9.4)" in text and "vcrpy~=9.4" in wanted


# --- Time ---


def test_no_test_of_the_lesson_waits(capsys, shop):
    started = time.perf_counter()
    runs(capsys, shop / "test_patience.py")
    assert time.perf_counter() - started < 30, "it was the real sleep: a minute"


def test_a_body_that_was_sent_can_be_counted(tmp_path):
    client = offline.client(standin := offline.StandIn())
    client.responses.create(**ASKED)
    [(_, body)] = standin.requests
    assert client.responses.input_tokens.count(**json.loads(json.dumps(body))).input_tokens > 0
