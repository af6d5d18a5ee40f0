"""The playground's face."""

import widgets
from offline import models

ALL_MODELS = list(models.known())  # also those that are shut down on the day of the test


def test_what_a_model_does_not_take_is_disabled_with_the_reason():
    play = widgets.playground(models=ALL_MODELS)
    assert not play.controls.temperature.disabled and play.controls.notes["temperature"].value == ""
    play.controls.effort.value = "low"
    assert (
        play.controls.temperature.disabled
        and play.controls.top_p.disabled
        and "only with effort none" in play.controls.notes["temperature"].value
    )
    assert "temperature" not in play.request() and "temperature" not in play.code
    play.controls.model.value = "gpt-6-astra"
    assert "none" not in play.controls.effort.options and "always reasons" in play.controls.notes["top_p"].value
    play.controls.model.value = "gpt-4.1"
    assert (
        play.controls.effort.disabled
        and play.controls.verbosity.disabled
        and "does not reason" in play.controls.notes["effort"].value
    )
    assert not play.controls.temperature.disabled and "2027-01-14" in play.controls.notes["model"].value
    play.controls.model.value = "gpt-6-luna"
    assert play.controls.effort.value == "low" and not play.controls.verbosity.disabled
    play.controls.effort.value = "none"
    assert not play.controls.temperature.disabled


def test_an_effort_that_the_next_model_takes_too_stays():
    play = widgets.playground(effort="high", models=ALL_MODELS)
    play.controls.model.value = "gpt-5"
    assert play.controls.effort.value == "high"
    play.controls.model.value = "gpt-5-mini"
    assert play.controls.effort.value == "high"


def test_moving_controls_sends_nothing(standin):
    play = widgets.playground(models=ALL_MODELS)
    for control in (play.controls.temperature, play.controls.top_p):
        control.value = 0.5
    play.samples.value, play.prompt.value, play.controls.model.value = 4, "Hi", "gpt-5"
    play.show_code.value = True
    assert not standin.requests and "gpt-5" in play.code_screen.live and play.code_screen.layout.display == ""
