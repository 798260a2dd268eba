"""Put slips of grammar and wrong words into sound texts, for ``train_encoder.py`` to learn from.

    python tools/damaged_texts.py OUT.jsonl FOLDER... [--seed 1]
    python tools/damaged_texts.py OUT.jsonl --articles tools/damage [--whole] [--seed 1]

Each FOLDER has sound texts as ``.txt`` (sources: ``docs/data-sources.md``). Half of their sentences get a slip of a
kind of ``benchmarks/slips``, rare kinds as often as common ones, and a fourth of these a second one. One in 16 of the
content words for which the lists know what rewriting programs put in their place (``wrong_senses.txt``,
``look_alikes.txt``, ``collocated_senses.txt``) is exchanged for that. And of the words that are tied to one beside them
("security forces", "voiced concern") one in 12 becomes a related one that English ties to none of them ("security
energies", "muted concern"): thesauri of rewriting programs know no context. One in four of the figures, days, months
and names that a text has told before is told otherwise. OUT has a JSON object a line for each text: ``text``, and
``damage``, rows of its first and last place, the last exclusive, and its sort. Where a word was left out both are one.

``--articles`` puts slips into the articles of a folder that are damaged already, away from where they are, and into
their originals; with ``--whole`` both come as they are, too. Such texts are stiff all over, as those that are judged,
and a teacher tells of each word whether it is more than that.

Needs nothing but paralint. A million words take 80 seconds of one processor.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from annotated import Spans, read_learned, texts_of

from paralint.evidence.phrases.company import tied
from paralint.evidence.phrases.paraphrases import ALIKE
from paralint.evidence.phrases.phrase_search import inflected
from paralint.evidence.phrases.triples import around, levels
from paralint.evidence.phrases.vectors import nearness
from paralint.evidence.words.exchanges import content_numbers, exchanges, word_letters
from paralint.evidence.words.terms import STRENGTH, load
from paralint.text.document import Document
from paralint.text.read import document

ROOT = Path(__file__).parent.parent
LISTS = ("wrong_senses", "look_alikes", "collocated_senses")
CLASSES = {"n": "N", "v": "V", "a": "J", "r": "R"}  # of words in the lists, and the first letters of their tags
TERMS = {"N": "n", "V": "v", "J": "a"}  # of words that are tied to others: first letters of tags, letters of classes
KEPT = frozenset({"be", "have", "do", "can"})  # which the lists have as words of their own, and texts as auxiliaries
LENGTHS = range(300, 60_000)  # characters of a text that is taken
SLIP, SECOND = 0.5, 0.25  # shares of sentences with a slip, and of these with a second
WORD, MANY = 0.06, 400  # share of words that are exchanged; one that was exchanged so often gets half the share
TORN = 0.08  # share of tied words that are exchanged for words that are not
TIED, RELATED, CHOICE = 1.5, 0.45, 8  # how fast they are tied, in powers of ten, how close the others are, and how many
REFUTED = 0.25  # share of what was told before that is told otherwise
LISTED = (
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"],
)
NAMED = 5  # letters of a name that is told otherwise
EVEN, MET = 0.8, 20  # a kind of slip met n times is drawn with the weight 1 / (MET + n) ** EVEN


class Damage(NamedTuple):
    """``new`` in the place of ``text[first:last]``, and the sort of damage that it is."""

    first: int
    last: int
    new: str
    sort: str


class Spoiler:
    """Spoils texts; what was done before makes rarer kinds of damage likelier."""

    def __init__(self, seed: int) -> None:
        sys.path.insert(0, str(ROOT / "benchmarks"))
        mutations = import_module("grammar_mutations")
        modules = [import_module(f"slips.{name}") for name in mutations.FAMILIES]
        self._sentences, self._changes_of = mutations.sentences, mutations.changes_of
        self._families = [module.changes for module in modules if hasattr(module, "changes")]
        self._draw = random.Random(seed)
        self._kinds: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        self._wrong = wrong_words()

    def spoil(self, text: str, known: Spans) -> tuple[str, Spans]:
        """Return a text with more damage than is known of it, and where all of it is."""
        parsed = document("text.txt", text)
        slips = [slip for first, last in self._sentences(parsed) for slip in self._slips(parsed, first, last)]
        wrong = list(self._exchanged(parsed, slips))
        more = [*slips, *wrong, *self._torn(parsed, slips + wrong)]
        more += list(self._refuted(parsed, more))
        return applied(text, [one for one in more if not any(are_near([one], *place[:2]) for place in known)], known)

    def _slips(self, text: Document, first: int, last: int) -> Iterator[Damage]:
        """Yield the slips of a sentence, from token ``first`` up to, not including, ``last``."""
        if self._draw.random() > SLIP:
            return
        kinds = defaultdict(list)
        for change in self._changes_of(text, first, last, self._draw, self._families):
            kinds[change.kind].append(change)
        taken: list[range] = []
        for _ in range(2 if self._draw.random() < SECOND else 1):
            if not kinds:
                return
            names = list(kinds)
            kind = self._draw.choices(names, [1 / (MET + self._kinds[name]) ** EVEN for name in names])[0]
            change = self._draw.choice(kinds[kind])
            damage = placed(text, change.first, change.last, change.new)
            if damage.new.strip().lower() == text.text[damage.first : damage.last].strip().lower() or any(
                change.first <= one.stop and one.start <= change.last + 1 for one in taken
            ):
                continue
            taken.append(range(change.first, change.last + 1))
            self._kinds[kind] += 1
            yield damage

    def _exchanged(self, text: Document, slips: list[Damage]) -> Iterator[Damage]:
        """Yield wrong words for right ones that no slip touches."""
        starts, ends = text.tokens.starts, text.tokens.ends
        for at, tag in enumerate(text.tags):
            lemma = text.lemma(at)
            wrong = None if tag.startswith("NNP") or lemma in KEPT else self._wrong.get((lemma, tag[0]))
            if not wrong or self._draw.random() > WORD / (1 + self._words[lemma] / MANY):
                continue
            start, end = starts[at], ends[at]
            if are_near(slips, start, end):
                continue
            new = written_as(
                text.text[start], inflected(self._draw.choice(wrong).replace("~", " ").replace("-", " "), tag)
            )
            if new.lower() != text.text[start:end].lower():
                self._words[lemma] += 1
                yield Damage(start, end, new, "phrase")

    def _torn(self, text: Document, others: list[Damage]) -> Iterator[Damage]:
        """Yield words that English does not put where they stand for related ones that it does; none near others."""
        starts, ends = text.tokens.starts, text.tokens.ends
        for at, tag in enumerate(text.tags):
            if tag[0] not in TERMS or tag.startswith("NNP") or self._draw.random() > TORN or tied(text, at) < TIED:
                continue
            start, end = starts[at], ends[at]
            words = () if are_near(others, start, end) else related(text, at)
            if words:
                yield Damage(start, end, written_as(text.text[start], self._draw.choice(words)), "phrase")

    def _refuted(self, text: Document, others: list[Damage]) -> Iterator[Damage]:
        """Yield something else for what was told before; nothing near other damage."""
        told = set()
        for start, end, tag in zip(text.tokens.starts, text.tokens.ends, text.tags, strict=True):
            word = text.text[start:end]
            if word in told and self._draw.random() < REFUTED and not are_near(others, start, end):
                new = self._otherwise(word, tag)
                if new:
                    yield Damage(start, end, new, "name" if tag.startswith("NNP") else "contradiction")
            told.add(word)

    def _otherwise(self, word: str, tag: str) -> str | None:
        """Return another figure, day or month, or a name written otherwise."""
        for listed in LISTED:
            if word in listed:
                return self._draw.choice([other for other in listed if other != word])
        figures = [at for at, letter in enumerate(word) if letter.isdigit()]
        if tag == "CD" and figures:
            at = self._draw.choice(figures)
            return word[:at] + self._draw.choice([each for each in "123456789" if each != word[at]]) + word[at + 1 :]
        if tag.startswith("NNP") and word.isalpha() and len(word) >= NAMED:
            at = self._draw.randrange(1, len(word) - 1)
            return self._draw.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                    word[:at] + self._draw.choice("aeioulnrst") + word[at + 1 :],
                    word[:at] + self._draw.choice("aeioulnrst") + word[at:],
                )
            )
        return None


def are_near(damage: list[Damage], start: int, end: int) -> bool:
    """Whether some damage touches ``text[start:end]``, or nearly."""
    return any(one.first < end + 2 and start < one.last + 2 for one in damage)


def written_as(letter: str, new: str) -> str:
    """Return a word with a capital if the first letter of the one in whose place it comes is one."""
    return new[:1].upper() + new[1:] if letter.isupper() else new


def related(text: Document, at: int) -> list[str]:
    """Return the closest words that a thesaurus may put for one, and English does not put where it stands."""
    terms, word, tag = load(), text.tokens.word(at).lower, text.tags[at]
    own = content_numbers(word)
    found = []
    for number, strength in exchanges(own).items():
        other = terms.words[number]
        if (
            strength < RELATED * STRENGTH
            or word_letters(other)[:1] != TERMS[tag[0]]
            or other[:4] == word[:4]
            or any(nearness(one, number) >= ALIKE for one in own)  # it may do as well
        ):
            continue
        new = inflected(other, tag)
        if not tied(text, at, new) and not any(levels(around(text, at, at), new)):
            found.append((strength, new))
    return [new for _, new in sorted(found, reverse=True)[:CHOICE]]


def placed(text: Document, first: int, last: int, new: str) -> Damage:
    """Return what puts ``new`` in the place of tokens; a blank beside them comes or goes with them."""
    starts, ends = text.tokens.starts, text.tokens.ends
    if first == last:
        return Damage(starts[first], starts[first], new + " ", "grammar")
    end = ends[last - 1] if new or last == len(starts) else starts[last]
    return Damage(starts[first], end, new, "grammar")


def applied(text: str, damage: list[Damage], known: Spans) -> tuple[str, Spans]:
    """Return the text with damage, and the places of it and of what is known; of two on one place the first is done."""
    parts, places = [], []
    done = length = 0
    ends, shifts = [0], [0]  # behind each damage that is done, and by how much what follows has moved
    for one in sorted(damage):
        if one.first < done:
            continue
        parts += [text[done : one.first], one.new]
        length += one.first - done
        places.append((length, length + len(one.new.rstrip()), one.sort))
        length += len(one.new)
        done = one.last
        ends.append(done)
        shifts.append(length - done)
    for first, last, sort in known:
        shift = shifts[bisect_right(ends, first) - 1]
        places.append((first + shift, last + shift, sort))
    return "".join([*parts, text[done:]]), sorted(places)


def wrong_words() -> dict[tuple[str, str], list[str]]:
    """Return what is put for words, by their lemma and the first letter of their tag."""
    found = defaultdict(list)
    for name in LISTS:
        for line in (ROOT / "tools" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            right, colon, wrong = line.partition(":")
            word, _, letter = right.strip().partition(" ")
            if colon and letter in CLASSES and not line.startswith("#"):
                found[word, CLASSES[letter]] += wrong.split()
    return dict(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--articles", type=Path, help="a folder of annotated articles")
    parser.add_argument("--whole", action="store_true", help="the texts as they are, too")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.folders and not options.articles:
        parser.error("no FOLDER and no --articles: there is nothing to put slips into")
    spoiler = Spoiler(options.seed)
    paths = sorted(path for folder in options.folders for path in folder.glob("*.txt"))
    random.Random(options.seed).shuffle(paths)
    texts: list[tuple[str, Spans]] = [(path.read_text(encoding="utf-8"), []) for path in paths]
    if options.articles:
        originals = texts_of(options.articles, "clean")
        for name, text, known in read_learned(options.articles):
            texts += [(text, known), (originals[name], [])]
    with options.out.open("w", encoding="utf-8") as out:
        for text, known in texts:
            if len(text) in LENGTHS:
                for spoilt, damage in [*([(text, known)] if options.whole else []), spoiler.spoil(text, known)]:
                    out.write(json.dumps({"text": spoilt, "damage": damage}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
