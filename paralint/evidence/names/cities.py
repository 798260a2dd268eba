"""The cities that are much in the news."""

from __future__ import annotations

from functools import lru_cache

from paralint.data import listed


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """Return the names of the cities, as they are written."""
    return frozenset(listed("cities"))
