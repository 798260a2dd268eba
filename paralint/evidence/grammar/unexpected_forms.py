"""Verbs in a form that nothing around them lets expect: "the boats in the bay was", "the town seize", "she gone home".

Asked are the verbs whose form tells a number, bare verbs and participles that no auxiliary, "to" or preposition asks
for. ``expected_forms`` says how likely each form is in their place. A slip is what cannot have the likeliest form, nor
one that is nearly as likely. Where British English has the plural (a team, a company) nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paralint.evidence.grammar.expected_forms import LABELS, QUANTITIES, SCALE, form_features, models, subject_number
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.grammar.subject_finder import NONE, Signs, Subject, signs_of, subjects
from paralint.evidence.words.closed import DEMANDS, DO, FINITE, LETS, MODALS, NOMINATIVE, QUOTES, words
from paralint.evidence.words.places import places_of, tagged
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms, word_classes
from paralint.values import NamedTuple

_NUMBERED = words("is are was were has have do does")
_LEAST = {"unexpected-number": 2.5, "unexpected-bare": 2.5, "unexpected-participle": 2.5}
_OPEN_BEFORE = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "RB", "CC", ",", "EX", "CD", "-RRB-", ":", "RP", "''", "DT", "JJ"]
)
_NO_PREDICATES = words(
    "ai win find being having be been including according following regarding concerning considering given let born"
)
_DEMANDED = 12  # tokens from a demand to the verb of what is demanded
_LEAST_SHARE = 0.7  # of a subject, of all candidates
_SURE = 4.5
_ENDS = QUOTES | {".", "?", "!", ")"}
_WISHES = words("if though wish wishes wished wishing unless whether lest suppose imagine would as")
_MANY = words("fewer those others french english british dutch irish chinese japanese")
_EITHER = words("data media public crew faithful term cycle this these that those it there who which what")
_PLURAL_PRONOUNS = words("they we you i these those")
_OBJECT = frozenset({"DT", "PRP", "PRP$", "CD", "NNP", "$"})
_GOVERNING = MODALS | DO | {"to", "let", "n't"}
_CLAUSES = words("whether what how that why where who when whoever whatever to")
_SHORTEST = 3  # letters of a noun: "1500m" is cut in two
_NEAR = 4  # tokens from a subject to its verb that are reported together


class Reading(NamedTuple):
    """A verb, its likeliest subject, and how much likelier another form is than any that it can have.

    Attributes:
        subject: of the verb.
        kind: what is wrong with it, if the odds are high.
        odds: as a natural logarithm.
    """

    subject: Subject
    kind: str
    odds: float


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a form that is not expected, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    tokens, tags, lowers = document.tokens, document.tags, document.lowers
    here: Signs | None = None
    for at in _asked(document):
        number = document.sentence_of(at)
        first, last = tokens.sentences[number], tokens.sentences[number + 1]
        if last - first < 4 or at == first:
            continue
        if here is None or here.first != first:
            here = signs_of(lowers, tags, first, last)
        read = reading(here, at)
        if read is not None and read.odds >= _LEAST[read.kind] and not _is_excused(here, at, read):
            head = read.subject.head
            if read.kind != "unexpected-number" and tokens.word(at).capital:
                continue
            if tags[head] == "NNS" and tokens.word(head).capital and (head > first or lowers[head + 1] == ","):
                continue  # "Boots, a retailer, is"
            yield Slip(read.kind, head if 0 < at - head <= _NEAR else at, at)


def _asked(document: Document) -> list[int]:
    """Return the verbs whose form is asked for, ascending."""
    tags, lowers = document.tags, document.lowers
    found = {at for at in places_of(document, _NUMBERED) if tags[at] in ("VBZ", "VBP", "VBD")}
    for at in tagged(document, ("VBZ", "VBP", "VB", "NN", "NNS", "VBN", "VBG", "JJ")):
        if at and tags[at - 1] in _OPEN_BEFORE and at not in found and _may_be_wrong(lowers[at], tags[at]):
            found.add(at)
    return sorted(found)


def _may_be_wrong(word: str, tag: str) -> bool:
    forms = verb_forms(word)
    return bool(forms) and "VBD" not in forms and "'" not in word and word not in _NO_PREDICATES


def reading(here: Signs, at: int) -> Reading | None:
    """Return what the models say of a verb; None if its form fits."""
    finder, model = models()
    found = subjects(finder, here, at)
    word = here.words[at]
    scores = dict(
        zip(LABELS, model.scores(form_features(here, at, bare_form(word, here.tags[at]), found)), strict=True)
    )
    able = fitting(word)
    own = max(scores[label] for label in able)
    if "N" in able or "G" in able:
        kind, others = "unexpected-participle", "ZPD"
    elif word in _NUMBERED or "Z" in able:
        kind, others = "unexpected-number", "P" if "Z" in able else "Z"
    else:
        kind, others = "unexpected-bare", "ZD"
    if not set(others).isdisjoint(able):
        return None
    other = max(others, key=scores.__getitem__)
    odds = (scores[other] - own) / SCALE
    return Reading(found[0], kind, odds) if odds > 0 else None


def fitting(word: str) -> str:
    """Return the forms that a word can have, by the letters of ``LABELS``."""
    if word in _NUMBERED:
        return "Z" if word in ("is", "was", "has", "does") else "P" if word in ("are", "were") else "PB"
    forms = verb_forms(word)
    able = "".join(
        letter
        for letter, form in (("Z", "VBZ"), ("P", "VBP"), ("B", "VB"), ("D", "VBD"), ("N", "VBN"), ("G", "VBG"))
        if form in forms
    )
    return able + "X" if word_classes(word) != {"verb"} or "Z" in able else able


def bare_form(word: str, tag: str) -> str:
    """Return the bare form of a verb, by its tag if it can have that."""
    forms = verb_forms(word)
    return next((lemma(word, form) for form in (tag, "VBZ", "VBD", "VBN", "VBG", "VB") if form in forms), word)


def _is_excused(here: Signs, at: int, read: Reading) -> bool:
    """Whether the form may be meant."""
    before = here.words[max(here.first, at - _DEMANDED) : at]
    if here.words[here.last - 1] not in _ENDS:
        return True  # a headline
    if read.kind == "unexpected-bare":
        return _may_be_bare(here, at, read, before)
    if read.kind == "unexpected-participle":
        return _may_be_participle(here, at, read)
    if here.words[at] == "were" and not _WISHES.isdisjoint(here.words[here.first : at]):
        return True
    plural = "P" in fitting(here.words[at])
    return _is_open(here, read.subject) or (_may_be_many if plural else _may_be_one)(here, at, read)


def _may_be_bare(here: Signs, at: int, read: Reading, before: Sequence[str]) -> bool:
    """Whether a bare verb may be a subjunctive, or the complement of a verb before its subject, or of many."""
    head, share, path = read.subject
    if not DEMANDS.isdisjoint(before) or head == NONE or path.startswith((">", "C", "&")):
        return True
    counted = subject_number(here, read.subject)
    if counted.startswith(("group", "P", "C", "N", "measure")) or counted in QUANTITIES | _PLURAL_PRONOUNS:
        return True  # that is no slip of form, whatever the tense
    if here.words[head] in _MANY or "&" in path or _ahead(here, head) in ("P", "O"):
        return True
    if here.tags[at] in ("NN", "NNP", "JJ") and read.odds < _SURE and here.tags[at + 1] not in _OBJECT:
        return True
    if here.words[at - 1] == "," and not _GOVERNING.isdisjoint(before[-8:]):
        return True  # "it could, for example, rise"
    start = here.starts[head - here.first]
    governing = here.words[start - 1] if start > here.first else ""
    return governing in LETS or governing in MODALS or governing in DO or share < _LEAST_SHARE


def _may_be_participle(here: Signs, at: int, read: Reading) -> bool:
    """Whether a participle may belong to the noun before it: surer is a clause that has no other verb."""
    head = read.subject.head
    if head == NONE or read.odds >= _SURE:
        return head == NONE
    if here.words[head] in NOMINATIVE and head == at - 1:
        return False
    return any(here.tags[other] in FINITE for other in range(here.first, here.last) if other != at)


def _is_open(here: Signs, subject: Subject) -> bool:
    """Whether a subject may be one or many: a quantity, a time, an adjective, a name in the plural."""
    head, share, _ = subject
    if head == NONE or share < _LEAST_SHARE:
        return True
    word, tag = here.words[head], here.tags[head]
    if (
        len(word) < _SHORTEST
        or word in QUANTITIES
        or word in _EITHER
        or word in TIMES
        or word in WEEKDAYS
        or tag in ("NNPS", "JJ", "VBG")
    ):
        return True
    return subject_number(here, subject) == "names"


def _may_be_many(here: Signs, at: int, read: Reading) -> bool:
    """Whether a plural verb may have a subject of many: a team, two things that are joined, what stands behind it."""
    head, _, path = read.subject
    counted = subject_number(here, read.subject)
    if counted.startswith(("group", "name")) or "&" in path or path.startswith(">&"):
        return True
    if path.startswith("+") or _ahead(here, head) == "&":
        return True
    if "R" in path and _other_antecedent(here, read.subject, many=True):
        return True
    if here.words[at - 1] == "there" and here.words[at + 1] not in ("a", "an", "one", "another"):
        return True
    turned = here.tags[here.first] in ("IN", "RB", "JJ", "VBN", "VBG", "RBR", "RBS", "JJR", "JJS")
    return turned and any(here.heads[place - here.first] for place in range(at + 1, min(at + 6, here.last)))


def _may_be_one(here: Signs, at: int, read: Reading) -> bool:
    """Whether a singular verb may have another subject than the likeliest one: an act, a clause, a measure."""
    head, _, path = read.subject
    if subject_number(here, read.subject) in ("measure", "C", "name"):
        return True
    opening = here.first + (here.words[here.first] in QUOTES)
    first = here.words[opening]
    if head > opening and (here.tags[opening] == "VBG" or first.endswith("ing") or first in _CLAUSES):
        return True  # "Knowing that they want this is hard."
    start = here.starts[head - here.first]
    if start > here.first and here.tags[start - 1] in ("VBG", "VB", "TO"):
        return True
    return "R" in path and _other_antecedent(here, read.subject, many=False)


def _ahead(here: Signs, head: int) -> str:
    """Return the sign before the noun phrase of a token."""
    start = here.starts[head - here.first] - here.first
    return here.signs[start - 1] if start else "^"


def _other_antecedent(here: Signs, subject: Subject, *, many: bool) -> bool:
    """Whether a noun before the antecedent, which it belongs to, has the number of the verb: "one of those that is"."""
    start = here.starts[subject.head - here.first]
    if start <= here.first or here.signs[start - 1 - here.first] not in ("P", "O", "&", "C", "s", "r"):
        return False
    for at in range(start - 2, max(here.first, start - 7) - 1, -1):
        if here.heads[at - here.first]:
            return (subject_number(here, Subject(at, 1.0, ""))[:1] in ("P", "C", "N")) == many
    return False
