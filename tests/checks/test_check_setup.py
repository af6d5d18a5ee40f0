"""check_setup(): what is wrong is noticed, and said so that one can mend it."""

import pytest

import offline
import utils
from checks import setup


def lines(capsys) -> dict[str, str]:
    setup.check_setup()
    printed = capsys.readouterr().out.replace("\n      -> ", " -> ").splitlines()
    return {line.split()[1]: line for line in printed}


def test_on_a_fresh_machine_all_is_well(no_switch, capsys, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (no_switch / ".env").unlink()
    found = lines(capsys)
    assert list(found) == ["Python", "kernel", "packages", ".env", "key", "address", "answer"]
    assert all(line.startswith("[ok]") for line in found.values()), found
    assert "you need none without a key" in found[".env"]
    assert "offline stand-in answers" in found["answer"]


def test_an_old_python():
    assert "Install Python 3.11" in setup.check_python((3, 10))[2]
    assert not setup.check_python((3, 11))[2]


def test_a_kernel_outside_of_an_environment(monkeypatch):
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    monkeypatch.setattr("sys.base_prefix", "elsewhere")
    assert not setup.check_kernel()[2]
    monkeypatch.setattr("sys.prefix", "elsewhere")
    assert "Choose the kernel" in setup.check_kernel()[2]


@pytest.mark.parametrize(("installed", "said"), [("2.9.0", "2.9.0"), (None, "is not installed")], ids=["old", "missing"])
def test_a_package_that_does_not_fit(monkeypatch, installed, said):
    def version(name):
        if name == "openai" and installed is None:
            raise setup.PackageNotFoundError
        return installed if name == "openai" else real(name)

    real = setup.version
    monkeypatch.setattr(setup, "version", version)
    ((name, found, advice),) = setup.check_packages()
    assert (name, found) == ("openai", said)
    assert '%pip install "openai' in advice


@pytest.mark.parametrize("name", [".env.txt", "env", "env.txt"])
def test_an_env_file_with_a_wrong_name(no_switch, name):
    (no_switch / ".env").unlink()
    (no_switch / name).write_text("OPENAI_API_KEY=x", encoding="utf-8")
    assert setup.check_env_file(no_switch)[2].startswith(f"Rename {name} to .env")
    (no_switch / ".env").write_text("", encoding="utf-8")
    assert not setup.check_env_file(no_switch)[2]


def test_a_folder_named_env_is_no_env_file(no_switch):
    (no_switch / ".env").unlink()
    (no_switch / "env").mkdir()
    assert not setup.check_env_file(no_switch)[2]


def test_a_model_that_always_reasons_counts_as_an_answer(monkeypatch):
    real = utils.generate_text
    monkeypatch.setattr(utils, "generate_text", lambda prompt, **given: real(prompt, model="gpt-5", **given))
    assert not setup.check_answer()[2]


def test_an_address_that_is_none(no_switch, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:port/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "a-key-of-a-good-shape")
    assert "OPENAI_BASE_URL is not an address" in setup.check_answer()[2]


def test_the_shape_of_the_key():
    assert "Copy the key again" in setup.check_key("your_api_key_here")[2]
    assert not setup.check_key("a-key-of-a-good-shape")[2]
    assert not setup.check_key(None)[2]


def test_an_address_without_a_scheme():
    assert "must begin with https://" in setup.check_address("localhost:11434/v1")[2]
    assert not setup.check_address("http://localhost:11434/v1")[2]


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        ("bad_key", "Make a new key"),
        ("no_quota", "Is there credit"),
        ("no_connection", "Is this computer online"),
        ("not_json", "log in first"),
        ("server_error", "The server had an error"),
    ],
)
def test_an_answer_that_does_not_come(monkeypatch, fault, advice):
    monkeypatch.setattr(utils, "get_client", lambda: offline.client(max_retries=0))
    with offline.failing(fault):
        assert advice in setup.check_answer()[2]
    assert not setup.check_answer()[2]
