"""How a story goes on: "Once upon a time there was a little dragon who", "continue this story: ..." (data/everyday/continued.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..computed.english import english
from ..computed.question import Answer
from ..regex import Regex
from .wish import UNSAFE, Wish, bare, capital, has

LONGEST = 700  # characters of what was begun
_ASKS = Regex(
    r"\A(?:please )?(?:continue|finish|complete|go on with|carry on with|end|extend)\b(?: (?:writing|telling|with))?(?: (?:this|the|my|our|following))*(?: (?:short|little|bedtime|fairy))*(?: (?:story|tale|beginning|text|sentence))?(?: for me| please| now)?\s*[:.\n-]+\s*(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
    needs="carry complete continue end finish with",
)
_ASKS_AFTER = Regex(
    r"(?P<text>.+?[.!?…,]|.+?\.\.\.)\s*(?:(?:please|can you|could you|now|and) )*(?:continue|go on|finish (?:it|this|the story)|what happens (?:next|then)|continue (?:it|this|the story)|complete (?:it|the story|this story))(?: (?:please|pls|the story|this story|for me))*\W*\Z",
    re.IGNORECASE | re.DOTALL,
    needs="complete continue finish go happens",
)
_OPENS = Regex(
    r"\A\W*(?:once upon a time|once there (?:was|were|lived)|(?:long,? )?long ago|a long time ago|many years ago,? (?:in|there)|in a (?:faraway|distant|far away) (?:land|kingdom|country)|in a (?:land|kingdom|galaxy) far,? far away|it was a dark and stormy night|there once (?:was|lived))\b",
    re.IGNORECASE,
    needs="away distant long once stormy there years",
)
_WHO = Regex(
    r"\bthere (?:once )?(?:was|were|lived)(?: once)? (?P<article>an?|one|two|three|the) (?P<who>[\w' -]+?)(?=(?: who| that| which| called| named| with| in | on | and |[,.!?…]|\W*\Z))",
    re.IGNORECASE,
)
_NAMED = Regex(r"\b(?:named|called) (?P<name>[A-Z][\w'-]+)")
_SOMEBODY = Regex(
    r"(?:\A|\b(?:when|and|as|then|where) )(?P<who>(?!(?:It|There|The|One|In|On|At|He|She|They|When|I|We|Once|As|After|If|My|Every|This|That|Today|Suddenly|Last|All|No|Nobody|And|But|So|A|An)\b)(?-i:[A-Z])[a-z]+|(?:the|a) (?:(?:old|young|little|tall|brave) )?(?:man|woman|boy|girl|captain|king|queen|detective|child|knight|robot|dragon|sailor|doctor|teacher|princess|prince)) (?=\w+)(?!is\b|was raining)",
    re.IGNORECASE,
)
_PRONOUN = Regex(r"\b(?:she|he|they)\b", re.IGNORECASE)
_GIVES_NAME = Regex(  # "now give the fox a name", "call him Bruno"
    r"(?:give|find|name|call)(?: (?:the|my|our)? ?(?:little |old |small )?(?P<who>\w+))(?: (?:an?|the) (?:\w+ )?name(?:,? (?:like )?(?P<like>\w+))?|(?: the name)? (?P<name>(?!a\b|an\b|the\b)\w+))|(?:the |my )?(?P<who2>\w+) (?:should|must|needs|has to) (?:have )?(?:a name|be called (?P<called>\w+))",
    re.IGNORECASE,
)
_WHOLE = Regex(r"(?<!\.)[.!?][\"”'’]?\s*\Z")  # it ends like a sentence
_BREAKS_OFF = Regex(r"\b(?:who|that|which)\W*\Z", re.IGNORECASE)


def answer(wish: Wish) -> Answer | None:
    """Return how the story goes on that was begun, or the last one with a name for its hero; None if none was begun, or for a mere "once upon a time"."""
    text = bare(wish.text)
    if wish.replied and (named := _GIVES_NAME.fullmatch(text)):
        return _with_name(wish.replied, named)
    asked = _ASKS.match(text) or _ASKS_AFTER.match(text)
    begun = (asked["text"] if asked else wish.text).strip(' "“”')
    if len(begun) > LONGEST or UNSAFE.search(begun) or (not asked and (not _OPENS.match(begun) or begun.endswith("?"))):
        return None
    if len(begun.split()) < 4 or (asked and re.search(r"[=(){}]|\bdef |\d,", begun)):
        return None
    who = _who(begun)
    if not asked and not who and len(begun.split()) < 7:
        return None
    told = _known()
    if asked and (
        way := _from_where_it_stopped(
            begun, who, whole=bool(_WHOLE.search(asked.string if asked.re is _ASKS_AFTER.compiled else wish.text))
        )
    ):
        return Answer([(1.0, way)], about="story")
    kind = "open" if not who else "known" if _WHO.search(begun) else "begun"
    ways = [one.format(s=who, S=capital(who or "")) for one in told[kind]]
    if who and _BREAKS_OFF.search(begun):
        ways = [f"... {end} {way}" for end, way in zip(told["completed"], ways * 2, strict=False)]
    return Answer([(1.0 / (place + 1), way) for place, way in enumerate(ways)], about="story")


def _with_name(said: str, asked: re.Match) -> Answer | None:
    """Return a story with a name for its hero: the one that is asked for, or one that fits; None if no hero is found in it."""
    who = (asked["who"] or asked["who2"] or "").casefold()
    hero = rf"(?:[\w-]+ )*?{re.escape(who)}" if who and who not in ("it", "him", "her", "hero") else r"[\w-]+(?: [\w-]+)?"
    first = re.search(
        rf"\b[Aa]n? (?P<hero>(?!time|evening|morning){hero})(?= (?:who|that|which|at|in|on|with|had|found|lived|left|was|heard|lost|kept|wanted|waited)\b|[.,])",
        said,
    )
    if first is None:
        return None
    from .naming import fitting

    name = (asked["name"] or asked["like"] or asked["called"] or fitting(first["hero"]) or "Toby").strip()
    name = name[:1].upper() + name[1:]
    last = re.escape(first["hero"].split()[-1])
    rest = re.sub(rf"\b[Tt]he (?:[\w-]+ )?{last}\b", name, said[first.end() :])
    return Answer([(1.0, f"{said[: first.end()]} called {name}{rest}")], about="story")


def _from_where_it_stopped(begun: str, who: str | None, *, whole: bool) -> str | None:
    """Return the rest of a sentence that breaks off, or what becomes of a thing in it; None where neither is known."""
    pronoun = _PRONOUN.search(begun)
    who, told = who or (pronoun[0].casefold() if pronoun else "the visitor"), _known()
    if not whole:
        text = begun.rstrip(" .,…")
        ways = [one["say"] for one in told["broken_off"] if re.search(rf"\b(?:{one['asked']})\Z", text, re.IGNORECASE)]
        return f"... {ways[0].format(s=who, S=capital(who))}" if ways else None
    ways = [one["say"] for one in told["with_thing"] if has(begun, one["asked"]) and not has(who, one["asked"])]
    return ways[0].format(s=who, S=capital(who)) if ways else None


def _who(text: str) -> str | None:
    """Return who a story is about: "the little dragon", or a name; None where that is not told."""
    if named := _NAMED.search(text):
        return named["name"]
    if found := _WHO.search(text):
        article = found["article"].casefold()
        return f"the {article} {found['who']}" if article in ("two", "three") else f"the {found['who']}"
    if told := _SOMEBODY.search(text):
        return re.sub(r"\Aan? ", "the ", re.sub(r"\A(?:The|A) ", lambda found: found[0].lower(), told["who"]))
    words = text.split()
    if words[0].casefold() not in ("the", "a", "an"):
        return None
    verb = next((place for place, word in enumerate(words[:7]) if place > 1 and _is_past(word)), None)
    return " ".join(["the", *words[1:verb]]) if verb else None


def _is_past(verb: str) -> bool:
    return verb in english().past.values() or bool(re.fullmatch(r"\w{2,}ed", verb))


@cache
def _known() -> dict:
    return read_table("everyday/continued.yaml")
