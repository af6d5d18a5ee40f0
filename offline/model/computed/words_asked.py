"""What is asked of a single English word: a sentence with it, what part of speech it is, how it is said (data/word_uses.yaml); and the same of another word."""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .grammar import correct
from .question import Answer, Question, says

LONGEST = 110  # characters
NEITHER = "I am the offline stand-in, and my few rules of English do not tell which of the two is right."
UNKNOWN = 'I am the offline stand-in, and do not know what part of speech "{}" is.'
_WORD = r"(?:the )?(?:english )?(?:words? |verb |noun |adjective |adverb )?[\"'“”‘’]?(?P<word>[a-z-]{2,})[\"'“”‘’]?"
_END = r"(?:\s+(?:please|pls|in english|for me))*\W*\Z"
_PARTS = "noun|verb|adjective|adverb|pronoun|preposition|conjunction"
_SENTENCE = (
    Regex(rf"\b(?:use|put) {_WORD} in (?:a|an example|one|some) (?:\w+ )?sentences?{_END}", re.IGNORECASE, needs="sentence"),
    Regex(rf"\b(?:sentences?|examples?)(?: sentences?)? (?:with|for|of|using|containing|that (?:has|uses)) {_WORD}(?: in it)?{_END}", re.IGNORECASE, needs="example sentence"),
)  # fmt: skip
_KIND = (
    Regex(rf"\b(?:part of speech|kind of word|type of word|word class|sort of word)\b(?: is| of| for)? {_WORD}{_END}", re.IGNORECASE, needs="class kind sort speech type"),
    Regex(rf"\A\W*(?:hi,? |hello,? |so )?is {_WORD} (?:an? )?(?:{_PARTS})(?: or (?:an? )?(?:{_PARTS}))?{_END}", re.IGNORECASE, needs="adjective conjunction noun preposition verb"),
)  # fmt: skip
_SAID = Regex(
    rf"\b(?:pronounce|pronunciation of|say out loud) {_WORD}{_END}|\bhow is {_WORD.replace('word>', 'word2>')} (?:pronounced|said|spoken){_END}",
    re.IGNORECASE,
    "pronounc pronunciation say said spoken",
)
_ASKED_OF = r"(?:plural|past tense|past participle|past form|simple past|synonyms?|antonyms?|opposite|rhymes?|part of speech|pronunciation|pronounce|spell)"
_OF_ONE = Regex(
    rf"\b{_ASKED_OF}\b(?: form| tense)?(?: (?:of|for|with|to))? {_WORD}{_END}",
    re.IGNORECASE,
    needs="antonym opposite participle past plural pronounce pronunciation rhyme simple speech spell synonym tense",
)
_ABOUT_ONE = Regex(
    rf"\b(?:words?|rhymes?|mean\w*|sentence|pronounce|spell|speech) (?:for|with|like|of|is|as)? ?{_WORD}{_END}", re.IGNORECASE
)
_OTHERS = Regex(
    r"\A\W*(?:(?:and|ok|what about|how about|now)\W+)*(?:(?:of|for|with|the (?:word|plural of|past of)) )?[\"'“‘]?(?P<words>[a-z]+(?:(?:,|,? and|, and for| and of| or) [a-z]+){0,3})\W*\Z",
    re.IGNORECASE,
)
_OF_SEVERAL = Regex(
    rf"\b(?P<form>{_ASKED_OF})s?(?: form| tense)? (?:of|for) (?P<words>[a-z]+(?:, [a-z]+)*,? and [a-z]+)\W*\Z",
    re.IGNORECASE,
    needs="antonym opposite participle past plural pronounce pronunciation rhyme simple speech spell synonym tense",
)
_QUOTE = "[\"'“‘”’]"
_EITHER = Regex(
    rf"\A\W*(?:(?:do|should|can) (?:you|i|we) (?:say|write)|is it|what is (?:right|correct)|which (?:one )?is (?:right|correct))\W+{_QUOTE}(?P<one>[^\"“”]{{3,40}}?){_QUOTE} or {_QUOTE}(?P<other>[^\"“”]{{3,40}}?){_QUOTE}\W*\Z",
    re.IGNORECASE,
)
_ANOTHER_FORM = Regex(
    rf"\A\W*(?:(?:and|ok|now|what about|how about|what is|what's|whats)\W+)*(?:its |the |an? |some )?(?P<form>{_ASKED_OF}s?)(?: (?:of|for) (?:it|that))?\W*\Z",
    re.IGNORECASE,
    needs="antonym opposite participle past plural pronounce pronunciation rhyme simple speech spell synonym tense",
)
# Endings that tell the part of speech, but for the words after them.
_ENDINGS = (
    ("ly", "adverb", "friendly lovely lonely ugly silly family early daily only elderly likely lively costly deadly holy weekly monthly yearly reply supply apply rely fly jelly belly bully july italy orderly cowardly unlikely"),
    ("ness", "noun", "harness witness"), ("tion", "noun", "mention question function motion station"), ("ment", "noun", "implement comment compliment experiment document cement torment"),
    ("ship", "noun", "worship"), ("hood", "noun", ""), ("ism", "noun", ""), ("ity", "noun", ""), ("ous", "adjective", ""), ("ful", "adjective", "handful spoonful mouthful cupful armful"), ("less", "adjective", "unless bless less nevertheless nonetheless regardless"),
)  # fmt: skip


def answer(question: Question) -> Answer | None:
    """Return what is asked of a word; None if nothing of the kind is, or the word is not known."""
    text = question.text.strip()
    if len(text) > LONGEST:
        return None
    if found := next((found for pattern in _SENTENCE if (found := pattern.search(text))), None):
        return _sentence(found["word"].casefold())
    if found := next((found for pattern in _KIND if (found := pattern.search(text))), None):
        return _kind(found["word"].casefold())
    if found := _EITHER.search(text):
        return _either(found["one"], found["other"])
    if found := _OF_SEVERAL.search(text):
        return _answered(
            [f"{found['form']} of {word}" for word in re.findall(r"[a-z]+", found["words"].replace(" and ", " "))], question
        )
    if found := _SAID.search(text):
        return _said((found["word"] or found["word2"]).casefold())
    return _of_another(question, text)


def _sentence(word: str) -> Answer | None:
    used = _known().get(word, {}).get("used")
    return says(f'"{used}"', about="words") if used else None


def _kind(word: str) -> Answer | None:
    kind = _known().get(word, {}).get("is")
    if kind is None:
        ending, kind = next(
            ((end, kind) for end, kind, but in _ENDINGS if word.endswith(end) and word not in but.split()), ("", None)
        )
        why = f' (most words that end in "-{ending}" are)'
    else:
        why = ""
    return (
        says(f'"{word.capitalize()}" is {_article(kind)} {kind}{why}.', short=kind, about="words")
        if kind
        else says(UNKNOWN.format(word), guarded=True)
    )


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _either(one: str, other: str) -> Answer:
    """Say which of two phrases is right: the one in which there is no mistake to mend."""
    right = [text for text in (one, other) if correct(text).rstrip(".").casefold() == text.casefold()]
    return says(f'"{right[0]}" is right.', short=right[0]) if len(right) == 1 else says(NEITHER, guarded=True)


def _said(word: str) -> Answer | None:
    said = _known().get(word, {}).get("said")
    return (
        says(f'"{word.capitalize()}" is said like "{said}"; the part in capitals is the loudest.', short=said, about="words")
        if said
        else None
    )


def _of_another(question: Question, text: str) -> Answer | None:
    """Answer "and of sheep?" after "what is the plural of mouse?", and "and the opposite?" after what was asked of a word."""
    earlier = [said.strip() for said in question.earlier("user")]
    asked = next((said for said in earlier if not _goes_on(said)), "")
    form, others = _ANOTHER_FORM.search(text), _OTHERS.search(text)
    found = (_OF_ONE.search(asked) or (_ABOUT_ONE if form else _KIND[1]).search(asked)) if form or others else None
    if found is None:
        return None
    if form:
        return _answered([f"{form['form']} of {found['word']}"], question)
    words = re.findall(r"[a-z]+", re.sub(r"\b(?:and|or|of|for)\b", " ", others["words"], flags=re.IGNORECASE), re.IGNORECASE)
    return _answered([f"{asked[: found.start('word')]}{word}{asked[found.end('word') :]}" for word in words], question)


def _goes_on(text: str) -> bool:
    return len(text.split()) < 7 and bool(_OTHERS.search(text)) and not _OF_ONE.search(text) and not _ABOUT_ONE.search(text)


def _answered(asks: list[str], question: Question) -> Answer | None:
    """Return the answers to some questions as one; None if one of them has none."""
    from .. import one_question
    from . import on_facts

    alone = [question.asking(ask, before=()) for ask in asks]
    found = [on_facts(one) or one_question.answer(one, 3) for one in alone]
    return says(" ".join(one_question.plainly(one.ways) for one in found if one), about="words") if asks and all(found) else None


@cache
def _known() -> dict[str, dict[str, str]]:
    return read_table("word_uses.yaml")
