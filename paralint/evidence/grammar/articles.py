"""Nouns that stand with a determiner: where a singular noun is bare though it hardly ever is there.

Whether a noun needs a determiner depends on what stands before it: "at school" and "by car" do without, "at gym" and
"by road sign" do not. The table says for each noun behind which prepositions, and whether behind an adjective, it
is hardly ever met bare. ``tools/build_articled.py`` counts with the same reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import DataError, read
from paralint.text.document import Document
from paralint.values import NamedTuple

FILE = "articled.txt"
HEADER = "# paralint articled nouns 1\n"
DESCRIBED = "+"  # behind a preposition or a verb, with an adjective between

DETERMINERS = frozenset({"DT", "PRP$", "POS", "WP$", "PDT", "CD"})
ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_GO_ON = _NOUNS | {"POS", "JJ", "HYPH", "VBG", "VBN", "CD", "SYM", "$", "FW", "LS", "ADD"}  # the noun is no head
_LINKS = frozenset({"-", "–", "/", "(", "[", "'s", '"', "“", "”", "'", "’", "&"})
_ENDS = frozenset({".", "''", "-RRB-"})
_PAIRS = frozenset({"and", "or", "to", "by", "after", "for"})  # step by step, man and wife
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})
_BEFORE_NOUN = DETERMINERS | ADJECTIVES  # "a combined lawsuit": what is tagged as a verb may be none
_NO_DETERMINER = frozenset({"such", "next", "last", "little", "much", "most", "more", "less", "first", "best", "other"})
_BE = frozenset({"be", "become", "remain", "call", "name", "elect", "appoint", "do", "have"})


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
    if noun + 2 < last and word(noun + 1).lower in _PAIRS and tags[noun + 2] in _NOUNS:
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
            if bounds[number + 1] - bounds[number] < 2 or tags[bounds[number + 1] - 1] not in _ENDS:
                continue  # headlines and captions leave articles out
            that = found.key == DESCRIBED and before.lower == "that"
            kind_of = found.key == DESCRIBED and before.lower == "of"  # a kind of big hall
            titled = before.capital and found.before > bounds[number]
            again = before.lower == "after" and document.lowers[found.before - 1] == type_.lower  # "blow after blow"
            if not (that or kind_of or titled or again):
                yield Bare(found.before, noun)


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
