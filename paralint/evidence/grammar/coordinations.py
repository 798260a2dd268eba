"""What "and", "or" and "but" join: the verb behind the conjunction, and the verbs before it that this one goes on.

Nothing is parsed. A verb before is reached over its object and its phrases alone, so what is told here as joined is
joined; where anything else stands between nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.predicates import NOUNS, Words, standing
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

_CONJUNCTIONS = frozenset({"and", "or", "but"})
_REACH = 12  # tokens between a verb and what ends its part
_INSIDE = NOUNS | {"DT", "PRP$", "PRP", "JJ", "JJR", "JJS", "CD", "POS", "RB", "RP", "$", "HYPH", "TO", "IN"}
_DETERMINERS = frozenset({"DT", "PRP$", "PRP"})
_WAYS = frozenset({"into", "onto", "through", "up", "out", "off", "away", "over"})
_BREAKS = frozenset({";", ":", "(", ")", "–", "—", "-", '"', "“", "”", "„", "«", "»", "‘", "’", "''", "``"})


class Verb(NamedTuple):
    """A verb that is joined to others.

    Attributes:
        place: its token, behind "to" that of the verb itself.
        form: its tag, or ``to`` if "to" stands before it.
        ahead: the token before it that is no adverb: its auxiliary, "to", the end of its subject, a mark.
    """

    place: int
    form: str
    ahead: int


class Coordination(NamedTuple):
    """Two verbs that a conjunction joins, or three.

    Attributes:
        here: their sentence.
        at: the token of the conjunction.
        first: the nearest verb before it.
        last: the verb behind it.
    """

    here: Words
    at: int
    first: Verb
    last: Verb

    @property
    def start(self) -> int:
        """The first token of the stretch before the conjunction that no quotation mark, bracket or semicolon breaks."""
        start = self.at
        while start > self.here.first and self.here.words[start - 1] not in _BREAKS:
            start -= 1
        return start

    @property
    def beside(self) -> bool:
        """Whether nothing but particles and adverbs stands between the verbs."""
        return all(self.here.tags[place] in ("RP", "RB") for place in range(self.first.place + 1, self.at))

    @property
    def earlier(self) -> Verb | None:
        """The verb before the first, if a comma alone divides them: of "came, saw and left" that is "came"."""
        comma = self.first.ahead if self.first.form == "to" else self.first.place
        return verb_before(self.here, comma - 1) if self.here.word(comma - 1) == "," else None


def coordinations(document: Document) -> Iterator[Coordination]:
    """Yield the verbs that a conjunction joins to one before, in reading order."""
    for here, at in standing(document, places_of(document, _CONJUNCTIONS)):
        if not here.first + 2 <= at < here.last - 2:
            continue
        place = at + 1
        while place < here.last - 1 and here.tags[place] == "RB":
            place += 1
        # Words in capitals are names: "Dancing on Ice and Strictly Come Dancing".
        named = document.tokens.word(at + 1).capital or document.tokens.word(place).capital
        form = "" if named else form_behind(here, place)
        first = verb_before(here, at - (here.words[at - 1] == ",")) if form else None
        if first is not None:
            yield Coordination(here, at, first, Verb(place + (form == "to"), form, at))


def verb_before(here: Words, end: int) -> Verb | None:
    """Return the verb whose object and phrases end before ``end``; None if anything else stands between."""
    for place in range(end - 1, max(here.first, end - _REACH) - 1, -1):
        tag, ahead = here.tags[place], here.skip_adverbs(place - 1)
        asked = here.tag(ahead) in ("MD", "TO") and "VB" in verb_forms(here.words[place])
        if tag.startswith("VB") or (asked and tag in ("NN", "JJ", "JJR")):
            if asked and tag in ("NN", "VBP", "JJ", "JJR", "VB"):
                tag = "to" if here.tags[ahead] == "TO" else "VB"
            return Verb(place, tag, ahead)
        if here.word(place - 1) == "," and form_behind(here, place):
            return Verb(place, form_behind(here, place), place - 1)
        if tag not in _INSIDE:
            return None
    return None


def form_behind(here: Words, place: int) -> str:
    """Return the form of a verb that begins behind a conjunction or a comma; empty if none does."""
    tag, word = here.tag(place), here.word(place)
    if tag == "VBG":
        return tag if word.endswith("ing") else ""
    if tag == "TO":
        return "to" if here.tag(place + 1) == "VB" else ""
    if tag in ("VBZ", "VBD", "VBN"):
        return tag
    if tag in ("VB", "VBP"):
        return "VB"
    # What the tagger takes for a noun is a verb if it has an object, or cannot be a noun.
    if tag in ("NN", "NNS"):
        form = "VBZ" if tag == "NNS" else "VB"
        ahead = here.tag(place + 1) in _DETERMINERS or here.word(place + 1) in _WAYS
        verbal = ahead if tag == "NNS" else "noun" not in word_classes(word)
        return form if verbal and form in verb_forms(word) else ""
    return ""
