"""Light and dark, narrow and wide, JupyterLab and Notebook 7, and for screen readers."""

import re

import browser
import pytest
from hands import START, button, expect, face_with, skip_without_browser

pytestmark = skip_without_browser

RUN = {"type": "function_call", "name": "f", "arguments": "{}", "call_id": "c"}
WIDGETS = {
    "playground": "playground('Name a color.', client=offline.client(), samples=3)",
    "chat box": "chat_box(Conversation(client=offline.client()))",
    "temperature": "temperature_picture(client=offline.client())",
    "tokens": "token_picture(client=offline.client())",
    "costs": "cost_calculator(cached=0.5)",
    "meaning": "meaning_map(client=offline.client())",
    "tools": f"tool_run({{'role': 'user', 'content': 'Hi'}}, {RUN})",
}
CELLS = [START, *WIDGETS.values()]


def use_all(page):
    """Run everything once, so that replies, cards, bars and the map are on the page, too."""
    button(face_with(page, "Run"), "Compare").click()
    for run in page.locator(".tut-run:not(:disabled)").all():
        run.click()
    box = page.get_by_label("Your message")
    box.fill("Explain recursion.")
    box.press("Enter")
    expect(page.get_by_role("log", name="Conversation")).to_contain_text("Regenerate")
    expect(page.get_by_role("log", name="Replies").locator("article")).to_have_count(6)
    button(face_with(page, "Run"), "Show code").click()
    button(face_with(page, "Reset"), "Show what is sent").click()
    expect(page.locator(".tut-map")).to_be_visible()
    expect(page.get_by_role("log", name="Replies").locator("article").last).to_contain_text("finished")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_wrong(opened, theme):
    page = opened(*CELLS, theme=theme)
    assert browser.violations(page) == []
    use_all(page)
    assert browser.violations(page) == []


@pytest.mark.parametrize("notebook7", [False, True])
def test_every_width_holds_every_widget(opened, notebook7):
    page = opened(*CELLS, theme="dark", notebook7=notebook7)
    use_all(page)
    for width in (700, 1000, 1400):
        page.set_viewport_size({"width": width, "height": 1400})
        for face in page.locator(".tut-face").all():
            name = face.get_attribute("class")
            assert face.evaluate("each => each.scrollWidth <= each.clientWidth + 1"), f"wider than a page of {width}: {name}"
    color = page.locator(".tut-assistant").first.evaluate("each => getComputedStyle(each).color")
    assert sum(int(part) for part in re.findall(r"\d+", color)[:3]) > 3 * 128, f"dark text on a dark page: {color}"


def test_the_playground_is_run_by_the_keyboard_alone(opened):
    page = opened(START + "playground('Name a color.', client=offline.client())")
    face = face_with(page, "Run")
    face.get_by_label("Prompt").focus()
    page.keyboard.press("Tab")
    expect(button(face, "Run")).to_be_focused()  # one Tab from the prompt
    page.keyboard.press("Enter")
    expect(face.get_by_role("log", name="Replies")).to_contain_text("finished")
