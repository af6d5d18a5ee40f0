"""What could pass the budget is not sent."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import openai
import pytest
from asking import FRANCE
from far_end import far_end
from spending import ASKED, CHAT, limited, most, settled, whole_reply

import utils
from support.budget import BudgetExceeded
from support.budget.ledger import MOST_TOKENS
from utils import generate_text


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
    far = far_end(max_retries=5)
    with pytest.raises(openai.OpenAIError) as error:
        limited(far, 0).responses.create(**ASKED, stream=stream)
    assert type(error.value) is BudgetExceeded and far.requests == []


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
        return whole_reply()

    far = far_end(*[wait] * 4)
    client = limited(far, 3.5 * most())
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
    assert len(far.requests) == 4 and settled(client)


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
    far = far_end()
    client = limited(far)
    with pytest.raises(BudgetExceeded, match="not known"):
        client.responses.create(**ASKED | request_)
    assert far.requests == [] and settled(client)


def test_an_unknown_endpoint_is_refused():
    far = far_end()
    client = limited(far)
    with pytest.raises(BudgetExceeded, match="/v1/images/generations costs is not known"):
        client.images.generate(prompt="a cat", model="gpt-image-1")
    with pytest.raises(BudgetExceeded, match="not uploaded through this budget"):
        client.batches.create(input_file_id="f", endpoint="/v1/responses", completion_window="24h")
    assert far.requests == []


def test_the_most_a_call_can_cost():
    words = most()
    assert (50 * 0.50 / 1e6) < words < (50 * 0.50 + 400 * 0.10) / 1e6
    assert most(max_output_tokens=1050) - words == pytest.approx(1000 * 0.50 / 1e6, rel=0.01)
    assert most(max_output_tokens=None) == pytest.approx(MOST_TOKENS * 0.50 / 1e6, rel=0.01)
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
    client = limited(far_end(), 10 * 50 * 0.50 / 1e6)
    with pytest.raises(BudgetExceeded):
        client.chat.completions.create(**CHAT, n=10)


def test_what_the_refusal_says_where_no_limit_is_set():
    client = limited(far_end(), 0.01)
    with pytest.raises(BudgetExceeded, match=r"no limit of tokens is set, so 128,000 are assumed.*Allow the reply fewer tokens"):
        client.responses.create(model="gpt-6-luna", input="Hello")


def test_an_earlier_response_is_known_by_its_length(client):
    first = client.responses.create(**ASKED)
    client.budget._limit = Decimal(str(client.budget.spent + 2 * most()))
    second = client.responses.create(**ASKED | {"input": "And its population?"}, previous_response_id=first.id)
    assert "million" in second.output_text
