"""Build ``paralint/data/frames.bin``: which words stand side by side oftener than by chance.

    python tools/build_frames.py --model en-us.lm.bin --idioms idioms.txt --wordnet oewn.yaml.xz
        --fixed tools/collocations.txt tools/idioms.txt --text FILE… --out paralint/data/frames.bin

To be run behind ``tools/build_terms.py``, whose numbers of words it uses; the weights of the model that judges
exchanges are then trained and written into the file by ``tools/train_frames.py``. Where the inputs come from, and their
licences, is told in ``docs/data-sources.md``. ``--text`` takes what ``tools/build_governors.py`` takes; what is used to
measure the rules, or to train the model, must not be among it.
"""

from __future__ import annotations

import argparse
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from build_governors import batches, paragraphs
from build_terms import WordNet, fixed_phrases
from language_model import LanguageModel

from paralint.evidence.phrases.frames import DROPPED, EXTRA, FIRST, LAST, NAME, TIED, encode, tie
from paralint.evidence.words.terms import COST, UNSEEN, bases
from paralint.evidence.words.terms import load as load_terms
from paralint.text.morphology import zipf_frequency
from paralint.text.read import document
from paralint.text.words import TokenKind

MODEL_WORDS = 2e7  # what the language model counts beside the texts, as if it had been made of so many words
LEAST, LEAST_BACK = 2e-8, 3e-8  # the chance of a pair that is kept, and that may be looked up by its second word
CLOSE = 14  # the tie of a pair that may be looked up by its second word
LISTED, FIXED = 30, 36  # the tie of a pair that is listed as an idiom or a term, at least; as one that everybody knows
RAREST = 1e-8  # the chance of a word, at least
SENTENCE = {"<s>": FIRST, "</s>": LAST}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "idioms", "wordnet"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("fixed", "text"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    numbers = Numbers()
    singles, pairs = counted(arguments.text, numbers)
    words = sum(singles.values())
    share = MODEL_WORDS / (MODEL_WORDS + words)
    single = np.zeros(len(numbers.words))
    chances: dict[tuple[int, int], float] = {}
    for word, count in singles.items():
        single[word] += (1 - share) * count / words
    for pair, count in pairs.items():
        chances[pair] = (1 - share) * count / words
    for word, chance in modelled(arguments.model, numbers, chances, share):
        single[word] += chance
    for word, form in enumerate(numbers.words):
        if not single[word]:
            single[word] = 10 ** (zipf_frequency(form) - 9)
    names = [*arguments.idioms.read_text(encoding="utf-8").splitlines(), *WordNet.read(arguments.wordnet).phrases()]
    known = dict.fromkeys(listed(names, numbers), LISTED)
    fixed = chain.from_iterable(map(fixed_phrases, arguments.fixed))
    known.update(dict.fromkeys(listed(fixed, numbers), FIXED))
    arguments.out.write_bytes(encode(tables(numbers, np.maximum(single, RAREST), chances, known)))


class Numbers:
    """The numbers of words and marks; None for those that have none."""

    def __init__(self) -> None:
        terms = load_terms()
        self.words = [*terms.words, *EXTRA]
        self.terms = len(terms.words)
        self._extra = {word: self.terms + place for place, word in enumerate(EXTRA)}
        self._found: dict[str, int | None] = {}

    def __getitem__(self, form: str) -> int | None:
        if form not in self._found:
            found = self._extra.get(form)
            if found is None and form.isascii() and form.isalpha():
                found = load_terms().number(bases(form)[0])
            self._found[form] = found
        return self._found[form]


def counted(paths: Iterable[Path], numbers: Numbers) -> tuple[Counter[int], Counter[tuple[int, int]]]:
    """Count words, and pairs of words with nothing but determiners between them."""
    singles: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    for path in paths:
        for text in batches(paragraphs(path)):
            for run in runs(text):
                known = [numbers[form] for form in (FIRST, *run, LAST)]
                singles.update(number for number in known if number is not None)
                pairs.update((one, other) for one, other in pairwise(known) if one is not None and other is not None)
    return singles, pairs


def runs(text: str) -> Iterator[list[str]]:
    """Yield the words of each stretch between punctuation marks, without determiners, in lower case."""
    tokens = document("text.txt", text).tokens
    starts = frozenset(tokens.sentences)
    run: list[str] = []
    for place, number in enumerate(tokens.ids):
        word = tokens.types[number]
        if place in starts or word.kind is not TokenKind.WORD:
            if run:
                yield run
            run = []
        if word.kind is TokenKind.WORD and word.lower not in DROPPED:
            run.append(NAME if word.capital and place not in starts else word.lower)
    if run:
        yield run


def modelled(
    path: Path, numbers: Numbers, chances: dict[tuple[int, int], float], share: float
) -> Iterator[tuple[int, float]]:
    """Add the pairs of a language model, with a determiner between them or none; yield its words with their chances."""
    read = LanguageModel.read(path)
    forms = [numbers[SENTENCE.get(word, word)] for word in read.words]
    number = np.array([-1 if form is None else form for form in forms])
    dropped = np.array([word in DROPPED for word in read.words])
    for word, chance in zip(number.tolist(), read.unigrams.tolist(), strict=True):
        if word >= 0:
            yield word, share * 10**chance
    triples = read.triples[dropped[read.triples[:, 1]]][:, [0, 2]]
    for rows, logs in (
        (read.pairs, read.pair_chances),
        (triples, read.triple_chances[dropped[read.triples[:, 1]]]),
    ):
        found = number[rows]
        known = (found >= 0).all(axis=1) & ~dropped[rows].any(axis=1)
        for (one, other), chance in zip(found[known].tolist(), logs[known].tolist(), strict=True):
            chances[one, other] = chances.get((one, other), 0.0) + share * 10**chance


def listed(names: Iterable[str], numbers: Numbers) -> Iterator[tuple[int, int]]:
    """Yield the pairs of words that idioms and terms are made of, but for determiners: "change hands", "on board"."""
    for name in names:
        words = [word for word in name.split() if word not in DROPPED]
        known = [numbers[word] for word in words]
        if len(known) == 2 and name.islower() and known[0] is not None and known[1] is not None:
            yield known[0], known[1]


def tables(
    numbers: Numbers, single: Any, chances: dict[tuple[int, int], float], known: dict[tuple[int, int], int]
) -> dict[str, bytes]:
    """Return the sections of the file; ``known`` pairs have a tie whatever their chance."""
    size = len(numbers.words)
    ties = dict(known)
    back = set(known)
    for (one, other), chance in chances.items():
        if chance >= LEAST:
            found = min(255, round(tie(chance, float(single[one] * single[other]))))
            if found >= TIED:
                ties[one, other] = max(found, ties.get((one, other), 0))
            if found >= CLOSE and chance >= LEAST_BACK:
                back.add((one, other))
    rows = sorted((one, other, found) for (one, other), found in ties.items())
    turned = sorted((other, one) for one, other in back)
    return {
        "words": struct.pack("<I", numbers.terms),
        "costs": bytes(max(1, min(UNSEEN - 1, round(-COST * np.log10(each)))) for each in single),
        "index": _index(size, [one for one, _, _ in rows]),
        "seconds": np.array([other for _, other, _ in rows], "<u2").tobytes(),
        "ties": bytes(found for _, _, found in rows),
        "back_index": _index(size, [other for other, _ in turned]),
        "firsts": np.array([one for _, one in turned], "<u2").tobytes(),
        "weights": b"",
    }


def _index(size: int, firsts: list[int]) -> bytes:
    counts = np.bincount(np.array(firsts, np.int64), minlength=size)
    return np.concatenate([[0], np.cumsum(counts)]).astype("<u4").tobytes()


if __name__ == "__main__":
    main()
