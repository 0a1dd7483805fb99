"""The way out of networks that let out nothing but HTTPS: the operator's TURN server, and what opens it for one
connection. coturn has the same secret and works the password out by itself (the TURN REST scheme,
draft-uberti-behave-turn-rest-00), so the two exchange nothing. May import the standard library and server.settings.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from typing import TypedDict

from server.settings import Settings

LASTS_S = 3600
"""Credentials are looked at when a connection begins, and never again while it lasts; and two clocks may differ."""


class Relay(TypedDict):
    """As a browser takes it, an RTCIceServer."""

    urls: str
    username: str
    credential: str


def credentials(secret: str, until_s: int, chance: str) -> tuple[str, str]:
    """Name and password for a connection that begins before `until_s` (UTC). The name is all that coturn learns."""
    name = f"{until_s}:{chance}"
    digest = hmac.digest(secret.encode(), name.encode(), "sha1")
    return name, base64.b64encode(digest).decode()


def relay_for_one(settings: Settings, now_s: float, chance: str | None = None) -> Relay | None:
    """None where the operator has none. `chance`: what tells one connection from another, by default drawn anew."""
    if not settings.turn_host:
        return None
    name, password = credentials(
        settings.turn_secret.get_secret_value(), int(now_s) + LASTS_S, chance or secrets.token_hex(8)
    )
    urls = f"turns:{settings.turn_host}:{settings.turn_port}?transport=tcp"
    return {"urls": urls, "username": name, "credential": password}
