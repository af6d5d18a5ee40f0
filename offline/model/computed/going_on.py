"""What a follow-up asks for, in full words: see `followups`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GoesOn:
    """A question that is to be answered in place of a follow-up.

    `forms` are wanted besides, `not_again` are texts that were said and should not be said once more, `cut`
    asks for the shortest reply, `language` for a reply in that language.
    """

    text: str
    before: tuple[dict, ...]
    forms: tuple[str, ...] = ()
    not_again: tuple[str, ...] = ()
    cut: bool = False
    lacking: str = ""  # words that the reply must not have
    failing: str = ""  # what to say if there is no such form
    many: int = 0  # how many others are wanted, of a list or of single texts
    cannot: str = ""  # what is wanted besides, and cannot be done
