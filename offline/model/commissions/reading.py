"""Read a commission out of a talk: which text, for whom, what was told for it, and how it is to be; later messages change it.

"Write a toast for my brother Tom's wedding. He met Lisa at a bus stop. Max 6 sentences." / "leave out the bus stop"
-> kind: speech; who: my brother Tom; told: "He met Lisa at a bus stop"; most: 6 sentences; without: "bus stop"
"""

import re
from dataclasses import dataclass, field

from ..computed.corrections import in_order
from ..computed.payload import head
from ..everyday.wish import bare, counted, mended
from ..instructions.wishes import LANGUAGES
from ..regex import Regex
from .table import known

NEAR = 30  # characters behind the name of a kind, in which what is said belongs to it
MOST_CHANGES = 4  # messages after the one that asks for a text
_END = Regex(r"(?<!\b[Mm]r)(?<!\b[MmDd][rs])(?<!\b[Mm]rs)(?<!\bSt)(?<!\bca)[.!?;]+(?:\s+|\Z)|\n+")
_PERSON = r"(?-i:[A-ZÀ-Ž][\w'-]+)"
_TITLE = r"(?-i:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.?)"
_NAME = rf"(?:{_TITLE} )?{_PERSON}(?: {_PERSON}){{0,2}}"
_SIGNED = [
    Regex(rf"(?:^|[,;:.!\n]\s*|\band )(?:my name is|my name's|name:?|name is|my name:|signed:?|sign(?: it)?(?: as| with)?:?|(?:it is|it's) from|i am called)\s+(?P<name>{_NAME})(?P<where>,? (?:from |in )?(?:flat|apartment|apt|room|unit|house|class) \w+)?(?:, (?:the )?(?:hotel |store |shop |project |team |office |sales )?(?:manager|owner|director|secretary|teacher|head))?(?=\W*(?:$|[,.;!\n]| and\b))", re.IGNORECASE),
    Regex(rf"(?:^|[,;.!?\n]\s*)(?:(?:kind|best|warm|many|friendly|yours?)\s+)?(?:regards|greetings|wishes|love|best|all the best|cheers|thanks|thank you|sincerely|from|yours)[,:]?\s+(?:from )?(?P<name>(?:the (?={_PERSON}s\b)|(?:aunt|uncle|grandma|grandpa|your) )?{_NAME}(?: (?:&|and) {_PERSON})?)(?P<where>)\W*$", re.IGNORECASE),
    Regex(rf"(?:^|[,;:.!?\n]\s*)(?:i'm|im|i am)\s+(?P<name>{_NAME})(?P<where>,? (?:from |in )?(?:flat|apartment|apt|room|unit|house|class) \w+)?(?=\W*(?:$|[,.;!\n]))", re.IGNORECASE),
    Regex(rf"(?:[.!?\n,]\s*)(?:(?:[Ff]rom|[Yy]our|[Rr]egards|[Gg]reetings),? )?(?:the )?(?P<name>(?:[Ff]amily {_PERSON}|(?:the )?{_PERSON} family))(?P<where>,? (?:first|second|third|fourth|ground) floor)?\W*$"),
    Regex(rf"(?:(?<!Mrs)(?<!Mr)(?<!Ms)(?<!Dr)[.!?\n]\s*)(?P<name>(?:[A-Z][\w']+ [a-z]+, )?(?:[A-Z]\. )?{_NAME}(?: (?:&|and) {_PERSON})?)(?P<where>)\W*$"),
    Regex(r"(?:^|[,;.!\n]\s*)(?:my name is|my name's|signed|sign(?: it)?(?: as| with))\s+(?P<name>[a-z]+)(?P<where>)(?=\W*(?:$|[,.;!\n]))", re.IGNORECASE),
]  # fmt: skip
_NO_NAME = Regex(
    r"(?:Polish|German|French|Spanish|Italian|English|British|American|Please|Thanks|Friendly|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Muslim|Christian|Greetings|Regards|Short|Polite|Formal|Keep|Make|Write)\b.*",
    re.IGNORECASE,
)
TONES = {
    "formal": r"(?<!less )(?<!too )(?<!so )formal(?:ly)?|official|professional(?:ly)?|business[- ]?like|serious|respectful",
    "firm": r"less (?:nice|polite|friendly|kind|soft)|firm(?:er|ly)?|strict(?:er)?|angr(?:y|ier)|strong(?:er|ly worded)?|sharp(?:er)?|stern(?:er)?|assertive|tough(?:er)?|harder",
    "warm": r"warm(?:er)?|friendl(?:y|ier)|kind(?:er)?|nic(?:e|er)|sweet(?:er)?|heartfelt|lovely|personal|cordial|loving|soft(?:er)?|gentl(?:e|er)|less (?:formal|stiff|cold)|emotional|casual|informal|relaxed|cheerful|not (?:so|too|very) formal",
    "funny": r"funn(?:y|ier)|humorous|humou?r|witty|silly|joke|lighter",
    "short": r"too long|quick|short(?:er)?|brief(?:er|ly)?|concise|not (?:so|too|that) long|(?:don't|dont|do not) make it (?:so|too|that) long|less long|half as long|to the point",
    "rhyme": r"rhyme|rhymes|rhyming|in rhymes?",
    "long": r"(?<!too )long(?:er)?|more detailed",
    "sad": r"sad(?:der)?|a sad ending",
    "polite": r"more polite(?:ly)?|politer",
    "plain": r"polite(?:ly)?|politer|more polite|clear(?:ly)?|honest(?:ly)?|simple|natural|not (?:too )?(?:cheesy|kitschy|pushy|rude|aggressive|whiny|over the top|dramatic|boring)|less cheesy|direct|nothing (?:too |very )?\w+|confident|personal|not (?:too|so|very|overly) \w+|believable|sincere|respectful|modest|proper|normal",
}  # fmt: skip
_TONE = rf"(?:{'|'.join(TONES.values())})"
_HOW = r"(?:(?:a (?:bit|little|lot|tiny bit)|bit|much|more|even|very|rather|quite|really|too|nice and|way|slightly|somewhat|just|less(?= short)|but|and|yet|or|,|&|please|pls|also|still)\W+)*"
_MANNER = Regex(
    rf"(?:please |pls |and |but |now |ok |okay |thanks |great |good |hm+ |nice |cool |yes |perfect |can you |could you |would you |maybe |then |so )*(?:(?:make|keep|write|do|have|get|want|need|give|let)\s+)?(?:me )?(?:(?:it|this|that|the (?:text|tone|mail|e-?mail|letter|message|speech|toast|card|poem|style|whole thing|ending|story))\s+)?(?:(?:should|must|can|has to) (?:be|sound)\s+|(?:be|sound|is)\s+|a (?=second|bit)|an? |in an? |the )?{_HOW}{_TONE}(?:\W+{_HOW}{_TONE})*(?: (?:tone|style|way|version|manner|one|again|please|pls|thanks|though|words|now|english|ending|if possible))*",
    re.IGNORECASE,
)
_N = r"(?P<n>\d{1,4}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_LENGTH = Regex(
    rf"(?:please |and |but |keep it |make it |in |with |of |should be |it should have |only |just )*(?:(?:max(?:imum|\.)?|at most|no more than|not more than|under|below|up to|about|around|less than|within|only|exactly|just)\s+)*(?:of )?{_N}[- ](?:short )?(?P<unit>sentence|line|word|character|minute|paragraph)s?(?: long| max(?:imum)?| at most| or less| only| please| tops)*",
    re.IGNORECASE,
)
_SIZED = Regex(r"\b(?P<n>\d|one|two|three|four|five|six)-(?P<unit>sentence|line)\b", re.IGNORECASE)  # "a two-sentence apology"
_WITHOUT = Regex(
    r"(?:please |and |but |now |can you |could you |also )*(?:(?:don't|dont|do not|never|not)\s+(?:mention|talk about|say(?: anything about)?|write(?: anything)? about|include|bring up)|leave out|take out|leave away|remove|drop|delete|skip|cut|without(?: mentioning)?)\s+(?:the (?:part|bit|thing|sentence|line|stuff) (?:about|with|that)\s+|that )?(?P<what>.+)",
    re.IGNORECASE,
)
_ADDS = Regex(
    r"(?:please |and |but |now |oh |ah |ok |also |can you |could you |you can |maybe |then |sorry )*(?:add|mention|include|put in|write|say|tell (?:him|her|them)|insert)(?: also| to it| in it| please)*(?: that| the fact that|:)?\s+(?P<what>.+)",
    re.IGNORECASE,
)
_SIGN = Regex(
    rf"(?:please |and |now |can you |could you |just |ok )*(?:sign|end)(?: (?:it|the letter|the mail|with|as|off|by|this|that|from))*\s+(?P<name>(?:{_TITLE} )?\w[\w'-]*(?: \w[\w'-]*){{0,2}}?)(?: please| pls| at the end)?",
    re.IGNORECASE,
)
_ORDER_ONLY = Regex(
    r"(?:(?:can|could|would) you |please |pls |so |and |now |kindly |i need |i want |help me (?:to )?)*(?:write|draft|compose|prepare|make|formulate|do)?(?: me| for me)?(?:(?: an?| the| that| this| my)?(?: (?:short|nice|polite|friendly|formal|good|little|firm|proper))*)?(?P<to> (?:him|her|them))?(?: an?| the)?(?: (?:short|nice|polite|friendly|formal|good|little|firm))* ?(?P<kind>letter|e-?mail|mail|message|text|note|speech|toast|card|poem)(?: (?:to )?(?:him|her|them|it|for me|about it|please|pls|that i can send(?: by \w+)?|i can send(?: by \w+)?|to (?P<who>(?:my|the|our) \w+)))*",
    re.IGNORECASE,
)
_TONGUE = Regex(
    rf"(?:please |now |and |can you |write |say |do |make |it |translate |that |this |the same )*(?:in|into|to|auf) (?:{'|'.join(name for name in LANGUAGES if name != 'english')})(?: please| pls| too| language| for \\w+(?: \\w+)?)*",
    re.IGNORECASE,
)
_JUST_WRITE = Regex(r"(?:please |can you |could you )*write (?:that|this|it)(?: down| for me| please| pls)*\W*", re.IGNORECASE)
_PRAISE = Regex(
    r"\A\W*(?:(?:ok(?:ay)?|thanks?(?: you)?(?: so much)?|oh|wow|yes|and|hm+)\W+)*(?:(?:that|this|it)(?:'s| is| sounds| looks)? )?(?:already |very |really |so |quite |pretty )*(?:good|great|nice|perfect|fine|lovely|wonderful|better|beautiful|not bad|i like it|super)(?: already| thanks)?[.!,]+\s*",
    re.IGNORECASE,
)
_ADD_THAT = Regex(
    r",? (?:and )?(?:please )?(?:add|include|mention|put) (?:that|it|this)(?: in| too| please)*\W*\Z", re.IGNORECASE
)
_CALLED = Regex(
    rf"(?:[,.;]| and)\s*(?:(?:his|her) name is|(?:his |her )?name's|(?:he|she)(?: is|'s) called)\s+(?P<name>{_NAME})(?=\W*(?:\Z|[.,;\n]))",
    re.IGNORECASE,
)
_POLITE = Regex(
    r"(?:thanks?(?: you)?(?: (?:so|very) much| a lot| in advance)?|thx|please|pls|hi|hello|hey|good (?:morning|evening|day)|cheers|ok|dear \w+|something i can send(?: by)?(?: whats ?app| text| sms)?|as (?:a )?(?:whats ?app|text|sms)(?: message)?)",
    re.IGNORECASE,
)
_GREETING = Regex(
    r"\A\W*(?:(?:hi|hello|hey|good (?:morning|evening|day|afternoon)|dear \w+)(?: there| chatgpt| everyone)?[,!.]+\s*)",
    re.IGNORECASE,
)


_TELL_A_CHILD = Regex(  # "tell my son Leo a story about dinosaurs"
    r"\A(?:please |can you |could you )*(?:tell|read|write) (?P<who>my (?:[\w-]+ )*?(?:son|daughter|child|kids?|boy|girl|niece|nephew|grandson|granddaughter)(?: (?-i:[A-Z])\w+)?) (?P<what>an? [\w -]*?(?:story|tale))\b",
    re.IGNORECASE,
    needs="story tale",
)
_BIO_FOR = Regex(
    r"(?P<bio>\b(?:bio|about[- ]me(?: text| section)?)) (?:for|of|as) (?P<who>an? (?!dog|cat|puppy|kitten|pet|company|shop|business|band)\w+(?: \w+)?)(?=\W*\Z)",
    re.IGNORECASE,
    needs="about bio",
)
_AFTER_THAT = Regex(
    r"(\bthank[- ]?you (?:e-?mail|mail|note|letter|message|card)) after (?:an?|the|my) ", re.IGNORECASE, needs="after"
)
_WHY = Regex(
    r" (?:about |to explain |explaining )?why (?=(?:i|we) (?:did not|didn'?t|could not|couldn'?t|cannot|can'?t|was|were|am|are|forgot|missed|have not|haven'?t)\b)",
    re.IGNORECASE,
    needs="why",
)
_DATED = Regex(  # "Saturday, June 14" is one thing
    r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day),\s+(?=(?:the )?\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
    needs="fri mon satur sun thurs tues wednes",
)


_REWORDED = [
    (Regex(r"\b(Mr|Mrs|Ms)\.(?= (?-i:[A-Z]))", re.IGNORECASE), r"\1"),
    (Regex(r"\b(?:an? |the |some )?(?:short |nice |little |funny |good )*(?:text|words|something|message|lines) for (?=(?:an? |the |my |our )?(?:(?:thank[- ]you|birthday|wedding|wedding anniversary|anniversary|get[- ]well|sympathy|christmas|farewell) card|(?:dating |tinder |linkedin )?profile)\b)", re.IGNORECASE, needs="card profile"), ""),
    (Regex(r"[,.]? (?:please|pls|can you|could you) write (?:the|a|an|me a|that) (?:letter|mail|e-?mail|message)\b", re.IGNORECASE, needs="write"), ". Write the letter"),
    (Regex(r"\b(?P<form>story|tale) about (?P<who>(?:my|our) (?:daughter|son|child|niece|nephew|grandson|granddaughter|boy|girl) (?-i:[A-Z])\w+) and (?=(?:an?|the|his|her) )", re.IGNORECASE, needs="story tale"), r"\g<form> for \g<who> about "),
]  # fmt: skip


@dataclass
class Commission:
    """A text that is wanted. `text` is the order itself, `told` the sentences beside it, `added` what came later."""

    kind: str
    text: str
    whole: str
    told: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    signed: str = ""
    tones: list[str] = field(default_factory=list)
    lengths: list[tuple[str, int, str]] = field(default_factory=list)  # unit, number, the words
    without: list[str] = field(default_factory=list)
    again: str = ""  # "second" of a second reminder
    called: str = ""  # the name of whom the order speaks of, told beside it
    cannot: list[str] = field(default_factory=list)  # what was asked for and cannot be done

    def wants(self, *tones: str) -> bool:
        """Return whether one of some tones is wanted."""
        return any(tone in self.tones for tone in tones)


def read(turns: list[str]) -> Commission | None:
    """Return what the messages of a user (oldest first) commission at last; None if nothing, or if a later one is about something else."""
    for back in range(1, min(len(turns), MOST_CHANGES + 1) + 1):
        opening, *changes = in_order(turns[-back:])
        if (found := _opened(opening)) is None:
            continue
        return found if all(_changed(found, change) for change in changes) else None
    return None


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; titles such as "Mr." end none."""
    return [part.strip() for part in _END.split(text) if part and re.search(r"\w", part)]


def kind_of(text: str) -> tuple[str, re.Match] | None:
    """Return the kind of text that is asked for, and where."""
    best = None
    for kind, row in known().kinds.items():
        found = _pattern(row["asked"], row.get("needs", "")).search(text)
        if (
            found
            and not _pattern(row.get("not", r"(?!)")).search(text[: found.end() + NEAR])
            and (best is None or found.start() < best[1].start())
        ):
            best = kind, found
    return best


_patterns: dict[str, Regex] = {}


def _pattern(text: str, needs: str = "") -> Regex:
    return _patterns.setdefault(text, Regex(text, re.IGNORECASE, needs))


def _opened(text: str) -> Commission | None:
    """Return the commission with which a message opens; None if it does not."""
    text = _BIO_FOR.sub(r"\g<bio>: I am \g<who>", text)
    text = re.sub(r"\A\W*(?:thanks|thank you) to (?=(?:my|our|the) )", "thank-you note to ", text, flags=re.IGNORECASE)
    for pattern, instead in _REWORDED:
        text = pattern.sub(instead, text)
    text = _TELL_A_CHILD.sub(r"write \g<what> for \g<who>", text)
    text = _AFTER_THAT.sub(r"\1 for the ", text)
    text = _WHY.sub(", ", text)
    text = _DATED.sub(r"\1 ", _GREETING.sub("", text.replace("’", "'")))
    if len(text) > known().longest or re.search(r"[\[\]<>|`]", text) or not (found := _asked(text)):
        return None
    if (asked := head(text)) is not None and not _asked(asked):  # a text that is sent along commissions nothing
        return None
    made = Commission(found[0], "", text)
    if sized := _SIZED.search(text):
        made.lengths = [(sized["unit"].casefold(), counted(sized["n"]), sized[0])]
        text = text.replace(sized[0], "", 1).replace("  ", " ")
    if named := _CALLED.search(text):
        made.called, text = named["name"], text[: named.start()] + text[named.end() :]
    kept = [
        rest for one in sentences(_sign(made, text)) if not _JUST_WRITE.fullmatch(one) and (rest := _without_manner(made, one))
    ]
    first = next((place for place, one in enumerate(kept) if _asked(one)), None)
    if first is None:
        return None
    order = bare(kept.pop(first))
    parts = re.split(r",\s+(?:and )?", order)
    only = next((match for part in parts if (match := _ORDER_ONLY.fullmatch(bare(part)))), None)
    if only and (kept or len(parts) > 1):  # "I want to resign. Please write the letter"
        others = [part for part in parts if bare(part) != only.string]
        order = f"{only['kind']}{only['to'] or ''}{' to ' + only['who'] if only['who'] else ''}"
        kept[first:first] = [", ".join(others)] if others else []
    made.told = kept
    made.text = mended(order)
    return made


def _asked(text: str) -> tuple[str, re.Match] | None:
    """Return the kind of text that one of the sentences asks for, or of their parts behind commas."""
    parts = [bare(part) for one in sentences(text) for part in (one, *re.split(r",\s+", one)[1:])]  # "..., write him a letter"
    return next((found for part in parts if (found := kind_of(part))), None)


def _sign(made: Commission, text: str) -> str:
    """Return a text without the words that say who signs."""
    for pattern in _SIGNED:
        found = pattern.search(text)
        if found and not _NO_NAME.fullmatch(found["name"]) and _asked(text[: found.start()] + ". " + text[found.end() :]):
            name = " ".join(part[:1].upper() + part[1:] for part in found["name"].split())
            place = re.sub(r"\A,? (?:from |in )?", "", found["where"] or "")
            made.signed = f"{name}\n{place[:1].upper()}{place[1:]}" if place else name
            return f"{text[: found.start()]}. {text[found.end() :].lstrip(' ,;')}"
    return text


def _without_manner(made: Commission, sentence: str) -> str:
    """Return a sentence without the pieces that only say how the text is to be."""
    kept = []
    for piece in re.split(
        r"(?:,|\s[-–]|:(?=\s*(?:short|friendly|polite)))\s+|\s+(?=(?:please )?(?:don't|dont|do not) mention\b)|\s*\((?=(?:short|friendly|polite|max|not|in)\b)|(?<=\w)\)\Z",
        sentence,
    ):
        if not piece or not re.search(r"\w", piece):
            continue
        if not _manner(made, piece.strip(" .!?()")):
            kept.append(piece)
    return ", ".join(kept)


def _manner(made: Commission, piece: str) -> bool:
    """Take up what a piece says of the manner; return whether that is all that it says."""
    if found := _LENGTH.fullmatch(piece):
        number = {"a": 1, "twenty": 20}.get(found["n"].casefold()) or counted(found["n"])
        made.lengths = [(found["unit"].casefold(), number, piece)]
        return True
    if found := _WITHOUT.fullmatch(piece):
        made.without.append(found["what"])
        return True
    if _MANNER.fullmatch(piece):
        tones = [tone for tone, words in TONES.items() if re.search(rf"\b(?:{words})(?!\w)", piece, re.IGNORECASE)]
        tones = [tone for tone in tones if tone != "sad" or not re.search(r"\bnot\b", piece, re.IGNORECASE)]
        tones = [tone for tone in tones if tone != "long" or "short" not in tones]
        made.tones = [
            *(tone for tone in made.tones if {tone, *tones} not in ({"formal", "warm"}, {"firm", "warm"}, {"short", "long"})),
            *tones,
        ]
        return True
    if re.fullmatch(r"(?:no|without|never use)(?: any)? (?:emojis?|exclamation marks?)(?: please)?", piece, re.IGNORECASE):
        return True
    if _TONGUE.fullmatch(piece):
        made.cannot.append(piece)
        return True
    if re.fullmatch(
        r"(?:now |and |please |but )*(?:in )?(?:the )?(?:third|first) person(?: please)?|with(?:out)? hashtags?|with emojis?",
        piece,
        re.IGNORECASE,
    ):
        made.cannot.append(piece)  # who can, takes it out
        return True
    return bool(_POLITE.fullmatch(piece))


def _changed(made: Commission, text: str) -> bool:
    """Take up a later message; return whether it is about the text at all."""
    text = text.replace("’", "'").strip()
    if len(text) > 300 or (
        text.endswith("?")
        and not re.match(r"\W*(?:ok |and |nice |good |thanks |great )*(?:can|could|would) you\b", text, re.IGNORECASE)
    ):
        return False
    understood = 0
    text = _ADD_THAT.sub("", _PRAISE.sub("", text))
    for one in sentences(text):
        one = re.sub(
            r"\A(?:ok|okay|sorry|thanks|thank you|nice|great|good|perfect|hm+|oh|cool|no|yes|lovely|super)\b[\s,!]*(?:but |and |now )?",
            "",
            one,
            flags=re.IGNORECASE,
        )
        for part in re.split(
            r"(?:,\s+|\s+)(?:and|but)\s+(?=(?:add|offer|ask|thank|mention|sign|leave|make|keep|remove|dont|don't|say|also|shorter|funnier|more|less|a bit|put|include)\b)|,\s+(?=(?:sign|add|leave|make|remove|dont|don't|shorter|more|less|please|i|we|he|she|it|my|the|a bit)\b)",
            one,
            flags=re.IGNORECASE,
        ):
            part = re.sub(r"\A(?:and|now) (?=sign\b)", "", part.strip(" .!,?"), flags=re.IGNORECASE)
            if not part:
                continue
            if called := _CALLED.fullmatch(f", {part}"):
                made.called = called["name"]
            elif named := next(
                (found for pattern in _SIGNED if (found := pattern.fullmatch(part)) and not _NO_NAME.fullmatch(found["name"])),
                None,
            ):
                made.signed = " ".join(word[:1].upper() + word[1:] for word in named["name"].split())
            elif re.match(r"(?:please )?(?:end|sign)\b", part, re.IGNORECASE) and (found := _SIGN.fullmatch(part)):
                made.signed = " ".join(
                    word if word[:1].isupper() or word == "and" else word.capitalize()
                    for word in re.sub(r"\A(?:as|with|it|off|by) ", "", found["name"]).split()
                )
            elif (
                _again(made, part)
                or _manner(made, part)
                or all(_again(made, piece) or _manner(made, piece) for piece in re.split(r",\s+", part))
            ):
                pass
            elif re.match(r"(?:please |and )*(?:ask|thank|offer|request|apologi[sz]e)\b", part, re.IGNORECASE) or (
                made.kind == "away"
                and re.match(
                    r"(?:it'?s |it is |i'?m away |i am away |and |actually |now )*(?:until|till|from|to|back)\b.*\d",
                    part,
                    re.IGNORECASE,
                )
            ):
                made.added.append(part)
            elif found := _ADDS.fullmatch(part):
                made.added.append(found["what"])
            elif told := _told_later(part):
                made.added.append(told)
            elif re.match(
                r"(?:please |can you |could you |now )*(?:(?:make|give|turn|write|keep|change|replace|start|end|begin|put) (?:it|this|that|the|more|another|one|with|a)\b|use\b|as (?:a|an)\b|(?:one|another|a story) (?:where|with)\b)",
                part,
                re.IGNORECASE,
            ):
                made.cannot.append(part)
            else:
                return False
            understood += 1
    return understood > 0


def _again(made: Commission, part: str) -> bool:
    """Take up that a second or last reminder is wanted; return whether it is."""
    if found := re.fullmatch(
        r"(?:now |and |please )*(?:an? |the |write (?:an? |the )?)?(second|third|last|final) (?:reminder|warning|one|version)",
        part.strip(),
        re.IGNORECASE,
    ):
        made.again = found[1].casefold()
    return bool(found)


def _told_later(part: str) -> str | None:
    """Return what a later message only tells: "it was the third time"."""
    part = re.sub(r"\A(?:and|but|also|oh|by the way|btw)\s+", "", part, flags=re.IGNORECASE)
    return (
        part
        if re.match(r"(?:i|we|he|she|they|it|my|our|his|her|its|it's|i'm|im|the)\b .*\w", part, re.IGNORECASE)
        and len(part.split()) >= 3
        and not re.match(
            r"(?:i|we) (?:want|need|would|think|don't|dont|like)\b|it (?:is|should|must|sounds)\b|the (?:text|mail|letter|poem|story|tone)\b",
            part,
            re.IGNORECASE,
        )
        else None
    )
