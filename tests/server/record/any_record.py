"""Any structure record that there may be, for tests that hold for each of them: what the fold makes of a session,
whoever spoke when in it."""

from __future__ import annotations

from dataclasses import astuple, replace
from functools import cache
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from facilitation import commands as c
from facilitation import events as e
from facilitation.course import course
from facilitation.format import Format
from facilitation.structure import structure
from facilitation.structure_record import VERSION, BySpeaker, Lack, Part, StructureRecord, Transitions
from facilitation.talk import Segment, Span, joined
from facilitation.vocabulary import Intervention, Keeping, SeatId
from server.record.imported import as_far_as_known, record_of
from server.record.reckoning import GROUPED_FROM, IN_PART_FROM
from tests.facilitation.circle import Meeting, at, gathered, undo
from tests.facilitation.two_cases import two_cases
from tests.facilitation.worked_session import a_group_of, a_session, until


class Held(NamedTuple):
    """A session, and how long it took."""

    form: Format
    log: list[e.Event]
    ms: int
    seats: list[SeatId]
    circle: list[SeatId]


@cache
def sessions() -> list[Held]:
    """One that never began, one that was killed, of few and of many, with phases that round to nothing."""
    evening, _ = two_cases()
    meetings = [gathered(), a_session(), a_session(end=False), evening, _in_haste(), _gone_back()]
    meetings += [a_group_of(members) for members in (0, 1, 3, 5, 9, 14, 20)]
    return [_held(one) for one in meetings]


def _held(meeting: Meeting) -> Held:
    circle = sorted(course(meeting.state.format, meeting.log, meeting.now).roles)
    return Held(meeting.state.format, meeting.log, meeting.now, sorted(meeting.state.seats), circle)


def _in_haste() -> Meeting:
    meeting = at("questions", keeping=Keeping.SEAT_TIMELINE)
    for second in (1, 2, 30):
        until(meeting, second)
        meeting.advance()
    return meeting


def _gone_back() -> Meeting:
    meeting = at("discussion", keeping=Keeping.SEAT_TIMELINE)
    until(meeting, 600)
    meeting.ask(c.Mark(Intervention.HOLD_SILENCE))
    meeting.advance()
    until(meeting, 605)
    meeting.ask(undo(meeting))
    until(meeting, 900)
    meeting.advance()
    until(meeting, 960)
    return meeting


@st.composite
def records(draw: st.DrawFn) -> StructureRecord:
    held, chance = draw(st.sampled_from(sessions())), Random(draw(st.integers(0, 10_000)))
    said = _said(held, draw(st.sampled_from((0, 1, 3, 30, 100))), chance)
    level = draw(st.sampled_from((Keeping.AGGREGATE, Keeping.SEAT_TIMELINE)))
    if said and draw(st.integers(0, 5)) == 0:
        return record_of(said, level)
    made = structure(
        held.form,
        held.log,
        said if draw(st.integers(0, 9)) else None,
        level,
        own=draw(st.booleans()),
        reached_ms=held.ms,
        unmeasured=_lost(held, draw(st.sampled_from((0, 0, 1, 2))), chance),
        month=draw(st.sampled_from((None, "2026-01", "2026-11"))),
        shuffled=chance.sample(held.circle, len(held.circle)),
    )
    assert made is not None
    version = draw(st.sampled_from((GROUPED_FROM - 1, GROUPED_FROM, VERSION)))
    if version < IN_PART_FROM:
        since = (Lack.MEASURED_IN_PART, Lack.HURRIED)
        made = replace(made, lacks=tuple(one for one in made.lacks if one not in since))
    return replace(made, version=version) if version >= GROUPED_FROM else before_groups(made)


def _lost(held: Held, times: int, chance: Random) -> list[Span]:
    """As where a server was killed."""
    reached = [chance.randint(0, held.ms) for _ in range(times)]
    return joined((max(0, one - 11_000), one) for one in reached)


def _said(held: Held, times: int, chance: Random) -> list[Segment]:
    """Words, sentences and speeches, also before the beginning and after the end."""
    found = []
    for _ in range(times):
        start, mean_ms = chance.randint(0, held.ms + 1_000), chance.choice((500, 5_000, 60_000))
        found.append(
            Segment(chance.choice(held.seats), start, start + 1 + round(chance.expovariate(1 / mean_ms)))
        )
    return found


def before_groups(made: StructureRecord) -> StructureRecord:
    """As a record of version 2 would have it."""
    shares, timeline = made.whole.shares, made.timeline
    tenths = None if shares is None else tuple(Part(round(one, 1)) for one in shares)
    if timeline is not None:
        timeline = replace(timeline, seats=tuple(replace(one, speech_s=None) for one in timeline.seats))
    return replace(
        made, version=GROUPED_FROM - 1, whole=replace(made.whole, shares=tenths), timeline=timeline
    )


def of_unknown_roles(made: StructureRecord) -> StructureRecord:
    """The same, where nobody knows who led or presented, nor what was planned."""
    phases = tuple(
        replace(one, speech_s=_of_members(one.speech_s), turns=_of_members(one.turns)) for one in made.phases
    )
    none, to = BySpeaker(0, 0, 0), made.whole.transitions
    followed = BySpeaker(0, 0, sum(sum(one or 0 for one in astuple(of)) for of in _rows(to)))
    whole = replace(
        made.whole,
        speech_s=_of_members(made.whole.speech_s),
        transitions=Transitions(none, none, followed),
        silence_kept=None,
    )
    return as_far_as_known(replace(made, phases=phases, whole=whole))


def _rows(to: Transitions) -> list[BySpeaker]:
    return [one for one in (to.after_leader, to.after_presenter, to.after_member) if one is not None]


def _of_members(of: BySpeaker) -> BySpeaker:
    return BySpeaker(0, 0, sum(one or 0 for one in astuple(of)))
