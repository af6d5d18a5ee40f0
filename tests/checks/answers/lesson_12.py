"""Lesson 12: answers that are right, and answers that are wrong."""

import numpy as np

# --- 12.1 ---


def most_alike(question, matrix, k):
    lengths = np.linalg.norm(matrix, axis=1) * np.linalg.norm(question)
    return list(np.argsort(-(matrix @ question / lengths), kind="stable")[:k])


def by_a_loop(question, matrix, k):
    def cosine(row):
        return float(sum(a * b for a, b in zip(row, question, strict=True)) / sum(a * a for a in row) ** 0.5)

    return sorted(range(len(matrix)), key=lambda n: -cosine(matrix[n]))[:k]


def as_an_array(question, matrix, k):
    return np.array(most_alike(question, matrix, k))


def without_dividing(question, matrix, k):
    return list(np.argsort(-(matrix @ question))[:k])


def the_least(question, matrix, k):
    return list(np.argsort(matrix @ question / np.linalg.norm(matrix, axis=1))[:k])


def best_last(question, matrix, k):
    return most_alike(question, matrix, k)[::-1]


def all_rows(question, matrix, k):
    return most_alike(question, matrix, len(matrix))


def only_the_best(question, matrix, k):
    return most_alike(question, matrix, 1)[0]


def the_vectors(question, matrix, k):
    return [matrix[n] for n in most_alike(question, matrix, k)]


# --- 12.2 ---


def windows(sentences, size, overlap):
    chunks = []
    for start in range(0, len(sentences), size - overlap):
        if start == 0 or start + overlap < len(sentences):
            chunks.append(sentences[start : start + size])
    return chunks


def while_something_is_left(sentences, size, overlap):
    chunks, start = [], 0
    while start < len(sentences):
        chunks.append(sentences[start : start + size])
        if start + size >= len(sentences):
            break
        start += size - overlap
    return chunks


def with_a_useless_end(sentences, size, overlap):
    return [sentences[start : start + size] for start in range(0, len(sentences), size - overlap)]


def without_overlap(sentences, size, overlap):
    return [sentences[start : start + size] for start in range(0, len(sentences), size)]


def whole_ones_only(sentences, size, overlap):
    return [chunk for chunk in windows(sentences, size, overlap) if len(chunk) == size]


def as_texts(sentences, size, overlap):
    return [" ".join(chunk) for chunk in windows(sentences, size, overlap)]


# --- 12.3 ---


def flat(text):
    return " ".join(text.split())


def holds(quote, sources):
    return 1 <= quote.source <= len(sources) and flat(quote.sentence) in flat(sources[quote.source - 1])


def verdict(reply, sources):
    if not reply.quotes:
        return "not there" if reply.answer.strip() == "It is not in the documents." else "hold back"
    return "show" if all(holds(quote, sources) for quote in reply.quotes) else "hold back"


def judging(holds=holds, every=all, without_quotes=None):
    """Return a verdict that is wrong in one way."""

    def verdict(reply, sources):
        if not reply.quotes:
            return without_quotes or ("not there" if "not in the documents" in reply.answer else "hold back")
        return "show" if every(holds(quote, sources) for quote in reply.quotes) else "hold back"

    return verdict


def saying_not_in(reply, sources):
    return verdict(reply, sources) if reply.quotes or "not in" not in reply.answer else "not there"


def in_any_source(quote, sources):
    return any(flat(quote.sentence) in flat(source) for source in sources)


def to_the_letter(quote, sources):
    return 1 <= quote.source <= len(sources) and quote.sentence in sources[quote.source - 1]


def from_the_end(quote, sources):
    return quote.source <= len(sources) and flat(quote.sentence) in flat(sources[quote.source - 1])


def unlucky(quote, sources):
    return flat(quote.sentence) in flat(sources[quote.source - 1])


# --- 12.4 ---

TEXTS = {
    "feeding": "The dragon eats coal twice a day. Never give it paper.",
    "flying": "Young dragons fly only by daylight, and never over the village.",
    "washing": "Wash the scales with sand. Water makes the dragon sneeze fire.",
    "sleep": "It sleeps on gold, silver or pots. It snores, which is harmless.",
    "talking": "Speak slowly and look at its left eye. Dragons dislike riddles.",
}
QUESTIONS = {
    "What does it eat, coal?": "feeding",
    "May it fly at night?": "flying",
    "How do I clean its scales?": "washing",
    "What gold does it sleep on?": "sleep",
    "Does the dragon like riddles?": "talking",
}
CLUB = {
    "fee": "The club costs 20 euros a year. Children pay nothing.",
    "court": "The tennis court can be booked for an hour. Bring shoes without black soles.",
    "rain": "When it rains, we play table tennis in the school.",
    "party": "The summer party is in July. Everybody brings a cake.",
    "keys": "The key of the hut hangs at the baker's. Return it before eight.",
}
ASKED = {
    "How much is the fee?": "fee",
    "Can I book the court?": "court",
    "What happens when it rains?": "rain",
    "When is the party?": "party",
    "Where is the key?": "keys",
}


RIGHT = [
    ("12.1", most_alike),
    ("12.1", by_a_loop),
    ("12.1", as_an_array),
    ("12.2", windows),
    ("12.2", while_something_is_left),
    ("12.3", verdict),
    ("12.3", judging()),
    ("12.4", (TEXTS, QUESTIONS)),
    ("12.4", (CLUB, ASKED)),
]

WRONG = [
    ("12.1", without_dividing, "with vectors of any length"),
    ("12.1", the_least, "with vectors of the length 1, the rows should be [0, 1]"),
    ("12.1", best_last, "the rows should be [0, 1], and yours are [1, 0]"),
    ("12.1", all_rows, "yours are [0, 1, 2, 3]"),
    ("12.1", only_the_best, "should return a list of the numbers of rows"),
    ("12.1", the_vectors, "should return a list of the numbers of rows"),
    ("12.1", lambda question, matrix: [0], "your code raised TypeError"),
    ("12.2", with_a_useless_end, "should have the chunks"),
    ("12.2", without_overlap, "should have the chunks ['abc', 'cde']"),
    ("12.2", whole_ones_only, "['abc', 'def', 'g']"),
    ("12.2", as_texts, "should be a list"),
    ("12.3", judging(in_any_source), "for the sentence of another source"),
    ("12.3", judging(to_the_letter), "for a quote over a line break"),
    ("12.3", judging(from_the_end), "for a source 0"),
    ("12.3", judging(unlucky), "your code raised IndexError"),
    ("12.3", judging(every=any), "for one that holds and one that does not"),
    ("12.3", judging(without_quotes="not there"), "for an answer without a quote"),
    ("12.3", judging(without_quotes="hold back"), "for no quote and a refusal"),
    ("12.3", saying_not_in, 'for another sentence with "not in"'),
    ("12.3", lambda reply, sources: True, "should be a text"),
    ("12.4", TEXTS, "should be a tuple"),
    ("12.4", (TEXTS,), "it should be two dictionaries"),
    ("12.4", (dict(list(TEXTS.items())[:4]), QUESTIONS), "at least five texts and five questions, and there are 4 and 5"),
    ("12.4", (TEXTS | {"empty": " "}, QUESTIONS), "should be a text with something in it"),
    ("12.4", (TEXTS, QUESTIONS | {"Who pays?": "money"}), "wants the text 'money'"),
    ("12.4", (TEXTS, QUESTIONS | {"Who pays?": ["sleep"]}), "wants the text ['sleep']"),
    ("12.4", (TEXTS, QUESTIONS | {"It sleeps on gold": "sleep"}), "stands in a text word for word"),
    (
        "12.4",
        (TEXTS, dict(zip(QUESTIONS, ["sleep", "talking", "flying", "feeding", "washing"], strict=True))),
        "the recall@1 is 0 of 5",
    ),
]
