"""``paralint.values.NamedTuple`` behaves as ``typing.NamedTuple`` does."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from paralint.values import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 2
    label: str = ""

    @property
    def total(self) -> int:
        return self.x + self.y


class Special(Point):
    """A subclass has the same fields."""


class Reference(typing.NamedTuple):
    x: int
    y: int = 2
    label: str = ""


def test_fields_and_defaults() -> None:
    point = Point(1, label="a")
    assert (point.x, point.y, point.label) == tuple(point) == (1, 2, "a")
    assert point.total == 3
    assert Point._fields == Reference._fields
    assert Point._field_defaults == Reference._field_defaults
    assert Point.__doc__ == "A place."


def test_equality_hash_and_order_are_those_of_tuples() -> None:
    assert Point(1) == Point(1) == (1, 2, "")
    assert hash(Point(1)) == hash(Point(1))
    assert Point(1) < Point(2)


def test_repr_replace_and_asdict() -> None:
    mine, theirs = Point(1), Reference(1)
    assert repr(mine) == repr(theirs).replace("Reference", "Point")
    assert mine._replace(y=5) == theirs._replace(y=5)
    assert isinstance(mine._replace(y=5), Point)
    assert mine._asdict() == theirs._asdict()
    assert Point._make([1, 2, "c"]) == Point(1, 2, "c")


def test_is_immutable_and_has_no_dict() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 2  # type: ignore[misc]
    assert not hasattr(Point(1), "__dict__")


@pytest.mark.parametrize(("args", "kwargs"), [((), {}), ((1, 2, "", 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_wrong_arguments_are_refused(args: tuple[int, ...], kwargs: dict[str, int]) -> None:
    for _ in range(2):  # the first instance of a class is made by another way than the rest
        with pytest.raises(TypeError):
            Point(*args, **kwargs)  # type: ignore[arg-type]


def test_goes_through_pickle_and_copy() -> None:
    for value in (Point(1, 2, "a"), Special(3)):
        assert pickle.loads(pickle.dumps(value)) == value
        assert type(copy.deepcopy(value)) is type(value)


def test_a_subclass_keeps_its_type() -> None:
    assert type(Special(1)) is Special
    assert type(Point(1)) is Point
    assert Special(1).total == 3


def test_matches_by_position() -> None:
    match Point(1, 2, "a"):
        case Point(x, y, label):
            assert (x, y, label) == (1, 2, "a")
