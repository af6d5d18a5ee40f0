"""What people say about themselves, and asked back later in other words.

Each clause with "I" or "my" is kept as what it tells ("I live in Lisbon" is about home). A question such
as "where do I live" is about home as well, so it is answered with that clause, turned round: "You live in
Lisbon." Only what is in the messages of the request counts.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ...tables import read_table
from .. import pointing
from ..everyday.wish import NUMBER
from ..language import folded
from ..meaning import stem
from ..regex import Regex
from .corrections import applied
from .question import Answer, Question, says

NOT_TOLD = "You have not told me {} [in this conversation|yet]."
NICE = "Nice to meet you, {}! [What would you like to learn today?*3|How can I help?]"
RELATIONS = "sister|brother|mother|father|mom|mum|dad|wife|husband|son|daughter|friend|best friend|boss|teacher|girlfriend|boyfriend|partner|neighbou?r|uncle|aunt|cousin|grandmother|grandfather|grandma|grandpa|baby|colleague"
PETS = "dog|cat|hamster|parrot|horse|rabbit|fish|goldfish|bird|pet|turtle|guinea pig|snake|pony|puppy|kitten|mouse"
_NAME = r"([^\W\d_][\w'’-]*(?: (?-i:[A-Z])[\w'’-]*){0,2})"
_SAYS_NAME = [
    Regex(rf"\b(?:my (?:first |full )?name is|my (?:first |full )?name's|my name’s|name's|call me(?! (?:on|in|at|back|later|tomorrow|tonight|when|if|after|before|again|soon|asap|please|maybe|by|about|for|with|up)\b)|i am called|i'm called|people call me|i go by|my friends call me)\s+{_NAME}", re.IGNORECASE, needs="call go name"),
    Regex(r"\b(?:I am|I'm|I’m|i'm|im|Im|i am|this is|This is|it's|It's)\s+([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?=\s*(?:$|[,.!?;]|and\b|from\b|speaking\b|here\b|by the way\b))"),
    Regex(r"(?:\A|[.!?] )\W*(?:hi|hello|hey|ok|great)?\W*(?:i'm|im|i am)\s+([a-z]{3,12})(?:\W*\Z|,? (?:and )?(?:i'm |im |i am |aged? )?\d{1,3}\b)", re.IGNORECASE),
]  # fmt: skip
_NOT_NAMES = frozenset(
    "tired hungry happy sad bored sick fine good well ok okay lost confused ready back here new sure sorry busy old young late angry glad "
    "cold hot stuck done right wrong afraid scared curious interested learning trying looking working going not so very just a an the in "
    "at from vegan vegetarian german french spanish italian portuguese dutch english american british canadian australian indian chinese "
    "japanese brazilian mexican polish russian turkish swedish danish norwegian finnish greek irish scottish pregnant single married "
    "divorced retired unemployed serious kidding joking asking wondering doing feeling alone home thirsty excited nervous monday tuesday "
    "wednesday thursday friday saturday sunday homesick lonely stressed worried scared exhausted jealous broke drunk dizzy unhappy bilingual disabled misspelled spelled written missing incorrect common rare unusual hard difficult boring long short".split()
)  # fmt: skip


@dataclass(frozen=True)
class _Topic:
    """Something that people tell of themselves: how they say it, how they ask for it, and what it is called."""

    name: str
    told: Regex
    asked: Regex


def _topic(name: str, told: str, asked: str) -> _Topic:
    return _Topic(name, Regex(told, re.IGNORECASE), Regex(asked, re.IGNORECASE))


_I = r"\b(?:i am|i'm|i’m|im)\b"
_NOT_JOB = r"(?:bit|little|lot|big fan|fan|huge fan|beginner|morning person|night owl|vegetarian|vegan|good|boy|girl|man|woman|human|person|mother|father|twin|bit of)\b"
_TOPICS = [
    _topic("your age", rf"{_I} \d{{1,3}}\b(?! ?(?:cm|m|kg|km))(?: years old| yo\b|\b)|\bi turned \d+|\bmy age is|\b(?:i'm|i am|im) (?-i:[A-Z])\w+,? (?:and )?\(?\d{{1,3}}\b", r"\bhow old (?:am i|i am|i'm)\b|\bmy age\b"),
    _topic("when you were born", r"\bi was born (?:in|on)|\bmy birthday\b|\bborn in \d", r"\bwhen (?:was i|i was|were i) born\b|\bmy birth ?(?:day|date|year)\b|\bwhen is my birthday\b|\bdate of birth\b|\bwhat year was i born\b"),
    _topic("where you live", r"\bi(?:'m| am)? (?:live|living|reside|moved to)\b|\bmy (?:home|city|town|address) is|\bbased in\b", r"\bwhere (?:do|did|am|do you think)? ?i (?:live|living|reside)\b|\bmy (?:home|home ?town|city|town|address|place|country)\b|\bwhere(?:'s| is) my home\b|\bwhich (?:city|town|country|place) (?:do|am) i (?:live|living)|\bwhat (?:city|town|country) (?:do|am) i (?:live|living)"),
    _topic("where you are from", r"\bi(?:'m| am|’m|m) from\b|\bi come from\b|\bi was born in [A-Z]|\bmy home country is|\boriginally from", r"\bwhere (?:am i|i am|i'm|do i come|i come) from\b|\bwhere i come from\b|\bmy (?:nationality|origin|country|home country)\b|\bwhich country (?:am i|do i come) from|\bwhat country (?:am i|do i come) from"),
    _topic("your job", rf"\bi work\b|\bmy (?:job|profession|occupation) is|{_I} (?:working )?(?:as )?an? (?!{_NOT_JOB})|\bi teach\b|\bi drive an? (?:bus|truck|taxi|train|tram|van|lorry|cab)\b|\bi(?:'m| am) employed\b|\bi(?:'m| am) the (?:\w+ )?(?:manager|director|head|owner)|\bi run an?\b|\bi(?:'m| am) retired", r"\bwhat (?:do|does|is|'s|s) (?:i|my) (?:do|work)\b(?= (?:for|as)\b)|\A\W*(?:(?:and|so|hey|ok|hi|hello|remember|tell me)\W+)*what (?:do|does) (?:i|my) (?:do|work)\W*\Z|\bmy (?:job|profession|occupation|work|career|living)\b|\bwhere (?:do )?i work\b|\bfor a living\b|\bwhat do i work (?:as|in)\b|\bwhat am i by profession|\bwhat kind of work"),
    _topic("what you like", r"\bi(?: really| also| do| absolutely)? (?:like|love|enjoy|adore|prefer)\b|\bi(?:'m| am) (?:a (?:big |huge )?fan of|into|fond of|crazy about|keen on)|\bmy (?:hobby|hobbies|favou?rite|fav)\b", r"\bwhat (?:do|are|things do|else do|kind of \w+ do|\w+ do) i (?:really )?(?:like|love|enjoy|prefer)|\bmy (?:hobby|hobbies|interests?|likes)\b|\bwhat am i (?:into|fond of|a fan of)|\bwhat(?:'s| is|s)? my fav|\bdo i like\b|\bi like best\b|\bmy favou?rite"),
    _topic("what you do not like", r"\bi(?: really)? (?:hate|dislike|detest|can't stand|cannot stand|don't like|do not like|dont like)\b", r"\b(?:what|which)(?: \w+)? (?:do|don't|do not|dont) i (?:really )?(?:hate|dislike|not like|don't like|like not|detest)|\bdon'?t i like\b|\bmy dislikes\b|\bwhat food do i hate"),
    _topic("your allergies", r"\ballergic\b|\ballerg(?:y|ies)\b", r"\ballerg"),
    _topic("your pets", rf"\b(?:i have|i've got|i got|i own|we have|my)\b[^.!?]*\b(?:{PETS})s?\b", rf"\bmy (?:pets?|animals?)\b|\b(?:pets?|animals?) (?:do|have) i\b|\bdo i have (?:an?y? )?(?:pets?|animals?|{PETS})\b|\bmy (?:{PETS})s?\b|\bhow many (?:{PETS})s? (?:do|have) i"),
    _topic("your family", rf"\b(?:i have|i've got|my|we have)\b[^.!?]*\b(?:{RELATIONS}|kids?|child(?:ren)?|twins|famil(?:y|ies)|siblings?|parents?)s?\b|\bi(?:'m| am) (?:married|single|divorced|engaged)", rf"\bmy (?:family|kids|children|siblings|parents|{RELATIONS})s?\b|\b(?:kids|children|siblings|sisters|brothers|sons|daughters) (?:do|have) i\b|\bam i married\b|\bdo i have (?:a |any )?(?:kids|children|siblings|family|{RELATIONS})"),
    _topic("what you study or learn", r"\bi(?:'m| am|’m|m)? (?:learn|learning|study|studying|practi[sc]ing)\b|\bi want to learn\b|\bmy (?:major|studies)\b", r"\bwhat (?:do|am|are) i (?:learn|learning|study|studying|practi[sc]ing)|\bmy (?:major|studies|subject)\b|\bwhat do i want to learn\b|\bwhere do i study\b"),
    _topic("which languages you speak", r"\bi(?: can)? speak\b|\bmy (?:native|first|mother) (?:language|tongue)", r"\b(?:languages?|what|which) (?:do|can) i speak\b|\bmy (?:native|first|mother)? ?(?:languages?|tongue)\b"),
    _topic("what you play", r"\bi(?: can| also|'m learning to| am learning to)? play(?:ing)?\b", r"\bi (?:play|playing)\b|\bmy (?:instrument|sport)\b"),
    _topic("where you are going", r"\b(?:i|we)(?:'m|'re| am| are| will|'ll)? (?:fly|flying|go|going|travel|travell?ing|drive|driving|moving|move|leave|leaving|off) (?:to|for)\b|\bmy (?:flight|train|trip|holiday|vacation)\b", r"\bwhere (?:am|do|will|are) (?:i|we) (?:go|going|fly|flying|travel\w*|driv\w*|mov\w*|leav\w*|off)|\bmy (?:holiday|vacation|trip|flight|plans?)\b"),
    _topic("what you drive", r"\bi(?:'m)? driv(?:e|ing)\b|\bmy car\b|\bi (?:have|own|bought) an? [\w ]*\bcar\b", r"\b(?:car|what|which) (?:do|am) i (?:drive|driving|own|have)\b.*|\bmy car\b"),
]  # fmt: skip
_ASKS_NAME = Regex(
    r"\b(?:what|wat|who|how|greet|welcome|tell|say|know|remember|recall|whats|guess|forgot|forget|repeat)\b.*\bmy (?:own |first |full |last )?name\b|\bmy name\??(?: please)?\W*\Z|\Amy name\?"
    r"|\bwho am i\b|\bhow am i called\b|\bwhat am i called\b|\bhow (?:do|should) (?:you|u) (?:call|address) me\b|\bdo (?:you|u) (?:know|remember) me\b|\bwho i am\b|\bwhat should you call me", re.IGNORECASE,
)  # fmt: skip
_ASKS_ALL = Regex(
    r"\bwhat (?:do|did) (?:you|u|i) (?:know|remember|tell you|learn) about (?:me|myself)\b|\bwhat have i told you\b|\btell me (?:everything |what you know )?about me\b|\bdescribe me\b|\bwhat do you remember\b",
    re.IGNORECASE,
)
ASKS = Regex(
    r"\?|\A\W*(?:and |so |hey |hi |ok |do you (?:know|remember) |tell me |say |remind me |can you (?:tell me|say) |please )*(?:what|whats|what's|which|who|whose|whom|where|when|how|why|do|did|am|is|was|have|tell|remind|name)\b",
    re.IGNORECASE,
)
# What asks about oneself: "where do I live", "do I have pets", "tell me my age", "my job?"
_OTHERWISE = r"(?:can|could|should|would|may|might|must|shall|will|if|when|to|about|for|with|happens)\b"
_ONESELF = Regex(
    r"\A\W*(?:(?:and|so|hey|hi|hello|ok|okay|now|please|but|then|do you (?:still )?(?:know|remember)|can you (?:tell me|say|remember)|"
    r"could you tell me|remind me|tell me|say)\b[\s,]*)*"
    rf"(?:(?:in |at |on |of |from )?(?:what|which|who|whose|whom|where|when|how (?:old|many|much|tall|long|often))(?:'?s)?\b(?: (?!{_OTHERWISE})\w+){{0,3}}?"
    r"(?: (?:i|i'm|my|our|we)\b)|(?:what|which)(?: \w+)? can i (?=speak|play)|(?:do|did|am|was|have|are) (?:i|we)\b|my (?=\w))(?P<rest>[^.!?]*)",
    re.IGNORECASE,
)
# Somebody wants more than to tell of themselves.
_WANTS = Regex(
    r"\?|[,;:]\s*(?:(?:and|or|so|but) )?(?:is|are|am|was|were|do|does|did) (?:i|my|this|that|it|the|there|he|she|we|they)\b|\b(?:should|could|would|can|may|must|shall|will) (?:i|we|you|u|it|he|she|they)\b|\b(?:what|how|why|(?:who|where|which|when) (?:do|does|is|are|can|should|was)|whether|if|vs|versus|pros|help|advice|tips?|ideas?|suggest\w*|"
    r"recommend\w*|need (?:a|an|some|your|to|you)|(?:i|we) (?:want|would like|'d like|need)\b(?! to (?:learn|be|become|go|travel|visit|see)\b)|(?:want|would like|'d like) (?:a|an|some|you)|looking for|give me|tell me|make me|write|explain)\b",
    re.IGNORECASE,
)
_STATES = Regex(
    r"\A\W*(?:(?:hi|hello|hey|good (?:morning|evening|afternoon)|well|also|oh|by the way|btw|yes|no|ok|okay|and|but|so|because|fyi|just so you know|actually|lol|note that|"
    r"(?:please )?remember(?: that| this)?|keep in mind that|dear \w+|sir|madam)\b[\s,!.:]*)*"
    r"(?:i|i'm|im|i've|ive|i'd|my|our|we|we're|we've|the|it|it's|he|she|they|his|her|their|this|that|there|these|those|(?:please )?call me|people|everyone|everybody|you can call|"
    r"name|name's|as an?|since|for|at|on|in|both|yesterday|today|tomorrow|(?:last|next|this|every) (?:year|month|week|weekend|night|spring|summer|autumn|fall|winter|\w+day|morning|evening)|originally|born|a|an|one|two|three|[A-Z][\w-]+ (?:is|are|was)|\d+)(?!\w)",
    re.IGNORECASE,
)
CLAUSES = Regex(
    r"(?<=[\w)])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?;]+(?=\s|\Z)\s*|\n+|,?\s+(?:and|but|so|because)\s+(?=(?:i|my|i'm|i’m|im|we)\b)|,\s+(?=(?:i|my|i'm|i’m|im|call me|and i|but)\b)",
    re.IGNORECASE,
)
MINE = Regex(r"\b(?:i|i'm|i’m|im|i've|my|me|we|our)\b", re.IGNORECASE)
_TURNED = [
    (r"\bi am\b|\bi'm\b|\bi’m\b|\bim\b", "you are"), (r"\bi was\b", "you were"), (r"\bi've\b|\bi have\b", "you have"), (r"\bi'd\b", "you would"),
    (r"\bi'll\b", "you will"), (r"\bmyself\b", "yourself"), (r"\bmine\b", "yours"), (r"\bmy\b", "your"), (r"\b(?<!with )i\b", "you"), (r"\bme\b", "you"),
    (r"\bwe are\b|\bwe're\b", "you are"), (r"\bour\b", "your"), (r"\bwe\b", "you"),
]  # fmt: skip
_PLEASANT = Regex(r"\b(?:like|love|enjoy|have|into|fan|play|hobby|hobbies|favou?rite|interested)\b", re.IGNORECASE)
_SAD = Regex(r"\b(?:no|not|don't|never|dies?|died|dead|sick|ill|lost|problem|pain|hate|but|fight|exam|deadline)\b", re.IGNORECASE)
_OF_A_LIST = Regex(r"\bthe (?:first|second|third|fourth|fifth|last|other)(?: one)?\W*\Z", re.IGNORECASE)
WISHED = Regex(
    r"\W*(?:an?|one|some|\d+) (?:[\w-]+ ){0,2}[\w-]+ (?:for|about|to|in|without|with) ", re.IGNORECASE
)  # "a poem for ..." tells nothing
_ORDERS = Regex(  # what is told with an order is no news
    r"(?i)(?:\A|[.!?]\s+)\W*(?:please |pls |kindly |can you |could you )*(?:explain|write|give|show|tell|translate|correct|fix|list|help|summari[sz]e|compare)\b(?! (?:me )?(?:more )?about (?:me|myself|my))",
)
UNFINISHED = Regex(r"\b(?:is|are|was|were|am|the|an?|and|but|because|to|of|with)\W*\Z", re.IGNORECASE)  # tells nothing yet
_PRESENT = dict(pair.split("-") for pair in "bought-buy ate-eat went-go saw-see drank-drink wrote-write met-meet found-find got-get made-make gave-give took-take flew-fly drove-drive slept-sleep came-come broke-break told-tell studied-study studies-study lost-lose won-win sold-sell taught-teach spoke-speak read-read cooked-cook".split())  # fmt: skip
_CONDITION = Regex(r"\b(?:tho|though|so no|so not|but|only|instead)\b", re.IGNORECASE)  # a wish is to be kept to
_COLORS = Regex(
    r"\b(?:red|blue|green|yellow|black|white|brown|gr[ae]y|orange|pink|purple|violet|blond|silver|golden?|beige)\b", re.IGNORECASE
)
FILLER = Regex(
    r"\A\W*(?:(?:hi|hello|hey|good morning|good evening|well|also|oh|by the way|btw|please|remember that|remember this|note that|remember|yes|no|ok|okay|and|but|so|fyi|just so you know)\b[\s,!.:]*)+",
    re.IGNORECASE,
)
_QUESTION_WORDS = frozenset(map(stem, "what which who whose whom where when how why do did does am is are was were have has i my me mine you tell remind know remember recall say said told please the a an of in to at on for and it that called call name many much number again hey can could".split()))  # fmt: skip

_SMALL = frozenset(map(stem, "own first last full old age name born currently again now today still exactly really even ever told best favorit live work like love from do s".split()))  # fmt: skip


_SUM = Regex(  # a story with numbers asks for something to be worked out, not for what was said
    r"\bhow (?:much|many|long|far|fast|often)\b(?=.*(?:\b(?:each|every|left|altogether|total|per|after|until|more|less|half|together|everyone|everybody|apiece|remain\w*)\b|\d))",
    re.IGNORECASE,
    needs="far fast long many much often",
)
_CHANGES = Regex(  # "We have 3 eggs. How many are left?" only says what there is
    r"\b(?:eats?|ate|gives?|gave|buys?|bought|sells?|sold|lose|lost|spends?|spent|costs?|pays?|paid|saves?|shares?|takes?|took|uses?|used|gets?|each|per|twice|half|times)\b",
    re.IGNORECASE,
)

_NO_HELP = Regex(
    r"Noted|Thank you for telling me|I will remember|So you|Nice to meet you|Hello|Hi\b|You're welcome|Your? |I am (?:the offline stand-in|here)"
)


_NOTHING_MEANT = "But I have nothing"  # a note of a detail after help
_CODE = Regex(r"\w\(|[={}\[\]`]")


def answer(question: Question) -> Answer | None:
    """Answer what somebody asks about themselves, or acknowledge what they tell; None for anything else."""
    if len(question.text) > 400:
        return None
    text = question.text.replace("’", "'")
    if _ASKS_NAME.search(text) and not re.search(rf"\bmy (?:{RELATIONS}|{PETS})", text, re.IGNORECASE):
        return _name_asked(question)
    if _ASKS_ALL.search(text):
        return _everything(question)
    asks = bool(ASKS.search(text))
    if (
        asks
        and (MINE.search(text) or re.search(r"\bi told you\b|\bsecret\b|\bremember\b", text, re.IGNORECASE))
        and not ordered(text)
    ):
        return _asked(question, text)
    told = None if asks or ordered(text) or UNFINISHED.search(text) else _told(question, text)
    return told if told and states_only(text) else None


def is_sum(text: str) -> bool:
    """Return whether something is to be worked out: "how much does each get"."""
    return bool(_SUM.search(text) and _CHANGES.search(text))


def states_only(text: str) -> bool:
    """Return whether each sentence states something, and nothing is wanted."""
    parts = [part for part in re.split(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!;\n]+\s*", text) if re.search(r"\w", part)]
    return not _WANTS.search(text) and not _CODE.search(text) and all(map(_STATES.match, parts))


def name(question: Question) -> str | None:
    """Return the name that the user gave last, or that the instructions say the user has."""
    for text in applied(question.earlier("user")):
        if found := _name_in(text):
            return found
    told = re.search(
        rf"\b(?:user|customer|student|learner|client|person)(?:'s|’s)? (?:name is|is called|is named) {_NAME}", question.told
    )
    return told[1] if told else None


def ordered(text: str) -> bool:
    """Return whether something is wanted that is more than an answer about the user."""
    return bool(
        re.match(
            r"\W*(?:please |can you |could you |can u )?(?:write|make|create|give|suggest|explain|summari[sz]e|translate|correct|fix|count|list|find|extract|help|draft|compose|generate|plan|recommend|rewrite|describe my)\b",
            text,
            re.IGNORECASE,
        )
    )


def _name_in(text: str) -> str | None:
    text = text.replace("’", "'")
    for pattern in _SAYS_NAME:
        for found in reversed(list(pattern.finditer(text))):
            said = re.split(r"\s+(?:and|but|i|from|what|please|nice)\b", found[1], flags=re.IGNORECASE)[0].strip(" .,!?'-")
            if said and said.split()[0].casefold() not in _NOT_NAMES and not said.casefold().endswith("ing"):
                return said if said[0].isupper() else said.title()
    return None


def _name_asked(question: Question) -> Answer:
    if found := name(question):
        if re.search(r"\b(?:say (?:hello|hi|hey|goodbye|bye|thank)|greet|welcome)\b", question.text, re.IGNORECASE):
            return says(f"{'Goodbye' if 'bye' in question.text.casefold() else 'Hello'}, {found}!")
        return says(f"Your name is {found}.", short=found)
    return says(NOT_TOLD.format("your name"))


def said_of_oneself(question: Question) -> list[str]:
    """Return what the user has told of themselves, the latest first."""
    found = []
    for text in applied(question.earlier("user")):
        parts = _named_again([part for part in CLAUSES.split(text.replace("’", "'")) if part and part.strip()])
        found += [part.strip() for part in reversed(parts) if not ASKS.match(part.strip()) and not part.rstrip().endswith("?")]
        if text.rstrip().endswith("?") and len(parts) == 1 and found and found[-1] == parts[0].strip():
            found.pop()
    return found


def _named_again(parts: list[str]) -> list[str]:
    """Return clauses with the relative or pet in them that "she lives in Hamburg" is about: "My sister lives in Hamburg"."""
    who, told = "", []
    for part in parts:
        if who and (pronoun := re.match(r"\s*(?:and |but )?(?:she|he|it|they)(?:('s)|(?= ))", part, re.IGNORECASE)):
            part = f"My {who}{' is' if pronoun[1] else ''}{part[pronoun.end() :]}"
        elif being := re.search(rf"\b(?:my|our) ((?:{RELATIONS}|{PETS})s?)\b", part, re.IGNORECASE):
            who = being[1].casefold()
        told.append(part)
    return told


def _tells(asked: str, clause: str) -> bool:
    """Return whether a clause can tell where, when or how old, where that is asked."""
    needs = (
        (r"\bwhere\b", r"\b(?:in|at|from|to|near|on|by|home|abroad|here)\b"),
        (r"\bwhen\b|\bwhat (?:time|day|date)\b", r"\d|\b(?:today|tomorrow|tonight|yesterday|week|weekend|month|year|every|morning|evening|noon|night|spring|summer|autumn|fall|winter|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)s?\b"),
        (r"\bhow old\b", rf"\d|\b(?:{NUMBER})\b"),
    )  # fmt: skip
    return all(re.search(words, clause, re.IGNORECASE) for question, words in needs if re.search(question, asked, re.IGNORECASE))


def _asked(question: Question, text: str) -> Answer | None:
    if is_sum(text):
        return None
    oneself = next(filter(None, map(_ONESELF.match, re.split(r"(?<=[.!?])\s+", text))), None)
    if oneself is None:
        return None
    told = said_of_oneself(question)
    topics = [topic for topic in _TOPICS if topic.asked.search(text)]
    if re.search(r"\bdon'?t i like|\bhate|\bdislike|\bnot like", text, re.IGNORECASE):
        topics = [topic for topic in topics if topic.name == "what you do not like"] or topics
    if re.search(r"\bdo i (?:like|love|enjoy)\b", text, re.IGNORECASE):
        topics = [topic for topic in _TOPICS if "like" in topic.name]
    content = content_words(text) - {"s"}
    if "color" in content and "favorit" not in content and any(_COLORS.search(clause) for clause in told):
        content -= {"color"}
    kept = [clause for clause in told if any(topic.told.search(clause) for topic in topics)]
    shared = {clause: len(content & content_words(clause)) for clause in told}
    if most := max(shared.values(), default=0):
        near = [clause for clause in told if shared[clause] == most and (not kept or clause in kept)]
        kept = (near or kept) if topics or most >= min(2, len(content)) else []
    if kept and "favorit" in content and (wanted := content - {"favorit"}) and not _has_kind(kept, wanted):
        kept = []
    if kept and not (fit := [clause for clause in kept if _tells(text, clause)]):
        return says(NOT_TOLD.format("that"))
    if kept:
        kept = fit
        chosen = (
            kept
            if any(word in text.casefold() for word in ("pets", "job", "like", "love", "family", "hobbies", "languages"))
            else kept[:1]
        )
        return says(" ".join(turned(clause) for clause in reversed(chosen[:4])), short=None)
    if topics and not _besides(topics, oneself):
        return says(NOT_TOLD.format(topics[0].name))
    if (
        "secret" in content
        or re.match(r"\W*(?:and )?(?:what|which) colou?rs? (?:is|are|was|were) my\b", text, re.IGNORECASE)
        or re.search(r"\bmy (?:favou?rite|fav|favorite)\b", text, re.IGNORECASE)
    ):
        what = re.search(r"\bmy (?:favou?rite|fav) (\w+)", text, re.IGNORECASE)
        return says(NOT_TOLD.format(f"your favorite {what[1]}" if what else "that"))
    return None


def _besides(topics: list[_Topic], asked: re.Match) -> frozenset[str]:
    """Return what a question about oneself is about besides its topics."""
    about = " ".join(found[0] for topic in topics for found in topic.asked.finditer(asked[0]))
    return content_words(asked["rest"]) - content_words(about) - _SMALL


def _has_kind(clauses: list[str], wanted: frozenset[str]) -> bool:
    """Return whether what somebody likes is of the wanted kind, as far as the words say (or it is food, which is seldom named)."""
    return any(wanted & content_words(clause) for clause in clauses) or bool(wanted & {"food", "dish", "thing", "hobby", "meal"})


def _everything(question: Question) -> Answer:
    told = [
        clause for clause in said_of_oneself(question) if _name_in(clause) or (MINE.search(clause) and len(clause.split()) > 2)
    ]
    if not told:
        return says("You have not told me anything about yourself [in this conversation|yet].")
    return says(" ".join(dict.fromkeys(turned(clause) for clause in reversed(told))))


def _told(question: Question, text: str) -> Answer | None:
    if _OF_A_LIST.search(text):
        return None  # "I like the second one" tells nothing to be kept
    if re.search(r"\b(?:died|dies|dead|passed away|dying|death|cancer)\b", text, re.IGNORECASE):
        return says(
            "I am very sorry to hear that. [Do you want to tell me about it?|If you want to talk about it, go on.]", weak=True
        )
    if (found := _name_in(text)) and (found in text or re.search(r"\b(?:name|call)", text) or not after_help(question)):
        return says(NICE.format(found), weak=True)
    if color := re.fullmatch(r"\W*my favou?rite colou?r is (\w+)\W*", text, re.IGNORECASE):
        return says(f"[A good choice!*2|Noted:] {color[1].capitalize()}[ it is| is a fine color].", weak=True)
    clauses = [clause for clause in CLAUSES.split(text) if clause and clause.strip() and MINE.search(clause)]
    if not clauses and re.search(
        r"\b(?:remember|note that|keep in mind|the (?:secret|code ?word|password|meeting|magic word|party|appointment))\b.*\b(?:is|that|number|at|on)\b|\Aremember\b",
        text,
        re.IGNORECASE,
    ):
        return says("[Noted.*3|I will remember that in this conversation.]", weak=True)
    if WISHED.match(text) or _ORDERS.search(text):
        return None
    about = [clause for clause in clauses if any(topic.told.search(clause) for topic in _TOPICS)]
    if not about and not (
        clauses and re.match(r"\W*(?:my|our) [\w ]{2,30} (?:is|are|has|have|was|were)\b", clauses[0], re.IGNORECASE)
    ):
        return None
    noted = " and ".join(turned(clause, start=False).rstrip(".") for clause in (about or clauses[:1])[:4])
    asked = next(
        (one["say"] for one in read_table("hobbies.yaml") if re.search(rf"\b(?:{one['asked']})\b", noted, re.IGNORECASE)), ""
    )
    if (
        asked
        and question.before
        and not question.goes_on_from_nothing
        and not any(map(_WANTS.search, question.earlier("user")))
        and _PLEASANT.search(noted)
        and not _SAD.search(noted)
    ):
        return says(f"So {noted}. {asked}", weak=True)
    return says(f"[Noted:*3|Thank you for telling me:] {noted}.", weak=True)


def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what a text is about; words that mean the same are one."""
    same = {"favourite": "favorit", "favorite": "favorit", "fav": "favorit", "colour": "color", "kid": "child", "children": "child", "job": "work", "mum": "mother", "mom": "mother", "dad": "father", "telephone": "phone", "best": "favorit"}  # fmt: skip
    found = {stem(_PRESENT.get(word, word)) for word in folded(text).split()}
    return frozenset(same.get(word, word) for word in found - _QUESTION_WORDS)


@lru_cache(maxsize=256)
def turned(clause: str, *, start: bool = True) -> str:
    """Return a clause turned round: "I live in Lisbon" is "You live in Lisbon."."""
    text = FILLER.sub("", clause).strip(" ,.!;")
    if (
        re.search(r"\bi am\b|\bi'm\b", text, re.IGNORECASE)
        and (found := _name_in(text))
        and re.search(rf"\b(?:am|'m) {re.escape(found)}\W*\Z", text, re.IGNORECASE)
    ):
        text = f"your name is {found}"
    text = re.sub(r"\b(?:i am|i'm|im) (?-i:[A-Z])\w+,? (?:and )?(?:i am |i'm )?(?=from\b)", "I am ", text, flags=re.IGNORECASE)
    for pattern, other in _TURNED:
        text = re.sub(pattern, other, text, flags=re.IGNORECASE)
    return (text[:1].upper() + text[1:] if start else text) + "."


def after_help(question: Question) -> bool:
    """Return whether the last reply was more than a note or a greeting, so that what is told now belongs to it."""
    last = next(iter(question.earlier("assistant")), "")
    if question.goes_on_from_nothing:
        return pointing.points(question.text) or bool(_CONDITION.search(question.text))
    return bool(last) and (_NOTHING_MEANT in last or not _NO_HELP.match(last))
