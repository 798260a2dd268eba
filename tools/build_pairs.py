"""Build ``paralint/data/pairs.bin``: which words stand side by side oftener than by chance.

    python tools/build_pairs.py --model en-us.lm.bin --idioms idioms.txt --wordnet oewn.yaml.xz
        --fixed tools/collocations.txt tools/idioms.txt --text FILE… --out paralint/data/pairs.bin

To be run behind ``tools/build_terms.py``, whose numbers of words it uses. Where the inputs come from, and their
licences, is told in ``docs/data-sources.md``. ``--text`` takes what ``tools/build_governors.py`` takes; what is used to
measure the rules must not be among it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from math import log10
from pathlib import Path

import numpy as np
from build_governors import batches, paragraphs
from build_terms import WordNet, fixed_phrases
from language_model import LanguageModel

from paralint.evidence.phrases.pairs import encode
from paralint.evidence.words.terms import bases
from paralint.evidence.words.terms import load as load_terms
from paralint.text.morphology import zipf_frequency
from paralint.text.read import document
from paralint.text.words import TokenKind

MODEL_WORDS = 2e7  # what the language model counts beside the texts, as if it had been made of so many words
LEAST = 2e-8  # the chance of a pair that is kept
OFTENER = 0.6  # log10 of how much oftener than by chance it is met, at least
SMOOTHED = 0.2  # of what chance would have: the share of it that every pair has besides
RAREST = 1e-8  # the chance of a word, at least
_DROPPED = """
    a an the my your his her its our their one's 's s' ' ’s ’ this that these those some any no every each another
"""
DROPPED = frozenset(_DROPPED.split())  # what stands between two words without parting them

Pair = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "idioms", "wordnet"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("fixed", "text"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    words = load_terms().words
    singles, counts = counted(arguments.text)
    total = sum(singles.values())
    share = MODEL_WORDS / (MODEL_WORDS + total)
    single = np.zeros(len(words))
    for word, count in singles.items():
        single[word] += (1 - share) * count / total
    chances = {pair: (1 - share) * count / total for pair, count in counts.items()}
    for word, chance in modelled(arguments.model, chances, share):
        single[word] += chance
    for word, form in enumerate(words):
        if not single[word]:
            single[word] = 10 ** (zipf_frequency(form) - 9)
    single = np.maximum(single, RAREST)
    names = [*arguments.idioms.read_text(encoding="utf-8").splitlines(), *WordNet.read(arguments.wordnet).phrases()]
    kept = set(listed([*names, *chain.from_iterable(map(fixed_phrases, arguments.fixed))]))
    for (one, other), chance in chances.items():
        expected = float(single[one] * single[other])
        if chance >= LEAST and log10(chance / expected + SMOOTHED) >= OFTENER:
            kept.add((one, other))
    arguments.out.write_bytes(encode(tables(kept, len(words))))
    print(f"{len(kept)} pairs")


@cache
def number(form: str) -> int | None:
    """Return the number of a word in lower case, or None."""
    return load_terms().number(bases(form)[0]) if form.isascii() and form.isalpha() else None


def counted(paths: Iterable[Path]) -> tuple[Counter[int], Counter[Pair]]:
    """Count words, and pairs of words with nothing but determiners between them."""
    singles: Counter[int] = Counter()
    pairs: Counter[Pair] = Counter()
    for path in paths:
        for text in batches(paragraphs(path)):
            for run in runs(text):
                known = [number(form) for form in run]
                singles.update(word for word in known if word is not None)
                pairs.update((one, other) for one, other in pairwise(known) if one is not None and other is not None)
    return singles, pairs


def runs(text: str) -> Iterator[list[str]]:
    """Yield the words of each stretch between punctuation marks, without determiners, in lower case; names are none."""
    tokens = document("text.txt", text).tokens
    starts = frozenset(tokens.sentences)
    run: list[str] = []
    for place, kind in enumerate(tokens.ids):
        word = tokens.types[kind]
        if place in starts or word.kind is not TokenKind.WORD:
            if run:
                yield run
            run = []
        if word.kind is TokenKind.WORD and word.lower not in DROPPED:
            run.append("" if word.capital and place not in starts else word.lower)
    if run:
        yield run


def modelled(path: Path, chances: dict[Pair, float], share: float) -> Iterator[tuple[int, float]]:
    """Add the pairs of a language model, with a determiner between them or none; yield its words with their chances."""
    read = LanguageModel.read(path)
    forms = map(number, read.words)
    numbers = np.array([-1 if form is None else form for form in forms])
    dropped = np.array([word in DROPPED for word in read.words])
    for word, chance in zip(numbers.tolist(), read.unigrams.tolist(), strict=True):
        if word >= 0:
            yield word, share * 10**chance
    triples = read.triples[dropped[read.triples[:, 1]]][:, [0, 2]]
    for rows, logs in (
        (read.pairs, read.pair_chances),
        (triples, read.triple_chances[dropped[read.triples[:, 1]]]),
    ):
        found = numbers[rows]
        known = (found >= 0).all(axis=1) & ~dropped[rows].any(axis=1)
        for (one, other), chance in zip(found[known].tolist(), logs[known].tolist(), strict=True):
            chances[one, other] = chances.get((one, other), 0.0) + share * 10**chance


def listed(names: Iterable[str]) -> Iterator[Pair]:
    """Yield the pairs of words that idioms and terms are made of, but for determiners: "change hands"."""
    for name in names:
        known = [number(word) for word in name.split() if word not in DROPPED]
        if len(known) == 2 and name.islower() and known[0] is not None and known[1] is not None:
            yield known[0], known[1]


def tables(pairs: Iterable[Pair], size: int) -> dict[str, bytes]:
    """Return the sections of the file: where the pairs of each word begin, and their second words."""
    rows = np.array(sorted(pairs), np.int64)
    counts = np.bincount(rows[:, 0], minlength=size)
    index = np.concatenate([[0], np.cumsum(counts)])
    return {"index": index.astype("<u4").tobytes(), "seconds": rows[:, 1].astype("<u2").tobytes()}


if __name__ == "__main__":
    main()
