"""Words of another sense beside a word that rules their own sense out: "melted parliament", "a skull of government".

``collocates.py`` crosses what may be put for a word with what goes with the right one, and has to leave alone what a
good writer might put as well. Here each word that is put for another is listed with the very words beside which it
cannot be meant: what stands before or behind it, or in the same sentence, and words that speak for its own sense. The
data file is made by ``tools/build_misplaced.py`` of a list written for paralint.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.data import read
from paralint.data.lines import Lines, lines_of
from paralint.evidence.phrases.collocates import CLASS, HOLE, Sentences, is_of, matched, turned
from paralint.evidence.phrases.paraphrases import Paraphrase
from paralint.evidence.words.terms import FUNCTION_WORDS, bases
from paralint.text.document import Document
from paralint.text.morphology import inflect, zipf_frequency
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "misplaced.txt"
HEADER = "# paralint misplaced 1\n"
MOST_PLACES = 3  # what a document says oftener is what it means to say
COMMON, ANYWHERE = 3.9, 5.2
"""How common a word is that two words of its sentence must speak against, and one that may stand in any sentence: log10
in a billion words."""
NEAR, OWN = "*", "!"  # stand before words of the same sentence, and before those that speak for the word's own sense


class Misplaced(NamedTuple):
    """What may have been meant by a word.

    Attributes:
        meant: the right word, or some, joined by "-".
        letter: the class of the word that stands for it.
        rows: what goes with the right word, and not with this one: words in base form, one of them ``HOLE``.
        firsts: a content word of each row.
        near: words of the same sentence that tell as much.
        own: words of the sentence that speak for the word that stands there.
    """

    meant: str
    letter: str
    rows: tuple[tuple[str, ...], ...]
    firsts: frozenset[str]
    near: frozenset[str]
    own: frozenset[str]


@lru_cache(maxsize=1)
def _lines() -> Lines:
    return lines_of(read(FILE), FILE, HEADER, "misplaced words")


@lru_cache(maxsize=1 << 14)
def misplaced(word: str) -> tuple[Misplaced, ...]:
    """Return what may have been meant by a word in its base form, and where.

    Raises:
        DataError: if the data file is missing, cut short or of another version.
    """
    line = _lines().find(word)
    return () if line is None else tuple([_decoded(each) for each in line.decode().split(" ")])


def _decoded(told: str) -> Misplaced:
    head, *parts = told.split(":")
    meant, _, letter = head.rpartition("/")
    rows = tuple([tuple(part.split("+")) for part in parts if part[0] not in (NEAR, OWN)])
    near, own = (frozenset([part[1:] for part in parts if part[0] == sign]) for sign in (NEAR, OWN))
    firsts = [next(iter(_content(row)), "") for row in rows]
    return Misplaced(meant, letter, rows, frozenset(firsts), near, own)


@lru_cache(maxsize=1 << 14)
def _listed(form: str) -> tuple[Misplaced, ...]:
    """Return what may have been meant by a lower-case word, and where."""
    return tuple([each for base in sorted({form, *bases(form)}) for each in misplaced(base)])


def misplaced_words(document: Document) -> tuple[Paraphrase, ...]:
    """Return the words that stand where their sense is ruled out, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the list cannot be read.
    """
    found: dict[int, Paraphrase] = {}
    for place, each, _ in ruled_out(document):
        first, *rest = each.meant.split("-")
        form = inflect(first, document.tags[place]) if each.letter in "nv" else first
        term = " ".join((form or first, *rest))
        found.setdefault(place, Paraphrase(document.tokens.span(place, place + 1), term, 0.0, None))
    return tuple(found[place] for place in sorted(found))


def ruled_out(document: Document) -> Iterator[tuple[int, Misplaced, str]]:
    """Yield the place of each such word, what was meant, and what tells so, as the data file has it.

    Raises:
        DataError: if the list cannot be read.
    """
    tokens, here = document.tokens, document.derive(Sentences)
    for number, word in enumerate(tokens.types):
        places = document.places[number]
        if word.kind is not TokenKind.WORD or word.capital or len(places) > MOST_PLACES:
            continue
        listed = _listed(word.lower)
        for place in places if listed else ():
            known = here[document.sentence_of(place)]
            for each in listed:
                told = _told(document, place, each, known)
                if told:
                    yield place, each, told


def _told(document: Document, place: int, each: Misplaced, known: frozenset[str]) -> str:
    """Return what rules a word out beside it or in its sentence; nothing if something speaks for it, too."""
    near = _near(document.tokens.word(place).lower, each.near & known)
    if not near and each.firsts.isdisjoint(known) and "" not in each.firsts:
        return ""
    if not each.own.isdisjoint(known) or not is_of(document, place, each.letter):
        return ""
    if near:
        return NEAR + near
    for row in each.rows:
        if known.issuperset(_content(row)):
            others = matched(document, place, row, each.letter) or turned(document, place, row)
            if others and (each.letter != "n" or _is_head(document, place, others)):
                return "+".join(row)
    return ""


def _is_head(document: Document, place: int, others: tuple[int, ...]) -> bool:
    """Whether a noun stands before no further noun that is told of, as "box" does in "a new box office record"."""
    behind = place + 1
    return behind in others or behind == len(document.tags) or document.tags[behind] not in ("NN", "NNS")


def _near(form: str, told: frozenset[str]) -> str:
    """Return one of the words of a sentence that tell something else than a word, if they are enough; or nothing."""
    return min(told) if len(told) > (zipf_frequency(form) >= COMMON) and zipf_frequency(form) < ANYWHERE else ""


@lru_cache(maxsize=1 << 14)
def _content(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return the content words of what goes with a word, save classes of nouns."""
    return tuple([word for word in row if word not in FUNCTION_WORDS and word != HOLE and word[0] != CLASS])
