"""Both engines read the same in a packet, and make the same redundant audio of it, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.media import fanout, rtp
from tests.server.media.forwarding_room import Hears, Room, delta, keyframe
from tests.server.media.from_socket import FromSocket, engines


@st.composite
def strange(draw: st.DrawFn) -> tuple[int, int, bytes]:
    """A packet's first byte, what its type is off by, and what follows its fixed header: whole in most, odd in some."""
    first, body = 0x80, b""
    if draw(st.booleans()):
        sources = draw(st.integers(0, 2))
        first, body = first | sources, body + bytes(4 * sources)
    if draw(st.booleans()):
        elements = b"".join(
            bytes((draw(st.sampled_from([0, 1, 2, 9, 11, 15])) << 4 | size - 1,))
            + draw(st.binary(min_size=size, max_size=size))
            for size in draw(st.lists(st.integers(1, 3), max_size=4))
        ) + draw(st.sampled_from([b"", b"\0", b"\x1f"]))
        elements += bytes(-len(elements) % 4)
        first |= 0x10
        body += (
            draw(st.sampled_from([b"\xbe\xde", b"\x10\0"]))
            + (len(elements) // 4).to_bytes(2, "big")
            + elements
        )
    body += draw(st.sampled_from([b"", b"\x10", b"\x80", b"\x90", b"\x90\xe0", b"\x90\xf0", b"\x80\xc0"]))
    body += draw(st.binary(max_size=8))
    if draw(st.booleans()):
        first, body = first | 0x20, body + bytes((draw(st.sampled_from([0, 1, 2, 255])),))
    return first, draw(st.sampled_from([0, 0, 0, 0, 1])), body


def read(engine: fanout.Engine, packets: list[tuple[bool, int, int, bytes]]) -> Iterator[Any]:
    """What becomes of packets that C takes, in a third run of pictures: one of their two numbers is shifted."""
    room = Room([1, 2], engine=engine, forwarders=FromSocket)
    speaker, listener = room.clients.values()
    for run in (0, 10, 20):
        room.reach({2: Hears(frozenset({1}), frozenset({1}))})
        for number in range(run, run + 4):
            room.send(1, speaker.audio(number, number * 960, b"word"), after_ms=20)
            picture = number - 6 * (run // 10), b"", number * 2
            shown = keyframe(*picture) if number == run else delta(*picture)
            room.send(1, speaker.video(number, number * 3_000, shown))
        if run < 20:
            room.reach({})
    numbers = {True: 23, False: 23}
    for video, first, off, body in packets:
        numbers[video] += 1
        kind, ssrc = (
            (speaker.video_type, speaker.video_ssrc) if video else (speaker.audio_type, speaker.audio_ssrc)
        )
        packet = rtp.FIXED.pack(first, kind ^ off, numbers[video], numbers[video] * 960, ssrc) + body
        try:
            datagram = speaker.out.protect(packet)
        except Exception:  # libsrtp itself will not have it
            numbers[video] -= 1
            continue
        yield room.send(1, datagram, after_ms=20)
    yield room.forwarder.facts(room.now_ms)
    room.tick(1_000)
    yield listener.rtp_in
    yield speaker.rtcp_in
    yield room.forwarder.counters


@pytest.mark.slow
@pytest.mark.unhurried
@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), strange()).map(lambda one: (one[0], *one[1])), min_size=1, max_size=8)
)
def test_both_engines_read_the_same_in_a_packet(packets: list[tuple[bool, int, int, bytes]]) -> None:
    python, other = engines()
    for one, same in zip(read(python, packets), read(other, packets), strict=True):
        assert one == same


def heard_redundantly(engine: fanout.Engine, words: list[tuple[int, int, int]]) -> Iterator[Any]:
    room = Room([1, 2], engine=engine, forwarders=FromSocket)
    room.all_reach()
    speaker, listener = room.clients.values()
    room.send(2, listener.loses(1, 0.2))
    number = 0
    for lost, size, after_ms in words:
        number += 1 + lost
        yield room.send(1, speaker.audio(number, number * 960, b"w" * size), after_ms=after_ms)
    yield listener.rtp_in


WORDS = st.tuples(
    st.sampled_from([0, 0, 0, 0, 1, 2, 40]),
    st.sampled_from([80, 80, 0, 1_023, 1_024]),
    st.sampled_from([20, 20, 20, 300, 2_001]),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=150))
def test_both_engines_make_the_same_redundant_audio(words: list[tuple[int, int, int]]) -> None:
    python, other = engines()
    assert list(heard_redundantly(python, words)) == list(heard_redundantly(other, words))
