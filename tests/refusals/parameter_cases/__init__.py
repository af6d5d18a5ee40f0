"""For every parameter that acts, two requests whose replies must differ."""

from .chat import CHAT
from .items import ITEMS
from .responses import RESPONSES
from .sending import DEFAULTS, PREPARED

__all__ = ["CASES", "DEFAULTS", "PREPARED"]

CASES = {"responses": ITEMS | RESPONSES, "chat/completions": CHAT}
