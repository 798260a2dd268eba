"""Build ``paralint/data/unmet_pairs.txt``: which words and classes of words English does not put side by side.

    python tools/build_unmet_pairs.py paralint/data/unmet_pairs.txt --model en-us.lm.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes; ``--model`` is the language model of CMU Sphinx (sources and licences:
``docs/data-sources.md``). A pair enters the table if chance would have it 16 times and more in the texts, which have it
at most once in 200 of these, and if the model gives it less than a twentieth of what chance would. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np
from build_governors import batches, paragraphs
from language_model import LanguageModel

from paralint.evidence.grammar.unmet_pairs import class_of, encode, kind
from paralint.text.read import document
from paralint.text.words import TokenKind

COMMONEST = 300  # words that stand for themselves
LEAST, SHARE = 16, 0.005  # times that chance would have a pair, and the share of these that it may be met
MODELLED = 0.05  # the share that the language model may have
CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'m", "'d", "ca", "wo")
NO_PAIRS = frozenset({"", "'s"})  # a clitic may belong to a name
MET = frozenset({("has", "new"), ("days", ".n")})  # met all the same, in texts that were not counted

Pairs = Mapping[tuple[str, str], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    texts = [text for path in arguments.texts for text in batches(paragraphs(path))]
    words = commonest(texts)
    singles, pairs = counted(texts, words)
    modelled = shares(LanguageModel.read(arguments.model), words)
    found = unmet(singles, pairs, modelled)
    arguments.table.write_text(encode(words, found), encoding="utf-8")
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
    """Return for each pair how often the model has it, as a share of what chance would."""
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
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for key, chance in zip(known.tolist(), joint.tolist(), strict=True):
        one, other = divmod(key, len(names))
        found[names[one], names[other]] = chance / float(single[one] * single[other])
    for name, number in numbers.items():
        if not single[number]:
            found[name, name] = 1.0
    return found


def unmet(singles: Counter[str], pairs: Counter[tuple[str, str]], modelled: Pairs) -> Mapping[str, frozenset[str]]:
    """Return for each word or class what does not follow it."""
    total = sum(singles.values())
    known = {name for pair in modelled for name in pair}
    found: dict[str, frozenset[str]] = {}
    for one in singles.keys() - NO_PAIRS:
        others = set()
        for other in singles.keys() - NO_PAIRS:
            chance = singles[one] * singles[other] / total
            rare = chance >= LEAST and pairs[one, other] <= SHARE * chance
            if (
                rare
                and (one, other) not in MET
                and {one, other} <= known
                and modelled.get((one, other), 0.0) < MODELLED
            ):
                others.add(other)
        if others:
            found[one] = frozenset(others)
    return found


if __name__ == "__main__":
    main()
