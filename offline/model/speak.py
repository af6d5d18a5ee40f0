"""Decide what to say: call tools, fill a form, look at pictures, answer, or say that there is no answer.

This is the only place that decides. What it gives are weighted plans, each a list of parts; which of
them is followed is drawn like any other choice, so that temperature acts on it, too.

The rooms for tools and forms are large, and loaded when first a request asks for one.
"""

from dataclasses import dataclass, field, replace
from functools import partial

from . import injections, json_in_words, judging, layouts, pictures, replies, sourced
from .answers import Answers
from .context import TOLD
from .instructions.following import NOTE
from .reply import Part, way
from .tool import Tool

DECLINED = "I'm sorry, but I can't help with that."
READ = 'I have read {names}: {words} words that begin with "{start}". I am the offline stand-in, and have no answer to more than that.'

# How much a message counts as a source of values: the question itself, what tools gave back, what the
# stand-in would answer, what was said before (less, the longer ago).
QUESTION, OUTPUT, ANSWER, EARLIER, FADING, INSTRUCTIONS = 1.0, 0.9, 0.8, 0.6, 0.8, 0.1
MESSAGES_READ = 12

Plan = tuple[float, list[Part]]


@dataclass
class Asked:
    """What a request asks for: `messages` as in `history`, and what the reply may or must be.

    `schema` is the form of a structured reply; `json` wants an object of any form. `forced` wants a
    call of a tool, `only` names the tools that may be called (None: all). `in_words`: only the words of a
    message ask for JSON; `alone`: what was said before the last message is no source of it.
    """

    messages: list[dict]
    forms: tuple[str, ...] = ()
    tools: list[Tool] = field(default_factory=list)
    forced: bool = False
    only: frozenset[str] | None = None
    parallel: bool = True
    schema: dict | None = None
    json: bool = False
    in_words: bool = False
    alone: bool = False
    declines: bool = False


def plan(asked: Asked, known: Answers) -> list[Plan]:
    """Return the weighted plans of a reply."""
    if asked.declines:
        return [(1.0, [Part("declined", [way(DECLINED)])])]
    layout = layouts.read(asked.messages, keys=asked.json)
    asked = replace(asked, messages=layout.messages)
    if obeyed := injections.obey(asked.messages):
        if obeyed.reply and asked.schema is None and not asked.json and not asked.forced:
            return [(1.0, [Part("message", [way(obeyed.reply)])])]
        ordered = replace(asked, messages=obeyed.messages)
        asked = ordered if _can(ordered, known) else asked
    calls = _calls(asked, known) if asked.tools else []
    left = 1.0 - sum(weight for weight, _ in calls)
    if (asked.forced and calls) or left <= 0:
        return calls
    said = _message(asked, known)
    if layout.field and asked.schema is None and not asked.json:
        said = replace(said, ways=[*map(layout.around, said.ways)])
    return [*calls, (left, [said])]


def _can(ordered: Asked, known: Answers) -> bool:
    """Return whether there is anything to do for what is asked; if not, the model goes on with what was asked before."""
    wanted = ordered.schema is not None or ordered.json or any(message["role"] == "output" for message in ordered.messages[-1:])
    return (
        wanted
        or bool(ordered.tools and _calls(ordered, known))
        or not replies.find(ordered.messages, ordered.forms, known).unknown
    )


def _calls(asked: Asked, known: Answers) -> list[Plan]:
    from . import tools

    answer = _own_answer(asked, known)
    return tools.calls(
        asked.tools,
        asked.messages,
        forced=asked.forced,
        only=asked.only,
        parallel=asked.parallel,
        answerable=bool(answer),
        also=answer,
    )


def _message(asked: Asked, known: Answers) -> Part:
    if asked.schema is not None or asked.json:
        return (asked.json and _shown(asked, known)) or _form(asked, known)
    if told := _from_outputs(asked):
        return told
    last = asked.messages[-1] if asked.messages else {}
    if seen := last.get("pictures"):
        return Part("message", [way(pictures.describe(seen, last["content"]))])
    if shown := _shown(asked, known):
        return shown
    wishes = _wishes(asked)
    if json_in_words.wanted_in(wishes):
        asked = replace(asked, messages=json_in_words.without_template(asked.messages), json=True, in_words=True)
        asked = replace(asked, schema=json_in_words.shape(wishes, answered=bool(_own_answer(asked, known))))
        bare = json_in_words.alone(asked.messages)
        form = alone = _form(replace(asked, messages=bare, alone=True), known)
        if bare == asked.messages and not json_in_words.has_first(
            alone.likeliest()
        ):  # it goes on from what was said: "on Friday"
            form = replace(alone, ways=[way(json_in_words.with_new(_form(asked, known).likeliest(), alone.likeliest()))])
        return replace(form, ways=json_in_words.wrapped(form.ways, wishes))
    reply = replies.find(asked.messages, asked.forms, known)
    if reply.unknown and (files := [message for message in asked.messages if "file" in message]):
        return Part("message", [way(_read(files))])
    if reply.unknown and (told := _from_outputs(asked, earlier=True)):
        return told
    if reply.unknown and (seen := _seen(asked)):
        return Part("message", [way(pictures.describe(seen, last["content"]))])
    return Part("message", reply.ways, guarded=reply.guarded)


def _form(asked: Asked, known: Answers) -> Part:
    from . import evidence, forms

    found = _from_sources(asked) or evidence.find(_invented(asked) or _passages(asked, known))
    return Part("message", forms.ways(asked.schema, found), guarded=True)


def _from_sources(asked: Asked):
    """Return what the sources that are sent along tell for a form; None if there are none to keep to."""
    from .sourced.evidence import SourcedEvidence

    request = sourced.read(asked.messages)
    if request is None:
        return None
    quotes = sourced.find(request.question, request.sources)
    answer = " ".join(quote.sentence for quote in quotes) or request.not_there
    return SourcedEvidence(answer, quotes)


def _shown(asked: Asked, known: Answers) -> Part | None:
    """Return the object whose JSON Schema the request shows in its words; None if it shows none, or one that is beyond us."""
    schema, messages = json_in_words.schema_in(asked.messages, filled=asked.json)
    if schema is None:
        return None
    from . import forms

    try:
        form = _form(replace(asked, messages=messages, schema=schema, json=False), known)
    except forms.Unbuildable:
        return None
    return form if asked.json else replace(form, ways=json_in_words.wrapped(form.ways, _wishes(asked)))


def _wishes(asked: Asked) -> list[str]:
    """Return what may say how the reply is to be: the last message, and the instructions."""
    last = [message["content"] for message in asked.messages[-1:]]
    return [*last, *(sourced.outside(message["content"]) for message in asked.messages if message["role"] in TOLD)]


def _from_outputs(asked: Asked, *, earlier: bool = False) -> Part | None:
    if not any(message["role"] == "output" for message in asked.messages):
        return None
    from . import outputs

    return outputs.from_earlier(asked.messages) if earlier else outputs.from_outputs(asked.messages, asked.tools)


def _seen(asked: Asked) -> tuple[pictures.Picture, ...]:
    """Return the pictures that were sent last."""
    return next((message["pictures"] for message in reversed(asked.messages) if "pictures" in message), ())


def _read(files: list[dict]) -> str:
    words = sum(len(message["content"].split()) for message in files)
    start = " ".join(files[0]["content"].split()[:12])
    return READ.format(names=" and ".join(message["file"] for message in files), words=f"{words:,}", start=start)


def _passages(asked: Asked, known: Answers) -> list[tuple[float, str]]:
    """Return the texts that values may come from, with how much each counts; an answer goes before the objects of earlier replies."""
    if verdict := _verdict(asked, known):
        return [(QUESTION, verdict)]
    answer = _own_answer(asked, known)
    spoken = [message for message in asked.messages if message["role"] in ("user", "assistant", "output")]
    spoken = spoken[-1:] if asked.alone else spoken[-MESSAGES_READ:]
    if answer or asked.in_words:  # an object that was given before tells nothing of the next
        spoken = [one for one in spoken if one["role"] != "assistant" or not one["content"].lstrip("`json \n").startswith("{")]
    passages, weight = [], QUESTION
    for message in reversed(spoken):
        if message["role"] == "output":
            passages.append((OUTPUT, message["content"]))
        else:
            passages.append((weight, message["content"]))
            weight = EARLIER if weight == QUESTION else weight * FADING
    passages += [(ANSWER, pictures.as_data(seen))] if (seen := _seen(asked)) else []
    told = [(INSTRUCTIONS, message["content"]) for message in asked.messages if message["role"] in TOLD and asked.json]
    return passages + answer + told


def _invented(asked: Asked) -> list[tuple[float, str]]:
    """Return a text about somebody invented, where JSON about an invented person is asked for and no text is sent along."""
    said = asked.messages[-1]["content"] if asked.messages else ""
    return [(QUESTION, json_in_words.SOMEBODY)] if asked.json and json_in_words.wants_somebody(said) else []


def _verdict(asked: Asked, known: Answers) -> str | None:
    """Return the verdict on replies that the last message asks for, as a text that values may come from."""
    told = "\n".join(message["content"] for message in asked.messages if message["role"] in TOLD)
    verdict = (
        judging.judged(asked.messages[-1]["content"], told, partial(replies.own_answer, known=known)) if asked.messages else None
    )
    return verdict and verdict.lines


def _own_answer(asked: Asked, known: Answers) -> list[tuple[float, str]]:
    """Return what the stand-in would answer without tools and forms, as a passage that values may come from."""
    wanted = (replies.DATA, *asked.forms) if asked.schema is not None or asked.json else asked.forms
    reply = replies.find(asked.messages, wanted, known)
    said = Part("message", reply.ways).likeliest().partition(NOTE.partition("{")[0])[0]
    return [] if reply.unknown else [(ANSWER, said)]
