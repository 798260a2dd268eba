"""The window of a sequence of token specs: its rarest neighbouring tokens (see ``ruleset.windows``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import fsum

from paralint.checks.token_tests import TokenTest
from paralint.ruleset.windows import ANYTHING, WIDTH, Place, Window
from paralint.values import NamedTuple

_MOST_WORDS = 300  # of a place; a longer list leaves little out, and each of its words must be kept
_RUN = 4  # tokens of one item that are told apart; a longer run may go on for ever
_SHARE = [3.0**-length for length in range(200)]
_TAG_SHARES = {"NN": 0.12, "IN": 0.11, "NNP": 0.1, "DT": 0.09, "JJ": 0.05, "NNS": 0.05}  # of the tokens of news stories
_TAG_SHARE = 0.03  # of other tags, at most


class _Cell(NamedTuple):
    """One token of a sequence that is written out.

    Attributes:
        fits: what it must be, as places of which one must fit; empty if it may be anything.
        optional: whether it may be missing.
        repeated: whether any number of the same kind may follow it.
    """

    fits: tuple[Place, ...]
    optional: bool = False
    repeated: bool = False


def window(tests: Sequence[TokenTest]) -> Window:
    """Return the window of a sequence, one of whose tokens at least must be there."""
    cells = list(_cells(tests))
    windows = [_opened(cells, number) for number, cell in enumerate(cells) if not cell.optional]
    return min(windows, key=_commonness)


def _cells(tests: Sequence[TokenTest]) -> Iterator[_Cell]:
    for test in tests:
        spec = test.spec
        for _ in range(spec.skip):
            yield _Cell((), optional=True)
        fits = tuple(_fits(test))
        fits = () if ANYTHING in fits else fits
        if spec.most <= _RUN:
            for count in range(spec.most):
                yield _Cell(fits, optional=count >= spec.least)
        else:
            for _ in range(spec.least - 1):
                yield _Cell(fits)
            yield _Cell(fits, optional=spec.least == 0, repeated=True)


def _fits(test: TokenTest) -> Iterator[Place]:
    """Yield places of which a token that fits a test fits one at least."""
    words, tags = test.words, test.tags
    if words is not None:
        words -= _union([inner.words for inner in test.negated if inner.simple])
    if tags is not None:
        tags -= _union([inner.tags for inner in test.negated if inner.simple and inner.words is None])
    if words is not None and len(words) > _MOST_WORDS:
        words = None
    if test.words is not None or not test.alternatives:
        yield Place(words, tags)
        return
    for alternative in test.alternatives:
        for place in _fits(alternative):
            yield Place(place.words, tags if place.tags is None else place.tags if tags is None else place.tags & tags)


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str]:
    return frozenset[str]().union(*[each for each in sets if each is not None])


def _opened(cells: Sequence[_Cell], first: int) -> Window:
    """Return the window whose first place is a cell: of the others, whatever may stand there."""
    here = {first}
    places = []
    for _ in range(WIDTH):
        places.append(ANYTHING if len(cells) in here else _joined([cells[number].fits for number in here]))
        here = {behind for number in here for behind in _behind(cells, number)}
    return tuple(places)


def _behind(cells: Sequence[_Cell], number: int) -> Iterator[int]:
    """Yield the cells that may stand behind one; their number is the end of the sequence."""
    if number < len(cells) and cells[number].repeated:
        yield number
    while number < len(cells):
        number += 1
        yield number
        if number == len(cells) or not cells[number].optional:
            return
    yield number


def _joined(several: Sequence[tuple[Place, ...]]) -> Place:
    """Return the narrowest place that a token fits if it fits one place of several cells."""
    if not all(several):
        return ANYTHING
    places = [place for fits in several for place in fits]
    if len(places) == 1:
        return places[0]
    words = _union([place.words for place in places])
    tags = _union([place.tags for place in places])
    named = all(place.words is not None for place in places)
    tagged = all(place.tags is not None for place in places)
    if named or tagged:
        return Place(words if named else None, tags if tagged else None)
    # Some are told by their words, the rest by tags alone.
    tags = _union([place.tags for place in places if place.words is None])
    told = all(place.words is not None or place.tags is not None for place in places)
    return Place(words, tags, either=True) if told else ANYTHING


def _commonness(window: Window) -> float:
    """Guess how often a window opens."""
    share = 1.0
    for place in window:
        words = 1.0 if place.words is None else _word_share(place.words)
        tags = 1.0 if place.tags is None else fsum([_TAG_SHARES.get(tag, _TAG_SHARE) for tag in place.tags])
        share *= min(1.0, words + tags if place.either else words * tags)
    return share


def _word_share(words: frozenset[str]) -> float:
    """Guess how often words are met: the shorter a word, the more frequent it is (Zipf 1935)."""
    # Exact, since a set is added up in another order by each run, and the compiled rules must not hang on it.
    return min(1.0, fsum(map(_SHARE.__getitem__, map(len, words))))
