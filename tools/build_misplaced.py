"""Build ``paralint/data/misplaced.txt``: words of another sense, with what rules their own sense out.

    python tools/build_misplaced.py

The source, ``misplaced.txt``, was written for paralint and says how it is written.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from paralint.evidence.phrases.collocates import CLASS, HOLE
from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.phrases.misplaced import HEADER, NEAR, OWN
from paralint.evidence.words.terms import FUNCTION_WORDS, bases
from paralint.text.morphology import zipf_frequency

HERE = Path(__file__).parent
ANYWHERE = 5.5  # how common a word is that is put for none, log10 in a billion words: it may stand anywhere
TARGET = HERE.parent / "paralint" / "data" / "misplaced.txt"


def main() -> None:
    rows: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    groups: dict[str, str] = {}
    for line in (HERE / "misplaced.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            name, _, tail = line[1:].partition(": ")
            groups["@" + name] = tail
        elif line and not line.startswith("#"):
            meant, wrong, told = read(" ".join([groups.get(word, word) for word in line.split(" ")]))
            for word in wrong:
                rows[word][meant] |= told
    met = {
        tuple(line.split()[:2])
        for line in (HERE / "misplaced_met.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    lines = []
    for word, each in rows.items():
        kept = [
            ":".join((meant, *row)) for meant, told in sorted(each.items()) if (row := left(word, meant, told, met))
        ]
        if kept:
            lines.append(f"{word}\t{' '.join(kept)}\n")
    text = "".join(sorted(lines, key=str.encode))
    TARGET.write_text(HEADER + text, encoding="utf-8")


def left(word: str, meant: str, told: set[str], met: set[tuple[str, ...]]) -> list[str]:
    """Return what tells of a word, without what clean texts have beside it; nothing, if nothing tells."""
    kept = sorted(each for each in told if (word, each) not in met)
    return kept if (word, meant) not in met and any(not each.startswith(OWN) for each in kept) else []


def read(line: str) -> tuple[str, list[str], set[str]]:
    """Return what is meant, with its class behind a stroke, what is put for it, and what tells so."""
    head, _, tail = line.partition(": ")
    wrong: list[str] = []
    told: set[str] = set()
    sign = ""
    for word in tail.split():
        if word in "<>*!":
            sign = word
        elif not sign:
            if "~" not in word and zipf_frequency(word) < ANYWHERE:
                wrong.append(word)
        elif sign in (NEAR, OWN):
            told.add(sign + base(word))
        else:
            words = [base(each) for each in word.split("~") if each not in DROPPED]
            told.add("+".join((*words, HOLE) if sign == "<" else (HOLE, *words)))
    return head.replace("~", "-"), wrong, told


def base(word: str) -> str:
    return word if word in FUNCTION_WORDS or word[0] == CLASS else bases(word)[0]


if __name__ == "__main__":
    main()
