"""Correct English by a few rules: spelling, "a" and "an", forms of verbs, words that have no plural. The tables are in data/english.yaml."""

import re
from functools import cache

from ..regex import Regex
from .english import english

CHECKED = 'common misspellings, "a" and "an", capitals, the verb after he, she and it, past forms, double comparatives, and words that have no plural'
_THEN = Regex(
    r"\b(?:yesterday|ago|last (?:night|week|month|year|summer|winter|time|\w+day)|in (?:19|20)\d\d|this morning)\b", re.IGNORECASE
)
_THEN_FIRST = Regex(
    r"\s*(?:yesterday|last (?:night|week|month|year|summer|winter|time|\w+day)|(?:\w+|\d+) (?:days?|weeks?|months?|years?) ago)\b",
    re.IGNORECASE,
)
_NOT_THEN = Regex(r"\b(?:now|today|tomorrow|usually|always|every|said|that|because)\b(?! (?:the|a|my)\b)", re.IGNORECASE)
_SINCE = Regex(
    r"\b(?P<who>I|you|he|she|it|we|they) (?P<verb>[a-z]+)(?P<rest>(?: (?:here|there|in|at|on|for|as|with|a|an|the|my|this|that|[a-z]+)){0,4}?) since (?=(?:\d+|a|one|two|three|four|five|six|ten|many|several|some) (?:days?|weeks?|months?|years?|hours?)\b(?! ago))",
    re.IGNORECASE,
)
_HELPS = Regex(r"(?:have|has|do|does)\b(?! (?:an?|the|no|my|his|her|our|their|some|many|\d+)\b)", re.IGNORECASE)
_SOME = ("advice", "information", "furniture", "luggage", "homework", "news", "equipment", "bread", "money", "knowledge")
_SEVERAL = Regex(  # what follows must not be another noun: "two book covers"
    r"\b((?:two|three|four|five|six|seven|eight|nine|ten|twenty|many|several|these|those|both|\d{2,}|[2-9]) (?:new |old |good |big |small |nice |different |beautiful |young |little |fresh |other )?)([a-z]+)"
    r"(?=\W*\Z|[,.!?;:]|\s+(?:and|or|but|because|in|on|at|for|from|to|of|with|that|which|who|when|while|yesterday|today|tomorrow|last|next|is|are|was|were|have|has|had|will|can|I|you|he|she|it|we|they|every|ago|old|later|here|there|too|so|this|very|per|by|near|about|before|after|my|his|her|our|their|the)\b)",
    re.IGNORECASE,
)
_PERSONS = frozenset("you i we they he she it him her me us them".split())
_KIN = "sister|brother|mother|father|mom|mum|dad|son|daughter|wife|husband|friend|boss|teacher|neighbou?r|dog|cat|boyfriend|girlfriend|aunt|uncle|grandmother|grandfather"
_OF_KIN = Regex(
    rf"(?:\A|(?<=[.,!?;] )|(?<=\band )|(?<=\bbut )|(?<=\bbecause ))(?:my|your|his|her|our|their) (?:{_KIN}) (\w+)\b",
    re.IGNORECASE,
)
_HELPERS = frozenset("does did do can will would should could may might must shall let lets makes make made help helps helped see saw hear heard watch watched to is was are were be been what doesn't didn't can't won't and or".split())  # fmt: skip
# Two sentences with nothing but a comma between them: "I agree with you, yesterday I went home".
_SPLICED = Regex(
    r"((?:\A|(?<=[.!?] ))(?!(?:if|when|because|although|as|while|after|before|since|unless|once|though|however|so|first|yesterday|today|tomorrow|in|on|at|last|every|for|by)\b)(?:(?:I|you|he|she|it|we|they) \w|(?:my|his|her|our|their|the) \w+ (?:is|are|was|were) )[^,.!?;:]+), "
    r"((?:(?:yesterday|today|tomorrow|then|now|last (?:week|year|month|night)|next (?:week|year|month)) )?(?!I (?:think|guess|hope|suppose|believe|know)\b)(?:I|he|she|we|they) (?:am|is|are|was|were|have|has|had|will|can|cannot|can't|don't|doesn't|didn't|want|need|went|like|love|hope|think|\w+ed|\w+s)\b)"
)
_RULES = [
    (r"\b((?:doesn't|does not|don't|do not|didn't|did not)) (?:has|had)\b", r"\1 have"), (r"\bevery (day|week|month|year|morning|evening)s\b", r"every \1"),
    (r"\b(he|she|it) don't\b", r"\1 doesn't"), (r"\b(he|she|it) do not\b", r"\1 does not"), (r"\b(he|she|it) were\b", r"\1 was"),
    (r"\b(he|she|it) are\b", r"\1 is"), (r"\b(I|you|we|they) has\b", r"\1 have"), (r"\b(you|we|they) was\b", r"\1 were"),
    (r"\b(you|we|they) is\b", r"\1 are"), (r"\bI is\b", "I am"), (r"\bI are\b", "I am"), (r"\b(I|you|we|they) doesn't\b", r"\1 don't"),
    (r"\b(could|should|would|must) of\b", r"\1 have"), (r"\bI am agree\b", "I agree"), (r"\bmost (best|worst|biggest|easiest|fastest)\b", r"\1"),
    (r"\bmore ((?:bett|worse|bigg|small|fast|slow|easi|cheap|old|young|tall|short|nic|happi|hard|long|strong|weak|high|low|loud|quiet|warm|cold|hott|rich|poor|pretti|heavi|light|clean|saf|smart|bright|earli)er)\b", r"\1"),
    (r"\bmore worse\b", "worse"),
    (r"\byour (?=(?:welcome|right|wrong|late)\b)", "you're "), (r"\bthere (?=(?:car|house|dog|cat|friend|mother|father|names?|children)\b)", "their "),
    (r"\bthem (?=(?:books|cars|people|things)\b)", "those "), (r"\bexplain me\b", "explain to me"), (r"\bdepends? of\b", "depends on"),
    (r"\bsince (?=(?:\d+|two|three|four|five|six|ten|many|several|some) (?:days|weeks|months|years|hours)\b(?! ago))", "for "),
    (r"\bthere (is|was) (?=(?:many|a lot of|lots of|two|three|four|five|six|ten|\d+|several|a few) (?:\w+s|people|children|men|women|mice|feet)\b)", lambda found: f"there {'are' if found[1].casefold() == 'is' else 'were'} "),
    (rf"\b((?:my|your|his|her|our|their) (?:{_KIN})) have\b", r"\1 has"),
    (r"\bpeople (is|was|has)\b", lambda found: f"people {dict(zip(('is', 'was', 'has'), ('are', 'were', 'have'), strict=True))[found[1].casefold()]}"),
    (r"\b(don't|doesn't|didn't|do not|does not|did not|haven't|hasn't|hadn't|can't|cannot) (\w+) no(?=thing\b|body\b| \w)", r"\1 \2 any"),
    (r"\b(I|you|we|they) (?:am|are) (\w+ing)\b([^.!?]{0,40}?) (?:since|for) (?=(?:\d+|a|one|two|three|four|five|six|ten|many|several|some) (?:days?|weeks?|months?|years?|hours?)\b(?! ago))", r"\1 have been \2\3 for "),
    (r"\b(he|she|it) is (\w+ing)\b([^.!?]{0,40}?) (?:since|for) (?=(?:\d+|a|one|two|three|four|five|six|ten|many|several|some) (?:days?|weeks?|months?|years?|hours?)\b(?! ago))", r"\1 has been \2\3 for "),
    (r"\bmuch (?=(?:people|books|things|cars|friends|questions|times|problems)\b)", "many "), (r"\bthere is (?=(?:many|some|two|three|four|five|\d+) \w+s\b)", "there are "),
    (r"\blook(ing)? forward to (hear|meet|see|work)\b", r"look\1 forward to \2ing"), (r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|english|german|french|spanish|italian)\b",
     lambda found: found[0].capitalize()),
    (r"\b(I|you|we|they) have (\d+|\w+teen|\w+ty(?:-\w+)?) years(?: old)?\b(?! of\b)", r"\1 are \2 years old"), (rf"\b(he|she|(?:my|your|his|her|our|their) (?:{_KIN})) ha(?:s|ve) (\d+|\w+teen|\w+ty(?:-\w+)?) years(?: old)?\b(?! of\b)", r"\1 is \2 years old"), (r"\bI are (?=.{1,14} years old)", "I am "),
    (r"\b(I|you|we|they) (?:am|are) (\w+ing)\b([^.!?]{0,40}?) since (?=\d{4}|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|I |we |my )", r"\1 have been \2\3 since "),
    (r"\b(he|she|it) is (\w+ing)\b([^.!?]{0,40}?) since (?=\d{4}|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|he |she )", r"\1 has been \2\3 since "),
    (r"\b((?:he|she|it) \w+s\b[^.,;!?]* and) don't\b", r"\1 doesn't"),
    (r"\bchildrens\b(?!')", "children"), (r"\b(do|does|did|can|could|will|would|should|must) not to (?=[a-z])", r"\1 not "), (r"\bmarried with\b", "married to"), (r"\bdiscuss about\b", "discuss"), (r"\binterested (?:for|on|to)(?= [a-z]+ing\b| the\b| my\b)", "interested in"),
    (r"\bgood in (?=(?:english|math|maths|sports?|cooking|singing|drawing|football|music|swimming|tennis)\b)", "good at "), (r"\blistening (?=(?:music|the radio|a podcast|songs?)\b)", "listening to "), (r"\b(listens?|listened) (?=(?:music|the radio|songs?)\b)", r"\1 to "),
    (r"\b(I|you|we|they) (?:am|are) (here|there|ill|sick|married|single|retired|in \w+|at \w+) (?:since|for) (?=(?:\d+|a|one|two|three|four|five|six|ten|many|several|some) (?:days?|weeks?|months?|years?|hours?)\b(?! ago))", r"\1 have been \2 for "),
    (r"\b(he|she|it) is (here|there|ill|sick|married|single|retired|in \w+|at \w+) (?:since|for) (?=(?:\d+|a|one|two|three|four|five|six|ten|many|several|some) (?:days?|weeks?|months?|years?|hours?)\b(?! ago))", r"\1 has been \2 for "),
    (r"(?:(?<=\A)|(?<=[.!?] ))(where|what|why|when|how) (you|they|we|he|she|it|I) (are|is|am|was|were|can|will|should|have|has)\b(?=[^.!?]*\?)", r"\1 \3 \2"),
    (r"\b(don't|doesn't|didn't) never (\w+?)s?\b", r"\1 ever \2"),
    (r"\b(can|could|must|should|will|would|may|might) to (?=[a-z])", r"\1 "),
    (r"\bits (?=(?:late|raining|snowing|cold|hot|too|very|an?|not|important|time|okay|ok|my|been|going|so|really|nice|good|bad|difficult|easy|sunny|rainy|windy|warm|dark|hard|fun|great|true|just|only|always|never|funny|cheap|expensive|possible|impossible|better|worse)\b)", "it's "), (r"(?<![\w,] )\btheir (?=(?:going|coming|playing|working|waiting|making|doing|having|eating|leaving|not|late|here|ready|happy)\b)", "they're "),
    (r"\bI (?=(?:am )?(?:writing|working|living|looking|going|waiting|learning|studying|trying|coming|doing|using|making|having)\b)(?!am )", "I am "), (r"\b(he|she) (?=(?:writing|working|living|looking|going|waiting|learning|studying|trying|coming|doing|using|making|having)\b)", r"\1 is "), (r"\b(we|they) (?=(?:writing|working|living|looking|going|waiting|learning|studying|trying|coming|doing|using|making|having)\b)", r"\1 are "),
    (r"(?:(?<=\A)|(?<=[.!?] ))me and (him|her|my \w+) (was|were|is|are|am)\b", lambda found: f"{ {'him': 'he', 'her': 'she'}.get(found[1].casefold(), found[1])} and I {'were' if found[2].casefold() in ('was', 'were') else 'are'}"),
    (_SPLICED.pattern, lambda found: f"{found[1]}. {found[2][0].upper()}{found[2][1:]}"),
    (r"\b(goes|going|go|went|gone|come|comes|came|coming|arrive|arrived|drive|drove|walk|walked) to home\b", r"\1 home"), (r"\bsaid (me|him|her|us|them)\b", r"told \1"), (r"\b(in|at) (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)", "on "),
    (r"\b(?:on|at) the (morning|afternoon|evening)\b(?! of\b)", r"in the \1"), (r"\bon (?=(?:January|February|April|June|July|August|September|October|November|December)\b(?! \d))", "in "), (r"\b(do|does|doing|did|done) (a |many |some |the |no |any |these |my )?(mistakes?)\b", lambda found: f"{ {'do': 'make', 'does': 'makes', 'doing': 'making', 'did': 'made', 'done': 'made'}[found[1].casefold()]} {found[2] or ''}{found[3]}"),
    (r"\b(can|could|must|should|will|would|may|might) (he|she|it|I|you|we|they)? ?(\w+)s\b", lambda found: f"{found[1]} {found[2] + ' ' if found[2] else ''}{found[3]}" if found[3].casefold() in english().verbs or found[3].casefold() in english().past else found[0]),
    (r"\bmore (big|small|fast|slow|cheap|old|young|tall|short|nice|hard|long|strong|high|low|cold|hot|easy|happy|pretty|heavy|early)\b(?! and more\b)(?=\s+(?:than|and|but|because|now|today)\b|[.,!?]|\Z)", lambda found: _comparative(found[1])), (r"\b(want|wants|wanted|need|needs|needed|decide|decided|hope|hoped|would like|plan|planned) (go|come|eat|see|buy|make|take|give|write|know|speak|become|meet|get|find|tell)\b", r"\1 to \2"),
    (r"\b(am|is|are) (go|come|eat|write|take|give|make|buy|speak|get)\b", lambda found: f"{found[1]} {re.sub(r'e$', '', found[2]) + ('ting' if found[2] == 'get' else 'ing')}"),
    (r"\b(enjoys?|enjoyed|finish|finished|avoid|avoids) to (\w+)\b", lambda found: f"{found[1]} {ing(found[2])}"), (r"\b(she|he) is (\w+) year old\b", r"\1 is \2 years old"), (r"\bI am (\w+) year old\b", r"I am \1 years old"),
    (r"\b((?:sing|speak|cook|play|write|swim|dance|drive|sleep|sang|spoke|cooked|played|wrote|slept)s?(?: (?:english|german|french|spanish|italian|the \w+|tennis|football))?(?: (?:very|so|really|quite|not))*) good(?=[.,!?]|\s+(?:and|but|because)\b|\Z)", r"\1 well"),
    (r"\bfor (?=(?:ask|see|buy|go|eat|learn|meet|find|know|speak|tell|give|make|take|get|improve|understand|become) (?:a|an|the|my|your|you|me|him|her|it|them|us|english|about|to|if|some|more|for)\b)", "to "), (r"\binteresting (?=in\b)", "interested "),
    (r"\b(know|knows|knew|tell me|told me|ask|asked|understand|wonder|remember|see) (where|what|who|how|when|why) (is|are|was|were) ((?:the|my|your|his|her|our|a|this|that) \w+|he|she|it|they|\w+)(?=[.,?!]|\Z)", r"\1 \2 \4 \3"),
    (rf"\b(I|you|we|they|he|she|it) (?:have|has) been to (?=[^.!?]*{_THEN.pattern})", r"\1 went to "),
    (r"\b(I|you|we|they|he|she|it) (seen|done|gone|eaten|written|taken|given|drunk|begun|known|broken|chosen|forgotten|spoken)\b", lambda found: f"{found[1]} {next(past for past, done in english().participles.items() if done == found[2].casefold())}"),
    (r"(?:(?<=\A)|(?<=[.!?,] )|(?<=yesterday ))me and (my \w+|him|her) (?!was|were|is|are|am)(\w+)\b", lambda found: f"{ {'him': 'he', 'her': 'she'}.get(found[1].casefold(), found[1])} and I {_in_past(found[2], english().past) if _THEN.search(found.string) else _base(found[2])}"),
    (r"\b(go|goes|going|went) to (?=(?:cinema|beach|supermarket|doctor|airport|dentist|theat(?:er|re)|market|gym|toilet|bathroom|museum|office|bakery|pharmacy)\b)", r"\1 to the "),
    (r"\b(likes?|loves?|enjoys?|liked|loved|enjoyed) (very much|a lot) ((?!and\b|but\b|because\b)[^.,;!?]+?)(?=[.,;!?]|\Z| and\b| but\b| because\b)", r"\1 \3 \2"),
    (r"\btoo (?=(?:the|a|my|his|her|our|your|school|work|bed)\b)", "to "),
    (r"\b(two|three|four|five|six|seven|eight|nine|ten|several|many|[2-9]|\d{2,}) (kilo|liter|litre|gram|pound|piece|bottle|glass|cup|box|bag|slice)s? of (\w+)", lambda found: f"{found[1]} {_plural(found[2])} of {_plural(found[3]) if found[3].casefold() in english().nouns else found[3]}"),
    (r"\s+([,.!?;:])", r"\1"), (r" {2,}", " "),
]  # fmt: skip


def correct(text: str) -> str:
    """Return `text` without the mistakes that the rules find."""
    text = re.sub(r"[A-Za-z']+", lambda found: spelled(found[0]), text)
    text = re.sub(r"\bi\b(?!\.e)", "I", text)
    text = re.sub(r"\b([Aa]) (?=[aeioAEIO]\w)(?!(?:one|once|use|uni|eu)\w*)", r"\1n ", text)
    text = re.sub(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ][a-z]+\b)", r"\1 ", text)
    text = _portioned(_several(_past(_then(_since(text)))))
    text = _OF_KIN.sub(_third_person, re.sub(r"\b(?:he|she|it) (\w+)\b", _third_person, text, flags=re.IGNORECASE))
    for pattern, right in _RULES:
        text = re.sub(pattern, right, text, flags=re.IGNORECASE)
    if len(text.split()) > 2:
        text = re.sub(r"(\A|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text)
        text = text if re.search(r"[.!?…:\"')]\Z", text.rstrip()) else text.rstrip() + "."
    return text


def _portioned(text: str) -> str:
    """Return `text` with what cannot be counted counted by something: "two bread" is "two loaves of bread", "an advice" is "some advice"."""
    by = english().by_the
    several = rf"\b(two|three|four|five|six|seven|eight|nine|ten|\d+) ({'|'.join(by)})s?\b(?! \w+s\b)"
    text = re.sub(
        several, lambda found: f"{found[1]} {_plural(by[found[2].casefold()])} of {found[2]}", text, flags=re.IGNORECASE
    )
    return re.sub(
        rf"\ban? ({'|'.join(_SOME)})\b(?! (?!(?:about|for|to|on|from|in|of|that|which|and|with|at|yesterday|now)\b)\w+)",
        r"some \1",
        text,
        flags=re.IGNORECASE,
    )


def _several(text: str) -> str:
    """Return `text` with nouns in the plural after "many", "three" and the like: "many vegetable" is "many vegetables"."""
    return _SEVERAL.sub(
        lambda found: f"{found[1]}{_plural(found[2])}" if found[2].casefold() in english().nouns else found[0], text
    )


def _plural(noun: str) -> str:
    small = noun.casefold()
    if small in english().plurals:
        return english().plurals[small]
    ending = "ies" if re.search(r"[^aeiou]y\Z", small) else "es" if re.search(r"(?:s|sh|ch|x|z)\Z", small) else ""
    return noun[:-1] + ending if ending == "ies" else noun + (ending or "s")


def _comparative(adjective: str) -> str:
    """Return a short adjective as it compares: "big" is "bigger"."""
    if adjective.endswith("y"):
        return f"{adjective[:-1]}ier"
    return f"{adjective}r" if adjective.endswith("e") else f"{adjective}{adjective[-1] if adjective in ('big', 'hot') else ''}er"


def _base(verb: str) -> str:
    """Return a verb without the ending that it has after "he"."""
    return next((one for one in (verb.removesuffix("s"), verb.removesuffix("es")) if one in english().past or one in english().verbs), verb)


def ing(verb: str) -> str:
    """Return a verb with its "ing": "sit" is "sitting"."""
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if re.search(r"[^e]e\Z", verb) else f"{verb}ing"


def _since(text: str) -> str:
    """Return `text` with "works here since two years" as "has worked here for two years"."""

    def mended(found: re.Match) -> str:
        done = _in_past(found["verb"], english().past)
        if done == found["verb"] or found["verb"].casefold() in ("am", "is", "are", "have", "has"):
            return found[0]
        helper = "has" if found["who"].casefold() in ("he", "she", "it") else "have"
        return f"{found['who']} {helper} {english().participles.get(done, done)}{found['rest']} for "

    return _SINCE.sub(mended, text)


def _then(text: str) -> str:
    """Return `text` with its verbs in the past where it begins with a time in the past: "Yesterday I go" is "Yesterday I went"."""
    past = {base: form for base, form in english().past.items() if base not in ("can", "will")}

    def mended(sentence: str) -> str:
        if not _THEN_FIRST.match(sentence) or _NOT_THEN.search(sentence):
            return sentence
        return re.sub(
            r"\b(I|you|he|she|it|we|they|and(?! (?:I|you|he|she|it|we|they)\b)) (\w+)\b",
            lambda found: found[0] if _HELPS.match(sentence, found.start(2)) else f"{found[1]} {_in_past(found[2], past)}",
            sentence,
        )

    return "".join(
        mended(part) for part in re.split(r"((?<=[.!?])\s+|,\s+(?=(?:yesterday|last (?:night|week|month|year|\w+day))\b))", text)
    )


def _in_past(verb: str, past: dict[str, str]) -> str:
    """Return the past form of a verb that stands in the present; anything else as it is."""
    small = verb.casefold()
    for base in (small, small.removesuffix("s"), small.removesuffix("es")):
        if base in past:
            return past[base]
        if base in english().verbs:
            return f"{base}d" if base.endswith("e") else f"{base[:-1]}ied" if re.search(r"[^aeiou]y\Z", base) else f"{base}ed"
    return verb


def _past(text: str) -> str:
    """Return `text` with right past forms: "have went" is "went" or "have gone", "didn't went" is "didn't go"."""
    base_of = {past: base for base, past in english().past.items() if base not in ("am", "is", "are", "has", "does")}
    pasts, participles = "|".join(base_of), english().participles
    text = re.sub(
        rf"\b(did(?:n't| not| (?:I|you|he|she|it|we|they)(?: not)?)) ({pasts})\b",
        lambda found: f"{found[1]} {base_of[found[2].casefold()]}" if found[2].casefold() not in ("can", "will") else found[0],
        text,
        flags=re.IGNORECASE,
    )
    then = bool(_THEN.search(text))
    past = english().past
    text = re.sub(
        rf"\b(have|has|'ve) ({'|'.join(_NEVER_NOUNS)})\b",
        lambda found: (
            past[found[2].casefold()]
            if then
            else f"{found[1]} {participles.get(past[found[2].casefold()], past[found[2].casefold()])}"
        ),
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(
        rf"\b(have|has|'ve) ({'|'.join(participles)})\b",
        lambda found: found[2] if then else f"{found[1]} {participles[found[2].casefold()]}",
        text,
        flags=re.IGNORECASE,
    )


def _third_person(found: re.Match) -> str:
    earlier, verb = found.string[: found.start()].split(), found[1]
    before = (earlier or [""])[-1].casefold()
    if before == "and" and earlier[-2:-1] and earlier[-2].islower() and earlier[-2] not in _PERSONS:
        before = ""  # "he goes by bus and he like it", not "you and he like it"
    known = verb.casefold() in english().verbs or verb.casefold() in english().past
    if (
        not known
        or before in _HELPERS
        or verb.casefold() in ("am", "is", "are", "has", "does", "can", "will", "put", "cut", "read", "let", "hurt")
    ):
        return found[0]
    return found[0][: -len(verb)] + third(verb)


def third(verb: str) -> str:
    """Return a verb as it is after "he": "go" is "goes"."""
    if verb.casefold() in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[verb.casefold()]
    return re.sub(r"([^aeiou])y\Z", r"\1ie", verb) + "s" if not re.search(r"(?:s|sh|ch|x|z)\Z", verb) else verb + "es"


def spelled(word: str) -> str:
    """Return a word as it is spelled, if it is known to be misspelled."""
    small = word.casefold()
    right = english().misspelled.get(small) or _wrong_forms().get(small) or english().no_plural.get(small)
    return word if right is None else right[0].upper() + right[1:] if word[0].isupper() else right


@cache
def _wrong_forms() -> dict[str, str]:
    """Return past forms that follow the rule where English does not: "goed" is "went", "cutted" is "cut"."""
    found = {}
    for base, past in english().past.items():
        ends = base[-1]
        for wrong in (f"{base}d" if ends == "e" else f"{base}ed", f"{base}{ends}ed"):
            found[wrong] = past
    return {wrong: past for wrong, past in found.items() if len(wrong) > 3 and wrong not in _WORDS_AS_WELL}


_NEVER_NOUNS = (
    "go",
    "eat",
    "see",
    "write",
    "take",
    "give",
    "make",
    "buy",
    "think",
    "know",
    "get",
    "sing",
    "speak",
    "begin",
    "teach",
    "bring",
    "grow",
)
_WORDS_AS_WELL = frozenset("seed wined willed canned singed sited putted waked leaved".split())
