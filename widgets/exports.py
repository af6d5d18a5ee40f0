"""A conversation as a text to take along: as Markdown, or as the Python that makes the same conversation."""

from utils import Conversation

from .bubbles import text_of
from .plans import literal

WHO = {"user": "You", "assistant": "Assistant"}


def as_markdown(conversation: Conversation) -> str:
    """Return a conversation as Markdown."""
    told = f"*Instructions: {conversation.instructions}*\n\n" if conversation.instructions else ""
    turns = (f"**{WHO.get(m['role'], m['role'])}:**\n\n{text_of(m['content'])}\n" for m in conversation.messages)
    return f"# A conversation with {conversation.model}\n\n{told}{chr(10).join(turns)}"


def as_python(conversation: Conversation, params: dict) -> str:
    """Return Python that asks the same questions in the same way, ready to run in a cell."""
    settings = {"instructions": conversation.instructions, "model": conversation.model}
    settings["max_history_tokens"] = conversation.max_history_tokens
    made = ", ".join(f"{name}={literal(value)}" for name, value in settings.items() if value is not None)
    asked = "".join(f", {name}={literal(value)}" for name, value in params.items())
    questions = [message["content"] for message in conversation.messages if message["role"] == "user"]
    lines = ["from utils import Conversation", "", f"conversation = Conversation({made})", f"questions = {literal(questions)}"]
    return "\n".join([*lines, "for question in questions:", f"    print(conversation.ask(question{asked}))"])
