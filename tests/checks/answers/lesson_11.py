"""Lesson 11: answers that are right, and answers that are wrong."""

import contextlib
import json

from openai.types.responses import Response

# --- 11.1 ---


def in_order(output, ids):
    results = {result["custom_id"]: result for result in map(json.loads, output)}
    return [results.get(custom_id) for custom_id in ids]


def in_order_by_search(output, ids):
    found = [json.loads(line) for line in output]
    return [next((one for one in found if one["custom_id"] == custom_id), None) for custom_id in ids]


def as_they_come(output, ids):
    return [json.loads(line) for line in output]


def sorted_only(output, ids):
    return sorted(map(json.loads, output), key=lambda result: result["custom_id"])


def by_position(output, ids):
    return [json.loads(line) for line in output] + [None] * (len(ids) - len(output))


def as_texts(output, ids):
    lines = {json.loads(line)["custom_id"]: line for line in output}
    return [lines.get(custom_id) for custom_id in ids]


def empty_instead_of_none(output, ids):
    return [result or {} for result in in_order(output, ids)]


def raises_for_a_missing_one(output, ids):
    results = {result["custom_id"]: result for result in map(json.loads, output)}
    return [results[custom_id] for custom_id in ids]


def bodies_only(output, ids):
    return [result and result["response"]["body"] for result in in_order(output, ids)]


def texts_only(output, ids):
    return [result and Response.model_validate(result["response"]["body"]).output_text for result in in_order(output, ids)]


def never_empty(output, ids):
    return in_order(output, ids) if output else []


# --- 11.2 ---


def still_to_ask(prompts, text):
    done = []
    for line in text.splitlines():
        with contextlib.suppress(json.JSONDecodeError):
            done.append(json.loads(line)["prompt"])
    return [prompt for prompt in prompts if prompt not in done]


def by_the_line_break(prompts, text):
    whole = text.split("\n")[:-1]
    done = [json.loads(line)["prompt"] for line in whole]
    return [prompt for prompt in prompts if prompt not in done]


def reads_a_broken_line(prompts, text):
    done = [json.loads(line)["prompt"] for line in text.splitlines()]
    return [prompt for prompt in prompts if prompt not in done]


def by_number(prompts, text):
    return prompts[text.count("\n") :]


def believes_a_broken_line(prompts, text):
    return [prompt for prompt in prompts if json.dumps({"prompt": prompt})[:-1] not in text]


def gives_up_at_a_broken_line(prompts, text):
    try:
        return reads_a_broken_line(prompts, text)
    except json.JSONDecodeError:
        return prompts


def what_is_done(prompts, text):
    return [prompt for prompt in prompts if prompt not in still_to_ask(prompts, text)]


# --- 11.3 ---


def cut(lines, most_lines, most_bytes):
    parts, size = [], 0
    for line in lines:
        bytes_here = len(line.encode()) + 1
        if not parts or len(parts[-1]) == most_lines or size + bytes_here > most_bytes:
            parts.append([])
            size = 0
        parts[-1].append(line)
        size += bytes_here
    return parts


def cut_while_it_fits(lines, most_lines, most_bytes):
    left, parts = list(lines), []
    while left:
        part = []
        while left and len(part) < most_lines and sum(len(line.encode()) + 1 for line in [*part, left[0]]) <= most_bytes:
            part.append(left.pop(0))
        parts.append(part)
    return parts


def cut_with(measure):
    """Return a cut that measures a line in its own way."""

    def cut(lines, most_lines, most_bytes):
        parts, size = [], 0
        for line in lines:
            if not parts or len(parts[-1]) == most_lines or size + measure(line) > most_bytes:
                parts.append([])
                size = 0
            parts[-1].append(line)
            size += measure(line)
        return parts

    return cut


def by_lines_only(lines, most_lines, most_bytes):
    return [lines[n : n + most_lines] for n in range(0, len(lines), most_lines)]


def one_each(lines, most_lines, most_bytes):
    return [[line] for line in lines]


def loses_the_last(lines, most_lines, most_bytes):
    return cut(lines, most_lines, most_bytes)[:-1]


def begins_with_an_empty_one(lines, most_lines, most_bytes):
    return [[], *cut(lines, most_lines, most_bytes)]


def by_bytes_only(lines, most_lines, most_bytes):
    return cut(lines, len(lines) + 1, most_bytes)


# --- 11.4 ---


def batch(*inputs, **changed):
    body = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}}
    return [
        {"custom_id": f"n{n}", "method": "POST", "url": "/v1/responses", "body": body | {"input": text}} | changed
        for n, text in enumerate(inputs)
    ]


def with_body(lines, place, **changes):
    return [line | {"body": line["body"] | changes} if n == place else line for n, line in enumerate(lines)]


FIVE = batch("What is 1 + 1?", "What is 2 + 2?", "What is 3 + 3?", "What is 4 + 4?", "What is 5 + 5?")
LISTS = batch(
    *[
        [{"role": "user", "content": f"What is the capital city of {land}?"}]
        for land in ("Peru", "Chile", "Mali", "Oman", "Laos", "Togo")
    ]
)

RIGHT = [
    ("11.1", in_order),
    ("11.1", in_order_by_search),
    ("11.2", still_to_ask),
    ("11.2", by_the_line_break),
    ("11.3", cut),
    ("11.3", cut_while_it_fits),
    ("11.4", FIVE),
    ("11.4", LISTS),
]

WRONG = [
    ("11.1", as_they_come, "there should be one result for each of the 4 ids, and there are 3"),
    ("11.1", sorted_only, "there should be one result for each of the 4 ids"),
    ("11.1", by_position, "order-001 has no result, so None should be in its place"),
    ("11.1", as_texts, "read it with json.loads"),
    ("11.1", empty_instead_of_none, "None should be in its place, and there is {}"),
    ("11.1", raises_for_a_missing_one, "your code raised KeyError"),
    ("11.1", bodies_only, "each whole, and they are"),
    ("11.1", texts_only, "take nothing out"),
    ("11.1", never_empty, "for an output without lines"),
    ("11.2", reads_a_broken_line, "your code raised JSONDecodeError"),
    ("11.2", by_number, "with a file with two whole lines"),
    ("11.2", believes_a_broken_line, "with a file whose last line is cut off"),
    ("11.2", gives_up_at_a_broken_line, "with a file whose last line is cut off"),
    ("11.2", what_is_done, "with an empty file"),
    ("11.3", by_lines_only, "bytes, with the line breaks"),
    ("11.3", cut_with(len), "bytes, with the line breaks"),
    ("11.3", cut_with(lambda line: len(line) + 1), "has a part of 14 bytes"),
    ("11.3", cut_with(lambda line: len(line.encode())), "bytes, with the line breaks"),
    ("11.3", one_each, "should have 3 parts"),
    ("11.3", loses_the_last, "should keep all lines in their order"),
    ("11.3", begins_with_an_empty_one, "none of them empty"),
    ("11.3", by_bytes_only, "has a part with more than 3 lines"),
    ("11.4", FIVE[:4], "at least five lines, and there are 4"),
    ("11.4", [*FIVE[:4], FIVE[0]], "two of the lines have the same input"),
    ("11.4", with_body(FIVE, 4, model="gpt-6-sol"), "the batch fails. Line 5: The model 'gpt-6-sol'"),
    ("11.4", [line | {"custom_id": "one"} for line in FIVE], "is a duplicate of another request"),
    ("11.4", [line | {"url": "/v1/chat/completions"} for line in FIVE], "does not match the batch endpoint"),
    ("11.4", [line["body"] for line in FIVE], "Missing required parameter: 'custom_id'"),
    ("11.4", with_body(FIVE, 2, max_output_tokens=1), "the line 'n2' was refused"),
    ("11.4", with_body(FIVE, 2, stream=True), "Streaming is not supported"),
    ("11.4", [line | {"body": "Hello!"} for line in FIVE], "the batch fails. Line 1"),
    ("11.4", [json.dumps(line) for line in FIVE], "should be a dictionary"),
]
