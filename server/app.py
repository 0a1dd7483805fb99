"""The composition root: settings, store, media plane, house, signaling and pages become one running server."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Collection
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from server.checkup import look_while_serving
from server.formats import load
from server.house import House
from server.media.hiring import hires
from server.media.plane import Plane
from server.media.workers import AnyPlane, Workers
from server.metrics import Metrics
from server.occupancy import occupy
from server.pages.routes import setup
from server.settings import Settings
from server.signaling import Signaling
from server.store import Store
from server.tls import Certificate
from server.whereabouts import Whereabouts, forget, tell

log = structlog.get_logger()

HANDSHAKE_S = 10.0
"""For so long whoever connects may take for their TLS handshake; asyncio alone would wait for a minute."""
BACKLOG = 128
DRAIN_S = 1.0
"""Between telling people that the server goes down and going down: enough to deliver what was acknowledged."""


class Server:
    """`start`, then `stop`. `url` is where people find it."""

    def __init__(
        self, settings: Settings, store: Store | None = None, rehearsals: Collection[str] = ()
    ) -> None:
        """`store`: one that is open already, for tests; otherwise the one in the data folder is opened. `rehearsals`:
        the sessions that are rehearsals, in whatever time; it may grow."""
        self.settings = settings
        self.rehearsals = rehearsals
        self._store = store
        self.plane = plane_for(settings)
        self.metrics = Metrics(self.plane)
        self._lock: IO[bytes] | None = None
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None
        self._keeps_fresh: asyncio.Task[None] | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return self.settings.public_url.rstrip("/") or f"http://{self.settings.host}:{self.port}"

    async def start(self) -> None:
        """Raises OSError if a port is taken, the data folder cannot be written or is another server's, or the server's
        own certificate cannot be used; then nothing is left open."""
        with ExitStack() as undo:
            self._lock = undo.enter_context(occupy(self.settings.data_dir))
            forget(self.settings.data_dir)  # what a kill left there
            await self._open(self._store or await Store.open(self.settings.data_dir / "restarea.db"))
            undo.pop_all()
        log.info("started")

    async def _open(self, store: Store) -> None:
        try:
            await self._listen(store)
        except BaseException:
            await self._let_certificate_be()
            await self._hang_up()
            await self.metrics.stop()
            await self.plane.stop()
            await store.close()
            raise

    async def _listen(self, store: Store) -> None:
        certificate = certificate_of(self.settings)
        for broken in load(self.settings.formats_dir).broken:
            log.warning("format_broken", reason=broken.reason)
        self.house = House(self.settings, store, self.plane, self.rehearsals)
        self.metrics.count_checks(self.house.checks.counts)
        self.metrics.count_links(self.house.link_qualities)
        self.metrics.count_ladder(self.house.rungs, self.house.steps)
        self.metrics.count_failures(self.house.failures)
        await self.plane.start(
            self.settings.media_host,
            self.settings.media_port,
            self.settings.advertise,
            tcp=self.settings.media_over_tcp,
        )
        self.signaling = Signaling(
            self.house, [self.settings.public_url] if self.settings.public_url else None
        )
        app = web.Application(client_max_size=64 * 1024)
        setup(
            app,
            self.house,
            url=lambda: self.url,
            say=partial(print, flush=True),
            look=partial(look_while_serving, self.settings),
        )
        self.signaling.attach(app)
        # No access log: it would hold addresses.
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        self.port = await self._open_port(self._runner, certificate)
        if certificate is not None:
            self._keeps_fresh = asyncio.create_task(certificate.keep_fresh(), name="certificate")
        if self.settings.metrics_port is not None:
            await self.metrics.start(self.settings.metrics_host, self.settings.metrics_port)
        await self.house.start()
        try:
            tell(self.settings.data_dir, Whereabouts(self.url, self.port, self.plane.port))
        except OSError as error:  # people come all the same; a command beside it says that it is in doubt
            log.warning("whereabouts_untold", reason=type(error).__name__)

    async def _open_port(self, runner: web.AppRunner, certificate: Certificate | None) -> int:
        """Without a site of aiohttp's, which cannot be told how long a handshake may take."""
        assert runner.server is not None
        self._listening = await asyncio.get_running_loop().create_server(
            runner.server,
            self.settings.host,
            self.settings.port,
            ssl=None if certificate is None else certificate.context,
            ssl_handshake_timeout=None if certificate is None else HANDSHAKE_S,
            backlog=BACKLOG,
        )
        return int(self._listening.sockets[0].getsockname()[1])

    async def _hang_up(self) -> None:
        """Nobody comes any more, and whoever is connected has their answer."""
        if self._listening:
            self._listening.close()
        if self._runner:
            await self._runner.cleanup()

    async def stop(self) -> None:
        """Drains: no new people, everyone is told, what was acknowledged is safe."""
        self.house.draining = True
        await self.signaling.drain()
        await asyncio.sleep(DRAIN_S)
        await self._let_certificate_be()
        await self.house.stop()
        await self.signaling.stop()
        await self._hang_up()
        await self.metrics.stop()
        await self.plane.stop()
        await self.house.store.close()
        lock, self._lock = self._lock, None  # whoever stops twice forgets no server that came after this one
        if lock:
            with lock, suppress(OSError):
                forget(self.settings.data_dir)
        log.info("stopped")

    async def _let_certificate_be(self) -> None:
        """It is looked at no more."""
        if self._keeps_fresh:
            self._keeps_fresh.cancel()
            await asyncio.gather(self._keeps_fresh, return_exceptions=True)


def certificate_of(settings: Settings) -> Certificate | None:
    """The server's own; None: it speaks plain HTTP. Raises OSError."""
    if settings.tls_certificate_file is None or settings.tls_key_file is None:
        return None
    host = urlsplit(settings.public_url).hostname or ""
    return Certificate(settings.tls_certificate_file, settings.tls_key_file, host)


def plane_for(settings: Settings) -> AnyPlane:
    """In this process, or in as many as the settings say."""
    if not settings.workers:
        return Plane()
    # The same program as this one, wherever it was started: -P looks for no other in the present folder.
    path = os.pathsep.join(filter(None, [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-P", "-m", "server.worker", settings.log_level]
    return Workers(settings.workers, hires(command, PYTHONPATH=path))


def spare_what_lasts() -> None:
    """What a process has imported lasts as long as it does: no collection of garbage looks at it again. One that looked
    through all of it would stop the loop, and with it every voice, for a tenth of a second. Before any room is there:
    what is named here is never let go."""
    gc.collect()
    gc.freeze()


def when_told_to_stop(act: Callable[[], None]) -> None:
    """Calls `act` once at SIGTERM or SIGINT."""
    loop = asyncio.get_running_loop()
    for which in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(which, act)


async def serve_until_told(server: Server, started: Callable[[], None]) -> None:
    """Runs `server` until SIGTERM or SIGINT; `started` is called when people may come."""
    told = asyncio.Event()
    when_told_to_stop(told.set)
    spare_what_lasts()
    await server.start()
    try:
        started()
        await told.wait()
    finally:
        await server.stop()
