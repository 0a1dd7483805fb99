"""Is this machine ready for groups to meet? Looks at ports, addresses, clock, certificate, disk and built pages.

Each check returns findings in plain words for the person who runs the server; nothing here raises, prints or logs.
May import the standard library, cryptography, server.occupancy, server.tls and the catalogues; nothing else of the
project, so that it works when that does not.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from server.doctor.backups import check_backup
from server.doctor.certificate import check_certificate, check_own, is_here
from server.doctor.findings import Finding, Level, found
from server.doctor.machine import (
    check_alone,
    check_folder,
    check_pages,
    judge_clock,
    judge_forwarding,
    judge_workers,
    kernel_keeps_clock,
    last_written,
)
from server.doctor.mail import check_mail
from server.doctor.network import answers, check_port, judge_answers, judge_media_address
from server.doctor.relay import judge_relay

__all__ = [
    "Finding",
    "Level",
    "Premises",
    "check_mail",
    "examine",
    "found",
    "is_here",
    "judge_answers",
    "judge_forwarding",
    "judge_relay",
    "judge_workers",
]

STATIC = Path(__file__).parents[1] / "static"


class Premises(Protocol):
    """What the doctor must know of the settings: addresses, ports, and the folder of the database.

    `media_host` is where sound and pictures come in; `advertise` are the IP addresses told to browsers, empty where the
    server finds them itself; `public_url` is empty where people join on this computer only. Port 0 means any.
    """

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def media_host(self) -> str: ...
    @property
    def media_ports(self) -> Sequence[int]: ...
    @property
    def media_over_tcp(self) -> bool: ...
    @property
    def advertise(self) -> Sequence[str]: ...
    @property
    def public_url(self) -> str: ...
    @property
    def tls_certificate_file(self) -> Path | None: ...
    @property
    def tls_key_file(self) -> Path | None: ...
    @property
    def data_dir(self) -> Path: ...


def examine(premises: Premises, now: datetime | None = None) -> list[Finding]:
    """Every finding about `premises`; `now` is aware, in UTC. Takes some seconds if the public address is silent."""
    now = now or datetime.now(UTC)
    beyond = not is_here(premises.public_url)
    alone = check_alone(premises.data_dir)
    own = premises.tls_certificate_file is not None
    served, asked = alone.level is not Level.FINE, answers(premises.host, premises.port, tls=own)
    holder = "likely" if served else ""
    return [
        check_port(
            premises.host,
            premises.port,
            socket.SOCK_STREAM,
            "pages",
            holder=("ours" if served else "elsewhere") if asked else holder,
        ),
        *(
            check_port(premises.media_host, port, kind, "media", holder=holder)
            for port in premises.media_ports
            for kind in (socket.SOCK_DGRAM, *([socket.SOCK_STREAM] if premises.media_over_tcp else []))
        ),
        *(judge_media_address(address, premises.media_host, beyond=beyond) for address in premises.advertise),
        judge_clock(now, kernel_keeps_clock(), last_written(premises.data_dir)),
        check_certificate(premises.public_url, now),
        *check_own(premises.tls_certificate_file, premises.tls_key_file, premises.public_url, now),
        check_folder(premises.data_dir),
        check_backup(premises.data_dir, now),
        # The server whose pages answer where it is set to is the one that is meant: nothing need be done.
        replace(alone, level=Level.FINE, advised="") if asked and alone.said == "folder-served" else alone,
        check_pages(STATIC),
    ]
