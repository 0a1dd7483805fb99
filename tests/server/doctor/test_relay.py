"""restarea doctor on the operator's TURN server: what it tries, and what it says."""

from __future__ import annotations

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner

from server.cli import app
from server.doctor import Level, judge_relay
from server.media import relay
from server.media.relay import Trial, try_relay
from server.pages.language import languages
from tests.certificate import pem_pair
from tests.server.doctor.test_doctor import served_with

PEERS = [("10.20.30.40", 8081)]


async def tried(port: int) -> Trial:
    return await try_relay("localhost", port, "1:2", "3", PEERS)


async def test_a_port_where_nobody_listens_or_nobody_speaks_is_silent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(relay, "WAIT_S", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert await tried(port) is Trial.SILENT
    assert await tried(port) is Trial.SILENT


async def test_a_port_without_tls_is_said_to_be_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            plain, _ = listening.accept()
            with plain:
                plain.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        found, _ = await asyncio.gather(tried(listening.getsockname()[1]), asyncio.to_thread(answer))
    assert found is Trial.NO_TLS


async def test_a_certificate_that_browsers_refuse_is_refused(tmp_path: Path) -> None:
    with served_with(*pem_pair(tmp_path, "localhost", datetime.now(UTC) + timedelta(days=9))) as port:
        assert await tried(port) is Trial.UNTRUSTED


async def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_: Any, **__: Any) -> NoReturn:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    assert await try_relay("turn.example.org", 443, "1:2", "3", PEERS) is Trial.NO_NAME


@pytest.mark.parametrize("trial", [trial for trial in Trial if trial is not Trial.WORKS])
def test_whatever_is_wrong_is_said_with_what_to_do(trial: Trial) -> None:
    found = judge_relay("turn.example.org:443", trial)
    assert found.level is Level.WARNING
    for language in languages():
        told = found.told(language)
        assert told.advice and "turn.example.org:443" in told.observation


def test_nothing_is_wrong_where_it_works_or_there_is_none() -> None:
    works, none = judge_relay("turn.example.org:443", Trial.WORKS), judge_relay("", "")
    assert (works.level, none.level) == (Level.FINE, Level.FINE)
    assert "None is set" in str(none)


def test_the_command_tries_the_one_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESTAREA_TURN_SECRET", "5ecret" * 8)
    with served_with(*pem_pair(tmp_path, "localhost", datetime.now(UTC) + timedelta(days=9))) as port:
        monkeypatch.setenv("RESTAREA_TURN_HOST", "localhost")
        monkeypatch.setenv("RESTAREA_TURN_PORT", str(port))
        said = CliRunner().invoke(app, ["doctor"]).stdout
    assert f"WARNING  TURN: localhost:{port}: browsers refuse the certificate" in said
    assert "5ecret" not in said
