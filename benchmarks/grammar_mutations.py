"""How many slips of each kind the grammar rules find when one is put into a sentence of clean text.

    python benchmarks/grammar_mutations.py FOLDER... [--sample 200] [--alone] [--family verbs] [--show KIND]

Each slip is one that a change of a word or of its form makes, by families (``slips/``). It is found if a rule reports
something within 25 characters of it. Rules that ask for company are heard, as in an article that is damaged as a
whole, unless ``--alone`` is given. Sentences are drawn with a fixed seed; ``--show`` prints those that are not found.
What the rules report in the sentences as they were, with all of them heard, is counted too: it is the other side.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from slips.change import Change, Place

from paralint.engine.linter import Linter
from paralint.evidence.quotations.transcripts import transcripts
from paralint.findings import Finding
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.document import Document
from paralint.text.read import document

FAMILIES = sorted(path.stem for path in (Path(__file__).parent / "slips").glob("*.py"))
NEAR = 25


class Slip(NamedTuple):
    """A sentence with a slip that begins at ``start`` and ends at ``end``."""

    text: str
    start: int
    end: int


def slips(
    text: Document, draw: random.Random, families: Sequence[Callable[[Place], Iterator[Change]]]
) -> Iterator[tuple[str, Slip]]:
    """Yield the kinds and places of slips that can be put into the sentences of a document."""
    for first, last in sentences(text):
        span = text.tokens.span(first, last)
        plain = text.quote(span)
        for change in changes_of(text, first, last, draw, families):
            start, end = text.tokens.starts[change.first], text.tokens.ends[change.last - 1]
            if change.new.lower() == text.text[start:end].lower():
                continue
            if not change.new:
                end = text.tokens.starts[change.last]
            before, after = plain[: start - span.start], plain[end - span.start :]
            yield change.kind, Slip(before + change.new + after, len(before), len(before) + len(change.new))


def changes_of(
    text: Document, first: int, last: int, draw: random.Random, families: Sequence[Callable[[Place], Iterator[Change]]]
) -> Iterator[Change]:
    """Yield the changes that can be made in a sentence, from token ``first`` up to, not including, ``last``."""
    for at in range(first + 1, last - 1):
        for changes in families:
            for change in changes(Place(text, at, draw)):
                if change.first >= first and change.last <= last:
                    yield change


def sentences(text: Document) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens, the last exclusive, of sentences that slips are put into."""
    for sentence in text.sentences:
        plain = text.quote(text.tokens.span(sentence.first, sentence.last))
        if 8 <= sentence.last - sentence.first <= 45 and plain.endswith(".") and "\n" not in plain:
            yield sentence.first, sentence.last


class InCompany(Linter):
    """Hears every rule, as if each text were an article that is damaged as a whole."""

    def _by_company(self, document: Document) -> Any:
        sure, unsure, patient = super()._by_company(document)
        return sure + unsure + patient, [], []

    def _company(self, findings: Iterable[Finding]) -> dict[str, int]:
        return {}


def main() -> None:
    """Print the share of slips found, by kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=200, help="slips of each kind")
    parser.add_argument("--alone", action="store_true", help="without the rules that ask for company")
    parser.add_argument("--family", action="append", choices=FAMILIES, help="only these families of slips")
    parser.add_argument("--show", action="append", default=[], help="print the slips of this kind that are not found")
    options = parser.parse_args()
    families = [import_module(f"slips.{name}") for name in options.family or FAMILIES]
    chosen = [module.changes for module in families if hasattr(module, "changes")]
    draw = random.Random(5)
    by_kind: dict[str, list[Slip]] = defaultdict(list)
    sound: list[str] = []
    for path in sorted(path for folder in options.folders for path in folder.glob("*.txt")):
        text = document(path.name, path.read_text(encoding="utf-8"))
        if not text.derive(transcripts):
            sound += [text.quote(text.tokens.span(*sentence)) for sentence in sentences(text)]
            for kind, slip in slips(text, draw, chosen):
                by_kind[kind].append(slip)
    linter = (Linter if options.alone else InCompany)(select(builtin().rules, ["GRM"]))
    total = hits = 0
    for kind, found in sorted(by_kind.items()):
        sample = draw.sample(found, min(options.sample, len(found)))
        missed = [slip for slip in sample if not is_found(slip, linter.lint(document("slip.txt", slip.text)))]
        total, hits = total + len(sample), hits + len(sample) - len(missed)
        print(f"{kind:36} {len(sample) - len(missed):4} of {len(sample):4}  {1 - len(missed) / len(sample):.2f}")
        if kind in options.show:
            for slip in missed:
                print(
                    "    ",
                    slip.text[: slip.start] + "[[" + slip.text[slip.start : slip.end] + "]]" + slip.text[slip.end :],
                )
    print(f"{'all':36} {hits:4} of {total:4}  {hits / total:.2f}")
    sample_of_sound = draw.sample(sound, min(2000, len(sound)))
    alarms = sum(len(linter.lint(document("sound.txt", sentence))) for sentence in sample_of_sound)
    words = sum(len(sentence.split()) for sentence in sample_of_sound)
    print(f"findings in {words} words of sound sentences: {alarms}, {1000 * alarms / words:.2f} of 1,000")


def is_found(slip: Slip, findings: Sequence[Finding]) -> bool:
    """Whether a finding is near the slip."""
    return any(one.span.start < slip.end + NEAR and one.span.end > slip.start - NEAR for one in findings)


if __name__ == "__main__":
    main()
