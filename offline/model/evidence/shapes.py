"""What is known by its shape alone: addresses of all kinds, phone numbers, codes such as INV-2041, postal codes."""

import re
from collections.abc import Iterator

from .dates import MONTHS
from .mention import Mention

_URL = re.compile(r"\b(?:https?|ftp)://[^\s<>\"')\]]+[^\s<>\"')\].,;:!?]|\bwww\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"')\].,;:!?]*)?")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_DOMAIN = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:com|org|net|io|dev|ai|edu|gov|de|fr|uk|eu|example)\b(?!@)(?:/[^\s<>\"')\].,;:!?]*)?"
)
_PHONE = re.compile(r"(?<![\w.,/$€£-])\+?\(?\d[\d().\- ]{5,18}\d(?![\w/]|[.,]\d)")
_NO_PHONE = re.compile(r"(?:1\d{3}|20\d\d) \d|\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.\d{4}|\d+\.\d+$|\d+(?: \d)+$")
_LABELED_CODE = re.compile(
    r"#\s?(?P<hash>\w[\w-]*)"
    r"|\b(?:order|invoice|ticket|tracking|booking|reference|confirmation|customer|account|case|policy|serial|model|flight|id)"
    r"(?P<number>\s+(?:number|no\.?|nr\.?|id|code))?\s*(?:is\s+|:\s*)?[#:]?\s*(?P<code>(?=[A-Za-z-]{0,12}\d)[A-Za-z0-9][\w-]*)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[A-Z]{1,6}[-–]?\d[\dA-Z]*(?:-[\dA-Z]+)*\b|\b\d{2,}-\d{3,}(?:-\d+)*\b")
_POSTAL = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|(?<![\w.,$€£#-])\d{5}(?:-\d{4})?(?![\w,.-]\d|\w)|\b[A-Z]\d[A-Z] \d[A-Z]\d\b|\b\d{4} [A-Z]{2}\b"
)
_STREET = re.compile(
    r"\b\d+\s?[A-Za-z]?,?\s+(?:[A-ZÀ-Þ][\w'.-]*\s+){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Square|Place|Terrace)\b\.?"
    r"|\b[A-ZÀ-Þ][\w-]*(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d+\s?[a-z]?\b"
    rf"|(?<=, )(?!(?i:{MONTHS}))[A-ZÀ-Þ][\w-]+ \d{{1,4}}[A-Za-z]?(?=,)"
    r"|\b(?:Rue|Via|Calle|Avenida)\s[\w ]{3,30}?\s\d+\b"
)
_HASHTAG = re.compile(r"(?<!\w)#([^\W\d]\w{1,40})")
_HOUSE = re.compile(r"\d+(?:\s?[A-Za-z]\b)?")
_HANDLE = re.compile(r"(?<![\w@.])@(\w{2,30})\b|\b([a-z]+(?:_[a-z0-9]+)+|[a-z]+_?\d+)\b")


def mentions(text: str) -> Iterator[Mention]:
    """Yield what has a shape of its own; nothing in it is anything else."""
    for kind, form in (("url", _URL), ("email", _EMAIL), ("street", _STREET)):
        for found in form.finditer(text):
            yield Mention(kind, found[0].rstrip(" ."), *found.span())
    for found in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in found[0])
        if 7 <= digits <= 15 and not _NO_PHONE.match(found[0]) and not found[0].isdecimal():
            yield Mention.of("phone", text, *found.span())
    for found in _LABELED_CODE.finditer(text):
        group = "hash" if found["hash"] else "code"
        code = found[group]
        if any(map(str.isdigit, code)) and (not code.isdecimal() or len(code) > 2 or found["hash"] or found["number"]):
            yield _code(code, *found.span(group))
    for found in _CODE.finditer(text):
        yield _code(found[0], *found.span())
    for found in _DOMAIN.finditer(text):
        yield Mention.of("url", text, *found.span())


def loose(text: str) -> Iterator[Mention]:
    """Yield what may be something else as well."""
    for found in _POSTAL.finditer(text):
        yield Mention.of("postal", text, *found.span())
    for street in _STREET.finditer(text):
        house = _HOUSE.search(street[0])
        start = street.start() + house.start()
        yield Mention("house", house[0], start, start + len(house[0]), number=int(re.match(r"\d+", house[0])[0]))
    for found in _HASHTAG.finditer(text):
        yield Mention.of("hashtag", text, *found.span(1))
    for found in _HANDLE.finditer(text):
        yield Mention("handle", found[found.lastindex], *found.span(found.lastindex))


def _code(text: str, start: int, end: int) -> Mention:
    return Mention("code", text, start, end, number=int(text) if text.isdecimal() else 0, sure=0.5)
