"""Mails, letters and messages out of what was told: to whom, for what purpose, with which facts. The purposes are in data/everyday/letters.yaml.

"email to my landlord that the heating is broken since Monday and I have a baby. firm"
-> to: landlord; purpose: repair; "The heating has been broken since Monday. I have a baby."; tone: firm
"""

import re

from ..everyday.wish import capital, has, sentence
from . import table
from .letter_reading import FAMILY_OWN, NAME, Letter, read
from .reading import Commission

NAMELESS = "[Your name]"
_NO_END = frozenset("the a an my your to of in on at with is and".split())


def written(made: Commission) -> tuple[str, list[str]] | None:
    """Return the letter that is commissioned, and what of it could not be told; None if it is no letter."""
    if (letter := read(made)) is None:
        return None
    told = len(letter.facts) + len(letter.asks)
    if (
        letter.left
        and not told
        and not letter.what
        and (
            itself := re.search(
                r"^[^:]*\b(?:text|sms|whats ?app|message)\b[^:]*:\s+(?P<said>[^:]{3,120})$", made.whole, re.IGNORECASE
            )
        )
    ):
        letter.facts, letter.left, letter.purpose = [], [], "tell"
        said = sentence(itself["said"]).rstrip(".") + "!"
        return f"{_hello(letter, _close(letter), made)}\n\n{said}\n\nSee you soon\n{made.signed or NAMELESS}", []
    if len(letter.left) > max(1, told) or (letter.left and not told and not letter.what):
        return "", letter.left
    if re.search(r"\bfrom my (?:son|daughter|child)", made.text):
        return None
    if not (
        letter.facts
        or letter.asks
        or letter.what
        or (letter.purpose not in ("request", "tell") and "bare" in table.letters().purposes[letter.purpose])
    ):
        return None
    return _text(letter, made), letter.left


def _text(letter: Letter, made: Commission) -> str:
    row = table.letters().purposes[letter.purpose]
    what = letter.what
    facts = " ".join(map(sentence, letter.facts))
    about = row.get("about") if what else None
    opening = about or row["begin"]
    values = {"<what>": what, "<What>": capital(what), "<facts>": facts}
    if "<facts>" in opening and not facts:
        opening = row.get("bare") or re.sub(r":? <facts>", "." if ": <facts>" in opening else "", opening)
        if "<what>" in opening.casefold() and not what:
            opening = re.sub(r":? <facts>", "", row["begin"])
    elif "<facts>" not in opening:
        opening = f"{opening} <facts>"
    for place, value in values.items():
        opening = opening.replace(place, value)
    close = _close(letter) and not made.wants("formal")
    brief = made.wants("short") or any(
        (unit in ("sentence", "line") and number <= 5) or (unit == "word" and number <= 60) for unit, number, _ in made.lengths
    )
    ending = (
        row.get("firm", table.letters().firm)
        if made.wants("firm")
        else row["close"]
        if close and "close" in row
        else row.get("whose", row["then"])
        if has(letter.who, rf"of my (?:{FAMILY_OWN})|(?:{FAMILY_OWN})['’]s")
        else row["then"]
    )
    if letter.asks and letter.purpose in ("request", "tell"):
        ending = table.letters().asked
    if brief:
        ending = re.split(r"(?<=[.!?])\s", ending)[0]
    if made.again and letter.purpose == "reminder":
        opening = opening.replace("a friendly reminder", f"my {made.again} reminder")
    due = [one for one in letter.asks if one.startswith("Please do so ")]
    asks = [one for one in letter.asks if one not in due]
    if asks and letter.purpose in ("request", "tell") and not what:  # what is asked comes first, and then the reasons
        opening = " ".join(
            [
                table.letters().purposes["request"]["begin"].replace("<facts>", ""),
                *(one for one in asks if not one.startswith("Please ")),
                facts,
            ]
        )
        asks = [one for one in asks if one.startswith("Please ")]
    paragraphs = [" ".join([capital(" ".join(opening.split())), *asks]), " ".join([capital(ending), *due])]
    if due:
        paragraphs[1] = re.sub(r"(?<=[.!?]) (Please do so .*)", "", paragraphs[1])
        first, *more = re.split(r"(?<=[.!?])\s", paragraphs[1])
        paragraphs[1] = " ".join([first, *due, *more])
    if made.wants("warm") and not brief and letter.purpose not in ("thanks", "condolence"):
        paragraphs.insert(0, table.letters().warm)
    if made.wants("warm") and letter.purpose == "thanks":
        paragraphs.append(table.letters().warm_end)
    if made.wants("polite"):
        paragraphs.append(re.sub(r";.*", ".", table.letters().polite) if brief else table.letters().polite)
    if made.wants("funny"):
        paragraphs.append(row.get("funny", table.letters().funny))
    most = next((number for unit, number, _ in made.lengths if unit == "sentence"), None)
    if most and len(re.findall(r"[.!?](?=\s|\Z)", " ".join(paragraphs))) > most:
        paragraphs = paragraphs[:1]
    message = has(letter.kind, r"texts?|sms|messages?|notes?|tell|whats ?app|cards?|ask|say sorry|thank|invite|remind|inform")
    bye = (
        "Yours sincerely"
        if made.wants("formal")
        else "See you soon"
        if close and message and letter.purpose in ("tell", "invitation", "late")
        else "Warm regards"
        if made.wants("warm") or letter.purpose in ("thanks", "farewell", "invitation")
        else "Kind regards"
    )
    text = f"{_hello(letter, close, made)}\n\n" + "\n\n".join(paragraphs) + f"\n\n{bye}\n{made.signed or NAMELESS}"
    if made.wants("formal"):
        text = _without_short_forms(text)
    if message or (made.wants("short") and close):
        return text
    if letter.purpose == "request" and not what:
        return f"Subject: A request\n\n{text}"
    subject = capital(
        (
            row["subject"].replace("<what>", what).replace("<What>", capital(what))
            if what or "<" not in row["subject"]
            else re.sub(r":? ?<[wW]hat>", "", row["subject"])
        )
        or _briefly(letter)
    )
    return f"Subject: {subject}\n\n{text}"


def _without_short_forms(text: str) -> str:
    """Return a text without the short forms of speech."""
    for short, long in table.letters().formal.items():
        text = re.sub(
            rf"\b{short}\b", lambda found, long=long: capital(long) if found[0][0].isupper() else long, text, flags=re.IGNORECASE
        )
    return text


def _briefly(letter: Letter) -> str:
    """Return the first words of what is told, as they stand in a subject line."""
    first = (letter.facts or [""])[0]
    words = re.split(r"\s+(?:for|since|because|and|so|when|which|who|but)\s|,", first)[0].split()[:8]
    while len(words) > 3 and words[-1].casefold() in _NO_END:
        words.pop()
    return " ".join(words) or "A short message"


def _close(letter: Letter) -> bool:
    return has(letter.who.casefold(), "|".join(table.letters().close)) or (
        bool(re.fullmatch(r"[A-Z][\w'-]+", letter.who)) and not has(letter.who, table.letters().groups)
    )


def _hello(letter: Letter, close: bool, made: Commission) -> str:
    who = re.sub(r"\A(?:my|our|the|an?) ", "", letter.who, flags=re.IGNORECASE)
    if titled := re.search(rf"\b((?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor))\.? ({NAME})", who):
        return f"Dear {titled[1]}{'' if titled[1] in ('Miss', 'Professor') else '.'} {titled[2]},"
    if letter.purpose == "recommendation":
        return "To whom it may concern,"
    if has(who, table.letters().groups) or not who:
        return "Hello," if close or made.wants("warm") or letter.purpose == "invitation" else "Dear Sir or Madam,"
    hello = "Hi" if close and letter.purpose not in ("condolence",) else "Dear"
    who = re.sub(r" of (?:my|our|the|class|grade) .*| (?:on|in|at|from) .*|.*['’]s (?=\w)", "", who)
    words = who.split()
    name = (
        words[-1]
        if len(words) > 1
        and (
            words[-1][:1].isupper()
            or has(
                words[-2], "friend|colleague|sister|brother|cousin|aunt|uncle|boss|teacher|neighbou?r|wife|husband|son|daughter"
            )
        )
        and not has(words[-1], table.letters().roles)
        else words[0]
        if words[0][:1].isupper()
        else ""
    )
    if name:
        return f"{hello} {capital(name)},"
    low = who.casefold()
    if low in ("mom", "mum", "dad", "grandma", "grandpa", "mother", "father"):
        return f"{hello} {capital(low)},"
    if re.search(r"(?<!s)s\Z|team|family|children|people|everyone|all\Z", low):
        return f"{hello} {'all' if low in ('everyone', 'all') else low},"
    if has(low, "neighbou?r|customer|friend|colleague|guest|client|wife|husband"):
        return f"Dear {low},"
    return f"{hello} [{low}'s name],"
