"""A tool that a request offers; which is called, and with what, is decided in `tools`."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tool:
    """A tool as the request offers it; `parameters` is a JSON Schema, None for a `custom` tool, which takes plain text."""

    name: str
    description: str = ""
    parameters: dict | None = field(default=None, hash=False)
    custom: bool = False
    strict: bool = False
