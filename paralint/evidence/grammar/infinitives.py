"""Verbs behind "to" in a form that it does not take, and infinitives that have lost their "to"."""

from __future__ import annotations

from paralint.evidence.grammar.verb_slots import OBJECT_TAGS, PARTICLES, WH, VerbSlot
from paralint.evidence.words.closed import NOMINATIVE, NOUNS, words
from paralint.text.morphology import is_noun, verb_forms, word_classes

FINITE_BE = frozenset({"is", "are", "was", "were", "am"})
GOVERNORS = words(
    """
    able unable permitted want wants wanted decide decides decided deciding refuse refuses refused manage
    manages managed forced designed declined declines hopes hoped hoping tries tried trying willing unwilling
    supposed going ways way order chance opportunity ability attempt attempts attempted efforts effort plan
    planned intends intended allowed expected asked told urged scheduled likely unlikely set due ready keen
    eager meant failed fails threatened vowed pledged agreed prepared bound wishes wished easy easier hard
    harder difficult important used like glad sad sorry proud happy known thought believed said reluctant
    determined permission desire need needs needed enough
    """
)
# No noun stands behind "to" here.
_ONLY_INFINITIVE = words(
    """
    able unable declined declines decline refuse refuses refused manage manages managed willing unwilling
    supposed reluctant eager decide decides decided trying tried
    """
)
_WITH_TO = words(
    """
    close closer closest committed dedicated opposed used accustomed key central similar equal open vital
    crucial essential integral subject resistant averse prior due relevant limited devoted resigned critical
    vulnerable fundamental akin preferable superior inferior tantamount conducive amenable immune hostile
    sensitive receptive contrary fatal next near addicted thanks responsive equivalent comparable alternative
    harmful additional related
    """
)
# Words that take "to" as a preposition, and so an -ing form.
_TO_PREPOSITION = _WITH_TO | words(
    """
    approach approaches opposition objection objections alternative alternatives solution key commitment route
    answer end limit limits threat obstacle obstacles barrier barriers response return returns contribution
    addition attention path opposed comes come came look looks looking looked forward used accustomed get gets
    got getting down round around back amount amounts amounted admit admits admitted confess confessed object
    objects objected resort resorts resorted lead leads led leading reduced turn turns turned devoted devote
    dedicated committed commit close closer prior due thanks according switch switched move moves moved moving
    limited similar compared next subject related attributed contributed contribute equate stoop prefer
    preferred preferable owe owed apply applied given give gave gives adds added add attribute link linked
    links tied dedication devotion aversion resistance resistant went go goes gone step steps restricted
    referred refer refers aid pointed point transition respect regard view relation credit attached attach
    near preliminary prelude entitled change changed changes equivalent tantamount as than contrary adjust
    adapt adjusted adapted adjusting adapting stick sticks stuck agreed agree agrees pleaded plead pleads
    bring brings brought extended extend extends extending way means guide introduction approaching reaction
    connection
    """
)
_HAVE_TO = words(
    """
    has have had is are was were afford afforded aim aims aimed aiming tend tends tended appear appears
    appeared seem seems seemed
    """
)
_PHRASE = words(
    """
    NN NNS NNP NNPS DT PRP$ JJ CD POS PRP
    """
)
TELLS = words(
    """
    ask asks asked asking encourage encourages encouraged encouraging urge urges urged urging force forces
    forced forcing allow allows allowed allowing persuade persuaded order orders ordered tell tells told want
    wants wanted expect expects expected enable enables enabled enabling advise advised invite invited require
    requires required permit permitted prompt prompted prompting help helps helped
    """
)
# Verbs with an object and an infinitive, and no clause without a conjunction.
_FORCES = words(
    """
    encourage encourages encouraged encouraging urge urges urged urging force forces forced forcing allow
    allows allowed allowing persuade persuaded order orders ordered enable enables enabled enabling advise
    advised invite invited require requires required permit permitted prompt prompted prompting ask asked asks
    asking compel compels compelled compelling
    """
)
# What takes no noun without a determiner.
_ONLY_WITH_VERB = frozenset(
    {"agreed", "decided", "managed", "declined", "trying", "vowed", "able", "unable", "willing"}
)
# What a bare verb may follow: a clause of its own, or the infinitive of "help".
_WITHOUT_TO = words("like said thought plan plans hope hopes want wants help helps helped")
_GERUND_TOO = words(
    """
    used way ways known said thought like set prepared due order need needs needed plan attempts efforts
    """
)


def behind_to(here: VerbSlot) -> bool:
    """Whether the verb behind "to" is neither an infinitive nor what its preposition takes: "wants to announces"."""
    word, tag, before = here.words[here.verb], here.tags[here.verb], here.before
    forms = verb_forms(word)
    if not forms or "VB" in forms or word in ("'s", "'d"):
        return False
    if word == "been":
        return True
    governed = before in GOVERNORS or (before in _HAVE_TO and here.tag_before.startswith("VB")) or _is_told(here)
    if before in _ONLY_INFINITIVE:
        return here.verb == here.first + 1 or tag not in ("JJ", "NN")
    classes = word_classes(word)
    if "VBG" in forms:
        if word == "being":
            return (governed and before not in _GERUND_TOO) or before in ("is", "are", "was", "were", "not")
        if here.tag_before == "JJ" and before not in _WITH_TO and before not in _GERUND_TOO:
            return here.takes_object or here.tag_following == "NNP"
        if not governed:
            # Nothing near by takes "to" as a preposition.
            near = here.words[max(here.start, here.first - 5) : here.first]
            near += [word.removesuffix("s") for word in near]
            alone = here.tag_before in ("NN", "NNS", "RB") and here.verb == here.first + 1
            if "VBG" in here.tags[max(here.start, here.first - 5) : here.first]:
                return False  # "seeing a doctor to having an operation"
            return (
                alone
                and here.takes_object
                and _TO_PREPOSITION.isdisjoint(near)
                and "from" not in here.words[here.start : here.first]
            )
        if before in _GERUND_TOO:
            return before in ("need", "needs", "set", "due", "ways") and here.takes_object
        return "noun" not in classes or here.takes_object or here.tag_following in ("IN", ".", ",", "RP")
    if not governed:
        # No end of a relative clause: "every man that he spoke to said".
        return (
            forms <= {"VBD"}
            and not classes & {"noun", "adjective"}
            and here.tag_before in ("JJ", "CD")
            and not here.in_clause
        )
    if word in FINITE_BE or word in ("had", "has"):
        return True
    if before in _GERUND_TOO and not here.takes_object:
        return False
    if "VBZ" in forms:
        return not is_noun(word) or here.takes_object
    if here.takes_object:
        return not is_noun(word)
    return "noun" not in classes and (tag in ("VBN", "VBD") or here.tag_following in ("IN", "RP", ".", ","))


def _is_told(here: VerbSlot) -> bool:
    """Whether a verb with an object and an infinitive stands in front of "to": "asked the two firms to"."""
    at = here.first - 1
    if here.tags[at] not in ("NN", "NNS", "NNP", "PRP"):
        return False
    while at > here.start and here.first - at < 6 and here.tags[at] in _PHRASE:
        at -= 1
    return here.words[at] in TELLS


def infinitive(tags: list[str], at: int, last: int) -> int:
    """Return the token in which the infinitive stands that a governor has, its object between them skipped."""
    verb = at + 1
    if tags[verb] == "NN" and tags[verb + 1] in ("DT", "PRP$"):
        return verb
    while verb < last - 1 and verb - at < 5 and tags[verb] in _PHRASE:
        verb += 1
    return verb


def lacks_to(words: list[str], tags: list[str], at: int, last: int) -> bool:
    """Whether a bare verb stands behind a word that takes an infinitive, or behind its object."""
    if at + 2 >= last:
        return False
    if words[at] in _ONLY_WITH_VERB and tags[at + 1] == "NN" and "VB" in verb_forms(words[at + 1]):
        return tags[at + 2] in ("DT", "PRP$")
    verb = infinitive(tags, at, last)
    if verb >= last - 1 or tags[verb] not in ("VB", "VBP"):
        return False
    word, following = words[verb], tags[verb + 1]
    forms = verb_forms(word)
    if "VB" not in forms or ("VBD" in forms and "VBN" in forms) or word == "help":
        return False
    if is_noun(word) and following not in ("DT", "PRP$", "PRP"):
        return False
    takes = following in (*OBJECT_TAGS, "NNP", "NNS", "NN", "JJ", "CD", "TO", "RP") or words[verb + 1] in PARTICLES
    if verb == at + 1:
        if words[at] in _WITHOUT_TO:
            return False
        return words[at] in GOVERNORS and tags[at] != "RB" and word not in ("have", "are", "do", "were") and takes
    if (
        words[at] not in _FORCES
        or not tags[at].startswith("VB")
        or word in ("have", "are", "do", "were", "be", "need", "want")
    ):
        return False
    if tags[verb - 1] not in (*NOUNS, "PRP") or (tags[verb - 1] == "PRP" and words[verb - 1] in NOMINATIVE):
        return False
    return takes and not any(words[before] in WH for before in range(max(0, at - 6), at))
