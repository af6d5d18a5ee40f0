"""How the tests open a lesson in the notebook app, run it to the end, and compare what it shows with what is stored."""

import json
import re
from pathlib import Path

LESSONS = Path(__file__).resolve().parents[2] / "notebooks"
NOT_COMPARED = {"nbval-ignore-output", "not-in-browser"}
KINDS = ("text/plain", "text/html", "text/markdown", "image/png")
OPENED = "() => window.jupyterapp?.shell.currentWidget?.content?.model?.cells?.length > 0"
RUN_ALL = """async () => {
    await jupyterapp.commands.execute('notebook:clear-all-cell-outputs');
    await jupyterapp.commands.execute('notebook:run-all-cells');
}"""
CELLS = "() => jupyterapp.shell.currentWidget.content.model.toJSON().cells.filter(cell => cell.cell_type == 'code')"
REPLACE = """([number, code]) => {
    const cells = [...jupyterapp.shell.currentWidget.content.model.cells].filter(cell => cell.type == 'code');
    cells[number].sharedModel.setSource(code);
}"""


def stored(name: str) -> list[dict]:
    """Return the cells of a lesson as they are stored."""
    return json.loads((LESSONS / name).read_text(encoding="utf-8"))["cells"]


def stored_code(name: str) -> list[dict]:
    """Return the code cells of a lesson as they are stored."""
    return [cell for cell in stored(name) if cell["cell_type"] == "code"]


def open_lesson(page, site, name: str) -> None:
    """Open a lesson in the notebook app, as the front page links to it, and wait until the page says no more that it loads."""
    page.goto(f"{site.url}app/notebooks/index.html?path=notebooks/{name}")
    page.wait_for_function(OPENED)
    loading = page.get_by_role("status").filter(has_text=re.compile("Python|packages"))
    loading.wait_for()
    loading.wait_for(state="detached")


def run_all(page) -> list[dict]:
    """Clear the outputs, run every cell by the menu's command, and return the code cells."""
    page.evaluate(RUN_ALL)
    page.wait_for_timeout(500)  # an output may follow the reply to its request
    return code_cells(page)


def code_cells(page) -> list[dict]:
    """Return the code cells of the open notebook, with their outputs."""
    return page.evaluate(CELLS)


def replace(page, number: int, code: str) -> None:
    """Put other code into a code cell (the first has the number 0)."""
    page.evaluate(REPLACE, [number, code])


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
        elif output["data"]:  # JupyterLite sends an empty result for what displays itself
            parts.append((kind, {name: without_ids("".join(data)) for name, data in output["data"].items() if name in KINDS}))
    return parts


def without_ids(text: str) -> str:
    """Return a text with the ids of widgets, which differ from run to run, made the same."""
    return re.sub(r"\b[0-9a-f]{32}\b", "ID", text)


def tags(cell: dict) -> list[str]:
    """Return the tags of a cell."""
    return cell["metadata"].get("tags", [])


def differences(ran: list[dict], expected: list[dict]) -> list[tuple]:
    """Return the cells (from 1), as stored and as run here, that do not show the same.

    Left out are those that cannot be compared, and those that need what a browser has not: they end in one line there.
    """
    pairs = enumerate(zip(ran, expected, strict=True), 1)
    return [
        (number, shown(want), shown(got))
        for number, (got, want) in pairs
        if shown(got) != shown(want) and not NOT_COMPARED & set(tags(want))
    ]


def errors(ran: list[dict]) -> list[tuple]:
    """Return the cells (from 1) with an error that was not planned."""
    return [
        (number, text)
        for number, cell in enumerate(ran, 1)
        for kind, text in shown(cell)
        if kind == "error" and "raises-exception" not in tags(cell)
    ]


def solutions(name: str) -> list[str]:
    """Return the folded solutions of a lesson's exercises, in their order."""
    prose = "\n".join("".join(cell["source"]) for cell in stored(name) if cell["cell_type"] == "markdown")
    folded = re.findall(r"<details><summary>Solution</summary>(.*?)</details>", prose, re.DOTALL)
    return [re.search(r"```python\n(.*?)\n```", each, re.DOTALL)[1] for each in folded]
