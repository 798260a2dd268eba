"""Verbs that set somebody to act or keep him from it, where either the person or the form of the act is wrong.

"Voted keeping her", "asked the court delaying it", "accusing of having lied", "saw him ran", "hard understanding": what
a verb takes is told in ``complements.txt`` (Quirk et al. 1985, 16.20 ff.). An -ing form behind a verb or behind an
object may be an adjunct or an attribute as well, so these are weaker signs than those of ``complements.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, classes, is_infinitive, is_of
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOMINATIVE, NOUNS, Words, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_OBJECTS = frozenset({"DT", "PRP$", "PRP", "CD", "NNP", "$", "WP", "WRB"})
_ANYONE = words("anyone everyone anybody everybody someone people those")
_THINGS = words("nothing something anything everything nobody somebody anybody everybody everyone anyone")
# -ing forms that tell how something is done, or that are prepositions, or attributes of persons and bodies.
_MANNER = words(
    """
    following including regarding concerning according pending depending starting beginning using citing saying adding
    during going being existing leading remaining living working standing holding wearing carrying waving chanting
    shouting singing sitting lying hoping fearing thinking believing seeking calling demanding accusing urging
    claiming arguing warning insisting asking protesting wielding bearing clutching investigating representing heading
    running hearing handling overseeing covering guarding making facing looking serving trying doing coming entering
    supporting opposing advising studying considering reviewing examining monitoring managing owning operating involving
    containing affecting concerned surrounding taking visiting returning crossing attending speaking helping
    """
)
_NO_ACTS = words(
    """
    following including regarding concerning according pending depending starting beginning using citing adding during
    being going existing arising
    """
)
_ASKS = words(
    """
    ask asks asked asking urge urges urged urging order orders ordered ordering tell tells told telling persuade
    persuades persuaded persuading instruct instructs instructed instructing compel compels compelled compelling
    oblige obliges obliged obliging convince convinces convinced convincing request requests requested requesting
    beg begs begged begging implore implores implored command commands commanded commanding encourage encourages
    encouraged encouraging permit permits permitted permitting enable enables enabled enabling allow allows allowed
    allowing advise advises advised advising beseech beseeched exhort exhorts exhorted entreat entreated expect
    expects expected
    """
)
_BODIES = words(
    """
    court courts government council board agency parliament ministry commission committee union bank firm company
    companies firms police authorities officials regulators regulator judge judges panel club federation residents
    people staff department bodies senate congress cabinet union unions tribunal army navy force forces
    """
)
_ADVISERS = words(
    """
    doctors officials police experts ministers councils authorities agencies scientists lawyers advisers judges judge
    minister council agency authority government regulators regulator court ministry committee board mayor governor
    president union unions engineers teachers inspectors firefighters meteorologists forecasters campaigners
    """
)
_SUBORDINATE = words("until till if when because while before after as unless although though that who which where so")
_COMPLETES = words("to that about for if whether how what when who of into from against as with not be")
_SEES = words("see sees saw seen seeing hear hears heard hearing watch watches watched watching")
_MAKES = words("let lets letting make makes making made")
_PERSONS = words("him them me us")
_NO_PAST = words(
    "put set cut let hit hurt cost shut read quit split spread burst cast bet rid shed said left born made lost"
)
_NOT_VERBS = words("that which who what where when why how whether if because")
_AUXILIARY = BE | {"get", "gets", "got", "getting"}
_ENDS = frozenset({".", ",", ";", "and", "but"})


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the wrong frames, in reading order: ``ing-act``, ``lost-person`` and ``finite-act``."""
    return tuple(_slips(document))


@lru_cache(maxsize=1)
def _asking() -> frozenset[str]:
    known = classes()
    persons = (pair.partition(":")[0] for pair in known["v person-first"])
    return frozenset().union(
        known["v infinitive-first"],
        known["v only-infinitive"],
        known["n infinitive-bound"],
        known["v alone"],
        persons,
        _ASKS,
        _SEES,
        _MAKES,
    )


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _asking())):
        if not here.first < at < here.last - 2:
            continue
        word, tag, following = here.words[at], here.tags[at], here.words[at + 1]
        if is_of("n infinitive-bound", word) and not tag.startswith("VB"):
            if _is_act(here, at + 1) and here.tags[at - 1] in ("PRP$", "DT", "JJ", "POS"):
                yield Slip("ing-act", at, at + 1)
            continue
        if not tag.startswith("VB") and not (tag == "NNS" and "noun" not in word_classes(word)):
            continue
        if is_of("v person-first", f"{word}:{following}"):
            if _lacks_person(here, at):
                yield Slip("lost-person", at, at + 1)
        elif following == "to" and is_of("v alone", word):
            if _tells_nobody(here, at):
                yield Slip("lost-person", at, at + 2)
        elif here.tags[at + 1] == "VBG":
            if _wants_infinitive(here, at) and _is_act(here, at + 1):
                yield Slip("ing-act", at, at + 1)
        elif word in _ASKS:
            yield from _asked(here, at)
        elif word in _SEES or word in _MAKES:
            yield from _seen(here, at)


def _is_act(here: Words, at: int) -> bool:
    """Whether an -ing form with an object or particle of its own stands at ``at``."""
    verb, following, behind = here.words[at], here.tag(at + 1), here.word(at + 1)
    if here.tags[at] != "VBG" or "VBG" not in verb_forms(verb):
        return False
    if verb in (_NO_ACTS if is_of("v only-infinitive", here.words[at - 1]) else _MANNER):
        return False
    if verb == "having":
        return following in ("VBN", ".", "VBD") or behind == "to"
    if following in _OBJECTS or following == "RP" or behind in _THINGS:
        return True
    return following in ("RB", "IN") and is_of("v no-object", verb) and not word_classes(verb) & {"noun", "adjective"}


def _wants_infinitive(here: Words, at: int) -> bool:
    """Whether a verb that takes the infinitive stands at ``at``, in the active for certain."""
    word, tag = here.words[at], here.tags[at]
    if not (is_of("v infinitive-first", word) or is_of("v only-infinitive", word)):
        return False
    if tag in ("VB", "VBG", "VBZ"):
        return word not in ("plan", "offering", "expecting", "planning", "offer", "vote")
    before = here.skip_adverbs(at - 1)
    if here.tags[before] in (*NOUNS, "PRP", "WP", "WDT", "RB", "CC") or here.words[before] in HAVE:
        return tag == "VBD" or here.words[before] in HAVE
    return here.tags[at - 1] == "CD" and tag == "VBD"


def _lacks_person(here: Words, at: int) -> bool:
    """Whether an active verb stands directly before the preposition of the thing: "accusing of having lied"."""
    tag = here.tags[at]
    before = here.skip_adverbs(at - 1)
    if here.words[at + 1] in ("of", "from", "for", "as") and here.word(at + 2) in ("which", "whom", "what", "whose"):
        return False
    if tag == "VBG":
        # A participle behind a comma or a conjunction of time: no noun, no attribute.
        opens = here.words[before] in (",", "after", "while", "when", "by", "without", "before", "of", "for")
        return opens and "noun" not in word_classes(here.words[at])
    if tag == "VB" and (here.tags[before] == "MD" or here.words[before] in DO or here.words[before] == "to"):
        if here.words[before] == "to":
            return here.tag(before - 1) in ("VBD", "VBZ", "VBP", "VB") and not here.lost_object(before)
        return not here.lost_object(before)
    if any(here.words[place] in _NOT_VERBS for place in range(here.first, at)):
        return False
    if tag == "NNS":
        return here.tags[before] in NOUNS and not any(here.others(at)) and not here.lost_object(before + 1)
    if tag != "VBZ" and not (here.words[before] in NOMINATIVE | HAVE | {"who"} and tag in ("VBD", "VBP", "VBN")):
        return False  # "an area dedicated to smell"
    return here.lacks_object(at)


def _tells_nobody(here: Words, at: int) -> bool:
    """Whether those who open a sentence advise or order with nobody told: "doctors advised to stay indoors until"."""
    subject = here.subject_phrase(here.first)
    if subject != at or here.tags[at] not in ("VBD", "VBN", "VBZ", "VBP") or not is_infinitive(here, at + 1):
        return False
    if here.words[at - 1] not in _ADVISERS:
        return False
    others = list(here.others(at))
    if not others:
        return False  # told by ``complements.py``
    opened = next((place for place in range(at, here.last) if here.words[place] in _SUBORDINATE), here.last)
    return others[0] > opened


def _asked(here: Words, at: int) -> Iterator[Slip]:
    """Yield the -ing form behind those who are asked to act: "asked the court delaying the trial"."""
    if here.words[here.skip_adverbs(at - 1)] in _AUXILIARY:
        return
    end = here.phrase(at + 1) if here.word(at + 1) not in _ANYONE else here.phrase(at + 3)
    if end == at + 1 or end >= here.last - 2 or here.words[at + 1] in NOMINATIVE or not _is_act(here, end):
        return
    head = here.words[end - 1]
    if not (
        here.word(at + 1) in _ANYONE
        or head in _BODIES
        or head in agents()
        or here.tags[end - 1] in ("NNS", "NNP", "PRP")
    ):
        return
    stop = next((place for place in range(end, here.last) if here.words[place] in (".", ",", ";", "“", '"')), here.last)
    rest = here.words[end + 1 : stop]
    if here.has_finite(end, stop) or not _COMPLETES.isdisjoint(rest[:-1] if rest else rest):
        # "told the man wearing a hat to leave": the -ing form is his attribute.
        loose = not {"to", "that", "about", "if", "whether", "not"}.isdisjoint(rest)
        if loose or here.has_finite(end, stop):
            return
    yield Slip("ing-act", end - 1, end)


def _seen(here: Words, at: int) -> Iterator[Slip]:
    """Yield the past form behind those who are seen or let to act: "saw him ran", "let the children played"."""
    if here.words[here.skip_adverbs(at - 1)] in _AUXILIARY:
        return
    start = at + 1
    makes = here.words[at] in _MAKES
    if here.words[start] in _PERSONS:
        end = start + 1
    elif makes and here.tags[start] in ("DT", "PRP$"):
        end = here.phrase(start)
    else:
        return
    if end == start or end >= here.last - 1 or here.tag(end) not in ("VBD", "VBZ", "VBN"):
        return
    verb = here.words[end]
    forms = verb_forms(verb)
    if verb in _NO_PAST or "VB" in forms or verb in BE | HAVE | DO:
        return
    if any(here.words[place] in _NOT_VERBS for place in range(max(here.first, at - 8), at)):
        return
    if here.tag(end + 1) == "VB":
        return  # "let the rejection slips fall"
    only = "VBN" not in forms and bool(forms & {"VBD", "VBZ"})
    loosely = here.words[at].startswith("let") and "VBN" in forms
    if loosely:
        loosely = here.word(end + 1) not in _ENDS or here.words[start] in _PERSONS
    if loosely or (only and (here.tags[end] in FINITE or makes)):
        yield Slip("finite-act", start, end)
