"""Perturbation benchmark: which changed facts of a restatement are found, and what is raised on faithful ones.

    python benchmarks/restatements.py TEXTS [--most 2000] [--far] [--show TYPE]

A sentence of a clean article is restated (words swapped from a list of this file, a phrase of time moved, a clause of
reporting turned round) and put behind its paragraph, or at the end of the article with ``--far``. The restatement is
faithful, or has exactly one fact changed. Printed: recall by type of change (a contradiction is reported at the changed
words; any slot counts, the right one is counted beside it), and false alarms on the faithful ones. The seed is fixed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from paralint.engine.linter import Linter
from paralint.ruleset.load import load
from paralint.text.read import document

ROOT = Path(__file__).parents[1]
SEED = 20211207

# What a careful rewriter may put for what, kept apart from the thesaurus of the package on purpose.
SAME = {
    "said": "stated", "told": "informed", "also": "additionally", "big": "large", "large": "big", "began": "started",
    "begin": "start", "help": "assist", "about": "around", "around": "about", "near": "close to", "because": "since",
    "showed": "demonstrated", "shows": "demonstrates", "however": "though", "people": "persons",
    "including": "among them", "announced": "made known", "children": "kids", "received": "got", "many": "numerous",
    "several": "a number of", "while": "whereas", "according to": "in the words of", "took place": "was held",
    "work": "labour", "killed": "slain", "reported": "noted", "city": "town", "country": "nation", "company": "firm",
    "film": "movie", "doctor": "physician", "law": "statute", "police": "officers", "government": "authorities",
    "photo": "picture", "important": "significant", "over": "more than", "more than": "over", "released": "issued",
    "part": "portion", "became": "turned", "given": "handed", "attempt": "try", "event": "occasion",
    "movement": "campaign", "research": "study", "allow": "permit", "required": "needed", "whole": "entire",
    "currently": "at present", "former": "ex-", "following": "after",
}  # fmt: skip
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "April", "June", "July", "August", "September", "October", "November", "December"]
SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS = ["minutes", "hours", "days", "weeks", "months", "years"]
OPPOSITES = [
    ("increased", "decreased"), ("rose", "fell"), ("above", "below"), ("won", "lost"), ("largest", "smallest"),
    ("highest", "lowest"), ("legal", "illegal"), ("support", "oppose"), ("supported", "opposed"),
    ("success", "failure"),
    ("successful", "unsuccessful"), ("accepted", "rejected"), ("male", "female"), ("private", "public"),
    ("positive", "negative"),
    ("alive", "dead"), ("strong", "weak"), ("possible", "impossible"), ("opened", "closed"),
    ("confirmed", "denied"), ("allowed", "forbidden"), ("guilty", "innocent"), ("increase", "decrease"),
    ("early", "late"), ("safe", "unsafe"), ("better", "worse"), ("able", "unable"), ("major", "minor"),
    ("domestic", "foreign"), ("internal", "external"), ("urban", "rural"), ("married", "unmarried"),
]  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_NAMES = re.compile(r"(?<![.\w] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_NUMBER = re.compile(r"(?<![\w.,$£€:/-])(\d{1,3}(?:,\d{3})+|\d+)(?= [a-z]{3,})(?! (?:percent|per cent|am|pm|of))")
_MONEY = re.compile(r"\b(million|billion)\b")
_YEAR = re.compile(r"\b(?:in|since|of|until) ((?:19|20)\d\d)\b(?=[\s.,;])")
_TAIL = re.compile(r"^(?P<rest>.+?),? (?P<time>on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<end>\.?)$")


class Changed(NamedTuple):
    """A sentence with one fact changed: the words that are new, and the words that they took the place of."""

    text: str
    new: str
    old: str


Change = Callable[[str, random.Random], "Changed | None"]


def _swap(text: str, match: re.Match[str], new: str, group: int = 0) -> Changed:
    return Changed(text[: match.start(group)] + new + text[match.end(group) :], new, match[group])


def number(text: str, dice: random.Random) -> Changed | None:
    match = _NUMBER.search(text)
    if match is None:
        return None
    value = int(match[1].replace(",", ""))
    other = value + dice.choice([2, 3, 5]) if value < 10 else int(value * dice.choice([0.4, 0.55, 1.7, 2.3, 3.1]))
    return _swap(text, match, f"{other:,}" if "," in match[1] else str(other), 1) if other != value else None


def scale(text: str, dice: random.Random) -> Changed | None:
    match = _MONEY.search(text)
    return match and _swap(text, match, "billion" if match[0] == "million" else "million")


def duration(text: str, dice: random.Random) -> Changed | None:
    match = re.search(rf"\b(?:\d+|{'|'.join(SMALL)}) ({'|'.join(UNITS)})\b(?! old| ago)", text)
    return match and _swap(text, match, dice.choice([unit for unit in UNITS if unit != match[1]]), 1)


def weekday(text: str, dice: random.Random) -> Changed | None:
    match = re.search(rf"\b(?:{'|'.join(DAYS)})\b", text)
    return match and _swap(text, match, dice.choice([day for day in DAYS if day != match[0]]))


def month(text: str, dice: random.Random) -> Changed | None:
    match = re.search(rf"\b(?:{'|'.join(MONTHS)})\b(?= \d|,|\.)", text)
    return match and _swap(text, match, dice.choice([name for name in MONTHS if name != match[0]]))


def year(text: str, dice: random.Random) -> Changed | None:
    match = _YEAR.search(text)
    return match and _swap(text, match, str(int(match[1]) + dice.choice([-11, -7, -3, 3, 8])), 1)


def order(text: str, dice: random.Random) -> Changed | None:
    match = re.search(r" (before|after) (?=(?:the|a|an|his|her|their|its|being|[a-z]+ing)\b)", text)
    return match and _swap(text, match, "after" if match[1] == "before" else "before", 1)


def negation(text: str, dice: random.Random) -> Changed | None:
    match = re.search(r"\b(?:was|is|were|are|will|has|have|had) (?=[a-z]+(?:ed|en)\b)", text)
    if match is None or " not " in text or "n't" in text:
        return None
    return Changed(text[: match.end()] + "not " + text[match.end() :], "not", "")


def antonym(text: str, dice: random.Random) -> Changed | None:
    for pair in OPPOSITES:
        for old, new in (pair, pair[::-1]):
            match = re.search(rf"\b{old}\b", text)
            if match is not None:
                return _swap(text, match, new)
    return None


def certainty(text: str, dice: random.Random) -> Changed | None:
    match = re.search(r"\b(may|might|is likely to|could) (?=[a-z]{3,})", text)
    return match and _swap(text, match, "will", 1)


def role(text: str, dice: random.Random) -> Changed | None:
    names = list(_NAMES.finditer(text))
    for one, other in pairwise(names):
        between = text[one.end() : other.start()]
        if re.match(r" [a-z]+ed ", between) and len(between.split()) <= 4 and one[0] != other[0]:
            changed = text[: one.start()] + other[0] + between + one[0] + text[other.end() :]
            return Changed(changed, other[0], one[0])
    return None


def preposition(text: str, dice: random.Random) -> Changed | None:
    match = re.search(r" (with|without|from|above|below|inside|outside) (?=(?:the|a|an|any|its|his|her)\b)", text)
    turned = {"with": "without", "without": "with", "from": "to", "above": "below", "below": "above"}
    return match and _swap(text, match, turned.get(match[1], "inside" if match[1] == "outside" else "outside"), 1)


CHANGES: dict[str, tuple[Change, frozenset[str]]] = {
    "number": (number, frozenset(("CON001", "CON002"))),
    "scale": (scale, frozenset(("CON002", "CON001"))),
    "duration": (duration, frozenset(("CON003", "CON002"))),
    "weekday": (weekday, frozenset(("CON004",))),
    "month": (month, frozenset(("CON004",))),
    "year": (year, frozenset(("CON004",))),
    "order": (order, frozenset(("CON005",))),
    "preposition": (preposition, frozenset(("CON006", "CON007", "CON008"))),
    "negation": (negation, frozenset(("CON008",))),
    "antonym": (antonym, frozenset(("CON009",))),
    "certainty": (certainty, frozenset(("CON010",))),
    "role": (role, frozenset(("CON012",))),
}


def restate(text: str, dice: random.Random) -> str:
    """Return a faithful rewording."""
    words = [word for word in SAME if re.search(rf"\b{word}\b", text)]
    for word in dice.sample(words, min(len(words), 4)):
        text = re.sub(rf"\b{word}\b", SAME[word], text, count=1)
    match = _TAIL.match(text)
    if match is not None:
        text = f"O{match['time'][1:]}, {match['rest'][0]}{match['rest'][1:]}{match['end']}"
    return text.replace("n't", " not").replace("%", " per cent").replace("ex- ", "ex-")


def sentences(article: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences that can be restated, with the number of their paragraph."""
    for number, paragraph in enumerate(article.split("\n\n")):
        for sentence in _SENTENCE.split(paragraph.replace("\n", " ")):
            if (
                10 <= len(sentence.split()) <= 40
                and sentence.endswith(".")
                and "((" not in sentence
                and '"' not in sentence
            ):
                yield number, sentence


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--most", type=int, default=2000, help="restatements in all")
    parser.add_argument("--far", action="store_true", help="put the restatement at the end of the article")
    parser.add_argument("--show", default="", help="print what was missed of this type, or 'faithful'")
    arguments = parser.parse_args()
    dice = random.Random(SEED)
    linter = Linter(load([ROOT / "rules" / "contradictions", ROOT / "rules" / "duplicates"]).rules)
    articles = [path.read_text(encoding="utf-8") for path in sorted(arguments.texts.rglob("*.txt"))]
    pool = [(article, number, sentence) for article in articles for number, sentence in sentences(article)]
    dice.shuffle(pool)
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    paired = faithful = alarms = 0
    for article, number, sentence in pool[: arguments.most]:
        rewrite = restate(sentence, dice)
        if rewrite == sentence:
            continue
        variants = [("faithful", rewrite, frozenset(("",)))]
        for name, (change, codes) in CHANGES.items():
            changed = change(rewrite, dice)
            if changed is not None and (not changed.old or changed.old in sentence):
                variants.append((name, changed.text, codes))
        for name, text, codes in variants:
            paragraphs = article.split("\n\n")
            paragraphs.insert(len(paragraphs) if arguments.far else number + 1, text)
            whole = "\n\n".join(paragraphs)
            start = sum(len(paragraph) + 2 for paragraph in paragraphs[: -1 if arguments.far else number + 1])
            findings = [
                finding
                for finding in linter.lint(document("a.txt", whole))
                if start <= finding.span.start < start + len(text)
                or any(start <= label.span.start < start + len(text) for label in finding.related)
            ]
            codes_found = {finding.code for finding in findings if finding.code.startswith("CON")}
            if name == "faithful":
                faithful += 1
                alarms += bool(codes_found)
                paired += any(finding.code == "DUP001" for finding in findings)
                if codes_found and arguments.show == name:
                    print(sorted(codes_found), "|", sentence, "|", text, "|", [finding.message for finding in findings])
                continue
            asked[name] += 1
            found[name] += bool(codes_found)
            right[name] += bool(codes_found & codes)
            if not codes_found and arguments.show == name:
                print(sentence, "|", text)
    print(f"{'change':12}{'n':>6}{'found':>8}{'right':>8}")
    for name in CHANGES:
        if asked[name]:
            print(f"{name:12}{asked[name]:6}{found[name] / asked[name]:8.2f}{right[name] / asked[name]:8.2f}")
    total = sum(asked.values())
    print(f"{'all':12}{total:6}{sum(found.values()) / total:8.2f}{sum(right.values()) / total:8.2f}")
    print(f"faithful: {faithful}, duplicates {paired / faithful:.2f}, contradictions {alarms / faithful:.3f}")


if __name__ == "__main__":
    main()
