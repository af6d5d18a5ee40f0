"""Correct a text, or say it in another tone or tense, by a few rules of English (see grammar.py)."""

import re

from ..answers import Ways
from ..regex import Regex
from ..sent.cutting import replaced
from . import doubts, mended_why
from .english import english
from .grammar import CHECKED, correct, in_past, spelled
from .payload import payload
from .question import Answer, Question, says

_CORRECT = Regex(
    r"\b(?:correct|fix|mend|proofread|check|improve)\b.{0,40}?\b(?:grammar|spelling|typos?|mistakes?|errors?|english|punctuation|this|it|following|sentence|text)\b(?: of| in)?(?: this| the| following| sentence| text)*|\b(?:corrige|corriges|korrigiere?|verbessere?|correggi|corrija|corrigez|corriger|correggere|korrigieren)\b.{0,40}?\b(?:ingl\w+|engl\w+|angl\w+)|\bcorrect\b(?=\s*:)|\b(?:write|rewrite|say|put|type)\b.{0,40}?\b(?:without (?:any )?(?:mistakes?|errors?|typos)|correctly|in (?:correct|proper|good) english)\b|\b(?:fix|proofread|check)\b(?=\s*:)",
    re.IGNORECASE,
    needs="check correct correggere correggi corrige corrija english fix improve korrigier mend proofread verbesser without",
)
_IS_CORRECT = Regex(
    r"\W*(?:is it (?:correct|right|ok|okay|good english|wrong) to say|(?:can|could|do|should) (?:i|you|we) say|is it)\b(?= ?[:\"“]|.*\bsay\b)[:\s]*(?=[\"“])"
    r"|\W*(?:(?:hi|hello|hey|dear|teacher|there|sir|please|can you tell me|do you know|tell me)\W+)*(?:if )?(?:is|are) (?:this|it|that|the following|these)(?: (?:sentences?|english|text|phrase))? (?:correct|right|ok|okay|good english|correct english|grammatically correct|proper english)(?: english)?\W*[?:]",
    re.IGNORECASE,
)
_TONE = Regex(
    r"(?:\b(?:make|rewrite|say|write|rephrase|put|turn|change)\b.{0,40}?\b|\A\W*(?:please )?(?:a bit |much )?more )((?:less (?:rude|harsh|angry|aggressive|direct|bossy))|polite(?:ly|r)?|formal(?:ly)?|professional(?:ly)?|friendl(?:y|ier)|casual(?:ly)?|informal(?:ly)?|nicer?)\b",
    re.IGNORECASE,
    needs="casual formal friendl less nice polite professional",
)
_TENSE = Regex(r"\b(?:past tense|simple past|past simple|in the past)\b", re.IGNORECASE, needs="past simple tense")
_PAST_OF = Regex(
    r"\W*(?:what(?:'s| is|s)? |tell me |say )?(?:the )?(?:simple )?past(?: tense| form)? (?:of|for) (?:the )?(?:verb )?[\"'“‘]?((?:to )?[a-z]+)[\"'”’]?\W*",
    re.IGNORECASE,
    needs="past",
)
_EXPLAINED = Regex(
    r"\b(?:explain|explanation|tell me (?:why|what)|why|reasons?|rules?|what (?:i did|was|is) wrong)\b", re.IGNORECASE
)
NOTHING = 'I see no mistake in it, but I only know a few rules ({}), so there may be others: "{}"'
_GREETING = Regex(
    r"\A\W*(?:hey|hi|hello|yo|heya|hiya)\b[\s,]*(?P<whom>boss|sir|madam|guys|team|all|everyone|everybody|folks|mate|dude|man|buddy|there|bro)?\b[\s,.!-]*",
    re.IGNORECASE,
)
_TO_ALL = ("guys", "team", "all", "everyone", "everybody", "folks")
_BAD_NEWS = Regex(
    r"\b(?:rejected|refused|denied|declined|cancel(?:l)?ed|failed|closed|sold out|delayed|postponed|not (?:possible|available|accepted|allowed)|no longer|unfortunately|too late|overdue|expired|wrong|cannot|can't|won't|will not)\b",
    re.IGNORECASE,
)
_ORDERS = frozenset("send give tell show help call write bring stop close open answer reply fix finish do come check pay wait get make put let turn be move hurry clean sign return explain read leave take try listen look go sit stand talk speak wash keep use buy cook ask remove delete change update refund cancel print find hand pass pick hold share forward invite remember add follow work wake speak respond deliver repair".split())  # fmt: skip
_AT_STATEMENTS = re.compile(r"(?<=[.!?])\s+|,\s+(?=(?:i|this|that|it|we|you|and|or)\b)", re.IGNORECASE)
_NO_SUBJECT = Regex(  # what somebody says who leaves out "I"
    r"(?P<am>(?:feeling|not feeling|running|going|hoping|writing|having|not going|thinking|working|sick|ill|stuck|late|unable|sorry for)\b)|"
    r"(?P<been>been\b)|(?:cannot|can't|will not|won't|will be|need|have to|had to|do not|did not|could not|want|wanted|hope|got|may|might|just wanted)\b",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Return the text that was sent along as it was asked to be rewritten; None if nothing of that kind is asked."""
    head = question.text[:120]
    if re.search(r"\b(?:python|code|function|bug|script|program)\b|[(){}=]", head):
        return None
    if _IS_CORRECT.match(question.text) and (body := payload(question)) and len(body.split()) > 2:
        mended = correct(body)
        return says(
            NOTHING.format(CHECKED, body) if _letters(mended) == _letters(body) else f'Not quite. It should be: "{mended}"',
            forms=_with_reasons(body, mended),
        )
    if _TENSE.search(head) and (body := payload(question)):
        return _past_of(body) if len(body.removeprefix("to ").split()) == 1 else says(_in_the_past(body))
    if found := _PAST_OF.fullmatch(question.text):
        return _past_of(found[1])
    if found := _TONE.search(head):
        if body := payload(question):
            return says(_in_tone(body, found[1].casefold()))
        return None
    if (found := _CORRECT.search(head)) and (body := payload(question)):
        mended = correct(body)
        if _letters(mended) == _letters(body):
            return says(NOTHING.format(CHECKED, body))
        forms = _with_reasons(body, mended)
        explained = _EXPLAINED.search(question.text.replace(body, "")) and forms
        said = [mended, forms["why"][0][1] if explained else "", doubts.note(mended, body, question.known)]
        return says("\n\n".join(filter(None, said)), forms=forms)
    return None


def in_tone(question: Question) -> Answer | None:
    """Return a text that is sent along behind a colon or between quotation marks in the tone that is asked for."""
    head, mark, _ = question.text.replace("“", '"').partition('"' if '"' in question.text or "“" in question.text else ":")
    return answer(question) if mark and _TONE.search(head[:120]) and not _CORRECT.search(head) else None


def asked(text: str) -> bool:
    """Return whether a message asks for a text to be corrected."""
    return bool(_CORRECT.search(text[:120]) or _IS_CORRECT.match(text))


def _with_reasons(wrong: str, right: str) -> dict[str, Ways]:
    """Return what was changed in a text, and why, for who asks for it afterwards."""
    told = mended_why.reasons(wrong, right)
    return {"why": [(1.0, mended_why.TOLD + told)]} if told else {}


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _past_of(verb: str) -> Answer | None:
    """Return the past tense of a single verb, and the participle where it is another; None for a verb that is not known."""
    verb = verb.removeprefix("to ").strip(" .?!").casefold()
    if (past := _in_the_past(verb)) == verb and verb not in english().past:
        return None
    participle = english().participles.get(past, past)
    more = f" (and the past participle {participle})" if participle != past else ""
    return says(f'The past tense of "{verb}" is: {past}{more}.', short=past)


def _in_tone(text: str, tone: str) -> str:
    if tone.startswith(("polite", "nice", "friend", "less")):
        return _politely(text, warm=not tone.startswith(("polite", "less")))
    if tone.startswith(("casual", "informal")):
        text = replaced(replaced(text, english().wordy), english().informal)
        long_ones = {long: short for short, long in english().contractions.items()}
        return re.sub(r"\bcome to(?=[.!,]|\Z)", "come", replaced(text, long_ones))
    return _formally(text)


def _formally(text: str) -> str:
    """Return a casual message as a formal one: greeting, full sentences with "I", no slang."""
    text = text.replace("’", "'")
    greeting = _GREETING.match(text)
    opening = (
        "" if not greeting else "Dear all,\n\n" if (greeting["whom"] or "").casefold() in _TO_ALL else "Dear Sir or Madam,\n\n"
    )
    text = re.sub(r"(?<![.\w])u(r?)(?![.\w])", r"you\1", text)
    text = re.sub(r"[A-Za-z']+", lambda found: spelled(found[0]), text[greeting.end() if greeting else 0 :])
    text = replaced(replaced(text, english().contractions), english().formal)
    sentences = [
        _full(part.strip(" .!"))
        for part in re.split(
            r"(?<=[.!?])\s+|,\s+(?=" + _NO_SUBJECT.pattern.replace("?P<am>", "?:").replace("?P<been>", "?:") + r"|sorry\b)", text
        )
        if re.search(r"\w", part)
    ]
    return opening + correct(" ".join(sentences))


def _full(clause: str) -> str:
    """Return a clause as a sentence with its subject: "cannot come in today" is "I cannot come in today."."""
    if re.fullmatch(r"(?:i am |i'm |so |very )*sorry(?: about (?:that|this|it))?", clause, re.IGNORECASE):
        return "I apologize for the inconvenience."
    if found := _NO_SUBJECT.match(clause):
        clause = ("I am " if found["am"] else "I have " if found["been"] else "I ") + clause[0].lower() + clause[1:]
    return clause if clause.endswith("?") else f"{clause}."


def _politely(text: str, *, warm: bool) -> str:
    text = correct(text)
    if warm and _BAD_NEWS.search(text):
        return (
            f"Hi! I'm sorry to have to tell you this: {_inside(text)} Please write to me if you have any questions. All the best!"
        )
    if found := re.fullmatch(r"You (?:must|have to|need to|should) (?!be\b)(.+?)[.!]*", text):
        return f"{'Hi! ' if warm else ''}Could you please {found[1]}? Thank you{' so much!' if warm else '.'}"
    for rude, soft in english().softer.items():
        text = re.sub(rf"\b{rude}", soft, text, flags=re.IGNORECASE)
    parts = [_softly(part) for part in _AT_STATEMENTS.split(text.strip()) if re.search(r"\w", part)]
    asks = any("please" in part.casefold() or part.startswith("Could you") for part in parts)
    said = " ".join(parts)
    if said == text and not asks:
        said = f"I am sorry to bring this up, but {_inside(text)}"
    return f"Hi! {said} Thank you so much!" if warm else f"{said} Thank you." if asks else said


def _inside(text: str) -> str:
    """Return a sentence as it stands inside another one."""
    return text if re.match(r"I\b", text) else text[:1].lower() + text[1:]


def _softly(part: str) -> str:
    """Return an order as a question, and what is said of "you" as what was noticed."""
    first, _, rest = part.partition(" ")
    small = first.casefold()
    if re.match(r"please\b", part, re.IGNORECASE) or part.endswith("?"):
        return part[:1].upper() + part[1:]
    if small in ("don't", "do") and (found := re.match(r"(?:don't|do not) (.+)", part, re.IGNORECASE)):
        return f"Could you please not {found[1].rstrip('.!')}?"
    if small in _ORDERS and not re.match(r"(?:is|are|was|were|will|can|has)\b", rest):
        return f"Could you please {part[0].lower()}{part[1:].rstrip('.!')}?"
    if re.match(r"You (?:are|were|always|never|forgot|did|have|keep)\b", part):
        return f"I noticed that {part[0].lower()}{part[1:].rstrip('.!')}."
    return f"{part[:1].upper()}{part[1:]}" if re.search(r"[.!?]\Z", part) else f"{part[:1].upper()}{part[1:]}."


def _in_the_past(text: str) -> str:
    return re.sub(r"(?<!\bto )(?<!\bcan )(?<!\bwill )\b[A-Za-z]+\b", lambda found: in_past(found[0]), text)
