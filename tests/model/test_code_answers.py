"""Every answer that is code runs: Python as it stands, SQL in sqlite3, regular expressions on what they are said to find."""

import re
import sqlite3
from functools import cache

import pytest

from offline.model import answer_file
from offline.tables import read_table

BLOCK = re.compile(r"```(\w+)\n(.*?)\n```", re.DOTALL)
TABLES = """
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, city TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER, total REAL);
INSERT INTO users (name, age, city) VALUES ('Bob', 25, 'Rome'), ('Cleo', 41, 'Rome'), ('Dan', 12, 'Oslo');
INSERT INTO orders (user_id, total) VALUES (1, 9.5), (2, 20);
"""
FILES = {"data.csv": "name,age\nAda,36\n", "data.json": '{"name": "Ada"}', "notes.txt": "one\ntwo\n"}


@cache
def all_blocks() -> list[tuple[str, str, str, str]]:
    """Return the code in all answers: the name of the file, the kind of code, the code, the whole answer."""
    return [
        (path.stem, kind, code, said)
        for path in [*sorted(answer_file.DATA.glob("*.yaml")), *sorted(answer_file.DATA.parent.glob("everyday/functions_*.yaml"))]
        for entry in entries(read_table(f"{path.parent.name}/{path.name}"))
        for said in (*entry.values(), *entry.get("then", {}).values())
        if isinstance(said, str)
        for kind, code in BLOCK.findall(said)
    ]


@pytest.mark.parametrize("word", read_table("everyday/python_words.yaml"))
def test_what_a_word_of_python_does_is_shown(word, tmp_path, monkeypatch, capsys):
    test_python_runs_and_prints_what_its_comments_say(
        read_table("everyday/python_words.yaml")[word][1], tmp_path, monkeypatch, capsys
    )


def entries(file: dict | list) -> list[dict]:
    """Return the answers of a file, and the rows of its tables."""
    if isinstance(file, list):
        return file
    return [*file.get("answers", []), *(facts for rows in file.get("tables", {}).values() for facts in rows.values())]


def blocks(kind: str) -> dict[str, tuple[str, str]]:
    """Return the code of a kind in all answers, each with the whole answer."""
    found = [(file, code, said) for file, its_kind, code, said in all_blocks() if its_kind == kind]
    return {f"{file}: {code.splitlines()[0]} {place}": (code, said) for place, (file, code, said) in enumerate(found)}


@pytest.mark.parametrize("code", [code for code, _ in blocks("python").values()], ids=blocks("python"))
def test_python_runs_and_prints_what_its_comments_say(code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr("builtins.input", iter(map(str, range(1, 11))).__next__ if "guess" in code else lambda _: "Ada")
    if "guess" in code:
        answers = iter(map(str, range(1, 11)))
        monkeypatch.setattr("builtins.input", lambda _: next(answers))
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    if "OpenAI()" in code:
        import offline

        monkeypatch.setattr("openai.OpenAI", offline.client)
    exec(compile(code, "answer", "exec"), {})
    printed = capsys.readouterr().out
    for line in code.splitlines():
        told = re.search(r"print\(.*\)\s+# ([\[({'\d].*|True.*|False.*|\w+)$", line)
        if told and not line.startswith(" "):
            assert told[1].split(", in ")[0].split(", a new")[0] in printed


@pytest.mark.parametrize("code", [code for code, _ in blocks("sql").values()], ids=blocks("sql"))
def test_sql_runs(code):
    with sqlite3.connect(":memory:") as database:
        database.executescript(TABLES)
        rows = database.execute(code).fetchall()
    assert rows or not code.startswith("SELECT")


@pytest.mark.parametrize(("code", "said"), blocks("regex").values(), ids=blocks("regex"))
def test_a_regular_expression_finds_its_examples(code, said):
    examples = re.findall(r"`([^`]+)`", said.split("```")[2].partition("In Python")[0])
    assert examples
    for example in examples:
        assert re.fullmatch(code, example)
        assert re.findall(code, f"So: {example} .") == [example]
