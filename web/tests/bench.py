"""How fast the site is: python web/tests/bench.py opens the first lesson twice, as a new visitor and as one who comes again."""

import sys
import threading
import time
from pathlib import Path

WEB = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WEB), str(WEB.parent / "tests")]

import browser  # noqa: E402
import lessons  # noqa: E402
from build import SITE  # noqa: E402
from serving import Server  # noqa: E402

HAS_KERNEL = "() => jupyterapp.shell.currentWidget.sessionContext?.session?.kernel"
START = """async () => {
    await jupyterapp.commands.execute('notebook:clear-all-cell-outputs');
    window.ended = false;
    jupyterapp.commands.execute('notebook:run-all-cells').then(() => window.ended = true);
}"""
HAS_OUTPUT = (
    "() => [...jupyterapp.shell.currentWidget.content.model.cells].some(cell => cell.type == 'code' && cell.outputs.length)"
)


def visit(context, server: Server) -> str:
    """Open the first lesson, run it as soon as the page lets you, and return what that took."""
    page = context.new_page()
    page.set_default_timeout(300_000)
    server.sent, begun, took = 0, time.perf_counter(), {}
    page.goto(f"{server.url}app/notebooks/index.html?path=notebooks/01_setup.ipynb")
    page.wait_for_function(lessons.OPENED)
    took["notebook"] = time.perf_counter() - begun
    page.wait_for_function(HAS_KERNEL)
    page.evaluate(START)
    page.wait_for_function(HAS_OUTPUT)
    took["first output"] = time.perf_counter() - begun
    page.wait_for_function("() => window.ended")
    took["all cells"] = time.perf_counter() - begun
    page.close()
    return ", ".join(f"{what} {seconds:.1f} s" for what, seconds in took.items()) + f"; {server.sent / 1e6:.1f} MB sent"


def main() -> None:
    with Server(SITE) as server, browser.chromium() as running:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = running.new_context()
        print("first visit: ", visit(context, server))
        print("second visit:", visit(context, server))
        server.shutdown()


if __name__ == "__main__":
    main()
