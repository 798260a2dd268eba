"""Outside experts who have lost their negation: "who was involved in the study" of one who judges it.

Reports of research quote somebody who "was not involved in the study", in these words. Where the *not* is gone, the
expert still doubts, praises or warns, which nobody does of his own work.
"""

from __future__ import annotations

from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.places import blocks_with
from paralint.text import lazy
from paralint.text.document import Document

WORDS = frozenset({"involved", "connected", "part"})
"""One of these must stand in a document for anything to be found in it."""
_INVOLVED = lazy.pattern(
    r"\b(?:who|and)\s(?:was|is)\s(?P<involved>(?:also\s)?(?:involved\sin|part\sof|connected\s(?:with|to))\s(?:the|this|their|its)\s(?:new\s)?"
    r"(?:study|research|work|trial|survey|paper|experiment|analysis|report|discovery|find))\b(?=[,.;])"
)
_JUDGED = lazy.pattern(
    r"(?i)\b(?:but|however|although|might|may|could|cautio\w+|warn\w+|scepti\w+|skepti\w+|doubt\w*|convinced|unconvinced|"
    r"independent\w*|praised?|welcomed?|called\sthe|(?:would|['’]d)\s(?:like|want)\sto\ssee|not\severybody|not\severyone)\b"
)


def involved_outsiders(document: Document) -> tuple[Conflict, ...]:
    """Return the experts who judge a work that they are said to have been involved in (a layer)."""
    return tuple(
        Conflict("outsider", block.locate(*match.span("involved")), block.locate(*judged.span()), 1.0)
        for _, block in blocks_with(document, WORDS)
        for match in _INVOLVED.finditer(block.text)
        for judged in _JUDGED.finditer(block.text)
        if not match.start() <= judged.start() < match.end()
    )[:1]
