"""The Chromium that tests and benchmarks drive."""

from __future__ import annotations

import os
import shutil


def find_chromium(*, whole: bool = False) -> str | None:
    """Debian's without its windows, where a page opens and is drawn at a fourth of the cost; or the one that CHROMIUM
    names. None where there is none.

    `whole`: the one with windows. It alone can be told to take an address without TLS for a safe one, and in a page
    that is not safe there is no microphone."""
    shell = None if whole else shutil.which("chromium-headless-shell")
    return os.environ.get("CHROMIUM") or shell or shutil.which("chromium")
