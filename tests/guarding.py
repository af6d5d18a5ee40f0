"""How the tests run lessons: with a key in the environment, and with every connection refused that leaves this machine."""

import os
from pathlib import Path

GUARD = Path(__file__).parent / "network_guard"


def guarded(log: Path) -> dict[str, str]:
    """Return what to set in the environment of a process; the connections that it tries are written to `log`."""
    found_first = [str(GUARD), os.environ.get("PYTHONPATH")]
    return {
        "OPENAI_API_KEY": "not-a-real-key-" + "0" * 20,
        "PYTHONPATH": os.pathsep.join(filter(None, found_first)),
        "NETWORK_GUARD_LOG": str(log),
    }
