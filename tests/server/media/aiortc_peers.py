"""Complete aiortc peers in the seats of a room."""

from __future__ import annotations

from dataclasses import dataclass, field

from aiortc import RTCBundlePolicy, RTCConfiguration, RTCPeerConnection, RTCRtpReceiver, RTCSessionDescription
from aiortc.contrib.media import MediaBlackhole
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

from server.media.workers import AnyPlane
from tests.waiting import until

ROOM = "circle"
SEATS = 3


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


def everybody(*seats: int) -> dict[int, Hears]:
    return {s: Hears(frozenset(seats) - {s}, frozenset(seats) - {s}) for s in seats}


def for_aiortc(answer: str) -> str:
    """The answer with the candidates in every section: of bundled sections, aiortc reads the last one's."""
    lines = answer.splitlines(keepends=True)
    candidates = "".join(line for line in lines if "candidate" in line)
    rest = "".join(line for line in lines if "candidate" not in line)
    return rest.replace("a=mid:", candidates + "a=mid:")


@dataclass
class Participant:
    """An aiortc peer in a seat. `slots` are its receivers by (kind, seat)."""

    plane: AnyPlane
    seat: int
    room: str = ROOM
    camera: bool = True
    pc: RTCPeerConnection = field(
        default_factory=lambda: RTCPeerConnection(
            RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)
        )
    )
    slots: dict[tuple[str, int], RTCRtpReceiver] = field(default_factory=dict)
    sink: MediaBlackhole = field(default_factory=MediaBlackhole)

    async def join(self) -> None:
        lines = [("audio", "sendonly"), ("video", "sendonly")]
        lines += [("audio", "recvonly"), ("video", "recvonly")] * SEATS
        for index, (kind, direction) in enumerate(lines):
            transceiver = self.pc.addTransceiver(kind, direction=direction)
            wanted = ("audio/opus",) if kind == "audio" else ("video/VP8", "video/rtx")
            codecs = RTCRtpReceiver.getCapabilities(kind).codecs
            transceiver.setCodecPreferences([c for c in codecs if c.mimeType in wanted])
            if index == 0:
                transceiver.sender.replaceTrack(AudioStreamTrack())
            elif index == 1:
                if not self.camera:
                    continue
                transceiver.sender.replaceTrack(VideoStreamTrack())
            else:
                self.slots[kind, index // 2] = transceiver.receiver
        await self.pc.setLocalDescription(await self.pc.createOffer())
        answer = await self.plane.answer(self.room, self.seat, self.pc.localDescription.sdp)
        await self.pc.setRemoteDescription(RTCSessionDescription(for_aiortc(answer), "answer"))
        for receiver in self.slots.values():
            self.sink.addTrack(receiver.track)
        await self.sink.start()

    async def received(self, kind: str, seat: int) -> int:
        stats = await self.slots[kind, seat].getStats()
        return sum(s.packetsReceived for s in stats.values() if s.type == "inbound-rtp")

    async def received_more(self, kind: str, seat: int, than: int) -> None:
        async def more() -> bool:
            return await self.received(kind, seat) > than

        await until(more, every_s=0.02)

    async def closed(self) -> None:
        await until(lambda: self.pc.connectionState == "closed")

    async def leave(self) -> None:
        await self.sink.stop()
        await self.pc.close()
