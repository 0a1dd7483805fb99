"""A client's offer, read and checked, and the answer to it (RFC 8829, RFC 9429).

The client offers once: publish audio and publish video (sendonly), then a slot audio and a slot video (recvonly)
for every seat. The answer takes payload types and extension ids from the offer and adds the server's one port,
ICE-lite and the SSRCs of the slots. May import the standard library, aiortc, and the siblings dtls, negotiated and
simulcast.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aiortc.sdp import MediaDescription, SessionDescription

from server.media.dtls import Fingerprint
from server.media.negotiated import Codec, Negotiated, Publication, Slot
from server.media.simulcast import offered_rids

OFFER_BYTES = 48_000
M_LINES = 40
CANDIDATES = 50

AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"
TRANSPORT_CC = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
ABS_SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"
MID = "urn:ietf:params:rtp-hdrext:sdes:mid"
RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"
REPAIRED_RID = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id"

# What the answer takes of what is offered, by (kind, whether it is a slot). A slot video has no transport-cc, so
# that browsers send REMB for it.
_EXTENSIONS = {
    ("audio", False): (AUDIO_LEVEL, TRANSPORT_CC, MID),
    ("video", False): (TRANSPORT_CC, MID),
    ("audio", True): (AUDIO_LEVEL, ABS_SEND_TIME, MID),
    ("video", True): (ABS_SEND_TIME, MID),
}
_LAYERED = (TRANSPORT_CC, MID, RID, REPAIRED_RID)
"""Of a published video in layers."""
_FEEDBACK = {
    ("audio", False): ("transport-cc",),
    ("video", False): ("ccm fir", "nack", "nack pli", "transport-cc"),
    ("audio", True): (),
    ("video", True): ("ccm fir", "nack", "nack pli", "goog-remb"),
}
# RFC 5761, section 4: with the marker, 64 to 95 look like RTCP.
_PAYLOAD_TYPES = (*range(64), *range(96, 128))
_OPUS_PARAMETERS = "useinbandfec=1;usedtx=1;minptime=10"

_MID_TOKEN = re.compile(r"[A-Za-z0-9._-]{1,16}")  # 16 is the longest that a one-byte extension holds
UFRAG = re.compile(r"[A-Za-z0-9+/]{4,256}")
_PWD = re.compile(r"[A-Za-z0-9+/]{22,256}")


class SdpError(ValueError):
    """An offer that is not answered. `code` is for programs, `detail` for people; neither quotes the offer.

    Codes: too_large, bad_sdp, bad_layout, bad_layers, bad_ice, bad_dtls, bad_bundle, no_codec, no_connection.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Line:
    """One m-line as agreed: what it carries and which of the offered feedback is taken."""

    kind: str  # audio, video
    stream: Publication | Slot
    feedback: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What the connection needs to know of an offer."""

    ice_ufrag: str
    fingerprints: tuple[Fingerprint, ...]
    lines: tuple[Line, ...]  # in the offer's order
    negotiated: Negotiated

    @property
    def ssrcs(self) -> tuple[int, ...]:
        """Every SSRC that the client announced."""
        published = (self.negotiated.audio, self.negotiated.video)
        return tuple(ssrc for p in published if p is not None for ssrc in (*p.ssrcs, *p.rtx_ssrcs))


def parse_offer(text: str, seats: int, *, first_ssrc: int | None = None) -> Offer:
    """Read and check an offer for a circle of at most `seats` seats.

    `first_ssrc` is the lowest SSRC of the slots, chosen at random by default. Raises SdpError, nothing else.
    """
    _check_size(text)
    try:
        description = SessionDescription.parse(text)
    except Exception:  # aiortc's parser raises AssertionError, IndexError, KeyError, StopIteration and more
        raise SdpError("bad_sdp", "the offer is not a session description") from None
    media = description.media
    _check_layout(media, seats)
    _check_bundle(description)
    mids = [m.rtp.muxId for m in media]
    if len(set(mids)) != len(mids) or not all(_MID_TOKEN.fullmatch(mid) for mid in mids):
        raise SdpError("bad_layout", "every m-line needs a mid of its own")
    rids = _rids(text, media[1])
    published = [_publication(media[0], ()), _publication(media[1], rids)]
    taken = {source.ssrc for m in media for source in m.ssrc}
    base = _first_ssrc(3 * seats, taken) if first_ssrc is None else first_ssrc
    slots = [_slot(m, 1 + index // 2, base) for index, m in enumerate(media[2:])]
    streams: list[Publication | Slot] = [*published, *slots]
    return Offer(
        ice_ufrag=_ice_ufrag(media[0]),
        fingerprints=_fingerprints(media[0]),
        lines=tuple(Line(m.kind, s, _feedback(m, s)) for m, s in zip(media, streams, strict=True)),
        negotiated=Negotiated(
            audio=published[0],
            video=published[1],
            audio_slots={s.seat: s for s in slots[0::2]},
            video_slots={s.seat: s for s in slots[1::2]},
        ),
    )


def build_answer(
    offer: Offer,
    *,
    ufrag: str,
    pwd: str,
    fingerprint: Fingerprint,
    addresses: Sequence[tuple[str, int]],
    tcp: bool = False,
) -> str:
    """The answer, where the server is ICE-lite, the DTLS client, and reachable at `addresses` (host, port) by UDP, and
    with `tcp` by connections to the same."""
    lines = [
        "v=0",
        "o=- 1 1 IN IP4 0.0.0.0",
        "s=-",
        "t=0 0",
        f"a=group:BUNDLE {' '.join(line.stream.mid for line in offer.lines)}",
        "a=msid-semantic:WMS *",
        "a=ice-lite",
        f"a=ice-ufrag:{ufrag}",
        f"a=ice-pwd:{pwd}",
        f"a=fingerprint:{fingerprint.algorithm} {fingerprint.value}",
        "a=setup:active",
    ]
    for index, line in enumerate(offer.lines):
        lines += _section(line, _candidates(addresses, tcp) if index == 0 else ())
    return "\r\n".join(lines) + "\r\n"


# Checking


def _check_size(text: str) -> None:
    if len(text) > OFFER_BYTES or len(text.encode(errors="replace")) > OFFER_BYTES:
        raise SdpError("too_large", f"an offer has at most {OFFER_BYTES} bytes")
    if sum(line.startswith("m=") for line in text.splitlines()) > M_LINES:
        raise SdpError("too_large", f"an offer has at most {M_LINES} m-lines")
    if text.count("a=candidate:") > CANDIDATES:
        raise SdpError("too_large", f"an offer has at most {CANDIDATES} candidates")


def _check_layout(media: Sequence[MediaDescription], seats: int) -> None:
    if len(media) < 2 or len(media) % 2:
        raise SdpError("bad_layout", "two published m-lines come first, then two for every seat")
    if len(media) > 2 + 2 * seats or len(media) > M_LINES:
        raise SdpError("bad_layout", f"the circle has {seats} seats, the offer more")
    for index, m in enumerate(media):
        kind, direction = ("audio", "video")[index % 2], "sendonly" if index < 2 else "recvonly"
        if m.kind != kind or m.direction != direction or m.profile != "UDP/TLS/RTP/SAVPF":
            raise SdpError(
                "bad_layout", f"m-line {index + 1} should be {direction} {kind} over UDP/TLS/RTP/SAVPF"
            )


def _check_bundle(description: SessionDescription) -> None:
    mids = [m.rtp.muxId for m in description.media]
    bundles = [group.items for group in description.group if group.semantic == "BUNDLE"]
    if bundles != [mids] or not all(m.rtcp_mux for m in description.media):
        raise SdpError("bad_bundle", "all m-lines need to be in one BUNDLE group, with rtcp-mux")


def _ice_ufrag(first: MediaDescription) -> str:
    ufrag = first.ice.usernameFragment if first.ice is not None else None
    pwd = first.ice.password if first.ice is not None else None
    if not ufrag or not pwd or not UFRAG.fullmatch(ufrag) or not _PWD.fullmatch(pwd):
        raise SdpError("bad_ice", "ice-ufrag or ice-pwd is missing or malformed")
    return ufrag


def _fingerprints(first: MediaDescription) -> tuple[Fingerprint, ...]:
    # aiortc drops the fingerprints of a section without a=setup. "client" is setup:active: as we are active
    # ourselves, nobody would answer.
    if first.dtls is None or first.dtls.role == "client":
        raise SdpError("bad_dtls", "a=setup has to be actpass or passive")
    known = tuple(
        Fingerprint(f.algorithm.lower(), f.value)
        for f in first.dtls.fingerprints
        if f.algorithm.lower() in ("sha-256", "sha-384", "sha-512")
    )
    if not known:
        raise SdpError("bad_dtls", "the offer has no fingerprint of the sha-2 family")
    return known


# Reading m-lines


def _rids(text: str, video: MediaDescription) -> tuple[str, ...]:
    """Of the published video; the one offered m-line that may have layers."""
    try:
        rids = offered_rids(text, line=1)
    except ValueError as error:
        raise SdpError("bad_layers", str(error)) from None
    if rids and RID not in _extensions(video, _LAYERED):
        raise SdpError("bad_layers", "layers need the header extension of their rid")
    return rids


def _publication(m: MediaDescription, rids: tuple[str, ...]) -> Publication:
    announced = [s.ssrc for s in m.ssrc if 0 < s.ssrc < 1 << 32]
    pairs = [g.items for g in m.ssrc_group if g.semantic == "FID" and len(g.items) == 2]
    rtx = tuple(int(retransmission) for _, retransmission in pairs)
    return Publication(
        mid=m.rtp.muxId,
        codec=_codec(m, slot=False),
        extensions=_extensions(m, _LAYERED if rids else _EXTENSIONS[m.kind, False]),
        # Which of them is which layer only the packets say.
        ssrcs=() if rids else tuple(ssrc for ssrc in announced if ssrc not in rtx),
        rtx_ssrcs=() if rids else tuple(ssrc for ssrc in rtx if ssrc in announced),
        rids=rids,
    )


def _slot(m: MediaDescription, seat: int, base: int) -> Slot:
    codec = _codec(m, slot=True)
    extensions = _extensions(m, _EXTENSIONS[m.kind, True])
    ssrc = base + 3 * (seat - 1)
    if m.kind == "audio":
        return Slot(seat, m.rtp.muxId, codec, extensions, ssrc, None)
    rtx_ssrc = None if codec.rtx_payload_type is None else ssrc + 2
    return Slot(seat, m.rtp.muxId, codec, extensions, ssrc + 1, rtx_ssrc)


def _codec(m: MediaDescription, *, slot: bool) -> Codec:
    wanted, rate = ("audio/opus", 48000) if m.kind == "audio" else ("video/vp8", 90000)
    usable = {
        c.payloadType: c for c in m.rtp.codecs if c.payloadType in m.fmt and c.payloadType in _PAYLOAD_TYPES
    }
    number = next(
        (n for n, c in usable.items() if c.mimeType.lower() == wanted and c.clockRate == rate), None
    )
    if number is None:
        raise SdpError("no_codec", f"a {m.kind} m-line does not offer {wanted.partition('/')[2]}")
    rtx = (
        n
        for n, c in usable.items()
        if c.mimeType.lower() == "video/rtx" and c.parameters.get("apt") == number
    )
    red = (n for n, c in usable.items() if c.mimeType.lower() == "audio/red" and c.clockRate == rate)
    return Codec(number, next(rtx, None), next(red, None) if slot else None)


def _extensions(m: MediaDescription, wanted: tuple[str, ...]) -> dict[str, int]:
    # Ids beyond 14 would need two-byte headers (RFC 8285), which the answer does not negotiate.
    return {e.uri: e.id for e in m.rtp.headerExtensions if e.uri in wanted and 1 <= e.id <= 14}


def _feedback(m: MediaDescription, stream: Publication | Slot) -> tuple[str, ...]:
    codec = next(c for c in m.rtp.codecs if c.payloadType == stream.codec.payload_type)
    offered = {f"{f.type} {f.parameter}" if f.parameter else f.type for f in codec.rtcpFeedback}
    return tuple(f for f in _FEEDBACK[m.kind, isinstance(stream, Slot)] if f in offered)


def _first_ssrc(count: int, taken: Iterable[int]) -> int:
    """A random start for `count` SSRCs in a row, none of them in use by the client."""
    while True:
        base = 1 + secrets.randbelow((1 << 32) - 1 - count)
        if not any(base <= ssrc < base + count for ssrc in taken):
            return base


# Writing


def _candidates(addresses: Sequence[tuple[str, int]], tcp: bool) -> list[str]:
    # RFC 8445, section 5.1.2.1: host candidates (126), and a local preference that falls from address to address.
    udp = [
        f"a=candidate:{n + 1} 1 udp {126 << 24 | (65535 - n) << 8 | 255} {host} {port} typ host"
        for n, (host, port) in enumerate(addresses)
    ]
    # RFC 6544, section 4.2: after all of UDP; the direction "passive" (2) leads the local preference.
    passive = [
        f"a=candidate:{len(udp) + n + 1} 1 tcp {90 << 24 | (2 << 13 | 8191 - n) << 8 | 255} {host} {port} "
        "typ host tcptype passive"
        for n, (host, port) in enumerate(addresses if tcp else ())
    ]
    return [*udp, *passive, "a=end-of-candidates"]


def _section(line: Line, candidates: Sequence[str]) -> list[str]:
    stream, codec = line.stream, line.stream.codec
    # The first is what is sent as a rule; redundant audio only to those who lose much (redundancy.py).
    types = (codec.payload_type, codec.rtx_payload_type, codec.red_payload_type)
    formats = [number for number in types if number is not None]
    lines = [
        f"m={line.kind} 9 UDP/TLS/RTP/SAVPF {' '.join(map(str, formats))}",
        "c=IN IP4 0.0.0.0",
        *candidates,
        f"a=mid:{stream.mid}",
        "a=sendonly" if isinstance(stream, Slot) else "a=recvonly",
        "a=rtcp-mux",
        *(f"a=extmap:{number} {uri}" for uri, number in stream.extensions.items()),
        *_formats(line.kind, codec),
        *(f"a=rtcp-fb:{codec.payload_type} {feedback}" for feedback in line.feedback),
    ]
    return lines + (_sources(line.kind, stream) if isinstance(stream, Slot) else _layers(stream))


def _formats(kind: str, codec: Codec) -> list[str]:
    if kind == "audio":
        number = codec.payload_type
        lines = [f"a=rtpmap:{number} opus/48000/2", f"a=fmtp:{number} {_OPUS_PARAMETERS}"]
        red = codec.red_payload_type
        return (
            lines
            if red is None
            else [*lines, f"a=rtpmap:{red} red/48000/2", f"a=fmtp:{red} {number}/{number}"]
        )
    lines = [f"a=rtpmap:{codec.payload_type} VP8/90000"]
    if codec.rtx_payload_type is not None:
        lines += [
            f"a=rtpmap:{codec.rtx_payload_type} rtx/90000",
            f"a=fmtp:{codec.rtx_payload_type} apt={codec.payload_type}",
        ]
    return lines


def _layers(publication: Publication) -> list[str]:
    if not publication.rids:
        return []
    rids = publication.rids
    return [*(f"a=rid:{rid} recv" for rid in rids), f"a=simulcast:recv {';'.join(rids)}"]


def _sources(kind: str, slot: Slot) -> list[str]:
    name = f"seat{slot.seat}"  # audio and video of a seat are one stream, so that browsers keep lips in step
    ssrcs = [slot.ssrc] + ([slot.rtx_ssrc] if slot.rtx_ssrc is not None else [])
    lines = [f"a=msid:{name} {name}-{kind}"]
    if slot.rtx_ssrc is not None:
        lines.append(f"a=ssrc-group:FID {slot.ssrc} {slot.rtx_ssrc}")
    for ssrc in ssrcs:
        lines += [f"a=ssrc:{ssrc} cname:{name}", f"a=ssrc:{ssrc} msid:{name} {name}-{kind}"]
    return lines
