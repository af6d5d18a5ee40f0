"""The glossary has every word that the lessons say is worth keeping."""

import json
import re
from pathlib import Path

import pytest

from offline.model import answer_file

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def words_worth_keeping() -> list[str]:
    """Return the words that stand in italics after "Words worth keeping" in the lessons."""
    cells = [cell for path in sorted(NOTEBOOKS.glob("*.ipynb")) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    lines = re.findall(r"\*\*Words worth keeping:\*\* (.*)", "\n".join("".join(cell["source"]) for cell in cells))
    return sorted({word for line in lines for word in re.findall(r"\*([^*]+)\*", line)})


def test_there_are_such_words():
    assert len(words_worth_keeping()) > 40


@pytest.mark.parametrize("word", words_worth_keeping())
def test_a_word_worth_keeping_is_explained(word):
    known = answer_file.load()
    asked = [{"role": "user", "content": f"What is meant by {word}?"}]
    (_, ways), *_ = known.look_up(asked)
    assert ways
    names = [name for row, facts in known.tables["term"].items() for name in [row, *facts.get("also", "").split(", ")]]
    assert word.casefold() in [name.casefold() for name in names]
