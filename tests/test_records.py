"""Named tuples made cheaply are what the standard library's are."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from factcheck.document import Span
from factcheck.records import NamedTuple


class Cheap(NamedTuple):
    """A figure."""

    value: int
    unit: str = "km"

    @property
    def doubled(self) -> int:
        return self.value * 2


class Costly(typing.NamedTuple):
    """A figure."""

    value: int
    unit: str = "km"

    @property
    def doubled(self) -> int:
        return self.value * 2


class Longer(Cheap):
    """One that a class was made from."""


def test_one_is_made_shown_and_changed_as_the_standard_one() -> None:
    cheap, costly = Cheap(3), Costly(3)
    assert cheap == costly == (3, "km") and hash(cheap) == hash(costly)
    assert repr(cheap) == repr(costly).replace("Costly", "Cheap")
    assert cheap._replace(unit="mi") == costly._replace(unit="mi")
    assert cheap._asdict() == costly._asdict() and cheap._fields == costly._fields
    assert (cheap.doubled, Cheap.__doc__) == (costly.doubled, Costly.__doc__)
    assert Cheap(unit="m", value=1) == Cheap._make([1, "m"]) == (1, "m")
    match cheap:
        case Cheap(value, unit):
            assert (value, unit) == (3, "km")


def test_it_is_copied_pickled_and_derived_from() -> None:
    assert copy.copy(Cheap(3)) == pickle.loads(pickle.dumps(Cheap(3))) == Cheap(3)
    assert type(pickle.loads(pickle.dumps(Span(1, 2)))) is Span
    assert Longer(2).doubled == 4 and Longer(2)._replace(value=5) == (5, "km")


@pytest.mark.parametrize("wrong", [{}, {"value": 1, "units": "m"}], ids=["too few", "unknown"])
def test_what_does_not_fit_is_refused_by_its_name(wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Cheap"):
        Cheap(**wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="units"):
        Cheap(1)._replace(units="m")  # type: ignore[call-arg]


def test_nothing_of_it_can_be_set() -> None:
    with pytest.raises(AttributeError):
        Cheap(1).unit = "m"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Cheap(1).other = "m"  # type: ignore[attr-defined]


def test_defaults_stand_last() -> None:
    with pytest.raises(TypeError, match="behind one with one"):
        type(NamedTuple)("Odd", (NamedTuple,), {"__annotations__": {"one": "int", "two": "int"}, "one": 1})
