"""The widgets of this course: a playground, a picture of what temperature does, and a chat box.

    from widgets import playground, temperature_picture, chat_box
    playground("Suggest a name for a coffee shop.")

They are thin faces over plain functions: `plans` builds requests, `runs` makes them, `chances` reckons with
probabilities, `markup` and its neighbors write the HTML; `elements` holds the little that needs JavaScript.
"""

from .chances import Shares, Token, ask_with_logprobs, reshape_top, tokens_of
from .chat import ChatBox, chat_box
from .picture import TemperaturePicture, temperature_picture
from .playground import Playground, playground
from .runs import Run

__all__ = [
    "ChatBox", "Playground", "Run", "Shares", "TemperaturePicture", "Token", "ask_with_logprobs", "chat_box",
    "playground", "reshape_top", "temperature_picture", "tokens_of",
]  # fmt: skip
