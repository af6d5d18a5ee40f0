"""Every lesson on a real server that nobody here wrote: no cell ends in anything but a planned error or NotOffered."""

import os

import nbformat
import pytest
from guarding import guarded
from nbclient import NotebookClient
from regenerate import NOTEBOOKS, ROOT

LESSONS = sorted(NOTEBOOKS.glob("*.ipynb"))
NEEDS = {  # what a lesson wants beyond what llama.cpp's server has; more must not come without a reason
    "01": {"stored replies"},
    "02": {"the model"},
    "03": {"stored replies"},
    "04": {"the effort", "the model"},
    "06": {"the model"},
    "07": {"the model"},
    "08": {"replies in a given form"},
    "09": {"a model that calls tools", "the effort", "the parameter 'tools'"},
    "10": {"a model that calls tools", "the parameter 'tools'", "compaction"},
    "11": {"replies in a given form", "files"},
    "12": {"embeddings"},
    "15": {"a model that calls tools", "the parameter 'tools'", "replies in a given form", "moderation", "stored replies"},
    "16": {"a model that sees pictures", "files", "the type 'input_file'", "replies in a given form"},
    "17": {"stored replies"},
    "18": {"a model that calls tools", "the parameter 'tools'"},
}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_runs_to_its_end(path, real_server, weights, tmp_path):
    (tmp_path / ".env").write_text(f"OPENAI_BASE_URL={real_server}\nTUTORIAL_MODEL={weights.stem}\n", encoding="utf-8")
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=300, allow_errors=True, resources=resources).execute(env=environment(tmp_path))
    outputs = [(cell, output) for cell in notebook.cells for output in cell.get("outputs", [])]
    failed = [(cell.source, output.evalue) for cell, output in outputs if output.output_type == "error" and not planned(cell)]
    assert failed == []
    lines = [line for _, output in outputs for line in output.get("text", "").splitlines()]
    needs = [line for line in lines if line.startswith(("NotOffered: ", "PriceUnknown: "))]
    print(*needs, sep="\n")
    known = NEEDS.get(path.name[:2], set()) | {"a cell above could not make", "the Python that runs here lacks it"}
    assert [line for line in needs if not any(need in line for need in known)] == []


def planned(cell) -> bool:
    return "raises-exception" in cell.metadata.get("tags", [])


def environment(folder) -> dict[str, str]:
    """Return the environment of a learner who has nothing set, under the guard that refuses what leaves this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "TUTORIAL_"))}
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), kept.get("PYTHONPATH")]))
    guard = guarded(folder / "attempts.txt")
    return kept | guard | {"PYTHONPATH": os.pathsep.join([guard["PYTHONPATH"], kept["PYTHONPATH"]])}
