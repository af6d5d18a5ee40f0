"""Lesson 18: what it builds is the code of the app, its questions are those of the tests, and its numbers are true."""

import ast

import nbformat
import pytest
from regenerate import NOTEBOOKS, ROOT

LESSON = nbformat.read(NOTEBOOKS / "18_capstone.ipynb", as_version=4)
CODE = [cell for cell in LESSON.cells if cell.cell_type == "code"]
TEXT = "\n".join(cell.source for cell in LESSON.cells if cell.cell_type == "markdown")
SAME = ("words", "scores", "Library", "request_for", "quoted_pages", "is_harmful")
CONSTANTS = ("ENDING", "NEARLY", "QUOTE", "SOURCE")
BY_NAME = ("ALIKE",)  # the same lines, read in a cell of their own


class Bare(ast.NodeTransformer):
    """A definition without its docstrings and types: what it does."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.returns = None
        for argument in node.args.args:
            argument.annotation = None
        node.body = node.body[ast.get_docstring(node) is not None :]
        return node

    def visit_ClassDef(self, node):
        self.generic_visit(node)
        node.body = node.body[ast.get_docstring(node) is not None :]
        return node


def defined(sources) -> dict[str, str]:
    """Return what some programs define at their top, by name."""
    found = {}
    for node in (node for source in sources for node in ast.parse(source).body):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = ast.dump(Bare().visit(node))
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = ast.dump(node.value)
    return found


@pytest.fixture(scope="module")
def in_lesson():
    return defined(cell.source for cell in CODE if "exercise" not in cell.metadata.get("tags", []))


@pytest.fixture(scope="module")
def in_app():
    return defined(path.read_text(encoding="utf-8") for path in (ROOT / "app").glob("*.py"))


@pytest.mark.parametrize("name", [*SAME, *CONSTANTS])
def test_the_lesson_builds_what_the_app_has(in_lesson, in_app, name):
    assert in_lesson[name] == in_app[name]


def test_nothing_else_of_the_app_is_built_otherwise(in_lesson, in_app):
    assert set(in_lesson) & set(in_app) == {*SAME, *CONSTANTS, *BY_NAME}


def test_the_first_cell_is_the_cell_of_the_page():
    page = nbformat.read(ROOT / "app" / "companion.ipynb", as_version=4)
    (cell,) = [cell for cell in page.cells if cell.cell_type == "code"]
    assert cell.outputs == [] and cell.execution_count is None
    assert "Page(Companion(" in CODE[0].source and "Study(), Library()))" in CODE[0].source
    imported = {line.strip().replace("RULES, ", "") for line in CODE[0].source.splitlines() if "import" in line}
    assert imported - set(cell.source.splitlines()) == {"from support.not_offered import may_lack"}


def shown_by(start: str) -> str:
    cell = next(cell for cell in CODE if cell.source.startswith(start))
    return cell.outputs[0]["data"]["text/plain"]


def test_the_numbers_in_the_text_are_those_of_the_cells():
    assert "'right': 18" in shown_by("from collections import Counter") and "Eighteen with the stand-in" in TEXT
    assert "'right': 13" in shown_by('Counter(judge(each) for each in exam["seen"]') and "Thirteen of thirty" in TEXT
    assert "'right': 12" in shown_by('Counter(judge(each) for each in exam["unseen"]') and "twelve of 28" in TEXT
    assert shown_by("def is_found") == "25" and "For 25 of 28" in TEXT
    assert shown_by('[asked for asked in exam["not_there"]').count("?'") == 2 and "Two of twenty" in TEXT
    assert shown_by("from time import monotonic") == "1"  # with the stand-in, every question is asked


def test_no_page_of_the_course_uses_the_marks_of_a_quote():
    others = [path for path in NOTEBOOKS.glob("[0-9]*.ipynb") if not path.name.startswith("18")]
    for path in others:
        for cell in nbformat.read(path, as_version=4).cells:
            assert cell.cell_type != "markdown" or "«" not in cell.source, path.name
