"""DTLS-SRTP (RFC 5763, RFC 5764) for one connection, in either role; somebody else carries the datagrams.

The only module that touches aiortc's private names; tests/server/media/test_dtls.py holds them to a contract
and the version is pinned exactly. May import the standard library, aiortc and pylibsrtp.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pylibsrtp
from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport
from OpenSSL import SSL

AIORTC_VERSION = "1.16.0"
FIRST_RESEND_S = 0.1  # OpenSSL itself would wait a whole second
RESEND_BACKOFF = 1.5
WAITING_DATAGRAMS = 32  # a handshake needs a handful; a flood is dropped

_DIGESTS = ("sha-256", "sha-384", "sha-512")


class DtlsError(Exception):
    """The handshake failed. `reason` is one of failed, timeout, no_fingerprint, closed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A certificate's digest as in `a=fingerprint` (RFC 8122): algorithm, and hex pairs joined by colons."""

    algorithm: str
    value: str


class Certificate:
    """A self-signed ECDSA P-256 certificate and its key; one a process is enough. Valid for 30 days."""

    def __init__(self) -> None:
        self._certificate = RTCCertificate.generateCertificate()
        digests = {f.algorithm: f.value for f in self._certificate.getFingerprints()}
        self.fingerprint = Fingerprint("sha-256", digests["sha-256"])


@dataclass(frozen=True, slots=True)
class SrtpSessions:
    """The keys of a finished handshake. The four functions take and return bytes, and raise
    `pylibsrtp.Error` (bad authentication, replay), ValueError (over 1500 bytes) or TypeError (not bytes)."""

    inbound: pylibsrtp.Session
    outbound: pylibsrtp.Session
    unprotect: Callable[[bytes], bytes]
    protect: Callable[[bytes], bytes]
    unprotect_rtcp: Callable[[bytes], bytes]
    protect_rtcp: Callable[[bytes], bytes]

    @classmethod
    def of(cls, inbound: pylibsrtp.Session, outbound: pylibsrtp.Session) -> SrtpSessions:
        return cls(
            inbound=inbound,
            outbound=outbound,
            unprotect=inbound.unprotect,
            protect=outbound.protect,
            unprotect_rtcp=inbound.unprotect_rtcp,
            protect_rtcp=outbound.protect_rtcp,
        )


class Dtls:
    """One DTLS association.

    `send` is called with each datagram to put on the path and must not raise. Give every DTLS datagram that
    arrives to `feed`. `on_keys` is called once with the keys: a client has them as soon as its own Finished is sent,
    half a round trip before the other's comes, if that is safe (docs/decisions/0065); the handshake may still fail.
    `on_close` is called once when the other side sends close_notify after the handshake, never for our own `close`.
    Needs a running event loop.
    """

    def __init__(
        self,
        certificate: Certificate,
        send: Callable[[bytes], object],
        *,
        client: bool,
        on_keys: Callable[[SrtpSessions], None] | None = None,
        on_close: Callable[[], None] | None = None,
    ) -> None:
        self._on_keys = on_keys
        self._on_close = on_close
        self._carrier = _Carrier(send, resend=client, on_sent=self._on_sent)
        # aiortc asks of its transport only `role`, `_recv` and `_send`.
        self._transport = RTCDtlsTransport(self._carrier, [certificate._certificate])  # type: ignore[arg-type]
        self._transport._set_role("client" if client else "server")
        self._transport.on("statechange", self._on_state_change)
        self._expected = RTCDtlsParameters()
        self._sessions: SrtpSessions | None = None
        self._closing = False

    async def handshake(
        self, fingerprints: Sequence[Fingerprint], *, timeout_s: float = 30.0
    ) -> SrtpSessions:
        """Run the handshake once, with whoever holds a certificate that all of `fingerprints` match.

        Raises DtlsError. A client must have somewhere to send to before it calls this.
        """
        known = [
            RTCDtlsFingerprint(f.algorithm, f.value) for f in fingerprints if f.algorithm.lower() in _DIGESTS
        ]
        if not known:
            raise DtlsError("no_fingerprint")
        self._expected = RTCDtlsParameters(fingerprints=known)
        try:
            await asyncio.wait_for(self._transport.start(self._expected), timeout_s)
        except TimeoutError:
            raise DtlsError("timeout") from None
        except Exception:  # a malformed certificate makes OpenSSL's wrappers raise almost anything
            raise DtlsError("failed") from None
        finally:
            self._carrier.settle()
        if self._closing:
            raise DtlsError("closed")
        if self._transport.state != "connected":
            raise DtlsError("failed")
        return self._sessions or self._have_keys()

    @property
    def trip_ms(self) -> int | None:
        """From the first datagram sent to the first that came; None before that."""
        return self._carrier.trip_ms

    def feed(self, datagram: bytes) -> bool:
        """Take one datagram that arrived. False if it is not DTLS (RFC 7983) or too many are waiting."""
        return self._carrier.put(datagram)

    def resend(self) -> None:
        """Send the last flight again now, if nothing has answered it: the path there has just changed."""
        self._carrier.resend()

    async def close(self) -> None:
        """Send close_notify and end. Safe at any time, also during the handshake and a second time."""
        if self._closing:
            return
        self._closing = True
        await self._transport.stop()
        self._carrier.end()

    def _on_sent(self) -> None:
        """A client that has said its own Finished, and not heard the other's, may use its keys: RFC 7918."""
        ssl = self._transport._ssl
        if ssl is None or self._on_keys is None or self._sessions is not None or self._closing:
            return
        if ssl.get_finished() is None or ssl.get_peer_finished() is not None or not _is_strong(ssl):
            return
        self._transport._validate_peer_identity(self._expected)
        if self._transport.state != "failed":
            self._transport._setup_srtp()
        if self._transport.state != "failed":
            self._have_keys()

    def _have_keys(self) -> SrtpSessions:
        self._sessions = SrtpSessions.of(self._transport._rx_srtp, self._transport._tx_srtp)
        if self._on_keys is not None:
            self._on_keys(self._sessions)
        return self._sessions

    def _on_state_change(self) -> None:
        if self._transport.state == "closed" and not self._closing and self._on_close is not None:
            self._on_close()


def _is_strong(ssl: SSL.Connection) -> bool:
    """Forward-secret and authenticated, as RFC 7918 wants of whoever sends before the handshake is whole."""
    suite = ssl.get_cipher_name() or ""
    return (
        ssl.get_protocol_version_name() == "DTLSv1.2"
        and suite.startswith("ECDHE-")
        and ("-GCM-" in suite or "CHACHA20" in suite)
    )


class _Carrier:
    """What RTCDtlsTransport takes for its ICE transport: a bounded queue one way, a function the other way.

    A client sends its last flight again until something answers it: OpenSSL's own timer is slow.
    """

    role = "controlled"  # read by aiortc's statistics only: the DTLS role is always set explicitly

    def __init__(self, send: Callable[[bytes], object], *, resend: bool, on_sent: Callable[[], None]) -> None:
        self._transmit = send
        self._on_sent = on_sent
        self._resend = resend
        self._arrived: asyncio.Queue[bytes] = asyncio.Queue(WAITING_DATAGRAMS + 1)
        self._last = b""
        self._began_s: float | None = None
        self.trip_ms: int | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._ended = False

    async def _recv(self) -> bytes:
        if self._ended and self._arrived.empty():
            raise ConnectionError
        datagram = await self._arrived.get()
        if not datagram:
            raise ConnectionError
        return datagram

    async def _send(self, datagram: bytes) -> None:
        self._transmit(datagram)
        if self._began_s is None:
            self._began_s = asyncio.get_running_loop().time()
        if self._resend:
            self._last = datagram
            self._arm(FIRST_RESEND_S)
            self._on_sent()

    def put(self, datagram: bytes) -> bool:
        if not datagram or not 20 <= datagram[0] <= 63 or self._ended:
            return False
        if self._arrived.qsize() >= WAITING_DATAGRAMS:
            return False
        self._disarm()
        if self.trip_ms is None and self._began_s is not None:
            self.trip_ms = round(1000 * (asyncio.get_running_loop().time() - self._began_s))
        self._arrived.put_nowait(datagram)
        return True

    def resend(self) -> None:
        if self._timer is not None:  # a flight waits for its answer
            self._transmit(self._last)
            self._arm(FIRST_RESEND_S)

    def settle(self) -> None:
        """The handshake is over: nothing is sent twice from now on."""
        self._resend = False
        self._disarm()

    def end(self) -> None:
        if not self._ended:
            self._ended = True
            self._arrived.put_nowait(b"")  # its place is kept free: wakes a waiting _recv

    def _arm(self, delay_s: float) -> None:
        self._disarm()
        self._timer = asyncio.get_running_loop().call_later(delay_s, self._again, delay_s)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _again(self, delay_s: float) -> None:
        self._transmit(self._last)
        self._arm(delay_s * RESEND_BACKOFF)
