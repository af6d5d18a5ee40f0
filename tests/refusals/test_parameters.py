"""What the class of a parameter says is true, row by row: every row of every table is sent.

That every parameter has a class: test_every_path.py.
"""

import json

import pytest
from asking import data, picture
from building import NoPlace, Place, find
from parameter_cases import CASES, CASES_BY_VALUE
from parameter_cases.sending import Sent
from parameter_cases.showing import masked, shown, without_echo
from sdk_paths import all_paths, raise_alarm
from wholes import WHOLE

from offline.refusals.parameters import BY_VALUE, TABLES
from offline.refusals.rows import Class


def rows(kind: str) -> list:
    """Return all rows of a class, as the parameters of a test."""
    return [
        pytest.param(endpoint, path, row, id=f"{endpoint} {path}")
        for endpoint, table in TABLES.items()
        for path, row in table.items()
        if row.kind == kind
    ]


def values(kind: str) -> list:
    """Return all values of a class, in each endpoint that takes them, as the parameters of a test."""
    return [
        pytest.param(endpoint, path, value, row, id=f"{endpoint} {path} {value}")
        for path, known in BY_VALUE.items()
        for endpoint in endpoints_with_values(path)
        for value, row in known.items()
        if row.kind == kind and value in taken(endpoint, path)
    ]


def endpoints_with_values(path: str) -> list[str]:
    """Return the endpoints where the values at a path have classes of their own: not where it is refused whole."""
    found = {endpoint: table.get(path.removesuffix("[]")) for endpoint, table in TABLES.items()}
    return [endpoint for endpoint, row in found.items() if row and row.kind != "own name"]


def taken(endpoint: str, path: str) -> list:
    """Return the values that the SDK can send at a path."""
    try:
        return find(endpoint, path).values
    except NoPlace:
        return []


def place_of(endpoint: str, path: str) -> Place:
    """Return the place of a row in a request; a row that this SDK has no place for raises the alarm."""
    try:
        return find(endpoint, path)
    except NoPlace as problem:
        raise_alarm([f"{endpoint} {path}"], str(problem))
        pytest.skip(str(problem))


# --- What acts, acts ---


@pytest.mark.parametrize(("endpoint", "path", "row"), rows("acts"))
def test_what_acts_makes_a_difference(endpoint, path, row):
    cases = CASES[endpoint]
    if path in cases:
        assert_differs(endpoint, *cases[path])
    else:  # such as text, which acts by text.verbosity
        assert any(other.startswith((f"{path}.", f"{path}[")) for other in cases), (
            "this row says that it acts, and no case proves it"
        )


@pytest.mark.parametrize(("endpoint", "path", "value", "row"), values("acts"))
def test_values_that_act_make_a_difference(endpoint, path, value, row):
    assert_differs(endpoint, *CASES_BY_VALUE[path, value])


def assert_differs(endpoint: str, differs: str, one, other) -> None:
    """Fail if two requests do not differ where they must, or if one is refused where both must be answered."""
    one, other = shown(endpoint, one), shown(endpoint, other)
    assert one.get(differs) != other.get(differs)
    assert differs == "refusal" or "refusal" not in one | other


def test_every_case_has_a_row_that_acts():
    gone = [
        f"{endpoint} {path}" for endpoint, cases in CASES.items() for path in cases if TABLES[endpoint].get(path) != Class("acts")
    ]
    gone += [f"{path} {value}" for path, value in CASES_BY_VALUE if BY_VALUE[path].get(value) != Class("acts")]
    assert not gone


# --- What shows nothing, shows nothing ---


@pytest.mark.parametrize(("endpoint", "path", "row"), rows("nothing"))
def test_what_shows_nothing_changes_nothing_but_its_echo(endpoint, path, row):
    place = place_of(endpoint, path)
    refused = [value for value, one in BY_VALUE.get(path, {}).items() if one.kind == "own name"]
    assert_alike(endpoint, place, [value for value in place.values if value not in refused])


@pytest.mark.parametrize(("endpoint", "path", "value", "row"), values("nothing"))
def test_values_that_show_nothing_change_nothing_but_their_echo(endpoint, path, value, row):
    assert_alike(endpoint, place_of(endpoint, path), [value])


def assert_alike(endpoint: str, place: Place, values: list) -> None:
    """Fail if the replies with one of the values differ from that without (or with the usual value, where one must be)."""
    replies = [replies_to(endpoint, place.having(value), place.where) for value in values]
    usual = replies_to(endpoint, WHOLE[endpoint] if place.required else place.without(), place.where)
    assert values and not any("refusal" in reply for reply in usual)
    for value, reply in zip(values, replies, strict=True):
        assert reply == usual, value


def replies_to(endpoint: str, body: dict, where: str) -> list[dict]:
    return [without_echo(reply, where) for reply in masked(Sent().replies(endpoint, body))]


# --- What is not here is refused in the stand-in's own name ---


@pytest.mark.parametrize(("endpoint", "path", "row"), rows("own name"))
def test_what_is_not_here_is_refused_in_the_stand_ins_own_name(endpoint, path, row):
    place = place_of(endpoint, path)
    assert_refused(endpoint, place.having(place.values[0]), place.where, row)


@pytest.mark.parametrize(("endpoint", "path", "value", "row"), values("own name"))
def test_values_that_are_not_here_are_refused_in_the_stand_ins_own_name(endpoint, path, value, row):
    place = place_of(endpoint, path)
    assert_refused(endpoint, place.having(value), place.where, row)


def assert_refused(endpoint: str, body: dict, where: str, row: Class) -> None:
    """Fail if a request is not refused for just this place and reason."""
    assert Sent().replies(endpoint, body)[0].get("refusal") == {
        "status": 400,
        "type": "invalid_request_error",
        "code": "offline_unsupported",
        "param": where,
        "message": f"The offline stand-in has no {row.why}; the real API does.",
    }


# --- The tables, and the helpers of this file ---


@pytest.mark.parametrize("endpoint", TABLES)
def test_no_row_is_about_what_the_sdk_does_not_have(endpoint):
    known = {path for path, _ in all_paths(endpoint)}
    raise_alarm([path for path in TABLES[endpoint] if path not in known], "no type of the SDK has it")


@pytest.mark.parametrize(("path", "known"), BY_VALUE.items(), ids=BY_VALUE)
def test_no_value_is_one_that_the_sdk_does_not_have(path, known):
    sent = [value for endpoint in endpoints_with_values(path) for value in taken(endpoint, path)]
    raise_alarm([f"{path} {value}" for value in known if value not in sent], "no type of the SDK has it")


@pytest.mark.parametrize("endpoint", TABLES)
def test_what_all_rows_are_put_into_is_a_request_that_is_answered(endpoint):
    assert not any("refusal" in reply for reply in Sent().replies(endpoint, WHOLE[endpoint]))


def test_equal_requests_show_equal_replies():
    assert json.dumps(shown("responses", {})) == json.dumps(shown("responses", {}))
    assert picture("red") != picture("blue") and data("a") != data("b")


def test_an_echo_is_hidden_only_where_the_request_had_it():
    reply = {"metadata": {"a": "b"}, "data": [{"status": "x", "id": 1}, {"status": "y"}]}
    assert without_echo(reply, "metadata") == {"data": reply["data"]}
    assert without_echo(reply, "items[1].status") == reply | {"data": [{"status": "x", "id": 1}, {}]}
    assert without_echo(reply, "user") == reply
