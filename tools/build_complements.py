"""Write the classes of words by what they take behind them, with all forms of each word.

    python tools/build_complements.py tools/complements.txt paralint/data/complements.txt

A class begins with a line ``v name: lemma …`` (``v`` a verb, ``n`` a noun, ``a`` an adjective) and goes on in lines
that begin with a blank. Of a verb all forms are written, of a noun both numbers. ``give:up`` is written with each form
of its verb.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from paralint.evidence.grammar.complements import HEADER
from paralint.text.morphology import inflect

_TAGS = {"v": ("VB", "VBZ", "VBD", "VBN", "VBG"), "n": ("NN", "NNS"), "a": ("JJ",)}


def forms(word_class: str, lemma: str) -> set[str]:
    """Return the forms of a lemma, its particle kept."""
    verb, colon, particle = lemma.partition(":")
    return {inflect(verb, tag) + colon + particle for tag in _TAGS[word_class]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    classes: dict[str, set[str]] = {}
    for line in arguments.source.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            head, _, line = line.partition(":")
            word_class, name = head.split()
            found = classes.setdefault(f"{word_class} {name}", set())
        for lemma in line.split():
            found |= forms(word_class, lemma)
    lines = (f"{name}: {' '.join(sorted(found))}\n" for name, found in sorted(classes.items()))
    arguments.out.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
