"""What the server's tests share."""

from __future__ import annotations

from functools import cache

import pytest
import typer.testing

from server import app
from server.media import budget

# A process makes its commands once; typer's runner makes them at every call, which takes longer than most calls do.
typer.testing._get_command = cache(typer.testing._get_command)


@pytest.fixture
def no_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever floods is not cut short by what one participant may send: the gate alone must keep all of it back."""
    monkeypatch.setattr(budget, "PACKETS_PER_S", 10**6)
    monkeypatch.setattr(budget, "BYTES_PER_S", 10**9)


@pytest.fixture(autouse=True)
def no_drain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that goes down gives people a second to be told; here the people are gone by then."""
    monkeypatch.setattr(app, "DRAIN_S", 0)
