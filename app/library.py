"""The pages of the course, and which of them may answer a question."""

import re
from difflib import get_close_matches
from importlib.resources import files

import bm25s
import numpy as np

from support.pages import Page, lesson_pages


def words(text: str) -> list[str]:
    """Return the telling words of a text without their endings, so that "retries" and "retried" are one word."""
    (found,) = bm25s.tokenize(text.replace("_", " "), stopwords="en_plus", return_ids=False, show_progress=False)
    return [re.sub(ENDING, "", w) if len(w) > 3 else w for w in found]


ENDING = r"(?:(?<=([bdgmnprt]))\1)?(?:ies|ied|y|es|ed|ers?|ing|e|s)$"
ALIKE = [set(words(line)) for line in files("app").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines()]
NEARLY = 0.6  # what a word counts that means nearly the same as one of the question


def scores(index: bm25s.BM25, word: str) -> np.ndarray:
    """Return what each page has of a word, however it is misspelled, or of the best of those that mean nearly the same."""
    if len(word) > 4 and word not in (known := {*index.vocab_dict}.union(*ALIKE)):
        word = next(iter(get_close_matches(word, known, n=1, cutoff=0.8)), word)
    near = (NEARLY * index.get_scores([w]) for line in ALIKE if word in line for w in line)
    return np.max([index.get_scores([word]), *near], axis=0)


class Library:
    """Pages, found by their words: a search that costs nothing, and that nobody has to wait for."""

    def __init__(self, pages: list[Page] | None = None):
        self.pages, self.index = lesson_pages() if pages is None else pages, bm25s.BM25()
        texts = [words(f"{page.link} {page.heading}. {page.text}") for page in self.pages]
        self.index.index(texts or [[""]], show_progress=False)

    def search(self, question: str, k: int = 5) -> list[Page]:
        """Return the k pages that have most of the words of a question, the best first; fewer if fewer have any."""
        found = sum((scores(self.index, word) for word in sorted(set(words(question)))), np.zeros(len(self.pages)))
        return [self.pages[n] for n in np.argsort(-found, kind="stable")[:k] if found[n] > 0]
