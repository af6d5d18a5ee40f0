"""Recipes: of a dish, for so many, without something; or what can be cooked with the things that somebody has.

The dishes are in data/everyday/recipes.yaml. What is left out is replaced as the dish or the table there says.
"""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from . import at_hand, replacing
from .wish import NUMBER, UNSAFE, Wish, bare, capital, counted, joined

LONGEST = 300  # characters of a request
SHORT = 40  # characters: so short a text may be the name of a dish
QUICK = 30  # minutes, at most
SUGGESTED = 3  # dishes
DIETS = {"vegan": ["meat", "fish", "dairy", "egg", "honey"], "vegetarian": ["meat", "fish"]}  # what is not in it
NAMES = {"egg": "eggs", "nut": "nuts", "mushroom": "mushrooms", "tomato": "tomatoes", "onion": "onions", "potato": "potatoes"}

_MAY = Regex(
    r"recipe|ingredients|instructions|\bmake\b|cook|bake|baking|prepar|how (?:do|to|can|many|much)|dinner|lunch|breakfast|dessert|supper|snack|\bmeal|\beat\b|dish",
    re.IGNORECASE,
)
_DISH = [
    Regex(r"\b(?:recipes?|instructions|ingredients) (?:for|of) (?:an? |some |the |my )?(?P<dish>.+)", re.IGNORECASE, needs="ingredients instructions recipe"),
    Regex(r"(?P<dish>[\w' -]+?) recipes?\b(?P<more>.*)", re.IGNORECASE, needs="recipe"),
    Regex(r"\bhow (?:many|much) [\w -]+? (?:for|in) (?:an? |some )?(?P<dish>.+)", re.IGNORECASE),
    Regex(r"\bhow (?:do|can|should|would|to)?\s*(?:i |you |u |ya |we |one |people )?(?:make|cook|bake|prepare|do) (?:an? |some |the |my own |my )?(?P<dish>.+)", re.IGNORECASE),
    Regex(r"\A(?:i (?:want|would like) to )?(?:make|cook|bake|prepare) (?:me )?(?:an? |some )?(?P<dish>.+)", re.IGNORECASE, needs="bake cook make prepare"),
]  # fmt: skip
_NAME_BEFORE = Regex(
    r"\A(?:(?:what(?:'s| is|s)?|give|show|tell|send|write|me|us|share|i need|find|got|is there|an?|the|some|any|your|good|great|best|nice|quick|fast|easy|simple|classic|homemade|real|authentic|traditional|healthy|cheap|delicious|tasty|perfect|basic|vegetarian|veggie|meatless|gluten[- ]free|egg[- ]free|eggless|dairy[- ]free|original|my|favou?rite|small|big|\d+)\s+)+",
    re.IGNORECASE,
)
_NAME_AFTER = Regex(
    r"[\s,.;:(]*\b(?:without|with no|no|for|that|which|but|in|from scratch|please|and (?:i|it|no|without|my|we)|i|we|my|at home|tonight|quickly|easily|using|serving|serves|(?:gluten|egg|dairy)[- ]free|vegetarian|vegan version|it should|not too|of)\b.*\Z|[\s.?!,]+\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_DISH = Regex(  # a basic of the kitchen, what is healthy, and a painting
    r"\bhow\b.*\b(?:cook|boil) (?:\w+ )?(?:rice|pasta|spaghetti|noodles)(?: \w+)?\W*\Z|\bhealthy breakfasts?\W*\Z|\bpaint\w*\b|\blast supper\b",
    re.IGNORECASE,
    "rice pasta spaghetti noodles breakfast paint supper",
)
_SERVINGS = Regex(
    rf"\b(?:for|serves|serving|feeds) (?P<n>{NUMBER})\b(?! (?:min|hour|day|euro|dollar|week|year))|\b(?P<m>{NUMBER}) (?:people|persons|servings|portions|guests|friends|pieces|kids|of us)\b|\bfamily of (?P<f>{NUMBER})\b|\bwe are (?P<w>{NUMBER})\b",
    re.IGNORECASE,
)

_WITHOUT = Regex(
    r"\b(?:without(?: any)?|with no|no|not any|free of|allergic to|(?:can'?t|cannot|don'?t|doesn.?t|do not|does not|not|never) (?:eat|like|have|want|use|cook|cooks|uses|eats|tolerate)(?: with)?|hates?|leave out|skip(?: the)?)\s+(?:any |the |real )?(?P<one>(?!(?:my|i|it|we|he|she|an?|oven|oil|salt|meat|much|more)\b)[a-z]+|meat|oil)(?:(?:,| or| and| nor|, no)\s+(?:no |any )?(?P<two>(?!(?:my|i|it|we|he|she|an?|the|they|his|her|please|pls|thanks|but|can|what|so|is|for|just|only|make|that|with|and|if|then|you|who|how|oven|which|our|quick|easy|cheap|under|also)\b)[a-z]+))?\b|\b(?P<free>[a-z]+)[- ]free\b|\b(?P<less>egg|meat|nut|sugar)less\b",
    re.IGNORECASE,
)
_DIET = Regex(
    r"\W*(?:(?:hi|hello|by the way|btw|remember|please|just so you know)\W+)*(?:i'?m|i am|we are|we're|i have|my \w+ is|i|we) (?:(?:a|an|also|both|all) )*(?:vegetarians?|vegans?|allergic|lactose|gluten|(?:don'?t|do not|never|can'?t|cannot) eat)\b",
    re.IGNORECASE,
)
_COOK = Regex(
    r"\bsomething sweet\b|\b(?:quick|easy|simple)? ?dessert (?:without|with no|no)\b|\b(?:dinner|lunch|supper|breakfast)(?: tonight| today| please)?(?:\W*\Z|\?)|\A(?:an? |some )?(?:(?:quick|easy|simple|cheap|healthy|vegetarian|vegan|light|warm|cold|fast|gluten-free|nice|romantic)\s+)+(?:dinner|lunch|breakfast|dessert|meal|supper|snack)s?\b|\bwhat (?:(?:can|could|should|shall|do|to) ?(?:i|we|you)?|dish(?:es)? can i|meals? can i)? ?(?:cook|make|eat|bake|prepare)\b|\b(?:dinner|lunch|meal|supper|breakfast|dessert|cooking|food|recipe|snack)s? (?:ideas?|suggestions?|tips?)\b|\b(?:ideas?|suggestions?|suggest something|something(?: \w+)?) (?:for|to) (?:dinner|lunch|supper|breakfast|dessert|a meal|cook|bake|eat)\b|\bwhat(?:'s| is) for (?:dinner|lunch|breakfast)\b|\b(?:want|like|have|going) to cook (?:something|dinner|lunch)\b|\brecipes? (?:with|using|from)\b|\b(?:cook|make|bake)(?: something| a meal| a dish| dinner)? (?:with|from|out of|using)\b|\b(?:what(?:'s| is|s)|any|which|need|idea for) (?:an? |some )?(?:\w+ ){0,3}(?:dinner|lunch|dessert|breakfast|supper|snack|meal)\b(?! table)|\b(?:suggest|recommend|give me|need|want) (?:me )?(?:an? )?(?:quick|easy|simple|cheap|healthy|vegetarian|vegan|nice)?\s*(?:dinner|lunch|dish|meal|breakfast|dessert)\b",
    re.IGNORECASE,
)
_HAVE = Regex(
    r"\b(?:i have|i also have|i've got|i got|ive got|we have|there(?:'s| is| are)|with|using|from|out of|left(?:over)? are|leftovers?(?: are|:)?|got only|only got|have only|my fridge has|(?<=[,;] )only|(?<=but )only|in my fridge (?:is|are|i have)?|only have)\s+(?:only |just |some |still |left )*(?P<things>[^.?!;]+)",
    re.IGNORECASE,
)
_LISTED = Regex(
    r"\A\W*(?P<things>[^.?!;:]+?)[,.:;-]+\s*(?:what|any|give|suggest)\b", re.IGNORECASE
)  # "chickpeas and a lemon, what can I cook?"
FOOD = Regex(
    r"\b(?:cook\w*|chef|food|recipes?|kitchen|vegan|vegetarian|meals?|diet\w*|nutrition\w*|allerg\w+|eat)\b",
    re.IGNORECASE,
    needs="allerg chef cook diet eat food kitchen meal nutrition recipe vegan vegetarian",
)
_ONLY_HAVE = Regex(
    r"(?:i |we )?(?:only |just )?(?:have|got|'ve got)\b(?: only| just)?|i've (?:only )?got\b|there (?:is|are) only\b",
    re.IGNORECASE,
    needs="got have i've there",
)
_AMOUNT = Regex(
    rf"\A(?:(?:{NUMBER}|half|an?|some|the|bit|little|lot|few|lots|plenty|can|cans|tin|piece|pieces|cup|cups|of|canned|tinned|bunch|handful|packet|pack|leftover|sad|lonely|left|over|cooked|fresh|frozen|old|ripe|big|small|large|red|green|my|also|only|and|maybe|\d+\s?(?:g|kg|ml|l)?)\s+)+",
    re.IGNORECASE,
)
_INSTEAD = Regex(
    r"\bwhat (?:else )?(?:can|could|should|do|may) (?:i|we) (?:take|use|put(?: in)?|do|have|add)(?: in it| for it)? ?(?:instead|as a (?:substitute|replacement))(?: of (?:the |any )?(?P<of>\w+))?|\b(?:any )?(?:substitutes?|replacements?|alternatives?)(?: (?:for|to) (?:the |it|that)?)?\W*\Z",
    re.IGNORECASE,
    needs="alternative instead replacement substitute",
)
_MANY = Regex(r"\A(?:[2-9]|\d\d+|1½)½? (?:(?:ripe|large|small|medium|red|green|spring|big) )?(egg|onion|clove|tablespoon|teaspoon|can|slice|carrot|banana|lemon|lime|apple|pepper|avocado|cucumber|bunch|sheet|cup|handful|pinch|piece|stick)(?= of\b|,| \(|\Z)")  # fmt: skip
_HALF = Regex(r"\A(\d*)½")
_ONE = Regex(
    r"\A1 (egg|onion|clove|tablespoon|teaspoon|can|slice|carrot|banana|lemon|apple|pepper|bunch|sheet|cup|handful|pinch)(?:e?s)\b"
)

_DISEASE = Regex(
    r"\b(?:lunch|meal)[^.?!]*\b(?:office|no microwave|without (?:a )?microwave|lunch ?box|to (?:take )?(?:to )?work|for work)\b|\bdiabet\w+|\bketo\b|\blow[- ](?:carb|salt|sodium|fodmap)\b|\bkidney\b|\bgout\b",
    re.IGNORECASE,
    needs="carb diabet fodmap gout keto kidney lunch meal salt sodium",
)
_TOOL = Regex(
    r"\bwithout (?:an? |the |using an? )?(?:blender|mixer|stove|pan|pot|knife|scale|whisk|food processor)\b",
    re.IGNORECASE,
    needs="without",
)
_EATING = Regex(  # asks what is good for somebody, not for a dish
    r"\beat (?:before|after) (?:an? |the |my |i )?(?:run|running|exercis\w*|work ?outs?|training|gym|sports?|jog\w*|marathon|race|match|swimming|yoga|work out)\b"
    r"|\b(?:eat|drink)\b[^.?!]{0,20}\bwith (?:an? |the |my )?(?:cold|flu|fever|cough|sore throat|diarrhea|stomach\w*)\b"
    r"|\b(?:when|if) (?:i|you|we|he|she|they) (?:have|has|had|got|am|are|is|feel) (?:an? |the |my )?(?:sick|ill|cold|flu|fever|cough|sore throat|diarrhea|stomach\w*|upset)\b",
    re.IGNORECASE,
    needs="cold cough diarrhea eat fever flu ill sick stomach throat upset",
)


_GOES_WRONG = Regex(
    r"\b(?:stick(?:s|ing)?|burn(?:s|ing)|mushy|curdl\w+|keeps? in the (?:fridge|freezer)|keeps? fresh)\b", re.IGNORECASE
)


def answer(wish: Wish) -> Answer | None:
    """Return the recipe that is asked for, or what can be cooked; None if neither is asked."""
    if found := _instead(wish):
        return found
    if _DISEASE.search(wish.whole) or _TOOL.search(wish.whole) or _NO_DISH.search(wish.whole):
        return None
    if len(wish.whole) > LONGEST or UNSAFE.search(wish.whole) or not (_MAY.search(wish.text) or len(wish.text) < SHORT):
        return None
    whole = wish.whole.replace("’", "'")
    without = barred(whole, wish)
    if _GOES_WRONG.search(whole):
        return None
    if dish := _dish(bare(wish.text)):
        if replacing.NO_OVEN.search(whole) and (cannot := replacing.without_oven(dish)):
            return Answer([(1.0, cannot)], about="recipe")
        dish = _own_dish(dish, without)
        return said(recipe(dish, _servings(whole), without), dish)
    if _ONLY_HAVE.match(bare(wish.text)) and (found := without_these(in_kitchen(things_at_hand(whole)), without)):
        return at_hand.made_of(found, _servings(whole), without, whole)
    if _EATING.search(whole):
        return None
    if not _COOK.search(whole) and not re.search(r"\brecipes?\b", whole):
        return None
    things = without_these(things_at_hand(whole), without) or (
        things_at_hand(wish.before[-1]) if wish.before and len(whole.split()) < 8 else []
    )
    return (
        at_hand.made_of(things, _servings(whole), without, whole)
        if things
        else _suggested(whole, without)
        if _COOK.search(whole)
        else None
    )


def _own_dish(dish: str, without: list[str]) -> str:
    """Return the dish that is made in place of another where something is left out: the files name it as "= name"."""
    own = known().dishes[dish].get("without", {})
    return next((own[one][2:] for one in without if own.get(one, "").startswith("= ")), dish)


def said(text: str, dish: str) -> Answer:
    needs = ", ".join(known().dishes[dish]["needs"])
    return Answer([(1.0, text)], short=f"{capital(dish)}: {needs}.", about=dish)


def _dish(text: str) -> str | None:
    """Return the name of the dish that a text asks for, or is."""
    names = known().names
    for pattern in _DISH:
        if found := pattern.search(text):
            for one in (found["dish"], _NAME_AFTER.sub("", found["dish"])):
                for name in (
                    _folded(one),
                    _folded(_NAME_BEFORE.sub("", one)),
                    _folded(_NAME_BEFORE.sub("", one).removesuffix("s")),
                ):
                    if name in names:
                        return names[name]
    name = _folded(_NAME_AFTER.sub("", text))
    return names.get(name) if " " in name else None


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", text.casefold()).split())


def _servings(text: str) -> int | None:
    found = _SERVINGS.search(text)
    return min(50, counted(next(filter(None, found.groups())))) if found else None


def barred(text: str, wish: Wish) -> list[str]:
    """Return what must not be in it by a request, by the instructions, and by what somebody told before of the own diet."""
    told = [wish.told] if FOOD.search(wish.told) else []
    return left_out(". ".join([text, *told, *(one.replace("’", "'") for one in wish.before if _DIET.match(one))]))


def left_out(text: str) -> list[str]:
    """Return what must not be in it, in the singular: words of ingredients, or "meat", "dairy", "gluten"."""
    found = []
    for match in _WITHOUT.finditer(text):
        found += [_single(word) for word in match.groups() if word and word.casefold() not in ("it", "them", "that", "this")]
    if re.search(r"\bvegans?\b", text, re.IGNORECASE):
        found += DIETS["vegan"]
    elif re.search(r"\b(?:vegetarians?|veggie|meatless)\b", text, re.IGNORECASE):
        found += DIETS["vegetarian"]
    if re.search(r"\blactose\b", text, re.IGNORECASE):
        found = [*(word for word in found if word != "lactose"), "dairy"]
    return list(dict.fromkeys(found))


def _single(word: str) -> str:
    word = word.casefold()
    return {"potatoes": "potato", "tomatoes": "tomato", "nuts": "nut", "lactose": "dairy"}.get(
        word, word.removesuffix("s") if len(word) > 3 else word
    )


def has_in_it(ingredient: str, thing: str) -> bool:
    """Return whether an ingredient is, or is made of, what somebody does not want."""
    words = {_single(word) for word in re.findall(r"[a-z]+", ingredient.casefold())}
    if thing == "dairy" and words & {"coconut", "oat", "soy", "peanut"}:
        return False
    return bool(words & {_single(word) for word in known().means.get(thing, [thing])})


def recipe(dish: str, servings: int | None, without: list[str], change=lambda needs, steps: (needs, steps)) -> str:
    """Return a recipe as a text; `change` gets its ingredients and steps, and returns what they are to be."""
    told = known().dishes[dish]
    usual = told["for"]
    factor = (servings or usual) / usual
    unit = told.get("of", "")
    if unit and servings:  # a quarter of what the dish gives is for one
        factor = servings / 4
    serves = (
        f"for {servings or usual}" if not unit else f"{round(usual * factor)} {unit}" + (f" for {servings}" if servings else "")
    )
    needs, steps = change([scaled(one, factor) for one in told["needs"]], list(told["do"]))
    made = replacing.replaced(dish, needs, steps, without, factor)
    if isinstance(made, str):
        return made
    listed = "\n".join(f"- {one}" for one in made[0])
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(made[1], 1))
    return f"**{capital(_without(dish, without))}** ({serves}, about {told['minutes']} minutes)\n\n{listed}\n\n{steps}"


def _without(dish: str, without: list[str]) -> str:
    """Return the name of a dish with what is left out of it."""
    named = list(without)
    for diet, things in DIETS.items():
        if set(things) <= set(named):
            named = [one for one in named if one not in things]
            dish = dish if diet in dish else f"{diet} {dish}"
    return f"{dish} without {joined([NAMES.get(one, one) for one in named])}" if named else dish


def _instead(wish: Wish) -> Answer | None:
    """Return what to take instead of the thing that a recipe was just made without, or of one that is named."""
    asked = _INSTEAD.search(wish.text)
    if not asked:
        return None
    named = asked["of"] and _single(asked["of"])
    missed = [named] if named else left_out(" . ".join(wish.before[-3:]).replace("’", "'"))
    dish = next((dish for said in reversed(wish.before) if (dish := _dish(bare(said)))), None)
    own = known().dishes[dish].get("without", {}) if dish else {}
    for thing in missed if dish or not named else ():
        if (other := own.get(thing) or known().instead.get(thing)) and other != "no":
            other = re.sub(r" for (?:the \w+(?: \w+)?\Z)", "", other.removeprefix("= ")).replace(" + ", " and ")
            return Answer([(1.0, f"Instead of {NAMES.get(thing, thing)}, take {other}.")], short=other, about="recipe")
    return None


def scaled(ingredient: str, factor: float) -> str:
    """Return an ingredient with its amounts times `factor`, rounded as one weighs in a kitchen."""
    ingredient = _HALF.sub(lambda found: f"{found[1] or 0}.5", ingredient)
    scaled = re.sub(r"\A\d+(?:\.\d+)?(?= )|\d+(?= (?:g|ml)\b)", lambda found: _amount(found, factor), ingredient)
    return _ONE.sub(r"1 \1", _MANY.sub(lambda found: found[0] + ("es" if found[1].endswith("ch") else "s"), scaled))


def _amount(found: re.Match, factor: float) -> str:
    amount = float(found[0]) * factor
    if re.match(r" (?:g|ml)\b", found.string[found.end() :]):
        return str(round(amount / 5) * 5 if amount >= 20 else max(1, round(amount)))
    amount = max(0.5, round(amount * 2) / 2)
    return f"{int(amount) or ''}½" if amount % 1 else str(int(amount))


def in_kitchen(things: list[str]) -> list[str]:
    """Return the things if all of them are for the kitchen."""
    return things if things and all(set(thing.split()) & known().pantry for thing in things) else []


def without_these(things: list[str], without: list[str]) -> list[str]:
    """Return the things but for what somebody does not want."""
    return [thing for thing in things if not any(has_in_it(thing, one) for one in without)]


def things_at_hand(text: str) -> list[str]:
    """Return what somebody has in the kitchen."""
    told = _WITHOUT.sub(" ", text)
    found = [one["things"] for one in _HAVE.finditer(told)] or [one["things"] for one in _LISTED.finditer(told)]
    things = []
    for part in re.split(
        rf",\s*(?:(?:{NUMBER}) (?:\w+ )?(?:ideas?|tips?|suggestions?|recipes?|meals?|dishes|dinners?)|please|give|what|any)\b.*|,|\band\b|\bor\b|\bplus\b|\+|&",
        ", ".join(found),
    ):
        if re.search(r"\b(?:ideas?|suggestions?|tips?|help)\b", part, re.IGNORECASE):
            continue
        thing = _AMOUNT.sub("", f"{part.strip()} ").strip().casefold()
        thing = re.sub(
            r"\s+(?:left|in the fridge|at home|here|now|and that'?s it|for (?:dinner|lunch|\d+).*|what can.*|please)\Z", "", thing
        )
        if re.fullmatch(r"[a-zß-öø-ÿ' -]{3,25}", thing) and len(thing.split()) <= 3:
            things.append(thing)
    return things


def dishes() -> dict[str, dict]:
    """Return all dishes by name."""
    return known().dishes


def fits(dish: dict, without: list[str]) -> bool:
    """Return whether a dish has none of what must not be in it."""
    return not any(has_in_it(need, thing) for need in dish["needs"] for thing in without)


def _suggested(text: str, without: list[str]) -> Answer:
    """Return some dishes for a meal, with how long they take."""
    meals = [meal for meal in ("breakfast", "dessert", "drink") if re.search(rf"\b{meal}", text, re.IGNORECASE)] or ["dinner"]
    if re.search(r"\bsomething sweet\b", text, re.IGNORECASE):
        meals = ["dessert"]
    cold = bool(replacing.NO_OVEN.search(text))
    quick = re.search(r"\b(?:quick|fast|easy|simple|minutes|lazy|tired)\b", text, re.IGNORECASE)
    told = re.search(r"\b(\d{1,3}) ?min", text)
    most = int(told[1]) if told else QUICK if quick else 999
    fitting = [
        (name, dish) for name, dish in known().dishes.items()
        if dish["meal"] in meals and fits(dish, without) and dish["minutes"] <= most
        and not (cold and re.search(r"\b(?:bake|oven|°C)", " ".join(dish["do"]), re.IGNORECASE))
    ]  # fmt: skip
    if not fitting:
        return Answer([(1.0, "I know no dish that is made without all of that.")])
    named = re.search(r"\b(?:lunch|supper)\b", text, re.IGNORECASE)
    meal = named[0].casefold() if named else fitting[0][1]["meal"]
    start = {"dinner": 3 if len(fitting) > 8 else 0}.get(meals[0], 0)
    ways = [_offered(fitting[at : at + SUGGESTED], meal) for at in range(start, len(fitting) - SUGGESTED + 1, SUGGESTED)] or [
        _offered(fitting, meal)
    ]
    return Answer([(1.0 / (place + 1), way) for place, way in enumerate(ways)], about="cooking")


def _offered(fits: list[tuple[str, dict]], meal: str) -> str:
    lines = [
        f"{place}. {capital(name)} (about {dish['minutes']} minutes): {', '.join(plain(one) for one in dish['needs'][:4])}"
        for place, (name, dish) in enumerate(fits, 1)
    ]
    return "\n".join([f"For {meal}:", "", *lines, "", f'Ask me for the recipe of one, for example "recipe for {fits[0][0]}".'])


def plain(ingredient: str) -> str:
    """Return the name of an ingredient, without its amount."""
    return re.sub(
        r"\A[\d.]+ (?:g|kg|ml|liters? of|(?:teaspoons?|tablespoons?|cloves?|cans?|slices?|pinch|handful|pieces?|sticks?|bunch) (?:of )?)?\s*",
        "",
        ingredient,
    ).split(" (")[0]


@cache
def known() -> SimpleNamespace:
    told = SimpleNamespace(**read_table("everyday/recipes.yaml"))
    told.names = {_folded(name): dish for dish, one in told.dishes.items() for name in (dish, *one.get("also", []))}
    told.pantry = frozenset(told.pantry.split())
    return told
