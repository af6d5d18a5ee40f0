"""The pages of the course, and which of them may answer a question."""

import re

import bm25s

from support.pages import Page, lesson_pages


class Library:
    """Pages, found by their words: a search that costs nothing, and that nobody has to wait for."""

    def __init__(self, pages: list[Page] | None = None):
        self.pages = pages or lesson_pages()
        self._index = bm25s.BM25()
        texts = [words(f"{page.heading}. {page.text}") for page in self.pages]
        self._index.index(texts, show_progress=False)

    def search(self, question: str, k: int = 5) -> list[Page]:
        """Return the k pages that have most of the words of a question, the best first; fewer if fewer have any."""
        asked = words(question)
        scores = self._index.get_scores(asked) if asked else [0] * len(self.pages)
        ranked = sorted(zip(scores, self.pages, strict=True), key=lambda pair: -pair[0])
        return [page for score, page in ranked[:k] if score > 0]


def words(text: str) -> list[str]:
    """Return the telling words of a text without their endings, so that "retries" and "retried" are one word."""
    (found,) = bm25s.tokenize(text, return_ids=False, show_progress=False)
    ending = r"(ies|ied|y|es|ed|ing|e|s)$"
    return [re.sub(ending, "", word) if len(word) > 4 else word for word in found]
