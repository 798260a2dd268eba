"""Train ``paralint/data/undetermined.bin``: how likely a bare singular noun has lost its article.

    python tools/train_articles.py paralint/data/undetermined.bin --copies 3 NEWS... --copies 1 TEXT...

Each TEXT is what ``tools/build_governors.py`` takes (sources and licences: ``docs/data-sources.md``); of each as many
copies are made as were told before it; what is named twice counts twice. From each sentence of a copy one article
before a singular noun is left out. A logistic regression learns to tell the nouns that have lost their article so from
those that were bare; its features are found by their hashes, and those that were met once are left out.

Needs numpy. 355,000 words in three copies take 15 seconds. The packaged file may have been made by an earlier form
of this script; whether with the same rates is not known.
"""

from __future__ import annotations

import argparse
import random
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from build_governors import paragraphs

from paralint.evidence.grammar.undetermined import SCALE, SIZE, Undetermined, features, undetermined
from paralint.evidence.words.closed import ARTICLES, NOUNS
from paralint.text.document import Document
from paralint.text.read import document

SEED = 3
ENDS = (".", '."', ".”")
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "HYPH", "VBN", "VBG", "CD", "RB", "RBS"}  # between an article and its noun
GO_ON = NOUNS | {"HYPH", "CD"}
BATCH = 400  # sentences
REACH = 6
ROUNDS, RATE, DECAY, LEAST, STEP = 8, 0.3, 3.0, 2, 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--copies", nargs="+", action="append", required=True, metavar=("NUMBER", "TEXT"))
    arguments = parser.parse_args()
    draw = random.Random(SEED)
    rows: list[array[int]] = []
    lost: list[bool] = []
    for number, *paths in arguments.copies:
        for batch in batches(sentence for path in paths for sentence in sentences(paragraphs(Path(path)))):
            for row, has_lost in learned(batch, int(number), draw):
                rows.append(row)
                lost.append(has_lost)
    weights = np.clip(np.round(fitted(rows, lost) * SCALE), -127, 127).astype(np.int8)
    arguments.table.write_bytes(weights.tobytes())
    print(f"{len(rows)} bare nouns, {sum(lost)} that have lost an article")


def sentences(texts: Iterable[str]) -> Iterator[str]:
    """Yield the sentences that are told in full."""
    for plain in texts:
        text = document("text.txt", plain)
        for sentence in text.sentences:
            told = text.quote(text.tokens.span(sentence.first, sentence.last))
            if 6 <= sentence.last - sentence.first <= 60 and told.endswith(ENDS) and "\n" not in told:
                yield told


def batches(told: Iterable[str]) -> Iterator[list[str]]:
    """Yield the sentences in lists that are tagged at once."""
    batch: list[str] = []
    for sentence in told:
        batch.append(sentence)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def learned(batch: list[str], copies: int, draw: random.Random) -> Iterator[tuple[array[int], bool]]:
    """Yield the features of bare nouns, and of nouns that have lost their article in a copy."""
    text = document("text.txt", "\n\n".join(batch))
    if len(text.tokens.blocks) != len(batch) + 1:
        return
    for phrase in undetermined(text):
        yield hashed(text, phrase), False
    articled = _articled(text, len(batch))
    for _ in range(copies):
        lines, marks = [], []
        for number, line in enumerate(batch):
            mark = draw.choice(articled[number]) if articled[number] else None
            lines.append(_without(text, number, line, mark[0]) if mark else line)
            marks.append((mark[0] - text.tokens.blocks[number], mark[1] - text.tokens.blocks[number]) if mark else None)
        copy = document("copy.txt", "\n\n".join(lines))
        blocks = copy.tokens.blocks
        phrases = {phrase.noun: phrase for phrase in undetermined(copy)} if len(blocks) == len(batch) + 1 else {}
        for number, place in enumerate(marks):
            found = phrases.get(blocks[number] + place[1] - 1) if place and phrases else None
            if place and found is not None and found.first <= blocks[number] + place[0]:
                yield hashed(copy, found), True


def _articled(text: Document, number: int) -> list[list[tuple[int, int]]]:
    """Return for each block its articles before a singular noun, with the noun."""
    tags, word, blocks = text.tags, text.tokens.word, text.tokens.blocks
    found: list[list[tuple[int, int]]] = [[] for _ in range(number)]
    for at, tag in enumerate(tags):
        if tag != "DT" or word(at).lower not in ARTICLES:
            continue
        block = bisect_right(blocks, at) - 1
        end = blocks[block + 1]
        noun = at + 1
        while noun < end and tags[noun] in INSIDE:
            noun += 1
        noun -= 1
        while noun > at and tags[noun] != "NN":
            noun -= 1
        if at < noun <= at + REACH and not (noun + 1 < end and tags[noun + 1] in GO_ON):
            found[block].append((at, noun))
    return found


def _without(text: Document, block: int, line: str, article: int) -> str:
    """Return a sentence without one of its articles."""
    tokens = text.tokens
    base = tokens.starts[tokens.blocks[block]]
    rest = line[tokens.starts[article + 1] - base :]
    if tokens.word(article).capital:
        rest = rest[:1].upper() + rest[1:]
    return line[: tokens.starts[article] - base] + rest


def hashed(text: Document, phrase: Undetermined) -> array[int]:
    """Return the numbers of a phrase's features."""
    number, bounds = text.sentence_of(phrase.noun), text.tokens.sentences
    told = features(text, phrase, bounds[number], bounds[number + 1])
    return array("I", [crc32(feature.encode()) % SIZE for feature in told])


def fitted(rows: list[array[int]], lost: list[bool]) -> Any:
    """Return the weights of a logistic regression (AdaGrad, L2), the mean of those after each of the later rounds."""
    numbers = np.concatenate([np.frombuffer(row, dtype=np.uint32) for row in rows]).astype(np.int64)
    ends = np.cumsum([len(row) for row in rows])
    starts = np.concatenate([[0], ends[:-1]])
    known = np.bincount(numbers, minlength=SIZE) >= LEAST
    wanted = np.array(lost, dtype=np.float64)
    weights, squares, summed = np.zeros(SIZE), np.ones(SIZE), np.zeros(SIZE)
    draw = np.random.default_rng(1)
    for turn in range(ROUNDS):
        order = draw.permutation(len(rows))
        for begin in range(0, len(rows), STEP):
            chosen = order[begin : begin + STEP]
            sizes = ends[chosen] - starts[chosen]
            offsets = np.concatenate([[0], np.cumsum(sizes)])
            here = numbers[np.repeat(starts[chosen] - offsets[:-1], sizes) + np.arange(offsets[-1])]
            odds = np.add.reduceat(weights[here] * known[here], offsets[:-1])
            miss = 1 / (1 + np.exp(-odds)) - wanted[chosen]
            slope = np.bincount(here, weights=np.repeat(miss, sizes), minlength=SIZE) * known
            slope += DECAY * weights * (STEP / len(rows))
            squares += slope**2
            weights -= RATE * slope / np.sqrt(squares)
        if turn >= ROUNDS // 2:
            summed += weights
    return summed / (ROUNDS - ROUNDS // 2) * known


if __name__ == "__main__":
    main()
