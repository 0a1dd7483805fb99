"""redundancy: who gets redundant audio, what it is, and that it never reaches back before the gate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtcp
from server.media.redundancy import LOSSY, LOSSY_MS, QUEUED_MOST_MS, QUEUED_MS, Redundancy, packed
from tests.server.media.forwarding_room import Client, Hears, Room, two
from tests.server.media.red import unpacked

pytestmark = pytest.mark.usefixtures("both_engines")


def test_who_loses_much_gets_it_until_that_is_long_over() -> None:
    redundancy = Redundancy()
    assert not redundancy.reported(0.0, 0, 0)
    assert not redundancy.reported(LOSSY - 0.001, 0, 1_000)
    assert redundancy.reported(LOSSY, 0, 2_000)
    assert redundancy.reported(0.0, 0, 2_000 + LOSSY_MS - 1)
    assert not redundancy.reported(0.0, 0, 2_000 + LOSSY_MS)
    assert redundancy.reported(0.2, 0, 30_000)


def test_what_a_full_queue_loses_is_not_sent_three_times() -> None:
    redundancy = Redundancy()
    assert not redundancy.reported(0.4, QUEUED_MS, 0)
    assert not redundancy.reported(0.4, 0, LOSSY_MS - 1)
    assert redundancy.reported(0.4, QUEUED_MS - 1, LOSSY_MS)
    assert not redundancy.reported(0.4, QUEUED_MS, LOSSY_MS + 1), "it made the queue"
    assert not redundancy.reported(0.4, QUEUED_MS, LOSSY_MS + 2), "which is the same one"
    assert not redundancy.reported(0.4, 0, LOSSY_MS + 2 + 2 * LOSSY_MS - 1)
    assert redundancy.reported(0.4, 0, LOSSY_MS + 2 + 2 * LOSSY_MS)
    now_ms = 1_000_000
    for _ in range(10):
        assert redundancy.reported(0.4, 0, now_ms)
        assert not redundancy.reported(0.4, QUEUED_MS, now_ms + 1)
        now_ms += 1 + QUEUED_MOST_MS


def test_the_bytes_are_those_of_rfc_2198() -> None:
    assert packed(b"now", [(1_920, b"first"), (960, b"2nd")], 111) == (
        bytes.fromhex("ef 1e00 05 ef 0f00 03 6f") + b"first2ndnow"
    )
    assert packed(b"now", [], 111) == b"\x6fnow"


@given(
    st.binary(max_size=100),
    st.lists(st.tuples(st.integers(0, 1 << 32), st.binary(max_size=1_100)), max_size=2),
    st.integers(0, 127),
)
def test_what_is_packed_is_unpacked(payload: bytes, earlier: list[tuple[int, bytes]], kind: int) -> None:
    fitting = [(kind, ago, block) for ago, block in earlier if 0 < ago < 16_384 and len(block) < 1_024]
    assert unpacked(packed(payload, earlier, kind)) == [*fitting, (kind, 0, payload)]


def say(room: Room, speaker: Client, first: int, last: int) -> None:
    for number in range(first, last + 1):
        room.send(speaker.seat, speaker.audio(number, number * 960, b"word %d" % number), after_ms=20)


def contents(listener: Client, seat: int = 1) -> list[list[bytes]]:
    """What each packet received from `seat` holds, the oldest block first."""
    return [
        [block for _, _, block in unpacked(payload)]
        if header.payload_type == listener.red_type
        else [payload]
        for header, payload in listener.heard(seat)
    ]


def test_only_the_lossy_listener_gets_each_packet_with_the_two_before_it() -> None:
    room = Room([1, 2, 3])
    room.all_reach()
    speaker, lossy, sound = room.clients.values()
    say(room, speaker, 1, 3)
    room.send(2, lossy.loses(1, 0.1))
    room.send(3, sound.loses(1, 0.01))
    say(room, speaker, 4, 5)
    plain = [[b"word %d" % number] for number in range(1, 6)]
    assert contents(sound) == plain
    assert contents(lossy) == [
        *plain[:3], [b"word 2", b"word 3", b"word 4"], [b"word 3", b"word 4", b"word 5"],
    ]  # fmt: skip
    _, payload = lossy.heard(1)[-1]
    assert [(kind, ago) for kind, ago, _ in unpacked(payload)] == [
        (lossy.audio_type, 1_920), (lossy.audio_type, 960), (lossy.audio_type, 0),
    ]  # fmt: skip
    assert [one.sequence for one, _ in lossy.heard(1)] == list(range(1, 6)), "one stream, whatever it carries"


def test_it_ends_when_nothing_is_lost_any_more() -> None:
    room, speaker, listener = two()
    say(room, speaker, 1, 2)
    room.send(2, listener.loses(1, 0.1))
    say(room, speaker, 3, 3)
    room.send(2, listener.loses(1, 0.0), after_ms=LOSSY_MS)
    say(room, speaker, 4, 4)
    assert [len(blocks) for blocks in contents(listener)] == [1, 1, 3, 1]


def test_nothing_said_before_the_gate_opened_comes_with_what_is_said_after() -> None:
    """A presenter brought back: not a word that was said behind the closed microphone."""
    room, speaker, listener = two()
    room.send(2, listener.loses(1, 0.2))
    say(room, speaker, 1, 3)
    room.reach({})
    say(room, speaker, 4, 6)
    room.reach({2: Hears(frozenset({1}))})
    say(room, speaker, 7, 9)
    assert contents(listener)[3:] == [[b"word 7"], [b"word 7", b"word 8"], [b"word 7", b"word 8", b"word 9"]]


def test_a_lost_packet_leaves_its_place_empty() -> None:
    room, speaker, listener = two()
    room.send(2, listener.loses(1, 0.2))
    say(room, speaker, 1, 2)
    say(room, speaker, 4, 4)
    say(room, speaker, 8, 8)
    assert contents(listener)[2:] == [[b"word 2", b"word 4"], [b"word 8"]]


def test_without_red_agreed_nothing_changes() -> None:
    room, speaker, listener = two()
    listener = room.join(2, red=False)
    room.send(2, listener.loses(1, 0.2))
    say(room, speaker, 1, 3)
    assert [len(blocks) for blocks in contents(listener)] == [1, 1, 1]


def test_a_listener_behind_a_queue_gets_each_packet_alone_however_many_it_loses() -> None:
    room, speaker, listener = two()
    trips = room.forwarder._participants[2].trips
    trips.begin(50, room.now_ms)
    for _ in range(2):
        room.now_ms += 500
        trips.note(50 + QUEUED_MS, room.now_ms)
    room.send(2, listener.loses(1, 0.4))
    say(room, speaker, 1, 3)
    assert [len(blocks) for blocks in contents(listener)] == [1, 1, 1]


def test_one_of_two_packets_that_is_lost_is_chance_where_many_came() -> None:
    room, speaker, listener = two()
    say(room, speaker, 1, 1)
    for highest, fraction in ((1, 0), (201, 0), (203, 128)):
        block = rtcp.ReportBlock(listener.slot_ssrc(1, "audio"), fraction, 0, highest, 0, 0, 0)
        room.send(2, listener.control(rtcp.receiver_report(1, [block])))
    say(room, speaker, 2, 4)
    assert [len(blocks) for blocks in contents(listener)] == [1, 1, 1, 1]
