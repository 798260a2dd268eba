"""Reads a text of any length through a model that reads a block of tokens at a time.

So time grows with the length of a text, not with its square, and the states of one block at a time are kept.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from paralint.engine.language_model.transformer import Transformer
from paralint.engine.language_model.weights import Floats
from paralint.values import NamedTuple

BLOCK = 1024
"""Tokens that are read at once, the mark before the text among them."""
OVERLAP = 256
"""Tokens at the beginning of a block that were read before, so that the others have something to look back at."""


class Stretch(NamedTuple):
    """Tokens one after another, from the one numbered ``first``, with their states."""

    first: int
    states: Floats


def read(transformer: Transformer, tokens: NDArray[np.intp], mark: int) -> Iterator[Stretch]:
    """Yield the states of all tokens of a text, in order, each once.

    Args:
        mark: the token that stands before each block, as it stood before each text when the model was trained.
    """
    done = 0
    while done < len(tokens):
        first = max(0, done - OVERLAP)
        block = np.concatenate([[mark], tokens[first : first + BLOCK - 1]])
        yield Stretch(done, transformer.run(block)[1 + done - first :])
        done = first + len(block) - 1
