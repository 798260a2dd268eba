"""Build ``paralint/data/translations.txt``: words of other languages that stand in names, with their English.

    python tools/build_translations.py --omw DIR --wordnet DIR

``--omw`` is the folder ``wns/wikt`` of the Open Multilingual Wordnet (lists of Wiktionary's words by synset of WordNet
3.0), ``--wordnet`` the folder of WordNet 3.0's ``data.noun`` and ``data.adj``. The sources, their licences and where
to get them: ``docs/data-sources.md``. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from paralint.evidence.names import translations
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.text.lexicon import load

OUTPUT = Path(__file__).parents[1] / "paralint" / "data" / translations.FILE
HEADER = (
    "# Words of names: derived from Wiktionary (https://www.wiktionary.org, CC BY-SA 4.0) through the Open "
    "Multilingual Wordnet and from WordNet 3.0 (Princeton University), by tools/build_translations.py. CC BY-SA 4.0\n"
)
LANGUAGES = words(
    "cat ces cym dan deu est fin fra gle hbs hun isl ita lat lav lit nld nob pol por ron slk slv spa swe tur"
)
FREQUENCY = 3.5  # log10 per billion words of an English word that a name is translated with
SHORTEST = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--omw", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    given = parser.parse_args()
    english = dict(_synsets(given.wordnet))
    found: dict[str, set[str]] = defaultdict(set)
    for language in sorted(LANGUAGES):
        for synset, word in _words(given.omw / f"wn-wikt-{language}.tab"):
            found[word].update(english.get(synset, ()))
    lines = []
    for word in sorted(found):
        words = sorted(found[word] - {word})
        if words:
            lines.append(f"{word}\t{' '.join(words)}\n")
    OUTPUT.write_text(HEADER + "".join(lines), "ascii")
    print(f"{OUTPUT}: {len(lines)} words")


def _synsets(folder: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the synsets of nouns and adjectives with their frequent words of one piece."""
    for name, letters in (("data.noun", "n"), ("data.adj", "as")):
        for line in (folder / name).read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" ")
            words = (fields[4 + 2 * place].partition("(")[0] for place in range(int(fields[3], 16)))
            frequent = tuple(word for word in words if word.isalpha() and word.islower() and _frequent(word))
            for letter in letters:
                yield f"{fields[0]}-{letter}", frequent


def _frequent(word: str) -> bool:
    entry = load().entry(word)
    return entry is not None and entry.zipf >= FREQUENCY


def _words(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 2 and not line.startswith("#") and fields[0][-1] in "nas":
            word = fold(fields[2])
            if len(word) >= SHORTEST and word.isascii() and word.isalpha() and " " not in fields[2]:
                yield fields[0], word


if __name__ == "__main__":
    main()
