"""What waits before a narrow way: voices never, pictures for their turn, and nothing that is not allowed any more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from server.media import rtcp, rtp
from server.media.negotiated import Choice, Layer
from server.media.pace import LEAST_BPS
from server.media.reported import SLOW_MS
from tests.server.media.forwarding_room import ALL, NOBODY, Client, Hears, Room, delta, extensions, keyframe

pytestmark = pytest.mark.usefixtures("both_engines")

KILO = bytes(1_000)
PACKET_MS = 85  # 1,000 bytes and their headers, at 100 kbit/s
OPEN = {2: Hears(ALL, ALL)}


class Narrow:
    """Seat 1 publishes; seat 2 receives it at 100 kbit/s."""

    def __init__(self, seats: Sequence[int] = (1, 2), **options: object) -> None:
        self.room = Room(seats, trip_ms=SLOW_MS, **options)
        self.room.reach(OPEN)
        self.speaker, self.listener = self.room.clients[1], self.room.clients[2]
        self.number = 100

    def shows(self, packets: int, *, key: bool = False) -> None:
        """A picture of so many packets, all at once."""
        timestamp = 3_000 * self.number
        for at in range(packets):
            body = (keyframe if key and at == 0 else delta)(self.number, KILO)
            self.room.send(1, self.speaker.video(self.number, timestamp, body))
            self.number += 1

    def says(self, number: int) -> None:
        self.room.send(1, self.speaker.audio(number, 960 * number, b"word"))

    @property
    def seen(self) -> list[int]:
        return [header.sequence for header, _ in self.listener.heard(1, "video")]


def test_a_voice_goes_before_the_pictures_that_wait() -> None:
    narrow = Narrow()
    narrow.shows(10, key=True)
    assert len(narrow.seen) == 1
    for number in range(5):
        narrow.says(number)
        assert len(narrow.listener.heard(1)) == number + 1, "at once"
        narrow.room.passes(20)
    assert len(narrow.seen) == 2
    narrow.room.passes(8 * PACKET_MS)
    assert narrow.seen == list(range(1, 11))
    assert narrow.room.forwarder.due_ms is None


def test_they_leave_at_the_pace_of_the_way() -> None:
    narrow = Narrow()
    came: list[tuple[int, int]] = []
    narrow.shows(10, key=True)
    while narrow.room.forwarder.due_ms is not None:
        narrow.room.passes(1)
        came.append((narrow.room.now_ms, len(narrow.seen)))
    took_ms = came[-1][0] - 10_000
    assert 9 * PACKET_MS - 15 <= took_ms <= 9 * PACKET_MS + 15
    assert max(later - earlier for (_, earlier), (_, later) in zip(came, came[1:], strict=False)) == 1


def test_a_packet_says_when_it_left_not_when_it_came() -> None:
    narrow = Narrow()
    narrow.shows(2, key=True)
    narrow.room.passes(PACKET_MS)
    left_ms = narrow.room.now_ms
    sent = [extensions(narrow.listener, at)[narrow.listener.time_id] for at in (-2, -1)]
    assert sent[0] == rtp.send_time(10_000)
    assert rtp.send_time(left_ms - 10) <= sent[1] <= rtp.send_time(left_ms)


def test_who_comes_by_a_wide_way_waits_for_nothing() -> None:
    room = Room([1, 2], trip_ms=SLOW_MS - 1)
    room.reach(OPEN)
    for number in range(50):
        room.send(1, room.clients[1].video(number, 0, keyframe(number, KILO)))
    assert len(room.clients[2].heard(1, "video")) == 50


@pytest.mark.parametrize("how", ["reach", "choice", "away", "leave", "publisher", "silence"])
def test_what_waits_is_never_sent_once_it_is_not_allowed(how: str) -> None:
    narrow = Narrow()
    room, forwarder = narrow.room, narrow.room.forwarder
    narrow.shows(10, key=True)
    narrow.listener.rtp_in.clear()
    if how == "reach":
        room.reach({2: Hears(ALL, NOBODY)})
    elif how == "choice":
        forwarder.choose({2: Choice({1: Layer.NONE})}, room.now_ms)
    elif how == "away":
        forwarder.rest(2, True, room.now_ms)
    elif how == "leave":
        forwarder.leave(2)
    elif how == "publisher":
        forwarder.leave(1)
    else:
        room.reach({})
    assert forwarder.due_ms is None
    room.passes(5_000)
    forwarder.release(room.now_ms)
    assert narrow.listener.rtp_in == []
    assert room.drops("paced") == 9


def test_the_stream_goes_on_without_a_gap_after_what_was_dropped() -> None:
    narrow = Narrow()
    narrow.shows(10, key=True)
    narrow.room.passes(PACKET_MS)
    narrow.room.reach({})
    narrow.room.reach(OPEN)
    narrow.room.passes(1_000)
    narrow.shows(2, key=True)
    narrow.room.passes(1_000)
    assert narrow.seen == [1, 2, 3, 4], "what was not sent is no loss"
    stamps = [header.timestamp for header, _ in narrow.listener.heard(1, "video")]
    assert stamps[0] == stamps[1] < stamps[2] == stamps[3]


@pytest.mark.parametrize(("passes_ms", "sent"), [(0, [1, 3]), (PACKET_MS, [1, 3, 2])])
def test_a_number_that_was_sent_is_never_used_again(passes_ms: int, sent: list[int]) -> None:
    """A late packet waits behind those after it: the stream goes on after the highest that was sent."""
    narrow = Narrow()
    narrow.shows(1, key=True)
    narrow.number += 1
    narrow.room.passes(1_000)
    narrow.shows(1)
    narrow.room.send(1, narrow.speaker.video(101, 0, delta(101, KILO)))
    narrow.shows(1)
    narrow.room.passes(passes_ms)
    assert narrow.seen == sent
    narrow.room.reach({})
    narrow.room.reach(OPEN)
    narrow.room.passes(1_000)
    narrow.shows(1, key=True)
    assert narrow.seen == [*sent, 4]


def test_nor_after_the_queue_was_empty_for_a_while() -> None:
    narrow = Narrow()
    narrow.shows(3, key=True)
    narrow.room.passes(1_000)
    for _ in range(3):
        narrow.shows(1)
        narrow.room.passes(1_000)
    narrow.shows(3)
    narrow.room.reach({})
    narrow.room.reach(OPEN)
    narrow.room.passes(1_000)
    narrow.shows(1, key=True)
    assert narrow.seen == list(range(1, 9))


def test_what_comes_when_the_turn_of_another_is_overdue_does_not_overtake_it() -> None:
    narrow = Narrow()
    narrow.shows(3, key=True)
    narrow.room.now_ms += 300  # the timer is late
    narrow.shows(1)
    asked_again(narrow, 1)
    narrow.room.passes(1_000)
    assert [header.sequence for header, _ in narrow.listener.heard(1, "video")] == [1, 2, 3, 4]
    assert rtp.parse(narrow.listener.rtp_in[-1]).ssrc == narrow.listener.slot_ssrc(1, "rtx")


def test_when_too_much_waits_it_goes_on_with_the_next_key_frame() -> None:
    narrow = Narrow()
    narrow.shows(10, key=True)
    narrow.number += 1
    asked = narrow.speaker.keyframe_requests()
    assert not narrow.room.forwarder.facts(narrow.room.now_ms)[2].behind
    narrow.shows(40)
    assert narrow.room.forwarder.facts(narrow.room.now_ms)[2].behind
    narrow.room.passes(400)
    assert len(narrow.seen) == 1
    narrow.shows(1)
    assert narrow.speaker.keyframe_requests() > asked
    narrow.room.send(1, narrow.speaker.video(110, 0, keyframe(110, KILO)))  # late, of before
    assert len(narrow.seen) == 1
    narrow.shows(2, key=True)
    narrow.room.passes(3_000)
    assert narrow.seen == [1, 2, 3]
    assert not narrow.room.forwarder.facts(narrow.room.now_ms)[2].behind


def test_what_may_wait_is_counted_as_it_is_on_the_way() -> None:
    narrow = Narrow()
    narrow.shows(1, key=True)
    for _ in range(450):  # of 105 bytes on the way each, half of them headers
        narrow.room.send(1, narrow.speaker.video(narrow.number, 0, delta(narrow.number, bytes(40))))
        narrow.number += 1
    assert not narrow.room.drops("paced")
    for _ in range(20):
        narrow.room.send(1, narrow.speaker.video(narrow.number, 0, delta(narrow.number, bytes(40))))
        narrow.number += 1
    assert narrow.room.drops("paced")


def narrowest(*seats: int) -> Narrow:
    """At 40 kbit/s, where a packet takes 212 ms, and 48 kB more than nine seconds."""
    narrow = Narrow(seats)
    for bps in (90_000, LEAST_BPS):
        narrow.room.send(2, narrow.listener.estimates(bps))
    return narrow


def test_a_picture_that_has_waited_for_too_long_is_not_sent() -> None:
    narrow = narrowest(1, 2)
    narrow.shows(1, key=True)
    for _ in range(100):
        narrow.shows(1)
        narrow.room.passes(150)
        if narrow.room.drops("paced"):
            break
    assert narrow.room.forwarder.facts(narrow.room.now_ms)[2].behind
    assert narrow.room.drops("paced") <= 22, "what came in three seconds"
    narrow.shows(1, key=True)
    narrow.room.passes(300)
    assert narrow.seen == list(range(1, len(narrow.seen) + 1))
    assert narrow.room.forwarder.due_ms is None


def test_a_key_frame_may_take_longer_than_that() -> None:
    """Another in its place would take as long."""
    narrow = narrowest(1, 2)
    narrow.shows(1, key=True)
    narrow.room.passes(1_000)
    narrow.shows(30, key=True)
    for _ in range(22):
        narrow.room.passes(500)
        narrow.shows(1)
    narrow.room.passes(3_000)
    assert narrow.seen == list(range(1, 54))
    assert not narrow.room.drops("paced")


def test_one_that_begins_anew_gives_the_others_time() -> None:
    narrow = narrowest(1, 2, 3)
    room, other = narrow.room, narrow.room.clients[3]
    narrow.shows(1, key=True)
    room.send(3, other.video(1, 0, keyframe(1, KILO)))
    narrow.shows(17)
    room.send(3, other.video(2, 3_000, delta(2, KILO)))
    room.passes(3_300)
    asked = other.keyframe_requests()
    narrow.shows(2)
    for number in range(3, 5):
        room.send(3, other.video(number, 3_000 * number, delta(number, KILO)))
    assert room.drops("paced") == 4
    room.passes(2_000)
    assert len(narrow.listener.heard(3, "video")) == 4
    assert other.keyframe_requests() == asked


def asked_again(narrow: Narrow, *sequences: int) -> None:
    lost = rtcp.nack(1, narrow.listener.slot_ssrc(1, "video"), sequences)
    narrow.room.send(2, narrow.listener.control(rtcp.receiver_report(1, ()), lost))


def test_what_was_lost_is_repeated_after_what_has_not_been_sent() -> None:
    narrow = Narrow()
    narrow.shows(3, key=True)
    asked_again(narrow, 1)
    narrow.room.passes(3 * PACKET_MS)
    kinds = [rtp.parse(packet).ssrc for packet in narrow.listener.rtp_in]
    video, again = (narrow.listener.slot_ssrc(1, kind) for kind in ("video", "rtx"))
    assert kinds == [video, video, video, again]
    narrow.shows(1)
    asked_again(narrow, 2)
    narrow.room.reach({})
    narrow.room.passes(1_000)
    assert len(narrow.listener.rtp_in) == 4, "nor is anything repeated of what is not allowed any more"


def test_what_is_asked_for_again_and_again_is_repeated_once() -> None:
    """A browser asks each round trip until it comes."""
    narrow = Narrow()
    narrow.shows(7, key=True)
    narrow.room.passes(PACKET_MS)
    for _ in range(10):
        asked_again(narrow, 1, 2)
        narrow.room.passes(PACKET_MS // 2)
    narrow.room.passes(3 * PACKET_MS)
    again = [payload[:2] for _, payload in narrow.listener.heard(1, "rtx")]
    assert again == [b"\0\1", b"\0\2"]
    asked_again(narrow, 1)
    assert len(narrow.listener.heard(1, "rtx")) == 3, "that one was lost, too"


def test_what_is_asked_for_again_ends_with_its_run() -> None:
    narrow = Narrow()
    narrow.shows(3, key=True)
    asked_again(narrow, 1)
    narrow.room.reach({})
    assert narrow.room.forwarder.due_ms is None
    narrow.room.passes(1_000)
    assert not narrow.listener.heard(1, "rtx")


def test_a_way_without_retransmission_has_no_pace() -> None:
    """There a packet is repeated byte for byte, when it left among them."""
    narrow = Narrow(rtx=False)
    narrow.shows(10, key=True)
    assert len(narrow.seen) == 10


def test_an_estimate_gives_and_takes_the_pace() -> None:
    room = Room([1, 2])
    room.reach(OPEN)
    speaker, listener = room.clients[1], room.clients[2]
    for bps in (500_000, 100_000):
        room.send(2, listener.estimates(bps))
    for number in range(3):
        room.send(1, speaker.video(number, 0, keyframe(number, KILO)))
    assert len(listener.heard(1, "video")) == 1
    room.passes(1_000)
    room.send(2, listener.estimates(5_000_000))
    for number in range(3, 9):
        room.send(1, speaker.video(number, 0, keyframe(number, KILO)))
    assert len(listener.heard(1, "video")) == 9


def test_two_narrow_ways_have_a_pace_each() -> None:
    room = Room([1, 2, 3])
    room.reach({2: Hears(ALL, ALL), 3: Hears(ALL, ALL)})
    for seat, bps in ((2, 100_000), (3, 200_000)):
        for estimate in (900_000, bps):
            room.send(seat, room.clients[seat].estimates(estimate))
    for number in range(9):
        room.send(1, room.clients[1].video(number, 0, keyframe(number, KILO)))
    room.passes(4 * PACKET_MS)
    counts = [len(seen(room.clients[seat])) for seat in (2, 3)]
    assert counts == [5, 9]


def seen(client: Client) -> list[int]:
    return [header.sequence for header, _ in client.heard(1, "video")]
