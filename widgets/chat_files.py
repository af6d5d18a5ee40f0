"""Saved chats: nothing is overwritten or lost without a question, and what is wrong with a file is said in plain words."""

import html
from collections.abc import Callable
from pathlib import Path

import ipywidgets

from utils import Conversation

from .elements import UNCUT, button, row, show
from .turns import turns_in_words


def why_not_save(name: str) -> str:
    """Return why a chat cannot be written to this file, or an empty text."""
    path = Path(name)
    if not name.strip():
        return "Give the file a name first."
    if path.is_dir():
        return f"{name} is a folder. Give the file a name, for example conversation.json."
    if not path.parent.is_dir():
        return f"There is no folder {path.parent}. Make it first, or choose another one."
    try:
        if path.exists():
            turns_in(name)
    except ValueError:
        return f"{name} is not a saved chat, so it stays as it is. Choose another name."
    except OSError as error:
        return in_words(error, name)
    return ""


def why_not_load(name: str) -> str:
    """Return why no chat can be read from this file, or an empty text."""
    path = Path(name)
    if not name.strip():
        return "Which file? Write its name first."
    if path.is_dir():
        return f"{name} is a folder, not a saved chat."
    if not path.exists():
        return f"There is no file {name} in {path.absolute().parent}."
    try:
        turns_in(name)
    except ValueError:
        return f"{name} is not a saved chat, or it is damaged. Your chat goes on as it was."
    except OSError as error:
        return in_words(error, name)
    return ""


def turns_in(name: str) -> str:
    """Return how many turns the chat in a file has, in words. Raises ValueError if it holds none, OSError if it cannot be read."""
    return turns_in_words(Conversation.load(name).messages)


def in_words(error: OSError, name: str) -> str:
    """Return what an error of a file means."""
    if isinstance(error, PermissionError):
        return f"This computer does not let you read or write {name}. Choose another name or folder."
    return f"{name} could not be used: {error.strerror or error}."


class Files(ipywidgets.VBox):
    """Save, Load and Reset of a chat box, each of which asks before something is lost."""

    def __init__(self, chat):
        self._chat = chat
        self._saved: list[dict] = []  # what was said when the chat was last saved or loaded
        self._own: Path | None = None  # and to or from where
        self.name = ipywidgets.Text("conversation.json", description="File", style=UNCUT, layout={"width": "220px"})
        self.save_button = button("Save", self.save, "Write the conversation to the file")
        self.load_button = button("Load", self.load, "Go on with the conversation in the file")
        self.question = ipywidgets.HTML()
        self.yes_button = button("Yes", lambda: None, "Do it", button_style="warning", marks="tut-then-home")
        self.no_button = button("No", self._ask_no_more, "Leave everything as it is", marks="tut-then-home")
        self.asking = row(self.question, self.yes_button, self.no_button)
        self._then: Callable[[], None] = lambda: None
        self.yes_button.on_click(lambda _: self._go_on())
        show(self.asking, False)
        super().__init__([row(self.name, self.save_button, self.load_button), self.asking])

    def ask_reset(self) -> None:
        """Forget the conversation, after a question if it is not saved."""
        self._ask_if_unsaved("forget it", self._chat.reset)

    def save(self) -> None:
        """Write the conversation to the file; what is in the file and is not this chat is not overwritten unasked."""
        self._ask_no_more()
        name = self.name.value
        if problem := why_not_save(name):
            self._chat.say(problem, "warning")
        elif Path(name).exists() and Path(name).absolute() != self._own:
            self._ask(f"{name} holds another chat, of {turns_in(name)}. Write over it?", self._write)
        else:
            self._write()

    def load(self) -> None:
        """Go on with the conversation in the file; if it cannot be read, with the present one."""
        self._ask_no_more()
        if problem := why_not_load(self.name.value):
            self._chat.say(problem, "warning")
        else:
            self._ask_if_unsaved("load another one in its place", self._read)

    def _write(self) -> None:
        name, talk = self.name.value, self._chat.conversation
        try:
            talk.save(name)
        except OSError as error:
            self._chat.say(in_words(error, name), "error")
        else:
            self._saved, self._own = list(talk.messages), Path(name).absolute()
            self._chat.say(f"Saved to {name}.")

    def _read(self) -> None:
        name = self.name.value
        loaded = Conversation.load(name, client=self._chat.conversation.client)
        self._saved, self._own = list(loaded.messages), Path(name).absolute()
        self._chat.take(loaded, f"Loaded from {name}: {turns_in_words(loaded.messages)}.")

    def _ask_if_unsaved(self, what: str, then: Callable[[], None]) -> None:
        talk = self._chat.conversation
        if talk.messages and talk.messages != self._saved:
            self._ask(f"This chat is not saved. Do you want to {what}?", then)
        else:
            then()

    def _ask(self, question: str, then: Callable[[], None]) -> None:
        self.question.value, self._then = html.escape(question), then
        show(self.asking, True)
        self.no_button.focus()

    def _ask_no_more(self) -> None:
        show(self.asking, False)

    def _go_on(self) -> None:
        self._ask_no_more()
        self._then()
