"""Train the model that judges misplaced words, and write its weights into ``paralint/data/frames.bin``.

    python tools/train_frames.py --text FILE… --frames paralint/data/frames.bin

Needs numpy; to be run behind ``tools/build_frames.py``. As for terms (``tools/train_terms.py``), what the search finds
in clean text as it stands is wrong; what it finds where words were exchanged is right if it is what stood there. A word
in twelve is exchanged for one that a thesaurus has beside it. The text must be another than that of which the pairs
were counted.
"""

from __future__ import annotations

import argparse
import random
import struct
from collections.abc import Iterator
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from train_terms import SEED, Examples, Exchanges, Network, documents, train

from paralint.data import DataError
from paralint.evidence.phrases.frames import FILE, FORMAT, encode
from paralint.evidence.phrases.misplaced import FEATURES, Search, features
from paralint.evidence.words.exchanges import word_letters
from paralint.evidence.words.terms import load as load_terms
from paralint.text.document import Document
from paralint.text.morphology import zipf_frequency
from paralint.text.read import document
from paralint.text.words import TokenKind

SPOILT = 1 / 12  # of the words
COMMON = 3.5  # of a word that is exchanged, log10 in a billion
LETTERS = {"N": "n", "J": "a", "V": "v", "R": "r"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    parser.add_argument("--frames", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    sections = {name: bytes(part) for name, part in FORMAT.decode(arguments.frames.read_bytes()).items()}
    right: list[list[float]] = []
    wrong: list[np.ndarray] = []
    words = 0
    with Pool(arguments.jobs) as pool:
        for number, here, there in pool.imap(gathered, enumerate(documents(arguments.text))):
            words += number
            right += here
            wrong += there
    print(f"{words} words; {len(wrong)} suspects as they are, {len(right)} spoilt ones")
    examples = Examples(right, wrong)
    linear = train(examples, [1.0 if name in ("gain", "strength") else 0.0 for name in FEATURES])
    for name, weight in zip(FEATURES, linear, strict=True):
        print(f"{name:16}{weight:8.2f}")
    network = Network(linear, examples)
    weights = network.weights()
    sections["weights"] = struct.pack(f"<{len(weights)}d", *weights)
    arguments.frames.write_bytes(encode(sections))
    scores = sorted((float(network.score(rows).max()) for rows in wrong), reverse=True)
    for rate in (0.25, 0.5, 1.0, 2.0, 4.0):
        print(f"{rate} alarms per 1,000 words of this text at {scores[int(rate * words / 1000)]:.2f}")


def gathered(numbered: tuple[int, str]) -> tuple[int, list[list[float]], list[np.ndarray]]:
    """Return how many words a text has, the features of what was spoilt in it, and those of what is found as it is."""
    number, text = numbered
    search = Search(document("clean.txt", text))
    wrong = [np.array(list(features(search, suspect)), np.float32) for suspect in search.suspects]
    return len(text.split()), list(spoilt(text, exchanges(), random.Random(SEED + number))), wrong


@lru_cache(maxsize=1)
def exchanges() -> Exchanges:
    return Exchanges(load_terms())


def spoilt(text: str, drawn: Exchanges, generator: random.Random) -> Iterator[list[float]]:
    """Spoil words of a text; yield the features of those that are found, each with the word that stood there."""
    clean = document("clean.txt", text)
    edits = []
    for place, meant, form in exchanged(clean, drawn, generator):
        span = clean.tokens.span(place, place + 1)
        edits.append((span.start, span.end, form, meant))
    wanted: dict[int, int] = {}
    shift = 0
    for start, end, form, meant in edits:
        text = text[: start + shift] + form + text[end + shift :]
        wanted[start + shift] = meant
        shift += len(form) - (end - start)
    search = Search(document("damaged.txt", text))
    for suspect in search.suspects:
        meant = wanted.get(search.document.tokens.span(suspect.place, suspect.place + 1).start, -1)
        found = [each.word for each in suspect.slot.exchanges]
        if meant in found:
            yield list(features(search, suspect))[found.index(meant)]


def exchanged(clean: Document, drawn: Exchanges, generator: random.Random) -> Iterator[tuple[int, int, str]]:
    """Yield tokens that are to be exchanged, each with the number of its word and with what is put there."""
    tokens, tags = clean.tokens, clean.tags
    for place in range(len(tokens)):
        word = tokens.word(place)
        letter = LETTERS.get(tags[place][0])
        if generator.random() > SPOILT or letter is None or word.capital or word.kind is not TokenKind.WORD:
            continue
        for number in drawn.terms.numbers(word.lower)[:1]:
            form = drawn.draw(number, tags[place], generator) if zipf_frequency(word.lower) >= COMMON else None
            if form is not None and letter in word_letters(form)[:3]:
                yield place, number, form


if __name__ == "__main__":
    try:
        main()
    except DataError as error:
        raise SystemExit(f"paralint/data/{FILE}: {error}") from error
