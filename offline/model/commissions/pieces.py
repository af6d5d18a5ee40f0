"""Speeches, cards, bios, tales, poems and out-of-office notes out of what was told. What is said around it is in data/commissions.yaml."""

import re

from ...tables import read_table
from ..everyday.wish import capital, has, mended, sentence
from ..instructions.following import sentences
from ..regex import Regex
from ..sent.feelings import judged
from . import clauses
from .reading import Commission
from .table import known

OWN_NAMES = {  # what somebody is called by their family
    "mother": "Mom", "mom": "Mom", "mum": "Mum", "father": "Dad", "dad": "Dad",
    "grandmother": "Grandma", "grandma": "Grandma", "grandfather": "Grandpa", "grandpa": "Grandpa",
}  # fmt: skip
_NAME = r"(?-i:[A-ZÀ-Ž][\w'-]+)"
_RELATED = r"(?:son|daughter|boy|girl|child|kid|grandson|granddaughter|nephew|niece|godson|goddaughter|brother|sister|wife|husband|mother|father|mom|mum|dad|grandma|grandpa|grandmother|grandfather|friend|colleague|boss|teacher|secretary|neighbou?r|cousin|aunt|uncle|partner|girlfriend|boyfriend|coach|cat|dog|parents|grandparents|coworker|trainer|student)"
_WHO = Regex(
    rf"\b(?:for|to|of|about|at)\s+(?P<who>(?:my|our|the|a)\s+(?:\d+[- ]years?[- ]old\s+)?(?:(?:best|old|dear|little|big|older|younger|new|former|sweet|late)\s+)?{_RELATED}\b(?:[- ]in[- ]law)?(?:,?\s+(?:called |named )?(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\.? )?{_NAME}(?: {_NAME})?(?: and {_NAME})?))?|(?:mom|mum|dad|grandma|grandpa|granny)\b|(?P<name2>(?:(?:Mr|Mrs|Ms|Dr)\.? )?{_NAME}(?: {_NAME})?(?:,? and {_NAME})?))(?:['’]s?\b)?",
    re.IGNORECASE,
)
_ALONE = Regex(  # "a card, my parents, 40 years"
    rf"(?<=, )(?P<who>(?:my|our) (?:(?:best|old|dear) )?{_RELATED})(?:,? (?P<name>{_NAME}))?(?P<name2>)?(?=,|\W*\Z)",
    re.IGNORECASE,
)
_CALLED = Regex(rf"\b(?:(?:his|her) name is|(?:he|she)(?: is|'s) called|called|named)\s+(?P<name>{_NAME})", re.IGNORECASE)
_LIKES = Regex(
    r"\b(?:loves?|likes?|adores?|plays|is (?:really |totally )?(?:into|crazy about|fond of|a (?:big )?fan of)|enjoys?|favou?rite (?:thing|animal|toy)s? (?:is|are))\s+(?:(?:his|her|their)\s+)?(?P<what>[\w' -]+?(?: and [\w' -]+?)?)(?=\s*(?:\Z|[.,;!?)]| and (?:he|she|is|has|hates|turns)\b| but\b))",
    re.IGNORECASE,
)
_REVIEWED = Regex(
    r"\breview\b.*?\b(?:for|of|about|on)\s+(?P<what>[\w' -]+?)(?=\s*(?:\Z|[.,;:(]|\s-|\s(?:because|who|which|that|where|with|but)\b))",
    re.IGNORECASE,
)
_AGE = Regex(
    r"\b(?:turn(?:s|ing|ed)?|is|becomes?|will be)\s+(?P<a>\d{1,3})\b(?! ?(?:%|euro|am|pm|years? (?:with|in|at)))|\b(?P<b>\d{1,3})(?:st|nd|rd|th) (?:birthday|b-?day|anniversary)|\((?P<c>\d{1,3})\)|\b(?P<d>\d{1,3}) ?years? (?:old|anniversary)|\b(?P<e>\d{1,3})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_DISTANT = Regex(  # tells the one who writes what to write, and not the reader
    r"(?:we|i)(?: (?:are|am|were)|'re|'m) (?:not|hardly|barely|no)\b|(?:we|i) (?:do not|don't|did not|didn't|hardly|barely|never) (?:really )?(?:know|like|talk|speak|get|see)\b|.*\b(?:please|nothing)\b",
    re.IGNORECASE,
)
_GUEST = Regex(
    r"(?:now |and |please |but )*(?:(?:one|a story|it|another)\s+)?(?:where|with|in which|put in|add|let)\s+(?P<guest>(?:an?|his|her|the|two|three) [\w' -]+?)(?: (?:comes?|appears?|is|shows up|joins?)(?: (?:too|in it|along|as well|with|up))*)?(?: too| in it| as well)?",
    re.IGNORECASE,
)


def who(made: Commission) -> tuple[str, str]:
    """Return whom a text is for or about: as it was told ("my brother Tom"), and the name ("" if none was told)."""
    found = _WHO.search(made.text) or _WHO.search(made.whole)
    found = found or _ALONE.search(made.whole)
    called = _CALLED.search(made.whole)
    if not found:
        return ("", called["name"] if called else "")
    name = found["name"] or found["name2"] or (called["name"] if called else "")
    return re.sub(r"['’]s?\Z", "", found["who"]), re.sub(r"['’]s?\Z", "", name or "")


def told(made: Commission, subject: str = "he") -> tuple[list[str], list[str]]:
    """Return what was told beside the order and later, as clauses, without what is to be left out; and what cannot be told."""
    rest = [*_behind(made.text), *made.told, *made.added]
    good, left = clauses.clauses(rest, subject)
    words = {
        one
        for text in made.without
        for one in re.findall(r"\w+", text.casefold())
        if len(one) > 3 and one not in ("that", "part", "about", "thing")
    }
    return tuple([one for one in rows if not any(word in one.casefold() for word in words)] for rows in (good, left))


def _behind(order: str) -> list[str]:
    """Return what an order tells behind whom it is for: "... for my wife Clara, we met in Lisbon"."""
    found = _WHO.search(order)
    rest = order[found.end() :] if found else "".join(re.findall(r",.*", order)[:1])
    if clause := re.search(r"\b(?:who|because)\s+(.*)", rest):
        return [re.sub(r"\bbecause ", "", f"{'he ' if clause[0].startswith('who') else ''}{clause[1]}")]
    parts = (
        re.split(r"[,:;]\s+|\s(?=(?:he|she|we|they) \w)", rest)[1:]
        if not re.match(r"\s*[,:;(]", rest)
        else re.split(r"[,:;]\s+", rest)[1:]
    )
    return [one for one in parts if re.search(r"\w", one) and not _AGE.fullmatch(one.strip())]


def speech(made: Commission) -> tuple[str, list[str]]:
    """Return a speech or a toast."""
    rows = known().speeches
    row = next(one for one in rows.values() if has(made.whole, one["asked"]) or one["asked"] == ".")
    person, name = who(made)
    family = has(
        person, "mother|father|mom|mum|dad|grandma|grandpa|grandmother|grandfather|wife|husband|aunt|uncle|sister|brother|parents"
    )
    called = (
        name or re.sub(r"\A(?:my|our) ", "our " if not family and row is rows["retirement"] else "my ", person) or "all of us"
    )
    both = list(dict.fromkeys(found["name"] for found in _CALLED.finditer(made.whole)))
    called = " and ".join(both) if row is rows["wedding"] and len(both) == 2 else called
    good, left = told(made)
    facts = []
    for one in good:
        if re.search(r"\b(?:is called|is named|name is)\b", one):
            continue
        one = re.sub(r"\A(?:he|she)\b", name, one, flags=re.IGNORECASE) if name and not facts else one
        facts.append(sentence(one))
    short = made.wants("short")
    formal = made.wants("formal")
    about = row["about"].replace("{who}", f"{person}" if name and name in person and called == name and not formal else called)
    age = next((one for one in found.groupdict().values() if one), None) if (found := _AGE.search(made.whole)) else None
    about = about.replace("say goodbye to", "celebrate the retirement of") if family and row is rows["retirement"] else about
    about = f"{about[:-1]}, who turns {age}." if age and row is rows["birthday"] else about
    middle = sentences(row["then"])
    parts = [
        row["open"].replace("colleagues", "family, dear friends") if family else row["open"],
        about,
        *facts,
        *(middle[:1] if short else middle),
        *([row["funny"]] if made.wants("funny") and "funny" in row else []),
        row["end"].replace("{who}", called),
    ]
    most = next((number for unit, number, _ in made.lengths if unit == "sentence"), None)
    essential = {parts[0], about, *facts, parts[-1], *([row["funny"]] if made.wants("funny") and "funny" in row else [])}
    while (
        most
        and len(sentences(" ".join(parts))) > most
        and (spare := [one for one in parts if one not in essential] or ([about] if about in parts else parts[:1]))
    ):
        parts.remove(spare[-1])
    return " ".join(parts), left


def review(made: Commission) -> tuple[str, list[str]] | None:
    """Return a review out of what was good and bad: "clean room, slow service"; None where neither is told."""
    rows, facts, left = known().reviews, [], []
    found = _REVIEWED.search(made.text)
    rest = made.text[found.end() :] if found else re.sub(r"\A.*?\breview\b", "", made.text)
    who = re.match(r"\s*,?\s*(who|which|that)\b", rest)
    doer = "I" if who is None else "they" if who[1] == "who" else "it"
    for piece in re.split(r"[,;:.]\s*|\s+(?:and|but|though|with)\s+", ". ".join([rest, *made.told, *made.added])):
        piece = mended(re.sub(r"\A(?:and|but|the|also|because|who|that|which) ", "", piece.strip(" -!")))
        if fact := _judged_fact(piece, doer, rows["how"]):
            facts.append(fact)
            doer = next((one for one in ("she", "he", "it", "we") if fact.startswith(f"{one} ")), doer)
        elif re.search(r"\w", piece):
            left.append(piece)
    if not facts:
        return None
    stars = re.search(r"\b(?:[1-5]|one|two|three|four|five)[- ]stars?\b", made.whole, re.IGNORECASE)
    bad = [one for one in facts if judged(one)[0] == "Negative" or has(one, rows["wrong"])]
    good = [one for one in facts if one not in bad]
    mood = "mixed" if good and bad else "bad" if bad else "good"
    bad = [f"Unfortunately, {bad[0]}", *bad[1:]] if good and bad else bad
    title = capital(re.sub(r"\A(?:my|our|an?|the) ", "", found["what"].strip())) if found else rows["title"]
    left = [one for one in left if not (stars and stars[0] in one)]
    text = " ".join([*map(sentence, [*good, *bad]), rows[mood]])
    return f"**{title}{f' ({stars[0]})' if stars else ''}**\n\n{text}", left


def _judged_fact(piece: str, doer: str, how: str) -> str | None:
    """Return a piece of a review as a clause: "clean room", "service slow", "was cheap", "waited an hour"."""
    if found := re.fullmatch(rf"(?P<how>{how}(?: and {how})?) (?P<what>[a-z][\w' -]*)", piece):
        return f"the {found['what']} {'were' if re.search(r'(?<!s)s$|people', found['what']) else 'was'} {found['how']}"
    if piece.startswith(("was ", "is ", "were ")):
        return f"{doer} {'were' if doer == 'they' else 'was'} {piece.partition(' ')[2]}"
    told = clauses.told(piece, subject=doer)
    found = None if told else re.fullmatch(rf"(?P<what>[a-z][\w' -]*?) (?P<how>{how})", piece)
    return f"the {found['what']} was {found['how']}" if found else told


def card(made: Commission) -> tuple[str, list[str]] | None:
    """Return the text of a card, to the one it is for."""
    occasions = read_table("everyday/greetings.yaml")["occasions"]
    row = next((one for one in occasions.values() if has(made.whole, one["asked"])), None)
    if row is None:
        return None
    person, name = who(made)
    last = person.split()[-1].casefold() if person else ""
    called = (
        re.sub(r"\b(Mr|Mrs|Ms|Dr)(?= )", r"\1.", name)
        or OWN_NAMES.get(last)
        or (re.sub(r"\A(?:(?:my|our|the|a) )?", "dear ", person, count=1) if person else "")
    )
    hello = row["hello"][0].replace("{who}", called).replace("Dear dear", "Dear") if called else row["hello"][1]
    good, left = told(made)
    age = _AGE.search(made.whole)
    age = next((one for one in (age.groupdict().values() if age else ()) if one), None)
    alone = (
        next((found[1] for one in left if (found := re.fullmatch(r"(?:age )?(\d{1,3})(?: years)?", one))), None)
        if "aged" in row
        else None
    )
    age, left = age or alone, [one for one in left if alone is None or alone not in one]
    likes = _LIKES.search(made.whole)
    loss = re.search(
        r"\b(?:whose|his|her|their) (\w+(?: \w+)?) (?:has |just |suddenly )*(?:died|passed away)|\b(?:death|loss) of (?:his|her|their) (\w+)",
        made.whole,
        re.IGNORECASE,
    )
    facts = []
    left = [one for one in left if not re.search(r"died|passed away", one)] if loss else left
    for one in good:
        if _DISTANT.match(one):
            left.append(one)
            continue
        if (
            (age and re.search(rf"\b{age}\b", one) and re.match(r"(?:he|she) (?:turns|is|becomes|will be)", one))
            or (likes and _LIKES.search(one))
            or (loss and re.search(r"died|passed away", one))
        ):
            continue
        facts.append(sentence(clauses.to_reader(one) if not loss else one))
    brief = made.wants("short")
    say = row["short"] if brief else row["say"]
    say = say.replace("your loss", f"the loss of your {loss[1] or loss[2]}") if loss else say
    first, *more = sentences(say)
    if facts and facts[0].startswith("You ") and "that you are not well" in first:
        first = first.replace("you are not well", f"y{facts.pop(0)[1:-1]}")
    body = []
    if age and "aged" in row:
        body.append(row["aged"][brief].replace("{age}", age))
    if likes and "likes" in row:
        body.append(row["likes"].replace("{what}", mended(re.sub(r"\A(?:his|her|their) ", "", likes["what"]).strip())))
    body = [first, *facts, *body, *more] if hello.endswith(",") else [*body[:1], *facts, *body[1:], first, *more]
    if made.wants("funny"):
        body.append(
            "And if anybody asks: you look exactly as old as you feel after a nap."
            if "birthday" in row["asked"]
            else "And now: cake!"
        )
        if "died" in row["asked"]:
            body.pop()
    text = capital(" ".join(body))
    paragraphs = [capital(hello), text] if hello.rstrip("!.") not in text else [text]
    if not brief:
        paragraphs.append(row["end"])
    if made.signed:
        paragraphs[-1:] = [f"{paragraphs[-1]}\n{made.signed}"] if not brief else [paragraphs[-1], made.signed]
    return "\n\n".join(paragraphs), left


def tale(made: Commission) -> tuple[str, list[str]] | None:
    """Return a bedtime story with the child that was named as its hero."""
    rows = known().tales
    person, name = who(made)
    if not name or re.search(
        r"\babout\b[^.]*\b(?:who|that|which)\b", made.whole
    ):  # a hero with a clause of its own has another story
        return None
    likes = _LIKES.search(made.whole)
    about = re.search(
        r"\b(?:story|tale)\b.*?\babout\s+(?P<what>(?:an?|the|his|her|two|three)?\s*[\w' -]+?)(?=\s*(?:\Z|[.,;!?]| (?:for|who|that)\b))",
        made.whole,
        re.IGNORECASE,
    )
    thing = mended(likes["what"].strip()) if likes else ""
    thing = thing if re.search(r"(?<!s)s\Z", thing) and not re.search(r" and ", thing) else ""
    guest = ""
    if about and not thing and re.fullmatch(r"[a-z]+ ?[a-z]*(?<!s)s", about["what"].strip()):
        thing = about["what"].strip()
    if about and not re.search(rf"\b{name}\b", about["what"]) and re.match(r"(?:an?|two|three)\b", about["what"].strip()):
        guest = about["what"].strip()
    for one in list(made.cannot):
        if found := _GUEST.fullmatch(one):
            guest = found["guest"] if not guest else f"{guest} and {found['guest']}"
            made.cannot.remove(one)
    good, left = told(made)
    fear = re.search(
        r"\b(?:afraid|scared|frightened) of (?:the )?(?P<fear>[\w' ]+?)(?=\s*(?:\Z|[.,;!?]| and\b))", made.whole, re.IGNORECASE
    )
    left += [
        one
        for one in good
        if not _LIKES.search(one)
        and not (fear and fear[0] in one)
        and not re.fullmatch(r"(?:he|she) is \d+(?: years old)?", one)
        and not re.search(rf"\b(?:name is|is called) |\b{name}\b", one)
    ]
    left += [likes[0]] if likes and not thing else []
    child = (
        "a girl"
        if has(person, "daughter|girl|granddaughter|niece|sister")
        else "a boy"
        if has(person, "son|boy|grandson|nephew|brother")
        else "a child"
    )
    parts = [rows["open"], f"{rows['then']}", rows["way"], rows["there_likes" if thing else "there"]]
    if fear:
        parts.insert(2, rows["fear"].replace("{fear}", fear["fear"]))
    if guest and not thing:  # what the story is about does more than come by
        parts = [
            rows["open"],
            rows["meets"],
            *([] if made.wants("short") else [rows["goes"]]),
            rows["finds"],
            *parts[2:3] * bool(fear),
        ]
    elif guest:
        parts.append(rows["guest"])
    home = "home" if guest and not thing and not made.wants("sad") else "sad" if made.wants("sad") else "end"
    parts.append(rows[home])
    if made.wants("short") and rows["way"] in parts:
        parts.remove(rows["way"])
    text = (
        "\n\n".join(parts)
        .replace("{likes_line}", rows["likes" if thing else "bare"])
        .replace("{visit}", rows["visit_likes" if thing else "visit"])
    )
    guest = re.sub(r" (?:please|pls)\Z", "", guest)
    the_guest = re.sub(r"\A(?:an?|his|her) ", "the ", guest)
    for place, value in {
        "{a child}": child,
        "{name}": name,
        "{likes}": thing,
        "{guest}": guest,
        "{the guest}": the_guest,
    }.items():
        text = text.replace(place, value)
    return text, left


def poem(made: Commission) -> tuple[str, list[str]] | None:
    """Return a poem to somebody in free lines, each thing that was told a line of its own; None where nothing was told."""
    rows = known().poems
    person, name = who(made)
    called = name or re.sub(r"\A(?:my|our) ", "my ", person)
    good, left = told(made)
    if not good or has(person, "cat|dog") or made.wants("rhyme"):
        return None
    years = re.search(
        r"\b(\d{1,3})(?:th|st|nd|rd)? (?:years? |year[- ])?(anniversary|wedding anniversary|birthday)", made.whole, re.IGNORECASE
    )
    opening = [f"For {called}"] + ([f"{years[1]} years,"] if years and "anniversary" in years[2] else [])
    facts = [capital(clauses.to_reader(one)) + "." for one in good]
    short = made.wants("short") or any(unit == "line" for unit, _, _ in made.lengths)
    lines = next((number for unit, number, _ in made.lengths if unit == "line"), None)
    if short:
        body = [*facts, *rows["end"]]
        if lines:
            spare = [*rows["middle"], *rows["lines"]]
            body = [*facts[: lines - 1], *rows["end"]][:lines] if len(body) >= lines else [*spare[: lines - len(body)], *body]
        else:
            body = [f"{opening[0]}:", *body]
        return "\n".join(body), left
    stanzas = [
        "\n".join([f"{one.rstrip(',')}," if place == 0 and len(opening) > 1 else one for place, one in enumerate(opening)]),
        "\n".join(facts),
        "\n".join(rows["lines"]),
        "\n".join([*rows["middle"], *rows["end"]]),
    ]
    if made.wants("funny"):
        stanzas.append(rows["funny"][0])
    return "\n\n".join(stanzas), left
