"""What the widgets are made of: screens, a message box, buttons. They hold the little that needs JavaScript."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import ipywidgets
import traitlets

STATIC = Path(__file__).with_name("static")
FULL = ipywidgets.Layout(width="auto")
UNCUT = {"description_width": "initial"}  # labels that are not cut short


def _script(*names: str) -> str:
    return "\n".join(STATIC.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in names)


class Screen(anywidget.AnyWidget):
    """Shows HTML: `done` does not change while a reply is written, `live` does.

    `role` is the ARIA role: "log" is read aloud when it changes and is not `busy`, "group" is not (and is no
    landmark, of which a page may have each only once).
    With `newest`, `live` stands above `done`.
    """

    _esm = _script("copying", "screen")
    _css = STATIC / "style.css"
    done = traitlets.Unicode().tag(sync=True)
    live = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    role = traitlets.Unicode("group").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    newest = traitlets.Bool(False).tag(sync=True)

    def on_do(self, handler: Callable[[str, str], None]) -> None:
        """Call `handler` with what to do and with which when a button made by `markup.action` is clicked."""
        self.on_msg(lambda _, message, __: handler(message["what"], message["which"]) if message.get("kind") == "do" else None)


class MessageBox(anywidget.AnyWidget):
    """A text box with a Send button. Enter sends as well, Shift+Enter breaks the line.

    While it is `busy`, nothing is sent and the text stays.
    """

    _esm = STATIC / "message_box.js"
    _css = STATIC / "style.css"
    value = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    placeholder = traitlets.Unicode().tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)

    def on_send(self, handler: Callable[[str], None]) -> None:
        """Call `handler` with the text whenever one is sent."""

        def take(_, message, __):
            if message.get("kind") == "send":
                self.send({"kind": "received"})  # until then it is shown as waiting
                handler(message["text"])

        self.on_msg(take)


class CopyButton(anywidget.AnyWidget):
    """A button that copies the text that `make_text` returns to the clipboard."""

    _esm = _script("copying", "copy_button")
    _css = STATIC / "style.css"
    label = traitlets.Unicode("Copy").tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)

    def __init__(self, make_text: Callable[[], str], **options):
        super().__init__(**options)
        self.on_msg(lambda *_: self.send({"text": make_text()}))


class Keeper(anywidget.AnyWidget):
    """Unseen in every face: no key leaves it, the focus is where it belongs, and a kernel that is busy or gone is said."""

    _esm = STATIC / "keeper.js"
    _css = STATIC / "style.css"

    def __init__(self):
        super().__init__()
        self.on_msg(lambda *_: self.send({"kind": "pong"}))  # the kernel sees to clicks


def button(description: str, handler: Callable[[], None], tooltip: str, *, marks: str = "", **options) -> ipywidgets.Button:
    """Return a button that calls `handler`.

    `marks` are for the keeper: "tut-run" is what Ctrl+Enter clicks, after "tut-then-home" the focus goes
    to the text box that is marked "tut-home".
    """
    made = ipywidgets.Button(description=description, tooltip=tooltip, **{"layout": ipywidgets.Layout(width="auto")} | options)
    made.on_click(lambda _: handler())
    for mark in marks.split():
        made.add_class(mark)
    return made


def toggle(description: str, tooltip: str, changed: Callable[[bool], None]) -> ipywidgets.ToggleButton:
    """Return a button that is on or off; `changed` is called with which."""
    made = ipywidgets.ToggleButton(description=description, tooltip=tooltip, layout={"width": "auto"})
    made.observe(lambda change: changed(change["new"]), "value")
    return made


def show(widget: ipywidgets.DOMWidget, shown: bool) -> None:
    """Show or hide a widget."""
    widget.layout.display = "" if shown else "none"


def row(*children) -> ipywidgets.HBox:
    """Return widgets side by side; on a narrow page they go on below."""
    return ipywidgets.HBox(children, layout=ipywidgets.Layout(flex_flow="row wrap", align_items="center", grid_gap="4px"))
