"""Words written for others that sound or look like them: "class sizes have felled", "the births at the port".

For each word that is mistaken for another the data file says how fast both are tied to the words beside them
(``tools/build_sound_alikes.py``; source and licence: ``docs/data-sources.md``), in the manner of Golding & Roth 1999:
the one that is written is held against the other in its place. For pairs that no neighbour tells apart it has words of
texts that are about the one or the other, and words that stand in the same sentence as the one or the other.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from paralint.data import DataError, bloomier, mapped
from paralint.data.sections import Format
from paralint.evidence.words.closed import NOUNS, RELATIVE, words
from paralint.evidence.words.places import places_of
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import lemma, verb_forms, word_classes, zipf_frequency
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

FILE = "sound_alikes.bin"
START, END = "<s>", "</s>"  # what stands before and behind a sentence
SECTIONS = ("pairs", "chances", "upper", "lower", "triples")
FORMAT = Format(FILE, "sound-alikes", b"PLSA", 1, SECTIONS)
BITS, TRIPLE_BITS = 2, 1  # of a half of a tie, and of a triple
_ELSEWHERE = 0x5BD1E995  # the lower half has another key, or one that was not stored would be taken for one in both
LOOSEST, STEP = -1.2, 0.4  # the tie with the least number, and from one number to the next: log10 of joint over chance

LEAST = 2.0  # log10 by which the other word must fit better
_COMMONER = 0.5  # what it counts that the other word is commoner; that it is rarer counts in full
_RAREST = -8.3  # log10 of the chance of the rarest pair that the counts have
_UNTIED = -2.0  # the tie of two words that are never met, at least
_MET = 0.7  # what it adds that all three words are met in a row
_STOP = ".!?;:"
_ABOUT, _EACH_WORD, _MOST = 1.5, 0.7, 5.0  # what a text adds that is about the other word
_OWN = -1.5  # what it takes away that it is about the word that is written
_SUBJECTS = 2  # words of a subject that a text must have
_NEAR, _EACH_NEAR = 3.0, 0.8  # what words of the same sentence add
_SOUND = {"=": 0.3, "?": -2.3}  # what it adds to that how much alike the two sound
_REACH = 9  # tokens to either side in which they stand
_TOO_OFTEN = 3  # a word that a text has so often is meant
_MEANT = 0.9  # what more is asked where the text has another form of the word that is written
_TOLD_ALONE = 2.4  # what is asked where nothing but the subject is against the written word
_ONE_NEIGHBOUR = 0.3  # what more is asked where only one neighbour is known
# What a participle or a base form has before it: an auxiliary, "to", a verb of seeing or letting.
_GOVERN = words(
    """
    to has have had having 've 'd is are was were be been being do does did n't will would can could may might must
    should shall let lets make makes made help helps helped see sees saw seen hear hears heard feel felt watch watched
    get gets got not
    """
)
_BILLION = 9.0
_LINE = lazy.pattern(r"(?m)^(\S+) (.*)$")  # a word, and what is said of it


class SoundAlike(NamedTuple):
    """Attributes:
    place: the token.
    expected: the word that fits there.
    """

    place: int
    expected: str


class Pair(NamedTuple):
    """Attributes:
    other: the word that may be meant.
    about: words of texts that are about it.
    own: words of texts that are about the one that is written.
    near: words that stand in a sentence with the other one.
    near_own: words that stand in a sentence with the one that is written.
    bound: whether the other one is meant only beside its own words.
    sound: "=" if both sound the same, "?" if they do not sound quite alike.
    """

    other: str
    about: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    near_own: frozenset[str] = frozenset()
    bound: bool = False
    sound: str = ""


class Table:
    """The opened data file.

    Attributes:
        pairs: what each word may be written for.
        chances: of each word of a pair, log10 of how likely it is.

    Raises:
        DataError: if ``content`` is no such file of this version, or is damaged.
    """

    def __init__(self, content: bytes | memoryview) -> None:
        sections = FORMAT.decode(content)
        try:
            self._lines: dict[str, list[str]] = {}
            for word, line in _LINE.findall(str(sections["pairs"], "utf-8")):
                self._lines.setdefault(word, []).append(line)
            self._chances = dict(_LINE.findall(str(sections["chances"], "ascii")))
            self._upper, self._lower = (bloomier.Bloomier(sections[half], BITS) for half in ("upper", "lower"))
            self._triples = bloomier.Bloomier(sections["triples"], TRIPLE_BITS)
        except ValueError as error:
            raise DataError(f"paralint/data/{FILE}: damaged") from error
        self._pairs: dict[str, tuple[Pair, ...]] = {}
        self.words = frozenset(self._lines)

    def pairs(self, word: str) -> tuple[Pair, ...]:
        """Return what one of the words may be written for."""
        found = self._pairs.get(word)
        if found is None:
            found = self._pairs[word] = tuple(map(_pair, self._lines[word]))
        return found

    def chance(self, word: str) -> float | None:
        """Return log10 of how likely a word is; None if it is not known."""
        if word in self._chances:
            return self.chance_of(word)
        if word in (START, END):
            return -1.3
        zipf = zipf_frequency(word)
        return zipf - _BILLION if zipf else None

    def chance_of(self, word: str) -> float:
        """Return log10 of how likely a word of a pair is."""
        return -int(self._chances[word]) / 10

    def tie(self, first: str, second: str, chances: float) -> float:
        """Return how fast two words are tied in this order: log10 of their joint chance over that of two words."""
        key = zlib.crc32(f"{first} {second}".encode())
        upper = self._upper.get(key)
        lower = None if upper is None else self._lower.get(key ^ _ELSEWHERE)
        if upper is None or lower is None:
            return max(_UNTIED, min(0.0, _RAREST - chances))
        return LOOSEST + STEP * (upper << BITS | lower)

    def is_met(self, words: str) -> bool:
        """Whether three words, joined by spaces, are met in a row."""
        return self._triples.get(zlib.crc32(words.encode())) is not None


def sound_alikes(document: Document) -> tuple[SoundAlike, ...]:
    """Return the words where another one fits much better, in text order (a layer: see ``Document.derive``).

    Raises:
        DataError: if the table cannot be read.
    """
    table = load()
    return tuple(_found(document, table))


def _found(document: Document, table: Table) -> Iterator[SoundAlike]:
    lowers, starts = document.lowers, frozenset(document.tokens.sentences)
    subjects: dict[Pair, float] = {}
    for place in places_of(document, table.words):
        written = lowers[place]
        if document.tokens.word(place).form[:1].isupper() and (place not in starts or _is_name(document, place + 1)):
            continue
        if sum(len(document.places[kind]) for kind in document.by_lower[written]) >= _TOO_OFTEN:
            continue
        before, behind = _before(document, place), _behind(document, place)
        both = None not in (table.chance(before) if before else None, table.chance(behind) if behind else None)
        least, best = LEAST, None
        for pair in table.pairs(written):
            if (pair.about or pair.own) and pair not in subjects:
                subjects[pair] = _subject(document, pair)
            told = subjects.get(pair, 0.0)
            if pair.near:
                near = _near(document, place, pair)
                if pair.bound and not near:
                    continue
                told = near if near > 0.0 and told >= 0.0 else told + near
            fits = gained(table, before, written, pair.other, behind)
            gain = told + fits
            if gain >= least and not _is_meant(document, place, pair, fits, told, both=both):
                least, best = gain, pair.other
        if best is not None:
            yield SoundAlike(place, best)


def _is_meant(document: Document, place: int, pair: Pair, fits: float, told: float, *, both: bool) -> bool:
    """Whether the word that is written is meant, though the other one is usual between its neighbours."""
    lowers, tags = document.lowers, document.tags
    written, before = lowers[place], lowers[place - 1] if place else ""
    if told > 0.0:
        return not pair.near and fits + told < _TOLD_ALONE
    if place and tags[place - 1] in NOUNS and (written, pair.other) == ("there", "their"):
        return True  # "a cup of salt there costs": no determiner stands behind a noun
    if _is_sound(document, place, pair):
        return True
    if before in RELATIVE and place > 1 and tags[place - 2] in NOUNS and tags[place].startswith("VB"):
        return not verb_forms(pair.other)  # "dogs that weigh as much": a clause needs its verb
    bases = lemma(written, "VBD"), lemma(pair.other, "VBN")
    if bases[0] == bases[1] or bases[0] == pair.other:
        # "The buses ran": a finite form is right where nothing asks for another one.
        finite = "VBD" in verb_forms(written) and "VBN" not in verb_forms(written)
        return finite and "VBD" not in verb_forms(pair.other) and _GOVERN.isdisjoint(lowers[max(0, place - 4) : place])
    forms = {lemma(written, tag) for tag in ("NNS", "VBD", "VBG")} - {""}
    others = {form + ending for form in forms for ending in ("", "s", "ed", "ing", "er", "ers")} - {written}
    if not both and fits < LEAST + _ONE_NEIGHBOUR:
        return True
    return fits < LEAST + _MEANT and any(form in document.by_lower for form in others)


def _is_sound(document: Document, place: int, pair: Pair) -> bool:
    """Whether a word stands in a frame of its own: "Their well is dry", "things were worst in 2014"."""
    behind = document.lowers[place + 1] if place + 1 < len(document.lowers) else ""
    if document.lowers[place] == "their" and pair.other == "there":
        opens = place == document.tokens.sentences[document.sentence_of(place)]
        return opens and "noun" in word_classes(behind)
    return document.lowers[place] == "worst" and pair.other == "worse" and behind in ("in", "among", "of", "when")


def gained(table: Table, before: str, written: str, other: str, behind: str) -> float:
    """Return how much better another word fits between two words than the one that is written: log10."""
    chance, likely = table.chance_of(written), table.chance_of(other)
    commoner = likely - chance
    return (
        min(commoner, _COMMONER * commoner)
        + _fit(table, before, other, behind, likely)
        - _fit(table, before, written, behind, chance)
    )


def _fit(table: Table, before: str, word: str, behind: str, own: float) -> float:
    """Return how fast a word with a certain chance is tied to two others."""
    fit = 0.0
    for other, first, second in ((before, before, word), (behind, word, behind)):
        chance = table.chance(other) if other else None
        if chance is not None:
            fit += table.tie(first, second, chance + own)
    if before and behind and table.is_met(f"{before} {word} {behind}"):
        fit += _MET
    return fit


def _before(document: Document, place: int) -> str:
    """Return the word before a token, a clitic with what it leans on; empty if it is none."""
    first = document.tokens.sentences[document.sentence_of(place)]
    if place == first:
        return START
    lower = document.lowers[place - 1]
    if "'" in lower and place - 1 > first:
        return document.lowers[place - 2] + lower
    return lower if _is_word(document, place - 1) else ""


def _behind(document: Document, place: int) -> str:
    """Return the word behind a token, with what leans on it; empty if it is none."""
    last = document.tokens.sentences[document.sentence_of(place) + 1]
    if place + 1 == last:
        return ""  # a heading or a caption, which may end with any word
    lower = document.lowers[place + 1]
    if lower in _STOP:
        return END
    if place + 2 < last and "'" in document.lowers[place + 2] and _is_word(document, place + 1):
        return lower + document.lowers[place + 2]
    return lower if _is_word(document, place + 1) else ""


def _is_name(document: Document, place: int) -> bool:
    return place < len(document.tags) and document.tokens.word(place).capital


def _is_word(document: Document, place: int) -> bool:
    return document.tokens.word(place).kind is TokenKind.WORD


def _subject(document: Document, pair: Pair) -> float:
    """Return what it adds that a text is about the other word of a pair, or takes away that it is about the written."""
    here = document.by_lower
    if any(word in here or f"{word}s" in here for word in pair.own):
        return _OWN
    found = sum(word in here for word in pair.about)
    if found < _SUBJECTS:
        return 0.0
    return min(_MOST, _ABOUT + _EACH_WORD * found)


def _near(document: Document, place: int, pair: Pair) -> float:
    """Return what it adds that words of the other one of a pair stand in the sentence; 0 if they are of the written."""
    first, last = document.tokens.sentences[(sentence := document.sentence_of(place)) : sentence + 2]
    around = set(document.lowers[max(first, place - _REACH) : place])
    around.update(document.lowers[place + 1 : min(last, place + 1 + _REACH)])
    around |= {word[:-1] for word in around if word.endswith("s")}
    if not around.isdisjoint(pair.near_own):
        return 0.0
    found = len(around & pair.near)
    return _NEAR + _EACH_NEAR * found + _SOUND.get(pair.sound, 0.0) if found else 0.0


def _pair(line: str) -> Pair:
    """Read what a word is written for, words of texts that are about each of the two, and words of their sentences."""
    words, *told = line.split("|")
    other, *signs = words.split()
    sign = "".join(signs)
    about, own, near, near_own = (frozenset(part.split()) for part in (*told, "", "", "", "")[:4])
    return Pair(other, about, own, near, near_own, "!" in sign, sign.replace("!", ""))


@lru_cache(maxsize=1)
def load() -> Table:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return Table(mapped(FILE))


def encode(pairs: str, chances: Mapping[str, int], ties: Mapping[int, int], triples: Mapping[int, int]) -> bytes:
    """Return the content of a table.

    Args:
        pairs: as ``Table`` has them, a line each.
        chances: of the words of the pairs, tenths of log10, without the sign.
        ties: by the CRC-32 of both words: steps from the loosest, of four bits.
        triples: 1 by the CRC-32 of the three words.
    """
    low = (1 << BITS) - 1
    return FORMAT.encode(
        {
            "pairs": pairs.encode(),
            "chances": "".join(f"{word} {chances[word]}\n" for word in sorted(chances)).encode(),
            "upper": bloomier.encode({key: tie >> BITS for key, tie in ties.items()}, BITS),
            "lower": bloomier.encode({key ^ _ELSEWHERE: tie & low for key, tie in ties.items()}, BITS),
            "triples": bloomier.encode(triples, TRIPLE_BITS),
        }
    )
