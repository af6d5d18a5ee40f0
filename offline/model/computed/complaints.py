"""Complaints about the last reply: "that is wrong", "no, it's 146", "you did not answer my question", "you already said that".

What was computed is computed again; what stands in files is looked up again. It does not give in where it finds the same.
"""

import re

from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 120  # characters of a message
_LED = r"\W*(?:(?:no|nope|but|hm+|sorry|hey|wait|well|actually|i'?m sorry|oh|ok|um|lol|haha|sorry but)\b\W+)*"
_WRONG = Regex(
    rf"{_LED}(?:(?:i (?:do not|don'?t) (?:think|believe) (?:that(?:'s| is)?|this is|it'?s|so)(?: is)?(?: (?:right|correct|true|so))?)|(?:i (?:think|believe|guess|am sure|am pretty sure|know) )?(?:that|this|it|you|your answer|the answer|u)(?:'s|'re| is| are| was| were| r)? ?(?:all |totally |completely |just |definitely |so |really )?(?:wrong|false|incorrect|not (?:right|true|correct)|a mistake|an error|untrue|mistaken|nonsense|bullshit|lying|a lie)(?: about (?:that|this|it))?|(?:that|it|this) (?:can'?t|cannot) be (?:right|true|correct)|you (?:made|make|have made|did) (?:a |an )?(?:mistake|error)s?(?: there)?|(?:that|this|it)(?: is|'s)n'?t (?:right|true|correct)|isn'?t (?:that|this|it) (?:wrong|\w+\b.*)|wrong(?: answer)?|incorrect|i disagree|check (?:it|that|this|your answer|again)(?: again)?|(?:please )?double[- ]check(?: (?:it|that|this))?)[\s.!?]*",
    re.IGNORECASE,
    "wrong false incorrect right true correct mistake error nonsense lie lying disagree check think believe isn mistaken bullshit untrue",
)
_OTHER = Regex(
    r"\W*(?:no|nope|wrong|actually|i think|that(?:'s| is) wrong|i thought|but)\b[\s,.:!]*(?:(?:i think|it|it's|its|it is|the (?:right |correct )?answer is|should be|that should be|that's|must be|you mean|i thought|was)\b[\s,]*){1,3}(?P<what>[\w.,%€$-]{1,30}(?: \w+){0,2})[\s.!?]*",
    re.IGNORECASE,
)
_MISSED = Regex(
    rf"{_LED}(?:(?:you|u) (?:did not|didn'?t|haven'?t|have not|do not|don'?t|never|are not|aren'?t) (?:really |even |actually )?(?:answer(?:ed|ing)?|understand|understood|get|got|read|listen(?:ing|ed)?(?: to)?|hear)(?: (?:me|my (?:question|message)|the question|it|that|what i (?:asked|said|mean|wrote)|to me))?|(?:that|this|it)(?:'s| is| was)? ?(?:not|isn'?t|wasn'?t) (?:what i (?:asked|meant|wanted|said)(?: for| about)?|my question|an answer(?: to my question)?|the answer(?: to my question)?|(?:very )?helpful|useful|what i was asking)|(?:that|this) (?:does not|doesn['’]?t|did not|didn'?t) (?:answer (?:my|the) question|help(?: me)?(?: at all)?|make (?:any )?sense)|(?:that|this|it) makes no sense|(?:you(?:'re| are) )?not (?:very )?helpful|(?:you(?:'re| are) )?(?:avoiding|dodging|ignoring|ignored|misunderstanding) (?:my|the) question|you (?:misunderstood|ignored)(?: me| my question)?|i (?:asked|said|meant) something (?:else|different)|answer my question|thanks for nothing|why (?:don'?t|didn'?t|won'?t|can'?t) you (?:answer|help)(?: me)?(?: my question)?)[\s.!?]*",
    re.IGNORECASE,
    "answer question understand useful meant got understood get read listen hear not isn wasn sense helpful help asked said avoiding dodging ignor misunder nothing",
)
_TWICE = Regex(
    rf"{_LED}(?:you (?:already|just) (?:said|told me|gave me) (?:that|this|so|it|the same)(?: one)?|you(?:'ve| have) (?:already )?(?:said|told me) (?:that|this)(?: already| before)?|(?:you(?:'re| are)|stop) repeating (?:yourself|it|that)|(?:that(?:'s| is) )?the same (?:answer|thing|joke|one)(?: (?:again|as before))?|you (?:repeat|said) (?:yourself|that)(?: already| before)?|i (?:already )?(?:know|heard) (?:that|this)(?: (?:one|already))?)[\s.!?]*",
    re.IGNORECASE,
    "already repeat same gave said told know heard",
)
NOTHING_SAID = "I have not said anything yet that could be wrong: only the messages of this request are there. What is it about?"
SAME = "I have {how} again, and come to the same: {said} {claim}If you have a source that says otherwise, trust it more than me: I am the offline stand-in, and a model can be wrong, too, and often gives in just because somebody insists."
UNKNOWN = 'You are right: I am the offline stand-in, and had no answer to "{asked}". Try it in other words or in smaller parts, or ask a model that knows more (the README says how).'
SORRY = 'I am sorry that this did not help. You asked: "{asked}" I am the offline stand-in, and know only some ways to say a thing: try it in other words, or say what is missing.'
TWICE = 'I am sorry: from the same words I pick the same reply. Say "another one", or ask it in other words.'


def answer(question: Question) -> Answer | None:
    """Return what is said to a complaint about the last reply; None for anything else."""
    text = question.text.replace("’", "'")
    if not 0 < len(text) <= LONGEST:
        return None
    asked, replied = question.earlier("user"), question.earlier("assistant")
    if _MISSED.fullmatch(text):
        return _missed(question, asked)
    if replied and _TWICE.fullmatch(text):
        return says(TWICE, guarded=True)
    wrong, other = _WRONG.fullmatch(text), _OTHER.fullmatch(text)
    if not wrong and not (other and replied):
        return None
    if not replied:
        return says(NOTHING_SAID, guarded=True)
    statement = stated(question)
    return statement and _again(question, *statement, other["what"].rstrip(".,") if other else "")


def stated(question: Question) -> tuple[str, str] | None:
    """Return the last question that was no doubt about a reply, with its reply."""
    from .followups import doubts

    for place in range(len(question.before) - 1, 0, -1):
        asked, replied = question.before[place - 1], question.before[place]
        if (asked["role"], replied["role"]) != ("user", "assistant"):
            continue
        text = asked["content"].replace("’", "'")
        if not (_WRONG.fullmatch(text) or _OTHER.fullmatch(text) or doubts(text)):
            return asked["content"], replied["content"]
    return None


def _missed(question: Question, asked: list[str]) -> Answer:
    if not asked:
        return says(NOTHING_SAID, guarded=True)
    said = UNKNOWN if question.goes_on_from_nothing else SORRY
    return says(said.format(asked=_plain(asked[0])), guarded=True)


def _again(question: Question, asked: str, replied: str, claimed: str) -> Answer | None:
    """Return that the same was found again, with what was said; None where the reply was no statement."""
    if question.goes_on_from_nothing:
        return says(UNKNOWN.format(asked=_plain(asked)), guarded=True)
    if "?" in replied:
        return None
    from . import calculator, equations, units

    computed = any(kind.answer(question.asking(asked, before=())) for kind in (calculator, units, equations))
    claim = f"So not {_plain(claimed)}. " if claimed and computed and claimed not in replied else ""
    return says(SAME.format(how="worked it out" if computed else "looked it up", said=_plain(replied), claim=claim), guarded=True)


def _plain(text: str) -> str:
    """Return a text without the signs of the answers files."""
    return re.sub(r"[\[\]|<>]", "", text).strip()
