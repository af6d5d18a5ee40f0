"""The request before, for the same text in another form or mood: "as a haiku", "in rhyme", "make it scary", "with a happy ending"."""

import re

from ..regex import Regex

AROUND_BEFORE = r"\A\W*(?:(?:and|ok|okay|now|please|so|but|then|hm+|ha(?:ha)*|lol|no|yes|great|nice|cool|thanks|thank you|can you|could you|can u|would you|will you|pls|let's|i want|i need|i'd like|(?:great|nice|good|funny|cool) (?:one|answer|joke|story|poem)|got it|love it|(?:that (?:was|is) |that's )?(?:not (?:so |very |really )?(?:funny|good)|(?:so |very |really )?(?:bad|boring|lame))|boring|i see|well|oh|perfect|awesome|wow|super|funny)\b[\s,!.]*)*"
AROUND_AFTER = r"(?:[\s,]*\b(?:please|pls|plz|thanks|now|for me|too|again|instead|then)\b)*\W*\Z"
_FORM = r"(?:bed ?time |fairy |short )?(?:stor(?:y|ies)|tale|poem|haiku|limerick|rap|song|joke|riddle|slogan|tweet)"
_IN_FORM = Regex(  # the same as another kind of text: "as a haiku", "make it a limerick", "in rhyme"
    AROUND_BEFORE
    + r"(?:(?:make|write|do|put|turn|tell|say|rewrite|change|give me)(?: (?:it|that|this|the same|the (?:story|poem|joke|text)))? )?(?:again )?(?:(?:as|in|into|to|in the form of)(?: an?)? |an? )?(?:(?:short|little|nice) )*(?P<form>(?:haiku|limerick|poem|rap|song|tweet|riddle)(?: form)?|rhym(?:e|es|ed|ing)(?: form)?|(?:short |fairy )?(?:story|tale))"
    + AROUND_AFTER,
    re.IGNORECASE,
    "haiku limerick poem rap song tweet riddle rhym stor tale",
)
_IN_MOOD = Regex(  # how a story is to be: "make it scary", "with a happy ending"
    AROUND_BEFORE
    + r"(?:(?:make|write|do|tell|let|give|change)(?: it| that| this| the story| the end(?:ing)?)?(?: be| have| end| to| into)? )?(?:(?:something|an?|a bit|a little|more|much|even|very|but|with) )*(?P<how>scar(?:y|ier)|spook(?:y|ier)|creep(?:y|ier)|funn(?:y|ier)|sill(?:y|ier)|sad(?:der)?|melanchol(?:y|ic)|happ(?:y|ier)(?! end)|cheerful|romantic|sad end(?:ing)?|happy end(?:ing)?|good end(?:ing)?|ends? (?:happily|well))(?: (?:one|version|story|poem))?(?:[,.;:]? (?:because |since |you know,? )?(?:s?he|it) (?:has |just |is )?(?P<gone>died|passed away|dead)\b[\w ]{0,30})?"
    + AROUND_AFTER,
    re.IGNORECASE,
    "scar spook creep funn sill sad romantic end melanch happ cheerful",
)
MORE_SO = Regex(
    r"\W*(?:(?:too|so|that'?s|that is|those are|they(?: are|'re)|it'?s|a bit|a little|very|all|boring|dull|bad|long|serious|lame|meh|ok(?:ay)?|nice|not (?:so |very )?(?:good|funny|bad)|hm+|and|but|please|can you|give me|make|tell me|now)\W+)*"
    r"(?P<more>(?:\d+|two|three|four|five|six|ten|some|a few) (?:more|others|other ones|new ones)|another one|one more|others)\W+(?:(?:but|and|please|ones?|that are|make (?:it|them)|a (?:bit|little)|much|more)\W+)*"
    r"(?P<how>funn(?:y|ier)|sill(?:y|ier)|sad(?:der)?|serious|creative|short(?:er)?|long(?:er)?|better|modern|romantic|scar(?:y|ier)|professional)(?: ones?)?(?: please| pls)?\W*",
    re.IGNORECASE,
    "more other another new",
)
_MOODS = ("scary", "spooky", "creepy", "funny", "silly", "sad", "romantic", "melancholic", "happy", "cheerful")


def wants_others(text: str) -> bool:
    """Return whether somebody asks for others in another mood: "Too boring. Three more, funnier."."""
    return bool(MORE_SO.fullmatch(text))


def wants(text: str) -> bool:
    """Return whether a message may ask for another form or mood."""
    return bool(_IN_FORM.search(text) or _IN_MOOD.search(text))


def request(earlier: str, text: str) -> str | None:
    """Return what is asked for now, where `earlier` asked for a story or a verse; None if it did not, or for another change."""
    if (named := re.search(rf"\b{_FORM}\b", earlier, re.IGNORECASE)) is None:
        return None
    before, after = earlier[: named.start()], earlier[named.end() :]
    if found := _IN_FORM.search(text):
        form = re.sub(r" form\Z", "", found["form"].casefold())
        article = re.sub(r"\ban? (?:[a-z]+ )?\Z", "a ", before, flags=re.IGNORECASE)
        return f"{article}{'poem' if form.startswith('rhym') else form}{after}"
    found = _IN_MOOD.search(text)
    if found is None or not re.search(r"stor|tale|poem", named[0], re.IGNORECASE):
        return None
    how = found["how"].casefold()
    if found["gone"]:
        return f"{before}poem{after.rstrip(' .!?')} who died"
    if "end" in how and "sad" not in how:
        return f"{earlier.rstrip(' .!?')} with a happy ending"
    mood = next(mood for mood in _MOODS if mood[:3] == how[:3])
    return f"{before}{mood} {named[0]}{re.sub(r',? (?:who|that|which) .*', '', after)}"
