"""The course of a session: who could be heard when; and what holds of the structure of any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitation import commands as c
from facilitation import events as e
from facilitation.course import Speaker, course
from facilitation.talk import Segment
from facilitation.vocabulary import Floor, Gate, PhaseKind, SeatId, Word
from tests.facilitation.circle import ANN, BEN, CARL, CAT, LEA, OBI, WIM, gathered, undo
from tests.facilitation.worked_session import CIRCLE, a_group_of, a_session, record, spoke, until


def test_nobody_counts_who_could_not_be_heard() -> None:
    meeting = gathered()
    meeting.ask(c.Begin())
    until(meeting, 100)
    meeting.ask(c.Whisper(True), CARL)
    until(meeting, 200)
    meeting.ask(c.Whisper(False), CARL)
    meeting.ask(c.SetFloor(meeting.state.entry, Floor.LEADERS, Gate.HARD))
    until(meeting, 400)
    meeting.ask(c.End())
    made = record(meeting, spoke((CARL, 90, 210), (OBI, 0, 300), (BEN, 150, 250), (WIM, 0, 300)))
    assert asdict(made.whole.speech_s) == {"leader": 20, "presenter": 0, "member": 50}


def test_without_a_leader_nothing_is_measured() -> None:
    meeting = gathered()
    meeting.ask(c.Begin())
    until(meeting, 100)
    meeting.lose(LEA, CARL)
    until(meeting, 130)
    meeting.link(LEA, True)
    until(meeting, 200)
    meeting.ask(c.End())
    phase = record(meeting, []).phases[0]
    assert (phase.measured_s, phase.paused_s, phase.pauses, phase.links_lost) == (170, 30, 0, 2)


def test_a_push_back_is_counted_once_in_each_phase_that_has_it() -> None:
    meeting = gathered().go_to("discussion")
    until(meeting, 100)
    meeting.lose(BEN)
    until(meeting, 200)
    meeting.ask(c.Recall(meeting.state.entry))
    until(meeting, 300)
    went = course(meeting.state.format, meeting.log, 300_000)
    assert [went.times_back(number) for number in went.entries] == [0, 0, 0, 0, 1]
    assert went.back(ANN) == [(0, 200_000)] and went.back(BEN) == []


def test_a_presenter_who_came_back_unanswered_is_no_recall_of_a_leaders() -> None:
    meeting = gathered().go_to("discussion")
    meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    meeting.wait(20_000)
    meeting.ask(c.Recall(meeting.state.entry), ANN)
    until(meeting, 100)
    meeting.ask(c.PushBack(meeting.state.entry))
    meeting.ask(c.Recall(meeting.state.entry))
    until(meeting, 500)
    meeting.ask(c.End())
    assert record(meeting, []).phases[4].interventions.recall_presenter == 1


def test_whoever_left_was_there() -> None:
    meeting = gathered()
    meeting.ask(c.Begin())
    until(meeting, 100)
    meeting.ask(c.Leave(), BEN)
    until(meeting, 400)
    meeting.ask(c.End())
    went = course(meeting.state.format, meeting.log)
    assert BEN in went.roles and WIM not in went.roles
    made = record(meeting, spoke((BEN, 50, 150)))
    assert made.whole.speech_s.member == 50, "until they left"


def test_a_step_that_is_undone_adds_to_the_phase_that_goes_on_and_changes_none_before() -> None:
    meeting = gathered().go_to("case_call")
    until(meeting, 50)
    meeting.go_to("presentation")
    until(meeting, 100)
    meeting.lose(BEN)
    meeting.advance()
    until(meeting, 105)
    meeting.lose(CAT)
    meeting.ask(undo(meeting))
    until(meeting, 300)
    went = course(meeting.state.format, meeting.log, 300_000)
    before, now = max(went.entries) - 1, max(went.entries)
    assert [entry.phase.key for entry in went.entries.values()] == ["arrival", "case_call", "presentation"]
    assert went.entries[now].happened[e.LinkLost] == 2 and went.entries[before].happened[e.LinkLost] == 0
    assert went.windows(before) == [(0, 50_000)] and went.windows(now) == [(50_000, 300_000)]
    assert not any(one.undone for one in went.stretches if one.entry == before)


def test_a_step_back_is_told() -> None:
    meeting = gathered().go_to("case_call")
    meeting.settle()
    meeting.advance()
    until(meeting, 20)
    meeting.ask(c.StepBack(meeting.state.entry))
    until(meeting, 60)
    phases = record(meeting, [], reached_ms=60_000).phases
    assert [(p.kind, p.stepped_back, p.actual_s) for p in phases] == [
        (PhaseKind.ARRIVAL, False, 0), (PhaseKind.CASE_CALL, False, 0), (PhaseKind.PRESENTATION, False, 20),
        (PhaseKind.CASE_CALL, True, 40),
    ]  # fmt: skip


def test_the_course_knows_who_speaks_as_what() -> None:
    meeting = a_session()
    went = course(meeting.state.format, meeting.log)
    assert e.HandRaised in {type(event) for event in meeting.log}
    assert went.speaker(LEA, 200_000) is Speaker.LEADER
    assert went.speaker(ANN, 50_000) is Speaker.MEMBER
    assert went.speaker(ANN, 130_000) is Speaker.PRESENTER
    assert went.speaker(BEN, 130_000) is Speaker.MEMBER
    assert went.at(129_999).entry == 2 and went.at(130_000).entry == 3
    assert went.roles == {seat: meeting.state.seats[seat].role for seat in CIRCLE}
    assert went.stretches[0].start_ms == 10_000 and went.stretches[-1].end_ms == 1_300_000
    assert len(went.stretches) == 12, "a raised hand changes nothing about who is heard"
    assert all(a.end_ms == b.start_ms for a, b in zip(went.stretches, went.stretches[1:], strict=False))


# --- of any session ----------------------------------------------------------------------------------------

SEGMENTS = st.lists(
    st.tuples(st.sampled_from((*CIRCLE, SeatId(30))), st.integers(0, 1_400_000), st.integers(0, 90_000)).map(
        lambda one: Segment(one[0], one[1], one[1] + one[2])
    ),
    max_size=30,
)
WORKED = a_session()


@given(SEGMENTS, st.permutations((BEN, CAT, WIM)))
def test_who_of_the_members_spoke_makes_no_difference(said: list[Segment], others: list[SeatId]) -> None:
    """Whoever has only the record cannot tell one member from another: with their voices swapped it is the same."""
    swap = dict(zip((BEN, CAT, WIM), others, strict=True))
    swapped = [one._replace(seat=swap.get(SeatId(one.seat), one.seat)) for one in said]
    one, other = record(WORKED, said), record(WORKED, swapped)
    together = {(one.start_ms, one.end_ms) for one in said}
    if len({one.start_ms for one in said}) == len(said) == len(together):
        assert one == other


@given(SEGMENTS)
def test_figures_agree_with_one_another(said: list[Segment]) -> None:
    made = record(WORKED, said)
    whole = made.whole
    assert made == record(WORKED, list(reversed(said))), "in whatever order the segments come"
    assert abs(sum(phase.silence_s for phase in made.phases) - whole.silence_s) <= 2.5 * len(made.phases)
    for kind in ("leader", "presenter", "member"):
        assert sum(asdict(p.turns)[kind] for p in made.phases) <= sum(asdict(whole.turn_lengths).values())
        spoken = sum(asdict(p.speech_s)[kind] for p in made.phases)
        assert abs(spoken - asdict(whole.speech_s)[kind]) <= 2.5 * len(made.phases)
    handed = sum(asdict(whole.transfers).values())
    assert handed == sum(sum(after.values()) for after in asdict(whole.transitions).values())
    assert whole.silences.over_3_s >= whole.silences.over_10_s >= whole.silences.over_30_s
    assert all(s % 5 == 0 for s in seconds(asdict(made))), "nothing tells a second"


def seconds(node: Any, name: str = "") -> Iterator[int]:
    """Every time in a record."""
    if isinstance(node, dict):
        for key, value in node.items():
            told = name if key in ("leader", "presenter", "member") else key
            yield from seconds(value, told)
    elif isinstance(node, tuple):
        for value in node:
            yield from seconds(value)
    elif name.endswith("_s") and not name.startswith(("over_", "under_", "from_", "gap_", "overlap_over_")):
        assert isinstance(node, int)
        yield node


def test_two_hours_of_twelve_are_one_record() -> None:
    """What that takes is measured by tests/bench/bench_record.py."""
    meeting = a_group_of(10, seconds=7200, hands=True)
    said = [Segment(1 + (n * 7) % 12, n * 1_000, n * 1_000 + 1_300) for n in range(0, 7_100, 2)]
    assert sum(asdict(record(meeting, said).whole.turn_lengths).values()) > 3_500
