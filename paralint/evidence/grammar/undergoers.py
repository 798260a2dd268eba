"""Active verbs of what undergoes an act, passives that keep their object, and passives of what nobody does.

"The law approved on Monday", "a man has charged with murder", "the firm was criticised the plan", "her lawyers were
argued that", "no one was escaped": a paraphraser that turns voices takes "be" away or puts it in, and whether a verb
then has an object too many or too few is told by its class (Quirk et al. 1985, 3.63 ff., 16.18 ff.). ``voice`` and
``verb_objects`` ask the same where no doubt is left; here subjects are read from the front, so the rules are heard in
damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.behind_verbs import _DAYS, is_done_by, is_stranded, lacks_object, object_end
from paralint.evidence.grammar.clause_parts import past_adverbs
from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import BE, HAVE, NOUNS, Words
from paralint.evidence.grammar.predications import Predication, predications
from paralint.evidence.grammar.voice import is_thing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.titles import MONTHS
from paralint.text.document import Document
from paralint.text.morphology import inflect, word_classes

_DEADLINES = frozenset({"end", "time", "day", "close"})  # by the end of, by the time
_NOTHING: frozenset[str] = frozenset()
_GIVEN = words(
    "sold given sent handed paid offered lent donated awarded granted shown leased rented left assigned brought told"
)
_ORDERS = words(
    "ordered forced urged advised invited encouraged persuaded warned required instructed asked told compelled"
)
_PAID = words("fined paid charged lent owed awarded cost")
_HOPES = words(
    "hope hopes hoped want wants wanted plan plans intend intends intended wish wishes wished decide "
    "decides decided expect expects"
)
_RAISING = words(
    """
    have has had need needs needed appear appears appeared seem seems seemed ought tend tends tended continue continues
    continued fail fails failed begin begins began start starts started
    """
)
_RAISED = words("expected due set likely believed thought said reported supposed scheduled known understood")
# Verbs that can do without an object, and the nouns of what is only done by them.
_DONE = {
    "pay": words(
        "fine fines bill bills debt debts rent rents tax taxes salary salaries wages ransom fee fees compensation"
    ),
    "set": words("date dates deadline target targets record records limit limits bail price trap"),
    "reach": words("agreement deal compromise verdict consensus settlement conclusion accord decision truce"),
    "make": words("arrest arrests decision decisions progress announcement attempt attempts changes payment payments"),
    "take": words("decision decisions measures steps action precautions pictures photographs photo picture oath"),
    "give": words("permission approval evidence warning warnings notice order orders consent details reason reasons"),
    "raise": words("concerns question questions money funds objections alarm"),
    "drop": words("charges charge case bomb bombs plans"),
    "bring": words("charges case prosecution lawsuit"),
    "file": words("complaint complaints lawsuit appeal charges petition"),
    "lodge": words("complaint complaints appeal"),
    "do": words("work damage research homework job"),
    "play": words("anthem"),
    "cast": words("votes vote ballots"),
    "draw": words("conclusion conclusions lots"),
    "score": words("goal goals point points"),
    "launch": words("inquiry investigation appeal campaign hunt search"),
    "open": words("inquiry investigation"),
    "lift": words("ban sanctions curfew restrictions siege blockade embargo"),
    "hold": words(
        """
        match matches game games election elections meeting meetings ceremony funeral conference service festival
        exhibition trial talks vote referendum hearing tournament event events celebration auction final contest inquest
        summit concert party wedding mass parade rally march elections polls
        """
    ),
    "call": words("election elections strike meeting vote referendum police"),
    "answer": words("question questions call calls letter"),
    "win": words("battle case election seat seats"),
    "lose": words("election seat seats documents data records"),
    "close": words("deal case"),
    "put": words("question pressure"),
    "solve": words("case crime mystery problem"),
    "serve": words("warrant notice"),
    "impose": words("curfew sanctions ban"),
}
_SETS = words("collection set series range fleet body batch pack string host cluster catalogue archive")
# What never hopes or plans.
_HOPELESS = words(
    """
    tranche result results meeting price prices tax taxes work works road roads bridge bridges law laws bill film films
    book books election elections vote ceremony service trial hearing verdict ruling decision match game festival
    exhibition
    tower building buildings construction project projects rate rates inflation rise cost costs budget rain snow flood
    floods
    storm storms temperature temperatures delivery deliveries shipment flight flights train trains line lines tunnel
    station airport vaccine vaccines drug drugs treatment loan loans payment payments aid funds funding money profit
    profits revenue revenues sales output production exports imports growth unemployment debt deficit deal agreement
    treaty contract talks negotiations plan plans scheme programme program repair repairs renovation move opening
    closure launch release sale auction concert tour season tournament cup final race report study survey inquiry
    investigation site stadium hall statue monument painting pictures machine engine satellite rocket
    probe telescope system software app network number numbers population level levels dam reservoir harvest crop crops
    strike protest campaign operation evacuation search war ceasefire truce crisis disease virus outbreak epidemic
    """
)
_WITH = {
    "pleaded": words("guilty not innocent"),
    "resigned": words("in on over from after as because last yesterday . , when"),
    "travelled": words("to from with by through across"),
    "traveled": words("to from with by through across"),
    "broken": words("out"),
    "managed": words("to"),
    "refused": words("to"),
    "hesitated": words("to"),
    "failed": words("to in"),
    "agreed": words("to"),
    "ceased": words("to"),
    "declined": words("to"),
    "tried": words("to"),
    "decided": words("to"),
    "hoped": words("to"),
    "attempted": words("to"),
    "continued": words("to"),
    "tended": words("to"),
    "vowed": words("to"),
    "wanted": words("to"),
    "threatened": words("to"),
    "left": words("for"),
    "apologised": words("to for"),
    "apologized": words("to for"),
    "complained": words("to about of that"),
    "voted": words("for against to"),
    "competed": words("in for against with"),
    "graduated": words("from in with"),
    "recovered": words("from after"),
    "retreated": words("to from into by"),
    "suffered": words("from"),
    "learned": words("of about that"),
    "learnt": words("of about that"),
    "sailed": words("to from for with"),
    "swum": words("to from across"),
    "marched": words("to through on into"),
    "queued": words("for outside in at"),
    "lain": words("in on under"),
    "stood": words("in on at for behind outside"),
    "sat": words("in on at for behind"),
    "slipped": words("on off into out"),
    "leapt": words("into from to over"),
    "jumped": words("into from to over"),
    "rushed-": words("to"),
}
_MOVES = words("travelled traveled retreated sailed swum marched leapt jumped")
# What a thing may do by itself all the same.
_BY_THEMSELVES = words(
    """
    produce produces produced producing include includes included including provide provides provided providing allow
    allows allowed allowing degrade degrades degraded develop develops developed select selects selected selecting
    rebuild rebuilds recover recovers recovered deliver delivers delivered require requires required
    """
)
_BREAKS_OUT = words(
    "fire fires blaze war wars fighting fight riot riots row violence epidemic outbreak panic clashes scuffles"
)
_WITH_STATE = words(
    "married retired gone finished done departed decayed withered faded vanished lapsed bent wilted sprawled lasted"
)


@lru_cache(maxsize=1)
def _undergone() -> frozenset[str]:
    """Return the verb forms of what is done to their object, but for those that happen by themselves."""
    known = classes()
    return (known["v undergone"] | known["v acted"] | known["v object"]) - _BY_THEMSELVES


@lru_cache(maxsize=1)
def _done() -> dict[str, frozenset[str]]:
    """Return for each form of the verbs the nouns of what is only done by them."""
    tags = ("VB", "VBZ", "VBN", "VBG")
    return {inflect(verb, tag): nouns for verb, nouns in _DONE.items() for tag in tags}


@lru_cache(maxsize=1)
def _single() -> frozenset[str]:
    """Return the verb forms that take one object at most."""
    known = classes()
    return known["v single"] | known["v one-object"]


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a voice that they cannot have, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, read in predications(document):
        group = read.group
        further = _raised(here, read)
        if further is not None:
            if _undergoes(here, further):
                yield Slip(_voiced(here, further), group.first, further.group.verb)
            continue
        if group.passive:
            yield from _passive(here, read)
        elif read.kind != "bare" and (_undergoes(here, read) or _hopes(here, read)):
            yield Slip(_voiced(here, read), group.first, group.verb)


def _voiced(here: Words, read: Predication) -> str:
    """Return the kind of slip: an auxiliary tells that the verb is no participle of a noun."""
    deadline = here.word(read.group.verb + 1) == "by" and here.word(read.group.verb + 3) in _DEADLINES
    sure = read.group.auxiliaries and read.kind != "relative" and not deadline
    return "undergone-verb" if sure else "undergone"


def _raised(here: Words, read: Predication) -> Predication | None:
    """Return a predication whose verb is an infinitive behind a verb that says nothing of its subject: "have to"."""
    group = read.group
    verb, to = here.words[group.verb], group.verb + 1
    raising = verb in _RAISING or (group.passive and verb in _RAISED)
    if here.tag(to) == "RB":
        to += 1
    if not raising or here.word(to) != "to" or not group.finite:
        return None
    place = to + 1
    while here.tag(place) == "RB":
        place += 1
    word, tag = here.word(place), here.tag(place)
    if word == "have" and here.tag(place + 1) in ("VBN", "VBD"):
        place += 1
    elif tag != "VB" or word in BE | HAVE:
        return None
    return read._replace(group=group._replace(verb=place, passive=False, auxiliaries=(group.first, to)))


def _undergoes(here: Words, read: Predication) -> bool:
    """Whether the subject of an active verb undergoes what is told: "the law approved on Monday"."""
    group = read.group
    verb = here.words[group.verb]
    strict = is_of("v suffered", verb)
    by = here.word(group.verb + 1) == "by" and (verb in _single() or verb in _ORDERS)
    if verb in BE or here.tags[group.verb] == "NNS":
        return False
    if not group.auxiliaries and here.words[here.last - 1] != "." and here.tags[group.verb] != "VBZ":
        return False  # a headline
    if by and is_done_by(here, group.verb + 2):
        return True
    if not (strict or verb in _undergone() or verb in _done()):
        return False
    if here.words[read.head] in ("it", "there", "that", "what", "all", "this"):
        return False
    pronoun = here.tags[read.head] in ("PRP", "EX", "DT")
    if here.words[read.head] in _done().get(verb, _NOTHING) and (group.auxiliaries or verb.endswith("s")):
        return lacks_object(here, group.verb, verb)
    thing = not pronoun and (is_thing(here, read.head, verb) or here.words[read.head] in _SETS)
    if (not thing and not strict) or not (strict or verb in _undergone()):
        return False
    # Somebody known: only a perfect or a modal tells that it is no participle.
    if here.tags[read.head] in ("NNP", "NNPS") and not group.auxiliaries:
        return False
    if here.words[group.verb - 1] == "to":
        return False
    if here.tags[group.verb] == "VBG" and "adjective" in word_classes(verb):
        return False
    if read.kind == "relative" and here.words[read.start] == "that" and here.tags[read.head] not in NOUNS:
        return False
    return lacks_object(here, group.verb, verb)


def _hopes(here: Words, read: Predication) -> bool:
    """Whether a thing hopes, plans or expects to do something."""
    group = read.group
    verb = here.words[group.verb]
    if (
        verb not in _HOPES
        or read.kind == "relative"
        or here.word(group.verb + 1) != "to"
        or here.tag(group.verb + 2) != "VB"
    ):
        return False
    head = here.words[read.head]
    return here.tags[read.head] in ("NN", "NNS") and head in _HOPELESS


def _passive(here: Words, read: Predication) -> Iterator[Slip]:
    """Yield a passive that nobody does, or that keeps its object."""
    group = read.group
    verb = here.words[group.verb]
    auxiliary = here.words[group.auxiliaries[-1]]
    if _behaves(here, read, verb):
        yield Slip("not-done", group.first, group.verb)
        return
    if auxiliary == "'s" and here.tag(group.verb + 1) in ("DT", "PRP$", "JJ", "NN", "NNS", "CD", "IN"):
        return  # "he's used the method": has
    if is_of("v no-passive", verb) and verb not in _WITH_STATE:
        if not is_stranded(here, group.verb) and here.words[read.head] not in ("what", "this"):
            yield Slip("not-done", group.first, group.verb)
        return
    start = group.verb + 1
    if here.word(start) not in ("more", "fewer", "less", "nearly", "almost", "about"):
        start = past_adverbs(here, start)
    if here.word(start) in ("on", "in") and here.word(start + 1) in _DAYS | MONTHS and here.word(start + 2) == "that":
        start += 2
    if verb == "weighed" and "CD" in here.tags[start : start + 2]:
        yield Slip("kept-object", group.first, group.verb)
        return
    told = here.word(start) == "that" and here.tag(start) in ("IN", "DT", "WDT") and is_of("v said", verb)
    if told and here.words[read.head] not in ("it", "that", "this", "what") and here.tags[read.head] != "EX":
        if here.tag(start + 1) not in ("VBD", "VBZ", "MD", "VBP"):
            yield Slip("kept-clause", group.first, start)
        return
    if here.word(start) in ("him", "them", "us", "me") and here.word(start + 1) in ("that", "guilty", "to", "from"):
        yield Slip("kept-object", group.first, start)
    elif verb in _single() or verb in _GIVEN or verb in _ORDERS or verb in _PAID:
        end = object_end(here, start)
        if not end:
            return
        if verb in _ORDERS and not (
            here.word(end) == "to" and here.tag(end + 1) == "VB" and here.tags[start] in ("DT", "PRP$")
        ):
            return
        if verb in _PAID and verb not in _GIVEN and not (here.tag(end) in ("$", "CD") or here.word(end) in ("£", "€")):
            return
        if verb in _GIVEN:
            # "Was sold nine houses to buyers": who has them is told behind.
            given = here.word(end) == "to" and here.tag(end + 1) in ("DT", "PRP$", "JJ", "NNS", "NNP", "PRP")
            counted = verb == "sold" and here.tags[start] == "CD" and here.tags[end - 1] == "NNS"
            if not (given or counted) or here.words[end - 1] == "right":
                return
        if auxiliary == "being" and here.tags[start] == "NNP":
            return
        yield Slip("kept-object", group.first, end - 1)


def _behaves(here: Words, read: Predication, verb: str) -> bool:
    """Whether a passive stands with a phrase or infinitive that only the active has: "was resigned in May"."""
    group = read.group
    following = here.word(group.verb + 1)
    if verb == "taken":
        # "It was taken two hours to": the time that something takes.
        timed = here.tag(group.verb + 1) == "CD" and here.word(group.verb + 2) in TIMES
        ends = ("to", "for", "before", "until") if here.words[read.head] == "it" else ("to",)
        someone = here.words[read.head] in agents() or here.tags[read.head] in ("PRP", "NNP")
        return timed and here.word(group.verb + 3) in ends and (here.words[read.head] == "it" or not someone)
    if verb == "survived":
        return following != "by" and here.words[group.auxiliaries[-1]] not in ("'s", "being")
    if following not in _WITH.get(verb, frozenset()) or here.words[group.auxiliaries[-1]] in ("'s", "being"):
        return False
    if here.words[read.head] in ("it", "that", "this", "what") and verb not in ("broken", "resigned"):
        return False
    behind = here.tag(group.verb + 2)
    if following == "to" and verb not in _MOVES:
        if verb in ("agreed", "tried", "decided", "continued", "threatened", "vowed", "attempted", "wanted", "hoped"):
            someone = (
                here.tags[read.head] == "PRP" or here.words[read.head] in agents() or here.tags[read.head] == "NNP"
            )
            return behind == "VB" and someone and here.word(group.verb + 2) not in ("be", "have")
        return behind == "VB"
    if verb == "left":
        return behind == "NNP"
    if verb in ("voted", "complained", "learned", "learnt", "recovered", "suffered", "broken"):
        someone = here.tags[read.head] == "PRP" or here.words[read.head] in agents() or here.tags[read.head] == "NNP"
        if verb == "broken":
            return here.words[read.head] in _BREAKS_OUT
        return someone
    return True
