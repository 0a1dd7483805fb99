"""Whose pictures a page really shows: the pixels in the middle of its <video> elements, read through a canvas.

Runs inside the page. May import nothing of the project.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from playwright.async_api import Page

from tests.browser.cameras import Colour

LIKE = 60.0
"""How far a colour may be from a camera's, once coded and converted by a browser; the cameras are farther apart."""

LOOK = """() => [...document.querySelectorAll("video")].map((video) => {
  const canvas = new OffscreenCanvas(9, 9), pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(video, 0, 0, 9, 9);
  const [red, green, blue, alpha] = pen.getImageData(4, 4, 1, 1).data;
  const seat = Number(video.closest("[data-seat]")?.dataset.seat ?? 0);
  return { seat, colour: alpha === 255 ? [red, green, blue] : null };
})"""


async def look(page: Page, cameras: Mapping[int, Colour]) -> dict[int, int | None]:
    """By seat, whose picture its <video> shows, by the colour: `cameras` has that of each seat.

    None is a picture of no camera; a <video> without a picture is left out. Seat 0 is oneself in the waiting room."""
    found: list[dict[str, Any]] = await page.evaluate(LOOK)
    return {one["seat"]: _whose(one["colour"], cameras) for one in found if one["colour"] is not None}


def _whose(colour: Colour, cameras: Mapping[int, Colour]) -> int | None:
    seat = min(cameras, key=lambda one: math.dist(cameras[one], colour))
    return seat if math.dist(cameras[seat], colour) < LIKE else None
