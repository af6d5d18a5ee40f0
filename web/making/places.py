"""Where things are."""

from pathlib import Path

WEB = Path(__file__).resolve().parents[1]
COURSE = WEB.parent
LOCK = WEB / "lock"
LESSONS = COURSE / "notebooks"
