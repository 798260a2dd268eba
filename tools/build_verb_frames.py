"""Build the word list of verbs that must have a direct object.

    python tools/build_verb_frames.py --wordnet oewn.yaml.xz --treebank train.conllu.xz … --out FILE

A verb is listed if Open English WordNet gives none of its senses a frame without a direct object, and the treebanks
agree: of its active uses as a finite verb or infinitive hardly one is without an object or a clause in its place.
Relative clauses, questions and passives do not count, since their object stands elsewhere.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from paralint.text.morphology import inflect, zipf_frequency

FORMS = ("VB", "VBZ", "VBD", "VBN", "VBG")
OBJECTS = ("obj", "ccomp", "xcomp", "iobj")
LEAST_FREQUENCY = 3.2  # rarer verbs are judged by too few senses and uses
MOST_EXCEPTIONS = 0.04


def frames(path: Path) -> dict[str, set[str]]:
    """Return the frames of each verb lemma over all its senses."""
    found: dict[str, set[str]] = defaultdict(set)
    with lzma.open(path, "rt", encoding="utf-8") as file:
        text = file.read()
    for part in text.split("\n# "):
        if not part.startswith("entries-"):
            continue
        for lemma, classes in yaml.load(part.partition("\n")[2], Loader=yaml.CSafeLoader).items():
            for sense in classes.get("v", {}).get("sense", ()):
                found[lemma].update(sense.get("subcat", ("?",)))
    return found


def sentences(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif rows and not line.strip():
                yield rows
                rows = []


def uses(paths: list[Path]) -> tuple[Counter[str], Counter[str]]:
    """Count the active uses of each verb lemma with, and without, something in the place of an object."""
    with_object: Counter[str] = Counter()
    without: Counter[str] = Counter()
    for path in paths:
        for rows in sentences(path):
            below: dict[str, list[list[str]]] = defaultdict(list)
            for row in rows:
                below[row[6]].append(row)
            for row in rows:
                relation = row[7]
                if row[3] != "VERB" or row[4] in ("VBN", "VBG") or relation.startswith(("acl", "csubj:pass")):
                    continue
                relations = {child[7] for child in below[row[0]]}
                asks = any(child[4].startswith("W") for child in below[row[0]])
                if asks or "compound:prt" in relations or any(name.endswith(":pass") for name in relations):
                    continue
                target = with_object if any(name.split(":")[0] in OBJECTS for name in relations) else without
                target[row[2].lower()] += 1
    return with_object, without


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--treebank", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    with_object, without = uses(arguments.treebank)
    lemmas = []
    for lemma, known in frames(arguments.wordnet).items():
        if not lemma.isalpha() or not lemma.islower() or zipf_frequency(lemma) < LEAST_FREQUENCY or "?" in known:
            continue
        goes_without = any(frame.startswith(("vi", "nonreferential")) for frame in known)
        if not goes_without and without[lemma] <= MOST_EXCEPTIONS * (with_object[lemma] + without[lemma]):
            lemmas.append(lemma)
    forms = sorted({inflect(lemma, tag) for lemma in lemmas for tag in FORMS})
    head = f"# {len(lemmas)} verbs in all their forms, made by tools/build_verb_frames.py\n"
    arguments.out.write_text(head + "\n".join(forms) + "\n", encoding="utf-8")
    print(len(lemmas), "verbs,", len(forms), "forms")


if __name__ == "__main__":
    main()
