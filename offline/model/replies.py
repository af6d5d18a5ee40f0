"""Answer the last message of a conversation, in the manner that is wanted.

    messages -> what is wanted as to the manner (instructions), and the questions that are left
    each question -> a follow-up put into full words (followups) -> what is computed, or stands in the answers files
    all answers together -> shortened, put into capitals, into JSON ... as wanted; what cannot be followed is named

What nobody knows is said to be unknown, with the nearest prompts that do work.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from . import (
    abroad,
    asides,
    coding,
    commissions,
    computed,
    instructions,
    language,
    line_breaks,
    marks,
    missing,
    one_question,
    orders,
    several,
    sourced,
    tongues,
    unanswered,
    whole_message,
)
from .answers import Answers, Ways
from .computed import Answer, Question
from .computed.question import says
from .computed.spelling import distance, nearly
from .instructions import Draft, Wanted
from .one_question import GREETS, plainly
from .recalled import recalled
from .regex import Regex
from .remembered import Frozen, Same
from .reply import Part, Way

LETTERS_READ = 20_000  # characters of a message; of a longer one, its end
TEXT = 8  # words of a message, from which on it may be a text that the instructions want worked on
SPOKEN = ("user", "assistant")
KEPT = ("role", "content", "file")  # of a message that was spoken before
DATA = "data"  # the form in which a computed answer has its parts apart; who asks for it wants a sentence to take values from
_ASKS_HOW = Regex(
    r"\W*(?:and |so |hi,? |please )*how (?:do|can|could|should|to|would) ?(?:i|we|you)? (?:get|make|have|tell|force|let) (?:it|(?:the |an? )?(?:model|api|gpt|chatgpt|bot|chatbot|assistant|ai|llm|answers?|reply|replies|responses?|output))\b",
    re.IGNORECASE,
    needs="force get have let make tell",
)
_NOT_MEANT = re.compile(
    r" ?\((?:i mean )?not (?:the|an?|about) [\w ]{2,30}[!.]*\)|(?P<part>\([^()]{2,40}), not (?:the|an?) [\w ]{2,30}[!.]*(?=\))"
)  # "(not the weather!)"
_END = Regex(r"(?<=[.!?])\s+|\n+")
MERRY = frozenset("enthusiastic funny sarcastic dramatic coach santa dog teenager cowboy pirate sergeant kid superhero".split())
_FACE = re.compile(r"(?<=[a-zA-Z.!?]) +[:;]['-]?[()DPp]+\s*\Z")  # a face of signs at the end, which is no bracket
_LONG_WORD = re.compile(r"\b[^\W\d_]{7,}\b")
_SAD = Regex(
    r"\b(?:died|dead|dies|dying|death|passed away|funeral|grief|griev\w+|cancer|tumou?r|suicid\w+|kill myself|hurt myself|miscarriage|raped?|abused?|lost my (?:job|mother|father|son|daughter|wife|husband|dog|cat|home)|depress(?:ed|ion) (?!robot))\b",
    re.IGNORECASE,
)
_OF_IT = Regex(r"\b(?:there|over there|in that (?:country|city|place)|they|people)\b", re.IGNORECASE)
_THERE = Regex(r"\b(?:over there|there|in that (?:country|city|place))\b", re.IGNORECASE)
NO_HINT = "I may give no more than a hint, and I have none for that."


@dataclass(frozen=True)
class Reply:
    """The weighted ways to answer. `guarded` ones are not to be garbled; `unknown` ones say that there is no answer."""

    ways: list[Way]
    guarded: bool = False
    unknown: bool = False


def find(messages: list[dict], forms: tuple[str, ...], known: Answers) -> Reply:
    """Answer the last of `messages` (role and content dicts); `forms` are wanted besides those that the messages ask for."""
    told = "\n".join(m["content"] for m in messages if m["role"] in ("system", "developer"))
    if asked := sourced.read(messages):
        return _from_sources(asked, forms, known)
    spoken = [m for m in messages if m["role"] not in ("system", "developer") and m.get("content")]
    prompt = spoken[-1]["content"] if spoken else ""
    said = recalled([m for m in spoken[:-1] if m["role"] in SPOKEN])
    before = tuple({name: m[name] for name in KEPT if name in m} for m in said)
    return _looked_at(prompt, Frozen(before), told, forms, Same(known))


@lru_cache(maxsize=256)
def _looked_at(prompt: str, before: Frozen, told: str, forms: tuple[str, ...], shared: Same) -> Reply:
    """Return the reply to a message, or that there is none where it would be beside the point."""
    reply = _find(prompt, before.messages, told, forms, shared.thing)
    if told or reply.unknown or not missing.misses(prompt, Part("message", reply.ways).likeliest()):
        return reply
    question = Question(prompt, before.messages, told, shared.thing, forms=forms)
    return _unknown(question, instructions.read("", prompt, shared.thing), forms)


def _from_sources(asked: sourced.Sourced, forms: tuple[str, ...], known: Answers) -> Reply:
    """Answer from sources that are sent along, and from nothing else."""
    answer = says(sourced.said(asked, sourced.find(asked.question, asked.sources)), guarded=True)
    wanted = instructions.read(asked.told, "", known)
    return _written(answer, wanted, Question(asked.question, told=asked.told, known=known), forms, wanted.not_understood)


def _find(prompt: str, before: tuple[dict, ...], told: str, forms: tuple[str, ...], known: Answers) -> Reply:
    written = prompt[-LETTERS_READ:]
    plain = asides.out_of_brackets(marks.quoted(_FACE.sub("", line_breaks.joined(written))))
    prompt = computed.reworded.second(_NOT_MEANT.sub(lambda m: m["part"] or "", plain), before)
    if (task := instructions.work(told)) and len(prompt.split()) >= TEXT:
        asked = task.partition(":")[0]  # "Summarize the text: one headline, then two points" has its form behind it
        prompt, told = f"{asked.rstrip('.')}: {prompt}", told.replace(asked, "").lstrip(" :")
    question = Question(prompt, before, told, known, forms=forms)
    if cannot := computed.retelling.answer(question):
        return _written(cannot, Wanted(""), question, forms, [])
    if not task and (commissioned := commissions.answer(question)):
        wanted = instructions.read(told, "", known)
        return _written(
            commissioned, wanted, question, forms, [*_roles(wanted, told, known), *wanted.not_understood], dressed=False
        )
    ordered = orders.find(question, own_answer)
    if ordered and not several.asks_besides(several.pieces(prompt), question):
        return _written(*ordered, question, forms, ordered[0].left_of(ordered[1].not_understood))
    if made := coding.in_manner(question, own_answer):
        wanted = instructions.read(told, "", known)
        if not made.ways[0][1]:
            return _unknown(question, wanted, forms)
        return _written(made, wanted, question, forms, wanted.not_understood)
    if coded := coding.answer(question):
        wanted = instructions.read(told, coding.said_around(prompt), known)
        return _written(coded, wanted, question, forms, instructions.read(told, "", known).not_understood)
    asks_how = bool(_ASKS_HOW.match(prompt))  # "how do I make it answer in German?" wishes nothing of this answer
    wanted = instructions.read(computed.labels.unexplained(told), "" if asks_how else prompt, known)
    wanted = replace(wanted, question=prompt) if asks_how else wanted
    wanted = replace(
        wanted, not_understood=[clause for clause in wanted.not_understood if not computed.briefing.tells(clause, told)]
    )
    if (not wanted.question or (wanted.question != prompt and GREETS.fullmatch(wanted.question))) and (
        earlier := _earlier(question)
    ):  # "and now in German"
        question = replace(question, before=earlier[1])
        wanted = replace(wanted, question=earlier[0])
    question = replace(question, text=wanted.question, language=wanted.language, forms=(*wanted.forms, *forms))
    part = instructions.parts.read(told if wanted.question == prompt else f"{told}\n{prompt}", wanted.forms)
    question = question.asking(instructions.parts.without_name(part, question.text))
    if said := instructions.parts.of_itself(part, wanted.question, told):
        return _in_part(said, part, wanted, question, forms)
    if said := instructions.topics.on_condition(wanted):
        return _written(says(said, guarded=True), wanted, question, forms, wanted.not_understood)
    if briefed := computed.briefing.answer(question):
        return _written(briefed, wanted, question, forms, briefed.left_of(wanted.not_understood))
    talked = computed.chat.answer(question.asking(prompt))
    if talked and not computed.labels.by_instructions(question) and not computed.on_subject.answer(question):
        wanted = instructions.read(told, "", known)
        return _written(talked, wanted, question, forms, wanted.not_understood)
    answer = whole_message.answer(question)
    if (
        answer is None
        and wanted.question != prompt
        and _as_many(wanted.question, prompt)
        and (whole := whole_message.answer(question.asking(prompt)))
    ):
        wanted, answer = instructions.read(told, "", known), whole  # what looked like a wish was part of the question
    if answer and computed.followups.says_the_same(question, plainly(answer.ways)):
        answer = None
    answer = (
        answer
        or _where_it_is_told(question)
        or whole_message.on_what_was_named(question)
        or computed.on_subject.answer(question, last=True)
        or computed.on_subject.from_both(question)
        or _as_meant(question)
    )
    if (
        answer
        and computed.kept_in_mind.is_note(plainly(answer.ways))
        and (part or wanted.not_understood or computed.memory.after_help(question))
    ):
        answer = None  # somebody in a role replies in that role, and who was helped tells it because of that help
    if answer is None and (said := instructions.parts.in_place_of_an_answer(part, wanted.question, computed.memory.turned)):
        return replace(_in_part(said, part, wanted, question, forms), unknown=True)
    if answer is None and (changed := computed.changes.answer(question.asking(prompt))):
        wanted, answer = instructions.read(told, "", known), changed
    given = (plainly(answer.ways), answer.about) if answer else ()
    if limit := instructions.following.off_topic(wanted, told, *given):
        return Reply([(1.0, language.slots(limit))], guarded=True)
    answer = answer or computed.reactions.answer(question.asking(prompt))
    if answer and wanted.not_understood and plainly(answer.ways).startswith("Noted:"):
        answer = None
    if wanted.get("hint") and (
        asked := next((one for one in question.earlier("user") if not computed.hints.GUESS.fullmatch(one)), "")
    ):
        told_so = computed.hints.checked(prompt, asked, own_answer(asked, known))
        if told_so:
            return _written(says(told_so, forms={"hint": [(1.0, told_so)]}), wanted, question, forms, wanted.not_understood)
    if answer is None:
        return _unknown(question, wanted, forms)
    return _written(answer, wanted, question, forms, answer.left_of(wanted.not_understood))


def _roles(wanted: Wanted, told: str, known: Answers) -> list[str]:
    """Return the instructions that give a role, for a text that is not written in it."""
    plays = any(known.forms[name].opening or known.forms[name].closing for name in wanted.forms if name in known.forms)
    return [told.strip().rstrip(".")] if plays else []


def _earlier(question: Question) -> tuple[str, tuple[dict, ...]] | None:
    """Return the last question that asks for more than another manner, with what was said before it."""
    earlier = computed.followups.earlier_question(question)
    while earlier and not instructions.read("", earlier[0], question.known).question:
        earlier = computed.followups.earlier_question(replace(question, before=earlier[1]))
    return earlier


def own_answer(text: str, known: Answers) -> str:
    """Return what is said to a question alone, without instructions; "" if there is no answer."""
    found = whole_message.answer(Question(text, known=known))
    return plainly(found.ways) if found else ""


def _where_it_is_told(question: Question) -> Answer | None:
    """Return the answer for the place that the instructions name, or the question before, where this one names none: "What can I visit?" of a guide in Paris."""
    there = computed.places.mentioned(question.told) if 0 < len(question.told) < 300 else []
    if not there and _OF_IT.search(question.text):
        there = computed.places.mentioned(next(iter(question.earlier("user")), ""))
    if len(there) != 1 or computed.places.mentioned(question.text):
        return None
    asked = _THERE.sub("", question.text).strip(" ?.!")
    found = one_question.answer(question.asking(f"{asked} in {there[0].name}?", before=()))
    return found if found and there[0].name in plainly(found.ways) else None


def _as_meant(question: Question) -> Answer | None:
    """Return the answer where a long word is a slip of a known one, and say so: "photosyntesis"."""
    known = question.text and _spellings(Same(question.known))
    for word in _LONG_WORD.findall(question.text):
        meant = None if word.casefold() in known else nearly(word.casefold(), known)
        if meant and distance(word.casefold(), meant) == 1 and meant not in (f"{word}s".casefold(), word[:-1].casefold()):
            found = one_question.answer(question.asking(question.text.replace(word, meant)))
            if found and not found.weak:
                return replace(found, ways=[(weight, f"I take {word} as {meant}. {text}") for weight, text in found.ways])
    return None


@lru_cache(maxsize=2)
def _spellings(shared: Same) -> frozenset[str]:
    """Return the long words of all that is known."""
    known = shared.thing
    texts = [text for entry in known.entries for text in (*entry.questions, *entry.abouts)]
    texts += [text for table in known.tables.values() for name, facts in table.items() for text in (name, facts.get("also", ""))]
    return frozenset(_LONG_WORD.findall(" ".join(texts).casefold()))


def _in_part(said: str, part: instructions.Part, wanted: Wanted, question: Question, forms: tuple[str, ...]) -> Reply:
    """Return what is said in a part that the instructions give; that they give it is followed so."""
    cannot = [clause for clause in wanted.not_understood if not (part.words and part.words in clause)]
    return _written(says(said, guarded=True), wanted, question, forms, cannot, dressed=False)


def _as_many(text: str, other: str) -> bool:
    """Return whether two texts have as many sentences: what was cut from one was no sentence of its own."""
    return len(_END.split(text.strip())) == len(_END.split(other.strip()))


# --- How it is said ---


def _written(
    answer: Answer, wanted: Wanted, question: Question, forms: tuple[str, ...], cannot: list[str], *, dressed: bool = True
) -> Reply:
    """Return an answer in the manner that is wanted; `dressed` with the words of a role around it, as far as they fit."""
    if answer.about == computed.cannot_know.ABOUT and instructions.unclaimed.said_if_unknown(question.told):
        return _unknown(question, wanted, forms)
    if answer.about != instructions.following.COURTESY and instructions.unclaimed.is_work(cannot, question.text):
        return _unknown(question, wanted, forms)
    cannot = [*answer.cannot, *cannot]
    known, dressed = question.known, dressed and answer.about != computed.labels.LABEL
    if DATA in forms:
        wanted = replace(wanted, wishes=[wish for wish in wanted.wishes if wish.kind not in ("json", "short")])
    names = [*dict.fromkeys((*wanted.forms, *forms))]
    names += [form for kind, form in (("simple", "child"), ("long", "long"), ("short", "short")) if wanted.get(kind)]
    tongue, before = wanted.get("language"), ""
    if tongue and tongue.value != answer.language:
        if tongue.value in answer.forms:
            names = [tongue.value, *names]
        elif said := instructions.gist.abroad(wanted.question, plainly(answer.ways), answer.short, tongue.value):
            answer = replace(answer, ways=[(1.0, said)], short=None, forms={})
        elif tongue.value == "english" and (translated := abroad.in_english(question)):
            answer = translated
        elif tongue.value != "english" or answer.language != "english":
            before = tongues.only_english(tongue.value) if answer.language == "english" else ""
            cannot = [tongue.words, *cannot]
    if wanted.get("hint"):
        names = ["hint"]
        hint = computed.hints.on(wanted.question, plainly(answer.ways), answer.short) or NO_HINT
        answer = replace(answer, short=None, forms={"hint": answer.forms.get("hint", [(1.0, hint)])})
    chosen = next((answer.forms[name] for name in names if name in answer.forms), None)
    if chosen is None and answer.short and ("short" in names or wanted.get("short")):
        chosen = [(1.0, answer.short)]
    for kind, form in (("simple", "child"), ("long", "long")):
        if kind == "simple" and (
            answer.about == "support" or "simple" in answer.forms or instructions.points.is_plain(plainly(answer.ways))
        ):
            continue
        if (wish := wanted.get(kind)) and form not in answer.forms:
            cannot = [*cannot, wish.words]
    ways = chosen or answer.ways
    if wish := wanted.get("by_name"):
        said = {"role": "user", "content": question.text}
        named = computed.memory.name(replace(question, before=(*question.before, said)))
        ways = [(weight, instructions.points.led_in(f"{named},", text)) for weight, text in ways] if named else ways
        cannot = cannot if named else [*cannot, wish.words]
    roles = [name for name in names if name in known.forms and dressed and not (name in MERRY and _SAD.search(question.text))]
    grid = answer.forms["grid"][0][1] if "grid" in answer.forms else ""
    short = answer.short or (instructions.gist.of(wanted.question, plainly(ways)) if wanted.wishes else None)

    def dress(ways: Ways) -> Ways:
        return [(weight, f"{before} {text}".lstrip()) for weight, text in known.dressed(ways, roles)]

    draft = Draft(ways, short, wanted.question, answer.about, dress, answer.of_length, grid)
    done = instructions.follow(draft, wanted, cannot)
    return Reply([(weight, language.slots(text)) for weight, text in done], guarded=answer.guarded)


def _unknown(question: Question, wanted: Wanted, forms: tuple[str, ...]) -> Reply:
    if wanted.get("rhyme") and not question.text.rstrip().endswith("?"):
        topic = unanswered.topic(question.text)
        topic = "" if topic in ("it", "them", "this", "that", "these", "those") else topic
        if verse := topic and computed.everyday.answer(question.asking(f"write a poem about {topic}", before=())):
            return _written(verse, wanted, question, (), wanted.not_understood)
    if ordered := instructions.unclaimed.said_if_unknown(question.told):
        return Reply([(1.0, language.slots(ordered))], guarded=True, unknown=True)
    answer = unanswered.answer(question, wanted)
    return replace(_written(answer, wanted, question, forms, wanted.not_understood), unknown=True)
