"""Build ``paralint/data/senses.txt``: the subjects, what tells them, and what is put for their words by mistake.

    python tools/build_senses.py

The list itself, ``tools/senses.txt``, says what its lines are. What looks or sounds like a word that tells a subject
(``tools/look_alikes.txt``) is put for it there, too, and so is what is listed in another sense of it
(``tools/wrong_senses.txt``), if the two are hardly used alike; the latter want more evidence. What clean texts have of
that is in ``tools/senses_met.txt``, and left out.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from paralint.evidence.phrases.senses import HEADER, PAIR, SIGN, WEAK
from paralint.evidence.phrases.vectors import nearness
from paralint.evidence.words.terms import load
from paralint.text.morphology import plural

HERE = Path(__file__).parent
SOURCE = HERE / "senses.txt"
ALIKE = 0.3  # how like two words are, at most, one of which is put for the other where only its subject tells so
HOME = "= home-"  # how a subject begins that only tells where plain things are at home
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
            if head.startswith(HOME):
                subject = ANY - 1 - names[head]
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
    met = {tuple(line.split()) for line in lines_of("senses_met.txt")}
    news = {word: [number for number in numbers if number >= 0] for word, numbers in signs.items()}
    for line in lines_of("look_alikes.txt"):
        head, _, tail = line.partition(": ")
        meant, letter = head.split()
        for number in dict.fromkeys((*news.get(meant, ()), *news.get(plural(meant) or meant, ()))):
            for word in tail.split():
                row = f"{meant},{letter},{number}"
                if row not in senses[word] and (word, meant) not in met and number not in signs.get(word, ()):
                    senses[word].append(row)
    for line in lines_of("wrong_senses.txt"):
        head, _, tail = line.partition(": ")
        meant, letter = head.split()
        for number in dict.fromkeys((*news.get(meant, ()), *news.get(plural(meant) or meant, ()))):
            for word in tail.split() if letter == "n" else ():
                rows = {f"{meant},{each},{number}" for each in (letter, WEAK)}
                known = (word, meant) in met or number in signs.get(word, ())
                if not known and rows.isdisjoint(senses[word]) and foreign(word, meant):
                    senses[word].append(f"{meant},{WEAK},{number}")
    senses = {word: rows for word, rows in senses.items() if rows}
    lines = [f"{SIGN}{word}\t{' '.join(map(str, numbers))}\n" for word, numbers in signs.items()]
    lines += [f"{word}\t{' '.join(rows)}\n" for word, rows in senses.items()]
    TARGET.write_text(HEADER + "".join(sorted(lines, key=str.encode)), encoding="utf-8")


def foreign(word: str, meant: str) -> bool:
    """Whether two words are hardly used alike."""
    numbers = [load().number(each) for each in (word, meant)]
    return None not in numbers and nearness(*[number for number in numbers if number is not None]) < ALIKE


def lines_of(name: str) -> list[str]:
    """Return the lines of a list."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
