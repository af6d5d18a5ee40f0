"""The study companion, served by Voilà as lesson 18 says, used as a learner does: by hand, on a desk and on a phone."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import browser
import pytest
from hands import button, expect, skip_without_browser

import offline
from offline.server import serve

pytestmark = skip_without_browser
if not os.environ.get("CI"):  # there, it must not be missing
    pytest.importorskip("voila", reason="The page of lesson 18 needs Voilà: pip install -r requirements-app.txt")

PHONE = {"width": 360, "height": 740}
COMMAND = "voila app/companion.ipynb"


@contextmanager
def voila(folder, **settings):
    """Serve a copy of the companion's notebook from `folder`, with these settings in the environment; yield its URL."""
    shutil.copy(browser.ROOT / "app" / "companion.ipynb", folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    unset = ("TUTORIAL_OFFLINE", "OPENAI_API_KEY", "OPENAI_BASE_URL")
    places = {f"JUPYTER_{name}_DIR": str(folder / ".jupyter" / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {name: value for name, value in os.environ.items() if name not in unset} | places | settings
    environment |= {"PYTHONPATH": str(browser.ROOT), "JUPYTER_PREFER_ENV_PATH": "1", "NO_PROXY": "127.0.0.1,localhost"}
    command = [sys.executable, "-m", "voila", "companion.ipynb", "--no-browser", f"--port={port}"]
    with open(folder / "voila.log", "wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        _wait_until_it_listens(port, server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(10)


def _wait_until_it_listens(port, server):
    ends = time.monotonic() + browser.PATIENCE / 4000
    while time.monotonic() < ends and server.poll() is None:
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("Voilà did not start.")


@pytest.fixture(scope="module")
def without_a_key(tmp_path_factory):
    with voila(tmp_path_factory.mktemp("app"), TUTORIAL_OFFLINE="1") as url:
        yield url


@pytest.fixture
def shown(page):
    """Give a function that opens the page at a URL, and waits until it can be used."""

    def show(url, **size):
        if size:
            page.set_viewport_size(size)
        page.goto(url)
        page.get_by_label("Your question").wait_for(timeout=browser.PATIENCE / 4)
        return page

    return show


def ask(page, question):
    box = page.get_by_label("Your question")
    expect(box).to_be_editable()
    box.fill(question)
    box.press("Enter")
    return page.get_by_role("log", name="Conversation").locator("article").last


def wrong_on(page) -> list[str]:
    """Return what axe-core finds wrong on the whole page."""
    from axe_playwright_python.sync_playwright import Axe

    return [f"{each['id']}: {[node['html'][:150] for node in each['nodes']]}" for each in Axe().run(page).response["violations"]]


def test_a_learner_asks_follows_a_citation_and_takes_a_quiz(shown, without_a_key):
    page = shown(without_a_key)
    expect(page.get_by_text("The offline stand-in answers")).to_be_visible()
    assert wrong_on(page) == []

    reply = ask(page, "What is exponential backoff?")
    expect(reply).to_contain_text("exponential backoff with jitter")
    cited = reply.get_by_text(re.compile(r"^\[\d\] Lesson 6: Wait, and wait longer$"))
    expect(reply.get_by_text("half a second, doubled each time")).to_be_hidden()
    cited.click()
    expect(reply.get_by_text("half a second, doubled each time")).to_be_visible()

    reply = ask(page, "How do I bake bread?")
    expect(reply).to_contain_text("I find no answer to that in the course.")
    reply = ask(page, "What is the difference between the prompt and the instructions?")
    expect(reply).to_contain_text("I find no answer to that in the course. The nearest pages:")
    expect(reply.get_by_text(re.compile(r"^\[\d\] Lesson 2: Instructions$"))).to_be_visible()

    reply = ask(page, "Quiz me!")
    expect(reply).to_contain_text("Which word means this")
    choices = page.get_by_role("group", name="Your choices").get_by_role("button")
    expect(choices).to_have_count(4)
    assert wrong_on(page) == []
    choices.first.click()
    expect(choices).to_have_count(0)
    expect(page.get_by_role("log", name="Conversation")).to_contain_text(re.compile(r"(Right|Not quite): it is "))
    expect(page.get_by_role("group", name="Progress and budget")).to_contain_text("of 1 answered")


def test_what_was_learned_is_still_known_tomorrow(shown, tmp_path):
    (tmp_path / "progress.json").write_text(json.dumps({"token": True, "jitter": False}), encoding="utf-8")
    with voila(tmp_path, TUTORIAL_OFFLINE="1") as url:
        page = shown(url)
        expect(page.get_by_role("group", name="Progress and budget")).to_contain_text(
            "1 right, of 2 answered. Read again: jitter"
        )


def test_a_failure_costs_a_click(shown, tmp_path):
    """A real server, over HTTP, that fails as often as the package tries."""
    with serve(offline.StandIn()) as server:
        settings = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": offline.KEY}
        with voila(tmp_path, **settings) as url:
            page = shown(url)
            talk = page.get_by_role("log", name="Conversation")
            again = button(page, "Try again")
            expect(again).to_be_disabled()
            with server.standin.failing("server_error", times=3) as log:
                ask(page, "What is a token?")
                expect(talk).to_contain_text("Try again sends it once more")
            assert [arrival.status for arrival in log] == [500, 500, 500]
            again.click()
            expect(talk.locator("article").last).to_contain_text("pieces of text")
            expect(talk).not_to_contain_text("Try again sends it once more")
            expect(again).to_be_disabled()
            expect(ask(page, "What is RAG?")).to_contain_text("retrieval-augmented generation")


def test_it_can_be_used_on_a_phone(shown, without_a_key):
    page = shown(without_a_key, **PHONE)
    reply = ask(page, "What is exponential backoff?")
    expect(reply).to_contain_text("exponential backoff with jitter")
    reply.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    send = page.get_by_role("button", name="Send").bounding_box()
    assert send["x"] + send["width"] <= PHONE["width"]
    assert wrong_on(page) == []


def test_the_lesson_names_the_command_that_works():
    lesson = (browser.ROOT / "notebooks" / "18_capstone.ipynb").read_text(encoding="utf-8")
    assert f".venv/bin/{COMMAND}" in lesson
    assert "voila" in (browser.ROOT / "requirements-app.txt").read_text(encoding="utf-8")


def test_a_server_that_is_not_there_is_said(shown, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(OSError):
        urllib.request.urlopen(nobody, timeout=2)
    with voila(tmp_path, OPENAI_BASE_URL=nobody, OPENAI_API_KEY=offline.KEY) as url:
        page = shown(url)
        ask(page, "What is a token?")
        expect(page.get_by_role("log", name="Conversation")).to_contain_text("Try again sends it once more")
