"""A client of the stand-in that can fail."""

import pytest
from far_end import far_end

import offline
from widgets import plans


class Switch:
    """A client of the stand-in whose next answers can be faults; `client` is the client."""

    def __init__(self):
        self.fault, self.good = None, offline.client()._client._transport.handle_request
        self.client = far_end(always=self._step, api_key=offline.KEY, base_url=offline.BASE_URL)

    def _step(self, request):
        return self.fault or self.good


@pytest.fixture
def switch():
    return Switch()


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch):
    """Let nothing be slow enough to watch."""
    monkeypatch.setattr(plans, "PACE", 1e9)
