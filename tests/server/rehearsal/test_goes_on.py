"""A rehearsal whose processes were all killed goes on when it is started again: the same links, people and seats."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import socket
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.vocabulary import Keeping
from server.asked import Asked
from server.demo import (
    KEPT,
    PLACES,
    Another,
    NotHeld,
    _end,
    _farewell,
    _give_up,
    _going_on,
    _killed,
    _look,
    _new,
    _welcome,
    hold,
    rehearse,
)
from server.formats import find
from server.opening import Links
from server.rehearsal.line import LineError
from server.rehearsal.places import Places, write_for_this_user
from server.settings import Settings
from server.store import Store
from server.terminal import OWN_FOLDER
from server.whereabouts import Whereabouts, tell
from tests.server.rehearsal.test_group_plays import Leader
from tests.waiting import until
from tests.warm import WarmProcess, start_warm


def free_port() -> int:
    """Below those that the kernel gives: else a connection of another test has it before the rehearsal does."""
    while True:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port := random.randrange(20_000, 32_000)))
            return port


@asynccontextmanager
async def demo(folder: Path, *words: str) -> AsyncIterator[tuple[str, str, WarmProcess]]:
    """What is said before the first link, which is the leaders', that link, and the process; whatever is left of it is
    killed."""
    settings = {"RESTAREA_DATA_DIR": str(folder), "RESTAREA_MEDIA_PORT": "0"}
    process = await start_warm(
        "demo", *words,
        env=os.environ | settings, errors=folder.with_suffix(".log"), alone=True,
    )  # fmt: skip
    try:
        said: list[str] = []
        async with asyncio.timeout(30):
            while not said or "http" not in said[-1]:
                line = (await process.stdout.readline()).decode()
                assert line, "it ended before it said where it is"
                said += [line.strip()] if line.strip() else []
        (link,) = (word for word in said[-1].split() if word.startswith("http"))
        yield " ".join(said[:-1]), link, process
    finally:
        kill(process)
        await process.wait()


def kill(process: WarmProcess) -> None:
    """The server and its group at once, as a power cut would."""
    if process.returncode is None:
        os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.parametrize("moved", [False, True])
async def test_it_goes_on_with_the_same_people_in_their_seats(tmp_path: Path, moved: bool) -> None:
    words, other = f"--members=2 --speed=1 --port={free_port()}", f"--port={free_port()}"
    async with demo(tmp_path, *words.split()) as (said, link, process):
        assert "is arriving" in said and f'ARGS="{words.replace("--speed=1 ", "")} --speed=4"' in said
        leader = Leader(link)
        await leader.come_in()
        await leader.until(lambda: len(leader.seats("waiting")) == 2)
        seats = leader.seats("waiting")
        for seat in seats:
            await leader.ask("admit", seat=seat)
        await leader.ask("begin")
        assert [stat.S_IMODE((tmp_path / file).stat().st_mode) for file in (KEPT, PLACES)] == [0o600, 0o600]
        kill(process)
        await process.wait()
    async with demo(tmp_path, *([other] if moved else [])) as (said, again, process):
        assert (
            "goes on, with the same people in their seats. Its phases" in said
            and f"started with {words}." in said
        )
        now = f"--members=2 --speed=1 {other}" if moved else words
        assert f'Another one instead: --anew (make run ARGS="{now} --anew").' in said
        assert (again == link) != moved and ("Its address is another one now" in said) == moved
        assert again.partition("#")[2] == link.partition("#")[2]
        if moved:
            before, leader = leader, Leader(again)
            leader._door.come_back_with(before._door.cookies)
            await before.go()
            await leader.come_in()
        else:
            await leader.come_back()
        await leader.until(lambda: leader.sees.kind == "arrival")
        await leader.until(lambda: all(leader.link(seat) == "up" for seat in seats))
        assert leader.seats("seated") == {leader.outlook.seat, *seats} and not leader.seats("waiting")
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 20) == 0
    assert not (tmp_path / KEPT).exists() and not (tmp_path / PLACES).exists()
    await leader.go()


@pytest.mark.slow
async def test_of_one_that_had_ended_the_record_can_be_looked_at_again_until_it_is_stopped(
    tmp_path: Path,
) -> None:
    folder = tmp_path / OWN_FOLDER
    words = f"--members=2 --keep --port={free_port()}"
    async with demo(tmp_path, *words.split()) as (_, link, process):
        leader = Leader(link)
        await leader.come_in()
        await leader.until(lambda: len(leader.seats("waiting")) == 2)
        for seat in leader.seats("waiting"):
            await leader.ask("admit", seat=seat)
        await leader.ask("begin")
        with suppress(LineError):  # its answer waits for the record, which is made in a process of its own
            await leader.ask("end")
        http, record = leader._door.http, f"{leader._door.origin}/record"

        async def is_made() -> bool:
            return (await http.get(record)).status == 200

        await until(is_made, within_s=30)
        before = await (await http.get(f"{record}.json")).read()
        kill(process)
        await process.wait()
    async with demo(tmp_path) as (said, again, process):
        assert "had ended. Its record can still be looked at" in said
        assert f"started with {words}." in said and again == record
        page = await http.get(again)
        assert page.status == 200 and "This is a rehearsal" in await page.text()
        assert await (await http.get(f"{record}.json")).read() == before
        last = await (await http.get(f"{leader._door.origin}/room")).text()
        assert "Please look at what that would be" in last and 'href="/record"' in last
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 20) == 0
    assert not folder.exists()
    await leader.go()


@pytest.mark.parametrize(("before", "then"), [((), ()), (("--keep",), ()), ((), ("--keep",))])
async def test_where_nothing_is_left_of_one_that_had_ended_another_begins_and_says_so(
    tmp_path: Path, before: tuple[str, ...], then: tuple[str, ...]
) -> None:
    """Also one with a record and one without, which lie in different folders."""
    folder, now = (tmp_path / OWN_FOLDER if words else tmp_path for words in (before, then))
    folder.mkdir(exist_ok=True)
    keeping = Keeping.AGGREGATE if before else Keeping.NOTHING
    asked = Asked(find("classic").text, 2, 1.0, 1, "en", keeping, words=" ".join(("--members=2", *before)))
    store = await Store.open(folder / "restarea.db")
    links = await _new(store, folder, "http://127.0.0.1:8080", asked)
    await store.end_session(links.session)
    await store.close()
    async with demo(tmp_path, "--members=2", *then, f"--port={free_port()}") as (said, link, _):
        assert said.index("nothing of it is left. This is another one") < said.index("is arriving")
        assert link.partition("#")[2] not in ("", links.lead.partition("#")[2])
        assert (now / KEPT).exists() and (folder == now or not (folder / KEPT).exists())


async def test_another_rehearsal_is_a_new_one(tmp_path: Path) -> None:
    asked = Asked(find("classic").text, 2, 1.0, 1, "en", words="--seed=1")
    url = "http://127.0.0.1:8080"
    store = await Store.open(tmp_path / "restarea.db")
    links = await _new(store, tmp_path, url, asked)
    assert await _killed(store, tmp_path, url, asked) == links
    with pytest.raises(Another, match="--seed=1"):
        await _killed(store, tmp_path, url, replace(asked, seed=7, words="--seed=7"))
    moved = await _killed(store, tmp_path, "http://127.0.0.1:9090", asked)
    assert moved is not None and moved.session == links.session
    assert moved.join == links.join.replace(":8080/", ":9090/") != links.join
    assert await _killed(store, tmp_path, "http://127.0.0.1:9090", asked) == moved, "and so it is kept"
    await store.end_session(links.session)
    assert await _killed(store, tmp_path, url, asked) is None
    write_for_this_user(tmp_path / KEPT, "{}")
    assert await _killed(store, tmp_path, url, asked) is None
    await store.close()


async def test_of_a_rehearsal_with_a_record_sums_are_made_and_go_with_it(tmp_path: Path) -> None:
    asked = Asked(find("classic").text, 2, 1.0, 1, "en", Keeping.AGGREGATE)
    store = await Store.open(tmp_path / "restarea.db")
    links = await _new(store, tmp_path, "http://127.0.0.1:8080", asked)
    row = await store.session(links.session)
    assert row is not None and row.keeping == Keeping.AGGREGATE
    assert await _killed(store, tmp_path, "http://127.0.0.1:8080", asked) == links
    await store.end_session(links.session, (), b"its record", 500.0)
    assert await _killed(store, tmp_path, "http://127.0.0.1:8080", asked) == links, "it can be looked at"
    assert await store.waiting_record(links.session) is not None
    await _end(store, tmp_path, links, asked)
    assert await store.waiting_record(links.session) is None
    assert await _killed(store, tmp_path, "http://127.0.0.1:8080", asked) is None
    again = await _new(store, tmp_path, "http://127.0.0.1:8080", asked)
    await store.end_session(again.session, (), b"its record", 0.0)
    await store.release_records(1.0)
    assert list((await store.records()).values()) == [b"its record"]
    await _killed(store, tmp_path, "http://127.0.0.1:8080", replace(asked, keeping=Keeping.NOTHING))
    assert len(await store.records()) == 1, "a rehearsal without a record may be on a server's own folder"
    await _killed(store, tmp_path, "http://127.0.0.1:8080", asked)
    assert await store.records() == {}, "and of one that ran past the hour"
    await store.close()
    welcome = _welcome(links, asked, others=False)
    assert "the last page leads there" in welcome
    without = _welcome(links, replace(asked, keeping=Keeping.NOTHING), others=False)
    assert "the last page" not in without
    over = _farewell(asked)
    assert 0 < over.find("Look at its record first") < over.find("Ctrl-C")
    assert "record" not in _farewell(replace(asked, keeping=Keeping.NOTHING))


@pytest.mark.parametrize("keeping", [Keeping.NOTHING, Keeping.AGGREGATE])
async def test_one_that_was_killed_stays_within_reach_until_that_is_given_up(
    tmp_path: Path, keeping: Keeping
) -> None:
    folder = tmp_path if keeping is Keeping.NOTHING else tmp_path / OWN_FOLDER
    folder.mkdir(exist_ok=True)
    asked = Asked(find("classic").text, 2, 4.0, 1, "en", keeping, 8080, "--members=2 --speed=4")
    assert await _look(tmp_path) == ([], [])
    store = await Store.open(folder / "restarea.db")
    links = await _new(store, folder, "http://127.0.0.1:8080", asked)
    await store.close()
    settings = Settings(data_dir=tmp_path, port=0, media_port=0)
    with pytest.raises(Another, match=f"^with {asked.words}$"):
        await rehearse(settings, replace(asked, speed=1.0, words="--members=2"))
    left, over = await _look(tmp_path)
    assert (left, over) == ([(folder, asked)], []) and left[0][1].words == asked.words
    # Nor does one with a record, which lies in another folder, begin beside it, nor one without beside that.
    for other in Keeping.NOTHING, Keeping.AGGREGATE:
        with pytest.raises(NotHeld, match=f"started with {asked.words}"):
            await asyncio.to_thread(hold, settings, replace(asked, speed=1.0, keeping=other, words="--keep"))
    store = await Store.open(folder / "restarea.db")
    assert await _killed(store, folder, "http://127.0.0.1:8080", left[0][1]) == links
    await store.close()
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(NotHeld, match="is in use"):
        settings = Settings(data_dir=tmp_path, port=other.getsockname()[1], media_port=0)
        await asyncio.to_thread(hold, settings, asked, anew=True)
    assert await _look(tmp_path) == (left, []), "nothing is given up for one that cannot begin"
    tell(folder, Whereabouts("http://127.0.0.1:8080", 8080, 9080))  # as the one that was killed did
    await _give_up(left)
    assert await _look(tmp_path) == ([], []) and not (folder / KEPT).exists()
    if folder.name == OWN_FOLDER:
        assert not folder.exists()
        return
    store = await Store.open(folder / "restarea.db")
    session = await store.session(links.session)
    assert session is None or session.ended
    await store.close()


def test_the_same_goes_on_at_another_port_and_nothing_in_particular_the_last() -> None:
    first, last = (
        Asked("", 2, 4.0, 1, "en", port=8080, words="--speed=4"),
        Asked("", 6, 1.0, 1, "en", port=8081),
    )
    unsaid = Settings(media_port=0)
    moved = Settings(port=9000, media_port=0)
    asked = replace(first, port=moved.port)
    assert _going_on(moved, asked, [last, first]) == (moved, first)
    assert _going_on(moved, asked, [last, first])[1].port == 9000
    nothing = replace(asked, members=6, speed=1.0, words="")
    settings, going = _going_on(unsaid, nothing, [last, first])
    assert (settings.port, going, going.port) == (8081, last, 8081)
    moved_there = replace(last, chosen="--port=8081")
    assert _going_on(unsaid, nothing, [moved_there])[1].chosen == "--port=8081"
    assert _going_on(moved, replace(asked, chosen="--port=9000"), [first])[1].chosen == "--port=9000"
    assert _going_on(moved, nothing, [moved_there])[1].chosen == "", "a setting has chosen it"
    with pytest.raises(Another, match=r"^without options, another with --speed=4$"):
        _going_on(moved, replace(asked, seed=7, words="--seed=7"), [last, first])


async def refused(folder: Path, *words: str) -> tuple[int, str]:
    """How a rehearsal that does not begin ends, and what it says."""
    settings, log = {"RESTAREA_DATA_DIR": str(folder), "RESTAREA_MEDIA_PORT": "0"}, folder / "said"
    process = await start_warm("demo", *words, env=os.environ | settings, errors=log, alone=True)
    try:
        async with asyncio.timeout(30):
            code = await process.wait()
    finally:
        kill(process)
    return code, " ".join(log.read_text().split())


async def test_the_command_says_how_one_that_was_killed_goes_on(tmp_path: Path) -> None:
    """It must be asked for otherwise; where a port is taken, it could not be done."""
    asked = Asked(find("classic").text, 6, 4.0, 1, "en", port=8080, words="--speed=4")
    store = await Store.open(tmp_path / "restarea.db")
    await _new(store, tmp_path, "http://127.0.0.1:8080", asked)
    await store.close()
    port = f"--port={free_port()}"
    for given in ("--seed=7", port), ("--seed=7",):
        code, said = await refused(tmp_path, *given)
        assert code == 2
        begins = f'make run ARGS="{" ".join(given)} --anew"'
        for one in ("started with --speed=4. ", "`restarea demo` alone goes on with it", begins):
            assert one in said
    with socket.create_server(("127.0.0.1", 0)) as other:
        code, said = await refused(tmp_path, f"--port={other.getsockname()[1]}", "--seed=7", "--anew")
    assert code == 1 and "is in use" in said
    assert re.search(r'Both at once: make run ARGS="--seed=7 --port=90\d0 --anew"$', said)


@pytest.mark.parametrize(
    ("language", "one", "more"),
    [("en", " second.", "s."), ("de", " Sekunde.", "n."), ("fr", " seconde.", "s.")],
)
def test_a_second_is_one(language: str, one: str, more: str) -> None:
    links, asked = Links("1", "", "", "", ""), Asked("", 2, 60.0, 1, language)
    assert f" 1{one}" in _welcome(links, asked, others=False)
    assert f" 6{one[:-1]}{more}" in _welcome(links, replace(asked, speed=10.0), others=False)


def test_places_are_kept_by_name_and_outlive_the_process(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    places = Places(file)
    assert places.of("Alma") == {}
    places.keep("Alma", {"restarea": "one"})
    places.keep("Bram", {"restarea": "two"})
    assert Places(file).of("Alma") == {"restarea": "one"}
    assert Places().of("Alma") == {}


@pytest.mark.parametrize("text", ["", "{", "[]"])
def test_half_a_file_keeps_nobody_out(tmp_path: Path, text: str) -> None:
    file = tmp_path / "places.json"
    write_for_this_user(file, text)
    assert Places(file).of("Alma") == {}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("is arriving. A minute of the form takes 15 seconds", "to lead it")),
        ("fr", ("arrive. Une minute de la séance dure 15 secondes", "pour animer")),
        ("de", ("kommt an. Eine Minute der Sitzung dauert 15 Sekunden", "zum Leiten")),
    ],
)
def test_it_speaks_the_language_that_was_asked_for(language: str, words: tuple[str, str]) -> None:
    links = Links("session", "LEAD", "CO-LEAD", "JOIN", "OBSERVE")
    said = _welcome(links, Asked("", 6, 4, 1, language), others=False)
    assert [word in said for word in (*words, "LEAD", "JOIN")] == [True] * 4


@pytest.mark.parametrize(
    ("speed", "language", "seconds"),
    [(8, "en", "7.5"), (8, "fr", "7,5"), (7, "de", "8,6"), (60, "en", "1"), (2.5, "en", "24")],
)
def test_the_pace_is_said_as_it_is(speed: float, language: str, seconds: str) -> None:
    links = Links("session", "LEAD", "CO-LEAD", "JOIN", "OBSERVE")
    said = _welcome(links, Asked("", 6, speed, 1, language), others=False)
    assert f" {seconds} se" in said.lower()


def test_of_two_sessions_that_go_on_neither_is_called_another() -> None:
    links, asked = Links("session", "LEAD", "CO-LEAD", "JOIN", "OBSERVE"), Asked("", 6, 4, 1, "en")
    new = _welcome(links, asked, others=True)
    assert new.index("This is another one") < new.index("is arriving")
    on = _welcome(links, asked, asked, others=True)
    assert on.index("that was killed goes on") < on.index("goes on as well") and "another" not in on
