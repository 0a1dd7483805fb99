"""The way out of networks that let out nothing but HTTPS: the operator's TURN server, and what opens it for one
connection. coturn has the same secret and works the password out by itself (the TURN REST scheme,
draft-uberti-behave-turn-rest-00), so the two exchange nothing. May import the standard library and server.settings.
"""

from __future__ import annotations

import base64
import hmac
from typing import TypedDict

from server.settings import Settings

LASTS_S = 3600
"""Credentials are looked at when a connection begins, and never again while it lasts; and two clocks may differ."""


class Relay(TypedDict):
    """As a browser takes it, an RTCIceServer."""

    urls: str
    username: str
    credential: str


def credentials(secret: str, until_s: int, alias: str) -> tuple[str, str]:
    """Name and password for a connection that begins before `until_s` (UTC). The name is all that coturn learns."""
    name = f"{until_s}:{alias}"
    digest = hmac.digest(secret.encode(), name.encode(), "sha1")
    return name, base64.b64encode(digest).decode()


def relay_for_one(settings: Settings, now_s: float, whose: str) -> Relay | None:
    """None where the operator has none. `whose` tells one person from another: coturn counts its quota by an alias that
    is made of it, and learns nothing else."""
    if not settings.turn_host:
        return None
    secret = settings.turn_secret.get_secret_value()
    alias = hmac.digest(secret.encode(), b"whose:" + whose.encode(), "sha256").hex()[:16]
    name, password = credentials(secret, int(now_s) + LASTS_S, alias)
    urls = f"turns:{settings.turn_host}:{settings.turn_port}?transport=tcp"
    return {"urls": urls, "username": name, "credential": password}
