"""Verbs that are joined in forms that cannot be joined: "baked and selling by", "closed the plant and laying off".

What "and" joins has one form (Quirk et al. 1985, 13.44 ff.): the second of two finite verbs is finite, behind a modal
or "to" it is bare, behind a preposition it has "-ing", in a passive it is a participle. A form of the other kind is
right where something else in the sentence asks for it, so a sentence in which anything else could is left alone. Kinds:
``joined`` for verbs with nothing between that could, ``uneven`` for those over their objects and in series.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.coordinations import Coordination, Verb, coordinations
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOMINATIVE, NOUNS, RELATIVE, Words
from paralint.evidence.words.closed import DEMANDS, LETS, MODALS, words
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms, word_classes

_AUXILIARIES = BE | HAVE | DO
_OBJECT = frozenset({"DT", "PRP$", "PRP", "NNP", "CD"})
_SURE_OBJECT = frozenset({"DT", "PRP$", "PRP"})
_BEHIND = _OBJECT | {"IN", "RP", "TO", "NNS", "NN", "JJ", "RB", "$"}
_NO_ITEMS = words("including following according regarding concerning meaning saying adding citing using being having")
_NO_GERUND = _NO_ITEMS | words(
    """
    leading ruling depending judging assuming considering excluding barring owing pending during nothing something
    anything everything growing rising falling surviving remaining missing existing willing outstanding interesting
    exciting ongoing thing king evening morning spring string ring wedding ceiling living standing surrounding
    outgoing incoming voting drinking training fishing farming wellbeing
    """
)
# These take an act as their object, or an object and what it does: "enjoyed food and reading", "saw him and".
_TAKES_ACT = words(
    """
    accuse acknowledge address admit adore advise advocate affect afford allege allow announce anticipate appreciate
    assess attempt avoid balance ban bear become begin blame cause cease celebrate cite combine compare comprise
    concern condemn confess consider contain contemplate continue control cover debate defend define delay demand
    deny describe despise detest discourage discover discuss dislike do dread encompass encourage endure enjoy
    ensure entail envisage escape exclude explain face fancy favor favour fear feature feel find finish forbid
    forget halt handle hate have hear help imagine imply include indicate involve juggle justify keep know learn
    leave like limit link list love make manage mean mention mind miss need note notice observe offer oppose order
    outline permit plan practice practise prefer prevent prioritise prize prohibit promise promote propose protect
    prove provide question quit recall recommend record reduce regret reject rejoice remain remember report require
    research resent resist restrict resume risk save scare scrap see seem smell sound specify spend sponsor stand
    start state stop stress struggle study suffer suggest support talk teach tell think tolerate train try
    understand urge use value view visualise want warn watch weigh welcome witness work worry
    """
)
_PLACES = words("in at from into onto on through across over near to inside outside under behind within around off")
_ADJUNCT = words("in on at by to for with from into")
_CAUSING = (
    DEMANDS
    | LETS
    | words(
        """
    have has had feel felt than rather better dare dares dared need needs that if lest whether who which what please
    why how not do does did n't and/or either both
    """
    )
)
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
_ASKS_ING = frozenset(("by", "for", "of", "from", "after", "before", "without", "with"))
_TAKES_ING = words(
    """
    ban enjoy avoid dislike recommend involve include forbid consider deny admit prohibit finish risk keep
    """
)
_CHARGES = words(
    """
    accused charged convicted guilty suspected acquitted jailed fined arrested capable incapable accuse accuses charge
    suspicion cleared
    """
)
_STATES = words("follows involves includes means marks affects covers contains concerns requires applies remains")
_NEAR = 5  # tokens from an infinitive to the conjunction
_TOLD = words("said told added wrote explained argued claimed warned insisted noted stressed admitted says adds say")
# What comes of a blow, a storm, a fire: told in "-ing" behind a comma.
_RESULTS = words(
    """
    killing injuring wounding leaving causing forcing destroying damaging cutting closing blocking flooding burning
    trapping displacing stranding prompting triggering sparking halting disrupting delaying costing smashing breaking
    shattering hitting crushing sinking drowning wrecking ruining toppling uprooting cracking splitting breaching
    severing infecting poisoning knocking throwing preventing stopping paralysing paralyzing crippling shutting
    sending burying
    """
)
_MOVES = words(
    "walking running passing standing living working sitting driving flying going coming rising falling growing moving"
)
_UP_AND = frozenset(("running", "coming"))  # "be up and running": an idiom, not two verbs
_TAKEN = words("taking bringing giving owning sending putting making selling buying")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a form that what they are joined to does not have, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for each in coordinations(document):
        here, behind = each.here, each.last.place + 1
        if here.words[each.last.place] in _AUXILIARIES | _TOLD or here.word(behind) in NOMINATIVE:
            continue
        if here.words[each.at - 1] == "up" and here.words[each.last.place] in _UP_AND:
            continue
        if _is_joined(each):
            yield Slip("joined", each.at, each.last.place)
            continue
        odd = _odd_in_series(each) or (each.last if _is_uneven(each) else None)
        if odd is not None:
            yield Slip("uneven", each.at if odd is each.last else odd.place, odd.place)


def _is_joined(each: Coordination) -> bool:
    """Whether the two forms cannot be joined whatever else the sentence has."""
    here, first, last = each.here, each.first, each.last
    word, following = here.words[last.place], here.tag(last.place + 1)
    beside, auxiliary = each.beside, here.word(first.ahead)
    participle = beside and first.form in ("VBN", "VBD") and "VBN" in verb_forms(here.words[first.place])
    if here.words[each.at - 1] == ",":
        return False
    if last.form == "VBG":
        if word in _NO_GERUND or here.words[each.at] == "but":
            return False
        if participle and here.word(last.place + 1) == "by" and here.tag(last.place + 2) in ("DT", "PRP$", "NNP"):
            return word not in _MOVES
        if participle and auxiliary in BE:
            lacks = here.word(last.place + 1) in _ADJUNCT | {".", ";"}
            return lacks and (word in _TAKEN or (is_of("v object", word) and "adjective" not in word_classes(word)))
        if "VBG" in here.tags[here.first : each.at]:
            return False
        if first.form == "to":
            near = "IN" not in here.tags[first.place : each.at] and each.at - first.place < _NEAR
            return following in _OBJECT | {"IN", "RP"} if beside else near and following in ("DT", "PRP$")
        return first.form == "VBD" and beside and auxiliary in NOMINATIVE and following in _OBJECT - {"CD"}
    if participle and auxiliary == "were":
        return last.form == "VBZ" and "noun" not in word_classes(word)
    if participle and auxiliary == "had":
        return last.form == "VB" and "VBN" not in verb_forms(word) and following in _BEHIND
    return False


def _odd_in_series(each: Coordination) -> Verb | None:
    """Return the verb of three that has another form than both others have: "came, sees and left"."""
    here, earlier, first, last = each.here, each.earlier, each.first, each.last
    if earlier is None or here.words[each.at - 1] == "," or here.words[earlier.place] in _AUXILIARIES:
        return None
    if here.words[first.place] in _NO_ITEMS | _AUXILIARIES | _TOLD:
        return None
    if _is_perfect(here, earlier) and _forms(here, first) & {"VBD", "VBN"} == {"VBD"}:
        return first
    one, two, three = (_form(here, verb) for verb in (earlier, first, last))
    if not (one and two and three) or two == three or one not in (two, three):
        return None
    odd, other = (first, two) if one == three else (last, three)
    if {one, other} == {"VB", "to"} or one in _forms(here, odd) or (other == "VB" and _asks_bare(each)):
        return None
    if other == "VBG" and one != "to":
        # "We ran to the road, panting and soaked": a circumstance, if no object tells the last verb.
        if odd is first and here.words[first.place] in _RESULTS:
            return last
        circumstance = odd is first and here.tag(last.place + 1) not in _OBJECT
        return None if circumstance or here.tag(odd.place + 1) in ("NN", "NNS", "JJ") else odd
    return odd


def _is_perfect(here: Words, verb: Verb) -> bool:
    """Whether a participle stands behind "have", and no clause before its subject may end with it: "who had seen"."""
    if verb.form not in ("VBN", "VBD") or here.word(verb.ahead) not in HAVE:
        return False
    before = range(here.first, verb.ahead)
    reported = {place for place in before if here.words[place] == "that" and here.tag(place - 1).startswith("V")}
    return all(here.words[place] not in _CLAUSAL or place in reported for place in before)


def _forms(here: Words, verb: Verb) -> frozenset[str]:
    """Return all forms that the word of a verb may be."""
    return verb_forms(here.words[verb.place])


def _form(here: Words, verb: Verb) -> str:
    """Return the form of a verb in a series as far as it is sure; empty if it is not."""
    word, behind = here.words[verb.place], here.tag(verb.place + 1)
    if verb.form == "VBN":
        alone = here.tag(verb.ahead) in (",", "CC", "PRP", *NOUNS) and behind in _OBJECT | {"NNS"}
        return "VBD" if alone and "VBD" in verb_forms(word) else ""
    if behind not in _BEHIND | {"CC", ","}:
        return ""
    if verb.form == "VB" and "noun" in word_classes(word) and behind not in _OBJECT | {"RP", "NNS", "JJ"}:
        return ""
    return "VB" if verb.form == "VBP" else verb.form


def _is_uneven(each: Coordination) -> bool:
    """Whether nothing in the sentence can ask for the form of the last verb."""
    if each.here.words[each.first.place] in _AUXILIARIES:
        return False
    if each.last.form == "VB":
        return _is_bare_of_nothing(each)
    if each.here.words[each.at] == "but":
        return False
    tests = {"VBG": _is_gerund_of_nothing, "VBZ": _is_present_of_nothing, "to": _is_infinitive_of_nothing}
    return tests.get(each.last.form, _is_past_of_nothing)(each)


def _is_gerund_of_nothing(each: Coordination) -> bool:
    """Whether an -ing form is joined to a finite verb, or to one behind a modal, "to" or "have"."""
    here, first, last = each.here, each.first, each.last
    word, behind = here.words[last.place], here.tag(last.place + 1)
    if word in _NO_GERUND or behind not in _BEHIND or "VBG" in here.tags[each.start : each.at]:
        return False
    if any(inner.endswith("ing") for inner in here.words[first.place : each.at]):
        return False
    if (behind == "NN" and not (each.beside and first.form in ("VB", "to"))) or (
        "adjective" in word_classes(word) and behind not in _SURE_OBJECT | {"IN"}
    ):
        return False
    if _may_take_act(here, first) or not _is_plain(each) or _begins_clause(here, last.place):
        return False
    goes_on = each.earlier is not None and each.earlier.form == first.form
    if first.form in ("VBD", "VBZ"):
        sure = (
            goes_on
            or here.tag(first.ahead) == "PRP"
            or first.form == "VBZ"
            or "VBN" not in verb_forms(here.words[first.place])
        )
        plain = goes_on or here.tag(first.ahead) in (*NOUNS, "PRP", "WP", "WDT", "CC")
        return plain and (sure or not any(here.others(first.place)))
    if first.form in ("VB", "to"):
        return here.tag(first.ahead) in ("MD", "TO") or goes_on
    return first.form == "VBN" and here.word(first.ahead) in HAVE


def _may_take_act(here: Words, verb: Verb) -> bool:
    tag = "VB" if verb.form == "to" else verb.form
    return lemma(here.words[verb.place], tag) in _TAKES_ACT


def _is_plain(each: Coordination) -> bool:
    """Whether only an object and phrases of place or time stand between the first verb and the conjunction."""
    here = each.here
    for place in range(each.first.place + 1, each.at):
        if here.tags[place] not in ("IN", "TO"):
            continue
        of_what = here.words[place] == "of" and here.tags[place - 1] in NOUNS
        if not (of_what or here.words[place] in _PLACES) or here.tag(place + 1) not in _OBJECT:
            return False
    return True


def _begins_clause(here: Words, verb: int) -> bool:
    """Whether a finite verb follows that an -ing form is the subject of, or that it leads to behind commas."""
    closed = "," in (here.words[verb - 1], here.words[verb - 2])
    for place in range(verb + 1, here.last):
        word = here.words[place]
        if word in _CLAUSE_ENDS - ({","} if closed else set()):
            return False
        if here.tags[place] in FINITE:
            return True
    return False


def _is_bare_of_nothing(each: Coordination) -> bool:
    """Whether a bare verb is joined to a finite one, a participle, or an -ing form behind a preposition."""
    here, first, last = each.here, each.first, each.last
    word, behind = here.words[last.place], here.tag(last.place + 1)
    doubtful = "noun" in word_classes(word) and behind not in _OBJECT
    if "VBD" in verb_forms(word) or (doubtful and behind != "NNS"):
        return False
    if behind not in _BEHIND | {"."} or here.word(last.place + 1) in NOMINATIVE:
        return False
    if _asks_bare(each):
        return False
    if first.form == "VBG":
        return here.word(first.ahead) in _ASKS_ING
    if doubtful or each.start != here.first:
        return False
    if first.form == "VBN" and here.word(first.ahead) in ("were", "are"):
        return behind in ("IN", "RB", ".") and here.tags[last.place] != "VBP" and is_of("v object", word)
    subject = here.tag(first.ahead) in (*NOUNS, "PRP", ",", "CC")
    return subject and first.form in ("VBD", "VBN", "VBZ") and _is_of_one(here, each.at)


def _asks_bare(each: Coordination) -> bool:
    """Whether something before the conjunction may have a bare verb: a modal, "to", a plural, "let"."""
    here = each.here
    asking = {"MD", "TO", "VB", "VBP"} & set(here.tags[each.start : each.at])
    return bool(asking) or not _CAUSING.isdisjoint(here.words[here.first : each.at])


def _is_of_one(here: Words, at: int) -> bool:
    """Whether all finite verbs before a conjunction have one form, and the first of them a subject that is one."""
    verbs = [place for place in range(here.first, at) if here.tags[place] in FINITE]
    if not verbs or len({here.tags[place] for place in verbs}) != 1:
        return False
    if not RELATIVE.isdisjoint(here.words[here.first : at]) or here.words[verbs[0]] in _AUXILIARIES:
        return False
    subject = here.skip_adverbs(verbs[0] - 1)
    if here.word(subject) in ("he", "she", "it"):
        return True
    start = here.subject(verbs[0])
    if here.subject_phrase(here.first) == verbs[0]:
        start, subject = here.first, here.phrase(here.first) - 1
    alone = start == here.first or here.words[start - 1] in (",", "but", "then", "when", "as", ";", "where")
    return (
        alone
        and (here.tags[subject] == "NN" or here.tags[start] == "NNP")
        and here.tags[start] in ("DT", "PRP$", "NNP")
    )


def _is_present_of_nothing(each: Coordination) -> bool:
    """Whether a sudden act in the present is joined to one in the past, or a present to a verb behind a modal."""
    here, first, last = each.here, each.first, each.last
    word, behind = here.words[last.place], here.tag(last.place + 1)
    sentence = here.words[here.first : here.last]
    if not (_HABIT | _TOLD | _CLAUSAL).isdisjoint(sentence) or behind not in _BEHIND or each.start != here.first:
        return False
    if "noun" in word_classes(word) and behind not in _SURE_OBJECT:
        return False
    before = here.tags[here.first : each.at]
    if first.form == "VBD" and word in _SUDDEN:
        subject = here.tag(first.ahead) in ("PRP", "NN", "NNP", ",", "CC")
        return subject and {"VBZ", "VBP", "MD"}.isdisjoint(before)
    if first.form == "VB":
        finite = [place for place in range(here.first, each.at) if here.tags[place] in FINITE]
        alone = len(finite) == 1 and here.words[finite[0]] in MODALS and "TO" not in before
        return alone and word not in _STATES
    return False


def _is_infinitive_of_nothing(each: Coordination) -> bool:
    """Whether an infinitive is joined to an -ing form that a preposition or a verb asks for, or to a charge."""
    here, first = each.here, each.first
    before = here.tags[here.first : each.at]
    if "MD" in before or ("TO", "VB") in pairwise(before) or here.words[each.at - 1] == ",":
        return False
    charged = here.words[first.place] in _CHARGES and here.word(first.place + 1) in ("of", "with", "for")
    asked = here.word(first.ahead) in _ASKS_ING or _takes_ing(here, first.ahead)
    return charged or (first.form == "VBG" and asked and here.words[first.place].endswith("ing"))


def _takes_ing(here: Words, at: int) -> bool:
    return here.tag(at).startswith("VB") and lemma(here.words[at], here.tags[at]) in _TAKES_ING


def _is_past_of_nothing(each: Coordination) -> bool:
    """Whether a past is joined to what comes of an act: ", killing two people and left hundreds"."""
    here, first, last = each.here, each.first, each.last
    if here.tag(last.place + 1) not in _SURE_OBJECT | {"CD", "NNS", "JJ"} or here.words[each.at - 1] == ",":
        return False
    if first.form != "VBG" or last.place != each.at + 1:
        return False
    if here.words[first.place - 1] == ",":
        return here.words[first.place] in _RESULTS and here.has_finite(here.first, first.place - 1)
    if here.word(here.first) not in _ASKS_ING or first.place != here.first + 1:
        return False
    # "By cutting costs and sold ships, the firm survived."
    comma = next((place for place in range(last.place, here.last) if here.words[place] == ","), here.last)
    opens = comma < here.last - 3 and here.subject_phrase(comma + 1) > comma + 1
    return opens and not here.has_finite(last.place + 1, comma)


_CLAUSE_ENDS = frozenset({",", ";", "—", "–", "because", "when", "where", "after", "before", "if", "while"}) | RELATIVE
_CLAUSAL = RELATIVE | {"when", "if", "after", "because", "once", "as", "since"}
