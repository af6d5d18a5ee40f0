"""Keys for a cache of replies: messages by what they say, and shared things by being the same."""


class Frozen:
    """Messages that can be a key of a cache."""

    def __init__(self, messages: tuple[dict, ...]):
        self.messages = messages
        self._key = tuple(tuple(message.items()) for message in messages)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other) -> bool:
        return self._key == other._key


class Same:
    """Something that is the same for a cache as long as it is the same thing."""

    def __init__(self, thing):
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other) -> bool:
        return self.thing is other.thing
