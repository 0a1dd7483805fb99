"""What an operator's Prometheus may read: sums over the whole server, on an address of its own.

No room, no seat and no name is told apart in them, so that nobody learns from their course who met, or who spoke.
May import prometheus_client, aiohttp and the media plane's face.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

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


class Told(NamedTuple):
    """A metric with one label, told of by counts."""

    family: type[CounterMetricFamily | GaugeMetricFamily]
    name: str
    words: str
    label: str
    sorts: bool = True
    """By the label; else in the order of the counts."""

    def of(self, counts: Mapping[str, int]) -> Metric:
        metric = self.family(self.name, self.words, labels=[self.label])
        for value, count in sorted(counts.items()) if self.sorts else counts.items():
            metric.add_metric([value], count)
        return metric


PACKETS = Told(CounterMetricFamily, "restarea_forwarded_packets", "Packets sent on.", "kind")
DROPS = Told(
    CounterMetricFamily, "restarea_dropped_packets", "Packets that a room did not send on.", "reason"
)
DATAGRAMS = Told(
    CounterMetricFamily, "restarea_datagrams", "What became of datagrams that no room saw.", "fate"
)
SEATS = Told(GaugeMetricFamily, "restarea_seats", "Connections, by where they stand.", "link")
ENGINE = Told(GaugeMetricFamily, "restarea_forwarding", "What forwards.", "engine")
CHECKS = Told(
    CounterMetricFamily, "restarea_path_checks", "Looks at the way here, before going in.", "outcome"
)
LINKS = Told(GaugeMetricFamily, "restarea_links", "Links in sessions, by how good.", "quality")
LISTENERS = Told(
    GaugeMetricFamily, "restarea_listeners", "Listeners, by what their link is given.", "rung", sorts=False
)
STEPS = Told(CounterMetricFamily, "restarea_ladder_steps", "How often a link was given less, or more.", "way")
FAILURES = Told(CounterMetricFamily, "restarea_room_failures", "What could not be done in a room.", "what")


class PlaneCollector(Collector):
    """The media plane's counters, read when they are asked for."""

    def __init__(self, plane: AnyPlane) -> None:
        self._plane = plane

    def collect(self) -> Iterator[Metric]:
        totals = self._plane.totals()
        yield PACKETS.of({"audio": totals.audio, "video": totals.video})
        yield DROPS.of(totals.drops)
        yield DATAGRAMS.of(totals.datagrams)
        yield GaugeMetricFamily("restarea_rooms", "Rooms that are open.", totals.rooms)
        yield SEATS.of(totals.seats)
        yield ENGINE.of({self._plane.engine: 1})
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


class CountCollector(Collector):
    """Counts that are read when they are asked for."""

    def __init__(self, told: Told, counts: Callable[[], Mapping[str, int]]) -> None:
        self._told, self._counts = told, counts

    def collect(self) -> Iterator[Metric]:
        yield self._told.of(self._counts())


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
        self._registry.register(CountCollector(CHECKS, lambda: counts))

    def count_links(self, qualities: Callable[[], Mapping[str, int]]) -> None:
        """By quality; asked each time that they are asked for."""
        self._registry.register(CountCollector(LINKS, qualities))

    def count_ladder(self, rungs: Callable[[], Mapping[str, int]], steps: Mapping[str, int]) -> None:
        """By rung, and by way: `down`, `up`; asked and read each time that they are asked for."""
        self._registry.register(CountCollector(LISTENERS, rungs))
        self._registry.register(CountCollector(STEPS, lambda: steps))

    def count_failures(self, counts: Mapping[str, int]) -> None:
        """By what; read each time that they are asked for."""
        self._registry.register(CountCollector(FAILURES, lambda: counts))

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
