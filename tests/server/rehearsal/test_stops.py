"""What a rehearsal says when it is told to stop."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

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
