"""Marks that cut a sentence where it hangs together, or are missing where it does not.

A comma does not part a subject from its verb nor join two main clauses, a full stop does not part a clause from what it
belongs to, and two clauses do not follow each other without mark or conjunction (Quirk et al. 1985, appendix III).
Machines that rebuild sentences leave these. A subject is followed only as far as its words leave no doubt, and every
mark that may set something off, or begin a list or a quotation, excuses the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import FINITE, NOMINATIVE, NOUNS, Words, sentences
from paralint.evidence.words.closed import QUOTES, words
from paralint.evidence.words.nouns import agents
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_OTHER_MARKS = frozenset({";", ":", "(", ")", "–", "—", "-", "…", "...", "[", "]"}) | QUOTES
_SAYS = words(
    """
    said says say told tells added adds thinks thought believes believed argued argues claims claimed seems seemed
    appears appeared hopes hoped recalled noted notes wrote writes explained insisted warned joked felt feels knew
    knows meant means reported reports announced suggests suggested predicted admits admitted concluded complained
    replied asked stressed confirmed states stated understands understood fears feared
    report note say suggest estimate estimates estimated conclude argue believe claim think
    """
)
_FORMS = words("is are was were has have had will would can could must should may might did does")
_SUBORDINATORS = words("because although though while if when unless whereas")
_PARTS = words("after before until since where")
_LINKS = words("therefore however moreover nevertheless meanwhile thus consequently furthermore")
_ASKS = words("asked asks wondered wonders knew knows decided")
_CLAUSE_NOUNS = words(
    """
    fact idea claim view belief hope news allegation argument assumption conclusion feeling suggestion thought warning
    report statement possibility impression accusation announcement
    """
)
_MOMENTS = words(
    """
    day days night week month year time morning evening afternoon moment hour minute minutes hours weeks months years
    season weekend summer winter spring autumn decade century end beginning start
    """
)
_PARTS_OF = words(
    "none neither most some many all both half each several few one two three four five six seven eight nine ten"
)
_FULL_NAME = 2  # names of one who is told with an office in front
_BEFORE = words("before after since as once until whether that")
_CLAIMS = words("claims reports fears hopes concerns evidence warnings belief fact rumours news idea signs suggestions")
_CLAUSAL = words(
    """
    sure certain glad happy confident afraid sorry aware proud pleased clear unclear likely possible hopeful worried
    convinced surprised adamant lucky true obvious unlikely important vital essential time good better best same
    enough able right wrong doubtful unaware disappointed delighted angry upset concerned
    """
)
# Prepositions that take no clause, and those that are one only with a second word.
_PHRASAL = {
    "because": "of",
    "due": "to",
    "owing": "to",
    "thanks": "to",
    "spite": "of",
    "result": "of",
    "account": "of",
    "case": "of",
    "event": "of",
    "view": "of",
    "prior": "to",
    "instead": "of",
    "regardless": "of",
    "according": "to",
    "ahead": "of",
}
_OPENS_ONLY = frozenset({"with", "without"})  # "the man with the dog was"
_PREPOSITIONS = frozenset(_PHRASAL) | {"despite", "during", "following", "notwithstanding"} | _OPENS_ONLY
_OTHER = (
    frozenset({"that", "because", "if", "when", "while", "although", ";", ":", "–", "—", "-", "than", "as"}) | QUOTES
)
_DEGREES = words("so such too as more less how however whatever if when because since although while")
_OPENERS = words(
    """
    one some others all both each every the-more no neither either what whatever who whoever that this these those
    """
)


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the places where a mark is wrong or missing, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        first, last = here.first, here.last
        ends = here.words[last - 1] == "."
        marks = [at for at in range(first, last) if here.words[at] == "," or here.words[at] in _OTHER_MARKS]
        quoted = any(here.words[at] in QUOTES for at in marks)
        if ends and not quoted:
            # "LEER, May 19": a month with a capital is no verb
            yield from (slip for slip in _parted(here, marks) if not document.tokens.word(slip.last).capital)
            yield from _unclosed(here, marks)
            yield from _before_complement(here, marks)
            yield from _fragment(here, marks)
            yield from _spliced(here, marks)
            yield from _of_them(here, marks)
            yield from _run_on(here)
        if not _PREPOSITIONS.isdisjoint(here.words[first:last]) and here.words[last - 1] != "?":
            yield from _behind_preposition(here)


def _subject(here: Words) -> int:
    """Return the token behind the phrase that opens a sentence as its subject; the first token if none does."""
    first = here.first
    word = here.words[first]
    if here.tags[first] not in ("DT", "PRP$", "NNP", "NNS", "CD", "JJ", "NN") or word in _OPENERS:
        return first
    return here.subject_phrase(first)


def _is_verb(here: Words, at: int) -> bool:
    """Whether a token is a finite verb, whatever the tagger takes it for."""
    word, tag = here.word(at), here.tag(at)
    if word in _FORMS:
        return True
    if tag not in ("VBD", "VBZ", "VBP"):
        return False
    return tag == "VBZ" or "VBN" not in verb_forms(word) or word in ("said", "told", "announced", "died")


def _parted(here: Words, marks: list[int]) -> Iterator[Slip]:
    """Yield a comma between a subject and its verb: "the minister of health, said the vaccine was safe"."""
    end = _subject(here)
    if end < here.last and here.words[end] in _LINKS and here.word(end + 1) == ",":
        end += 1  # "the law therefore, will change"
    if end == here.first or (here.tags[end - 1] == "RB" and here.words[end - 1] not in _LINKS):
        return
    if here.words[end] != "," and here.words[end] in ("who", "which", "that"):
        verb = end + 1
        if here.tag(verb) not in FINITE:
            return
        end = next((at for at in marks if at > verb), here.last)
        inner = here.words[verb:end]
        if end >= here.last or "and" in inner or "or" in inner or here.tags[end - 1] in FINITE or len(inner) > 9:
            return
        if sum(here.tags[at] in FINITE for at in range(verb, end)) > 1 or "that" in inner:
            return
    if here.word(end) != "," or not _is_verb(here, end + 1):
        return
    # A second comma may close what the first one opens: "the firm, said to be the oldest, has".
    verb = end + 1
    others = [at for at in marks if at > end]
    if here.words[verb] in _SAYS and others:
        return
    if any(here.words[at] == "," and _is_verb(here, at + 1) for at in others) or here.word(verb + 1) in ("to", "by"):
        return
    if here.tags[here.first] in ("NN", "JJ") or (here.tags[here.first] == "NNS" and end - here.first > 3):
        return
    if any(here.tags[at] == "NNP" for at in range(here.first, end)) and here.words[verb] not in _SAYS | _FORMS:
        return
    if here.tags[here.first] == "CD":
        return
    yield Slip("comma", end - 1, verb)


def _unclosed(here: Words, marks: list[int]) -> Iterator[Slip]:
    """Yield an addition behind a subject whose second comma is missing: "the minister, Ana Ruiz called the plan"."""
    end = _subject(here)
    if end == here.first or marks[:1] != [end] or marks[1:] or here.words[end] != ",":
        return
    head = here.phrase(here.first) - 1
    if here.tags[head] not in NOUNS or here.words[head] in _MOMENTS or here.tags[here.first] == "CD":
        return
    start = end + 1
    if here.tag(start) == "NNP" and here.words[head] in agents() and here.tags[head] == "NN":
        verb = start
        while here.tag(verb) == "NNP":
            verb += 1
        if verb - start < _FULL_NAME:
            return
    elif here.word(start) in ("a", "an") or here.word(start) in ("in", "near", "at"):
        verb = here.subject_phrase(start + (here.word(start) in ("in", "near", "at")))
    else:
        return
    if verb <= start + 1 or "and" in here.words[end : here.last] or here.words[end - 1] == "and":
        return
    told = _is_verb(here, verb) or (here.tag(verb) == "VBD" and not any(here.others(verb)))
    if told and not here.has_finite(here.first, end):
        yield Slip("comma", end, verb)


def _before_complement(here: Words, marks: list[int]) -> Iterator[Slip]:
    """Yield a comma before a clause or infinitive that is an object: "knew, that", "the fact, that", "promised, to"."""
    for at in marks:
        if here.words[at] != "," or at - 1 <= here.first or at + 3 >= here.last:
            continue
        word, tag, following = here.words[at - 1], here.tags[at - 1], here.words[at + 1]
        if any(other < at and here.words[other] == "," for other in marks):
            continue  # the second comma of a pair
        if following == "that":
            noun = (
                tag in ("NN", "NNS") and word in _CLAUSE_NOUNS and here.word(at - 2) in ("the", "his", "her", "their")
            )
            wrong = noun or (tag in FINITE | {"VB"} and is_of("v clause", word))
            wrong = wrong and here.subject_phrase(at + 2) > at + 2
        elif following in ("whether", "how", "why", "when", "where"):
            asks = word in _ASKS or (word in ("say", "know", "see", "decide") and tag == "VB")
            last = not any(other > at for other in marks)
            wrong = asks and last and here.subject_phrase(at + 2) > at + 2
        elif following == "to":
            wrong = tag in ("VBD", "VBZ", "VBN") and is_of("v only-infinitive", word) and here.tag(at + 2) == "VB"
            wrong = wrong or (word in ("is", "was") and here.tag(at + 2) == "VB" and here.tag(at - 2) == "NN")
            wrong = wrong and not any(other > at for other in marks)
        else:
            continue
        if wrong:
            yield Slip("comma", at - 1, at + 1)


def _fragment(here: Words, marks: list[int]) -> Iterator[Slip]:
    """Yield what opens a clause that has no main clause: "Because it lost money.", "Who had fled to Spain."."""
    first = here.first
    word = here.words[first]
    if word in ("which", "who", "whose"):
        asked = sum(tag in FINITE for tag in here.tags[first : here.last]) > 1  # "Who will pay is less clear."
        if here.tag(first + 1) in FINITE and not asked and "," not in here.words[first : here.last]:
            yield Slip("fragment", first, first + 1)
        return
    if word not in _SUBORDINATORS | _PARTS or marks or here.word(first + 1) in ("of", "so", "not", "only"):
        return
    verbs = [at for at in range(first, here.last) if here.tags[at] in FINITE]
    start = here.subject_phrase(first + 1)
    if len(verbs) == 1 and start > first + 1 and verbs[0] == start and here.words[first - 1] != "?":
        yield Slip("fragment", first, verbs[0])


def _spliced(here: Words, marks: list[int]) -> Iterator[Slip]:
    """Yield a comma that joins two main clauses: "the mayor resigned, he had lost the vote"."""
    if len(marks) != 1 or here.words[marks[0]] != ",":
        return
    comma = marks[0]
    end = _subject(here)
    if here.words[here.first] in NOMINATIVE | {"it"}:
        end = here.first + 1
    while end < comma and here.words[end] in ("never", "always", "also", "still", "soon", "once", "later"):
        end += 1
    if (
        end == here.first
        or end >= comma
        or not (_is_verb(here, end) or (here.tags[end] == "VBD" and end + 1 == comma))
        or here.words[end] in _SAYS
    ):
        return
    if any(here.words[at] in _SAYS for at in range(end, here.last)):
        return
    other = comma + 1
    if here.word(other) in NOMINATIVE | {"it"}:
        verb = other + 1
    elif here.word(other) in ("the", "his", "her", "their", "its", "nobody", "nothing", "there"):
        verb = here.subject_phrase(other) if here.tag(other) in ("DT", "PRP$") else other + 1
        if verb == other:
            return
    else:
        return
    while here.tag(verb) == "RB":
        verb += 1
    if not _is_verb(here, verb) or verb + 2 >= here.last:
        return
    if not _SUBORDINATORS.isdisjoint(here.words[end:comma]) or not _BEFORE.isdisjoint(here.words[end:comma]):
        return
    if {"more", "less", "so", "neither", "not", "n't"} & set(here.words[here.first : comma]):
        return
    if here.words[verb] == here.words[end] and here.words[other] not in NOMINATIVE | {"it"}:
        return  # "one was killed, the others were hurt": set against each other on purpose
    yield Slip("run-on", comma, verb)


def _of_them(here: Words, marks: list[int]) -> Iterator[Slip]:
    """Yield a clause about parts that a comma alone joins: "in two sentences, neither of them mentions floods"."""
    commas = [at for at in marks if here.words[at] == ","]
    for comma in commas:
        start = comma + 1 + (here.word(comma + 1) in ("at", "only", "almost"))
        if here.word(start) not in _PARTS_OF or here.word(start + 1) != "of":
            continue
        verb = start + 3
        if here.word(start + 2) not in ("them", "these", "those") or not _is_verb(here, verb):
            continue
        front = here.words[here.first : comma]
        opened = not (_SUBORDINATORS | _PARTS | {"as", "once"}).isdisjoint(front)
        opened = opened or here.tags[here.first] in ("IN", "VBG", "RB", "TO")
        if not opened and any(_is_verb(here, at) for at in range(here.first + 1, comma)):
            yield Slip("run-on", comma, verb)


def _run_on(here: Words) -> Iterator[Slip]:
    """Yield a second clause without mark behind a predicate: "the bridge is old it will be replaced"."""
    end = _subject(here)
    if end == here.first or here.word(end) not in ("is", "was", "are", "were"):
        return
    place = end + 1
    while here.tag(place) == "RB":
        if here.words[place] in _DEGREES:
            return
        place += 1
    if here.tag(place) != "JJ" or here.words[place] in _CLAUSAL:
        return
    if here.word(place + 1) in ("it", "he", "she", "they") and here.tag(place + 2) in FINITE:
        yield Slip("run-on", place, place + 2)


def _behind_preposition(here: Words) -> Iterator[Slip]:
    """Yield a clause behind a preposition that takes none: "they stayed despite the police warned them"."""
    for at in range(here.first, here.last - 4):
        if here.words[at] not in _PREPOSITIONS:
            continue
        start = at + 1
        if here.words[at] in _PHRASAL:
            if here.words[start] != _PHRASAL[here.words[at]] or not _is_whole(here, at):
                continue
            start += 1
        if here.word(start) == "that":
            continue
        verb = start + 1 if here.word(start) in NOMINATIVE | {"it"} else here.subject_phrase(start)
        if verb > start and _is_predicate(here, start, verb) and _is_clause(here, at, start, verb):
            yield Slip("clause-behind-preposition", at, verb)
            return


def _is_whole(here: Words, at: int) -> bool:
    """Whether a noun of a phrasal preposition has the words in front that make it one: "as a result", "in case"."""
    word, before = here.words[at], here.word(at - 1)
    if word == "result":
        return before == "a" and here.word(at - 2) == "as"
    if word in ("spite", "case", "view", "event", "account"):
        return before in ("in", "on", "the")
    return True


def _is_predicate(here: Words, start: int, verb: int) -> bool:
    """Whether a finite verb that is no participle follows a subject that begins at ``start``."""
    word, tag = here.word(verb), here.tag(verb)
    if verb >= here.last or not _CLAIMS.isdisjoint(here.words[start:verb]):
        return False
    if any(here.tags[at] == "NNP" for at in range(start + 1, verb)) or here.tags[verb - 1] == "CD":
        return False
    if here.tags[start] == "NN" and verb > start + 1:
        return False
    if here.tags[start] == "DT" and verb == start + 1:
        return False
    if here.words[start - 1] in _OPENS_ONLY:
        return word in _FORMS or (tag == "VBD" and "VBN" not in verb_forms(word))
    if tag in ("VBD", "VBN") and "VBN" in verb_forms(word) and word not in _FORMS | {"said"}:
        # A participle belongs to the noun in front: "despite a drive aimed at them".
        acting = here.tag(verb + 1) in ("PRP", "DT", "PRP$") and here.word(verb + 1) not in ("this", "each", "every")
        return acting or is_of("v no-object", word)
    return _is_verb(here, verb) and (tag != "VBP" or word in _FORMS)


def _is_clause(here: Words, at: int, start: int, verb: int) -> bool:
    """Whether the verb behind a preposition at ``at`` can have no other subject than what stands between."""
    if at == here.first:
        comma = next((place for place in range(verb, here.last) if here.words[place] == ","), here.last)
        main = here.subject_phrase(comma + 1)
        pronoun = here.word(comma + 1) in NOMINATIVE | {"it", "there", "nobody"}
        main = comma + 2 if pronoun else main
        return main > comma + 1 and (here.tag(main) in FINITE or "VBD" in verb_forms(here.word(main)))
    if here.words[at] in _OPENS_ONLY:
        return False
    before = at - (here.words[at - 1] == ",")
    if here.words[at] == "result":
        at -= 2  # "as a result of"
    main = next((place for place in range(before - 1, here.first, -1) if here.tags[place] in FINITE), here.first)
    if main == here.first or is_of("v clause", here.words[main]) or here.words[main] in _SAYS:
        return False
    # "The man who was hurt during the raid was freed", "they saw the house that during the war was": other subjects.
    if any(
        here.tags[place] in ("WDT", "WP", "WRB") or here.words[place] in _OTHER for place in range(here.first, main)
    ):
        return False
    return not any(here.words[place] in _OTHER or here.tags[place] in ("CC", "WDT", "WP") for place in range(main, at))
