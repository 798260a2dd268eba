"""Train ``paralint/data/small_words.bin``: which small word belongs between two words, by what stands around them.

    python tools/train_small_words.py paralint/data/small_words.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes (sources and licences: ``docs/data-sources.md``). Every gap of the texts
is an example: a multinomial logistic regression (AdaGrad, its rate falling to nothing, with dropout of features) learns
to tell the small word that was taken out of it, or that there was none. It is trained twice: on all features that are
met often enough, and on those alone whose weights mattered most.

Needs numpy, and memory: the features of a gap are 63 numbers, of which several copies are made, so that three million
gaps ask for some gigabytes. 99,000 words (44,000 gaps) take 40 seconds; texts of that size only show that the script
runs. The packaged file has the features that this script makes, but may have been made by an earlier form of it.
"""

from __future__ import annotations

import argparse
import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from build_governors import batches, paragraphs

from paralint.evidence.grammar.gaps import CLASSES, empty, features, filled, modelled
from paralint.evidence.grammar.small_words import UNIT, ZERO, encode
from paralint.text.read import document

LEAST = 5  # times that a feature is met
KEPT = 100_000  # features
RATE, EPOCHS, DROPPED, BATCH = 0.15, 5, 0.05, 64
SMALLEST = 0.002  # rate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    keys, answers = examples(text for path in arguments.texts for text in batches(paragraphs(path)))
    known, counts = np.unique(keys, return_counts=True)
    known, counts = known[counts >= LEAST], counts[counts >= LEAST]
    weights = trained(numbered(keys, known), answers, len(known))
    weight = np.abs(weights - weights.mean(1, keepdims=True)).sum(1) * np.sqrt(counts)
    kept = np.sort(known[np.argsort(-weight)[:KEPT]])
    weights = trained(numbered(keys, kept), answers, len(kept))
    rows = np.clip(np.round(weights * UNIT) + ZERO, 0, 255).astype(np.uint8)
    arguments.model.write_bytes(encode({int(key): row.tobytes() for key, row in zip(kept, rows, strict=True)}))
    print(f"{len(answers)} gaps, {len(kept)} features")


def examples(texts: Iterable[str]) -> tuple[Any, Any]:
    """Return the checksums of the features of all gaps, a row for each, and the classes of what stands in them."""
    keys, answers = array("I"), array("B")
    for text in texts:
        for gap in gaps(text):
            keys.extend(zlib.crc32(feature.encode()) for feature in (*features(gap), *modelled(gap)))
            answers.append(gap.filler)
    found = np.frombuffer(answers, np.uint8)
    return np.frombuffer(keys, np.uint32).reshape(len(found), -1), found


def gaps(text: str) -> Iterator[Any]:
    """Yield the gaps of a text."""
    read = document("text.txt", text)
    yield from filled(read)
    yield from empty(read)


def numbered(keys: Any, known: Any) -> Any:
    """Return the features by their places among the known ones; the number of these for others."""
    places = np.searchsorted(known, keys)
    places[places == len(known)] = 0
    return np.where(known[places] == keys, places, len(known)).astype(np.int32)


def trained(rows: Any, answers: Any, size: int) -> Any:
    """Return the weights of each feature for each class."""
    draw = np.random.default_rng(1)
    weights = np.zeros((size + 1, len(CLASSES)), np.float32)  # the last row stays nothing
    squares = np.full_like(weights, 1e-6)
    steps, done = EPOCHS * len(answers), 0
    for _ in range(EPOCHS):
        order = draw.permutation(len(answers))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            used = np.where(draw.random(rows[chosen].shape) < DROPPED, size, rows[chosen])
            scores = weights[used].sum(1)
            chances = np.exp(scores - scores.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            chances[np.arange(len(chosen)), answers[chosen]] -= 1
            slopes = np.repeat(chances, rows.shape[1], axis=0)
            np.add.at(squares, used.ravel(), slopes**2)
            rate = RATE * (1 - done / steps) + SMALLEST
            np.subtract.at(weights, used.ravel(), rate * slopes / np.sqrt(squares[used.ravel()]))
            weights[size] = 0
            done += len(chosen)
    return weights[:size]


if __name__ == "__main__":
    main()
