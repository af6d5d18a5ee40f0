"""Lesson 18: answers that are right, and answers that are wrong."""

import re

QUOTE = re.compile(r"«([^»]+)»\s*\[(\d+)\]")
GLOSSARY = {"token": "a piece of text", "jitter": "a random bit added to a wait"}


def shown(reply, texts):
    quotes = QUOTE.findall(reply)
    numbered = dict(enumerate(texts, start=1))
    return reply if quotes and all(words in numbered.get(int(n), "") for words, n in quotes) else "held back"


def shown_by_a_loop(reply, texts):
    found = list(QUOTE.finditer(reply))
    for each in found:
        number = int(each[2])
        if number < 1 or number > len(texts) or each[1] not in texts[number - 1]:
            return "held back"
    return reply if found else "held back"


def shown_anywhere(reply, texts):
    quotes = QUOTE.findall(reply)
    return reply if quotes and all(any(words in text for text in texts) for words, _ in quotes) else "held back"


def shown_by_place(reply, texts):
    quotes = QUOTE.findall(reply)
    holds = all(int(n) <= len(texts) and words in texts[int(n) - 1] for words, n in quotes)  # [0] is the last one
    return reply if quotes and holds else "held back"


def shown_if_one_holds(reply, texts):
    numbered = dict(enumerate(texts, start=1))
    return reply if any(words in numbered.get(int(n), "") for words, n in QUOTE.findall(reply)) else "held back"


def shown_without_a_quote(reply, texts):
    numbered = dict(enumerate(texts, start=1))
    return reply if all(words in numbered.get(int(n), "") for words, n in QUOTE.findall(reply)) else "held back"


def look_up(word: str) -> str:
    """Return what a word of the course means, from its glossary."""
    if word.casefold() not in GLOSSARY:
        raise ValueError(f"there is no {word}. There is: {', '.join(GLOSSARY)}.")
    return GLOSSARY[word.casefold()]


def looking_up(body, doc="Return what a word means."):
    """Return a function `look_up` that does what `body` does."""

    def look_up(word: str) -> str:
        return body(word)

    look_up.__doc__ = doc
    return look_up


def untyped(word):
    """Return what a word means."""
    return look_up(word)


def of_a_number(word: int) -> str:
    """Return what a word means."""
    return look_up(word)


def of_a_name(name: str) -> str:
    """Return what a word means."""
    return look_up(name)


def saying_nothing(word):
    if word.casefold() not in GLOSSARY:
        raise ValueError("no such word")
    return GLOSSARY[word.casefold()]


def by_lesson(verdicts):
    found = {}
    for lesson, verdict in verdicts:
        found.setdefault(lesson, []).append(verdict == "right")
    return {lesson: sum(right) / len(right) for lesson, right in found.items()}


def counting(verdicts):
    found = {}
    for lesson, verdict in verdicts:
        found[lesson] = found.get(lesson, 0) + (verdict == "right")
    return found


def of_all(verdicts):
    return {lesson: sum(each == (lesson, "right") for each in verdicts) / len(verdicts) for lesson, _ in verdicts}


RIGHT = [
    ("18.1", shown),
    ("18.1", shown_by_a_loop),
    ("18.2", look_up),
    ("18.2", looking_up(look_up)),
    ("18.3", by_lesson),
]

WRONG = [
    ("18.1", shown_anywhere, "for a quote from another source than it says"),
    ("18.1", shown_by_place, "for a source with the number 0"),
    ("18.1", shown_if_one_holds, "for a false quote behind one that holds"),
    ("18.1", shown_without_a_quote, "for no quote"),
    ("18.1", lambda reply, texts: "held back", "for one quote that holds"),
    ("18.2", looking_up(look_up, doc=""), "has no docstring"),
    ("18.2", untyped, "say the type of its parameter"),
    ("18.2", of_a_name, "should be word, and it has name"),
    ("18.2", of_a_number, "its type should be str"),
    ("18.2", looking_up(lambda word: GLOSSARY.get(word, "unknown")), "for 'Token' it should return"),
    (
        "18.2",
        looking_up(lambda word: GLOSSARY.get(word.casefold(), "unknown")),
        "should raise ValueError, and it returns 'unknown'",
    ),
    ("18.2", looking_up(lambda word: GLOSSARY[word.casefold()]), "should raise ValueError, and it raises KeyError"),
    ("18.2", looking_up(saying_nothing), "should name the words that are there"),
    ("18.3", counting, "it should return {'6': 0.5, '7': 1.0}"),
    ("18.3", of_all, "it should return {'6': 0.5, '7': 1.0}"),
    ("18.3", lambda verdicts: dict(sorted(by_lesson(verdicts).items(), reverse=True)), "it should return"),
]
