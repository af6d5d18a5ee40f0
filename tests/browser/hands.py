"""What the browser tests share: pages and notebooks of their own, and short names for what hands do."""

import os

import browser
import pytest

MISSING = browser.what_is_missing()
skip_without_browser = pytest.mark.skipif(bool(MISSING) and not os.environ.get("CI"), reason=MISSING)
SCREENSHOTS = browser.ROOT / "tests" / "screenshots"
START = """import offline
import time
from utils import Conversation
from widgets import *
slow = offline.client(pace=10)
"""


def expect(locator):
    from playwright.sync_api import expect

    expect.set_options(timeout=browser.PATIENCE / 4)
    return expect(locator)


def button(face, name):
    """Return the button of this name in a widget (the page's menus have a Run too)."""
    return face.get_by_role("button", name=name, exact=True)


def face_with(page, name):
    """Return the last widget that has a button of this name."""
    return page.locator(".tut-face").filter(has=page.get_by_role("button", name=name, exact=True)).last


def cells(page) -> list[str]:
    """Return the code in the cells of the notebook."""
    return page.locator(".jp-CodeCell .cm-content").all_inner_texts()
