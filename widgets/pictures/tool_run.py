"""A run with tools as a sequence: you, the model, your tools, each step open to its JSON."""

import html
import json
from dataclasses import dataclass

from .. import markup
from ..bubbles import text_of
from ..elements import Screen
from ..face import Face


@dataclass(frozen=True)
class Step:
    """One step: who says it to whom, in words, and the item as it went over the wire."""

    who: str
    to: str
    said: str
    item: dict


def steps(items: list) -> list[Step]:
    """Return the steps of a run; `items` are those of a request's input and a response's output, in order.

    An item may be a dict or an object of the SDK, a response stands for its output, and a list for its items.
    Raises TypeError for anything else.
    """
    made, names = [], {}
    for item in _flat(items):
        kind = item.get("type", "message")
        if kind == "function_call":
            names[item["call_id"]] = item["name"]
            made.append(Step("Model", f"Tool {item['name']}", f"{item['name']}({_arguments(item['arguments'])})", item))
        elif kind == "function_call_output":
            made.append(Step(f"Tool {names.get(item['call_id'], '')}".strip(), "Model", str(item["output"]), item))
        elif kind == "message" and item["role"] == "assistant":
            made.append(Step("Model", "You", text_of(item["content"]), item))
        elif kind == "message":
            made.append(Step("You", "Model", text_of(item["content"]), item))
        else:
            made.append(Step("Model", "Model", f"({kind})", item))
    return made


def _flat(items: list) -> list[dict]:
    flat = []
    for item in items:
        if hasattr(item, "output") and hasattr(item, "status") and hasattr(item, "model"):  # a response
            flat += _flat(item.output)
        elif isinstance(item, list):
            flat += _flat(item)
        elif isinstance(item, dict):
            flat.append(item)
        elif hasattr(item, "to_dict"):
            flat.append(item.to_dict())
        else:
            raise TypeError(f"tool_run shows the items of a run, and this is a {type(item).__name__}. Hand it a list of items.")
    return flat


def _arguments(text: str) -> str:
    """Return a call's arguments as Python would write them; as they are where they are no JSON."""
    try:
        return ", ".join(f"{name}={value!r}" for name, value in json.loads(text).items())
    except (ValueError, AttributeError):
        return text


def sequence(made: list[Step]) -> str:
    """Return the steps as a list, each with its JSON folded below."""
    return f'<ol class="tut-steps">{"".join(_item(number, step) for number, step in enumerate(made, 1))}</ol>'


def _item(number: int, step: Step) -> str:
    lane = step.who.partition(" ")[0].lower()
    body = markup.code(json.dumps(step.item, ensure_ascii=False, indent=2))
    return (
        f'<li class="tut-step tut-from-{lane}"><b>{html.escape(step.who)} → {html.escape(step.to)}</b>'
        f'{markup.plain(step.said)}<details data-key="step {number}"><summary>JSON of step {number}</summary>{body}</details></li>'
    )


class ToolRun(Face):
    """See `tool_run`."""

    def __init__(self, items):
        self.steps = steps(items)
        self.screen = Screen(label="The run, step by step", live=sequence(self.steps))
        super().__init__([self.screen])

    def still(self) -> tuple[str, str]:
        lines = [f"{number}. {step.who} → {step.to}: {step.said}" for number, step in enumerate(self.steps, 1)]
        return "\n".join(["A run with tools", *lines]), markup.still("A run with tools", sequence(self.steps))


def tool_run(*items) -> ToolRun:
    """Return a run drawn as a sequence: tool_run(*messages), or tool_run(*messages, response) with the last response."""
    return ToolRun(list(items))
