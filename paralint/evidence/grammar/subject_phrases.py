"""Subjects with all that belongs to their noun: phrases with prepositions, participles, relative clauses, additions."""

from __future__ import annotations

from paralint.evidence.grammar.clause_parts import (
    AUXILIARIES,
    OPENERS,
    SAYING,
    group_at,
    is_closed,
    is_misread,
    noun_phrase,
    past_adverbs,
)
from paralint.evidence.grammar.predicates import FINITE, NOMINATIVE, NOUNS, Words
from paralint.evidence.words.closed import PREPOSITIONS, QUOTES, words
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.morphology import verb_forms, word_classes

_NO_ATTRIBUTE = words("since until despite as after before")  # may begin what belongs to the verb
_BEHIND_COMMA = words("who which whose where")
_ADJECTIVES = words(
    """
    worth aged full due available responsible close similar equal such able ready likely familiar popular typical
    common unique native open next opposite free bound critical reminiscent capable
    """
)
QUANTITIES = words(
    """
    one two three four five six seven eight nine ten dozen dozens hundreds thousands millions most some half all many
    several few any each both none lots plenty majority couple handful scores tens number more part much rest bulk
    third quarter two-thirds three-quarters thirds quarters series group groups types kinds sort kind type pair
    """
)
_OPENS_ADDITION = frozenset(
    ["DT", "VBN", "VBD", "JJ", "CD", "NN", "NNP", "NNS", "IN", "VBG", "PRP$", "RB", "JJS", "TO"]
)
_POST = frozenset({"VBN", "VBG"})
_LONGEST_RELATIVE = 18  # tokens
_LONGEST_ADDITION = 16  # tokens between two commas
_ADDITIONS = 7  # that one noun may have
_SHORTEST_CLAUSE = 2  # tokens of a subject of one noun and its verb


def read_subject(here: Words, start: int) -> tuple[int, int, int] | None:
    """Return the head of the subject that begins at ``start``, the token behind it, its first participle or -1."""
    word, tag = here.word(start), here.tag(start)
    if word in NOMINATIVE or word in ("it", "there", "you"):
        return start, start + 1, -1
    if word == "no" and here.word(start + 1) == "one":
        return start + 1, start + 2, -1
    if tag == "DT" and here.tag(start + 1) in FINITE:
        return start, start + 1, -1
    end = noun_phrase(here, start)
    if end == start or here.tags[end - 1] == "RB":
        return None
    if here.words[end - 1] == "worth" and end - start > 1:
        end -= 1
    end = _without_verb(here, start, _owned(here, end))
    head = end - 1
    if here.word(end) == "of" and (here.words[head] in QUANTITIES or here.tags[head] == "CD"):
        behind = noun_phrase(here, end + 1)
        if behind > end + 1 and here.words[head] != "number":
            head, end = behind - 1, behind
    reduced = -1
    for _ in range(_ADDITIONS):
        longer, participle = _addition(here, end)
        if longer == end:
            break
        if participle and reduced < 0:
            reduced = end
        end = longer
    return head, end, reduced


def _owned(here: Words, end: int) -> int:
    """Return the end of a phrase with what is owned, if that is a noun read as an adjective: "the man's flat"."""
    if (
        here.word(end) == "'s"
        and "noun" in word_classes(here.word(end + 1))
        and here.tag(end + 2) in ("VBN", "VBD", "MD")
    ):
        return end + 2
    return end


def _without_verb(here: Words, start: int, end: int) -> int:
    """Return the end of a phrase without a last word that is the only verb of its clause: "a tour costs six euros"."""
    last = end - 1
    if end - start < _SHORTEST_CLAUSE + 1 or here.tags[last] != "NNS" or "VBZ" not in verb_forms(here.words[last]):
        return end
    return last if here.tags[start] in ("DT", "PRP$", "NNP") and is_misread(here, last) else end


def _addition(here: Words, end: int) -> tuple[int, bool]:
    """Return the token behind what belongs to a noun, if it begins at ``end``, and whether that is a participle."""
    word, tag = here.word(end), here.tag(end)
    if word in ("and", "or"):
        return _phrase_at(here, end + 1, end), False
    if word in ("as", "together", "along") and here.word(end + 1) in ("well", "with"):
        return _phrase_at(here, end + 2 + (here.word(end + 2) == "as"), end), False
    if word in PREPOSITIONS - _NO_ATTRIBUTE and tag in ("IN", "TO", "RP", "VBG"):
        return _prepositional(here, end), False
    if word not in AUXILIARIES and (tag in _POST or (tag == "VBD" and "VBN" in verb_forms(word))):
        behind = _participial(here, end)
        return (behind, True) if behind else (end, False)
    if word in _ADJECTIVES and tag in ("JJ", "VBN", "RB", "IN", "NN"):
        return _phrase_at(here, end + 1 + (here.word(end + 1) in PREPOSITIONS), end), False
    if word in ("who", "which", "that", "whose", "where") and here.word(end - 1) != ",":
        return _relative(here, end), False
    if word == ",":
        return _between(here, end), False
    if word == "(":
        close = next((at for at in range(end, min(end + 12, here.last - 1)) if here.words[at] == ")"), -1)
        return (close + 1 if close > 0 else end), False
    return end, False


def _phrase_at(here: Words, start: int, otherwise: int) -> int:
    """Return the token behind a noun phrase that begins at ``start``; ``otherwise`` if none does."""
    behind = noun_phrase(here, start)
    return behind if behind > start else otherwise


def _prepositional(here: Words, end: int) -> int:
    """Return the token behind a phrase with a preposition at ``end``, which belongs to a noun; ``end`` if none does."""
    word = here.word(end)
    start = end + 1 + (here.word(end + 1) in ("about", "around", "nearly", "both", "either"))
    if here.tag(start) == "VBG" and word in ("of", "for", "in", "by", "about"):
        return max(noun_phrase(here, start + 1), start + 1)
    behind = noun_phrase(here, start)
    if behind > start:
        return behind
    if here.tag(start) == "JJ" and here.tag(start + 1) in FINITE:
        return start + 1
    if word == "to" and here.tag(start) == "VB":
        return max(noun_phrase(here, start + 1), start + 1)
    return end


def _participial(here: Words, end: int) -> int:
    """Return the token behind a participle at ``end`` and what goes with it; 0 if it is none that belongs to a noun."""
    tag = here.tag(end)
    if tag == "VBD" and is_closed(here, end + 1):
        return 0
    place = end + 1
    while here.tag(place) in ("RP", "RB"):
        place += 1
    word = here.word(place)
    if word in OPENERS:
        return 0
    if word in PREPOSITIONS or here.tag(place) in ("IN", "TO"):
        if word == "to" and here.tag(place + 1) == "VB":
            return max(noun_phrase(here, place + 2), place + 2)
        return _phrase_at(here, place + 1, 0)
    if tag == "VBG":
        return max(noun_phrase(here, place), place)
    if tag == "VBD" and here.tag(place) in ("DT", "PRP$", "PRP", "NNP", "NNS") and word not in WEEKDAYS:
        return 0  # it has an object, so it is no participle
    if word in ("last", "this", "next", "yesterday", "today") or word in WEEKDAYS:
        return _phrase_at(here, place, place + 1)
    return place


def _relative(here: Words, at: int) -> int:
    """Return the token behind a relative clause without commas: where the next finite verb stands."""
    first = next((place for place in range(at + 1, min(at + 8, here.last)) if here.tags[place] in FINITE), -1)
    if first < 0:
        return at
    place = first + 1
    while place < min(first + _LONGEST_RELATIVE, here.last - 1):
        word, tag = here.words[place], here.tags[place]
        if word in (";", ":", "that", "because", "although", "while", "if", "than") or word in QUOTES or word == ",":
            return at
        bare = tag == "VB" and here.tags[place - 1] in (*NOUNS, "RB") and here.tag(place + 1) in ("DT", "PRP$", "NNS")
        if (tag in FINITE or bare) and here.tags[place - 1] not in ("CC", "WDT", "WP", "MD"):
            group = group_at(here, first)
            inside = group is not None and place <= group.verb
            if not inside:
                while here.tags[place - 1] == "RB" and place - 1 > first:
                    place -= 1
                return place if here.tags[place - 1] not in ("PRP", "WRB") else at
        place += 1
    return at


def _between(here: Words, comma: int) -> int:
    """Return the token behind an addition between two commas, if a verb follows; else the comma itself."""
    word, tag = here.word(comma + 1), here.tag(comma + 1)
    clause = word in _BEHIND_COMMA or (tag == "IN" and here.tag(comma + 2) in ("WDT", "WP"))
    clause = clause or (here.word(comma + 2) == "of" and here.tag(comma + 3) in ("WDT", "WP"))
    opens = clause or tag in _OPENS_ADDITION
    if not opens or (word in ("and", "but", "which") and not clause):
        return comma
    for at in range(comma + 2, min(comma + 2 + _LONGEST_ADDITION, here.last - 1)):
        word, tag = here.words[at], here.tags[at]
        if word == ",":
            behind = past_adverbs(here, at + 1)
            following = here.tag(behind)
            verbal = following in FINITE or here.words[behind] in AUXILIARIES
            verbal = verbal or (following in ("VBN", "VBG") and bool(verb_forms(here.words[behind])))
            if verbal and (clause or here.words[behind] not in SAYING | {"including", "according"}):
                return at + 1
            if clause and at > comma + _LONGEST_ADDITION // 2:
                return comma
            continue
        if word in QUOTES or word in (";", ":"):
            return comma
        if word == "them" and here.words[at - 1] in ("among", "of"):
            continue
        if not clause and (tag in ("MD", "VBZ", "VBP", "PRP", "EX") or word in ("was", "were", "had")):
            return comma
    return comma
