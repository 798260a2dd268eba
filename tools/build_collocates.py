"""Build ``paralint/data/collocates.txt``: which words are put for which, and the collocations of the latter.

    python tools/build_collocates.py

Its sources were written for paralint: ``wrong_senses.txt`` and ``senses.txt`` say what is put for what,
``collocations.txt`` and ``idioms.txt`` what goes together.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from paralint.evidence.phrases.collocates import HEADER, HOLE, PUT
from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.words.terms import FUNCTION_WORDS, bases
from paralint.text.morphology import zipf_frequency

HERE = Path(__file__).parent
TARGET = HERE.parent / "paralint" / "data" / "collocates.txt"
LONGEST = 6
COMMON = 4.6  # how common a word is that was hardly put for another, log10 in a billion words
_PLAIN = "be have do get go make take someone something somebody oneself other one thing way"
PLAIN = frozenset(_PLAIN.split())


def exchanged() -> dict[str, set[str]]:
    """Return by what may be put for others what may be meant, with its class behind a stroke."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (HERE / "wrong_senses.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, tail = line.partition(": ")
            meant, letter = head.split()
            for word in tail.split():
                found[word].add(f"{meant}/{letter}")
    for line in (HERE / "senses.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "=#":
            head, _, tail = line.partition(":")
            meant, _, letter = head.partition("/")
            for word in tail.split():
                if "-" not in meant + word:
                    found[word].add(f"{meant}/{letter or 'n'}")
    return found


def main() -> None:
    put = exchanged()
    meant = {each.rsplit("/", 1)[0] for row in put.values() for each in row}
    rows: dict[str, set[str]] = defaultdict(set)
    for name in ("collocations.txt", "idioms.txt"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            words = [word for word in line.lower().split() if word not in DROPPED]
            if not 2 <= len(words) <= LONGEST or not all(word.isascii() for word in words):
                continue
            words = [word if word in FUNCTION_WORDS else base(word) for word in words]
            for place, word in enumerate(words):
                others = [each for each in words[:place] + words[place + 1 :] if each not in FUNCTION_WORDS]
                if word in meant and word not in FUNCTION_WORDS and any(each not in PLAIN for each in others):
                    rows[word].add("+".join((*words[:place], HOLE, *words[place + 1 :])))
    met = pairs_met()
    used = {
        word: sorted(each for each in found if each.rsplit("/", 1)[0] in rows and (word, each) not in met)
        for word, found in put.items()
        if zipf_frequency(word) < COMMON
    }
    lines = [f"{PUT}{word}\t{' '.join(each)}\n" for word, each in used.items() if each]
    lines += [f"{word}\t{' '.join(sorted(each))}\n" for word, each in rows.items()]
    TARGET.write_text(HEADER + "".join(sorted(lines, key=str.encode)), encoding="utf-8")


def pairs_met() -> set[tuple[str, str]]:
    """Return the pairs that clean texts have: a word, and what might have been meant by it."""
    lines = (HERE / "collocates_met.txt").read_text(encoding="utf-8").splitlines()
    return {(word, each) for line in lines if not line.startswith("#") for word, each in [line.split()]}


def base(word: str) -> str:
    return bases(word)[0]


if __name__ == "__main__":
    main()
