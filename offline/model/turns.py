"""What has happened in a conversation with tools: what was said, called and returned since the last question."""

import copy
import json
import re
from dataclasses import dataclass
from functools import cached_property

from . import sourced
from .regex import Regex

_ASKED_BACK = Regex(r"(\w+) needs ((?:`\w+`(?:, | and )?)+)")


@dataclass(frozen=True)
class Output:
    """What a tool returned, with the call that it is the answer to."""

    tool: str
    arguments: dict
    content: str


class Turn:
    """The last question of a conversation and what came of it so far.

    `messages` are dicts: {"role": "system" | "developer" | "user" | "assistant", "content": str},
    {"role": "call", "name", "arguments" (JSON; any text for a custom tool), "call_id"} and
    {"role": "output", "call_id", "content": str}.
    """

    def __init__(self, messages: list[dict]):
        last = max((number for number, message in enumerate(messages) if message["role"] == "user"), default=0)
        self.question: str = messages[last]["content"] if messages and messages[last]["role"] == "user" else ""
        self.before = [message for message in messages[:last] if message["role"] in ("user", "assistant", "call")]
        self.instructions = sourced.outside("\n".join(m["content"] for m in messages if m["role"] in ("system", "developer")))
        calls = {message["call_id"]: message for message in messages if message["role"] == "call"}
        self.made = [(message["name"], read(message["arguments"])) for message in messages[last:] if message["role"] == "call"]
        self.outputs, self.outputs_before = (
            [_output(message, calls) for message in part if message["role"] == "output"]
            for part in (messages[last:], messages[:last])
        )

    def asking(self, question: str) -> "Turn":
        """Return the turn as it is with another question."""
        other = copy.copy(self)
        other.question = question
        return other

    @cached_property
    def earlier(self) -> list[str]:
        """What was said before the last question, the latest first."""
        return [message["content"] for message in reversed(self.before) if message["role"] != "call"]

    @cached_property
    def question_before(self) -> str:
        """The question before the last one."""
        return next((message["content"] for message in reversed(self.before) if message["role"] == "user"), "")

    @cached_property
    def last_tool(self) -> str | None:
        """The tool that was called last before the last question."""
        return next((message["name"] for message in reversed(self.before) if message["role"] == "call"), None)

    @property
    def was_asked(self) -> bool:
        """Whether the reply before the last question asked for something."""
        last = self.before[-1] if self.before else {"role": ""}
        return last["role"] == "assistant" and (last["content"].rstrip().endswith("?") or bool(self.asked_back))

    @cached_property
    def asked_back(self) -> tuple[str, list[str]] | None:
        """The tool and its parameters that the last question answers, if the reply before it asked for them."""
        if not self.before or self.before[-1]["role"] != "assistant":
            return None
        found = _ASKED_BACK.search(self.before[-1]["content"])
        return (found[1], re.findall(r"`(\w+)`", found[2])) if found else None


def _output(message: dict, calls: dict[str, dict]) -> Output:
    call = calls.get(message["call_id"], {"name": "", "arguments": "{}"})
    return Output(call["name"], read(call["arguments"]), message["content"])


def read(arguments: str) -> dict:
    """Return the arguments of a call; {} for what is no JSON object."""
    try:
        given = json.loads(arguments)
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}
