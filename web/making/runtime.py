"""Python for the browser: Pyodide from npm, and the list from which it loads packages.

That list, `pyodide-lock.json`, names every wheel that lies beside it. So a plain `import` in a cell
loads what it needs, and no cell has to install anything.
"""

import hashlib
import json
import re
import zipfile
from email.parser import Parser
from pathlib import Path

import npm
from packaging.requirements import Requirement

PYODIDE = "314.0.6"  # the release that jupyterlite-pyodide-kernel 0.8.6 was made for
INTEGRITY = "sha512-BKDTJyIqFxC4BExLqeRS3f5xvXZIjOt8C3zGLN/Cc7tFxSwvKVhVkchQQ2AGLOtR4YrVOIFxbV8poyDOOmWwxQ=="
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
CDN = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full"
FROM_CDN = "matplotlib"  # with what it needs: neither PyPI nor npm has numpy and Pillow compiled for the browser
NOT_USED = {"jupyterlab-widgets"}  # dependencies that are part of the page, not of the kernel

ENVIRONMENT = {
    "implementation_name": "cpython", "implementation_version": "3.14.2", "os_name": "posix", "platform_machine": "wasm32",
    "platform_python_implementation": "CPython", "platform_release": "", "platform_system": "Emscripten", "platform_version": "",
    "python_full_version": "3.14.2", "python_version": "3.14", "sys_platform": "emscripten", "extra": "",
}  # fmt: skip


def fetch(folder: Path) -> dict:
    """Put Pyodide's files into `folder`, and return the list of all packages of its distribution."""
    package = npm.fetch("pyodide", PYODIDE, INTEGRITY)
    for name in FILES:
        (folder / name).write_bytes(package[name])
    return json.loads(package["pyodide-lock.json"])


def list_packages(theirs: dict, folder: Path, course_needs: list[str]) -> None:
    """Write the list for the wheels in `folder`, and for matplotlib, which is fetched from the CDN when a cell imports it.

    `theirs` is the list of Pyodide's distribution; `course_needs` are the names of packages that the course imports.
    """
    packages = dict(describe(wheel) for wheel in sorted(folder.glob("*.whl")))
    packages["chatgpt-api-course"]["depends"] += course_needs
    distribution = {canonical(name): package for name, package in theirs["packages"].items()}
    wanted = [FROM_CDN]
    while wanted:
        name = wanted.pop()
        if name not in packages:
            package = distribution[name]
            depends = [canonical(each) for each in package["depends"]]
            packages[name] = package | {"file_name": f"{CDN}/{package['file_name']}", "depends": depends}
            wanted += depends
    for name, package in packages.items():
        package["depends"] = [each for each in package["depends"] if each not in NOT_USED]
        if missing := set(package["depends"]) - set(packages):
            raise SystemExit(f"{name} needs {', '.join(sorted(missing))}. Run: python web/build.py --lock")
    text = json.dumps({"info": theirs["info"], "packages": packages}, indent=1)
    (folder / "pyodide-lock.json").write_text(text, encoding="utf-8")


def describe(wheel: Path) -> tuple[str, dict]:
    """Return a wheel's canonical name, and what Pyodide must know of it."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata_name,) = [name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)]
        metadata = Parser().parsestr(archive.read(metadata_name).decode("utf-8"))
    needs = [Requirement(each) for each in metadata.get_all("Requires-Dist", [])]
    return canonical(metadata["Name"]), {
        "name": metadata["Name"],
        "version": metadata["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": imports(names),
        "depends": sorted({canonical(each.name) for each in needs if not each.marker or each.marker.evaluate(ENVIRONMENT)}),
        "unvendored_tests": False,
    }


def imports(names: list[str]) -> list[str]:
    """Return what can be imported from a wheel with these files.

    >>> imports(["utils.py", "yaml/__init__.py", "jiter/jiter.cpython-314-wasm32-emscripten.so", "yaml.dist-info/METADATA"])
    ['jiter', 'utils', 'yaml']
    """
    tops = {re.split(r"[./]", name)[0] for name in names if name.endswith((".py", ".so"))}
    return sorted(top for top in tops if top.isidentifier() and not any(name.startswith(f"{top}.data/") for name in names))


def canonical(name: str) -> str:
    """Return a package's name as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
