"""Infinitives that have lost their "to": no subject, auxiliary or governor takes a bare verb where they stand.

"An attempt tackle the crisis", "they told us leave the boat", "the firm paid £7m settle a lawsuit": a verb in its base
form has a subject of several, or a modal verb, "do", "let" or "help" before it, or follows "and". Where its clause has
its finite verb already and none of these is near, it is an infinitive, and wants "to".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import DO, FINITE, HAVE, NOMINATIVE, NOUNS, Words, sentences
from paralint.evidence.words.closed import BE, DEMANDS, LETS, MODALS, words
from paralint.text.document import Document
from paralint.text.morphology import is_noun, number, verb_forms, word_classes

_BOUNDS = words(
    """
    ; : — – - ( ) “ ” " '' `` , and but or nor that who whom which what when where while because if as than whether
    how why though although unless lest until till whoever whatever wherever whenever rather except before after
    since once
    """
)
_ALONE = frozenset({"him", "them", "us", "me"})
_HOSTS = (
    LETS
    | MODALS
    | DO
    | DEMANDS
    | words(
        """
        'd 'll ca wo n't cannot dare need help helps helped helping let get getting feel feels felt feeling seeing
        hearing watching making notice noticed observe observed listen listened bid bade go goes come comes try
        better rather sooner not to than but why only all mean means meant
        """
    )
)
_SENSES = _HOSTS - MODALS - DO - words("make makes made making n't not to but go goes come comes need only")
_OBJECT = frozenset({"DT", "PRP$", "PRP", "NNP", "NNPS"})
_LIGHT = frozenset({"NNS", "NN", "JJ", "CD", "$", "RP", "WP", "WRB"})
_EMBEDDING = words("that who whom which what where when while because if as whether")
_OPENING = words("the a an his her their its our my your")
_GIVEN = words("help let make go come need dare have do get be like sense question attention fire effect note use")
_ENDS = frozenset({".", "!", "?", "”", '"', "’", "''"})
_TWO = 2  # a finite verb and what may be one
_LONG = 25  # tokens of a clause that are looked at


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs without their "to", with the word before them, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        if here.word(here.last - 1) not in _ENDS:
            continue
        for at in range(here.first + 2, here.last - 1):
            tag = here.tags[at]
            if tag not in ("VB", "VBP") and not (tag == "NN" and here.words[at + 1] in _OPENING):
                continue
            if document.tokens.word(at).capital or (document.tokens.word(at - 1).capital and tag == "NN"):
                continue
            if _is_base(here.words[at]) and _lacks(here, at):
                yield Slip("lost-to", at - 1, at)


@lru_cache(maxsize=1 << 12)
def _is_base(word: str) -> bool:
    """Whether a word can be a verb in its base form and in no other that would do without "to"."""
    forms = verb_forms(word)
    return "VB" in forms and not forms & {"VBD", "VBN", "VBZ", "VBG"} and word not in _GIVEN


def _lacks(here: Words, at: int) -> bool:
    before, tag = here.words[at - 1], here.tags[at - 1]
    if not _has_complement(here, at):
        return False
    if before in _ALONE:
        return _is_set(here, at)
    if _is_governor(here, at - 1):
        start = _segment(here, at)
        return _SENSES.isdisjoint(here.words[start : at - 1]) and not _is_asked(here, start, at)
    return here.tags[at] != "NN" and tag in (*NOUNS, "CD", "RP") and before != "%" and _is_beyond(here, at)


def _has_complement(here: Words, at: int) -> bool:
    """Whether what follows is what follows a verb, and the word is no noun there."""
    tag, word = here.tag(at + 1), here.words[at]
    if tag in _OBJECT:
        return True
    classes = word_classes(word)
    if is_noun(word) or classes & {"adjective", "adverb", "function"}:
        return False
    if "noun" in classes and not (here.tag(at - 1)[:2] in ("JJ", "VB", "RB") and _is_governor(here, at - 1)):
        return False
    return tag in _LIGHT or tag in ("IN", "RB", ".", ",", "TO", "CC")


def _is_asked(here: Words, start: int, at: int) -> bool:
    """Whether a modal verb or "do" before a verb has no other one: "will for the first time board"."""
    asking = [place for place in range(start, at) if here.tags[place] == "MD" or here.words[place] in DO]
    return bool(asking) and not any(here.tags[place] in ("VB", "VBP", "VBN") for place in range(asking[-1] + 1, at))


def _is_sure(here: Words, at: int) -> bool:
    """Whether a verb is finite for certain, and no participle behind its noun."""
    if here.tags[at] in ("MD", "VBZ") or here.words[at] in BE | HAVE:
        return True
    if here.tags[at] != "VBD":
        return False
    if "VBN" not in verb_forms(here.words[at]) or here.words[at - 1] in NOMINATIVE:
        return True
    single = here.tag(at - 1) in ("NN", "NNP") and number(here.words[at - 1]) != "plural"
    alone = single and sum(here.tags[place] in FINITE for place in range(here.first, here.last)) <= _TWO
    return alone or here.tag(at + 1) in ("DT", "PRP$", "PRP")


def _segment(here: Words, at: int) -> int:
    """Return the first token of the stretch before a token that no mark or link cuts."""
    start = at
    while start > here.first and here.words[start - 1] not in _BOUNDS and at - start < _LONG:
        start -= 1
    return start


def _is_set(here: Words, at: int) -> bool:
    """Whether "him", "them" and their like before a verb are the object of a verb that takes no bare one."""
    verb = at - 2
    if here.tag(verb)[:2] != "VB" or here.word(verb) in _HOSTS | HAVE or here.words[verb] in BE:
        return False
    return is_of("v object-infinitive", here.words[verb]) or (
        here.tag(at + 1) in _OBJECT and not is_noun(here.words[at])
    )


def _is_governor(here: Words, at: int) -> bool:
    """Whether a word takes an infinitive with "to" at once behind it, and is no subject of several."""
    word, tag = here.words[at], here.tags[at]
    if word in _HOSTS | HAVE:
        return False
    if tag in ("JJ", "JJR") or word == "enough":
        told = here.words[here.skip_adverbs(at - 1)] in BE or here.word(at - 1) in ("too", "more", "so", "enough")
        told = told and "noun" not in word_classes(here.words[at + 1])
        return told or (is_of("a only-infinitive", word) and here.word(at - 1) not in ("the", "a", "an", "no"))
    if tag == "NN":
        start = _segment(here, at)
        own = is_of("n infinitive-bound", word) or is_of("n only-infinitive", word)
        own = own or any(_is_sure(here, place) for place in range(start, at) if here.tags[place] in FINITE)
        return is_of("n infinitive", word) and start < at and own and not _shared(here, at)
    if tag[:2] == "VB" and (tag not in ("VBG", "VBN") or here.words[here.skip_adverbs(at - 1)] in HAVE):
        said = is_of("v clause", word) or is_of("v clause-only", word)
        return is_of("v infinitive", word) and not said and not is_noun(here.words[at + 1])
    return False


def _shared(here: Words, at: int) -> bool:
    """Whether a noun is the last of several that "and" joins, or a group that takes a plural verb."""
    return "and" in here.words[max(here.first, at - 6) : at] or is_of("n group", here.words[at])


def _is_beyond(here: Words, at: int) -> bool:
    """Whether the clause has its finite verb before a verb, and nothing near it takes a bare one."""
    start = _segment(here, at)
    finite = [place for place in range(start, at - 1) if here.tags[place] in FINITE]
    if len(finite) != 1 or not _is_sure(here, finite[0]):
        return False
    stretch, opened = here.words[start : at - 1], here.word(start - 1)
    if not (_HOSTS - MODALS).isdisjoint(stretch):
        return False
    if here.words[finite[0]] in HAVE and here.phrase(finite[0] + 1) == at:
        return False  # "had the crew paint the wall"
    if _is_asked(here, start, at):
        return False
    if opened in _EMBEDDING and not here.has_finite(here.first, start - 1):
        return False  # "people who live in the valley remain poor"
    if opened in ("than", "and", "or", ",", "rather", "but", "who", "that", "which") and start == finite[0]:
        return False
    for place in range(start, at - 1):
        word = here.words[place]
        if here.tags[place][:2] == "VB" and (is_of("v clause", word) or is_of("v clause-only", word)):
            return False
    if here.tags[at - 1] in ("NNS", "NNPS") or number(here.words[at - 1]) != "singular":
        # "the plans companies make": a clause that belongs to a noun.
        phrase = at - 1
        while phrase > start and here.tags[phrase - 1] in ("JJ", "CD", "NN", "NNP"):
            phrase -= 1
        return here.tag(phrase - 1) == "IN" and is_noun(here.words[at]) is False
    return True
