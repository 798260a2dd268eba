"""Train ``paralint/data/language_model.bin``: what is added to MPNet, so that it tells which words are damaged.

    python tools/fetch_language_model.py mpnet
    python tools/damaged_texts.py slips.jsonl --articles tools/damage --whole
    python tools/train_reader.py learn mpnet reader.pt slips.jsonl
    python tools/train_reader.py pack mpnet reader.pt paralint/data/language_model.bin
    python tools/train_reader.py teach mpnet reader.pt other_slips.jsonl taught.jsonl

The reader is made of the first eight layers of MPNet (Song et al. 2020, "MPNet: Masked and Permuted Pre-training"),
which has read English, in the form of all-mpnet-base-v2 (Apache-2.0). Its matrices stay as they are; for each of them
one of low rank learns that is added to it (Hu et al. 2022, "LoRA: Low-Rank Adaptation of Large Language Models"). It
reads whole articles at once, so it sees how a name is spelt elsewhere. Places are half as far apart as MPNet has
learned them: a window has twice as many.

It is the teacher of the encoder, too (``train_encoder.py``): rows of texts that it ``teach``es get ``taught``, for each
word of the encoder, in thousandths, how likely it is damaged in each of its ways. They should be others than those that
it has learned from.

Needs torch and a C++ compiler; on two cores of a machine that multiplies matrices of bfloat16 it learns from some 500
words a second. What ``train_encoder.py`` says of ``--minutes``, and of what is measured, is true here, too. For half an
hour it learns next to nothing: small matrices begin slowly. The packaged file comes from 80 minutes, 28 more begun
from them with SHARES of .6 and a RATE of 6e-5, and 62 with new slips, SHARES of .6 and the RATE below: it was learning
until the end. ``--begin`` goes on from a state, or from the packaged file.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from annotated import DAMAGE
from judges import Learner, learned_from, odds_of, read_slips
from torch import Tensor, nn
from transformer import Form, Transformer, dense, head, norm, numbers, tensors

from paralint.engine.language_model.network import told_apart
from paralint.engine.language_model.weights import (
    DISTANCES,
    SORTS,
    Added,
    AddedLayer,
    Learned,
    Sizes,
    decode,
    encode,
)
from paralint.evidence.encoder import weights as encoder
from paralint.evidence.encoder.weights import Norm

FORM = Form(layers=8, width=768, inner=3072, heads=12, places=1024, epsilon=1e-5, dropped=0.0, rank=64)
WINDOW = 768  # pieces that are learned from together, with those that stand before and behind; there are more places
OWN_PIECES = 4  # that stand before those of BERT in the vocabulary
OWN_BEGIN, OWN_END = 0, 2  # those of them that stand around what is read at once
OWN_PLACES = 2  # which no piece has
PARTS = (
    *(f"attention.attn.{each}" for each in "qkvo"),
    "attention.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm",
)  # fmt: skip
RATE = 8e-5  # of learning
QUICK = {"head": 10.0, "cases": 10.0, "narrow": 6.0, "wide": 6.0}  # what MPNet has not learns so many times as fast
SHARES = 0.4, 0.6  # of damaged articles in the first part and the second
OWN = len(encoder.SORTS)  # sorts of damage that the encoder tells: the first ones
TOGETHER = 100  # texts that are taught at once


class Reader(Transformer):
    """The first layers of MPNet, and a head that tells damage."""

    window, batch, sorts = WINDOW, 6, SORTS

    def __init__(self, folder: Path) -> None:
        pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[OWN_PIECES:-1]
        super().__init__(FORM, pieces)
        self.near = nn.Embedding(DISTANCES, FORM.heads)
        self.head = head(FORM, SORTS)
        self.register_buffer("distances", distances(), persistent=False)

    def forward(self, pieces: Tensor, cases: Tensor, there: Tensor) -> list[Tensor]:
        """Return the logarithms of odds of pieces: (window, place, sort)."""
        *_, last = self.read(pieces, cases, there, self.near(self.distances).permute(2, 0, 1)[None])
        return [self.head(last).float()]

    @torch.no_grad()
    def begin(self, folder: Path) -> None:
        """Take the weights of MPNet, as the file ``model.safetensors`` has them."""
        tensor = tensors(folder / "model.safetensors")
        embedding = tensor("embeddings.word_embeddings.weight")
        self.embedding.weight.copy_(embedding[OWN_PIECES:])
        self.embedding.weight[self.wordpieces.begin] = embedding[OWN_BEGIN]
        self.embedding.weight[self.wordpieces.end] = embedding[OWN_END]
        positions = tensor("embeddings.position_embeddings.weight")[OWN_PLACES:]
        self.positions.weight.copy_(F.interpolate(positions.T[None], scale_factor=2, mode="linear")[0].T)
        self.near.weight.copy_(tensor("encoder.relative_attention_bias.weight"))
        self.begin_with(tensor, PARTS)


def distances() -> Tensor:
    """Return how far, and on which side, each place of a window stands from another, as MPNet tells it: a number."""
    places = np.arange(WINDOW)
    return torch.from_numpy(told_apart(places[:, None] - places[None, :]))


def packaged(state: dict[str, Tensor], pieces: int) -> Learned:
    """Return what was learned as the package has it."""

    def added(name: str) -> Added:
        narrow, wide = (np.ascontiguousarray(numbers(state, f"{name}.{each}").T) for each in ("narrow", "wide"))
        return Added(narrow, wide, numbers(state, f"{name}.bias"))

    def layer(name: str) -> AddedLayer:
        matrices = [added(f"{name}.{each}") for each in ("looks", "seen", "up", "down")]
        return AddedLayer(matrices, norm(state, f"{name}.looked"), norm(state, f"{name}.fed"))

    return Learned(
        Sizes(FORM.layers, FORM.width, FORM.inner, FORM.heads, FORM.places, FORM.rank, pieces),
        numbers(state, "near.weight"),
        numbers(state, "positions.weight"),
        numbers(state, "cases.weight"),
        norm(state, "first"),
        [layer(f"blocks.{number}") for number in range(FORM.layers)],
        dense(state, "head"),
    )


@torch.no_grad()
def go_on(reader: Reader, learned: Learned) -> None:
    """Take over what the package has, to learn on from it."""

    def take(parameter: Tensor, own: np.ndarray) -> None:
        parameter.copy_(torch.from_numpy(own.copy()))

    def scaled(module: nn.LayerNorm, own: Norm) -> None:
        take(module.weight, own.scale)
        take(module.bias, own.shift)

    take(reader.near.weight, learned.near)
    take(reader.positions.weight, learned.positions)
    take(reader.cases.weight, learned.cases)
    scaled(reader.first, learned.first)
    for block, layer in zip(reader.blocks, learned.layers, strict=True):
        for module, own in zip((block.looks, block.seen, block.up, block.down), layer.matrices, strict=True):
            take(module.narrow, own.narrow.T)
            take(module.wide, own.wide.T)
            take(module.bias, own.shift)
        scaled(block.looked, layer.looked)
        scaled(block.fed, layer.fed)
    take(reader.head.weight, learned.head.matrix.T)
    take(reader.head.bias, learned.head.shift)


def teach(reader: Reader, path: Path, out: Path) -> None:
    """Write the rows of a file with what the reader thinks of their words."""
    reader.requires_grad_(False)
    read = torch.compile(reader, options={"freezing": True})
    with path.open(encoding="utf-8") as lines:
        rows = list(map(json.loads, lines))
    with out.open("w", encoding="utf-8") as taught:
        for at in range(0, len(rows), TOGETHER):
            part = rows[at : at + TOGETHER]
            texts = [reader.text(row["text"], []) for row in part]
            for row, odds in zip(part, odds_of(read, reader, texts), strict=True):
                row["taught"] = (1000 * torch.sigmoid(odds[-1][:, :OWN])).round().int().tolist()
                taught.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True)
    learn_parser = actions.add_parser("learn")
    teach_parser = actions.add_parser("teach")
    pack_parser = actions.add_parser("pack")
    for each in (learn_parser, teach_parser, pack_parser):
        each.add_argument("model", type=Path, help="the folder of MPNet")
        each.add_argument("state", type=Path, help="what is learned")
    learn_parser.add_argument("slips", type=Path, nargs="+", help="what damaged_texts.py has written")
    learn_parser.add_argument("--damage", type=Path, nargs="+", default=[DAMAGE], help="folders of annotated articles")
    learn_parser.add_argument("--measure", type=Path, nargs="*", default=[])
    learn_parser.add_argument("--minutes", type=float, default=40)
    learn_parser.add_argument("--begin", type=Path, help="a state to go on from, or the packaged file")
    teach_parser.add_argument("texts", type=Path, help="what damaged_texts.py has written")
    teach_parser.add_argument("out", type=Path)
    pack_parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    reader = Reader(options.model)
    if options.action == "teach":
        reader.load_state_dict(torch.load(options.state))
        teach(reader.to(torch.bfloat16), options.texts, options.out)
        return
    if options.action == "pack":
        options.out.write_bytes(encode(packaged(torch.load(options.state), OWN_PIECES + len(reader.embedding.weight))))
        return
    reader.begin(options.model)
    if options.begin and options.begin.suffix == ".bin":
        go_on(reader, decode(options.begin.read_bytes()))
    elif options.begin:
        reader.load_state_dict(torch.load(options.begin))
    slips = [text for path in options.slips for text in read_slips(path, reader)]
    damaged = [text for folder in options.damage for text in learned_from(folder, reader)]
    learner = Learner(reader, RATE, QUICK)
    learner.learn(slips, damaged, SHARES, options.minutes, options.measure)
    torch.save(learner.state(), options.state)


if __name__ == "__main__":
    main()
