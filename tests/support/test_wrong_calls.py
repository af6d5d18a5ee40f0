"""Helpers that are called wrongly say in plain words what to write, at once: nothing is sent, nothing is kept."""

import openai
import pytest
from asking import FRANCE, PARIS
from far_end import far_end

import offline
import utils
import widgets
from support.budget import Budget
from utils import Conversation, create_response, explain, generate_text, stream_response

SECRET = "sk-" + "notarealkey"
ASYNC = offline.async_client()
MESSAGE = {"role": "user", "content": FRANCE}


def talk(**options) -> Conversation:
    return Conversation(client=far_end(), **options)


# --- One prompt ---

OF_GENERATE_TEXT = {  # the arguments, and what the error says
    "the temperature in place of the model": ((FRANCE, 0.5), {}, "write temperature=0.5"),
    "a temperature of 0.0": ((FRANCE, 0.0), {}, "write temperature=0.0"),
    "the limit in place of the model": ((FRANCE, 300), {}, "write max_tokens=300"),
    "no model": ((FRANCE, None), {}, 'such as "gpt-6-luna", and not None'),
    "a list of models": ((FRANCE, ["gpt-6-luna"]), {}, "and not a list"),
    "the temperature in place of the limit": ((FRANCE, "gpt-6-luna", 0.5), {}, "write temperature=0.5"),
    "a limit as a text": ((FRANCE,), {"max_tokens": "150"}, "max_tokens=300, and not a text"),
    "a limit with a fraction": ((FRANCE,), {"max_tokens": 150.0}, "a whole number of tokens"),
    "a limit that is true": ((FRANCE,), {"max_tokens": True}, "a whole number of tokens"),
    "two limits": ((FRANCE,), {"max_completion_tokens": 20}, "Write max_tokens=300"),
    "a temperature as a text": ((FRANCE,), {"temperature": "0.5"}, "temperature=0.5, and not a text"),
    "a temperature in a list": ((FRANCE,), {"temperature": [0, 1]}, "and not a list"),
    "top_p as a text": ((FRANCE,), {"top_p": "0.9"}, "top_p=0.5"),
    "an effort as a text": ((FRANCE,), {"reasoning": "low"}, 'reasoning={"effort": "low"}'),
    "an effort as a number": ((FRANCE,), {"reasoning": 1}, 'reasoning={"effort": "low"}'),
    "Chat's name of the effort": ((FRANCE,), {"reasoning_effort": "low"}, 'reasoning={"effort": "low"}'),
    "the widget's name of the effort": ((FRANCE,), {"effort": "low"}, 'reasoning={"effort": "low"}'),
    "the verbosity alone": ((FRANCE,), {"verbosity": "low"}, 'text={"verbosity": "low"}'),
    "the verbosity as a text": ((FRANCE,), {"text": "low"}, 'text={"verbosity": "low"}'),
    "Chat's name of the form": ((FRANCE,), {"response_format": {"type": "json_object"}}, 'text={"format": ...}'),
    "instructions in a list": ((FRANCE,), {"instructions": ["Be brief."]}, "is a text"),
    "another library's name of them": ((FRANCE,), {"system": "Be brief."}, 'instructions="..."'),
    "the name of 2023": ((FRANCE,), {"engine": "gpt-6-luna"}, "model="),
    "a key": ((FRANCE,), {"api_key": SECRET}, ".env"),
    "the SDK's name of the prompt": ((FRANCE,), {"input": FRANCE}, "generate_text(question)"),
    "Chat's name of the prompt": ((FRANCE,), {"messages": [MESSAGE]}, "generate_text(messages)"),
    "a stream": ((FRANCE,), {"stream": True}, "Conversation.stream"),
    "nothing": ((None,), {}, "a text or a list of messages, and not None"),
    "a number": ((5,), {}, "a text or a list of messages, and not 5"),
    "bytes": ((b"Hello",), {}, "and not a bytes"),
    "a message outside of a list": ((MESSAGE,), {}, "[message]"),
    "a tuple of messages": (((MESSAGE,),), {}, "and not a tuple"),
    "a list of texts": ((["Hello"],), {}, '{"role": "user", "content": "Hello!"}, and not a text'),
    "a list with a hole": (([MESSAGE, None],), {}, "and not None"),
    "a list in a list": (([[MESSAGE]],), {}, "and not a list"),
    "a conversation": ((Conversation(),), {}, "and not a Conversation"),
    "half an emoji": (("Hi \ud83d",), {}, "half an emoji"),
    "half an emoji in a message": (([{"role": "user", "content": "\ude00"}],), {}, "half an emoji"),
    "half an emoji in the instructions": ((FRANCE,), {"instructions": "Use \ud83d."}, "half an emoji"),
}


@pytest.mark.parametrize(("given", "params", "advice"), OF_GENERATE_TEXT.values(), ids=OF_GENERATE_TEXT)
def test_generate_text(given, params, advice):
    with pytest.raises((TypeError, ValueError)) as error:
        generate_text(*given, client=far_end(), **params)
    assert advice in str(error.value) and advice in explain(error.value)
    assert SECRET not in str(error.value)


WRONG_CLIENTS = {
    "an async client": (ASYNC, "get_client()"),
    "an async client with a budget": (utils.get_async_client(budget=1), "get_client()"),
    "a key": (SECRET, "and not a text"),
    "the package": (openai, "and not a module"),
    "the class": (openai.OpenAI, "and not a type"),
    "a part of a client": (offline.client().responses, "and not a Responses"),
}


@pytest.mark.parametrize(("client", "advice"), WRONG_CLIENTS.values(), ids=WRONG_CLIENTS)
@pytest.mark.parametrize(
    "call",
    [
        lambda client: generate_text(FRANCE, client=client),
        lambda client: create_response(client, model="gpt-6-luna", input=FRANCE),
        lambda client: stream_response(client, model="gpt-6-luna", input=FRANCE),
        lambda client: Conversation(client=client),
        lambda client: setattr(told := talk(), "client", client) or told.ask(FRANCE),
        lambda client: setattr(told := talk(), "client", client) or told.stream(FRANCE),
    ],
    ids=["generate_text", "create_response", "stream_response", "Conversation", "ask", "stream"],
)
def test_a_client_that_is_none(client, advice, call):
    with pytest.raises(TypeError) as error:
        call(client)
    assert advice in str(error.value) and SECRET not in str(error.value)


@pytest.mark.filterwarnings("error::RuntimeWarning")  # "coroutine was never awaited"
def test_an_async_client_is_named_with_what_to_write():
    with pytest.raises(TypeError, match=r"async code.*from get_client\(\), or write: await client\.responses\.create"):
        generate_text(FRANCE, client=ASYNC)


def test_the_client_in_place_of_the_prompt(client):
    with pytest.raises(TypeError, match=r"generate_text\(prompt, client=client\)"):
        generate_text(client, FRANCE)
    with pytest.raises(TypeError, match="client=client"):
        generate_text(FRANCE, client)


# --- Conversations ---

OF_CONVERSATION = {
    "the client": ((offline.client(),), {}, "client=client"),
    "the async client": ((ASYNC,), {}, "client=client"),
    "messages": (([MESSAGE],), {}, "instructions is a text"),
    "a number": ((0.5,), {}, "temperature=0.5"),
    "no model": ((), {"model": None}, "the name of a model"),
    "a model that is a number": ((), {"model": 4}, "the name of a model"),
    "a bound as a text": ((), {"max_history_tokens": "1000"}, "a whole number of tokens"),
    "a bound with a fraction": ((), {"max_history_tokens": 0.5}, "a whole number of tokens"),
}


@pytest.mark.parametrize(("given", "params", "advice"), OF_CONVERSATION.values(), ids=OF_CONVERSATION)
def test_what_a_conversation_is_not_made_of(given, params, advice):
    with pytest.raises(TypeError) as error:
        Conversation(*given, **params)
    assert advice in str(error.value)


OF_ASK = {
    "nothing": (None, {}, "is a text, and not None"),
    "a number": (5, {}, "is a text, and not 5"),
    "a message": (MESSAGE, {}, "is a text, and not a dict"),
    "a list of texts": (["Hello"], {}, "and not a text"),
    "the client": (offline.client(), {}, "client=client"),
    "a client along with it": (FRANCE, {"client": offline.client()}, "Conversation(client=client)"),
    "another input along with it": (FRANCE, {"input": "Hello!"}, "ask(question)"),
    "an effort as a text": (FRANCE, {"reasoning": "low"}, 'reasoning={"effort": "low"}'),
    "a limit as a text": (FRANCE, {"max_tokens": "150"}, "max_tokens=300"),
    "both names of the limit": (FRANCE, {"max_tokens": 20, "max_output_tokens": 20}, "Write max_tokens alone"),
    "no model": (FRANCE, {"model": None}, "the name of a model"),
}


@pytest.mark.parametrize(("question", "params", "advice"), OF_ASK.values(), ids=OF_ASK)
@pytest.mark.parametrize("way", ["ask", "stream"])
def test_what_cannot_be_asked(question, params, advice, way):
    told = talk()
    with pytest.raises(TypeError) as error:
        getattr(told, way)(question, **params)  # `stream` as well says it before its first piece
    assert advice in str(error.value) and told.messages == []


def test_half_an_emoji_in_a_question_is_named(client):
    told = Conversation(client=client)
    for ask in (told.ask, lambda question: list(told.stream(question))):
        with pytest.raises(ValueError, match="half an emoji"):
            ask("Hi \ud83d")
    assert told.messages == [] and told.ask(FRANCE, temperature=0) == PARIS


# --- The same limit everywhere ---


@pytest.mark.parametrize("name", ["max_tokens", "max_output_tokens"])
def test_a_limit_is_the_same_in_every_helper(client, standin, name):
    told, limit = Conversation(client=client), {name: 40}
    chat = widgets.chat_box(Conversation(client=client), **limit)
    generate_text(FRANCE, client=client, **limit)
    told.ask(FRANCE, **limit)
    list(told.stream(FRANCE, **limit))
    chat.ask(FRANCE)
    assert chat.wait(10)
    assert [body["max_output_tokens"] for _, body in standin.requests] == [40] * 4


@pytest.mark.parametrize("way", ["ask", "stream"])
def test_without_a_limit_none_is_sent(client, standin, way):
    list(getattr(Conversation(client=client), way)(FRANCE, max_tokens=None))
    assert "max_output_tokens" not in standin.requests[-1][1]


def test_another_model_for_one_question_gets_what_it_takes(client, standin):
    Conversation(client=client).ask(FRANCE, model="gpt-6-astra", max_tokens=2000)
    _, sent = standin.requests[-1]
    assert sent["model"] == "gpt-6-astra" and "temperature" not in sent and sent["reasoning"] == {"effort": "low"}


def test_the_sdks_own_way_to_send_nothing(client, standin):
    generate_text(FRANCE, client=client, temperature=openai.omit)
    assert "temperature" not in standin.requests[-1][1]


# --- Clients and budgets ---


@pytest.mark.parametrize("wrong", [0.5, 1, SECRET, "offline", [True]], ids=["dollars", "a number", "a key", "a text", "a list"])
@pytest.mark.parametrize("make", [utils.get_client, utils.get_async_client])
def test_what_is_no_switch(make, wrong):
    with pytest.raises(TypeError, match=r"offline is True, False or None.*budget=0\.50.*\.env") as error:
        make(wrong)
    assert SECRET not in str(error.value)


@pytest.mark.parametrize("wrong", ["0.50", True, [1], {"dollars": 1}], ids=str)
def test_a_budget_is_a_number(wrong):
    for make in (Budget, lambda wrong: utils.get_client(budget=wrong)):
        with pytest.raises(TypeError, match="A budget is a number of dollars"):
            make(wrong)
