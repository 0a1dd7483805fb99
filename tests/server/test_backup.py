"""`restarea backup` and `restore`: what a backup holds, what it never holds, and what is refused without harm."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from typer.testing import CliRunner, Result

from server.cli import app
from server.doctor.backups import check_backup
from server.doctor.findings import Level
from server.occupancy import occupy
from server.store import Kept, Listed, Store, Terms
from server.store.backup import KEPT, LEFT_OUT, NoBackup, unpacked
from server.store.migrations import steps
from server.store.tables import metadata
from tests.server.store.test_groups import NOW, SESSION, seated

ROSTER = (Listed("leader", "Anna", "anna@example.org"), Listed("member", "Carla", "carla@example.org"))
GONE_ON, WAITS, RELEASED = b"who-said-what", b'{"still": "vetoable"}', b'{"released": true}'
RESTORED = Path("elsewhere")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, folder: str = "var") -> Result:
    return CliRunner().invoke(app, list(arguments), env={"RESTAREA_DATA_DIR": folder})


async def busy(store: Store) -> None:
    """A group with a meeting that goes on, one that is planned, a leader, and records."""
    await store.leaders.add("anna@example.org", "Anna")
    group = await store.group(
        await store.add_group("Tuesdays", "classic", ROSTER, Terms(telephone="+1 555 0100"))
    )
    assert group is not None
    await store.meetings.plan(group.group, NOW)
    for session, hour in (("past", 1.0), ("today", 99.0)):
        await store.create_session(session, "form", 1.0, 0.0)
        await store.end_session(session, (), RELEASED if session == "past" else WAITS, hour)
    assert await store.release_records(1.0) == 1
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    await seated(store, group, "Carla", 4)
    fencing = await store.acquire(SESSION)
    await store.append(SESSION, fencing, 0, [GONE_ON], 1, Kept(4, "id", GONE_ON))
    await store.add_speech(SESSION, [(4, 10, 20)])
    await store.plate(SESSION, 2, "the mother")


async def test_a_backup_under_a_running_meeting_holds_what_lasts_and_nothing_of_the_meeting(
    tmp_path: Path,
) -> None:
    store = await Store.open(Path("var/restarea.db"))
    await busy(store)
    made = run("backup", "saved.tar")
    assert made.exit_code == 0 and "does not hold sessions that go on" in made.stderr, made.output
    await store.add_speech(SESSION, [(4, 30, 40)])
    assert len(await store.speech(SESSION)) == 2, "the meeting goes on"
    content = (tmp_path / "saved.tar").read_bytes()
    key = (tmp_path / "var" / "restarea.keys" / f"{SESSION}.key").read_bytes()
    for never in (GONE_ON, WAITS, key, SESSION.encode(), b"the mother"):
        assert never not in content, never
    assert (tmp_path / "saved.tar").stat().st_mode & 0o777 == 0o600

    restored = await asyncio.to_thread(lambda: run("restore", "saved.tar", folder=str(RESTORED)))
    assert "1 group, 1 leader, 1 record." in restored.stdout, restored.output
    there = await Store.open(RESTORED / "restarea.db")
    assert await there.groups() == await store.groups()
    assert await there.leaders.by_address("anna@example.org") is not None
    assert list((await there.records()).values()) == [RELEASED]
    (group,) = await there.groups()
    assert [one.starts_at for one in await there.meetings.of(group.group)] == [NOW]
    assert (await there.sessions(), await there.names(SESSION), await there.speech(SESSION)) == ([], {}, [])
    await there.close()
    await store.close()


def test_every_table_is_in_a_backup_or_left_out_on_purpose() -> None:
    assert (set(metadata.tables), set()) == (KEPT | LEFT_OUT, KEPT & LEFT_OUT)


def saved() -> bytes:
    run("leader", "add", "anna@example.org")
    assert run("backup", "saved.tar").exit_code == 0
    return Path("saved.tar").read_bytes()


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same backup with another content of this part, or one part more."""
    held = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(content)) as old, tarfile.open(fileobj=held, mode="w") as new:
        parts = {part.name: old.extractfile(part).read() for part in old}  # type: ignore[union-attr]
        parts |= {name: change(parts.get(name, b""))}
        if name != "backup.json":  # whoever changes it on purpose can write new sums, too
            sums = {each: sha256(text).hexdigest() for each, text in parts.items() if each != "backup.json"}
            parts["backup.json"] = json.dumps(json.loads(parts["backup.json"]) | {"parts": sums}).encode()
        for each, text in parts.items():
            info = tarfile.TarInfo(each)
            info.size = len(text)
            new.addfile(info, io.BytesIO(text))
    return held.getvalue()


def as_of(version: str, content: bytes) -> bytes:
    with sqlite3.connect(":memory:") as database:
        database.deserialize(content)
        database.execute("UPDATE alembic_version SET version_num = ?", (version,))
    return database.serialize()


def test_what_is_no_sound_backup_is_refused_in_plain_words_and_nothing_is_changed() -> None:
    content = saved()
    wrong = {
        "it is no backup": b"a letter",
        "or was cut off": content[:5000],
        "no backup that": changed(content, "backup.json", lambda _: b"[]"),
        "newer version of this program": changed(content, "restarea.db", lambda one: as_of("9999", one)),
        "a newer version": changed(content, "backup.json", lambda one: one.replace(b": 1", b": 2")),
        "its database is damaged": changed(content, "restarea.db", lambda one: one[:4096]),
        "holds what no backup holds": changed(content, "keys/../../evil.key", lambda _: bytes(32)),
        "what no backup holds": changed(content, "keys/short.key", lambda _: b"short"),
    }
    for said, bad in wrong.items():
        Path("bad.tar").write_bytes(bad)
        answer = run("restore", "bad.tar", folder=str(RESTORED))
        assert answer.exit_code == 2 and said in answer.stderr, (said, answer.output)
        assert not RESTORED.exists() and not Path("evil.key").exists()


def test_a_backup_that_was_cut_off_anywhere_is_refused() -> None:
    content = saved()
    whole = unpacked(content)
    for length in range(0, len(content), 512):
        try:
            assert unpacked(content[:length]) == whole, "what is left out of the end are zeros"
            assert not any(content[length:])
        except NoBackup:
            pass
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        last = [part.offset for part in tar][-1]
    with pytest.raises(NoBackup, match="cut off"):
        unpacked(content[:last])


def test_a_restore_that_is_killed_anywhere_loses_nothing_and_is_done_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever it had moved by then: no server starts on it, and nothing that was there is gone."""
    saved()
    there = {path.read_bytes() for path in Path("var/restarea.keys").iterdir()}
    moved, rename = iter(range(99)), Path.rename

    def killed(stop: int) -> None:
        def move(source: Path, target: Path) -> Path:
            if next(moved) % 4 == stop:
                raise KeyboardInterrupt
            return rename(source, target)

        with monkeypatch.context() as now:
            now.setattr(Path, "rename", move)
            now.setattr("server.backup.shutil.rmtree", lambda *_, **__: None)
            run("restore", "saved.tar", "--replace")

    for stop in range(4):
        moved = iter(range(99))
        killed(stop)
        assert "restarea restore` again" in run("leader", "list").stderr
        kept = {path.read_bytes() for path in Path("var").rglob("*.key")}
        assert there <= kept
        again = run("restore", "saved.tar", "--replace")
        assert again.exit_code == 0, again.output
        assert "anna" in run("leader", "list").stdout


def test_nothing_that_is_there_is_written_over_unless_one_says_so(elsewhere: Path) -> None:
    content = saved()
    assert "cannot be written: File exists" in run("backup", "saved.tar").stderr
    assert Path("saved.tar").read_bytes() == content
    assert "there is nothing to back up" in run("backup", "none.tar", folder="empty").stderr
    run("leader", "add", "bela@example.org")
    assert "There is a database" in run("restore", "saved.tar").stderr
    with occupy(Path("var")):
        assert "A server is running" in run("restore", "saved.tar", "--replace").stderr
    assert "bela" in run("leader", "list").stdout
    replaced = run("restore", "saved.tar", "--replace")
    assert replaced.exit_code == 0, replaced.output
    assert "bela" not in run("leader", "list").stdout
    (aside,) = Path("var").glob("replaced-*")
    assert str(aside) in replaced.stdout
    assert "bela" in run("leader", "list", folder=str(aside)).stdout, "nothing is lost"


def test_a_backup_goes_through_a_pipe_and_comes_back_through_one() -> None:
    saved()
    piped = run("backup", "-")
    assert piped.exit_code == 0 and unpacked(piped.stdout_bytes).keys.keys() == {"leaders"}
    back = CliRunner().invoke(
        app, ["restore", "-"], piped.stdout_bytes, env={"RESTAREA_DATA_DIR": str(RESTORED)}
    )
    assert back.exit_code == 0 and "anna@example.org" in run("leader", "list", folder=str(RESTORED)).stdout


def test_a_database_of_the_first_version_is_backed_up_and_comes_up_to_this_one_when_it_is_restored() -> None:
    Path("var").mkdir()
    engine = create_engine("sqlite:///var/restarea.db")
    with engine.begin() as connection:
        steps.take(connection, to="0001")
    engine.dispose()
    assert run("backup", "saved.tar").exit_code == 0
    assert "0 groups" in run("restore", "saved.tar", folder=str(RESTORED)).stdout
    assert run("leader", "list", folder=str(RESTORED)).exit_code == 0


def test_the_doctor_says_when_the_last_backup_was_made(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    folder = tmp_path / "var"
    assert check_backup(folder, now).level is Level.FINE
    run("leader", "add", "anna@example.org")
    assert "was ever made" in str(check_backup(folder, now))
    run("backup", "saved.tar")
    assert check_backup(folder, now).level is Level.FINE
    later = check_backup(folder, now.replace(year=now.year + 1))
    assert later.level is Level.WARNING and f"{now.day} {now:%B %Y}" in str(later)
