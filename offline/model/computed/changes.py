"""A text of its own made shorter, or an honest no to another change: "shorter pls", "nice, but make it funnier"."""

import re

from ..instructions.following import sentences
from ..regex import Regex
from .question import Answer, Question, says
from .retold import AROUND_AFTER, AROUND_BEFORE
from .so_far import literal

LONGEST = 120  # characters of a message
FEWEST = 12  # words of a text
CANNOT = (
    "I cannot make it {}: I am the offline stand-in, and take my texts from files. "
    'I can make it shorter (say "shorter"), or write about something else. A model that knows more does such changes, too (the README says how to get one).'
)
_NO = "I cannot make it "
_IT = r"(?:it|this|that|them|(?:the|your|this|that) (?:text|poem|story|speech|toast|letter|e-?mail|mail|message|song|answer|reply|one|version|post|card|ending|last one))"
_HOW = r"(?P<how>shorter|briefer|longer|funnier|sadder|happier|simpler|easier|nicer|kinder|friendlier|warmer|sweeter|angrier|firmer|stricter|clearer|livelier|scarier|sillier|cuter|crisper|punchier|softer|better|darker|lighter|half as long|not (?:so|that|as) \w+|less \w+|more \w+|funny|formal|informal|casual|without (?:any )?rhymes?|too (?:long|short|sweet|formal|serious|boring|sad|cheesy|stiff|kitschy)|rhyme|(?:with )?an? \w+ (?:ending|end|title|twist))"
_CHANGE = Regex(
    rf"(?:[^?]{{0,60}}?(?:,|\.|!|\bbut)\s+)?\W*(?:(?:can|could|would|will) you |please |pls |now |ok(?:ay)? |and |maybe |then |so |but )*(?:(?:make|write|do|have|keep|turn|get|give) )?(?:{_IT}(?:'s| is| should be| must be)? )?(?:(?:a (?:bit|little|lot)|much|even|slightly|way|far|still|somewhat|just|something) )*{_HOW}(?: (?:please|pls|plz|then|now|again|if you can|if possible|thanks|for me|version|one))*\W*",
    re.IGNORECASE,
)
_SHORTER = Regex(
    r"shorter|briefer|half as long|(?:not (?:so|that|as)|less|too) (?:long|wordy|lengthy)|more (?:concise|brief|compact)",
    re.IGNORECASE,
)
_OPPOSITE = Regex(r"too (\w+)", re.IGNORECASE)
_NAMES = Regex(
    r"\W*(?:and |oh |ok |sorry )*(?P<whose>my|her|his|their|its|the \w+'s) name(?: is|'s) (?P<name>(?:(?:Mrs?|Ms|Dr|Miss)\.? )?[^\W\d_][\w'-]*(?: [A-Z][\w'-]*)?)\W*",
    re.IGNORECASE,
    needs="name",
)
_NO_TAGS = Regex(
    AROUND_BEFORE + r"(?:without|no|remove|delete|drop|leave out)(?: the| any| those)? (?:hash ?)?tags?" + AROUND_AFTER,
    re.IGNORECASE,
    "tag",
)
_GAP = Regex(r"\[[\w']+(?:'s)? name\]", re.IGNORECASE)
_NOTE = Regex(r"\n\nThe offline stand-in could not follow: .*\Z", re.DOTALL)


def answer(question: Question) -> Answer | None:
    """Return the latest text of its own, shorter; or that it cannot be changed as is wished. None where no text went before."""
    asked = _CHANGE.fullmatch(question.text.replace("’", "'").strip()) if len(question.text) <= LONGEST else None
    if asked is None or not (text := _latest(question)):
        return None
    if _SHORTER.fullmatch(asked["how"]):
        cut = _shorter(text)
        return says(cut, guarded=True) if cut != text else says(f"It cannot get shorter than that: {text}", guarded=True)
    how = _OPPOSITE.sub(r"less \1", asked["how"].casefold())
    return says(CANNOT.format(how), guarded=True)


def filled(question: Question) -> Answer | None:
    """Return the last text with a name in its empty place ("her name is Mrs. Alvarez" after "Hi [teacher's name]"), or without its hashtags; None for anything else."""
    told = _NAMES.fullmatch(question.text.replace("’", "'").strip())
    text = next(iter(question.earlier("assistant")), "")
    if "#" in text and _NO_TAGS.search(question.text):
        return says(literal(re.sub(r"\s*#\w+", "", text).strip()))
    mine = bool(told and told["whose"].casefold() == "my")
    gap = next((gap for gap in _GAP.finditer(text) if gap[0].casefold().startswith("[your ") == mine), None) if told else None
    return says(text.replace(gap[0], told["name"].strip(" .!"))) if gap else None


def _latest(question: Question) -> str:
    """Return the latest reply that is a text; "" if there is none."""
    for said in question.earlier("assistant"):
        if said.startswith(_NO) or question.known.unknown[:30] in said:
            continue
        text = _NOTE.sub("", said)
        return text if len(text.split()) >= FEWEST and "```" not in text else ""
    return ""


def _shorter(text: str) -> str:
    """Return a text with fewer sentences: its first half and the last one stay; of a letter, the first of each paragraph."""
    if "\n\n" in text:
        return "\n\n".join(part if "\n" in part else sentences(part)[0] for part in text.split("\n\n") if sentences(part))
    if "\n" in text:
        return text
    parts = sentences(text)
    return " ".join([*parts[: len(parts) // 2], parts[-1]]) if len(parts) > 2 else parts[0]
