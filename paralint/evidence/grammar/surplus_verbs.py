"""Stretches of a sentence with more finite verbs than clauses: "services were built for the phone were slow".

Between two marks there is one main clause, and one more for each word that opens or joins one, for each verb, noun or
adjective that may have a clause without "that", and wherever a noun may have one that tells of it ("the house he
built"). What has more finite verbs than that has lost a "that", a "who", an "and" or its comma. Only verbs that can be
nothing but finite count, and the one too many must stand behind a noun that belongs to what is before it. The rule is
heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOUNS, Words, sentences
from paralint.evidence.words.closed import QUOTES, words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_MARKS = words(", ; : – — -- ( ) [ ] … ... / - ‘ ’ ' * | •") | QUOTES
_OPENERS = words(
    """
    that which who whom whose what where when why how because although though while if unless whether after before
    since once until as than and or but nor so for whatever whoever whichever wherever whenever however lest
    except like either neither plus yet vs versus
    """
)
_CLAUSE_NOUNS = words(
    """
    moment way reason place extent time times fact idea news sense feeling everything all nothing something
    anything someone anyone everyone day week month year night morning thing things one ones those chance chances
    odds hope belief claim claims case point bet sort kind cause proof evidence word opinion view guess minute
    second hour age degree rate manner speed amount much many more most little few lot
    """
)
_TAKES = words(
    """
    said says say saying thought think thinks thinking knew know knows knowing believed believe believes hoped
    hope hopes felt feel feels feared fear fears told tell tells telling found find finds saw see sees seeing
    heard hear hears showed shows show shown meant means mean meaning made make makes making let lets help helps
    helped helping claimed claim claims wished wish guess guessed bet reckon reckons insisted insists admitted
    admits warned warn warning promised promise denied suggested suggests suspect suspected assume assumed imagine
    imagined understood understand realised realized realise realize noticed notice learned learnt read write
    wrote added argued argues announced confirmed agreed decided reported reveals revealed proved ensure ensured
    ensuring demanded demands required asks asked ask requests was were is are be been being am 's 're do does did
    had has have having keep seem seems seemed appear appears appeared watched watch left leave got get prefer
    prefers sure glad sorry afraid aware certain confident clear likely convinced happy proud worried so such too
    not n't only given provided assuming pretend recommend recommended propose proposed figure figured swear swore
    vowed concluded estimate estimated estimates predict predicts predicted indicate indicates indicated explains
    explained notes noted worry worries joked wonder wondered doubt doubts mind care cares matter matters happens
    happened turns turned stressed states stated clarify clarifies clarified caution cautions cautioned
    """
)
_PRONOUNS = words("someone something anyone anything everyone everything things those ones thing")
_INSIDE = (*NOUNS, "JJ", "JJR", "JJS", "CD", "DT", "PRP$", "POS", "VBN", "VBG", "PDT", "HYPH")
_PASSED = (*_INSIDE, "IN", "RB", "TO", "RP", "VB", "VBG", "VBN")
_BARE = words("will would can could may might must shall should 'll 'd ca wo")
_TWO_OBJECTS = words(
    """
    sent paid taught told offered awarded granted asked left made called named elected considered denied charged fined
    handed promised lent allowed appointed dubbed labelled labeled declared cost bought brought set put read shown given
    accorded assigned fed sold served owed let cut hit facing including
    """
)
_LONGEST = 16  # tokens between the two verbs


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs that have no clause left for them, with the noun before them."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        if here.words[here.last - 1] == "?":
            continue
        start = here.first
        for at in range(here.first, here.last):
            if here.words[at] in _MARKS or at == here.last - 1:
                yield from _in_stretch(here, start, at)
                start = at + 1


def _in_stretch(here: Words, start: int, stop: int) -> Iterator[Slip]:
    """Yield the verb too many between two marks."""
    finite = [at for at in range(start, stop) if here.tags[at] in FINITE]
    for first, second in pairwise(finite):
        sure = is_sure(here, second) or _has_object(here, second)
        if second - first > _LONGEST or not sure or not _may_be_first(here, start, first):
            continue
        head = here.skip_adverbs(second - 1)
        if head <= first + 1 or not _is_head(here, head) or not _needs_subject(here, second, stop):
            continue
        if all(_belongs(here, at) for at in range(first, head)) and not _two_phrases(here, first + 1, head):
            yield Slip("surplus-verb", head, second)


def is_sure(here: Words, at: int) -> bool:
    """Whether a word can be nothing but a finite verb."""
    word, tag = here.words[at], here.tags[at]
    if tag == "MD":
        return word in _BARE and here.tag(at + 1) in ("VB", "RB")
    if word in ("is", "are", "was", "were", "has", "had", "does", "did"):
        return tag in FINITE and here.tag(at - 1) != "MD"
    if tag == "VBZ":
        return "noun" not in word_classes(word) and word != "'s"
    if tag != "VBD":
        return False
    return "VBN" not in verb_forms(word) and "noun" not in word_classes(word)


def _has_object(here: Words, at: int) -> bool:
    """Whether a verb that could be a participle or a noun has an object behind it."""
    word, following, tag = here.words[at], here.word(at + 1), here.tag(at + 1)
    if word in _TWO_OBJECTS or is_of("v said", word) or (here.tags[at] == "VBZ" and _may_be_noun(here, at)):
        return False
    if here.tags[at] == "VBP" and (here.tags[at - 1] != "NNS" or "VBD" in verb_forms(word)):
        return False
    if following in ("him", "them", "us", "me"):
        return True
    return tag in ("DT", "PRP$") and following not in ("all", "both", "each", "this", "that", "those", "these")


def _may_be_noun(here: Words, at: int) -> bool:
    """Whether a verb in "-s" could be a noun, or stands behind one of several: "unemployment benefits"."""
    return here.tags[at - 1] == "NNS" or "noun" in word_classes(here.words[at])


def _may_be_first(here: Words, start: int, first: int) -> bool:
    """Whether a finite verb has a subject of its own before it, and takes no clause; no word opened its clause."""
    behind = first + 1 + (here.tag(first + 1) == "RB")
    if here.words[first] in BE and here.tag(behind) not in ("DT", "IN", "VBN", "VBG", "TO"):
        return False
    if here.tags[first] in ("VBD", "VBP") and here.words[first] not in BE | HAVE | DO and not _is_active(here, first):
        return False
    # "He said that it bought": what is told has its own clause, and nothing else comes behind it.
    told = [at + 1 for at in range(start + 1, first) if here.words[at] == "that" and _tells(here, at - 1)]
    start = told[-1] if told else start
    before = here.words[start:first]
    if not _OPENERS.isdisjoint(before) or not _CLAUSE_NOUNS.isdisjoint(before):
        return False
    subject = here.subject(first)
    if subject == first:
        return False
    for at in range(start, first):
        if here.tags[at] in ("WDT", "WP", "WRB", "CC", "EX", "UH") or (here.tags[at] in FINITE and at != first):
            return False
        # "The house he built": one more clause, told of a noun.
        if at > start and here.tags[at] in ("PRP", "DT", "PRP$", "NNP") and here.tags[at - 1] in (*NOUNS, "CD"):
            return at >= subject and here.tags[at] == "NNP" and here.tags[at - 1] == "NNP"
    return True


def _tells(here: Words, at: int) -> bool:
    word = here.words[at]
    told = word in _TAKES or is_of("v clause", word) or is_of("v said", word)
    return told and here.tags[at].startswith(("VB", "JJ"))


def _is_active(here: Words, at: int) -> bool:
    """Whether a past cannot be a participle of the noun before it: it has an object, or another form for that."""
    return "VBN" not in verb_forms(here.words[at]) or here.tag(at + 1) in ("DT", "PRP$", "CD", "PRP", "JJ", "NNS")


def _is_head(here: Words, at: int) -> bool:
    return here.tags[at] in ("NN", "NNS") and here.words[at] not in _CLAUSE_NOUNS - _PRONOUNS


def _belongs(here: Words, at: int) -> bool:
    word, tag = here.words[at], here.tags[at]
    if (word in BE or word in HAVE) and here.tag(at + 1) in ("VBN", "VBG", "RB"):
        return True
    if tag == "VBG" and here.tags[at - 1].startswith("VB") and here.words[at - 1] not in BE:
        return False  # "had listed operating it has": an act may be the subject
    if word in _OPENERS or word in _TAKES - BE or word in _CLAUSE_NOUNS or tag not in (*_PASSED, *FINITE):
        return False
    return not (tag.startswith("VB") and (is_of("v clause", word) or is_of("v said", word)))


def _two_phrases(here: Words, start: int, head: int) -> bool:
    """Whether a noun phrase may end, and the subject of another clause begin, before ``head``."""
    for at in range(start + 1, head + 1):
        tag, before = here.tags[at], here.tags[at - 1]
        if before in NOUNS and (tag in ("DT", "PRP$", "CD", "JJ", "PDT", "NNS") and before != "NNP"):
            return True
        if before.startswith("JJ") and tag in ("DT", "PRP$"):
            return True
        if before in NOUNS and tag in NOUNS and (tag in ("NNP", "NNPS")) != (before in ("NNP", "NNPS")):
            return True
        if before == "NNS" and tag == "NN":
            return True
    return False


def _needs_subject(here: Words, verb: int, stop: int) -> bool:
    """Whether a second verb has its object or predicate behind it, so that no noun before it is that."""
    word, following, tag = here.words[verb], here.word(verb + 1), here.tag(verb + 1)
    if verb + 1 >= stop or following in _MARKS:
        return False
    if word in BE | HAVE | DO or here.tags[verb] == "MD":
        return tag not in ("PRP", "IN") and following not in ("to", "said")
    return tag in ("DT", "PRP$", "CD", "JJ", "NNS", "NNP", "NN")
