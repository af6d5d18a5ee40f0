"""The notebooks beyond what nbval proves: with a key in the environment, over HTTP, and solved."""

import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import nbformat
import pytest
from regenerate import NOTEBOOKS, ROOT, clean, run, serialize

import offline
from offline.server import serve

GUARD = Path(__file__).parent / "network_guard"
FAKE_KEY = "not-a-real-key-" + "0" * 20
ANSWERED_BY = re.compile(r"The (offline stand-in|server at http://127\.0\.0\.1:\d+/v1) answers.*")

each_notebook = pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)


def read(path: Path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook) -> list:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell) -> list[str]:
    return cell.metadata.get("tags", [])


def texts(cell) -> list[str]:
    """Return what a cell shows as text, whoever answered it."""
    shown = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return [ANSWERED_BY.sub("Somebody answers.", text) for text in shown]


@each_notebook
def test_is_whole(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # duplicate ids are only a warning
        notebook = read(path)
        nbformat.validate(notebook)
    ran = [cell.execution_count for cell in code_cells(notebook)]
    assert ran == list(range(1, len(ran) + 1)), "every cell must have been run once, from top to bottom"
    for cell in code_cells(notebook):
        raised = any(output.output_type == "error" for output in cell.outputs)
        assert raised == ("raises-exception" in tags(cell)), cell.source
        assert max(map(len, cell.source.splitlines())) <= 96, f"too wide for a window: {cell.source}"


@each_notebook
def test_few_cells_are_not_compared(path):
    skipped = [cell for cell in code_cells(read(path)) if "nbval-ignore-output" in tags(cell)]
    assert len(skipped) <= 3, "what nbval does not compare, another test must cover"


@each_notebook
def test_links_lead_somewhere(path):
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\((?!https?://)([^)#]+)", cell.source):
                assert (path.parent / target).exists(), target


@each_notebook
def test_gives_the_stored_bytes_without_network_and_without_the_key(path, tmp_path):
    """A key is set and every real connection is refused: still, each byte is as stored."""
    log = tmp_path / "attempts.txt"
    secrets = {"OPENAI_API_KEY": FAKE_KEY, "PYTHONPATH": str(GUARD), "NETWORK_GUARD_LOG": str(log)}
    notebook = read(path)
    expected = serialize(without_ignored(notebook))
    fresh = run(read(path), env=os.environ | secrets)
    assert serialize(without_ignored(clean(fresh))) == expected
    assert not log.exists(), f"connections were tried: {log.read_text(encoding='utf-8')}"


def without_ignored(notebook):
    """Return the notebook without the outputs that are not compared."""
    notebook = nbformat.from_dict(notebook)
    for cell in code_cells(notebook):
        if "nbval-ignore-output" in tags(cell):
            cell.outputs = []
    return notebook


def test_the_network_guard_catches_a_request_with_the_key(tmp_path):
    """The guard of the test above is able to fail it: without the switch, the key is used."""
    log = tmp_path / "attempts.txt"
    environment = os.environ | {"OPENAI_API_KEY": FAKE_KEY, "PYTHONPATH": str(GUARD), "NETWORK_GUARD_LOG": str(log)}
    del environment["TUTORIAL_OFFLINE"]
    program = "import utils; utils.generate_text('Hello', client=utils.get_client().with_options(max_retries=0))"
    done = subprocess.run([sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, text=True)
    assert "APIConnectionError" in done.stderr
    assert "api.openai.com" in log.read_text(encoding="utf-8")


@each_notebook
def test_says_the_same_over_http(path, tmp_path):
    """The other side of the switch: a key and OPENAI_BASE_URL are set, and a real server answers."""
    stored = read(path)
    with serve(offline.StandIn()) as server:
        environment = {name: value for name, value in os.environ.items() if name != "TUTORIAL_OFFLINE"}
        environment |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": offline.KEY, "NO_PROXY": "127.0.0.1"}
        over_http = run(read(path), folder=tmp_path, env=environment)
        assert server.standin.requests
    for before, after in zip(code_cells(stored), code_cells(over_http), strict=True):
        if "nbval-ignore-output" not in tags(before):
            assert texts(after) == texts(before), before.source


def solutions(notebook) -> list[str]:
    """Return the code of the folded solutions, in order."""
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    folded = re.findall(r"<details><summary>Solution</summary>(.*?)</details>", prose, re.DOTALL)
    return [re.search(r"```python\n(.*?)```", text, re.DOTALL)[1] for text in folded]


@each_notebook
def test_every_solution_passes_its_check(path, tmp_path):
    notebook = read(path)
    stubs = [cell for cell in code_cells(notebook) if "exercise" in tags(cell)]
    assert len(stubs) == len(solutions(notebook)) >= 2
    for stub, solution in zip(stubs, solutions(notebook), strict=True):
        stub.source = solution
    solved = run(notebook, folder=tmp_path)
    verdicts = [text for cell in code_cells(solved) if "check(" in cell.source for text in texts(cell)]
    assert len(verdicts) == len(stubs)
    assert all(": done." in verdict for verdict in verdicts), verdicts


@each_notebook
def test_no_stub_passes_its_check(path):
    verdicts = [text for cell in code_cells(read(path)) if "check(" in cell.source for text in texts(cell)]
    assert verdicts and all(": not yet: replace the ..." in verdict for verdict in verdicts)


def nbval(path: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "--rootdir", path.parent, path]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True)


def test_a_stale_output_is_noticed(tmp_path):
    """nbval, as pyproject.toml sets it up, passes a copy of lesson 1 and fails it with one output changed."""
    for name in ("pyproject.toml", "conftest.py"):
        shutil.copy(ROOT / name, tmp_path)
    path = tmp_path / "01_setup.ipynb"
    notebook = read(NOTEBOOKS / path.name)
    nbformat.write(notebook, path)
    assert nbval(path).returncode == 0
    said = next(output for cell in code_cells(notebook) for output in cell.outputs if "Paris" in str(output))
    said["data"]["text/plain"] = said["data"]["text/plain"].replace("Paris", "Lyon")
    nbformat.write(notebook, path)
    failed = nbval(path)
    assert failed.returncode == 1
    assert "Lyon" in failed.stdout
