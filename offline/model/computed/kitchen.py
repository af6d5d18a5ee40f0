"""Questions about a recipe that was said before: for more or fewer people, how much of one thing, what is in it, how long it takes.

All of it is read from the last message of the conversation that has a list of ingredients, so it works for recipes that
somebody else wrote, too.
"""

import re
from dataclasses import dataclass

from ..everyday.recipes import has_in_it, scaled
from ..everyday.wish import NUMBER, counted, joined
from ..meaning import stem
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 150  # characters of a question
_NEED = Regex(r"^[-*•] +(?P<need>(?:\d|½|¼|¾|an? |some |salt|pepper|one |two |half )[^\n]{1,100})$", re.MULTILINE | re.IGNORECASE)
_FOR = Regex(rf"\b(?:for|serves|serving) (?P<n>{NUMBER})\b(?! min)", re.IGNORECASE)
_PIECES = Regex(r"\((?P<n>\d+) \w+(?: for \d+)?, about")
_MINUTES = Regex(r"\babout \d+ (?:minutes|hours?)\b|\b(?:an|half an|one) hour\b|\b\d+ (?:minutes|hours?)\b", re.IGNORECASE)
_TIMES = {
    r"\bdoubled?\b|\btwice\b|\btwo times\b|\b2x\b|\bx ?2\b|\b2 times\b|\b(?:two|2) (?:of (?:them|it|those|these)|batches)\b": 2.0,
    r"\btripled?\b|\bthree times\b|\b3 times\b|\b3x\b|\bx ?3\b|\b(?:three|3) (?:of (?:them|it|those|these)|batches)\b": 3.0,
    r"\bfour times\b|\b4 times\b|\b4x\b|\bquadruple\b": 4.0,
    r"\bhalf\b|\bhalve\b|\bhalved\b": 0.5,
    r"\b(?:a|one) quarter\b|\ba fourth\b": 0.25,
    r"\bone and a half\b|\b1\.5(?: times|x)?\b": 1.5,
}
_PEOPLE = Regex(
    rf"\b(?:for|serves?|serving|feeds?|to|make it|make|with|if|we are|we're)?\s*\b(?P<n>{NUMBER})(?: more)? (?:people|persons|servings|portions|guests|friends|kids|children|adults|of us|eaters)\b"
    rf"|\b(?:for|serves?) (?P<m>{NUMBER})\b(?!\s*(?:min|hour|times|g\b|days?|euro|dollar|year|week|month))|\bonly (?:for )?(?P<one>me|myself|one)\b|\bwe are (?P<we>{NUMBER})\b",
    re.IGNORECASE,
)
_HOW_MUCH = Regex(r"\bhow (?:many|much)\b(?P<what>[^?.!]*)|\bwhat about (?:the )?(?P<about>[a-z ]{3,25})", re.IGNORECASE)
_OTHERWISE = Regex(r"\b(?:if|when|instead|per|each|calories|cost|for (?:an?|the|my|one|\d+))\b", re.IGNORECASE)
_IN_IT = Regex(
    r"\b(?:is|are) there (?:any )?(?P<one>[a-z ]{2,25}?) in (?:it|that|this|there|the recipe)\b|\bdoes (?:it|that|this|the recipe) (?:have|contain|need|include|use) (?!to\b)(?:any )?(?P<two>[a-z ]{2,25})|\b(?:is|are) (?:it|that|this|they|the recipe) (?P<diet>vegan|vegetarian|gluten[- ]free|dairy[- ]free|lactose[- ]free)\b|\bdo i need (?:any )?(?P<three>[a-z ]{2,20})\??\W*\Z",
    re.IGNORECASE,
)
_HOW_LONG = Regex(
    r"\bhow (?:long|much time|many minutes)\b(?:.{0,20}\b(?:take|takes|need|make|cook|bake|it|this|that)\b|\W*\Z)", re.IGNORECASE
)
_HOW_HOT = Regex(
    r"\b(?:how hot|what temperature|which temperature|at what heat|oven temperature|what (?:oven )?heat)\b", re.IGNORECASE
)
_FOR_HOW_MANY = Regex(
    r"\b(?:for )?how many (?:people|persons|servings|portions)\b(?:.{0,25}\b(?:is|for|serve|feed|it|that|this)\b|\W*\Z)",
    re.IGNORECASE,
)
_TO_BUY = Regex(
    r"\b(?:shopping|grocery|ingredients?) list\b|\blist of (?:the )?ingredients\b|\b(?:only|just) the ingredients\b|\bwhat (?:do|must|should) (?:i|we) (?:need to |have to )?buy\b",
    re.IGNORECASE,
)
_MORE_IT = Regex(
    r"\b(?:it|that|this|them|recipe|amounts?|ingredients|everything|all|now|only|just|make|and|what|if|then|need)\b",
    re.IGNORECASE,
)
DIETS = {"vegan": ("meat", "fish", "dairy", "egg", "honey"), "vegetarian": ("meat", "fish"), "gluten": ("gluten",), "dairy": ("dairy",), "lactose": ("dairy",)}  # fmt: skip
USUAL = 4  # for so many is what a dish gives, where it does not say for how many


@dataclass(frozen=True)
class _Recipe:
    """A recipe as it was said: its ingredients, for how many, and all of its text."""

    needs: tuple[str, ...]
    text: str

    @property
    def servings(self) -> int | None:
        found = _FOR.search(self.text.partition("\n")[0] or self.text) or _FOR.search(self.text)
        return counted(found["n"]) if found else USUAL if _PIECES.search(self.text) else None


def answer(question: Question) -> Answer | None:
    """Answer a question about the recipe said last; None without one, or for anything else."""
    text = question.text.replace("’", "'")
    if len(text) > LONGEST or not question.before or (recipe := _said(question)) is None:
        return None
    factor, named = _factor(text, recipe)
    if found := _HOW_MUCH.search(text):
        if _FOR_HOW_MANY.search(text) and recipe.servings and not factor:
            return says(f"It is for {recipe.servings}.", short=str(recipe.servings))
        if not factor and _OTHERWISE.search(text):
            return None
        if things := _named(found["what"] or found["about"], recipe):
            needs = [scaled(need, factor or 1) for need in things]
            return says(f"{named or 'In this recipe'}: {', '.join(needs)}.", short=", ".join(needs), about="recipe")
    if factor and (_MORE_IT.search(text) or len(text.split()) <= 6):
        needs = "\n".join(f"- {scaled(need, factor)}" for need in recipe.needs)
        return says(f"{named}:\n\n{needs}\n\nThe steps stay the same.", about="recipe")
    if _TO_BUY.search(text):
        return says("\n".join(f"- {need}" for need in recipe.needs), about="recipe")
    return _in_it(text, recipe) or _told(text, recipe)


def _said(question: Question) -> _Recipe | None:
    """Return the recipe that was said last, with the amounts that were said last."""
    for text in question.earlier("assistant")[:4]:
        needs = tuple(found["need"].strip() for found in _NEED.finditer(text))
        if len(needs) >= 2:
            return _Recipe(needs, text)
    return None


def _factor(text: str, recipe: _Recipe) -> tuple[float | None, str]:
    """Return how many times as much is wanted, and in which words to say it."""
    for pattern, factor in _TIMES.items():
        if re.search(pattern, text, re.IGNORECASE):
            words = {2.0: "For double", 3.0: "For three times as much", 4.0: "For four times as much", 0.5: "For half", 0.25: "For a quarter", 1.5: "For one and a half times as much"}  # fmt: skip
            return factor, words[factor]
    found = _PEOPLE.search(text)
    if found is None or recipe.servings is None or _FOR_HOW_MANY.search(text):
        return None, ""
    people = 1 if found["one"] else counted(found["n"] or found["m"] or found["we"])
    return people / recipe.servings, f"For {people}"


def _named(words: str, recipe: _Recipe) -> list[str]:
    """Return the ingredients that some words name."""
    stems = {stem(word) for word in re.findall(r"[a-z]+", words.casefold()) if len(word) > 2}
    return [
        need
        for need in recipe.needs
        if stems & {stem(word) for word in re.findall(r"[a-z]+", need.casefold()) if len(word) > 2 and word not in _MEASURES}
    ]


_MEASURES = frozenset(
    "teaspoon teaspoons tablespoon tablespoons cup cups cloves clove pinch handful piece pieces can cans slice slices for the and large small".split()
)


def _in_it(text: str, recipe: _Recipe) -> Answer | None:
    found = _IN_IT.search(text)
    if not found:
        return None
    if diet := found["diet"]:
        unwanted = DIETS[re.split(r"[- ]", diet.casefold())[0]]
        against = [need for need in recipe.needs if any(has_in_it(need, thing) for thing in unwanted)]
        return says(
            f"No, not with {joined(against)}." if against else f"Yes, with these ingredients it is {diet.casefold()}.",
            about="recipe",
        )
    thing = re.sub(r"\A(?:some|the|a|an) ", "", (found["one"] or found["two"] or found["three"]).strip().casefold())
    with_it = [need for need in recipe.needs if has_in_it(need, thing.removesuffix("s"))] or _named(thing, recipe)
    if found["three"] and not with_it:
        return None
    return says(f"Yes: {joined(with_it)}." if with_it else f"No, {thing} is not among the ingredients.", about="recipe")


def _told(text: str, recipe: _Recipe) -> Answer | None:
    if _HOW_LONG.search(text) and (found := _MINUTES.search(recipe.text)):
        steps = [line for line in recipe.text.splitlines() if re.match(r"\d+\. ", line) and _MINUTES.search(line)]
        more = "".join(f"\n- {re.sub(chr(94) + r'[0-9]+[.] ', '', line)}" for line in steps)
        return says(f"It takes {found[0]} in all.{' Of that:' + more if more else ''}", short=found[0], about="recipe")
    if _HOW_HOT.search(text) and (found := re.search(r"\d+ °C(?: \(\d+ °F\))?", recipe.text)):
        return says(f"At {found[0]}.", short=found[0], about="recipe")
    return None
