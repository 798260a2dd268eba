"""Build ``paralint/data/articled.txt``: nouns that are hardly ever bare, by what stands before them.

    python tools/build_articled.py paralint/data/articled.txt --model en-us.lm.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes; ``--model`` is the language model of CMU Sphinx, whose pairs and
triples count as if met in 20 million words (sources and licences: ``docs/data-sources.md``). A pair of the model may
be the beginning of a compound ("in church records"), so it says "bare" too often rather than too seldom. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from build_governors import batches, paragraphs
from language_model import LanguageModel

from paralint.evidence.grammar.articles import DESCRIBED, encode, place
from paralint.evidence.grammar.government import PREPOSITIONS
from paralint.text.document import Document
from paralint.text.morphology import countability
from paralint.text.read import document

WORDS = 2e7  # that the language model stands for
LEAST = 8  # times that a noun must be met with a determiner
BARE = 0.06  # the share that may lack it, in the texts and the model together
BARE_IN_TEXTS = 0.05
BARE_DESCRIBED = 0.03
LEAST_WITHOUT_MODEL = 12
WITH = """
the a an his her their its this that our my your each every another one any some no
"""
MASSES = ("of", "through", "into")  # behind which nouns are bare that can also be a mass: a stretch of river
IDIOMS = {
    "in": "future form choice month direction case need turn addition bed house process rest",
    "at": "centre center paper",
    "for": "purpose album song return",
    "off": "mark target",
    "of": "ball course note end river",
    "to": "image goal date scale work bed",
    "as": "point part result",
    "on": "ballot board foot flight",
    "with": "husband wife",
    "by": "point",
    "since": "dawn dusk birth",
    DESCRIBED: "spot site landing range best world level",
}  # bare in phrases that the texts are too short to hold; taken off by hand

Counts = dict[tuple[str, str], Counter[bool]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    counts: Counts = defaultdict(Counter)
    for path in arguments.texts:
        for text in batches(paragraphs(path)):
            count(document("text.txt", text), counts)
    persons = frozenset((arguments.table.parent / "lists" / "persons.txt").read_text(encoding="utf-8").split())
    bare, determined = modelled(LanguageModel.read(arguments.model))
    nouns: dict[str, set[str]] = defaultdict(set)
    for key, noun in {*counts, *determined}:
        if not noun.isalpha() or len(noun) < 3 or countability(noun) not in ("count", "both"):
            continue
        if noun in IDIOMS.get(key, "").split() or (key in MASSES and countability(noun) != "count"):
            continue
        here = counts.get((key, noun), Counter())
        if key == DESCRIBED:
            if (
                here[True] >= LEAST_WITHOUT_MODEL
                and here[False] <= BARE_DESCRIBED * here.total()
                and noun not in persons
            ):
                nouns[noun].add(key)
        else:
            seen = here[True] + determined[key, noun]
            missing = here[False] + bare[key, noun]
            if seen >= LEAST and missing <= BARE * (seen + missing) and here[False] <= BARE_IN_TEXTS * here[True] + 0.5:
                nouns[noun].add(key)
    arguments.table.write_text(encode({noun: frozenset(keys) for noun, keys in nouns.items()}), encoding="utf-8")


def count(text: Document, counts: Counts) -> None:
    """Count singular nouns at the end of a phrase, by what stands before it and whether a determiner begins it."""
    tags, word = text.tags, text.tokens.word
    for sentence in text.sentences:
        for noun in range(sentence.first + 1, sentence.last - 1):
            if tags[noun] == "NN" and not word(noun).capital:
                found = place(text, noun, sentence.first, sentence.last)
                if found is not None:
                    counts[found.key, word(noun).lower][found.determined] += 1


def modelled(model: LanguageModel) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Return how often the language model has met a noun behind a preposition: bare, and with a determiner."""
    number = {word: at for at, word in enumerate(model.words)}
    prepositions = {number[word]: word for word in PREPOSITIONS if word in number}
    determiners = {number[word] for word in WITH.split()}
    bare: Counter[tuple[str, str]] = Counter()
    determined: Counter[tuple[str, str]] = Counter()
    for (first, second), chance in zip(model.pairs.tolist(), model.pair_chances.tolist(), strict=True):
        if first in prepositions:
            bare[prepositions[first], model.words[second]] += WORDS * 10**chance
    for (first, second, third), chance in zip(model.triples.tolist(), model.triple_chances.tolist(), strict=True):
        if first in prepositions and second in determiners:
            determined[prepositions[first], model.words[third]] += WORDS * 10**chance
    return bare, determined


if __name__ == "__main__":
    main()
