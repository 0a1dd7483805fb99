"""Debian's Janus beside us, for comparison only: its process, its signalling, and people in its VideoRoom who are load
peers as ours are. It speaks VP8 and Opus as our server does; each of its people has one connection to send and, as its
VideoRoom wants it, another to receive.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aioice import stun

from server.rehearsal.offer import parse_answer
from tests.bench.crowd import LoadPeer
from tests.waiting import until

ROOM_SECRET = "bench"
STARTS_S, ANSWERS_S = 15, 15
GENERAL = """general: {{
  configs_folder = "{folder}"
  plugins_folder = "{plugins}"
  transports_folder = "{transports}"
  events_folder = "{folder}"
  loggers_folder = "{folder}"
  debug_level = 2
  session_timeout = 0
  event_loops = {loops}
}}
media: {{ rtp_port_range = "40000-60000" }}
plugins: {{ disable = "{other_plugins}" }}
transports: {{ disable = "{other_transports}" }}
"""
SOCKETS = 'general: {{\n  json = "compact"\n  ws = true\n  ws_port = {port}\n  ws_ip = "127.0.0.1"\n}}\n'


def installed() -> Path | None:
    """Where Debian's Janus keeps its plugins; None if it is not installed."""
    if shutil.which("janus") is None:
        return None
    return next(Path("/usr/lib").glob("*/janus"), None)


@asynccontextmanager
async def running(
    port: int, loops: int, prefix: tuple[str, ...] = ()
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Janus with so many event loops; 0: with its default, a thread for each connection. Its WebSocket is at `port`."""
    home = installed()
    assert home is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def others(kind: str, wanted: str) -> str:
            return ",".join(path.name for path in (home / kind).glob("*.so") if wanted not in path.name)

        (folder / "janus.jcfg").write_text(
            GENERAL.format(
                folder=folder, plugins=home / "plugins", transports=home / "transports", loops=loops,
                other_plugins=others("plugins", "videoroom"), other_transports=others("transports", "websockets"),
            )
        )  # fmt: skip
        (folder / "janus.transport.websockets.jcfg").write_text(SOCKETS.format(port=port))
        (folder / "janus.plugin.videoroom.jcfg").write_text("general: {}\n")
        with (folder / "log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                *prefix, "janus", "-F", str(folder), stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log
            )
        try:
            await until(lambda: _listens(port), within_s=STARTS_S, every_s=0.1)
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGKILL)
            await process.wait()


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


class Gateway:
    """One WebSocket and one session of Janus's API; answers are told apart by their transaction."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._session = 0
        self._names = (f"t{number}" for number in itertools.count())
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    @asynccontextmanager
    async def open(cls, port: int) -> AsyncIterator[Gateway]:
        async with (
            aiohttp.ClientSession() as http,
            http.ws_connect(
                f"http://127.0.0.1:{port}", protocols=["janus-protocol"], max_msg_size=0
            ) as socket,
        ):
            gateway = cls(socket)
            try:
                gateway._session = (await gateway._ask({"janus": "create"}))["data"]["id"]
                yield gateway
            finally:
                gateway._reading.cancel()

    async def attach(self) -> int:
        """A new handle of the VideoRoom."""
        return int((await self._ask({"janus": "attach", "plugin": "janus.plugin.videoroom"}))["data"]["id"])

    async def say(self, handle: int, jsep: dict[str, str] | None = None, **body: Any) -> dict[str, Any]:
        """What the plugin answers, with `jsep` where it has one. Raises RuntimeError for a refusal."""
        message = {"janus": "message", "handle_id": handle, "body": body} | ({"jsep": jsep} if jsep else {})
        answer = await self._ask(message)
        data = dict(answer["plugindata"]["data"])
        if "error" in data:
            raise RuntimeError(f"janus: {data['error']}")
        return data | ({"jsep": answer["jsep"]} if "jsep" in answer else {})

    async def detach(self, handle: int) -> None:
        await self._ask({"janus": "detach", "handle_id": handle})

    async def _ask(self, message: dict[str, Any]) -> dict[str, Any]:
        name = next(self._names)
        answer = self._waiting[name] = asyncio.get_running_loop().create_future()
        session = {"session_id": self._session} if self._session else {}
        await self._socket.send_str(json.dumps(message | session | {"transaction": name}))
        async with asyncio.timeout(ANSWERS_S):
            return await answer

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if told.get("janus") == "ack":
                continue
            waiting = self._waiting.pop(told.get("transaction", ""), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(told)


class Peer(LoadPeer):
    """Answers checks too: Janus makes its own, and what it offers it also nominates."""

    offers = True

    def _take(self, datagram: bytes) -> None:
        if datagram[0] < 4 and self._checks is not None and self._answer is not None:
            message = stun.parse_message(datagram)
            if message.message_class == stun.Class.REQUEST:
                self._agree(message, self._answer.candidates[0])
                return
        super()._take(datagram)

    def _agree(self, request: stun.Message, source: tuple[str, int]) -> None:
        assert self._checks is not None
        response = stun.Message(request.message_method, stun.Class.RESPONSE, request.transaction_id)
        response.attributes["XOR-MAPPED-ADDRESS"] = source
        response.add_message_integrity(self._local.password.encode())
        self._send_to(bytes(response), source)
        if not self.offers:
            self._checks.path, self._checks.answered_ms = source, self._now_ms()
            self._answered.set()

    def on_tick(self, now_ms: int) -> None:
        if not self.offers and self._checks is not None:
            self._checks._due_ms = now_ms + 1  # whoever answers makes no checks of their own
        super().on_tick(now_ms)


class Receiver(Peer):
    """Answers an offer of Janus's, where our server answers one of ours."""

    offers = False

    def answer_to(self, offer: str) -> str:
        """The answer's SDP: everything that is offered, received, at a socket that is open from now on."""
        self._open_socket()
        assert self._socket is not None
        host, port = parse_answer(offer).candidates[0][0], self._socket.getsockname()[1]
        own = (
            f"a=ice-ufrag:{self._local.ufrag}", f"a=ice-pwd:{self._local.password}",
            f"a=fingerprint:sha-256 {self._local.fingerprint}", "a=setup:passive", "a=recvonly", "a=rtcp-mux",
            f"a=candidate:1 1 udp 2130706431 {host} {port} typ host",
        )  # fmt: skip
        lines, inside = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0"], False
        for line in offer.splitlines():
            if line.startswith("m="):
                inside = True
                lines += [line, "c=IN IP4 0.0.0.0", *own]
            elif line.startswith("a=group:") or (
                inside and line.startswith(("a=mid:", "a=rtpmap:", "a=fmtp:", "a=rtcp-fb:", "a=extmap:"))
            ):
                lines.append(line)
        return "\r\n".join(lines) + "\r\n"

    def _open_socket(self) -> None:
        if self._socket is None:
            super()._open_socket()


class Person:
    """One of a VideoRoom's people: a peer that sends, and one that receives everybody else."""

    def __init__(self, gateway: Gateway, room: int) -> None:
        self._gateway, self._room = gateway, room
        self.feed = 0
        self.sender, self.receiver = Peer(0), Receiver()
        self._handles: list[int] = []

    async def publish(self, feed: int | None = None) -> None:
        """Joins, under the id `feed` if one is given, and sends."""
        handle = await self._gateway.attach()
        self._handles.append(handle)
        wanted = {} if feed is None else {"id": feed}
        joined = await self._gateway.say(handle, request="join", ptype="publisher", room=self._room, **wanted)
        self.feed = joined["id"]
        offer = {"type": "offer", "sdp": self.sender.offer()}
        answered = await self._gateway.say(
            handle, offer, request="publish", audiocodec="opus", videocodec="vp8"
        )
        await self.sender.connect(answered["jsep"]["sdp"])

    async def subscribe(self, feeds: list[int]) -> None:
        """Receives these, the first of them in the first slot."""
        handle = await self._gateway.attach()
        self._handles.append(handle)
        streams = [{"feed": feed} for feed in feeds]
        offered = await self._gateway.say(
            handle, request="join", ptype="subscriber", room=self._room, streams=streams
        )
        offer = offered["jsep"]["sdp"]
        answer = {"type": "answer", "sdp": self.receiver.answer_to(offer)}
        await self._gateway.say(handle, answer, request="start")
        await self.receiver.connect(offer)

    async def mute(self, feed: int, muted: bool) -> None:
        """Somebody's voice is not forwarded any more, or again: the room's moderation, which no client can undo."""
        await self._gateway.say(
            self._handles[0],
            request="moderate",
            room=self._room,
            secret=ROOM_SECRET,
            id=feed,
            mid="0",
            mute=muted,
        )

    async def leave(self) -> None:
        await self.sender.close()
        for handle in self._handles:
            await self._gateway.detach(handle)
        await self.receiver.close()


async def gather(gateway: Gateway, room: int, count: int) -> list[Person]:
    """A new VideoRoom in which everybody sends to everybody."""
    handle = await gateway.attach()
    await gateway.say(
        handle, request="create", room=room, secret=ROOM_SECRET, publishers=2 * count, bitrate=0, fir_freq=0,
        audiolevel_event=False, audiocodec="opus", videocodec="vp8", notify_joining=False,
    )  # fmt: skip
    people = [Person(gateway, room) for _ in range(count)]
    for person in people:
        await person.publish()
    for person in people:
        await person.subscribe([other.feed for other in people if other is not person])
    return people
