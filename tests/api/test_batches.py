"""Batches through the real SDK: their way to the end, their files, cancelling and expiring."""

import json

import openai
import pytest
from batch_samples import CHAT, LUNA, begin, line, look

import offline

WAY = [("validating", 0), ("in_progress", 0), ("in_progress", 3), ("in_progress", 6), ("finalizing", 7), ("completed", 7)]


def results(client, file_id: str) -> list[dict]:
    return [json.loads(text) for text in client.files.content(file_id).text.splitlines()]


def said(answer: dict) -> str:
    """Return the text that a line of an output file brings."""
    return answer["response"]["body"]["output"][0]["content"][0]["text"]


# --- To the end ---


def test_a_batch_goes_its_way_look_by_look(client):
    batch = begin(client, [line(f"q{n}") for n in range(7)], metadata={"lesson": "8"})
    seen = [batch] + [batch := look(client, batch) for _ in range(5)]
    assert [(one.status, one.request_counts.completed) for one in seen] == WAY
    assert (batch.metadata, batch.model, batch.endpoint) == ({"lesson": "8"}, LUNA, "/v1/responses")
    assert batch.expires_at == batch.created_at + 24 * 60 * 60
    assert all((batch.in_progress_at, batch.finalizing_at, batch.completed_at)) and batch.errors is None
    assert look(client, batch, 3) == batch, "what is done stays done"


CAPITALS = {"France": "Paris", "Italy": "Rome", "Japan": "Tokyo", "Spain": "Madrid", "Germany": "Berlin"}


def test_its_answers_come_in_another_order_each_with_its_id(client):
    lines = [line(country, f"What is the capital city of {country}?") for country in CAPITALS]
    batch = look(client, begin(client, lines), 5)
    answers = results(client, batch.output_file_id)
    assert [one["custom_id"] for one in answers] != list(CAPITALS)
    assert {one["custom_id"] for one in answers} == set(CAPITALS)
    assert all(CAPITALS[one["custom_id"]] in said(one) for one in answers)
    assert all(one["id"].startswith("batch_req_") and one["error"] is None for one in answers)
    assert len({one["id"] for one in answers} | {one["response"]["request_id"] for one in answers}) == 2 * len(CAPITALS)


def test_its_requests_run_through_the_same_code_as_live_ones(client):
    asked = line("a", "What is the capital city of France?")
    (answer,) = results(client, look(client, begin(client, [asked]), 5).output_file_id)
    live = client.responses.create(**asked["body"])
    assert (answer["response"]["status_code"], said(answer)) == (200, live.output_text)
    assert client.responses.retrieve(answer["response"]["body"]["id"]).output_text == live.output_text


@pytest.mark.parametrize("count", range(2, 6))
def test_the_order_is_never_that_of_the_file_and_always_the_same(count):
    orders = []
    for _ in range(2):
        client = offline.client(offline.StandIn())
        batch = look(client, begin(client, [line(f"q{n}") for n in range(count)]), 5)
        orders.append([one["custom_id"] for one in results(client, batch.output_file_id)])
    assert orders[0] == orders[1] != [f"q{n}" for n in range(count)]


BAD = line("bad") | {"body": line("bad")["body"] | {"temperature": 5}}


def test_what_was_refused_is_in_a_file_of_its_own(client):
    batch = look(client, begin(client, [line("good"), BAD]), 5)
    assert (batch.request_counts.completed, batch.request_counts.failed, batch.request_counts.total) == (1, 1, 2)
    (bad,) = results(client, batch.error_file_id)
    assert (bad["custom_id"], bad["response"]["status_code"], bad["error"]) == ("bad", 400, None)
    assert bad["response"]["body"]["error"]["code"] == "decimal_above_max_value"
    assert [one["custom_id"] for one in results(client, batch.output_file_id)] == ["good"]


def test_there_is_no_file_with_nothing_in_it(client):
    assert look(client, begin(client, [line("good")]), 5).error_file_id is None
    batch = look(client, begin(client, [BAD]), 5)
    assert (batch.status, batch.output_file_id) == ("completed", None)


def test_its_files_are_files(client):
    batch = look(client, begin(client, [line("a")], output_expires_after={"anchor": "created_at", "seconds": 3600}), 5)
    output = client.files.retrieve(batch.output_file_id)
    assert (output.purpose, output.filename) == ("batch_output", f"{batch.id}_output.jsonl")
    assert output.expires_at == output.created_at + 3600
    assert look(client, begin(client, [line("a")]), 5).output_file_id != output.id


EMBEDDED = {"url": "/v1/embeddings", "body": {"model": "text-embedding-3-small", "input": "Hello!"}}


@pytest.mark.parametrize(
    ("endpoint", "changes", "names"),
    [
        ("/v1/responses", {}, ("input_tokens", "output_tokens")),
        ("/v1/chat/completions", CHAT, ("prompt_tokens", "completion_tokens")),
        ("/v1/embeddings", EMBEDDED, ("prompt_tokens", "none")),
    ],
)
def test_its_usage_is_that_of_all_its_replies(client, endpoint, changes, names):
    batch = look(client, begin(client, [line("a", **changes), line("b", **changes)], endpoint), 5)
    used = [one["response"]["body"]["usage"] for one in results(client, batch.output_file_id)]
    summed = [sum(one.get(name, 0) for one in used) for name in (*names, "total_tokens")]
    assert [batch.usage.input_tokens, batch.usage.output_tokens, batch.usage.total_tokens] == summed
    assert summed[0] > 0 and summed[2] == summed[0] + summed[1]


def test_thinking_counts(client):
    thinking = line("a", body={"model": LUNA, "input": "Hello!", "reasoning": {"effort": "high"}})
    assert look(client, begin(client, [thinking]), 5).usage.output_tokens_details.reasoning_tokens > 0


def test_a_list_shows_the_newest_first_and_is_a_look_too(client):
    batches = [begin(client, [line("a")]) for _ in range(3)]
    shown = client.batches.list(limit=2)
    assert [one.id for one in shown.data] == [batches[2].id, batches[1].id]
    assert shown.has_more and {one.status for one in shown.data} == {"in_progress"}
    assert [one.id for one in client.batches.list(after=batches[1].id)] == [batches[0].id]
    with pytest.raises(openai.NotFoundError, match="No batch found with id 'batch_0'"):
        client.batches.list(after="batch_0")


# --- Cancelled, expired ---


def test_a_batch_is_cancelled_with_what_was_done(client):
    batch = look(client, begin(client, [line(f"q{n}") for n in range(7)]), 2)
    assert client.batches.cancel(batch.id).status == "cancelling"
    batch = look(client, batch)
    assert (batch.status, batch.request_counts.completed, batch.request_counts.total) == ("cancelled", 3, 7)
    assert batch.cancelling_at and batch.cancelled_at and batch.error_file_id is None
    assert len(results(client, batch.output_file_id)) == 3
    assert client.batches.cancel(batch.id).status == "cancelled", "again does no harm"


def test_a_batch_is_cancelled_before_it_begins(client):
    batch = client.batches.cancel(begin(client, [line("a")]).id)
    batch = look(client, batch)
    assert (batch.status, batch.output_file_id, batch.request_counts.total) == ("cancelled", None, 0)


@pytest.mark.parametrize(("lines", "status"), [([line("a")], "completed"), ([line("a", method="GET")], "failed")])
def test_what_has_ended_cannot_be_cancelled(client, lines, status):
    batch = look(client, begin(client, lines), 5)
    with pytest.raises(openai.ConflictError) as refused:
        client.batches.cancel(batch.id)
    assert refused.value.body["message"] == f"Cannot cancel a batch with status '{status}'."


@pytest.mark.parametrize(("count", "done"), [(7, 3), (2, 1), (1, 0)])
def test_a_batch_expires_half_done_on_purpose(client, standin, count, done):
    lines = [line(f"q{n}") for n in range(count)]
    with standin.failing("batch_expires") as log:
        expiring = begin(client, lines)
    assert [arrival.fault for arrival in log] == [None, "batch_expires"]
    batch = look(client, expiring, 4)
    assert (batch.status, batch.request_counts.completed, batch.request_counts.total) == ("expired", done, count)
    assert batch.expired_at and not batch.completed_at
    late = results(client, batch.error_file_id)
    assert len(late) == count - done
    assert {one["custom_id"] for one in late} < {f"q{n}" for n in range(count)} or not done
    message = "This request could not be executed before the completion window expired."
    assert all(one["response"] is None and one["error"] == {"code": "batch_expired", "message": message} for one in late)
    assert look(client, begin(client, lines), 5).status == "completed", "only that batch"
