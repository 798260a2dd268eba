"""Train the model that judges candidates, and write its weights into ``paralint/data/terms.bin``.

    python tools/train_terms.py --paraphrases tortured-phrases.json --text en_ewt-train.conllu.xz FILE…
        --terms paralint/data/terms.bin

Needs numpy. What the search finds in clean text as it stands is wrong; what it finds where a word of a term was
exchanged is right if it is that term. Words are exchanged as the list of tortured phrases exchanges them (half of its
terms; the others are for measuring) and as the thesaurus of ``terms.bin`` allows. The text must be another than that of
which the pairs were counted, or everything in it would be known. The model is a logistic regression with an L2
penalty, fitted by Newton's method; the seed is fixed, so the same inputs give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import struct
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import build_terms
import numpy as np

from paralint.data import DataError
from paralint.evidence import terms as terms_module
from paralint.evidence.paraphrases import FEATURES, features, find
from paralint.evidence.terms import FUNCTION_WORDS, Terms, bases, encode
from paralint.text.document import Document
from paralint.text.morphology import plural
from paralint.text.read import document

SEED = 17
SENTENCES = 40  # in a document
PENALTY = 0.3
NEWTON_STEPS = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paraphrases", type=Path, required=True)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    parser.add_argument("--terms", type=Path, required=True)
    parser.add_argument("--sample", type=Path, help="write the training sample here, to study it")
    arguments = parser.parse_args()
    content = arguments.terms.read_bytes()
    sections = terms_module._sections(content)
    sections["weights"] = struct.pack(f"<{len(FEATURES)}d", *([0.0] * len(FEATURES)))
    opened = Terms(encode(sections))
    terms_module.load.cache_clear()
    terms_module.load = lambda: opened  # type: ignore[assignment]
    import paralint.evidence.paraphrases as paraphrases_module

    paraphrases_module.load = lambda: opened  # type: ignore[assignment]
    rows = json.loads(arguments.paraphrases.read_text(encoding="utf-8"))["phrases"]
    exchanges = Exchanges(opened, [(row["tortured"], row["correct"]) for row in rows])
    generator = random.Random(SEED)
    sample: list[tuple[list[float], int, str, str]] = []
    for sentences in documents(arguments.text):
        sample += examples(opened, sentences, exchanges, generator)
    design = np.array([row[0] for row in sample])
    labels = np.array([row[1] for row in sample], float)
    weights = fit(design, labels)
    sections["weights"] = struct.pack(f"<{len(weights)}d", *weights)
    arguments.terms.write_bytes(encode(sections))
    print(f"{exchanges.drawn} words exchanged; {len(sample)} candidates, {int(labels.sum())} right")
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"{name:12}{weight:8.2f}")
    if arguments.sample:
        arguments.sample.write_text(json.dumps(sample), encoding="utf-8")


def documents(paths: list[Path]) -> Iterator[list[str]]:
    """Yield the sentences of a document at a time, capitals kept."""
    for path in paths:
        sentences: list[str] = []
        for block in build_terms.raw(path).split("\n\n"):
            cells = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            words = [cell[1] for cell in cells if cell[0].isdigit()]
            if words:
                sentences.append(" ".join(words))
            if len(sentences) == SENTENCES:
                yield sentences
                sentences = []
        if sentences:
            yield sentences


class Exchanges:
    """What paraphrasers write for a word: by the list, and by the thesaurus."""

    def __init__(self, terms: Terms, rows: list[tuple[str, str]]) -> None:
        self.drawn = 0
        self.listed: dict[str, list[str]] = defaultdict(list)
        for tortured, correct in rows:
            if held_out(correct):
                continue
            for word, original in aligned(tortured, correct):
                self.listed[original].append(word)
        self.thesaurus: dict[str, list[str]] = defaultdict(list)
        for number, word in enumerate(terms.words):
            for neighbour in terms.neighbours(number):
                self.thesaurus[terms.words[neighbour]].append(word)

    def draw(self, form: str, generator: random.Random) -> str | None:
        word = bases(form)[0]
        kinds = [choices for choices in (self.listed.get(word), self.thesaurus.get(word)) if choices]
        if not kinds:
            return None
        drawn = generator.choice(generator.choice(kinds))
        self.drawn += 1
        return plural(drawn) if form != word and form.endswith("s") else drawn


def held_out(correct: str) -> bool:
    """Whether the rows of a term are kept for measuring."""
    return zlib.crc32(correct.encode()) % 2 == 1


def aligned(tortured: str, correct: str) -> Iterator[tuple[str, str]]:
    """Yield the content words of a paraphrase, in base form, with those of the term that they stand for."""
    sides = [
        [bases(word)[0] for word in build_terms.plain(side).replace("-", " ").split() if word not in FUNCTION_WORDS]
        for side in (tortured, correct)
    ]
    if len(sides[0]) == len(sides[1]):
        for word, original in zip(*sides, strict=True):
            if word != original and build_terms.WORD.fullmatch(word) and build_terms.WORD.fullmatch(original):
                yield word, original


def examples(
    terms: Terms, sentences: list[str], exchanges: Exchanges, generator: random.Random
) -> Iterator[tuple[list[float], int, str, str]]:
    """Yield features, label, phrase and term: for the document as it is, and for it with words exchanged."""
    clean = document("clean.txt", "\n\n".join(sentences))
    starts = list(accumulate((len(sentence) + 2 for sentence in sentences), initial=0))
    search = find(clean)
    for group in search.groups:
        best = group[0]
        yield features(search, best), 0, quote(clean, best.first, best.last), terms.name(best.term)
    spoilt = list(sentences)
    meant: list[tuple[str, int]] = []
    for term, span in search.own.items():
        number = bisect_right(starts, span.start) - 1
        text = clean.text[span.start : span.end]
        if spoilt[number] != sentences[number] or text != text.lower() or span.end > starts[number + 1]:
            continue
        words = text.split(" ")
        content = [place for place, word in enumerate(words) if word not in FUNCTION_WORDS]
        chosen = content if generator.random() < 0.4 else [generator.choice(content)]
        for place in chosen:
            drawn = exchanges.draw(words[place], generator)
            if drawn is not None:
                words[place] = drawn
        phrase = " ".join(words)
        if phrase != text:
            start = span.start - starts[number]
            spoilt[number] = sentences[number][:start] + phrase + sentences[number][start + len(text) :]
            meant.append((phrase, term.number))
    damaged = document("damaged.txt", "\n\n".join(spoilt))
    wanted = dict(meant)
    search = find(damaged)
    for group in search.groups:
        for candidate in group:
            phrase = quote(damaged, candidate.first, candidate.last)
            if any(wanted.get(whole) == candidate.term.number and phrase in whole for whole in wanted):
                yield features(search, candidate), 1, phrase, terms.name(candidate.term)


def quote(text: Document, first: int, last: int) -> str:
    return text.quote(text.tokens.span(first, last))


def fit(design: np.ndarray, labels: np.ndarray) -> list[float]:
    scale = design.std(axis=0)
    scale[scale < 1e-9] = 1.0
    scaled = design / scale
    weights = np.zeros(design.shape[1])
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        gradient = scaled.T @ (chance - labels) + PENALTY * weights
        curvature = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + PENALTY * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, gradient)
    return [float(weight) for weight in weights / scale]


if __name__ == "__main__":
    try:
        main()
    except DataError as error:
        raise SystemExit(f"{error}") from error
