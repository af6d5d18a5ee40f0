"""The rot alarm: a course must not teach models that are gone, and must not name its default model all over."""

import os
import re
import warnings
from datetime import date, timedelta
from pathlib import Path

import nbformat
import pytest
from regenerate import ROOT
from shutdowns import announced_shutdowns

import utils

NOTICE = timedelta(days=60)
EXEMPT = "shutdown-ok"
ABOUT_MODELS = "about-models"


def used_models(source: str, known) -> set[str]:
    """Return the ids among `known` that stand in quotes in Python source."""
    return set(re.findall(r"""["']([\w.:-]+)["']""", source)) & set(known)


def code_cells(path: Path, exempt: str) -> list[str]:
    """Return the source of the code cells of a notebook that do not have the tag `exempt`."""
    return [cell.source for cell in untagged(path, exempt) if cell.cell_type == "code"]


def python_blocks(path: Path, exempt: str) -> list[str]:
    """Return the ```python blocks, as in folded solutions, in the text cells that do not have the tag `exempt`."""
    texts = [cell.source for cell in untagged(path, exempt) if cell.cell_type == "markdown"]
    return [block for text in texts for block in re.findall(r"^[ \t]*```python\n(.*?)^[ \t]*```", text, re.MULTILINE | re.DOTALL)]


def untagged(path: Path, exempt: str) -> list:
    return [cell for cell in nbformat.read(path, as_version=4).cells if exempt not in cell.metadata.get("tags", [])]


def rotten(sources: dict[str, str], shutdowns: dict[str, date], today: date) -> list[str]:
    """Return a line for each use of a model that has been shut down, or will be soon."""
    return [
        f"{name}: {model} is shut down on {shutdowns[model]}"
        for name, source in sources.items()
        for model in sorted(used_models(source, shutdowns))
        if shutdowns[model] <= today + NOTICE
    ]


def raise_alarm(found: list[str]) -> None:
    """Fail in CI; elsewhere, a learner's run must not fail because time has passed."""
    if found and os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail("\n".join(found))
    for line in found:
        warnings.warn(line, stacklevel=2)


def course_sources() -> dict[str, str]:
    notebooks = sorted(ROOT.glob("notebooks/*.ipynb"))
    sources = {path.name: "\n".join(code_cells(path, EXEMPT) + python_blocks(path, EXEMPT)) for path in notebooks}
    return {"utils.py": (ROOT / "utils.py").read_text(encoding="utf-8"), **sources}


def test_no_model_of_the_course_is_going_away():
    raise_alarm(rotten(course_sources(), announced_shutdowns(), date.today()))


def test_the_announced_dates_are_found():
    announced = announced_shutdowns()
    assert len(announced) > 40
    assert announced["gpt-3.5-turbo"] == announced["gpt-4"] == date(2026, 10, 23)
    assert announced["gpt-5-mini"] == date(2026, 12, 11) and utils.DEFAULT_MODEL not in announced


@pytest.mark.parametrize(
    ("days", "alarm"), [(-400, True), (0, True), (60, True), (61, False)], ids=["gone", "today", "in 60 days", "in 61 days"]
)
def test_the_alarm_goes_off_in_time(monkeypatch, days, alarm):
    today = date(2027, 1, 1)
    found = rotten({"lesson": 'model="gpt-6-sol"'}, {"gpt-6-sol": today + timedelta(days)}, today)
    assert bool(found) == alarm
    monkeypatch.setenv("CI", "true")
    if alarm:
        with pytest.raises(pytest.fail.Exception, match="lesson: gpt-6-sol is shut down on"):
            raise_alarm(found)
        monkeypatch.delenv("CI")
        with pytest.warns(UserWarning, match="gpt-6-sol"):
            raise_alarm(found)


def test_what_the_course_uses_today_would_be_noticed():
    """With a date set ahead, the default model's own line in utils.py rings."""
    today = date.today()
    assert rotten(course_sources(), {utils.DEFAULT_MODEL: today}, today)[0].startswith("utils.py: ")


def test_only_a_tagged_cell_is_exempt(tmp_path):
    path = tmp_path / "lesson.ipynb"
    tagged = {"tags": [EXEMPT]}
    cells = [nbformat.v4.new_code_cell('"gpt-4"'), nbformat.v4.new_code_cell('"gpt-5"', metadata=tagged)]
    solution = "<details>\n\n```python\n{}\n```\n\n</details>"
    texts = [nbformat.v4.new_markdown_cell(text) for text in ('"o1"', solution.format('"gpt-3.5-turbo"'))]
    texts.append(nbformat.v4.new_markdown_cell(solution.format('"gpt-5-mini"'), metadata=tagged))
    nbformat.write(nbformat.v4.new_notebook(cells=[*cells, *texts]), path)
    assert used_models("\n".join(code_cells(path, EXEMPT)), announced_shutdowns()) == {"gpt-4"}
    assert used_models("\n".join(python_blocks(path, EXEMPT)), announced_shutdowns()) == {"gpt-3.5-turbo"}


@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/*.ipynb")), ids=lambda path: path.stem)
def test_no_notebook_hard_codes_the_default_model(path):
    for source in code_cells(path, ABOUT_MODELS):
        assert utils.DEFAULT_MODEL not in source, f"import DEFAULT_MODEL from utils, or tag the cell {ABOUT_MODELS}:\n{source}"
