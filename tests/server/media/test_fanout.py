"""Both engines of the last step do the same: the same bytes to the same listeners, and the same counts."""

from __future__ import annotations

import gc
import os
import socket
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylibsrtp import Policy

from server.media import compiled as compiled_module
from server.media import fanout, rtcp, rtp, srtp
from tests.server.media.forwarding_room import CM, GCM, session

KEYS = {CM: bytes(range(30)), GCM: bytes(range(28))}


@contextmanager
def sink(family: socket.AddressFamily = socket.AF_INET) -> Iterator[socket.socket]:
    with socket.socket(family, socket.SOCK_DGRAM) as one:
        one.bind(("::1" if family is socket.AF_INET6 else "127.0.0.1", 0))
        one.setblocking(False)
        yield one


def of(one: socket.socket) -> array[int]:
    return array("i", [one.fileno()])


def what_came(one: socket.socket) -> list[bytes]:
    datagrams = []
    while True:
        try:
            datagrams.append(one.recv(2048))
        except BlockingIOError:
            return datagrams


def compiled() -> fanout.Engine:
    engine = compiled_module.compiled()
    assert engine is not None
    return engine


def python_sends(
    profile: int, lines: list[dict[str, int]], packet: fanout.Packet, now_ms: int
) -> list[bytes]:
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
    assert fanout.PYTHON.send(fanout.PYTHON.gather(made), packet, now_ms) == 0
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
PACKETS = st.builds(
    fanout.Packet,
    first=st.sampled_from([rtp.PLAIN, rtp.EXTENDED]),
    marker=st.sampled_from([0, rtp.MARKER]),
    number=st.integers(0, 2**40),
    timestamp=st.integers(0, 2**32 - 1),
    rest=st.binary(max_size=1_200).map(lambda rest: b"\xbe\xde\0\1time" + rest),  # an extension of one word
    octets=st.integers(0, 1_200),
)


@pytest.mark.parametrize("profile", [CM, GCM])
@given(lines=LINES, packet=PACKETS, now_ms=st.integers(0, 2**40))
def test_the_compiled_engine_sends_byte_for_byte_what_the_other_sends(
    profile: int, lines: list[dict[str, int]], packet: fanout.Packet, now_ms: int
) -> None:
    engine, out = compiled(), session(KEYS[profile], profile, Policy.SSRC_ANY_OUTBOUND)
    with sink() as listener:
        wire = engine.wire(out, of(listener))
        assert wire is not None
        wire.to(listener.getsockname())
        made = []
        for fields in lines:
            line = engine.line(fields["ssrc"], fields["payload_type"], lambda plain: False, wire)
            line.sequence_shift, line.timestamp_shift = fields["sequence_shift"], fields["timestamp_shift"]
            made.append(line)
        assert all(line.sent_ms == fanout.NEVER_MS for line in made)
        assert engine.send(engine.gather(made), packet, now_ms) == 0
        assert what_came(listener) == python_sends(profile, lines, packet, now_ms)
    for line in made:
        assert (line.packets, line.octets, line.sent_ms) == (1, packet.octets, now_ms)


class Slot(NamedTuple):
    number: int
    line: fanout.Line
    send_control: Callable[[bytes], bool]


@pytest.mark.parametrize("profile", [CM, GCM])
@given(
    lines=LINES,
    slots=st.lists(st.integers(1, 2**31 - 1), min_size=70, max_size=70),
    counts=st.tuples(st.integers(0, 2**40), st.integers(0, 2**40)),
    ntp=st.integers(0, 2**64 - 1),
    timestamp=st.integers(0, 2**32 - 1),
)
def test_the_compiled_engine_reports_byte_for_byte_what_the_other_reports(
    profile: int,
    lines: list[dict[str, int]],
    slots: list[int],
    counts: tuple[int, int],
    ntp: int,
    timestamp: int,
) -> None:
    engine, told = compiled(), []
    with sink() as listener:
        for one in (engine, fanout.PYTHON):
            out = session(KEYS[profile], profile, Policy.SSRC_ANY_OUTBOUND)
            wire = one.wire(out, of(listener))
            if wire is not None:
                wire.to(listener.getsockname())
            made = [one.line(fields["ssrc"], 96, lambda plain: False, wire) for fields in lines]
            for line, fields in zip(made, lines, strict=True):
                line.timestamp_shift = fields["timestamp_shift"]
                line.packets, line.octets = counts
            datagrams: list[bytes] = []
            kept = [
                Slot(number, line, lambda plain, out=out, kept=datagrams: not kept.append(out.protect_rtcp(plain)))
                for number, line in zip(slots, made, strict=False)
            ]  # fmt: skip
            assert all(one.report(kept, ntp, timestamp))
            told.append(datagrams + what_came(listener))
    assert told[0] == told[1]
    assert len(told[0]) == len(lines)


def test_a_word_that_cannot_be_sent_is_said_to_be_lost() -> None:
    engine = compiled()
    with sink() as listener:
        nowhere = engine.wire(a_session(), of(listener))
        closed, good = engine.wire(a_session(), array("i", [1 << 20])), engine.wire(a_session(), of(listener))
        assert nowhere is not None and closed is not None and good is not None
        closed.to(listener.getsockname())
        good.to(listener.getsockname())
        word = rtcp.receiver_report(1, ())
        assert (nowhere.tell(word), closed.tell(word), good.tell(word[:3])) == (False, False, False)
        assert good.tell(bytes(srtp.LONGEST + 1)) is False
        assert good.tell(word) is True
        assert len(what_came(listener)) == 1


def sends(engine: fanout.Engine, lines: list[fanout.Line], rest: bytes = b"rest") -> int:
    return engine.send(engine.gather(lines), fanout.Packet(rtp.PLAIN, 0, 1, 0, rest, len(rest)), 5)


def a_line(engine: fanout.Engine, wire: fanout.Wire | None) -> fanout.Line:
    return engine.line(1, 96, lambda plain: False, wire)


def a_session() -> Any:
    return session(os.urandom(30), CM, Policy.SSRC_ANY_OUTBOUND)


def test_who_cannot_be_sent_to_is_said_and_takes_nothing_from_the_others() -> None:
    engine = compiled()
    with sink() as listener, sink() as other:
        closed = array("i", [os.open(os.devnull, os.O_RDONLY)])
        good, also_good, unreachable, nowhere = (engine.wire(a_session(), of(listener)) for _ in range(4))
        elsewhere, no_socket = engine.wire(a_session(), of(other)), engine.wire(a_session(), closed)
        for wire in (good, also_good, elsewhere, no_socket):
            assert wire is not None
            wire.to(listener.getsockname())
        assert unreachable is not None
        unreachable.to(("127.0.0.1", 0))  # a port that takes nothing, on the same socket as the good ones
        lines = [
            a_line(engine, wire)
            for wire in (good, unreachable, also_good, no_socket, nowhere, elsewhere)
        ]  # fmt: skip
        assert sends(engine, lines) == 3
        assert [line.packets for line in lines] == [1, 0, 1, 0, 0, 1]
        assert len(what_came(listener)) == 3
        os.close(closed[0])


def unsent(engine: fanout.Engine) -> tuple[int, int]:
    """What the socket had no room for, and all else, since this was asked last."""
    intake = engine.intake(array("i", [-1]))
    assert intake is not None
    return intake.unsent()


@pytest.mark.parametrize("what", ["packets", "reports", "words"])
def test_a_full_socket_loses_what_does_not_fit_and_nobody_waits(what: str) -> None:
    """A Unix socket holds a few datagrams, and then no more."""
    engine = compiled()
    with (
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out,
    ):
        listener.bind("")  # the kernel gives it a name
        listener.setblocking(False)
        name = listener.getsockname()
        wire: Any = engine.wire(a_session(), of(out))
        address = int(socket.AF_UNIX).to_bytes(2, sys.byteorder) + name
        wire.struct.address[0 : len(address)] = list(address)
        wire.struct.address_size = len(address)
        lines = [engine.line(ssrc, 96, lambda plain: False, wire) for ssrc in range(1, 600)]
        unsent(engine)
        if what == "packets":
            lost = sends(engine, lines)
            assert sum(line.packets for line in lines) == len(lines) - lost
            assert all(line.packets == 0 for line in lines[len(lines) - lost :]), "what was sent last is lost"
        else:
            if what == "reports":
                told = list(engine.report([Slot(9, line, lambda plain: False) for line in lines], 1, 2))
            else:
                told = [wire.tell(rtcp.receiver_report(1, ())) for _ in lines]
            lost = told.count(False)
            assert not any(told[len(told) - lost :])
        assert 0 < lost < len(lines)
        assert len(what_came(listener)) == len(lines) - lost
        assert unsent(engine) == (lost, 0)
        assert unsent(engine) == (0, 0), "counted once"


def test_a_report_that_fails_takes_nothing_from_the_others_and_is_no_full_socket() -> None:
    engine = compiled()
    with sink() as listener, sink() as other:
        wires = [engine.wire(a_session(), of(one)) for one in (listener, listener, other, listener, listener)]
        for wire in wires[:4]:  # the last one leads nowhere yet: no error of a socket
            assert wire is not None
            wire.to(listener.getsockname())
        assert wires[1] is not None
        wires[1].to(("127.0.0.1", 0))
        slots = [Slot(9, a_line(engine, wire), lambda plain: False) for wire in wires]
        unsent(engine)
        assert list(map(bool, engine.report(slots, 1, 2))) == [True, False, True, True, False]
        assert len(what_came(listener)) == 3
        assert unsent(engine) == (0, 1)


def test_what_is_too_long_for_a_datagram_is_not_sent() -> None:
    engine = compiled()
    with sink() as listener:
        wire = engine.wire(a_session(), of(listener))
        assert wire is not None
        wire.to(listener.getsockname())
        fits = bytes(srtp.LONGEST - rtp.FIXED_SIZE)
        assert sends(engine, [a_line(engine, wire)], fits) == 0
        assert sends(engine, [a_line(engine, wire)], fits + b"x") == 1
        assert len(what_came(listener)) == 1


def test_it_follows_the_address_and_the_socket_in_both_families() -> None:
    engine = compiled()
    with sink(socket.AF_INET6) as listener, sink(socket.AF_INET6) as other:
        descriptor = of(other)
        wire = engine.wire(a_session(), descriptor)
        assert wire is not None
        for _ in range(2):
            wire.to(listener.getsockname())
            assert sends(engine, [a_line(engine, wire)]) == 0
            assert len(what_came(listener)) == 1
            listener, other = other, listener
            descriptor[0] = other.fileno()
        descriptor[0] = -1  # the port was closed
        assert sends(engine, [a_line(engine, wire)]) == 1


def test_a_line_keeps_what_it_needs() -> None:
    engine = compiled()
    with sink() as listener:

        def gathered() -> tuple[Any, fanout.Line]:
            wire = engine.wire(a_session(), of(listener))
            assert wire is not None
            wire.to(listener.getsockname())
            line = a_line(engine, wire)
            return engine.gather([line]), line

        lines, line = gathered()
        gc.collect()
        assert engine.send(lines, fanout.Packet(rtp.PLAIN, 0, 1, 0, b"rest", 4), 5) == 0
        assert line.packets == len(what_came(listener)) == 1


def test_a_port_without_a_socket_is_left_to_python() -> None:
    assert compiled().wire(a_session(), array("i", [-1])) is None
    assert fanout.PYTHON.wire(a_session(), array("i", [3])) is None
