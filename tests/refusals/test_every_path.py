"""Every name that the installed SDK can send has a class, and so has every value where values differ."""

import pytest
from sdk_paths import all_paths, raise_alarm

from offline.refusals import Refused, check_ours, endpoints, sdk
from offline.refusals.parameters import BY_VALUE, TABLES

NO_CLASS = "there is no class for it in parameters.py"


def test_the_alarm_goes_off_in_ci_only(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="new_name"):
        raise_alarm(["new_name"], NO_CLASS)
    monkeypatch.delenv("CI")
    with pytest.warns(UserWarning, match="new_name"):
        raise_alarm(["new_name"], NO_CLASS)


@pytest.mark.parametrize("endpoint", TABLES)
def test_every_path_has_a_class(endpoint):
    raise_alarm([path for path, has_class in all_paths(endpoint) if not has_class], NO_CLASS)


def test_the_paths_are_many():
    assert len(all_paths("responses")) > 250 and len(all_paths("chat/completions")) > 120


@pytest.mark.parametrize(("path", "known"), BY_VALUE.items(), ids=BY_VALUE)
def test_every_value_has_a_class(path, known):
    for endpoint in TABLES:
        for kind in endpoints.types_of(endpoint):
            hint = sdk.names(kind).known.get(path.removesuffix("[]"))
            inner = [sdk.inside(one) for one in sdk.members(hint) if sdk.json_type(one) is list] or [hint]
            raise_alarm([f"{path}: {value}" for one in inner for value in sdk.values(one) if value not in known], NO_CLASS)


def test_a_name_of_a_newer_sdk_is_refused_in_our_own_name():
    for body in ({"new": 1}, {"reasoning": {"new": 1}}, {"tools": [{"type": "new"}]}, {"service_tier": "new"}):
        with pytest.raises(Refused) as refused:
            check_ours("responses", body)
        assert refused.value.body["error"]["code"] == "offline_unsupported"
