"""srtp: the private names of pylibsrtp it stands on, and that it does what the public functions do."""

from __future__ import annotations

import importlib.metadata
import os

import pylibsrtp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylibsrtp import Policy, _binding

from server.media import rtcp, rtp, srtp
from tests.server.media.forwarding_room import CM, GCM, session


def test_the_pin_and_the_private_names() -> None:
    assert importlib.metadata.version("pylibsrtp") == srtp.PYLIBSRTP_VERSION
    for name in ("srtp_protect", "srtp_unprotect", "srtp_protect_rtcp", "srtp_unprotect_rtcp"):
        assert callable(getattr(_binding.lib, name))
    one = session(os.urandom(30), CM, Policy.SSRC_ANY_OUTBOUND)
    assert _binding.ffi.typeof(one._srtp).kind == "pointer"
    assert pylibsrtp.ERRORS[0] == "nothing to report"


@pytest.mark.parametrize("profile", [CM, GCM])
@given(payload=st.binary(max_size=1_300))
def test_bytes_equal_those_of_the_public_functions(profile: int, payload: bytes) -> None:
    key = os.urandom(30 if profile == CM else 28)
    fast, plain = (session(key, profile, Policy.SSRC_ANY_OUTBOUND) for _ in range(2))
    packet = rtp.build(96, 7, 8, 9, payload)
    protected = bytes(srtp.protector(fast)(packet))
    assert protected == plain.protect(packet)
    opened = session(key, profile, Policy.SSRC_ANY_INBOUND)
    assert srtp.unprotector(opened)(protected) == packet
    compound = rtcp.picture_loss(1, 2)
    control = bytes(srtp.rtcp_protector(fast)(compound))
    assert control == plain.protect_rtcp(compound)
    assert srtp.rtcp_unprotector(opened)(control) == compound


def test_damage_replay_and_length_are_refused() -> None:
    key = os.urandom(30)
    protect = srtp.protector(session(key, CM, Policy.SSRC_ANY_OUTBOUND))
    unprotect = srtp.unprotector(session(key, CM, Policy.SSRC_ANY_INBOUND))
    datagram = bytes(protect(rtp.build(96, 7, 8, 9, b"voice")))
    with pytest.raises(pylibsrtp.Error):
        unprotect(datagram[:-1] + bytes((datagram[-1] ^ 1,)))
    assert unprotect(datagram).endswith(b"voice")
    with pytest.raises(pylibsrtp.Error):
        unprotect(datagram)
    with pytest.raises(ValueError, match="too long"):
        unprotect(bytes(srtp.LONGEST + 1))
    with pytest.raises(ValueError, match="too long"):
        protect(bytes(srtp.LONGEST + 1))


def test_the_function_keeps_its_session_alive() -> None:
    protect = srtp.protector(session(os.urandom(30), CM, Policy.SSRC_ANY_OUTBOUND))
    for sequence in range(100):
        assert len(protect(rtp.build(96, sequence, 0, 9, b"x"))) == 12 + 1 + 10
