"""Build ``paralint/data/expressions.txt``: idioms and terms of three words and more with one word open.

    python tools/build_expressions.py --list idioms.txt wiktionary.txt idiom_keywords.tsv --pie PIE_annotations.json
        --wordnet oewn.yaml.xz --thesaurus words.txt --paraphrases tortured-phrases.json --senses tools/wrong_senses.txt
        --compounds compound.txt --idioms tools/idioms.txt --text FILE… --out paralint/data/expressions.txt

Where each input comes from, and its licence, is told in ``docs/data-sources.md``. An expression with an open place is
of use only if good writers put nothing related there instead of its own word ("turn of the century", "of the year").
So all are looked for in the texts; those are kept whose own word stands there ten times as often as related ones
together. Where the rest is of three words and more, a few related ones do not matter, and are kept as exceptions. What
no text has is kept if a list of idioms or a dictionary has it, and dropped if only the long list of compounds has.

The preposition of an idiom of lists or a dictionary is open, too, if hardly any other one is met in the texts there.

Related is here more than ``terms.bin`` has: all that a thesaurus has beside a word, and all of one kind with it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from build_governors import batches, paragraphs
from build_terms import Relations, WordNet, fixed_phrases, paraphrases, wrong_senses

from paralint.evidence.phrases import idioms
from paralint.evidence.phrases.expressions import DROPPED, Key, Template, encode, key_of
from paralint.evidence.phrases.idiom_prepositions import PREPOSITIONS
from paralint.evidence.words.terms import FUNCTION_WORDS, bases
from paralint.text.morphology import zipf_frequency
from paralint.text.read import document

WORDS = range(3, 8)  # in an expression
SHORTEST = 3  # letters of a word that can be open
OTHERS = 0.1  # related words in the open place for each time that its own stands there
LONG, FEW = 3, 4  # words of an expression whose rest says more; related words that may stand in it all the same
COMMONER = 0.3  # what the frequency of the commoner anchor counts beside that of the rarer one
_NUMERALS = "two three four five six seven eight nine ten eleven twelve hundred thousand million dozen"
NUMERALS = frozenset(_NUMERALS.split())
ANYTHING = frozenset({"someone", "somebody", "something", "one"})
ASIDE = re.compile(r"\([^)]*\)|[!?.,;:\"]")
WORD = re.compile(r"[a-z]+")
Hole = tuple[tuple[str, ...], int]  # an expression and an open place
Rest = tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, nargs="+", required=True)
    for name in ("pie", "wordnet", "thesaurus", "paraphrases", "senses", "compounds", "idioms", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    arguments = parser.parse_args()
    wordnet = WordNet.read(arguments.wordnet)
    senses = wrong_senses(arguments.senses)
    related = Related(wordnet, Relations(wordnet, arguments.thesaurus, paraphrases(arguments.paraphrases), senses))
    listed = set(expressions(_listed(arguments, wordnet)))
    compounds = arguments.compounds.read_text(encoding="latin-1").splitlines()
    known = listed.union(expressions(name for name in compounds if name.islower()))
    templates = [*openings(known), *preposition_openings(listed)]
    own, others, words = count(index(templates), arguments.text, related)
    alike: dict[Rest, set[str]] = defaultdict(set)
    for expression in known:
        for place, word in enumerate(expression):
            alike[(*expression[:place], "", *expression[place + 1 :])].add(word)
    kept = []
    for template in templates:
        rest = (*template.words[: template.open], "", *template.words[template.open + 1 :])
        fillers = others.get((template.words, template.open), Counter())
        times = own[template.words, template.open]
        rare = sum(fillers.values()) <= OTHERS * times
        if template.words[template.open] in FUNCTION_WORDS:
            if rare:
                kept.append(template._replace(fillers=frozenset(fillers)))
            continue
        if not NUMERALS.isdisjoint(rest):
            continue  # "two weeks old" is as good as "two years old"
        if (rare or (len(rest) > LONG and len(fillers) <= FEW)) and (times or template.words in listed):
            word = template.words[template.open]
            exceptions = fillers.keys() | {other for other in alike[rest] if other != word and related(other, word)}
            kept.append(template._replace(fillers=frozenset(exceptions)))
    arguments.out.write_bytes(encode(kept))
    print(f"{words} tokens; {len(known)} expressions, {len(kept)} templates")


class Related:
    """Whether a word may stand for another one, by all that is known: related words, and words of one kind."""

    def __init__(self, wordnet: WordNet, relations: Relations) -> None:
        self.relations = relations.of
        self.kinds: dict[str, set[str]] = defaultdict(set)
        for lemma, forms in wordnet.entries.items():
            for form in forms.values():
                for sense in form["sense"]:
                    self.kinds[bases(lemma.lower())[0]].update(wordnet.synsets[sense["synset"]].get("hypernym", ()))

    def __call__(self, one: str, other: str) -> bool:
        related = other in self.relations.get(one, {}) or one in self.relations.get(other, {})
        return related or not self.kinds.get(one, set()).isdisjoint(self.kinds.get(other, set()))


def _listed(arguments: argparse.Namespace, wordnet: WordNet) -> Iterator[str]:
    for path in arguments.list:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")[0]
    for row in json.loads(arguments.pie.read_text(encoding="utf-8")):
        yield row["idiom"]
    yield from (name for name in wordnet.phrases() if name.islower())
    yield from fixed_phrases(arguments.idioms)


def expressions(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of expressions in base forms, without articles, possessives and what stands for an object."""
    for name in names:
        words = ASIDE.sub(" ", name.lower().replace("’", "'")).replace("-", " ").split()
        if words and words[0] == "to":
            words = words[1:]
        while words and words[-1] in ANYTHING:
            words = words[:-1]
        kept = [word.removesuffix("'s").removesuffix("'") for word in words if word not in DROPPED]
        kept = [word for word in kept if word not in ("someone", "somebody")] if "'s" in name else kept
        if kept and kept[0] == "be":
            kept = kept[1:]
        if len(kept) in WORDS and all(map(WORD.fullmatch, kept)) and not ANYTHING.intersection(kept[1:]):
            yield tuple(word if word in FUNCTION_WORDS else bases(word)[0] for word in kept)


def openings(known: Iterable[tuple[str, ...]]) -> Iterator[Template]:
    """Yield the templates of expressions: each content word open whose rest says enough to be looked for."""
    for words in sorted(known):
        for hole, word in enumerate(words):
            rest = [place for place in range(len(words)) if place != hole]
            if not _content(word) or not (len(rest) > 2 or any(_content(words[place]) for place in rest)):
                continue
            pairs = [(one, other) for one in rest for other in rest if other - one in (1, 2)]
            near = [(one, other) for one, other in pairs if other - one == 1] or pairs
            if near:
                one, other = min(near, key=lambda pair: _frequency(words[pair[0]], words[pair[1]]))
                yield Template(words, hole, one, other - one, frozenset())


def preposition_openings(listed: Iterable[tuple[str, ...]]) -> Iterator[Template]:
    """Yield the templates of idioms with their preposition open, which stands before or between two content words.

    The last word is never open: what follows an idiom may ask for another preposition.
    """
    for words in sorted(listed):
        content = [place for place, word in enumerate(words) if _content(word)]
        pairs = [(one, other) for one, other in combinations(content, 2) if other - one <= 2]
        if pairs:
            one, other = min(pairs, key=lambda pair: _frequency(words[pair[0]], words[pair[1]]))
            for hole, word in enumerate(words[:-1]):
                if word in PREPOSITIONS and word in FUNCTION_WORDS:
                    yield Template(words, hole, one, other - one, frozenset())


def _content(word: str) -> bool:
    return word not in FUNCTION_WORDS and len(word) >= SHORTEST


def _frequency(one: str, other: str) -> float:
    rarer, commoner = sorted((zipf_frequency(one), zipf_frequency(other)))
    return rarer + COMMONER * commoner


def index(templates: Iterable[Template]) -> dict[str, dict[Key, tuple[Template, ...]]]:
    grouped: dict[str, dict[Key, list[Template]]] = defaultdict(lambda: defaultdict(list))
    for template in templates:
        second = template.words[template.anchor + template.gap]
        grouped[template.words[template.anchor]][key_of(second, template.gap)].append(template)
    return {word: {key: tuple(group) for key, group in by_key.items()} for word, by_key in grouped.items()}


def count(
    known: dict[str, dict[Key, tuple[Template, ...]]], paths: Iterable[Path], related: Related
) -> tuple[Counter[Hole], dict[Hole, Counter[str]], int]:
    """Count in texts how often the own word of each open place stands there, and which others do that might."""
    own: Counter[Hole] = Counter()
    others: dict[Hole, Counter[str]] = defaultdict(Counter)
    size = 0
    nothing: dict[Key, tuple[Template, ...]] = {}
    for path in paths:
        for text in batches(paragraphs(path)):
            if not text:
                continue
            read = document("text.txt", text)
            size += len(read.tokens)
            entries = idioms.index(read, lambda word: known.get(word, nothing))
            for run in idioms.runs(read):
                found = list(idioms.search(read, run, entries))
                covered = {place for each in found if each.whole for place in range(each.first, each.last + 1)}
                for each in found:
                    hole = (each.template.words, each.template.open)
                    form = read.tokens.word(each.place).lower
                    if each.whole:
                        own[hole] += 1
                    elif each.template.words[each.template.open] in FUNCTION_WORDS:
                        if form in PREPOSITIONS:
                            others[hole][form] += 1
                    elif each.place not in covered and idioms.exchangeable(read, each.place):
                        word = bases(form)[0]
                        if related(word, each.template.words[each.template.open]):
                            others[hole][word] += 1
    return own, others, size


if __name__ == "__main__":
    main()
