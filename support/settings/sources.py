"""All settings, each with where it comes from and what it hides."""

import os
from collections.abc import Iterator

from dotenv import find_dotenv

from . import names
from .env_file import EnvFile, Hidden, Problem, read_env_file
from .shapes import is_on

ENVIRONMENT = "the environment"


class Settings(Hidden):
    """Settings by their names, from the environment and from `file`; shown, they are only the names.

    The environment wins, except where its value is empty.
    """

    def __init__(self, environment: dict[str, str], file: EnvFile | None = None):
        self.file = file or EnvFile("")
        self.from_environment = frozenset(name for name, value in environment.items() if value)
        super().__init__(self.file.values | {name: environment[name] for name in self.from_environment})

    def value(self, name: str) -> str:
        """Return a setting without spaces around it, "" if there is none."""
        return self.get(name, "").strip()

    def source(self, name: str) -> str:
        """Return where a setting comes from: "the environment", or the path of the file."""
        return ENVIRONMENT if name in self.from_environment else self.file.path

    def hidden(self, name: str) -> str | None:
        """Return the path of the file whose other value for a setting the environment hides, or None."""
        in_file = self.file.values.get(name, "").strip()
        return self.file.path if in_file and in_file != self.value(name) and name in self.from_environment else None

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong in the file, and with names in the environment, where a setting is missing for it."""
        for problem in self.file.problems:
            if problem.setting is None or not self.value(problem.setting):
                yield problem
        for name in sorted(self.from_environment):
            meant = names.meant(name) if name.upper().startswith(("OPEN", "CHATGPT", "TUTORIAL_")) else None
            if meant and not self.value(meant) and self[name]:
                yield Problem(meant, f"The environment has {name}, which is not read", f"The name is {meant}.")


def read_settings() -> Settings:
    """Return the settings from the `.env` file in this folder or one above, overridden by the environment.

    With TUTORIAL_OFFLINE=1 in the environment, the file is not even opened.
    """
    if is_on(os.environ.get(names.OFFLINE)):
        return Settings(dict(os.environ))
    return Settings(dict(os.environ), read_env_file(find_dotenv(usecwd=True)))
