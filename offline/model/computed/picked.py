"""Questions about what was recommended or listed before: "who wrote it?", "why that one?", "something older", "more about the second one".

What is known of a film or a book stands in data/everyday/recommended.yaml; of another item of a list it is asked as of a thing of its own.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from ...tables import read_table
from ..language import folded
from ..meaning import stem
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 120  # characters of a question
ORDER = {word: place for place, words in enumerate(["first 1st one", "second 2nd two", "third 3rd three", "fourth 4th four", "fifth 5th five"]) for word in words.split()} | {"last": -1}  # fmt: skip
_WHICH = Regex(r"\b(?:the )?(?P<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\b(?: (?:one|book|movie|film|point|item|tip|idea|thing|step|reason|suggestion))?|\b(?:number|no\.?|nr\.?|point|item|tip|step|#) ?(?P<n>\d|one|two|three|four|five)\b", re.IGNORECASE)  # fmt: skip
_LED = r"\A\W*(?:(?:and|ok|okay|thanks|thank you|cool|great|nice|sounds good|good|interesting|so|but|hm+|haha|oh|wow|please|can you tell me|do you know|tell me)\b\W*)*"
_IT = r"(?:it|that|this|that one|this one|the (?:book|novel|movie|film|one|first(?: one)?|second(?: one)?|third(?: one)?|last(?: one)?)|that (?:book|movie|film)|number \w+)"
_KINDS = {
    "author": Regex(rf"{_LED}(?:who(?:'s| is| was)? ?(?:wrote|written|has written|the (?:author|writer)|author)(?: (?:of )?{_IT})?|by whom|who(?:'s| is) {_IT} by|(?:what|who)(?:'s| is) the author(?:'s name)?(?: of {_IT})?|author|whose (?:book )?is {_IT})\W*\Z", re.IGNORECASE),
    "director": Regex(rf"{_LED}(?:who(?:'s| is| was)? ?(?:directed|made|the director)(?: (?:of )?{_IT})?|director|who made {_IT})\W*\Z", re.IGNORECASE),
    "cast": Regex(rf"{_LED}(?:who(?:'s| is| are)? (?:plays?|stars?|acts?|in|the actors?|playing|starring)(?: (?:in )?{_IT})?|with whom|which actors.*|who (?:are|is) the (?:main )?(?:actors?|cast).*)\W*\Z", re.IGNORECASE),
    "year": Regex(rf"{_LED}(?:(?:when|what year|which year|from when|how old) (?:was|is|did|does)? ?{_IT}(?: (?:from|made|released|come out|written|published|out))*|what year|from which year|how old is {_IT})\W*\Z", re.IGNORECASE),
    "long": Regex(rf"{_LED}(?:how (?:long|thick) is {_IT}|how many (?:pages|minutes|chapters)(?: (?:does|has|is) {_IT}(?: have)?)?|how long does {_IT} (?:take|last).*|is {_IT} (?:very )?long)\W*\Z", re.IGNORECASE),
    "why": Regex(rf"{_LED}why (?:(?:do|did|would|should) you (?:recommend|suggest|pick|choose|like|i (?:read|watch)) {_IT}|(?:did you )?(?:pick|choose|recommend|suggest) {_IT}|{_IT}|should i (?:read|watch|see) {_IT}|exactly {_IT})\W*\Z", re.IGNORECASE),
    "about": Regex(rf"{_LED}(?:what(?:'s| is) {_IT}(?: all)? about|what(?:'s| is) the (?:plot|story)(?: of {_IT})?|(?:tell me )?(?:a bit |a little |some )?more about {_IT}|what happens in {_IT}|(?:describe|explain) {_IT}|(?:can|could) you (?:explain|describe|tell me(?: more)? about) {_IT}|is {_IT} (?:any )?(?:good|sad|funny|scary|boring|exciting|violent|romantic|worth (?:it|reading|watching)))\W*\Z", re.IGNORECASE),
    "age": Regex(rf"{_LED}(?:is {_IT} (?:ok|okay|good|suitable|fine|appropriate|right|safe|something) for (?:\w+ )?(?:kids|children|a child|a \d+[- ]year[- ]old|teenagers|\w+)|is {_IT} (?:ok|okay|good|suitable|fine|appropriate|right|safe|something) for (?:the |my |an? )?\d+[- ]?(?:years?|yrs?)[- ]?olds?|(?:from|for) (?:what|which) age.*|can (?:kids|children) (?:read|watch) {_IT})\W*\Z", re.IGNORECASE),
}  # fmt: skip
_MOST = Regex(
    rf"{_LED}(?:which|what)(?: (?:one|book|movie|film))?(?: of (?:these|those|them|the (?:three|two|four|five)))?(?: (?:one|is|was|are))* the (?P<how>oldest|newest|latest|most recent|first|youngest|shortest|longest|thickest)(?: (?:one|book|film|movie|of (?:these|those|them|the three)))*\W*\Z",
    re.IGNORECASE,
)
_OTHER = Regex(
    rf"{_LED}(?:(?:do you have|have you got|i(?:'d| would)? (?:want|prefer|like|need)|give me|recommend|suggest|maybe|rather|how about|what about|any|anything|is there)\b\W*)*(?:me )?(?:something|one|anything|a (?:book|movie|film|novel) (?:that is|that's)?|a)? ?(?P<how>(?:a bit |much |not so |less |more |for |but for |similar to |like |by )?(?:older|newer|recent|modern|shorter|longer|funny|funnier|lighter|scary|scarier|sad|serious|romantic|exciting|classic|different|else|old|adults?|grown[- ]ups|kids|children|teenagers|[\w' -]{{3,40}}?))(?: instead| please| then| rather| maybe)*\W*\Z",
    re.IGNORECASE,
)
_TOPIC = Regex(r"(?:with|about|on) (?:an? |some |the )?(.+)", re.IGNORECASE)
_REDIRECTS = Regex(r"\b(?:not so old|something|anything|one|older|newer|funnier|scarier|lighter|shorter)\b", re.IGNORECASE)
_DO_IT = Regex(rf"{_LED}(?:(?:then|let's|lets|i(?:'ll| will)?|do|try|take|show(?: me)?|tell me|answer|give me|go with|start with|choose|pick|ask)\b ?)*(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd)(?: (?:one|question|prompt))?(?: please| then| for me)*\W*", re.IGNORECASE)  # fmt: skip
_QUOTED = Regex(r'"([A-Z][^"\n]{5,80}[^"\n])"')
LENGTH = "How long {0} is, I do not know: {1}"


@dataclass(frozen=True)
class Pick:
    """A film or a book that was recommended."""

    title: str
    what: str
    year: int | None
    kinds: str
    who: str
    age: int | None
    say: str


def answer(question: Question) -> Answer | None:
    """Answer a question about what was recommended or listed in the last replies; None for anything else."""
    text = question.text.replace("’", "'")
    replied = question.earlier("assistant")
    if not 0 < len(text) <= LONGEST or not replied:
        return None
    if prompt := _prompt(text, replied[0]):
        from ..one_question import answer as answered

        return answered(question.asking(prompt, before=()), 3)
    if kind := next((name for name, pattern in _KINDS.items() if pattern.search(text)), None):
        if pick := _pick(text, replied[:3]):
            return says(_told(kind, pick), about=pick.what)
        return _item(text, replied[0], question) if kind == "about" else None
    if (asked := _MOST.search(text)) and (picks := _picks(replied[:3])):
        return says(_most(asked["how"].casefold(), picks), about=picks[0].what)
    return _redirected(text, question)


def _prompt(text: str, last: str) -> str | None:
    """Return the prompt that is meant of those which the last reply put in quotes: "ok do the first one"."""
    prompts = _QUOTED.findall(last)
    place = _place(text) if _DO_IT.fullmatch(text) and len(prompts) > 1 else len(prompts)
    return prompts[place] if -len(prompts) <= place < len(prompts) else None


def _most(how: str, picks: list[Pick]) -> str:
    """Return which of some films is the oldest or the newest; of books, and of lengths, what is not known."""
    years = [pick for pick in picks if pick.year]
    if how in ("shortest", "longest", "thickest"):
        return f"How long they are, my files do not say: {', '.join(pick.title for pick in picks)}. Editions differ; the page of the publisher or a shop names the pages or minutes."
    if not years:
        return f"When they were written, my files do not say: {', '.join(pick.title for pick in picks)}."
    chosen = (min if how in ("oldest", "first") else max)(years, key=lambda pick: pick.year)
    return f"{chosen.title}, from {chosen.year}."


def _picks(replied: list[str]) -> list[Pick]:
    """Return the films or books that the latest reply with some names, in their order."""
    for said in replied:
        there = [(said.find(f"{pick.title} {'by' if pick.what == 'book' else '('}"), pick) for pick in _known()]
        if picks := [pick for start, pick in sorted(there, key=lambda one: one[0]) if start >= 0]:
            return picks
    return []


def _pick(text: str, replied: list[str]) -> Pick | None:
    """Return the film or book that is meant: of the latest reply that names some, the one with that number, or the first."""
    if picks := _picks(replied):
        place = _place(text)
        return picks[place] if -len(picks) <= place < len(picks) else None
    return None


def _place(text: str) -> int:
    found = _WHICH.search(text)
    if not found:
        return 0
    said = (found["nth"] or found["n"]).casefold()
    return int(said) - 1 if said.isdigit() else ORDER[said]


def _told(kind: str, pick: Pick) -> str:
    if kind == "author":
        return f"{pick.who} wrote {pick.title}." if pick.what == "book" else f"{_director(pick)} The script I do not know."
    if kind == "director":
        return _director(pick) if pick.what == "film" else f"{pick.title} is a book, by {pick.who}."
    if kind == "cast":
        return f"{pick.title}: {pick.who}." if pick.what == "film" else f"{pick.title} is a book, by {pick.who}."
    if kind == "year":
        return (
            f"{pick.title} is from {pick.year}."
            if pick.year
            else f"When {pick.title} was written, is not in my files; its author is {pick.who}."
        )
    if kind == "long":
        where = (
            "look at the page of its publisher, since editions differ."
            if pick.what == "book"
            else "any film page on the web says how many minutes."
        )
        return LENGTH.format(pick.title, where)
    if kind == "age":
        if pick.age is None:
            return f"{pick.title} is {_kinds(pick)}. {'It is made for the whole family.' if 'family' in pick.kinds else 'It was not made for children: look at its age rating first.'}"
        return f"{pick.title} suits readers from about {pick.age} years on."
    if kind == "why":
        by = f" by {pick.who}" if pick.what == "book" else f" of {pick.year}"
        return f"Because it is {_kinds(pick)}{by} that very many people like: {pick.say}. I am the offline stand-in, and pick from a small list by kind and age; say what you liked before, and I pick nearer to it."
    return f"{pick.title}: {pick.say}. It is {_kinds(pick)}, {f'by {pick.who}' if pick.what == 'book' else f'from {pick.year}, with {pick.who}'}. More I do not give away."


def _director(pick: Pick) -> str:
    return f"{read_table('everyday/directors.yaml')[pick.title]} directed {pick.title} ({pick.year})."


def _kinds(pick: Pick) -> str:
    words = pick.kinds.replace("science fiction", "science-fiction").split()
    first = words[0] if words else ""
    called = read_table("everyday/recommended.yaml")["called"].get(first, f"a {first} {{what}}")
    return called.replace("{what}", pick.what)


def _item(text: str, last: str, question: Question) -> Answer | None:
    """Return what is known of an item of a numbered list, or that no more than its line is known."""
    if not _WHICH.search(text):
        return None
    lines = re.findall(r"^\d+\. (.+)$", last, re.MULTILINE)
    place = _place(text)
    if not -len(lines) <= place < len(lines):
        return None
    line = re.sub(r"[\[\]|<>]", "", lines[place])
    from ..one_question import answer as asked

    head = re.split(r"[,:(.]", line)[0].strip()
    if len(head.split()) <= 4 and (found := asked(question.asking(f"tell me about {head}", before=()), 3)) and not found.guarded:
        return found
    return says(
        f"That was: {line.rstrip('.')}. I know no more about it than that: I am the offline stand-in. A model that knows more would go on."
    )


def _redirected(text: str, question: Question) -> Answer | None:
    """Return another recommendation: "something older", "something for adults instead", after a film or a book."""
    found = _OTHER.search(text)
    if (
        found is None
        or re.match(r"\W*(?:and )?(?:which|what|who|is|are|how)\b", text, re.IGNORECASE)
        or not _REDIRECTS.search(text)
        or re.search(r"\b(?:joke|recipe|story|poem|name|to (?:eat|drink|cook))\b", text, re.IGNORECASE)
    ):
        return None
    pick = _pick("", question.earlier("assistant")[:2])
    if pick is None:
        return None
    how = found["how"].replace("not so old", "newer")
    if re.search(r"\b(?:don't|do not|not|no|hate|never)\b", how, re.IGNORECASE):
        return None  # what is not wanted is a detail of the request
    said = " ".join(question.earlier("assistant"))
    fits = [one for one in _known() if one.what == pick.what and one.title not in said and _fits(one, pick, how)]
    if topic := _TOPIC.match(how):
        named = {stem(word) for word in folded(topic[1]).split()}
        on_it = [one for one in _known() if one.what == pick.what and named & {stem(word) for word in folded(one.say).split()}]
        fits = on_it or (fits if _liked(how, replace(pick, kinds="")) else [])
    fits = sorted(fits, key=lambda one: -len(set(one.kinds.split()) & set(_liked(how, pick).split())))
    if not fits:
        return says(f"I have no other {pick.what} like that in my list. I am the offline stand-in, and it is a small one.")
    best = fits[0]
    by = f"by {best.who}" if best.what == "book" else f"({best.year}), with {best.who}"
    return Answer([(1.0, f"{best.title} {by}: {best.say}")], about=best.what)


def _liked(how: str, pick: Pick) -> str:
    """Return the kinds of what somebody names ("like Harry Potter") or asks for ("funny"), else of what was recommended."""
    named = next(
        (
            one.kinds
            for one in _known()
            if any(len(part) > 6 and part.casefold() in how.casefold() for part in (one.title, " ".join(one.title.split()[:2])))
        ),
        "",
    )
    kinds = {**read_table("everyday/recommended.yaml")["kinds"], **read_table("everyday/recommended.yaml")["book_kinds"]}
    asked = " ".join(kind for kind, words in kinds.items() if re.search(rf"\b(?:{words})\b", how, re.IGNORECASE))
    return f"{named} {asked}".strip() or pick.kinds


def _fits(one: Pick, pick: Pick, how: str) -> bool:
    """Return whether another film or book is older, newer, for adults or for children, as wanted, and of the kind that is asked for."""
    if re.search(r"\b(?:(?<!year )(?<!years )old|older|classic)\b", how, re.IGNORECASE):
        return one.year < pick.year if one.year and pick.year else "classic" in one.kinds
    if re.search(r"\b(?:newer|recent|modern|not so old)\b", how, re.IGNORECASE):
        return bool(one.year and pick.year and one.year > pick.year)
    if re.search(r"\b(?:adults?|grown[- ]ups)\b", how, re.IGNORECASE) and ((one.age or 99) < 14 or "family" in one.kinds):
        return False
    if re.search(r"\b(?:kids?|child(?:ren)?|son|daughter|\d+[- ]years?[- ]olds?)\b", how, re.IGNORECASE):
        return (one.age or 99) <= 10 or "family" in one.kinds
    wanted = set(_liked(how, pick).replace("science fiction", "science-fiction").split())
    return bool(wanted & set(one.kinds.replace("science fiction", "science-fiction").split()))


@cache
def _known() -> tuple[Pick, ...]:
    table = read_table("everyday/recommended.yaml")
    films = (Pick(title, "film", year, kinds, who, None, say) for title, year, kinds, who, say in table["films"])
    books = (Pick(title, "book", None, kinds, who, age, say) for title, who, kinds, age, say in table["books"])
    return (*films, *books)
