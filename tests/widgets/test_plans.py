"""What the playground is going to send: what a model takes, the code, the cost."""

import openai
import pytest
from waiting import PATIENCE

import offline
import utils
import widgets
from offline import models
from widgets import plans

# --- What a model takes ---

EVERYTHING = {"temperature": 0.7, "top_p": 0.9, "max_tokens": 2048, "verbosity": "low", "instructions": "Be brief."}
CHOICES = [(model, effort) for model in models.offered() for effort in [None, *plans.efforts_of(model)]]


def test_no_choice_in_the_playground_is_refused(client):
    for model, effort in CHOICES:
        request = plans.build_request("Hello!", model=model, effort=effort, **EVERYTHING)
        assert client.responses.create(**request).output_text, (model, effort)


def test_what_is_left_out_would_be_refused(client):
    for model, effort in CHOICES:
        for name in plans.not_taken(model, effort):
            if name in ("temperature", "top_p"):
                request = plans.build_request("Hello!", model=model, effort=effort)
                with pytest.raises(openai.BadRequestError, match=name):
                    client.responses.create(**request | {name: 0.5})


def test_an_unknown_model_is_sent_everything():
    request = plans.build_request("Hi", model="llama-9", effort="low", **EVERYTHING)
    assert request["temperature"] == 0.7 and request["reasoning"] == {"effort": "low"}
    assert "table" in plans.model_note("llama-9") and plans.highest_cost(request) is None


def test_models_in_service_only():
    import datetime

    assert plans.usable_models(datetime.date(2026, 11, 22))[0] == utils.DEFAULT_MODEL
    assert "gpt-5" in plans.usable_models(datetime.date(2026, 12, 10))
    assert "gpt-5" not in plans.usable_models(datetime.date(2026, 12, 11))


# --- The code ---


@pytest.mark.parametrize("prompt", ["Hello!", "Quotes \" and ' and \\ back", "Two\nlines, 日本 and 🙂", "\x00\t{x}"])
def test_the_code_makes_the_very_same_call(standin, monkeypatch, capsys, prompt):
    play = widgets.playground(prompt, instructions='Say "yes".', temperature=0.3, top_p=0.5, max_tokens=40, verbosity="high")
    play.run()
    assert play.wait(PATIENCE)
    monkeypatch.setattr(utils, "get_client", offline.client)
    exec(play.code, {})
    (_, by_widget), (_, by_code) = standin.requests
    assert by_widget.pop("stream") is True
    assert by_code == by_widget
    assert capsys.readouterr().out.strip()


def test_the_code_of_several_samples(standin, monkeypatch):
    monkeypatch.setattr(utils, "get_client", offline.client)
    exec(widgets.playground("Tell me a joke", samples=3).code, {})
    assert len(standin.requests) == 3


# --- What it costs ---


def test_the_plan_says_how_many_calls_and_what_they_cost():
    request = plans.build_request("x " * 1000, max_tokens=1000, effort="none")
    # $0.10 a million tokens in, $0.50 a million tokens out: about 0.0001 + 0.0005
    assert plans.highest_cost(request) == pytest.approx(0.0006, rel=0.05)
    assert plans.plan_sentence([request] * 5, free=False) == "This makes 5 calls, at most about $0.003 together."
    assert "1 call. Offline, nothing is paid" in plans.plan_sentence([request] * 1, free=True)
    unknown = plans.build_request("x", model="llama-9", max_tokens=100)
    assert plans.plan_sentence([unknown] * 2, free=False) == "This makes 2 calls, at a price that is not known."


def test_several_paid_calls_are_made_only_after_a_yes(standin, monkeypatch):
    monkeypatch.setattr(plans, "is_free", lambda client: False)
    play = widgets.playground("Tell me a joke", samples=3)
    play.run_button.click()
    assert play.confirm.layout.display == "" and play.confirm_button.description == "Yes, make 3 calls"
    assert "3 calls, at most about $" in play.plan.value
    play.cancel_button.click()
    assert play.confirm.layout.display == "none"
    play.run_button.click()
    play.samples.value = 2  # the question was about 3
    assert play.confirm.layout.display == "none"
    assert not standin.requests and not play.running
    play.run_button.click()
    play.confirm_button.click()
    assert play.wait(PATIENCE) and len(standin.requests) == 2


def test_free_is_the_stand_in_only(client):
    assert plans.is_free(client)
    assert not plans.is_free(openai.OpenAI(api_key="any"))
    assert not plans.is_free(openai.OpenAI(api_key="any", base_url="http://localhost:1/v1"))
