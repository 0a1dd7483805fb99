"""Nobody can learn from anything we store, log or show who was there or what was said: words that are nowhere else go
through a whole session, and through everything that can go wrong, and are searched for in all that is left."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import os
import socket
import sqlite3
import sys
import zipfile
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest
from socketio.exceptions import SocketIOError
from typer.testing import CliRunner

from facilitation.vocabulary import Keeping
from server.cli import app
from server.formats import find
from server.opening import Links, open_session
from server.record import parquet
from server.record.tables import phases
from server.room.measure import VETO_S
from server.store import Store
from tests.facilitation.worked_session import a_session, record
from tests.server.canaries import found, shapes
from tests.server.visitor import Visitor

NAMES = {"L": "Léonore Quillzephyr", "A": "Oswaldine Brixthorn", "B": "Tarquin Vexmoor"}
WORDS = ("stepmother Grubelwitz", "Zyanotinol overdose")
"""Of the case: on a plate; and where no such word belongs."""
AGENT = "Wobblebrowse/77.31 (Ploverian clinic)"
ADDRESS = "203.0.113.177"
SECRETS = (*NAMES.values(), *WORDS, AGENT, ADDRESS)

pytestmark = pytest.mark.slow


class Serving:
    """`restarea serve` on a data folder; everything that it writes, logs and answers is kept."""

    def __init__(self, folder: Path) -> None:
        self.data, self.log = folder / "data", folder / "server.log"
        self.port, self.metrics_port = free_port(), free_port()
        self.answers: list[str] = []
        self._process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        settings = {
            "DATA_DIR": self.data, "PORT": self.port, "MEDIA_PORT": 0, "METRICS_PORT": self.metrics_port,
            "LOG_LEVEL": "debug",
        }  # fmt: skip
        return {f"RESTAREA_{name}": str(value) for name, value in settings.items()}

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", "from server.cli import main; main()", "serve",
                stdout=asyncio.subprocess.PIPE, stderr=log, env=os.environ | self.settings,
            )  # fmt: skip
        assert self._process.stdout is not None
        async with asyncio.timeout(60):
            assert b"is ready" in await self._process.stdout.readline()

    async def stop(self, *, killed: bool) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill() if killed else self._process.terminate()
            said, _ = await self._process.communicate()
            self.answers.append(said.decode())

    async def asked(self, *words: str) -> str:
        """A command beside the server; in this process, for each new one takes two seconds to start."""
        ran = await asyncio.to_thread(CliRunner(env=self.settings).invoke, app, words)
        assert isinstance(ran.exception, SystemExit | None), ran.exception
        with self.log.open("a") as log:
            log.write(ran.stderr)
        self.answers.append(ran.stdout)
        return ran.stdout

    def left(self) -> dict[str, bytes]:
        files = {
            str(path.relative_to(self.data)): path.read_bytes()
            for path in self.data.rglob("*")
            if path.is_file()
        }
        return files | {"log": self.log.read_bytes(), "answers": "\n".join(self.answers).encode()}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
async def serving(tmp_path: Path) -> AsyncIterator[Serving]:
    serving = Serving(tmp_path)
    await serving.start()
    yield serving
    await serving.stop(killed=True)


async def opened(serving: Serving, keeping: Keeping) -> Links:
    store = await Store.open(serving.data / "restarea.db")
    try:
        return await open_session(store, find("psychodrama").text, serving.url, keeping=keeping)
    finally:
        await store.close()


async def gathered(links: Links) -> dict[str, Visitor]:
    people = {}
    for letter, name in NAMES.items():
        person = people[letter] = Visitor(links.lead, links.lead if letter == "L" else links.join)
        person.url = links.lead.partition("/join")[0]
        person.says = {"User-Agent": AGENT, "X-Forwarded-For": ADDRESS, "Forwarded": f"for={ADDRESS}"}
        await person.enter(name)
        await person.connect()
        await person.media()
        if letter != "L":
            await people["L"].do("admit", seat=person.seat)
    return people


async def to(people: dict[str, Visitor], key: str) -> None:
    leader = people["L"]
    await leader.do("advance", about=leader.view["phase"]["entry"])
    for person in people.values():
        await person.sees(lambda view: view["phase"] is not None and view["phase"]["key"] == key)


async def tells_a_case(people: dict[str, Visitor]) -> None:
    leader, ann, ben = people.values()
    await leader.do("begin")
    await leader.enters(1)
    await to(people, "case_call")
    await ann.do("offer_case", about=1)
    await leader.do("choose_presenter", about=1, seat=ann.seat)
    await to(people, "telling")
    await to(people, "casting")
    await ann.do("invite_to_part", about=leader.view["phase"]["entry"], seat=ben.seat, part="auxiliary")
    await ben.do("answer_invitation", accept=True)
    await leader.sees(lambda view: str(ben.seat) in view["scene"]["cast"])
    part = leader.view["scene"]["cast"][str(ben.seat)]["number"]
    assert (await ann.post("/api/plate", {"part": part, "text": WORDS[0]}))[0] == 200
    assert (await leader.post("/api/rename", {"seat": ben.seat, "name": NAMES["B"]}))[0] == 200


async def misbehaves(person: Visitor) -> None:
    """Words where none belong: each is refused, in whatever way."""
    word = WORDS[1]
    await person.post("/api/plate", {"part": 9_999, "text": word})
    await person.post("/api/rename", {"seat": 9_999, "name": word})
    await person.post("/api/name", {"name": word * 50})
    await person.post("/api/name", {word: word})
    await person.post("/api/enter", {"token": word})
    await person.post(
        "/api/media", {"offer": f"v=0\r\no=- 1 1 IN IP4 {ADDRESS}\r\ns={word}\r\nt=0 0\r\na={word}\r\n"}
    )
    await person.post(f"/api/{word}", word)
    await person.get(f"/{word}?{word}={word}")
    person.says |= {"Referer": f"https://example.org/{quote(word)}", "X-Case": word}
    await person.get("/room")
    for message in (
        word,
        {"id": word, "type": word},
        {"id": "x", "type": "end", word: word},
        {"id": word, "type": "begin"},
    ):
        await person.call("command", message)
    await person.call("hello", {"protocol": 1, "epoch": word, "audience": word, "seq": word})
    await person.call("looks", {"sizes": {word: word}, "wish": word})
    with contextlib.suppress(SocketIOError):
        await person._socket.call(word, word, timeout=0.2)


def plant(folder: Path) -> dict[str, Path]:
    """The first secret, in every shape and place in which it might be; by what it is."""
    secret = SECRETS[0]
    planted = {}
    for number, (shape, written) in enumerate(shapes(secret).items()):
        planted[shape] = folder / f"planted{number}"
        planted[shape].write_bytes(b"\1\2\3" + written + b"\n")
    for shape, packed in (("gzip", gzip.compress(secret.encode())), ("zlib", zlib.compress(secret.encode()))):
        planted[shape] = folder / shape
        planted[shape].write_bytes(b"before " + gzip.compress(b"around " + packed))
    with zipfile.ZipFile(folder / "zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", secret)
    planted["zip"] = folder / "zip"
    planted["parquet"] = folder / "parquet"
    planted["parquet"].write_bytes(parquet.write(phases({secret: record(a_session(), [])})))
    for kind in ("row", "free page", "journal"):
        planted[kind] = folder / f"{kind}.db"
        database = sqlite3.connect(planted[kind], isolation_level=None)
        database.execute("PRAGMA secure_delete = OFF")
        if kind == "journal":
            database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", (secret,))
        if kind == "free page":
            database.execute("DELETE FROM t")
        if kind == "journal":
            os.link(f"{planted[kind]}-wal", folder / "kept-wal")
            database.close()
            planted[kind].unlink()
            planted[kind] = folder / "kept-wal"
        database.close()
    return planted


async def test_what_is_planted_is_found(serving: Serving) -> None:
    assert found(SECRETS, serving.left()) == set()
    for what, path in plant(serving.data).items():
        places = {place for _, place, _ in found(SECRETS[:1], serving.left())}
        assert path.name in places, f"{what}: it would be missed"
        path.unlink()
    assert found(SECRETS, serving.left()) == set()
    serving.log.write_bytes(serving.log.read_bytes() + SECRETS[0].encode())
    assert {place for _, place, _ in found(SECRETS, serving.left())} == {"log"}


@pytest.mark.parametrize("keeping", list(Keeping))
async def test_nothing_that_anybody_said_or_is_can_be_found(serving: Serving, keeping: Keeping) -> None:
    links = await opened(serving, keeping)
    people = await gathered(links)
    leader, ann, _ = people.values()
    try:
        await tells_a_case(people)
        await misbehaves(ann)
        secrets = {
            *SECRETS,
            *(person.token for person in people.values()),
            *(person.cookie for person in people.values()),
            *(person.attended for person in people.values()),
        }
        assert found(secrets, serving.left()) == set(), "while it lasts"
        await serving.stop(killed=True)
        assert found(secrets, serving.left()) == set(), "after a crash, with its journal"
        await has_lasted(serving, links.session, 60_000)
        await serving.start()
        for person in people.values():
            await person.connect()
        assert ann.plates, "else the words are not there any more"
        await leader.do("end")
        for path in ("/record", "/record.json", "/room", "/join", "/certificate"):
            serving.answers.append((await leader.get(path))[1])
        assert 'class="code"' in serving.answers[-1], "there is one"
        await reads_metrics(serving)
        for person in people.values():
            await agrees(person)
        assert found(secrets, serving.left()) == set(), "after its end"
    finally:
        for person in people.values():
            await person.close()
    await serving.stop(killed=False)
    store = await Store.open(serving.data / "restarea.db")
    await store.release_records(VETO_S)
    kept = list(await store.records())
    await store.close()
    assert len(kept) == (keeping is not Keeping.NOTHING)
    listed = await serving.asked("record", "list")
    assert all(one in listed for one in kept)
    for one in kept:
        await serving.asked("record", "export", one)
    await takes_away(serving, kept, keeping)
    assert found(secrets, serving.left()) == set(), "in what is taken away"


async def has_lasted(serving: Serving, session: str, ms: int) -> None:
    """That much session time is over: what lasts no five seconds is left out of what is laid along time."""
    store = await Store.open(serving.data / "restarea.db")
    await store.heartbeat({session: ms})
    await store.close()


async def agrees(person: Visitor) -> None:
    """That which seat spoke when is kept; where nobody is asked, it changes nothing."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        http.post(
            f"{person.url}/record/agree",
            data={"agrees": "yes"},
            headers=person._headers(),
            allow_redirects=False,
        ) as answer,
    ):
        assert answer.status == 303


async def takes_away(serving: Serving, kept: list[str], keeping: Keeping) -> None:
    """Everything in every format, beside the data; then a receipt, which is a line of the audit log."""
    file = serving.data / "all.zip"
    await serving.asked("record", "export", "all", "--as", "zip", "-o", str(file))
    assert file.exists() == bool(kept)
    for one in kept:
        with zipfile.ZipFile(file) as whole:
            assert {f"records/{one}.{ending}" for ending in ("json", "eaf", "TextGrid")} <= set(
                whole.namelist()
            )
            seats = b"seat1 " in whole.read(f"records/{one}.eaf")
        assert seats == (keeping is Keeping.SEAT_TIMELINE), "all agreed to it"
        assert one in await serving.asked("record", "destroy", one, "--yes")


async def reads_metrics(serving: Serving) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{serving.metrics_port}/metrics") as answer,
    ):
        assert answer.status == 200
        serving.answers.append(await answer.text())
