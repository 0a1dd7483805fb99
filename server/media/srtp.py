"""SRTP and SRTCP (RFC 3711, RFC 7714) over one packet at a time, without copies the loop does not need.

`pylibsrtp.Session.protect` and its three sisters do the same and are the fallback: the forwarder takes any
functions of these shapes. These ones keep one buffer a direction and hand out a view of it, which saves about
a third of the time of a packet. The only module that touches pylibsrtp's private names (`_binding`,
`Session._srtp`); tests/server/media/test_srtp.py holds them to a contract and the version is pinned exactly.
May import the standard library and pylibsrtp.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pylibsrtp
from pylibsrtp import _binding

PYLIBSRTP_VERSION = "1.0.0"
LONGEST = 1500  # bytes of a packet before protection, or of a datagram before unprotection

_TRAILER = 4 + 16 + 128  # SRTCP index, authentication tag, MKI: what protection may append

_ffi: Any = _binding.ffi
_lib: Any = _binding.lib


def protector(session: pylibsrtp.Session) -> Callable[[bytes], memoryview]:
    """A function that protects an RTP packet. What it returns is valid until its next call.

    It raises `pylibsrtp.Error` (a sequence number too old to send, no stream) or ValueError (too long).
    """
    return _bound(session, _lib.srtp_protect)


def rtcp_protector(session: pylibsrtp.Session) -> Callable[[bytes], memoryview]:
    """The same for a compound RTCP packet."""
    return _bound(session, _lib.srtp_protect_rtcp)


def unprotector(session: pylibsrtp.Session) -> Callable[[bytes], bytes]:
    """A function that authenticates and decrypts an SRTP datagram.

    It raises `pylibsrtp.Error` (authentication, replay) or ValueError (too long).
    """
    opened = _bound(session, _lib.srtp_unprotect)
    return lambda datagram: bytes(opened(datagram))


def rtcp_unprotector(session: pylibsrtp.Session) -> Callable[[bytes], bytes]:
    """The same for an SRTCP datagram."""
    opened = _bound(session, _lib.srtp_unprotect_rtcp)
    return lambda datagram: bytes(opened(datagram))


def addresses() -> tuple[int, int, int]:
    """Where libsrtp's `srtp_protect(context, packet, &size)`, `srtp_unprotect` and `srtp_protect_rtcp` lie, for calls
    from C."""
    functions = (
        _ffi.addressof(_lib, name) for name in ("srtp_protect", "srtp_unprotect", "srtp_protect_rtcp")
    )
    protect, unprotect, protect_rtcp = (int(_ffi.cast("intptr_t", function)) for function in functions)
    return protect, unprotect, protect_rtcp


def context_address(session: pylibsrtp.Session) -> int:
    """Where the session's libsrtp context lies, as long as the session lives."""
    return int(_ffi.cast("intptr_t", session._srtp[0]))


def _bound(session: pylibsrtp.Session, call: Callable[..., int]) -> Callable[[bytes], memoryview]:
    # The buffer is per function: libsrtp runs without the interpreter's lock, so two threads must not share one.
    memory = _ffi.new("char[]", LONGEST + _TRAILER)
    view = memoryview(_ffi.buffer(memory)).cast("B")
    length = _ffi.new("int *")

    def process(packet: bytes) -> memoryview:
        size = len(packet)
        if size > LONGEST:
            raise ValueError("packet is too long")
        view[:size] = packet
        length[0] = size
        # The context is read at each call: `session` stays referenced, so it cannot be freed under us.
        status = call(session._srtp[0], memory, length)
        if status:
            raise pylibsrtp.Error(pylibsrtp.ERRORS[status])
        return view[: length[0]]

    return process
