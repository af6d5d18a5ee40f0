"""Lesson 12: the rows most alike, chunks that overlap, whether an answer may be shown, and a library of one's own."""

import operator
import random
from collections.abc import Callable

from pydantic import BaseModel

from .registry import exercise
from .stand_in import client

EMBEDDINGS = "text-embedding-3-small"
NOT_THERE = "It is not in the documents."
SOURCES = ["Basil likes sun.\nWater it daily.", "Slugs come out at night."]


class Quote(BaseModel):
    source: int
    sentence: str


class Answer(BaseModel):
    answer: str
    quotes: list[Quote]


@exercise("12.1", praise="That is the heart of every search by meaning.")
def _most_alike(most_alike: Callable) -> str | None:
    try:
        import numpy as np
    except ImportError:
        return "this check needs numpy, and the Python that runs here lacks it."
    same = np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0], [-1.0, 0.0]])
    lengths = np.array([[1.0], [3.0], [9.0], [1.0]])
    question = np.array([2.0, 0.5])
    cases = [
        ("vectors of the length 1", question / np.linalg.norm(question), same, 2, [0, 1]),
        ("vectors of any length", question, same * lengths, 2, [0, 1]),
        ("vectors of any length, and k = 1", question, same * lengths, 1, [0]),
        ("vectors of any length, and k = 4", question, same * lengths, 4, [0, 1, 2, 3]),
        ("the best one last", np.array([0.1, 5.0]), np.array([[9.0, 1.0], [4.0, 4.0], [0.0, 0.1]]), 2, [2, 1]),
    ]
    for name, asked, matrix, k, wanted in cases:
        found = most_alike(asked, matrix, k)
        try:
            rows = [operator.index(row) for row in found]
        except TypeError:
            return f"it should return a list of the numbers of rows, and it returns {found!r}."
        if rows != wanted:
            return f"with {name}, the rows should be {wanted}, and yours are {rows}."
    return None


@exercise("12.2", praise="Nothing that belongs together is torn in two.", returns=[list])
def _windows(windows: Callable) -> str | None:
    letters = list("abcdefgh")
    cases = [
        (letters[:6], 3, 0, ["abc", "def"]),
        (letters[:7], 3, 0, ["abc", "def", "g"]),
        (letters[:5], 3, 1, ["abc", "cde"]),
        (letters[:6], 3, 1, ["abc", "cde", "ef"]),
        (letters, 4, 2, ["abcd", "cdef", "efgh"]),
        (letters[:4], 3, 2, ["abc", "bcd"]),
        (letters[:2], 3, 1, ["ab"]),
        (letters[:1], 3, 2, ["a"]),
        ([], 3, 1, []),
    ]
    for sentences, size, overlap, wanted in cases:
        found = ["".join(map(str, chunk)) for chunk in windows(list(sentences), size, overlap)]
        if found != wanted:
            return f"windows({''.join(sentences)!r} as a list, {size}, {overlap}) should have the chunks {wanted}, and yours are {found}."
    return None


@exercise("12.3", praise="Nothing is shown that nobody could check.", returns=str)
def _verdict(verdict: Callable) -> str | None:
    basil, water, slugs = "Basil likes sun.", "Water it daily.", "Slugs come out at night."
    cases = [
        ("a quote that holds", Answer(answer=basil, quotes=[Quote(source=1, sentence=basil)]), "show"),
        (
            "two that hold",
            Answer(answer=basil, quotes=[Quote(source=1, sentence=water), Quote(source=2, sentence=slugs)]),
            "show",
        ),
        ("a quote over a line break", Answer(answer=basil, quotes=[Quote(source=1, sentence=f"{basil} {water}")]), "show"),
        ("one that holds and one that does not", _one_false(basil, "Slugs come out at noon."), "hold back"),
        ("the sentence of another source", Answer(answer=slugs, quotes=[Quote(source=1, sentence=slugs)]), "hold back"),
        ("a source 3 where there are two", Answer(answer=slugs, quotes=[Quote(source=3, sentence=slugs)]), "hold back"),
        ("a source 0", Answer(answer=slugs, quotes=[Quote(source=0, sentence=slugs)]), "hold back"),
        ("no quote and a refusal", Answer(answer=NOT_THERE, quotes=[]), "not there"),
        ("an answer without a quote", Answer(answer=basil, quotes=[]), "hold back"),
        ('another sentence with "not in"', Answer(answer="Basil is not in the sun.", quotes=[]), "hold back"),
    ]
    for name, reply, wanted in cases:
        if (found := verdict(reply, list(SOURCES))) != wanted:
            return f"for {name}, it should return {wanted!r}, and it returns {found!r}."
    return None


def _one_false(true: str, false: str) -> Answer:
    return Answer(answer=true, quotes=[Quote(source=1, sentence=true), Quote(source=2, sentence=false)])


@exercise("12.4", praise="A library that can be searched, and questions that test it.", value=tuple)
def _library(library: tuple) -> str | None:
    if not (len(library) == 2 and all(isinstance(part, dict) for part in library)):
        return "it should be two dictionaries, as (texts, questions)."
    texts, questions = library
    if len(texts) < 5 or len(questions) < 5:
        return f"there should be at least five texts and five questions, and there are {len(texts)} and {len(questions)}."
    if not all(isinstance(text, str) and text.strip() for part in (texts.values(), questions) for text in part):
        return "every text and every question should be a text with something in it."
    if lost := [name for name in questions.values() if name not in list(texts)]:
        return f"a question wants the text {lost[0]!r}, and there is none of that name."
    if copied := [
        question for question in questions if any(question.strip("?! ").casefold() in text.casefold() for text in texts.values())
    ]:
        return f"the question {copied[0]!r} stands in a text word for word. Ask as somebody would who has not read it."
    if missed := _missed(texts, questions):
        shown = "; ".join(f"{question!r} finds {found!r}" for question, found in missed.items())
        right = len(questions) - len(missed)
        if right < len(questions) / 2:
            return f"the recall@1 is {right} of {len(questions)}, and it should be at least half. {shown}."
    return None


def _missed(texts: dict[str, str], questions: dict[str, str]) -> dict[str, str]:
    """Return the questions whose first text is not the right one, with the one that it is."""
    replies = client().embeddings.create(model=EMBEDDINGS, input=[*texts.values(), *questions]).data
    vectors = [each.embedding for each in replies]
    known, asked = vectors[: len(texts)], vectors[len(texts) :]
    names = list(texts)
    random.Random(12).shuffle(order := list(range(len(names))))  # so that the order of the texts decides no tie
    first = {}
    for question, vector in zip(questions, asked, strict=True):
        alike = [sum(map(operator.mul, vector, each)) for each in known]  # all have the length 1
        first[question] = names[max(order, key=alike.__getitem__)]
    return {question: found for question, found in first.items() if found != questions[question]}
