"""Build ``paralint/data/sound_alikes.bin``: words written for others that sound alike, and what stands beside each.

    python tools/build_sound_alikes.py --pairs tools/sound_alikes.txt --model en-us.lm.bin --out paralint/data/sound_alikes.bin

Kept are, of the pairs of words that the language model has with one of the words, how often they are met above chance, and
which triples have one of them in the middle. Where the model comes from, and its licence, is told in
``docs/data-sources.md``.
"""  # noqa: E501

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from language_model import LanguageModel

from paralint.evidence.grammar.sound_alikes import LOOSEST, STEP, encode

STEPS = 15
RAREST = 68  # tenths of log10 of the chance of a word that the model does not have


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("pairs", "model", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    model = LanguageModel.read(arguments.model)
    known = {word: number for number, word in enumerate(model.words)}
    lines: dict[tuple[str, str], list[str]] = {}
    signs: dict[tuple[str, str], str] = {}
    rows = list(pairs(arguments.pairs))
    plain = {(written, other) for written, other, sign, _ in rows if not sign.startswith(">>")}
    for written, other, sign, told in rows:
        near = sign.startswith(">>")
        if near or (written in known and other in known):
            parts = lines.setdefault((written, other), [""] * 4)
            if near:
                signs[written, other] = ("" if (written, other) in plain else "!") + sign[2:]
            for at, part in enumerate(told, 2 if near else 0):
                parts[at] = " ".join(sorted({*parts[at].split(), *part.split()}))
    words = sorted({word for pair in lines for word in pair})
    ties, triples = tied(model, [known[word] for word in words if word in known])
    chances = {word: round(-10 * float(model.unigrams[known[word]])) if word in known else RAREST for word in words}
    text = "".join(
        f"{' '.join(pair)} {signs.get(pair, '')}|{'|'.join(parts)}".rstrip("| ") + "\n"
        for pair, parts in sorted(lines.items())
    )
    arguments.out.write_bytes(encode(text, chances, ties, triples))
    print(f"{len(lines)} pairs, {len(words)} words, {len(ties)} ties, {len(triples)} triples")


def pairs(path: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield the word that is written, the one that is meant, the sign between them, and words of both."""
    for line in path.read_text(encoding="utf-8").splitlines():
        words, *told = line.split("|")
        if not words.strip() or words.startswith("#"):
            continue
        one, *others = words.split()
        yield one, others[-1], others[0] if len(others) > 1 else "", told
        if len(others) == 1:
            yield others[-1], one, "", told


def tied(model: LanguageModel, numbers: list[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Return the ties by the CRC-32 of two words, and the triples by that of three."""
    wanted = np.zeros(len(model.words), bool)
    wanted[numbers] = True
    kept = wanted[model.pairs].any(axis=1)
    pairs, chances = model.pairs[kept], model.pair_chances[kept]
    above = chances - model.unigrams[pairs[:, 0]] - model.unigrams[pairs[:, 1]]
    steps = np.clip(np.rint((above - LOOSEST) / STEP), 0, STEPS).astype(int)
    words = model.words
    ties = {
        zlib.crc32(f"{words[first]} {words[second]}".encode()): step
        for (first, second), step in zip(pairs.tolist(), steps.tolist(), strict=True)
    }
    inner = model.triples[wanted[model.triples[:, 1]]]
    triples = {zlib.crc32(" ".join([words[at] for at in row]).encode()): 1 for row in inner.tolist()}
    return ties, triples


if __name__ == "__main__":
    main()
