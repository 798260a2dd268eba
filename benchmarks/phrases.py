"""Measure the recovery of paraphrased terms on text that nobody tuned for.

    python benchmarks/phrases.py --clean DIR --synonyms ppdb-1.0-xxxl-lexical.extended.synonyms.uniquepairs [--show 20]

Compounds that stand in clean text are spoilt: words of them are exchanged for synonyms of PPDB (Ganitkevitch, Van Durme
& Callison-Burch 2013), a thesaurus that ``terms.bin`` was not made from. Printed are the recall of the right term, as
the stable rules report it and as these and the preview rule would if none asked for company, and the false alarms per
1,000 words of the same texts. The second measure takes the tortured phrases of two words, without the rule for listed
ones: found at all, and found right.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from paralint.checks import compile_check
from paralint.engine.linter import Linter
from paralint.evidence.phrases.swapped import Pair, known
from paralint.evidence.words.terms import FUNCTION_WORDS, bases
from paralint.findings import Finding
from paralint.ruleset.load import load as load_rules
from paralint.ruleset.rule import Status
from paralint.text.document import Document
from paralint.text.morphology import plural
from paralint.text.read import document

SEED = 20260
PER_TEXT = 8  # terms that are spoilt


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean", type=Path, required=True)
    parser.add_argument("--synonyms", type=Path, required=True)
    parser.add_argument("--rules", type=Path, default=Path(__file__).parent.parent / "rules" / "phrases")
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    rules = [
        rule
        for rule in load_rules([arguments.rules]).rules
        if rule.kind == "paraphrase-of" and rule.spec.find == "term"  # type: ignore[union-attr]
    ]
    generator = random.Random(SEED)
    synonyms = read_synonyms(arguments.synonyms)
    texts = [document(path.name, path.read_text(encoding="utf-8")) for path in sorted(arguments.clean.rglob("*.txt"))]
    damaged = [(text, *spoil(text, synonyms, generator)) for text in texts]
    words = sum(len(text.text.split()) for text in texts)
    shown: list[str] = []
    checks = [compile_check(rule) for rule in rules]
    linter = Linter([rule for rule in rules if rule.status is Status.STABLE])
    for name, report in (
        ("stable", linter.lint),
        ("without company", lambda text: [finding for check in checks for finding in check.run(text)]),
    ):
        spoilt = found = right = alarms = 0
        seconds = 0.0
        for clean, text, swaps in damaged:
            started = time.process_time()
            reports = findings(report, clean)
            seconds += time.process_time() - started
            alarms += len(reports)
            shown += [f"{name} alarm: {quote(clean, start, end)} -> {term}" for start, end, term in reports]
            reports = findings(report, document(clean.path, text))
            for start, end, phrase, term in swaps:
                hits = [meant for first, last, meant in reports if first < end and start < last]
                spoilt += 1
                found += bool(hits)
                right += _content(term) in map(_content, hits)
                shown.append(f"{name} {hits or 'missed'}: {phrase} ({term})")
        print(f"{name}: {spoilt} spoilt; found {found / spoilt:.3f}, right term at rank 1 {right / spoilt:.3f}")
        print(f"  {words} clean words; {1000 * alarms / words:.3f} false alarms per 1,000; {1000 * seconds:.0f} ms")
    generator.shuffle(shown)
    print("\n".join(shown[: arguments.show]))


def _content(phrase: str) -> list[str]:
    words = phrase.lower().split("(")[0].replace("-", " ").split()
    return [bases(word)[0] for word in words if word not in FUNCTION_WORDS]


def findings(report: Callable[[Document], list[Finding]], text: Document) -> list[tuple[int, int, str]]:
    return [(finding.span.start, finding.span.end, finding.message.rsplit("'", 2)[1]) for finding in report(text)]


def spoil(
    clean: Document, synonyms: dict[str, list[str]], generator: random.Random
) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Return the text with up to ``PER_TEXT`` compounds spoilt, and where they stand now, with what they were."""
    tokens = clean.tokens
    places = []
    for place in range(len(tokens) - 1):
        words = [tokens.word(place), tokens.word(place + 1)]
        span = tokens.span(place, place + 2)
        text = clean.text[span.start : span.end]
        if (
            all(word.form.isalpha() and word.form.islower() and word.form not in FUNCTION_WORDS for word in words)
            and " ".join(word.form for word in words) == text
            and known(Pair(words[0].lower, words[1].lower))
        ):
            places.append((span.start, span.end, text))
    generator.shuffle(places)
    chosen: list[tuple[int, int, str, str]] = []
    for start, end, text in places:
        if any(start < last and first < end for first, last, _, _ in chosen) or len(chosen) == PER_TEXT:
            continue
        forms = text.split(" ")
        for place in (0, 1) if generator.random() < 0.4 else (generator.choice((0, 1)),):
            drawn = synonyms.get(bases(forms[place])[0])
            if drawn:
                word = generator.choice(drawn)
                plural_form = forms[place] != bases(forms[place])[0] and forms[place].endswith("s")
                forms[place] = plural(word) if plural_form else word
        if forms != text.split(" "):
            chosen.append((start, end, " ".join(forms), text))
    pieces, swaps, last, length = [], [], 0, 0
    for start, end, phrase, name in sorted(chosen):
        pieces += [clean.text[last:start], phrase]
        length += start - last
        swaps.append((length, length + len(phrase), phrase, name))
        length += len(phrase)
        last = end
    pieces.append(clean.text[last:])
    return "".join(pieces), swaps


def quote(text: Document, start: int, end: int) -> str:
    return " ".join(text.text[start:end].split())


def read_synonyms(path: Path) -> dict[str, list[str]]:
    """Return the pairs of lower-case words that are no forms of one word, by base form."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        one, _, other = line.partition("\t")
        if one.isascii() and other.isascii() and one.isalpha() and other.isalpha() and min(len(one), len(other)) > 2:
            one, other = bases(one)[0], bases(other)[0]
            if one[:4] != other[:4]:
                found[one].add(other)
                found[other].add(one)
    return {word: sorted(others) for word, others in found.items()}


if __name__ == "__main__":
    main()
