"""The form that a verb is expected in, by all of its sentence but its own form.

A linear model tells how likely each form is in a verb's place: third person, plural, past, bare, participle, "-ing", or
no verb at all. It knows the subject that ``subject_finder`` takes for the verb's, how it is counted, the auxiliary in
front, the clauses and finite verbs around and the verb's lemma. What is written is wrong where it cannot be what is
expected.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from paralint.data import DataError, integers, listed, mapped
from paralint.data.sections import Format
from paralint.evidence.grammar.linear_model import LinearModel
from paralint.evidence.grammar.subject_finder import NONE, Signs, Subject
from paralint.evidence.words.closed import BE, DEMANDS, DO, HAVE, LETS, MODALS, words
from paralint.evidence.words.nouns import groups
from paralint.text.morphology import countability, number

FORMAT = Format("expected_forms.bin", "forms", b"PLXF", 1, ("subject-keys", "subjects", "form-keys", "forms"))
LABELS = "ZPDBNGX"
"""Third person ("was" is one), plural ("are", "were"), past, bare, participle, "-ing", no verb."""
SCALE = 64  # of the weights of forms: so many of theirs are one
_AUXILIARIES = BE | HAVE | DO | MODALS | {"ca", "wo", "to", "not", "n't", "'ll", "'d", "cannot"}
_TELLING = LETS | _AUXILIARIES | DEMANDS | words("have had has than rather let's help helped")
QUANTITIES = words(
    """
    number majority minority most some all half none any rest lot lots plenty couple percent cent % third quarter part
    more much total average range variety series handful dozen dozens hundreds thousands millions group pair bulk
    proportion percentage one both each either neither many several few every everyone nobody what
    """
)
_MEASURES = words(
    """
    years months weeks days hours minutes seconds dollars pounds euros miles metres meters kilometres kilometers tons
    tonnes points percent times degrees acres feet litres gallons yards inches cents
    """
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})


def subject_number(here: Signs, subject: Subject) -> str:
    """Return how a subject is counted, in a letter or a word that tells more."""
    at = subject.head
    if at == NONE:
        return "0"
    word, tag = here.words[at], here.tags[at]
    if tag in ("PRP", "DT", "WP", "EX", "WDT"):
        return word
    if tag == "VBG":
        return tag
    if word in QUANTITIES:
        return word
    if tag == "CD":
        return "1" if word in ("one", "1") else "C"
    if tag in ("NNP", "NNPS"):
        return "N" if tag == "NNPS" else "names" if word.endswith("s") else "name"
    return _noun_number(word, tag)


@lru_cache(maxsize=1 << 12)
def _noun_number(word: str, tag: str) -> str:
    if word in _MEASURES:
        return "measure"
    if word in groups() or word in _collective():
        return "group" + tag
    if tag == "NNS":
        return "P" if number(word) == "plural" else "Pb"
    if countability(word) == "plural-only":
        return "Po"
    return "S" if number(word) == "singular" else "S" + tag + number(word)


@lru_cache(maxsize=1)
def _collective() -> frozenset[str]:
    return frozenset(listed("collective-nouns"))


def form_features(here: Signs, verb: int, base: str, ranked: Sequence[Subject]) -> list[str]:
    """Return the features of a verb's place; ``base`` is its bare form, ``ranked`` its possible subjects."""
    words_, tags, first, last = here.words, here.tags, here.first, here.last

    def word(at: int) -> str:
        return words_[at] if first <= at < last else "^"

    def tag(at: int) -> str:
        return tags[at] if first <= at < last else "^"

    best = ranked[0]
    counted = subject_number(here, best)
    sure = "3" if best.share > 0.95 else "2" if best.share > 0.8 else "1" if best.share > 0.5 else "0"
    path = best.path
    second = ranked[1] if len(ranked) > 1 else best
    other = subject_number(here, second) if second.share > 0.1 else "-"
    start = here.starts[best.head - first] if best.head != NONE else verb
    opener = word(start)
    before_subject = word(start - 1) if word(start - 1) in _TELLING else tag(start - 1)
    auxiliary, gap = _auxiliary(here, verb)
    earlier = _earlier(here, verb)
    ahead = sum(tags[at] in _FINITE for at in range(first, verb))
    behind = sum(tags[at] in _FINITE for at in range(verb + 1, last))
    openers = sum(map("".join(here.signs[: verb - first]).count, "RWS"))
    p1, p2, n1, n2 = tag(verb - 1), tag(verb - 2), tag(verb + 1), tag(verb + 2)
    w1, v1 = word(verb - 1), word(verb + 1)
    clause = _clause(here, verb)
    has_subject = "s" if best.head != NONE and sure >= "2" else "u" if best.head != NONE else "-"
    demanding = "D" if any(words_[at] in DEMANDS for at in range(max(first, verb - 12), verb)) else ""
    return [
        "b" + base,
        f"b{base}|{p1}",
        f"b{base}|{n1}",
        f"b{base}|{auxiliary}",
        f"b{base}|{counted}{sure}",
        f"n{counted}|{sure}",
        f"n{counted}|{sure}|{auxiliary}",
        f"n{counted}|{path[:4]}",
        f"n{counted}|{part_of(here, best)}|{sure}",
        f"n{counted}|{opener}",
        f"n{counted}|{opener}|{path[:2]}",
        f"n{counted}|{other}|{sure}",
        f"n{counted}|{clause}",
        f"h{word(best.head) if best.head != NONE else '-'}|{sure}",
        f"s{path}|{has_subject}",
        f"s{path[-3:]}|{has_subject}{sure}|{auxiliary}",
        f"a{auxiliary}",
        f"a{auxiliary}{gap}",
        f"a{auxiliary}|{n1}",
        f"a{auxiliary}|{before_subject}|{has_subject}",
        f"o{before_subject}|{counted}",
        f"o{before_subject}|{path[:1]}|{has_subject}",
        f"e{earlier}|{auxiliary}",
        f"e{earlier}|{p1}|{has_subject}",
        f"c{clause}",
        f"c{clause}|{auxiliary}",
        f"c{clause}|{n1}|{has_subject}",
        f"f{min(ahead, 3)}{min(behind, 3)}{min(openers, 3)}|{has_subject}",
        f"f{'+' if ahead + behind else '0'}|{p1}|{n1}",
        f"f{max(-2, min(2, ahead - openers))}|{p1}",
        f"p{p1}|{p2}",
        f"p{p1}|{n1}",
        f"p{p2}|{p1}|{n1}",
        f"p{p1}|{n1}|{n2}",
        f"n{n1}|{n2}",
        f"w{w1}",
        f"w{w1}|{n1}",
        f"w{word(verb - 2)}|{w1}",
        f"v{v1}",
        f"v{v1}|{p1}",
        f"v{v1}|{has_subject}|{auxiliary}",
        f"d{demanding}|{counted}|{has_subject}",
        f"q{word(last - 1)}|{'^' if verb == first else p1}",
        f"z{p2}|{w1}|{n1}",
    ]


def part_of(here: Signs, subject: Subject) -> str:
    """Return how what a subject is a part of is counted: "some of the *boats*"."""
    behind = subject.head + 1
    if subject.head == NONE or subject.path[:1] != "O" or here.words[behind] != "of":
        return ""
    for at in range(behind + 1, min(behind + 8, here.last)):
        if here.heads[at - here.first]:
            return subject_number(here, Subject(at, 1.0, ""))
    return "?"


def _auxiliary(here: Signs, verb: int) -> tuple[str, int]:
    """Return the word in front of a verb and its adverbs, its tag if it governs no verb, and how many adverbs."""
    at = verb - 1
    while at >= here.first and here.tags[at] in _ADVERBS and verb - at < 4:
        at -= 1
    if at < here.first:
        return "^", verb - at
    return (here.words[at] if here.words[at] in _AUXILIARIES else here.tags[at]), verb - at


def _earlier(here: Signs, verb: int) -> str:
    """Return the tag of the last verb before, with the word that governs it."""
    for at in range(verb - 1, max(here.first, verb - 20) - 1, -1):
        tag = here.tags[at]
        if tag[:2] == "VB" or tag == "MD":
            return tag + _auxiliary(here, at)[0] + ("&" if here.tags[verb - 1] == "CC" else "")
    return "-"


def _clause(here: Signs, verb: int) -> str:
    """Return the word that opens the clause of a verb, the finite verbs since, and whether one follows."""
    since = 0
    for at in range(verb - 1, here.first - 1, -1):
        sign = here.signs[at - here.first]
        if sign and sign in "VHY":
            since += 1
            if since > 1:
                return f"2{_following(here, verb)}"
        elif sign and sign in "RWSsT;DQ":
            return f"{sign}{since}{_following(here, verb)}"
        elif sign == "C" and since:
            return f"C{since}{_following(here, verb)}"
    return f"^{since}{_following(here, verb)}"


def _following(here: Signs, verb: int) -> str:
    """Return the next sign behind a verb that tells of clauses."""
    for at in range(verb + 1, min(here.last, verb + 15)):
        sign = here.signs[at - here.first]
        if sign and sign in "VHYRWSC&bD.QBEG":
            return sign
    return "."


@lru_cache(maxsize=1)
def models() -> tuple[LinearModel, LinearModel]:
    """Open the models of subjects and of forms, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    sections = FORMAT.decode(mapped(FORMAT.file))
    try:
        subject_keys = integers(sections["subject-keys"], "I")
        form_keys = integers(sections["form-keys"], "I")
    except ValueError as error:
        raise DataError(f"paralint/data/{FORMAT.file}: damaged (keys)") from error
    return LinearModel(subject_keys, sections["subjects"], 1), LinearModel(form_keys, sections["forms"], len(LABELS))
