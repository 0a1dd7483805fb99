"""The port's tables and its drain loop. Whatever comes in: no exception, and a counter grows."""

from __future__ import annotations

import asyncio
import errno
import socket
import struct
import time
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aioice import stun
from hypothesis import given
from hypothesis import strategies as st
from pylibsrtp import Policy
from structlog.testing import capture_logs

from server.media import stamps, tcp
from server.media.ice import Address
from server.media.port import ADDRESSES_PER_ENDPOINT, DRAIN_CAP, Port
from server.media.rtcp import receiver_report
from tests.server.media.forwarding_room import CM, session
from tests.server.media.from_socket import engines
from tests.waiting import until

HOME: Address = ("192.0.2.1", 5000)
ELSEWHERE: Address = ("192.0.2.2", 5001)
SSRC = 0xCAFEBABE
SRTP = bytes.fromhex("806f0001000003e8cafebabe") + bytes(20)
SRTCP = bytes.fromhex("80c90001cafebabe") + bytes(20)


class Endpoint:
    """Notes what it gets. `authentic` is what it says of strays, `held` its living path."""

    def __init__(self, *, authentic: bool = False, held: Address | None = None) -> None:
        self.got: list[tuple[str, Address | None]] = []
        self.authentic = authentic
        self.held = held

    def on_check(self, request: stun.Message, address: Address, now_ms: int) -> None:
        self.got.append(("check", address))

    def on_dtls(self, datagram: bytes) -> None:
        self.got.append(("dtls", None))

    def on_media(self, datagram: bytes, address: Address, now_ms: int) -> None:
        self.got.append(("media", address))

    def on_stray(self, datagram: bytes, address: Address, now_ms: int) -> bool:
        self.got.append(("stray", address))
        return self.authentic

    def holds(self, address: Address, now_ms: int) -> bool:
        return address == self.held


@pytest.fixture
def port() -> Port:
    return Port(lambda: 0)


def binding(ufrag: str) -> bytes:
    request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST, attributes={"USERNAME": f"{ufrag}:them"})
    return bytes(request)


def test_datagrams_find_their_endpoint(port: Port) -> None:
    one, two = Endpoint(), Endpoint()
    port.add("one", [], one)
    port.add("two", [], two)
    assert port.claim(HOME, one, 0)
    for datagram in (SRTP, SRTCP, b"\x16" + bytes(20), binding("two")):
        port.on_datagram(datagram, HOME)
    assert one.got == [("media", HOME), ("media", HOME), ("dtls", None)]
    assert two.got == [("check", HOME)]
    assert not port.counters


@pytest.mark.parametrize(
    ("datagram", "counter"),
    [
        (b"", "empty"),
        (b"\x40" + bytes(30), "unknown_protocol"),
        (b"\xff" * 30, "unknown_protocol"),
        (b"\x05", "unknown_protocol"),
        (b"\x00\x01", "stun_malformed"),
        (bytes.fromhex("000100082112a4420000000000000000000000000024000100000000"), "stun_malformed"),
        (binding("nobody"), "stun_unknown_ufrag"),
        (b"\x16" + bytes(20), "dtls_unknown_address"),
        (b"\x80", "media_unknown_address"),
        (b"\x80\xc8\x00", "media_unknown_address"),
        (SRTP.replace(b"\xca\xfe", b"\x00\x00"), "media_unknown_address"),
        (SRTP, "media_not_authentic"),
        (SRTCP, "media_not_authentic"),
    ],
    ids=range(13),  # a transaction id is drawn anew each time
)
def test_what_belongs_to_nobody_is_counted(port: Port, datagram: bytes, counter: str) -> None:
    port.add("one", [SSRC], Endpoint())
    port.on_datagram(datagram, HOME)
    assert port.counters == {counter: 1}


def test_stray_media_is_offered_to_who_was_found_to_send_its_ssrc(port: Port) -> None:
    first, stranger = Endpoint(), Endpoint()
    port.add("one", (), first)
    for endpoint in (first, first, stranger):
        port.add_ssrc(SSRC, endpoint)
    port.on_datagram(SRTP, ELSEWHERE)
    assert first.got == [("stray", ELSEWHERE)]
    assert stranger.got == []
    port.remove(first)
    port.add_ssrc(SSRC, first)
    port.on_datagram(SRTP, ELSEWHERE)
    assert len(first.got) == 1


def test_stray_media_is_offered_to_who_announced_its_ssrc(port: Port) -> None:
    first, second = Endpoint(), Endpoint(authentic=True)
    port.add("one", [SSRC], first)
    port.add("two", [SSRC], second)
    port.on_datagram(SRTP, ELSEWHERE)
    assert first.got == second.got == [("stray", ELSEWHERE)]
    assert not port.counters


def test_a_living_path_cannot_be_claimed(port: Port) -> None:
    owner, thief = Endpoint(held=HOME), Endpoint()
    port.add("one", [], owner)
    port.add("two", [], thief)
    assert port.claim(HOME, owner, 0)
    assert not port.claim(HOME, thief, 0)
    port.on_datagram(SRTP, HOME)
    assert owner.got == [("media", HOME)]
    owner.held = None
    assert port.claim(HOME, thief, 0)
    port.on_datagram(SRTP, HOME)
    assert thief.got == [("media", HOME)]


def test_an_endpoint_keeps_its_newest_addresses_and_its_path(port: Port) -> None:
    endpoint = Endpoint(held=("10.0.0.0", 1))
    port.add("one", [], endpoint)
    for n in range(ADDRESSES_PER_ENDPOINT + 5):
        port.claim((f"10.0.0.{n}", 1), endpoint, 0)
    port.on_datagram(SRTP, ("10.0.0.0", 1))
    port.on_datagram(SRTP, ("10.0.0.1", 1))
    port.on_datagram(SRTP, (f"10.0.0.{ADDRESSES_PER_ENDPOINT + 4}", 1))
    assert [address for _, address in endpoint.got] == [
        ("10.0.0.0", 1),
        (f"10.0.0.{ADDRESSES_PER_ENDPOINT + 4}", 1),
    ]


def test_who_is_removed_gets_nothing_more(port: Port) -> None:
    endpoint = Endpoint(authentic=True)
    port.add("one", [SSRC, SSRC + 1], endpoint)
    port.claim(HOME, endpoint, 0)
    port.remove(endpoint)
    port.remove(endpoint)
    for datagram in (SRTP, b"\x16" + bytes(20), binding("one")):
        port.on_datagram(datagram, HOME)
    assert not port.claim(HOME, endpoint, 0)
    assert endpoint.got == []
    assert not port._by_ssrc and not port._by_address and not port._by_ufrag and not port._addresses


@given(st.binary(max_size=120), st.booleans())
def test_any_datagram_is_delivered_or_counted(datagram: bytes, known: bool) -> None:
    port, endpoint = Port(lambda: 0), Endpoint()
    port.add("one", [SSRC], endpoint)
    if known:
        port.claim(HOME, endpoint, 0)
    port.on_datagram(datagram, HOME)
    assert len(endpoint.got) + port.counters.total() >= 1


# The socket


@pytest.fixture
async def bound() -> AsyncIterator[tuple[Port, socket.socket]]:
    port = Port(lambda: 0)
    number = port.open("127.0.0.1", 0)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.connect(("127.0.0.1", number))
        client.setblocking(False)
        yield port, client
    port.close()


async def test_the_drain_loop_reads_everything_in_portions(bound: tuple[Port, socket.socket]) -> None:
    port, client = bound
    for _ in range(3 * DRAIN_CAP):
        client.send(b"\xff")
    port._drain()
    assert port.counters["unknown_protocol"] == DRAIN_CAP  # one wake-up takes no more
    await until(lambda: port.counters["unknown_protocol"] >= 3 * DRAIN_CAP)
    port._drain()  # an empty socket is no error
    assert port.counters.total() == 3 * DRAIN_CAP


async def test_whoever_takes_a_datagram_may_know_how_long_it_waited(
    bound: tuple[Port, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, client = bound
    clock_ns, waited = time.time_ns, []
    monkeypatch.setattr("time.time_ns", lambda: clock_ns() + 40_000_000)
    monkeypatch.setattr(port, "on_datagram", lambda *_: waited.append(port.waited_ms))
    client.send(SRTP)
    await until(lambda: bool(waited))
    assert 40 <= waited[0] <= stamps.WAITS_MOST_MS
    assert port.waited_ms == 0, "what comes by TCP next has not"


async def test_a_kernel_that_does_not_say_when_a_datagram_came_stops_nothing(
    port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "_SO_TIMESTAMPNS", 9_999)  # no kernel's
    assert port.open("127.0.0.1", 0) > 0
    port.close()


@pytest.mark.parametrize(
    ("came_ns", "waited"),
    [(5_000_000_000, 5), (5_005_000_001, 0), (4_005_000_000, 1_000), (4_004_000_000, 0)],
)
def test_a_clock_that_was_set_is_no_wait(came_ns: int, waited: int) -> None:
    said = struct.pack("@qq", *divmod(came_ns, 1_000_000_000))
    assert stamps.waited_ms([(41, 50, b"?"), (1, 35, said)], 5_005_000_000) == waited
    assert stamps.waited_ms([], 5_005_000_000) == 0


async def test_a_datagram_longer_than_the_buffer_is_cut(bound: tuple[Port, socket.socket]) -> None:
    port, client = bound
    client.send(b"\x80" + bytes(9000))
    client.send(b"")
    await until(lambda: port.counters["empty"] >= 1)
    assert port.counters == {"media_unknown_address": 1, "empty": 1}


async def test_a_defect_is_counted_and_the_next_datagram_lives(bound: tuple[Port, socket.socket]) -> None:
    port, client = bound

    class Broken(Endpoint):
        def on_media(self, datagram: bytes, address: Address, now_ms: int) -> None:
            raise RuntimeError

    broken = Broken()
    port.add("one", [], broken)
    port.claim(client.getsockname(), broken, 0)
    with capture_logs() as lines:
        client.send(SRTP)
        client.send(SRTP)
        client.send(b"\xff")
        await until(lambda: port.counters["unknown_protocol"] >= 1)
    assert port.counters["exception"] == 2
    assert lines == [{"event": "datagram_failed", "log_level": "error", "reason": "RuntimeError"}]


async def test_sending_never_raises(bound: tuple[Port, socket.socket]) -> None:
    port, client = bound
    port.send(b"hello", client.getsockname())
    async with asyncio.timeout(5):
        assert await asyncio.get_running_loop().sock_recv(client, 100) == b"hello"
    port.send(bytes(70_000), client.getsockname())
    port.send(b"x", ("127.0.0.1", 0))
    assert port.counters == {"send_error": 2}
    port.close()
    port.send(b"x", client.getsockname())


async def test_what_a_compiled_engine_cannot_send_is_counted_as_what_python_cannot(port: Port) -> None:
    _, engine = engines()
    port.intake = engine.intake(port.descriptor)
    port.open("127.0.0.1", 0)
    port.count_unsent()
    port.counters.clear()  # of whoever was in this process before
    key = session(bytes(range(30)), CM, Policy.SSRC_ANY_OUTBOUND)
    wire = engine.wire(key, port.descriptor)
    assert wire is not None
    for _ in range(2):
        wire.to(("127.0.0.1", 0))
        assert wire.tell(receiver_report(1, ())) is port.send(b"x", ("127.0.0.1", 0)) is False
        port.count_unsent()
        port.close()  # and then there is nothing that could be full
    assert port.counters == {"send_error": 2}


@pytest.mark.parametrize("number", [errno.EAGAIN, errno.ENOBUFS])
async def test_a_full_socket_is_a_drop(
    bound: tuple[Port, socket.socket], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    port, client = bound

    class Full:
        def sendto(self, datagram: bytes, address: Address) -> None:
            raise OSError(number, "full")

    with monkeypatch.context() as patch:
        patch.setattr(port, "_socket", Full())
        port.send(b"x", client.getsockname())
    assert port.counters == {"send_full": 1}


async def test_a_port_that_is_taken_raises(bound: tuple[Port, socket.socket]) -> None:
    with pytest.raises(OSError):
        Port(lambda: 0).open("127.0.0.1", bound[1].getpeername()[1])


async def test_a_connection_is_a_path_like_any_other_and_ends_with_its_owner(
    port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tcp, "LAST_WORDS_S", 0.0)
    endpoint = Endpoint(authentic=True)
    port.add("ufrag", [SSRC], endpoint)
    reader, writer = await asyncio.open_connection("127.0.0.1", await port.open_both("127.0.0.1", 0))
    writer.write(len(SRTP).to_bytes(2, "big") + SRTP)
    await until(lambda: bool(endpoint.got))
    ((what, address),) = endpoint.got
    assert what == "stray"
    assert address is not None
    assert address[:3] == (*writer.get_extra_info("sockname"), "tcp")
    assert port.claim(address, endpoint, 0)
    assert port.send(b"answer", address)
    assert await reader.readexactly(8) == b"\0\6answer"
    port.remove(endpoint)
    with suppress(ConnectionResetError):
        assert await reader.read() == b""
    assert not port.send(b"late", address)
    writer.close()
    port.close()


async def test_a_number_that_is_taken_in_tcp_is_no_number_for_both(port: Port) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        with pytest.raises(OSError, match="in use"):
            await port.open_both("127.0.0.1", taken.getsockname()[1])
        assert port.descriptor[0] == -1
