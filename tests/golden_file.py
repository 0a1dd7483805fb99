"""Files under tests/golden: what something was when somebody last looked at it and found it right.

UPDATE_GOLDEN=1 writes them anew; look at the difference before you keep it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def is_as_kept(name: str, now: str) -> None:
    """Asserts that the golden file of this name holds `now`; shows where it does not."""
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(now)
    kept = file.read_text().splitlines()
    lines = difflib.unified_diff(kept, now.splitlines(), f"golden/{name}", "as it is now", n=8, lineterm="")
    difference = "\n".join(lines)
    assert not difference, difference
