"""Bills that come later: a budget holds over a batch and over responses in the background."""

import asyncio
import json

import httpx2
import openai
import pytest
from far_end import far_end
from spending import ASKED, PLENTY, limited, settled, whole_reply

import offline
import utils
from support.budget import BudgetExceeded, PriceUnknown
from support.prices import at_most, price

LINES = 30
CHAT = {"model": "gpt-6-luna", "messages": [{"role": "user", "content": "Hello!"}], "max_completion_tokens": 50}


def line(number: int = 0, url: str = "/v1/responses", **changes) -> dict:
    return {"custom_id": f"q{number}", "method": "POST", "url": url, "body": ASKED | changes}


def upload(client, lines, purpose: str = "batch") -> str:
    content = b"\n".join(json.dumps(one).encode() for one in lines)
    return client.files.create(file=("lines.jsonl", content), purpose=purpose).id


def begin(client, lines, endpoint: str = "/v1/responses"):
    return client.batches.create(input_file_id=upload(client, lines), endpoint=endpoint, completion_window="24h")


def look(client, batch, times: int = 6):
    for _ in range(times):
        batch = client.batches.retrieve(batch.id)
    return batch


def set_aside(client) -> float:
    return client.budget.limit - client.budget.spent - client.budget.left


def billed(client, batch, flavor: str = "responses") -> float:
    """Return what the output of a batch says that it cost, read by another client."""
    output = offline.client().files.content(batch.output_file_id).text.splitlines()
    return float(sum(price(json.loads(one)["response"]["body"], flavor, batch=True) for one in output))


# --- Batches ---


def test_a_batch_sets_aside_its_worst_case_and_books_its_output(client):
    batch = begin(client, [line(number) for number in range(LINES)])
    worst = set_aside(client)
    body = len(json.dumps(line()["body"]))
    assert worst == pytest.approx(float(LINES * at_most("gpt-6-luna", body, 50, batch=True)), rel=0.01)
    ended = look(client, batch)
    assert (ended.status, client.budget.spent) == ("completed", 0) and set_aside(client) == pytest.approx(worst)
    client.files.content(ended.output_file_id)
    assert client.budget.spent == pytest.approx(billed(client, ended)) and 0 < client.budget.spent < worst and settled(client)


def test_it_costs_half_of_the_same_calls(client):
    ended = look(client, begin(client, [line(number) for number in range(LINES)]))
    client.files.content(ended.output_file_id)
    live = utils.get_client(budget=PLENTY)
    for _ in range(LINES):
        live.responses.create(**ASKED)
    assert client.budget.spent == pytest.approx(live.budget.spent / 2, rel=0.01)


def test_output_that_is_read_twice_is_booked_once(client):
    ended = look(client, begin(client, [line()]))
    client.files.content(ended.output_file_id)
    spent = client.budget.spent
    look(client, ended, 2)
    client.files.content(ended.output_file_id)
    assert client.budget.spent == spent and settled(client)


def test_output_that_cannot_be_read_is_no_bill(client):
    ended = look(client, begin(client, [line()]))
    with offline.failing("server_error", times=None), pytest.raises(openai.InternalServerError):
        client.with_options(max_retries=0).files.content(ended.output_file_id)
    assert client.budget.spent == 0 and not settled(client)
    client.files.content(ended.output_file_id)
    assert client.budget.spent > 0 and settled(client)


def test_a_batch_whose_reply_is_not_read_counts_with_the_most(server):
    client = limited(openai.OpenAI(base_url=server, api_key=offline.KEY))
    file = upload(client, [line()])
    options = {"input_file_id": file, "endpoint": "/v1/responses", "completion_window": "24h"}
    with client.batches.with_streaming_response.create(**options):
        pass
    assert client.budget.spent > 0 and settled(client)


def test_one_that_could_pass_the_budget_is_not_sent():
    client = limited(offline.client(), 0.0001)
    with pytest.raises(BudgetExceeded, match=r"could cost up to \$"):
        begin(client, [line(number) for number in range(LINES)])
    assert client.batches.list().data == [] and settled(client)


def test_two_batches_that_fit_only_one_by_one_do_not_go_together(client):
    lines = [line(number) for number in range(LINES)]
    first = begin(client, lines)
    worst = set_aside(client)
    tight = limited(offline.client(), 1.5 * worst)
    first = begin(tight, lines)
    with pytest.raises(BudgetExceeded):
        begin(tight, lines)
    tight.files.content(look(tight, first).output_file_id)
    begin(tight, lines)
    assert tight.budget.spent + set_aside(tight) <= tight.budget.limit


def test_a_batch_that_fails_costs_nothing(client):
    failed = look(client, begin(client, [line(), line()]))
    assert failed.status == "failed" and client.budget.spent == 0 and settled(client)


def test_a_cancelled_batch_costs_what_was_done(client):
    batch = look(client, begin(client, [line(number) for number in range(LINES)]), 2)
    client.batches.cancel(batch.id)
    ended = look(client, batch, 2)
    assert ended.status == "cancelled" and not settled(client)
    client.files.content(ended.output_file_id)
    assert client.budget.spent == pytest.approx(billed(client, ended)) and settled(client)


def test_an_expired_batch_costs_what_was_done(client):
    with offline.failing("batch_expires"):
        batch = begin(client, [line(number) for number in range(LINES)])
    ended = look(client, batch)
    client.files.content(ended.output_file_id)
    assert ended.status == "expired" and client.budget.spent == pytest.approx(billed(client, ended)) and settled(client)


def test_a_batch_of_chat_completions(client):
    lines = [line(number, "/v1/chat/completions") | {"body": CHAT} for number in range(3)]
    ended = look(client, begin(client, lines, "/v1/chat/completions"))
    client.files.content(ended.output_file_id)
    assert client.budget.spent == pytest.approx(billed(client, ended, "chat")) and client.budget.spent > 0 and settled(client)


def test_a_batch_of_embeddings_has_no_discount(client):
    body = {"model": "text-embedding-3-small", "input": "a cat"}
    ended = look(client, begin(client, [line(0, "/v1/embeddings") | {"body": body}], "/v1/embeddings"))
    client.files.content(ended.output_file_id)
    assert client.budget.spent == pytest.approx(billed(client, ended, "embeddings")) and settled(client)


def test_a_batch_of_moderations_is_free(client):
    body = {"model": "omni-moderation-latest", "input": "a cat"}
    ended = look(client, begin(client, [line(0, "/v1/moderations") | {"body": body}], "/v1/moderations"))
    assert set_aside(client) == 0
    client.files.content(ended.output_file_id)
    assert client.budget.spent == 0 and settled(client)


def test_what_has_no_known_price_is_not_sent(client):
    with pytest.raises(PriceUnknown, match="gpt-9-nova"):
        begin(client, [line(), line(1, model="gpt-9-nova")])
    with pytest.raises(BudgetExceeded, match="images/generations costs is not known"):
        begin(client, [line(0, "/v1/images/generations")])
    with pytest.raises(BudgetExceeded, match="not uploaded through this budget"):
        client.batches.create(input_file_id=upload(offline.client(), [line()]), endpoint="/v1/responses", completion_window="24h")
    assert settled(client)


def test_a_refused_batch_costs_nothing():
    uploaded = {
        "id": "file-1",
        "object": "file",
        "bytes": 1,
        "created_at": 1,
        "filename": "a",
        "purpose": "batch",
        "status": "processed",
    }
    client = limited(far_end(uploaded, (400, {"error": {"message": "No."}})))
    with pytest.raises(openai.BadRequestError):
        begin(client, [line()])
    assert client.budget.spent == 0 and settled(client)


def test_a_batch_of_which_nobody_hears_again_counts_with_the_most():
    uploaded = {
        "id": "file-1",
        "object": "file",
        "bytes": 1,
        "created_at": 1,
        "filename": "a",
        "purpose": "batch",
        "status": "processed",
    }
    client = limited(far_end(uploaded, httpx2.ReadTimeout("late")))
    with pytest.raises(openai.APITimeoutError):
        begin(client, [line()])
    assert client.budget.spent > 0 and settled(client)


def test_other_files_are_uploaded_as_ever(client):
    assert client.files.create(file=("a.txt", b"Hello!"), purpose="user_data").id
    assert client.budget.spent == 0 and settled(client)


def test_async_clients_and_copies_share_it():
    client = utils.get_client(budget=PLENTY)
    copied = client.with_options(timeout=30)

    async def output() -> None:
        asynchronous = utils.get_async_client(budget=client.budget)
        batch = await asynchronous.batches.create(
            input_file_id=(await asynchronous.files.create(file=("l.jsonl", json.dumps(line()).encode()), purpose="batch")).id,
            endpoint="/v1/responses",
            completion_window="24h",
        )
        assert set_aside(client) > 0
        await asynchronous.files.content(look(copied, batch).output_file_id)

    asyncio.run(output())
    assert client.budget.spent > 0 and settled(client)


# --- In the background ---


def test_a_response_in_the_background_books_what_it_says_when_it_is_done(client):
    response = client.responses.create(**ASKED, background=True)
    while response.status != "completed":
        assert client.budget.spent == 0 and set_aside(client) > 0
        response = client.responses.retrieve(response.id)
    assert client.budget.spent == pytest.approx(utils.cost(response)) and settled(client)
    client.responses.retrieve(response.id)
    assert client.budget.spent == pytest.approx(utils.cost(response))


def test_one_that_is_cancelled_counts_with_the_most(client):
    response = client.responses.create(**ASKED, background=True)
    worst = set_aside(client)
    client.responses.cancel(response.id)
    assert client.responses.retrieve(response.id).status == "cancelled"
    assert client.budget.spent == pytest.approx(worst) and settled(client)


def test_a_look_that_fails_is_no_bill():
    queued = whole_reply(status="queued", usage=None, output=[], background=True)
    client = limited(far_end(queued, (500, {"error": {"message": "No."}}), whole_reply(id=queued["id"])))
    response = client.responses.create(**ASKED, background=True)
    with pytest.raises(openai.InternalServerError):
        client.responses.retrieve(response.id)
    assert client.budget.spent == 0 and not settled(client)
    client.responses.retrieve(response.id)
    assert client.budget.spent > 0 and settled(client)


def test_a_stream_in_the_background_is_counted_as_any_stream(client):
    *_, last = client.responses.create(**ASKED, background=True, stream=True)
    assert client.budget.spent == pytest.approx(utils.cost(last.response)) and settled(client)
