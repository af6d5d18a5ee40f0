"""Lesson 2b: a text between marks, examples in front of a question, and one question to many voices."""

import re
from collections.abc import Callable

from .registry import exercise
from .sent import instructions_of, question_of
from .stand_in import StandIn, client

TEXTS = ("Bees are vital for farming. They pollinate our crops", "the lamp came broken, and nobody answers my mails")
SUMMARY = (
    "summar,sum up,short,brief,gist,main,key,tl;dr,tldr,condense,essence,one sentence,zusammen,kurz,résum,resum,riassum,samenvat,"
    "sammanfat,sammenfat,oppsummer,streszcz,özet,кратк,резюм,要約,总结,摘要,요약,ملخص,لخص,सारांश"
)


@exercise("2b.1", praise="Nobody can mistake where the text begins and ends.", returns=str)
def _marked(summary_prompt: Callable) -> str | None:
    for text in TEXTS:
        prompt = summary_prompt(text)
        if prompt.count(text) != 1:
            return (
                f"the text should stand in the prompt once, as it is, and it stands there {prompt.count(text)} times: {prompt!r}."
            )
        before, after = prompt.split(text)
        if not re.search(r"\w", re.sub(r"<[^>]*>", "", before + after)):
            return f"the prompt should also say what to do with the text, and it is only {prompt!r}."
        if not any(word in (before + after).lower() for word in SUMMARY.split(",")):
            return f"the prompt should ask for a summary, and around the text it says only {before + after!r}."
        if not _is_mark(after.lstrip()[:1]) and not _is_name(before, after):
            return f"nothing marks where the text ends: behind it comes {after!r}."
        if not _is_mark(before.rstrip()[-1:]) and not _is_name(before, after):
            return f"nothing marks where the text begins: before it comes {before!r}."
    return None


def _is_mark(character: str) -> bool:
    """Return whether a character next to a text sets it apart; what ends a sentence does not."""
    return bool(character) and not character.isalnum() and character not in ".,:;!?"


def _is_name(before: str, after: str) -> bool:
    """Return whether the text stands between words in capitals, such as BEGIN and END, or between lines that begin so."""
    if all(word[1:] and word.isupper() for word in (before.split()[-1:] or [""]) + (after.split()[:1] or [""])):
        return True
    above, below = before.strip().splitlines()[-1:], after.strip().splitlines()[:1]
    on_lines = before.endswith("\n") and after.startswith("\n")
    return on_lines and all(line and line[0].isupper() for line in above + below)


REVIEW = "the soup was cold"
LABELS = ("good", "bad")


@exercise("2b.2", praise="You said it without saying it.", value=[{"role": str, "content": str}])
def _examples(messages: list) -> str | None:
    dialog = [message for message in messages if message["role"] not in ("developer", "system")]
    roles = [message["role"] for message in dialog]
    if not dialog or REVIEW not in dialog[-1]["content"].lower():
        return "the last message should be the review that is still open: The soup was cold."
    if roles != ["user", "assistant"] * (len(roles) // 2) + ["user"]:
        return f"the roles should be user and assistant in turn, with a user at the end, and they are {', '.join(roles)}."
    if any(REVIEW in message["content"].lower() for message in dialog[:-1]):
        return "the open review is among your examples, too: then there is nothing left to find out. Take other reviews."
    answers = [message["content"] for message in dialog[1::2]]
    if len(answers) < 2:
        return f"give two examples or more, each a review and its answer; there is {len(answers)}."
    for answer in answers:
        if answer.strip().strip(".").lower() not in LABELS:
            return f'each answer should be just the word good or bad, and one is "{answer}".'
    if len({answer.strip().strip(".").lower() for answer in answers}) < len(LABELS):
        return f'all examples have the answer "{answers[0]}": show the other one, too.'
    if len(set(answers)) > len(LABELS):
        return f"write each answer in the same way everywhere; yours are {', '.join(answers)}."
    return None


CAST = {"Jack": "You are a pirate.", "Merlin": "You are a wizard.", "Jane": "You are a detective."}


@exercise("2b.3", praise="One question, and everybody says it differently.", returns=dict)
def _voices(ask_all: Callable) -> str | None:
    for question, cast in (("What is an API?", CAST), ("Why is the sky blue?", {"Tom": "You are a cat."})):
        standin = StandIn()
        found = ask_all(question, dict(cast), client(standin))
        sent = [body for _, body in standin.requests]
        if not sent:
            return "no request came through the client: pass it on with client=client."
        if len(sent) != len(cast):
            return f"a cast of {len(cast)} should be asked {len(cast)} times, once each, and there were {len(sent)} requests."
        if missing := [voice for voice in cast.values() if not any(voice in instructions_of(body) for body in sent)]:
            return f'the instructions "{missing[0]}" were not sent as instructions.'
        if other := [body for body in sent if question not in question_of(body)]:
            return f"every request should ask {question!r}, and one asks {question_of(other[0])!r}."
        if set(found) != set(cast):
            return f"the keys should be the names, {', '.join(cast)}, and they are {', '.join(map(str, found)) or 'missing'}."
        if texts := [text for text in found.values() if not isinstance(text, str)]:
            return f"each value should be the text of a reply, and one is {type(texts[0]).__name__}."
    return None
