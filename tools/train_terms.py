"""Train the model that judges candidates, and write its weights into ``paralint/data/terms.bin``.

    python tools/train_terms.py --text FILE… --terms paralint/data/terms.bin

Needs numpy. What the search finds in clean text as it stands is wrong; what it finds where words of a collocation were
exchanged is right if it is that collocation. Half of the collocations of a text are spoilt: words are drawn from the
neighbours of ``terms.bin``, turned round, close ones oftener than loose ones. The text must be another than that of
which the pairs were counted, or everything in it would be known. Since a phrase is judged by its best candidate, the
wrong ones are chosen anew with each model that was fitted. The first model is a logistic regression with an L2 penalty,
fitted by Newton's method, the second a network that corrects it; the seed is fixed, so the same inputs give the same
weights (to the last digits of the machine's arithmetic).
"""

from __future__ import annotations

import argparse
import random
import struct
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from build_governors import paragraphs

from paralint.data import DataError
from paralint.evidence.phrases import collocations as collocations_module
from paralint.evidence.phrases import phrase_odds as odds_module
from paralint.evidence.phrases import phrase_search as search_module
from paralint.evidence.phrases import vectors as vectors_module
from paralint.evidence.phrases.collocations import Way
from paralint.evidence.phrases.phrase_odds import FEATURES, SYNONYM, features, usage
from paralint.evidence.phrases.phrase_search import Phrase, Search, find
from paralint.evidence.words import exchanges as exchanges_module
from paralint.evidence.words import terms as terms_module
from paralint.evidence.words.terms import COST, LINKS, LISTED, STRENGTH, Terms, encode
from paralint.text.document import Document
from paralint.text.morphology import inflect
from paralint.text.read import document

SEED = 17
WORDS = 600  # in a document
SPOILT = 0.5  # of the collocations
EXCHANGED = ((0,), (1,), (0, 1), (0, 1))  # words of a collocation: who exchanges one exchanges the other as readily
WRONG = 0.4  # of the exchanges are listed ones, where a word has any
CLOSE = 0.6  # of the others are synonyms
FIXED = 1.8  # of the collocations that are spoilt, log10 of how much oftener than by chance they are met, at least
COMMON = 152  # the highest cost of those
CLOSEST = SYNONYM * STRENGTH  # the strength of a synonym
ROUNDS = 4
PENALTY = 2.0
NEWTON_STEPS = 40
HIDDEN = 16  # units of the network
START = 0.3  # deviation of its first weights
NETWORK_ROUNDS, EPOCHS, BATCH = 3, 12, 256
RATE, DECAY = 0.003, 1e-4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    parser.add_argument("--terms", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    sections = {name: bytes(part) for name, part in terms_module.FORMAT.decode(arguments.terms.read_bytes()).items()}
    sections["weights"] = struct.pack(f"<{len(FEATURES)}d", *([0.0] * len(FEATURES)))
    opened = Terms(encode(sections))
    terms_module.load.cache_clear()
    for module in (
        *(terms_module, exchanges_module, vectors_module),
        *(collocations_module, search_module, odds_module),
    ):
        module.load = lambda: opened  # type: ignore[attr-defined]
    right: list[list[float]] = []
    wrong: list[np.ndarray] = []
    words = 0
    with get_context("fork").Pool(arguments.jobs) as pool:
        for number, here, there in pool.imap(gathered, enumerate(documents(arguments.text))):
            words += number
            right += here
            wrong += there
    print(f"{words} words; {len(wrong)} phrases as they are, {len(right)} spoilt ones")
    examples = Examples(right, wrong)
    linear = train(examples, [1.0 if name in ("common", "strength") else 0.0 for name in FEATURES])
    for name, weight in zip(FEATURES, linear, strict=True):
        print(f"{name:16}{weight:8.2f}")
    network = Network(linear, examples)
    weights = network.weights()
    sections["weights"] = struct.pack(f"<{len(weights)}d", *weights)
    arguments.terms.write_bytes(encode(sections))
    scores = sorted((float(network.score(rows).max()) for rows in wrong), reverse=True)
    for rate in (0.1, 0.2, 0.3, 0.6, 1.0):
        print(f"{rate} alarms per 1,000 words of this text at {scores[int(rate * words / 1000)]:.2f}")


def gathered(numbered: tuple[int, str]) -> tuple[int, list[list[float]], list[np.ndarray]]:
    """Return how many words a text has, the features of what was spoilt in it, and those of what is found as it is."""
    number, text = numbered
    search = find(document("clean.txt", text))
    wrong = [
        np.array([everything(search, phrase, way) for way in phrase.ways], np.float32) for phrase in search.phrases
    ]
    terms = search.terms
    return len(text.split()), list(spoilt(terms, text, drawn_from(terms), random.Random(SEED + number))), wrong


@lru_cache(maxsize=1)
def drawn_from(terms: Terms) -> Exchanges:
    return Exchanges(terms)


def everything(search: Search, phrase: Phrase, way: Way) -> list[float]:
    return features(search, phrase, way) + usage(search, phrase, way)


def documents(paths: list[Path]) -> Iterator[str]:
    """Yield texts of about ``WORDS`` words, of whole paragraphs; what ``build_governors.paragraphs`` takes."""
    for path in paths:
        chosen: list[str] = []
        size = 0
        for paragraph in paragraphs(path):
            chosen.append(paragraph)
            size += len(paragraph.split())
            if size >= WORDS:
                yield "\n\n".join(chosen)
                chosen, size = [], 0
        if chosen:
            yield "\n\n".join(chosen)


class Exchanges:
    """What paraphrasers write for a word, by its number: what is listed, synonyms, and what is only like it."""

    def __init__(self, terms: Terms) -> None:
        self.listed, self.close, self.loose = (defaultdict[int, list[int]](list) for _ in range(3))
        for number in range(len(terms.words)):
            for neighbour, strength in terms.neighbours(number).items():
                kind = self.listed if strength >= LISTED else self.close if strength >= CLOSEST else self.loose
                kind[neighbour].append(number)
        self.terms = terms

    def draw(self, word: int, tag: str, generator: random.Random) -> str | None:
        kind = self.close if generator.random() < CLOSE else self.loose
        if word in self.listed and generator.random() < WRONG:
            kind = self.listed
        choices = kind.get(word)
        if not choices:
            return None
        drawn = self.terms.words[generator.choice(choices)]
        return inflect(drawn, tag) or drawn


def spoilt(terms: Terms, text: str, exchanges: Exchanges, generator: random.Random) -> Iterator[list[float]]:
    """Spoil collocations of a text; yield the features of those that are found, each with its own collocation."""
    clean = document("clean.txt", text)
    tokens, tags = clean.tokens, clean.tags
    edits: list[tuple[int, int, str]] = []
    wanted: dict[int, set[tuple[int, str, int]]] = {}
    last = -1
    for place, link, meant in collocations(terms, clean):
        if place <= last or generator.random() > SPOILT:
            continue
        gap = 2 if link else 1
        drawn = generator.choice(EXCHANGED)
        for at in drawn:
            token = place + gap * at
            for number in terms.numbers(tokens.word(token).lower)[:1]:
                form = exchanges.draw(number, tags[token], generator)
                if form is not None:
                    span = tokens.span(token, token + 1)
                    edits.append((span.start, span.end, form))
                    wanted[place] = meant
        last = place + gap
    if not edits:
        return
    for start, end, form in sorted(edits, reverse=True):
        text = text[:start] + form + text[end:]
    search = find(document("damaged.txt", text))
    for phrase in search.phrases:
        for way in phrase.ways:
            if (way.first, phrase.link, way.second) in wanted.get(phrase.places[0], ()):
                yield everything(search, phrase, way)


def collocations(terms: Terms, text: Document) -> Iterator[tuple[int, str, set[tuple[int, str, int]]]]:
    """Yield where the fixed collocations of a document stand, in text order."""
    tokens = text.tokens
    starts = frozenset(tokens.sentences)
    for place in range(len(tokens) - 2):
        word = tokens.word(place + 1).lower
        link = word if word in LINKS else ""
        gap = 2 if link else 1
        places = (place, place + gap)
        if any(tokens.word(at).capital for at in places) or starts.intersection(range(place + 1, place + gap + 1)):
            continue
        firsts, seconds = (terms.numbers(tokens.word(at).lower) for at in places)
        meant = {
            (first, link, second)
            for first in firsts
            for second in terms.rows[link][first].intersection(seconds)
            if _fixed(terms, first, link, second)
        }
        if meant:
            yield place, link, meant


def _fixed(terms: Terms, first: int, link: str, second: int) -> bool:
    cost = terms.joined(first, link, second)
    chance = terms.costs[first] + terms.costs[second] + (terms.link_costs[link] if link else 0)
    return cost <= COMMON and chance - cost >= FIXED * COST


class Examples:
    """What the models learn from.

    Attributes:
        right: the features of spoilt collocations, each with its own collocation.
        wrong: those of the candidates for phrases as they are, joined; ``starts`` tells where each phrase begins.
    """

    def __init__(self, right: list[list[float]], wrong: list[np.ndarray]) -> None:
        self.right = np.array(right)
        self.wrong = np.concatenate(wrong)
        self.starts = np.cumsum([0, *(len(rows) for rows in wrong)])

    def draw(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return a design and its labels; of each wrong phrase the candidate counts that has the highest score."""
        best = [start + int(np.argmax(scores[start:end])) for start, end in pairwise(self.starts)]
        labels = np.concatenate([np.ones(len(self.right)), np.zeros(len(best))])
        return np.concatenate([self.right, self.wrong[best]]), labels


def train(examples: Examples, first: list[float]) -> np.ndarray:
    """Return the weights of the logistic model; ``first`` are those that choose the first wrong candidates."""
    scores = examples.wrong @ np.array(first)
    weights = np.zeros(len(first))
    for _ in range(ROUNDS):
        weights = fit(*examples.draw(scores))
        scores = examples.wrong @ weights
    return weights


class Network:
    """A hidden layer beside the logistic model, fitted with Adam (Kingma & Ba 2015) to what that model leaves over."""

    def __init__(self, linear: np.ndarray, examples: Examples) -> None:
        rows = np.concatenate([examples.right, examples.wrong])
        self.linear = linear
        self.mean, self.scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
        self.mean[0], self.scale[0] = 0.0, 1.0
        generator = np.random.default_rng(SEED)
        self.inner = generator.normal(0, START, (len(linear), HIDDEN))
        self.outer = generator.normal(0, START, HIDDEN)
        scores = examples.wrong @ linear
        for _ in range(NETWORK_ROUNDS):
            self._descend(*examples.draw(scores), generator)
            scores = self.score(examples.wrong)

    def score(self, rows: np.ndarray) -> np.ndarray:
        hidden = np.tanh((rows - self.mean) / self.scale @ self.inner)
        return rows @ self.linear + hidden @ self.outer

    def weights(self) -> np.ndarray:
        """Return all weights in the order in which ``paraphrases.score`` reads them, for features as they are."""
        inner = self.inner / self.scale[:, None]
        inner[0] -= self.mean @ inner
        return np.concatenate([self.linear, np.concatenate([inner, self.outer[None, :]]).T.ravel()])

    def _descend(self, design: np.ndarray, labels: np.ndarray, generator: np.random.Generator) -> None:
        scaled, base = (design - self.mean) / self.scale, design @ self.linear
        parameters = (self.inner, self.outer)
        first, second = ([np.zeros_like(each) for each in parameters] for _ in range(2))
        step = 0
        for _ in range(EPOCHS):
            order = generator.permutation(len(labels))
            for start in range(0, len(order), BATCH):
                chosen = order[start : start + BATCH]
                hidden = np.tanh(scaled[chosen] @ self.inner)
                chance = 1 / (1 + np.exp(-(base[chosen] + hidden @ self.outer)))
                error = (chance - labels[chosen]) / len(chosen)
                back = np.outer(error, self.outer) * (1 - hidden * hidden)
                gradients = (scaled[chosen].T @ back + DECAY * self.inner, hidden.T @ error + DECAY * self.outer)
                step += 1
                for place, gradient in enumerate(gradients):
                    first[place] = 0.9 * first[place] + 0.1 * gradient
                    second[place] = 0.999 * second[place] + 0.001 * gradient**2
                    mean, spread = first[place] / (1 - 0.9**step), second[place] / (1 - 0.999**step)
                    parameters[place][...] -= RATE * mean / (np.sqrt(spread) + 1e-8)


def fit(design: np.ndarray, labels: np.ndarray) -> np.ndarray:
    mean, scale = design.mean(axis=0), design.std(axis=0)
    mean[0], scale[scale < 1e-9] = 0.0, 1.0
    scaled = (design - mean) / scale
    penalty = PENALTY * np.eye(scaled.shape[1])
    penalty[0, 0] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        gradient = scaled.T @ (chance - labels) + penalty @ weights
        weights -= np.linalg.solve((scaled * (chance * (1 - chance))[:, None]).T @ scaled + penalty, gradient)
    plain = weights / scale
    plain[0] -= float(plain[1:] @ mean[1:])
    return plain


if __name__ == "__main__":
    try:
        main()
    except DataError as error:
        raise SystemExit(f"{error}") from error
