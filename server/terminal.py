"""What the commands share: the settings, the store of the data folder, and an end with a reason in plain words."""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
import shlex
import stat
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from shutil import which
from typing import NoReturn, TypeVar

import typer
from pydantic import ValidationError

from facilitation.toml_table import FormatError
from server.settings import PREFIX, Settings, strangers
from server.store import NotSaved, Store
from server.whereabouts import where_is

T = TypeVar("T")
NAME = "restarea"
STORE = "restarea.db"
"""In the data folder."""
OWN_FOLDER = "rehearsal"
"""Of a rehearsal of which a record is made, in the data folder."""
OF_A_REHEARSAL = (
    "The record of a rehearsal (`restarea demo --keep`) never comes here: it is shown on the last page in the browser, "
    "until the rehearsal is stopped."
)
NOT_BESIDE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY)
"""Why a file may be written where none can be put beside it, nor take its place."""


def as_called() -> str:
    """This command, to be typed where it was: by its name alone where the shell finds it so."""
    called = sys.argv[0]
    if Path(called).name != NAME or which(NAME) == called:
        return NAME
    return shlex.quote(called)


def fail(reason: str, code: int = 1) -> NoReturn:
    """1: what was asked for could not be done, or what was to be checked is not so. 2: it must be asked for otherwise:
    a word or an option is wrong or does not go with another, or what is named is not there or cannot give it."""
    typer.echo(reason, err=True)
    raise typer.Exit(code)


def settings_now(**given: int) -> Settings:
    for name in strangers(os.environ):
        typer.echo(f"{name} is no setting, and does nothing. docs/operating.md lists them.", err=True)
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(
            f"{PREFIX}{'_'.join(map(str, one['loc'])).upper().removeprefix(PREFIX)}: "
            f"{'there is no such setting' if one['type'] == 'extra_forbidden' else one['msg']}"
            for one in error.errors()
        )
        fail(f"A setting makes no sense: {wrong}. docs/operating.md lists them.")


def url_now(settings: Settings) -> str:
    """What links begin with: where the server that holds the data folder is found; where none runs, as the settings
    say. No link is made where that is in doubt."""
    try:
        server = where_is(settings.data_dir)
    except OSError as doubt:
        fail(f"No link is made: {doubt.strerror or doubt}.")
    if server is not None:
        return server.url
    if not settings.public_url and settings.port == 0:
        fail("No link is made: no server runs on the data folder, and RESTAREA_PORT is 0, which is any port.")
    return settings.public_url or f"http://{settings.host}:{settings.port}"


def with_store(ask: Callable[[Store, Settings], Awaitable[T]]) -> T:
    """What `ask` answers, of the store of this server's data folder; it may run beside the server."""
    settings = settings_now()

    async def asking() -> T:
        store = await Store.open(settings.data_dir / STORE)
        try:
            return await ask(store, settings)
        finally:
            await store.close()

    try:
        return asyncio.run(asking())
    except FormatError as error:
        fail(f"The format cannot be used: {error}", 2)
    except NotSaved as error:
        fail(f"Nothing was changed: {error or 'the disk refused'}.")
    except OSError as error:
        fail(f"The data folder cannot be used: {error.strerror or error}. Try `restarea doctor`.")


def is_kept_here() -> bool:
    """Whether there is a store; what cannot be seen may be one."""
    try:
        (settings_now().data_dir / STORE).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def must_be_kept_here() -> None:
    """For what only reads, which makes no store: whoever asks may stand in the wrong folder."""
    if not is_kept_here():
        folder = settings_now().data_dir
        rehearsed = f"\n{OF_A_REHEARSAL}" if (folder / OWN_FOLDER).exists() else ""
        fail(
            f"No server has kept anything here: there is no {STORE} in {folder}. RESTAREA_DATA_DIR says where the "
            f"data of a server lies.{rehearsed}",
            2,
        )


def write(content: bytes, output: Path | None, *, private: bool = False) -> None:
    """Into that file, or to the screen. A file is written wholly or not at all, where its folder allows that and it has
    no second name; it keeps its mode, and its owner where that may be; one that is read-only stays as it is.
    `private`: a new one is for nobody else on this computer."""
    if output is None:
        typer.echo(content, nl=False)
        return
    try:
        there = output.stat() if output.exists() else None
        if there is None:
            _put(content, output.resolve(), 0o600 if private else 0o666)
        elif not stat.S_ISREG(there.st_mode):  # such as a pipe, which nothing can take the place of
            output.write_bytes(content)
        elif not there.st_mode & 0o222 or not os.access(output, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        elif there.st_nlink > 1:
            output.write_bytes(content)
        else:
            _replace(content, output.resolve(), there)
    except OSError as error:
        fail(f"{output.name or output} cannot be written: {error.strerror or error}.")


def _replace(content: bytes, file: Path, there: os.stat_result) -> None:
    try:
        _put(content, file, 0o600, there)
    except OSError as error:
        if error.errno not in NOT_BESIDE:
            raise
        file.write_bytes(content)


def _put(content: bytes, file: Path, mode: int, there: os.stat_result | None = None) -> None:
    """Beside it first, in the place of what is `there`. Raises OSError."""
    part = file.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as written:
            written.write(content)
        if there is not None:
            with suppress(PermissionError):
                os.chown(part, there.st_uid, there.st_gid)
            part.chmod(there.st_mode & 0o777)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
