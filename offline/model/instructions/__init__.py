"""What is asked of the manner of a reply, in the instructions or in the prompt itself, and following it.

    read("Answer in German. Use alliteration.", "capital of Peru?")  ->  wishes: language german; not understood: "Use alliteration"

`reading` finds the wishes, `following` carries them out. A wish that is not understood, or that cannot be
carried out, is named at the end of the reply.
"""

from . import following, gist, parts, points, topics, unclaimed
from .following import Draft, follow
from .parts import Part
from .reading import Wanted, read, work

__all__ = ["Draft", "Part", "Wanted", "follow", "following", "gist", "parts", "points", "read", "topics", "unclaimed", "work"]
