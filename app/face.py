"""The page: what was said, a box to write in, and a failure that costs nothing but a click."""

from utils import explain
from widgets import markup
from widgets.bubbles import bubble
from widgets.elements import MessageBox, Screen, button
from widgets.face import Face
from widgets.jobs import Job, Throttle

from .companion import LONGEST, Companion

EXAMPLES = {"": ["What is a token?", "How do I keep my API key safe?", "What is a prompt injection?", "Quiz me!", "What is my progress?"]}


class Page(Face):
    """A companion, to talk with by hand."""

    def __init__(self, companion: Companion):
        self.companion, self.question = companion, ""
        self.screen = Screen(label="Conversation", role="log", live=markup.chips(EXAMPLES))
        self.screen.on_do(self._do)
        self.box = MessageBox(label="Your question", placeholder="Ask about the course. Enter sends.")
        self.box.on_send(self.ask)
        self.again = button("Try again", lambda: self.ask(self.question), "Ask the last question once more", disabled=True)
        self.status = Screen(label="Progress and budget")
        super().__init__([self.screen, self.box, self.again, self.status])
        self._settle()

    def ask(self, question: str) -> None:
        """Ask; the reply streams in. A question that is empty or too long is not sent."""
        if self.running or not question.strip():
            return
        if len(question) > LONGEST:
            self.screen.live = markup.note(f"Please ask in at most {LONGEST:,} characters.", "warning")
            return
        self.question, self.again.disabled, self.screen.busy, self.box.busy = question, True, True, True
        self.start(self._work)

    def _work(self, job: Job) -> None:
        said, failure = [], ""
        asked = bubble("user", self.question)
        draw = Throttle(lambda: setattr(self.screen, "live", asked + bubble("assistant", "".join(said))))
        try:
            for piece in self.companion.ask(self.question):
                said.append(piece)
                draw()
        except Exception as error:  # whatever it is: the page says so, and goes on
            failure = markup.note(f"{explain(error)} Your question is not lost: Try again sends it once more.", "error")
        self.finish(job)
        self.again.disabled = not failure
        if failure:
            self.screen.live = asked + failure
        else:
            self.screen.done, self.screen.live = self.screen.done + asked + self._answer("".join(said)), self._choices()
        self._settle()

    def _answer(self, said: str) -> str:
        """Return a reply with its pages folded below it, so that each citation can be followed."""
        text, pages = self.companion.checked(said)
        cited = [(self.companion.sources.index(page) + 1, page) for page in pages]
        folded = [
            f"<details><summary>[{n}] Lesson {page.lesson}: {markup.html.escape(page.heading)}</summary>{markup.markdown(page.text)}</details>"
            for n, page in cited
        ]
        return bubble("assistant", text, "".join(folded))

    def _choices(self) -> str:
        """Return the choices of the quiz as buttons, if a question of it is open."""
        choices = self.companion.study.task.choices if self.companion.study.task else ()
        return "".join(markup.action(choice, "choose", choice, "This is my answer", "tut-chip") for choice in choices)

    def _do(self, what: str, which: str) -> None:
        if what == "choose" and self.companion.study.task:
            self.screen.done, self.screen.live = self.screen.done + bubble("assistant", self.companion.study.answer(which)), ""
            self._settle()
        elif what == "example":
            self.ask(which)

    def _settle(self) -> None:
        self.screen.busy = self.box.busy = False
        budget = self.companion.client.budget
        used = f"${budget.spent:.4f} of ${budget.limit:.2f} used."
        self.status.live = markup.note(f"{self.companion.study.progress()} {used}")

    def still(self) -> tuple[str, str]:
        return "Study companion", markup.still("Study companion", "")


def page() -> Page:
    """Return the page, with a client that spends at most ten cents."""
    from utils import get_client

    from .library import Library
    from .study import Study

    return Page(Companion(get_client(budget=0.10), Study(), Library()))
