"""Tortured phrases: what paraphrasers are known to write for technical terms.

The data file is made by ``tools/build_terms.py`` (source and licence: ``docs/data-sources.md``). Each line has a word
and, parted by tabs, the phrases of which it is the rarest word, each with its term. So a document is looked through
only for the few of these words that it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import DataError, read
from paralint.findings import Span
from paralint.text.document import Document

FILE = "tortured.txt"
HEADER = "# paralint tortured phrases 1\n"


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """Return the rows of phrases by their rarest word.

    Raises:
        DataError: if the file is missing, cut short or of another version.
    """
    content = read(FILE).decode("utf-8")
    if not content.startswith(HEADER):
        raise DataError(f"paralint/data/{FILE}: not a list of phrases of this version")
    _, *lines, end = content.split("\n")
    if end:
        raise DataError(f"paralint/data/{FILE}: cut short")
    return dict(line.split("\t", 1) for line in lines)


@lru_cache(maxsize=4096)
def _phrases(word: str) -> tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]:
    """Return the phrases whose rarest word this is, each with its term and its distinct words."""
    fields = _lines()[word].split("\t")
    phrases = (tuple(phrase.split(" ")) for phrase in fields[::2])
    return tuple((phrase, term, frozenset(phrase)) for phrase, term in zip(phrases, fields[1::2], strict=True))


def tortured(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the phrases that are known paraphrases of a term, in text order, with the term.

    Raises:
        DataError: if the list cannot be read.
    """
    found: list[tuple[int, int, str]] = []
    tokens = document.tokens
    known = document.by_lower
    for word in known.keys() & _lines().keys():
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
