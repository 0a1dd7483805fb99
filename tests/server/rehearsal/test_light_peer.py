"""The light peer against a stand-in for the server made of independent parts: aioice's STUN and our DTLS client."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import cast

import pytest
from aioice import stun
from aiortc import sdp
from aiortc.rtp import RtcpPacket, RtcpRrPacket, RtcpSrPacket, RtpPacket

from server.media.dtls import Certificate, Dtls, DtlsError, Fingerprint, SrtpSessions
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.offer import OPUS, VP8, AnswerError, parse_answer
from server.rehearsal.peer import LightPeer, PeerError
from server.rehearsal.reception import starts_keyframe
from server.rehearsal.streams import rtp_packet

UFRAG, PASSWORD = "srvr", "server-password-of-some-length"
SLOT_AUDIO, SLOT_VIDEO, SLOT_RTX = 7001, 7002, 7003


class Server(asyncio.DatagramProtocol):
    """Answers checks, is the DTLS client, and keeps what it decrypts."""

    def __init__(self, certificate: Certificate) -> None:
        self.certificate = certificate
        self.requests: list[stun.Message] = []
        self.sources: list[tuple[str, int]] = []
        self.rtp: list[RtpPacket] = []
        self.raw: list[bytes] = []
        self.rtcp: list[object] = []
        self.srtp: SrtpSessions | None = None
        self.dtls: Dtls | None = None
        self.deaf = False
        self.changed = asyncio.Condition()
        self.connected: asyncio.Task[None] | None = None
        self.fingerprint: Fingerprint | None = None
        self.closed = asyncio.Event()
        self.gone = asyncio.Event()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone.set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.DatagramTransport, transport)

    def send(self, datagram: bytes) -> None:
        self.transport.sendto(datagram, self.sources[-1])

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if data[0] < 4:
            self.on_check(data, addr)
        elif data[0] < 64:
            assert self.dtls is not None
            self.dtls.feed(data)
        elif self.srtp is not None and 192 <= data[1] <= 223:
            self.rtcp += RtcpPacket.parse(self.srtp.unprotect_rtcp(data))
        elif self.srtp is not None:
            self.raw.append(self.srtp.unprotect(data))
            self.rtp.append(RtpPacket.parse(self.raw[-1]))
        self.sources.append(addr)
        self.woken = asyncio.ensure_future(self.wake())

    async def wake(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def until(self, condition: Callable[[], bool]) -> None:
        async with self.changed, asyncio.timeout(8):
            await self.changed.wait_for(condition)

    def on_check(self, data: bytes, addr: tuple[str, int]) -> None:
        if self.deaf:
            return
        request = stun.parse_message(data)
        assert request.check_message_integrity(PASSWORD.encode())
        self.requests.append(request)
        answer = stun.Message(stun.Method.BINDING, stun.Class.RESPONSE, request.transaction_id)
        answer.attributes["XOR-MAPPED-ADDRESS"] = addr
        answer.add_message_integrity(PASSWORD.encode())
        self.transport.sendto(bytes(answer), addr)
        if self.connected is None:
            self.connected = asyncio.ensure_future(self.handshake())

    async def handshake(self) -> None:
        self.dtls = Dtls(self.certificate, self.send, client=True, on_close=self.closed.set)
        assert self.fingerprint is not None
        with contextlib.suppress(DtlsError):
            self.srtp = await self.dtls.handshake([self.fingerprint])

    def answer_to(self, offer: str, *, fingerprint: str | None = None) -> str:
        described = sdp.SessionDescription.parse(offer)
        theirs = described.media[0].dtls
        assert theirs is not None
        self.fingerprint = Fingerprint("sha-256", theirs.fingerprints[0].value)
        port = self.transport.get_extra_info("sockname")[1]
        lines = [
            "v=0",
            "o=- 0 0 IN IP4 0.0.0.0",
            "s=-",
            "t=0 0",
            "a=ice-lite",
            f"a=ice-ufrag:{UFRAG}",
            f"a=ice-pwd:{PASSWORD}",
            f"a=fingerprint:sha-256 {fingerprint or self.certificate.fingerprint.value}",
            "a=setup:active",
        ]
        for media in described.media:
            lines += [f"m={media.kind} 9 UDP/TLS/RTP/SAVPF 1", f"a=mid:{media.rtp.muxId}"]
            if media.rtp.muxId == "0":
                lines += [f"a=candidate:1 1 udp 2130706431 127.0.0.1 {port} typ host", "a=end-of-candidates"]
            if media.rtp.muxId == "4":
                lines.append(f"a=ssrc:{SLOT_AUDIO} cname:x")
            if media.rtp.muxId == "5":
                lines += [f"a=ssrc-group:FID {SLOT_VIDEO} {SLOT_RTX}", f"a=ssrc:{SLOT_VIDEO} cname:x"]
                lines += [f"a=ssrc:{SLOT_RTX} cname:x"]
        return "\r\n".join(lines) + "\r\n"


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server(Certificate())
    await asyncio.get_running_loop().create_datagram_endpoint(lambda: made, local_addr=("127.0.0.1", 0))
    yield made
    if made.dtls is not None:
        await made.dtls.close()
    made.transport.close()
    await made.gone.wait()


@contextlib.asynccontextmanager
async def joined(server: Server, **asked: object) -> AsyncIterator[LightPeer]:
    peer = LightPeer(seats=3, seed=1, **asked)  # type: ignore[arg-type]
    await peer.connect(server.answer_to(peer.offer()))
    assert server.connected is not None
    await server.connected
    try:
        yield peer
    finally:
        await peer.close()


def test_the_offer_is_what_an_independent_parser_expects() -> None:
    peer = LightPeer(seats=14, seed=3)
    offer = peer.offer()
    assert len(offer) < 48_000 and offer == peer.offer()
    described = sdp.SessionDescription.parse(offer)
    assert [media.kind for media in described.media] == ["audio", "video"] * 15
    assert [media.direction for media in described.media] == ["sendonly"] * 2 + ["recvonly"] * 28
    assert described.group[0].items == [media.rtp.muxId for media in described.media]
    assert {media.dtls.role for media in described.media} == {"auto"}, "actpass"
    assert described.media[0].ssrc[0].ssrc == peer.audio.ssrc
    assert [each.ssrc for each in described.media[1].ssrc] == [peer.video.ssrc, peer.video.rtx_ssrc]
    assert [codec.payloadType for codec in described.media[3].rtp.codecs] == [120, 121]


@pytest.mark.parametrize("missing", ["ice-ufrag", "ice-pwd", "fingerprint", "candidate"])
async def test_an_answer_that_lacks_something_is_refused_by_name(server: Server, missing: str) -> None:
    answer = server.answer_to(LightPeer(seats=1).offer())
    kept = [line for line in answer.splitlines() if not line.startswith(f"a={missing}")]
    with pytest.raises(
        AnswerError, match=missing.removeprefix("ice-").removesuffix("-pwd")[:3].replace("pwd", "pass")
    ):
        parse_answer("\r\n".join(kept))


async def test_it_connects_and_sends_speech_and_picture_that_decrypt(server: Server) -> None:
    media = load(bundled()[2])
    async with joined(server, media=media) as peer:
        assert peer.connected
        assert server.requests[0].attributes["USERNAME"].startswith(f"{UFRAG}:")
        assert "USE-CANDIDATE" in server.requests[0].attributes
        peer.speak(True)
        peer.show(True)
        await server.until(lambda: sum(packet.payload_type == OPUS for packet in server.rtp) >= 20)
        await server.until(lambda: sum(packet.payload_type == VP8 for packet in server.rtp) >= 5)
    spoken = [packet.payload for packet in server.rtp if packet.ssrc == peer.audio.ssrc]
    known = {packet.payload for packet in (*media.speech, *media.rest)}
    assert set(spoken) <= known
    pictures = [raw for raw in server.raw if raw[1] & 0x7F == VP8]
    assert starts_keyframe(pictures[0])


async def test_a_picture_loss_indication_brings_a_keyframe(server: Server) -> None:
    async with joined(server) as peer:
        peer.show(True)
        await server.until(lambda: len(server.raw) > 5)
        server.raw.clear()
        assert server.srtp is not None
        server.send(
            server.srtp.protect_rtcp(b"\x81\xce\x00\x02" + bytes(4) + peer.video.ssrc.to_bytes(4, "big"))
        )
        await server.until(lambda: any(raw[1] & 0x7F == VP8 for raw in server.raw))
        assert starts_keyframe(next(raw for raw in server.raw if raw[1] & 0x7F == VP8))


async def test_it_counts_what_it_receives_by_seat(server: Server) -> None:
    seen: list[tuple[int, str]] = []
    async with joined(server, on_rtp=lambda stream, packet: seen.append((stream.seat, stream.kind))) as peer:
        assert server.srtp is not None
        for number in range(6):
            for ssrc, content in (
                (SLOT_AUDIO, b"opus"),
                (SLOT_VIDEO, b"\x10\x00vp8"),
                (99, b"?"),
                (SLOT_RTX, b"..rtx"),
            ):
                server.send(
                    server.srtp.protect(rtp_packet(96, number, 0, ssrc, content, extensions=((5, b"\x9e"),)))
                )
        server.send(b"\x80" + bytes(40))  # does not decrypt
        await server.until(
            lambda: any(isinstance(packet, RtcpRrPacket) and packet.reports for packet in server.rtcp)
        )
        counts = peer.received[2]
        assert (counts.audio, counts.video, counts.keyframes, counts.retransmitted) == (6, 6, 6, 6)
        assert counts.level == 30
        assert all(peer.received[seat].audio == peer.received[seat].video == 0 for seat in (1, 3))
        assert peer.malformed == 1
        assert seen.count((2, "audio")) == 6
        report = next(packet for packet in server.rtcp if isinstance(packet, RtcpRrPacket) and packet.reports)
        assert {block.ssrc for block in report.reports} == {SLOT_AUDIO, SLOT_VIDEO}
        assert any(isinstance(packet, RtcpSrPacket) for packet in server.rtcp)


async def test_a_hostile_burst_goes_out_whole_and_may_forge_its_source(server: Server) -> None:
    async with joined(server) as peer:
        assert await peer.burst(200, b"mine") == 200
        assert await peer.burst(100, b"forged", ssrc=31337) == 100
        await server.until(lambda: sum(packet.payload == b"forged" for packet in server.rtp) == 100)
        assert {packet.ssrc for packet in server.rtp if packet.payload == b"forged"} == {31337}
        assert sum(packet.payload == b"mine" for packet in server.rtp) == 200


async def test_it_goes_on_from_a_new_port_after_rebinding(server: Server) -> None:
    async with joined(server) as peer:
        before = server.sources[-1]
        peer.rebind()
        peer.speak(True)
        await server.until(lambda: server.sources[-1] != before and len(server.rtp) > 5)


async def test_closing_says_goodbye(server: Server) -> None:
    async with joined(server) as peer:
        await peer.close()
        await asyncio.wait_for(server.closed.wait(), 5)
        assert not peer.connected
        assert not peer.send_datagram(b"late")


async def test_it_notices_when_the_server_says_goodbye(server: Server) -> None:
    down = asyncio.Event()
    async with joined(server, on_down=down.set) as peer:
        assert server.dtls is not None
        await server.dtls.close()
        await asyncio.wait_for(down.wait(), 5)
        assert not peer.connected
        assert peer.send_rtp(peer.audio.frame(b"still sending", 0)), "a hostile client would go on"


async def test_another_certificate_than_the_announced_one_is_refused(server: Server) -> None:
    peer = LightPeer(seats=1)
    with pytest.raises(PeerError):
        await peer.connect(server.answer_to(peer.offer(), fingerprint=Certificate().fingerprint.value))
