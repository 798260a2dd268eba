"""How many slips of each kind the grammar rules find when one is put into a sentence of clean text.

    python benchmarks/grammar_mutations.py FOLDER... [--sample 200] [--below 140]

Each slip is one that a change of a word or of its form makes: another form of a verb, a lost auxiliary, article or
preposition, a noun in the other number, a pronoun in the other case. It is found if a rule reports something within 25
characters of it. Sentences are drawn with a fixed seed. ``--below`` leaves out the rules from a code on.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from paralint.engine.linter import Linter
from paralint.evidence.quotations.transcripts import transcripts
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.document import Document
from paralint.text.morphology import countability, inflect, lemma, plural, singular
from paralint.text.read import document

HAVE = frozenset({"has", "have", "had", "'ve"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'re", "'m", "am"})
OTHER_NUMBER = {"is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has"}
OTHER_CASE = {"he": "him", "they": "them", "we": "us", "i": "me", "him": "he", "them": "they", "us": "we", "me": "I"}
PREPOSITIONS = ("in", "on", "at", "of", "to", "for", "with", "from", "by", "about")
NEAR = 25


class Slip(NamedTuple):
    """A sentence with a slip that begins at ``start`` and ends at ``end``."""

    text: str
    start: int
    end: int


def slips(text: Document, draw: random.Random) -> Iterator[tuple[str, Slip]]:
    """Yield the kinds and places of slips that can be put into the sentences of a document."""
    tokens, tags = text.tokens, text.tags
    for sentence in text.sentences:
        span = tokens.span(sentence.first, sentence.last)
        plain = text.quote(span)
        if not 8 <= sentence.last - sentence.first <= 45 or not plain.endswith(".") or "\n" in plain:
            continue
        for at in range(sentence.first + 1, sentence.last - 1):
            word, tag = tokens.word(at).lower, tags[at]
            before, after = tokens.word(at - 1).lower, tags[at + 1]
            start, end = tokens.starts[at] - span.start, tokens.ends[at] - span.start
            for kind, new in _changes(word, tag, before, tags[at - 1], after, draw):
                if new and new.lower() != word:
                    yield kind, Slip(plain[:start] + new + plain[end:], start, start + len(new))
                elif not new:
                    yield kind, Slip(plain[:start] + plain[tokens.starts[at + 1] - span.start :], start, start)


def _changes(
    word: str, tag: str, before: str, tag_before: str, after: str, draw: random.Random
) -> Iterator[tuple[str, str]]:
    """Yield what may stand for a word, by kind of slip; nothing at all where it is left out."""
    if tag.startswith("VB") and word not in BE | HAVE:
        base = lemma(word, tag)
        if before in HAVE and tag == "VBN":
            yield "have + bare verb", base
        elif before in BE and tag in ("VBN", "VBG"):
            yield "be + bare verb", base
            yield "be + the other participle", inflect(base, "VBG" if tag == "VBN" else "VBN")
        elif tag == "VB" and tag_before in ("MD", "TO"):
            yield (
                f"{'to' if tag_before == 'TO' else 'modal'} + inflected verb",
                inflect(base, draw.choice(("VBD", "VBZ", "VBG"))),
            )
        elif tag == "VBG" and tag_before == "IN":
            yield "preposition + bare verb", base
        elif tag in ("VBD", "VBZ") and tag_before in ("NN", "NNP", "PRP"):
            yield "subject + bare verb", base
            yield "subject + participle", inflect(base, draw.choice(("VBN", "VBG")))
        elif tag == "VBP" and tag_before in ("NNS", "PRP"):
            yield "plural subject + -s", inflect(base, "VBZ")
    if word in OTHER_NUMBER and tag_before in ("NN", "NNS", "NNP", "PRP"):
        yield "be or have in the other number", OTHER_NUMBER[word]
    if (word in BE | HAVE) and after in ("VBN", "VBG", "JJ", "DT"):
        yield "auxiliary left out", ""
    if word == "to" and after == "VB":
        yield "to left out", ""
    if word in ("a", "an", "the") and (tag_before in ("IN", "TO") or tag_before.startswith("VB")) and after == "NN":
        yield "article left out", ""
    if tag == "IN" and word in PREPOSITIONS and (tag_before in ("NN", "NNS", "JJ") or tag_before.startswith("VB")):
        yield "preposition left out", ""
        yield "another preposition", draw.choice([other for other in PREPOSITIONS if other != word])
    if tag == "NNS" and (tag_before == "CD" or before in ("these", "those", "many", "several")):
        yield "number + singular", singular(word)
    if tag == "NN" and before in ("a", "an", "this", "each", "every") and countability(word) == "count":
        yield "a + plural", plural(word)
    if tag == "PRP" and word in OTHER_CASE and (word not in ("he", "they", "we", "i") or after in ("VBD", "VBZ", "MD")):
        yield "pronoun in the other case", OTHER_CASE[word]


def main() -> None:
    """Print the share of slips found, by kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=200, help="slips of each kind")
    parser.add_argument("--below", type=int, default=1000, help="leave out the grammar rules from this number on")
    options = parser.parse_args()
    draw = random.Random(5)
    by_kind: dict[str, list[Slip]] = defaultdict(list)
    for path in sorted(path for folder in options.folders for path in folder.glob("*.txt")):
        text = document(path.name, path.read_text(encoding="utf-8"))
        if not text.derive(transcripts):
            for kind, slip in slips(text, draw):
                by_kind[kind].append(slip)
    linter = Linter([rule for rule in select(builtin().rules, ["GRM"]) if int(rule.code[3:]) < options.below])
    total = hits = 0
    for kind, found in sorted(by_kind.items()):
        sample = draw.sample(found, min(options.sample, len(found)))
        reported = sum(
            any(
                finding.span.start < slip.end + NEAR and finding.span.end > slip.start - NEAR
                for finding in linter.lint(document("slip.txt", slip.text))
            )
            for slip in sample
        )
        total, hits = total + len(sample), hits + reported
        print(f"{kind:32} {reported:4} of {len(sample):4}  {reported / len(sample):.2f}")
    print(f"{'all':32} {hits:4} of {total:4}  {hits / total:.2f}")


if __name__ == "__main__":
    main()
