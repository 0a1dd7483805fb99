"""What each audience may know. The views of a classic case are kept in tests/golden/views, for both languages.

UPDATE_GOLDEN=1 pytest tests/facilitation/test_audience.py writes them anew; look at the difference before you keep it.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from facilitation import commands as c
from facilitation.audience import Audience, View, Views, audience_of, live_views, renewed, view
from facilitation.format import Format
from facilitation.panes import coarse_ms
from facilitation.state import SessionState
from facilitation.vocabulary import Floor, Gate, Intervention, Keeping, SeatId, Word
from tests.facilitation.circle import (
    ANN,
    BEN,
    CARL,
    CAT,
    DAN,
    LEA,
    MINUTE,
    OBI,
    STRANGER,
    WIM,
    Meeting,
    at,
    gathered,
)
from tests.facilitation.forms import CLASSIC, FISHBOWL, GERMAN, PEDAGOGICAL, PSYCHODRAMA, ROUNDS, TWO_CASES
from tests.facilitation.situations import SITUATIONS as MOMENTS
from tests.golden_file import GOLDEN, is_as_kept

SITUATIONS = ["gathering", *(phase.key for phase in CLASSIC.phases), "ended"]


def lively(key: str) -> Meeting:
    """The moment of this name with something of everything: links, hands, offers, a turn, a word, a limit."""
    meeting = gathered()
    meeting.now = 1000
    for seat in (LEA, CARL, ANN, BEN, CAT, OBI):
        meeting.ask(c.ReportLink(seat, True), None)
    if key == "gathering":
        return meeting
    meeting.go_to("case_call" if key == "case_call" else "closing" if key == "ended" else key)
    meeting.now += 12_345
    match key:
        case "case_call":
            for seat in (BEN, ANN):
                meeting.ask(c.OfferCase(1), seat)
            meeting.ask(c.ChoosePresenter(1, ANN))
        case "questions":
            meeting.ask(c.RaiseHand(), CAT)
            meeting.ask(c.GrantTurn(4, BEN))
            meeting.wait(MINUTE)
        case "discussion":
            meeting.ask(c.SetFloor(5, Floor.QUEUE, Gate.HARD))
            for seat in (DAN, BEN):
                meeting.ask(c.RaiseHand(), seat)
            meeting.ask(c.Extend(5, 100_000))
            meeting.ask(c.TellLeaders(Word.BRING_ME_BACK), ANN)
            meeting.ask(c.Pause(5))
        case "return":
            meeting.wait(6 * MINUTE)
        case "ended":
            meeting.ask(c.End())
    return meeting


@pytest.mark.parametrize("key", SITUATIONS)
def test_the_views_of_a_classic_case(key: str) -> None:
    state = lively(key).state
    views = {audience: view(state, audience) for audience in Audience}
    is_as_kept(f"views/{key}.json", json.dumps(views, indent=1) + "\n")


def news(before: SessionState, after: SessionState) -> Views:
    """What each audience learns."""
    return renewed(live_views(before), before, after)[1]


def differs(shown: View, other: View) -> View:
    """What of `other` is not so in the view that is shown."""
    return {key: value for key, value in other.items() if key not in shown or shown[key] != value}


OTHER_WAYS = [
    "seating", "fishbowl", "outer reflection", "named", "late", "exchange", "twice", "invited", "scene", "frozen",
    "presenter away", "stepped out", "asked in", "whispering",
]  # fmt: skip


def test_the_views_of_other_ways_and_of_accidents() -> None:
    """Of leaders, and of members and the private room in what differs."""
    lines = []
    for name in OTHER_WAYS:
        views = live_views(MOMENTS[name]().state)
        leaders, members = views[Audience.LEADERS], views[Audience.MEMBERS]
        private = views[Audience.PRIVATE]
        told = (
            ("leaders", leaders),
            ("members", differs(leaders, members)),
            ("private", differs(members, private)),
        )
        lines.append(name)
        lines += [
            f"  {who} {key}: {json.dumps(value)}" for who, shown in told for key, value in shown.items()
        ]
    is_as_kept("views_of_other_ways.txt", "\n".join(lines) + "\n")


def test_the_arc_of_a_phase_that_began_late_is_as_long_as_the_phase() -> None:
    state = replace(at("discussion").state, phase_began_at=70 * MINUTE, phase_ends_at=91 * MINUTE)
    assert view(state, Audience.MEMBERS)["phase"]["ends_at"] == 91 * MINUTE


def test_there_is_a_golden_view_for_each_situation_and_no_other() -> None:
    assert {file.stem for file in (GOLDEN / "views").iterdir()} == set(SITUATIONS)


def test_who_belongs_to_which_audience() -> None:
    meeting = at("discussion")
    meeting.ask(c.Leave(), DAN)
    meeting.ask(c.Remove(CAT))
    assert {
        seat: audience_of(meeting.state, seat) for seat in (LEA, CARL, ANN, BEN, OBI, WIM, DAN, CAT, STRANGER)
    } == {
        LEA: Audience.LEADERS,
        CARL: Audience.LEADERS,
        ANN: Audience.PRESENTER,
        BEN: Audience.MEMBERS,
        OBI: Audience.MEMBERS,
        WIM: Audience.WAITING,
        DAN: Audience.GONE,
        CAT: Audience.GONE,
        STRANGER: Audience.GONE,
    }


def told(meeting: Meeting, command: c.Command, actor: SeatId | None = LEA) -> dict[str, list[str]]:
    """Which keys of whose view changed by the command."""
    before = meeting.state
    meeting.ask(command, actor)
    changed = {audience: sorted(news(before, meeting.state)[audience]) for audience in Audience}
    return {audience.value: keys for audience, keys in changed.items() if keys}


def long_after(key: str) -> Meeting:
    """At the phase, once nobody may undo the step that led there any more."""
    meeting = at(key)
    meeting.state = replace(meeting.state, undo=None)
    return meeting


def test_that_a_step_may_be_undone_is_known_to_leaders_alone() -> None:
    meeting = at("return")
    assert told(meeting, c.SayLeavingEarly(), BEN)["leaders"] == ["seats", "undo", "words"]
    assert view(at("return").state, Audience.LEADERS)["undo"] == {"to": "discussion", "until": 10_000}
    assert [a for a in Audience if "undo" in view(at("return").state, a)] == [Audience.LEADERS]
    assert view(at("arrival").state, Audience.LEADERS)["undo"] is None


def test_what_leaders_note_leaves_no_trace() -> None:
    meeting = at("discussion", keeping=Keeping.AGGREGATE)
    for intervention in (Intervention.HOLD_SILENCE, Intervention.TIME):
        assert told(meeting, c.Mark(intervention), CARL) == {"leaders": ["marks"]}
    assert view(meeting.state, Audience.LEADERS)["marks"] == ["hold_silence", "time"]
    assert told(meeting, c.TakeBackMark(5, 2)) == {"leaders": ["marks"]}
    assert view(meeting.state, Audience.LEADERS)["marks"] == ["hold_silence"]


def test_what_one_may_not_know_leaves_no_trace() -> None:
    meeting = long_after("discussion")
    assert told(meeting, c.TellLeaders(Word.NEED_A_PAUSE), ANN) == {
        "leaders": ["words"],
        "presenter": ["words"],
    }
    assert told(meeting, c.ReportLink(WIM, True), None) == {"leaders": ["seats"]}
    assert told(meeting, c.Remove(WIM)) == {"leaders": ["seats"]}
    assert told(meeting, c.Extend(5, 20_000)) == {"leaders": ["phase", "undo"]}, (
        "less than the grain of the circle's arc"
    )


def test_what_everybody_in_the_circle_may_know_they_are_told() -> None:
    circle = ["leaders", "presenter", "private", "members"]
    meeting = long_after("questions")
    assert told(meeting, c.RaiseHand(), CAT) == {audience: ["hands"] for audience in circle}
    assert told(meeting, c.GrantTurn(4, CAT)) == {audience: ["hands", "turn"] for audience in circle}
    assert told(meeting, c.Admit(WIM)) == {
        "leaders": ["quorum", "seats"],
        **{audience: ["seats"] for audience in circle[1:]},
    }
    assert told(meeting, c.Pause(4)) == {
        "leaders": ["paused", "paused_at", "paused_since"],
        **{audience: ["paused", "paused_at"] for audience in circle[1:]},
    }
    assert told(meeting, c.End()).keys() == {*circle, "waiting", "gone"}


def test_a_pause_lasts_since_it_was_made_however_long_the_clocks_have_stood() -> None:
    meeting = at("discussion")
    for seat in (LEA, CARL, ANN):
        meeting.ask(c.ReportLink(seat, True), None)

    def shown() -> tuple[object, object]:
        seen = view(meeting.state, Audience.LEADERS)
        return seen["paused_at"], seen["paused_since"]

    lost = meeting.now = meeting.now + MINUTE
    meeting.ask(c.ReportLink(ANN, False), None)
    assert shown() == (lost, None)
    paused = meeting.now = lost + MINUTE
    meeting.ask(c.Pause(5))
    assert shown() == (lost, paused)
    meeting.now += MINUTE
    meeting.ask(c.ReportLink(ANN, True), None)
    assert shown()[1] == paused
    assert "paused_since" not in view(meeting.state, Audience.MEMBERS)
    meeting.ask(c.Resume(5))
    assert shown() == (None, None)


def test_out_of_the_circle_one_knows_the_stage_and_if_it_has_closed_and_waiting_if_a_leader_is_here() -> None:
    for key in SITUATIONS:
        state = lively(key).state
        gone = {"stage": state.stage, "closed": state.leaders_alone}
        assert view(state, Audience.GONE) == gone
        assert view(state, Audience.WAITING) == {**gone, "led": state.led}


def test_what_the_leaders_do_among_themselves_is_theirs() -> None:
    meeting = at("debrief")
    assert told(meeting, c.RaiseHand(), CARL) == {"leaders": ["hands"]}
    meeting.ask(c.SetFloor(10, Floor.QUEUE, Gate.HARD))
    assert told(meeting, c.GrantTurn(10, CARL)) == {"leaders": ["hands", "turn"]}


def test_a_limit_is_told_to_leaders_alone() -> None:
    meeting = at("arrival")
    before = meeting.state
    meeting.wait(5 * MINUTE)
    assert {a for a, told in news(before, meeting.state).items() if told} == {Audience.LEADERS}


def test_members_do_not_read_that_the_leaders_will_meet() -> None:
    state = at("arrival").state
    assert "debrief" not in [phase["key"] for phase in view(state, Audience.MEMBERS)["plan"]]
    assert "debrief" in [phase["key"] for phase in view(state, Audience.LEADERS)["plan"]]


def test_everyone_in_the_circle_is_told_what_the_format_calls_those_who_lead_it() -> None:
    for audience in (Audience.LEADERS, Audience.MEMBERS):
        assert view(SessionState(PSYCHODRAMA), audience)["titles"] == {"leader": "director"}
        assert view(SessionState(CLASSIC), audience)["titles"] == {}


@pytest.mark.parametrize(
    ("typical_ms", "grain_ms"),
    [
        (25 * MINUTE, MINUTE),
        (8 * MINUTE, MINUTE),
        (4 * MINUTE, MINUTE // 2),
        (MINUTE, 7_500),
        (8_000, 1_000),
        (1, 1_000),
        (0, 1_000),
    ],
)
def test_the_circle_sees_an_eighth_of_a_phase_at_most_a_minute_at_least_a_second(
    typical_ms: int, grain_ms: int
) -> None:
    assert coarse_ms(replace(CLASSIC.phases[0], typical_ms=typical_ms)) == grain_ms


@pytest.mark.parametrize(
    ("speed", "by_ms", "arc_ms"),
    [
        (1, 29_000, 25 * MINUTE),
        (1, 31_000, 26 * MINUTE),
        (60, 1_400, 25_000),  # 25 s in compressed time, in steps of 3.125 s
        (60, 1_700, 28_125),
    ],
)
def test_the_circle_sees_the_end_of_a_phase_on_a_coarse_grain(speed: float, by_ms: int, arc_ms: int) -> None:
    meeting = at("discussion", CLASSIC.scaled(speed))
    exact = (meeting.state.phase_ends_at or 0) + by_ms
    meeting.ask(c.Extend(5, by_ms))
    for audience in (Audience.MEMBERS, Audience.PRESENTER):
        assert view(meeting.state, audience)["phase"]["ends_at"] == arc_ms
    assert view(meeting.state, Audience.LEADERS)["phase"]["ends_at"] == exact


@pytest.mark.parametrize(
    ("speed", "step_ms"),
    [(1, 120_000), (1.5, 80_000), (10, 12_000), (47.99, 3_000), (60, 2_000), (1000, 1_000)],
)
def test_one_more_piece_of_time_is_two_minutes_at_the_speed_of_the_session(
    speed: float, step_ms: int
) -> None:
    meeting = at("discussion", CLASSIC.scaled(speed))
    assert view(meeting.state, Audience.LEADERS)["phase"]["extend_ms"] == step_ms
    assert "extend_ms" not in view(meeting.state, Audience.MEMBERS)["phase"]
    meeting.ask(c.Extend(5, step_ms))  # what the leaders are shown is granted


def test_a_phase_however_short_ends_after_it_began() -> None:
    meeting = at("arrival", CLASSIC.scaled(5 * MINUTE))
    assert meeting.state.phase_ends_at == 1
    assert view(meeting.state, Audience.MEMBERS)["phase"]["ends_at"] == 1_000


def test_a_phase_without_a_clock_has_no_end_for_anyone() -> None:
    timeless = replace(CLASSIC, phases=(replace(CLASSIC.phases[0], typical_ms=0), *CLASSIC.phases[1:]))
    state = at("arrival", timeless).state
    for audience in (Audience.LEADERS, Audience.MEMBERS):
        assert view(state, audience)["phase"]["ends_at"] is None


def test_an_empty_session_can_be_looked_at() -> None:
    assert view(SessionState(CLASSIC), Audience.MEMBERS)["phase"] is None


@pytest.mark.parametrize("form", [TWO_CASES, GERMAN, PSYCHODRAMA], ids=lambda form: form.key)
def test_leaders_are_told_what_may_be_held_once_more_and_only_as_often_as_it_may(form: Format) -> None:
    index, phase = next((n, p) for n, p in enumerate(form.phases) if p.again)
    assert phase.again
    state = replace(SessionState(form), phase_index=index, presenter=SeatId(3))
    to = form.index(phase.again.to)
    assert to is not None
    for times in range(phase.again.most + 1):
        told = view(replace(state, held={to: times}), Audience.LEADERS)["again"]
        assert told == (phase.again.to if times < phase.again.most else None)
    assert view(replace(state, held={}), Audience.LEADERS)["again"] == phase.again.to, "it was left out"
    assert view(replace(state, phase_index=to), Audience.LEADERS)["again"] is None
    without = view(replace(state, presenter=None), Audience.LEADERS)["again"]
    assert without == (None if form.phases[to].needs_presenter else phase.again.to)


def test_everyone_knows_how_a_presenter_is_chosen_and_leaders_alone_their_prompts() -> None:
    for audience in (Audience.LEADERS, Audience.MEMBERS):
        plan = {p["key"]: p for p in view(SessionState(PEDAGOGICAL), audience)["plan"]}
        assert plan["choice"]["chosen_by"] == "group"
        assert "chosen_by" not in plan["account"]
        assert ("prompts" in plan["choice"]) == (audience is Audience.LEADERS)
    casting = {p["key"]: p.get("casting") for p in view(SessionState(PSYCHODRAMA), Audience.MEMBERS)["plan"]}
    assert {key for key, given in casting.items() if given} == {"casting"}
    accept = {p["key"]: p.get("accept") for p in view(SessionState(FISHBOWL), Audience.MEMBERS)["plan"]}
    assert {key for key, asked in accept.items() if asked} == {"seating"}
    answers = {
        p["key"]: p.get("presenter_answers") for p in view(SessionState(ROUNDS), Audience.MEMBERS)["plan"]
    }
    assert {key: given for key, given in answers.items() if given is not None} == {"questions": True}


def test_the_plan_names_phases_as_the_format_does_and_tells_leaders_what_may_come_again() -> None:
    for form in (FISHBOWL, TWO_CASES):
        for audience in (Audience.LEADERS, Audience.MEMBERS):
            plan = {p["key"]: p for p in view(SessionState(form), audience)["plan"]}
            for phase in form.phases:
                if phase.key not in plan:
                    continue
                assert plan[phase.key].get("name", {}) == phase.name
                back = phase.again
                again = {"to": back.to, "most": back.most, "typical": back.typical} if back else None
                assert plan[phase.key].get("again") == (again if audience is Audience.LEADERS else None)


def test_the_hint_is_whoever_has_spoken_least_where_that_is_not_the_first_in_line() -> None:
    meeting = at("questions")
    for seat in (BEN, CAT, DAN):
        meeting.ask(c.RaiseHand(), seat)
    assert view(meeting.state, Audience.LEADERS)["hint"] is None, "nobody has had a turn"
    for taken, hint in (
        ({BEN: 2, CAT: 1, DAN: 1}, CAT),
        ({BEN: 1}, CAT),
        ({BEN: 1, CAT: 1}, DAN),
        ({CAT: 1}, None),
    ):
        assert view(replace(meeting.state, taken=taken), Audience.LEADERS)["hint"] == hint
