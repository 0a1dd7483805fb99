"""Nobody can learn from anything we store, log or show who was there or what was said: words that are nowhere else go
through a whole session with every level of record, and through everything that can go wrong, and are searched for in
all that is left.

What is theirs may be shown to them: a group's leader, and whoever was there, reads its name, an operator the leaders'
names and addresses, and whoever asks for what is known of them gets that. Nothing else, and nobody else's.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest
from socketio.exceptions import SocketIOError

from facilitation.structure import STEP_S
from facilitation.vocabulary import Keeping
from server.retention import QUARTER_S, VETO_S
from server.store import Store
from tests.letter_box import LetterBox
from tests.server.canaries import found, plant
from tests.server.canary_group import ADDRESSES, GROUP, NAMES, OWN, TELEPHONE, CanaryGroup
from tests.server.serving import Serving
from tests.server.visitor import Visitor
from tests.waiting import until

WORDS = ("stepmother Grubelwitz", "Zyanotinol overdose")
"""Of the case: on a plate; and where no such word belongs."""
AGENT = "Wobblebrowse/77.31 (Ploverian clinic)"
ADDRESS = "203.0.113.177"
SECRETS = {*OWN, *WORDS, AGENT, ADDRESS}
PLANTED = "Wendeltreppe Öhrchenschnapp"

pytestmark = pytest.mark.slow


@pytest.fixture
async def serving(tmp_path: Path) -> AsyncIterator[tuple[Serving, CanaryGroup]]:
    async with LetterBox() as box:
        serving = Serving(tmp_path, box.settings)
        await serving.start()
        yield serving, CanaryGroup(serving, box)
        await serving.stop(killed=True)


async def gathered(links: dict[str, str]) -> dict[str, Visitor]:
    people = {}
    for letter, name in NAMES.items():
        person = people[letter] = Visitor(links["L"], links[letter])
        person.url = links["L"].partition("/join")[0]
        person.says = {"User-Agent": AGENT, "X-Forwarded-For": ADDRESS, "Forwarded": f"for={ADDRESS}"}
        await person.enter(name)
        await person.connect()
        if letter != "B":
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


def leaks(serving: Serving, secrets: set[str]) -> set[tuple[str, str, str]]:
    """Which secret is where, but what is shown to whom it belongs."""
    shown = {one for path, page, own in serving.shown for one in found(secrets - own, {path: page.encode()})}
    return found(secrets, serving.left()) | shown


def of(people: dict[str, Visitor]) -> set[str]:
    """What their browsers hold, and their links."""
    return {secret for one in people.values() for secret in (one.token, one.cookie, one.attended) if secret}


def laid_along_time(server: Serving) -> bool:
    """Somebody has spoken, as the store has it, for longer than a step of a timeline, wherever that begins."""
    with contextlib.closing(sqlite3.connect(server.data / "restarea.db")) as database:
        spoken = database.execute("SELECT start_ms, end_ms FROM speech WHERE seat > 0").fetchall()
    return any(end - start > STEP_S * 1000 for start, end in spoken)


async def test_nothing_that_anybody_said_or_is_can_be_found(serving: tuple[Serving, CanaryGroup]) -> None:
    server, group = serving
    finds_what_is_planted(server)
    await group.found()
    meetings = {keeping: await gathered(await group.opened(keeping)) for keeping in reversed(Keeping)}
    everyone = [person for people in meetings.values() for person in people.values()]
    secrets = SECRETS.union(group.tokens, {group.leader}, *map(of, meetings.values()))
    try:
        voice = meetings[Keeping.SEAT_TIMELINE]["L"].peer
        assert voice is not None
        for people in meetings.values():
            await tells_a_case(people)
            voice.speak(True)
            await misbehaves(people["A"])
        await until(lambda: laid_along_time(server), within_s=30, every_s=0.05)
        voice.speak(False)
        assert leaks(server, secrets) == set(), "while it lasts"
        await server.stop(killed=True)
        assert leaks(server, secrets) == set(), "after a crash, with its journal"
        await have_lasted(server, 60_000)
        await server.start()
        for person in everyone:
            await person.connect()
        for people in meetings.values():
            assert people["A"].plates, "else the words are not there any more"
            await ends(server, people)
        kept = await released(server)
        await group.looked_at(kept)
        await reads_metrics(server)
    finally:
        for person in everyone:
            await person.close()
    await server.stop(killed=False)
    await takes_away(server, kept)
    assert leaks(server, secrets | group.tokens) == set(), "in what is left, shown and taken away"


def finds_what_is_planted(server: Serving) -> None:
    """In every shape and place, in the log, in an answer and on a page: else to find nothing would show nothing."""
    assert leaks(server, {PLANTED}) == set()
    planted = plant(PLANTED, server.data)
    with server.log.open("a") as log:
        log.write(PLANTED)
    server.answers.append(PLANTED)
    server.answered("page", f"<p>{PLANTED}", {GROUP})
    server.answered("own page", PLANTED, {PLANTED})
    places = {place for _, place, _ in leaks(server, {PLANTED})}
    missed = [what for what, path in planted.items() if path.name not in places]
    assert (missed, places - {path.name for path in planted.values()}) == ([], {"log", "answers", "page"})
    for path in planted.values():
        path.unlink()


async def have_lasted(server: Serving, ms: int) -> None:
    """So much session time is over: what lasts no five seconds is left out of what is laid along time."""
    store = await Store.open(server.data / "restarea.db")
    await store.heartbeat({one.session: ms for one in await store.sessions()})
    await store.close()


async def ends(server: Serving, people: dict[str, Visitor]) -> None:
    """Everyone agrees to what is kept, which changes nothing where nobody is asked."""
    leader = people["L"]
    await leader.do("end")
    for path in ("/record.json", "/room", "/join"):
        server.answers.append((await leader.get(path))[1])
    server.answered("record", (await leader.get("/record"))[1], {ADDRESSES["L"]})  # among whose it would come
    certificate = (await leader.get("/certificate"))[1]
    assert 'class="code"' in certificate, "there is one"
    server.answered("certificate", certificate, {GROUP})
    for person in people.values():
        await agrees(person)


async def released(server: Serving) -> list[str]:
    """The records, by their ids: nobody said no."""
    store = await Store.open(server.data / "restarea.db")
    await store.release_records(VETO_S + QUARTER_S)
    kept = list(await store.records())
    await store.close()
    assert len(kept) == 2, "of the three meetings one kept nothing"
    return kept


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


async def takes_away(server: Serving, kept: list[str]) -> None:
    """Everything in every format, beside the data; then receipts, which are lines of the audit log."""
    listed = await server.asked("record", "list")
    assert all(one in listed for one in kept)
    for one in kept:
        await server.asked("record", "export", one)
    for name, said in {
        "all.zip": ("record", "export", "all", "--as", "zip"),
        "plot.html": ("record", "plot", kept[0]),
        "months.html": ("record", "compare", *kept),
    }.items():
        await server.asked(*said, "-o", str(server.data / name))
        assert (server.data / name).stat().st_size > 10_000
    with zipfile.ZipFile(server.data / "all.zip") as whole:
        endings = {name.partition(".")[2] for name in whole.namelist() if name.startswith("records/")}
        assert endings >= {"json", "eaf", "TextGrid", "rttm"} and "timeline.csv" in whole.namelist()
        seats = [b"seat1 " in whole.read(f"records/{one}.eaf") for one in kept]
    assert sorted(seats) == [False, True], "all agreed to the timeline"
    await server.asked("backup", str(server.data / "backup"))
    export = await server.asked("person", "export", ADDRESSES["A"], keeps=False)
    assert NAMES["A"] in export
    server.answered("person export", export, {NAMES["A"], ADDRESSES["A"], GROUP, TELEPHONE})
    for one in kept:
        assert one in await server.asked("record", "destroy", one, "--yes")


async def reads_metrics(serving: Serving) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{serving.metrics_port}/metrics") as answer,
    ):
        assert answer.status == 200
        serving.answers.append(await answer.text())
