"""What the site is built from: pinned, and what the course asks for."""

import re

import needs
import pytest
from packaging.requirements import Requirement
from places import LOCK

BROWSER, TOOLS = ((LOCK / name).read_text(encoding="utf-8") for name in ("browser.txt", "tools.txt"))


def versions(lock: str) -> dict[str, str]:
    """Return the release of each package in a lock."""
    return dict(re.findall(r"^(\S+)==(\S+)", lock, re.MULTILINE))


@pytest.mark.parametrize("wanted", needs.course_needs(), ids=str)
def test_the_browser_has_what_requirements_txt_asks_for(wanted: Requirement):
    version = versions(BROWSER).get(wanted.name.lower())
    assert version and wanted.specifier.contains(version), "Run: python web/build.py --lock"


@pytest.mark.parametrize("lock", [BROWSER, TOOLS], ids=["browser", "tools"])
def test_a_lock_has_a_release_and_a_hash_for_every_package_and_no_address(lock):
    packages = re.split(r"\n(?=\S)", lock.strip())
    assert [each for each in packages if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", each, re.DOTALL)] == []
    assert "://" not in lock


def test_the_widgets_of_the_page_and_of_the_kernel_are_of_one_release():
    assert versions(BROWSER)["anywidget"] == versions(TOOLS)["anywidget"]
