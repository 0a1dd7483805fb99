"""The structure of one session, worked by hand, and of sessions that went wrong."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from facilitation import commands as c
from facilitation.course import course
from facilitation.structure import structure
from facilitation.structure_record import (
    Lack,
    PhaseStructure,
    Silences,
    SizeBand,
    Transfers,
    TurnLengths,
    is_time,
)
from facilitation.vocabulary import Intervention, Keeping, PhaseKind, Role, SeatId
from tests.facilitation.circle import ANN, BEN, CARL, CAT, DAN, LEA, OBI, WIM, Meeting, at, gathered, undo
from tests.facilitation.worked_session import CIRCLE, SAID, a_group_of, a_session, record, spoke, until


def test_each_phase_of_a_session() -> None:
    phases = record(a_session(), SAID).phases
    assert [phase.kind for phase in phases] == [
        PhaseKind.ARRIVAL, PhaseKind.CASE_CALL, PhaseKind.PRESENTATION, PhaseKind.QUESTIONS, PhaseKind.DISCUSSION,
        PhaseKind.RETURN, PhaseKind.CLOSING, PhaseKind.DEBRIEF,
    ]  # fmt: skip
    assert [phase.case for phase in phases] == [0] + [1] * 7
    assert [phase.began_s for phase in phases] == [0, 90, 120, 390, 490, 990, 1090, 1150]
    assert [phase.planned_s for phase in phases] == [300, 60, 420, 180, 1500, 300, 180, 1200]
    assert [phase.actual_s for phase in phases] == [90, 30, 270, 100, 440, 100, 60, 140]
    assert [phase.paused_s for phase in phases] == [0, 0, 0, 0, 60, 0, 0, 0]
    assert [phase.measured_s for phase in phases] == [90, 30, 270, 100, 440, 100, 60, 0]
    assert {phase.stepped_back for phase in phases} == {False}


def test_what_was_said_in_each_phase() -> None:
    arrival, call, told, questions, discussion, returned, closing, debrief = record(a_session(), SAID).phases
    assert asdict(arrival.speech_s) == {"leader": 30, "presenter": 0, "member": 45}  # 9.8 + 33
    assert asdict(arrival.turns) == {"leader": 1, "presenter": 0, "member": 2}
    assert arrival.leader_share == 0.41  # 30 / 72.8
    assert (call.leader_share, call.silence_s, asdict(call.speech_s)["member"]) == (None, 30, 0)
    assert (told.speech_s.presenter, told.speech_s.member, told.silence_s) == (255, 0, 15)  # 256; 4 + 10
    assert asdict(questions.turns) == {"leader": 0, "presenter": 1, "member": 2}
    # Ben 50 + 115, Cat 42 + 40, Dan 10, Wim 60 until the pause; Carl 10; Ann while she was recalled, 900 to 930
    assert asdict(discussion.speech_s) == {"leader": 10, "presenter": 30, "member": 315}  # 317
    assert discussion.overlap_s == 10  # Cat with Ben for two seconds, Dan within Cat for ten
    assert (returned.speech_s.presenter, closing.speech_s.leader) == (80, 55)
    assert asdict(debrief.speech_s) == {"leader": 0, "presenter": 0, "member": 0}
    assert (debrief.silence_s, debrief.leader_share) == (0, None)


def test_silences_are_counted_where_they_begin() -> None:
    phases, whole = record(a_session(), SAID).phases, record(a_session(), SAID).whole
    arrival, call = phases[0].silences, phases[1].silences
    assert (arrival.over_3_s, arrival.over_10_s, arrival.over_30_s) == (2, 1, 1)  # 10 to 20 s, 95 to 134
    assert (call.over_3_s, call.over_10_s, call.over_30_s) == (0, 0, 0)
    # Also 390-402, 470-510, 600-640, 760-770 after the pause, 930-950, 990-1010, 1090-1100, 1155-1160
    assert (whole.silences.over_3_s, whole.silences.over_10_s, whole.silences.over_30_s) == (11, 6, 3)
    assert whole.silence_s == 215  # 213.8 with the shorter ones
    assert whole.silence_share == 0.2  # of 1090


def test_the_push_back_and_its_silence() -> None:
    made = record(a_session(), SAID)
    discussion = made.phases[4]
    # 500 to 700, 760 to 900 and 930 to 1000 are 410 s; she spoke from 520 to 530, 896 to 900, 930 to 940
    assert (discussion.back_s, discussion.pushed_back, discussion.back_speech_s) == (410, 2, 25)
    assert made.whole.silence_kept == 0.94
    assert [phase.pushed_back for phase in made.phases] == [0, 0, 0, 0, 2, 0, 0, 0]
    assert (discussion.pauses, discussion.links_lost) == (1, 1)
    noted = {kind: times for kind, times in asdict(discussion.interventions).items() if times}
    assert noted == {"time": 1, "recall_presenter": 1}


def test_turns_and_transfers_of_a_session() -> None:
    whole = record(a_session(), SAID).whole
    # Lea, Ben, Cat; Ann; Ben, Ann, Dan; Ben, Cat, Wim; Carl, Ben, Ann recalled, Cat; Ann, Lea
    assert sum(asdict(whole.turn_lengths).values()) == 16
    assert asdict(whole.turn_lengths) == {
        "under_5_s": 0, "from_5_to_15_s": 3, "from_15_to_60_s": 9, "from_1_to_3_min": 3, "over_3_min": 1,
    }  # fmt: skip
    # 0.2, 2, 39, 12, 0.6, -0.5, 40, -2, 40; after the pause 0, 5 (Ann is heard from 900 on), 20, 20, 10
    assert asdict(whole.transfers) == {
        "overlap_over_1_s": 1, "overlap_over_500_ms": 0, "overlap_under_500_ms": 1, "gap_under_500_ms": 2,
        "gap_over_500_ms": 1, "gap_over_1_s": 1, "gap_over_3_s": 8,
    }  # fmt: skip
    assert asdict(whole.transitions) == {
        "after_leader": {"leader": 0, "presenter": 0, "member": 2},
        "after_presenter": {"leader": 1, "presenter": 0, "member": 3},
        "after_member": {"leader": 0, "presenter": 4, "member": 4},
    }  # fmt: skip
    # Of fourteen two between Ann and Ben, and two between Ann and Cat, are answered
    assert whole.reciprocity == 0.29


def test_shares_of_members() -> None:
    whole = record(a_session(), SAID).whole
    # Ann 256 + 39.4 + 30 + 80, Ben 9.8 + 8 + 165, Cat 33 + 82, Wim 60, Dan 20.5 + 10: 793.7 s
    # The three who spoke most 703.2 s, the two others 90.5 s: each as the mean of their half
    assert whole.shares == (0.295, 0.295, 0.295, 0.057, 0.057)
    assert (whole.gini, whole.evenness) == (0.45, 0.8), "0.44 and 0.80, in steps of 0.05"
    assert whole.leader_share == 0.11  # 95 of 888.7
    assert asdict(whole.speech_s) == {"leader": 95, "presenter": 405, "member": 390}


@pytest.mark.parametrize(
    ("members", "shares"), [(8, (0.25,) * 4 + (0.0,) * 4), (9, (0.307,) * 3 + (0.027,) * 3 + (0.0,) * 3)]
)
def test_shares_of_many_are_those_of_thirds(members: int, shares: tuple[float, ...]) -> None:
    """Of 62, 20, 8 and 10 s."""
    said = spoke((BEN, 10, 72), (CAT, 80, 100), (DAN, 110, 118), (ANN, 120, 130))
    assert record(a_group_of(members), said).whole.shares == shares


def test_what_a_record_says_of_itself() -> None:
    made = record(a_session(), SAID, month="2026-11")
    assert (made.version, made.format, made.format_version, made.month) == (5, "classic", 1, "2026-11")
    assert (made.members, made.leaders, made.cases) == (SizeBand.FIVE_TO_EIGHT, 2, 1)
    assert (made.level, made.timeline) == (Keeping.AGGREGATE, None)
    assert made.lacks == (Lack.INTERVENTIONS_NOT_NOTED,)
    assert record(a_session(), SAID, own=True).format == "own"
    assert record(a_session(), SAID).month is None


def test_what_leaders_marked_is_counted_by_phase_and_kind() -> None:
    meeting = at("questions", keeping=Keeping.AGGREGATE)
    for kind in (Intervention.REDIRECT_QUESTION, Intervention.REDIRECT_QUESTION, Intervention.FRAME):
        meeting.ask(c.Mark(kind), CARL)
    until(meeting, 60)
    meeting.ask(c.TakeBackMark(meeting.state.entry, 3))
    meeting.advance()
    assert Lack.INTERVENTIONS_NOT_NOTED not in record(meeting, []).lacks
    meeting.ask(c.Mark(Intervention.TIME))
    meeting.ask(c.Mark(Intervention.RECALL_PRESENTER))
    meeting.ask(c.Extend(meeting.state.entry, 60_000))
    meeting.ask(c.Recall(meeting.state.entry))
    *_, questions, discussion = record(meeting, [], reached_ms=90_000).phases
    told = [
        {kind: times for kind, times in asdict(one.interventions).items() if times}
        for one in (questions, discussion)
    ]
    assert told == [{"redirect_question": 2}, {"time": 2, "recall_presenter": 2}]
    assert set(asdict(questions.interventions)) == set(Intervention)


def test_a_mark_that_was_taken_back_is_none() -> None:
    meeting = at("questions", keeping=Keeping.AGGREGATE)
    meeting.ask(c.Mark(Intervention.OPEN))
    meeting.ask(c.TakeBackMark(meeting.state.entry, 1))
    assert Lack.INTERVENTIONS_NOT_NOTED in record(meeting, []).lacks


def test_an_extension_that_was_undone_is_none() -> None:
    meeting = at("discussion", keeping=Keeping.AGGREGATE)
    for undone in (False, True):
        meeting.ask(c.Extend(meeting.state.entry, 60_000))
        if undone:
            meeting.ask(undo(meeting))
    assert record(meeting, []).phases[-1].interventions.time == 1


def test_a_step_that_was_undone_is_none() -> None:
    meeting = at("discussion", keeping=Keeping.AGGREGATE)
    meeting.ask(c.Mark(Intervention.HOLD_SILENCE))
    until(meeting, 600)
    meeting.advance()
    meeting.ask(c.Mark(Intervention.TIME))
    until(meeting, 608)
    meeting.ask(undo(meeting))
    meeting.ask(c.Extend(meeting.state.entry, 60_000))
    until(meeting, 900)
    meeting.advance()
    until(meeting, 960)
    *_, discussion, returned = record(
        meeting, spoke((BEN, 100, 200), (CAT, 850, 890)), reached_ms=960_000
    ).phases
    assert (discussion.kind, returned.kind) == (PhaseKind.DISCUSSION, PhaseKind.RETURN)
    assert (discussion.began_s, discussion.actual_s, discussion.measured_s) == (0, 900, 900)
    assert (returned.began_s, returned.actual_s) == (900, 60)
    assert (discussion.speech_s.member, discussion.turns.member) == (140, 2)
    assert (discussion.interventions.hold_silence, discussion.interventions.time) == (1, 2)
    assert discussion.back_s == 890, "for eight seconds the presenter was in the circle"
    assert discussion.pushed_back == 1


def test_a_push_back_that_was_undone_is_none_either() -> None:
    meeting = at("questions", keeping=Keeping.AGGREGATE)
    until(meeting, 100)
    meeting.advance()
    until(meeting, 106)
    meeting.ask(undo(meeting))
    until(meeting, 900)
    made = record(meeting, spoke((ANN, 99, 110)), reached_ms=900_000)
    questions = made.phases[-1]
    assert (questions.kind, questions.pushed_back) == (PhaseKind.QUESTIONS, 0)
    assert (questions.back_s, questions.back_speech_s, made.whole.silence_kept) == (0, 0, None)


@pytest.mark.parametrize("month", ["", "2026", "2026-13", "2026-00", "2026-11-02", "x2026-11", "２026-11"])
def test_a_date_is_no_month(month: str) -> None:
    with pytest.raises(ValueError, match=r"^a month is written like 2026-11$"):
        record(a_session(), SAID, month=month)


def test_nothing_kept_is_no_record() -> None:
    meeting = a_session()
    assert structure(meeting.state.format, meeting.log, SAID, Keeping.NOTHING) is None


def test_a_seat_timeline_has_new_numbers_and_coarse_times() -> None:
    shuffled = (WIM, OBI, ANN, DAN, LEA, CAT, BEN, CARL)
    made = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=shuffled).timeline
    assert made is not None
    assert [(one.seat, one.role) for one in made.seats] == [
        (1, Role.MEMBER), (2, Role.OBSERVER), (3, Role.MEMBER), (4, Role.MEMBER), (5, Role.LEADER),
        (6, Role.MEMBER), (7, Role.MEMBER), (8, Role.CO_LEADER),
    ]  # fmt: skip
    assert [one.speech_s for one in made.seats] == [60, 0, 405, 30, 85, 115, 185, 10]
    assert [(one.case, one.seat) for one in made.presented] == [(1, 3)]
    assert [(one.seat, one.start_s, one.end_s) for one in made.spoke] == [
        (5, 10, 40), (7, 40, 50), (6, 50, 85), (3, 125, 380), (7, 390, 400), (3, 400, 440), (4, 440, 460),
        (7, 500, 550), (6, 550, 590), (4, 570, 580), (1, 630, 690), (8, 760, 770), (7, 770, 885),
        (3, 890, 920), (6, 940, 980), (3, 1000, 1080), (5, 1090, 1145),
    ]  # fmt: skip


def test_a_seat_timeline_has_no_silence_that_was_none() -> None:
    """Ann for two minutes, 1.8 s at a time with pauses of 0.9: one by one they round to nothing."""
    breaths = spoke(*((ANN, 130 + 2.7 * n, 131.8 + 2.7 * n) for n in range(45)))
    made = record(a_session(), breaths, Keeping.SEAT_TIMELINE, shuffled=CIRCLE).timeline
    assert made is not None
    (one,), (seat,) = made.spoke, [of for of in made.seats if of.speech_s]
    assert (one.seat, one.start_s, one.end_s) == (seat.seat, 120, 240)
    assert seat.speech_s == 80, "its sum is of what was said: 81 s"


@pytest.mark.parametrize("shuffled", [(), CIRCLE[:-1], (*CIRCLE, LEA), (*CIRCLE[:-1], SeatId(9))])
def test_a_seat_timeline_needs_every_seat_once(shuffled: tuple[SeatId, ...]) -> None:
    with pytest.raises(
        ValueError,
        match=r"^a seat timeline needs each seat of the circle once, in the order of their new numbers$",
    ):
        record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=shuffled)


def test_half_a_step_of_time_goes_up() -> None:
    said = spoke((LEA, 20, 22.499), (BEN, 50, 52.5))
    assert asdict(record(a_session(), said).phases[0].speech_s) == {"leader": 0, "presenter": 0, "member": 5}


# --- sessions that went wrong ------------------------------------------------------------------------------


def test_a_session_that_was_killed() -> None:
    meeting = a_session(end=False)
    killed = Meeting()
    killed.state, killed.log = meeting.state, [event for event in meeting.log if event.at <= 930_000]
    made = record(killed, SAID, reached_ms=950_400)
    assert Lack.NOT_ENDED in made.lacks
    assert [phase.actual_s for phase in made.phases] == [90, 30, 270, 100, 390]
    assert record(killed, SAID).phases[-1].actual_s == 370, "at least what the log has"
    assert Lack.NOT_ENDED not in record(a_session(), SAID, reached_ms=9_000_000).lacks
    assert record(a_session(), SAID, reached_ms=9_000_000).phases[-1].actual_s == 140


def test_times_are_told_from_the_zero_that_is_given_or_from_the_first_phase() -> None:
    of_file, of_session = record(a_session(), SAID, zero_ms=0), record(a_session(), SAID)
    began = [phase.began_s for phase in of_session.phases]
    assert began[0] == 0
    assert [phase.began_s for phase in of_file.phases] == [at_s + 10 for at_s in began]


def test_a_session_that_never_began() -> None:
    made = record(gathered(), spoke((BEN, 1, 2)), reached_ms=60_000)
    assert made.phases == () and made.whole.measured_s == 0
    assert made.lacks == (
        Lack.NOT_BEGUN, Lack.NOT_ENDED, Lack.NO_SPEECH, Lack.TOO_SHORT, Lack.TOO_FEW_MEMBERS,
        Lack.INTERVENTIONS_NOT_NOTED,
    )  # fmt: skip
    assert made.members is SizeBand.UNDER_FIVE


def test_a_session_without_a_word() -> None:
    whole, lacks = record(a_session(), []).whole, record(a_session(), []).lacks
    assert lacks == (Lack.NO_SPEECH, Lack.INTERVENTIONS_NOT_NOTED)
    assert (whole.shares, whole.gini, whole.evenness, whole.leader_share, whole.reciprocity) == (None,) * 5
    assert (whole.silence_s, whole.silence_share, whole.silence_kept) == (1090, 1.0, 1.0)


def test_a_session_in_which_nobody_measured() -> None:
    made = record(a_session(), None)
    assert made.lacks == (Lack.SPEECH_NOT_MEASURED, Lack.INTERVENTIONS_NOT_NOTED)
    assert (made.whole.silence_s, made.whole.silence_share, made.whole.silence_kept) == (0, None, None)
    assert {one.silence_s for one in made.phases} == {0}
    assert made.whole.silences == Silences(0, 0, 0)


def test_what_nobody_measured_is_no_silence_and_nothing_is_counted_of_it() -> None:
    """From 595 to 650 s, over the end of Cat's turn and the beginning of Wim's; and over the step to the return."""
    lost = [(595_000, 650_000), (990_000, 1_020_000)]
    whole, made = record(a_session(), SAID), record(a_session(), SAID, unmeasured=lost)
    before, after = whole.phases[4], made.phases[4]
    assert (after.began_s, after.actual_s, after.paused_s) == (
        before.began_s,
        before.actual_s,
        before.paused_s,
    )
    assert (before.measured_s - after.measured_s, before.back_s - after.back_s) == (65, 65)  # type: ignore[operator]
    assert (before.pushed_back, after.pushed_back) == (2, 2)
    assert before.silence_s - after.silence_s == 40 + 10  # 600 to 640; 990 to 1000
    assert before.silences.over_30_s - after.silences.over_30_s == 1
    assert whole.phases[5].measured_s - made.phases[5].measured_s == 20
    assert made.lacks == (Lack.MEASURED_IN_PART, *whole.lacks)


@pytest.mark.parametrize(("speed", "hurried"), [(1, False), (1.5, True), (0.5, False)])
def test_a_record_of_a_hurried_rehearsal_says_so(speed: float, hurried: bool) -> None:
    meeting = a_session()
    made = structure(meeting.state.format.scaled(speed), meeting.log, None, Keeping.AGGREGATE)
    assert made is not None and (Lack.HURRIED in made.lacks) is hurried


def test_what_is_lost_of_a_pause_is_none_of_what_a_record_lacks() -> None:
    meeting = a_session()
    paused = next(one for one in course(meeting.state.format, meeting.log).stretches if one.paused)
    assert Lack.MEASURED_IN_PART not in record(meeting, SAID, unmeasured=[paused.span]).lacks


def test_thirty_seconds() -> None:
    meeting = gathered()
    meeting.ask(c.Admit(WIM))
    meeting.ask(c.Begin())
    until(meeting, 30)
    meeting.ask(c.End())
    made = record(meeting, spoke((LEA, 1, 5), (BEN, 5, 20), (LEA, 20, 25)))
    assert made.lacks == (Lack.TOO_SHORT, Lack.INTERVENTIONS_NOT_NOTED)
    assert (made.whole.shares, made.whole.gini, made.whole.evenness, made.whole.reciprocity) == (None,) * 4
    assert (made.whole.measured_s, made.whole.leader_share) == (30, 0.38)
    assert made.whole.silence_kept is None, "nobody was pushed back"


@pytest.mark.parametrize(("seconds", "lacks"), [(299.999, True), (300, False)])
def test_five_minutes_are_enough(seconds: float, lacks: bool) -> None:
    meeting = gathered()
    meeting.ask(c.Admit(WIM))
    meeting.ask(c.Begin())
    until(meeting, seconds)
    assert (Lack.TOO_SHORT in record(meeting, SAID, reached_ms=meeting.now).lacks) is lacks


@pytest.mark.parametrize(
    ("more", "band", "told"),
    [
        (-1, SizeBand.UNDER_FIVE, False),
        (0, SizeBand.FIVE_TO_EIGHT, True),
        (3, SizeBand.FIVE_TO_EIGHT, True),
        (4, SizeBand.NINE_TO_TWELVE, True),
        (7, SizeBand.NINE_TO_TWELVE, True),
        (8, SizeBand.THIRTEEN_TO_SIXTEEN, True),
        (11, SizeBand.THIRTEEN_TO_SIXTEEN, True),
        (12, SizeBand.MORE, True),
    ],
)
def test_shares_need_five_members(more: int, band: SizeBand, told: bool) -> None:
    """Wim makes five; nobody is told by how many more."""
    meeting = a_group_of(5 + more)
    made = record(meeting, spoke((BEN, 10, 50), (CAT, 51, 90), (BEN, 91, 95), (ANN, 96, 99)))
    assert made.members is band
    assert (made.whole.shares is not None) is told
    assert (made.whole.gini is not None) is told
    assert (made.whole.reciprocity is not None) is told
    assert (Lack.TOO_FEW_MEMBERS in made.lacks) is not told


@pytest.mark.parametrize("who", [(BEN,), (BEN, CAT), (BEN, CAT, WIM)])
def test_shares_need_three_who_spoke(who: tuple[SeatId, ...]) -> None:
    """Evenness of 0 would say that one member said all that members said."""
    told = len(who) == 3
    made = record(
        a_group_of(6), spoke((LEA, 1, 5), *((seat, 10 + 40 * n, 45 + 40 * n) for n, seat in enumerate(who)))
    )
    assert (made.whole.evenness is not None, made.whole.shares is not None) == (told, told)
    assert (Lack.TOO_SHORT in made.lacks) is not told and Lack.TOO_FEW_MEMBERS not in made.lacks


def test_a_time_is_told_from_a_bin_by_its_name_and_its_class() -> None:
    assert is_time(PhaseStructure, "began_s") and not is_time(PhaseStructure, "turns")
    bins = ((Silences, "over_3_s"), (TurnLengths, "under_5_s"), (Transfers, "gap_over_1_s"))
    assert [one for one in bins if is_time(*one)] == []
