"""Lesson 12: its numbers are those of its own code, its database gives what numpy gives, and it goes on where something is lacking."""

import copy
import importlib.util
import os
import re
import sqlite3
import sys

import nbformat
import numpy as np
import pytest
from guarding import COURSE, found_first
from nbclient import NotebookClient
from regenerate import NOTEBOOKS

import widgets
from support import not_offered, pages
from widgets.pictures.meaning import TEXTS

LESSON = nbformat.read(NOTEBOOKS / "12_search.ipynb", as_version=4)
TEXT = "\n".join(cell.source for cell in LESSON.cells if cell.cell_type == "markdown")
CODE = [cell for cell in LESSON.cells if cell.cell_type == "code"]
UNABLE = not hasattr(sqlite3.Connection, "enable_load_extension")
LEARNED = importlib.util.find_spec("wordllama") is not None


@pytest.fixture(scope="module")
def built() -> dict:
    """Return what the lesson builds, by name, up to where vectors are kept."""
    names: dict = {}
    for cell in CODE:
        if "import sqlite3" in cell.source:
            return names
        if "raises-exception" not in cell.metadata.get("tags", []):
            exec(re.sub(r"^%.*", "", cell.source), names)
    raise AssertionError("The lesson has no part about a database.")


def recalls(built: dict, scores: np.ndarray, headings=None) -> list[float]:
    return [built["recall"](scores, headings or built["headings"], k) for k in (1, 3, 5)]


def told(name: str) -> list[float]:
    """Return the numbers that the table of the lesson has for a way to search."""
    row = re.search(rf"^\| {re.escape(name)} \|(.*)\|$", TEXT, re.MULTILINE)[1]
    return [float(number) for number in row.split("|")]


def test_each_page_has_its_question(built):
    assert set(built["questions"].values()) == {page.heading for page in built["pages"]}
    assert len(built["questions"]) == len(built["pages"]) == 20


def test_the_table_has_what_the_cells_measure(built):
    by_meaning, by_words = built["by_meaning"], built["by_words"]
    assert told("the stand-in's vectors") == recalls(built, by_meaning)
    assert told("words") == recalls(built, by_words)
    assert told("the stand-in's vectors and words") == recalls(built, built["fuse"](by_meaning, by_words))


@pytest.mark.skipif(not LEARNED and not os.environ.get("CI"), reason="wordllama is not installed (requirements-search.txt)")
def test_the_table_has_what_learned_vectors_find(built):
    assert told("wordllama's vectors") == recalls(built, built["by_learned"])
    assert told("wordllama's vectors and words") == recalls(built, built["fuse"](built["by_learned"], built["by_words"]))


def test_for_as_many_words_small_pieces_find_more(built):
    def measured(name, k):
        headings, parts = zip(*built["cuts"][name], strict=True)
        found = built["recall"](built["asked"] @ built["embed"](list(parts)).T, headings, k)
        return found, k * sum(len(part.split()) for part in parts) / len(parts)

    (whole, most), (headed, words), (sentences, few) = measured("whole pages", 1), measured("headed", 5), measured("sentences", 5)
    assert headed > whole and words < most and 175 < words < 185
    assert sentences >= headed and few < words / 2
    assert measured("whole pages", 5) == (0.8, pytest.approx(950, abs=10))


def test_words_and_meaning_find_different_things(built):
    missed, by_meaning, by_words = built["missed"], built["by_meaning"], built["by_words"]
    assert missed(by_meaning) - missed(by_words) and missed(by_words) - missed(by_meaning)


def test_the_search_of_the_lesson_finds_what_its_table_says(built):
    hits = [
        any(part.startswith(f"{right}. ") for part in built["search"](question)) for question, right in built["questions"].items()
    ]
    assert sum(hits) / len(hits) == told("the stand-in's vectors and words")[-1]


def test_a_question_without_a_telling_word_is_searched_by_meaning(built):
    assert not built["score_words"]("Is it there?").any()
    points = built["fuse"](built["score_words"]("xyzzy")[np.newaxis])
    assert not points.any(), "no piece gets points for words that it does not have"


def test_answers_quote_and_refuse_as_the_text_says(built):
    kinds = [built["judge"](*pair) for pair in built["questions"].items()]
    assert "no quote, or one that does not hold" not in kinds
    assert kinds.count("said: not in the documents") == 8 and len(kinds) == 20
    refused = [pair for pair, kind in zip(built["questions"].items(), kinds, strict=True) if kind.startswith("said")]
    found = [any(part.startswith(f"{right}. ") for part in built["search"](question)) for question, right in refused]
    assert sum(found) > len(found) / 2, "the search mostly found the right page"
    assert built["refused"] == [True] * 6
    assert built["judge"](built["puzzle"], "What a token is") == "quoted from the right page"


def test_what_is_shared_with_other_programs_is_what_the_lesson_builds(built):
    money, refund, _ = built["embed"](built["texts"])
    assert pages.similarities([money], refund) == pytest.approx([built["cosine"](money, refund)])
    assert [part.text for part in pages.passages(built["pages"])] == [part for _, part in built["cuts"]["paragraphs"]]
    for quote in ("A thousand tokens are about a page and a half of text.", "A thousand tokens are about a page.", ""):
        source = built["found"][0]
        assert built["holds"](built["Quote"](source=1, sentence=quote), [source]) == pages.is_quoted_from(quote, source)


def test_the_map_of_the_lesson_shows_what_the_text_says(client):
    found = widgets.meaning_map(client=client)
    found.ask()
    assert found.wait(60)
    (first, a), (second, b), (_, c) = found.found[:3]
    assert {first, second} == {"I paid for this twice.", "How do I get my money back?"} and min(a, b) > c + 0.1
    assert not any("refund" in text.casefold() for text in TEXTS)


def test_vectors_of_two_models_have_nothing_in_common(built):
    assert abs(built["cosine"](built["money"], built["other_money"])) < 0.05


# --- Cells that nbval does not compare ---


def cells_with(*parts: str) -> list:
    return [cell for cell in CODE if any(part in cell.source for part in parts)]


@pytest.mark.skipif(UNABLE, reason="this Python's sqlite3 cannot load extensions")
def test_the_database_finds_what_numpy_finds(built, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for cell in cells_with("import sqlite_vec", "nearest_five"):
        exec(cell.source, built)
    order = np.argsort(-(built["part_vectors"] @ built["wanted"]), kind="stable")[:5]
    rows = built["db"].execute(built["nearest_five"], [built["wanted"]]).fetchall()
    assert [heading for heading, _ in rows] == [built["headings"][n] for n in order]
    assert [distance for _, distance in rows] == pytest.approx(
        1 - np.sort(-(built["part_vectors"] @ built["wanted"]))[:5] * -1, abs=0.006
    )
    built["db"].close()


def test_what_is_stored_shows_the_database_working():
    """Not every Python can; whoever stores the outputs again needs one that can load extensions into SQLite."""
    for cell in CODE:
        assert not [output for output in cell.outputs if "NotOffered" in str(output.get("text"))], cell.source
    [query] = cells_with("nearest_five")
    assert "What a retry costs" in query.outputs[0]["data"]["text/plain"]


def test_the_growth_cell_measures_a_hundred_thousand():
    [cell] = cells_with("100_000):")
    assert re.fullmatch(r"(?:[\d,]+ vectors: \d+ MB, [\d.]+ ms\n){3}", cell.outputs[0]["text"])


LACKING = ("numpy", "bm25s", "sqlite_vec")


def test_without_numpy_and_the_others_it_goes_on_in_lines(tmp_path):
    """As in a browser that reaches nothing: no cell ends in an error, and cells that need nothing of it still work."""
    for name in LACKING:
        (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError(\"No module named '{name}'\", name='{name}')")
    notebook = copy.deepcopy(LESSON)
    environment = {**os.environ, "PYTHONPATH": found_first(tmp_path, COURSE)}
    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(notebook, timeout=120, coalesce_streams=True, resources=resources).execute(env=environment)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    said = {cell.source: "".join(output.get("text", "") for output in cell.outputs) for cell in cells}
    lines = [text for text in said.values() if text.startswith("NotOffered: ")]
    assert lines[0] == "NotOffered: This needs numpy, and the Python that runs here lacks it (No module named 'numpy').\n"
    assert all(text.count("\n") == 1 for text in lines) and len(lines) > 15
    assert all(text.startswith("Exercise 12.") and "not yet: " in text for source, text in said.items() if "check(" in source)


def test_only_what_is_lacking_becomes_a_line():
    with (
        pytest.raises(not_offered.NotOffered, match="This needs wings, and the Python that runs here lacks it"),
        not_offered.may_lack("wings"),
    ):
        import wings  # noqa: F401
    with (
        pytest.raises(not_offered.NotOffered, match="enable_load_extension"),
        not_offered.may_lack("an SQLite that loads extensions"),
    ):
        object().enable_load_extension(True)
    for wrong in (lambda: sqlite3.no_such_thing, lambda: 1 / 0):
        with pytest.raises((AttributeError, ZeroDivisionError)), not_offered.may_lack("nothing"):
            wrong()


def test_extras_are_hidden_from_what_is_stored():
    [cell] = cells_with("import wordllama")
    assert "wordllama is not installed here" in cell.outputs[0]["text"]
    assert "wordllama" not in sys.modules or LEARNED


def test_what_the_text_says_to_install_is_what_the_tests_install():
    named = "requirements-search.txt"
    assert f"-m pip install -r {named}" in TEXT
    assert f"-r ../{named}" in (COURSE / "tests" / "requirements.txt").read_text(encoding="utf-8")
    assert "wordllama" in (COURSE / named).read_text(encoding="utf-8")
