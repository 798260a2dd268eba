"""Verbs that go on a sentence in another form than it began: "he died in 1991, and leaving four houses".

What "and" joins has one form (Quirk et al. 1985, 13.44). ``joined_verbs.py`` looks at verbs that stand next to "and";
here an object or a place may stand between. An -ing form behind "and" is right where another one, or a preposition or
verb that can have it, stands before; a bare verb where a modal, "to" or a plural in the present does.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.complements import Slip
from paralint.evidence.grammar.predicates import BE, DO, HAVE, NOMINATIVE, NOUNS, Words, standing
from paralint.evidence.grammar.verb_groups import is_noun
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms, word_classes

_JOINING = frozenset({"and"})
_QUOTES = frozenset('"“”„«»‘’') | {"''", "``"}
_OBJECTS = frozenset({"DT", "PRP$", "PRP", "CD", "NNP", "$", "NNS"})
_NO_GERUND = words(
    """
    following including regarding concerning according living working being standing leading ruling during pending
    growing rising existing remaining surrounding ongoing outgoing incoming voting drinking training fishing farming
    """
)
# Behind these an -ing form may be an object, beside a noun.
_TAKES_GERUND = words(
    """
    like likes liked love loves loved enjoy enjoys enjoyed include includes included involve involves involved mean
    means meant deny denies denied admit admits admitted face faces faced require requires required suggest suggests
    suggested propose proposes proposed prohibit prohibited stop stops stopped start starts started begin begins began
    keep keeps kept avoid avoids avoided remember remembered consider considers considered is was are were be been
    prefer prefers preferred hate hates hated banned bans risk risks risked justify justified mention mentioned favour
    favoured oppose opposed support supported recommend recommended recommends imagine imagined need needs needed
    spend spends spent see saw hear heard feel felt watch watched find found leave left mentioned taught learned
    cover covers covered welcome discuss discussed allege alleged do did does describe described
    """
)
# Prepositions that tell a time or place and are no governors of a verb behind "and".
_PLAIN = words("in at on during near outside inside since until after before around behind above below between to from")
_GOVERNING = words("of for with by about without like as against into through despite than including")
_TIMES = words(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
    """
)
_BARE_BEFORE = words(
    "to let lets make makes made help helps helped see saw watch watched hear heard please do does did not n't"
)
_HARMS = words(
    """
    left killed injured wounded destroyed damaged forced trapped caused prompted sent cut knocked brought set displaced
    buried ruined disrupted drove hit burned burnt halted stranded threw broke tore blew flooded swept made put took
    """
)
_CHARGES = words(
    """
    accused charged convicted guilty suspected acquitted jailed fined arrested capable incapable accuse accuses charge
    suspicion cleared
    """
)
_SUBORDINATE = words("if when because although though while as since unless until before after once let whether")
_TRAILING = words(
    """
    leave force cause kill bring make raise prompt give take send put add allow injure destroy damage cut end spark
    trigger fuel bury trap block close cost drive halt keep knock lead mark push reduce save set strand threaten win
    """
)
_SAYS = words("said says say told asked wrote added")


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in another form than the one that they are joined to, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    for here, _ in standing(document, places_of(document, _TRAILING)):
        yield from _trailing(here)
    for here, at in standing(document, places_of(document, _JOINING)):
        if not here.first + 3 <= at < here.last - 2 or here.words[here.last - 1] not in (".", "”", '"'):
            continue
        verb = at + 1
        while verb < here.last - 1 and here.tags[verb] == "RB":
            verb += 1
        word, tag = here.words[verb], here.tags[verb]
        if tag == "VBG":
            following = here.tag(verb + 1)
            wrong = word not in _NO_GERUND and following in _OBJECTS | {"JJ"} and _is_gerund_alone(here, at)
            wrong = wrong and not word.startswith("un") and (following != "JJ" or "adjective" not in word_classes(word))
        elif tag == "TO":
            wrong = here.tag(verb + 1) == "VB" and _is_infinitive_of_charge(here, at)
            verb += wrong
        elif tag in ("VB", "VBP", "NN"):
            wrong = _is_bare_alone(here, at, verb)
        elif tag in ("VBD", "VBN"):
            wrong = _is_past_behind_gerund(here, at, verb)
            if not wrong:
                odd = _past_in_perfect(here, at)
                if odd:
                    yield Slip("parallel", odd - 1, odd)
        elif tag == "VBZ" or (tag == "NNS" and "VBZ" in verb_forms(word) and here.tag(verb + 1) in ("TO", "DT", "IN")):
            odd = _bare_in_series(here, at)
            if odd:
                yield Slip("parallel", odd - 1, odd)
            continue
        else:
            continue
        if wrong:
            yield Slip("parallel", at, verb)


def _trailing(here: Words) -> Iterator[Slip]:
    """Yield a bare verb that trails a clause in the past: "the bank shut last year, leave pensioners without cash"."""
    if (
        here.words[here.last - 1] != "."
        or here.words[here.first] in _SUBORDINATE
        or here.tags[here.first] in ("VB", "VBP", "TO")
    ):
        return
    for comma in range(here.first + 3, here.last - 3):
        if here.words[comma] != ",":
            continue
        word, tag = here.words[comma + 1], here.tags[comma + 1]
        if (
            word not in _TRAILING
            or tag not in ("VB", "VBP", "NN")
            or here.tag(comma + 2) not in _OBJECTS | {"JJ", "NN"}
        ):
            continue
        start = _clause(here, comma)
        if start != here.first or here.has_finite(comma + 2, here.last) or "and" in here.words[comma : here.last]:
            return
        asked = not _BARE_BEFORE.isdisjoint(here.words[start:comma])
        if asked or any(here.tags[place] in ("MD", "TO", "VBP", "VB") for place in range(start, comma)):
            return
        if any(here.tags[place] == "VBD" for place in range(start, comma)):
            yield Slip("parallel", comma, comma + 1)
        return


def _clause(here: Words, at: int) -> int:
    """Return the first token of the stretch before "and" that no quotation mark or semicolon breaks."""
    start = at
    while start > here.first and here.words[start - 1] not in _QUOTES | {";", ":", "(", ")", "–", "—", "-"}:
        start -= 1
    return start


def _is_gerund_alone(here: Words, at: int) -> bool:
    """Whether the -ing form behind "and" goes on a past tense: "killed two people and leaving many homeless"."""
    start = _clause(here, at)
    stretch = range(start, at)
    if any(here.tags[place] == "VBG" or here.words[place].endswith("ing") for place in stretch):
        return False
    verbs = [place for place in stretch if here.tags[place] in ("VBD", "VBZ")]
    if not verbs:
        return False
    last = verbs[-1]
    if here.words[last] in ("was", "were") and len(verbs) == 1:
        return _is_gerund_behind_passive(here, last, at)
    if here.words[last] in _TAKES_GERUND | HAVE | BE | _SAYS or here.tags[last] == "VBZ":
        return False
    if any(here.tags[place] in ("WP", "WDT", "WRB", "VB", "VBN", "MD") for place in range(last + 1, at)):
        return False
    before = here.skip_adverbs(last - 1)
    if before < start or here.words[before] in BE | HAVE:
        return False
    # A series of verbs: "broke the law, ignored warnings and paying bribes".
    if len(verbs) > 1 and here.words[last - 1] == ",":
        return True
    subject = here.tags[before] in (*NOUNS, "PRP", "WP", "WDT", "CC") or here.words[before] == "who"
    if not subject or (here.tags[last] == "VBD" and "VBN" in verb_forms(here.words[last]) and len(verbs) > 1):
        return False
    for place in range(last + 1, at):
        if here.words[place] in _GOVERNING:
            return False
        if here.words[place] in _PLAIN:
            time = here.tag(place + 1) == "CD" or here.word(place + 1) in _TIMES or here.word(place + 1) == "the"
            if not time and here.tag(place + 1) != "NNP":
                return False
    return True


def _is_gerund_behind_passive(here: Words, be: int, at: int) -> bool:
    """Whether an -ing form goes on a passive with a time or agent: "was founded in 1921 and employing"."""
    participle = be + 1 + (here.tag(be + 1) == "RB")
    if here.tag(participle) not in ("VBN", "VBD") or here.words[participle] in _TAKES_GERUND | _CHARGES:
        return False
    tags = here.tags[participle + 1 : at]
    if not {"VB", "VBN", "VBD", "WDT", "WP", "WRB", "TO", "MD", ",", "CC"}.isdisjoint(tags):
        return False
    governors = {here.words[place] for place in range(participle + 1, at) if here.tags[place] == "IN"}
    return governors <= {"in", "at", "on", "by", "near", "after", "before"} and here.tag(at + 2) in ("CD", "DT", "PRP$")


def _is_bare_alone(here: Words, at: int, verb: int) -> bool:
    """Whether the bare verb behind "and" goes on a past tense: "opened the gate and find a dog"."""
    word = here.words[verb]
    forms = verb_forms(word)
    if (
        "VB" not in forms
        or forms & {"VBD", "VBN"}
        or is_noun(word)
        or here.tag(verb + 1) not in ("DT", "PRP$", "PRP", "CD")
    ):
        return False
    if here.tags[verb] == "NN" or word in BE | HAVE | DO or word in ("let", "say", "try", "see"):
        return False
    if word_classes(word) & {"adjective", "adverb", "function"} or here.words[verb + 1] in NOMINATIVE:
        return False
    start = _clause(here, at)
    stretch = range(start, at)
    if not _BARE_BEFORE.isdisjoint(here.words[start:at]):
        return False
    if any(here.tags[place] in ("MD", "TO", "VBP", "VB", "VBZ", "WP", "WDT", "WRB") for place in stretch):
        return False
    verbs = [place for place in stretch if here.tags[place] == "VBD"]
    if not verbs or here.has_finite(verb + 1, min(here.last, verb + 9)) or start != here.first:
        return False
    return here.tags[here.skip_adverbs(verbs[0] - 1)] in (*NOUNS, "PRP") and here.words[at - 1] != ","


def _is_past_behind_gerund(here: Words, at: int, verb: int) -> bool:
    """Whether a past tense goes on an -ing form: "killing two people and left nine homeless"."""
    word = here.words[verb]
    if here.tag(verb + 1) not in ("DT", "PRP$", "CD", "NNS", "PRP", "JJ"):
        return False
    start = _clause(here, at)
    gerunds = [place for place in range(start, at) if here.tags[place] == "VBG"]
    if not gerunds or here.tag(gerunds[-1] + 1) not in _OBJECTS:
        return False
    gerund = gerunds[-1]
    if any(here.tags[place] in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", ",") for place in range(gerund, at)):
        return False
    before = here.words[gerund - 1] if gerund > here.first else ""
    if gerund == here.first or (gerund == here.first + 1 and before in ("by", "after", "before", "without", "while")):
        # "By cutting costs and sold ships, the firm survived."
        comma = next((place for place in range(verb, here.last) if here.words[place] == ","), here.last)
        return (
            comma < here.last - 3
            and not here.has_finite(verb + 1, comma)
            and here.subject_phrase(comma + 1) > comma + 1
        )
    if before != "," or word not in _HARMS:
        return False
    return here.words[gerund].endswith("ing") and here.words[gerund].startswith(
        ("kill", "injur", "wound", "destroy", "damag", "forc", "trap", "caus", "leav", "send", "displac", "bury", "hit")
    )


def _is_infinitive_of_charge(here: Words, at: int) -> bool:
    """Whether "to" and a verb are joined to what somebody is accused of: "charged with theft and to possess a gun"."""
    for place in range(at - 1, max(here.first, at - 10), -1):
        if here.words[place] in _CHARGES and here.word(place + 1) in ("of", "with", "for"):
            return here.words[place + 1] != "for" or here.words[place] in ("jailed", "fined", "arrested", "convicted")
        if here.tags[place] in ("VB", "VBZ", "VBD", "TO", "MD", "WDT", "WP") or here.words[place] in _QUOTES:
            return False
    return False


def _past_in_perfect(here: Words, at: int) -> int:
    """Return the past tense in a series that a perfect begins: "had visited the town, drank tea and met"; 0 if none."""
    for place in range(at - 1, max(here.first + 3, at - 12), -1):
        word = here.words[place]
        if here.tags[place] in ("VBZ", "VBP", "MD", "WDT", "WP", "TO") or word in _QUOTES | {";", "that"}:
            return 0
        if here.tags[place] == "VBD" and here.words[place - 1] == ",":
            if "VBN" in verb_forms(word) or "VBD" not in verb_forms(word) or word in BE | HAVE | DO:
                return 0
            start = max(here.first, place - 14)
            perfect = [before for before in range(start, place - 1) if here.words[before] in HAVE]
            if not perfect or here.tag(perfect[-1] + 1) not in ("VBN", "VBD"):
                return 0
            between = range(perfect[-1] + 2, place - 1)
            other = any(here.tags[inner] in ("VBD", "VBZ", "MD", ",", "CC", "WDT", "WP") for inner in between)
            return 0 if other else place
    return 0


def _bare_in_series(here: Words, at: int) -> int:
    """Return the bare verb in a series of verbs in -s: "makes shoes, employ 300 people and exports"; 0 if none."""
    if here.words[at + 1] in BE | HAVE | DO:
        return 0
    for place in range(at - 1, max(here.first + 2, at - 9), -1):
        word, tag = here.words[place], here.tags[place]
        if here.words[place - 1] == "," and tag in ("VB", "VBP", "NN"):
            object_ = here.tag(place + 1) in ("DT", "PRP$", "CD", "NNS")
            bare = "VB" in verb_forms(word) and not is_noun(word) and "VBD" not in verb_forms(word)
            first = [before for before in range(max(here.first, place - 9), place - 1) if here.tags[before] == "VBZ"]
            clear = first and not any(
                here.tags[inner] in ("MD", "TO", ",", "WDT") for inner in range(first[-1], place - 1)
            )
            return place if object_ and bare and clear else 0
        if tag in ("VBZ", "VBD", "VBP", "MD", "WDT", "WP", "VBG") or word in _QUOTES:
            return 0
    return 0
