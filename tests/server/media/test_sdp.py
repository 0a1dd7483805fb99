"""Offers of real browsers and their answers to the letter; and every way in which an offer can be wrong.

tests/golden/ holds what Chromium 156 and Firefox ESR 153 offer for two seats. Firefox has its fingerprint at session
level, bundle-only m-lines, directions on extensions, feedback for codecs that are not there, an ssrc on every line.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from aiortc.sdp import SessionDescription
from hypothesis import example, given
from hypothesis import strategies as st

from server.media.dtls import Fingerprint
from server.media.negotiated import Codec
from server.media.sdp import (
    ABS_SEND_TIME,
    AUDIO_LEVEL,
    CANDIDATES,
    MID,
    OFFER_BYTES,
    REPAIRED_RID,
    RID,
    TRANSPORT_CC,
    SdpError,
    build_answer,
    parse_offer,
)
from server.media.simulcast import offered_rids

GOLDEN = Path(__file__).parents[2] / "golden"
CHROMIUM = (GOLDEN / "offer-chromium.sdp").read_bytes().decode()
FIREFOX = (GOLDEN / "offer-firefox.sdp").read_bytes().decode()
SEATS = 14


def answer_to(offer: str, *, tcp: bool = False) -> str:
    return build_answer(
        parse_offer(offer, SEATS, first_ssrc=5000),
        ufrag="serverUf",
        pwd="serverPassword0123456789",
        fingerprint=Fingerprint("sha-256", "AB:CD"),
        addresses=[("127.0.0.1", 40000), ("192.0.2.7", 40000)],
        tcp=tcp,
    )


def refusal(offer: str, seats: int = SEATS) -> str:
    with pytest.raises(SdpError) as error:
        parse_offer(offer, seats)
    return error.value.code


LAYERS = ("a=rid:q send", "a=rid:h send", "a=simulcast:send q;h")


def with_lines(*lines: str, after: str = "a=mid:1") -> str:
    """Chromium's offer with these lines in the section that holds another line."""
    return CHROMIUM.replace(f"{after}\r\n", "\r\n".join((after, *lines, "")), 1)


def test_a_picture_in_layers_is_taken_by_their_rids_alone() -> None:
    offer = parse_offer(with_lines(*LAYERS), SEATS)
    video = offer.negotiated.video
    assert video is not None
    assert (video.rids, video.ssrcs, video.rtx_ssrcs) == (("q", "h"), (), ())
    assert (video.extensions[RID], video.extensions[REPAIRED_RID]) == (10, 11)
    section = answer_to(with_lines(*LAYERS)).partition("a=mid:1\r\n")[2].partition("m=")[0].splitlines()
    assert section[-3:] == ["a=rid:q recv", "a=rid:h recv", "a=simulcast:recv q;h"]
    assert f"a=extmap:10 {RID}" in section
    assert f"a=extmap:11 {REPAIRED_RID}" in section


def test_the_order_of_layers_is_that_of_the_simulcast_line() -> None:
    offer = parse_offer(
        with_lines("a=simulcast:send q;~h", "a=rid:h send", "a=rid:q send max-width=320"), SEATS
    )
    assert offer.negotiated.video is not None
    assert offer.negotiated.video.rids == ("q", "h")


@pytest.mark.parametrize(
    "lines",
    [
        LAYERS[:2],
        LAYERS[2:],
        (*LAYERS[:2], "a=simulcast:send q;h;f"),
        (*LAYERS, "a=rid:f send"),
        (*LAYERS, LAYERS[2]),
        (LAYERS[0], LAYERS[0], "a=simulcast:send q;q"),
        (*LAYERS[:2], "a=simulcast:recv q;h"),
        (*LAYERS[:2], "a=simulcast:send q,h"),
        ("a=rid:q send", "a=rid:h recv", LAYERS[2]),
        ("a=rid:q send", "a=rid:hé send", LAYERS[2]),
        ("a=rid:q send", f"a=rid:{17 * 'h'} send", f"a=simulcast:send q;{17 * 'h'}"),
        ("a=rid:q send", "a=simulcast:send q"),
    ],
)
def test_layers_that_are_not_said_plainly_are_refused(lines: tuple[str, ...]) -> None:
    assert refusal(with_lines(*lines)) == "bad_layers"


def test_layers_need_their_extension_and_are_the_published_videos_alone() -> None:
    assert refusal(with_lines(*LAYERS).replace(f":10 {RID}", ":10 urn:x")) == "bad_layers"
    assert refusal(with_lines(*LAYERS, after="a=mid:3")) == "bad_layers"


@given(
    st.lists(
        st.sampled_from(["a=rid:", "a=simulcast:", "q", "h", ";", "~", " send", " ", "\n", "m="]), max_size=30
    )
)
def test_no_text_about_layers_raises_anything_else(pieces: list[str]) -> None:
    try:
        rids = offered_rids("m=\nm=\n" + "".join(pieces), line=1)
    except ValueError:
        return
    assert rids == () or len(set(rids)) == 2


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_the_answer_is_the_stored_one(browser: str) -> None:
    offer = {"chromium": CHROMIUM, "firefox": FIREFOX}[browser]
    stored = (GOLDEN / f"answer-{browser}.sdp").read_text().splitlines()
    assert answer_to(offer).splitlines() == stored


def test_what_chromium_offers() -> None:
    offer = parse_offer(CHROMIUM, SEATS, first_ssrc=5000)
    assert offer.ice_ufrag == "Qw+v"
    assert [f.algorithm for f in offer.fingerprints] == ["sha-256"]
    audio, video = offer.negotiated.audio, offer.negotiated.video
    assert audio is not None and video is not None
    assert (audio.mid, audio.codec, audio.ssrcs) == ("0", Codec(111), (1513700140,))
    assert audio.extensions == {AUDIO_LEVEL: 1, TRANSPORT_CC: 3, MID: 4}
    assert (video.mid, video.codec) == ("1", Codec(96, rtx_payload_type=97))
    assert (video.ssrcs, video.rtx_ssrcs) == ((266765991,), (3772634001,))
    assert offer.ssrcs == (1513700140, 266765991, 3772634001)
    slot = offer.negotiated.video_slots[2]
    assert (slot.mid, slot.ssrc, slot.rtx_ssrc) == ("5", 5004, 5005)
    assert slot.extensions == {ABS_SEND_TIME: 2, MID: 4}
    assert offer.negotiated.audio_slots[1].ssrc == 5000
    assert set(offer.negotiated.audio_slots) == set(offer.negotiated.video_slots) == {1, 2}


def test_what_firefox_offers() -> None:
    offer = parse_offer(FIREFOX, SEATS, first_ssrc=5000)
    audio, video = offer.negotiated.audio, offer.negotiated.video
    assert audio is not None and video is not None
    assert (audio.codec, audio.extensions) == (Codec(109), {AUDIO_LEVEL: 1, MID: 3, TRANSPORT_CC: 7})
    assert (video.codec, video.extensions) == (Codec(120, rtx_payload_type=124), {MID: 3, TRANSPORT_CC: 7})
    assert (video.ssrcs, video.rtx_ssrcs) == ((1658713605,), (1004754432,))


def test_redundant_audio_is_agreed_for_slots_where_it_is_offered() -> None:
    with_red = CHROMIUM.replace(
        "a=rtpmap:111 opus/48000/2",
        "a=rtpmap:111 opus/48000/2\r\na=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111",
    ).replace("m=audio 9 UDP/TLS/RTP/SAVPF 111", "m=audio 9 UDP/TLS/RTP/SAVPF 111 63")
    assert with_red.count("red/48000/2") == 3
    negotiated = parse_offer(with_red, SEATS).negotiated
    assert negotiated.audio is not None
    assert negotiated.audio.codec == Codec(111), "a page sends plain Opus"
    assert {slot.codec for slot in negotiated.audio_slots.values()} == {Codec(111, red_payload_type=63)}
    published, *sections = answer_to(with_red).split("m=audio ")[1:]
    assert "red" not in published
    for section in sections:
        assert section.startswith("9 UDP/TLS/RTP/SAVPF 111 63\r\n")
        assert "a=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\n" in section


@pytest.mark.parametrize("offer", [CHROMIUM, FIREFOX])
def test_the_answer_mirrors_the_offer_line_by_line(offer: str) -> None:
    asked, given_back = SessionDescription.parse(offer), SessionDescription.parse(answer_to(offer))
    assert [m.rtp.muxId for m in given_back.media] == [m.rtp.muxId for m in asked.media]
    assert [m.direction for m in given_back.media] == ["recvonly"] * 2 + ["sendonly"] * 4
    for theirs, ours in zip(asked.media, given_back.media, strict=True):
        assert ours.ice is not None and ours.ice.iceLite
        assert ours.dtls is not None and ours.dtls.role == "client"
        assert set(ours.fmt) <= set(theirs.fmt)
        offered = {(e.uri, e.id) for e in theirs.rtp.headerExtensions}
        assert {(e.uri, e.id) for e in ours.rtp.headerExtensions} <= offered
    ssrcs = [s.ssrc for m in given_back.media for s in m.ssrc]
    assert len(ssrcs) == len(set(ssrcs)) == 6


def test_the_way_by_tcp_comes_after_every_way_by_udp() -> None:
    answer = answer_to(CHROMIUM, tcp=True)
    candidates = [line.split() for line in answer.splitlines() if line.startswith("a=candidate:")]
    assert [(words[2], words[4]) for words in candidates] == [
        ("udp", "127.0.0.1"), ("udp", "192.0.2.7"), ("tcp", "127.0.0.1"), ("tcp", "192.0.2.7"),
    ]  # fmt: skip
    assert all(words[6:] == ["typ", "host", "tcptype", "passive"] for words in candidates[2:])
    priorities = [int(words[3]) for words in candidates]
    assert priorities == sorted(priorities, reverse=True)
    assert len({words[0] for words in candidates}) == 4, "each has a foundation of its own"


def test_candidates_stand_in_the_first_section_only() -> None:
    sections = answer_to(CHROMIUM).split("\r\nm=")[1:]
    assert [section.count("a=candidate:") for section in sections] == [2, 0, 0, 0, 0, 0]
    assert "a=end-of-candidates" in sections[0]


def test_slots_never_share_an_ssrc_with_the_client(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(
        [1513700140 - 1 - 41, 1513700140 - 1, 77]
    )  # the client's is the last of the row, the first, absent
    monkeypatch.setattr("server.media.sdp.secrets.randbelow", lambda below: next(drawn))
    assert parse_offer(CHROMIUM, SEATS).negotiated.audio_slots[1].ssrc == 78


def test_slots_have_ssrcs_of_their_own() -> None:
    for _ in range(50):
        negotiated = parse_offer(FIREFOX, SEATS).negotiated
        slots = [*negotiated.audio_slots.values(), *negotiated.video_slots.values()]
        chosen = [ssrc for slot in slots for ssrc in (slot.ssrc, slot.rtx_ssrc) if ssrc is not None]
        assert len(set(chosen)) == 6 and all(0 < ssrc < 1 << 32 for ssrc in chosen)


def test_without_rtx_there_is_no_rtx() -> None:
    offer = parse_offer(CHROMIUM.replace("a=fmtp:97 apt=96\r\n", ""), SEATS)
    assert offer.negotiated.video is not None
    assert offer.negotiated.video.codec.rtx_payload_type is None
    assert offer.negotiated.video_slots[1].rtx_ssrc is None


def test_only_feedback_that_was_offered_is_taken() -> None:
    answer = build_answer(
        parse_offer(CHROMIUM.replace("a=rtcp-fb:96 transport-cc\r\n", ""), SEATS),
        ufrag="u",
        pwd="p",
        fingerprint=Fingerprint("sha-256", "AB"),
        addresses=[],
    )
    assert "96 transport-cc" not in answer and "111 transport-cc" in answer


def test_two_byte_extension_ids_are_left_out() -> None:
    offer = parse_offer(CHROMIUM.replace("a=extmap:1 urn", "a=extmap:15 urn"), SEATS)
    assert offer.negotiated.audio is not None
    assert AUDIO_LEVEL not in offer.negotiated.audio.extensions


@pytest.mark.parametrize(
    ("code", "offer"),
    [
        ("too_large", CHROMIUM + "a=x:" + "y" * OFFER_BYTES),
        ("too_large", "é" * (OFFER_BYTES // 2 + 1)),
        ("too_large", "v=0\r\n" + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n" * 41),
        ("too_large", CHROMIUM + "a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n" * (CANDIDATES + 1)),
        ("bad_sdp", CHROMIUM.replace("m=audio 9", "m=audio nine")),
        ("bad_sdp", CHROMIUM.replace("a=setup:actpass", "a=setup:perhaps")),
        ("bad_sdp", CHROMIUM.replace("a=fmtp:97 apt=96", "a=fmtp:99 apt=96")),
        ("bad_layout", ""),
        ("bad_layout", "hello"),
        ("bad_layout", CHROMIUM.replace("a=recvonly", "a=sendrecv")),
        ("bad_layout", CHROMIUM.replace("a=sendonly", "a=recvonly")),
        ("bad_layout", CHROMIUM[: CHROMIUM.rindex("m=video")]),
        ("bad_layout", CHROMIUM.replace("a=mid:5", "a=mid:4").replace("0 1 2 3 4 5", "0 1 2 3 4 4")),
        ("bad_layout", CHROMIUM.replace("a=mid:5", "a=mid:a/b").replace("0 1 2 3 4 5", "0 1 2 3 4 a/b")),
        ("bad_bundle", CHROMIUM.replace("a=group:BUNDLE 0 1 2 3 4 5", "a=group:BUNDLE 0 1 2 3 4")),
        ("bad_bundle", CHROMIUM.replace("a=group:BUNDLE 0 1 2 3 4 5\r\n", "")),
        ("bad_bundle", CHROMIUM.replace("a=rtcp-mux\r\n", "", 1)),
        ("bad_ice", CHROMIUM.replace("a=ice-ufrag:Qw+v\r\n", "")),
        ("bad_ice", CHROMIUM.replace("a=ice-ufrag:Qw+v", "a=ice-ufrag:Q")),
        ("bad_ice", CHROMIUM.replace("a=ice-pwd:jp5x4lYn3osoltrIpRqR0qe9", "a=ice-pwd:short")),
        ("bad_dtls", CHROMIUM.replace("a=fingerprint:sha-256", "a=fingerprint:md5")),
        ("bad_dtls", CHROMIUM.replace("a=setup:actpass\r\n", "")),
        ("bad_dtls", CHROMIUM.replace("a=setup:actpass", "a=setup:active")),
        ("no_codec", CHROMIUM.replace("VP8/90000", "H264/90000")),
        ("no_codec", CHROMIUM.replace("opus/48000/2", "PCMU/8000")),
        ("no_codec", CHROMIUM.replace("SAVPF 111", "SAVPF 80").replace(":111 ", ":80 ")),
    ],
)
def test_a_wrong_offer_gets_a_code(code: str, offer: str) -> None:
    assert refusal(offer) == code


def test_more_slots_than_seats_are_refused() -> None:
    assert refusal(CHROMIUM, seats=1) == "bad_layout"
    assert parse_offer(CHROMIUM, 2)


def test_an_error_never_quotes_the_offer() -> None:
    with pytest.raises(SdpError) as error:
        parse_offer(CHROMIUM.replace("m=audio 9", "m=SECRET x"), SEATS)
    assert "SECRET" not in str(error.value)
    assert error.value.__cause__ is None and error.value.__suppress_context__


LINES = CHROMIUM.splitlines()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.one_of(
                st.none(),
                st.text(max_size=60),
                st.sampled_from(LINES),
                st.sampled_from(
                    [
                        "a=ssrc:x",
                        "a=extmap:1",
                        "a=rtpmap:96",
                        "a=group:",
                        "a=ssrc-group:FID a b",
                        "m=audio",
                        "a=fingerprint:",
                    ]
                ),
            ),
        ),
        max_size=6,
    )
)
@example([(20, "a=ssrc-group:FID 1 2 3")])
def test_damaged_offers_are_answered_or_refused(damages: list[tuple[int, str | None]]) -> None:
    lines: list[str | None] = list(LINES)
    for at, instead in damages:
        lines[at] = instead
    damaged = "\r\n".join(line for line in lines if line is not None)
    try:
        answer = answer_to(damaged)
    except SdpError:
        return
    assert SessionDescription.parse(answer).media


@given(st.text(max_size=2000))
def test_any_text_is_refused(text: str) -> None:
    assert refusal(text) in {"bad_layout", "bad_sdp", "too_large"}
