"""The Chromium that tests and benchmarks drive."""

from __future__ import annotations

import os
import shutil


def find_chromium() -> str | None:
    """Debian's without its windows, where a page opens and is drawn at a fourth of the cost; or the one that CHROMIUM
    names. None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
