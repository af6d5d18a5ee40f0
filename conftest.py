"""What must hold for every test and every notebook kernel: offline, and no key in sight. And how nbval runs the lessons.

It stands at the root because `pytest notebooks/` does not load tests/conftest.py. Notebook kernels
are processes of their own; they see these settings through the environment.
"""

import os
import tempfile
from pathlib import Path
from unittest import mock

import pytest

for name in [name for name in os.environ if name.startswith("OPENAI_")]:
    del os.environ[name]
os.environ.pop("TUTORIAL_MODEL", None)
os.environ["TUTORIAL_OFFLINE"] = "1"

# --- Workers ---


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let one worker run all of what shares a kernel or a JupyterLab, and share out every other test by itself.

    That is what marks and `--dist loadgroup` are for, but pytest 9.2 does not heed them (pytest-xdist, issue 1386).
    """
    from xdist.scheduler import LoadScopeScheduling  # here: regenerate.py does not need it

    class Sharing(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file = nodeid.partition("::")[0]
            return file if file.endswith(".ipynb") or "/browser/" in file else nodeid

    return Sharing(config, log)


# --- nbval: one test for each cell of a lesson, all cells of a lesson in one kernel ---

ATTEMPTS = Path(tempfile.gettempdir()) / f"attempts-of-{os.getpid()}.txt"
"""Which connections a lesson tried; there is such a file only if it did."""


def is_cell(item: pytest.Item) -> bool:
    return item.path.suffix == ".ipynb"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    """Start the kernel of a lesson with a key that it must not use, and under the network guard."""
    from guarding import guarded  # here: regenerate.py, which is no test, wants only the settings above

    if not is_cell(item):  # what its fixtures do to the environment must stay
        return (yield)
    with mock.patch.dict(os.environ, guarded(ATTEMPTS)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Compare all that is stored of an output; nbval leaves out, for example, which stream it went to."""
    result = yield
    if is_cell(item) and item.options["check"]:
        assert stored(item.test_outputs) == stored(item.cell.outputs)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Fail a cell that tried to leave this machine, even if it took no notice of being refused."""
    result = yield
    if is_cell(item) and ATTEMPTS.exists():
        tried = ATTEMPTS.read_text(encoding="utf-8")
        ATTEMPTS.unlink()
        pytest.fail(f"connections were tried: {tried}")
    return result


def stored(outputs: list[dict]) -> list[dict]:
    """Return outputs without what differs from run to run: how many cells ran before, and live widgets."""
    kept = [{name: value for name, value in output.items() if name != "execution_count"} for output in outputs]
    for output in kept:
        if "data" in output:
            output["data"] = {kind: value for kind, value in output["data"].items() if "widget-view" not in kind}
    return kept
