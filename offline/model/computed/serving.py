"""Where the instructions make it a support agent, or somebody who listens: an apology and a next step, or what was said given back with a question.

Nothing is invented: no status of an order, no refund, no date. What the instructions tell of the case is answered elsewhere, before.
"""

import re

from ..meaning import stem
from ..regex import Regex
from . import told
from .memory import states_only, turned
from .question import Answer, Question, says
from .texts import LABEL

LONGEST = 400  # characters of a message
_SUPPORT = Regex(
    r"\b(?:customer|client|tech(?:nical)?|user|it|guest|after[- ]sales)?[- ]?(?:support|service|care|help ?desk|hotline|complaints?)\b.{0,30}\b(?:agent|assistant|bot|representative|rep|employee|team|person|staff|chatbot|specialist)?\b|\bsupport (?:agent|bot)\b|\bwork (?:in|for) (?:customer )?(?:support|service)\b",
    re.IGNORECASE,
    "support service care help hotline complaint",
)
_LISTENER = Regex(
    r"\b(?:therapist|psychologist|counsell?or|psychotherapist|listener|good friend|best friend|life coach|supportive friend|listen(?:s|ing)? (?:and|to|carefully|first))\b",
    re.IGNORECASE,
)
_NUMBER = Regex(
    r"\b(?P<what>order|booking|reservation|ticket|invoice|case|customer|contract|tracking|parcel|reference)\b(?: (?:number|no\.?|nr\.?|id|#))?[ #:]*(?P<n>(?=[\w-]*\d)[\w-]{3,20})|#(?P<m>\d{3,12})\b",
    re.IGNORECASE,
)
_LOST = (
    r"\b(?:lost|stolen|missing|left (?:my|it))\b",
    "that your {thing} is gone",
    "Please write down when and where you had it last; a card or a phone is best blocked at once, with the number that your contract names",
)
_KINDS = [  # what the message is about, what is said to it, and the next step
    (r"\b(?:not|n't|never|still)\b.{0,30}\b(?:arriv\w+|deliver\w+|come|came|here|received?|got|get|shipped|sent)\b|\bwhere(?:'s| is) my\b|\blate\b|\bwaiting for my\b|\bhasn'?t (?:come|arrived|been delivered)\b", "that your {thing} has not reached you", "Please check the tracking link in your confirmation mail, and ask at home and next door"),
    (r"\b(?:broke\w*|damaged|defect\w*|faulty|cracked|torn|scratched|wrong|incomplete|missing|dirty|too (?:small|big|large))\b", "that something is wrong with your {thing}", "Please keep it with its packaging, and take a picture of what is wrong"),
    (r"\b(?:charged?|charges|billed|bill|paid|payment|money|deducted|invoice)\b.*\b(?:twice|two times|double|wrong|too much|again|without)\b|\b(?:double|wrong) (?:charge|payment|bill)", "about the trouble with your payment", "Please have the two lines of your bank statement at hand, with date and amount"),
    (r"\b(?:refund|money back)\b", "that you had reason to ask for your money back", "Please have the receipt at hand, and say how you paid"),
    (r"\b(?:return|send (?:it |them |this )?back|exchange|swap)\b", "that your {thing} did not suit you", "Please keep it unused and with its label, and have the receipt at hand"),
    (r"\b(?:cancel\w*|unsubscribe|terminate|end my)\b", "to hear that you want to cancel", "Please look into your confirmation mail for the conditions and the last day on which you can"),
    (r"\b(?:log ?in|log in|password|account|locked|sign in)\b", "that you cannot get into your account", 'Please try "Forgot password", and look into the spam folder for the mail'),
    (r"\b(?:not work\w*|(?:does|do|did|will|can)(?:n'?t| not) (?!like|want|know|need)\w+|isn'?t working|stopped working|not working|crash\w*|error|slow|down|freezes?|freezing|frozen|broken|no signal|no connection|problem|trouble|issue)\b", "for the trouble", "Please restart the device once, and note the exact words of any message that you see, and since when it is so"),
    (r"\b(?:rude|unfriendly|terrible|awful|worst|angry|disappointed|unacceptable|complain\w*|ridiculous|scam)\b", "that we have disappointed you", "Please tell me what happened, when, and what would make it right for you"),
]  # fmt: skip
_THING = Regex(r"\b(?:my|the|a|an) (?P<thing>(?:\w+ )?(?:shoes?|dress|shirt|jacket|phone|lamp|laptop|parcel|package|order|bag|sofa|table|bike|book|watch|tv|coat|sneakers|boots|item|product|chair|delivery|pants|toy|camera|headphones|card|wallet|suitcase|luggage|keys?|passport|bags?|printer))\b", re.IGNORECASE)  # fmt: skip
_COMPLAINS = Regex(
    r"\bwhere(?:'s| is| are)\b|\bwhy\b|\bwhat (?:can|should) i do\b|\bhelp\b|n'?t\b|\bnot\b|[!.].*\?", re.IGNORECASE
)
_ORDERS = Regex(r"\W*(?:you|be|always|never|answer|reply|keep|do|don't|use|act|please|speak|help|apologi[sz]e)\b", re.IGNORECASE)
_COMMON = frozenset(
    map(stem, "order number customer support service agent please would could about there where still never again".split())
)
_QUESTIONS = [
    "How is that for you right now?",
    "What would help you most at this moment?",
    "What has been the hardest part of it?",
]
_FEELS = Regex(r"\bi(?:'m| am|’m)? (?:feel(?:ing)?|so|very|really|just|a bit|always)? ?(?P<how>lonely|sad|tired|anxious|angry|lost|stressed|afraid|scared|worried|empty|alone|nervous|overwhelmed|depressed|hopeless|hurt|guilty|ashamed|jealous|exhausted)\b", re.IGNORECASE)  # fmt: skip
_LISTENS = Regex(r"\b(?:listen|ask)\b[^.!\n]*", re.IGNORECASE)
CRISIS = Regex(r"\b(?:suicid\w+|kill myself|end my life|hurt myself|self-harm|don'?t want to live)\b", re.IGNORECASE)


def answer(question: Question) -> Answer | None:
    """Return what a support agent or a listener says to a message; None where the instructions want neither."""
    text = question.text.replace("’", "'")
    if not question.told or not 0 < len(text) <= LONGEST or CRISIS.search(text):
        return None
    if told.answer(question):
        return None
    if _SUPPORT.search(question.told):
        return _supported(question, text)
    return _listened(question, text) if _LISTENER.search(question.told) else None


def _supported(question: Question, text: str) -> Answer | None:
    numbered = _NUMBER.search(text) or next(filter(None, map(_NUMBER.search, question.earlier("user"))), None)
    thing = _THING.search(text)
    rule = _rule(question.told, text)
    if text.rstrip().endswith("?") and not _COMPLAINS.search(text):
        rule = LABEL.sub("", rule) if rule else ""
        return says(rule[0].upper() + rule[1:], about="support") if rule else None
    for pattern, sorry, step in [_LOST, *_KINDS] if thing else _KINDS:
        if re.search(pattern, text, re.IGNORECASE):
            named = thing["thing"].casefold() if thing else "order"
            said = [f"I am sorry {sorry.format(thing=named)}.", _kept(numbered), rule, f"{step}.", _next(numbered)]
            return says(" ".join(filter(None, said)), about="support")
    if _NUMBER.search(text) and len(text.split()) < 8:
        return says(f"Thank you. {_kept(numbered)} {_next(numbered)}", about="support")
    return None


def _rule(told: str, text: str) -> str:
    """Return the sentence of the instructions that has a telling word of the message: what the shop says about returns."""
    words = {stem(word) for word in re.findall(r"[a-z]{5,}", text.casefold())} - _COMMON
    for sentence in re.split(r"(?<=[.!])\s+|\n+", told):
        told_words = {stem(word) for word in re.findall(r"[a-z]{5,}", sentence.casefold())}
        if words & told_words and not _ORDERS.match(sentence):
            return sentence.strip().rstrip(".") + "."
    return ""


def _kept(numbered: re.Match | None) -> str:
    if numbered is None:
        return "Could you please give me your order or customer number, so that it can be found?"
    what = (numbered["what"] or "order").casefold()
    return f"I have noted your {what} number {numbered['n'] or numbered['m']}."


def _next(numbered: re.Match | None) -> str:
    known = "that number" if numbered else "your number"
    return f"I cannot see its status from here, and will not guess: with {known}, a colleague can look it up and come back to you. Would you like to be called, or to get a mail?"


def _listened(question: Question, text: str) -> Answer | None:
    if not states_only(text):
        return None
    said = turned(re.split(r"(?<=[.!?])\s+", text)[-1], start=False).rstrip(".!")
    felt = _FEELS.search(text)
    opening = f"It sounds as if you feel {felt['how'].casefold()}" if felt else f"I hear you: {said}"
    asked = _QUESTIONS[len(text) % len(_QUESTIONS)]
    more = (
        "That is hard to carry alone, and it is good that you say it."
        if felt
        else "Thank you for telling me; that is not a small thing."
    )
    wanted = _LISTENS.search(question.told)
    return says(f"{opening}. {more} {asked}", about="feelings", obeys=wanted[0] if wanted else "")
