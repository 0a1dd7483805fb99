"""A complete WebRTC peer that is not ours: aiortc's, which encodes what it says and decodes what it is sent.

May import nothing of the server.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from fractions import Fraction

import av
import numpy as np
from aiortc import RTCBundlePolicy, RTCConfiguration, RTCPeerConnection, RTCRtpReceiver, RTCSessionDescription
from aiortc.contrib.media import MediaBlackhole
from aiortc.mediastreams import AudioStreamTrack, MediaStreamError, MediaStreamTrack

from tests.waiting import until

LOUD = 1000
"""Of 32,767: far above what a codec leaves of silence."""
RATE, FRAME = 48_000, 960


class Tone(AudioStreamTrack):
    """A microphone into which somebody hums."""

    def __init__(self, hz: float) -> None:
        super().__init__()
        self._hz = hz

    async def recv(self) -> av.AudioFrame:
        at = (await super().recv()).pts * RATE // 8000  # it is of 8 kHz, and keeps the time
        turns = (at + np.arange(FRAME)) * self._hz / RATE
        samples = (8000 * np.sin(2 * np.pi * turns)).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="s16", layout="mono")
        frame.pts, frame.sample_rate, frame.time_base = at, RATE, Fraction(1, RATE)
        return frame


class AiortcPeer:
    """`slots` are its receivers by (kind, seat); `sounds` counts, by seat, frames in which something was to be heard.

    `answers`: to its offer, for a circle of so many `seats`."""

    def __init__(
        self,
        seats: int,
        answers: Callable[[str], Awaitable[str]],
        sound: MediaStreamTrack,
        picture: MediaStreamTrack | None = None,
    ) -> None:
        self._seats, self._answers, self._published = seats, answers, (sound, picture)
        self.pc = RTCPeerConnection(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
        self.slots: dict[tuple[str, int], RTCRtpReceiver] = {}
        self.sounds: Counter[int] = Counter()
        self._pictures = MediaBlackhole()
        self._ears: list[asyncio.Task[None]] = []

    async def join(self) -> None:
        lines = [("audio", "sendonly"), ("video", "sendonly")]
        lines += [("audio", "recvonly"), ("video", "recvonly")] * self._seats
        for index, (kind, direction) in enumerate(lines):
            transceiver = self.pc.addTransceiver(kind, direction=direction)
            wanted = ("audio/opus",) if kind == "audio" else ("video/VP8", "video/rtx")
            codecs = RTCRtpReceiver.getCapabilities(kind).codecs
            transceiver.setCodecPreferences([c for c in codecs if c.mimeType in wanted])
            if index >= 2:
                self.slots[kind, index // 2] = transceiver.receiver
            elif (track := self._published[index]) is not None:
                transceiver.sender.replaceTrack(track)
        await self.pc.setLocalDescription(await self.pc.createOffer())
        answer = await self._answers(self.pc.localDescription.sdp)
        await self.pc.setRemoteDescription(RTCSessionDescription(for_aiortc(answer), "answer"))
        for (kind, seat), receiver in self.slots.items():
            if kind == "audio":
                self._ears.append(asyncio.create_task(self._listen(seat, receiver.track)))
            else:
                self._pictures.addTrack(receiver.track)
        await self._pictures.start()

    async def _listen(self, seat: int, track: MediaStreamTrack) -> None:
        try:
            while True:
                frame = await track.recv()
                self.sounds[seat] += int(np.abs(frame.to_ndarray()).max() > LOUD)
        except MediaStreamError:
            return

    async def received(self, kind: str, seat: int) -> int:
        """Packets, whatever is in them."""
        stats = await self.slots[kind, seat].getStats()
        return sum(s.packetsReceived for s in stats.values() if s.type == "inbound-rtp")

    async def received_more(self, kind: str, seat: int, than: int) -> None:
        async def more() -> bool:
            return await self.received(kind, seat) > than

        await until(more, every_s=0.02)

    async def closed(self) -> None:
        await until(lambda: self.pc.connectionState == "closed")

    async def leave(self) -> None:
        for ear in self._ears:
            ear.cancel()
        await self._pictures.stop()
        await self.pc.close()


def for_aiortc(answer: str) -> str:
    """The answer with the candidates in every section: of bundled sections, aiortc reads the last one's."""
    lines = answer.splitlines(keepends=True)
    candidates = "".join(line for line in lines if "candidate" in line)
    rest = "".join(line for line in lines if "candidate" not in line)
    return rest.replace("a=mid:", candidates + "a=mid:")
