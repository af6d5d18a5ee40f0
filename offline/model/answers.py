"""Read answers.yaml and find what there is to say to a prompt.

The file explains its own language at its top. `Answers.find` takes the conversation of one request
and returns the weighted ways to answer it, ready for `sampling.write`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from . import tokens
from .sampling import Slot

DATA = Path(__file__).parent.parent / "data" / "answers.yaml"

_WORD = re.compile(r"[^\W_]+")
_WORDS_READ = 5_000  # of a long text, only the last words are matched
_HEAVIEST = 1_000_000  # for weights


class AnswersError(ValueError):
    """A mistake in the answers file; the message begins with file and line."""


@dataclass
class Entry:
    """One entry of the file: which prompts it answers, and its ways to answer by form."""

    prompts: list[re.Pattern]
    before: re.Pattern | None
    instructions: re.Pattern | None
    say: dict[str, list[tuple[float, str]]]


@dataclass
class Form:
    """A manner of speaking that the instructions ask for, such as `short` or `pirate`."""

    instructions: re.Pattern | None
    opening: str = ""
    closing: str = ""


@dataclass
class Answers:
    """Everything the stand-in can say."""

    tables: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    unknown: str = ""

    def find(self, messages: list[dict], forms: tuple[str, ...] = ()) -> list[tuple[float, list[Slot]]]:
        """Return the weighted ways to answer the last of `messages` (role and content dicts).

        The entry whose prompt is found *last* in the message wins: of several questions, the last is
        answered. `forms` are the forms to use besides those that the instructions ask for.
        """
        instructions = _plain(" ".join(m["content"] for m in messages if m["role"] in ("system", "developer")))[0]
        spoken = [m["content"] for m in messages if m["role"] not in ("system", "developer")]
        asked, words = _plain(spoken[-1] if spoken else "")
        earlier, earlier_words = _plain("\n".join(spoken[:-1]))
        wanted = [name for name, form in self.forms.items() if form.instructions and form.instructions.search(instructions)]
        wanted += forms

        found = [
            (match.end(), match.start(), -number, entry, values)
            for number, entry in enumerate(self.entries)
            if not entry.instructions or entry.instructions.search(instructions)
            for prompt in entry.prompts
            if (match := _last(prompt, asked))
            and (values := self._values(entry, match, words, earlier + asked[: match.start()], earlier_words + words)) is not None
        ]
        for *_, entry, values in sorted(found, key=lambda item: item[:3], reverse=True):
            filled = self._fill(entry, wanted, values)
            if filled:
                return filled
        return [(1.0, _slots(self.unknown))]

    def _values(self, entry, match, words, before, before_words) -> dict[str, str] | None:
        """Return what the names in the patterns stand for here; None if `before` is not met."""
        values = _named(match, words)
        if entry.before:
            mention = _last(entry.before, before)
            if mention is None:
                return None
            values = _named(mention, before_words) | values
        return values

    def _fill(self, entry: Entry, wanted: list[str], values: dict[str, str]) -> list[tuple[float, list[Slot]]]:
        form = next((name for name in wanted if name in entry.say), "say")
        opening = "".join(self.forms[name].opening for name in wanted)
        closing = "".join(self.forms[name].closing for name in wanted)
        filled = []
        for weight, text in entry.say.get(form, []):
            try:
                text = re.sub(r"<(\w+)(?:\.(\w+))?>", lambda m: self._value(values, m[1], m[2]), text)
            except KeyError:  # the table has no such fact about it: this way does not apply
                continue
            filled.append((weight, _slots(opening + text + closing)))
        return filled

    def _value(self, values: dict[str, str], name: str, fact: str | None) -> str:
        if name not in self.tables:
            return values[name]
        key = next(key for key in self.tables[name] if _plain(key)[0] == _plain(values[name])[0])
        return self.tables[name][key][fact] if fact else key


def load(path: Path = DATA) -> Answers:
    """Read the answers file.

    Raises AnswersError, naming file and line, for anything in it that cannot be used.
    """
    content = path.read_bytes()
    try:
        text = content.decode()
        raw = yaml.load(text, _Loader) or {}
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise AnswersError(f"{path.name}, line {line}: a character is not in UTF-8; save the file in that encoding") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise AnswersError(f"{path.name}, line {line}: the character U+{error.character:04X} cannot be used here") from None
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 1
        began = f" ({error.context}, line {error.context_mark.line + 1})" if error.context_mark else ""
        raise AnswersError(f"{path.name}, line {line}: {error.problem}{began}") from None
    return _Reader(path.name, raw).read()


class _Loader(yaml.SafeLoader):
    """SafeLoader whose mappings remember their line, under the key None."""

    def construct_object(self, node, deep=False):
        try:
            return super().construct_object(node, deep)
        except ValueError as error:  # a day that does not exist, for example
            problem = f"'{node.value}' cannot be read ({error}); put it in quotes if it is text"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from None

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        for number, key in enumerate(keys):
            if key in keys[:number]:
                raise yaml.MarkedYAMLError(problem=f"'{key}' is given twice", problem_mark=node.value[number][0].start_mark)
        return {None: node.start_mark.line + 1} | super().construct_mapping(node, deep=True)


class _Reader:
    """Check the raw content of the file and build `Answers` from it."""

    def __init__(self, name: str, raw):
        self.name, self.raw = name, raw
        self.answers = Answers()

    def read(self) -> Answers:
        raw = self._mapping(self.raw, 1, {"tables", "forms", "answers", "unknown"})
        tables, forms = raw.get("tables", {}), raw.get("forms", {})
        for table, rows in self._mapping(tables, 1).items():
            self.answers.tables[str(table)] = {
                str(key): self._facts(facts, rows[None]) for key, facts in self._mapping(rows, tables[None]).items()
            }
            if not rows.keys() - {None} or not all(map(_WORD.search, self.answers.tables[str(table)])):
                self._fail(rows[None], f"the table '{table}' must have names that are words, at least one")
        for form, given in self._mapping(forms, 1).items():
            line = given[None] if isinstance(given, dict) else forms[None]
            given = self._mapping(given, line, {"instructions", "opening", "closing"})
            pattern = self._patterns(given["instructions"], line)[0] if "instructions" in given else None
            self.answers.forms[form] = Form(
                pattern, *(self._text(given.get(part, ""), line, f"'{part}'") for part in ("opening", "closing"))
            )
        entries = raw.get("answers")
        if not isinstance(entries, list):
            self._fail(1, "'answers' must be a list of entries that begin with '- prompt:'")
        self.answers.entries = [self._entry(entry) for entry in entries]
        if not isinstance(raw.get("unknown"), str):
            self._fail(1, "'unknown' must say what to answer to a prompt that is not here")
        self.answers.unknown = self._text(raw["unknown"], 1, "'unknown'")
        return self.answers

    def _facts(self, facts, line: int) -> dict[str, str]:
        """Return the facts about one name; one that is left empty is as good as absent."""
        line = facts.get(None, line) if isinstance(facts, dict) else line
        return {
            str(fact): self._text(str(value), line, f"'{fact}'")
            for fact, value in self._mapping(facts, line).items()
            if value is not None
        }

    def _entry(self, entry) -> Entry:
        if not isinstance(entry, dict):
            self._fail(self.raw.get(None, 1), f"an entry must have 'prompt' and 'say', but one is just {entry!r}")
        line = entry[None]
        entry = self._mapping(entry, line, {"prompt", "before", "instructions", "say", *self.answers.forms})
        for needed in ("prompt", "say"):
            if needed not in entry:
                self._fail(line, f"this entry has no '{needed}'")
        before, instructions = (
            self._patterns(entry[key], line)[0] if key in entry else None for key in ("before", "instructions")
        )
        say = {form: self._ways(entry[form], line) for form in ("say", *self.answers.forms) if form in entry}
        parsed = Entry(self._patterns(entry["prompt"], line), before, instructions, say)
        known = {name for pattern in [*parsed.prompts, *([before] if before else [])] for name in pattern.groupindex}
        for _, text in (way for ways in say.values() for way in ways):
            for name, fact in re.findall(r"<(\w+)(?:\.(\w+))?>", text):
                if name not in known:
                    self._fail(line, f"the answer uses <{name}>, but no prompt of this entry has it")
                if fact and not any(fact in facts for facts in self.answers.tables.get(name, {}).values()):
                    self._fail(line, f"the answer uses <{name}.{fact}>, but the table '{name}' has no '{fact}'")
        return parsed

    def _ways(self, given, line: int) -> list[tuple[float, str]]:
        ways = []
        for way in given if isinstance(given, list) else [given]:
            weight = 1.0
            if isinstance(way, dict):
                line = way.pop(None, line)
                ((weight, way),) = way.items() if len(way) == 1 else [(None, None)]
            if not isinstance(way, str) or not isinstance(weight, int | float) or not 0 < weight <= _HEAVIEST:
                self._fail(line, f"a way to answer must be text, or 'weight: text' with a weight above 0 and up to {_HEAVIEST:,}")
            ways.append((float(weight), self._text(way, line, "a way to answer")))
        if not ways:
            self._fail(line, "there is nothing to say here")
        return ways

    def _text(self, given, line: int, what: str) -> str:
        """Return `given` if it is text whose choices can be made."""
        if not isinstance(given, str):
            self._fail(line, f"{what} must be text, but is {given!r}")
        for slot in _slots(given):
            if not 0 < sum(weight for weight, _ in slot) <= _HEAVIEST:
                options = "|".join("".join(said) for _, said in slot)
                self._fail(line, f"the weights of [{options}] must be above 0 and up to {_HEAVIEST:,} together")
        return given

    def _patterns(self, given, line: int) -> list[re.Pattern]:
        patterns = given if isinstance(given, list) else [given]
        if not patterns or not all(isinstance(p, str) and _WORD.search(p) for p in patterns):
            self._fail(line, "a prompt must be words, or a list of them")
        return [self._pattern(pattern, line) for pattern in patterns]

    def _pattern(self, text: str, line: int) -> re.Pattern:
        """Compile a prompt pattern; it is matched against text as `_plain` writes it."""
        regex = ""
        for options, name, dots, words in re.findall(r"\[([^\[\]]*)\]|<(\w+)>|(\.\.\.)|([^\[\]<>.]+|.)", text):
            if options:
                regex += "(?:" + "|".join(re.escape(_plain(option)[0]) for option in options.split("|")) + ")"
            elif name == "word":
                regex += r"(?P<word> \S+)"
            elif name:
                if name not in self.answers.tables:
                    self._fail(line, f"there is no table '{name}' for <{name}>")
                keys = sorted((_plain(key)[0] for key in self.answers.tables[name]), key=len, reverse=True)
                regex += f"(?P<{name}>" + "|".join(map(re.escape, keys)) + ")(?: s(?= ))?"
            elif dots:
                regex += r"(?: \S+){0,12}?"  # bounded: a long text must not take long
            else:
                regex += re.escape(_plain(words)[0])
        try:
            return re.compile(regex + r"(?= |$)")
        except re.error as error:
            self._fail(line, f"the prompt '{text}' cannot be used: {error}")

    def _mapping(self, given, line: int, allowed: set[str] | None = None) -> dict:
        if not isinstance(given, dict):
            self._fail(line, f"expected 'name: value' lines, but found {given!r}")
        line = given.get(None, line)
        for key in given:
            if key is not None and allowed is not None and key not in allowed:
                self._fail(line, f"'{key}' is not known here; known are {', '.join(sorted(allowed))}")
        return {key: value for key, value in given.items() if key is not None}

    def _fail(self, line: int, problem: str):
        raise AnswersError(f"{self.name}, line {line}: {problem}")


def _plain(text: str) -> tuple[str, list[str]]:
    """Return `text` as lower-case words, each with one space before it, and the words as written."""
    words = _WORD.findall(text)[-_WORDS_READ:]
    return "".join(f" {word.casefold()}" for word in words), words


def _last(pattern: re.Pattern, text: str) -> re.Match | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def _named(match: re.Match, words: list[str]) -> dict[str, str]:
    """Return the named parts of a match as they were written."""
    named = {}
    for name in match.re.groupindex:
        first = match.string.count(" ", 0, match.start(name))
        named[name] = " ".join(words[first : first + match[name].count(" ")])
    return named


def _slots(text: str) -> list[Slot]:
    """Cut an answer into slots: `[a*3|b]` is a choice, what stands between has one option."""
    slots: list[Slot] = []
    for options, plain in re.findall(r"\[([^\[\]]*\|[^\[\]]*)\]|((?:(?!\[[^\[\]]*\|[^\[\]]*\]).)+)", text, re.DOTALL):
        if plain:
            slots.append([(1.0, tuple(tokens.split(plain)))])
            continue
        slot: Slot = []
        for option in options.split("|"):
            weighted = re.fullmatch(r"(.*)\*(\d+(?:\.\d+)?)", option, re.DOTALL)
            said, weight = (weighted[1], float(weighted[2])) if weighted else (option, 1.0)
            slot.append((weight, tuple(tokens.split(said))))
        slots.append(slot)
    return slots
