"""Print what the course costs in time and tokens: python tests/bench.py"""

import statistics
import subprocess
import sys
import time

import nbformat
from bench_standin import report_floor, report_turns
from bench_widgets import bench_widgets
from regenerate import NOTEBOOKS, run  # this also sees to it that everything is offline

import offline
import utils

QUESTION = "What is the capital city of France?"
CLIENT = offline.client()


def seconds(work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def bare_call():
    request = {"reasoning": {"effort": "none"}, "temperature": 0.5, "max_output_tokens": 150}
    CLIENT.responses.create(model=utils.DEFAULT_MODEL, input=QUESTION, **request).output_text.strip()


def helper():
    utils.generate_text(QUESTION, client=CLIENT)


def stream():
    for _ in CLIENT.responses.create(model=utils.DEFAULT_MODEL, input=QUESTION, reasoning={"effort": "none"}, stream=True):
        pass


def import_time(module: str) -> float:
    program = f"import time; started = time.perf_counter(); import {module}; print(time.perf_counter() - started)"
    return float(subprocess.check_output([sys.executable, "-c", program]))


def report_calls(rounds: int = 600) -> None:
    for work in (bare_call, helper, stream):
        work()  # the first call reads the files
    timed = [(seconds(bare_call), seconds(helper)) for _ in range(rounds)]
    ratio = statistics.median(ours for _, ours in timed) / statistics.median(bare for bare, _ in timed)
    print(f"generate_text / bare SDK call   {ratio:.3f}   (aim: under 1.05)")
    print(f"calls a second                  {rounds / sum(ours for _, ours in timed):.0f}")
    print(f"streams a second                {200 / sum(seconds(stream) for _ in range(200)):.0f}")


def report_imports(rounds: int = 7) -> None:
    timed = [(import_time("openai"), import_time("utils")) for _ in range(rounds)]
    bare, ours = (min(column) for column in zip(*timed, strict=True))
    print(f"import utils / import openai    {ours / bare:.3f}   ({ours:.2f} s and {bare:.2f} s; aim: under 1.10)")


def report_conversation(turns: int = 200) -> None:
    for bound in (None, 1000):
        talk = utils.Conversation(client=CLIENT, max_history_tokens=bound)
        for _ in range(turns):
            talk.ask(QUESTION)
        print(f"tokens sent in {turns} turns        {talk.input_tokens}   (max_history_tokens={bound})")


def report_notebooks() -> None:
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        print(f"{path.name:<31} {seconds(lambda path=path: run(nbformat.read(path, as_version=4))):.1f} s")


if __name__ == "__main__":
    report_calls()
    report_floor()
    report_imports()
    report_conversation()
    report_turns()
    report_notebooks()
    bench_widgets()
