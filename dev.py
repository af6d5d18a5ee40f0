"""The few commands of daily work, the same on Linux, macOS and Windows.

    python dev.py                 check, then test
    python dev.py check           lint, format, spelling and types; nothing is changed
    python dev.py fix             mend what can be mended by itself
    python dev.py test [...]      the tests; what follows goes to pytest
    python dev.py outputs [02]    store the outputs of the lessons again (without a number, of all)
    python dev.py bench           print how fast the course is
    python dev.py site [...]      the browser edition: --serve opens it, --check proves it (see web/build.py)
    python dev.py audit           ask for known vulnerabilities of what is installed

Run it with the Python of the environment in which the tests are installed: `.venv/bin/python`, or
`.venv\\Scripts\\python` on Windows. CI calls the same commands.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent
PYTHON = sys.executable

CHECK = [
    [PYTHON, "-m", "ruff", "check", "."],
    [PYTHON, "-m", "ruff", "format", "--check", "."],
    [PYTHON, "-m", "codespell_lib"],
    [PYTHON, "-m", "mypy"],
]
FIX = [
    [PYTHON, "-m", "ruff", "check", "--fix", "."],
    [PYTHON, "-m", "ruff", "format", "."],
]
TEST = [[PYTHON, "-m", "pytest"]]

COMMANDS = {
    "all": CHECK + TEST,
    "check": CHECK,
    "fix": FIX,
    "test": TEST,
    "outputs": [[PYTHON, "tests/regenerate.py"]],
    "bench": [[PYTHON, "tests/bench.py"]],
    "site": [[PYTHON, "web/build.py"]],
    "audit": [[PYTHON, "tests/audit.py"]],
}
TAKES_MORE = {"test", "outputs", "site"}  # what else is typed goes to the program


def main(arguments: list[str]) -> int:
    """Run the commands of a name, one after the other; return the first exit code that is not 0."""
    name, *more = arguments or ["all"]
    if name not in COMMANDS or (more and name not in TAKES_MORE):
        print(__doc__)
        return 2
    for command in COMMANDS[name]:
        print("$", " ".join(["python", *command[1:], *more]), flush=True)
        if code := subprocess.run([*command, *more], cwd=ROOT).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
