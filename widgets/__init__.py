"""The widgets of this course: a playground, a chat box, and pictures that explain.

    from widgets import playground, chat_box, temperature_picture
    playground("Suggest a name for a coffee shop.")

They are thin faces over plain functions: `plans` builds requests, `runs` makes them, `turns` keeps the
variants of a chat; `markup`, `cards` and `bubbles` write the HTML; `elements` holds the little that needs
JavaScript, `jobs` what runs in the background; `pictures/` has a file for each picture.
"""

from .chat import ChatBox, chat_box
from .pictures.bill import CostCalculator, bill, cost_calculator
from .pictures.chances import Shares, Token, ask_with_logprobs, reshape_top, tokens_of
from .pictures.meaning import MeaningMap, meaning_map
from .pictures.temperature import TemperaturePicture, temperature_picture
from .pictures.tokens import TokenPicture, token_picture
from .pictures.tool_run import ToolRun, tool_run
from .playground import Playground, playground
from .runs import Run

__all__ = [
    "ChatBox", "CostCalculator", "MeaningMap", "Playground", "Run", "Shares", "TemperaturePicture", "Token", "TokenPicture", "ToolRun",
    "ask_with_logprobs", "bill", "chat_box", "cost_calculator", "meaning_map", "playground", "reshape_top", "temperature_picture",
    "token_picture", "tokens_of", "tool_run",
]  # fmt: skip
