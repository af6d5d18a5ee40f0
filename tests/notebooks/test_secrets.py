"""No secret and no path of a person's machine stands in any file of the project, or in a stored output."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from regenerate import ROOT

LEAKS = {
    "an OpenAI key": r"\bsk-[A-Za-z0-9_-]{16,}",
    "a GitHub token": r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})",
    "a Hugging Face token": r"\bhf_[A-Za-z0-9]{30,}",
    "a Google key": r"\bAIza[A-Za-z0-9_-]{30,}",
    "an AWS key": r"\bAKIA[A-Z0-9]{16}\b",
    "a Slack token": r"\bxox[abprs]-[A-Za-z0-9-]{10,}",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "a key that is set": r"\bOPENAI_API_KEY\s*=\s*[\"']?(?!your_api_key|not-|\$)[A-Za-z0-9_-]{20,}",
    "a bearer token": r"\b[Bb]earer [A-Za-z0-9_-]{24,}",
    "a Linux home": r"(?<![\w.])/home/[a-z_][\w.-]*",
    "a Mac home": r"(?<![\w.])/Users/[A-Za-z_][\w.-]*",
    "a Windows home": r"\b[A-Za-z]:(?:\\{1,2}|/)Users(?:\\{1,2}|/)\w+",
    "root's home": r"(?<![\w.])/root/\w+",
    "a temporary folder": r"(?<![\w.])(?:/private)?(?:/var/folders|/var/tmp|/tmp)/\w+",
    "the file of a notebook cell": r"ipykernel_\d+",
}


def leaks(text: str) -> list[str]:
    """Return what is found in `text`, without repeating it."""
    lines = text.splitlines()
    return [
        f"line {number}: {name}"
        for number, line in enumerate(lines, 1)
        for name, pattern in LEAKS.items()
        if re.search(pattern, line)
    ]


def notebook_text(raw: str) -> str:
    """Return every string of a notebook on lines of its own, so that no escaping hides anything."""

    def strings(part):
        if isinstance(part, str):
            yield part
        elif isinstance(part, list):
            yield "".join(item for item in part if isinstance(item, str))
            yield from (text for item in part if not isinstance(item, str) for text in strings(item))
        elif isinstance(part, dict):
            for value in part.values():
                yield from strings(value)

    return "\n".join(strings(json.loads(raw)))


def project_files() -> list[Path]:
    """Return the files that git tracks or would take."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git repository")
    listed = subprocess.check_output(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, text=True)
    return sorted(path for name in set(listed.split("\0")) if name and (path := ROOT / name).is_file())


def found_in(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return leaks(text) + (leaks(notebook_text(text)) if path.suffix == ".ipynb" else [])


def test_no_file_has_a_secret():
    files = project_files()
    assert ROOT / "utils.py" in files
    assert {str(path.relative_to(ROOT)): found for path in files if (found := found_in(path))} == {}


def test_no_env_file_is_in_the_project():
    assert not [path for path in project_files() if re.fullmatch(r"\.env(\..*)?", path.name) and path.name != ".env.example"]


# Put together here, so that this file is clean itself.
SAMPLES = [
    ("an OpenAI key", "key = 'sk" + "-proj-" + "A1b2" * 12 + "'"),
    ("an OpenAI key", "sk" + "-" + "A1b2" * 12),
    ("an OpenAI key", "sk" + "-svcacct-" + "A1b2_" * 4),
    ("a GitHub token", "ghp" + "_" + "A1b2" * 9),
    ("a Hugging Face token", "hf" + "_" + "A1b2" * 9),
    ("a Google key", "AIza" + "A1b2-" * 7),
    ("an AWS key", "AKIA" + "A1B2" * 4),
    ("a Slack token", "xox" + "b-" + "1234567890"),
    ("a private key", "-----BEGIN " + "RSA PRIVATE KEY-----"),
    ("a key that is set", "export OPENAI_API_KEY" + '="' + "A1b2" * 8 + '"'),
    ("a bearer token", "Authorization: Bear" + "er " + "A1b2" * 8),
    ("a Linux home", 'File "/ho' + 'me/ada/course/utils.py"'),
    ("a Mac home", "/Us" + "ers/ada/course"),
    ("a Windows home", "C:" + "\\Users\\ada"),
    ("a Windows home", "C:" + "\\\\Users\\\\ada"),
    ("root's home", "/" + "root/course"),
    ("a temporary folder", "/t" + "mp/ipy"),
    ("a temporary folder", "/var/fol" + "ders/x1"),
    ("the file of a notebook cell", "ipyker" + "nel_4711/123.py"),
]
HARMLESS = [
    "sk-...",
    "sk-your-key",
    "https://example.org/home/page",
    "OPENAI_API_KEY=your_api_key_here",
    "OPENAI_API_KEY=$MY_OWN_SECRET_KEY_NAME",
]


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_a_leak_is_noticed_and_not_repeated(name, text):
    assert f"line 2: {name}" in leaks("first\n" + text)
    assert text not in str(leaks(text))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_one_is_not(text):
    assert leaks(text) == []


@pytest.mark.parametrize(
    "output", [{"text": ["sk" + "-A1b2A1b2", "A1b2A1b2\n"]}, {"data": {"text/html": "C:" + "\\Users\\ada"}}], ids=str
)
def test_stored_outputs_are_looked_into(tmp_path, output):
    path = tmp_path / "lesson.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": [], "outputs": [output]}]}), encoding="utf-8")
    assert found_in(path)
