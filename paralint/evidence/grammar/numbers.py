"""Verbs of another number than a subject that is read from the front, with all that may stand between them.

``agreement`` and ``subjects`` say nothing where anything may mislead. Here the head is read as ``predications`` reads
it:
over relative clauses, participles and additions in commas, behind "each of", "the number of", "neither of", and in
relative clauses what the pronoun stands for. The rule is heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.agreement import are_many, is_one, may_be_one
from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import NOUNS, Words
from paralint.evidence.grammar.predications import Predication, predications
from paralint.evidence.words.closed import ANYONE, DEMANDS, LETS, SINGULAR, words
from paralint.text.document import Document
from paralint.text.morphology import countability, verb_forms, word_classes

_PLURAL = words("are were have do")
_EACH = ANYONE | words("each either neither everything nothing")
_PARTS = words("most some half all more rest majority third quarter part much lot lots plenty percent % two-thirds")
_MANY = words("both several many few dozens hundreds thousands millions scores")
_UNSURE = words(
    """
    number majority minority rest variety lot total average percentage series none any what who which that range couple
    pair handful group team staff crew police public media data family government board council committee club band
    """
)
_WISHES = DEMANDS | LETS | words("if whether wish wishes wished as though")
# What stands between a head and a verb that belongs to another clause.
_OTHER_CLAUSE = words("which what how whether where saying claiming believing thinking knowing help let make as")
_FAR = 6
_GOVERNING = words("of in to with for on from by at about into over against between through behind under like than on")
# A number of these is one amount, and a fraction of one thing is one.
_MEASURES = words(
    """
    millimetres centimetres metres kilometres millimeters centimeters meters kilometers miles feet inches yards hectares
    acres tonnes tons kilograms kilos pounds dollars euros years months weeks days hours minutes seconds degrees litres
    liters gallons points cents pence thirds quarters fifths sixths eighths tenths
    """
)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the subjects and verbs of different number, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    capital = document.tokens.word
    for here, read in predications(document):
        if not read.group.finite or here.words[here.last - 1] != "." or here.tags[read.start] == "VBG":
            continue
        verb = _verb(here, read.group.first)
        if verb is None:
            continue
        many = _relative(here, read) if read.kind == "relative" else _number(here, read)
        if many is None or many is verb or _is_misread(here, read, many):
            continue
        if here.tags[read.head] in ("NN", "NNS") and read.head > here.first and capital(read.head).capital:
            continue
        if many is False and not _WISHES.isdisjoint(here.words[max(here.first, read.start - 7) : read.start]):
            continue
        # What stands far off is not reported with the verb.
        far = read.group.first - read.head > _FAR
        yield Slip("front-number", read.group.first if far else read.head, read.group.first)


def _is_misread(here: Words, read: Predication, many: bool) -> bool:
    """Whether the verb may have another subject than the head, or the head be one amount."""
    head, verb = read.head, read.group.first
    if read.kind != "relative" and here.word(read.start - 1) in ("of", "and"):
        return True  # "one of the 28 was", "the boy, who is ill, and his mother were"
    inside = range(head + 2, verb)
    if any(here.words[at] in _OTHER_CLAUSE and here.words[at - 1] != "," for at in inside):
        return True
    if here.words[verb] == "means" or (many and "one" in here.words[read.start : head]):
        return True
    if head == here.first and here.word(head + 1) in (",", "by", "without"):
        return True  # a name, or the title of a song
    return many and here.words[head] in _MEASURES


def _verb(here: Words, at: int) -> bool | None:
    """Return whether a finite verb is plural; None if its form tells nothing."""
    word, tag = here.words[at], here.tags[at]
    if word in SINGULAR:
        return False
    if word in _PLURAL:
        return True
    forms = verb_forms(word)
    if word.startswith("'") or not forms or "VBD" in forms:
        return None
    if tag == "VBZ" and "VBZ" in forms:
        return False
    if tag == "VBP" and "VBP" in forms and "VBZ" not in forms:
        return True
    if tag == "NN" and "VB" in forms and "VBD" not in forms and here.tag(at + 1) in ("TO", "DT", "PRP$", "RB"):
        return True
    if tag == "NNS" and "VBZ" in forms and "noun" not in word_classes(word):
        return False
    return None


def _number(here: Words, read: Predication) -> bool | None:
    """Return whether a subject is plural; None if that is open."""
    start, head = read.start, read.head
    word = here.words[start]
    if word in ("he", "she", "it"):
        return False
    if word in ("they", "we"):
        return True
    if word == "not" and here.word(start + 1) == "one":
        return False
    if word == "none":
        return None  # one, or several
    if word in _EACH or (word == "one" and here.word(start + 1) == "of"):
        return False
    if word == "the" and here.word(start + 1) == "number" and here.word(start + 2) == "of":
        return False
    if word in ("a", "an") and here.word(start + 2) == "of" and here.word(start + 1) in ("number", "couple", "handful"):
        return True
    top = next((at for at in range(start, read.end) if here.words[at] == ","), read.end)
    joins = [at for at in range(start, top) if here.words[at] in ("and", "or")]
    if joins:
        if _joined(here, read):
            return True
        if joins[0] < head or here.tag(joins[0] + 1) in ("DT", "PRP$") or here.words[joins[0] - 2] != "of":
            return None
    if here.word(head + 1) == "," and here.words[head + 2 : head + 3] == ["and"]:
        return None
    noun, tag = here.words[head], here.tags[head]
    if noun == "police" and "NNP" not in here.tags[start:head]:
        return True
    if noun in _UNSURE or tag not in ("NN", "NNS"):
        return None
    quantity = [here.words[at] for at in range(start, head) if here.words[at] in _PARTS]
    if quantity:
        if are_many(noun, tag):
            return True
        return False if countability(noun) == "mass" and tag == "NN" else None
    if "per" in here.words[start:head] and "cent" in here.words[start:head]:
        return True if are_many(noun, tag) else (False if countability(noun) == "mass" else None)
    if word in _MANY and (here.word(start + 1) == "of" or head == start + 1) and tag == "NNS":
        return True
    if are_many(noun, tag):
        return None if word in ("a", "an", "every", "each", "one") else True
    if here.tags[start] in ("DT", "PRP$") and may_be_one(noun, tag) and not {"CD", "NNS"} & set(here.tags[start:head]):
        return None if word in ("these", "those", "all", "both", "no", "some", "any") else False
    return None


def _joined(here: Words, read: Predication) -> bool:
    """Whether two phrases with determiners of their own are joined directly: "the union and the employer"."""
    start = read.start
    if here.words[start] in ("each", "every", "no", "neither", "either"):
        return False
    first = here.phrase(start + (here.words[start] == "both"))
    if here.word(first) != "and" or here.tags[first - 1] not in ("NN", "NNS"):
        return False
    return here.tag(first + 1) in ("DT", "PRP$") and here.tags[start + (here.words[start] == "both")] in ("DT", "PRP$")


def _relative(here: Words, read: Predication) -> bool | None:
    """Return whether what a relative pronoun stands for is plural; None if that is open."""
    head = read.head
    noun, tag = here.words[head], here.tags[head]
    if (
        tag not in ("NN", "NNS")
        or noun in _UNSURE
        or (here.words[read.start - 1] == "," and here.words[read.start] == "which")
    ):
        return None
    start = head
    while start > here.first and here.tags[start - 1] in (*NOUNS, "JJ", "CD", "VBN", "PRP$", "DT", "POS", "JJS"):
        start -= 1
        if here.tags[start] in ("DT", "PRP$"):
            break
    before = here.word(start - 1)
    if before == "of" and here.tag(start) != "DT":
        return None
    if before in ("and", "or"):
        return None
    if are_many(noun, tag):
        # "One of the few that has", "a set of rules that is".
        if before in _GOVERNING or here.tag(start - 1) == "VBG":
            return None
        phrase = here.words[max(here.first, start - 4) : start]
        comma = here.word(head + 1) == ","
        if comma and (before in ("of", "in", "to", "with", "for", "on", "from", "by", "at") or "," in phrase):
            return None
        return None if "one" in phrase or "only" in phrase or here.words[start] in ("a", "an") else True
    if before in ("of", "in", "to", "with", "for", "on", "from", "by", "at"):
        return None
    if here.words[start] in ("the", "a", "an", "his", "her", "its", "their", "this") and is_one(noun, tag):
        return None if here.word(head + 1) == "," and "and" in here.words[max(here.first, start - 6) : start] else False
    return None
