"""A tiny model in a real file, and a probe that finds just the words odd that a test wants.

Words that end in ``zz`` are damaged in grammar, in ``qq`` in phrase, in ``jj`` in name, surely; those in ``zx`` are
damaged in grammar, perhaps.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gguf import GGMLQuantizationType, GGUFWriter, TokenType
from gguf.quants import quantize
from numpy.typing import NDArray
from tokenizers.pre_tokenizers import ByteLevel

from paralint.engine.language_model.probe import Probe, decode

DEPTH, WIDTH, INNER, HEADS, SHARED, HEAD = 2, 32, 64, 4, 2, 8
EPSILON, BASE = 1e-5, 100.0
END = "<|endoftext|>"
MERGES = ["t h", "th e", "Ġ the", "z z", "q q", "j j", "z x", "Ċ Ċ"]
PIECES = [END, *sorted(ByteLevel.alphabet()), *(merge.replace(" ", "") for merge in MERGES)]
SURE, UNSURE = 10.0, 4.0
ODD = {"zz": (0, SURE), "qq": (1, SURE), "jj": (2, SURE), "zx": (0, UNSURE)}


def weights() -> dict[str, NDArray[np.float32]]:
    """The weights of the tiny model, as its file has them."""
    random = np.random.default_rng(7)

    def matrix(rows: int, columns: int) -> NDArray[np.float32]:
        return random.normal(0, 1 / columns**0.5, (rows, columns)).astype(np.float32)

    def scales() -> NDArray[np.float32]:
        return random.uniform(0.5, 1.5, WIDTH).astype(np.float32)

    embedding = matrix(len(PIECES), WIDTH)
    embedding[:, :3] = 0
    for piece, (column, value) in ODD.items():
        embedding[PIECES.index(piece), column] = value
    found = {"token_embd.weight": embedding}
    for number in range(DEPTH):
        found |= {
            f"blk.{number}.attn_norm.weight": scales(),
            f"blk.{number}.attn_q.weight": matrix(HEADS * HEAD, WIDTH),
            f"blk.{number}.attn_k.weight": matrix(SHARED * HEAD, WIDTH),
            f"blk.{number}.attn_v.weight": matrix(SHARED * HEAD, WIDTH),
            f"blk.{number}.attn_output.weight": matrix(WIDTH, HEADS * HEAD),
            f"blk.{number}.ffn_norm.weight": scales(),
            f"blk.{number}.ffn_gate.weight": matrix(INNER, WIDTH),
            f"blk.{number}.ffn_up.weight": matrix(INNER, WIDTH),
            f"blk.{number}.ffn_down.weight": matrix(WIDTH, INNER),
        }
    return found


def write_model(path: Path, *, architecture: str = "llama", **changes: Any) -> Path:
    """Write the tiny model. ``changes``: weights, stored (in which types), pre (the way of splitting), tokenizer (its
    kind), heads, pieces, merges, and without (names of fields that are left out)."""
    writer = GGUFWriter(path, architecture)
    writer.add_block_count(DEPTH)
    writer.add_context_length(64)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(changes.get("heads", HEADS))
    writer.add_head_count_kv(SHARED)
    writer.add_rope_dimension_count(HEAD)
    writer.add_layer_norm_rms_eps(EPSILON)
    if "freq_base" not in changes.get("without", ()):
        writer.add_rope_freq_base(BASE)
    writer.add_tokenizer_model(changes.get("tokenizer", "gpt2"))
    writer.add_tokenizer_pre(changes.get("pre", "smollm"))
    pieces = changes.get("pieces", PIECES)
    writer.add_token_list(pieces)
    writer.add_token_types([TokenType.CONTROL, *[TokenType.NORMAL] * (len(pieces) - 1)])
    writer.add_token_merges(changes.get("merges", MERGES))
    stored = changes.get("stored", GGMLQuantizationType.F32)
    for name, tensor in changes.get("weights", weights()).items():
        kind = stored if tensor.ndim == 2 else GGMLQuantizationType.F32
        writer.add_tensor(name, quantize(tensor, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def arrays(**changes: Any) -> dict[str, Any]:
    """What the file of the tiny probe holds. It looks at the embedding of a word's last token alone."""
    return {
        "version": 1,
        "width": WIDTH,
        "depth": 0,
        "vocabulary": len(PIECES),
        "ahead": np.array([0]),
        "mean": np.zeros(WIDTH, np.float32),
        "scale": np.ones(WIDTH, np.float32),
        "w1": np.eye(3, WIDTH, dtype=np.float32),
        "b1": np.zeros(3, np.float32),
        "w2": np.eye(4, 3, -1, dtype=np.float32),
        "b2": np.array([3, 0, 0, 0], np.float32),
        "first_threshold": 0.5,
        "second_threshold": 0.9,
        **changes,
    }


def packed(**changes: Any) -> bytes:
    content = io.BytesIO()
    np.savez(content, **arrays(**changes))
    return content.getvalue()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture
def probe() -> Probe:
    return decode(packed())
