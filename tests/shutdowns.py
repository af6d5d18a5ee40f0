"""When models are shut down, as the installed SDK's own source announces it."""

import re
from datetime import date
from pathlib import Path

from openai.types.shared import chat_model


def announced_shutdowns() -> dict[str, date]:
    """Return the shutdown date of every model id that has one."""
    docstring = Path(chat_model.__file__).read_text(encoding="utf-8").partition('"""Deprecated values:')[2]
    shutdowns = {}
    for entry in re.split(r"^- ", docstring, flags=re.MULTILINE):
        if found := re.search(r"shutdown\s+date:\s+(\d{4}-\d\d-\d\d)", entry):
            shutdowns |= dict.fromkeys(re.findall(r'"([^"]+)"', entry), date.fromisoformat(found[1]))
    return shutdowns
