"""Whom and what people tell of besides themselves: the names and ages of pets, family, shops, and asked back as "what's his name again?"."""

import re
from dataclasses import dataclass

from ..regex import Regex
from .kept_in_mind import reason, to_be_kept
from .memory import PETS, RELATIONS, states_only
from .memory import answer as memory
from .question import Answer, Question, says

LONGEST = 200  # characters
_THINGS = "car|boat|bike|company|shop|store|restaurant|bakery|caf[eé]|band|team|house|teddy|doll|robot|project|app|blog|farm|school|plant|baby|business|startup"
_BEINGS = f"{PETS}|{RELATIONS}|budgie|tortoise|goat|cow|chicken|hen|pig|donkey|lizard|ferret|twin"
_NAME = r"(?P<name>(?:(?-i:Mrs?|Ms|Dr|Prof)\.? )?(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*)?)"
_TOLD = [
    Regex(rf"\b(?:an?|my|our|the|his|her|this is my|another|one) (?:\w+ ){{0,2}}?(?P<what>{_BEINGS}|{_THINGS})s?,? (?:(?:is|was|who is|that is|which is|who's|we|i)? ?(?:called|named|call(?:ed)? (?:him|her|it)|by the name of)|whose name is|is named)\s+[\"“']?{_NAME}", re.IGNORECASE, needs="call name whose"),
    Regex(rf"\b(?:my|our) (?:\w+ ){{0,2}}?(?P<what>{_BEINGS}|{_THINGS})(?:'s|’s|s)? name (?:is|was)\s+{_NAME}", re.IGNORECASE, needs="name"),
    Regex(rf"\b(?:my|our) (?:\w+ )??(?P<what>{_BEINGS})(?:,| is|'s)? {_NAME}", re.IGNORECASE),
    Regex(rf"\b(?P<what>his|her|its|he|she|it)(?:'s|’s)? (?:name is|name's|is called|is named|called)\s+{_NAME}", re.IGNORECASE, needs="called name"),
]  # fmt: skip
_ASKS_NAME = Regex(
    rf"\b(?:what(?:'s| is|s| was)?|tell me|say|remember|remind me(?: of)?|do you know|know|forgot)\b.{{0,25}}?\b(?:(?P<whose>his|her|its|their|(?:my|the|our) (?:\w+ )?(?:{_BEINGS}|{_THINGS})(?:'s|s)?) (?:\w+ )?name|(?:the )?name of (?P<of>my \w+|the \w+|our \w+|him|her|it))\b"
    rf"|\b(?:what|how) (?:is|was) (?P<called>he|she|it|(?:my|the|our) (?:{_BEINGS}|{_THINGS})) (?:called|named)\b|\bwhat did (?:i|we) (?:call|name) (?P<did>him|her|it|(?:my|the|our) (?:{_BEINGS}|{_THINGS}))\b",
    re.IGNORECASE,
    "name call",
)
_ASKS_AGE = Regex(
    rf"\bhow old (?:is|was) (?P<who>he|she|it|(?:my|the|our) (?:{_BEINGS})|(?!the\b|this\b|that\b)[^\W\d_]{{3,}})\b",
    re.IGNORECASE,
    "old",
)
_AGE = r"(?:is|was|'s|’s|just turned|turned)?,? ?(?P<age>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?P<unit>years?|months?|weeks?)(?: old)?|(?=\W|\Z))"
_FEMALE = frozenset("sister mother mom mum wife daughter girlfriend aunt grandmother grandma".split())
_MALE = frozenset("brother father dad husband son boyfriend uncle grandfather grandpa".split())


@dataclass(frozen=True)
class Named:
    """Somebody or something with a name that was told: "dog", "Bruno"."""

    what: str
    name: str

    def fits(self, word: str) -> bool:
        """Return whether a word such as "his", "her" or "my dog" may mean it."""
        word = re.sub(r"\A(?:my|the|our) (?:\w+ (?=\w))?", "", word.casefold())
        word = re.sub(r"(?:'s|’s)\Z", "", word)
        if word in ("his", "he", "him"):
            return self.what not in _FEMALE and not re.fullmatch(_THINGS, self.what)
        if word in ("her", "she"):
            return self.what not in _MALE and not re.fullmatch(_THINGS, self.what)
        if word in ("its", "it", "their"):
            return self.what not in _FEMALE | _MALE
        return word.rstrip("s") == self.what.rstrip("s") or word in _SAME.get(self.what, ())


_SAME = {"puppy": ("dog", "pet"), "kitten": ("cat", "pet"), "dog": ("pet", "puppy"), "cat": ("pet", "kitten"), "pony": ("horse",)}


def answer(question: Question) -> Answer | None:
    """Answer what the name or the age of somebody is who was told of, or note a name that is told; None for anything else."""
    text = question.text.replace("’", "'")
    if len(text) > LONGEST:
        return None
    if told := reason(question) or to_be_kept(question):
        return told
    if asked := _ASKS_NAME.search(text):
        return _name(next(value for value in asked.groupdict().values() if value), question)
    if asked := _ASKS_AGE.search(text):
        return _age(asked["who"], question)
    if (
        not text.rstrip().endswith("?")
        and states_only(text)
        and (told := [one for one in named(question, text) if one.name in text])
    ):
        noted = "; ".join(f"your {one.what} is called {one.name}" for one in told)
        return memory(question) or says(f"[Noted:*3|Thank you for telling me:] {noted}.", weak=True)
    return None


def named(question: Question, *texts: str) -> list[Named]:
    """Return who and what was told of with a name in some texts and before, the latest first."""
    return _named([*texts, *question.earlier("user")])


def _named(texts: list[str]) -> list[Named]:
    found: list[Named] = []
    for text in texts:
        text = text.replace("’", "'")
        here = []
        for pattern in _TOLD:
            for one in pattern.finditer(text):
                what = one["what"].casefold()
                if what in ("his", "her", "its", "he", "she", "it"):
                    what = _meant(texts, text)
                    if what is None:
                        continue
                if all(one["name"] != other.name for other in [*found, *(told for _, told in here)]):
                    here.append((one.start(), Named(what, one["name"])))
        found += [one for _, one in sorted(here, key=lambda place: -place[0])]
    return found


def _meant(texts: list[str], text: str) -> str | None:
    """Return which being was told of last, up to a text."""
    for said in texts[texts.index(text) if text in texts else 0 :]:
        if being := re.search(rf"\b(?:an?|my|our) (?:\w+ )?({_BEINGS})\b", said, re.IGNORECASE):
            return being[1].casefold()
    return None


def _name(whose: str, question: Question) -> Answer | None:
    told = [one for one in named(question) if one.fits(whose)]
    if told:
        return says(f"Your {told[0].what} is called {told[0].name}.", short=told[0].name)
    if not re.match(r"(?:my|our)\b", whose, re.IGNORECASE):
        return None
    return says(f"You have not told me the name of your {re.sub(r'^(?:my|our) |(?:.s)$', '', whose)} [in this conversation|yet].")


def _age(who: str, question: Question) -> Answer | None:
    told = named(question)
    one = next((one for one in told if one.name.casefold() == who.casefold() or one.fits(who)), None)
    names = [word for word in ((one.name, one.what) if one else ()) if word]
    being = re.sub(r"\A(?:my|the|our) ", "", who, flags=re.IGNORECASE)
    for text in question.earlier("user"):
        for subject in [*names, being, *(["he", "she", "it"] if names or who.casefold() in ("he", "she", "it") else [])]:
            if found := re.search(rf"\b{re.escape(subject)}(?: [A-Z]\w+)? ?{_AGE}", text, re.IGNORECASE):
                unit = found["unit"] or "years"
                name = one.name if one else being.capitalize() if being in ("he", "she", "it") else f"Your {being}"
                return says(f"{name} is {found['age']} {unit} old.", short=found["age"])
    return None
