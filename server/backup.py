"""`restarea backup`, `restore`: what lasts, in one file, of a server that runs."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import sqlite3
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from server.doctor.backups import LAST
from server.occupancy import Occupied, occupy
from server.retention import day_of
from server.store import Store
from server.store.backup import DATABASE, RESTORING, Backup, NoBackup, packed, taken, unpacked
from server.terminal import fail, settings_now

KEYS = "restarea.keys"
HELD = (
    "It holds groups, meetings that are planned, leaders with their passkeys and hours, certificates, sums of "
    "feedback, released records with the links by which they are shared, and the audit log."
)
NOT_HELD = (
    "It does not hold sessions that go on, nor records to which somebody may still say no, nor who is signed in; nor "
    "your settings and formats."
)


def backup(
    file: Annotated[
        Path, typer.Argument(help="A new file; - for standard output, to encrypt it on its way.")
    ],
) -> None:
    """Write a backup, while the server runs or not.

    It holds groups, planned meetings, leaders with their passkeys and hours, certificates, sums of feedback, released
    records with the links by which they are shared, and the audit log, with the keys that open them: keep it as safe as
    the data folder. It holds nothing of sessions that go on, no record to which somebody may still say
    no, neither settings nor formats."""
    folder, day = settings_now().data_dir, day_of(time.time())
    path = folder / DATABASE
    if not path.is_file():
        fail(f"There is no database in {folder} yet, so there is nothing to back up.", 2)
    try:
        content = packed(taken(path, day))
    except (sqlite3.Error, OSError) as error:
        fail(f"The data folder cannot be read: {error}. No backup was written.")
    _put(content, file)
    with suppress(OSError):  # the backup is there all the same
        (folder / LAST).write_text(f"{day}\n")
    typer.echo(
        f"{len(content) / 1e6:.1f} MB. {HELD} {NOT_HELD} Keep it as safe as the data folder.", err=True
    )


def _put(content: bytes, file: Path) -> None:
    """Onto the disk, whole or not at all."""
    if str(file) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    part = file.with_name(f".{file.name}.part")
    try:
        if file.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        part.unlink(missing_ok=True)  # of one that was killed
        _write(part, content)
        part.rename(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        fail(f"{file} cannot be written: {error.strerror or error}. No backup was written.")


def _write(path: Path, content: bytes) -> None:
    """A new file for nobody else to read, on the disk when this returns. Raises OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def restore(
    file: Annotated[Path, typer.Argument(help="What `restarea backup` wrote; - for standard input.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Though there is a database: it is moved aside, not deleted.")
    ] = False,
) -> None:
    """Put a backup into the data folder, brought up to this version. No server may run on it."""
    try:
        found = unpacked(sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes())
    except NoBackup as error:
        fail(f"{file.name} cannot be restored: {error}.", 2)
    except OSError as error:
        fail(f"{file.name} cannot be read: {error.strerror or error}.", 2)
    folder = settings_now().data_dir
    try:
        with occupy(folder):
            _restore(found, folder, replace=replace)
    except Occupied:
        fail(f"A server is running on {folder}: stop it first. Nothing was changed.")
    except OSError as error:
        fail(f"It cannot be restored: {error.strerror or error}. Nothing was changed.")


def _restore(found: Backup, folder: Path, *, replace: bool) -> None:
    there = [one for one in (folder / DATABASE, folder / KEYS) if one.exists()]
    if there and not replace:
        fail(
            f"There is a database in {folder} already. --replace moves it aside and puts the backup in its place. "
            "Nothing was changed."
        )
    # Beside its place, until it is known to be sound and to have come up to this version.
    fresh = folder / RESTORING
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _lay_out(found, fresh)
        said = asyncio.run(_opened(fresh / DATABASE))
        aside = _aside(folder) if there else None
        _put_in_place(fresh, folder, aside)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    typer.echo(f"The backup of {found.made} is restored: {said}.")
    typer.echo(
        f"Whoever was erased since it was made, also later on {found.made}, is back, and so are groups, records, "
        "certificates and hours that were destroyed since: "
        "receipts say when that was. Leaders sign in anew. Sessions that went on are not in it."
    )
    if aside is not None:
        typer.echo(f"What was there lies in {aside}. Delete it when nobody misses it.")


def _lay_out(found: Backup, folder: Path) -> None:
    keys = folder / KEYS
    keys.mkdir(mode=0o700, parents=True)
    _write(folder / DATABASE, found.database)
    for name, key in found.keys.items():
        _write(keys / f"{name}.key", key)


async def _opened(path: Path) -> str:
    """Raises OSError: it is no database of ours."""
    store = await Store.open(path)
    try:
        groups, leaders, records = (
            await store.groups(), await store.leaders.listed(), await store.records(),
        )  # fmt: skip
    finally:
        await store.close()
    counts = (("group", len(groups)), ("leader", len(leaders)), ("record", len(records)))
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts)


def _aside(folder: Path) -> Path:
    """By the second in which it was made; another of the same second has a number, too."""
    name = time.strftime("replaced-%Y%m%d-%H%M%S", time.gmtime())
    earlier = len(list(folder.glob(f"{name}*")))
    return folder / (f"{name}-{earlier}" if earlier else name)


def _put_in_place(fresh: Path, folder: Path, aside: Path | None) -> None:
    """What was there is in `aside` then; or, if the disk refuses, where it was. Raises OSError."""
    moves = [(fresh / name, folder / name) for name in (KEYS, DATABASE)]
    if aside is not None:
        aside.mkdir(mode=0o700)
        # No server may find keys without their database.
        old = (KEYS, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")
        moves = [(folder / name, aside / name) for name in old if (folder / name).exists()] + moves
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            source.rename(target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            target.rename(source)
        raise
