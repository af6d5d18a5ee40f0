"""Answer in other languages than English what people most often type first: data/tongues/ has one file a language.

A question is brought down to its *core*: its words without accents and without those that say little in that language
(`idle`). It is answered where the core is that of one of the `asks` of an answer, or where its `finds` is found in it.
The same answers are known by the English questions in data/tongues/topics.yaml, for who wants the answer in another language.
"""

import re
from dataclasses import dataclass
from functools import cache

from ..tables import DATA, read_table
from . import language, questions, tongues
from .answers import Ways
from .computed.question import Answer, Question

LONGEST = 200  # characters of a question
FEWER = 0.5  # what each further way to say it weighs
_SENTENCE = re.compile(
    r"[.!?。！？؟\n]+|,\s+(?=(?:je suis|ich bin|soy|tengo|estoy|sono|sou|mein|meine|mon|ma|mi|mio|mia|meu|minha)\b)"
)
_PLEASE = re.compile(
    r"(?:[ ,]+(?:stp|svp|s'il (?:te|vous) pla[iî]t|bitte|por favor|per favore|alsjeblieft|alstublieft|proszę|lütfen|merci|danke|gracias|grazie|obrigad[oa]|schreiben|dichten|verfassen))+\W*\Z",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\b(\d+)( [^\W\d]+)?")
_POLITE = ("hello", "morning", "how", "thanks")  # topics that stand before what is asked


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
        if gone_on := _gone_on_in_english(_tongue(question.language), question) if question.language in _files() else None:
            return gone_on
        topic = _asked_in_english(text) or next((topic for tongue in spoken if (topic := _topic(tongue, text))), None)
        return _in_wanted_language(_tongue(question.language), topic, text) if question.language in _files() else None
    for tongue in spoken:
        manner, rest = _manner(tongue, text)
        topic = _topic(tongue, rest) if rest else _topic_before(tongue, question)
        if found := _more(tongue, question) or _in_manner(tongue, topic, manner, question, again=not rest) or _poem(tongue, text):
            return found
    return None


def in_english(question: Question) -> Answer | None:
    """Return the answer in English to a question in another language, where it is known by its topic; None where it is not."""
    spoken = [_tongue(name) for name in tongues.candidates(question.text) if name in _files()]
    topic = next((topic for tongue in spoken if (topic := _topic(tongue, _manner(tongue, question.text)[1]))), None)
    return _english_answer(topic, question) if topic else None


def examples(name: str | None) -> list[str]:
    """Return three prompts that work in a language; none where it has no file."""
    return list(_tongue(name).told["examples"]) if name in _files() else []


def _gone_on_in_english(tongue: Tongue, question: Question) -> Answer | None:
    """Answer "shorter" and "an example" in the language that is wanted."""
    from .computed import followups

    gone_on = followups.resolve(question) if question.before else None
    topic = _asked_in_english(gone_on.text) if isinstance(gone_on, followups.GoesOn) else None
    told = tongue.told["answers"].get(topic) or {}
    said = told.get("short" if gone_on.cut else next((form for form in gone_on.forms if form in told), "")) if told else None
    return Answer([(1.0, said)], language=tongue.name) if said else None


def _in_wanted_language(tongue: Tongue, topic: str | None, text: str) -> Answer | None:
    found, told = _of_topic(tongue, topic), tongue.told["answers"].get(topic) or {}
    if found and re.search(r"\bexamples?\b", text):
        return Answer([(1.0, told["example"])], language=tongue.name) if "example" in told else None
    return found


def _topic(tongue: Tongue, text: str) -> str | None:
    core = tongue.core(text)
    if topic := tongue.topics.get(core):
        return topic
    said = language.folded(text)
    if topic := next(
        (name for name, one in tongue.told["answers"].items() if "finds" in one and re.search(one["finds"], said)), None
    ):
        return topic
    aside = tongue.told.get("aside", r"\Z.")
    parts = [part for part in _SENTENCE.split(text) if re.search(r"\w", part) and not re.match(aside, language.folded(part))]
    if len(parts) == 1 and parts[0] != text and (topic := tongue.topics.get(tongue.core(parts[0]))):
        return topic
    asked = [tongue.topics.get(tongue.core(part)) for part in parts]
    rest = [topic for topic in asked if topic not in _POLITE]
    return rest[0] if len(asked) > 1 and len(rest) == 1 else None


def _manner(tongue: Tongue, text: str) -> tuple[dict[str, re.Match], str]:
    """Return how something is wanted ("short", "example"), and the text without the words for it; "" if nothing else is in it."""
    found, rest = {}, text
    for kind, pattern in tongue.told.get("manner", {}).items():
        said = re.search(pattern, rest, re.IGNORECASE)
        if said and (kind != "into" or _language(said["to"])):
            found[kind], rest = said, f"{rest[: said.start()]} {rest[said.end() :]}"
    return found, rest if not found or set(language.folded(rest).split()) - tongue.idle else ""


def _topic_before(tongue: Tongue, question: Question) -> str | None:
    """Return the topic of the last question that has one, in this language or in English."""
    for said in question.earlier("user"):
        rest = _manner(tongue, said)[1]
        if rest and (topic := _topic(tongue, rest) or _asked_in_english(rest)):
            return topic if topic not in _POLITE else None
    return None


def _in_manner(
    tongue: Tongue, topic: str | None, manner: dict[str, re.Match], question: Question, *, again: bool
) -> Answer | None:
    """Return the answer to a topic as it is wanted; what there is not, is said. `again`: it was answered before."""
    told = tongue.told["answers"].get(topic)
    if told is None:
        return None
    if "into" in manner:
        return _into(_language(manner["into"]["to"]), topic, question)
    if again and topic in _POLITE:
        return None
    said, cannot = _of_topic(tongue, topic), tongue.told.get("cannot", "")
    if "fills" in told and not again:
        filled = _filled(tongue, told, question.text)
        said = Answer([(1.0, filled)], told.get("short"), language=tongue.name) if filled else None
    if "people" in manner:
        served = _served(tongue, told["say"], int(manner["people"]["n"]))
        return Answer([(1.0, served)], language=tongue.name) if served else None
    if "example" in manner:
        texts = [*([] if again else [said.ways[0][1]]), told.get("example", cannot)]
        return Answer([(1.0, " ".join(texts))], language=tongue.name)
    for kind in ("short", "simple"):
        if kind in manner and (kind in told or again):
            return Answer([(1.0, told.get(kind) or told.get("short") or cannot)], language=tongue.name)
    return said


def _filled(tongue: Tongue, told: dict, text: str) -> str | None:
    """Return a text with what somebody told put into it; what has no place in it is named. None where what it needs is not told."""
    said, rest = told["say"], text
    for slot, ways in told["fills"].items():
        found = next(((one, value) for key, value in ways.items() if key and (one := re.search(key, rest, re.IGNORECASE))), None)
        if not found and "" not in ways:
            return None
        said = said.replace(f"{{{slot}}}", found[0].expand(found[1]) if found else ways[""])
        rest = rest[: found[0].start()] + " " + rest[found[0].end() :] if found else rest
    small = tongue.idle | set(language.folded(told.get("small", "")).split())
    bare = re.sub(told["finds"], " ", language.folded(rest)).split()
    left = [word for word in language.WORD.findall(rest) if language.folded(word) in bare and language.folded(word) not in small]
    if left and "left_out" not in tongue.told:
        return said if tongue.told.get("joined") else None  # where no spaces part the words, a slot is all that is asked of
    said = said[:1].upper() + said[1:]
    return f"{said}\n\n{tongue.told['left_out'].format(', '.join(left))}" if left else said


def _language(word: str) -> str | None:
    """Return the English name of a language, from its name in whatever language."""
    names = read_table("phrasebook/asked.yaml")["names"]
    return next((name for name, words in names.items() if language.folded(word) in language.folded(words).split()), None)


def _into(name: str, topic: str, question: Question) -> Answer | None:
    if name in _files():
        return _of_topic(_tongue(name), topic)
    return _english_answer(topic, question) if name == "english" else None


def _served(tongue: Tongue, recipe: str | list[str], people: int) -> str | None:
    """Return a recipe for another number of people; None for what is none, or does not say for how many it is."""
    usual = re.search(r"\A\*\*.*?\*\* \((?:für|pour|para|per|voor) (\d+)", recipe) if isinstance(recipe, str) else None
    if not usual or not 0 < people <= 50:
        return None
    times = people / int(usual[1])
    line = re.compile(r"^- (?!.*\b(?:prise|pincée|pizca|pizzico|pitada)\b).*", re.MULTILINE | re.IGNORECASE)
    more = line.sub(lambda one: _AMOUNT.sub(lambda found: _portion(tongue, found, times), one[0]), recipe[usual.end() :])
    return f"{recipe[: usual.start(1)]}{people}{more}"


def _portion(tongue: Tongue, found: re.Match, times: float) -> str:
    """Return so many times an amount, with what it counts in the plural where there was just one."""
    amount, counted, plural = int(found[1]) * times, found[2] or "", tongue.told.get("plural", {})
    if found[1] == "1" and amount > 1:
        ends = plural.get("", "") if len(counted) > 3 and not counted.endswith("s") else ""
        counted = f" {plural[counted[1:]]}" if counted[1:] in plural else counted + ends
    whole, half = divmod(round(2 * amount), 2) if amount < 20 else (round(amount), 0)
    return f"{whole or ''}{'½' if half else ''}{counted}" if whole or half else f"½{counted}"


def _english_answer(topic: str, question: Question) -> Answer | None:
    from . import one_question

    asks = read_table("tongues/topics.yaml").get(topic)
    return one_question.answer(question.asking(questions.ways(asks[0])[-1], before=(), language=None)) if asks else None


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
    text = re.sub(_PLEASE, "", text.strip(" .!?。！？؟"))
    found = re.search(poem["asks"], text, re.IGNORECASE) if poem else None
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
    parts = [text] if text.count("?") > 1 else [text, *_SENTENCE.split(text)]
    ways = [questions.core(part, fewer=fewer) for part in parts for fewer in (False, True)]
    topics = [topic for way in ways if (topic := _english().get(way))]
    return next((topic for topic in topics if topic not in _POLITE), topics[0] if topics else None)


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
