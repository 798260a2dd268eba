"""Build ``paralint/data/unmet_pairs.txt``: which words and classes of words English does not put side by side.

    python tools/build_unmet_pairs.py paralint/data/unmet_pairs.txt paralint/data/unlikely_pairs.txt --model en-us.lm.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes; ``--model`` is the language model of CMU Sphinx (sources and licences:
``docs/data-sources.md``). A pair enters the table if chance would have it 16 times and more in the texts, which have it
at most once in 200 of these, and if the model gives it less than a twentieth of what chance would. The second table has
how much rarer than chance the others are, in the texts and in the model. Needs numpy.
"""  # noqa: E501

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np
from build_governors import batches, paragraphs
from language_model import LanguageModel

from paralint.evidence.grammar.unmet_pairs import LEAST_LEVEL, class_of, encode, encode_levels, kind
from paralint.text.read import document
from paralint.text.words import TokenKind

COMMONEST = 300  # words that stand for themselves
LEAST, SHARE = 16, 0.005  # times that chance would have a pair, and the share of these that it may be met
MODELLED = 0.05  # the share that the language model may have
MODEL_WORDS = 2e7  # that the language model stands for
SMOOTHED = 0.5  # that is added to what is counted and to what chance would have
HIGHEST = 25  # level
CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'m", "'d", "ca", "wo")
NO_PAIRS = frozenset({"", "'s"})  # a clitic may belong to a name
MET = frozenset({("has", "new"), ("days", ".n")})  # met all the same, in texts that were not counted

Pairs = Mapping[tuple[str, str], tuple[float, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("unlikely", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    texts = [text for path in arguments.texts for text in batches(paragraphs(path))]
    words = commonest(texts)
    singles, pairs = counted(texts, words)
    modelled = shares(LanguageModel.read(arguments.model), words)
    found = unmet(singles, pairs, modelled)
    arguments.table.write_text(encode(words, found), encoding="utf-8")
    arguments.unlikely.write_text(encode_levels(levels(singles, pairs, modelled)), encoding="utf-8")
    print(f"{sum(singles.values())} tokens, {len(singles)} kinds, {sum(map(len, found.values()))} pairs")


def commonest(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand for themselves."""
    counts: Counter[str] = Counter()
    for text in texts:
        tokens = document("text.txt", text).tokens
        for number in tokens.ids:
            if tokens.types[number].kind is TokenKind.WORD:
                counts[tokens.types[number].lower] += 1
    return frozenset([word for word, _ in counts.most_common(COMMONEST)] + list(CLITICS))


def counted(texts: Iterable[str], words: frozenset[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how often the words and classes are met, and the pairs of them inside a sentence."""
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        read = document("text.txt", text)
        types, ids = read.tokens.types, read.tokens.ids
        kinds = [kind(word, words) for word in types]
        for sentence in read.sentences:
            row = [kinds[number] for number in ids[sentence.first : sentence.last]]
            opening = types[ids[sentence.first]].lower
            row[0] = opening if opening in words else ""
            singles.update(row)
            pairs.update(pairwise(row))
    return singles, pairs


def shares(model: LanguageModel, words: frozenset[str]) -> Pairs:
    """Return for each pair how often the model has it, and how often chance would, in as many words as it stands for.

    Of a pair that the model lacks only chance is known: ``("", kind)`` has how often the model has the kind.
    """
    kinds = [word if word in words else class_of(word) for word in map(str.lower, model.words)]
    names = sorted(set(kinds))
    numbers = {name: number for number, name in enumerate(names)}
    at = np.array([numbers[name] for name in kinds])
    single = np.zeros(len(names))
    np.add.at(single, at, 10.0**model.unigrams)
    keys = at[model.pairs[:, 0]] * len(names) + at[model.pairs[:, 1]]
    known, places = np.unique(keys, return_inverse=True)
    joint = np.zeros(len(known))
    np.add.at(joint, places, 10.0**model.pair_chances)
    found: dict[tuple[str, str], tuple[float, float]] = {}
    for name, number in numbers.items():
        found["", name] = (float(single[number]), 0.0)
    for key, chance in zip(known.tolist(), joint.tolist(), strict=True):
        one, other = divmod(key, len(names))
        found[names[one], names[other]] = (chance * MODEL_WORDS, float(single[one] * single[other]) * MODEL_WORDS)
    return found


def in_model(modelled: Pairs, one: str, other: str) -> tuple[float, float] | None:
    """Return how often the model has a pair, and how often chance would; None if it lacks one of the kinds."""
    singles = [modelled.get(("", name), (0.0, 0.0))[0] for name in (one, other)]
    if not all(singles):
        return None
    return modelled.get((one, other), (0.0, singles[0] * singles[1] * MODEL_WORDS))


def levels(singles: Counter[str], pairs: Counter[tuple[str, str]], modelled: Pairs) -> Mapping[str, Mapping[str, int]]:
    """Return for each word or class how much rarer than chance others follow it: tenths of log10."""
    total = sum(singles.values())
    found: dict[str, dict[str, int]] = {}
    for one in singles.keys() - NO_PAIRS:
        for other in singles.keys() - NO_PAIRS:
            chance = singles[one] * singles[other] / total
            told = math.log10((pairs[one, other] + SMOOTHED) / (chance + SMOOTHED))
            model = in_model(modelled, one, other)
            if model is not None:
                told = max(told, math.log10((model[0] + SMOOTHED) / (model[1] + SMOOTHED)))
            level = min(HIGHEST, round(-10 * told))
            if level >= LEAST_LEVEL:
                found.setdefault(one, {})[other] = level
    return found


def unmet(singles: Counter[str], pairs: Counter[tuple[str, str]], modelled: Pairs) -> Mapping[str, frozenset[str]]:
    """Return for each word or class what does not follow it."""
    total = sum(singles.values())
    found: dict[str, frozenset[str]] = {}
    for one in singles.keys() - NO_PAIRS:
        others = set()
        for other in singles.keys() - NO_PAIRS:
            chance = singles[one] * singles[other] / total
            rare = chance >= LEAST and pairs[one, other] <= SHARE * chance
            model = in_model(modelled, one, other) if rare and (one, other) not in MET else None
            if model is not None and model[0] < MODELLED * model[1]:
                others.add(other)
        if others:
            found[one] = frozenset(others)
    return found


if __name__ == "__main__":
    main()
