"""Questions without an answer as they stand, asked in other words: "true or false: ...", "compare ... and ...", "how big are they?" of what was asked before.

The other words are in data/rewordings.yaml, those of second messages in data/second_messages.yaml. What "it", "they" or "that" means is taken from the question before, or from the reply to it.
"""

import re
from collections.abc import Iterator
from functools import cache

from ...tables import read_table
from .. import pointing
from ..everyday.wish import counted, listed
from ..instructions.points import points
from ..language import folded
from ..regex import Regex
from . import explaining
from .english import STOPWORDS
from .question import Answer, Question, says

LONGEST = 160  # characters of a question
DEEPEST = 3  # what is asked in other words is not put into other words again
STEM = 4  # letters by which a word is known in another form
LONGEST_NAME = 3  # words of a question before that "it" may mean
_HI = Regex(
    r"\A\W*(?:(?:and|but|so|ok|okay|now|please|pls|hi|hello|hey|well|also|then|hm+|interesting|sorry|hi|haha|lol|nice one|good one|cool|wow|thanks|thank you|oh|great|nice|i see)\b[\s,!.:]*)+",
    re.IGNORECASE,
)
_END = Regex(r"[\s,]*(?:\b(?:please|pls|plz|thanks|thank you|exactly|actually)\b)?[\s.?!]*\Z", re.IGNORECASE)
_ROUNDABOUT = Regex(
    r"\A(?:(?:good (?:morning|evening|afternoon|day)|sir|madam|kindly)\W+)*(?:(?:could|can|would|will) you (?:please |kindly |also |maybe )*(?:tell|explain|say|let)(?: to)?(?: me| us)?(?: know)?|(?:may|can|could) i (?:please )?(?:ask|know)(?: you)?|i(?: would like|'d like| want| need| wanted)? to (?:know|ask)(?: you)?|i was wondering|i wonder|do you (?:happen to )?know|any idea|(?:tell|explain)(?: to)? me|explain)\s+(?P<asked>(?:what|who|where|when|why|how|which)\b.+)",
    re.IGNORECASE,
)
_VAGUE = Regex(r"\b(?:roughly|approximately|more or less|exactly|about) (?=(?:when|where|how)\b)", re.IGNORECASE)
_NOT_TURNED = Regex(
    r"(?P<asks>what|who|where|when|why|how(?: \w+)?) (?P<what>(?:the|an?|this|that) [\w' -]{2,50}?) (?P<verb>is|are|was|were)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_ARTICLE = Regex(r"\A(?:an?|the|some) ", re.IGNORECASE)
_VERB = Regex(r"\A(?P<what>.+?) (?P<verb>is|are|was|were|can|will|has to|must) (?P<rest>.+)", re.IGNORECASE)
_TWO = Regex(
    r"\A(?P<head>(?:what|who|which|where|when|how \w+)(?:'s| is| are| was| were)? )(?P<one>the .+?),? and (?P<other>the .+)",
    re.IGNORECASE,
)
_POINTS = Regex(
    r"\b(?P<it>its?|he|his|she|her|him|they|their|them|these|those|this|that|there)\b(?! (?:is|are|was|were) (?:a|an|the|any|some)\b)",
    re.IGNORECASE,
)
_WHEN = Regex(
    r"\A(?:when|what year|which year|in (?:what|which) year)(?: (?:was|is|did|were))? ?(?:that|this|it)?(?: (?:happen|exactly|(?P<did>invented|discovered|made|built|written|painted|founded|published)))*\Z",
    re.IGNORECASE,
)
_YEAR = Regex(r"\b(?:1\d\d\d|20\d\d)\b(?! (?:BC|meters|km|kilometers|people))")
_CAPITALS = Regex(r"(?<=\w )[A-Z][\w'’.-]*(?: (?:(?:of|the|and|de|da|van|von) )*[A-Z][\w'’.-]*)*")
_DOES_SO = Regex(r"(?<=^why do )(?:they|it|we|people) do (?:that|this|so|it)\Z", re.IGNORECASE)
_LED = Regex(r"\A(?:which|what|do|does|did|can|is|are|why|how|when)\b (?:do |does |did |can )?", re.IGNORECASE)
_SUPERLATIVE = Regex(r"\A(?:\w{2,}est|most \w+|least \w+|first|last|best|worst)\b ?", re.IGNORECASE)
_NO_NAME = frozenset(
    "whats whos hows wheres what which who when where why how much many long far old big large tall high fast work works mean means tell know explain something interesting about true called name give list says say said line say says said line thx thanks thank hello hi ok okay".split()
)


def answer(question: Question) -> Answer | None:
    """Return the answer to the question in other words; None where there is none in those either."""
    text = _END.sub("", _HI.sub("", question.text.replace("’", "'")))
    if not 3 < len(text) <= LONGEST or question.goes_on_from_nothing:
        return None
    direct = _direct(text)
    if direct != text and (said := _asked(f"{direct}?", question)):
        return said
    return _in_other_words(text, question) or _both(text, question) or (_pointing(text, question) if question.before else None)


def _direct(text: str) -> str:
    """Return a question that is asked in a roundabout way: "could you tell me what the difference is between ..." is "what is the difference between ..."."""
    found = _ROUNDABOUT.match(text)
    asked = _VAGUE.sub("", found["asked"] if found else text)
    turned = _NOT_TURNED.fullmatch(asked)
    return f"{turned['asks']} {turned['verb']} {turned['what']}{turned['rest']}" if turned else asked


def second(text: str, before: tuple[dict, ...]) -> str:
    """Return a later message in the words that are understood (data/second_messages.yaml); as it is where it is none of them."""
    said = _END.sub("", _HI.sub("", text.replace("’", "'")))
    if not before or not 2 < len(said) <= LONGEST:
        return text
    for pattern, row in _rewordings("second_messages.yaml"):
        if (found := pattern.fullmatch(said)) and re.search(row.get("after", ""), before[-1]["content"]):
            return row["as"].format(a=next((value for value in found.groups() if value), ""))
    return text


def _asked(text: str, question: Question) -> Answer | None:
    """Return the answer to a question that stands for itself; None for a weak one."""
    from .. import one_question

    alone = question.asking(text, before=())
    found = one_question.answer(alone, DEEPEST) or explaining.answer(alone)
    return found if found and not found.weak and not found.guarded else None


def _in_other_words(text: str, question: Question) -> Answer | None:
    for pattern, row in _rewordings("rewordings.yaml"):
        if not (found := pattern.fullmatch(text)):
            continue
        named = {name: value.strip() for name, value in found.groupdict().items() if value}
        if set(named.values()) & {"it", "that", "this", "they", "them"}:
            continue  # what is meant by it is found by `_pointing`
        if row.get("both"):
            return _side_by_side(list(named.values()), question)
        statement = named.get("a", "")
        if moved := _VERB.match(statement):
            named["moved"] = f"{moved['verb']} {moved['what']} {moved['rest']}"
            named["swapped"] = f"{moved['verb']} {moved['rest']} {moved['what']}"
            if judged := _statements().get(folded(statement)):
                return says(f"{judged}.", short=judged.partition(":")[0])
        for template in row["as"]:
            if set(re.findall(r"\{(\w+)\}", template)) <= set(named) and (
                said := _asked(f"{template.format(**named)}?", question)
            ):
                return _so_many(said, counted(named["n"])) if "n" in named else said
    return None


def _so_many(found: Answer, count: int) -> Answer:
    """Return what an answer tells as so many points, or as those that there are."""
    from .. import one_question

    text = one_question.plainly(found.ways)
    facts = points(text, count) or points(text, 1 + text.count(". ")) or [text]
    fewer = f"I know {len(facts)} of them:\n\n" if len(facts) < count else ""
    return says(fewer + listed(facts), about=found.about)


def _side_by_side(things: list[str], question: Question) -> Answer | None:
    """Return what each of two things is, where both are known."""
    from .. import one_question

    told = [_asked(f"what is {_ARTICLE.sub('', thing)}?", question) for thing in things]
    texts = [one_question.plainly(one.ways) for one in told if one]
    if len(texts) < 2 or texts[0] == texts[1] or "\n" in "".join(texts):
        return None
    plainer = [one_question.plainly(one.forms.get("child", one.ways)) for one in told if one]
    return says(" ".join(texts), forms={"child": [(1.0, " ".join(plainer))]} if plainer != texts else {})


def _both(text: str, question: Question) -> Answer | None:
    """Return the answers to "what's the A and the B?", where both are known."""
    from .. import one_question

    if not (found := _TWO.fullmatch(text)):
        return None
    told = [_asked(f"{found['head']}{part}?", question) for part in (found["one"], found["other"])]
    return says(" ".join(one_question.plainly(one.ways) for one in told if one)) if all(told) else None


def _pointing(text: str, question: Question) -> Answer | None:
    """Return the answer to a question that says "it" of what was asked or answered before."""
    replied, asked = question.earlier("assistant")[:1], question.earlier("user")[:2]
    if not replied or not asked:
        return None
    if (when := _WHEN.fullmatch(text)) and (
        not when["did"] or when["did"][:5].casefold() in f"{asked[0]} {replied[0]}".casefold()
    ):
        years = list(dict.fromkeys(_YEAR.findall(replied[0])))
        return says(f"In {years[0]}.", short=years[0]) if len(years) == 1 else None
    if does := _DOES_SO.search(text):
        done = _LED.sub("", _END.sub("", _HI.sub("", asked[0])))
        return _asked(f"{text[: does.start()]}{done}?", question)
    if not (found := _POINTS.search(text)):
        return _asked(text, question) if text != question.text.rstrip("?.! ") else None
    for name, other in _put_in(text, found, asked, replied[0]):
        head = _SUPERLATIVE.sub("", name)
        if (said := _asked(other, question)) and ((question.known.knows(other) and head == name) or _names_it(said, head)):
            return said
    return None


def _names_it(found: Answer, name: str) -> bool:
    """Return whether an answer speaks of a thing: one that does not understood the question in another way."""
    from .. import one_question

    said = folded(one_question.plainly(found.ways))
    return any(word[:STEM] in said for word in folded(name).split() if len(word) > 2)


def _put_in(text: str, found: re.Match, asked: list[str], replied: str) -> Iterator[tuple[str, str]]:
    """Yield what "it" may mean, the likeliest first, with the question that has it in its place."""
    of_reply = [(name, other) for other, name in pointing.named(text, replied)]
    if person := found["it"].casefold() in ("he", "his", "him", "she", "her"):
        yield from of_reply
    own = "'s" if found["it"].casefold() in ("its", "his", "their") else ""
    for name in dict.fromkeys(name for earlier in asked for name in _names(earlier)):
        yield name, f"{text[: found.start()]}{name}{own}{text[found.end() :]}?"
    if not person:
        yield from of_reply


def _names(asked: str) -> Iterator[str]:
    """Yield what a question may be about: names with capitals, then its other words, the longest first."""
    capitals = [found[0] for found in _CAPITALS.finditer(asked) if found[0].casefold() not in STOPWORDS | _NO_NAME]
    yield from capitals
    words = re.findall(r"[\w'’-]+", asked)
    for length in range(LONGEST_NAME, 0, -1):
        for start in range(len(words) - length + 1):
            name = words[start : start + length]
            part = " ".join(name)
            if not {name[0].casefold(), name[-1].casefold()} & (STOPWORDS | _NO_NAME) and not any(
                part in one for one in capitals
            ):
                yield part


@cache
def _statements() -> dict[str, str]:
    """Return the statements of the quizzes, in small letters, and whether they are true."""
    quizzes = (one["questions"] for name, one in read_table("everyday/quizzes.yaml").items() if name.startswith("true or false"))
    return {folded(statement): str(judged) for questions in quizzes for statement, judged in questions}


@cache
def _rewordings(table: str) -> list[tuple[Regex, dict]]:
    return [(Regex(row["asked"], re.IGNORECASE, row.get("needs", "")), row) for row in read_table(table)]
