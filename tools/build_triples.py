"""Build ``paralint/data/triples.bin``: which three words in a row English has, and what stands beside two of them.

    python tools/build_triples.py --model en-us.lm.bin --out paralint/data/triples.bin

To be run behind ``tools/build_terms.py``, whose vocabulary it uses. Kept are the triples with a word that may have been
exchanged, if they are common enough. Their level says how large a share the word has of all that the model puts in its
place beside the other two; of several such words the most expected one counts. Where the model comes from, and its
licence, is told in ``docs/data-sources.md``.
"""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

import numpy as np
from language_model import LanguageModel

from paralint.evidence.phrases.triples import EXPECTED, LIKELY, MET, encode
from paralint.evidence.words.exchanges import content_numbers

RAREST = -7.75  # log10 of the chance of a triple that is kept
TINY = 1e-300
SHARES = ((MET, 0.0), (LIKELY, 0.02), (EXPECTED, 0.1))  # the share of a place that each level begins with


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    found = levels(LanguageModel.read(arguments.model))
    arguments.out.write_bytes(encode(found))
    print(f"{len(found)} triples")


def levels(model: LanguageModel) -> dict[int, int]:
    """Return the levels of the triples that are kept, by the CRC-32 of their words."""
    words, triples, chances = model.words, model.triples.astype(np.int64), 10.0**model.triple_chances
    content = np.array([word.isascii() and word.isalpha() and bool(content_numbers(word)) for word in words])
    share = np.full(len(triples), -1.0)
    for place in range(3):
        one, other = (at for at in range(3) if at != place)
        _, context = np.unique(triples[:, one] * len(words) + triples[:, other], return_inverse=True)
        here = chances / np.maximum(np.bincount(context, chances), TINY)[context]
        share = np.where(content[triples[:, place]], np.maximum(share, here), share)
    kept = (share >= 0) & (model.triple_chances >= RAREST)
    found: dict[int, int] = {}
    for (first, second, third), each in zip(triples[kept].tolist(), share[kept].tolist(), strict=True):
        hashed = zlib.crc32(f"{words[first]} {words[second]} {words[third]}".encode())
        found[hashed] = max(found.get(hashed, 0), max(level for level, least in SHARES if each >= least))
    return found


if __name__ == "__main__":
    main()
