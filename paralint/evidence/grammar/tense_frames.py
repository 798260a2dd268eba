"""Tenses that do not go with the time, the conjunction or the report around them.

A time that is over takes the past, "since" the perfect, "if", "unless" and "until" no "will", and what somebody had
said or feared the past (Quirk et al. 1985, 4.18 ff., 14.22 ff., 14.31). Translators from languages that use the perfect
for any past, the present for what goes on and the future behind "if" break these rules. A verb and a time are taken
together only where nothing stands between that the time could belong to instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.predicates import BE, FINITE, NOUNS, RELATIVE, Words, sentences
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import MONTHS, SURE_MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import is_noun, verb_forms, word_classes

_UNITS = words(
    """
    second seconds minute minutes hour hours day days week weeks month months year years decade decades century time
    while
    """
)
_SEASONS = MONTHS | WEEKDAYS | words("week month year season night summer winter spring autumn weekend century")
_OVER = "2024"  # years before this are over, whenever a text is read
# Behind these a time says how long, or belongs to another verb.
_OTHER_TIME = words(
    """
    since than between of by until till through throughout over during like following after has have had is was
    were are be been being that which who when where why how whose because if although while
    """
)
_OTHER_TAGS = FINITE | {"TO", "CC", "WDT", "WP", "WRB", "VBG", "VBN", ",", "."}
# Nouns of what happened at a time: "has seen the match last week".
_EVENTS = words(
    """
    attack attacks election elections report reports decision war murder killing death deaths crash accident victory
    win defeat loss law vote speech meeting visit storm flood floods fire blast bombing match game final tournament
    season result results performance figures figure sales profit profits collapse launch arrest arrests shooting deal
    agreement summit interview letter statement article study survey census tour trip trial sentence conviction
    appearance remark remarks comment comments statements claim claims candidate candidates contender
    challenger nominee rival bid appearances
    title medal gold silver bronze race debut record strike protest protests protesters riot riots disaster
    earthquake tsunami outbreak crisis budget plan plans event events incident incidents level levels height peak
    """
)
_MOST_OBJECTS = 7
_MOST_OBJECTS_BEFORE_YEAR = 2
_ONCE = words("begun started ended closed opened died")  # "has begun in March" is no habit
_PLANS = words("scheduled set planned due based")
_COMPARED = words(
    """
    first second third last only most best worst ever time times years months weeks days year month decades anything
    nothing everything
    """
)
# "Showed a decline since October": the phrase belongs to the noun.
_CHANGES = words(
    """
    unseen unheard unknown unmatched unparalleled
    decline rise increase fall drop growth change changes improvement decrease jump loss losses gains gain years ago
    """
)
_PERFECT = words("has have had 've having 'd")
_LASTING = words(
    """
    is are am 's 'm 're live lives work works exist exists know knows belong belongs own owns run runs play plays serve
    serves hold holds teach teaches lead leads head heads rule rules govern governs make makes sell sells use uses
    suffer suffers struggle struggles face faces wait waits lie lies stand stands sit sits stay stays remain remains
    rise rises fall falls grow grows drop drops increase increases decline declines change changes improve improves
    """
)
_LEVELS = words("up down off flat unchanged higher lower ahead")  # "is up 4 percent since May"
_WILL, _WILL_OR_WOULD = frozenset({"will"}), frozenset({"will", "would"})
_TEMPORAL = words("until till once")
_CONJUNCTIONS = _TEMPORAL | {"before", "after", "if", "unless", "when", "provided", "soon", "long"}
_ASKING = words(
    """
    ask asks asked asking wonder wonders wondered know knows knew see sees saw say says said tell tells told unclear
    unsure question doubt doubts doubted decide decides decided determine sure clear certain whether consider matter
    discuss check find learn out uncertain care cares cared test discover understand show explain when where as
    """
)
_REPORTS = words(
    """
    said warned promised claimed insisted feared thought believed hoped predicted announced told assured vowed pledged
    agreed argued stated suggested known expected complained admitted decided explained
    """
)
_SEEN = words("noticed realised realized")
_BEFORE_THAT = frozenset({"IN", "NNP", "NN", "NNS", "DT", "CD", "PRP", "JJ", "RB", "PRP$"})
_QUOTES = frozenset({"“", '"', "``"})


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs whose tense does not go with what stands beside them, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here in sentences(document):
        present = set(here.words[here.first : here.last])
        if present & {"has", "have", "'ve"}:
            yield from _perfects(here)
        if here.words[here.first] in ("last", "yesterday"):
            yield from _fronted_present(here)
        if "since" in present:
            yield from _since(here)
            if here.words[here.first] == "since":
                yield from _fronted_since(here)
        if present & _WILL_OR_WOULD and present & _CONJUNCTIONS:
            yield from _conditions(here)
            yield from _mixed(here)
        if present & {"had", "'d"} and present & _REPORTS:
            yield from _reports(here)
        if present & _SEEN or "when" in present:
            yield from _seen(here)
        yield from _mixed_perfect(here)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" < word < "2100"


def _past_time(here: Words, at: int) -> int:
    """Return the token behind a time that is over that begins at ``at``; ``at`` itself if none does."""
    word, following = here.word(at), here.word(at + 1)
    if word == "yesterday":
        return at + 1
    if word == "last" and following in _SEASONS and here.word(at - 1) != "the":
        return at + 2
    if word == "in" and _is_year(following) and following < _OVER:
        return at + 2
    if word == "in" and following in MONTHS and here.tag(at + 1) == "NNP":
        return at + 2 + _is_year(here.word(at + 2))
    if word == "on" and following in WEEKDAYS:
        return at + 2
    if here.tag(at) not in ("CD", "DT", "JJ", "RB"):
        return at
    for end in range(at + 1, min(at + 5, here.last)):
        if here.words[end] == "ago":
            return end + 1 if here.words[end - 1] in _UNITS else at
        if here.tags[end] not in ("CD", "DT", "JJ", "NN", "NNS", "RB"):
            break
    return at


def _perfects(here: Words) -> Iterator[Slip]:
    for at in range(here.first, here.last - 2):
        if here.words[at] not in ("has", "have", "'ve"):
            continue
        before = here.skip_adverbs(at - 1)
        if before >= here.first and here.tags[before] in ("MD", "TO"):
            continue
        verb = at + 1
        while verb < here.last and (here.tags[verb] == "RB" or here.words[verb] == "been"):
            verb += 1
        perfect = here.tag(verb) in ("VBN", "VBD", "VBG") and "VBN" in verb_forms(here.words[verb])
        if perfect and (_is_fronted(here, at) or _is_behind(here, verb) or _is_behind_when(here, at)):
            yield Slip("perfect", at, verb)


def _is_fronted(here: Words, at: int) -> bool:
    """Whether the sentence begins with a time that is over and the subject of the perfect at ``at`` follows at once."""
    start = here.first + (here.words[here.first] in _QUOTES | {"and", "but", "then"})
    behind = _past_time(here, start)
    if behind == start or here.word(behind) in ("and", "or", "-", "–"):
        return False
    behind += here.word(behind) == ","
    end = here.subject_phrase(behind)
    return end == at and end != behind


def _is_behind_when(here: Words, at: int) -> bool:
    """Whether the sentence begins with "when" and a clause in the past: "when the war broke out, they have fled"."""
    if here.words[here.first] != "when":
        return False
    verb = here.subject_phrase(here.first + 1)
    comma = next((place for place in range(verb, min(verb + 10, at)) if here.words[place] == ","), 0)
    if not comma or verb == here.first + 1 or here.tag(verb) != "VBD":
        return False
    return here.subject_phrase(comma + 1) == at and not here.has_finite(verb + 1, comma)


def _fronted_present(here: Words) -> Iterator[Slip]:
    """Yield a verb in the present behind a time that is over: "Last week the firm sells its ship"."""
    behind = _past_time(here, here.first)
    if behind == here.first:
        return
    at = here.subject_phrase(behind + (here.word(behind) == ","))
    word = here.word(at)
    if here.tag(at) == "VBZ" and word not in ("'s", "has", "is") and "noun" not in word_classes(word):
        yield Slip("perfect", at, at)


def _is_behind(here: Words, verb: int) -> bool:
    """Whether a time that is over follows the participle, with nothing between but an object or a place."""
    place = verb + 1
    while place < here.last and here.tags[place] in ("RB", "RP"):
        place += 1
    objects = 0
    while place < here.last and objects <= _MOST_OBJECTS:
        time = _past_time(here, place)
        if time != place:
            return _goes_with(here, place, time, objects)
        if here.words[place] in _OTHER_TIME or here.tags[place] in _OTHER_TAGS:
            return False
        objects += 1
        if here.tags[place] == "IN":
            place += 1
            if _past_time(here, place) != place or (here.words[place - 1] == "from" and here.tag(place) != "NNP"):
                return False  # "from last year", "from sales last year"
            continue
        end = here.phrase(place)
        if end == place:
            return False
        end = next((inner for inner in range(place + 1, end) if here.words[inner] in ("last", "yesterday")), end)
        if here.words[end - 1] in _EVENTS or not _OTHER_TIME.isdisjoint(here.words[place:end]):
            return False
        place = end
    return False


def _goes_with(here: Words, place: int, time: int, objects: int) -> bool:
    """Whether the time from ``place`` to ``time`` belongs to the perfect, ``objects`` phrases between them."""
    word, before, following = here.words[place], here.words[place - 1], here.word(time)
    if following in ("and", "or", "to", "-", "–", "until") or here.tag(time) in ("NN", "NNS", "NNP", "CD", "POS"):
        return False
    if word in ("yesterday", "last") or here.words[time - 1] == "ago":
        return True
    if objects:
        # "has announced talks in May": the talks may be then.
        year = word == "in" and _is_year(here.words[place + 1])
        return year and objects <= _MOST_OBJECTS_BEFORE_YEAR and following in (".", ",")
    if word == "in" and time == place + 2 and not _is_year(here.words[place + 1]):
        return following in (",", ".") and before in _ONCE
    return before not in _PLANS


def _since(here: Words) -> Iterator[Slip]:
    for at in range(here.first + 2, here.last - 1):
        if here.words[at] != "since" or not _is_point(here, at + 1):
            continue
        if here.words[at - 1] in _CHANGES or "until" in here.words[at : at + 5]:
            continue
        found = _governing(here, at)
        if found is None:
            continue
        near = range(max(here.first, found[0] - 6), at)
        compared = any(here.tags[place] in ("JJS", "RBS", "JJR", "RBR") for place in near)
        if not compared and _COMPARED.isdisjoint(here.words[near.start : at]):
            yield Slip("since", *found)


def _fronted_since(here: Words) -> Iterator[Slip]:
    """Yield a verb in the present behind a moment that opens its sentence: "since then, the firm is closed"."""
    start = here.first + 1
    if here.word(start) == "then" or _is_year(here.word(start)) or here.word(start) in MONTHS | WEEKDAYS:
        behind = start + 1
    elif here.word(start) == "last" and here.word(start + 1) in _SEASONS:
        behind = start + 2
    else:
        return
    behind += here.word(behind) == ","
    verb = here.subject_phrase(behind)
    if verb == behind or here.word(behind) in ("it", "this", "that", "there"):
        return
    if here.tags[verb - 1] == "NNS" and "VBZ" in verb_forms(here.words[verb - 1]) and here.tag(verb) in ("DT", "PRP$"):
        verb -= 1  # read as the last noun of the subject
    word, tag = here.word(verb), here.tag(verb)
    passive = word in ("is", "are") and here.tag(verb + 1) in ("VBN", "VBG", "JJ")
    lasting = tag in ("VBZ", "VBP") and word not in _PERFECT | BE | {"do", "does", "'s"} and not is_noun(word)
    misread = tag == "NNS" and "VBZ" in verb_forms(word) and here.tag(verb + 1) in ("DT", "PRP$")
    if passive or lasting or misread:
        yield Slip("since", verb, verb)


def _is_point(here: Words, at: int) -> bool:
    """Whether a moment in the past begins at ``at``: a year, a month, a day, a noun with its article."""
    word = here.word(at)
    if _is_year(word) or (word == "may" and here.tag(at) == "NNP"):
        return True
    if word in SURE_MONTHS or word in WEEKDAYS or word in ("childhood", "birth", "yesterday"):
        return True
    if word == "last" and here.word(at + 1) in _SEASONS:
        return True
    if word not in ("the", "his", "her", "its", "their"):
        return False
    end = here.phrase(at)
    if end == at or here.word(end) not in (".", ",", "of", "in", ";"):
        return False
    return not here.has_finite(end, min(here.last, end + 5))


def _governing(here: Words, at: int) -> tuple[int, int] | None:
    """Return the verb group that a phrase with "since" belongs to, if its tense is neither perfect nor left open."""
    for place in range(at - 1, here.first - 1, -1):
        word, tag = here.words[place], here.tags[place]
        if word in _PERFECT or tag in ("MD", "VBG", "TO") or word in (";", ":", "(", "which", "that", "than", "as"):
            return None
        if word in (",", "and", "but", "or") or word in _QUOTES:
            return None
        if tag in ("VB", "VBN"):
            auxiliary = here.skip_adverbs(place - 1)
            first = here.word(auxiliary)
            subject = here.skip_adverbs(auxiliary - 1)
            passive = tag == "VBN" and first in ("is", "are", "was", "were")
            denied = tag == "VB" and first == "did"
            owned = here.tag(subject) in (*NOUNS, "PRP") and here.word(subject) != "it"
            return (auxiliary, place) if denied or (passive and owned) else None
        if tag in ("VBD", "VBZ", "VBP"):
            return (place, place) if _is_lasting(here, place) else None
    return None


def _is_lasting(here: Words, verb: int) -> bool:
    """Whether a finite verb with its subject in front tells of what lasts, if in the present."""
    word, tag = here.words[verb], here.tags[verb]
    subject = here.skip_adverbs(verb - 1)
    if subject < here.first or here.words[subject] in ("it", "there", "'s"):
        return False
    if here.tags[subject] not in (*NOUNS, "PRP") and here.words[subject] not in RELATIVE:
        return False
    if tag != "VBD":
        return word in _LASTING and not (word in BE and here.word(verb + 1) in _LEVELS)
    reduced = "VBN" in verb_forms(word) and here.tags[subject] in NOUNS and any(here.others(verb))
    return word not in ("said", "told", "added") and not reduced


def _conditions(here: Words) -> Iterator[Slip]:
    if here.words[here.last - 1] == "?":
        return
    for at in range(here.first, here.last - 3):
        found = _conjunction(here, at)
        if found is None:
            continue
        start, modals = found
        modal = here.subject_phrase(start)
        if modal == start or here.word(modal) not in modals:
            continue
        verb = modal + 1
        while here.tag(verb) == "RB" and here.word(verb) != "only":
            verb += 1
        bare = here.tag(verb) in ("VB", "NN", "VBP") and "VB" in verb_forms(here.word(verb))
        if not bare or (here.words[verb] in ("like", "have") and here.words[modal] == "would"):
            continue
        first = at == here.first and here.words[at] in _TEMPORAL | {"when", "if", "unless"}
        if not first or _has_main_clause(here, verb):
            yield Slip("condition", modal, verb)


def _mixed(here: Words) -> Iterator[Slip]:
    """Yield "will" behind a condition in the past: "if they came by ferry, they will understand"."""
    start = here.first + (here.words[here.first] in _QUOTES)
    if here.word(start) != "if":
        return
    verb = here.subject_phrase(start + 1)
    if here.tag(verb) != "VBD" or verb == start + 1:
        return
    comma = next((at for at in range(verb + 1, min(verb + 12, here.last)) if here.words[at] == ","), here.last)
    if here.has_finite(verb + 1, comma):
        return
    modal = here.subject_phrase(comma + 1)
    if here.word(modal) == "will" and here.tag(modal + 1) in ("VB", "RB"):
        yield Slip("condition", modal, modal)


def _conjunction(here: Words, at: int) -> tuple[int, frozenset[str]] | None:
    """Return where the subject behind a conjunction begins, and the modals that cannot follow it."""
    word, before, following = here.words[at], here.word(at - 1), here.word(at + 1)
    opens = at == here.first or here.tags[at - 1] in (",", "CC", "``", "''", ":") or before in _QUOTES
    if word == "unless":
        return at + 1, _WILL_OR_WOULD
    if word == "if":
        # In the middle of a sentence it may be "whether"; "if you will" is polite.
        parted = before in (",", "”") or before in _QUOTES
        asked = parted and not _ASKING.isdisjoint(here.words[max(here.first, at - 9) : at])
        asked = asked or before == "or"
        ahead = range(here.first, at)
        promised = any(here.words[place] == "will" for place in ahead)
        opens = opens or (promised and _ASKING.isdisjoint(here.words[here.first : at]))
        return (at + 1, _WILL_OR_WOULD) if opens and not asked and following not in ("you", "i", "we") else None
    if word in ("before", "after"):
        # "He said the talks before the vote will": the verb of the clause in front.
        told = not (_ASKING | _REPORTS | RELATIVE).isdisjoint(here.words[here.first : at])
        return (at + 1, _WILL) if at > here.first and not told and here.has_finite(here.first, at) else None
    if word == "provided":
        return (at + 1 + (following == "that"), _WILL_OR_WOULD) if opens else None
    if word in ("soon", "long"):
        return (at + 2, _WILL) if following == before == "as" else None
    if word == "when":
        return (at + 1, _WILL) if at == here.first else None
    if word in _TEMPORAL and here.tags[at] in ("IN", "RB"):
        if at > here.first and not here.has_finite(here.first, at):
            return None  # "flights until the date will be"
        adverb = word not in ("until", "till") and here.tag(at - 1) == "RB"
        return None if adverb or here.tag(at + 1) == "RB" else (at + 1, _WILL)
    return None


def _has_main_clause(here: Words, verb: int) -> bool:
    """Whether a comma and a main clause of the present or future follow."""
    comma = next((place for place in range(verb + 1, min(verb + 16, here.last)) if here.words[place] == ","), here.last)
    return any(here.tags[at] in ("MD", "VBZ", "VBP") for at in range(comma, min(comma + 8, here.last)))


def _reports(here: Words) -> Iterator[Slip]:
    for at in range(here.first, here.last - 4):
        if here.words[at] not in _REPORTS or not here.tags[at].startswith("VB"):
            continue
        before = here.skip_adverbs(at - 1)
        if before < here.first or here.words[before] not in ("had", "'d"):
            continue
        that = at + 1
        # A time or the listener may stand before "that".
        while that < min(at + 5, here.last) and here.words[that] != "that" and here.tags[that] in _BEFORE_THAT:
            that += 1
        verb = here.subject_phrase(that + 1)
        if here.word(that) == "that" and verb != that + 1 and _is_present(here, verb):
            yield Slip("backshift", verb, verb)


def _seen(here: Words) -> Iterator[Slip]:
    """Yield the perfect in what somebody noticed: "noticed that he has signed", "they stopped when it has failed"."""
    for at in range(here.first + 1, here.last - 3):
        word = here.words[at]
        if word == "that":
            past = here.words[at - 1] in _SEEN and here.tags[at - 1] == "VBD"
        else:
            past = word == "when" and any(here.tags[place] == "VBD" for place in range(here.first, at))
            past = past and not any(here.tags[place] in ("VBZ", "VBP", "MD") for place in range(here.first, at))
        if not past:
            continue
        verb = here.subject_phrase(at + 1)
        if verb != at + 1 and here.word(verb) in ("has", "have") and here.tag(verb + 1) in ("VBN", "VBD"):
            yield Slip("backshift", verb, verb + 1)


def _mixed_perfect(here: Words) -> Iterator[Slip]:
    """Yield the perfect beside the past: "after he has won, he thanked her", "before they came, he has fled"."""
    start = here.first
    if here.words[start] not in ("after", "when", "once", "before"):
        return
    verb = here.subject_phrase(start + 1)
    comma = next((at for at in range(verb, here.last) if here.words[at] == ","), here.last)
    if verb == start + 1 or comma == here.last or not here.stopped:
        return
    main = here.subject_phrase(comma + 1)
    if main == comma + 1 or here.has_finite(verb + 1, comma):
        return
    perfect = here.word(verb) in ("has", "have") and here.tag(verb + 1) in ("VBN", "VBD")
    if perfect and here.words[start] != "before" and here.tag(main) == "VBD":
        yield Slip("backshift", verb, verb + 1)
    past = here.words[start] == "before" and here.tag(verb) == "VBD" and here.word(main) in ("has", "have")
    if past and here.tag(main + 1) in ("VBN", "VBD") and here.words[main + 1] != "been":
        yield Slip("backshift", main, main + 1)


def _is_present(here: Words, at: int) -> bool:
    word, tag = here.word(at), here.tag(at)
    if word in ("is", "are"):
        return here.tag(at + 1) in ("VBG", "VBN", "JJ", "RB", "DT", "IN")
    return word == "will" or (tag == "VBZ" and word not in ("has", "does", "'s"))
