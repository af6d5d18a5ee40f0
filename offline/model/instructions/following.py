"""Carry out wishes on the texts of a reply. Each kind of wish is one function, found by its name in `STEPS`."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from ...tables import read_table
from .. import language
from ..answers import Ways
from ..regex import Regex
from . import emojis, gist, kept, lengths, topics
from .columns import as_csv, as_json, two_columns
from .lacking import without
from .points import bulleted, code, items, led_in, numbered, points, sentences
from .reading import Wanted, Wish
from .wishes import NUMBERS

MOST_VARIANTS = 48
NOTE = "The offline stand-in could not follow: {}"
_GREETS = Regex(
    r"\W*(?:hi+|hello|hey|good (?:morning|evening|afternoon|day|night)|thanks?|thank you|thx|ok(?:ay)?|(?:good)?bye|see you)\b(?: (?:there|again|a lot|so much|very much|all|everyone))*\W*",
    re.IGNORECASE,
)
MOST_OF_A_NAME = 6  # words
COURTESY = "courtesy"  # what a reply to thanks and goodbyes is about; no topic forbids it
OF_A_HOUSE = "support"  # what a reply out of the facts of a shop or a hotel is about; no topic forbids those
_EMPTY = frozenset("and the for our your with about question questions topic topics thing things".split())
_ARRAY = Regex(r"\b(?:array|list)\b", re.IGNORECASE)
SECRET = "I may not tell you that."
_MARKS = Regex(
    rf"(?:(?P<n>\d|{'|'.join(NUMBERS)}) )?(?P<mark>exclamation|question|dot|full stop|period)(?: (?:marks?|points?))?s?",
    re.IGNORECASE,
)
_AT_MOST = Regex(r"\b(?:at most|max(?:imum)?|up to|(?:no|not|never) more than|or (?:less|fewer)|fewer than)\b", re.IGNORECASE)
_ONE_WORD, _YES_OR_NO = Regex(r"\bword\b", re.IGNORECASE), Regex(r"\byes\b", re.IGNORECASE)
_A_KIND = Regex(r"(?:an?|some|one|two|three|your|the(?= (?-i:[a-z]))|their|his|her|asking|saying)\b(?=.* \w)", re.IGNORECASE)
_YES = Regex(r"(?:yes|no|maybe)\b", re.IGNORECASE)


@dataclass
class Draft:
    """A reply on its way: its ways, and the shortest way to say it."""

    ways: Ways
    short: str | None = None
    question: str = ""
    about: str = ""
    dress: Callable[[Ways], Ways] = lambda ways: ways  # puts what a role says around
    of_length: Callable[[str, int], str | None] | None = None  # writes it anew for a length
    grid: str = ""  # the same as a table in Markdown, where it is one

    def made(self, unit: str, number: int | None) -> str | None:
        """Return the reply made for so many "words" or "sentences"; None if it is not made for lengths, or not for this one."""
        return self.of_length(unit, number) if self.of_length and number else None


# What makes a text shorter, before a role puts its words around.
CUTTING = ("secret", "fixed", "conditional", "topic", "code_only", "short", "names_only", "sentences", "sentences_at_most", "brief", "words_at_most", "words_exactly", "words_at_least",
           "characters_at_most", "bullets", "so_many", "steps", "paragraph", "numbered")  # fmt: skip
Step = Callable[[str, Wish, Draft], "str | None"]


def follow(draft: Draft, wanted: Wanted, cannot: list[str]) -> Ways:
    """Return the ways of a draft after all wishes. What cannot be carried out is named at the end, with `cannot`."""
    steps = [(kind, wish) for kind in STEPS if (wish := wanted.get(kind))]
    failed, ways = list[Wish](), draft.ways
    for some, dress in (
        ([step for step in steps if step[0] in CUTTING], True),
        ([step for step in steps if step[0] not in CUTTING], False),
    ):
        if some:
            ways, more = _carried_out(variants(ways), some, draft)
            failed += more
        ways = draft.dress(ways) if dress and not _otherwise(ways, wanted) else ways
    undone = (
        kept.broken(variants(ways)[0][1], wanted, dressed=draft.dress(draft.ways) != draft.ways) if ways and wanted.wishes else []
    )
    cannot = [*cannot, *(wish.words for wish in [*failed, *undone])]
    if not cannot:
        return ways
    whole = [words for words in dict.fromkeys(cannot) if not any(words != other and words in other for other in cannot)]
    note = NOTE.format("; ".join(f'"{words}"' for words in whole))
    return [(weight, _noted(text, note)) for weight, text in ways]


def _otherwise(ways: Ways, wanted: Wanted) -> bool:
    """Return whether a reply is what the instructions want to have said outside of their topic, word for word."""
    topic = wanted.get("topic")
    said = str(topic.value).partition("\n")[2].strip() if topic else ""
    return bool(said) and all(text == said for _, text in ways)


def variants(ways: Ways) -> Ways:
    """Return the likeliest texts that some ways can become, with their weights; there are no choices left in them."""
    found: dict[str, float] = {}
    for weight, text in ways:
        slots = [_likeliest(slot) for slot in language.slots(text)]
        whole = [(weight, "")]
        for slot in slots:
            longer = [(share * part, said + more) for share, said in whole for part, more in slot]
            whole = sorted(longer, key=lambda one: -one[0])[:MOST_VARIANTS]
        for share, said in whole:
            found[said] = found.get(said, 0.0) + share
    best = sorted(found.items(), key=lambda one: -one[1])[:MOST_VARIANTS]
    return [(weight, text) for text, weight in best]


def _likeliest(slot) -> list[tuple[float, str]]:
    total = sum(weight for weight, _ in slot)
    return sorted(((weight / total, "".join(tokens)) for weight, tokens in slot), key=lambda one: -one[0])[:8]


def _carried_out(ways: Ways, steps: list[tuple[str, Wish]], draft: Draft) -> tuple[Ways, list[Wish]]:
    """Return the ways after each step. A step that no way can take is left out, and returned as well."""
    failed = []
    for kind, wish in steps:
        changed = [(weight, done) for weight, text in ways if (done := STEPS[kind](text, wish, draft)) is not None]
        if changed:
            merged: dict[str, float] = {}
            for weight, text in changed:
                merged[text] = merged.get(text, 0.0) + weight
            ways = [(weight, text) for text, weight in merged.items()]
        else:
            failed.append(wish)
            ways = [(weight, _nearest(kind, text, draft)) for weight, text in ways]
    return ways, failed


def _nearest(kind: str, text: str, draft: Draft) -> str:
    """Return what comes nearest to a length that cannot be kept."""
    if kind != "code_only" and code(text):
        return text
    if kind == "bullets":
        return bulleted(items(text))
    shortens = kind in ("short", "words_at_most", "characters_at_most") and sentences(text)
    return lengths.nearest(text, draft.question) if shortens else text


def _noted(text: str, note: str) -> str:
    if text.startswith("{") and text.endswith("}"):
        try:
            return json.dumps(json.loads(text) | {"note": note}, ensure_ascii=False)
        except ValueError:
            pass
    return f"{text}\n\n{note}"


# --- Steps ---


def _code_only(text: str, wish: Wish, draft: Draft) -> str | None:
    return code(text) or None


def _secret(text: str, wish: Wish, draft: Draft) -> str:
    """Return a text that tells nothing of what is to be kept secret."""
    secrets = [told.rstrip(" .!") for told in str(wish.value).splitlines()]
    return SECRET if any(secret and secret in text for secret in secrets) else text


def _fixed(text: str, wish: Wish, draft: Draft) -> str:
    return str(wish.value)


def _conditional(text: str, wish: Wish, draft: Draft) -> str:
    condition, _, reply = str(wish.value).partition("\n")
    return reply if topics.is_met(condition, draft.question) else text


def _topic(text: str, wish: Wish, draft: Draft) -> str:
    topic, _, otherwise = str(wish.value).partition("\n")
    topic = topic.strip(" .!")
    words = {word.rstrip("s") for word in re.findall(r"\w{3,}", topic.casefold())} - _EMPTY
    about = f"{draft.about} {draft.question} {text}".casefold()
    if (
        draft.about in (COURTESY, OF_A_HOUSE)
        or _GREETS.fullmatch(draft.question)
        or any(word in about for word in words)
        or topics.related(words, draft.question, draft.about, text)
    ):
        return text
    return otherwise.strip() or f"I only answer questions about {topic}."


_OTHER_TOPICS = Regex(
    r"\b(?:any|every|all|anything) (?:other|else)\b[^.,;:]*[,:]?\s*(?:please )?(?:politely |kindly |just )*(?:say|tell (?:them|the \w+)|reply|answer|explain) that you (?P<can>[^.\n]{3,100})",
    re.IGNORECASE,
)
_POLITELY = Regex(r"\b(?:politely|kindly|polite|apologi[sz]e)\b", re.IGNORECASE)
_BACK = Regex(
    r"\b(?:bring|steer|lead|redirect|guide|turn|return|come|go|get|direct|move)\w*\b[^.!?\n]{0,40}\b(?:back|to) ", re.IGNORECASE
)
_INSTEAD = Regex(r"\b(?:suggest|offer|recommend|propose|tell|give|ask)\b[^.!?\n]{3,60}\binstead\b", re.IGNORECASE)


def off_topic(wanted: Wanted, told: str, answer: str = "", about: str = "") -> str | None:
    """Return what is said to a question outside of the topic that the instructions allow, whatever there is to answer; None within it."""
    wish = wanted.get("topic")
    if wish is None or not wanted.question or (said := _topic(answer, wish, Draft([], None, wanted.question, about))) == answer:
        return None
    ordered = _OTHER_TOPICS.search(told)
    said = f"I am sorry, I {ordered['can'].strip()}." if ordered else said
    if said.startswith("I only answer"):
        topic = str(wish.value).partition("\n")[0].strip(" .!")
        said = f"{said.rstrip('.')}, I am sorry." if _POLITELY.search(told) else said
        said += f" What would you like to know about {topic}?" if _BACK.search(told) else ""
    also = _INSTEAD.search(told)
    return _noted(said, NOTE.format(f'"{also[0].strip()}"')) if also else said


def _short(text: str, wish: Wish, draft: Draft) -> str | None:
    if blocks := code(text):
        return blocks
    if _ONE_WORD.search(wish.words) and (said := draft.made("words", 1)):
        return said
    said = draft.short if draft.short is not None else text
    if _YES_OR_NO.search(wish.words):
        found = _YES.match(said) or _YES.match(text)
        return found[0] if found else gist.yes_or_no(draft.question, text)
    return said if (draft.short is not None and not _ONE_WORD.search(wish.words)) or len(said.split()) <= 3 else None


def _names_only(text: str, wish: Wish, draft: Draft) -> str | None:
    if draft.short is not None and "\n" not in text:
        return draft.short
    names = [item for item in items(text) if not item.endswith(":")]
    return ", ".join(names) if all(len(name.split()) <= MOST_OF_A_NAME for name in names) else None


def _bullets(text: str, wish: Wish, draft: Draft) -> str | None:
    """Return a text as bullet points: as many as are wanted; None if it has fewer."""
    if not isinstance(wish.value, int):
        plain = [item for item in items(text) if not item.endswith(":")] if not code(text) else []
        return bulleted(plain or items(text))
    few = [item for item in items(text) if not item.endswith(":")][: wish.value] if _AT_MOST.search(wish.words) else None
    found = few or points(text, wish.value)
    return bulleted(found) if found else None


def _so_many(text: str, wish: Wish, draft: Draft) -> str | None:
    """Return the first of what a text lists, as many as are wanted; None if it has fewer."""
    found = points(text, wish.value)
    return numbered(found) if found else None


def _in_steps(text: str, wish: Wish, draft: Draft) -> str | None:
    """Return a text as so many numbered points; None if it has fewer, or is a list that has more."""
    found = points(text, wish.value)
    return numbered(found) if found and (len(items(text)) == len(found) or "\n" not in text) else None


def _numbered(text: str, wish: Wish, draft: Draft) -> str:
    return numbered(items(text))


def _table(text: str, wish: Wish, draft: Draft) -> str:
    if draft.grid:
        return draft.grid
    if columns := two_columns(text):
        return columns
    rows = "\n".join(f"| {number} | {item.replace('|', '/')} |" for number, item in enumerate(items(text), 1))
    return f"| Number | Answer |\n| --- | --- |\n{rows}"


def _markdown(text: str, wish: Wish, draft: Draft) -> str:
    title = draft.question.strip(" ?.!\n").partition("\n")[0][:60]
    return f"## {title[:1].upper() + title[1:]}\n\n{text}"


def _json(text: str, wish: Wish, draft: Draft) -> str:
    if draft.grid:
        return as_json(draft.grid)
    listed = items(text)
    value = listed if (len(listed) > 1 and "\n" in text) or (len(listed) > 2 and not text.rstrip(".").count(".")) else text
    if _ARRAY.search(wish.words):
        if "\n" not in text and all(len(part.split()) <= MOST_OF_A_NAME for part in text.split(", ")):
            value = text.rstrip(".").split(", ")
        return json.dumps(value if isinstance(value, list) else [value], ensure_ascii=False)
    return json.dumps({"answer": value}, ensure_ascii=False)


def _csv(text: str, wish: Wish, draft: Draft) -> str:
    """Return a list of short things as one row, anything else as numbered rows."""
    if draft.grid:
        return as_csv(draft.grid)
    listed = items(text)
    if draft.about == "list" and len(listed) > 1:
        return ",".join(f'"{item}"' if "," in item else item for item in listed)
    return "number,answer\n" + "\n".join(f'{number},"{item}"' for number, item in enumerate(listed, 1))


def _row(text: str, written: Callable[[list[str]], str]) -> str | None:
    """Return a list of short things as it is to be written; None for what is no list."""
    listed = items(text)
    return written(listed) if len(listed) > 1 and all(len(item.split()) <= MOST_OF_A_NAME for item in listed) else None


def _steps() -> dict[str, Step]:
    """Return the steps by the kind of their wish, in the order in which they are taken."""
    return {
        "secret": _secret, "fixed": _fixed, "conditional": _conditional, "topic": _topic, "code_only": _code_only, "short": _short, "names_only": _names_only, "sentences": lengths.sentences,
        "sentences_at_most": lengths.sentences_at_most, "brief": lengths.brief, "words_at_most": lengths.words_at_most, "words_exactly": lengths.words_exactly,
        "words_at_least": lengths.words_at_least, "characters_at_most": lengths.characters_at_most,
        "bullets": _bullets, "so_many": _so_many, "steps": _in_steps, "paragraph": lambda text, wish, draft: text if "\n\n" not in text else None, "numbered": _numbered, "table": _table,
        "rhyme": _rhyme,
        "bold": lambda text, wish, draft: f"**{text}**",
        "begin": lambda text, wish, draft: led_in(str(wish.value), text) if _is_said(wish) else None,
        "address": lambda text, wish, draft: led_in(f"{str(wish.value).strip()},", text),
        "end_question": _asks_back,
        "emoji": lambda text, wish, draft: emojis.added(text, wish.words, draft.question, draft.short),
        "end": _ended,
        "upper": lambda text, wish, draft: None if code(text) else text.upper(),
        "lower": lambda text, wish, draft: None if code(text) else text.lower(),
        "title": lambda text, wish, draft: None if code(text) else text.title(),
        "without": lambda text, wish, draft: without(text, draft.short, str(wish.value)),
        "markdown": _markdown, "json": _json,
        "yaml": lambda text, wish, draft: f"answer: {json.dumps(text, ensure_ascii=False)}",
        "html": lambda text, wish, draft: "".join(f"<p>{part}</p>" for part in text.split("\n") if part),
        "xml": lambda text, wish, draft: f"<answer>{text}</answer>",
        "csv": _csv, "in_a_row": lambda text, wish, draft: _row(text, ", ".join), "python_list": lambda text, wish, draft: _row(text, repr),
        "code": lambda text, wish, draft: f"```\n{text}\n```",
    }  # fmt: skip


def _rhyme(text: str, wish: Wish, draft: Draft) -> str:
    """Put lines that rhyme around what is no verse."""
    if len(text.strip().split("\n")) > 3 and draft.about.startswith("verse"):
        return text
    pairs = [line.split(" / ") for line in read_table("rhymes.yaml")["around"]]
    before, after = pairs[len(draft.question) % len(pairs)]
    return f"{before}\n{text.strip()}\n{after}"


def _asks_back(text: str, wish: Wish, draft: Draft) -> str:
    """Return a text with a question at its end that goes with what was said."""
    if text.rstrip().endswith("?"):
        return text
    asked = read_table("courtesy.yaml")["asks_back"]
    return f"{text} {next(one['say'] for one in asked if re.search(one['if'], draft.question, re.IGNORECASE))}"


def _is_said(wish: Wish) -> bool:
    """Return whether the value of a wish is what is to be said, and no name for it: "a compliment"."""
    return bool(re.search(r"[\"“”‘']", wish.words) or not _A_KIND.match(str(wish.value)))


def _ended(text: str, wish: Wish, draft: Draft) -> str | None:
    """Return a text with what it is to end with; marks that are named take the place of its full stop."""
    named = _MARKS.fullmatch(str(wish.value))
    if not named and not _is_said(wish):
        return None
    if not named:
        return f"{text} {wish.value}"
    count = NUMBERS.get((named["n"] or "one").casefold()) or int(named["n"])
    return text.rstrip(" .!?") + {"exclamation": "!", "question": "?"}.get(named["mark"].casefold(), ".") * count


STEPS = _steps()
