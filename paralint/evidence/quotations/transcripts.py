"""Transcripts: paragraphs that give a conversation word for word, without quotation marks.

Interviews, hearings and round tables are printed with a label before each turn (``Q:``, ``((Anna Berg))``, ``BERG:``),
or as questions that take turns with answers in the first person. What stands there is quoted speech, though no mark
says so: its grammar is the speaker's.
"""

from __future__ import annotations

from collections import Counter

from paralint.text.blocks import BlockKind
from paralint.text.document import Document
from paralint.text.lazy import pattern

# "((Anna Berg))", "[Anna Berg]", "Q:", "Q.", "Anna Berg:", "DR BERG -": what a turn begins with.
_LABEL = pattern(
    r"\s*(?:\(\((?P<double>[^()\n]{1,40})\)\)|\[(?P<square>[^\[\]\n]{1,40})\](?=\s)|(?P<letter>[QA])[.:](?=\s)"
    r"|(?P<plain>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?: \([^()\n]{1,30}\))?:(?=\s+[^\s\"“‘'«]))"
)
_FIRST_PERSON = pattern(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|I['’](?:m|ve|d|ll))\b")
_SPEAKERS = 2  # labels that come again make a conversation
_QUESTIONS = 3
_LONGEST_QUESTION = 400  # code points


def transcripts(document: Document) -> frozenset[int]:
    """Return the numbers of the blocks that are turns of a conversation; use it as ``document.derive(transcripts)``."""
    labels = [_label(block.text) for block in document.blocks]
    counts = Counter(filter(None, labels))
    speakers = {label for label, count in counts.items() if count > 1}
    turns = (
        [number for number, label in enumerate(labels) if label in speakers]
        if len(speakers) >= _SPEAKERS
        else _questions(document)
    )
    return frozenset(_through(document, turns))


def _label(text: str) -> str:
    found = _LABEL.match(text)
    return found[found.lastgroup or 0].strip() if found else ""


def _questions(document: Document) -> list[int]:
    """Return the blocks that are questions, if they take turns with answers in the first person."""
    blocks = document.blocks
    questions = [
        number
        for number, block in enumerate(blocks)
        if block.text.rstrip().endswith("?") and len(block.text) <= _LONGEST_QUESTION
    ]
    answered = sum(
        1
        for number in questions
        if number + 1 < len(blocks)
        and number + 1 not in questions
        and not blocks[number + 1].text.lstrip().startswith(('"', "“", "‘", "'", "«"))
        and _FIRST_PERSON.search(blocks[number + 1].text)
    )
    return questions if len(questions) >= _QUESTIONS and answered * 2 >= len(questions) else []


def _through(document: Document, turns: list[int]) -> list[int]:
    """Return the turns and the blocks that go on with them, up to the next heading."""
    if not turns:
        return []
    spoken = []
    speaking = False
    begun = frozenset(turns)
    for number in range(turns[0], len(document.blocks)):
        if number in begun:
            speaking = True
        elif document.blocks[number].kind is BlockKind.HEADING:
            speaking = False
        if speaking:
            spoken.append(number)
    return spoken
