"""Which addresses this machine has, and at which of them the media plane listens. May import the standard library and
ifaddr."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

import ifaddr

EVERYWHERE = "0.0.0.0"
_OUTWARD = "203.0.113.1", 9
"""Somewhere by the way that leads out; nothing is sent there (RFC 5737)."""


def own_addresses() -> list[str]:
    """127.0.0.1 and the host's other IPv4 addresses, for the answer's candidates."""
    found = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    return ["127.0.0.1", *(address for address in found if not address.startswith(("127.", "169.254.")))]


def listening(host: str, advertise: Sequence[str]) -> str:
    """Where to listen. If one address is told and it is the machine's own, there alone: what leaves by a socket of all
    addresses says that it comes from the one that lies nearest, and a browser takes no answer from where it did not
    ask."""
    if host == EVERYWHERE and len(advertise) == 1 and is_own(advertise[0]):
        return str(ipaddress.ip_address(advertise[0]))
    return host


def answering_untold(host: str, advertise: Sequence[str]) -> str:
    """The address that answers come from although no browser is told it: then none of them takes what comes over UDP.
    Empty where that is not so: where the server listens at one address, or tells none of its own, as behind a NAT."""
    if listening(host, advertise) != EVERYWHERE or not any(is_own(one) for one in advertise):
        return ""
    near = nearest()
    return "" if near in advertise else near


def is_own(address: str) -> bool:
    """However it is written."""
    try:
        asked = ipaddress.ip_address(address)
    except ValueError:
        return False
    return asked in {ipaddress.ip_address(one) for one in _all()}


def nearest() -> str:
    """The IPv4 address that packets to the world leave with; empty where there is no way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_OUTWARD)
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _all() -> list[str]:
    """Of both families."""
    every = [ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    return [*own_addresses(), *(ip.ip[0] for ip in every if isinstance(ip.ip, tuple))]
