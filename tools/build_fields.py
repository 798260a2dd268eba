"""Build ``paralint/data/lists/fields.txt``: the words of closed fields, in all their forms.

    python tools/build_fields.py

The list itself, ``tools/fields.txt``, which says what its lines are, has the base forms of its words. A short text
should not wait until some two thousand of them have been inflected.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from paralint.text.morphology import inflect, is_word, plural

HERE = Path(__file__).parent
SOURCE = HERE / "fields.txt"
TARGET = HERE.parent / "paralint" / "data" / "lists" / "fields.txt"
FORMS = ("VBD", "VBN", "VBZ", "VBG")


def forms(word: str, mode: str) -> list[str]:
    """Return the forms of a word that stand for it in a field."""
    if mode[0] == "v":
        return list(dict.fromkeys((word, *(inflect(word, tag) for tag in FORMS))))
    return list(dict.fromkeys(form for form in (word, plural(word)) if form == word or mode[0] == "c" or is_word(form)))


def merged(fields: list[list[list[str]]]) -> list[list[str]]:
    """Return the groups of several fields as one: those that share a word are one group."""
    groups: list[set[str]] = []
    for group in (set(group) for field in fields for group in field):
        for other in [other for other in groups if other & group]:
            groups.remove(other)
            group |= other
        groups.append(group)
    return [sorted(group) for group in groups]


def main() -> None:
    lines = ["# Made by tools/build_fields.py of tools/fields.txt, which says what it is."]
    unions: dict[str, list[list[list[str]]]] = {kind: [] for kind in "tp"}
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            mode, _, groups = line.partition(": ")
            made = [[form for word in group.split() for form in forms(word, mode)] for group in groups.split("|")]
            twice = [form for one, two in combinations(made, 2) for form in one if form in two]
            if twice:
                raise SystemExit(f"in two groups of one field: {', '.join(twice)}")
            if mode[0] in unions:
                unions[mode[0]].append(made)
                mode = "n" + mode[1:]
            lines.append(f"{mode}: {' | '.join(map(' '.join, made))}")
    lines += (f"n<>=: {' | '.join(map(' '.join, merged(fields)))}" for fields in unions.values())
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
