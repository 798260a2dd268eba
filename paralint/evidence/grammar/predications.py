"""Subjects and their verb groups, read from the front of each clause, boldly.

``predicates`` says nothing where anything leaves a doubt. Here a clause is read from where it may begin: a noun phrase,
what belongs to it (phrases with prepositions, participles, relative clauses, additions in commas), the auxiliaries and
the verb. Words are taken by the forms that they can have and not by their tags alone, since the tagger reads a verb
that is damaged as something else. What is read so may be wrong in one of twenty clauses, so the rules that ask for it
are heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOMINATIVE, NOUNS, Words, sentences
from paralint.evidence.words.closed import PREPOSITIONS, QUOTES, words
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

MODALS = words("will would can could may might must shall should 'll ca wo cannot")
_AUXILIARIES = MODALS | BE | HAVE | DO
_NO_ATTRIBUTE = words("since until despite as after before")  # may begin what belongs to the verb
_OPENERS = words("that because although though while when where if unless whether why how")
_ALSO_OPENERS = words("after before since as once until")
_SAYING = words(
    "said says say added adds warned warns claimed claims insisted believes believed thinks hopes fears feared argued"
)
_ENDS_CLAUSE = words(
    "when because although though while if where unless who which that what how whether before after since until once"
)
_COORDINATORS = frozenset({"and", "but"})
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
_POST = frozenset({"VBN", "VBG"})
_PRE = words(
    "about nearly almost around some only just over roughly approximately even under exactly up at more less fewer"
)
_PRE_SECOND = words("to least most than")
_LONGEST_RELATIVE = 18
_LONGEST_ADDITION = 16
_ADDITIONS = 7
_SHORTEST_CLAUSE = 2
NOT = frozenset({"not", "n't", "never"})


class Group(NamedTuple):
    """A verb with its auxiliaries.

    Attributes:
        first: the first token, an auxiliary or the verb itself.
        verb: the last verb, the main one.
        passive: whether it is a participle behind "be".
        finite: whether the first of them can be finite.
        auxiliaries: the tokens of the auxiliaries.
    """

    first: int
    verb: int
    passive: bool
    finite: bool
    auxiliaries: tuple[int, ...]


class Predication(NamedTuple):
    """A subject and its verb group.

    Attributes:
        start: the first token of the subject, a relative pronoun too.
        head: the noun or pronoun that tells what the subject is; for a relative pronoun the noun that it stands for.
        end: the token behind the subject.
        group: its verbs.
        kind: ``main`` at the head of its sentence, ``inner`` in it, ``relative``; ``bare`` if the only verb is a
            participle that could as well be an attribute, but nothing else is there for a predicate.
    """

    start: int
    head: int
    end: int
    group: Group
    kind: str


def predications(document: Document) -> tuple[tuple[Words, Predication], ...]:
    """Return the subjects with their verb groups, in reading order."""
    return document.derive(_predications)


def _predications(document: Document) -> tuple[tuple[Words, Predication], ...]:
    found: list[tuple[Words, Predication]] = []
    for here in sentences(document):
        found.extend((here, read) for read in _read(here))
    return tuple(found)


def main_clauses(document: Document) -> Iterator[tuple[Words, Predication]]:
    """Yield the first main clause of each sentence that has one."""
    seen = -1
    for here, read in predications(document):
        if read.kind == "main" and here.first != seen:
            seen = here.first
            yield here, read


def openings(document: Document) -> Iterator[tuple[Words, int]]:
    """Yield the tokens where a subject may begin, with their sentences."""
    for here in sentences(document):
        if here.words[here.last - 1] != "?":
            for start in _starts(here):
                yield here, start


def past_adverbs(here: Words, at: int) -> int:
    """Return the first token from ``at`` on that is no adverb; a participle that is read as one is none."""
    while at < here.last - 1:
        if here.words[at].endswith("ed") and "VBN" in verb_forms(here.words[at]):
            return at
        if here.words[at] == "no" and here.words[at + 1] == "longer":
            at += 2
        elif here.tags[at] in ("RB", "RBR") or here.words[at] in ("already", "still", "also", "since", "yet", "now"):
            if here.tags[at] == "IN":  # "since May"
                return at
            at += 1
        else:
            return at
    return at


def group_at(here: Words, at: int) -> Group | None:
    """Return the verb group that begins at ``at`` or behind adverbs there."""
    place = past_adverbs(here, at)
    chain: list[int] = []
    while place < here.last - 1 and (here.words[place] in _AUXILIARIES or here.tags[place] == "MD"):
        if here.words[place] == "'s" and here.tags[place] == "POS":
            return None
        chain.append(place)
        place = past_adverbs(here, place + 1)
    word, tag = here.word(place), here.tag(place)
    forms = verb_forms(word)
    if not chain:
        if not forms or not (
            tag.startswith("VB")
            or (tag in ("NN", "NNS") and "noun" not in word_classes(word))
            or _is_misread(here, place)
        ):
            return None
        finite = tag in ("VBZ", "VBP", "VBD") or "VBD" in forms or (tag == "NNS" and "VBZ" in forms)
        finite = finite or (tag == "VB" and here.tag(place + 1) in ("DT", "PRP$") and here.word(place - 1) != "not")
        return Group(place, place, False, finite, ())
    last = here.words[chain[-1]]
    first = here.words[chain[0]]
    finite = first not in ("be", "been", "being", "having")
    if forms and place < here.last and tag not in ("IN", "CC", "NNP"):
        verbal = tag.startswith("VB") or tag in ("JJ", "NN", "NNS") or word.endswith("ed")
        if last in BE and verbal and "VBN" in forms and (tag in ("VBN", "VBD", "JJ") or word.endswith("ed")):
            return Group(chain[0], place, True, finite, tuple(chain))
        if last in BE and tag == "VBG":
            return Group(chain[0], place, False, finite, tuple(chain))
        if last in HAVE and verbal and tag not in ("NN", "NNS") and ("VBN" in forms or "VBD" in forms):
            return Group(chain[0], place, False, finite, tuple(chain))
        modal = last in MODALS | DO or here.tags[chain[-1]] == "MD"
        if modal and "VB" in forms and tag in ("VB", "VBP", "NN", "JJ", "VBD", "VBN"):
            return Group(chain[0], place, False, finite, tuple(chain))
    return Group(chain[0], chain[-1], False, finite, tuple(chain[:-1]))


def _is_misread(here: Words, at: int) -> bool:
    """Whether a verb in "-s" is read as a noun: "a tour costs six euros", "the firm plans to close it"."""
    if here.tags[at] != "NNS" or "VBZ" not in verb_forms(here.words[at]) or here.tag(at - 1) not in ("NN", "NNP"):
        return False
    asks = here.tag(at + 1) in ("CD", "DT", "PRP$") or (here.word(at + 1) == "to" and here.tag(at + 2) == "VB")
    return asks and is_closed(here, at + 1)


def _read(here: Words) -> Iterator[Predication]:
    if here.words[here.last - 1] == "?":
        return
    done = here.first
    opening = _fronted(here, _first(here))
    for start in _starts(here):
        if start < done:
            continue
        read = read_subject(here, start)
        if read is None:
            continue
        head, end, reduced = read
        group = group_at(here, end)
        kind = "main" if start == opening else "inner"
        if group is not None and group.finite and here.words[group.first] != "'d":
            yield Predication(start, head, end, group, kind)
            done = group.verb
        elif reduced >= 0 and is_closed(here, reduced + 1):
            past = "VBD" in verb_forms(here.words[reduced])
            yield Predication(start, head, reduced, Group(reduced, reduced, False, past, ()), kind if past else "bare")
            done = end
        elif group is not None and is_closed(here, group.verb + 1):
            yield Predication(start, head, end, group, "bare")
            done = group.verb
    yield from _relatives(here)


def _relatives(here: Words) -> Iterator[Predication]:
    for at in range(here.first + 1, here.last - 2):
        if here.words[at] not in ("who", "which", "that"):
            continue
        before = at - 1 - (here.words[at - 1] == ",")
        if before < here.first or here.tags[before] not in (*NOUNS, "DT", "CD", "PRP"):
            continue
        if here.words[at] == "that" and here.tags[at + 1] not in (*FINITE, "RB", "VBN"):
            continue
        group = group_at(here, at + 1)
        if group is not None and group.finite:
            yield Predication(at, before, at + 1, group, "relative")


def is_closed(here: Words, at: int) -> bool:
    """Whether the clause that goes on at ``at`` ends, or is joined to another one, before a finite verb follows."""
    place = at
    while place < here.last - 1:
        word, tag = here.words[place], here.tags[place]
        if tag in FINITE or (word in _AUXILIARIES - {"having", "being", "been", "be", "'s"} and tag != "NNP"):
            return False
        if tag.startswith("VB") and "VBD" in verb_forms(word) and here.tag(place + 1) in ("NN", "DT", "PRP$", "NNS"):
            return False
        if tag == "VBN" and "VBD" in verb_forms(word) and here.tags[place - 1] in NOUNS and place > at + 1:
            return False
        if tag == "NNS" and "VBZ" in verb_forms(word) and here.tag(place + 1) in ("DT", "PRP$", "CD"):
            return False
        if word in (";", ":", "–", "—"):
            return True
        if word in _ENDS_CLAUSE and tag != "NN":
            return word not in ("who", "which", "that") or here.words[place - 1] != ","
        if word in ("and", "but") and _joins(here, place):
            return True
        if word in QUOTES:
            return False
        if word == ",":
            following = here.word(place + 1)
            if following in ("which", "who", "where", "whose"):
                comma = next((spot for spot in range(place + 2, here.last) if here.words[spot] == ","), -1)
                behind = past_adverbs(here, comma + 1)
                return comma < 0 or (here.tag(behind) not in FINITE and here.words[behind] not in _AUXILIARIES)
            if following in _ENDS_CLAUSE | {"according"} or (following in ("and", "but") and _joins(here, place + 1)):
                return True
            said = here.subject_phrase(place + 1)
            if said > place + 1 and here.word(said) in _SAYING:
                return True
            if said > place + 1 and here.tag(said) in FINITE and "," not in here.words[place + 1 : here.last]:
                return True
        place += 1
    return True


def _joins(here: Words, conjunction: int) -> bool:
    """Whether a conjunction joins a finite verb or a clause with its subject."""
    start = conjunction + 1
    if here.tag(start) == "CD" and here.tags[conjunction - 1] in ("CD", "NNS", "NN"):
        return False  # "February 16 and 17 will"
    verb = _np(here, start)
    return here.tag(past_adverbs(here, verb)) in FINITE


def _first(here: Words) -> int:
    """Return the first token of a sentence behind quotation marks and conjunctions."""
    first = here.first
    while here.word(first) in QUOTES or here.word(first) in ("but", "and", "yet", "however", "meanwhile"):
        first += 1
        first += here.word(first) == ","
    return first


def _starts(here: Words) -> Iterator[int]:
    """Yield the tokens where a clause may begin."""
    first = _first(here)
    fronted = _fronted(here, first)
    if fronted > first and here.words[first] in _OPENERS | _ALSO_OPENERS:
        yield first + 1
    yield fronted
    for at in range(fronted + 1, here.last - 2):
        before, tag = here.words[at - 1], here.tags[at - 1]
        if before in _OPENERS:
            if before == "that" and (tag != "IN" or here.tag(at - 2) in ("NN", "NNS", "NNP", "DT", "PRP")):
                continue  # "the plan that the council approved"
            if tag in ("IN", "WRB", "RB"):
                yield at
        elif before in _SAYING and tag in ("VBD", "VBZ", "VBP"):
            if here.words[at - 2] not in QUOTES and here.words[at - 2] != ",":
                yield at
        elif (
            before == "whose"
            or (before in _COORDINATORS and here.word(at - 2) in (",", ";"))
            or before in (";", ":", "–", "—")
        ):
            yield at


def _fronted(here: Words, first: int) -> int:
    """Return where the subject of a sentence begins, behind the phrases or the clause that open it and their comma."""
    word, tag = here.word(first), here.tag(first)
    if word in NOMINATIVE or tag in ("DT", "PRP$", "NNP", "EX") or (tag in ("NN", "NNS", "CD", "PRP") and word != "it"):
        return first
    phrase = tag in ("IN", "TO", "RB", "VBG", "VBN", "WRB") or word in ("yesterday", "today")
    if tag == "IN":
        behind = _np(here, first + 1)
        if here.word(first + 1) in WEEKDAYS and here.tag(first + 2) in ("NNS", "NNP", "NN", "CD", "JJ"):
            return first + 2
        begins = here.tag(behind) in ("PRP", "DT", "PRP$") or here.word(behind) in ("about", "around", "nearly", "more")
        if behind > first + 1 and begins:
            return behind
    if not phrase:
        return first
    clause = word in ("if", "when", "although", "because", "though", "while", "as", "since", "after", "before", "once")
    for comma in range(first + 1, min(first + 22, here.last - 3)):
        if here.words[comma] != ",":
            continue
        if here.tags[comma + 1] in ("DT", "PRP$", "PRP", "NNP", "NNS", "CD", "NN", "JJ", "EX"):
            return comma + 1
        if not clause:
            return first
    return first


def _np(here: Words, at: int) -> int:
    """Return the token behind a noun phrase, with words of degree before its number; ``at`` if none begins there."""
    start = at
    if here.word(at) in _PRE:
        start += 1 + (here.word(at + 1) in _PRE_SECOND)
        if here.tag(start) not in ("CD", "DT", "JJ", "NNS", "NN", "$"):
            return at
    word = here.word(start)
    if word in ("anyone", "everyone", "someone", "nobody", "anybody", "everybody", "somebody", "nothing", "everything"):
        return start + 1
    if word in ("these", "those", "all", "both", "each", "many", "most", "some", "several", "this"):
        end = here.phrase(start + 1)
        if end > start + 1 and here.tags[start + 1] != "PRP":
            return end
        return start + 1
    end = here.phrase(start)
    if end == start:
        return at
    if here.word(end) == "no" and here.word(end + 1) == "one":
        return end
    return end


def read_subject(here: Words, start: int) -> tuple[int, int, int] | None:
    """Return the head of the subject that begins at ``start``, the token behind it, its first participle or -1."""
    word, tag = here.word(start), here.tag(start)
    if word in NOMINATIVE or word in ("it", "there", "you"):
        return start, start + 1, -1
    if word == "no" and here.word(start + 1) == "one":
        return start + 1, start + 2, -1
    if tag == "DT" and here.tag(start + 1) in FINITE:
        return start, start + 1, -1
    end = _np(here, start)
    if end == start or here.tags[end - 1] == "RB":
        return None
    if here.words[end - 1] == "worth" and end - start > 1:
        end -= 1
    end = _without_verb(here, start, _owned(here, end))
    head = end - 1
    if here.word(end) == "of" and (here.words[head] in QUANTITIES or here.tags[head] == "CD"):
        behind = _np(here, end + 1)
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
    return last if here.tags[start] in ("DT", "PRP$", "NNP") and _is_misread(here, last) else end


def _addition(here: Words, end: int) -> tuple[int, bool]:
    """Return the token behind what belongs to a noun, if it begins at ``end``, and whether that is a participle."""
    word, tag = here.word(end), here.tag(end)
    if word in ("and", "or"):
        return _phrase_at(here, end + 1, end), False
    if word in ("as", "together", "along") and here.word(end + 1) in ("well", "with"):
        return _phrase_at(here, end + 2 + (here.word(end + 2) == "as"), end), False
    if word in PREPOSITIONS - _NO_ATTRIBUTE and tag in ("IN", "TO", "RP", "VBG"):
        return _prepositional(here, end), False
    if word not in _AUXILIARIES and (tag in _POST or (tag == "VBD" and "VBN" in verb_forms(word))):
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
    behind = _np(here, start)
    return behind if behind > start else otherwise


def _prepositional(here: Words, end: int) -> int:
    """Return the token behind a phrase with a preposition at ``end``, which belongs to a noun; ``end`` if none does."""
    word = here.word(end)
    start = end + 1 + (here.word(end + 1) in ("about", "around", "nearly", "both", "either"))
    if here.tag(start) == "VBG" and word in ("of", "for", "in", "by", "about"):
        return max(_np(here, start + 1), start + 1)
    behind = _np(here, start)
    if behind > start:
        return behind
    if here.tag(start) == "JJ" and here.tag(start + 1) in FINITE:
        return start + 1
    if word == "to" and here.tag(start) == "VB":
        return max(_np(here, start + 1), start + 1)
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
    if word in _OPENERS:
        return 0
    if word in PREPOSITIONS or here.tag(place) in ("IN", "TO"):
        if word == "to" and here.tag(place + 1) == "VB":
            return max(_np(here, place + 2), place + 2)
        return _phrase_at(here, place + 1, 0)
    if tag == "VBG":
        return max(_np(here, place), place)
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
    opens = clause or tag in (
        "DT",
        "VBN",
        "VBD",
        "JJ",
        "CD",
        "NN",
        "NNP",
        "NNS",
        "IN",
        "VBG",
        "PRP$",
        "RB",
        "JJS",
        "TO",
    )
    if not opens or (word in ("and", "but", "which") and not clause):
        return comma
    for at in range(comma + 2, min(comma + 2 + _LONGEST_ADDITION, here.last - 1)):
        word, tag = here.words[at], here.tags[at]
        if word == ",":
            behind = past_adverbs(here, at + 1)
            following = here.tag(behind)
            verbal = following in FINITE or here.words[behind] in _AUXILIARIES
            verbal = verbal or (following in ("VBN", "VBG") and bool(verb_forms(here.words[behind])))
            if verbal and (clause or here.words[behind] not in _SAYING | {"including", "according"}):
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
