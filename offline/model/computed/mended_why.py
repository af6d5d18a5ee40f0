"""Say why a sentence was corrected: what was changed, each with its rule of English."""

from difflib import SequenceMatcher

from .english import english
from .grammar import third

TOLD = "What I changed:\n\n"
_TO_BE = ("am", "is", "are", "was", "were")
_NEGATED = {"don't": "doesn't", "do not": "does not", "doesn't": "don't"}


def reasons(wrong: str, right: str) -> str:
    """Return the changes from one text to another as a list, one a line; those without a known rule stand without one."""
    old, new = _words(wrong), _words(right)
    lines = []
    for kind, start, end, first, last in SequenceMatcher(
        None, [word.strip(".,!?") for word in old], [word.strip(".,!?") for word in new], autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        changed = (
            zip(old[start:end], new[first:last], strict=True)
            if end - start == last - first
            else [(" ".join(old[start:end]), " ".join(new[first:last]))]
        )
        lines += [
            _line(one.strip(".,!?"), other.strip(".,!?"), new[max(first - 1, 0)])
            for one, other in changed
            if one.strip(".,!?") != other.strip(".,!?")
        ]
    return "\n".join(f"- {line}" for line in lines)


def _words(text: str) -> list[str]:
    return text.replace("’", "'").split()


def _line(old: str, new: str, before: str) -> str:
    change = f"{old or '(nothing)'} → {new or '(nothing)'}"
    rule = _rule(old.casefold(), new.casefold(), before.casefold(), same=old.casefold() == new.casefold())
    return f"{change}: {rule}" if rule else change


def _rule(old: str, new: str, before: str, *, same: bool) -> str:
    """Return the rule behind a change from `old` to `new`, which follows the word `before`; "" where it is not known."""
    past = english().past
    done = {form: base for base, form in past.items()}
    if new.split()[0:1] in (["has"], ["have"]) and len(new.split()) > len(old.split()) and old not in ("has", "have"):
        return 'what began in the past and still goes on takes "have" or "has" with the participle.'
    if same:
        return '"I", names, days, months, languages and the beginning of a sentence have a capital letter.'
    if {old, new} == {"a", "an"}:
        return f'"{new}" stands before a {"vowel" if new == "an" else "consonant"} sound.'
    if new in english().plurals.values():
        return f'the plural is "{new}".'
    if old in english().misspelled and english().misspelled[old] == new:
        return "spelling."
    if old in english().no_plural:
        return f'"{new}" is not counted in English and has no plural with -s.'
    if _NEGATED.get(old) == new:
        return 'after he, she and it the verb is "does" or "doesn\'t"; after I, you, we and they "do" or "don\'t".'
    if old in _TO_BE and new in _TO_BE:
        return '"am" goes with I, "is" and "was" with he, she and it, "are" and "were" with you, we, they and several things ("I was").'
    if new.startswith(old[:-1]) and new.endswith("s") and old in english().nouns:
        return "after a number, many or several the noun is in the plural."
    if old.endswith("ing") and new.endswith("ed"):
        return 'the form with "-ed" is how somebody feels, the one with "-ing" what causes it.'
    if old in ("have", "has") and new in _TO_BE:
        return "in English one is so many years old."
    if (old, new) == ("good", "well"):
        return '"good" goes with a thing, "well" with how something is done.'
    if old.startswith("every") or (new.startswith(old[:-1]) and before == "every"):
        return 'after "every" the noun is in the singular.'
    if new == third(old) or (old, new) == ("have", "has"):
        return "after he, she and it (or one person or thing) the verb has -s in the present."
    if new in done and (old.split() or [""])[0] in ("have", "has"):
        return "with a finished time, such as yesterday, English takes the simple past."
    if new in done and old in past:
        return "with a finished time, such as yesterday, the verb is in the past."
    if new in done and old not in done:
        return f'the past of "{done[new]}" is irregular: {new}.'
    if old in done and new in english().participles.values():
        return f'after "have" stands the participle: {done[old]}, {old}, {new}.'
    if (old, new) == ("since", "for"):
        return '"for" goes with a length of time, "since" with a point in time.'
    if (old, new) in (("much", "many"), ("many", "much")):
        return '"many" goes with what is counted, "much" with what is not.'
    if old in english().verbs and new.endswith("ed"):
        return "with a finished time, the verb is in the past."
    return ""
