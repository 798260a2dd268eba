"""Count which small words never stand side by side, for ``GRM887-small-words-never-side-by-side``.

    python tools/build_small_words.py --model en-us.lm.bin --words "about above ..." TEXT... > pairs.txt

TEXT is what ``tools/build_governors.py`` takes; ``--model`` is the language model of CMU Sphinx (sources and licences:
``docs/data-sources.md``). Written is a line for each first word: the words that the texts never have behind it, though
they would have them once at least if words stood as they come, and that the model has ten times less often than so.
Pairs at whose seam clauses meet ("spoken to had") were taken out by kind. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import pairwise
from pathlib import Path

from build_governors import batches, paragraphs
from language_model import LanguageModel

from paralint.text.read import document

LEAST = 1.0  # times that a pair would be met by chance
RATIO = 0.1  # of what chance would have, in the language model
Pairs = Counter[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--words", required=True)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    words = frozenset(arguments.words.split())
    met, single, total = counted(arguments.texts, words)
    modelled = pairs_of(LanguageModel.read(arguments.model), words)
    for first in sorted(words):
        never = [
            second
            for second in sorted(words - {first})
            if not met[first, second]
            and single[first] * single[second] / total >= LEAST
            and is_rare(modelled, first, second)
        ]
        if never:
            print(f"{first}: {' '.join(never)}")


def counted(texts: list[Path], words: frozenset[str]) -> tuple[Pairs, Counter[str], int]:
    """Return how often pairs of the words, and each word, are met in texts, and how many tokens these have."""
    met: Pairs = Counter()
    single: Counter[str] = Counter()
    total = 0
    for path in texts:
        for text in batches(paragraphs(path)):
            read = document("text.txt", text)
            lowers, bounds = read.lowers, read.tokens.sentences
            total += len(lowers)
            single.update(word for word in lowers if word in words)
            for first, last in pairwise(bounds):
                met.update(pair for pair in pairwise(lowers[first:last]) if words.issuperset(pair))
    return met, single, total


def pairs_of(model: LanguageModel, words: frozenset[str]) -> dict[tuple[str, str], float]:
    """Return the joint chances of the pairs of the words in a language model."""
    numbers = {at: word for at, word in enumerate(model.words) if word in words}
    return {
        (numbers[first], numbers[second]): 10 ** float(chance)
        for (first, second), chance in zip(model.pairs.tolist(), model.pair_chances.tolist(), strict=True)
        if first in numbers and second in numbers
    }


def is_rare(modelled: dict[tuple[str, str], float], first: str, second: str) -> bool:
    """Whether a model has a pair much less often than the two words would make it by chance."""
    before = sum(chance for (one, _), chance in modelled.items() if one == first)
    behind = sum(chance for (_, other), chance in modelled.items() if other == second)
    return modelled.get((first, second), 0.0) < RATIO * before * behind / sum(modelled.values())


if __name__ == "__main__":
    main()
