"""What the class of a parameter says is true (that every parameter has a class: test_every_path.py)."""

import copy
import json

import pytest
from asking import data, picture
from parameter_cases import CASES, DEFAULTS, PREPARED

import offline
from offline.refusals.parameters import BY_VALUE, TABLES

# --- What acts, acts ---

ACTING = [(endpoint, path) for endpoint, cases in CASES.items() for path, row in TABLES[endpoint].items() if row.kind == "acts"]


def is_proven_below(endpoint: str, path: str) -> bool:
    """Return whether there are cases for what lies below a path, such as text.verbosity below text."""
    return any(other.startswith((f"{path}.", f"{path}[")) for other in CASES[endpoint])


@pytest.mark.parametrize(("endpoint", "path"), ACTING, ids=[" ".join(pair) for pair in ACTING])
def test_what_acts_makes_a_difference(endpoint, path):
    if path not in CASES[endpoint]:
        assert is_proven_below(endpoint, path), "this row says that it acts, and no case proves it"
        return
    one, other = (shown(endpoint, case) for case in CASES[endpoint][path])
    assert one != other


def shown(endpoint: str, case: dict) -> list:
    """Return what is shown of the replies to a request, in a stand-in of its own, without ids and times."""
    standin = offline.StandIn()
    case, known = copy.deepcopy(case), PREPARED(standin)
    bodies = DEFAULTS[endpoint].prepare(case, known)
    return [DEFAULTS[endpoint].send(standin, body) for body in bodies]


# --- What shows nothing, shows nothing ---


@pytest.mark.parametrize("name", ["user", "safety_identifier", "metadata", "max_tool_calls", "prompt_cache_retention"])
def test_what_shows_nothing_changes_nothing_but_its_echo(name):
    value = {"metadata": {"a": "b"}, "max_tool_calls": 3, "prompt_cache_retention": "24h"}.get(name, "me")
    replies = []
    for body in ({}, {name: value}):
        reply = DEFAULTS["responses"].whole(offline.StandIn(), body)
        reply.pop(name, None)
        replies.append(reply)
    assert replies[0] == replies[1]


# --- What is not here is refused in the stand-in's own name ---

OWN = [
    (endpoint, path)
    for endpoint in ("responses", "chat/completions")
    for path, row in TABLES[endpoint].items()
    if row.kind == "own name" and "[" not in path
]
VALUES = {
    "access_programs": {"cyber": "standard"},
    "background_options": {"completion_window": "2h"},
    "context_management": [{"type": "compaction"}],
    "image": {"context_compression": "enabled"},
    "prompt": {"id": "pmpt_1"},
    "prompt_cache_options.prewarm": True,
    "reasoning.mode": "pro",
    "reasoning.summary": "auto",
    "audio": {"voice": "ash", "format": "wav"},
    "functions": [{"name": "f"}],
    "function_call": "auto",
    "prediction": {"type": "content", "content": "Paris"},
    "web_search_options": {},
}


@pytest.mark.parametrize(("endpoint", "path"), OWN, ids=[" ".join(pair) for pair in OWN])
def test_what_is_not_here_is_refused_in_the_stand_ins_own_name(endpoint, path):
    name, _, below = path.partition(".")
    body = {name: {below: VALUES[path]} if below else VALUES[path]}
    status, error = DEFAULTS[endpoint].refused(offline.StandIn(), body)
    assert (status, error["code"]) == (400, "offline_unsupported")
    assert error["message"].startswith("The offline stand-in has no ") and error["message"].endswith("; the real API does.")


VALUED = [(path, value, row) for path, values in BY_VALUE.items() for value, row in values.items() if row.kind == "own name"]


@pytest.mark.parametrize(("path", "value", "row"), VALUED, ids=[value for _, value, _ in VALUED])
def test_values_that_are_not_here(path, value, row):
    endpoint = "chat/completions" if "modalities" in path else "responses"
    body = {path.removesuffix("[]"): [value] if path.endswith("[]") else value}
    status, error = DEFAULTS[endpoint].refused(offline.StandIn(), body)
    assert (status, error["code"]) == (400, "offline_unsupported") and row.why in error["message"]


def test_the_helpers_of_this_file_tell_a_difference():
    """What is shown of two equal requests is equal, so that a difference means something."""
    assert json.dumps(shown("responses", {})) == json.dumps(shown("responses", {}))
    assert picture("red") != picture("blue") and data("a") != data("b")
