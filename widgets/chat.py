"""The chat box: a conversation in the notebook, over `utils.Conversation`."""

import copy
import html
from contextlib import closing
from dataclasses import dataclass

import ipywidgets

import utils

from . import bubbles, markup, plans
from .elements import UNCUT, MessageBox, Screen, button, row
from .face import Face
from .jobs import Job, Throttle


@dataclass
class Pending:
    """A question whose reply is being written, or did not come: it is not part of the conversation."""

    question: str
    text: str = ""
    remark: str = ""


class ChatBox(Face):
    """See `chat_box`."""

    def __init__(self, conversation, params):
        self.conversation = conversation
        self.params = params
        self.pending: Pending | None = None
        # As in a call from a cell, the line that says who answers appears in the cell.
        self.conversation.client = conversation.client or utils.default_client()
        self._make_parts()
        super().__init__(self._arranged())
        self._draw()
        self._settle()

    # --- The face ---

    def _make_parts(self) -> None:
        self.screen = Screen(label="Conversation", role="log")
        self.screen.add_class("tut-chat")
        self.box = MessageBox(label="Your message", placeholder="Write a message. Enter sends, Shift+Enter breaks the line.")
        self.box.on_send(self.ask)
        self.box.observe(lambda _: self._draw_next(), "value")
        self.stop_button = button("Stop", self.stop, "Stop the reply that is being written", disabled=True, marks="tut-then-home")
        self.retry_button = button(
            "Try again", self.retry, "Send the last message once more", disabled=True, marks="tut-then-home"
        )
        self.reset_button = button("Reset", self.reset, "Forget the conversation and begin anew", marks="tut-then-home")
        self.file = ipywidgets.Text("conversation.json", description="File", style=UNCUT, layout={"width": "220px"})
        self.save_button = button("Save", self.save, "Write the conversation to the file")
        self.load_button = button("Load", self.load, "Go on with the conversation in the file")
        self.show_next = ipywidgets.ToggleButton(
            description="Show what is sent", tooltip="Show the list of messages that will be sent next", layout={"width": "auto"}
        )
        self.show_next.observe(self._toggle_next, "value")
        self.next_screen = Screen(label="The messages that will be sent next")
        self.next_screen.layout.display = "none"
        self.used = ipywidgets.HTML()
        self.message = Screen(label="Message", role="log")

    def _arranged(self) -> list:
        buttons = row(self.stop_button, self.retry_button, self.reset_button, self.show_next)
        files = row(self.file, self.save_button, self.load_button)
        return [self.screen, self.box, buttons, self.used, self.message, self.next_screen, files]

    def _toggle_next(self, change) -> None:
        self.next_screen.layout.display = "" if change["new"] else "none"
        self.show_next.description = "Hide what is sent" if change["new"] else "Show what is sent"
        self._draw_next()

    # --- Asking ---

    def ask(self, question: str) -> None:
        """Send a question; the reply streams in. While one does, the question goes back into the box."""
        if self.running:
            self.box.value = question
        elif question.strip():
            self._begin(question)

    def retry(self) -> None:
        """Send the question that got no whole reply once more."""
        if self.pending and not self.running:
            self._begin(self.pending.question)

    def _begin(self, question: str) -> None:
        self.pending = pending = Pending(question)
        self.stop_button.disabled, self.retry_button.disabled = False, True
        self.screen.busy = self.box.busy = True
        self._say("")
        self._draw_live()
        self.start(lambda job: self._work(job, pending))

    def _work(self, job: Job, pending: Pending) -> None:
        """Stream one turn (in the job's thread), on a copy: a stopped turn leaves nothing behind."""
        turn, failure = copy.copy(self.conversation), ""
        before, turn.input_tokens, turn.output_tokens, turn.cost = turn.messages, 0, 0, 0.0
        changed = Throttle(lambda: self._draw_live(job))
        try:
            with closing(turn.stream(pending.question, **self.params)) as pieces:
                for piece in pieces:
                    if job.stopped():
                        return
                    pending.text += piece
                    changed()
        except Exception as error:
            failure = utils.explain(error)
        finally:
            self._end(job, turn, turn.messages is not before, pending, failure)

    def _end(self, job: Job, turn: utils.Conversation, whole: bool, pending: Pending, failure: str) -> None:
        with self.lock:
            if not self.finish(job):
                return
            self._keep(turn, whole)
            self.pending = pending if failure else None
            pending.remark = failure and markup.note(
                f"{failure} Your message is not lost: Try again sends it once more.", "error"
            )
            self._draw()
            self._settle()

    def _keep(self, turn: utils.Conversation, whole: bool) -> None:
        """Count what a turn used; if it is whole, add it to what has been said, maybe meanwhile in a cell.

        As in `Conversation.ask`, the oldest turns are forgotten if there is a bound.
        """
        talk = self.conversation
        if whole:
            question, reply = turn.messages[-2:]
            talk.messages = [*talk.messages_to_send(question["content"]), reply]
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
            remark = "Stopped by you. This turn is not kept, but what was written is paid for. Try again asks once more."
            self.pending.remark = markup.note(remark, "warning")
            self._draw()
            self._settle()
        self.box.focus()

    def _settle(self) -> None:
        """Set the buttons as they are while no reply is written."""
        self.screen.busy = self.box.busy = False
        self.stop_button.disabled = True
        self.retry_button.disabled = self.pending is None

    # --- The conversation as a whole ---

    def reset(self) -> None:
        """Forget the conversation; a reply that is being written is stopped."""
        self.stop()
        turns = _turns(self.conversation)
        self.conversation.reset()
        self._start_over(f"Forgotten: {turns}.")

    def save(self) -> None:
        """Write the conversation to the file named in the box."""
        try:
            self.conversation.save(self.file.value)
        except (OSError, ValueError) as error:
            self._say(utils.explain(error), "error")
        else:
            self._say(f"Saved to {self.file.value}.")

    def load(self) -> None:
        """Go on with the conversation in that file; if it cannot be read, with the present one."""
        try:
            loaded = utils.Conversation.load(self.file.value, client=self.conversation.client)
        except (OSError, ValueError) as error:
            self._say(utils.explain(error), "error")
            return
        self.stop()
        vars(self.conversation).update(vars(loaded))  # the notebook's own variable goes on with it too
        self._start_over(f"Loaded from {self.file.value}: {_turns(loaded)}.")

    def _start_over(self, said: str) -> None:
        self.pending = None
        self._draw()
        self._settle()
        self._say(said)

    # --- Drawing ---

    def _draw(self) -> None:
        self.screen.done = bubbles.bubbles(self.conversation.messages)
        self._draw_live()
        self._draw_next()
        told = self.conversation
        paid = " (offline: nothing is paid)" if plans.is_free(told.client) else ""
        used = f"{told.input_tokens} tokens in, {told.output_tokens} tokens out, {utils.format_cost(told.cost)} so far{paid}"
        self.used.value = html.escape(f"{_turns(told)}, {used}")

    def _draw_live(self, job: Job | None = None) -> None:
        with self.lock:
            if job is None or not job.stopped():
                self.screen.live = self._live()

    def _live(self) -> str:
        waiting = self.pending
        if waiting is None:
            return "" if self.conversation.messages else markup.note("Nothing has been said yet.")
        reply = waiting.text or ("" if waiting.remark else "…")
        return bubbles.bubble("user", waiting.question) + bubbles.bubble("assistant", reply, waiting.remark)

    def _draw_next(self) -> None:
        if not self.show_next.value:
            return
        messages = self.conversation.messages_to_send(self.box.value or "(your next message)")
        self.next_screen.live = bubbles.next_messages(messages, self.conversation.instructions)

    def _say(self, text: str, kind: str = "note") -> None:
        self.message.live = markup.note(text, kind)

    def still(self) -> tuple[str, str]:
        body = bubbles.bubbles(self.conversation.messages) or markup.note("Nothing has been said yet.")
        return f"Chat box\n{self.conversation!r}", markup.still("Chat box", body + f"<p>{self.used.value}</p>")


def _turns(conversation: utils.Conversation) -> str:
    count = len(conversation.messages) // 2
    return "1 turn" if count == 1 else f"{count} turns"


def chat_box(conversation: utils.Conversation | None = None, **params) -> ChatBox:
    """Return a chat box over a conversation (default: a new one), which you can also go on with in other cells.

    `params` go along with every question, for example `max_output_tokens=300`. Nothing is sent
    before you press Enter or Send.
    """
    return ChatBox(conversation if conversation is not None else utils.Conversation(), params)
