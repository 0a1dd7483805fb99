"""The smallest trace that still breaks a promise: delta debugging over steps, then each step as plain as it can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from facilitation import commands as c
from facilitation.format import Format
from facilitation.state import SessionState
from tests.simulation.meeting import Meeting
from tests.simulation.promises import Broken, Promise
from tests.simulation.steps import Asked, Step, aimed, stands

Trace = list[Step]
Fails = Callable[[Sequence[Step]], bool]


def broken_by(form: Format, trace: Sequence[Step]) -> Broken | None:
    """The promise that this trace breaks."""
    try:
        Meeting(form).run(trace)
    except Broken as broken:
        return broken
    return None


def shrink(form: Format, trace: Sequence[Step], promise: Promise) -> Trace:
    """A part of the trace that breaks the same promise, and would not without any one of its steps."""

    def fails(some: Sequence[Step]) -> bool:
        broken = broken_by(form, some)
        return broken is not None and broken.promise is promise

    if not fails(trace):
        raise ValueError("this trace does not break the promise without its world")
    # A command is first made to be about whatever stands then: what is about an earlier phase entry needs no entries.
    aims = _aimed(form, trace)
    small = ddmin(aims if fails(aims) else list(trace), fails)
    small = ddmin(_fewer_people(small, fails), fails)
    small = _plainer(small, fails)
    settled = _settled(form, small)
    return settled if fails(settled) else small


def ddmin(trace: Trace, fails: Fails) -> Trace:
    """Zeller's minimizing delta debugging: without any one step the rest does not fail."""
    parts = 2
    while len(trace) >= 2:
        size = -(-len(trace) // parts)
        for at in range(0, len(trace), size):
            rest = trace[:at] + trace[at + size :]
            if fails(rest):
                trace, parts = rest, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts = min(len(trace), parts * 2)
    return trace


def _fewer_people(trace: Trace, fails: Fails) -> Trace:
    """Without those who only came: seats are numbered as they are taken, so the others move up."""
    coming = [step for step in trace if isinstance(step, Asked) and isinstance(step.command, c.TakeSeat)]
    for seat in range(len(coming), 0, -1):
        takes = [s for s in trace if isinstance(s, Asked) and isinstance(s.command, c.TakeSeat)][seat - 1]
        rest = [
            _moved_up(step, seat) for step in trace if step is not takes and getattr(step, "seat", 0) != seat
        ]
        if fails(rest):
            trace = rest
    return trace


def _moved_up(step: Step, gone: int) -> Step:
    """The step with every seat behind the one that is gone numbered one less."""
    change: dict[str, Any] = {}
    if isinstance(step, Asked):
        seats = {name: getattr(step.command, name, None) for name in ("seat", "other", "instead_of")}
        fewer = {name: number - 1 for name, number in seats.items() if number is not None and number > gone}
        change["command"] = replace(step.command, **fewer) if fewer else step.command
    asker = getattr(step, "seat", None) or 0
    if asker > gone:
        change["seat"] = asker - 1
    return replace(step, **change) if change else step


def _aimed(form: Format, trace: Sequence[Step]) -> Trace:
    """The same trace, with `about` as a distance from what stood when the command was taken."""

    def aim(step: Asked, state: SessionState) -> Asked:
        about = getattr(step.command, "about", None)
        return step if about is None else replace(step, off=about - stands(state, step.command))

    return _said_anew(form, trace, aim)


def _settled(form: Format, trace: Trace) -> Trace:
    """The same trace, with `about` as a number again."""
    return _said_anew(form, trace, lambda step, state: replace(step, command=aimed(state, step), off=None))


def _said_anew(form: Format, trace: Sequence[Step], anew: Callable[[Asked, SessionState], Asked]) -> Trace:
    """The same trace, each command written by `anew` from the state in which it was taken."""
    meeting, written = Meeting(form), list(trace)
    for at, step in enumerate(trace):
        if isinstance(step, Asked):
            written[at] = anew(step, meeting.state)
        try:
            meeting.take(step)
        except Broken:
            break
    return written


def _plainer(trace: Trace, fails: Fails) -> Trace:
    """Without deaths, ids and odd moments that do not matter."""
    for at, step in enumerate(trace):
        for change in ({"dies": ""}, {"id": ""}, {"off": 0}, {"unread": 0}):
            if all(hasattr(step, name) and getattr(step, name) != value for name, value in change.items()):
                plain: Any = replace(step, **change)
                if fails([*trace[:at], plain, *trace[at + 1 :]]):
                    trace = [*trace[:at], plain, *trace[at + 1 :]]
                    step = plain
    for grain_ms in (60_000, 1_000):
        rounded: Trace = [replace(step, at_ms=step.at_ms // grain_ms * grain_ms) for step in trace]
        if fails(rounded):
            return rounded
    return trace
