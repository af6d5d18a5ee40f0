"""What is not offered ends a cell in a line, and the notebook goes on: in nbclient, in nbval, and in IPython."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook, new_output

ROOT = Path(__file__).parent.parent.parent
CELLS = {
    "": "import utils, openai\ndef refuse(what):\n    raise utils.NotOffered(f'This needs {what}.')",
    "NotOffered: This needs wings.\n": "raise utils.NotOffered('This needs wings.')",
    "NotOffered: This needs feet.\n": "async def walk():\n    raise utils.NotOffered('This needs feet.')\nawait walk()",
    "before\nPriceUnknown: Nobody knows.\n": "from support.budget import PriceUnknown\nprint('before')\nraise PriceUnknown('Nobody knows.')",
    "after\n": "print('after')",
    "NotOffered: This needs air.\n": "wings = utils.NotOffered('This needs air.')\nraise wings\nflight = 1",
    "NotOffered: This needs 'flight', which a cell above could not make.\n": "landing = flight + 1",
    "NotOffered: This needs 'landing', which a cell above could not make.\n": "print(landing)",
    "an old reply\n": "reply = 'an old reply'\nprint(reply)",
    "NotOffered: This needs a reply.\n": "kept = 1\nreply = refuse('a reply')",
    "NotOffered: This needs 'reply', which a cell above could not make.\n": "print(reply)",
    "1\n": "print(kept)",
    "NotOffered: This needs fins.\n": "refuse('fins')\nimport os.path, json as fish\ndef swim(): return 1\nclass Shark: pass",
    "NotOffered: This needs 'swim', which a cell above could not make.\n": "swim()",
    "NotOffered: This needs 'fish', which a cell above could not make.\n": "fish.dumps(1)",
    "NotOffered: This needs 'Shark', which a cell above could not make.\n": "Shark()",
    "NotOffered: This needs a map.\n": "refuse('a map')\ndef walk_home():\n    return 'home'",
    "NotOffered: This needs 'walk_home', which a cell above could not make.\n": "walk_home()",
    "NotOffered: This needs hands.\n": "try:\n    refuse('hands')\nexcept utils.NotOffered:\n    raise RuntimeError('stopped') from None",
}


def notebook(*cells: str):
    return new_notebook(cells=[new_code_cell(cell) for cell in cells])


def run(*cells: str):
    return NotebookClient(
        notebook(*cells), timeout=60, coalesce_streams=True, resources={"metadata": {"path": str(ROOT)}}
    ).execute()


def test_it_is_one_line_and_the_notebook_goes_on():
    ran = run(*CELLS.values())
    assert ["".join(output.text for output in cell.outputs) for cell in ran.cells] == list(CELLS)


@pytest.mark.parametrize(
    "error", ["utils.CutOff('no', 'end')", "ValueError()", "utils.BudgetExceeded()", "RuntimeError()", "wings"]
)
def test_other_errors_stop_as_ever(error):
    with pytest.raises(CellExecutionError):
        run("import utils", f"raise {error}")


def test_nbval_goes_on_too(tmp_path):
    stored = notebook(*CELLS.values())
    for number, (cell, text) in enumerate(zip(stored.cells, CELLS, strict=True), start=1):
        cell.execution_count = number
        cell.outputs = [new_output("stream", name="stdout", text=text)] if text else []
    nbformat.write(stored, tmp_path / "a.ipynb")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", "-p", "no:xdist", "--rootdir", tmp_path]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, tmp_path], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert f"{len(CELLS)} passed" in done.stdout, done.stdout


def test_in_a_script_it_is_an_exception():
    done = subprocess.run(
        [sys.executable, "-c", "import utils; raise utils.NotOffered('This needs wings.')"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 and "This needs wings." in done.stderr
