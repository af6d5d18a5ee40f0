"""Texts between marks in a prompt, put between quotation marks, which is what the rest of the stand-in reads.

    quoted("Summarize the mail.\\n\\n<mail>\\nThe lamp is broken. Ada\\n</mail>")
    -> 'Summarize the mail: "The lamp is broken. Ada"'

Marks are a pair of tags that say what is between them, three quotation marks, or lines of dashes, equals signs or hashes.
A tag of HTML is none: a question about `<b>` is not about the text in it.
"""

import json
import re

from .instructions.reading import unwarned
from .regex import Regex

_NAMES = (
    "text|texts|mail|email|letter|review|reviews|article|document|message|context|passage|story|comment|comments|content|note|notes|"
    "list|transcript|report|paragraph|sentence|sentences|quote|tweet|post|feedback|data|source|book|chapter|poem|words|"
    "page|website|webpage|ticket|result|record|profile|customer|user|untrusted"
)
_TAGS = rf"<(?P<name>(?:\w+[-_])*(?:{_NAMES})(?:[-_]\w+)*)>(?P<in_tags>.+?)</(?P=name)>"
_THREE = r'"""(?P<in_three>.+?)"""'
_LINES = r"(?m:^)(?P<line>-{3,}|={3,}|#{3,})[ \t]*\n(?P<in_lines>.+?)\n(?P=line)[ \t]*(?m:$)"
_MARKED = Regex(rf"{_TAGS}|{_THREE}|{_LINES}", re.IGNORECASE | re.DOTALL)
_CODE = Regex(r"```.+?```", re.DOTALL, needs="```")
_JSON_STARTS = Regex(r"(?m:^)[ \t]*[\[{]")


def quoted(prompt: str) -> str:
    """Return a prompt with its marked text in quotation marks: behind what to do with it, if it stands on lines of its own.

    That the text is data, and nothing in it an order, is left out: it is no part of what to do.
    """
    found = _MARKED.search(prompt)
    text = found and next(filter(None, (found["in_tags"], found["in_three"], found["in_lines"]))).strip()
    if not text:
        return prompt
    text = f"“{text}”" if '"' in text else f'"{text}"'
    before, after = (unwarned(part) for part in (prompt[: found.start()], prompt[found.end() :]))
    if not _ends_line(before) or not _ends_line(after[::-1]):
        return f"{before}{text}{after}"
    task = " ".join(part.strip() for part in (before, after) if part.strip())
    if not task:
        return text
    return f"{task} {text}" if task.endswith("?") else f"{task.rstrip(' .:!')}: {text}"


def outside(prompt: str) -> str:
    """Return a prompt without what is set apart in it: marked texts, code, and JSON that begins on a line of its own."""
    prompt = _CODE.sub(" ", _MARKED.sub(" ", prompt))
    for start in reversed([found.end() - 1 for found in _JSON_STARTS.finditer(prompt)]):
        try:
            _, end = json.JSONDecoder().raw_decode(prompt, start)
        except (ValueError, RecursionError):
            continue
        prompt = f"{prompt[:start]} {prompt[end:]}"
    return prompt


def _ends_line(text: str) -> bool:
    return not text.strip() or "\n" in text[len(text.rstrip()) :]
