"""Read what kind of letter is asked for: to whom, about what, and which facts were told.

"email to my landlord that the heating is broken since Monday and I have a baby"
-> kind: email; to: landlord; facts: "the heating is broken since Monday", "I have a baby"
"""

import re
from dataclasses import dataclass

from ..regex import Regex
from .wish import Wish, bare, has

YOURS = {"is": "are", "has": "have", "was": "were", "retires": "are retiring", "leaves": "are leaving", "moves": "are moving"}
_KIND = r"e-?mails?|mails?|letters?|messages?|texts?|sms|whats ?app|note|reply|response|answer"
_SPECIAL = r"complaint(?: (?:letter|mail|e-?mail|message))?|reminder|sorry (?:text|note|message|card|letter|e-?mail)|apology(?: (?:note|message|letter|mail|email|card|text))?|thank[- ]you (?:note|message|card|letter|mail|email|text)|(?:(?:wedding|birthday|party|dinner|housewarming) )?invitation(?: (?:text|card|message|email))?|resignation(?: letter)?|letter of resignation|cover letter|invitation|job application|application(?: letter)?|motivation letter|farewell(?: message| mail| email| letter| card| note)?|excuse note|sick note|letter of recommendation|recommendation letter|notice"
_ADJECTIVE = r"(?:an?|the|my|short|brief|quick|polite|firm|friendly|formal|informal|nice|kind|professional|little|simple|angry|strict|warm|serious|good|sweet|honest|strong|strongly|worded|but|and|,|very|casual|funny|heartfelt|kindly|sincere|cute|lovely|apologetic|detailed|long)"
_ASKS = [
    Regex(r"\A(?P<kind>(?:text|message|email|mail|tell|invite|thank|remind)(?: to)?|(?:write|reply|respond|apologi[sz]e|complain) to) (?P<rest>(?:my|our|the|an?)\s+[\w'’]+.*)", re.IGNORECASE | re.DOTALL),
    Regex(rf"\A(?:write|draft|compose|send|create|make|give|prepare|formulate|word)?(?: me| up)?\s*(?:{_ADJECTIVE}\s*)*\b(?P<kind>{_SPECIAL}|{_KIND})\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL),
]  # fmt: skip
LEAD = 40  # characters before the kind of a letter, in which it is asked for
_WANTS = r"write|draft|compose|send|create|make|give|prepare|formulate|need|want|help|would like|can you|could you"
_VERBS = r"(?:say|tell|ask|decline|cancel|complain|thank|apologi[sz]e|inform|request|confirm|accept|invite|remind|let|quit|resign|explain|get|postpone|reschedule)"
_SAYS = Regex(
    rf"\b(?P<kind>{_KIND}) (?:to|that) (?:says? )?(?:thanks|thank you|thank|(?P<sorry>sorry|apologi[sz]e)) (?=to|for)",
    re.IGNORECASE,
)
_TO = Regex(
    r"\A\s*(?:to|for)\s+(?!(?:be|me|a job|the job)\b|\d)"
    rf"(?!{_VERBS}\b)"
    r"(?:(?P<my>my|our|the|an?|all(?: my| our)?|his|her)\s+)?(?P<who>(?:[\w’'-]+ ){0,2}?[\w’'-]+(?: of (?:my|our|the) \w+)?(?: (?-i:(?:Mr|Mrs|Ms|Miss|Dr|Prof) [A-Z]\w+|[A-Z]\w+))?)"
    r"(?=\s*(?:\Z|[.,:;!?]|-\s|\b(?:that|who|which|whose|about|because|as|for|to|saying|asking|telling|if|whether|since|with|from|on|in|at|and|regarding|explaining|complaining|thanking|inviting|apologi[sz]ing|reminding|requesting|declining|in which|when|after|due|concerning|cancel\w*|offering|where|not|my|i|we|the|it|they|he|she|his|her|our|there|today|tomorrow)\b))",
    re.IGNORECASE,
)
_NOT = Regex(r"\b(?:birthday|wedding (?:card|wish\w*|text|message|speech|toast|greeting\w*)|congratulat\w+|christmas|new year\w*|get[- ]well|condolences?|anniversary|love letter|graduation|valentine\w*|easter|christening|newborn|hello world|function|python|sql|regex|poem|story|joke|haiku|error|code|api|json|css|html|script|program|openai|letters? (?:in|of(?! (?:complaint|resignation|recommendation|apology|thanks|invitation|application|motivation|notice)\b))|word count|summar\w+|translate)\b", re.IGNORECASE)  # fmt: skip
_NOT_LETTERS = r"(?:excel|sheets|python|string|regex|html|function|button|file|box|column|cell|list|variable|adventure|editor|color|size|input)\b"
_PURPOSE = Regex(rf"\s*(?:to {_VERBS}\b|asking|declin|thank|apolog|invit|cancel|complain|requesting)", re.IGNORECASE)
_TOPIC = Regex(r"\s*(?:that|about|saying|for|of|[:,.])", re.IGNORECASE)
EVENT = Regex(
    r"\b(?:wedding|birthday party|birthday|garden party|party|(?:game|movie|quiz|board game|karaoke|poker) night|picnic|brunch|lunch|housewarming|dinner|barbecue|bbq|graduation|baby shower|concert|workshop)\b",
    re.IGNORECASE,
)
_TONE_WORDS = Regex(
    r"[\s,.;(–-]*\b(?:(?:make it|keep it|be|it should be|sound|in an?|please be|tone:?|but|and|very|a bit|not too|rather|more|less)\s+)*(?:polite(?:ly)?|firm(?:ly)?|friendly|formal(?:ly)?|informal|short|brief|strict|serious|professional(?:ly)?|casual|warm|nice|angry|long|funny)(?:\s*(?:,|and|but|yet)?\s*(?:polite(?:ly)?|firm(?:ly)?|friendly|formal|short|brief|strict|serious|professional|clear|not too long|not too formal|nice))*(?: tone| way| manner| style)?[\s.!)]*\Z",
    re.IGNORECASE,
)

_LINK = Regex(
    r"\A[\s,:;.-]*(?:(?:and )?(?:saying|that says|say(?:s)?|tell (?:him|her|them)|telling (?:him|her|them)|to (?:say|tell (?:him|her|them)|let (?:him|her|them) know|inform (?:him|her|them)|explain)|explaining|informing (?:him|her|them)|mentioning|stating|in which i (?:say|tell (?:him|her|them)))\s*)?(?:that\b|because\b|as\b|since\b|about (?:the fact that|that)\b|regarding that\b|how\b|,|:)?\s*",
    re.IGNORECASE,
)
_ABOUT = Regex(
    r"\A[\s,:;.-]*(?:(?:and )?(?:complain(?:ing|s)?|to complain|who complains|who complained|apologi[sz]ing|to apologi[sz]e|asking|to ask|ask|requesting|to request|request|thanking|to thank|thank|inviting|to invite|invite|reminding|to remind|declining|to decline|decline|accepting|to accept|accept|cancel(?:l?ing)?|to cancel|resigning|to resign|applying|to apply|inquiring)\b\s*(?:him|her|them|you)?\s*)?(?:about|for|of|to|on|regarding|concerning|from|over|as|because of|due to)?\s+",
    re.IGNORECASE,
)
_SUBJECT = r"(?:i|we|it|he|she|they|you|there|this|that|someone|somebody|nobody|everyone|my|our|the|his|her|their|its|an?|your|one|some|(?-i:[A-Z]\w+))"
_VERB = r"(?:am|is|are|was|were|be|been|has|have|had|hasn't|haven't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|can't|cannot|can|could|will|would|should|must|may|might|do|does|did|need|needs|needed|want|wants|wanted|came|come|comes|went|go|goes|got|get|gets|lost|lose|left|leave|leaves|broke|breaks|leaks|feel|feels|stay|stays|stayed|lives?|live|work|works|worked|forgot|missed|arrived|arrives|bought|paid|ordered|received|sent|waited|waiting|starts|started|begins|began|ends|ended|likes?|loves?|turns|moves?|moved|found|took|takes|gave|gives|said|says|told|plays?|keeps?|'ll|'m|'s|'re|'ve|'d|know|knows|think|hope|wish|plan|helped|saved|visited|enjoyed|had|made|makes|met|saw|signed|called|wrote|tried|smells?|stopped|died|hurts?|retires?|owes?|barks?|cries|screams?|parks?|blocks?|leaks?|drips?|smokes?|snores?|throws?|bites?|rings?|fails?|sings?|shouts?|dances?|uses?|wakes?|charged?|refuses?|ignores?|passed|failed|graduated|moved|got|won)"
_CLAUSE = Regex(
    rf"\A(?:{_SUBJECT}(?:\s+[\w'-]+){{0,6}}?(?:\s+|(?=')){_VERB}\b|(?:i|we|it|he|she|they|you|there)('m|'s|'re|'ve|'ll|'d)\b)",
    re.IGNORECASE,
)
_BARE_CLAUSE = Regex(
    r"\A(?!(?:please|thank\w*|how|what|why|who|that|about|for|to|be|make)\b)(?:[a-z][\w'-]*\s+){1,3}?(?:is|are|was|were|has|have|had|does|doesn't|didn't|don't|won't|isn't|aren't|hasn't|can't|cannot|broke|leaks|stopped|keeps?|needs?|will|must)\b\s+\w",
    re.IGNORECASE,
)
_SPLIT = Regex(
    rf"(?<=[\w)])[.!?;]+\s+|\n+|,\s+(?:and\s+|but\s+|so\s+)?(?={_SUBJECT}\s)|,\s+|\s+(?:and|but)\s+(?=(?:i|we|it|he|she|they|my|our|the|there)\b)",
    re.IGNORECASE,
)
_OFFER = Regex(
    r"\b(?:and )?(?:offer(?:ing)?|give|promise)\s+(?:(?:him|her|them|a|the customer|you)\s+)*(?P<what>(?:an?\s+)?\d+\s?%.*|a (?:refund|discount|voucher|coupon|free .*|replacement).*|(?:discount|refund|voucher).*)",
    re.IGNORECASE,
)
_MANNER = Regex(
    r"\A\W*(?:(?:can you |could you |please |now |and |but |make it |a bit |much |more |less |keep it |it |be )*(?:shorter|short|longer|long|polite|firm|firmer|formal|friendly|friendlier|nicer|professional|casual|politer|brief)(?:,? (?:please|pls|thanks))?)\W*\Z",
    re.IGNORECASE,
)
_ADD = Regex(
    r"\A\W*(?:(?:and|please|also|oh|can you|could you|ok|it should|yes)\s+)*(?:add|mention|include|say|tell (?:him|her|them)|write)(?: also)?(?: that)?[\s:]+",
    re.IGNORECASE,
)
_ASK = Regex(
    r"\A\W*(?:(?:and|also|please|then|can you|could you)\s+)*(?:ask|request|thank|apologi[sz]e)(?P<whom> (?:him|her|them|you))?"
    r"(?: (?P<how>for|if|whether|about|when|what|how|where|to))?\s+(?P<what>.+)",
    re.IGNORECASE,
)
_DATED = Regex(
    r"(?:(?:for )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:satur|sun|mon|tues|wednes|thurs|fri)day|on |at |from |until |last day|my last day|since )",
    re.IGNORECASE,
)
_I_DO = Regex(  # what goes on about the writer: "I worked in a bar, speak Polish"
    r"(?:also )?(?:speak|have|know|can|like|love|enjoy|worked|studied|am|was|play|drive|learn|live|want)\s+(?!(?:him|her|them|you)\b)\w",
    re.IGNORECASE,
)
_EXPERIENCE = Regex(r"\A(?:with )?(\w+\+? years?)(?: of)? experience\b", re.IGNORECASE)


@dataclass
class Letter:
    """What is to be written: on which way, to whom, about what, and what was told."""

    kind: str
    who: str
    what: str
    facts: list[str]
    text: str
    offer: str = ""
    asks: tuple[str, ...] = ()  # sentences that ask the reader for something, as was wished later
    whose: str = ""  # "my son" in "my son's teacher"


def beyond(text: str) -> bool:
    """Return whether a text asks for something else; an occasion is no greeting where one apologizes, or invites to it."""
    own = has(text, r"apolog\w+|sorry|complain\w*|cancel\w*|invit\w+|declin\w*")
    return bool(_NOT.search(EVENT.sub("", text.replace("anniversary", "")) if own else text))


_ASKS_TO = Regex(
    r"\A[\s,]*(?:and )?(?:asking|to ask|ask|requesting)(?: (?:him|her|them|you))? (?P<how>to|if|whether|when|why|how|where|what)\s+(?P<what>[^.;,]+?)(?P<more>(?:[.;,]\s+|\s+(?:because|since|as)\s+(?=(?:i|we|my|our|the|it)\b)).*)?\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_AND_ASKS = Regex(
    r"(?<=\w)(?:,? and|,) (?:asking|ask|to ask)(?: (?:him|her|them|you))? (?P<how>to|if|whether|when|why|how|where|what)\s+(?P<what>[^.;,!?]+)",
    re.IGNORECASE,
)
_AND_TELLS = Regex(
    rf"(?<=\w),? and (?:telling|informing|letting) (?:him|her|them|you) (?:know )?(?:that )?(?={_SUBJECT}\s)", re.IGNORECASE
)
_YOU = {" is": " are", " has": " have", " was": " were"}
_IS_SO = Regex(r"\b(?:am|is|are|was|were|be|[im]['’]m|very|being)(?: (?:\w+,? ?){0,3})?\s*\Z", re.IGNORECASE)
_BEFORE_KIND = Regex(
    r"\A(?P<does>(?:cancel|decline|postpone|reschedule|quit|request|accept) (?:my|our|the|an?) [\w' -]+?) (?P<kind>e-?mail|letter|message|text|note)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TITLES = Regex(r"\b(Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?=[A-Z])")


def _in_order(text: str) -> str:
    """Return a request with the kind of letter first, and titles without a full stop, which would end a sentence."""
    text = _TITLES.sub(r"\1 ", text)
    text = re.sub(
        r"\bletter of (complaint|apology|invitation|thanks)\b",
        lambda found: found[1].replace("thanks", "thank you") + " letter",
        text,
    )
    return _BEFORE_KIND.sub(lambda match: f"{match['kind']} to {match['does']}{match['rest']}", text)


def read(wish: Wish) -> Letter | None:
    """Return the letter that is wished for, with what was told of it; None if none is."""
    text = _SAYS.sub(lambda match: f"{'apology' if match['sorry'] else 'thank you'} {match['kind']} ", _in_order(bare(wish.text)))
    found = next((match for pattern in _ASKS if (match := pattern.match(text))), None)
    if (
        not found
        or re.match(rf"\s*{_NOT_LETTERS}", found["rest"], re.IGNORECASE)
        or has(text, r"letters? (?:of the alphabet|to the editor)")
    ):
        return None
    kind, rest = found["kind"].casefold().removesuffix(" to"), found["rest"]
    applies = has(kind, "cover|application|motivation") and rest.startswith(" for ")
    to = None if applies else _TO.match(f" to {rest}" if found.re is _ASKS[0].compiled else rest)
    if to is None and re.fullmatch(_KIND, kind):  # "Text: ..." sends one along, "reply that ..." tells of one
        bare_kind = not has(wish.text[: LEAD + len(kind)], _WANTS)
        if not (_PURPOSE.match(rest) if bare_kind else _PURPOSE.match(rest) or _TOPIC.match(rest)):
            return None
    if to and has(kind, "invitation") and EVENT.search(to["who"]):  # an invitation for a game night
        to = None
    who = to["who"].strip() if to else ""
    rest = to.string[to.end() :] if to else rest
    if who.casefold() in (
        "a job",
        "job",
        "me",
        "say",
        "tell",
        "ask",
        "my",
        "the",
        "watering",
        "helping",
        "being",
    ) or re.fullmatch(r"\w+ing", who):
        rest, who = f" for {who}{rest}", ""
    if re.match(r"(?:write|text|message|email|mail|tell)\Z", kind) and not rest.strip(" .") and not wish.details:
        return None
    tone = _TONE_WORDS.search(rest)
    if tone and (re.match(r"\s*[.,;(–-]", tone[0]) or not _IS_SO.search(rest[: tone.start()])):
        rest = rest[: tone.start()]
    letter = _told(kind, who, rest, wish)
    if has(kind, "excuse note|sick note") and has(who, "son|daughter|child|kid"):
        letter.who, letter.whose = "teacher", f"my {re.sub(r'^my ', '', who)}"
    elif own := re.search(r"['’]s ", who):
        letter.whose = f"my {who[: own.start()]}"
    elif own := re.search(r" of ((?:my|our) [\w ]+)\Z", who):
        letter.who, letter.whose = who[: own.start()], own[1]
    return letter


def _told(kind: str, who: str, rest: str, wish: Wish) -> Letter:
    """Return the letter with what was told of it, in the request and later."""
    offer = next((match["what"] for text in (rest, *wish.details) if (match := _OFFER.search(text))), "")
    rest = _OFFER.sub("", rest)
    rest = _AND_TELLS.sub(". ", rest)
    what, facts = "", []
    if has(kind, "remind|reminder") and (match := re.match(r"\s*to\s+(.*)", rest, re.IGNORECASE | re.DOTALL)):
        first, *others = re.split(
            r"(?<=[\w)])[.!?;]+\s+|,\s+(?=(?:i|we|it|he|she|the|my|our)\b)", match[1], maxsplit=1, flags=re.IGNORECASE
        )
        due = re.sub(r"\b(?:until|till) (?=\w)", "by ", first)
        rest, facts = " ".join(others), [f"please remember to {due}"]
    asks: list[str] = []
    if asked := _ASKS_TO.match(rest):
        asks, rest = [_asked_of_you(asked)], asked["more"] or ""
    if more := _AND_ASKS.search(rest):
        asks.append(_asked_of_you(more))
        rest = rest[: more.start()] + rest[more.end() :]
    pieces = [piece for piece in _SPLIT.split(rest) if piece and re.search(r"\w", piece)]
    for place, piece in enumerate(pieces):
        clause = _LINK.sub("", piece, count=1)
        if re.match(r"(?:i|we) [a-z]", clause, re.IGNORECASE) or _CLAUSE.match(clause) or _BARE_CLAUSE.match(clause):
            facts.append(clause)
        elif facts and _I_DO.match(clause) and re.match(r"i\b", facts[-1], re.IGNORECASE):
            facts.append(f"I {clause}")
        elif facts and place and _is_more(clause, pieces[place:], facts[-1]):
            facts[-1] = f"{facts[-1]}, {clause}"
        elif _DATED.match(clause):
            facts.append(_dated(clause))
        elif place == 0:
            what, more = _topic(_ABOUT.sub("", piece, count=1))
            facts += more
        elif clause.split()[0].casefold() not in ("and", "please", "polite", "firm"):
            facts.append(_EXPERIENCE.sub(r"I have \1 of experience", clause))
    for detail in wish.details:
        for part in re.split(r"(?<=[.!?])\s+|,?\s+and\s+(?=(?:also )?(?:ask|request|thank|apologi[sz]e)\b)", detail):
            if asked := _ASK.match(part):
                asks.append(_asking(asked))
            else:
                facts += _detail(part, kind)
    return Letter(kind, who, what, facts, f"{kind} {wish.whole}", offer, tuple(asks))


def _is_more(piece: str, left: list[str], fact: str) -> bool:
    """Return whether a piece goes on with what a fact lists: "I speak English", "Arabic and some German"."""
    ends = any(re.search(r"\b(?:and|or)\b", one) for one in left)
    return (
        ends
        and len(piece.split()) <= 6
        and not re.search(r"\b(?:please|\d)\b", piece)
        and bool(re.match(r"(?:i|we|he|she|they|you)\b", fact, re.IGNORECASE))
    )


def _asked_of_you(found: re.Match) -> str:
    """Return what the reader is asked: "asking him if he can come" becomes "I would like to ask you whether you can come."."""
    what = re.sub(
        r"\b(?:he|she|they)(?P<is> is| has| was)?\b",
        lambda one: f"you{_YOU.get(one['is'], '')}",
        found["what"],
        flags=re.IGNORECASE,
    )
    what = re.sub(r"\b(?:his|her|their)(?= \w)", "your", what, flags=re.IGNORECASE)
    how = found["how"].casefold()
    return f"I would like to ask you {'whether' if how == 'if' else how} {what.strip(' ,.')}."


def _asking(found: re.Match) -> str:
    """Return the sentence of a letter that asks, thanks or apologizes, as a later message wishes."""
    what, how, verb = found["what"].strip(" .!?"), (found["how"] or "").casefold(), found[0].casefold()
    if "thank" in verb:
        return f"Thank you {how} {what}."
    if "apologi" in verb:
        return f"I apologize {how} {what}."
    if how == "to":
        return f"Please {what}."
    if how in ("", "for"):
        return f"May I ask you for {what}?"
    return f"I would like to ask you {'whether' if how == 'if' else how} {what}."


def _topic(piece: str) -> tuple[str, list[str]]:
    """Return what a letter is about, and what the same words tell of it."""
    piece = piece.strip(" ,.:;-")
    if match := re.match(
        r"(?:who|which)\s+(?:has(?: not|n't)|have(?: not|n't)|didn't|did not)\s+(?P<verb>\w+)\s+(?P<what>.*)",
        piece,
        re.IGNORECASE,
    ):
        verb = match["verb"]
        return match["what"], [f"you have not {verb} {match['what']} yet"]
    if match := re.match(
        r"who\s+((?:just |always |never )?(?:\w+s|\w+ed|got|took|lost|bought|had|gave|made|came|left|sent|found|paid|did|will|want|can't))\b(.*)",
        piece,
        re.IGNORECASE,
    ):
        if reason := re.search(r" because (?:her |his |their |of )?(.*)", match[2], re.IGNORECASE):
            return "", [f"your {reason[1]}"]
        verb = YOURS.get(match[1].casefold(), re.sub(r"(?<![aious])s\Z", "", match[1]))
        return "", [f"you {verb}{match[2]}"]
    if match := re.match(r"(?:if|whether)\s+(.*)", piece, re.IGNORECASE):
        return "a question", [f"I would like to ask whether {match[1]}"]
    if match := re.search(r"\s+(?:because|since|as)\s+(?=(?:i|we|my|our|the|it|he|she|they)\b)", piece, re.IGNORECASE):
        return piece[: match.start()], [piece[match.end() :]]
    return piece, []


def _dated(clause: str) -> str:
    if match := re.match(r"(?:my )?last day (?:is |will be )?(?:on )?(.*)", clause, re.IGNORECASE):
        return f"my last day will be {match[1]}"
    clause = re.sub(r"^for ", "", clause, flags=re.IGNORECASE)
    return f"it is {clause}" if re.match(r"(?:on|at|from|until|since)\b", clause, re.IGNORECASE) else f"it is on {clause}"


def _detail(detail: str, kind: str) -> list[str]:
    """Return what a later message adds."""
    if _MANNER.match(detail):
        return []
    detail = re.sub(
        r"\A\W*(?:make it |a bit |much |more )*(?:shorter|longer|firmer|friendlier|more \w+)\W*(?:and|,|but)?\s*",
        "",
        _OFFER.sub("", detail),
        flags=re.IGNORECASE,
    )
    found = []
    for piece in _SPLIT.split(_ADD.sub("", detail)):
        piece = re.sub(r"\A(?:its|it's) (?=for|about|because)", "it is ", piece.strip(" ,.;"), flags=re.IGNORECASE)
        if not re.search(r"\w\w", piece):
            continue
        if _CLAUSE.match(piece):
            found.append(piece)
        else:
            found.append(
                f"it is about {piece}" if re.match(r"(?:an?|the|my|our|two|three|\d+)\s", piece, re.IGNORECASE) else piece
            )
    return found
