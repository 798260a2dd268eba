"""How well the document score tells damaged from clean text.

    python benchmarks/document_score.py CLEAN [--every 3]
    python benchmarks/document_score.py --gold GOLD --texts SPUN [--clean CLEAN]

The first damages clean articles at random places, so many times for every 1,000 words. ``reworded`` is no damage but a
careful rewriter's work on every sentence; it should score like the original. ``mixed`` draws a kind for each damage.
Printed by kind and dose: damages done per 1,000 words, AUC against the undamaged articles, mean score, shares of 20 and
more and of 50 and more; then the AUC of damaged against untouched paragraphs of ``mixed``. The seed is fixed.

The second prints the AUC of paragraphs with annotated damage against the others of the same articles, and against those
of clean articles. A gold row has ``line``, ``category``, and ``file``, ``id`` or neither (then there is one text).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from names import MECHANISMS
from restatements import CHANGES, restate

from paralint.engine.linter import Linter
from paralint.engine.score import Score, score_document, score_paragraphs
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.document import Document
from paralint.text.read import document

SEED = 20262
DOSES = (2, 5, 10, 20)  # damages for every 1,000 words
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_PREPOSITIONS = ("in", "on", "at", "of", "for", "with", "from", "to", "by")

Damage = Callable[[Document, random.Random], "str | None"]


def names(text: Document, dice: random.Random) -> str | None:
    """Garble a mention by one of the mechanisms of ``benchmarks/names.py``."""
    made = dice.choice(list(MECHANISMS.values()))(text, dice)
    return None if made is None else made[0]


def grammar(text: Document, dice: random.Random) -> str | None:
    """Take a verb's ending away or give it one, drop an article, exchange a preposition: as the tags have it."""
    tokens, tags = text.tokens, text.tags
    at = dice.randrange(len(tokens)) if len(tokens) else 0
    for number in [*range(at, len(tokens)), *range(at)][:40]:
        word, tag = tokens.word(number), tags[number]
        new = None
        if tag in ("VBZ", "VBD") and word.lower.isalpha():
            new = text.lemma(number)
        elif tag == "VB" and number and tags[number - 1] in ("MD", "TO"):
            new = word.form + ("es" if word.form.endswith(("s", "sh", "ch", "x", "o")) else "s")
        elif tag == "DT" and word.lower in ("a", "an", "the"):
            new = dice.choice(("", "an" if word.lower == "a" else "a"))
        elif tag == "IN" and word.lower in _PREPOSITIONS:
            new = dice.choice(_PREPOSITIONS)
        if new is not None and new != word.form:
            start, end = tokens.starts[number], tokens.ends[number]
            return text.text[:start] + new + text.text[end + (not new and text.text[end : end + 1] == " ") :]
    return None


def quotations(text: Document, dice: random.Random) -> str | None:
    """Drop, double or exchange one quotation mark."""
    marks = [match.start() for match in re.finditer('["“”]', text.text)]
    if not marks:
        return None
    at = dice.choice(marks)
    new = dice.choice(("", "", text.text[at] * 2, "”" if text.text[at] == '"' else '"'))
    return text.text[:at] + new + text.text[at + 1 :]


def duplicates(text: Document, dice: random.Random) -> str | None:
    """Leave a paragraph beside a rewording of it."""
    paragraphs = text.text.split("\n\n")
    long = [number for number, paragraph in enumerate(paragraphs) if len(paragraph.split()) >= 12]
    if not long:
        return None
    at = dice.choice(long)
    again = restated(paragraphs[at], dice)
    return None if again == paragraphs[at] else "\n\n".join([*paragraphs[: at + 1], again, *paragraphs[at + 1 :]])


def facts(text: Document, dice: random.Random) -> str | None:
    """Retell a sentence behind its paragraph with one fact changed."""
    paragraphs = text.text.split("\n\n")
    order = list(range(len(paragraphs)))
    dice.shuffle(order)
    for number in order:
        for sentence in _SENTENCE.split(paragraphs[number].replace("\n", " ")):
            if not 10 <= len(sentence.split()) <= 40 or '"' in sentence:
                continue
            again = restate(sentence, dice)
            for change, _ in dice.sample(list(CHANGES.values()), len(CHANGES)):
                changed = change(again, dice)
                if changed is not None:
                    return "\n\n".join([*paragraphs[: number + 1], changed.text, *paragraphs[number + 1 :]])
    return None


def restated(paragraph: str, dice: random.Random) -> str:
    return " ".join(restate(sentence, dice) for sentence in _SENTENCE.split(paragraph.replace("\n", " ")))


DAMAGES: dict[str, Damage] = {
    "names": names,
    "grammar": grammar,
    "quotations": quotations,
    "facts": facts,
    "duplicates": duplicates,
}


def damaged(article: str, kinds: Sequence[Damage], dose: int, dice: random.Random) -> tuple[str, int]:
    """Return the article with its damages, and how many could be done."""
    wanted = max(1, round(dose * len(article.split()) / 1000))
    done = 0
    for _ in range(3 * wanted):
        if done == wanted:
            break
        made = dice.choice(kinds)(document("x.txt", article), dice)
        if made is not None and made != article:
            article, done = made, done + 1
    return article, done


def lint(linter: Linter, article: str) -> tuple[Document, Score, list[float]]:
    text = document("x.txt", article)
    findings = linter.lint(text)
    return text, score_document(text, findings), [one.points for one in score_paragraphs(text, findings)]


def perturb(folder: Path, every: int) -> None:
    linter = Linter(select(builtin().rules))
    articles = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))[::every]]
    clean = [lint(linter, article)[1].points for article in articles]
    dice = random.Random(f"{SEED}reworded")
    reworded = ["\n\n".join(restated(one, dice) for one in article.split("\n\n")) for article in articles]
    print(f"{len(articles)} articles, {sum(len(article.split()) for article in articles)} words")
    print(f"{'kind':12}{'dose':>5}{'done':>7}{'AUC':>7}{'mean':>7}{'>=20':>7}{'>=50':>7}")
    row("clean", "", 0, clean, clean)
    row("reworded", "", 0, [lint(linter, article)[1].points for article in reworded], clean)
    for kind, damages in [*((kind, [damage]) for kind, damage in DAMAGES.items()), ("mixed", list(DAMAGES.values()))]:
        for dose in DOSES:
            touched: list[float] = []
            untouched: list[float] = []
            points: list[float] = []
            done = words = 0
            for number, article in enumerate(articles):
                made, count = damaged(article, damages, dose, random.Random(f"{SEED}{kind}{dose}{number}"))
                done, words = done + count, words + len(article.split())
                text, whole, paragraphs = lint(linter, made)
                points.append(whole.points)
                known = set(article.split("\n\n"))
                for block, value in zip(text.blocks, paragraphs, strict=True):
                    same = block.text.strip() in known or block.text in article
                    (untouched if same else touched).append(value)
            row(kind, str(dose), 1000 * done / words, points, clean)
            if kind == "mixed":
                print(
                    f"{'  paragraphs':24}{auc(touched, untouched):7.3f}  {len(touched)} damaged, {len(untouched)} not"
                )


def row(kind: str, dose: str, done: float, points: Sequence[float], clean: Sequence[float]) -> None:
    mean, suspect, sure = (
        sum(values) / len(points)
        for values in (
            points,
            [value >= 20 for value in points],
            [value >= 50 for value in points],
        )
    )
    print(f"{kind:12}{dose:>5}{done:7.1f}{auc(points, clean):7.3f}{mean:7.1f}{suspect:7.2f}{sure:7.2f}", flush=True)


def annotated(gold: Path, texts: Path, clean: Path | None) -> None:
    linter = Linter(select(builtin().rules))
    paths = {path.stem: path for path in sorted(texts.rglob("*.txt"))} if texts.is_dir() else {texts.stem: texts}
    only = next(iter(paths))
    lines: dict[str, set[int]] = defaultdict(set)
    for told in filter(str.strip, gold.read_text(encoding="utf-8").splitlines()):
        entry = json.loads(told)
        name = entry.get("file") or (Path(entry["id"]).stem if isinstance(entry.get("id"), str) else only)
        lines[name].add(entry["line"])
        if entry.get("related_line") and entry["category"] in ("duplicate", "contradiction"):
            lines[name].add(entry["related_line"])
    high: list[float] = []
    low: list[float] = []
    for name, path in paths.items():
        text, _, points = lint(linter, path.read_text(encoding="utf-8-sig"))
        for block, value in zip(text.blocks, points, strict=True):
            span = block.locate(0, len(block.text))
            first, last = (text.text.count("\n", 0, place) + 1 for place in (span.start, span.end))
            (high if lines[name] & set(range(first, last + 1)) else low).append(value)
    print(f"{len(high)} damaged paragraphs, {len(low)} others: AUC {auc(high, low):.3f}", end="")
    if clean is not None:
        others = [
            value for path in sorted(clean.rglob("*.txt")) for value in lint(linter, path.read_text("utf-8-sig"))[2]
        ]
        print(f"; against {len(others)} of clean articles {auc(high, others):.3f}", end="")
    print()


def auc(high: Iterable[float], low: Sequence[float]) -> float:
    """Return how often one of ``high`` lies above one of ``low``, equal ones counted half."""
    high = list(high)
    return sum((a > b) + (a == b) / 2 for a in high for b in low) / max(1, len(high) * len(low))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--every", type=int, default=3, help="take every n-th article")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--clean", type=Path)
    options = parser.parse_args()
    if options.gold:
        annotated(options.gold, options.texts, options.clean)
    else:
        perturb(options.folder, options.every)


if __name__ == "__main__":
    main()
