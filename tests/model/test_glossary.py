"""The glossary has every word that the lessons say is worth keeping, and its page is not stale."""

import re

import pytest
import regenerate_glossary as glossary

from offline.model import answer_file

LESSON = glossary.NOTEBOOKS / "07_tokens_and_cost.ipynb"
PAGES = {  # what words mean, what is taught, and a row of the page
    "a word that is taught": ({"token": "a piece."}, {"token": [LESSON]}, f"| **token** | a piece. | [7]({LESSON.name}) |"),
    "a word that is not": ({"pixel": "a point."}, {}, "| **pixel** | a point. |"),
    "capitals differ": ({"JSON": "a form."}, {"json": [LESSON]}, f"| **JSON** | a form. | [7]({LESSON.name}) |"),
    "signs of Markdown": ({"mark": "a * or a | in a row."}, {}, r"| **mark** | a \* or a \| in a row. |"),
}


def test_there_are_such_words():
    assert len(glossary.taught_in()) > 40


@pytest.mark.parametrize("word", glossary.taught_in())
def test_a_word_worth_keeping_is_explained(word):
    known = answer_file.load()
    asked = [{"role": "user", "content": f"What is meant by {word}?"}]
    (_, ways), *_ = known.look_up(asked)
    assert ways
    assert word.casefold() in [name.casefold() for name in known.tables["term"]]


def test_the_page_is_not_stale():
    stored = glossary.GLOSSARY.read_text(encoding="utf-8")
    assert stored == glossary.current(), "run tests/regenerate_glossary.py"


@pytest.mark.parametrize(("means", "lessons", "row"), PAGES.values(), ids=PAGES)
def test_a_word_on_the_page(means, lessons, row):
    assert row in glossary.page(means, lessons).splitlines()


def test_a_word_without_a_sentence_is_named():
    with pytest.raises(KeyError, match="what these mean: flux"):
        glossary.page({}, {"flux": [LESSON]})


def test_every_word_has_one_row():
    words = re.findall(r"^\| \*\*(.+?)\*\* \|", glossary.current(), re.MULTILINE)
    assert sorted(words) == sorted(answer_file.load().tables["term"])
