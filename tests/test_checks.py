"""check_setup() and the checks of the exercises: what is wrong is noticed, and said so that one can mend it."""

import itertools

import openai
import pytest

import checks
import offline
import utils
from utils import DEFAULT_MODEL, generate_text

NONE = {"effort": "none"}

# --- check_setup ---


def lines(capsys) -> dict[str, str]:
    checks.check_setup()
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
    assert "Install Python 3.11" in checks.check_python((3, 10))[2]
    assert not checks.check_python((3, 11))[2]


def test_a_kernel_outside_of_an_environment(monkeypatch):
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    monkeypatch.setattr("sys.base_prefix", "elsewhere")
    assert not checks.check_kernel()[2]
    monkeypatch.setattr("sys.prefix", "elsewhere")
    assert "Choose the kernel" in checks.check_kernel()[2]


@pytest.mark.parametrize(("installed", "said"), [("2.9.0", "2.9.0"), (None, "is not installed")], ids=["old", "missing"])
def test_a_package_that_does_not_fit(monkeypatch, installed, said):
    def version(name):
        if name == "openai" and installed is None:
            raise checks.PackageNotFoundError
        return installed if name == "openai" else real(name)

    real = checks.version
    monkeypatch.setattr(checks, "version", version)
    ((name, found, advice),) = checks.check_packages()
    assert (name, found) == ("openai", said)
    assert '%pip install "openai' in advice


@pytest.mark.parametrize("name", [".env.txt", "env", "env.txt"])
def test_an_env_file_with_a_wrong_name(no_switch, name):
    (no_switch / ".env").unlink()
    (no_switch / name).write_text("OPENAI_API_KEY=x", encoding="utf-8")
    assert checks.check_env_file(no_switch)[2].startswith(f"Rename {name} to .env")
    (no_switch / ".env").write_text("", encoding="utf-8")
    assert not checks.check_env_file(no_switch)[2]


def test_a_folder_named_env_is_no_env_file(no_switch):
    (no_switch / ".env").unlink()
    (no_switch / "env").mkdir()
    assert not checks.check_env_file(no_switch)[2]


def test_a_model_that_always_reasons_counts_as_an_answer(monkeypatch):
    real = utils.generate_text
    monkeypatch.setattr(utils, "generate_text", lambda prompt, **given: real(prompt, model="gpt-5", **given))
    assert not checks.check_answer()[2]


def test_an_address_that_is_none(no_switch, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:port/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "a-key-of-a-good-shape")
    assert "OPENAI_BASE_URL is not an address" in checks.check_answer()[2]


def test_the_shape_of_the_key():
    assert "Copy the key again" in checks.check_key("your_api_key_here")[2]
    assert not checks.check_key("a-key-of-a-good-shape")[2]
    assert not checks.check_key(None)[2]


def test_an_address_without_a_scheme():
    assert "must begin with https://" in checks.check_address("localhost:11434/v1")[2]
    assert not checks.check_address("http://localhost:11434/v1")[2]


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
        assert advice in checks.check_answer()[2]
    assert not checks.check_answer()[2]


# --- The exercises: wrong answers ---


def twice(prompt, n, client):
    return [generate_text(prompt, temperature=1.2, client=client)] * n


def own_client(prompt, n, client):
    return [generate_text(prompt, temperature=1.2) for _ in range(n)]


def in_place(messages, question, answer):
    messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    return messages


def catches_all(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.APIConnectionError:
        return "offline"
    except openai.APIError:
        return "busy"


def calls_no_credit_busy(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.RateLimitError:
        return "busy"
    except openai.APIConnectionError:
        return "offline"


def reads_on(pieces):
    return "".join(pieces).partition(".")[0] + "."


REQUEST = {"model": DEFAULT_MODEL, "input": "What is the capital of Japan?", "reasoning": NONE}
MOVED = {"model": DEFAULT_MODEL, "instructions": "one word", "input": "Spain?", "max_output_tokens": 50, "reasoning": NONE}
STRICT = {"reasoning": NONE, "text": {"verbosity": "low"}, "temperature": 0, "max_output_tokens": 16}
DIALOG = [
    {"role": "user", "content": "What is the capital city of Germany?"},
    {"role": "assistant", "content": "The capital city of Germany is Berlin."},
    {"role": "user", "content": "How many people live there?"},
]

WRONG = [
    ("1.1", "a text", "must be a dictionary"),
    ("1.1", {"model": DEFAULT_MODEL, "reasoning": NONE}, '"input" is missing'),
    ("1.1", REQUEST | {"model": "gpt-2023"}, "use DEFAULT_MODEL"),
    ("1.1", REQUEST | {"input": "Hello"}, "about Japan"),
    ("1.1", REQUEST | {"reasoning": {"effort": "low"}}, "for no reasoning"),
    ("1.1", REQUEST | {"temperature": 5}, "would refuse this request"),
    ("1.1", REQUEST | {"max_tokens": 5}, "would refuse this request"),
    ("1.2", lambda response: response.output_text, "should return a dictionary"),
    ("1.2", lambda response: {"text": "x", "tokens": 1}, '"text" should be'),
    ("1.2", lambda response: {"text": response.output_text, "tokens": 8}, '"tokens" should be'),
    ("2.1", lambda text, language: text, "should return a dictionary"),
    ("2.1", lambda text, language: {"instructions": f"To {language}: {text}", "input": text}, "does not belong"),
    ("2.1", lambda text, language: {"instructions": "To French", "input": text}, "should name the language"),
    ("2.1", lambda text, language: {"instructions": "x", "input": f"{text} in {language}"}, "should be just the text"),
    ("2.2", lambda prompt, n, client: "one", "should return a list"),
    ("2.2", lambda prompt, n, client: [], "no request came"),
    ("2.2", own_client, "no request came"),
    ("2.2", twice, "4 requests"),
    ("2.2", lambda prompt, n, client: [generate_text(prompt, client=client) for _ in range(n)], "should be 1.2"),
    ("2.2", lambda prompt, n, client: [generate_text("Hi", temperature=1.2, client=client) for _ in range(n)], "the prompt"),
    ("2.3", MOVED | {"messages": []}, "belongs to Chat Completions"),
    ("2.3", MOVED | {"max_output_tokens": 51}, "limit of 50"),
    ("2.3", MOVED | {"reasoning": None}, "effort is missing"),
    ("2.3", MOVED | {"instructions": None}, "instructions are missing"),
    ("2.3", MOVED | {"input": "Hello"}, "about Spain"),
    ("2.3", MOVED | {"model": "gpt-6-sol"}, "DEFAULT_MODEL"),
    ("2.3", MOVED | {"instructions": None, "input": "one word: Spain"}, "instructions are missing"),
    ("3.1", DIALOG[2:], "the roles should be"),
    ("3.1", DIALOG[::-1], "a message should say"),
    ("3.1", [message | {"name": "x"} for message in DIALOG], "no others"),
    ("3.2", in_place, "changed the old list"),
    ("3.2", lambda messages, question, answer: [*messages, {"role": "user", "content": question}], "should have the old"),
    ("3.3", lambda messages, n: messages[-n:], "n=1 should keep"),
    ("3.3", lambda messages, n: messages[-2 * n :], "n=0 should keep"),
    ("3.3", lambda messages, n: messages[len(messages) - 2 * n :], "n=4 should keep"),
    ("4.1", lambda top: dict(top), "60.0, 14.0 and 3.1"),
    ("4.2", lambda chances, temperature: [p ** (1 / temperature) for p in chances], "sum to 1"),
    ("4.2", lambda chances, temperature: [1 / 3, 1 / 3, 1 / 3], "should become"),
    ("4.3", STRICT | {"temperature": 1}, '"temperature" should be 0'),
    ("4.3", STRICT | {"top_p": 7}, "would refuse"),
    ("5.1", lambda events: "", "all deltas"),
    ("5.2", lambda events: "whole", '"cut off"'),
    ("5.3", lambda pieces: "".join(itertools.takewhile(lambda piece: piece != ".", pieces)) + ".", "the first sentence is"),
    ("5.3", reads_on, "must not read beyond"),
    ("5.3", lambda pieces: next(pieces), "the first sentence is"),
    ("6.1", lambda error: True, "should be False"),
    ("6.1", lambda error: isinstance(error, openai.RateLimitError), "should be True"),
    ("6.2", calls_no_credit_busy, "no_quota should reach the caller"),
    ("6.2", catches_all, "bad_key should reach the caller"),
    ("6.2", lambda prompt, client: generate_text(prompt, client=client), 'should return "busy"'),
    ("6.3", lambda n: [3**k for k in range(n)], "for n=5"),
    ("7.1", lambda a, b, c, d: a * c + b * d, "should be 2"),
    ("7.1", lambda a, b, c, d: print(a), "Did you print the result"),
    ("7.2", lambda prices: min(prices, key=lambda model: prices[model] or 0), 'the cheapest is "b"'),
    ("7.3", lambda limit: limit // 200, "there are"),
    ("A.1", {"engine": "x"}, '"engine" is the old name'),
    ("A.1", {"model": DEFAULT_MODEL, "input": "Name a fruit.", "max_output_tokens": 20, "temperature": 0.9}, "would refuse"),
    ("A.2", lambda completion: completion["choices"], "your code raised TypeError"),
    ("A.2", lambda completion: "x", "the text should be"),
]


@pytest.mark.parametrize(("number", "built", "said"), WRONG, ids=[f"{row[0]}-{place}" for place, row in enumerate(WRONG)])
def test_a_wrong_answer(capsys, number, built, said):
    checks.check(number, built)
    verdict = capsys.readouterr().out
    assert f"Exercise {number}: not yet:" in verdict
    assert said in verdict


def test_every_exercise_has_wrong_answers_here_and_praise():
    assert {number for number, *_ in WRONG} == set(checks.CHECKS) == set(checks.PRAISE)


def with_roles(*content):
    return [{"role": role, "content": text} for role, text in content]


RIGHT = [
    ("2.1", lambda text, language: {"instructions": f"TRANSLATE INTO {language.upper()}", "input": text}),
    ("2.3", MOVED | {"instructions": None, "input": with_roles(("developer", "Answer with one word."), ("user", "Spain?"))}),
    ("3.1", with_roles(("user", "capital of germany?"), ("assistant", "Berlin"), ("user", "And how many people live there?"))),
    (
        "4.2",
        lambda chances, temperature: [p ** (1 / temperature) / sum(q ** (1 / temperature) for q in chances) for p in chances],
    ),
]


@pytest.mark.parametrize(("number", "built"), RIGHT, ids=[row[0] for row in RIGHT])
def test_another_right_answer(capsys, number, built):
    checks.check(number, built)
    assert ": done." in capsys.readouterr().out
