"""Say a sentence in another form: as a question, with "not", in the third person, in the passive, shorter, in other words."""

import re
from collections.abc import Callable

from ...tables import read_table
from ..computed.english import english
from ..computed.grammar import third, with_ed
from ..computed.payload import sentences
from ..regex import Regex
from .cutting import compressed, replaced, simpler
from .reading import Done, Sent

_START = r"(?:(?:please )?(?:turn|make|change|convert|rewrite|write|put|transform|rephrase|say|form|express|reformulate|formulate|give me)\b[^:]{0,40}?\b)"
_NOT_CODE = Regex(r"\b(?:python|code|function|list comprehension|loop|json|sql|script)\b", re.IGNORECASE)
_AUX = "am is are was were will can could should would must may might has have had do does did shall".split()
_HAVE = ("has", "have", "had")
_OF_ME = Regex(r"\b(?:I'm|I am|I've|I have|I'll|I was|I'd|I|me|my|mine|myself)\b")
_I_VERB = Regex(
    r"\bI (?:(?P<adverb>always|never|often|usually|really|also|sometimes|only|still|just|rarely) )?(?P<verb>[a-z']+)\b"
)
_AND_VERB = Regex(r"\b(?:and|but|or) (?P<adverb>(?:then|also|always|never|often|usually|sometimes) )?(?P<verb>[a-z]+)\b")
_OBJECTS = {"him": "he", "her": "she", "me": "I", "us": "we", "them": "they", "it": "it", "you": "you"}
_SUBJECTS = {subject: other for other, subject in _OBJECTS.items()}
_PASSIVE = Regex(
    r"(?P<who>.+?) (?P<verb>[A-Za-z]+) (?P<whom>(?:the|a|an|my|your|his|her|our|their|this|that|these|those|him|her|me|us|them|it|you|[A-Z][\w-]+|\d+)\b.*?)(?P<rest>(?: (?:in|on|at|last|yesterday|every|with|from|for|during|because|after|before|to)\b.*)?)[.!]?"
)


def answer(sent: Sent) -> Done | None:
    """Return the text in the form that is asked for; None for another form, or a sentence that the rules do not fit."""
    if _NOT_CODE.search(sent.head) or not (made := _made(sent)):
        return None
    said = made(sent)
    plain = made is _simply and said and simpler([said])[1]
    return Done(said, obeys=frozenset({"brief", "simple"} if plain else {"brief"})) if said else None


def _made(sent: Sent) -> Callable[[Sent], str | None] | None:
    return next((make for pattern, make in _FORMS if pattern.fullmatch(sent.head)), None)


def _each(text: str, change: Callable[[str], str | None]) -> str | None:
    """Return a text with each of its sentences changed; None if one cannot be."""
    done = [change(part) for part in sentences(text)]
    return " ".join(done) if done and all(done) else None


def _verb(part: str) -> tuple[str, str, str] | None:
    """Return what stands before the verb of a sentence, the verb, and what stands behind it; None if no verb is known."""
    words = part.rstrip(".!? ").split()
    for place, word in enumerate(words[1:5], 1):
        small = word.casefold()
        if small in _AUX or small in _forms():
            return " ".join(words[:place]), small, " ".join(words[place + 1 :])
    return None


def _forms() -> dict[str, str]:
    """Return verbs by their forms: "likes" and "liked" are "like"."""
    found: dict[str, str] = {}
    for base in {*english().verbs, *english().acts, *english().past} - set(_AUX):
        for form in (base, third(base), english().past.get(base) or with_ed(base)):
            found.setdefault(form, base)
    return found


def _helped(before: str, verb: str, behind: str) -> tuple[str, str]:
    """Return the helping verb of a sentence, and what stands behind it: "likes tea" has "does", "like tea"."""
    goes_on = behind.split(" ")[0].casefold()
    if verb in _AUX and not (verb in _HAVE and not _participle(goes_on)) and verb not in ("do", "does", "did"):
        return verb, behind
    base = {"has": "have", "had": "have", "does": "do", "did": "do"}.get(verb) or _forms().get(verb, verb)
    if verb in ("had", "did") or (verb == (english().past.get(base) or with_ed(base)) and verb != base):
        helper = "did"
    else:
        helper = "does" if verb == third(base) and verb != base else "do"
    return helper, f"{base} {behind}".strip()


def _participle(word: str) -> bool:
    return (
        word in english().participles.values()
        or word in ("been", "not", "never", "always", "just", "already")
        or word.endswith("ed")
    )


def _as_question(part: str) -> str | None:
    if part.endswith("?") or not (found := _verb(part)):
        return None
    before, verb, behind = found
    helper, behind = _helped(before, verb, behind)
    helper, before = ("are", "you") if before == "I" and helper == "am" else (helper, "you" if before == "I" else before)
    begins = english().determiners | {"you", "he", "she", "it", "we", "they"}
    if not re.match(r"(?:I\b|[A-Z][a-z]+ [A-Z])", before) and before.split()[0].casefold() in begins:
        before = before[0].lower() + before[1:]
    return f"{helper.capitalize()} {before} {behind}?"


def _negated(part: str) -> str | None:
    if re.search(r"\b(?:not|never|no|nobody|nothing)\b|n't\b", part) or not (found := _verb(part)):
        return None
    before, verb, behind = found
    helper, behind = _helped(before, verb, behind)
    behind = re.sub(r"\bsome(?=thing\b|body\b|one\b|where\b|\b)", "any", behind)
    return f"{before} {read_table('text_work.yaml')['short_not'][helper]} {behind}{'.' if part[-1] not in '!?' else part[-1]}"


def _in_third_person(sent: Sent) -> str | None:
    """Return a text about "I" as one about him, her or them: as the request says; without a word of it, "they"."""
    wanted = re.search(r"\b(he|she|they)\b", sent.head, re.IGNORECASE)
    named = re.search(r"\b(?:about|named|called|using) ([A-Z][a-z]+)\b", sent.head)
    who = wanted[1].casefold() if wanted else "they"
    if not _OF_ME.search(sent.body.replace("’", "'")):
        return None
    subject, thing, of, ours, self = read_table("text_work.yaml")["persons"][who]
    text = re.sub(r"\bI'm\b", "I am", sent.body.replace("’", "'"))
    text = re.sub(r"\bI've\b", "I have", text)
    text = re.sub(r"\bI'll\b", "I will", text)
    if who == "they":
        text = re.sub(
            r"\bI (always |never |often |also |still )?(am|was)\b",
            lambda found: f"I {found[1] or ''}{'are' if found[2] == 'am' else 'were'}",
            text,
        )
    else:
        text = " ".join(_after_he(part) for part in sentences(text))
    text = re.sub(r"\bI\b", subject, text)
    for old, new in (("myself", self), ("mine", ours), ("my", of), ("me", thing)):
        text = re.sub(rf"\b{old}\b", new, text)
        text = re.sub(rf"\b{old.capitalize()}\b", new.capitalize(), text)
    text = re.sub(r"(\A|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text)
    return re.sub(rf"\b{subject}\b", named[1], text, count=1, flags=re.IGNORECASE) if named else text


def _after_he(part: str) -> str:
    """Return a sentence about "I" with its verbs as they are after "he"."""
    forms = {"am": "is", "was": "was", "have": "has", "do": "does", "don't": "doesn't", "haven't": "hasn't"}

    def changed(found: re.Match) -> str:
        verb = found["verb"]
        plain = verb in _AUX or verb in english().past.values() or verb.endswith(("ed", "n't")) or verb not in _forms()
        new = forms.get(verb, verb if plain else third(verb))
        return f"{found[0][: found.start('verb') - found.start()]}{new}"

    part = _I_VERB.sub(changed, part)
    return _AND_VERB.sub(lambda found: changed(found) if _forms().get(found["verb"]) == found["verb"] else found[0], part)


def _in_passive(part: str) -> str | None:
    """Return "The dog chased the cat." as "The cat was chased by the dog."."""
    found = _PASSIVE.fullmatch(part)
    verb = found["verb"].casefold() if found else ""
    if not found or verb in _AUX or verb not in _forms() or len(found["who"].split()) > 4:
        return None
    base = _forms()[verb]
    past = english().past.get(base) or with_ed(base)
    done = english().participles.get(past, past)
    whom = _OBJECTS.get(found["whom"].casefold(), found["whom"])
    who = found["who"]
    by = _SUBJECTS.get(who.casefold()) or (
        who[0].lower() + who[1:] if who.split()[0].casefold() in english().determiners else who
    )
    several = bool(
        re.fullmatch(
            r"(?:we|they|you|.*\b(?:these|those|two|three)\b.*|.*[^s]s|.* and .*|.*\bchildren|.*\bpeople)", whom, re.IGNORECASE
        )
    )
    was = verb == past and verb not in (base, third(base))
    be = ("was" if was else "am") if whom == "I" else ("were" if was else "are") if several else ("was" if was else "is")
    return f"{whom[0].upper()}{whom[1:]} {be} {done} by {by}{found['rest']}."


def _in_future(part: str) -> str | None:
    if part.endswith("?") or not (found := _verb(part)):
        return None
    before, verb, behind = found
    if verb in ("will", "can", "could", "should", "would", "must", "may", "might", "shall"):
        return None
    base = (
        "be"
        if verb in ("am", "is", "are", "was", "were")
        else {"has": "have", "had": "have", "does": "do", "did": "do"}.get(verb) or _forms().get(verb, verb)
    )
    return f"{before} will {base} {behind}".rstrip() + (part[-1] if part[-1] in ".!" else ".")


def _in_present(part: str) -> str | None:
    """Return a sentence in the past in the present: each of its verbs in the past, for "he" or for "they" as its subject is."""
    if part.endswith("?") or not (found := _verb(part)):
        return None
    many = bool(re.search(r"\A(?:I|you|we|they|.*[^s]s|.* and .*|.*\bchildren|.*\bpeople)\Z", found[0], re.IGNORECASE))
    be = "am" if found[0] == "I" else "are" if many else "is"
    have = "have" if many else "has"

    def now(match: re.Match) -> str:
        word = match[0].casefold()
        base = _forms().get(word)
        if word in ("was", "were", "had", "did"):
            return {"was": be, "were": be, "had": have, "did": "do" if many else "does"}[word]
        return match[0] if base is None or word in (base, third(base)) else base if many else third(base)

    return re.sub(r"\b[a-z]+\b", now, part)


def _simply(sent: Sent) -> str | None:
    """Return a text in plainer words; None where none is known for any of its words."""
    parts = sentences(sent.body)
    plain, _ = simpler(parts)
    return " ".join(plain) if plain != parts else None


def _shorter(sent: Sent) -> str | None:
    text = replaced(sent.body, english().wordy)
    if text != sent.body and len(text.split()) < len(sent.body.split()):
        return (
            text[:-1] + "?"
            if re.match(r"(?:do|could|can|would|will|are|is) (?:you|we|i)\b", text, re.IGNORECASE) and text[-1] == "."
            else text
        )
    parts = sentences(sent.body)
    if len(parts) > 1 or len(sent.body.split()) < 12:
        return None
    short = compressed(sent.body, max(5, len(sent.body.split()) * 2 // 3))
    return short if short != sent.body else None


def _in_other_words(sent: Sent) -> str | None:
    said = replaced(sent.body, english().other_words)
    return said if said != sent.body else None


_FORMS: list[tuple[Regex, Callable[[Sent], str | None]]] = [
    (Regex(rf"{_START}(?:a |an )?(?:yes/no |yes or no |yes-no |direct )?(?:question|interrogative)(?: form)?(?: (?:from|of|out of) (?:this|it|the sentence))?\W*", re.IGNORECASE), lambda sent: _each(sent.body, _as_question)),
    (Regex(rf"(?:{_START}(?:negative|the negative)(?: form| sentence)?|negate (?:this|the following)[\w ]*)\W*", re.IGNORECASE), lambda sent: _each(sent.body, _negated)),
    (Regex(rf"{_START}(?:the )?(?:third|3rd) person(?: singular| plural)?(?:,? \(?(?:using |with |as |about |named )?[\w\"' ]+\)?)?\W*", re.IGNORECASE), _in_third_person),
    (Regex(r"(?:rewrite|write|say|tell|put)\b[^:]{0,30}\bas if (?:he|she|they) (?:did|had done|said|were|was)\b[^:]{0,20}", re.IGNORECASE), _in_third_person),
    (Regex(rf"{_START}(?:the )?(?:simple )?future(?: tense| form| simple)?\W*", re.IGNORECASE), lambda sent: _each(sent.body, _in_future)),
    (Regex(rf"{_START}(?:the )?(?:simple )?present(?: tense| form| simple)?\W*", re.IGNORECASE), lambda sent: _each(sent.body, _in_present)),
    (Regex(r"(?!.*\b(?:past|present|future|tense)\b)(?:explain|simplify|say|rewrite|put|write|make|rephrase)\b[^:]{0,40}(?:\b(?:simpl\w+|easy|easier|plain|\d+[ -]years?[ -]old|child|children|kids?|beginners?|five|5)\b)[^:]{0,30}|simplify\b[^:]{0,40}", re.IGNORECASE), _simply),
    (Regex(r"(?:(?:from )?active (?:voice |form |sentence )?(?:in)?to )?(?:in )?(?:the )?passive\b[^:]*", re.IGNORECASE), lambda sent: _each(sent.body, _in_passive)),
    (Regex(rf"{_START}(?:the )?passive(?: voice| form)?\W*", re.IGNORECASE), lambda sent: _each(sent.body, _in_passive)),
    (Regex(r"(?:please )?(?:make|write|say|rewrite|put|rephrase)\b[^:]{0,30}\b(?:shorter|more concise(?:ly)?|more briefly|less wordy|more compact)\W*|shorten\b[^:]{0,40}", re.IGNORECASE), _shorter),
    (Regex(r"(?:rewrite|say|put|write|express|rephrase)\b[^:]{0,30}\b(?:in (?:other|different|your own) words|differently|another way|a different way)\W*|(?:paraphrase|rephrase|reword)\b(?: (?:this|the|following|sentence|text|it|for me))*\W*", re.IGNORECASE), _in_other_words),
]  # fmt: skip
