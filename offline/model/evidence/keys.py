"""Find which keys a text asks for, where it wants JSON of no given schema: "Return JSON with the keys name and age"."""

import re

_KEYS = re.compile(
    r"\b(?:keys?|fields?|properties|property|attributes?)\b(?:\s+(?:named|called|are|is))*[\s:]+([^.\n]+)", re.IGNORECASE
)
_ASKED_FOR = re.compile(
    r"\b(?:extract|return|give(?: me)?|list|find|get|identify)\s+(?!(?:me\s+)?(?:the\s+|a\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|some|all|any|every|several|few)\b)(?:the\s+|a\s+)?"
    r"((?:[\w-]+(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?){0,9}[\w-]+)"
    r"(?=[^.\n]{0,40}\bjson\b|\s*:|\s+(?:from|of|as|in)\b)",
    re.IGNORECASE,
)
# "Give me European capitals as JSON" asks for a list, where no text is sent along.
_LISTS = re.compile(r"(?:give|list|find|get)\b", re.IGNORECASE)
_SENT = re.compile(r"[:\n\"“]|\b(?:from|of|in) (?:this|that|the|it|my)\b", re.IGNORECASE)
_JSON_WITH = re.compile(
    r"\bjson\b(?:\s+object)?(?: (?:for|of|about) an? (?:\w+ ){1,2}?(?:person|user|customer|employee|student|client|contact))?\s+(?:with|containing|having|of)\s+(?:the\s+|an?\s+)?"
    r"((?:[\w-]+(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+|an?\s+)?){0,9}[\w-]+)(?=\s*:|\s+(?:from|out of|for|of)\b)",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"\bjson\b(?: object)? (?:for|of|about|describing) an? (?:\w+ ){1,3}?with (?:the |an? |his |her |their )?((?:[\w-]+(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+|an?\s+)?){0,9}[\w-]+)\W*\Z",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\{[^{}]*\}")
_EXAMPLE_KEY = re.compile(r"[\"'](\w[\w -]*)[\"']\s*:")
_NOTE = re.compile(r"\([^()]*\)")  # what a key may be, as in "sentiment (positive or negative)"
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_END = re.compile(
    r"[:({;]|\b(?:from|in|of|for|as|where|which|that|nothing|no (?:other|more|further|extra|text|explanation)|without|not|but|please|thanks?)\b",
    re.IGNORECASE,
)
_NO_KEYS = {
    "me", "us", "the", "a", "an", "and", "or", "with", "only", "json", "object", "following", "information", "data", "details", "as", "it", "value",
}  # fmt: skip


def wanted(text: str) -> tuple[str, ...]:
    """Return the keys that a text asks for, in order; empty if it names none."""
    for example in _EXAMPLE.finditer(text):
        if keys := _EXAMPLE_KEY.findall(example[0]):
            return tuple(dict.fromkeys(keys))
    for form in (_KEYS, _JSON_WITH, _OF_SOMEBODY, _ASKED_FOR):
        for found in form.finditer(text):
            keys = [key for key in _KEY.findall(_END.split(_NOTE.sub(" ", found[1]))[0]) if key.lower() not in _NO_KEYS]
            if keys and not (len(keys) == 1 and form is _ASKED_FOR and _LISTS.match(found[0]) and not _SENT.search(text)):
                return tuple(dict.fromkeys(keys))
    return ()
