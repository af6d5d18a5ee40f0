"""What a reply costs, and how that is said."""

import pytest
from asking import FRANCE
from far_end import far_end
from odd_bodies import message, reply, streamed

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


@pytest.mark.parametrize("ask", [utils.cost, utils.describe_usage])
def test_the_text_of_a_reply_has_no_cost(ask):
    with pytest.raises(TypeError, match="whole reply, and not its text"):
        ask(reply_of("gpt-6-luna").output_text)


@pytest.mark.parametrize(
    ("dollars", "text"), [(None, "price unknown"), (0.0, "$0.00"), (0.0000055, "$0.0000055"), (1.5, "$1.50"), (12.25, "$12.25")]
)
def test_format_cost(dollars, text):
    assert utils.format_cost(dollars) == text


# --- Prices only for whom they are right ---

ELSEWHERE = [
    "http://localhost:8080/v1",
    "http://127.0.0.1:11434/v1/",
    "https://openrouter.ai/api/v1",
    "https://api.openai.com.evil.example/v1",
]
OPENAI = ["https://api.openai.com/v1", "https://api.openai.com/v1/", "https://eu.api.openai.com/v1"]
NAMES = ["gpt-6-luna", "gpt-4o-mini", "gpt-3.5-turbo"]


@pytest.mark.parametrize("url", ELSEWHERE)
@pytest.mark.parametrize("name", NAMES)
def test_what_another_server_wrote_has_no_price_whatever_its_model_is_called(url, name):
    body = reply(message("Hi."), model=name)
    client = far_end(body, body, streamed(message("Hi."), model=name), base_url=url)
    assert utils.describe_usage(utils.create_response(client, model=name, input="Hi")).endswith("150 tokens out, price unknown")
    for ask in (utils.Conversation.ask, lambda talk, question: list(talk.stream(question))):
        talk = utils.Conversation(client=client)
        ask(talk, "Hi")
        assert talk.cost is None and repr(talk).endswith("price unknown)")


@pytest.mark.parametrize("url", OPENAI)
def test_what_openai_wrote_has_its_price(url):
    client = far_end(reply(message("Hi.")), streamed(message("Hi.")), base_url=url)
    talk = utils.Conversation(client=client)
    talk.ask("Hi")
    list(talk.stream("Hi"))
    assert talk.cost == pytest.approx(2 * (9 * 0.10 + 150 * 0.50) / 1e6)


@pytest.mark.parametrize("url", ELSEWHERE)
def test_of_a_reply_without_a_helper_the_settings_tell_who_wrote_it(url, no_switch, monkeypatch):
    by_hand = reply_of("gpt-6-luna")
    assert utils.cost(by_hand) > 0
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    assert utils.cost(by_hand) is None
    monkeypatch.setenv("OPENAI_BASE_URL", OPENAI[0])
    assert utils.cost(by_hand) > 0
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("TUTORIAL_OFFLINE", "1")
    assert utils.cost(by_hand) > 0


@pytest.mark.parametrize("name", ["gpt-3.5-turbo", "gpt-3.5-turbo-0125", "gpt-4", "gpt-4-turbo", "gpt-4-0613"])
def test_a_name_that_openai_gave_up_has_no_price(name):
    """Who answers under it now is another server."""
    assert utils.cost(reply_of("gpt-4o").model_copy(update={"model": name})) is None


def test_a_price_that_holds_stays_with_a_copy_of_the_reply():
    written = utils.create_response(far_end(reply(message("Hi.")), base_url=ELSEWHERE[0]), model="gpt-6-luna", input="Hi")
    assert utils.cost(written.model_copy()) is None and "_priced" not in written.model_dump()
