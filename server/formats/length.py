"""How long a format takes, as a rule."""

from __future__ import annotations

from facilitation.format import Format, Phase
from facilitation.toml_table import MINUTE_MS
from facilitation.vocabulary import Within


def minutes_of(form: Format) -> int:
    """In the circle."""
    return sum(n * p.typical_ms for p, n in typically(form) if p.within is Within.CIRCLE) // MINUTE_MS


def typically(form: Format) -> list[tuple[Phase, int]]:
    """Each phase, and how often it is held as a rule."""
    times = [1] * len(form.phases)
    for index, phase in enumerate(form.phases):
        if phase.again and (to := form.index(phase.again.to)) is not None:
            times[to : index + 1] = (phase.again.typical * n for n in times[to : index + 1])
    return list(zip(form.phases, times, strict=True))
