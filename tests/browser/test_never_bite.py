"""No widget harms the notebook around it, and none is silently dead."""

import re

import browser
import pytest
from hands import START, button, cells, expect, face_with, skip_without_browser

pytestmark = skip_without_browser

CHAT = START + "chat_box(Conversation(client=slow))"
PLAY = START + "playground('Tell me a story.', client=slow)"
COMMANDS = "xbbdd mza00"  # in a notebook: cut, add below, delete, Markdown, undo, add above, restart


def test_what_is_typed_after_stop_goes_into_the_chat_box(opened):
    page = opened(CHAT, "1 + 1")
    before, face = cells(page), face_with(page, "Reset")
    box = face.get_by_label("Your message")
    box.fill("Tell me a story.")
    box.press("Enter")
    expect(face.locator(".tut-md").last).to_contain_text(re.compile(r"\w+ \w+"))
    button(face, "Stop").click()
    page.keyboard.type(COMMANDS)
    expect(box).to_have_value(COMMANDS)
    button(face, "Try again").click()
    page.keyboard.type("!")
    expect(box).to_have_value(COMMANDS + "!")
    assert cells(page) == before


def test_stop_takes_the_focus_once_and_never_back(opened):
    page = opened(CHAT, "1 + 1")
    face = face_with(page, "Reset")
    box = face.get_by_label("Your message")
    box.fill("Tell me a story.")
    box.press("Enter")
    expect(face.locator(".tut-md").last).to_contain_text(re.compile(r"\w+ \w+"))
    button(face, "Stop").click()
    page.locator(".jp-CodeCell .cm-content").last.click()  # before Python has heard of the click on Stop
    expect(face).to_contain_text("Stopped by you")
    page.wait_for_timeout(500)
    page.keyboard.type("3")
    expect(box).to_have_value("")
    assert "3" in cells(page)[-1]


def test_what_is_typed_after_stop_goes_into_the_prompt(opened):
    page = opened(PLAY, "1 + 1")
    before, face = cells(page), face_with(page, "Run")
    prompt = face.get_by_label("Prompt")
    prompt.press("ControlOrMeta+Enter")
    expect(face.get_by_role("log", name="Replies").locator(".tut-md").first).to_contain_text(re.compile(r"\w+ \w+"))
    button(face, "Stop").click()
    page.keyboard.press("End")
    page.keyboard.type(COMMANDS)
    expect(prompt).to_have_value("Tell me a story." + COMMANDS)
    expect(face).to_contain_text("Stopped by you")
    assert cells(page) == before


@pytest.mark.parametrize("cell", [CHAT, PLAY, START + "temperature_picture(client=slow)", START + "cost_calculator()"])
def test_no_key_pressed_on_any_control_reaches_the_notebook(opened, cell):
    page = opened(cell, "1 + 1")
    before = cells(page)
    controls = page.locator(".tut-face").locator("button, select, summary, [role=slider], input")
    for place in range(controls.count()):
        control = controls.nth(place)  # looked up anew: what a key changes may be drawn again
        if control.is_visible() and control.is_enabled():
            control.focus()
            for key in ("x", "b", "d", "d", "m", "Shift+Enter", "Alt+Enter"):
                page.keyboard.press(key)
    assert cells(page) == before


def test_a_kernel_that_was_restarted_is_said(opened):
    page = opened(CHAT, PLAY)
    browser.restart_kernel(page)
    for face in page.locator(".tut-face").all():
        expect(face).to_contain_text("Run this cell again.")
        assert face.evaluate("each => getComputedStyle(each, '::before').display") == "none", "a broken-link icon shows"
    assert page.locator(".tut-face [inert]").count()
    browser.run_all(page)
    expect(page.locator(".tut-gone")).to_have_count(0)


@pytest.mark.parametrize("notebook7", [False, True])
def test_a_saved_notebook_that_is_opened_again_says_what_to_do(opened, lab, page, notebook7):
    opened(CHAT, PLAY)
    expect(page.locator(".tut-still:visible")).to_have_count(0)  # the widget hides it
    browser.save(page)
    name = page.url.rpartition("/")[2].partition("?")[0]
    browser.shut_down_kernels(page)
    browser.open_notebook(page, lab, name, notebook7=notebook7)
    expect(page.locator(".tut-still:visible")).to_have_count(2)
    expect(page.locator(".tut-still").first).to_contain_text("Run this cell again")
    page.wait_for_timeout(4_000)  # JupyterLab looks for the widget for so long
    assert "Error displaying widget" not in page.locator(".jp-Notebook").inner_text()


def test_what_is_sent_while_another_cell_runs_is_seen_waiting(chromium, tmp_path):
    browser.write_notebook(tmp_path / "a.ipynb", [CHAT, PLAY, "time.sleep(0)"])
    page = browser.open_page(chromium)
    with browser.jupyter_lab(tmp_path, clicks_wait=True) as url:
        browser.open_notebook(page, url, "a.ipynb")
        browser.run_all(page)
        page.locator(".jp-CodeCell .cm-content").last.click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.insert_text("time.sleep(8)")
        page.keyboard.press("ControlOrMeta+Enter")
        box = page.get_by_label("Your message")
        box.fill("Hello!")
        box.press("Enter")
        expect(page.locator(".tut-queued")).to_contain_text("Waiting to be sent, as another cell is running: Hello!")
        button(face_with(page, "Run"), "Run").click()
        expect(page.locator(".tut-waits").last).to_contain_text("waits until it has ended")
        expect(page.get_by_role("log", name="Conversation").locator(".tut-user")).to_contain_text("Hello!")
        expect(page.locator(".tut-queued")).to_be_empty()
        expect(page.locator(".tut-waits")).to_have_count(0)
    page.context.close()


def test_a_number_out_of_bounds_is_said(opened):
    page = opened(PLAY)
    face = face_with(page, "Run")
    number, slider = face.get_by_role("textbox", name="Temperature, as a number"), face.get_by_role("slider", name="Temperature")
    for typed, said, value in (
        ("5", "Temperature goes from 0 to 2", "1"),
        ("0.7", "", "0.7"),
        ("x", "What you wrote (x)", "0.7"),
    ):
        number.click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        expect(face.locator(".widget-slider", has_text="Temperature").locator(".tut-said")).to_contain_text(said)
        expect(slider).to_have_attribute("aria-valuetext", value)
    face.get_by_label("Max tokens").fill("5")
    expect(face).to_contain_text("Max tokens goes from 16 to 100,000; 5 is not sent.")
    button(face, "Run").click()
    expect(face.get_by_role("log", name="Message")).to_contain_text("5 is not sent")
