"""Wishes about a list that was given before: "which is best?", "the cheapest", "add a first-aid kit", "without number 2", "only the first two"."""

import re
from dataclasses import dataclass, replace

from ..abouts import stems
from ..everyday.wish import NUMBER, counted
from ..meaning import stem
from ..regex import Regex
from .english import STOPWORDS
from .picked import ORDER
from .question import Answer, Question, says

LONGEST = 100  # characters of a wish
BACK = 3  # replies, that the list may be away
FEWEST, MOST = 2, 30  # items of a list
_ITEM = Regex(r"^(?P<sign>\d+[.)]|[-*•]) (?P<text>.+)$", re.MULTILINE)
_LED = r"\W*(?:(?:and|ok|okay|so|but|thanks|thank you|great|nice|cool|hm+|please|pls|now|then|can you|could you|would you|good|lovely|haha|also|oh)\b\W*)*"
_ONE = r"(?:one|of (?:these|those|them|the (?:two|three|four|five))|idea|name|option|tip|suggestion|dish|recipe|gift|present|point|place)"
_PICK = Regex(
    rf"{_LED}(?:which|what)(?: {_ONE})*(?: (?:is|are|was|would be|do you think is|would you say is|should i|do i|do you|would you))*(?: (?:the|your|my))?(?: (?:most|very))? ?(?P<how>best|favou?rite|nicest|prettiest|most important|important|like(?: (?:most|best|the most))?|choose|pick|take|recommend|prefer|start with|go for|suggest|funniest|coolest|cutest|most useful|useful)(?: {_ONE})*(?: to (?:start|begin)(?: with)?)?\W*|{_LED}(?:pick|choose)(?: (?:one|your favou?rite|the best(?: one)?))?(?: for me)?\W*",
    re.IGNORECASE,
)
_MOST = Regex(
    rf"{_LED}(?:which|what)?(?: {_ONE})*(?: ?(?:is|are|was|would be|costs|takes))?(?: ?the)? ?(?P<how>cheapest|least expensive|costs? (?:the )?least|most expensive|dearest|fastest|quickest|takes? (?:the )?least time|slowest|shortest|longest)(?: {_ONE})*\W*",
    re.IGNORECASE,
)
_ADD = Regex(rf"{_LED}(?:add|put|include|i also (?:need|want)|you forgot)(?: (?:in|on|also|me|another|one more))*(?: point| item| line)?:? (?P<what>[^?]{{2,60}}?)(?: (?:to|on|in|into) (?:it|the list|this|that|my list|this list))?(?: too| as well| please| pls)*\W*", re.IGNORECASE)  # fmt: skip
_DROP = Regex(rf"{_LED}(?:(?:remove|delete|drop|skip|leave out|take (?:out|off|away)|cut|without|not|no) (?:the |number |point |item |no\. )*(?P<what>[^?]{{1,40}}?)(?: (?:one|point|item))?(?: (?:from|off|out of) (?:it|the list|this|that))?(?: please| pls)*)\W*", re.IGNORECASE)  # fmt: skip
_ONLY = Regex(rf"{_LED}(?:(?:only|just|give me|make it|cut it to|keep|an?|shorter|short|list|the)\W+)*(?:only |just )?(?:the )?(?:(?:first|top|best) (?P<first>{NUMBER})|(?P<count>{NUMBER}) (?:are|is|would be|items?|of them) ?(?:enough)?|(?:only|just) (?P<only>{NUMBER})|(?<=make it )(?P<made>{NUMBER}))(?: ones| please| items| points| of them| are enough)*\W*", re.IGNORECASE)  # fmt: skip
_LIKES = Regex(rf"{_LED}(?:i (?:really )?(?:like|love|prefer|take|choose|want|would like|'ll take|will take)|let's take|my favou?rite is) the (?P<nth>first|second|third|fourth|fifth|last)(?: one)?(?: best| most| the most| then)?\W*|{_LED}the (?P<nth2>first|second|third|fourth|fifth|last)(?: one)? (?:is|sounds|looks) (?:\w+ )?(?:nice|good|great|cute|best|lovely|perfect|cool|funny)\W*", re.IGNORECASE)  # fmt: skip
_FIGURES = {"time": Regex(r"(\d+) (?:minutes|min\b|hours)"), "money": Regex(r"(\d+) (?:euros?|dollars?|pounds?)|[€$£] ?(\d+)")}
NO_TASTE = (
    "I would take this one: {}. But I have no taste of my own, and I do not know what matters to you: I am the offline stand-in."
)
FIRST = "I would begin with the first one: {}. But it depends on what matters most to you: I am the offline stand-in, and I have no taste of my own."


@dataclass(frozen=True)
class _List:
    """The last reply, as far as it is a list: what stands before, the items, and what stands after."""

    before: str
    items: list[str]
    after: str
    numbered: bool

    def written(self, items: list[str]) -> str:
        lines = [f"{f'{place}.' if self.numbered else '-'} {item}" for place, item in enumerate(items, 1)]
        return f"{self.before}{chr(10).join(lines)}{self.after}"


def chosen(question: Question) -> Answer | None:
    """Return the item of the list before that is asked for, or the one that somebody likes; None for anything else."""
    text, _, given = _given(question)
    if given is None:
        return None
    if found := _LIKES.fullmatch(text):
        place = ORDER[(found["nth"] or found["nth2"]).casefold()]
        return says(f"A good choice: {_plain(given.items[place])}.") if -len(given.items) <= place < len(given.items) else None
    if found := _MOST.fullmatch(text):
        return _by_figure(given, found["how"].casefold())
    if _PICK.fullmatch(text):
        return says((FIRST if len(given.items[0].split()) > 4 else NO_TASTE).format(_plain(given.items[0])))
    return None


def answer(question: Question) -> Answer | None:
    """Return what a wish makes of the list in the last reply; None where there is none, or for anything else."""
    text, said, given = _given(question)
    if given is None or "ngredients" in said:
        return None
    if found := _ONLY.fullmatch(text):
        count = counted(found["first"] or found["count"] or found["only"] or found["made"])
        return says(given.written(given.items[:count])) if 0 < count < len(given.items) else None
    if found := _ADD.fullmatch(text):
        what = re.sub(r"\A(?:an?|some) ", "", found["what"].strip())
        return says(given.written([*given.items, what[:1].upper() + what[1:]])) if len(what.split()) <= 8 else None
    if found := _DROP.fullmatch(text):
        return _dropped(given, found["what"].strip().casefold())
    return None


def halved(said: str, *, bare: bool = False) -> str:
    """Return a list with the first half of its items; "" for a text that is none, or that has steps. `bare`: without what stands around it."""
    given = None if re.search(r"^(?:- \d|Day \d)", said, re.MULTILINE) else _list(said)
    if given is None:
        return ""
    if bare:
        given = replace(given, before="", after="")
    return given.written(given.items[: (len(given.items) + 1) // 2])


def _given(question: Question) -> tuple[str, str, _List | None]:
    """Return a wish, the latest reply with a list, and that list; None where there is none."""
    text = " ".join(question.text.replace("’", "'").split())
    replied = question.earlier("assistant")[:BACK] if 0 < len(text) <= LONGEST else []
    said, given = next(((one, found) for one in replied if (found := _list(one))), ("", None))
    return text, said, given


def _list(said: str) -> _List | None:
    found = list(_ITEM.finditer(said))
    if not FEWEST <= len(found) <= MOST or re.search(r"```", said):
        return None
    signs = {one["sign"][-1] for one in found}
    return _List(said[: found[0].start()], [one["text"] for one in found], said[found[-1].end() :], bool(signs & {".", ")"}))


def _by_figure(given: _List, how: str) -> Answer | None:
    """Return the item with the least or the most money, minutes or letters, as far as the list tells it."""
    kind = "money" if re.search(r"cheap|expensive|cost|dear", how) else "time"
    figures = [
        (float(next(filter(None, found.groups()))) * (60 if "hours" in found[0] else 1), item)
        for item in given.items
        if (found := _FIGURES[kind].search(item))
    ]
    most = bool(re.search(r"most exp|dearest|slowest|longest", how))
    if len(figures) < len(given.items):
        if re.search(r"shortest|longest", how) and all(len(item.split()) <= 4 for item in given.items):
            figures = [(float(len(item)), item) for item in given.items]
        else:
            return None
    return says(f"{_plain((max if most else min)(figures, key=lambda one: one[0])[1])}.")


def _dropped(given: _List, what: str) -> Answer | None:
    """Return the list without an item: by its number, or by its words."""
    place = ORDER.get(what, int(what) - 1 if what.isdigit() else None)
    if place is not None:
        left = (
            [item for item in given.items if item != given.items[place]]
            if -len(given.items) <= place < len(given.items)
            else None
        )
        return left and says(given.written(left))
    words = frozenset(stem(word) for word in re.findall(r"\w{3,}", what) if word not in STOPWORDS)
    left = [item for item in given.items if not words & stems(item)] if words else given.items
    return says(given.written(left)) if FEWEST <= len(left) < len(given.items) else None


def _plain(item: str) -> str:
    return re.sub(r"[\[\]|<>*`]", "", item).rstrip(" .:;")
