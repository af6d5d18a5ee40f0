"""A model on this machine: what is said where it cannot be started. tests/local starts a real one."""

import sys

import openai
import pytest

import utils
from support import local


@pytest.fixture
def gguf(no_switch):
    path = no_switch / "small.gguf"
    path.write_bytes(b"GGUF and so on")
    return path


def test_the_file_may_be_named_from_the_folder_of_the_settings(gguf, monkeypatch):
    (gguf.parent / "notebooks").mkdir()
    monkeypatch.chdir(gguf.parent / "notebooks")
    assert local.find("small.gguf") == local.find(str(gguf)) == gguf


NO_MODEL = {
    "no such file": ("none.gguf", "names a file that is not there: .*none.gguf. Give the whole path"),
    "a folder": (".", "names a file that is not there"),
    "another kind of file": (".env", "is not a GGUF file"),
    "the package is missing": ("small.gguf", "pip install -r requirements-local.txt"),
}


@pytest.mark.parametrize(("setting", "said"), NO_MODEL.values(), ids=NO_MODEL)
def test_what_is_wrong_is_said_with_what_to_do(gguf, monkeypatch, setting, said):
    monkeypatch.setitem(sys.modules, "xllamacpp", None)  # as if it were not installed
    monkeypatch.setenv("TUTORIAL_LOCAL", setting)
    with pytest.raises(openai.OpenAIError, match=said):
        utils.get_client()


@pytest.mark.parametrize("switch", ["TUTORIAL_OFFLINE", "offline"])
def test_the_stand_in_still_answers_who_asks_for_it(gguf, monkeypatch, switch):
    monkeypatch.setenv("TUTORIAL_LOCAL", "small.gguf")
    monkeypatch.setenv("TUTORIAL_OFFLINE", str(int(switch == "TUTORIAL_OFFLINE")))
    assert "stand-in" in utils.who_answers(utils.get_client(offline=switch == "offline" or None))


def test_the_model_has_the_name_of_its_file():
    assert local.model_name({"TUTORIAL_LOCAL": "models/Small-1B.Q4_0.gguf"}) == "Small-1B.Q4_0"
    assert local.model_name({"TUTORIAL_LOCAL": "a.gguf", "TUTORIAL_OFFLINE": "1"}) is None
    assert local.model_name({}) is None
