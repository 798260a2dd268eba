"""What the encoder and its teacher have in common: both judge the words of windows, and learn from the same texts.

Windows are all of one length, filled up with nothing: to make a product of matrices of a new size ready takes longer
than the product, and of what has one size alone torch can make one program. That is three times as fast.
"""

from __future__ import annotations

import json
import random
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from annotated import Spans, read_articles, read_learned
from torch import Tensor, nn

from paralint.evidence.encoder.odds import NOTHING
from paralint.evidence.encoder.reading import cuts
from paralint.evidence.encoder.wordpieces import Wordpieces

WARM = 0.04  # of the time until the full rate
TAUGHT = 0.8  # share of the teacher's word in the loss, against that of what is known
SOUND = 3  # of the originals of damaged articles every so manieth is learned from
TURN = 0.5  # of the time, after which more of what is learned from are damaged articles
REST = 8  # a window with fewer words than such a part of its places is not learned from: it would be nearly empty
TOLD = (100, 300, 600, 900)


class Text:
    """A text in words, and what is known of them.

    Attributes:
        words: first and last place of each word, the last exclusive.
        pieces: of each word, as numbers of the vocabulary.
        cases: how each word is written.
        opens: whether a window may begin with the word.
        sound: whether the word counts as a sound one; what is damaged in a way that its words do not show is neither.
        damage: the number of the sort, and the words, one of which at least should be found.
        taught: for each word and sort the probability that a teacher gives, if there is one.
    """

    def __init__(
        self,
        text: str,
        damage: Spans,
        wordpieces: Wordpieces,
        sorts: Sequence[str],
        taught: Sequence[Sequence[float]] | None = None,
    ) -> None:
        found = [
            (offset + word.start, offset + word.end, word)
            for offset, run in runs(text)
            for word in wordpieces.words(run)
        ]
        self.words = [(start, end) for start, end, _ in found]
        self.pieces: list[Sequence[int]] = [word.pieces for *_, word in found]
        self.cases = [word.case for *_, word in found]
        ends = [0, *(end for _, end in self.words)]
        self.opens = [
            "\n" in text[last:start] or text[max(last - 1, 0)] in ".?!"
            for last, (start, _) in zip(ends, self.words, strict=False)
        ]
        self.taught = taught
        self.sound = [True] * len(self.words)
        self.damage: list[tuple[int, list[int]]] = []
        starts = [start for start, _ in self.words]
        for first, last, sort in damage:
            if sort == "duplicate":
                continue
            if first == last:  # words lost: those on either side show it
                behind = bisect_left(starts, first)
                touched = [place for place in (behind - 1, behind) if 0 <= place < len(starts)]
            else:
                before = max(bisect_right(starts, first) - 1, 0)
                touched = [
                    place for place in range(before, bisect_right(starts, last - 1)) if self.words[place][1] > first
                ]
            for place in touched:
                self.sound[place] = False
            if touched and sort in sorts:
                self.damage.append((sorts.index(sort), touched))

    def windows(self, size: int) -> Iterator[Window]:
        """Yield the words that are read together, so many pieces with those that stand before and behind all windows;
        a word that does not fit is left out."""
        for first, last in cuts([len(own) for own in self.pieces], self.opens, size - 2):
            if sum(len(own) for own in self.pieces[first:last]) <= size - 2:
                yield self, first, last


Window = tuple[Text, int, int]  # the words from the first up to, not including, the last
Reader = Callable[..., list[Tensor]]  # inputs to logarithms of odds, for each depth: (window, place, sort)


class Judge(nn.Module):
    """A network that judges the words of windows. Its ``forward`` is a ``Reader``.

    Attributes:
        window: pieces of words that it reads together, with those that stand before and behind all windows.
        batch: windows of a step.
        sorts: of damage that it tells.
    """

    window: int
    batch: int
    sorts: Sequence[str]

    def text(self, text: str, damage: Spans, taught: Sequence[Sequence[float]] | None = None) -> Text:
        """Return a text as the network reads it."""
        raise NotImplementedError

    def inputs(self, windows: Sequence[Window], rows: int) -> tuple[tuple[Tensor, ...], list[tuple[int, int]]]:
        """Return what ``forward`` asks for, for so many windows, and for each word its window and its place there."""
        raise NotImplementedError


def filled(rows: Sequence[Sequence[int]], number: int, length: int) -> tuple[Tensor, Tensor]:
    """Return rows as so many of one length, filled up with zeros, and where they have any numbers: (row, place).

    The first place of a row counts as one that has, that a window without words may look somewhere.
    """
    numbers = torch.zeros(number, length, dtype=torch.long)
    there = torch.zeros(number, length, dtype=torch.bool)
    there[:, 0] = True
    for at, row in enumerate(rows):
        numbers[at, : len(row)] = torch.tensor(row)
        there[at, : len(row)] = True
    return numbers, there


def runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the strings without blanks of a text, and where they begin."""
    offset = 0
    for run in text.split():
        offset = text.index(run, offset)
        yield offset, run
        offset += len(run)


def read_slips(path: Path, judge: Judge) -> Iterator[Text]:
    """Yield the texts that ``damaged_texts.py`` has written, or ``train_reader.py`` with what the reader says."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            taught = [[share / 1000 for share in word] for word in row["taught"]] if "taught" in row else None
            yield judge.text(row["text"], [(first, last, sort) for first, last, sort in row["damage"]], taught)


def learned_from(folder: Path, judge: Judge) -> Iterator[Text]:
    """Yield the damaged articles of a folder that are learned from, and some of their originals."""
    for number, (name, text, spans) in enumerate(read_learned(folder)):
        yield judge.text(text, spans)
        if number % SOUND == 0:
            yield judge.text((folder / "clean" / f"{name}.txt").read_text("utf-8"), [])


def judged(read: Reader, judge: Judge, windows: Sequence[Window], rows: int) -> list[Tensor]:
    """Return, for each depth, the logarithms of odds of the words of windows: (word, sort)."""
    inputs, places = judge.inputs(windows, rows)
    at = torch.tensor(places).T
    return [told[at[0], at[1]] for told in read(*inputs)]


def loss_of(read: Reader, judge: Judge, windows: Sequence[Window]) -> tuple[Tensor, int]:
    """Return the loss over some windows, and the number of their words.

    A sound word should be none of the sorts; of a damage, by "noisy or" (Pearl 1988), some word should be of its sort.
    Where there is a teacher, what it thinks counts for ``TAUGHT`` (Hinton et al. 2015, "Distilling the Knowledge in a
    Neural Network").
    """
    places = [(text, word) for text, first, last in windows for word in range(first, last)]
    own = torch.tensor([1 - TAUGHT if text.taught else 1.0 for text, _ in places])
    sound = own * torch.tensor([text.sound[word] for text, word in places])
    taught = [number for number, (text, _) in enumerate(places) if text.taught]
    lesson = torch.tensor([text.taught[word] for text, word in places if text.taught])
    words, sorts, numbers, weights = [], [], [], []
    offset = 0
    for text, first, last in windows:
        for sort, touched in text.damage:
            if first <= touched[0] and touched[-1] < last:
                words += [offset + word - first for word in touched]
                sorts += [sort] * len(touched)
                numbers += [len(weights)] * len(touched)
                weights.append(1 - TAUGHT if text.taught else 1.0)
        offset += last - first
    depths = judged(read, judge, windows, judge.batch)
    loss = torch.zeros(())
    for odds in depths:
        loss = loss + (F.softplus(odds).sum(1) * sound).sum()
        if weights:
            missed = torch.zeros(len(weights)).index_add(0, torch.tensor(numbers), -F.softplus(odds[words, sorts]))
            found = torch.log(-torch.expm1(missed.clamp(max=-1e-6)))
            loss = loss - (found * torch.tensor(weights)).sum()
        if taught:
            loss = loss + TAUGHT * F.binary_cross_entropy_with_logits(odds[taught], lesson, reduction="sum")
    return loss / len(depths), len(places)


class Learner:
    """Learns in bfloat16, and keeps what is learned in full."""

    def __init__(self, judge: Judge, rate: float, quick: dict[str, float]) -> None:
        """
        Args:
            judge: what learns.
            rate: of learning, at most.
            quick: how many times as fast parameters learn whose names have such a part.
        """
        self.judge = judge
        self._rate = rate
        named = [(name, one) for name, one in judge.named_parameters() if one.requires_grad]
        self._names = [name for name, _ in named]
        self._own = [one for _, one in named]
        self._full = [one.detach().clone().requires_grad_(True) for one in self._own]
        groups = defaultdict(list)
        for name, full in zip(self._names, self._full, strict=True):
            full.grad = torch.zeros_like(full)
            groups[max((factor for part, factor in quick.items() if part in name), default=1.0)].append(full)
        self._optimiser = torch.optim.AdamW(
            [{"params": params, "factor": factor} for factor, params in groups.items()],
            lr=rate,
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )
        judge.to(torch.bfloat16)
        self._read = torch.compile(judge)

    def learn(
        self,
        slips: Sequence[Text],
        damaged: Sequence[Text],
        shares: tuple[float, float],
        minutes: float,
        measured: Sequence[Path],
    ) -> None:
        """Learn for some minutes; the rate falls to nothing in a straight line.

        Args:
            slips, damaged: sound texts with slips, and damaged articles.
            shares: of the windows that are of damaged articles, before ``TURN`` and after it.
            minutes: how long.
            measured: folders of articles to measure with, ten times.
        """
        draw = random.Random(1)
        stocks: dict[bool, list[Window]] = {False: [], True: []}
        self._step(self._drawn(draw, stocks, (slips, damaged), 0), 0)  # puts the network together, which takes a while
        begun, told, steps = time.monotonic(), 0, 0
        loss, words = 0.0, 0
        while (done := (time.monotonic() - begun) / (60 * minutes)) < 1:
            windows = self._drawn(draw, stocks, (slips, damaged), shares[done >= TURN])
            lost, count = self._step(windows, self._rate * min(done / WARM, (1 - done) / (1 - WARM)))
            loss, words, steps = loss + lost, words + count, steps + 1
            if done * 10 >= told + 1:
                told += 1
                print(f"{done:.0%}, {steps} steps, loss {loss / words:.4f}", flush=True)
                loss, words = 0.0, 0
                for folder in measured:
                    measure(self.judge, folder)

    def state(self) -> dict[str, Tensor]:
        """Return what was learned, in full."""
        kept = {name: one.detach().float().clone() for name, one in self.judge.state_dict().items()}
        kept.update((name, one.detach().clone()) for name, one in zip(self._names, self._full, strict=True))
        return kept

    def _drawn(
        self,
        draw: random.Random,
        stocks: dict[bool, list[Window]],
        texts: tuple[Sequence[Text], Sequence[Text]],
        share: float,
    ) -> list[Window]:
        windows: list[Window] = []
        judge = self.judge
        while len(windows) < judge.batch:
            kind = draw.random() < share
            if not stocks[kind]:
                made = [window for text in texts[kind] for window in text.windows(judge.window)]
                stocks[kind] = [window for window in made if window[2] - window[1] > judge.window // REST]
                draw.shuffle(stocks[kind])
            windows.append(stocks[kind].pop())
        return windows

    def _step(self, windows: Sequence[Window], rate: float) -> tuple[float, int]:
        """Learn from some windows; return the loss and the number of words."""
        loss, words = loss_of(self._read, self.judge, windows)
        (loss / (self.judge.batch * self.judge.window)).backward()
        for own, full in zip(self._own, self._full, strict=True):
            assert full.grad is not None
            assert own.grad is not None
            full.grad.copy_(own.grad)
            own.grad = None
        nn.utils.clip_grad_norm_(self._full, 1.0)
        for group in self._optimiser.param_groups:
            group["lr"] = rate * group["factor"]
        self._optimiser.step()
        with torch.no_grad():
            for own, full in zip(self._own, self._full, strict=True):
                own.copy_(full)
        return loss.item(), words


@torch.no_grad()
def odds_of(read: Reader, judge: Judge, texts: Sequence[Text]) -> list[list[Tensor]]:
    """Return, for each text and each depth, the logarithms of odds of the words: (word, sort).

    Words that stand in no window are sound.
    """
    judge.eval()
    windows = [(number, window) for number, text in enumerate(texts) for window in text.windows(judge.window)]
    found: list[list[Tensor]] = [[] for _ in texts]
    for at in range(0, len(windows), judge.batch):
        part = windows[at : at + judge.batch]
        depths = judged(read, judge, [window for _, window in part], judge.batch)
        offset = 0
        for number, (text, first, last) in part:
            if not found[number]:
                found[number] = [torch.full((len(text.words), len(judge.sorts)), NOTHING) for _ in depths]
            for own, odds in zip(found[number], depths, strict=True):
                own[first:last] = odds[offset : offset + last - first].float()
            offset += last - first
    for own, text in zip(found, texts, strict=True):
        if not own:
            own.append(torch.full((len(text.words), len(judge.sorts)), NOTHING))
    judge.train()
    return found


def measure(judge: Judge, folder: Path) -> None:
    """Print, for each depth, how many of the surest words of articles are damaged."""
    rows: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    articles = list(read_articles(folder))
    texts = [judge.text(text, []) for _, text, _ in articles]
    for (_, text, spans), read, depths in zip(articles, texts, odds_of(judge, judge, texts), strict=True):
        for depth, told in enumerate(depths):
            odds = told.amax(1).tolist()
            for at, (start, end) in enumerate(read.words):
                if not text[start].isalnum() or text[start:end].isdigit():
                    continue
                if odds[at] == max(odds[max(at - 1, 0) : at + 2]):
                    damaged = any(first < end and start < last for first, last, _ in spans)
                    rows[depth].append((odds[at], damaged))
    for depth, found in rows.items():
        found.sort(key=lambda row: (-row[0], row[1]))  # of those that are alike the sound ones first
        shares = (f"{sum(right for _, right in found[:most]) / most:.2f} of {most}" for most in TOLD)
        print(folder, f"depth {depth}:", *shares, flush=True)
