"""Settings: where they stand, which of them win, and what is wrong with them. No part of a key is ever repeated.

A setting is read from the environment or, where that has none, from the `.env` file in this folder or the
nearest one above. python-dotenv reads that file; these rooms say what it leaves out in silence:

    names.py      the settings' names, and the names that people write instead
    shapes.py     what is wrong with a value: a key, an id, an address
    env_file.py   one file: its bytes, its values, and the lines of it that set nothing
    sources.py    all settings, each with where it comes from and what it hides
    elsewhere.py  keys in files that nothing reads
"""

from . import names
from .elsewhere import unread_files
from .env_file import EnvFile, Problem, read_env_file
from .shapes import address_problem, id_problem, is_on, key_problem, show_address, switch_problem
from .sources import ENVIRONMENT, Settings, read_settings

__all__ = [
    "ENVIRONMENT", "EnvFile", "Problem", "Settings", "address_problem", "id_problem", "is_on", "key_problem", "names",
    "read_env_file", "read_settings", "show_address", "switch_problem", "unread_files",
]  # fmt: skip
