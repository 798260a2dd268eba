"""Verbs of another number than their subject, which is read from the front: what opens a clause, up to its verb.

``agreement`` goes back from a verb and stops at whatever may open another clause. Here a subject is read forward
instead: a quantity ("half of the houses", "nine of the 82 schools"), a pronoun ("anyone"), two or more joined names or
nouns, an infinitive or an -ing form, and behind its head phrases with prepositions, participles, relative clauses and
additions between commas (Quirk et al. 1985, 10.34 ff. and 17.9 ff.). What is read so far may mislead where the tagger
errs, so the rule that reports it asks for company.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.agreement import are_many, is_one
from paralint.evidence.grammar.complements import Slip, is_of
from paralint.evidence.grammar.predicates import FINITE, NOUNS, Words, sentences
from paralint.evidence.words.closed import DEMANDS, LETS, PREPOSITIONS, QUOTES, words
from paralint.text.document import Document
from paralint.text.morphology import countability, verb_forms, word_classes
from paralint.values import NamedTuple

_OPENERS = words("that because although though while when where whereas why how unless since as but and or if so")
_REPORTS = words("said says told added thinks believes believed warned claims claimed insisted hopes fears")
_MOMENTS = words("day days week weeks month months year years hour hours minutes night morning moment season time")
_OPENING = (
    QUOTES | _OPENERS | _REPORTS | {"after", "before", "until", "once"} | {",", ";", ":", "–", "—", "-"}
)  # a clause may begin behind these
_ONE_WORDS = words(
    """
    everybody everyone somebody someone nobody anybody anyone everything nothing something anything each either neither
    """
)
_MANY_WORDS = words("both several many few")
_PARTS = words("half most some all more any plenty lots two-thirds three-quarters thirds quarters rest majority")
_WITHOUT_NUMBER = words("what who which none no any such much more most half all some enough less that this")
_POSTURES = words(
    "living working travelling traveling standing sitting staying waiting arriving coming lying sleeping queuing"
)
_SINGLE = words("a an one every each no")
_NO_HEADS = words("number majority minority rest lot lots couple range variety total average percentage")
_TIMES = words("monday tuesday wednesday thursday friday saturday sunday yesterday today now last this next")
_SINGULAR, _PLURAL = words("is was has does"), words("are were have do")
_NO_VERBS = words("'s 're 've 'd 'm be like let please thank said am need dare")
_WISHES = DEMANDS | LETS | words("if whether wish wishes wished")
_BEHIND_VERB = frozenset(
    {"DT", "PRP$", "PRP", "IN", "CD", "RB", "TO", "RP", "$", "VBN", "VBG", "JJ", "JJR", "WRB", "."}
)
_STANDS = words("stands lies hangs sits lives is was comes remains stretches rises runs flows goes stays")
_COUNTLESS = words(
    """
    many several both dozens hundreds thousands scores few good great couple dozen hundred thousand million ton bunch
    slew myriad load
    """
)
_ADDED = frozenset({"DT", "NN", "CD", "VBN", "JJ", "IN", "VB", "VBD"})
_LONGEST_ADDITION = 9
_LONGEST_CLAUSE = 16


class Subject(NamedTuple):
    """A subject and what is known of it.

    Attributes:
        head: the token that tells its number.
        end: the token behind it, where its verb is looked for.
        many: whether it is plural.
    """

    head: int
    end: int
    many: bool


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the subjects and verbs of different number, from the head to the verb, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    word = document.tokens.word
    for here in sentences(document):
        yield from _inverted(here)
        if here.words[here.last - 1] in ("?", "!"):
            continue
        told = -1
        yield from _resumed(here)
        for start in _starts(here):
            if start <= told:
                continue
            subject = _subject(here, start)
            if subject is None:
                continue
            if subject.head > here.first and here.tags[subject.head] in ("NN", "NNS") and word(subject.head).capital:
                continue  # a title or a firm: "the Producers was named"
            verb = here.last if subject.end >= here.last else _past_adverbs(here, subject.end)
            if verb < here.last - 1 and _disagrees(here, start, subject, verb):
                yield Slip("number", subject.head, verb)
                told = verb


def _resumed(here: Words) -> Iterator[Slip]:
    """Yield a verb behind ", but" or ", and" whose subject is that of the sentence: "they were freed, but has not"."""
    subject = _subject(here, here.first)
    if subject is None or here.word(subject.end) not in _SINGULAR | _PLURAL:
        return
    first = here.words[subject.end]
    if (first in _PLURAL) != subject.many:
        return
    wrong = _SINGULAR if subject.many else _PLURAL
    same = _PLURAL if subject.many else _SINGULAR
    for at in range(subject.end + 1, here.last - 2):
        word = here.words[at]
        if word in ("but", "and") and here.words[at - 1] == ",":
            verb = at + 1
            if here.words[verb] in wrong - {"do"} and here.tag(verb + 1) in ("VBN", "RB", "VBG", "JJ"):
                yield Slip("number", subject.head, verb)
            return
        if word in wrong or word in same or here.tags[at] in FINITE or here.tags[at] in ("WDT", "WP", "WRB"):
            return


def _starts(here: Words) -> Iterator[int]:
    """Yield the tokens where a clause may begin: the first one, and behind marks, conjunctions and reports."""
    for at in range(here.first, here.last - 2):
        before = here.words[at - 1] if at > here.first else ""
        if before and before not in _OPENING:
            continue
        opens = at == here.first or before in (";", ":", "–", "—", "-")
        if before in QUOTES:
            opens = at - 1 == here.first or here.words[at - 2] in (",", ":")
        if before == ",":
            opens = _fronted(here, at - 1)
        elif before in _OPENERS:
            opens = here.tags[at - 1] in ("IN", "WRB", "CC") and (
                before not in ("and", "or", "but", "so", "as", "since") or here.word(at - 2) == ","
            )
        elif before in ("after", "before", "until", "once"):
            opens = (
                here.tags[at - 1] == "IN" and here.word(at - 2) not in _MOMENTS and here.has_finite(here.first, at - 1)
            )
            opens = opens and _REPORTS.isdisjoint(here.words[here.first : at - 1])
        elif before in _REPORTS:
            opens = here.tags[at - 1] in ("VBD", "VBZ")
        if opens:
            yield at


def _fronted(here: Words, comma: int) -> bool:
    """Whether what stands before a comma has no subject of its own: "on Friday,", "in the three towns,"."""
    if here.words[here.first] in _TIMES and comma <= here.first + 2:
        return True
    place = here.first + (here.words[here.first] in QUOTES)
    while here.word(place) in PREPOSITIONS or here.tag(place) == "RB":
        place = here.phrase(place + 1) if here.words[place] in PREPOSITIONS else place + 1
        if place == comma:
            return True
    return False


def _past_adverbs(here: Words, at: int) -> int:
    while at < here.last - 1 and here.tags[at] == "RB" and here.words[at] not in ("n't", "not", "there", "so"):
        at += 1
    return at


def _subject(here: Words, start: int) -> Subject | None:
    """Return the subject that begins at a token, with all that belongs to it; None if its number is open."""
    found = _act(here, start) or _pronoun(here, start) or _quantity(here, start) or _joined(here, start)
    found = found or _noun(here, start)
    return None if found is None else Subject(found.head, _additions(here, found.end), found.many)


def _act(here: Words, start: int) -> Subject | None:
    """Return an infinitive or an -ing form with its object as a subject: "closing the mines"."""
    word, tag = here.word(start), here.tag(start)
    infinitive = word == "to" and here.tag(start + 1) == "VB"
    gerund = tag == "VBG" and here.tag(start + 1) in ("DT", "PRP$") and not word_classes(word) & {"noun", "adjective"}
    if start != here.first or not (infinitive or gerund) or is_of("v clause", here.words[start + infinitive]):
        return None
    behind = start + 1 + infinitive
    behind += here.word(behind) in PREPOSITIONS
    end = here.phrase(behind)
    return Subject(end - 1, end, False) if end > behind else None


def _pronoun(here: Words, start: int) -> Subject | None:
    word = here.word(start)
    if word in _ONE_WORDS and here.tag(start) in ("NN", "DT"):
        return Subject(start, start + 1, False) if word.endswith(("body", "one", "thing")) else None
    if word in _MANY_WORDS and here.word(start + 1) == "of" and here.phrase(start + 2) > start + 2:
        return Subject(start, here.phrase(start + 2), True)
    if (
        word == "all"
        and here.word(start + 1) == "but"
        and here.tag(start + 2) == "CD"
        and here.word(start + 2) != "one"
    ):
        return Subject(start, start + 3, True)
    return None


def _quantity(here: Words, start: int) -> Subject | None:
    """Return a quantity with "of", whose number is that of the noun: "half of the houses", "most of the water"."""
    start += here.word(start) in ("only", "about", "nearly", "almost")
    of = start
    while of < start + 4 and here.word(of) != "of":
        of += 1
    if here.word(of) != "of" or of == start:
        return None
    word, end = here.words[of - 1], here.phrase(of + 1)
    if end == of + 1 or here.tags[end - 1] not in ("NN", "NNS") or "CC" in here.tags[of:end]:
        return None
    noun = here.words[end - 1]
    counted = (
        here.tags[start] == "CD"
        and of == start + 1
        and word not in ("one", "1")
        and here.tag(of + 1)
        in (
            "DT",
            "PRP$",
            "CD",
        )
    )
    if counted:
        owned = here.word(end) == "'s" and here.phrase(end + 1)  # "of the town's 40 schools"
        end = owned or end
        return Subject(start, end, True) if here.tags[end - 1] == "NNS" else None
    if word not in _PARTS or here.tag(of + 1) not in ("DT", "PRP$"):
        return None
    if are_many(noun, here.tags[end - 1]):
        return Subject(end - 1, end, True)
    mass = is_one(noun, here.tags[end - 1]) and countability(noun) in ("mass", "both")
    return Subject(end - 1, end, False) if mass else None


def _joined(here: Words, start: int) -> Subject | None:
    """Return joined phrases, which are many: "Rome, Paris and Berlin", "the roof and the walls"."""
    if here.tag(start) == "NNP":
        place, names = start, 0
        while here.tag(place) == "NNP":
            while here.tag(place) == "NNP":
                place += 1
            names += 1
            if here.word(place) != "," and not (here.word(place) == "and" and here.tag(place + 1) == "NNP"):
                break
            if here.word(place) == "and" and names < 2:
                return None  # a firm or a couple under one name
            place += 1
        return Subject(place - 1, place, True) if names > 2 and "and" in here.words[start:place] else None
    first = here.phrase(start)
    if (
        first == start
        or here.tag(start) not in ("DT", "PRP$")
        or here.word(start) in ("each", "every", "no", "a", "an")
    ):
        return None
    if here.word(first) != "and" or here.tag(first + 1) not in ("DT", "PRP$") or here.tags[first - 1] not in NOUNS:
        return None
    if "VBZ" in verb_forms(here.words[first - 1]) and here.tags[first - 2] in NOUNS:
        return None  # "the gradient eases and the wind is"
    end = here.phrase(first + 1)
    return Subject(end - 1, end, True) if end > first + 2 else None


def _noun(here: Words, start: int) -> Subject | None:
    """Return a noun phrase whose head tells its number for certain."""
    word, tag = here.word(start), here.tag(start)
    if (
        word in _WITHOUT_NUMBER
        or word.endswith("ing")
        or tag not in ("DT", "PRP$", "CD", "JJ", "NNS", "NN", "RB", "NNP")
    ):
        return None
    if tag == "RB" and word not in ("only", "about", "some", "nearly", "almost", "around"):
        return None
    end = here.phrase(start + (tag == "RB"))
    if end <= start or here.word(end) in ("and", "or", "-", "'s"):
        return None
    head = end - 1
    noun, tag = here.words[head], here.tags[head]
    if noun in _NO_HEADS or not {"CC", "NNP", "NNPS"}.isdisjoint(here.tags[start:end]):
        return None
    if are_many(noun, tag) and word not in _SINGLE:
        return Subject(head, end, True)
    determined = (
        here.tag(start) in ("DT", "PRP$") and "CD" not in here.tags[start:end] and word not in ("these", "those")
    )
    return Subject(head, end, False) if determined and is_one(noun, tag) and "NNS" not in here.tags[start:end] else None


def _additions(here: Words, end: int) -> int:
    """Return the token behind what belongs to a head: phrases, participles, relative clauses, additions in commas."""
    for _ in range(5):
        word, tag = here.word(end), here.tag(end)
        if word in PREPOSITIONS and here.phrase(end + 1) > end + 1:
            end = here.phrase(end + 1)
            if here.word(end) == "and" and here.tag(end + 1) in ("DT", "PRP$", "NNS", "NNP", "NN"):
                longer = here.phrase(end + 1)
                end = longer if here.tags[longer - 1] in NOUNS else end
        elif tag == "VBG" and word in _POSTURES and here.tag(end + 1) in ("RB", "IN"):
            end += 1 + (here.tag(end + 1) == "RB")
            end += here.word(end) in ("by", "there", "here", "nearby")
        elif (tag == "VBN" or word == "full") and here.word(end + 1) in PREPOSITIONS and here.phrase(end + 2) > end + 2:
            end = here.phrase(end + 2)
        elif word in ("who", "which") and here.tag(end + 1) in FINITE:
            longer = _relative(here, end + 1)
            if longer == end:
                return end
            end = longer
        elif word == "," and tag == ",":
            longer = _between_commas(here, end)
            return end if longer == end else longer
        else:
            return end
    return end


def _relative(here: Words, verb: int) -> int:
    """Return the token behind a relative clause whose verb is at ``verb``: where the next finite verb stands."""
    if is_of("v clause", here.words[verb]):
        return verb - 1
    for at in range(verb + 1, min(verb + _LONGEST_CLAUSE, here.last)):
        word = here.words[at]
        if word in ("that", "who", "which", "what", "because", "when", "if", "while", "but", "than", "as", ";", ":"):
            return verb - 1
        if here.tags[at] in FINITE and here.tags[at - 1] not in ("CC", "RB", ","):
            sure = word in _SINGULAR | _PLURAL or (here.tags[at] == "VBZ" and "noun" not in word_classes(word))
            return at if here.tags[at - 1] in NOUNS and sure else verb - 1
    return verb - 1


def _between_commas(here: Words, comma: int) -> int:
    """Return the token behind an addition that two commas set off; ``comma`` if there is none."""
    first = here.words[comma + 1 : comma + 2]
    if first in (["who"], ["which"], ["whose"]) and comma - here.first < _LONGEST_ADDITION:
        behind = next((at for at in range(comma + 2, min(comma + 16, here.last - 1)) if here.words[at] == ","), comma)
        finite = [at for at in range(comma + 2, behind) if here.tags[at] in FINITE]
        plain = len(finite) == 1 and not {"and", "or", "that"} & set(here.words[comma:behind])
        return behind + 1 if plain and here.word(behind + 1) in _SINGULAR | _PLURAL else comma
    sharing = first in (["both"], ["all"], ["each"], ["none"], ["mostly"])
    if (here.tag(comma + 1) not in _ADDED and not sharing) or first == ["and"]:
        return comma
    for at in range(comma + 2, min(comma + 2 + _LONGEST_ADDITION, here.last - 1)):
        if here.words[at] == ",":
            return at + 1
        if here.tags[at] in ("MD", "VBZ", "VBP", "CC", "PRP", "WP", "WDT") and here.words[at - 1] != "of":
            return comma
    return comma


def _disagrees(here: Words, start: int, subject: Subject, verb: int) -> bool:
    """Whether the verb of a subject has the other number for certain."""
    word, tag, following = here.words[verb], here.tags[verb], here.tag(verb + 1)
    if word in _NO_VERBS or here.word(verb - 1) in ("to", "and", "or") or following == "POS":
        return False
    forms = verb_forms(word)
    plain = "noun" not in word_classes(word)  # no noun either way
    if subject.many:
        if word in _SINGULAR:
            return here.words[subject.head] not in ("news", "series") and here.word(verb + 1) != "what"
        if tag not in ("VBZ", "NNS") or "VBZ" not in forms:
            return False
        if tag == "NNS":
            return following in ("DT", "PRP$", "PRP")
        return plain or following in _BEHIND_VERB | {","} or not any(here.others(verb))
    if not _WISHES.isdisjoint(here.words[max(here.first, start - 8) : start]):
        return False
    if word in ("are", "were", "have"):
        return following in ("VBN", "VBG", "JJ", "RB", "IN", "DT", "VBD", "TO", "JJR", "PRP$", "CD", "NN")
    if tag == "NN" and start == here.first and not any(here.others(verb)):
        # "The dam, finished in 1971, supply water": read as a noun, and the sentence has no verb.
        object_ = following in ("DT", "PRP$", "CD", "$") or (following in ("NN", "NNS") and here.word(verb - 1) == ",")
        return object_ and "VB" in forms and "VBD" not in forms and here.stopped
    if tag not in ("VB", "VBP") or "VB" not in forms or "VBD" in forms or word == "do":
        return False
    if here.word(subject.head).endswith(("one", "body", "thing")):
        if here.word(verb + 1) in ("me", "us"):
            return False  # "Somebody show me the door."
        return following in _BEHIND_VERB or following in NOUNS
    return following in _BEHIND_VERB and (plain or not any(here.others(verb)))


def _inverted(here: Words) -> Iterator[Slip]:
    """Yield a verb of another number than the subject behind it: "near it stands two oaks", "there are a risk"."""
    first = here.first
    if (
        here.words[first] == "where"
        and here.word(first + 1) in ("is", "was")
        and here.word(first + 2) in ("the", "his")
    ):
        end = here.phrase(first + 2)
        if here.word(end) == "?" and are_many(here.words[end - 1], here.tags[end - 1]):
            yield Slip("number", first + 1, end - 1)
    for at in range(first, here.last - 4):
        if here.words[at] == "there" and here.tags[at] == "EX":
            yield from _existing(here, at + 1)
    place = first
    while here.word(place) in PREPOSITIONS or here.tag(place) == "RB":
        behind = here.phrase(place + 1) if here.words[place] in PREPOSITIONS else place + 1
        if behind == place + 1 and here.words[place] in PREPOSITIONS:
            break
        place = behind
    if place == first or here.tags[place - 1] not in (*NOUNS, "JJ") or here.word(place) not in _STANDS:
        return
    counted = here.tag(place + 1) == "CD" and here.word(place + 1) not in ("one", "1")
    end = here.phrase(place + 1)
    if here.word(place + 1) in ("dozens", "hundreds", "thousands", "scores") and here.word(place + 2) == "of":
        end = here.phrase(place + 3)
    if (counted or here.word(place + 1) in _COUNTLESS) and are_many(here.word(end - 1), here.tag(end - 1)):
        yield Slip("number", place, end - 1)


def _existing(here: Words, verb: int) -> Iterator[Slip]:
    """Yield "are", "were" or "have been" before one thing that no other joins: "there have been a fall in prices"."""
    start = verb + 1 + (here.word(verb + 1) == "been")
    if here.word(verb) not in ("are", "were", "have") or here.word(start) not in ("a", "an"):
        return
    end = here.phrase(start)
    head = end - 1
    if head <= start or here.word(start + 1) in _COUNTLESS or not is_one(here.words[head], here.tags[head]):
        return
    if not {"and", "or", ","} & set(here.words[end : min(end + 9, here.last)]):
        yield Slip("number", verb, head)
