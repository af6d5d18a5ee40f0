"""The edition of the course that runs in a browser, with nothing installed.

    python web/build.py                  build the site from nothing into web/out/site
    python web/build.py --serve [PORT]   open the site on this machine (it is built if it is not there)
    python web/build.py --check [...]    build it, and do in a real browser what learners do; what follows goes to pytest
    python web/build.py --lock           choose the newest packages that requirements.txt allows, and write web/lock

The first three take everything from PyPI and npm as web/lock and making/runtime.py pin it. `--check` wants the
environment of the tests. The tools that build the site get an environment of their own, in web/out/tools.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

WEB = Path(__file__).resolve().parent
OUT = WEB / "out"
SITE = OUT / "site"
TOOLS = OUT / "tools"
LOCK = WEB / "lock" / "tools.txt"
PYTHON = TOOLS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tools() -> Path:
    """Return the Python that has the tools; they are installed as locked, if they are not there as locked."""
    wanted, stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest(), TOOLS / "lock.sha256"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(TOOLS, with_pip=True, clear=True)
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", LOCK)
        stamp.write_text(wanted, encoding="utf-8")
    return PYTHON


def run(*command: str | Path) -> None:
    """Run a command; end with its exit code if that is not 0."""
    if code := subprocess.run(list(map(str, command))).returncode:
        sys.exit(code)


def build() -> None:
    run(tools(), WEB / "making", OUT)


def serve(port: int = 8000) -> None:
    """Serve the site until Ctrl+C."""
    from serving import Server

    if not SITE.exists():
        build()
    with Server(SITE, port) as server:
        print(f"Open {server.url}  (Ctrl+C ends it.)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def check(*options: str) -> None:
    build()
    run(sys.executable, "-m", "pytest", "-n", "2", *options, WEB / "tests")


def main(arguments: list[str]) -> None:
    match arguments:
        case []:
            build()
        case ["--serve"]:
            serve()
        case ["--serve", port] if port.isdigit():
            serve(int(port))
        case ["--check", *options]:
            check(*options)
        case ["--lock"]:
            run(tools(), WEB / "making", "--lock")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
