"""What was told for a text, as clauses of good English: to whom it is written, "his dog barks" is "your dog barks".

told("i cant come in tomorrow")        -> "I can't come in tomorrow"
told("member number 55812")            -> "my member number is 55812"
told("best project about wind turbines") -> None: it is no clause, and cannot be made one
"""

import re
from functools import cache

from ..computed.english import STOPWORDS, english
from ..everyday.letter_grammar import sound
from ..everyday.wish import mended
from ..instructions.wishes import LANGUAGES
from ..regex import Regex
from .table import known

_AUX = "am is are was were has have had do does did can could will would should must may might cannot can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't"
_PRONOUNS = frozenset("i we you they he she it there this that these those everyone everybody someone somebody nobody".split())
_ADVERBS = frozenset(
    "always never often also still just already really only sometimes usually not even once recently unfortunately finally".split()
)
_NO_SUBJECT = frozenset(
    "and or but because since if when while that which who please to for with about as so than from by at on in not".split()
)
_IN_SUBJECT = frozenset("of in on at from with and for by to".split())
_NO_CLAUSE = Regex(
    r"\A(?:make|write|use|keep|add|include|say|mention|sign|be|please|thanks|thank|dont|don't|do not|set|give|also|and|or|but|so|then|something|anything)\b",
    re.IGNORECASE,
)
_STATE = "always in .+|(?:always |never |not )?on time|(?:very |really )?(?:trustworthy|thorough|careful|polite|tidy|motivated|talented)|stuck(?: in .+)?|broken|late|sick|ill|missing|damaged|closed|full|wrong|cold|dirty|loud|out of order|hard[- ]working|reliable|friendly|kind|patient|punctual|honest|helpful|creative|funny|divorced|married|single|retired|pregnant|overdue|unpaid|free|bad at .+|good at .+|born (?:in|on) .+"
_IS_STATE = Regex(rf"\A(?:{_STATE})\Z", re.IGNORECASE)
_IN_STATE = Regex(rf"\A(?P<what>(?:the |my |our )?[\w'-]+(?: [\w'-]+)?) (?P<state>(?:{_STATE})\b.*)", re.IGNORECASE)
_LAST_DAY = Regex(r"\A(?:my )?last (?:working )?day (?:is |will be )?(?:on )?(?P<when>.+)", re.IGNORECASE)
_INTRO = Regex(
    r"\A(?:as an? \w+|on \w+day(?: \w+)?|on (?:the )?\d[\w ]*?|in \w+|last \w+|every \w+|at (?:first|school|home|work|night)|today|yesterday|tomorrow|now|once|sometimes|since then|usually|unfortunately|(?:if|when|because|since|after|before|although|while|as soon as) [^,]+,),? (?=(?:i|we|you|he|she|it|they|my|our|your|his|her|the|there|i'\w+)\b)",
    re.IGNORECASE,
)
_DATED = Regex(
    r"\A(?:the )?(?:end|beginning|middle) of \w+|\A(?:as of|by|until|till|from|on|in|at|since)\b.+|\A(?:this |next )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight)\b.*|\A\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock)\Z",
    re.IGNORECASE,
)
_WANTS = Regex(r"\A(I|we) want\b", re.IGNORECASE)
_MOIST = {
    "has": "have",
    "is": "are",
    "was": "were",
    "does": "do",
    "hasn't": "have not",
    "isn't": "aren't",
    "wasn't": "weren't",
    "doesn't": "don't",
}
_IRREGULAR = "went came got left broke lost bought paid sent met saw found took gave said told forgot kept made knew felt fell began ran wrote read spoke heard held built won wore drove ate drank slept stole threw taught thought became sold brought understood grew chose hid let put cut hit shut cost hurt quit set hung stood sat"


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs that stand with "I" or several, and those that stand with any subject, or with one alone."""
    bases = {*english().verbs, *english().acts, *english().past, *known().verbs.split()}
    several = frozenset(bases)
    single = {*_AUX.split(), *english().past.values(), *_IRREGULAR.split()}
    for base in bases:
        single |= {
            third(base),
            f"{base}d" if base.endswith("e") else f"{base[:-1]}ied" if re.search(r"[^aeiou]y\Z", base) else f"{base}ed",
        }
        if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", base):
            single.add(f"{base}{base[-1]}ed")
    return several, frozenset(single)


def third(base: str) -> str:
    """Return the form of a verb for one: "carry" becomes "carries"."""
    own = {"have": "has", "do": "does", "be": "is", "am": "is", "are": "is", "go": "goes"}
    return own.get(base) or (
        f"{base[:-1]}ies"
        if re.search(r"[^aeiou]y\Z", base)
        else f"{base}es"
        if re.search(r"(?:[sxz]|ch|sh)\Z", base)
        else f"{base}s"
    )


def plain(verb: str) -> str:
    """Return the form of a verb for "you": "barks" becomes "bark"; a past form stays."""
    low = verb.casefold()
    if low in _MOIST:
        return _MOIST[low]
    several, single = _verbs()
    if low in single and low.endswith("s"):
        return next((base for base in (low[:-1], low[:-2], f"{low[:-3]}y") if base in several and third(base) == low), low)
    return verb


def verb_at(words: list[str]) -> int | None:
    """Return the place of the verb of a clause, if its words are a subject and what it does; else None."""
    several, single = _verbs()
    low = [re.sub(r"[^\w'-]", "", word.casefold()) for word in words]
    if not low or low[0] in _NO_SUBJECT:
        return None
    if re.fullmatch(r"(?:i|we|you|they|he|she|it|there|that|who)'(?:m|s|re|ve|ll|d)", low[0]):
        return 0
    place = 1
    if low[0] in _PRONOUNS:
        while place < len(low) and low[place] in _ADVERBS:
            place += 1
        if place >= len(low):
            return None
        fits = r"[a-z]+" if low[0] in ("i", "we", "you", "they") else r"[a-z]+(?:s|ed)"
        some = re.fullmatch(fits, low[place]) and low[place] not in STOPWORDS and not low[place].endswith(("ing", "ly", "self"))
        return place if low[place] in single or low[place] in several or some else None
    while place < min(len(low), 12):
        word = low[place] if words[place] != "May" else ""
        if word in single and low[place - 1] not in ("the", "a", "an", "my", "your", "our"):
            return place
        if word in several and (low[place - 1].endswith("s") and not low[place - 1].endswith("ss")) and word not in _NOUNS:
            return place
        if word in _NO_SUBJECT - _IN_SUBJECT:
            return None
        place += 1
    return None


_THINGS = frozenset("train book notice board water post card deal".split())  # rather than verbs, at the beginning
_NOUNS = _THINGS | frozenset(
    "work call help need visit order plant plan play walk talk fix check start use stop hope report show test answer deal".split()
)


def told(piece: str, *, subject: str = "I") -> str | None:
    """Return a piece of what was told as a clause, without capital and full stop; None if it cannot be made one.

    `subject` ("I", "he") is who a piece without a subject is about: "speak Polish" is "I speak Polish".
    """
    piece = " ".join(mended(piece.strip(" ,.;:!-")).split())
    piece = re.sub(r"\bbc\b", "because", piece)
    piece = re.sub(r"\A(?:and|but|also|because|that|so that|as well|also that)\s+", "", piece, flags=re.IGNORECASE)
    if not re.search(r"\w", piece) or _NO_CLAUSE.match(piece):
        return None
    if found := re.fullmatch(
        r"(?:with (?:an? |the )?|the )?(?P<what>[\w' -]+?)[- ]theme(?:d)?(?: party)?|theme(?: is)?:? (?P<what2>[\w' -]+)",
        piece,
        re.IGNORECASE,
    ):
        return f'the theme is "{found["what"] or found["what2"]}"'
    if found := re.fullmatch(r"(?P<who>[a-z]+(?: [a-z]+)?) (?:are )?(?:very |also )?welcome(?: too)?", piece, re.IGNORECASE):
        return f"{found['who']} {'are' if found['who'].endswith(('s', 'ren', 'people')) else 'is'} welcome"
    if found := _LAST_DAY.match(piece):
        return f"my last day will be {found['when']}"
    if (found := _INTRO.match(piece)) and (rest := told(piece[found.end() :], subject=subject)):
        return f"{found[0]}{rest}"
    if found := re.match(r"be (?=(?:there|back|home|late)\b)", piece):
        return f"{subject} will {piece}"
    fact = re.sub(r"\Athe (?=(?:mom|mum|dad|grandma|grandpa|tomorrow|today|yesterday)\b)", "", sound(piece))
    words = fact.split()
    if elided := _elided(fact, subject):
        return elided
    if re.search(r"\b(?:when|where|which|because|if|and|or|the|a|my)\Z", fact):
        return None
    if (at := verb_at(words)) is not None and (at == 0 or len(words) > at + 1 or len(words) > 1):
        return _WANTS.sub(r"\1 would like", fact)
    be = {"i": "am", "we": "are", "you": "are", "they": "are"}.get(subject.casefold(), "is")
    if _IS_STATE.match(piece):
        return f"{subject} {be} {piece.replace('hard working', 'hard-working')}"
    if (found := _IN_STATE.match(piece)) and not _NO_SUBJECT & set(found["what"].casefold().split()):
        what = found["what"] if re.match(r"(?:the|my|our)\b", found["what"], re.IGNORECASE) else f"the {found['what']}"
        return sound(f"{what} is {found['state']}")
    return None


def _elided(fact: str, subject: str) -> str | None:
    """Return a clause that lacks only its subject, with it: "speak Polish" becomes "I speak Polish"."""
    several, single = _verbs()
    words = fact.split()
    first = words[0].casefold()
    if (
        len(words) < 2
        or words[1].casefold() in _PRONOUNS
        or first in _THINGS
        or words[1] == "of"
        or words[1][0].isdigit()
        or first in LANGUAGES
        or _IN_STATE.match(fact)
        or first in _PRONOUNS
    ):
        return None
    many = subject.casefold() in ("i", "we", "you", "they")
    past = first in single and (first.endswith("ed") or first in _IRREGULAR.split() or first in _AUX.split())
    if words[0][0].isupper() or (
        words[1].casefold() in ("is", "are", "was", "were", "has", "have", "had") and first not in _AUX.split()
    ):
        return None
    return f"{subject} {fact}" if past or first in (several if many else single) else None


def when(piece: str) -> str | None:
    """Return a piece that tells only a time: "by the end of October"; None if it is none."""
    piece = mended(piece.strip(" ,.;:!-"))
    piece = re.sub(
        r"\A(?=\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock))",
        "at ",
        re.sub(r"\b(by|until|at|as of) end of\b", r"\1 the end of", piece),
        flags=re.IGNORECASE,
    )
    piece = re.sub(
        r"\A(?:the )?(end|beginning|middle) of",
        r"at the \1 of" if "end of" in piece or "begin" in piece else r"in the \1 of",
        piece,
    )
    return (
        re.sub(r"\A(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)", "on ", piece, flags=re.IGNORECASE)
        if _DATED.match(piece) and len(piece.split()) <= 7 and verb_at(piece.split()) is None
        else None
    )


_NAMED = Regex(
    r"(?<=\w )(?!I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]+(?= (?:a |and |to |is |has |with |so )|\Z)"
)
_MAY_DO = Regex(  # what the one who writes wants to do: "asking to work from home"
    r"(?:work|leave|go|come|take|have|start|begin|move|swap|switch|join|stay|be|get|use|borrow|pay|keep)\b(?!.*\b(?:me|us)\b)",
    re.IGNORECASE,
)
_MALE, _FEMALE = "son|husband|father|dad|brother|grandpa|uncle|nephew", "daughter|wife|mother|mom|mum|sister|grandma|aunt|niece"
_THIRD = Regex(
    r"\b(?:my|our|his|her) (?:\w+ )?(?:son|daughter|wife|husband|mother|father|mom|mum|dad|sister|brother|child|kid|baby|grandma|grandpa|friend|cat|dog|colleague|uncle|aunt|neighbou?r|nephew|niece)s?\b|\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z]\w+",
    re.IGNORECASE,
)


def _unlike(person: str, pronoun: str) -> bool:
    """Return whether a pronoun cannot stand for a person: "my son" is no "her"."""
    she, he = re.match(r"(?:she|her)\b", pronoun, re.IGNORECASE), re.match(r"(?:he|his|him)\b", pronoun, re.IGNORECASE)
    return bool((she and re.search(rf"\b(?:{_MALE})s?\Z", person)) or (he and re.search(rf"\b(?:{_FEMALE})s?\Z", person)))


def to_reader(fact: str, *, group: bool = False, other: bool = False) -> str:
    """Return a clause in words to the reader: "he has not paid" is "you have not paid". `other`: "he" is somebody named before."""
    names = r"he|she|they" if not group else "they"
    mine, whom = ("his|her|their", "him|her|them") if not group else ("their", "them")

    def stays(found: re.Match) -> bool:
        before = fact[: found.start()]
        third = _THIRD.search(before)
        return other or bool((third and not _unlike(third[0], found[0])) or _NAMED.search(before))

    def you(found: re.Match) -> str:
        if stays(found):
            return found[0]
        short = {"'s": "'re", "'re": "'re", "'ve": "'ve", "'ll": "'ll", "'d": "'d"}.get(found["short"] or "", "")
        return (
            f"you{short}"
            if found["short"]
            else f"you {found['adverb'] or ''}{plain(found['verb']) if found['verb'] else ''}".rstrip()
        )

    fact = re.sub(
        rf"\b(?:{names})(?:(?P<short>'(?:s|re|ve|ll|d))| (?P<adverb>(?:always |never |just |also |still |often )?)(?P<verb>[\w']+)|\b)",
        you,
        fact,
        flags=re.IGNORECASE,
    )
    fact = re.sub(
        rf"\b(?:{mine})(?= (?!(?:because|and|so|if|when|for|to|in|on|at|that|about|very|a|the)\b)\w)",
        lambda found: found[0] if stays(found) else "your",
        fact,
        flags=re.IGNORECASE,
    )
    fact = re.sub(
        r"(?<=\byou )(?P<first>.*?\b(?:and|or) (?:always |never |also |still |often )?)(?P<verb>[a-z]+s)\b(?= |\Z)",
        lambda found: found["first"] + (plain(found["verb"]) if not other and found["verb"] not in _NOUNS else found["verb"]),
        fact,
    )
    return re.sub(rf"\b(?:{whom})\b", lambda found: found[0] if stays(found) else "you", fact, flags=re.IGNORECASE)


def names_other(fact: str) -> bool:
    """Return whether a clause names somebody of whom "he" or "she" may speak next."""
    return bool(_THIRD.search(fact))


def pieces(sentence: str) -> list[str]:
    """Return what a sentence tells, piece by piece: cut at commas, and at "and" before another subject."""
    parts = re.split(
        r",\s+(?:and\s+|but\s+)?|;\s+|\s+(?:and|but)(?: that)?\s+(?=(?:i|i'm|im|we|he|she|they|it|my|our|the|there|his|her|their)\b)",
        sentence,
        flags=re.IGNORECASE,
    )
    joined: list[str] = []
    for part in (one for one in parts if re.search(r"\w", one)):
        last = joined[-1] if joined else ""
        if last and (
            re.match(r"(?:and|or|which|who|where|because|so|but|since|as (?:i|we|my|the|it|he|she))\b", part, re.IGNORECASE)
            or re.match(r"(?:if|when|although|while|since|because|as)\b", last, re.IGNORECASE)
        ):
            joined[-1] = f"{last}, {part}"
        else:
            joined.append(part)
    return joined


def clauses(sentences: list[str], subject: str = "I") -> tuple[list[str], list[str]]:
    """Return what sentences tell as clauses, and the pieces that cannot be made one."""
    good: list[str] = []
    left: list[str] = []
    for sentence in sentences:
        whole = told(sentence, subject=subject)
        parts = pieces(sentence)
        if (
            whole
            and len(parts) > 2
            and _row(parts)
            and told(parts[0])
            and all(_elided(part, "I") or _elided(part, "he") for part in parts[1:])
        ):
            good.append(whole)
            continue
        if (
            whole
            and (len(parts) == 1 or all(not (told(part, subject=subject) or when(part)) for part in parts[1:]))
            and _row(parts)
        ):
            good.append(whole)
            continue
        about = subject
        for part in parts:
            fact = told(part, subject=about)
            if good and re.match(r"(?:very|quite|really|rather|fully|completely) [\w-]+\Z", part):
                good[-1] = f"{good[-1]}, {part}"
            elif fact:
                good.append(fact)
                about = next(
                    (one for one in ("I", "we", "he", "she", "they") if re.match(rf"{one}\b", fact, re.IGNORECASE)), about
                )
            elif (
                good
                and len(part.split()) <= 6
                and re.search(r"\w+ (?:and|or) \w", part)
                and re.match(r"(?:i|we|he|she|they|you)\b", good[-1], re.IGNORECASE)
            ):
                good[-1] = sound(f"{good[-1]}, {part}")
            elif good and " number is " not in good[-1] and (time := when(part)):
                good[-1] = f"{good[-1]} {time}"
            else:
                left.append(part.strip(" .!"))
    return good, left


def _row(parts: list[str]) -> bool:
    """Return whether pieces after commas are a row that ends in "and": "milk, bread, and tea"; or there is but one."""
    return len(parts) == 1 or bool(re.search(r"\b(?:and|or)\b", parts[-1]))


def asked(how: str, what: str, group: bool, *, alone: bool = False) -> str:
    """Return what the reader of a letter is asked: to do something, or whether, when, how ...; `alone`: it is not said who is to do it."""
    what = to_reader(mended(what.strip(" ,.!")), group=group)
    if how == "to" and alone and _MAY_DO.match(what):
        return f"I would like to ask you whether I may {what}."
    if how == "to":
        return f"I would like to ask you to {what}."
    return f"I would like to ask you {'whether' if how == 'if' else how} {what}."
