"""The switch: who answers, by the environment and `.env`."""

import importlib.util

import openai
import pytest

import offline
import utils
from support.settings import show_address

SECRET = "Zq8Rk2Lw5Tn9Xv3B"
KEY = "sk-" + "proj-" + SECRET
OPENAI, STANDIN, LOCAL = "https://api.openai.com/v1/", "http://offline/v1/", "http://localhost:9/v1/"
SWITCH = {
    "nothing set": ({}, "", STANDIN, "no key, no network"),
    "key in the environment": ({"OPENAI_API_KEY": KEY}, "", OPENAI, "The OpenAI API answers"),
    "key in .env": ({}, f"OPENAI_API_KEY={KEY}", OPENAI, "gpt-6-luna"),
    "key in .env, quoted": ({}, f'OPENAI_API_KEY="{KEY}"', OPENAI, "The OpenAI API"),
    "key in .env, spaces around it": ({}, f" OPENAI_API_KEY =  {KEY}  \r\n", OPENAI, "The OpenAI API"),
    "key in .env, a mark before it": ({}, f"\ufeffOPENAI_API_KEY={KEY}", OPENAI, "The OpenAI API"),
    "key in .env, UTF-16": ({}, f"OPENAI_API_KEY={KEY}\r\n".encode("utf-16"), OPENAI, "The OpenAI API"),
    "empty in the environment, key in .env": ({"OPENAI_API_KEY": ""}, f"OPENAI_API_KEY={KEY}", OPENAI, "The OpenAI API"),
    "placeholder in .env": ({}, "OPENAI_API_KEY=your_api_key_here", STANDIN, "is still a placeholder"),
    "empty in .env": ({}, "OPENAI_API_KEY=", STANDIN, "is empty"),
    "name alone in .env": ({}, "OPENAI_API_KEY", STANDIN, "is empty"),
    "spaces": ({"OPENAI_API_KEY": "   "}, "", STANDIN, "is empty"),
    "quotes": ({"OPENAI_API_KEY": f"'{KEY}'"}, "", STANDIN, "has quotation marks"),
    "space within": ({"OPENAI_API_KEY": KEY[:9] + " " + KEY[9:]}, "", STANDIN, "has a space"),
    "smart dash": ({}, f"OPENAI_API_KEY=sk–{SECRET}", STANDIN, "has a long dash"),
    "forced offline": ({"OPENAI_API_KEY": KEY, "TUTORIAL_OFFLINE": "1"}, "", STANDIN, "no key, no network"),
    "forced offline, with a server": ({"OPENAI_BASE_URL": LOCAL, "TUTORIAL_OFFLINE": "1"}, "", STANDIN, "no network"),
    "forced offline in .env": ({"OPENAI_API_KEY": KEY}, "TUTORIAL_OFFLINE=yes", STANDIN, "TUTORIAL_OFFLINE is set in"),
    "not forced": ({"OPENAI_API_KEY": KEY, "TUTORIAL_OFFLINE": "0"}, "", OPENAI, "The OpenAI API"),
    "another server": ({"OPENAI_BASE_URL": LOCAL}, "", LOCAL, "The server at http://localhost:9/v1 answers"),
    "another server, key": ({"OPENAI_API_KEY": KEY}, f"OPENAI_BASE_URL={LOCAL}", LOCAL, "The server at"),
    "another server, placeholder": ({"OPENAI_BASE_URL": LOCAL}, "OPENAI_API_KEY=your_api_key_here", LOCAL, "The server at"),
    "empty address": ({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": " "}, "", OPENAI, "The OpenAI API"),
}
NOTES = (
    "is still a placeholder",
    "is empty",
    "has quotation marks",
    "has a space",
    "has a long dash",
    "TUTORIAL_OFFLINE is set in",
)


@pytest.fixture
def settings(no_switch, monkeypatch):
    """Return a function that sets the environment and writes `.env`."""

    def use(environment: dict, env_file: str | bytes = "") -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        (no_switch / ".env").write_bytes(env_file if isinstance(env_file, bytes) else env_file.encode())

    return use


@pytest.mark.parametrize(("environment", "env_file", "address", "line"), SWITCH.values(), ids=SWITCH)
def test_who_answers(settings, capsys, environment, env_file, address, line):
    settings(environment, env_file)
    client = utils.get_client()
    said = capsys.readouterr().out
    assert client.base_url == address
    assert line in said and said.count("\n") == (2 if line in NOTES else 1)
    assert not [at for at in range(len(SECRET) - 3) if SECRET[at : at + 4] in said], "a part of the key was printed"
    if address != STANDIN:
        assert client.api_key == (KEY if address == OPENAI or KEY in environment.values() else "not-needed")


def test_the_environment_beats_the_file(settings):
    settings({"OPENAI_API_KEY": KEY}, "OPENAI_API_KEY=sk-other")
    assert utils.get_client().api_key == KEY


def test_the_file_is_found_from_a_folder_below(settings, no_switch, monkeypatch):
    settings({}, f"OPENAI_API_KEY={KEY}")
    (no_switch / "notebooks").mkdir()
    monkeypatch.chdir(no_switch / "notebooks")
    assert utils.get_client().base_url == OPENAI


def test_where_offline_is_forced_the_file_is_not_read(settings, monkeypatch):
    settings({"TUTORIAL_OFFLINE": "1"}, f"OPENAI_API_KEY={KEY}")
    monkeypatch.setattr("support.settings.sources.read_env_file", lambda path: pytest.fail("it was read"))
    assert utils.get_client().base_url == STANDIN


def test_offline_can_be_asked_for(settings):
    settings({"OPENAI_API_KEY": KEY})
    assert utils.get_client(offline=True).base_url == STANDIN
    assert utils.get_client(offline=False).base_url == OPENAI


@pytest.mark.parametrize(
    ("env_file", "problem"), [("", "is not set"), (f"OPENAI_API_KEY='{KEY} x'", "has a space")], ids=["no key", "bad key"]
)
def test_the_real_api_asked_for_without_a_key(settings, env_file, problem):
    settings({}, env_file)
    with pytest.raises(openai.OpenAIError, match=problem) as error:
        utils.get_client(offline=False)
    assert SECRET not in str(error.value)


def test_the_switch_beats_what_is_asked_for(settings):
    settings({"OPENAI_API_KEY": KEY, "TUTORIAL_OFFLINE": "1"})
    assert utils.get_client(offline=False).base_url == STANDIN


def test_the_environment_names_the_default_model(settings):
    settings({"TUTORIAL_MODEL": "gpt-6-sol"})
    spec = importlib.util.spec_from_file_location("utils_again", utils.__file__)
    again = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(again)
    assert (again.DEFAULT_MODEL, utils.DEFAULT_MODEL) == ("gpt-6-sol", "gpt-6-luna")


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (KEY, None),
        (offline.KEY, None),
        ("", "is empty"),
        ("<your-key>", "is still a placeholder"),
        ("sk-...", "is still a placeholder"),
        ("sk-" + "x" * 20, "is still a placeholder"),
        (KEY + "\n", "has a space or a line break in it"),
        (f"“{KEY}”", "has quotation marks in it"),
        (KEY.replace("-", "—"), "has a long dash in it where the key has a plain hyphen"),
        (KEY + "é", "has a character in it that no key has"),
    ],
)
def test_key_problem(key, problem):
    assert utils.key_problem(key) == problem


def test_no_key_at_all_is_no_text():
    with pytest.raises(TypeError, match="A key is a text, and not NoneType"):
        utils.key_problem(None)


# --- Addresses ---


def test_an_address_that_is_none(settings):
    settings({"OPENAI_BASE_URL": "http://localhost:port/v1", "OPENAI_API_KEY": "a-key-of-a-good-shape"})
    with pytest.raises(openai.OpenAIError, match=r"OPENAI_BASE_URL \(from the environment\) is not an address"):
        utils.get_client()


@pytest.mark.parametrize("url", ["http://me:secret@host/v1", "http://me:s/cret@host/v1", "http://me:s?cret@host/v1"])
def test_an_address_is_shown_without_its_password(url):
    assert show_address(url) == "http://host/v1"
