"""Answer as the shop, hotel or school that the instructions tell of: what stands there in other words, prices worked out, and what is not there.

"Breakfast costs 14 euros. Pets are not allowed."   "how much is breakfast for two" -> 28 euros; "can I bring my dog?" -> pets are not allowed
"""

import re
from functools import cache

from ...tables import read_table
from ..everyday.wish import NUMBER, counted
from ..language import folded
from ..meaning import stem
from ..regex import Regex
from .payload import sentences
from .question import Answer, Question, says
from .texts import LABEL

LONGEST = 200  # characters of a question
_HOUSE = Regex(
    r"\byou work (?:for|at|in)\b|\banswer (?:\w+ )?questions for\b|\b(?:you (?:are|work|answer|help|reply)|act|be|this is|your (?:job|role|task))\b[^.\n]*?\b(?P<what>hotel|hostel|shop|store|restaurant|caf[eé]|pizzeria|bakery|school|university|library|museum|gym|fitness (?:club|studio|center)|clinic|dentist|doctor'?s? (?:office|practice)|practice|hospital|bank|airline|airport|company|rental|salon|hairdresser|barber|spa|zoo|theater|theatre|cinema|bar|pub|campsite|camping|bookshop|bookstore|pharmacy|garage|bike|boutique|market|festival|club|studio|agency|office|kindergarten|support|customer service|receptionist|waiter|concierge|front desk|chatbot (?:of|for)|assistant (?:of|for|at)|bot (?:of|for)|agent (?:of|for))\b",
    re.IGNORECASE,
)
_ORDERS = Regex(
    r"\W*(?:you|be|always|never|answer|reply|keep|do|don't|use|act|please|speak|help|only|if|say|write|respond|call)\b",
    re.IGNORECASE,
)
_MANNER = Regex(
    r"\b(?:answer|reply|respond|polite|friendly|tone|words?|sentences?|speak|talk|language|style|short|briefly|customers?|users?|guests?)\b",
    re.IGNORECASE,
)
_TITLE = Regex(r"\b(Mrs?|Ms|Dr|St|Prof|No)\.(?= )")
_RANGE = Regex(r"\b(?P<low>\d+)\s*(?:to|-|–|until)\s*(?P<high>\d+)\b(?!:|\s*(?:am|pm|h|o'clock))", re.IGNORECASE)
_YES_OR_NO = Regex(r"\W*(?:(?:and|so|hi|hello|hey|ok)\W+)*(?:do|does|is|are|can|could|have)\b", re.IGNORECASE)
_HOURS = Regex(r"\b(?:open|opens|opening|closed?|closes|closing)\b", re.IGNORECASE)  # visits and told know them by the day
_PRICE = Regex(
    r"(?P<before>[€$£])\s?(?P<n>\d+(?:[.,]\d{1,2})?)|(?P<m>\d+(?:[.,]\d{1,2})?)\s?(?P<after>euros?|eur|€|dollars?|usd|\$|pounds?|£|gbp|chf|francs?|cents?|pln|zł)(?!\w)",
    re.IGNORECASE,
)
_MUCH = Regex(
    r"\b(?:how much|price|prices|cost|costs|pay|expensive|charge|fee|how many (?:euros|dollars|pounds))\b", re.IGNORECASE
)
_CHEAPEST = Regex(r"\b(?:cheapest|lowest price|least expensive)\b", re.IGNORECASE)
_DEAREST = Regex(r"\b(?:most expensive|dearest|highest price)\b", re.IGNORECASE)
_ABOUT_HOUSE = Regex(
    r"\A\W*(?:(?:and|so|hi|hello|hey|ok|also|but|good (?:morning|day|evening)|excuse me|please|thanks)\W+)*(?:do|does|can|could|may|is|are|am|will) (?:you|i|we|it|they|there|the|my|your|breakfast|parking|wifi|kids|children)\b|\b(?:your|you|here)\b|\A\W*(?:and |so )*(?:when|what time|how much|where|how long|until when|who) (?:is|are|do|does|can|will|would|'s|for)\b",
    re.IGNORECASE,
)
_OF_THE_BOT = Regex(
    r"\b(?:are you (?:an?|the|real|human|chatgpt|sure)|who are you|your name|you (?:know|think|speak|understand|feel|like|remember)|how are you|can you (?:tell me a|write|explain|help|translate|speak))\b",
    re.IGNORECASE,
)
_LITTLE = frozenset(
    "a an them the is are am be do does did can could may might will would shall should i we you he she it they me us my our your their his her this that these those there here what when where which who whom how why"
    " much many long to of for in on at by from with and or but if not no yes so please thanks hi hello hey ok okay also any some have has had get got need want like know tell say ask about one ones thing something"
    " costs cost price pay time s m re ll d t still already too then else euro euros dollar dollars day days per open per possible allowed available accept offer sell bring use make take go come late early"
    " child kid per it's until between after before first last".split()
)  # fmt: skip


def answer(question: Question) -> Answer | None:
    """Return what the instructions tell of what is asked, or a price worked out; None where they tell of no house, or not of this."""
    text = question.text.replace("’", "'")
    if not 0 < len(text) <= LONGEST or not _HOUSE.search(question.told) or _OF_THE_BOT.search(text):
        return None
    facts = _facts(question.told)
    if not facts or _HOURS.search(text):
        return None
    if priced := _priced(text, facts):
        return priced
    wanted = _wanted(text) or _wanted_before(question)
    return _found(text, wanted, facts) if wanted else None


_IF_NOT = Regex(
    r"\b(?:if|when|where)(?: (?:you|the answer|something|it|an answer))?[^.,;\n]{0,60}\b(?:don't|do not|doesn't|isn't|is not|not|cannot|can't|unsure|no)\b[^.,;\n]{0,60}[,:]? (?:then )?(?:just )?(?:say|tell (?:them|the (?:customer|guest|user|visitor)s?)|reply|answer)"
    r"(?: (?:them|the (?:customer|guest|user|visitor)s?))?(?: that)? (?:you(?:'ll| will| are going to)) (?P<will>[^.\n\"]{3,80})",
    re.IGNORECASE,
)
_ALLERGY = Regex(r"\ballerg\w*|\bintoleran\w*|\b(?:c(?:o|e)eliac)\b", re.IGNORECASE)
_FOODS = "peanuts? nuts? almonds? gluten wheat milk dairy lactose eggs? fish shellfish shrimps? prawns? soy sesame mustard celery".split()
_FOOD = Regex(rf"\b(?P<food>{'|'.join(_FOODS)})\b", re.IGNORECASE)
ASK_STAFF = "Because of the allergy, please ask our staff before you order."


def on_allergy(question: Question) -> Answer | None:
    """Return what the instructions tell of a food that somebody is allergic to; None for anything else."""
    here = len(question.text) <= LONGEST and _HOUSE.search(question.told)
    return _allergic(question.text.replace("’", "'"), question.told) if here else None


def _allergic(text: str, told: str) -> Answer | None:
    """Return the lines of a menu that name what somebody is allergic to, with the order to ask; None where nobody is."""
    if not _ALLERGY.search(text):
        return None
    named = _FOOD.search(text)
    if named is None:
        return None
    food = re.sub(r"s\Z", "", named["food"].casefold())
    lines = [line.strip(" .\n") for line in re.split(r"[;\n]|(?<=[a-z€)])\.\s", told)]
    lines = [
        re.sub(
            r"\A.*?(?:menu|dishes)\s*:\s*|\A\d+[.)]\s*",
            "",
            re.sub(r"\A.*?(?:menu|dishes)\s*:\s*", "", line, flags=re.IGNORECASE),
            flags=re.IGNORECASE,
        )
        for line in lines
    ]
    kin = f"{food}s?" if food != "peanut" else "(?:pea)?nuts?"
    has = [line for line in lines if re.search(rf"\b{kin}\b", line, re.IGNORECASE)]
    if not has:
        return says(f"I have not been told which dishes have {named['food']}. {ASK_STAFF}", guarded=True, about="support")
    return says(f"I have been told: {'; '.join(has)}. {ASK_STAFF}", guarded=True, about="support")


def not_told(question: Question) -> Answer | None:
    """Return that the instructions do not tell what is asked of their house, where nothing else answers."""
    text = question.text.replace("’", "'")
    house = _HOUSE.search(question.told)
    if (
        house is None
        or len(text) > LONGEST
        or not _facts(question.told)
        or not _ABOUT_HOUSE.search(text)
        or _OF_THE_BOT.search(text)
    ):
        return None
    if ordered := _IF_NOT.search(question.told.replace("’", "'")):
        will = re.sub(r"\byour\b", "my", ordered["will"].strip())
        return says(f"I do not know that. I will {will}.", guarded=True, about="support", obeys=ordered[0])
    return says(
        "I am sorry, that I have not been told, and I do not make it up. Please ask our staff directly.",
        guarded=True,
        about="support",
    )


def tells(clause: str, told: str) -> bool:
    """Return whether a clause of the instructions tells something of their house, or which it is, and orders nothing."""
    if re.match(r"answer (?:\w+ )?questions for\b", clause, re.IGNORECASE):
        return True
    return bool(_HOUSE.search(told)) and (bool(_HOUSE.search(clause)) or not _ORDERS.match(clause)) and not _MANNER.search(clause)


def _facts(told: str) -> list[str]:
    """Return the sentences of the instructions that tell something, not how to answer."""
    parts = sentences(_TITLE.sub("\\1\u2024", told))
    parts = [LABEL.sub("", part) for part in parts]
    return [part.strip().replace("\u2024", ".") for part in parts if not _ORDERS.match(part) and len(part.split()) > 2]


def _found(text: str, wanted: set[str], facts: list[str]) -> Answer | None:
    best = max(facts, key=lambda fact: len(wanted & _stems(fact)))
    if not wanted or wanted - _stems(best):
        return None
    said = best if best[-1] in ".!?" else f"{best}."
    return says(f"{_within(text, said)}{said[0].upper()}{said[1:]}", about="support")


def _within(text: str, said: str) -> str:
    """Return "No: ", or "Yes: ", where it is asked for a number, and a range of such numbers is told."""
    numbers, told = re.findall(r"\b\d+\b", text), _RANGE.search(said)
    if len(numbers) != 1 or told is None or not _YES_OR_NO.match(text):
        return ""
    return "Yes. " if int(told["low"]) <= int(numbers[0]) <= int(told["high"]) else "No. "


def _wanted_before(question: Question) -> set[str]:
    """Return the telling words of the question before, where this one has none of its own: "and how much is it?"."""
    asked = question.earlier("user")[:1]
    return _wanted(asked[0]) if asked and re.search(r"\b(?:it|that|they|them|one)\b", question.text, re.IGNORECASE) else set()


def _wanted(text: str) -> set[str]:
    return {word for word in _stems(text) if not word.isdigit()} - _little()


def _stems(text: str) -> set[str]:
    """Return the stems of a text; words that mean the same in a shop or a hotel are one."""
    text = f" {' '.join(folded(text).split())} "
    for word, pattern in _same().items():
        text = pattern.sub(f" {word} ", text)
    return {stem(word) for word in text.split()}


@cache
def _little() -> frozenset[str]:
    return frozenset(map(stem, _LITTLE)) | _LITTLE


@cache
def _same() -> dict[str, re.Pattern]:
    return {word: re.compile(rf"(?<= )(?:{pattern})(?= )") for word, pattern in read_table("briefing.yaml").items()}


# --- Prices ---


def _priced(text: str, facts: list[str]) -> Answer | None:
    prices = [one for fact in facts for one in _prices(fact)]
    if not prices:
        return None
    if _CHEAPEST.search(text) or _DEAREST.search(text):
        best = (min if _CHEAPEST.search(text) else max)(prices, key=lambda one: one[1])
        how = "Cheapest" if _CHEAPEST.search(text) else "Most expensive"
        return says(f"{how} is: {best[0]}, at {_money(best[1], best[2])}{best[3]}.", short=best[0], about="support")
    if not _MUCH.search(text):
        return None
    wanted = _wanted(text)
    fits = [one for one in prices if wanted & (_wanted(one[0]))]
    if not fits:
        return None
    name, amount, sign, unit = max(fits, key=lambda one: len(wanted & _wanted(one[0])))
    if (
        wanted
        - _wanted(name)
        - {
            stem(word)
            for word in ("people", "person", "persons", "adult", "two", "three", "four", "five", "six", *NUMBER.split("|"))
        }
    ):
        return None
    times = _times(text)
    if times == 1:
        return says(f"{name[0].upper()}{name[1:]}: {_money(amount, sign)}{unit}.", short=_money(amount, sign), about="support")
    total = _money(round(times * amount, 2), sign)
    return says(f"{name[0].upper()}{name[1:]}: {times} × {_money(amount, sign)} = {total}.", short=total, about="support")


def _prices(fact: str) -> list[tuple[str, float, str, str]]:
    """Return name, amount, currency and unit (" per day") of each price in a sentence: "A city bike costs $15 per day, an e-bike $35 per day"."""
    found, start = [], 0
    for price in _PRICE.finditer(fact):
        name = re.sub(
            r"(?:\s*\b(?:costs?|is|are|for|at|from|only|just|a|price|priced|:)\b|[\s:=–-])+\Z|\A(?:[\s,;:–-]|\b(?:and|or|the|an?|we (?:sell|offer|have)|per (?:day|hour|week|night|month|person)|each|breakfast is served)\b)+",
            "", fact[start : price.start()], flags=re.IGNORECASE,
        )  # fmt: skip
        after = re.match(
            r"\s?(?:per|an?|each|/)\s?(?P<unit>day|hour|week|night|month|person|piece|year)?\b",
            fact[price.end() :],
            re.IGNORECASE,
        )
        unit = f" per {after['unit']}" if after and after["unit"] else ""
        if re.search(r"\w", name):
            found.append(
                (
                    name.rpartition(":")[2].strip(),
                    float((price["n"] or price["m"]).replace(",", ".")),
                    price["before"] or price["after"],
                    unit,
                )
            )
        start = price.end()
    return found


def _times(text: str) -> int:
    found = re.search(rf"\b({NUMBER})\b", text, re.IGNORECASE)
    return counted(found[1]) if found else 1


def _money(amount: float, sign: str) -> str:
    number = f"{amount:.2f}" if amount % 1 else f"{amount:.0f}"
    return f"{sign}{number}" if sign in "€$£" else f"{number} {sign}"
