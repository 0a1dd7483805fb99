"""What a forwarded packet costs: one room of ten, everybody sends 50 audio and 40 video packets a second to all.

`make bench` prints its rows; `python -m tests.bench.forwarding_alone --profile` says where the time goes.
Real SRTP and a real sendto for each
packet, in one process; the receivers' sockets are drained by another one. Pictures of 1,000 bytes, Opus of 80.

- full speed: packets go in as fast as they come out; CPU time of this process (user and kernel), by its clock.
- paced: packets go in at the room's own rate; what one datagram waits from going in until its last copy is out.

SRTP of the senders is made before the clock starts. Prints a table; fails nothing.
"""

from __future__ import annotations

import cProfile
import multiprocessing
import os
import pstats
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from server.media.compiled import best, compiled
from server.media.fanout import PYTHON, Engine
from tests.bench.table import Row, percentile, ratio, show
from tests.server.media.forwarding_room import CM, GCM, Client, Hears, Room, delta, keyframe

SEATS = range(1, 11)
AUDIO_PPS, VIDEO_PPS = 50, 40
AUDIO_BYTES, VIDEO_BYTES = 80, 1_000
SECONDS, RUNS, PACED_SECONDS = 4, 5, 4


def drain(sockets: list[socket.socket]) -> None:
    """Read and forget, in a process of its own: a full socket would make sending cheaper than it is."""
    import selectors

    selector = selectors.DefaultSelector()
    for one in sockets:
        one.setblocking(False)
        selector.register(one, selectors.EVENT_READ)
    buffer = bytearray(2048)
    while True:
        for key, _ in selector.select():
            try:
                for _ in range(64):
                    key.fileobj.recv_into(buffer)  # type: ignore[union-attr]
            except BlockingIOError:
                pass


def sending(out: socket.socket, address: tuple[str, int]) -> Callable[[bytes | memoryview], int]:
    sendto = out.sendto
    return lambda datagram: sendto(datagram, address)


def make(clients: list[Client], seconds: int) -> list[tuple[int, int, bytes]]:
    """All datagrams of the room: when (ms), from which seat, what; in order of time."""
    datagrams: list[tuple[int, int, bytes]] = []
    voice, picture = os.urandom(AUDIO_BYTES), os.urandom(VIDEO_BYTES - 10)
    for client in clients:
        offset = client.seat * 2
        for number in range(AUDIO_PPS * seconds):
            at_ms = offset + number * 1000 // AUDIO_PPS
            datagrams.append((at_ms, client.seat, client.audio(number, number * 960, voice)))
        for number in range(VIDEO_PPS * seconds):
            at_ms = offset + number * 1000 // VIDEO_PPS
            payload = (delta if number % (VIDEO_PPS * 2) else keyframe)(number & 0x7FFF, picture)
            datagram = client.video(number, number * 2_250, payload, transport_sequence=number)
            datagrams.append((at_ms, client.seat, datagram))
    return sorted(datagrams, key=lambda one: one[0])


def feed(room: Room, datagrams: list[tuple[int, int, bytes]]) -> None:
    """Everything at once, with a tick each 50 ms of the room's time."""
    on_datagram, on_tick = room.forwarder.on_datagram, room.forwarder.on_tick
    next_tick = start = room.now_ms
    for at_ms, seat, datagram in datagrams:
        now_ms = start + at_ms
        if now_ms >= next_tick:
            on_tick(now_ms)
            next_tick += 50
        on_datagram(seat, datagram, now_ms)


def pace(room: Room, datagrams: list[tuple[int, int, bytes]]) -> list[float]:
    """At the room's own rate; microseconds inside `on_datagram`, one for each datagram."""
    spent: list[float] = []
    start_ms, start_s = room.now_ms, time.perf_counter()
    next_tick = start_ms
    for at_ms, seat, datagram in datagrams:
        wait_s = start_s + at_ms / 1000 - time.perf_counter()
        if wait_s > 0:
            time.sleep(wait_s)
        now_ms = start_ms + at_ms
        if now_ms >= next_tick:
            room.forwarder.on_tick(now_ms)
            next_tick += 50
        before = time.perf_counter()
        room.forwarder.on_datagram(seat, datagram, now_ms)
        spent.append((time.perf_counter() - before) * 1e6)
    return spent


def open_room(profile: int, engine: Engine, sinks: list[socket.socket], out: socket.socket) -> Room:
    room = Room(SEATS, profile=profile, engine=engine, collecting=False, alike=True)
    for seat, sink in zip(SEATS, sinks, strict=True):
        address = sink.getsockname()
        room.forwarder._participants[seat].transmit = sending(out, address)
        way = room.clients[seat].way
        if way is not None:
            room.clients[seat].descriptor[0] = out.fileno()
            way.to(address)
    everyone = frozenset(SEATS)
    room.reach({seat: Hears(everyone, everyone) for seat in SEATS})
    return room


def forwards(room: Room) -> int:
    return sum(audio + video for audio, video in room.forwarder.counters.forwarded.values())


@contextmanager
def sockets() -> Iterator[tuple[list[socket.socket], socket.socket]]:
    """Ten receivers, drained by a process of their own, and a sender."""
    sinks = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in SEATS]
    for sink in sinks:
        sink.bind(("127.0.0.1", 0))
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    out.bind(("127.0.0.1", 0))
    out.setblocking(False)
    drainer = multiprocessing.get_context("fork").Process(target=drain, args=(sinks,), daemon=True)
    drainer.start()
    try:
        yield sinks, out
    finally:
        drainer.kill()
        drainer.join()
        for one in (*sinks, out):
            one.close()


def rows() -> list[Row]:
    """The rows of the table: both engines and both SRTP profiles, run in turn on whatever else the machine does."""
    engines = [engine for engine in (PYTHON, compiled()) if engine is not None]
    costs: dict[tuple[str, int], list[float]] = {}
    found: list[Row] = []
    with sockets() as (sinks, out):
        for _ in range(RUNS):
            for engine in engines:
                for profile in (CM, GCM):
                    costs.setdefault((engine.name, profile), []).append(
                        full_speed(profile, engine, sinks, out)
                    )
        for engine in engines:
            room = open_room(CM, engine, sinks, out)
            spent = pace(room, make(list(room.clients.values()), PACED_SECONDS))
            cost, with_gcm = (percentile(costs[engine.name, profile], 0.5) for profile in (CM, GCM))
            found += [
                Row(f"CPU a forwarded packet, {engine.name}", f"{cost:.1f} us"),
                Row("   one datagram in, nine copies out: p50 / p99",
                    f"{percentile(spent, 0.5):.0f} / {percentile(spent, 0.99):.0f} us"),
                ratio("   AES_CM_128_HMAC_SHA1_80 : AEAD_AES_128_GCM", cost, with_gcm),
            ]  # fmt: skip
    if len(engines) == 2:
        pairs = zip(costs["C", CM], costs["Python", CM], strict=True)
        found.append(
            ratio(
                "CPU a forwarded packet, C : Python, median of pairs",
                percentile([c / p for c, p in pairs], 0.5),
                1,
            )
        )
    return found


def full_speed(profile: int, engine: Engine, sinks: list[socket.socket], out: socket.socket) -> float:
    """CPU microseconds a forward."""
    room = open_room(profile, engine, sinks, out)
    datagrams = make(list(room.clients.values()), SECONDS)
    before = time.process_time()
    feed(room, datagrams)
    return (time.process_time() - before) / forwards(room) * 1e6


def profile_once() -> None:
    with sockets() as (sinks, out):
        _profile(sinks, out)


def _profile(sinks: list[socket.socket], out: socket.socket) -> None:
    room = open_room(CM, best(), sinks, out)
    datagrams = make(list(room.clients.values()), SECONDS)
    profiler = cProfile.Profile()
    profiler.runcall(feed, room, datagrams)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(22)


if __name__ == "__main__":
    if "--profile" in sys.argv[1:]:
        profile_once()
    else:
        show("The forwarder alone", rows())
