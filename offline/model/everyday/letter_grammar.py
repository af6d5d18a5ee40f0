"""Facts as they were typed, put into whole and correct sentences of a letter.

"heating has been broken since 4 days"        -> "the heating has been broken for 4 days"
"his dog barks every night since two weeks"   -> "his dog has been barking every night for two weeks"
"""

import re

from ..computed.english import english
from ..instructions.wishes import LANGUAGES
from ..regex import Regex

_SPAN = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|some|a few|a couple of|almost \w+|about \w+|over \w+|more than \w+) (?:minutes?|hours?|days?|nights?|weeks?|months?|years?)"
_SINCE_SPAN = Regex(rf"\bsince (?=(?:{_SPAN})\b(?! ago))", re.IGNORECASE)
_LASTING = Regex(rf"\b(?:since\b|for (?:{_SPAN})\b)", re.IGNORECASE)
_IS = Regex(r"\b(?P<verb>is|am|are)\b(?P<not> not)?(?! been)", re.IGNORECASE)
_DOES = Regex(
    r"\A(?P<who>(?:my|our|his|her|their|the|your|a) (?:[\w'-]+ )?[\w'-]+|he|she|it) (?P<verb>[a-z]+s)\b(?! (?:been|not)\b)",
    re.IGNORECASE,
)
_NO_VERBS = frozenset("is was has does always sometimes boss this his us address glasses keys".split())
_BARE = Regex(
    r"\A(?P<what>(?!(?:i|we|it|he|she|they|you|there|this|that|these|those|someone|somebody|nobody|everyone|everything|nothing|one|some|all|many|most|both|what|my|our|the|his|her|their|its|an?|your|no|please|member|customer|order|reference|entry|admission|nobody|everybody|people|kids|children)\b)"
    r"[a-z][\w'-]*(?: [a-z][\w'-]*)?) (?P<verb>is|has|was|isn't|hasn't|wasn't|does|doesn't|didn't|won't|broke|leaks|stopped|keeps|smells|makes|went|fell|came|needs|can't|cannot|started)\b"
)
_NUMBERED = Regex(
    r"\A(?P<what>(?:member|membership|customer|order|invoice|reference|account|contract|booking|reservation|policy|ticket|student|phone) ?(?:number|no\.?|id|nr\.?))(?: is)?:? (?P<number>[#\w-]*\d[\w-]*)\Z",
    re.IGNORECASE,
)
_TONGUES = Regex(
    rf"\b(?:{'|'.join(name for name in LANGUAGES if name.isascii() and name not in ('polish', 'francais', 'espanol', 'portugues'))})\b"
)
_SPEAKS_POLISH = Regex(r"(?<=\b)((?:speak\w*|spoken|fluent|fluently|language|languages)\b[^.;]*?\b)polish\b", re.IGNORECASE)
_WORKED_SPAN = Regex(rf"\b(work(?:ed|ing)?|taught|lived|studied|served|volunteered) (?=(?:{_SPAN})\b)", re.IGNORECASE)
_AT_A_DESK = Regex(
    r"\bin (?=(?:an?|the) (?:[\w'-]+ )?(?:front desk|reception desk|help desk|cash desk|checkout|till)\b)", re.IGNORECASE
)


def sound(fact: str) -> str:
    """Return a fact with the tense, the article and the capitals that it needs."""
    fact = _SINCE_SPAN.sub("for ", fact)
    if numbered := _NUMBERED.match(fact):
        return f"my {numbered['what'].casefold()} is {numbered['number']}"
    if bare := _BARE.match(fact):
        fact = f"the {fact}" if bare["what"].split()[0] not in english().past.values() else fact
    if _LASTING.search(fact):
        fact = _lasting(fact)
    fact = _AT_A_DESK.sub("at ", _WORKED_SPAN.sub(r"\1 for ", _SPEAKS_POLISH.sub(r"\1Polish", fact)))
    return _TONGUES.sub(lambda found: found[0].capitalize(), fact)


def _lasting(fact: str) -> str:
    """Return what lasts until now in the tense for it."""
    before = _LASTING.search(fact).start()
    if found := _IS.search(fact, 0, before):
        has = "has" if found["verb"].casefold() == "is" else "have"
        return f"{fact[: found.start()]}{has}{found['not'] or ''} been{fact[found.end() :]}"
    if (found := _DOES.match(fact)) and found["verb"].casefold() not in _NO_VERBS:
        return f"{found['who']} has been {_doing(found['verb'])}{fact[found.end() :]}"
    return re.sub(
        r"\b(do|does)(?:n't| not|nt) work\b", lambda found: "have not worked" if found[1] == "do" else "has not worked", fact
    )


def _doing(verb: str) -> str:
    """Return the -ing form of a verb: "barks" becomes "barking"."""
    base = re.sub(r"(?<=[sxzh])es\Z|s\Z", "", verb)
    base = re.sub(r"ie\Z", "y", base)
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", base):
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if re.search(r"[^e]e\Z", base) else f"{base}ing"
