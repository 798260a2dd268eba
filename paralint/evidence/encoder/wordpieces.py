"""Words to the pieces that the encoder knows: WordPiece.

Schuster and Nakajima (2012), "Japanese and Korean voice search"; a word is cut from the left, each piece as long as can
be, as in Devlin et al. (2019), "BERT". Case and accents are left out; the case of a word goes to the encoder beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from paralint.text import lazy
from paralint.text.memo import Memo
from paralint.values import NamedTuple

BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
CONTINUED = "##"  # begins pieces that go on with a word
_WORD = lazy.pattern(r"[^\W_]+|[^\w\s]|_")
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
_MEMO = 1 << 14  # strings without a blank
_LONGEST = 40  # characters of a word; a longer one is none that a vocabulary has


class Word(NamedTuple):
    """A word, or a mark, ``string[start:end]``.

    Attributes:
        pieces: their numbers.
        case: how it is written, see ``case_of``.
    """

    start: int
    end: int
    pieces: tuple[int, ...]
    case: int


class Wordpieces:
    """Cuts strings into words, and these into pieces.

    Attributes:
        begin, end: the pieces that stand around what is read at once.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        """Args:
        pieces: the vocabulary; the number of a piece is its place.

        Raises:
            KeyError: if the vocabulary lacks one of the three marks.
        """
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.begin, self.end, self._unknown = (self._numbers[mark] for mark in (BEGIN, END, UNKNOWN))
        self._pieces = Memo(self._cut, _MEMO)
        self._words = Memo(self._read, _MEMO)

    def words(self, string: str) -> tuple[Word, ...]:
        """Return the words of a string without blanks, in order."""
        return self._words[string]

    def _read(self, string: str) -> tuple[Word, ...]:
        return tuple(
            Word(match.start(), match.end(), self._pieces[match[0]], case_of(match[0]))
            for match in _WORD.finditer(string)
        )

    def _cut(self, word: str) -> tuple[int, ...]:
        plain = _PLAIN.get(word) or "".join(_without_accents(word.lower()))
        if not plain or len(plain) > _LONGEST:
            return (self._unknown,)
        found: list[int] = []
        start, mark = 0, ""
        while start < len(plain):
            for end in range(len(plain), start, -1):
                number = self._numbers.get(mark + plain[start:end])
                if number is not None:
                    break
            else:
                return (self._unknown,)
            found.append(number)
            start, mark = end, CONTINUED
        return tuple(found)


def _without_accents(word: str) -> Iterator[str]:
    return (letter for letter in unicodedata.normalize("NFD", word) if unicodedata.category(letter) != "Mn")


def case_of(word: str) -> int:
    """Return how a word is written: 1 in lower case, 2 a single capital, 3 all capitals, 4 with a capital first, 5 a
    figure, 0 something else."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word[:1].isupper():
        return 4
    return 5 if word[:1].isdigit() else 0
