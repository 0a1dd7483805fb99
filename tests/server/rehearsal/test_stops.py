"""What a rehearsal says when it is told to stop, and what it leaves."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from pathlib import Path
from typing import Literal

import pytest

from facilitation.vocabulary import Keeping
from server.asked import Asked
from server.demo import _clear, _give_up, _look, _new
from server.formats import find
from server.occupancy import LOCK, occupy
from server.pages.language import languages, text
from server.store import Store
from server.terminal import OWN_FOLDER, STORE
from tests.server.rehearsal.test_goes_on import demo, free_port


@pytest.mark.parametrize(("language", "keeps"), [*((one, True) for one in languages()), ("en", False)])
async def test_one_with_a_record_says_when_nothing_is_left_of_it(
    tmp_path: Path, language: str, keeps: bool
) -> None:
    words = ("--members=2", f"--language={language}", *(["--keep"] if keeps else []), f"--port={free_port()}")
    async with demo(tmp_path, *words) as (_, _, process):
        process.terminate()
        last = (await asyncio.wait_for(process.stdout.read(), 20)).decode()
        assert await asyncio.wait_for(process.wait(), 20) == 0
    assert last.endswith(f"\n{text(language, 'demo-destroyed')}\n") is keeps
    assert not (tmp_path / OWN_FOLDER).exists()


async def test_what_somebody_put_into_its_folder_stays_there(tmp_path: Path) -> None:
    """Nothing of the rehearsal is left all the same, and that is what is said."""
    folder = tmp_path / OWN_FOLDER
    async with demo(tmp_path, "--members=2", "--keep", f"--port={free_port()}") as (_, _, process):
        for file in (folder / "notes.txt", folder / "pictures" / "circle.png"):
            file.parent.mkdir(exist_ok=True)
            file.write_text("mine")
        process.terminate()
        last = (await asyncio.wait_for(process.stdout.read(), 20)).decode()
    assert last.endswith(f"\n{text('en', 'demo-destroyed')}\n")
    assert sorted(str(one.relative_to(folder)) for one in folder.rglob("*")) == [
        "notes.txt", "pictures", "pictures/circle.png",
    ]  # fmt: skip


def test_what_cannot_be_removed_is_not_said_to_be_gone(tmp_path: Path) -> None:
    (tmp_path / "restarea.db").mkdir()
    (tmp_path / "restarea.db-wal").write_text("")
    assert not _clear(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["restarea.db"]


@pytest.mark.parametrize("why", ["a group's database", "a folder of that name", "held by another"])
async def test_nothing_of_anybody_else_goes_with_one_that_is_given_up(
    tmp_path: Path, why: Literal["a group's database", "a folder of that name", "held by another"]
) -> None:
    own = why != "a folder of that name"
    folder = tmp_path / OWN_FOLDER
    folder.mkdir()
    keeping = Keeping.AGGREGATE if own else Keeping.NOTHING
    asked = Asked(find("classic").text, 2, 4.0, 1, "en", keeping, 8080)
    store = await Store.open(folder / STORE)
    if why == "a group's database":
        await store.add_group("Tuesdays", "classic", [])
    links = await _new(store, folder, "http://127.0.0.1:8080", asked)
    await store.close()
    left, _ = await _look(tmp_path if own else folder)
    with occupy(folder) if why == "held by another" else nullcontext():
        await _give_up(left)
        assert (folder / LOCK).exists()
    store = await Store.open(folder / STORE)
    assert len(await store.groups()) == (why == "a group's database")
    session = await store.session(links.session)
    assert (session is not None and not session.ended) == (why == "held by another")
    await store.close()
