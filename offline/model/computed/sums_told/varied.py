"""A sum that was asked before with something else in it: "and with 3 people?", "and if I buy one more?", "and 20%?", "how long for 400 km?"."""

import re

from ...regex import Regex
from ..numbers import digits
from ..question import Question

LONGEST = 80  # characters of a second question
TURNS = 4  # user's messages back that may hold the sum
_LED = r"\A\W*(?:(?:and|ok|okay|so|now|then|but|what about|how about|what if|whats if|if|what|how|about|with|for|there are|there were|we are|we were|we're|were|are|it's|it is|only|i|we|he|she|they|buy|take|get|have|need|want|bought|order|eat|of|in|at|between|among|by|also|do|does|is|much|to|pay|paid|costs?|each|the|my|a|same|pays?|when|come|comes|drive|go|goes|run|runs|works?|use|read)\b\W*)*"
_VARIES = Regex(
    r"\A\W*(?:and|what about|how about|what if|if|with|for|ok|so|but|now|then|same|in|\d)\b|\d\W*\?\W*\Z", re.IGNORECASE
)
_MORE = Regex(
    rf"{_LED}(?P<n>\d+|an?other|a)?\W*(?P<way>more|extra|additional|other|less|fewer|older|another)?(?: (?P<thing>[a-z]+))?(?: (?P<late>more|less|fewer|extra|too|again))?\W*\Z",
    re.IGNORECASE,
)
_SET = Regex(
    rf"{_LED}(?P<n>\d+(?:\.\d+)?)(?: ?(?P<what>%|[a-z]+(?:/[a-z]+)?))?(?: (?:of us|each|instead|then|too|more|left|total|apiece|of them|now|people|tip|discount|off|per hour|an hour))*\W*\Z",
    re.IGNORECASE,
)
_ADDS = Regex(
    r"\b(?P<n>\d+(?:\.\d+)?) ?(?:%|percent)(?: (?:\w+ )?(?P<what>tax|vat|tip|gst|service|off|discount|on top|more|less|rebate|cheaper))",
    re.IGNORECASE,
)
_ASKS = Regex(r"\A\W*(?:(?:and|ok|so|now|then|but)\W+)*(?:how|what|when|can|which)\b", re.IGNORECASE)
_EVENT = Regex(
    r"\W*(?:and|but|what|now|ok)?\W*(?:what )?if (?P<event>(?:(?:i|we|he|she|they) )?(?:\d+\b.*|(?:break|eat|lose|sell|give away|use|drop|drink)\b.*\d.*))",
    re.IGNORECASE,
)
_FACTS = Regex(r"(.*?[\d\w][.!;,]?)\s+(?:and |so )?(?:how|what)\b", re.IGNORECASE | re.DOTALL)
_ASKS_ANY = Regex(r"\bhow (?:old|much|many|long|far|fast)\b|\bwhat\b.*\b(?:left|total|each|price|pay|cost)\b", re.IGNORECASE)
_PEOPLE = "people|persons?|friends|kids|children|guests|adults|of us|ways|students|colleagues|roommates"
_PEOPLE_NUMBER = rf"(?<![\d.])(?P<n>\d+)(?= (?:\w+ )?(?:{_PEOPLE})\b)|(?:we (?:are|were)|we're|between|among|split by|divided by|by|into|are) (?P<n2>\d+)\b(?! ?(?:%|euros?|dollars?|km|[€$£]))"
_SHAPE_WORD = re.compile(r"\b(?:areas?|perimeter|circumference|volume|diagonal|hypotenuse)\b", re.IGNORECASE)
_RESULT = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?: \w+)?\.?\W*\Z")


def varied(question: Question) -> str | None:
    """Return the sum that a second question asks for, in full; None where it is none, or there was no sum before it."""
    from . import worked_out

    if (
        not question.before
        or (
            not re.search(r"\d|\b(?:more|less|fewer|an?other)\b", digits(question.text))
            and not _SHAPE_WORD.search(question.text)
            and not _ASKS_ANY.search(question.text)
        )
        or not 0 < len(question.text) <= LONGEST
    ):
        return None
    asked = question.earlier("user")[:TURNS]
    start = next(
        (
            place
            for place, text in enumerate(asked)
            if re.search(r"\d", digits(text)) and worked_out(question.asking(text, before=()))
        ),
        None,
    )
    if start is None:
        return _with_what_was_told(question, asked)
    full = asked[start]
    for text in reversed(asked[:start]):
        full = next((one for one in _variants(full, text, "") if worked_out(question.asking(one, before=()))), full)
    last = next(iter(question.earlier("assistant")), "")
    return next((one for one in _variants(full, question.text, last) if worked_out(question.asking(one, before=()))), None)


def _with_what_was_told(question: Question, asked: list[str]) -> str | None:
    """Return a question with the numbers that were told before it: "I have 20 euros.", "How much is left if I spend 5?"."""
    from . import worked_out

    told = ""
    for text in asked if _ASKS_ANY.search(question.text) else ():
        if "?" in text or not re.search(r"\d", digits(text)) or len(text) > LONGEST:
            break
        told = f"{text.rstrip(' .!')}. {told}"
        if worked_out(question.asking(f"{told}{question.text}", before=())):
            return f"{told}{question.text}"
    return None


def _variants(asked: str, text: str, last: str):
    """Yield what a second question may ask in full, the likeliest first."""
    asked, text = digits(asked.replace("’", "'")), digits(text.replace("’", "'"))
    text = re.sub(r"\bper ?cent\b", "%", text)
    result = _RESULT.search(last)
    if (adds := _ADDS.search(text)) and result and not re.search(rf"% ?(?:\w+ )?{adds['what']}", asked, re.IGNORECASE):
        less = adds["what"].casefold() in ("off", "discount", "less", "rebate", "cheaper")
        yield f"{result[1]} {'minus' if less else 'plus'} {adds['n']}%"
        return
    if (swap := _SHAPE_WORD.search(text)) and len(text.split()) < 6:
        yield _SHAPE_WORD.sub(swap[0], asked, count=1)
    if more := _MORE.match(text):
        yield from _with_more(asked, more)
    if _VARIES.search(text) and (other := _SET.match(text)):
        yield from _with_other(asked, other["n"], (other["what"] or "").casefold(), text)
    if (event := _EVENT.match(text)) and (facts := _FACTS.match(asked)):
        yield f"{facts[1].rstrip(' ,;')}, {event['event'].rstrip(' ?')}. How many are left?"
    if _ASKS.match(text) and (
        facts := re.match(r"(.*?[\d\w][.!;,]?)\s+(?:and |so )?(?:how|what|when|can|which)\b", asked, re.IGNORECASE | re.DOTALL)
    ):
        yield f"{facts[1].rstrip(' ,;')}. {re.sub(r'^(?:and|ok|so|now|then|but)[ ,]+', '', text.strip(), flags=re.IGNORECASE).rstrip(' ?')}?"


def _with_more(asked: str, more: re.Match):
    way = (more["way"] or more["late"] or "").casefold()
    if not way and not re.search(r"\banother\b", more[0], re.IGNORECASE):
        return
    number = int(more["n"]) if (more["n"] or "").isdigit() else 1
    thing = (more["thing"] or "").casefold().rstrip("s")
    for found in re.finditer(
        r"(?<![\d.,€$£])(\d+)(?![\d.,]*\d)(?! ?%) (?!euros?|dollars?|pounds?|km|hours?|minutes?)([a-z]+)", asked, re.IGNORECASE
    ):
        if not thing or thing in ("one", "") or found[2].casefold().rstrip("s") == thing:
            changed = int(found[1]) + (-number if way in ("less", "fewer") else number)
            if changed > 0:
                yield asked[: found.start()] + str(changed) + asked[found.end(1) :]
            return
    if thing and thing not in ("one", "people", "person"):
        return
    if people := re.search(_PEOPLE_NUMBER, asked, re.IGNORECASE):
        group = "n" if people["n"] else "n2"
        yield (
            asked[: people.start(group)]
            + str(int(people[group]) + (-number if way in ("less", "fewer") else number))
            + asked[people.end(group) :]
        )


def _with_other(asked: str, number: str, what: str, text: str):
    """Yield the sum with another number where the same thing is counted, or in the question at its end."""

    def put(found: re.Match, group: str | int = 0) -> str:
        return asked[: found.start(group)] + number + asked[found.end(group) :]

    if what == "%":
        yield from (put(found) for found in re.finditer(r"\d+(?:\.\d+)?(?= ?(?:%|percent))", asked))
        return
    if what and not re.fullmatch(_PEOPLE, what):
        stem = re.escape(what.rstrip("s"))
        places = list(re.finditer(rf"(?<![\d.,])\d+(?:\.\d+)?(?= ?(?:\w+ )?{stem})", asked, re.IGNORECASE))
        yield from map(put, reversed(places))
        if not places and what.rstrip("s") in ("year", "month", "week", "day", "hour", "minute"):
            yield f"{asked.rstrip(' ?.!')} in {number} {what}?"
            return
    if (re.fullmatch(_PEOPLE, what) or not what or what == "each") and (
        people := re.search(_PEOPLE_NUMBER, asked, re.IGNORECASE)
    ):
        yield put(people, "n" if people["n"] else "n2")
        return
    if re.search(r"\b(?:each|costs?|price)\b", text, re.IGNORECASE) and (
        price := re.search(
            r"(?<![\d.,])\d+(?:\.\d+)?(?= ?(?:[€$£]|euros?|dollars?|pounds?)? (?:each|apiece|a piece))", asked, re.IGNORECASE
        )
    ):
        yield put(price)
        return
    if (link := re.search(r"\b(at|with|for) \d", text)) and (
        places := list(re.finditer(rf"\b{link[1]} (\d+(?:\.\d+)?)", asked, re.IGNORECASE))
    ):
        yield put(places[-1], 1)
    if re.search(r"\bat \d", text) and (
        pace := re.search(r"\d+(?:\.\d+)?(?= ?(?:km/?h|kmh|kph|mph|km per hour|miles per hour))", asked)
    ):
        yield put(pace)
    asks = [found.start() for found in re.finditer(r"\bhow (?:much|many|long|far)\b|\bwhat\b", asked, re.IGNORECASE)]
    start = max(asked.rfind(". "), asked.rfind(", "), asked.rfind("? "), *asks, 0)
    numbers = list(re.finditer(r"(?<![\d.,])\d+(?:\.\d+)?", asked[start:]))
    everywhere = list(re.finditer(r"(?<![\d.,])\d+(?:[.,]\d+)*", asked))
    if len(numbers) == 1:
        yield asked[:start] + asked[start:][: numbers[0].start()] + number + asked[start:][numbers[0].end() :]
    elif len(everywhere) == 1:
        yield put(everywhere[0])
    elif (of := re.search(r"\bof\W+\d", text)) and (last := re.search(r"(?<=of )\d+(?:\.\d+)?", asked)) and of:
        yield put(last)
