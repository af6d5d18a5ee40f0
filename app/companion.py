"""A talk about the course: its answers quote the pages, and no quote is shown that does not stand there."""

import json
import re
from collections.abc import Callable, Iterator
from inspect import signature

from openai import OpenAI, pydantic_responses_function_tool
from openai.types.responses import ResponseFunctionToolCall
from pydantic import create_model

from support.pages import Page, is_quoted_from
from utils import DEFAULT_MODEL, Conversation, CutOff, NotOffered, merge_parameters, stream_response

from .library import Library
from .study import Study

NOT_THERE = "The course does not say that."
HELD_BACK = "I have an answer, but no page of the course says it, so I do not show it. Ask in other words?"
REFUSED = "I do not answer that. If you are not well, please talk to somebody you trust, or to a doctor."
RULES = f"""You are the study companion of a course about the OpenAI API.
Answer only from the sources. Quote each sentence that says it, word for word, as «sentence» [number of its source].
If the sources do not say it, answer "{NOT_THERE}" and quote nothing.
If the learner wants a quiz, or asks for progress, call the tool."""
QUOTE = re.compile(r"«([^»]+)»\s*\[(\d+)\]")
STEPS = 3  # requests for one question: calls of tools, and the answer
MOST_TOKENS = 600  # of one reply


class Companion:
    """One talk with one learner. `ask` yields a reply while it is written; `checked` says what of it may stay."""

    def __init__(self, client: OpenAI, study: Study, library: Library):
        self.client, self.study, self.library = client, study, library
        self.talk = Conversation(client=client, max_history_tokens=2_000)
        self.tools = {function.__name__: function for function in (study.quiz, study.progress)}
        self.sources: list[Page] = []
        self.used_tool = False

    def ask(self, question: str) -> Iterator[str]:
        """Ask, and yield the reply piece by piece. Raises openai.OpenAIError, or one of its kinds, and then remembers nothing."""
        self.sources, self.used_tool = self._sources_for(question), False
        if self._is_harmful(question):
            yield REFUSED
            return
        items = messages = self.talk.messages_to_send(question)
        for _ in range(STEPS):
            response, text = yield from stream_response(self.client, input=items, **self._parameters())
            if response.status == "incomplete":
                raise CutOff("The reply was cut off. Ask for less at once.", text)
            calls = [item for item in response.output if item.type == "function_call"]
            if not calls:
                self.talk.messages = [*messages, {"role": "assistant", "content": self.checked(text)[0]}]
                return
            items = [*items, *response.output, *map(self._output_of, calls)]

    def checked(self, text: str) -> tuple[str, list[Page]]:
        """Return what may be shown of a reply, and the pages that it quotes. Without a quote that holds, it is not shown."""
        quotes = [
            (words, self.sources[int(n) - 1] if 0 < int(n) <= len(self.sources) else None) for words, n in QUOTE.findall(text)
        ]
        if quotes and all(page and is_quoted_from(words, page.text) for words, page in quotes):
            return text, list(dict.fromkeys(page for _, page in quotes))
        return text if self.used_tool or text in (NOT_THERE, REFUSED) else HELD_BACK, []

    def _sources_for(self, question: str) -> list[Page]:
        """Return the pages for a question; those of the last answer stay, since "and why?" names nothing to look for."""
        last = self.talk.messages[-1]["content"] if self.talk.messages else ""
        return list(dict.fromkeys([*self.library.search(question), *self.checked(last)[1]]))

    def _is_harmful(self, question: str) -> bool:
        """Return whether moderation flags a question. A server that has no moderation lets all through."""
        try:
            return self.client.moderations.create(input=question).results[0].flagged
        except NotOffered:
            return False

    def _parameters(self) -> dict:
        numbered = enumerate(self.sources, start=1)
        sources = [f'<source id="{n}" title="{page.heading}">\n{page.text}\n</source>' for n, page in numbered]
        tools = [tool_of(function) for function in self.tools.values()]
        given = {"instructions": "\n\n".join([RULES, *sources]), "tools": tools, "max_output_tokens": MOST_TOKENS}
        return merge_parameters(DEFAULT_MODEL, given)

    def _output_of(self, call: ResponseFunctionToolCall) -> dict:
        """Run a call, and return its output; what goes wrong is told to the model."""
        self.used_tool = True
        try:
            output = self.tools[call.name](**json.loads(call.arguments))
        except (KeyError, TypeError, ValueError) as error:
            output = f"Error: {error}"
        return {"type": "function_call_output", "call_id": call.call_id, "output": output}


def tool_of(function: Callable) -> dict:
    """Return a function as a tool: its name, its docstring, and the types of its parameters."""
    fields = {name: (parameter.annotation, ...) for name, parameter in signature(function).parameters.items()}
    return pydantic_responses_function_tool(create_model(function.__name__, __doc__=function.__doc__, **fields))
