"""A server that finds its ports taken says which; a rehearsal on another port for pages takes another for sound."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from server.checkup import look
from server.doctor import Level
from server.ports import a_free_one, beside, taken
from server.settings import Settings

HERE = {"host": "127.0.0.1", "media_host": "127.0.0.1"}


@contextmanager
def held(*kinds: socket.SocketKind, port: int = 0) -> Iterator[int]:
    with ExitStack() as stack:
        for kind in kinds:
            one = stack.enter_context(socket.socket(socket.AF_INET, kind))
            one.bind(("127.0.0.1", port))
            if kind == socket.SOCK_STREAM:
                one.listen(1)
            port = one.getsockname()[1]
        yield port


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORT", "MEDIA_PORT", "HOST", "MEDIA_HOST"):
        monkeypatch.delenv(f"RESTAREA_{name}", raising=False)


@pytest.mark.parametrize("kind", [socket.SOCK_DGRAM, socket.SOCK_STREAM])
def test_sound_takes_the_next_port_that_is_free_in_both(kind: socket.SocketKind) -> None:
    with held(kind) as port:
        found = beside(Settings(port=port - 1, **HERE)).media_port
        assert port < found < port + 50
        assert beside(Settings(port=port - 1, media_port=port, **HERE)).media_port == port, (
            "as somebody has said"
        )
    assert beside(Settings(port=0, **HERE)).media_port == 8081


def test_a_port_that_is_named_is_free_with_one_for_sound_and_pictures_above_it() -> None:
    first = a_free_one(Settings(port=0, **HERE))
    assert first is not None and taken(beside(Settings(port=first, **HERE))) == ""
    with held(socket.SOCK_STREAM, port=first):
        assert a_free_one(Settings(port=0, **HERE)) not in (None, first)
    with held(socket.SOCK_DGRAM) as media:
        assert a_free_one(Settings(port=0, media_port=media, **HERE)) is None, "as somebody has said"


def test_what_is_taken_is_named_with_what_to_do() -> None:
    with held(socket.SOCK_STREAM) as pages, held(socket.SOCK_DGRAM) as media:
        said = taken(Settings(port=pages, media_port=media, **HERE))
        assert f"Port {pages}, for pages" in said and "RESTAREA_PORT" in said
        assert f"Port {media}, for sound and pictures" in said and "RESTAREA_MEDIA_PORT" in said
    assert taken(Settings(port=pages, media_port=media, **HERE)) == ""
    elsewhere = {"host": "192.0.2.1", "media_host": "192.0.2.1"}
    assert taken(Settings(port=pages, media_port=media, **elsewhere)) == "", "an address that is not here"


def test_a_port_is_looked_at_where_the_server_listens(tmp_path: Path) -> None:
    """At the one address that it tells: what another program has at another address is in nobody's way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.77", 0))
        port = other.getsockname()[1]
        told = Settings(host="127.0.0.1", port=0, media_port=port, advertise=["127.0.0.1"], data_dir=tmp_path)
        assert taken(told) == "" and str(port) in taken(told.model_copy(update={"advertise": []}))
        assert [one.level for one in look(told) if one.about == "udp"] == [Level.FINE]
