"""The parts of a clause, read boldly: a noun phrase, a verb group, and whether the clause ends before the next verb."""

from __future__ import annotations

from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOUNS, Words
from paralint.evidence.words.closed import ANYONE, MODALS, QUOTES, words
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

MODAL_FORMS = MODALS | words("'ll ca wo cannot")
AUXILIARIES = MODAL_FORMS | BE | HAVE | DO
SAYING = words(
    "said says say added adds warned warns claimed claims insisted believes believed thinks hopes fears feared argued"
)
_ENDS_CLAUSE = words(
    "when because although though while if where unless who which that what how whether before after since until once"
)
# Words of degree before a number, and what may follow the first of them: up to, at least, more than.
_PRE = words(
    "about nearly almost around some only just over roughly approximately even under exactly up at more less fewer"
)
_PRE_SECOND = words("to least most than")
OPENERS = words("that because although though while when where if unless whether why how")


class Group(NamedTuple):
    """A verb with its auxiliaries.

    Attributes:
        first: the first token, an auxiliary or the verb itself.
        verb: the last verb, the main one.
        passive: whether it is a participle behind "be".
        finite: whether the first of them can be finite.
        auxiliaries: the tokens of the auxiliaries.
    """

    first: int
    verb: int
    passive: bool
    finite: bool
    auxiliaries: tuple[int, ...]


def past_adverbs(here: Words, at: int) -> int:
    """Return the first token from ``at`` on that is no adverb; a participle that is read as one is none."""
    while at < here.last - 1:
        if here.words[at].endswith("ed") and "VBN" in verb_forms(here.words[at]):
            return at
        if here.words[at] == "no" and here.words[at + 1] == "longer":
            at += 2
        elif here.tags[at] in ("RB", "RBR") or here.words[at] in ("already", "still", "also", "since", "yet", "now"):
            if here.tags[at] == "IN":  # "since May"
                return at
            at += 1
        else:
            return at
    return at


def group_at(here: Words, at: int) -> Group | None:
    """Return the verb group that begins at ``at`` or behind adverbs there."""
    place = past_adverbs(here, at)
    chain: list[int] = []
    while place < here.last - 1 and (here.words[place] in AUXILIARIES or here.tags[place] == "MD"):
        if here.words[place] == "'s" and here.tags[place] == "POS":
            return None
        chain.append(place)
        place = past_adverbs(here, place + 1)
    word, tag = here.word(place), here.tag(place)
    forms = verb_forms(word)
    if not chain:
        if not forms or not (
            tag.startswith("VB")
            or (tag in ("NN", "NNS") and "noun" not in word_classes(word))
            or is_misread(here, place)
        ):
            return None
        finite = tag in ("VBZ", "VBP", "VBD") or "VBD" in forms or (tag == "NNS" and "VBZ" in forms)
        finite = finite or (tag == "VB" and here.tag(place + 1) in ("DT", "PRP$") and here.word(place - 1) != "not")
        return Group(place, place, False, finite, ())
    last = here.words[chain[-1]]
    first = here.words[chain[0]]
    finite = first not in ("be", "been", "being", "having")
    if forms and place < here.last and tag not in ("IN", "CC", "NNP"):
        verbal = tag.startswith("VB") or tag in ("JJ", "NN", "NNS") or word.endswith("ed")
        if last in BE and verbal and "VBN" in forms and (tag in ("VBN", "VBD", "JJ") or word.endswith("ed")):
            return Group(chain[0], place, True, finite, tuple(chain))
        if last in BE and tag == "VBG":
            return Group(chain[0], place, False, finite, tuple(chain))
        if last in HAVE and verbal and tag not in ("NN", "NNS") and ("VBN" in forms or "VBD" in forms):
            return Group(chain[0], place, False, finite, tuple(chain))
        modal = last in MODAL_FORMS | DO or here.tags[chain[-1]] == "MD"
        if modal and "VB" in forms and tag in ("VB", "VBP", "NN", "JJ", "VBD", "VBN"):
            return Group(chain[0], place, False, finite, tuple(chain))
    return Group(chain[0], chain[-1], False, finite, tuple(chain[:-1]))


def is_misread(here: Words, at: int) -> bool:
    """Whether a verb in "-s" is read as a noun: "a tour costs six euros", "the firm plans to close it"."""
    if here.tags[at] != "NNS" or "VBZ" not in verb_forms(here.words[at]) or here.tag(at - 1) not in ("NN", "NNP"):
        return False
    asks = here.tag(at + 1) in ("CD", "DT", "PRP$") or (here.word(at + 1) == "to" and here.tag(at + 2) == "VB")
    return asks and is_closed(here, at + 1)


def is_closed(here: Words, at: int) -> bool:
    """Whether the clause that goes on at ``at`` ends, or is joined to another one, before a finite verb follows."""
    place = at
    while place < here.last - 1:
        word, tag = here.words[place], here.tags[place]
        if tag in FINITE or (word in AUXILIARIES - {"having", "being", "been", "be", "'s"} and tag != "NNP"):
            return False
        if tag.startswith("VB") and "VBD" in verb_forms(word) and here.tag(place + 1) in ("NN", "DT", "PRP$", "NNS"):
            return False
        if tag == "VBN" and "VBD" in verb_forms(word) and here.tags[place - 1] in NOUNS and place > at + 1:
            return False
        if tag == "NNS" and "VBZ" in verb_forms(word) and here.tag(place + 1) in ("DT", "PRP$", "CD"):
            return False
        if word in (";", ":", "–", "—"):
            return True
        if word in _ENDS_CLAUSE and tag != "NN":
            return word not in ("who", "which", "that") or here.words[place - 1] != ","
        if word in ("and", "but") and _joins(here, place):
            return True
        if word in QUOTES:
            return False
        if word == ",":
            following = here.word(place + 1)
            if following in ("which", "who", "where", "whose"):
                comma = next((spot for spot in range(place + 2, here.last) if here.words[spot] == ","), -1)
                behind = past_adverbs(here, comma + 1)
                return comma < 0 or (here.tag(behind) not in FINITE and here.words[behind] not in AUXILIARIES)
            if following in _ENDS_CLAUSE | {"according"} or (following in ("and", "but") and _joins(here, place + 1)):
                return True
            said = here.subject_phrase(place + 1)
            if said > place + 1 and here.word(said) in SAYING:
                return True
            if said > place + 1 and here.tag(said) in FINITE and "," not in here.words[place + 1 : here.last]:
                return True
        place += 1
    return True


def _joins(here: Words, conjunction: int) -> bool:
    """Whether a conjunction joins a finite verb or a clause with its subject."""
    start = conjunction + 1
    if here.tag(start) == "CD" and here.tags[conjunction - 1] in ("CD", "NNS", "NN"):
        return False  # "February 16 and 17 will"
    verb = noun_phrase(here, start)
    return here.tag(past_adverbs(here, verb)) in FINITE


def noun_phrase(here: Words, at: int) -> int:
    """Return the token behind a noun phrase, with words of degree before its number; ``at`` if none begins there."""
    start = at
    if here.word(at) in _PRE:
        start += 1 + (here.word(at + 1) in _PRE_SECOND)
        if here.tag(start) not in ("CD", "DT", "JJ", "NNS", "NN", "$"):
            return at
    word = here.word(start)
    if word in ANYONE or word in ("nothing", "everything"):
        return start + 1
    if word in ("these", "those", "all", "both", "each", "many", "most", "some", "several", "this"):
        end = here.phrase(start + 1)
        if end > start + 1 and here.tags[start + 1] != "PRP":
            return end
        return start + 1
    end = here.phrase(start)
    return end if end > start else at
