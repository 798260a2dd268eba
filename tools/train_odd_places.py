"""Train ``paralint/data/odd_places.bin``: how sound text goes on from word to word, as against text with slips in it.

    python tools/train_odd_places.py paralint/data/odd_places.bin [FOLDER...] [--each 4000] [--keep PLACES.npz...]

Each FOLDER has sound texts as ``.txt`` (sources: ``docs/data-sources.md``). Into their sentences slips of all kinds of
``benchmarks/slips`` are put, so many of each kind. A linear model with logistic loss learns, by AdaGrad, to tell the
gaps at the slips, and at the damages of the articles in ``tools/damage``, from those of sound text. From its second
round on a slip counts at the one of its gaps where the model finds it oddest. Features that are met less than
``--least`` times are left out.

Reading takes longest: with ``--keep``, what was read in the folders is kept in the first file, and what earlier runs
have kept in the others is learned from, too; without folders, all files are such. Needs numpy. 99,000 words with 100
slips of each kind take 42 seconds, a run over what was kept four. The packaged file, from nine million words, has the
features that this script makes, but may have been made by an earlier form of it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np

from paralint.evidence.grammar.odd_places import (
    MIXED,
    PAD,
    SHORTEST,
    STEPS,
    encode,
    rows,
    traits_of,
)
from paralint.evidence.quotations.transcripts import transcripts
from paralint.text.document import Document
from paralint.text.read import document

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
ROWS = 8
SLOT_BITS, CHECK_BITS = 20, 8  # of the hash of a feature: where its weight stands, and what tells it from others there
BATCH, RATE, PART = 8192, 0.15, 100_000
SAMPLED = 4  # one in so many places is asked how often features are met
TOGETHER = 200  # slips that are read as one text
IGNORED = -1
DAMAGE = Path(__file__).parent / "damage"
COUNTS = 3  # times that a damage of its articles counts
WIDE = {"any small word too many", "any small word exchanged", "any small word left out"} | {
    "word that looks or sounds alike",
    "two neighbours swapped",
    "second small word",
    "another preposition",
}
EVERY = 3  # of the texts slips are put into one
MANY = 6  # times as many slips of the kinds that have many words


class Places:
    """What is known of each token of the texts, and whether a slip is before it.

    Attributes:
        made: rows of features, as ``odd_places.rows`` has them.
        slips: 0 where the text is sound, the number of the slip before a token, or less for what does not count.
    """

    def __init__(self) -> None:
        self.made = [array("I") for _ in range(ROWS)]
        self.slips = array("i")

    def add(self, text: Document, marks: dict[int, int] | None, common: frozenset[str]) -> None:
        """Add the sentences of a text, or with marks only what stands around these."""
        traits = [traits_of(word, common) for word in text.tokens.types]
        for sentence in text.sentences:
            if sentence.last - sentence.first < SHORTEST:
                continue
            marked = [at for at in range(sentence.first + 1, sentence.last) if at in (marks or ())]
            if marks is not None and not marked:
                continue
            made = rows(text, sentence.first, sentence.last, traits)
            count = sentence.last - sentence.first
            told = [IGNORED] * (PAD + 1) + [0 if marks is None else IGNORED] * (count - 1) + [IGNORED] * PAD
            for at in marked:
                told[PAD + at - sentence.first] = marks[at] if marks else 0
            first, last = 0, len(told)
            if marked:
                first, last = marked[0] - sentence.first, marked[-1] - sentence.first + 2 * PAD + 1
            for row, new in zip(self.made, made, strict=True):
                row.extend(new[first:last])
            self.slips.extend(told[first:last])

    def arrays(self, kinds: Sequence[str]) -> dict[str, np.ndarray]:
        """Return what was read, as it is kept."""
        made = np.stack([np.frombuffer(row, np.uint32) for row in self.made])
        return {"made": made, "slips": np.frombuffer(self.slips, np.int32), "kinds": np.array(kinds)}


def collect(folders: Sequence[Path], each: int, common: frozenset[str]) -> tuple[Places, list[str]]:
    """Return the places of sound text and of slips, and the kinds of the slips by number."""
    import grammar_mutations as mutations

    modules = [import_module(f"slips.{name}") for name in mutations.FAMILIES]
    changes = [module.changes for module in modules if hasattr(module, "changes")]
    draw, places = random.Random(7), Places()
    bank: dict[str, list[mutations.Slip]] = defaultdict(list)
    seen: Counter[str] = Counter()
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    draw.shuffle(paths)
    for number, path in enumerate(paths):
        text = document(path.name, path.read_text(encoding="utf-8"))
        if text.derive(transcripts):
            continue
        places.add(text, None, common)
        for kind, slip in mutations.slips(text, draw, changes) if number % EVERY == 0 else ():
            seen[kind] += 1
            most = each * MANY if kind in WIDE else each
            at = len(bank[kind]) if len(bank[kind]) < most else draw.randrange(seen[kind])
            if at < most:
                bank[kind][at : at + 1] = [slip]
    slips = [(kind, slip) for kind, found in sorted(bank.items()) for slip in found]
    draw.shuffle(slips)
    kinds = [""]
    for first in range(0, len(slips), TOGETHER):
        part = slips[first : first + TOGETHER]
        text, marks = together(part, len(kinds))
        kinds += [kind for kind, _ in part]
        places.add(text, marks, common)
    for path in sorted((DAMAGE / "clean").glob("*.txt")):
        places.add(document(path.name, path.read_text(encoding="utf-8")), None, common)
    for text, marks in damaged(DAMAGE, len(kinds)):
        kinds += ["damage"] * len(set(marks.values()))
        for _ in range(COUNTS):
            places.add(text, marks, common)
    return places, kinds


def together(slips, number: int) -> tuple[Document, dict[int, int]]:  # type: ignore[no-untyped-def]
    """Return a text of sentences with slips, and the tokens behind whose gaps they are."""
    text = document("slips", "\n\n".join(slip.text for _, slip in slips))
    starts, ends = text.tokens.starts, text.tokens.ends
    marks: dict[int, int] = {}
    begin = 0
    for offset, (_, slip) in enumerate(slips):
        start, end, stop = begin + slip.start, begin + slip.end, begin + len(slip.text)
        at = bisect_left(ends, start + 1) if end > start else bisect_left(starts, start)
        while at < len(starts) and starts[at] < stop:
            marks[at] = number + offset
            if starts[at] >= end:
                break
            at += 1
        begin = stop + 2
    return text, marks


def damaged(folder: Path, number: int) -> Iterator[tuple[Document, dict[int, int]]]:
    """Yield damaged articles, with the tokens behind the gaps that their damages of grammar take in."""
    told = defaultdict(list)
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        damage = json.loads(line)
        if damage["category"] == "grammar":
            told[damage["file"]].append(damage)
    for path in sorted((folder / "spun").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        text = document(path.name, "".join(lines))
        starts, ends = text.tokens.starts, text.tokens.ends
        marks: dict[int, int] = {}
        for damage in told[path.stem.partition(".")[0]]:
            begin = sum(map(len, lines[: damage["line"] - 1]))
            start = begin + lines[damage["line"] - 1].find(damage["quote"])
            if start >= begin:
                end = start + len(damage["quote"])
                marked = range(bisect_left(ends, start + 1), bisect_left(starts, end) + 1)
                marks.update(dict.fromkeys(marked, number))
                number += 1
        yield text, marks


def features(made: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return the hashes of the features of places, as ``odd_places`` makes them."""
    codes = [np.zeros(len(places), np.uint32)]
    found = []
    for before, row, place, factor, told in STEPS:
        code = (codes[before] ^ made[row][places + place]) * np.uint32(factor)
        code ^= code >> np.uint32(MIXED)
        codes.append(code)
        if told:
            found.append(code >> np.uint32(32 - SLOT_BITS - CHECK_BITS))
    return np.stack(found, axis=1)


def parts(places: np.ndarray) -> Iterator[np.ndarray]:
    """Yield places in parts of which the features find room."""
    for first in range(0, len(places), PART):
        yield places[first : first + PART]


class Training:
    """Attributes:
    numbers: for each hash the number of its weight; that of hashes that are not used is 0, and stays nothing.
    weights: by number.
    """

    def __init__(self, made: np.ndarray, slips: np.ndarray) -> None:
        self.made, self.slips = made, slips
        places = np.where(slips >= 0)[0]
        self.places = places[(places >= PAD) & (places < len(slips) - PAD)]
        self.odd = (slips[self.places] > 0).astype(np.float32)
        self.counted = np.ones(len(self.places), bool)
        self.counts = np.zeros(1 << (SLOT_BITS + CHECK_BITS), np.int32)
        for part in parts(self.places[::SAMPLED]):
            codes, times = np.unique(features(made, part), return_counts=True)
            self.counts[codes] += times.astype(np.int32)

    def use(self, codes: np.ndarray) -> None:
        """Use the features with these hashes, and forget what was learned."""
        self.codes = codes
        self.numbers = np.zeros(1 << (SLOT_BITS + CHECK_BITS), np.int32)
        self.numbers[codes] = np.arange(1, len(codes) + 1)
        self.weights = np.zeros(len(codes) + 1, np.float32)
        self.squares = np.full(len(codes) + 1, 1e-6, np.float32)
        self.bias = -3.0

    def learn(self, rounds: int) -> np.ndarray:
        """Return the weights, as they are on average after the rounds behind the first."""
        generator, kept = np.random.default_rng(1), []
        for number in range(rounds):
            order = generator.permutation(len(self.places))
            loss = 0.0
            for first in range(0, len(order), BATCH):
                chosen = order[first : first + BATCH]
                loss += self.step(chosen[self.counted[chosen]])
            print(f"round {number + 1}: error {loss / self.counted.sum():.4f}", flush=True)
            if number:
                kept.append(self.weights.copy())
            self.counted = self.oddest()
        return np.mean(kept, axis=0)

    def step(self, chosen: np.ndarray) -> float:
        """Learn from some places."""
        found = self.numbers[features(self.made, self.places[chosen])]
        error = 1 / (1 + np.exp(-self.weights[found].sum(1) - self.bias)) - self.odd[chosen]
        share = np.repeat(error, found.shape[1])
        slope = np.bincount(found.ravel(), weights=share, minlength=len(self.weights)).astype(np.float32)
        self.squares += slope * slope
        self.weights -= RATE * slope / np.sqrt(self.squares)
        self.weights[0] = 0
        self.bias -= RATE * 0.1 * float(error.mean())
        return float(np.abs(error).sum())

    def oddest(self) -> np.ndarray:
        """Return which places count: all of sound text, and of each slip the oddest."""
        counted = self.odd == 0
        at = np.where(self.odd > 0)[0]
        found = [self.weights[self.numbers[features(self.made, part)]].sum(1) for part in parts(self.places[at])]
        numbers = self.slips[self.places[at]]
        order = np.lexsort((-np.concatenate(found), numbers))
        numbers = numbers[order]
        counted[at[order[np.r_[True, numbers[1:] != numbers[:-1]]]]] = True
        return counted


def train(made: np.ndarray, slips: np.ndarray, least: int, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the hashes of features, one for each slot of the table at most, and their weights."""
    training = Training(made, slips)
    codes = np.where(training.counts >= least)[0]
    print(f"{len(training.places)} places, {len(codes)} features", flush=True)
    training.use(codes)
    weights = training.learn(rounds)[1:]
    weighed = np.abs(weights) * np.log(training.counts[codes])
    order = np.lexsort((-weighed, codes >> CHECK_BITS))
    slots = codes[order] >> CHECK_BITS
    best = np.sort(order[np.r_[True, slots[1:] != slots[:-1]]])
    training.use(codes[best])
    return codes[best], training.learn(rounds)[1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--words", type=Path, default=Path(__file__).parent / "odd_places_words.txt")
    parser.add_argument("--each", type=int, default=4000, help="slips of each kind")
    parser.add_argument("--least", type=int, default=5, help="times that a feature is met in a sample")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, nargs="+", default=[], metavar="PLACES.npz", help="see above")
    options = parser.parse_args()
    if not options.folders and not options.keep:
        parser.error("neither texts nor places that were kept")
    if options.rounds < 2:
        parser.error("--rounds: two at least, since the weights of the first do not count")
    common = frozenset(options.words.read_text(encoding="utf-8").split())
    kept, read = list(options.keep), []
    if options.folders:
        places, kinds = collect(options.folders, options.each, common)
        read.append(places.arrays(kinds))
        if kept:
            np.savez(kept.pop(0), **read[0])
    read += [np.load(path) for path in kept]
    made = np.concatenate([each["made"] for each in read], axis=1)
    numbers = np.cumsum([0, *(each["slips"].max(initial=0) for each in read)])
    slips = np.concatenate(
        [
            np.where(one["slips"] > 0, one["slips"] + number, one["slips"])
            for one, number in zip(read, numbers, strict=False)
        ]
    )
    codes, weights = train(made, slips, options.least, options.rounds)
    unit = float(np.abs(weights).max()) / 127
    rounded = np.clip(np.rint(weights / unit), -127, 127).astype(np.int8)
    checks, table = np.zeros(1 << SLOT_BITS, np.uint8), np.zeros(1 << SLOT_BITS, np.int8)
    checks[codes >> CHECK_BITS] = codes & ((1 << CHECK_BITS) - 1)
    table[codes >> CHECK_BITS] = rounded
    options.model.write_bytes(encode(common, checks.tobytes(), table.tobytes(), unit))


if __name__ == "__main__":
    main()
