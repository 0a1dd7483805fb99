"""Where the server that holds a data folder is found: its ports may be of no settings, such as those of `--port`.

It says so in a file beside its lock, which counts for as long as the folder is held: what a kill left there means
nothing. May import the standard library and server.occupancy only, so that the doctor may use it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from server.occupancy import is_occupied

FILE = "server.json"
PART = f".{FILE}.part"
FILES = FILE, PART
"""What stands in a data folder because of this."""


class Unsaid(OSError):
    """A server holds the folder, and nobody can say where it is found; `str()` says so in a sentence's words."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"a server is running on the data folder {folder}, and does not say where it is found; it may be just "
            "starting: try again in a moment, else start it again"
        )


@dataclass(frozen=True, slots=True)
class Whereabouts:
    url: str
    port: int
    media_port: int


def tell(folder: Path, found: Whereabouts) -> None:
    """The whole of it or nothing. Raises OSError."""
    part = folder / PART
    part.write_text(json.dumps(asdict(found)))
    part.replace(folder / FILE)


def forget(folder: Path) -> None:
    """When the server goes, and when another one comes that is not found anywhere yet."""
    for name in FILES:
        (folder / name).unlink(missing_ok=True)


def where_is(folder: Path) -> Whereabouts | None:
    """None: no server runs on `folder`. Raises Unsaid, or OSError if it cannot be asked."""
    if not is_occupied(folder):
        return None
    found = _told(folder)
    if not is_occupied(folder):  # it went meanwhile
        return None
    if found != _told(folder):  # and another came, which is found elsewhere
        raise Unsaid(folder)
    return found


def _told(folder: Path) -> Whereabouts:
    try:
        told = json.loads((folder / FILE).read_text())
        return Whereabouts(str(told["url"]), int(told["port"]), int(told["media_port"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise Unsaid(folder) from None
