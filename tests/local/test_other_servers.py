"""Lesson 17 with a model file of one's own: it starts llama.cpp's server, reads the file, measures, and fills two columns."""

import re

import nbformat
from nbclient import NotebookClient
from regenerate import NOTEBOOKS
from test_lessons import environment, planned


def test_the_table_has_columns_for_a_real_server(weights, tmp_path):
    (tmp_path / ".env").write_text(f"TUTORIAL_LOCAL={weights}\n", encoding="utf-8")
    notebook = nbformat.read(NOTEBOOKS / "17_other_servers.ipynb", as_version=4)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=400, allow_errors=True, resources=resources).execute(env=environment(tmp_path))
    outputs = [(cell, output) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [cell.source for cell, output in outputs if output.output_type == "error" and not planned(cell)] == []

    [table] = [output.data["text/markdown"] for _, output in outputs if "text/markdown" in output.get("data", {})]
    print(table)
    names, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    raw, translated = names.index("llama.cpp"), names.index("llama.cpp, translated")
    answers = {row[0]: (row[raw], row[translated]) for row in rows}
    for check in ("plain", "stream", "usage"):
        assert answers[check] == ("yes", "yes"), check
    for check in ("stored_replies", "embeddings", "errors"):
        assert answers[check] == ("no", "no"), check
    assert answers["logprobs"] == ("no", "yes")
    assert answers["limits"][0] == "no"  # translated, it is "yes" unless so small a model ends by itself, which is chance

    text = "".join(output.get("text") or output.get("data", {}).get("text/plain", "") + "\n" for _, output in outputs)
    assert re.search(r"^134,515,008 weights, 5\.\d bits each$", text, re.MULTILINE)
    assert re.search(r"^\{'llama\.cpp': \d+\}$", text, re.MULTILINE)
