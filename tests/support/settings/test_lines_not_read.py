"""A key that is in `.env`, but in a line that sets nothing: it is said, with the line's number, and nothing of the key."""

import pytest

import utils
from support.settings import names, read_env_file, read_settings
from support.settings.env_file import decode

SECRET = "Zq8Rk2Lw5Tn9Xv3B"
KEY = "sk-" + "proj-" + SECRET

# What stands in the file after two lines that are right, and what is said of line 3.
LINES = {
    "a shorter name": (f"OPENAI_KEY={KEY}", "has OPENAI_KEY, which is not read"),
    "one more underline": (f"OPEN_AI_API_KEY={KEY}", "has OPEN_AI_API_KEY, which is not read"),
    "one underline less": (f"OPENAI_APIKEY={KEY}", "has OPENAI_APIKEY, which is not read"),
    "lower case": (f"openai_api_key={KEY}", "has openai_api_key, which is not read"),
    "hyphens": (f"OPENAI-API-KEY={KEY}", "has OPENAI-API-KEY, which is not read"),
    "a misspelling": (f"OPENAI_AIP_KEY={KEY}", "has OPENAI_AIP_KEY, which is not read"),
    "OpenAPI": (f"OPENAPI_KEY={KEY}", "has OPENAPI_KEY, which is not read"),
    "only API_KEY": ("API_KEY=abcdefgh12345678", "has API_KEY, which is not read"),
    "plural": (f"OPENAI_API_KEYS={KEY}", "has OPENAI_API_KEYS, which is not read"),
    "any name, but a key of OpenAI": (f"MY_SECRET={KEY}", "has MY_SECRET, which is not read"),
    "exported under another name": (f"export CHATGPT_KEY={KEY}", "has CHATGPT_KEY, which is not read"),
    "a comment": (f"# OPENAI_API_KEY={KEY}", "is a comment"),
    "a comment after the key": (f"#OPENAI_API_KEY={KEY} # mine", "is a comment"),
    "only the key": (KEY, "has a key, and no name in front of it"),
    "a colon": (f"OPENAI_API_KEY: {KEY}", "has a colon"),
    "a colon without a space": (f"OPENAI_API_KEY:{KEY}", "has a colon"),
    "a colon and quotes": (f"OPENAI_API_KEY : '{KEY}'", "has a colon"),
    "a space": (f"OPENAI_API_KEY {KEY}", "has no = after the name"),
    "a wide sign": (f"OPENAI_API_KEY＝{KEY}", "has a wide ＝"),
    "set": (f"set OPENAI_API_KEY={KEY}", "is a command for a terminal"),
    "SET": (f"SET OPENAI_API_KEY={KEY}", "is a command for a terminal"),
    "setx": (f'setx OPENAI_API_KEY "{KEY}"', "is a command for a terminal"),
    "PowerShell": (f'$env:OPENAI_API_KEY = "{KEY}"', "is a command for a terminal"),
    "PowerShell, capitals": (f'$Env:OPENAI_API_KEY="{KEY}"', "is a command for a terminal"),
    "Python": (f'os.environ["OPENAI_API_KEY"] = "{KEY}"', "is a command for a terminal or a program"),
    "quotes around it all": (f'"OPENAI_API_KEY={KEY}"', "has quotation marks around all of it"),
    "single quotes around it all": (f"'OPENAI_API_KEY={KEY}'", "has quotation marks around all of it"),
    "smart quotes around it all": (f"“OPENAI_API_KEY={KEY}”", "has quotation marks around all of it"),
    "JSON": (f'{{"OPENAI_API_KEY": "{KEY}"}}', "is written as in JSON"),
    "a line of JSON": (f'"OPENAI_API_KEY": "{KEY}",', "is written as in JSON"),
    "a quote too few at the end": (f'OPENAI_API_KEY="{KEY}', "has a quotation mark too few"),
    "a single quote too few": (f"OPENAI_API_KEY='{KEY}", "has a quotation mark too few"),
    "two kinds of quotes": (f"OPENAI_API_KEY=\"{KEY}'", "has a quotation mark too few"),
    "a quote too many": (f'OPENAI_API_KEY="{KEY}""', "has a quotation mark too few, or one too many"),
    "a sign that does not show": (f"\u200bOPENAI_API_KEY={KEY}", "has a character in the name that does not show"),
    "a name that is not filled in": ("OPENAI_API_KEY=${MY_OWN_KEY}", "uses ${MY_OWN_KEY}, which is not set above it"),
}


@pytest.fixture
def said(no_switch, capsys):
    """Return a function that writes `.env`, and gives what `get_client` prints."""

    def say(env_file: str) -> str:
        (no_switch / ".env").write_bytes(env_file.encode())
        utils.get_client().close()
        printed = capsys.readouterr()
        assert not printed.err, "python-dotenv warned by itself"
        assert not [at for at in range(len(SECRET) - 3) if SECRET[at : at + 4] in printed.out], "a part of the key was printed"
        return printed.out

    return say


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["Unix", "Windows"])
@pytest.mark.parametrize(("line", "found"), LINES.values(), ids=LINES)
def test_a_line_that_sets_nothing_is_named(said, no_switch, line, found, ending):
    text = said(ending.join(["# mine", "OTHER=1", line, ""]))
    assert text.startswith("The offline stand-in answers: no key, no network, no cost.\n")
    assert f"Line 3 of {no_switch / '.env'} {found}" in text and "OPENAI_API_KEY" in text


def test_blank_lines_count(said):
    assert "Line 4 of" in said(f"\n\n\nOPENAI_KEY={KEY}\n")


def test_the_advice_has_the_right_name(said):
    assert "The name is OPENAI_API_KEY." in said(f"OPENAI_KEY={KEY}")
    assert "Write it as OPENAI_API_KEY=value, with nothing around it." in said(f"OPENAI_API_KEY: {KEY}")


RIGHT = {
    "a comment with a placeholder": "#OPENAI_API_KEY=your_api_key_here",
    "comments": "# Copy this file.\n# OPENAI_API_KEY\n#OPENAI_BASE_URL=http://localhost:11434/v1\n#x",
    "other programs": "PATH_TO_DATA=/data\nANTHROPIC_API_KEY=sk-" + "ant-0123456789abcdef\nexport EDITOR=vi\nDEBUG\nMODELS=3",
    "another name that is empty": "OPENAI_KEY=",
    "names of the openai package": "OPENAI_ADMIN_KEY=sk-" + "admin-0123456789abcdef\nOPENAI_LOG=debug",
    "blank": " \r\n\t\r\n",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_or_not_ours_is_not_spoken_of(said, text):
    assert said(text) == "The offline stand-in answers: no key, no network, no cost.\n"


@pytest.mark.parametrize("line", [f"OPENAI_KEY={KEY}x", f"#OPENAI_API_KEY={KEY}x", "API_KEY=of-another-program"])
def test_where_there_is_a_key_another_is_not_missed(said, line):
    assert said(f"OPENAI_API_KEY={KEY}\n{line}\n").count("\n") == 1


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("OPENAI_API_BASE=http://localhost:1234/v1", names.ADDRESS),
        ("OPENAI_HOST=http://localhost:1234/v1", names.ADDRESS),
        ("openai_base_url=http://localhost:1234/v1", names.ADDRESS),
        ("OPENAI_ORGANIZATION=org-mine", names.ORGANIZATION),
        ("OPENAI_PROJECT=proj_mine", names.PROJECT),
        ("OPENAI_MODEL=gpt-6-sol", names.MODEL),
        ("TUTORIAL_MODELL=gpt-6-sol", names.MODEL),
        ("TUTORIAL_OFLINE=1", names.OFFLINE),
        ("TUTORIAL_OFFLINE: 1", names.OFFLINE),
    ],
)
def test_other_settings_are_missed_as_well(said, line, name):
    text = said(f"OPENAI_API_KEY={KEY}\n{line}\n")
    assert text.startswith("The OpenAI API answers.") and "Line 2 of" in text and name in text.splitlines()[1]


def test_a_setting_that_stands_twice(said, no_switch):
    text = said(f"OPENAI_API_KEY=sk-old-0123456789\n\nOPENAI_API_KEY={KEY}\n")
    assert f"Line 3 of {no_switch / '.env'} sets OPENAI_API_KEY again, after line 1, and the last one counts" in text


def test_a_name_in_a_value_is_filled_in(no_switch, monkeypatch):
    monkeypatch.setenv("FROM_THE_SHELL", "8080")
    (no_switch / ".env").write_text(
        f"MINE={KEY}\nOPENAI_API_KEY=${{MINE}}\nOPENAI_BASE_URL=http://localhost:${{FROM_THE_SHELL}}/v1\nTUTORIAL_MODEL=${{NO:-m}}"
    )
    values = read_env_file(str(no_switch / ".env")).values
    assert values["OPENAI_API_KEY"] == KEY
    assert (values["OPENAI_BASE_URL"], values["TUTORIAL_MODEL"]) == ("http://localhost:8080/v1", "m")
    assert not list(read_settings().problems())


# --- Bytes ---

TEXT = f"# Schlüssel\r\nOPENAI_API_KEY={KEY}\r\nTUTORIAL_LOCAL=C:\\Jürgen\\m.gguf\r\n"
BYTES = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "UTF-16 little-endian with a mark": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "UTF-16 big-endian with a mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "appended by PowerShell 5": b"# first\r\n" + TEXT.encode("utf-16-le"),
    "appended by PowerShell 5, with a mark": b"# first\r\n\xff\xfe" + TEXT.encode("utf-16-le"),
    "appended by cmd to UTF-16": b"\xff\xfe" + TEXT.encode("utf-16-le") + b"TUTORIAL_MODEL=m\r\n",
    "appended by cmd to UTF-16, an odd number of bytes": b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\nTUTORIAL_MODEL=m\r\n",
    "UTF-32 with a mark": TEXT.encode("utf-32"),
}


@pytest.mark.parametrize("raw", BYTES.values(), ids=BYTES)
def test_whatever_an_editor_writes_is_read(tmp_path, raw):
    (tmp_path / ".env").write_bytes(raw)
    read = read_env_file(str(tmp_path / ".env"))
    assert read.values["OPENAI_API_KEY"] == KEY
    assert read.values["TUTORIAL_LOCAL"] == "C:\\Jürgen\\m.gguf"
    assert read.values.get("TUTORIAL_MODEL") == ("m" if b"TUTORIAL_MODEL" in raw else None) and not read.problems


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-le", "utf-32-be"])
def test_other_encodings_without_a_mark_keep_what_is_ascii(encoding):
    assert decode(f"OPENAI_API_KEY={KEY}\n".encode(encoding)) == f"OPENAI_API_KEY={KEY}\n"


def test_a_comment_of_another_age_does_no_harm():
    assert decode(b"# Schl\xfcssel\nA=1\n").endswith("\nA=1\n")


def test_a_file_that_may_not_be_read_is_named(no_switch, monkeypatch, capsys):
    def forbidden(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", forbidden)
    utils.get_client().close()
    assert f"{no_switch / '.env'} cannot be opened (Permission denied)" in capsys.readouterr().out
