"""Build ``paralint/data/senses.txt``: the subjects, what tells them, and what is put for their words by mistake.

    python tools/build_senses.py

The list itself, ``tools/senses.txt``, says what its lines are.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from paralint.evidence.phrases.senses import HEADER, PAIR, SIGN

HERE = Path(__file__).parent
SOURCE = HERE / "senses.txt"
ANY = -1  # the subject of what is told by no word, and of use to build_collocates.py alone
TARGET = HERE.parent / "paralint" / "data" / "senses.txt"


def main() -> None:
    signs: dict[str, list[int]] = defaultdict(list)
    senses: dict[str, list[str]] = defaultdict(list)
    subject, names = ANY, dict[str, int]()
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, tail = line.partition(":")
        if head.startswith("="):
            subject = names.setdefault(head, len(names)) if tail.strip() or head in names else ANY
            for word in tail.split():
                if subject not in signs[word]:
                    signs[word].append(subject)
        elif subject != ANY:
            meant, _, letter = head.partition("/")
            for word in tail.split():
                row = f"{meant},{letter or 'n'},{subject}"
                first, hyphen, second = word.partition("-")
                keys = [(word, row)] + [(PAIR + first, f"{row},{second}")] * bool(hyphen)
                for key, told in keys:
                    if told not in senses[key]:
                        senses[key].append(told)
    lines = [f"{SIGN}{word}\t{' '.join(map(str, numbers))}\n" for word, numbers in signs.items()]
    lines += [f"{word}\t{' '.join(rows)}\n" for word, rows in senses.items()]
    TARGET.write_text(HEADER + "".join(sorted(lines, key=str.encode)), encoding="utf-8")


if __name__ == "__main__":
    main()
