"""The tables of data/: what the stand-in knows that is not in the answers files."""

from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where PyYAML comes with libyaml, some ten times as fast


def read_table(name: str) -> dict:
    """Return the content of a YAML file in data/, such as "units.yaml"; who needs it often keeps it."""
    return yaml.load((DATA / name).read_text(encoding="utf-8"), _LOADER)
