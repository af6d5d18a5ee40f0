"""Tasks of several steps: what has to wait for a tool's output, and what it means once that is there.

    due("If there are fewer than 5 muffins, order 24.", [])
    -> "How many muffins are there?"
    due("If there are fewer than 5 muffins, order 24.", [Output("get_stock", {"item": "muffins"}, "0")])
    -> "order 24 of muffins."

A condition becomes the question whether it is so, then what is to be done, or nothing. "The result" stands
for the latest output. What is said of everything is done once for each value of a list that a tool returned.
Nothing is remembered: the outputs so far say how far a task has come.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from .chains import as_list
from .meaning import stems, telling
from .outputs import parsed, why_failed
from .requests import pieces, quoted, sentences
from .turns import Output

_NUMBER = r"(\d+(?:\.\d+)?)"
_TESTS = [
    (re.compile(test.replace("N", _NUMBER), re.IGNORECASE), compare)
    for test, compare in (
        ("(?:fewer|less|lower|smaller) than N", operator.lt),
        ("(?:under|below) N", operator.lt),
        ("(?:more|greater|higher|larger) than N", operator.gt),
        ("(?:over|above) N", operator.gt),
        ("at least N", operator.ge),
        ("N or more", operator.ge),
        ("at most N", operator.le),
        ("N or (?:fewer|less)", operator.le),
        ("(?:exactly|only) N", operator.eq),
        (r"\b(?:none|nothing|no|zero|empty|out of|sold out|used up)\b(?: left)?()", operator.eq),
    )
]
_IF_FIRST = re.compile(
    r"\A\W*(?:and |then |but |so )*(?:if|in case|should)\s+(?P<when>[^,;]+?)(?:,\s*(?:then\s+)?|;\s*|\s+then\s+)(?P<do>.+)",
    re.I | re.S,
)
_IF_LAST = re.compile(r"(?P<do>.+?),?\s+(?:if|in case)\s+(?P<when>[^,;]+)", re.I | re.S)
_OTHERWISE = re.compile(r"\A\W*(?:otherwise|if not|else),?\s+(?P<do>.+)", re.I | re.S)
_WHICH_HAVE = re.compile(
    r"\s*,?\s+(?:(?:that|which|where) (?:there )?(?:is|are|has|have|we have)|(?:of|for) which (?:there (?:is|are)|we have)|with)\b(?P<when>[^,.;]+)",
    re.I,
)
_AMOUNT = re.compile(
    r"\b(?:cartons?|bags?|boxes|bottles?|cups?|packs?|packets?|pieces?|cans?|liters?|kilos?|units?)(?: of(?: the)?)?\b|\b(?:left|remaining|in stock)\b",
    re.I,
)
_NO_SUBJECT = re.compile(
    r"\b(?:there|is|are|has|have|we|i|it|they|its|the|their|our|stock|supply|amount|number|any|of|than|get|gets|run|runs|falls?|drops?|only|still|left|price|cost|costs)\b",
    re.I,
)
_EACH = re.compile(
    r"\b(?:each|every|everything|of them)\b|(?<!at )(?<!in )(?<!after )\ball\b(?! right)|\b(?:an|any) item\b", re.I
)
_RESULT = re.compile(
    r"\bthe (?:result|sum|product|answer|total|difference|output)\b|\bits (?:text|contents?)\b|\bthat number\b|(?<=\s)it(?=\s+(?:by|to|into|in|from|with|and)\b)",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:it|them)\b", re.I)
_OWN_IT = re.compile(r"\b(?:is|was|what time|does|will) it\b", re.I)
_EACH_ONE = re.compile(r"\b(?:each|every)(?: one| of (?:them|these|those))?(?=\W*(?:\Z|say|is|has|have|cost|do))", re.I)
_TOGETHER = re.compile(r"\b(?:together|altogether|in total|total|in all)\b", re.I)
LONGEST_VALUE = 60  # characters; a longer text of a list is no name that a tool could be called with


@dataclass(frozen=True)
class Condition:
    """A comparison that an output must pass, and what the output must be of: "" stands for the latest one."""

    compare: Callable[[float, float], bool]
    limit: float
    about: str
    question: str  # that asks for the number

    def holds(self, output: Output) -> bool:
        """Return whether an output tells a number that passes."""
        found = number(output)
        return found is not None and self.compare(found, self.limit)


def due(question: str, outputs: list[Output], *, calculates: bool = False) -> str:
    """Return what `question` asks for now, when `outputs` (those since it was asked) are there.

    Where a tool `calculates`, what is asked of several numbers "together" is their sum.
    """
    made, met = [], None
    said = sentences(question)
    for sentence in said:
        if met is not None and (otherwise := _OTHERWISE.match(sentence)):
            made.append("" if met else otherwise["do"])
        elif (found := _IF_FIRST.match(sentence) or _IF_LAST.fullmatch(sentence)) and (condition := _condition(found["when"])):
            text, met = _decided(condition, found["do"], outputs)
            made.append(text)
        else:
            made.append(sentence)
    made = [_referred(text, outputs) for text in made]
    text = question if made == said else " ".join(filter(None, made))  # as it was written, where nothing has to wait
    numbers = [value for output in outputs if (value := _value(output)) and value[0] != '"'] if calculates else []
    asks_sum = _TOGETHER.search(question) and len(numbers) > 1
    return f"{text} And {' + '.join(numbers)}?" if asks_sum else _noun_of_each(text)


def _noun_of_each(text: str) -> str:
    """Return `text` with what "each one" is one of: "Which files are there, and what does each file say?"."""
    named = re.search(r"\b(?:which|what|all|the) (\w+?)s\b", text, re.IGNORECASE)
    return _EACH_ONE.sub(f"each {named[1]}", text) if named else text


def everything(text: str) -> bool:
    """Return whether `text` asks for something that is to be done once for each of several things."""
    return bool(_EACH.search(text))


def without_test(text: str) -> str:
    """Return `text` without the clause that says of which things it is meant: "everything that has fewer than 5"."""
    return _WHICH_HAVE.sub(lambda match: "" if _condition(match["when"]) else match[0], text)


def chosen(text: str, values: list, outputs: list[Output]) -> list | str:
    """Return those of `values` of which `text` speaks: all, or those whose outputs pass the test in it.

    As long as there are no such outputs, return the words of the test.
    """
    clause = _WHICH_HAVE.search(text)
    condition = _condition(clause["when"]) if clause else None
    if condition is None:
        return values
    known = {value: _about(str(value), outputs) for value in values}
    if not any(known.values()):
        return clause["when"]
    return [value for value, about in known.items() if any(map(condition.holds, about))]


def listed(outputs: list[Output]) -> list | None:
    """Return the short values of the latest output that is a list; None without one."""
    for output in reversed(outputs):
        given = as_list(output.content)
        if given and all(isinstance(one, str | int) and len(str(one)) <= LONGEST_VALUE for one in given):
            return given
    return None


def _condition(text: str) -> Condition | None:
    for test, compare in _TESTS:
        if found := test.search(text):
            rest = _AMOUNT.sub(" ", f"{text[: found.start()]} {text[found.end() :]}")
            about = " ".join(_NO_SUBJECT.sub(" ", rest).split()).strip(" .?!")
            what = re.sub(r"\W*\b(?:is|are|has|have)\W*\Z", "", text[: found.start()]).strip()
            question = f"What is {what}?" if " of " in what else f"How many {about} are there?" if about else ""
            return Condition(compare, float(found[1] or 0), about, question)
    return None


def _decided(condition: Condition, action: str, outputs: list[Output]) -> tuple[str, bool | None]:
    """Return what is to be asked or done now, and whether the condition holds (None: nobody knows yet)."""
    action = action.rstrip(" .!")
    if everything(condition.about) or condition.about in ("item", "an item"):
        return f"{action} of everything", None
    known = _about(condition.about, outputs)
    if not known:
        return condition.question, None
    met = condition.holds(known[-1])
    about = next((value for value in known[-1].arguments.values() if isinstance(value, str)), "")
    if not met or not telling(about) or set(telling(about)) & set(telling(action)):
        return (action if met else ""), met
    pronoun = _PRONOUN.search(action)
    return (_PRONOUN.sub(lambda _: about, action, count=1) if pronoun else f"{action} of {about}") + ".", met


def _about(name: str, outputs: list[Output]) -> list[Output]:
    """Return the outputs of calls about something; the latest for ""."""
    whole = [output for output in outputs if why_failed(parsed(output.content)) is None]
    if not name:
        return whole[-1:]
    said = stems(name)
    return [
        output
        for output in whole
        if any((of := stems(str(value))) and (said <= of or of <= said) for value in output.arguments.values())
    ]


def _referred(sentence: str, outputs: list[Output]) -> str:
    """Return a sentence with the latest output in place of "the result"; without what has to wait for one."""
    first, *rest = pieces(sentence) or [""]
    waiting = [part for part in rest if _RESULT.search(part) and not _OWN_IT.search(part) and not quoted(part)]
    if not waiting:
        return sentence
    latest = _value(outputs[-1]) if outputs else None
    told = "" if latest is None else latest
    made = [part if part not in waiting else _RESULT.sub(lambda _: told, part, count=1) if told else "" for part in rest]
    return "".join([first, *made])


def _value(output: Output) -> str | None:
    """Return an output as it can stand in a sentence: a number as it is, a text in quotes; None for anything else."""
    value = parsed(output.content)
    if why_failed(value) is not None or not isinstance(value, str):
        return None
    return value if re.fullmatch(r"-?\d+(?:\.\d+)?", value) else f'"{value}"'


def number(output: Output) -> float | None:
    """Return the number that an output tells: the first one in it; 0 for an empty list."""
    value = parsed(output.content)
    if isinstance(value, list) and not any(isinstance(one, dict) for one in value):
        return float(len(value))
    found = re.search(r"-?\d+(?:\.\d+)?", output.content)
    return float(found[0]) if found else None
