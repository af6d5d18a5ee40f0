"""Correct a text, or say it in another tone or tense, by a few rules of English."""

import re

from ..regex import Regex
from .english import english
from .payload import payload
from .question import Answer, Question, says

_CORRECT = Regex(
    r"\b(?:correct|fix|mend|proofread|check|improve)\b.{0,40}?\b(?:grammar|spelling|typos?|mistakes?|errors?|english|punctuation|this|it|following|sentence|text)\b(?: of| in)?(?: this| the| following| sentence| text)*|\bcorrect\b(?=\s*:)|\bfix\b(?=\s*:)",
    re.IGNORECASE,
)
_TONE = Regex(
    r"\b(?:make|rewrite|say|write|rephrase|put|turn|change)\b.{0,40}?\b(polite(?:ly|r)?|formal(?:ly)?|professional(?:ly)?|friendl(?:y|ier)|casual(?:ly)?|informal(?:ly)?|nicer?)\b",
    re.IGNORECASE,
)
_TENSE = Regex(r"\b(?:past tense|simple past|in the past)\b", re.IGNORECASE)
NOTHING = 'I see no mistake in it, but I only know a few rules: "{}"'


def answer(question: Question) -> Answer | None:
    """Return the text that was sent along as it was asked to be rewritten; None if nothing of that kind is asked."""
    head = question.text[:120]
    if re.search(r"\b(?:python|code|function|bug|script|program)\b|[(){}=]", head):
        return None
    if _TENSE.search(head) and (body := payload(question)):
        return says(_in_the_past(body))
    if found := _TONE.search(head):
        if body := payload(question):
            return says(_in_tone(body, found[1].casefold()))
        return None
    if (found := _CORRECT.search(head)) and (body := payload(question)):
        mended = correct(body)
        return says(mended if re.sub(r"\W", "", mended) != re.sub(r"\W", "", body) else NOTHING.format(body))
    return None


def correct(text: str) -> str:
    """Return `text` without the mistakes that a few rules find: spelling, "i", "a" and "an", "he don't", "i has"."""
    text = re.sub(r"[A-Za-z']+", lambda found: _spelled(found[0]), text)
    text = re.sub(r"\bi\b(?!\.e)", "I", text)
    text = re.sub(r"\b([Aa]) (?=[aeioAEIO]\w)(?!(?:one|once|use|uni|eu)\w*)", r"\1n ", text)
    text = re.sub(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ][a-z]+\b)", r"\1 ", text)
    for pattern, right in (
        (r"\b(he|she|it) don't\b", r"\1 doesn't"), (r"\b(he|she|it) do not\b", r"\1 does not"), (r"\b(he|she|it) have\b", r"\1 has"),
        (r"\b(he|she|it) were\b", r"\1 was"), (r"\b(he|she|it) are\b", r"\1 is"), (r"\b(I|you|we|they) has\b", r"\1 have"),
        (r"\b(you|we|they) was\b", r"\1 were"), (r"\b(you|we|they) is\b", r"\1 are"), (r"\bI is\b", "I am"), (r"\bI are\b", "I am"),
        (r"\b(I|you|we|they) doesn't\b", r"\1 don't"), (r"\b(he|she|it) (go)\b", r"\1 goes"), (r"\b(could|should|would|must) of\b", r"\1 have"),
        (r"\b(I|you|we|they|he|she) (?:have )?seen (?=\w+ yesterday)", r"\1 saw "), (r"\bmore (better|bigger|faster|easier)\b", r"\1"),
        (r"\byour (?=(?:welcome|right|wrong|late)\b)", "you're "), (r"\bdidn't (?:went)\b", "didn't go"), (r"\b(he|she|it) (like|want|need|work|live|walk|play|eat|make|know)\b(?! to be)", r"\1 \2s"),
        (r"\bthere (?=(?:car|house|dog|cat|friend|mother|father|names?|children)\b)", "their "), (r"\bthem (?=(?:books|cars|people|things)\b)", "those "),
        (r"\s+([,.!?;:])", r"\1"), (r" {2,}", " "),
    ):  # fmt: skip
        text = re.sub(pattern, right, text, flags=re.IGNORECASE)
    if len(text.split()) > 2:
        text = re.sub(r"(\A|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text)
        text = text if re.search(r"[.!?…:\"')]\Z", text.rstrip()) else text.rstrip() + "."
    return text


def _spelled(word: str) -> str:
    right = english().misspelled.get(word.casefold())
    return word if right is None else right[0].upper() + right[1:] if word[0].isupper() else right


def _in_tone(text: str, tone: str) -> str:
    if tone.startswith(("polite", "nice", "friend")):
        return _politely(text, warm=not tone.startswith("polite"))
    if tone.startswith(("casual", "informal")):
        long_ones = {long: short for short, long in english().contractions.items()}
        return _replaced(text, long_ones)
    text = _replaced(_replaced(text, english().contractions), english().formal)
    text = re.sub(r"(\A|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text)
    text = re.sub(r"Madam, ?,? ?(\w)", lambda found: f"Madam, {found[1] if found[1] == 'I' else found[1].lower()}", text)
    return correct(text)


def _politely(text: str, *, warm: bool) -> str:
    text = correct(text)
    text = re.sub(r"\bI want\b", "I would like", text)
    first = text.split(maxsplit=1)[0] if text.split() else ""
    if re.fullmatch(
        r"(?:Send|Give|Tell|Show|Help|Call|Write|Bring|Stop|Close|Open|Answer|Reply|Fix|Finish|Do|Come|Check|Pay|Wait|Get|Make|Put|Let|Turn|Be|Move|Hurry|Clean|Sign|Return|Explain|Read)",
        first,
    ):
        text = f"Could you please {text[0].lower()}{text[1:].rstrip('.!')}?"
    elif not re.search(r"\bplease\b", text, re.IGNORECASE):
        text = f"{text} Could you please help with that?" if text.endswith(".") and not warm else text
    return f"Hi! {text} Thank you so much!" if warm else f"{text} Thank you."


def _replaced(text: str, table: dict[str, str]) -> str:
    text = text.replace("’", "'")
    for old, new in table.items():
        text = re.sub(
            rf"\b{re.escape(old)}\b",
            lambda found, new=new: new[0].upper() + new[1:] if found[0][0].isupper() else new,
            text,
            flags=re.IGNORECASE,
        )
    return text


def _in_the_past(text: str) -> str:
    def past(found: re.Match) -> str:
        word = found[0].casefold()
        base = word if word in english().past or word in english().verbs else word.removesuffix("s")
        if base in english().past:
            return english().past[base]
        if base in english().verbs and (word == base or word == base + "s"):
            return base + "d" if base.endswith("e") else base[:-1] + "ied" if re.search(r"[^aeiou]y\Z", base) else base + "ed"
        return found[0]

    return re.sub(r"(?<!to )\b[A-Za-z]+\b", past, text)
