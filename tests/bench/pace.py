"""The one place where a benchmark lets real time go by: a rate is what it measures. Tests use tests/waiting.py."""

from __future__ import annotations

import asyncio


async def pace(seconds: float) -> None:
    """Real seconds; none where the time has passed already."""
    await asyncio.sleep(max(0.0, seconds))
