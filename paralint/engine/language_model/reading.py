"""What the reader makes of the words of a document. A window holds a whole article, so the document is compared with
itself: of two figures for one thing, of two spellings of a name, it may see that one is wrong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from paralint.data import mapped
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.model_file import opened
from paralint.engine.language_model.network import Network
from paralint.engine.language_model.weights import FILE, SORTS, Learned, decode, joined
from paralint.evidence.encoder.network import Window
from paralint.evidence.encoder.odds import NOTHING
from paralint.evidence.encoder.reading import Word, words_of
from paralint.evidence.encoder.wordpieces import Wordpieces
from paralint.text.document import Document
from paralint.values import NamedTuple

_OWN = 4  # pieces of MPNet that stand before those of BERT in its vocabulary
_AGAIN = 4  # of what is read at once one such part was read before
_BEGIN, _END = 0, 2  # those of them that stand around what is read at once


class Part(NamedTuple):
    """Words that are read together, ``first`` up to, not including, ``last``; from ``told`` on they are told."""

    first: int
    told: int
    last: int


class Reader:
    """MPNet with what paralint adds to it, loaded."""

    def __init__(self, model: str) -> None:
        """
        Args:
            model: the setting: which model.

        Raises:
            LanguageModelError: if it is not there or cannot be read.
            DataError: if what is added cannot be read.
        """
        learned = packaged()
        with opened(model) as (stream, vocabulary):
            self._network = Network(joined(learned, stream, model))
        try:
            self._wordpieces = Wordpieces(vocabulary.split("\n")[_OWN : learned.sizes.pieces])
        except KeyError as error:
            raise LanguageModelError(f"the vocabulary beside {model} has no {error}") from error
        self._window = learned.sizes.window

    def read(self, document: Document) -> dict[str, list[float]]:
        """Return, for each sort of damage, the logarithms of odds of the tokens; a token is as odd as the oddest of its
        words."""
        found = {sort: [NOTHING] * len(document.tokens) for sort in SORTS}
        words = list(words_of(document, self._wordpieces))
        lengths, opens = [len(word.pieces) for word in words], [word.opens for word in words]
        for part in parts(lengths, opens, self._window - 2):
            self._judge(words[part.first : part.last], part.told - part.first, found)
        return found

    def _judge(self, words: Sequence[Word], told: int, found: dict[str, list[float]]) -> None:
        """Read words together, and tell those from ``told`` on."""
        pieces, cases, firsts = [_BEGIN], [0], []
        for word in words:
            firsts.append(len(pieces))
            pieces += [_OWN + piece for piece in word.pieces]
            cases += [word.case] * len(word.pieces)
        odds = self._network.judge(Window([*pieces, _END], [*cases, 0])).T.tolist()
        for word, first in zip(words[told:], firsts[told:], strict=True):
            if word.told:
                for sort, row in zip(SORTS, odds, strict=True):
                    found[sort][word.token] = max(found[sort][word.token], row[first])


def packaged() -> Learned:
    """Return what paralint adds to MPNet.

    Raises:
        DataError: if its file is missing, damaged or of another version.
    """
    return decode(mapped(FILE))


def parts(lengths: Sequence[int], opens: Sequence[bool], size: int) -> Iterator[Part]:
    """Yield what is read together of words, each told once; a quarter of what follows is read with what precedes it.

    Args:
        lengths: of each word, in pieces.
        opens: whether a part may begin or end before the word.
        size: how many pieces go into a part; more than any word has.
    """
    ends = [0, *accumulate(lengths)]
    told = 0
    while told < len(lengths):
        first = bisect_left(ends, ends[told] - size // _AGAIN)
        first = next((word for word in range(first, told) if opens[word]), told)
        full = bisect_right(ends, ends[first] + size) - 1
        last = full if full == len(lengths) else next((word for word in range(full, told, -1) if opens[word]), full)
        yield Part(first, told, last)
        told = last
