"""The lessons as pages to search, each with where it comes from, and what a search over them needs.

Lesson 12 builds the same by hand. A page is a part of a lesson, from one heading to the next; a passage is a paragraph of it.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FIRST_LESSON = "01_setup.ipynb"


def _lessons_folder() -> Path:
    """Return the folder of the running notebook, if the lessons are there (in a browser they lie nowhere else), or that of the course."""
    return Path.cwd() if Path(FIRST_LESSON).exists() else Path(__file__).resolve().parents[1] / "notebooks"


LESSONS = _lessons_folder()
NO_PAGES = ("Try it", "What you learned")  # headings of what asks or repeats, and explains nothing


@dataclass(frozen=True)
class Page:
    """A part of a lesson: which lesson ("6", "2b"), its heading, its text in Markdown, and a link to it."""

    lesson: str
    heading: str
    text: str
    link: str


@dataclass(frozen=True)
class Passage:
    """A paragraph of a page."""

    page: Page
    text: str


def lesson_pages(*numbers: str, folder: Path | None = None) -> list[Page]:
    """Return the pages of some lessons, such as "06" or "6" or "2b"; of all that have a number, if none is named.

    `folder` has the notebooks; without it, the folder of the running notebook or of the course. Raises FileNotFoundError for
    a lesson that is not there.
    """
    folder = folder or _lessons_folder()
    found = []
    for number in numbers or ("[0-9]*",):
        paths = sorted(folder.glob(f"{number}_*.ipynb")) or sorted(folder.glob(f"0{number}_*.ipynb"))
        if not paths:
            raise FileNotFoundError(f"There is no lesson {number} in {folder}.")
        found += [page for path in paths for page in _pages(path)]
    return found


def _pages(path: Path) -> list[Page]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    lesson = path.name.partition("_")[0].lstrip("0")
    parts = re.split(r"^## (.+)\n", "\n\n".join(texts) + "\n", flags=re.MULTILINE)[1:]
    named = zip(parts[::2], parts[1::2], strict=True)
    return [
        Page(lesson, heading, text.strip(), f"{path.name}#{heading.replace(' ', '-')}")
        for heading, text in named
        if heading not in NO_PAGES and text.strip()
    ]


def passages(pages: Iterable[Page]) -> list[Passage]:
    """Return the paragraphs of pages, in order. What stands between two empty lines is a paragraph; a block of code is one, too."""
    return [Passage(page, text) for page in pages for text in _paragraphs(page.text)]


def _paragraphs(text: str) -> list[str]:
    blocks = re.split(r"(^```.*?^```[ \t]*$)", text, flags=re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in ([block] if block.startswith("```") else re.split(r"\n\s*\n", block))]
    return [part.strip() for part in parts if part.strip()]


def similarities(vectors: Sequence[Sequence[float]], query: Sequence[float]) -> list[float]:
    """Return how near each vector is to the query: their cosines, 1 for the same direction. Needs numpy."""
    import numpy

    matrix, wanted = numpy.array(vectors), numpy.array(query)
    return [float(each) for each in matrix @ wanted / numpy.linalg.norm(matrix, axis=1) / numpy.linalg.norm(wanted)]


def is_quoted_from(quote: str, text: str) -> bool:
    """Return whether a quote stands in a text, word for word; how the lines are broken does not count, an empty quote stands nowhere."""
    wanted = " ".join(quote.split())
    return bool(wanted) and wanted in " ".join(text.split())
