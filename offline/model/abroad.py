"""Answer in other languages than English what people most often type first: data/tongues/ has one file a language.

A question is brought down to its *core*: its words without accents and without those that say little in that language
(`idle`). It is answered where the core is that of one of the `asks` of an answer, or where its `finds` is found in it.
The same answers are known by the English questions in data/tongues/topics.yaml, for who wants the answer in another language.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from ..tables import DATA, read_table
from . import language, questions, tongues
from .answers import Ways
from .computed.question import Answer, Question

LONGEST = 200  # characters of a question
FEWER = 0.5  # what each further way to say it weighs


@dataclass(frozen=True)
class Tongue:
    """What there is in one language; `topics` by the core of a question, `finds` and `about` as regular expressions."""

    name: str
    told: dict
    idle: frozenset[str]
    topics: dict[str, str]

    def core(self, text: str) -> str:
        """Return what of a question tells it from others."""
        return _core(text, self.idle, joined=self.told.get("joined", False), digraphs=self.told.get("digraphs", False))


def answer(question: Question) -> Answer | None:
    """Return the answer to a question in another language, or to any for which the answer is wanted in another; or None."""
    text = question.text
    if not text or len(text) > LONGEST:
        return None
    spoken = [_tongue(name) for name in tongues.candidates(text) if name in _files()]
    if question.language:
        topic = _asked_in_english(text) or next((topic for tongue in spoken if (topic := _topic(tongue, text))), None)
        return _of_topic(_tongue(question.language), topic) if question.language in _files() else None
    for tongue in spoken:
        topic = _topic(tongue, text)
        if found := _more(tongue, question) or _of_topic(tongue, topic) or _poem(tongue, text):
            return replace(found, forms=_in_english(topic, question))
    return None


def examples(name: str | None) -> list[str]:
    """Return three prompts that work in a language; none where it has no file."""
    return list(_tongue(name).told["examples"]) if name in _files() else []


def _topic(tongue: Tongue, text: str) -> str | None:
    core = tongue.core(text)
    if topic := tongue.topics.get(core):
        return topic
    said = language.folded(text)
    return next((name for name, one in tongue.told["answers"].items() if "finds" in one and re.search(one["finds"], said)), None)


def _in_english(topic: str | None, question: Question) -> dict[str, Ways]:
    """Return the answer in English, as a form, if the instructions name English."""
    if topic is None or "english" not in question.told.casefold():
        return {}
    from . import one_question

    found = one_question.answer(question.asking(questions.ways(read_table("tongues/topics.yaml")[topic][0])[0], before=()))
    return {"english": found.ways} if found else {}


def _of_topic(tongue: Tongue, topic: str | None) -> Answer | None:
    told = tongue.told["answers"].get(topic)
    return (
        Answer(_ways(told["say"]), told.get("short"), language=tongue.name, weak=topic in ("hello", "morning", "how"))
        if told
        else None
    )


def _ways(said: str | list[str]) -> Ways:
    texts = [said] if isinstance(said, str) else said
    return [(FEWER**number, text) for number, text in enumerate(texts)]


def _more(tongue: Tongue, question: Question) -> Answer | None:
    """Return another of what was said last, if another is wanted and there is one."""
    if tongue.core(question.text) not in {tongue.core(more) for more in tongue.told.get("more", ())}:
        return None
    before = question.earlier("assistant")
    for told in tongue.told["answers"].values():
        if isinstance(told["say"], list) and before and before[0] in told["say"]:
            left = [text for text in told["say"] if text not in before]
            return (
                Answer(_ways(left), language=tongue.name)
                if left
                else Answer([(1.0, tongue.told["no_more"])], language=tongue.name)
            )
    return None


def _poem(tongue: Tongue, text: str) -> Answer | None:
    """Return a short poem about something, which stands alone in it: nothing needs to be inflected."""
    poem = tongue.told.get("poem")
    found = re.search(poem["asks"], text.strip(" .!?。！？؟"), re.IGNORECASE) if poem else None
    if not found or re.search(r"[\[\]<>|\n]", found["x"]):
        return None
    about = _named(found, poem)
    if about is None or len(about.split()) > 4:
        return None
    if poem.get("capital"):  # a noun, which is the last word
        first, space, noun = about.rpartition(" ")
        about = first + space + noun[:1].upper() + noun[1:]
    about = about[:1].upper() + about[1:]
    return Answer([(1.0, poem["say"].replace("{x}", about))], language=tongue.name, about="verse")


def _named(found: re.Match, poem: dict) -> str | None:
    """Return the name of what a poem is about, as it stands alone: "den Herbst" is "der Herbst"; None where that is not known."""
    about = found["x"].strip(" \"'“”„«»")
    if "names" in poem:
        return poem["names"].get(about.casefold())
    if "turned" not in poem:
        return about
    how = f"{found['how']} " if "how" in found.groupdict() else ""
    return next(
        (again.expand(new) for old, new in poem["turned"].items() if (again := re.fullmatch(old, how + about, re.IGNORECASE))),
        None,
    )


def _asked_in_english(text: str) -> str | None:
    asked = {questions.core(text), questions.core(text, fewer=True)}
    return next((topic for way, topic in _english().items() if way in asked), None)


@cache
def _english() -> dict[str, str]:
    table = read_table("tongues/topics.yaml")
    return {questions.core(way): topic for topic, asks in table.items() for ask in asks for way in questions.ways(ask)}


def _core(text: str, idle: frozenset[str], *, joined: bool, digraphs: bool) -> str:
    said = language.folded(text)
    if digraphs:
        said = re.sub("([aou])e", r"\1", said)
    if joined:
        said = said.replace(" ", "")
        return re.sub("|".join(sorted(map(re.escape, idle), key=len, reverse=True)), "", said) or said
    words = said.split()
    return " ".join(word for word in words if word not in idle) or said


@cache
def _files() -> frozenset[str]:
    return frozenset(path.stem for path in (DATA / "tongues").glob("*.yaml")) - {"topics"}


@cache
def _tongue(name: str) -> Tongue:
    told = read_table(f"tongues/{name}.yaml")
    how = {"joined": told.get("joined", False), "digraphs": told.get("digraphs", False)}
    idle = frozenset(_core(word, frozenset(["\0"]), **how) for word in told["idle"].split())
    topics = {
        _core(ask, idle, **how): topic
        for topic, one in told["answers"].items()
        for ask in one.get("asks", "").split("|")
        if ask.strip()
    }
    return Tongue(name, told, idle, topics)
