"""Words of another sense where neighbouring lines tell the same: "the works council" here, "the factory advice" there.

``senses.py`` knows what is put for a term by mistake and weighs whether the text is about what the term belongs to.
Where the line beside has the term itself, nothing need be weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.phrases.senses import PAIR, senses
from paralint.evidence.restatements.caption_facts import caption_facts
from paralint.evidence.restatements.conflicts import Comparison, Conflict, without_repeats
from paralint.evidence.restatements.replaced import replaced, retold_lines, reworded
from paralint.evidence.words.terms import bases
from paralint.text.document import Document
from paralint.text.words import TokenKind


def replaced_words(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts replaced of a document, those of other senses among them (a layer: see ``Document.derive``).

    Raises:
        DataError: if the senses cannot be read.
    """
    found = [*document.derive(replaced)]
    tokens = document.tokens
    for comparison in retold_lines(document):
        for (first, last), (start, end) in caption_facts(document, comparison):
            here, there = tokens.span(first, last), tokens.span(start, end)
            found.append(Conflict("replaced", here, there, comparison.pair.score, document.quote(there)))
        for first, last, start, end in _other_senses(document, comparison):
            if last - first > 1 or not reworded(document.lowers[first], document.lowers[start]):
                here, there = tokens.span(first, last), tokens.span(start, end)
                found.append(Conflict("replaced", here, there, comparison.pair.score, document.quote(there)))
    return without_repeats(found)


def _other_senses(document: Document, comparison: Comparison) -> Iterator[tuple[int, int, int, int]]:
    """Yield the bounds of what was put for a word of the first passage, and those of the word.

    Raises:
        DataError: if the senses cannot be read.
    """
    first, second = comparison.pair[:2]
    lowers, word = document.lowers, document.tokens.word
    there: dict[str, int] = {}
    for token in range(*first):
        if word(token).kind is TokenKind.WORD:
            for base in _bases(lowers[token]):
                there.setdefault(base, token)
    kept = {base for token in range(*second) for base in _bases(lowers[token])}
    for token in range(*second):
        if word(token).kind is not TokenKind.WORD or (word(token).capital and token != second.first):
            continue
        mine = _bases(lowers[token])
        if any(base in there for base in mine):
            continue
        noun = document.tags[token].startswith("NN")
        for base in mine:
            for sense in senses(base):
                meant = there.get(sense.meant)
                if meant is not None and sense.meant not in kept and sense.letter == "n" and noun:
                    yield token, token + 1, meant, meant + 1
            for sense in senses(PAIR + base):
                rest, terms = sense.second.split("-"), sense.meant.split("-")
                end = token + 1 + len(rest)
                start = there.get(terms[0])
                if start is None or end > second.last or not _are(lowers[token + 1 : end], rest):
                    continue
                if _are(lowers[start : start + len(terms)], terms):
                    yield token, end, start, start + len(terms)


def _bases(lower: str) -> tuple[str, ...]:
    return (lower, *bases(lower))


def _are(lowers: list[str], terms: list[str]) -> bool:
    """Whether some words are forms of others."""
    return len(lowers) == len(terms) and all(
        term in _bases(lower) or lower.removesuffix("s") == term.removesuffix("s")
        for lower, term in zip(lowers, terms, strict=True)
    )
