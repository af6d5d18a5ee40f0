"""Pages of the course and their passages, how alike vectors are, and whether a quote holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import pages
from support.pages import Page, is_quoted_from, lesson_pages, passages, similarities

TEXT = "One **thing**.\n\n```python\na = 1\n\nb = 2\n```\n\n- a list\n- of two"


def test_the_lessons_are_cut_at_their_headings():
    found = lesson_pages("06")
    assert [page.heading for page in found][:2] == ["Two failures that you never see", "Read an error"]
    assert {page.lesson for page in found} == {"6"}
    assert lesson_pages("6", "2b") == found + lesson_pages("02b")
    assert not {page.heading for page in found} & set(pages.NO_PAGES)
    assert all(page.text and "\n## " not in page.text for page in found)


def test_without_a_number_all_numbered_lessons_are_read():
    lessons = list(dict.fromkeys(page.lesson for page in lesson_pages()))
    assert lessons[:4] == ["1", "2", "2b", "3"] and "11" in lessons


def test_a_link_leads_to_the_heading():
    [page] = [page for page in lesson_pages("07") if page.heading == "A budget"]
    assert page.link == "07_tokens_and_cost.ipynb#A-budget"
    assert (pages.LESSONS / page.link.partition("#")[0]).exists()


def test_a_lesson_that_is_not_there():
    with pytest.raises(FileNotFoundError, match="There is no lesson 99 in "):
        lesson_pages("99")


def test_the_lessons_beside_a_running_notebook_come_first(tmp_path, monkeypatch):
    cells = [{"cell_type": "markdown", "source": ["# 1. Mine\n", "\n", "## Here\n", "\n", "My text."]}]
    (tmp_path / pages.FIRST_LESSON).write_text(json.dumps({"cells": cells}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert lesson_pages() == [Page("1", "Here", "My text.", "01_setup.ipynb#Here")]


def test_passages_are_paragraphs_and_code_stays_whole():
    page = Page("1", "Here", TEXT, "link")
    assert [passage.text for passage in passages([page])] == [
        "One **thing**.",
        "```python\na = 1\n\nb = 2\n```",
        "- a list\n- of two",
    ]
    assert all(passage.page is page for passage in passages([page]))


def test_nothing_of_a_page_is_lost():
    for page in lesson_pages():
        assert "".join("".join(passage.text for passage in passages([page])).split()) == "".join(page.text.split())


def test_similarities_do_not_depend_on_lengths():
    assert similarities([[1, 0], [5, 5], [0, 9]], [3, 0]) == pytest.approx([1, 0.5**0.5, 0])


@given(st.text("ab .\n", min_size=1), st.integers(0, 9), st.integers(1, 9))
def test_every_part_of_a_text_is_quoted_from_it(text, start, length):
    words = text.split()[start : start + length]
    assert is_quoted_from(" \n".join(words), text) == bool(words)


@pytest.mark.parametrize("quote", ["Slugs come at noon.", "", " \n", "slugs come at night."])
def test_what_is_no_quote(quote):
    assert not is_quoted_from(quote, "Slugs come at night.")
