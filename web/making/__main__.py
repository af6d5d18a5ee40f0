"""Make the site: the steps, one after the other. web/build.py runs this with the Python of its tools.

python web/making OUT      build the site into OUT/site
python web/making --lock   choose the newest releases, and write the lock
"""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import cells
import needs
import pages
import runtime
import wheels
from places import COURSE, LESSONS, WEB

EXTENSION = Path(sys.prefix) / "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
TO_READ = ("README.md", "utils.py")  # lessons point to them
APPS = ("notebooks", "tree", "edit")  # not JupyterLab, which starts a kernel for each tab of the last visit


def make(out: Path) -> None:
    """Build the site into `out/site`, from nothing but this repository, PyPI and npm."""
    lite, site = out / "lite", out / "site"
    pyodide, files = lite / "static" / "pyodide", lite / "files"
    for folder in (lite, site, out / "course"):
        shutil.rmtree(folder, ignore_errors=True)
    pyodide.mkdir(parents=True)

    step("Pyodide, from npm")
    distribution = runtime.fetch(pyodide)

    step("packages, from PyPI")
    wheels.download(pyodide, out)
    for wheel in EXTENSION.glob("*.whl"):
        if not wheel.name.startswith("widgetsnbextension-3"):  # a stand-in for ipywidgets 7
            shutil.copy(wheel, pyodide)

    step("the course")
    wanted = needs.course_needs()
    wheels.build_course(pyodide, out / "course", wanted)
    wheels.build_kernel_extension(pyodide, cells.describe(LESSONS))
    runtime.list_packages(distribution, pyodide, [runtime.canonical(each.name) for each in wanted])
    (files / "notebooks").mkdir(parents=True)
    for path in [*LESSONS.glob("*.ipynb"), *LESSONS.glob("*.md")]:  # not what running them left there
        shutil.copy(path, files / "notebooks")
    for name in TO_READ:
        shutil.copy(COURSE / name, files)

    step("JupyterLite")
    for settings in (WEB / "lab").glob("*.json"):
        shutil.copy(settings, lite)
    build_lite(lite, site / "app")
    say_what_loads(site / "app" / "notebooks" / "index.html")
    shutil.copy(WEB / "lab" / "loading.js", site / "app")

    step("front page and lessons to read")
    pages.write(site)
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    step(f"done: {size / 1e6:.0f} MB in {sum(path.is_file() for path in site.rglob('*'))} files, {site}")


def build_lite(lite: Path, site: Path) -> None:
    apps = [option for app in APPS for option in ("--apps", app)]
    options = ["--lite-dir", ".", "--contents", "files", "--output-dir", site, "--no-unused-shared-packages", "--no-sourcemaps"]
    command = [sys.executable, "-m", "jupyterlite_core", "build", *options, *apps]
    done = subprocess.run(command, cwd=lite, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(f"JupyterLite's build failed:\n{done.stdout[-3000:]}")


def say_what_loads(page: Path) -> None:
    """Let the notebook's page say what it loads while it does."""
    text, count = re.subn("</head>", '<script defer src="../loading.js"></script></head>', page.read_text(encoding="utf-8"))
    assert count == 1, page
    page.write_text(text, encoding="utf-8")


def step(what: str) -> None:
    print(f"{time.perf_counter() - BEGUN:5.0f} s  {what}", flush=True)


BEGUN = time.perf_counter()
if __name__ == "__main__":
    needs.lock() if sys.argv[1] == "--lock" else make(Path(sys.argv[1]))
