"""How the tests open a lesson in the notebook app, run it to the end, and compare what it shows with what is stored."""

import json
import re
from pathlib import Path

LESSONS = Path(__file__).resolve().parents[2] / "notebooks"
KINDS = ("text/plain", "text/html", "text/markdown", "image/png")
OPENED = "() => window.jupyterapp?.shell.currentWidget?.content?.model?.cells?.length > 0"
RUN_ALL = """async () => {
    await jupyterapp.commands.execute('notebook:clear-all-cell-outputs');
    await jupyterapp.commands.execute('notebook:run-all-cells');
}"""
CELLS = "() => jupyterapp.shell.currentWidget.content.model.toJSON().cells.filter(cell => cell.cell_type == 'code')"


def stored(name: str) -> list[dict]:
    """Return the code cells of a lesson as they are stored."""
    notebook = json.loads((LESSONS / name).read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def open_lesson(page, site, name: str) -> None:
    """Open a lesson in the notebook app, as the front page links to it, and wait until Python is there."""
    page.goto(f"{site.url}app/notebooks/index.html?path=notebooks/{name}")
    page.wait_for_function(OPENED)
    loading = page.get_by_role("status").filter(has_text=re.compile("Python|packages"))
    loading.wait_for()
    loading.wait_for(state="detached")


def run_all(page) -> list[dict]:
    """Clear the outputs, run every cell by the menu's command, and return the cells."""
    page.evaluate(RUN_ALL)
    page.wait_for_timeout(500)  # an output may follow the reply to its request
    return page.evaluate(CELLS)


def shown(cell: dict) -> list[tuple]:
    """Return what a cell shows, in a form that two kernels can share."""
    parts = []
    for output in cell["outputs"]:
        kind = output["output_type"]
        if kind == "stream":
            before = parts.pop()[1] if parts and parts[-1][0] == output["name"] else ""
            parts.append((output["name"], before + "".join(output["text"])))
        elif kind == "error":
            parts.append((kind, f"{output['ename']}: {output['evalue']}"))
        else:
            parts.append((kind, {name: without_ids("".join(data)) for name, data in output["data"].items() if name in KINDS}))
    return parts


def without_ids(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{32}\b", "ID", text)


def differences(ran: list[dict], expected: list[dict]) -> list[tuple]:
    """Return the cells (from 1), as stored and as run here, that do not show the same; those that cannot be compared are left out."""
    pairs = enumerate(zip(ran, expected, strict=True), 1)
    return [
        (number, shown(want), shown(got))
        for number, (got, want) in pairs
        if shown(got) != shown(want) and "nbval-ignore-output" not in want["metadata"].get("tags", [])
    ]
