"""Words of other languages that stand in names, with the English words that a translation puts for them.

The data file is made from Wiktionary by ``tools/build_translations.py``. It is one sorted text, searched by bisection.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from paralint.data import listed, read
from paralint.data.lines import Lines
from paralint.evidence.names.spellings import fold

FILE = "translations.txt"


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return Lines(read(FILE))


@lru_cache(maxsize=1 << 14)
def translations(form: str) -> frozenset[str]:
    """Return the English words for a word of another language, in lower case; none if it is not known.

    Raises:
        DataError: if the data file is missing.
    """
    key = fold(form)
    line = _lines().find(key) if key.isascii() else None
    return frozenset(line.decode("ascii").split() if line else ()) | _family_names().get(key, frozenset())


@lru_cache(maxsize=1)
def _family_names() -> Mapping[str, frozenset[str]]:
    """What family names mean that are no common words of today, by the folded name."""
    rows = (line.split() for line in listed("family-names"))
    return {name: frozenset(meanings) for name, *meanings in rows}
