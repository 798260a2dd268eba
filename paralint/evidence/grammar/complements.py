"""What verbs, nouns and adjectives take behind them: an infinitive, an -ing form or a clause.

Which of these a word takes is a matter of the word (Quirk et al. 1985, ch. 16), and no paraphraser that swaps the word
looks after it: "banned lorries to drive", "recalled to request", "the decision of closing it". The classes of words
stand in ``complements.txt`` (``tools/complements.txt`` with all forms). An infinitive may also tell to what purpose
something is done; it does not where the word lacks the object that it needs, or where the act itself is what is banned.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import rows
from paralint.evidence.grammar.predicates import BE, FINITE, HAVE, NOMINATIVE, NOUNS, OBJECTIVE, Words, standing
from paralint.evidence.grammar.slip import Slip as Slip
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms, word_classes

FILE = "complements.txt"
HEADER = "# paralint complements 1\n"

_NOTHING: frozenset[str] = frozenset()
_AUXILIARIES = BE | {"get", "gets", "got", "getting"}
_DETERMINERS = frozenset({"DT", "PRP$", "PRP"})
_OBJECTS = _DETERMINERS | {"CD", "NNP", "$"}  # begins the object of an -ing form that is no noun
_BEHIND_BARE = _DETERMINERS | {"CD", "TO", "RP", "IN", "NNS", "NNP", "RB", ".", "JJ"}
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_REQUIRED = words("reading viewing listening watching")  # what everybody should read, or see
_NO_GERUND = words(
    """
    following including regarding concerning according pending depending starting beginning using citing saying adding
    during going being having existing leading remaining living working outstanding ongoing growing rising missing
    standing planning building training meeting housing spending funding trading farming fishing
    """
)
_TIMES = words(
    """
    minute minutes hour hours day days night nights week weeks weekend month months year years decade decades time
    morning afternoon evening summer winter spring autumn life lives lifetime career
    """
)
_TIME_PHRASE = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNS", "RB", "RBR", "PRP$", "IN"})
_ANYBODY = words("anyone anybody someone somebody everyone everybody anything everything something nothing")
_SPEND = words(
    """
    spend spends spent spending waste wastes wasted wasting expend expends expended expending squander squanders
    squandered squandering
    """
)
_TROUBLE = words("trouble difficulty difficulties")
_DENIES = words("no any little never without")
_DEGREES = words("too so enough as more less")
_ENDS_ACCUSED = frozenset({"to", "of", ".", ",", ";", "and", "for"})
_NO_BARE = words("have are do were be need want help like say")
_LOOSE = ("caus", "lead", "led", "request", "requir", "order", "press", "command")
_NO_LIFT = words("access need time control")  # nouns behind an object: "allow users access"
_PREPOSITIONS = words("of on about at with for in to")
_VERB_PAIRS = words(
    """
    agree:for decide:for refuse:of refuse:from refuse:for promise:for promise:of intend:on intend:for intend:of hope:for
    manage:in manage:of manage:with manage:for try:for try:of attempt:of attempt:for threaten:of threaten:for afford:of
    afford:for plan:of want:of want:for fail:of fail:for offer:for wish:of wish:for tend:of tend:for choose:for
    choose:of vow:of vow:for pledge:of pledge:for hesitate:of hesitate:for strive:of aspire:of aspire:for expect:of
    decline:of decline:from pretend:of seek:of seek:for struggle:of deserve:of swear:of
    """
)
_ADJECTIVE_PAIRS = words(
    """
    able:of able:for unable:of unable:for unable:in willing:of willing:for willing:in unwilling:of unwilling:for
    unwilling:in likely:of unlikely:of unlikely:for eager:of eager:for eager:in eager:on reluctant:of reluctant:for
    reluctant:in hesitant:of hesitant:for ready:of ready:in determined:of determined:for determined:on entitled:of
    entitled:for entitled:in inclined:of inclined:for inclined:in
    """
)


@lru_cache(maxsize=1)
def classes() -> dict[str, frozenset[str]]:
    """Return the forms of each class by its name, ``"v listener"``.

    Raises:
        DataError: if the file is missing or not of this version.
    """
    pairs = (line.partition(": ") for line in rows(FILE, HEADER, "complements"))
    return {name: frozenset(forms.split()) for name, _, forms in pairs}


def is_of(name: str, word: str) -> bool:
    """Whether a form is in a class."""
    return word in classes().get(name, _NOTHING)


def is_passive(here: Words, at: int) -> bool:
    """Whether a participle has "be" in front of it."""
    before = here.skip_adverbs(at - 1)
    return here.tag(at) in ("VBN", "VBD") and before >= here.first and here.words[before] in _AUXILIARIES


def opens_clause(here: Words, at: int) -> bool:
    """Whether a clause with its subject begins at ``at``, for certain."""
    word, tag = here.word(at), here.tag(at)
    if word in NOMINATIVE or tag == "EX":
        return True
    if tag not in ("DT", "PRP$") or word in _DEMONSTRATIVES:
        return False
    for place in range(here.phrase(at), min(here.phrase(at) + 7, here.last)):
        if here.tags[place] in FINITE:
            return True
        if here.tags[place] in (",", ".", "WDT", "WP", "CC"):
            return False
    return False


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the words with an infinitive, an -ing form or a clause that they do not take, in reading order."""
    return tuple(_slips(document))


@lru_cache(maxsize=1)
def _asking() -> frozenset[str]:
    """Return the words of all classes that something may be wrong behind."""
    listed = (forms for name, forms in classes().items() if name not in ("v purpose", "v infinitive", "n infinitive"))
    return _SPEND.union(*listed, (form.partition(":")[0] for form in classes()["v with-ing"]))


def _slips(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _asking())):
        if at == here.last - 1:
            continue
        tag = here.tags[at]
        if tag.startswith("VB"):
            yield from _of_verb(here, at)
        elif tag in ("NN", "NNS"):
            yield from _of_noun(here, at)
        elif tag == "JJ":
            yield from _of_adjective(here, at)


def is_infinitive(here: Words, at: int) -> bool:
    """Whether "to" and an infinitive begin at ``at``, whatever the tagger takes it for."""
    word, tag = here.word(at + 1), here.tag(at + 1)
    if here.word(at) != "to" or "VB" not in verb_forms(word) or word == "date":
        return False
    object_behind = here.tag(at + 2) in _DETERMINERS or here.word(at + 2) in _ANYBODY
    return tag == "VB" or (tag in ("NN", "JJ", "VBP") and object_behind)


def _is_gerund(here: Words, at: int) -> bool:
    """Whether a token is an -ing form with an object: no noun, no adjective."""
    word = here.word(at)
    if here.tag(at) != "VBG" or word in _NO_GERUND or "VBG" not in verb_forms(word):
        return False
    return here.tag(at + 1) in _OBJECTS and here.word(at + 1) not in WEEKDAYS


def _of_verb(here: Words, at: int) -> Iterator[Slip]:
    word, following = here.words[at], here.words[at + 1]
    passive = is_passive(here, at)
    if following == "to":
        if is_infinitive(here, at + 1) and _takes_no_infinitive(here, at, passive):
            yield Slip("object-infinitive" if passive else "infinitive", at, at + 2)
    elif passive:
        taking = is_of("v object-infinitive", word) or is_of("v bare-object", word)
        taking = taking and here.words[at - 1] != "'s"  # "headlines she's driven show"
        if taking and here.word(here.skip_adverbs(at - 1)) != "being" and _is_bare_verb(here, at + 1):
            yield Slip("object-bare", at, at + 1)
        elif _is_told(word) and _is_ordered_gerund(here, at + 1):
            yield Slip("gerund", at, at + 1)
    else:
        if is_of("v with-ing", f"{word}:{following}") and is_infinitive(here, at + 2):
            yield Slip("infinitive", at, at + 3)
        if word in _SPEND:
            yield from _spent(here, at)
        yield from _before_object(here, at)
        yield from _before_clause(here, at)
        if _takes_no_gerund(here, at):
            yield Slip("gerund", at, at + 1)
    # "agreed on Friday for freezing it"
    at_time = following == "on" and here.word(at + 2) in WEEKDAYS
    behind = at + 3 if at_time else at + 1
    preposition = here.word(behind)
    governs = preposition in _PREPOSITIONS and not passive and here.tags[at] != "VBN" and _is_gerund(here, behind + 1)
    if governs and f"{lemma(word, here.tags[at])}:{preposition}" in _VERB_PAIRS:
        yield Slip("gerund", at, behind + 1)


def _takes_no_infinitive(here: Words, at: int, passive: bool) -> bool:
    word = here.words[at]
    if passive:
        return is_of("v from-ing", word) or (is_of("v of-ing", word) and not word.startswith("suspect"))
    if is_of("v prepositional", word):
        return here.active(at) is not None
    if is_of("v ing-only", word) and here.tags[at] != "VBG" and here.word(at - 1) != "to":
        # Behind an apposition the object does not stand in front: "Bo, the manager, denied to be".
        return here.word(at - 1) == "," or not here.lost_object(here.active(at) or at)
    if is_of("v infinitive", word) or not (is_of("v no-infinitive", word) or is_of("v alone", word)):
        return False
    if here.tags[at] == "VB" and here.word(at - 1) == "to":
        return is_of("v no-infinitive", word) and word != "escape"
    return here.lacks_object(at)


def _is_told(word: str) -> bool:
    """Whether a participle tells that somebody is made or asked to do something."""
    return (is_of("v alone", word) and word != "forced") or word in (
        "ordered",
        "asked",
        "urged",
        "expected",
        "required",
    )


def _is_ordered_gerund(here: Words, at: int) -> bool:
    """Whether an -ing form with an object or a place stands at ``at``: "were ordered leaving the hill"."""
    gerund = here.tags[at] == "VBG" and here.words[at] not in _NO_GERUND
    if here.words[at - 1] == "required" and here.words[at] in _REQUIRED:
        return False
    return gerund and here.tag(at + 1) in _DETERMINERS | {"IN", "TO", "RP"}


def _spent(here: Words, at: int) -> Iterator[Slip]:
    """Yield the infinitive behind a time that is spent: "spent two hours to wait"."""
    for end in range(at + 1, min(at + 8, here.last)):
        if here.tags[end] not in _TIME_PHRASE:
            return
        if here.words[end] in _TIMES and is_infinitive(here, end + 1):
            yield Slip("infinitive", end, end + 2)
            return


def _before_object(here: Words, at: int) -> Iterator[Slip]:
    word = here.words[at]
    start = at + 1
    end = here.phrase(start)
    if end == start or here.words[start] in NOMINATIVE or here.tag(at - 1) in ("IN", "DT", "PRP$"):
        return  # "for accused students to walk": an attribute
    senses = is_of("v bare-object", word)
    if is_of("v forcing", word) and not is_of("v from-ing", word) and not senses:
        bare = _bare(here, at, start, end)
        if bare:
            yield Slip("object-bare", bare - 1, bare)
        return
    if is_of("v of-ing", word) and not word.startswith("suspect"):
        # "accused the family that owns it to have lied"
        end = next((place for place in range(end, min(end + 9, here.last)) if here.words[place] in _ENDS_ACCUSED), end)
    if senses and end == start + 1 and here.words[start] in OBJECTIVE - {"her"} and _is_made_gerund(here, at, end):
        yield Slip("gerund", end, end)
    # "announced a deal Monday to sell": the infinitive belongs to the noun before the day.
    head = end - 2 if here.words[end - 1] in WEEKDAYS else end - 1
    if not is_infinitive(here, end) or is_of("n infinitive", here.words[head]):
        return
    if (_is_let(here, at, end) if senses else _is_forbidden(here, at, start, end)) and here.words[end - 1] != "it":
        yield Slip("object-infinitive", end, end + 1)


def _is_made_gerund(here: Words, at: int, gerund: int) -> bool:
    """Whether somebody is made or let to do something in the -ing form: "make it going away"."""
    if here.tag(gerund) != "VBG" or not (here.words[at].startswith(("mak", "let")) or here.words[at] == "made"):
        return False
    following = here.tag(gerund + 1)
    plain = not word_classes(here.words[gerund]) & {"noun", "adjective"}
    return following in ("RP", "DT", "PRP$", "PRP") or (plain and following in ("RB", "IN", "TO"))


def _is_let(here: Words, at: int, end: int) -> bool:
    """Whether somebody is let, made or seen to do something with "to"."""
    word, head = here.words[at], here.words[end - 1]
    if not is_of("v object-bare-active", word) or not (head in OBJECTIVE or head in agents()):
        return False
    if is_of("v purpose", here.words[end + 1]) or here.words[end + 1] in ("see", "check", "find", "learn", "know"):
        return False
    if here.words[end + 1] == "be" and not word.startswith(("watch", "notice", "hear")):
        return False
    return not _wh_before(here, at)


def _is_forbidden(here: Words, at: int, start: int, end: int) -> bool:
    """Whether somebody is banned, accused or proposed to do something with "to", and that is no purpose."""
    word, head, verb = here.words[at], here.words[end - 1], here.words[end + 1]
    accuses = is_of("v of-ing", word) or is_of("v for-ing", word)
    if (is_of("v purpose", verb) and not accuses) or word.startswith("suspect"):
        return False
    if is_of("v from-ing", word):
        return True
    if not (accuses or is_of("v clause-only", word)) or (word.startswith("thank") and here.tags[at] != "VBD"):
        return False
    if here.tags[end - 1] in ("CD", "$"):
        return False
    person = (
        here.words[end + 1] == "have" or head in OBJECTIVE or here.tags[end - 1] in ("NNP", "NNPS") or head in agents()
    )
    return person and (accuses or here.word(at - 1) == "to" or here.active(at) is not None)


def _wh_before(here: Words, at: int) -> bool:
    return any(here.tags[place] in ("WDT", "WP", "WRB") for place in range(max(here.first, at - 8), at))


def _bare(here: Words, at: int, start: int, end: int) -> int:
    """Return the token of a base form without "to" behind the object from ``start`` to ``end``; 0 if there is none."""
    if end - 1 > start and here.tag(end) in _DETERMINERS and here.words[end] not in NOMINATIVE:
        # "assist the crew lift the hull": the verb is read as a noun of the phrase.
        verb = here.words[end - 1]
        forms = verb_forms(verb)
        acts = here.words[end - 2] in agents() or here.words[end - 2] == "people"
        if here.tags[end - 1] == "NN" and "VB" in forms and "VBD" not in forms and acts:
            return 0 if verb in agents() or verb in _NO_LIFT else end - 1
    verb = here.word(end)
    forms = verb_forms(verb)
    if here.tag(end) not in ("VB", "VBP") or "VB" not in forms or "VBD" in forms or verb in _NO_BARE:
        return 0
    if here.tags[end - 1] not in NOUNS and here.words[end - 1] not in OBJECTIVE:
        return 0
    subject = here.skip_adverbs(at - 1)
    asked = _wh_before(here, at) and here.tag(subject) not in ("WDT", "WP")
    if asked or (here.tags[at] == "VBN" and here.active(at) is None):
        return 0
    if here.tags[at] == "VBG" and here.tag(subject) == "NNS" and subject == at - 1:
        return 0  # "groups challenging the plans include two unions": the verb of the clause.
    following, is_noun = here.tag(end + 1), "noun" in word_classes(verb)
    if here.words[at].startswith("request") and here.tags[end - 1] == "NNP":
        return 0  # "requesting Lund resign": a mandative subjunctive
    if here.words[at].startswith(_LOOSE) and here.tags[end - 1] == "NNS":
        # "causes problems affect" is no slip if "problems" opens a clause of its own.
        return end if following in _DETERMINERS and not is_noun else 0
    return end if following in _BEHIND_BARE and (not is_noun or following in _DETERMINERS) else 0


def _is_bare_verb(here: Words, at: int) -> bool:
    """Whether a base form stands at ``at`` that is nothing else: "was seen remove his hat", "not authorised speak"."""
    verb, following = here.words[at], here.tag(at + 1)
    forms = verb_forms(verb)
    if here.tags[at] not in ("VB", "VBP") or "VB" not in forms or "VBD" in forms or verb in _NO_BARE:
        return False
    return following in _BEHIND_BARE and ("noun" not in word_classes(verb) or following in _DETERMINERS)


def _takes_no_gerund(here: Words, at: int) -> bool:
    """Whether an -ing form follows a verb that takes the infinitive."""
    word, tag, verb = here.words[at], here.tags[at], here.words[at + 1]
    if not is_of("v only-infinitive", word) or here.tag(at + 1) != "VBG" or verb in _NO_GERUND:
        return False
    if word.startswith(("want", "offer")) or word == "plan" or "VBG" not in verb_forms(verb):
        return False
    if tag in ("VBN", "VBD") and here.tag(at - 1) in ("NN", "NNS") and here.active(at) is None:
        return False
    following = here.tag(at + 2)
    sure = following in ("IN", "RP", "TO", "RB") and not word_classes(verb) & {"noun", "adjective"}
    return sure or following in _OBJECTS


def _before_clause(here: Words, at: int) -> Iterator[Slip]:
    word, following = here.words[at], here.words[at + 1]
    if following == "that":
        told = here.tags[at] != "VBN" or (here.tag(at - 1) in NOUNS and here.subject_phrase(here.first) == at)
        if is_of("v no-clause", word) and told and opens_clause(here, at + 2):
            yield Slip("clause", at, at + 1)
    elif following in _PREPOSITIONS and here.word(at + 2) == "that" and opens_clause(here, at + 3):
        sure = here.tags[at + 3] in ("DT", "PRP$") and following != "in"
        if sure or (is_of("v clause", word) and (following != "with" or word.startswith("agree"))):
            yield Slip("clause", at + 1, at + 2)


def _of_noun(here: Words, at: int) -> Iterator[Slip]:
    word, following = here.words[at], here.words[at + 1]
    if is_infinitive(here, at + 1):
        if _noun_takes_none(here, at):
            yield Slip("infinitive", at, at + 2)
        return
    governs = following == "of" or (following == "for" and not word.startswith(("bid", "readi")))
    if governs and is_of("n only-infinitive", word) and _is_gerund(here, at + 2):
        yield Slip("gerund", at, at + 2)


def _noun_takes_none(here: Words, at: int) -> bool:
    word, before = here.words[at], here.word(at - 1)
    if is_of("n no-infinitive", word):
        # "uses the possibility to win": the infinitive may tell the purpose of a verb.
        return all(here.tags[place] not in ("VB", "VBG") for place in range(max(here.first, at - 4), at))
    if not is_of("n no-infinitive-denied", word):
        return False
    if word in _TROUBLE:
        return before in HAVE or (here.word(at - 2) in HAVE and before in ("no", "little", "some", "great", "much"))
    return before in _DENIES or (word == "risk" and before == "the" and here.tag(at - 2) != "VB")


def _of_adjective(here: Words, at: int) -> Iterator[Slip]:
    word, following = here.words[at], here.words[at + 1]
    if is_infinitive(here, at + 1):
        copula = here.skip_adverbs(at - 1)
        dummy = "it" in here.words[max(here.first, copula - 3) : copula]  # "it would be responsible to wait"
        told = here.words[at - 1] not in _DEGREES and here.word(copula) in BE and (not dummy or word == "worth")
        if told and is_of("a no-infinitive", word):
            yield Slip("infinitive", at, at + 2)
    elif f"{word}:{following}" in _ADJECTIVE_PAIRS and _is_gerund(here, at + 2):
        yield Slip("gerund", at, at + 2)
    elif following in _PREPOSITIONS and here.word(at + 2) == "that":
        clause = is_of("a clause", word) and opens_clause(here, at + 3)
        if clause:
            yield Slip("clause", at + 1, at + 2)
