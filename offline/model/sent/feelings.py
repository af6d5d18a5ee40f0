"""Judge what somebody feels who wrote a text: positive, negative, mixed or neutral. The words are in data/feelings.yaml."""

import re

from ..computed.english import english
from ..regex import Regex
from .reading import Done, Sent

_ASKS = Regex(
    r"[^:]{0,60}\b(?:sentiment|mood|(?:positive|negative)(?:,)? (?:or|and) (?:negative|positive|neutral|mixed)|positive, negative|negative, positive|feeling|good (?:\w+ )?or (?:a )?bad|bad (?:\w+ )?or (?:a )?good)\b[^:]{0,80}"
    r"|how (?:does|do|did|is) [^:]{0,40}\b(?:feel|feeling)\b[^:]{0,40}"
    r"|(?:(?:would you say|do you think|say|say if|tell me if|is it true that)(?: that)? )?(?:is )?(?:this|that|the following|the)(?: \w+){0,2}?(?: is| an?)? (?P<claim>positive|negative|neutral|mixed|good|bad)(?: review)?\W*",
    re.IGNORECASE,
    "sentiment mood positive negative feel good bad neutral mixed",
)
_HAPPY = Regex(
    r"(?:[^:?]{0,60}[.!,] ?)?(?:is|was|does|do you think|how)\b[^:]{0,30}?\b(?:customer|reviewer|writer|author|person|guest|client|user|he|she|they)\b[^:]{0,30}?\b(?P<how>happy|satisfied|pleased|unhappy|angry|dissatisfied|upset|disappointed)\b[^:]{0,40}",
    re.IGNORECASE,
    "happy satisf pleased angry upset disappointed",
)
_NO_JUDGING = Regex(r"\b(?:python|code|function|example|examples|write|rewrite|what does|explain|prompt|model)\b", re.IGNORECASE)
_WHY = Regex(r"\b(?:why|reason|explain|because|and say|brief(?:ly)?)\b", re.IGNORECASE)
_BUT = Regex(
    r"[,;.!?]*\s*\b(?:but|however|although|though|yet|except(?: that)?|unfortunately|sadly|on the other hand|only downside|even though|while|whereas|despite)\b|(?<=[.!?;])\s+|\n+",
    re.IGNORECASE,
)
_TURNS = Regex(r"\b(?:but|however|although|though|yet|except|unfortunately|sadly|whereas)\b", re.IGNORECASE)
_LIKED = Regex(
    r"\b(?:i|we|they|you|kids|children|really|would|do|did|don't|didn't|doesn't|also|guests|everyone|to)\s*\Z", re.IGNORECASE
)  # somebody likes; else things are like others
_EACH = Regex(r"\b(?:each|these|every|all of)\b", re.IGNORECASE)
_CLAIMS = {"good": "Positive", "bad": "Negative"}

_BUT_ONE = Regex(r"\b(?:(?:one|a single) word|only|just|exactly)\b", re.IGNORECASE)
_GOOD_OR_BAD = Regex(r"\b(?:good or bad|bad or good|good, (?:bad|neutral|mixed))\b", re.IGNORECASE)


def answer(sent: Sent) -> Done | None:
    """Return the feeling in a text; None if that is not asked."""
    if _NO_JUDGING.search(sent.head) and not _WHY.search(sent.head):
        return None
    if asked := _HAPPY.fullmatch(sent.head):
        return _happy(asked["how"].casefold(), sent.body)
    if not (asked := _ASKS.fullmatch(sent.head)) or len(sent.body.split()) < 2:
        return None
    if (
        _EACH.search(sent.head)
        and len(items := [one.strip(" .") for one in re.split(r"\n+|;|,", sent.body) if one.strip(" .")]) > 1
    ):
        return Done("\n".join(f"{item}: {_allowed(judged(item)[0], sent.head, item).casefold()}" for item in items))
    word, evidence = judged(sent.body)
    word = _allowed(word, sent.head, sent.body)
    because = f' The text says "{evidence}".' if evidence and _WHY.search(sent.head) else ""
    if claim := asked["claim"]:
        right = _CLAIMS.get(claim.casefold(), claim.capitalize()) == word
        return Done(f"{'Yes' if right else 'No'}, it is {word.casefold()}.{because}", short="Yes" if right else "No")
    if because:
        return Done(f"{word}.{because}", short=word, obeys=frozenset({"brief"}))
    if word == "Neutral":
        return Done(word, short=word, ways=((70.0, "Neutral"), (15.0, "Mixed"), (15.0, "The sentiment is neutral.")))
    return Done(word, short=word, ways=((97.0, word), (3.0, f"The sentiment is {word.casefold()}.")))


def _happy(how: str, body: str) -> Done:
    word, evidence = judged(body)
    wants = "Negative" if how in ("unhappy", "angry", "dissatisfied", "upset", "disappointed") else "Positive"
    if word in ("Mixed", "Neutral"):
        said = "Partly: the text is mixed." if word == "Mixed" else "The text does not show it."
        return Done(said, short="Partly" if word == "Mixed" else "Unclear")
    yes = "Yes" if word == wants else "No"
    return Done(f'{yes}. The text is {word.casefold()}: "{evidence}".', short=yes)


def _allowed(word: str, head: str, body: str) -> str:
    """Return a word that the request allows, where it names all that it allows: what is mixed is neutral, or else as it ends."""
    if _GOOD_OR_BAD.search(head):
        return {"Positive": "Good", "Negative": "Bad"}.get(word, word)
    named = {one for one in ("positive", "negative", "neutral", "mixed") if re.search(rf"\b{one}\b", head, re.IGNORECASE)}
    if word == "Mixed" and "mixed" not in named and "neutral" in named:
        return "Neutral"
    if word == "Mixed" and named == {"positive", "negative"} and _BUT_ONE.search(head):
        return "Positive" if _scores(body)[-1][0] > 0 else "Negative"
    return word


def judged(text: str) -> tuple[str, str]:
    """Return the feeling in a text, and the words that show it."""
    scores = _scores(text)
    if ironic := next(
        (found[0] for pattern in english().ironic if (found := re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE))), ""
    ):
        return (
            "Negative" if any(word in english().negative for word in re.findall(r"\w+", text.casefold())) else "Mixed"
        ), ironic
    good = [one for one in scores if one[0] > 0]
    bad = [one for one in scores if one[0] < 0]
    if good and bad:
        return "Mixed", f"{good[0][1]}” and “{bad[0][1]}".replace("”", '"').replace("“", '"')
    if not scores:
        return "Neutral", ""
    return ("Positive" if good else "Negative"), scores[0][1]


def _scores(text: str) -> list[tuple[int, str]]:
    """Return how each clause of a text feels that shows it, with the words that do."""
    parts = [(part, _TURNS.search(joint or "")) for part, joint in _clauses(text)]
    scores: list[tuple[int, str]] = []
    for part, turns in parts:
        score, words = _score(part)
        if not score and turns and scores and len(part.split()) > 1:
            score, words = (-1 if scores[-1][0] > 0 else 1), part.strip()  # what stands behind "but" feels the other way
        if score:
            scores.append((score, words))
    return scores


def _clauses(text: str) -> list[tuple[str, str]]:
    """Return the clauses of a text, each with what joins it to the one before."""
    joints = list(_BUT.finditer(text))
    starts, ends = [0, *(joint.end() for joint in joints)], [*(joint.start() for joint in joints), len(text)]
    return list(
        zip(
            (text[start:end] for start, end in zip(starts, ends, strict=True)), ["", *(joint[0] for joint in joints)], strict=True
        )
    )


def _score(part: str) -> tuple[int, str]:
    """Return how a clause feels (above or below 0), and the words in it that say so."""
    text = part.casefold().replace("’", "'")
    score, shown = 0, ""
    for table, value in ((english().negative_phrases, -2), (english().positive_phrases, 2)):
        for phrase in table:
            if found := re.search(rf"\b(?:{phrase})\b", text):
                score += value
                shown = shown or part[found.start() : found.end()]
                text = f"{text[: found.start()]}{' ' * len(found[0])}{text[found.end() :]}"
    turned = 0
    for found in re.finditer(r"[\w']+", text):
        word = found[0]
        if word in english().negation:
            turned = 4
            continue
        if word == "like" and not _LIKED.search(text[: found.start()]):
            continue
        value = (word in english().positive) - (word in english().negative)
        if value:
            score += -value if turned else value
            shown = shown or part[found.start() : found.end()]
        turned = max(turned - 1, 0)
    return score, shown
