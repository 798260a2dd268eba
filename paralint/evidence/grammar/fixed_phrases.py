"""Fixed adverbial phrases: which preposition a noun takes when it tells a state, a time or a means.

One is "on show", comes "by bus" and sleeps "at night": preposition, determiner and noun are one phrase, and no word
before it chooses the preposition. ``fixed_phrases.txt`` was written by hand. A line has five fields, parted by tabs:
nouns, the prepositions that they do not take, in which shapes of phrase (letters, see :class:`Entry`), the one that
they take, and what follows: ``.`` the end of the phrase, ``,`` a comma or full stop, else one of some words;
``of+time`` "of" before a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data.lines import table
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.governors import FILE as FILE_OF_COUNTS
from paralint.evidence.grammar.governors import VALENCY, load
from paralint.text.document import Document
from paralint.values import NamedTuple

FILE = "fixed_phrases.txt"
HEADER = "# paralint fixed phrases 1\n"

_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "1st", "2nd", "3rd"}
)
_SAME = frozenset({"same", "similar", "different"})
_POINTING = frozenset({"this", "that", "these", "those"})
_ENDS = frozenset({",", ".", ";", ":", "!", "?", ")", "”", "’", "–", "—"})
_GOES_ON = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "JJ", "HYPH", "CD", "VBG", "VBN", "SYM", "$", "DT", "FW"})
_LIGHT = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "RB"})
_TELLING = frozenset({"say", "speak", "write", "sing", "read", "publish", "add", "print", "shout", "answer", "reply"})
_NOUNS = frozenset({"NN", "NNS"})
_REACH = 4  # tokens of a phrase between its preposition and its noun


class Phrase(NamedTuple):
    """A phrase with a preposition that its noun does not take.

    Attributes:
        preposition, noun: its tokens.
        expected: the preposition that the noun takes in a phrase of this shape.
    """

    preposition: int
    noun: int
    expected: str


class Entry(NamedTuple):
    """What the table says of a noun.

    Attributes:
        wrong: the prepositions that are wrong.
        shapes: the shapes of phrase in which they are: ``b`` the bare noun, ``t`` with "the", ``a`` with "a", ``d``
            with another determiner, ``j`` with an adjective, ``n`` before a number, ``o`` with an ordinal number,
            ``s`` with an ordinal, "same" or "following" behind a determiner, ``w`` with "own", ``e`` with "other"
            alone, ``h`` with "the other", ``r`` with an ordinal or "the" and an ordinal, ``x`` with "this", "that" or
            "the same", ``l`` a language that is spoken.
        right: the preposition instead.
        behind: what follows.
    """

    wrong: frozenset[str]
    shapes: str
    right: str
    behind: str


def misled(document: Document) -> Iterator[Phrase]:
    """Yield the phrases whose preposition is another than their noun takes, in order of the nouns' first places."""
    table = entries()
    tokens, bounds = document.tokens, document.tokens.sentences
    for kind, type_ in enumerate(tokens.types):
        found = table.get(type_.lower)
        if found is None:
            continue
        for noun in document.places[kind]:
            sentence = document.sentence_of(noun)
            phrase = _phrase(document, noun, bounds[sentence], bounds[sentence + 1], found)
            if phrase is not None:
                yield phrase


def _phrase(document: Document, noun: int, first: int, last: int, table: list[Entry]) -> Phrase | None:
    word, tags = document.tokens.word, document.tags
    at = noun - 1
    while at >= first and noun - at <= _REACH and tags[at] not in ("IN", "TO", "RP"):
        if tags[at] not in _LIGHT and tags[at] not in ("DT", "PRP$", "POS", "NN", "NNP"):
            return None
        at -= 1
    if at < first or tags[at] not in ("IN", "TO") or (at > first and word(at).capital):
        return None
    preposition = word(at).lower
    shape = _shape(document, at + 1, noun)
    if not shape:
        return None
    for entry in table:
        if preposition not in entry.wrong or not any(letter in entry.shapes for letter in shape):
            continue
        if not _follows(document, noun, last, entry.behind, entry.shapes == "n"):
            continue
        if entry.shapes == "l" and not _spoken(document, at, first):
            continue
        if not _governed(document, at, first, preposition):
            return Phrase(at, noun, entry.right)
    return None


def _shape(document: Document, start: int, noun: int) -> str:
    """Return the letters of the shapes that the words between preposition and noun make."""
    words = [document.tokens.word(index).lower for index in range(start, noun)]
    tags = document.tags[start:noun]
    if not words:
        return "bnl"
    if words == ["other"]:
        return "e"
    if words == ["the", "other"]:
        return "hj"
    if words[-1] == "own" and tags[0] in ("PRP$", "NNP", "NN", "DT"):
        return "w"
    if words[-1] in _ORDINALS and (len(words) == 1 or (len(words) == 2 and tags[0] in ("DT", "PRP$"))):
        return "r" if len(words) == 1 else "ros"
    if len(words) == 2 and words[-1] in ("same", "following") and tags[0] == "DT":
        return "sx" if words[-1] == "same" else "s"
    if len(words) == 1:
        if words[0] == "the":
            return "t"
        if words[0] in ("a", "an"):
            return "a"
        if words[0] in _POINTING:
            return "dx"
        return "d" if tags[0] in ("DT", "PRP$") else ""
    if len(words) == 2 and tags[0] in ("DT", "PRP$") and tags[1] in ("JJ", "JJS", "JJR"):
        if words[1] in _SAME:
            return "xj"
        return "ja" if words[0] in ("a", "an") else "j"
    return ""


def _follows(document: Document, noun: int, last: int, behind: str, number: bool) -> bool:
    """Whether what stands behind the noun is what an entry asks for."""
    tags, word = document.tags, document.tokens.word
    if noun + 1 >= last:
        return False
    after = word(noun + 1).lower
    if number:
        return tags[noun + 1] == "CD"
    if behind == ".":
        if tags[noun + 1] == "CC" and tags[noun - 1] in ("IN", "TO"):
            return False  # with car and driver
        return tags[noun + 1] not in _GOES_ON and after not in ("of", "-", "/")
    if behind == ",":
        return after in _ENDS
    if behind == "of+time":
        return after == "of" and any(
            word(index).lower in TIMES or (tags[index] == "CD" and len(word(index).lower) == 4)
            for index in range(noun + 2, min(last, noun + 5))
        )
    return after in behind.split()


def _spoken(document: Document, preposition: int, first: int) -> bool:
    """Whether a verb of speaking stands shortly before, so that a language is no subject of learning."""
    return any(document.lemma(index) in _TELLING for index in range(max(first, preposition - 3), preposition))


def _governed(document: Document, preposition: int, first: int, word: str) -> bool:
    """Whether a word shortly before asks for the preposition: "looked at the radio", "a drop in sale"."""
    tags = document.tags
    for index in range(max(first, preposition - 2), preposition):
        kinds = "vp" if tags[index][:2] == "VB" else "n" if tags[index] in _NOUNS else "a"
        form = document.tokens.word(index).lower
        for file in (VALENCY, FILE_OF_COUNTS):
            for kind in kinds:
                demand = load(file).demand(kind, form if kind == "a" else document.lemma(index))
                if demand is not None and word in demand.expected:
                    return True
    return False


@lru_cache(maxsize=1)
def entries() -> Mapping[str, list[Entry]]:
    """Return the table by noun, read once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    found: dict[str, list[Entry]] = {}
    for nouns, wrong, shapes, right, behind in table(FILE, HEADER, "fixed phrases", 5):
        for noun in nouns.split(","):
            found.setdefault(noun, []).append(Entry(frozenset(wrong.split()), shapes, right, behind))
    return found
