"""What acts in a request to the Responses API, and how."""

import pytest
from asking import FRANCE, PARIS, create

import offline
from offline import models
from offline.api.writers import REASONING_TOKENS

LOGPROBS = ["message.output_text.logprobs"]


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


TEXT_MODELS = {name: model for name, model in models.known().items() if model.only != "audio"}


@pytest.mark.parametrize(("model", "known"), TEXT_MODELS.items(), ids=TEXT_MODELS)
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
