"""What every response says to the browser, and which requests are refused because another site sent them."""

from __future__ import annotations

import re
import secrets
from urllib.parse import urlsplit

from aiohttp import web

from server.settings import Settings

SETTINGS = web.AppKey("settings", Settings)
NONCE = web.RequestKey("nonce", str)

_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9a-fA-F:.]{2,45}\](:\d{1,5})?")

HTTPS_FOR_S = 365 * 24 * 3600
"""For so long a browser that has been here over HTTPS comes back over nothing else (RFC 6797)."""
ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(self), microphone=(self), speaker-selection=(self), autoplay=(self), screen-wake-lock=(self), "
        "display-capture=(), geolocation=(), payment=(), usb=()"
    ),
}


def nonce(request: web.Request) -> str:
    """This response's own; a script without it does not run."""
    if NONCE not in request:
        request[NONCE] = secrets.token_urlsafe(18)
    return request[NONCE]


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """For every response, of whatever route; a route's own Cache-Control stays."""
    headers = response.headers
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if request.app[SETTINGS].secure_cookies:
        headers.setdefault("Strict-Transport-Security", f"max-age={HTTPS_FOR_S}")
    headers.setdefault("Cache-Control", "no-store")
    headers.setdefault("Content-Security-Policy", content_policy(request))
    headers.pop("Server", None)


def content_policy(request: web.Request) -> str:
    """Scripts by nonce only, all else from this origin only; the socket is named for browsers whose 'self' lacks it."""
    script = f"'nonce-{request[NONCE]}'" if NONCE in request else "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {script}",
            "style-src 'self'",
            "font-src 'self'",
            f"connect-src 'self'{_socket_source(request)}",
            "media-src 'self' blob: mediastream:",
            "img-src 'self' data:",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _socket_source(request: web.Request) -> str:
    settings = request.app[SETTINGS]
    if settings.public_url:
        return " " + settings.public_url.replace("http", "ws", 1)
    return f" ws://{request.host}" if _HOST.fullmatch(request.host) else ""


def from_this_site(request: web.Request) -> bool:
    """False if a browser says that another site's page sent the request. What is no browser says nothing."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    origin = request.headers.get("Origin")
    # A form sends "null" under our Referrer-Policy (Fetch, "append a request `Origin` header"); then the browser's
    # other word must be there.
    if origin is None or (origin == "null" and "Sec-Fetch-Site" in request.headers):
        return True
    settings = request.app[SETTINGS]
    if settings.public_url:
        return origin.lower() == settings.public_url
    return urlsplit(origin).netloc.lower() == request.host.lower() != ""
