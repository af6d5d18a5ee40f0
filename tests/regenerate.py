"""Run the notebooks against the offline stand-in and store their outputs.

    python tests/regenerate.py            all notebooks
    python tests/regenerate.py 02 03      those whose names begin so

Running it twice gives the same bytes: no times, no random ids, no widget state are stored.
"""

import json
import os
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

sys.path.insert(0, str(ROOT))
from guarding import without_extras  # noqa: E402

import conftest  # noqa: E402, F401  (sets the environment: offline, no key)


def run(notebook, folder: Path = NOTEBOOKS, env: dict | None = None, *, extras: bool = False):
    """Run a notebook in place, with `folder` as its working folder, and return it.

    What the course does not need but a lesson can show is hidden, installed or not, unless `extras` are wanted.
    """
    env = env or dict(os.environ)
    client = NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute(env=env if extras else without_extras(env))
    return notebook


def clean(notebook):
    """Drop what differs from run to run: ids that were drawn, versions of the kernel, and live widgets.

    Of a widget only its still is stored: without a kernel, the rest would show as an error.
    """
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    text = nbformat.writes(notebook)
    ids = dict.fromkeys(re.findall(r"\b[0-9a-f]{32}\b", text))
    for number, drawn in enumerate(ids):
        text = text.replace(drawn, f"{number:032x}")
    return nbformat.reads(text, as_version=4)


def serialize(notebook) -> str:
    """Return the text of a notebook file."""
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main(names: list[str]) -> None:
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        if not names or path.name.startswith(tuple(names)):
            print(path.name)
            notebook = clean(run(nbformat.read(path, as_version=4)))
            path.write_text(serialize(notebook), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
