"""Who spoke when: stretches of time, and what follows from their order. Nothing here knows what was said, or by whom.

A `Span` is (start, end) in ms, its end not included. Lists of spans that are given out are sorted, and none touches
another. How each figure is defined, and after whom, is in docs/record/metrics.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

Span = tuple[int, int]
LAPSE_MS = 3_000
"""A silence longer than this ends a turn, though the same seat goes on after it."""


class Segment(NamedTuple):
    """One seat speaks, without a pause worth counting."""

    seat: int
    start_ms: int
    end_ms: int


class Turn(NamedTuple):
    """One seat has the floor, pauses included."""

    seat: int
    start_ms: int
    end_ms: int


def total(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Their union; empty ones are nothing. Raises ValueError if one ends before it begins."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if end < start:
            raise ValueError(f"a span that begins at {start} ms ends at {end} ms")
        if start == end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def inside(spans: Sequence[Span], windows: Sequence[Span]) -> list[Span]:
    """What of the spans lies in the windows. Both are sorted, and none overlaps another of its kind."""
    result, at = [], 0
    for start, end in spans:
        while at < len(windows) and windows[at][1] <= start:
            at += 1
        for opens, closes in islice(windows, at, None):
            if opens >= end:
                break
            result.append((max(start, opens), min(end, closes)))
    return result


def outside(spans: Sequence[Span], windows: Sequence[Span]) -> list[Span]:
    """What of the windows no span covers: with speech as spans, the silences."""
    result = []
    for opens, closes in windows:
        at = opens
        for start, end in inside(spans, [(opens, closes)]):
            if start > at:
                result.append((at, start))
            at = end
        if at < closes:
            result.append((at, closes))
    return result


def by_seat(segments: Iterable[Segment]) -> dict[int, list[Span]]:
    """When each seat spoke. What overlaps in one seat is one stretch."""
    spoken: dict[int, list[Span]] = {}
    for segment in segments:
        spoken.setdefault(segment.seat, []).append((segment.start_ms, segment.end_ms))
    return {seat: joined(spans) for seat, spans in sorted(spoken.items())}


def segments_of(spoken: Mapping[int, Sequence[Span]]) -> list[Segment]:
    """In order of their beginning; of those that begin together the longest first."""
    every = (Segment(seat, start, end) for seat, spans in spoken.items() for start, end in spans)
    return sorted(every, key=lambda one: (one.start_ms, -one.end_ms, one.seat))


def speech(spoken: Mapping[int, Sequence[Span]]) -> list[Span]:
    """When anybody spoke."""
    return joined(span for spans in spoken.values() for span in spans)


def overlaps(spoken: Mapping[int, Sequence[Span]]) -> list[Span]:
    """When two or more spoke at once."""
    reached, result = None, []
    for one in segments_of(spoken):
        if reached is not None and one.start_ms < reached:
            result.append((one.start_ms, min(one.end_ms, reached)))
        reached = one.end_ms if reached is None else max(reached, one.end_ms)
    return joined(result)


def turns(spoken: Mapping[int, Sequence[Span]]) -> list[Turn]:
    """Who had the floor, one after another. Whoever outlasts the one who has it takes it over; what is said and over
    within another's speech, a murmur of assent, takes no floor."""
    result: list[Turn] = []
    for one in segments_of(spoken):
        last = result[-1] if result else None
        if last is None:
            result.append(Turn(*one))
        elif one.end_ms <= last.end_ms:
            continue
        elif one.seat == last.seat and one.start_ms - last.end_ms <= LAPSE_MS:
            result[-1] = last._replace(end_ms=one.end_ms)
        else:
            result.append(Turn(*one))
    return result


def with_pauses(spoken: Mapping[int, Sequence[Span]], turns: Iterable[Turn]) -> dict[int, list[Span]]:
    """When each seat spoke, with the pauses within its turns: in those nobody else had the floor, and none of them is
    longer than a lapse."""
    held: dict[int, list[Span]] = {seat: list(spans) for seat, spans in spoken.items()}
    for turn in turns:
        held[turn.seat].append((turn.start_ms, turn.end_ms))
    return {seat: joined(spans) for seat, spans in held.items()}


class Transfer(NamedTuple):
    """The floor goes from one seat to another."""

    before: Turn
    after: Turn

    @property
    def offset_ms(self) -> int:
        """From the end of the one turn to the beginning of the next: a gap, or, below nought, an overlap."""
        return self.after.start_ms - self.before.end_ms


def transfers(turns: Sequence[Turn]) -> list[Transfer]:
    return [Transfer(one, other) for one, other in pairwise(turns) if one.seat != other.seat]
