"""What a light peer says and understands of SDP: its one offer, and the few lines it needs of the answer.

The m-lines are, in order: publish audio, publish video, then audio and video of each seat. Payload types and extension
ids differ from those browsers choose, so that a forwarder which forgets to map them is found out.
May import the standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field

AUDIO, VIDEO = "audio", "video"
OPUS, VP8, RTX = 109, 120, 121  # payload types
AUDIO_LEVEL, SEND_TIME, MID, TRANSPORT_SEQUENCE = 5, 6, 7, 9  # header-extension ids
_URIS = {
    AUDIO_LEVEL: "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
    SEND_TIME: "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
    MID: "urn:ietf:params:rtp-hdrext:sdes:mid",
    TRANSPORT_SEQUENCE: "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
}
_CODEC = {
    AUDIO: (
        f"a=rtpmap:{OPUS} opus/48000/2",
        f"a=fmtp:{OPUS} minptime=10;useinbandfec=1;usedtx=1",
        f"a=rtcp-fb:{OPUS} transport-cc",
    ),
    VIDEO: (
        f"a=rtpmap:{VP8} VP8/90000",
        f"a=rtcp-fb:{VP8} ccm fir",
        f"a=rtcp-fb:{VP8} nack",
        f"a=rtcp-fb:{VP8} nack pli",
        f"a=rtcp-fb:{VP8} goog-remb",
        f"a=rtcp-fb:{VP8} transport-cc",
        f"a=rtpmap:{RTX} rtx/90000",
        f"a=fmtp:{RTX} apt={VP8}",
    ),
}
_PAYLOAD_TYPES = {AUDIO: f"{OPUS}", VIDEO: f"{VP8} {RTX}"}


class AnswerError(ValueError):
    """The answer lacks something a peer cannot do without; the text names it."""


@dataclass(frozen=True, slots=True)
class Local:
    """The peer's own side: ICE credentials, certificate fingerprint (sha-256, colons) and the SSRCs it will send."""

    ufrag: str
    password: str
    fingerprint: str
    audio_ssrc: int
    video_ssrc: int
    rtx_ssrc: int


@dataclass(frozen=True, slots=True)
class Stream:
    """Which slot an incoming SSRC belongs to."""

    seat: int
    kind: str  # AUDIO or VIDEO
    retransmission: bool = False


@dataclass(slots=True)
class Answer:
    """The server's side: where to send checks, their password, whose certificate to expect, which SSRCs come."""

    ufrag: str = ""
    password: str = ""
    fingerprint: str = ""
    candidates: list[tuple[str, int]] = field(default_factory=list)
    streams: dict[int, Stream] = field(default_factory=dict)


def mid_of(kind: str, seat: int = 0) -> str:
    """The mid of a slot, or of the own publication with seat 0."""
    return str(2 * seat + (kind == VIDEO))


def build_offer(local: Local, seats: int) -> str:
    """The offer's SDP with two publications and `seats` pairs of slots."""
    mids = " ".join(str(number) for number in range(2 * seats + 2))
    lines = [
        "v=0",
        "o=- 1 1 IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        f"a=group:BUNDLE {mids}",
        "a=msid-semantic: WMS *",
    ]
    for seat in range(seats + 1):
        for kind in (AUDIO, VIDEO):
            lines += _section(local, kind, seat)
    return "\r\n".join(lines) + "\r\n"


def _section(local: Local, kind: str, seat: int) -> list[str]:
    extensions = (*((AUDIO_LEVEL,) if kind == AUDIO else ()), SEND_TIME if seat else TRANSPORT_SEQUENCE, MID)
    lines = [
        f"m={kind} 9 UDP/TLS/RTP/SAVPF {_PAYLOAD_TYPES[kind]}",
        "c=IN IP4 0.0.0.0",
        "a=rtcp:9 IN IP4 0.0.0.0",
        f"a=ice-ufrag:{local.ufrag}",
        f"a=ice-pwd:{local.password}",
        f"a=fingerprint:sha-256 {local.fingerprint}",
        "a=setup:actpass",
        f"a=mid:{mid_of(kind, seat)}",
        *(f"a=extmap:{number} {_URIS[number]}" for number in extensions),
        "a=recvonly" if seat else "a=sendonly",
        "a=rtcp-mux",
        *_CODEC[kind],
    ]
    if seat:
        return lines
    lines.append(f"a=msid:rehearsal {kind}")
    if kind == VIDEO:
        lines.append(f"a=ssrc-group:FID {local.video_ssrc} {local.rtx_ssrc}")
    ssrcs = (local.audio_ssrc,) if kind == AUDIO else (local.video_ssrc, local.rtx_ssrc)
    return lines + [f"a=ssrc:{ssrc} cname:rehearsal" for ssrc in ssrcs]


def parse_answer(sdp: str) -> Answer:
    """Read an answer to `build_offer`. Raises AnswerError when it cannot be used."""
    answer = Answer()
    mid, announced, pairs = "", list[tuple[str, int]](), dict[int, int]()
    for line in sdp.splitlines():
        name, _, value = line.removeprefix("a=").partition(":")
        match name:
            case "mid":
                mid = value
            case "ice-ufrag":
                answer.ufrag = value
            case "ice-pwd":
                answer.password = value
            case "fingerprint":
                answer.fingerprint = value.removeprefix("sha-256 ")
            case "candidate":
                _take_candidate(answer, value.split())
            case "ssrc":
                announced.append((mid, int(value.split()[0])))
            case "ssrc-group" if value.startswith("FID "):
                first, second = value.split()[1:3]
                pairs[int(second)] = int(first)
    for of_mid, ssrc in announced:
        if of_mid.isdigit() and int(of_mid) >= 2:
            kind = VIDEO if int(of_mid) % 2 else AUDIO
            answer.streams[ssrc] = Stream(int(of_mid) // 2, kind, ssrc in pairs)
    for wanted in ("ufrag", "password", "fingerprint", "candidates"):
        if not getattr(answer, wanted):
            raise AnswerError(f"the answer has no {wanted}")
    return answer


def _take_candidate(answer: Answer, words: list[str]) -> None:
    if len(words) >= 6 and words[2].lower() == "udp" and ":" not in words[4]:
        address = (words[4], int(words[5]))
        if address not in answer.candidates:
            answer.candidates.append(address)
