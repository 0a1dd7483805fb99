"""Nothing personal can be logged: there is no field for it."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from server import logs


@pytest.fixture(autouse=True)
def restored() -> object:
    before = logging.getLogger().handlers[:], logging.getLogger().level
    yield None
    structlog.reset_defaults()
    logging.getLogger().handlers[:], level = before[0], before[1]
    logging.getLogger().setLevel(level)


def test_only_listed_fields_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    structlog.get_logger().warning(
        "page_too_slow", room="r", seat=3, name="Ann", token="t0ken", address="192.0.2.1"
    )
    line = capsys.readouterr().err
    assert {"event": "page_too_slow", "room": "r", "seat": 3}.items() <= json.loads(line).items()
    assert not any(secret in line for secret in ("Ann", "t0ken", "192.0.2.1"))


def test_what_a_library_says_of_a_client_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    try:
        raise ValueError("token t0ken of Ann")
    except ValueError:
        logging.getLogger("aiohttp.server").exception("Error handling request from 192.0.2.1")
    line = capsys.readouterr().err
    assert "aiohttp.server: ValueError" in line
    assert not any(secret in line for secret in ("Ann", "t0ken", "192.0.2.1"))
