"""A light peer over real sockets whose picture has two layers, as a browser's has: it sends what it is told to, and how
it takes a request for a key frame is a test's to say."""

from __future__ import annotations

from collections.abc import Callable

from server.media import rtcp
from server.media.negotiated import Layer
from server.rehearsal.offer import MID, VIDEO, VP8, mid_of
from server.rehearsal.peer import LightPeer
from server.rehearsal.streams import rtp_packet
from tests.server.media.forwarding_room import RIDS, delta, keyframe

RID, REPAIRED_RID = 10, 11
PICTURE_MS = 20
"""As often as its timer allows: a test is to be over soon."""
_LAYERED = "\r\n".join(
    (
        f"a=extmap:{RID} urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id",
        f"a=extmap:{REPAIRED_RID} urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id",
        *(f"a=rid:{rid} send" for rid in RIDS),
        f"a=simulcast:send {';'.join(RIDS)}",
    )
)


class LayeredPeer(LightPeer):
    """`wanted` is asked before each picture, as a page is told: a layer that begins is a key frame."""

    def __init__(self, seats: int, wanted: Callable[[], Layer]) -> None:
        super().__init__(seats)
        self.hears: Callable[[str], bool] = lambda rid: True
        """Whether a request for a key frame of this layer reaches its encoder."""
        self.asked: list[str] = []
        """Layers, by the requests that came."""
        self._wanted = wanted
        self._sends: set[str] = set()
        self._due_ms = 0
        self._key = set(RIDS)
        self._ssrc = {rid: self.video.ssrc ^ (at + 1) for at, rid in enumerate(RIDS)}
        self._count = dict.fromkeys(RIDS, 0)

    def offer(self) -> str:
        sections = super().offer().split("\r\nm=")
        kept = [line for line in sections[2].split("\r\n") if not line.startswith("a=ssrc")]
        sections[2] = "\r\n".join((*kept, _LAYERED))
        return "\r\nm=".join(sections)

    def on_tick(self, now_ms: int) -> None:
        super().on_tick(now_ms)
        if not self.connected or now_ms < self._due_ms:
            return
        self._due_ms = now_ms + PICTURE_MS
        sends = set(RIDS[: self._wanted()])
        self._key |= sends - self._sends
        self._sends = sends
        for rid in sorted(sends):
            self._send_picture(rid, now_ms)

    def _send_picture(self, rid: str, now_ms: int) -> None:
        self._count[rid] += 1
        number, made = self._count[rid], keyframe if rid in self._key else delta
        self._key.discard(rid)
        packet = rtp_packet(
            VP8,
            number,
            now_ms * 90,
            self._ssrc[rid],
            made(number & 0x7FFF, rid.encode()),
            marker=True,
            extensions=((RID, rid.encode()), (MID, mid_of(VIDEO).encode())),
        )
        self.send_rtp(packet)

    def _take_feedback(self, compound: bytes) -> None:
        for packet in rtcp.split(compound):
            if (packet.kind, packet.subtype) == (rtcp.PAYLOAD_FEEDBACK, rtcp.PLI):
                about = rtcp.read_feedback_ssrc(packet)
                for rid in (rid for rid in RIDS if self._ssrc[rid] == about):
                    self.asked.append(rid)
                    if self.hears(rid):
                        self._key.add(rid)
