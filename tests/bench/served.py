"""A real server in a process of its own, so that what it spends is its own. Run by bench_room.py.

usage: served.py DATA_DIR [probe] [workers=N]

Prints one JSON line when people may come, then answers each word on its standard input with one JSON line:
`open` a session, `figures [SESSION]` what it has spent, and forwarded in a session, `all` what it and its media workers
have, in all sessions (as of a second ago, where there are workers), `gate` what the probe saw, `export` makes a ZIP of
some records as a leader's page does, and answers what that took.
Ends with its input.
The probe notes each command's way through signaling, and after each reading of the socket whose voices were forwarded:
it costs, so only the gate is measured with it.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from server import logs
from server.app import Server, spare_what_lasts
from server.formats import find
from server.media import budget, waiting
from server.media.forwarder import Counters
from server.media.plane import Plane
from server.media.port import Port
from server.media.workers import Workers
from server.opening import open_session
from server.pages import allowance
from server.record.making import make
from server.record.taking import Taken, take_elsewhere
from server.settings import Settings
from server.signaling import Signaling
from tests.bench.bench_record import two_hours

allowance.BURST = 1e6  # one person reloads more often here than anybody may
budget.PACKETS_PER_S, budget.BYTES_PER_S = 10_000, 10_000_000  # and sends twelve times what a person does


EXPORTED = 20
"""Records in one ZIP."""


class Probe:
    """Times (ns) of commands, and by publisher of readings of the socket that let audio packets out, at their end."""

    plane: Plane

    def __init__(self) -> None:
        self.commands: list[tuple[str, int, int]] = []  # type, received, answered
        self.sent: dict[int, list[int]] = {}

    def install(self) -> None:
        """Wraps the classes; before the server is made."""
        asked, drain, select = Signaling._command, Port._drain, waiting.Waiting.select
        probe = self

        async def command(signaling: Signaling, sid: str, message: Any = None) -> Any:
            received = time.perf_counter_ns()
            answer = await asked(signaling, sid, message)
            probe.commands.append((str(message.get("type")), received, time.perf_counter_ns()))
            return answer

        Signaling._command = command  # type: ignore[method-assign]
        Port._drain = probe._noting(drain)  # type: ignore[method-assign]
        waiting.Waiting.select = probe._noting(select)  # type: ignore[method-assign]

    def _noting(self, reads: Callable[..., Any]) -> Callable[..., Any]:
        """Whichever engine sends: all copies of what was read have left when this returns."""

        def noted(*arguments: Any) -> Any:
            before = self.voices()
            result = reads(*arguments)
            now = time.perf_counter_ns()
            for seat, count in self.voices().items():
                if count > before.get(seat, 0):
                    self.sent.setdefault(seat, []).append(now)
            return result

        return noted

    def voices(self) -> dict[int, int]:
        """How many audio packets have been sent, by publisher, to those who receive it now."""
        return {
            seat: sum(slot.line.packets for slot in publisher.audio.outgoing)
            for place in self.plane._rooms.values()
            for seat, publisher in place.forwarder._participants.items()
            if publisher.audio is not None
        }

    def seen(self) -> dict[str, Any]:
        return {"commands": self.commands, "sent": self.sent}


def spent(pid: int) -> float:
    """Seconds of processor time of another process."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Bench:
    """Answers the words that come in."""

    def __init__(self, server: Server, probe: Probe) -> None:
        self.server, self.probe = server, probe
        self._records: dict[str, bytes] = {}

    async def answer(self, word: str, argument: str) -> dict[str, Any]:
        if word == "open":
            links = await open_session(
                self.server.house.store, find("classic").text, self.server.url, members=30
            )
            return {"session": links.session, "lead": links.lead, "join": links.join}
        if word == "figures":
            return self.figures(argument)
        if word == "all":
            return self.of_all()
        if word == "export":
            return await self.export()
        return self.probe.seen()

    async def export(self) -> dict[str, Any]:
        """The records are made at the first time: ask once before what is measured."""
        if not self._records:
            record = make(two_hours(1)).record
            assert record is not None
            self._records = {f"{number:016x}": record for number in range(EXPORTED)}
        began = time.perf_counter()
        written = await take_elsewhere(self._records, Taken.ZIP)
        return {"bytes": len(written), "s": time.perf_counter() - began}

    def of_all(self) -> dict[str, Any]:
        own, totals = resource.getrusage(resource.RUSAGE_SELF), self.server.plane.totals()
        workers: list[float] = []
        if isinstance(self.server.plane, Workers):
            workers = [spent(worker._hands.pid) for worker in self.server.plane._at_work().values()]
        return {
            "server_s": own.ru_utime + own.ru_stime,
            "workers_s": workers,
            "wall_s": time.perf_counter(),
            "forwards": totals.audio + totals.video,
        }

    def figures(self, session: str) -> dict[str, Any]:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        counters = self.server.plane.forwarded(session) if session else Counters({}, {})
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return {
            "cpu_s": usage.ru_utime + usage.ru_stime,
            "wall_s": time.perf_counter(),
            "rss_kb": pages * os.sysconf("SC_PAGE_SIZE") / 1024,
            "forwards": sum(audio + video for audio, video in counters.forwarded.values()),
            "drops": dict(counters.drops) | dict(self.server.plane.counters),
        }


async def main(folder: str, probing: bool, workers: int) -> None:
    probe = Probe()
    if probing:
        probe.install()
    settings = Settings(
        data_dir=Path(folder), port=0, media_port=0, advertise=["127.0.0.1"], media_workers=workers
    )
    server = Server(settings)
    if isinstance(server.plane, Plane):
        probe.plane = server.plane
    spare_what_lasts()
    await server.start()
    words = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(words), sys.stdin.buffer
    )
    print(json.dumps({"url": server.url, "pid": os.getpid()}), flush=True)
    bench = Bench(server, probe)
    while line := (await words.readline()).decode():
        word, _, argument = line.strip().partition(" ")
        print(json.dumps(await bench.answer(word, argument)), flush=True)
    await server.stop()


if __name__ == "__main__":
    logs.configure("warning")
    asked = dict(option.partition("=")[::2] for option in sys.argv[2:])
    with asyncio.Runner(loop_factory=waiting.Loop) as runner:
        runner.run(main(sys.argv[1], "probe" in asked, int(asked.get("workers", 0))))
