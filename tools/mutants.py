"""What `make mutate` found: how many of the faults put into facilitation/ some test finds, and which no test does.

Ends with 1 if fewer than nine in ten are found, or if one survives that docs/mutants.md does not argue.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

ARGUED = Path(__file__).parents[1] / "docs" / "mutants.md"
FOUND = ("killed", "timeout", "suspicious", "segfault")
LEAST = 0.9


def mutmut(*words: str) -> list[str]:
    said = subprocess.run(
        [sys.executable, "-m", "mutmut", *words], capture_output=True, text=True, check=True
    )
    return said.stdout.splitlines()


def outcomes() -> dict[str, str]:
    """By mutant what became of it."""
    lines = (line.strip().rpartition(": ") for line in mutmut("results", "--all", "true"))
    return {name: status for name, _, status in lines if name}


def change(mutant: str) -> str:
    """Where it is, and the lines that differ, as docs/mutants.md has them."""
    where = mutant.rpartition("__mutmut_")[0].replace("x_", "", 1).replace("xǁ", "").replace("ǁ", ".")
    lines = [line for line in mutmut("show", mutant) if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return "\n".join([where, *(f"{line[0]} {line[1:].strip()}" for line in lines)])


def main() -> int:
    of = outcomes()
    tally = Counter(of.values())
    found, all_ = sum(tally[one] for one in FOUND), sum(tally.values()) - tally["not checked"]
    argued = "\n".join(line.strip() for line in ARGUED.read_text().splitlines())
    survivors = [change(mutant) for mutant, status in of.items() if status not in (*FOUND, "not checked")]
    fresh = [survivor for survivor in survivors if survivor not in argued]
    for survivor in fresh:
        print(survivor, end="\n\n")
    print(f"{found} of {all_} faults are found, {found / all_:.1%}: {dict(tally)}")
    print(f"{len(survivors)} survive, {len(fresh)} of them not argued in docs/mutants.md")
    return int(found < LEAST * all_ or bool(fresh))


if __name__ == "__main__":
    sys.exit(main())
