"""The stand-in behind the Responses API, through the real SDK."""

import asyncio
import json
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st

import offline
from offline import models
from offline.api.standin import REASONING_TOKENS
from offline.model import context
from offline.refusals import rules

FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."
FOLLOW_UP = "What is its population?"
NONE = {"effort": "none"}
LOGPROBS = ["message.output_text.logprobs"]


def create(client, question=FRANCE, **params):
    """Ask at temperature 0 and without reasoning, except where `params` say otherwise; None leaves a parameter out."""
    params = {"model": "gpt-6-luna", "input": question, "reasoning": NONE, "temperature": 0} | params
    return client.responses.create(**{name: value for name, value in params.items() if value is not None})


# --- Ways to ask ---


def test_plain(client):
    response = create(client)
    assert response.output_text == PARIS
    assert (response.status, response.model) == ("completed", "gpt-6-luna")
    assert response.usage.total_tokens == response.usage.input_tokens + response.usage.output_tokens
    assert response._request_id.startswith("req_")


def test_streamed(client):
    events = list(create(client, stream=True))
    types = [event.type for event in events]
    deltas = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert len(deltas) > 5 and "".join(deltas) == PARIS == events[-1].response.output_text
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert [name.removeprefix("response.") for name in types if "delta" not in name] == [
        "created",
        "in_progress",
        "output_item.added",
        "content_part.added",
        "output_text.done",
        "content_part.done",
        "output_item.done",
        "completed",
    ]


def test_stream_helper(client):
    with client.responses.stream(model="gpt-6-luna", input=FRANCE, reasoning=NONE, temperature=0) as stream:
        said = "".join(event.delta for event in stream if event.type == "response.output_text.delta")
        assert said == PARIS == stream.get_final_response().output_text


def test_async(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            plain = await create(client)
            stream = await create(client, stream=True)
            said = [event.delta async for event in stream if event.type == "response.output_text.delta"]
            async with client.responses.stream(model="gpt-6-luna", input=FRANCE, reasoning=NONE, temperature=0) as helper:
                final = await helper.get_final_response()
            with pytest.raises(openai.BadRequestError):
                await create(client, temperature=5)
            return plain.output_text, "".join(said), final.output_text

    assert asyncio.run(talk()) == (PARIS, PARIS, PARIS)


# --- State ---


def test_previous_response_id_keeps_the_conversation(client):
    first = create(client)
    second = create(client, FOLLOW_UP, previous_response_id=first.id)
    third = create(client, "Which country is it in?", previous_response_id=second.id)
    assert second.output_text == "The population of Paris is about 2.1 million."
    assert third.output_text == "Paris is in France." and third.previous_response_id == second.id
    assert third.usage.input_tokens > second.usage.input_tokens > first.usage.input_tokens
    assert "Which place" in create(client, FOLLOW_UP).output_text, "without the history there is nothing to know it from"


def test_a_streamed_response_is_remembered_too(client):
    *_, last = create(client, stream=True)
    assert "2.1 million" in create(client, FOLLOW_UP, previous_response_id=last.response.id).output_text


def test_instructions_do_not_carry_over(client):
    first = create(client, instructions="Talk like a pirate.")
    second = create(client, previous_response_id=first.id)
    assert first.output_text != PARIS == second.output_text


def test_retrieve_and_delete(client):
    response = create(client, metadata={"lesson": "3"})
    assert client.responses.retrieve(response.id) == response
    client.responses.delete(response.id)
    for gone in (client.responses.retrieve, client.responses.delete):
        with pytest.raises(openai.NotFoundError, match=f"Response with id '{response.id}' not found"):
            gone(response.id)


@pytest.mark.parametrize("stream", [False, True])
def test_what_is_not_stored_is_not_there(client, stream):
    response = create(client, store=False, stream=stream)
    response = list(response)[-1].response if stream else response
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(response.id)
    with pytest.raises(openai.BadRequestError, match="Previous response with id"):
        create(client, FOLLOW_UP, previous_response_id=response.id)


def test_input_tokens_are_counted_as_they_are_billed(client):
    first = create(client, instructions="Be brief.")
    assert client.responses.input_tokens.count(model="gpt-4o", input=FRANCE, instructions="Be brief.").input_tokens == (
        first.usage.input_tokens
    )
    counted = client.responses.input_tokens.count(model="gpt-4o", input=FOLLOW_UP, previous_response_id=first.id)
    assert counted.input_tokens == create(client, FOLLOW_UP, previous_response_id=first.id).usage.input_tokens


def test_models(client):
    assert {model.id for model in client.models.list()} == set(models.known())
    assert client.models.retrieve("gpt-6-luna").shutdown_date is None
    assert client.models.retrieve("gpt-5-mini").shutdown_date == "2026-12-11"
    with pytest.raises(openai.NotFoundError, match="The model 'gpt-9' does not exist") as error:
        client.models.retrieve("gpt-9")
    assert error.value.code == "model_not_found"


# --- What acts ---


def test_temperature_flattens(client):
    def said(temperature):
        return {create(client, "Suggest a name for a coffee shop", temperature=temperature).output_text for _ in range(25)}

    assert len(said(0)) == 1 < len(said(0.3)) < len(said(1.5))


def test_top_p_cuts(client):
    def said(top_p):
        return {create(client, "Pick a random fruit", temperature=1, top_p=top_p).output_text for _ in range(40)}

    assert said(0.2) == {"Apple"}
    assert len(said(1)) > 4


def test_max_output_tokens_cut(client):
    whole = create(client, "Explain recursion")
    cut = create(client, "Explain recursion", max_output_tokens=16)
    assert (cut.status, cut.incomplete_details.reason, cut.usage.output_tokens) == ("incomplete", "max_output_tokens", 16)
    assert cut.output[0].status == "incomplete" and whole.output_text.startswith(cut.output_text)
    *_, last = create(client, "Explain recursion", max_output_tokens=16, stream=True)
    assert last.type == "response.incomplete" and last.response.output_text == cut.output_text


def test_a_reply_that_just_fits_is_whole(client):
    length = create(client, "Explain recursion").usage.output_tokens
    assert create(client, "Explain recursion", max_output_tokens=length).status == "completed"
    assert create(client, "Explain recursion", max_output_tokens=length - 1).status == "incomplete"


def test_logprobs(client):
    response = create(client, include=LOGPROBS, top_logprobs=3)
    logprobs = response.output[0].content[0].logprobs
    assert "".join(entry.token for entry in logprobs) == PARIS
    assert all(len(entry.top_logprobs) == 3 and entry.top_logprobs[0].token == entry.token for entry in logprobs)
    assert all(bytes(entry.bytes).decode() == entry.token and entry.logprob < 0 for entry in logprobs)
    streamed = [event.logprobs for event in create(client, include=LOGPROBS, stream=True) if "text.delta" in event.type]
    assert [[one.token] for (one,) in streamed] == [[entry.token] for entry in logprobs]
    assert not create(client).output[0].content[0].logprobs


@pytest.mark.parametrize(("model", "known"), models.known().items(), ids=models.known())
def test_reasoning_efforts(client, model, known):
    for effort in known.efforts:
        response = client.responses.create(model=model, input=FRANCE, reasoning={"effort": effort})
        assert response.usage.output_tokens_details.reasoning_tokens == REASONING_TOKENS.get(effort, 0)
        assert [item.type for item in response.output] == (["reasoning"] if effort != "none" else []) + ["message"]
    usual = client.responses.create(model=model, input=FRANCE)
    assert usual.reasoning.effort == (known.efforts or [None])[0]


def test_reasoning_can_use_up_all_tokens(client):
    *_, last = create(client, reasoning={"effort": "high"}, temperature=None, max_output_tokens=100, stream=True)
    response = last.response
    assert (response.status, response.output_text) == ("incomplete", "")
    assert response.usage.output_tokens == response.usage.output_tokens_details.reasoning_tokens == 100
    assert [item.type for item in response.output] == ["reasoning"]


def test_reasoning_helps(client):
    question = "How many r are in the word strawberry?"
    hasty = {create(client, question, temperature=1).output_text for _ in range(20)}
    careful = {create(client, question, temperature=None, reasoning={"effort": "low"}).output_text for _ in range(5)}
    assert any("2 r's" in text for text in hasty) and all("3 r's" in text for text in careful)


def test_verbosity(client):
    low, usual, high = (create(client, text={"verbosity": verbosity}).output_text for verbosity in ("low", "medium", "high"))
    assert low == "Paris" and usual == PARIS and high.startswith(PARIS) and len(high) > len(PARIS)


@pytest.mark.parametrize(
    "params",
    [
        {"instructions": "Answer in one word."},
        {"input": [{"role": "developer", "content": "Answer in one word."}, {"role": "user", "content": FRANCE}]},
        {"input": [{"role": "system", "content": "Answer in one word."}, {"role": "user", "content": FRANCE}]},
    ],
    ids=["instructions", "developer", "system"],
)
def test_instructions(client, params):
    assert create(client, **params).output_text == "Paris"


def test_what_was_sent_comes_back(client):
    sent = {
        "instructions": "Be kind.",
        "metadata": {"lesson": "3"},
        "max_output_tokens": 50,
        "top_p": 0.9,
        "temperature": 0.2,
        "truncation": "auto",
        "parallel_tool_calls": False,
        "safety_identifier": "learner",
    }
    response = create(client, **sent)
    assert {name: getattr(response, name) for name in sent} == sent


def test_asked_again_it_may_answer_otherwise_but_another_run_repeats():
    def run():
        client = offline.client(offline.StandIn())
        return [create(client, "Tell me a story", temperature=1).output_text for _ in range(5)]

    first = run()
    assert len(set(first)) > 1 and first == run()


@pytest.mark.parametrize(
    "content",
    [[FRANCE], ["The capital", "of France?"], ["What is", "the capital", "city of France?"]],
    ids=len,
)
def test_input_in_parts(client, content):
    content = [{"type": "input_text", "text": text} for text in content]
    assert create(client, [{"role": "user", "content": content}]).output_text == PARIS


# --- What is refused ---

# fmt: off
REFUSED = {  # what is sent, then the refusal's param, code and message
    "unknown model": ({"model": "gpt-9", "temperature": None}, "model", "model_not_found",
        "The requested model 'gpt-9' does not exist."),
    "temperature 5": ({"temperature": 5}, "temperature", "decimal_above_max_value",
        "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 5 instead."),
    "temperature -1": ({"temperature": -1}, "temperature", "decimal_below_min_value",
        "Invalid 'temperature': decimal below minimum value. Expected a value >= 0, but got -1 instead."),
    "temperature as text": ({"temperature": "hot"}, "temperature", "invalid_type",
        "Invalid type for 'temperature': expected a decimal, but got a string instead."),
    "temperature with effort": ({"reasoning": {"effort": "low"}}, "temperature", None,
        "Unsupported parameter: 'temperature' is not supported with this model."),
    "temperature on a model that reasons": ({"model": "gpt-5", "reasoning": None}, "temperature", None,
        "Unsupported parameter: 'temperature' is not supported with this model."),
    "top_p with the default effort": ({"temperature": None, "top_p": 0.5, "reasoning": None}, "top_p", None,
        "Unsupported parameter: 'top_p' is not supported with this model."),
    "top_p 2": ({"top_p": 2}, "top_p", "decimal_above_max_value",
        "Invalid 'top_p': decimal above maximum value. Expected a value <= 1, but got 2 instead."),
    "top_logprobs 21": ({"top_logprobs": 21}, "top_logprobs", "integer_above_max_value",
        "Invalid 'top_logprobs': integer above maximum value. Expected a value <= 20, but got 21 instead."),
    "logprobs with effort": ({"include": LOGPROBS, "temperature": None, "reasoning": {"effort": "low"}}, "include", None,
        "logprobs are not supported with reasoning models."),
    "max_output_tokens 5": ({"max_output_tokens": 5}, "max_output_tokens", "integer_below_min_value",
        "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 5 instead."),
    "unknown effort": ({"reasoning": {"effort": "huge"}}, "reasoning.effort", "invalid_value",
        "Invalid value: 'huge'. Supported values are: 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'."),
    "effort that the model lacks": ({"model": "gpt-5.1", "reasoning": {"effort": "minimal"}}, "reasoning.effort", "unsupported_value",
        "Unsupported value: 'minimal' is not supported with the 'gpt-5.1' model. Supported values are: 'none', 'low', 'medium', and 'high'."),
    "effort on a model that does not reason": ({"model": "gpt-4o"}, "reasoning.effort", "unsupported_parameter",
        "Unsupported parameter: 'reasoning.effort' is not supported with this model."),
    "unknown verbosity": ({"text": {"verbosity": "huge"}}, "text.verbosity", "invalid_value",
        "Invalid value: 'huge'. Supported values are: 'low', 'medium', and 'high'."),
    "verbosity on a model that does not reason": ({"model": "gpt-4o", "reasoning": None, "text": {"verbosity": "low"}}, "text.verbosity", "unsupported_value",
        "Unsupported value: 'low' is not supported with the 'gpt-4o' model. Supported values are: 'medium'."),
    "unknown key in reasoning": ({"reasoning": {"zzz": 1}}, "reasoning.zzz", "unknown_parameter",
        "Unknown parameter: 'reasoning.zzz'."),
    "unknown key in text": ({"text": {"zzz": 1}}, "text.zzz", "unknown_parameter",
        "Unknown parameter: 'text.zzz'."),
    "unknown include": ({"include": [*LOGPROBS, "zzz"]}, "include[1]", "invalid_value",
        "Invalid value: 'zzz'. Supported values are: 'file_search_call.results', 'web_search_call.results', 'web_search_call.action.sources', "
        "'message.input_image.image_url', 'computer_call_output.output.image_url', 'code_interpreter_call.outputs', 'reasoning.encrypted_content', "
        "and 'message.output_text.logprobs'."),
    "include of a wrong kind": ({"include": [5]}, "include[0]", "invalid_type",
        "Invalid type for 'include[0]': expected a string, but got an integer instead."),
    "unknown service tier": ({"service_tier": "zzz"}, "service_tier", "invalid_value",
        "Invalid value: 'zzz'. Supported values are: 'auto', 'default', 'flex', 'scale', 'priority', 'fast', and 'ultrafast'."),
    "unknown truncation": ({"truncation": "maybe"}, "truncation", "invalid_value",
        "Invalid value: 'maybe'. Supported values are: 'auto' and 'disabled'."),
    "unknown parameter": ({"extra_body": {"stop": "."}}, "stop", "unknown_parameter",
        "Unknown parameter: 'stop'."),
    "unknown previous response": ({"previous_response_id": "resp_0"}, "previous_response_id", "previous_response_not_found",
        "Previous response with id 'resp_0' not found."),
    "no input": ({"input": None}, None, "missing_required_parameter",
        "One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation' must be provided."),
    "unknown role": ({"input": [{"role": "bot", "content": "Hi"}]}, "input[0].role", "invalid_value",
        "Invalid value: 'bot'. Supported values are: 'assistant', 'system', 'developer', and 'user'."),
    "message without content": ({"input": [{"role": "user"}]}, "input[0].content", "missing_required_parameter",
        "Missing required parameter: 'input[0].content'."),
    "text in place of a message": ({"input": ["Hi"]}, "input[0]", "invalid_type",
        "Invalid type for 'input[0]': expected an object, but got a string instead."),
    "content of a wrong kind": ({"input": [{"role": "user", "content": 5}]}, "input[0].content", "invalid_type",
        "Invalid type for 'input[0].content': expected one of a string or array of objects, but got an integer instead."),
    "metadata of a wrong kind": ({"metadata": {"lesson": 3}}, "metadata.lesson", "invalid_type",
        "Invalid type for 'metadata.lesson': expected a string, but got an integer instead."),
    "too much metadata": ({"metadata": {str(number): "" for number in range(17)}}, "metadata", "object_above_max_properties",
        "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead."),
    "too long metadata": ({"metadata": {"a": "b" * 513}}, "metadata", "string_above_max_length",
        "Invalid 'metadata': value too long. Expected a string with maximum length 512, but got a string with length 513 instead."),
    "input over the context window": ({"input": "word " * 1_100_000}, "input", "context_length_exceeded",
        "Your input exceeds the context window of this model. Please adjust your input and try again."),
    "input over the longest text": ({"input": "a" * 10_485_761}, "input", "string_above_max_length",
        "Invalid 'input': string too long. Expected a string with maximum length 10485760, but got a string with length 10485761 instead."),
}
# fmt: on


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize(("params", "param", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_api_refuses(client, params, param, code, message, stream):
    with pytest.raises(openai.BadRequestError) as raised:
        create(client, stream=stream, **params)
    error = raised.value
    assert (error.type, error.param, error.code) == ("invalid_request_error", param, code)
    assert str(error) == f"Error code: 400 - {message}"
    assert error.request_id.startswith("req_")


@pytest.mark.parametrize(
    ("key", "code", "wording"),
    [
        ("sk-wrong", "invalid_api_key", "Incorrect API key provided: ********."),
        (" ", None, "You didn't provide an API key."),
    ],
    ids=["wrong", "empty"],
)
def test_a_bad_key(standin, key, code, wording):
    client = offline.client(standin, api_key=key)
    for call in (
        lambda: create(client),
        client.models.list,
        lambda: client.responses.input_tokens.count(model="gpt-4o", input=""),
    ):
        with pytest.raises(openai.AuthenticationError) as error:
            call()
        assert (error.value.status_code, error.value.code) == (401, code)
        assert error.value.body["message"].startswith(wording)
    assert not standin.requests


def test_an_address_that_the_api_does_not_have(client):
    with pytest.raises(openai.NotFoundError, match=r"Invalid URL \(POST /v1/images/generations\)"):
        client.images.generate(prompt="A cat")


JUNK = [None, 5, -1, 0.5, True, "x", "", "\ud800", [], {}, [1], ["a"], [None], [{}], {"a": 1}, {"effort": 5}, {"verbosity": []}]
JUNK += [[{"role": "user", "content": content}] for content in (5, [5], [{"text": 5}], [{"type": "input_image"}])]
ENDPOINTS = {
    "responses": (rules.RESPONSES, {"input": "Hi", "reasoning": NONE}),
    "responses/input_tokens": (rules.TOKEN_COUNT, {"input": "Hi"}),
    "chat/completions": (rules.CHAT, {"messages": [{"role": "user", "content": "Hi"}], "reasoning_effort": "none"}),
}


def post(path: str, content: bytes):
    reply = offline.StandIn().handle("POST", f"/v1/{path}", {"authorization": f"Bearer {offline.KEY}"}, content)
    return reply.status, reply.body if isinstance(reply.body, bytes) else b"".join(reply.body)


@pytest.mark.parametrize(("path", "known", "base"), [(path, *rest) for path, rest in ENDPOINTS.items()], ids=ENDPOINTS)
def test_no_value_of_any_parameter_breaks_it(path, known, base):
    for name in sorted(known):
        for junk in JUNK:
            status, body = post(path, json.dumps({"model": "gpt-6-luna"} | base | {name: junk}).encode())
            assert status in (200, 400, 404) and body
            assert status == 200 or json.loads(body)["error"]["message"]


@given(st.binary())
def test_no_body_breaks_it(content):
    status, body = post("responses", content)
    assert status == 400 and json.loads(body)["error"]["type"] == "invalid_request_error"


# --- Texts of all kinds ---


@pytest.mark.parametrize("text", ["", " ", "你好，世界", "مرحبا", "🙂" * 50, "\x00", "e\u0301", "İstanbul straße", "a" * 20_000])
def test_any_text_is_answered(client, text):
    assert create(client, text).output_text.startswith("I am the offline stand-in")
    assert create(client, f"{text}\nMy name is Zoë.").output_text.startswith("Nice to meet you, Zoë!")


def test_long_input_is_answered_or_refused_quickly(client):
    started = time.perf_counter()
    assert create(client, "All work and no play. " * 40_000 + FRANCE).output_text == PARIS
    with pytest.raises(openai.BadRequestError):
        create(client, "a " * 5_000_000)
    assert time.perf_counter() - started < 5


def test_truncation_drops_the_oldest_messages(client):
    history = [{"role": "user", "content": "word " * 90_000}, {"role": "assistant", "content": "Go on."}]
    asked = {"model": "gpt-4o", "input": [*history, *history, {"role": "user", "content": FRANCE}]}
    with pytest.raises(openai.BadRequestError, match="exceeds the context window"):
        client.responses.create(**asked)
    response = client.responses.create(**asked, truncation="auto")
    assert response.output_text == PARIS and response.usage.input_tokens < 128_000


def test_truncation_keeps_the_instructions(client):
    history = [{"role": "user", "content": "word " * 90_000}, {"role": "assistant", "content": "Go on."}]
    told = [{"role": "developer", "content": "Answer in one word."}]
    asked = {"model": "gpt-4o", "truncation": "auto"}
    question = {"role": "user", "content": FRANCE}
    for params in (
        {"instructions": "Answer in one word.", "input": [*history, *history, question]},
        {"instructions": "Be kind.", "input": [*told, *history, *history, question]},
    ):
        response = client.responses.create(**asked, **params)
        assert response.output_text == "Paris" and 90_000 < response.usage.input_tokens < 128_000
    with pytest.raises(openai.BadRequestError, match="exceeds the context window"):
        client.responses.create(**asked, instructions="word " * 130_000, input=[*history, question])


def test_many_messages_are_truncated_quickly():
    told = {"role": "system", "content": "Answer in one word."}
    spoken = [{"role": "user", "content": f"Line {number}: " + "word " * 20} for number in range(8_000)]
    started = time.perf_counter()
    messages, count = context.fit([told, *spoken], models.find("gpt-4o"), chat=False, drop=True)
    assert time.perf_counter() - started < 2
    assert messages[0] == told and messages[1:] == spoken[1 - len(messages) :]
    assert 127_900 < count == context.count_messages(messages) <= 128_000


# --- Threads and pace ---


def test_several_threads_at_once(standin):
    client = offline.client(standin)
    barrier = threading.Barrier(8)

    def talk(number: int) -> list[str]:
        barrier.wait()
        said = [create(client, f"My name is Person{number}.").id]
        for _ in range(5):
            reply = create(client, "What is my name?", previous_response_id=said[0], stream=bool(number % 2))
            reply = list(reply)[-1].response if number % 2 else reply
            said.append(reply.output_text)
        return said[1:]

    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(talk, range(8)))
    assert replies == [[f"Your name is Person{number}."] * 5 for number in range(8)]


def test_streams_are_paced_only_when_asked(standin, monkeypatch):
    naps = []
    monkeypatch.setattr(time, "sleep", naps.append)
    events = list(create(offline.client(standin), stream=True))
    assert naps == []
    assert len(list(create(offline.client(standin, pace=50), stream=True))) == len(events)
    assert naps == [1 / 50] * len(events)


def test_a_paced_async_stream(standin, monkeypatch):
    naps, sleep = [], asyncio.sleep

    async def nap(seconds):
        naps.append(seconds)
        await sleep(0)

    async def talk():
        monkeypatch.setattr(asyncio, "sleep", nap)
        return [event async for event in await create(offline.async_client(standin, pace=50), stream=True)]

    assert len(asyncio.run(talk())) == naps.count(1 / 50) > 10


def test_the_global_random_state_is_left_alone(client):
    random.seed(1)
    state = random.getstate()
    create(client, "Tell me a story", temperature=1)
    assert random.getstate() == state
