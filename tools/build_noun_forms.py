"""Build ``paralint/data/noun_forms.bin``: which article and number a noun has, by the words around it.

    python tools/build_noun_forms.py paralint/data/noun_forms.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes (sources and licences: ``docs/data-sources.md``). Multinomial logistic
regression by AdaGrad, with dropout of features. One noun in 25 is left out and the fit to these printed. Needs numpy.
"""

from __future__ import annotations

import argparse
import zlib
from array import array
from pathlib import Path

import numpy as np
from build_governors import batches, paragraphs

from paralint.evidence.grammar.noun_forms import STEP, encode
from paralint.evidence.grammar.noun_phrases import (
    ARTICLE,
    FORMS,
    MODIFIER,
    NUMBER,
    context_features,
    noun_phrases,
    own,
    own_features,
)
from paralint.text.document import Document
from paralint.text.read import document

LEAST = 10  # times that a feature must be met
EPOCHS = 2
TOGETHER = 8192  # nouns that are looked at between two steps
RATE = 0.15
DROPPED = 0.15
DECAY = 0.02
HELD_OUT = 0.04


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    collected = {question: Examples(len(FORMS[question])) for question in (ARTICLE, NUMBER, MODIFIER)}
    for path in arguments.texts:
        for text in batches(paragraphs(path)):
            collect(document("text.txt", text), collected)
    arguments.table.write_bytes(
        encode({question: train(question, examples) for question, examples in collected.items()})
    )


class Examples:
    """The nouns of which one question is asked.

    Attributes:
        features: their features, one noun behind the other.
        sizes: how many each has.
        forms: the form of each.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.features = array("I")
        self.sizes = array("B")
        self.forms = array("B")


def collect(text: Document, collected: dict[str, Examples]) -> None:
    for phrase in noun_phrases(text):
        examples = collected[phrase.question]
        found = [
            zlib.crc32(feature.encode())
            for feature in (*own_features(*own(text, phrase)), *context_features(text, phrase))
        ]
        examples.features.extend(found)
        examples.sizes.append(len(found))
        examples.forms.append(phrase.form)


def train(question: str, examples: Examples) -> dict[int, list[int]]:
    """Return the weights of each feature, in units of ``1 / STEP`` nat."""
    keys, columns, counts = np.unique(
        np.frombuffer(examples.features, np.uint32), return_inverse=True, return_counts=True
    )
    kept = counts >= LEAST
    renumbered = np.zeros(len(keys), np.int64)
    renumbered[kept] = 1 + np.arange(kept.sum())  # column 0 is what is left out
    columns = renumbered[columns]
    keys = keys[kept]
    sizes = np.frombuffer(examples.sizes, np.uint8).astype(np.int64)
    forms = np.frombuffer(examples.forms, np.uint8).astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.zeros((len(keys) + 1, examples.width), np.float32)
    squares = np.full_like(weights, 1e-3)
    random = np.random.default_rng(1)
    held_out = random.random(len(sizes)) < HELD_OUT

    def chances(nouns: np.ndarray, dropped: float) -> tuple[np.ndarray, np.ndarray]:
        here = sizes[nouns]
        offsets = np.concatenate([[0], np.cumsum(here)[:-1]])
        columns_here = columns[np.repeat(starts[nouns] - offsets, here) + np.arange(here.sum())]
        if dropped:
            columns_here = np.where(random.random(len(columns_here)) < dropped, 0, columns_here)
        scores = np.add.reduceat(weights[columns_here], offsets, axis=0)
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return columns_here, scores / scores.sum(1, keepdims=True)

    for _ in range(EPOCHS):
        order = random.permutation(np.flatnonzero(~held_out))
        for begin in range(0, len(order), TOGETHER):
            nouns = order[begin : begin + TOGETHER]
            columns_here, errors = chances(nouns, DROPPED)
            errors[np.arange(len(nouns)), forms[nouns]] -= 1
            errors = np.repeat(errors, sizes[nouns], axis=0)
            touched, places = np.unique(columns_here, return_inverse=True)
            slope = np.stack(
                [np.bincount(places, errors[:, form], len(touched)) for form in range(examples.width)], 1
            ).astype(np.float32)
            slope += DECAY * weights[touched]
            slope[touched == 0] = 0
            squares[touched] += slope * slope
            weights[touched] -= RATE * slope / np.sqrt(squares[touched])
    left = np.flatnonzero(held_out)
    _, likely = chances(left, 0)
    told = likely[np.arange(len(left)), forms[left]]
    print(
        f"{question}: {len(keys)} features, {len(left)} nouns left out, {np.mean(likely.argmax(1) == forms[left]):.4f}"
        f" right, {-np.log(told + 1e-9).mean():.4f} nats"
    )
    whole = np.clip(np.round(weights[1:] * STEP), -127, 127).astype(int)
    return dict(zip(keys.tolist(), whole.tolist(), strict=True))


if __name__ == "__main__":
    main()
