"""Nouns that stand with a determiner: where a singular noun is bare though it hardly ever is there.

Whether a noun needs a determiner depends on what stands before it: "at school" and "by car" do without, "at gym" and
"by road sign" do not. The table says for each noun behind which prepositions, and whether behind an adjective, it
is hardly ever met bare. ``tools/build_articled.py`` counts with the same reading.

What the counted texts are too short for tells ``count_nouns.txt``, which was written by hand: nouns that are bare
nowhere, as subject, object, predicate or behind a preposition, but for the places that their line names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import DataError, read
from paralint.data.lines import table
from paralint.evidence.grammar.captions import captions
from paralint.evidence.grammar.noun_phrases import BarePhrase, bare_phrases
from paralint.evidence.words.closed import NOUNS, VERBS, words
from paralint.evidence.words.nouns import agents
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.values import NamedTuple

FILE = "articled.txt"
HEADER = "# paralint articled nouns 1\n"
COUNT_NOUNS = "count_nouns.txt"
HEADER_OF_COUNT_NOUNS = "# paralint count nouns 1\n"
SUBJECT, OBJECT, PREDICATE, SERIES = "subject", "object", "predicate", "and"
DESCRIBED = "+"  # behind a preposition or a verb, with an adjective between

DETERMINERS = frozenset({"DT", "PRP$", "POS", "WP$", "PDT", "CD"})
ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_GO_ON = NOUNS | {"POS", "JJ", "HYPH", "VBG", "VBN", "CD", "SYM", "$", "FW", "LS", "ADD"}  # the noun is no head
_LINKS = frozenset({"-", "–", "/", "(", "[", "'s", '"', "“", "”", "'", "’", "&"})
_ENDS = frozenset({".", "''", "-RRB-"})
_PAIRS = frozenset({"and", "or", "to", "by", "after", "for"})  # step by step, man and wife
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_BEFORE_NOUN = DETERMINERS | ADJECTIVES  # "a combined lawsuit": what is tagged as a verb may be none
_NO_DETERMINER = frozenset({"such", "next", "last", "little", "much", "most", "more", "less", "first", "best", "other"})
_BE = frozenset({"be", "become", "remain", "call", "name", "elect", "appoint", "do", "have"})
_COPULAS = frozenset({"be", "become", "remain"})
_NAMING = frozenset(
    {"call", "name", "elect", "appoint", "turn", "play", "crown", "vote", "do", "dub", "make", "change", "switch"}
)
_GIVING = frozenset({"give", "offer", "send", "show", "award", "grant"})
_SUBORDINATORS = frozenset({"that", "because", "if", "while", "although", "though", "whether", "when", "where"})
_ANY_NOUN = frozenset({"like", "per", "than", "versus", "without", "via", "except", "between", "as", "unlike"})
_PORTIONS = words(
    """
    kind sort type form category class variety breed grade generation piece make
    brand style model species sense lack
    word length choice method instead dose hour
    minute second day night week month year decade century spell period
    stretch mile kilometre kilometer metre meter acre slice strip section part bit amount footage
    """
)  # of which a thing that is counted elsewhere is a kind or a mass: a stretch of river, two hours of video
_BEHIND_PARTICIPLE = frozenset({"IN", "TO", "RB", "RP", "DT", "PRP$", "CD"})  # "in raincoat walking away"
_PARTICIPLES = frozenset({"VBN", "VBG"})
_BEHIND_SUBJECT = frozenset({"VBD", "VBZ", "MD"})
_SORTING = words("divide sort arrange group rank list break vary differ split order classify separate organise")
_VEHICLES = words(
    """
    wheelbarrow handcart cart bicycle bike motorbike motorcycle scooter car van truck lorry bus minibus coach taxi cab
    train tram boat barge ferry canoe kayak dinghy raft ship plane helicopter drone balloon sledge sled sleigh
    snowmobile horse mule donkey camel tractor bulldozer stretcher wheelchair lift escalator cable crane tanker lifeboat
    rickshaw courier post mail telephone phone email fax radio telegram letter parachute hovercraft submarine tanker
    """
)  # by which things come and go
_MASSES = words("policy ground land soil rock stone ice industry demand supply output business society parliament")
# which are told of at large as well: "said that policy would stay tight", "on ground that shakes"
_WORDS = words("word term name code slang shorthand short dialect language jargon argot")
_HITTING = frozenset({"hit", "strike", "kill", "injure", "crush", "pull", "knock", "damage", "attack", "chase"})


class Bare(NamedTuple):
    """A noun without the determiner that it stands with.

    Attributes:
        before: the token of the preposition or verb before it.
        noun: its token.
    """

    before: int
    noun: int


class Place(NamedTuple):
    """Where a singular noun ends a phrase.

    Attributes:
        before: the token of the preposition or verb before the phrase.
        key: what the table may say of it: a preposition in lower case, or ``DESCRIBED``.
        determined: whether a determiner begins the phrase.
    """

    before: int
    key: str
    determined: bool


def place(document: Document, noun: int, first: int, last: int) -> Place | None:
    """Return where the noun stands; None if it is no head of a phrase behind a preposition or a verb."""
    tags, word = document.tags, document.tokens.word
    if noun + 1 >= last or tags[noun + 1] in _GO_ON or word(noun + 1).lower in _LINKS:
        return None
    if noun + 2 < last and word(noun + 1).lower in _PAIRS and tags[noun + 2] in NOUNS:
        return None
    at = noun - 1
    while at > first and tags[at] in ADJECTIVES and noun - at < 3:
        if word(at).lower in _NO_DETERMINER:
            return None
        at -= 1
    described = at < noun - 1
    determined = tags[at] in DETERMINERS
    if determined:
        at -= 1
    if at < first:
        return None
    if tags[at] in ("IN", "TO"):
        key = word(at).lower
    elif described and tags[at] in _FINITE and document.lemma(at) not in _BE and _is_verb(document, at, first):
        key = DESCRIBED
    else:
        return None
    return Place(at, DESCRIBED if described else key, determined)


def _is_verb(document: Document, at: int, first: int) -> bool:
    """Whether what is tagged as a finite verb is one: "a combined lawsuit" and "maternity pay plan" have none."""
    before = document.tags[at - 1] if at > first else ""
    if document.tags[at] in ("VB", "VBP"):
        return before in ("TO", "MD", "RB", "PRP", "NNS", "")
    return before not in _BEFORE_NOUN


def bare_nouns(document: Document) -> Iterator[Bare]:
    """Yield the nouns of a document that lack their determiner, in order of the nouns' first places."""
    table = load()
    tags, bounds = document.tags, document.tokens.sentences
    sentence = document.sentence_of
    for kind, type_ in enumerate(document.tokens.types):
        keys = table.get(type_.form)
        if keys is None:
            continue
        for noun in document.places[kind]:
            if tags[noun] != "NN":
                continue
            number = sentence(noun)
            found = place(document, noun, bounds[number], bounds[number + 1])
            if found is None or found.determined or found.key not in keys:
                continue
            before = document.tokens.word(found.before)
            if bounds[number + 1] - bounds[number] < 2 or not is_told_in_full(document, number):
                continue
            that = found.key == DESCRIBED and before.lower == "that"
            kind_of = found.key == DESCRIBED and before.lower == "of"  # a kind of big hall
            titled = before.capital and found.before > bounds[number]
            again = before.lower == "after" and document.lowers[found.before - 1] == type_.lower  # "blow after blow"
            verb = found.key == "to" and "VB" in verb_forms(type_.lower)  # "threatened to table a motion"
            mass = type_.lower in _MASSES and (before.lower == "that" or document.lowers[noun + 1] == "that")
            if not (that or kind_of or titled or again or verb or mass):
                yield Bare(found.before, noun)


def bare_count_nouns(document: Document) -> Iterator[Bare]:
    """Yield the singular nouns of ``count_nouns.txt`` that stand bare where they hardly ever do, in order."""
    table = count_nouns()
    tags, bounds, word = document.tags, document.tokens.sentences, document.tokens.word
    for number, first in enumerate(bounds[:-1]):
        opens = word(first).lower in table and tags[first] in ("NN", "NNP") and word(first).capital
        if opens and _is_bare(document, BarePhrase(first, first), first, bounds[number + 1], table):
            yield Bare(first, first)
    for phrase in bare_phrases(document):
        if word(phrase.noun).lower not in table:
            continue
        number = document.sentence_of(phrase.noun)
        if _is_bare(document, phrase, bounds[number], bounds[number + 1], table):
            yield Bare(max(phrase.first - 1, bounds[number]), phrase.noun)


def is_told_in_full(document: Document, sentence: int) -> bool:
    """Whether a sentence is no headline: these leave articles out."""
    last = document.tokens.sentences[sentence + 1] - 1
    return document.tags[last] in _ENDS or sentence in document.derive(captions)


def _is_bare(
    document: Document, phrase: BarePhrase, first: int, last: int, table: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a noun that is known to be bare lacks its determiner."""
    tags, word, noun = document.tags, document.tokens.word, phrase.noun
    if last - first < 4 or not is_told_in_full(document, document.sentence_of(first)) or noun + 1 >= last:
        return False
    if word(noun + 1).lower in _LINKS or (word(noun + 1).capital and noun > first):
        return False
    if tags[noun + 1] in _GO_ON and not _is_described_behind(document, phrase, first, last):
        return False
    if noun + 2 < last and word(noun + 1).lower in _PAIRS and tags[noun + 2] in (NOUNS | {"VB"}):
        return False
    inside = range(phrase.first, noun)
    if any(word(at).lower in _NO_DETERMINER or (word(at).capital and at > first) for at in inside):
        return False
    if inside and tags[phrase.first] not in ADJECTIVES | {"NN"}:
        return False
    key = _key(document, phrase, first)
    return bool(key) and key not in table[word(noun).lower]


def _is_described_behind(document: Document, phrase: BarePhrase, first: int, last: int) -> bool:
    """Whether a participle behind a noun describes it: "in raincoat walking away", "was document dated 1752".

    "He used satellite imaging of them": an -ing form behind an object may be the head.
    """
    tags, behind = document.tags, phrase.noun + 1
    if behind + 1 >= last or tags[behind + 1] not in _BEHIND_PARTICIPLE:
        return False
    return tags[behind] == "VBN" or (tags[behind] == "VBG" and phrase.first > first and tags[phrase.first - 1] == "IN")


def _key(document: Document, phrase: BarePhrase, first: int) -> str:
    """Return the place of a bare noun as ``count_nouns.txt`` names it; empty where nothing is said of it."""
    tags, before = document.tags, phrase.first - 1
    subject = SUBJECT if tags[phrase.noun + 1] in _BEHIND_SUBJECT else ""
    if before < first:
        opens = tags[first + 1] == "IN" and phrase.noun == first and not document.tokens.word(first + 2).capital
        return SUBJECT if subject or opens else ""
    lower, tag, lemma = document.tokens.word(before).lower, tags[before], document.lemma(before)
    if lower in _SUBORDINATORS:
        return subject
    if tag in ("IN", "TO"):
        earlier = document.lemma(before - 1) if before > first else ""
        if lower in _ANY_NOUN or (lower == "of" and earlier in _PORTIONS):
            return ""
        if lower == "to" and phrase.first == phrase.noun and "VB" in verb_forms(document.lowers[phrase.noun]):
            return ""  # able to campaign
        if _is_told_so(document, phrase, before, earlier):
            return ""
        if lower in ("after", "to", "by", "upon") and document.lowers[before - 1] == document.lowers[phrase.noun]:
            return ""  # blow after blow, from cellar to cellar
        return "hit" if lower == "by" and earlier in _HITTING else lower
    if tag == "CC" and lower == "and" and before > first + 1 and tags[before - 1] == "NNS":
        at = before - 1
        while at > first and tags[at] in NOUNS | ADJECTIVES | _PARTICIPLES:
            at -= 1
        return SERIES if tags[at] in VERBS | {"IN", ","} and tags[before - 2] != "," else ""
    if tag not in _FINITE and tag not in ("VBN", "VBG"):
        return ""
    if lemma == "say":
        return subject
    if lemma in _COPULAS:
        return PREDICATE
    if lemma in _NAMING or not _acts(document, before, first, lemma):
        return ""
    return OBJECT


def _is_told_so(document: Document, phrase: BarePhrase, before: int, earlier: str) -> bool:
    """Whether a bare noun tells a means, or what is translated: "by street", "Swahili for hut"."""
    lower, noun = document.lowers[before], document.lowers[phrase.noun]
    if lower == "by":
        return (
            (noun in _VEHICLES and earlier not in _HITTING)
            or earlier in _SORTING
            or (document.tags[before - 1] != "VBN" and noun not in agents())
        )
    return lower == "for" and (earlier in _WORDS or document.tokens.word(before - 1).capital)


def _acts(document: Document, verb: int, first: int, lemma: str) -> bool:
    """Whether what is tagged as a verb is one that has an object."""
    tags = document.tags
    before = document.lemma(verb - 1) if verb > first else ""
    if tags[verb] == "VBN":
        if verb > first and tags[verb - 1] in (NOUNS | {"PRP"}):
            return "VBD" in verb_forms(document.lowers[verb])
        return before == "have" or (before in ("be", "get") and lemma in _GIVING)
    if tags[verb] == "VBG":
        return verb > first and (before == "be" or tags[verb - 1] == "IN")
    return _is_verb(document, verb, first)


@lru_cache(maxsize=1)
def count_nouns() -> Mapping[str, frozenset[str]]:
    """Return for each noun of ``count_nouns.txt`` where it may be bare, read once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    found: dict[str, frozenset[str]] = {}
    for places, nouns in table(COUNT_NOUNS, HEADER_OF_COUNT_NOUNS, "count nouns", 2):
        found.update(dict.fromkeys(nouns.split(), frozenset(places.split())))
    return found


def encode(nouns: Mapping[str, frozenset[str]]) -> str:
    """Return the content of a data file; the same nouns give the same content."""
    return HEADER + "".join(f"{noun} {' '.join(sorted(keys))}\n" for noun, keys in sorted(nouns.items()))


def decode(content: str) -> Mapping[str, frozenset[str]]:
    """Read a data file.

    Raises:
        DataError: if ``content`` is not a table of this version, or is cut short.
    """
    if not content.startswith(HEADER) or not content.endswith("\n"):
        raise DataError(f"paralint/data/{FILE}: no table of articled nouns of this version, or cut short")
    lines = (line.split() for line in content.splitlines() if line[0] != "#")
    return {noun: frozenset(keys) for noun, *keys in lines}


@lru_cache(maxsize=1)
def load() -> Mapping[str, frozenset[str]]:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return decode(read(FILE).decode("utf-8"))
