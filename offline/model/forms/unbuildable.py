"""The one error of this room."""


class Unbuildable(ValueError):
    """No value for a schema can be built here; the message says why, in a plain sentence."""
