"""Read a sentence as one, though somebody broke its line: "And its\\npopulation?".

Texts that are sent along, code, lists and verse keep their lines.
"""

import re

from .regex import Regex

LONGEST = 300  # characters of a message
LINES = 4
# The first half of a sentence that asks or wants something, and its second half up to the end of the message or the sentence.
_ASKS = Regex(
    r"\A\W*(?:(?:and|but|so|also|please|ok|hi|hello|hey|now|then)\W+)*(?:what|what's|whats|who|who's|where|when|how|why|which|whose|is|are|was|were|do|does|did|can|could|will|would|should|tell me|give me|explain|describe|"
    r"name|write (?:me )?(?:an?|the|some)|recommend|suggest|its|their|his|her|the|about|i (?:want|need|would|have|am)|i'm|my)\b",
    re.IGNORECASE,
)
_KEEPS = Regex(
    r"[`={}<>|\[\]()\"“#*]|^[ \t]|^\s*(?:[-•–]|\d+[.)])\s|:\s*$|\b(?:summar\w*|translate|correct|fix|sort|count|rewrite|rephrase|proofread|classify|extract|this|these|following|below|text|poem|lines?|words?|list of words|code|error|reverse|spell|typed?)\b",
    re.IGNORECASE | re.MULTILINE,
)


def joined(text: str) -> str:
    """Return a message with a space for each line break that stands in the middle of a sentence."""
    if "\n" not in text or len(text) > LONGEST or "\n\n" in text or text.count("\n") >= LINES or _KEEPS.search(text):
        return text
    said = text.strip().split("\n")
    done = [said[0]]
    for line in said[1:]:
        first = re.split(r"(?<=[.!?])\s+", done[-1].rstrip())[-1]
        if _goes_on(first, line):
            done[-1] = f"{done[-1].rstrip()} {line.lstrip()}"
        else:
            done.append(line)
    return "\n".join(done)


def _goes_on(first: str, second: str) -> bool:
    """Return whether a line is the rest of the sentence that the line before begins."""
    if re.search(r"[.!?:;…]\W*\Z", first) or not _ASKS.match(first):
        return False
    return second.lstrip()[:1].islower() or (second.rstrip().endswith("?") and not _ASKS.match(second))
