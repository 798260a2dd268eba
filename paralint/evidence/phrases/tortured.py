"""Tortured phrases: what paraphrasers are known to write for technical terms.

The data file is made by ``tools/build_terms.py`` (source and licence: ``docs/data-sources.md``). Its second line
has words; each line behind that has one of them and, parted by tabs, the phrases of which it is the rarest word, each
with its term. So a document is looked through
only for the few of these words that it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from paralint.data import DataError, read
from paralint.data.lines import Lines
from paralint.findings import Span
from paralint.text.document import Document
from paralint.values import NamedTuple

FILE = "tortured.txt"
HEADER = "# paralint tortured phrases 2\n"


class _List(NamedTuple):
    words: frozenset[str]
    rows: Lines


@lru_cache(maxsize=1)
def _list() -> _List:
    """Open the list.

    Raises:
        DataError: if the file is missing, cut short or of another version.
    """
    content = read(FILE)
    header = HEADER.encode()
    if not content.startswith(header):
        raise DataError(f"paralint/data/{FILE}: not a list of phrases of this version")
    end = content.find(b"\n", len(header))
    if end < 0 or not content.endswith(b"\n"):
        raise DataError(f"paralint/data/{FILE}: cut short")
    return _List(frozenset(content[len(header) : end].decode().split(" ")), Lines(content, end + 1))


@lru_cache(maxsize=4096)
def _phrases(word: str) -> tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]:
    """Return the phrases whose rarest word this is, each with its term and its distinct words."""
    row = _list().rows.find(word)
    if row is None:
        raise DataError(f"paralint/data/{FILE}: damaged: it names '{word}' and has no row for it")
    fields = row.decode().split("\t")
    phrases = (tuple(phrase.split(" ")) for phrase in fields[::2])
    return tuple((phrase, term, frozenset(phrase)) for phrase, term in zip(phrases, fields[1::2], strict=True))


def encode(rows: Mapping[str, Sequence[str]]) -> bytes:
    """Return the content of the list: for each word its phrases and their terms in turn."""
    words = sorted(rows, key=str.encode)
    lines = (f"{word}\t{chr(9).join(rows[word])}\n" for word in words)
    return (HEADER + " ".join(words) + "\n" + "".join(lines)).encode()


def tortured(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the phrases that are known paraphrases of a term, in text order, with the term.

    Raises:
        DataError: if the list cannot be read.
    """
    found: list[tuple[int, int, str]] = []
    tokens = document.tokens
    known = document.by_lower
    for word in known.keys() & _list().words:
        places = [place for number in known[word] for place in document.places[number]]
        for phrase, term, parts in _phrases(word):
            for place in places if known.keys() >= parts else ():
                first = place - phrase.index(word)
                last = first + len(phrase)
                if (
                    first >= 0
                    and last <= len(tokens)
                    and all(tokens.word(first + at).lower == part for at, part in enumerate(phrase))
                    and document.block_of(first) == document.block_of(last - 1)
                ):
                    found.append((first, -last, term))
    end = -1
    for first, last, term in sorted(found):
        if first >= end:
            end = -last
            yield tokens.span(first, end), term
