"""The table that `make bench` prints: what was expected, what was measured, whether it was met.

Imports nothing but the standard library.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `met` is None where nothing was expected."""

    what: str
    measured: str
    expected: str = ""
    met: bool | None = None


def at_most(what: str, value: float, limit: float, unit: str, digits: int = 1) -> Row:
    """A row that is met while `value` does not exceed `limit`."""
    return Row(what, f"{value:,.{digits}f} {unit}", f"<= {limit:g} {unit}", value <= limit)


def below(what: str, value: float, limit: float, unit: str, digits: int = 1) -> Row:
    """A row that is met while `value` stays below `limit`."""
    return Row(what, f"{value:,.{digits}f} {unit}", f"< {limit:g} {unit}", value < limit)


def ratio(what: str, value: float, to: float) -> Row:
    """Two variants of one run, as the first divided by the second."""
    return Row(what, f"{value / to:.2f} x" if to else "-")


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0..1) of `values` do not exceed; not a number for no values."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def show(title: str, rows: Sequence[Row]) -> None:
    """Print a part of the table."""
    wide = 66
    # Whatever else runs on the machine shows in every wait below: say how much that was.
    print(f"\n{title} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)\n{'-' * (wide + 46)}")
    for row in rows:
        met = {None: "", True: "met", False: "NOT MET"}[row.met]
        print(f"{row.what:{wide}} {row.expected:>14} {row.measured:>20} {met:>8}", flush=True)
