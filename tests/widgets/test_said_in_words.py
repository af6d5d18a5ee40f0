"""Whatever goes wrong, the widgets say it in words and go on."""

import httpx2
import pytest
from far_end import events, refusal
from waiting import PATIENCE

import utils
import widgets

KEY = "sk-" + "proj-abcdefghijklmnopqrstuvwxyz"  # shaped like a key, and none
DELTA = {"type": "response.output_text.delta", "delta": "Half a", "item_id": "m", "output_index": 0, "content_index": 0,
         "sequence_number": 1, "logprobs": []}  # fmt: skip
ERROR = {"type": "error", "message": "The engine stopped.", "code": "server_error", "param": None, "sequence_number": 2}
FAULTS = {
    "bad key": (refusal(401, f"Incorrect API key provided: {KEY}.", "invalid_api_key"), "did not accept your API key"),
    "no permission": (refusal(403, "no"), "may not do this"),
    "rate limit": (refusal(429, "slow down", "rate_limit_exceeded"), "send fewer or shorter requests"),
    "no credit": (refusal(429, "pay", "insufficient_quota"), "no credit left"),
    "refused": (refusal(400, f"Bad {KEY} value\nin two lines"), "Bad (hidden) value in two lines"),
    "server": (refusal(500, "oops"), "problem of its own"),
    "timeout": (httpx2.ReadTimeout("slow"), "No answer came in time"),
    "no network": (httpx2.ConnectError("down"), "connection to the server failed"),
    "cut off by the network": (events(DELTA, then=httpx2.ReadError("reset")), "connection to the server failed"),
    "ended too early": (events(DELTA), "connection ended before the reply did"),
    "error event": (events(DELTA, ERROR), "The engine stopped."),
    "a login page": (lambda request: httpx2.Response(200, html="<h1>Log in</h1>"), "is not a reply of the OpenAI API"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_playground_says_each_fault_in_words_and_goes_on(switch, fault):
    play = widgets.playground("What is the capital city of France?", client=switch.client, temperature=0)
    switch.fault, words = FAULTS[fault]
    play.run_button.click()
    assert play.wait(PATIENCE)
    assert play.runs[-1].status == "failed" and words in play.runs[-1].note
    assert words in play.screen.live and "Traceback" not in play.screen.live and KEY not in play.screen.live
    assert not play.running and play.stop_button.disabled and not play.screen.busy
    switch.fault = None
    play.run_button.click()
    assert play.wait(PATIENCE)
    assert play.runs[-1].status == "finished" and "Paris" in play.screen.live


@pytest.mark.parametrize("fault", FAULTS)
def test_the_chat_box_loses_nothing_by_a_fault(switch, fault):
    chat = widgets.chat_box(utils.Conversation(client=switch.client))
    chat.ask("What is the capital city of France?")
    assert chat.wait(PATIENCE)
    before = list(chat.conversation.messages)
    switch.fault, words = FAULTS[fault]
    chat.ask("And its population?")
    assert chat.wait(PATIENCE)
    assert chat.conversation.messages == before
    assert words in chat.screen.live and "And its population?" in chat.screen.live and KEY not in chat.screen.live
    assert not chat.retry_button.disabled and not chat.box.busy
    switch.fault = None
    chat.retry_button.click()
    assert chat.wait(PATIENCE)
    assert len(chat.conversation.messages) == 4 and chat.conversation.messages[2]["content"] == "And its population?"
    assert "2.1 million" in chat.screen.done and chat.screen.live == "" and chat.retry_button.disabled


@pytest.mark.parametrize("fault", ["bad key", "no network", "server"])
def test_the_picture_says_each_fault_in_words_and_goes_on(switch, fault):
    picture = widgets.temperature_picture(client=switch.client)
    switch.fault, words = FAULTS[fault]
    picture.ask_button.click()
    assert picture.wait(PATIENCE)
    assert words in picture.message.live and picture.bars.live == ""
    switch.fault = None
    picture.ask_button.click()
    assert picture.wait(PATIENCE)
    assert "blue" in picture.bars.live and words not in picture.message.live
