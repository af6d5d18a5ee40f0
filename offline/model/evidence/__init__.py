"""Find in texts what could fill a form: names, places, dates, numbers with their units, lists, keys with their values.

    found = find([(1.0, "Anna is 34 and lives in Oslo.")])
    found.assign([Field("name"), Field("age", types=frozenset({"integer"}))])
    -> [[Option(1.0, "Anna", ...)], [Option(1.0, 34, ...)]]

Nothing here knows what a text means. It knows names, the words that stand around values, and the words of
the fields (data/names.yaml, data/fields.yaml), and it errs as such a thing errs: a form is always filled
in the right shape, and not always with the right values.
"""

from .choices import fallbacks
from .evidence import NOTHING, Evidence, find
from .field import Field, Option

__all__ = ["NOTHING", "Evidence", "Field", "Option", "fallbacks", "find"]
