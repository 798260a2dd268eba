"""Clauses from which a small word is lost or in which one verb is told twice, and verbs of causing with a wrong form.

"The museum not open on Mondays" lacks its "is", "officials hope will reach the village" its subject, "the army had the
bridge rebuild" an ending; in "the fire started began in the kitchen" the word and its synonym both stand. Each is told
by what may follow what in a clause with one verb (Quirk et al. 1985, ch. 2 and 16).
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import BE, HAVE, NOMINATIVE, NOUNS, OBJECTIVE, Words, sentences
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.vocabulary import stem
from paralint.text.document import Document
from paralint.text.morphology import is_noun, lemma, verb_forms, word_classes

_SAYS = words(
    "said says added argued insisted warned hopes stated claims claimed announced say hope fear feared denied"
)
_THAT = words("that because although though while since whether if")
_CLEAR = words(
    """
    sure certain glad happy sorry ready keen responsible proud pleased unhappy confident hopeful optimistic guilty
    innocent unclear
    """
)
_BEHIND_CLEAR = frozenset({"that", "to", "of", "about"})
_REPORTS = words(
    """
    say says said hope hopes hoped believe believes believed think thinks thought fear fears feared claim claims claimed
    insist insists insisted argue argues argued warn warned warns
    """
)
_MODAL = words("will would can could may might must should had was were has have is are")
_CAUSES = words("let lets letting make makes made making")
_SEES = words("saw see sees seen hear hears heard watch watches watched")
# Behind these, or at a finite verb, something may be lost.
_ASKING = _SAYS | _THAT | NOMINATIVE | _CAUSES | _SEES | HAVE | {"not", "from", "of"}
_LONGEST_PERSON = 3  # tokens of those who are made to act
_FIXED = words("known understood heard felt clear available done called named based used")
_BEHIND = frozenset({"DT", "PRP$", "IN", "TO", "RP", "."})
_TELLING = words("what all whatever thing only everything who which that how as than where when")
_FROM = words(
    """
    taken received bought borrowed stolen rescued saved freed released removed evacuated expelled banned barred
    excluded chosen selected drawn recruited hired heard learned learnt obtained gained won collected gathered demanded
    required expected hidden protected separated isolated withdrawn withheld kept made descended derived quoted copied
    inherited imported brought sent seized confiscated extracted translated adapted retired sacked dismissed suspended
    dropped ordered summoned deported moved transferred promoted signed earned raised ejected distanced absent different
    known distinguished solicited sought elicited prevented stopped discouraged deterred excused exempted divorced
    estranged cut cleared acquired purchased extorted snatched grabbed torn pulled lifted passed handed shielded sourced
    missing tested benefited returned fled escaped seen viewed come gone been had redirected diverted commissioned
    formed fired deleted erased built compiled picked cast developed created based judged
    """
)
_OF = words(
    """
    accused made composed comprised consisted tired deprived robbed informed assured asked required demanded expected
    thought heard spoken convinced cleared suspected relieved rid cured freed acquitted convicted reminded warned told
    stripped formed built full notified constituted begged known said
    """
)
_CROWDS = words("people fans rebels troops viewers spectators police voters parents neighbours neighbors readers")
_AGENT_END = frozenset({".", ",", "and", "in", "on", "at", "during", "after", "before", "who", "for", "when"})


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the clauses with a word too few or too many, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        yield from _lost_subject(here)
        for at in range(here.first, here.last - 2):
            word, tag = here.words[at], here.tags[at]
            if word not in _ASKING and tag not in ("VBD", "VBZ"):
                continue
            if word == "not":
                yield from _lost_auxiliary(here, at)
            if word in _SAYS or word in _THAT:
                yield from _lost_be(here, at)
            clear = word in NOMINATIVE and here.words[at + 1] in _CLEAR and here.words[at + 2] in _BEHIND_CLEAR
            if clear and here.tag(at - 1) != "VB" and here.word(at - 1) not in BE | _CAUSES:
                yield Slip("lost-be", at, at + 1)
            if word in _CAUSES or word in _SEES:
                yield from _caused(here, at)
            elif word in HAVE:
                yield from _had(here, at)
            if word in ("from", "of"):
                yield from _agent(here, at)
            if tag in ("VBD", "VBZ"):
                yield from _doubled(here, at)


def _opens(here: Words, at: int) -> bool:
    """Whether a clause may begin at ``at``."""
    return at == here.first or here.words[at - 1] in ("but", "and", "that", ",", "because", ";")


def _lost_auxiliary(here: Words, at: int) -> Iterator[Slip]:
    """Yield "not" between a subject and a word that cannot follow it there: "the firm not pays its workers"."""
    end, start = at, at - 1
    while (
        start > here.first
        and here.tags[start - 1] in ("JJ", "NN", "NNS", "NNP", "DT", "PRP$")
        and (here.tags[start] not in ("DT", "PRP$"))
    ):
        start -= 1
    if end - start < 1 or here.tags[end - 1] not in (*NOUNS, "PRP") or not _opens(here, start):
        return
    if here.tags[end - 1] == "PRP" and here.words[end - 1] not in NOMINATIVE | {"it"}:
        return
    if here.words[start] not in ("the", "a", "an", "his", "her", "its", "their", "he", "she", "they", "we", "i", "it"):
        return
    word, tag = here.word(at + 1), here.tag(at + 1)
    following = here.tag(at + 2)
    finite = tag in ("VBZ", "VBD", "VBP", "VB") and not word_classes(word) & {"function"} and word not in BE | HAVE
    if finite and following in ("DT", "PRP$", "IN", "TO", "NNS", "NN", "PRP", "JJ", "."):
        yield Slip("lost-be", at - 1, at + 1)
    elif tag == "JJ" and here.word(at + 2) in ("to", "on", "in", "for", ".", "that", "about", "of"):
        lacking = not here.has_finite(at + 2, here.last)
        if lacking:
            yield Slip("lost-be", at - 1, at + 1)


def _lost_be(here: Words, at: int) -> Iterator[Slip]:
    """Yield an adjective told of a subject without "be": "said the plan good for the country"."""
    if here.words[at] in _THAT and here.tags[at] not in ("IN",):
        return
    start = at + 1 + (here.word(at + 1) == "that")
    if here.word(start) not in ("the", "his", "her", "their", "its", "this"):
        return
    end = here.phrase(start)
    if end == start or here.tags[end - 1] not in NOUNS:
        return
    place = end
    while here.tag(place) == "RB":
        place += 1
    word, tag = here.word(place), here.tag(place)
    plain = tag == "JJ" and not word_classes(word) & {"noun", "verb", "adverb", "function"} and not verb_forms(word)
    if not plain and word not in ("good", "safe", "ready", "unable", "able", "open", "clear"):
        return
    if here.word(place + 1) not in ("for", "to", "that", ".", ",", "in", "because", "and", "of", "with"):
        return
    if here.has_finite(place + 1, here.last):
        return
    yield Slip("lost-be", end - 1, place)


def _lost_subject(here: Words) -> Iterator[Slip]:
    """Yield a reported clause without subject: "officials hope will reach the village", ", so had to import"."""
    first = here.first
    end = first + 1 if here.tags[first] in ("NNS", "PRP") else first
    if here.tags[first] == "DT" and here.tag(first + 1) in ("NN", "NNS"):
        end = first + 2
    verb = here.word(end)
    reported = end > first and verb in _REPORTS and here.word(end + 1) in _MODAL
    if reported and here.tag(end + 2) in ("VB", "VBN", "RB", "VBG", "JJ", "TO"):
        yield Slip("lost-subject", end, end + 1)
    for at in range(first + 3, here.last - 3):
        if here.words[at] != "so" or here.words[at - 1] != ",":
            continue
        word, following = here.words[at + 1], here.words[at + 2]
        modal = word in ("could", "will", "would", "can", "must", "may") and here.tags[at + 2] in ("VB", "RB")
        if (
            (word in ("had", "has", "have") and following in ("to", "been", "not"))
            or modal
            or (here.tags[at + 1] == "VBD" and following == "to" and here.tags[at + 3] == "VB")
        ):
            yield Slip("lost-subject", at, at + 1)


def _doubled(here: Words, at: int) -> Iterator[Slip]:
    """Yield two finite verbs side by side: "the fire started began", "the victims did were buried"."""
    word, other = here.words[at], here.words[at + 1]
    subject = here.skip_adverbs(at - 1)
    if subject < here.first or here.tags[subject] not in (*NOUNS, "PRP"):
        return
    if not _TELLING.isdisjoint(here.words[here.first : at]):
        return
    forms = verb_forms(other)
    if word in ("did", "does", "do"):
        if other in ("was", "were", "is", "are", "had", "has") and here.tags[subject] != "PRP":
            yield Slip("doubled-verb", at, at + 1)
        return
    shared = verb_forms(word) & forms & {"VBD", "VBZ"}
    if (
        shared
        and here.tags[at + 1] in ("VBD", "VBZ", "VBN", "NNS")
        and word not in BE | HAVE
        and other not in BE | HAVE
        and word != other
    ):
        synonyms = related(stem(lemma(word, "VBD")), stem(lemma(other, "VBD")))
        if synonyms and not is_noun(other):
            yield Slip("doubled-verb", at, at + 1)
            return
    if here.tags[at + 1] not in ("VBD", "VBZ") or "VBN" in verb_forms(word) or word in BE | HAVE:
        return
    if here.tags[at] != here.tags[at + 1] or (here.tags[subject] == "PRP" and subject != here.first):
        return
    if "VBN" in forms and here.tags[at] == "VBD" and here.tag(at + 2) not in ("DT", "PRP$"):
        return
    if "noun" in word_classes(other) and here.tags[at] == "VBZ":
        return
    if _opens(here, here.subject(at)) and word not in ("said", "says", "think", "thinks", "knew", "knows"):
        yield Slip("doubled-verb", at, at + 1)


def _caused(here: Words, at: int) -> Iterator[Slip]:
    """Yield a finite verb behind who is let or made to do something: "let the player goes"."""
    if not here.tags[at].startswith("VB") or here.word(here.skip_adverbs(at - 1)) in BE:
        return
    start = at + 1
    if here.word(start) in OBJECTIVE - {"it", "you", "her"}:
        end = start + 1
    else:
        end = _without_verb(here, start, here.phrase(start), "VBZ")
        if end == start or (here.words[end - 1] not in agents() and here.tags[end - 1] != "NNP"):
            return
        if here.word(start) in ("a", "an") or end - start > _LONGEST_PERSON:
            return
    verb, tag = here.word(end), here.tag(end)
    forms = verb_forms(verb)
    if verb in _FIXED or here.tag(end + 1) not in _BEHIND:
        return
    plain = not is_noun(verb)
    if "VBZ" in forms and tag in ("VBZ", "NNS") and here.tags[end - 1] not in ("NNS", "NNPS") and plain:
        yield Slip("caused", at, end)
    elif here.words[at] in _CAUSES and tag in ("VBD", "VBN") and "VBD" in forms and "VB" not in forms and plain:
        object_behind = here.tag(end + 1) in ("DT", "PRP$", "IN", "RP")
        if object_behind and here.tag(at - 1) != "IN":
            yield Slip("caused", at, end)


def _without_verb(here: Words, start: int, end: int, form: str) -> int:
    """Return the end of a noun phrase without a last word that is a verb of a form rather than a noun."""
    last = here.word(end - 1)
    verb = end - start > 2 and form in verb_forms(last) and not is_noun(last) and here.tags[end - 2] in NOUNS
    return end - 1 if verb else end


def _had(here: Words, at: int) -> Iterator[Slip]:
    """Yield a thing that one has and a base form behind it: "had the bridge rebuild", "had its roof to be repaired"."""
    start = at + 1
    subject = here.tag(at - 1) in (*NOUNS, "PRP", "TO", "MD")
    if not subject or here.word(start) not in ("the", "his", "her", "their", "its"):
        return
    end = _without_verb(here, start, here.phrase(start), "VB")
    if end == start or here.words[end - 1] in agents() or here.tags[end - 1] not in ("NN", "NNS"):
        return
    verb = here.word(end)
    if verb == "to" and here.word(end + 1) == "be" and here.tag(end + 2) == "VBN":
        if not is_of("n infinitive", here.words[end - 1]):
            yield Slip("caused", end, end + 2)
        return
    forms = verb_forms(verb)
    bare = "VB" in forms and "VBN" not in forms and not is_noun(verb) and here.word(end + 1) in (".", ",", "by")
    if bare and is_of("v transitive", verb):
        yield Slip("caused", at, end)


def _agent(here: Words, at: int) -> Iterator[Slip]:
    """Yield "from" before those who did something: "the match was watched from 40,000 fans"."""
    verb = at - 1
    if here.word(verb) in ("off", "down", "up", "out", "over") and here.tag(verb) in ("RP", "RB", "IN"):
        verb -= 1
    word = here.word(verb)
    if here.words[at] == "of" and (word in _OF or here.tag(at + 1) not in ("DT", "CD")):
        return
    if (
        here.tag(verb) not in ("VBN", "VBD")
        or (word in _FROM and here.words[at] == "from")
        or "VBN" not in verb_forms(word)
    ):
        return
    if not is_of("v transitive", word):
        return
    auxiliary = here.skip_adverbs(verb - 1)
    if auxiliary < here.first or here.words[auxiliary] not in BE - {"'s"}:
        return
    end = here.phrase(at + 1)
    if end == at + 1 or here.tags[end - 1] not in ("NN", "NNS") or here.words[end - 1] not in agents() | _CROWDS:
        return
    if here.word(end) in _AGENT_END:
        yield Slip("agent", verb, end - 1)
