"""The notebooks beyond what nbval proves: that they are whole, that HTTP changes nothing, and that they can be solved."""

import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import nbformat
import pytest
from guarding import guarded
from regenerate import NOTEBOOKS, ROOT, clean, run, serialize

import offline
from offline.server import serve

ANSWERED_BY = re.compile(r"The (offline stand-in|server at http://127\.0\.0\.1:\d+/v1) answers.*")
BY_NAME = re.compile(r"The server at 127\.0\.0\.1:\d+")  # as `explain` calls whoever is not OpenAI

LESSONS = sorted(NOTEBOOKS.glob("*.ipynb"))
OVER_HTTP = [path for path in LESSONS if path.name.startswith(("01", "05", "06"))]  # the setup, streams, and errors

each_notebook = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def read(path: Path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook) -> list:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell) -> list[str]:
    return cell.metadata.get("tags", [])


def texts(cell) -> list[str]:
    """Return what a cell shows as text, whoever answered it."""
    shown = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return [BY_NAME.sub("The API", ANSWERED_BY.sub("Somebody answers.", text)) for text in shown]


@each_notebook
def test_is_whole(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # duplicate ids are only a warning
        notebook = read(path)
        nbformat.validate(notebook)
    ran = [cell.execution_count for cell in code_cells(notebook)]
    assert ran == list(range(1, len(ran) + 1)), "every cell must have been run once, from top to bottom"
    for cell in code_cells(notebook):
        counts = {output.execution_count for output in cell.outputs if output.output_type == "execute_result"}
        assert counts <= {cell.execution_count}
        raised = any(output.output_type == "error" for output in cell.outputs)
        assert raised == ("raises-exception" in tags(cell)), cell.source
        assert max(map(len, cell.source.splitlines())) <= 96, f"too wide for a window: {cell.source}"


@each_notebook
def test_is_stored_as_regenerate_stores_it(path):
    """Nothing that was drawn or that differs from machine to machine is in the file."""
    assert path.read_text(encoding="utf-8") == serialize(clean(read(path)))


@each_notebook
def test_few_cells_are_not_compared(path):
    skipped = [cell for cell in code_cells(read(path)) if "nbval-ignore-output" in tags(cell)]
    assert len(skipped) <= 3, "what nbval does not compare, another test must cover"


@each_notebook
def test_links_lead_somewhere(path):
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            prose = re.sub(r"```.*?```|`[^`]*`", "", cell.source, flags=re.DOTALL)
            for target in re.findall(r"\]\((?!https?://)([^)#]+)", prose):
                assert (path.parent / target).exists(), target


@each_notebook
def test_no_dollars_become_a_formula(path):
    """Jupyter takes what stands between two dollar signs of a paragraph for mathematics: "a $1 and a $2" is garbled."""
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            prose = re.sub(r"```.*?```|`[^`]*`", "", cell.source, flags=re.DOTALL)
            for paragraph in re.split(r"\n\s*\n", prose):
                assert len(re.findall(r"(?<!\\)\$", paragraph)) < 2, paragraph


def test_the_network_guard_catches_a_request_with_the_key(tmp_path):
    """The guard of nbval's run (see conftest.py) is able to fail it: without the switch, the key is used."""
    log = tmp_path / "attempts.txt"
    environment = os.environ | guarded(log)
    del environment["TUTORIAL_OFFLINE"]
    program = "import utils; utils.generate_text('Hello', client=utils.get_client().with_options(max_retries=0))"
    done = subprocess.run([sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, text=True)
    assert "APIConnectionError" in done.stderr
    assert "api.openai.com" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", OVER_HTTP, ids=lambda path: path.stem)
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


def lesson(code: str, **changed):
    """Return a notebook with one cell, and what its result is stored as."""
    result = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "'Paris'"}}
    cell = nbformat.v4.new_code_cell(code, execution_count=1, outputs=[nbformat.from_dict(result | changed)])
    return nbformat.v4.new_notebook(cells=[cell])


CONNECTING = "import contextlib, socket\nwith contextlib.suppress(OSError):\n    socket.create_connection(('example.org', 443))\n"
JUDGED = {  # what is noticed of a lesson, and said; None where all is well
    "whole": (lesson("'Paris'"), None),
    "with_a_key": (lesson("import os\n'Paris' if 'OPENAI_API_KEY' in os.environ else 'no key'"), None),
    "stale": (lesson("'Paris'", data={"text/plain": "'Lyon'"}), "Lyon"),
    "with_other_metadata": (lesson("'Paris'", metadata={"isolated": True}), "isolated"),  # nbval itself does not look there
    "connecting": (lesson(CONNECTING + "'Paris'"), "connections were tried: example.org"),
}


def test_a_stale_output_is_noticed(tmp_path):
    """nbval, as pyproject.toml and conftest.py set it up, fails what is not as it is stored, and what leaves the machine."""
    for name in ("pyproject.toml", "conftest.py", "tests/guarding.py", "tests/network_guard/sitecustomize.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for name, (notebook, _) in JUDGED.items():
        nbformat.write(notebook, tmp_path / f"{name}.ipynb")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-n", "0", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout
    judged = {name: set(re.findall(rf"^(\w+) {name}\.ipynb::Cell 0", said, re.MULTILINE)) for name in JUDGED}
    for name, (_, words) in JUDGED.items():
        assert (judged[name] == {"PASSED"}) == (words is None), said
        assert judged[name] and (words or "") in said
