"""Measure the recovery of paraphrased terms on text that nobody tuned for.

    python benchmarks/phrases.py --clean DIR --synonyms ppdb-1.0-xxxl-lexical.extended.synonyms.uniquepairs
        --paraphrases tortured-phrases.json [--show 20]

Terms that stand in clean text are spoilt: words of them are exchanged for synonyms of PPDB (Ganitkevitch, Van Durme &
Callison-Burch 2013), a thesaurus that ``terms.bin`` was not made from. Printed are the recall of the right term, as
the rules report it, and the false alarms per 1,000 words of the same texts. The second measure takes the tortured
phrases whose terms were held out of training, with the rule for listed ones off: found at all, and found right.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

from paralint.checks import compile_check
from paralint.evidence.paraphrases import find
from paralint.evidence.terms import FUNCTION_WORDS, Kind, bases, load
from paralint.ruleset.load import load as load_rules
from paralint.text.document import Document
from paralint.text.morphology import plural
from paralint.text.read import document

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

SEED = 20260
PER_TEXT = 8  # terms that are spoilt


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean", type=Path, required=True)
    parser.add_argument("--synonyms", type=Path, required=True)
    parser.add_argument("--paraphrases", type=Path, required=True)
    parser.add_argument("--rules", type=Path, default=Path(__file__).parent.parent / "rules" / "phrases")
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    rules = [rule for rule in load_rules([arguments.rules]).rules if rule.kind == "paraphrase-of"]
    checks = [compile_check(rule) for rule in rules if rule.spec.find in ("term", "idiom")]  # type: ignore[union-attr]
    generator = random.Random(SEED)
    synonyms = read_synonyms(arguments.synonyms)
    spoilt = found = right = words = alarms = 0
    seconds = 0.0
    shown: list[str] = []
    for path in sorted(arguments.clean.rglob("*.txt")):
        clean = document(path.name, path.read_text(encoding="utf-8"))
        words += len(clean.text.split())
        started = time.process_time()
        reports = findings(checks, clean)
        seconds += time.process_time() - started
        alarms += len(reports)
        shown += [f"alarm: {quote(clean, start, end)} -> {term}" for start, end, term in reports]
        text, swaps = spoil(clean, synonyms, generator)
        damaged = document(path.name, text)
        reports = findings(checks, damaged)
        for start, end, phrase, term in swaps:
            hits = [meant for first, last, meant in reports if first < end and start < last]
            spoilt += 1
            found += bool(hits)
            right += term in hits
            shown.append(f"{'right' if term in hits else hits or 'missed'}: {phrase} ({term})")
    print(f"spoilt terms {spoilt}; found {found / spoilt:.3f}, right term at rank 1 {right / spoilt:.3f}")
    print(f"clean words {words}; false alarms {1000 * alarms / words:.3f} per 1,000; {1000 * seconds:.0f} ms")
    tortured(checks, arguments.paraphrases)
    generator.shuffle(shown)
    print("\n".join(shown[: arguments.show]))


def tortured(checks: list, path: Path) -> None:  # type: ignore[type-arg]
    from train_terms import aligned, held_out

    rows = [
        (row["tortured"], row["correct"])
        for row in json.loads(path.read_text(encoding="utf-8"))["phrases"]
        if held_out(row["correct"]) and list(aligned(row["tortured"], row["correct"]))
    ]
    found = right = 0
    for phrase, correct in rows:
        text = f"We also looked at {phrase.replace('-', ' ')} in this work."
        hits = [term for _, _, term in findings(checks, document("row.txt", text))]
        found += bool(hits)
        right += any(_content(term) == _content(correct) for term in hits)
    print(f"held-out tortured phrases {len(rows)}; found {found / len(rows):.3f}, right {right / len(rows):.3f}")


def _content(phrase: str) -> list[str]:
    words = phrase.lower().split("(")[0].replace("-", " ").split()
    return [bases(word)[0] for word in words if word not in FUNCTION_WORDS]


def findings(checks: list, text: Document) -> list[tuple[int, int, str]]:  # type: ignore[type-arg]
    return [
        (finding.span.start, finding.span.end, finding.message.rsplit("'", 2)[1])
        for check in checks
        for finding in check.run(text)
    ]


def spoil(
    clean: Document, synonyms: dict[str, list[str]], generator: random.Random
) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Return the text with up to ``PER_TEXT`` terms spoilt, and where they stand now, with what they were."""
    terms = load()
    places = []
    for term, span in find(clean).own.items():
        text = clean.text[span.start : span.end]
        if term.kinds & ~(Kind.COMPOUND | Kind.IDIOM) and text == text.lower():
            places.append((span.start, span.end, text, terms.name(term)))
    generator.shuffle(places)
    chosen: list[tuple[int, int, str, str]] = []
    for start, end, text, name in places:
        if any(start < last and first < end for first, last, _, _ in chosen) or len(chosen) == PER_TEXT:
            continue
        words = text.split(" ")
        content = [place for place, word in enumerate(words) if word not in FUNCTION_WORDS]
        for place in content if generator.random() < 0.4 else [generator.choice(content)]:
            drawn = synonyms.get(bases(words[place])[0])
            if drawn:
                word = generator.choice(drawn)
                plural_form = words[place] != bases(words[place])[0] and words[place].endswith("s")
                words[place] = plural(word) if plural_form else word
        if words != text.split(" "):
            chosen.append((start, end, " ".join(words), name))
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
