"""Build ``paralint/data/modelled_prepositions.bin``: which prepositions a language model expects.

    python tools/build_modelled_prepositions.py paralint/data/modelled_prepositions.bin TEXT... --model MODEL.gguf
        [--network TEXT...]

MODEL is what ``tools/fetch_language_model.py`` fetches, TEXT what ``tools/build_governors.py`` takes (sources and
licences: ``docs/data-sources.md``). Sentences of the texts are cut behind a verb, noun or adjective, and the model says
how likely each preposition is there; cut behind a preposition and its determiner, how likely each noun is, which by
Bayes' rule says how likely the preposition is before the noun. The means go into the table, for the nouns that the
texts have behind such a determiner. Then two networks learn, from the texts and those of ``--network``, to tell their
prepositions from others in their place, and objects from places where a preposition is lost.

Needs numpy, torch, transformers and gguf. 9,000 words take two minutes of one processor; the texts of the packaged
table, some 90,000 contexts, an hour or more. That table was made by another form of this script, and this one has not
made it again: of the nouns that UD_English-EWT has behind a determiner it has all but five, so it was cut to such too.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from build_governors import batches, paragraphs
from torch import Tensor, nn
from transformers import AutoModelForCausalLM, AutoTokenizer

from paralint.evidence.grammar.government import NOTHING, PREPOSITIONS, Site, bare_sites, sites, slot_at
from paralint.evidence.grammar.lost_prepositions import GAP, bare, gaps, numbers_of_gap
from paralint.evidence.grammar.modelled_prepositions import (
    DETERMINED,
    HIDDEN,
    JUDGED,
    KINDS,
    MARKS,
    NUMBERS,
    Around,
    Reading,
    Row,
    encode,
    marks,
    numbers,
    places,
)
from paralint.evidence.grammar.prepositions import CANDIDATES, GERUND, NUMBER, YEAR, Phrase, phrase
from paralint.text.document import Document
from paralint.text.read import document

CONTEXTS = 8  # sentences that a governor is asked about
LEAST = 4  # fewer say too little
NOUN_CONTEXTS = 240  # sentences for each preposition and kind of determiner
BEFORE = 12  # tokens before a governor that the model sees
BATCH = 24
TO = JUDGED.index("to")
DETERMINERS = ("the", "a", "an", "his", "their", "its", "this")
DOUBT = 0.005  # the share of what is known of all words of the kind
RARE = 1e-7  # how much of that is added to a noun
FLOOR = 1e-4
EPOCHS = 7
WEIGHTS = (1.5, 1.0, 0.5)  # of sound places, wrong ones, prepositions before an object

Key = tuple[str, str]


class Context(NamedTuple):
    """A piece of a sentence.

    Attributes:
        key: what it ends in: a governor, or a preposition and a kind of determiner.
        text: the piece.
        behind: the preposition that stands behind a governor, or the noun of the phrase.
    """

    key: Key
    text: str
    behind: str = NOTHING


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--network", type=Path, nargs="+", default=[], help="texts from which only the networks learn")
    arguments = parser.parse_args()
    random.seed(1)
    torch.manual_seed(0)
    governors, nouns = contexts(arguments.texts)
    model = Model(arguments.model)
    rows = governor_rows(model, governors)
    behind, prior = noun_rows(model, nouns)
    rows.update(behind)
    exchanged, lost = examples([*arguments.texts, *arguments.network], rows, prior)
    learnt = [weights(*trained(*each.tensors())) for each in (exchanged, lost)]
    arguments.table.write_bytes(encode(rows, prior, learnt[0] + learnt[1]))


def read(texts: Sequence[Path]) -> Iterator[Document]:
    for path in texts:
        for text in batches(paragraphs(path)):
            yield document("text.txt", text)


def contexts(texts: Sequence[Path]) -> tuple[list[Context], list[Context]]:
    """Return the contexts of all governors, and those of all prepositions."""
    governors, nouns = [], []
    for text in read(texts):
        starts, ends, bounds = text.tokens.starts, text.tokens.ends, text.tokens.sentences
        for site in (*sites(text), *bare_sites(text)):
            first = max(bounds[text.sentence_of(site.governor)], site.governor - BEFORE)
            if site.governor < first + 2:
                continue
            last = site.preposition - 1 if site.kind == "o" else site.governor
            key = site.kind, text.lemma(site.governor)
            governors.append(Context(key, text.text[starts[first] : ends[last]], site.word))
            found = phrase(text, site.preposition + 1, site.last) if site.word in CANDIDATES else None
            if found is not None and text.tags[site.preposition] != "RP":
                end = site.preposition + (found.determiner != "-")
                piece = text.text[starts[first] : ends[end]]
                nouns.append(Context((site.word, found.determiner), piece, found.word))
    return governors, nouns


def drawn(found: Sequence[Context], most: int) -> list[Context]:
    """Return as many contexts of each key, at most, in a random order."""
    taken: Counter[Key] = Counter()
    kept = []
    for context in random.sample(found, len(found)):
        if taken[context.key] < most:
            taken[context.key] += 1
            kept.append(context)
    return kept


class Model:
    """The language model."""

    def __init__(self, path: Path) -> None:
        self._tokenizer: Any = AutoTokenizer.from_pretrained(str(path.parent), gguf_file=path.name)
        model = AutoModelForCausalLM.from_pretrained(str(path.parent), gguf_file=path.name, dtype=torch.float32)
        self._model: Any = model.eval()

    def number(self, word: str) -> int:
        """Return the number of the token of a word that has one."""
        (number,) = self._tokenizer.encode(f" {word}", add_special_tokens=False)
        return int(number)

    def words(self) -> list[str]:
        """Return the word of each token that begins one, or nothing."""
        written = (self._tokenizer.decode([at]) for at in range(self._model.config.vocab_size))
        return [each[1:] if len(each) > 2 and each[0] == " " and each[1:].isalpha() else "" for each in written]

    def next(self, found: Sequence[Context]) -> Iterator[tuple[Context, Any]]:
        """Yield each context with the probability of every token behind it."""
        read = [(each, [0, *self._tokenizer.encode(each.text, add_special_tokens=False)]) for each in found]
        read.sort(key=lambda each: len(each[1]))
        for at in range(0, len(read), BATCH):
            batch = read[at : at + BATCH]
            width = max(len(tokens) for _, tokens in batch)
            tokens = torch.zeros(len(batch), width, dtype=torch.long)
            for line, (_, own) in enumerate(batch):
                tokens[line, : len(own)] = torch.tensor(own)
            with torch.inference_mode():
                hidden = self._model.model(tokens).last_hidden_state
                ends = hidden[range(len(batch)), [len(own) - 1 for _, own in batch]]
                chances = self._model.lm_head(ends).float().softmax(-1).numpy()
            yield from zip((each for each, _ in batch), chances, strict=True)


def governor_rows(model: Model, found: Sequence[Context]) -> dict[Key, Row]:
    """Return how likely each judged preposition is behind each governor, and a noun phrase without any.

    Of the means over the contexts, the arithmetic one leans to the single context in which a preposition is likely and
    the geometric one to that in which it is not: the mean of both is taken. Contexts in which hardly any preposition is
    likely count less. A preposition that the texts have at least twice is as likely as it is there.
    """
    met = Counter((context.key, context.behind) for context in found if context.behind != NOTHING)
    total: Counter[Key] = Counter()
    for (key, _), number in met.items():
        total[key] += number
    prepositions = [model.number(word) for word in CANDIDATES]
    determiners = [model.number(word) for word in DETERMINERS]
    asked = [context for context in drawn(found, CONTEXTS) if context.key[1].isalpha()]
    seen: dict[Key, list[Any]] = defaultdict(list)
    for context, chances in model.next(asked):
        seen[context.key].append((chances[prepositions], chances[determiners].sum()))
    judged = [CANDIDATES.index(word) for word in JUDGED]
    rows = {}
    for key, places_seen in seen.items():
        if len(places_seen) < LEAST:
            continue
        chances = np.array([each for each, _ in places_seen])
        bare = float(np.mean([each for _, each in places_seen]))
        sums = chances.sum(1, keepdims=True)
        trust = np.minimum(1, sums / 0.05)
        trust /= trust.sum()
        shares = chances / sums
        mean = np.sqrt((shares * trust).sum(0) * np.exp((np.log(shares + 1e-5) * trust).sum(0)))
        counted = [max(0, met[key, word] - 1) / max(1, total[key]) for word in JUDGED]
        rows[key] = np.append(np.maximum(mean[judged], counted), bare / (bare + sums.mean()))
    of_each = {kind: [row for key, row in rows.items() if key[0] == kind] for kind in KINDS}
    of_kind = {kind: np.mean(those, 0) for kind, those in of_each.items() if those}
    return {key: np.log((row + DOUBT * of_kind[key[0]]) / (1 + DOUBT)).tolist() for key, row in rows.items()}


def noun_rows(model: Model, found: Sequence[Context]) -> tuple[dict[Key, Row], Row]:
    """Return how likely each judged preposition is before each noun and its determiner, and anywhere.

    What stands for words of a kind ("<ing>") is counted.
    """
    met = Counter(context.key for context in found)
    chances: dict[Key, Any] = defaultdict(float)
    asked: Counter[Key] = Counter()
    for context, behind in model.next(drawn(found, NOUN_CONTEXTS)):
        chances[context.key] += behind
        asked[context.key] += 1
    number_of = Counter((*context.key, context.behind) for context in found)
    words, judged = model.words(), [CANDIDATES.index(word) for word in JUDGED]
    rows: dict[Key, Row] = {}
    for determiner, first in DETERMINED.items():
        keys = [(word, determiner) for word in CANDIDATES]
        joint = np.array([chances[key] / max(1, asked[key]) * met[key] + np.zeros(len(words)) for key in keys])
        joint /= sum(met.values())
        anywhere = joint.sum(1, keepdims=True) / joint.sum()
        shares = np.log(((joint + anywhere * RARE) / (joint.sum(0) + RARE))[judged] + FLOOR)
        common = joint.sum(0) > 2e-8
        seen = {context.behind for context in found if context.key[1] == determiner}
        rows.update(
            {(first, word): shares[:, at].tolist() for at, word in enumerate(words) if word in seen and common[at]}
        )
        for kind in (GERUND, YEAR, NUMBER):
            counts = np.array([number_of[word, determiner, kind] for word in JUDGED], float)
            rows[first, kind] = np.log(counts / max(1, counts.sum()) + FLOOR).tolist()
        rows[first, ""] = np.log(anywhere[judged, 0] + FLOOR).tolist()
    total = sum(met.values())
    return rows, [math.log(max(1, sum(met[word, each] for each in DETERMINED)) / total) for word in JUDGED]


class Examples:
    """What a network is told of places, and what these are: 0 sound, 1 wrong, 2 wrong in another way."""

    def __init__(self) -> None:
        self._told: list[tuple[float, ...]] = []
        self._marked: list[tuple[int, ...]] = []
        self._sorts: list[int] = []

    def add(self, told: tuple[float, ...], marked: tuple[int, ...], sort: int) -> None:
        self._told.append(told)
        self._marked.append(marked)
        self._sorts.append(sort)

    def tensors(self) -> tuple[Tensor, Tensor, Tensor]:
        return torch.tensor(self._told), torch.tensor(self._marked), torch.tensor(self._sorts)


def examples(texts: Sequence[Path], rows: Mapping[Key, Row], prior: Row) -> tuple[Examples, Examples]:
    """Return places with their own and with another preposition, and places with none."""
    exchanged, lost = Examples(), Examples()
    for text in read(texts):
        reading = Reading(text, rows)
        for site, around in places(text, reading, prior):
            own = JUDGED.index(site.word)
            other = random.choice([at for at in range(len(JUDGED)) if at != own])
            for at, sort in ((own, 0), (other, 1)):
                exchanged.add(numbers(around, at), marks(around, at), sort)
            if around.complement == "g" and site.word != "to":  # "capable of doing" becomes "capable to do"
                around = around._replace(complement="i", begins="VB")
                exchanged.add(numbers(around, TO), marks(around, TO), 1)
        for around in _infinitives(text, reading, prior):
            exchanged.add(numbers(around, TO), marks(around, TO), 0)
            other, around = random.randrange(len(JUDGED)), around._replace(complement="g", begins="VBG")
            exchanged.add(numbers(around, other), marks(around, other), 1)
        for around in _objects(text, reading, prior):
            other = random.randrange(len(JUDGED))
            exchanged.add(numbers(around, other), marks(around, other), 2)
        for found, sort in ((bare(text), 0), (_bared(text), 1)):
            for _, around in gaps(text, reading, prior, found):
                lost.add(numbers_of_gap(around), marks(around, GAP), sort)
    return exchanged, lost


def _infinitives(text: Document, reading: Reading, prior: Row) -> Iterator[Around]:
    """Yield what stands around the infinitives behind a governor."""
    for site in sites(text, frozenset({"to"})):
        governor = reading.row(site.kind, text.lemma(site.governor))
        if governor is not None and text.tags[site.preposition + 1] == "VB":
            found = Phrase("-", GERUND, False, site.preposition + 1)
            around = reading.around(site, governor, found, "i", prior)
            if around is not None:
                yield around


def _objects(text: Document, reading: Reading, prior: Row) -> Iterator[Around]:
    """Yield what stands around the place before the object of a verb, where no preposition belongs."""
    for site in bare_sites(text):
        governor = reading.row("v", text.lemma(site.governor)) if site.kind == "v" else None
        found = phrase(text, site.preposition, site.last) if governor is not None else None
        if governor is not None and found is not None:
            around = reading.around(site, governor, found, slot_at(text, site).complement, prior)
            if around is not None:
                yield around


def _bared(text: Document) -> Iterator[Site]:
    """Yield the sites of all prepositions before a determiner, as if they were lost."""
    for site in sites(text, PREPOSITIONS):
        behind = site.preposition + 1
        plain = site.kind in "vnpa" and text.tags[site.preposition] != "RP" and site.preposition == site.governor + 1
        if plain and behind < site.last - 1 and text.tags[behind] in ("DT", "PRP$"):
            yield site._replace(preposition=behind, word=NOTHING)


class Network(nn.Module):
    """Numbers and marks to one layer of hidden units, these to the logarithm of the odds."""

    def __init__(self) -> None:
        super().__init__()
        self.told = nn.Linear(NUMBERS, HIDDEN)
        self.marked = nn.EmbeddingBag(MARKS, HIDDEN, mode="sum")
        nn.init.normal_(self.marked.weight, 0, 0.1)
        self.out = nn.Linear(HIDDEN, 1)

    def forward(self, told: Tensor, marked: Tensor) -> Tensor:
        return self.out(torch.relu(self.told(told) + self.marked(marked)))[:, 0]


def trained(told: Tensor, marked: Tensor, sorts: Tensor) -> tuple[Network, Tensor, Tensor]:
    """Return the network, and the means and deviations of the numbers."""
    mean, deviation = told.mean(0), told.std(0) + 1e-6
    told = (told - mean) / deviation
    wrong, weight = (sorts > 0).float(), torch.tensor(WEIGHTS)[sorts]
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), 4e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(wrong)).split(1024):
            odds = network(told[chosen], marked[chosen])
            loss = nn.functional.binary_cross_entropy_with_logits(odds, wrong[chosen], weight=weight[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    return network, mean, deviation


def weights(network: Network, mean: Tensor, deviation: Tensor) -> list[float]:
    """Return the weights in the order of the file, those of the numbers as if they came unscaled."""
    with torch.no_grad():
        told = network.told.weight / deviation
        start = network.told.bias - told @ mean
        parts = (told.T, network.marked.weight, start, network.out.weight, network.out.bias)
        return [float(each) for part in parts for each in part.flatten()]


if __name__ == "__main__":
    main()
