"""Ports that can be opened, and an address that browsers can reach. May import the standard library only."""

from __future__ import annotations

import errno
import ipaddress
import socket
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Literal

from server.doctor.findings import Finding, Level, found

Purpose = Literal["pages", "media"]


def answers(host: str, port: int, *, tls: bool = False) -> bool:
    """Whether a server of ours is what listens there: it is asked how it does. Waits two seconds at most. `tls`: it has
    a certificate of its own, which names another address than this; nothing is said here that needs it."""
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    connection = (
        HTTPSConnection(asked, port, timeout=2, context=ssl._create_unverified_context())
        if tls
        else HTTPConnection(asked, port, timeout=2)
    )
    try:
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        return answer.status == 200 and answer.read(8) == b"ok\n"
    except (OSError, ValueError, OverflowError, HTTPException):
        return False
    finally:
        connection.close()


def check_port(
    host: str, port: int, kind: socket.SocketKind, purpose: Purpose, *, holder: str = ""
) -> Finding:
    """Can a server listen there now, for this purpose? Binds for a moment; `kind` is SOCK_STREAM or SOCK_DGRAM.

    `holder`: what is known of who holds it if it is in use: `ours`, `elsewhere` (both answer as pages; the latter's
    port is none for us), `likely` ours;
    empty where no server of ours runs.
    """
    tcp = kind == socket.SOCK_STREAM
    about = "tcp" if tcp else "udp"
    if not 0 <= port < 65536:
        # getaddrinfo would quietly take the remainder.
        return found(Level.PROBLEM, about, "port-none", "port-none", port=str(port))
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=kind)[0]
        with socket.socket(family, kind) as probe:
            if tcp:
                # As the server does: connections that linger after a restart do not hold the port.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            if tcp:
                probe.listen(1)
    except (OSError, ValueError) as failure:
        # EACCES: the service may open it, and whoever asks the doctor may not.
        if holder and getattr(failure, "errno", None) in (errno.EADDRINUSE, errno.EACCES):
            if holder == "elsewhere":
                return found(Level.PROBLEM, about, "port-elsewhere", "port-elsewhere", port=str(port))
            said = f"port-{purpose}-likely" if holder == "likely" else "port-ours"
            return found(Level.FINE, about, said, port=str(port))
        return _not_bound(about, port, failure, host, purpose)
    return found(Level.FINE, about, f"port-{purpose}-free", port=str(port))


def _not_bound(about: str, port: int, failure: Exception, host: str, purpose: Purpose) -> Finding:
    reason = getattr(failure, "errno", None)
    if reason == errno.EADDRINUSE:
        said, advised = f"port-{purpose}-taken", "port-taken"
    elif reason in (errno.EACCES, errno.EPERM):
        said = advised = "port-forbidden"
    elif reason == errno.EADDRNOTAVAIL:
        said = advised = "port-not-here"
    elif isinstance(failure, socket.gaierror | ValueError):
        said = advised = "port-no-name"
    else:
        said = advised = "port-fails"
    return found(Level.PROBLEM, about, said, advised, port=str(port), host=host, reason=str(failure))


def judge_media_address(address: str, host: str, *, beyond: bool) -> Finding:
    """Can browsers reach an address that they are told to send sound and pictures to? `beyond`: from elsewhere too;
    `host` is where the server listens."""
    level = Level.PROBLEM
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        said = "address-no-number"
    else:
        if parsed.is_unspecified or parsed.is_multicast:
            said = "address-nobody"
        elif host != "::" and (":" in host) != (parsed.version == 6):
            said = "address-other-kind"
        elif beyond and not parsed.is_global:
            level, said = Level.WARNING, "address-inside"
        else:
            return found(Level.FINE, "address", "address-fine", address=address)
    return found(level, "address", said, said, address=address, host=host)


def judge_answers(untold: str) -> Finding:
    """Where several addresses are told and answers come from `untold`, which is none of them, no UDP arrives."""
    return found(Level.PROBLEM, "address", "address-untold", "address-untold", address=untold)
