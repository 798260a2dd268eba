"""Word lists that patterns name under ``in``: those of the package by name, a rule author's own by file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from paralint.data import DataError, read
from paralint.ruleset.fields import Fields
from paralint.ruleset.problems import suggestion
from paralint.text import lazy

_COMMENT = lazy.pattern("#.*")


def read_lists(fields: Fields, key: str) -> frozenset[str]:
    """Return the entries of the lists named at ``key``, lower-cased; note those that cannot be read.

    A name that ends in ``.txt`` is a file beside the rule file; any other is a list of the package. A list has one word
    a line; what follows a ``#`` is a comment.
    """
    found: frozenset[str] = frozenset()
    for name in fields.texts(key):
        try:
            if not name.endswith(".txt") and not fields.tree.trusted and name not in (known := _names()):
                fields.note(f"there is no word list '{name}'{suggestion(name, known)}; a file ends in .txt", key)
            elif name.endswith(".txt"):
                found |= _entries((Path(fields.tree.path).parent / name).read_text(encoding="utf-8"))
            else:
                found = found | _packaged(name) if found else _packaged(name)  # rules share one list
        except (OSError, UnicodeDecodeError, DataError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or error
            fields.note(f"the word list '{name}' cannot be read: {reason}", key)
    return found


def _names() -> list[str]:
    from importlib.resources import files  # only rules of one's own are checked

    return sorted(file.name.removesuffix(".txt") for file in files("paralint.data").joinpath("lists").iterdir())


@cache
def _packaged(name: str) -> frozenset[str]:
    return _entries(read(f"lists/{name}.txt").decode("utf-8"))


def _entries(text: str) -> frozenset[str]:
    lines = _COMMENT.sub("", text).lower().splitlines()
    return frozenset(map(str.strip, lines)) - {""}
