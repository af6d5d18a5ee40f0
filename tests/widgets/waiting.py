"""How long to wait for what a widget does in the background."""

import time

PATIENCE = 10  # seconds


def until(true, what="it"):
    """Wait until `true()`."""
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends, f"{what} did not happen"
        time.sleep(0.002)
