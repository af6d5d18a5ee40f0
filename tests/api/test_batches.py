"""Batches through the real SDK: their way to the end, their files, cancelling and expiring."""

import json

import openai
import pytest
from batch_samples import CHAT, LUNA, begin, line, look
from small_router import State, client

WAY = [("validating", 0), ("in_progress", 0), ("in_progress", 3), ("in_progress", 6), ("finalizing", 7), ("completed", 7)]


@pytest.fixture
def state() -> State:
    return State()


@pytest.fixture
def api(state):
    return client(state)


def results(api, file_id: str) -> list[dict]:
    return [json.loads(text) for text in api.files.content(file_id).text.splitlines()]


def failing(state):
    return state.faults.failing("batch_expires", times=1, after=0, wait=None)


# --- To the end ---


def test_a_batch_goes_its_way_look_by_look(api):
    batch = begin(api, [line(f"q{n}") for n in range(7)], metadata={"lesson": "8"})
    seen = [batch] + [batch := look(api, batch) for _ in range(5)]
    assert [(one.status, one.request_counts.completed) for one in seen] == WAY
    assert (batch.metadata, batch.model, batch.endpoint) == ({"lesson": "8"}, LUNA, "/v1/responses")
    assert batch.expires_at == batch.created_at + 24 * 60 * 60
    assert all((batch.in_progress_at, batch.finalizing_at, batch.completed_at)) and batch.errors is None
    assert look(api, batch, 3) == batch, "what is done stays done"


def test_its_answers_come_in_another_order_each_with_its_id(api, state):
    batch = look(api, begin(api, [line(f"q{n}", f"text {n}") for n in range(7)]), 5)
    answers = results(api, batch.output_file_id)
    assert [one["custom_id"] for one in answers] != [f"q{n}" for n in range(7)]
    assert {one["custom_id"]: one["response"]["body"]["text"] for one in answers} == {f"q{n}": f"text {n}" for n in range(7)}
    assert all(one["id"].startswith("batch_req_") and one["error"] is None for one in answers)
    assert all(one["response"]["status_code"] == 200 for one in answers)
    assert len({one["id"] for one in answers} | {one["response"]["request_id"] for one in answers}) == 14
    assert {path for path, _ in state.asked} == {"/responses"}


@pytest.mark.parametrize("count", range(2, 6))
def test_the_order_is_never_that_of_the_file_and_always_the_same(count):
    orders = []
    for _ in range(2):
        api = client(State())
        batch = look(api, begin(api, [line(f"q{n}") for n in range(count)]), 5)
        orders.append([one["custom_id"] for one in results(api, batch.output_file_id)])
    assert orders[0] == orders[1] != [f"q{n}" for n in range(count)]


def test_what_was_refused_is_in_a_file_of_its_own(api):
    batch = look(api, begin(api, [line("good"), line("bad", "wrong")]), 5)
    assert (batch.request_counts.completed, batch.request_counts.failed, batch.request_counts.total) == (1, 1, 2)
    (bad,) = results(api, batch.error_file_id)
    assert (bad["custom_id"], bad["response"]["status_code"], bad["error"]) == ("bad", 400, None)
    assert bad["response"]["body"]["error"]["message"] == "No."
    assert [one["custom_id"] for one in results(api, batch.output_file_id)] == ["good"]


def test_there_is_no_file_with_nothing_in_it(api):
    assert look(api, begin(api, [line("good")]), 5).error_file_id is None
    batch = look(api, begin(api, [line("bad", "wrong")]), 5)
    assert (batch.status, batch.output_file_id) == ("completed", None)


def test_its_files_are_files(api):
    batch = look(api, begin(api, [line("a")], output_expires_after={"anchor": "created_at", "seconds": 3600}), 5)
    output = api.files.retrieve(batch.output_file_id)
    assert (output.purpose, output.filename) == ("batch_output", f"{batch.id}_output.jsonl")
    assert output.expires_at == output.created_at + 3600
    assert look(api, begin(api, [line("a")]), 5).output_file_id != output.id


def test_its_usage_is_that_of_all_its_replies(api):
    used = look(api, begin(api, [line("a"), line("b"), line("c", "wrong")]), 5).usage
    assert (used.input_tokens, used.output_tokens, used.total_tokens) == (20, 10, 30)
    assert used.input_tokens_details.cached_tokens == 6
    used = look(api, begin(api, [line("a", **CHAT), line("b", **CHAT)], "/v1/chat/completions"), 5).usage
    assert (used.input_tokens, used.output_tokens, used.total_tokens) == (14, 4, 18)
    assert (used.input_tokens_details.cached_tokens, used.output_tokens_details.reasoning_tokens) == (8, 2)


def test_a_list_shows_the_newest_first_and_is_a_look_too(api):
    batches = [begin(api, [line("a")]) for _ in range(3)]
    shown = api.batches.list(limit=2)
    assert [one.id for one in shown.data] == [batches[2].id, batches[1].id]
    assert shown.has_more and {one.status for one in shown.data} == {"in_progress"}
    assert [one.id for one in api.batches.list(after=batches[1].id)] == [batches[0].id]
    with pytest.raises(openai.NotFoundError, match="No batch found with id 'batch_0'"):
        api.batches.list(after="batch_0")


# --- Cancelled, expired ---


def test_a_batch_is_cancelled_with_what_was_done(api):
    batch = look(api, begin(api, [line(f"q{n}") for n in range(7)]), 2)
    assert api.batches.cancel(batch.id).status == "cancelling"
    batch = look(api, batch)
    assert (batch.status, batch.request_counts.completed, batch.request_counts.total) == ("cancelled", 3, 7)
    assert batch.cancelling_at and batch.cancelled_at and batch.error_file_id is None
    assert len(results(api, batch.output_file_id)) == 3
    assert api.batches.cancel(batch.id).status == "cancelled", "again does no harm"


def test_a_batch_is_cancelled_before_it_begins(api):
    batch = api.batches.cancel(begin(api, [line("a")]).id)
    batch = look(api, batch)
    assert (batch.status, batch.output_file_id, batch.request_counts.total) == ("cancelled", None, 0)


@pytest.mark.parametrize(("lines", "status"), [([line("a")], "completed"), ([line("a", method="GET")], "failed")])
def test_what_has_ended_cannot_be_cancelled(api, lines, status):
    batch = look(api, begin(api, lines), 5)
    with pytest.raises(openai.ConflictError) as refused:
        api.batches.cancel(batch.id)
    assert refused.value.body["message"] == f"Cannot cancel a batch with status '{status}'."


@pytest.mark.parametrize(("count", "done"), [(7, 3), (2, 1), (1, 0)])
def test_a_batch_expires_half_done_on_purpose(api, state, count, done):
    lines = [line(f"q{n}") for n in range(count)]
    with failing(state) as log:
        expiring = begin(api, lines)
    assert [arrival.fault for arrival in log] == [None, "batch_expires"]
    batch = look(api, expiring, 4)
    assert (batch.status, batch.request_counts.completed, batch.request_counts.total) == ("expired", done, count)
    assert batch.expired_at and not batch.completed_at
    late = results(api, batch.error_file_id)
    assert len(late) == count - done
    assert {one["custom_id"] for one in late} < {f"q{n}" for n in range(count)} or not done
    message = "This request could not be executed before the completion window expired."
    assert all(one["response"] is None and one["error"] == {"code": "batch_expired", "message": message} for one in late)
    assert look(api, begin(api, lines), 5).status == "completed", "only that batch"
