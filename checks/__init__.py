"""What the notebooks use to check your work: `check_setup()`, and `check(...)` for the exercises.

    from checks import check
    check("3.1", messages)

A check looks at what you built (a request, a list of messages, what a function sends), never at the
wording of a model's answer. It always runs against the offline stand-in, so it costs nothing.

`lesson_01.py`, `lesson_02b.py`, ... and `appendix.py` hold the checks of one lesson each; a new exercise
is a function there, and nothing else. `registry.py` finds it by its number, `judging.py` tells whose
mistake it is when something goes wrong, `stand_in.py` answers, and `sent.py` reads what a request says. `check_setup()` is in `setup.py`, and
what it looks at in `hiding.py`, `installed.py`, `configured.py` and `answering.py`.

Nothing else is imported before it is used: `check_setup()` must run where a package is missing or too old.
"""

from .setup import check_setup

__all__ = ["check", "check_answer", "check_setup"]


def check_answer() -> tuple[str, str, str]:
    """Ask one short question; return a line of `check_setup`: a name, who answers or why nobody does, and what to do."""
    from . import answering

    return answering.check_answer()


def check(number: str | float, built) -> None:
    """Print whether exercise `number`, such as "3.1" or 3.1, is solved by what you `built`, or what is still missing."""
    from . import registry
    from .judging import verdict

    if isinstance(number, int | float):
        number = str(number)
    if not isinstance(number, str):
        print('The number of an exercise comes first: check("3.1", ...).')
    elif exercise := registry.find(number):
        print(f"Exercise {number}: {verdict(exercise, built)}")
    else:
        print(f'There is no exercise "{number}". There are {", ".join(registry.numbers())}.')
