"""What a forwarded packet costs: one room of ten, everybody sends 50 audio and 40 video packets a second to all.

Run it from the repository's root: `python -m tests.bench.bench_forwarder`. Real SRTP and a real sendto for each
packet, in one process; the receivers' sockets are drained by another one. Pictures of 1,000 bytes, Opus of 80.

- full speed: packets go in as fast as they come out; CPU time of this process (user and kernel), by its clock.
- paced: packets go in at the room's own rate; what one datagram waits from going in until its last copy is out.

SRTP of the senders is made before the clock starts. Prints a table; fails nothing.
"""

from __future__ import annotations

import argparse
import cProfile
import multiprocessing
import os
import pstats
import socket
import statistics
import time
from collections.abc import Callable

from tests.server.media.forwarding_room import CM, GCM, Client, Hears, Room, delta, keyframe

SEATS = range(1, 11)
AUDIO_PPS, VIDEO_PPS = 50, 40
AUDIO_BYTES, VIDEO_BYTES = 80, 1_000
SECONDS = 10


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


def open_room(profile: int, sinks: list[socket.socket], out: socket.socket) -> Room:
    room = Room(SEATS, profile=profile)
    for seat, sink in zip(SEATS, sinks, strict=True):
        room.forwarder._participants[seat].transmit = sending(out, sink.getsockname())
    everyone = frozenset(SEATS)
    room.reach({seat: Hears(everyone, everyone) for seat in SEATS})
    return room


def forwards(room: Room) -> int:
    return sum(audio + video for audio, video in room.forwarder.counters.forwarded.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="of media in each run")
    parser.add_argument("--runs", type=int, default=3, help="at full speed; the median is printed")
    parser.add_argument("--profile", action="store_true", help="print where the time goes, and nothing else")
    options = parser.parse_args()
    sinks = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in SEATS]
    for sink in sinks:
        sink.bind(("127.0.0.1", 0))
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    out.bind(("127.0.0.1", 0))
    out.setblocking(False)
    drainer = multiprocessing.get_context("fork").Process(target=drain, args=(sinks,), daemon=True)
    drainer.start()
    try:
        if options.profile:
            profile_once(sinks, out, options.seconds)
        else:
            table(sinks, out, options.seconds, options.runs)
    finally:
        drainer.kill()
        drainer.join()
        for one in (*sinks, out):
            one.close()


def table(sinks: list[socket.socket], out: socket.socket, seconds: int, runs: int) -> None:
    print(
        f"{'SRTP':12} {'CPU us a forward':>17} {'forwards/s/core':>16} {'p50 us':>8} {'p99 us':>8} {'dropped':>8}"
    )
    for name, profile in (("CM_SHA1_80", CM), ("AES_128_GCM", GCM)):
        costs = []
        for _ in range(runs):
            room = open_room(profile, sinks, out)
            datagrams = make(list(room.clients.values()), seconds)
            before = time.process_time()
            feed(room, datagrams)
            costs.append((time.process_time() - before) / forwards(room) * 1e6)
        cost = statistics.median(costs)
        room = open_room(profile, sinks, out)
        spent = sorted(pace(room, make(list(room.clients.values()), min(seconds, 5))))
        p50, p99 = (spent[int(len(spent) * share)] for share in (0.5, 0.99))
        dropped = sum(room.forwarder.counters.drops.values())
        print(f"{name:12} {cost:17.1f} {1e6 / cost:16,.0f} {p50:8.0f} {p99:8.0f} {dropped:8d}")
    print(
        f"load when done: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; one datagram is nine forwards"
    )


def profile_once(sinks: list[socket.socket], out: socket.socket, seconds: int) -> None:
    room = open_room(CM, sinks, out)
    datagrams = make(list(room.clients.values()), seconds)
    profiler = cProfile.Profile()
    profiler.runcall(feed, room, datagrams)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(22)


if __name__ == "__main__":
    main()
