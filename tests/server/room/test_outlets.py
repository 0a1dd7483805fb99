"""Who is told what: news, snapshots, private words, and two pages of one person."""

from __future__ import annotations

from facilitation import commands as c
from facilitation.vocabulary import Part, Role, SeatId, Word
from tests.facilitation.forms import PSYCHODRAMA
from tests.server.memory import Page
from tests.server.room.stage import ANN, BEN, LEADER, Stage
from tests.waiting import passes


async def test_private_words_leave_no_trace_with_members(stage: Stage) -> None:
    await stage.to_discussion()
    leader, presenter, member = Page(), Page(), Page()
    for seat, page in ((LEADER, leader), (ANN, presenter), (BEN, member)):
        stage.room.enter(seat, page)
    seq = stage.room.snapshot(BEN)["seq"]
    await stage.ok(c.TellLeaders(Word.BRING_ME_BACK), ANN)
    assert [m["changes"]["words"][0]["word"] for m in leader.news() + presenter.news()] == [
        "bring_me_back"
    ] * 2
    assert not member.got
    assert stage.room.snapshot(BEN)["seq"] == seq


async def test_whoever_changes_audience_gets_a_snapshot(stage: Stage) -> None:
    await stage.ok(c.TakeSeat(Role.LEADER), None)
    await stage.ok(c.TakeSeat(Role.MEMBER), None)
    page = Page()
    stage.room.enter(ANN, page)
    await stage.ok(c.Admit(ANN))
    event, message = page.got[0]
    assert (event, message["audience"]) == ("snapshot", "members")
    await stage.ok(c.Remove(ANN))
    assert page.got[-1][1]["view"] == {"stage": "gathering", "closed": False}


async def test_whoever_waits_or_was_removed_learns_nothing_of_who_comes_and_goes(stage: Stage) -> None:
    await stage.to_discussion()
    await stage.ok(c.TakeSeat(Role.MEMBER), None)
    await stage.ok(c.TakeSeat(Role.MEMBER), None)
    removed, first, late = BEN, *(SeatId(seat) for seat in sorted(stage.room.state.seats)[-2:])
    await stage.ok(c.Remove(removed))
    outside, inside = {seat: Page() for seat in (removed, first)}, Page()
    for seat, page in (outside | {ANN: inside}).items():
        stage.room.enter(seat, page)
    await stage.ok(c.Admit(late))
    stage.room.show_names({**stage.room._outlets.people, int(late): "Late"}, {})
    await stage.ok(c.Leave(), late)
    assert [event for event, _ in inside.got].count("people") >= 2
    assert [page.got for page in outside.values()] == [[], []]
    stage.room.show_names({**stage.room._outlets.people, int(first): "First"}, {})
    assert outside[first].got == [("people", {"people": {str(first): "First"}, "plates": {}})]


async def test_folding_the_news_gives_the_snapshot(stage: Stage) -> None:
    await stage.gather()
    page = Page()
    stage.room.enter(BEN, page)
    told = stage.room.snapshot(BEN)
    await stage.ok(c.Begin())
    await stage.ok(c.RaiseHand(), BEN)
    await stage.ok(c.Advance(1))
    view, seq = told["view"], told["seq"]
    for message in page.news():
        seq += 1
        assert message["seq"] == seq
        view = {**view, **message["changes"]}
    assert view == stage.room.snapshot(BEN)["view"]


async def test_who_comes_back_gets_what_was_missed_or_a_snapshot(stage: Stage) -> None:
    await stage.gather()
    told = stage.room.snapshot(BEN)
    await stage.ok(c.Begin())
    missed = stage.room.missed(BEN, told["epoch"], "members", told["seq"])
    assert missed is not None
    assert [m["seq"] for m in missed] == [told["seq"] + 1]
    assert stage.room.missed(BEN, told["epoch"], "leaders", told["seq"]) is None
    assert stage.room.missed(BEN, "another epoch", "members", told["seq"]) is None
    assert stage.room.missed(BEN, told["epoch"], "members", 10_000) is None
    assert stage.room.missed(BEN, told["epoch"], "members", "1") is None


async def test_the_newest_page_takes_the_seat_and_the_older_says_so(stage: Stage) -> None:
    await stage.gather()
    older, newer = Page(), Page()
    stage.room.enter(BEN, older)
    stage.room.enter(BEN, newer)
    assert older.got == [("replaced", {})]
    assert older.closed
    stage.room.exit(BEN, older)
    await stage.ok(c.Begin())
    assert newer.news()


async def test_names_that_were_read_before_the_end_are_not_shown_after_it(stage: Stage) -> None:
    await stage.gather()
    stage.room.show_names({1: "Lea", 2: "Ann"}, {})
    assert stage.room.snapshot(ANN)["people"] == {"1": "Lea", "2": "Ann"}
    await stage.ok(c.End())
    stage.room.show_names({1: "Lea", 2: "Ann"}, {})
    stage.room.show_plates({1: "the mother"})
    assert stage.room.snapshot(ANN)["people"] == {}
    assert (stage.room._outlets.people, stage.room._outlets.plates) == ({}, {})


async def test_plates_are_shown_to_the_circle_as_long_as_their_parts_are_played() -> None:
    stage = Stage(form=PSYCHODRAMA)
    await stage.open()
    await stage.gather()
    await stage.ok(c.TakeSeat(Role.MEMBER), None)
    await stage.ok(c.Begin())
    await stage.ok(c.Advance(1))
    await stage.ok(c.OfferCase(1), ANN)
    await stage.ok(c.ChoosePresenter(1, ANN))
    for entry in (2, 3):
        await stage.ok(c.Advance(entry))
    stage.room.show_plates({1: "myself", 2: "the mother", 9: "of an earlier scene"})
    member, waiting = Page(), Page()
    stage.room.enter(BEN, member)
    stage.room.enter(SeatId(4), waiting)
    assert stage.room.snapshot(BEN)["plates"] == {"1": "myself"}
    await stage.ok(c.InviteToPart(4, BEN, Part.AUXILIARY), ANN)
    await stage.ok(c.AnswerInvitation(True), BEN)
    assert [m["plates"] for event, m in member.got if event == "people"] == [
        {"1": "myself", "2": "the mother"}
    ]
    await stage.ok(c.TakeOffPart(), BEN)
    assert stage.room.snapshot(BEN)["plates"] == {"1": "myself"}
    assert [m for event, m in waiting.got if event == "people" and m["plates"]] == []
    assert stage.room.snapshot(SeatId(4))["plates"] == {}


async def test_a_second_desk_is_told_the_same_and_is_nobody_s_presence(stage: Stage) -> None:
    await stage.gather()
    page, desk, newer = Page(), Page(), Page()
    stage.room.enter(LEADER, page)
    stage.room.enter(LEADER, desk, desk=True)
    assert page.got[-1] == ("desk", {"open": True})
    await stage.ok(c.Begin())
    assert desk.news() == page.news() != []
    stage.room.enter(LEADER, newer, desk=True)
    assert desk.closed and desk.got[-1] == ("replaced", {}) and not page.closed
    stage.room.exit(LEADER, page)
    await passes(5)
    assert not stage.room.state.led
    stage.room.exit(LEADER, newer)
    stage.room.enter(LEADER, newer, desk=True)
    await passes(1)
    assert not stage.room.state.led, "a desk that comes brings nobody back"
    await stage.ok(c.Pause(stage.room.state.entry))  # and it goes on leading
    assert newer.news()[-1]["changes"]["paused"] is True
    assert stage.room.claim(LEADER, 0) and stage.room.claim(LEADER, stage.room.clock.now(), desk=True)
    assert stage.room.claim(LEADER, 0) and not stage.room.claim(LEADER, 0, desk=True)
