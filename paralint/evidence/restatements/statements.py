"""What a clause says of what: its subject, its predicate, and whether that is denied, done or still to come.

Nothing is parsed. A predicate is a verb, or an adjective behind a copula; its auxiliaries are read to the left, its
subject is the noun phrase before them, its object the one right behind the verb.
"""

from __future__ import annotations

from enum import Enum

from paralint.evidence.measures.times import is_date_word
from paralint.evidence.words.closed import DO, HAVE, NOUNS, RELATIVE, words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

PERSONAL = words("it they he she we i you")
NOBODY = words("no none nobody neither no-one")
TIMES = words(
    """
    spring summer autumn winter second seconds minute minutes hour hours day days week weeks weekend month months year
    years decade decades century morning afternoon evening night today tomorrow yesterday noon midnight
    """
)
"""Nouns that tell when or for how long something is."""
_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "DT", "PDT", "PRP$", "POS", "HYPH", "$", "VBN", "VBG"}
_NEGATORS = words("not n't n’t never no hardly scarcely barely nor")
_ADVERBS = words("already still also now then even ever yet soon again so very too quite")
_RESTRICTING = words("just only merely simply")
_COPULAS = words(
    """
    is are was were be been being am 's 're 'm remain remains remained stay stays stayed become becomes became
    """
)
_WILL = words("will 'll wo shall")
_AHEAD = words("due set expected scheduled planned about yet going slated likely")  # … to begin
_ARTICLES = words("the a an this that its their his her our my")
_OPENERS = words(
    """
    that which who whom whose when whenever while because although though if unless since until after before and but or
    as where so than
    """
)
_LINKS = words("of in at for on to with")
_QUANTITIES = words("none all most many few half some each both several one two three dozens hundreds thousands any")
_ASIDE = 14  # tokens of what may be put between a subject and its verb


class Time(Enum):
    """When a clause says that something is so."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    FUTURE = "future"
    MODAL = "modal"  # would, can, could
    NEVER = "never"  # hypothetical, or not to be told


class Phrase(NamedTuple):
    """A noun phrase: its tokens, half open, and the one of its head."""

    first: int
    last: int
    head: int


class Statement(NamedTuple):
    """A clause.

    Attributes:
        first: the first token of its verb group.
        predicate: the token of its verb, or of the adjective behind its copula.
        subject, object: its noun phrases; None if none can be read.
        passive: whether the subject is what something is done to, or what is in a state.
        negated: whether it is denied.
        time: when it is so.
        end: the token behind the clause.
    """

    first: int
    predicate: int
    subject: Phrase | None
    object: Phrase | None
    passive: bool
    negated: bool
    time: Time
    end: int

    @property
    def roles(self) -> tuple[Phrase | None, Phrase | None]:
        """Who does something, and to what it is done or happens."""
        if self.object is not None and not self.passive:
            return self.subject, self.object
        return None, self.subject


def is_verb(document: Document, token: int) -> bool:
    """Whether a token is a verb, though the tagger takes one behind an auxiliary for a noun: "would appeal"."""
    tags, lowers = document.tags, document.lowers
    if tags[token].startswith("VB") or token == 0:
        return tags[token].startswith("VB")
    ahead = token - 1 - (lowers[token - 1] in _NEGATORS)
    return tags[ahead] == "MD" and "VB" in verb_forms(lowers[token])


def statement(document: Document, predicate: int) -> Statement | None:
    """Return the clause of a verb, or of an adjective behind a copula; None if the word is neither there."""
    tags, lowers = document.tags, document.lowers
    number = document.sentence_of(predicate)
    begin, end = document.tokens.sentences[number], document.tokens.sentences[number + 1]
    tag = tags[predicate]
    verb = is_verb(document, predicate)
    if verb and not tag.startswith("VB"):
        tag = "VB"
    token = predicate - 1
    if tag == "JJ" and predicate + 1 < end and tags[predicate + 1] in NOUNS:
        return None  # it tells of the noun behind it
    if not verb and token > begin and lowers[token] in ("the", "a", "an"):
        token -= 1  # is the deepest, is a safe place
    coming = verb and tag == "VB" and lowers[token] == "to" and lowers[token - 1] in (_AHEAD | _COPULAS)
    if coming:
        token -= 1 if lowers[token - 1] in _COPULAS else 2
    negated = False
    group: list[int] = []
    while token >= begin:
        lower = lowers[token]
        if lower in _RESTRICTING:
            return None  # who does not only look looks
        if lower in _NEGATORS:
            negated = not negated
        elif lower in _COPULAS or lower in HAVE or lower in DO or tags[token] == "MD":
            group.append(token)
        elif not (tags[token] in ("RB", "RBR", "RBS") or lower in _ADVERBS):
            break
        token -= 1
    be = any(lowers[each] in _COPULAS for each in group)
    if (not verb and not be) or (token >= begin and lowers[token] == "to") or (coming and not group):
        return None
    if not group and tag not in ("VBD", "VBZ", "VBP") and not (tag == "VBN" and "VBD" in verb_forms(lowers[predicate])):
        return None
    if (tag == "VBG" and not be) or (tag == "VB" and not coming and not _takes_base(document, group)):
        return None
    passive = not verb or (tag in ("VBN", "VBD") and be)
    stop = _stop(document, predicate + 1, end)
    subject = phrase_before(document, token, begin)
    thing = None if passive else phrase_behind(document, predicate + 1, stop)
    for phrase in (subject, thing):
        if phrase is not None and lowers[phrase.first] in NOBODY and lowers[phrase.head] != "matter":
            negated = not negated
    time = _coming(lowers, group) if coming else _time(lowers, tag, group[::-1])
    return Statement(min((*group, predicate)), predicate, subject, thing, passive, negated, time, stop)


def _takes_base(document: Document, group: list[int]) -> bool:
    """Whether the verb nearest to a base form is an auxiliary that takes one."""
    return bool(group) and (document.tags[group[0]] == "MD" or document.lowers[group[0]] in DO)


def _coming(lowers: list[str], group: list[int]) -> Time:
    """Return when "is to", "is due to", "has yet to" speak of: ahead of a present, or not to be told."""
    return Time.FUTURE if lowers[group[-1]] in ("is", "are", "has", "have") else Time.NEVER


def _time(lowers: list[str], tag: str, group: list[int]) -> Time:
    """Return when the event of a verb group is, by its first auxiliary or, without one, by its verb."""
    first = lowers[group[0]] if group else ""
    if not group:
        return Time.PAST if tag in ("VBD", "VBN") else Time.PRESENT
    if first in _WILL:
        return Time.FUTURE
    if first in ("was", "were", "did", "had", "remained", "stayed", "became"):
        return Time.PAST
    if first in ("has", "have", "'ve"):
        return Time.PERFECT
    if first in ("would", "can", "could"):
        return Time.MODAL
    return Time.PRESENT if first in DO | (_COPULAS - {"be"}) else Time.NEVER


def _stop(document: Document, token: int, end: int) -> int:
    """Return the token behind a clause, as far as it goes without punctuation or a word that opens another."""
    word = document.tokens.word
    while token < end and word(token).kind is not TokenKind.PUNCTUATION and word(token).lower not in _OPENERS:
        token += 1
    return token


def phrase_before(document: Document, token: int, begin: int) -> Phrase | None:
    """Return the noun phrase that ends at a token, with those that belong to it by "of" and the like.

    What is put between it and the token in commas is passed over, and so is a relative pronoun.
    """
    tags, lowers = document.tags, document.lowers
    if token > begin and lowers[token] == ",":  # "Roe, the mayor, was there", "The vaccine, it added, is safe"
        commas = (each for each in range(token - 1, max(begin, token - _ASIDE), -1) if lowers[each] == ",")
        token = next(commas, begin) - 1
    if token - 1 > begin and lowers[token - 1] == "on" and is_date_word(document.tokens.word(token)):
        token -= 2  # who on Sunday flew
    if token >= begin and lowers[token] in RELATIVE and tags[token] != "DT":
        token -= 1
        if token >= begin and lowers[token] in (",", "and"):
            token -= 1
    if token < begin:
        return None
    if lowers[token] in PERSONAL or lowers[token] in NOBODY:
        return Phrase(token, token + 1, token)
    return _noun_phrase(document, token, begin) if tags[token] in NOUNS else None


def _noun_phrase(document: Document, token: int, begin: int) -> Phrase:
    """Return the phrase of a noun, or of the noun before it that it belongs to: "the work on the bridge"."""
    tags, lowers = document.tags, document.lowers
    head = first = token
    while True:
        while first - 1 >= begin and tags[first - 1] in _INSIDE and lowers[first] not in _ARTICLES:
            first -= 1
        owner = first - 2
        if owner < begin or lowers[first - 1] not in _LINKS:
            return Phrase(first, token + 1, head)
        if lowers[owner] in _QUANTITIES:  # none of the passengers
            return Phrase(owner, token + 1, head)
        if tags[owner] not in NOUNS:
            return Phrase(first, token + 1, head)
        head = first = owner


def phrase_behind(document: Document, token: int, end: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, if it is no time: "opened last week"."""
    tags = document.tags
    first = token
    if token < end and tags[token] == "PRP":
        return Phrase(token, token + 1, token)
    while token < end and tags[token] in _INSIDE and tags[first] != "VBG":  # relayed using webcams
        if tags[token] == "VBG" and tags[token - 1] in NOUNS and tags[token + 1 : token + 2] == ["DT"]:
            break  # by a man carrying a knife
        token += 1
    head = token - 1
    while head >= first and tags[head] not in NOUNS:
        head -= 1
    return Phrase(first, head + 1, head) if head >= first and document.lowers[head] not in TIMES else None


def told_apart(document: Document, phrase: Phrase) -> frozenset[int]:
    """Return the stems of the words that say which one of its kind a phrase means."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    tokens = (token for token in range(phrase.first, phrase.last) if token != phrase.head)
    return frozenset(stems[token] for token in tokens if not is_date_word(word(token))) - {NO_STEM}
