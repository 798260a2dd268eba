"""Build ``paralint/data/terms.bin``, and ``compounds.txt`` and ``tortured.txt`` beside it, from open data and counts.

The same inputs give the same bytes.

    python tools/build_terms.py --wordnet oewn.yaml.xz --paraphrases tortured-phrases.json --idioms idioms.txt
        --compounds compound.txt
        --organisations government-organisation.tsv --thesaurus words.txt --unigrams unigrams.txt --bigrams bigrams.txt
        --vectors glove.6B.50d.txt --text FILE… --out paralint/data/terms.bin

The weights of the model that judges candidates are then trained and written into the file by ``tools/train_terms.py``.

Where each input comes from, and its licence, is told in ``docs/data-sources.md``. ``--text`` takes plain text or
CoNLL-U files (also ``.xz``) of edited English; what is used to measure the rules must not be among them.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from sys import byteorder
from typing import Any

import yaml

from paralint.evidence.compounds import FILE as COMPOUNDS
from paralint.evidence.compounds import encode as encode_compounds
from paralint.evidence.terms import COST, FUNCTION_WORDS, ORDINARY, UNSEEN, Kind, bases, encode
from paralint.evidence.tortured import FILE as TORTURED
from paralint.evidence.tortured import HEADER
from paralint.text.morphology import word_classes
from paralint.text.scanner import scan_prose

WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
MOST_WORDS = 6  # in a term
FEWEST_HITS = 250_000  # a source word rarer than this in the unigram counts is not worth a row
MOST_NEIGHBOURS = 32
GENERAL_HITS = 100_000_000  # of a first word that says too little to make a term
COMMON_HITS = 3_000_000  # of each word of a compound that only the long list has
DIMENSIONS = 20  # of the vectors
DISCOUNT = 2000.0  # added to each unigram count
# What is assumed of a term that the bigrams do not have, as log10 of their counts; by kind.
ASSUMED = {Kind.LISTED: 4.0, Kind.IDIOM: 4.7, Kind.TECHNICAL: 4.2, Kind.NAME: 4.2, Kind.COMPOUND: 3.4}
# How far a relation goes: synonyms; adjectives said to be similar; words of one root; the word for the kind instead of
# the thing. The thing instead of the kind is how people write.
SYNONYM, SIMILAR, DERIVED, SUPERORDINATE = 1.0, 0.6, 0.6, 0.4
SUFFIXES = ("er", "or", "ing", "ion", "ment")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wordnet", "paraphrases", "idioms", "compounds", "organisations", "thesaurus"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("unigrams", "bigrams", "vectors", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    terms, relations, counts, paraphrases = gather(arguments)
    sections = tables(terms, relations, counts)
    sections["vectors"] = vectors(arguments.vectors, sections["words"].decode("ascii").split("\n"))
    arguments.out.write_bytes(encode(sections))
    (arguments.out.parent / COMPOUNDS).write_bytes(encode_compounds(compounds(terms)))
    (arguments.out.parent / TORTURED).write_text(paraphrases, encoding="utf-8")


def gather(arguments: argparse.Namespace) -> tuple[Lexicon, Relations, Counts, str]:
    wordnet = WordNet.read(arguments.wordnet)
    rows = [
        (plain(row["tortured"]), plain(row["correct"]))
        for row in json.loads(arguments.paraphrases.read_text(encoding="utf-8"))["phrases"]
    ]
    counts = Counts.read(arguments.unigrams, arguments.bigrams, [*texts(arguments.text), *wordnet.glosses()])
    terms = Lexicon(counts)
    for name in wordnet.phrases():
        terms.add(name, Kind.LISTED)
    for line in arguments.idioms.read_text(encoding="utf-8").splitlines():
        terms.add(line.strip(), Kind.IDIOM)
    for _, correct in rows:
        terms.add(correct, Kind.TECHNICAL)
    for line in arguments.compounds.read_text(encoding="latin-1").splitlines():
        terms.add(line.strip(), Kind.COMPOUND)
    for line in arguments.organisations.read_text(encoding="utf-8").splitlines()[1:]:
        terms.add(max(line.split("\t"), key=lambda cell: (not cell.startswith("http"), len(cell))), Kind.NAME)
    relations = Relations(wordnet, arguments.thesaurus)
    return terms, relations, counts, listed(rows, counts)


# Reading -------------------------------------------------------------------------------------------------------------


def base(word: str) -> str:
    return word if word in FUNCTION_WORDS else bases(word)[0]


def texts(paths: Iterable[Path]) -> Iterator[list[str]]:
    """Yield the lower-cased tokens of each sentence."""
    for path in paths:
        content = raw(path)
        if ".conllu" in path.name:
            for block in content.split("\n\n"):
                cells = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
                yield [cell[1].lower() for cell in cells if cell[0].isdigit()]
            continue
        for line in content.replace(" @-@ ", "-").replace(" @,@ ", ",").splitlines():
            if re.search(r"[a-z]_[A-Z]", line):  # MASC: word_TAG
                line = re.sub(r"_\S+", "", line)
            scan = scan_prose(line)
            bounds = [*scan.sentences, len(scan.forms)]
            for first, last in pairwise(bounds):
                yield [form.lower() for form in scan.forms[first:last]]


def raw(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".xz":
        content = lzma.decompress(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def plain(phrase: str) -> str:
    """Drop what the compilers of the list added: abbreviations in brackets, question marks."""
    return " ".join(re.sub(r"\([^)]*\)|[?\"]", " ", phrase).lower().replace("’", "'").split())


@dataclass(slots=True)
class WordNet:
    """Open English WordNet: the senses of each lemma, the synsets, and the file that each synset stands in."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    synsets: dict[str, dict[str, Any]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> WordNet:
        """Read the YAML files, joined, each behind a line ``# name.yaml``."""
        wordnet = cls()
        with lzma.open(path, "rt", encoding="utf-8") as file:
            pieces = re.split(r"(?m)^# (\S+\.yaml)$", file.read())
        for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
            content = yaml.load(text, Loader=yaml.CSafeLoader)
            if name.startswith("entries"):
                for lemma, forms in content.items():
                    wordnet.entries.setdefault(str(lemma), {}).update(forms)
            elif name != "frames.yaml":
                wordnet.synsets.update(content)
                wordnet.fields.update(dict.fromkeys(content, name.removesuffix(".yaml")))
        return wordnet

    def phrases(self) -> Iterator[str]:
        """Yield the lemmas of several words that are no names of people, animals or plants."""
        for lemma, forms in self.entries.items():
            if " " not in lemma:
                continue
            synsets = [sense["synset"] for form in forms.values() for sense in form["sense"]]
            fields = {self.fields[synset] for synset in synsets if synset in self.fields}
            words = lemma.split()
            capitals = sum(word[0].isupper() for word in words)
            person = "noun.person" in fields
            instance = any("instance_hypernym" in self.synsets.get(synset, ()) for synset in synsets)
            if (capitals and fields <= {"noun.animal", "noun.plant"}) or (person and capitals == len(words)):
                continue
            if person and instance:
                continue
            yield lemma

    def glosses(self) -> Iterator[list[str]]:
        """Yield the tokens of the definitions and examples."""
        for synset in self.synsets.values():
            for item in (*synset.get("definition", ()), *synset.get("example", ())):
                text = item if isinstance(item, str) else str(item.get("text", ""))
                yield [form.lower() for form in scan_prose(text).forms]


# Counting ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Counts:
    """How often words, and pairs of content words, are met.

    Attributes:
        words: by base form, in the unigram counts.
        pairs: the base forms that the bigrams or the texts have behind one another.
        phrases: every run of two to four tokens of the texts, to tell which listed paraphrases are ordinary English.
    """

    words: Counter[str]
    total: int
    adjacent: Counter[tuple[str, str]]
    pairs: set[tuple[str, str]]
    phrases: set[str]

    @classmethod
    def read(cls, unigrams: Path, bigrams: Path, sentences: Iterable[list[str]]) -> Counts:
        words: Counter[str] = Counter()
        for line in unigrams.read_text(encoding="utf-8").splitlines():
            word, count = line.split("\t")
            words[base(word)] += int(count)
        total = sum(words.values())
        adjacent: Counter[tuple[str, str]] = Counter()
        phrases = set()
        for line in bigrams.read_text(encoding="utf-8").splitlines():
            phrase, count = line.split("\t")
            first, second = phrase.split(" ")
            if WORD.fullmatch(first) and WORD.fullmatch(second):
                phrases.add(phrase)
                pair = (base(first), base(second))
                if not FUNCTION_WORDS.intersection(pair):
                    adjacent[pair] += int(count)
        pairs = set(adjacent)
        for sentence in sentences:
            pairs.update((base(first), base(second)) for first, second in pairs_of(sentence))
            for length in (2, 3, 4):
                phrases.update(" ".join(sentence[at : at + length]) for at in range(len(sentence) - length + 1))
        return cls(words, total, adjacent, pairs, phrases)

    def word(self, word: str) -> float:
        return math.log10((self.words[word] + DISCOUNT) / self.total)


def pairs_of(sentence: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the content words that stand behind one another, at most three function words between them."""
    last, gap = None, 0
    for word in sentence:
        if word in FUNCTION_WORDS:
            gap += 1
        elif not WORD.fullmatch(word):
            last = None
        else:
            if last is not None and gap <= 3:
                yield last, word
            last, gap = word, 0


# Terms and relations -------------------------------------------------------------------------------------------------


class Lexicon:
    """The terms by their words in base form: kinds, and the name as it is written."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.terms: dict[tuple[str, ...], tuple[int, str]] = {}

    def add(self, name: str, kind: int) -> None:
        words = name.lower().replace("’", "'").replace("-", " ").split()
        if not 2 <= len(words) <= MOST_WORDS or not all(map(WORD.fullmatch, words)):
            return
        key = tuple(map(base, words))
        if not kind & Kind.IDIOM and "adverb" in word_classes(words[0]):
            return  # very well, just now
        contents = [word for word in key if word not in FUNCTION_WORDS]
        if kind == Kind.COMPOUND and any(self.counts.words[word] < COMMON_HITS for word in contents):
            return
        general = bool(contents) and self.counts.words[contents[0]] > GENERAL_HITS and len(contents) == len(words)
        if general and kind & (Kind.COMPOUND | Kind.TECHNICAL):
            return  # current state, important issue
        if kind & (Kind.COMPOUND | Kind.LISTED) and len(contents) < len(words):
            kind |= Kind.IDIOM
        if len(contents) >= 2:
            written = " ".join(name.split())
            kinds, known = self.terms.get(key, (0, written))
            self.terms[key] = (kinds | kind, written if written.islower() else known)

    def cost(self, words: tuple[str, ...], kinds: int) -> float:
        """Return log10 of a term's probability: as counted, or as is assumed of its kind."""
        first, second, *_ = (word for word in words if word not in FUNCTION_WORDS)
        hits = math.log10(self.counts.adjacent[first, second] or 1)
        return max(hits, *(ASSUMED.get(kind, 0.0) for kind in ASSUMED if kinds & kind), 0.0) - math.log10(
            self.counts.total
        )


class Relations:
    """Which words a paraphraser may put for one another, in base forms, with a strength from 0 to 1.

    ``close`` has those that WordNet relates; they are kept first where there are too many.
    """

    def __init__(self, wordnet: WordNet, thesaurus: Path) -> None:
        self.of: dict[str, dict[str, float]] = defaultdict(dict)
        derived = self._wordnet(wordnet)
        self.close: dict[str, set[str]] = defaultdict(set, {word: set(others) for word, others in self.of.items()})
        self._thesaurus(thesaurus)
        self._parallels(derived)

    def _put(self, one: str, other: str, strength: float) -> None:
        one, other = base(one), base(other)
        if one != other and not {one, other} & FUNCTION_WORDS and strength > self.of[one].get(other, 0.0):
            self.of[one][other] = strength

    def _wordnet(self, wordnet: WordNet) -> dict[str, set[str]]:
        members: dict[str, list[str]] = defaultdict(list)
        owner: dict[str, str] = {}
        for lemma, forms in wordnet.entries.items():
            word = lemma.lower()
            for form in forms.values():
                for sense in form["sense"]:
                    if WORD.fullmatch(word):
                        members[sense["synset"]].append(word)
                        owner[sense["id"]] = word
        for synset, words in members.items():
            data = wordnet.synsets.get(synset, {})
            for word in words:
                for other in words:
                    self._put(word, other, SYNONYM)
                for above in data.get("hypernym", ()):
                    for other in members.get(above, ()):
                        self._put(other, word, SUPERORDINATE)
                for similar in data.get("similar", ()):
                    for other in members.get(similar, ()):
                        self._put(word, other, SIMILAR)
        derived: dict[str, set[str]] = defaultdict(set)
        for lemma, forms in wordnet.entries.items():
            for form in forms.values():
                for sense in form["sense"]:
                    for target in (*sense.get("derivation", ()), *sense.get("pertainym", ())):
                        if sense["id"] in owner and target in owner:
                            derived[lemma.lower()].add(owner[target])
                            self._put(lemma.lower(), owner[target], DERIVED)
                            self._put(owner[target], lemma.lower(), DERIVED)
        return derived

    def _thesaurus(self, path: Path) -> None:
        """Words that stand in each other's entry, the closer the more their entries share."""
        entries: dict[str, set[str]] = {}
        for line in path.read_text(encoding="latin-1").splitlines():
            head, *others = line.lower().split(",")
            if WORD.fullmatch(head):
                entries[head] = set(filter(WORD.fullmatch, others))
        for head, others in entries.items():
            for other in sorted(others - {head}):
                theirs = entries.get(other, set())
                shared = len(others & theirs) / len(others | theirs) if theirs else 0.0
                strength = (0.35 if head in theirs else 0.2) + min(0.5, 1.2 * shared)
                self._put(head, other, strength)
                self._put(other, head, strength)

    def _parallels(self, derived: dict[str, set[str]]) -> None:
        """Words made by one suffix from related verbs: tuner and setter, laundering and washing."""
        made: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for word, roots in derived.items():
            for suffix in SUFFIXES:
                if word.endswith(suffix):
                    for root in roots:
                        if word[:3] == root[:3] and len(root) <= len(word):
                            made["er" if suffix == "or" else suffix][root].add(word)
        before = {word: dict(others) for word, others in self.of.items()}
        for by_root in made.values():
            for root, words in by_root.items():
                for other, strength in before.get(root, {}).items():
                    if other in by_root and strength >= 0.35:
                        for word in words:
                            for twin in by_root[other]:
                                self._put(word, twin, 0.8 * strength)


def listed(rows: list[tuple[str, str]], counts: Counts) -> str:
    """Return the known paraphrases that are not ordinary English: none of the texts and no common bigram has them.

    Each line begins with the rarest word of its phrases, so that few documents have it.
    """
    found = {}
    for tortured, correct in rows:
        words = [form.lower() for form in scan_prose(tortured).forms]
        if len(words) < 2 or not correct or not all(re.fullmatch(r"[\w'-]+", word) for word in words):
            continue
        content = [word for word in words if word not in FUNCTION_WORDS]
        ordinary = " ".join(words[:4]) in counts.phrases if len(words) <= 4 else False
        if len(content) >= 2 and not ordinary:
            found.setdefault(" ".join(words), correct)
    by_word: dict[str, list[str]] = defaultdict(list)
    for phrase, term in sorted(found.items()):
        by_word[max(phrase.split(" "), key=lambda word: _rarity(word, counts))].append(f"{phrase}\t{term}")
    lines = ("\t".join((word, *by_word[word])) for word in sorted(by_word))
    return HEADER + "".join(f"{line}\n" for line in lines)


def _rarity(word: str, counts: Counts) -> int:
    return 0 if word in FUNCTION_WORDS or len(word) < 3 else min(_cost(counts.word(form)) for form in bases(word))


def compounds(terms: Lexicon) -> dict[str, set[str]]:
    """Return the terms of two content words and at most a function word between: what follows each first word."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, (kinds, _) in terms.terms.items():
        first, *between, second = key
        if first in FUNCTION_WORDS or second in FUNCTION_WORDS or not FUNCTION_WORDS.issuperset(between):
            continue
        if not between or (len(between) == 1 and kinds != Kind.IDIOM):
            found[first].add("_".join((*between, second)))
    return found


# Tables --------------------------------------------------------------------------------------------------------------


def tables(terms: Lexicon, relations: Relations, counts: Counts) -> dict[str, bytes]:
    targets = {word for words in terms.terms for word in words}
    sources = {word for word in relations.of if counts.words[word] >= FEWEST_HITS}
    words = sorted(targets | sources | FUNCTION_WORDS)
    number = {word: place for place, word in enumerate(words)}
    fan_out: dict[str, float] = defaultdict(float)  # how many ways there are to write a word otherwise
    for others in relations.of.values():
        for other, strength in others.items():
            fan_out[other] += strength
    neighbour_index, neighbours, neighbour_costs = [0], [], []
    for word in words:
        ranked = sorted(
            (other not in relations.close[word], _exchange(strength, fan_out[other]), number[other])
            for other, strength in relations.of.get(word, {}).items()
            if other in targets
        )[:MOST_NEIGHBOURS]
        for _, cost, other in sorted(ranked, key=lambda row: row[2]):
            neighbours.append(other)
            neighbour_costs.append(cost)
        neighbour_index.append(len(neighbours))

    def contents(key: tuple[str, ...]) -> list[int]:
        return [number[word] for word in key if word not in FUNCTION_WORDS]

    order = sorted(terms.terms, key=lambda key: (contents(key), key))
    by_first = Counter(contents(key)[0] for key in order)
    term_index = [0]
    for place in range(len(words)):
        term_index.append(term_index[-1] + by_first[place])
    term_starts = [0]
    for key in order:
        term_starts.append(term_starts[-1] + len(key))
    pairs = sorted(
        (number[first], number[second])
        for first, second in counts.pairs
        if first in number and second in number and -COST * (counts.word(first) + counts.word(second)) > ORDINARY
    )
    by_head = Counter(first for first, _ in pairs)
    pair_index = [0]
    for place in range(len(words)):
        pair_index.append(pair_index[-1] + by_head[place])
    return {
        "words": "\n".join(words).encode("ascii"),
        "costs": bytes(_cost(counts.word(word)) for word in words),
        "neighbour_index": _pack("I", neighbour_index),
        "neighbours": _pack("H", neighbours),
        "neighbour_costs": bytes(neighbour_costs),
        "term_index": _pack("I", term_index),
        "term_seconds": _pack("H", (contents(key)[1] for key in order)),
        "term_starts": _pack("I", term_starts),
        "term_words": _pack("H", (number[word] for key in order for word in key)),
        "term_costs": bytes(_cost(terms.cost(key, terms.terms[key][0])) for key in order),
        "term_kinds": bytes(terms.terms[key][0] for key in order),
        "names": "\n".join("" if terms.terms[key][1] == " ".join(key) else terms.terms[key][1] for key in order).encode(
            "utf-8"
        ),
        "pair_index": _pack("I", pair_index),
        "pair_seconds": _pack("H", (second for _, second in pairs)),
        "weights": b"",
    }


def vectors(path: Path, words: list[str]) -> bytes:
    """Return the vectors of the words on their first principal axes, as signed bytes; zeros for a word without one."""
    import numpy as np

    wanted = {word: place for place, word in enumerate(words)}
    matrix: Any = None
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            word, _, numbers = line.partition(" ")
            if word in wanted:
                vector = np.array(numbers.split(), dtype=float)
                if matrix is None:
                    matrix = np.zeros((len(words), len(vector)))
                matrix[wanted[word]] = vector
    present = np.abs(matrix).sum(axis=1) > 0
    centred = np.where(present[:, None], matrix - matrix[present].mean(axis=0), 0.0)
    values, axes = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ axes[:, np.argsort(-values)[:DIMENSIONS]]
    reduced /= np.maximum(np.abs(reduced).max(axis=1, keepdims=True), 1e-9) / 127
    return bytes(np.rint(reduced).astype(np.int8).tobytes())


def _exchange(strength: float, fan_out: float) -> int:
    """Return the cost of one of the ways in which a word is written otherwise."""
    return _cost(math.log10(strength**2 / (0.5 * fan_out + 1)))


def _cost(chance: float) -> int:
    return max(0, min(UNSEEN - 1, round(-COST * chance)))


def _pack(code: str, values: Iterable[int]) -> bytes:
    packed = array(code, values)
    if byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


if __name__ == "__main__":
    main()
