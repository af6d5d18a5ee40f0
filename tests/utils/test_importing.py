"""Importing the helpers costs little."""

import os
import subprocess
import sys

import pytest
from regenerate import ROOT


def test_importing_utils_costs_little_more_than_importing_openai(tmp_path):
    """As a learner has it from the second time on: with what Python keeps of both."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path)
    program = (
        "import time; start = time.perf_counter(); import openai; middle = time.perf_counter(); import utils; "
        "print((time.perf_counter() - middle) / (middle - start))"
    )
    shares = []
    for _ in range(6):  # the first time, nothing is kept yet
        shares.append(float(subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, env=environment)))
        if shares[-1] <= 0.10:
            return
    pytest.fail(f"importing utils adds {min(shares):.0%} to importing openai")


def test_utils_is_read_in_five_minutes():
    lines = (ROOT / "utils.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 260, "move what no lesson teaches to support/"
