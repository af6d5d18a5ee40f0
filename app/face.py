"""The page: what was said, a box to write in, and a failure that costs nothing but a click."""

import html

from utils import explain
from widgets import markup
from widgets.bubbles import bubble
from widgets.elements import MessageBox, Screen, button, row
from widgets.face import Face
from widgets.jobs import Job, Throttle

from .companion import HELD_BACK, NOT_THERE, Companion


class Page(Face):
    """A companion to talk with, by hand."""

    def __init__(self, companion: Companion):
        self.companion, self.question = companion, ""
        examples = ["What is a token?", "What is a prompt injection?", "Quiz me!", "What is my progress?"]
        self.screen = Screen(label="Conversation", role="log", live=markup.chips({text: [text] for text in examples}))
        self.screen.add_class("tut-chat").on_do(lambda _, example: self.ask(example))
        self.box = MessageBox(label="Your question", placeholder="Ask about the course. Enter sends.")
        self.box.on_send(self.ask)
        self.again = button("Try again", lambda: self.ask(self.question), "Ask the last question once more")
        self.quiz, self.status = Screen(label="Your choices"), Screen(label="Progress and budget")
        self.quiz.on_do(lambda _, word: self.choose(word))
        super().__init__([self.screen, self.quiz, self.box, row(self.again), self.status])
        self._settle("")

    def ask(self, question: str) -> None:
        if question.strip() and not self.running:
            self.question, self.screen.busy, self.box.busy, self.again.disabled = question, True, True, True
            self.start(self._work)

    def choose(self, word: str) -> None:
        if self.companion.study.choices and not self.running:
            self.screen.done += bubble("assistant", self.companion.study.answer(word))
            self._settle("")

    def _work(self, job: Job) -> None:
        asked, said, failure = bubble("user", self.question), [], ""
        draw = Throttle(lambda: setattr(self.screen, "live", asked + bubble("assistant", "".join(said))))
        try:
            for piece in self.companion.ask(self.question):
                said.append(piece)
                draw()
            self.screen.done, self.screen.live = self.screen.done + asked + self._answer("".join(said)), ""
        except Exception as error:  # whatever it is: the page says so, and goes on
            failure = f"{explain(error)} Your question is not lost: Try again sends it once more."
            self.screen.live = asked + markup.note(failure, "error")
        self.finish(job)
        self._settle(failure)

    def _answer(self, said: str) -> str:
        """Return a reply as a bubble, with each page that it quotes folded below it, or else the nearest ones."""
        text, cited = self.companion.checked(said)
        near = self.companion.sources[:3] if text in (NOT_THERE, HELD_BACK) else []
        return bubble("assistant", text + " The nearest pages:" * bool(near), "".join(map(self._folded, cited or near)))

    def _folded(self, page) -> str:
        title = html.escape(f"[{self.companion.sources.index(page) + 1}] Lesson {page.lesson}: {page.heading}")
        return f"<details><summary>{title}</summary>{markup.markdown(page.text)}</details>"

    def _settle(self, failure: str) -> None:
        self.screen.busy, self.box.busy, self.again.disabled = False, False, not failure
        study, budget, notice = self.companion.study, self.companion.client.budget, self.companion.notice
        self.quiz.live = "".join(markup.action(word, "choose", word, "My answer", "tut-chip") for word in study.choices)
        self.status.live = markup.note(f"{study.progress()} ${budget.spent:.4f} spent, ${budget.left:.4f} left. {notice}")

    def still(self) -> tuple[str, str]:
        return "Study companion", markup.still("Study companion", "")
