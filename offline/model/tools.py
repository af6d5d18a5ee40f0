"""Decide whether tools are called, which, and with what.

    calls([Tool("get_weather", "Get the weather in a city.", {...})],
          [{"role": "user", "content": "Weather in Oslo and Rome?"}])
    -> [(0.98, [Part(call of get_weather, {"city":"Oslo"}), Part(call of get_weather, {"city":"Rome"})])]

The message is cut into pieces that ask for one thing each (`requests`), each piece goes to the tool that
fits it best (`choosing`, `wishes`), and its words fill the arguments (`filling`). A call that was made
since the question is not made again. Nothing is remembered: with the outputs in the messages the same
decision is made once more, and what is still to do comes out.
"""

from dataclasses import replace

from . import arithmetic, conversions, tasks
from .arithmetic import properties
from .chains import entries, leaves, looks_up, mentioned, provides, stands_for, told
from .choosing import ends, fit, hands_over, verbs_of
from .filling import Call, Passages, fill, key, spread
from .outputs import asks_again
from .reply import Part, way
from .tool import Tool
from .turns import Turn
from .wishes import ASKED_FOR, LIKELIEST, Wish, Wishes, required, tried, weighed

__all__ = ["Tool", "ask_back", "calls"]

SHARPNESS = 2  # how much surer a decision is than the fit it is made by
RIVALRY, SECOND = 8, 0.95  # ... and than another tool; what one counts that fits as well
OUTPUTS_COUNT, QUESTION_COUNTS, EARLIER_COUNTS, FADING, INSTRUCTIONS_COUNT = 0.9, 0.5, 0.4, 0.8, 0.1  # as sources of values
EARLIER = 6  # so many messages before the question are read for what it lacks


def calls(
    tools: list[Tool],
    messages: list[dict],
    *,
    forced: bool = False,
    only: frozenset[str] | None = None,
    parallel: bool = True,
    answerable: bool = True,
    also: Passages = (),
) -> list[tuple[float, list[Part]]]:
    """Return weighted ways to go on with tools: each a list of calls, or one message that asks for what is missing.

    What the weights lack to 1 is for a reply without tools; nothing at all means that none fits. `messages`
    are those of `turns.Turn`. With `forced` there is always a call, and the weights sum to 1; what nobody
    told then has the smallest value that the schema allows. `only` names the tools that may be called;
    without `parallel` a list has one call. A question that is not `answerable` without tools goes to one that
    searches, if there is one. `also` are passages (weight, text) to take values of a forced call from where
    the conversation has none. Raises forms.Unbuildable for a call whose schema allows no arguments.
    """
    offered = [tool for tool in tools if only is None or tool.name in only]
    if not offered:
        return []
    plan = Plan(offered, Turn(messages), forced=forced, answerable=answerable)
    rows = plan.rows(parallel)
    if not forced:
        return rows
    rows = [(weight, parts) for weight, parts in rows if parts[0].kind == "call"]
    total = sum(weight for weight, _ in rows)
    return [(weight / total, parts) for weight, parts in rows] if total >= ASKED_FOR else [(1.0, [plan.forced(also)])]


def ask_back(tool: Tool, missing: list[str] | tuple[str, ...]) -> Part:
    """Return the message that asks for required arguments that are nowhere; the answer to it leads to the call.

    `turns.Turn.asked_back` reads it again from "tool needs `name`".
    """
    names = [f"`{name}`" for name in missing]
    needed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    wanted = [name.replace("_", " ") for name in missing]
    question = f"Which {wanted[0]}?" if len(missing) == 1 else "I need a little more."
    ways = [
        way(f"{question} {tool.name} needs {needed}, and I do not find it in what you wrote.", 3),
        way(f"Please tell me the {', '.join(wanted)}: {tool.name} needs {needed}."),
    ]
    return Part("message", ways)


class Plan:
    """What is still to be called for the last question of a conversation."""

    def __init__(self, offered: list[Tool], turn: Turn, *, forced: bool, answerable: bool):
        self.offered, self.turn = (
            offered,
            turn.asking(tasks.due(turn.question, turn.outputs, calculates=any(map(arithmetic.calculates, offered)))),
        )
        handed_over = any(hands_over(Tool(name)) for name, _ in turn.made)
        excluded = [tool for tool in offered if (forced and ends(tool)) or (handed_over and hands_over(tool))]
        self.tools = [tool for tool in offered if tool not in excluded]
        self.wishes = Wishes(self.tools, self.turn, answerable=answerable)

    def rows(self, parallel: bool) -> list[tuple[float, list[Part]]]:
        """Return the weighted ways to go on: the calls that are due, or asking back, and what else might be called."""
        wishes = self.wishes.all()
        due = [(wish, call) for wish in wishes for call in self._calls(wish, wishes)]
        ready = self._not_made([(weighed(wish, call), call) for wish, call in due if not call.missing])
        if ready:
            surest, parts = min(weight for weight, _ in ready), [call.part for _, call in ready]
            rows = [(surest, parts if parallel else parts[:1]), *(self._others(wishes[0]) if len(wishes) == 1 else [])]
            total = sum(weight**RIVALRY for weight, _ in rows)
            return [(decided(surest) * weight**RIVALRY / total, parts) for weight, parts in rows]
        lacking = [(wish, call) for wish, call in due if call.missing and wish.fit >= ASKED_FOR and not self.turn.outputs]
        return [(decided(wish.fit), [ask_back(call.tool, call.missing)]) for wish, call in lacking[:1]]

    def forced(self, also: Passages) -> Part:
        """Return the call that is made though nothing in the text asks for one."""
        text = self.turn.question
        tool = max(self.offered, key=lambda tool: (not self._was_made(tool), ends(tool), fit(tool, text)))
        found = [leaf for output in self.turn.outputs for entry in entries(output.content) for leaf in leaves(entry)]
        returned = "\n".join(f"{path[-1]}: {value}" if path else str(value) for path, value in found)
        return fill(tool, [*self._wider([(1.0, text)]), (OUTPUTS_COUNT, returned), *also], computed(tool, text)).part

    def _calls(self, wish: Wish, wishes: list[Wish]) -> list[Call]:
        """Return the calls for a wish; one that lacks something says so. None if it has to wait for another tool's output."""
        if tasks.everything(wish.text) and (each := self._each(wish, wishes)) is not None:
            return each
        known = computed(wish.tool, wish.text)
        near = [*wish.passages, (1.0, wish.text)]
        found = [fill(wish.tool, near, known)] if wish.passages or known else spread(wish.tool, wish.text)
        lacking = list(found[0].missing) or self._told_elsewhere(found[0], wish.text)
        if not lacking:
            return found
        outputs = [*self.turn.outputs_before, *self.turn.outputs]
        values = {name: told(name, outputs, wish.text) for name in lacking}
        known = {name: value for name, value in values.items() if value is not None}
        lacking = [name for name in lacking if name not in known]
        sources = [tool for name in lacking for tool in self._sources(name, but=wish.tool) if not self._was_made(tool)]
        if any(other.tool in sources for other in wishes):
            return []
        if sources:
            first = self._calls(replace(wish, tool=sources[0]), [])
            return found if any(call.missing for call in first) else first
        return [fill(wish.tool, self._wider(near), known)]

    def _sources(self, parameter: str, but: Tool | None = None) -> list[Tool]:
        return [tool for tool in self.tools if tool is not but and provides(tool, parameter)]

    def _told_elsewhere(self, call: Call, text: str) -> list[str]:
        """Return the arguments that the text only describes, as another tool tells them: "the city where Anna lives"."""
        return [
            name
            for name in required(call.tool)
            if (sources := self._sources(name, but=call.tool))
            and (not stands_for(name, call.arguments.get(name)) or any(mentioned(tool, call.tool, text) for tool in sources))
        ]

    def _each(self, wish: Wish, wishes: list[Wish]) -> list[Call] | None:
        """Return the calls for each value of a list, or of what lists them; None if no list is meant."""
        takes = _takes_text(wish.tool)
        values = tasks.listed(self.turn.outputs)
        if not takes:
            return None
        if values is not None:
            chosen = tasks.chosen(wish.text, values, self.turn.outputs)
            if isinstance(chosen, str):
                return self._tested(chosen, values)
            return [fill(wish.tool, [(1.0, tasks.without_test(wish.text))], {takes: value}) for value in chosen]
        if any(other.tool is not wish.tool and not self._was_made(other.tool) for other in wishes[:1]):
            return []  # the list may come of that
        lists = [tool for tool in self.tools if not required(tool) and looks_up(tool) and not self._was_made(tool)]
        return [fill(tool, []) for tool in lists[:1]] or None

    def _tested(self, test: str, values: list) -> list[Call]:
        """Return the calls that tell of each value what a test is about, such as "a load of more than 80"."""
        reading = [tool for tool in self.tools if _takes_text(tool) and not verbs_of(tool)]
        best = max(reading, key=lambda tool: fit(tool, test), default=None)
        return [fill(best, [], {_takes_text(best): value}) for value in values] if best else []

    def _wider(self, near: Passages) -> Passages:
        """Return passages with what lies further away: the whole question, what was said before, the instructions."""
        earlier = [(EARLIER_COUNTS * FADING**number, text) for number, text in enumerate(self.turn.earlier[:EARLIER])]
        read = {text for _, text in near}  # twice, it would give one value to two arguments
        whole = [(QUESTION_COUNTS, self.turn.question)] if self.turn.question not in read else []
        return [*near, *whole, *earlier, (INSTRUCTIONS_COUNT, self.turn.instructions)]

    def _others(self, wish: Wish) -> list[tuple[float, list[Part]]]:
        """Return what other tools might be called for the same words, with how well they fit."""
        others = [(other, tried(other.tool, other.text)) for other in self.wishes.others(wish) if not self._was_made(other.tool)]
        return [(SECOND * weighed(other, call), [call.part]) for other, call in others if not call.missing]

    def _was_made(self, tool: Tool) -> bool:
        return any(name == tool.name for name, _ in self.turn.made)

    def _not_made(self, ready: list[tuple[float, Call]]) -> list[tuple[float, Call]]:
        """Return each call once, if it was not made yet. One that was made with other arguments stands for one of its tool."""
        ready = list({call.key: (weight, call) for weight, call in reversed(ready)}.values())[::-1]
        again = {key(output.tool, output.arguments) for output in self.turn.outputs[-1:] if asks_again(output.content)}
        made = [call for name, arguments in self.turn.made if (call := key(name, arguments)) not in again]
        planned = {call.key for _, call in ready}
        others = [name for name, arguments in made if (name, arguments) not in planned]
        left = []
        for weight, call in ready:
            if call.key in made:
                continue
            if call.tool.name in others:
                others.remove(call.tool.name)
                continue
            left.append((weight, call))
        return left


def _takes_text(tool: Tool) -> str | None:
    """Return the first text that `tool` cannot do without."""
    return next((name for name in required(tool) if properties(tool)[name].get("type") == "string"), None)


def computed(tool: Tool, text: str) -> dict | None:
    """Return the arguments that a calculation or a conversion in `text` settles."""
    return arithmetic.arguments(tool, text) or conversions.arguments(tool, text)


def decided(fit: float) -> float:
    """Return the weight of a decision with a fit: what is near 0 or 1 comes nearer, so that few greetings call a tool."""
    wanted, not_wanted = fit**SHARPNESS, (1 - fit) ** SHARPNESS
    return min(wanted / (wanted + not_wanted), LIKELIEST)
