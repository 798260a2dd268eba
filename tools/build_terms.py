"""Build ``paralint/data/terms.bin``, and ``compounds.txt`` and ``tortured.txt`` beside it, from open data and counts.

``terms.bin`` has the collocations of a language model and of bigram counts, with the words that may be exchanged for
one another; the other two have terms and phrases that are listed somewhere. The same inputs give the same bytes.

    python tools/build_terms.py --wordnet oewn.yaml.xz --paraphrases tortured-phrases.json --idioms idioms.txt
        --compounds compound.txt --collocations tools/collocations.txt --expressions tools/idioms.txt
        --senses tools/wrong_senses.txt --organisations government-organisation.tsv --thesaurus words.txt
        --unigrams unigrams.txt --bigrams bigrams.txt --model en-us.lm.bin --vectors glove.6B.50d.txt
        --text FILE… --out paralint/data/terms.bin

The weights of the model that judges candidates are then trained and written into the file by ``tools/train_terms.py``.

Where each input comes from, and its licence, is told in ``docs/data-sources.md``. ``--text`` takes files and folders of
edited English (what ``tools/build_governors.py`` takes); what is used to measure the rules must not be among them.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise
from pathlib import Path
from sys import byteorder
from typing import Any

import yaml
from build_governors import paragraphs
from language_model import LanguageModel

from paralint.data import bloomier
from paralint.evidence.phrases.compounds import FILE as COMPOUNDS
from paralint.evidence.phrases.compounds import encode as encode_compounds
from paralint.evidence.phrases.tortured import FILE as TORTURED
from paralint.evidence.phrases.tortured import encode as encode_tortured
from paralint.evidence.words.exchanges import word_letters
from paralint.evidence.words.terms import (
    ALIKE,
    COST,
    FUNCTION_WORDS,
    LEVELS,
    LINKS,
    LISTED,
    MET_BITS,
    NO_LINK,
    RAREST,
    STRENGTH,
    STRIDE,
    STRONG,
    UNSEEN,
    USUAL,
    bases,
    bits_of,
    encode,
    key_of,
)
from paralint.text.morphology import word_classes, zipf_frequency
from paralint.text.scanner import scan_prose

WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
MOST_WORDS = 6  # in a term
RAREST_WORD = 2.0  # a word that the model lacks is a source if it is met as often as this (log10 in a billion words)
MOST_NEIGHBOURS = 48
FAINTEST = 0.2  # a relation that is weaker is none
COMMONER = 0.3  # what a factor of ten in frequency counts beside strength: paraphrasers put rare words for common ones
NEW = 1e-8  # what a new neighbour of a word is counted as
SEEN, TIES = 1e-8, 60.0  # how often a pair that is listed as fixed is met at least, and how much oftener than by chance
INPUTS = """
    wordnet paraphrases idioms compounds collocations expressions senses organisations thesaurus unigrams bigrams model
    vectors out
"""
TOO_RARE = 3e-10  # a pair of words that is not worth a row, unless a list or a text has it
GENERAL_HITS = 100_000_000  # of a first word that says too little to make a term
COMMON_HITS = 3_000_000  # of each word of a compound that only the long list has
SHORTEST_HALF = 3  # letters of a word that stands in a compound written as one
DIMENSIONS = 32  # of the vectors
DISCOUNT = 2000.0  # added to each unigram count
# How far a relation goes: synonyms; adjectives said to be similar; words of one root; the word for the kind instead of
# the thing. The thing instead of the kind is how people write.
SYNONYM, SIMILAR, DERIVED, SUPERORDINATE = 1.0, 0.6, 0.6, 0.4
KNOWN, SOUND = LISTED / STRENGTH, ALIKE / STRENGTH  # what paraphrasers are listed for; of those, words that look alike
WRITTEN, WRITTEN_AGAIN = 0.55, 0.1  # what a paraphraser is known to have written, and for each further time
OR = re.compile(r"\s*[/;,]\s*|\s+or\s+")
SUFFIXES = ("er", "or", "ing", "ion", "ment")
# Spellings of one word, British and American.
SPELLINGS = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("our", "or"),
    ("tre", "ter"), ("elle", "ele"), ("elli", "eli"), ("alli", "ali"), ("alle", "ale"), ("ence", "ense"),
    ("ogue", "og"), ("yse", "yze"), ("ae", "e"), ("oe", "e"), ("mme", "m"), ("ulf", "ulph"), ("oul", "ol"),
    ("dgem", "dgm"), ("quir", "nquir"), ("enq", "inq"),
)  # fmt: skip


class Kind:
    """What a term is, as bits."""

    LISTED = 1  # a dictionary has it
    IDIOM = 2
    TECHNICAL = 4
    NAME = 8  # of an institution
    COMPOUND = 16  # only a long list of compounds has it
    FIXED = 32  # it was listed as one that everybody knows


# Known paraphrases that are good English all the same.
SOUND = frozenset(
    [
        "area unit",
        "artificial data",
        "brief highlight",
        "character check",
        "cloud platform",
        "community security",
        "constant aggravation",
        "data technology",
        "domestic output",
        "elderly folks",
        "excess oxygen",
        "fourth era",
        "generate more items",
        "government oversight office",
        "green item",
        "higher pay levels",
        "image features",
        "image upgrade",
        "informational collection",
        "irregular request",
        "limited motivation",
        "low pay levels",
        "medical expertise",
        "message grouping",
        "most crowded",
        "named data sets",
        "new crown",
        "paranoid android",
        "question set",
        "safeguarding security",
        "seen value",
        "server farms",
        "speech processing",
        "speech signal",
        "square measure",
        "supply route",
        "technology spillover",
        "unique mark",
        "wireless sensor system",
    ]
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in INPUTS.split():
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    terms, relations, counts, tortured = gather(arguments)
    sections = tables(Collocations.read(arguments.model, arguments.bigrams, terms, counts), relations)
    sections["vectors"] = vectors(arguments.vectors, sections["words"].decode("ascii").split("\n"))
    arguments.out.write_bytes(encode(sections))
    (arguments.out.parent / COMPOUNDS).write_bytes(encode_compounds(compounds(terms)))
    (arguments.out.parent / TORTURED).write_bytes(tortured)


def gather(arguments: argparse.Namespace) -> tuple[Lexicon, Relations, Counts, str]:
    wordnet = WordNet.read(arguments.wordnet)
    rows = paraphrases(arguments.paraphrases)
    tortured = {" ".join(forms(phrase)) for phrase, _ in rows}
    counts = Counts.read(
        arguments.unigrams, arguments.bigrams, chain(texts(arguments.text), wordnet.glosses()), tortured
    )
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
    for name in fixed_phrases(arguments.collocations):
        terms.add(name, Kind.FIXED)
    for name in fixed_phrases(arguments.expressions):
        terms.add(name, Kind.IDIOM | (Kind.FIXED if len(name.split()) == 2 else 0))
    relations = Relations(wordnet, arguments.thesaurus, rows, wrong_senses(arguments.senses))
    return terms, relations, counts, listed(rows, counts)


# Reading -------------------------------------------------------------------------------------------------------------


def base(word: str) -> str:
    return word if word in FUNCTION_WORDS else bases(word)[0]


def texts(paths: Iterable[Path]) -> Iterator[list[str]]:
    """Yield the lower-cased tokens of each sentence."""
    for path in paths:
        for paragraph in paragraphs(path):
            scan = scan_prose(paragraph.replace(" @-@ ", "-").replace(" @,@ ", ","))
            bounds = [*scan.sentences, len(scan.forms)]
            for first, last in pairwise(bounds):
                yield [form.lower() for form in scan.forms[first:last]]


def paraphrases(path: Path) -> list[tuple[str, str]]:
    rows = json.loads(path.read_text(encoding="utf-8"))["phrases"]
    return [(plain(row["tortured"]), plain(row["correct"])) for row in rows]


def fixed_phrases(path: Path) -> Iterator[str]:
    """Yield the phrases of a list written for paralint, one a line; lines that begin with a mark say what follows."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0].isalpha():
            yield line.strip()


def wrong_senses(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield pairs of a word that paraphrasers put and the one that it stood for, and whether they only look alike.

    The list was written for paralint. A line has the right word, its class, and behind a colon the wrong ones; those
    of its fourth part look or sound alike.
    """
    alike = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            alike = line.startswith("# 4.")
        elif line:
            right, _, wrong = line.partition(":")
            yield from ((word, right.split()[0], alike) for word in wrong.split())


def plain(phrase: str) -> str:
    """Drop what the compilers of the list added: abbreviations in brackets, question marks."""
    return " ".join(re.sub(r"\([^)]*\)|[?\"]", " ", phrase).lower().replace("’", "'").split())


def forms(phrase: str) -> list[str]:
    return [form.lower() for form in scan_prose(phrase).forms]


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
        pairs: the base forms that the bigrams or the texts have side by side.
        phrases: which of the listed paraphrases the texts have, or the bigrams: those are ordinary English.
    """

    words: Counter[str]
    total: int
    adjacent: Counter[tuple[str, str]]
    pairs: set[tuple[str, str]]
    phrases: set[str]

    @classmethod
    def read(cls, unigrams: Path, bigrams: Path, sentences: Iterable[list[str]], listed: Container[str]) -> Counts:
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
                if phrase in listed:
                    phrases.add(phrase)
                pair = (base(first), base(second))
                if not FUNCTION_WORDS.intersection(pair):
                    adjacent[pair] += int(count)
        pairs = set(adjacent)
        for sentence in sentences:
            together = [(one, other) for one, other in pairwise(sentence) if content(one) and content(other)]
            pairs.update((base(one), base(other)) for one, other in together)
            for length in (2, 3, 4):
                runs = (" ".join(sentence[at : at + length]) for at in range(len(sentence) - length + 1))
                phrases.update(run for run in runs if run in listed)
        return cls(words, total, adjacent, pairs, phrases)

    def word(self, word: str) -> float:
        return math.log10((self.words[word] + DISCOUNT) / self.total)


def content(form: str) -> bool:
    return form not in FUNCTION_WORDS and WORD.fullmatch(form) is not None


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


class Relations:
    """Which words a paraphraser may put for one another, in base forms, with a strength from 0 to 1, more if listed.

    ``close`` has those that WordNet relates; they are kept first where there are too many.
    """

    def __init__(
        self,
        wordnet: WordNet,
        thesaurus: Path,
        paraphrases: Iterable[tuple[str, str]],
        senses: Iterable[tuple[str, str, bool]],
    ) -> None:
        self.of: dict[str, dict[str, float]] = defaultdict(dict)
        derived = self._wordnet(wordnet)
        self.close: dict[str, set[str]] = defaultdict(set, {word: set(others) for word, others in self.of.items()})
        self._thesaurus(thesaurus)
        self._parallels(derived)
        self._written(paraphrases)
        for wrong, right, alike in senses:
            if WORD.fullmatch(wrong) and WORD.fullmatch(right):
                self._put(wrong, right, SOUND if alike else KNOWN)

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

    def _written(self, paraphrases: Iterable[tuple[str, str]]) -> None:
        """What paraphrasers are known to write for a word, the closer the oftener they do."""
        written: Counter[tuple[str, str]] = Counter()
        for phrase, terms in paraphrases:
            for term in OR.split(terms):
                words, meant = phrase.replace("-", " ").split(), term.replace("-", " ").split()
                if len(words) == len(meant):
                    written.update(
                        pair
                        for pair in zip(map(base, words), map(base, meant), strict=True)
                        if all(map(WORD.fullmatch, pair))
                    )
        for (word, meant), times in written.items():
            self._put(word, meant, min(SYNONYM, WRITTEN + WRITTEN_AGAIN * (times - 1)))


def listed(rows: list[tuple[str, str]], counts: Counts) -> bytes:
    """Return the known paraphrases that are not ordinary English: none of the texts and no common bigram has them.

    Phrases stand under their rarest word, so that few documents have it.
    """
    found = {}
    for tortured, correct in rows:
        words = forms(tortured)
        if len(words) < 2 or not correct or not all(re.fullmatch(r"[\w'-]+", word) for word in words):
            continue
        content = [word for word in words if word not in FUNCTION_WORDS]
        ordinary = " ".join(words[:4]) in counts.phrases if len(words) <= 4 else False
        phrase = " ".join(words)
        if len(content) >= 2 and not (ordinary or phrase in SOUND or phrase == correct.lower()):
            found.setdefault(phrase, correct)
    by_word: dict[str, list[str]] = defaultdict(list)
    for phrase, term in sorted(found.items()):
        by_word[max(phrase.split(" "), key=lambda word: _rarity(word, counts))].extend((phrase, term))
    return encode_tortured(by_word)


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


# Collocations --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Collocations:
    """What English puts together, in base forms, with probabilities.

    Attributes:
        words: of each word.
        pairs: of two content words side by side; zero for those that only a list or a text has.
        joined: of two content words with a link between.
    """

    words: dict[str, float]
    pairs: dict[tuple[str, str], float]
    joined: dict[tuple[str, str, str], float]

    @classmethod
    def read(cls, model: Path, bigrams: Path, terms: Lexicon, counts: Counts) -> Collocations:
        read = LanguageModel.read(model)
        known = [bool(WORD.fullmatch(word)) and bool(word_classes(word)) for word in read.words]
        forms = [base(word) if ok else "" for word, ok in zip(read.words, known, strict=True)]
        words: dict[str, float] = defaultdict(float)
        for form, chance in zip(forms, read.unigrams.tolist(), strict=True):
            if form:
                words[form] += 10**chance
        function = [word in FUNCTION_WORDS for word in read.words]
        content = [bool(form) and not other for form, other in zip(forms, function, strict=True)]
        pairs: dict[tuple[str, str], float] = defaultdict(float)
        for (first, second), chance in zip(read.pairs.tolist(), read.pair_chances.tolist(), strict=True):
            if content[first] and content[second]:
                pairs[forms[first], forms[second]] += 10**chance
        joined: dict[tuple[str, str, str], float] = defaultdict(float)
        for (first, link, second), chance in zip(read.triples.tolist(), read.triple_chances.tolist(), strict=True):
            if content[first] and content[second] and read.words[link] in LINKS:
                joined[forms[first], read.words[link], forms[second]] += 10**chance
        pairs = defaultdict(float, {pair: chance for pair, chance in pairs.items() if chance > TOO_RARE})
        half = counts.total * 2  # the pairs of the bigram counts are half of what the words are
        for pair, hits in counts.adjacent.items():
            if pair not in pairs and words.keys() >= set(pair):
                # Counted on the web, a collocation is worth half as much: a tenth of it are menus and titles.
                pairs[pair] = hits / half
        for pair in counts.pairs:
            pairs.setdefault(pair, 0.0)
        for word, chance in words.items():
            for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
                halves = (word[:at], word[at:])
                if halves in pairs or halves in terms.terms:  # "shipyard", of which some write "ship yard"
                    pairs[halves] = max(chance, pairs[halves])
        for written, (kinds, _) in terms.terms.items():
            fixed = bool(kinds & Kind.FIXED)
            key = tuple(american(word, words) for word in written) if fixed else written
            if len(key) == 2 or fixed:
                for one, other in pairwise(key):
                    if not FUNCTION_WORDS.intersection((one, other)):
                        least = _least(words.get(one, 0.0) * words.get(other, 0.0)) if fixed else 0.0
                        pairs[one, other] = max(least, pairs.get((one, other), 0.0))
            if len(key) == 3 and key[1] in LINKS:
                least = _least(words.get(key[0], 0.0) * words.get(key[2], 0.0)) if fixed else 0.0
                joined[key[0], key[1], key[2]] = max(least, joined.get((key[0], key[1], key[2]), 0.0))
        return cls(dict(words), dict(pairs), dict(joined))


def _least(expected: float) -> float:
    """Return how often a pair that was listed as fixed is met at least, if chance would have it so often."""
    return max(SEEN, TIES * expected)


def american(word: str, known: Container[str]) -> str:
    """Return the spelling of a word that is known; the word itself if it is known, or none is."""
    if word not in known:
        for one, other in SPELLINGS:
            place = word.rfind(one)
            if place > 0 and word[:place] + other + word[place + len(one) :] in known:
                return word[:place] + other + word[place + len(one) :]
    return word


# Tables --------------------------------------------------------------------------------------------------------------


def tables(found: Collocations, relations: Relations) -> dict[str, bytes]:
    known = {word for word in found.words if word not in FUNCTION_WORDS}
    spellings: dict[str, str] = {}
    related: dict[str, dict[str, float]] = defaultdict(dict)
    for source, others in relations.of.items():
        word = american(source, known)
        if word != source:
            spellings[source] = word
        elif word not in known and zipf_frequency(word) < RAREST_WORD and max(others.values()) < KNOWN:
            continue
        for other, strength in others.items():
            target = american(other, known)
            if target in known and target != word and strength >= FAINTEST:
                related[word][target] = max(strength, related[word].get(target, 0.0))
    words = sorted(known | related.keys())
    if len(words) > 1 << 16:
        raise SystemExit(f"{len(words)} words are too many for the tables")
    number = {word: place for place, word in enumerate(words)}
    nouns = {word for word in words if "noun" in word_classes(word)}
    neighbours, strengths = [], []
    for word in words:
        here = related.get(word, {})
        likely = {
            other: strength + COMMONER * zipf_frequency(other) + (MOST_NEIGHBOURS if strength >= KNOWN else 0)
            for other, strength in here.items()
        }
        chosen = sorted(sorted(likely, key=lambda other: (-likely[other], other))[:MOST_NEIGHBOURS])
        neighbours.append([number[other] for other in chosen])
        strengths += [round(STRENGTH * here[other]) for other in chosen]
    pairs = sorted(
        (number[first], NO_LINK, number[second], _cost(_log(chance)))
        for (first, second), chance in found.pairs.items()
        if first in number and second in nouns
    )
    joined = sorted(
        (number[first], LINKS.index(link), number[second], _cost(_log(chance)))
        for (first, link, second), chance in found.joined.items()
        if first in number and second in nouns
    )
    links = [sum(chance for (_, link, _), chance in found.joined.items() if link == each) for each in LINKS]
    openings, closings = _openness(found, 0), _openness(found, 1)
    costs = bytes(_cost(_log(found.words.get(word, 0.0)) or zipf_frequency(word) - 9) for word in words)
    link_costs = bytes(_cost(_log(chance)) for chance in links)
    return {
        "words": "\n".join(words).encode("ascii"),
        "spellings": "\n".join(
            f"{form} {word}" for form, word in sorted(spellings.items()) if form not in number
        ).encode("ascii"),
        "costs": costs,
        "classes": bytes(bits_of(word_letters(word)) for word in words),
        "openings": _signed(openings.get(word, 0.0) for word in words),
        "closings": _signed(closings.get(word, 0.0) for word in words),
        **_counted("neighbour", "B", map(len, neighbours)),
        "neighbours": _pack("H", chain.from_iterable(neighbours)),
        "strengths": _halves(strengths),
        **_collocations(pairs, joined, costs, link_costs),
        "link_costs": link_costs,
        "weights": b"",
    }


Met = tuple[int, int, int, int]  # two words that are met: the first, the number of the link, the second, the cost


def _collocations(pairs: list[Met], joined: list[Met], costs: bytes, link_costs: bytes) -> dict[str, bytes]:
    """Return the tables of the collocations, and the filter of what else is met."""

    def strong(met: Met) -> bool:
        first, link, second, cost = met
        chance = costs[first] + costs[second] + (0 if link == NO_LINK else link_costs[link])
        return cost <= RAREST and cost <= chance - STRONG

    fixed, fixed_joined = list(filter(strong, pairs)), list(filter(strong, joined))
    others = {
        key_of(first, link, second): int(cost <= USUAL)
        for first, link, second, cost in chain(pairs, joined)
        if not strong((first, link, second, cost))
    }
    size = len(costs)
    return {
        **_counted("pair", "H", _number(size, fixed)),
        "pair_seconds": _pack("H", (second for _, _, second, _ in fixed)),
        "pair_costs": bytes(cost for *_, cost in fixed),
        **_counted("joined", "H", _number(size, fixed_joined)),
        "joined_links": bytes(link for _, link, _, _ in fixed_joined),
        "joined_seconds": _pack("H", (second for _, _, second, _ in fixed_joined)),
        "joined_costs": bytes(cost for *_, cost in fixed_joined),
        "met": bloomier.encode(others, MET_BITS),
    }


def _number(size: int, found: Iterable[Met]) -> list[int]:
    number = Counter(first for first, *_ in found)
    return [number[place] for place in range(size)]


def _counted(name: str, kind: str, counts: Iterable[int]) -> dict[str, bytes]:
    """Return the counts of the items of each word, and the sum of those before each sixteenth."""
    numbers = list(counts)
    sums = [0, *accumulate(numbers)]
    return {f"{name}_sums": _pack("I", sums[::STRIDE]), f"{name}_counts": _pack(kind, numbers)}


def _halves(strengths: Iterable[int]) -> bytes:
    """Return the levels that are nearest to strengths, two in a byte."""
    digits = "".join(f"{min(range(len(LEVELS)), key=lambda at: abs(LEVELS[at] - each)):x}" for each in strengths)
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _openness(found: Collocations, side: int) -> dict[str, float]:
    """Return how many different words stand beside each, as a share of how often any stands there (log10)."""
    kinds: Counter[str] = Counter()
    mass: dict[str, float] = defaultdict(float)
    for pair, chance in found.pairs.items():
        if chance:
            kinds[pair[side]] += 1
            mass[pair[side]] += chance
    return {word: math.log10(number * NEW / mass[word]) for word, number in kinds.items()}


def _log(chance: float) -> float:
    return math.log10(chance) if chance else 0.0


def _signed(values: Iterable[float]) -> bytes:
    return array("b", (max(-127, min(127, round(COST * value))) for value in values)).tobytes()


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


def _cost(chance: float) -> int:
    """Return the cost of a chance given as log10; 0.0 says that it is not known."""
    return max(1, min(UNSEEN - 1, round(-COST * chance))) if chance else UNSEEN


def _pack(code: str, values: Iterable[int]) -> bytes:
    packed = array(code, values)
    if byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


if __name__ == "__main__":
    main()
