"""Writing a block: prose put together from pieces of the original, every character with its way back."""

from __future__ import annotations

from array import array

from paralint.text.blocks import OBJECT, Block, BlockKind


class Prose:
    """The prose of a block under way. Pieces must come in text order and must not overlap."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._pieces: list[tuple[int, int, str]] = []

    def copy(self, start: int, end: int) -> None:
        """Take over ``original[start:end]`` as it stands."""
        if start < end:
            self._pieces.append((start, end, ""))

    def put(self, shown: str, start: int, end: int) -> None:
        """Show ``shown``, each character of which stands for the whole of ``original[start:end]``."""
        if shown:
            self._pieces.append((start, end, shown))

    def __len__(self) -> int:
        """The number of pieces."""
        return len(self._pieces)

    def shown(self, first: int = 0) -> str:
        """Return what the pieces from ``first`` on show."""
        return "".join([shown or self._original[start:end] for start, end, shown in self._pieces[first:]])

    def withdraw(self, first: int) -> None:
        """Take back the pieces from ``first`` on."""
        del self._pieces[first:]

    def block(self, kind: BlockKind, level: int = 0) -> Block | None:
        """Return the block, blanks at both ends left out, or None if it has nothing but blanks and objects."""
        whole = self.shown()
        text = whole.strip()
        if not text.strip(OBJECT + " \n"):
            return None
        first = len(whole) - len(whole.lstrip())
        begin = self._pieces[0][0]
        place = begin
        for start, end, shown in self._pieces:
            if start != place or (shown and (len(shown) != 1 or end != start + 1)):
                break
            place = end
        else:
            return Block(kind, text, begin + first, level=level)
        starts, ends = array("q"), array("q")
        for start, end, shown in self._pieces:
            if shown:
                starts.extend([start] * len(shown))
                ends.extend([end] * len(shown))
            else:
                starts.extend(range(start, end))
                ends.extend(range(start + 1, end + 1))
        last = first + len(text)
        return Block(kind, text, starts[first], starts[first:last], ends[first:last], level)
