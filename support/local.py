"""A real model on this machine, with nothing to install but a wheel: llama.cpp's own server, started for this kernel.

    TUTORIAL_LOCAL=models/a-model.gguf      in .env, or in the environment

The server listens on this machine only, wants a key that is drawn anew each time, so that no page in a browser can use it,
and ends with the kernel. It needs the xllamacpp package (requirements-local.txt), which is llama.cpp in a wheel.
"""

import atexit
import os
import secrets
from functools import cache
from pathlib import Path

import openai
from dotenv import find_dotenv

from .settings import is_on

SETTING = "TUTORIAL_LOCAL"
CONTEXT = 8192  # tokens; a model's own limit may be so high that its memory would not fit into this machine's
CALLS_AT_ONCE = 4
INSTALL = "pip install -r requirements-local.txt"

started: set[str] = set()
"""The base URLs of the servers that run in this kernel."""


def is_wanted(settings: dict) -> bool:
    """Return whether the settings ask for a model on this machine."""
    return bool(settings.get(SETTING)) and not is_on(settings.get("TUTORIAL_OFFLINE"))


def model_name(settings: dict) -> str | None:
    """Return the name of the model that the settings ask for, which is the name of its file; None if they ask for none."""
    return Path(settings[SETTING]).stem if is_wanted(settings) else None


def find(setting: str) -> Path:
    """Return the file that TUTORIAL_LOCAL names: from this folder, or from that of `.env`.

    Raises openai.OpenAIError, with what to do, if there is none or it is not a model.
    """
    named = Path(setting).expanduser()
    folders = [Path.cwd(), *([Path(dotenv).parent] if (dotenv := find_dotenv(usecwd=True)) else [])]
    path = next((folder / named for folder in folders if (folder / named).is_file()), None)
    if path is None:
        looked = " or ".join(dict.fromkeys(str(folder / named) for folder in folders))
        raise openai.OpenAIError(f"{SETTING} names a file that is not there: {looked}. Give the whole path of a .gguf file.")
    with path.open("rb") as file:
        if file.read(4) != b"GGUF":
            raise openai.OpenAIError(
                f"{SETTING} names {path}, which is not a GGUF file. Such files end in .gguf; get one again, whole."
            )
    return path


@cache
def start(path: Path) -> tuple[str, str]:
    """Start llama.cpp's server for a model; return its base URL and its key. It takes seconds, once for each file.

    Raises openai.OpenAIError, with what to do, if the package is missing or the model cannot be loaded.
    """
    try:
        from xllamacpp import CommonParams, Server
    except ImportError as error:
        raise openai.OpenAIError(
            f"{SETTING} needs the package xllamacpp: run `{INSTALL}`, then restart the kernel ({error})."
        ) from error
    parameters, key = CommonParams(), secrets.token_hex(16)
    parameters.model.path = str(path)
    parameters.model_alias = {path.stem}
    parameters.port = 0  # any that is free
    parameters.api_keys = [key]
    parameters.n_ctx, parameters.n_parallel, parameters.kv_unified = CONTEXT, CALLS_AT_ONCE, True  # they share the context
    parameters.cpuparams.n_threads = max(1, (os.cpu_count() or 1) - 1)  # all would wait for the one that the notebook uses
    parameters.verbosity = 0  # its log would land in the notebook
    try:
        server = Server(parameters)
    except RuntimeError as error:
        raise openai.OpenAIError(
            f"llama.cpp cannot load {path}: {error} Is the file whole, and does it fit into memory?"
        ) from error
    running = [server]
    atexit.register(running.clear)  # the server stops when nothing refers to it
    base_url = f"{server.listening_address}/v1"
    started.add(base_url)
    return base_url, key
