"""A talk about the course: its answers quote the pages, and no quote is shown that does not stand there."""

import json
import re
from collections.abc import Iterator
from inspect import signature

from openai import OpenAI, pydantic_responses_function_tool
from pydantic import create_model

from support.pages import Page, is_quoted_from
from utils import DEFAULT_MODEL, Conversation, CutOff, NotOffered, merge_parameters, stream_response

from .library import Library
from .study import Study

NOT_THERE = "The course does not say that."
HELD_BACK = "I have an answer, but I could not find it in the course. So I do not show it. Ask in other words?"
REFUSED = "I do not answer that. If you are not well, please talk to somebody: findahelpline.com lists people who listen, by country."
RULES = f"""You are the study companion of a course about the OpenAI API.
Answer only from the sources. Quote each sentence that says it, word for word, as «sentence» [number of its source].
If the sources do not say it, answer "{NOT_THERE}" and quote nothing.
If the learner wants a quiz, or asks for progress, call the tool."""
LONGEST = 1_000  # characters of a question
STEPS = 3  # requests for one question: an answer, or calls of tools and then the answer
MOST_TOKENS = 600  # of one reply
QUOTE = re.compile(r"«([^»]+)»\s*\[(\d+)\]")


class Companion:
    """One talk with one learner. `ask` yields a reply while it is written; `checked` says what of it may stay."""

    def __init__(self, client: OpenAI, study: Study, library: Library):
        self.client, self.study, self.library = client, study, library
        self.talk = Conversation(client=client, max_history_tokens=2_000)
        self.sources: list[Page] = []
        self.used_tool = False
        self.tools = {function.__name__: function for function in (study.quiz, study.progress)}

    def ask(self, question: str) -> Iterator[str]:
        """Ask, and yield the reply piece by piece. Raises openai.OpenAIError, or one of its kinds, and then remembers nothing."""
        self.sources, self.used_tool = self._sources_for(question), False
        if self._is_harmful(question):
            yield REFUSED
            return
        items = self.talk.messages_to_send(question)
        for _ in range(STEPS):
            response, text = yield from stream_response(self.client, input=items, **self._parameters())
            if response.status == "incomplete":
                raise CutOff("The reply was cut off. Ask for less at once.", text)
            calls = [item for item in response.output if item.type == "function_call"]
            if not calls:
                self._remember(question, text)
                return
            items = [*items, *response.output, *map(self._output_of, calls)]

    def checked(self, text: str) -> tuple[str, list[Page]]:
        """Return what may be shown of a reply, and the pages that it quotes. Without a quote that holds, it is not shown."""
        quotes = [(words, self._source(number)) for words, number in QUOTE.findall(text)]
        if quotes and all(page and is_quoted_from(words, page.text) for words, page in quotes):
            return text, list(dict.fromkeys(page for _, page in quotes))
        return (text if self.used_tool or text in (NOT_THERE, REFUSED) else HELD_BACK), []

    def _sources_for(self, question: str) -> list[Page]:
        """Return the pages for a question; those of the last answer stay, since "and why?" names nothing to look for."""
        last = self.talk.messages[-1:]
        quoted = self.checked(last[0]["content"])[1] if last else []
        return list(dict.fromkeys([*self.library.search(question), *quoted]))

    def _source(self, number: str) -> Page | None:
        return self.sources[int(number) - 1] if 1 <= int(number) <= len(self.sources) else None

    def _is_harmful(self, question: str) -> bool:
        """Return whether the API's moderation flags a question. A server that has none lets all through."""
        try:
            return self.client.moderations.create(input=question).results[0].flagged
        except NotOffered:
            return False

    def _parameters(self) -> dict:
        numbered = enumerate(self.sources, start=1)
        sources = [f'<source id="{n}" title="{page.heading}">\n{page.text}\n</source>' for n, page in numbered]
        given = {"instructions": "\n\n".join([RULES, *sources]), "max_output_tokens": MOST_TOKENS}
        return merge_parameters(DEFAULT_MODEL, given | {"tools": [tool_of(function) for function in self.tools.values()]})

    def _output_of(self, call) -> dict:
        """Run a call, and return its output; what goes wrong is told to the model (lesson 9)."""
        self.used_tool = True
        try:
            output = self.tools[call.name](**json.loads(call.arguments))
        except (KeyError, TypeError, ValueError) as error:
            output = f"Error: {error}"
        return {"type": "function_call_output", "call_id": call.call_id, "output": output}

    def _remember(self, question: str, text: str) -> None:
        said = {"role": "assistant", "content": self.checked(text)[0]}
        self.talk.messages = [*self.talk.messages_to_send(question), said]


def tool_of(function) -> dict:
    """Return a function as a tool: its name, its docstring, and the types of its parameters (lesson 10)."""
    fields = {name: (each.annotation, ...) for name, each in signature(function).parameters.items()}
    return pydantic_responses_function_tool(create_model(function.__name__, __doc__=function.__doc__, **fields))
