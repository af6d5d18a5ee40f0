"""How the tests run lessons: with a key in the environment, with every connection refused that leaves this machine, without extras."""

import os
from collections.abc import Mapping
from pathlib import Path

COURSE = Path(__file__).parent.parent
GUARD = Path(__file__).parent / "network_guard"
EXTRAS_HIDDEN = Path(__file__).parent / "extras_hidden"


def guarded(log: Path) -> dict[str, str]:
    """Return what to set in the environment of a process; the connections that it tries are written to `log`."""
    return {
        "OPENAI_API_KEY": "not-a-real-key-" + "0" * 20,
        "PYTHONPATH": found_first(GUARD, EXTRAS_HIDDEN),
        "NETWORK_GUARD_LOG": str(log),
    }


def without_extras(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which packages that the course does not need cannot be imported.

    The course's folder is first in it, as for a learner: what stands there first is what check_setup() calls the learner's own.
    """
    return {**environment, "PYTHONPATH": found_first(COURSE, EXTRAS_HIDDEN, also=environment.get("PYTHONPATH"))}


def found_first(*folders: Path, also: str | None = os.environ.get("PYTHONPATH")) -> str:
    """Return a PYTHONPATH with `folders` before what it says without them."""
    return os.pathsep.join(filter(None, [*map(str, folders), also]))
