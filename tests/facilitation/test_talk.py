"""Who spoke when: each rule by an example worked by hand, and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.talk import (
    LAPSE_MS,
    Segment,
    Span,
    Turn,
    by_seat,
    inside,
    joined,
    outside,
    overlaps,
    speech,
    total,
    transfers,
    turns,
    with_pauses,
)

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda s: (s[0], s[0] + s[1])))
SEGMENTS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 90), st.integers(0, 30)).map(
        lambda s: Segment(s[0], s[1] * 100, (s[1] + s[2]) * 100)
    ),
    max_size=25,
)


def moments(spans: list[Span]) -> set[int]:
    """Each millisecond of them: what the lists are a short way of writing."""
    return {ms for start, end in spans for ms in range(start, end)}


@pytest.mark.parametrize(
    ("spans", "are"),
    [
        ([], []),
        ([(5, 5)], []),
        ([(0, 2), (2, 4)], [(0, 4)]),
        ([(0, 2), (3, 4)], [(0, 2), (3, 4)]),
        ([(3, 4), (0, 9), (1, 2)], [(0, 9)]),
        ([(0, 3), (1, 5)], [(0, 5)]),
        ([(0, 1), (1, 1)], [(0, 1)]),
    ],
)
def test_spans_are_joined(spans: list[Span], are: list[Span]) -> None:
    assert joined(spans) == are


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="begins at 7 ms ends at 6 ms"):
        joined([(0, 1), (7, 6)])


@pytest.mark.parametrize(
    ("spans", "windows", "within", "without"),
    [
        ([], [(0, 5)], [], [(0, 5)]),
        ([(0, 5)], [], [], []),
        ([(2, 4)], [(0, 10)], [(2, 4)], [(0, 2), (4, 10)]),
        ([(0, 10)], [(2, 4)], [(2, 4)], []),
        ([(0, 3), (5, 9)], [(1, 6), (8, 20)], [(1, 3), (5, 6), (8, 9)], [(3, 5), (9, 20)]),
        ([(0, 4)], [(4, 8)], [], [(4, 8)]),
        ([(4, 8)], [(0, 4)], [], [(0, 4)]),
        ([(0, 4)], [(0, 2), (2, 4)], [(0, 2), (2, 4)], []),
        ([(0, 1), (2, 3)], [(0, 9)], [(0, 1), (2, 3)], [(1, 2), (3, 9)]),
    ],
)
def test_inside_and_outside_of_windows(
    spans: list[Span], windows: list[Span], within: list[Span], without: list[Span]
) -> None:
    assert inside(spans, windows) == within
    assert outside(spans, windows) == without


@given(SPANS, SPANS)
def test_spans_are_sets_of_moments(some: list[Span], others: list[Span]) -> None:
    spans, windows = joined(some), joined(others)
    assert moments(spans) == moments(some)
    assert total(spans) == len(moments(some))
    assert moments(inside(spans, windows)) == moments(some) & moments(others)
    assert moments(outside(spans, windows)) == moments(others) - moments(some)
    assert all(before[1] < after[0] for before, after in zip(spans, spans[1:], strict=False))


def test_what_overlaps_in_one_seat_is_one_stretch() -> None:
    spoken = by_seat([Segment(2, 5, 9), Segment(1, 0, 4), Segment(2, 8, 12)])
    assert spoken == {1: [(0, 4)], 2: [(5, 12)]}
    assert list(spoken) == [1, 2]


@pytest.mark.parametrize(
    ("segments", "both"),
    [
        ([], []),
        ([(1, 0, 5), (2, 5, 9)], []),
        ([(1, 0, 5), (2, 3, 9)], [(3, 5)]),
        ([(1, 0, 9), (2, 3, 5)], [(3, 5)]),
        ([(1, 0, 9), (2, 1, 3), (3, 4, 6)], [(1, 3), (4, 6)]),
        ([(1, 0, 9), (2, 1, 4), (3, 2, 6)], [(1, 6)]),
        ([(1, 0, 3), (2, 0, 3)], [(0, 3)]),
    ],
)
def test_overlaps(segments: list[tuple[int, int, int]], both: list[Span]) -> None:
    assert overlaps(by_seat(Segment(*one) for one in segments)) == both


@given(SEGMENTS)
def test_overlaps_are_where_two_speak(segments: list[Segment]) -> None:
    spoken = by_seat(segments)
    ones = [moments(spans) for spans in spoken.values()]
    twice = {ms for ms in set().union(*ones) if sum(ms in one for one in ones) > 1}
    assert moments(overlaps(spoken)) == twice
    assert sum(map(total, spoken.values())) >= total(speech(spoken)) + len(twice)


# Each example is a line of speech, and the turns it is heard as.
TURNS = {
    "nobody": ([], []),
    "one after the other": ([(1, 0, 5), (2, 6, 9)], [(1, 0, 5), (2, 6, 9)]),
    "the next begins too early": ([(1, 0, 5), (2, 4, 9)], [(1, 0, 5), (2, 4, 9)]),
    "a murmur takes no floor": ([(1, 0, 5), (2, 2, 3), (1, 6, 8)], [(1, 0, 8)]),
    "a murmur that ends with it takes none": ([(1, 0, 5), (2, 2, 5)], [(1, 0, 5)]),
    "a pause is within a turn": ([(1, 0, 5), (1, 8, 9)], [(1, 0, 9)]),
    "after a lapse it is another turn": ([(1, 0, 5), (1, 8.001, 9)], [(1, 0, 5), (1, 8.001, 9)]),
    "they begin together": ([(2, 0, 3), (1, 0, 4)], [(1, 0, 4)]),
    "they begin and end together": ([(2, 0, 3), (1, 0, 3)], [(1, 0, 3)]),
    "interrupted, and back": ([(1, 0, 5), (2, 4, 7), (1, 6, 9)], [(1, 0, 5), (2, 4, 7), (1, 6, 9)]),
}


@pytest.mark.parametrize("example", TURNS)
def test_turns(example: str) -> None:
    said, heard = TURNS[example]
    spoken = by_seat(Segment(seat, round(a * 1000), round(b * 1000)) for seat, a, b in said)
    assert turns(spoken) == [Turn(seat, round(a * 1000), round(b * 1000)) for seat, a, b in heard]


# Each example is a line of speech, and when the first seat held what it said together.
HELD = {
    "a pause is no silence": ([(1, 0, 5), (1, 8, 9)], [(0, 9)]),
    "a lapse is one": ([(1, 0, 5), (1, 8.001, 9)], [(0, 5), (8.001, 9)]),
    "another has the floor in between": ([(1, 0, 5), (2, 5.2, 5.6), (1, 6, 9)], [(0, 5), (6, 9)]),
    "another takes it before the pause": ([(1, 0, 5), (2, 4, 5.5), (1, 6, 9)], [(0, 5), (6, 9)]),
    "another murmurs before the pause": ([(1, 0, 5), (2, 3, 4), (1, 6, 9)], [(0, 9)]),
    "murmurs within another's turn": ([(2, 0, 20), (1, 4, 5), (1, 6, 7)], [(4, 5), (6, 7)]),
}


@pytest.mark.parametrize("example", HELD)
def test_a_pause_within_a_turn_is_held(example: str) -> None:
    said, held = HELD[example]
    spoken = by_seat(Segment(seat, round(a * 1000), round(b * 1000)) for seat, a, b in said)
    assert with_pauses(spoken, turns(spoken))[1] == [(round(a * 1000), round(b * 1000)) for a, b in held]


def test_transfers_have_a_gap_or_an_overlap() -> None:
    one, other, again, same = (
        Turn(1, 0, 5000),
        Turn(2, 4000, 9000),
        Turn(1, 9500, 11_000),
        Turn(1, 15_000, 16_000),
    )
    handed = transfers([one, other, again, same])
    assert [(t.before, t.after, t.offset_ms) for t in handed] == [(one, other, -1000), (other, again, 500)]


@given(SEGMENTS)
def test_turns_follow_one_another(segments: list[Segment]) -> None:
    spoken = by_seat(segments)
    had = turns(spoken)
    for before, after in zip(had, had[1:], strict=False):
        assert before.start_ms <= after.start_ms and before.end_ms < after.end_ms
        assert before.seat != after.seat or after.start_ms - before.end_ms > LAPSE_MS
    assert {turn.seat for turn in had} <= spoken.keys()
    # Whoever is alone heard has the floor then.
    for seat, spans in spoken.items():
        others = moments([span for other, theirs in spoken.items() if other != seat for span in theirs])
        covered = moments([(turn.start_ms, turn.end_ms) for turn in had])
        assert moments(spans) - others <= covered
