"""Build the lists of words that stand with an article: ``articled-nouns.txt`` and ``articled-names.txt``.

    python tools/build_articles.py paralint/data/lists TEXT...

The first holds singular nouns that hardly ever stand bare behind a preposition ("over the city"), the second the last
words of names that hardly ever stand without "the" there ("in the Black Sea"). TEXT is what
``tools/build_governors.py`` takes (sources and licences: ``docs/data-sources.md``).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from build_governors import batches, paragraphs

from paralint.text.document import Document
from paralint.text.read import document

PREPOSITIONS = """
from to in on at over across through into near against with for behind around inside outside toward towards along about
under upon within throughout beyond above after before during
"""
LEAST = 25  # times that a word must be met behind a preposition
BARE = 0.03  # the share of them that may lack the article
NAMES = 3  # different names that a last word must be met in
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
AFTER = frozenset({"POS", "JJ", "HYPH", "VBG", "VBN", *NOUNS})  # the noun before is no head of a phrase
LINKS = frozenset({"to", "by", "of", "after"})  # "from city to city", "in light of"

_SOURCES = "# {} Counted by tools/build_articles.py over the texts that docs/data-sources.md names.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    nouns: Counter[tuple[str, bool]] = Counter()
    names: Counter[tuple[str, bool]] = Counter()
    for path in arguments.texts:
        for text in batches(paragraphs(path)):
            count(document("text.txt", text), nouns, names)
    write(arguments.lists, nouns, names)


def count(text: Document, nouns: Counter[tuple[str, bool]], names: Counter[tuple[str, bool]]) -> None:
    """Count nouns and names at the end of a phrase behind a preposition, by whether an article stands there."""
    tags, tokens = text.tags, text.tokens
    prepositions = frozenset(PREPOSITIONS.split())
    for sentence in text.sentences:
        for index in range(sentence.first, sentence.last - 2):
            if tags[index] not in ("IN", "TO"):
                continue
            articled = tags[index + 1] in ("DT", "PRP$", "WP$")
            at = index + 1 + articled
            if tags[at] == "NN" and tokens.word(index).lower in prepositions:
                following = tags[at + 1] if at + 1 < sentence.last else ""
                if following not in AFTER and (not following or tokens.word(at + 1).lower not in LINKS):
                    nouns[tokens.word(at).lower, articled] += 1
            elif tags[at] in ("NNP", "NNPS") and (not articled or tokens.word(index + 1).lower == "the"):
                end = at
                while end + 1 < sentence.last and tags[end + 1] in ("NNP", "NNPS"):
                    end += 1
                following = tags[end + 1] if end + 1 < sentence.last else ""
                if end > at and following not in AFTER:
                    names[" ".join(tokens.word(each).form for each in range(at, end + 1)), articled] += 1


def write(folder: Path, nouns: Counter[tuple[str, bool]], names: Counter[tuple[str, bool]]) -> None:
    lasts: Counter[tuple[str, bool]] = Counter()
    variety: dict[str, set[str]] = defaultdict(set)
    for (name, articled), number in names.items():
        last = name.split()[-1]
        lasts[last, articled] += number
        variety[last].add(name)
    heads = [word for word in _articled(lasts) if len(variety[word]) >= NAMES and word[0].isupper()]
    _write(
        folder / "articled-nouns.txt", "Singular nouns that do not stand bare behind a preposition.", _articled(nouns)
    )
    _write(folder / "articled-names.txt", "Last words of names that stand with 'the'.", heads)


def _articled(counts: Counter[tuple[str, bool]]) -> list[str]:
    return [
        word
        for word in sorted({word for word, _ in counts})
        if word.isalpha()
        and len(word) > 2
        and counts[word, True] + counts[word, False] >= LEAST
        and counts[word, False] <= BARE * (counts[word, True] + counts[word, False])
    ]


def _write(path: Path, what: str, words: Iterable[str]) -> None:
    path.write_text(_SOURCES.format(what) + "".join(f"{word.lower()}\n" for word in words), encoding="utf-8")


if __name__ == "__main__":
    main()
