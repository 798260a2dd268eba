"""Words out of the order of a statement: an adverbial between verb and object, a verb before its subject, a late verb.

English lets nothing stand between a verb and a short object, keeps subject and verb in their order whatever opens the
sentence, and lets an attribute with words of its own follow its noun (Quirk et al. 1985, 8.22, 18.23, 17.2). Languages
with the verb in second or in last place do otherwise: "rejected yesterday the appeal", "in 2012 won the club its first
title", "the in 1990 founded firm". Long objects may wait behind an adverbial, and what tells of place or movement may
stand before its subject, so both are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import BE, FINITE, HAVE, NOMINATIVE, NOUNS, Words, sentences
from paralint.evidence.words.closed import QUOTES, words
from paralint.evidence.words.titles import SURE_MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import is_noun, verb_forms

_DETERMINERS = words("the a an his her its their our this these")
_TIMES = words("yesterday today finally again immediately meanwhile recently suddenly already eventually")
_SPANS = words(
    """
    day days night week weeks month months year years hour hours minute minutes time times morning evening afternoon
    weekend season summer winter spring autumn decade decades first second third moment lot bit way same next last
    """
)
_SEASONS = words("week month year night summer winter spring autumn weekend season")
_NO_MANNER = words(
    """
    only early daily weekly monthly yearly hourly nearly exactly roughly approximately mainly mostly largely
    partly entirely wholly solely merely simply especially particularly possibly probably presumably allegedly
    reportedly apparently evidently initially originally previously formerly family supply reply rally
    assembly friendly likely unlikely elderly scarcely hardly barely namely effectively essentially basically
    virtually practically precisely specifically notably actually really certainly surely obviously literally
    technically relatively
    usually generally normally typically primarily principally predominantly purely
    """
)
_TWO_OBJECTS = words(
    """
    call called name named elect elected appoint appointed become became consider considered make made declare declared
    give gave offer offered tell told show showed send sent pay paid teach taught ask asked cost owe owed deny denied
    become remain remained seem seemed feel felt last lasted work worked live lived go went come came wait waited stay
    stayed say said says think thought run ran walk walked turn turned get got look looked look happen happened
    mean means meant know knew hope hoped believe believed add added note noted insist insisted
    """
)
_ENDS = frozenset({".", ",", ";", "and", "in", "on", "at", "for", "from", "to", "with", "after", "before"})
_OTHER = words("next last same following")
_LONGEST = 4  # tokens of an object that cannot wait
_PRESENTS = words(
    """
    stand lie sit come go hang live follow appear emerge arise rise run lay stood lay sat came went hung lived followed
    appeared emerged arose rose ran begin began end ended die died flow flowed belong belonged include included
    loom loomed lurk lurked feature featured figure figured rank ranked remain remained exist existed walk walked grow
    grew arrive arrived fly flew said says reads read say wrote writes reported remains comes goes stands lies sits
    hangs lives follows runs starts started hangs perched rests rested spread stretched sprang leads led
    """
)
_FRONT = words(
    """
    yesterday today tomorrow now then later afterwards therefore thus meanwhile recently already again finally
    previously earlier soon initially currently presently
    """
)
_LICENSES = words(
    """
    never nor neither not n't only hardly rarely seldom scarcely barely little few so such than as no nowhere nothing
    nobody none no-one once less both many often or whether that which who sooner more most too also least next first
    here there among attached enclosed
    """
)
_SUBORDINATORS = words("if when because although though after while since before unless once whereas")
_CLAUSAL = _SUBORDINATORS - {"after", "since", "before"}
_IDIOMS = words(
    """
    end run future meantime coming fact way least all past last next recent moment present time long words course
    turn part addition effect practice theory process eyes view opinion interim event majority main case cases this that
    """
)
_AUXILIARIES = words("is are was were has have had will would can could must should may might did does do")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the words out of order, in reading order.

    Source of the method: frames of the grammars of English, over tags.
    """
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        if here.words[here.last - 1] == "?" or "?" in here.words[here.first : here.last]:
            continue
        yield from _opened(here)
        for at in range(here.first + 1, here.last - 2):
            tag = here.tags[at]
            if tag in ("VBD", "VBZ", "VBP", "VB", "VBN"):
                yield from _split(here, at)
            if tag == "MD" or here.words[at] in HAVE:
                yield from _late(here, at)
            if here.words[at] in ("the", "a", "an"):
                yield from _attribute(here, at)
        if here.words[here.first] in ("the", "a", "an"):
            yield from _attribute(here, here.first)


def _adverbial(here: Words, at: int) -> int:
    """Return the token behind an adverbial of time or manner that begins at ``at``; ``at`` if none does."""
    word, tag, following = here.word(at), here.tag(at), here.word(at + 1)
    if word in _TIMES:
        return at + 1
    if word == "very" and following == "much":
        return at + 2
    if tag == "RB" and len(word) > 5 and word.endswith("ly") and word not in _NO_MANNER:
        return at + 1
    if word == "last" and following in _SEASONS | WEEKDAYS:
        return at + 2
    month = following in SURE_MONTHS | WEEKDAYS or (following == "may" and here.tag(at + 1) == "NNP")
    if word in ("in", "on", "since") and (month or (word != "on" and _is_year(following))):
        behind = at + 2
        if _is_year(here.word(behind)) or (here.tag(behind) == "CD" and following in SURE_MONTHS):
            behind += 1
        return behind
    return at


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _split(here: Words, at: int) -> Iterator[Slip]:
    """Yield an adverbial between a verb with one object and the object: "stole quickly the paintings"."""
    verb = here.words[at]
    if verb in _TWO_OBJECTS or not is_of("v transitive", verb):
        return
    behind = _adverbial(here, at + 1)
    if behind == at + 1:
        return
    if here.word(behind) in ("the", "a", "an", "his", "her", "its", "their", "our"):
        end = here.phrase(behind)
    elif here.tag(behind) == "PRP" and here.word(behind) in ("him", "them"):
        end = behind + 1
    else:
        return
    if end <= behind or end - behind > _LONGEST or here.word(end) not in _ENDS:
        return
    if here.words[end - 1] in _SPANS or here.words[behind + 1] in _OTHER or here.tags[end - 1] == "CD":
        return
    if here.tags[at] == "VBN" and here.words[here.skip_adverbs(at - 1)] not in HAVE:
        past = "VBD" in verb_forms(verb) and here.tags[at - 1] in (*NOUNS, "PRP") and not any(here.others(at))
        if not past:
            return
    if here.tags[at] == "VBD" and here.tags[here.skip_adverbs(at - 1)] not in (*NOUNS, "PRP", "WDT", "WP", "CC"):
        return
    # "He stole quickly; the man had gone": what looks like the object may be a subject.
    if any(here.tags[place] in ("VBD", "VBZ", "MD", "VBP") for place in range(end, min(end + 2, here.last))):
        return
    if here.word(end) == "," and any(here.tags[place] in ("VBD", "VBZ", "MD") for place in range(end, here.last)):
        return
    yield Slip("split-object", at, behind)


def _opened(here: Words) -> Iterator[Slip]:
    """Yield a verb before its subject behind what opens a sentence: "yesterday decided the court to free him"."""
    first = here.first
    if here.words[first] in QUOTES or not here.stopped:
        return
    comma = _comma(here)
    finite = any(here.tags[at] in FINITE or "VBZ" in verb_forms(here.words[at]) for at in range(first + 2, comma))
    if here.words[first] in _SUBORDINATORS and here.word(first + 1) != "of" and finite:
        yield from _behind_clause(here)
        return
    verb = _front(here, first)
    if verb == first or verb >= here.last - 3:
        return
    tag, word = here.tags[verb], here.words[verb]
    if not _LICENSES.isdisjoint(here.words[first:verb]):
        return
    end = _subject(here, verb + 1)
    if end == verb + 1:
        return
    following, next_tag = here.word(end), here.tag(end)
    subject = here.words[verb + 1]
    if word in _AUXILIARIES:
        if subject in NOMINATIVE or (subject == "it" and word not in ("is", "was")):
            wrong = next_tag in ("VB", "VBN", "VBG", "RB", "DT", "JJ", "CD", "TO")
        elif tag == "MD":
            wrong = "VB" in verb_forms(following) and next_tag in ("VB", "VBP", "NN")
        elif word in HAVE:
            wrong = next_tag in ("VBN", "DT", "PRP$", "CD") or following in ("no", "only")
        else:
            # "Near the door was the box made for them": only what ends or a new subject tells a predicate.
            last = here.word(end + 1)
            wrong = (next_tag in ("VBN", "JJ", "VBD") and last in (".", ",")) or (
                following in ("a", "an", "not") and here.words[first] not in ("in", "on", "at", "near")
            )
    else:
        if tag == "VBN" and "VBD" in verb_forms(word):
            tag = "VBD"
        if tag not in ("VBD", "VBZ") or (word in _PRESENTS and following != "that") or (tag == "VBZ" and is_noun(word)):
            return
        if word == "dated":  # "in a letter dated 4 June the court said"
            return
        if subject == "it" or (subject in NOMINATIVE and is_of("v clause", word)):
            return
        if subject in NOMINATIVE:
            wrong = True
        else:
            wrong = following in _DETERMINERS or next_tag == "CD" or following in ("to", "that", "twice", "him", "them")
            wrong = wrong and not (following == "to" and here.tag(end + 1) != "VB")
    if wrong:
        yield Slip("verb-first", verb, end - 1)


def _comma(here: Words) -> int:
    return next((at for at in range(here.first, here.last) if here.words[at] == ","), here.first)


def _subject(here: Words, at: int) -> int:
    """Return the token behind a short subject that begins at ``at``; ``at`` if none does."""
    word, tag = here.word(at), here.tag(at)
    if word in NOMINATIVE or word == "it":
        return at + 1
    if tag == "NNP":
        end = at
        while here.tag(end) == "NNP":
            end += 1
        return end
    if word in ("many", "some", "most", "several", "all", "both") or tag in ("DT", "PRP$", "CD"):
        end = here.phrase(at + 1 if tag == "JJ" or word in ("many", "several", "most", "all", "both") else at)
        return end if end - at <= _LONGEST and here.tags[end - 1] in NOUNS else at
    return at


def _front(here: Words, first: int) -> int:
    """Return the token behind the adverbials that open a sentence; ``first`` if what opens it may be its subject."""
    at = first
    while at < here.last - 3:
        word, tag = here.words[at], here.tags[at]
        if word in _FRONT or (word in WEEKDAYS and at > first):
            at += 1
        elif word == "last" and here.word(at + 1) in _SEASONS:
            at += 2
        elif (word == "according" and here.word(at + 1) == "to") or (word == "because" and here.word(at + 1) == "of"):
            end = here.phrase(at + 2)
            if end == at + 2:
                return first
            at = end
        elif tag in ("IN", "TO") and word not in _CLAUSAL | {"that", "as", "like", "of"}:
            start = at + 1
            end = here.phrase(start)
            if end == start:
                return first
            while here.word(end) == "of" and here.phrase(end + 1) > end + 1:
                end = here.phrase(end + 1)
            # "At the time watchers gave", "during the show Klar hid": a subject may be swallowed.
            if any(one == "NN" and other in ("NNP", "NNS") for one, other in pairwise(here.tags[start:end])):
                return first
            at = end
        elif tag == "CD" and here.word(at + 1) in _SPANS and here.word(at + 2) in ("ago", "later", "earlier"):
            at += 3
        else:
            break
    return at


def _behind_clause(here: Words) -> Iterator[Slip]:
    """Yield a verb before its subject behind a clause: "when the siren sounded, ran the workers outside"."""
    marks = [at for at in range(here.first, here.last) if here.words[at] in (",", ";", ":") or here.words[at] in QUOTES]
    if len(marks) != 1 or here.words[marks[0]] != ",":
        return
    told = here.has_finite(here.first, marks[0])
    if not told and "VBZ" not in verb_forms(here.words[marks[0] - 1]):
        return
    verb = marks[0] + 1
    tag, word = here.tag(verb), here.word(verb)
    if tag not in ("VBD", "VBZ", "MD") or word in ("said", "says", "wrote", "reported", "added"):
        return
    end = _subject(here, verb + 1)
    if end == verb + 1 or end >= here.last:
        return
    swallowed = (
        tag == "MD" and here.tag(end) == "." and "VB" in verb_forms(here.words[end - 1])
    )  # "can the race begin."
    end -= swallowed
    if word in _AUXILIARIES and here.tag(end) not in ("VB", "VBN", "VBG", "RB", "JJ", "DT", "NN", "VBP"):
        return
    if {"so", "as", "nor", "neither"} & set(here.words[here.first : end]):
        return
    yield Slip("verb-first", verb, end - 1)


def _late(here: Words, at: int) -> Iterator[Slip]:
    """Yield a verb behind a phrase that parts it from its auxiliary: "has in Vienna lived", "can by rail be moved"."""
    word, modal = here.words[at], here.tags[at] == "MD"
    preposition = here.word(at + 1)
    if preposition not in words("in by from at with to on through into without over under near") or word == "having":
        return
    start = at + 2
    end = here.phrase(start)
    if end == start or here.tag(start) == "CD" or here.tag(end) not in (("VB", "VBN") if modal else ("VBN", "VBD")):
        return
    if not (_IDIOMS | _SPANS).isdisjoint(here.words[start:end]) or _is_year(here.words[end - 1]):
        return
    if (modal and preposition in ("to",)) or here.words[end - 1] in ("them", "it", "themselves", "itself"):
        return
    if not modal and here.tags[at] == "VB" and here.words[at - 1] != "to":
        return
    if here.word(start) not in _DETERMINERS and here.tags[start] != "NNP" and not modal:
        return
    # "The support they have in the towns hit by the storm" has an object in front.
    pronoun = at > here.first + 1 and here.tags[at - 1] in ("PRP", "RB")
    if not modal and (pronoun or here.word(end + 1) in ("by", "in", "as", "from", "to")):
        return
    yield Slip("bracket", at, end)


def _attribute(here: Words, at: int) -> Iterator[Slip]:
    """Yield an attribute with words of its own before its noun: "the in 1990 founded firm"."""
    preposition = here.word(at + 1)
    if preposition not in ("in", "by", "from", "since", "on", "with", "for", "at") or here.tag(at + 1) != "IN":
        return
    for place in range(at + 3, min(at + 7, here.last - 1)):
        word, tag = here.words[place], here.tags[place]
        if tag in ("VBN", "VBD", "JJ") and "VBN" in verb_forms(word) and here.tags[place + 1] in ("NN", "NNS", "JJ"):
            if here.words[place - 1] not in BE | HAVE:
                yield Slip("bracket", at, place)
            return
        if tag in ("VBZ", "MD", ",", ".", "PRP") or word in BE:
            return
