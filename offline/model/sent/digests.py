"""Say what is in a text in fewer words: a summary with its outcome, its main points, a title, its key words."""

import re
from collections import Counter

from ..computed.english import STOPWORDS, english
from ..computed.payload import sentences
from ..injections import without
from ..meaning import stem
from ..regex import Regex
from .cutting import compressed, simpler, trimmed
from .reading import Done, Sent

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "a": 1, "single": 1, "1": 1}  # fmt: skip
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"
_TEXT = r"(?:(?:of|from|in|out of|for|the|this|that|these|following|whole|text|article|passage|paragraph|e-?mail|mail|message|story|report|review|letter|post|news|speech|below|above|my|me|it|please|pls|here)\s*)*"
_SUMMARY = Regex(
    r"(?:(?:give|write|make|create|provide|i need|get|what(?:'s| is| was)|tell|name|find|identify|say)(?: me| us)? )?(?:(?:a|an|the|very|short|brief|quick|one|single|two|three|\d+|sentences?|word|line|simple|concise)[ -])*"
    r"(?:summari[sz]e|summary|sum(?: it| this| that| the text)? up|tl;?dr|gist|main idea|main point|(?:what is|what's|whats) (?:this|the|that)(?: (?:following|text|article|passage|story|e-?mail|message|paragraph|letter))*(?: mainly| all)? about|condense|shorten(?=.*\b(?:sentences?|words|lines?)\b))\b(?P<more>[^:]{0,90})",
    re.IGNORECASE,
    "summar sum up tldr tl;dr gist main about condense shorten",
)
_POINTS = Regex(
    rf"(?:(?:give|list|write|make|extract|show|name|tell|find|pull out|what are|what're|get)(?: me| us)? )?(?:the |some |in )?(?:{_NUMBER} )?(?:most )?"
    rf"(?:(?:main|key|important|major|central|short|bullet)[ -]?)*(?:bullets|bullet[ -]?points?|points|takeaways?|facts|ideas|things|messages)\b(?P<more>[^:]{{0,70}})",
    re.IGNORECASE,
    "points takeaway facts ideas bullet messages things",
)
_TITLE = Regex(
    rf"(?:(?:give|suggest|write|find|make|create|propose|think of|come up with|i need|what (?:would be|is)|what's)(?: me| us)? )?(?:this |the |it )?(?:text |article )?(?:(?:a|an|the|good|short|catchy|fitting|nice|suitable|possible|one)\s)*"
    rf"(?P<what>title|headline|heading|subject line)\b(?: ideas?| suggestions?)? ?{_TEXT}(?:in (?:at most |max |maximum |up to )?(?P<words>\d+) words)?\W*",
    re.IGNORECASE,
    "title headline heading subject",
)
_KEYWORDS = Regex(
    rf"(?:(?:give|list|extract|find|name|show|get|pull out|identify|what are|which are|tell)(?: me)? )?(?:the |some )?(?:{_NUMBER} )?(?:(?:main|most|important|best)\s)*key[ -]?(?:words?|phrases|terms)\b ?{_TEXT}\W*",
    re.IGNORECASE,
    "key",
)
_IN_BULLETS = Regex(
    rf"\b(?:in|as|with|into|using) (?:{_NUMBER} )?(?:short |key )?(?:bullet(?:ed|s)?\b|points\b|a (?:bullet(?:ed)? )?list)",
    re.IGNORECASE,
)
_IN_SENTENCES = Regex(rf"\b{_NUMBER}[ -](?:short |simple |single )?(?:sentences?|lines?)\b", re.IGNORECASE)
_IN_WORDS = Regex(r"\b(?:in|with|to|under|within|using|of|than)? ?(?P<exactly>exactly )?(?:at most |max(?:imum)? |up to |about |around |only |no more than |less than |fewer than )?(?P<number>\d{1,3}|five|six|seven|eight|nine|ten)[ -]words?\b", re.IGNORECASE)  # fmt: skip
_FOR_A_CHILD = Regex(
    r"\b(?:for (?:a |an |my |\d+[ -]year[ -]old )*(?:child|children|kids?|little ones?|beginners?)|(?:like|as if) i(?:'m| am|m) (?:five|5)|eli5|in (?:very )?(?:simple|easy|plain) (?:words|language|english|terms)|\d+[ -]year[ -]old)\b",
    re.IGNORECASE,
)
_TALK = Regex(r"\b(?:conversation|chat|discussed|talked|book|movie|film|novel)\b", re.IGNORECASE)
_OUTCOME = Regex(
    r"\b(?:decided|decision|voted|agreed|in the end|finally|as a result|result(?:s|ed)?|therefore|so (?:we|they|he|she|i|the)|chose|approved|rejected|concluded|conclude|eventually|in conclusion|from now on|"
    r"won|instead|announced|signed|postponed|cancel(?:l)?ed|reached|approved|banned|raised|hired|fired|opened|fixed|solved|proved|launched|introduced|replaced|promised|survived|called off|leaving|resign(?:s|ed)?|will (?:now|therefore|close|open|start|move)|ended|at last|turned out|found that|trial|deciding|decides? whether|shows? that|showed that|in fact|in reality|the truth is|solution|must|need to|has to|have to)\b",
    re.IGNORECASE,
)
_NOT_SAID = Regex(
    r"(?:(?:hi|hello|dear|hey|best|regards|kind regards|best regards|cheers|thanks|thank you|yours|love|sincerely)\b[^.!?]{0,30}[,.!]?\W*|[^.?!]*\?)\Z",
    re.IGNORECASE,
)
_SHE = Regex(
    r"\A(?P<who>He|She|It|They)\b (?!(?:is|was|has been|will be|turned|seems?|seemed|appears?|appeared|took|takes|follows?|rained|snowed|happened)\b)"
)
_BELIEVED = Regex(r"I used to|(?:many|most|some) (?:people|\w+s) (?:still )?(?:think|believe|say|assume)\b", re.IGNORECASE)
LEAST, LEFT = 4, 12  # words of a text, and of one that is not cut
POINTS, KEYWORDS, IN_TITLE = 5, 6, 8
NOTES, NOTED = (3, 4), 15  # sentences, and words of them all: so few and short ones are told all


def answer(sent: Sent) -> Done | None:
    """Return the digest that is asked for; None if none is."""
    if _TALK.search(sent.head):
        return None
    for pattern, make in ((_TITLE, _title), (_KEYWORDS, _keywords), (_POINTS, _points), (_SUMMARY, _summary)):
        if (found := pattern.fullmatch(sent.head)) and len(sent.body.split()) >= LEAST:
            return make(sent, found)
    return None


def _summary(sent: Sent, found: re.Match) -> Done | None:
    parts = told(sent.body)
    if found[0].rstrip(" ?").endswith("about") and not sent.asked.endswith("?"):
        return None
    if len(parts) == 1:
        return Done(compressed(parts[0], max(LEFT, len(parts[0].split()) * 2 // 3)), obeys=frozenset({"sentences", "brief"}))
    if (bullets := _IN_BULLETS.search(sent.head)) or _IN_BULLETS.search(sent.asked):
        return _in_points(parts, bullets and bullets["number"], {"bullets"})
    if words := _IN_WORDS.search(sent.head):
        return _in_words(parts, _count(words["number"]), exactly=bool(words["exactly"]))
    asked = _IN_SENTENCES.search(sent.head)
    number = _count(asked["number"]) if asked else 2 if len(parts) > 3 else 1
    chosen = outcome(parts, number)
    obeys = {"sentences", "sentences_at_most", "brief"}
    if number == 1 and asked and NOTES[0] <= len(parts) <= NOTES[1] and len(sent.body.split()) <= NOTED:
        chosen = [_joined(parts)]
    if _FOR_A_CHILD.search(sent.head):
        chosen, simple = simpler(chosen)
        obeys |= {"simple"} if simple else set()
    return Done(" ".join(chosen), obeys=frozenset(obeys))


_MANY = Regex(
    r"[A-Z]\w+s (?!and\b|or\b|is\b|was\b|has\b|(?!need\b)(?!need\b)\w+(?:s|ed)\b|went\b|came\b|said\b|had\b|did\b)[a-z]+"
)  # "Doors open", but not "Niklas works"


def _joined(parts: list[str]) -> str:
    """Return short sentences as one, with all that they say."""
    clauses = [re.sub(r"\s*\([^)]*\)", "", part).strip().rstrip(".!") for part in parts if not part.endswith("?")]
    joined = [clauses[0]]
    for clause in clauses[1:]:
        small = clause.split()[0].casefold() in STOPWORDS - {"i"} or _MANY.match(clause)
        joined.append(clause[0].lower() + clause[1:] if small else clause)
    last = joined.pop()
    return (
        f"{', '.join(joined)}{',' if len(joined) > 1 else ''} and {last}."
        if not re.match(r"(?:but|and|so|or)\b", last)
        else f"{', '.join(joined)}, {last}."
    )


def _in_words(parts: list[str], most: int, *, exactly: bool) -> Done | None:
    """Return the best sentence cut to so many words; None if it cannot be cut to them."""
    for part in sorted(parts, key=lambda one: -_merits(parts)[one]):
        short = compressed(_with_subject(part, parts[0]), most)
        if len(short.split()) <= most:
            fits = not exactly or len(short.split()) == most
            return Done(short, obeys=frozenset({"brief", "words_at_most", *(["words_exactly"] if fits else [])}))
    return None


def _points(sent: Sent, found: re.Match) -> Done | None:
    parts = told(sent.body)
    if len(parts) < 2 or re.search(r"\b(?:convert|turn)\b", sent.head, re.IGNORECASE):
        return None
    return _in_points(parts, found["number"], {"bullets", "numbered"})


def _in_points(parts: list[str], number: str | None, obeys: set[str]) -> Done:
    count = _count(number) if number else POINTS
    chosen = outcome(parts, count) if len(parts) > count else parts
    return Done("\n".join(f"- {trimmed(part)}" for part in chosen), obeys=frozenset({*obeys, "brief"}))


def _title(sent: Sent, found: re.Match) -> Done:
    """Return the most telling sentence as a title."""
    parts = told(sent.body) or [sent.body]
    most = int(found["words"] or IN_TITLE)
    best = re.sub(r"\A(?:The|A|An) ", "", compressed(outcome(parts, 1)[0], most)).rstrip(".!?")
    best = re.sub(r"\b(?:will|is going to|are going to) (?=[a-z]+\b)(?!be\b|not\b)", "to ", best)
    best = re.sub(r",?(?: (?:and|or|but|the|an?|of|with|to|in|for|at|by|from))+\Z", "", best)
    small = STOPWORDS - {"it", "he", "she", "they", "we", "i", "you", "is", "are", "not"}
    words = [word if place and word in small else word[:1].upper() + word[1:] for place, word in enumerate(best.split())]
    return Done(" ".join(words), obeys=frozenset({"words_at_most", "brief"}))


def _keywords(sent: Sent, found: re.Match) -> Done:
    count = _count(found["number"]) if found["number"] else KEYWORDS
    verbs = {*english().verbs, *english().past, *english().past.values(), *english().participles.values(), *english().filling}
    counted: Counter[str] = Counter()
    first: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_][\w'’-]+", sent.body):
        small = word.casefold()
        if small in STOPWORDS or small in verbs or stem(small) in verbs or small.endswith("ly") or len(small) < 4:
            continue
        known = stem(small)
        counted[known] += 1
        first.setdefault(known, word if word[0].isupper() and not _begins(word, sent.body) else small)
    return Done(", ".join(first[one] for one, _ in counted.most_common(count)), obeys=frozenset({"brief"}))


def _begins(word: str, text: str) -> bool:
    """Return whether a word has its capital only since it begins a sentence."""
    return bool(re.search(rf"(?:\A|[.!?]\s+|\n){re.escape(word)}\b", text))


def told(text: str) -> list[str]:
    """Return the sentences of a text that tell something: no greetings, no questions, no marks."""
    parts = sentences(without(text)) or sentences(text)
    return [part for part in parts if len(re.findall(r"\w+", part)) > 1 and not _NOT_SAID.match(part)] or parts


def outcome(parts: list[str], number: int) -> list[str]:
    """Return the most telling sentences in their order, with what came of it all; the first says who "it" is."""
    merits = _merits(parts)
    best = sorted(range(len(parts)), key=lambda place: -merits[parts[place]])[:number]
    chosen = [parts[place] for place in sorted(best)]
    return [_with_subject(chosen[0], parts[0]), *chosen[1:]]


def _with_subject(part: str, first: str) -> str:
    """Return a sentence with what the first one of its text is about in place of "it"."""
    she = _SHE.match(part) if part != first else None
    who = _subject(first) if she else None
    return f"{who}{part[she.end('who') :]}" if she and who else part


def _merits(parts: list[str]) -> dict[str, float]:
    """Return how telling each sentence is: by the words that it shares with others, what it decides, and its place."""
    words = {part: {stem(word) for word in re.findall(r"\w+", part.casefold()) if word not in STOPWORDS} for part in parts}
    common = Counter(word for some in words.values() for word in some)
    return {
        part: sum(common[word] - 1 for word in some) / max(len(some), 4)
        + (0.35 if part == parts[0] else 0)
        + (0.2 if part == parts[-1] else 0)
        + (0.7 if _OUTCOME.search(part) else 0)
        - (0.7 if _BELIEVED.match(part) else 0)
        for part, some in words.items()
    }


def _subject(sentence: str) -> str | None:
    """Return who or what a sentence is about: its words up to the first verb in the past or of "be"."""
    verbs = "|".join({*english().past, *english().past.values()})
    found = re.match(rf"((?:\S+ ){{0,4}}?\S+) (?:{verbs}|will|can|\w{{3,}}ed)\b", sentence)
    return found[1] if found and "," not in found[1] else None


def _count(word: str) -> int:
    return NUMBERS.get(word.casefold()) or int(word)
