"""Take something out of a text, put something else in its place, or put its parts in another order."""

import re

from ...tables import read_table
from ..regex import Regex
from .grouping import in_their_order
from .reading import Done, Sent

_CODE = Regex(r"\b(?:python|javascript|js|java|sql|regex|code|function|script|excel|array|program|bash)\b|[(){}=]", re.IGNORECASE)
_REMOVE = Regex(
    r"(?:remove|delete|strip|take out|get rid of|drop|leave out|rewrite (?:this |it )?without|write (?:this |it )?without) (?:all |any |the |of )*(?P<what>[\w ]+?)"
    r"(?: (?:from|in|out of|of)\b(?: (?:this|the|following|my|text|sentence|message|string|word|list|line))*)?\W*",
    re.IGNORECASE,
    "remov delet strip take out get rid drop leave without",
)
_SPACES = Regex(r"(?P<extra>(?:extra|double|unnecessary|multiple|additional) )?(?:white ?)?spaces?|blanks", re.IGNORECASE)
_BREAKS = Regex(r"(?:line ?breaks?|new ?lines?|empty lines)", re.IGNORECASE)
_REPLACE = Regex(
    r"(?:replace|change|swap|substitute) (?:all |every |each |the |word |words |letter )*[\"'“‘]?(?P<old>[\w' -]+?)[\"'”’]? (?:with|by|to|for|into) (?:the |word )*[\"'“‘]?(?P<new>[\w' -]+?)[\"'”’]?(?: (?:in|everywhere)\b(?: (?:this|the|following|my|text|sentence|in))*)?\s*:\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
    "replac chang swap substitut",
)
_BACKWARD = Regex(
    r"(?:reverse|turn round|turn around|invert|flip) (?:the |this |my |these |following )*(?:order of (?:the )?)?(?P<what>words|word order|lines|list|items|sentences|order)(?: order)?(?: (?:in|of)\b[\w ]*)?\W*",
    re.IGNORECASE,
    "revers turn invert flip",
)
_SORT = Regex(
    r"(?:sort|order|arrange|alphabeti[sz]e|put|rank|list|(?:in )?(?=alphabetical))\b(?P<what>[^:]*?\b(?:these|this|the|following|lines|list|words|names|numbers|items|them|alphabetical\w*|order|ascending|descending|by length|smallest|largest|biggest|shortest|longest|lowest|highest|small|big|low|high|chronologically|months|days|meals|sizes)\b[^:]*|)",
    re.IGNORECASE,
    "sort order arrang alphabet put rank list",
)
_SORTED_BY = Regex(
    r"\b(?:sort|alphabet\w*|ascending|descending|order|small(?:est)?|larg(?:e|est)|big(?:gest)?|short(?:est)?|long(?:est)?|length|a to z|z to a|numeric\w*|lowest|highest|chronolog\w+)\b",
    re.IGNORECASE,
)
_INTO = Regex(r"\b(?:sort|put|order|arrange)\b[^:]*\binto\b(?! (?:an? |the )?(?:\w+ )?order)", re.IGNORECASE)
_DOWN = Regex(
    r"\b(?:descending|reverse|z to a|z-a|(?:larg(?:e|est)|big(?:gest)?|high(?:est)?|long(?:est)?)(?: (?:one|number|word)s?)?(?: first| to)|backwards?)\b",
    re.IGNORECASE,
)
_UNIQUE = Regex(
    r"(?:remove|delete|drop|strip)\b[^:]*\b(?:duplicates?|repeated|double)\b[^:]*|dedup\w*\b[^:]*|[^:]*\bunique (?:lines|words|items|values|names)\b[^:]*",
    re.IGNORECASE,
    "duplicat dedup unique repeat double",
)
_TIMES = Regex(
    r"(?:how (?:many times|often) (?:does|do|is|can)|count how (?:many times|often) )\s*(?:you find )?(?:the )?(?:word )?[\"'“‘]?(?P<word>[\w-]+(?:'\w+)?)[\"'”’]? (?:appears?|occurs?|used|comes? up|mentioned|be found|found)?\b(?:[^:]*?(?:in|here)\b[^:]{0,40})?:\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
    "times often count",
)


def answer(sent: Sent) -> Done | None:
    """Return the text after what was asked to be done with its words; None for anything else."""
    whole = f"{sent.head}: {sent.body}"
    if _CODE.search(sent.head):
        return None
    if "letter" not in sent.head.casefold() and (found := _TIMES.fullmatch(whole)):
        number = len(re.findall(rf"(?<!\w){re.escape(found['word'])}(?!\w)", found["text"], re.IGNORECASE))
        times = "once" if number == 1 else f"{number} times"
        return Done(f'The word "{found["word"]}" appears {times}.', short=str(number))
    if found := _REPLACE.fullmatch(whole):
        return _replaced(found)
    if found := _UNIQUE.fullmatch(sent.head):
        return _listed(sent.body, lambda items: list(dict.fromkeys(items)))
    if found := _REMOVE.fullmatch(sent.head):
        return _removed(found["what"].strip(), sent.body)
    if found := _BACKWARD.fullmatch(sent.head):
        if "word" in found["what"]:
            return Done(" ".join(sent.body.split()[::-1]))
        return _listed(sent.body, lambda items: items[::-1])
    if (found := _SORT.fullmatch(sent.head)) and not _INTO.search(sent.head) and _SORTED_BY.search(sent.head):
        return _sorted(sent)
    return None


def _removed(what: str, text: str) -> Done | None:
    what = re.sub(r"\A(?:the|all|any) ", "", what)
    if found := _SPACES.fullmatch(what):
        return Done(" ".join(text.split()) if found["extra"] else re.sub(r"[ \t]+", "", text))
    if _BREAKS.fullmatch(what):
        return Done(" ".join(text.split()))
    names = re.split(r",? and |, ", what)
    kinds = read_table("text_work.yaml")["takes_out"]
    found_all = [
        next((pattern for called, pattern in kinds if re.fullmatch(called, name, re.IGNORECASE)), None) for name in names
    ]
    if not all(found_all):
        return None
    for pattern in found_all:
        text = re.sub(pattern, "", text, flags=re.IGNORECASE)
    text = re.sub(r"[ \t]{2,}", " ", text)
    return Done(re.sub(r" +(?=[.,!?;:](?:\s|\Z))", "", text).strip(), obeys=frozenset({"without"}))


def _replaced(found: re.Match) -> Done | None:
    def other(match: re.Match) -> str:
        return new[:1].upper() + new[1:] if match[0][0].isupper() and old[0].islower() else new

    marks = read_table("text_work.yaml")["marks"]
    old, new = (marks.get(name.strip().casefold().removesuffix("s"), name.strip()) for name in (found["old"], found["new"]))
    edges = (r"(?<!\w)", r"(?!\w)") if old[0].isalnum() else ("", "")
    text, count = re.subn(f"{edges[0]}{re.escape(old)}{edges[1]}", other, found["text"], flags=re.IGNORECASE)
    if not count and len(old.split()) > 2:
        return None  # not the word itself, but what it is called: "the names in this story"
    return Done(text) if count else Done(f'There is no "{old}" in the text.')


_MEASURE = Regex(  # what words do not tell of themselves
    r"\bchronolog\w+|\b(?:right|correct|logical) order\b|\b(?:by|in order of|order of) (?:their |the )?(?:size|weight|age|price|height|population|area|distance|time|date|year|importance|speed|colou?r|taste|popularity|difficulty|hardness|temperature)\b"
    r"|\b(?:tall|big|large|small|heavi|old|young|fast|slow|high|low|hot|cold|cheap|near|close|importan)(?:g?est|t to least)\b",
    re.IGNORECASE,
)


def asks_by_measure(head: str) -> bool:
    """Return whether a request wants things sorted by what their names do not tell: "by size"."""
    return bool(_MEASURE.search(head))


def _sorted(sent: Sent) -> Done | None:
    items = [item.strip() for item in sent.body.split(",")]
    if (own := in_their_order(items)) and not re.search(r"alphabet|length|a to z|descend|ascend", sent.head, re.IGNORECASE):
        return Done(", ".join(own[::-1] if _DOWN.search(sent.head) else own))
    if asks_by_measure(sent.head) and not all(re.search(r"\d", item) for item in items):
        return None
    down = bool(_DOWN.search(sent.head))
    by_length = bool(re.search(r"\blength\b|\bshort\w*|\blong\w*", sent.head, re.IGNORECASE))

    def ordered(items: list[str]) -> list[str]:
        if re.search(r"\b(?:last|family) names?|surname", sent.head, re.IGNORECASE):
            return sorted(items, key=lambda name: name.split()[-1].casefold(), reverse=down)
        if by_length:
            return sorted(items, key=len, reverse=down)
        numeric = all(re.fullmatch(r"-?\d+(?:[.,]\d+)?", item) for item in items)
        return sorted(items, key=(lambda one: float(one.replace(",", "."))) if numeric else str.casefold, reverse=down)

    return _listed(sent.body, ordered)


def _listed(text: str, change) -> Done | None:
    """Return a list after a change, its items apart as they were: in lines, or by commas, or by spaces; None without a list."""
    for pattern, between in ((r"\s*\n\s*", "\n"), (r"\s*;\s*", "; "), (r"\s*,\s*(?:and\s+)?|\s+and\s+", ", "), (r"\s+", " ")):
        items = [item for item in re.split(pattern, text.strip(" .")) if item]
        if len(items) > 1:
            bulleted = between == "\n" and all(item.startswith("- ") for item in items)
            return Done(between.join(change(items)), obeys=frozenset({"bullets", "numbered"} if bulleted else ()))
    return None
