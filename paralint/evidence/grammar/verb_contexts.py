"""What stands around a verb, told in features: all that may tell its form, but nothing of the form that it has.

Which form a verb has is told by what governs it (an auxiliary, "to", a preposition, its subject), by what it governs
(an object, an agent, nothing), by the verb itself, which has an object or does not, and by the other verbs of its
clause. ``likely_forms`` weighs these.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from paralint.evidence.grammar.complements import is_of
from paralint.evidence.words.closed import BE, DO, FINITE, HAVE, NOUNS, words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.morphology import lemma, verb_forms, word_classes
from paralint.values import NamedTuple

LABELS = "BZDNGO"
"""Base form, present in "-s", past, participle, -ing form, another class of word."""

_LABEL_OF = {"VB": "B", "VBP": "B", "VBZ": "Z", "VBD": "D", "VBN": "N", "VBG": "G"}
_ORDER = ("VBG", "VBD", "VBN", "VBZ", "VB")
_CHAIN = BE | HAVE | DO | words("get gets got getting 'll wo ca 'd")
_OPENS = words(", ; : that which who because although though while when where if whether since after before until ( –")
_REACH = 8
_TIMES = MONTHS | WEEKDAYS | words("yesterday today tomorrow tonight")
_TIME_NOUNS = words("week month year time morning night evening afternoon day weekend summer winter spring autumn")
_VALENCIES = (
    ("o", "v object"),
    ("u", "v undergone"),
    ("a", "v acted"),
    ("n", "v needing"),
    ("x", "v no-object"),
    ("p", "v no-passive"),
    ("l", "v labile"),
    ("i", "v infinitive"),
    ("j", "v object-infinitive"),
    ("g", "v agentive"),
    ("s", "v said"),
    ("1", "v single"),
    ("f", "v suffered"),
    ("b", "v bare-object"),
)
_NOUN_PHRASE = NOUNS | {"JJ", "CD", "DT", "PRP$", "JJR", "JJS", "$"}


@lru_cache(maxsize=1 << 14)
def reading(word: str) -> tuple[str, str]:
    """Return the lemma of a form as a verb, and the labels that it can have; nothing if it is no verb at all."""
    forms = verb_forms(word)
    if not forms or word in BE or word.startswith(("'", "’")):
        return "", ""
    labels = {_LABEL_OF[form] for form in forms}
    if labels & {"B", "Z"} or not word.endswith(("ed", "ing")):
        labels |= {"O"} if word_classes(word) - {"verb"} else set()
    tag = next(one for one in _ORDER if one in forms)
    return lemma(word, tag), "".join(sorted(labels))


def label(word: str, tag: str) -> str:
    """Return the label of a word that has a tag."""
    told = _LABEL_OF.get(tag)
    labels = reading(word)[1]
    if told is None:
        told = "O" if "O" in labels else "N" if "N" in labels else "G" if "G" in labels else "O"
    return told


class Context(NamedTuple):
    """Where a verb stands.

    Attributes:
        governor: the token before it, adverbs apart.
        rule: the class of the governor.
        features: what tells the form of the verb.
    """

    governor: int
    rule: str
    features: list[str]


class Sentence(NamedTuple):
    """A sentence among the words of a document: nothing stands before its first and behind its last word."""

    words: Sequence[str]
    tags: Sequence[str]
    first: int
    last: int

    def word(self, place: int) -> str:
        return self.words[place] if self.first <= place < self.last else "^"

    def tag(self, place: int) -> str:
        return self.tags[place] if self.first <= place < self.last else "^"


class _Told(NamedTuple):
    """What is read off a sentence before features are made of it."""

    verb: str
    governor: int
    ruling: str
    rule: str
    chain: str
    who: str
    subject: int


def context(words: Sequence[str], tags: Sequence[str], first: int, last: int, at: int) -> Context:
    """Return what stands around the word at ``at`` in the sentence from ``first`` to ``last``."""
    here = Sentence(words, tags, first, last)
    told = _told(here, at)
    return Context(told.governor, told.rule, [*_beside(here, at), *_behind(here, at, told), *_before(here, at, told)])


def rule_before(words: Sequence[str], tags: Sequence[str], first: int, at: int) -> str:
    """Return the class of the governor of the word at ``at``, as its context has it, without the rest of it."""
    governor = at - 1
    while governor >= first and (tags[governor] in ("RB", "RBR") or words[governor] in ("n't", "not")):
        governor -= 1
    return _rule(words[governor], tags[governor]) if governor >= first else ""


def _told(here: Sentence, at: int) -> _Told:
    words, tags, first = here.words, here.tags, here.first
    governor = at - 1
    while governor >= first and (tags[governor] in ("RB", "RBR") or words[governor] in ("n't", "not")):
        governor -= 1
    ruling, tag = here.word(governor), here.tag(governor)
    subject, chain = governor, ""
    while subject >= first and (words[subject] in _CHAIN or tags[subject] in ("MD", "RB", "TO")):
        if tags[subject] != "RB":
            chain = words[subject] + " " + chain
        subject -= 1
    who = kind_of(here.word(subject), here.tag(subject))
    return _Told(reading(words[at])[0], governor, _named(ruling, tag), _rule(ruling, tag), chain, who, subject)


def _beside(here: Sentence, at: int) -> list[str]:
    """Return features of the two words on each side."""
    one, two, behind = here.word(at - 1), here.word(at - 2), here.word(at + 1)
    tag, tag_behind = here.tag(at - 1), here.tag(at + 1)
    return [
        "",
        f"b{one}",
        f"c{tag}",
        f"d{two} {one}",
        f"e{here.tag(at - 2)} {one}",
        f"f{here.tag(at - 2)} {tag}",
        f"g{tag} {tag_behind}",
        f"h{tag_behind}",
        f"i{behind}",
        f"j{tag_behind} {here.tag(at + 2)}",
        f"D{one} {behind}",
    ]


def _behind(here: Sentence, at: int, told: _Told) -> list[str]:
    """Return features of the verb, its governor and what stands behind it, its object or an agent."""
    verb, ruling, rule, who = told.verb, told.ruling, told.rule, told.who
    behind, tag = here.word(at + 1), here.tag(at + 1)
    after = behind if tag in ("IN", "RP", "TO", "PRP", ".", ",", "CC", "WDT", "WP") else tag
    object_ = "o" if tag in _NOUN_PHRASE or tag == "PRP" else "-"
    place = at + 1
    while here.tag(place) == "RB" and here.word(place) != "n't":
        place += 1
    coarse = _coarse(here.word(place), here.tag(place), here.word(place + 1))
    valency = valencies(verb)
    return [
        f"a{verb}",
        f"k{ruling} {min(at - 1 - told.governor, 2)}",
        f"l{ruling} {verb}",
        f"m{ruling} {after}",
        f"n{ruling} {verb} {after}",
        f"o{ruling} {verb} {object_}",
        f"t{verb} {behind}",
        f"B{ruling} {tag} {here.tag(at + 2)}",
        f"F{verb} {object_}",
        f"H{rule} {verb}",
        f"I{rule} {verb} {coarse}",
        f"J{rule} {valency} {coarse}",
        f"K{rule} {valency} {coarse} {who}",
        f"L{rule} {coarse} {who}",
        f"M{verb} {coarse}",
        f"N{rule} {verb} {who}",
        f"P{rule} {valency} {behind}",
        *_of_clause(here, at, told, after, f"O{valency} {coarse}"),
    ]


def _of_clause(here: Sentence, at: int, told: _Told, after: str, frame: str) -> list[str]:
    """Return features of the other verbs of the clause and the sentence."""
    before, outside = _finite(here, at)
    return [
        f"y{before} {outside}",
        f"z{before} {outside} {told.ruling}",
        f"A{before} {outside} {told.who} {after}",
        f"G{before} {told.ruling} {after}",
        f"{frame} {before} {outside}",
    ]


def _before(here: Sentence, at: int, told: _Told) -> list[str]:
    """Return features of the subject, the auxiliaries and the verb before."""
    ruling, who, chain = told.ruling, told.who, told.chain
    verb, tag, distance = _verb_before(here, told.governor)
    return [
        f"p{chain}",
        f"q{chain} {who}",
        f"r{who} {ruling}",
        f"s{told.verb} {who} {ruling}",
        f"u{verb} {ruling}",
        f"v{tag} {ruling}",
        f"w{verb} {ruling} {distance}",
        f"x{tag} {ruling} {distance}",
        f"C{here.tag(told.subject - 1)} {who} {ruling}",
        f"E{here.word(told.subject)} {ruling}",
    ]


def _rule(word: str, tag: str) -> str:
    """Return the class of a governor."""
    if word in BE:
        return "be"
    if word in HAVE:
        return "have"
    if word in DO:
        return "do"
    if tag in ("MD", "TO", "IN", "CC", "PRP", "EX"):
        return tag
    return "-" if tag not in NOUNS else "n"


def _coarse(word: str, tag: str, following: str) -> str:
    """Return what kind of thing stands behind a verb."""
    if word in _TIMES or (word in ("last", "this", "next", "every", "each") and following in _TIME_NOUNS):
        return "t"
    if word in ("by", "to", "that"):
        return word
    if tag in ("IN", "RP"):
        return "i"
    if tag in ("WDT", "WP", "WRB"):
        return "w"
    if tag in _NOUN_PHRASE or tag == "PRP":
        return "o"
    return "v" if tag.startswith("VB") or tag == "MD" else "."


@lru_cache(maxsize=1 << 13)
def valencies(verb: str) -> str:
    """Return letters for the classes of complement that a verb belongs to."""
    return "".join(letter for letter, name in _VALENCIES if is_of(name, verb))


def _named(word: str, tag: str) -> str:
    """Return a governor's name: a small word for itself, any other one for its tag."""
    if tag in ("IN", "TO", "MD", "CC", "DT", "PRP", "PRP$", "WDT", "WP", "WRB", "EX", "RP", "^") or word in _CHAIN:
        return word
    return tag


def kind_of(word: str, tag: str) -> str:
    """Return what kind of subject a word is."""
    if tag in ("PRP", "WP", "WDT", "EX", "DT", "IN", "CC"):
        return word
    if tag in ("NN", "NNS"):
        return f"{tag}{'p' if word in agents() else ''}"
    return tag


def _verb_before(here: Sentence, at: int) -> tuple[str, str, str]:
    """Return the lemma and tag of the last verb before a token, and how far it is."""
    for place in range(at - 1, max(here.first, at - _REACH) - 1, -1):
        tag = here.tags[place]
        if tag.startswith("VB"):
            return lemma(here.words[place], tag), tag, "n" if place == at - 1 else "f"
    return "", "", ""


def _finite(here: Sentence, at: int) -> tuple[str, str]:
    """Return what of the clause before a token is finite, and whether anything outside is."""
    words, tags, first, last = here.words, here.tags, here.first, here.last
    place, finite = at - 1, 0
    while place >= first and words[place] not in _OPENS:
        finite += tags[place] in FINITE
        place -= 1
    opener = words[place] if place >= first else "^"
    earlier = any(tag in FINITE for tag in tags[first : max(place, first)])
    place = at + 1
    while place < last and words[place] not in _OPENS and tags[place] not in FINITE:
        place += 1
    follows = place < last and tags[place] in FINITE
    later = any(tag in FINITE for tag in tags[place:last])
    name = opener if opener in ("that", "which", "who", "^", ",") else "o"
    return f"{name}{min(finite, 2)}", f"{earlier:d}{follows:d}{later:d}"
