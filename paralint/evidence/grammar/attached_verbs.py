"""Verbs that belong to a noun and stand in a form that makes them a predicate: "a van carried bricks overturned".

What is told of a noun behind it stands in a participle or in a clause with its pronoun (Quirk et al. 1985, 17.28 ff.).
A paraphraser that swaps the verb loses the form: "a report commission by the board", "the mayor, accompanies by his
wife, left", "she lives in a flat belonged to an aunt". Kinds: ``attached`` for a verb that has no form of an attribute,
and ``second`` for a finite verb where its clause has one already. The rules are heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOUNS, Words, sentences, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS
from paralint.text.document import Document
from paralint.text.morphology import is_noun, verb_forms, word_classes

_LONGEST = 14
_LONG = 7
_OPENERS = words(
    """
    that which who whom whose what where when why how because although though while if unless whether after before since
    once until as than and or but nor so for
    """
)
_MARKS = words(", ; : – — ( ) . ? !") | {'"', "“", "”", "``", "''", "‘", "’", "…"}
# Verbs that happen by themselves: their past is no participle behind a noun.
_ALONE = words(
    """
    overturned crashed swerved exploded collapsed sank died arrived fell rose came went began became lay stood sat slept
    ran flew swam sang rang drank broke froze shrank sprang tore wore threw took gave wrote drove rode spoke stole chose
    forgot grew knew blew drew saw hid bit ate vanished disappeared erupted landed stopped braked skidded veered
    plunged slid emerged occurred happened remained seemed appeared survived burned
    resigned escaped fled failed refused agreed apologised apologized derailed capsized
    """
)
_STATE = words("belonged consisted resembled depended contained")
# Of these the participle may have an object behind it.
_TWO_OBJECTS = words(
    """
    named called dubbed nicknamed considered deemed elected declared crowned appointed made paid given offered sold
    awarded worth aged sentenced fined charged shown told asked taught sent handed lent granted denied allowed bought
    cost left found thought believed voted judged ranked rated titled entitled codenamed labelled branded refused
    """
)
_WITH_ONE = words("found left made bought cost judged voted believed")
_NO_OBJECT = TIMES | words("last next this each every time times way home mile miles metres kilometres km feet yards")
# What one does besides, or what comes of it: told in "-ing" behind a comma.
_BESIDES = words(
    """
    carried wore held clutched dragged pushed pulled waved sang shouted killed injured wounded caused forced raised
    brought sent damaged destroyed blocked ended saved prompted sparked triggered drew earned broke followed hurt cut
    demanded described praised blamed accused thanked ordered used joined trapped stranded disrupted
    affected claimed cited quoted
    """
)
_COMES_OF_IT = words(
    """
    leave force cause kill bring make raise prompt give take send put add allow injure destroy damage cut end spark
    trigger fuel bury trap block close cost drive halt keep knock lead mark push reduce save set strand threaten win
    """
)
_ASKS_BARE = words("let lets make makes made help helps helped see saw watch watched hear heard please do does did n't")
_NAMING = words("name call dub nickname title entitle")
_ESTIMATED = words(
    """
    estimates estimate believe believes think thinks say says report reports know knows describe describes value values
    name names expect expects suppose supposes
    """
)
_GROUPS = words("was were had has is are will would could can")
# Behind these another clause may begin without a word that tells it.
_CLAUSE_NOUNS = TIMES | words("moment way reason place extent time fact idea news sense feeling everything all nothing")
_TAKES_CLAUSE = words(
    """
    said says say thought think thinks knew know knows believed believe hoped hope felt feel feared fear told tell tells
    found find finds saw see sees heard hear showed shows show meant means mean made make makes let lets helped help
    claimed claim claims wished wish guessed bet reckoned reckon insisted admitted warned promised denied suggested
    suspected assumed imagined understood realised realized noticed learned learnt read wrote heard added argued
    announced confirmed agreed decided reported revealed proved ensured demanded required asked suggests was were is are
    determined determine established concluded ruled discovered noted recalled remembered stated explained predicted
    estimated warns concludes determines had has have did do does be been seemed appeared watched kept left got saw
    """
)
_LINKS = words("by of in at on from to with under near as for during behind inside outside")
_COMPLETED = words("by on in at for from with as to near during")
_AS = words("names describes identifies hails regards portrays knows calls refers labels brands bills")
_NO_AGENT = TIMES | words(
    "hand means way chance accident law nature far then now more half percent cent % road sea air"
)
_BODIES = words(
    "unions parties firms companies banks states countries clubs groups councils courts towns cities schools"
)
_PASSING = words(
    "pass passes stand stands sit sits go goes come comes drop drops stop stops run runs live lives end ends"
)
# What somebody makes or leads: a compound has no person with "by" behind it.
_MADE = words("paint film record photograph draft guard command control captain coach fund finance cook sketch stage")
_HOMOGRAPHS = words("commission sponsor release purchase import export publish design host produce abandon film author")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs that belong to a noun and have no form for it, in reading order."""
    return (*_attached(document), *_pasts(document), *_trailing(document), *_second(document))


def _pasts(document: Document) -> Iterator[Slip]:
    """Yield pasts with an object behind a comma, where "-ing" is meant: "the bus, carried 44 men, left the road"."""
    for here in sentences(document):
        if "," not in here.words[here.first : here.last] or here.words[here.last - 1] == "?":
            continue
        for at in range(here.first + 2, here.last - 2):
            word, tag = here.words[at], here.tags[at]
            if here.words[at - 1] != "," or tag not in ("VBD", "VBN") or word in _TWO_OBJECTS:
                continue
            if "VBD" not in verb_forms(word) or here.tags[at - 2] not in NOUNS or not _has_object(here, at):
                continue
            commas = here.words[here.first : here.last].count(",")
            if _is_closed(here, at):
                if commas == 2 and here.subject_phrase(here.first) == at - 1:
                    yield Slip("attached", at, at)
            elif (word in _BESIDES or not _may_report(word)) and commas == 1 and _ends_so(here, at):
                yield Slip("attached", at, at)


def _trailing(document: Document) -> Iterator[Slip]:
    """Yield bare verbs for what comes of a past, where "-ing" is meant: "the bank shut, leave many without cash"."""
    for here, at in standing(document, places_of(document, _COMES_OF_IT)):
        if not here.first + 3 < at < here.last - 2 or here.words[here.last - 1] != "." or here.words[at - 1] != ",":
            continue
        opens = here.words[here.first] in _OPENERS or here.tags[here.first] in ("VB", "VBP", "TO")
        object_ = here.tag(at + 1) in ("DT", "PRP$", "PRP", "CD", "NNP", "$", "NNS", "NN", "JJ")
        if opens or not object_ or here.tags[at] not in ("VB", "VBP", "NN"):
            continue
        front, rest = range(here.first, at - 1), range(at + 1, here.last)
        asked = any(here.tags[place] in ("MD", "TO", "VB", "VBP") or here.words[place] in _ASKS_BARE for place in front)
        goes_on = "and" in here.words[at : here.last] or any(here.tags[place] in FINITE for place in rest)
        marked = not (_MARKS - {","}).isdisjoint(here.words[here.first : at])
        if not (asked or goes_on or marked) and any(here.tags[place] == "VBD" for place in front):
            yield Slip("attached", at, at)


def _is_only_past(word: str) -> bool:
    forms = verb_forms(word)
    return "VBD" in forms and "VBN" not in forms and "VB" not in forms


def _may_report(word: str) -> bool:
    return word in _TAKES_CLAUSE or is_of("v said", word) or is_of("v clause", word)


def _has_object(here: Words, at: int) -> bool:
    start = at + 1
    if here.tag(start) not in ("DT", "CD", "PRP$", "NNS", "JJ", "JJR") or here.word(start) in _NO_OBJECT:
        return False
    end = here.phrase(start)
    return end > start and _NO_OBJECT.isdisjoint(here.words[start:end]) and here.tags[end - 1] in ("NN", "NNS")


def _ends_so(here: Words, at: int) -> bool:
    """Whether a whole clause stands before the comma in front of a past, and no verb or "and" behind it."""
    front = range(here.first, at - 1)
    past = any(here.tags[place] in FINITE or _is_only_past(here.words[place]) for place in front)
    if not past or here.tag(here.first) in ("IN", "VBG", "VBN", "WRB"):
        return False
    if not (_MARKS - {","}).isdisjoint(here.words[here.first : at]):
        return False
    rest = here.words[at + 1 : here.last]
    if {"and", "but", "or", "that", "who", "which"}.intersection(rest):
        return False
    return not any(here.tags[place] in FINITE for place in range(at + 1, here.last))


@lru_cache(maxsize=1)
def _with_object() -> frozenset[str]:
    """Return the forms of verbs that have an object."""
    known = classes()
    every = known["v agentive"] | known["v suffered"] | known["v undergone"] | known["v acted"] | known["v object"]
    return every | known["v single"] | known["v one-object"]


def _acting(document: Document) -> frozenset[str]:
    """Return the words of a document that are verbs with an object, and neither a past nor a participle."""
    here = _with_object() & document.by_lower.keys()
    return frozenset(form for form in here if verb_forms(form) and not verb_forms(form) & {"VBN", "VBD", "VBG"})


def _attached(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _acting(document) | _ESTIMATED | _NAMING | {"date"})):
        if not here.first < at < here.last - 2 or here.words[here.last - 1] == "?":
            continue
        comma = here.words[at - 1] == ","
        head = at - 1 - comma
        if here.tag(head) not in (*NOUNS, "CD"):
            continue
        following = at + 1 + (here.words[at + 1] in ("only", "later", "also", "mainly"))
        word = here.words[at]
        dated = word == "date" and here.tag(head) == "NN" and here.tag(at + 1) == "CD" and here.word(at + 2) in MONTHS
        if (dated and not comma and _finite_behind(here, at + 2)) or (
            not comma and _is_fronted(here, head, at) and _lacks(here, at) and _finite_behind(here, at)
        ):
            yield Slip("attached", at, at)
        elif (
            here.words[following] == "by"
            and word not in _PASSING
            and _is_agent(here, following + 1)
            and _is_no_noun(here, at, comma)
        ):
            # "Nurses walk by the gate": a verb of its own, if there is no other.
            if here.tag(head) not in ("NNS", "NNPS", "NNP") or comma or _finite_behind(here, following):
                yield Slip("attached", at, following)
        elif comma and here.word(following) in _COMPLETED:
            single = here.tags[at] == "NNS" and here.tag(head) in ("NN", "NNP")
            told = here.tags[at] in ("VB", "VBP", "VBZ", "NN") and _is_no_noun(here, at, comma)
            if (single or told) and _is_closed(here, at):
                yield Slip("attached", at, following)
        elif comma and word in _ESTIMATED and here.word(following) in ("at", "to", "as", "in", "only"):
            if _is_closed(here, at) and here.word(following + 1) not in ("him", "her", "them", "us", "me"):
                yield Slip("attached", at, following)
        elif word in _NAMING and not comma and here.tags[head] == "NN" and here.tag(at + 1) == "NNP":
            behind = at + 1
            while here.tag(behind) == "NNP":
                behind += 1
            if here.tag(behind) in FINITE:
                yield Slip("attached", at, at)
        elif word in _AS and here.word(following) == "as" and _finite_behind(here, following):
            yield Slip("attached", at, following)


def _is_fronted(here: Words, head: int, at: int) -> bool:
    """Whether the subject of a sentence ends at ``head``, and a form of a verb that is no noun follows."""
    start = _opening(here)
    if here.phrase(start) not in (at, at + 1) or here.tag(head) not in ("NN", "NNS", "CD"):
        return False
    if is_of("v labile", here.words[at]) or "adjective" in word_classes(here.words[at]):
        return False
    if here.tag(at) in ("NN", "NNS"):
        person = here.words[head] in agents() and (is_of("v suffered", here.words[at]) or here.words[at] == "force")
        return person or ("noun" not in word_classes(here.words[at]) and here.words[at] not in _TAKES_CLAUSE)
    return here.words[at] not in _TAKES_CLAUSE and not is_of("v clause", here.words[at])


def _opening(here: Words) -> int:
    """Return where a sentence begins behind a mark or a conjunction."""
    start = here.first
    while here.word(start) in ("“", "``", '"', "but", "and", "yet"):
        start += 1
    return start


def _lacks(here: Words, at: int) -> bool:
    """Whether a phrase with a preposition, or a day, follows a verb."""
    word = here.word(at + 1)
    if here.tag(at + 1) == "CD":
        return here.word(at + 2) in MONTHS
    return word in _LINKS and here.tag(at + 2) in ("DT", "PRP$", "NNP", "CD", "NN", "NNS", "JJ")


def _is_no_noun(here: Words, at: int, comma: bool) -> bool:
    """Whether a form is taken for a verb, or can be nothing else."""
    word, tag = here.words[at], here.tags[at]
    if word in _MADE and here.words[here.phrase(at + 2) - 1] in agents():
        return here.tag(at - 1) in ("NN", "NNS")
    if word in _HOMOGRAPHS:
        return comma or here.tag(at - 1) in ("NN", "NNS")
    if tag in ("VB", "VBP", "VBZ") and not (tag == "VBZ" and comma):
        return not is_noun(word) or comma
    if comma and tag == "NN":
        # "The men, arrest on Friday": no noun stands without its article there.
        return not is_of("v labile", word) and (is_of("v agentive", word) or is_of("v suffered", word))
    return "noun" not in word_classes(word) or (comma and tag == "VBZ")


def _is_agent(here: Words, start: int) -> bool:
    """Whether one who acts begins at ``start``."""
    end = here.phrase(start)
    if end == start or here.tags[start] in ("VBG", "PRP", "NN") or here.tags[end - 1] not in NOUNS:
        return False
    counted = here.tags[start] == "CD" and here.words[end - 1] not in agents() | _BODIES
    return not counted and _NO_AGENT.isdisjoint(here.words[start:end])


def _is_closed(here: Words, at: int) -> bool:
    """Whether what begins at ``at`` ends in a comma with the verb of the clause behind it."""
    for place in range(at + 1, min(here.last - 1, at + _LONGEST)):
        word, tag = here.words[place], here.tags[place]
        if word == ",":
            behind = place + 1
            while here.tag(behind) == "RB":
                behind += 1
            read = here.tag(behind) == "NNS" and "VBZ" in verb_forms(here.words[behind])
            finite = here.tag(behind) in (*FINITE, "VB") or (
                read and here.tag(behind + 1) in ("IN", "DT", "PRP$", "TO")
            )
            return finite and here.words[behind] not in ("said", "says")
        if tag in FINITE or word in _MARKS:
            return False
    return False


def _finite_behind(here: Words, at: int) -> bool:
    """Whether the verb of the clause stands behind a phrase, with no other clause between."""
    for place in range(at + 1, min(here.last - 1, at + _LONGEST)):
        if here.words[place] in _OPENERS or here.words[place] in _MARKS:
            return False
        if here.tags[place] in FINITE:
            return True
    return False


def _second(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        if here.words[here.last - 1] == "?":
            continue
        for at in range(here.first + 4, here.last - 1):
            word, tag = here.words[at], here.tags[at]
            sure = word in _GROUPS or (tag in ("VBD", "VBN") and (word in _ALONE or _is_active(here, at)))
            if word in _STATE and _is_owned(here, at):
                yield Slip("second", at, at)
            elif sure and (tag in FINITE or tag == "VBN"):
                first = _has_first(here, at)
                if first >= 0:
                    yield Slip("second", first, at if at - first < _LONG else first + 1)


def _is_active(here: Words, at: int) -> bool:
    """Whether a past has an object behind it, so that it is no participle."""
    word = here.words[at]
    if (
        word in _TWO_OBJECTS - _WITH_ONE
        or "VBD" not in verb_forms(word)
        or here.tag(at + 1) not in ("DT", "PRP$", "CD")
    ):
        return False
    return _has_object(here, at)


def _is_owned(here: Words, at: int) -> bool:
    """Whether what stands before a verb of belonging is the object of a verb or a preposition: "in a flat belonged"."""
    head = at - 1
    if "noun" not in word_classes(here.words[head]) or here.tag(at + 1) not in ("IN", "TO", "DT", "PRP$"):
        return False
    start = head
    while start > here.first and here.tags[start - 1] in ("JJ", "NN", "NNS", "CD"):
        start -= 1
    if here.tag(start - 1) in ("DT", "PRP$"):
        start -= 1
    governor = start - 1
    if here.tag(governor) not in ("IN", "VB", "VBD", "VBZ", "VBP") or here.word(governor) in _OPENERS | _TAKES_CLAUSE:
        return False
    first = next((place for place in range(here.first, at) if here.tags[place] in FINITE), -1)
    if first < 0 or here.words[first] in _TAKES_CLAUSE or is_of("v clause", here.words[first]):
        return False
    inner = here.words[here.first : at]
    return _OPENERS.isdisjoint(inner) and here.subject_phrase(here.first) == first


def _has_first(here: Words, at: int) -> int:
    """Return the finite verb that the clause of another has before it, to which what stands between belongs; or -1."""
    place = at - 1
    while here.tag(place) == "RB":
        place -= 1
    if here.tag(place) not in ("NN", "NNS") or here.words[place] in _CLAUSE_NOUNS:
        return -1
    while place > here.first:
        word, tag = here.words[place], here.tags[place]
        if (
            word in _OPENERS
            or word in _MARKS
            or tag in ("PRP", "WDT", "WP", "WRB", "CC", "EX", "TO", "VBG", "MD", "POS")
        ):
            return -1
        if word in ("that", "those", "these", "all", "no") or tag in ("NNP", "NNPS") or word in _CLAUSE_NOUNS:
            return -1
        if tag == "NNS" and "VBZ" in verb_forms(word) and here.tag(place - 1) == "NN" and here.tag(place + 1) == "DT":
            # "The road links the two towns was closed": a verb read as a noun.
            return place if here.phrase(here.first) == place + 1 and word not in _TAKES_CLAUSE else -1
        if tag in FINITE or (tag == "VBN" and here.tag(place + 1) in ("DT", "CD", "PRP$", "JJ")):
            return place if at - place > 1 and _is_first(here, place) else -1
        if tag.startswith("VB"):
            return -1
        place -= 1
    return -1


def _is_first(here: Words, first: int) -> bool:
    """Whether a verb is the first of its sentence, takes no clause, and has an object or a place behind it."""
    word = here.words[first]
    if word in _TAKES_CLAUSE or is_of("v clause", word) or is_of("v said", word) or word in BE | HAVE | DO:
        return False
    if "VBD" not in verb_forms(word) and "VBZ" not in verb_forms(word):
        return False
    behind = here.tag(first + 1)
    if here.word(first + 1)[:1].isdigit() and behind == "JJ":
        return False  # "a player ranked 118th"
    if behind not in ("DT", "CD", "PRP$", "JJ", "NNS", "NN"):
        return False
    start = _opening(here)
    # The subject stands at the head of its sentence, with nothing that could be another clause.
    for place in range(start, first):
        inner, tag = here.words[place], here.tags[place]
        if (
            tag in FINITE
            or inner in _OPENERS
            or inner in _MARKS
            or tag in ("WDT", "WP", "WRB", "VBG", "VBN", "TO", "VB")
        ):
            return False
    subject = here.subject_phrase(start)
    while here.tag(subject) == "RB":
        subject += 1
    return subject == first and not (here.tag(start) == "DT" and here.words[start] in ("those", "these"))
