"""Which ports are taken, in plain words; and one for sound and pictures beside a chosen one for pages."""

from __future__ import annotations

import socket

from server.doctor.findings import Finding
from server.doctor.network import Purpose, check_port
from server.media.addresses import listening
from server.settings import Settings

TRIED = 50
"""So many ports above the one for pages."""


def beside(settings: Settings) -> Settings:
    """Sound and pictures on the next port above that of the pages which is free, in UDP and TCP; where somebody has
    said which, or all are taken, as it stands."""
    if "media_port" in settings.model_fields_set or settings.port == 0:
        return settings
    for port in range(settings.port + 1, min(settings.port + TRIED, 65536 - len(settings.media_ports))):
        moved = settings.model_copy(update={"media_port": port})
        if not any(_look(moved, number, kind).wrong for number in moved.media_ports for kind in _KINDS):
            return moved
    return settings


def a_free_one(settings: Settings) -> int | None:
    """For pages, with the ports for sound and pictures; None where nothing is free whatever is chosen."""
    chosen = (settings.model_copy(update={"port": port}) for port in range(9000, 9100, 10))
    return next((one.port for one in chosen if not taken(beside(one))), None)


def taken(settings: Settings, option: str = "RESTAREA_PORT") -> str:
    """Which ports something else has that a server needs, and what to do; empty: none, whatever else is in its way.
    `option`: by which another is chosen for pages."""
    pages = _taken(settings, settings.port, socket.SOCK_STREAM, "pages")
    kinds = _KINDS if settings.media_over_tcp else _KINDS[:1]
    media = [
        number for number in settings.media_ports if any(_taken(settings, number, kind) for kind in kinds)
    ]
    said = []
    if pages:
        said.append(f"Port {settings.port}, for pages, is in use (TCP): choose another with {option}.")
    for port in media:
        said.append(
            f"Port {port}, for sound and pictures, is in use (UDP or TCP): choose another with RESTAREA_MEDIA_PORT."
        )
    return " ".join(said)


_KINDS = (socket.SOCK_DGRAM, socket.SOCK_STREAM)


def _look(settings: Settings, port: int, kind: socket.SocketKind, purpose: Purpose = "media") -> Finding:
    host = settings.host if purpose == "pages" else listening(settings.media_host, settings.advertise)
    return check_port(host, port, kind, purpose)


def _taken(settings: Settings, port: int, kind: socket.SocketKind, purpose: Purpose = "media") -> bool:
    """Another reason not to get it, such as a port below 1024 or an address of elsewhere, is not mended by another
    port."""
    return _look(settings, port, kind, purpose).said == f"port-{purpose}-taken"
