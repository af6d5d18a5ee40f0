"""Talk about the stand-in and with it: whether it is there, what can be asked, whether it is human or tired, and a talk for practice.

    "hi im margaret, my grandson set this up. what sort of things can i ask you"  -> what can be asked
    "Please talk with me a little for practice." / "I like fishing. How about you?" / "Did I make a mistake in my English?"

The last sentence asks; what stands before it only tells something. The words are in data/chat.yaml.
"""

import re
from functools import cache

from ...tables import read_table
from .. import abouts
from ..regex import Regex
from .grammar import CHECKED, correct
from .memory import _NOT_NAMES
from .mending import NOTHING
from .question import Answer, Question, says

LONGEST = 300  # characters of a message
MOST_TOLD = 3  # telling words before the question what to ask
FEWEST = 3  # words of a sentence that is checked for mistakes
SEND_IT = "Send me the sentence, and I look for mistakes in it, as far as my few rules of English go."
_TALKS = Regex(  # of these words, what is said to the stand-in or about it has one
    r"\b(?:i|i'm|im|me|my|you|u|your|yours|yourself|we|we're|us|it|this|that|one|people|person|(?:any|some)(?:body|one|thing)|ideas?|tips?|suggestions?|recommendations?|bored|boring|test\w*|english|errors?|mistakes?|talk|chat|conversation|practi[cs]e|things?|questions?|stuff|topics?|tasks?|texts?|thing)\b",
    re.IGNORECASE,
)
_END = Regex(r"(?<=[.!?])\s+|\n+")
_HI = Regex(r"\W*(?:(?:hi+|hello|hey|good (?:morning|evening|afternoon)|ok(?:ay)?|so|well|and|but|oh|haha|hm+|please|sorry|excuse me|ah|i see|thanks|thank you)\b(?: there| so| well)?\W+)*", re.IGNORECASE)  # fmt: skip
_ENDS = r"(?:\W+(?:please|pls|then|now|today|here|exactly|actually|really|anyway|by the way|thanks|at all|though|again|for you|honestly))*\W*"
_ASKS = Regex(r"\?|\A\W*(?:what|who|where|when|how|why|which|is|are|does|do|did|can|could|will|would|tell|translate|write|give|make|explain|list|show|help)\b", re.IGNORECASE)  # fmt: skip
_NAME = Regex(
    r"\b(?:i'?m|i am|my name is|my name's|this is)\s+(?P<name>[a-z]+)(?=\W|\Z)(?! (?:to|in|on|at|a|the)\b)", re.IGNORECASE
)
_IS_IT = Regex(
    r"(?:was|is) (?:that|this|it) (?:all )?(?:right|ok|okay|good)\W*", re.IGNORECASE
)  # it may ask for the matter, not for the language
_ENGLISH = Regex(r"\b(?:english|practi[cs]e|grammar|mistakes?|language|correct|sentence)\b", re.IGNORECASE)
_SMALL = Regex(
    r"\W*(?:i see|ok(?:ay)?|thanks?|thank you|oh|great|good|nice|yes|no|hm+|interesting|really|cool)\W*", re.IGNORECASE
)
_NEW_HERE = Regex(
    r"\b(?:just (?:installed|set (?:this|it) up|started|opened|got this)|new (?:here|to (?:this|all this|it))|first time|never used|(?:set|put|installed) (?:this|it)(?: up)? for me)\b",
    re.IGNORECASE,
    "installed set started opened got new first never put",
)
_WHAT_NOW = Regex(
    r"\b(?:what (?:now|next|(?:can|do|should|shall|could) i do)|how (?:do|can|should) i (?:start|begin|use)|where (?:do|should|can) i (?:start|begin))\b",
    re.IGNORECASE,
    "now next do use start begin",
)


def answer(question: Question) -> Answer | None:
    """Return what is said to a message that ends in talk with or about the stand-in; None for anything else."""
    text = question.text.replace("’", "'").strip()
    if not 0 < len(text) <= LONGEST or "```" in text:
        return None
    if not question.before and _NEW_HERE.search(text) and _WHAT_NOW.search(text):
        return says(read_table("chat.yaml")["can"]["say"], guarded=True)
    *before, last = [part for part in _END.split(text) if re.search(r"\w", part)] or [""]
    if any(map(_ASKS.search, before)) or re.search(r"\bTraceback\b|\b\w+Error\b", text):
        return None
    asked = _HI.sub("", last, count=1)
    if not _TALKS.search(asked):
        return None
    kind = next((kind for kind, pattern in _patterns().items() if pattern.fullmatch(asked)), None)
    if kind is None or (kind == "can" and question.before and re.search(r"\b(?:it|this)\b(?! thing)", asked, re.IGNORECASE)):
        return None
    if kind == "can" and len(abouts.telling(" ".join(before))) > MOST_TOLD:
        return None  # "..., what do I do first?" asks about what was told
    if kind == "mistakes" and _IS_IT.fullmatch(asked) and not _ENGLISH.search(" ".join([*before, *question.earlier("user")])):
        return None
    if kind == "mistakes":
        return _checked(before, question)
    if kind == "and you" and not re.search(r"\b(?:i|i'm|im|my|we)\b", " ".join(before), re.IGNORECASE):
        return None
    greeting = f"Nice to meet you, {name}! " if (name := _named(" ".join([*before, last[: len(last) - len(asked)]]))) else ""
    return says(greeting + read_table("chat.yaml")[kind]["say"], guarded=True)


def _checked(before: list[str], question: Question) -> Answer:
    """Return what is wrong in the sentences before the question, or in the last message that was one."""
    told = [part for part in before if not _SMALL.fullmatch(part)]
    texts = [" ".join(told), *question.earlier("user")]
    text = next((one for one in texts if len(one.split()) >= FEWEST and not _ASKS.match(one)), "")
    if not text:
        return says(SEND_IT)
    mended = correct(text)
    if re.sub(r"\W", "", mended) == re.sub(r"\W", "", text):
        return says(NOTHING.format(CHECKED, text), guarded=True)
    return says(f'Not everything was right. It should be: "{mended}"', guarded=True)


def _named(text: str) -> str:
    """Return the name with which somebody greets; "" if there is none."""
    told = _NAME.search(text)
    return "" if told is None or told["name"].casefold() in _NOT_NAMES else told["name"].capitalize()


@cache
def _patterns() -> dict[str, re.Pattern]:
    return {kind: re.compile(f"(?:{one['asked']}){_ENDS}", re.IGNORECASE) for kind, one in read_table("chat.yaml").items()}
