"""The classes that a parameter can belong to, and the rows that several tables share.

See parameters.py for what the classes mean.
"""

from typing import NamedTuple


class Class(NamedTuple):
    """What becomes of a parameter; `why` is the reason for NOTHING, and what there is not for OWN_NAME."""

    kind: str
    why: str = ""


ACTS = Class("acts")


def own_name(what: str) -> Class:
    """Return the class of what the stand-in has not; `what` goes into its refusal."""
    return Class("own name", what)


def nothing(why: str) -> Class:
    """Return the class of what shows nothing in the API either."""
    return Class("nothing", why)


def acts(paths: str, under: str = "") -> dict[str, Class]:
    """Return the rows of parameters that act, below a place."""
    return dict.fromkeys((under + path for path in paths.split()), ACTS)


ECHO = nothing("it comes back in the reply, and changes nothing else")
FOR_OPENAI = nothing("it tells OpenAI who asks; the reply does not show it")
CARRIED = nothing("an earlier reply carried it; the model does not read it again")
NO_PAGES = nothing("it says how closely to look at pages, and text files have none")
USUAL = nothing("it is what holds without it, too")
COUNTED_ALIKE = nothing("it does not change how many tokens the input has")
NO_CACHE = nothing("the stand-in reads nothing from the cache to compact, and writes nothing into it")
NO_THOUGHTS = nothing("it says which reasoning is read again, and the stand-in's reasoning has nothing to read")
HOSTED_ONLY = nothing("it counts the calls of hosted tools, and there are none")


def breakpoint_rows(under: str) -> dict[str, Class]:
    """Return the rows of a block after which the prompt may be cached."""
    return acts("prompt_cache_breakpoint prompt_cache_breakpoint.mode", under) | {
        f"{under}prompt_cache_breakpoint.ttl": own_name("cache lifetimes for single breakpoints")
    }


MODERATION = acts("moderation moderation.model moderation.policy moderation.policy.input moderation.policy.input.mode") | {
    "moderation.policy.output": USUAL,
    "moderation.policy.output.mode": USUAL,
}
