"""A talk about the course: its answers quote the pages, and no quote is shown that does not stand there."""

import re
from collections.abc import Iterator

from openai import OpenAI

from support.odd_replies import Pieces, not_the_api
from support.pages import Page, is_quoted_from
from support.tools import output_of, tool_of
from utils import DEFAULT_MODEL, Conversation, CutOff, NotOffered, merge_parameters, stream_response

from .library import Library
from .study import Study

NOT_THERE = "I find no answer to that in the course."
HELD_BACK = "I have an answer, but no page of the course says it, so I do not show it. Ask in other words?"
REFUSED = "I do not answer that. If you are not well, please talk to somebody you trust, or to a doctor."
RULES = f"""You are the study companion of a course about the OpenAI API.
Answer only from the sources. Quote each sentence that says it, word for word, as «sentence» [number of its source].
If the sources do not say it, answer "{NOT_THERE}" and quote nothing.
If the learner wants a quiz, or asks for progress, call the tool."""
SOURCE = '<source id="{0}" title="{1.heading}">\n{1.text}\n</source>'
QUOTE = re.compile(r"«([^»]+)»\s*\[(\d+)\]")


class Companion:
    """One talk with one learner. `ask` yields a reply while it is written; `checked` says what of it may stay."""

    def __init__(self, client: OpenAI, study: Study, library: Library):
        self.client, self.study, self.library = client, study, library
        self.talk = Conversation(client=client, max_history_tokens=2_000)
        self.tools = {function.__name__: function for function in (study.quiz, study.progress)}
        self.sources, self.used_tool, self.notice = [], False, ""

    def ask(self, question: str) -> Iterator[str]:
        """Ask, and yield the reply piece by piece. Raises openai.OpenAIError, or one of its kinds, and then remembers nothing."""
        kept = quoted_pages(self.talk.messages[-1]["content"], self.sources) if self.talk.messages else []  # for "and why?"
        self.sources, self.used_tool = list(dict.fromkeys([*self.library.search(question), *(kept or [])])), False
        if is_harmful(self.client, question):
            yield REFUSED
            return
        items = messages = self.talk.messages_to_send(question)
        for _ in range(3):  # calls of tools, and the answer
            response, text = yield from self.reply_to(items)
            if response.status == "incomplete":
                raise CutOff("The reply was cut off. Ask for less at once.", text)
            calls = [item for item in response.output if item.type == "function_call"]
            if not calls:
                self.talk.messages = [*messages, {"role": "assistant", "content": self.checked(text)[0]}]
                return
            items, self.used_tool = [*items, *response.output, *(output_of(call, self.tools) for call in calls)], True

    def reply_to(self, items: list) -> Pieces:
        """Yield one reply. Where a server has no tools, go on without them, and say so once, in `notice`."""
        request = request_for(self.sources, [tool_of(function) for function in self.tools.values()])
        try:
            return (yield from stream_response(self.client, input=items, **request))
        except NotOffered:
            if not request.pop("tools", None):
                raise
        replied = yield from stream_response(self.client, input=items, **request)
        self.tools, self.notice = {}, "This server offers no tools, so there is no quiz. The rest works."
        return replied

    def checked(self, text: str) -> tuple[str, list[Page]]:
        """Return what may be shown of a reply, and the pages that it quotes."""
        pages = quoted_pages(text, self.sources)
        return (text, pages) if pages or (pages == [] and (self.used_tool or text in (NOT_THERE, REFUSED))) else (HELD_BACK, [])


def quoted_pages(text: str, sources: list[Page]) -> list[Page] | None:
    """Return the pages that a reply quotes, each once; None if a quote does not stand where the reply says."""
    numbered = dict(enumerate(sources, start=1))
    quotes = [(words, numbered.get(int(number))) for words, number in QUOTE.findall(text)]
    hold = all(page and is_quoted_from(words, page.text) for words, page in quotes)
    return list(dict.fromkeys(page for _, page in quotes)) if hold else None


def request_for(sources: list[Page], tools: list[dict]) -> dict:
    """Return the parameters of a request: the rules, the pages, the tools and a limit."""
    texts = [RULES, *(SOURCE.format(*each) for each in enumerate(sources, start=1))]
    given = {"instructions": "\n\n".join(texts), "max_output_tokens": 600}
    return merge_parameters(DEFAULT_MODEL, given | ({"tools": tools} if tools else {}))


def is_harmful(client: OpenAI, question: str) -> bool:
    """Return whether moderation flags a question. A server that has no moderation lets all through."""
    try:
        return client.moderations.create(input=question).results[0].flagged
    except NotOffered:
        return False
    except (AttributeError, ValueError) as error:  # a login page, or nothing
        raise not_the_api(client, "moderation sent no reply of the API") from error
