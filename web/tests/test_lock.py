"""What the site is built from: pinned, and what the course asks for."""

import re

import needs
import pytest
from packaging.requirements import Requirement
from places import LOCK

LOCKED = {
    name: dict(re.findall(r"^(\S+)==(\S+)", (LOCK / name).read_text(encoding="utf-8"), re.MULTILINE))
    for name in ("browser.txt", "tools.txt")
}


@pytest.mark.parametrize("wanted", needs.course_needs(), ids=str)
def test_the_browser_has_what_requirements_txt_asks_for(wanted: Requirement):
    version = LOCKED["browser.txt"].get(wanted.name.lower())
    assert version and wanted.specifier.contains(version), "Run: python web/build.py --lock"


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_has_a_hash_for_every_package_and_no_address(name):
    text = (LOCK / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert len(packages) == len(LOCKED[name]) and all("--hash=sha256:" in each for each in packages)
    assert "://" not in text


def test_the_widgets_of_the_page_and_of_the_kernel_are_of_one_release():
    assert LOCKED["browser.txt"]["anywidget"] == LOCKED["tools.txt"]["anywidget"]
