"""What more rules cost on the same text: literal rules by the thousand, token patterns from 100 to 1,000.

    python benchmarks/rule_count.py [FILE] [--copies 10] [--rounds 5]

The first table adds 10 and 100 times as many literal rules as there are rules by default: each an ``existence`` rule of
one to three phrases of dictionary words. The second runs generated ``pattern`` rules alone, beside the tokens and tags
that they need. Their shapes are those of the grammar pack: function words with tags beside them, optional adverbs,
lemmas under a tag, words from a short list, antipatterns. All come from a fixed seed. Times are the least of the
rounds, in CPU time, over so many copies of the text, each a document of its own; compiling rules is counted apart.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from paralint.data import read
from paralint.engine.chosen_rules import rules_of
from paralint.engine.linter import Linter
from paralint.engine.settings import Settings
from paralint.ruleset.rule import Rule, decode
from paralint.ruleset.tree import Tree
from paralint.text.lexicon import load
from paralint.text.read import document

SEED = Path(__file__).parent.parent / "seeds" / "000_8140ba24074b4d3e.txt"
PREPOSITIONS = ("about", "against", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "under", "with")
DETERMINERS = ("a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our")
AUXILIARIES = ("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "must")
EXAMPLES = [{"bad": "[[One]]"}, {"bad": "[[Two]]"}, {"good": "Three", "why": "no one"}, {"good": "Four"}]
TAGS = ("NN", "NNS", "NNP", "JJ", "RB", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "IN", "DT", "CD")


class Words(NamedTuple):
    """Dictionary words by what they can be, in a fixed order."""

    nouns: list[str]
    verbs: list[str]
    adjectives: list[str]


def dictionary() -> Words:
    lexicon = load()
    words = Words([], [], [])
    for form in sorted(set(re.findall(r"\b[a-z]{3,}\b", read("thesaurus.txt").decode()))):
        entry = lexicon.entry(form)
        forms = "".join(reading.forms for reading in entry.readings) if entry is not None else ""
        for letter, group in (("n", words.nouns), ("b", words.verbs), ("a", words.adjectives)):
            if letter in forms:
                group.append(form)
    return words


def header(number: int, kind: str, body: dict[str, Any]) -> Rule:
    data = {
        "code": f"{chr(65 + number // 26000)}{chr(65 + number // 1000 % 26)}X{number % 1000:03}",
        "name": f"generated-{number}",
        "summary": "A generated rule",
        "extends": kind,
        "message": "'{match}'",
        "why": "to be counted",
        "examples": EXAMPLES,
        **body,
    }
    problems: list[Any] = []
    rule = decode(Tree(f"generated/{number}.yml", data, trusted=True), problems)
    if rule is None:
        raise SystemExit("\n".join(map(str, problems)))
    return rule


def literal_rules(count: int, words: Words, chance: random.Random) -> list[Rule]:
    def phrase() -> str:
        shapes = (words.nouns,), (words.adjectives, words.nouns), (words.verbs, words.nouns)
        return " ".join(chance.choice(group) for group in chance.choice(shapes))

    rules = []
    for number in range(count):
        phrases = sorted({phrase() for _ in range(chance.randint(1, 3))})
        rules.append(header(number, "existence", {"tokens": phrases, "ignorecase": "true"}))
    return rules


def pattern_rules(count: int, words: Words, chance: random.Random) -> list[Rule]:
    def some(group: Sequence[str], least: int = 1, most: int = 6) -> list[str]:
        return sorted(chance.sample(group, chance.randint(least, most)))

    adverbs = {"tag": ["RB"], "min": "0", "max": "2"}
    shapes: tuple[Callable[[], list[dict[str, Any]]], ...] = (
        lambda: [{"lower": some(words.verbs)}, {"lower": some(PREPOSITIONS, 1, 3)}, {"tag": some(TAGS, 1, 3)}],
        lambda: [{"lower": some(DETERMINERS)}, {"lower": some(words.adjectives)}, {"tag": ["NN", "NNS"]}],
        lambda: [{"lower": some(AUXILIARIES)}, adverbs, {"lower": some(words.verbs, 2, 20)}],
        lambda: [
            {"lemma": some(words.verbs), "tag": ["VB*"]},
            {"tag": ["DT"], "min": "0"},
            {"lower": some(words.nouns)},
        ],
        lambda: [{"lower": some(words.nouns)}, {"lower": some(PREPOSITIONS, 1, 2)}, {"lower": some(DETERMINERS)}],
        lambda: [{"lower": some(PREPOSITIONS, 1, 3)}, {"tag": some(TAGS, 1, 2)}, {"lower": some(words.nouns, 1, 12)}],
        lambda: [{"tag": ["MD"]}, adverbs, {"tag": ["VBZ", "VBD"], "not": {"lower": some(words.verbs)}}],
        lambda: [
            {"lower": some(words.nouns, 3, 20), "shape": "lower"},
            {"lower": ["that", "who", "which"]},
            adverbs,
            {"tag": some(("VB", "VBP", "VBZ", "VBD"), 1, 2)},
        ],
    )
    rules = []
    for number in range(count):
        shape = shapes[number % len(shapes)]
        body: dict[str, Any] = {"needs": ["tags"], "pattern": [shape() for _ in range(chance.choice((1, 1, 2)))]}
        if chance.random() < 0.5:
            body["unless"] = [[{"lower": some(words.nouns)}, {"tag": some(TAGS)}]]
        rules.append(header(number, "pattern", body))
    return rules


def timed(rules: Sequence[Rule], texts: Sequence[str], rounds: int) -> tuple[float, float, int]:
    """Return the seconds to compile the rules, the seconds to lint the texts, and the number of findings."""
    start = process_time()
    linter = Linter(rules)
    compiled = process_time() - start
    times = []
    found = 0
    for _ in range(rounds + 1):
        start = process_time()
        found = sum(len(linter.lint(document("x.txt", text))) for text in texts)
        times.append(process_time() - start)
    return compiled, min(times[1:]), found  # the first round loads the models


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SEED)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = [options.file.read_text(encoding="utf-8")] * options.copies
    size = sum(len(text.encode()) for text in texts) / 1e6
    words = dictionary()
    own = [rule for rule in rules_of(Settings()).rules if isinstance(rule, Rule)]
    literal = literal_rules(100 * len(own), words, random.Random(1))
    patterns = pattern_rules(1000, words, random.Random(2))
    runs = (
        ("default rules", own),
        ("and 10 x as many literal rules", own + literal[: 10 * len(own)]),
        ("and 100 x as many literal rules", own + literal),
        ("100 token patterns", patterns[:100]),
        ("1,000 token patterns", patterns),
    )
    print(f"{size:.2f} MB in {len(texts)} documents\n")
    print(f"{'rules':>34} {'number':>7} {'compile':>9} {'lint':>9} {'speed':>12} {'ratio':>6} {'findings':>9}")
    base = 0.0
    for name, rules in runs:
        compiled, time, found = timed(rules, texts, options.rounds)
        base = time if len(rules) in (len(own), 100) else base
        print(
            f"{name:>34} {len(rules):7} {compiled:7.2f} s {time:7.2f} s {size / time:7.3f} MB/s {time / base:6.2f}"
            f" {found:9}"
        )


if __name__ == "__main__":
    main()
