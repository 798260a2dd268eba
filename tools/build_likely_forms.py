"""Build ``paralint/data/likely_forms.bin``: how likely each form of a verb is in its context.

    python tools/build_likely_forms.py paralint/data/likely_forms.bin FOLDER...

Each FOLDER has English prose as ``.txt``, in no folders below it (sources and licences: ``docs/data-sources.md``).
Every verb is an example of its form; and of each sentence a copy is made in which one verb has another form, and tagged
anew, so that the model knows how the tagger reads what is damaged. A multinomial logistic regression is fitted with
AdaGrad, its features are cut to those that weigh most, and it is fitted again (``log_linear_fit.py``).

Needs numpy. 355,000 words take 20 seconds. The packaged file has the features that this script makes, but may have
been made by an earlier form of it.
"""

from __future__ import annotations

import random
import zlib
from array import array
from bisect import bisect_right

from log_linear_fit import built, given, packed

from paralint.evidence.grammar.likely_forms import FORMAT
from paralint.evidence.grammar.verb_contexts import LABELS, context, label, reading
from paralint.text.document import Document
from paralint.text.morphology import inflect
from paralint.text.read import document

TAGS = {"B": "VB", "Z": "VBZ", "D": "VBD", "N": "VBN", "G": "VBG"}
NEVER = ("NNP", "NNPS", "MD", "IN", "DT", "CD", "FW")
BATCH = 3000  # damaged sentences that are tagged at once
MET = 8  # examples that a feature must be met in
KEPT = 60000  # features

Damaged = tuple[str, int, str]  # a sentence, where its damaged verb begins, and the form that the verb had


class Examples:
    """The examples, as rows of hashed features."""

    def __init__(self) -> None:
        self.hashes = array("I")
        self.labels = bytearray()
        self._damaged: list[Damaged] = []
        self._draw = random.Random(7)

    def add(self, told: str, found: list[str]) -> None:
        self.hashes.extend(zlib.crc32(feature.encode()) for feature in found)
        self.labels.append(LABELS.index(told))

    def read(self, text: Document) -> None:
        """Take the verbs of a text, and one of each sentence in another form."""
        tags, words = text.tags, text.lowers
        for first, last in ((sentence.first, sentence.last) for sentence in text.sentences):
            verbs = []
            for at in range(first, last if last - first > 4 else first):
                labels = reading(words[at])[1]
                if not labels or labels == "O" or tags[at] in NEVER:
                    continue
                told = label(words[at], tags[at])
                if told == "O" and self._draw.random() < 0.5:
                    continue
                self.add(told, context(words, tags, first, last, at).features)
                if told != "O":
                    verbs.append((at, told))
            if verbs:
                self._damage(text, first, last, *self._draw.choice(verbs))
        if len(self._damaged) > BATCH:
            self.flush()

    def _damage(self, text: Document, first: int, last: int, at: int, told: str) -> None:
        other = self._draw.choice([form for form in TAGS if form != told])
        new = inflect(reading(text.lowers[at])[0], TAGS[other])
        if new != text.lowers[at]:
            starts, ends = text.tokens.starts, text.tokens.ends
            before = text.text[starts[first] : starts[at]].replace("\n", " ")
            behind = text.text[ends[at] : ends[last - 1]].replace("\n", " ")
            self._damaged.append((before + new + behind, len(before), told))

    def flush(self) -> None:
        """Tag the damaged sentences, and take their damaged verbs."""
        text = document("damaged.txt", "\n\n".join(sentence for sentence, _, _ in self._damaged))
        tokens = {start: at for at, start in enumerate(text.tokens.starts)}
        firsts = [sentence.first for sentence in text.sentences]
        offset = 0
        for sentence, start, told in self._damaged:
            at = tokens.get(offset + start)
            offset += len(sentence) + 2
            if at is not None and reading(text.lowers[at])[1]:
                found = text.sentences[bisect_right(firsts, at) - 1]
                self.add(told, context(text.lowers, text.tags, found.first, found.last, at).features)
        self._damaged.clear()


def main() -> None:
    examples = Examples()
    table = given(__doc__, examples)
    keys, weights = built(examples.hashes, examples.labels, len(LABELS), MET, KEPT)
    table.write_bytes(packed(FORMAT, keys, weights - weights.mean(1, keepdims=True)))
    print(f"{len(examples.labels)} examples, {len(keys)} features")


if __name__ == "__main__":
    main()
