"""Build ``paralint/data/governors.txt``: which prepositions follow a verb, a noun or an adjective, and how often.

    python tools/build_governors.py paralint/data/governors.txt TEXT...

Each TEXT is a file or a folder of English prose (sources and licences: ``docs/data-sources.md``): ``.txt``, ``.md``,
``.json`` (every long text value), ``.xml`` and ``.cnxml`` (every paragraph), ``.conllu`` and ``.conllu.xz``.
"""

from __future__ import annotations

import argparse
import html
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from paralint.evidence.grammar.government import NOTHING, bare_slots, slots
from paralint.evidence.grammar.governors import Demand, encode
from paralint.text.document import Document
from paralint.text.read import document

Counts = Mapping[tuple[str, str], Mapping[str, Counter[str]]]  # (kind, lemma) -> preposition -> class of complement

ARGUMENTS = frozenset({"of", "to", "on", "for", "from", "about", "into", "over", "against"})
"""The prepositions that can be reported. Others ("in", "at", "with", "by") begin adjuncts that follow any verb."""

COUNTED = "onbgq"  # the classes of complement that say something about government: no times, no manners
REPORTED = "ong"
QUANTITIES = frozenset(
    {"few", "first", "last", "less", "many", "more", "most", "much", "other", "same", "several", "such"}
)
LEAST = 20  # occurrences with a preposition that a governor must have
SHARES = {"v": 0.7, "p": 0.7, "a": 0.6, "n": 0.5}  # of the commonest preposition

BATCH = 500  # paragraphs that are tagged at once
SHORTEST = 40  # characters of a paragraph that is counted
PARAGRAPH = re.compile(r"<(?:para|p|item|note)\b[^>]*>(.*?)</(?:para|p|item|note)>", re.S)
MARKUP = re.compile(r"<note\b[^>]*>.*?</note>|<[^>]*>", re.S)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
MARKDOWN = re.compile(r"\{\{.*?\}\}|!?\[([^\]\[]*)\]\([^()]*\)|<[^>]*>|`+|\*\*|^[#>\-* ]+", re.S | re.M)
LONG = 60  # shorter values of a JSON file are labels
TAGGED = re.compile(r"(\S+)_[A-Z$.,:'`()#]+(?=\s|$)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args()
    counter: Counter[tuple[str, str, str, str]] = Counter()
    heads: Counter[tuple[str, bool]] = Counter()
    for path in arguments.texts:
        for text in batches(paragraphs(path)):
            _count(document("text.txt", text), counter, heads)
    arguments.table.write_text(encode(demands(counter, heads)), encoding="utf-8")


def batches(texts: Iterable[str]) -> Iterator[str]:
    batch = []
    for text in texts:
        if len(text) > SHORTEST:
            batch.append(text)
        if len(batch) == BATCH:
            yield "\n\n".join(batch)
            batch = []
    yield "\n\n".join(batch)


def _count(text: Document, counter: Counter[tuple[str, str, str, str]], heads: Counter[tuple[str, bool]]) -> None:
    """Count the slots of a text, and for each noun at the end of its phrase whether a preposition follows."""
    for slot in (*slots(text), *bare_slots(text)):
        counter[slot.kind, slot.lemma, slot.word, slot.complement] += 1
    tags, word = text.tags, text.tokens.word
    for index in range(len(tags) - 1):
        if tags[index] in ("NN", "NNS") and tags[index + 1] not in ("NN", "NNS", "NNP", "POS", "JJ", "HYPH"):
            heads[text.lemma(index), word(index + 1).lower in ("of", "to", "by", "after", "in")] += 1


def demands(
    counter: Mapping[tuple[str, str, str, str], int], heads: Mapping[tuple[str, bool], int]
) -> Mapping[tuple[str, str], Demand]:
    """Return what each governor asks for, as far as the counts are clear."""
    counts: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for (kind, lemma, word, complement), number in counter.items():
        counts[kind, lemma][word][complement] += number
        if kind == "o":  # behind its object a verb takes what its passive participle takes
            counts["p", lemma][word][complement] += number
    background = _background(counts)
    found = {}
    for (kind, lemma), words in counts.items():
        if kind == "o" or lemma in QUANTITIES or not lemma.isalpha():
            continue
        here = {word: sum(numbers[key] for key in COUNTED) for word, numbers in words.items()}
        bare = here.pop(NOTHING, 0)
        if kind == "p":
            here.pop("by", None)  # the agent of any passive
        total = sum(here.values())
        if total < LEAST:
            continue
        ranked = sorted(here, key=lambda word: (-here[word], word))
        share = here[ranked[0]] / total
        avoided = {}
        if share >= SHARES[kind]:
            for word in sorted(ARGUMENTS - {ranked[0]}):
                if _avoids(kind, word, here.get(word, 0), total, total * background[kind][word]):
                    avoided[word] = "on" if kind == "n" else REPORTED
        if share >= 0.6 and _wants(kind, lemma, bare, total, counts, heads):
            avoided[NOTHING] = "on"
        if avoided:
            found[kind, lemma] = Demand(tuple(word for word in ranked if here[word] >= 0.02 * total), avoided)
    return found


def _background(counts: Counts) -> Mapping[str, Mapping[str, float]]:
    """Return the share of each preposition among all that stand behind governors of one kind."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for (kind, lemma), words in counts.items():
        if lemma not in ("be", "have"):
            for word, numbers in words.items():
                if word != NOTHING and not (kind == "p" and word == "by"):
                    sums[kind][word] += sum(numbers[key] for key in COUNTED)
    shares: dict[str, Mapping[str, float]] = defaultdict(lambda: defaultdict(float))
    for kind, summed in sums.items():
        total = summed.total() or 1
        shares[kind] = defaultdict(float, {word: number / total for word, number in summed.items()})
    return shares


def _avoids(kind: str, word: str, met: int, total: int, expected: float) -> bool:
    """Whether a preposition is met so much less often than chance would have it that the governor shuns it."""
    if kind == "n":  # behind a noun, anything else than "of" may belong to the verb before it
        return word == "of" and expected >= 8 and met == 0
    if word in ("for", "from") and met > 0.003 * total:
        return False
    return expected >= (3 if word in ("for", "from") else 2.5) and met <= min(0.005 * total, 0.12 * expected)


def _wants(kind: str, lemma: str, bare: int, total: int, counts: Counts, heads: Mapping[tuple[str, bool], int]) -> bool:
    """Whether a governor hardly ever stands before a noun phrase without its preposition."""
    if kind == "v":
        objects = sum(numbers.total() for numbers in counts.get(("o", lemma), {}).values())
        return total >= 40 and bare <= 0.05 * total and objects <= 0.02 * total
    if kind == "n":
        seen = heads.get((lemma, True), 0) + heads.get((lemma, False), 0)
        return bare <= 0.03 * total and seen > 20 and heads.get((lemma, True), 0) >= 0.5 * seen
    return False


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of one file, or of every file of a folder."""
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file():
                yield from paragraphs(inner)
        return
    name = path.name
    if name.endswith(".conllu.xz"):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from _sentences(file.read())
    elif name.endswith(".conllu"):
        yield from _sentences(path.read_text(encoding="utf-8"))
    elif name.endswith(".json"):
        yield from _values(json.loads(path.read_text(encoding="utf-8")))
    elif name.endswith((".xml", ".cnxml")):
        for inner in PARAGRAPH.findall(path.read_text(encoding="utf-8")):
            yield _one_line(html.unescape(MARKUP.sub("", inner)))
    elif name.endswith(".md"):
        text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
        yield from _blocks(MARKDOWN.sub(lambda match: match[1] or "", text))
    elif name.endswith(".txt"):
        yield from _blocks(_untagged(path.read_text(encoding="utf-8", errors="replace")))


def _sentences(conllu: str) -> Iterator[str]:
    for line in conllu.splitlines():
        if line.startswith("# text = "):
            yield line[9:]


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    elif isinstance(value, str) and len(value) >= LONG:
        yield from _blocks(html.unescape(MARKUP.sub(" ", value)))


def _blocks(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text):
        if line := _one_line(block):
            yield line


def _untagged(text: str) -> str:
    """Take tags (``word_TAG``) and the marks of tokenised text (``@-@``, `` ,``) out of a text."""
    if TAGGED.match(text.lstrip()):
        text = TAGGED.sub(r"\1", text)
    text = re.sub(r" @([-.,])@ ", r"\1", text)
    text = re.sub(r" ’ (?=s\b)", "’", text)
    return re.sub(r" (?=[,.;:?!)]|'s\b|n't\b)", "", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
