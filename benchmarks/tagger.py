"""Measure the part-of-speech tagger: accuracy, confusions, damaged text, speed, size.

    python benchmarks/tagger.py --train en_ewt-train.conllu.xz en_gum-train.conllu.xz --test en_ewt-test.conllu.xz …

``--train`` names the files the model was trained on; they only tell which words of the test files are unknown.
"""

from __future__ import annotations

import argparse
import lzma
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from paralint.data import read
from paralint.text.tagger import Tagger, load_tagger
from paralint.text.tagger_features import fold
from paralint.text.tagger_model import FILE_NAME

CONFUSIONS = (
    ("VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "NN", "JJ"),
    ("IN", "RP", "RB", "TO", "WDT", "DT"),
    ("NNP", "NNPS", "NN", "NNS", "JJ"),
)


class Token(NamedTuple):
    form: str
    tag: str
    lemma: str


Sentence = list[Token]
Document = list[Sentence]


def open_text(path: Path) -> TextIO:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def read_conllu(path: Path) -> dict[str, Document]:
    """The documents of a CoNLL-U file by their id."""
    documents: dict[str, Document] = {}
    sentence: Sentence = []
    document: Document = []
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                document = documents[line.partition("=")[2].strip()] = []
            elif line[0].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    sentence.append(Token(columns[1], columns[4], columns[2]))
            elif line == "\n" and sentence:
                document.append(sentence)
                sentence = []
    return documents


def coded(document: Iterable[Sequence[Token]]) -> tuple[list[str], list[int], list[int]]:
    """A document as ``Tagger.tag`` takes it."""
    types: dict[str, int] = {}
    ids: list[int] = []
    bounds = [0]
    for sentence in document:
        ids += [types.setdefault(token.form, len(types)) for token in sentence]
        bounds.append(len(ids))
    return list(types), ids, bounds


def tagged(tagger: Tagger, document: Document) -> list[str]:
    return [tagger.names[tag] for tag in tagger.tag(*coded(document))]


def report(tagger: Tagger, name: str, documents: Iterable[Document], known: set[str]) -> Counter[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    unknown: Counter[bool] = Counter()
    for document in documents:
        gold = [token for sentence in document for token in sentence]
        for token, tag in zip(gold, tagged(tagger, document), strict=True):
            pairs[token.tag, tag] += 1
            if fold(token.form) not in known:
                unknown[token.tag == tag] += 1
    right = sum(count for (gold_tag, tag), count in pairs.items() if gold_tag == tag)
    print(
        f"{name:28} {pairs.total():7,} tokens {100 * right / max(1, pairs.total()):6.2f} %"
        f"   unknown {unknown.total():6,} {100 * unknown[True] / max(1, unknown.total()):5.1f} %"
    )
    return pairs


def confusion(pairs: Counter[tuple[str, str]], tags: Sequence[str]) -> None:
    print("gold \\ found " + "".join(f"{tag:>6}" for tag in tags) + " other")
    for gold in tags:
        row = [pairs[gold, tag] for tag in tags]
        rest = sum(count for (tag, _), count in pairs.items() if tag == gold) - sum(row)
        print(f"{gold:>12} " + "".join(f"{count:6}" for count in row) + f"{rest:6}")


def damaged_verbs(tagger: Tagger, documents: Iterable[Document], base_forms: dict[str, Counter[str]]) -> None:
    """Put the base form in the place of one finite verb of each sentence and see which tag the tagger gives it."""
    found: dict[str, Counter[str]] = {"VBZ": Counter(), "VBD": Counter()}
    for document in documents:
        spots: list[tuple[int, str]] = []
        damaged: Document = []
        position = 0
        for sentence in document:
            changed = list(sentence)
            for index, token in enumerate(sentence):
                base = token.lemma.lower()
                if (
                    token.tag in found
                    and index
                    and base in base_forms
                    and base not in ("be", "have", "do")
                    and not base_forms[base].keys() & {"VBD", "VBN"}
                    and base != token.form.lower()
                ):
                    changed[index] = token._replace(form=base)
                    spots.append((position + index, token.tag))
                    break
            damaged.append(changed)
            position += len(sentence)
        tags = tagged(tagger, damaged)
        for spot, was in spots:
            found[was][tags[spot]] += 1
    for was, counts in found.items():
        total = counts.total()
        shares = ", ".join(f"{tag} {100 * count / total:.1f} %" for tag, count in counts.most_common(6))
        print(f"base form for {was} ({total} sentences): {shares}")


def settings(tagger: Tagger, documents: list[Document], known: set[str]) -> None:
    """The same sentences set as headlines, in capitals, with curly quotation marks, without capitals at the start."""
    curly = {"``": "“", "''": "”"}
    changes: dict[str, Callable[[int, Token], str]] = {
        "title case": lambda index, token: token.form[:1].upper() + token.form[1:],
        "capitals": lambda index, token: token.form.upper(),
        "curly quotes": lambda index, token: curly.get(token.tag, token.form.replace("'", "’")),
        "lower-case start": lambda index, token: token.form if index else token.form[:1].lower() + token.form[1:],
    }
    for name, change in changes.items():
        changed = [
            [[token._replace(form=change(index, token)) for index, token in enumerate(s)] for s in document]
            for document in documents
        ]
        report(tagger, name, changed, known)


def speed(documents: list[Document]) -> None:
    data = read(FILE_NAME)
    times = []
    for _ in range(5):
        started = time.process_time()
        tagger = Tagger(read(FILE_NAME))
        times.append(time.process_time() - started)
    print(f"model: {len(data):,} bytes, {len(zlib.compress(data, 6)):,} deflated, loads in {1e3 * min(times):.0f} ms")
    sentences = [sentence for document in documents for sentence in document]
    large = coded(sentences)
    article = coded(cut(sentences, 4000))
    for name, (forms, ids, bounds) in (("4,000-token article", article), ("all in one", large)):
        cold, warm = [], []
        for _ in range(7):
            tagger = Tagger(data)
            for times in (cold, warm):
                started = time.process_time()
                tagger.tag(forms, ids, bounds)
                times.append(time.process_time() - started)
        print(
            f"{name}: {len(ids):,} tokens, {len(forms):,} types, first call {1e3 * min(cold):.1f} ms, "
            f"second {1e3 * min(warm):.1f} ms, {len(ids) / min(warm) / 1e3:.0f} k tokens/s"
        )


def cut(sentences: list[Sentence], tokens: int) -> list[Sentence]:
    taken: list[Sentence] = []
    for sentence in sentences:
        if tokens <= 0:
            break
        taken.append(sentence)
        tokens -= len(sentence)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, nargs="+", required=True)
    parser.add_argument("--test", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    tagger = load_tagger()
    known: set[str] = set()
    verbs: dict[str, Counter[str]] = {}
    for path in arguments.train:
        for document in read_conllu(path).values():
            for token in (token for sentence in document for token in sentence):
                known.add(fold(token.form))
                verbs.setdefault(token.form.lower(), Counter())[token.tag] += 1
    base_forms = {form: tags for form, tags in verbs.items() if tags["VB"] + tags["VBP"] > 1}
    for path in arguments.test:
        documents = read_conllu(path)
        by_source: dict[str, list[Document]] = {}
        for name, document in documents.items():
            by_source.setdefault(name.split("_")[0].split("-")[0], []).append(document)
        pairs = report(tagger, path.name, documents.values(), known)
        if len(by_source) > 1:
            for name, part in by_source.items():
                report(tagger, f"  {name}", part, known)
        for tags in CONFUSIONS:
            confusion(pairs, tags)
        settings(tagger, list(documents.values()), known)
        damaged_verbs(tagger, documents.values(), base_forms)
        speed(list(documents.values()))


if __name__ == "__main__":
    main()
