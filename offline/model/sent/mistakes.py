"""Find the mistakes in a text: the text without them, and which they are."""

import re

from ..computed import mended_why, mending
from ..computed.grammar import CHECKED, correct
from ..regex import Regex
from .reading import Done, Sent

_ASKS = Regex(
    r"(?:what|which|how many) (?:grammar |spelling )?(?:mistakes?|errors?|typos?)\b[^:]{0,40}|(?:find|show|list|spot|mark|point out|are there|what are|tell me|explain|do you see|can you find|which are|where are)\b[^:]{0,30}\b(?:mistakes?|errors?|typos?|wrong)\b[^:]{0,40}"
    r"|(?:what(?:'s| is|s)?|is (?:something|anything|there anything)|tell me what is|tell me what's) (?:wrong|incorrect|not correct|the mistake|the error)\b[^:]{0,40}",
    re.IGNORECASE,
    "mistake error typo wrong incorrect not correct",
)
_NO_ENGLISH = Regex(
    r"\b(?:code|python|sql|function|script|program|loop|json|calculation|equation|error message)\b", re.IGNORECASE
)
_CODE = Regex(r"[={}\[\]]|\w(?:Error|Exception)\b|Traceback|\w\(|^\s*(?:for|if|def|while|import|print)\b.*:?$", re.MULTILINE)


def answer(sent: Sent) -> Done | None:
    """Return what is wrong in a text, and how it is right; None if that is not asked."""
    if not _ASKS.fullmatch(sent.head) or _NO_ENGLISH.search(sent.head) or _CODE.search(sent.body) or len(sent.body.split()) < 3:
        return None
    mended = correct(sent.body)
    if re.sub(r"\W", "", mended) == re.sub(r"\W", "", sent.body):
        return Done(mending.NOTHING.format(CHECKED, sent.body))
    return Done(f"{mended}\n\n{mended_why.TOLD}{mended_why.reasons(sent.body, mended)}")
