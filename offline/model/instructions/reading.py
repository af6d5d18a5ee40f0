"""Find out what instructions and a prompt ask for: wishes as to the manner of the reply, and the question that is left."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ..answers import Answers
from ..language import plain
from ..regex import Regex
from . import otherwise as otherwise_said
from . import unclaimed
from .wishes import DATA, LANGUAGES, NUMBERS, PLAIN_ROLES, Kind, kinds


@dataclass(frozen=True)
class Wish:
    """What is wanted: its kind, with what, and the words in which it is wanted."""

    kind: str
    value: str | int | None
    words: str


@dataclass
class Wanted:
    """All wishes, the forms of the answers files that go with them, the question that is left, and what was not understood."""

    question: str
    wishes: list[Wish] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)

    def get(self, kind: str) -> Wish | None:
        """Return the last wish of a kind."""
        return next((wish for wish in reversed(self.wishes) if wish.kind == kind), None)

    @property
    def language(self) -> str | None:
        wish = self.get("language")
        return wish.value if wish and wish.value != "english" else None


_QUOTED = Regex(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^'\n]{1,80}'(?!\w)")
_CLAUSE = Regex(
    r"(?<=[.!?])\s+|(?<=\x00)\s+(?=(?-i:If|When|Always|Never|Answer|Use|You|Keep|For|Do|Otherwise|Be|Speak|Start|Begin|Please)\b)|[\n;]+|(?<=[.!?])(?=[A-Z])|,?\s+(?:and|but|then|also)\s+(?=(?:also |always |never |only |then )*(?:answer|reply|respond|speak|talk|write|use|begin|start|end|finish|keep|be|do not|don't|never|always|avoid|add|include|format|limit|call|address|give|make|explain|act|pretend|stay|sound|mention|say|in )\b)|,\s+(?=(?:in \w+\s*\Z|always |never |use |without |no (?!more\b)|with ))",
    re.IGNORECASE,
)
_ONLY_IF = Regex(  # a condition whose order was cut off: "If the user asks about gravity", "use a metaphor"
    r"(?:if|when(?:ever)?|unless) (?!.*\b(?:say|reply|answer|respond|tell|write|use|give|be|do|please|then)\b)[^,:.!?\n]{3,80}",
    re.IGNORECASE,
)
_FILLER = Regex(
    r"\A\W*(?:(?:please|pls|always|you must|you should|you will|you have to|must|should|make sure(?: to| that you| you)?|remember to|be sure to|try to|also|and|but|then|from now on|important|note|rule|from here on|i want you to|i would like you to|i need you to|your (?:task|job|role) is to|the assistant (?:should|must|will)|you can only|you only|you may only)\b[\s,:]*)+",
    re.IGNORECASE,
)
_ORDER = Regex(
    r"(?:answer|reply|respond|speak|talk|write|use|begin|start|end|finish|keep|be|do not|don't|don’t|dont|never|avoid|add|include|format|limit|call|address|give|make|explain|act|pretend|stay|sound|mention|say|ask|tell|treat|think|show|return|output|provide|refuse|decline|translate|summari[sz]e|list|put|insert|repeat|ignore|forget|follow|only|rhyme|sing|whisper|shout|count|cite|quote|teach|help|behave|play|imagine|remember|rate|do|check|mark|spell|sign|describe|no|without|refer|stick|focus|convert|prefer|in|let|consider|assume|you are|you're|you’re|you speak|you talk|you answer|you write|you never|you always|you do not|you don't|you must|you love|you hate|as)\b",
    re.IGNORECASE,
)
_STATES = Regex(
    r"(?:the|a|an|this|these|those|that|there|it|opened|open|closed|its|he|she|they|we|i|i'm|our|my|your|his|her|their|some|all|many|most|here|today|now|in|at|on|for|if|when|"
    r"whenever|because|since|while|hi|hello|context|background|note|data|facts?|information|question|\d[\w.]*)\b"
    r"|(?:\S+\s+){1,3}?(?:is|are|was|were|has|have|had|will|can|costs?|opens?|closes?|lives?|likes?|loves?|works?|means|knows|wants|needs|sells?|speaks|'s)\b|[^\W\d_]+\W*\Z"
    r"|(?:\w+ )?(?:hours?|address|phone|e-?mail|prices?|menu|location|products?|services?|delivery|shipping|returns?|warranty|contact|website|stock|open|opened|closed|team)\b[\w ]{0,20}:\s",
    re.IGNORECASE,
)  # fmt: skip
_HARMLESS = frozenset(
    "a an the and or to of in for with as by on it is be are you your i me my we us this that them they answer answers reply replies respond response responses question questions "
    "message messages user users every each all any everything always only please just so if possible per can will should must text output sentence sentences word words "
    "limit explain say write speak talk use using give make keep tell help helping assist helps answering people person who asks asked ask them style tone manner way language very like "
    "stay character break remain don not do t s in now on from here at both short simple being format formatted form put show read plain good clear helpful friendly polite "
    # the same in other languages: "Antworte auf Deutsch", "Réponds toujours en français"
    "antworte antworten auf immer nur bitte réponds répondez réponse toujours en responde responda contesta siempre sempre rispondi antwoord altijd".split()
)
_PROMPT_ORDER = Regex(
    r"\A\W*(?:please |and |but |then |also )*(?:answer|reply|respond|use|keep|be|begin|start|end|finish|do not|don't|don’t|dont|no|never(?! (?:really |quite |ever )?(?:understood|understand|got|get|heard|learned|knew)\b)|only|just|always|in|as|with|without|format|return|output|limit|speak|talk|act|pretend|say it|write it|make it|explain it|write in|give (?:me )?(?:the|your|a|it)(?! (?:\w+ )?(?:analogy|example|comparison))|like|one|max|at most|you are|avoid|include|add|put it|short|briefly|bullet|json|sound|exactly|under|less than|imagine|this time|numbered|bulleted)\b",
    re.IGNORECASE,
)
_SENT_ALONG = Regex(
    r"[^.?!:\n]*\b(?:summari[sz]e|summary|count|how many|extract|find|list|get|translate|correct|fix|check|proofread|make|rewrite|rephrase|sort|remove|sentiment|mood|"
    r"turn|convert|is this|classify|shorten|improve|text|context|reverse|what is the|longest|shortest|explain|change|put|review)\b[^.?!:\n]*:\s", re.IGNORECASE,
)  # fmt: skip
_MAY_WISH = Regex(  # words of which every wish in a prompt has one: most prompts need not be read any closer
    rf"\b(?:{'|'.join(map(re.escape, LANGUAGES))}|sentences?|words?|caps|(?:upper|lower)?case|letters?|capitals?|json|yaml|html|xml|csv|tables?|lists?|bullet\w*|markdown|head\w+|"
    r"title|bold|code|emojis?|smileys?|emoticons?|brief\w*|short\w*|concise\w*|succinct\w*|terse\w*|detail\w*|thorough\w*|verbose|length|simpl\w+|plain|easy|"
    r"like|hints?|my|beginners?|child\w*|kids?|dummies|years?|eli5|characters|chars|explanations?|single|few|without|no|nothing|answer|reply|respond|use|only|just|always|never|don't|"
    r"don’t|avoid|end|finish|begin|start|style|voice|manner|as|be|keep|act|pretend|you are|speak|talk|point|number\w*|comma\w*|separated|comprehensive|extensive|steps|paragraph|list|name|give)\b", re.IGNORECASE,
)  # fmt: skip
# A quote of several sentences, or at the end after a question: whatever it orders, it orders nothing of a model.
_QUOTE_WITH_SENTENCES = Regex(r"\"[^\"]{12,}\"|“[^”]{12,}”|(?<![\w'])'(?=[^\n']*[.!?]).{12,}'(?!\w)", re.DOTALL)
_LIST_OF = Regex(
    r"\b(?:an? )?(?:valid )?(?P<form>json (?:array|list)|python list) (?:of|with|containing) (?P<what>[^.?!:\n]{3,60})(?=[.?!]?\Z)",
    re.IGNORECASE,
    "json python",
)
_PLAYS = Regex(  # "Act like a pirate and tell me what rain is"
    r"\W*(?:please |can you |could you )*(?P<role>(?:act|behave|talk|speak|sound|pretend|imagine)\b(?: to (?:me|us))?(?: (?:like|as|to be|(?:that )?you(?:['’]re| are))){1,2} (?:(?:an?|the) |(?<=like )|(?<=as ))[\w -]{3,40}?)(?:,| and|, and|:)\s+(?=(?:tell|explain|describe|say|answer|what|how|why|who|where)\b)",
    re.IGNORECASE,
)
_LEADS = Regex(r"\W*(?:(?:please|now|and|ok|hi|hello|answer|reply|respond|tell me|give me|say|explain)\W+)*", re.IGNORECASE)
_BACK = Regex(
    r"\W*(?:(?:can you|could you|please|now|and|ok|then)\s+)*(?:explain|say|tell|put|write|make|give|show|answer|translate|repeat)(?: me)?(?: it| that| this| your answer| the answer| the same)?(?: to me)?\W*",
    re.IGNORECASE,
)
# Orders that are as likely part of a text: "Never again." And instructions after which a message is a text to work on.
_MAY_TELL = Regex(
    r"\A\W*(?:please |and |but |then |also )*(?:never|no|always|in|as|with|without|like|one|it|at most|this time|just)\b",
    re.IGNORECASE,
)
_WORKED_ON = Regex(
    r"\b(?:classify|label|categori[sz]e|correct|proofread|translate|summari[sz]e|extract|rewrite|rephrase|detect|corrected)\b",
    re.IGNORECASE,
    needs="categori classify correct detect extract label proofread rephrase rewrite summari translate",
)
_WORK = Regex(
    r"(?:please |always |your (?:task|job) is to |you )*(?:summari[sz]e|sum up|shorten|condense)\b(?! (?:it|them|our|my)\b)",
    re.IGNORECASE,
    "summari sum shorten condense",
)
_FOR_SOMEBODY = Regex(
    r"\b(?:riddles?|jokes?|books?|novels?|movies?|films?|gifts?|presents?|games?|hobby|hobbies|activit(?:y|ies)|toys?|birthday|party|read|watch|visit|see)\b[^.?!]*\Z",
    re.IGNORECASE,
)
_EXPLAINS = Regex(r"\b(?:explain|describe|define|what (?:is|are)|how (?:do|does|is|are)|why)\b", re.IGNORECASE)
_CODES = ("html", "xml", "yaml")
_HOW_TO = Regex(
    r"\W*(?:please )?how (?:do|to|can|does|would|should)\b(?=.*\b(?:make|write|create|add|put|get|do|insert|show)\b)",
    re.IGNORECASE,
)
_TAIL = r"[\s,;:(\-–]*(?:(?:please|and|but|written|formatted|output|given|returned|answer|reply|respond|also|all|explained|the answer|it|told|only)\s+)*"
_NO_MORE = Regex(  # "never use more than 20 words" is "at most 20 words"
    r"\b(?:never|do not|don't|don’t|dont|must not|may not|should not|not)(?: ever)?(?: (?:use|write|give|say|make|exceed|go over|answer|reply|respond|be|with|in|list|give me|send))*(?: (?:more|longer) than|(?<=exceed)|(?<=go over))\b",
    re.IGNORECASE,
    "more longer exceed over",
)
_YOU_ONLY = Regex(
    r"\A\W*you (?:may |can |must |should )?(?:only|exclusively) (?=(?:answer|talk|respond|discuss|help|reply)\b)", re.IGNORECASE
)


def read(told: str, prompt: str, known: Answers) -> Wanted:
    """Return what the instructions `told` and a prompt ask for; what is said last counts."""
    return _read(told, prompt, tuple((name, form.instructions) for name, form in known.forms.items() if form.instructions))


@lru_cache(maxsize=512)
def _read(told: str, prompt: str, forms: tuple) -> Wanted:
    wanted = Wanted(prompt)
    told, otherwise = otherwise_said.read(told)
    if told.strip():
        clauses = _clauses(unwarned(told))
        for number, clause in enumerate(clauses):
            before = len(wanted.wishes)
            _read_clause(clause, wanted, forms)
            wanted.wishes[before:] = [_secret(wish, clauses, number) for wish in wanted.wishes[before:]]
    if otherwise and not (wanted.get("topic") or otherwise_said.topic_of(otherwise)):
        wanted.not_understood.append(otherwise.rstrip(".!"))
    elif otherwise:
        topic = wanted.get("topic") or Wish("topic", otherwise_said.topic_of(otherwise), otherwise)
        wanted.wishes.append(Wish("topic", f"{topic.value}\n{otherwise}", topic.words))
    if len(prompt) <= 2_000:
        wanted.question = _read_prompt(prompt, told, wanted, forms)
    return wanted


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text, never cut inside quotes."""
    quotes: list[str] = []
    text = re.sub(r"\b(max|min|Dr|Mr|Mrs|Ms|St|Prof)\. (?=\w)", r"\1 ", text, flags=re.IGNORECASE)

    def hide(found: re.Match) -> str:
        quotes.append(found[0])
        return f"\x00{len(quotes) - 1}\x00"

    parts = _CLAUSE.split(_QUOTED.sub(hide, text))
    shown = [re.sub(r"\x00(\d+)\x00", lambda found: quotes[int(found[1])], part) for part in parts if part]
    clauses: list[str] = []
    for part in (part.strip(" ,-*•\t") for part in shown if re.search(r"\w", part)):
        if clauses and _ONLY_IF.fullmatch(clauses[-1]):
            clauses[-1] += f", {part}"
        else:
            clauses.append(part)
    return clauses


_PERSON = Regex(r"\b(?:you(?:['’]re| are)|(?:act|be|behave|pretend)\b)[^.;]*?\b(?:who|that|which)\b", re.IGNORECASE)
_BEHAVES = Regex(  # what somebody does who is to be played: "a chef who loves butter and uses it in every answer"
    r"\b(?:who|that|which|and)\s+(?P<when>(?:always|only|never) )?(?:(?P<sure>use|suggest|mention|compare|relate|end|start|begin|add|quote)s?|"
    r"(?(when)|(?!recommend|help|love|like|know|sell|work|hate|give|explains things|is\b|was\b|has\b))(?P<verb>\w+?)s)\b(?P<rest>.*?)(?=,? and (?:\w+ )?\w+s\b|\Z)",
    re.IGNORECASE,
)


def _read_clause(clause: str, wanted: Wanted, forms: tuple) -> None:
    """Add what one clause of instructions asks for."""
    bare = _NO_MORE.sub("at most", _FILLER.sub("", _YOU_ONLY.sub("Only ", clause))).rstrip(" .!")
    found, rest = _wishes(bare)
    wanted.wishes += found
    named = _form_names(bare, forms)
    wanted.forms += [name for name in named if name not in wanted.forms]
    left = [word for word in re.findall(r"[^\W\d_]+", rest.casefold()) if word not in _HARMLESS]
    for does in _BEHAVES.finditer(bare) if _PERSON.search(bare) else ():
        if does["sure"] or not named:
            _read_clause(f"{does['when'] or ''}{does['sure'] or does['verb']}{does['rest']}", wanted, forms)
    if not (found or named or _orders(bare)) or (named and not any(wish.kind == "role" for wish in found)):
        if unclaimed.condition(bare, wanted.question, bool(wanted.get("topic"))):
            wanted.not_understood.append(clause.strip().rstrip(".!"))
        return
    roles = [_BEHAVES.sub("", str(wish.value)) for wish in found if wish.kind == "role"]
    wanted.wishes[:] = [wish for wish in wanted.wishes if wish.kind != "role"]
    playing = [pattern.regex for name, pattern in forms if name in named]
    if unclaimed.of_another_topic(bare) and wanted.get("topic"):
        return  # what is said then is said there
    unplayed = any(unclaimed.unplayed(role, playing) if named else not PLAIN_ROLES.match(role) for role in roles)
    if unplayed or (left and not named) or (not found and not named and unclaimed.turned(bare)):
        wanted.not_understood.append(clause.strip().rstrip(".!"))


def unwarned(text: str) -> str:
    """Return a text without the sentences which say that what is sent along is data, and nothing in it an order."""
    if not DATA.may_be_in(text):
        return text
    parts = re.split(r"((?<=[.!?])\s+|\n+)", text)
    return "".join("" if DATA.search(part) else part for part in parts)


def work(told: str) -> str | None:
    """Return the clause of the instructions that wants a text worked on which the user then sends, such as "Summarize the mail"."""
    return next((clause for clause in _clauses(told) if _WORK.match(clause)), None) if _WORK.may_be_in(told) else None


def statements(told: str) -> str:
    """Return what instructions tell, without what they order."""
    clauses = [_FILLER.sub("", clause) for clause in _clauses(unwarned(told))]
    return " ".join(f"{clause.rstrip('.!')}." for clause in clauses if not _ORDER.match(clause))


def _secret(wish: Wish, clauses: list[str], number: int) -> Wish:
    """Return a wish that something be kept secret with what tells it: "it" is what the clause before tells."""
    if wish.kind != "secret":
        return wish
    if wish.value in ("it", "them", "this", "that"):
        told = clauses[max(number - 1, 0) : number]
    else:
        words = set(re.findall(r"\w+", str(wish.value).casefold())) - _HARMLESS
        told = [clause for clause in clauses if clause != clauses[number] and words <= set(re.findall(r"\w+", clause.casefold()))]
    return Wish("secret", "\n".join(told), wish.words)


def _orders(clause: str) -> bool:
    """Return whether a clause orders something, rather than telling how things are ("The shop opens at 9")."""
    return bool(_ORDER.match(clause)) or not _STATES.match(clause)


def _wishes(text: str, *, inline: bool = False) -> tuple[list[Wish], str]:
    """Return the wishes in a clause, and what is left of it."""
    found, rest = [], text
    for kind in kinds():
        if inline and not kind.inline:
            continue
        match = kind.wording.search(rest)
        if match and not (kind.name == "role" and any(wish.kind == "role" for wish in found)):
            found.append(_wish(kind, match))
            rest = rest[: match.start()] + " " + rest[match.end() :]
            rest = kind.wording.sub(" ", rest) if kind.name == "short" else rest  # "just the word, nothing else"
    return found, rest


def _wish(kind: Kind, match: re.Match) -> Wish:
    groups = {name: value for name, value in match.groupdict().items() if value}
    value: str | int | None = groups.get("value", groups.get("value2"))
    if kind.name == "language":
        value = LANGUAGES[value.casefold()]
    elif kind.name == "conditional":
        value = f"{groups['condition']}\n{_unquoted(groups['value'])}"
    elif number := next((groups[name] for name in groups if name[0] == "n"), None):
        number = number.casefold().removeprefix("a single") or "one"
        value = int(number) if number.isdigit() else NUMBERS.get(number, 1)
    elif value:
        value = _unquoted(value)
    return Wish(kind.name, value, match[0].strip(" ,;:"))


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1].strip() if len(text) > 2 and text[0] in "\"“'‘" and text[-1] in "\"”'’" else text.strip(' "“”')


def _form_names(text: str, forms: tuple) -> list[str]:
    said = plain(text)[0]
    return [name for name, pattern in forms if pattern.regex.search(said)]


def _read_prompt(prompt: str, told: str, wanted: Wanted, forms: tuple) -> str:
    """Add what the prompt itself asks for as to the manner of the reply, and return the question without it."""
    if not _MAY_WISH.search(prompt):
        return prompt
    prompt = _LIST_OF.sub(lambda found: f"{found['what']} as a {found['form']}", prompt)
    if played := _PLAYS.match(prompt):
        _read_clause(played["role"], wanted, forms)
        prompt = prompt[played.end() :]
    if len(prompt) < 80 and _only_a_wish(prompt, wanted, forms):
        return ""
    sent = _SENT_ALONG.match(prompt)
    head, colon, text = (sent[0][:-2], sent[0][-2:], prompt[sent.end() :]) if sent else ("", "", "")
    if colon and re.search(r"\w", text):
        return _without_tail(head, wanted, forms) + colon + text  # a text to work on orders nothing
    hidden = _QUOTE_WITH_SENTENCES.search(prompt)
    parts = re.split(r"((?<=[.!?])\s+|\n+)", prompt[: hidden.start()] + "\x00" + prompt[hidden.end() :] if hidden else prompt)
    kept, separators = [], [*parts[1::2], ""]
    tells = bool(_WORKED_ON.search(told) or _STATES.match(prompt.lstrip())) and "?" not in prompt
    several = sum(bool(re.search(r"\w", part)) for part in parts[::2]) > 1
    for number, part in enumerate(parts[::2]):
        if several and _PROMPT_ORDER.match(part) and not part.rstrip().endswith("?"):
            before = (len(wanted.wishes), len(wanted.forms), len(wanted.not_understood))
            for clause in _clauses(part):
                _read_clause(clause, wanted, forms)
            if tells and before[:2] == (len(wanted.wishes), len(wanted.forms)) and _MAY_TELL.match(part):
                del wanted.not_understood[before[2] :]
            if before != (len(wanted.wishes), len(wanted.forms), len(wanted.not_understood)):
                continue
        if number and (alone := _wholly_wishes(part, forms)):
            wanted.wishes += alone
            continue
        kept.append(_without_tail(part, wanted, forms) + separators[number])
    question = "".join(kept).strip().replace("\x00", hidden[0] if hidden else "")
    return "" if wanted.wishes and _BACK.fullmatch(question) else question


def _wholly_wishes(part: str, forms: tuple) -> list[Wish]:
    """Return the wishes in a sentence that says nothing else: "3 bullet points please"."""
    found, rest = _wishes(part, inline=True)
    return found if not re.sub(r"\b(?:please|pls|thanks|thank you)\b|\W", "", rest, flags=re.IGNORECASE) else []


def _only_a_wish(prompt: str, wanted: Wanted, forms: tuple) -> bool:
    """Add what a prompt asks for that is nothing but a wish, such as "and now in German", and return whether it is."""
    found, rest = _wishes(prompt, inline=True)
    left = [
        word
        for word in re.findall(r"[^\W\d_]+", rest.casefold())
        if word not in _HARMLESS | {"now", "please", "again", "same", "but", "once", "more"}
    ]
    if not found or left or all(wish.kind in ("brief", "long", "simple", "short") for wish in found):
        return False
    wanted.wishes += found
    return True


def _without_tail(part: str, wanted: Wanted, forms: tuple) -> str:
    """Take the wishes from the end and the beginning of a sentence."""
    for _ in range(4):
        shorter = _cut_once(part, wanted, forms)
        if shorter is None or not re.search(r"\w", shorter):
            break
        part = shorter
    return part


def _cut_once(part: str, wanted: Wanted, forms: tuple) -> str | None:
    for kind in kinds():
        if not kind.inline:
            continue
        for place in reversed(list(kind.wording.finditer(part))):
            before, after = part[: place.start()], part[place.end() :]
            if kind.name in ("begin", "end") and not re.search(r"(?:\band|,)\s*\Z", before, re.IGNORECASE):
                continue  # "words that begin with b" is about words
            if (
                kind.name == "upper"
                and re.search(
                    r"\b(?:about|on|of|for|the|some|in all)\s*\Z", before + place[0].partition("capitals")[0], re.IGNORECASE
                )
                and "capitals" in place[0]
            ):
                continue  # "a quiz about capitals" is about cities
            if kind.name in _CODES and place[0].startswith("in ") and _HOW_TO.match(before):
                continue  # "how do I make text bold in HTML" asks for HTML, not for an answer in it
            if kind.name == "simple" and re.match(r"(?:for|to) my\b", place[0]) and not _EXPLAINS.search(before):
                continue  # "gifts for my son" are not to be simple
            if kind.name == "simple" and re.match(r"(?:for|to)\b", place[0]) and _FOR_SOMEBODY.search(before):
                continue  # "a book for a 10 year old" is to suit a child, not to be explained to one
            if re.fullmatch(r"(?:\s*(?:please|pls|thanks|only))?[\s.!?)]*", after) and re.search(r"\w", before):
                wanted.wishes.append(_wish(kind, place))
                return re.sub(_TAIL + r"\Z", "", before, flags=re.IGNORECASE).rstrip(" ,:;-(") + ("?" if "?" in after else "")
            if _LEADS.fullmatch(before) and (lead := re.match(r"(?:\s*please)?\s*[,:]\s*", after)):
                wanted.wishes.append(_wish(kind, place))
                return after[lead.end() :]
    like = re.search(
        r"[\s,]*\b(?:like|as|in the (?:style|voice|manner) of|as if you were|(?:talk|speak|answer|reply|respond)(?:ing)? like)\s+(?:an?\s+|the\s+)?(\w+(?: \w+)?)\W*\Z",
        part,
        re.IGNORECASE,
    )
    if (
        like
        and (names := [name for name in _form_names(like[1], forms) if name not in ("short",)])
        and re.search(r"\w", part[: like.start()])
    ):
        wanted.forms += [name for name in names if name not in wanted.forms]
        return part[: like.start()]
    return None
