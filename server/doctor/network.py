"""Ports that can be opened, and an address that browsers can reach. May import the standard library only."""

from __future__ import annotations

import errno
import ipaddress
import socket
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection

from server.doctor.findings import Finding, Level


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


def check_port(host: str, port: int, kind: socket.SocketKind, purpose: str, *, holder: str = "") -> Finding:
    """Can a server listen there now, for this purpose? Binds for a moment; `kind` is SOCK_STREAM or SOCK_DGRAM.

    `holder`: by which server of ours a port in use is held, in a sentence's words; empty where none runs.
    """
    tcp = kind == socket.SOCK_STREAM
    subject = f"{'TCP' if tcp else 'UDP'} port {port}"
    if not 0 <= port < 65536:
        # getaddrinfo would quietly take the remainder.
        return Finding(
            Level.PROBLEM, subject, "There is no such port.", "Choose a number from 1 to 65535, or 0 for any."
        )
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
            return Finding(Level.FINE, subject, f"It is in use for {purpose}, {holder}.")
        return Finding(Level.PROBLEM, subject, *_why_not_bound(failure, host, purpose))
    return Finding(Level.FINE, subject, f"It is free for {purpose}.")


def _why_not_bound(failure: Exception, host: str, purpose: str) -> tuple[str, str]:
    reason = getattr(failure, "errno", None)
    if reason == errno.EADDRINUSE:
        return (
            f"Another program uses it already, so {purpose} have no way in.",
            "Stop that program (a second restarea, perhaps), or choose another port.",
        )
    if reason in (errno.EACCES, errno.EPERM):
        return (
            "This user may not open it.",
            "Choose a port above 1023 and let a proxy forward to it, or run with CAP_NET_BIND_SERVICE.",
        )
    if reason == errno.EADDRNOTAVAIL:
        return (
            f"{host} is not an address of this machine.",
            "Listen on 0.0.0.0, or on one of its own addresses.",
        )
    if isinstance(failure, socket.gaierror | ValueError):
        return f"{host} is no address and no known name.", "Write an IP address, for instance 0.0.0.0."
    return f"It cannot be opened: {failure}.", "Choose another port."


def judge_media_address(address: str, *, beyond: bool) -> Finding:
    """Can browsers reach an address that they are told to send sound and pictures to? `beyond`: from elsewhere too."""
    subject = "media address"
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return Finding(
            Level.PROBLEM,
            subject,
            f"{address} is not an IP address.",
            "Write the number, not the name, of this machine.",
        )
    if parsed.is_unspecified or parsed.is_multicast:
        return Finding(
            Level.PROBLEM,
            subject,
            f"Nobody can send anything to {address}.",
            "Write the address that others see.",
        )
    if beyond and not parsed.is_global:
        return Finding(
            Level.WARNING,
            subject,
            f"{address} is known only inside this network; people elsewhere will see the room and hear nothing.",
            "Write the public address, and let its UDP port through to this machine.",
        )
    return Finding(Level.FINE, subject, f"Browsers are told to send sound and pictures to {address}.")
