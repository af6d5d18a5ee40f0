"""Read the answers files, and say with file and line what in them cannot be used.

What one file of the folder defines (tables, forms) all may use. No name may be defined twice.
"""

import re
from pathlib import Path

import yaml

from . import language
from . import questions as whole
from .answers import Answers, AnswersError, Entry, Form

KEYS = {"prompt", "question", "about", "may", "more", "then", "urgent", "before", "instructions", "say"}
HEAVIEST = 1_000_000  # for weights
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where PyYAML comes with libyaml, some ten times as fast


def read(files: list[Path]) -> Answers:
    """Return what the files say, ready to look up. Raises AnswersError for the first thing in them that cannot be used."""
    answers = Answers()
    readers = [_Reader(file.name, _parsed(file), answers) for file in files]
    for reader in readers:
        reader.read_names()
    for reader in readers:
        reader.read_entries()
    if not answers.unknown:
        readers[0].fail(1, "'unknown' must say what to answer to a prompt that is not here")
    answers.index()
    return answers


def _parsed(path: Path):
    """Return the raw content of a file. The slower loader says better what is wrong, so it is asked where something is."""
    content = path.read_bytes()
    try:
        text = content.decode()
        try:
            return yaml.load(text, _FastLoader) or {}
        except yaml.YAMLError:
            return yaml.load(text, _Loader) or {}
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


class _Lines:
    """What makes mappings remember their line, under the key None."""

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


class _Loader(_Lines, yaml.SafeLoader):
    """Reads YAML, with lines."""


class _FastLoader(_Lines, _FAST):
    """The same, faster where it can be."""


class _Reader:
    """Check the raw content of one file and add it to `answers`."""

    def __init__(self, name: str, raw, answers: Answers):
        self.name, self.answers = name, answers
        self.line = raw.get(None, 1) if isinstance(raw, dict) else 1
        self.raw = self._mapping(raw, 1, {"tables", "forms", "answers", "unknown"})

    def read_names(self) -> None:
        """Add what the entries of every file may use: tables, forms, and what to say to the unknown."""
        tables, forms = self.raw.get("tables", {}), self.raw.get("forms", {})
        for table, rows in self._mapping(tables, 1).items():
            self._new(table, self.answers.tables, "table", tables[None])
            self.answers.tables[str(table)] = {
                str(key): self._facts(facts, rows[None]) for key, facts in self._mapping(rows, tables[None]).items()
            }
            if not rows.keys() - {None} or not all(map(language.WORD.search, self.answers.tables[str(table)])):
                self.fail(rows[None], f"the table '{table}' must have names that are words, at least one")
        for form, given in self._mapping(forms, 1).items():
            line = given[None] if isinstance(given, dict) else forms[None]
            self._new(form, self.answers.forms, "form", line)
            given = self._mapping(given, line, {"instructions", "opening", "closing"})
            pattern = self._patterns(given["instructions"], line)[0] if "instructions" in given else None
            self.answers.forms[form] = Form(
                pattern, *(self._text(given.get(part, ""), line, f"'{part}'") for part in ("opening", "closing"))
            )
        if "unknown" in self.raw:
            self.answers.unknown = self._text(self.raw["unknown"], 1, "'unknown'")

    def read_entries(self) -> None:
        """Add the entries, which may use the tables and forms of every file."""
        entries = self.raw.get("answers", [])
        if not isinstance(entries, list):
            self.fail(1, "'answers' must be a list of entries that begin with '- prompt:'")
        self.answers.entries += [self._entry(entry) for entry in entries]

    def _new(self, name, known: dict, what: str, line: int) -> None:
        if str(name) in known:
            self.fail(line, f"there is a {what} '{name}' already, in another file")

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
            self.fail(self.line, f"an entry must have 'prompt' and 'say', but one is just {entry!r}")
        line = entry[None]
        entry = self._mapping(entry, line, {*KEYS, *self.answers.forms})
        if not entry.keys() & {"prompt", "question", "about"}:
            self.fail(line, "this entry has no 'prompt', no 'question' and no 'about'")
        if "say" not in entry:
            self.fail(line, "this entry has no 'say'")
        before, instructions = (
            self._patterns(entry[key], line)[0] if key in entry else None for key in ("before", "instructions")
        )
        say = {form: self._ways(entry[form], line) for form in ("say", *self.answers.forms) if form in entry}
        patterns = self._patterns(entry["prompt"], line) if "prompt" in entry else []
        questions = self._questions(entry["question"], line) if "question" in entry else []
        parsed = Entry(patterns, questions, before, instructions, say, *self._about(entry, line))
        known = {name for pattern in [*patterns, *([before] if before else [])] for name in pattern.names}
        known |= {name for question in questions for name in re.findall(r"<(\w+)>", question)}
        with_names = say.values() if patterns or questions else ()  # what is known by what it is about has none
        for _, text in (way for ways in with_names for way in ways):
            for name, fact in re.findall(r"<(\w+)(?:\.(\w+))?>", text):
                if name not in known:
                    self.fail(line, f"the answer uses <{name}>, but no prompt of this entry has it")
                rows = self.answers.tables.get(name) or self.answers.tables.get(name.removesuffix("2"), {})
                if fact and not any(fact in facts for facts in rows.values()):
                    self.fail(line, f"the answer uses <{name}.{fact}>, but the table '{name}' has no '{fact}'")
        return parsed

    def _about(self, entry: dict, line: int) -> tuple[list[str], str, dict[str, str], bool, dict[str, str]]:
        """Return what a question must be about, which words it may have besides, what is said more where it has some, whether it is urgent, and what is said to a later message."""
        abouts = entry.get("about", [])
        abouts = abouts if isinstance(abouts, list) else [abouts]
        if not all(isinstance(about, str) and language.WORD.search(about) for about in abouts):
            self.fail(line, "'about' must be words, or a list of them")
        said, then = (
            {str(words): self._text(text, line, f"'{key}'") for words, text in self._mapping(entry.get(key, {}), line).items()}
            for key in ("more", "then")
        )
        if not isinstance(urgent := entry.get("urgent", False), bool):
            self.fail(line, "'urgent' must be true or false")
        return abouts, self._text(entry.get("may", ""), line, "'may'"), said, urgent, then

    def _ways(self, given, line: int) -> list[tuple[float, str]]:
        ways = []
        for way in given if isinstance(given, list) else [given]:
            weight = 1.0
            if isinstance(way, dict):
                line = way.pop(None, line)
                ((weight, way),) = way.items() if len(way) == 1 else [(None, None)]
            if not isinstance(way, str) or not isinstance(weight, int | float) or not 0 < weight <= HEAVIEST:
                self.fail(line, f"a way to answer must be text, or 'weight: text' with a weight above 0 and up to {HEAVIEST:,}")
            ways.append((float(weight), self._text(way, line, "a way to answer")))
        if not ways:
            self.fail(line, "there is nothing to say here")
        return ways

    def _text(self, given, line: int, what: str) -> str:
        """Return `given` if it is text whose choices can be made."""
        if not isinstance(given, str):
            self.fail(line, f"{what} must be text, but is {given!r}")
        for slot in language.slots(given) if "|" in given else ():  # most texts have no choice to check
            if not 0 < sum(weight for weight, _ in slot) <= HEAVIEST:
                options = "|".join("".join(said) for _, said in slot)
                self.fail(line, f"the weights of [{options}] must be above 0 and up to {HEAVIEST:,} together")
        return given

    def _patterns(self, given, line: int) -> list[language.Pattern]:
        patterns = given if isinstance(given, list) else [given]
        if not patterns or not all(isinstance(p, str) and language.WORD.search(p) for p in patterns):
            self.fail(line, "a prompt must be words, or a list of them")
        return [self._pattern(pattern, line) for pattern in patterns]

    def _questions(self, given, line: int) -> list[str]:
        """Return prompts that must be whole questions, if every name in them is that of a table."""
        questions = given if isinstance(given, list) else [given]
        if not questions or not all(isinstance(question, str) and language.WORD.search(question) for question in questions):
            self.fail(line, "a question must be words, or a list of them")
        for name in re.findall(r"<(\w+)>", " ".join(questions)):
            if not {name, name.removesuffix("2")} & self.answers.tables.keys():
                self.fail(line, f"there is no table '{name}' for <{name}>")
        try:
            for question in questions:
                whole.check(question)
            return questions
        except ValueError as error:
            self.fail(line, str(error))

    def _pattern(self, text: str, line: int) -> language.Pattern:
        try:
            return language.Pattern(text, self.answers.tables)
        except ValueError as error:
            self.fail(line, str(error))

    def _mapping(self, given, line: int, allowed: set[str] | None = None) -> dict:
        if not isinstance(given, dict):
            self.fail(line, f"expected 'name: value' lines, but found {given!r}")
        line = given.get(None, line)
        for key in given:
            if key is not None and allowed is not None and key not in allowed:
                self.fail(line, f"'{key}' is not known here; known are {', '.join(sorted(allowed))}")
        return {key: value for key, value in given.items() if key is not None}

    def fail(self, line: int, problem: str):
        """Raise AnswersError for a line of this file."""
        raise AnswersError(f"{self.name}, line {line}: {problem}")
