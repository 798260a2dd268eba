"""Measure the scanner: python benchmarks/scanner.py PATH…

A CoNLL-U file (``.conllu`` or ``.conllu.xz``) gives F1 of sentence boundaries and of tokens, for the file and for each
genre in it; any other file is text and gives the speed on one core, and so do the CoNLL-U files' own texts.

Gold paragraphs are rebuilt from the tokens and ``SpaceAfter=No``; only a boundary between two sentences of a paragraph
counts. Tokens are scored by their span: as they are, and with the gold tokens around a hyphen joined, because the
scanner leaves hyphenated words whole. ``--errors`` prints the sentence boundaries that were missed or made up.
"""

from __future__ import annotations

import argparse
import lzma
import re
import time
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from paralint.text import scanner
from paralint.text.scanner import scan_prose

_BLOCK_SIZE = re.compile(r"\((\d+) s\)")


@dataclass
class Paragraph:
    """A gold paragraph: its genre, its text, the spans of its tokens, where its sentences begin."""

    genre: str
    text: str = ""
    tokens: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)


@dataclass
class Score:
    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, gold: Set[object], found: Set[object]) -> None:
        self.right += len(gold & found)
        self.gold += len(gold)
        self.found += len(found)

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        both = precision + recall
        return f"P {precision:.4f} R {recall:.4f} F {2 * precision * recall / both if both else 0:.4f} ({self.gold:6d})"


def genre_of(document: str) -> str:
    """Return the genre in a document's name: ``GUM_news_flag`` -> news, ``weblog-…`` -> weblog."""
    name = document.split("_")
    return name[1] if name[0] in ("GUM", "GENTLE") else document.split("-")[0]


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """Rebuild the paragraphs of a CoNLL-U file."""
    data = path.read_bytes()
    lines = (lzma.decompress(data) if path.suffix == ".xz" else data).decode().splitlines()
    genre = ""
    paragraph = Paragraph(genre)
    fresh = True  # the next sentence begins a paragraph
    left = 0  # sentences that the innermost block of the paragraph still holds; 0: not stated
    spaced = True
    covered = 0  # last token of the multi-word token that is being read
    for line in lines:
        if line.startswith("# newdoc"):
            genre, fresh = genre_of(line.partition("=")[2].strip()), True
        elif line.startswith("# newpar_block"):
            left = int(_BLOCK_SIZE.findall(line)[-1])
        elif line.startswith("# newpar"):
            fresh, left = True, 0
        elif line.startswith("# text ="):
            if fresh:
                if paragraph.tokens:
                    yield paragraph
                paragraph = Paragraph(genre)
                fresh = False
            if paragraph.text and spaced:
                paragraph.text += " "
            paragraph.sentences.append(len(paragraph.text))
            spaced = False
        elif not line:
            covered = 0
            if left:
                left -= 1
                fresh = left == 0
        elif not line.startswith("#"):
            number, form, *_, misc = line.split("\t")
            glued = "SpaceAfter=No" in misc
            if "." in number:
                continue
            if "-" in number:
                covered, covered_glued = int(number.split("-")[1]), glued
                continue
            if spaced and paragraph.sentences[-1] != len(paragraph.text):
                paragraph.text += " "
            start = len(paragraph.text)
            paragraph.text += form
            paragraph.tokens.append((start, len(paragraph.text)))
            spaced = not covered_glued if int(number) == covered else int(number) > covered and not glued
    if paragraph.tokens:
        yield paragraph


def unhyphenated(paragraph: Paragraph) -> set[tuple[int, int]]:
    """Return the paragraph's tokens with those joined that stand glued around a hyphen."""
    joined: list[tuple[int, int]] = []
    text = paragraph.text
    for start, end in paragraph.tokens:
        if (
            joined
            and start == joined[-1][1]
            and start
            and (
                (text[start:end] in "-‐‑" and text[start - 1].isalnum() and text[end : end + 1].isalnum())
                or (text[start - 1] in "-‐‑" and text[start].isalnum() and start - 1 > joined[-1][0])
            )
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return set(joined)


def score(path: Path, show_errors: bool) -> None:
    scores: defaultdict[str, tuple[Score, Score, Score]] = defaultdict(lambda: (Score(), Score(), Score()))
    for paragraph in paragraphs(path):
        scan = scan_prose(paragraph.text)
        found = {scan.starts[first] for first in scan.sentences[1:]}
        gold = set(paragraph.sentences[1:])
        spans = set(zip(scan.starts, scan.ends, strict=True))
        for key in ("all", paragraph.genre):
            sentences, tokens, joined = scores[key]
            sentences.add(gold, found)
            tokens.add(set(paragraph.tokens), spans)
            joined.add(unhyphenated(paragraph), spans)
        if show_errors:
            for place in sorted(gold ^ found):
                kind = "missed" if place in gold else "made up"
                before, behind = paragraph.text[max(0, place - 60) : place], paragraph.text[place : place + 50]
                print(f"{paragraph.genre:12} {kind:8} {before}‖{behind}")
    print(path.name)
    for key, (sentences, tokens, joined) in sorted(scores.items()):
        print(f"  {key:13} sentences {sentences}  tokens {tokens}  unhyphenated {joined}")


def speed(texts: list[str], name: str) -> None:
    """Scan all the texts, several times, each time with nothing remembered; report the best time."""
    best = float("inf")
    tokens = 0
    for _ in range(10):
        scanner._CUTS.clear()
        begin = time.process_time()
        tokens = sum(len(scan_prose(text).forms) for text in texts)
        best = min(best, time.process_time() - begin)
    print(f"{name}: {tokens} tokens in {best * 1000:.1f} ms, {tokens / best / 1e6:.2f} M tokens/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.paths:
        if ".conllu" in path.suffixes:
            score(path, arguments.errors)
            speed([paragraph.text for paragraph in paragraphs(path)], path.name)
        else:
            speed(re.split(r"\n\s*\n", path.read_text(encoding="utf-8")), path.name)


if __name__ == "__main__":
    main()
