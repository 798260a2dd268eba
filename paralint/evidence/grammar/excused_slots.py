"""Slots that are none: the preposition belongs to other words, or what was taken for a governor is something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paralint.evidence.grammar.government import BRINGING, Site, Slot
from paralint.evidence.grammar.governors import FILE, FIXED, VALENCY, load
from paralint.evidence.measures.series import ordinal_figure
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms, word_classes

_RELATIVE = 10  # tokens before a governor in which "on which", "to whom" may give it its preposition
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "CD", "VBN", "VBG"})
_LED_IN = _BEFORE_NOUN | {"DT", "PRP$"}
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "each", "all", "both"})
_PHRASE = _BEFORE_NOUN | {"NN", "NNS", "NNP", "NNPS", "POS", "RB", "CC", "PRP$", "DT"}
_COPULAS = frozenset({"is", "was", "be", "been", "seems", "seemed", "very", "so", "more", "most", "particularly"})
_MOTION = frozenset({"lead", "head", "run", "move", "rush", "sail", "fly", "march"})  # led for the exits
_LEARNING = words(
    """
    learn hear get receive take buy know read borrow steal win obtain gather gain collect demand seek want expect order
    find draw derive need copy hide keep remove come go save protect free release face suffer bring send pull
    """
)
_LYING = words("back side stomach belly front knees feet toes heels own elbows haunches")
_STAGES = words(
    "pulpit stage podium platform lectern window balcony dock bench stand stands steps altar rostrum chair doorway"
)
_EVENTS = words(
    """
    conference hearing trial ceremony rally briefing meeting party funeral dinner lunch summit vigil inquest service
    festival concert debate reception wedding protest parade auction match game
    """
)
_TAKING_PART = words("participate attend partake engage enter join assist compete perform play win lose")
_REACH = 6  # tokens of a noun phrase
_TELLING = words("confirm announce explain suggest admit report reveal complain disclose mention indicate state repeat")
_TOLD = frozenset({"that", "how", "why", "what", "where", "whether", "\u201c", '"'})  # what is told
_SPEAKING = frozenset({"add", "ask"})  # he added of the man, she asked on the radio
_ROUND = frozenset({"about", "around"})
_FIGURES = tuple("0123456789$£€")
_MANNERS = (["random"], ["first"], ["last"], ["once"], ["will"])
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "PRP"})


def readings_of(document: Document, site: Site) -> Iterator[tuple[str, str]]:
    """Yield as what a governor may be read, kind and lemma: as what it was tagged, and as what else its form can be.

    "Devoted" is an adjective and a participle; "customers complained for" has a past tense that looks like one; and
    "specialises" is no noun.
    """
    yield site.kind, document.lemma(site.governor)
    form = document.lowers[site.governor]
    forms = verb_forms(form)
    if site.kind == "a" and "VBN" in forms:
        yield "p", lemma(form, "VBN")
    elif site.kind == "p":
        yield "a", form
    if site.kind in ("a", "p") and "VBD" in forms:
        yield "v", lemma(form, "VBD")
    elif site.kind == "n" and "VBZ" in forms and "noun" not in word_classes(form):
        yield "v", lemma(form, "VBZ")


def is_misread(document: Document, slot: Slot) -> bool:
    """Whether what the tagger takes for a verb is none, or its preposition begins something else.

    "His serve to level", "the main focuses of" are nouns, "it is worrying for them" an adjective; a "bid of 6 pounds"
    tells an amount, "led for the exits" a direction, "the dive of keeper Ola Berg" whose it is.
    """
    tags = document.tags
    if slot.kind == "n":
        tokens = document.tokens
        amount = document.quote(tokens.span(slot.preposition + 1, min(slot.preposition + 3, len(tokens))))
        if any(map(str.isdigit, amount)):
            return True
        behind = tags[slot.preposition + 1 : slot.preposition + 3]
        return slot.word == "of" and (behind[:1] == ["NNP"] or behind == ["NN", "NNP"])
    if slot.kind != "v" or not slot.governor:
        return False
    if (slot.word == "for" and slot.lemma in _MOTION) or slot.lemma in _SPEAKING:
        return True
    before = tags[slot.governor - 1]
    if tags[slot.governor] == "VBG" and slot.word == "for":
        return document.tokens.word(slot.governor - 1).lower in _COPULAS
    return before in ("DT", "PRP$", "POS", "JJ") and (tags[slot.governor] != "VBG" or slot.word == "of")


def is_of_another(document: Document, slot: Slot) -> bool:
    """Whether a preposition belongs to other words: "at least", "the most vulnerable of".

    "Prevent the response to the virus": the object asks for the preposition.
    """
    word, tags = document.tokens.word, document.tags
    if _is_posture(document, slot) or _is_told_to(document, slot):
        return True
    phrases = load(VALENCY).demand(FIXED, slot.word)
    if phrases is not None and word(slot.preposition + 1).lower in phrases.expected:
        return True
    if slot.kind == "n" and slot.governor and word(slot.governor - 1).lower == "of":
        return True  # "the burden of proof on her"
    if slot.kind == "n" and ((slot.word == "of" and _is_whose(document, slot)) or _is_learnt(document, slot)):
        return True
    if slot.kind in ("a", "p"):
        return bool(slot.governor) and word(slot.governor - 1).lower in ("most", "least", "best", "much")
    if slot.kind != "o" or tags[slot.preposition - 1] not in ("NN", "NNS"):
        return False
    lemma = document.lemma(slot.preposition - 1)
    demands = [load(file).demand("n", lemma) for file in (FILE, VALENCY)]
    return any(demand is not None and slot.word in demand.expected for demand in demands)


def _is_told_to(document: Document, slot: Slot) -> bool:
    """Whether a phrase tells to whom one says what: "confirmed to a local paper that the mill was sold"."""
    if slot.word != "to" or slot.lemma not in _TELLING:
        return False
    behind = document.lowers[slot.preposition + 2 : slot.preposition + _REACH]
    return not _TOLD.isdisjoint(behind)


def _is_posture(document: Document, slot: Slot) -> bool:
    """Whether a phrase tells how somebody lies or where he speaks, with any verb: "swam on his back"."""
    lowers, behind = document.lowers, slot.preposition + 1
    noun = lowers[behind + 1] if behind + 1 < len(lowers) else ""
    if slot.word == "on":
        return document.tags[behind] == "PRP$" and noun in _LYING
    if slot.word == "at":
        return slot.lemma not in _TAKING_PART and _is_event(document, behind)
    if slot.word == "from" and slot.kind == "p" and slot.lemma in BRINGING:
        return True
    return slot.word == "from" and lowers[behind] in ("the", "a", "his", "her", "their") and noun in _STAGES


def _is_event(document: Document, first: int) -> bool:
    """Whether the phrase of a noun that begins at a token is what people come to: "at a news conference"."""
    tags = document.tags
    for at in range(first, min(first + _REACH, len(tags) - 1)):
        if tags[at] != "NN" and tags[at] not in _LED_IN:
            return False
        if document.lemma(at) in _EVENTS and not tags[at + 1].startswith("NN"):
            return True
    return False


def _is_whose(document: Document, slot: Slot) -> bool:
    """Whether what stands behind "of" is whoever acts: "the protest of the farmers"."""
    tags, head = document.tags, slot.preposition
    last = document.tokens.sentences[document.sentence_of(slot.preposition) + 1]
    for at in range(slot.preposition + 1, min(slot.preposition + _REACH, last)):
        if tags[at] not in _PHRASE or tags[at] == "CC":
            break
        head = at
    return document.lemma(head) in agents() or document.lowers[head] in agents()


def _is_learnt(document: Document, slot: Slot) -> bool:
    """Whether "from" tells the source of what is learnt or taken: "learnt of the pause from the radio"."""
    before = range(max(0, slot.governor - _REACH), slot.governor)
    return slot.word == "from" and any(document.lemma(at) in _LEARNING for at in before)


def is_day(document: Document, slot: Slot) -> bool:
    """Whether a day stands behind the preposition: "due on the 30th", "may visit on Fridays"."""
    next_one, day = (
        "".join(document.lowers[place : place + 1]) for place in (slot.preposition + 1, slot.preposition + 2)
    )
    return slot.word == "on" and (ordinal_figure(day) > 0 or next_one.removesuffix("s") in WEEKDAYS)


def is_no_complement(document: Document, slot: Slot) -> bool:
    """Whether the preposition only makes a figure round, or makes a manner: "expect about 14", "chosen at random"."""
    behind = slot.preposition + 1
    if slot.word in _ROUND:
        return "".join(document.lowers[behind : behind + 1])[:1] in _FIGURES
    return slot.word == "at" and document.lowers[behind : behind + 1] in _MANNERS


def stands_before_relative(document: Document, slot: Slot, expected: Sequence[str]) -> bool:
    """Whether one of the prepositions that a governor takes stands in front of it: "the year from which it dates"."""
    lowers, tags = document.lowers, document.tags
    first = document.tokens.sentences[document.sentence_of(slot.governor)]
    before = range(max(first, slot.governor - _RELATIVE), slot.governor - 1)
    return any(lowers[at] in expected and tags[at + 1] in ("WDT", "WP") for at in before)


def needs_no_preposition(document: Document, slot: Slot) -> bool:
    """Whether the noun phrase behind a governor is none that a preposition would tie to it."""
    sentence = document.sentence_of(slot.governor)
    first, last = document.tokens.sentences[sentence : sentence + 2]
    if _begins_clause(document, slot, last):
        return True
    return slot.kind == "n" and (_is_led_in(document, slot, first) or not _is_surely_noun(document, slot, first))


def _begins_clause(document: Document, slot: Slot, last: int) -> bool:
    """Whether the noun phrase behind a governor is the subject of a clause: then a finite verb follows it.

    "After the invasion the army left", "the invasion the czar ordered", "he commented the plan was dead".
    """
    tags = document.tags
    at = slot.preposition + 1
    while at < last and tags[at] in _PHRASE:
        at += 1
    return at == last or tags[at] in _FINITE


def _is_led_in(document: Document, slot: Slot, first: int) -> bool:
    """Whether a noun ends the phrase that leads a sentence in, before its subject: "In the end the king fled"."""
    tags = document.tags
    return tags[first] == "IN" and all(tag in _LED_IN for tag in tags[first + 1 : slot.governor])


def _is_surely_noun(document: Document, slot: Slot, first: int) -> bool:
    """Whether a determiner begins the phrase of a noun, so that it is no mistagged verb.

    Before "a" it may have a predicate: "declared the outbreak an emergency".
    """
    word, tags = document.tokens.word, document.tags
    at = slot.governor - 1
    while at > first and tags[at] in _BEFORE_NOUN:
        at -= 1
    return (
        at >= first
        and tags[at] in ("DT", "PRP$", "POS")
        and word(at).lower not in _DEMONSTRATIVES
        and word(slot.preposition).lower not in ("a", "an")
    )
