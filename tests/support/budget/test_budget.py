"""The budget itself, and the client that has one."""

import gzip
import math

import httpx2
import openai
import pytest
from asking import FRANCE
from far_end import far_end
from spending import ASKED, ask_stream, limited, most, settled

import offline
import utils
from support import budget
from support.budget import Budget, BudgetExceeded
from utils import generate_text


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
    limited = budget.under_budget(plain, Budget(1))
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
    far = far_end(lambda request: httpx2.Response(200, headers=headers, content=iter([gzip.compress(body)])))
    client = limited(far)
    assert ask_stream(client)
    assert far.requests[-1].headers["accept-encoding"] == "identity"
    assert client.budget.spent == pytest.approx(most(stream=True), rel=0.001) and settled(client)


def test_a_realtime_connection_is_refused(client):
    with pytest.raises(BudgetExceeded, match="realtime"):
        budget.under_budget(client, Budget(1)).realtime.connect(model="gpt-realtime")
