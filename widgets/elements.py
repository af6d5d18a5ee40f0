"""What the widgets are made of: screens, a message box, buttons. They hold the little that needs JavaScript."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import ipywidgets
import traitlets

STATIC = Path(__file__).with_name("static")
FULL = ipywidgets.Layout(width="auto")
UNCUT = {"description_width": "initial"}  # labels that are not cut short


class Screen(anywidget.AnyWidget):
    """Shows HTML: `done` does not change while a reply is written, `live` does.

    `role` is the ARIA role: "log" is read aloud when it changes and is not `busy`, "region" is not.
    """

    _esm = STATIC / "screen.js"
    _css = STATIC / "style.css"
    done = traitlets.Unicode().tag(sync=True)
    live = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    role = traitlets.Unicode("region").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)


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
        self.on_msg(lambda _, message, __: handler(message["text"]) if message.get("kind") == "send" else None)


class CopyButton(anywidget.AnyWidget):
    """A button that copies the text that `make_text` returns to the clipboard."""

    _esm = STATIC / "copy_button.js"
    _css = STATIC / "style.css"
    label = traitlets.Unicode("Copy").tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)

    def __init__(self, make_text: Callable[[], str], **options):
        super().__init__(**options)
        self.on_msg(lambda *_: self.send({"text": make_text()}))


def button(description: str, handler: Callable[[], None], tooltip: str, **options) -> ipywidgets.Button:
    """Return a button that calls `handler`."""
    made = ipywidgets.Button(description=description, tooltip=tooltip, **{"layout": ipywidgets.Layout(width="auto")} | options)
    made.on_click(lambda _: handler())
    return made


def row(*children) -> ipywidgets.HBox:
    """Return widgets side by side; on a narrow page they go on below."""
    return ipywidgets.HBox(children, layout=ipywidgets.Layout(flex_flow="row wrap", align_items="center", grid_gap="4px"))
