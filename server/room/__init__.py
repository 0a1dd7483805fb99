"""One session while people are in it: one writer, one timer, one log. Everything meets here: form, log, media, people.

`room` takes what is asked in turn and wakes for deadlines; `ledger` is the way of what happened: into the log, the
state, the plane; `hearing` is what the plane has confirmed, `outlets` what people see. May not import socketio, aiohttp
or the insides of the media plane.
"""

from __future__ import annotations

from server.room.bulletin import Message
from server.room.faces import MediaPlane, Outlet
from server.room.recorded import left_by
from server.room.room import Room

__all__ = ["MediaPlane", "Message", "Outlet", "Room", "left_by"]
