"""What a call costs is counted, however it is made."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from asking import FRANCE
from far_end import far_end
from spending import ASKED, CHAT, PLENTY, ask_stream, limited, settled, whole_reply

import offline
import utils
from offline.server import serve
from support.budget import Budget
from support.prices import price
from utils import Conversation, cost, generate_text


def ask_response(client):
    return [client.responses.create(**ASKED)]


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


def test_a_compaction_is_priced_as_the_model_that_was_asked(client):
    compacted = client.responses.compact(model="gpt-6-luna", input=FRANCE)
    made = compacted.model_dump(warnings=False) | {"model": "gpt-6-luna"}
    assert client.budget.spent == pytest.approx(float(price(made, "responses")), rel=1e-12)
    assert 0 < client.budget.spent < 0.001 and settled(client)


def test_a_chat_stream_is_counted_with_and_without_its_usage(client):
    *_, last = client.chat.completions.create(**CHAT, stream=True, stream_options={"include_usage": True})
    exact = client.budget.spent
    assert exact == pytest.approx((last.usage.prompt_tokens * 0.10 + last.usage.completion_tokens * 0.50) / 1e6)
    list(client.chat.completions.create(**CHAT, stream=True))
    assert client.budget.spent - exact > exact and settled(client)


def test_embeddings_are_counted():
    body = {"object": "list", "model": "text-embedding-3-small", "usage": {"prompt_tokens": 5, "total_tokens": 5}}
    body["data"] = [{"object": "embedding", "index": 0, "embedding": [1.0]}]
    client = limited(far_end(body))
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
    exact = sum(price(reply.model_dump(), "responses") for reply in replies)
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
    client = limited(far_end(whole_reply(service_tier="priority")))
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
