"""What stands beside a request: why somebody asks, and that the answer is wanted in one sentence."""

import re

from .regex import Regex

_ASKED = (
    r"(?P<asked>\W*(?:(?:please|can you|could you|hi|hello|hey)\W+)*(?:tell (?:me|us) (?:\w+ )?about|what (?:do you know|can you tell me) about|"
    r"what (?:is|are|was|were)|who (?:is|was|were)|(?:why|when|where|how) (?:is|are|was|were|do|does|did)|explain|define|describe)\b[^,?!;:]{3,60}?)"
)
_MEANS = Regex(  # "What does X mean? I am learning English": what follows only tells why
    r"(?P<asked>\W*(?:(?:hi|hello|please|and|so)\W+)*(?:what (?:does|do|is meant by|is the meaning of|is)|what's the meaning of|explain|define)\b[^?\n]{2,80}?(?:\?|\bmeans?,))"
    r"(?:\s+(?:i|i'm|im|my|we|our|he|she|it|they|the|somebody|someone|people|just|thanks|thank you|sorry)\b[^?\n]{0,160})",
    re.IGNORECASE,
)
_GUESS = Regex(  # ... and as a question
    r"(?P<asked>\W*(?:what|which|who|why|when|where|how)\b[^,?]{6,80}?\??)[,\s]+(?:is|was|are|were) (?:it|that|this|they|he|she|[a-z]+ one of) (?:an? |the |really )?\w+(?: \w+)?\W*"
    r"|(?P<most>\W*(?:what|which|who)\b[^,?]{4,60}\b(?:\w+est|most|invented|discovered|wrote|painted)\b[^,?]{3,40}?\??)[,\s]+(?:the |maybe |perhaps )?\w+(?: \w+)?\?+",
    re.IGNORECASE,
)
_BY_ANOTHER = Regex(  # "my son wants to know why the sky is dark at night"
    r"(?:.{0,40}?\b)?(?:my|our|the) (?:[\w()-]+ ){1,4}(?:wants? to know|asked|asks|is asking|wonders?|keeps asking)(?: me| us)? (?P<asked>(?:why|how|what|when|where|who)\b[^,?]{5,100})(?:\W|\W+(?:what|how|please|can|could|and i|but i|i)\b.{3,50})?",
    re.IGNORECASE,
    needs="asked asking asks know wonder",
)
_CLAIM = Regex(  # "I heard that sharks never sleep. Is that true?"
    r"\W*(?:i (?:have |always |often )*(?:heard|read|thought|think|believed?|learned|was told)|(?:my|a|an|the|some) [\w ]{2,24}? (?:says?|said|told (?:me|us)|claims?|thinks?)|(?:they|people|everybody|everyone) says?)(?: somewhere| once)?(?: that)? "
    r"(?P<claim>[^.?!;]{6,100}?)[.,;!]+ (?:and )?(?:(?:is|was) (?:that|this|it|he|she) (?:really |actually )?(?:true|right|correct|so)|true|right|correct|really|or not)\W*",
    re.IGNORECASE,
)
_ASIDE = Regex(
    rf"{_ASKED}(?:(?:\s*[,;(-]\s*|\s+(?=because\b|since i\b))"
    r"(?:i|i'm|im|i've|ive|my|we|we're|it's|its|he|she|they|because|since|as|for (?:my|school|a)|never|sounds|please)\b"
    r"|\s+(?:my (?:son|daughter|kids?|child|children|wife|husband|friend|teacher|class)|i|we|he|she) (?:love|like|need|want|am|have|is|are|has|saw|see)s?\b)[^?:]{0,80}",
    re.IGNORECASE,
)

_REMARK = Regex(  # "I always mix them up: is it ...?"
    r"\W*(?:i|we|it|my|just|quick)\b[^:?\n]{5,60}: (?P<asked>(?:is|are|what|which|who|where|when|how|why|does|do|can)\b[^:\n]{5,100}\?)\W*",
    re.IGNORECASE,
)

_TOLD_BEHIND = Regex(  # "..., I am having exam tomorrow": a fact does not depend on it
    r"(?P<asked>\W*(?:(?:hi|hello|hey|sir|madam|please|kindly|so|and|ok|good (?:morning|evening|afternoon))\W+)*(?:(?:can|could|would) you (?:please |kindly )*)?(?:(?:tell|explain|describe|define)(?: to)?(?: me| us)? )?"
    r"(?:what(?:'s|s)|what (?:is|are|was|were|does|do|did|the)|who(?:'s|s)?|when|where|why|how (?:do|does|did|is|are|was|were|many|much|long|far|old|tall|big|high))\b(?![^.?!]*\b(?:i|my|me|we|our|should|best|you)\b)[^.?!]{5,90}?)"
    r"(?:\s*[,.;?!(-]+\s*)(?:i|i'm|im|i've|ive|my|we|we're|he|he's|hes|she|she's|shes|it's for|its for|for (?:my|school|homework|a)|because|since)\b(?![^?]*\b(?:not|n't|without|instead|but)\b)[^?]{3,90}",
    re.IGNORECASE,
)
_IN_BRACKETS = Regex(  # "why is the sky blue (explain to a 6 year old, he's waiting)"
    r"(?P<asked>[^()?.!]{8,90}?)\??\s*\((?P<manner>(?:please )?(?:explain|tell|in|short|simple|answer|max|just|briefly|for (?:a|my) (?:\w+ )?(?:kid|child))\b[^(),]{2,50})(?:,[^()]*)?\)\W*",
    re.IGNORECASE,
)


def out_of_brackets(text: str) -> str:
    """Return a message whose manner stands in brackets with the manner as a sentence of its own."""
    found = _IN_BRACKETS.fullmatch(text)
    return f"{found['asked'].strip()}? {found['manner'][:1].upper()}{found['manner'][1:].strip()}." if found else text


def without(text: str) -> str | None:
    """Return what is asked without why: "Tell me about Barcelona, I want to go there"; None where nothing is told beside it."""
    if found := _GUESS.fullmatch(text):
        return found["asked"] or found["most"]
    found = _ASIDE.fullmatch(text) or _REMARK.fullmatch(text) or _TOLD_BEHIND.fullmatch(text)
    return found["asked"] if found else None


def of_another(text: str) -> str | None:
    """Return what somebody else wants to know by whom a question is passed on, or whether a claim is true; None for an own question."""
    if claimed := _CLAIM.fullmatch(text.strip()):
        return f"is it true that {claimed['claim']}?"
    found = _BY_ANOTHER.fullmatch(text.strip())
    return found["asked"] if found else None


def meaning(text: str) -> str | None:
    """Return the question for a meaning alone, without why somebody asks: "What does X mean? I am learning English"."""
    found = _MEANS.fullmatch(text)
    return found["asked"] if found and not re.search(r"\b(?:this|that|it|these) mean\b", found["asked"]) else None
