"""Cities and towns that are much in the news."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from paralint.data import listed


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """Return the names of the cities, as they are written."""
    return frozenset(listed("cities"))


@lru_cache(maxsize=1)
def towns() -> frozenset[str]:
    """Return the names of cities and smaller towns, as they are written."""
    return cities() | frozenset(listed("towns"))


@lru_cache(maxsize=1)
def cities_of_countries() -> Mapping[str, tuple[str, ...]]:
    """Return the cities of each country, as both are written, by its name."""
    rows = (line.split(":") for line in listed("country-cities"))
    return {country: tuple(places.split(",")) for country, places in rows}
