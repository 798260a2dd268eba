"""Build ``paralint/data/lost_verbs.bin``: how likely a "be" or "have" is lost before a word.

    python tools/build_lost_verbs.py paralint/data/lost_verbs.bin FOLDER...

Each FOLDER has English prose as ``.txt``, in no folders below it (sources and licences: ``docs/data-sources.md``).
Participles, adjectives and determiners are examples of places where nothing is lost; and of each sentence a copy is
made in which one auxiliary is left out, and tagged anew. A logistic regression is fitted to both
(``log_linear_fit.py``).

Needs numpy. 355,000 words take six seconds. The packaged file has the features that this script makes, but may have
been made by an earlier form of it.
"""

from __future__ import annotations

import random
import zlib
from array import array
from bisect import bisect_right

from log_linear_fit import built, given, packed

from paralint.evidence.grammar.gap_contexts import features
from paralint.evidence.grammar.lost_verbs import FORMAT
from paralint.evidence.words.closed import BE, HAVE
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.read import document

NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "RB", "EX", "WDT", "WP", "MD", "CD")
BATCH = 3000  # damaged sentences that are tagged at once
MET = 6  # examples that a feature must be met in
KEPT = 40000  # features
SOUND, BESIDE = 0.7, 0.25  # shares of sound places that are taken, in sound and in damaged sentences


class Examples:
    """The examples, as rows of hashed features."""

    def __init__(self) -> None:
        self.hashes = array("I")
        self.labels = bytearray()
        self._damaged: list[tuple[str, int]] = []
        self._draw = random.Random(7)

    def add(self, lost: int, text: Document, first: int, last: int, at: int) -> None:
        found = features(text.lowers, text.tags, first, last, at)
        self.hashes.extend(zlib.crc32(feature.encode()) for feature in found)
        self.labels.append(lost)

    def read(self, text: Document) -> None:
        """Take the places of a text, and one of each sentence without its auxiliary."""
        words, tags = text.lowers, text.tags
        for first, last in ((sentence.first, sentence.last) for sentence in text.sentences):
            if last - first < 6:
                continue
            auxiliaries = []
            for at in range(first + 1, last - 1):
                if is_place(words, tags, at) and self._draw.random() < SOUND:
                    self.add(0, text, first, last, at)
                behind = tags[at + 1] in ("VBN", "VBG", "JJ", "DT", "PRP$", "RB")
                if words[at] in BE | HAVE and tags[at].startswith("VB") and behind:
                    auxiliaries.append(at)
            if auxiliaries:
                self._damage(text, first, last, self._draw.choice(auxiliaries))
        if len(self._damaged) > BATCH:
            self.flush()

    def _damage(self, text: Document, first: int, last: int, at: int) -> None:
        starts, ends = text.tokens.starts, text.tokens.ends
        before = text.text[starts[first] : starts[at]].replace("\n", " ").rstrip()
        behind = text.text[ends[at] : ends[last - 1]].replace("\n", " ").lstrip()
        self._damaged.append((f"{before} {behind}", len(before) + 1))

    def flush(self) -> None:
        """Tag the damaged sentences, and take their places."""
        text = document("damaged.txt", "\n\n".join(sentence for sentence, _ in self._damaged))
        tokens = {start: at for at, start in enumerate(text.tokens.starts)}
        firsts = [sentence.first for sentence in text.sentences]
        offset = 0
        for sentence, start in self._damaged:
            gap = tokens.get(offset + start)
            offset += len(sentence) + 2
            if gap is None:
                continue
            here = text.sentences[bisect_right(firsts, gap) - 1]
            for at in range(here.first + 1, here.last - 1):
                if is_place(text.lowers, text.tags, at) and (at == gap or self._draw.random() < BESIDE):
                    self.add(int(at == gap), text, here.first, here.last, at)
        self._damaged.clear()


def is_place(words: list[str], tags: list[str], at: int) -> bool:
    """Whether an auxiliary may be lost before a token."""
    if tags[at] in ("VBN", "VBG", "VBD", "VB", "VBP"):
        return bool(verb_forms(words[at]) & {"VBN", "VBG"})
    return (tags[at] in ("JJ", "DT", "PRP$") and tags[at - 1] in NOMINAL) or words[at] in ("not", "been", "being")


def main() -> None:
    examples = Examples()
    table = given(__doc__, examples)
    keys, weights = built(examples.hashes, examples.labels, 2, MET, KEPT)
    table.write_bytes(packed(FORMAT, keys, weights[:, 1] - weights[:, 0]))
    print(f"{len(examples.labels)} examples, {len(keys)} features")


if __name__ == "__main__":
    main()
