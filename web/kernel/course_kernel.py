"""What the kernel in the browser needs so that every lesson runs there as it stands: an extension of IPython.

JupyterLite takes no notice of the tag `raises-exception`: after any error it drops the cells that wait.
So this extension is told by the build which cells are to raise, and shows their errors as output, while
the reply to the request says ok. Any other error still stops what waits.

Charts need matplotlib, and pictures numpy and Pillow. The browser fetches them from Pyodide's own
distribution when they are first imported. Where that fails, a lesson shows the chart that it was
stored with, or says in one line what is missing, and goes on.

The kernel is pinned (jupyterlite-pyodide-kernel, see lock/tools.in): `_showtraceback` and the form of
its messages are read from its release 0.8.6.
"""

import base64
import json
import sys
import warnings
from importlib import invalidate_caches
from importlib.machinery import PathFinder
from pathlib import Path

CELLS = Path(__file__).with_name("course_cells.json")
"""What the build knows of cells: the sources of those that are `planned` to raise, and `charts` by source, as PNG."""

FETCHED = {"matplotlib": "matplotlib", "numpy": "numpy", "PIL": "pillow"}
"""What is imported, and the package that it comes from."""

NOT_FETCHED = (
    "matplotlib, numpy and Pillow could not be fetched from cdn.jsdelivr.net. What needs them does not work now; all else does."
)
STORED_CHART = "matplotlib could not be fetched from cdn.jsdelivr.net. This is the chart as it was stored with the lesson:"


def load_ipython_extension(shell) -> None:
    """Take over how errors are shown, and silence warnings that say nothing to a learner."""
    cells = json.loads(CELLS.read_text(encoding="utf-8"))
    keep_error = shell._showtraceback

    def show_error(kind: type, error: Exception, traceback: list[str]) -> None:
        request = shell.kernel.get_parent()
        source = request["content"]["code"].strip()
        if source in cells["planned"]:
            publish_error(request, kind, error, traceback)
        elif was_not_fetched(error) and source in cells["charts"]:
            show_stored_chart(cells["charts"][source])
        elif was_not_fetched(error):
            from support.not_offered import forget

            print(NOT_FETCHED)
            forget(shell, source, error)
        else:
            keep_error(kind, error, traceback)

    shell._showtraceback = show_error
    sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, Fetching)
    # The HTTP client says that in a browser it cannot count its connections.
    warnings.filterwarnings("ignore", "The following transport option", UserWarning)
    # The progress bar says that it has no thread to look after it; it needs none here.
    warnings.filterwarnings("ignore", "tqdm:disabling monitor support", Warning)


class Fetching:
    """Fetches a package when any code imports it; the kernel itself sees only what a cell imports."""

    @staticmethod
    def find_spec(name: str, path=None, target=None):
        import pyodide_js
        from pyodide.ffi import can_run_sync, run_sync

        if name not in FETCHED or not can_run_sync():
            return None
        run_sync(pyodide_js.loadPackage(FETCHED[name]))
        invalidate_caches()
        return PathFinder.find_spec(name, path, target)


def was_not_fetched(error: Exception) -> bool:
    """Return whether an import failed of what comes from Pyodide's distribution."""
    return isinstance(error, ModuleNotFoundError) and (error.name or "").partition(".")[0] in FETCHED


def show_stored_chart(png: str) -> None:
    """Display a chart, in base64, that the build found in a lesson."""
    from IPython.display import Image, display

    print(STORED_CHART)
    display(Image(base64.b64decode(png)))


def publish_error(request: dict, kind: type, error: Exception, traceback: list[str]) -> None:
    """Send an error to the page as an output of the cell; the reply to the request knows nothing of it."""
    import js
    from pyodide.ffi import to_js

    bundle = {"ename": kind.__name__, "evalue": str(error), "traceback": traceback}
    message = {"type": "execute_error", "bundle": bundle, "parentHeader": request["header"]}
    js.postMessage(to_js({"_kernelMessage": message}, dict_converter=js.Object.fromEntries))
