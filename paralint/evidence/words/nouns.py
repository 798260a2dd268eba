"""Nouns by what they name: persons, groups of them, and things."""

from __future__ import annotations

from functools import lru_cache

from paralint.data import listed


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Return the nouns for persons.

    Raises:
        DataError: if their list is not in the package.
    """
    return frozenset(listed("persons"))


@lru_cache(maxsize=1)
def things() -> frozenset[str]:
    """Return nouns that name things, of which some end as names of persons do: helicopter, drawer.

    Raises:
        DataError: if their list is not in the package.
    """
    return frozenset(listed("things"))


@lru_cache(maxsize=1)
def plural_things() -> frozenset[str]:
    """Return plural nouns that name things.

    Raises:
        DataError: if their list is not in the package.
    """
    return frozenset(listed("plural-things"))


@lru_cache(maxsize=1)
def groups() -> frozenset[str]:
    """Return nouns of groups, which may have a plural verb.

    Raises:
        DataError: if a list is not in the package.
    """
    return frozenset(listed("collective-nouns", "group-nouns"))


@lru_cache(maxsize=1)
def agents() -> frozenset[str]:
    """Return the nouns of those who act: persons and groups of them."""
    return persons() | groups()
