"""Read the answers file, and say with file and line what in it cannot be used."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from . import language
from .answers import Answers, Entry, Form

DATA = Path(__file__).parent.parent / "data" / "answers.yaml"
HEAVIEST = 1_000_000  # for weights


class AnswersError(ValueError):
    """A mistake in the answers file; the message begins with file and line."""


def load(path: Path = DATA) -> Answers:
    """Return what the answers file says; it is read again only if it has changed since.

    Raises AnswersError, naming file and line, for anything in it that cannot be used.
    """
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Answers:
    """Read the file as it was last `changed` (nanoseconds); what is returned is shared, so it must stay as it is."""
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
            if not rows.keys() - {None} or not all(map(language.WORD.search, self.answers.tables[str(table)])):
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
        patterns = self._patterns(entry["prompt"], line)
        texts = entry["prompt"] if isinstance(entry["prompt"], list) else [entry["prompt"]]
        parsed = Entry(list(zip(map(language.needed, texts), patterns, strict=True)), before, instructions, say)
        known = {name for pattern in [*patterns, *([before] if before else [])] for name in pattern.groupindex}
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
            if not isinstance(way, str) or not isinstance(weight, int | float) or not 0 < weight <= HEAVIEST:
                self._fail(line, f"a way to answer must be text, or 'weight: text' with a weight above 0 and up to {HEAVIEST:,}")
            ways.append((float(weight), self._text(way, line, "a way to answer")))
        if not ways:
            self._fail(line, "there is nothing to say here")
        return ways

    def _text(self, given, line: int, what: str) -> str:
        """Return `given` if it is text whose choices can be made."""
        if not isinstance(given, str):
            self._fail(line, f"{what} must be text, but is {given!r}")
        for slot in language.slots(given):
            if not 0 < sum(weight for weight, _ in slot) <= HEAVIEST:
                options = "|".join("".join(said) for _, said in slot)
                self._fail(line, f"the weights of [{options}] must be above 0 and up to {HEAVIEST:,} together")
        return given

    def _patterns(self, given, line: int) -> list[re.Pattern]:
        patterns = given if isinstance(given, list) else [given]
        if not patterns or not all(isinstance(p, str) and language.WORD.search(p) for p in patterns):
            self._fail(line, "a prompt must be words, or a list of them")
        return [self._pattern(pattern, line) for pattern in patterns]

    def _pattern(self, text: str, line: int) -> re.Pattern:
        try:
            return language.pattern(text, self.answers.tables)
        except ValueError as error:
            self._fail(line, str(error))

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
