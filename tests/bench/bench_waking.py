"""What it costs that Python is woken for each datagram: one room of ten, and the next datagram comes only when the last
copy of the one before it has. So each finds the event loop waiting, as most do on a machine that has time.

Two event loops in turn, the usual one and the one that forwards while it waits, with the compiled engine; CPU time of
the process that forwards. Prints one table; fails nothing. `make bench` runs it, or `-m tests.bench.bench_waking`.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import time
from array import array
from collections.abc import Callable
from typing import Any

from server.media import budget, waiting
from server.media.compiled import compiled
from tests.bench.forwarding_alone import SEATS
from tests.bench.table import Row, percentile, ratio, show
from tests.server.media.forwarding_room import Hears, Room

budget.PACKETS_PER_S, budget.BYTES_PER_S = 100_000, 100_000_000  # nobody sends so fast

PACKETS, RUNS = 2_000, 7
LOOPS: dict[str, Callable[[], asyncio.AbstractEventLoop]] = {
    "the usual loop": asyncio.SelectorEventLoop,
    "one that forwards while it waits": waiting.Loop,
}


def play(words: list[bytes], to: tuple[str, int], last: socket.socket, client: socket.socket) -> None:
    for word in words:
        client.sendto(word, to)
        last.recv(2_048)


def cost(loops: Callable[[], asyncio.AbstractEventLoop]) -> float:
    """CPU microseconds a forward."""
    engine = compiled()
    assert engine is not None
    room = Room(SEATS, engine=engine, now_ms=waiting.monotonic_ms(), collecting=False, alike=True)
    everyone = frozenset(SEATS)
    room.reach({seat: Hears(everyone, everyone) for seat in SEATS})
    port, client, *sinks = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(len(SEATS) + 1))
    for one in (port, client, *sinks):
        one.bind(("127.0.0.1", 0))
    for seat, sink in zip(range(2, 11), sinks, strict=True):
        room.clients[seat].descriptor[0] = port.fileno()
        room.clients[seat].way.to(sink.getsockname())  # type: ignore[union-attr]
    words = [room.clients[1].audio(number, number * 960, bytes(80)) for number in range(1, PACKETS + 3)]
    for word in words[:2]:
        room.send(1, word)
    sinks[-1].recv(2_048), sinks[-1].recv(2_048)
    intake: Any = engine.intake(array("i", [port.fileno()]))
    intake.know(client.getsockname(), room.forwarder._participants[1].taker)

    async def forward() -> None:
        def read() -> None:
            intake.receive()
            while (found := intake.next(now_ms := waiting.monotonic_ms())) is not None:
                room.forwarder.on_datagram(1, found[0], now_ms)  # levels are to be noted now and then

        loop = asyncio.get_running_loop()
        loop.add_reader(port, read)
        waiting.forward(intake)
        sender = multiprocessing.get_context("fork").Process(
            target=play, args=(words[2:], port.getsockname(), sinks[-1], client)
        )
        sender.start()
        over = asyncio.Event()
        loop.add_reader(sender.sentinel, over.set)
        await over.wait()
        sender.join()

    with asyncio.Runner(loop_factory=loops) as runner:
        before = time.process_time()
        runner.run(forward())
        spent = time.process_time() - before
    for one in (port, client, *sinks):
        one.close()
    return spent / PACKETS / len(sinks) * 1e6


def rows() -> list[Row]:
    if compiled() is None:
        return [Row("the forwarding in C is not built: nothing to compare", "-")]
    found: dict[str, list[float]] = {name: [] for name in LOOPS}
    for _ in range(RUNS):
        for name, loops in LOOPS.items():
            found[name].append(cost(loops))
    usual, forwards = found.values()
    pairs = [mine / other for mine, other in zip(forwards, usual, strict=True)]
    medians = [Row(f"CPU a forward, {name}", f"{percentile(of, 0.5):.1f} us") for name, of in found.items()]
    return [*medians, ratio("   the second : the first, median of pairs", percentile(pairs, 0.5), 1)]


if __name__ == "__main__":
    show("Woken for each datagram", rows())
