"""`check_setup()`: look at everything that the course needs, and say what to do where something is wrong.

It ends in lines, whatever is wrong: a check that breaks is a line too. So nothing is imported here that
may be missing, too old, or hidden by a file of the reader's; each room below is loaded when it is its turn.
"""

from collections.abc import Iterator
from importlib import import_module

Line = tuple[str, str, str]  # a name, what was found, and what to do about it (empty if it is right)

ROOMS = ("hiding", "installed", "configured", "answering")  # each has CHECKS: a name, and a function that yields lines


def check_setup() -> None:
    """Look at everything that the course needs, and print for each line that is not right what to do."""
    for name, found, advice in setup_report():
        print(f"{'[ok] ' if not advice else '[fix]'} {name:<9} {found}")
        if advice:
            print(f"      -> {advice}")


def setup_report() -> Iterator[Line]:
    """Yield a line or more for every check; nothing is imported after a file that hides a module, as it would be run."""
    for room in ROOMS:
        wrong = False
        for line in _lines(room):
            yield line
            wrong = wrong or bool(line[2])
        if room == "hiding" and wrong:
            yield "the rest", "not looked at", "Put that right first, restart the kernel, and run this again."
            return


def _lines(room: str) -> Iterator[Line]:
    try:
        checks = import_module(f".{room}", __package__).CHECKS
    except Exception as error:
        yield _broken(room, error)
        return
    for name, check in checks.items():
        try:
            yield from check()
        except Exception as error:
            yield _broken(name, error)


def _broken(name: str, error: Exception) -> Line:
    """Return the line of a check that broke. Only an ImportError is quoted: what others say may hold a key."""
    said = f": {error}" if isinstance(error, ImportError) else f" ({type(error).__name__})"
    advice = "Put right what the other lines say, or run the README's line that sets up the course; then restart the kernel."
    return name, f"cannot be looked at{said}", advice
