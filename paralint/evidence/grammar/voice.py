"""Verbs in the wrong voice: things that act as they are acted on, and changes put into a passive that they have not.

"The letters can find in the archive", "the goods are producing in Vietnam", "the palace damaged in the war": what
undergoes an act is the subject of a passive (Quirk et al. 1985, 3.63 ff.). "The child was fallen", "the temperature was
dropped to ten degrees": what happens by itself has none (16.18). A thing is told by its noun, and a verb by a list of
those that act upon something.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.predicates import BE, HAVE, NOUNS, Words, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_BEHIND = words(
    """
    in on at by during after before since near until under to for with from into of when while because where as
    throughout between within without every yesterday today tomorrow again soon
    """
)
_TIMES = words("next last this every two three")
_SPEAKS = words(
    """
    report study survey law bill article paper poll data research programme program analysis document letter figures
    statement newspaper magazine website site page evidence results test tests investigation inquiry machine robot
    computer system software model app phone engine camera light device car bus train plane ship boat truck van
    lorry aircraft storm fire flood quake earthquake wind disease virus army force forces country countries state
    states city town village agency authority ministry office firm company bank club party union government church
    school university hospital court jury market store shop factory plant industry brand label studio theatre
    theater museum restaurant hotel animal animals dog dogs cat cats bird birds fish insects bees mice horse horses
    lions wolves bear bears cattle cells cell bacteria plants brain body
    """
)
# What is published or decided says something, but does not publish itself.
_TEXTS = words(
    """
    report study survey law bill article paper poll data research document letter figures statement evidence results
    test tests investigation analysis
    """
)
_ISSUED = (
    *(
        "publish",
        "releas",
        "announc",
        "disclos",
        "unveil",
        "draft",
        "sign",
        "repeal",
        "amend",
        "adopt",
        "abolish",
        "edit",
    ),
    *("approv", "ratif", "compil", "conduct", "commission", "submit", "print", "leak", "present", "rewrit", "withh"),
)
_MEASURES = words(
    """
    temperature temperatures price prices number numbers rate rates share shares sales profit profits rent rents
    rainfall demand output income population unemployment inflation revenue revenues turnover debt deficit traffic
    exports imports level levels cost costs wages salaries attendance economy
    """
)
_CHANGES = words("dropped fallen risen grown soared jumped climbed surged plunged peaked plummeted slid sunk dipped")
_ONE_WAY = {
    "become": _BEHIND | {"a", "an", "the", "president", "more", "very"},
    "come": words("from to into with after"),
    "gone": words("to into back home on"),
    "fallen": words("from into on off down by over"),
    "arisen": words("in from after . ,"),
    "failed": words("on in . after because when"),
    "begun": words("to"),
    "laughed": words(". , when loudly and"),
}
_EVENTFUL = words("hold holds held holding")
_EVENTS = words(
    """
    match matches game games election elections meeting meetings ceremony ceremonies funeral funerals conference
    conferences race races festival festivals exhibition exhibitions trial trials talks vote votes referendum hearing
    hearings tournament event events celebration celebrations auction final finals contest ballot inquest summit
    """
)
_CARRIED = words("taken taking take sent sending send brought bringing bring rushed rushing airlifted")
_KEPT = words("holding detaining treating held detained treated keeping")
_SHUT = words(
    "hospital hospitals prison prisons jail jails custody cells camp camps clinic clinics station safety court"
)
_WELL = words("after from quickly fully slowly")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in the wrong voice, in reading order: ``acted-on`` and ``happening``."""
    return tuple(_slips(document))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Return the forms of verbs that may stand in the wrong voice."""
    others = {"expecting", "recovered"}
    return classes()["v acted"].union(others, _CARRIED, _KEPT, _EVENTFUL, _ONE_WAY, _CHANGES)


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _verbs())):
        tag, word = here.tags[at], here.words[at]
        if not here.first + 2 <= at < here.last - 1 or here.words[here.last - 1] == "?":
            continue
        if tag not in ("VB", "VBN", "VBD", "VBG", "NN", "VBP", "NNS", "JJ"):
            continue
        if word in _CARRIED or word in _KEPT:
            yield from _carried(here, at)
        if is_of("v acted", word) or word in _EVENTFUL or word == "expecting":
            yield from _acted(here, at)
        elif word in _ONE_WAY or word in _CHANGES or word == "recovered":
            yield from _happening(here, at)


def _group(here: Words, at: int) -> int:
    """Return the first token of the active verb group that ends at ``at``; -1 if there is none or it is passive."""
    before = here.skip_adverbs(at - 1)
    if before < here.first:
        return -1
    word, forms = here.words[before], verb_forms(here.words[at])
    if word in HAVE and "VBN" in forms:
        return before
    if here.tags[before] == "MD" and word != "'d" and "VB" in forms:
        return before
    if word in ("is", "are", "was", "were") and here.tags[at] == "VBG":
        return before
    if word in ("be", "been") and here.tags[at] == "VBG":
        outer = here.skip_adverbs(before - 1)
        return outer if outer >= here.first and (here.tags[outer] == "MD" or here.words[outer] in HAVE) else -1
    return -1


def _head(here: Words, group: int) -> int:
    """Return the head of the subject that stands before a verb group, with the phrases behind it; -1 if unsure."""
    end = here.skip_adverbs(group - 1) + 1
    for start in range(end - 1, max(here.first, end - 9) - 1, -1):
        opens = start == here.first or here.words[start - 1] in (
            ",",
            "that",
            "and",
            "but",
            "when",
            "because",
            ";",
            "if",
        )
        if opens and here.subject_phrase(start) == end and here.phrase(start) > start:
            return here.phrase(start) - 1
    if here.words[end - 1] in ("which", "that") and here.tags[end - 1] in ("WDT", "IN"):
        before = end - 2 - (here.word(end - 2) == ",")
        return before if before >= here.first and here.tags[before] in ("NN", "NNS") else -1
    return -1


def is_thing(here: Words, head: int, verb: str = "") -> bool:
    """Whether a noun names nobody who acts; what is published is a thing for verbs of publishing."""
    word = here.words[head]
    if word in _TEXTS and verb.startswith(_ISSUED):
        return here.tags[head] in ("NN", "NNS")
    acts = word in agents() or word in _SPEAKS or word in ("people", "groups") or word.endswith(("ist", "ists", "ers"))
    return here.tags[head] in ("NN", "NNS") and not acts


def _ends(here: Words, at: int) -> bool:
    """Whether what follows a verb is no object: an adjunct or the end."""
    following, tag = here.word(at + 1), here.tag(at + 1)
    if following in (".", ";", ","):
        return True
    if following in _TIMES and following not in ("two", "three"):
        return here.tag(at + 2) in ("NN", "NNS", "NNP", "CD")
    if following in ("and", "but"):
        # "Has since abolished and prices have risen": another clause begins.
        verb = here.subject_phrase(at + 2)
        return (
            verb > at + 2
            and here.tag(verb) in ("VBZ", "VBD", "MD", "VBP")
            and here.words[here.skip_adverbs(at - 1)] in HAVE
        )
    if following == "further" and here.word(at + 2) in ("if", "when", "by", "in", ".", ","):
        return True
    if tag == "RB" and following.endswith("ly"):
        return here.word(at + 2) in _BEHIND | {".", ","}
    if following not in _BEHIND or (following == "as" and here.word(at + 2) == "well"):
        return False
    if following in ("to", "of", "for", "into") and here.tag(at + 2) == "VB":
        return False
    # "Can find in the archive what they need": the object may wait.
    behind = here.phrase(at + 2)
    return here.word(behind) not in ("that", "what", "how", "a", "an", "the") and here.tag(behind) not in ("JJ", "NNS")


def _acted(here: Words, at: int) -> Iterator[Slip]:
    group = _group(here, at)
    if group < 0:
        yield from _bare(here, at)
        return
    word = here.words[at]
    expected = word == "expecting" and here.word(at + 1) == "to" and here.tag(at + 2) == "VB"
    if not (expected or _ends(here, at)):
        return
    head = _head(here, group)
    if head < 0 or not is_thing(here, head, word) or (word in _EVENTFUL and here.words[head] not in _EVENTS):
        return
    relative = here.words[here.skip_adverbs(group - 1)] in ("which", "that")
    start = here.subject(group) if not relative else head
    # "The house the storm has destroyed": what stands in front may be the object.
    if not relative and here.lost_object(group) and start != here.first:
        return
    before = here.words[max(here.first, head - 9) : head]
    if "what" in before or "which" in before or "whatever" in before:
        return
    yield Slip("acted-on", group, at)


def _carried(here: Words, at: int) -> Iterator[Slip]:
    """Yield those who carry, and are meant to be carried: "will be sending home", "have taken to three hospitals"."""
    group = _group(here, at)
    if group < 0:
        return
    following, behind = here.word(at + 1), here.phrase(at + 2)
    if here.words[at] in _KEPT:
        away = following in ("in", "at") and here.words[behind - 1] in _SHUT
    else:
        away = (
            following == "home"
            and here.word(at + 2) in _BEHIND | {".", ",", "next", "last"}
            and here.word(at + 2) != "to"
        ) or (following == "to" and here.words[behind - 1] in _SHUT)
    head = _head(here, group) if away else -1
    if head >= 0 and here.tags[head] in NOUNS and here.word(behind) in _BEHIND | {".", ",", "and"}:
        yield Slip("acted-on", group, at)


def _bare(here: Words, at: int) -> Iterator[Slip]:
    """Yield a participle that is the only verb of its sentence: "the palace damaged in the earthquake of 1999"."""
    word = here.words[at]
    if "VBN" not in verb_forms(word) or not here.stopped or here.words[at + 1] not in _BEHIND | {"last"}:
        return
    if here.word(here.first) not in ("the", "a", "an", "his", "her", "their", "its", "this", "two", "three"):
        return
    if here.subject_phrase(here.first) != at or any(True for _ in here.others(at)):
        return
    if here.words[here.first - 1] in (":", "–", "—") or "," in here.words[at : here.last]:
        return
    head = here.phrase(here.first) - 1
    if here.tags[head] in NOUNS and (is_thing(here, head, word) or here.words[at + 1] == "by"):
        yield Slip("acted-on", head, at)


def _happening(here: Words, at: int) -> Iterator[Slip]:
    """Yield a passive of what happens by itself: "the child was fallen from the balcony"."""
    word, following = here.words[at], here.word(at + 1)
    auxiliary = here.skip_adverbs(at - 1)
    if auxiliary <= here.first or here.words[auxiliary] not in BE - {"'s", "being", "is", "are"}:
        return
    if here.tags[at] not in ("VBN", "VBD", "VB", "JJ"):
        return
    subject = here.skip_adverbs(auxiliary - 1)
    if here.words[auxiliary] == "be" and here.tags[subject] not in ("MD", "TO"):
        return
    if word == "recovered" and here.words[auxiliary] not in ("was", "were"):
        return
    if here.words[auxiliary] in ("was", "were") and here.tags[subject] not in (*NOUNS, "PRP", "WDT", "WP"):
        return
    if any(here.words[place] in ("what", "where", "who") for place in range(max(here.first, auxiliary - 6), subject)):
        return
    if word == "recovered":
        wrong = here.words[subject] in agents() - {"body", "bodies"} and following in _WELL
    elif word in _CHANGES and here.words[subject] in _MEASURES:
        wrong = following in ("to", "by", "from", "below", "above", "sharply", "slightly")
        wrong = wrong and here.word(at + 2) != "the"
    else:
        wrong = following in _ONE_WAY.get(word, frozenset())
    if wrong and not here.has_finite(at + 1, min(at + 3, here.last)):
        yield Slip("happening", auxiliary, at)
