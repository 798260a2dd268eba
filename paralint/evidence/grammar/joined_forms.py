"""Verbs joined over their objects in forms that cannot be joined: "closed the plant and laying off staff".

What "and" joins has one form (Quirk et al. 1985, 13.44 ff.): the second of two finite verbs is finite, behind a modal
or "to" it is bare, behind a preposition it has "-ing", in a passive it is a participle. Here the first verb stands some
words before, with an object or phrases of place and time between. A form of the other kind is right where something
else in the sentence asks for it, so a sentence in which anything else could is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.joined_verbs import joinings
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOUNS, RELATIVE, Words, standing
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_SURE_OBJECT = frozenset({"DT", "PRP$", "PRP"})
_CLAUSE_ENDS = frozenset({",", ";", "—", "–", "because", "when", "where", "after", "before", "if", "while"})
_JOINING = frozenset({"and", "or", "but"})
_REACH = 12  # tokens between the verbs
_NO_GERUND = words(
    """
    following including regarding concerning according being leading ruling depending judging
    assuming considering excluding barring owing pending during nothing something anything everything growing rising
    falling surviving remaining missing existing missing willing outstanding interesting exciting ongoing thing king
    evening morning spring string ring wedding ceiling
    """
)
# These take an act as their object, or an object and what it does: "enjoyed food and reading", "saw him and".
_TAKES_ACT = words(
    """
    admit adore advise advocate afford allow announce anticipate appreciate attempt avoid ban balance bear become began
    begin blame bring catch celebrate cease combine come comprise concern condemn confess consider contemplate continue
    cover debate defend define delay demand deny describe despise detest discourage discover
    discuss dislike do dread encompass encourage endure enjoy ensure entail envisage escape exclude explain face fancy
    favour favor fear feature feel find finish forbid forget get give go halt handle hate have hear help imagine
    imply include indicate involve juggle justify keep know lead learn leave like limit link list love make manage
    mean mention mind miss mix need notice observe offer oppose order permit pictured plan practise practice
    prefer prevent prioritise prohibit promote propose protect provide quit reach recall recommend record reduce regret
    rejoice reject remain remember report require research resent resist restrict resume risk save say scare scrap see
    send set show smell spend sponsor stand start stop struggle study stress suffer suggest support take teach tell
    tolerate train try understand urge value visualise want warn watch welcome witness accuse acknowledge address
    affect assess back cause cite compare contain control cut deal end fight fund mark mix name note outline picture
    prize promise prove question range say see seem sound specify state talk think turn use view weigh work worry
    """
)
_INSIDE = NOUNS | {"DT", "PRP$", "PRP", "JJ", "JJR", "JJS", "CD", "POS", "RB", "RP", "$", "HYPH", "TO", "IN"}
_PLACES = words("in at from into onto on through across over near to inside outside under behind within around off")
_OBJECT = frozenset({"DT", "PRP$", "PRP", "NNP", "CD"})
_BEHIND = _OBJECT | {"IN", "RP", "TO", "NNS", "NN", "JJ", "RB", "$"}
_CAUSING = words(
    """
    let lets letting make makes made making help helps helped helping have has had see sees saw seen hear heard watch
    watched feel felt than rather better dare dares dared need needs insist insisted insists demand demanded demands
    recommend recommended suggest suggested propose proposed urge urged ask asked order ordered that to if lest
    whether who which what please why how not do does did n't and/or either both
    """
)
_SINGULAR = frozenset({"he", "she", "it"})
_SUDDEN = words(
    """
    stabs shoots kills throws grabs jumps hits breaks arrives escapes flees steals punches kicks slaps strangles drags
    smashes crashes collapses explodes dies drowns vanishes disappears resigns quits scores wins loses steps pushes
    pulls picks puts takes gives finds catches drops slams fires aims lands strikes burns bursts sinks falls climbs
    snatches seizes robs rams injures wounds attacks arrests detains sentences jails fines orders sells buys signs goes
    comes leaves opens closes enters returns turns walks runs drives flies hands sends brings asks tells shows meets
    """
)
_HABIT = words(
    """
    now today still always often usually also never every regularly sometimes currently normally each weekly daily
    nowadays annually
    """
)
_TAKES_ING = words(
    """
    by of for from without after before
    ban bans banned enjoy enjoys enjoyed avoid avoids avoided dislike dislikes disliked recommend recommends recommended
    involve involves involved include includes included forbid forbids forbade consider considers considered deny denies
    denied admit admits admitted prohibit prohibits prohibited finish finished risk risks risked keep keeps kept
    """
)
_RESULTS = words(
    """
    killing injuring wounding leaving causing forcing destroying damaging cutting closing blocking flooding burning
    trapping displacing stranding prompting triggering sparking halting disrupting delaying costing smashing breaking
    shattering hitting crushing sinking drowning wrecking ruining toppling uprooting cracking splitting breaching
    severing infecting poisoning knocking throwing preventing stopping paralysing paralyzing crippling shutting
    """
)
_MODALS = frozenset({"will", "must", "should", "would", "could", "can", "may", "might", "shall"})
_TOLD = words("said told added wrote explained argued claimed warned insisted noted stressed admitted says adds")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a form that what they are joined to does not have, from their conjunction on."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, at, verb in joinings(document, _JOINING):
        tag, word = here.tags[verb], here.words[verb]
        if tag == "NNS" and word in _SUDDEN and here.tag(verb + 1) in _SURE_OBJECT:
            tag = "VBZ"
        elif tag == "NN" and "noun" not in word_classes(word) and "VB" in verb_forms(word):
            tag = "VB"
        if tag == "VBG":
            wrong = here.words[at] != "but" and word.endswith("ing") and _ing(here, at, verb)
        elif tag in ("VB", "VBP"):
            wrong = _bare(here, at, verb)
        elif tag == "VBZ":
            wrong = _present(here, at, verb)
        elif tag in ("VBD", "VBN"):
            wrong = here.words[at] == "and" and verb == at + 1 and _past_behind_ing(here, at, verb)
        elif tag == "TO":
            wrong = here.tag(verb + 1) == "VB" and verb == at + 1 and _infinitive(here, at)
            verb += 1
        else:
            continue
        if wrong:
            yield Slip("uneven", at, verb)
    for here, at in standing(document, places_of(document, frozenset({","}))):
        if here.tags[at + 1 : at + 2] == ["VBD"] and _past(here, at, at + 1):
            yield Slip("uneven", at + 1, at + 1)


def _ing(here: Words, at: int, verb: int) -> bool:
    """Whether an -ing form is joined to a finite verb, or to one behind a modal or "to"."""
    word = here.words[verb]
    if word in _NO_GERUND or here.tag(verb + 1) not in _BEHIND:
        return False
    if "adjective" in word_classes(word) and here.tag(verb + 1) not in _SURE_OBJECT | {"IN"}:
        return False
    if here.tag(verb + 1) in ("NN", "NNS", "JJ") and here.tag(verb + 2) in FINITE:
        return False
    if "VBG" in here.tags[here.first : at]:
        return False
    first = _first_verb(here, at)
    if first is None or here.words[first] in BE | HAVE | DO or _is_of_act(here.words[first]):
        return False
    if any(inner.endswith("ing") for inner in here.words[first:at]):
        return False
    ahead = here.skip_adverbs(first - 1)
    if ahead < here.first:
        return False
    tag = _form(here, first)
    if tag in ("VBD", "VBZ"):
        goes_on = here.tags[ahead] in (",", "CC") and tag in here.tags[here.first : ahead]
        plain = goes_on or here.tags[ahead] in (*NOUNS, "PRP", "WP", "WDT")
        sure = goes_on or here.tags[ahead] == "PRP" or tag == "VBZ" or "VBN" not in verb_forms(here.words[first])
        finite = plain and (sure or not any(here.others(first)))
    elif tag == "VB":
        finite = here.tags[ahead] in ("MD", "TO") or _is_series(here, first)
    elif tag == "VBN":
        finite = here.words[ahead] in HAVE
    else:
        finite = False
    return finite and _is_plain(here, first, at) and not _is_subject(here, verb)


def _form(here: Words, at: int) -> str:
    """Return the tag of a verb, a bare one behind a modal or "to" told though it is tagged as a noun."""
    tag, word = here.tags[at], here.words[at]
    before = here.skip_adverbs(at - 1)
    if tag in ("NN", "VBP", "JJ", "JJR") and before >= here.first and here.tags[before] in ("MD", "TO"):
        return "VB" if "VB" in verb_forms(word) else tag
    return tag


def _is_of_act(word: str) -> bool:
    """Whether a form belongs to a verb whose object may be an act."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")}
    stems |= {stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]}
    stems |= {word.removesuffix(ending) + "y" for ending in ("ies", "ied") if word.endswith(ending)}
    return not _TAKES_ACT.isdisjoint(stems) or word in _IRREGULAR


_IRREGULAR = words(
    """
    became brought caught came dealt did forgot found fought felt forbade gave went kept knew led left made meant
    said saw sent set showed spent stood taught told thought took understood got had was were chose
    """
)


def _first_verb(here: Words, at: int) -> int | None:
    """Return the verb that is joined at ``at``: the nearest before it, with an object and phrases behind it."""
    end = at - 1
    if here.words[end] == ",":
        end -= 1
    for place in range(end, max(here.first, at - _REACH) - 1, -1):
        tag = _form(here, place)
        if tag.startswith("VB"):
            return place
        if tag not in _INSIDE:
            return None
    return None


def _is_plain(here: Words, first: int, at: int) -> bool:
    """Whether only an object and phrases of place or time stand between a verb and its conjunction."""
    for place in range(first + 1, at):
        if here.tags[place] not in ("IN", "TO"):
            continue
        of_what = here.words[place] == "of" and here.tags[place - 1] in NOUNS
        if not (of_what or here.words[place] in _PLACES) or here.tag(place + 1) not in _OBJECT:
            return False
    return True


def _is_subject(here: Words, verb: int) -> bool:
    """Whether a finite verb follows that an -ing form may be the subject of."""
    for place in range(verb + 1, here.last):
        word = here.words[place]
        if word in RELATIVE or word in _CLAUSE_ENDS:
            return False
        if here.tags[place] in FINITE:
            return True
    return False


def _bare(here: Words, at: int, verb: int) -> bool:
    """Whether a bare verb is joined to a finite one, a participle or an -ing form behind a preposition."""
    word = here.words[verb]
    doubtful = "noun" in word_classes(word) and here.tag(verb + 1) not in _OBJECT
    if "VBD" in verb_forms(word) or (doubtful and here.tag(verb + 1) != "NNS"):
        return False
    if word in BE | HAVE | DO or word in _CAUSING or here.tag(verb + 1) not in _BEHIND | {"."}:
        return False
    before = here.words[here.first : at]
    if not _CAUSING.isdisjoint(before) or "MD" in here.tags[here.first : at] or "TO" in here.tags[here.first : at]:
        return False
    if any(tag in ("VB", "VBP") for tag in here.tags[here.first : at]) or '"' in before or "“" in before:
        return False
    first = _first_verb(here, at)
    if first is None or here.words[first] in BE | HAVE | DO:
        return False
    ahead = here.skip_adverbs(first - 1)
    if ahead < here.first:
        return False
    tag = here.tags[first]
    if tag in ("VBD", "VBN") and _is_series(here, first):
        return True
    if doubtful and tag != "VBG":
        return False
    if tag == "VBG":
        return here.tags[ahead] == "IN" and here.words[ahead] in ("by", "for", "of", "from", "after", "without", "in")
    if tag == "VBN" and here.words[ahead] in ("were", "are"):
        lacks = here.tag(verb + 1) in ("IN", "RB", ".")
        return lacks and here.tags[verb] != "VBP" and is_of("v object", word)
    if tag in ("VBD", "VBN", "VBZ") and (here.tags[ahead] in ("NN", "NNP", "PRP", ",", "CC")):
        return _is_of_one(here, at)
    return False


def _is_series(here: Words, first: int) -> bool:
    """Whether a verb goes on a series of its form: "sealed the street, burned tyres and"."""
    if here.words[first - 1] != ",":
        return False
    earlier = here.tags[here.first : first - 1]
    tag = _form(here, first)
    if tag == "VB":
        return any(pair in (("MD", "VB"), ("TO", "VB")) for pair in pairwise(earlier))
    if tag in ("VBD", "VBN"):
        return "VBD" in earlier or any(
            here.words[place] in HAVE and here.tags[place + 1] in ("VBN", "VBD")
            for place in range(here.first, first - 2)
        )
    return False


def _is_of_one(here: Words, at: int) -> bool:
    """Whether all finite verbs before a conjunction have one form, and the first of them a subject that is one."""
    verbs = [place for place in range(here.first, at) if here.tags[place] in FINITE]
    if (
        not verbs
        or len({here.tags[place] for place in verbs}) != 1
        or not RELATIVE.isdisjoint(here.words[here.first : at])
    ):
        return False
    subject = here.skip_adverbs(verbs[0] - 1)
    if subject < here.first or here.words[verbs[0]] in BE | HAVE | DO:
        return False
    if here.words[subject] in _SINGULAR:
        return True
    start = here.subject(verbs[0])
    alone = start == here.first or here.words[start - 1] in (",", "but", "then", "when", "as", ";", "where")
    return alone and here.tags[subject] == "NN" and here.tags[start] in ("DT", "PRP$")


def _present(here: Words, at: int, verb: int) -> bool:
    """Whether a sudden act in the present is joined to one in the past, or a present to a verb behind a modal."""
    word = here.words[verb]
    before = here.tags[here.first : at]
    if not _HABIT.isdisjoint(here.words[here.first : here.last]) or here.tag(verb + 1) not in _BEHIND:
        return False
    if not (_TOLD | {"who", "which", "that", "when", "if"}).isdisjoint(here.words[here.first : here.last]):
        return False
    if '"' in here.words[here.first : here.last] or "“" in here.words[here.first : here.last]:
        return False
    first = _first_verb(here, at)
    if first is None:
        return False
    ahead = here.skip_adverbs(first - 1)
    if ahead < here.first:
        return False
    tag = here.tags[first]
    if tag in ("VBD", "VBN") and _is_series(here, first) and not {"VBZ", "VBP", "MD"} & set(before):
        return word not in BE | HAVE | DO
    if "noun" in word_classes(word) and here.tag(verb + 1) not in _SURE_OBJECT:
        return False
    if tag == "VBD" and word in _SUDDEN:
        if "VBZ" in before or "VBP" in before or "MD" in before:
            return False
        subject = here.tags[ahead] in ("PRP", "NN", "NNP", ",", "CC")
        return subject and here.words[first] not in BE | HAVE | DO | {"grew", "lived", "moved"}
    if _form(here, first) == "VB":
        modals = [place for place in range(here.first, at) if here.tags[place] in FINITE]
        if len(modals) != 1 or here.words[modals[0]] not in _MODALS or "to" in here.words[here.first : at]:
            return False
        return word not in BE | HAVE | DO
    return False


def _infinitive(here: Words, at: int) -> bool:
    """Whether an infinitive is joined to an -ing form that a preposition, or a verb, asks for."""
    before = here.tags[here.first : at]
    if "MD" in before or any(pair == ("TO", "VB") for pair in pairwise(before)):
        return False
    if here.words[at - 1] == "," or here.words[at] == "but":
        return False
    first = _first_verb(here, at)
    if first is not None and here.tags[first] == "VBD":
        return _is_series(here, first) and here.words[first] not in BE | HAVE | DO
    if first is None or here.tags[first] != "VBG" or not here.words[first].endswith("ing"):
        return False
    ahead = here.skip_adverbs(first - 1)
    if ahead < here.first:
        return False
    return here.words[ahead] in _TAKES_ING


def _past(here: Words, at: int, verb: int) -> bool:
    """Whether a past form goes on with a list behind "had": "had visited the farm, drank tea and left"."""
    word = here.words[verb]
    forms = verb_forms(word)
    if "VBN" in forms or "VBD" not in forms or word in _TOLD or word in BE | HAVE | DO:
        return False
    first = _first_verb(here, at + 1)
    if first is None or here.tags[first] not in ("VBN", "VBD") or "VBN" not in verb_forms(here.words[first]):
        return False
    auxiliary = here.skip_adverbs(first - 1)
    if auxiliary <= here.first or here.words[auxiliary] not in ("had", "has", "have", "'d", "'ve"):
        return False
    subject = here.tags[here.skip_adverbs(auxiliary - 1)]
    ahead = [
        inner
        for place, inner in enumerate(here.words[here.first : auxiliary], here.first)
        if inner != "that" or not here.tag(place - 1).startswith("V")
    ]
    goes_on = any(inner in ("and", "or") for inner in here.words[verb : min(here.last, verb + 10)])
    clause = {"who", "which", "that", "when", "after", "because", "once", "if", "as", "since"}
    return subject in (*NOUNS, "PRP") and goes_on and clause.isdisjoint(ahead)


def _past_behind_ing(here: Words, at: int, verb: int) -> bool:
    """Whether a past form is joined to an -ing form behind a comma: ", killing two people and left hundreds"."""
    if here.tag(verb + 1) not in ("DT", "PRP$", "CD", "PRP", "NNS") or here.words[verb] in BE | HAVE | DO | _TOLD:
        return False
    first = _first_verb(here, at)
    if first is None or here.words[first] not in _RESULTS or first - 2 < here.first or here.words[at - 1] == ",":
        return False
    return here.words[first - 1] == "," and here.has_finite(here.first, first - 1)
