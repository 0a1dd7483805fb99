"""What an operator's Prometheus may read: sums over the whole server, on an address of its own.

No room, no seat and no name is told apart in them, so that nobody learns from their course who met, or who spoke.
May import prometheus_client, aiohttp and the media plane's face.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping

from aiohttp import web
from prometheus_client import (
    CollectorRegistry,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from server.media.lag import BUCKETS_S
from server.media.workers import AnyPlane, Workers

LAG_EVERY_S = 0.1


class PlaneCollector(Collector):
    """The media plane's counters, read when they are asked for."""

    def __init__(self, plane: AnyPlane) -> None:
        self._plane = plane

    def collect(self) -> Iterator[Metric]:
        totals = self._plane.totals()
        packets = CounterMetricFamily("restarea_forwarded_packets", "Packets sent on.", labels=["kind"])
        packets.add_metric(["audio"], totals.audio)
        packets.add_metric(["video"], totals.video)
        yield packets
        drops = CounterMetricFamily(
            "restarea_dropped_packets", "Packets that a room did not send on.", labels=["reason"]
        )
        for reason, count in sorted(totals.drops.items()):
            drops.add_metric([reason], count)
        yield drops
        fates = CounterMetricFamily(
            "restarea_datagrams", "What became of datagrams that no room saw.", labels=["fate"]
        )
        for fate, count in sorted(totals.datagrams.items()):
            fates.add_metric([fate], count)
        yield fates
        yield GaugeMetricFamily("restarea_rooms", "Rooms that are open.", totals.rooms)
        seats = GaugeMetricFamily("restarea_seats", "Connections, by where they stand.", labels=["link"])
        for link, count in sorted(totals.seats.items()):
            seats.add_metric([link], count)
        yield seats
        engine = GaugeMetricFamily("restarea_forwarding", "What forwards.", labels=["engine"])
        engine.add_metric([self._plane.engine], 1)
        yield engine
        if isinstance(self._plane, Workers):
            yield from self._of_workers(self._plane)

    @staticmethod
    def _of_workers(workers: Workers) -> Iterator[Metric]:
        yield CounterMetricFamily(
            "restarea_media_workers_replaced", "Media workers that were replaced.", workers.replaced
        )
        lags = HistogramMetricFamily(
            "restarea_media_worker_lag_seconds", "How late a worker's event loop is.", labels=["port"]
        )
        for port, lag in workers.lags():
            lags.add_metric([str(port)], lag.buckets(), lag.sum_s)
        yield lags


class CheckCollector(Collector):
    """How often people looked at their way to the media port, and whether it was open."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        checks = CounterMetricFamily(
            "restarea_path_checks", "Looks at the way here, before going in.", labels=["outcome"]
        )
        for outcome, count in sorted(self._counts.items()):
            checks.add_metric([outcome], count)
        yield checks


class LinkCollector(Collector):
    """How good people's links are, in the words that they are told."""

    def __init__(self, qualities: Callable[[], Mapping[str, int]]) -> None:
        self._qualities = qualities

    def collect(self) -> Iterator[Metric]:
        links = GaugeMetricFamily("restarea_links", "Links in sessions, by how good.", labels=["quality"])
        for quality, count in sorted(self._qualities().items()):
            links.add_metric([quality], count)
        yield links


class LadderCollector(Collector):
    """What links carry: how many are given how much, and how often that became less or more."""

    def __init__(self, rungs: Callable[[], Mapping[str, int]], steps: Mapping[str, int]) -> None:
        self._rungs, self._steps = rungs, steps

    def collect(self) -> Iterator[Metric]:
        listeners = GaugeMetricFamily(
            "restarea_listeners", "Listeners, by what their link is given.", labels=["rung"]
        )
        for rung, count in self._rungs().items():
            listeners.add_metric([rung], count)
        yield listeners
        steps = CounterMetricFamily(
            "restarea_ladder_steps", "How often a link was given less, or more.", labels=["way"]
        )
        for way, count in sorted(self._steps.items()):
            steps.add_metric([way], count)
        yield steps


class FailureCollector(Collector):
    """What could not be done in a room, while the others went on."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        failures = CounterMetricFamily(
            "restarea_room_failures", "What could not be done in a room.", labels=["what"]
        )
        for what, count in sorted(self._counts.items()):
            failures.add_metric([what], count)
        yield failures


class Metrics:
    """`start`, then `stop`. The page is `/metrics`; `address` says where."""

    def __init__(self, plane: AnyPlane) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(PlaneCollector(plane))
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._lag = Histogram(
            "restarea_loop_lag_seconds",
            "How late the event loop is for what is due.",
            buckets=BUCKETS_S,
            registry=self._registry,
        )
        self._runner: web.AppRunner | None = None
        self._watch: asyncio.Task[None] | None = None
        self.address = ("", 0)

    def count_checks(self, counts: Mapping[str, int]) -> None:
        """By outcome; read each time that they are asked for."""
        self._registry.register(CheckCollector(counts))

    def count_links(self, qualities: Callable[[], Mapping[str, int]]) -> None:
        """By quality; asked each time that they are asked for."""
        self._registry.register(LinkCollector(qualities))

    def count_ladder(self, rungs: Callable[[], Mapping[str, int]], steps: Mapping[str, int]) -> None:
        """By rung, and by way: `down`, `up`; asked and read each time that they are asked for."""
        self._registry.register(LadderCollector(rungs, steps))

    def count_failures(self, counts: Mapping[str, int]) -> None:
        """By what; read each time that they are asked for."""
        self._registry.register(FailureCollector(counts))

    async def start(self, host: str, port: int) -> None:
        """Raises OSError if the port is taken."""
        app = web.Application()
        app.router.add_get("/metrics", self._page)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.address = self._runner.addresses[0][:2]
        self._watch = asyncio.get_running_loop().create_task(self._watch_loop())

    async def stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    async def _watch_loop(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LAG_EVERY_S
            await asyncio.sleep(LAG_EVERY_S)
            self._lag.observe(max(0.0, loop.time() - due))
