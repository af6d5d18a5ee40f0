"""Failing on purpose: what can happen to a request, so that errors can be met without waiting for one.

    with offline.failing("rate_limit", times=2) as log:
        client.responses.create(model="gpt-6-luna", input="Hello!")  # the SDK tries three times
    [arrival.status for arrival in log]  # [429, 429, 200]

FAULTS lists what can happen.
"""

from . import refused  # noqa: F401, I001 (each adds its faults to FAULTS, in this order)
from . import broken  # noqa: F401
from .kinds import FAULTS, ConnectionFault
from .plans import Faults

__all__ = ["FAULTS", "ConnectionFault", "Faults"]
