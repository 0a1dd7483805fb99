"""The light peer's offer and the server's answer understand each other."""

from __future__ import annotations

from server.media.dtls import Fingerprint
from server.media.sdp import build_answer, parse_offer
from server.rehearsal.offer import (
    AUDIO,
    AUDIO_LEVEL,
    OPUS,
    RTX,
    TRANSPORT_SEQUENCE,
    VIDEO,
    VP8,
    Stream,
    parse_answer,
)
from server.rehearsal.peer import LightPeer

SEATS = 16


def test_the_server_takes_all_that_the_light_peer_offers() -> None:
    peer = LightPeer(seats=SEATS)
    agreed = parse_offer(peer.offer(), SEATS).negotiated
    assert agreed.audio is not None and agreed.video is not None
    assert agreed.audio.codec.payload_type == OPUS
    assert set(agreed.audio.extensions.values()) >= {AUDIO_LEVEL, TRANSPORT_SEQUENCE}
    assert (agreed.video.codec.payload_type, agreed.video.codec.rtx_payload_type) == (VP8, RTX)
    assert agreed.audio.ssrcs == (peer.audio.ssrc,)
    assert (agreed.video.ssrcs, agreed.video.rtx_ssrcs) == ((peer.video.ssrc,), (peer.video.rtx_ssrc,))
    assert set(agreed.audio_slots) == set(agreed.video_slots) == set(range(1, SEATS + 1))


def test_the_light_peer_reads_every_slot_and_address_from_the_servers_answer() -> None:
    offer = parse_offer(LightPeer(seats=SEATS).offer(), SEATS)
    addresses = [("127.0.0.1", 40000), ("192.0.2.7", 40000)]
    text = build_answer(
        offer, ufrag="abcd", pwd="p" * 22, fingerprint=Fingerprint("sha-256", "AB:CD"), addresses=addresses
    )
    answer = parse_answer(text)
    assert (answer.ufrag, answer.password, answer.fingerprint) == ("abcd", "p" * 22, "AB:CD")
    assert answer.candidates == addresses
    expected = {slot.ssrc: Stream(seat, AUDIO) for seat, slot in offer.negotiated.audio_slots.items()}
    for seat, slot in offer.negotiated.video_slots.items():
        expected[slot.ssrc] = Stream(seat, VIDEO)
        if slot.rtx_ssrc is not None:
            expected[slot.rtx_ssrc] = Stream(seat, VIDEO, retransmission=True)
    assert answer.streams == expected
    assert len(answer.streams) == 3 * SEATS
