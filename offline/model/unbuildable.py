"""The error of a form that cannot be filled in, beside the room of forms: who only catches it need not load that."""


class Unbuildable(ValueError):
    """No value for a schema can be built here; the message says why, in a plain sentence."""
