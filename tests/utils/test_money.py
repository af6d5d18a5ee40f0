"""What a reply costs, and how that is said."""

import pytest
from asking import FRANCE

import offline
import utils


def reply_of(model: str, **params):
    return offline.client().responses.create(model=model, input=FRANCE, **params)


def test_the_cost_of_a_reply():
    reply = reply_of("gpt-6-luna")
    assert utils.cost(reply) == pytest.approx((reply.usage.input_tokens * 0.10 + reply.usage.output_tokens * 0.50) / 1e6)
    chat = offline.client().chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": FRANCE}])
    assert utils.cost(chat) == pytest.approx((chat.usage.prompt_tokens * 0.10 + chat.usage.completion_tokens * 0.50) / 1e6)
    assert utils.describe_usage(chat).startswith(
        f"{chat.usage.prompt_tokens} tokens in, {chat.usage.completion_tokens} tokens out, $0.0"
    )


def test_an_unknown_price_is_not_zero():
    reply = reply_of("gpt-4o").model_copy(update={"model": "gpt-9-nova"})
    assert utils.cost(reply) is None
    assert utils.describe_usage(reply) == "15 tokens in, 8 tokens out, price unknown"
    assert utils.describe_usage(reply.model_copy(update={"usage": None})) == "usage unknown, price unknown"


@pytest.mark.parametrize(
    ("dollars", "text"), [(None, "price unknown"), (0.0, "$0.00"), (0.0000055, "$0.0000055"), (1.5, "$1.50"), (12.25, "$12.25")]
)
def test_format_cost(dollars, text):
    assert utils.format_cost(dollars) == text
