"""What a request says, however it was put: the Responses API or Chat Completions, a text or messages.

The checks look at requests as the stand-in received them, so that every way to write one is right.
"""

INSTRUCTING = ("developer", "system")


def said(content: object) -> str:
    """Return the text of a message's content: a text as it is, and of parts the texts, one a line."""
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def messages_of(body: dict) -> list[dict]:
    """Return the messages of a request, oldest first; an input that is a text is one message of the user."""
    sent = body.get("input", body.get("messages"))
    if isinstance(sent, str):
        return [{"role": "user", "content": sent}]
    return [item for item in sent if isinstance(item, dict)] if isinstance(sent, list) else []


def instructions_of(body: dict) -> str:
    """Return all that a request says as instructions, in the parameter or in messages, one a line."""
    told = [message.get("content") for message in messages_of(body) if message.get("role") in INSTRUCTING]
    return "\n".join(filter(None, map(said, [body.get("instructions"), *told])))


def question_of(body: dict) -> str:
    """Return what the user said last, or "" if the user said nothing."""
    asked = [said(message.get("content")) for message in messages_of(body) if message.get("role") == "user"]
    return asked[-1] if asked else ""
