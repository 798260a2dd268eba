"""Log-linear models over hashed features."""

from __future__ import annotations

import zlib

import pytest

from paralint.data import DataError
from paralint.data.sections import Format
from paralint.evidence.grammar import log_linear
from paralint.evidence.grammar.log_linear import SECTIONS, opened

KIND = Format("forms.bin", "forms", b"PLVF", 1, SECTIONS)


def packed(weights: bytes) -> bytes:
    return KIND.encode({"keys": zlib.crc32(b"to be").to_bytes(4, "little"), "weights": weights})


def test_features_add_up_and_unknown_ones_weigh_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_linear, "mapped", lambda _: memoryview(packed(b"\x05\xff")))
    model = opened(KIND, 2)
    assert model.scores(["to be", "or not", "to be"]) == [10, -2]


def test_a_file_whose_weights_do_not_fit_its_keys_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_linear, "mapped", lambda _: memoryview(packed(b"\0\0\0")))
    with pytest.raises(DataError, match="weights"):
        opened(KIND, 2)
