"""Twenty questions: the stand-in thinks of an animal of data/everyday/games.yaml, and answers with yes or no."""

import re

from ..regex import Regex
from . import yours
from .game import Opening, Said, gives_up, table

QUESTIONS = 20
_OPENS = Regex(r"\b(?:20|twenty) ?questions\b(?! (?:about|for|on|to ask|quiz|that)\b)|\b(?:you )?(?:think|thinking) of (?:an? |some)(?:animal|thing|object)\b.*\b(?:guess|ask|questions?)\b|\b(?:you )?think of something\b.*\b(?:guess|ask|questions?)\b|\bguess(?:ing)? (?:the|your|an) animal\b|\banimal guessing game\b", re.IGNORECASE)  # fmt: skip
_ASKS = Regex(r"\W*(?:(?:ok|okay|hm+|so|and|now|then|or|well|first question|next question|my guess|i guess|i think|maybe|no|yes)\W+)*(?:is|does|can|has|do|it|its|it'?s|are|would|could|did|will|an?|the)\b", re.IGNORECASE)  # fmt: skip
_ALONE = Regex(r"\W*(?:an? |the )?(?P<name>[a-z]+)\W*\Z", re.IGNORECASE)
_THAN = Regex(
    r"\b(?P<how>bigger|larger|taller|longer|smaller|shorter)\b(?: or \w+)? than (?:an? |the |my )?(?P<thing>\w+)", re.IGNORECASE
)
_BIG = Regex(r"\b(?P<how>big|large|huge|tall|small|little|tiny)\b", re.IGNORECASE)
_HINT = Regex(r"\b(?:hint|clue|help me)\b", re.IGNORECASE)
HUGE, SMALL = 100, 50  # centimeters
BEGINS = (
    "I have one in mind: an animal. It follows from the words of your message, so it stays the same. Ask me what can be answered with yes or no "
    f'(you have {QUESTIONS} questions), or guess; "hint" and "I give up" work, too.'
)
UNSURE = "That I do not know about my animal. Ask about its size, legs, fur, color, food, or where it lives."


def opens(text: str) -> bool:
    """Return whether a message opens the game."""
    return bool(_OPENS.search(text)) and not yours.opens(text)


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return yes or no to the latest question."""
    animals = table()["animals"]
    name = opening.chosen(sorted(animals))
    if not moves:
        return Said(BEGINS)
    told = _told(name, moves[-1])
    if told is None or told.over:
        return told
    asked = sum(move is not None and _told(name, move).text.startswith(("Yes", "No")) for move in moves)
    if asked >= QUESTIONS:
        return Said(f"{told.text} That was question {QUESTIONS}: it is the {name}.", over=True)
    return Said(f"{told.text} ({asked} of {QUESTIONS})") if told.text.startswith(("Yes", "No")) else told


def _told(name: str, move: str) -> Said | None:
    animal = table()["animals"][name]
    true = {
        one.strip() for part in animal["is"].split(";") for one in ([part] if " legs" in part or "neck" in part else part.split())
    }
    if gives_up(move):
        return Said(f"It is the {name}.", over=True)
    if _HINT.search(move):
        return Said(f'A hint: its name has {len(name)} letters and begins with "{name[0].upper()}".')
    alone = _ALONE.match(move)
    if not _ASKS.match(move) and not (alone and _animal(alone["name"])):
        return None
    if compared := _THAN.search(move):
        return _compared(animal["size"], compared)
    if guess := next((one for word in re.findall(r"[a-z]+", move.casefold()) if (one := _animal(word))), None):
        return Said(f"Yes! It is the {name}.", over=True) if guess == name else Said(f"No, it is not the {guess}.")
    if re.search(r"\b(?:alive|living|animal|exist|real)\b", move, re.IGNORECASE):
        return Said("Yes.")
    if re.search(
        r"\b(?:plant|person|human|object|thing|machine|food|place|country|man|woman)\b(?! food)", move, re.IGNORECASE
    ) and not re.search(r"eat", move):
        return Said("No, it is an animal.")
    if size := _BIG.search(move):
        big = size["how"].casefold() in ("big", "large", "huge", "tall")
        return Said("Yes." if (animal["size"] >= HUGE if big else animal["size"] < SMALL) else "No.")
    for feature, words in table()["features"].items():
        if re.search(rf"\b(?:{words})\b", move, re.IGNORECASE) and "eat it" not in move.casefold():
            return Said("Yes." if feature in true else "No.")
    return Said(UNSURE)


def _compared(size: int, asked: re.Match) -> Said:
    thing = asked["thing"].casefold()
    other = table()["sizes"].get(thing) or table()["animals"].get(thing, {}).get("size")
    if other is None:
        return Said(f"I do not know how big a {thing} is. Compare it with a cat, a person or a car.")
    bigger = asked["how"].casefold() in ("bigger", "larger", "taller", "longer")
    return Said("Yes." if (size > other) == bigger and size != other else "No.")


def _animal(word: str) -> str | None:
    """Return the name of an animal that a word names, in the singular."""
    known = {*table()["animals"], *_OTHERS}
    return next((one for one in (word, word.removesuffix("s")) if one in known), None)


_OTHERS = frozenset("cat dog lion mouse rat horse bear rabbit chicken sheep pig goat fox wolf whale ant bee spider monkey ape gorilla shark dolphin snake eagle owl parrot duck frog turtle lizard deer camel hippo rhino leopard cheetah panda koala bat squirrel swan ostrich flamingo octopus crab butterfly beaver otter seal donkey llama buffalo hyena jaguar salmon dinosaur toad".split())  # fmt: skip
