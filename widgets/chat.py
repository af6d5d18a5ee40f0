"""The chat box: a conversation in the notebook, over `utils.Conversation`."""

import copy
from contextlib import closing
from dataclasses import dataclass

import ipywidgets

import offline
import utils
from support.odd_replies import typed

from . import bubbles, markup
from .beside import Beside
from .chat_files import Files
from .elements import MessageBox, Screen, button, row, show, toggle
from .face import Face
from .jobs import Job, Throttle
from .turns import Turns, Used, split, turns_in_words

STOPPED = "Stopped by you. This turn is not kept, but what was written is paid for."


@dataclass
class Pending:
    """A question whose reply is being written, or did not come: it is not part of the conversation.

    It stands after `after` turns. If it `replaces`, those that come later give way to it.
    """

    question: str
    after: int
    replaces: bool = False
    text: str = ""
    remark: str = ""
    was_stopped: bool = False

    def page(self) -> str:
        """Return it as two bubbles."""
        reply = self.text or ("" if self.remark else "…")
        return bubbles.bubble("user", self.question) + bubbles.bubble("assistant", reply, self.remark)


class ChatBox(Face):
    """See `chat_box`."""

    def __init__(self, conversation, params, examples):
        self.conversation = conversation
        self.params = params
        self.turns = Turns()
        self.pending: Pending | None = None
        self.stopped: list[Pending] = []  # what stays visible, though it was not kept
        self.editing: int | None = None  # the place of the turn whose question is in the box
        # As in a call from a cell, the line that says who answers appears in the cell.
        self.conversation.client = conversation.client or utils.default_client()
        self._make_parts(examples)
        super().__init__([self._arranged()])
        self._draw()
        self._settle()

    # --- The face ---

    def _make_parts(self, examples: dict[str, list[str]]) -> None:
        self.screen = Screen(label="Conversation", role="log")
        self.screen.add_class("tut-chat")
        self.screen.on_do(self._do)
        self.examples = Screen(label="Examples to click", live=markup.chips(examples))
        self.examples.on_do(lambda _, prompt: setattr(self.box, "value", prompt))
        self.box = MessageBox(label="Your message", placeholder="Write a message. Enter sends, Shift+Enter breaks the line.")
        self.box.on_send(self.ask)
        self.box.observe(lambda _: self._draw_next(), "value")
        self.stop_button = button("Stop", self.stop, "Stop the reply that is being written", disabled=True, marks="tut-then-home")
        self.retry_button = button(
            "Try again", self.retry, "Send the last message once more", disabled=True, marks="tut-then-home"
        )
        self.keep_button = button("Do not change it", self._edit_no_more, "Leave the message as it was", marks="tut-then-home")
        self.show_next = toggle("Show what is sent", "Show the whole request that will be sent next", self._toggle_next)
        self.next_screen = Screen(label="The request that will be sent next")
        self.message = Screen(label="Message", role="log")
        self.files = Files(self)
        self.reset_button = button("Reset", self.files.ask_reset, "Forget the conversation and begin anew", marks="tut-then-home")
        self.beside = Beside(self.conversation, self.params, self._draw_next)

    def _arranged(self) -> ipywidgets.Box:
        show(self.next_screen, False)
        buttons = row(self.stop_button, self.retry_button, self.keep_button, self.reset_button, self.show_next)
        talk = [self.screen, self.examples, self.box, buttons, self.message, self.files, self.next_screen]
        sides = ipywidgets.Box([ipywidgets.VBox(talk), self.beside])
        sides.add_class("tut-chat-sides")
        return sides

    def _toggle_next(self, shown: bool) -> None:
        show(self.next_screen, shown)
        self.show_next.description = "Hide what is sent" if shown else "Show what is sent"
        self._draw_next()

    # --- Asking ---

    def ask(self, question: str) -> None:
        """Send a question; the reply streams in. While one does, the question goes back into the box."""
        if self.running:
            self.box.value = question
        elif question.strip() and self.editing is not None:
            self._begin(Pending(question, self.editing, replaces=True))
        elif question.strip():
            self._begin(Pending(question, len(self._path())))

    def retry(self) -> None:
        """Send the question that got no whole reply once more."""
        if self.pending and not self.running:
            after = self.pending.after if self.pending.replaces else len(self._path())
            self._begin(Pending(self.pending.question, after, self.pending.replaces))

    def _do(self, what: str, which: str) -> None:
        """Do what a button at a bubble says, with the turn it stands at."""
        if self.running:
            return
        place, *variant = map(int, which.split())
        if what == "edit":
            self.editing = place
            self.box.value = self._question(place)
            self._draw_next()
            self.say("You are changing an earlier message. When you send it, what followed is kept as a variant.")
            self._settle()
        elif what == "again":
            self._begin(Pending(self._question(place), place, replaces=True))
        elif what == "variant":
            self.conversation.messages = self.turns.messages(place, *variant)
            self._draw()

    def _edit_no_more(self) -> None:
        self.editing, self.box.value = None, ""
        self.say("")
        self._settle()

    def _path(self) -> list:
        self.turns.follow(self.conversation.messages)
        return self.turns.path

    def _question(self, place: int) -> str:
        return bubbles.text_of(self._path()[place].messages[0]["content"])

    def _begin(self, pending: Pending) -> None:
        if self.pending and self.pending.was_stopped:
            self.stopped.append(self.pending)
        self.pending, self.editing = pending, None
        self.stop_button.disabled, self.retry_button.disabled = False, True
        self.screen.busy = self.box.busy = True
        show(self.keep_button, False)
        self.say("")
        self._draw()
        pace = self.beside.pace
        self.start(lambda job: self._work(job, pending, pace))

    def _work(self, job: Job, pending: Pending, pace: float) -> None:
        """Stream one turn (in the job's thread), on a copy: a stopped turn leaves nothing behind."""
        turn, failure = self._upcoming(pending), ""
        before = turn.messages
        turn.input_tokens, turn.output_tokens, turn.cost = 0, 0, 0.0
        changed = Throttle(lambda: self._draw_live(job))
        try:
            with closing(turn.stream(pending.question, **self.params)) as pieces:
                for piece in pieces:
                    job.pause(pace)
                    if job.stopped():
                        return
                    pending.text += piece
                    changed()
        except Exception as error:
            failure = utils.explain(error)
        finally:
            self._end(job, turn, turn.messages is not before, pending, failure)

    def _upcoming(self, pending: Pending) -> utils.Conversation:
        """Return a copy of the conversation as it is when this question is asked."""
        talk = copy.copy(self.conversation)
        if pending.replaces:
            talk.messages = [message for turn in split(talk.messages)[: pending.after + 1] for message in turn]
        return talk

    def _end(self, job: Job, turn: utils.Conversation, whole: bool, pending: Pending, failure: str) -> None:
        with self.lock:
            if not self.finish(job):
                return
            self._keep(turn, whole, pending)
            self.pending = pending if failure else None
            pending.remark = failure and markup.note(
                f"{failure} Your message is not lost: Try again sends it once more.", "error"
            )
            self._draw()
            self._settle()

    def _keep(self, turn: utils.Conversation, whole: bool, pending: Pending) -> None:
        """Count what a turn used; if it is whole, let it be the last, after all that was said meanwhile in a cell.

        As in `Conversation.ask`, the oldest turns are forgotten if there is a bound.
        """
        talk = self.conversation
        if whole:
            question, reply = turn.messages[-2:]
            talk.messages = [*self._upcoming(pending).messages_to_send(question["content"]), reply]
            self._path()[-1].used = Used(turn.input_tokens, turn.output_tokens, turn.cost)
        talk.input_tokens += turn.input_tokens
        talk.output_tokens += turn.output_tokens
        talk.cost = None if talk.cost is None or turn.cost is None else talk.cost + turn.cost

    def stop(self) -> None:
        """Stop the reply that is being written; the conversation stays as it was before."""
        with self.lock:
            if not self.running:
                return
            self._active.stop()
            self.finish(self._active)
            self.pending.was_stopped = True
            self.pending.remark = markup.note(STOPPED, "warning")
            self._draw()
            self._settle()

    def _settle(self) -> None:
        """Set the buttons as they are while no reply is written."""
        self.screen.busy = self.box.busy = False
        self.stop_button.disabled = True
        self.retry_button.disabled = self.pending is None
        show(self.keep_button, self.editing is not None)

    # --- The conversation as a whole ---

    def reset(self) -> None:
        """Forget the conversation; a reply that is being written is stopped."""
        self.stop()
        count = turns_in_words(self.conversation.messages)
        self.conversation.reset()
        self.start_over(f"Forgotten: {count}.")

    def take(self, loaded: utils.Conversation, said: str) -> None:
        """Go on with a conversation that was loaded; the notebook's own variable goes on with it too."""
        self.stop()
        vars(self.conversation).update(vars(loaded))
        self.start_over(said)

    def start_over(self, said: str) -> None:
        """Show the conversation as it is now, without what was said before."""
        self.turns, self.pending, self.stopped, self.editing = Turns(), None, [], None
        self._draw()
        self._settle()
        self.say(said)

    # --- Drawing ---

    def _draw(self) -> None:
        path = self._path()
        stopped: dict[int, str] = {}
        for each in self.stopped:
            stopped[min(each.after, len(path))] = stopped.get(min(each.after, len(path)), "") + each.page()
        with self.screen.hold_sync():  # at once, so that a turn is never seen twice
            self.screen.done = bubbles.conversation(self.turns, stopped)
            self._draw_live()
        show(self.examples, not path and self.pending is None)
        self.beside.draw(path)
        self._draw_next()

    def _draw_live(self, job: Job | None = None) -> None:
        with self.lock:
            if job is None or not job.stopped():
                nothing = "" if self.conversation.messages or self.stopped else markup.note("Nothing has been said yet.")
                self.screen.live = self.pending.page() if self.pending else nothing

    def _draw_next(self) -> None:
        if not self.show_next.value:
            return
        with self.lock:  # or the end of a reply, drawn in the job's thread, would hide what is typed meanwhile
            question = self.box.value or "(your next message)"
            talk = self._upcoming(Pending(question, self.editing or 0, replaces=self.editing is not None))
            parameters = utils.merge_parameters(talk.model, {"instructions": talk.instructions, **self.params})
            messages = [typed(message) for message in talk.messages_to_send(question)]
            self.next_screen.live = bubbles.next_request({"input": messages, **parameters})

    def say(self, text: str, kind: str = "note") -> None:
        """Show a remark under the chat."""
        self.message.live = markup.note(text, kind)

    def still(self) -> tuple[str, str]:
        body = bubbles.bubbles(self.conversation.messages) or markup.note("Nothing has been said yet.")
        return f"Chat box\n{self.conversation!r}", markup.still("Chat box", body + f"<p>{self.beside.used.value}</p>")


def chat_box(
    conversation: utils.Conversation | None = None, *, examples: dict[str, list[str]] | None = None, **params
) -> ChatBox:
    """Return a chat box over a conversation (default: a new one), which you can also go on with in other cells.

    `examples` are messages to click, by kind. `params` go along with every question, for example
    `max_output_tokens=300`. Nothing is sent before you press Enter or Send. The conversation is `.conversation`.
    Raises TypeError for what is no conversation.
    """
    if not isinstance(conversation, utils.Conversation | None):
        raise TypeError(
            f"A chat box shows a conversation, as in chat_box(Conversation(client=client)), and not {conversation!r}."
        )
    return ChatBox(conversation if conversation is not None else utils.Conversation(), params, examples or offline.examples())
