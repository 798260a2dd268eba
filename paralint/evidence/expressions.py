"""The fixed expressions: idioms and terms of three words and more, with one content word left open.

The data file is made by ``tools/build_expressions.py`` (sources and licences: ``docs/data-sources.md``). Expressions
are kept in base forms and without articles and possessives: ``run_out_of_steam``. A line has a word, a tab, and the
templates that are looked for where that word stands. The lines are sorted and searched by bisection, so opening the
file costs no more than reading it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from paralint.data import DataError, read
from paralint.data.lines import find
from paralint.values import NamedTuple

FILE = "expressions.txt"
HEADER = "# paralint expressions 1\n"
_DROPPED = "a an the my your his her its our their one's 's s' ' ’s ’"
DROPPED = frozenset(_DROPPED.split())
"""What is left out of expressions and of text: articles and possessives, which vary."""


class Template(NamedTuple):
    """An expression with one word open.

    Attributes:
        words: of the expression, in base forms.
        open: the place of the open word.
        anchor: the place of the first of the two words by which it is looked up.
        gap: how many places behind it the second one stands.
        fillers: words like the open one that good writers put there too.
    """

    words: tuple[str, ...]
    open: int
    anchor: int
    gap: int
    fillers: frozenset[str]


Key = tuple[str, int]  # the second word that a template is looked up by, and the gap before it


@lru_cache(maxsize=1)
def _content() -> bytes:
    content = read(FILE)
    if not content.startswith(HEADER.encode()):
        raise DataError(f"paralint/data/{FILE}: not a list of expressions of this version")
    if not content.endswith(b"\n"):
        raise DataError(f"paralint/data/{FILE}: cut short")
    return content


@lru_cache(maxsize=8192)
def templates(word: str) -> Mapping[Key, tuple[Template, ...]]:
    """Return the templates that are looked for at a word in its base form, by what else they are looked up by.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = find(_content(), word, len(HEADER)) if word.isascii() else None
    found: dict[Key, list[Template]] = defaultdict(list)
    for item in line.decode("ascii").split(" ") if line else ():
        words, place, anchor, gap, fillers = item.split(":")
        expression = tuple(words.split("_"))
        template = Template(expression, int(place), int(anchor), int(gap), frozenset(filter(None, fillers.split("_"))))
        found[expression[template.anchor + template.gap], template.gap].append(template)
    return {key: tuple(group) for key, group in found.items()}


def encode(found: Iterable[Template]) -> bytes:
    """Return the content of an expressions file; the same templates give the same bytes."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for template in found:
        fields = ("_".join(template.words), str(template.open), str(template.anchor), str(template.gap))
        by_word[template.words[template.anchor]].add(":".join((*fields, "_".join(sorted(template.fillers)))))
    lines = (f"{word}\t{' '.join(sorted(items))}\n" for word, items in by_word.items())
    return (HEADER + "".join(sorted(lines))).encode("ascii")
