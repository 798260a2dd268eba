"""What stands behind a verb: an object, somebody who does it, or only what can follow without an object."""

from __future__ import annotations

from paralint.evidence.grammar.clause_parts import past_adverbs
from paralint.evidence.grammar.complements import is_of
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import BE, FINITE, HAVE, NOUNS, Words
from paralint.evidence.grammar.subject_phrases import QUANTITIES
from paralint.evidence.words.closed import PREPOSITIONS, words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.titles import MONTHS
from paralint.text.morphology import word_classes

_DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight mon tue tues wed thu thurs
    fri sat sun
    """
)
_SURE_MODALS = words("will must should can may might could would")
_TIME_WORDS = words("last next this every each earlier later again soon early late overnight twice once")
_SUBORDINATORS = words("when because while where although though as if unless whereas")
_SHIFTED = frozenset({"DT", "CD", "JJ", "NN", "NNS", "NNP", "VBG", "PRP", "PRP$"})
_MEASURES = (
    TIMES
    | _DAYS
    | MONTHS
    | words(
        """
        amount number average vote votes lot bit mile miles metre metres meter meters kilometre kilometres yard yards
        foot
        feet inch inches block blocks percent points point times way place places pounds dollars euros km cent half
        degrees quarter third half fifth weeks ways per deal season game games match round while spring summer autumn
        winter weekend %
        """
    )
)
_BEHIND_OBJECT = frozenset({"IN", ".", ",", "TO", "CC", "RB", "RP", "VBG", "WDT", "WP", "VBN", ":", ";", "''", "``"})
_HARM = words(
    "damage injury confusion anger panic chaos concern havoc misery pain distress trouble outrage alarm unease"
)
_LOOSELY = words("more fewer less some about nearly almost over")
_HOW_MANY = words("dozens hundreds thousands millions several")
_STANDING_ALONE = words("all both that this each those these every any no another")
_PARTICLES = words("up down off out away back over aside")
_CROWDS = words(
    "people commuters passengers visitors fans viewers tourists drivers families companies countries students"
)
_WAYS = words(
    "hand boat train car road sea air bus ship post mail way accident chance night day side foot nature law side"
)
_SELVES = words("himself herself itself themselves")


def is_done_by(here: Words, start: int) -> bool:
    """Whether one who does something begins at ``start``: no time, measure or way."""
    if here.word(start) in ("more", "about", "around", "nearly", "some", "almost", "over"):
        start += 1 + (here.word(start + 1) == "than")
    end = here.phrase(start)
    counted = here.tag(start) == "CD" and here.words[end - 1] not in agents() | _CROWDS
    if end == start or counted or here.tags[start] in ("NN", "VBG", "PRP") or here.tag(end) in ("VBG", "POS"):
        return False
    phrase = here.words[start:end]
    return (
        here.tags[end - 1] in NOUNS
        and here.word(end) != "%"
        and _MEASURES.isdisjoint(phrase)
        and here.words[end - 1] not in _WAYS
    )


def lacks_object(here: Words, at: int, verb: str) -> bool:
    """Whether an adjunct or the end follows a verb, and no object behind it."""
    place = at + 1
    while here.word(place) in _PARTICLES and here.tag(place) in ("RP", "RB", "IN"):
        place += 1
    while here.tag(place) == "RB" and here.word(place) not in ("not", "as", "so", "too"):
        place += 1
    if here.word(place) == "so" and here.word(place + 1) == "far":
        place += 2
    word = here.word(place)
    if here.tag(place) == "VBN" and here.word(place + 1) in PREPOSITIONS and word not in BE:
        return True
    if word in (".", ";"):
        return not is_of("v clause", verb)
    if word == "," and here.words[here.skip_adverbs(at - 1)] in HAVE | _SURE_MODALS:
        return not is_of("v clause", verb) and here.tag(place + 1) not in ("``", "''")
    if word == ",":
        return not is_of("v clause", verb) and here.tag(place + 1) not in ("DT", "PRP$", "NNP", "PRP", "``", "''")
    if word in _DAYS or (word in _TIME_WORDS and here.tag(place + 1) in (*NOUNS, "CD")):
        return here.tag(place + 1) not in ("DT", "PRP$", "POS") or word in _TIME_WORDS
    if word in _SUBORDINATORS:
        return word != "as" or here.word(place + 1) in ("the", "a", "he", "she", "they", "part")
    if word not in PREPOSITIONS or (word == "to" and here.tag(place + 1) == "VB"):
        return False
    if here.word(place + 1) == "at" and here.word(place + 2) in ("least", "most"):
        place += 2
    elif word in ("until", "from") and here.word(place + 1) in ("after", "before", "under", "behind"):
        place += 1
    if here.word(place + 1) in ("least", "most", "order", "fact", "part", "addition", "turn", "full") and word != "in":
        return False
    if here.word(place + 1) in ("between", "about", "around", "nearly", "more", "up", "some", "almost", "over"):
        place += 1 + (here.word(place + 2) in ("than", "to"))
    behind = here.phrase(place + 1)
    if word == "in" and here.word(place + 1) in ("full", "part", "public", "private", "vain", "secret", "person"):
        behind = place + 2
    if behind == place + 1:
        return here.tag(place + 1) == "VBG" and word in ("by", "for", "after", "before", "without")
    # An object may wait behind the phrase.
    if here.word(behind) in ("of", "'s"):
        behind = max(behind, here.phrase(behind + 1))
    following = here.tag(behind)
    if following in _SHIFTED and here.word(behind) not in _DAYS | _TIME_WORDS and following not in ("CD", "NNP"):
        return here.word(behind) in _SUBORDINATORS
    return here.word(behind) not in ("that", "what", "how", "whether", "a", "an", "the")


def is_stranded(here: Words, at: int) -> bool:
    """Whether a preposition without an object follows, whose object is the subject: "will be responded to"."""
    place = at + 1
    if here.word(place) not in PREPOSITIONS | {"about", "over", "up", "off"}:
        return False
    following = here.word(place + 1)
    ends = following in (".", ",", ";", "by", "and", "in", "within", "when", "as", "with", "at")
    return ends or here.tag(place + 1) in ("RB", "CC")


def object_end(here: Words, start: int) -> int:
    """Return the token behind an object that begins at ``start``; 0 if none does for certain."""
    tag, word = here.tag(start), here.word(start)
    if word in ("him", "them", "me", "us") and here.tag(start + 1) in _BEHIND_OBJECT:
        return start + 1
    if word in _LOOSELY and tag in ("JJR", "RBR", "DT", "RB", "IN"):
        number = start + 1 + (here.word(start + 1) == "than")
        return _phrase(here, number, counted=True, money=False) if here.tag(number) in ("CD", "$") else 0
    bare = _bare_object(here, start)
    if bare is not None:
        return bare
    money = word in ("£", "€", "$")
    counted = tag == "CD" or word in _HOW_MANY
    plain = tag == "NNS" and "verb" not in word_classes(word) and word not in _MEASURES
    if tag not in ("DT", "PRP$", "$") and not (counted or plain or money):
        return 0
    following = here.word(start + 1)
    if word == "no" and here.tag(start + 1) in ("NN", "NNS", "JJ") and following not in ("one", "more", "longer"):
        end = here.phrase(start + 1)
        return end if end > start + 1 and here.word(end) in (",", ".", "in", "at", "for", "from", "to") else 0
    if tag == "DT" and word in _STANDING_ALONE:
        return 0
    return _phrase(here, start, counted=counted, money=money)


def _bare_object(here: Words, start: int) -> int | None:
    """Return the token behind an object without an article, 0 if it goes on; None if there is no such object."""
    tag, word = here.tag(start), here.word(start)
    following = here.tag(start + 1)
    if word == "money" and here.word(start + 1) in (".", ",", "since", "ever", "for", "in", "on", "every"):
        return start + 1
    if word == "her" and following == "IN":
        return start + 1
    if tag == "NN" and following == "NNS" and not {word, here.words[start + 1]} & _MEASURES:
        return start + 2 if here.tag(start + 2) in (",", "IN", ".") and word not in ("home", "part") else 0
    if tag == "NN" and (word.endswith("ness") or word in _HARM) and following in ("IN", ".", ",", "CC"):
        return start + 1  # "the drug is caused sleepiness in some"
    return None


def _phrase(here: Words, start: int, *, counted: bool, money: bool) -> int:
    """Return the token behind a noun phrase that is an object; 0 if it may be a measure, or begin a clause."""
    end = here.phrase(start)
    if end == start and here.tag(start) in ("DT", "PRP$") and "noun" in word_classes(here.word(start + 1)):
        return start + 2 if here.tag(start + 2) in ("IN", ".", ",", "CC") else 0
    if here.word(end) == "of" and here.words[end - 1] in QUANTITIES:
        end = here.phrase(end + 1)
    if end == start:
        return 0
    if not money and not _MEASURES.isdisjoint(here.words[start:end]):
        return 0
    last = here.tags[end - 1]
    if (last not in ("NN", "NNS", "NNP") and not money) or (counted and last == "NNP"):
        return 0
    acts = here.has_finite(end, min(here.last, end + 2))
    if acts and here.word(end) != "," and here.tag(end) not in ("WDT", "WP", "IN", "."):
        return 0
    # A clause may begin: "when it was destroyed the town was rich".
    if here.tag(past_adverbs(here, end)) in FINITE:
        return 0
    return end if here.tag(end) in _BEHIND_OBJECT or here.word(end) in _SELVES | {"that", "who"} else 0
