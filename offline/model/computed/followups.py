"""What goes on from what was said before: another one, shorter, why, the same about something else, say it again."""

import re
from dataclasses import replace

from ..everyday.wish import NUMBER, counted
from ..language import folded
from ..regex import Regex
from . import continued_sums, courtesy, distances, places, retold, reworded, so_far, units
from .going_on import GoesOn
from .question import Answer, Question, says
from .retold import AROUND_AFTER as _AROUND_AFTER
from .retold import AROUND_BEFORE as _AROUND_BEFORE
from .so_far import AFRESH, literal


def _form(needs: str, words: str) -> Regex:
    return Regex(_AROUND_BEFORE + rf"(?:{words})" + _AROUND_AFTER, re.IGNORECASE, needs)


_IT = r"(?: (?:it|that|this|your (?:answer|reply)|the answer|the last one|the text))?"
_TO_SOMEBODY = r"(?:for|to) (?:my |an? )(?:old |little |small |\d+[- ]years?[- ]old )*(?:grandma|grandmother|granny|nana|grandpa|grandfather|mother|mom|mum|father|dad|parents|son|daughter|kids?|child(?:ren)?|niece|nephew|(?:little )?(?:brother|sister)|boss|manager|colleagues?|team|clients?|customers?|neighbou?rs?|class|students?|\d+[- ]years?[- ]olds?)"
_AGAIN = _form(
    "other more new different like else next again second",
    r"(?:(?:give|tell|show|write|make|do|more) (?:me )?)?(?:another|one more|some more|a new one|a different one|something else|more of (?:the same|those|them|that)|more like (?:that|this)|the next one|next(?: one)?|again|(?:\d+|two|three|four|five|a few) (?:more|others)(?: like (?:that|this|it|those|them))?|(?:i (?:really )?like )?the (?:first|second|third|fourth|fifth|last)(?: one)?(?: is| sounds)?(?: (?:\w+))?,? (?:(?:some |a few |give me )?more like (?:that|this|it)(?: one)?|(?:something|anything) like (?:that|this|it))|once more|do it again|try again|an other|a second one|others)(?: (?:one|ones|joke|story|haiku|poem|name|names|idea|ideas|example|question|tip|tips|fact|facts|recipe|color|colour|number|fruit|slogan|suggestion|time|please|option|version))?",
)
_ONE_MORE = Regex(  # "tell me another joke": with nothing before it, it asks for a joke
    r"(?P<wants>\b(?:(?:tell|give|write|make|show)(?: me)?|suggest|invent) )(?:another|one more|a different|a new)(?= (?P<vowel>[aeiou])?)"
    r"(?= (?:short |long |little |funny )?(?:joke|pun|riddle|story|haiku|poem|limerick|name|idea|slogan|idiom|proverb|quote|tongue twister)\b)",
    re.IGNORECASE,
    "other more different new",
)
_OTHERWISE = _form(
    "something anything more funnier sillier better nicer cuter sadder happier scarier creative interesting original dramatic exciting fun",
    rf"(?:(?:make|write|do|try|tell|say|suggest|give)(?: me)?{_IT} )?(?:something |anything |one |some |an? )?(?P<how>(?:a bit |a lot |much )?(?:(?:funnier|sillier|better|nicer|cuter|sadder|happier|scarier)|more (?:creative|interesting|funny|fun|original|dramatic|exciting|modern|serious|unusual)|(?<=something )(?:funny|cute|serious|modern|original|unusual|creative|sad|scary|romantic)))(?: (?:one|version))?{_IT}",
)
_SHORTER = _form(
    "short brief concise tl;dr tldr long less fewer summar sum",
    rf"(?:(?:make|say|put|write|keep|get|give me)(?: me)?{_IT} )?(?:a )?(?:much |a bit |a lot |even )?(?:shorter|briefer|more (?:concise|briefly)|in short|in brief|tl;?dr|shorten|too long|less words|fewer words)(?: (?:version|answer|one|reply))?{_IT}(?:(?: please)?,? (?:in )?(?:just |only )?(?:one|a) sentence)?(?:(?: please)?,? for my \w+)?|(?:that is|that's|thats) too long|shorten{_IT}|summari[sz]e{_IT}|sum{_IT} up",
)
_SIMPLER = _form(
    "simpl eas plain gran nana mother mom mum father dad parent son daughter niece nephew brother sister boss manager colleague team client customer neighbo class student other differ like eli5 child kid year beginner dumm my get understand mean huh what lost confused hard difficult complicated clear explain",
    rf"(?:(?:explain|say|put|make|write|tell)(?: me)?{_IT} )?(?:(?:much |a bit |even )?(?:simpler|easier|more simply|more simple|simplify)|in (?:simple|simpler|easy|plain|other|easier|different)(?: (?:words?|terms|english|language))?|like i(?:'m| am|m)? (?:five|5|a child|a kid|stupid|dumb|ten)(?: years old)?|eli5|to a (?:child|kid|five year old|beginner)|for (?:dummies|a child|kids|beginners|a beginner|a kid)|{_TO_SOMEBODY})(?: (?:version|words|please))?{_IT}|simplify{_IT}|eli5|i (?:don'?t|do not|didn'?t|still don'?t) (?:get|understand)(?: (?:it|that|this|any of (?:it|that)))?|what do you mean|(?:huh|what)\?|i(?:'m| am) (?:lost|confused)|that(?:'s| is) too (?:hard|difficult|complicated)|not clear|explain (?:it |that )?(?:again|differently|better)",
)
_LONGER = _form(
    "longer detail depth more go continue elaborate expand then else",
    rf"(?:(?:make|say|put|write|explain|tell|give)(?: me)?{_IT} )?(?:(?:a bit |much )?(?:longer|more detailed|more detail|in (?:more |greater )?detail|in depth|more (?:info|information|about (?:it|that|this)))|more)(?: (?:version|answer))?|tell me more(?: about (?:it|that|this))?|go on|continue|elaborate(?: on (?:it|that|this))?|more details|go deeper|keep going|expand(?: on (?:it|that|this))?|say more|and then|what else",
)
_EXAMPLE = _form(
    "how give name example instance like such e.g eg code python sentence look use show",
    r"(?:(?:give|show|tell|have|got)(?: me)?(?: you)? )?(?:an?|one|some|another|any)? ?(?:(?:concrete|simple|short|code|coding|real|small|little|tiny|quick|easy|good|nice|python|working|practical) )*examples?(?: (?:code )?(?:of (?:it|that|this|each|both|them|each one)|(?:for|with) (?:each|both)|(?:each|both)|code|in code|(?:in|with|using) python|with code|please|of how (?:it|that|this) works|how to use (?:it|that|this)|for (?:it|that|this|both|each)|of (?:both|each)))?|for (?:example|instance)|like what|such as|(?:can you )?name (?:one|some|a few)|do you have an example|what would be an example|e\.?g\.?|(?:can you |could you )?(?:use|put) (?:it|them|that|this|both|each|each of them)(?: word)? in (?:a|an example|one|some|short) ?sentences?|in a sentence|(?:(?:give|show|write) me )?(?:an? |some )?example sentences?|(?:give me |write |show me |make |tell me )?(?:an? |one |some )?(?:example )?sentences? (?:with|for|using) (?:each|both|it|them|that)(?: of them)?|(?:show|give)(?: me)?(?: some| the)? (?:sample )?code|how (?:does|would|do) (?:it|that|this|i use (?:it|that|this)) look(?: like)?(?: in (?:code|python))?|what (?:does|would) (?:it|that|this) look like(?: in (?:code|python))?|how (?:do|would|can) i (?:use|do|write|call|make) (?:it|that|this|one)(?: in (?:code|python))?|(?:show|give)(?: me)? (?:it|that|this|how (?:it|that|this) (?:looks|works|is done)|how)(?: (?:in|with|as) (?:code|python|an example))?|(?:show|give)(?: me)? the code|show me (?:one|some)|in code|in python|as code|with code",
)
_PATTERN = Regex(r"```regex\n([^\n\"]+)\n```")
_USE = _form(  # what is asked of a thing that was explained
    "why what when where",
    r"why (?:does|would|should) (?:it|that|this) matter|why (?:is|are) (?:it|that|this|they) (?:important|useful|good|needed|necessary)|(?:why|when) (?:do|would|should|will) (?:i|we|you|people|anyone|one) (?:need|use|want|care about|have) (?:it|that|this|one|them)|why (?:should|would) i care|what (?:is|are|'s) (?:it|that|this|they) (?:good|used|useful|needed)? ?for|what (?:can|do|could|would) (?:i|you|we|people|one) (?:do with|use|need) (?:it|that|this|one|them)(?: for)?|where (?:is|are) (?:it|that|this|they) used|what(?:'s| is) the (?:point|use)(?: of (?:it|that|this))?",
)
_WHY = _form(
    "why come so for reason wrong mistake error rule change correct fix mend",
    r"(?:but )?(?:(?:and )?why (?:(?:do|can|could|would|will|did|are|is|ca|wo|does)(?:n'?t| ?not)|cannot) (?:you|u|it|a model|an ai|ai|chatgpt|models)(?: (?:know|tell|do|see|say|check|look|predict|find|remember|access|answer|able|to|read|help|have))*(?: (?:me|it|that|this|them|up|out|there|any|live|the (?:time|date|news|weather|answer|internet)))*|why (?:do|can|could|does|would) (?:you|u|it|a model) not (?:know|tell|do|see|say|check)(?: (?:me|it|that|this))*|why(?: is (?:that|it|this)(?: so)?| so| not| that)?|how come|how so|what for|what is the reason|why do you (?:say|think) (?:so|that)|for what reason|what (?:is|was|s) (?:the )?(?:rule|wrong)(?: (?:with (?:it|that|mine)|there|here))?|what (?:did i do|have i done) wrong|what (?:were|are|was|is) (?:my|the) (?:mistakes?|errors?)|what mistakes? did i make|what (?:did|have) you (?:changed?|correct(?:ed)?|fix(?:ed)?|mend(?:ed)?)(?: there| exactly)?|explain (?:to me )?(?:why|(?:all )?(?:the|my|each|every) (?:first |second |\w+ )?(?:mistakes?|errors?|changes?|corrections?|rules?))(?: to me)?)",
)
_NAME = _form(
    "name list which what tell show write",
    r"(?:(?:name|list|tell me|show|write down)(?: me)? (?:them|all of them|those|all)(?: all)?|(?:which|what) (?:ones|are they|ones are they|are those)(?: called)?|what are (?:they|their names|the names)(?: called)?|what(?: is|'s|s) each (?:called|one called))",
)
_WHEN = _form(
    "when year where", r"(?P<when>when|in (?:which|what) year|what year|where)(?: (?:was|did) (?:that|it)(?: happen)?)?\?*"
)
_WHO_DID = Regex(
    r"\bwho (?P<did>painted|wrote|invented|discovered|built|composed|founded|designed|directed|created)\b (?P<what>.+?)\W*\Z",
    re.IGNORECASE,
)
_COUNTED = Regex(r"\bhow many (?P<what>[a-z' -]+?)(?: (?:are|is|does|do|did|has|have|were)\b(?P<of>.*))?\W*\Z", re.IGNORECASE)
_ENUMERATED = re.compile(r": ((?:[^,.:;]{2,40}, ){2,}[^,.:;]{2,40}? and [^,.:;]{2,40})")
_REPEAT = _form(
    "repeat again more say said answer wr reply pardon sorry was",
    r"(?:repeat|say|tell me|write)(?: (?:that|it|this|your (?:last )?(?:answer|reply)|the last (?:answer|one)|what you said))?(?: (?:again|once more))|repeat(?: (?:that|it|this|your (?:last )?answer|the (?:last )?answer|yourself|please))?|what (?:did|have) you (?:just )?(?:say|said|answer(?:ed)?|wrote|write)(?: (?:just now|before|again|last|earlier))?|what was your (?:last |previous )?(?:answer|reply)|come again|pardon|(?<!and )(?<!or )sorry\?|say (?:that|it) again|(?:again,? )what was (?:that|it)",
)
_SURE = _form(
    "sure certain serious true right correct so really",
    r"(?:are|r) (?:you|u) (?:really |quite |absolutely |100% )?(?:sure|certain|serious)(?: about (?:that|it|this))?|(?:is (?:that|this|it) )(?:really )?(?:true|right|correct|so)|really\??|sure\??|you sure",
)
_SAME = Regex(
    _AROUND_BEFORE
    + r"(?:(?:do |write |give me |tell me |say )?(?:the )?same(?: thing| again| one| question)?,?|what about|how about|and what about|and|or|now(?: one| do| do it| write| the same)?|another(?: one)?|one|once more|again|do (?:one|it|that)|make (?:it|one)|this time|instead|but)?,?\s*(?:but )?(?P<link>about|for|on|with|of|in)\s+(?P<topic>.{2,80}?)"
    + _AROUND_AFTER,
    re.IGNORECASE,
)
_INSTEAD = Regex(
    _AROUND_BEFORE + r"(?:what about|how about|whats about|same (?:for|with)|and)\s+(?P<topic>.{2,60}?)" + _AROUND_AFTER,
    re.IGNORECASE,
)
_ABOUT = Regex(
    r"\b(about|on|for|of)\s+((?:(?:an?|the|my|our|some|two|three) )?[\w' -]+?)(?=\s*(?:\Z|[.!?,;]|\bin\b|\bwith\b|\bthat\b|\bwho\b))",
    re.IGNORECASE,
)
_IN = Regex(r"\b(in)\s+((?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*)")
_WRITTEN = Regex(
    r"\b(?:jokes?|puns?|story|stories|poems?|haikus?|limericks?|riddles?|facts?|slogans?|songs?|quotes?|quiz|books?|movies?|films?)\b",
    re.IGNORECASE,
)
_BUT_NOT = Regex(
    r",?\s+(?:but )?(?:not|nothing|none|no one|no more|except)(?: one| again)?(?: (?:from|by|with|about|of|in|for))?\s+(?:the |an? )?(?P<what>[\w' -]{2,40}?)(?: again| please| this time)*\W*\Z",
    re.IGNORECASE,
    "but no except",
)
_WHAT_IS = Regex(
    r"\W*(?:what(?:'s| is| are|s)|define|explain(?: what)?) (?:an? )?(?P<what>[a-z]+(?: [a-z]+)?)(?: is| are)?\W*", re.IGNORECASE
)
_DEFINED = Regex(r"\W*(?:what(?:'s| is| are| does)|explain|define)\b", re.IGNORECASE)
_NOTED = re.compile(r"(?:Noted|Thank you for telling me|So you)\b")
_PERCENT = re.compile(r"\d+(?:\.\d+)? ?%")
SHORT = 40  # characters of a reply that may well be given twice
NOTHING_BEFORE = "There is nothing before this message that I could go on from: {}"
NO_USE = "I only know what it is, not what more there is to say about its use. A model that knows more could tell."
NO_REASON = "I only know that it is so, not why. A model that knows more could give reasons."
NO_MORE = "[Those were all that I have.*3|I have no others.]"
_SO_MANY_MORE = Regex(rf"\b({NUMBER}) (?:more|others|other ones|new ones)\b|\banother ({NUMBER})\b", re.IGNORECASE)
NO_OTHER = "[That was the only one that I have.*3|I have no other one.]"
_OWN_QUESTION = Regex(  # "and can I bring my dog in?" puts nothing into the question before
    r"(?:can|could|may|do|does|did|is|are|will|would|should|without|no|not|how|what|which|where|when|who|why) \w", re.IGNORECASE
)


_MONTH = Regex(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)(?:\w*uary|ch|il|ust|t?ember|ober)?\b", re.IGNORECASE)
UNANSWERED = says("")  # instead of an answer: there was none to go on from


def resolve(question: Question) -> Answer | GoesOn | None:
    """Return what a follow-up asks for; None for a question of its own."""
    if (excluded := _BUT_NOT.search(question.text)) and question.before:
        gone_on = resolve(question.asking(question.text[: excluded.start()]))
        return replace(gone_on, lacking=excluded["what"]) if isinstance(gone_on, GoesOn) else None
    text = question.text.replace("’", "'")
    if len(text) > 200:
        return None
    asked, replied = question.earlier("user"), question.earlier("assistant")
    if found := so_far.answer(question):
        return found
    one_more = _ONE_MORE.search(text)
    if one_more and not asked:
        return _one_more(one_more, question)
    if asked and (again := _retold(question, text)):
        return again
    if asked and (more_so := retold.MORE_SO.fullmatch(text)):
        return _more_so(question, more_so)
    for pattern, go_on in _KINDS:
        if pattern.search(text):
            if not asked and not replied and re.search(r"\bsomething (?:really )?(?:funny|fun)\b", text, re.IGNORECASE):
                return GoesOn("tell me a joke", ())
            if not asked and not replied:
                return says(NOTHING_BEFORE.format(AFRESH), guarded=True)
            if question.goes_on_from_nothing and pattern is not _REPEAT:
                return UNANSWERED
            if gone_on := go_on(question, replied[0] if replied else ""):
                return gone_on
    if one_more:
        return _one_more(one_more, question)
    if again := units.again(question) or continued_sums.again(question) or distances.again(question):
        return GoesOn(again, ())
    return _about_something_else(question, text)


def earlier_question(question: Question) -> tuple[str, tuple[dict, ...]] | None:
    """Return the last question that is not a follow-up itself, with what was said before it."""
    fallback = None
    for number in range(len(question.before) - 1, -1, -1):
        message = question.before[number]
        if message["role"] == "user":
            before = question.before[:number]
            asked = question.asking(reworded.second(message["content"], before), before=before)
            if courtesy.answer(asked):
                continue  # "haha" between a joke and "another one"
            if not any(pattern.search(asked.text) for pattern, _ in _KINDS):
                changed = _about_something_else(asked, asked.text)
                return (changed.text, changed.before) if isinstance(changed, GoesOn) else (asked.text, asked.before)
            fallback = (asked.text, asked.before)
    return fallback


def says_the_same(question: Question, said: str) -> bool:
    """Return whether a long reply is the last one again, though something else is asked now."""
    asked, replied = question.earlier("user")[:1], question.earlier("assistant")[:1]
    if not asked or len(said) < SHORT or folded(said) not in map(folded, replied) or _REPEAT.search(question.text):
        return False
    if _WHEN.search(question.text) and re.search(r"\b\d{3,4}\b", said):
        return False  # the year was in it
    return folded(asked[0]) != folded(question.text)


def _one_more(found: re.Match, question: Question) -> GoesOn:
    """Ask for "a joke" where another one is wanted, but none that was said."""
    text = f"{found.string[: found.end('wants')]}{'an' if found['vowel'] else 'a'}{found.string[found.end() :]}"
    return GoesOn(text, question.before, not_again=tuple(question.earlier("assistant")), failing=NO_OTHER)


def _retold(question: Question, text: str) -> GoesOn | None:
    """Ask for the text before in another form or mood."""
    earlier = earlier_question(question) if retold.wants(text) else None
    again = earlier and retold.request(earlier[0], text)
    return GoesOn(again, earlier[1]) if again else None


def _going_on(question: Question, **how) -> GoesOn | Answer:
    earlier = earlier_question(question)
    return GoesOn(*earlier, **how) if earlier else says(NOTHING_BEFORE.format(AFRESH), guarded=True)


def _again(question: Question, last: str) -> GoesOn | Answer:
    many = _SO_MANY_MORE.search(question.text)
    return _going_on(
        question,
        not_again=tuple(question.earlier("assistant")),
        count=counted(many[1] or many[2]) if many else 0,
        failing=NO_MORE if re.search(r"^(?:\d+\.|-) ", last, re.MULTILINE) else NO_OTHER,
    )


def _more_so(question: Question, found: re.Match) -> GoesOn | Answer:
    """Ask for others in another mood: titles are there in a funny one, of anything else it is named as not followed."""
    gone_on = _again(question.asking(found["more"]), "")
    if not isinstance(gone_on, GoesOn):
        return gone_on
    if "funn" in found["how"].casefold() and (title := re.search(r"\btitles?\b", gone_on.text, re.IGNORECASE)):
        return replace(gone_on, text=f"{gone_on.text[: title.start()]}witty {gone_on.text[title.start() :]}")
    return replace(gone_on, cannot=found["how"])


def _otherwise(question: Question, last: str) -> GoesOn | Answer:
    gone_on, how = _again(question, last), _OTHERWISE.search(question.text.replace("’", "'"))["how"]
    return replace(gone_on, cannot=how) if isinstance(gone_on, GoesOn) else gone_on


def _shorter(question: Question, last: str) -> GoesOn | Answer:
    return _going_on(question, forms=("short",), cut=True)


def _simpler(question: Question, last: str) -> GoesOn | Answer | None:
    earlier = earlier_question(question)
    if earlier and re.search(rf"\b{_TO_SOMEBODY}", earlier[0], re.IGNORECASE) and re.search(r"\bfor (?:my|an?)\b", question.text):
        return None  # "and for my dad?" after a present for somebody else
    return _going_on(
        question,
        forms=("simple", "child", "short"),
        failing="[I have no simpler words for it.*3|I cannot say it more simply.] The short version: {short}",
    )


def _longer(question: Question, last: str) -> GoesOn | Answer:
    return _going_on(
        question,
        forms=("long",),
        not_again=(last,),
        failing="[I know no more about it than that.*3|That is all that I know about it.]",
    )


def _example(question: Question, last: str) -> GoesOn | Answer:
    from . import class_lists

    if found := _PATTERN.search(last):
        return says(literal(f'```python\nimport re\n\npattern = r"{found[1]}"\nprint(re.findall(pattern, "your text"))\n```'))
    earlier = earlier_question(question)
    if earlier and (kind := _WHAT_IS.fullmatch(earlier[0].strip())):
        what = kind["what"].casefold()
        many = what if what.endswith("s") else f"{what[:-1]}ies" if what[-1] == "y" else f"{what}s"
        if listed := class_lists.answer(question.asking(f"name three {many}", before=())):
            return says(f"For example: {listed.short}.", short=listed.short) if listed.short else listed
    return _going_on(
        question, forms=("example", "long"), failing="I have no example for that. A model that knows more would make one up."
    )


def _why(question: Question, last: str) -> GoesOn | Answer:
    if (earlier := earlier_question(question)) and places.answer(question.asking(earlier[0], before=earlier[1])):
        return says(NO_REASON)
    return _going_on(
        question,
        forms=("why", "reasoned", "long"),
        failing=NO_REASON,
    )


def _use(question: Question, last: str) -> GoesOn | None:
    """Ask what a thing is good for, where that is known."""
    earlier = earlier_question(question)
    known = earlier and question.known.forms_of([earlier[0]])
    if known and "why" in known:
        return GoesOn(*earlier, forms=("why",))
    return (reworded.answer(question) or says(NO_USE)) if question.earlier("assistant") else None


def _name(question: Question, last: str) -> GoesOn | Answer | None:
    """Name what was counted before: what stands in the answer as a list, or what is asked for by its name."""
    if listed := _ENUMERATED.search(last):
        names = re.split(r", (?:and )?| and ", listed[1])
        return says("\n".join(f"{number}. {name}" for number, name in enumerate(names, 1)))
    earlier = earlier_question(question)
    if counted := earlier and _COUNTED.search(earlier[0]):
        where = (counted["of"] or "").removeprefix(" there")
        return GoesOn(f"What are the {counted['what']}{where}?", ())
    return None


def _when(question: Question, last: str) -> GoesOn | None:
    """Ask when something was done of which only was asked by whom: "when?" after "who painted the Mona Lisa?"."""
    earlier = earlier_question(question)
    done = earlier and _WHO_DID.search(earlier[0])
    if not done:
        return None
    asks = "where" if "where" in question.text.casefold() else "when"
    return GoesOn(f"{asks} was {done['what']} {done['did'].casefold().replace('wrote', 'written')}?", ())


def _repeat(question: Question, last: str) -> Answer:
    return says(literal(last) if last else NOTHING_BEFORE.format(AFRESH))


def doubts(text: str) -> bool:
    """Return whether somebody asks if a reply is true."""
    return bool(_SURE.search(text))


def _sure(question: Question, last: str) -> Answer:
    from .complaints import stated

    if not last:
        return says(NOTHING_BEFORE.format(AFRESH))
    if _NOTED.match(last):
        return UNANSWERED
    last = (stated(question) or ("", last))[1]
    return says(
        f"[Yes, as far as I know.*3|I think so.] I said: {literal(last)} But a model can be wrong and sound sure, so look it up where it matters."
    )


_KINDS = [
    (_AGAIN, _again), (_OTHERWISE, _otherwise), (_SHORTER, _shorter), (_SIMPLER, _simpler), (_EXAMPLE, _example), (_LONGER, _longer), (_WHY, _why), (_USE, _use), (_NAME, _name), (_WHEN, _when),
    (_REPEAT, _repeat), (_SURE, _sure),
]  # fmt: skip


def _terms(question: Question) -> str:
    """Return the words of Python that are known, with a space around each."""
    table = question.known.tables.get("python_term", {})
    return " ".join(["", *(name.casefold() for name in table), ""])


def _about_something_else(question: Question, text: str) -> GoesOn | None:
    """Put something else into the question before: "and about a fox" after "a story about a robot"."""
    found = _SAME.match(text) or _INSTEAD.match(text)
    if (
        found
        and (replied := question.earlier("assistant")[:1])
        and "`" in replied[0]
        and not _DEFINED.match(question.earlier("user")[0])
    ):
        term = re.sub(r"\A(?:an?|the) ", "", found["topic"].strip(" ?.!"))
        if f" {term.casefold()} " in _terms(question):
            return GoesOn(f"what is {term} in python", question.before, forms=("example",))
    if (
        not found
        or _OWN_QUESTION.match(found["topic"])
        or (
            found["topic"].casefold().startswith("my ")
            and found.groupdict().get("link") != "about"
            and not re.search(r"\bfor my\b", text, re.IGNORECASE)
        )
        or places.answer(question)
        or re.search(r"\?.*\?", text)
    ):
        return None
    for number in range(len(question.before) - 1, -1, -1):
        message = question.before[number]
        if message["role"] != "user":
            continue
        link = found.groupdict().get("link")
        if percent := _PERCENT.search(text):
            changed = _PERCENT.sub(percent[0], message["content"], count=1)
            return GoesOn(changed, question.before[:number]) if _PERCENT.search(message["content"]) else None
        if slot := list((_IN if link and link.casefold() == "in" else _ABOUT).finditer(message["content"])):
            of_time = [one for one in slot if _MONTH.match(one[2])] if _MONTH.match(found["topic"]) else []
            place = next((one for one in of_time or slot if link and one[1].casefold() == link.casefold()), slot[0])
            if (
                link
                and link.casefold() == "with"
                and re.match(r"an? |two |(?-i:[A-Z])", found["topic"])
                and re.search(r"\bstor(?:y|ies)\b", message["content"], re.IGNORECASE)
            ):
                told = message["content"]  # one hero more
                return GoesOn(
                    f"{told[: place.end(2)]} and {found['topic'].strip()}{told[place.end(2) :]}", question.before[:number]
                )
            asked = message["content"]
            return GoesOn(asked[: place.start(2)] + found["topic"].strip() + asked[place.end(2) :], question.before[:number])
        if link == "about" and _WRITTEN.search(message["content"]):
            return GoesOn(f"{message['content'].rstrip(' .!?')} about {found['topic'].strip()}", question.before[:number])
    return None
