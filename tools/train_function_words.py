"""Train ``paralint/data/function-words.bin``: where function words do not fit, are missing, or out of order.

    python tools/train_function_words.py paralint/data/function-words.bin --model en-us.lm.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes; ``--model`` is the language model of CMU Sphinx (sources and licences:
``docs/data-sources.md``). The texts are damaged at random, one function word in twenty or so, and tagged as they are
then; a logistic regression learns to tell the damaged places. Needs numpy and a C compiler (``cc``), for
``function_words.c``.
"""

from __future__ import annotations

import argparse
import ctypes
import random
import subprocess
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from build_governors import batches, paragraphs
from language_model import LanguageModel

from paralint.evidence import function_words as reading
from paralint.evidence.function_words import CANDIDATES, GAP, KINDS, ORDER, SCALE, WORD, Type
from paralint.text import morphology
from paralint.text.document import Document
from paralint.text.read import document

ROUNDS = 4  # each text is damaged that many times, each time otherwise
NEGATIVES = 0.35  # of the undamaged gaps are learned from
TEMPER = 0.4  # how far the words that are put in are weighed as often as they are met
RATE, L1, L2, DROPOUT = 0.06, 1.0, 1e-5, 0.1
LEAST = 0.02  # a weight that is kept
SAMPLE = 1_200_000  # places by which the use of a feature is counted
PAIRS = (
    5  # by chance two content words meet so often, as ``expectation`` has it, that it tells something if they do not
)

_PREPOSITIONS = {
    word: weight
    for weight, words in (
        (30, "of"),
        (25, "in"),
        (22, "to"),
        (18, "for"),
        (14, "with on"),
        (12, "at from by"),
        (6, "about into"),
        (5, "over after against"),
        (4, "between under through"),
        (3, "during"),
        (2, "before among across toward towards within without near along since beyond as than out off"),
        (1, "behind around until despite like upon up down"),
    )
    for word in words.split()
}
_ALL_CONJUNCTIONS = """
while during although despite because since as like if when until before after than that whereas though
unless once so for by with
"""
_CONJUNCTIONS = _ALL_CONJUNCTIONS.split()
_RELATIVES = ["that", "what", "who", "which", "whose", "how", "where", "why", "when", "whether", "it"]
_LINKS = frozenset({"while", "because", "although", "though", "unless", "when", "as", "if"})
_TAGS_BEHIND = "NN NNS NNP JJ DT PRP$ CD PRP VBG RB IN TO WP MD VBN EX"
_NEAR = frozenset(_TAGS_BEHIND.split())
_LIKELY = 4  # the weight of all that may be done to a token, if something is to be done for sure

Edit = tuple[int, int, str, str]  # what is replaced, by what, and which kind of slip that is


class Damage:
    """Spoils documents at random."""

    def __init__(self, start: int) -> None:
        self.random = random.Random(start)

    def edits(self, text: Document) -> list[Edit]:
        """Return edits of a document in order."""
        tokens, tags = text.tokens, text.tags
        forms = [tokens.word(at).form for at in range(len(tokens))]
        found: list[Edit] = []
        for sentence in text.sentences:
            size = sentence.last - sentence.first
            if size < 5:
                continue
            wanted = min(4, int(self.random.expovariate(1) * size / 26))
            used: list[int] = []
            for _ in range(14):
                if len(used) >= wanted:
                    break
                at = self.random.randrange(sentence.first + 1, sentence.last - 1)
                if any(abs(at - other) < 2 for other in used):
                    continue
                choices = self._choices(forms, tags, at, sentence.last)
                if not choices or self.random.random() > sum(choices.values()) / _LIKELY:
                    continue
                (deed,) = self.random.choices(list(choices), list(choices.values()))
                edit = self._edit(text, forms, at, deed)
                if edit is not None:
                    found.append(edit)
                    used += [at, at + 1] if deed == "later" else [at, at - 1] if deed == "earlier" else [at]
        return sorted(found)

    def _choices(self, forms: Sequence[str], tags: Sequence[str], at: int, last: int) -> Counter[str]:
        lower, tag, before = forms[at].lower(), tags[at], tags[at - 1]
        found: Counter[Any] = Counter()
        if tag in ("IN", "TO", "RP") and lower in _PREPOSITIONS:
            found["preposition"] += 3
            found["drop"] += 2.2
        if tag in ("IN", "WRB") and lower in _CONJUNCTIONS:
            found["conjunction"] += 1.2
        if tag in ("WDT", "WP", "WRB") or (lower in ("that", "whether") and tag == "IN"):
            found["relative"] += 1.5
        if tag in ("WDT", "WP", "WRB"):
            found["drop"] += 0.8
        if tag == "CC":
            found.update({"preposition": 0.5, "conjunction": 0.5, "drop": 0.3})
        if lower in _LINKS:
            found["drop"] += 0.6
        if tag in _NEAR and before[:2] in ("VB", "NN", "JJ", "MD", "RB", "IN") and forms[at - 1][0].isalpha():
            share = (0.45 if before[:2] == "VB" else 0.12) * (0.35 if tag in ("IN", "TO", "MD") else 1)
            found.update({"put preposition": share, "put relative": 0.12 * share})
        if (tag == "RB" or lower in reading.ADVERBS) and at + 1 < last and forms[at + 1].isalpha():
            found["later"] += 1
        if lower in reading.AUXILIARIES and before in ("PRP", "NNP", "NNS", "NN") and forms[at - 1].isalpha():
            found["earlier"] += 0.12
        return found

    def _edit(self, text: Document, forms: Sequence[str], at: int, deed: str) -> Edit | None:
        starts, ends = text.tokens.starts, text.tokens.ends
        if deed == "drop":
            return (ends[at - 1], ends[at], "", GAP) if starts[at] > ends[at - 1] else None
        if deed == "later":
            return (
                (starts[at], ends[at + 1], f"{forms[at + 1]} {forms[at]}", ORDER) if ends[at] < starts[at + 1] else None
            )
        if deed == "earlier":
            if ends[at - 1] == starts[at] or forms[at][0].isupper():
                return None
            return starts[at - 1], ends[at], f"{forms[at]} {forms[at - 1]}", ORDER
        chosen = self._other(deed.removeprefix("put "), forms[at].lower())
        if deed.startswith("put "):
            return starts[at], starts[at], f"{chosen} ", WORD
        return starts[at], ends[at], chosen, WORD

    def _other(self, deed: str, lower: str) -> str:
        weights = {
            "preposition": _PREPOSITIONS,
            "conjunction": dict.fromkeys(_CONJUNCTIONS, 1),
            "relative": dict.fromkeys(_RELATIVES, 1),
        }[deed]
        others = {word: weight for word, weight in weights.items() if word != lower}
        return self.random.choices(list(others), list(others.values()))[0]


class Corpus:
    """Damaged text as numbers, in the form that ``function_words.c`` reads.

    Attributes:
        types: what is known of each word under a tag; the first is what stands outside sentences.
        ids: the type of each token.
        labels: the kind of slip at each token, as bits.
    """

    def __init__(self) -> None:
        edge = Type((reading.BOUNDARY,) * 5, reading.PUNCTUATION, 0.0, "<s>", False, False, False, False, False)
        self.types = [edge]
        self._numbers: dict[tuple[str, str], int] = {}
        self.ids = [0] * 4
        self.labels = [0] * 4

    def add(self, text: str, marks: Sequence[tuple[int, int, str]]) -> None:
        """Take in a text with the places of its slips."""
        read = document("text.txt", text)
        tokens, tags = read.tokens, read.tags
        labels = bytearray(len(tokens))
        for start, end, kind in marks:
            at = bisect_left(tokens.starts, end) if kind == GAP else bisect_left(tokens.ends, start + 1)
            if at < len(labels):
                labels[at] |= 1 << KINDS.index(kind)
        for sentence in read.sentences:
            if sentence.last - sentence.first >= 3:
                self.ids += [0, 0, 0]
                self.labels += [0, 0, 0]
                for at in range(sentence.first, sentence.last):
                    self.ids.append(self._type(tokens.word(at).form, tags[at]))
                    self.labels.append(labels[at])

    def _type(self, form: str, tag: str) -> int:
        number = self._numbers.get((form, tag))
        if number is None:
            number = self._numbers[form, tag] = len(self.types)
            self.types.append(reading.described(form, tag))
        return number


class _Text(ctypes.Structure):
    _fields_ = [(name, ctypes.c_void_p) for name in ("symbols", "classes", "ids", "pairs", "skips", "triples")]


class Places:
    """The places of a corpus that are judged, with all that their features are made from.

    Attributes:
        tokens, kinds, labels, importance: of each place.
    """

    def __init__(self, corpus: Corpus, seen: Seen, start: int) -> None:
        types = corpus.types
        ids = np.array(corpus.ids + [0] * 10, np.int32)
        labels = np.array(corpus.labels + [0] * 10, np.uint8)
        self._kept = [
            np.array([each.symbols for each in types], np.uint32),
            np.array([each.kind for each in types], np.uint8),
            ids,
            *seen.pairs(types, ids),
        ]
        self.text = _Text(*(array.ctypes.data for array in self._kept))
        word, adverb, auxiliary, subject, candidate = (
            np.array([getattr(each, name) for each in types])[ids]
            for name in ("word", "adverb", "auxiliary", "subject", "candidate")
        )
        first = np.concatenate([[False], ids[:-1] == 0])
        words = np.flatnonzero(candidate & ~first)
        gaps = np.flatnonzero(word & np.concatenate([[False], word[:-1]]))
        damaged = (labels[gaps] & 2) > 0
        gaps = gaps[damaged | (np.random.default_rng(start).random(len(gaps)) < NEGATIVES)]
        orders = np.flatnonzero(word & _next(word) & (adverb | _next(adverb) | (auxiliary & _next(subject))))
        self.tokens = np.concatenate([words, gaps, orders]).astype(np.int64)
        self.kinds = np.repeat(np.arange(3, dtype=np.uint8), [len(words), len(gaps), len(orders)])
        self.labels = ((labels[self.tokens] >> self.kinds) & 1).astype(np.uint8)
        self.importance = np.ones(len(self.tokens), np.float32)
        self._weigh([types[at].lower for at in ids[words]], len(words))

    def _weigh(self, forms: Sequence[str], number: int) -> None:
        """Let a word that is put in count as much as it is met, or the rare ones would be under suspicion."""
        labels = self.labels[:number]
        met = Counter(form for form, label in zip(forms, labels, strict=True) if not label)
        put = Counter(form for form, label in zip(forms, labels, strict=True) if label)
        for at in np.flatnonzero(labels):
            share = (met[forms[at]] / met.total()) / (put[forms[at]] / put.total())
            self.importance[at] = min(2.5, max(0.05, share**TEMPER))

    def shuffled(self, start: int) -> Iterator[Any]:
        """Yield tokens, kinds, labels and importance in random order."""
        order = np.random.default_rng(start).permutation(len(self.tokens))
        for array in (self.tokens, self.kinds, self.labels, self.importance):
            yield np.ascontiguousarray(array[order])


def _next(flags: Any) -> Any:
    return np.concatenate([flags[1:], [False]])


class Seen:
    """Which pairs and triples of words the language model has."""

    def __init__(self, model: LanguageModel) -> None:
        self.words = model.words
        self._number = {word: at for at, word in enumerate(model.words)}
        size = len(model.words)
        pairs, triples = model.pairs.astype(np.int64), model.triples.astype(np.int64)
        self._pairs = np.sort(pairs[:, 0] * size + pairs[:, 1])
        chances = model.pair_chances - model.unigrams[pairs[:, 0]] - model.unigrams[pairs[:, 1]]
        order = np.argsort(pairs[:, 0] * size + pairs[:, 1])
        self._close = (chances > reading.ATTRACTION)[order]
        judged = np.array([word in CANDIDATES for word in model.words])
        triples = triples[judged[triples].any(axis=1)]
        self._triples = np.sort((triples[:, 0] * size + triples[:, 1]) * size + triples[:, 2])
        self._judged = judged

    def pairs(self, types: Sequence[Type], ids: Any) -> tuple[Any, Any, Any]:
        """Return how each token stands with the one before it, with the last but one, and whether all three are met."""
        size = len(self.words)
        numbers = np.array([self._number.get(each.lower, -1) for each in types])[ids]
        frequencies = np.array(
            [each.frequency if each.lower.isalpha() and each.frequency >= reading.RARE else -1 for each in types],
            np.float32,
        )[ids]
        found = []
        for distance in (1, 2):
            first, second = numbers[:-distance], numbers[distance:]
            one, other = frequencies[:-distance], frequencies[distance:]
            at, known = _found(self._pairs, first * size + second)
            met = known & (first >= 0) & (second >= 0)
            expected = np.clip(np.round(2 * (one + other - 10.5)) + 6, 0, 14)
            value = np.where(self._close[at], reading.CLOSE, reading.SEEN) + expected // 3
            value = np.where(met, value, expected)
            value = np.where((one < 0) | (other < 0), reading.UNKNOWN, value)
            value = np.where((ids[:-distance] == 0) | (ids[distance:] == 0), reading.EDGE, value)
            found.append(np.concatenate([np.full(distance, reading.EDGE), value]).astype(np.uint8))
        first, second, third = numbers[:-2], numbers[1:-1], numbers[2:]
        known = _found(self._triples, (first * size + second) * size + third)[1]
        known &= (np.minimum(first, third) >= 0) & (second >= 0)
        return found[0], found[1], np.concatenate([[0, 0], known]).astype(np.uint8)

    def filter(self, size: int) -> bytes:
        """Return the filter, so many bytes, of the pairs and triples that tell something."""
        number = len(self.words)
        frequency = np.array([morphology.zipf_frequency(word) if word.isalpha() else 0 for word in self.words])
        first, second = self._pairs // number, self._pairs % number
        expected = np.clip(np.round(2 * (frequency[first] + frequency[second] - 10.5)) + 6, 0, 14)
        kept = (np.minimum(frequency[first], frequency[second]) >= reading.RARE) & (
            self._judged[first] | self._judged[second] | (expected >= PAIRS)
        )
        bits = np.zeros(8 * size, bool)
        words = self.words
        close = self._close[kept].tolist()
        for one, other, near in zip(first[kept].tolist(), second[kept].tolist(), close, strict=True):
            pair = f"{words[one]} {words[other]}"
            for name in (pair, f"{pair} +") if near else (pair,):
                bits[reading.places_in_filter(name, 8 * size)] = True
        for triple in self._triples.tolist():
            rest, last = divmod(triple, number)
            names = words[rest // number], words[rest % number], words[last]
            bits[reading.places_in_filter(" ".join(names), 8 * size)] = True
        return np.packbits(bits, bitorder="little").tobytes()


def _found(known: Any, asked: Any) -> tuple[Any, Any]:
    """Return where in sorted numbers others would stand, and whether they do."""
    at = np.searchsorted(known, asked)
    at[at == len(known)] = 0
    return at, known[at] == asked


class Learner:
    """The regression of ``function_words.c``."""

    def __init__(self) -> None:
        library = Path(tempfile.mkdtemp()) / "function_words.so"
        source = Path(__file__).with_suffix("").with_name("function_words.c")
        subprocess.run(["cc", "-O3", "-shared", "-fPIC", "-o", library, source, "-lm"], check=True)
        self._code = ctypes.CDLL(str(library))
        self._code.weights_of.restype = ctypes.POINTER(ctypes.c_float)
        self._code.biases_of.restype = ctypes.POINTER(ctypes.c_double)
        factors = np.array(reading.FACTORS, np.uint64)
        self._code.begin(reading.BITS, _pointer(factors), len(factors))
        for number, kind in enumerate(KINDS):
            for at, parts in enumerate(reading.templates(kind)):
                channels, slots = (np.array(each, np.int32) for each in zip(*parts, strict=True))
                start = ctypes.c_uint64(reading.seed(kind, at))
                self._code.add_template(number, start, len(parts), _pointer(channels), _pointer(slots))

    def learn(self, places: Places, start: int) -> None:
        tokens, kinds, labels, importance = places.shuffled(start)
        numbers = [ctypes.c_float(each) for each in (RATE, L1, L2, DROPOUT)]
        self._code.train(
            ctypes.byref(places.text),
            *map(_pointer, (tokens, kinds, labels, importance)),
            ctypes.c_long(len(tokens)),
            *numbers,
            ctypes.c_uint64(start + 1),
        )

    def weights(self, places: Places, number: int) -> tuple[dict[int, int], list[int]]:
        """Return the weights of so many features, those that say most over the places, and the biases."""
        tokens, kinds, _, _ = places.shuffled(5)
        tokens, kinds = tokens[:SAMPLE].copy(), kinds[:SAMPLE].copy()
        used = np.zeros(1 << reading.BITS, np.uint32)
        self._code.usage(
            ctypes.byref(places.text), _pointer(tokens), _pointer(kinds), ctypes.c_long(len(tokens)), _pointer(used)
        )
        weights = np.ctypeslib.as_array(self._code.weights_of(), shape=(1 << reading.BITS,))
        worth = np.where(np.abs(weights) < LEAST, 0, weights.astype(np.float64) ** 2 * (used + 1.0) ** 0.7)
        best = [int(key) for key in np.argsort(-worth)[:number] if worth[key]]
        kept = {key: max(-127, min(127, round(float(weights[key]) * SCALE))) for key in best}
        biases = [round(self._code.biases_of()[kind] * SCALE) for kind in range(len(KINDS))]
        return {key: weight for key, weight in kept.items() if weight}, biases


def _pointer(array: Any) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


def corpus(texts: Iterable[str], start: int) -> Corpus:
    """Return the texts with random damage."""
    damage, made = Damage(start), Corpus()
    for text in texts:
        pieces: list[str] = []
        marks: list[tuple[int, int, str]] = []
        place = size = 0
        for first, last, new, kind in damage.edits(document("text.txt", text)):
            if first >= place:
                pieces += [text[place:first], new]
                size += first - place
                marks.append((size, size + max(1, len(new)), kind))
                size += len(new)
                place = last
        made.add("".join([*pieces, text[place:]]), marks)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--features", type=int, default=400_000)
    parser.add_argument("--filter", type=int, default=1_500_000, help="bytes of the filter of pairs and triples")
    arguments = parser.parse_args()
    texts = [text for path in arguments.texts for text in batches(paragraphs(path))]
    seen, learner = Seen(LanguageModel.read(arguments.model)), Learner()
    for start in range(1, ROUNDS + 1):
        places = Places(corpus(texts, start), seen, start)
        learner.learn(places, start)
    weights, biases = learner.weights(places, arguments.features)
    arguments.table.write_bytes(reading.encode(weights, biases, seen.filter(arguments.filter)))


if __name__ == "__main__":
    main()
