"""check_setup(): what is wrong is noticed, and said so that one can mend it."""

import pytest

import offline
import utils
from checks import answering, configured, installed, setup

KEY = "a-key-of-a-good-shape"


@pytest.fixture
def report(no_switch, capsys, monkeypatch):
    """Return a function that writes `.env` and gives the lines of check_setup(), without asking anybody over the network."""

    def look(env_file: str | None = "") -> list[str]:
        (no_switch / ".env").unlink() if env_file is None else (no_switch / ".env").write_text(env_file, encoding="utf-8")
        made = utils.get_client
        monkeypatch.setattr(utils, "get_client", lambda: made() and offline.client(max_retries=0))
        setup.check_setup()
        return capsys.readouterr().out.replace("\n      -> ", " -> ").splitlines()

    return look


def advice(check) -> str:
    """Return the advice of the last line of a check."""
    return list(check)[-1][2]


def test_on_a_fresh_machine_all_is_well(report):
    found = report(None)
    assert [line.split()[1] for line in found] == ["Python", "kernel", "packages", ".env", "key", "address", "answer"]
    assert all(line.startswith("[ok]") for line in found), found
    assert "you need none without a key" in found[3]
    assert "offline stand-in answers" in found[-1]


def test_with_a_key_all_is_well_and_its_place_is_named(report, no_switch):
    found = report(f"OPENAI_API_KEY={KEY}")
    assert all(line.startswith("[ok]") for line in found), found
    path = no_switch / ".env"
    assert found[3].endswith(str(path)) and found[4].endswith(f"looks like a key (from {path})")
    assert found[-1].endswith(f"The OpenAI API answers. Model: gpt-6-luna. (OPENAI_API_KEY from {path})")


def test_an_old_python():
    assert "Install Python 3.11" in advice(installed.check_python((3, 10, 1)))
    assert not advice(installed.check_python((3, 11, 0))) and not advice(installed.check_python())


def test_a_kernel_outside_of_an_environment(monkeypatch):
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    monkeypatch.setattr("sys.base_prefix", "elsewhere")
    assert not advice(installed.check_kernel())
    monkeypatch.setattr("sys.prefix", "elsewhere")
    assert "Choose the kernel" in advice(installed.check_kernel())


@pytest.mark.parametrize(("found", "said"), [("2.9.0", "2.9.0"), (None, "is not installed")], ids=["old", "missing"])
def test_a_package_that_does_not_fit(monkeypatch, found, said):
    def version(name):
        if name == "openai" and found is None:
            raise installed.PackageNotFoundError
        return found if name == "openai" else real(name)

    real = installed.version
    monkeypatch.setattr(installed, "version", version)
    ((name, shown, advised),) = installed.check_packages()
    assert (name, shown) == ("openai", said)
    assert '%pip install "openai' in advised


# --- What is set ---


def test_what_is_not_read_is_a_line_of_its_own(report, no_switch):
    (no_switch / ".env.example").write_text(f"OPENAI_API_KEY={KEY}", encoding="utf-8")
    found = report(f"OPENAI_KEY={KEY}\nTUTORIAL_MODEL: m\n")
    wrong = [line for line in found if line.startswith("[fix]")]
    assert [("Line 1" in line, "Line 2" in line, ".env.example" in line) for line in wrong] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert all(" -> " in line for line in wrong) and KEY not in "".join(found)


def test_what_the_environment_hides(report, no_switch, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY + "-of-old")
    found = report(f"OPENAI_API_KEY={KEY}")
    assert f"[fix] .env      OPENAI_API_KEY from the environment hides another one in {no_switch / '.env'}" in found[4]
    assert "VS Code" in found[4] and KEY not in "".join(found)
    assert found[5] == "[ok]  key       looks like a key (from the environment)"


def test_where_offline_is_forced_no_file_is_looked_at(report, no_switch, monkeypatch):
    monkeypatch.setenv("TUTORIAL_OFFLINE", "1")
    (no_switch / ".env.example").write_text(f"OPENAI_API_KEY={KEY}", encoding="utf-8")
    found = report(f"OPENAI_KEY={KEY}")
    assert found[3] == "[ok]  .env      not read, because TUTORIAL_OFFLINE is set in the environment"
    assert all(line.startswith("[ok]") for line in found), found


@pytest.mark.parametrize(
    ("env_file", "said"),
    [
        ("OPENAI_API_KEY=your_api_key_here", "Copy the key again, whole, and put it into {path} after OPENAI_API_KEY="),
        (f"OPENAI_API_KEY={KEY}\nOPENAI_ORG_ID=org-\u00e9", "OPENAI_ORG_ID it has a character in it that no id has"),
        (f"OPENAI_API_KEY={KEY}\nOPENAI_PROJECT_ID=my project", "OPENAI_PROJECT_ID it has a character in it that no id has"),
        ("OPENAI_BASE_URL=localhost:11434/v1", "OPENAI_BASE_URL must begin with https:// or http://."),
        ("OPENAI_BASE_URL=http://localhost:port/v1", "OPENAI_BASE_URL is not an address"),
        ("TUTORIAL_OFFLINE=maybe", "TUTORIAL_OFFLINE, from {path}, is neither 1 nor 0"),
    ],
)
def test_a_value_of_the_wrong_shape(report, no_switch, env_file, said):
    wrong = [line for line in report(env_file) if line.startswith("[fix]")]
    assert said.format(path=no_switch / ".env") in wrong[0]


# --- Who answers ---


def test_a_model_that_always_reasons_counts_as_an_answer(monkeypatch):
    real = utils.generate_text
    monkeypatch.setattr(utils, "generate_text", lambda prompt, **given: real(prompt, model="gpt-5", **given))
    assert not advice([answering.check_answer()])


@pytest.mark.parametrize(
    "fault", ["bad_key", "no_quota", "rate_limit", "no_connection", "not_json", "server_error", "no_permission"]
)
def test_an_answer_that_does_not_come_is_explained(monkeypatch, fault):
    explained = []

    def explain(error):
        explained.append(real(error))
        return explained[-1]

    real = utils.explain
    monkeypatch.setattr(utils, "explain", explain)
    monkeypatch.setattr(utils, "get_client", lambda: offline.client(max_retries=0))
    with offline.failing(fault):
        assert [advice([answering.check_answer()])] == explained
    assert not advice([answering.check_answer()])


def test_a_refused_key_is_named_by_its_place(no_switch, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setattr(utils, "get_client", lambda: offline.client(max_retries=0))
    with offline.failing("bad_key"):
        _, found, _ = answering.check_answer()
    assert found == "none (AuthenticationError) with the key from the environment"


# --- A check that breaks ---


@pytest.mark.parametrize("error", [ImportError("no such thing"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, KEY), OSError(KEY)])
def test_a_check_that_breaks_is_a_line(report, monkeypatch, error):
    def breaks():
        raise error
        yield

    monkeypatch.setitem(configured.CHECKS, "key", breaks)
    found = report()
    assert [line for line in found if line.startswith("[fix] key       cannot be looked at")] and KEY not in "".join(found)
    assert "offline stand-in answers" in found[-1]
