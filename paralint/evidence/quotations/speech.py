"""What is quoted, compared: one statement in two wordings, direct speech without marks, marks that take turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from paralint.evidence.quotations import attribution
from paralint.evidence.quotations.damage import Damage, Defect
from paralint.evidence.quotations.pairing import End
from paralint.evidence.quotations.quotations import Quotation, quotations
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.findings import Span
from paralint.text.blocks import BlockKind
from paralint.text.document import Document, Sentence
from paralint.text.lazy import pattern
from paralint.text.words import TokenKind

_LEAST = 3  # words of content that two wordings of one statement share
_LEAST_PLAIN = 2  # of them without a capital
_SHARE = 0.75  # of the shorter one's words of content
_STEM = 6  # letters by which words are compared: Russia, Russian
_COMMON = 20  # quotations that a word may stand in and still lead from one to another
_GAP = "…"

_FIRST_PERSON = frozenset(["i", "we", "our", "ours", "us", "my", "me", "mine", "ourselves", "myself"])
_FEW_SENTENCES = 0.03  # share of first-person sentences up to which a narrator is none of the persons of the text
_FEW = 3
_REPORTED = pattern(rf"\b{attribution.VERB}\b")


def misquotations(document: Document) -> tuple[Defect, ...]:
    """Return quotations whose words nearly, but not exactly, stand in another quotation of the document.

    A part of a quotation, word for word, is no misquotation, nor is one with marked gaps ([…]).
    """
    found = document.derive(quotations).found
    contents = [_content(document, quotation) for quotation in found]
    places: dict[str, list[int]] = {}
    for number, content in enumerate(contents):
        if len(content) >= _LEAST:
            for head in sorted(content):
                places.setdefault(head, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        if len(numbers) <= _COMMON:
            shared.update(combinations(numbers, 2))
    defects: dict[int, Defect] = {}
    for (one, other), count in sorted(shared.items()):
        short, long = sorted((one, other), key=lambda number: (len(contents[number]), -number))
        if count < _LEAST or count < _SHARE * len(contents[short]) or short in defects:
            continue
        quotation, source = found[short], found[long]
        if quotation.closing is None or _holds(quotation, source) or _holds(source, quotation):
            continue
        # In one paragraph a speaker goes on, and a headline may shorten what is quoted below it.
        here, there = (document.block_of(quoted.first) for quoted in (quotation, source))
        if here == there or _is_headline(document, here) or _is_headline(document, there):
            continue
        # Names and titles come again in other statements, so they do not make two statements one.
        plain = sum(contents[short][head] and contents[long].get(head, False) for head in contents[short])
        if plain >= _LEAST_PLAIN and not _says(_words(document, quotation), _words(document, source)):
            span = Span(quotation.opening.span.start, quotation.closing.span.end)
            related = document.tokens.span(source.first, source.last)
            defects[short] = Defect(Damage.MISQUOTED, span, quotation.opening.text, related=related)
    return tuple(sorted(defects.values(), key=lambda defect: defect.span))


def _is_headline(document: Document, number: int) -> bool:
    block = document.blocks[number]
    return block.kind is BlockKind.HEADING or (
        number == 0 and not block.text.rstrip().endswith((".", "!", "?", ",", "”", '"'))
    )


def _content(document: Document, quotation: Quotation) -> dict[str, bool]:
    """Return the heads of the words of content, and whether each stands without a capital."""
    stems, names = document.derive(vocabulary).stems, document.derive(vocabulary).names
    content: dict[str, bool] = {}
    for token in range(quotation.first, quotation.last):
        if stems[token] != NO_STEM:
            head = names[stems[token]][:_STEM]
            content[head] = content.get(head, False) or not document.tokens.word(token).capital
    return content


def _holds(outer: Quotation, inner: Quotation) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _words(document: Document, quotation: Quotation) -> list[str]:
    """Return the words of a quotation, a mark for each gap, and no punctuation."""
    words = []
    for token in range(quotation.first, quotation.last):
        word = document.tokens.word(token)
        if word.kind is not TokenKind.PUNCTUATION:
            words.append(word.lower)
        elif word.form in ("[", "]", "…") or word.form.startswith(".."):
            words.append(_GAP)
    return words


def _says(quoted: list[str], source: list[str]) -> bool:
    """Whether each run of words between gaps of one quotation stands in the other."""
    whole = " ".join(["", *source, ""])
    pieces: list[list[str]] = [[]]
    for word in quoted:
        if word == _GAP:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return _GAP in source or all(" ".join(["", *piece, ""]) in whole for piece in pieces if piece)


def unmarked_speech(document: Document) -> tuple[Defect, ...]:
    """Return sentences in the first person with an attribution behind or before them, where the narrator is not "I"."""
    layer = document.derive(quotations)
    tokens = document.tokens
    inside = layer.inside
    speaking = {
        document.sentence_of(place)
        for lower in document.by_lower.keys() & _FIRST_PERSON
        for kind in document.by_lower[lower]
        for place in (document.places[kind] if not tokens.types[kind].upper else ())
        if not inside[place]
    }
    narrated = [sentence for sentence in document.sentences if not inside[sentence.first]]
    personal = [sentence for sentence in narrated if sentence.number in speaking]
    if len(personal) > max(_FEW, _FEW_SENTENCES * len(narrated)):
        return ()
    found = [defect for sentence in personal for defect in _tagged(document, sentence)]
    for sentence in personal:
        word = tokens.word(sentence.first)
        if word.form not in ("We", "I") or sentence.number == 0:
            continue
        before = document.sentences[sentence.number - 1]
        if before.block != sentence.block or inside[before.first] or sentence.last - sentence.first < 4:
            continue
        reported = _REPORTED.search(document.quote(tokens.span(before.first, before.last)))
        if reported:
            last = min(sentence.last, sentence.first + 5)
            start = tokens.starts[before.first]
            found.append(
                Defect(
                    Damage.UNMARKED,
                    tokens.span(sentence.first, last),
                    related=Span(start + reported.start(), start + reported.end()),
                )
            )
    return tuple(found)


def _tagged(document: Document, sentence: Sentence) -> Iterator[Defect]:
    """Yield a sentence in the first person that says behind itself who is speaking: I sold it, she said."""
    tokens = document.tokens
    span = tokens.span(sentence.first, sentence.last)
    clause = attribution.LAST_TAG.search(document.quote(span))
    if clause is None:
        return
    told = Span(span.start, span.start + clause.start())
    spoken = [token for token in range(sentence.first, sentence.last) if tokens.ends[token] <= told.end]
    if any(tokens.word(token).lower in _FIRST_PERSON for token in spoken):
        yield Defect(Damage.UNMARKED, told, related=Span(span.start + clause.start("clause"), span.end))


def mixed_styles(document: Document) -> tuple[Defect, ...]:
    """Return the first quotation in the rarer of two styles that take turns in one document."""
    outer = [
        quotation
        for quotation in document.derive(quotations).found
        if quotation.depth == 0
        and quotation.end in (End.MARK, End.CONTINUED)
        and not quotation.opening.wrong_way
        and quotation.last - quotation.first > 1
    ]
    by_style: dict[str, list[Quotation]] = {}
    for quotation in outer:
        by_style.setdefault(quotation.opening.text, []).append(quotation)
    ranked = sorted(by_style.values(), key=lambda group: (-len(group), group[0].opening.span))
    if len(ranked) < 2 or len(ranked[1]) < 2:
        return ()
    main, rarer = ranked[0][0].opening, ranked[1][0]
    assert rarer.closing is not None or rarer.end is End.CONTINUED
    first = document.tokens.span(rarer.first, min(rarer.last, rarer.first + 3)) if rarer.last > rarer.first else None
    span = Span(rarer.opening.span.start, first.end if first else rarer.opening.span.end)
    return (Defect(Damage.STYLE, span, rarer.opening.text, main.text, main.span),)
