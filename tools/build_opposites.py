"""Build ``paralint/data/lists/opposites.txt``: the verbs and states that exclude one another, in all their forms.

    python tools/build_opposites.py

The list itself, ``tools/opposites.txt``, has verbs in their base form. What a run looks for are the forms of a text,
and a short text should not wait until some five hundred verbs have been inflected.
"""

from __future__ import annotations

from pathlib import Path

from paralint.text.morphology import inflect

HERE = Path(__file__).parent
SOURCE = HERE / "opposites.txt"
TARGET = HERE.parent / "paralint" / "data" / "lists" / "opposites.txt"
FORMS = ("VBD", "VBN", "VBZ", "VBG")


def expanded(side: str) -> str:
    """Return a side of a line with each verb in all its forms, and what stands behind a colon as it is."""
    verbs, colon, others = side.partition(":")
    forms = [form for verb in verbs.split() for form in dict.fromkeys((verb, *(inflect(verb, tag) for tag in FORMS)))]
    return " ".join(forms) + (f": {others.strip()}" if colon else "")


def main() -> None:
    lines = ["# Made by tools/build_opposites.py of tools/opposites.txt, which says what it is."]
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            mark = line[: len(line) - len(line.lstrip("!"))]
            lines.append(mark + " | ".join(expanded(side).strip() for side in line.removeprefix(mark).split("|")))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
