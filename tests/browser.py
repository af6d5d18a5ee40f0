"""What the browser tests need: JupyterLab as the README starts it, and a headless Chromium.

with jupyter_lab(folder) as url, browser_page(width=1200) as page:
    open_notebook(page, url, "04_parameters.ipynb")
    run_all(page)
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (  # of Chrome where it is not on the PATH: macOS and Windows
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 120_000  # milliseconds: on a busy machine a kernel takes its time, and waiting costs nothing when all is well


def what_is_missing() -> str:
    """Return a sentence that says what to install for the browser tests, or an empty text."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "The browser tests need Playwright: pip install -r tests/requirements.txt"
    if not find_browser():
        return "The browser tests need Chrome or Chromium: install it from google.com/chrome, or with apt-get install chromium"
    return ""


def find_browser() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None."""
    candidates = [*map(shutil.which, BROWSERS), *map(shutil.which, map(os.path.expandvars, PLACES))]
    return next(filter(None, candidates), None)


def write_notebook(path: Path, cells: list[str]) -> None:
    """Write a notebook with these code cells."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)


def copy_unrun(lesson: Path, folder: Path) -> None:
    """Copy a notebook without its outputs, so that what is on the page was run there."""
    notebook = nbformat.read(lesson, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(notebook, folder / lesson.name)


def readme_arguments() -> list[str]:
    """Return what the README's first command hands to `jupyter`."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.search(r"^python3 .* && \.venv/bin/jupyter (lab .*)$", readme, re.MULTILINE)[1].split()


@contextmanager
def jupyter_lab(folder: Path, arguments: Sequence[str] = ("lab", "--config=jupyter_lab_config.py"), *, clicks_wait: bool = False):
    """Start JupyterLab in `folder` with the course's settings, and yield its URL.

    With `clicks_wait`, a click waits until the running cell has ended, as with kernels that have no subshells.
    """
    shutil.copy(ROOT / "jupyter_lab_config.py", folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {f"JUPYTER_{name}_DIR": str(folder / ".jupyter" / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    settings |= {"TUTORIAL_OFFLINE": "1", "JUPYTER_PREFER_ENV_PATH": "1", "IPYTHONDIR": str(folder / ".ipython")}
    settings |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "NO_PROXY": "127.0.0.1,localhost"}
    _settle_lab(folder / ".jupyter" / "settings", "disabled" if clicks_wait else "perCommTarget")
    settings["JUPYTERLAB_SETTINGS_DIR"] = str(folder / ".jupyter" / "settings")
    options = ["--no-browser", f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token="]
    command = [sys.executable, "-m", "jupyter", *arguments, *options, "--allow-root"]
    url = f"http://127.0.0.1:{port}"
    with open(folder / "jupyter.log", "wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=log, stderr=log)
    try:
        _wait_for(f"{url}/api/status", server, folder / "jupyter.log")
        yield url
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def opened_first(folder: Path) -> str:
    """Return the URL that the JupyterLab in `folder` would show in the browser when it starts."""
    (page,) = (folder / ".jupyter" / "runtime").glob("jpserver-file-to-run-*-open.html")
    return re.search(r'href="(http[^"]+)"', page.read_text(encoding="utf-8"))[1]


def _settle_lab(folder: Path, comms_over_subshells: str) -> None:
    """Let JupyterLab be light or dark as the browser wants it, ask nothing, and keep every cell on the page."""
    for name, settings in {
        "apputils-extension/themes": '{"adaptive-theme": true}',
        "apputils-extension/notification": '{"fetchNews": "false"}',
        "notebook-extension/tracker": '{"windowingMode": "none"}',
        "apputils-extension/kernels-settings": f'{{"commsOverSubshells": "{comms_over_subshells}"}}',
    }.items():
        path = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(settings)


def _wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    ends = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < ends and server.poll() is None:
        try:
            opener.open(url, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


@contextmanager
def chromium():
    """Yield a headless browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield browser
        browser.close()


def open_page(browser, *, width: int = 1200, height: int = 1400):
    """Return a new page of the browser, with a profile of its own."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(60_000)
    return page


def open_notebook(page, url: str, name: str, *, theme: str = "light", notebook7: bool = False) -> None:
    """Open a notebook in a fresh workspace of JupyterLab (or in Notebook 7), and wait until its kernel is ready."""
    page.emulate_media(color_scheme=theme)
    if notebook7:
        page.goto(f"{url}/notebooks/{name}")
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=PATIENCE)
        return
    page.goto(f"{url}/lab/workspaces/test-{time.time_ns()}/tree/{name}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE)
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=PATIENCE)
    if page.locator("#jp-left-stack").is_visible():
        page.keyboard.press("ControlOrMeta+b")  # the file list only takes room


def run_all(page) -> None:
    """Run every cell by the menu, and wait until all have run. Raises AssertionError if one does not."""
    from playwright.sync_api import TimeoutError

    begun = "() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].some(each => /\\[[*\\d]+\\]/.test(each.textContent))"
    for _ in range(3):  # before the kernel is there, a notebook takes no notice of it, or asks which kernel to take
        if (select := page.locator(".jp-Dialog", has_text="Select Kernel").locator(".jp-mod-accept")).is_visible():
            select.click()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        with suppress(TimeoutError):
            page.wait_for_function(begun, timeout=PATIENCE / 6)
            break
    everything_has_run = """() => {
        const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(each => each.textContent);
        return prompts.length && prompts.every(each => /\\[\\d+\\]/.test(each));
    }"""
    try:
        page.wait_for_function(everything_has_run, timeout=PATIENCE)
    except TimeoutError:
        prompts = page.locator(".jp-CodeCell .jp-InputPrompt").all_inner_texts()
        errors = page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").all_inner_texts()
        raise AssertionError(f"Not every cell was run: {prompts}\n" + "\n".join(errors)) from None


def choose(page, menu: str, entry: str) -> None:
    """Choose an entry of a menu; its name alone counts, not the keys that stand beside it."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile(f"^{re.escape(entry)}$")).click()


def restart_kernel(page) -> None:
    """Restart the kernel by the menu."""
    choose(page, "Kernel", "Restart Kernel…")
    page.locator(".jp-Dialog .jp-mod-accept").click()


def shut_down_kernels(page) -> None:
    """End all kernels, as closing JupyterLab for the night does."""
    page.evaluate("""async () => {
        const headers = {"X-XSRFToken": document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? ""};
        const running = await (await fetch("/api/kernels")).json();
        await Promise.all(running.map(each => fetch(`/api/kernels/${each.id}`, {method: "DELETE", headers})));
    }""")


def save(page) -> None:
    """Save the notebook by the menu, and wait until it is written."""
    choose(page, "File", "Save Notebook")
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")


def violations(page) -> list[str]:
    """Return what axe-core finds wrong in the widgets of the page, a line for each kind."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=".tut-face").response["violations"]
    return [f"{each['id']}: {each['help']}: {[node['html'][:150] for node in each['nodes'][:3]]}" for each in found]


def run_in_new_cell(page, code: str) -> str:
    """Paste code into a new cell at the end of the notebook, run it, and return what it printed."""
    before = page.locator(".jp-CodeCell").count()
    page.locator(".jp-CodeCell .jp-InputPrompt").last.click()
    page.keyboard.press("b")
    page.locator(".jp-CodeCell").nth(before).wait_for()
    cell = page.locator(".jp-CodeCell").last
    cell.locator(".cm-content").click()
    page.keyboard.insert_text(code)
    page.keyboard.press("ControlOrMeta+Enter")
    page.wait_for_function(
        "() => /\\[\\d+\\]/.test([...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].at(-1).textContent)"
    )
    return "\n".join(cell.locator(".jp-OutputArea-output").all_inner_texts())
