"""A picture in two layers: each is learnt by its rid, and a slot goes from one to the other as one stream."""

from __future__ import annotations

import pytest

from server.media import rtcp, vp8
from server.media.feedback import KEYFRAME_MOST_MS
from server.media.incoming import FLOWS_MS
from server.media.negotiated import Choice, Layer
from tests.server.media.forwarding_room import ALL, Client, Hears, Room, delta, keyframe

pytestmark = pytest.mark.usefixtures("both_engines")

SMALL, LARGE, NONE = ({2: Choice({1: layer})} for layer in (Layer.SMALL, Layer.LARGE, Layer.NONE))
HALF_A_SECOND_NTP = 1 << 31


def layered() -> tuple[Room, Client, Client]:
    room = Room([1, 2], layered=True)
    room.reach({2: Hears(ALL, ALL)})
    return room, room.clients[1], room.clients[2]


class Camera:
    """Seat 1's two layers, a picture each 60 ms in one packet; clocks of their own, as browsers give them."""

    def __init__(self, room: Room, *, layers: str = "qh") -> None:
        self.room, self.client, self.layers = room, room.clients[1], layers
        self.number = {"q": 500, "h": 30_000}
        self.stamp = {"q": 0xFFFFF000, "h": 77_777}
        self.wanted = {"q": True, "h": True}

    def picture(self, count: int = 1, *, after_ms: int = 60) -> None:
        for _ in range(count):
            self.room.tick(after_ms)
            self.send(after_ms)

    def send(self, after_ms: int) -> None:
        for rid in "qh":
            self.number[rid] += 1
            self.stamp[rid] = (self.stamp[rid] + 90 * after_ms) & 0xFFFFFFFF
            if rid in self.layers:
                number = self.number[rid]
                made = keyframe if self.asked(rid) else delta
                body = made(number & 0x7FFF, rid.encode(), number & 0xFF)
                self.room.send(1, self.client.layer(rid, number, self.stamp[rid], body))

    def asked(self, rid: str) -> bool:
        """Whether a key frame of this layer was asked for since the last one; the first needs no asking."""
        ssrc = self.client.layer_ssrc[rid]
        pli = self.client.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.PLI)
        asked = sum(rtcp.read_feedback_ssrc(one) == ssrc for one in pli)
        before = getattr(self, f"_asked_{rid}", -1)
        setattr(self, f"_asked_{rid}", asked)
        return asked != before

    def reports(self) -> None:
        """A sender report of each layer, at this moment of one clock."""
        ntp = self.room.now_ms * (1 << 32) // 1000
        for rid in "qh":
            report = rtcp.SenderReport(self.client.layer_ssrc[rid], ntp, self.stamp[rid], 1, 1)
            self.room.send(1, self.client.control(rtcp.sender_report(report)))


def seen(listener: Client) -> str:
    return "".join(payload[-1:].decode() for _, payload in listener.heard(1, "video"))


def is_one_stream(listener: Client, *, step: int | None = 5_400) -> None:
    """Numbers, picture ids and TL0PICIDX go up by one, and timestamps by `step`; None: they go up."""
    packets = listener.heard(1, "video")
    for (one, picture), (two, following) in zip(packets, packets[1:], strict=False):
        before, after = vp8.parse(picture), vp8.parse(following)
        assert two.sequence == (one.sequence + 1) & 0xFFFF
        assert before.picture_id is not None and after.picture_id == (before.picture_id + 1) & 0x7FFF
        assert before.tl0 is not None and after.tl0 == (before.tl0 + 1) & 0xFF
        ahead = (two.timestamp - one.timestamp) & 0xFFFFFFFF
        assert ahead == step if step is not None else 0 < ahead < 90_000


def test_small_until_large_is_chosen_and_back_as_one_stream() -> None:
    room, _, listener = layered()
    camera = Camera(room)
    camera.picture(5)
    camera.reports()
    room.forwarder.choose(LARGE, room.now_ms)
    camera.picture(5)
    room.forwarder.choose(SMALL, room.now_ms)
    camera.picture(5)
    assert seen(listener) == "qqqqq" + "q" + "hhhhh" + "qqqqq", "the small one of a moment comes first"
    is_one_stream(listener, step=None)
    times = [header.timestamp for header, _ in listener.heard(1, "video")]
    assert [(time - times[0]) & 0xFFFFFFFF for time in times] == [
        *(5_400 * moment for moment in range(6)),
        *(5_400 * moment + 1 for moment in range(5, 10)),  # the same moment shown twice has two times
        *(5_400 * moment for moment in range(10, 15)),
    ]
    assert room.drops("error") == 0


def test_without_sender_reports_the_time_that_passed_is_what_timestamps_go_by() -> None:
    room, _, listener = layered()
    camera = Camera(room)
    camera.picture(3)
    room.forwarder.choose(LARGE, room.now_ms)
    camera.picture(3)
    assert seen(listener) == "qqq" + "q" + "hhh"
    is_one_stream(listener, step=None)


def test_a_layer_that_shows_the_picture_that_was_shown_just_now_goes_on_after_it() -> None:
    """The key frame of the large layer may be of the moment that the small one has shown: never one timestamp twice."""
    room, speaker, listener = layered()
    camera = Camera(room)
    camera.picture(3)
    camera.reports()
    room.forwarder.choose(LARGE, room.now_ms)
    late = keyframe(7, b"h", 9)
    camera.number["h"] += 1
    room.send(1, speaker.layer("h", camera.number["h"], camera.stamp["h"], late), after_ms=1)
    packets = listener.heard(1, "video")
    assert packets[-1][0].timestamp == (packets[-2][0].timestamp + 1) & 0xFFFFFFFF
    camera.layers = "h"
    camera.picture(1)
    room.forwarder.choose(SMALL, room.now_ms)
    camera.layers = "qh"
    camera.picture(2)
    times = [header.timestamp for header, _ in listener.heard(1, "video")]
    assert (times[-1] - times[2]) & 0xFFFFFFFF == 3 * 5_400, "and the delay is not kept"


def test_the_present_layer_goes_on_until_the_key_frame_which_is_asked_for_again() -> None:
    room, speaker, listener = layered()
    camera = Camera(room)
    camera.picture(2)
    room.forwarder.choose(LARGE, room.now_ms)
    asked = [rtcp.read_feedback_ssrc(one) for one in speaker.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.PLI)]
    assert asked[-1] == speaker.layer_ssrc["h"]
    camera._asked_h = len(asked)  # type: ignore[attr-defined]  # it got lost
    before = speaker.keyframe_requests()
    for _ in range(10):
        camera._asked_h = 10_000 + 1  # type: ignore[attr-defined]
        room.tick(60)
        for rid, body in (("q", b"q"), ("h", b"h")):
            camera.number[rid] += 1
            camera.stamp[rid] += 5_400
            number = camera.number[rid]
            packet = speaker.layer(rid, number, camera.stamp[rid] & 0xFFFFFFFF, delta(number, body, number))
            room.send(1, packet)
    assert seen(listener) == "qq" + 10 * "q"
    assert speaker.keyframe_requests() - before == 1, "after 300 ms, and then more rarely"
    camera.picture(1)
    assert seen(listener) == 13 * "q" + "h"


def test_reach_that_narrows_takes_a_slot_out_of_every_layers_gate() -> None:
    room, _, listener = layered()
    camera = Camera(room)
    camera.picture(2)
    room.forwarder.choose(LARGE, room.now_ms)
    streams = room.forwarder._participants[1].pictures
    assert [len(stream.outgoing) for stream in streams] == [1, 1], "one runs, one is awaited"
    room.reach({})
    assert [len(stream.outgoing) for stream in streams] == [0, 0]
    camera.picture(2)
    assert seen(listener) == "qq"
    room.reach({2: Hears(ALL, ALL)})
    camera.picture(6)
    assert seen(listener).endswith("hh"), "asked for again, a while after the last time"
    is_one_stream(listener, step=None)


def test_a_layer_that_fails_gives_way_to_the_other_until_it_is_back() -> None:
    """A browser whose uplink is narrow sends the small one alone."""
    room, _, listener = layered()
    room.forwarder.choose(LARGE, room.now_ms)
    camera = Camera(room)
    camera.picture(3)
    camera.layers = "q"
    camera.picture(12)
    assert seen(listener)[:4] == "qhhh"
    assert seen(listener)[4:] == "q" * (12 - FLOWS_MS // 60), "soon"
    camera.layers = "qh"
    camera.picture(4)
    assert seen(listener).endswith("hhh")
    is_one_stream(listener, step=None)


def test_a_layer_that_paused_between_two_looks_is_not_taken_for_one_that_failed() -> None:
    room, _, listener = layered()
    room.forwarder.choose(LARGE, room.now_ms)
    camera = Camera(room)
    camera.picture(6)
    assert seen(listener).endswith("hh")
    camera.layers = "q"
    camera.picture(
        10, after_ms=FLOWS_MS // 10
    )  # it is looked at each time, the last time when it has just not failed
    room.now_ms += 10
    room.reach({2: Hears(ALL, ALL)})
    camera.layers = "qh"
    camera.send(10)
    camera.picture(20)
    assert seen(listener).endswith("hhh")


def test_a_layer_is_wanted_until_the_key_frame_of_the_smaller_one_has_come() -> None:
    """However long that takes: a publisher told to stop it sooner would stop the only picture that is shown."""
    room, speaker, listener = layered()
    camera = Camera(room)
    room.forwarder.choose(LARGE, room.now_ms)
    camera.picture(6)
    room.forwarder.choose(SMALL, room.now_ms)
    lost = camera.asked
    camera.asked = lambda rid: False  # type: ignore[method-assign]
    camera.picture(80)
    assert seen(listener).endswith(80 * "h")
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.LARGE
    asked = [rtcp.read_feedback_ssrc(one) for one in speaker.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.PLI)]
    assert asked.count(speaker.layer_ssrc["q"]) >= 80 * 60 // KEYFRAME_MOST_MS, (
        "without end, more and more rarely"
    )
    camera.asked = lost  # type: ignore[method-assign]
    camera.picture(2)
    assert seen(listener).endswith("q")
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.SMALL


def test_a_camera_that_is_off_is_not_asked_for_a_large_picture_that_nobody_chose() -> None:
    room, _, _ = layered()
    camera = Camera(room)
    room.forwarder.choose(LARGE, room.now_ms)
    camera.picture(6)
    room.forwarder.choose(SMALL, room.now_ms)
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.LARGE
    room.tick(FLOWS_MS + 1)
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.SMALL


def test_where_only_the_small_one_comes_whoever_wants_the_large_one_sees_that() -> None:
    room, _, listener = layered()
    camera = Camera(room, layers="q")
    room.forwarder.choose(LARGE, room.now_ms)
    camera.picture(4)
    assert seen(listener).endswith("qq")


def test_who_chose_no_picture_gets_none_and_is_not_counted_among_those_who_look() -> None:
    room, _, listener = layered()
    camera = Camera(room)
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.SMALL
    room.forwarder.choose(NONE, room.now_ms)
    camera.picture(3)
    assert seen(listener) == ""
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.NONE
    room.forwarder.choose(LARGE, room.now_ms)
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.LARGE
    room.forwarder.leave(2)
    assert room.forwarder.facts(room.now_ms)[1].wanted is Layer.NONE


def test_fewer_voices_than_reach_allows_never_more() -> None:
    room, speaker, listener = layered()
    room.forwarder.choose({2: Choice({}, frozenset())}, room.now_ms)
    room.send(1, speaker.audio(1, 0, b"not chosen"))
    room.forwarder.choose({2: Choice({}, frozenset({1}))}, room.now_ms)
    room.send(1, speaker.audio(2, 960, b"chosen"))
    room.reach({})
    room.send(1, speaker.audio(3, 1_920, b"out of reach"))
    assert [payload for _, payload in listener.heard(1)] == [b"chosen"]


def test_a_layer_repairs_and_is_repaired_by_itself() -> None:
    room, speaker, listener = layered()
    camera = Camera(room)
    camera.picture(3)
    first = listener.heard(1, "video")[1]
    room.send(2, listener.control(rtcp.nack(1, listener.slot_ssrc(1, "video"), [first[0].sequence])))
    assert [payload[2:] for _, payload in listener.heard(1, "rtx")] == [first[1]]
    # One of the small layer is lost on the way here, asked for, and comes as a retransmission by its rrid.
    camera.number["q"] += 1
    camera.stamp["q"] += 5_400
    camera.picture(1)
    (asked,) = speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)
    lost = camera.number["q"] - 1
    assert rtcp.read_feedback_ssrc(asked) == speaker.layer_ssrc["q"]
    assert rtcp.read_nack(asked, 9) == [lost & 0xFFFF]
    room.send(1, speaker.layer_again("q", 1, lost, camera.stamp["q"] - 5_400, delta(lost, b"R", lost)))
    assert seen(listener).endswith("R")


def test_what_is_learnt_of_a_layer_is_told_once() -> None:
    """So that its packets are known wherever they come from."""
    room, speaker, _ = layered()
    Camera(room).picture(3)
    assert sorted(speaker.learnt) == sorted(speaker.layer_ssrc.values())


def test_packets_that_name_no_layer_are_nobodys() -> None:
    room, speaker, listener = layered()
    room.send(1, speaker.layer("q", 1, 1, keyframe(1, b"q"), named=False))
    assert seen(listener) == ""
    assert room.drops("unknown_ssrc") == 1


def test_many_listeners_switch_alone() -> None:
    room = Room([1, 2, 3], layered=True)
    room.reach({2: Hears(ALL, ALL), 3: Hears(ALL, ALL)})
    camera = Camera(room)
    camera.picture(3)
    room.forwarder.choose(LARGE, room.now_ms)
    camera.picture(3)
    assert seen(room.clients[2]) == "qqqqhhh"
    assert seen(room.clients[3]) == "qqqqqq"
    for client in (room.clients[2], room.clients[3]):
        is_one_stream(client, step=None)
