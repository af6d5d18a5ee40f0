"""Packages that a lesson shows and that cannot be had everywhere: not in a browser, for example."""

from importlib import import_module
from types import ModuleType

from .not_offered import NotOffered


def package(module: str, name: str = "") -> ModuleType:
    """Import a module and return it. `name` is that of its package, where it is another one.

    Raises NotOffered if it cannot be imported, so that a cell ends in one line, and a notebook goes on.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise NotOffered(f"This needs the package {name or module}, which cannot be used here ({error}).") from error
