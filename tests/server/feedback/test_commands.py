"""`restarea feedback`: questions to begin with, whether a file can be used, and the sums."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.doctor import Level
from server.feedback.commands import check_questions
from server.store import Store
from server.store.feedback import allow

runner = CliRunner()


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESTAREA_DATA_DIR", str(tmp_path))


def said(*asked: str) -> tuple[int, str, str]:
    result = runner.invoke(app, ["feedback", *asked])
    return result.exit_code, result.stdout, result.stderr


async def answered(times: int) -> None:
    store = await Store.open(Path("restarea.db"))
    for ticket in map(str, range(times)):
        await store._writer.write(lambda connection, ticket=ticket: allow(connection, ticket, "2026-01"))  # type: ignore[misc]
        await store.feedback.answer(ticket, "after_the_meeting 1", "2026-01", {"pace": "right"})
    await store.close()


def test_ours_can_be_written_checked_and_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said("example", "-o", "own.toml") == (0, "", "")
    assert said("check", "own.toml") == (0, "own.toml: sound: 4 questions, version 1\n", "")
    code, _, told = said("list")
    assert code == 1 and "RESTAREA_FEEDBACK_FILE" in told
    monkeypatch.setenv("RESTAREA_FEEDBACK_FILE", "own.toml")
    asyncio.run(answered(5))
    code, shown, _ = said("list")
    assert code == 0 and "  2026-01  too_fast: 0, right: 5, too_slow: 0" in shown
    assert shown.count("fewer than 5 answers yet") == 3
    assert said("export")[1].splitlines()[:3] == [
        "instrument,question,first_month,last_month,answer,times",
        "after_the_meeting 1,pace,2026-01,2026-01,too_fast,0",
        "after_the_meeting 1,pace,2026-01,2026-01,right,5",
    ]


def test_a_file_that_cannot_be_used_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    (tmp_path / "large.toml").write_bytes(b"#" * 70_000)
    for file, why in (
        ("bad.toml", "not written in UTF-8"),
        ("large.toml", "larger than"),
        ("none.toml", "cannot be read"),
    ):
        code, _, told = said("check", file)
        assert code == 1 and told.startswith(f"{file}: {why}")
        assert check_questions(tmp_path / file).level is Level.WARNING
    assert check_questions(None).level is Level.FINE
