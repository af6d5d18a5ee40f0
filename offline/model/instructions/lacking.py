"""Say a text without a word, a letter or a mark that is not wanted."""

import re

from . import emojis
from .points import sentences

_SPELLED = {"n't": " not", "'re": " are", "'ll": " will", "'ve": " have", "'m": " am"}


def without(text: str, short: str | None, unwanted: str) -> str | None:
    """Return a text without what is unwanted (a word, a letter, "emojis", "commas"), or its `short` version; None if it cannot be."""
    what = unwanted.casefold().strip()
    if what.startswith("emoji"):
        return emojis.EMOJI.sub("", text)
    marks = {"comma": ",", "commas": ",", "exclamation mark": "!", "exclamation marks": "!"}
    if what in marks:
        return text.replace(marks[what], "" if marks[what] == "," else ".")
    if what == "contractions":
        return re.sub(
            r"(?<=\w)(?:n['’]t\b|['’](?:re|ll|ve|m)\b)",
            lambda found: _SPELLED[found[0].replace("’", "'").lower()],
            text.replace("can't", "cannot"),
        )
    if what == "punctuation":
        return re.sub(r"[.,!?;:\"“”()]", "", text)
    if what in ("markdown", "list", "lists", "bullet point", "bullet points", "code"):
        return (
            text
            if not re.search(r"[*#`]|^[-\d]", text, re.MULTILINE)
            else re.sub(r"[*#`]+|^(?:-|\d+\.) ", "", text, flags=re.MULTILINE)
        )
    if what == "numbers":
        return text if not re.search(r"\d", text) else None
    if what in ("adjectives", "jargon") or what.startswith("technical "):
        return None
    said = next((said for said in (text, short) if said and not re.search(_lacking(what), said, re.IGNORECASE)), None)
    if said:
        return said
    left = [part for part in sentences(text) if not re.search(_lacking(what), part, re.IGNORECASE)] if "\n" not in text else []
    return " ".join(left) if left and left[0] == sentences(text)[0] else None


def _lacking(what: str) -> str:
    """Return the pattern of a word or a letter that is not wanted."""
    return re.escape(what) if len(what) == 1 else rf"\b{re.escape(what)}s?\b"
