"""Stop works at any time, and Run cannot be pressed twice."""

import threading

from far_end import refusal
from waiting import PATIENCE, until

import offline
import widgets


def test_stop_in_mid_stream_keeps_what_was_written():
    play = widgets.playground("Tell me a story", client=offline.client(pace=50))
    play.run_button.click()
    until(lambda: len(play.results.current) and len(play.results.current[0].text) > 10, "the first words")
    assert not play.stop_button.disabled and play.screen.busy
    play.stop_button.click()
    run = play.runs[0]
    assert run.status == "stopped" and run.text in play.screen.live and "still paid for" in play.screen.live
    shown = play.screen.live
    assert play.wait(PATIENCE) and play.screen.live == shown
    assert len(run.text) < 100


def test_stop_works_while_the_server_says_nothing(switch):
    silent = threading.Event()

    def hang(request):
        silent.wait(PATIENCE)
        return refusal(500, "oops")

    play, switch.fault = widgets.playground("Tell me a joke", client=switch.client), hang
    play.run_button.click()
    until(lambda: play.results.current, "the run")
    hanging = play._job
    play.stop_button.click()
    assert not play.running and play.runs[0].status == "stopped"
    switch.fault = None
    play.run_button.click()  # usable at once, while the old request still hangs
    assert play.wait(PATIENCE) and play.runs[1].status == "finished"
    shown = play.screen.live
    silent.set()
    assert hanging.wait(PATIENCE)
    assert (play.screen.live, len(play.runs), play.runs[0].status) == (shown, 2, "stopped")


def test_stop_ends_the_samples_that_were_to_follow(standin):
    play = widgets.playground("Tell me a story", client=offline.client(pace=50), samples=5)
    play.run()
    until(lambda: play.results.current and play.results.current[0].text, "the first words")
    play.stop()
    assert play.wait(PATIENCE)
    assert len(standin.requests) == 1 and len(play.runs) == 1


def test_a_second_click_on_run_changes_nothing(standin):
    play = widgets.playground("Tell me a joke", client=offline.client(pace=200))
    for _ in range(3):
        play.run_button.click()
    assert play.wait(PATIENCE)
    assert len(standin.requests) == len(play.runs) == 1
    play.stop_button.click()  # nothing to stop
    assert play.runs[0].status == "finished"
