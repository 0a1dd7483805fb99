"""Who speaks when is noted of a room that is measured, and of no other; also by connections that are gone."""

from __future__ import annotations

from typing import Any

from server.media.delay import TICKS
from server.media.detector import PAUSE_MS
from server.media.forwarder import Forwarder
from server.media.measured import Measured
from server.media.negotiated import Negotiated
from server.media.participant import Participant
from server.media.plane import Plane


def participant(seat: int) -> Participant:
    nothing: Any = None
    return Participant(
        seat, Negotiated(None, None, {}, {}), nothing, nothing, nothing, nothing, nothing, nothing
    )


def talk(one: Participant, since_ms: int, ms: int) -> None:
    for at in range(since_ms + 20, since_ms + ms + 1, 20):
        one.heard(30 if at % 40 else 40, at, at * TICKS)


def test_nothing_is_noted_before_it_begins() -> None:
    ann, room = participant(2), {}
    measured = Measured(room)
    room[2] = ann
    measured.joined(ann)
    talk(ann, 0, 1000)
    assert ann.voice is None and measured.spoken(9000) == []
    assert ann.speech.speaking(1000), "the ring on the screen needs no record"
    measured.begin()
    assert measured.spoken(9000) == [], "nor is it known afterwards"
    talk(ann, 10_000, 1000)
    assert measured.spoken(20_000) == [(2, 10_000, 11_000)]
    assert measured.spoken(20_000) == []


def test_whoever_joins_later_is_measured_too_and_a_second_beginning_changes_nothing() -> None:
    ann, ben, room = participant(2), participant(3), {}
    measured = Measured(room)
    measured.begin()
    for seat, one in ((2, ann), (3, ben)):
        room[seat] = one
        measured.joined(one)
    talk(ann, 0, 600)
    measured.begin()
    talk(ben, 600, 600)
    assert measured.spoken(600 + PAUSE_MS) == [], "both may go on"
    assert measured.spoken(620 + PAUSE_MS) == [(2, 0, 600)]
    assert measured.spoken(700, rest=True) == [(3, 600, 1200)]


def test_of_a_connection_that_is_gone_nothing_is_lost() -> None:
    ann, room = participant(2), {}
    measured = Measured(room)
    measured.begin()
    room[2] = ann
    measured.joined(ann)
    talk(ann, 0, 1000)
    del room[2]
    measured.gone(ann)
    assert measured.spoken(1000) == [(2, 0, 1000)]
    assert measured.spoken(1000, rest=True) == []


def test_a_forwarder_hands_on_who_comes_and_goes() -> None:
    forwarder, nothing = Forwarder(), None
    forwarder.measured.begin()
    forwarder.join(2, Negotiated(None, None, {}, {}), *[nothing] * 5, 0)  # type: ignore[arg-type]
    talk(forwarder._participants[2], 0, 1000)
    forwarder.leave(2)
    assert forwarder.measured.spoken(1000) == [(2, 0, 1000)]


async def test_of_an_unknown_room_nothing_is_known() -> None:
    plane = Plane()
    assert await plane.spoken("nowhere") == []
    plane.open_room("here", 3)
    plane.measure("here")
    assert await plane.spoken("here", rest=True) == []
