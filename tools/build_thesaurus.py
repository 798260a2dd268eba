"""Build ``paralint/data/thesaurus.txt`` from Open English WordNet (CC BY 4.0).

    python tools/build_thesaurus.py oewn.yaml.xz paralint/data/thesaurus.txt

The input is the YAML source of Open English WordNet, its files joined, each behind a line ``# name.yaml``. The output
has one line for each stem, sorted by its bytes: the stem, the numbers of its synonym sets, the numbers of their
direct hypernyms, the stems derived from it, the stems of its antonyms; parted by tabs, the items by blanks.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from paralint.evidence.words.vocabulary import stem

MOST_SENSES = 4  # senses per lemma and part of speech; they stand in the order of their frequency
HEADER = (
    "# Derived from Open English WordNet (https://github.com/globalwordnet/english-wordnet), CC BY 4.0, "
    "by tools/build_thesaurus.py\n"
)
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("thesaurus", type=Path)
    arguments = parser.parse_args()
    lines = thesaurus(list(parts(arguments.wordnet)))
    arguments.thesaurus.write_bytes((HEADER + "".join(sorted(lines))).encode("ascii"))


def parts(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield name and content of each of the joined files."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        pieces = re.split(r"(?m)^# (\S+\.yaml)$", file.read())
    for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
        yield name, yaml.load(content, Loader=yaml.CSafeLoader)


def thesaurus(files: list[tuple[str, dict[str, Any]]]) -> list[str]:
    hypernyms: dict[str, list[str]] = {}
    entries: dict[str, dict[str, Any]] = {}
    for name, content in files:
        if name.startswith("entries"):
            for lemma, forms in content.items():
                if WORD.fullmatch(str(lemma)):
                    entries[str(lemma)] = forms
        elif name != "frames.yaml":
            for synset, data in content.items():
                hypernyms[synset] = [*data.get("hypernym", ()), *data.get("similar", ())]
    owner = {
        sense["id"]: stem(lemma.lower())
        for lemma, forms in entries.items()
        for form in forms.values()
        for sense in form["sense"]
    }
    own: dict[str, set[str]] = defaultdict(set)
    derived: dict[str, set[str]] = defaultdict(set)
    opposite: dict[str, set[str]] = defaultdict(set)
    for lemma, forms in entries.items():
        key = stem(lemma.lower())
        for form in forms.values():
            for rank, sense in enumerate(form["sense"]):
                if rank < MOST_SENSES:
                    own[key].add(sense["synset"])
                for relation in ("derivation", "pertainym"):
                    derived[key].update(owner[other] for other in sense.get(relation, ()) if other in owner)
                opposite[key].update(owner[other] for other in sense.get("antonym", ()) if other in owner)
    for links in (derived, opposite):
        for key, others in list(links.items()):
            for other in others:
                links[other].add(key)
    shared: dict[str, int] = defaultdict(int)
    for synsets in own.values():
        for synset in synsets | {up for each in synsets for up in hypernyms.get(each, ())}:
            shared[synset] += 1
    useful = sorted((synset for synset, count in shared.items() if count > 1), key=lambda s: (-shared[s], s))
    number = {synset: _base36(index) for index, synset in enumerate(useful)}
    lines = []
    for key in sorted(own.keys() | derived.keys() | opposite.keys()):
        synsets = own[key]
        above = {up for each in synsets for up in hypernyms.get(each, ())} - synsets
        fields = (
            sorted(number[synset] for synset in synsets if synset in number),
            sorted(number[synset] for synset in above if synset in number),
            sorted(derived[key] - {key}),
            sorted(opposite[key] - {key}),
        )
        if any(fields):
            lines.append("\t".join([key, *(" ".join(field) for field in fields)]) + "\n")
    return lines


def _base36(number: int) -> str:
    text = DIGITS[number % 36]
    while number := number // 36:
        text = DIGITS[number % 36] + text
    return text


if __name__ == "__main__":
    main()
