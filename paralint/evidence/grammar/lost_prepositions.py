"""Where a preposition is lost between a word and the phrase behind it: "the outskirts the town".

A noun phrase stands right behind a verb that has it for its object, and behind a noun where a relative clause begins,
behind the first of two objects and before a time. What is left is weighed by a network that knows of the table of
:mod:`paralint.evidence.grammar.modelled_prepositions` how likely the word has a noun phrase right behind it, and how
likely a preposition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paralint.evidence.grammar.bare_verbs import is_bare_verb
from paralint.evidence.grammar.excused_slots import needs_no_preposition
from paralint.evidence.grammar.government import NOTHING, TIMES, Site, bare_sites, slot_at
from paralint.evidence.grammar.modelled_prepositions import (
    JUDGED,
    LEFT,
    LIGHT,
    Around,
    Misfit,
    Reading,
    Row,
    likelihoods,
    load,
    marks,
)
from paralint.evidence.grammar.prepositions import phrase
from paralint.evidence.words.closed import VERBS, words
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms

GAP = len(JUDGED)
"""Stands for no preposition among the judged ones."""

_OF = JUDGED.index("of")
_LEAST_LOST = {"n": 0.5, "v": 3.0, "p": 3.3, "a": 2.0}
_GIVING = words("give make offer grant award cost consider keep")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_EITHER = words("aim please vote tend fire form appear own")  # with a plain object in another sense
_VERBAL = VERBS - {"VBZ"}
_TWO_OBJECTS = words(
    """
    give offer tell show teach send bring cost grant award deny ask lend hand pay owe promise allow make call name elect
    appoint consider declare dub deem win earn buy spare save afford assign feed guarantee wish charge label vote find
    provide think believe introduce put use read
    """
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset({",", ".", ":", "CC", "WDT", "WP", "WRB", "``", "''", "-LRB-"})
_TYING = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "your", "my"})
_LIKE = frozenset({"size", "age", "height", "length", "weight", "colour", "color", "kind", "same", "way", "following"})

_WITHOUT_THAT = words(
    """
    way manner time day night week month year hour minute moment second instant morning afternoon evening weekend summer
    winter spring autumn season place reason extent degree speed rate point pace ease kind sort
    """
)  # a clause may follow without "that": "the way the software rounded"
_PAST = frozenset({"VBD", "VBZ", "VB"})
_STANDING = words("matter doubt come came comes stand stands stood deal deals dealt dealing go goes went")


def numbers_of_gap(around: Around) -> tuple[float, ...]:
    """Return what the other network is told in numbers about a governor without preposition."""
    governor, products = around.governor, likelihoods(around)
    best = max(range(len(JUDGED)), key=products.__getitem__)
    return (
        governor[-1],
        max(-6.0, governor[-1]),
        max(governor[:-1]),
        governor[_OF],
        governor[best],
        around.phrase[best],
        around.phrase[_OF],
        products[best],
        products[_OF],
        around.left[-1],
        around.verb[-1],
        around.nearest[-1],
        around.verb[best],
    )


def bare(document: Document) -> Iterator[Site]:
    """Yield every verb, noun, participle and adjective behind which a noun phrase with a determiner begins at once."""
    yield from bare_sites(document)
    tags, bounds = document.tags, document.tokens.sentences
    for at in places_of(document, _TYING):
        if at and tags[at] in ("DT", "PRP$") and tags[at - 1] in ("JJ", "VBN"):
            sentence = document.sentence_of(at)
            site = Site("a" if tags[at - 1] == "JJ" else "p", at - 1, at, NOTHING, bounds[sentence + 1])
            if at - 1 > bounds[sentence] and (tags[at - 1] == "JJ" or document.lowers[at - 2] in _BE):
                yield site


def gaps(
    document: Document, reading: Reading, prior: Row, found_sites: Iterable[Site]
) -> Iterator[tuple[Site, Around]]:
    """Yield those of some sites whose noun phrase nothing but a preposition can tie to the word before it."""
    tags, lowers = document.tags, document.lowers
    for site in found_sites:
        at = site.preposition
        if document.tokens.word(at).form[:1].isupper():
            continue  # the game "The Sims"
        if tags[site.governor] == "VBG" and document.tokens.word(site.governor).form[:1].isupper():
            continue  # "Sentencing the company, the judge said"
        if site.kind == "a" and (tags[site.governor - 1] in _VERBAL or lowers[site.governor - 1] == "how"):
            continue  # "cut short her studies", "how bad the damage is"
        if lowers[at] not in _TYING or tags[at + 1] == "NNP" or lowers[at + 1] in _LIKE or lowers[at - 1] in _STANDING:
            continue
        governor = reading.row(site.kind, document.lemma(site.governor))
        found = phrase(document, site.preposition, site.last) if governor is not None else None
        if governor is None or found is None or document.lemma(site.governor) in LIGHT | _EITHER:
            continue
        slot = slot_at(document, site)
        if site.kind == "p" and document.lemma(site.governor) in _TWO_OBJECTS:
            continue
        if slot.complement == "t" or document.lemma(site.governor) in TIMES or _has_two_objects(document, site):
            continue
        if _is_subject(document, site) or needs_no_preposition(document, slot) or _has_verb(document, site):
            continue
        around = reading.around(site, governor, found, slot.complement, prior)
        if around is not None:
            yield site, around


def _has_verb(document: Document, site: Site) -> bool:
    """Whether the word is a bare verb, "heard the man clear his throat", or a verb read as a participle follows."""
    lowers, tags = document.lowers, document.tags
    first = document.tokens.sentences[document.sentence_of(site.governor)]
    if is_bare_verb(lowers, tags, first, site.governor):
        return True
    if lemma(lowers[site.governor], tags[site.governor]) not in _WITHOUT_THAT:
        return False
    at = site.preposition + 1
    while at < site.last and tags[at] in ("JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH"):
        if tags[at] == "NNS" and at > site.preposition + 1 and "VBZ" in verb_forms(lowers[at]):
            return True
        at += 1
    return at < site.last and not _PAST.isdisjoint(verb_forms(lowers[at]))


def _has_two_objects(document: Document, site: Site) -> bool:
    """Whether a verb before a noun takes two objects: "give the agency the authority", "made the economy the issue"."""
    first = document.tokens.sentences[document.sentence_of(site.governor)]
    takers = _TWO_OBJECTS
    for at in range(site.governor - 1, max(first, site.governor - LEFT) - 1, -1):
        if document.tags[at] in VERBS:
            return document.lemma(at) in takers
        if document.tags[at] in ("IN", "TO"):
            takers = _GIVING  # the first object has a phrase of its own: "made his ties with the mayor the issue"
    return False


def _is_subject(document: Document, site: Site) -> bool:
    """Whether a noun phrase and what describes it stand before a finite verb: "the way the party of taxes won"."""
    tags = document.tags
    for at in range(site.preposition + 1, min(site.preposition + LEFT, site.last)):
        if tags[at] in _FINITE:
            return True
        if tags[at] in _ENDS:
            return False
    return False


def lost(document: Document) -> Iterator[Misfit]:
    """Yield the verbs and nouns of a document whose preposition most likely is lost, with the noun phrase behind."""
    table = load()
    for site, around in gaps(document, Reading(document, table), table.prior, bare(document)):
        if table.lost.score(numbers_of_gap(around), marks(around, GAP)) >= _LEAST_LOST[site.kind]:
            products = likelihoods(around)
            best = max(range(len(JUDGED)), key=products.__getitem__)
            yield Misfit(site.governor, site.preposition, JUDGED[best])
