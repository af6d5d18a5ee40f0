"""Whatever is sent to the text endpoints, nothing breaks."""

import json

import pytest
from asking import NONE, post
from hypothesis import given
from hypothesis import strategies as st

from offline.refusals import endpoints, sdk

JUNK = [None, 5, -1, 0.5, True, "x", "", "\ud800", [], {}, [1], ["a"], [None], [{}], {"a": 1}, {"effort": 5}, {"verbosity": []}]
JUNK += [[{"role": "user", "content": content}] for content in (5, [5], [{"text": 5}], [{"type": "input_image"}])]
JUNK += [10**400, 1e308, "9" * 5000, {"\ud800": 1}]
DEEP = 900  # levels: as many as json.dumps writes on every Python that we support
ENDPOINTS = {
    "responses": {"input": "Hi", "reasoning": NONE},
    "responses/input_tokens": {"input": "Hi"},
    "chat/completions": {"messages": [{"role": "user", "content": "Hi"}], "reasoning_effort": "none"},
}


@pytest.mark.parametrize(("path", "base"), ENDPOINTS.items(), ids=ENDPOINTS)
def test_no_value_of_any_parameter_breaks_it(path, base):
    for name in sorted(name for kind in endpoints.types_of(path) for name in sdk.names(kind).known):
        for junk in JUNK:
            status, body = post(path, {"model": "gpt-6-luna"} | base | {name: junk})
            assert status in (200, 400, 404) and body
            assert status == 200 or json.loads(body)["error"]["message"]


NESTED = {  # where a schema, or what compares with a schema, may hold itself
    "a list": lambda inner: {"input": inner},
    "a schema": lambda inner: {"tools": [{"type": "function", "name": "f", "parameters": inner, "strict": True}]},
    "a form": lambda inner: {"text": {"format": {"type": "json_schema", "name": "f", "schema": inner}}},
    "filters": lambda inner: {"tools": [{"type": "file_search", "vector_store_ids": ["v"], "filters": inner}]},
}
SHAPES = {
    "lists": ("[", "]", "1"),
    "objects": ('{"a": ', "}", "1"),
    "properties": ('{"type": "object", "properties": {"a": ', "}}", "{}"),
    "filters": ('{"type": "and", "filters": [', "]}", ""),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("place", NESTED.values(), ids=NESTED)
@pytest.mark.parametrize("depth", [50, DEEP // 2, DEEP, 20_000])
def test_no_depth_breaks_it(place, shape, depth):
    begin, end, middle = shape
    body = json.dumps({"model": "gpt-6-luna", "input": "Hi"} | place("HERE")).replace(
        '"HERE"', begin * depth + middle + end * depth
    )
    status, reply = post("responses", body.encode())
    assert status == 200 or (status == 400 and json.loads(reply)["error"]["message"])


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_what_is_no_number_is_refused(number):
    status, reply = post("responses", f'{{"model": "gpt-4o", "input": "Hi", "temperature": {number}}}'.encode())
    assert status == 400 and "could not parse the JSON body" in json.loads(reply)["error"]["message"]


@given(st.binary())
def test_no_body_breaks_it(content):
    status, body = post("responses", content)
    assert status == 400 and json.loads(body)["error"]["type"] == "invalid_request_error"
