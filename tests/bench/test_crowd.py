"""The load of the benches must answer as a browser does, or it measures itself."""

from __future__ import annotations

import pytest

from server.media import control, rtcp
from server.rehearsal.reception import starts_keyframe
from tests.bench.crowd import LoadPeer


@pytest.fixture
def peer() -> LoadPeer:
    return LoadPeer()


def test_a_load_peer_answers_a_request_with_a_key_frame(peer: LoadPeer) -> None:
    # What the server sends, as a whole: the load reads only its end.
    request = control._PREFIX + rtcp.picture_loss(control.SERVER_SSRC, peer.video.ssrc)
    peer.show(True)
    assert starts_keyframe(next(peer.video.packets(0)))
    assert not starts_keyframe(next(peer.video.packets(100)))
    peer._take_feedback(request)
    assert starts_keyframe(next(peer.video.packets(110)))


def test_other_feedback_is_no_request(peer: LoadPeer) -> None:
    peer.show(True)
    assert starts_keyframe(next(peer.video.packets(0)))
    peer._take_feedback(control._PREFIX)
    assert not list(peer.video.packets(50)), "the loop goes on as it was"
