"""What there is to say to a prompt.

`Answers.look_up` takes the conversation of one request and returns the weighted ways to answer it, ready
for `sampling.write`. What it knows is in data/answers/, which `answer_file.load` reads.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from . import abouts, language, pointing, writing
from .language import Pattern
from .questions import Questions, core, sentences
from .regex import Regex
from .sampling import Slot

Ways = list[tuple[float, str]]  # texts as in the answers files, with choices, each with its weight
_LISTED = Regex(r"(?:\d+\.|[-*+|#]|\*\*) ?\S")
_OPEN_END = Regex(r"[\w\"'”’)](?:\*\d+)?\]?\Z")
_OF_BEFORE = Regex(
    r"\W*(?:(?:and|but|so)\W+)?(?:is|was|are|were|does|did|has|have) (?:it|he|she|they) (?:the|an?)\b", re.IGNORECASE
)
POINTING = ("this", "that", "it")
LEFT_OUT = 1  # telling words of a question that its answer may be silent about
FEW = 3  # words beside a question that may be a greeting
LETTERS_READ = 4_000  # of a long message, whole questions are looked for at its end only


class AnswersError(ValueError):
    """A mistake in an answers file; the message begins with file and line."""


@dataclass
class Entry:
    """One entry of a file: which prompts it answers, and its ways to answer by form."""

    prompts: list[Pattern]
    questions: list[str]  # prompts that must be the whole of a question
    before: Pattern | None
    instructions: Pattern | None
    say: dict[str, Ways]
    abouts: list[str] = field(default_factory=list)  # what a question must be about
    may: str = ""  # words that it may have besides
    more: dict[str, str] = field(default_factory=dict)  # what is said besides where it has some words
    urgent: bool = False  # goes before all that fit as well
    then: dict[str, str] = field(default_factory=dict)  # what is said to a later message, by what that is about


@dataclass
class Form:
    """A manner of speaking that the instructions ask for, such as `short` or `pirate`."""

    instructions: Pattern | None
    opening: str = ""
    closing: str = ""


@dataclass
class Answers:
    """Everything the stand-in can say."""

    tables: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    unknown: str = ""
    _prompts: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)  # by a word that they need; "" needs none
    _questions: Questions | None = None
    _abouts: abouts.Abouts = field(default_factory=abouts.Abouts)

    def index(self) -> None:
        """Sort the prompts by their rarest words, so that only those are looked for of which a message has a word."""
        prompts = [(number, prompt) for number, entry in enumerate(self.entries) for prompt in entry.prompts]
        usual = Counter(word for _, prompt in prompts for anchor in prompt.anchors for word in anchor)
        for number, prompt in prompts:
            anchor = min(prompt.anchors, key=lambda words: sum(usual[word] for word in words), default=("",))
            for word in anchor:
                self._prompts.setdefault(word, []).append((number, prompt))
        self._questions = Questions(self.tables)
        for number, entry in enumerate(self.entries):
            for question in entry.questions:
                self._questions.add(question, number)
            for about in entry.abouts:
                self._abouts.add(
                    about,
                    " ".join([entry.may, *entry.more]),
                    entry,
                    urgent=entry.urgent,
                    code=any("```" in said for _, said in entry.say.get("say", ())),
                )

    def look_up(self, messages: list[dict], forms: tuple[str, ...] = ()) -> list[tuple[float, list[Slot]]] | None:
        """Return the weighted ways to answer the last of `messages` (role and content dicts), or None.

        The entry whose prompt is found *last* in the message wins: of several questions, the last is
        answered. `forms` are the forms to use besides those that the instructions ask for.
        """
        instructions = " ".join(m["content"] for m in messages if m["role"] in ("system", "developer"))
        spoken = [m["content"] for m in messages if m["role"] not in ("system", "developer")]
        wanted = (*self.wanted_forms(instructions), *forms)
        found = self.forms_of(spoken, instructions)
        return found and [(weight, language.slots(text)) for weight, text in self.dressed(self.chosen(found, wanted), wanted)]

    def find(self, messages: list[dict], forms: tuple[str, ...] = ()) -> list[tuple[float, list[Slot]]]:
        """Return what `look_up` finds, or that the stand-in has no answer."""
        return self.look_up(messages, forms) or [(1.0, language.slots(self.unknown))]

    def wanted_forms(self, instructions: str) -> list[str]:
        """Return the names of the forms that instructions ask for."""
        said = language.plain(instructions)[0]
        return [name for name, form in self.forms.items() if form.instructions and form.instructions.regex.search(said)]

    def forms_of(self, spoken: list[str], instructions: str = "", *, wholly: bool = False) -> dict[str, Ways] | None:
        """Return the ways to answer the last of some texts, by form ("say" is the usual one), or None.

        `wholly`: each word of it must be part of the prompt that is found, or mean little.
        """
        text = spoken[-1] if spoken else ""
        if composed := writing.write(text):
            return {"say": composed}
        told = language.plain(instructions)[0]
        for found in sorted([*self._find(spoken, told, wholly), *self._find_whole(spoken, told)], reverse=True):
            filled = {form: self._fill(ways, found.values) for form, ways in found.entry.say.items()}
            if filled["say"] or any(filled.values()):
                return {form: ways for form, ways in filled.items() if ways}
        return None

    def about(self, text: str) -> dict[str, Ways] | None:
        """Return the ways to answer a question by what it is about, by form; None without one, or where it takes up too little of the question."""
        found = self._abouts.find(text)
        said = self._said_about(found.value, text) if found else None
        if found is None or said is None or found.value.urgent:
            return said
        told = " ".join(way for ways in said.values() for _, way in ways)
        left = abouts.unsaid(found, told)
        most = LEFT_OUT if len(found.meant) > 1 and "```" not in told and not any(map(str.isdigit, left)) else 0
        return said if len(left) <= most else None

    def about_both(self, text: str, earlier: str) -> dict[str, Ways] | None:
        """Return the ways to answer a second question by what it is about together with the one before it, by form, or None."""
        return self._said_about(self._abouts.go_on(text, earlier), text)

    def _said_about(self, entry: Entry | None, text: str) -> dict[str, Ways] | None:
        if entry is None:
            return None
        more = [said for words, said in entry.more.items() if abouts.has(text, words)]
        return {form: [(weight, abouts.joined([said, *more])) for weight, said in ways] for form, ways in entry.say.items()}

    def knows(self, text: str) -> bool:
        """Return whether all of a text is a question that is known as a whole, whatever was said before it."""
        found = self._questions.find(text) if self._questions else ()
        return any(self.entries[number].before is None and self.entries[number].instructions is None for number, _ in found)

    def chosen(self, found: dict[str, Ways], wanted: Iterable[str]) -> Ways:
        """Return the ways in the first of the wanted forms that there is."""
        return next((found[name] for name in wanted if name in found), found.get("say", []))

    def dressed(self, ways: Ways, wanted: Iterable[str]) -> Ways:
        """Return ways with the openings and closings of the wanted forms around them."""
        opening = "".join(self.forms[name].opening for name in wanted)
        closing = "".join(self.forms[name].closing for name in wanted)
        return [(weight, _around(opening, text, closing)) for weight, text in ways] if opening or closing else ways

    def _find(self, spoken: list[str], instructions: str, wholly: bool) -> Iterator["_Found"]:
        """Yield every entry that has something to say to the last of the texts."""
        asked, words = language.plain(spoken[-1] if spoken else "")
        there = set(asked.split())
        earlier = _Earlier(spoken[:-1])
        for number, prompt in (indexed for word in ("", *there) for indexed in self._prompts.get(word, ())):
            if not prompt.needed <= there or not (match := prompt.last(asked)):
                continue
            if wholly and not language.means_little(asked[: match.start()] + asked[match.end() :]):
                continue
            entry, values = self.entries[number], language.named(match, words)
            if (values := _completed(entry, values, instructions, earlier, asked[: match.start()], words)) is None:
                continue
            yield _Found(match.end(), match.start(), -number, entry, values)

    def _find_whole(self, spoken: list[str], instructions: str) -> Iterator["_Found"]:
        """Yield every entry that knows a whole question in the last of the texts; it counts as found at the question's end, the surer the fewer names it has."""
        text = spoken[-1] if spoken else ""
        asked, words = language.plain(text)
        earlier = _Earlier(spoken[:-1])
        for sentence, rest in sentences(text[-LETTERS_READ:]):
            if "?" in rest and "?" not in sentence:
                continue  # what asks comes after it
            if earlier.texts and _OF_BEFORE.match(sentence):
                continue  # "is it the biggest city?" asks about what was talked of
            if (points(sentence) or pointing.hangs(sentence)) and len(text.split()) > len(sentence.split()) + FEW:
                continue  # it asks about the rest of the message
            end = len(asked) - len(language.plain(rest)[0])
            for number, names in self._questions.find(sentence):
                values = _completed(self.entries[number], names, instructions, earlier, "", words)
                if values is not None:
                    yield _Found(end, end - len(names), -number, self.entries[number], values)

    def _fill(self, ways: Ways, values: dict[str, str]) -> Ways:
        filled = []
        for weight, text in ways:
            try:
                filled.append((weight, re.sub(r"<(\w+)(?:\.(\w+))?>", lambda m: self._value(values, m[1], m[2]), text)))
            except KeyError:  # the table has no such fact about it: this way does not apply
                continue
        return filled

    def _value(self, values: dict[str, str], name: str, fact: str | None) -> str:
        if name not in values:
            raise KeyError(name)
        table = name if name in self.tables else name.removesuffix("2")
        if table not in self.tables:
            return values[name]
        key = next(key for key in self.tables[table] if language.plain(key)[0] == language.plain(values[name])[0])
        return self.tables[table][key][fact] if fact else key


def _around(opening: str, text: str, closing: str) -> str:
    """Return a text between what is put around it: a list stands apart, and a sentence ends before the next one begins."""
    if _LISTED.match(text):
        opening = f"{opening.rstrip()}\n\n"
    if "\n" in text:
        return f"{opening}{text}\n\n{closing.strip()}" if closing else opening + text
    return f"{opening}{text}{'.' if closing and _OPEN_END.search(text) else ''}{closing}"


def points(sentence: str) -> bool:
    """Return whether a question only points at something: "what does this mean?"."""
    return core(sentence) in POINTING


class _Found(NamedTuple):
    """An entry that fits, and what the names in its patterns stand for; the one that sorts last fits best."""

    end: int
    start: int
    number: int  # negative, so that of two entries in the file the first sorts last
    entry: Entry
    values: dict[str, str]

    def __lt__(self, other: "_Found") -> bool:
        return self[:3] < other[:3]


def _completed(entry: Entry, values: dict, instructions: str, earlier: "_Earlier", asked: str, words: tuple) -> dict | None:
    """Return the values of an entry that was found, with those from `earlier` or `asked`; None if it must not answer here."""
    if entry.instructions and not entry.instructions.regex.search(instructions):
        return None
    if entry.before is None:
        return values
    before = earlier.mention(entry.before, asked, words)
    return None if before is None else before | values


class _Earlier:
    """What was said before the last message, read only if an entry asks for it."""

    def __init__(self, texts: list[str]):
        self.texts = texts
        self.read: tuple[str, tuple[str, ...]] | None = None

    def mention(self, pattern: Pattern, asked: str, words: tuple[str, ...]) -> dict[str, str] | None:
        """Return what the names in a pattern stand for where it is found last, in the texts or in `asked` after them."""
        if self.read is None:
            self.read = self._words()
        match = pattern.last(self.read[0] + asked)
        return language.named(match, self.read[1] + words) if match else None

    def _words(self) -> tuple[str, tuple[str, ...]]:
        """Return the last words of the texts, plain and as written."""
        kept, count = [], 0
        for text in reversed(self.texts):
            kept.append(language.plain(text))
            count += len(kept[-1][1])
            if count >= language.WORDS_READ:
                break
        return "".join(said for said, _ in kept[::-1]), tuple(word for _, words in kept[::-1] for word in words)
