"""Read the letter that is commissioned: to whom, for what purpose, about what, with which clauses, and what its reader is asked."""

import re
from dataclasses import dataclass, field

from ..everyday.wish import capital, has, mended, sentence
from ..regex import Regex
from . import addressing, clauses, pieces, table
from .addressing import NAME
from .reading import TONES, Commission

_KIND = r"e-?mails?|mails?|letters?|messages?|texts?|sms|whats ?app(?: message)?|notes?|reply|response|cards?"
_HEAD = Regex(
    rf"\A(?:(?:write|draft|compose|send|create|make|give|prepare|formulate|word|do|get)\s+)?(?:me |us |up )*(?P<adjectives>(?:(?:an?|the|my|short|brief|quick|polite|firm|friendly|formal|informal|nice|kind|professional|little|simple|angry|strict|warm|serious|good|sweet|honest|strong|strongly|worded|but|and|very|casual|funny|heartfelt|sincere|cute|lovely|detailed|long|proper|official|second|final)\b[\s,]*)*)(?P<kind>[\w -]*?\b(?:{_KIND}|complaint|reminder|apology|invitation|resignation|cancellation|application|notice|recommendation|reference)(?: (?:{_KIND}))?)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_VERB = Regex(
    r"\A(?P<kind>(?:text|message|e-?mail|mail|tell|invite|thank|remind|ask|inform)(?: to)?|write(?= (?:to|my|our) )|(?:reply|respond|apologi[sz]e|complain|explain|say (?:sorry|thank you|thanks|goodbye))(?= to))(?: to)?\s+(?P<rest>(?!my (?:essay|homework|report|assignment|thesis|article|paper|speech|cv|resume|poem|story|song|code|text)\b)(?:my|our|the|an?|mr|mrs|ms|dr|colleagues|friends|everyone|(?-i:[A-Z]))\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_PUT = Regex(  # where a note goes, which is not in it
    r"\s+(?:(?:that|which) )?i (?:can|could|will|want to) (?:put|leave|stick|drop|hang|send)(?: (?:it|him|her|them))? (?:in|on|at|to|under)\b[^.?!]*",
    re.IGNORECASE,
)
_LINK = Regex(
    r"\A[\s,:;.-]*(?:politely |please )?(?:(?:and )?(?:saying|that says?|which says?|says?|(?:tell|inform|telling|informing)(?: (?:him|her|them|everyone))?|to (?:say|tell (?:him|her|them)|let (?:him|her|them) know|inform (?:him|her|them)|explain)|explaining|mentioning|stating|in which i (?:say|tell (?:him|her|them)))\s*)?(?:that\b|because\b|as\b(?! an?\b)|since\b|about (?:the fact that|that)\b|regarding that\b|politely\b|:)?\s*",
    re.IGNORECASE,
)
_ABOUT = Regex(
    r"\A[\s,:;.-]*(?:politely )?(?:(?:and )?(?P<verb>complain(?:ing)?|to complain|apologi[sz]ing|to apologi[sz]e|to say sorry|saying sorry|sorry|asking|to ask|ask|requesting|to request|request|thanking|to thank|to say thank you|to say thanks|thank|thanks|inviting|to invite|invite|reminding|to remind|remind|declining|to decline|decline|accepting|to accept|accept|cancel(?:l?ing)?|to cancel|resigning|to resign|resign|quit(?:ting)?|applying|to apply|apply|inquiring|to inquire)\b\s*(?:him|her|them|you)?\s*)?(?P<prep>about|for|of|to|on|regarding|concerning|from|over|because of|due to|with)?\s+(?P<what>[^\s].*)",
    re.IGNORECASE | re.DOTALL,
)
_ASKS_TO = Regex(
    r"(?:\A|[\s,]+(?:and )?)(?:politely )?(?:asking|to ask|ask|asks|requesting|want to ask|want to know|and want to know)(?P<whom> (?:him|her|them|you|everyone))? (?P<how>to|if|whether|when|why|how|where|what|who)\s+(?P<what>[^.;,]+?)(?=\s+(?:because|since|as)\s+(?:i|we|my|our|the|it)\b|[.;,]|\Z)",
    re.IGNORECASE,
)
_ASKS_FOR = Regex(
    r"\A(?:please )?(?:(?:and )?(?:ask|asking|request|requesting)(?: (?:him|her|them|you))? for|i (?:want|would like|'d like|need)(?: to have)?)\s+(?P<what>.+)",
    re.IGNORECASE,
)
_DEADLINE = Regex(
    r"(?:please |and )?(?:set|give)(?: (?:him|her|them))? an? deadline (?:of|until|for|by) (?P<when>.+)", re.IGNORECASE
)
_OFFER = Regex(
    r"\A(?:and |we |i )?(?:offer(?:ing)?|promise)(?: (?:him|her|them|the customer|you))*\s+(?P<what>.+)", re.IGNORECASE
)
_TOPIC = Regex(
    r"(?!.*\b(?:if|whether|is|are|was|please)\b)(?:an?|the|my|our|your|his|her|their|its|this|some|two|three|four|five|\d|not|any|more|no)\b|\w+ing\b|[a-z]+s\b|extension|help|information|permission|time|parental leave|sick leave|leave|vacation|(?:lunch|dinner|brunch|breakfast|drinks|coffee|pizza|cake|noise|(?:cold|bad|poor|slow|rude|terrible|loud|wrong|broken|missing|late|dirty|free|good|new) \w+)\b",
    re.IGNORECASE,
)
_BEFORE_KIND = Regex(
    r"\A(?P<does>(?:cancel|decline|postpone|reschedule|quit|terminate|accept) (?:my|our|the|an?) [\w' -]+?) (?P<kind>e-?mail|letter|message|text|note)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AND_TELLS = Regex(
    r"(?<=\w),? and (?:telling|informing|letting|tell|inform|let) (?:him|her|them|you) (?:know )?(?:that )?", re.IGNORECASE
)
_TELLS = Regex(
    r"\A\s*(?:(?:i|we) (?:have|want|need|would like|must)(?: to)? |please |and )*(?:tell|inform|let) (?:(?:my|our|the) \w+|him|her|them|everyone)(?: know)?(?: that)? ",
    re.IGNORECASE,
)
_QUESTION = Regex(
    r"(?:did|can|could|do|does|have|has|are|would|will|may|is) (?:you|i|we|there|it|that|he|she|they)\b", re.IGNORECASE
)
_VIA = Regex(
    r"\A\s*(?:(?:in )?(?:which|where) i )?(?P<verb>asking|telling|thanking|inviting|reminding|informing|(?:to )?(?:ask|tell|thank|invite|remind|inform))\s+(?P<who>(?:my|our|the) (?:\w+ )?(?:\w+)(?= (?:if|whether|to|that|for|about|when|why|how|of)\b))",
    re.IGNORECASE,
)
_PLEADS = Regex(
    r"(?:and )?(?:please|pls) \w|(?:bring|call|send|let|come|reply|answer|tell|confirm|water|feed|return|check|wait|remember)\b",
    re.IGNORECASE,
)
_INTENT = Regex(
    r"\A(?:please )?(?:(?:i|we)(?:'d like| would like| want| wish| have| need| must|'m going| am going)? to )?(?:resign from|quit|cancel|terminate|apply for|complain about|apologi[sz]e for|decline)\s+(?P<what>[^,;]+?)(?:,\s+(?P<more>.+))?\W*\Z",
    re.IGNORECASE,
)
_CUT_TOPIC = Regex(
    r"[.;,]|\s+(?:because|since|as|so that|that|which|but)\s+(?=(?:i|we|my|our|the|it|he|she|they|his|her|there|is|was)\b)|\s+and\s+(?=(?:i|we|my|our|he|she|they|it|ask|tell|thank)\b)",
    re.IGNORECASE,
)
FAMILY_OWN = r"son|daughter|child|kid|kids|children"


@dataclass
class Letter:
    """What is to be written: on which way, to whom, for what purpose, about what, with which sentences."""

    kind: str
    who: str
    purpose: str
    what: str = ""
    facts: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def read(made: Commission) -> Letter | None:
    text = re.sub(
        r"\bletter of (complaint|apology|invitation|thanks|resignation|recommendation|application)\b",
        r"\1 letter",
        made.text,
        flags=re.IGNORECASE,
    )
    text = _PUT.sub("", text)
    text = _BEFORE_KIND.sub(lambda one: f"{one['kind']} to {one['does']}{one['rest']}", text)
    text = re.sub(r"\A(?:say no to|turn down) ", "decline ", text, flags=re.IGNORECASE)
    does = re.match(r"(?:cancel|resign|quit|decline|apply|terminate|accept|postpone)\b", text, re.IGNORECASE)
    found = None if does else _VERB.match(text) or _HEAD.match(text)
    if found is None:
        rest, kind, adjectives = f" {'to' if does else 'that'} {text}", "mail", ""
    else:
        rest, kind = found["rest"], found["kind"].casefold()
        adjectives = found.groupdict().get("adjectives") or ""
    told = [*made.told]
    if via := _VIA.match(rest):  # "a mail asking my landlord if I can have a dog"
        rest = f" to {via['who']} {via['verb']} him {rest[via.end() :].strip()}"
    who, rest, more = addressing.read(kind, rest, [text, *told, made.whole])
    told = [*clauses.pieces(more), *told]
    if has(kind, "excuse|sick|absence") and re.search(rf"\b(?:{FAMILY_OWN})\b", who):
        who = f"the teacher of {who}"
    if made.called:
        who = f"{who} {made.called}".strip()
    if kind == "letter" and re.fullmatch(r"\s*(?:to )?(?:him|her|them)\W*", rest, re.IGNORECASE):
        rest = ""
    letter = Letter(kind, who, "")
    letter.purpose = _purpose(letter, [f"{kind} {text}", " ".join(told)], who)
    made.tones += [tone for tone in ("formal", "firm", "warm", "short", "funny") if has(adjectives, TONES[tone])]
    if letter.purpose == "recommendation":
        named = re.search(rf"{NAME}(?: {NAME})?\Z", who)
        letter.what, letter.who = pieces.who(made)[1] or (named[0] if named else "") or re.sub(r"\Amy ", "my ", who), ""
        rest = re.sub(r"\A[\s,]*(?:for|of)\s+", "", rest.replace(who, "", 1)).lstrip(" ,")
    _tell(letter, rest, told, made)
    return letter


def _purpose(letter: Letter, texts: list[str], who: str) -> str:
    """Return the purpose that the kind of letter tells, or else the first whose words are in one of the texts."""
    rows = {name: one for name, one in table.letters().purposes.items() if name not in ("request", "tell")}
    if found := [name for name, one in rows.items() if has(letter.kind, one["words"])]:
        return found[0]
    asks = bool(_ASKS_TO.search(texts[0]) or re.match(r"(?:ask|request)", letter.kind))
    for text in texts:
        fits = [
            name for name, one in rows.items() if has(text, one["words"]) and ("to" not in one or has(who or "boss", one["to"]))
        ]
        if fits and not (asks and fits[0] in ("thanks", "complaint", "apology")):
            return fits[0]
    return "request" if asks or has(" ".join(texts), table.letters().purposes["request"]["words"]) else "tell"


def _tell(letter: Letter, rest: str, told: list[str], made: Commission) -> None:
    """Fill in what is told: the topic, the facts as clauses, what the reader is asked."""
    group, whose = (
        has(letter.who, table.letters().groups),
        letter.purpose != "thanks"
        and re.search(rf"\bof (my (?:{FAMILY_OWN})(?: {NAME})?)|\b(my (?:{FAMILY_OWN}))['’]s ", letter.who),
    )
    rest = re.sub(
        r"\A\s*(?:(?:by|in|via) (?:an? )?(?:whats ?app|mail|e-?mail|text|sms|letter|message)\b|(?:in|at|of|from) [\w ]+(?=:))",
        "",
        rest,
    )
    if letter.purpose in ("reminder", "remember") and (due := re.match(r"\s*to (?P<what>\w[^.;,]*)", rest, re.IGNORECASE)):
        letter.purpose, rest = "remember", rest[due.end() :]
        letter.facts.append(
            f"please remember to {clauses.to_reader(re.sub(r'(?:until|till) (?=[a-zA-Z0-9])', 'by ', mended(due['what'].strip())), group=group)}"
        )
    elif re.match(r"(?:ask|remind)", letter.kind) and (
        due := re.match(r"\s*(?P<how>to|if|whether|when|why|how|where|what) (?P<what>\w[^.;,]*)", rest, re.IGNORECASE)
    ):
        letter.asks.append(clauses.asked(due["how"].casefold(), due["what"], group))
        rest = rest[due.end() :]
    rest, *more = re.split(r"\.\s+", _AND_TELLS.sub(". ", rest), maxsplit=1)
    told = [*more, *told]
    for found in _ASKS_TO.finditer(rest):
        letter.asks.append(clauses.asked(found["how"].casefold(), found["what"], group, alone=not found["whom"]))
    rest = _ASKS_TO.sub(" ", rest)
    facts: list[str] = []
    if re.match(r"\s*(?:,? ?(?:who|which) )", rest):  # "my colleague, who covered my shifts"
        facts.append(re.sub(r"\A\s*,? ?(?:who|which) ", "they " if group else "he ", rest))
        rest = ""
    if owner := re.match(r"\s*,? ?whose ", rest):  # "a customer whose parcel was lost"
        facts.append(f"your {rest[owner.end() :]}")
        rest = ""
    linked = _LINK.sub("", rest, count=1).strip()
    first = clauses.pieces(linked)[:1]
    if (
        re.search(r"\w", rest)
        and letter.purpose != "recommendation"
        and not _QUESTION.match(linked)
        and not (first and clauses.told(first[0]))
    ):
        topic = _ABOUT.match(f" {rest.strip()}" if not rest.startswith(" ") else rest)
        words = (topic["what"] if topic else linked).strip(" ,:")
        cut = _CUT_TOPIC.search(words)
        letter.what = mended(words[: cut.start()] if cut else words).strip(" .")
        if letter.what and not _TOPIC.match(letter.what):
            letter.left.append(letter.what)
            letter.what = ""
        linked = (
            re.sub(r"\A(?:[\s.;,]|because|since|as|that|and|but|so that)+\s*", "", words[cut.start() :], flags=re.IGNORECASE)
            if cut
            else ""
        )
        if letter.purpose == "invitation":
            letter.what = re.sub(
                r"\A(?=(?:\d+\w\w )?(?:birthday|wedding|anniversary|graduation|housewarming)\b)", "my ", letter.what
            )
        letter.what = (
            re.sub(r"\A(?:an?|the) (?P<own>.*?) from (?:my|our) .*", r"your \g<own>", letter.what)
            if letter.purpose in ("decline", "accept")
            else letter.what
        )
    if not letter.what and told and (intent := _INTENT.match(mended(told[0]))):
        letter.what, told = intent["what"].strip(" ."), [intent["more"] or "", *told[1:]]
    for text in [linked, *facts, *told, *made.added]:
        if re.search(r"\w", text):
            _take(letter, text, group, whose[1] or whose[2] if whose else "")
    letter.what = clauses.to_reader(letter.what, group=group) if not whose else letter.what
    for words in made.without:
        drop = [
            one
            for one in re.findall(r"\w+", words.casefold())
            if len(one) > 2
            and one not in ("that", "part", "about", "thing", "with", "the", "and", "for", "was", "his", "her", "our")
        ]
        for rows in (letter.facts, letter.asks):
            rows[:] = [one for one in rows if not any(word in one.casefold() for word in drop)]
        letter.left[:] = [one for one in letter.left if not any(word in one.casefold() for word in drop)]


def _take(letter: Letter, text: str, group: bool, whose: str) -> None:
    """Take up one sentence that was told."""
    text = _TELLS.sub("", text)
    for one in re.split(r"(?<=\?)\s+", text.strip()) if _QUESTION.match(text.strip()) else ():
        one = mended(one.strip(" .!?"))
        verb, _, rest = one.partition(" ")
        rest = re.sub(r"\b(?:he|she|they)\b", "you", rest, count=1, flags=re.IGNORECASE) if letter.who else rest
        verb = {"does": "do", "has": "have", "is": "are"}.get(verb.casefold(), verb) if rest.startswith("you ") else verb
        letter.asks.append(f"{capital(verb)} {rest}?")
        return
    if found := _DEADLINE.fullmatch(text.strip()):
        letter.asks.append(
            f"Please do so within {found['when']}."
            if re.match(r"\d|a |one|two|three|four|ten", found["when"])
            else f"Please do so by {found['when']}."
        )
        return
    if found := re.match(
        r"(?:and )?(?:asking|to ask|ask|want to know|i want to know)(?: (?:him|her|them|you))? (?P<how>to|if|whether|when|why|how|where|what)\s+(?P<what>.+)",
        text.strip(),
        re.IGNORECASE,
    ):
        letter.asks.append(
            clauses.asked(found["how"].casefold(), found["what"], group)
            if found["how"] != "to"
            else sentence(f"please {clauses.to_reader(found['what'], group=group)}")
        )
        return
    if found := re.match(
        r"(?:and )?(?P<does>thank|apologi[sz]e)(?: to)?(?: (?:him|her|them|you))? for (?P<what>.+)", text.strip(), re.IGNORECASE
    ):
        what = clauses.to_reader(mended(found["what"].strip(" .")), group=group)
        letter.asks.append(f"Thank you for {what}." if found["does"].casefold() == "thank" else f"I apologize for {what}.")
        return
    if found := _ASKS_FOR.match(text.strip()):
        what = clauses.to_reader(mended(found["what"].strip(" .!")), group=group)
        letter.asks.append(
            f"I would like {what}."
            if not re.match(r"ask|request|please ask|and ask", text.strip(), re.IGNORECASE)
            else f"May I ask you for {what}?"
        )
        return
    if found := _OFFER.match(text.strip()):
        letter.asks.append(f"To make up for it, I would like to offer you {mended(found['what'].strip(' .!'))}.")
        return
    if _PLEADS.match(text.strip()) and len(clauses.pieces(text)) == 1:
        letter.asks.append(sentence(f"please {re.sub(r'^(?:please|pls) ', '', text.strip(), flags=re.IGNORECASE)}"))
        return
    role = re.sub(r"\A(?:my|our|the) ", "", letter.who)
    text = (
        re.sub(
            rf"\A(?:my|our|the) {re.escape(role)}(?P<own>['’]s(?= \w))?\b",
            lambda found: ("their" if group else "his") if found["own"] else "they" if group else "he",
            text,
            flags=re.IGNORECASE,
        )
        if role and not whose
        else text
    )
    good, left = clauses.clauses([text], subject=_subject(letter, f"{text} {' '.join(letter.facts)}"))
    other = False
    for fact in good:
        if has(letter.who, "customer|client|guest|buyer") and fact.startswith("my order "):
            fact = f"your{fact[2:]}"
        if letter.purpose == "recommendation":
            fact = re.sub(r"\A(?:he|she)\b", letter.what, fact, flags=re.IGNORECASE) if not letter.facts else fact
        elif whose:
            fact = (
                re.sub(
                    r"\A(?:he|she)\b",
                    whose if not letter.facts else "he" if has(whose, "son") else "she",
                    fact,
                    flags=re.IGNORECASE,
                )
                if not re.match(r"(?:he|she)\b", fact, re.IGNORECASE) or not letter.facts
                else fact
            )
        else:
            other = other or any(map(clauses.names_other, letter.facts))
            fact = clauses.to_reader(fact, group=group, other=other)
        if letter.purpose == "reminder" and "you have not " in fact and not fact.endswith(" yet"):
            fact = f"{fact} yet"
        if re.search(r"(?<!s)s\Z|team|family", letter.who.split(" of ")[0]):
            for theirs, yours in (("they", "you"), ("them", "you"), ("their", "your")):
                fact = re.sub(rf"\b{theirs}\b", yours, fact, flags=re.IGNORECASE)
        letter.facts.append(fact)
    for one in left:
        if letter.purpose == "invitation" and (
            without := re.fullmatch(r"(?:please )?no (?P<what>[a-z]+(?: [a-z]+)?)(?: please)?", one, re.IGNORECASE)
        ):
            letter.asks.append(f"Please bring no {without['what']}.")
        elif _PLEADS.match(one):
            letter.asks.append(sentence(f"please {re.sub(r'^(?:and )?(?:please|pls) ', '', one, flags=re.IGNORECASE)}"))
        elif letter.purpose == "invitation" and (time := clauses.when(one) or (re.match(r"(?:in|at|on)\b", one) and mended(one))):
            at = next((place for place, fact in enumerate(letter.facts) if fact.startswith("it is ")), None)
            if at is not None:
                letter.facts[at] += f", {re.sub(r'^(?=[0-9])', 'at ', time)}"
            else:
                letter.facts.insert(0, f"it is {time}")
        elif numbered := re.fullmatch(
            r"(?P<what>(?:member|membership|customer|order|invoice|contract|booking|reference|account|policy|phone)s? (?:number|no\.?|id))[: ]+(?P<number>\S+)",
            one,
            re.IGNORECASE,
        ):
            letter.facts.append(f"my {re.sub(r' no[.]?$', ' number', numbered['what'].casefold())} is {numbered['number']}")
        elif time := clauses.when(one):
            if letter.purpose in ("terminate", "resignation"):
                letter.facts.append(f"this is to take effect {time}")
            elif letter.facts:
                letter.facts[-1] += f" {time}"
            else:
                letter.left.append(one)
        else:
            letter.left.append(one)


def _subject(letter: Letter, text: str) -> str:
    """Return who a piece without a subject is about."""
    if letter.purpose == "recommendation":
        return "she" if has(f"{text} {letter.what}", "she|her|Mrs|Ms|lady") else "he" if has(text, "he|his|him") else letter.what
    return "it" if letter.purpose == "invitation" else "I"
