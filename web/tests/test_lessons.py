"""Lessons run to the end in a browser that reaches nothing else, and show what is stored; their widgets used by hand.

The rest of the lessons take another minute or two: pytest web/tests --every-lesson
"""

import re

import browser
import lessons
import pytest
from course_kernel import NOT_FETCHED, STORED_CHART
from playwright.sync_api import expect

BY_HAND = ("04_parameters.ipynb", "05_streaming.ipynb")
WITHOUT_NUMPY = ("12_search.ipynb", "18_capstone.ipynb")  # what needs it ends in a line here, where nothing can be fetched
PLANNED_ERRORS = "appendix_2023_code.ipynb"
OTHERS = [path.name for path in sorted(lessons.LESSONS.glob("*.ipynb")) if path.name not in BY_HAND]
SLOW = "import offline\nfrom widgets import playground\nplayground('Tell me a story.', client=offline.client(pace=10))"


def run_and_compare(page, site, name):
    lessons.open_lesson(page, site, name)
    cells, expected = lessons.run_all(page), lessons.stored_code(name)
    assert lessons.errors(cells) == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(expected) + 1))
    different = lessons.differences(cells, expected)
    if name in WITHOUT_NUMPY:
        first = [lessons.shown(cell)[0][1] for cell in cells if lessons.shown(cell)]
        assert any(isinstance(text, str) and text.startswith("NotOffered: This needs numpy") for text in first)
        different = [each for each in different if not says_what_is_lacking(each[2])]
    assert different == []
    for cell, stored in zip(cells, expected, strict=True):
        if "import matplotlib" in "".join(cell["source"]):
            (line,), (picture,) = lessons.shown(cell)[:-1], lessons.shown(stored)
            assert line == ("stdout", STORED_CHART + "\n")
            assert lessons.shown(cell)[-1][1]["image/png"] == picture[1]["image/png"]
        if "not-in-browser" in lessons.tags(stored):
            [(_, line)] = lessons.shown(cell)
            assert re.fullmatch(r"NotOffered: .+\n", line) or line == NOT_FETCHED + "\n"


def says_what_is_lacking(shown):
    """Return whether a cell shows only that something is not there, or that its check needs it."""
    texts = [text for kind, text in shown if kind == "stdout"]
    return len(texts) == len(shown) > 0 and all("NotOffered: " in text or "check needs numpy" in text for text in texts)


def nothing_else_was_asked(page, site):
    elsewhere = {url for url in page.outside if not url.startswith("https://cdn.jsdelivr.net/pyodide/")}  # for charts only
    assert not elsewhere
    expected = re.compile(r"favicon|heartbeat|/api/contents/notebooks/[^/]+/all\.json$")  # the last: a folder that a lesson made
    assert [path for path in site.missing if not expected.search(path)] == []


@pytest.mark.parametrize("name", OTHERS)
def test_a_lesson_runs_to_the_end_and_shows_what_is_stored(page, site, name, every_lesson):
    if not every_lesson and name not in ("01_setup.ipynb", PLANNED_ERRORS):
        pytest.skip("only with --every-lesson")
    run_and_compare(page, site, name)
    nothing_else_was_asked(page, site)


def test_parameters_by_hand(page, site):
    run_and_compare(page, site, "04_parameters.ipynb")
    face = face_with(page, "Run")
    replies = face.get_by_role("log", name="Replies")
    face.get_by_label("Prompt").fill("Name a color.")
    button(face, "Run").click()
    expect(replies).to_contain_text("finished")

    browser.run_in_new_cell(page, SLOW)
    face = face_with(page, "Run")
    replies = face.get_by_role("log", name="Replies")
    button(face, "Run").click()
    expect(replies).to_contain_text(re.compile(r"Once|upon|\w+ \w+ \w+ \w+"))
    button(face, "Stop").click()
    expect(replies).to_contain_text("Stopped by you")
    assert len(replies.inner_text().split()) < 60, "the story was not stopped half-way"
    no_key_reaches_the_notebook(page)
    nothing_else_was_asked(page, site)


def test_streaming_by_hand(page, site):
    run_and_compare(page, site, "05_streaming.ipynb")
    face = face_with(page, "Reset")
    chat, box = face.get_by_role("log", name="Conversation"), face.get_by_label("Your message")
    box.click()
    page.keyboard.type("What is the capital city of France?")
    page.keyboard.press("Enter")
    expect(chat).to_contain_text("Paris.")
    expect(face).to_contain_text("1 turn,")
    page.keyboard.type("And its population?")
    page.keyboard.press("Enter")
    expect(chat).to_contain_text("2.1 million")
    expect(face).to_contain_text("2 turns,")  # while a reply is written, Enter sends nothing

    box.fill("Tell me a story.")
    box.press("Enter")
    expect(chat.locator(".tut-bubble")).to_have_count(6)
    expect(chat.locator(".tut-bubble").last).to_contain_text(re.compile(r"\w+ \w+"))
    button(face, "Stop").click()
    expect(chat).to_contain_text("Stopped by you")
    no_key_reaches_the_notebook(page)
    nothing_else_was_asked(page, site)


def no_key_reaches_the_notebook(page):
    """After Stop the focus is still in the widget, and no key there is a command of the notebook (x cuts a cell, b adds one)."""
    before = page.locator(".jp-Cell").count()
    for key in ("x", "b", "a", "Shift+Enter"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.locator(".jp-Cell").count() == before


def button(face, name):
    """Return the button of this name in a widget (the page's menus have a Run too)."""
    return face.get_by_role("button", name=name, exact=True)


def face_with(page, name):
    """Return the last widget that has a button of this name."""
    return page.locator(".tut-face").filter(has=page.get_by_role("button", name=name, exact=True)).last
