"""`restarea serve` in a process of its own, with everything that it writes, logs and answers."""

from __future__ import annotations

import asyncio
import os
import socket
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from server.cli import app
from tests.warm import WarmProcess, start_warm


class Serving:
    """On a data folder; everything that it writes, logs and answers is kept. `more` are settings, by their names."""

    def __init__(self, folder: Path, more: dict[str, Any]) -> None:
        self.data, self.log = folder / "data", folder / "server.log"
        self.port, self.metrics_port = free_port(), free_port()
        self._more = {name.upper(): value for name, value in more.items()}
        self.answers: list[str] = []
        """What anybody is told, and"""
        self.shown: list[tuple[str, str, set[str]]] = []
        """what is shown to whom some of it belongs: where, the page, and what of it is theirs to see."""
        self._process: WarmProcess | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        settings = {
            "DATA_DIR": self.data, "PORT": self.port, "MEDIA_PORT": 0, "METRICS_PORT": self.metrics_port,
            "LOG_LEVEL": "debug",
        }  # fmt: skip
        return {f"RESTAREA_{name}": str(value) for name, value in (settings | self._more).items()}

    async def start(self) -> None:
        self._process = await start_warm("serve", env=os.environ | self.settings, errors=self.log)
        async with asyncio.timeout(60):
            assert b"is ready" in await self._process.stdout.readline()

    async def stop(self, *, killed: bool) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill() if killed else self._process.terminate()
            self.answers.append((await self._process.stdout.read()).decode())
            await self._process.wait()

    async def asked(self, *words: str, keeps: bool = True) -> str:
        """A command beside the server; in this process, for each new one takes two seconds to start. `keeps`: what it
        says is an answer to anybody."""
        ran = await asyncio.to_thread(CliRunner(env=self.settings).invoke, app, words)
        assert isinstance(ran.exception, SystemExit | None), ran.exception
        with self.log.open("a") as log:
            log.write(ran.stderr)
        if keeps:
            self.answers.append(ran.stdout)
        return ran.stdout

    def answered(self, path: str, page: str, own: set[str]) -> None:
        self.shown.append((path, page, own))

    def left(self) -> dict[str, bytes]:
        files = {
            str(path.relative_to(self.data)): path.read_bytes()
            for path in self.data.rglob("*")
            if path.is_file()
        }
        return files | {"log": self.log.read_bytes(), "answers": "\n".join(self.answers).encode()}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
