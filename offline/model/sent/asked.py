"""Answer a question about a text that is sent along, with the sentence of the text that tells it."""

import re

from ..computed.english import STOPWORDS, english
from ..computed.payload import sentences
from ..injections import without
from ..meaning import knowledge, likeness, stem
from ..regex import Regex
from .reading import Done, Sent

_QUESTION = r"(?:(?:from|in|at|on|to|for|with|by|of) )?(?:who|whom|whose|what|when|where|which|why|how)\b[^?:]*"
_HEAD = Regex(
    rf"(?:(?:based on|using|according to|from|given|in|read|answer from|look at|after reading)\b[^,:?]{{0,40}}\b(?:this|text|passage|article|paragraph|context|information|email|message|story|following)\b[^,:?]{{0,20}}?[,:]?\s*(?:and )?(?:then )?(?:please )?(?:tell me |say |answer:? ?)?)?"
    rf"(?P<asked>{_QUESTION})\W*",
    re.IGNORECASE,
)
_NUMBER_WANTED = Regex(r"\bhow (?:much|many|old|far|long|fast|big)\b|\bcosts?\b|\bprice\b|\btotal\b", re.IGNORECASE)
_AMOUNT = Regex(r"\d+|\b(?:twice|half|double|triple|times|more|less|older|younger|each|per)\b", re.IGNORECASE)
_AT_IT = Regex(
    r"\b(?:this|the|following|that|above|below) (?:text|passage|article|paragraph|email|mail|message|story|letter|note|review)\b|\b(?:read|according to|based on|from) (?:this|the following)\b",
    re.IGNORECASE,
)
_BEHIND = Regex(
    rf"(?:(?:here is|here's|this is|read|given|consider|look at)?\s*(?P<called>(?:an?|the|this|my|some|following)? ?(?:short )?(?:text|passage|article|story|context|email|message|paragraph|information|note)\s*(?:is)?\s*[:.]\s*))?(?P<body>\S.*?[.!][\"”]?)\s+(?:question:\s*)?(?P<asked>{_QUESTION}\?)\W*",
    re.IGNORECASE | re.DOTALL,
)
_IT = Regex(r"(?:It|He|She|They|Its|His|Her|Their)\b")  # what the first sentence is about
_SPEAKS = Regex(r"\b(?:i|i'm|im|my|me|we|our|you|your|us)\b", re.IGNORECASE)
_OF_WHAT = Regex(r"\A(?:(?:to|in|from|at|on|with) )?(?:which|what) (?:city|town|country|place|person|man|woman|animal|day|year|month|color|colour|company|language|job|sport|food)\b(?= \w)", re.IGNORECASE)  # fmt: skip
_SPAM = Regex(
    r"spam|(?:is|does|do you think|could|would)\b[^:]{0,30}\b(?:spam|scam|phishing|a fraud|fraudulent)\b[^:]{0,40}",
    re.IGNORECASE,
    "spam scam phishing fraud",
)
_WH = (
    (Regex(r"\A(?:who|whom|whose)\b", re.IGNORECASE), Regex(r"(?<=.)\b[A-Z][a-zÀ-ž]+|\A[A-Z]\w+")),
    (Regex(r"\A(?:when|what time|which day|what day|how long)\b", re.IGNORECASE), Regex(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|night|noon|\b(?:today|tomorrow|yesterday|week|month|year|spring|summer|autumn|winter)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE)),
    (Regex(r"\Ahow old\b", re.IGNORECASE), Regex(r"\b(?:is|was|am|are|aged|turns|turned) (?:now )?\d+\b|\d+[- ]years?\b", re.IGNORECASE)),
    (Regex(r"\A(?:how (?:much|many|old|far|high|big|tall|heavy|long|wide|fast|deep)|what (?:does|did) .* cost|what is the price)\b", re.IGNORECASE), Regex(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|half|dozen|free)\b", re.IGNORECASE)),
    (Regex(r"\Awhy\b", re.IGNORECASE), Regex(r"\b(?:because|since|due|as|so|therefore|of|afraid)\b", re.IGNORECASE)),
)  # fmt: skip
LEAST, LEAST_SAID, ALIKE = 0.6, 0.34, 0.9
SHAPED, LATER = (
    0.15,
    0.05,
)  # what a sentence gains that has a day for "when", and by the later words of a question, which say most
SPAM = 2  # signs
ALONE = 25  # words of a sentence that is the whole text: it tells what is asked of that text


def answer(sent: Sent) -> Done | None:
    """Return what a text tells of a question; None if none is asked, or the text does not tell it."""
    if _SPAM.fullmatch(sent.head) and " or " not in sent.head:
        return _spam(sent.body)
    asked = _HEAD.fullmatch(sent.head)
    if not asked or len(sent.body.split()) < 5 or re.search(r"[=(){}]", sent.body):
        return None
    explicit = bool(_AT_IT.search(sent.head))
    quoted = (
        len(sent.body.split()) >= 8 and sent.asked.endswith("?") and bool(re.search(r"\b(?:he|she|it|they|the)\b", sent.head))
    )
    if not explicit and not quoted:
        return None
    found = told(asked["asked"], sent.body, LEAST_SAID if explicit else LEAST)
    alone = explicit and len(sentences(sent.body)) == 1 and len(sent.body.split()) <= ALONE
    shape = next((shape for starts, shape in _WH if starts.search(asked["asked"])), None)
    return found or (Done(sent.body) if alone and shape and shape.search(sent.body) else None)


def behind(text: str) -> Done | None:
    """Return the answer to a question that stands behind the text that tells it; None where that text is about the user, or does not tell it."""
    found = _BEHIND.fullmatch(text.strip())
    if not found or (not found["called"] and (_SPEAKS.search(text) or len(sentences(found["body"])) < 2)):
        return None
    if not found["called"] and _NUMBER_WANTED.search(found["asked"]) and len(_AMOUNT.findall(found["body"])) > 1:
        return None  # which is to be worked out
    body = re.sub(r"\A(?:read|text|story|passage)(?: this)?\s*:\s*", "", found["body"].strip('"“” '), flags=re.IGNORECASE)
    return told(found["asked"], body, LEAST_SAID if found["called"] else LEAST)


def told(asked: str, body: str, least: float) -> Done | None:
    """Return the sentence of a text that has at least the share `least` of a question's telling words, and tells what is asked for."""
    wanted = [word for word in _stems(_OF_WHAT.sub("", asked)) if word not in _VAGUE]
    wh = next((shape for starts, shape in _WH if starts.search(asked.strip())), None)
    parts = [part for part in sentences(without(body)) if not part.endswith("?")]
    names = [name for name in re.findall(r"(?<=\s)[A-Z]\w+", asked) if any(name in part for part in parts)]
    best: tuple[float, str] = (0.0, "")
    for part in [part for part in parts if all(name in part for name in names)] or parts:
        said = [*_stems(part), *(_stems(parts[0]) if _IT.match(part) else [])]
        near = [max((likeness(word, other) for other in said), default=0.0) for word in wanted]
        shares = [one + LATER * place for place, one in enumerate(near) if one >= ALIKE]
        share = sum(shares) / max(len(wanted), 1) + (SHAPED if wh and wh.search(part) else 0.0)
        if share > best[0]:
            best = (share, part)
    return Done(best[1], obeys=frozenset({"brief"})) if wanted and best[0] >= least else None


_VAGUE = frozenset(
    map(
        stem,
        "text say says tell told passage article story message email mail does main about according following mentioned".split(),
    )
)


def _stems(text: str) -> list[str]:
    past = {form: base for base, form in english().past.items()}
    words = [past.get(word, word) for word in re.findall(r"\w+", text.casefold()) if word not in STOPWORDS]
    return list(dict.fromkeys(stem(word) for word in words if word not in knowledge().ignored))


def _spam(text: str) -> Done | None:
    """Return whether a text has the signs of spam, and which."""
    signs = [found[0] for pattern in english().spam if (found := re.search(rf"(?:{pattern})", text, re.IGNORECASE))]
    if len(signs) >= SPAM:
        return Done(f'Yes, it looks like spam: it has "{signs[0]}" and "{signs[1]}".', short="Yes")
    if signs:
        return Done(f'It may be spam: it has "{signs[0]}". Do not open links in it before you know who sent it.', short="Maybe")
    return Done("No, I see no sign of spam in it.", short="No")
