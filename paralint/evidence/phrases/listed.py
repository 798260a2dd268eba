"""Whether a paraphrase was made by an exchange that is listed: such ones are right oftener than all others."""

from __future__ import annotations

from paralint.evidence.phrases.idioms import relation
from paralint.evidence.words.terms import bases
from paralint.text import lazy

_BETWEEN = lazy.pattern(r"[\s-]+")


def listed(phrase: str, term: str) -> bool:
    """Whether one word of a phrase stands for another one of its term, and is listed as one that is put for it.

    Args:
        phrase: as it stands in a text.
        term: what was meant, in the same form.

    Raises:
        DataError: if the terms cannot be read.
    """
    words, meant = (_BETWEEN.sub(" ", text.lower()).split(" ") for text in (phrase, term))
    exchanged = [(word, other) for word, other in zip(words, meant, strict=False) if word != other]
    return len(exchanged) == 1 and any(relation(exchanged[0][0], base) > 1 for base in bases(exchanged[0][1]))
