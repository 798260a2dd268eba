"""Build ``counted-nouns.txt``: singular nouns that stand with a determiner wherever they end a phrase.

    python tools/build_counted_nouns.py paralint/data/lists/counted-nouns.txt TEXT...

A noun is counted behind a determiner, a preposition or a verb, with an adjective between or none. Where it hardly ever
stands bare, it needs its article. Nouns of persons are left out, since they stand bare in front of a name. TEXT is what
``tools/build_governors.py`` takes (sources and licences: ``docs/data-sources.md``).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from build_governors import batches, paragraphs

from paralint.text.document import Document
from paralint.text.morphology import countability
from paralint.text.read import document

LEAST = 7  # times that a noun must be met
BARE = 0.02  # the share of them that may lack a determiner
DETERMINERS = frozenset({"DT", "PRP$", "POS", "WP$"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
AFTER = frozenset({"POS", "JJ", "HYPH", "VBG", "VBN", "CD", *NOUNS})  # the noun before is no head of a phrase
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
IDIOMS = """
act advent bargain beam bit call chest corporation crop demise disposal drop efficacy expulsion finding future
genus glow goal identification limit lot mark maximum mill post prospect quote recollection recording reverse
score series shift south southeast spot stand suppression surge table term train validity wake walk world
"""  # in future, on call, at sea: bare in phrases that these texts are too short to hold; taken off by hand


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    nouns: Counter[tuple[str, bool]] = Counter()
    for path in arguments.texts:
        for text in batches(paragraphs(path)):
            count(document("text.txt", text), nouns)
    persons = (arguments.list.parent / "persons.txt").read_text(encoding="utf-8").split()
    left_out = frozenset(IDIOMS.split()) | frozenset(persons)
    words = [
        word
        for word in sorted({word for word, _ in nouns})
        if word not in left_out
        and word.isalpha()
        and len(word) > 2
        and countability(word) in ("count", "both")
        and nouns[word, True] + nouns[word, False] >= LEAST
        and nouns[word, False] <= BARE * (nouns[word, True] + nouns[word, False])
    ]
    head = (
        "# Singular nouns that hardly ever stand bare. Made by tools/build_counted_nouns.py (docs/data-sources.md).\n"
    )
    arguments.list.write_text(head + "".join(f"{word}\n" for word in words), encoding="utf-8")


def count(text: Document, nouns: Counter[tuple[str, bool]]) -> None:
    """Count singular nouns at the end of a phrase, by whether a determiner begins it."""
    tags, word = text.tags, text.tokens.word
    for sentence in text.sentences:
        for at in range(sentence.first + 1, sentence.last - 1):
            if tags[at] != "NN" or word(at).capital or tags[at + 1] in AFTER:
                continue
            before = at - 1
            if tags[before] == "JJ" and before > sentence.first:
                before -= 1
            if tags[before] in DETERMINERS:
                nouns[word(at).lower, True] += 1
            elif tags[before] in ("IN", "TO") or (tags[before].startswith("VB") and word(before).lower not in BE):
                nouns[word(at).lower, False] += 1


if __name__ == "__main__":
    main()
