"""Names made of several mentions, joined by small words: Union *of* Leith, Women*'s* Institute, Hall *&* Sons."""

from __future__ import annotations

from collections.abc import Iterator, Set

from paralint.evidence.names.mentions import Mention, Mentions


def chains(found: Mentions, joining: Set[str]) -> Iterator[list[Mention]]:
    """Yield the mentions of a document in text order, those in one list that one of some lower-case words joins."""
    word = found.document.tokens.word
    chain: list[Mention] = []
    for mention in found.all:
        if chain and not (
            chain[-1].last + 1 == mention.first == mention.title and word(chain[-1].last).lower in joining
        ):
            yield chain
            chain = []
        chain.append(mention)
    if chain:
        yield chain
