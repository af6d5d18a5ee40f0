"""Which packages the browser needs: those of requirements.txt, but for what a browser has already, or cannot have."""

import subprocess
import sys

from packaging.requirements import Requirement
from places import COURSE, LOCK
from wheels import PYTHON

FROM_PYODIDE = "PyPI has no wheel of it for the browser; Pyodide's own distribution has one"
NOT_HERE = {
    "jupyter": "the page is Jupyter already",
    "jupyterlab": "the page is Jupyter already",
    "nbval": "no notebooks are tested in a browser",
    "vcrpy": "it wants the connections of a computer, which a browser does not have",
    "respx": "it mocks a library that comes with JupyterLab",
    "matplotlib": FROM_PYODIDE,
    "numpy": FROM_PYODIDE,
    "pillow": FROM_PYODIDE,
    "sqlite-vec": "nobody builds it for the browser",
}
KERNEL = ("ipython", "micropip")  # what JupyterLite's kernel needs besides what it brings
PART_OF_THE_PAGE = ("widgetsnbextension", "jupyterlab-widgets")  # JupyterLite has these
UV = "uv==0.13.9"  # pip cannot resolve for a platform other than its own


def course_needs() -> list[Requirement]:
    """Return what the course needs in a browser."""
    lines = (COURSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and line[0].isalpha()]
    return [each for each in wanted if each.name.lower() not in NOT_HERE] + [
        Requirement("packaging")
    ]  # check_setup reads versions


def lock() -> None:
    """Choose the newest releases that are allowed, for the browser and for the tools, and write both locks."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV], check=True)
    compile_lock = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--upgrade",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
    ]
    for_tools = ["--universal", "--python-version", "3.11"]
    subprocess.run([*compile_lock, *for_tools, LOCK / "tools.in", "--output-file", LOCK / "tools.txt"], check=True)
    for_browser = ["--python-platform", "wasm32-pyodide2025", "--python-version", PYTHON]
    for_browser += [option for name in (*PART_OF_THE_PAGE, "numpy") for option in ("--no-emit-package", name)]
    wanted = "\n".join([*map(str, course_needs()), *KERNEL])
    subprocess.run([*compile_lock, *for_browser, "-", "--output-file", LOCK / "browser.txt"], input=wanted, text=True, check=True)
