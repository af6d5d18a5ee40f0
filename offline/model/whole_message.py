"""Answer a whole message: one question, several in one message, or one wish with what there is to know about it."""

import re

from . import abroad, asides, computed, games, joining, one_question, pointing, several
from .answers import points
from .computed import Answer, Question
from .computed.question import says
from .instructions.following import COURTESY
from .one_question import ASKS
from .regex import Regex

_OPENS = Regex(
    r"\A\W*(?:(?:hi+|hello|hey|good (?:morning|evening|afternoon|day)|sorry|ok)\W+)*(?:i have|i've got|i got|there is) (?:an?|another|one(?: more)?) (?:\w+ )?question(?: (?:about|on) [\w ]+?)?[.,:;!]+\s+(?=\w+.*\w)|\A\W*(?:(?:oh|and|ok|okay|ah|sorry|but|just)\W+)*(?:one (?:more|last|other) (?:thing|question)|another (?:thing|question)|quick question)\W+(?=\w+.*\w)|\A\W*(?:hi+|hello|hey|good (?:morning|evening|afternoon|day))(?: there)?[,!.]+\s+(?=\w+.*\w)",
    re.IGNORECASE,
)
_WRITES = Regex(
    r"\W*(?:(?:please|can you|could you|hi|hello)\W+)*(?:write|give|make|create|compose|invent|suggest)\b", re.IGNORECASE
)
_HAS = Regex(
    r"\W*(?:i|we)(?:'ve| have|'ve got| have got| got| only have| like| love| hate| prefer) \w", re.IGNORECASE
)  # what there is to cook with, or a taste
_END = Regex(r"(?<=[.!?])\s+|\n+")
_TELL = Regex(r"\W*(?:please )?(?:explain|tell|show|give|write|make)\b", re.IGNORECASE)
PART_UNKNOWN = 'I am the offline stand-in, and I have no answer to "{}".'


def answer(question: Question) -> Answer | None:
    """Return the answer to a message, to each of its questions where there are several; None if there is none."""
    text = _OPENS.sub("", question.text)
    whole = question.asking(text)
    if found := (
        computed.labels.by_instructions(question)
        or games.answer(whole)
        or abroad.answer(whole)
        or computed.courtesy.answer(whole)
        or computed.changes.filled(whole)
        or computed.reactions.reaction(whole)
        or computed.on_subject.answer(whole)
    ):
        return found
    if (asked := asides.of_another(text)) and (found := one_question.answer(question.asking(asked))):
        return found
    pieces = several.pieces(text)
    besides = several.asks_besides(pieces, question)
    if not besides and (found := computed.word_pairs.answer(whole)):
        return found
    if computed.head(text):
        return _on_sent(whole)
    if not besides and (found := computed.on_facts(whole)):
        return found
    if len(pieces) < 2 or _sent_along(text) or question.known.knows(text) or computed.retold.wants_others(text):
        if found := one_question.answer(whole):
            return found
        if (
            asked := asides.without(text)
            or asides.meaning(text)
            or (_END.split(text.rstrip())[-1] if len(text) >= 1_000 else None)
        ):
            return one_question.answer(question.asking(asked))
        return None
    if asked := asides.meaning(text):
        return one_question.answer(question.asking(asked))
    if not any(map(ASKS.search, pieces[1:])) and (found := computed.on_a_text(whole)):
        return found
    asking = [piece for piece in pieces if ASKS.search(piece)]
    has_told = any(_HAS.match(piece) for piece in pieces)
    if (
        len(asking) == 1
        and not has_told
        and not asking[0].endswith(":")
        and question.known.knows(asking[0])
        and not points(asking[0])
        and not pointing.hangs(asking[0])
    ):
        return one_question.answer(question.asking(asking[0]))  # the others only tell why somebody asks
    if len(asking) < 2 and (found := computed.everyday.answer(whole)):
        return found  # one wish, with what there is to know about it
    if found := _wished_first(text, question):
        return found
    parts = several.each(pieces, question)
    if parts.wanted and any(map(several.orders, pieces)) and all(one in parts.on_what_is_told for one in parts.answers):
        return None  # what is wished has no answer, and what is told with it wants none
    strong = joining.different([one for one in parts.answers if not one.weak])
    if parts.open_questions and all(one.about == COURTESY for one in strong):
        strong = []  # thanks in advance are no question that is answered
    if len(strong) == 1 and not parts.open_questions:
        return strong[0]
    if len(strong) < 2 and not (strong and parts.open_questions and text.count("?") > 1):
        alone = one_question.answer(whole)
        greetings = [*parts.greetings, *(parts.answers if parts.wanted else ())] if parts.wanted or parts.answers else []
        if alone and (any(alone.ways == one.ways for one in greetings if one.weak) or (alone.weak and parts.told_more)):
            alone = None  # a greeting is no answer to the rest
        if alone and strong and any(not _TELL.match(one) for one in parts.open_questions) and alone.ways == strong[0].ways:
            alone = None  # it answers the first half only
        if alone and not alone.weak:
            return alone
        if not strong:
            return (
                None
                if parts.open_questions or parts.told_more
                else alone or (parts.answers[-1] if parts.answers and not parts.wanted else None)
            )
    missing = [says(PART_UNKNOWN.format(piece.rstrip("?!.")), guarded=True) for piece in parts.open_questions]
    return joining.joined([*strong, *missing])


def _wished_first(text: str, question: Question) -> Answer | None:
    """Return what is to be written by the first sentence, where the others only tell something; what they tell is named in a note."""
    from .everyday import besides

    first, *more = besides.sentences(text)
    more = [one for one in more if not besides.is_manner(one)]
    if not _WRITES.match(first) or not any(map(besides.is_beside, besides.sentences(text)[1:])) or any(map(ASKS.search, more)):
        return None
    found = one_question.answer(question.asking(first))
    return besides.noted(found, [one for one in more if not besides.is_polite(one)]) if found and not found.weak else None


def _on_sent(question: Question) -> Answer | None:
    """Answer a request for work on a text that is sent along; a word in that text asks for nothing."""
    return (
        computed.everyday.answer(question)
        or computed.labels.answer(question)
        or computed.on_a_text(question)
        or computed.noted.answer(question)
    )


def on_what_was_named(question: Question) -> Answer | None:
    """Return the answer to a second question on what the last reply named: "where does it end?" after "Vienna is on the Danube."."""
    last = next(iter(question.earlier("assistant")), "")
    return (
        several.about_the_named(question.text, last, question)
        if 0 < len(last) < 300 and len(question.text) < 80 and not pointing.remarks(question.text)
        else None
    )


def _sent_along(text: str) -> bool:
    """Return whether what follows is a text to work on, not a row of questions."""
    return bool(re.match(r"[^.?!\n]{3,100}:\s*\S", text)) and not re.match(r"\W*\d[.)]", text)
