"""forwarder: padding, noise and faults are silence and a counter, never an exception."""

from __future__ import annotations

import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtp
from server.media.control import Control
from server.media.participant import Participant
from tests.server.media.forwarding_room import (
    delta,
    keyframe,
    two,
)

pytestmark = pytest.mark.usefixtures("both_engines")


def test_a_padding_packet_passes_without_its_padding() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.video(1, 0, keyframe(1)))
    padded = b"\xa0" + rtp.build(speaker.video_type, 2, 0, speaker.video_ssrc, b"")[1:] + b"\0\0\0\4"
    room.send(1, speaker.out.protect(padded))
    room.send(1, speaker.video(3, 3_000, delta(2)))
    received = listener.heard(1, "video")
    assert [header.sequence for header, _ in received] == [1, 2, 3]
    assert received[1][1] == b""


@given(st.lists(st.binary(max_size=60), max_size=20), st.integers(0, 3))
def test_noise_never_raises_and_never_passes(noises: list[bytes], seat: int) -> None:
    room, speaker, listener = two()
    for noise in noises:
        assert not room.send(seat, noise)
        for head in (b"\x80\x60", b"\x80\xc9"):
            assert not room.send(seat, head + noise)
            assert not room.send(seat, head + bytes(6) + speaker.audio_ssrc.to_bytes(4, "big") + noise)
    assert not listener.rtp_in


@given(st.binary(max_size=40), st.integers(0, 255), st.sampled_from(["audio", "video", "rtx", "control"]))
def test_authentic_nonsense_never_raises(noise: bytes, first: int, kind: str) -> None:
    """A hostile client has good keys: everything behind the authentication is as untrusted as the rest."""
    room, speaker, listener = two()
    room.send(1, speaker.video(1, 0, keyframe(1)))
    if kind == "control":
        packet = bytes((0x80 | first & 0x3F, 200 + first % 8)) + struct.pack("!HI", len(noise) // 4 + 1, 2)
        room.send(1, speaker.out.protect_rtcp(packet + noise))
        room.send(
            2, listener.out.protect_rtcp(packet + listener.slot_ssrc(1, "video").to_bytes(4, "big") + noise)
        )
    else:
        number = {"audio": speaker.audio_type, "video": speaker.video_type, "rtx": speaker.rtx_type}[kind]
        ssrc = {"audio": speaker.audio_ssrc, "video": speaker.video_ssrc, "rtx": speaker.rtx_ssrc}[kind]
        # libsrtp refuses to protect a header that lies about its length, so the lie is behind the header.
        room.send(1, speaker.out.protect(rtp.FIXED.pack(0x80, number, 2, 0, ssrc) + noise))
    room.tick(400)
    assert room.drops("error") == 0
    room.send(1, speaker.audio(9, 0, b"goes on"))
    assert [payload for _, payload in listener.heard(1)][-1] == b"goes on"


def test_a_fault_in_the_gate_is_silence_and_a_counter(monkeypatch: pytest.MonkeyPatch) -> None:
    room, speaker, listener = two()

    def broken(*_: object) -> None:
        raise RuntimeError(os.name)

    monkeypatch.setattr("server.media.outgoing.Outgoing.begin", broken)
    assert room.send(1, speaker.audio(1, 0, b"voice"))
    monkeypatch.setattr("server.media.control.Control._tend_video", broken)
    room.tick()
    assert (room.drops("error"), room.drops("feedback_error")) == (1, 2)
    assert not listener.rtp_in


def test_one_connections_fault_stops_nobody_elses_feedback(monkeypatch: pytest.MonkeyPatch) -> None:
    room, _, _ = two()
    tended: list[int] = []

    def tend(control: Control, participant: Participant, now_ms: int) -> None:
        tended.append(participant.seat)
        if participant.seat == 1:
            raise RuntimeError

    monkeypatch.setattr(Control, "_tend", tend)
    room.tick()
    assert tended == [1, 2]
    assert room.drops("feedback_error") == 1
