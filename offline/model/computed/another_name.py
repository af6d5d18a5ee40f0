"""The question before with another name in it: "and Newton?" after "when was Einstein born?"."""

import re

from ..regex import Regex
from .followups import earlier_question
from .going_on import GoesOn
from .question import Question

_ANOTHER = Regex(
    r"\W*(?:(?:and|or|ok|now|so|what about|how about|same for|and what about)\W+)+(?!(?:can|could|may|do|does|is|are|will|would|should|how|what|which|where|when|who|why) \w)(?:of |for |in )?(?P<topic>[\w .'-]{2,40}?)\W*",
    re.IGNORECASE,
)
_NAMED = Regex(  # the name that a question is about
    r"\A\W*how (?:tall|high|long|big|old|deep|heavy|fast|hot|large) (?:is|was|are|were) (?:the )?(?P<named>[a-z]+(?: [a-z]+){1,2})(?=\W*\Z)|\A\W*(?:\w+ ){0,2}?(?:how (?:tall|high|long|big|old|deep|heavy|fast|hot|far(?: away| from (?:here|us|earth|the earth))?|large|many \w+ has)|when|where|who|what|why|in (?:which|what) \w+)(?:'s)? (?:is |was |are |were |did |does |do )?(?:the )?(?P<name>[A-Z][\w'.-]*(?: (?:of |the |da |de |van |von )*[A-Z][\w'.-]*)*|[a-z]+(?= (?:born|die|live|weigh|built|founded|invented)\b)|[a-z]+(?=\W*\Z))"
)


def resolve(question: Question) -> GoesOn | None:
    """Return the question before with the other name in it; None where no other one is named."""
    found = _ANOTHER.fullmatch(question.text.replace("’", "'"))
    earlier = earlier_question(question) if found and question.before else None
    if earlier is None or found["topic"].casefold().startswith("my ") or not (place := _NAMED.search(earlier[0])):
        return None
    name = "named" if place["named"] else "name"
    led = earlier[0][: place.start(name)].endswith("the ")
    topic = re.sub(r"\Athe ", "", found["topic"].strip()) if name == "named" or led else found["topic"].strip()
    return GoesOn(earlier[0][: place.start(name)] + topic + earlier[0][place.end(name) :], earlier[1])
