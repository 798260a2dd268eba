"""Figures and dates that a sentence tells of the one before it, as ones that they are easily taken for.

Where a sentence tells again what the sentence before it tells, and the one figure that is new in it has the digits of a
figure there in another order, its half of the day, its unit or its point changed, both mean one figure. That is surer
than the words around the figures, which a paraphraser changes; so no alignment is asked for.
"""

from __future__ import annotations

from paralint.evidence.figures.figures import is_told_as_known
from paralint.evidence.measures.quantities import quantities
from paralint.evidence.measures.times import moments
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.restatements.retold_sentences import retold_sentences
from paralint.text.document import Document

_SLOTS = {**dict.fromkeys(("weekday", "month", "day", "year"), "date"), Measure.DURATION.value: "duration"}


def slips(document: Document) -> tuple[Conflict, ...]:
    """Return the figures and dates that are told again as others (a layer: see ``Document.derive``)."""
    found = document.derive(retold_sentences).slips
    if not found:
        return ()
    ends = {quantity.first: quantity.last for quantity in document.derive(quantities)}
    ends.update((moment.first, moment.last) for moment in document.derive(moments))
    tokens = document.tokens
    told = []
    for slip in found:
        if slip.here in ends and slip.there in ends:
            spans = [tokens.span(figure, ends[figure]) for figure in (slip.here, slip.there)]
            if is_told_as_known(document, slip.here):
                spans.reverse()
            told.append(Conflict(_SLOTS.get(slip.kind, "quantity"), spans[0], spans[1], 1.0))
    return without_repeats(told)
