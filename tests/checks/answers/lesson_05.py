"""Lesson 5: answers that are right, and answers that are wrong."""

import itertools


def how_it_ended(events):
    endings = {"response.completed": "whole", "response.incomplete": "cut off"}
    return endings.get(events[-1].type, "lost") if events else "lost"


def first_sentence(pieces):
    text = ""
    for piece in pieces:
        text += piece
        if "." in text:
            return text[: text.index(".") + 1]
    return text


def reads_on(pieces):
    return "".join(pieces).partition(".")[0] + "."


RIGHT = [
    ("5.1", lambda events: "".join(event.delta for event in events if event.type == "response.output_text.delta")),
    ("5.2", how_it_ended),
    ("5.3", first_sentence),
]

WRONG = [
    ("5.1", lambda events: "", "all deltas"),
    ("5.2", lambda events: "whole", '"cut off"'),
    ("5.3", lambda pieces: "".join(itertools.takewhile(lambda piece: piece != ".", pieces)) + ".", "the first sentence is"),
    ("5.3", reads_on, "must not read beyond"),
    ("5.3", lambda pieces: next(pieces), "the first sentence is"),
]
