"""A conversation as HTML: its bubbles, what each turn cost, and the request that comes next."""

import html

import utils

from .markup import action, copier, markdown, plain, program
from .plans import literal
from .turns import Turn, Turns

# --- Messages ---


def text_of(content) -> str:
    """Return the content of a message as text; what is no text is named."""
    if isinstance(content, str):
        return content
    return "\n".join(part.get("text") or f"({part.get('type', 'part')})" for part in content)


def bubbles(messages: list[dict]) -> str:
    """Return messages as the bubbles of a chat."""
    return "".join(bubble(message["role"], text_of(message["content"])) for message in messages)


def bubble(role: str, text: str, remark: str = "", tools: str = "") -> str:
    """Return one bubble: what the model wrote as Markdown, what you wrote as it is; below it a remark and buttons."""
    who = {"user": "You", "assistant": "Assistant"}.get(role, role)
    body = f'<div class="tut-md">{markdown(text)}</div>' if role == "assistant" else plain(text)
    buttons = f'<div class="tut-tools">{tools}</div>' if tools else ""
    side = "user" if role == "user" else "assistant"
    return f'<article class="tut-bubble tut-{side}"><b>{html.escape(who)}</b>{body}{remark}{buttons}</article>'


def conversation(turns: Turns, stopped: dict[int, str]) -> str:
    """Return all turns with their buttons; `stopped` are bubbles to show after so many turns, which were not kept."""
    path = turns.path
    pages = [stopped.get(0, "")]
    for place, turn in enumerate(path):
        pages += [_turn(turn, place, turns.variants(place), place == len(path) - 1), stopped.get(place + 1, "")]
    return "".join(pages)


def _turn(turn: Turn, place: int, variants: tuple[int, int], is_last: bool) -> str:
    shown = []
    for message in turn.messages:
        role, text = message["role"], text_of(message["content"])
        tools = copier(text, "Copy this message")
        if role == "user":
            hint = "Change this message and send it again; what followed is kept as a variant"
            tools += action("Edit", "edit", place, hint, "tut-small tut-then-home")
            tools += _choice(place, *variants)
        elif is_last:
            tools += action(
                "Regenerate", "again", place, "Ask once more; this reply is kept as a variant", "tut-small tut-then-home"
            )
        shown.append(bubble(role, text, tools=tools))
    return "".join(shown)


def _choice(place: int, variant: int, count: int) -> str:
    """Return the buttons that change between the variants of a turn."""
    if count == 1:
        return ""
    before, after = (variant - 1) % count, (variant + 1) % count
    return (
        action("‹", "variant", f"{place} {before}", "The variant before")
        + f'<span class="tut-variant">variant {variant + 1} of {count}</span>'
        + action("›", "variant", f"{place} {after}", "The next variant")
    )


# --- What it costs ---


def growth(path: list[Turn]) -> str:
    """Return what each turn used as bars: the history is sent again with every question, so they grow."""
    counted = [(number, turn.used) for number, turn in enumerate(path, 1) if turn.used]
    if not counted:
        return ""
    most = max(used.tokens_in + used.tokens_out for _, used in counted)

    def bar(tokens: int, kind: str) -> str:
        return f'<div class="tut-bar {kind}" style="width: {100 * tokens / most:.1f}%"></div>'

    rows = "".join(
        f'<tr><th scope="row">{number}</th>'
        f'<td aria-hidden="true"><div class="tut-stack">{bar(used.tokens_in, "tut-in")}{bar(used.tokens_out, "tut-out")}</div></td>'
        f"<td>{used.tokens_in} in, {used.tokens_out} out, {utils.format_cost(used.cost)}</td></tr>"
        for number, used in counted
    )
    caption = "Tokens of each turn: the history goes along with every message"
    return f'<table class="tut-bars tut-growth"><caption>{caption}</caption><tbody>{rows}</tbody></table>'


# --- The request ---


def next_request(request: dict) -> str:
    """Return a request as the call that makes it."""
    arguments = "".join(f"    {name}={literal(value, 1)},\n" for name, value in request.items())
    return program(f"client.responses.create(\n{arguments})")
