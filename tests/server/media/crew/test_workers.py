"""Workers as one plane, on a virtual clock: where rooms go, what is confirmed, and who replaces whom."""

from __future__ import annotations

import asyncio

import pytest

from server.media import messages as m
from server.media.hiring import CONFIRM_S, SILENT_S, Away, WorkerFault
from server.media.lag import Lag
from server.media.negotiated import Choice, Layer
from server.media.participant import SeatFacts
from server.media.plane import SdpError, Totals
from server.media.workers import AGAIN_S, ANSWER_S
from tests.server.media.crew.crew import FIRST_PORT, Crew, Hand, Hears
from tests.waiting import passes, turns

ALL = {1: Hears(frozenset({2})), 2: Hears(frozenset({1}))}
FEWER = {2: Hears(frozenset({1}))}


def told(reach: dict[int, Hears]) -> dict[int, m.Hears]:
    return {seat: m.Hears(one.audio, one.video) for seat, one in reach.items()}


@pytest.fixture
async def rooms(crew: Crew) -> tuple[Hand, Hand]:
    """Room `a` is in the first worker, `b` in the second; in `a` two people hear each other."""
    crew.plane.open_room("a", 12)
    crew.plane.open_room("b", 12, 8)
    await crew.plane.set_reach("a", ALL, {2: 1})
    one, other = crew.of("a"), crew.of("b")
    assert one is not other
    for seat in (1, 2):
        one.say(m.Linked("a", seat, True))
    crew.told.clear()
    return one, other


async def test_each_has_a_port_of_its_own_and_one_stands_ready(crew: Crew) -> None:
    assert crew.plane.ports == [FIRST_PORT, FIRST_PORT + 1]
    assert [hand.had(m.Begin) for hand in crew.hired] == [
        [m.Begin("0.0.0.0", FIRST_PORT, ("192.0.2.50",), True)],
        [m.Begin("0.0.0.0", FIRST_PORT + 1, ("192.0.2.50",), True)],
        [],
    ]
    assert crew.plane.engine == "C"


async def test_a_start_without_a_port_leaves_nobody() -> None:
    crew = Crew()
    crew.next_is_bound = 1
    with pytest.raises(OSError, match="in use"):
        await crew.start()
    assert len(crew.hired) == 2 and all(hand.over for hand in crew.hired)


async def test_what_is_asked_goes_where_the_room_is(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, other = rooms
    assert one.had(m.OpenRoom) == [m.OpenRoom("a", 12, None)]
    assert other.had(m.OpenRoom) == [m.OpenRoom("b", 12, 8)]
    assert await crew.plane.answer("b", 3, "an offer") == "answer to an offer"
    assert other.had(m.Answer)[0].seat == 3
    await crew.plane.drop("a", 2)
    assert one.had(m.Drop)[0].seat == 2
    assert one.had(m.SetReach)[0].slots == {2: 1}
    with pytest.raises(KeyError):
        await crew.plane.answer("c", 1, "an offer")
    with pytest.raises(KeyError):
        await crew.plane.set_reach("c", {})
    with pytest.raises(SdpError) as refused:
        await crew.plane.restart("a", 1, "abcd", "efgh")
    assert refused.value.code == "no_connection"
    crew.plane.silence("c")
    await crew.plane.drop("c", 1)
    await crew.plane.close_room("c")


async def test_links_facts_and_sums_come_from_whoever_has_the_room(
    crew: Crew, rooms: tuple[Hand, Hand]
) -> None:
    one, other = rooms
    facts = SeatFacts(37, True, 900, 500, 480, 123_456, 9, 0.02, 0.0, None, 3, 0.01, 120, 300_000, 50_000)
    for hand in rooms:
        hand.say(m.Linked("a", 3, True))
    one.say(m.Facts("a", {3: facts}))
    assert crew.told == [("a", 3, True)]
    assert crew.plane.facts("a") == {3: facts}
    one.say(m.Sums(Totals(5, 6, {"send": 1}, {"empty": 2}, 1, {"up": 2}), Lag([9] * 11, 4.0)))
    other.say(m.Sums(Totals(1, 1, {"send": 1}, {}, 1, {"up": 1}), Lag()))
    assert crew.plane.totals() == Totals(
        6, 7, {"send": 2}, {"empty": 2}, 2, {"connecting": 0, "up": 3, "down": 0}
    )
    assert [(port, lag.sum_s) for port, lag in crew.plane.lags()] == [(FIRST_PORT, 4.0), (FIRST_PORT + 1, 0)]
    one.say(m.Facts("a", {}))
    assert crew.plane.facts("a") == {} == crew.plane.facts("c")


async def test_reach_is_in_effect_when_the_worker_says_so_and_not_before(
    crew: Crew, rooms: tuple[Hand, Hand]
) -> None:
    one, _ = rooms
    one.obeys = False
    change = asyncio.create_task(crew.plane.set_reach("a", FEWER))
    await passes(CONFIRM_S * 0.9)
    assert not change.done()
    one.say(m.Done(one.had(m.SetReach)[-1].ask))
    await change
    await passes(CONFIRM_S)
    assert not one.over


async def test_whoever_does_not_confirm_is_ended_and_its_room_is_silent(
    crew: Crew, rooms: tuple[Hand, Hand]
) -> None:
    one, other = rooms
    one.obeys = False
    began = asyncio.get_running_loop().time()
    with pytest.raises(Away):
        await crew.plane.set_reach("a", FEWER)
    assert asyncio.get_running_loop().time() - began == pytest.approx(CONFIRM_S)
    assert one.over and not other.over
    await turns(20)
    successor = crew.of("a")
    assert (
        successor is not one and successor.had(m.SetReach) == []
    )  # nobody is heard until the room says so anew
    assert crew.told == [("a", 1, False), ("a", 2, False), "a"]


async def test_when_nobody_waits_any_more_nobody_is_heard(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    """The room goes on from there as if it were silent: that cannot wait for a timer of ours."""
    one, _ = rooms
    one.obeys = False
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(crew.plane.set_reach("a", FEWER), CONFIRM_S / 2)
    assert one.over
    await turns(20)
    assert crew.of("a").had(m.SetReach) == []


async def test_a_silence_that_is_not_confirmed_ends_the_worker(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    one.obeys = False
    crew.plane.silence("a")
    await passes(CONFIRM_S + 0.01)
    assert one.over
    await turns(20)
    assert crew.of("a").had(m.SetReach) == []


async def test_a_worker_that_dies_is_replaced_and_told_of_reach_before_any_offer(
    crew: Crew, rooms: tuple[Hand, Hand]
) -> None:
    one, other = rooms
    ready = crew.hired[2]
    one.die()
    await turns()
    asked = asyncio.create_task(crew.plane.answer("a", 1, "an offer"))  # while nobody is there
    assert await asked == "answer to an offer"
    assert crew.of("a") is ready
    assert ready.orders[1:3] == [m.OpenRoom("a", 12, None), m.SetReach(1, "a", told(ALL), {2: 1})]
    assert ready.had(m.Begin)[0].port == FIRST_PORT
    assert crew.told == [("a", 1, False), ("a", 2, False), "a"]
    await turns(5)
    assert crew.plane.replaced == 1
    assert len(crew.at_work) == 2 and len(crew.hired) == 4  # the next one stands ready
    assert not any(order for order in other.orders if getattr(order, "room", "b") != "b")


async def test_a_successor_knows_what_was_chosen_and_whether_to_measure_before_anybody_is_heard(
    crew: Crew, rooms: tuple[Hand, Hand]
) -> None:
    one, _ = rooms
    ready, chosen = crew.hired[2], {1: Choice({2: Layer.LARGE})}
    crew.plane.measure("a")
    crew.plane.choose("a", chosen)
    crew.plane.choose("a", dict(chosen))
    wanted = [m.Measure("a"), m.Choose("a", m.pictures(chosen))]
    assert [order for order in one.orders if isinstance(order, m.Measure | m.Choose)] == wanted, "said once"
    one.die()
    assert await crew.plane.spoken("a") is None, "nobody can tell who spoke"
    await turns(20)
    assert [type(order) for order in ready.orders[1:5]] == [m.OpenRoom, m.Measure, m.Choose, m.SetReach]
    assert ready.orders[2:4] == wanted
    crew.plane.choose("c", chosen)
    assert await crew.plane.spoken("c") == []


async def test_reach_changes_while_nobody_is_there(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    one.die()
    await turns(2)
    await crew.plane.set_reach("a", FEWER)
    await turns(20)
    assert [order.reach for order in crew.of("a").had(m.SetReach)] == [told(FEWER)]


async def test_a_worker_that_falls_silent_is_replaced(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, other = rooms
    await passes(3 * SILENT_S)
    assert crew.at_work == [one, other]
    one.tells = False
    await passes(2 * SILENT_S)
    assert one.over and not other.over
    assert crew.of("a") is not one


async def test_whoever_stands_ready_may_die_too(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    crew.hired[2].die()
    one.die()
    await turns(20)
    assert crew.of("a") is crew.hired[3]


async def test_where_nobody_takes_up_the_post_its_rooms_go_to_the_others(
    crew: Crew, rooms: tuple[Hand, Hand]
) -> None:
    one, other = rooms
    crew.hired[2].bound = True
    one.die()
    await turns()
    asked = asyncio.create_task(crew.plane.answer("a", 1, "an offer"))
    assert await asked == "answer to an offer"
    assert crew.of("a") is other
    assert other.had(m.SetReach)[-1].reach == told(ALL)
    await passes(AGAIN_S + 0.1)
    assert len(crew.at_work) == 2
    crew.plane.open_room("c", 12)
    assert crew.of("c") is not other


async def test_an_offer_waits_for_a_worker_and_not_for_ever() -> None:
    crew = Crew(1)
    await crew.start()
    crew.plane.open_room("a", 12)
    crew.hired[1].obeys = False
    crew.hired[0].die()
    await turns(2)
    began = asyncio.get_running_loop().time()
    with pytest.raises(Away):
        await crew.plane.answer("a", 1, "an offer")
    assert asyncio.get_running_loop().time() - began == pytest.approx(ANSWER_S)
    await crew.plane.stop()
    assert all(hand.over for hand in crew.hired)


async def test_whatever_a_worker_says_nothing_is_raised(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    nonsense: list[m.Report | bytes | None] = [
        None, b"", b"\xc1", b"\x81\xa4type\xa4Fire", m.Done(999), m.Answered(1, "x"), m.Began(1, "C"),
        m.Failed(998, "fault"), m.Linked("unknown", 1, True), m.Facts("unknown", {}),
    ]  # fmt: skip
    for report in nonsense:
        one.say(report)
    await crew.plane.set_reach("a", FEWER)
    assert crew.told == [] and not one.over


async def test_a_wrong_answer_is_none(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    one.obeys = False
    asked = asyncio.create_task(crew.plane.answer("a", 1, "an offer"))
    await turns()
    one.say(m.Done(one.had(m.Answer)[-1].ask))
    with pytest.raises(WorkerFault):
        await asked


async def test_a_worker_that_does_not_read_is_replaced(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    one.obeys = one.reads = False
    began = asyncio.get_running_loop().time()
    with pytest.raises(Away):
        await crew.plane.answer("a", 1, "an offer")
    assert one.over and asyncio.get_running_loop().time() == began


async def test_counters_never_go_back(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    one, _ = rooms
    one.say(m.Sums(Totals(5, 6, {"send": 1}, {}, 1, {"up": 2}), Lag()))
    one.die()
    await turns(20)
    totals = crew.plane.totals()
    assert (totals.audio, totals.video, totals.drops["send"], totals.seats["up"]) == (5, 6, 1, 0)


async def test_a_callback_that_fails_stops_no_other(crew: Crew, rooms: tuple[Hand, Hand]) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    crew.plane.on_link = fail
    rooms[0].die()
    await turns(20)
    assert crew.told == ["a"]
    assert len(crew.at_work) == 2
