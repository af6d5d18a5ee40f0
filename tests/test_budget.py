"""The budget: every call is counted, and one that could pass it is not sent."""

import asyncio
import contextlib
import gzip
import json
import math
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import httpx2
import openai
import pytest

import offline
import utils
from offline.server import serve
from support import budget
from support.budget import Budget, BudgetExceeded
from utils import Conversation, cost, generate_text

FRANCE = "What is the capital city of France?"
ASKED = {"model": "gpt-6-luna", "input": FRANCE, "reasoning": {"effort": "none"}, "max_output_tokens": 50}
CHAT = {
    "model": "gpt-6-luna",
    "messages": [{"role": "user", "content": FRANCE}],
    "reasoning_effort": "none",
    "max_completion_tokens": 50,
}
PLENTY = 10.0


@pytest.fixture
def client():
    with utils.get_client(budget=PLENTY) as client:
        yield client


def answered_by(handle, dollars: float = PLENTY, **options):
    """Return a client with a budget, whose requests go to `handle`, and the list of the requests that were sent."""
    sent = []

    def note(request):
        sent.append(request)
        return handle(request)

    http_client = openai.DefaultHttpx2Client(transport=httpx2.MockTransport(note))
    plain = openai.OpenAI(
        **{"api_key": "any", "base_url": "http://far/v1", "http_client": http_client, "max_retries": 0} | options
    )
    return budget.limit(plain, Budget(dollars)), sent


def whole_reply(**changes) -> dict:
    return offline.client().responses.create(**ASKED).model_dump() | changes


def settled(client) -> bool:
    """Return whether nothing is set aside any more."""
    return client.budget.left == pytest.approx(client.budget.limit - client.budget.spent, abs=1e-12)


# --- What a call costs is counted ---


def ask_response(client):
    return [client.responses.create(**ASKED)]


def ask_stream(client):
    return [event.response for event in client.responses.create(**ASKED, stream=True) if event.type == "response.completed"]


def ask_stream_helper(client):
    with client.responses.stream(**ASKED) as events:
        return [events.get_final_response()]


def ask_parse(client):
    return [client.responses.parse(**ASKED)]


def ask_raw(client):
    return [client.responses.with_raw_response.create(**ASKED).parse()]


def ask_streamed_raw(client):
    with client.responses.with_streaming_response.create(**ASKED) as response:
        return [response.parse()]


def ask_copy(client):
    return [client.with_options(timeout=5).responses.create(**ASKED), client.copy().responses.create(**ASKED)]


def ask_chat(client):
    return [client.chat.completions.create(**CHAT)]


@pytest.mark.parametrize(
    "ask", [ask_response, ask_stream, ask_stream_helper, ask_parse, ask_raw, ask_streamed_raw, ask_copy, ask_chat]
)
def test_every_way_to_call_is_counted(client, ask):
    replies = ask(client)
    assert replies and client.budget.spent == pytest.approx(sum(map(cost, replies)), rel=1e-12) and client.budget.spent > 0
    assert settled(client)


def test_a_chat_stream_is_counted_with_and_without_its_usage(client):
    *_, last = client.chat.completions.create(**CHAT, stream=True, stream_options={"include_usage": True})
    exact = client.budget.spent
    assert exact == pytest.approx((last.usage.prompt_tokens * 0.10 + last.usage.completion_tokens * 0.50) / 1e6)
    list(client.chat.completions.create(**CHAT, stream=True))
    assert client.budget.spent - exact > exact and settled(client)


def test_embeddings_are_counted():
    body = {"object": "list", "model": "text-embedding-3-small", "usage": {"prompt_tokens": 5, "total_tokens": 5}}
    body["data"] = [{"object": "embedding", "index": 0, "embedding": [1.0]}]
    client, _ = answered_by(lambda request: httpx2.Response(200, json=body))
    client.embeddings.create(model="text-embedding-3-small", input=["a cat"], encoding_format="float")
    assert client.budget.spent == pytest.approx(5 * 0.02 / 1e6) and settled(client)


def test_the_helpers_are_counted(client):
    talk = Conversation(client=client)
    generate_text(FRANCE, client=client)
    before = client.budget.spent
    talk.ask(FRANCE)
    list(talk.stream("And its population?"))
    assert client.budget.spent - before == pytest.approx(talk.cost) and before > 0


def test_async_calls_are_counted():
    async def use():
        async with utils.get_async_client(budget=PLENTY) as client:
            replies = await asyncio.gather(*(client.responses.create(**ASKED) for _ in range(5)))
            async for event in await client.with_options(timeout=5).responses.create(**ASKED, stream=True):
                if event.type == "response.completed":
                    replies.append(event.response)
            return client, replies

    client, replies = asyncio.run(use())
    assert len(replies) == 6 and client.budget.spent == pytest.approx(sum(map(cost, replies))) and settled(client)


def test_clients_can_share_a_budget():
    one, other = utils.get_client(budget=PLENTY), utils.get_async_client(budget=Budget(PLENTY))
    other = utils.get_async_client(budget=one.budget)
    asyncio.run(other.responses.create(**ASKED))
    assert one.budget is other.budget and one.budget.spent > 0
    assert one.with_options(timeout=3).budget is one.budget is other.copy().budget


def test_threads_count_exactly():
    with utils.get_client(budget=PLENTY) as client, ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: client.responses.create(**ASKED), range(60)))
    exact = sum(budget.price(reply.model_dump(), "responses") for reply in replies)
    assert client.budget.spent == float(exact) and settled(client)


def test_a_real_server_is_counted(monkeypatch, no_switch):
    with serve() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", offline.KEY)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        with utils.get_client(budget=PLENTY) as client:
            replies = [client.responses.create(**ASKED), *ask_stream(client)]
    assert client.budget.spent == pytest.approx(sum(map(cost, replies))) and settled(client)


def test_the_dearer_service_tier_is_counted():
    client, _ = answered_by(lambda request: httpx2.Response(200, json=whole_reply(service_tier="priority")))
    reply = client.responses.create(**ASKED, service_tier="priority")
    assert (
        client.budget.spent
        == pytest.approx(cost(reply))
        == pytest.approx(2 * cost(reply.model_copy(update={"service_tier": None})))
    )


def test_what_is_free_is_free(client):
    client.models.list()
    client.responses.input_tokens.count(model="gpt-6-luna", input=FRANCE)
    client.moderations.create(input=FRANCE)
    assert client.budget.spent == 0 and settled(client)


# --- What could pass the budget is not sent ---


def most(**request) -> float:
    """Return what is set aside for a request, read from the refusal."""
    client, _ = answered_by(lambda request: pytest.fail("it was sent"), 0)
    with pytest.raises(BudgetExceeded) as refused:
        client.responses.create(**ASKED | request)
    return float(str(refused.value).partition("up to $")[2].split()[0].rstrip(","))


def test_a_call_that_could_pass_it_is_not_sent(standin):
    with utils.get_client(budget=0.00002) as client:
        with pytest.raises(
            BudgetExceeded, match=r"could cost up to \$0\.00.*only \$0\.00002 of your budget of \$0\.00002 is left"
        ):
            client.responses.create(**ASKED)
        assert not standin.requests and client.budget.spent == 0 and client.budget.left == 0.00002


def test_calls_are_sent_until_the_budget_is_used_up(standin):
    with utils.get_client(budget=0.0002) as client, pytest.raises(BudgetExceeded):
        for _ in range(1000):
            generate_text(FRANCE, client=client)
    assert 0 < client.budget.spent <= 0.0002 and len(standin.requests) > 5 and settled(client)


@pytest.mark.parametrize("stream", [False, True])
def test_the_refusal_is_not_retried_and_is_an_error_of_the_sdk(stream):
    client, sent = answered_by(lambda request: pytest.fail("it was sent"), 0, max_retries=5)
    with pytest.raises(openai.OpenAIError) as error:
        client.responses.create(**ASKED, stream=stream)
    assert type(error.value) is BudgetExceeded and sent == []


def test_an_async_refusal():
    async def use():
        async with utils.get_async_client(budget=0) as client:
            await client.responses.create(**ASKED)

    with pytest.raises(BudgetExceeded):
        asyncio.run(use())


def test_calls_under_way_are_set_aside():
    """Of many calls at once, only those are sent that fit together, even if each would fit alone."""
    arrived, answer = threading.Semaphore(0), threading.Event()

    def wait(request):
        arrived.release()
        answer.wait(10)
        return httpx2.Response(200, json=whole_reply())

    client, sent = answered_by(wait, 3.5 * most())
    with ThreadPoolExecutor(3) as pool:
        under_way = [pool.submit(client.responses.create, **ASKED) for _ in range(3)]
        for _ in under_way:
            assert arrived.acquire(timeout=10)
        assert client.budget.spent == 0 and client.budget.left == pytest.approx(0.5 * most(), rel=0.05)
        with pytest.raises(BudgetExceeded):
            client.responses.create(**ASKED)
        answer.set()
        assert all(call.result().output_text for call in under_way)
    client.responses.create(**ASKED)
    assert len(sent) == 4 and settled(client)


def test_no_number_of_threads_passes_the_budget(standin):
    def ask(_):
        try:
            client.responses.create(**ASKED)
        except BudgetExceeded:
            return 0
        return 1

    with utils.get_client(budget=0.0003) as client, ThreadPoolExecutor(8) as pool:
        answered = sum(pool.map(ask, range(120)))
    assert 0 < answered < 120 and answered == len(standin.requests)
    assert client.budget.spent <= 0.0003 and settled(client)


UNPRICED = {
    "model": {"model": "gpt-9-nova"},
    "no model": {"model": None},
    "another company's model": {"model": "llama3.2"},
    "a model of one's own": {"model": "ft:gpt-4o:me::1"},
    "a tool paid by the call": {"tools": [{"type": "web_search"}]},
}


@pytest.mark.parametrize("request_", UNPRICED.values(), ids=UNPRICED)
def test_an_unknown_price_is_refused(request_):
    client, sent = answered_by(lambda request: pytest.fail("it was sent"))
    with pytest.raises(BudgetExceeded, match="not known"):
        client.responses.create(**ASKED | request_)
    assert sent == [] and settled(client)


def test_an_unknown_endpoint_is_refused():
    client, sent = answered_by(lambda request: pytest.fail("it was sent"))
    with pytest.raises(BudgetExceeded, match="/v1/images/generations costs is not known"):
        client.images.generate(prompt="a cat", model="gpt-image-1")
    with pytest.raises(BudgetExceeded, match="/v1/batches"):
        client.batches.create(input_file_id="f", endpoint="/v1/responses", completion_window="24h")
    assert sent == []


def test_the_most_a_call_can_cost():
    words = most()
    assert (50 * 0.50 / 1e6) < words < (50 * 0.50 + 400 * 0.10) / 1e6
    assert most(max_output_tokens=1050) - words == pytest.approx(1000 * 0.50 / 1e6, rel=0.01)
    assert most(max_output_tokens=None) == pytest.approx(budget.MOST_TOKENS * 0.50 / 1e6, rel=0.01)
    assert most(input="a" * 10_000) - words == pytest.approx(10_000 * 0.10 / 1e6, rel=0.01)
    assert most(service_tier="priority") == pytest.approx(2 * words, rel=0.1)
    window = 1_050_000 * 0.20 / 1e6  # so long an input costs twice as much
    assert most(input="a" * 6_000_000) == pytest.approx(window, rel=0.01)
    image = [{"role": "user", "content": [{"type": "input_image", "image_url": "https://example.org/cat.png"}]}]
    for unseen in (
        {"previous_response_id": "resp_0"},
        {"conversation": "conv_1"},
        {"conversation": {"id": "c"}},
        {"input": image},
    ):
        assert most(**unseen) == pytest.approx(window, rel=0.01), unseen


@pytest.mark.parametrize("limit", [-1000, 0, "many", True, [5]])
def test_a_strange_limit_sets_nothing_less_aside(limit):
    assert most(max_output_tokens=limit) >= most(max_output_tokens=1) > 0


def test_of_several_choices_each_is_set_aside():
    client, _ = answered_by(lambda request: pytest.fail("it was sent"), 10 * 50 * 0.50 / 1e6)
    with pytest.raises(BudgetExceeded):
        client.chat.completions.create(**CHAT, n=10)


def test_what_the_refusal_says_where_no_limit_is_set():
    client, _ = answered_by(lambda request: pytest.fail("it was sent"), 0.01)
    with pytest.raises(BudgetExceeded, match=r"no limit of tokens is set, so 128,000 are assumed.*Allow the reply fewer tokens"):
        client.responses.create(model="gpt-6-luna", input="Hello")


def test_an_earlier_response_is_known_by_its_length(client):
    first = client.responses.create(**ASKED)
    client.budget._limit = Decimal(str(client.budget.spent + 2 * most()))
    second = client.responses.create(**ASKED | {"input": "And its population?"}, previous_response_id=first.id)
    assert "million" in second.output_text


# --- What goes wrong ---

NOT_BILLED = {
    "refused by the server": lambda request: httpx2.Response(400, json={"error": {"message": "No."}}),
    "rate limit": lambda request: httpx2.Response(429, json={"error": {"message": "Slower."}}),
    "server error": lambda request: httpx2.Response(500),
    "redirect to nowhere": lambda request: httpx2.Response(307, headers={"location": "http://far/v1/responses"}),
}
PERHAPS_BILLED = {
    "HTML": lambda request: httpx2.Response(200, headers={"content-type": "text/html"}, content=b"<html>"),
    "half a reply": lambda request: httpx2.Response(200, content=json.dumps(whole_reply()).encode()[:-30]),
    "no usage": lambda request: httpx2.Response(200, json=whole_reply(usage=None)),
    "usage of another kind": lambda request: httpx2.Response(200, json=whole_reply(usage="much")),
    "a model that nobody knows": lambda request: httpx2.Response(200, json=whole_reply(model="gpt-9-nova")),
    "a list": lambda request: httpx2.Response(200, json=[]),
}


def raising(error):
    def handle(request):
        raise error

    return handle


for name, never_sent in (("no connection", httpx2.ConnectError("no")), ("no connection in time", httpx2.ConnectTimeout("no"))):
    NOT_BILLED[name] = raising(never_sent)
for name, lost in (("timeout", httpx2.ReadTimeout("late")), ("cut", httpx2.ReadError("cut")), ("stopped", KeyboardInterrupt())):
    PERHAPS_BILLED[name] = raising(lost)


@pytest.mark.parametrize("handle", NOT_BILLED.values(), ids=NOT_BILLED)
@pytest.mark.parametrize("stream", [False, True])
def test_what_is_not_billed_is_not_counted(handle, stream):
    client, sent = answered_by(handle)
    with pytest.raises(openai.APIError):
        client.responses.create(**ASKED, stream=stream)
    assert sent and client.budget.spent == 0 and settled(client)


@pytest.mark.parametrize("handle", PERHAPS_BILLED.values(), ids=PERHAPS_BILLED)
def test_what_may_be_billed_counts_in_full(handle):
    client, _ = answered_by(handle)
    with contextlib.suppress(openai.APIError, ValueError, KeyboardInterrupt):
        client.responses.create(**ASKED)
    assert client.budget.spent == pytest.approx(most(), rel=0.01) and settled(client)


def test_each_retry_counts_for_itself():
    outcomes = iter(
        [raising(httpx2.ReadTimeout("late")), NOT_BILLED["server error"], lambda r: httpx2.Response(200, json=whole_reply())]
    )
    client, sent = answered_by(lambda request: next(outcomes)(request), max_retries=2)
    reply = client.responses.create(**ASKED)
    assert len(sent) == 3 and client.budget.spent == pytest.approx(most() + cost(reply), rel=0.01) and settled(client)


def story(**request):
    return ASKED | {"input": "Write a short story about a robot.", "max_output_tokens": 4000} | request


def test_a_stream_that_is_left_counts_what_was_written(client):
    whole = client.responses.create(**story())
    before = client.budget.spent
    with client.responses.create(**story(), stream=True) as events:
        said = 0
        for event in events:
            said += event.type == "response.output_text.delta"
            if said == 10:
                break
    counted = client.budget.spent - before
    assert 10 * 0.50 / 1e6 < counted < most(**story()) / 10 and settled(client)
    assert counted > cost(whole) * 10 / whole.usage.output_tokens


def test_a_stream_left_before_its_first_word_counts_its_input(client):
    client.responses.create(**story(), stream=True).close()
    assert 0 < client.budget.spent < most(**story()) / 10 and settled(client)


def test_a_stream_left_while_the_model_may_reason_counts_in_full(client):
    reasons = story(reasoning={"effort": "low"})
    client.responses.create(**reasons, stream=True).close()
    assert client.budget.spent == pytest.approx(most(**reasons), rel=0.01) and settled(client)


def test_a_cut_stream_counts_what_was_written(client):
    with offline.failing("cut_connection"), pytest.raises(openai.APIConnectionError):
        list(client.responses.create(**story(), stream=True))
    assert 0 < client.budget.spent < most(**story()) / 10 and settled(client)


def test_an_async_stream_that_is_left_counts_what_was_written():
    async def use():
        async with utils.get_async_client(budget=PLENTY) as client:
            async with await client.responses.create(**story(), stream=True) as events:
                async for event in events:
                    if event.type == "response.output_text.delta":
                        break
            return client

    client = asyncio.run(use())
    assert 0 < client.budget.spent < most(**story()) / 10 and settled(client)


def test_a_canceled_async_call_counts_in_full():
    async def use():
        async def hang(request):
            await asyncio.sleep(60)

        http_client = openai.DefaultAsyncHttpx2Client(transport=httpx2.MockTransport(hang))
        plain = openai.AsyncOpenAI(api_key="any", http_client=http_client)
        client = budget.limit(plain, Budget(PLENTY))
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.responses.create(**ASKED), 0.05)
        return client

    client = asyncio.run(use())
    assert client.budget.spent == pytest.approx(most(), rel=0.01) and settled(client)


STRANGE_EVENTS = [
    b"data: 5",
    b"data: {",
    b'data: {"response": 5, "delta": {"a": 1}, "choices": 7}',
    b": ping",
    b"\xff\xfe",
    b'data: {"usage": []}',
]


@pytest.mark.parametrize("line", STRANGE_EVENTS)
def test_strange_events_break_nothing_of_the_budget(line):
    headers = {"content-type": "text/event-stream"}
    client, _ = answered_by(lambda request: httpx2.Response(200, headers=headers, content=iter([line[:3], line[3:] + b"\n\n"])))
    with client.responses.with_streaming_response.create(**ASKED, stream=True) as response:
        response.read()
    assert 0 < client.budget.spent <= most() and settled(client)


def test_a_stream_is_counted_however_it_is_cut_into_pieces():
    whole = offline.client().with_streaming_response.responses.create(**ASKED, stream=True)
    with whole as response:
        body = response.read()
    headers = {"content-type": "text/event-stream"}
    for size in (1, 7, 1000):
        pieces = [body[start : start + size] for start in range(0, len(body), size)]
        client, _ = answered_by(lambda request, pieces=pieces: httpx2.Response(200, headers=headers, content=iter(pieces)))
        (reply,) = ask_stream(client)
        assert client.budget.spent == pytest.approx(cost(reply))


# --- The budget itself ---


@pytest.mark.parametrize("wrong", [-0.01, math.nan])
def test_a_budget_is_a_number_of_dollars(wrong):
    with pytest.raises(ValueError, match="number of dollars"):
        utils.get_client(budget=wrong)


def test_how_a_budget_reads(client):
    assert repr(client.budget) == "<Budget: $0.00 of $10.00 spent, $10.00 left>"
    assert (client.budget.limit, client.budget.spent, client.budget.left) == (10.0, 0.0, 10.0)


def test_without_a_bound_it_only_counts():
    with utils.get_client(budget=math.inf) as client:
        generate_text(FRANCE, client=client)
    assert client.budget.spent > 0 and client.budget.left == math.inf


def test_a_client_with_a_budget_keeps_its_http_client(client):
    with pytest.raises(ValueError, match="keeps its own http client"):
        client.with_options(http_client=openai.DefaultHttpx2Client())


def test_a_client_with_a_budget_is_as_the_one_without():
    plain = openai.OpenAI(api_key="any", base_url="http://far/v1", timeout=3, max_retries=7)
    limited = budget.limit(plain, Budget(1))
    assert isinstance(limited, openai.OpenAI)
    for name in ("api_key", "base_url", "timeout", "max_retries"):
        assert getattr(limited, name) == getattr(plain, name)
    limited.close()
    assert plain.is_closed()


def test_without_a_budget_the_client_is_the_sdks_own():
    assert type(utils.get_client()) is openai.OpenAI and type(utils.get_async_client()) is openai.AsyncOpenAI


def test_a_stream_is_asked_for_uncompressed_and_counts_in_full_if_it_is_not():
    with offline.client().with_streaming_response.responses.create(**ASKED, stream=True) as response:
        body = response.read()
    headers = {"content-type": "text/event-stream", "content-encoding": "gzip"}
    client, sent = answered_by(lambda request: httpx2.Response(200, headers=headers, content=iter([gzip.compress(body)])))
    assert ask_stream(client)
    assert sent[-1].headers["accept-encoding"] == "identity"
    assert client.budget.spent == pytest.approx(most(stream=True), rel=0.001) and settled(client)


def test_a_realtime_connection_is_refused(client):
    with pytest.raises(BudgetExceeded, match="realtime"):
        budget.limit(client, Budget(1)).realtime.connect(model="gpt-realtime")
