"""The pages of the course, and which of them may answer a question."""

import re
from pathlib import Path

import bm25s
import numpy

from support.pages import Page, lesson_pages

SYNONYM = 0.4  # what a word counts that means nearly the same as one of the question


class Library:
    """Pages, found by their words: a search that costs nothing, and that nobody has to wait for."""

    def __init__(self, pages: list[Page] | None = None):
        self.pages, self.alike, self._index = pages or lesson_pages(), synonyms(), bm25s.BM25()
        texts = [words(f"{page.link} {page.heading}. {page.text}") for page in self.pages]
        self._index.index(texts, show_progress=False)

    def search(self, question: str, k: int = 5) -> list[Page]:
        """Return the k pages that have most of the words of a question, the best first; fewer if fewer have any."""
        scores = sum((self._scores(word) for word in set(words(question))), numpy.zeros(len(self.pages)))
        ranked = sorted(zip(scores, self.pages, strict=True), key=lambda pair: -pair[0])
        return [page for score, page in ranked[:k] if score > 0]

    def _scores(self, word: str) -> numpy.ndarray:
        """Return what a word counts on each page: itself, or the best of those that mean nearly the same."""
        others = [SYNONYM * self._index.get_scores([other]) for other in self.alike.get(word, ())]
        return numpy.maximum.reduce([self._index.get_scores([word]), *others])


def words(text: str) -> list[str]:
    """Return the telling words of a text without their endings, so that "retries" and "retried" are one word."""
    (found,) = bm25s.tokenize(text.replace("_", " "), stopwords="en_plus", return_ids=False, show_progress=False)
    ending = r"(ies|ied|y|es|ed|ers?|ing|e|s)$"
    return [re.sub(ending, "", word) if len(word) > 3 else word for word in found]


def synonyms() -> dict[str, set[str]]:
    """Return for each word of synonyms.txt those that stand in a line with it."""
    found = {}
    for line in Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8").splitlines()[1:]:
        for word in words(line):
            found.setdefault(word, set()).update(words(line))
    return found
