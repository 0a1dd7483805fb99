"""How events change what leaders have noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitation import events as e
from facilitation.state import SessionState

CHANGES: dict[type, Callable[[SessionState, Any], dict[str, Any]]] = {
    e.InterventionMarked: lambda s, ev: {"marks": (*s.marks, ev.intervention)},
    e.MarkTakenBack: lambda s, ev: {"marks": s.marks[:-1]},
}
