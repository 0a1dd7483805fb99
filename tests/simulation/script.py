"""A trace as a Python file that people can read, and that runs with the other tests once it is laid under
tests/simulation/regressions/.
"""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from dataclasses import MISSING, fields
from enum import Enum
from pathlib import Path
from typing import Any

from facilitation import commands as c
from facilitation.format import Format
from tests.facilitation.forms import FORMS
from tests.simulation.meeting import Meeting
from tests.simulation.promises import Broken, Promise
from tests.simulation.steps import Step
from tests.simulation.watch import Watch

WIDE = 110
REGRESSIONS = Path(__file__).with_name("regressions")


def script(form: str, seed: int, promise: Promise, trace: Sequence[Step]) -> str:
    """The source; each step is followed by what happened, as far as it got."""
    steps = [_source(step) for step in trace]
    lines = []
    for step, outcome in zip(steps, _outcomes(FORMS[form], trace), strict=True):
        line = f"    {step},"
        noted = f"{line}  # {outcome}" if outcome else line
        lines.append(noted if len(noted) <= WIDE else line)
    words = sorted({name for step in steps for name in _enums(step)})
    kinds = sorted({type(step).__name__ for step in trace})
    imports = ["from facilitation import commands as c"] if any("c." in step for step in steps) else []
    imports += [f"from facilitation.vocabulary import {', '.join(words)}"] if words else []
    imports += [f"from tests.simulation.steps import {', '.join(kinds)}"]
    body = [f'FORM = "{form}"', "STEPS = [", *lines, "]"]
    return "\n".join([f'"""Seed {seed}: {promise}."""', "", *imports, "", *body, ""])


def read_script(source: str | Path) -> tuple[str, list[Step]]:
    """The format's key and the steps of a script, given as its text or as its file."""
    if isinstance(source, Path):
        names = runpy.run_path(str(source))
    else:
        names = {}
        exec(compile(source, "script", "exec"), names)
    return names["FORM"], names["STEPS"]


def _source(value: Any) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if not hasattr(value, "__dataclass_fields__"):
        return f"{value:_}" if type(value) is int else repr(value)
    arguments, named = [], False
    for f in fields(value):
        given = getattr(value, f.name)
        if f.default is not MISSING and given == f.default:
            named = True
            continue
        arguments.append(f"{f.name}={_source(given)}" if named else _source(given))
    name = type(value).__name__
    return f"{'c.' if hasattr(c, name) else ''}{name}({', '.join(arguments)})"


def _enums(source: str) -> set[str]:
    words = source.replace("(", " ").replace(",", " ").replace("=", " ").split()
    return {word.partition(".")[0] for word in words if "." in word and not word.startswith(("c.", "'"))}


def _outcomes(form: Format, trace: Sequence[Step]) -> list[str]:
    """What each step led to: events, or why it was refused."""
    watch = Watch(form)
    meeting, outcomes = Meeting(form, watch), []
    for step in trace:
        before = watch.events.copy()
        try:
            answer = meeting.take(step)
        except Broken:
            outcomes.append("breaks it")
            break
        happened = [name for name, times in watch.events.items() if times > before[name]]
        outcomes.append(", ".join(happened) or str((answer or {}).get("code", "")))
    return [*outcomes, *[""] * (len(trace) - len(outcomes))]
