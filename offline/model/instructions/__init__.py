"""What is asked of the manner of a reply, in the instructions or in the prompt itself, and following it.

    read("Answer in German. Use rhymes.", "capital of Peru?")  ->  wishes: language german; not understood: "Use rhymes"

`reading` finds the wishes, `following` carries them out. A wish that is not understood, or that cannot be
carried out, is named at the end of the reply.
"""

from .following import Draft, follow
from .reading import Wanted, read, work

__all__ = ["Draft", "Wanted", "follow", "read", "work"]
