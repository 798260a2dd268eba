"""Linear models over named features."""

import zlib
from array import array

from paralint.evidence.grammar.linear_model import LinearModel


def test_the_rows_of_features_are_added_up() -> None:
    keys = sorted(zlib.crc32(name) for name in (b"one", b"two"))
    rows = {zlib.crc32(b"one"): (1, -2), zlib.crc32(b"two"): (10, 20)}
    table = array("b", [weight for key in keys for weight in rows[key]])
    model = LinearModel(array("I", keys), memoryview(table.tobytes()), 2)
    assert model.scores(["one", "two", "two", "three"]) == [21, 38]
    assert model.scores([]) == [0, 0]
