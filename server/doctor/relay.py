"""What came of a try of the operator's TURN server. May import the standard library only."""

from __future__ import annotations

from server.doctor.findings import Finding, Level, found

ABOUT = "turn"


def judge_relay(where: str, trial: str) -> Finding:
    """`where` is its name and port, empty where none is set; `trial` how far a try came (`server.media.relay`).

    Never a problem: whoever needs no relay meets without it."""
    if not where:
        return found(Level.FINE, ABOUT, "turn-not-set")
    if trial == "works":
        return found(Level.FINE, ABOUT, "turn-works", where=where)
    said = f"turn-{trial.replace('_', '-')}"
    return found(Level.WARNING, ABOUT, said, said, where=where)
