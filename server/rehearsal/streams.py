"""The RTP that a light peer sends: one audio and one video stream made of packets from a media file (RFC 3550).

Pure: time comes in as `now_ms`, packets go out as bytes; no socket, no encryption.
May import the standard library only.
"""

from __future__ import annotations

import random
import struct
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from server.rehearsal.mediafile import AUDIO_PACKET_MS, PICTURE_MS, AudioPacket, MediaFile
from server.rehearsal.offer import AUDIO, AUDIO_LEVEL, MID, OPUS, RTX, TRANSPORT_SEQUENCE, VIDEO, VP8, mid_of

REST_INTERVAL_MS = 400  # what Opus DTX leaves of a silent microphone
LONGEST_PAYLOAD = 1100
HISTORY = 128
_LATEST_MS = 200  # further behind than this, skip instead of bursting
_HEADER = struct.Struct("!BBHII")


def rtp_packet(
    payload_type: int,
    sequence: int,
    timestamp: int,
    ssrc: int,
    payload: bytes,
    *,
    marker: bool = False,
    extensions: tuple[tuple[int, bytes], ...] = (),
) -> bytes:
    """One RTP packet with one-byte header extensions `(id, value)` (RFC 8285). Numbers wrap as the fields do."""
    block = b"".join(bytes(((number << 4) | (len(value) - 1),)) + value for number, value in extensions)
    block += bytes(-len(block) % 4)
    head = _HEADER.pack(
        0x90 if block else 0x80, (marker << 7) | payload_type, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, ssrc
    )
    if block:
        head += struct.pack("!HH", 0xBEDE, len(block) // 4) + block
    return head + payload


class TransportSequence:
    """Numbers every packet of a connection, whatever its stream, for transport-wide feedback."""

    def __init__(self) -> None:
        self._last = 0

    def extension(self) -> tuple[int, bytes]:
        """The header extension of the next packet."""
        self._last = (self._last + 1) & 0xFFFF
        return TRANSPORT_SEQUENCE, self._last.to_bytes(2, "big")


@dataclass(slots=True)
class Sent:
    """What a sender report tells of a stream (RFC 3550, 6.4.1)."""

    packets: int = 0
    octets: int = 0

    def note(self, payload: bytes) -> None:
        self.packets += 1
        self.octets += len(payload)


class OutgoingAudio:
    """A microphone that is always open: speech while `speaking`, else a faint rest packet every 400 ms."""

    def __init__(
        self, media: MediaFile, ssrc: int, rng: random.Random, transport: TransportSequence | None = None
    ) -> None:
        self.ssrc = ssrc
        self._transport = transport or TransportSequence()
        self.speaking = False
        self.sent = Sent()
        self._media = media
        self._mid = mid_of(AUDIO).encode()
        self._sequence = rng.randrange(0x8000)
        self._origin = rng.randrange(1 << 32)
        self._position = rng.randrange(len(media.speech))
        self._due_ms: int | None = None
        self._talkspurt = True

    def speak(self, speaking: bool) -> None:
        """Start or end a talkspurt; the next packet comes with the next tick."""
        if speaking and not self.speaking:
            self._due_ms, self._talkspurt = None, True
        self.speaking = speaking

    def timestamp_at(self, now_ms: int) -> int:
        """The RTP timestamp (48 kHz) of an instant."""
        return (self._origin + now_ms * 48) & 0xFFFFFFFF

    def packets(self, now_ms: int) -> Iterator[bytes]:
        """The packets due by now, oldest first."""
        if self._due_ms is None or now_ms - self._due_ms > _LATEST_MS:
            self._due_ms = now_ms
        while self._due_ms <= now_ms:
            at_ms = self._due_ms
            if self.speaking:
                packet = self._media.speech[self._position]
                self._position = (self._position + 1) % len(self._media.speech)
                self._due_ms += AUDIO_PACKET_MS
            else:
                packet = self._media.rest[self._sequence % len(self._media.rest)]
                self._due_ms += REST_INTERVAL_MS
            yield self._packet(packet, at_ms)

    def frame(self, payload: bytes, now_ms: int, *, level: int = 30, ssrc: int | None = None) -> bytes:
        """A packet of any content that continues this stream's numbers; for tests and benches."""
        return self._packet(AudioPacket(level, payload), now_ms, ssrc)

    def _packet(self, packet: AudioPacket, at_ms: int, ssrc: int | None = None) -> bytes:
        self._sequence += 1
        marker, self._talkspurt = self._talkspurt and self.speaking, self._talkspurt and not self.speaking
        self.sent.note(packet.payload)
        voice = 0x80 if packet.level < 60 else 0
        return rtp_packet(
            OPUS,
            self._sequence,
            self.timestamp_at(at_ms),
            self.ssrc if ssrc is None else ssrc,
            packet.payload,
            marker=marker,
            extensions=(
                (AUDIO_LEVEL, bytes((voice | packet.level,))),
                self._transport.extension(),
                (MID, self._mid),
            ),
        )


class OutgoingVideo:
    """A camera that plays the loop of pictures while `showing`; begins at the keyframe when asked for one."""

    def __init__(
        self,
        media: MediaFile,
        ssrc: int,
        rtx_ssrc: int,
        rng: random.Random,
        transport: TransportSequence | None = None,
    ) -> None:
        self.ssrc = ssrc
        self._transport = transport or TransportSequence()
        self.showing = False
        self.sent = Sent()
        self.rtx_ssrc = rtx_ssrc
        self._media = media
        self._mid = mid_of(VIDEO).encode()
        self._sequence = rng.randrange(0x8000)
        self._rtx_sequence = rng.randrange(0x8000)
        self._origin = rng.randrange(1 << 32)
        self._picture_id = rng.randrange(1 << 15)
        self._position = 0
        self._due_ms: int | None = None
        self._history: deque[tuple[int, int, bool, bytes]] = deque(maxlen=HISTORY)

    def show(self, showing: bool) -> None:
        """Switch the camera; it starts with a keyframe."""
        if showing and not self.showing:
            self.keyframe()
        self.showing = showing

    def keyframe(self) -> None:
        """Go back to the loop's keyframe, now (the answer to a PLI or FIR)."""
        self._position, self._due_ms = 0, None

    def timestamp_at(self, now_ms: int) -> int:
        """The RTP timestamp (90 kHz) of an instant."""
        return (self._origin + now_ms * 90) & 0xFFFFFFFF

    def packets(self, now_ms: int) -> Iterator[bytes]:
        """The packets due by now, oldest first; none while the camera is off."""
        if not self.showing:
            return
        if self._due_ms is None or now_ms - self._due_ms > _LATEST_MS:
            self._due_ms = now_ms
        while self._due_ms <= now_ms:
            at_ms, self._due_ms = self._due_ms, self._due_ms + PICTURE_MS
            frame = self._media.pictures[self._position].payload
            self._position = (self._position + 1) % len(self._media.pictures)
            yield from self._packetize(frame, at_ms)

    def frame(self, payload: bytes, now_ms: int) -> list[bytes]:
        """Packets of any VP8 frame that continue this stream's numbers; for tests and benches."""
        return list(self._packetize(payload, now_ms))

    def retransmission(self, sequence: int) -> bytes | None:
        """The RTX packet (RFC 4588) for a sequence number that a NACK names, if it is still remembered."""
        for known, timestamp, marker, payload in self._history:
            if known == sequence:
                self._rtx_sequence += 1
                content = known.to_bytes(2, "big") + payload
                return rtp_packet(
                    RTX,
                    self._rtx_sequence,
                    timestamp,
                    self.rtx_ssrc,
                    content,
                    marker=marker,
                    extensions=(self._transport.extension(),),
                )
        return None

    def _packetize(self, frame: bytes, at_ms: int) -> Iterator[bytes]:
        timestamp = self.timestamp_at(at_ms)
        self._picture_id = (self._picture_id + 1) & 0x7FFF
        for start in range(0, len(frame), LONGEST_PAYLOAD):
            # RFC 7741 descriptor: X, S on the first packet; I; a 15-bit picture id.
            descriptor = struct.pack("!BBH", 0x90 if start == 0 else 0x80, 0x80, 0x8000 | self._picture_id)
            payload = descriptor + frame[start : start + LONGEST_PAYLOAD]
            last = start + LONGEST_PAYLOAD >= len(frame)
            self._sequence = (self._sequence + 1) & 0xFFFF
            self._history.append((self._sequence, timestamp, last, payload))
            self.sent.note(payload)
            extensions = (self._transport.extension(), (MID, self._mid))
            yield rtp_packet(
                VP8, self._sequence, timestamp, self.ssrc, payload, marker=last, extensions=extensions
            )
