"""What a learner's hands do with the widgets, in a real browser on a real JupyterLab.

Screenshots of failures are kept in tests/screenshots/.
"""

import re
import shutil

import browser
from hands import button, expect, face_with, skip_without_browser

pytestmark = skip_without_browser


def test_the_readme_opens_the_first_notebook_and_all_of_it_runs(chromium, tmp_path):
    shutil.copytree(browser.ROOT / "notebooks", tmp_path / "notebooks")
    browser.copy_unrun(browser.ROOT / "notebooks" / "01_setup.ipynb", tmp_path / "notebooks")
    page = browser.open_page(chromium)
    with browser.jupyter_lab(tmp_path, browser.readme_arguments()):
        page.goto(browser.opened_first(tmp_path))
        page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=browser.PATIENCE)
        expect(page.locator(".jp-Notebook")).to_contain_text("1. Setup: your first request")
        browser.run_all(page)
        notebook = page.locator(".jp-Notebook")
        expect(notebook).to_contain_text("The offline stand-in answers: no key, no network, no cost.")
        expect(notebook).to_contain_text("15 tokens in, 8 tokens out")
        expect(notebook).to_contain_text("Exercise 1.2: not yet")
        expect(page.locator(".jp-OutputArea-output[data-mime-type*=error]")).to_have_count(0)
    page.context.close()


def test_parameters_by_hand(lab, page):
    browser.open_notebook(page, lab, "04_parameters.ipynb")
    browser.run_all(page)
    expect(page.locator("body")).not_to_contain_text("Error displaying widget")
    with_a_playground(page)
    with_the_picture(page)


def with_a_playground(page):
    face = face_with(page, "Run")
    replies, runs = face.get_by_role("log", name="Replies"), face.get_by_role("group", name="Runs, to compare")
    expect(runs).to_contain_text("No runs yet")

    # Temperature by keyboard, Run by keyboard, and two runs side by side
    face.get_by_label("Prompt").fill("Name a color.")
    slider = face.get_by_role("slider", name="Temperature")
    button(face, "Show code").click()
    code = face.get_by_role("group", name="Python code of this call")
    for count, steps, temperature in ((1, 3, "0.3"), (2, 15, "1.5")):
        slider.focus()
        for key in ["Home"] + steps * ["ArrowRight"]:
            page.keyboard.press(key)
        expect(slider).to_have_attribute("aria-valuetext", temperature)
        expect(code).to_contain_text(f"temperature={temperature}")
        button(face, "Run").focus()
        page.keyboard.press("Enter")
        expect(runs.locator("tbody tr")).to_have_count(count)
        expect(replies).to_contain_text("finished")
    expect(runs.locator("thead")).to_contain_text("Temperature")
    expect(runs.locator("tbody tr").nth(0)).to_contain_text("0.3")
    expect(runs.locator("tbody tr").nth(1)).to_contain_text("1.5")
    button(face, "Copy runs as CSV").click()
    expect(button(face, "Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith('"run","setting","reply","status","model"')

    # What the model does not take
    face.get_by_label("Reasoning effort").select_option("high")
    expect(face).to_contain_text("only with effort none")
    expect(face.locator(".widget-slider", has_text="Temperature").locator("[disabled]").first).to_be_attached()
    face.get_by_label("Reasoning effort").select_option("none")
    expect(face).not_to_contain_text("only with effort none")

    # The code, run as it stands in a new cell
    expect(button(face, "Copied")).to_have_count(0)
    button(face, "Copy code").click()
    expect(button(face, "Copied")).to_be_visible()
    said = browser.run_in_new_cell(page, page.evaluate("navigator.clipboard.readText()"))
    assert "The offline stand-in answers" in said and len(said.splitlines()) == 2 and "Error" not in said

    # Stop in mid-stream
    slow = "import offline\nplayground('Tell me a story.', client=offline.client(pace=10))"
    browser.run_in_new_cell(page, slow)
    face = face_with(page, "Run")
    replies = face.get_by_role("log", name="Replies")
    button(face, "Run").click()
    expect(replies).to_contain_text("writing …")
    expect(replies.locator(".tut-md")).to_contain_text(re.compile(r"\w+ \w+"))
    button(face, "Stop").click()
    expect(replies).to_contain_text("Stopped by you")
    assert len(replies.locator(".tut-md").inner_text().split()) < 15, "the story was not stopped half-way"
    expect(face.get_by_label("Prompt")).to_be_focused()
    expect(face.get_by_role("group", name="Runs, to compare").locator("tbody tr")).to_contain_text("stopped")


def with_the_picture(page):
    face = face_with(page, "Ask once")
    face.get_by_label("Prompt").fill("The sky is")
    button(face, "Ask once").click()
    bars = face.get_by_role("group", name="Chances of the next token")
    expect(bars).to_contain_text("60.6%")
    expect(face.get_by_role("group", name="The reply, marked").locator("[title]").first).to_be_visible()
    browser.run_in_new_cell(page, "last = offline.shared.requests[-1]")
    wide = bars.locator(".tut-bar").first.bounding_box()["width"]
    slider = face.get_by_role("slider", name="Temperature")
    slider.focus()
    page.keyboard.press("End")
    expect(bars).to_contain_text("at least")
    assert bars.locator(".tut-bar").first.bounding_box()["width"] < 0.8 * wide
    page.keyboard.press("Home")
    expect(bars.locator("tr").first).to_contain_text("100.0%")
    assert "True" in browser.run_in_new_cell(page, "print(offline.shared.requests[-1] is last)")  # no new request


def test_streaming_by_hand(lab, page):
    browser.open_notebook(page, lab, "05_streaming.ipynb")
    browser.run_all(page)
    expect(page.locator(".jp-OutputArea").filter(has_text="Error displaying widget")).to_have_count(0)
    face = face_with(page, "Reset")
    chat, box = face.get_by_role("log", name="Conversation"), face.get_by_label("Your message")

    # Two turns, the second of which needs the first
    box.click()
    page.keyboard.type("What is the capital city of France?")
    page.keyboard.press("Enter")
    expect(chat.locator(".tut-user")).to_contain_text("What is the capital city of France?")
    expect(chat).to_contain_text("Paris.")
    expect(box).to_have_value("")
    expect(face).to_contain_text("1 turn,")
    page.keyboard.type("And its")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("population?")
    expect(box).to_have_value("And its\npopulation?")
    page.keyboard.press("Enter")
    expect(chat).to_contain_text("2.1 million")
    expect(chat.locator(".tut-bubble")).to_have_count(4)
    expect(face).to_contain_text("2 turns,")  # while a reply is written, Enter sends nothing

    # What will be sent next
    button(face, "Show what is sent").click()
    box.fill("Tell me a story.")
    upcoming = face.get_by_role("group", name="The request that will be sent next")
    expect(upcoming).to_contain_text('"content": "Tell me a story."')
    expect(upcoming).to_contain_text("And its\\npopulation?")
    button(face, "Hide what is sent").click()

    # Stop in mid-stream
    box.press("Enter")
    expect(chat.locator(".tut-bubble")).to_have_count(6)
    expect(chat.locator(".tut-md").last).to_contain_text(re.compile(r"\w+ \w+"))
    button(face, "Stop").click()
    expect(chat).to_contain_text("Stopped by you")
    expect(box).to_be_focused()

    # A failure, and the way back
    browser.run_in_new_cell(page, "slow.api_key = 'wrong'")
    button(face, "Try again").click()
    expect(chat).to_contain_text("The server did not accept your API key")
    expect(face).not_to_contain_text("Traceback")
    expect(chat.locator(".tut-user").last).to_contain_text("Tell me a story.")
    browser.run_in_new_cell(page, "slow.api_key = offline.KEY")
    button(face, "Try again").click()
    expect(face).to_contain_text("3 turns,")
    expect(chat).not_to_contain_text("The server did not accept your API key")

    # Save, reset, load
    button(face, "Save").click()
    expect(face).to_contain_text("Saved to conversation.json")
    button(face, "Reset").click()
    expect(face).to_contain_text("Forgotten: 3 turns.")
    expect(chat).to_contain_text("Nothing has been said yet.")
    button(face, "Load").click()
    expect(chat).to_contain_text("2.1 million")

    # HTML from the model is shown, not obeyed
    attack = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    code = f"talk = Conversation()\ntalk.messages = [{{'role': 'user', 'content': 'Hi'}}, {{'role': 'assistant', 'content': {attack!r}}}]\nchat_box(talk)"
    browser.run_in_new_cell(page, code)
    expect(page.get_by_role("log", name="Conversation").last).to_contain_text("<script>")
    assert page.evaluate("window.hacked === undefined")
