"""Two Dtls objects joined in memory, also over a bad link; and the contract with aiortc's private names."""

from __future__ import annotations

import asyncio
import functools
import inspect
import re
from collections.abc import Callable, Coroutine
from importlib.metadata import version
from typing import Any

import async_solipsism
import pylibsrtp
import pytest
from aiortc import RTCCertificate, RTCDtlsTransport
from OpenSSL import SSL

from server.media import dtls
from server.media.dtls import FIRST_RESEND_S, Certificate, Dtls, DtlsError, Fingerprint, SrtpSessions
from tests.waiting import passes, until

RTP = bytes.fromhex("806f0001000003e8cafebabe") + b"spoken"
RTCP = bytes.fromhex("80c90001cafebabe")

Filter = Callable[[int, bytes], bool]


def virtual_time(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run a test on a loop whose seconds cost nothing, so that a lost flight may take its time."""

    @functools.wraps(test)
    def run(*args: Any, **kwargs: Any) -> None:
        with asyncio.Runner(loop_factory=async_solipsism.EventLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run


class Link:
    """Joins two Dtls objects; `passes(n, datagram)` decides on the n-th datagram of each direction."""

    def __init__(self, to_server: Filter | None = None, to_client: Filter | None = None) -> None:
        self.sent = {"client": 0, "server": 0}
        self.certificates = Certificate(), Certificate()
        self.closed: list[str] = []
        self.keys: list[SrtpSessions] = []
        """The client's, as it had them."""
        everything: Filter = lambda n, datagram: True  # noqa: E731
        self.client = Dtls(
            self.certificates[0],
            lambda d: self._carry("client", d, to_server or everything),
            client=True,
            on_keys=self.keys.append,
            on_close=lambda: self.closed.append("client"),
        )
        self.server = Dtls(
            self.certificates[1],
            lambda d: self._carry("server", d, to_client or everything),
            client=False,
            on_close=lambda: self.closed.append("server"),
        )

    def _carry(self, sender: str, datagram: bytes, passes: Filter) -> None:
        self.sent[sender] += 1
        if passes(self.sent[sender], datagram):
            receiver = self.server if sender == "client" else self.client
            asyncio.get_running_loop().call_soon(receiver.feed, datagram)

    async def join(self, timeout_s: float = 30.0) -> tuple[SrtpSessions, SrtpSessions]:
        client, server = await asyncio.gather(*self.both(timeout_s))
        return client, server

    def both(self, timeout_s: float = 30.0) -> tuple[asyncio.Task[SrtpSessions], asyncio.Task[SrtpSessions]]:
        return (
            asyncio.create_task(
                self.client.handshake([self.certificates[1].fingerprint], timeout_s=timeout_s)
            ),
            asyncio.create_task(
                self.server.handshake([self.certificates[0].fingerprint], timeout_s=timeout_s)
            ),
        )


@virtual_time
async def test_both_roles_get_matching_keys() -> None:
    client, server = await Link().join()
    assert server.unprotect(client.protect(RTP)) == RTP
    assert client.unprotect(server.protect(RTP)) == RTP
    assert server.unprotect_rtcp(client.protect_rtcp(RTCP)) == RTCP
    assert client.unprotect_rtcp(server.protect_rtcp(RTCP)) == RTCP
    assert client.protect(RTP)[12:18] != RTP[12:18]
    with pytest.raises(pylibsrtp.Error):
        server.unprotect(server.protect(RTP))


@virtual_time
async def test_replayed_packet_is_refused() -> None:
    client, server = await Link().join()
    packet = client.protect(RTP)
    server.unprotect(packet)
    with pytest.raises(pylibsrtp.Error):
        server.unprotect(packet)


@virtual_time
async def test_how_long_the_first_words_take_there_and_back_is_noted_with_their_repetitions() -> None:
    link = Link(to_server=lambda n, _: n > 1)
    assert link.client.trip_ms is None
    await link.join()
    first = link.client.trip_ms
    assert first == round(1000 * FIRST_RESEND_S)
    await passes(5.0)
    link.server.feed(RTP)
    assert link.client.trip_ms == first


@virtual_time
async def test_lost_first_flight_is_sent_again_before_openssl_would() -> None:
    link = Link(to_server=lambda n, datagram: n > 3)
    started = asyncio.get_running_loop().time()
    await link.join()
    took = asyncio.get_running_loop().time() - started
    assert took == pytest.approx(0.1 + 0.15 + 0.225, abs=0.01)  # virtual seconds


@virtual_time
async def test_a_flight_that_waits_for_its_answer_is_sent_again_when_asked() -> None:
    link = Link(to_server=lambda n, datagram: n > 1)
    started = asyncio.get_running_loop().time()
    joining = asyncio.create_task(link.join())
    await passes(0.01)
    link.client.resend()
    await joining
    assert asyncio.get_running_loop().time() - started == pytest.approx(0.01)  # virtual seconds
    flights = link.sent["client"]
    link.client.resend()  # everything was answered
    assert link.sent["client"] == flights


@virtual_time
async def test_lost_second_flight_is_sent_again() -> None:
    link = Link(to_server=lambda n, datagram: n != 2)
    started = asyncio.get_running_loop().time()
    client, server = await link.join()
    assert asyncio.get_running_loop().time() - started == pytest.approx(0.1, abs=0.01)
    assert server.unprotect(client.protect(RTP)) == RTP


@virtual_time
async def test_nothing_is_sent_again_after_the_handshake() -> None:
    link = Link()
    await link.join()
    before = dict(link.sent)
    await passes(60)
    assert link.sent == before


@virtual_time
async def test_a_client_speaks_as_soon_as_it_has_said_its_own_finished() -> None:
    link = Link(to_client=lambda n, datagram: n < 2)  # the server's Finished does not come
    client, server = link.both()
    theirs = await server
    assert not client.done() and len(link.keys) == 1
    assert theirs.unprotect(link.keys[0].protect(RTP)) == RTP
    assert link.keys[0].unprotect_rtcp(theirs.protect_rtcp(RTCP)) == RTCP
    await link.client.close()
    with pytest.raises(DtlsError):
        await client


@virtual_time
async def test_keys_that_came_early_are_the_handshakes_own() -> None:
    link = Link()
    client, _ = await link.join()
    assert link.keys == [client]


@virtual_time
async def test_a_weak_suite_gives_no_keys_before_the_handshake_is_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = RTCCertificate._create_ssl_context

    def weak(self: RTCCertificate, srtp_profiles: list[Any]) -> SSL.Context:
        context = made(self, srtp_profiles)
        context.set_cipher_list(b"ECDHE-ECDSA-AES256-SHA")
        return context

    monkeypatch.setattr(RTCCertificate, "_create_ssl_context", weak)
    link = Link(to_client=lambda n, datagram: n < 2)
    client, server = link.both()
    await server
    assert not link.keys
    await link.client.close()
    with pytest.raises(DtlsError):
        await client


@virtual_time
async def test_whoever_never_says_its_finished_ends_in_a_timeout_all_the_same() -> None:
    link = Link(to_client=lambda n, datagram: n < 2)
    client, _ = link.both(timeout_s=5)
    with pytest.raises(DtlsError) as error:
        await client
    assert error.value.reason == "timeout" and len(link.keys) == 1


@virtual_time
async def test_silence_ends_in_a_timeout() -> None:
    link = Link(to_server=lambda n, datagram: False)
    with pytest.raises(DtlsError) as error:
        await link.client.handshake([link.certificates[1].fingerprint], timeout_s=5)
    assert error.value.reason == "timeout"
    assert link.sent["client"] >= 6


@pytest.mark.parametrize("side", ["client", "server"])
@virtual_time
async def test_wrong_fingerprint_gives_no_keys(side: str) -> None:
    link = Link()
    right = [link.certificates[1].fingerprint], [link.certificates[0].fingerprint]
    wrong = [Certificate().fingerprint]
    outcomes = await asyncio.gather(
        link.client.handshake(wrong if side == "client" else right[0], timeout_s=5),
        link.server.handshake(wrong if side == "server" else right[1], timeout_s=5),
        return_exceptions=True,
    )
    failed = outcomes[0 if side == "client" else 1]
    assert isinstance(failed, DtlsError) and failed.reason == "failed"
    assert len(link.keys) == (side == "server")


@virtual_time
async def test_every_known_fingerprint_must_match() -> None:
    link = Link()
    mixed = [link.certificates[1].fingerprint, Fingerprint("sha-512", "00:11")]
    outcomes = await asyncio.gather(
        link.client.handshake(mixed, timeout_s=5),
        link.server.handshake([link.certificates[0].fingerprint], timeout_s=5),
        return_exceptions=True,
    )
    assert isinstance(outcomes[0], DtlsError) and outcomes[0].reason == "failed"


@virtual_time
async def test_unknown_digests_alone_are_refused() -> None:
    with pytest.raises(DtlsError) as error:
        await Link().client.handshake([Fingerprint("md5", "00")])
    assert error.value.reason == "no_fingerprint"


@virtual_time
async def test_close_tells_the_other_side_once() -> None:
    link = Link()
    await link.join()
    before = link.sent["client"]
    await link.client.close()
    await link.client.close()
    await passes(60)
    assert link.closed == ["server"]
    assert link.sent["client"] == before + 1


@virtual_time
async def test_close_during_the_handshake() -> None:
    link = Link(to_server=lambda n, datagram: False)
    handshake = asyncio.ensure_future(link.client.handshake([link.certificates[1].fingerprint]))
    await passes(0.3)
    await link.client.close()
    with pytest.raises(DtlsError) as error:
        await handshake
    assert error.value.reason == "closed"
    before = link.sent["client"]
    await passes(5)
    assert link.sent["client"] == before


@virtual_time
async def test_rubbish_neither_breaks_nor_ends_an_association() -> None:
    link = Link()
    await link.join()
    assert not link.server.feed(b"")
    assert not link.server.feed(b"\x00\x01")
    assert not link.server.feed(b"\x80\x6f")
    for rubbish in (
        b"\x14",
        b"\x16\xfe\xfd" + bytes(40),
        b"\x17\xfe\xfd" + b"\xff" * 60,
        b"\x15\xfe\xfd" + bytes(12),
    ):
        assert link.server.feed(rubbish)
        await passes(0.01)
    assert link.closed == []
    await link.client.close()
    await until(lambda: link.closed == ["server"])


@virtual_time
async def test_a_flood_is_bounded() -> None:
    link = Link()
    taken = [link.server.feed(b"\x16" + bytes(12)) for _ in range(1000)]
    assert sum(taken) == dtls.WAITING_DATAGRAMS
    await link.server.close()


def test_aiortc_is_the_pinned_version() -> None:
    assert version("aiortc") == dtls.AIORTC_VERSION


@virtual_time
async def test_private_names_of_aiortc_exist_and_behave() -> None:
    link = Link()
    await link.join()
    transport = link.client._transport
    assert transport._role == "client" and link.server._transport._role == "server"
    assert isinstance(transport._rx_srtp, pylibsrtp.Session)
    assert isinstance(transport._tx_srtp, pylibsrtp.Session)
    asked = set(re.findall(r"self\.transport\.(\w+)", inspect.getsource(RTCDtlsTransport)))
    assert asked == {"role", "_recv", "_send"}


def test_fingerprint_is_sha_256_in_hex_pairs() -> None:
    fingerprint = Certificate().fingerprint
    assert fingerprint.algorithm == "sha-256"
    pairs = fingerprint.value.split(":")
    assert len(pairs) == 32 and all(len(pair) == 2 and int(pair, 16) >= 0 for pair in pairs)
