"""The widgets without a browser: their logic, and their handlers with faults put in."""

import csv
import io
import itertools
import json
import math
import sys
import threading
import time
import types
from html.parser import HTMLParser

import httpx2
import nbformat
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st

import offline
import utils
import widgets
from offline import models
from offline.model import sampling
from widgets import calls, render
from widgets.chances import reshape_top
from widgets.parts import Throttle

KEY = "sk-" + "proj-abcdefghijklmnopqrstuvwxyz"  # shaped like a key, and none
PATIENCE = 10  # seconds
ALL_MODELS = list(models.known())  # also those that are shut down on the day of the test


# --- A far end that can fail ---


def refusal(status: int, message: str, code: str | None = None):
    body = {"error": {"message": message, "type": "x", "param": None, "code": code}}
    return lambda request: httpx2.Response(status, json=body)


def raising(error):
    def handle(request):
        raise error

    return handle


def streaming(*pieces, error=None):
    def body():
        for piece in pieces:
            yield f"data: {json.dumps(piece)}\n\n".encode()
        if error:
            raise error

    return lambda request: httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=body())


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
    "timeout": (raising(httpx2.ReadTimeout("slow")), "No answer came in time"),
    "no network": (raising(httpx2.ConnectError("down")), "connection to the server failed"),
    "cut off by the network": (streaming(DELTA, error=httpx2.ReadError("reset")), "connection to the server failed"),
    "ended too early": (streaming(DELTA), "connection ended before the reply did"),
    "error event": (streaming(DELTA, ERROR), "The engine stopped."),
    "a login page": (lambda request: httpx2.Response(200, html="<h1>Log in</h1>"), "is not a reply of the OpenAI API"),
}


class Switch:
    """A client of the stand-in whose next answers can be faults; `client` is the client."""

    def __init__(self, pace=None):
        self.fault = None
        self._good = offline.client(pace=pace)._client._transport
        transport = httpx2.MockTransport(lambda request: (self.fault or self._good.handle_request)(request))
        http_client = openai.DefaultHttpx2Client(transport=transport)
        self.client = openai.OpenAI(api_key=offline.KEY, base_url=offline.BASE_URL, http_client=http_client, max_retries=0)


@pytest.fixture
def switch():
    return Switch()


def until(true, what="it"):
    """Wait until `true()`."""
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends, f"{what} did not happen"
        time.sleep(0.002)


# --- What a model takes ---

EVERYTHING = {"temperature": 0.7, "top_p": 0.9, "max_tokens": 2048, "verbosity": "low", "instructions": "Be brief."}
CHOICES = [(model, effort) for model in models.known() for effort in [None, *calls.efforts_of(model)]]


def test_no_choice_in_the_playground_is_refused(client):
    for model, effort in CHOICES:
        request = calls.build_request("Hello!", model=model, effort=effort, **EVERYTHING)
        assert client.responses.create(**request).output_text, (model, effort)


def test_what_is_left_out_would_be_refused(client):
    for model, effort in CHOICES:
        for name in calls.not_taken(model, effort):
            if name in ("temperature", "top_p"):
                request = calls.build_request("Hello!", model=model, effort=effort)
                with pytest.raises(openai.BadRequestError, match=name):
                    client.responses.create(**request | {name: 0.5})


def test_an_unknown_model_is_sent_everything():
    request = calls.build_request("Hi", model="llama-9", effort="low", **EVERYTHING)
    assert request["temperature"] == 0.7 and request["reasoning"] == {"effort": "low"}
    assert "table" in calls.model_note("llama-9") and calls.highest_cost(request) is None


def test_models_in_service_only():
    import datetime

    assert calls.usable_models(datetime.date(2026, 11, 22))[0] == utils.DEFAULT_MODEL
    assert "gpt-5" in calls.usable_models(datetime.date(2026, 12, 10))
    assert "gpt-5" not in calls.usable_models(datetime.date(2026, 12, 11))


# --- The code ---


@pytest.mark.parametrize("prompt", ["Hello!", "Quotes \" and ' and \\ back", "Two\nlines, 日本 and 🙂", "\x00\t{x}", ""])
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
    request = calls.build_request("x " * 1000, max_tokens=1000, effort="none")
    # $0.10 a million tokens in, $0.50 a million tokens out: about 0.0001 + 0.0005
    assert calls.highest_cost(request) == pytest.approx(0.0006, rel=0.05)
    assert calls.plan_sentence(request, 5, free=False) == "This makes 5 calls, at most about $0.003 together."
    assert "1 call. Offline, nothing is paid" in calls.plan_sentence(request, 1, free=True)
    unknown = calls.build_request("x", model="llama-9", max_tokens=100)
    assert calls.plan_sentence(unknown, 2, free=False) == "This makes 2 calls, at a price that is not known."


def test_several_paid_calls_are_made_only_after_a_yes(standin, monkeypatch):
    monkeypatch.setattr(calls, "is_free", lambda client: False)
    play = widgets.playground("Tell me a joke", samples=3)
    play.run_button.click()
    assert play.confirm.layout.display is None and play.confirm_button.description == "Yes, make 3 calls"
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
    assert calls.is_free(client)
    assert not calls.is_free(openai.OpenAI(api_key=KEY))
    assert not calls.is_free(openai.OpenAI(api_key=KEY, base_url="http://localhost:1/v1"))


# --- Errors in words ---


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


# --- One call ---


def test_a_cut_off_reply_is_plainly_marked():
    play = widgets.playground("Tell me a story", max_tokens=16)
    play.run()
    assert play.wait(PATIENCE)
    run = play.runs[0]
    assert (run.status, run.tokens_out) == ("cut off", 16)
    assert "Cut off here. The limit of 16 tokens was reached." in play.screen.live and "tut-warning" in play.screen.live


def test_all_tokens_spent_on_reasoning_is_said():
    play = widgets.playground("Tell me a story", model="gpt-5", effort="high", max_tokens=64)
    play.run()
    assert play.wait(PATIENCE)
    assert play.runs[0].text == "" and "all tokens went into reasoning" in play.screen.live


def test_a_run_is_timed_counted_and_priced():
    play = widgets.playground("What is the capital city of France?", client=offline.client(pace=100), temperature=0)
    play.run()
    assert play.wait(PATIENCE)
    row = play.runs[0].row()
    assert row["reply"] == "The capital city of France is Paris." and row["status"] == "finished"
    assert (row["tokens_in"], row["tokens_out"]) == (15, 8)
    assert row["cost_usd"] == pytest.approx((15 * 0.1 + 8 * 0.5) / 1e6)
    assert 0.03 < row["first_token_s"] < row["total_s"]
    assert row["top_p"] is None  # not sent


# --- Stop ---


def test_stop_in_mid_stream_keeps_what_was_written():
    play = widgets.playground("Tell me a story", client=offline.client(pace=50))
    play.run_button.click()
    until(lambda: len(play.current) and len(play.current[0].text) > 10, "the first words")
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
        return FAULTS["server"][0](request)

    play, switch.fault = widgets.playground("Tell me a joke", client=switch.client), hang
    play.run_button.click()
    until(lambda: play.current, "the run")
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
    until(lambda: play.current and play.current[0].text, "the first words")
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


# --- The playground's face ---


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


def test_runs_are_kept_side_by_side():
    play = widgets.playground("Name a color", temperature=0)
    play.run()
    assert play.wait(PATIENCE)
    play.temperature.value = 1.5
    play.samples.value = 2
    play.run()
    assert play.wait(PATIENCE)
    assert [run.number for run in play.runs] == [1, 2, 3]
    head = play.table.live.partition("<tbody>")[0]
    assert ">Temperature<" in head and ">Model<" not in head  # only what differs has a column
    assert "The same in all: prompt Name a color; model gpt-6-luna" in play.table.live
    rows = list(csv.DictReader(io.StringIO(play.to_csv())))
    assert [row["temperature"] for row in rows] == ["0.0", "1.5", "1.5"] and rows[0]["reply"] == "Blue"
    copied = []
    play.copy_runs.send = copied.append
    play.copy_runs._handle_custom_msg({"kind": "copy"}, [])
    assert copied == [{"text": play.to_csv()}]
    play.clear_button.click()
    assert play.runs == [] and "No runs yet" in play.table.live


def test_no_two_runs_share_a_number_after_clear_in_mid_run():
    play = widgets.playground("Name a color")
    play.run()
    assert play.wait(PATIENCE)
    play.client, play.samples.value = offline.client(pace=100), 3
    play.prompt.value = "Tell me a story"
    play.run()
    until(lambda: play.current, "the next run")
    play.clear_button.click()
    assert play.wait(PATIENCE)
    assert [run.number for run in play.runs] == [2, 3, 4]


def test_csv_survives_commas_quotes_and_lines():
    run = calls.Run(1, calls.build_request('a, "b"\nc'), text="x,\ny")
    (row,) = csv.DictReader(io.StringIO(calls.to_csv([run]), newline=""))
    assert (row["prompt"], row["reply"], row["effort"]) == ('a, "b"\nc', "x,\ny", "")


@pytest.mark.parametrize("reply", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_spreadsheet_takes_a_reply_for_a_formula(reply):
    run = calls.Run(1, calls.build_request("1 = 1", model="gpt-4.1", temperature=0.5), text=reply, cost=-0.5)
    (row,) = csv.DictReader(io.StringIO(calls.to_csv([run]), newline=""))
    assert (row["reply"], row["prompt"], row["temperature"], row["cost_usd"]) == (f"'{reply}", "1 = 1", "0.5", "-0.5")
    assert run.row()["reply"] == reply


def test_a_data_frame_where_there_is_pandas(monkeypatch):
    play = widgets.playground()
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pip install pandas"):
        play.to_dataframe()
    monkeypatch.setitem(sys.modules, "pandas", types.SimpleNamespace(DataFrame=list))
    play.run()
    assert play.wait(PATIENCE)
    assert play.to_dataframe() == [play.runs[0].row()]


def test_a_long_list_of_runs_shows_its_end_only():
    runs = [calls.Run(number, {"model": "m", "input": "p"}) for number in range(1, 201)]
    for run in runs:
        run.end("finished")
    table = render.runs_table(runs)
    assert "The last 50 of 200 runs" in table and "<td>200</td>" in table and "<td>150</td>" not in table


def test_drawing_is_throttled_but_never_late_at_first(monkeypatch):
    now, drawn = [100.0], []
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    throttle = Throttle(lambda: drawn.append(now[0]), per_second=10)
    for _ in range(200):
        throttle()
        now[0] += 0.005
    assert drawn[0] == 100.0 and 9 <= len(drawn) <= 11


# --- Chances ---


def distribution(weights):
    total = sum(weights)
    return {f"t{place}": weight / total for place, weight in enumerate(weights)}


WEIGHTS = st.lists(st.floats(1e-6, 1), min_size=2, max_size=60)


@given(WEIGHTS, st.floats(0.05, 2), st.floats(0.05, 1))
def test_a_whole_list_is_reshaped_as_the_stand_in_does(weights, temperature, top_p):
    whole = distribution(weights)
    shares = reshape_top([(token, math.log(p)) for token, p in whole.items()], temperature, top_p)
    true = sampling.reshape(whole, temperature, top_p)
    got = {token: chance for token, chance in shares.listed if chance}
    assert sum(got.values()) + shares.others == pytest.approx(1)
    near_the_cut = abs(len(got) - len(true)) == 1 and top_p < 1  # a rounding error decides which side
    assert near_the_cut or got == pytest.approx(true, abs=1e-6)


@given(WEIGHTS, st.sampled_from([0.1, 0.3, 0.7, 1.0, 1.3, 2.0]), st.integers(1, 20))
def test_the_bound_on_what_is_not_listed_is_true(weights, temperature, listed):
    whole = distribution(weights)
    ranked = sorted(whole.items(), key=lambda item: -item[1])
    shares = reshape_top([(token, math.log(p)) for token, p in ranked[:listed]], temperature)
    true = sampling.reshape(whole, temperature)
    others = sum(true.get(token, 0) for token, _ in ranked[listed:])
    assert sum(chance for _, chance in shares.listed) + shares.others == pytest.approx(1)
    close = pytest.approx(others, abs=1e-6)
    match shares.bound:
        case "exactly":
            assert shares.others == close
        case "at most":
            assert temperature < 1 and (shares.others >= others or shares.others == close)
        case "at least":
            assert temperature > 1 and (shares.others <= others or shares.others == close)


@given(WEIGHTS)
def test_heat_flattens_and_cold_sharpens(weights):
    top = [(token, math.log(p)) for token, p in distribution(weights).items()]
    first = [reshape_top(top, temperature).listed[0][1] for temperature in (0, 0.2, 0.7, 1, 1.5, 2)]
    assert first[0] == 1 and all(cold >= hot - 1e-9 for cold, hot in itertools.pairwise(first))


def test_what_top_p_leaves_of_a_list_that_is_cut():
    top = [("a", math.log(0.5)), ("b", math.log(0.25)), ("c", math.log(0.05))]  # 0.2 is not listed
    assert reshape_top(top, 1).others == pytest.approx(0.2)
    half = reshape_top(top, 1, 0.5)
    assert [chance for _, chance in half.listed] == [1, 0, 0] and half.others == 0
    most = reshape_top(top, 1, 0.9)
    assert most.others == pytest.approx(0.1 / 0.9) and most.listed[0][1] == pytest.approx(0.5 / 0.9)
    assert reshape_top([("a", -0.1), ("b", -9999.0)], 2).listed == [("a", pytest.approx(1, abs=0.5))]
    assert reshape_top([], 1).others == 1


# --- The picture ---


def test_the_sliders_redraw_without_a_new_request(standin):
    picture = widgets.temperature_picture("The sky is")
    assert not standin.requests
    picture.ask_button.click()
    assert picture.wait(PATIENCE) and len(standin.requests) == 1
    at_one = picture.bars.live
    picture.temperature.value = 0.2
    cold = picture.bars.live
    picture.temperature.value = 0
    assert "100.0%" in picture.bars.live and "cut off, 0%" in picture.bars.live
    picture.temperature.value = 2
    assert "at least" in picture.bars.live
    picture.temperature.value, picture.top_p.value = 1, 0.5
    assert len({at_one, cold, picture.bars.live}) == 3
    picture.place.value = 2
    assert "tut-chosen" in picture.colored.live and len(standin.requests) == 1


def test_the_bars_are_the_models_own_chances(client):
    reply = widgets.ask_with_logprobs("The sky is", client=client)
    shares = widgets.reshape_top(widgets.tokens_of(reply)[0].top, 1)
    chances = dict(shares.listed)
    assert chances["blue"] == pytest.approx(0.606, abs=0.001) and chances["clear"] == pytest.approx(0.141, abs=0.001)
    assert f"{100 * chances['blue']:.1f}%" in widgets.temperature_picture(reply=reply).bars.live


def test_a_new_reply_begins_at_its_first_token(client):
    long = widgets.ask_with_logprobs("Tell me a story", client=client)
    picture = widgets.temperature_picture("Name a color", reply=long)
    picture.place.value = picture.place.max
    picture.ask()
    assert picture.wait(PATIENCE)
    assert picture.place.value == 1 and picture.place.max == len(picture.tokens) < 5


def test_a_reply_without_logprobs_is_refused(client):
    reply = client.responses.create(model="gpt-6-luna", input="Hello!")
    with pytest.raises(ValueError, match="top_logprobs=20"):
        widgets.temperature_picture(reply=reply)


def test_a_model_that_always_reasons_is_explained():
    picture = widgets.temperature_picture(model="gpt-5")
    picture.ask()
    assert picture.wait(PATIENCE)
    assert "The API refused the request as it is" in picture.message.live


def test_sureness_is_told_by_color_line_and_words(client):
    page = render.colored_reply(widgets.tokens_of(widgets.ask_with_logprobs("Tell me a story", client=client)))
    assert 'title="' in page and "one of several" in page and "tut-sure" in page


# --- The chat box ---


def sent(chat, text):
    """Do what the browser does when Enter is pressed."""
    chat.box._handle_custom_msg({"kind": "send", "text": text}, [])
    assert chat.wait(PATIENCE)


def test_a_follow_up_needs_the_history_and_has_it(standin):
    conversation = utils.Conversation("Be friendly.")
    chat = widgets.chat_box(conversation)
    assert not standin.requests
    sent(chat, "What is the capital city of France?")
    sent(chat, "And its population?")
    assert "2.1 million" in chat.screen.done and chat.screen.live == ""
    assert conversation.messages[-1]["content"] in chat.screen.done
    assert "2 turns" in chat.used.value and f"{conversation.input_tokens} tokens in" in chat.used.value
    assert "nothing is paid" in chat.used.value
    assert conversation.ask("Thanks!") and len(conversation.messages) == 6  # it goes on in a cell


def test_what_will_be_sent_next_is_shown(standin):
    chat = widgets.chat_box(utils.Conversation("Be brief."))
    sent(chat, "My name is Ada")
    chat.box.value = "What is my name?"
    assert chat.next_screen.live == ""
    chat.show_next.value = True
    shown = chat.next_screen.live
    sent(chat, "What is my name?")
    body = standin.requests[-1][1]
    assert render.next_messages(body["input"], body["instructions"]) == shown


def test_typing_draws_what_is_sent_next_only_while_it_is_shown(monkeypatch):
    talk = utils.Conversation()
    chat, asked = widgets.chat_box(talk), []
    monkeypatch.setattr(talk, "messages_to_send", lambda question: asked.append(question) or [])
    chat.box.value = "H"
    assert asked == []
    chat.show_next.value = True
    chat.box.value = "He"
    assert asked == ["H", "He"]
    chat.show_next.value = False
    chat.box.value = "Half"
    assert asked == ["H", "He"]


def test_a_bounded_history_is_trimmed_as_in_a_cell():
    talk, other = (utils.Conversation(max_history_tokens=60) for _ in range(2))
    chat = widgets.chat_box(talk)
    for question in ["What is the capital city of France?", "And its population?", "Hello!", "Name a color", "Thanks!"]:
        sent(chat, question)
        other.ask(question)
        assert len(talk.messages) == len(other.messages)
    assert len(talk.messages) < 10 and talk.messages[-2]["content"] == "Thanks!"


def test_empty_messages_are_not_sent(standin):
    chat = widgets.chat_box()
    for text in ("", "  \n "):
        sent(chat, text)
    assert not standin.requests and chat.pending is None


def test_a_message_sent_meanwhile_goes_back_into_the_box():
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=100)))
    chat.ask("Tell me a story")
    assert chat.box.busy
    sent(chat, "Hello!")
    assert chat.box.value == "Hello!" and len(chat.conversation.messages) == 2


def test_stop_leaves_the_conversation_as_it_was():
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=50)))
    chat.ask("Tell me a story")
    until(lambda: chat.pending.text, "the first words")
    chat.stop_button.click()
    assert not chat.running and chat.conversation.messages == []
    assert "Stopped by you" in chat.screen.live and chat.pending.text in chat.screen.live
    assert chat.wait(PATIENCE) and chat.conversation.messages == []
    chat.conversation.client = offline.client()
    chat.retry_button.click()
    assert chat.wait(PATIENCE)
    assert [each["role"] for each in chat.conversation.messages] == ["user", "assistant"]


def test_what_is_asked_in_a_cell_meanwhile_stays():
    talk = utils.Conversation(client=offline.client(pace=100))
    chat = widgets.chat_box(talk)
    chat.ask("Tell me a story")
    until(lambda: chat.pending.text, "the first words")
    talk.client = offline.client()
    talk.ask("What is the capital city of France?")
    used = talk.output_tokens
    assert chat.wait(PATIENCE)
    assert [each["content"] for each in talk.messages[::2]] == ["What is the capital city of France?", "Tell me a story"]
    assert talk.output_tokens > used and talk.cost > 0


def test_a_stopped_turn_cannot_come_back(switch):
    silent = threading.Event()
    good = switch._good

    def late(request):
        silent.wait(PATIENCE)
        return good.handle_request(request)

    chat, switch.fault = widgets.chat_box(utils.Conversation(client=switch.client)), late
    chat.ask("What is the capital city of France?")
    until(lambda: chat._job._thread.is_alive(), "the request")
    old = chat._job
    chat.stop()
    switch.fault = None
    sent(chat, "What is the capital city of Italy?")
    silent.set()
    assert old.wait(PATIENCE)
    assert len(chat.conversation.messages) == 2 and "Rome" in chat.screen.done and "France" not in chat.screen.done


def test_a_cut_off_turn_is_shown_counted_and_not_kept():
    chat = widgets.chat_box(max_output_tokens=16)
    chat.ask("Tell me a story")
    assert chat.wait(PATIENCE)
    assert chat.conversation.messages == [] and chat.conversation.output_tokens == 16
    assert "cut off" in chat.screen.live and chat.pending.text and "16 tokens out" in chat.used.value


def test_reset_stops_and_forgets():
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=100)))
    sent(chat, "Hello!")
    chat.ask("Tell me a story")
    chat.reset_button.click()
    assert chat.wait(PATIENCE)
    assert chat.conversation.messages == [] and chat.screen.done == "" and chat.pending is None
    assert "Forgotten: 1 turn." in chat.message.live and "0 turns, 0 tokens in" in chat.used.value and not chat.box.busy


def test_save_and_load(tmp_path):
    chat = widgets.chat_box()
    chat.file.value = str(tmp_path / "chat.json")
    chat.load_button.click()
    assert "could not be used" in chat.message.live
    sent(chat, "What is the capital city of France?")
    chat.save_button.click()
    assert "Saved to" in chat.message.live
    other = utils.Conversation()
    again = widgets.chat_box(other)
    again.file.value = chat.file.value
    again.load_button.click()
    assert other.messages == chat.conversation.messages and "Paris" in again.screen.done  # the same object goes on
    sent(again, "And its population?")
    assert "2.1 million" in again.screen.done
    (tmp_path / "chat.json").write_text("[]")
    again.load_button.click()
    assert "not a saved conversation" in again.message.live and len(other.messages) == 4
    again.file.value = str(tmp_path)
    again.save_button.click()
    assert "could not be used" in again.message.live


# --- What the model writes is never obeyed ---

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVa\tScRiPt:alert(1))",
    "[click](&#106;avascript:alert(1))",
    "[click](data:text/html,<script>alert(1)</script>)",
    "[click](vbscript:x) <javascript:alert(1)>",
    '![x](https://example.org/spy.png "onload=alert(1)")',
    "![x](javascript:alert(1))",
    '[a](https://example.org/"onmouseover="alert(1))',
    "[a]: javascript:alert(1)\n\n[a]",
    "```html onload=x\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\ncode\n```',
    "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | `<svg onload=x>` |",
    "<style>* {display: none}</style><iframe src=//example.org></iframe><a href='javascript:x'>y</a>",
    "</div></article></textarea><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
SAFE_TAGS = {"article", "div", "b", "p", "a", "pre", "code", "em", "strong", "del", "table", "thead", "tbody", "tr", "th", "td",
             "ul", "ol", "li", "h1", "h2", "br", "hr", "blockquote", "section", "span"}  # fmt: skip


class Inspector(HTMLParser):
    def handle_starttag(self, tag, attributes):
        assert tag in SAFE_TAGS, tag
        for name, value in attributes:
            assert name in ("class", "href", "target", "rel", "title", "style", "scope", "start"), name
            assert name != "href" or value.startswith(("https://", "http://", "mailto:")), value
            assert name != "style" or value.startswith("text-align"), value


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_from_the_model_is_shown_not_obeyed(attack):
    run = calls.Run(1, calls.build_request(attack, instructions=attack), text=attack)
    run.end("failed", attack)
    for page in (
        render.bubbles([{"role": "user", "content": attack}, {"role": "assistant", "content": attack}]),
        render.replies([run]),
        render.runs_table([run]),
        render.next_messages([{"role": "user", "content": attack}], attack),
        render.colored_reply([widgets.Token(attack, -0.1, [])]),
        render.bars(reshape_top([(attack, -0.1)], 1), still=True).replace("<caption>", "<div>"),
    ):
        Inspector().feed(page.replace(' aria-hidden="true"', ""))


def test_markdown_is_rendered():
    page = render.bubble(
        "assistant", "**bold** and\n\n```python\nprint(1 < 2)\n```\n\n[a](https://example.org/?a=1&b=2)\n\n1. one\n2. two"
    )
    assert "<strong>bold</strong>" in page and "print(1 &lt; 2)" in page and "<ol>" in page
    assert 'href="https://example.org/?a=1&amp;b=2"' in page


# --- Stills ---


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: widgets.playground("Tell me a joke"), "Tell me a joke"),
        (widgets.chat_box, "Nothing has been said yet"),
        (lambda: widgets.temperature_picture(reply=widgets.ask_with_logprobs("The sky is")), "60.6%"),
        (widgets.temperature_picture, "The sky is"),
    ],
)
def test_without_a_frontend_a_readable_still_is_left(make, words):
    from nbconvert import HTMLExporter, MarkdownExporter

    bundle = make()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle and bundle["text/plain"]
    assert words in bundle["text/html"] and "<script" not in bundle["text/html"]
    output = nbformat.v4.new_output("execute_result", data=bundle, execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output], execution_count=1)])
    assert words in HTMLExporter().from_notebook_node(notebook)[0]
    assert words in MarkdownExporter().from_notebook_node(notebook)[0]


def test_stills_are_the_same_every_time():
    bundles = [widgets.playground("Hi")._repr_mimebundle_() for _ in range(2)]
    assert bundles[0]["text/html"] == bundles[1]["text/html"] and bundles[0]["text/plain"] == bundles[1]["text/plain"]


def test_every_control_has_a_name_for_screen_readers():
    import ipywidgets

    for face in (widgets.playground(), widgets.chat_box(), widgets.temperature_picture()):
        todo = [face]
        while todo:
            part = todo.pop()
            todo += getattr(part, "children", ())
            if not isinstance(part, ipywidgets.HTML | ipywidgets.Box):
                assert getattr(part, "label", "") or part.description, part
            if isinstance(part, ipywidgets.Button):
                assert part.tooltip, part
