"""A recipe without something: what replaces it stands in its list and in its steps, and what nothing replaces is taken out of both."""

import re

from ..regex import Regex
from . import recipes

PLANT = r"(?<!peanut )(?<!coconut )(?<!oat )(?<!soy )(?<!vegan )(?<!flour )"  # "peanut butter" is no butter
CANNOT = "{} cannot be made without {}. {}"
NEEDS_OVEN = "{} needs an oven. {}"
OVEN = Regex(r"\boven\b|\b[Bb]ake\b[^.]*(?: at \d+ °C| in a loaf pan)|\b[Rr]oast\b[^.]*°C")
NO_OVEN = Regex(
    r"\b(?:without|no|(?:don'?t|do not) have|haven'?t|lack|broken|has no) (?:an? |the |my |any |got an? )?oven\b|\boven (?:is|does|has|just|broke)\w*\b.{0,15}(?:broken|not|n't|work|died|kaputt|\Z)|\bno[- ]bake\b",
    re.IGNORECASE,
)
_FOR = Regex(r"\A(?P<other>.+) for (?P<each>the|each) (?P<what>[\w ]+)\Z")
_TWICE = Regex(r"\b([\w ]{3,20}) or \1\b")
_VERBS = r"(?:add|stir|cook|fry|let|pour|simmer|then|mix|and|until|put|bake|season|serve)"
_ALONE = r"\b(?:[Ff]ry|[Aa]dd|[Cc]hop|[Ss]lice|[Cc]ut|[Pp]eel|[Gg]rate|[Mm]elt|[Bb]oil|[Bb]rown)(?: the| some)? {0}(?: (?:gently|finely|slowly|in (?:the )?\w+))*"


def replaced(
    dish: str, needs: list[str], steps: list[str], things: list[str], factor: float
) -> tuple[list[str], list[str]] | str:
    """Return the ingredients (times `factor` already) and steps of a dish without some things; or why it cannot be made so."""
    own = recipes.known().dishes[dish].get("without", {})
    for thing in things:
        having = [need for need in needs if recipes.has_in_it(need, thing)]
        if having and own.get(thing) == "no":
            return CANNOT.format(recipes.capital(dish), recipes.NAMES.get(thing, thing), _instead(dish, thing))
        kept: list[str] = []
        words: dict[str, str] = {}
        for need in needs:
            lines, others = _in_place_of(need, thing, own.get(thing), factor) if need in having else ([need], {})
            kept += [_TWICE.sub(r"\1", line) for line in lines]
            words = others | words
        steps = [swapped(step, words) for step in steps] if words else steps
        needs = list(dict.fromkeys(kept))
    return needs, [step for step in steps if step]


def _in_place_of(need: str, thing: str, own: str | None, factor: float) -> tuple[list[str], dict[str, str]]:
    """Return the lines that take the place of an ingredient, and by what its words are replaced in the steps ("" takes them out)."""
    if thing == "gluten":
        return [f"{need} (gluten-free)"], {}
    there, table = _words(need, thing), recipes.known().instead
    other = own or next((table[word] for word in (*there, thing) if word in table), None)
    if other is None:
        return [], dict.fromkeys(there, "")
    besides = [thing, *recipes.known().means.get(thing, [])]  # a step may say "meat" for the beef
    if not (told := _FOR.match(other)):
        return [re.sub(_pattern(there[0]), other, need, count=1)], {word: table.get(word, other) for word in besides} | {
            there[0]: other
        }
    number = re.match(r"\d+", need)
    times = (int(number[0]) if number else 1) if told["each"] == "each" else factor
    parts = [recipes.scaled(part, times) for part in told["other"].split(" + ")]
    what = recipes.NAMES.get(thing, thing) if told["each"] == "each" else told["what"]
    return [f"{parts[0]} for the {what}", *parts[1:]], dict.fromkeys([*there, *besides], " and ".join(map(_called, parts)))


def _called(part: str) -> str:
    return re.split(r",| or | \(", recipes.plain(part))[0].strip()


def _words(need: str, thing: str) -> list[str]:
    """Return the words of an ingredient that are, or are made of, a thing; the longest names first."""
    meant = sorted(recipes.known().means.get(thing, [thing]), key=len, reverse=True)
    return [word for word in meant if re.search(_pattern(word), need)] or [thing]


def _pattern(word: str) -> str:
    stem = re.escape(word.removesuffix("s") if len(word) > 3 else word)
    return rf"\b(?i:{PLANT}{stem}(?:e?s)?\b(?! (?:drink|broth (?:cube))))"


def swapped(step: str, words: dict[str, str]) -> str:
    """Return a step with other words in place of some; without those for which there is none."""
    for word in [word for word, other in words.items() if not other]:
        step = _taken_out(step, _pattern(word))
    words = {word: other for word, other in words.items() if other}
    if not words:
        return step
    longest = sorted(words, key=len, reverse=True)
    parts = "|".join(f"({_pattern(word)})" for word in longest)
    swapped = re.sub(rf"\b(?:an? |one )?(?:{parts})(?: one by one)?", lambda found: words[longest[found.lastindex - 1]], step)
    return _TWICE.sub(r"\1", swapped[:1].upper() + swapped[1:])


def _taken_out(step: str, word: str) -> str:
    one = rf"(?:(?:the|some|an?|sliced|chopped|grated) )?{word}"
    for pattern, instead in [
        (_ALONE.format(one) + rf", (?:then )?(?={_VERBS}\b)", ""),
        (_ALONE.format(one) + r"\.", ""),
        (_ALONE.format(one) + r"[^,.]*, (?:and |then )(?=\w)", ""),
        (rf", (?!with\b|in\b|into\b|to\b|and\b|of\b|on\b)[a-z]+ the {word}(?=[,.])", ""),
        (rf", {one}(?=,| and\b)", ""),
        (rf", ([\w ]+?) and {one}", r" and \1"),
        (rf"\b{one} and (?!{_VERBS}\b)", ""),
        (rf" and {one}(?=[,.;]| with| for| in\b)", ""),
        (rf"(?<=\w ){one}, (?!{_VERBS}\b)", ""),
        (rf",? (?:with|then) {one}(?=[,.;])", ""),
    ]:
        step = re.sub(pattern, instead, step)
    if re.search(word, step):
        step = re.sub(rf"({word})", r"\1 (leave it out)", step, count=1)
    step = step.strip()
    return step[:1].upper() + step[1:]


def without_oven(dish: str) -> str | None:
    """Return what to say where there is no oven, and a dish needs one; None if it needs none."""
    told = recipes.known().dishes[dish]
    if not any(OVEN.search(step) for step in told["do"]):
        return None
    return NEEDS_OVEN.format(
        recipes.capital(dish), _offered(dish, lambda one: not any(OVEN.search(step) for step in one["do"]), "Without one")
    )


def _instead(dish: str, thing: str) -> str:
    name = recipes.NAMES.get(thing, thing)
    return _offered(dish, lambda one: recipes.fits(one, [thing]), f"Without {name}")


def _offered(dish: str, fits, opening: str) -> str:
    meal = recipes.known().dishes[dish]["meal"]
    others = [name for name, one in recipes.known().dishes.items() if one["meal"] == meal and name != dish and fits(one)]
    return f"{opening} you could make {' or '.join(others[:2])}: ask me for the recipe." if others else ""
