"""Build ``paralint/data/prepositions.bin``: how likely each preposition is behind a word, and before a noun.

    python tools/build_prepositions.py paralint/data/prepositions.bin --model en-us.lm.bin TEXT...

TEXT is what ``tools/build_governors.py`` takes; ``--model`` is the language model of CMU Sphinx (sources and licences:
``docs/data-sources.md``). The pairs and triples of the model count as if met in 20 million words. Needs numpy.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from build_governors import batches, paragraphs
from language_model import LanguageModel

from paralint.evidence.grammar.government import PREPOSITIONS, sites
from paralint.evidence.grammar.prepositions import CANDIDATES, COST, KINDS, NAME, encode, key, phrase
from paralint.text.document import Document
from paralint.text.read import document

WORDS = 2e7  # that the language model stands for
GOVERNORS = 8  # prepositions that a governor must be met with
NOUNS = 4  # prepositions that a noun must be met with
NAMES = 8
TRUST = 6  # how many places what is known of a class is worth, beside those of the word itself
DETERMINERS = {"a": "a", "an": "a", "the": "the"} | dict.fromkeys(
    ("his", "her", "their", "its", "this", "that", "our", "my", "your", "these", "those"), "this"
)

Counts = dict[tuple[str, str], Counter[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    counted = Counted()
    for path in arguments.texts:
        for text in batches(paragraphs(path)):
            counted.add(document("text.txt", text))
    pairs, triples = modelled(LanguageModel.read(arguments.model))
    arguments.table.write_bytes(encode(*rows(counted, pairs, triples)))


class Counted:
    """The prepositions of texts, by the word before and by the noun behind them.

    Attributes:
        forms, lemmas: by kind of governor and its form, or its lemma.
        lemma: the lemma of each form.
        nouns, names: by determiner and noun.
    """

    def __init__(self) -> None:
        self.forms: Counts = defaultdict(Counter)
        self.lemmas: Counts = defaultdict(Counter)
        self.lemma: dict[tuple[str, str], str] = {}
        self.nouns: Counts = defaultdict(Counter)
        self.names: Counts = defaultdict(Counter)

    def add(self, text: Document) -> None:
        word = text.tokens.word
        for site in sites(text, PREPOSITIONS):
            found = phrase(text, site.preposition + 1, site.last)
            if found is None or text.tags[site.preposition] == "RP":
                continue
            if site.kind in KINDS:
                form, lemma = word(site.governor).lower, text.lemma(site.governor)
                self.lemma[site.kind, form] = lemma
                self.forms[site.kind, form][site.word] += 1
                self.lemmas[site.kind, lemma][site.word] += 1
            (self.names if found.name else self.nouns)[found.determiner, found.word][site.word] += 1


def modelled(model: LanguageModel) -> tuple[Mapping[str, Counter[str]], Counts]:
    """Return what the language model has counted: prepositions behind a form, and before a determiner and a form."""
    number = {word: at for at, word in enumerate(model.words)}
    prepositions = {number[word]: word for word in PREPOSITIONS if word in number}
    determiners = {number[word]: kind for word, kind in DETERMINERS.items()}
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    before: Counts = defaultdict(Counter)
    for (first, second), chance in zip(model.pairs.tolist(), model.pair_chances.tolist(), strict=True):
        if second in prepositions:
            behind[model.words[first]][prepositions[second]] += WORDS * 10**chance
        if first in prepositions:
            before["-", model.words[second]][prepositions[first]] += WORDS * 10**chance
    for (first, second, third), chance in zip(model.triples.tolist(), model.triple_chances.tolist(), strict=True):
        if first in prepositions and second in determiners:
            before[determiners[second], model.words[third]][prepositions[first]] += WORDS * 10**chance
    return behind, before


def rows(counted: Counted, pairs: Mapping[str, Counter[str]], triples: Counts) -> tuple[dict[int, bytes], bytes]:
    """Return the rows of the table, and the costs of the prepositions anywhere.

    A word's counts are smoothed by those of its lemma and these by those of its kind; a noun's with its determiner by
    those of the noun with any, and these by those of all nouns with the determiner.
    """
    table: dict[int, bytes] = {}
    everything = _sum(counted.nouns.values()) + _sum(counted.names.values())
    prior = _shares(everything, dict.fromkeys(CANDIDATES, 1 / len(CANDIDATES)))
    kinds = {kind: _shares(_sum(row for (of, _), row in counted.lemmas.items() if of == kind), prior) for kind in KINDS}
    for (kind, form), row in counted.forms.items():
        counts = row + pairs.get(form, Counter())
        if row.total() >= 2 and counts.total() >= GOVERNORS:
            of_lemma = _shares(counted.lemmas[kind, counted.lemma[kind, form]], kinds[kind])
            table[key(kind, form)] = _costs(_shares(counts, of_lemma))
    for words, least, named in ((counted.nouns, NOUNS, ""), (counted.names, NAMES, NAME)):
        classes = {
            determiner: _shares(_sum(row for (of, _), row in words.items() if of == determiner), prior)
            for determiner in ("-", "a", "the", "this")
        }
        anyhow = defaultdict(Counter[str])
        for (_, noun), row in words.items():
            anyhow[noun] += row
        for (determiner, noun), row in words.items():
            counts = row + (triples.get((determiner, noun), Counter()) if not named else Counter())
            if counts.total() >= least:
                of_noun = _shares(anyhow[noun], classes[determiner])
                table.setdefault(key(determiner, noun), _costs(_shares(counts, of_noun)))
        for determiner, shares in classes.items():
            table[key(determiner, named)] = _costs(shares)
    return table, _costs(prior)


def _sum(rows: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row)
    return total


def _shares(counts: Mapping[str, float], fallback: Mapping[str, float]) -> Mapping[str, float]:
    """Return the probability of each candidate: its share, smoothed by what is known of a larger class."""
    total = sum(counts.get(word, 0) for word in CANDIDATES) + TRUST
    return {word: (counts.get(word, 0) + TRUST * fallback[word]) / total for word in CANDIDATES}


def _costs(shares: Mapping[str, float]) -> bytes:
    return bytes(min(255, round(-COST * math.log(max(shares[word], 1e-9)))) for word in CANDIDATES)


if __name__ == "__main__":
    main()
