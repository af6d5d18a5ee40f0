"""Which setting wins, where it comes from, and what it hides; and files with a key that nothing reads."""

import os
from pathlib import Path

import openai
import pytest

import utils
from support.settings import elsewhere, names, read_settings

SECRET = "Zq8Rk2Lw5Tn9Xv3B"
KEY, OTHER = "sk-" + "proj-" + SECRET, "sk-" + "proj-" + SECRET[::-1]
ADDRESS = "http://localhost:9/v1"


@pytest.fixture
def answers(no_switch, capsys, monkeypatch):
    """Return a function that sets the environment and writes files, and gives the client and what is printed."""

    def ask(environment: dict[str, str], files: dict[str, str], offline: bool | None = None):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        for name, text in files.items():
            (no_switch / name).parent.mkdir(parents=True, exist_ok=True)
            (no_switch / name).write_text(text, encoding="utf-8")
        with utils.get_client(offline) as client:
            said = capsys.readouterr().out
        for secret in (SECRET, SECRET[::-1]):
            assert not [at for at in range(len(secret) - 3) if secret[at : at + 4] in said], "a part of the key was printed"
        return client, said

    return ask


SETTINGS = {names.KEY: (KEY, OTHER), names.ADDRESS: (ADDRESS, ADDRESS + "/other"), names.ORGANIZATION: ("org-a", "org-b")}
SETTINGS |= {names.PROJECT: ("proj_a", "proj_b"), names.MODEL: ("model-a", "model-b")}


@pytest.mark.parametrize("name", SETTINGS)
def test_the_source_is_named(answers, no_switch, monkeypatch, name):
    value, _ = SETTINGS[name]
    _, said = answers({}, {".env": f"OPENAI_API_KEY={KEY}\n{name}={value}\n" if name != names.KEY else f"{name}={value}\n"})
    assert name in said.splitlines()[0] and said.splitlines()[0].endswith(f"from {no_switch / '.env'})")
    _, said = answers({name: value}, {})
    assert f"{name} from the environment" in said and said.count("\n") == 1, "the same value hides nothing"


@pytest.mark.parametrize("name", SETTINGS)
def test_what_the_environment_hides_is_named(answers, no_switch, name):
    value, other = SETTINGS[name]
    _, said = answers({names.KEY: KEY, name: value}, {".env": f"{name}={other}\n"})
    assert f"{name} from the environment hides another one in {no_switch / '.env'}." in said
    assert "VS Code" in said and said.count("\n") == 2


@pytest.mark.parametrize("stale", ["your_api_key_here", "'quoted'", "${OPENAI_API_KEY}", "%OPENAI_API_KEY%", "   "])
def test_a_key_that_is_none_hides_as_well(answers, no_switch, stale):
    client, said = answers({names.KEY: stale}, {".env": f"OPENAI_API_KEY={KEY}\n"})
    assert "offline" in str(client.base_url) and "Your OPENAI_API_KEY (from the environment)" in said
    assert f"hides another one in {no_switch / '.env'}" in said


@pytest.mark.parametrize(
    ("environment", "meant"),
    [
        ({"OPENAI_KEY": KEY}, names.KEY),
        ({"OPENAI_API_BASE": ADDRESS, names.KEY: KEY}, names.ADDRESS),
        ({"OPENAI_ORGANIZATION": "org-a", names.KEY: KEY}, names.ORGANIZATION),
        ({"TUTORIAL_MODLE": "m", names.KEY: KEY}, names.MODEL),
    ],
    ids=["key", "address", "organization", "model"],
)
def test_a_wrong_name_in_the_environment(answers, environment, meant):
    _, said = answers(environment, {})
    assert f"The environment has {next(iter(environment))}, which is not read. The name is {meant}." in said


@pytest.mark.parametrize("name", ["MODEL", "API_KEY", "KEY", "OFFLINE", "BASE_URL"])
def test_names_of_other_programs_in_the_environment(answers, name):
    _, said = answers({name: "of another program"}, {})
    assert said.count("\n") == 1


@pytest.mark.parametrize("place", ["environment", ".env"])
def test_organization_and_project_are_sent(answers, place):
    ids = {names.ORGANIZATION: "org-mine", names.PROJECT: "proj_mine"}
    in_file = "".join(f"{name}={value}\n" for name, value in ids.items()) if place == ".env" else ""
    client, _ = answers({names.KEY: KEY} | (ids if place == "environment" else {}), {".env": in_file})
    assert (client.organization, client.project) == ("org-mine", "proj_mine")
    assert client.auth_headers and client.default_headers["OpenAI-Organization"] == "org-mine"


@pytest.mark.parametrize("name", [names.ORGANIZATION, names.PROJECT])
@pytest.mark.parametrize("value", ["org\u00e9", "org a", "org\na", "'org-a'"], ids=["accent", "space", "line break", "quotes"])
def test_an_id_that_cannot_be_sent(answers, name, value):
    with pytest.raises(openai.OpenAIError, match=rf"{name} \(from the environment\) has a character in it that no id has"):
        answers({names.KEY: KEY, name: value}, {})


def test_a_key_of_a_wrong_shape_is_not_sent_to_another_server_in_silence(answers):
    client, said = answers({names.KEY: f"“{KEY}”", names.ADDRESS: ADDRESS}, {})
    assert client.api_key == "not-needed" and "has quotation marks in it" in said


def test_offline_in_the_file_says_so(answers, no_switch):
    _, said = answers({names.KEY: KEY}, {".env": "TUTORIAL_OFFLINE=1\n"})
    assert said.splitlines()[1:] == [f"TUTORIAL_OFFLINE is set in {no_switch / '.env'}."]


def test_offline_as_asked_for_says_nothing_more(answers):
    _, said = answers({names.KEY: "your_api_key_here"}, {".env": f"OPENAI_KEY={KEY}\n"}, offline=True)
    assert said == "The offline stand-in answers: no key, no network, no cost.\n"


def test_the_error_without_a_usable_key_says_where_one_is(answers, no_switch):
    with pytest.raises(openai.OpenAIError, match=r"is not set.*Line 1 of .* has OPENAI_KEY"):
        answers({}, {".env": f"OPENAI_KEY={KEY}\n"}, offline=False)


# --- Files that nothing reads ---

UNREAD = {
    ".env.example": "git takes .env.example along",
    "env.example": "git takes env.example along",
    ".env.local": "Rename .env.local to .env",
    ".env.txt": "Rename .env.txt to .env",
    ".env.example.txt": "git takes .env.example.txt along",
    "env": "Rename env to .env",
    "env.txt": "Rename env.txt to .env",
    "_env": "Rename _env to .env",
    ".ENV.TXT": "Rename .ENV.TXT to .env",
    "openai.env": "Rename openai.env to .env",
    ".env.rtf": "Save it as plain text",
    "../.env.txt": "Rename .env.txt to .env",
}


@pytest.mark.parametrize(("name", "advice"), UNREAD.items(), ids=UNREAD)
def test_a_file_with_a_key_that_nothing_reads(answers, no_switch, monkeypatch, name, advice):
    (no_switch / "here").mkdir()
    monkeypatch.chdir(no_switch / "here")
    _, said = answers({}, {f"here/{name}": f"# mine\nOPENAI_API_KEY={KEY}\n"})
    path = (no_switch / "here" / name).resolve()
    assert f"{path} has a key, and is not read." in said and advice in said and said.count("\n") == 2


@pytest.mark.parametrize(
    "text", [f'{{"key": "{KEY}"}}', rf"{{\rtf1 OPENAI_API_KEY={KEY}\par}}", f"{KEY}", f"export OPENAI_KEY={KEY}"]
)
def test_a_key_in_any_form(answers, text):
    assert "has a key, and is not read" in answers({}, {".env.txt": text})[1]


def test_an_address_where_nothing_reads_it(answers):
    assert ".env.txt has a setting, and is not read" in answers({}, {".env.txt": f"OPENAI_BASE_URL={ADDRESS}\n"})[1]


def test_a_nearer_file_hides_the_good_one(answers, no_switch, monkeypatch):
    (no_switch / "notebooks").mkdir()
    monkeypatch.chdir(no_switch / "notebooks")
    _, said = answers({}, {".env": f"OPENAI_API_KEY={KEY}\n", "notebooks/.env": ""})
    near = no_switch / "notebooks" / ".env"
    assert f"{no_switch / '.env'} has a key, and is not read. Move the key to {near}, which is nearer." in said


@pytest.mark.parametrize("place", ["home", "the course", "the course's notebooks"])
def test_a_file_in_another_folder(answers, no_switch, monkeypatch, place):
    (no_switch / ".env").unlink()
    (no_switch / "work").mkdir()
    other = no_switch / "other" / ("notebooks" if "notebooks" in place else "")
    monkeypatch.chdir(no_switch / "work")
    if place == "home":
        monkeypatch.setattr(Path, "home", lambda: other)
    else:
        monkeypatch.setattr(elsewhere, "COURSE", no_switch / "other")
    _, said = answers({}, {str(other / ".env"): f"OPENAI_API_KEY={KEY}\n"})
    assert f"{other / '.env'} has a key, and is not read. Copy the file to {no_switch / 'work'}" in said


def test_the_home_folder_above_is_read_and_named(answers, no_switch, monkeypatch):
    (no_switch / "course" / "notebooks").mkdir(parents=True)
    monkeypatch.chdir(no_switch / "course" / "notebooks")
    client, said = answers({}, {".env": f"OPENAI_API_KEY={KEY}\n"})
    assert client.api_key == KEY and f"OPENAI_API_KEY from {no_switch / '.env'}" in said


HARMLESS = {
    ".env.example": "OPENAI_API_KEY=your_api_key_here\n#OPENAI_BASE_URL=http://localhost:11434/v1\n",
    ".env.local": "DEBUG=1\n",
    "environment.yml": f"name: x # {KEY}\n",
    "notes.txt": f"OPENAI_API_KEY={KEY}\n",
    "env/readme.txt": f"OPENAI_API_KEY={KEY}\n",
    "env.txt": "x" * 70_000 + f"\nOPENAI_API_KEY={KEY}\n",
}


@pytest.mark.parametrize(("name", "text"), HARMLESS.items(), ids=HARMLESS)
def test_what_is_not_for_us_is_not_spoken_of(answers, name, text):
    assert answers({}, {name: text})[1].count("\n") == 1


def test_where_there_is_a_key_no_other_file_is_spoken_of(answers):
    assert answers({}, {".env": f"OPENAI_API_KEY={KEY}\n", ".env.local": f"OPENAI_API_KEY={OTHER}\n"})[1].count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_file_that_cannot_be_opened_is_passed_over(answers, monkeypatch):
    monkeypatch.setattr(elsewhere, "_like_env", lambda folder: [Path("/proc/self/mem"), Path("/nowhere/.env.txt")])
    assert answers({}, {})[1].count("\n") == 1


def test_settings_show_no_values(answers):
    answers({names.KEY: KEY}, {".env": f"OPENAI_API_KEY={OTHER}\n"})
    assert SECRET not in repr(read_settings()) and SECRET[::-1] not in repr(read_settings().file)
