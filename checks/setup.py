"""`check_setup()`: look at everything that the course needs, and say what to do where something is wrong."""

import contextlib
import io
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import openai
from dotenv import find_dotenv
from packaging.requirements import Requirement

import utils
from support.settings import show_address

Line = tuple[str, str, str]  # a name, what was found, and what to do about it (empty if it is right)


def check_setup() -> None:
    """Look at everything that the course needs, and print for each line that is not right what to do."""
    for name, found, advice in setup_report():
        print(f"{'[ok] ' if not advice else '[fix]'} {name:<9} {found}")
        if advice:
            print(f"      -> {advice}")


def setup_report() -> Iterator[Line]:
    """Yield a line for every check."""
    yield check_python(sys.version_info[:2])
    yield check_kernel()
    yield from check_packages()
    settings = utils.read_settings()
    yield check_env_file(Path.cwd())
    yield check_key(settings.get("OPENAI_API_KEY"))
    yield check_address(settings.get("OPENAI_BASE_URL", ""))
    yield check_answer()


def check_python(running: tuple[int, int]) -> Line:
    advice = "" if running >= (3, 11) else "Install Python 3.11 or newer from python.org, and set up the course again."
    return "Python", platform.python_version(), advice


def check_kernel() -> Line:
    in_environment = sys.prefix != sys.base_prefix or "google.colab" in sys.modules or "CONDA_PREFIX" in os.environ
    advice = "Choose the kernel in the folder .venv of this course (menu Kernel, Change Kernel)." if not in_environment else ""
    return "kernel", "in an environment of its own" if in_environment else "the Python of the whole system", advice


def check_packages() -> Iterator[Line]:
    """Yield one line about the packages in requirements.txt, or one for each that is wrong."""
    wrong = 0
    lines = Path(utils.__file__).with_name("requirements.txt").read_text(encoding="utf-8").splitlines()
    for wanted in [Requirement(line) for line in lines if line and line[0].isalpha()]:
        try:
            found = version(wanted.name)
        except PackageNotFoundError:
            found = None
        if found is None or not wanted.specifier.contains(found, prereleases=True):
            wrong += 1
            advice = f'Run this in a cell, and restart the kernel: %pip install "{wanted}"'
            yield wanted.name, found or "is not installed", advice
    if not wrong:
        yield "packages", f"all installed (openai {openai.__version__})", ""


def check_env_file(folder: Path) -> Line:
    """Look for `.env` in the folder or above it, and for names that Windows may have given it."""
    if utils.is_on(os.environ.get("TUTORIAL_OFFLINE")):
        return ".env", "not read, because TUTORIAL_OFFLINE is set", ""
    if find_dotenv(usecwd=True):
        return ".env", "found", ""
    for wrong in (".env.txt", "env", "env.txt", ".env.example.txt"):
        if any((place / wrong).is_file() for place in (folder, folder.parent)):
            return ".env", f"found {wrong}", f"Rename {wrong} to .env (on Windows, switch on View, File name extensions first)."
    return ".env", "none, and you need none without a key", ""


def check_key(key: str | None) -> Line:
    if key is None:
        return "key", "none, so the offline stand-in answers", ""
    problem = utils.key_problem(key)
    advice = "Copy the key again, whole, and put it into .env after OPENAI_API_KEY= with nothing around it." if problem else ""
    return "key", f"it {problem}" if problem else "looks like a key", advice


def check_address(base_url: str) -> Line:
    if not base_url:
        return "address", "the one of the OpenAI API", ""
    advice = "" if base_url.startswith(("http://", "https://")) else "OPENAI_BASE_URL must begin with https:// or http://."
    return "address", show_address(base_url), advice


def check_answer() -> Line:
    who = io.StringIO()
    try:
        with contextlib.redirect_stdout(who):
            client = utils.get_client()
        utils.generate_text("Say hello.", max_tokens=16, client=client)
    except utils.CutOff:
        pass  # it did answer; the model only thinks longer than 16 tokens
    except openai.AuthenticationError:
        return "answer", "the key was refused", "Make a new key on platform.openai.com and put it into .env."
    except openai.RateLimitError:
        return "answer", "refused for now", "Is there credit on your account? See Billing on platform.openai.com."
    except openai.APIConnectionError:
        return "answer", "no connection", "Is this computer online? Does a proxy or a firewall stand between?"
    except openai.OpenAIError as error:
        return "answer", f"none ({type(error).__name__})", str(error)
    return "answer", who.getvalue().strip(), ""
