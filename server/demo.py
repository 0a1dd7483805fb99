"""`restarea demo`: a server, a session in compressed time, and a rehearsal group in a process of its own.

A rehearsal that was killed goes on when the same is asked for again, or nothing in particular, and at another address,
too: its links and the places of its fictitious people are kept in the data folder until it is told to stop. So does one
that had ended, while its record waits to be looked at. Another takes its place only where that is said.

With a record it lies in a folder of its own, so that nothing of it comes among the records of a server; the fictitious
members say nothing, which is yes to sums. The record can be looked at until the rehearsal is told to stop.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitation.vocabulary import Keeping
from server import whereabouts
from server.app import Server, spare_what_lasts, when_told_to_stop
from server.asked import Asked
from server.occupancy import LOCK, Occupied, is_occupied, occupy
from server.opening import Links, open_session
from server.pages.language import text
from server.ports import a_free_one, beside, taken
from server.rehearsal.places import write_for_this_user
from server.retention import day_of
from server.settings import Settings
from server.store import Store
from server.terminal import OWN_FOLDER, STORE, as_called

KEPT, PLACES = "rehearsal.json", "rehearsal-places.json"


class NotHeld(Exception):
    """Why none is held, in plain words."""


class OtherWords(NotHeld):
    """It must be asked for otherwise."""


class Another(Exception):
    """One that was killed here may still go on, or be looked at; `str()` says how it was started."""


def hold(settings: Settings, asked: Asked, *, anew: bool = False) -> None:
    """Until SIGTERM or SIGINT. Of those that were killed the same goes on, and where no words were given the last, on
    its port unless one was chosen. Raises NotHeld."""
    try:
        left, over = asyncio.run(_look(settings.data_dir))
        if anew:
            if said := _in_use(settings, asked, "--anew"):  # nothing is given up for one that cannot begin
                raise NotHeld(said)
            asyncio.run(_give_up(left))
        elif left:
            settings, asked = _going_on(settings, asked, [one for _, one in left])
        asyncio.run(rehearse(settings, asked, over))
    except Another as another:
        raise OtherWords(
            "A rehearsal that was killed can still go on, with its people and links, or, if it had ended, with its "
            f"record to look at; it was started {another}. "
            f"`{as_called()} demo` alone goes on with it (make run); with --anew this one begins, and what was killed "
            f"is given up ({asked.typed('--anew')})."
        ) from another
    except OSError as error:
        why = f"The rehearsal cannot start: {error.strerror or error}. Try `{as_called()} doctor`."
        raise NotHeld(_in_use(settings, asked) or why) from error


def _going_on(settings: Settings, asked: Asked, left: Sequence[Asked]) -> tuple[Settings, Asked]:
    """Raises Another."""
    if asked.words and asked not in left:
        raise Another(", another ".join(one.started() for one in left))
    before = left[left.index(asked)] if asked.words else left[0]
    if "port" in settings.model_fields_set:
        return settings, replace(before, port=asked.port, chosen=asked.chosen)
    return beside(settings.model_copy(update={"port": before.port})), before


def _in_use(settings: Settings, asked: Asked, *more: str) -> str:
    """Which of its ports something else has, and what is typed to have both; "": none."""
    if not (said := taken(settings, "--port")):
        return ""
    port = a_free_one(settings)
    both = "" if port is None else f" Both at once: {asked.typed(f'--port={port}', *more)}"
    return f"The rehearsal cannot start. {said}{both}"


async def _look(data_dir: Path) -> tuple[list[tuple[Path, Asked]], list[tuple[Path, Asked]]]:
    """The rehearsals that were killed and in whose place nothing runs, the last first: in which folder each lies, and
    what it was asked for with. Those that may go on or be looked at, and those of which nothing is left."""
    files = [file for folder in (data_dir, data_dir / OWN_FOLDER) if (file := folder / KEPT).exists()]
    left: list[tuple[Path, Asked]] = []
    over: list[tuple[Path, Asked]] = []
    for folder in (file.parent for file in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True)):
        if is_occupied(folder) or (kept := _kept(folder)) is None:
            continue
        store = await Store.open(folder / STORE)
        try:
            (left if await _goes_on(store, kept[0]) else over).append((folder, kept[1]))
        finally:
            await store.close()
    return left, over


async def _give_up(left: Sequence[tuple[Path, Asked]]) -> None:
    """They end; but one that somebody has begun to hold since goes on."""
    for folder, asked in left:
        with suppress(Occupied):
            await _let_go(folder, asked)


async def _let_go(folder: Path, asked: Asked) -> bool:
    """It ends, if it has not, with the folder of one with a record. Whether nothing of that is left. Raises
    Occupied."""
    with occupy(folder):
        store = await Store.open(folder / STORE)
        try:
            if (kept := _kept(folder)) is not None:
                await _end(store, folder, kept[0], asked)
            goes = await _is_its_own(store, asked)
        finally:
            await store.close()
        return goes and _clear(folder)


async def rehearse(settings: Settings, asked: Asked, past: Sequence[tuple[Path, Asked]] = ()) -> None:
    """Runs until SIGTERM or SIGINT. `past`: of what was killed here or beside it, that of which nothing is left.
    Raises OSError if the server cannot start, and Another.

    Beside a server that runs on the data folder it keeps its session, which nobody needs later, in a folder of its own.
    """
    # Nobody is certified to have rehearsed with a fictitious group.
    settings = settings.model_copy(
        update={"certificates_months": 0, "hours_months": 0, "feedback_file": None}
    )
    if asked.keeping is not Keeping.NOTHING:
        settings = settings.model_copy(update={"data_dir": settings.data_dir / OWN_FOLDER})
    if not is_occupied(settings.data_dir):
        await _rehearse(settings, asked, past)
        return
    with TemporaryDirectory(prefix="restarea-") as own:
        await _rehearse(settings.model_copy(update={"data_dir": Path(own)}), asked, past)


async def _rehearse(settings: Settings, asked: Asked, past: Sequence[tuple[Path, Asked]]) -> None:
    told = asyncio.Event()
    when_told_to_stop(told.set)
    folder = settings.data_dir
    kept = _kept(folder)
    rehearsals = set() if kept is None else {kept[0].session}  # its room opens with the server
    server = Server(settings, rehearsals=rehearsals)
    spare_what_lasts()
    await server.start()
    group: asyncio.subprocess.Process | None = None
    links: Links | None = None
    store = server.house.store
    try:
        older = {row.session for row in await store.sessions()}
        links = await _killed(store, folder, server.url, asked)
        before = None if kept is None or links is None else kept[1]
        moved = kept is not None and kept[2] != server.url
        if links is None:
            links = await _new(store, folder, server.url, asked)
            rehearsals.add(links.session)
            await _give_up([one for one in past if one[0] != folder])
        if before is not None and not await _is_open(store, links):
            print(f"\n{_record_left(server.url, asked, before)}\n", flush=True)
            await told.wait()
        elif not told.is_set():  # else nobody comes any more
            if past and before is None:
                print(f"\n{text(asked.language, 'demo-nothing-left')}", flush=True)
            group = await _start_group(asked, links, folder)
            others = bool(older - {links.session})
            print(_welcome(links, asked, before, others=others, moved=moved), flush=True)
            farewell = asyncio.create_task(_is_over(group, told, asked))
            await told.wait()
            farewell.cancel()
    finally:
        if group is not None and group.returncode is None:
            group.terminate()
            await group.wait()
        if links is not None:
            await _end(store, folder, links, asked)
        await server.stop()
        if links is not None and asked.keeping is not Keeping.NOTHING:
            with suppress(OSError):  # which seats and links there were lies in its folder, too
                if await _let_go(folder, asked):
                    print(f"\n{text(asked.language, 'demo-destroyed')}", flush=True)


async def _end(store: Store, folder: Path, links: Links, asked: Asked) -> None:
    await store.end_session(links.session)
    await _destroy(store, links.session, asked)
    for name in (KEPT, PLACES):
        (folder / name).unlink(missing_ok=True)


async def _is_its_own(store: Store, asked: Asked) -> bool:
    """Whether the folder was made for a rehearsal with a record, and its database has nothing else: no session that
    goes on, no group, nobody who leads one."""
    others = await store.sessions() or await store.groups() or await store.leaders.listed()
    return asked.keeping is not Keeping.NOTHING and not others


def _clear(folder: Path) -> bool:
    """Removes what this program writes into a folder that one holds, and the folder, where nobody has put anything
    else. Whether nothing of it is left."""
    database = folder / STORE
    keys = database.with_suffix(".keys")
    kept = [folder / name for name in (KEPT, PLACES)]
    files = [
        *(database.with_name(STORE + end) for end in ("", "-wal", "-shm", "-journal")), *keys.glob("*.key"),
        *kept, *(file.with_suffix(".new") for file in kept), *(folder / name for name in whereabouts.FILES),
    ]  # fmt: skip
    # Until the lock is gone nobody else has the folder.
    for remove in (*(file.unlink for file in files), keys.rmdir, (folder / LOCK).unlink, folder.rmdir):
        with suppress(OSError):
            remove()
    return not any(file.exists() for file in files)


def _kept(folder: Path) -> tuple[Links, Asked, str] | None:
    """The links of a rehearsal that was killed here, what was asked for, and the address of its pages."""
    try:
        kept = json.loads((folder / KEPT).read_text())
        asked = kept["asked"]
        return Links(**kept["links"]), Asked(**asked | {"keeping": Keeping(asked["keeping"])}), kept["url"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


async def _is_open(store: Store, links: Links) -> bool:
    session = await store.session(links.session)
    return session is not None and not session.ended


async def _goes_on(store: Store, links: Links) -> bool:
    """Or its record can be looked at."""
    return await _is_open(store, links) or await store.waiting_record(links.session) is not None


async def _killed(store: Store, folder: Path, url: str, asked: Asked) -> Links | None:
    """The links of the rehearsal that was killed here, now at this address, if it goes on. Raises Another if something
    else was asked for."""
    if (found := _kept(folder)) is None:
        return None
    links, before, address = found
    if not await _goes_on(store, links):
        await _destroy(store, links.session, asked)
        return None
    if before != asked:
        raise Another(before.started())
    if address != url:
        links = Links(
            **{name: one.replace(f"{address}/", f"{url}/", 1) for name, one in asdict(links).items()}
        )
        _keep(folder, links, replace(before, port=asked.port, chosen=asked.chosen), url)
    return links


async def _destroy(store: Store, session: str, asked: Asked) -> None:
    """What was kept of a rehearsal goes with it; where it ran past the hour of its record, too."""
    await store.destroy_waiting(session)
    if asked.keeping is not Keeping.NOTHING:  # else the folder may be a server's
        await store.released.destroy(await store.records(), "server", day_of(time.time()))


async def _new(store: Store, folder: Path, url: str, asked: Asked) -> Links:
    (folder / PLACES).unlink(missing_ok=True)
    links = await open_session(
        store,
        asked.format_text,
        url,
        speed=asked.speed,
        members=asked.members + 4,
        keeping=asked.keeping,
    )
    _keep(folder, links, asked, url)
    return links


def _keep(folder: Path, links: Links, asked: Asked, url: str) -> None:
    kept = {"links": asdict(links), "asked": asdict(asked), "url": url}
    write_for_this_user(folder / KEPT, json.dumps(kept))


async def _start_group(asked: Asked, links: Links, folder: Path) -> asyncio.subprocess.Process:
    """It reads its link from its standard input: a command line can be read by everyone on the machine. The input stays
    open for as long as this process lives, and the group goes home when it ends."""
    # Ctrl-C reaches every process of the terminal. What it means is for this one to say, also while the other starts.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        group = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "server.rehearsal", "--held",
            "--members", str(asked.members), "--speed", str(asked.speed), "--seed", str(asked.seed),
            "--language", asked.language, "--places", str(folder / PLACES),
            stdin=asyncio.subprocess.PIPE,
        )  # fmt: skip
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    assert group.stdin is not None
    group.stdin.write(f"{links.join}\n".encode())
    return group


async def _is_over(group: asyncio.subprocess.Process, told: asyncio.Event, asked: Asked) -> None:
    """The group goes home when the session has ended; Ctrl-C sends it home, too."""
    await group.wait()
    if told.is_set():
        return
    print(f"{_farewell(asked)}\n", flush=True)


def _farewell(asked: Asked) -> str:
    """Ctrl-C destroys the record, so that comes first."""
    return text(asked.language, "demo-over" if asked.keeping is Keeping.NOTHING else "demo-over-keeps")


def _record_left(url: str, asked: Asked, before: Asked) -> str:
    """Of one that had ended when it was killed."""
    say = partial(text, asked.language)
    anew = _another_instead(asked, before)
    return f"{say('demo-record-left')}\n{anew}\n\n  {url}/record\n\n{say('demo-record-left-until')}"


def _another_instead(asked: Asked, before: Asked) -> str:
    words = before.given() or "none"
    return text(asked.language, "demo-goes-on-anew", words=words, typed=asked.typed("--anew"))


def _pace(asked: Asked) -> str:
    say = partial(text, asked.language)
    if asked.speed == 1:
        return say("demo-pace-real", typed=asked.typed("--speed=4"))
    back = say("demo-pace-back", typed=asked.typed("--speed=1"))
    return f"{say('demo-pace-faster', seconds=round(60 / asked.speed, 1))} {back}"


def _welcome(
    links: Links, asked: Asked, before: Asked | None = None, *, others: bool, moved: bool = False
) -> str:
    """`before`: how the one was started that goes on; None: it is new."""
    say, goes_on = partial(text, asked.language), before is not None
    first = say("demo-goes-on" if goes_on else "demo-arriving", members=asked.members, pace=_pace(asked))
    lead, join = say("demo-lead"), say("demo-join")
    wide = max(len(lead), len(join))
    if before is not None:
        first = f"{first}\n{_another_instead(asked, before)}"
        if moved:
            first = f"{first}\n{say('demo-goes-on-moved')}"
    if others and goes_on:
        first = f"{first}\n{say('demo-beside-too')}"
    elif others:
        first = f"{say('demo-beside')}\n\n{first}"
    return (
        f"\n{first}\n\n"
        f"  {lead:<{wide}}   {links.lead}   ({say('demo-lead-along')})\n"
        f"  {join:<{wide}}   {links.join}\n\n"
        f"{say('demo-open')}\n" + ("" if asked.keeping is Keeping.NOTHING else f"{say('demo-keeps')}\n")
    )
