"""What hands do that no lesson does: compare, edit and send again, refuse to overwrite, click a token."""

import re

from hands import START, button, expect, face_with, skip_without_browser

pytestmark = skip_without_browser


def test_two_settings_are_compared_on_one_prompt(opened):
    page = opened(START + "playground(client=offline.client())")
    face = face_with(page, "Run")
    button(face, "Compare").click()
    expect(face).to_contain_text("Setting B")
    face.get_by_role("slider", name="Temperature").nth(1).press("End")
    button(face, "Name a color.").locator("visible=true").or_(face.get_by_text("More examples")).first.click()
    face.get_by_label("Prompt").fill("Name a color.")
    face.get_by_label("Prompt").press("ControlOrMeta+Enter")
    replies = face.get_by_role("log", name="Replies")
    expect(replies.locator("article")).to_have_count(2)
    expect(replies.locator("article").nth(1)).to_contain_text("finished")
    expect(replies.locator("mark")).to_have_text(["temperature 1.0", "temperature 2.0"])
    tops = [article.bounding_box()["y"] for article in replies.locator("article").all()]
    assert tops[0] == tops[1], "the two do not stand side by side"
    button(replies.locator("article").first, "Copy").click()
    expect(button(face, "Copied")).to_be_visible()
    assert (
        page.evaluate("navigator.clipboard.readText()")
        == replies.locator("article").first.locator(".tut-md").inner_text().strip()
    )


def test_an_earlier_message_is_changed_and_sent_again(opened):
    page = opened(START + "box = chat_box(Conversation(client=offline.client()), temperature=0)\nbox")
    face = face_with(page, "Reset")
    chat, box = face.get_by_role("log", name="Conversation"), face.get_by_label("Your message")
    for question, reply in (("What is the capital city of France?", "Paris."), ("And its population?", "2.1 million")):
        box.fill(question)
        box.press("Enter")
        expect(chat).to_contain_text(reply)
        expect(chat).to_have_attribute("aria-busy", "false")
    expect(face.get_by_role("group", name="What each turn used").locator("tbody tr")).to_have_count(2)
    button(chat, "Edit").first.click()
    expect(box).to_be_focused()
    expect(box).to_have_value("What is the capital city of France?")
    box.fill("What is the capital city of Italy?")
    box.press("Enter")
    expect(chat).to_contain_text("Rome")
    expect(chat).not_to_contain_text("2.1 million")
    expect(chat).to_contain_text("variant 2 of 2")
    button(chat, "‹").click()
    expect(chat).to_contain_text("2.1 million")
    button(chat, "Regenerate").click()
    expect(chat.locator(".tut-bubble")).to_have_count(4)
    button(face, "Copy as Python").click()
    expect(button(face, "Copied")).to_be_visible()
    assert "conversation.ask(question, temperature=0)" in page.evaluate("navigator.clipboard.readText()")


def test_nothing_is_overwritten_or_lost_without_a_question(opened, folder):
    (folder / "mine.txt").write_text("My own notes.")
    page = opened(START + "chat_box(Conversation(client=offline.client()))")
    face = face_with(page, "Reset")
    face.get_by_label("Your message").fill("Hello!")
    face.get_by_label("Your message").press("Enter")
    expect(face).to_contain_text("1 turn,")
    face.get_by_label("File").fill("mine.txt")
    button(face, "Save").click()
    expect(face).to_contain_text("mine.txt is not a saved chat, so it stays as it is.")
    assert (folder / "mine.txt").read_text() == "My own notes."
    button(face, "Reset").click()
    expect(face).to_contain_text("This chat is not saved.")
    button(face, "No").click()
    expect(face).to_contain_text("1 turn,")
    button(face, "Reset").click()
    button(face, "Yes").click()
    expect(face).to_contain_text("Forgotten: 1 turn.")
    expect(face.get_by_label("Your message")).to_be_focused()


def test_a_token_is_clicked_for_its_alternatives(opened):
    page = opened(START + "temperature_picture('The sky is', client=offline.client())")
    face = face_with(page, "Ask once")
    face.get_by_label("Prompt").press("ControlOrMeta+Enter")
    tokens = face.locator(".tut-token")
    expect(tokens.nth(1)).to_be_visible()
    tokens.nth(1).click()
    expect(tokens.nth(1)).to_have_class(re.compile("tut-chosen"))
    expect(tokens.nth(1)).to_be_focused()  # though the reply was drawn anew
    expect(face.get_by_role("slider", name="Token of the reply")).to_have_attribute("aria-valuetext", "2")
