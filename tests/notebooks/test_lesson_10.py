"""Lesson 10: its part about openai-agents, which is stored as "not installed here", where the package is installed."""

import nbformat
import pytest
from regenerate import NOTEBOOKS, ROOT, run

NOT_INSTALLED = "openai-agents is not installed here"


def said(cell) -> str:
    return "".join(output.get("text", "") for output in cell.outputs)


def about_agents(notebook) -> list:
    """Return the cells that import the package, and that do something only with it."""
    return [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.source.startswith(("try:\n    import agents", "if agents:"))
    ]


@pytest.fixture(scope="module")
def lesson():
    return nbformat.read(NOTEBOOKS / "10_agents.ipynb", as_version=4)


def test_what_is_stored_is_what_a_learner_sees_without_the_package(lesson):
    looked, *skipped = about_agents(lesson)
    assert NOT_INSTALLED in said(looked)
    assert len(skipped) == 3 and not any(cell.outputs for cell in skipped)


def test_with_the_package_the_part_does_what_the_text_says(lesson, tmp_path):
    stored = {cell.id: said(cell) for cell in lesson.cells if cell.cell_type == "code"}
    cells = run(lesson, folder=tmp_path, extras=True).cells
    looked, made, ran, failed = about_agents(lesson)
    assert said(looked) == "" and said(made).startswith("The offline stand-in answers")
    assert "Ordered 10 oat milk. Ordered 10 muffins." in said(ran) and "\n4 steps" in said(ran)
    assert said(failed) == "['An error occurred while running the tool. Please try again.']\n"
    others = [cell for cell in cells if cell.cell_type == "code" and cell not in (looked, made, ran, failed)]
    assert [said(cell) for cell in others] == [stored[cell.id] for cell in others]


def test_what_the_text_says_to_install_is_what_the_tests_install(lesson):
    named = "requirements-agents.txt"
    assert named in "".join(cell.source for cell in lesson.cells)
    assert f"-r ../{named}" in (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8")
    assert "openai-agents" in (ROOT / named).read_text(encoding="utf-8")
