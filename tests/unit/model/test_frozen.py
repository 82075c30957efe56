"""Values that are made fast are what `dataclasses` would have made of them."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from annotator.errors import SpanError
from annotator.frozen import frozen, once
from annotator.model import Annotation, Relation, Span


def plain() -> type:
    class Plain:
        name: str
        size: int = 3
        values: dict[str, str] = field(default_factory=dict[str, str], hash=False)

    return Plain


@frozen(slots=False)
class Loose:
    name: str
    size: int = 3

    @once
    def double(self) -> int:
        seen.append(self.name)
        return 2 * self.size


seen: list[str] = []
Ours = frozen(order=True)(plain())
Theirs = dataclass(frozen=True, slots=True, order=True)(plain())
GIVEN = [("x",), ("x", 4), ("x", 4, {"a": "b"})]


@pytest.mark.parametrize("given", GIVEN)
def test_what_is_made_says_the_same(given):
    ours, theirs = Ours(*given), Theirs(*given)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert ours == Ours(*given) == copy.copy(ours)
    assert replace(ours, size=9) > ours
    assert Ours(**{f.name: getattr(ours, f.name) for f in fields(ours)}) == ours
    assert Ours.__match_args__ == Theirs.__match_args__


def test_parameters_are_those_of_a_dataclass():
    ours, theirs = inspect.signature(Ours), inspect.signature(Theirs)
    assert [(p.name, p.kind) for p in ours.parameters.values()] == [
        (p.name, p.kind) for p in theirs.parameters.values()
    ]
    assert ours.parameters["size"].default == 3
    for wrong in ((), ("x", 1, {}, 2)):
        with pytest.raises(TypeError):
            Ours(*wrong)
    with pytest.raises(TypeError):
        Ours("x", colour="red")


def test_no_two_values_share_a_default_that_can_change():
    assert Ours("x").values is not Ours("x").values


@pytest.mark.parametrize("value", [Ours("x"), Loose("x"), Span(1, 2), Relation("r", "a", "b")])
def test_nothing_can_be_changed(value):
    name = fields(value)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, "y")
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)


def test_a_value_is_checked_and_travels():
    with pytest.raises(SpanError):
        Span(2, 2)
    with pytest.raises(SpanError):
        replace(Span(1, 2), end=0)
    made = Annotation("a", Span(1, 2), "actor", {"role": "x"}, "note")
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made


def test_a_property_is_worked_out_once_and_for_each():
    seen.clear()
    one, other = Loose("one"), Loose("other", 5)
    assert (one.double, one.double, other.double, other.double) == (6, 6, 10, 10)
    assert seen == ["one", "other"]
    assert one == Loose("one")
