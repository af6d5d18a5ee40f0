"""The Python packages that the browser loads: a folder of wheels.

Most come from PyPI as they are. A compiled one needs a wheel for Pyodide (PEP 783), or to do without its compiled part. The course itself and the kernel's extension become wheels, too.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from packaging.requirements import Requirement
from places import COURSE, LOCK, WEB

PYTHON = "3.14"  # of the Pyodide release in runtime.py
PLATFORM = "pyemscripten_2026_0_wasm32"
OTHERS = {"pyyaml": "manylinux_2_17_x86_64"}
"""What has no wheel for the browser but works without its compiled part: take a wheel for this platform, and leave that part out."""
NOT_IN_THE_COURSE = (".*", "web", "tests", "notebooks", "images", "build", "*.egg-info", "__pycache__")


def download(folder: Path, scratch: Path) -> None:
    """Download the wheels that the lock names, and check their hashes."""
    locked = re.split(r"\n(?=\S)", (LOCK / "browser.txt").read_text(encoding="utf-8"))  # a package, with its hashes below it
    for platform in (PLATFORM, *OTHERS.values()):
        part = scratch / f"{platform}.txt"
        part.write_text(
            "\n".join(each for each in locked if OTHERS.get(each.partition("==")[0], PLATFORM) == platform), encoding="utf-8"
        )
        _pip(
            "download", "--no-deps", "--require-hashes", "--only-binary=:all:", "--dest", folder, "-r", part,
            "--platform", platform, "--python-version", PYTHON, "--implementation", "cp", "--abi", f"cp{PYTHON.replace('.', '')}",
        )  # fmt: skip
    for wheel in sorted(folder.glob("*manylinux*.whl")):
        make_pure(wheel)


def make_pure(wheel: Path) -> None:
    """Replace a wheel by one without its compiled part, which fits every platform."""
    name, version, *_ = wheel.name.split("-")
    with zipfile.ZipFile(wheel) as old:
        files = {each: old.read(each) for each in old.namelist() if not each.endswith(".so")}
    for each in files:
        if each.endswith(".dist-info/WHEEL"):
            files[each] = re.sub(rb"Tag: .*", b"Tag: py3-none-any", files[each]).replace(b"Purelib: false", b"Purelib: true")
    write(wheel.with_name(f"{name}-{version}-py3-none-any.whl"), files)
    wheel.unlink()


def build_course(folder: Path, scratch: Path, needs: list[Requirement]) -> None:
    """Build the course's own modules as a wheel; the copy in `scratch` keeps the tree clean.

    `needs` are its requirements in a browser. They go in as requirements.txt, which check_setup looks for beside utils.py.
    """
    shutil.copytree(COURSE, scratch, ignore=shutil.ignore_patterns(*NOT_IN_THE_COURSE))
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, scratch)
    (wheel,) = folder.glob("chatgpt_api_course-*.whl")
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("requirements.txt", "\n".join(map(str, needs)))


def build_kernel_extension(folder: Path, cells: str) -> None:
    """Build the extension in web/kernel as a wheel, with what it is told of the cells, as JSON."""
    kernel, info = WEB / "kernel", "course_kernel-1.0.dist-info"
    config = (kernel / "ipython_config.py").read_bytes()
    files = {
        "course_kernel.py": (kernel / "course_kernel.py").read_bytes(),
        "course_cells.json": cells.encode(),
        "course_kernel-1.0.data/data/etc/ipython/ipython_config.py": config,
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: course-kernel\nVersion: 1.0\n",
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: course\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": b"",
    }
    write(folder / "course_kernel-1.0-py3-none-any.whl", files)


def write(wheel: Path, files: dict[str, bytes]) -> None:
    """Write a wheel: a ZIP file whose dates do not change from build to build."""
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(f"pip {arguments[0]} failed:\n{done.stdout[-3000:]}")
