"""What instructions want to have said to a question outside of their topic: "If asked about anything else, say ..."."""

import re

from ..regex import Regex
from .wishes import kinds

_OTHERWISE = Regex(
    r"(?:(?<=[.!?;])|(?<=\A)|(?<=\n)|(?<=, ))\s*(?:(?:otherwise|if not)\b,? ?(?:just |please |only )*(?:say|reply|answer|respond)(?=:? ?[\"“'‘]|: ?(?-i:[A-Z]))|(?P<when>for|if|on|with|to|when)\b[^.!?\n'\"“]{0,60}?\b(?:other (?:topics?|questions?|things?|subjects?)|(?:anything|something|everything) (?:else|different)|another topic|off[- ]topic)\b[^.!?\n'\"“]{0,40}?\b(?:say|reply|answer|respond))(?: with| only| exactly| just)*(?! that you)\s*[:,]?\s*"
    r"(?:\"(?P<quoted>[^\"\n]{2,200})\"|[“‘'](?P<single>[^\n]{2,200}?)[’”'](?=[\s.,;]|\Z)|(?P<bare>(?-i:[A-Z])[^.!?\n]{2,200}[.!?]?))[.]?",
    re.IGNORECASE,
    "else other not topic different otherwise",
)
_IF_ASKED = Regex(  # "Never talk about politics. If asked, say ..."
    r"(?P<never>(?:never|do not|don['’]?t) (?:talk|speak|say anything|discuss|chat|answer questions)(?: about| on)? (?P<topic>[\w -]{3,40}?))[.;,]\s*if (?:asked|(?:someone|somebody|they|the user|anyone)(?: asks| does))(?: about (?:it|that|them))?,? (?P<says>(?:say|reply|answer)\b)",
    re.IGNORECASE,
    "if",
)
_SAID = r"\"[^\"\n]{2,200}\"|“[^”\n]{2,200}”|'[^'\n]{2,200}'(?=[\s.!]|\Z)"
_NOT_ABOUT = Regex(  # "If the question is not about cooking, say 'No.'"
    rf"\b(?:if|when(?:ever)?) [^.,\n]{{0,40}}?(?:\bnot|n['’]t) (?:\w+ )?(?:about|related to|concerning) (?P<topic>[^,.\n]+?),? (?:then )?(?:just |only |simply |please )*(?:say|reply|answer|respond)(?: with)?:? (?P<said>{_SAID})[.!]?",
    re.IGNORECASE,
    "about related concerning",
)
_SAY_IF = Regex(  # "Say 'No.' if the question is not about cooking."
    rf"\b(?:say|reply with|answer with|respond with) (?P<said>{_SAID}) (?P<when>(?-i:if|when(?:ever)?) [^.!?\n]{{3,100}})[.!]?",
    re.IGNORECASE,
    "if when",
)
_REFUSES = Regex(
    r"(?:(?<=[.!?;])|(?<=\A)|(?<=\n))\s*(?:otherwise,? (?:please |politely |kindly )*(?:refuse|decline)(?: politely| kindly| to answer)*|(?:please )?(?:politely |kindly |always )*(?:refuse|decline|reject)(?: to answer)? (?:everything|anything|all|(?:any |all )?other \w+|questions on anything)(?: else)?(?: politely| kindly)?)(?:[.!]|\n|\Z)",
    re.IGNORECASE,
    "refuse decline reject",
)


def read(told: str) -> tuple[str, str]:
    """Return instructions without what is to be said to anything outside of their topic, and that; "" if they do not say."""
    told = _IF_ASKED.sub(lambda found: f"{found['never']}. If the user asks about {found['topic']}, {found['says']}", told)
    told = _SAY_IF.sub(lambda found: f"{found['when'][0].upper()}{found['when'][1:]}, say {found['said']}.", told)
    told = _NOT_ABOUT.sub(
        lambda found: f"Only answer questions about {found['topic']}. For anything else, say {found['said']}.", told
    )
    if (found := _OTHERWISE.search(told)) and (found["when"] or re.search(r"\bonly\b", told[: found.start()], re.IGNORECASE)):
        said = (found["quoted"] or found["single"] or found["bare"]).strip()
        return f"{told[: found.start()]} {told[found.end() :]}", said if said[-1] in ".!?" else f"{said}."
    if (found := _REFUSES.search(told)) and (
        topic := next((kind.wording.search(told) for kind in kinds() if kind.name == "topic" and kind.wording.search(told)), None)
    ):
        value = re.split(r"[.!?\n;]", topic["value2"] or topic["value"] or "")[0] if "value" in topic.groupdict() else ""
        said = f"I am sorry, I can only help with {value.strip()}." if value else ""
        return f"{told[: found.start()]} {told[found.end() :]}", said
    return told, ""


def topic_of(said: str) -> str:
    """Return what a sentence names as all that there is help with: "I can only help with cooking." -> cooking; "" if it names nothing."""
    found = re.search(r"\b(?:about|with|for|to|on) ([^.!?]+)", said)
    return found[1] if found else ""
