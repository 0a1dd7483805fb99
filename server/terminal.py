"""What the commands share: the settings, the store of the data folder, and an end with a reason in plain words."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import typer
from pydantic import ValidationError

from facilitation.toml_table import FormatError
from server.settings import Settings
from server.store import NotSaved, Store

T = TypeVar("T")


def fail(reason: str, code: int = 1) -> NoReturn:
    """2: what was given cannot give what was asked for, and nothing else went wrong."""
    typer.echo(reason, err=True)
    raise typer.Exit(code)


def settings_now(**given: int) -> Settings:
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(
            f"RESTAREA_{'_'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in error.errors()
        )
        fail(f"A setting makes no sense: {wrong}. docs/operating.md lists them.")


def with_store(ask: Callable[[Store, Settings], Awaitable[T]]) -> T:
    """What `ask` answers, of the store of this server's data folder; it may run beside the server."""
    settings = settings_now()

    async def asking() -> T:
        store = await Store.open(settings.data_dir / "restarea.db")
        try:
            return await ask(store, settings)
        finally:
            await store.close()

    try:
        return asyncio.run(asking())
    except FormatError as error:
        fail(f"The format cannot be used: {error}")
    except NotSaved as error:
        fail(f"Nothing was changed: {error or 'the disk refused'}.")
    except OSError as error:
        fail(f"The data folder cannot be used: {error.strerror or error}. Try `restarea doctor`.")


def write(content: bytes, output: Path | None, *, private: bool = False) -> None:
    """Into that file, or to the screen. `private`: a new file is for nobody else on this computer."""
    if output is None:
        typer.echo(content, nl=False)
        return
    try:
        mode = 0o600 if private else 0o666
        with os.fdopen(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            file.write(content)
    except OSError as error:
        fail(f"{output.name} cannot be written: {error.strerror or error}.")
