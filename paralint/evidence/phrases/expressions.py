"""The fixed expressions: idioms and terms of three words and more, with one content word left open.

The data file is made by ``tools/build_expressions.py`` (sources and licences: ``docs/data-sources.md``). Expressions
are kept in base forms and without articles and possessives: ``run_out_of_steam``. A line has a word, a tab, and the
templates that are looked for where that word stands, in groups by the second word that they ask for. The lines are
sorted and searched by bisection, so opening the file costs no more than reading it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from paralint.data import read
from paralint.data.lines import Lines, lines_of
from paralint.values import NamedTuple

FILE = "expressions.txt"
HEADER = "# paralint expressions 2\n"
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


Key = str
"""What a template is looked up by at its first word: the second word and the gap before it, a digit (``of:1``)."""


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return lines_of(read(FILE), FILE, HEADER, "expressions")


class _Groups(Mapping[Key, tuple[Template, ...]]):
    """The templates of a word, each group decoded when its second word stands there, too.

    Attributes:
        seconds: the second words.
    """

    def __init__(self, line: str) -> None:
        """Args:
        line: the groups, as they stand in the data file.
        """
        self._line = line
        self._decoded: dict[Key, tuple[Template, ...]] = {}
        self.seconds = [group.partition(":")[0] for group in line.split(" ")]

    @cached_property
    def _groups(self) -> dict[Key, str]:
        return {group[: end + 2]: group[end + 3 :] for group in self._line.split(" ") if (end := group.index(":"))}

    def __getitem__(self, key: Key) -> tuple[Template, ...]:
        found = self._decoded.get(key)
        if found is None:
            gap = int(key[-1])
            found = self._decoded[key] = tuple([_decode(item, gap) for item in self._groups[key].split("|")])
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._groups

    def __iter__(self) -> Iterator[Key]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)


_NONE: Mapping[Key, tuple[Template, ...]] = {}


@lru_cache(maxsize=8192)
def templates(word: str) -> Mapping[Key, tuple[Template, ...]]:
    """Return the templates that are looked for at a word in its base form, by what else they are looked up by.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(word) if word.isascii() else None
    return _Groups(line.decode("ascii")) if line else _NONE


def key_of(second: str, gap: int) -> Key:
    """Return what templates are looked up by whose second word stands so many places behind the first."""
    return f"{second}:{gap}"


def seconds(known: Mapping[Key, tuple[Template, ...]]) -> list[str]:
    """Return the second words of the templates of a word."""
    return known.seconds if isinstance(known, _Groups) else [key[:-2] for key in known]


def _decode(item: str, gap: int) -> Template:
    words, place, anchor, fillers = item.split(",")
    return Template(tuple(words.split("_")), int(place), int(anchor), gap, frozenset(filter(None, fillers.split("_"))))


def encode(found: Iterable[Template]) -> bytes:
    """Return the content of an expressions file; the same templates give the same bytes."""
    by_word: dict[str, dict[Key, set[str]]] = defaultdict(lambda: defaultdict(set))
    for template in found:
        fillers = "_".join(sorted(template.fillers))
        item = f"{'_'.join(template.words)},{template.open},{template.anchor},{fillers}"
        second = template.words[template.anchor + template.gap]
        by_word[template.words[template.anchor]][key_of(second, template.gap)].add(item)
    lines = []
    for word, groups in by_word.items():
        told = (f"{key}:{'|'.join(sorted(items))}" for key, items in sorted(groups.items()))
        lines.append(f"{word}\t{' '.join(told)}\n")
    return (HEADER + "".join(sorted(lines))).encode("ascii")
