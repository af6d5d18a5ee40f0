"""check_setup() where the course cannot even be imported: an old package, or a file of the learner's that hides a module."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checks import hiding

ROOT = Path(__file__).parents[2]
LOOK = "from checks import check_setup; check_setup()"


def look(folder: Path, *, first: Path | None = None, code: str = LOOK) -> subprocess.CompletedProcess:
    """Run check_setup() in a folder, as a kernel would: that folder comes first, then `first`, then the course."""
    path = os.pathsep.join(str(part) for part in (first, ROOT) if part)
    environment = {name: value for name, value in os.environ.items() if name != "TUTORIAL_OFFLINE"} | {"PYTHONPATH": path}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True)


HIDING = {
    "openai.py": "print('my first try')",
    "offline.py": "x = 1",
    "utils.py": "def helper(): ...",
    "widgets.py": "raise SystemExit",
    "support/__init__.py": "",
    "dotenv.py": "import os",
    "openai/__init__.py": "VERSION = '0.28.1'\nclass Completion: ...",
    "random.py": "print(1 / 0)",
    "email.py": "raise ValueError('mine')",
}


@pytest.mark.parametrize(("name", "text"), HIDING.items(), ids=HIDING)
def test_a_file_that_hides_a_module_is_named_and_not_run(tmp_path, name, text):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    run = look(tmp_path)
    assert run.returncode == 0 and not run.stderr
    hidden = name.removesuffix("/__init__.py").removesuffix(".py")
    assert run.stdout.startswith("[fix] own file") and f"hides the module {hidden} of" in run.stdout
    assert "my first try" not in run.stdout
    assert run.stdout.splitlines()[-2].startswith("[fix] the rest  not looked at")


@pytest.mark.parametrize("name", ["my_openai.py", "openai.txt", "openai.ipynb", "utils", "notes.py", "tests/__init__.py"])
def test_other_files_hide_nothing(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("", encoding="utf-8") if "." in name else (tmp_path / name).mkdir()
    assert not list(hiding.check_own_files())


@pytest.mark.parametrize("folder", [".", "notebooks"])
def test_the_course_does_not_hide_itself(monkeypatch, folder):
    monkeypatch.chdir(ROOT / folder)
    monkeypatch.syspath_prepend(ROOT / folder)
    assert not list(hiding.check_own_files())


# What an old or broken package looks like to whoever imports it.
OLD = {
    "openai 0.28": ("openai/__init__.py", "VERSION = '0.28.1'\nclass Completion: ..."),
    "openai 2.8, without names that are newer": ("openai/__init__.py", "class OpenAI: ...\nclass AsyncOpenAI: ..."),
    "openai, half installed": ("openai/__init__.py", "raise ImportError('DLL load failed')"),
    "openai, with a mistake": ("openai/__init__.py", "import openai.nothing"),
    "no httpx2": ("httpx2.py", "raise ModuleNotFoundError(\"No module named 'httpx2'\", name='httpx2')"),
    "no dotenv": ("dotenv.py", "raise ModuleNotFoundError(\"No module named 'dotenv'\", name='dotenv')"),
    "an old dotenv": ("dotenv.py", "def load_dotenv(): ..."),
    "no packaging": ("packaging.py", "raise ModuleNotFoundError(\"No module named 'packaging'\", name='packaging')"),
}


@pytest.mark.parametrize(("name", "text"), OLD.values(), ids=OLD)
def test_a_package_that_cannot_be_used_is_a_line(tmp_path, name, text):
    first, folder = tmp_path / "packages", tmp_path / "notebook"
    (first / name).parent.mkdir(parents=True)
    (first / name).write_text(text, encoding="utf-8")
    folder.mkdir()
    run = look(folder, first=first)
    assert run.returncode == 0 and not run.stderr
    assert run.stdout.startswith("[ok]  Python") and "[fix]" in run.stdout and "Traceback" not in run.stdout
    assert "the README" in run.stdout or "%pip install" in run.stdout


def test_an_old_version_is_named_with_the_command_that_mends_it(tmp_path):
    first, folder = tmp_path / "packages", tmp_path / "notebook"
    for name, text in {
        "openai/__init__.py": "VERSION = '0.28.1'",
        "openai-0.28.1.dist-info/METADATA": "Metadata-Version: 2.1\nName: openai\nVersion: 0.28.1\n",
    }.items():
        (first / name).parent.mkdir(parents=True, exist_ok=True)
        (first / name).write_text(text, encoding="utf-8")
    folder.mkdir()
    run = look(folder, first=first)
    assert "[fix] openai    0.28.1\n" in run.stdout and '%pip install "openai~=' in run.stdout
    assert run.returncode == 0 and not run.stderr


def test_importing_check_setup_imports_nothing_else():
    run = look(
        ROOT,
        code="import sys; from checks import check_setup; print({'openai', 'utils', 'offline', 'dotenv'} & set(sys.modules))",
    )
    assert run.stdout == "set()\n"
