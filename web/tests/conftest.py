"""What the tests of the browser edition share: the built site on a server, and a browser that can reach nothing else."""

import os
import sys
import threading
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WEB), str(WEB / "making"), str(WEB / "kernel"), str(WEB.parent / "tests")]

import browser  # noqa: E402
from build import SITE  # noqa: E402
from serving import Server  # noqa: E402

ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
SHOTS = WEB / "out" / "screenshots"
PATIENCE = 120_000  # milliseconds: costs nothing when all is well, and a busy machine is slow
MISSING = browser.what_is_missing()


def pytest_addoption(parser):
    parser.addoption("--every-lesson", action="store_true", help="run all lessons, also those that CI leaves out")


def pytest_collection_modifyitems(items):
    if MISSING and not os.environ.get("CI"):
        for item in items:
            item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def every_lesson(request):
    return request.config.getoption("--every-lesson")


@pytest.fixture(scope="session")
def site():
    """Serve the built site, and yield the server."""
    assert SITE.exists(), "Build the site first: python web/build.py"
    with Server(SITE) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """Yield a browser that can reach this machine only."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser.find_browser(), args=[*browser.FLAGS, ALONE])
        yield running
        running.close()


@pytest.fixture
def page(chromium, site, request):
    """Return a page of a visitor who was never here; `page.outside` is what it asked other servers for."""
    from playwright.sync_api import expect

    page = browser.open_page(chromium)
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.outside = set()
    page.on("request", lambda sent: None if sent.url.startswith((site.origin, "data:", "blob:")) else page.outside.add(sent.url))
    failed_before = request.session.testsfailed
    yield page
    SHOTS.mkdir(exist_ok=True)
    if request.session.testsfailed > failed_before:
        page.screenshot(path=SHOTS / f"{request.node.name}.png")
    page.context.close()
