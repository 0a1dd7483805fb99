"""Both engines of the last step do the same: the same bytes to the same listeners, and the same counts."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylibsrtp import Policy

from server.media import fanout, rtp, srtp
from tests.server.media.forwarding_room import CM, GCM, session

KEYS = {CM: bytes(range(30)), GCM: bytes(range(28))}


@contextmanager
def sink(family: socket.AddressFamily = socket.AF_INET) -> Iterator[socket.socket]:
    with socket.socket(family, socket.SOCK_DGRAM) as one:
        one.bind(("::1" if family is socket.AF_INET6 else "127.0.0.1", 0))
        one.setblocking(False)
        yield one


def what_came(one: socket.socket) -> list[bytes]:
    datagrams = []
    while True:
        try:
            datagrams.append(one.recv(2048))
        except BlockingIOError:
            return datagrams


def compiled() -> fanout.Engine:
    engine = fanout.compiled()
    assert engine is not None
    return engine


def python_sends(profile: int, lines: list[dict[str, int]], packet: dict[str, Any]) -> list[bytes]:
    """What the loop in Python makes of it, protected by pylibsrtp itself."""
    out = session(KEYS[profile], profile, Policy.SSRC_ANY_OUTBOUND)
    datagrams: list[bytes] = []

    def send(plain: bytes) -> bool:
        datagrams.append(out.protect(plain))
        return True

    made: list[fanout.Line] = []
    for fields in lines:
        line = fanout.PYTHON.line(fields["ssrc"], fields["payload_type"], send, None)
        line.sequence_shift, line.timestamp_shift = fields["sequence_shift"], fields["timestamp_shift"]
        made.append(line)
    assert fanout.PYTHON.send(fanout.PYTHON.gather(made), **packet) == 0
    return datagrams


LINES = st.lists(
    st.fixed_dictionaries({
        "ssrc": st.integers(1, 2**32 - 1),
        "payload_type": st.integers(0, 127),
        "sequence_shift": st.integers(-(2**40), 2**40),
        "timestamp_shift": st.integers(0, 2**32 - 1),
    }),
    min_size=1,
    max_size=70,
    unique_by=lambda fields: fields["ssrc"],
)  # fmt: skip
PACKETS = st.fixed_dictionaries({
    "first": st.just(rtp.PLAIN),
    "marker": st.sampled_from([0, rtp.MARKER]),
    "number": st.integers(0, 2**40),
    "timestamp": st.integers(0, 2**32 - 1),
    "rest": st.binary(max_size=1_200),
    "octets": st.integers(0, 1_200),
    "now_ms": st.integers(0, 2**40),
})  # fmt: skip


@pytest.mark.parametrize("profile", [CM, GCM])
@given(lines=LINES, packet=PACKETS)
def test_the_compiled_engine_sends_byte_for_byte_what_the_other_sends(
    profile: int, lines: list[dict[str, int]], packet: dict[str, Any]
) -> None:
    engine, out = compiled(), session(KEYS[profile], profile, Policy.SSRC_ANY_OUTBOUND)
    with sink() as listener:
        wire = engine.wire(out, listener.fileno())
        assert wire is not None
        wire.to(listener.getsockname())
        made = []
        for fields in lines:
            line = engine.line(fields["ssrc"], fields["payload_type"], lambda plain: False, wire)
            line.sequence_shift, line.timestamp_shift = fields["sequence_shift"], fields["timestamp_shift"]
            made.append(line)
        assert all(line.sent_ms == fanout.NEVER_MS for line in made)
        assert engine.send(engine.gather(made), **packet) == 0
        assert what_came(listener) == python_sends(profile, lines, packet)
    for line in made:
        assert (line.packets, line.octets, line.sent_ms) == (1, packet["octets"], packet["now_ms"])


def sends(engine: fanout.Engine, lines: list[fanout.Line], rest: bytes = b"rest") -> int:
    return engine.send(engine.gather(lines), rtp.PLAIN, 0, 1, 0, rest, len(rest), 5)


def a_line(engine: fanout.Engine, wire: fanout.Wire | None) -> fanout.Line:
    return engine.line(1, 96, lambda plain: False, wire)


def a_session() -> Any:
    return session(os.urandom(30), CM, Policy.SSRC_ANY_OUTBOUND)


def test_who_cannot_be_sent_to_is_said_and_takes_nothing_from_the_others() -> None:
    engine = compiled()
    with sink() as listener:
        good, closed, nowhere = (engine.wire(a_session(), listener.fileno()) for _ in range(3))
        for wire in (good, closed):
            assert wire is not None
            wire.to(listener.getsockname())
        closed.struct.fd = os.open(os.devnull, os.O_RDONLY)  # type: ignore[union-attr]
        lines = [a_line(engine, wire) for wire in (closed, nowhere, good)]
        assert sends(engine, lines) == 2
        assert [line.packets for line in lines] == [0, 0, 1]
        assert len(what_came(listener)) == 1
        os.close(closed.struct.fd)  # type: ignore[union-attr]


def test_a_full_socket_loses_what_does_not_fit_and_nobody_waits() -> None:
    engine = compiled()
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with one, other:
        wire = engine.wire(a_session(), one.fileno())
        assert wire is not None
        wire.struct.address_size = 2  # type: ignore[attr-defined]
        lines = [engine.line(ssrc, 96, lambda plain: False, wire) for ssrc in range(1, 60)]
        lost = sends(engine, lines)
        assert 0 < lost == sum(line.packets == 0 for line in lines)


def test_what_is_too_long_for_a_datagram_is_not_sent() -> None:
    engine = compiled()
    with sink() as listener:
        wire = engine.wire(a_session(), listener.fileno())
        assert wire is not None
        wire.to(listener.getsockname())
        fits = bytes(srtp.LONGEST - rtp.FIXED_SIZE)
        assert sends(engine, [a_line(engine, wire)], fits) == 0
        assert sends(engine, [a_line(engine, wire)], fits + b"x") == 1
        assert len(what_came(listener)) == 1


def test_it_follows_the_address_in_both_families() -> None:
    engine = compiled()
    with sink(socket.AF_INET6) as listener, sink(socket.AF_INET6) as other:
        wire = engine.wire(a_session(), other.fileno())
        assert wire is not None
        for _ in range(2):
            wire.to(listener.getsockname())
            assert sends(engine, [a_line(engine, wire)]) == 0
            assert len(what_came(listener)) == 1
            listener, other = other, listener
            wire.struct.fd = other.fileno()  # type: ignore[attr-defined]


def test_python_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RESTAREA_NO_EXTENSIONS", raising=False)
    assert fanout.best() is fanout.compiled() is not None
    monkeypatch.setenv("RESTAREA_NO_EXTENSIONS", "0")
    assert fanout.best() is fanout.compiled()
    monkeypatch.setenv("RESTAREA_NO_EXTENSIONS", "1")
    assert fanout.best() is fanout.PYTHON


def test_a_port_without_a_socket_is_left_to_python() -> None:
    assert compiled().wire(a_session(), -1) is None
    assert fanout.PYTHON.wire(a_session(), 3) is None
