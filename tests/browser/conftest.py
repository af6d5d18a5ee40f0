"""JupyterLab and Chromium, started once for each file of this folder; a page for each test.

Not once for all: while Playwright runs, no other test of its process can start an event loop.
"""

import browser
import pytest
from hands import MISSING, SCREENSHOTS

LESSONS = ("04_parameters.ipynb", "05_streaming.ipynb")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the folder that JupyterLab shows, with copies of two lessons."""
    if MISSING:
        pytest.fail(MISSING)
    folder = tmp_path_factory.mktemp("lab")
    for lesson in LESSONS:
        browser.copy_unrun(browser.ROOT / "notebooks" / lesson, folder)
    return folder


@pytest.fixture(scope="module")
def lab(folder):
    """Start JupyterLab once, and return its URL."""
    with browser.jupyter_lab(folder) as url:
        yield url


@pytest.fixture(scope="module")
def chromium(folder):
    with browser.chromium() as running:
        yield running


@pytest.fixture
def page(chromium, request):
    """Return a page; if the test fails, keep a picture of it."""
    page = browser.open_page(chromium)
    failed_before = request.session.testsfailed
    yield page
    if request.session.testsfailed > failed_before:
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{request.node.name}.png")
    page.context.close()


@pytest.fixture
def opened(folder, lab, page, request):
    """Give a function that opens a notebook with these cells in JupyterLab, all of them run."""

    def open_cells(*cells, **options):
        name = f"{request.node.name.partition('[')[0]}.ipynb"
        browser.write_notebook(folder / name, list(cells))
        browser.open_notebook(page, lab, name, **options)
        browser.run_all(page)
        return page

    yield open_cells
    browser.shut_down_kernels(page)
