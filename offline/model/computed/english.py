"""What the stand-in knows of English, read from data/ (english.yaml, feelings.yaml, other_words.yaml) when it is first needed."""

from functools import cache
from types import SimpleNamespace

from ...tables import read_table

STOPWORDS = frozenset(
    "a an the and or but if of in on at to for from by with as is are was were be been being it its this that these those there here he she they we i you "
    "him her them us me my your his our their who what when where which why how do does did has have had will would can could should may might must not no "
    "so than then too very just also about into over under up down out all any some each more most other such only own same s t please tell".split()
)


@cache
def english() -> SimpleNamespace:
    """Return the lists as sets, and the tables as dicts."""
    told = {
        name: given for table in ("english", "feelings", "other_words") for name, given in read_table(f"{table}.yaml").items()
    }
    return SimpleNamespace(
        **{name: frozenset(given.split()) if isinstance(given, str) else given for name, given in told.items()}
    )
