"""Looking up words in data files that are sorted lines of text: opening them costs no more than reading them."""

from __future__ import annotations


def find(content: bytes, key: str, start: int = 0) -> bytes | None:
    """Return what stands behind ``key`` and a tab in the line that begins so, without its line end.

    Args:
        content: lines that end in a line feed and are sorted by their bytes from ``start`` on.
        key: what the line begins with.
        start: where the first line begins.

    Returns:
        None if no line begins so.
    """
    wanted = key.encode() + b"\t"
    low, high = start, len(content)
    while low < high:
        middle = max(low, content.rfind(b"\n", low, (low + high) // 2) + 1)
        end = content.index(b"\n", middle) + 1
        line = content[middle:end]
        if line.startswith(wanted):
            return line[len(wanted) : -1]
        if line < wanted:
            low = end
        else:
            high = middle
    return None
