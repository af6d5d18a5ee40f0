"""Lesson 5: answers that are right, and answers that are wrong."""

import itertools

DELTA = "response.output_text.delta"


def collect(events):
    text = ""
    for event in events:
        if event.type == DELTA:
            text += event.delta
    return text


def how_it_ended(events):
    endings = {"response.completed": "whole", "response.incomplete": "cut off"}
    return endings.get(events[-1].type, "lost") if events else "lost"


def by_all_types(events):
    types = [event.type for event in events]
    if "response.completed" in types:
        return "whole"
    return "cut off" if "response.incomplete" in types else "lost"


def by_status(events):
    for event in reversed(events):
        if event.type in ("response.completed", "response.incomplete"):
            return "whole" if event.response.status == "completed" else "cut off"
    return "lost"


def first_sentence(pieces):
    text = ""
    for piece in pieces:
        text += piece
        if "." in text:
            return text[: text.index(".") + 1]
    return text


def with_next(pieces):
    text = ""
    while "." not in text:
        text += next(pieces)
    return text.split(".")[0] + "."


def by_letters(pieces):
    text = ""
    for piece in pieces:
        for letter in piece:
            text += letter
            if letter == ".":
                return text
    return text


def reads_on(pieces):
    return "".join(pieces).partition(".")[0] + "."


def reads_one_more(pieces):
    sentence = first_sentence(pieces)
    next(pieces, None)
    return sentence


def only_prints(pieces):
    print(first_sentence(pieces))


def typewriter(pieces):
    text = ""
    for piece in pieces:
        text += piece
        yield text + "▌"
    yield text


def with_accumulate(pieces):
    text = ""
    for text in itertools.accumulate(pieces):
        yield f"{text}▌"
    yield text


def in_a_list(pieces):
    so_far = []
    for piece in pieces:
        so_far.append(piece)
        yield "".join([*so_far, "▌"])
    yield "".join(so_far)


def all_at_once(pieces):
    return list(typewriter(list(pieces)))


def keeps_the_cursor(pieces):
    text = ""
    for piece in pieces:
        text += piece
        yield text + "▌"


def without_what_came_before(pieces):
    for piece in pieces:
        yield piece + "▌"
    yield "The sky is blue."


def breaks(pieces):
    for piece in pieces:
        yield piece.no_such_thing


def without_end(pieces):
    while True:
        yield from typewriter(pieces)


RIGHT = [
    ("5.1", collect),
    ("5.1", lambda events: "".join(event.delta for event in events if event.type == DELTA)),
    ("5.1", lambda events: "".join([event.delta for event in events if hasattr(event, "delta")])),
    ("5.2", how_it_ended),
    ("5.2", by_all_types),
    ("5.2", by_status),
    ("5.3", first_sentence),
    ("5.3", with_next),
    ("5.3", by_letters),
    ("5.4", typewriter),
    ("5.4", with_accumulate),
    ("5.4", in_a_list),
]

WRONG = [
    ("5.1", lambda events: "", "and your function returns ''"),
    ("5.1", lambda events: events[-1].response.output_text, "of a stream that broke off in the middle, your code raised"),
    ("5.1", lambda events: "".join(event.delta for event in events), "has no attribute 'delta'"),
    ("5.1", lambda events: " ".join(event.delta for event in events if event.type == DELTA), "all deltas joined, 'Once upon"),
    ("5.1", lambda events: next((event.text for event in events if hasattr(event, "text")), ""), "broke off in the middle"),
    ("5.1", lambda events: [event.delta for event in events if event.type == DELTA], "should be a text"),
    ("5.2", lambda events: "whole", '"cut off"'),
    ("5.2", lambda events: {"response.completed": "whole"}.get(events[-1].type, "cut off"), 'is "lost"'),
    (
        "5.2",
        lambda events: how_it_ended(events) if events[0] else "",
        'an empty list, is "lost", but your code raised IndexError',
    ),
    ("5.2", lambda events: "whole" if events else "lost", 'response.incomplete is "cut off"'),
    ("5.2", lambda events: how_it_ended(events).capitalize(), "your function says 'Whole'"),
    ("5.2", lambda events: how_it_ended(events) == "whole", "should be a text"),
    ("5.3", lambda pieces: "".join(itertools.takewhile(lambda piece: piece != ".", pieces)) + ".", "the first sentence is"),
    ("5.3", reads_on, "must not read beyond"),
    ("5.3", reads_one_more, "must not read beyond"),
    ("5.3", lambda pieces: next(pieces), "your function returns 'The'"),
    ("5.3", only_prints, "returned nothing (None)"),
    ("5.3", lambda pieces: first_sentence(pieces).rstrip("."), "returns 'The sky is blue'"),
    ("5.4", all_at_once, "had read several before"),
    ("5.4", keeps_the_cursor, "and it yields ['The▌', 'The sky▌', 'The sky is▌', 'The sky is blue.▌']"),
    ("5.4", without_what_came_before, "' sky▌'"),
    ("5.4", lambda pieces: "".join(pieces), "one text after another, and it returns 'The sky is blue.'"),
    ("5.4", lambda pieces: print(*pieces), "returned nothing (None)"),
    ("5.4", breaks, "your code raised AttributeError"),
    ("5.4", without_end, "and it yields"),
]
