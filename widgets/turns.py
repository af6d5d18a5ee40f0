"""The turns of a chat with all their variants: a tree, of which the conversation is one path.

Asking a question again, or another one in its place, adds a branch beside the old one. Nothing is lost, and
every branch can be taken again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Used:
    """What one turn used: tokens, and US dollars (None: price unknown)."""

    tokens_in: int
    tokens_out: int
    cost: float | None


@dataclass
class Turn:
    """A message of yours and what followed it; `branches` are the turns that may come next, one of them `taken`."""

    messages: list[dict]
    used: Used | None = None  # None for a turn that was made elsewhere, for example in a cell
    branches: list["Turn"] = field(default_factory=list)
    taken: int | None = None

    def path(self) -> Iterator["Turn"]:
        """Yield the turns that were taken after this one."""
        turn = self
        while turn.taken is not None:
            turn = turn.branches[turn.taken]
            yield turn


def split(messages: list[dict]) -> list[list[dict]]:
    """Return messages turn by turn: first what stands before your first message, then each of yours with what follows."""
    turns: list[list[dict]] = [[]]
    for message in messages:
        if message["role"] == "user":
            turns.append([])
        turns[-1].append(message)
    return turns


def turns_in_words(messages: list[dict]) -> str:
    """Return how many turns these messages are, in words."""
    count = len(split(messages)) - 1
    return "1 turn" if count == 1 else f"{count} turns"


class Turns:
    """All turns of a chat; `path` are those of the conversation as it is."""

    def __init__(self):
        self._root = Turn([])

    @property
    def path(self) -> list[Turn]:
        """The turns that make up the conversation."""
        return list(self._root.path())

    def follow(self, messages: list[dict]) -> None:
        """Take the path that these messages are, with new branches where they are new.

        The conversation may have changed meanwhile, in a cell, or by forgetting its oldest turns.
        """
        before, *turns = split(messages)
        turn = self._beginning(turns)
        turn.messages, self._root = before, turn
        for group in turns:
            known = [branch.messages for branch in turn.branches]
            if group not in known:
                turn.branches.append(Turn(group))
            turn.taken = known.index(group) if group in known else len(known)
            turn = turn.branches[turn.taken]
        turn.taken = None

    def _beginning(self, turns: list[list[dict]]) -> Turn:
        """Return the turn after which the first of these comes: a later one than before if old turns were forgotten."""
        for turn in (self._root, *self._root.path()):
            if turns and turns[0] in [branch.messages for branch in turn.branches]:
                return turn
        return self._root

    def variants(self, place: int) -> tuple[int, int]:
        """Return which variant the turn at this place is, counted from 0, and how many there are."""
        parent = (self._root, *self.path)[place]
        return parent.taken, len(parent.branches)

    def messages(self, place: int, variant: int) -> list[dict]:
        """Return the messages of the conversation that takes another variant at this place, and what followed that one."""
        path = [self._root, *self.path]
        branch = path[place].branches[variant]
        turns = [*path[: place + 1], branch, *branch.path()]
        return [message for turn in turns for message in turn.messages]
