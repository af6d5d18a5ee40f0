"""What somebody writes of himself or herself: a bio, in the person that is wanted, and an out-of-office note."""

import re

from ..everyday.wish import capital, has, mended, sentence
from . import clauses
from .reading import Commission
from .table import known

_NAME = r"(?-i:[A-ZÀ-Ž][\w'-]+)"


def bio(made: Commission) -> tuple[str, list[str]] | None:
    """Return a bio out of what somebody tells of himself or herself, in the person that is wanted."""
    text = re.sub(
        r"\A.*?\b(?:bio(?:graphy)?|profile(?: text| description)?|introduction|about me(?: text| section)?)\b(?: (?:for|about|of) (?:me|myself|my [\w ]+?(?=\W*\Z|[,:;.])|\w+(?=:)))?[\s,:.;-]*",
        "",
        made.text,
        flags=re.IGNORECASE,
    )
    person = next((1 if "first" in one else 3 for one in reversed(made.cannot) if "person" in one), 1)
    made.cannot = [one for one in made.cannot if "person" not in one]
    name = made.signed.split("\n")[0]
    place, job, age, plain = "", "", "", []
    parts = [part for one in [text, *made.told, *made.added] for part in clauses.pieces(one)]
    if not name and parts and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", parts[0]):
        name, person, parts = parts[0], 3, parts[1:]
    if not parts:
        return known().bios["empty"], []
    if not name and person == 3:
        return None
    for part in parts:
        part = part.strip(" .!")
        if found := re.fullmatch(r"(?:i'm|im|i am)?\s*(\d{1,2})(?: years? old)?", part, re.IGNORECASE):
            age = found[1]
        elif (
            found := re.fullmatch(
                r"(?:i'm |im |i am |i work as )?(?:an? )?(?P<job>(?!(?:i|my|two|three|four|bad|good|like|love|live)\b)[\w -]+?)(?: (?P<place>(?:from|in|at|based in) .+))?",
                part,
                re.IGNORECASE,
            )
            if not job
            and re.search(
                r"(?:er|or|ist|yst|ant|ect|ian|ent|ive|nurse|chef|cook|coach|pilot|lawyer|student|mom|dad|clerk|vet|doctor|judge|guide|ess)\b(?: (?:from|in|at|based)|$)",
                part,
                re.IGNORECASE,
            )
            else None
        ):
            job, place = found["job"], found["place"] or ""
        elif re.search(r"\w", part):
            plain.append(part)
    good, left = [], []
    for part in plain:
        have = re.fullmatch(
            r"(?:(?:an?|two|three|four|one|\d+) (?:\w+ )?(?:cats?|dogs?|kids?|children|sons?|daughters?|horses?|rabbits?|siblings?|budgies?))",
            part,
            re.IGNORECASE,
        )
        run = re.match(r"(?:also )?(?P<verb>[a-z]+ing) (?P<what>\w.*)", part)
        have = have or re.fullmatch(r"\w+\+? years (?:of )?(?:\w+ )?experience.*", part, re.IGNORECASE)
        part = re.sub(r"years (?=experience)", "years of ", part)
        fact = (
            f"I have {part}"
            if have
            else f"I {clauses.plain(part.split()[0])} {' '.join(part.split()[1:])}"
            if person == 3 and clauses.third(clauses.plain(part.split()[0])) == part.split()[0]
            else clauses.told(part) or (f"I like {part}" if run else None)
        )
        (good if fact else left).append(fact or part)
    me, am = ("I", "am") if person == 1 else (name, "is")
    article = "an" if re.match(r"[aeio]", job, re.IGNORECASE) else "a"
    if person == 1:
        first = f"Hi, I am {name}." if name else ""
        good[:0] = [f"I am {age} years old"] if age and not job else []
        first += f" I am {'a ' + age + '-year-old' if age else article} {job}{' ' + place if place else ''}." if job else ""
    else:
        first = (
            f"{name}{', ' + age + ',' if age else ''} is {article} {job}{' ' + place if place else ''}."
            if job
            else f"{name} is {age} years old."
            if age
            else ""
        )
    facts = _merged(good if person == 1 else [_third(one, name) for one in good], f"{me} {am} ", f"{me} ")
    if (not first and not facts) or len(left) > len(facts):
        return None
    tail = "That is all that I reveal before the first coffee." if made.wants("funny") and person == 1 else ""
    return " ".join(one for one in (first.strip(), *map(sentence, facts), tail) if one), left


def _merged(facts: list[str], being: str, doing: str) -> list[str]:
    """Return clauses about the same person, those that say what he or she is in one, and those that say what he or she does in another."""
    rows = []
    for start in (being, doing):
        some = [one for one in facts if one.startswith(start)]
        facts = [one for one in facts if one not in some]
        for at in range(0, len(some), 4):
            first, *more = some[at : at + 4]
            ends = [one.removeprefix(start) for one in more]
            rows.append(
                first
                if not ends
                else f"{first} and {ends[0]}"
                if len(ends) == 1
                else f"{first}, {', '.join(ends[:-1])}, and {ends[-1]}"
            )
    return [*rows, *facts]


def _third(fact: str, name: str) -> str:
    """Return a clause about the writer as one about somebody with a name."""
    words = fact.split()
    if words[0] in ("I", "I'm"):
        if words[0] == "I'm":
            words[:1] = ["I", "am"]
        at = clauses.verb_at(words)
        if at and words[at] not in ("was", "had", "did", "can", "could", "will", "would"):
            words[at] = {"am": "is"}.get(words[at]) or (
                clauses.third(words[at])
                if clauses.plain(words[at]) == words[at] and not re.search(r"ed\Z", words[at])
                else words[at]
            )
        words[0] = name
    return re.sub(r"\bmy\b", f"{name}'s", " ".join(words))


def away(made: Commission) -> tuple[str, list[str]]:
    """Return an out-of-office note."""
    row = known().away
    whole = mended(". ".join([made.whole, *made.added]))
    month = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*"
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?(?: (?:of )?{month})?|{month} \d{{1,2}}(?:st|nd|rd|th)?|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: next week|,? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{month})?|,? {month} \d{{1,2}})?|the end of {month}|tomorrow)"
    found = re.search(rf"\b(?:from )?(?P<from>{day}) ?(?:to|until|till|through|-|–) ?(?P<to>{day})", whole, re.IGNORECASE)
    until = re.search(
        rf"\b(?:(?:until|till) |(?P<back>back|returning) (?:in the office )?(?:on|at|in) )(?P<to>{day})", whole, re.IGNORECASE
    )
    proper = lambda text: re.sub(rf"\b{month}\b|\b\w+day\b", lambda one: capital(one[0]), text, flags=re.IGNORECASE)  # noqa: E731
    later = re.search(rf"\b(?:until|till|to) (?:the )?(?P<to>{day})", mended(". ".join(made.added)), re.IGNORECASE)
    if found and later:  # "sorry, until the 12th": the month stays
        end = (
            later["to"]
            if re.search(month, later["to"], re.IGNORECASE)
            else re.sub(r"\d+\w*", re.sub(r"\D", "", later["to"]), found["to"])
        )
        found = {"from": found["from"], "to": end}
    when = (
        f"from {proper(found['from'])} to {proper(found['to'])}"
        if found
        else f"until {proper(until['to'])}"
        if until and not until["back"]
        else ""
    )
    reason = re.search(
        r"\b(?:parental|maternity|paternity|sick|annual|medical|unpaid) leave\b|\bvacation\b|\bholidays?\b|\ba business trip\b|\ba conference\b|\ba training\b",
        made.whole,
        re.IGNORECASE,
    )
    where = f"{'at' if 'a ' in reason[0] and 'trip' not in reason[0] else 'on'} {reason[0]}" if reason else "out of the office"
    parts = [row["open"], row["away"].replace("out of the office", where).replace("{when}", when) if when else row["bare"]]
    if until and until["back"]:
        parts.append(f"I will be back on {proper(until['to'])}.")
    if whom := re.search(
        rf"\b(?:urgent|emergenc\w+|important|meanwhile|contact|replacement|deputy|stands? in|covered by|call|write to|reach|ask)\b[^.;]*?(?P<whom>(?:my colleague )?{_NAME}(?: {_NAME})?(?: ?\([^)]*\)|,? (?:at |under )?(?:[\w.+-]+@[\w.-]+\w|\+?\d[\d /-]{{4,}}))?)",
        whole,
        re.IGNORECASE,
    ) or re.search(
        rf"\b(?P<helper>(?:my colleague )?{_NAME}(?: {_NAME})?) (?:can|will|could) (?:help|answer|take over|cover|stand in)|\b(?P<deputy>my (?:colleague|coworker|deputy|boss|assistant|partner) {_NAME}(?: {_NAME})?)",
        whole,
        re.IGNORECASE,
    ):
        helps = re.search(r"\b(?:can|will) help\b|\btakes? over\b", whole, re.IGNORECASE) and not has(whole, "urgent|emergency")
        parts.append(row["helps" if helps else "urgent"].replace("{whom}", next(filter(None, whom.groups()))))
    elif phone := re.search(r"\+?\d[\d /-]{5,}\d", whole):
        parts.append(row["urgent"].replace("write to {whom}", f"call {phone[0]}"))
    elif mail := re.search(r"[\w.+-]+@[\w.-]+\w", made.whole):
        parts.append(row["urgent"].replace("{whom}", mail[0]))
    parts.append(
        row["funny" if made.wants("funny") else "warm" if made.wants("warm") else "then"]
        if not made.wants("short") or made.wants("funny")
        else row["then"]
    )
    return f"Subject: Out of office\n\n{' '.join(parts)}\n\nKind regards\n{made.signed or '[Your name]'}", []
