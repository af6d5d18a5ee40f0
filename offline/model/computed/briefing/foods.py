"""What is in the dishes of a menu: allergies, diets, and "what is in the soup?". Only what is told counts, and with an allergy the staff is to be asked."""

import re
from functools import cache

from ....tables import read_table
from ...regex import Regex
from ..question import Answer, Question, says
from .prices import MUCH
from .reading import Item, items
from .words import wanted

ASK_STAFF = "Because of the allergy, please ask our staff before you order."
_ALLERGY = Regex(r"\ballerg\w*|\bintoleran\w*|\bc(?:o|e)eliac\b", re.IGNORECASE)
_WITHOUT = Regex(
    r"\b(?:without|no|not (?:contain|have)|free of|free from|don'?t (?:eat|contain|have)|can'?t (?:eat|have)|cannot eat|avoid)\b|[ -]free\b",
    re.IGNORECASE,
)
_WHICH = Regex(r"\b(?:anything|something|which|what|any|options?|everything|dish(?:es)?)\b", re.IGNORECASE)
_WHATS_IN = Regex(r"\bwhat(?:'?s| is| are|s)? (?:in|on|inside)\b|\bingredients?\b|\bmade (?:of|with|from)\b", re.IGNORECASE)
_CAN_EAT = Regex(r"\b(?:can|could|may|safe|ok|okay|suitable|fine)\b", re.IGNORECASE)
_ASKS_IF = Regex(r"\A(?:(?!\b(?:what|which)\b).)*\b(?:do|does|is|are|have|got|any)\b", re.IGNORECASE)
_CONTAINS_IT = Regex(
    r"\b(?:contains?|(?:does|do) .{2,40}\bhave|(?:is|are) there|in (?:it|that|the|there)|made with)\b", re.IGNORECASE
)
_CONTAINS = Regex(r"\A(?:contains?|has|have|with)\s+", re.IGNORECASE)
_NEGATED = r"(?:no|without|free of|free from|not)\s+(?:\w+ (?:or|and) )?"


def answer(question: Question, text: str) -> Answer | None:
    """Return what the menu tells of a food or a diet that is asked for; None where none is asked, or there is no menu."""
    dishes = [item for item in items(question.told) if item.holds or item.price is not None]
    if not any(item.holds for item in dishes):
        return None
    allergic = _ALLERGY.search(text) or _ALLERGY.search(" ".join(question.earlier("user")[:4]))
    named = [dish for dish in dishes if _named(dish, text, dishes)]
    if not named and re.search(r"\b(?:it|that|this|they)\b", text, re.IGNORECASE):
        named = _spoken_of(question, dishes)
    foods = _asked(_unnamed(text, named))
    diet = (
        ""
        if foods and allergic
        else next((name for name in _table()["diets"] if re.search(rf"\b{name}\b", text, re.IGNORECASE)), "")
    )
    if diet:
        return _on_diet(diet, named, dishes, text)
    if not foods and allergic and not MUCH.search(text):
        foods = _foods_before(question)
    if not foods:
        if _WHATS_IN.search(text) and named:
            return says(" ".join(f"{_capital(dish.name)}: {dish.holds}." for dish in named if dish.holds), about="support")
        return None
    if named:
        return _on_dishes(foods, named, bool(allergic), text)
    return _on_menu(foods, dishes, bool(allergic), bool(_WITHOUT.search(text))) if allergic or _WHICH.search(text) else None


def holds(dish: Item, food: str) -> bool:
    """Return whether a dish is told to have a food in it, or traces of it."""
    told = f"{dish.name}, {dish.holds}"
    words = _table()["holds"].get(food, rf"{re.escape(food)}s?")
    told = re.sub(rf"\b{_NEGATED}(?:{words})\b|\b(?:{words})[ -]free\b|\bno allergens\b", " ", told, flags=re.IGNORECASE)
    return bool(re.search(rf"\b(?:{words})\b", told, re.IGNORECASE))


def _on_dishes(foods: list[str], named: list[Item], allergic: bool, text: str) -> Answer:
    said = []
    for dish in named:
        has = [food for food in foods if holds(dish, food)]
        told = f"{_capital(dish.name)} {_with(dish)}." if dish.holds else f"I have not been told what is in {dish.name}."
        asks_free = not _CONTAINS_IT.search(text) and (allergic or _WITHOUT.search(text) or _CAN_EAT.search(text))
        if has:
            said.append(f"{'No' if asks_free else 'Yes'}: {told}")
        elif dish.holds and not allergic:
            said.append(f"{'Yes' if _WITHOUT.search(text) else 'No'}, {_plural(foods)} not named there. {told}")
        else:
            said.append(f"{told} {_capital(_plural(foods))} not named there.")
    return says(" ".join([*said, *([ASK_STAFF] if allergic else [])]), guarded=True, about="support")


def _on_menu(foods: list[str], dishes: list[Item], allergic: bool, without: bool) -> Answer:
    has = [dish for dish in dishes if any(holds(dish, food) for food in foods)]
    rest = [dish for dish in dishes if dish not in has and dish.holds]
    what = " or ".join(_called(food) for food in foods)
    said = []
    if allergic and not has:
        return says(f"I have not been told which dishes have {what}. {ASK_STAFF}", guarded=True, about="support")
    if without or allergic:
        said.append(f"Listed without {what}: {_list(rest)}." if rest else f"Nothing is listed without {what}.")
    if has and (allergic or not without):
        said.append(f"With {what}: {_list(has, told=allergic)}.")
    elif not has and not without:
        said.append(f"No dish is listed with {what}.")
    return says(" ".join([*said, *([ASK_STAFF] if allergic else [])]), guarded=True, about="support")


def _on_diet(diet: str, named: list[Item], dishes: list[Item], text: str) -> Answer:
    marked, never = _table()["diets"][diet]["marked"], _table()["diets"][diet]["never"].split("|")

    def suits(dish: Item) -> bool:
        told = re.sub(rf"\bnot (?:{marked})\b|\bnon-(?:{marked})\b", " ", f"{dish.name} {dish.holds}", flags=re.IGNORECASE)
        return bool(re.search(rf"\b(?:{marked})\b", told, re.IGNORECASE))

    if not named:
        fit = [dish for dish in dishes if suits(dish)]
        if not fit:
            return says(f"No dish is marked as {diet}; please ask our staff.", guarded=True, about="support")
        yes = "Yes: " if _ASKS_IF.search(text) else ""
        verb = "is" if len(fit) == 1 else "are"
        return says(f"{yes}{_list(fit, prices=True)} {verb} {diet}.", guarded=True, about="support")
    said = []
    for dish in named:
        against = [food for food in never if food and holds(dish, food)]
        told = f" It {_with(dish)}." if dish.holds else ""
        if suits(dish):
            said.append(f"Yes, {dish.name} is {diet}.{told}")
        elif against:
            said.append(f"No, {dish.name} is not {diet}.{told}")
        else:
            said.append(f"{_capital(dish.name)} is not marked as {diet}.{told}")
    return says(" ".join(said), guarded=True, about="support")


def _foods_before(question: Question) -> list[str]:
    """Return the foods that somebody said to be allergic to before."""
    said = next((text for text in question.earlier("user") if _ALLERGY.search(text)), "")
    return _asked(said)


def _asked(text: str) -> list[str]:
    """Return the foods that a text names."""
    return [food for food, words in _table()["asked"].items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]


def _named(dish: Item, text: str, dishes: list[Item]) -> bool:
    """Return whether a text names a dish by a word that few others have: "brownies", "the soup"."""
    asked, own = wanted(text), wanted(dish.name)
    others = [wanted(other.name) for other in dishes if other is not dish]
    return bool({word for word in asked & own if sum(word in other for other in others) == 0} or (own and own <= asked))


def _spoken_of(question: Question, dishes: list[Item]) -> list[Item]:
    """Return the dishes that the last reply, or else the last question, names, if they are not many."""
    for said in [*question.earlier("assistant")[:1], *question.earlier("user")[:1]]:
        named = [dish for dish in dishes if _named(dish, said, dishes)]
        if named:
            return named if len(named) == 1 else []
    return []


def _unnamed(text: str, named: list[Item]) -> str:
    """Return a text without the names of dishes: "the peanut cake" asks for no peanuts."""
    for dish in named:
        text = re.sub(re.escape(dish.name), " ", text, flags=re.IGNORECASE)
    return text


def _list(dishes: list[Item], prices: bool = False, told: bool = False) -> str:
    beside = [dish.holds if told else dish.costs(dish.price) if prices and dish.price else "" for dish in dishes]
    return ", ".join(f"{dish.name} ({more})" if more else dish.name for dish, more in zip(dishes, beside, strict=True))


def _with(dish: Item) -> str:
    return f"is listed with: {_CONTAINS.sub('', dish.holds)}"


def _called(food: str) -> str:
    return f"{food}s" if food in ("nut", "peanut", "egg", "onion") else food


def _plural(foods: list[str]) -> str:
    names = [_called(food) for food in foods]
    return f"{' and '.join(names)} {'are' if len(names) > 1 or names[0] != foods[0] else 'is'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _table() -> dict[str, dict]:
    return read_table("foods.yaml")
