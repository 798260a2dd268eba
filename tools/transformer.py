"""The transformer that both the encoder and its teacher are: it looks both ways, as BERT does."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from annotated import Spans
from judges import Judge, Text, Window, filled
from torch import Tensor, nn

from paralint.evidence.encoder import weights
from paralint.evidence.encoder.weights import CASES, Norm
from paralint.evidence.encoder.wordpieces import Wordpieces

HIDDEN = -1e4  # added to how much a piece looks at one that is not there
LAYER = "encoder.layer.{}"  # how the names of the weights of a layer begin


class Form(NamedTuple):
    """Attributes:
    layers: how many there are.
    width, inner: of what a piece is to the network, and of its feed-forward networks.
    heads: of attention.
    places: for how many places in a row there are weights.
    epsilon: added to a variance before it divides.
    dropped: share of what a layer adds that is left out, at random, while it learns.
    rank: of what is learned beside a matrix that stays as it is; 0 if the matrix itself learns.
    """

    layers: int
    width: int
    inner: int
    heads: int
    places: int
    epsilon: float
    dropped: float
    rank: int = 0


class Dense(nn.Linear):
    """A matrix, and what is added behind it. With a ``rank``, it is not the matrix that learns but one of that rank
    that is added to it: Hu et al. (2022), "LoRA: Low-Rank Adaptation of Large Language Models"."""

    def __init__(self, inner: int, outer: int, rank: int = 0) -> None:
        super().__init__(inner, outer)
        self.rank = rank
        if rank:
            self.weight.requires_grad_(False)
            self.narrow = nn.Parameter(torch.randn(rank, inner) / math.sqrt(inner))
            self.wide = nn.Parameter(torch.zeros(outer, rank))

    def forward(self, x: Tensor) -> Tensor:
        out = super().forward(x)
        return out + F.linear(F.linear(x, self.narrow), self.wide) if self.rank else out


class Block(nn.Module):
    """A layer."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        width, inner, rank = form.width, form.inner, form.rank
        self.looks, self.seen = Dense(width, 3 * width, rank), Dense(width, width, rank)
        self.up, self.down = Dense(width, inner, rank), Dense(inner, width, rank)
        self.looked, self.fed = nn.LayerNorm(width, form.epsilon), nn.LayerNorm(width, form.epsilon)

    def forward(self, x: Tensor, leaning: Tensor) -> Tensor:
        """Return what pieces (window, place, number) are behind the layer; ``leaning`` is added to how much they look
        at one another: (window, head, place, place)."""
        number, length, width = x.shape
        head = width // self._form.heads
        query, key, value = self.looks(x).view(number, length, 3, self._form.heads, head).permute(2, 0, 3, 1, 4)
        shares = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(head) + leaning, -1)
        seen = (shares @ value).transpose(1, 2).reshape(number, length, width)
        x = self.looked(x + self._dropped(self.seen(seen)))
        return self.fed(x + self._dropped(self.down(F.gelu(self.up(x)))))  # type: ignore[no-any-return]

    def _dropped(self, x: Tensor) -> Tensor:
        return F.dropout(x, self._form.dropped, self.training)


class Transformer(Judge):
    """Its blocks, and what is below them. The weights of pieces stay as they are."""

    def __init__(self, form: Form, pieces: Sequence[str]) -> None:
        super().__init__()
        self.wordpieces = Wordpieces(pieces)
        self.embedding = nn.Embedding(len(pieces), form.width)
        self.positions = nn.Embedding(form.places, form.width)
        self.cases = nn.Embedding(CASES, form.width)
        self.first = nn.LayerNorm(form.width, form.epsilon)
        self.blocks = nn.ModuleList(Block(form) for _ in range(form.layers))
        nn.init.zeros_(self.cases.weight)
        self.embedding.weight.requires_grad_(False)

    def text(self, text: str, damage: Spans, taught: Sequence[Sequence[float]] | None = None) -> Text:
        return Text(text, damage, self.wordpieces, self.sorts, taught)

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
        numbers, there = filled(pieces, rows, self.window)
        return (numbers, filled(cases, rows, self.window)[0], there), places

    def read(self, pieces: Tensor, cases: Tensor, there: Tensor, leaning: Tensor | float = 0.0) -> Iterator[Tensor]:
        """Yield what the pieces are behind each layer, (window, place, number)."""
        x = self.embedding(pieces) + self.positions.weight[: pieces.shape[1]] + self.cases(cases)
        hidden = torch.zeros(there.shape, dtype=x.dtype).masked_fill(~there, HIDDEN)[:, None, None, :]
        x = self.first(x)
        for block in self.blocks:
            x = block(x, hidden + leaning)
            yield x

    @torch.no_grad()
    def begin_with(self, tensor: Callable[[str], Tensor], parts: Sequence[str]) -> None:
        """Take over weights.

        Args:
            tensor: the weights by their names.
            parts: the rest of the names, behind ``LAYER``, of those of query, key and value, of what is seen, of the
                sum behind it, of the two of the feed-forward network and of the sum behind that.
        """
        own = ("seen", "looked", "up", "down", "fed")
        for kind in ("weight", "bias"):
            getattr(self.first, kind).copy_(tensor(f"embeddings.LayerNorm.{kind}"))
            for number, block in enumerate(self.blocks):
                found = [tensor(f"{LAYER.format(number)}.{part}.{kind}") for part in parts]
                getattr(block.looks, kind).copy_(torch.cat(found[:3]))
                for name, found_one in zip(own, found[3:], strict=True):
                    getattr(getattr(block, name), kind).copy_(found_one)


def head(form: Form, sorts: Sequence[str]) -> nn.Linear:
    """Return what tells of a piece the logarithms of odds of each sort of damage; at first it takes all for sound."""
    made = nn.Linear(form.width, len(sorts))
    nn.init.normal_(made.weight, 0, 0.02)
    nn.init.constant_(made.bias, -3)
    return made


def dense(state: dict[str, Tensor], name: str) -> weights.Dense:
    """Return a matrix of what was learned, and what is added behind it, as the package has them."""
    return weights.Dense(np.ascontiguousarray(numbers(state, f"{name}.weight").T), numbers(state, f"{name}.bias"))


def norm(state: dict[str, Tensor], name: str) -> Norm:
    """Return a normalisation of what was learned, as the package has it."""
    return Norm(numbers(state, f"{name}.weight"), numbers(state, f"{name}.bias"))


def numbers(state: dict[str, Tensor], name: str) -> np.ndarray:
    """Return what was learned of one name."""
    return state[name].float().numpy()


def tensors(file: Path) -> Callable[[str], Tensor]:
    """Return a function that reads the tensors of a file ``model.safetensors`` by their names."""
    content = file.read_bytes()
    (size,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + size])

    def tensor(name: str) -> Tensor:
        first, last = header[name]["data_offsets"]
        numbers = np.frombuffer(content[8 + size + first : 8 + size + last], np.float32)
        return torch.from_numpy(numbers.copy()).view(header[name]["shape"])

    return tensor
