"""The socket between a page and its room: hello, command, and what the room has to tell.

`connections` is the one module that knows python-socketio and engine.io, `guard` cuts off whoever misuses them, `page`
is one open page and what goes out to it, `signaling` what pages say. May not import the media plane.
"""

from __future__ import annotations

from server.signaling.signaling import House, Signaling

__all__ = ["House", "Signaling"]
