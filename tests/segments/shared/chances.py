"""Random rules and random histories, small enough that every case is met."""

from __future__ import annotations

from hypothesis import strategies as st

from cesta.journeys.where import Condition
from cesta.model.condition import Compare, IsSet, Tree
from cesta.model.event import Event
from cesta.segments import tree as t
from cesta.segments.window import Window

SECOND = 1_000_000
CUSTOMERS = ("ann", "bob", "cid")
lengths = st.integers(1, 8).map(lambda seconds: seconds * SECOND)
values = st.one_of(st.integers(0, 4), st.sampled_from(["x", "y"]), st.booleans(), st.sampled_from([0.5, 2.0]))
wheres: st.SearchStrategy[Tree] = st.one_of(
    st.builds(Compare, st.sampled_from("pq"), st.sampled_from(["=", "!=", "<", ">="]), st.integers(0, 4)),
    st.builds(Compare, st.just("p"), st.just("="), st.sampled_from(["x", True])),
    st.builds(IsSet, st.sampled_from("pq"), st.booleans()),
)
named = st.builds(Condition, st.sampled_from("abc"), st.one_of(st.none(), wheres))
conditions = st.one_of(
    named,
    st.builds(Condition, st.none(), wheres),
    st.builds(Condition, st.none(), st.none(), st.none(), st.lists(named, min_size=1, max_size=2).map(tuple)),
)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    in_last, ago = draw(st.one_of(st.none(), lengths)), draw(st.one_of(st.none(), lengths))
    if in_last is not None and ago is not None and ago >= in_last:
        return Window(in_last=in_last)
    return Window(in_last, ago)


@st.composite
def sequences(draw: st.DrawFn) -> t.Sequence:
    limits = st.one_of(st.none(), lengths)
    steps = [t.Step(draw(conditions), draw(st.integers(1, 2)), draw(limits))]
    for _ in range(draw(st.integers(0, 2))):
        if draw(st.booleans()):
            steps.append(t.Step(draw(conditions), 1, draw(limits), absent=True))
        steps.append(t.Step(draw(conditions), draw(st.integers(1, 2)), draw(limits)))
    if draw(st.booleans()):
        steps.append(t.Step(draw(conditions), 1, draw(lengths), absent=True))
    return t.Sequence(tuple(steps), draw(windows()))


counts = st.one_of(st.none(), st.integers(0, 3))
numbers = st.one_of(st.integers(-1, 6), st.sampled_from([0.5, 2.0]))
leaves: st.SearchStrategy[t.Rule] = st.one_of(
    st.builds(t.Did, conditions, counts, counts, windows()),
    st.builds(t.Share, conditions, conditions, st.sampled_from([0, 0.25, 0.5, 1]), windows()),
    st.builds(
        t.Amount, st.sampled_from(t.AMOUNTS), st.sampled_from("pq"), conditions,
        st.sampled_from(list(t.OPERATORS.values())), numbers, windows(),
    ),
    st.builds(t.Trait, wheres, st.one_of(st.just(Condition()), conditions)),
    st.builds(t.Moment, st.sampled_from(["first", "latest"]), conditions, windows()),
    sequences(),
    st.lists(st.sampled_from(CUSTOMERS), max_size=2).map(tuple).map(t.Listed),
)  # fmt: skip


def trees(base: st.SearchStrategy[t.Rule]) -> st.SearchStrategy[t.Rule]:
    """Rules made of these."""
    return st.recursive(
        base,
        lambda inner: st.one_of(
            inner.map(t.Not),
            st.lists(inner, min_size=2, max_size=3).map(tuple).map(t.All),
            st.lists(inner, min_size=2, max_size=3).map(tuple).map(t.Any),
        ),
        max_leaves=4,
    )


rules = trees(leaves)
above = trees(st.one_of(leaves, st.just(t.InSegment("below"))))
"""Rules that may name the segment `below`."""


@st.composite
def histories(draw: st.DrawFn, most: int = 14) -> list[Event]:
    """Events in the order they come in, which is not that of their times."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(CUSTOMERS), st.sampled_from("abc"), st.integers(0, 20),
                st.dictionaries(st.sampled_from("pq"), values, max_size=2),
            ),
            min_size=1, max_size=most,
        )
    )  # fmt: skip
    return [Event("t", str(n), who, name, time * SECOND, told) for n, (who, name, time, told) in enumerate(rows)]
