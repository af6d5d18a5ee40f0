"""Poems, limericks, haikus and stories in which the subject really does what was told of it.

    "a short poem about my cat Pixel who sleeps on my keyboard all day"
    -> subject "my cat Pixel", and what it does: "sleeps on my keyboard all day"

The texts are in data/everyday/verses.yaml.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from . import besides, haikus, stories
from .syllables import first_lines
from .wish import UNSAFE, Wish, bare, capital, counted, has, mended

LONGEST = 250  # characters of a request
VERY_SHORT, LONG = ("sentences", 4), ("sentences", 10)
_FORMS = {
    "limerick": "limericks?",
    "haiku": "haikus?",
    "poem": "poems?|verses?|(?<!without )(?<!no )rhymes?|ode|ballad|song|lullaby|rap|lyrics|sonnet",
    "story": "bedtime stor(?:y|ies)|fairy ?tales?|fables?|tales?|(?:short )?stor(?:y|ies)",
}
_STARTS = Regex(
    r"[\s,]*(?:that |which |and )?(?:(?:must |should )?(?:starts?|begins?)|starting|beginning) with(?: the (?:words|sentence))?:?\s*[\"“'](?P<begin>[^\"”]{3,80})[\"”']",
    re.IGNORECASE,
)
_MAY = Regex(
    r"limerick|haiku|poem|verse|rhyme|\bode\b|ballad|song|lullaby|\brap\b|lyrics|sonnet|stor(?:y|ies)|\btales?\b|fable",
    re.IGNORECASE,
    needs="ballad fable haiku limerick lullaby lyrics ode poem rap rhyme song sonnet stor tale verse",
)
_ASKS = Regex(
    rf"\A(?:(?:write|tell|give|make|create|compose|invent|need|want|me|us|us|up|an?|one|the|some|short|long|longer|little|quick|nice|funny|sad|happy|sweet|beautiful|cute|lovely|silly|simple|rhyming|small|good|new|another|very|really|tiny|cozy|gentle|calm|heartwarming|two|four|line|lines|stanza|two-line|four-line|[248][- ]lines?|romantic|scary|spooky|creepy|horror|ghost|frightening|hilarious|humorous|scarier|funnier|sadder|sillier|spookier|romance|tragic|crime|detective|mystery|thriller|adventure|exciting|action|want|christmas|xmas|birthday|halloween|easter|spring|summer|autumn|winter|friendship|rain|snow|five|ten|for|kids?|children|love|love-)\s+)*(?P<form>{'|'.join(_FORMS.values())})\b\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
    needs="ballad fable fairy haiku limerick lullaby lyrics ode poem rap rhyme song sonnet stor tale verse",
)
_FOR = Regex(
    r"\A(?:for|to) (?:my |our |the |an? )?(?P<who>(?:\w+[- ]years?[- ]olds?)(?: \w+(?= about))?|(?:\w+ )?(?-i:[A-Z])\w+|\w+(?: olds?)?)\b[, ]*",
    re.IGNORECASE,
)
_FOR_AT_END = Regex(r",? for my (?:little |small )?(?:\w+ )?(?P<who>(?-i:[A-Z])\w+)\W*\Z", re.IGNORECASE)
_ABOUT = Regex(r"\A(?:about|on|of|for|to|with|in which|where|:)\s+(?P<topic>.+)", re.IGNORECASE | re.DOTALL)
_AFTER = Regex(
    r"[\s,.;!?(]*\b(?:please|(?:in )?(?:\d+|two|three|four|five|six|a few) (?:lines?|sentences?|verses?|stanzas?|words?)|in rhyme|with rhymes|short!*|make it \w+|funny|for (?:(?:\w+ )?(?:kids|children|graders|teens|teenagers|students|pupils|adults)|her|him|them|bed ?time|my \w+(?: \w+)?)|it should .*|not too long|(?:max(?:imum)?|at most|under|about) \d+ words|about \d+ words|\d+ words)\W*\Z|[\s.!?]+\Z",
    re.IGNORECASE,
)
_IS_ABOUT = Regex(r"(?:and )?(?:it|this|the story|the poem)(?:'s| is| should be| must be) about (?P<topic>.+)", re.IGNORECASE)
_CLAUSE = Regex(r"\s*,?\s+(?:who|that|which)\s+(?P<clause>.+)\Z", re.IGNORECASE | re.DOTALL)
_BY_VERB = Regex(
    r"\A(?P<subject>(?:my|our|the|an?) [\w' -]*?)\s+(?P<clause>(?:always|never|often)?\s*(?:dancing|sleeping|playing|eating|looking|running|singing|learning|waiting|flying|trying|walking|chasing|stealing|dreaming|baking|swimming|jumping|drinking|hiding|sitting|working)\b.*)",
    re.IGNORECASE | re.DOTALL,
)

_FUNNIER = Regex(r"\bfunn(?:y|ier)\b|\bmore (?:fun|humou?r|jokes?)\b|\bsilly\b", re.IGNORECASE, needs="funn more silly")
_LINES = Regex(
    r"\b(?:\d+|one|two|three|four|five|six|eight|ten|twelve)[- ](?:lines?|verses?|stanzas?)\b|\b\d+ words\b", re.IGNORECASE
)
_FOUR = Regex(r"\b(2|two|4|four|8|eight)[- ]lines?\b", re.IGNORECASE)
_LYRICS = Regex(r"\b(?:the )?(?:lyrics|text|words) (?:for|of|to) (?:an?|the|my) ((?:\w+ ){0,3}?)song ", re.IGNORECASE)
_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred"
_LENGTH = Regex(
    rf"\s*\b(?:in|of|with|using|about)\s+(?:about |exactly |only |just )?(?P<n>{_COUNT})[- ](?:short )?(?P<unit>sentence|word)s?\b(?: long)?"
    rf"|\b(?P<n2>{_COUNT})[- ](?P<unit2>sentence|word)s?(?: long)?\b",
    re.IGNORECASE,
)
_ENDS_WELL = Regex(r",?\s*\b(?:with|that has|and) an? (?:happy|good) end(?:ing)?\b", re.IGNORECASE)
_WHOM = Regex(r"(?:for|to) ((?:my|our) [\w ]+|(?-i:[A-Z])\w+(?: and \w+)?)", re.IGNORECASE)
_NOT = Regex(
    r"\b(?:function|python(?!\W*\Z)|program|user story|success story|cover story|store|inventor|who wrote|analy[sz]e|summari[sz]e|theme|famous|by shakespeare|meaning)\b",
    re.IGNORECASE,
    needs="analy cover famous function inventor meaning program python shakespeare store story success summari theme wrote",
)


@dataclass(frozen=True)
class Subject:
    """What a verse is about: "my cat Pixel", what it does, and its kind."""

    full: str
    clause: str
    kind: str

    @property
    def short(self) -> str:
        """The subject once it is known: its name, or "the cat"."""
        if re.search(r"\w+ and ", self.full):
            return re.sub(r"\ban? ", "the ", self.full, flags=re.IGNORECASE)
        named = re.search(r" ((?-i:[A-Z])[\w'-]*)\Z", self.full)
        if named:
            return named[1]
        return re.sub(r"\A(?:(?:an?|one|some) |(?=(?:two|three|four|five) ))", "the ", self.full, flags=re.IGNORECASE)


def answer(wish: Wish) -> Answer | None:
    """Return the verse or story that is wished for; None if none is, or if another file writes it."""
    if not _MAY.search(wish.text):
        return None
    if (told := _STARTS.search(wish.text)) and re.search(r"\bstor(?:y|ies)|\btale", wish.text[: told.start()], re.IGNORECASE):
        rest = f"{wish.text[: told.start()]}{wish.text[told.end() :]}"
        made = answer(replace(wish, text=rest)) or answer(replace(wish, text=f"{rest} about {_known().hero}"))
        begin = told["begin"].strip()
        begin = begin if begin[-1] in ".!?" else f"{begin}."
        return made and Answer([(weight, f"{begin} {said}") for weight, said in made.ways])
    first, *more = besides.sentences(wish.text)
    if not more or not _MAY.search(first):
        return _made(wish)
    if topic := next((found for one in more if (found := _IS_ABOUT.fullmatch(one))), None):
        first, more = f"{first} about {topic['topic']}", [one for one in more if one != topic.string]
    counted_in = [one for one in more if _LENGTH.search(one) or _LINES.search(one)]
    funny = tuple(one for one in more if _FUNNIER.search(one))
    name, child = (
        besides.named(more),
        besides.of_a_child(wish.text) and bool(re.search(r"\b(?:story|tale)", first, re.IGNORECASE)),
    )
    hero = besides.with_hero(first, name) if name and not child else None
    made = _made(
        replace(wish, text=". ".join([hero or first, *counted_in]), details=(*wish.details, *funny)), name if child else ""
    )
    told = [one for one in more if besides.tells_of_somebody(one) and (child or (hero and besides.named([one])))]
    left = [one for one in more if one not in (*counted_in, *told) and not (besides.is_manner(one) or besides.is_polite(one))]
    return besides.noted(made, left) if made else None


def _made(wish: Wish, told_name: str = "") -> Answer | None:
    """Return what is wished for in one sentence; `told_name` is whom it is for, as another sentence told."""
    text, length = _length(_LYRICS.sub(r"\1song ", bare(wish.text)))
    found = _ASKS.match(text)
    if len(wish.whole) > LONGEST or UNSAFE.search(wish.whole) or not found or _NOT.search(text):
        return None
    form = next(form for form, words in _FORMS.items() if has(found["form"], words))
    rest, who = found["rest"], ""
    if (told := _FOR.match(rest)) and re.search(r"\b(?:about|that|who|on)\b", rest[told.end() :]):
        rest, who = rest[told.end() :], told["who"].split()[-1]
    if told := _FOR_AT_END.search(rest):
        rest, who = rest[: told.start()], told["who"] or who
    who = told_name or who or ("child" if besides.of_a_child(rest) else "")
    if form == "story" and (said := _in_mood(text, rest, length)):
        return said
    topic = _ABOUT.match(_before(text, found) or rest)
    about = re.match(r"(?:about|on|of) (?P<topic>.+)", rest, re.IGNORECASE) if form == "poem" else None
    if about and (said := _mood_poem(text, about["topic"])):
        return said
    lines = counted(found_lines[1]) if form == "poem" and (found_lines := _FOUR.search(text)) else 0
    counted_elsewhere = _LINES.search(text) and not lines  # in writing.py
    if not topic or counted_elsewhere or (length and form != "story"):
        return None
    subject = _subject(topic["topic"])
    if subject and has(found["form"], "song|lyrics|rap"):
        return _song(subject, text)
    if form == "story" and not length:
        length = VERY_SHORT if has(text, "very short|tiny") else LONG if has(text, "long|longer") else None
    if subject and length:
        made = _tale(subject).of_length(*length)
        return made and Answer([(1.0, made)], about=f"verse {subject.full}")
    if subject is None or (form == "story" and has(subject.full, "moral|message|twist|plot")):  # no hero
        return None
    if (
        form == "story"
        and not subject.clause
        and not who
        and not has(text, "bedtime|fairy|fable")
        and re.fullmatch(r"(?:a|the) \w+", subject.full, re.IGNORECASE)
    ):
        return None
    comic = form == "poem" and not subject.clause and _FUNNIER.search(text)
    texts = _story(subject, who) if form == "story" else _verse("limerick" if comic else form, subject)
    if lines:
        cut = [one for one in (first_lines(text, lines) for text in texts) if one]
        return Answer([(1.0, cut[0])], about=f"verse {subject.full}") if cut else None
    if wish.details or _FUNNIER.search(text):
        texts = [*texts[1:], texts[0]] if any(map(_FUNNIER.search, wish.details)) else texts
    if form == "poem" and (whom := _WHOM.match(found["rest"])):
        texts = [re.sub(r"\A\*\*.*\*\*", f"**For {whom[1]}**", one) for one in texts]
    short = re.sub(r"\A\*\*.*\*\*\n\n", "", texts[0]).split("\n\n")[0]
    if form == "story":
        short = _tale(subject).of_length("sentences", 4) or short
    if form == "poem" and short == texts[0].split("\n\n")[-1]:
        short = _verse("haiku", subject)[0]
    return Answer(
        [(1.0 / (place + 1), one) for place, one in enumerate(texts)],
        short=short if short != texts[0] else None,
        about=f"verse {subject.full}",
        of_length=_tale(subject).of_length if form == "story" else None,
        obeys="for kids. for children. for a child" if form == "story" else "",
        forms={} if form == "story" else {"child": [(1.0, _for_a_child(subject))]},
    )


def _for_a_child(subject: Subject) -> str:
    """Return a verse on a subject for a small child."""
    bare_name = re.sub(r"\A(?:the|an?) ", "", subject.full, flags=re.IGNORECASE)
    return _filled(_known().for_a_child, bare_name, "", subject)


def _before(text: str, found: re.Match) -> str | None:
    """Return the topic that stands before the form ("a love poem") as one that stands behind it; for a tale without any, a hero."""
    said = next(
        (one for one in text[: found.start("form")].split()[::-1] if any(has(one, row["asked"]) for row in _known().about)), None
    )
    if said and re.fullmatch(r"\W*(?:(?:for|to) .*)?", found["rest"]):
        return f"about {said}"
    if found["rest"].strip(" .!?") == "" and has(found["form"], "fairy ?tales?|fables?|bedtime stor(?:y|ies)"):
        return f"about {_known().hero}"
    return None


def _mood_poem(text: str, topic: str) -> Answer | None:
    """Return a poem of two or four lines in the mood that is told: "a sad poem about the sea"; None if none is told."""
    lines = _LINES.search(text)
    number = counted(re.match(r"\d+|[a-z]+", lines[0], re.IGNORECASE)[0]) if lines else 4
    subject = _subject(_LINES.sub("", topic))
    told = [
        one["say"] for one in _known().poem_moods if has(text, f"(?:{one['asked']})\\b.*\\bpoem|poem\\b.* (?:{one['asked']})")
    ]
    if not told or subject is None or number not in (2, 4):
        return None
    said = "\n".join(_filled(told[0], subject.full, "", subject).split("\n")[:number])
    return Answer([(1.0, said)], about=f"verse {subject.full}")


def _in_mood(text: str, rest: str, length: tuple[str, int] | None) -> Answer | None:
    """Return a story in the mood that is told ("a scary story about a doll"), or with a happy ending; None if neither is told."""
    known, (plain, ends_well) = _known(), _ENDS_WELL.subn("", rest)
    about = None if re.match(r"for\b", plain, re.IGNORECASE) else _ABOUT.match(plain)
    subject = _subject(about["topic"]) if about else None
    if ends_well and subject:
        tale = (
            _tale(subject).of_length(length[0], length[1] - 1) if length and length[0] == "sentences" else _story(subject, "")[0]
        )
        return tale and Answer([(1.0, f"{tale} {known.happy_end}")], about=f"verse {subject.full}")
    told = next(
        (one for one in known.moods if re.match(rf"(?:[\w-]+ )*?(?:{one['asked']})\b[\w -]*?\bstor", text, re.IGNORECASE)), None
    )
    if told is None or (subject and subject.clause) or (about and subject is None):
        return None
    subject = subject or _subject(told["of"])
    said, short = (_agreeing(_filled(told[length], subject.full, "", subject)) for length in ("say", "short"))
    if length and length != ("sentences", len(re.findall(r"[.!?](?=\s|\Z)", short))):
        return None
    said = short if length or has(f"{text} {rest}", "very short|tiny|really short") else said
    return Answer([(1.0, said)], short=short, about=f"verse {subject.full}")


def _length(text: str) -> tuple[str, tuple[str, int] | None]:
    """Return a request without the length that is wanted, and that length: ("sentences", 3); None if none is told."""
    found = _LENGTH.search(text)
    if not found:
        return text, None
    count = (found["n"] or found["n2"]).casefold()
    number = {"twenty": 20, "fifty": 50, "a hundred": 100}.get(count) or counted(count)
    text = re.sub(r"\b(?<!\w)an? (?= )", "", f"{text[: found.start()]} {text[found.end() :]}")
    return " ".join(text.split()), (f"{found['unit'] or found['unit2']}s".casefold(), number)


def _tale(subject: Subject) -> stories.Tale:
    acts = subject.kind != "thing" or bool(re.match(r"(?:an?|one|two|three|four|five|some)\b", subject.full, re.IGNORECASE))
    person = subject.kind in ("child", "family", "person")
    return stories.tale(subject.full, subject.short, subject.clause, person=person, acts=acts)


def _subject(topic: str) -> Subject | None:
    for _ in range(3):
        topic = _AFTER.sub("", topic.strip())
    clause = ""
    if found := _CLAUSE.search(topic):
        topic, clause = topic[: found.start()], found["clause"]
    elif found := _BY_VERB.match(topic):
        topic, clause = found["subject"], f"is {found['clause']}"
    full = mended(topic.strip(" ,.!"))
    if not full or len(full.split()) > 9:
        return None
    head = re.split(r"\b(?:in|on|at|from|with|of|under|by|and)\b", full)[0] or full
    head = re.sub(r".*['’]s (?=\w)", "", head)  # my grandmother's garden is a garden
    kind = next(name for name, told in _known().kinds.items() if has(head, told["asked"]))
    return Subject(full, mended(clause.strip(" ,.!")), kind)


def _song(subject: Subject, text: str) -> Answer:
    """Return the words of a song in the mood that was told."""
    told = next(one["say"] for one in _known().songs if has(text, one["asked"]) or one["asked"] == ".")
    full = subject.full if not subject.clause else f"{subject.full} who {subject.clause}"
    said = told.replace("{T}", " ".join(map(capital, full.split()))).replace("{s}", full)
    return Answer([(1.0, said)], about=f"verse {subject.full}")


def _verse(form: str, subject: Subject) -> list[str]:
    known = _known()
    haiku = haikus.made(subject.full, subject.clause, subject.kind) if form == "haiku" else None
    if haiku and subject.clause:
        return [haiku]
    if subject.clause:
        acting = known.acting
        single = form == "limerick"
        clause = re.sub(r"\A(?:is|was) (?=afraid|always|never)", "is ", subject.clause)
        texts = [acting[name] for name in (form, f"{form}2", f"{form}3", "short" if form == "poem" else "") if name in acting]
        return [_filled(one, subject.full if not single else _indefinite(subject), clause, subject) for one in texts]
    topical = next(
        (
            one
            for one in known.about
            if re.fullmatch(
                rf"(?:the |a |my |our )?(?:first |quiet |cold |old |warm )?(?:{one['asked']})(?: \w+)?|.*\b(?:{one['asked']})\Z",
                subject.full,
                re.IGNORECASE,
            )
        ),
        {},
    )
    named = rf"(?:the |an? |my |our )?(?:{topical.get('asked', '')})"
    if haiku and not re.fullmatch(named, subject.full, re.IGNORECASE):
        topical = {}  # "a Monday morning train" is told in its own words
    told = known.kinds[subject.kind]
    place = re.search(r"\b(?:in|on|at|from) .+", subject.full)
    own = [told[name] for name in (form, f"{form}2", f"{form}3") if name in told]
    if form == "limerick" and place and subject.kind in ("person", "animal", "cat", "dog"):
        own = [known.acting["limerick2"]]
        head = subject.full[: place.start()].strip()
        return [_filled(one, head, f"came here {_from(place[0])}", subject) for one in own]
    if form == "limerick":
        own = [*own, known.kinds["thing"]["limerick"], known.kinds["thing"]["limerick2"]]
    texts = [
        *([topical[form]] if form in topical and subject.kind == "thing" and not place else []),
        *(own or [known.kinds["thing"][form]]),
    ]
    if haiku and not (form in topical and not place):
        return [haiku]
    texts += [topical[form]] if form == "haiku" and form in topical else []  # where the rest fits into no line
    title = f"**{capital(subject.full)}**\n\n" if form == "poem" else ""
    return [title + _filled(one, subject.full, "", subject) for one in texts]


def _from(place: str) -> str:
    return place if place.startswith("from") else f"from {place.split(' ', 1)[1]}"


def _indefinite(subject: Subject) -> str:
    return (
        re.sub(r"\A(?:my|our|the) ", "a ", subject.full, flags=re.IGNORECASE)
        if not re.search(r" (?-i:[A-Z])\w+\Z", subject.full)
        else subject.full
    )


def _filled(text: str, full: str, clause: str, subject: Subject) -> str:
    values = {"{s}": full, "{S}": capital(full), "{c}": clause, "{n}": subject.short, "{N}": capital(subject.short)}
    for place, value in values.items():
        text = text.replace(place, value)
    return capital(text)


def _story(subject: Subject, who: str) -> list[str]:
    told = _known().stories
    clause = subject.clause
    if (
        not clause
        and subject.kind == "thing"
        and re.fullmatch(r"(?!an?\b|the\b|my\b|our\b)[a-z]+(?: (?:with|between|for|of) .+)?", subject.full)
    ):
        return [stories.tale(subject.full, subject.full, "", person=False, acts=False).of_length("sentences", 10)]
    values = {"{a}": subject.full}
    forms = ((ladder, found) for pattern, ladder in stories.FORMS if (found := re.match(pattern, clause, re.IGNORECASE)))
    if (told_form := next(forms, None)) and told_form[0] in told:
        text = told[told_form[0]]
        values |= {f"{{{key.rstrip('2')}}}": said for key, said in told_form[1].groupdict().items() if said}
    elif clause and re.search(r"\w+ and ", subject.full):
        text, values["{did}"] = told["several"], stories.past(clause)
    elif clause:
        text = told["does"]
    else:
        text = told["plain"]
    several = bool(re.match(r"(?:two|three|four|five|some|many|my parents|(?:an? |the )?\w+ and )", subject.full, re.IGNORECASE))
    at = "" if re.search(r" (?:in|on|at|under|by|from) ", subject.full) else " at the edge of a small town"
    values |= {"{at}": at, "{was}": "were" if several else "was", "{they}": "they" if several else subject.short}
    for place, value in values.items():
        text = text.replace(place, value)
    ending = told["ending"].replace("{name}", who) if who[:1].isupper() else ""
    texts = [_filled(text, subject.full, clause, subject) + ending]
    if text == told["plain"] or not clause:
        other = told["plain2"]
        for place, value in values.items():
            other = other.replace(place, value)
        texts.append(_filled(other, subject.full, clause, subject) + ending)
    return [_agreeing(one) for one in texts]


def _agreeing(text: str) -> str:
    """Return a story whose sentences begin with capitals."""
    return re.sub(r"(?:(?<=[.!?] )|(?<=[.!?]\" ))(the [a-z])", lambda match: capital(match[1]), text)


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/verses.yaml"))
