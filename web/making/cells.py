"""What the kernel in the browser must be told of the lessons' cells: see web/kernel/course_kernel.py."""

import json
from collections.abc import Iterator
from pathlib import Path


def describe(lessons: Path) -> str:
    """Return as JSON the sources of the cells that are planned to raise, and the charts of those that draw one."""
    planned, charts = [], {}
    for cell in code_cells(lessons):
        source = "".join(cell["source"]).strip()
        if "raises-exception" in cell["metadata"].get("tags", []):
            planned.append(source)
        if "matplotlib" in source:
            for png in pictures(cell):
                charts[source] = png
    return json.dumps({"planned": planned, "charts": charts}, indent=1)


def code_cells(lessons: Path) -> Iterator[dict]:
    for path in sorted(lessons.glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        yield from (cell for cell in notebook["cells"] if cell["cell_type"] == "code")


def pictures(cell: dict) -> Iterator[str]:
    """Yield every PNG among a cell's outputs, in base64."""
    for output in cell["outputs"]:
        if png := output.get("data", {}).get("image/png"):
            yield "".join(png)
