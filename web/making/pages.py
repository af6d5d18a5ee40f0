"""The front page, and the lessons to read without a kernel: plain pages, without scripts."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html_mistune
from places import COURSE, LESSONS, WEB

TEMPLATES = WEB / "making" / "templates"
LEVELS = ("First steps", "Next steps", "Going further")
"""A lesson that builds on none or on one other is a first step; see `level`."""

KINDS = ["text/html", "text/markdown", "image/svg+xml", "image/png", "text/plain"]  # no live widgets: their stills
NO_DESCRIPTION = "No description has been provided for this image"  # nbconvert's; all pictures in outputs are charts
OUT_OF_REACH = re.compile(r'<a href="\.\./[^"]*">(.*?)</a>')  # files of the repository that the site does not have
TO_PAGE = re.compile(r'href="(?!https?:)([^":]+)\.(?:ipynb|md)')


@dataclass(frozen=True)
class Lesson:
    """What the beginning of a notebook says about it. A page without a time is no lesson, but to look things up in."""

    name: str  # of the file, without its suffix
    title: str
    summary: str
    minutes: int | None
    builds_on: tuple[str, ...]  # names of lessons

    @classmethod
    def read(cls, path: Path) -> "Lesson":
        text = path.read_text(encoding="utf-8")
        first = text if path.suffix == ".md" else nbformat.reads(text, as_version=4).cells[0].source
        title, summary, *_ = re.sub(r"^# ", "", first).split("\n\n")
        minutes = re.search(r"\*\*Time:\*\* (\d+) minutes", first)
        builds_on = re.search(r"\*\*(?:Builds on|Needs):\*\*(.*)", first)
        before = re.findall(r"\]\((\w+)\.ipynb", builds_on[1]) if builds_on else []
        return cls(path.stem, title, re.sub("[*`]", "", summary), int(minutes[1]) if minutes else None, tuple(before))


def level(lesson: Lesson, lessons: dict[str, Lesson]) -> str:
    """Return how far along the path a lesson is: two steps each, counted along what it builds on."""
    return LEVELS[min(_steps(lesson, lessons) // 2, len(LEVELS) - 1)]


def _steps(lesson: Lesson, lessons: dict[str, Lesson]) -> int:
    return max((1 + _steps(lessons[name], lessons) for name in lesson.builds_on), default=0)


def write(site: Path) -> None:
    """Write index.html and lessons/*.html into the site; they link to the notebook app in its folder app."""
    pages = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    paths = {path.stem: path for path in sorted(LESSONS.iterdir()) if path.suffix in (".ipynb", ".md")}
    lessons = {name: Lesson.read(path) for name, path in paths.items()}
    cards = [(lesson, level(lesson, lessons)) for lesson in lessons.values() if lesson.minutes]
    others = [lesson for lesson in lessons.values() if not lesson.minutes]
    (site / "index.html").write_text(
        pages.get_template("index.html").render(cards=cards, others=others, commands=commands()), encoding="utf-8"
    )
    (site / "lessons").mkdir()
    for lesson in lessons.values():
        text = pages.get_template("lesson.html").render(lesson=lesson, body=body(paths[lesson.name]))
        (site / "lessons" / f"{lesson.name}.html").write_text(text, encoding="utf-8")
    shutil.copy(TEMPLATES / "style.css", site)


def commands() -> list[tuple[str, str]]:
    """Return the systems and the lines that the README gives to start with."""
    readme = (COURSE / "README.md").read_text(encoding="utf-8")
    start = readme.partition("## Start")[2].partition("\n## ")[0]
    return re.findall(r"^(\S.*):\n\n```\w+\n(.+)\n```", start, re.MULTILINE)


def body(path: Path) -> str:
    """Return a notebook or a Markdown file as HTML, with its links to others leading to their pages."""
    text = markdown2html_mistune(path.read_text(encoding="utf-8")) if path.suffix == ".md" else notebook_body(path)
    text = OUT_OF_REACH.sub(r"\1", text)
    text = text.replace("<th></th>", "<td></td>")  # the corner of a table is no heading
    return TO_PAGE.sub(r'href="\1.html', text)


def notebook_body(path: Path) -> str:
    exporter = HTMLExporter(
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True, exclude_anchor_links=True, embed_images=True
    )
    exporter.display_data_priority = KINDS
    return exporter.from_filename(str(path))[0].replace(NO_DESCRIPTION, "The chart that the code above draws")
