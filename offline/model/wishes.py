"""What the last question of a conversation asks for: which tools, how surely, and from which words to fill them.

    Wishes([get_weather, get_time], turn of "Weather in Paris, and what time is it in Tokyo?").all()
    -> [Wish(get_weather, "Weather in Paris, and ", 0.9), Wish(get_time, "what time is it in Tokyo? ", 0.9)]

Each piece of the message goes to the tool that fits it best; a piece that fits none belongs to the one
before it. A question that asks for nothing may still be the answer to what was asked back, a follow-up
("and in Rome?"), or one for which the instructions order a tool.
"""

import re
from dataclasses import dataclass, field, replace

from . import forms
from .chains import looks_up, mentioned, provides, stands_for
from .choosing import INSTRUCTED, fit, insists, searches
from .filling import Call, Passages, fill
from .meaning import words
from .regex import Regex
from .reply import Part
from .requests import pieces, sentences
from .tasks import everything
from .tool import Tool
from .turns import Turn

ASKED_FOR = 0.5  # from this fit on, a piece of the message asks for a tool
DOUBTFUL = 0.25  # below this fit a tool is out of the question
LEAST_FIT = 0.3  # below this fit arguments tell nothing about it
FILLED, LACKING = 0.5, 0.85  # what arguments leave of the doubt if all are there, and of the fit if one is missing
LIKELIEST = 0.98
FOLLOWED_UP = 0.9  # how surely an answer is meant for the tool that lacked it, and "and in Rome?" for the last one
SEARCHED_FOR = 0.6  # how surely a question that nothing else can answer is meant for a search
RIVALS = 3  # so many of the best tools are compared with their arguments
SAME_FORM = 0.02  # breaks ties: "files" is nearer to list_files than to read_file

_ORDER = Regex(r"\b(?:should|must|always|use|call|first|start by|begin by)\b", re.IGNORECASE)
_CONDITION = Regex(
    r"\b(?:when(?:ever)?|if|in case)\b.{0,20}\b(?:user|customer|client|learner|student|pupil|reader|visitor|guest|patient|caller|member|"
    r"person|people|someone|somebody|anyone|anybody|asked|asks|they|question|needed|necessary)\b",
    re.IGNORECASE,
)
_FOLLOWS_UP = Regex(r"(?:and|what about|how about|same for|now|also|or)\b", re.IGNORECASE)
_AROUND = Regex(
    r"\A\W*(?:(?:it is|it's|it’s|in|for|to|at|use|please|i mean|the|my|is)\s+)*|\W*(?:please|thanks|thank you)?\W*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Wish:
    """What a piece of the message asks for: a tool, how surely, and what lies nearest to fill it from."""

    tool: Tool
    text: str
    fit: float
    passages: Passages = field(default_factory=list)  # nearer than the text


class Wishes:
    """Finds what the last question of a conversation asks for."""

    def __init__(self, tools: list[Tool], turn: Turn, *, answerable: bool):
        self.tools, self.turn, self.answerable = tools, turn, answerable

    def all(self) -> list[Wish]:
        """Return the wishes in their order; also one that is not clear enough, if it is all there is."""
        question = self.turn.question
        if clear := self._clear(question) or self._answered():
            return clear
        if _FOLLOWS_UP.match(question):
            return [Wish(tool, question, FOLLOWED_UP) for tool in self.tools if tool.name == self.turn.last_tool]
        text = " ".join(sentences(question))
        if not text:
            return []
        best = self._best(text)
        return self._instructed(text) or self._searched(text) or ([best] if best else [])

    def others(self, wish: Wish) -> list[Wish]:
        """Return the wishes that the same words may mean as well, for other tools."""
        fits = [(fit(tool, wish.text, self.turn.instructions), tool) for tool in self.tools if tool is not wish.tool]
        nearest = sorted(fits, key=lambda one: -one[0])[:RIVALS]
        return [Wish(tool, wish.text, near) for near, tool in nearest if near >= ASKED_FOR]

    def _clear(self, question: str) -> list[Wish]:
        """Return what the parts of a question clearly ask for, each with all that stands around it."""
        wishes: list[Wish] = []
        waiting = ""  # what comes before the first clear piece belongs to it
        for piece in pieces(question):
            best = self._best(piece)
            asks = best is not None and best.fit >= ASKED_FOR
            if asks and not (wishes and wishes[-1].tool is best.tool and tried(best.tool, piece).missing):
                wishes.append(replace(best, text=waiting + piece))
                waiting = ""
            elif wishes:
                wishes[-1] = replace(wishes[-1], text=wishes[-1].text + piece)
            else:
                waiting += piece
        return wishes

    def _best(self, text: str) -> Wish | None:
        """Return the wish for the tool that fits best, with its arguments if the words do not decide."""
        said = set(words(text))
        fits = [(fit(tool, text, self.turn.instructions), tool) for tool in self.tools]
        ranked = sorted(fits, key=lambda one: -one[0] - SAME_FORM * len(said & set(words(one[1].name))))
        rivals = [Wish(tool, text, min(near, LIKELIEST)) for near, tool in ranked[:RIVALS] if near >= DOUBTFUL]
        if len(rivals) < 2:
            return next(iter(rivals), None)
        best = max(rivals, key=lambda wish: weighed(wish, tried(wish.tool, text)))
        return next((wish for wish in rivals if wish.fit >= ASKED_FOR and _wants(wish.tool, best.tool, text)), best)

    def _answered(self) -> list[Wish]:
        """Return the wish of the question before, if the reply asked for what it lacks and now it was told."""
        question, before = self.turn.question, self.turn.question_before
        if not self.turn.was_asked or "?" in question or not sentences(question):
            return []
        if self.turn.asked_back:
            name, missing = self.turn.asked_back
            wanted = [tool for tool in self.tools if tool.name == name]
        else:
            wanted = [wish.tool for wish in self._clear(before)[-1:]]
            missing = [name for tool in wanted for name in tried(tool, before).missing]
        told_now = f"{missing[0]}: {_AROUND.sub('', question)}" if len(missing) == 1 else question
        return [Wish(tool, before, FOLLOWED_UP, [(1.0, told_now)]) for tool in wanted if missing]

    def _instructed(self, text: str) -> list[Wish]:
        """Return what the instructions ask for whatever the question is: their tools, or any that the question has all for."""
        asked = self.turn.instructions
        if insists(asked):
            return [Wish(tool, text, INSTRUCTED) for tool in self.tools if required(tool) and not tried(tool, text).missing][:1]
        orders = [sentence for sentence in sentences(asked) if _ORDER.search(sentence) and not _CONDITION.search(sentence)]
        ordered = [tool for tool in self.tools if any(fit(tool, order) >= ASKED_FOR for order in orders)]
        return [Wish(tool, text, INSTRUCTED) for tool in ordered if not required(tool)]

    def _searched(self, text: str) -> list[Wish]:
        """Return the search for a question that neither the model nor another tool can answer."""
        if self.answerable or not text.rstrip().endswith("?"):
            return []
        return [Wish(tool, text, SEARCHED_FOR) for tool in self.tools if searches(tool) and not tried(tool, text).missing][:1]


def _wants(tool: Tool, other: Tool, text: str) -> bool:
    """Return whether `tool` takes what `other` tells: in "the weather where Anna lives", the city; in "all items", each of them."""
    if tool is other or not required(tool):
        return False
    if not required(other) and looks_up(other) and everything(text):
        return True
    return any(provides(other, name) and (mentioned(other, tool, text) or not stands_for(name, text)) for name in required(tool))


def weighed(wish: Wish, call: Call) -> float:
    """Return how sure a call is: surer than the words alone where the text has all that the tool requires, less if not."""
    if not required(call.tool) or wish.fit < LEAST_FIT:
        return wish.fit
    return wish.fit * LACKING if call.missing else 1 - (1 - wish.fit) * FILLED


def tried(tool: Tool, text: str) -> Call:
    """Return the call with what `text` alone tells; one that lacks everything if the tool's schema is beyond us."""
    try:
        return fill(tool, [(1.0, text)])
    except forms.Unbuildable:
        return Call(tool, Part("call", []), {}, tuple(required(tool) or ["anything"]))


def required(tool: Tool) -> list[str]:
    """Return the names of what `tool` cannot do without."""
    return ["input"] if tool.custom else (tool.parameters or {}).get("required", [])
