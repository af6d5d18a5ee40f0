"""How far two spellings are apart, for what people type in a hurry."""


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, left out, changed or swapped with the next to make one word the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearly(word: str, known) -> str | None:
    """Return the one of the `known` words that `word` is a likely slip of; None for short words, and if there is none."""
    if len(word) < 5:
        return None
    letters = set(word)  # one slip changes two of them at most
    most = 1 if len(word) < 9 else 2
    best = min(
        (
            (distance(word, other), other)
            for other in known
            if abs(len(other) - len(word)) <= 1
            and word[0] == other[0]
            and len(other) >= 4
            and len(letters ^ set(other)) <= 2 * most
        ),
        default=(most + 1, ""),
    )
    return best[1] if best[0] <= most else None
