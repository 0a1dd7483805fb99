"""Between the server's process and a worker: every message comes back as it was, and nothing else is one."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import messages as m
from server.media.lag import Lag
from server.media.negotiated import Layer
from server.media.participant import SeatFacts
from server.media.pipe import Frames
from server.media.plane import Totals

FACTS = SeatFacts(37, True, 900, 500, 480, 123_456, 9, 0.02, 0.0, None, 3, 0.01, 120, 300_000, 50_000)
ORDERS: list[m.Order] = [
    m.Begin("0.0.0.0", 8081, ("192.0.2.50",), True),
    m.OpenRoom("circle", 12, None),
    m.CloseRoom(1, "circle"),
    m.SetReach(2, "circle", {1: m.Hears(frozenset({2, 3}), frozenset())}, {2: 1}),
    m.SetReach(2, "circle", {}, None),
    m.Silence(3, "circle"),
    m.Drop(4, "circle", 2),
    m.Answer(5, "circle", 2, "v=0\r\n"),
    m.Restart(6, "circle", 2, "abcd", "efgh"),
    m.Choose(
        "circle",
        {1: m.Pictures({2: Layer.LARGE}, frozenset({3}), Layer.NONE), 2: m.Pictures({}, None, Layer.SMALL)},
    ),
    m.Measure("circle"),
    m.Listen(7, "circle", True),
]
REPORTS: list[m.Report] = [
    m.Began(8081, "C"),
    m.NotBegun(98, "Address already in use"),
    m.Done(1),
    m.Answered(5, "v=0\r\n"),
    m.Restarted(6, "abcd", "e" * 24),
    m.Spoken(7, [(1, 1_000, 2_500)]),
    m.Failed(5, "offer", "bad_sdp", "there is no audio"),
    m.Linked("circle", 2, True),
    m.Facts("circle", {1: FACTS}),
    m.Sums(Totals(5, 6, {"send": 1}, {"empty": 2}, 1, {"up": 3}), Lag()),
]


def test_there_is_one_of_each() -> None:
    assert {type(order) for order in ORDERS} == set(m.Order.__args__)
    assert {type(report) for report in REPORTS} == set(m.Report.__args__)


@pytest.mark.parametrize("order", ORDERS, ids=lambda one: type(one).__name__)
def test_orders_come_back_as_they_were(order: m.Order) -> None:
    assert m.order(m.packed(order)) == order
    assert m.report(m.packed(order)) is None


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: type(one).__name__)
def test_reports_come_back_as_they_were(report: m.Report) -> None:
    assert m.report(m.packed(report)) == report
    assert m.order(m.packed(report)) is None


@given(st.sampled_from([*ORDERS, *REPORTS]), st.data())
def test_what_is_damaged_raises_nothing(message: m.Order | m.Report, data: st.DataObject) -> None:
    frame = bytearray(m.packed(message))
    for _ in range(data.draw(st.integers(1, 4))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    for read in (m.order, m.report):
        read(bytes(frame))
        read(bytes(frame[: data.draw(st.integers(0, len(frame)))]))


@pytest.mark.parametrize(
    "frame",
    [
        None,
        b"",
        b"\xc1",
        msgspec.msgpack.encode({"type": "Fire"}),
        msgspec.msgpack.encode({"type": "Silence", "ask": 0, "room": "circle"}),
        msgspec.msgpack.encode({"type": "Silence", "ask": 1, "room": ""}),
        msgspec.msgpack.encode({"type": "Silence", "ask": 1, "room": "circle", "loudly": True}),
        msgspec.msgpack.encode({"type": "Drop", "ask": 1, "room": "circle", "seat": "2"}),
        msgspec.msgpack.encode({"type": "Drop", "ask": 1, "room": "circle", "seat": 2**63}),
        b"\x91" * 5_000,
    ],
)
def test_what_is_none_of_them_is_nothing(frame: bytes | None) -> None:
    assert m.order(frame) is None
    assert m.report(frame) is None


# The pipe


def framed(*frames: bytes) -> bytes:
    return b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)


@given(st.lists(st.binary(max_size=40)), st.integers(1, 9))
def test_frames_come_whole_however_they_are_cut(frames: list[bytes], size: int) -> None:
    cut, octets = Frames(16), framed(*frames)
    found = [one for at in range(0, len(octets), size) for one in cut.feed(octets[at : at + size])]
    assert found == [frame if len(frame) <= 16 else None for frame in frames]


def test_a_long_frame_is_not_kept() -> None:
    frames = Frames(16)
    assert list(frames.feed(framed(bytes(10_000))[:5_000])) == [None]
    assert len(frames._rest) == 0
    assert list(frames.feed(bytes(5_004) + framed(b"next"))) == [b"next"]
