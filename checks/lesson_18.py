"""Lesson 18: what may be shown, a tool of one's own for the companion, and a score for each lesson."""

import inspect
from collections.abc import Callable

from .judging import YourCodeRaised
from .registry import exercise
from .schemas import followed
from .stand_in import MODEL, refused

TEXTS = ["Wait longer after each failure. Then stop.", "Tokens are pieces of text."]
HELD_BACK = "held back"
MEANINGS = {"token": "a piece of text", "jitter": "a random bit added to a wait"}


@exercise("18.1", praise="What no page says, no reader sees.", returns=str)
def _shown(shown: Callable) -> str | None:
    cases = [
        ("one quote that holds", "«Then stop.» [1]", True),
        ("two quotes that hold, and words around them", "Yes: «Then stop.» [1] And «pieces of text» [2].", True),
        ("no quote", "Wait longer.", False),
        ("a quote that stands nowhere", "«Never wait.» [1]", False),
        ("a quote from another source than it says", "«Then stop.» [2]", False),
        ("a source that there is not", "«Then stop.» [3]", False),
        ("a source with the number 0", "«pieces of text» [0]", False),
        ("a false quote behind one that holds", "«Then stop.» [1] «And go.» [1]", False),
    ]
    for name, reply, holds in cases:
        said, wanted = shown(reply, list(TEXTS)), reply if holds else HELD_BACK
        if said != wanted:
            return f"for {name}, {reply!r}, it should return {wanted!r}, and it returns {said!r}."
    return None


@exercise("18.2", praise="The companion can look words up now.", returns=str)
def _look_up(look_up: Callable) -> str | None:
    try:
        from app.companion import tool_of
    except ImportError:
        return "this check needs numpy and bm25s, and the Python that runs here lacks them."
    look_up("token")  # what is no answer yet ends here
    if not (look_up.__doc__ or "").strip():
        return "it has no docstring, so the model would not know what it is for."
    parameters = inspect.signature(look_up).parameters
    if list(parameters) != ["word"]:
        return f"its parameter should be word, and it has {', '.join(parameters) or 'none'}."
    if parameters["word"].annotation is inspect.Parameter.empty:
        return "say the type of its parameter: word: str."
    tool = tool_of(look_up)
    if missing := refused({"model": MODEL, "input": "Hello!", "tools": [tool]}):
        return missing
    if (kind := followed(tool["parameters"]["properties"]["word"], tool["parameters"]).get("type")) != "string":
        return f"a word is a text, so its type should be str, and the schema says {kind!r}."
    for word, means in [*MEANINGS.items(), ("Token", MEANINGS["token"])]:
        if (said := look_up(word)) != means:
            return f"for {word!r} it should return {means!r}, and it returns {said!r}."
    try:
        said = look_up("unicorn")
    except YourCodeRaised as raised:
        if not isinstance(raised.error, ValueError):
            return f"for a word that is not there it should raise ValueError, and it raises {type(raised.error).__name__}."
        unnamed = [word for word in MEANINGS if word not in str(raised.error)]
        return f"its message should name the words that are there, and {unnamed[0]} is not in it." if unnamed else None
    return f"for a word that is not there it should raise ValueError, and it returns {said!r}."


@exercise("18.3", praise="Now you know which lesson to read again, or to write again.", returns=dict)
def _by_lesson(by_lesson: Callable) -> str | None:
    cases = [
        [("6", "right"), ("6", "not answered"), ("7", "right")],
        [("2b", "not answered"), ("9", "right"), ("2b", "right"), ("2b", "right"), ("2b", "another page or sentence")],
        [],
    ]
    for verdicts in cases:
        lessons = dict.fromkeys(lesson for lesson, _ in verdicts)
        of = {lesson: [verdict == "right" for each, verdict in verdicts if each == lesson] for lesson in lessons}
        wanted = {lesson: sum(right) / len(right) for lesson, right in of.items()}
        said = by_lesson(list(verdicts))
        if said != wanted or list(said) != list(wanted):
            return f"for {verdicts} it should return {wanted}, and it returns {said}."
    return None
