"""What the learner knows: a quiz from the glossary, and its results in a file. The model may call both as tools."""

import json
import random
import re
from pathlib import Path

from support.pages import LESSONS

ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \| \[(\w+)\]", re.MULTILINE)  # a word, what it means, its first lesson


class Study:
    """A quiz about the words of the course. The file at `path` keeps which of them the learner knew."""

    def __init__(self, path: Path = Path("progress.json")):
        self.path, self.words = path, ROW.findall((LESSONS / "glossary.md").read_text(encoding="utf-8"))
        self.known: dict[str, bool] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.word, self.lesson, self.choices = "", "", []  # of the open question, if there is one

    def quiz(self, lesson: str | None) -> str:
        """Start a quiz with the learner about a lesson ("6", "2b"), or about any if the lesson is null."""
        rows = [row for row in self.words if lesson in (None, row[2])]
        if not rows:
            raise ValueError(f"there is no lesson {lesson}.")
        self.word, means, self.lesson = random.choice([row for row in rows if not self.known.get(row[0])] or rows)
        self.choices = sorted([self.word, *random.sample([w for w, _, _ in self.words if w != self.word], 3)], key=str.casefold)
        return f"Which word means this: {means}"

    def answer(self, choice: str) -> str:
        """Take the learner's choice, keep whether it was right, and say so."""
        self.known[self.word], self.choices = choice == self.word, []
        self.path.write_text(json.dumps(self.known), encoding="utf-8")
        return f"{'Right' if self.known[self.word] else 'Not quite'}: it is **{self.word}**, from lesson {self.lesson}."

    def progress(self) -> str:
        """Return the learner's progress: the results of the quiz, and which lessons to read again."""
        missed = [f"{word} (lesson {number})" for word, _, number in self.words if self.known.get(word) is False]
        said = f"Quiz: {sum(self.known.values())} right, of {len(self.known)} answered."
        return f"{said} Read again: {', '.join(missed)}." if missed else said
