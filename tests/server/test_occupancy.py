"""One server a data folder, in real processes: the second one says so, and a kill leaves the folder free."""

from __future__ import annotations

import asyncio
import fcntl
import os
import sys
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from server import occupancy
from server.occupancy import LOCK, Occupied, is_occupied, occupy
from server.whereabouts import FILE, where_is
from tests.warm import WarmProcess, start_warm

Process = asyncio.subprocess.Process | WarmProcess


def environment(folder: Path, port: int = 0) -> dict[str, str]:
    settings = {"RESTAREA_DATA_DIR": str(folder), "RESTAREA_PORT": str(port), "RESTAREA_MEDIA_PORT": "0"}
    return os.environ | settings


async def run(folder: Path, *words: str) -> asyncio.subprocess.Process:
    """As people start it."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from server.command import main; main()", *words,
        env=environment(folder), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def fork(folder: Path, *words: str, port: int = 0) -> WarmProcess:
    """The same, where the program has been read already."""
    return await start_warm(*words, env=environment(folder, port), errors=folder.with_suffix(".said"))


async def said(folder: Path, *words: str, port: int = 0) -> tuple[int | None, str]:
    """How it ended by itself, and all that it printed."""
    process = await fork(folder, *words, port=port)
    async with asyncio.timeout(20):
        out = await process.stdout.read()
        await process.wait()
    return process.returncode, out.decode() + folder.with_suffix(".said").read_text()


@asynccontextmanager
async def serving(starts: Awaitable[Process]) -> AsyncIterator[Process]:
    """A server that people may come to; killed at the end."""
    server = await starts
    try:
        assert server.stdout is not None
        assert b"is ready" in await asyncio.wait_for(server.stdout.readline(), 20)
        yield server
    finally:
        if server.returncode is None:
            server.kill()
        await (server.wait() if isinstance(server, WarmProcess) else server.communicate())


def kept_in(folder: Path) -> list[str]:
    """One for each session."""
    return sorted(key.name for key in (folder / "restarea.keys").iterdir())


@pytest.mark.slow
async def test_a_second_server_on_one_folder_does_not_start_and_says_why(tmp_path: Path) -> None:
    async with serving(run(tmp_path, "serve")):
        server = where_is(tmp_path)
        assert server is not None
        # Its port is taken as well, and that is not the reason.
        code, words = await said(tmp_path, "serve", port=server.port)
        assert (code, words) == (
            1,
            f"The server cannot start: the server of the data folder {tmp_path} is running already, at {server.url}."
            " Nothing more is needed.\n",
        )
        code, words = await said(tmp_path, "doctor")
        assert f"FINE     data folder: A server is running on {tmp_path}.\n" in words
        assert "Another program" not in words
        code, words = await said(tmp_path, "open")
        server = where_is(tmp_path)
        assert server is not None and server.port != 0
        assert code == 0 and f"{server.url}/join#" in words, "beside a running server, and for its port"
    # It was killed, and had no time to tidy up.
    assert not is_occupied(tmp_path) and (tmp_path / FILE).exists()
    async with serving(fork(tmp_path, "serve")) as another:
        now = where_is(tmp_path)
        assert now is not None and now.url != server.url
        another.terminate()
        await another.wait()
    assert not (tmp_path / FILE).exists()


@pytest.mark.slow
async def test_a_rehearsal_beside_a_server_leaves_its_folder_alone(tmp_path: Path) -> None:
    async with serving(fork(tmp_path, "serve")):
        before = kept_in(tmp_path)
        rehearsal = await run(tmp_path, "demo", "--port", "0", "--members", "2")
        assert rehearsal.stdout is not None
        async with asyncio.timeout(20):
            while b"to join it" not in (line := await rehearsal.stdout.readline()):
                assert line, "the rehearsal did not start"
        assert kept_in(tmp_path) == before
        rehearsal.terminate()
        await asyncio.wait_for(rehearsal.communicate(), 20)
        assert rehearsal.returncode == 0


def test_a_folder_that_somebody_just_asks_about_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with occupy(tmp_path):
        pass
    with (tmp_path / LOCK).open("rb") as asked:
        fcntl.flock(asked, fcntl.LOCK_SH)
        monkeypatch.setattr("server.occupancy.sleep", lambda _: asked.close())
        with occupy(tmp_path):
            assert is_occupied(tmp_path)


def test_nobody_holds_a_folder_by_a_file_that_has_been_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waited for a lock that its holder then removed waits for the next of that name."""
    first = occupy(tmp_path)

    def as_it_goes(lock: IO[bytes], how: int) -> bool:
        monkeypatch.undo()
        (tmp_path / LOCK).unlink()
        first.close()
        return occupancy._take(lock, how)

    monkeypatch.setattr("server.occupancy._take", as_it_goes)
    with occupy(tmp_path):
        assert is_occupied(tmp_path)


@pytest.mark.parametrize("was_there", [False, True])
def test_a_folder_that_goes_while_one_asks_for_it_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_there: bool
) -> None:
    folder = tmp_path / "new"
    makes = Path.mkdir

    def once(path: Path, *args: Any, **kwargs: Any) -> None:
        monkeypatch.undo()
        makes(path, *args, **kwargs)
        path.rmdir()
        if was_there:  # and had gone again as `mkdir` looked whether it is a folder
            raise FileExistsError

    monkeypatch.setattr(Path, "mkdir", once)
    with occupy(folder):
        assert is_occupied(folder)


@pytest.mark.parametrize("folder", ["file", "link", "link/folder", "/dev/null"])
def test_what_is_no_folder_cannot_be_held(tmp_path: Path, folder: str) -> None:
    """A link may lead to a disk that is not there."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "data")
    with pytest.raises(FileExistsError):
        occupy(tmp_path / folder)


def test_a_folder_is_free_again_once_it_is_let_go(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert not is_occupied(folder)
    with occupy(folder):
        assert is_occupied(folder)
        with pytest.raises(Occupied, match="another server"):
            occupy(folder)
    assert not is_occupied(folder)
    with occupy(folder):
        pass
