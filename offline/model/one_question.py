"""Answer one question: put a follow-up into full words, compute, look into the answers files and into what was told."""

import re
from dataclasses import replace

from . import abouts, coding, computed, games, instructions, language, pointing, writing
from .answers import Ways
from .computed import Answer, Question
from .computed.english import STOPWORDS
from .computed.going_on import GoesOn
from .computed.question import says
from .everyday import taken_up
from .everyday.wish import NUMBER, counted, listed
from .meaning import stem
from .regex import Regex

ASKS = Regex(
    r"\?|\A\W*(?:and |also |please |then )*(?:what|whats|who|where|when|how|why|which|whose|is|are|does|do|did|can|could|will|would|tell|translate|count|name|calculate|convert|give|write|explain|list|make|show|capital|population)\b",
    re.IGNORECASE,
)
GREETS = Regex(
    r"\W*(?:hi+|hello|hey|good (?:morning|evening|afternoon|day)|greetings|yo|thanks|thank you|thx|please|ok|okay|(?:nice|pleased|glad|good|great) to meet (?:you|u)|great|cool|nice|good|fine|perfect|lovely|wow|hm+|ah|oh|i see|sounds (?:good|nice|great|lovely)|hallo|hola|bonjour|salut|ciao|olá|oi|merhaba|selam|cześć|привет|здравствуйте|привіт|你好|您好|こんにちは|안녕하세요|مرحبا|नमस्ते)(?!\w)(?: there| everyone| again| all| you| so much| very much| a lot| in advance| chatgpt| friend| bot)*\W*",
    re.IGNORECASE,
)

BEGINNING = 5  # words of a reply that name what it is about
_NUMBER = Regex(r"\d+(?:[.,:]\d+)*")
_BARE = Regex(
    r"(?:and|or|but|ok(?:ay)?|so|then|\W)*(?:and|what about|how about)\s+(?:(?P<link>to|from|of|for|with)\s+)?(?:(?:an?|the|my)\s+)?['\"“]?(?P<what>[a-z][a-z-]+(?: [a-z-]+)??)['\"”]?(?:\s+(?:then|though|please))?\W*",
    re.IGNORECASE,
)
_GENERAL = Regex(
    r"\W*(?:(?:hi|hello|ok|please|can you|so)\W+)*(?:what(?:'s| is| are|s| does| do)|who|tell me|explain|define|describe)\b",
    re.IGNORECASE,
)
_BETWEEN = Regex(r"\b(?:between|difference|when it is)\b", re.IGNORECASE)  # of two things, of which the other one is meant
_WHICH_OF = Regex(  # of what was talked of before
    r"(?:and |so |ok |but )*which (?:one )?(?:is|are|was|would be|has) (?:the )?(?:better|best|(?:more|most|less|least) \w+|(?!other|under|over)\w+(?:er|est))(?: one| kind)?(?: (?:for|to) .{2,30})?\W*",
    re.IGNORECASE,
)
_SAID = Regex(  # the phrase that is to be translated
    r"(?<=\bsay )[\"“'](?P<quoted>[\w' ]+)[\"”'](?= in \w+\W*\Z)|(?<=\bsay )\w+ [\w ]+?(?= in \w+\W*\Z)|(?<=\btranslate )[\"“']?[\w' ]+?[\"”']?(?= (?:in)?to \w+\W*\Z)",
    re.IGNORECASE,
)
_SO_MANY = Regex(
    rf"\W*(?:(?:please|can you|could you|i want|i need)\W+)*(?:name|list|give|tell|show|write|say|which|what are)(?: me| us)?(?: the| some)? (?P<many>{NUMBER})\b",
    re.IGNORECASE,
)
_MANY = Regex(rf"\b({NUMBER}) (?=\w)", re.IGNORECASE)
_ITEM = Regex(r"\d+\. ")
_GOES_ON = Regex(r"\W*(?:and|what about|how about)\b", re.IGNORECASE)


def answer(question: Question, depth: int = 0) -> Answer | None:
    """Return the answer to one question: what goes on from before, what is computed, what stands on file, what was told; or None."""
    request = depth < 3 and (
        computed.openers.completed(question) or computed.corrections.request(question) or computed.my_own.request(question)
    )
    if request and (
        found := coding.answer(question.asking(request, before=())) or answer(question.asking(request, before=()), 3)
    ):
        return found
    if found := computed.on_talk(question) or computed.units.of_before(question) or computed.listed.chosen(question):
        return found
    gone_on = computed.followups.resolve(question) if depth < 3 else None
    if isinstance(gone_on, Answer):
        return gone_on if gone_on is not computed.followups.UNANSWERED else None
    if gone_on:
        return _gone_on(question, gone_on, depth)
    if (
        depth < 3
        and (another := computed.another_name.resolve(question))
        and (found := _gone_on(question, another, depth))
        and not found.weak
    ):
        return found
    if question.before and _WHICH_OF.fullmatch(question.text.strip()):
        return computed.advice.answer(question)
    if depth < 3 and (other := _other_thing(question)):
        found = computed.answer(question)
        return found if found and not _defines(other[0]["what"], plainly(found.ways)) else _with_another(question, *other)
    if question.before and pointing.remarks(question.text):
        return computed.memory.answer(question) or computed.kept_in_mind.at_last(question)
    found = _in_table(question) or computed.answer(question)
    if found is None and _GOES_ON.match(question.text) and (found := computed.advice.answer(question)):
        return found
    if found is None or (found.weak and question.known.knows(question.text)):
        found = _on_file(question) or found
    return (
        found
        or _in_context(question)
        or (computed.reworded.answer(question) if depth < 3 else None)
        or computed.advice.answer(question)
        or games.still_not(question)
        or computed.briefing.not_told(question)
        or computed.strangers.unheard(question)
        or computed.kept_in_mind.at_last(question)
        or computed.gibberish.answer(question)
    )


def _other_thing(question: Question) -> tuple[re.Match, str, tuple[dict, ...]] | None:
    """Return what "and sugar?" names, with the question before, where that does not ask what a thing is."""
    bare = _BARE.fullmatch(question.text.strip())
    earlier = computed.followups.earlier_question(question) if bare else None
    return (bare, *earlier) if bare and earlier and (not _GENERAL.match(earlier[0]) or _BETWEEN.search(earlier[0])) else None


def _with_another(question: Question, bare: re.Match, asked: str, before: tuple[dict, ...]) -> Answer | None:
    """Return the answer to the question before with another thing in it: "and an ant?" after "how many legs does a spider have?"."""
    what, link = bare["what"], bare["link"]
    said, thing = " ".join(question.earlier("assistant")[:1]), set(map(stem, language.folded(what).split()))
    words = list(_SAID.finditer(asked)) + [
        one for one in re.finditer(r"[^\W\d_]{3,}", asked.partition(":")[0]) if one[0].casefold() not in STOPWORDS
    ]
    words = [
        one for one in words if not link or re.search(rf"\b{link} (?:(?:an?|the|my) )?\Z", asked[: one.start()], re.IGNORECASE)
    ]
    for word in sorted(words, key=lambda one: (" " not in one[0], -one.start())):
        changed = question.asking(f"{asked[: word.start()]}{what}{asked[word.end() :]}", before=before)
        found = computed.on_facts(changed) or answer(changed, 3)
        if (
            found
            and not found.weak
            and (text := plainly(found.ways)) != said
            and thing <= set(map(stem, language.folded(text).split()))
        ):
            return found
    return None


def _defines(thing: str, said: str) -> bool:
    """Return whether an answer says what a thing is, of which something else was asked."""
    return bool(
        re.match(rf"(?:(?:an?|the) )?{re.escape(thing.rstrip('s'))}\w* (?:is|are|was|were|comes?)\b", said, re.IGNORECASE)
    )


def _gone_on(question: Question, how: GoesOn, depth: int) -> Answer | None:
    forms = (*how.forms, *question.forms)
    changed = question.asking(how.text, before=how.before, forms=forms)
    found = (None if how.forms else computed.on_facts(changed)) or answer(changed, depth + 1)
    if found is None:
        return None
    if how.forms and not how.cut:
        form = next((name for name in how.forms if name in found.forms), None)
        if form is None and "example" in how.forms and re.search(r"`|\bfor example\b|\bsuch as\b|\be\.g\.", plainly(found.ways)):
            return found  # it has its example in it
        if form is None and not how.not_again:
            short = found.short or (
                plainly(found.forms["short"]) if "short" in found.forms else plainly(found.ways).partition(". ")[0]
            )
            failing = (
                how.failing
                if short not in " ".join(question.earlier("assistant")[:1])
                else how.failing.partition(" The short version")[0]
            )
            return says(failing.replace("{short}", short))
        found = replace(found, ways=found.forms[form], forms={}) if form else found
    if how.cut:
        said = question.earlier("assistant")[:1]
        if said and (fewer := computed.listed.halved(said[0], bare=bool(question.forms))):
            return says(fewer)
        ways = found.forms.get("short") or ([(1.0, found.short)] if found.short else None)
        found = (
            replace(found, ways=ways, forms={})
            if ways
            else says(_to_the_point(said[0], how.text) if said else plainly(found.ways))
        )
    if how.not_again:
        left = _not_said(found.ways, how) or _further(question, how, depth)
        found = replace(found, ways=left) if left else says(how.failing)
    if how.lacking:
        words = [word for word in language.folded(how.lacking).split() if len(word) > 2]
        left = [
            (weight, text)
            for weight, text in instructions.following.variants(found.ways)
            if not any(word in language.folded(text) for word in words)
        ]
        found = replace(found, ways=left) if left else says(computed.followups.NO_OTHER)
    if how.cannot:
        note = instructions.following.NOTE.format(f'"{how.cannot}"')
        found = replace(found, ways=[(weight, f"{text}\n\n{note}") for weight, text in found.ways])
    return found


def _to_the_point(said: str, asked: str) -> str:
    """Return the first sentence of a reply that has a word of what was asked, or else its first."""
    parts, telling = instructions.following.sentences(said), abouts.telling(asked)
    return next((part for part in parts if telling & abouts.stems(part)), parts[0])


def _not_said(ways: Ways, how: GoesOn) -> Ways:
    """Return those of some ways that were not said before; as one list, where so many are wanted."""
    said = " ".join(how.not_again)
    left = [(weight, _rest(text, how.not_again)) for weight, text in instructions.following.variants(ways) if text not in said]
    if how.count < 2 or not left:
        return left
    if any("\n" in text for _, text in left):
        return [(weight, _first_of(text, how.count)) for weight, text in left]
    few = "" if len(left) >= how.count else "\n\nThose were all that I have."
    return [(1.0, listed([text for _, text in left[: how.count]]) + few)]


def _further(question: Question, how: GoesOn, depth: int) -> Ways:
    """Return what a longer list has besides what was said: "3 more" after "give me five ideas"."""
    if not (asked := _MANY.search(how.text)):
        return []
    many = counted(asked[1])
    longer = f"{how.text[: asked.start(1)]}{many + (how.count or many)}{how.text[asked.end(1) :]}"
    found = answer(question.asking(longer, before=how.before), depth + 1)
    text = plainly(found.ways) if found else ""
    rest = _rest(text, how.not_again)
    return [(1.0, rest)] if rest not in (text, "") else []


def _rest(text: str, said: tuple[str, ...]) -> str:
    """Return a text without what of its beginning was said already."""
    known = max((one.strip() for one in said if text.startswith(one.strip())), key=len, default="")
    return text[len(known) :].strip() or text


def _composed(text: str) -> Answer | None:
    ways = writing.write(text)
    return Answer(ways) if ways else None


def _on_file(question: Question) -> Answer | None:
    if writing.write(question.text):
        return taken_up.checked(question.text, _composed)
    found = question.known.forms_of([*map(_heard, question.before), question.text], question.told, wholly=True)
    if found is None:
        return None
    usual = found.get("say") or next(iter(found.values()))
    if asked := _SO_MANY.match(question.text):
        usual = [(weight, _first_of(text, counted(asked["many"]))) for weight, text in usual]
    short = plainly(found["short"]) if "short" in found else None
    return Answer(
        usual, short, {name: ways for name, ways in found.items() if name != "say"}, weak=bool(GREETS.fullmatch(question.text))
    )


def _heard(message: dict) -> str:
    """Return what a message said; a reply with its beginning once more at its end: "he" is the one that it is about, not those whom it names besides."""
    said = message["content"]
    return f"{said} {' '.join(said.split()[:BEGINNING])}" if message["role"] == "assistant" else said


def _first_of(text: str, count: int) -> str:
    """Return a text without the items of its numbered list that go beyond so many."""
    beyond = [line for line in text.split("\n") if _ITEM.match(line)][count:]
    return "\n".join(line for line in text.split("\n") if line not in beyond)


def _in_table(question: Question) -> Answer | None:
    if not any("file" in message for message in question.before):
        return None
    from .computed import tables

    return tables.looked_up(question)


def _in_context(question: Question) -> Answer | None:
    """Answer from what the instructions or the user told, sentence by sentence."""
    if not ASKS.search(question.text):
        return None
    if found := computed.texts.told_in(question.text, question.told, least=0.99):
        return found
    if computed.noted.is_riddle(" ".join(question.earlier("user")[:4]), question.text):
        return None
    for message in reversed([message for message in question.before if message["role"] == "user"]):
        if "file" not in message and computed.mending.asked(message["content"]):
            continue  # a text to be corrected tells nothing
        if "file" not in message and computed.memory.is_sum(question.text):
            return None
        if "file" not in message and ASKS.search(message["content"]) and "." not in message["content"].strip(" ."):
            continue  # a question tells nothing
        if found := computed.texts.told_in(question.text, message["content"], least=0.99):
            said = plainly(found.ways)
            if "file" in message:
                return says(f"{message['file']} says: {' '.join(said.split())}")
            if re.search(r"\bhow (?:much|many|long)\b", question.text, re.IGNORECASE) and len(_NUMBER.findall(said)) > 1:
                return None
            return says(f"You said: {computed.memory.turned(said)}")
    return None


def plainly(ways: Ways) -> str:
    """Return the likeliest text of some ways."""
    return instructions.following.variants(ways)[0][1] if ways else ""
