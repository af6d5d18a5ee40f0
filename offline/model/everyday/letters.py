"""Mails, letters and messages that say what was told: to whom, for what purpose, with which facts, in which tone.

    "email to my landlord that the heating is broken since Monday and I have a baby. polite but firm"
    -> to: landlord; purpose: repair; facts: "The heating is broken since Monday, and I have a baby."; tone: firm

The purposes and what is said for each are in data/everyday/letters.yaml.
"""

import re
from dataclasses import replace
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.english import STOPWORDS
from ..computed.question import Answer
from . import besides
from .letter_grammar import sound
from .letter_reading import EVENT, Letter, beyond, read
from .wish import UNSAFE, Wish, capital, has, mended, sentence

LONGEST = 500  # characters of a request
GENERAL = ("request", "tell")  # purposes that a letter has if no other fits

_FAMILY = "son|daughter|wife|husband|mother|father|mom|dad|sister|brother|child|kid|baby|cat|dog|he|she"


def answer(wish: Wish) -> Answer | None:
    """Return the letter that is wished for, in full and short; None if none is."""
    if len(wish.whole) > LONGEST or UNSAFE.search(wish.whole) or beyond(wish.text):
        return None
    asked, signed = _signed(wish)
    if not (letter := read(asked)):
        return None
    if not letter.what and not letter.facts and _purpose(letter)[0] == "tell":
        return None
    brief = has(wish.whole, "shorter|short|brief|briefly")
    full, short = (_written(letter, wish.whole, brief=one).replace("[Your name]", signed) for one in (False, True))
    return Answer([(1.0, short if brief else full)], forms={"short": [(1.0, short)]}, about=letter.what)


def _signed(wish: Wish) -> tuple[Wish, str]:
    """Return a wish without the sentences that tell its tone or who signs, and the lines of the signature."""
    signed, (first, *more) = "[Your name]", besides.sentences(wish.text) or [wish.text]
    details, left = [], [first]
    for told, kept in [(one, left) for one in more] + [(one, details) for one in wish.details]:
        if found := besides.signature(told):
            signed, told = found
        if told and (kept is details or not besides.is_manner(told)):
            kept.append(told)
    if len(left) + len(details) == 1 + len(more) + len(wish.details):
        return wish, signed
    return replace(wish, text=". ".join(one.rstrip(".") for one in left), details=tuple(details)), signed


def _written(letter: Letter, said: str, *, brief: bool) -> str:
    name, purpose = _purpose(letter)
    manner = re.sub("|".join(map(re.escape, letter.facts)) or r"\Z", " ", said, flags=re.IGNORECASE)
    tone = next((tone for tone, words in _known().tones.items() if has(manner, words)), "")
    told = [sound(_told_to(fact, letter, name)) for fact in letter.facts]
    what = _subject(letter, name, told)
    reason = what if letter.what or name == "invitation" else ""
    bare_fact = (
        "" if (name == "apology" and reason) or (letter.asks and not letter.what) else sentence(_filled(purpose["bare"], what))
    )
    facts = " ".join([" ".join(map(sentence, told)) or bare_fact, *letter.asks])
    body = _filled(purpose["begin"], what, facts, reason)
    close = letter.who.casefold().removeprefix("best ") in _known().close or letter.kind in ("text", "tell", "invite")
    then = _then(
        letter,
        purpose["close"]
        if close and "close" in purpose
        else purpose["whose"]
        if letter.whose and "whose" in purpose
        else purpose.get(tone, purpose["then"]),
        brief=brief,
    )
    message = has(letter.kind, r"texts?|sms|messages?|note|tell|whats ?app|card")
    warm = tone == "friendly" or name in ("thanks", "farewell", "invitation")
    bye = (
        "Yours sincerely"
        if tone == "formal"
        else "See you soon"
        if close and message and name != "apology"
        else "Warm regards"
        if warm
        else "Kind regards"
    )
    text = (
        f"{_hello(letter, close or message, tone)}\n\n{capital(' '.join(body.split()))}\n\n{capital(then)}\n\n{bye}\n[Your name]"
    )
    return text if message or letter.kind == "invite" else f"Subject: {capital(_filled(purpose['subject'], what))}\n\n{text}"


def _subject(letter: Letter, purpose: str, told: list[str]) -> str:
    """Return what a letter is about, in a few words."""
    if purpose == "application":
        return re.sub(
            r"\A(?:an? |the )?(?:(?:job|position|role) (?:as|of|at) )?(?:an? |the )?|\s+(?:job|position|role)\Z",
            "",
            mended(letter.what),
        )
    if letter.what:
        return mended(letter.what)
    if purpose == "invitation" and (event := EVENT.search(letter.text)):
        return f"my {event[0].casefold()}"
    return _briefly(mended(told[0])) if told else ""


def _briefly(fact: str) -> str:
    """Return the first words of a fact, as they stand in a subject line."""
    words = re.split(r"\s+(?:for|since|because|and|so|yesterday|today|tomorrow|when|which|who)\s|,", fact)[0].split()[:8]
    while len(words) > 3 and words[-1].casefold() in STOPWORDS:
        words.pop()
    return " ".join(words).rstrip(",.")


def _then(letter: Letter, then: str, *, brief: bool) -> str:
    """Return what follows the facts: an offer that was told, and what the purpose says."""
    if letter.offer:
        then = f"To make up for it, I would like to offer you {mended(letter.offer).strip(' ,.')}. {'' if brief else then}"
    elif brief:
        then = re.split(r"(?<=[.!?])\s", then)[0]
    return then.strip()


def _purpose(letter: Letter) -> tuple[str, dict]:
    """Return the purpose that the kind of letter tells, or else the first whose words are in the request."""
    known = _known().purposes
    special = [name for name, one in known.items() if name not in GENERAL and has(letter.kind, one["words"])]
    fits = [
        name
        for name, one in known.items()
        if has(letter.text, one["words"]) and ("to" not in one or has(letter.who or "boss", one["to"]))
    ]
    if any(fact.startswith("please remember to ") for fact in letter.facts):
        return "remember", known["remember"]
    name = "late_delivery" if "late_delivery" in fits and special in (["apology"], []) else [*special, *fits][0]
    return name, known[name]


def _filled(text: str, what: str, facts: str = "", reason: str = "") -> str:
    """Put what was told into a text of a purpose."""
    values = {
        "<facts>": facts, "<what>": what or "this", "<What>": capital(what or "a question"), "<what-of>": f" {reason}" if reason else "",
        "<about>": f" about {reason}" if reason else "", "<accept>": "" if re.search(r"\baccept", facts) else f"I gladly accept{f' {reason}' if reason else ''}.",
        "<what-to>": f" to {_yours(reason)}" if reason else "", "<for>": f" for {reason}" if reason else "",
    }  # fmt: skip
    for place, value in values.items():
        text = text.replace(place, value)
    return text


def _yours(what: str) -> str:
    what = re.sub(
        r"\A(?:my |our )?(?:friends?|family|colleagues?|neighbou?rs?|everyone|them|him|her)\s+to\s+",
        "",
        what,
        flags=re.IGNORECASE,
    )
    return what if re.match(r"(?:my|our|the|an?)\b", what, re.IGNORECASE) else f"the {what}" if re.match(r"\w+\Z", what) else what


def _told_to(fact: str, letter: Letter, purpose: str) -> str:
    """Return a fact in words to the reader: "they lost my suitcase" is "you lost my suitcase" to an airline."""
    if letter.whose:
        fact = re.sub(r"\A(?:he|she)\b", letter.whose, fact, flags=re.IGNORECASE)
    if purpose == "late_delivery":
        fact = re.sub(
            r"\Ait is about (?=an? |the )",
            "your order was ",
            re.sub(r"\Ait (?=was |came |arrived )", "your order ", fact, flags=re.IGNORECASE),
        )
    if has(letter.who, "friend|boss|teacher|neighbou?r|colleague|customer|client") and not letter.whose:
        fact = re.sub(rf"\A((?:(?!\b(?:{_FAMILY})\b).)*?)\b(?:his|her|their) (?=\w)", r"\1your ", fact, flags=re.IGNORECASE)
    if letter.who and not letter.whose:  # "that I miss her", told to her
        fact = re.sub(r"\A((?:i|we) [\w' ]+) (?:her|him|them)\Z", r"\1 you", fact, flags=re.IGNORECASE)
    if has(letter.who, _known().groups):
        for pattern, right in (
            (r"\bthey(?: are|'re)\b", "you are"),
            (r"\bthey\b", "you"),
            (r"\btheir\b", "your"),
            (r"\bthem\b", "you"),
        ):
            fact = re.sub(pattern, right, fact, flags=re.IGNORECASE)
    return fact


def _hello(letter: Letter, close: bool, tone: str) -> str:
    who, close = letter.who.strip(), close and tone != "formal"
    if has(who, _known().groups) or (not who and not has(letter.kind, "invite|invitation")):
        return "Hello," if close else "Dear Sir or Madam,"
    return f"{'Hi' if close else 'Dear'} {_title(who)},"


def _title(who: str) -> str:
    """Return how somebody is addressed: by the name that was told, or with a place for it."""
    who = re.sub(r"\A.*(?:'s|’s) ", "", who)
    if named := re.search(r"\b(Mr|Mrs|Ms|Dr|Prof) ([A-Z]\w+)\Z", who):
        return f"{named[1]}. {named[2]}"
    if named := re.search(r" ((?:Miss )?[A-Z]\w+)\Z", who):
        return named[1]
    low = who.casefold()
    if who[:1].isupper() or low in ("mom", "mum", "dad", "grandma", "grandpa", "mother", "father", "grandmother", "grandfather"):
        return capital(who)
    if low in ("professor", "doctor"):
        return "Professor [name]" if low == "professor" else "Dr. [name]"
    if not who or low in ("work", "school", "job"):
        return "[name]"
    several = {"mothers": "mother", "everyone": "all", "everybody": "all", "all": "all"}.get(
        low, who if re.search(r"(?<!s)s\Z|team|family|children|people", low) else ""
    )
    return several or f"[{who}'s name]"


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/letters.yaml"))
