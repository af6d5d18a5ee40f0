"""The playground's face."""

import time

import widgets
from offline import models
from widgets.parts import Throttle

ALL_MODELS = list(models.known())  # also those that are shut down on the day of the test


def test_what_a_model_does_not_take_is_disabled_with_the_reason():
    play = widgets.playground(models=ALL_MODELS)
    assert not play.temperature.disabled and play.notes["temperature"].value == ""
    play.effort.value = "low"
    assert play.temperature.disabled and play.top_p.disabled and "only with effort none" in play.notes["temperature"].value
    assert "temperature" not in play.request() and "temperature" not in play.code
    play.model.value = "gpt-6-astra"
    assert "none" not in play.effort.options and "always reasons" in play.notes["top_p"].value
    play.model.value = "gpt-4.1"
    assert play.effort.disabled and play.verbosity.disabled and "does not reason" in play.notes["effort"].value
    assert not play.temperature.disabled and "2027-01-14" in play.notes["model"].value
    play.model.value = "gpt-6-luna"
    assert play.effort.value == "none" and not play.temperature.disabled and not play.verbosity.disabled


def test_an_effort_that_the_next_model_takes_too_stays():
    play = widgets.playground(effort="high", models=ALL_MODELS)
    play.model.value = "gpt-5"
    assert play.effort.value == "high"
    play.model.value = "gpt-5-mini"
    assert play.effort.value == "high"


def test_moving_controls_sends_nothing(standin):
    play = widgets.playground(models=ALL_MODELS)
    for control in (play.temperature, play.top_p):
        control.value = 0.5
    play.samples.value, play.prompt.value, play.model.value = 4, "Hi", "gpt-5"
    play.show_code.value = True
    assert not standin.requests and play.code_screen.live and play.code_box.layout.display is None


def test_drawing_is_throttled_but_never_late_at_first(monkeypatch):
    now, drawn = [100.0], []
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    throttle = Throttle(lambda: drawn.append(now[0]), per_second=10)
    for _ in range(200):
        throttle()
        now[0] += 0.005
    assert drawn[0] == 100.0 and 9 <= len(drawn) <= 11
