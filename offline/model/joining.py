"""Answers to several questions as one: without what is said twice, and none dropped where one sentence is wanted."""

from .answers import Ways
from .computed import Answer
from .instructions.points import sentences
from .one_question import plainly
from .regex import Regex

_LED = Regex(r"\A(?:The|A|An|It|In|They|There|This|These)\b")


def different(answers: list[Answer]) -> list[Answer]:
    """Return the answers without those that another one says as well."""
    told = [plainly(answer.ways).rstrip(".") for answer in answers]
    return [
        answer
        for place, answer in enumerate(answers)
        if not any(
            told[place] in other and (told[place] != other or before < place)
            for before, other in enumerate(told)
            if before != place
        )
    ]


def joined(answers: list[Answer]) -> Answer:
    """Return several answers as one."""
    separator = "\n\n" if any("\n" in text for answer in answers for _, text in answer.ways) else " "
    ways: Ways = [(1.0, "")]
    for answer in answers:
        ways = [
            (weight * more, f"{text}{separator if text else ''}{said}") for weight, text in ways for more, said in answer.ways[:4]
        ]
    shorts = [answer.short for answer in answers]
    spoken = {answer.language for answer in answers}

    def of_length(unit: str, number: int) -> str | None:
        """Say something of each answer also where fewer sentences are wanted than there are answers."""
        told = [sentences(plainly(answer.ways)) for answer in answers]
        if unit != "sentences" or separator != " " or number >= sum(map(len, told)):
            return None
        firsts = [parts[0].rstrip(".") for parts in told]
        firsts[1:] = (
            [_LED.sub(lambda found: found[0].lower(), first) for first in firsts[1:]] if number < len(firsts) else firsts[1:]
        )
        return f"{'; '.join(firsts)}." if number < len(firsts) else " ".join(f"{first}." for first in firsts)

    return Answer(
        ways,
        ", ".join(shorts) if all(shorts) else None,
        {},
        spoken.pop() if len(spoken) == 1 else "english",
        " ".join(a.about for a in answers),
        of_length=of_length,
        cannot=tuple(words for answer in answers for words in answer.cannot),
    )
