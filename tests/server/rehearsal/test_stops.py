"""What a rehearsal says when it is told to stop."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from server.demo import _clear
from server.pages.language import languages, text
from server.terminal import OWN_FOLDER
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
