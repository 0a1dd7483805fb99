"""The places (cookies) of the fictitious people, so that a rehearsal that was killed goes on with the same ones.

May import the standard library only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path


class Places:
    """By name. Without a file they are known as long as the process lives; the file is for its user alone."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._kept: dict[str, dict[str, str]] = _read(file) if file is not None else {}

    def of(self, name: str) -> Mapping[str, str]:
        """The cookies of this person; none if they have no place yet."""
        return self._kept.get(name, {})

    def keep(self, name: str, cookies: Mapping[str, str]) -> None:
        """Raises OSError where the disk refuses."""
        self._kept[name] = dict(cookies)
        if self._file is not None:
            write_for_this_user(self._file, json.dumps(self._kept))


def _read(file: Path) -> dict[str, dict[str, str]]:
    """What is kept there; nothing if there is no such file, or if a kill left half of one."""
    try:
        kept = json.loads(file.read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_for_this_user(file: Path, text: str) -> None:
    """The whole of it or, after a kill, what was there before. Raises OSError."""
    new = file.with_suffix(".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(text)
    new.replace(file)
