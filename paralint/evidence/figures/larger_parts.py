"""Parts that exceed the whole named before them: "of the 26 laws, 29 had passed", "40 minutes, fifty of them".

``limits.py`` knows the parts that stand right beside their whole; here a clause may stand between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text import lazy
from paralint.text.document import Document

_DONE = (
    r"(?:had|has|have|was|were|are|is|did|do|does|will|would|can|could|may|said|say|voted|came|come|went|died|survived|"
    r"fell|won|lost|failed|passed|took|got|gave|left|live|lived|work|worked|remain|remained|belong|belonged|stayed|"
    r"knew|"
    r"know|agreed|refused|accepted|rejected|received|showed|tested|need|needed|face|faced|chose|backed|opposed|made|"
    r"held)"
)
_OF_THE = lazy.pattern(
    r"(?:^|[,;:“\"(] )(?:out )?of (?:the|its|their|his|her|these|those|our|my|all|all the) "
    r"(?P<whole>#c\d+)\b(?P<gap>[^#;:]*?) "
    rf"(?:(?:only|just|as many as|at least|some|about|around|nearly|almost|no fewer than) )*(?P<part>#c\d+)(?= "
    rf"{_DONE}\b| of them| of these|"
    r" (?:[a-z]+ )?(?:have|has|had|were|was|are|is)\b| alone| [,.])"
)
_MINUTES = lazy.pattern(
    r"(?P<whole>#d\d+) (?:,|\(|–|—) (?:(?:only|just|all|about|nearly|almost|including|at least) )*(?P<part>#c\d+) of "
    r"(?:them|which|"
    r"these)\b"
)
_MARKED = lazy.pattern(r"#c\d+")


def parts_beyond(document: Document) -> Iterator[Conflict]:
    """Yield the parts that are larger than the whole told before them, in text order of the sentences."""
    for sentence in document.derive(figured):
        if len(sentence.known) < 2 or "of" not in sentence.words:
            continue
        for match in _OF_THE.finditer(sentence.text):
            whole, part = sentence.figure(match["whole"]), sentence.figure(match["part"])
            between = [sentence.figure(mark) for mark in _MARKED.findall(match["gap"])]
            if _exceeds(part.value, whole.value, part, whole) and not between and whole.nouns:
                yield _refuted(document, sentence, match)
        for match in _MINUTES.finditer(sentence.text):
            whole, part = sentence.figure(match["whole"]), sentence.figure(match["part"])
            if _exceeds(part.value, whole.digits, part, whole):
                yield _refuted(document, sentence, match)


def _exceeds(part: float, whole: float, one: Quantity, other: Quantity) -> bool:
    """Whether a part is larger than a whole of which there are more than one, and neither is told loosely."""
    return part > whole > 1 and Hedge.ABOUT not in (one.hedge, other.hedge) and one.exact and other.exact


def _refuted(document: Document, sentence: Figured, match: re.Match[str]) -> Conflict:
    return sentence.refuted(document, "part", match["part"], match["whole"], "a part is never more than the whole")
