"""What a mistyped name may mean: 'strem' is near 'stream' and 'store'."""

FAR = 2  # letters to put in, take out or change: what the API still takes for a slip (seen in August 2026)


def nearest(name: str, known, sent) -> list[str]:
    """Return which of the names `known`, but not yet `sent`, may be meant by `name`: the nearest first."""
    free = sorted(other for other in known if other not in sent and abs(len(other) - len(name)) <= FAR)
    distances = {other: _distance(name, other) for other in free}
    return sorted((other for other in free if distances[other] <= FAR), key=distances.__getitem__)


def _distance(one: str, other: str) -> int:
    """Return how many letters to put in, take out or change, to make one word of another."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row[0] = row[0], number
        for place, wanted in enumerate(other, 1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != wanted))
    return row[-1]
