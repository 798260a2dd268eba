"""Forms of verbs that a model does not expect and that may be meant all the same.

Teams may go with a plural, wishes and demands have forms of their own, a subject may be one of several nouns, an act,
or stand behind its verb. What is left is a slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from paralint.data import listed
from paralint.evidence.grammar.across import governor_across
from paralint.evidence.grammar.expected_forms import QUANTITIES, part_of, subject_number
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.subject_finder import NONE, Signs, Subject
from paralint.evidence.names.genders import given_sex
from paralint.evidence.words.closed import (
    BE,
    DEMANDS,
    DO,
    FINITE,
    HAVE,
    LETS,
    MODALS,
    NOMINATIVE,
    NOUNS,
    QUOTES,
    SINGULAR,
    words,
)
from paralint.evidence.words.titles import TITLES, WEEKDAYS
from paralint.text import lazy
from paralint.text.morphology import is_word, verb_forms, word_classes
from paralint.values import NamedTuple

_SURE, _QUITE_SURE = 4.5, 3.5  # odds that outweigh a doubt
_NOT_UNSURE, _RELATIVE = 2.5, 2.0
_DEMANDED = 12  # tokens from a demand to the verb of what is demanded
_LEAST_SHARE = 0.7  # of the subjects of one number, of all candidates
_TOLD_SHARE = 0.9
_MOST_SHARE = 0.12  # of those of the other number
_ENDS = QUOTES | {".", "?", "!", ")"}
_WISHES = words("if though wish wishes wished wishing unless whether lest suppose imagine would as")
_PEOPLES = words("french english british dutch irish chinese japanese")
_UNTOLD = words("i data media public crew faithful term cycle there who which what this that today")
_SPEAKING = words("i we you")
_ONE = words(
    "he she it each either neither everyone everybody everything nobody nothing somebody someone anyone anything one"
)
_MANY = words("they we you these those both several many few fewer others hundreds thousands dozens millions scores")
_PARTS = words("some most all any more half none rest percent % third quarter part lot lots plenty much")
_OBJECT = frozenset({"DT", "PRP", "PRP$", "CD", "$"})
_GOVERNING = MODALS | DO | {"to", "let", "n't"}
_NUMBER_OF = {"the": False, "a": True}
_YEAR = lazy.pattern(r"(?:1[5-9]|20)[0-9]{2}|[0-9]{1,2}[:.][0-9]{2}")  # or a time
_TOLD_ONE = words("each either neither everyone everybody nobody somebody someone anyone number")
_NO_COUNT = words("no no. at number $ £ € age under over than")
_UNITS = words("m bn tn b k mn km kg cm mm mph kph mg ml g ft lb lbs oz pc p am pm c f")  # "£8m", "40C"
_SHARES = words("per percent % pc cent")
_COUNTING = words("two three four five six seven eight nine ten these those many several few both")
_SINGLE = words("a an this that each every another")
_OPENERS = words("if when whenever once before after until unless while where wherever as since though although should")
_CLAUSES = words("whether what how that why where who when whoever whatever to")
_TURNED = frozenset({"IN", "RB", "JJ", "VBN", "VBG", "RBR", "RBS", "JJR", "JJS"})
_EXISTING = words("a an one another no some any much more little enough")
_OBJECTIVE = words("it her you")
_VERBAL = frozenset("VBGEY")  # signs of verbs that may have an object
_ASKING = {"participle": HAVE | BE, "bare": MODALS | DO | {"to"}}
_OF_MANY = words("are were have do 're 've")
_OF_ONE = SINGULAR | {"'s"}
_NEAR_VERB = 6  # tokens from a verb to the one that is joined to it
_REFLEXIVE = words("itself himself herself themselves")
_SHORTEST = 3  # letters of a noun: "1500m" is cut in two


class Reading(NamedTuple):
    """A verb with its possible subjects, and how much likelier another form is than any that it can have.

    Attributes:
        subjects: of the verb, the likeliest first.
        kind: what is wrong with it, if the odds are high.
        odds: as a natural logarithm.
        plural: whether it goes with a subject of many.
    """

    subjects: Sequence[Subject]
    kind: str
    odds: float
    plural: bool

    @property
    def subject(self) -> Subject:
        """The likeliest subject."""
        return self.subjects[0]


def is_meant(here: Signs, at: int, read: Reading) -> bool:
    """Whether the form of a verb may be meant."""
    if here.words[here.last - 1] not in _ENDS or read.subject.head == NONE:
        return True  # a headline, a command
    if governor_across(here.words, here.tags, here.first, at) in _ASKING.get(_asks(here.words[at], read.kind), ()):
        return True  # "who could in theory have refused"
    if read.kind == "unexpected-bare":
        return _may_be_bare(here, at, read)
    if read.kind == "unexpected-participle":
        return _may_be_participle(here, at, read)
    if _is_shared(here, at, read.plural):
        return True
    wished = not _WISHES.isdisjoint(here.words[here.first : at]) or here.words[at + 1] in _ONE
    if here.words[at] == "were" and wished:
        return True  # "if she were here", "were it so"
    if not _is_refuted(here, read) or _is_far(here, at, read):
        return True
    return (_may_be_many if read.plural else _may_be_one)(here, at, read)


def _is_shared(here: Signs, at: int, plural: bool) -> bool:
    """Whether a verb is joined to one of the same number: "that we have raised or are raising"."""
    if here.tags[at - 1] != "CC":
        return False
    for place in range(at - 2, max(here.first, at - _NEAR_VERB) - 1, -1):
        if here.tags[place] in FINITE:
            return here.words[place] in (_OF_MANY if plural else _OF_ONE)
        if here.tags[place] in NOUNS or here.tags[place] == "PRP":
            return False
    return False


def _asks(word: str, kind: str) -> str:
    """Return what a verb may hang on across a phrase: a participle on "have" or "be", a bare one on a modal."""
    if kind == "unexpected-participle":
        return "participle"
    return "bare" if kind == "unexpected-bare" or word in ("have", "do") else ""


def _may_be_bare(here: Signs, at: int, read: Reading) -> bool:
    """Whether a bare verb may be a subjunctive, or the complement of a verb before its subject, or of many."""
    head, _, path = read.subject
    relative = "R" in path
    before = here.words[max(here.first, at - _DEMANDED) : at]
    if not DEMANDS.isdisjoint(before) or path.startswith((">", "&")) or (path.startswith("C") and not relative):
        return True
    if is_many(here, read.subject) is not False or not _is_refuted(here, read):
        return True  # that is no slip of form, whatever the tense
    if here.words[head] in _PEOPLES or _is_joined(path):
        return True
    if _ahead(here, head) in ("P", "O", "&") and (not relative or read.odds < _NOT_UNSURE):
        return True
    if here.words[head] in _OBJECTIVE and _ahead(here, head) in _VERBAL:
        return True  # "she saw it move"
    nominal = here.tags[at] in ("NN", "NNP", "JJ")
    doubtful = here.tags[at + 1] not in _OBJECT and (nominal or "noun" in word_classes(here.words[at]))
    if doubtful and read.odds < (_SURE if nominal else _NOT_UNSURE):
        return True
    if relative and read.odds < _RELATIVE:
        return True
    if here.words[at - 1] == "," and not _GOVERNING.isdisjoint(before[-8:]):
        return True  # "it could, for example, rise"
    if _is_command(here, at) or (here.words[at + 1] in _REFLEXIVE and here.tags[at + 2] in FINITE):
        return True  # "the drive itself began"
    start = here.starts[head - here.first]
    governing = here.words[start - 1] if start > here.first else ""
    return governing in LETS or governing in _GOVERNING or (governing == "a" and here.words[start - 2] in LETS)


def _is_command(here: Signs, at: int) -> bool:
    """Whether a bare verb follows a clause that begins the sentence: "when they come, ask for the key"."""
    opening = here.first + (here.words[here.first] in QUOTES)
    if here.words[at - 1] != "," or here.words[opening] not in _OPENERS:
        return False
    return "," not in here.words[opening : at - 1]


def _may_be_participle(here: Signs, at: int, read: Reading) -> bool:
    """Whether a participle may belong to the noun before it: surer is a clause that has no other verb."""
    head = read.subject.head
    if here.words[head] in _SPEAKING:
        return True  # dialect in what is quoted: "I never seen it coming"
    if read.odds >= _SURE or (here.words[head] in NOMINATIVE and head == at - 1):
        return False
    others = [place for place in range(here.first, here.last) if place != at]
    return any(
        here.tags[place] in FINITE or (here.tags[place] == "VBN" and "VBD" in verb_forms(here.words[place]))
        for place in others
    )


def is_told(here: Signs, read: Reading) -> bool:
    """Whether the number of a subject is told by a word of its own, so that little is asked of the odds."""
    head, share, path = read.subject
    if read.kind != "unexpected-number" or share < _TOLD_SHARE or path[:1] not in ("", "O") or "R" in path:
        return False
    return here.words[head] in _TOLD_ONE or here.tags[head] == "CD"


def is_many(here: Signs, subject: Subject) -> bool | None:
    """Whether a subject is of many; None if it may be both."""
    head = subject.head
    if head == NONE:
        return None
    word, tag = here.words[head], here.tags[head]
    if word in _ONE:
        return False
    if word in _MANY:
        return True
    if word in _UNTOLD or word in TIMES or word in WEEKDAYS or tag in ("NNPS", "JJ"):
        return None
    if word == "number":
        return _NUMBER_OF.get(here.words[here.starts[head - here.first]]) if subject.path[:1] == "O" else None
    if tag == "CD":
        return _is_count(here, head)
    if word in _one_form():
        return _told_by_determiner(here, head)
    if word == "police" and (head == here.first or here.tags[head - 1] not in NOUNS):
        return True
    if word in _PARTS:
        return True if part_of(here, subject)[:1] == "P" else None
    if word in QUANTITIES or (len(word) < _SHORTEST and tag != "PRP"):
        return None
    counted = subject_number(here, subject)
    if counted[:1] in ("P", "C"):
        return True
    return False if counted[:1] == "S" or counted in ("VBG", "1", "name") else None


def _is_count(here: Signs, at: int) -> bool | None:
    """Whether a bare number counts more than one: "only 32 were"; None if it may be a year, a sum or a name."""
    word, before = here.words[at], here.words[at - 1] if at > here.first else ""
    plain = word.replace(",", "").isdigit() and not _YEAR.fullmatch(word)
    if before in _NO_COUNT or here.tags[at - 1] in ("NNP", "$") or not (plain or word.isalpha()):
        return None
    if word in _UNITS or here.words[at + 1] in _SHARES or "$" in here.tags[here.starts[at - here.first] : at]:
        return None  # "a further £8m", "70 per cent of the rice"
    return word not in ("1", "one")


@lru_cache(maxsize=1)
def _one_form() -> frozenset[str]:
    return frozenset(listed("one-form-nouns"))


def _told_by_determiner(here: Signs, head: int) -> bool | None:
    """Whether a noun that has one form for one and many is of many, by what begins its phrase: "these sheep"."""
    before = here.words[here.starts[head - here.first] : head]
    if not _COUNTING.isdisjoint(before):
        return True
    return None if _SINGLE.isdisjoint(before) else False


def _is_refuted(here: Signs, read: Reading) -> bool:
    """Whether the subjects of the other number have nearly all of the shares."""
    against = fit = 0.0
    for subject in read.subjects:
        many = is_many(here, subject)
        if many is read.plural:
            fit += subject.share
        elif many is not None:
            against += subject.share
    if is_many(here, read.subject) is None:
        return False
    return against >= _LEAST_SHARE and (fit <= _MOST_SHARE or read.odds >= _SURE)


def _is_far(here: Signs, at: int, read: Reading) -> bool:
    """Whether the subject may be another noun before it, or the verb a command."""
    head, _, path = read.subject
    if here.words[at] == "do" and path:
        return True
    if here.words[at - 1] == "," and not MODALS.isdisjoint(here.words[max(here.first, at - 6) : at]):
        return True  # "may, of course, have been"
    if _ahead(here, head) == "G" and is_many(here, Subject(_before_participle(here, head), 1.0, "")) is read.plural:
        return True  # "the towns filing suit have a case"
    if here.words[head] == "one" and here.words[head + 1] == "in":
        return True  # "one in five"
    if path[:1] == "R" and _is_other_antecedent(here, head, read.plural):
        return True
    if "R" not in path:
        return _ahead(here, head) == "s" and read.odds < _QUITE_SURE
    return read.odds < _QUITE_SURE and (_ahead(here, head) in ("P", "O", "s") or path[-1:] in ("&", "b"))


def _is_other_antecedent(here: Signs, head: int, plural: bool) -> bool:
    """Whether the noun before "of" fits a relative clause: "a town of 900 houses that has been besieged"."""
    before = here.starts[head - here.first] - 2
    if before < here.first or here.words[before + 1] != "of" or not here.heads[before - here.first]:
        return False
    if not plural and here.words[here.starts[before - here.first]] not in _EXISTING:
        return False
    if here.words[before] in QUANTITIES or here.words[before] in _PARTS:
        return False
    return is_many(here, Subject(before, 1.0, "")) is not (not plural)


def _before_participle(here: Signs, head: int) -> int:
    """Return the noun before a form in -ing that has a noun phrase for its object."""
    noun = here.starts[head - here.first] - 2
    return noun if noun >= here.first and here.tags[noun] in ("NN", "NNS") else NONE


def _may_be_many(here: Signs, at: int, read: Reading) -> bool:
    """Whether a plural verb may have a subject of many: a team, two things that are joined, what stands behind it."""
    head, _, path = read.subject
    named = subject_number(here, read.subject) == "name" and not _is_person(here, head)
    if named or _is_joined(path) or path.startswith(("+", ">&")):
        return True
    if here.words[at - 1] == "there" or path.startswith(">"):
        behind = here.words[head + 1 : head + 9]
        several = any(here.tags[place] in ("NNS", "CD", "NNPS") for place in range(at + 1, head))
        return several or here.tags[head] != "NN" or "and" in behind or here.words[at + 1] not in _EXISTING
    joined = _ahead(here, head) == "&" and (read.odds < _SURE or path[:1] == "C")
    if joined or _is_apposed(here, head):
        return True  # "the baker and his mother, Ann Lee, 62, were"
    turned = here.tags[here.first] in _TURNED and _ahead(here, head) in ("P", "O", "^")
    return turned and any(here.heads[place - here.first] for place in range(at + 1, min(at + 6, here.last)))


def _is_apposed(here: Signs, head: int) -> bool:
    """Whether a noun phrase stands behind a comma and one that is joined to another: "he and his wife, a nurse"."""
    start = here.starts[head - here.first]
    for _ in range(2):  # a name, an age
        if start - 2 < here.first or here.words[start - 1] != "," or not here.heads[start - 2 - here.first]:
            return False
        start = here.starts[start - 2 - here.first]
        if start - 2 >= here.first and here.words[start - 1] == "and":
            return here.tags[start - 2] in NOUNS or here.words[start - 2] in (",", ")") or here.tags[start - 2] == "CD"
    return False


def _may_be_one(here: Signs, at: int, read: Reading) -> bool:
    """Whether a singular verb may have another subject than the likeliest one: an act, a clause."""
    head = read.subject.head
    opening = here.first + (here.words[here.first] in QUOTES)
    first = here.words[opening]
    if read.subject.path.startswith(">"):
        return here.words[at - 1] == "there" and "so" in here.words[at + 1 : at + 3]  # "there is only so long"
    if head > opening and (here.tags[opening] == "VBG" or first.endswith("ing") or first in _CLAUSES):
        return True  # "Knowing that they want this is hard."
    start = here.starts[head - here.first]
    return start > here.first and here.tags[start - 1] in ("VBG", "VB", "TO")


def _is_person(here: Signs, head: int) -> bool:
    """Whether a name is a person's by a title or a given name before it, here or anywhere in the document."""
    name = here.words[head]
    at = -1
    while name in here.words[at + 1 :]:
        at = here.words.index(name, at + 1)
        before = here.words[at - 1] if at and here.tags[at - 1] == "NNP" else ""
        if before.rstrip(".") in TITLES or (given_sex(before)[0] and not is_word(name)):  # no club: "Aston Villa"
            return True
    return False


def _is_joined(path: str) -> bool:
    """Whether a subject is joined to another one before any verb: "the mill and the inn"."""
    for sign in path:
        if sign in "VHY":
            return False
        if sign == "&":
            return True
    return False


def _ahead(here: Signs, head: int) -> str:
    """Return the sign before the noun phrase of a token."""
    start = here.starts[head - here.first] - here.first
    return here.signs[start - 1] if start else "^"
