"""Second predicates that a comma alone joins, and singular subjects whose verb has lost its ending.

"The firm reported a rise, topped all forecasts" lacks its "and", or its verb the "-ing"; "the record stand at 46
seconds" has no finite verb at all, unless its last noun is one. Clauses are read from the front (``predications``). The
rules are heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.clause_parts import MODAL_FORMS, is_closed
from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import BE, FINITE, HAVE, NOUNS, Words
from paralint.evidence.grammar.predications import Predication, main_clauses, openings
from paralint.evidence.words.closed import QUOTES, words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_TELLS = words(
    """
    said says told added wrote asked argued claimed insisted joked quipped noted reported warned announced recalled
    explained read ran born dubbed called named aged based set given awarded granted offered paid sold left
    led held hit put cut cost bred
    """
)
_STOPS = words("and or but who which that whose where when while because if although what how as than whom nor")
_TIMES = words("last this next every each that the a an")
_SPANS = words("year month week day night morning evening time season summer winter spring autumn weekend decade")
_PLACES = words("in on at from to into over with for by after before near against out up off down away back through")
_ALWAYS_NOUN = words("one number time year day man people head back house hand side belt term jet be have do")
_MANY = words(
    """
    band team group number minority majority staff family crew couple government council party club company firm board
    public audience army police crowd committee jury press media nation side squad cast generation population
    """
)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs that nothing joins to the verb before them, and those that lost their ending."""
    return tuple(sorted([*_unlinked(document), *_endless(document)], key=lambda slip: slip.first))


def _unlinked(document: Document) -> Iterator[Slip]:
    for here, read in main_clauses(document):
        comma = _only_comma(here, read)
        if comma > 0 and _goes_on(here, comma + 1) and not _ends_a_series(here, comma + 2):
            yield Slip("unlinked", comma, comma + 1)


def _only_comma(here: Words, read: Predication) -> int:
    """Return the one comma behind a main verb of a past tense, if nothing joins a clause anywhere behind it."""
    verb = here.words[read.group.verb]
    past = here.tags[read.group.first] == "VBD" or here.words[read.group.first] in HAVE
    if not past or here.words[here.last - 1] != "." or verb in _TELLS & {"said", "told"}:
        return 0
    rest = here.words[read.group.verb + 1 : here.last]
    if not QUOTES.isdisjoint(here.words[here.first : here.last]) or rest.count(",") != 1:
        return 0
    comma = read.group.verb + 1 + rest.index(",")
    if not _STOPS.isdisjoint(here.words[read.start : comma]) or here.words[here.first] in _STOPS:
        return 0
    return comma if _STOPS.isdisjoint(here.words[comma + 1 : comma + 4]) and is_closed(here, comma + 2) else 0


def _goes_on(here: Words, at: int) -> bool:
    """Whether a finite verb of the past begins at ``at``, with an object that a participle could not have."""
    word = here.word(at)
    forms = verb_forms(word)
    if "VBD" not in forms or word in _TELLS or word in BE | HAVE or here.tag(at) not in ("VBD", "VBN"):
        return False
    following, tag = here.word(at + 1), here.tag(at + 1)
    if "VBN" not in forms:
        return tag in ("DT", "PRP$", "IN", "TO", "RP", "NN", "NNS", "JJ", "CD", "PRP", "NNP")
    if is_of("v no-object", word) or is_of("v no-passive", word):
        return tag in ("IN", "RB", "RP", "TO")
    if following in _TIMES and here.word(at + 2) in _SPANS:
        return False
    if tag in ("DT", "PRP$", "PRP"):
        return following not in ("all", "both", "that")
    # "Topped market expectations", "made landfall"
    return tag in ("NN", "NNS", "JJ") and here.phrase(at + 1) > at + 1 and "adverb" not in word_classes(following)


def _ends_a_series(here: Words, at: int) -> bool:
    """Whether "and" joins one more verb of the past behind ``at``: "rose, crossed the room and opened it"."""
    joined = (place + 1 for place in range(at, here.last - 1) if here.words[place] in ("and", "or"))
    return any("VBD" in verb_forms(here.words[place]) and here.tags[place] not in NOUNS for place in joined)


def _endless(document: Document) -> Iterator[Slip]:
    for here, start in openings(document):
        if here.words[here.last - 1] != "." or not QUOTES.isdisjoint(here.words[here.first : here.last]):
            continue
        if start != here.first:
            continue  # "they asked that the ship leave"
        verb = _last_of_phrase(here, start)
        if verb and is_closed(here, verb + 1) and not _has_verb(here, verb + 1):
            yield Slip("endless", verb - 1, verb)


def _last_of_phrase(here: Words, start: int) -> int:
    """Return the token that ends a phrase of one thing and can be the base form of its verb; 0 if there is none."""
    if here.tag(start) not in ("DT", "PRP$") or here.word(start) in ("these", "those", "all", "both", "some"):
        return 0
    end = start + 1
    while here.tag(end) in ("NN", "JJ", "NNP", "VB", "VBP"):
        end += 1
    verb = end - 1
    if verb - start < 2 or here.tag(verb - 1) not in ("NN", "NNP"):
        return 0
    word = here.words[verb]
    forms = verb_forms(word)
    if "VB" not in forms or "VBD" in forms or word in _ALWAYS_NOUN or here.words[verb - 1] in _MANY:
        return 0
    if here.tag(verb) in ("VB", "VBP"):
        return verb
    following, tag = here.word(end), here.tag(end)
    if following == "that":
        return verb if here.tag(end + 1) in ("DT", "PRP", "NNP", "PRP$", "NNS", "EX") else 0
    if tag in ("DT", "PRP$", "PRP", "CD"):
        return verb
    return verb if following in _PLACES and here.tag(end + 1) in ("DT", "CD", "NNP", "PRP$", "NNS", "NN") else 0


def _has_verb(here: Words, at: int) -> bool:
    """Whether anything from ``at`` on to the end of the sentence can be its finite verb."""
    if here.words[at] == "that":  # the clause behind it has one of its own
        at = next((place + 1 for place in range(at, here.last) if here.tags[place] in FINITE), at)
    for place in range(at, here.last):
        word, tag = here.words[place], here.tags[place]
        if tag in FINITE or word in MODAL_FORMS | BE | HAVE:
            # "and belongs to him" goes on with the same subject.
            return not (here.words[place - 1] == "and" and tag == "VBZ")
        if "VBD" in verb_forms(word) and tag in ("VBN", "VBD", "JJ") and here.tag(place - 1) in NOUNS:
            return True
    return False
