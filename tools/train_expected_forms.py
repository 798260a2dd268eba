"""Train the models of subjects and of the forms of verbs, and write them to a file.

    python tools/train_expected_forms.py --treebank FILE… [--test FILE…] --text FOLDER… \
        --out paralint/data/expected_forms.bin

The model of subjects learns from the heads of treebanks (CoNLL-U, plain or .xz): of each finite verb which noun or
pronoun is its subject, the noun for a relative pronoun, that of the first verb for one that is joined to it. The model
of forms learns from sound text in folders of ``.txt`` files (sources: ``docs/data-sources.md``), and from the tags that
paralint gives it. Since the words around a damaged verb are tagged otherwise, the first sees half of its verbs in
another form, too, and the second two of five; of the verbs as they are it takes three of five. ``--test`` prints the
share of right subjects.

Needs numpy; the seeds are fixed. The training part of EWT and 355,000 words of text take half a minute. The packaged
file has the features that this script makes, but may have been made by an earlier form of it.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from paralint.evidence.grammar.expected_forms import FORMAT, LABELS, SCALE, form_features
from paralint.evidence.grammar.linear_model import LinearModel
from paralint.evidence.grammar.subject_finder import NONE, SUBJECT_SCALE, Signs, described, signs_of, subjects
from paralint.evidence.grammar.unexpected_forms import bare_form
from paralint.text.document import Document
from paralint.text.morphology import inflect, lemma, verb_forms
from paralint.text.read import document

SEED = 7
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OTHER_NUMBER = {"is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has"} | {
    "does": "do",
    "do": "does",
}
NO_VERBS = frozenset({"NNP", "NNPS", "MD", "POS", "IN", "DT", "CC", "TO", "PRP", "RP", "WDT"})
FIXED = frozenset({"be", "been", "being", "had", "did", "having", "am"})
ALTERED, KEPT, NOUNS_KEPT = 0.4, 0.6, 0.4  # shares of the verbs, and of the words that are none
TOGETHER = 300  # sentences in a document
SUBJECT_ROWS, FORM_ROWS = 24_000, 40_000
SUBJECT_EPOCHS, FORM_EPOCHS, DROPPED = 4, 3, 0.2
BATCH, DECAY = 256, 1e-4


class Word(NamedTuple):
    """A word of a treebank, and where it stands in the text of its sentence."""

    start: int
    form: str
    tag: str
    head: int  # index, -1: the root
    relation: str


class Sentence(NamedTuple):
    """A sentence of a treebank."""

    text: str
    words: list[Word]


class Example(NamedTuple):
    """The features of what may be chosen, and which of it is right."""

    features: list[list[str]]
    right: int


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        rows: list[list[str]] = []
        for line in file:
            if line.strip():
                if not line.startswith("#"):
                    rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _sentence(rows)
                rows = []


def _sentence(rows: list[list[str]]) -> Sentence:
    text, words = "", []
    until, place, spaced = 0, 0, True
    for row in rows:
        if "-" in row[0]:
            until, place, spaced = int(row[0].split("-")[1]), len(text), "SpaceAfter=No" not in row[9]
            text += row[1]
        elif "." not in row[0]:
            inside = int(row[0]) <= until
            start = max(text.find(row[1], place), place) if inside else len(text)
            words.append(Word(start, row[1], row[4], int(row[6]) - 1, row[7]))
            if inside:
                place = start + len(row[1]) if text.startswith(row[1], start) else start
            else:
                text += row[1]
                spaced = "SpaceAfter=No" not in row[9]
            if spaced and int(row[0]) >= until:
                text += " "
    return Sentence(text.rstrip(), words)


def gold_subject(words: Sequence[Word], at: int) -> int | None:
    """Return the subject of a finite verb, the noun for a relative pronoun; None if it has none."""
    head = words[at].head if words[at].relation.split(":")[0] in ("aux", "cop") else at
    seen = set()
    while head >= 0 and head not in seen:
        seen.add(head)
        below = [place for place, word in enumerate(words) if word.head == head]
        expletives = [place for place in below if words[place].relation == "expl"]
        if expletives and words[expletives[0]].form.lower() != "there":
            return expletives[0]
        found = [place for place in below if words[place].relation.startswith("nsubj")]
        found.sort(key=lambda place: words[place].relation.endswith("outer"))
        if found:
            subject = words[found[0]]
            while words[head].relation == "conj":
                head = words[head].head
            relative = subject.tag in ("WDT", "WP") or (subject.form.lower() == "that" and subject.tag == "IN")
            return words[head].head if relative and words[head].relation == "acl:relcl" else found[0]
        clauses = [place for place in below if words[place].relation.startswith("csubj")]
        if clauses:
            return clauses[0]
        if words[head].relation != "conj":
            return None
        head = words[head].head
    return None


def altered(word: str, tag: str, draw: random.Random) -> str | None:
    """Return a verb in another form."""
    low = word.lower()
    if low in OTHER_NUMBER:
        return OTHER_NUMBER[low] if tag in ("VBP", "VBZ", "VBD") else None
    if not tag.startswith("VB") or "'" in word or low in FIXED:
        return None
    base = lemma(low, tag)
    if tag in ("VBD", "VBZ", "VBP"):
        forms = [base, base, base, inflect(base, "VBZ"), inflect(base, draw.choice(("VBN", "VBG")))]
    else:
        forms = [base, *(inflect(base, other) for other in ("VBZ", "VBD", "VBN", "VBG"))]
    forms = [form for form in forms if form != low]
    if not forms:
        return None
    form = draw.choice(forms)
    return form.capitalize() if word[:1].isupper() else form


def joined(texts: Iterable[str]) -> tuple[Document, list[int]]:
    """Return sentences as paragraphs of one document, and where each begins."""
    starts, text = [], ""
    for sentence in texts:
        starts.append(len(text))
        text += sentence.replace("\n", " ") + "\n\n"
    return document("sentences.txt", text), starts


def subject_examples(paths: Iterable[Path], share: float) -> Iterator[Example]:
    """Yield the finite verbs of treebanks with their subjects, a share of them in another form, too."""
    draw = random.Random(SEED)
    batch: list[tuple[Sentence, list[int]]] = []
    for path in paths:
        for sentence in sentences(path):
            finite = [at for at, word in enumerate(sentence.words) if word.tag in FINITE]
            batch.append((sentence, finite))
            for at in finite:
                word = sentence.words[at]
                new = altered(word.form, word.tag, draw) if draw.random() < share else None
                if new and sentence.text.startswith(word.form, word.start):
                    batch.append((_with(sentence, at, new), [at]))
            if len(batch) > TOGETHER:
                yield from _of_batch(batch)
                batch = []
    yield from _of_batch(batch)


def _with(sentence: Sentence, at: int, new: str) -> Sentence:
    word = sentence.words[at]
    end, longer = word.start + len(word.form), len(new) - len(word.form)
    words = [
        other._replace(start=other.start + longer) if other.start > word.start else other for other in sentence.words
    ]
    return Sentence(sentence.text[: word.start] + new + sentence.text[end:], words)


def _of_batch(batch: list[tuple[Sentence, list[int]]]) -> Iterator[Example]:
    text, begins = joined(sentence.text for sentence, _ in batch)
    place_of = {start: place for place, start in enumerate(text.tokens.starts)}
    for (sentence, verbs), begin in zip(batch, begins, strict=True):
        for at in verbs:
            verb = place_of.get(sentence.words[at].start + begin)
            if verb is None:
                continue
            here = signs(text, verb)
            options = list(described(here, verb))
            subject = gold_subject(sentence.words, at)
            where = NONE if subject is None else place_of.get(sentence.words[subject].start + begin)
            right = _index(here, [option[0] for option in options], where)
            if right is not None:
                yield Example([option[2] for option in options], right)


def _index(here: Signs, options: list[int], where: int | None) -> int | None:
    """Return the candidate that is a token, or ends its noun phrase: treebanks have the first word of a name for it."""
    if where is None:
        return None
    if where in options:
        return options.index(where)
    if where < here.first or where >= here.last:
        return None
    same = [at for at in options if at > where and here.starts[at - here.first] == here.starts[where - here.first]]
    return options.index(same[0]) if same else None


def signs(text: Document, token: int) -> Signs:
    """Return the sentence of a token in signs."""
    sentence = text.sentences[text.sentence_of(token)]
    return signs_of(text.lowers, text.tags, sentence.first, sentence.last)


def label(word: str, tag: str) -> str:
    """Return what form a word has, by its tag in sound text."""
    if word in ("is", "was", "has", "does"):
        return "Z"
    if word in ("are", "were"):
        return "P"
    of_tag = {"VBZ": "Z", "VBP": "P", "VBD": "D", "VB": "B", "VBN": "N", "VBG": "G"}.get(tag)
    if of_tag:
        return of_tag
    return "N" if tag == "JJ" and word.endswith(("ed", "en")) else "G" if word.endswith("ing") else "X"


def form_examples(paths: Iterable[Path], finder: LinearModel) -> Iterator[tuple[list[str], str]]:
    """Yield the features of the verbs of sound text, some of them in another form, with the form that they have."""
    draw = random.Random(SEED)
    batch: list[tuple[str, int, str]] = []
    for path in paths:
        text = document(path.name, path.read_text(encoding="utf-8", errors="replace"))
        for sentence in text.sentences:
            if not 4 <= sentence.last - sentence.first <= 60:
                continue
            here = signs_of(text.lowers, text.tags, sentence.first, sentence.last)
            for at in range(sentence.first, sentence.last):
                word, tag = text.lowers[at], text.tags[at]
                if tag in NO_VERBS or "'" in word or not verb_forms(word):
                    continue
                right = label(word, tag)
                if right == "X" and draw.random() > NOUNS_KEPT:
                    continue
                if draw.random() < KEPT:
                    yield features_of(here, at, finder), right
                new = (
                    altered(text.tokens.word(at).form, tag, draw) if right != "X" and draw.random() < ALTERED else None
                )
                if new:
                    start, end = text.tokens.starts[sentence.first], text.tokens.ends[sentence.last - 1]
                    before, behind = text.text[start : text.tokens.starts[at]], text.text[text.tokens.ends[at] : end]
                    batch.append((before + new + behind, len(before), right))
        if len(batch) > TOGETHER:
            yield from _of_altered(batch, finder)
            batch = []
    yield from _of_altered(batch, finder)


def _of_altered(batch: list[tuple[str, int, str]], finder: LinearModel) -> Iterator[tuple[list[str], str]]:
    text, begins = joined(sentence for sentence, _, _ in batch)
    place_of = {start: place for place, start in enumerate(text.tokens.starts)}
    for (_, offset, right), begin in zip(batch, begins, strict=True):
        at = place_of.get(begin + offset)
        if at is not None and verb_forms(text.lowers[at]):
            yield features_of(signs(text, at), at, finder), right


def features_of(here: Signs, at: int, finder: LinearModel) -> list[str]:
    """Return the features of a verb's form."""
    return form_features(here, at, bare_form(here.words[at], here.tags[at]), subjects(finder, here, at))


class Numbers(dict[str, int]):
    """A number for each feature, from 1."""

    def __missing__(self, feature: str) -> int:
        self[feature] = len(self) + 1
        return self[feature]


def fit_subjects(examples: Sequence[Example]) -> dict[str, int]:
    """Return the weights of features of candidates: logistic regression by AdaGrad, the weakest left out."""
    numbers = Numbers()
    rows = [
        (
            np.array([numbers[feature] for option in example.features for feature in option], np.int32),
            np.repeat(np.arange(len(example.features)), list(map(len, example.features))),
            example.right,
        )
        for example in examples
    ]
    count = np.bincount(np.concatenate([row[0] for row in rows]), minlength=len(numbers) + 1)
    weights, squares = np.zeros(len(count)), np.full(len(count), 0.1)
    draw = random.Random(SEED)
    for _ in range(SUBJECT_EPOCHS):
        draw.shuffle(rows)
        for features, option, right in rows:
            scores = np.bincount(option, weights[features])
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            shares[right] -= 1
            if abs(shares[right]) > 0.002:
                gradient = shares[option]
                squares[features] += gradient * gradient
                np.subtract.at(weights, features, 0.12 * gradient / np.sqrt(squares[features]))
    weights[count < 2] = 0
    strength = np.abs(weights) * np.minimum(count, 200) ** 0.25
    kept = set(np.argsort(-strength)[:SUBJECT_ROWS].tolist())
    small = np.clip(np.rint(weights * SUBJECT_SCALE), -127, 127).astype(int)
    return {feature: int(small[number]) for feature, number in numbers.items() if number in kept and small[number]}


def fit_forms(examples: Iterable[tuple[list[str], str]]) -> dict[str, list[int]]:
    """Return the weights of features of forms: fitted with all features, and once more with the strongest."""
    numbers = Numbers()
    rows, right = [], []
    for features, form in examples:
        rows.append(array("i", [numbers[feature] for feature in features]))
        right.append(LABELS.index(form))
    matrix, gold = np.array(rows, np.int32), np.array(right)
    count = np.bincount(matrix.ravel(), minlength=len(numbers) + 1)
    frequent = np.cumsum(count >= 3) * (count >= 3)
    say(f"{len(gold):,} verbs, {len(numbers):,} features")
    weights = descend(frequent[matrix].astype(np.int32), gold, int(frequent.max()) + 1)
    strength = (weights.max(1) - weights.min(1))[frequent] * np.minimum(count, 200) ** 0.25 * (frequent > 0)
    kept = np.argsort(-strength)[:FORM_ROWS]
    strongest = np.zeros(len(count), np.int32)
    strongest[kept] = np.arange(1, len(kept) + 1)
    small = np.clip(np.rint(descend(strongest[matrix], gold, len(kept) + 1) * SCALE), -127, 127).astype(int)
    found = {feature: int(strongest[number]) for feature, number in numbers.items() if strongest[number]}
    return {feature: small[number].tolist() for feature, number in found.items() if small[number].any()}


def descend(matrix: np.ndarray, gold: np.ndarray, size: int) -> np.ndarray:
    """Return the weights of a softmax regression, by AdaGrad with a share of the features dropped."""
    weights, squares = np.zeros((size, len(LABELS)), np.float32), np.full((size, 1), 0.1, np.float32)
    generator = np.random.RandomState(SEED)
    for epoch in range(FORM_EPOCHS):
        order, loss = generator.permutation(len(gold)), 0.0
        for begin in range(0, len(gold), BATCH):
            chosen = order[begin : begin + BATCH]
            active = np.where(generator.random(matrix[chosen].shape) < DROPPED, 0, matrix[chosen])
            weights[0] = 0
            scores = weights[active].sum(1) / (1 - DROPPED)
            shares = np.exp(scores - scores.max(1, keepdims=True))
            shares /= shares.sum(1, keepdims=True)
            at_gold = np.arange(len(chosen)), gold[chosen]
            loss -= float(np.log(shares[at_gold] + 1e-9).sum())
            shares[at_gold] -= 1
            flat = active.ravel()
            sorted_ = np.argsort(flat, kind="stable")
            first = np.flatnonzero(np.diff(flat[sorted_], prepend=-1))
            used = flat[sorted_][first]
            gradient = np.add.reduceat(shares[sorted_ // active.shape[1]], first) + DECAY * BATCH * weights[used]
            squares[used] += (gradient**2).mean(1, keepdims=True)
            weights[used] -= 0.06 * gradient / np.sqrt(squares[used])
        say(f"epoch {epoch + 1}: loss {loss / len(gold):.4f}")
    weights[0] = 0
    return weights


def table(weights: dict[str, list[int]]) -> tuple[bytes, bytes]:
    """Return the keys and the rows of a model as its file has them."""
    rows = {zlib.crc32(feature.encode()): row for feature, row in weights.items()}
    keys = array("I", sorted(rows))
    if sys.byteorder == "big":
        keys.byteswap()
    return keys.tobytes(), b"".join(array("b", rows[key]).tobytes() for key in sorted(rows))


def opened(weights: dict[str, list[int]], columns: int) -> LinearModel:
    """Return a model as it is read from its file."""
    keys, rows = table(weights)
    return LinearModel(memoryview(keys).cast("I"), memoryview(rows), columns)


def accuracy(model: LinearModel, examples: Iterable[Example]) -> str:
    """Return the share of right subjects, of all and of those that the model is sure of."""
    counts = {least: [0, 0] for least in (0.0, 0.8, 0.9, 0.95)}
    total = 0
    for example in examples:
        scores = np.array([model.scores(features)[0] for features in example.features]) / SUBJECT_SCALE
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        total += 1
        for least, count in counts.items():
            if shares.max() >= least:
                count[0] += 1
                count[1] += int(shares.argmax()) == example.right
    return ", ".join(
        f"{right / max(1, sure):.3f} of {sure / max(1, total):.2f} at {least}"
        for least, (sure, right) in counts.items()
    )


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, nargs="+", required=True, help="CoNLL-U files, plain or .xz")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="CoNLL-U files to report the accuracy on")
    parser.add_argument("--text", type=Path, nargs="+", required=True, help="folders of sound text")
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    options = parser.parse_args()
    of_subjects = {
        feature: [weight] for feature, weight in fit_subjects(list(subject_examples(options.treebank, 0.5))).items()
    }
    finder = opened(of_subjects, 1)
    for path in options.test:
        say(f"{path.name}: {accuracy(finder, subject_examples([path], 0.3))}")
    paths = [path for folder in options.text for path in sorted(folder.glob("*.txt"))]
    of_forms = fit_forms(form_examples(paths, finder))
    sections = dict(zip(FORMAT.sections, (*table(of_subjects), *table(of_forms)), strict=True))
    options.out.write_bytes(FORMAT.encode(sections))
    say(f"{options.out}: {len(of_subjects):,} and {len(of_forms):,} rows")


if __name__ == "__main__":
    main()
