"""Read what instructions tell of a house (a shop, a hotel, a school): facts one by one, and what is on a list, with contents and price.

"Menu: pizza (tomato, cheese) 9 euros; tea 2 euros. Open daily."  ->  facts: three; items: pizza (holds tomato, cheese; 9 euros), tea (2 euros)
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ...regex import Regex
from ..payload import sentences
from ..texts import LABEL

HOUSE = Regex(
    r"\byou (?:work|answer|speak|reply|chat) (?:for|at|in the name of|on behalf of)\b|\A\W*(?:facts?|information|info) (?:about|on|for) (?:the|our)\b|\banswer (?:\w+ )?questions (?:for|of)\b|\b(?:you (?:are|work|answer|help|reply)|act|be|this is|your (?:job|role|task))\b[^.\n]*?\b(?:hotel|hostel|shop|store|restaurant|diner|bistro|caf[eé]|pizzeria|bakery|school|university|library|museum|gym|fitness (?:club|studio|center)|clinic|dentist|doctor'?s? (?:office|practice)|practice|hospital|bank|airline|airport|company|rental|salon|hairdresser|barber|spa|zoo|theater|theatre|cinema|bar|pub|campsite|camping|bookshop|bookstore|pharmacy|garage|bike|boutique|market|festival|club|studio|agency|office|kindergarten|pool|hall|park|support|customer service|receptionist|waiter|waitress|concierge|front desk|help ?desk|chatbot (?:of|for)|(?:assistant|bot|agent|host|hostess|voice|secretary) (?:of|for|at))\b",
    re.IGNORECASE,
)
_ORDERS = Regex(
    r"\W*(?:you(?! (?:can|may) (?!only|answer|reply|say|talk|help|ask|use))|your (?:name|job|role|task)|be|always|never|answer|reply|keep|do|don't|use|act|please|speak|help|if|say|write|respond|end|begin|start every|only (?:answer|talk|reply|respond|speak|use|help|discuss)|tell (?:them|the|customers?|guests?|patients?)|politely|refuse|invent|stay|when (?:you|someone|asked))\b",
    re.IGNORECASE,
)
_WITH_FACTS = Regex(r"\AYou\b[^.:(]*(?:: (?P<after>.+)|\((?P<inside>.+)\))", re.IGNORECASE | re.DOTALL)
_TITLE = Regex(r"\b(Mrs?|Ms|Dr|St|Prof|No)\.(?= )")
_MONEY = r"(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|francs?|cents?|pence|pln|zł|[€$£])(?!\w)"
PRICE = Regex(
    rf"(?P<before>[€$£])\s?(?P<n>\d+(?:[.,]\d{{1,2}})?)|(?P<m>\d+(?:[.,]\d{{1,2}})?)\s?(?P<after>{_MONEY})|(?P<free>\b(?:is|are|for)? ?free\b(?! (?:of|from|wi)))",
    re.IGNORECASE,
)
BARE = Regex(
    r"(?P<n>\d+(?:[.,]\d{1,2})?)(?![\d:%]|[.,]\d| ?(?:am|pm|h|years?|kg|g|km|people|days?|times)\b)(?P<before>)(?P<free>)"
)
_UNIT = Regex(
    r"\s?(?:per|an?|each|every|/|for (?:an?|one))\s?(?P<unit>day|hour|week|night|month|person|piece|year|kilo|kg|liter|litre|bottle|class|lesson|visit|head|ticket|km|mile|box|bag)\b|\s?(?P<each>each|apiece)\b",
    re.IGNORECASE,
)
GENERAL = Regex(
    r"\A(?:(?:the |our |my )?menu|today's menu|facts? about .*|dishes|drinks|food|prices?|price list|tickets?|entry|admission|shipping|delivery|costs?|fees?|rates?|facts?|rules?|services?|our \w+|products?|we (?:offer|have|sell)|treatments?|courses?|my (?:shopping )?list|shopping list|items?|rooms?|opening hours|hours|returns?|refunds?|refund rules|policy|note|info\w*|data|context|specials?)\Z",
    re.IGNORECASE,
)
_HEAD = Regex(r"\A\W*(?P<label>[A-Z][\w'&. -]{1,38}?)\s*:\s+(?=\S)")
_CURRENCY = Regex(r"\b(?:prices?|all)(?: are)?(?: given)? in (?P<sign>euros?|dollars?|pounds?|francs?)\b", re.IGNORECASE)
_RULES = Regex(r"\b(?:rules?|polic(?:y|ies)|conditions)\Z", re.IGNORECASE)
_GOES_ON = Regex(r"\A(?:may|contains?|can|also|with|without|no|not|both|all|plus|they|it)\b", re.IGNORECASE)
_NAME_ENDS = r"(?:\s*\b(?:costs?|is|are|for|at|from|only|just|a|price|priced|an?)\b|[\s:=–(-])+\Z"
_GOES_ON_SO = Regex(r"(?:and |but )?(?:is|are|it|they|free|which|otherwise|else)\b", re.IGNORECASE)
_FROM_SUM = Regex(r"\b(?:free|minimum|orders?|purchases?)(?: \w+){0,2} (?:from|over|above|of)\s*\Z", re.IGNORECASE)
_NAME_TOLD = r"(?<=\w)\s+(?:is|are|can be|may be|must be)\s.*\Z"  # "breakfast is served from 7 to 10 and costs 14 euros"
_NAME_STARTS = r"\A(?:[\s,;:–•*-]|\d+[.)]\s|\b(?:and|or|but|the|an?|we (?:sell|offer|have|also have)|per (?:day|hour|week|night|month|person)|each)\b)+"
_HOLDS = Regex(
    r"\A\W*(?:the |our |all )?(?P<name>[\w' -]{3,40}?)\s+(?:contains?|has|have|is made (?:with|from)|are made (?:with|from)|comes? with|is|are)\s+(?P<holds>[^.]{3,120})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """One thing on a list: its name, what it holds, what it costs (None if that is not told), per which unit."""

    name: str
    holds: str = ""
    price: float | None = None
    sign: str = ""
    unit: str = ""

    def costs(self, amount: float) -> str:
        """Return an amount in the currency of this price."""
        number = f"{amount:.2f}" if round(amount, 2) % 1 else f"{amount:.0f}"
        return f"{self.sign}{number}" if self.sign in ("€", "$", "£") and self.sign else f"{number} {self.sign}".rstrip()


@dataclass(frozen=True)
class Fact:
    """One thing that is told, as a sentence, and the label that it stood behind."""

    text: str
    label: str = ""


@lru_cache(maxsize=64)
def facts(told: str) -> tuple[Fact, ...]:
    """Return what instructions tell, one by one, without what they order."""
    found, carried = [], ""
    for part in _statements(told):
        label, body = _label(part)
        carried = label if _RULES.search(label) else carried if not label else ""
        label = label or carried
        pieces = _pieces(body)
        found += [Fact(piece if len(pieces) > 1 or GENERAL.match(label) else _whole(label, piece), label) for piece in pieces]
    return tuple(fact for fact in found if len(fact.text.split()) > 1 or fact.label)


@lru_cache(maxsize=64)
def items(told: str, bare: bool = False) -> tuple[Item, ...]:
    """Return what is on the lists of a text; `bare`: a number without a currency is a price as well."""
    found: list[Item] = []
    currency = None if PRICE.search(told) else _CURRENCY.search(told)
    if currency and not bare:
        return tuple(
            replace(item, sign=currency["sign"].casefold())
            for item in items(". ".join(fact.rstrip(".") for fact in _statements(told)), bare=True)
        )
    for part in _statements(told) if not bare else sentences(told):
        label, body = _label(part)
        named = label if not GENERAL.match(label) else ""
        for number, piece in enumerate(_pieces(body, bare)):
            if found and number and _GOES_ON.match(piece) and not PRICE.search(piece):
                found[-1] = replace(found[-1], holds=f"{found[-1].holds}; {piece}".strip("; "))
            elif item := _item(named if number == 0 else "", piece, bare):
                found.append(item)
    return tuple(found)


def _statements(told: str) -> list[str]:
    parts = []
    told = re.sub(r"(?:(?<=[.:;,)] )|(?<=\n)|(?<=\A))\d{1,2}[.)]\s+(?=[A-Z])", "", told)
    for part in sentences(_TITLE.sub("\\1\u2024", told)):
        part = LABEL.sub("", re.sub(r"\A\s*[-*•]\s+", "", part)).replace("\u2024", ".").strip()
        inside = _WITH_FACTS.match(part)
        if inside and not re.search(r"\bsay\b|\banswer\b", part, re.IGNORECASE):
            parts.append((inside["after"] or inside["inside"]).strip())
        elif not _ORDERS.match(part):
            parts.append(part)
    return parts


def _label(part: str) -> tuple[str, str]:
    found = _HEAD.match(part)
    return (found["label"].strip(), part[found.end() :].strip()) if found else ("", part.strip())


def _whole(label: str, piece: str) -> str:
    return f"{label}: {piece}" if label else piece


def _pieces(body: str, bare: bool = False) -> list[str]:
    """Return what stands between semicolons, or between commas where each has its price or its parentheses."""
    pieces = [piece.strip(" .") for piece in re.split(r";\s*", body) if piece.strip(" .")]
    found = []
    for piece in pieces:
        cut = [one.strip() for one in re.split(r",\s*(?:and\s+)?(?![^()]*\))", piece)]
        cut = [piece] if any(map(_GOES_ON_SO.match, cut[1:])) else cut  # "5 dollars, and is free for orders over 50 dollars"
        marked = [one for one in cut if (BARE if bare else PRICE).search(re.sub(r"\([^)]*\)", " ", one)) or "(" in one]
        found += cut if len(cut) > 1 and len(marked) == len(cut) and "(" not in piece[:1] else [piece]
    return found


def _item(named: str, piece: str, bare: bool) -> Item | None:
    outside = re.sub(r"\([^)]*\)", lambda found: " " * len(found[0]), piece)
    price = next(
        (one for one in (BARE if bare else PRICE).finditer(outside) if re.search(r"\w", named + outside[: one.start()])), None
    )
    if bare and price is None and (price := PRICE.search(outside)) is None:
        return None
    if price and re.search(r",? (?:and |but )?(?:is |are )?free\b", piece[price.end() :], re.IGNORECASE):
        return None  # it costs that for some, and nothing for others: the whole fact tells it
    if price and _FROM_SUM.search(outside[: price.start()]):
        return None  # "delivery is free from 25 euros"
    inside = " ".join(re.findall(r"\(([^)]*)\)", piece))
    before = outside[: price.start()] if price else outside.partition("   ")[0] if inside else outside
    if named:
        name, holds = named, f"{inside} {before}".strip(" ,-–")
    else:
        name, _, after = before.partition(":")
        holds = f"{inside} {after}".strip(" ,-–")
    name = re.sub(_NAME_TOLD, "", name, flags=re.IGNORECASE) if price else name
    name = re.sub(_NAME_ENDS, "", re.sub(_NAME_STARTS, "", name, flags=re.IGNORECASE), flags=re.IGNORECASE).strip(" ,")
    if not re.search(r"[^\W\d]", name) or len(name.split()) > 7:
        return None
    if price is None:
        told = _HOLDS.match(piece) if not (named or inside) else None
        if told:
            return Item(told["name"].strip(), told["holds"].strip())
        return Item(name, holds) if holds else None
    unit = _UNIT.match(piece[price.end() :])
    signs = price.groupdict()
    amount = 0.0 if signs.get("free") else float((signs.get("n") or signs.get("m")).replace(",", "."))
    return Item(
        name, holds, amount, signs["before"] or signs.get("after") or "", (unit["unit"] or "piece").casefold() if unit else ""
    )
