"""Lesson 11: a batch's output in order, what is still to ask, a job cut for the Batch API, and a batch of one's own."""

import json
from collections.abc import Callable

from openai import OpenAI

from .registry import exercise
from .stand_in import MODEL, client, for_model

LOOKS = 12  # at a batch of the stand-in, until it has ended


@exercise("11.1", praise="Whatever the order in which they come, yours is right.", returns=list)
def _in_order(in_order: Callable) -> str | None:
    ids = ["order-000", "order-001", "order-002", "order-003"]
    results = {custom_id: _result(custom_id) for custom_id in ids if custom_id != "order-001"}
    output = [json.dumps(results[custom_id]) for custom_id in ("order-003", "order-000", "order-002")]
    found = in_order(output, ids)
    if len(found) != len(ids):
        return f"there should be one result for each of the {len(ids)} ids, and there are {len(found)}."
    if any(isinstance(result, str) for result in found):
        return (
            "a result should be a whole line as a dictionary, and one is a text: read it with json.loads, and take nothing out."
        )
    if found[1] is not None:
        return f"order-001 has no result, so None should be in its place, and there is {found[1]!r}."
    if found != [results.get(custom_id) for custom_id in ids]:
        order = [result.get("custom_id") if isinstance(result, dict) else result for result in found]
        return f"the results should stand in the order of the ids, each whole, and they are {order}."
    if in_order([], ids[:2]) != [None, None]:
        return "for an output without lines, there should be None for each id."
    return None


@exercise("11.2", praise="Nothing is asked twice, and nothing forgotten.", returns=list)
def _still_to_ask(still_to_ask: Callable) -> str | None:
    prompts = ["one", "two", "three", {"input": "four"}]
    lines = [json.dumps({"prompt": prompt, "reply": f"The reply to {prompt}."}) + "\n" for prompt in prompts]
    whole = lines[2] + lines[0]
    cases = [
        ("an empty file", "", prompts),
        ("a file with two whole lines", whole, ["two", {"input": "four"}]),
        ("a file whose last line is cut off", whole + lines[1][:-12], ["two", {"input": "four"}]),
        ("a file whose last line is cut off after its first character", whole + lines[1][:1], ["two", {"input": "four"}]),
        ("a file that has all", "".join(lines), []),
    ]
    for name, text, wanted in cases:
        if (found := still_to_ask(list(prompts), text)) != wanted:
            return f"with {name}, {wanted} should be left to ask, and your function says {found}."
    return None


@exercise("11.3", praise="A job of any size fits.", returns=[list])
def _cut(cut: Callable) -> str | None:
    cases = [
        (["aaaa"] * 7, 3, 1_000, [3, 3, 1]),
        (["aaaa"] * 7, 100, 10, [2, 2, 2, 1]),
        (["a" * 9, "b", "c", "d" * 9, "e"], 2, 12, [2, 2, 1]),
        (["ééé", "ééé"], 10, 8, [1, 1]),
        (["aaaa", "aaaa"], 10, 9, [1, 1]),
        ([], 10, 100, []),
    ]
    for lines, most_lines, most_bytes, sizes in cases:
        parts = cut(list(lines), most_lines, most_bytes)
        asked = f"cut({lines}, {most_lines}, {most_bytes})"
        if [line for part in parts for line in part] != lines:
            return f"{asked} should keep all lines in their order, and it returns {parts}."
        if any(len(part) > most_lines for part in parts):
            return f"{asked} has a part with more than {most_lines} lines: {parts}."
        if too_large := [part for part in parts if _size(part) > most_bytes]:
            return f"{asked} has a part of {_size(too_large[0])} bytes, with the line breaks: {too_large[0]}."
        if [len(part) for part in parts] != sizes:
            return f"{asked} should have {len(sizes)} parts, none of them empty, and it returns {parts}."
    return None


@exercise("11.4", praise="It ran, and every line has its reply.", value=[dict])
def _batch(my_lines: list) -> str | None:
    if len(my_lines) < 5:
        return f"there should be at least five lines, and there are {len(my_lines)}."
    inputs = [json.dumps(line["body"].get("input")) for line in my_lines if isinstance(line.get("body"), dict)]
    if len(set(inputs)) < len(inputs):
        return "two of the lines have the same input."
    far = client()
    batch = _run(
        far, [line | {"body": for_model(line["body"])} if isinstance(line.get("body"), dict) else line for line in my_lines]
    )
    if batch.errors:
        first = batch.errors.data[0]
        return f"the batch fails. Line {first.line}: {first.message}"
    if batch.error_file_id:
        refused = json.loads(far.files.content(batch.error_file_id).text.splitlines()[0])
        return f"the line {refused['custom_id']!r} was refused: {refused['response']['body']['error']['message']}"
    return None


def _run(far: OpenAI, lines: list):
    """Have a batch run to its end, and return it."""
    content = "\n".join(map(json.dumps, lines)).encode()
    file = far.files.create(file=("lines.jsonl", content), purpose="batch")
    batch = far.batches.create(input_file_id=file.id, endpoint="/v1/responses", completion_window="24h")
    for _ in range(LOOKS):
        batch = far.batches.retrieve(batch.id)
    return batch


def _result(custom_id: str) -> dict:
    body = client().responses.create(model=MODEL, input=custom_id, reasoning={"effort": "none"}).to_dict()
    response = {"status_code": 200, "request_id": f"req_{custom_id}", "body": body}
    return {"id": f"batch_req_{custom_id}", "custom_id": custom_id, "response": response, "error": None}


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)
