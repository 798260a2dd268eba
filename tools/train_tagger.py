"""Train the part-of-speech tagger and write its model file.

    python tools/train_tagger.py --train en_ewt-train.conllu.xz en_gum-train.conllu.xz --dev en_ewt-dev.conllu.xz \
        --vectors glove.6B.50d.txt --out paralint/data/tagger.bin

Needs numpy and scipy. ``--vectors`` is a text file of word vectors, one word a line, the most frequent first. The same
input gives the same model: the random numbers have a fixed seed.
"""

from __future__ import annotations

import argparse
import lzma
import sys
import time
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

import numpy as np
import scipy.sparse

from paralint.text import tagger, tagger_features, tagger_model
from paralint.text.tagger import Tagger
from paralint.text.tagger_features import OFFSETS, PAIRS, Word, fold, letter_kind, lettering, shape, unknown_class
from paralint.text.tagger_model import ZERO

SEED = 20
TAG_SETS = 10  # the place of that section in the file
CLASS_SHARE = 0.06  # a tag is in a word's ambiguity class if it makes up this share of the word's tokens
CANDIDATE_COUNT = 5  # a word seen this often has no other tags than those it was seen with …
FREQUENT = 20  # … and a word seen this often none that it was seen with once: most of these are typing errors …
CANDIDATE_SHARE = 0.004  # … and none that it has in less than this share of its tokens
MIN_DOCUMENTS = 2  # a unary feature must occur in that many documents
MIN_COUNT = 3  # a pair must occur that often
MIN_SPREAD = (
    0.3  # a pair whose weights differ by less than this (in nats) between tags is dropped, then training goes on
)
SCALE = 16  # units of weight per nat in the model file
CLOSE = 3.0  # a form seen FREQUENT times keeps only the tags that once came within so many nats of the best
CLUSTERED_WORDS = 80_000
CLUSTERS, GROUPS = 512, 64


@dataclass(slots=True)
class Token:
    form: str
    tag: str
    space_after: bool


Sentence = list[Token]


@dataclass(slots=True)
class Document:
    sentences: list[Sentence] = field(default_factory=list)


def open_text(path: Path) -> TextIO:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def read_conllu(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file (.xz or plain), with the XPOS column as tags."""
    documents: list[Document] = []
    sentence: Sentence = []
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("# newdoc") or not documents:
                documents.append(Document())
            if line[0].isdigit():
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    sentence.append(Token(columns[1], columns[4], "SpaceAfter=No" not in columns[9]))
            elif line == "\n" and sentence:
                documents[-1].sentences.append(sentence)
                sentence = []
    if sentence:
        documents[-1].sentences.append(sentence)
    return [document for document in documents if document.sentences]


# Whole hyphenated words: the treebanks split them, the scanner of paralint does not.


def join_hyphens(sentence: Sentence) -> Sentence:
    """The sentence with its split hyphenated words put together again."""
    joined: Sentence = []
    position = 0
    while position < len(sentence):
        end = position + 1
        while (
            end + 1 < len(sentence)
            and sentence[end].tag == "HYPH"
            and not sentence[end - 1].space_after
            and not sentence[end].space_after
            and sentence[end - 1].form[-1:].isalnum() | (sentence[end - 1].form[-1:] == ".")
            and sentence[end + 1].form[:1].isalnum()
        ):
            end += 2
        parts = sentence[position:end]
        if len(parts) > 1:
            following = sentence[end].tag if end < len(sentence) else ""
            form = "".join(part.form for part in parts)
            joined.append(
                Token(form, tag_of_whole([part.tag for part in parts[::2]], following), parts[-1].space_after)
            )
        else:
            joined += parts
        position = end
    return joined


def tag_of_whole(parts: Sequence[str], following: str) -> str:
    """The tag of a hyphenated word from the tags of its parts and of the next token, after the Penn guidelines: a
    compound before a noun is an adjective, else the last part decides."""
    last = parts[-1]
    before_noun = following in ("NN", "NNS", "JJ")
    if all(part in ("NNP", "NNPS", "FW") for part in parts):
        return last
    if all(part == "CD" for part in parts):
        return "CD"
    if last in ("VB", "VBP", "VBZ", "VBD", "NNS", "RB") and not (before_noun and last in ("VB", "RB")):
        return last
    if last in ("VBN", "JJ", "JJR", "JJS") or before_noun:
        return "JJ"
    if last in ("IN", "RP", "VB", "GW", "AFX", "TO", "DT", "PRP"):
        return "NN"
    return last


# Text set otherwise than the treebanks: headlines, capitals, curly quotation marks, sentences that start in lower case.


def in_title_case(sentence: Sentence) -> Sentence:
    closed = ("IN", "DT", "CC", "TO", "POS")
    return [
        token
        if position and token.tag in closed and len(token.form) < 5
        else replace(token, form=token.form[:1].upper() + token.form[1:])
        for position, token in enumerate(sentence)
    ]


def in_capitals(sentence: Sentence) -> Sentence:
    return [replace(token, form=token.form.upper()) for token in sentence]


def with_lower_start(sentence: Sentence) -> Sentence:
    first = sentence[0]
    form = first.form if first.form == "I" or first.tag in ("NNP", "NNPS") else first.form[:1].lower() + first.form[1:]
    return [replace(first, form=form), *sentence[1:]]


def with_curly_quotes(sentence: Sentence) -> Sentence:
    marks = {"``": "“", "''": "”"}
    return [
        replace(token, form=marks[token.tag]) if token.form == '"' and token.tag in marks else token
        for token in sentence
    ]


def variants(sentence: Sentence, draw: float) -> Iterator[Sentence]:
    """What is added to the training data beside a sentence; ``draw`` is a random number from 0 to 1."""
    if any(token.tag == "HYPH" for token in sentence):
        yield join_hyphens(sentence)
    if draw < 0.03:
        yield in_title_case(sentence)
    elif draw < 0.04:
        yield in_capitals(sentence)
    elif draw < 0.06:
        yield with_lower_start(sentence)
    if draw > 0.6 and any(token.form == '"' for token in sentence):
        yield with_curly_quotes(sentence)


# Word clusters


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters of words by what stands around them in unlabelled text, and clusters of those clusters (groups)."""

    rank: dict[str, int]
    cluster: list[int]
    group: list[int]

    @classmethod
    def from_vectors(cls, path: Path) -> Clusters:
        rank: dict[str, int] = {}
        rows: list[np.ndarray] = []
        with open_text(path) as lines:
            for line in lines:
                word, _, numbers = line.partition(" ")
                if fold(word) in rank:
                    continue
                rank[fold(word)] = len(rank)
                rows.append(np.fromstring(numbers, np.float32, sep=" "))
                if len(rank) == CLUSTERED_WORDS:
                    break
        vectors = np.array(rows)
        vectors -= vectors.mean(0)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        centres, cluster = k_means(vectors, CLUSTERS)
        _, group = k_means(centres, GROUPS)
        return cls(rank, cluster.tolist(), group.tolist())


def k_means(points: np.ndarray, k: int, rounds: int = 25) -> tuple[np.ndarray, np.ndarray]:
    """Lloyd's algorithm. Returns the centres and the cluster of each point."""
    generator = np.random.default_rng(SEED)
    centres = points[generator.choice(min(len(points), 20_000), k, replace=False)].copy()
    nearest = np.zeros(len(points), np.int64)
    for _ in range(rounds):
        half_norms = (centres * centres).sum(1) / 2
        nearest = np.concatenate([(block @ centres.T - half_norms).argmax(1) for block in np.array_split(points, 40)])
        counts = np.bincount(nearest, minlength=k)
        membership = scipy.sparse.csr_matrix((np.ones(len(points), np.float32), (nearest, np.arange(len(points)))))
        sums = np.zeros_like(centres)
        sums[: membership.shape[0]] = membership @ points
        centres[counts > 0] = sums[counts > 0] / counts[counts > 0, None]
    return centres, nearest


# Features


class Lexicon:
    """The tags of each word of the training data."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.by_document: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        for number, document in enumerate(documents):
            for sentence in document.sentences:
                for token in sentence:
                    key = fold(token.form)
                    self.counts[key][token.tag] += 1
                    self.by_document[number, key][token.tag] += 1

    def ambiguity(self, key: str, shape_: str, without: int) -> str:
        """The ambiguity class of a word as the documents other than number ``without`` show it: so the class of a word
        in the training data says as little about this very token as it will in new text."""
        counts = self.counts.get(key, Counter())
        here = self.by_document.get((without, key))
        counts = counts - here if here else counts
        return class_name(counts) if counts else unknown_class(key, shape_)

    def candidates(self, key: str) -> list[str]:
        """The tags that a frequent word may have; none for other words: they may have any."""
        counts = self.counts.get(key, Counter())
        total = counts.total()
        if total < CANDIDATE_COUNT:
            return []
        least = max(2 if total >= FREQUENT else 1, CANDIDATE_SHARE * total)
        return [tag for tag, count in counts.items() if count >= least]


def class_name(counts: Counter[str]) -> str:
    total = counts.total()
    return "|".join(sorted(tag for tag, count in counts.items() if count >= CLASS_SHARE * total))


class Columns:
    """The training data as a matrix of feature numbers: a row per token, a column per template and offset."""

    def __init__(self, documents: Sequence[Document], lexicon: Lexicon, clusters: Clusters) -> None:
        words: dict[tuple[int, str, str], int] = {}
        wide: list[list[str]] = []
        centre: list[list[str]] = []
        stream: list[int] = []
        places: list[int] = []
        gold: list[str] = []
        homes: list[int] = []

        def number_of(word: Word, home: int, key: tuple[int, str, str]) -> int:
            words[key] = len(wide)
            wide.append(tagger_features.wide_features(word))
            centre.append(tagger_features.centre_features(word))
            homes.append(home)
            return words[key]

        start = number_of(tagger_features.BEFORE, -1, (-1, "", "start"))
        end = number_of(tagger_features.AFTER, -1, (-1, "", "end"))
        for home, document in enumerate(documents):
            seen = {token.form for sentence in document.sentences for token in sentence}
            for sentence in document.sentences:
                mark = lettering("".join(letter_kind(token.form) for token in sentence))
                stream += (start, start)
                for token in sentence:
                    key = (home, token.form, mark)
                    number = words.get(key)
                    if number is None:
                        number = number_of(make_word(token.form, mark, home, seen, lexicon, clusters), home, key)
                    places.append(len(stream))
                    stream.append(number)
                    gold.append(token.tag)
                stream += (end, end)
        documents_with: dict[str, set[int]] = defaultdict(set)
        for home, *lists in zip(homes, wide, centre, strict=True):
            for features in lists:
                for feature in features:
                    documents_with[feature].add(home)
        frequent = {
            feature for feature, where in documents_with.items() if len(where) >= MIN_DOCUMENTS or where == {-1}
        }
        wide_names = by_hash({feature for features in wide for feature in features} & frequent)
        centre_names = by_hash({feature for features in centre for feature in features} & frequent)
        self.tags = sorted(set(gold))
        self.symbols = wide_names + centre_names
        self.wide = len(wide_names)
        numbers = {name: number for number, name in enumerate(self.symbols, 1)}

        def matrix(lists: list[list[str]]) -> np.ndarray:
            width = max(map(len, lists))
            table = np.zeros((len(lists), width), np.int64)
            for row, features in zip(table, lists, strict=True):
                row[: len(features)] = [numbers.get(feature, 0) for feature in features]
            return table

        wide_table, centre_table = matrix(wide), matrix(centre)
        self.flow = np.array(stream)
        self.places = np.array(places)
        tag_numbers = {tag: number for number, tag in enumerate(self.tags)}
        self.gold = np.array([tag_numbers[tag] for tag in gold])
        # Row 0 of the weights stays zero; then five rows for a wide feature, one for a centre feature, one for a pair.
        blocks = [self._at(wide_table, offset) for offset in OFFSETS]
        columns = [np.where(block > 0, 1 + (block - 1) * 5 + index, 0) for index, block in enumerate(blocks)]
        centre_ids = self._at(centre_table, 0)
        columns.append(np.where(centre_ids > 0, 1 + 5 * self.wide + centre_ids - 1 - self.wide, 0))
        first_pair = 1 + 5 * self.wide + len(centre_names)
        self.first_pair = first_pair
        attribute = {
            "w": wide_table[:, 0],
            "c": wide_table[:, 1],
        }
        self.pairs: list[np.ndarray] = []  # the key of each pair, by template, sorted
        for template in PAIRS:
            keys = np.zeros(len(places), np.int64)
            whole = np.ones(len(places), bool)
            for letter, offset in template:
                part = self._at(attribute[letter], offset)
                keys = (keys << tagger_features.KEY_BITS) | part
                whole &= part > 0
            keys[~whole] = -1
            known, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
            kept = (counts >= MIN_COUNT) & (known >= 0)
            place = np.cumsum(kept) - 1 + first_pair
            columns.append(np.where(kept, place, 0)[inverse][:, None])
            self.pairs.append(known[kept])
            first_pair += int(kept.sum())
        self.rows = first_pair
        self.matrix = np.concatenate(columns, axis=1).astype(np.int32)
        self.wide_width = blocks[0].shape[1]  # the columns of each offset
        self.centre = slice(5 * self.wide_width, 5 * self.wide_width + centre_ids.shape[1])  # the columns after them
        self.numbers = numbers

    def _at(self, table: np.ndarray, offset: int) -> np.ndarray:
        return table[self.flow[self.places + offset]]


def make_word(
    form: str, mark: str, home: int, seen: frozenset[str] | set[str], lexicon: Lexicon, clusters: Clusters
) -> Word:
    """The word as the tagger makes it, but with the ambiguity class as documents other than ``home`` show it."""
    key = fold(form)
    pattern = shape(form)
    rank = clusters.rank.get(key, -1)
    cluster = clusters.cluster[rank] if rank >= 0 else -1
    return Word(
        form,
        key,
        pattern + mark if pattern[0] == "X" else pattern,
        lexicon.ambiguity(key, pattern, home),
        cluster,
        clusters.group[cluster] if rank >= 0 else -1,
        tagger_features.rank_class(rank),
        pattern[0] == "X" and form.lower() in seen,
    )


def by_hash(names: Iterable[str]) -> list[str]:
    """The names in the order of their hashes; of two names with the same hash, the later one is left out."""
    by_value: dict[int, str] = {}
    for name in sorted(names):
        by_value.setdefault(zlib.crc32(name.encode()), name)
    return [by_value[value] for value in sorted(by_value)]


# Training


def train(columns: Columns, epochs: int, drop: float = 0.3, rate: float = 0.12, batch: int = 1024) -> np.ndarray:
    """Multinomial logistic regression by AdaGrad (Duchi et al. 2011) with dropout of features. After all epochs but the
    last, pairs with hardly any weight are dropped; the weights are the average over the last epoch."""
    generator = np.random.default_rng(SEED)
    rows, tags = columns.rows, len(columns.tags)
    weights = np.zeros((rows, tags), np.float32)
    squares = np.full((rows, tags), 1e-2, np.float32)
    summed, parts = np.zeros_like(weights), 0
    matrix, gold = columns.matrix, columns.gold
    for epoch in range(epochs):
        if epoch == epochs - 1:
            matrix = drop_weak_pairs(columns, weights)
        order = generator.permutation(len(gold))
        loss, step = 0.0, rate * (1 - 0.9 * epoch / epochs)
        for begin in range(0, len(order), batch):
            chosen = order[begin : begin + batch]
            features = matrix[chosen]
            features = np.where(generator.random(features.shape, dtype=np.float32) < drop, 0, features)
            used, inverse = np.unique(features, return_inverse=True)
            active = scipy.sparse.csr_matrix(
                (
                    np.ones(features.size, np.float32),
                    inverse.ravel(),
                    np.arange(0, features.size + 1, features.shape[1]),
                ),
                (len(chosen), len(used)),
            )
            local = weights[used]
            scores = active @ local
            scores -= scores.max(1, keepdims=True)
            shares = np.exp(scores)
            shares /= shares.sum(1, keepdims=True)
            at_gold = np.arange(len(chosen)), gold[chosen]
            loss -= float(np.log(shares[at_gold] + 1e-9).sum())
            shares[at_gold] -= 1
            gradient = active.T @ shares
            squares[used] += gradient * gradient
            weights[used] = local - step * gradient / np.sqrt(squares[used])
            weights[0] = 0
            if epoch == epochs - 1 and begin // batch % 50 == 49:
                summed += weights
                parts += 1
        say(f"epoch {epoch + 1}: loss {loss / len(order):.4f}")
    return summed / parts


def drop_weak_pairs(columns: Columns, weights: np.ndarray) -> np.ndarray:
    spread = weights.max(1) - weights.min(1)
    weak = np.flatnonzero(spread < MIN_SPREAD)
    weak = weak[weak >= columns.first_pair]
    weights[weak] = 0
    renumber = np.arange(columns.rows, dtype=np.int32)
    renumber[weak] = 0
    say(f"{len(weak)} of {columns.rows - columns.first_pair} pairs dropped")
    return renumber[columns.matrix]


# The model file


def write_model(
    path: Path,
    documents: Sequence[Document],
    columns: Columns,
    weights: np.ndarray,
    lexicon: Lexicon,
    clusters: Clusters,
) -> None:
    numbers = {tag: number for number, tag in enumerate(columns.tags)}
    sets: dict[tuple[int, ...], int] = {(): 0}
    classes: dict[str, int] = {"": 0}
    keys = by_hash([*clusters.rank, *lexicon.counts])
    key_classes = [
        classes.setdefault(class_name(lexicon.counts[key]), len(classes)) if key in lexicon.counts else 0
        for key in keys
    ]
    key_sets = [
        sets.setdefault(tuple(sorted(numbers[tag] for tag in lexicon.candidates(key))), len(sets)) for key in keys
    ]
    usual, forms, form_sets, form_rows = form_table(documents, columns, weights, lexicon, clusters)
    places = {key: place for place, key in enumerate(keys)}
    # Where a row leaves the range of a byte, its middle is made its zero.
    middle = (weights.max(1, keepdims=True) + weights.min(1, keepdims=True)) / 2
    middle[np.abs(weights).max(1) < ZERO / SCALE] = 0
    stored = as_bytes(weights - middle)
    sections = [
        lines(columns.tags),
        little("I", [zlib.crc32(key.encode()) for key in keys]),
        little("H", key_classes),
        little("H", key_sets),
        little("H", [columns.numbers.get("w" + key, 0) for key in keys]),
        little("H", [clusters.cluster[clusters.rank[key]] + 1 if key in clusters.rank else 0 for key in keys]),
        bytes(tagger_features.rank_class(clusters.rank.get(key, -1)) for key in keys),
        little("H", clusters.group),
        lines(classes),
        little("H", [columns.numbers.get("c" + name, 0) for name in classes]),
        b"",  # the tag sets, known when all sections have been made
        little("I", [zlib.crc32(name.encode()) for name in columns.symbols[: columns.wide]]),
        little("I", [zlib.crc32(name.encode()) for name in columns.symbols[columns.wide :]]),
        stored[1 : columns.first_pair].tobytes(),
        from_top(usual).tobytes(),
        lines(forms),
        little("I", [places[fold(form)] for form in forms]),
        little("H", [sets.setdefault(allowed, len(sets)) for allowed in form_sets]),
        form_rows.tobytes(),
    ]
    sections[TAG_SETS] = lines(" ".join(map(str, allowed)) for allowed in sets)
    first = columns.first_pair
    for pair_keys in columns.pairs:
        table = stored[first : first + len(pair_keys)]
        first += len(pair_keys)
        kept = table.max(1) != table.min(1)
        sections += [little("Q", pair_keys[kept].tolist()), table[kept].tobytes()]
    payload = b"".join(len(section).to_bytes(4, "little") + section for section in sections)
    header = tagger_model.HEADER.pack(
        tagger_model.MAGIC, tagger_model.VERSION, len(sections), len(payload), zlib.crc32(payload)
    )
    path.write_bytes(header + payload)
    say(f"{path}: {len(header + payload):,} bytes, {len(zlib.compress(payload, 6)):,} compressed")


def form_table(
    documents: Sequence[Document], columns: Columns, weights: np.ndarray, lexicon: Lexicon, clusters: Clusters
) -> tuple[np.ndarray, list[str], list[tuple[int, ...]], np.ndarray]:
    """The forms that occur in enough documents, with the tags that can win for them and the sums of their features.

    Returns:
        What the context gives to each tag on average, the forms, their tags, and their rows.
    """
    own = slice(2 * columns.wide_width, 3 * columns.wide_width)
    context = np.zeros((len(columns.gold), len(columns.tags)), np.float32)
    for begin in range(0, len(context), 20_000):
        part = columns.matrix[begin : begin + 20_000]
        context[begin : begin + 20_000] = weights[part].sum(1, dtype=np.float32) - weights[
            np.concatenate([part[:, own], part[:, columns.centre]], axis=1)
        ].sum(1)
    usual = context.mean(0)
    where: dict[str, set[int]] = defaultdict(set)
    tokens: dict[str, list[int]] = defaultdict(list)
    position = 0
    for number, document in enumerate(documents):
        for sentence in document.sentences:
            for token in sentence:
                where[token.form].add(number)
                tokens[token.form].append(position)
                position += 1
    forms = sorted(form for form, homes in where.items() if len(homes) >= MIN_DOCUMENTS)
    form_sets: list[tuple[int, ...]] = []
    rows: list[np.ndarray] = []
    everything = range(len(columns.tags))
    tag_numbers = {tag: number for number, tag in enumerate(columns.tags)}
    for form in forms:
        word = make_word(form, "", -1, frozenset(), lexicon, clusters)
        wide = [
            columns.numbers[feature] for feature in tagger_features.wide_features(word) if feature in columns.numbers
        ]
        centre = [
            columns.numbers[feature] for feature in tagger_features.centre_features(word) if feature in columns.numbers
        ]
        blocks = [weights[[1 + (number - 1) * 5 + block for number in wide]].sum(0) for block in range(5)]
        blocks[2] = blocks[2] + weights[[1 + 5 * columns.wide + number - 1 - columns.wide for number in centre]].sum(0)
        allowed = {tag_numbers[tag] for tag in lexicon.candidates(word.key)}
        if word.shape[0] == "X" and allowed & {tag_numbers[tag] for tag in tagger.OPEN_CLASS}:
            allowed |= {tag_numbers["NNP"], tag_numbers["NNPS"]}
        candidates = np.array(sorted(allowed) or everything)
        scores = (blocks[2] + (context[tokens[form]] if len(tokens[form]) >= FREQUENT else usual[None]))[:, candidates]
        behind = (scores.max(1, keepdims=True) - scores).min(0)
        margin = CLOSE if len(tokens[form]) >= FREQUENT else tagger.MARGIN / SCALE
        kept = np.argsort(behind, kind="stable")[: tagger.MAX_CANDIDATES]
        form_sets.append(tuple(candidates[kept[behind[kept] <= margin]].tolist()))
        rows.append(
            np.concatenate(
                [
                    from_top(block) if number == 2 else as_bytes(block - (block.max() + block.min()) / 2)
                    for number, block in enumerate(blocks)
                ]
            )
        )
    say(f"{len(forms):,} forms, {sum(len(tags) == 1 for tags in form_sets):,} with one tag")
    return usual, forms, form_sets, np.array(rows)


def as_bytes(weights: np.ndarray) -> np.ndarray:
    return (np.clip(np.rint(weights * SCALE), -ZERO, ZERO - 1) + ZERO).astype(np.uint8)


def from_top(weights: np.ndarray) -> np.ndarray:
    """Scores of which only the highest matter: the best is the highest byte, what lies far below it is 0."""
    return np.clip(np.rint((weights - weights.max()) * SCALE) + 255, 0, 255).astype(np.uint8)


def lines(items: Iterable[str]) -> bytes:
    return "\n".join(items).encode()


def little(code: str, numbers: Iterable[int]) -> bytes:
    packed = array(code, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def accuracy(model: Tagger, documents: Iterable[Document]) -> tuple[float, float]:
    """The share of tokens with the right tag: of all, and of the whole hyphenated words among them."""
    right, hyphenated = Counter[bool](), Counter[bool]()
    for document in documents:
        types: dict[str, int] = {}
        ids: list[int] = []
        bounds = [0]
        gold: list[str] = []
        for sentence in document.sentences:
            for token in sentence:
                ids.append(types.setdefault(token.form, len(types)))
                gold.append(token.tag)
            bounds.append(len(ids))
        found = model.tag(list(types), ids, bounds)
        forms = list(types)
        for type_id, tag, expected in zip(ids, found, gold, strict=True):
            same = model.names[tag] == expected
            right[same] += 1
            if "-" in forms[type_id][1:-1]:
                hyphenated[same] += 1
    return right[True] / max(1, right.total()), hyphenated[True] / max(1, hyphenated.total())


STARTED = time.monotonic()


def say(text: str) -> None:
    print(f"{time.monotonic() - STARTED:5.0f} s  {text}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, nargs="+", required=True, help="CoNLL-U files, plain or .xz")
    parser.add_argument("--dev", type=Path, nargs="*", default=[], help="CoNLL-U files to report the accuracy on")
    parser.add_argument(
        "--vectors", type=Path, required=True, help="word vectors in text form, most frequent words first"
    )
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    parser.add_argument("--epochs", type=int, default=4)
    arguments = parser.parse_args()

    generator = np.random.default_rng(SEED)
    documents = [document for path in arguments.train for document in read_conllu(path)]
    for document in documents:
        added = [variant for sentence in document.sentences for variant in variants(sentence, generator.random())]
        document.sentences += added
    lexicon = Lexicon(documents)
    clusters = Clusters.from_vectors(arguments.vectors)
    say(f"{len(clusters.rank):,} words in clusters")
    columns = Columns(documents, lexicon, clusters)
    say(f"{len(columns.gold):,} tokens, {columns.rows:,} rows, pairs {[len(keys) for keys in columns.pairs]}")
    weights = train(columns, arguments.epochs)
    write_model(arguments.out, documents, columns, weights, lexicon, clusters)
    model = Tagger(arguments.out.read_bytes())
    for path in arguments.dev:
        documents = read_conllu(path)
        split, _ = accuracy(model, documents)
        joined = [Document([join_hyphens(sentence) for sentence in document.sentences]) for document in documents]
        _, whole = accuracy(model, joined)
        say(f"{path.name}: {100 * split:.2f} %, whole hyphenated words {100 * whole:.1f} %")


if __name__ == "__main__":
    main()
