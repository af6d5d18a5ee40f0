"""`package`: what can be imported is returned, and what cannot ends in a sentence."""

import json

import pytest

from support.not_offered import NotOffered
from support.packages import package


def test_a_package_that_is_there():
    assert package("json") is json


@pytest.mark.parametrize(("asked", "named"), [(("no_such",), "no_such"), (("no_such", "no-such-package"), "no-such-package")])
def test_a_package_that_is_not_there(asked, named):
    with pytest.raises(NotOffered, match=f"This needs the package {named}, which cannot be used here"):
        package(*asked)


def test_a_package_that_is_there_and_broken(tmp_path, monkeypatch):
    (tmp_path / "half_there.py").write_text("import no_such", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(NotOffered, match=r"half_there.*No module named 'no_such'"):
        package("half_there")
