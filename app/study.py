"""What the learner knows: a quiz from the glossary, and its results in a file. The model may call both as tools."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from support.pages import LESSONS

ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \| \[(\w+)\]", re.MULTILINE)  # a word, what it means, its first lesson


@dataclass(frozen=True)
class Task:
    """A question of the quiz: which of the choices is meant?"""

    word: str
    lesson: str
    choices: list[str]


class Study:
    """A quiz about the words of the course. The file at `path` keeps which of them the learner knew."""

    def __init__(self, path: Path = Path("progress.json")):
        self.path, self.task = path, None
        self.words = ROW.findall((LESSONS / "glossary.md").read_text(encoding="utf-8"))
        self.known: dict[str, bool] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def quiz(self, lesson: str | None) -> str:
        """Start a quiz with the learner: a question about a lesson ("6", "2b"), or about any if the lesson is null."""
        rows = [row for row in self.words if lesson in (None, row[2])]
        if not rows:
            raise ValueError(f"there is no lesson {lesson}.")
        word, means, number = random.choice([row for row in rows if not self.known.get(row[0])] or rows)
        others = random.sample([other for other, _, _ in self.words if other != word], 3)
        self.task = Task(word, number, sorted([word, *others], key=str.casefold))
        return f"Which word means this: {means}"

    def answer(self, choice: str) -> str:
        """Take the learner's choice, keep whether it was right, and say so."""
        task, self.task = self.task, None
        self.known[task.word] = choice == task.word
        self.path.write_text(json.dumps(self.known), encoding="utf-8")
        return f"{'Right' if self.known[task.word] else 'Not quite'}: it is **{task.word}**, from lesson {task.lesson}."

    def progress(self) -> str:
        """Return the learner's progress: the results of the quiz, and which lessons to read again."""
        missed = [f"{word} (lesson {number})" for word, _, number in self.words if self.known.get(word) is False]
        right = f"Quiz: {sum(self.known.values())} right, of {len(self.known)} answered."
        return f"{right} Read again: {', '.join(missed)}." if missed else right
