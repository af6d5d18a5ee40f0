"""Work on a text that is sent along: summarize, judge, sort, turn round, answer from it (and see counting.py)."""

import re
from collections import Counter

from ..injections import without
from ..regex import Regex
from ..sent.feelings import judged
from ..sent.removing import asks_by_measure
from .counting import counted, extracted
from .english import STOPWORDS
from .grammar import spelled
from .payload import payload, sentences
from .question import Answer, Question, says

_ASKED = r"\W*(?:(?:please|now|and|then|ok|can you|could you|would you|help me|i want you to|i need you to)\W+)*"
_N = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "a": 1, "single": 1}


def answer(question: Question) -> Answer | None:
    """Do what is asked with the text that was sent along; None if nothing of that kind is asked, or there is no text."""
    for kind in (counted, extracted, _judged, _summarized, cased, _turned, _listed, _asked_of):
        if found := kind(question):
            return found
    return None


# --- Judging ---


def _judged(question: Question) -> Answer | None:
    if not re.search(
        r"\b(?:sentiment|mood|tone|positive or negative|negative or positive|positive, negative|feeling|is this (?:review|text|comment) (?:good|bad|positive|negative))\b",
        question.text[:160],
        re.IGNORECASE,
    ):
        return None
    body = payload(
        question, re.search(r"\b(?:sentiment|mood|tone|feeling)\b(?: analysis)?(?: of| in| for)?", question.text, re.IGNORECASE)
    )
    if not body:
        return None
    word, _ = judged(body)
    if word == "Neutral":
        return Answer([(70.0, "Neutral"), (15.0, "Mixed"), (15.0, "The sentiment is neutral.")], "Neutral")
    return Answer([(97.0, word), (3.0, f"The sentiment is {word.casefold()}.")], word)


# --- Summarizing ---

_SUMMARIZE = Regex(
    r"\b(?:summari[sz]e|sum (?:it |this |that |the text )?up|summary|tl;?dr|main (?:idea|point)|gist|key points?|in short|(?:make|write) (?:this|it|that|the (?:text|following)) shorter|shorten|condense|make (?:this|it|that) shorter)\b",
    re.IGNORECASE,
)

JOINED, WORDS_JOINED = 4, 45  # sentences, words: a text as short as that is told in one sentence, with all its points

_MANY = Regex(
    r"[A-Z]\w+s (?!and\b|or\b|is\b|was\b|has\b|(?!need\b)(?!need\b)\w+(?:s|ed)\b|went\b|came\b|said\b|had\b|did\b)[a-z]+"
)  # "Doors open", but not "Niklas works"


def _summarized(question: Question) -> Answer | None:
    request = _SUMMARIZE.search(question.text[:140])
    if not request or re.search(r"\b(?:conversation|chat|talked|discussed)\b", question.text, re.IGNORECASE):
        return None
    body = payload(
        question,
        re.search(
            rf"{_SUMMARIZE.pattern}(?: (?:of|the|this|that|following|text|article|for me|in \w+ \w+))*",
            question.text,
            re.IGNORECASE,
        ),
    )
    if not body or len(body.split()) < 4:
        return None
    parts = sentences(without(body)) or sentences(body)
    wanted = re.search(
        r"\b(one|two|three|four|five|a|single|\d+)[ -](?:sentence|bullet|point|line|key)", question.text, re.IGNORECASE
    )
    number = (_N.get(wanted[1].casefold()) or int(wanted[1])) if wanted else (2 if len(parts) > 3 else 1)
    if len(parts) == 1:
        return says(_trimmed(parts[0]))
    if question.in_one and len(parts) <= JOINED and len(body.split()) <= WORDS_JOINED:
        return says(in_one(parts))
    return says(" ".join(_most_telling(parts, number)))


def in_one(parts: list[str]) -> str:
    """Return short sentences as one, with all that they say."""
    from ..evidence.knowledge import names  # needed for this only

    clauses = [re.sub(r"\s*\([^)]*\)", "", part).strip().rstrip(".!") for part in parts if not part.endswith("?")]
    joined = [clauses[0]]
    for clause in clauses[1:]:
        first = clause.split()[0]
        small = first.casefold()
        is_name = first in ("I",) or small in names().people or small in names().known or (first.isupper() and len(first) > 1)
        plain = small in names().common or small in STOPWORDS or _MANY.match(clause)
        joined.append(clause if is_name or not plain else f"{small}{clause[len(first) :]}")
    last = joined.pop()
    return (
        f"{', '.join(joined)}{',' if len(joined) > 1 else ''} and {last}."
        if not re.match(r"(?:but|and|so|or)\b", last)
        else f"{', '.join(joined)}, {last}."
    )


def _most_telling(parts: list[str], number: int) -> list[str]:
    """Return the sentences whose words the text uses most, in their order; the first counts a little more."""
    words = [[word for word in re.findall(r"\w+", part.casefold()) if word not in STOPWORDS] for part in parts]
    common = Counter(word for some in words for word in set(some))
    merits = [
        sum(common[word] - 1 for word in set(some)) / max(len(some), 4) + (0.35 if place == 0 else 0)
        for place, some in enumerate(words)
    ]
    best = sorted(sorted(range(len(parts)), key=lambda place: -merits[place])[:number])
    return [parts[place] for place in best]


def _trimmed(sentence: str) -> str:
    """Return a sentence without what is between commas and brackets, and without what follows "because" and the like."""
    text = re.sub(r"\s*\([^)]*\)", "", sentence)
    text = re.sub(r", (?:which|who|that|where|whose|although|as|having|being)\b[^,]*,", "", text)
    text = re.sub(r",? (?:because|although|since|while|which|so that|in order to)\b[^.!?]*", "", text)
    return text if re.search(r"[.!?]\Z", text) else text.rstrip() + "."


# --- Turning words and lists round ---


def _turned(question: Question) -> Answer | None:
    text = question.text
    if found := re.search(
        r"\b(?:reverse|backwards?|spell backwards?)\b(?: of)?(?: the)?(?: word| string| text| letters of| name)*",
        text,
        re.IGNORECASE,
    ):
        if re.search(r"\b(?:function|python|code|program|list|javascript|in java|linked)\b", text, re.IGNORECASE):
            return None
        body = (
            payload(question, found)
            or re.sub(r".*\b(?:spell|write|say)\b ", "", text[: found.start()], flags=re.IGNORECASE).strip()
        )
        return says(body[::-1], short=body[::-1]) if body else None
    if found := re.search(
        r"\b(?:is|check (?:if|whether))\b (?:the word )?['\"]?([\w ]+?)['\"]? (?:is )?a palindrome", text, re.IGNORECASE
    ):
        letters = [letter for letter in found[1].casefold() if letter.isalnum()]
        right = letters == letters[::-1]
        return says(
            f'{"Yes" if right else "No"}, "{found[1]}" reads {"the same" if right else "differently"} backward: {found[1][::-1]}.',
            short="Yes" if right else "No",
        )
    if found := re.match(
        r"\W*(?:please |can you |how do (?:you|i) )?spell (?:the word |out )?['\"]?([\w-]+)['\"]?(?: for me| please| out)?\W*\Z",
        text,
        re.IGNORECASE,
    ):
        word, letters = spelled(found[1]), "-".join(spelled(found[1]))
        return says(letters if word == found[1] else f"{word}: {letters}", short=letters)
    return None


def cased(question: Question) -> Answer | None:
    """Return a text that was sent along in capitals or small letters; None if that is not asked of such a text."""
    text = question.text
    if re.match(
        r"\W*(?:please )?capitali[sz]e (?:the first letter of )?(?:each|every|all(?: the)?) words?\b[^:\"“]{0,40}[:\"“]",
        text,
        re.IGNORECASE,
    ):
        body = payload(question)
        return says(re.sub(r"(?<![\w'’])\w", lambda first: first[0].upper(), body)) if body else None
    if found := re.search(
        r"(?:\b(?:in(?:to)?|to|make|all) |\A\W*(?:please )?(?=(?:upper|lower)case (?:this|the|these)?[^:]{0,20}:))(upper ?case|capital letters|capitals|all caps|lower ?case|small letters|title case)\b(?: letters)?(?: this| the following| text)*",
        text,
        re.IGNORECASE,
    ):
        body = payload(question) if ":" in text or re.search(r"[\"'“]", text) else None
        if body:
            kind = found[1].casefold()
            done = body.title() if "title" in kind else body.lower() if "lower" in kind or "small" in kind else body.upper()
            return says(done)
    return None


def _listed(question: Question) -> Answer | None:
    text = question.text
    if re.search(r"\b(?:python|code|function|javascript|sql|program|algorithm)\b", text, re.IGNORECASE):
        return None
    found = re.match(
        rf"{_ASKED}(?:sort|order|alphabeti[sz]e|put .{0, 30}in (?:alphabetical )?order)\b(?: these| this| the| following| list| words| names| numbers| them| alphabetically| in alphabetical order| ascending| descending)*",
        text,
        re.IGNORECASE,
    )
    if found and re.search(r"\binto\b", text[:100], re.IGNORECASE):
        return None
    if found and (items := _items(payload(question, found))):
        numeric = all(re.fullmatch(r"-?\d+(?:\.\d+)?", item) for item in items)
        if not numeric and asks_by_measure(text[:100]):
            return None
        backward = bool(
            re.search(r"descend|reverse|z to a|\b(?:largest|biggest|highest|longest) (?:first|to)\b", text, re.IGNORECASE)
        )
        return says(", ".join(sorted(items, key=float if numeric else str.casefold, reverse=backward)))
    found = re.search(
        r"\b(?:remove|delete|drop)\b.{0,15}\bduplicates?\b(?: from| in)?(?: this| the| list)*|\bdedup\w*|\bunique\b(?: values?| words?| items?)?(?: in| of| from)?",
        text,
        re.IGNORECASE,
    )
    if found and (items := _items(payload(question, found))):
        return says(", ".join(dict.fromkeys(items)))
    if (
        found := re.search(
            r"\b(longest|shortest) word\b(?: in| of)?(?: this| the| sentence| text| following)*", text, re.IGNORECASE
        )
    ) and (body := payload(question, found)):
        words = re.findall(r"[\w'-]+", body)
        best = (max if found[1].casefold() == "longest" else min)(words, key=len)
        return says(f'The {found[1].casefold()} word is "{best}".', short=best)
    if re.search(r"\b(?:bullet(?:ed)? (?:points?|list)|bullets|(?:numbered )?list)\b", text[:100], re.IGNORECASE) and re.search(
        r"\b(?:turn|convert|make|rewrite|put|format|change|write)\b", text[:60], re.IGNORECASE
    ):
        parts = _points(payload(question) or "")
        if len(parts) > 1:
            numbered = "number" in text[:100].casefold()
            return says("\n".join(f"{f'{place}.' if numbered else '-'} {part}" for place, part in enumerate(parts, 1)))
    return None


def _points(body: str) -> list[str]:
    """Return what a text says, point by point: its sentences, or the clauses of a single one."""
    parts = sentences(body)
    if len(parts) == 1:
        parts = [part.strip(" .") for part in re.split(r"[,;]\s+(?:and\s+)?|\.\s+", body) if re.search(r"\w", part)]
        parts = [part[0].upper() + part[1:] for part in parts]
    return parts


def _items(body: str | None) -> list[str]:
    """Return what a text lists; nothing where it has neither commas nor lines nor numbers only."""
    if not body or not (re.search(r"[,;\n]", body) or re.fullmatch(r"[\d\s.-]+", body)):
        return []
    items = [item.strip(" .") for item in re.split(r"[,;\n]|\s+and\s+|(?<=\d)\s+(?=[\d-])", body)]
    return [item for item in items if item] if len(items) > 1 else []


# --- Questions about the text ---


def _asked_of(question: Question) -> Answer | None:
    """Answer "Based on this text, who ...?" with the sentence of the text that has most of the question's words."""
    text = question.text
    asked = re.search(r"\bQuestion:\s*([^?]+\?)\s*[\"“](.+)[\"”]\W*\Z", text, re.IGNORECASE | re.DOTALL)
    if asked:
        return told_in(asked[1], without(asked[2]))
    asked = re.search(r"\bQuestion:\s*(.+?)\s*\Z", text, re.IGNORECASE | re.DOTALL)
    if asked:
        body = re.sub(r"\A\s*(?:text|context|passage|article)\s*:\s*", "", text[: asked.start()], flags=re.IGNORECASE)
        return told_in(asked[1], body)
    if found := re.match(
        r"\W*(?:(?:based on|using|according to|from|given|in|read|answer from)\b[^,:?]{0,40}\b(?:text|passage|article|paragraph|context|information|email|message)\b[^?]{0,160}?[,:]?\s*)((?:who|what|when|where|how|why|which)\b[^?]*\?)\s*(.+)",
        text,
        re.IGNORECASE | re.DOTALL,
    ):
        return told_in(found[1], found[2])
    if found := re.match(
        r"\W*(?:text|context|passage|article)\s*:\s*(.+[.!?])\s+((?:who|what|when|where|how|why|which)\b[^?]*\?)\W*\Z",
        text,
        re.IGNORECASE | re.DOTALL,
    ):
        return told_in(found[2], found[1])
    return None


LABEL = Regex(  # what stands before facts, and is none
    r"\A\W*(?:facts?|info(?:rmation)?|rules?|policy|policies|details|background|context|notes?|about us)\s*:\s*(?=\S)",
    re.IGNORECASE,
)


def told_in(asked: str, body: str, least: float = 0.5) -> Answer | None:
    """Return the sentence of a text that has at least the share `least` of a question's telling words, and the most of all."""
    wanted = {_stem(word) for word in re.findall(r"\w+", asked.casefold()) if word not in STOPWORDS}
    if not wanted:
        return None
    best, share = "", 0.0
    for part in sentences(body):
        have = {_stem(word) for word in re.findall(r"\w+", part.casefold())}
        here = len(wanted & have) / len(wanted)
        if here > share and not part.endswith("?"):
            best, share = part, here
    return says(LABEL.sub("", best)) if share >= least else None


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
