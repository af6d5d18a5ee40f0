"""The tables of data/: what the stand-in knows that is not in the answers files."""

from pathlib import Path

from .kept import kept

DATA = Path(__file__).parent / "data"


def read_table(name: str) -> dict:
    """Return the content of a YAML file in data/, such as "units.yaml"; who needs it often keeps it."""
    path = DATA / name
    return kept(path.name, [path, Path(__file__)], lambda: _parsed(path))


def _parsed(path: Path) -> dict:
    import yaml  # needed for a table that has changed only

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where PyYAML comes with libyaml, some ten times as fast
    table: dict = yaml.load(path.read_text(encoding="utf-8"), loader)
    return table
