"""Runs of the playground: what is told of each, and many side by side."""

import csv
import io
import sys
import types

import pytest
from waiting import PATIENCE, until

import offline
import widgets
from widgets import cards, plans, runs

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


# --- Many ---


def test_runs_are_kept_side_by_side():
    play = widgets.playground("Name a color", temperature=0)
    play.run()
    assert play.wait(PATIENCE)
    play.controls.temperature.value = 1.5
    play.samples.value = 2
    play.run()
    assert play.wait(PATIENCE)
    assert [run.number for run in play.runs] == [1, 2, 3]
    head = play.table.live.partition("<tbody>")[0]
    assert ">Temperature<" in head and ">Model<" not in head  # only what differs has a column
    assert "The same in all: model gpt-6-luna; prompt Name a color; max tokens 150; reasoning effort none<" in play.table.live
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
    until(lambda: play.results.current, "the next run")
    play.clear_button.click()
    assert play.wait(PATIENCE)
    assert [run.number for run in play.runs] == [2, 3, 4]


def test_csv_survives_commas_quotes_and_lines():
    run = runs.Run(1, plans.build_request('a, "b"\nc'), text="x,\ny")
    (row,) = csv.DictReader(io.StringIO(runs.to_csv([run]), newline=""))
    assert (row["prompt"], row["reply"], row["effort"]) == ('a, "b"\nc', "x,\ny", "")


@pytest.mark.parametrize("reply", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_spreadsheet_takes_a_reply_for_a_formula(reply):
    run = runs.Run(1, plans.build_request("1 = 1", model="gpt-4.1", temperature=0.5), text=reply, cost=-0.5)
    (row,) = csv.DictReader(io.StringIO(runs.to_csv([run]), newline=""))
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
    many = [runs.Run(number, {"model": "m", "input": "p"}) for number in range(1, 201)]
    for run in many:
        run.end("finished")
    table = cards.runs_table(many)
    assert "The last 50 of 200 runs" in table and "<td>200</td>" in table and "<td>150</td>" not in table
