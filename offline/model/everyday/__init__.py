"""Everyday wishes: a recipe, a mail, a trip, a name, a formula ... One module a kind, each with `answer(wish) -> Answer | None`.

The first kind that has an answer gives it; what none of them has may be known by what it is about (data/answers/).
What is said in later messages ("without nuts", "it was 4 days late") is a detail of the wish before, if that
changes its answer.
"""

import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType

from ..computed.payload import head
from ..computed.question import Answer, Question
from ..regex import Regex
from . import taken_up
from .belonging import belongs
from .wish import NUMBER, Wish, counted

KINDS = "continuing in_words describing errors sql_told sql lists loops formulas quizzes outlines verses short_forms plans events jokes selling naming recommending weighing trips meals recipes workouts".split()
TAKE_TEXTS = frozenset("selling continuing lists errors sql sql_told formulas".split())
"""Kinds that take what is sent along for what it is: code, or what is to be told."""
MADE = frozenset(
    "verses short_forms plans events jokes selling naming recommending trips meals recipes workouts quizzes outlines".split()
)
"""Kinds that make a text, which has to take up what was wished for."""
STRICT = frozenset({"workouts"})  # what is passed over there may hurt somebody
FARTHEST = 4  # messages back, that a detail may belong to
LONGEST_DETAIL = 200  # characters
# A whole sentence that only tells something: it asks nothing, and is not about the one who says it.
_TELLS = Regex(
    r"(?!.*\b(?:i|i'm|im|my|me|we|our|us)\b)\A\W*(?!(?:\w+ )?(?:ideas?|suggestions?|inspiration)\b)(?!(?:what|how|why|can|could|tips?|help|explain|tell|show|give|write|make|create|please|generate|build|fix|solve|remove|clean)\b)"
    r"(?:[^\s?]+\s+){6,}[^\s?]+\.\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_YES_OR_NO = Regex(  # "is it bad to skip breakfast?" wishes for no breakfast
    r"\W*(?:(?:hi|hello|hey|so|and|ok)\W+)*(?:is|are|does|did|was|were|isn['’]?t|aren['’]?t|doesn['’]?t)\b(?! (?:there|you|anyone|anybody|this|that|these|it (?:better|worth|possible)))",
    re.IGNORECASE,
)
_NOT_MEANT = Regex(r"[,(]\s*not (?:the|an?) \w+\)?", re.IGNORECASE, needs="not")  # "temperature (the setting, not the weather)"
_OF_ONESELF = Regex(r"\W*(?:(?:hi|hello|hey)\W+)?(?:my name is|i'?m called|i am called) [^?.!]*[.!]?\W*", re.IGNORECASE)
_FAVORITE = Regex(
    r"\A\W*(?:and |so )?my favou?rite (?:\w+ ){1,3}?(?:is|are|was)\b[^?]*\Z|\A\W*(?:and |so )?(?:what|which) colou?rs? (?:is|are|was|were|does|do) my [\w ]+\W*\Z",
    re.IGNORECASE,
)  # tells what somebody likes, or asks what was told
_ON_TEXT = Regex(r"count|how many|number of|letters|vowels|reverse|sort|[:\"“]", re.IGNORECASE)
_SENT = Regex(
    r"\W*(?:please |can you |could you )*(?:translate|summari[sz]e|correct|fix|rewrite|rephrase|proofread|shorten|paraphrase|improve|check|classify|extract|count)\b[^:\n]*(?::|\"|“|')",
    re.IGNORECASE,
)
_ON_CODE = Regex(
    r"\b(?:python|code|function|script|program|javascript|js|sql|regex|html|css|git|linux|bash|terminal|string|list|dict|array|csv|api|class)\b|\bhow (?:can|do|to) (?:i )?count\b",
    re.IGNORECASE,
)

_ON_THE_WORLD = Regex(  # a whole sentence that asks how the world is, not what to do
    r"(?:(?<=[.!?] )|\A)(?:why (?:is|are|do|does|did|was|were) (?!(?:my|i|our|we|it|this|he|she|they)\b(?! have leap))|who (?:is|was|were)\b|what (?:is|are|was|were) (?!(?:wrong|the best|a good|best|good)\b)|how (?:does|do|did) (?!(?:i|we|you)\b)|when (?:was|were|did)\b)[^.!?]*[.!?]?",
    re.IGNORECASE,
)
_OTHER_CODE = Regex(
    r"\b(?:javascript|js|typescript|java|c\+\+|c#|php|ruby|rust|golang|kotlin|swift|sql|html|css|bash|powershell|excel|matlab|perl|scala)(?![\w+#])",
    re.IGNORECASE,
)
_PYTHON = Regex(r"\b(?:python|pandas|import|def)\b", re.IGNORECASE)
_NO_DETAIL = Regex(
    r"\A\W*(?:(?:oh|ok|okay|ah|hm+|actually|well)\b\W*)?(?:(?:and|but|so)\b\W*)?(?!no (?!\w+ (?:is|was|are)\b)\w+(?: \w+)?(?: please| actually| pls| though| tho)?\W*(?:\Z|,))(?:who|what(?! if\b)|whats|what's|when|where|why|how|which|is|are|does|did|was|were|do you|translate|summari[sz]e|hi|hello|thanks|thank you|bye|yes|no|ok|okay|another|repeat)\b(?!\W*\Z)",
    re.IGNORECASE,
)
_CHANGES = Regex(
    r"\W*(?:and |now |please |can you |could you |but )*(?:give|change|turn|put|end|finish|rewrite|replace) (?:it|that|this|them|the \w+)\b",
    re.IGNORECASE,
    needs="change end finish give put replace rewrite turn",
)  # no detail of a wish
_TEXT_ABOUT = Regex(
    r"\b(?:titles?|headlines?|slogans?|captions?|tweets?|haikus?|limericks?) (?:for [\w ]+ )?(?:about|on)\b",
    re.IGNORECASE,
    needs="caption haiku headline limerick slogan title tweet",
)
_IS_TRUE = Regex(r"\W*is it (?:really )?true\b", re.IGNORECASE)
_SO_MANY = Regex(
    rf"\b({NUMBER}) (?:\w+ )?(?:tips?|ideas?|questions?|topics?|games?|activities|icebreakers?|ways?|things?|steps?|reasons?|suggestions?|tricks?|pieces of advice|points?)\b",
    re.IGNORECASE,
)
_OF_TEXT = Regex(  # how a text is to be changed, which is no detail of what it tells
    r"\W*(?:(?:please|can you|could you|ok|now|but|hm+|no|and|it(?:'s| is)|that(?:'s| is)|make it|make that|sounds?)\W+)*(?:(?:a (?:bit|little)|way|much|far|still|more|less|not|very)\W+)*(?:(?:too (?!formal|informal)\w+(?: \w+)?)|funny|(?:add|mention|include|put in|say) (?:something|a (?:line|sentence|word|bit)) about .*|without (?:any )?rhymes?|(?:that|it) (?:does not|doesn'?t|should(?: not|n'?t)?) rhyme|no rhymes?)(?: please| for (?:me|him|her|them))?\W*",
    re.IGNORECASE,
    needs="about funny rhyme too",
)
_TOO_FORMAL = Regex(r"\b(?:too|less) formal\b", re.IGNORECASE, needs="formal")
_ITEM = Regex(r"\n?^\d+\. .*$", re.MULTILINE)


def answer(question: Question) -> Answer | None:
    """Return the answer to an everyday wish, or to the one before with what is added to it now; None for anything else."""
    from .. import commissions  # its letters and cards need the words of this room

    if commissioned := commissions.answer(question):
        return commissioned
    asked = tuple(question.earlier("user"))
    replied = (question.earlier("assistant") or [""])[0]
    found = (
        None
        if _YES_OR_NO.match(question.text)
        else _first(Wish(question.text, before=asked[::-1], replied=replied, told=question.told))
    )
    if found:
        return found if belongs(found, question) else None
    detail = None
    no_detail = (
        len(question.text) > LONGEST_DETAIL
        or _CHANGES.match(question.text)
        or _NO_DETAIL.match(question.text)
        or _OF_TEXT.fullmatch(question.text)
    )
    if not no_detail:
        detail = _with_details(question.asking(_TOO_FORMAL.sub("more informal", question.text)), asked)
    if detail and "?" not in question.text:
        return detail
    about = _about(question)
    return about if about and belongs(about, question) else detail


def _first(wish: Wish) -> Answer | None:
    """Return the answer of the first kind that has one; a text that was sent along asks for nothing on its own."""
    asked = head(wish.text)
    kinds = KINDS if asked is None else [kind for kind in KINDS if kind in TAKE_TEXTS or _kind(kind).answer(Wish(asked))]
    return next((found for kind in kinds if (found := _made(kind, wish))), None)


def _made(kind: str, wish: Wish) -> Answer | None:
    """Return what a kind makes of a wish, if it takes up most of it."""
    make = _kind(kind).answer
    if kind not in MADE:
        return make(wish)
    found = taken_up.checked(wish.text, lambda text: make(replace(wish, text=text)))
    return None if found and found.cannot and kind in STRICT else found


@cache
def _kind(name: str) -> ModuleType:
    """Return the module of a kind; it is imported when first it is asked."""
    return import_module(f".{name}", __name__)


def _with_details(question: Question, asked: tuple[str, ...]) -> Answer | None:
    """Return the answer to the latest wish in `asked` (the latest first) with what was said since then and now, if that makes it another one."""
    details = [question.text]
    for earlier in asked[:FARTHEST]:
        if usual := _first(Wish(earlier, tuple(details[:-1]), told=question.told)):
            found = _first(Wish(earlier, tuple(details), told=question.told))
            return found if found and found.ways != usual.ways else None
        if not _NO_DETAIL.match(earlier):
            details.insert(0, earlier)
    return None


def _about(question: Question) -> Answer | None:
    """Return what is known by what it is about; of a list, as many as were asked for. What is known as a whole question goes first."""
    from ..computed.sums_told import zones

    text = _NOT_MEANT.sub(" ", head(question.text) or question.text)
    found = None if zones.apart(text) else question.known.about(text)
    if _TEXT_ABOUT.search(text):
        return None  # a title about saving is no advice on saving
    if found and _IS_TRUE.match(text) and found["say"][0][1].startswith("1. "):
        return None  # tips are no answer to whether something is true
    if (
        found is None
        or _TELLS.match(text)
        or _FAVORITE.match(text)
        or _OF_ONESELF.fullmatch(text)
        or _SENT.match(text)
        or (not _ON_CODE.search(text) and _computed(question))
    ):
        return None
    if question.known.knows(text):
        found = question.known.forms_of([text], question.told, wholly=True) or found
    if _in_other_code(text, found["say"]) or _covers_too_little(text, found["say"], question):
        return None
    ways = [(weight, _cut(said, text)) for weight, said in found["say"]]
    short = found["short"][0][1] if "short" in found else None
    return Answer(ways, short, {form: some for form, some in found.items() if form != "say"})


def _in_other_code(text: str, ways) -> bool:
    """Return whether a question names a language, and the answer is Python code: a function in Java is no function in Python."""
    return bool(_OTHER_CODE.search(text)) and not _PYTHON.search(text) and any("```python" in said for _, said in ways)


def asks_on_the_world(text: str) -> bool:
    """Return whether a text asks how the world is, rather than what to do."""
    return bool(_ON_THE_WORLD.search(text))


def _covers_too_little(text: str, ways, question: Question) -> bool:
    """Return whether an answer is to what is told beside a question about the world, not to the question, or is code where none is asked for."""
    if not (asked := _ON_THE_WORLD.search(text)):
        return False
    if not _ON_CODE.search(text) and any("```" in said for _, said in ways):
        return True
    beside = f"{text[: asked.start()]} {text[asked.end() :]}"
    besides = question.known.about(beside) if re.search(r"\w+ \w+ \w+", beside) else None
    return bool(besides) and besides["say"] == ways and question.known.about(asked[0]) is None


def _computed(question: Question) -> bool:
    """Return whether the answer can be worked out: "255 in binary" asks for a number, not for a program."""
    from ..computed import calculator, cannot_know, equations, texts, units

    on_texts = (texts,) if _ON_TEXT.search(question.text) else ()
    return any(kind.answer(question) for kind in (*on_texts, cannot_know, equations, units, calculator))


def _cut(said: str, text: str) -> str:
    wanted = _SO_MANY.search(text)
    items = list(_ITEM.finditer(said))
    if not wanted or len(items) <= (count := counted(wanted[1])):
        return said
    return said[: items[count].start()] + said[items[-1].end() :]
