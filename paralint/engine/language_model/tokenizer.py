"""Text to the tokens of a language model: byte-level byte-pair encoding.

Sennrich, Haddow and Birch (2016), "Neural Machine Translation of Rare Words with Subword Units"; over bytes in Radford
et al. (2019), "Language Models are Unsupervised Multitask Learners". Done by the package tokenizers, made of what the
model's file says.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer as Encoder
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel, Digits, Sequence

from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.weights import Vocabulary
from paralint.text import lazy
from paralint.values import NamedTuple

SPLITTING = "smollm"
_SURROGATE = lazy.pattern("[\ud800-\udfff]")


class Tokens(NamedTuple):
    """The tokens of a text: their numbers, and where each begins and ends, in code points.

    A token begins with the space before its word. Tokens that are parts of one character all stand at that character.
    """

    numbers: NDArray[np.intp]
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]


class Tokenizer:
    """Cuts texts into tokens.

    Attributes:
        text_end: the number of the token between two texts. What looks like it in a text is plain text.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """
        Raises:
            LanguageModelError: for a vocabulary that cuts text in another way.
        """
        if vocabulary.splitting != SPLITTING:
            raise LanguageModelError(
                f"the model cuts text in the way '{vocabulary.splitting}'; '{SPLITTING}' is what the layer knows"
            )
        self.text_end = vocabulary.text_end
        numbers = {piece: number for number, piece in enumerate(vocabulary.pieces)}
        try:
            self._encoder = Encoder(BPE(numbers, vocabulary.merges))
        except Exception as error:  # the package raises nothing more precise for a merge of unknown pieces
            raise LanguageModelError(f"the model's vocabulary is damaged: {error}") from error
        # SmolLM was trained on digits that stand alone.
        cutters = [Digits(individual_digits=True), ByteLevel(add_prefix_space=False, use_regex=True)]
        self._encoder.pre_tokenizer = Sequence(cutters)

    def __call__(self, text: str) -> Tokens:
        """Cut a text. A lone surrogate has no form in UTF-8; what stands in for it has the same length."""
        encoded = self._encoder.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
        places = np.array(encoded.offsets, dtype=np.intp).reshape(-1, 2)
        return Tokens(np.array(encoded.ids, dtype=np.intp), places[:, 0].copy(), places[:, 1].copy())
