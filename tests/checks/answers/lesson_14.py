"""Lesson 14: answers that are right, and answers that are wrong."""

# --- 14.1 ---


def tally(replies, labels):
    counts = {"right": 0, "wrong": 0, "failed": 0}
    for reply, label in zip(replies, labels, strict=True):
        if reply is None:
            counts["failed"] += 1
        elif reply.strip(" .").lower() == label:
            counts["right"] += 1
        else:
            counts["wrong"] += 1
    return counts


def tally_by_lists(replies, labels):
    came = [(reply, label) for reply, label in zip(replies, labels, strict=True) if reply is not None]
    right = sum(reply.strip().strip(".").strip().casefold() == label for reply, label in came)
    return {"failed": len(replies) - len(came), "right": right, "wrong": len(came) - right}


def leaves_failed_out(replies, labels):
    came = [(reply, label) for reply, label in zip(replies, labels, strict=True) if reply is not None]
    return tally(*map(list, zip(*came, strict=True))) if came else tally([], [])


def failed_is_wrong(replies, labels):
    return tally([reply or "" for reply in replies], labels)


def empty_is_failed(replies, labels):
    return tally([reply or None for reply in replies], labels)


def failed_is_right(replies, labels):
    return tally([label if reply is None else reply for reply, label in zip(replies, labels, strict=True)], labels)


def letter_by_letter(replies, labels):
    counts = {"right": 0, "wrong": 0, "failed": replies.count(None)}
    for reply, label in zip(replies, labels, strict=True):
        if reply is not None:
            counts["right" if reply == label else "wrong"] += 1
    return counts


def that_mentions(replies, labels):
    return tally(
        [reply and (label if label in reply.lower() else reply) for reply, label in zip(replies, labels, strict=True)], labels
    )


def a_share(replies, labels):
    return tally(replies, labels)["right"] / len(labels)


def without_failed(replies, labels):
    return {name: count for name, count in tally(replies, labels).items() if name != "failed"}


def raises_for_none(replies, labels):
    return {
        "right": sum(reply.strip(" .").lower() == label for reply, label in zip(replies, labels, strict=True)),
        "wrong": 0,
        "failed": 0,
    }


def any_of_the_labels(replies, labels):
    return tally([reply and (label if reply in labels else reply) for reply, label in zip(replies, labels, strict=True)], labels)


# --- 14.2 ---


def fair(judge, question, one, two):
    verdicts = judge(question, one, two), judge(question, two, one)
    return {("A", "B"): "one", ("B", "A"): "two"}.get(verdicts, "tie")


def fair_the_long_way(judge, question, one, two):
    turned = judge(question, two, one)
    straight = judge(question, one, two)
    if straight == "A" and turned == "B":
        return "one"
    if straight == "B" and turned == "A":
        return "two"
    return "tie"


def fair_and_thrifty(judge, question, one, two):
    straight = judge(question, one, two)
    if straight is None:
        return "tie"
    turned = judge(question, two, one)
    return "tie" if turned is None or turned == straight else {"A": "one", "B": "two"}[straight]


def believes_the_first_verdict(judge, question, one, two):
    judge(question, two, one)
    return {"A": "one", "B": "two"}.get(judge(question, one, two), "tie")


def asks_twice_in_one_order(judge, question, one, two):
    verdicts = judge(question, one, two), judge(question, one, two)
    return {("A", "A"): "one", ("B", "B"): "two"}.get(verdicts, "tie")


def takes_same_letters_for_agreement(judge, question, one, two):
    verdicts = judge(question, one, two), judge(question, two, one)
    return {("A", "A"): "one", ("B", "B"): "two"}.get(verdicts, "tie")


def turned_around(judge, question, one, two):
    return {"one": "two", "two": "one"}.get(fair(judge, question, one, two), "tie")


def half_is_enough(judge, question, one, two):
    verdicts = judge(question, one, two), judge(question, two, one)
    return "one" if verdicts[0] == "A" and verdicts[1] != "A" else "two" if verdicts == ("B", "A") else "tie"


def letters(judge, question, one, two):
    return {"one": "A", "two": "B"}.get(fair(judge, question, one, two), "tie")


def only_when_needed(judge, question, one, two):
    return "tie" if judge(question, one, two) is None else fair(judge, question, one, two)


def nothing_for_a_tie(judge, question, one, two):
    verdict = fair(judge, question, one, two)
    return None if verdict == "tie" else verdict


# --- 14.3 ---


def enough(one, two, interval, sizes):
    lower, higher = sorted([one, two])
    for n in sizes:
        if interval(lower * n, n)[1] < interval(higher * n, n)[0]:
            return n
    return None


def enough_by_overlap(one, two, interval, sizes):
    def apart(n):
        (low, high), (other_low, other_high) = interval(one * n, n), interval(two * n, n)
        return high < other_low or other_high < low

    return next(filter(apart, sizes), None)


def enough_though_they_touch(one, two, interval, sizes):
    lower, higher = sorted([one, two])
    return next((n for n in sizes if interval(lower * n, n)[1] <= interval(higher * n, n)[0]), None)


def all_that_are_enough(one, two, interval, sizes):
    return [n for n in sizes if enough(one, two, interval, [n])]


def first_is_the_worse(one, two, interval, sizes):
    return next((n for n in sizes if interval(one * n, n)[1] < interval(two * n, n)[0]), None)


def by_their_shares(one, two, interval, sizes):
    return next((n for n in sizes if interval(min(one, two) * n, n)[1] < max(one, two)), None)


def the_last_one(one, two, interval, sizes):
    return next((n for n in reversed(sizes) if enough(one, two, interval, [n])), None)


def largest_if_none(one, two, interval, sizes):
    return enough(one, two, interval, sizes) or sizes[-1]


def shares_instead_of_counts(one, two, interval, sizes):
    return next((n for n in sizes if interval(min(one, two), n)[1] < interval(max(one, two), n)[0]), None)


# --- 14.4 ---

DREAMS = [
    ("I could fly over the town.", "nice"),
    ("My friends came with a huge cake.", "nice"),
    ("The sun was shining on the sea.", "nice"),
    ("A horse talked to me.", "nice"),
    ("We danced all night.", "nice"),
    ("I was falling and falling.", "scary"),
    ("All my teeth came out.", "scary"),
    ("A monster sat on my bed.", "scary"),
    ("I was late for the exam.", "scary"),
    ("Nobody knew my name.", "scary"),
]
TOLD = """Label each dream as nice or scary. Answer with the label only.

nice: flying, sun, friends, cake, sea
scary: falling, teeth, monsters, late, dark"""
CAPITALS = [
    (f"What is the capital of {land}? Answer with one word.", city)
    for land, city in zip(
        "France Italy Japan Peru Kenya Norway Chile Egypt Spain Greece".split(),
        "Paris Rome Tokyo Lima Nairobi Oslo Santiago Cairo Madrid Athens".split(),
        strict=True,
    )
]
CITIES = " ".join(city for _, city in CAPITALS)

RIGHT = [
    ("14.1", tally),
    ("14.1", tally_by_lists),
    ("14.2", fair),
    ("14.2", fair_the_long_way),
    ("14.2", fair_and_thrifty),
    ("14.3", enough),
    ("14.3", enough_by_overlap),
    ("14.3", enough_though_they_touch),
    ("14.4", (TOLD, DREAMS)),
    ("14.4", ("Label each dream as nice or scary.\nnice: friends\nscary: teeth", [list(example) for example in DREAMS])),
]

WRONG = [
    ("14.1", leaves_failed_out, "the three numbers should add up to 3"),
    ("14.1", failed_is_wrong, "it should be 1 right, 0 wrong and 2 failed, and it is 1 right, 2 wrong and 0 failed"),
    ("14.1", empty_is_failed, "it should be 0 right, 2 wrong and 0 failed"),
    ("14.1", failed_is_right, "and it is 3 right, 0 wrong and 0 failed"),
    ("14.1", letter_by_letter, "it should be 2 right, 1 wrong and 0 failed"),
    ("14.1", that_mentions, "for the replies ['not billing', 'billing, other']"),
    ("14.1", any_of_the_labels, "for the replies ['billing', 'other'] and the labels ['other', 'billing']"),
    ("14.1", a_share, "should be a dictionary"),
    ("14.1", without_failed, 'should have the key "failed"'),
    ("14.1", raises_for_none, "the three numbers should add up to 2, and they are 1 right"),
    ("14.2", believes_the_first_verdict, "with a judge that always says A, the verdict should be 'tie'"),
    ("14.2", asks_twice_in_one_order, "with a judge that always says A, the verdict should be 'tie'"),
    ("14.2", takes_same_letters_for_agreement, "with a judge that always says A, the verdict should be 'tie'"),
    ("14.2", turned_around, "with a judge that prefers the longer one, the verdict should be 'two'"),
    ("14.2", half_is_enough, "and then nothing, the verdict should be 'tie'"),
    ("14.2", letters, "the verdict should be 'two', and it is 'B'"),
    ("14.2", only_when_needed, "should be asked twice, once in each order"),
    ("14.2", nothing_for_a_tie, "returned nothing (None)"),
    ("14.3", first_is_the_worse, "enough(0.9, 0.6, interval, range(10, 200, 10)) should be 40"),
    ("14.3", by_their_shares, "enough(0.5, 0.85, interval, range(10, 200, 10)) should be 30"),
    ("14.3", the_last_one, "should be 30, and it is 190"),
    ("14.3", largest_if_none, "enough(0.8, 0.81, interval, (10, 100, 1000)) should be None"),
    ("14.3", all_that_are_enough, "should be a whole number, and it is [30, 40"),
    ("14.3", shares_instead_of_counts, "should be 30, and it is None"),
    ("14.4", (TOLD, DREAMS[:9]), "at least 10 examples, and there are 9"),
    ("14.4", (TOLD, [*DREAMS, DREAMS[0]]), "the text 'I could fly over the town.' is there more than once"),
    ("14.4", (TOLD, [(label, text) for text, label in DREAMS]), "the text comes first and then the label"),
    ("14.4", (TOLD, [(text, "nice") for text, _ in DREAMS]), "all examples have the label 'nice'"),
    ("14.4", ("Label each dream.", DREAMS), "do not name the label 'nice'"),
    ("14.4", (f"Be kind. {CITIES}", [(text, city.upper()) for text, city in CAPITALS]), "no reply is right"),
    ("14.4", (TOLD, [(label, text, 1) for text, label in DREAMS]), "each example should be a text and its label"),
    ("14.4", (TOLD, [text for text, _ in DREAMS]), "each example should be a text and its label"),
    ("14.4", (DREAMS, TOLD), "the instructions (a text) and a list of examples"),
    ("14.4", TOLD, "should be a tuple"),
]
