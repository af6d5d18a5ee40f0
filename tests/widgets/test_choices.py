"""What is chosen in the playground: presets, two settings, examples, and what cannot be sent."""

import html
import re

import openai
import pytest
from waiting import PATIENCE, until

import offline
import utils
import widgets
from offline import models
from widgets import plans
from widgets.presets import OPENINGS, PRESETS

ALL_MODELS = list(models.known())  # also those that are shut down on the day of the test


def test_a_model_that_is_changed_back_restores_what_it_took_away():
    play = widgets.playground(temperature=0.3, models=ALL_MODELS)
    before = play.request()
    for model in ("gpt-6-astra", "gpt-4.1", "gpt-5", "gpt-6-luna"):
        play.controls.model.value = model
    assert play.request() == before and not play.controls.temperature.disabled


def test_the_limit_rises_while_the_model_thinks():
    play = widgets.playground(models=ALL_MODELS)
    play.controls.effort.value = "high"
    assert play.controls.max_tokens.value == 2_000 and "Raised from 150" in play.controls.notes["max_tokens"].value
    play.controls.effort.value = "none"
    assert play.controls.max_tokens.value == 150 and play.controls.notes["max_tokens"].value == ""
    play.controls.max_tokens.value = 5_000
    play.controls.effort.value = "low"
    assert play.controls.max_tokens.value == 5_000
    assert widgets.playground(effort="high").controls.max_tokens.value == 2_000
    assert widgets.playground(effort="high", max_tokens=64).controls.max_tokens.value == 64


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"temperature": 3}, "Temperature goes from 0 to 2; 3 is not sent."),
        ({"top_p": 0}, "Top p goes from 0.05 to 1"),
        ({"samples": 11}, "Samples goes from 1 to 10"),
        ({"effort": "extreme"}, "effort is one of none, minimal, low, medium, high, xhigh, max, and not 'extreme'."),
    ],
)
def test_what_no_control_can_show_is_refused(wrong, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        widgets.playground(**wrong)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_changes_what_it_names_and_says_what_it_shows(preset):
    play = widgets.playground(verbosity="low", models=ALL_MODELS)
    at_first = play.controls.values()
    play.controls.apply(at_first | {"temperature": 0.7, "top_p": 0.5, "max_tokens": 300})
    play._try(preset)
    thinks = {"max_tokens": 2_000} if preset.name == "thinking" else {}
    assert play.controls.values() == at_first | preset.values | thinks
    assert preset.shows in play.message.live


def test_a_preset_on_a_model_that_does_not_take_it_is_no_error():
    play = widgets.playground(model="gpt-4.1", models=ALL_MODELS)
    for preset in PRESETS:
        play._try(preset)
        assert "reasoning" not in play.request()


@pytest.mark.parametrize(
    ("prompt", "limit", "said"),
    [
        ("", 150, "The prompt is empty"),
        (" \n ", 150, "The prompt is empty"),
        ("Hi", 5, "from 16 to 100,000; 5 is not sent"),
        ("Hi", 200_000, "200,000 is not sent"),
        ("", -1, "-1 is not sent"),
    ],
)
def test_what_cannot_be_sent_is_said_and_not_sent(standin, prompt, limit, said):
    play = widgets.playground(prompt)
    play.controls.max_tokens.value = limit
    play.run()
    assert said in play.message.live and not play.running and not standin.requests
    play.prompt.value, play.controls.max_tokens.value = "Hi", 16
    play.run()
    assert play.wait(PATIENCE) and len(standin.requests) == 1 and play.message.live == ""


def test_two_settings_run_on_the_same_prompt(standin):
    play = widgets.playground("Name a color", temperature=0, samples=2)
    play.compare.value = True
    assert play.other.values() == play.controls.values()
    play.other.temperature.value = 1.5
    assert "4 calls" in play.plan.value and "# Setting B" in play.code
    play.run()
    assert play.wait(PATIENCE)
    assert [run.setting for run in play.runs] == ["A", "B", "A", "B"]
    assert [body["temperature"] for _, body in standin.requests] == [0, 1.5, 0, 1.5]
    assert {body["input"] for _, body in standin.requests} == {"Name a color"}
    page = play.screen.live
    assert "<mark>temperature 1.5</mark>" in page and "<mark>model" not in page
    assert "Setting A: 2 replies, all the same" in page and "Setting B: 2 replies" in page
    play.compare.value = False
    assert play.other is None and "2 calls" in play.plan.value


def test_an_example_goes_into_the_prompt(standin):
    play = widgets.playground(examples={"Mine": ["Ask this", "Or <that>"]})
    assert "Ask this" in play.examples.live and "Or &lt;that&gt;" in play.examples.live
    play.examples._handle_custom_msg({"kind": "do", "what": "example", "which": "Or <that>"}, [])
    assert play.prompt.value == "Or <that>" and not standin.requests


@pytest.mark.parametrize("make", [widgets.playground, widgets.chat_box])
def test_the_examples_are_those_that_the_stand_in_answers(make):
    """tests/model asks every one of them."""
    shown = re.findall(r'data-which="([^"]*)"', make().examples.live)
    known = [prompt for prompts in offline.examples().values() for prompt in prompts]
    assert sorted(map(html.unescape, shown)) == sorted(known)
    assert make().examples.live.partition("<details")[0].count("<button") == 6


@pytest.mark.parametrize("opening", OPENINGS)
def test_every_opening_can_go_on_in_several_ways(client, opening):
    said = {utils.generate_text(opening, temperature=1, client=client) for _ in range(20)}
    assert len(said) > 2 and not any("offline stand-in" in text for text in said)


def test_offline_a_reply_can_be_watched_and_the_switch_ends_that(monkeypatch):
    monkeypatch.setattr(plans, "PACE", 4)
    play = widgets.playground("Tell me a story")
    play.run()
    until(lambda: play.results.current and play.results.current[0].text, "the first word")
    play.stop()
    assert play.runs[0].status == "stopped" and len(play.runs[0].text.split()) < 8
    assert play.wait(PATIENCE)
    play.slow.value = False
    play.run()
    assert play.wait(1.5) and play.runs[1].status == "finished"
    assert plans.pace_of(openai.OpenAI(api_key="any"), True) == 0


def test_the_newest_run_stands_first():
    play = widgets.playground("Name a color")
    for _ in range(3):
        play.run()
        assert play.wait(PATIENCE)
    assert "Run 3" in play.screen.live and "Run 2" not in play.screen.live
    assert play.screen.done.index("Run 2") < play.screen.done.index("Run 1")
    play.clear()
    assert play.screen.done == "" and "Run" not in play.screen.live
