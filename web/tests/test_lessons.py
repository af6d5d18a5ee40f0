"""Lessons run to the end in a browser, with what is stored as their outputs."""

import lessons
import pytest

ALWAYS = ["01_setup.ipynb", "04_parameters.ipynb", "05_streaming.ipynb", "appendix_2023_code.ipynb"]


@pytest.mark.parametrize("name", ALWAYS)
def test_a_lesson_runs_to_the_end_and_shows_what_is_stored(page, site, name):
    lessons.open_lesson(page, site, name)
    cells = lessons.run_all(page)
    expected = lessons.stored(name)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(expected) + 1))
    assert lessons.differences(cells, expected) == []
    print(page.outside, site.missing)
