"""Verbs with a preposition behind their object: "accused the sprinters with lacking pride", "devote the money for it".

Such verbs have two complements, and the second has its set preposition (Quirk et al. 1985, 16.56 ff.). What stands
there instead may belong to the object, so the set one must be missing from the rest of the clause, and prepositions
that often describe the object are looked for behind persons only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import BE, NOUNS, Words, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.text.document import Document
from paralint.text.morphology import inflect
from paralint.values import NamedTuple

# The verb, its prepositions, those that are wrong behind a person, and behind "/" those that are wrong behind anything.
_TABLE = """
accuse of | with for about on from to in / onto
acquit of | from for about with to
deprive of | from with for to in / about
rid of | from with for
strip of | with for about
suspect of | for with about in to
convict of for in | with about on from
assure of about | for with to
convince of about to that | for with in on
inform of about on that | for to with over
notify of about that | for to with on
remind of about to that | for with on over
accustom to | with at on of
prevent from | to against for at / onto
discourage from | to against for at in
deter from | to against for at
dissuade from | to against for at of
prohibit from | to against at
ban from for over | to against at of
bar from | to against at of
exempt from | to of for at
exclude from | to of at
expel from for | of to off
evict from | of to off
evacuate from to | of off out
dismiss from for as | of out off
oust from as | of out off to
eject from | of off
suspend from for | of off
rescue from | of
protect from against | of before
shield from against | of to for
congratulate on for | to about with of
compliment on for | to about with of
blame for on | of with about because
praise for as | of about with to
thank for | of about with to on
punish for with | of about on
criticise for over | of about with at to
criticize for over | of about with at to
condemn for to as over | of about with at
forgive for | of about with
reward with for | of to about
mistake for | of with to
provide with for to | of by
supply with to for | of by
equip with for to | of by
furnish with | of by
entrust with to | of by for
present with to at in as | of by
sentence to for on in | with at by of
condemn to for | at by
invite to for on in onto into | at of
interest in | for about to
implicate in | to for about at
entitle to | for of on with
subject to | with of under at / onto under
expose to as | with of at under / under
attribute to | for / with at on onto
ascribe to | for / with at on onto
devote to | with of in on / onto at for
dedicate to | with in on / onto at for
impose on upon | with / to at into
inflict on upon | with / to at into
impart to | with / on onto
confine to in | with / at onto
prefer to over | of / than
base on upon in at | with / from onto
focus on upon | with / to at into onto
concentrate on upon in | with / to at into onto
pin on to down | with
bestow on upon | with / to
confer on upon | with / to
substitute for with | by / to
exchange for with | by / to against
swap for with | by / to against
translate into from to as | with / on onto
transform into from | with
convert into to from | with / onto
divide into between among by in from | with / on onto
compare with to | of by / than
differentiate from between | of / than
distinguish from between by as | of / than
separate from into by | of / than
isolate from | of / than
shift from to onto away | of
contribute to towards toward | with
donate to for | with / on
add to on up | of / at into onto
lend to | with / on
owe to | with / on
hand to over out in down back on | of
reveal to in on that at by as how | of
explain to how that why in by as | / at
describe to as in how by | like
define as by in | / like
regard as with | / like
classify as by under in | / like to
categorise as by | / like to
hail as in by | / like
portray as in by | / like
brand as by | / like
label as by with | / like
name after as in to for at on | / from
remove from | with / of off
eliminate from | with / off
withdraw from | with / of off out
extract from | with / of off
delete from | with / of off
borrow from | with
steal from | with / at
derive from | with / out off at
involve in with | to on for / onto
include in among on as | with / onto into
insert into in between | with / at onto
invest in | with / at onto
plunge into | with / at on
deduct from | with / of off at
subtract from | with / of off at
charge with for | of about on
tempt into to with by | at for of
lure into to with from by | at of
pressure into to over on for | at of
coerce into | at of
trick into with by | at of for
goad into | at of
provoke into by | at of
persuade to into of that | for at with
force to into out from on | for at with
compel to | for at with
enable to | for at with
urge to on that | for at with
encourage to in by from with | for at
challenge to over on for about in with | of about at
"""
_BEGINS = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "NNP", "VBG", "JJ", "CD", "$"})
_ENDS = words(", . ; : ( ) and or but that which who where when while because if")
_TIMES = words(
    "least last first once times monday tuesday wednesday thursday friday saturday sunday home present work all"
)
_LONGEST = 8
_REACH = 18


class _Frame(NamedTuple):
    own: frozenset[str]
    person: frozenset[str]
    anything: frozenset[str]


@lru_cache(maxsize=1)
def _frames() -> Mapping[str, _Frame]:
    found: dict[str, _Frame] = {}
    for line in _TABLE.strip().splitlines():
        head, _, wrong = line.partition("|")
        verb, *own = head.split()
        person, _, anything = wrong.partition("/")
        frame = _Frame(frozenset(own), words(f"{person} {anything}"), words(anything))
        for tag in ("VB", "VBZ", "VBD", "VBN", "VBG"):
            found[inflect(verb, tag)] = frame
    return found


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the prepositions behind an object that the verb does not take there, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    frames = _frames()
    for here, verb in standing(document, places_of(document, frozenset(frames))):
        if not here.tags[verb].startswith("VB") or not here.first < verb < here.last - 3 or _is_passive(here, verb):
            continue
        if here.tags[verb] == "VBG" and here.tags[verb - 1] not in ("IN", "VBZ", "VBD", "VBP", "VBN", "VB", "RB", ","):
            continue  # "consumer borrowing rose"
        frame = frames[here.words[verb]]
        end = _object(here, verb + 1)
        preposition = here.word(end)
        if not end or preposition not in (frame.person if _is_person(here, end - 1) else frame.anything):
            continue
        if here.tag(end + 1) not in _BEGINS or here.word(end + 1) in _TIMES or preposition in frame.own:
            continue
        if preposition == "to" and here.tag(end + 1) == "VB":
            continue
        if preposition == "of" and here.tags[end - 1] not in ("PRP", "NNP"):
            continue  # "dismissed the manager of the shop"
        if frame.own.isdisjoint(_rest(here, end + 1)):
            yield Slip("object-preposition", end, end + 1)


def _is_passive(here: Words, verb: int) -> bool:
    before = here.skip_adverbs(verb - 1)
    return here.tags[verb] in ("VBN", "VBD") and before >= here.first and here.words[before] in BE


def _object(here: Words, start: int) -> int:
    """Return the token behind an object of one phrase; 0 if none begins at ``start``."""
    if here.tag(start) == "PRP":
        return start + 1
    if here.tag(start) not in ("DT", "PRP$", "NNP", "NNS", "NN", "JJ", "CD"):
        return 0
    end = here.phrase(start)
    return end if start < end <= start + _LONGEST and here.tags[end - 1] in NOUNS else 0


def _is_person(here: Words, head: int) -> bool:
    word, tag = here.words[head], here.tags[head]
    return (tag == "PRP" and word not in ("it", "this")) or tag == "NNP" or word in agents() or word[:-1] in agents()


def _rest(here: Words, start: int) -> list[str]:
    """Return the words behind ``start`` up to the end of the clause."""
    end = start
    while end < min(here.last, start + _REACH) and here.words[end] not in _ENDS:
        end += 1
    return here.words[start:end]
